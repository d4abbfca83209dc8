"""One document from its bytes: text, Markdown, HTML or PDF, by its content.

The text is in Unicode NFC with LF line ends, and ``Document.offsets`` lead from every character
back to its bytes. Whatever cannot be used raises ``BadInput`` with one clear line.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from lossledger.documents.around import lines_around
from lossledger.documents.dating import dated
from lossledger.documents.decoding import Decoded, decoded
from lossledger.documents.language import language_of
from lossledger.documents.markup import tokens
from lossledger.documents.page import PUBLISHED, Page
from lossledger.documents.pdf import MAGIC, read_pdf
from lossledger.documents.plain import is_markdown, plain_blocks, plain_pieces, unwrapped
from lossledger.documents.position import wrongly_named
from lossledger.documents.posts import Post, day, moment
from lossledger.documents.refusals import refuse_wall
from lossledger.documents.weaving import composed, woven
from lossledger.errors import BadInput
from lossledger.model import Block, Document, Offsets, Span
from lossledger.period import KYIV
from lossledger.vocabulary import sources

MAX_BYTES = 10 * 2**20
"""The largest file that is read."""

_HTML = ("text/html", "application/xhtml+xml")
_PDF = ("application/pdf", "application/x-pdf")
_DATA = ("application/json", "text/json", "text/csv", "application/csv")
_PLAIN = ("text/plain", "text/markdown", "text/x-markdown")
ENDINGS = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "text/html"),
    **dict.fromkeys((".md", ".markdown"), "text/markdown"),
}
_SHORT = 60
"""Characters of a page's own text below which classes are not trusted to tell what is around."""
_MOST_ELEMENTS = 200_000
"""Elements of a page that is read. A list of twenty thousand losses, each with its link and its
label, has half as many; ten times as many fit into a file that is nothing but tags."""
_MOST_LINES = 500_000
"""Lines of a text that is read: a file of the largest size has so many of twenty characters."""
_AROUND_IT = 4
"""Elements around each other that may all be named as asides though they hold the text."""
_BLOCK_TAG = r"(?:p|div|br|li|ul|ol|h[1-6]|table|t[rdh]|span|strong|b|article|section|blockquote)"
_BEGINS_AS_HTML = re.compile(
    rf"""\s*+ (?: <!--(?:(?!-->).)*+--> \s*+ | <\?xml[^>]*+> \s*+ )*+
         <(?: !doctype\s++html | html | head | body | main | header | nav | figure | title | meta
            | a | em | i | u | img | {_BLOCK_TAG} ) [\s/>]""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_HOLDS_HTML = re.compile(rf"<br\s*/?>|</{_BLOCK_TAG}>", re.IGNORECASE)
_XML = re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF|urlset|svg)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller or the container says about a document."""

    origin: str
    retrieved_at: datetime
    published_at: datetime | None = None
    published_from: str | None = None
    report_date: date | None = None
    outlet: str | None = None
    title: str | None = None


def document_from_bytes(
    content: bytes,
    *,
    origin: str,
    retrieved_at: datetime,
    media_type: str | None = None,
    published_at: datetime | None = None,
    report_date: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    charset: str | None = None,
) -> Document:
    """One document from its bytes.

    ``media_type`` may be an HTTP header's value with its charset; ``text/html`` decides, any
    other text type is a hint. Raises ``BadInput``.
    """
    known = Known(
        origin=origin,
        retrieved_at=retrieved_at,
        published_at=published_at,
        published_from="given" if published_at else None,
        report_date=report_date,
        outlet=outlet,
        title=title,
    )
    kind, named = _media_type(media_type)
    if kind and kind not in (*_HTML, *_PLAIN, *_PDF, "application/octet-stream"):
        decoded(content, origin, charset)  # an image says so more clearly
        data = kind in _DATA or kind.endswith("+json")
        fix = "import a dataset with: lossledger import" if data else "give a text or an HTML page"
        raise BadInput(origin, f"the type {kind} is not read", fix)
    return whole_document(checked(content, origin), known, kind, charset or named)


def document_from_text(
    text: str,
    *,
    retrieved_at: datetime,
    origin: str = "text",
    media_type: str | None = None,
    published_at: datetime | None = None,
    report_date: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Document:
    """One document from a text at hand; its ``content`` is the UTF-8 of the text."""
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        what = f"character {error.start} of the text is half of a surrogate pair"
        raise BadInput(origin, what, "write the text as UTF-8") from error
    return document_from_bytes(
        content,
        origin=origin,
        retrieved_at=retrieved_at,
        media_type=media_type,
        published_at=published_at,
        report_date=report_date,
        outlet=outlet,
        title=title,
        charset="utf-8",
    )


def checked(content: bytes, where: str) -> bytes:
    """The bytes, if they are not too many; ``BadInput`` otherwise."""
    if len(content) > MAX_BYTES:
        raise too_large(where)
    return content


def too_large(where: str) -> BadInput:
    """What is said of a file with more than ``MAX_BYTES``."""
    return BadInput(where, f"larger than {MAX_BYTES // 2**20} MiB", "cut it into smaller files")


def from_post(post: Post, given: Known) -> Document:
    """The document of a record; what the caller gave overrides what the record says."""
    channel = post.channel if post.channel in sources() else None
    known = replace(
        given,
        origin=post.where,
        published_at=given.published_at or post.published_at,
        published_from=given.published_from or ("metadata" if post.published_at else None),
        report_date=given.report_date or post.report_date,
        outlet=given.outlet or channel,
        title=given.title or post.title,
    )
    return whole_document(checked(post.content, post.where), known, post.media_type, "utf-8")


def whole_document(
    content: bytes, known: Known, media_type: str | None, charset: str | None
) -> Document:
    """The document of bytes about which this is ``known``; tags count for more than a type."""
    if content.startswith(MAGIC):
        return _from_pdf(content, known)
    source = decoded(content, known.origin, charset)
    if not source.text.strip():
        raise BadInput(known.origin, "there is no text in it", "give a text or a page")
    if _is_html(source.text, media_type):
        return _from_page(content, source, known)
    _refuse_data(source.text, known.origin)
    if source.text.count("\n") > _MOST_LINES:
        what = f"the text has more than {_MOST_LINES:,} lines"
        raise BadInput(known.origin, what, "give the part that matters")
    markdown = media_type in ("text/markdown", "text/x-markdown") or is_markdown(source.text)
    text, offsets = composed(*woven(plain_pieces(source, markdown), source))
    text = unwrapped(text)
    blocks = tuple(plain_blocks(text, markdown))
    first = blocks[0] if blocks and blocks[0].kind == "title" else None
    title = text[first.span.start : first.span.end] if first else None
    form = "text/markdown" if markdown else "text/plain"
    known = replace(known, title=known.title or title)
    return _assemble(content, known, (text, offsets, blocks), form, language_of(text))


def whole(
    content: bytes, origin: str, media_type: str | None, retrieved_at: datetime | None
) -> Document:
    """Bytes as they came, kept as evidence of the texts that stood in them.

    The document has no text of its own, so that no figure is counted twice.
    """
    return Document(
        id=hashlib.sha256(content).hexdigest(),
        text="",
        offsets=Offsets((0,), (0,), (0,)),
        content=content,
        origin=origin,
        media_type=(media_type or "application/octet-stream").partition(";")[0].strip(),
        language="und",
        retrieved_at=retrieved_at,
    )


def _from_pdf(content: bytes, known: Known) -> Document:
    """A PDF; the day on which the file was made is a guess at when it was published."""
    pdf = read_pdf(content, known.origin)
    text = unwrapped(pdf.text)
    known = replace(
        known,
        title=known.title or pdf.title,
        published_at=known.published_at or pdf.created,
        published_from=known.published_from or ("guessed" if pdf.created else None),
    )
    own = list(text)
    for span in pdf.around:
        own[span.start : span.end] = " " * (span.end - span.start)
    own_blocks = plain_blocks("".join(own), markdown=False)
    asides = (Block(span, "aside") for span in pdf.around)
    blocks = tuple(sorted((*own_blocks, *asides), key=lambda block: block.span.start))
    woven_text = (text, pdf.offsets, blocks)
    return _assemble(content, known, woven_text, "application/pdf", language_of(text))


def _from_page(content: bytes, source: Decoded, known: Known) -> Document:
    _refuse_crowded(source.text, known.origin)
    page = Page(source)
    text, offsets = composed(*woven(page.pieces, source))
    lines = text.split("\n")
    page, kinds = _with_asides(page, source, lines)
    title = _line(lines, page.title_line)
    refuse_wall(known.origin, source.text, text, title)
    if not text.strip():
        raise BadInput(
            known.origin, "there is no text in the page", "save the page as a browser shows it"
        )
    about = page.about
    found = about.get("og_title") or about.get("headline")
    published_at = next((at for key in PUBLISHED if (at := _published(about.get(key)))), None)
    known = replace(
        known,
        title=known.title or found or _line(lines, page.headline_line) or title,
        outlet=known.outlet or outlet_of(about.get("site") or about.get("site_ld")),
        published_at=known.published_at or published_at,
        published_from=known.published_from or ("metadata" if published_at else None),
    )
    blocks = tuple(_page_blocks(lines, kinds))
    language = language_of(_without_asides(text, blocks), about.get("lang"))
    return _assemble(content, known, (text, offsets, blocks), "text/html", language)


def _refuse_crowded(page: str, where: str) -> None:
    """Raise ``BadInput`` for more elements than any page has that somebody wrote."""
    if page.count("<") + page.count("\n") <= _MOST_ELEMENTS:
        return
    found, lines_count = 0, False
    for kind, name, begin, end in tokens(page):
        if kind in ("open", "close") and name in ("pre", "textarea"):
            lines_count = kind == "open"
        found += kind == "open"
        if lines_count and kind == "text":  # each line is as much work as an element
            found += page.count("\n", begin, end)
        if found > _MOST_ELEMENTS:
            what = f"the page has more than {_MOST_ELEMENTS:,} elements"
            raise BadInput(where, what, "save the part that matters, or its text")


def _with_asides(page: Page, source: Decoded, lines: list[str]) -> tuple[Page, dict[int, str]]:
    """The page and the kinds of its lines, once what stands around its text is known.

    Names that would put the text itself aside are those of the whole page's layout: the page is
    read again without them. The lines stay the same.
    """
    about = page.about
    title = about.get("og_title") or about.get("headline") or _line(lines, page.title_line) or ""
    trusted: frozenset[int] = frozenset()
    for _ in range(_AROUND_IT):
        wrong = wrongly_named(page.rows, page.nodes, lines, page.kinds, title) - trusted
        if not wrong:
            break
        trusted |= wrong
        page = Page(source, trusted=trusted)
    body = about.get("body", "")
    around = lines_around(page.rows, page.nodes, lines, page.kinds, title, body)
    kinds = page.kinds | dict.fromkeys(around, "aside")
    if sum(len(line) for n, line in enumerate(lines) if kinds.get(n) != "aside") < _SHORT:
        page = Page(source, by_names=False)
        kinds = page.kinds
    return page, kinds


def _assemble(
    content: bytes,
    known: Known,
    woven_text: tuple[str, Offsets, tuple[Block, ...]],
    media_type: str,
    language: str,
) -> Document:
    text, offsets, blocks = woven_text
    if known.published_at is None and known.report_date is None:
        own = (text[b.span.start : b.span.end] for b in blocks if b.kind != "aside")
        said = dated(
            text, list(own), language, origin=known.origin, retrieved_at=known.retrieved_at
        )
        if said is not None:
            known = replace(known, published_at=said.at, published_from=said.known_from)
    return Document(
        id=hashlib.sha256(content).hexdigest(),
        text=text,
        offsets=offsets,
        content=content,
        origin=known.origin,
        media_type=media_type,
        language=language,
        blocks=blocks,
        outlet=known.outlet,
        title=known.title,
        published_at=known.published_at,
        published_from=known.published_from,
        retrieved_at=known.retrieved_at,
        report_date=known.report_date,
    )


def _is_html(text: str, media_type: str | None) -> bool:
    """Whether the content is HTML; tags count for more than a file's name."""
    if media_type in _HTML or _BEGINS_AS_HTML.match(text[:4000]):
        return True
    tags = _HOLDS_HTML.findall(text[:20_000])
    return media_type is None and len(tags) >= 2 and not is_markdown(text[:20_000])


def _refuse_data(text: str, where: str) -> None:
    """Raise ``BadInput`` for XML and JSON, which would pass as texts full of figures."""
    if _XML.match(text[:2000]):
        raise BadInput(where, "this is XML, not a text", "give a text or an HTML page")
    if text.lstrip()[:1] in ("{", "["):
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return
        what = "this is JSON, but not one post a line"
        raise BadInput(where, what, "import a dataset with: lossledger import")


def _media_type(header: str | None) -> tuple[str | None, str | None]:
    """The type and the charset in a ``Content-Type`` header."""
    kind, _, parameters = (header or "").partition(";")
    named = re.search(r"charset\s*=\s*\"?([^\s\";]{1,40})", parameters, re.IGNORECASE)
    return kind.strip().lower() or None, named[1] if named else None


def _page_blocks(lines: list[str], kinds: dict[int, str]) -> Iterator[Block]:
    at = 0
    for number, line in enumerate(lines):
        if line and number in kinds:
            yield Block(Span(at, at + len(line)), kinds[number])
        at += len(line) + 1


def _without_asides(text: str, blocks: tuple[Block, ...]) -> str:
    """The text of the blocks that are no menus (all of it where there are only menus)."""
    own = [text[b.span.start : b.span.end] for b in blocks if b.kind != "aside"]
    return "\n".join(own) or text


def _line(lines: list[str], number: int | None) -> str | None:
    if number is None or number >= len(lines):
        return None
    return lines[number].strip() or None


def outlet_of(name: str | None) -> str | None:
    """The id of the source with this name, or the name as found."""
    if name is None:
        return None
    same = (s.id for s in sources().values() if s.name.casefold() == name.casefold())
    return next(same, name)


def _published(stamp: str | None) -> datetime | None:
    """When a page says it was published; a day without a time means the end of that day.

    The end, because a story of a day may rest on everything that was out on that day.
    """
    if stamp is None:
        return None
    only_day = day(stamp)
    if only_day is not None:
        return datetime.combine(only_day, time(23, 59, 59), KYIV)
    return moment(stamp)
