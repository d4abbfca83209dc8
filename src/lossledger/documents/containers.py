"""Files that hold several texts: e-mails, exports of chats, web archives, feeds, previews."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from lossledger.documents.archive import Archived, archived, is_archive
from lossledger.documents.channel import (
    ChannelPost,
    export_posts,
    is_export,
    is_preview,
    preview_posts,
)
from lossledger.documents.feeds import Entry, feed_entries, is_feed
from lossledger.documents.mail import MailPart, is_mail, mail_parts
from lossledger.documents.making import whole
from lossledger.errors import BadInput
from lossledger.model import Document, Json

Make = Callable[..., Document]
"""``document_from_bytes`` with what the caller gave for all texts of the file."""

Held = tuple[Document, Json]
_HTML, _PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"


def is_container(content: bytes, path: str) -> bool:
    """Whether a file is an e-mail, a chat's export, a web archive, a feed or a preview."""
    return (
        is_mail(content, path)
        or is_export(content)
        or is_archive(content, path)
        or is_feed(content)
        or is_preview(content)
    )


def contained(
    content: bytes, path: str, make: Make, largest: int, on_skip: Callable[[str], None]
) -> list[Held]:
    """The texts of a container, each with where in it it was; ``on_skip`` is told the others.

    Raises ``BadInput`` when the container is broken or holds no text that can be read.
    """
    found: list[Callable[[], Held]] = []
    if is_archive(content, path):
        texts, skipped = archived(content, path, largest)
        for one in texts:
            found += _in_record(one, make, path)
        for words in skipped:
            on_skip(words)
    elif is_mail(content, path):
        parts = enumerate(mail_parts(content, path), 1)
        found += [partial(_from_mail, part, number, make, path) for number, part in parts]
    elif is_feed(content) or is_preview(content):
        found += _listed(content, make, path)
    else:
        posts = export_posts(content, path)
        found += [partial(_from_export, name, post, make, path) for name, post in posts]
    held = list(_made(found, on_skip))
    if not held:
        raise BadInput(path, "there is no text in it that can be read", "read its parts by hand")
    return held


def _made(found: Iterable[Callable[[], Held]], on_skip: Callable[[str], None]) -> Iterator[Held]:
    for one in found:
        try:
            yield one()
        except BadInput as error:
            on_skip(str(error))


def _listed(content: bytes, make: Make, path: str) -> list[Callable[[], Held]]:
    """The entries of a feed, or the posts of a channel's preview."""
    if is_feed(content):
        return [partial(_from_feed, entry, make, path) for entry in feed_entries(content, path)]
    shown = preview_posts(content, path)
    return [partial(_from_export, None, post, make, path) for post in shown]


def _in_record(one: Archived, make: Make, path: str) -> Iterator[Callable[[], Held]]:
    """The text of an archive's record, or those of the feed or preview that it holds.

    A whole answer that we kept as evidence is not read: its texts are in records of their own.
    """
    if one.listing is not None:
        yield partial(_whole_record, one, one.listing, path)
    elif one.about is None and (is_feed(one.content) or is_preview(one.content)):
        try:
            texts = _listed(one.content, partial(make, retrieved_at=one.retrieved_at), one.address)
        except BadInput as error:
            yield partial(_fail, error)
            return
        for text in texts:
            yield partial(_with_record, text, one, path)
    else:
        yield partial(_from_archive, one, make, path)


def _fail(error: BadInput) -> Held:
    raise error


def _with_record(text: Callable[[], Held], one: Archived, path: str) -> Held:
    document, how = text()
    return document, one.how | how | {"container": path}


def _whole_record(one: Archived, how: Json, path: str) -> Held:
    at = _moment(how.get("retrieved_at")) or one.retrieved_at
    document = whole(one.content, one.address, one.media_type, at)
    return document, one.how | how | {"container": path, "format": "application/warc"}


def _from_mail(part: MailPart, number: int, make: Make, path: str) -> Held:
    document = make(
        part.content,
        origin=f"{path}#{number}" + (f" {part.name}" if part.name else ""),
        media_type=part.media_type,
        published_at=part.sent_at,
        title=part.subject,
        outlet=part.sender,
    )
    return document, {"container": path, "format": "message/rfc822", "part": number}


def _from_export(name: str | None, post: ChannelPost, make: Make, path: str) -> Held:
    document = make(
        post.content,
        origin=post.link or f"{path}#{post.number}",
        media_type=_HTML if post.html else _PLAIN,
        published_at=post.published_at,
        outlet=post.author or name,
    )
    form = "channel preview" if post.html else "chat export"
    return document, {"container": path, "format": form, "chat": name} | post.as_json()


def _from_feed(entry: Entry, make: Make, path: str) -> Held:
    document = make(
        entry.content,
        origin=entry.link or f"{path}#{entry.id}",
        media_type=_HTML if entry.html else _PLAIN,
        published_at=entry.published_at,
        title=entry.title,
    )
    about = {"container": path, "format": "feed", "entry": entry.id, "link": entry.link}
    return document, about


def _from_archive(one: Archived, make: Make, path: str) -> Held:
    """The document of a record; one that we wrote comes back with what was known about it."""
    how = one.how | {"container": path, "format": "application/warc"}
    known = one.about["document"] if one.about and isinstance(one.about, dict) else None
    if not isinstance(known, dict):
        document = make(
            one.content,
            origin=one.address or path,
            media_type=one.media_type,
            retrieved_at=one.retrieved_at,
        )
        return document, how
    document = make(
        one.content,
        origin=_words(known.get("origin")) or one.address,
        media_type=one.media_type,
        retrieved_at=_moment(known.get("retrieved_at")) or one.retrieved_at,
        published_at=_moment(known.get("published_at")),
        report_date=_day(known.get("report_date")),
        outlet=_words(known.get("outlet")),
        title=_words(known.get("title")),
    )
    if document.published_at == _moment(known.get("published_at")):
        document = replace(document, published_from=_words(known.get("published_from")))
    fetches = one.about.get("fetches") if one.about else None
    return document, how | ({"fetches": fetches} if fetches else {})


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
