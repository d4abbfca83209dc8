"""What stands around a text by where it stands: before its headline, after its end, below a word.

The text's container is the smallest element that holds the page's headline and half of its
prose. Rates, weather and menus stand before it; links, addresses and counters after it; and a
heading as "Comments" or "Most read" is followed by what its words say, whatever that is called.
Everything here takes time in proportion to the page.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from lossledger.documents.names import begins_a_section, is_an_answer
from lossledger.documents.page_parts import Node, Row
from lossledger.documents.topic import is_on_topic

_PROSE, _SENTENCE = 80, 40
"""Characters outside of links from which a line, or a sentence, is a paragraph, not a label."""
_ENDS = (".", "!", "?", "…")
_SHORT = 60
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NUMBERS = re.compile(r"[0-9][0-9.,\s\u00a0\u202f/KkMmКкМм+]*+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_COPYRIGHT = re.compile(r"\s*+(?:©|\(c\)\s)", re.IGNORECASE)
_CELLS = ("td", "th")
_STORY = ("article", "main")
_FORM = 0.3
"""The share of a page's prose from which a form is the whole page's, not one to fill in."""
_CLIMB = 12
"""Elements around a heading that are looked at for the part which it begins."""


class _Tree:
    """The elements of a page in their order, with the lines and the prose that each holds."""

    def __init__(
        self, rows: Mapping[int, Row], nodes: Sequence[Node], lines: Sequence[str]
    ) -> None:
        self.rows, self.nodes = rows, nodes
        self.prose = {
            n: row.size - row.linked for n, row in rows.items() if _is_prose(row, lines[n])
        }
        self.total = sum(self.prose.values())
        self._tables = [0] * len(nodes)
        for number, node in enumerate(nodes):
            self._tables[number] = number if node.name == "table" else self._tables[node.parent]
        self._ends = [number + 1 for number in range(len(nodes))]
        self._held = [0] * len(nodes)
        self._first: list[int | None] = [None] * len(nodes)
        for n, row in rows.items():
            self._held[row.node] += self.prose.get(n, 0)
            first = self._first[row.node]
            self._first[row.node] = n if first is None else min(first, n)
        for number in range(len(nodes) - 1, 0, -1):
            self._add_to(nodes[number].parent, number)

    def _add_to(self, above: int, number: int) -> None:
        self._ends[above] = max(self._ends[above], self._ends[number])
        self._held[above] += self._held[number]
        mine, other = self._first[above], self._first[number]
        if mine is None or (other is not None and other < mine):
            self._first[above] = other

    def inside(self, number: int, node: int) -> bool:
        """Whether an element is this one or in it."""
        return node <= number < self._ends[node]

    def held(self, node: int) -> int:
        """The characters of prose in an element."""
        return self._held[node]

    def is_cell(self, line: int, layout: set[int]) -> bool:
        """Whether a line is a cell of a table that is not one of the page's layout."""
        row = self.rows[line]
        return row.name in _CELLS and self._tables[row.node] not in layout

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


def by_position(
    rows: Mapping[int, Row],
    nodes: Sequence[Node],
    lines: Sequence[str],
    headline: int,
    title: str,
) -> set[int]:
    """The lines that their place puts around the text, of those that nothing else did."""
    tree = _Tree(rows, nodes, lines)
    if not tree.total:
        return set()
    found = {n for n in rows if n != headline and _COPYRIGHT.match(lines[n])}
    found |= _forms(tree, headline)
    found |= _off_topic(tree, lines, headline)
    if headline not in rows:
        return found
    node = tree.container(headline)
    found |= _before(tree, lines, headline, node) | _numbers_alone(tree, lines, headline)
    found |= _after_story(tree, headline, node) | _after(tree, headline, node)
    if _says(title, lines[headline]):
        found |= _next_stories(tree, headline, node)
    return found


def wrongly_named(
    rows: Mapping[int, Row],
    nodes: Sequence[Node],
    lines: Sequence[str],
    kinds: Mapping[int, str],
    title: str,
) -> frozenset[int]:
    """The elements that are named as asides though they hold the page's own text.

    Such an element holds the headline that the page's metadata give and more prose below it than
    all that is no aside; or nearly all of the page when hardly anything else is left.
    """
    held = {n: row for n, row in rows.items() if n < len(lines)}
    tree = _Tree(held, nodes, lines)
    own = sum(size for n, size in tree.prose.items() if kinds.get(n) != "aside")
    heads = [r.node for n, r in held.items() if r.name == "h1" and _says(title, lines[n])][:20]
    found = set[int]()
    for number, node in enumerate(nodes):
        if node.named and (weight := tree.held(number)):
            headed = any(tree.inside(head, number) for head in heads)
            alone = own < _SHORT and 2 * weight > tree.total
            if (headed and weight > own) or alone:
                found.add(number)
    return frozenset(found)


def _is_prose(row: Row, line: str) -> bool:
    size = row.size - row.linked
    return size >= _PROSE or (size >= _SENTENCE and line.rstrip(" »”\"'").endswith(_ENDS))


def _says(title: str, line: str) -> bool:
    """Whether a page's title and a headline are the same, give or take a site's name."""
    one, other = title.casefold().strip(), line.casefold().strip()
    return min(len(one), len(other)) >= 4 and (other in one or one in other)


def _before(tree: _Tree, lines: Sequence[str], headline: int, node: int) -> set[int]:
    """Lines before the headline, outside of its container; a line with a year may be its date."""
    early = {
        n
        for n, row in tree.rows.items()
        if n < headline and row.name != "title" and not tree.inside(row.node, node)
    }
    if 2 * sum(tree.prose.get(n, 0) for n in early) >= tree.total:
        return set()
    dates = {n for n in early if tree.rows[n].size <= _SHORT and _YEAR.search(lines[n])}
    return early - dates


def _after_story(tree: _Tree, headline: int, node: int) -> set[int]:
    """Lines after an ``article`` or ``main`` that holds nearly all of the page's prose."""
    story = tree.above(node, _STORY)
    if not story or 10 * tree.held(story) < 7 * tree.total:
        return set()
    return {n for n, r in tree.rows.items() if n > headline and not tree.inside(r.node, story)}


def _after(tree: _Tree, headline: int, node: int) -> set[int]:
    """Parts after the container that hold neither prose nor a table.

    Those beside the container must hold links, as the text's own figures may stand there.
    """
    above = tree.around(node)
    near = {node, tree.nodes[node].parent}
    tops = list(range(len(tree.nodes)))
    for number in range(1, len(tree.nodes)):
        parent = tree.nodes[number].parent
        tops[number] = number if parent in above else tops[parent]
    parts: dict[int, list[int]] = {}
    for n, row in tree.rows.items():
        if n > headline and row.node not in above and not tree.inside(row.node, node):
            parts.setdefault(tops[row.node], []).append(n)
    found = set[int]()
    for top, some in parts.items():
        far = tree.nodes[top].parent not in near or any(tree.rows[n].links for n in some)
        if far and not any(n in tree.prose or tree.is_cell(n, above) for n in some):
            found.update(some)
    return found


def _off_topic(tree: _Tree, lines: Sequence[str], headline: int) -> set[int]:
    """Parts of a page that have figures and count something else.

    A part is an element of its own without prose; what a number alone counts may stand in the
    one beside it. A text's own short lines stand in the element of its paragraphs. Tables are
    left alone.
    """
    head = tree.rows[headline].node if headline in tree.rows else 0
    tops = list(range(len(tree.nodes)))
    for number in range(1, len(tree.nodes)):
        parent = tree.nodes[number].parent
        whole = not parent or tree.held(parent) or tree.inside(head, parent)
        tops[number] = number if whole else tops[parent]
    parts: list[tuple[int, list[int]]] = []
    for n, row in sorted(tree.rows.items()):
        apart = row.node and not tree.held(row.node) and not tree.inside(head, row.node)
        top = tops[row.node] if apart and row.name != "title" else -1
        if parts and parts[-1][0] == top != -1:
            parts[-1][1].append(n)
        else:
            parts.append((top, [n]))
    own = [_says_of_what(tree, lines, some, headline) for _, some in parts]
    found = set[int]()
    for k, (top, some) in enumerate(parts):
        beside = (k - 1, k + 1) if not any(_WORD.search(lines[n]) for n in some) else ()
        near = (j for j in beside if 0 <= j < len(parts) and _beside(tree, top, parts[j][0]))
        if top != -1 and own[k] is False and not any(own[j] for j in near):
            found.update(some)
    return found


def _beside(tree: _Tree, one: int, other: int) -> bool:
    """Whether two parts stand in the same element."""
    return other != -1 and tree.nodes[one].parent == tree.nodes[other].parent


def _says_of_what(
    tree: _Tree, lines: Sequence[str], some: Sequence[int], headline: int
) -> bool | None:
    """Whether lines speak of losses; ``None`` where they have no figures, or a table's or a year's.

    A label without figures speaks for the number beside it.
    """
    if any(is_on_topic(lines[n], losses=n < headline) for n in some):
        return True
    counted = [n for n in some if any(map(str.isdigit, lines[n]))]
    if not counted or any(tree.rows[n].name in _CELLS for n in some):
        return None
    return None if len(counted) == 1 and _YEAR.search(lines[counted[0]]) else False


def _numbers_alone(tree: _Tree, lines: Sequence[str], headline: int) -> set[int]:
    """Numbers that have a line to themselves and no label before or after it."""
    order = sorted(tree.rows)
    bare = {n for n in order if _NUMBERS.fullmatch(lines[n].strip())}
    labels = {
        n
        for n in order
        if n != headline and n not in bare and n not in tree.prose and _WORD.search(lines[n])
    }
    near = dict(zip(order, zip([-1, *order], [*order[1:], -1], strict=False), strict=False))
    kept = {n for n in bare if tree.rows[n].name in _CELLS or labels.intersection(near[n])}
    return bare - kept


def _next_stories(tree: _Tree, headline: int, node: int) -> set[int]:
    """Other stories after the one that the page is named after, each with such a headline.

    They stand in ``article`` elements of their own, or begin an element with a ``h1``.
    """
    rank, story = tree.rows[headline].name, tree.above(node, ("article",))
    heads = [n for n, r in tree.rows.items() if n > headline and r.name == rank]
    nearest, tops = [0] * len(tree.nodes), list(range(len(tree.nodes)))
    above = tree.around(node)
    for number, one in enumerate(tree.nodes):
        nearest[number] = number if one.name == "article" else nearest[one.parent]
        tops[number] = number if one.parent in above else tops[one.parent]
    others = {nearest[tree.rows[n].node] for n in heads} if story else set()
    if rank == "h1":
        begun = ((n, tops[tree.rows[n].node]) for n in heads)
        others |= {top for n, top in begun if tree.first(top) == n and top not in above}
    return tree.lines({one for one in others if one and not tree.inside(one, story or node)})


def _forms(tree: _Tree, headline: int) -> set[int]:
    """Lines of forms, those excepted that hold the page."""
    head = tree.rows[headline].node if headline in tree.rows else 0
    small = {
        number
        for number, node in enumerate(tree.nodes)
        if node.name == "form"
        and tree.held(number) < _FORM * tree.total
        and not tree.inside(head, number)
    }
    return tree.lines(small)


def sections(
    rows: Mapping[int, Row],
    nodes: Sequence[Node],
    lines: Sequence[str],
    headline: int,
    calls: set[int],
) -> set[int]:
    """Parts that a line of their own names: all of the element that it begins, or what follows.

    ``calls`` are headings that ask readers to do something. A part in which readers answer each
    other is one, too.
    """
    tree = _Tree(rows, nodes, lines)
    if not tree.total:
        return set()
    found, roots, flat = set[int](), set[int](), False
    for n, row in sorted(tree.rows.items()):
        short = row.size <= _SHORT and row.name not in _CELLS
        if short and n != headline and (n in calls or begins_a_section(lines[n])):
            root = _begun(tree, n, headline)
            roots |= {root} if root else set()
            flat = not root
            found.add(n)
        elif n in tree.prose or row.name.startswith("h") or row.name in _CELLS:
            flat = False
        elif flat:
            found.add(n)
        if short and is_an_answer(lines[n]):
            roots |= {_answered(tree, n, headline)} - {0}
    return found | tree.lines(roots)


def _answered(tree: _Tree, number: int, headline: int) -> int:
    """The smallest element with prose around a line as "Reply"; 0 if it is the page's text."""
    node, head = tree.rows[number].node, tree.rows[headline].node if headline in tree.rows else 0
    for _ in range(_CLIMB):
        if not node or tree.inside(head, node) or 2 * tree.held(node) > tree.total:
            return 0
        if tree.held(node):
            return node
        node = tree.nodes[node].parent
    return 0


def _begun(tree: _Tree, number: int, headline: int) -> int:
    """The largest element that this line begins, if it holds more than the line; else 0."""
    node, found = tree.rows[number].node, 0
    head = tree.rows[headline].node if headline in tree.rows else 0
    for _ in range(_CLIMB):
        if not node or tree.first(node) != number or 2 * tree.held(node) > tree.total:
            break
        if tree.inside(head, node):
            break
        found, node = node, tree.nodes[node].parent
    alone = found and tree.nodes[found].name.startswith("h")
    return 0 if alone else found
