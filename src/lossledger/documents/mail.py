"""An e-mail file: its text, and the texts, pages and PDFs that hang on it.

A part's bytes are those after its transfer encoding, so that offsets lead to the text as it
was written, not to its base64.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from lossledger.errors import BadInput

_MOST_PARTS = 100
_MOST_MARKS = 20_000
"""Lines that may part a message; more are no message that a person sent."""
_LONGEST_HEADERS = 65_536
_LONGEST_WORDS = 2_000
_DEEPEST = 10
_READ = ("text/plain", "text/html", "application/pdf")
_BEGINS = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|Date|Subject):[ \t]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MailPart:
    """A text in a message: its bytes and type, and who sent the message, when and about what."""

    name: str
    content: bytes
    media_type: str
    subject: str | None
    sender: str | None
    sent_at: datetime | None


def is_mail(content: bytes, path: str) -> bool:
    """Whether a file is a message, by its name and by how it begins."""
    return path.lower().endswith(".eml") and _BEGINS.match(content.lstrip()[:64]) is not None


def mail_parts(content: bytes, where: str) -> tuple[MailPart, ...]:
    """The texts of a message, its own first; ``BadInput`` when there is none."""
    if content.count(b"\n--") > _MOST_MARKS:  # the library takes its time with each
        raise BadInput(where, "the message has too many parts", "save its text and read that")
    try:
        found = tuple(_parts(email.message_from_bytes(content), None, 0))
    except Exception as error:  # a broken message makes the library raise nearly anything
        what = f"the message cannot be read: {' '.join(str(error).split())[:80]}"
        raise BadInput(where, what, "save its text and read that") from error
    if not found:
        raise BadInput(where, "there is no text in the message", "save its text and read that")
    return found[:_MOST_PARTS]


def _parts(part: Message, outer: Message | None, depth: int) -> Iterator[MailPart]:
    """The texts below a part; ``outer`` is the message that they belong to."""
    if depth > _DEEPEST:
        return
    if sum(len(str(value)) for value in part.values()) > _LONGEST_HEADERS:
        raise MessageError("its headers are too long")
    message = part if outer is None or part.get("From") else outer
    kind = part.get_content_type()
    below = part.get_payload()
    if isinstance(below, list):
        inner = [p for p in below if isinstance(p, Message)]
        for one in _best(inner) if kind == "multipart/alternative" else inner:
            yield from _parts(one, message, depth + 1)
        return
    content = part.get_payload(decode=True)
    if kind in _READ and isinstance(content, bytes) and content.strip():
        yield _part(part, message, kind, content)


def _best(parts: list[Message]) -> list[Message]:
    """Of several forms of one text the plain one, unless it is empty."""
    for part in parts:
        content = part.get_payload(decode=True)
        plain = part.get_content_type() == "text/plain"
        if plain and isinstance(content, bytes) and content.strip():
            return [part]
    return parts[-1:]


def _part(part: Message, message: Message, kind: str, content: bytes) -> MailPart:
    charset = part.get_content_charset()
    media_type = f"{kind}; charset={charset}" if charset and kind != "application/pdf" else kind
    name, address = parseaddr(_words(message, "From") or "")
    return MailPart(
        name=part.get_filename() or "",
        content=content,
        media_type=media_type,
        subject=_words(message, "Subject"),
        sender=name or address or None,
        sent_at=_sent(message),
    )


def _words(message: Message, name: str) -> str | None:
    """A header's words, decoded; ``None`` when it is missing or broken."""
    found = message.get(name)
    if found is None:
        return None
    raw = str(found)[:_LONGEST_WORDS]
    try:
        words = str(make_header(decode_header(raw)))
    except (MessageError, ValueError, LookupError):
        words = raw
    return " ".join(words.encode("utf-8", "replace").decode().split()) or None


def _sent(message: Message) -> datetime | None:
    try:
        found = parsedate_to_datetime(str(message.get("Date"))[:100])
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
