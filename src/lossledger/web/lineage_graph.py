"""The lineage as a drawing: who follows whom, with how many lines of figures each.

Streams of one claimant through one outlet are one box; the columns go from those whose figures
are followed to those that follow them. Colours and lines are left to the style sheet.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from textwrap import wrap

from lossledger.lineage import Edge

BOX, ROW, GAP, PAD = 270, 64, 130, 12
"""Widths and heights in units of the drawing: a box, a row, the space between columns."""
Node = tuple[str | None, str | None]
Names = Callable[[str | None], str]


def lineage_svg(edges: Sequence[Edge], name: Names, label: str, counted: str) -> str:
    """The graph as SVG. ``name`` gives a source's name, ``label`` the drawing's alternative
    text, ``counted`` the word before a number of series."""
    arrows = _arrows(edges)
    places = _places(list(arrows))
    width = PAD * 2 + max(x for x, _ in places.values()) + BOX
    height = PAD * 2 + max(y for _, y in places.values()) + ROW
    parts = [
        f'<svg class="graph" role="img" aria-label="{escape(label)}" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" '
        'markerHeight="9" orient="auto"><path d="M0,0L8,4L0,8z"/></marker></defs>',
        *_lines(arrows, places, counted),
        *(line for node, place in places.items() for line in _box(node, place, name)),
        "</svg>",
    ]
    return "".join(parts)


def _node(stream: object) -> Node:
    return (getattr(stream, "claimant", None), getattr(stream, "outlet", None))


def _arrows(edges: Sequence[Edge]) -> dict[tuple[Node, Node], tuple[int, int]]:
    """For each pair of boxes how many series are found to follow, and how many are stated."""
    found: dict[tuple[Node, Node], tuple[set[str], set[str]]] = {}
    for edge in edges:
        pair = (_node(edge.parent), _node(edge.child))
        if pair[0] != pair[1]:
            kinds = found.setdefault(pair, (set(), set()))
            kinds[edge.by == "stated"].add(edge.child.key)
    return {pair: (len(by_figures), len(told)) for pair, (by_figures, told) in found.items()}


def _places(arrows: Sequence[tuple[Node, Node]]) -> dict[Node, tuple[int, int]]:
    """Where each box stands: one column to the right of the last of those it follows."""
    nodes = list(dict.fromkeys(node for pair in arrows for node in pair))
    column = dict.fromkeys(nodes, 0)
    for _ in range(min(len(nodes), 8)):  # a circle of followers does not go on for ever
        for parent, child in arrows:
            column[child] = min(max(column[child], column[parent] + 1), len(nodes))
    used = sorted(set(column.values()))
    rows: dict[int, int] = {}
    places = {}
    for node in sorted(nodes, key=lambda n: (column[n], _height_of_parents(n, arrows, nodes))):
        x = used.index(column[node])
        places[node] = (x * (BOX + GAP) + PAD, rows.get(x, 0) * (ROW + 2 * PAD) + PAD)
        rows[x] = rows.get(x, 0) + 1
    return places


def _height_of_parents(
    node: Node, arrows: Sequence[tuple[Node, Node]], nodes: Sequence[Node]
) -> float:
    """How far down those that a box follows stand, so that few lines cross."""
    above = [nodes.index(parent) for parent, child in arrows if child == node]
    return sum(above) / len(above) if above else nodes.index(node)


def _lines(
    arrows: Mapping[tuple[Node, Node], tuple[int, int]],
    places: Mapping[Node, tuple[int, int]],
    counted: str,
) -> Iterator[str]:
    for (parent, child), (by_figures, told) in arrows.items():
        (x1, y1), (x2, y2) = places[parent], places[child]
        kind = "found" if by_figures else "stated"
        start, end = (x1 + BOX, y1 + ROW // 2), (x2, y2 + ROW // 2)
        if x2 <= x1:  # back or within a column: from below to above
            start, end = (x1 + BOX // 2, y1 + ROW), (x2 + BOX // 2, y2)
        bend = (start[0] + end[0]) // 2
        yield (
            f'<path class="{kind}" marker-end="url(#tip)" d="M{start[0]},{start[1]}'
            f'C{bend},{start[1]} {bend},{end[1]} {end[0]},{end[1]}"/>'
        )
        yield (
            f'<text class="count" text-anchor="middle" x="{bend}" '
            f'y="{(start[1] + end[1]) // 2 - 6}">{escape(counted)}: {by_figures or told}</text>'
        )


def _box(node: Node, place: tuple[int, int], name: Names) -> Iterator[str]:
    x, y = place
    claimant, outlet = node
    words = name(claimant) + (f" ({name(outlet)})" if outlet and outlet != claimant else "")
    yield f'<rect x="{x}" y="{y}" width="{BOX}" height="{ROW}" rx="5"/>'
    lines = wrap(words, 34, max_lines=3, placeholder=" …")
    first = y + ROW // 2 - 8 * (len(lines) - 1) + 4
    for number, line in enumerate(lines):
        yield f'<text x="{x + 10}" y="{first + 16 * number}">{escape(line)}</text>'
