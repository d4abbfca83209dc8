"""HTML cut into tokens, each with its place in the source, in time linear in its length.

The standard library's HTML parser looks again and again for the end of a comment or a tag that
never ends: a few megabytes of ``<!--`` take it hours. This one never looks at a character more
than a few times. It follows the HTML standard where a page is well formed; what never ends is
taken as a browser takes it, except that an unfinished tag is text: a figure may follow a ``<``.
"""

import re
from collections.abc import Iterator
from html import unescape

Token = tuple[str, str, int, int]
"""Kind (text, open, close or raw: what a script or style holds), name of the element, and the
source's characters: of the text, or of a tag's attributes."""

SPACE = " \t\n\r\f"
ENTITY = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]++|[0-9]++);?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")

_TAG = re.compile(
    r"""</?+ ([a-zA-Z] [^\s/>]*+)                     # the name
        ((?: [^>"'=]++                                # names of attributes, unquoted values
           | = \s*+ (?: "[^"]*+" | '[^']*+' )?+       # quotes count only after an equals sign
           | ["'] )*+ ) >""",
    re.VERBOSE,
)
_MARKUP = re.compile(r"<(?:(/?[a-zA-Z])|[!?/])")
_ATTRIBUTE = re.compile(r"""([^\s/>="']++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
_RAW = ("script", "style", "title", "textarea")
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_COMMENT_END = re.compile(r"--!?>")


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a page or fragment; comments and declarations are left out."""
    at, size = 0, len(source)
    while at < size:
        found = _MARKUP.search(source, at)
        mark = found.start() if found else size
        tag = _TAG.match(source, mark) if found and found[1] else None
        if found is None or (found[1] and tag is None):
            yield "text", "", at, size
            return
        if mark > at:
            yield "text", "", at, mark
        if tag is None:
            at = _after_comment(source, mark)
            continue
        name, at = tag[1].lower(), tag.end()
        opens = source[mark + 1] != "/"
        yield "open" if opens else "close", name, tag.start(2), tag.end(2)
        if opens and name in _RAW:
            stop = _raw_end(source, name, at)
            if stop > at:
                yield "raw" if name in ("script", "style") else "text", name, at, stop
            at = stop


def attributes(source: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values with their entities resolved."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source[:20_000]):
        value = match[2] or ""
        quoted = value[:1] in ('"', "'") and value[-1:] == value[:1]
        found.setdefault(match[1].lower(), unescape(value[1:-1] if quoted else value))
    return found


def character(entity: str) -> tuple[str, int]:
    """What an entity stands for, and how many of its letters it uses (``&nbsp5`` uses 5)."""
    if entity.startswith("&#"):
        digits = entity[2:].rstrip(";")
        hexadecimal = digits[:1] in "xX"
        digits = digits.lstrip("xX0")
        number = "1114112" if len(digits) > 7 else (digits or "0")
        prefix = "x" if hexadecimal and len(digits) <= 7 else ""
        return unescape(f"&#{prefix}{number};"), len(entity)
    stands_for = unescape(entity)
    kept = 0
    if not entity.endswith(";"):
        limit = min(len(stands_for), len(entity) - 1)
        while kept < limit and stands_for[-1 - kept] == entity[-1 - kept]:
            kept += 1
    return stands_for[: len(stands_for) - kept], len(entity) - kept


def _after_comment(source: str, mark: int) -> int:
    """Where a comment, declaration or processing instruction ends."""
    if not source.startswith("<!--", mark):
        end = source.find(">", mark)
        return end + 1 if end >= 0 else len(source)
    if source.startswith((">", "->"), mark + 4):
        return source.index(">", mark) + 1
    closed = _COMMENT_END.search(source, mark + 4)
    return closed.end() if closed else len(source)


def _raw_end(source: str, name: str, at: int) -> int:
    """Where the content of a script, style, title or text area ends."""
    end = _RAW_ENDS[name].search(source, at)
    return end.start() if end else len(source)
