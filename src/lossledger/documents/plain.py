"""Plain text and Markdown as text with kinds of lines: title, item, quote, cell, paragraph.

A line break in the text is a real one: in a text that is wrapped at a fixed width the breaks
inside paragraphs become spaces. Of Markdown only what a reader does not see goes: the marks of
emphasis and code, the addresses of links, backslashes; entities are resolved.
"""

import re
from collections.abc import Iterator
from heapq import merge

from lossledger.documents.decoding import Decoded
from lossledger.documents.markup import ENTITY, character
from lossledger.documents.weaving import Piece
from lossledger.model import Block, Span

_LONGEST_TITLE = 150
_NARROWEST_WRAP, _WIDEST_WRAP = 40, 100
_MARKDOWN = re.compile(r"\*\*\w|\w\*\*|\]\((?:https?|tg|mailto):|^#{1,6} \w", re.MULTILINE)
_LINK = re.compile(
    r"""\]\( <?(?:[a-z]{2,9}:|/|\#|www\.) [^)\s\[\]]{0,2000} (?:[ ]{1,9}"[^"\n]{0,300}")? \)""",
    re.VERBOSE,
)
_MARKS = re.compile(
    r"""(?P<strong> \*{2,} | _{2,} | `+ )
      | (?<![\w*]) \* (?=[^\s*]) [^*\n]{1,300} (?<=\S) \* (?![\w*])
      | (?<![\w_]) _  (?=[^\s_]) [^_\n]{1,300} (?<=\S) _  (?![\w_])
      | (?P<escape> \\ [!-/:-@\[-`{-~] )""",
    re.VERBOSE,
)
_BULLET = re.compile(r"\s*(?:[-*+•‣▪▫◦●○■□·‒–—►▶➤➡✅✔❗⚡🔹🔸🔺🔻🔴🔵⚫]\ufe0f?|\d{1,2}[.)])\s+\S")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?=\S)")
_QUOTED = re.compile(r"\s{0,3}(?:>\s?){1,9}(?=\S)")
_TITLE_ENDS = (".", ",", ";", ":", "…")

Edit = tuple[int, int, str]


def is_markdown(text: str) -> bool:
    """Whether a text shows marks of Markdown (bold, a link, a heading)."""
    return _MARKDOWN.search(text) is not None


def plain_pieces(source: Decoded, markdown: bool) -> Iterator[Piece]:
    """The pieces of a text: line ends as LF, and without the marks of Markdown."""
    text, at = source.text, 0
    for begin, end, instead in _edits(text, markdown):
        if begin >= at:
            yield text[at:begin].replace("\r", "\n"), at, begin
            yield instead, begin, end
            at = end
    yield text[at:].replace("\r", "\n"), at, len(text)


def _edits(text: str, markdown: bool) -> Iterator[Edit]:
    """What does not stand in the text as it stands in the source, in its order."""
    line_ends = ((*match.span(), "\n") for match in re.finditer("\r\n", text))
    if not markdown:
        return line_ends
    return merge(line_ends, _link_edits(text), _mark_edits(text), _entity_edits(text))


def _entity_edits(text: str) -> Iterator[Edit]:
    for match in ENTITY.finditer(text):
        stands_for, used = character(match[0])
        if stands_for != match[0][:used]:
            yield match.start(), match.start() + used, stands_for


def _link_edits(text: str) -> Iterator[Edit]:
    """``[words](address)`` keeps its words."""
    before = 0
    for match in _LINK.finditer(text):
        opening = text.rfind("[", before, match.start())
        if opening >= 0:
            yield opening, opening + 1, ""
        yield *match.span(), ""
        before = match.end()


def _mark_edits(text: str) -> list[Edit]:
    edits: list[Edit] = []
    at = 0
    while match := _MARKS.search(text, at):
        begin, end = match.span()
        at = end
        if match["strong"]:
            edits.append((begin, end, ""))
        elif match["escape"]:
            edits.append((begin, begin + 1, ""))
        else:
            edits += ((begin, begin + 1, ""), (end - 1, end, ""))
            at = begin + 1
    return sorted(edits)


def unwrapped(text: str) -> str:
    """The text with spaces for the line breaks of a fixed width; as long as before."""
    lines = text.split("\n")
    width = max((len(line.rstrip()) for line in lines if " " in line.strip()), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return text
    pairs = [i for i in range(len(lines) - 1) if lines[i].strip() and lines[i + 1].strip()]
    full = [i for i in pairs if _is_full(lines[i], lines[i + 1], width)]
    if not _are_wrapped(lines, pairs, full):
        return text
    joined = set(full)
    ends = (" " if i in joined else "\n" for i in range(len(lines) - 1))
    return "".join(part for line in zip(lines, ends, strict=False) for part in line) + lines[-1]


def _are_wrapped(lines: list[str], pairs: list[int], full: list[int]) -> bool:
    """Whether lines end for want of room: nearly all are full, and few end with a stop."""
    stopped = sum(lines[i].rstrip().endswith((",", ";", ":", ".", "!", "?")) for i in full)
    if len(full) < 2 or 5 * len(full) < 4 * len(pairs) or 2 * stopped >= len(full):
        return False
    # with few lines to judge by, none may look like the item of a list
    return len(full) >= 4 or (
        stopped == 0 and not any(lines[i + 1].lstrip()[:1].isupper() for i in full)
    )


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room on this one."""
    first_word = following.split(maxsplit=1)[0]
    if len(line.rstrip()) + 1 + len(first_word) <= width:
        return False
    return not (_BULLET.match(following) or _HEADING.match(following) or "|" in following[:3])


def plain_blocks(text: str, markdown: bool) -> Iterator[Block]:
    """One block for each line that is not blank, one for each cell of a Markdown table."""
    at, title_is_possible = 0, True
    lines = text.split("\n")
    for number, line in enumerate(lines):
        begin = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        at += len(line) + 1
        if begin >= end:
            continue
        blank_follows = number + 1 < len(lines) and not lines[number + 1].strip()
        is_title = title_is_possible and blank_follows and _looks_like_title(line.strip())
        title_is_possible = False
        if markdown and line.strip().startswith("|"):
            yield from _cells(line, at - len(line) - 1)
        else:
            kind, skipped = _kind(line, markdown)
            kind = "title" if is_title else kind
            yield Block(Span(max(begin, at - len(line) - 1 + skipped), end), kind)


def _looks_like_title(line: str) -> bool:
    return (
        len(line) <= _LONGEST_TITLE and not line.endswith(_TITLE_ENDS) and not _BULLET.match(line)
    )


def _kind(line: str, markdown: bool) -> tuple[str, int]:
    """The kind of a line, and how many characters of marks stand before its words."""
    heading, quoted = (_HEADING.match(line), _QUOTED.match(line)) if markdown else (None, None)
    if heading:
        return "title", heading.end()
    if quoted:
        return "quote", quoted.end()
    return ("item" if _BULLET.match(line) else "paragraph"), 0


def _cells(line: str, at: int) -> Iterator[Block]:
    for match in re.finditer(r"[^|]+", line):
        cell = match[0].strip()
        if cell.strip("-: "):
            begin = at + match.start() + len(match[0]) - len(match[0].lstrip())
            yield Block(Span(begin, begin + len(cell)), "cell")
