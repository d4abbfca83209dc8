"""What follows what: every stream against every fuller one, under each way of reckoning.

A running total follows when it is the other's, some days earlier or later. A month, a mean a
day and a run of days follow when they are differences of the other's reports, by loss day or
by report day (see ``lossledger.series``); a month also when it is a mean times its days, and
a running sum when it grows by the other's months. What chance alone would give is measured by
the same comparison with the days shifted, and stands beside the result.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from lossledger import vocabulary
from lossledger.lineage.streams import Point, Stream, streams
from lossledger.model import Claim, Json
from lossledger.period import DAY
from lossledger.series import CONVENTIONS, report_days

CLOSE, NEAR = Fraction(1, 200), Fraction(1, 100)
"""Within half a per cent, and within one per cent, of the figure reckoned."""
FEWEST = 5
"""No stream of fewer points is said to follow another."""
LEAST = Fraction(3, 5)
"""So much of the points must fit, and at least twice what chance gives."""
MEAN_TIMES_DAYS, SUM_OF_MONTHS = "mean_times_days", "sum_of_months"
LAGS = (0, -1, 1, -2, 2)
SHIFTS = (-61, -30, 30, 61)
"""Days by which the points are shifted to see what chance alone would give."""
FULL = 30
"""A stream of this many running totals can be an ancestor of other measures."""


Amount = Fraction | int
"""What an ancestor's reports give for a point."""


class Misfit(NamedTuple):
    """A point that does not fit: what it says and what the ancestor's reports give."""

    point: Point
    expected: Amount | None
    elsewhere: tuple[date, ...] = ()

    @property
    def off(self) -> Fraction | None:
        """How far the point lies from what was reckoned, as a part of that."""
        if not self.expected:
            return None
        return Fraction(self.point.value) / self.expected - 1

    def as_json(self) -> Json:
        """The point with what was expected; ``elsewhere`` are days whose total it is."""
        return {
            "claim": self.point.claim,
            "start": _iso(self.point.start),
            "end": _iso(self.point.end),
            "day": self.point.day.isoformat(),
            "value": self.point.value,
            "expected": round(self.expected) if self.expected is not None else None,
            "off_percent": round(float(self.off * 100), 2) if self.off is not None else None,
            "elsewhere": [day.isoformat() for day in self.elsewhere],
        }


@dataclass(frozen=True, slots=True)
class Edge:
    """One stream follows another.

    ``by`` is how it is reckoned: ``lag N`` (the total of N days later), ``loss_day``,
    ``report_day``, ``mean_times_days``, ``sum_of_months``, or ``stated``. ``compared`` are the
    points for which the ancestor's reports are held; ``equal`` of them are the reckoned figure,
    rounded as the point is; ``close`` and ``near`` lie within 0.5 and 1 per cent. ``chance`` is
    the share that fits when the days are shifted. ``other_definition`` says how the two differ
    in what they count, if they do. ``fitting`` leads from the claims that fit to the claim of
    the same day that each follows, ``None`` where it follows several.
    """

    child: Stream
    parent: Stream
    by: str
    compared: int
    equal: int
    close: int
    near: int
    chance: Fraction
    misfits: tuple[Misfit, ...] = ()
    other_definition: str | None = None
    fitting: Mapping[str, str | None] = field(default_factory=dict, repr=False)

    @property
    def evidence(self) -> str:
        """The evidence in one line."""
        if self.by == "stated":
            return f"stated: {self.compared} figures name {self.parent.claimant} as their claimant"
        chance = f"{float(self.chance):.0%} by chance"
        return (
            f"{self.equal} of {self.compared} equal, {self.close} within 0.5 %, "
            f"{self.near} within 1 % ({chance})"
        )

    @property
    def exceptions_by_month(self) -> Mapping[str, int]:
        """How many points of each month do not fit; the month is that of the first day."""
        days = (m.point.day if self.child.measure == "total" else m.point.start or m.point.day
                for m in self.misfits)  # fmt: skip
        return Counter(f"{day:%Y-%m}" for day in days)

    def as_json(self) -> Json:
        """The edge with its evidence and the points that do not fit."""
        return {
            "child": self.child.as_json(),
            "parent": self.parent.as_json(),
            "by": self.by,
            "compared": self.compared,
            "equal": self.equal,
            "within_half_percent": self.close,
            "within_one_percent": self.near,
            "chance": round(float(self.chance), 3),
            "other_definition": self.other_definition,
            "evidence": self.evidence,
            "exceptions_by_month": dict(self.exceptions_by_month),
            "exceptions": [misfit.as_json() for misfit in self.misfits],
        }


def edges(claims: Iterable[Claim]) -> tuple[Edge, ...]:
    """Everything that follows something else, the stated relays first.

    A stream is set against those on the same metric and party whose claimant's fullest stream
    is fuller; of the ways to reckon it the one that fits best counts, and of several ancestors
    each that fits.
    """
    found = streams(claims)
    fullness = _fullness(found)
    made = [*_stated(found)]
    for child in found:
        for parent in found:
            if _comparable(child, parent, fullness):
                edge = _best(child, parent)
                if edge is not None:
                    made.append(edge)
    return tuple(made)


def _fullness(found: Iterable[Stream]) -> Mapping[tuple[str, ...], int]:
    """How many points the fullest stream of a claimant has, whoever passes it on."""
    most: dict[tuple[str, ...], int] = {}
    for stream in found:
        key = _whose(stream)
        most[key] = max(most.get(key, 0), len(stream.points))
    return most


def _whose(stream: Stream) -> tuple[str, ...]:
    return stream.claimant, stream.party, stream.metric, stream.measure


def _comparable(child: Stream, parent: Stream, fullness: Mapping[tuple[str, ...], int]) -> bool:
    """Whether the one may follow the other; of two like streams only the less full one may."""
    if child is parent or (child.metric, child.party) != (parent.metric, parent.party):
        return False
    if len(child.points) < FEWEST or not _ways(child, parent):
        return False
    if child.claimant == parent.claimant and _own(child) != _own(parent):
        return _own(parent)  # a claimant's own figures never follow a relay's copy of them
    if child.measure != parent.measure and parent.measure != "sum":
        return True
    less, more = fullness[_whose(child)], fullness[_whose(parent)]
    if less == more:
        less, more = len(child.points), len(parent.points)
    return (less, parent.key) < (more, child.key)


def _own(stream: Stream) -> bool:
    """Whether the claimant published the figures itself."""
    return stream.outlet == stream.claimant


def _ways(child: Stream, parent: Stream) -> tuple[str, ...]:
    """The ways in which a stream of one measure can be reckoned from one of another."""
    match child.measure, parent.measure:
        case ("total", "total") | ("sum", "sum"):
            return tuple(f"lag {lag}" for lag in LAGS)
        case "total", "sum":
            return ("lag 0",)
        case (("month" | "mean" | "day" | "span"), "total"):
            full = len(parent.points) >= max(FULL, 2 * len(child.points))
            return CONVENTIONS if full else ()
        case "month", "mean":
            return (MEAN_TIMES_DAYS,)
        case "sum", "month":
            return (SUM_OF_MONTHS,)
    return ()


def _stated(found: Sequence[Stream]) -> Iterator[Edge]:
    """An outlet that is not the claimant relays: its stream follows the claimant's own."""
    for stream in found:
        if not _own(stream):
            said = [s for s in found if _same_figures(s, stream) and _own(s)]
            own = said[0] if said else _said_by(stream)
            points = dict.fromkeys(point.claim for point in stream.points)
            yield Edge(stream, own, "stated", len(points), 0, 0, 0, Fraction(0), fitting=points)


def _same_figures(one: Stream, other: Stream) -> bool:
    return (one.claimant, one.party, one.metric, one.measure, one.scope) == (
        other.claimant, other.party, other.metric, other.measure, other.scope
    )  # fmt: skip


def _said_by(stream: Stream) -> Stream:
    """The claimant's own figures, of which nothing is held but what others passed on."""
    return Stream(
        stream.claimant,
        stream.claimant,
        stream.party,
        stream.metric,
        stream.measure,
        stream.scope,
        stream.points,
    )


def _best(child: Stream, parent: Stream) -> Edge | None:
    """The way of reckoning that fits most points, if enough of them fit."""
    made = [_measured(child, parent, by) for by in _ways(child, parent)]
    best = max((edge for edge in made if edge is not None), key=_fit, default=None)
    if best is None or _decisive(best) < FEWEST:
        return None
    share = Fraction(_decisive(best), best.compared)
    if share < LEAST:
        return None
    chance = _chance(child, parent, best.by)
    return replace(best, chance=chance) if share >= 2 * chance else None


def _fit(edge: Edge) -> tuple[int, int]:
    return _decisive(edge), edge.equal


def _decisive(edge: Edge) -> int:
    """Running totals grow slowly, so that only equal ones speak; differences may be near."""
    return edge.near if edge.by in CONVENTIONS else edge.equal


def _measured(child: Stream, parent: Stream, by: str) -> Edge | None:
    pairs = list(_reckoned(child, parent, by, 0))
    held = [(point, expected) for point, expected, _ in pairs if expected is not None]
    if not held:
        return None
    elsewhere = _days_by_value(parent) if by.startswith("lag") else {}
    return Edge(
        child,
        parent,
        by,
        compared=len(held),
        equal=sum(_equal(p.value, e) for p, e in held),
        close=sum(_within(p.value, e, CLOSE) for p, e in held),
        near=sum(_within(p.value, e, NEAR) for p, e in held),
        chance=Fraction(0),
        misfits=tuple(
            Misfit(p, e, elsewhere.get(p.value, ()))
            for p, e, _ in pairs
            if e is None or not _near(p.value, e, by)
        ),
        other_definition=_other_definition(child, parent),
        fitting={p.claim: of for p, e, of in pairs if e is not None and _near(p.value, e, by)},
    )


def _near(value: int, expected: Amount, by: str) -> bool:
    return _equal(value, expected) or (by in CONVENTIONS and _within(value, expected, NEAR))


def _reckoned(
    child: Stream, parent: Stream, by: str, shift: int
) -> Iterator[tuple[Point, Amount | None, str | None]]:
    """Every point with what the ancestor gives for it, and the one claim that gives it.

    The figure is ``None`` where it is not held; the claim is ``None`` for differences.
    """
    held: dict[date, Point] = {}
    for point in parent.points:
        held.setdefault(point.day, point)
    totals = {day: point.value for day, point in held.items()}
    war_start, before = vocabulary.war_start(child.party), 0
    for point in child.points:
        if by in CONVENTIONS:
            yield point, _difference(point, child.measure, totals, by, war_start, shift), None
            continue
        lag = int(by.removeprefix("lag ")) if by.startswith("lag") else 0
        found = held.get(point.day + (shift + lag) * DAY)
        expected: Amount | None = None if found is None else found.value
        if expected is not None and by == MEAN_TIMES_DAYS:
            days = (point.end - point.start).days + 1 if point.start and point.end else 0
            expected = expected * days if days else None
        elif expected is not None and by == SUM_OF_MONTHS:
            expected += before
        before = point.value
        yield point, expected, found.claim if found else None


def _difference(
    point: Point,
    measure: str,
    totals: Mapping[date, int],
    by: str,
    war_start: date | None,
    shift: int,
) -> Amount | None:
    """What two reports give for a run of days, divided by the days for a mean."""
    if point.start is None or point.end is None:
        return None
    base, last = (day + shift * DAY for day in report_days(point.start, point.end, by))
    before = 0 if war_start and base <= war_start else totals.get(base)
    after = totals.get(last)
    if before is None or after is None:
        return None
    return Fraction(after - before, (last - base).days) if measure == "mean" else after - before


def _chance(child: Stream, parent: Stream, by: str) -> Fraction:
    """The share of points that fits when the ancestor's days are shifted by a month or two."""
    tried = fitted = 0
    for shift in SHIFTS:
        for point, expected, _ in _reckoned(child, parent, by, shift):
            if expected is not None:
                tried += 1
                fitted += _near(point.value, expected, by)
    return Fraction(fitted, tried) if tried else Fraction(0)


def grain(value: int) -> int:
    """The power of ten to which a figure looks rounded."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def _equal(value: int, expected: Amount) -> bool:
    """Whether the figure is the one reckoned, rounded to the grain that it shows.

    A grain of more than two per cent of the figure says too little to count.
    """
    step = grain(value)
    return 2 * _apart(value, expected) <= (step if step * 50 <= value else 1)


def _within(value: int, expected: Amount, part: Fraction) -> bool:
    return _apart(value, expected) * part.denominator <= part.numerator * _apart(0, expected)


def _apart(value: int, expected: Amount) -> Amount:
    """How far apart two amounts are; whole numbers stay whole, which is much faster."""
    return value - expected if value >= expected else expected - value


def _days_by_value(parent: Stream) -> Mapping[int, tuple[date, ...]]:
    """The days of each total, for the figures that are the ancestor's on another day."""
    found: dict[int, tuple[date, ...]] = {}
    for point in parent.points:
        found[point.value] = (*found.get(point.value, ()), point.day)
    return found


def _other_definition(child: Stream, parent: Stream) -> str | None:
    """How the two differ in what they count."""
    said = []
    if child.scope != parent.scope:
        said.append(f"{_scope(parent)} given as {_scope(child)}")
    if "sum" in (parent.measure, child.measure) and parent.measure != child.measure:
        summed = parent if parent.measure == "sum" else child
        first = min((p.start for p in summed.points if p.start), default=None)
        if child.measure == "total":
            said.append(f"a sum since {first} given as the total of the war")
    return "; ".join(said) or None


def _scope(stream: Stream) -> str:
    return " and ".join(stream.scope) if stream.scope else "losses of no stated kind"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
