"""RSS 2.0, RSS 1.0 and Atom: the entries of a feed, each with its own time and address.

The XML is parsed with ``defusedxml``: a DOCTYPE, an entity or an external reference is refused,
as a feed needs none of them and each is a way to make a reader work or ask without end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from lossledger.documents.markup import attributes
from lossledger.documents.posts import moment
from lossledger.errors import BadInput
from lossledger.vocabulary import table

_MOST = 1000
_BEGINS = re.compile(
    rb"""\s*+ (?: <\?[^>]{0,300}+> \s*+ | <!--[^>]{0,500}+> \s*+ | <!DOCTYPE[^>]{0,300}+> \s*+ )*+
         <(?: rss | feed | rdf:RDF )[\s>]""",
    re.VERBOSE | re.IGNORECASE,
)
_LOOKED_AT = 200_000
_PAGE = re.compile(
    rb"(?:<\?xml[^>]{0,200}+>\s*+)?+(?:<!--[^>]{0,500}+>\s*+)*+<(?:!doctype\s++html|html)[\s>]",
    re.IGNORECASE,
)
_LINK = re.compile(rb"<link\s([^>]{1,1000})>", re.IGNORECASE)
_TYPES = ("application/rss+xml", "application/atom+xml")
_TEXT = ("encoded", "content", "description", "summary")
_TIMES = ("pubDate", "published", "date", "issued", "updated", "modified")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its id, where it stands, its text (a fragment of HTML where ``html``)."""

    id: str
    link: str | None
    title: str | None
    published_at: datetime | None
    content: bytes
    html: bool


def is_feed(content: bytes) -> bool:
    """Whether a file begins like RSS or Atom."""
    return _BEGINS.match(content[:2000].removeprefix(b"\xef\xbb\xbf")) is not None


def feed_entries(content: bytes, where: str) -> tuple[Entry, ...]:
    """The entries of a feed in its order; ``BadInput`` when it is none or holds a DOCTYPE."""
    _refuse_other(content, where)
    root = _root(content, where)
    kind = _name(root)
    if kind not in ("rss", "feed", "RDF"):
        raise BadInput(
            where, f"this is XML with the root {kind!r}, not a feed", "check the address"
        )
    found = (e for e in root.iter() if _name(e) in ("item", "entry"))
    entries = tuple(_entry(one) for one, _ in zip(found, range(_MOST), strict=False))
    return tuple(entry for entry in entries if entry.id)


def _refuse_other(content: bytes, where: str) -> None:
    """Raise ``BadInput`` for what is answered in a feed's place: a page, or data."""
    start = content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"["):
        raise BadInput(where, "this is JSON, not a feed", "check the address")
    if not start:
        raise BadInput(where, "the answer is empty, not a feed", "check the address")
    if _PAGE.match(start):
        wall = any(mark.encode() in start.lower() for mark in table("pages")["wall"]["markup"])
        what = "this is an HTML page, not a feed"
        raise BadInput(
            where, f"{what}, and one that tests for robots" if wall else what, _named(start, where)
        )


def _named(page: bytes, where: str) -> str:
    """What to do: the address of the feed that a page names in its head, if it names one."""
    for match in _LINK.finditer(page):
        given = attributes(match[1].decode("utf-8", "replace"))
        if given.get("type", "").lower() in _TYPES and given.get("href"):
            try:
                return f"the page names this feed: {urljoin(where, given['href'])}"
            except ValueError:
                break
    return "check the address"


def _root(content: bytes, where: str) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        what = "the feed holds a DOCTYPE or an entity, which is refused"
        raise BadInput(where, what, "a feed needs neither") from error
    except ParseError as error:
        what = f"the feed is not well-formed XML: {error}"
        raise BadInput(where, what, "try again later") from error
    except (ValueError, LookupError, RecursionError) as error:
        what = f"the feed cannot be read: {' '.join(str(error).split())[:100]}"
        raise BadInput(where, what, "check the address") from error
    return root


def _entry(element: Element) -> Entry:
    parts: dict[str, Element] = {}
    for child in element:
        parts.setdefault(_name(child), child)
    link = _link(element)
    words = (text for name in _TEXT if (text := _inner(parts.get(name))))
    title = _inner(parts.get("title"))
    stamps = (_inner(parts.get(name)) for name in _TIMES)
    published = next((at for stamp in stamps if stamp and (at := moment(stamp))), None)
    body = next(words, "") or title
    return Entry(
        id=_inner(parts.get("guid")) or _inner(parts.get("id")) or link or title,
        link=link,
        title=title or None,
        published_at=published,
        content=body.encode("utf-8", "replace"),
        html="<" in body or "&" in body,
    )


def _link(element: Element) -> str | None:
    """The address of the entry's page: Atom's alternate link, or the text of RSS's."""
    for child in element:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address:
                return address
    return None


def _inner(element: Element | None) -> str:
    """The text of an element; of one that holds markup (Atom's XHTML) the text of all of it."""
    return "".join(_texts(element)).strip() if element is not None else ""


def _texts(element: Element) -> Iterator[str]:
    return element.itertext()


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
