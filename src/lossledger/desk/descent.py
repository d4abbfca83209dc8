"""Whose series a source's own figures in the ledger follow, as the figures themselves show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lossledger import vocabulary
from lossledger.ledger.book import Ledger
from lossledger.lineage import FEWEST, Edge, edges


@dataclass(frozen=True, slots=True)
class ByFigures:
    """A source's figures follow those of another (``of``), as the figures themselves show."""

    of: str
    evidence: str


def edges_of(ledger: Ledger, source: str, metric: str, party: str) -> tuple[Edge, ...]:
    """Which series a source's own figures in the ledger follow; nothing from a few figures."""
    own = ledger.claims(metric=metric, party=party, claimant=source)
    if len(own) < FEWEST:
        return ()
    series = [c for name in _belligerents() for c in
              ledger.claims(metric=metric, party=party, claimant=name)]  # fmt: skip
    return tuple(e for e in edges([*own, *series]) if e.by != "stated"
                 and e.child.claimant == source != e.parent.claimant)  # fmt: skip


def _belligerents() -> tuple[str, ...]:
    """The sources that are a party to a war."""
    return tuple(name for name, source in vocabulary.sources().items() if source.party)


def by_figures(found: Iterable[Edge], day: date) -> ByFigures | None:
    """Whom a source follows on a day, by what its figures follow: a figure that does not fit is
    its own."""
    for edge in found:
        points = (m.point for m in edge.misfits)
        if not any(p.start and p.end and p.start <= day <= p.end for p in points):
            return ByFigures(edge.parent.claimant, f"By their figures: {edge.evidence}.")
    return None
