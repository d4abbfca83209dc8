"""What stands around a text by how its links lie: lists of headlines, teasers, counters.

Class names tell this on some pages only. A list in which nearly everything leads elsewhere is a
menu or a list of stories whatever it is called; so is a headline that is one link, with the few
words below it. The words that introduce such links, and those of counters, stand in
``vocabulary/pages.toml``. What the places of lines tell is in ``position.py``.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from lossledger.documents.names import begins_a_section
from lossledger.documents.page_parts import WHOLE, Node, Row
from lossledger.documents.position import by_position, sections
from lossledger.vocabulary import table

_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDS = (".", "!", "?", "…", ";", ",", ":")
_HEADLINE_WORDS = 3
_LIST = 0.6
"""The share of a list's characters that stands in headlines that lead elsewhere."""
_SLIDE = re.compile(r"[0-9]{1,4}\s?/\s?[0-9][0-9,]{0,6}")
"""Which of how many pictures is shown."""
_NUMBER = re.compile(r"[#№]?\s?[0-9][0-9.,\s\u00a0\u202f]{0,12}+[KkMmКкМмтыс]{0,4}+\+?")
"""A number alone, as buttons for comments and likes have it."""
_LENGTH = re.compile(r"[^0-9:]{2,50}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
"""How long a recording is, behind a few words."""
_SCALE = re.compile(r"(?<![0-9])1\s?:\s?[0-9]{1,3}(?:[ ,.\u00a0\u202f][0-9]{3})++(?![0-9])")
"""The scale of a map."""
_DEGREES = re.compile(r"[0-9]\s?°")
"""The weather, on a short line."""
_PAGER = re.compile(r"(?:[^\W\d]{1,20}[\s:]{0,3}){0,2}(?:[0-9]{1,4}[\s.,·|/]{0,3}){2,}")
"""Links that are numbers, behind a word or two: pages of a list, years of an archive."""
_PROSE = 80
"""Characters outside of links without which a page has no text that others could stand around."""
_TEASER = 400
_COUNTER, _CALL = 60, 200
_LABEL = 15
"""Characters beside a headline that may be the name of its column."""
_LEAST = 12
"""Characters of a line that may be a page's headline by its title."""


def lines_around(
    rows: Mapping[int, Row],
    nodes: Sequence[Node],
    lines: Sequence[str],
    kinds: Mapping[int, str],
    title: str = "",
    body: str = "",
) -> set[int]:
    """The lines that stand around the text; few where there is hardly any text.

    ``title`` is what the page's metadata call it, ``body`` the text that they give.
    """
    own = {n: row for n, row in rows.items() if kinds.get(n) != "aside" and n < len(lines)}
    called = {n for n, row in own.items() if row.called >= WHOLE * row.size}
    words = {n: row.size - row.linked for n, row in own.items()}
    rest = sum(words[n] for n in own if n not in called)
    if rest >= _PROSE and 2 * rest >= sum(words.values()):  # else the text itself is so called
        called -= {_lead(own, _headline(own, lines, title))}  # it may be called a teaser
        own = {n: row for n, row in own.items() if n not in called}
    else:
        called = set()
    prose = sum(row.size - row.linked for row in own.values())
    if prose < _PROSE:
        return called | _counters(own, lines)
    headline = _headline(own, lines, title)
    _measure(own, nodes, lines, headline)
    teasers = {n for n, row in own.items() if n != headline and _is_headline(row, lines[n])}
    _mark(nodes, own, teasers, prose)
    found = {n for n, row in own.items() if nodes[row.node].around and n != headline}
    found |= called | teasers | _led(own, lines) | _counters(own, lines)
    calls = {n for n, row in own.items() if row.name.startswith("h") and _calls(lines[n])}
    found |= sections(own, nodes, lines, headline, calls)
    left = {n: row for n, row in own.items() if n not in found}
    return found | by_position(left, nodes, lines, headline, title, body)


def _headline(own: Mapping[int, Row], lines: Sequence[str], title: str) -> int:
    """The line of the page's own headline; -1: there is none.

    It is a heading, or else a line, with the words of the page's title; else the first heading
    of the first rank, or of any rank that is not a link.
    """
    words = title.casefold()
    said = [n for n, r in own.items() if r.name != "title" and _is_in(lines[n], words)]
    first = [n for n, r in own.items() if r.name == "h1"]
    heads = [n for n, r in own.items() if r.name in ("h2", "h3", "h4")]
    unlinked = [n for n in heads if not own[n].whole]
    named = [n for n in said if n in {*first, *heads}]
    return next(iter((*named, *(said if not first else ()), *first, *unlinked, *heads)), -1)


def _lead(own: Mapping[int, Row], headline: int) -> int:
    """The first paragraph below the headline, if it has no links; else -1."""
    first = next((n for n, r in own.items() if n > headline and r.size >= _PROSE), -1)
    return first if headline >= 0 and first >= 0 and not own[first].anchors else -1


def _is_in(line: str, title: str) -> bool:
    words = line.strip().casefold()
    return len(words) >= _LEAST and words in title


def _measure(
    own: Mapping[int, Row], nodes: Sequence[Node], lines: Sequence[str], headline: int
) -> None:
    """Sizes and links of every element with all that it holds."""
    for number, row in own.items():
        node = nodes[row.node]
        node.size += row.size
        node.headed |= number == headline
        if node.first < 0:
            node.first = number
        if _has_headlines(row, lines[number]) and not lines[number].rstrip().endswith("."):
            node.linked += row.linked
            node.links += row.links
    for node in reversed(nodes[1:]):
        above = nodes[node.parent]
        above.size += node.size
        above.headed |= node.headed
        if node.first >= 0 and (above.first < 0 or node.first < above.first):
            above.first = node.first
        if node.name not in ("td", "th"):  # a table of links with figures is no menu
            above.linked += node.linked
            above.links += node.links


def _mark(nodes: Sequence[Node], own: Mapping[int, Row], teasers: set[int], prose: int) -> None:
    """Mark the elements that are lists of headlines, or a headline with a few words."""
    for node in nodes[1:]:
        inside = nodes[node.parent]
        lists = node.links > 1 and node.linked >= _LIST * node.size
        node.around = inside.around or (lists and not node.headed)
    for number in teasers:
        key = own[number].node
        for _ in range(3):
            node = nodes[key]
            words = node.size - node.linked
            small = words <= _TEASER and 3 * words <= prose
            if not key or node.headed or node.first != number or not small:
                break
            node.around, key = True, node.parent
    for node in nodes[1:]:
        node.around |= nodes[node.parent].around


def _has_headlines(row: Row, line: str) -> bool:
    """Whether the links of a line are as long as headlines are."""
    if not row.linked:
        return False
    words = len(_WORD.findall(line)) * row.linked / row.size
    return words >= _HEADLINE_WORDS * max(row.links, 1)


def _is_headline(row: Row, line: str) -> bool:
    """Whether a line is nothing but a headline of something else."""
    ends = line.rstrip(" \u00a0»”\"'").endswith(_ENDS)
    rest = row.size - row.linked
    labelled = row.links == 1 and rest <= _LABEL and row.linked >= _LEAST * 2
    linked = (row.whole or labelled) and row.name not in ("td", "th")
    return linked and not ends and _has_headlines(row, line)


def _led(own: Mapping[int, Row], lines: Sequence[str]) -> set[int]:
    """Lines of a link behind words as "read also", and the links below such words alone."""
    found: set[int] = set()
    leads = False
    for number, row in own.items():
        words = " ".join(_WORD.findall(lines[number].casefold()))
        lead = _first_words("leads").match(words)
        if lead is not None:
            only = len(words) - lead.end() < 3
            linked = row.ends_linked or row.links == 1
            linked = linked and row.size - row.linked <= lead.end() + 8
            if only or linked or _is_named(lines[number]):
                found.add(number)
            leads = only
        elif (leads and row.whole) or (row.anchors and _is_labelled(lines[number])):
            found.add(number)
        else:
            leads = False
    return found


def _is_named(line: str) -> bool:
    """Whether a headline stands behind a colon that follows words as "read also"."""
    before, colon, title = line.partition(":")
    words = " ".join(_WORD.findall(before.casefold()))
    named = colon and title.strip()[:1].isupper() and not line.rstrip().endswith(_ENDS)
    return bool(named) and _first_words("leads").fullmatch(words) is not None


def _is_labelled(line: str) -> bool:
    """Whether a line is a part that its first words name: "Tags: tanks (640)"."""
    before, colon, _ = line.partition(":")
    return bool(colon) and not line.rstrip().endswith(".") and begins_a_section(before)


def _counters(own: Mapping[int, Row], lines: Sequence[str]) -> set[int]:
    """Short lines that count readers, comments or shares, or ask readers to do something."""
    found = {n for n, row in own.items() if row.size <= _COUNTER and _is_counter(lines[n])}
    found |= {n for n, row in own.items() if row.size <= _COUNTER and _is_age(lines[n])}
    found |= {n for n, row in own.items() if row.size <= _COUNTER and _of_a_map(lines[n])}
    found |= {
        n
        for n, row in own.items()
        if row.size <= _COUNTER
        and row.name not in ("td", "th")
        and _LENGTH.fullmatch(lines[n].strip())
    }
    found |= {n for n, row in own.items() if row.alone and _NUMBER.fullmatch(lines[n].strip())}
    found |= {
        n
        for n, row in own.items()
        if row.anchors > 1 and row.name not in ("td", "th") and _PAGER.fullmatch(lines[n].strip())
    }
    found |= {
        n
        for n, row in own.items()
        if row.name not in ("td", "th") and _SLIDE.fullmatch(lines[n].strip())
    }
    return found | {n for n, row in own.items() if row.size <= _CALL and _calls(lines[n])}


def _calls(line: str) -> bool:
    words = " ".join(_WORD.findall(line.casefold()))
    return _first_words("calls").match(words) is not None or _says_so(words)


def _says_so(words: str) -> bool:
    """Whether a line has words that only stand around a text."""
    return _first_words("anywhere").search(words) is not None


def _of_a_map(line: str) -> bool:
    """Whether a short line tells the weather, or the scale of a map."""
    return bool(_DEGREES.search(line) or _SCALE.search(line))


def _is_age(line: str) -> bool:
    """Whether a line tells how long ago something was put there."""
    words = _WORD.findall(line.casefold())
    return bool(words) and words[-1] in _ago() and any(map(str.isdigit, line))


def _is_counter(line: str) -> bool:
    words = _WORD.findall(line.casefold())
    return 1 <= len(words) <= 4 and any(map(str.isdigit, line)) and not _counted().isdisjoint(words)


@cache
def _first_words(key: str) -> re.Pattern[str]:
    given = table("pages")["around"][key]
    some = sorted({" ".join(_WORD.findall(one.casefold())) for one in given}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, some))})(?!\w)")


@cache
def _counted() -> frozenset[str]:
    return frozenset(table("pages")["around"]["counters"].split())


@cache
def _ago() -> frozenset[str]:
    return frozenset(table("pages")["around"]["ago"].split())
