"""Whose figure a claim is in the end, so that an ancestor counts once."""

from collections.abc import Iterable, Sequence

from lossledger.lineage.edges import Edge
from lossledger.model import Claim

UNATTRIBUTED = "unattributed"


class Ancestry:
    """The ancestors of claims by the edges that were found.

    A claim that fits an edge is the figure of the stream it follows, and so of what that
    stream follows. One that is an exception is its claimant's own, and so is one of which
    nothing is known.
    """

    def __init__(self, edges: Iterable[Edge]) -> None:
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
            return claim.claimant or f"{UNATTRIBUTED} ({claim.outlet})"
        key, seen = edge.fitting[claim.id], {claim.id}
        while key is not None and key in self._parents and key not in seen:
            seen.add(key)
            edge = self._parents[key]
            key = edge.fitting[key]
        return edge.parent.claimant

    def groups(self, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
        """The claims by the ancestor that each of them counts for."""
        found: dict[str, list[Claim]] = {}
        for claim in claims:
            found.setdefault(self.root(claim), []).append(claim)
        return found


def independent(claims: Sequence[Claim], edges: Iterable[Edge]) -> int:
    """How many voices there are: claims that share an ancestor are one."""
    return len(Ancestry(tuple(edges)).groups(claims))
