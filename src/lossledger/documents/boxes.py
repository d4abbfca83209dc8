"""Parts of a page that have figures and count something else, by the words in them.

A part is an element of its own. Whether it stands among the text's paragraphs is told by what the
elements beside it are called and hold.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from lossledger.documents.cards import is_stamp
from lossledger.documents.names import names_a_person
from lossledger.documents.page_parts import Row
from lossledger.documents.topic import is_on_topic
from lossledger.documents.tree import CELLS, Tree

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_BOXES = (
    *("div", "section", "aside", "figure", "fieldset", "form", "details", "article", "address"),
)
_FEW, _ALIKE = 2, 2
"""Elements of a kind are alike with so many lines of prose, or so many times as many, at most."""
_BOX, _PART = 600, 4
"""The characters of prose in a box, and how many times as much the page has."""
_WORDS_OF_A_TEXT = ("figcaption", "blockquote")
_OF_A_DATE = 3
"""Words of three letters or more beside a year alone."""
_STOPS = (".", "!", "?", "…")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY_OR_TIME = re.compile(
    r"[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{2}){1,2}|(?:[0-9]{2}){1,2}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)
_BESIDE_A_DATE = 2
"""Numbers of a date in words; a line with more of them counts something, too."""
_DIGITS = re.compile(r"[0-9]++")
_TOGETHER = 3
"""Boxes of a kind that are judged together."""
_CLIMB = 6
"""Elements around the one with a writer's name that may be his post."""
_NAME_PART = re.compile(r"[^\W_]+")


def off_topic(tree: Tree, lines: Sequence[str], headline: int) -> set[int]:
    """Parts of a page that have figures and count something else.

    A part is an element of its own without prose; what a number alone counts may stand in the
    one beside it. A text's own short lines stand in the element of its paragraphs. In the
    text's container tables are left alone, but for those of the layout; outside of it elements
    that begin with headings of their own are parts of their own.
    """
    head = tree.rows[headline].node if headline in tree.rows else 0
    inside = tree.container(headline) if headline in tree.rows else 0
    split, layout = _with_headings(tree), tree.around(head)
    tops = list(range(len(tree.nodes)))
    for number in range(1, len(tree.nodes)):
        parent = tree.nodes[number].parent
        whole = not parent or tree.held(parent) or tree.inside(head, parent)
        apart = parent in split and tops[parent] == parent and not tree.inside(number, inside)
        tops[number] = number if whole or apart else tops[parent]
    parts: list[tuple[int, list[int]]] = []
    below, kin = _below(tree, lines, headline), _kin_of_prose(tree)
    for n, row in sorted(tree.rows.items()):
        alone = row.node and not tree.held(row.node) and not tree.inside(head, row.node)
        alone = alone and n != below and not _is_a_paragraph(tree, row.node, kin)
        alone = alone and not (tree.inside(row.node, inside) and _is_the_text_s(row, lines[n]))
        top = tops[row.node] if alone and row.name != "title" else -1
        if parts and parts[-1][0] == top != -1:
            parts[-1][1].append(n)
        else:
            parts.append((top, [n]))
    own = [
        None
        if top == -1
        else _says_of_what(tree, lines, some, headline, layout, within=tree.inside(top, inside))
        for top, some in parts
    ]
    found = _others_together(tree, parts, own, inside)
    for k, (top, some) in enumerate(parts):
        beside = (k - 1, k + 1) if not any(_WORD.search(lines[n]) for n in some) else ()
        near = (j for j in beside if 0 <= j < len(parts) and _beside(tree, top, parts[j][0]))
        if top != -1 and own[k] is False and not any(own[j] for j in near):
            found.update(some)
    return found


def _others_together(
    tree: Tree, parts: Sequence[tuple[int, list[int]]], own: Sequence[bool | None], inside: int
) -> set[int]:
    """Boxes of one kind beside the text, each with a heading, most of which count something else.

    They are judged together, as one of them may be about the dead of a town.
    """
    groups: dict[tuple[int, str, str], list[int]] = {}
    for k, (top, some) in enumerate(parts):
        if top != -1 and not tree.inside(top, inside) and tree.rows[some[0]].name in _HEADINGS:
            node = tree.nodes[top]
            groups.setdefault((node.parent, node.name, node.kin), []).append(k)
    return {
        n
        for group in groups.values()
        if len(group) >= _TOGETHER and 2 * sum(own[k] is False for k in group) > len(group)
        for k in group
        for n in parts[k][1]
    }


def _with_headings(tree: Tree) -> set[int]:
    """Elements of which two or more children begin with a heading."""
    begun: Counter[int] = Counter()
    for number in range(1, len(tree.nodes)):
        first = tree.first(number)
        if first is not None and tree.rows[first].name in _HEADINGS:
            begun[tree.nodes[number].parent] += tree.nodes[number].name not in _HEADINGS
    return {number for number, count in begun.items() if count > 1}


def _kin_of_prose(tree: Tree) -> set[tuple[int, str]]:
    """The families of elements with prose, with what is around them."""
    held = (n for k, n in enumerate(tree.nodes) if tree.held(k))
    return {(node.parent, family) for node in held if (family := _family(node.kin))}


def _is_a_paragraph(tree: Tree, node: int, kin: set[tuple[int, str]]) -> bool:
    """Whether an element without prose has a name like those beside it that hold prose."""
    return (tree.nodes[node].parent, _family(tree.nodes[node].kin)) in kin


def _is_the_text_s(row: Row, line: str) -> bool:
    """Whether a line is a caption, a quotation or a sentence: not what a page counts."""
    if row.name in _WORDS_OF_A_TEXT and not row.links:
        return True
    ends = line.rstrip(" »”\"'").endswith(_STOPS) and not is_stamp(line)
    return ends and len(_WORD.findall(line)) > 1


def _family(kin: str) -> str:
    """First and last part of a class: that of ``note-text-block`` and ``note-list-block``."""
    parts = _NAME_PART.findall(kin.partition(" ")[0])
    return f"{parts[0]} {parts[-1]}" if len(parts) > 2 else ""


def _below(tree: Tree, lines: Sequence[str], headline: int) -> int:
    """The line of words under the headline, in the same element, as a second title; or -1."""
    line = min((n for n in tree.rows if n > headline), default=-1)
    if line < 0 or headline not in tree.rows:
        return -1
    nodes, head = tree.nodes, tree.rows[headline].node
    own = tree.rows[line].node
    same = nodes[own].parent == nodes[head].parent or own == nodes[head].parent
    counts = tree.rows[line].links or tree.rows[line].called or is_stamp(lines[line])
    return line if same and not counts else -1


def other_boxes(tree: Tree, lines: Sequence[str], headline: int) -> set[int]:
    """Small boxes with prose and figures of something else: a reader is asked, another story told.

    A box is an element of its own kind, or much smaller than the others of its kind. Where
    paragraphs stand in several elements of a kind, and right below the headline, it is the
    story's.
    """
    head = tree.rows[headline].node if headline in tree.rows else 0
    kin: dict[tuple[int, str, str], list[int]] = {}
    for number, node in enumerate(tree.nodes):
        if tree.count(number):
            kin.setdefault((node.parent, node.name, node.kin), []).append(tree.count(number))
    for counts in kin.values():
        counts.sort()
    largest = min(_BOX, tree.total // _PART)
    tops = [0] * len(tree.nodes)
    for number in range(1, len(tree.nodes)):
        node = tree.nodes[number]
        box = node.name in _BOXES or "-" in node.name
        small = 0 < tree.held(number) <= largest and tree.held(number) < tree.held(node.parent)
        apart = box and small and not tree.inside(head, number)
        if apart:
            like = bisect_right(
                kin[node.parent, node.name, node.kin], max(_FEW, _ALIKE * tree.count(number))
            )
            apart = like == 1  # itself
        tops[number] = tops[node.parent] or (number if apart else 0)
    boxes: dict[int, list[int]] = {}
    again = lines[headline] if headline in tree.rows else ""
    first = min((n for n in tree.prose if n > headline), default=-1)
    for n, row in tree.rows.items():
        boxes.setdefault(tops[row.node], []).append(n)
    return {
        n
        for top, some in boxes.items()
        if top
        and first not in some
        and any(any(map(str.isdigit, lines[n])) for n in some)
        and not any(is_on_topic(lines[n], losses=True) for n in some if not says(again, lines[n]))
        for n in some
    }


def _beside(tree: Tree, one: int, other: int) -> bool:
    """Whether two parts stand in the same element."""
    return other != -1 and tree.nodes[one].parent == tree.nodes[other].parent


def posts_of_others(tree: Tree, lines: Sequence[str], headline: int) -> set[int]:
    """Posts of a board: parts of one kind, each with who wrote it and how much he has written.

    The first of them is the text, if no other text stands before it.
    """
    nodes = tree.nodes
    writers = [False] * len(nodes)
    holds = set[int]()
    for number in range(1, len(nodes)):
        written = names_a_person(nodes[number].kin)
        writers[number] = written or writers[nodes[number].parent]
        above = number
        for _ in range(_CLIMB if written else 0):
            holds.add(above)
            above = nodes[above].parent
    if not holds:
        return set()
    ranked = sorted(
        r.node for n, r in tree.rows.items() if writers[r.node] and any(map(str.isdigit, lines[n]))
    )
    groups: dict[tuple[int, str], list[int]] = {}
    for number in sorted(holds - {0}):
        if tree.held(number):
            family = _kind(nodes[number].kin) or nodes[number].name
            groups.setdefault((nodes[number].parent, family), []).append(number)
    found = set[int]()
    for posts in groups.values():
        if len(posts) > 1 and any(tree.holds_any(one, ranked) for one in posts):
            first = tree.first(posts[0]) or 0
            before = tree.prose_between(headline, first)
            found.update(posts if 4 * before > tree.total else posts[1:])
    return tree.lines(found)


def _kind(kin: str) -> str:
    """The first of an element's classes, without numbers: ``post`` of ``post odd``."""
    return _DIGITS.sub("", kin.partition(" ")[0])


def _says_of_what(
    tree: Tree,
    lines: Sequence[str],
    some: Sequence[int],
    headline: int,
    layout: set[int],
    *,
    within: bool,
) -> bool | None:
    """Whether lines speak of losses; ``None`` where they have no figures, or a year's.

    A label without figures speaks for the number beside it. ``within`` the text's container
    whose and when is enough, and tables are left alone.
    """
    if any(
        is_on_topic(
            lines[n],
            losses=n < headline,
            when=within and not is_stamp(lines[n]),
            people=tree.rows[n].name not in CELLS,
        )
        for n in some
    ):
        return True
    counted = [n for n in some if any(map(str.isdigit, lines[n]))]
    if not counted or (within and any(tree.is_cell(n, layout) for n in some)):
        return None
    return None if len(counted) == 1 and _is_a_date(lines[counted[0]]) else False


def _is_a_date(line: str) -> bool:
    """Whether a line may be the day on which a text was published: a year, a day, few words."""
    year = _YEAR.search(line)
    if year is None or len(_DIGITS.findall(_DAY_OR_TIME.sub("", line))) > _BESIDE_A_DATE:
        return False
    rest = line[: year.start()] + line[year.end() :]
    return any(map(str.isdigit, rest)) or len(_WORD.findall(rest)) <= _OF_A_DATE


def says(title: str, line: str) -> bool:
    """Whether a page's title and a headline are the same, give or take a site's name."""
    one, other = title.casefold().strip(), line.casefold().strip()
    return min(len(one), len(other)) >= 4 and (other in one or one in other)
