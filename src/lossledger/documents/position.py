"""What stands around a text by where it stands: before its headline, after its end, below a word.

The text's container is the smallest element that holds the page's headline and half of its
prose. Rates, weather and menus stand before it; links, addresses and counters after it; and a
heading as "Comments" or "Most read" is followed by what its words say, whatever that is called.
Everything here takes time in proportion to the page.
"""

import re
from collections.abc import Mapping, Sequence

from lossledger.documents.body import outside_the_marks, unsaid
from lossledger.documents.boxes import off_topic, other_boxes, posts_of_others, says
from lossledger.documents.cards import cards, clips
from lossledger.documents.names import (
    begins_a_section,
    ends_a_release,
    is_an_answer,
    is_contact,
    is_markup,
    speaks_of_itself,
    tells_of_a_writer,
)
from lossledger.documents.page_parts import Node, Row
from lossledger.documents.topic import is_on_topic
from lossledger.documents.tree import CELLS, Tree

_SHORT = 60
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NUMBERS = re.compile(r"[0-9][0-9.,\s\u00a0\u202f/KkMmКкМм+]*+")
_NO_DIGIT = re.compile(r"[^0-9]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_COPYRIGHT = re.compile(r"\s*+(?:©|\(c\)\s)", re.IGNORECASE)
_STORY = ("article", "main")
_FORM = 0.3
"""The share of a page's prose from which a form is the whole page's, not one to fill in."""
_TITLE = 4
"""Words of three letters or more from which a link is a headline."""
_MOST = 5
"""A part in which readers are asked for a word has this part of the page's prose, at most."""
_VOICE = 200
"""Characters of a line in which a site speaks of itself, at most."""
_CLIMB = 12
"""Elements around a heading that are looked at for the part which it begins."""


def by_position(
    rows: Mapping[int, Row],
    nodes: Sequence[Node],
    lines: Sequence[str],
    headline: int,
    title: str,
    body: str,
) -> set[int]:
    """The lines that their place puts around the text, of those that nothing else did.

    ``body`` is the text that the page's linked data give.
    """
    tree = Tree(rows, nodes, lines)
    if not tree.total:
        return set()
    found = {n for n in rows if n != headline and _COPYRIGHT.match(lines[n])}
    found |= _forms(tree, headline)
    found |= off_topic(tree, lines, headline) | other_boxes(tree, lines, headline)
    found |= outside_the_marks(tree, headline) | unsaid(tree, lines, headline, body)
    found |= posts_of_others(tree, lines, headline) | _of_the_writer(tree, lines)
    found |= {n for n, row in rows.items() if row.name not in CELLS and is_contact(lines[n])}
    found |= {n for n in rows if is_markup(lines[n]) or _is_own_voice(rows[n], lines[n])}
    found |= clips(tree, lines) | _link_tables(tree, lines)
    if headline not in rows:
        return found
    node = tree.container(headline)
    found |= _before(tree, lines, headline, node) | _numbers_alone(tree, lines, headline)
    found |= _after_the_end(tree, lines, headline) | cards(tree, lines, headline)
    found |= _after_story(tree, headline, node) | _after(tree, headline, node)
    if says(title, lines[headline]):
        found |= _next_stories(tree, lines, headline, node)
    return found


def wrongly_named(
    rows: Mapping[int, Row],
    nodes: Sequence[Node],
    lines: Sequence[str],
    kinds: Mapping[int, str],
    title: str,
) -> frozenset[int]:
    """The elements that are named as asides though they hold the page's own text.

    Such an element holds the headline that the page's metadata give, or the first prose below it,
    or what the page marks as its text, and more prose than all that is no aside; or nearly all of
    the page when hardly anything else is left.
    """
    held = {n: row for n, row in rows.items() if n < len(lines)}
    tree = Tree(held, nodes, lines)
    own = sum(size for n, size in tree.prose.items() if kinds.get(n) != "aside")
    titles = [n for n, r in held.items() if r.name == "h1"]
    heads = [r.node for n, r in held.items() if r.name == "h1" and says(title, lines[n])][:20]
    first = next((held[n].node for n in sorted(tree.prose) if n > min(titles, default=n)), 0)
    marked = [n for n, node in enumerate(nodes) if node.body]
    headed, alone = set[int](), set[int]()
    for number, node in enumerate(nodes):
        if node.named and (weight := tree.held(number)):
            begins = any(tree.inside(head, number) for head in heads)
            begins |= node.body or tree.holds_any(number, marked) or tree.inside(first, number)
            if begins and weight > own:
                headed.add(number)
            elif own < _SHORT and 2 * weight > tree.total:
                alone.add(number)
    return frozenset(headed or alone)


def _before(tree: Tree, lines: Sequence[str], headline: int, node: int) -> set[int]:
    """Lines before the headline, outside of its container; a line with a year may be its date."""
    early = {
        n
        for n, row in tree.rows.items()
        if n < headline and row.name != "title" and not tree.inside(row.node, node)
    }
    if 2 * sum(tree.prose.get(n, 0) for n in early) >= tree.total:
        return set()
    dates = {
        n
        for n in early
        if tree.rows[n].size <= _SHORT
        and not tree.rows[n].whole
        and len(_YEAR.findall(lines[n])) == 1
    }
    return early - dates


def _after_story(tree: Tree, headline: int, node: int) -> set[int]:
    """Lines after an ``article`` or ``main`` that holds nearly all of the page's prose."""
    story = tree.above(node, _STORY)
    if not story or 10 * tree.held(story) < 7 * tree.total:
        return set()
    return {n for n, r in tree.rows.items() if n > headline and not tree.inside(r.node, story)}


def _after(tree: Tree, headline: int, node: int) -> set[int]:
    """Parts after the container that hold neither prose nor a table, or ask readers for a word.

    Those beside the container must hold links or a button, as the text's own figures may stand
    there.
    """
    buttons = [k for k, one in enumerate(tree.nodes) if one.asks or one.name == "button"]
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
        asks = tree.holds_any(top, buttons)
        far = tree.nodes[top].parent not in near or any(tree.rows[n].links for n in some)
        told = sum(tree.prose.get(n, 0) for n in some)
        bare = not told or (asks and _MOST * told <= tree.total)
        if (far or asks) and bare and not any(tree.is_cell(n, above) for n in some):
            found.update(some)
    return found


def _numbers_alone(tree: Tree, lines: Sequence[str], headline: int) -> set[int]:
    """Numbers that have a line to themselves and no label before or after it."""
    order = sorted(tree.rows)
    bare = {n for n in order if _NUMBERS.fullmatch(lines[n].strip())}
    labels = {
        n
        for n in order
        if n != headline and n not in bare and n not in tree.prose and _WORD.search(lines[n])
    }
    near = dict(zip(order, zip([-1, *order], [*order[1:], -1], strict=False), strict=False))
    kept = {
        n
        for n in bare
        if tree.rows[n].name in CELLS
        or any(_labels(tree, lines[k], n, k) for k in labels.intersection(near[n]))
    }
    return bare - kept


def _labels(tree: Tree, line: str, number: int, label: int) -> bool:
    """Whether a line beside a number alone is its label: it stands with it, or speaks of losses."""
    one, other = tree.rows[number].node, tree.rows[label].node
    near = one == other or tree.nodes[one].parent in (tree.nodes[other].parent, other)
    return near or tree.nodes[other].parent == one or is_on_topic(line, when=False)


def _of_the_writer(tree: Tree, lines: Sequence[str]) -> set[int]:
    """A last paragraph that tells who wrote the text, and nothing of losses."""
    last = max(tree.prose, default=-1)
    told = last >= 0 and tells_of_a_writer(lines[last])
    return {last} if told and not is_on_topic(lines[last], losses=True) else set()


def _link_tables(tree: Tree, lines: Sequence[str]) -> set[int]:
    """Tables in which there is nothing but headlines of other stories."""
    tables: dict[int, list[int]] = {}
    for n in tree.rows:
        table = tree.table(n)
        if table:
            tables.setdefault(table, []).append(n)
    return {
        n
        for some in tables.values()
        if all(tree.rows[n].whole for n in some)
        and any(len(_WORD.findall(lines[n])) >= _TITLE for n in some)
        for n in some
    }


def _tells_the_same(tree: Tree, lines: Sequence[str], some: set[int], headline: int) -> bool:
    """Whether these lines have the figures of the others below the headline: a translation."""
    theirs = {n for k in some for n in _figures(lines[k])}
    own = {n for k in tree.rows if k >= headline and k not in some for n in _figures(lines[k])}
    return len(theirs) >= 3 and 5 * len(theirs & own) >= 4 * len(theirs)


def _figures(line: str) -> list[str]:
    return [_NO_DIGIT.sub("", one) for one in _NUMBERS.findall(line)]


def _is_own_voice(row: Row, line: str) -> bool:
    """Whether a line with figures is the site's own word about its channels."""
    counted = row.size <= _VOICE and row.name not in CELLS and any(map(str.isdigit, line))
    return counted and speaks_of_itself(line)


def _after_the_end(tree: Tree, lines: Sequence[str], headline: int) -> set[int]:
    """What follows the sign with which a press release ends."""
    end = min((n for n in tree.rows if n > headline and ends_a_release(lines[n])), default=-1)
    before = sum(size for n, size in tree.prose.items() if n < end)
    return {n for n in tree.rows if n >= end} if 2 * before > tree.total else set()


def _next_stories(tree: Tree, lines: Sequence[str], headline: int, node: int) -> set[int]:
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
    found = tree.lines({one for one in others if one and not tree.inside(one, story or node)})
    return set() if _tells_the_same(tree, lines, found, headline) else found


def _forms(tree: Tree, headline: int) -> set[int]:
    """Lines of forms and of elements with fields to fill in, those excepted that hold the page."""
    head = tree.rows[headline].node if headline in tree.rows else 0
    small = {
        number
        for number, node in enumerate(tree.nodes)
        if (node.name == "form" or node.asks)
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
    tree = Tree(rows, nodes, lines)
    if not tree.total:
        return set()
    found, roots, flat = set[int](), set[int](), False
    for n, row in sorted(tree.rows.items()):
        short = row.size <= _SHORT and row.name not in CELLS
        if short and n != headline and (n in calls or begins_a_section(lines[n])):
            root = _begun(tree, n, headline)
            roots |= {root} if root else set()
            flat = not root
            found.add(n)
        elif n in tree.prose or row.name.startswith("h") or row.name in CELLS:
            flat = False
        elif flat:
            found.add(n)
        if short and is_an_answer(lines[n]):
            roots |= {_answered(tree, n, headline)} - {0}
    return found | tree.lines(roots)


def _answered(tree: Tree, number: int, headline: int) -> int:
    """The smallest element with prose around a line as "Reply"; 0 if it is the page's text."""
    node, head = tree.rows[number].node, tree.rows[headline].node if headline in tree.rows else 0
    for _ in range(_CLIMB):
        if not node or tree.inside(head, node) or 2 * tree.held(node) > tree.total:
            return 0
        if tree.held(node):
            return node
        node = tree.nodes[node].parent
    return 0


def _begun(tree: Tree, number: int, headline: int) -> int:
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
