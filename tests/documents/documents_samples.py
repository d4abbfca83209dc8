"""Texts and bytes that the tests of this room share; real figures, our own sentences."""

from datetime import UTC, datetime
from html import unescape
from typing import Any

from lossledger.documents import document_from_bytes
from lossledger.model import Document, Span

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def document(content: bytes | str, **given: Any) -> Document:
    """A document from bytes, or from the UTF-8 of a text."""
    data = content.encode() if isinstance(content, str) else content
    return document_from_bytes(data, **({"origin": "sample", "retrieved_at": NOW} | given))


def page(body: str, head: str = "") -> Document:
    """The document of an HTML page."""
    return document(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


def original(document: Document, quote: str, charset: str = "utf-8") -> str:
    """The source's own characters behind the first ``quote`` in a document's text."""
    start = document.text.index(quote)
    place = document.offsets.byte_span(Span(start, start + len(quote)))
    return document.content[place.start : place.end].decode(charset)


def published(document: Document, span: Span, charset: str = "utf-8") -> str:
    """What the bytes of a span say once entities are resolved."""
    place = document.offsets.byte_span(span)
    return unescape(document.content[place.start : place.end].decode(charset))


def lines(document: Document) -> list[tuple[str, str]]:
    """The kind and the text of each block."""
    return [(b.kind, document.text[b.span.start : b.span.end]) for b in document.blocks]
