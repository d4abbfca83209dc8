"""The nouns: what a text is, what it claims, and what was found about a claim.

All are frozen values without input or output. Field meanings are those of the JSON forms in
``schemas/``; ``as_json`` gives them. What was said (quote, words) and what it amounts to
(codes, numbers, days) are always two fields.
"""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from lossledger.period import Period
from lossledger.quantity import Quantity

Json = dict[str, Any]

SCOPES = ("killed", "wounded", "missing", "captured")
STANCES = ("asserted", "derived", "denied", "goal", "forecast", "hypothetical")
BASES = ("own_estimate", "cites", "compiled", "model", "admission")
CONFIDENCES = ("high", "medium", "low")
RATE = "period.rate"
"""The rule of a claim that says so many a day."""
PART = "dataset.part"
"""The rule of a claim that is one of the disjoint parts of a list."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (half-open) of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Offsets:
    """The way from a place in a document's text back to the bytes it came from.

    The text is cut into runs whose characters all took the same number of bytes; run *k*
    begins at character ``starts[k]``, at byte ``places[k]``, with ``widths[k]`` bytes a
    character. A character that stands for nothing in the original has width 0.
    """

    starts: tuple[int, ...]
    places: tuple[int, ...]
    widths: tuple[int, ...]

    def byte_span(self, span: Span) -> Span:
        """The bytes that the characters of ``span`` came from, markup between them included."""
        if span.start == span.end:
            return Span(self._begin(span.start), self._begin(span.start))
        k = bisect_right(self.starts, span.end - 1) - 1
        end = self.places[k] + (span.end - self.starts[k]) * self.widths[k]
        return Span(self._begin(span.start), end)

    def _begin(self, index: int) -> int:
        k = max(0, bisect_right(self.starts, index) - 1)
        return self.places[k] + (index - self.starts[k]) * self.widths[k]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of layout: ``kind`` is title, paragraph, item, cell, quote, caption or aside."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text as published, with the way back to its bytes and what is known about it.

    ``id`` is the SHA-256 of ``content``. ``language`` is ``en``, ``uk``, ``ru``, ``uk+en``
    (bilingual: all languages that occur) or ``und``. ``report_date`` is the day given by the
    user or by the container (a JSON Lines record), not one read in the text.
    ``published_from`` says how ``published_at`` is known: given, metadata, text or guessed.
    """

    id: str
    text: str
    offsets: Offsets = field(repr=False)
    content: bytes = field(repr=False)
    origin: str
    media_type: str
    language: str
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    outlet: str | None = None
    title: str | None = None
    published_at: datetime | None = None
    published_from: str | None = None
    retrieved_at: datetime | None = None
    report_date: date | None = None

    def as_json(self) -> Json:
        """The document without its text and bytes."""
        return {
            "id": self.id,
            "origin": self.origin,
            "media_type": self.media_type,
            "language": self.language,
            "outlet": self.outlet,
            "title": self.title,
            "published_at": _iso(self.published_at),
            "published_from": self.published_from,
            "retrieved_at": _iso(self.retrieved_at),
            "report_date": _iso(self.report_date),
            "bytes": len(self.content),
            "characters": len(self.text),
        }


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a text names it, never finer than a settlement.

    ``name`` is the official romanised name, ``native`` the register's own, ``quote`` the
    text's words at ``span``. ``kind`` is city, settlement, village, district, region, sector,
    bank or river. ``id`` is that of the public ``register`` (KATOTTG, ISO 3166-2), ``None``
    where no register has the place or where it is ``ambiguous``: then ``candidates`` are all
    places of that name, as (id, kind, id of the region). ``of`` is (id, name) of the region that
    holds the place, or of what a sector or bank is named after. ``resolved_by`` says what made
    one place out of several: region, district, neighbour, city. ``coordinates`` (latitude,
    longitude, degrees) are those of the settlement's centre as published, of nothing else.
    """

    name: str
    native: str | None
    id: str | None
    register: str | None
    kind: str
    span: Span
    quote: str
    of: tuple[str | None, str] | None = None
    candidates: tuple[tuple[str | None, str, str | None], ...] = ()
    resolved_by: str | None = None
    coordinates: tuple[float, float] | None = None

    @property
    def ambiguous(self) -> bool:
        """Whether several places have this name and nothing says which is meant."""
        return bool(self.candidates)

    def as_json(self) -> Json:
        """The place in the form of ``schemas/claim.json``."""
        named = [{"id": c[0], "kind": c[1], "region": c[2]} for c in self.candidates]
        return {
            "name": self.name,
            "native": self.native,
            "id": self.id,
            "register": self.register,
            "kind": self.kind,
            "span": [self.span.start, self.span.end],
            "quote": self.quote,
            "of": {"id": self.of[0], "name": self.of[1]} if self.of else None,
            "ambiguous": self.ambiguous,
            "candidates": named,
            "resolved_by": self.resolved_by,
            "coordinates": list(self.coordinates) if self.coordinates else None,
        }

    @classmethod
    def from_json(cls, about: Json) -> "Place":
        """The place that ``as_json`` gave."""
        of, at = about["of"], about["coordinates"]
        return cls(
            about["name"],
            about["native"],
            about["id"],
            about["register"],
            about["kind"],
            Span(*about["span"]),
            about["quote"],
            (of["id"], of["name"]) if of else None,
            tuple((c["id"], c["kind"], c["region"]) for c in about["candidates"]),
            about["resolved_by"],
            (at[0], at[1]) if at else None,
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """*Who* said *whose* loss of *what* was *how many*, *for which days*, and *where*.

    ``outlet`` published the document, ``relays`` passed the figure on (outermost first),
    ``claimant`` says it (``None``: unattributed). ``party`` is whose losses, or whose act, is
    counted. ``scope`` is the set of killed, wounded, missing, captured that "losses" means
    here, ``None`` when not stated; ``scope_words`` are the source's own words.
    ``byte_span`` leads to the original bytes. ``id`` is a hash of the content. ``places`` are
    those that the words around the figure name.
    """

    document: str
    span: Span
    byte_span: Span
    quote: str
    sentence: str
    outlet: str | None
    relays: tuple[str, ...]
    claimant: str | None
    party: str | None
    metric: str
    scope: tuple[str, ...] | None
    scope_words: str | None
    quantity: Quantity
    period: Period
    as_of: date | None
    report_date: date | None
    stance: str = "asserted"
    basis: str | None = None
    confidence: str = "high"
    rules: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    _id: str = field(default="", init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """SHA-256, first 32 hex digits, of all that the claim says and where it is written.

        The rules, the confidence, the places and the sentence around it are how we read it,
        not what it says, so they do not change the id. It is worked out once.
        """
        if not self._id:
            object.__setattr__(self, "_id", self._content_hash())
        return self._id

    def _content_hash(self) -> str:
        said = {
            "document": self.document,
            "span": [self.span.start, self.span.end],
            "outlet": self.outlet,
            "relays": list(self.relays),
            "claimant": self.claimant,
            "party": self.party,
            "metric": self.metric,
            "scope": list(self.scope) if self.scope is not None else None,
            "low": self.quantity.low,
            "high": self.quantity.high,
            "strict": self.quantity.strict,
            "hedge": self.quantity.hedge,
            "period": period_json(self.period),
            "as_of": _iso(self.as_of),
            "report_date": _iso(self.report_date),
            "stance": self.stance,
            "basis": self.basis,
        }
        return content_hash(said)

    def as_json(self) -> Json:
        """The claim in the form of ``schemas/claim.json``."""
        return {
            "id": self.id,
            "document": self.document,
            "span": [self.span.start, self.span.end],
            "bytes": [self.byte_span.start, self.byte_span.end],
            "quote": self.quote,
            "sentence": self.sentence,
            "outlet": self.outlet,
            "relays": list(self.relays),
            "claimant": self.claimant,
            "party": self.party,
            "metric": self.metric,
            "scope": list(self.scope) if self.scope is not None else None,
            "scope_words": self.scope_words,
            "low": self.quantity.low,
            "high": self.quantity.high,
            "strict": self.quantity.strict,
            "hedge": self.quantity.hedge,
            "period": period_json(self.period),
            "as_of": _iso(self.as_of),
            "report_date": _iso(self.report_date),
            "stance": self.stance,
            "basis": self.basis,
            "confidence": self.confidence,
            "rules": list(self.rules),
            "places": [place.as_json() for place in self.places],
        }


class Figure(NamedTuple):
    """A claim as one light row, for daily series: the ledger gives them, ``series`` reads them.

    ``claim_id`` leads back to the claim. ``via`` is who took the figure from the
    claimant: the innermost relay, else the outlet. ``kind``, ``start``
    and ``end`` are those of the claim's period. ``recorded_at`` is when the ledger learned it.
    """

    claim_id: str
    document: str
    claimant: str | None
    party: str | None
    metric: str
    via: str | None
    kind: str
    start: date | None
    end: date | None
    as_of: date | None
    report_date: date | None
    low: int | None
    high: int | None
    strict: bool
    hedge: str | None
    scope: tuple[str, ...] | None
    stance: str
    recorded_at: datetime

    @property
    def value(self) -> int | None:
        """The single value said, or ``None`` for a range or a bound."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Relation:
    """How claims hang together: part_of, increment_of, derived_from or repeats."""

    kind: str
    source: str
    targets: tuple[str, ...]

    def as_json(self) -> Json:
        """The relation in the form of ``schemas/reading.json``."""
        return {"kind": self.kind, "from": self.source, "to": list(self.targets)}


@dataclass(frozen=True, slots=True)
class Ignored:
    """A number left out on purpose, why (a year, money, ...), and who says it, if anybody."""

    span: Span
    quote: str
    reason: str
    claimant: str | None = None

    def as_json(self) -> Json:
        """The number in the form of ``schemas/reading.json``."""
        return {
            "span": [self.span.start, self.span.end],
            "quote": self.quote,
            "reason": self.reason,
            **({"claimant": self.claimant} if self.claimant else {}),
        }


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that no rule could place, for a person to look at, and who says it, if anybody."""

    span: Span
    quote: str
    sentence: str
    claimant: str | None = None

    def as_json(self) -> Json:
        """The number in the form of ``schemas/reading.json``."""
        return {
            "span": [self.span.start, self.span.end],
            "quote": self.quote,
            "sentence": self.sentence,
            **({"claimant": self.claimant} if self.claimant else {}),
        }


@dataclass(frozen=True, slots=True)
class Note:
    """A statement without a figure that a checker needs: not_verified, no_response, ...

    ``date_conflict`` is ours: the dates in the text and around it contradict each other.
    """

    kind: str
    span: Span
    quote: str
    speaker: str | None

    def as_json(self) -> Json:
        """The note in the form of ``schemas/reading.json``."""
        return {
            "kind": self.kind,
            "span": [self.span.start, self.span.end],
            "quote": self.quote,
            "speaker": self.speaker,
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said without a figure that could be claimed, to be cited as what it is.

    ``kind`` is quotation (direct speech), assessment (reported speech without a figure), or
    that of a note (not_verified, no_response, ...). ``quote`` is the text at ``span``: of a
    quotation the words between the marks, otherwise the sentence. ``claimant`` says it
    (``None``: unattributed), ``relays`` passed it on, outermost first. ``said_on`` is the day
    on which it was said, where the text or its publication tells.
    """

    document: str
    kind: str
    span: Span
    byte_span: Span
    quote: str
    sentence: str
    outlet: str | None
    relays: tuple[str, ...]
    claimant: str | None
    said_on: date | None
    places: tuple[Place, ...] = ()

    @property
    def id(self) -> str:
        """SHA-256, first 32 hex digits, of what was said, by whom, when, and where it is."""
        said = {
            "document": self.document,
            "kind": self.kind,
            "span": [self.span.start, self.span.end],
            "outlet": self.outlet,
            "relays": list(self.relays),
            "claimant": self.claimant,
            "said_on": _iso(self.said_on),
        }
        return content_hash(said)

    def as_json(self) -> Json:
        """The statement in the form of ``schemas/reading.json``."""
        return {
            "id": self.id,
            "document": self.document,
            "kind": self.kind,
            "span": [self.span.start, self.span.end],
            "bytes": [self.byte_span.start, self.byte_span.end],
            "quote": self.quote,
            "sentence": self.sentence,
            "outlet": self.outlet,
            "relays": list(self.relays),
            "claimant": self.claimant,
            "said_on": _iso(self.said_on),
            "places": [place.as_json() for place in self.places],
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """All numbers of a text: claimed, ignored on purpose, or unread. Nothing vanishes."""

    document: Document
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    unread: tuple[Unread, ...] = ()
    notes: tuple[Note, ...] = ()
    statements: tuple[Statement, ...] = ()

    def as_json(self) -> Json:
        """The reading in the form of ``schemas/reading.json``."""
        return {
            "document": self.document.as_json(),
            "claims": [claim.as_json() for claim in self.claims],
            "relations": [relation.as_json() for relation in self.relations],
            "ignored": [number.as_json() for number in self.ignored],
            "unread": [number.as_json() for number in self.unread],
            "notes": [note.as_json() for note in self.notes],
            "statements": [statement.as_json() for statement in self.statements],
        }


VERDICTS = (
    "reproduced",
    "reproduced_other_baseline",
    "consistent",
    "arithmetic_error",
    "definition_mismatch",
    "contradicted",
    "superseded",
    "not_in_ledger",
    "not_checkable",
)
CAUSES = (
    "baseline_day_slip",
    "report_day_vs_loss_day",
    "definition_shift",
    "side_swap",
    "cumulative_as_daily",
    "category_merge",
    "digit_typo",
    "tenfold",
    "stale_figure",
    "range_collapsed",
    "bound_flipped",
    "relay_as_source",
    "floor_as_total",
    "superseded_value",
    "rounding_only",
    "wrong_date",
    "parts_do_not_sum",
)
HOLDS = ("reproduced", "consistent")
"""Verdicts under which a figure stands as written."""
OFF = (
    "reproduced_other_baseline",
    "arithmetic_error",
    "definition_mismatch",
    "contradicted",
    "superseded",
)
"""Verdicts under which something does not hold (exit code 1)."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure that the reports give, and in words what it is."""

    low: int | None
    high: int | None
    says: str

    def as_json(self) -> Json:
        """The figure in the form of ``schemas/finding.json``."""
        return {"low": self.low, "high": self.high, "says": self.says}


@dataclass(frozen=True, slots=True)
class ReportUsed:
    """A report that a finding rests on: whose, of which day, with which value."""

    source: str
    report_date: date | None
    value: int
    claim: str

    def as_json(self) -> Json:
        """The report in the form of ``schemas/finding.json``."""
        return {
            "source": self.source,
            "report_date": _iso(self.report_date),
            "value": self.value,
            "claim": self.claim,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about one claim: verdict, named cause, arithmetic, reports.

    "Reproduced" means that the figure matches what the claimant published, never that it is
    true.
    """

    check: str
    claim: Claim
    verdict: str
    message: str
    cause: str | None = None
    arithmetic: str = ""
    expected: tuple[Expected, ...] = ()
    reports: tuple[ReportUsed, ...] = ()
    suggestion: str | None = None

    def as_json(self) -> Json:
        """The finding in the form of ``schemas/finding.json``."""
        return {
            "check": self.check,
            "claim": self.claim.as_json(),
            "verdict": self.verdict,
            "cause": self.cause,
            "message": self.message,
            "expected": [figure.as_json() for figure in self.expected],
            "arithmetic": self.arithmetic,
            "reports": [report.as_json() for report in self.reports],
            "suggestion": self.suggestion,
        }


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(value: Mapping[str, Any]) -> str:
    """The first 32 hex digits of the SHA-256 of a value's canonical JSON."""
    canonical = _CANONICAL.encode(value)
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def period_json(period: Period) -> Json:
    """A period in the JSON form that claims and losses share."""
    return {"start": _iso(period.start), "end": _iso(period.end), "kind": period.kind}
