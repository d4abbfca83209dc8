"""Values to rows and back, and the canonical bytes of a row: its leaf in the log.

A leaf is one line of JSON: ASCII, no blanks, keys in the order given here, ``recorded_at``
last. It follows from the row alone, so that anyone can hash it again from an export.
"""

import json
import zlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring_ascii
from typing import Any

from lossledger.errors import LedgerError
from lossledger.ledger.answers import Mark
from lossledger.ledger.contents import Fetch, unpacked
from lossledger.model import (
    Block,
    Claim,
    Document,
    Figure,
    Json,
    Offsets,
    Reading,
    Span,
    content_hash,
)
from lossledger.period import Period
from lossledger.quantity import Quantity

Row = tuple[Any, ...]

encode = json.JSONEncoder(separators=(",", ":")).encode
_LARGEST = 2**63 - 1

CLAIM_COLUMNS = (
    "id",
    "document",
    "claimant",
    "party",
    "metric",
    "outlet",
    "relays",
    "period_kind",
    "period_start",
    "period_end",
    "as_of",
    "report_date",
    "low",
    "high",
    "strict",
    "hedge",
    "scope",
    "stance",
    "scope_words",
    "basis",
    "confidence",
    "rules",
    "span_start",
    "span_end",
    "byte_start",
    "byte_end",
    "quote",
    "sentence",
)
"""The columns of a claim that it brings itself; the ledger adds ``seq`` and ``recorded_at``."""

FIGURE_COLUMNS = (
    "id",
    "document",
    "claimant",
    "party",
    "metric",
    "outlet",
    "relays",
    "period_kind",
    "period_start",
    "period_end",
    "as_of",
    "report_date",
    "low",
    "high",
    "strict",
    "hedge",
    "scope",
    "stance",
    "recorded_at",
)

DOCUMENT_COLUMNS = (
    "id",
    "origin",
    "outlet",
    "media_type",
    "language",
    "title",
    "published_at",
    "published_from",
    "retrieved_at",
    "report_date",
    "bytes",
    "characters",
    "text_hash",
    "layout_hash",
)
"""What is known about a document; its bytes, text and layout follow, packed."""

PACKED_COLUMNS = ("content", "text", "layout")

READING_COLUMNS = ("id", "document", "body")

PACKED = {"document": PACKED_COLUMNS}

MARK_COLUMNS = ("id", "kind", "claim", "replacement", "reason", "marked_by")

FETCH_COLUMNS = ("id", "document", "how")

STATEMENT_COLUMNS = (
    *("id", "document", "kind", "claimant", "outlet", "relays", "said_on", "span_start"),
    *("span_end", "byte_start", "byte_end", "quote", "sentence", "places"),
)

PLACES_COLUMNS = ("id", "document", "claim", "places")

COLUMNS = {
    "statement": STATEMENT_COLUMNS,
    "places": PLACES_COLUMNS,
    "document": DOCUMENT_COLUMNS,
    "reading": READING_COLUMNS,
    "claim": CLAIM_COLUMNS,
    "mark": MARK_COLUMNS,
    "fetch": FETCH_COLUMNS,
}


def moment_text(moment: datetime) -> str:
    """A moment as UTC text of fixed width; a moment without a zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        aware = aware.astimezone(UTC)
    except OverflowError:  # the first or last day of the calendar, in another zone
        aware = aware.replace(tzinfo=UTC)
    return aware.isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_after(text: str) -> str:
    """The next moment that can be told from this one; the same at the end of the calendar."""
    try:
        return moment_text(moment_of(text) + timedelta(microseconds=1))
    except OverflowError:
        return text


@lru_cache(4096)
def moment_of(text: str) -> datetime:
    """The moment that a stored text gives."""
    return datetime.fromisoformat(text)


@lru_cache(16384)
def day_of(text: str | None) -> date | None:
    """The day that a stored text gives."""
    return date.fromisoformat(text) if text is not None else None


@lru_cache(4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a stored list."""
    return tuple(json.loads(text))


@lru_cache(4096)
def _words_text(words: tuple[str, ...]) -> str:
    return encode(words)


@lru_cache(16384)
def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def claim_row(claim: Claim) -> Row:
    """A claim as the values of ``CLAIM_COLUMNS``; its id is computed here, once."""
    quantity, period, span, place = claim.quantity, claim.period, claim.span, claim.byte_span
    low, high = quantity.low, quantity.high
    if not -_LARGEST <= (low or 0) <= _LARGEST or not -_LARGEST <= (high or 0) <= _LARGEST:
        raise LedgerError(
            f"claim {claim.quote[:40]!r}", "the figure is too large to keep", "leave it unread"
        )
    return (
        claim.id,
        claim.document,
        claim.claimant,
        claim.party,
        claim.metric,
        claim.outlet,
        _words_text(claim.relays),
        period.kind,
        _iso(period.start),
        _iso(period.end),
        _iso(claim.as_of),
        _iso(claim.report_date),
        low,
        high,
        int(quantity.strict),
        quantity.hedge,
        _words_text(claim.scope) if claim.scope is not None else None,
        claim.stance,
        claim.scope_words,
        claim.basis,
        claim.confidence,
        _words_text(claim.rules),
        span.start,
        span.end,
        place.start,
        place.end,
        claim.quote,
        claim.sentence,
    )


@lru_cache(4096)
def _period(kind: str, start: str | None, end: str | None) -> Period:
    return Period(day_of(start), day_of(end), kind)


def claim_of(row: Sequence[Any]) -> Claim:
    """The claim that ``CLAIM_COLUMNS`` of a row give."""
    return Claim(
        document=row[1],
        span=Span(row[22], row[23]),
        byte_span=Span(row[24], row[25]),
        quote=row[26],
        sentence=row[27],
        outlet=row[5],
        relays=words_of(row[6]),
        claimant=row[2],
        party=row[3],
        metric=row[4],
        scope=words_of(row[16]) if row[16] is not None else None,
        scope_words=row[18],
        quantity=Quantity(row[12], row[13], bool(row[14]), row[15]),
        period=_period(row[7], row[8], row[9]),
        as_of=day_of(row[10]),
        report_date=day_of(row[11]),
        stance=row[17],
        basis=row[19],
        confidence=row[20],
        rules=words_of(row[21]),
    )


def figure_of(row: Sequence[Any]) -> Figure:
    """The light row that ``FIGURE_COLUMNS`` of a row give."""
    (key, document, claimant, party, metric, outlet, relays, kind, start, end) = row[:10]
    as_of, report_date, low, high, strict, hedge, scope, stance, recorded_at = row[10:19]
    return Figure._make(
        (
            key,
            document,
            claimant,
            party,
            metric,
            via_of(relays, outlet),
            kind,
            day_of(start),
            day_of(end),
            day_of(as_of),
            day_of(report_date),
            low,
            high,
            bool(strict),
            hedge,
            words_of(scope) if scope is not None else None,
            stance,
            moment_of(recorded_at),
        )
    )


def via_of(relays: str, outlet: str | None) -> str | None:
    """Who took the figure from the claimant: the innermost relay, else the outlet."""
    return words_of(relays)[-1] if relays != "[]" else outlet


def document_row(document: Document, packed: bytes | None = None) -> Row:
    """A document as the values of ``DOCUMENT_COLUMNS`` and ``PACKED_COLUMNS``.

    The text is kept only where it is not simply the content read as UTF-8. ``packed`` is the
    content packed already.
    """
    text, layout = document.text.encode(), _layout(document)
    return (
        document.id,
        document.origin,
        document.outlet,
        document.media_type,
        document.language,
        document.title,
        document.published_at.isoformat() if document.published_at else None,
        document.published_from,
        document.retrieved_at.isoformat() if document.retrieved_at else None,
        _iso(document.report_date),
        len(document.content),
        len(document.text),
        sha256(text).hexdigest(),
        sha256(layout).hexdigest(),
        zlib.compress(document.content) if packed is None else packed,
        None if text == document.content else zlib.compress(text),
        zlib.compress(layout),
    )


def _layout(document: Document) -> bytes:
    """Where the text's characters stand in the bytes, and its pieces, as JSON."""
    offsets = document.offsets
    layout = {
        "starts": offsets.starts,
        "places": offsets.places,
        "widths": offsets.widths,
        "blocks": [(b.span.start, b.span.end, b.kind) for b in document.blocks],
    }
    return encode(layout).encode()


def document_of(row: Sequence[Any], fetch: Fetch | None = None) -> Document:
    """The document that ``DOCUMENT_COLUMNS`` and ``PACKED_COLUMNS`` of a row give.

    One whose bytes were left out of an export comes back without them.
    """
    about = dict(zip((*DOCUMENT_COLUMNS, *PACKED_COLUMNS), row, strict=True))
    content = unpacked(about["content"], fetch) if about["content"] is not None else b""
    text = unpacked(about["text"]) if about["text"] is not None else content
    layout = json.loads(unpacked(about["layout"])) if about["layout"] else {}
    pieces = layout.get("blocks", ())
    return Document(
        id=about["id"],
        text=text.decode(),
        offsets=Offsets(*(tuple(layout.get(k, ())) for k in ("starts", "places", "widths"))),
        content=content,
        origin=about["origin"],
        media_type=about["media_type"],
        language=about["language"],
        blocks=tuple(Block(Span(start, end), kind) for start, end, kind in pieces),
        outlet=about["outlet"],
        title=about["title"],
        published_at=_moment_or_none(about["published_at"]),
        published_from=about["published_from"],
        retrieved_at=_moment_or_none(about["retrieved_at"]),
        report_date=day_of(about["report_date"]),
    )


def _moment_or_none(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text is not None else None


def reading_row(reading: Reading, claims: Sequence[Row]) -> Row:
    """A reading as the values of ``READING_COLUMNS``: all of it but the claims' own words."""
    body: Json = {
        "document": reading.document.id,
        "claims": [row[0] for row in claims],
        "relations": [relation.as_json() for relation in reading.relations],
        "ignored": [number.as_json() for number in reading.ignored],
        "unread": [number.as_json() for number in reading.unread],
        "notes": [note.as_json() for note in reading.notes],
    }
    if reading.statements:
        body["statements"] = [statement.id for statement in reading.statements]
    return (content_hash(body), reading.document.id, encode(body))


def mark_row(mark: Mark) -> Row:
    """A mark as the values of ``MARK_COLUMNS``."""
    said = mark._asdict()
    del said["recorded_at"]
    return (
        content_hash(said),
        *(said[k] for k in ("kind", "claim", "replacement", "reason", "by")),
    )


def mark_of(row: Sequence[Any]) -> Mark:
    """The mark that ``MARK_COLUMNS`` and ``recorded_at`` of a row give."""
    return Mark(row[1], row[2], row[4], row[5], row[3], moment_of(row[6]))


def fetch_row(document: str, how: Json) -> Row:
    """How a document was got, as the values of ``FETCH_COLUMNS``."""
    return (content_hash({"document": document, "how": how}), document, encode(how))


def row_of_leaf(about: Json) -> tuple[str, Row, str]:
    """The kind, values and moment of recording of a row whose leaf was read from an export."""
    kind = about["row"]
    if kind != "claim":
        return kind, tuple(about[name] for name in COLUMNS[kind]), about["recorded_at"]
    parts = {
        "relays": _words_text(tuple(about["relays"])),
        "scope": None if about["scope"] is None else _words_text(tuple(about["scope"])),
        "rules": _words_text(tuple(about["rules"])),
        "strict": int(about["strict"]),
        "period_kind": about["period"]["kind"],
        "period_start": about["period"]["start"],
        "period_end": about["period"]["end"],
        "span_start": about["span"][0],
        "span_end": about["span"][1],
        "byte_start": about["bytes"][0],
        "byte_end": about["bytes"][1],
    }
    values = tuple(parts[k] if k in parts else about[k] for k in CLAIM_COLUMNS)
    return kind, values, about["recorded_at"]


def leaf_start(kind: str, row: Sequence[Any]) -> bytes:
    """A row's leaf but for the moment of recording, from the values of its ``COLUMNS``."""
    if kind == "claim":
        return _claim_leaf(row).encode()
    return encode({"row": kind} | dict(zip(COLUMNS[kind], row, strict=False)))[:-1].encode()


@lru_cache(4096)
def leaf_end(recorded_at: str) -> bytes:
    """The rest of a leaf: when the row was recorded."""
    return f',"recorded_at":"{recorded_at}"}}'.encode()


def _claim_leaf(row: Sequence[Any]) -> str:
    """The same text as ``encode`` gives for the claim's parts, in a quarter of its time.

    What many claims share is written once and remembered.
    """
    (key, document, claimant, party, metric, outlet, relays, kind, start, end) = row[:10]
    as_of, report_date, low, high, strict, hedge, scope, stance, scope_words, basis = row[10:20]
    confidence, rules, first, last, first_byte, last_byte, quote, sentence = row[20:28]
    who = _who_leaf(outlet, relays, claimant, party, metric, scope, scope_words)
    when = _when_leaf(start, end, kind, as_of, report_date)
    return (
        f'{{"row":"claim","id":{_quoted(key)},"document":{_quoted(document)},'
        f'"span":[{_digits(first)},{_digits(last)}],'
        f'"bytes":[{_digits(first_byte)},{_digits(last_byte)}],'
        f'"quote":{_quoted(quote)},"sentence":{_quoted(sentence)},{who},'
        f'"low":{_int(low)},"high":{_int(high)},'
        f'"strict":{_FLAGS[int.__repr__(strict)]},{_hedge_leaf(hedge)},{when},'
        f"{_how_leaf(stance, basis, confidence, rules)}"
    )


@lru_cache(16384)
def _who_leaf(
    outlet: str | None,
    relays: str,
    claimant: str | None,
    party: str | None,
    metric: str,
    scope: str | None,
    scope_words: str | None,
) -> str:
    return (
        f'"outlet":{_text(outlet)},"relays":{_words_leaf(relays)},"claimant":{_text(claimant)},'
        f'"party":{_text(party)},"metric":{_text(metric)},"scope":{_words_leaf(scope)},'
        f'"scope_words":{_text(scope_words)}'
    )


@lru_cache(256)
def _hedge_leaf(hedge: str | None) -> str:
    return f'"hedge":{_text(hedge)}'


@lru_cache(65536)
def _when_leaf(
    start: str | None, end: str | None, kind: str, as_of: str | None, report_date: str | None
) -> str:
    return (
        f'"period":{{"start":{_text(start)},"end":{_text(end)},"kind":{_text(kind)}}},'
        f'"as_of":{_text(as_of)},"report_date":{_text(report_date)}'
    )


@lru_cache(16384)
def _how_leaf(stance: str, basis: str | None, confidence: str, rules: str) -> str:
    return (
        f'"stance":{_text(stance)},"basis":{_text(basis)},"confidence":{_text(confidence)},'
        f'"rules":{_words_leaf(rules)}'
    )


_FLAGS = {"0": "false", "1": "true"}
_quoted = encode_basestring_ascii
_digits = int.__repr__


def _text(text: str | None) -> str:
    return "null" if text is None else encode_basestring_ascii(text)


def _int(number: int | None) -> str:
    return "null" if number is None else int.__repr__(number)


@lru_cache(4096)
def _words_leaf(text: str | None) -> str:
    if text is not None and encode(words_of(text)) != text:
        raise ValueError("a list of words that was not written here")
    return "null" if text is None else text


def holds_nul(leaf: bytes) -> bool:
    """Whether a leaf's texts hold a NUL character, which not every store can keep."""
    return b"\\u0000" in leaf and b"\\u0000" in leaf.replace(b"\\\\", b"")
