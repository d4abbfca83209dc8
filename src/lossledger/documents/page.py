"""An HTML page or fragment as text: lines, their kinds, and what the page says about itself.

Every block-level element, ``br`` and table cell begins a line, a table row also leaves an empty
line before it; so each line is one block. Spaces run together as a browser shows them, the
content of ``pre`` excepted. Only scripts, styles, templates and comments are left out: menus are
marked as ``aside``, not dropped, and repeated or invisible text stays.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lossledger.documents.decoding import Decoded
from lossledger.documents.markup import ENTITY, SPACE, Token, attributes, character, tokens
from lossledger.documents.names import is_around, names_an_aside
from lossledger.documents.page_parts import Node, Row
from lossledger.documents.weaving import Piece

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_AROUND = (
    *("nav", "aside", "footer", "dialog", "button", "select", "datalist", "textarea"),
    *("amp-sidebar", "amp-ad", "amp-consent", "amp-embed"),
)
_KINDS = {
    **dict.fromkeys((*HEADINGS, "title"), "title"),
    **dict.fromkeys(_AROUND, "aside"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("td", "th"), "cell"),
    "blockquote": "quote",
    "li": "item",
}
_ROLES = frozenset(
    re.findall(
        r"\w+",
        """navigation complementary contentinfo banner search menu menubar dialog alertdialog
        alert marquee timer button toolbar tablist status""",
    )
)
_BANNER = "banner"
"""The kind of a page's header: an aside, in which a heading is the page's headline."""

_LINES = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body br caption center dd details dialog dir
        div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header
        hgroup hr html iframe legend li main menu nav noscript ol optgroup option p pre
        section select summary table tbody td textarea tfoot th thead title tr ul video
        audio""",
    )
) | frozenset(_AROUND)
_ROWS = ("tr", "table")
_NO_TEXT = ("template", "svg")
"""Elements whose words are no text: what a script may use, and the axes of a drawing."""
_NESTING = frozenset(
    (
        *_KINDS,
        *_NO_TEXT,
        *("header", "article", "main", "div", "section", "pre", "textarea", "ul", "ol", "dl"),
        *("address", "menu", "table", "tr", "form", "fieldset", "figure", "center", "details"),
    )
)
_ENDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(HEADINGS, ("p", "ul", "ol", "table", "section", "article", "main", *HEADINGS)),
    **dict.fromkeys(("td", "th"), ("td", "th", "tr")),
    "li": ("li",),
}
"""Elements that end where one of these begins, though nobody wrote the end."""
_SPECIAL = re.compile(rf"[{SPACE}]{{2,}}|[\t\n\r\f]|{ENTITY.pattern}")
_LINE_OR_BREAK = re.compile(r"[^\r\n]+|\r\n?|\n")
_ELSEWHERE = re.compile(r"""\bhref\s*+=\s*+(?:"[^"#]++"|'[^'#]++'|[^\s"'#>]++(?=[\s>]|$))""", re.I)
"""A link to another page; one to a place in a page, or to a post of a live page, has a #."""
_BODY = re.compile(r"""\b(?:itemprop|property|name)=["']?articleBody\b""", re.IGNORECASE)
_CLASS = re.compile(r"""\bclass\s*+=\s*+["']([^"']*+)""", re.IGNORECASE)
_APART = re.compile(r"(?:</[a-z]++\s*+>\s*+)+<[a-z][^<>]*+>(?:\s*+<[a-z][^<>]*+>)*+", re.IGNORECASE)
"""Elements that end, and others that begin behind them."""
_DIGITS = re.compile(r"[0-9]++")
_FIELDS = ("text", "email", "search", "tel", "password")
"""Types of fields in which readers write."""
_ABOUT = ("html", "meta", "time")
_LARGEST_LD = 1_000_000


_NAMED = frozenset(
    (
        *("div", "section", "article", "form", "fieldset", "figure", "center"),
        *("ul", "ol", "dl", "menu", "table", "tr", "td", "li", *HEADINGS[1:]),
    )
)
"""Elements that hold others and are asides by their names."""
_NAMED_INSIDE = frozenset(
    re.findall(r"\w+", "p span a b strong em i small big font label time cite code")
)
"""Elements of which a whole line is an aside by their names."""


@dataclass(slots=True)
class _Link:
    """The link that is open: how many elements are around it (-1: none), its last line, its number.

    ``away`` tells whether it leads to another page.
    """

    depth: int = -1
    line: int = -1
    away: bool = False
    number: int = 0


@dataclass(slots=True)
class _Named:
    """The element inside lines that is open and named as an aside: how many are around it."""

    name: str = ""
    depth: int = -1
    inner: int = 0


class Page:
    """Reads the tokens of one page; afterwards ``pieces``, ``kinds`` and ``about`` are filled.

    ``kinds`` gives the kind of each line by its number; ``about`` holds what metadata says;
    ``title_line`` and ``headline_line`` are the lines of ``title`` and of the first ``h1``.
    ``rows`` and ``nodes`` tell how links and elements lie on the lines (see ``around.py``).
    ``by_names`` takes an element for an aside by its class or id too; ``trusted`` are the
    numbers of nodes that are no asides whatever they are called.
    """

    def __init__(
        self, source: Decoded, *, by_names: bool = True, trusted: frozenset[int] = frozenset()
    ) -> None:
        self.source = source.text
        self._by_names, self._trusted = by_names, trusted
        self.pieces: list[Piece] = []
        self.kinds: dict[int, str] = {}
        self.about: dict[str, str] = {}
        self.title_line: int | None = None
        self.headline_line: int | None = None
        self.rows: dict[int, Row] = {}
        self.nodes: list[Node] = [Node("", 0)]
        self._open: list[tuple[str, str, int]] = []
        self._link = _Link()
        self._links = 0
        self._called = _Named()
        self._count: Counter[str] = Counter()
        self._textless = 0
        self._breaks = 0
        self._line = -1
        self._space: tuple[int, int] | None = None
        self._data = ""
        self._seen = 0
        self._read(tokens(source.text))

    def _read(self, stream: Iterable[Token]) -> None:
        for kind, name, begin, end in stream:
            if kind == "text":
                if not self._textless:
                    self._text(begin, end)
            elif kind == "open":
                self._start(name, begin, end)
            elif kind == "close":
                self._end(name)
            elif name == "script" and "ld+json" in self._data and end - begin < _LARGEST_LD:
                self._linked_data(self.source[begin:end])

    # -- structure

    def _start(self, name: str, begin: int, end: int) -> None:
        if name in _LINES:
            self._break(2 if name in _ROWS else 1)
            if self._called.name == "p":  # nobody writes its end
                self._called = _Named()
        if name == "a":
            away = _ELSEWHERE.search(self.source, begin, min(end + 1, begin + 2000)) is not None
            self._links += 1
            self._link = _Link(len(self._open), away=away, number=self._links)
        if name in _ABOUT:
            self._metadata(name, attributes(self.source[begin:end]))
        elif name == "input":
            kind = attributes(self.source[begin:end]).get("type", "text").lower()
            self.nodes[self._open[-1][2] if self._open else 0].asks |= kind in _FIELDS
        elif name == "script":
            self._data = self.source[begin : min(end, begin + 500)].lower()
        top = self._open[-1][0] if self._open else ""
        if name in _ENDS.get(top, ()):
            self._end(top)
        if name in _NAMED_INSIDE:
            self._start_inside(name, begin, end)
        if name in _NESTING or ("-" in name and top not in _ENDS):
            outer, kind = self._kind(), self._kind_inside(name, begin, end)
            self._open.append((name, kind, len(self.nodes)))
            named = kind == "aside" != outer
            kin = _kin(self.source, begin, end)
            body = _BODY.search(self.source, begin, end) is not None
            self.nodes.append(Node(name, self._node(), named=named, body=body, kin=kin))
            self._count[name] += 1
            self._textless += name in _NO_TEXT
            if name == "title" and self.title_line is None:
                self.title_line = self._next_line()
            if name == "h1" and self.headline_line is None:
                self.headline_line = self._next_line()

    def _end(self, name: str) -> None:
        if name in _LINES:
            self._break(2 if name in _ROWS else 1)
        if name == "a":
            self._link = _Link()
        if name == self._called.name:
            self._called.inner -= 1
            if self._called.inner < 0:
                self._called = _Named()
        if self._count[name]:
            closed = ""
            while closed != name:
                closed, _, _ = self._open.pop()
                self._count[closed] -= 1
                self._textless -= closed in _NO_TEXT
            if len(self._open) < self._link.depth:  # nobody wrote the link's end
                self._link = _Link()
            if len(self._open) < self._called.depth:
                self._called = _Named()

    def _start_inside(self, name: str, begin: int, end: int) -> None:
        """An element inside lines: whether its names are those of an aside."""
        if name == self._called.name:
            self._called.inner += 1
        elif self._by_names and not self._called.name and is_around(self.source, begin, end):
            self._called = _Named(name, len(self._open))

    def _node(self) -> int:
        return self._open[-2][2] if len(self._open) > 1 else 0

    def _kind(self) -> str:
        return self._open[-1][1] if self._open else "paragraph"

    def _kind_inside(self, name: str, begin: int, end: int) -> str:
        outer = self._kind()
        if outer == "aside":
            return outer
        if len(self.nodes) in self._trusted:
            return outer
        if name == "header" and not (self._count["article"] or self._count["main"]):
            return _BANNER
        if "role" in self.source[begin : min(end, begin + 500)]:
            role = attributes(self.source[begin:end]).get("role", "")
            if role in _ROLES:
                return _BANNER if role == "banner" else "aside"
        named = name in _NAMED and is_around(self.source, begin, end)
        if self._by_names and (named or ("-" in name and names_an_aside(name))):
            return "aside"
        if outer == _BANNER and name not in HEADINGS and name != "nav":
            return outer
        return _KINDS.get(name, outer)

    def _next_line(self) -> int:
        """The number of the line that text would stand on after a line break."""
        return self._line + max(self._breaks, 1) if self._line >= 0 else 0

    def _break(self, strength: int) -> None:
        self._breaks = max(self._breaks, strength)
        self._space = None

    # -- text

    def _text(self, begin: int, end: int) -> None:
        if self._count["pre"] or self._count["textarea"]:
            for match in _LINE_OR_BREAK.finditer(self.source, begin, end):
                if match[0][0] in "\r\n":
                    self._break(1)
                else:
                    self._flow(*match.span(), keep_spaces=True)
            return
        chunk = self.source[begin:end]
        core = chunk.lstrip(SPACE)
        if len(core) < len(chunk) and self._line >= 0 and not self._breaks and not self._space:
            self._space = (begin, end - len(core))
        begin, core = end - len(core), core.rstrip(SPACE)
        if core:
            self._flow(begin, begin + len(core))
            if begin + len(core) < end:
                self._space = (begin + len(core), end)

    def _flow(self, begin: int, end: int, keep_spaces: bool = False) -> None:
        """Text without spaces around it (or, in ``pre``, a line as it stands)."""
        self._begin_text(begin)
        self._count_links(begin, end)
        at = begin
        for match in (ENTITY if keep_spaces else _SPECIAL).finditer(self.source, begin, end):
            if match[0][0] == "&":
                text, used = character(match[0])
                if used == len(text) and match[0].startswith(text):
                    continue
                text = " " if text in tuple(SPACE) else text
            else:
                text, used = " ", len(match[0])
            if match.start() > at:
                self.pieces.append((self.source[at : match.start()], at, match.start()))
            at = match.start() + used
            self.pieces.append((text, match.start(), at))
        if end > at:
            self.pieces.append((self.source[at:end], at, end))
        self._seen = end

    def _begin_text(self, begin: int) -> None:
        """The line break or the space that stands before the text."""
        if self._breaks or self._line < 0:
            if self._line >= 0:
                self.pieces.append(("\n" * self._breaks, self._seen, self._seen))
            self._line, self._breaks = self._next_line(), 0
            kind = self._kind()
            self.kinds[self._line] = "aside" if kind == _BANNER else kind
        elif self._space is not None:
            self.pieces.append((" ", *self._space))
        elif self._parted(begin):
            self.pieces.append((" ", self._seen, self._seen))
        self._space = None

    def _parted(self, begin: int) -> bool:
        """Whether a word and a number stand in elements of their own that follow each other.

        A page sets them apart by its style, though there is no space between them.
        """
        before, after = (
            self.source[max(0, self._seen - 3) : self._seen],
            self.source[begin : begin + 3],
        )
        glued = (before.isalpha() and after[:1].isdigit()) or (
            before[-1:].isdigit() and after.isalpha() and len(after) == 3
        )
        return glued and _APART.fullmatch(self.source, self._seen, begin) is not None

    def _count_links(self, begin: int, end: int) -> None:
        """How much of the line stands in links to elsewhere."""
        size = end - begin
        if self._line not in self.rows:
            inside = self._open[-1] if self._open else ("", "", 0)
            self.rows[self._line] = Row(inside[2], inside[0])
        row, link = self.rows[self._line], self._link
        row.size += size
        row.ends_linked = link.away
        row.called += size * bool(self._called.name)
        if link.number:
            row.anchored += size
            row.anchors += link.line != self._line
        if link.away:
            row.linked += size
            row.links += link.line != self._line
        elif not row.lettered:
            row.lettered = any(map(str.isalpha, ENTITY.sub("", self.source[begin:end])))
        if link.number and link.line not in (-1, self._line):  # one link over several lines
            self.rows[link.line].shared = row.shared = True
        link.line = self._line

    # -- what the page says about itself

    def _metadata(self, name: str, given: dict[str, str]) -> None:
        if name == "html":
            self._say("lang", given.get("lang") or given.get("xml:lang"))
        elif name == "time":
            if self._kind() not in ("aside", _BANNER):
                self._say("time", given.get("datetime"))
        else:
            key = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self._say(_META.get(key.lower(), ""), given.get("content"))

    def _say(self, key: str, value: str | None) -> None:
        if key and value and value.strip():
            self.about.setdefault(key, value.strip())

    def _linked_data(self, data: str) -> None:
        """Headline, date and publisher of the first article in a JSON-LD block."""
        try:
            queue: list[Any] = [json.loads(data)]
        except (ValueError, RecursionError):
            return
        for node in queue:
            if isinstance(node, list):
                queue.extend(node)
            elif isinstance(node, dict) and isinstance(node.get("datePublished"), str):
                publisher = node.get("publisher")
                names = {"published_ld": node["datePublished"], "headline": node.get("headline")}
                names["site_ld"] = publisher.get("name") if isinstance(publisher, dict) else None
                names["body"] = node.get("articleBody")
                for key, value in names.items():
                    self._say(key, value if isinstance(value, str) else None)
                return
            elif isinstance(node, dict):
                queue.extend(v for v in node.values() if isinstance(v, dict | list))


def _kin(source: str, begin: int, end: int) -> str:
    """What the elements of one kind have in common: their classes, else all but their numbers."""
    found = _CLASS.search(source, begin, min(end, begin + 500))
    return found[1] if found else _DIGITS.sub("", source[begin : min(end, begin + 100)])


_META = {
    "og:title": "og_title",
    "twitter:title": "og_title",
    "og:site_name": "site",
    "article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published_item",
    "date": "published_item",
    "pubdate": "published_item",
    "publishdate": "published_item",
    "publish-date": "published_item",
    "parsely-pub-date": "published_item",
    "dc.date": "published_item",
    "dc.date.issued": "published_item",
    "dcterms.created": "published_item",
    "dcterms.issued": "published_item",
}
PUBLISHED = ("published", "published_ld", "published_item", "time")
"""Where a page says when it was published, the surest first."""
