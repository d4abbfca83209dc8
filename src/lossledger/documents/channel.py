"""Posts of a channel: a public web preview's page, and an export as JSON.

A preview shows the last posts of a channel, each with its number, its time and its address. A
post's bytes are those of the page between the tags that hold its text, so that every figure
leads back to what was sent.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any

from lossledger.documents.decoding import Decoded, decoded
from lossledger.documents.markup import attributes, tokens
from lossledger.documents.posts import moment
from lossledger.errors import BadInput
from lossledger.model import Json
from lossledger.vocabulary import table
from lossledger.vocabulary.names import source_named

_MOST = 100_000


@dataclass(frozen=True, slots=True)
class ChannelPost:
    """A post: ``number`` as the channel counts, its address and time, its text as HTML or not.

    ``at`` is where its bytes begin in what was received, ``None`` where they were re-encoded.
    ``forwarded_from`` names whom the channel passes on, ``edited_at`` is an export's own time.
    """

    number: str
    link: str | None
    published_at: datetime | None
    content: bytes
    html: bool
    at: int | None = None
    forwarded_from: str | None = None
    edited_at: datetime | None = None

    @property
    def author(self) -> str | None:
        """Whose words a forwarded post has: a source's id, or the name; ``None`` for others."""
        name = self.forwarded_from
        return (source_named(name) or name) if name is not None else None

    def as_json(self) -> Json:
        """Which post it is, for the record of how it was got."""
        edited = self.edited_at.isoformat() if self.edited_at else None
        about = {"post": self.number, "link": self.link, "at": self.at}
        more = {"forwarded_from": self.forwarded_from, "edited_at": edited}
        return about | {key: value for key, value in more.items() if value is not None}


@dataclass(slots=True)
class _Draft:
    number: str
    link: str | None = None
    published_at: datetime | None = None
    span: tuple[int, int] | None = None
    forwarded_from: str | None = None


def is_preview(content: bytes) -> bool:
    """Whether a page is a channel's public preview."""
    mark = table("pages")["preview"]["post"].encode()
    return b"data-post=" in content and mark in content


def preview_posts(content: bytes, where: str) -> tuple[ChannelPost, ...]:
    """The posts on a preview page that have a text, oldest first.

    ``BadInput`` when the page holds no post at all: its layout changed, or it is a wall. The
    classes that mark a post stand in ``vocabulary/pages.toml``.
    """
    source = decoded(content, where)
    drafts = _drafts(source.text)
    if not drafts:
        what = "there is no post on the page: its layout changed, or the channel shows none"
        raise BadInput(where, what, "open the page in a browser")
    return tuple(_preview_posts(drafts, source))


def _drafts(text: str) -> list[_Draft]:
    """What the tags of the page say of each post."""
    marks = table("pages")["preview"]
    drafts: list[_Draft] = []
    depth, start, naming = 0, 0, False
    for kind, name, begin, end in tokens(text):
        if naming and kind == "text":
            drafts[-1].forwarded_from = unescape(text[begin:end]).strip()[:200] or None
            naming = not drafts[-1].forwarded_from
        elif kind == "open" and name in ("div", "a", "time", "span"):
            given = attributes(text[begin:end])
            classes = given.get("class", "").split()
            if depth:
                depth += name == "div"
            elif marks["post"] in classes and "data-post" in given:
                drafts.append(_Draft(given["data-post"]))
            elif drafts and name == "div" and marks["text"] in classes:
                if drafts[-1].span is None and marks["reply"] not in classes:
                    depth, start = 1, end + 1
            elif drafts and marks["forwarded"] in classes and not drafts[-1].forwarded_from:
                naming = True
            elif drafts:
                _date_of(drafts[-1], name, given, marks["date"] in classes)
        elif depth and kind == "close" and name == "div":
            depth -= 1
            if not depth:
                drafts[-1].span = (start, text.rfind("<", start, begin))
    return drafts


def _date_of(draft: _Draft, name: str, given: dict[str, str], is_date: bool) -> None:
    if is_date:
        draft.link = given.get("href")
    elif name == "time" and "datetime" in given and draft.published_at is None:
        draft.published_at = moment(given["datetime"])


def _preview_posts(drafts: list[_Draft], source: Decoded) -> Iterator[ChannelPost]:
    at, seen = source.first, 0
    for draft in drafts:
        if draft.span is None:
            continue
        begin, end = draft.span
        at, seen = at + source.size(seen, begin), begin
        yield ChannelPost(
            number=draft.number,
            link=draft.link,
            published_at=draft.published_at,
            content=source.text[begin:end].encode("utf-8", "replace"),
            html=True,
            at=at if source.charset == "utf-8" else None,
            forwarded_from=draft.forwarded_from,
        )


def is_export(content: bytes) -> bool:
    """Whether a file begins like a messenger's export of a chat."""
    start = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and (b'"messages"' in start or b'"chats"' in start)


def export_posts(content: bytes, where: str) -> tuple[tuple[str | None, ChannelPost], ...]:
    """The posts of an export, each with the name of its chat; ``BadInput`` when it is none."""
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError) as error:
        what = f"the export is not valid JSON: {' '.join(str(error).split())[:80]}"
        raise BadInput(where, what, "export the chat again") from error
    found = tuple(_exported(whole, where))
    if not found:
        raise BadInput(where, "there is no post with a text in the export", "export it with texts")
    return found


def _exported(whole: Any, where: str) -> Iterator[tuple[str | None, ChannelPost]]:
    chats = whole.get("chats") if isinstance(whole, dict) else None
    listed = chats.get("list") if isinstance(chats, dict) else None
    for chat in listed if isinstance(listed, list) else [whole]:
        messages = chat.get("messages") if isinstance(chat, dict) else None
        if not isinstance(messages, list):
            raise BadInput(where, "the export has no list of messages", "export the chat as JSON")
        name = chat.get("name")
        for message in messages[:_MOST]:
            post = _message(message) if isinstance(message, dict) else None
            if post is not None:
                yield (name if isinstance(name, str) else None), post


def _message(message: dict[str, Any]) -> ChannelPost | None:
    text = _words(message.get("text"))
    if message.get("type", "message") != "message" or not text.strip():
        return None
    content = text.encode("utf-8", "replace")
    first = message.get("forwarded_from")
    return ChannelPost(
        number=str(message.get("id", "")),
        link=None,
        published_at=_time(message, "date"),
        content=content,
        html=False,
        forwarded_from=first.strip()[:200] or None if isinstance(first, str) else None,
        edited_at=_time(message, "edited"),
    )


def _words(text: Any) -> str:
    """A message's text: a string, or pieces of which some carry their form."""
    if isinstance(text, list):
        return "".join(_words(piece) for piece in text if isinstance(piece, str | dict))
    if isinstance(text, dict):
        return _words(text.get("text")) if isinstance(text.get("text"), str) else ""
    return text if isinstance(text, str) else ""


def _time(message: dict[str, Any], key: str) -> datetime | None:
    """A time of a message: seconds since 1970 where given, for the other has no zone."""
    stamp = message.get(f"{key}_unixtime")
    if isinstance(stamp, str) and stamp.isascii() and stamp.isdigit() and len(stamp) < 12:
        return datetime.fromtimestamp(int(stamp), UTC)
    written = message.get(key)
    return moment(written) if isinstance(written, str) else None
