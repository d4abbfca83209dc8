"""What may be added or divided: like figures only, and every reason where they are unlike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lossledger.compare.sheet import FLOORS, Line, counts_people, scope_words
from lossledger.errors import LossledgerError
from lossledger.model import Json
from lossledger.quantity import Quantity


class Unlike(LossledgerError):
    """Figures that may not be reckoned with each other; ``reasons`` gives every reason."""

    def __init__(self, operation: str, reasons: Sequence[str]) -> None:
        self.operation, self.reasons = operation, tuple(dict.fromkeys(reasons))
        super().__init__(f"{operation} refused", "; ".join(self.reasons))

    def as_json(self) -> Json:
        """The refusal with its reasons."""
        return {"refused": self.operation, "reasons": list(self.reasons)}


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of one claimant's like figures for several parties."""

    quantity: Quantity
    lines: tuple[Line, ...]

    def as_json(self) -> Json:
        """The sum, its bounds and what it was added up from."""
        return {
            "total": {"low": self.quantity.low, "high": self.quantity.high},
            "of": [line.claim.id for line in self.lines],
        }


@dataclass(frozen=True, slots=True)
class Ratio:
    """One claimant's figure for one party divided by its like figure for the other.

    ``low`` and ``high`` follow from the bounds of both; ``None`` is open.
    """

    low: Fraction | None
    high: Fraction | None
    lines: tuple[Line, Line]

    def as_json(self) -> Json:
        """The ratio to two places, and what it was divided from."""
        low, high = (round(float(n), 2) if n is not None else None for n in (self.low, self.high))
        return {"ratio": {"low": low, "high": high}, "of": [line.claim.id for line in self.lines]}


def total(lines: Sequence[Line]) -> Total:
    """The sum of like figures, ranges added as ranges; ``Unlike`` names why there is none."""
    _require_like("total", lines)
    lows = [line.quantity.low for line in lines]
    highs = [line.quantity.high for line in lines]
    if None in lows and None in highs:
        raise Unlike("total", ["an upper and a lower bound have no sum"])
    return Total(Quantity(_added(lows), _added(highs)), tuple(lines))


def ratio(lines: Sequence[Line]) -> Ratio:
    """The first of two like figures divided by the second; ``Unlike`` names why there is none."""
    if len(lines) != 2:
        first = f"a ratio has two figures, here are {len(lines)}"
        raise Unlike("ratio", [first, *unlike(*lines)])
    _require_like("ratio", lines)
    one, two = (line.quantity for line in lines)
    if not two.low or two.high == 0:
        raise Unlike("ratio", ["the second figure may be 0"])
    low = Fraction(one.low, two.high) if one.low is not None and two.high else None
    high = Fraction(one.high, two.low) if one.high is not None else None
    return Ratio(low, high, (lines[0], lines[1]))


def unlike(*lines: Line) -> tuple[str, ...]:
    """Every reason why figures may not be added or divided; empty for like figures."""
    return tuple(_reasons(lines))


def _require_like(operation: str, lines: Sequence[Line]) -> None:
    if len(lines) < 2:
        raise Unlike(operation, [f"needs two figures or more, here are {len(lines)}"])
    reasons = unlike(*lines)
    if reasons:
        raise Unlike(operation, reasons)


def _reasons(lines: Sequence[Line]) -> Iterator[str]:
    classes = _values(line.evidence.replace("_", " ") for line in lines)
    if len(classes) > 1:
        yield f"classes of evidence never mix: {_listed(classes)}"
    lists = {(line.claim.claimant, line.claim.party) for line in lines if line.evidence in FLOORS}
    if len(lists) > 1:
        yield "lists are never added to each other: each is a floor of its own"
    metrics = _values(line.claim.metric for line in lines)
    if len(metrics) > 1:
        yield f"different things are counted: {_listed(metrics)}"
    yield from _of_scope(lines)
    yield from _of_time(lines)
    yield from _of_speakers(lines)


def _of_scope(lines: Sequence[Line]) -> Iterator[str]:
    scopes = _values(scope_words(line.claim.scope) for line in lines)
    if len(scopes) > 1:
        yield f"kinds of loss differ and compare only as inequalities: {_listed(scopes, '; ')}"
    people = [line.claim for line in lines if counts_people(line.claim.metric)]
    silent = _values(str(claim.claimant) for claim in people if claim.scope is None)
    if len(silent) > 1:
        yield f"which kinds of loss are counted is not said: {_listed(silent)}"


def _of_time(lines: Sequence[Line]) -> Iterator[str]:
    measures = _values(line.measure for line in lines)
    starts = _values(str(line.claim.period.start) for line in lines)
    days = _values(str(line.day) for line in lines)
    if len(measures) > 1:
        yield f"periods differ: {_listed(measures)}"
    elif len(starts) > 1:
        yield f"periods differ: they begin {_listed(starts)}"
    if len(days) > 1:
        span = _listed(days) if len(days) == 2 else f"{len(days)} days, {days[0]} to {days[-1]}"
        yield f"days differ: {span}"


def _of_speakers(lines: Sequence[Line]) -> Iterator[str]:
    parties = [str(line.claim.party) for line in lines]
    twice = _values(party for party in parties if parties.count(party) > 1)
    if twice:
        yield f"several figures speak of the same losses ({_listed(twice)}): they count twice"
    claimants = _values(str(line.claim.claimant) for line in lines)
    if len(claimants) > 1:
        shown = _listed(claimants) if len(claimants) <= 4 else f"{len(claimants)} claimants"
        yield f"claimants differ, each counts in its own way: {shown}"
    behind: dict[str, set[str | None]] = {}
    for line in lines:
        behind.setdefault(line.ancestor, set()).add(line.claim.claimant)
    for ancestor, names in behind.items():
        if len(names) > 1:
            shown = _listed(_values(str(name) for name in names))
            yield f"one ancestor stands behind several of them: {ancestor} behind {shown}"


def _values(words: Iterable[str]) -> list[str]:
    return sorted(set(words))


def _listed(words: Sequence[str], mark: str = ", ") -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{mark.join(words[:-1])}{mark if mark != ', ' else ' and '}{words[-1]}"


def _added(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
