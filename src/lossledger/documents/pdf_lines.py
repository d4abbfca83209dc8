"""The lines of a PDF's page as the sentences that they were set from.

A PDF has no paragraphs, only lines where the column ended. Lines are joined where the first word
of the next had no room, and the next goes on as a sentence does; the items of a list are not. A
word that was divided is put together, unless it has its hyphen elsewhere in the file.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lossledger.documents.topic import is_on_topic

_NARROWEST = 25
_NEAR = 5
"""Lines before and after that tell how wide a column is."""
_SLACK = 0.82
"""The share of that width from which a line is full, as letters differ in width."""
_ITEM = re.compile(r"(?:[•▪●■*\u00b7]|[-‒–—]\s|\(?[0-9]{1,2}[.)]\s)")
_FIGURE = re.compile(r"^[^.!?]{2,60}[‒–—:-]\s*+[^\d.!?]{0,20}\d")
_GAP = re.compile(r"\S\s{3,}\S")
_STOPS = (".", "!", "?", ":", ";", "…")
_DIVIDED = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]\Z")
_EDGE, _LONGEST_EDGE = 3, 200
"""Lines at each end of a page that may be on the others too, and the characters of one."""
_PAGE_NUMBER = re.compile(r"(?<![0-9.,])[0-9]{1,4}(?![0-9]|[.,][0-9])")
_LONGEST_WORD = 60
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def joined(text: str, words: frozenset[str]) -> str:
    """A page's text with a space, or nothing, for the line breaks within its sentences.

    ``words`` are those of the whole file, as ``words_of`` gives them.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    goes_on = _chains(lines)
    parts: list[str] = []
    for number, line in enumerate(lines):
        if number not in goes_on:
            parts.append(line + "\n")
            continue
        divided = _divided(line)
        following = lines[number + 1].lstrip()
        if divided is None or not following[:1].islower():
            hyphen = line.endswith("-") and not line.endswith(" -")
            parts.append(line if hyphen else line + " ")
            continue
        rest = _WORD.match(following)
        whole = f"{divided[1]}-{rest[0] if rest else ''}".lower()
        parts.append(line if whole in words else line[:-1])
    return "".join(parts)[:-1]


def running(pages: Sequence[str]) -> list[set[int]]:
    """Of each page the lines that stand at its top or bottom and again on others.

    They are the same word for word, or but for one number that counts the pages; words that
    stand there for the first time are the file's own. A list that is told anew on each page
    has other figures each time.
    """
    edges = [_edges(page.split("\n")) for page in pages]
    count = Counter(key for k, lines in enumerate(edges) for key in set(_keys(k, lines)))
    least = max(2, len([lines for lines in edges if lines]) // 2)
    found: list[set[int]] = []
    known = set[str]()
    for k, lines in enumerate(edges):
        here = set[int]()
        for number, line in lines.items():
            if any(count[key] >= least for key in _numbered(k, line)) or (
                line in known and count[line, None] >= least
            ):
                here.add(number)
        known.update(lines.values())
        found.append(here)
    return found


def _edges(lines: list[str]) -> dict[int, str]:
    """The first and the last lines of a page with words or numbers on them."""
    full = [(number, line.strip()) for number, line in enumerate(lines) if line.strip()]
    some = dict(full[:_EDGE] + full[_EDGE:][-_EDGE:])
    return {n: line for n, line in some.items() if len(line) <= _LONGEST_EDGE and not _tells(line)}


def _tells(line: str) -> bool:
    """Whether a line has figures of losses."""
    return any(map(str.isdigit, line)) and is_on_topic(line, losses=True)


def _keys(page: int, lines: dict[int, str]) -> Iterator[tuple[str, int | None]]:
    for line in lines.values():
        yield line, None
        yield from _numbered(page, line)


def _numbered(page: int, line: str) -> Iterator[tuple[str, int | None]]:
    """A line without each of its numbers in turn, and how far that is from the page's."""
    for match in _PAGE_NUMBER.finditer(line):
        yield f"{line[: match.start()]}#{line[match.end() :]}", int(match[0]) - page


def _divided(line: str) -> re.Match[str] | None:
    """The first part of a word that is divided at the end of a line."""
    return _DIVIDED.search(line[-_LONGEST_WORD:])


def words_of(texts: list[str]) -> frozenset[str]:
    """The words of these texts with a hyphen inside, in small letters."""
    found = (match[0].lower() for text in texts for match in _WORD.finditer(text))
    return frozenset(word for word in found if "-" in word)


def _chains(lines: list[str]) -> set[int]:
    """The numbers of the lines that go on in the next one."""
    lengths = [len(line) for line in lines]
    found: set[int] = set()
    chain: list[int] = []
    for number in range(len(lines)):
        if number + 1 < len(lines) and _may_go_on(lines, lengths, number):
            chain.append(number)
            continue
        if chain and _is_prose(lines, chain):
            found.update(chain)
        chain = []
    return found


def _may_go_on(lines: list[str], lengths: list[int], number: int) -> bool:
    """Whether the first word of the next line had no room, and neither line is an item's."""
    line, following = lines[number], lines[number + 1].lstrip()
    if not line.strip() or not following:
        return False
    if _divided(line) and following[0].islower():
        return True
    width = max(lengths[max(0, number - _NEAR) : number + _NEAR + 1])
    first = following.split(maxsplit=1)[0]
    if width < _NARROWEST or len(line) + 1 + len(first) <= _SLACK * width:
        return False
    apart = _ITEM.match(following) or _GAP.search(line) or _GAP.search(following)
    before = lines[number - 1] if number else ""
    listed = _FIGURE.match(line) and (_FIGURE.match(following) or _FIGURE.match(before))
    return not (apart or listed)


def _is_prose(lines: list[str], chain: list[int]) -> bool:
    """Whether these lines are a text's: most go on in small letters, few end with a stop."""
    firsts = [lines[number + 1].lstrip()[:1] for number in chain]
    small, large = sum(map(str.islower, firsts)), sum(map(str.isupper, firsts))
    if len(chain) == 1:
        return small == 1 and not lines[chain[0]].endswith(_STOPS)
    stopped = sum(lines[number].endswith(_STOPS) for number in chain)
    return small > 0 and 2 * large < len(chain) and 2 * stopped < len(chain)
