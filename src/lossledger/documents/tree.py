"""The elements of a page in their order, with the lines and the prose that each holds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from lossledger.documents.page_parts import Node, Row

_PROSE, _SENTENCE = 80, 40
"""Characters outside of links from which a line, or a sentence, is a paragraph, not a label."""
_ENDS = (".", "!", "?", "…")
CELLS = ("td", "th")


class Tree:
    """What each element holds, and how elements lie in each other."""

    def __init__(
        self, rows: Mapping[int, Row], nodes: Sequence[Node], lines: Sequence[str]
    ) -> None:
        self.rows, self.nodes = rows, nodes
        self.prose = {
            n: row.size - row.linked for n, row in rows.items() if _is_prose(row, lines[n])
        }
        self.total = sum(self.prose.values())
        self._order = sorted(self.prose)
        self._sums = list(accumulate((self.prose[n] for n in self._order), initial=0))
        self._tables = [0] * len(nodes)
        for number, node in enumerate(nodes):
            self._tables[number] = number if node.name == "table" else self._tables[node.parent]
        self._ends = [number + 1 for number in range(len(nodes))]
        self._held = [0] * len(nodes)
        self._count = [0] * len(nodes)
        self._first: list[int | None] = [None] * len(nodes)
        for n, row in rows.items():
            self._held[row.node] += self.prose.get(n, 0)
            self._count[row.node] += n in self.prose
            first = self._first[row.node]
            self._first[row.node] = n if first is None else min(first, n)
        for number in range(len(nodes) - 1, 0, -1):
            self._add_to(nodes[number].parent, number)

    def _add_to(self, above: int, number: int) -> None:
        self._ends[above] = max(self._ends[above], self._ends[number])
        self._held[above] += self._held[number]
        self._count[above] += self._count[number]
        mine, other = self._first[above], self._first[number]
        if mine is None or (other is not None and other < mine):
            self._first[above] = other

    def inside(self, number: int, node: int) -> bool:
        """Whether an element is this one or in it."""
        return node <= number < self._ends[node]

    def held(self, node: int) -> int:
        """The characters of prose in an element."""
        return self._held[node]

    def holds_any(self, node: int, some: Sequence[int]) -> bool:
        """Whether any of these elements, in their order, is this one or in it."""
        at = bisect_left(some, node)
        return at < len(some) and some[at] < self._ends[node]

    def prose_between(self, line: int, other: int) -> int:
        """The characters of prose after the one line and before the other."""
        begin, end = bisect_right(self._order, line), bisect_left(self._order, other)
        return max(0, self._sums[end] - self._sums[begin])

    def table(self, line: int) -> int:
        """The table around a line; 0: there is none."""
        return self._tables[self.rows[line].node]

    def count(self, node: int) -> int:
        """The lines of prose in an element."""
        return self._count[node]

    def is_cell(self, line: int, layout: set[int]) -> bool:
        """Whether a line is a cell of a table that is not one of the page's layout."""
        row = self.rows[line]
        return row.name in CELLS and self._tables[row.node] not in layout

    def around(self, node: int) -> set[int]:
        """An element and all those around it."""
        found = {node}
        while node:
            node = self.nodes[node].parent
            found.add(node)
        return found

    def first(self, node: int) -> int | None:
        """The first line in an element."""
        return self._first[node]

    def lines(self, roots: Iterable[int]) -> set[int]:
        """The lines of these elements."""
        wanted = set(roots)
        if not wanted:
            return set()
        for number in range(1, len(self.nodes)):
            if self.nodes[number].parent in wanted:
                wanted.add(number)
        return {n for n, row in self.rows.items() if row.node in wanted}

    def above(self, node: int, names: tuple[str, ...]) -> int:
        """The innermost element of such a name that is this one or around it; 0: there is none."""
        while node and self.nodes[node].name not in names:
            node = self.nodes[node].parent
        return node

    def container(self, headline: int) -> int:
        """The smallest element with the headline and half of the prose."""
        node = self.rows[headline].node
        while node and 2 * self._held[node] < self.total:
            node = self.nodes[node].parent
        return node


def _is_prose(row: Row, line: str) -> bool:
    size = row.size - row.linked
    ends = size >= _SENTENCE and line.rstrip(" »”\"'").endswith(_ENDS)
    return size >= _PROSE or (ends and 2 * sum(map(str.isalpha, line)) >= len(line))
