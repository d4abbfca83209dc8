"""Claims sorted into streams: one claimant's figures of one kind, as one outlet gives them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from lossledger import vocabulary
from lossledger.model import PART, RATE, Claim, Json

MEASURES = ("total", "sum", "month", "mean", "day", "span")
"""Running total of the war; running sum from a later day; a calendar month; a mean a day; a
single day; any other run of days."""


class Point(NamedTuple):
    """One figure: the days it covers and the day that it describes."""

    claim: str
    start: date | None
    end: date | None
    day: date
    value: int


@dataclass(frozen=True, slots=True)
class Stream:
    """One claimant's figures of one measure, by day, as one outlet gives them."""

    claimant: str
    outlet: str
    party: str
    metric: str
    measure: str
    scope: tuple[str, ...] | None
    points: tuple[Point, ...] = field(repr=False)

    @property
    def key(self) -> str:
        """The stream in one word, the same in tables and graphs."""
        scope = "+".join(self.scope) if self.scope else "losses"
        what = self.metric if self.scope is None else f"{self.metric}[{scope}]"
        via = "" if self.outlet == self.claimant else f" via {self.outlet}"
        return f"{self.claimant}{via}: {self.measure} {what} of {self.party}"

    def as_json(self) -> Json:
        """The stream without its points."""
        return {
            "claimant": self.claimant,
            "outlet": self.outlet,
            "party": self.party,
            "metric": self.metric,
            "measure": self.measure,
            "scope": list(self.scope) if self.scope else None,
            "points": len(self.points),
            "first": self.points[0].day.isoformat(),
            "last": self.points[-1].day.isoformat(),
        }


def streams(claims: Iterable[Claim]) -> tuple[Stream, ...]:
    """The streams that claims make up, in the order of their keys.

    Only asserted or derived figures with one value, a claimant, a party and a day are points;
    parts of a list are none. The same figure for the same days is one point.
    """
    groups: dict[
        tuple[str, str, str, str, str, str], dict[tuple[date | None, date, int], Point]
    ] = defaultdict(dict)
    scopes: dict[tuple[str, str, str, str, str, str], tuple[str, ...] | None] = {}
    for claim in claims:
        point = _point(claim)
        if point is None or claim.claimant is None or claim.party is None:
            continue
        outlet = claim.outlet or claim.claimant
        scope = "+".join(claim.scope or ())
        key = (claim.claimant, outlet, claim.party, claim.metric, measure(claim), scope)
        groups[key].setdefault((point.start, point.day, point.value), point)
        scopes[key] = claim.scope
    return tuple(
        Stream(
            *key[:5],
            scopes[key],
            tuple(sorted(groups[key].values(), key=lambda p: (p.day, p.value))),
        )
        for key in sorted(groups)
    )


def measure(claim: Claim) -> str:
    """Which of ``MEASURES`` a claim's figure is."""
    if RATE in claim.rules:
        return "mean"
    period = claim.period
    if period.kind == "cumulative":
        since_start = period.start in (None, *vocabulary.war_starts(claim.party))
        return "total" if since_start else "sum"
    if period.kind in ("month", "day"):
        return period.kind
    return "sum" if period.start and claim.stance == "derived" else "span"


def _point(claim: Claim) -> Point | None:
    value, period = claim.quantity.value, claim.period
    day = claim.as_of or claim.report_date or period.end
    if value is None or day is None or PART in claim.rules:
        return None
    if claim.stance not in ("asserted", "derived"):
        return None
    return Point(claim.id, period.start, period.end, day, value)
