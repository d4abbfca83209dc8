"""Cards of other stories, and what asks for money, by the shape of their lines.

A paragraph ends with a stop and an entry of a list of losses begins or ends with its number; the
headline of another story does neither. Where such lines stand in an element of their own, with
no prose, between the paragraphs or after the last of them, they are cards.
"""

import re
from collections.abc import Sequence
from functools import cache

from lossledger.documents.page_parts import Row
from lossledger.documents.topic import is_on_topic
from lossledger.documents.tree import CELLS, Tree
from lossledger.vocabulary import table

_WORD = re.compile(r"[^\W\d_]++")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HEADLINE_WORDS = 4
_OWN = ("li", "figcaption", "caption", "blockquote", "dd", "dt", *CELLS)
"""Elements whose lines are the text's own, whatever shape they have."""
_MONEY = re.compile(r"[₴₽€$£]\s?[0-9]|[0-9][\s\u00a0]?[₴₽€$£]")
_STAMP = re.compile(r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?![0-9])|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_STAMP_WORDS = 4
_CLIP = re.compile(r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\W*+$")
_CLIPS = frozenset(("vid", "video", "videos", "clip", "player", "audio", "podcast"))
_TEXT, _SMALL = 0.6, 4
"""The share of the prose in the text's own element; what stands behind it is smaller so often."""


def cards(tree: Tree, lines: Sequence[str], headline: int) -> set[int]:
    """The lines of cards between the text's paragraphs and behind them."""
    if headline not in tree.rows:
        return set()
    text = _element_of_the_text(tree)
    last = max((n for n in tree.prose if tree.inside(tree.rows[n].node, text)), default=-1)
    first = min((n for n in tree.prose if n > headline), default=-1)
    head = tree.rows[headline].node
    behind, between = _tops(tree, text, head)
    parts: dict[tuple[bool, int], list[int]] = {}
    for n, row in tree.rows.items():
        late = n > last and behind[row.node] != 0
        top = behind[row.node] if late else between[row.node]
        if top and n > first and row.name != "title":
            parts.setdefault((late, top), []).append(n)
    found = set[int]()
    for (late, top), some in parts.items():
        if not any(_has_figures(lines[n]) for n in some):
            continue
        told = sum(tree.prose.get(n, 0) for n in some)
        if (
            late
            and _SMALL * told <= tree.total
            and not _is_own(tree, some)
            and (not any(is_on_topic(lines[n], when=False, people=False) for n in some))
        ) or (not told and (_asks_for_money(lines, some) or _is_card(tree, lines, top, some))):
            found.update(some)
    return found


def is_stamp(line: str) -> bool:
    """Whether a line is no more than a date, a time or a length."""
    return bool(_STAMP.search(line)) and len(_WORD.findall(line)) <= _STAMP_WORDS


def clips(tree: Tree, lines: Sequence[str]) -> set[int]:
    """Titles of recordings, which end with their length in an element that is so called."""
    found = {n for n in tree.rows if n not in tree.prose and _CLIP.search(lines[n])}
    return {
        n
        for n in found
        if not _CLIPS.isdisjoint(
            part.lower()
            for node in (tree.rows[n].node, tree.nodes[tree.rows[n].node].parent)
            for part in _parts(tree.nodes[node].kin)
        )
    }


def _element_of_the_text(tree: Tree) -> int:
    """The smallest element with most of the prose."""
    node = 0
    for number in range(1, len(tree.nodes)):
        if tree.nodes[number].parent == node and tree.held(number) >= _TEXT * tree.total:
            node = number
    return node


def _tops(tree: Tree, text: int, head: int) -> tuple[list[int], list[int]]:
    """For each element the outermost one around it beside the text, and that without prose."""
    above = tree.around(text)
    behind, between = [0] * len(tree.nodes), [0] * len(tree.nodes)
    for number in range(1, len(tree.nodes)):
        parent = tree.nodes[number].parent
        apart = number not in above and not tree.inside(number, text)
        apart = apart and not tree.inside(head, number)
        behind[number] = behind[parent] or (number if apart else 0)
        bare = not tree.held(number) and not tree.inside(head, number)
        between[number] = between[parent] or (number if bare else 0)
    return behind, between


def _is_own(tree: Tree, some: Sequence[int]) -> bool:
    """Whether lines are cells or captions."""
    return any(tree.rows[n].name in (*CELLS, "figcaption", "caption") for n in some)


def _asks_for_money(lines: Sequence[str], some: Sequence[int]) -> bool:
    """Whether lines without prose are sums of money, and no losses."""
    lost = any(is_on_topic(lines[n], losses=True, things=False) for n in some)
    return not lost and any(_MONEY.search(lines[n]) for n in some)


def _is_card(tree: Tree, lines: Sequence[str], top: int, some: Sequence[int]) -> bool:
    """Whether a part is the headline of another story, with its date or its column."""
    if any(tree.rows[n].name in _OWN for n in some):
        return False
    told = [n for n in some if _has_figures(lines[n]) and not is_stamp(lines[n])]
    if not told or not all(_is_headline(tree.rows[n], lines[n]) for n in told):
        return False
    kin = {part.lower() for n in _elements(tree, top, some) for part in _parts(tree.nodes[n].kin)}
    if not kin.isdisjoint(_words("facts")):
        return False
    stamped = any(is_stamp(lines[n]) for n in some)
    headed = any(tree.rows[n].name in ("h3", "h4", "h5", "h6") for n in some)
    return stamped or headed or not kin.isdisjoint(_words("cards"))


def _elements(tree: Tree, top: int, some: Sequence[int]) -> set[int]:
    """The elements of a part around its lines."""
    found = {top}
    for n in some:
        node = tree.rows[n].node
        while node not in found and tree.inside(node, top):
            found.add(node)
            node = tree.nodes[node].parent
    return found


def _is_headline(row: Row, line: str) -> bool:
    """Whether a line is shaped as a headline: words before its number and behind it, no stop."""
    words = line.strip(" \u00a0»”\"'«“„")
    return (
        not row.name.startswith("h")
        and words[:1].isupper()
        and words[-1:].isalpha()
        and len(_WORD.findall(words)) >= _HEADLINE_WORDS
    )


def _has_figures(line: str) -> bool:
    return any(map(str.isdigit, line))


def _parts(kin: str) -> list[str]:
    return _PART.findall(kin[:200])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("pages")["around"][key].split())
