"""The lineage as a drawing: who follows whom, with how many series of figures each.

A box is a source: whoever claims figures or passes them on. The arrows are sorted into fans, one
box on the one side and all that it follows, or that follow it, on the other, so that no two
arrows cross; a source that stands in the middle is a box of two fans. Lines are left to the
style sheet, names to the template.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lossledger.lineage import Edge, Stream


class Arrow(NamedTuple):
    """How many series of ``child`` follow ``parent``: found in the figures, and stated."""

    parent: str | None
    child: str | None
    found: int
    stated: int


class Fan(NamedTuple):
    """Arrows that share a box: ``child`` where ``gathers``, else ``parent``."""

    gathers: bool
    arrows: tuple[Arrow, ...]


def fans(edges: Sequence[Edge]) -> list[Fan]:
    """The arrows of the graph, each in the fan of that of its boxes which has more of them.

    Fans that go out come first, so that a source is read before those who pass it on.
    """
    arrows = _arrows(edges)
    parents = Counter(arrow.child for arrow in arrows)
    children = Counter(arrow.parent for arrow in arrows)
    groups: dict[tuple[bool, str | None], list[Arrow]] = {}
    for arrow in arrows:
        gathers = parents[arrow.child] > children[arrow.parent]
        groups.setdefault((gathers, arrow.child if gathers else arrow.parent), []).append(arrow)
    found = [Fan(gathers, tuple(held)) for (gathers, _), held in groups.items()]
    return sorted(found, key=lambda fan: (fan.gathers, -_series(fan)))


def _series(fan: Fan) -> int:
    return sum(arrow.found or arrow.stated for arrow in fan.arrows)


def _arrows(edges: Sequence[Edge]) -> list[Arrow]:
    """One arrow for each pair of boxes; those with most series first."""
    held: dict[tuple[str | None, str | None], tuple[set[str], set[str]]] = {}
    for edge in edges:
        pair = _ends(edge.parent, edge.child)
        if pair[0] != pair[1]:
            kinds = held.setdefault(pair, (set(), set()))
            kinds[edge.by == "stated"].add(edge.child.key)
    rows = [Arrow(*pair, len(found), len(told)) for pair, (found, told) in held.items()]
    return sorted(rows, key=lambda row: (-bool(row.found), -(row.found or row.stated)))


def _ends(parent: Stream, child: Stream) -> tuple[str | None, str | None]:
    """Whose figures they are and who passes them on, else the two who claim them."""
    if parent.claimant == child.claimant:
        return parent.outlet or parent.claimant, child.outlet or child.claimant
    return parent.claimant, child.claimant
