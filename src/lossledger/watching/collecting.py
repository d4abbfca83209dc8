"""One look at one feed: which texts on it are new, each with how it was got."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from lossledger.documents import MAX_BYTES, Fetched, document_from_bytes
from lossledger.documents.channel import ChannelPost, preview_posts
from lossledger.documents.feeds import Entry, feed_entries
from lossledger.documents.fetch import Known
from lossledger.documents.opening import whole_answer
from lossledger.errors import BadInput, FetchFailed
from lossledger.model import Document, Json
from lossledger.sources import LARGEST_FILE, Feed, dataset_document
from lossledger.watching.courier import Courier
from lossledger.watching.memory import Memory, fingerprint, validators

_MOST_PAGES = 5
"""Earlier pages of a channel that are asked for when posts were missed."""

_HTML, _PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"
_NUMBER = re.compile(r"/([0-9]{1,12})$")


@dataclass(slots=True)
class Collected:
    """New texts of a feed, oldest first; in a line each what could not be read.

    ``listings`` are the answers as received in which new entries or posts stood, when those
    are not texts themselves. ``known`` is what the server said of this version of the feed,
    ``moved`` the address to which it has moved for good.
    """

    texts: list[tuple[Document, Json]] = field(default_factory=list)
    listings: list[tuple[Document, Json]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    known: Known | None = None
    moved: str | None = None


def collect(
    feed: Feed, courier: Courier, memory: Memory, text_of: Callable[[str], str]
) -> Collected:
    """What is new on a feed. ``text_of`` gives the text of a document that is held.

    Raises ``FetchFailed`` when the feed cannot be fetched and ``BadInput`` when it is not what
    its kind says. An entry that cannot be read does not hide the others.
    """
    largest = LARGEST_FILE if feed.kind == "dataset" else MAX_BYTES
    known = memory.known.get(feed.address)
    answer = courier.get(feed.address, known=known, max_bytes=largest)
    if answer.status == 304:
        return Collected(known=known, moved=answer.moved)
    found = Collected(known=validators(answer.headers), moved=answer.moved)
    if feed.kind in ("page", "dataset"):
        found.texts += _whole(feed, answer, memory, text_of)
    elif feed.kind == "telegram":
        for shown, some in _channel(feed, answer, courier, memory):
            found.texts[:0] = some
            if some:
                found.listings.append(_listing(feed, shown))
    else:
        _entries(feed, answer, courier, memory, found)
        if found.texts:
            found.listings.append(_listing(feed, answer))
    return found


def _listing(feed: Feed, answer: Fetched) -> tuple[Document, Json]:
    """A whole answer as evidence: its bytes, and no text of its own."""
    return whole_answer(answer), answer.as_json() | {"feed": feed.address, "listing": True}


def _whole(
    feed: Feed, answer: Fetched, memory: Memory, text_of: Callable[[str], str]
) -> Iterator[tuple[Document, Json]]:
    """A page or a dataset, when it is not what was seen last.

    A page whose bytes changed but whose text did not, as where it counts its readers, is no
    new version; one that is again what it was before the last one is.
    """
    if memory.latest.get(feed.address) == fingerprint(answer.content):
        return
    if feed.kind == "dataset":
        at = answer.retrieved_at
        document = dataset_document(answer.content, feed.address, feed.source, retrieved_at=at)
    else:
        document = document_from_bytes(
            answer.content,
            origin=answer.final_url,
            retrieved_at=answer.retrieved_at,
            media_type=answer.media_type,
            outlet=feed.source,
        )
        last = memory.last.get(feed.address)
        if last is not None and text_of(last) == document.text:
            return
    yield document, _how(feed, answer, feed.address, answer.content)


def _channel(
    feed: Feed, answer: Fetched, courier: Courier, memory: Memory
) -> Iterator[tuple[Fetched, list[tuple[Document, Json]]]]:
    """The new posts of a channel's preview, page by page back to the last one that was seen."""
    begun = any(seen[0] == feed.address for seen in memory.seen)
    for _ in range(_MOST_PAGES):
        posts = preview_posts(answer.content, answer.final_url)
        new = [p for p in posts if not memory.has(feed.address, p.number, p.content)]
        texts = [(_post_document(p, feed, answer), _post_how(p, feed, answer)) for p in new]
        yield answer, texts
        first = _NUMBER.search(posts[0].number) if posts else None
        if not begun or first is None or len(new) < len(posts) or int(first[1]) <= 1:
            return
        earlier = f"{feed.address}?before={first[1]}"
        answer = courier.get(earlier, max_bytes=MAX_BYTES)


def _post_document(post: ChannelPost, feed: Feed, answer: Fetched) -> Document:
    return document_from_bytes(
        post.content,
        origin=post.link or f"{feed.address}#{post.number}",
        retrieved_at=answer.retrieved_at,
        media_type=_HTML if post.html else _PLAIN,
        published_at=post.published_at,
        outlet=post.author or feed.source,
    )


def _post_how(post: ChannelPost, feed: Feed, answer: Fetched) -> Json:
    how = _how(feed, answer, post.number, post.content)
    return how | post.as_json()


def _entries(
    feed: Feed, answer: Fetched, courier: Courier, memory: Memory, found: Collected
) -> None:
    """The new entries of a feed, oldest first."""
    new = [
        entry
        for entry in feed_entries(answer.content, answer.final_url)
        if not memory.has(feed.address, entry.id, entry.content)
    ]
    for told in _oldest_first(new):
        entry = replace(told, link=_whole_link(told.link, answer.final_url))
        key = (feed.address, entry.id)
        if memory.failed[key] >= _MOST_PAGES:
            continue
        try:
            found.texts.append(_entry_text(entry, feed, answer, courier))
        except (BadInput, FetchFailed) as error:
            memory.failed[key] += 1
            found.skipped.append(str(error))


def _whole_link(link: str | None, base: str) -> str | None:
    """An entry's address, which a feed may give from its own on."""
    try:
        return urljoin(base, link) if link else None
    except ValueError:
        return link


def _oldest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Feeds list the newest entry first; where all are dated their times decide."""
    turned = list(entries)[::-1]
    if all(entry.published_at for entry in turned):
        turned.sort(key=lambda entry: entry.published_at.timestamp() if entry.published_at else 0)
    return turned


def _entry_text(
    entry: Entry, feed: Feed, answer: Fetched, courier: Courier
) -> tuple[Document, Json]:
    """An entry as its own page has it, or as the feed tells it."""
    if feed.follow and entry.link:
        page = courier.get(entry.link, max_bytes=MAX_BYTES)
        document = document_from_bytes(
            page.content,
            origin=page.final_url,
            retrieved_at=page.retrieved_at,
            media_type=page.media_type,
            outlet=feed.source,
        )
        if document.published_at is None and entry.published_at is not None:
            document = replace(document, published_at=entry.published_at, published_from="metadata")
        how = _how(feed, page, entry.id, entry.content)
        how["feed_headers"] = [list(pair) for pair in answer.headers]
        how["feed_sha256"] = fingerprint(answer.content)
        return document, how
    document = document_from_bytes(
        entry.content,
        origin=entry.link or f"{feed.address}#{entry.id}",
        retrieved_at=answer.retrieved_at,
        media_type=_HTML if entry.html else _PLAIN,
        published_at=entry.published_at,
        outlet=feed.source,
        title=entry.title,
    )
    return document, _how(feed, answer, entry.id, entry.content) | {"link": entry.link}


def _how(feed: Feed, answer: Fetched, entry: str, content: bytes) -> Json:
    """The fetch record of a text: the answer's evidence, and which entry of which feed it is."""
    about = {"feed": feed.address, "entry": entry, "entry_sha256": fingerprint(content)}
    return answer.as_json() | about
