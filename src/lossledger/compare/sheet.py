"""The sheet: who says what of whom, by evidence class, kind of loss, day and period."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from lossledger import vocabulary
from lossledger.lineage import Ancestry, measure
from lossledger.model import PART, Claim, Json, Span, period_json
from lossledger.quantity import Quantity

FLOORS = ("named_floor", "visual_floor")
CLASSES = (*vocabulary.EVIDENCE, vocabulary.UNCLASSIFIED)


class Meaning(Protocol):
    """What a source means by a metric on a day, in the form of ``sources.Definition``."""

    @property
    def scope(self) -> tuple[str, ...] | None: ...
    @property
    def words(self) -> str: ...
    @property
    def evidence(self) -> str: ...


Definitions = Callable[[str, str, date], Meaning | None]
"""What a source (an id) means by a metric (a code) on a day, such as ``sources.definition``."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet: a claimant's figure as one outlet gives it.

    The claim's ``scope`` is what the figure is said to count here. Where it or the claimant's
    own definition states no kind of loss, ``defined`` gives that definition, as the kind may
    be the outlet's reading. ``ancestor`` is whose figure it is in the end.
    ``earlier`` counts the older figures of the same claimant, outlet, kind and measure.
    ``parts`` counts the disjoint parts of one list that we added up; 1 for a figure as said.
    """

    claim: Claim
    evidence: str
    measure: str
    ancestor: str
    defined: str | None = None
    earlier: int = 0
    parts: int = 1

    @property
    def day(self) -> date | None:
        """The day that the figure describes, ``None`` where the outlet gives none."""
        return day_of(self.claim)

    @property
    def quantity(self) -> Quantity:
        """The figure as said; the total of a floor is a lower bound."""
        said = self.claim.quantity
        if self.evidence in FLOORS and said.value is not None:
            return Quantity(said.low, None, hedge=said.hedge)
        return said

    def as_json(self) -> Json:
        """The line, with the claim's id and its figure as said."""
        claim = self.claim
        return {
            "evidence": self.evidence,
            "metric": claim.metric,
            "scope": list(claim.scope) if claim.scope else None,
            "scope_words": claim.scope_words,
            "party": claim.party,
            "claimant": claim.claimant,
            "outlet": claim.outlet,
            "relays": list(claim.relays),
            "ancestor": self.ancestor,
            "low": claim.quantity.low,
            "high": claim.quantity.high,
            "strict": claim.quantity.strict,
            "hedge": claim.quantity.hedge,
            "says": str(self.quantity),
            "measure": self.measure,
            "period": period_json(claim.period),
            "as_of": self.day.isoformat() if self.day else None,
            "basis": claim.basis,
            "stance": claim.stance,
            "defined": self.defined,
            "earlier": self.earlier,
            "parts": self.parts,
            "claim": claim.id,
        }


def sheet(
    claims: Iterable[Claim],
    *,
    ancestry: Ancestry | None = None,
    definitions: Definitions | None = None,
    on: date | None = None,
    every: bool = False,
) -> tuple[Line, ...]:
    """The figures by evidence class, kind of loss, measure, party, claimant and day.

    Of one claimant's figures of one kind and measure, as one outlet gives them, the latest one
    stands on the sheet, or with ``every`` all of them. ``on`` leaves out figures that describe
    a later day. Denied figures, goals and forecasts are no figures of losses and are left out.
    """
    lineage = ancestry or Ancestry(())
    groups: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for claim, parts in _added_up(claims):
        if claim.stance not in ("asserted", "derived") or _after(claim, on):
            continue
        line = Line(
            claim,
            vocabulary.evidence_class(claim.claimant, claim.basis),
            measure(claim),
            lineage.root(claim),
            _defined(claim, definitions),
            parts=parts,
        )
        bounds = claim.quantity.low is None, claim.quantity.high is None
        groups[_key(line), bounds if every else None].append(line)
    kept = [line for lines in groups.values() for line in _kept(lines, every)]
    return tuple(sorted(kept, key=_order))


def voices(lines: Iterable[Line]) -> dict[tuple[str | None, str], tuple[str, ...]]:
    """The ancestors behind the lines of each party and kind of loss: each counts once.

    For equipment, where no kind of loss is said, the metric stands in its place.
    """
    found: dict[tuple[str | None, str], dict[str, None]] = defaultdict(dict)
    for line in lines:
        claim = line.claim
        kind = scope_words(claim.scope) if counts_people(claim.metric) else claim.metric
        found[claim.party, kind][line.ancestor] = None
    return {key: tuple(names) for key, names in found.items()}


def scope_words(scope: tuple[str, ...] | None) -> str:
    """What is counted, in words; a scope that is not stated is said to be so."""
    return " and ".join(scope) if scope else "not stated"


def counts_people(metric: str) -> bool:
    """Whether kinds of loss are a question at all."""
    found = vocabulary.metrics().get(metric)
    return found is not None and found.kind == "person"


def day_of(claim: Claim) -> date | None:
    """The day that a claim describes."""
    return claim.as_of or claim.report_date or claim.period.end


def _after(claim: Claim, on: date | None) -> bool:
    day = day_of(claim)
    return on is not None and day is not None and day > on


def _key(line: Line) -> tuple[object, ...]:
    claim = line.claim
    return (
        line.evidence, claim.party, claim.claimant, claim.outlet, claim.metric, claim.scope,
        line.measure,
    )  # fmt: skip


def _kept(lines: Sequence[Line], every: bool) -> Sequence[Line]:
    if every:
        return lines
    latest = max(lines, key=lambda line: line.day or date.min)
    same = [line for line in lines if line.day == latest.day]
    distinct = {line.claim.quantity: line for line in same}
    return [replace(line, earlier=len(lines) - len(same)) for line in distinct.values()]


def _order(line: Line) -> tuple[object, ...]:
    claim = line.claim
    return (
        CLASSES.index(line.evidence), claim.scope or (), line.measure, claim.party or "",
        claim.claimant or "", claim.outlet or "", line.day or date.min, claim.quantity.figures,
    )  # fmt: skip


def _defined(claim: Claim, definitions: Definitions | None) -> str | None:
    day = day_of(claim)
    if definitions is None or claim.claimant is None or day is None:
        return None
    found = definitions(claim.claimant, claim.metric, day)
    apart = claim.scope is not None and not {"killed", "wounded"} & set(claim.scope)
    if found is None or apart or found.scope == claim.scope:
        return None
    if None not in (found.scope, claim.scope):
        return None
    return f"{scope_words(found.scope)} ({found.words})"


def _added_up(claims: Iterable[Claim]) -> Iterable[tuple[Claim, int]]:
    """The claims, with the disjoint parts of one list added up to one line each."""
    lists: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if PART in claim.rules and claim.quantity.value is not None:
            key = (claim.document, claim.claimant, claim.party, claim.metric, claim.scope)
            lists[key].append(claim)
        else:
            yield claim, 1
    for parts in lists.values():
        yield _sum(parts), len(parts)


def _sum(parts: Sequence[Claim]) -> Claim:
    """One line for a list: its parts are of one document and exclude each other."""
    whole = sum(part.quantity.value or 0 for part in parts)
    first, last = parts[0], parts[-1]
    return replace(
        first,
        span=Span(first.span.start, last.span.end),
        quantity=Quantity.exactly(whole),
        scope_words=f"{len(parts)} parts of one list",
        stance="derived" if len(parts) > 1 else first.stance,
    )
