"""Whose figure a claim is in the end, so that an ancestor counts once."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from lossledger.lineage.edges import FULL, Edge, grain
from lossledger.lineage.streams import measure, streams
from lossledger.model import Claim

UNATTRIBUTED = "unattributed"
TELLING = 1000
"""A figure of fewer than four digits that count is no sign of where it comes from."""
WITHIN = timedelta(days=31)
"""Nor is one that stands in a series only this far from its own day."""


class Ancestry:
    """The ancestors of claims by the edges that were found.

    A claim that fits an edge is the figure of the stream it follows, and so of what that
    stream follows. A single total that is not round and stands in a full daily series of the
    same metric and party, within a month of its day, is that series' figure. One that is an
    exception is its claimant's own, and so is one of which nothing is known. The series are
    those of ``claims``.
    """

    def __init__(self, edges: Iterable[Edge], claims: Iterable[Claim] = ()) -> None:
        self._totals = _telling_totals(claims)
        self._parents: dict[str, Edge] = {}
        for edge in sorted(edges, key=lambda edge: (edge.equal, edge.near)):
            if edge.by != "stated":
                self._parents |= dict.fromkeys(edge.fitting, edge)

    def ancestors(self, claim: Claim) -> tuple[str, ...]:
        """Everyone behind a claim, the nearest first: outlet, relays, claimant, ancestor."""
        chain = [claim.outlet, *claim.relays, claim.claimant, self.root(claim)]
        return tuple(dict.fromkeys(name for name in chain if name is not None))

    def root(self, claim: Claim) -> str:
        """The claimant whose figure this is in the end."""
        edge = self._parents.get(claim.id)
        if edge is None:
            own = claim.claimant or f"{UNATTRIBUTED} ({claim.outlet})"
            return self._copied_from(claim) or own
        key, seen = edge.fitting[claim.id], {claim.id}
        while key is not None and key in self._parents and key not in seen:
            seen.add(key)
            edge = self._parents[key]
            key = edge.fitting[key]
        return edge.parent.claimant

    def _copied_from(self, claim: Claim) -> str | None:
        """Whose report holds a figure that is too odd to be there by chance."""
        value, day = claim.quantity.value, claim.as_of or claim.period.end
        if value is None or day is None or measure(claim) != "total":
            return None
        held = self._totals.get((claim.metric, claim.party, value), ())
        near = [(abs(other - day), other, claimant) for claimant, other in held]
        if any(claimant == claim.claimant for _, _, claimant in near) or not near:
            return None
        apart, _, claimant = min(near)
        return claimant if apart <= WITHIN else None

    def groups(self, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
        """The claims by the ancestor that each of them counts for."""
        found: dict[str, list[Claim]] = {}
        for claim in claims:
            found.setdefault(self.root(claim), []).append(claim)
        return found


def independent(claims: Sequence[Claim], edges: Iterable[Edge]) -> int:
    """How many voices there are: claims that share an ancestor are one."""
    return len(Ancestry(tuple(edges), claims).groups(claims))


def _telling_totals(
    claims: Iterable[Claim],
) -> dict[tuple[str, str | None, int], list[tuple[str, date]]]:
    """The totals of full daily series that are not round, by metric, party and value."""
    found: dict[tuple[str, str | None, int], list[tuple[str, date]]] = {}
    for stream in streams(claims):
        if stream.measure == "total" and len(stream.points) >= FULL:
            for point in stream.points:
                if point.value >= TELLING * grain(point.value):
                    key = (stream.metric, stream.party, point.value)
                    found.setdefault(key, []).append((stream.claimant, point.day))
    return found
