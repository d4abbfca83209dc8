"""Files, standard input and answers as documents: which kind of file it is, and what it holds."""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from lossledger.documents.containers import contained, is_container
from lossledger.documents.decoding import refuse_unreadable
from lossledger.documents.fetch import Fetched
from lossledger.documents.making import (
    ENDINGS,
    MAX_BYTES,
    Known,
    checked,
    document_from_bytes,
    from_post,
    outlet_of,
    too_large,
    whole,
    whole_document,
)
from lossledger.documents.packed import OnSkip, is_packed, members
from lossledger.documents.posts import are_posts, day, posts
from lossledger.errors import BadInput
from lossledger.model import Document, Json
from lossledger.period import KYIV

_POSTS = (".jsonl", ".ndjson")
_DAY_IN_NAME = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def open_documents(
    path: str,
    *,
    stdin: bytes | None = None,
    retrieved_at: datetime,
    published_at: datetime | None = None,
    report_date: date | None = None,
    outlet: str | None = None,
    charset: str | None = None,
) -> Iterator[Document]:
    """The documents of a file, or of standard input when ``path`` is ``-``.

    One document a file, and one a line for JSON Lines of posts (``origin`` is then path:line).
    All are read before the first is given, so a broken last line is known at once. What the
    caller gives overrides what the file says; a text without a date of its own gets the day in
    its file's name, marked as guessed. Raises ``BadInput``.
    """
    held = open_with_evidence(
        path,
        stdin=stdin,
        retrieved_at=retrieved_at,
        published_at=published_at,
        report_date=report_date,
        outlet=outlet,
        charset=charset,
    )
    return iter([document for document, _ in held])


def open_with_evidence(
    path: str,
    *,
    stdin: bytes | None = None,
    retrieved_at: datetime,
    published_at: datetime | None = None,
    report_date: date | None = None,
    outlet: str | None = None,
    charset: str | None = None,
    on_skip: OnSkip = lambda words: None,
    keep_whole: bool = False,
) -> list[tuple[Document, Json | None]]:
    """The documents of a file as ``open_documents`` gives them, each with how it was got.

    That is known of the texts in an e-mail, an export of chats, a web archive, or a zip or tar
    file; ``None`` for others. ``on_skip`` is told, in a line each, the parts of such a file that
    cannot be read. ``keep_whole`` adds the answers that a web archive of ours holds as evidence
    of texts, each marked as a listing.
    """
    origin = "standard input" if path == "-" else path
    content = checked(stdin or b"", origin) if path == "-" else _read(path)
    known = Known(
        origin, retrieved_at, published_at, "given" if published_at else None, report_date, outlet
    )
    held: list[tuple[Document, Json | None]]
    if is_packed(content, path):
        held = list(_unpacked(content, known, charset, on_skip))
    else:
        held = _opened(content, path, known, charset, on_skip)
    return [one for one in held if keep_whole or not (one[1] or {}).get("listing")]


def whole_answer(answer: Fetched) -> Document:
    """What an address answered as it came, to be kept as evidence of the texts that stood in it."""
    return whole(answer.content, answer.final_url, answer.media_type, answer.retrieved_at)


def _opened(
    content: bytes, path: str, known: Known, charset: str | None, on_skip: OnSkip
) -> list[tuple[Document, Json | None]]:
    """The documents of a file that is no archive of files; ``path`` gives hints by its ending."""
    if is_container(content, path):
        return list(_contained(content, known, on_skip))
    ending = PurePosixPath(path).suffix.lower()
    if _are_posts(content, path):
        refuse_unreadable(content, known.origin)
        return [(from_post(post, known), None) for post in posts(content, known.origin)]
    document = whole_document(content, known, ENDINGS.get(ending), charset)
    return [(_dated_by_name(document, path), None)]


def _are_posts(content: bytes, path: str) -> bool:
    """Whether a file is one of posts, by its ending or its first line."""
    ending = PurePosixPath(path).suffix.lower()
    return ending in _POSTS or (ending not in ENDINGS and are_posts(content))


def _unpacked(
    content: bytes, known: Known, charset: str | None, on_skip: OnSkip
) -> list[tuple[Document, Json]]:
    """The documents of the files in an archive, each with its name there."""
    found: list[tuple[Document, Json]] = []
    where = known.origin
    inside = {"container": where, "container_sha256": hashlib.sha256(content).hexdigest()}
    for name, shown, part in members(content, where, MAX_BYTES, on_skip):
        own = replace(known, origin=f"{where}#{shown}")
        try:
            held = _opened(part, name, own, charset, on_skip)
        except BadInput as error:
            on_skip(str(error))
            continue
        about = inside | {"member": name}
        found += ((document, (how or {}) | about) for document, how in held)
    if not found:
        raise BadInput(where, "there is no text in it that can be read", "unpack it and look")
    return found


def open_answer(
    answer: Fetched,
    *,
    published_at: datetime | None = None,
    report_date: date | None = None,
    on_skip: OnSkip = lambda words: None,
    keep_whole: bool = False,
) -> list[tuple[Document, Json]]:
    """The documents of what an address answered, each with how it was got.

    One of a page or a file; several of a feed, a channel's preview, an e-mail, an export of
    chats, a file of posts, a web archive, or a zip or tar file. ``keep_whole`` adds, of
    an answer that holds several, the answer itself, marked as a listing. Raises ``BadInput``.
    """
    at, where, path = answer.retrieved_at, answer.final_url, urlsplit(answer.final_url).path
    given = "given" if published_at else None
    known = Known(where, at, published_at, given, report_date)
    held: list[tuple[Document, Json]] = []
    if is_packed(answer.content, path):
        held = _unpacked(answer.content, known, None, on_skip)
    elif is_container(answer.content, path):
        held = _contained(answer.content, known, on_skip)
    elif _are_posts(answer.content, path):
        refuse_unreadable(answer.content, where)
        told = posts(answer.content, where)
        held = [(from_post(post, known), {"container": where, "format": "posts"}) for post in told]
    if held:
        found = [
            (document, how | {"fetched": answer.as_json()})
            for document, how in held
            if keep_whole or not how.get("listing")
        ]
        whole = (whole_answer(answer), answer.as_json() | {"listing": True})
        return [*found, whole] if keep_whole else found
    document = document_from_bytes(
        answer.content,
        origin=where,
        retrieved_at=at,
        media_type=answer.media_type,
        published_at=published_at,
        report_date=report_date,
    )
    return [(document, answer.as_json())]


def _contained(content: bytes, known: Known, on_skip: OnSkip) -> list[tuple[Document, Json]]:
    """The documents of a container; what the caller told counts for each of them."""
    told = {
        "published_at": known.published_at,
        "report_date": known.report_date,
        "outlet": known.outlet,
    }
    given = {name: value for name, value in told.items() if value is not None}

    def make(part: bytes, **own: Any) -> Document:
        own["outlet"] = outlet_of(own.get("outlet"))
        own["retrieved_at"] = own.get("retrieved_at") or known.retrieved_at
        metadata = own.get("published_at") is not None and "published_at" not in given
        document = document_from_bytes(part, **(own | given))
        return replace(document, published_from="metadata") if metadata else document

    return contained(content, known.origin, make, MAX_BYTES, on_skip)


def _dated_by_name(document: Document, path: str) -> Document:
    """A text that says nowhere when it was published, with the day in its file's name."""
    if document.published_at is not None or document.report_date is not None:
        return document
    found = _DAY_IN_NAME.search(PurePosixPath(path).name)
    named = day(found[0]) if found else None
    if named is None:
        return document
    end = datetime.combine(named, time(23, 59, 59), KYIV)
    return replace(document, published_at=end, published_from="guessed")


def _read(path: str) -> bytes:
    """The bytes of a file that is not too large."""
    try:
        if os.path.isdir(path):
            raise BadInput(path, "this is a directory, not a file", "name the files in it")
        if os.path.getsize(path) > MAX_BYTES:
            raise too_large(path)
        with Path(path).open("rb") as file:
            return checked(file.read(MAX_BYTES + 1), path)
    except FileNotFoundError as error:
        raise BadInput(path, "there is no such file", "check the path") from error
    except PermissionError as error:
        raise BadInput(path, "the file may not be read", "check its permissions") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(path, f"the file cannot be read: {reason}", "check the path") from error
