"""What was seen before, as the ledger's fetch records tell: so that a watch can be resumed."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime

from lossledger.documents.fetch import Known
from lossledger.ledger.book import Ledger
from lossledger.model import Json


@dataclass(slots=True)
class Memory:
    """Entries seen of each feed, what each server said last, and the newest text of each feed.

    ``latest`` is the SHA-256 of the bytes that a page or dataset had when it was looked at last.
    ``failed`` counts the tries of entries that could not be read; it is not kept.
    """

    seen: set[tuple[str, str, str]] = field(default_factory=set)
    known: dict[str, Known] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)
    newest: dict[str, datetime] = field(default_factory=dict)
    failed: Counter[tuple[str, str]] = field(default_factory=Counter)

    @classmethod
    def of(cls, ledger: Ledger) -> "Memory":
        """What the ledger's records tell."""
        memory = cls()
        published = {held.id: held.published_at for held in ledger.documents()}
        for document, how, _ in ledger.fetch_records():
            if isinstance(how.get("feed"), str):
                memory.note(document, how, published.get(document))
        return memory

    def has(self, feed: str, entry: str, content: bytes) -> bool:
        """Whether this entry was seen with these bytes."""
        return (feed, entry, fingerprint(content)) in self.seen

    def note(self, document: str, how: Json, published_at: datetime | None) -> None:
        """Remember a fetch record that was kept."""
        feed = how["feed"]
        if how.get("listing"):
            return
        if "entry" in how:
            self.seen.add((feed, str(how["entry"]), str(how.get("entry_sha256"))))
            self.latest[feed] = str(how.get("entry_sha256"))
        self.last[feed] = document
        self.known[feed] = validators(how.get("feed_headers") or how.get("headers") or ())
        moment = published_at or (None if "checked_at" in how else _moment(how.get("retrieved_at")))
        if moment is not None and (feed not in self.newest or moment > self.newest[feed]):
            self.newest[feed] = moment


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def validators(headers: object) -> Known:
    """What a server said of a version, out of its headers.

    A ``Last-Modified`` of the same second as the answer's ``Date`` names no version: the file
    may change within that second once more (RFC 9110, 8.8.2.2).
    """
    pairs = headers if isinstance(headers, list | tuple) else ()
    found = {str(pair[0]).lower(): str(pair[1]) for pair in pairs}
    modified = found.get("last-modified")
    changed, sent = _http_date(modified), _http_date(found.get("date"))
    if changed is not None and sent is not None and changed >= sent:
        modified = None
    return Known(found.get("etag"), modified)


def _http_date(text: str | None) -> float | None:
    try:
        return parsedate_to_datetime(text or "").timestamp()
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def fingerprint(content: bytes) -> str:
    """The SHA-256 of an entry's bytes."""
    return hashlib.sha256(content).hexdigest()
