"""WARC files (ISO 28500) by ``warcio``: web archives read, and a ledger's evidence written.

Of an archive the answers with status 200 and the kept resources are read. A record that we
wrote comes back as the same document: what is known about it stands in a metadata record.
"""

import io
import json
import uuid
from collections.abc import Iterable
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any

from lossledger.documents.posts import moment
from lossledger.errors import BadInput
from lossledger.model import Document, Json

_GZIP = b"\x1f\x8b"
_PIECE = 65_536
_MOST_RECORDS = 100_000
_TIMES = 10
"""Its texts may have so many times the archive's size; saved pages pack to a fifth."""
_UNIFORM = "urn:sha256:"
_TYPES = (
    *("application/xhtml+xml", "application/pdf"),
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml"),
)
_DATA = ("application/json", "text/json", "text/csv", "application/csv")
_ABOUT = "application/vnd.lossledger+json"


@dataclass(frozen=True, slots=True)
class Archived:
    """A record: its address, type, bytes and time; ``how`` is its evidence.

    ``about`` is what we wrote about the document when we wrote the record; else ``None``.
    """

    id: str
    address: str
    media_type: str | None
    content: bytes
    retrieved_at: datetime | None
    how: Json
    about: Json | None = None

    @property
    def listing(self) -> Json | None:
        """How a whole answer was got that we kept as evidence of the texts in it; else ``None``."""
        fetches = self.about.get("fetches") if self.about else None
        some = fetches if isinstance(fetches, list) else []
        return next((h for h in some if isinstance(h, dict) and h.get("listing")), None)


def is_archive(content: bytes, path: str) -> bool:
    """Whether a file is a WARC file, packed or not."""
    packed = path.lower().endswith((".warc.gz", ".warc.open")) and content.startswith(_GZIP)
    return packed or content.startswith(b"WARC/")


def archived(
    content: bytes, where: str, largest: int, *, data: bool = False
) -> tuple[list[Archived], list[str]]:
    """The texts of an archive, or its ``data``, and in a line each what was left out and why.

    A record that is larger than ``largest`` bytes, or whose digest does not fit, is left out.
    Raises ``BadInput`` when the file is no WARC file or breaks off.
    """
    found: list[Archived] = []
    skipped: list[str] = []
    about: dict[str, Json] = {}
    again: list[Json] = []
    try:
        with redirect_stderr(io.StringIO()):  # where warcio prints what it finds damaged
            _gather(content, largest, found, skipped, about, again, data=data)
    except _TooLarge as error:
        raise BadInput(where, "the archive is too large", "cut it into smaller files") from error
    except Exception as error:  # a broken archive makes warcio raise nearly anything
        words = " ".join(str(error).split())[:100] or type(error).__name__
        raise BadInput(where, f"the archive is broken: {words}", "get it anew") from error
    _revisit(found, again, skipped)
    return [_with(one, about.get(one.id)) for one in found], skipped


def _revisit(found: list[Archived], again: list[Json], skipped: list[str]) -> None:
    """Note with each text when it was found unchanged; say of which texts the bytes are missing."""
    by_digest = {digest: one for one in found if (digest := _digest(one.how["warc"]))}
    by_address = {one.address: one for one in found}
    for headers in again:
        address = str(headers.get("WARC-Target-URI") or "")
        first = by_digest.get(_digest(headers) or "") or (
            None if _digest(headers) else by_address.get(address)
        )
        if first is None:
            skipped.append(f"{address}: found unchanged, its bytes are in another archive")
        else:
            first.how.setdefault("unchanged", []).append(headers)


def _digest(headers: Json) -> str | None:
    found = headers.get("WARC-Payload-Digest")
    return found if isinstance(found, str) else None


class _TooLarge(Exception):
    """The archive holds more than is read at once."""


def _gather(
    content: bytes,
    largest: int,
    found: list[Archived],
    skipped: list[str],
    about: dict[str, Json],
    again: list[Json],
    *,
    data: bool,
) -> None:
    """Read record after record."""
    from warcio.archiveiterator import ArchiveIterator

    whole, most = 0, max(largest, _TIMES * len(content))
    iterator = ArchiveIterator(io.BytesIO(content), check_digests=True)
    for record in iterator:
        if record.rec_type == "metadata":
            _note(record, about)
            continue
        if record.rec_type == "revisit" and len(again) < _MOST_RECORDS:
            again.append(dict(record.rec_headers.headers))
            continue
        reason, one = _read(record, largest, data=data)
        if reason is not None:
            skipped.append(f"{record.rec_headers.get_header('WARC-Target-URI')}: {reason}")
        if one is not None:
            whole += len(one.content)
            found.append(one)
        if whole > most or len(found) + len(skipped) > _MOST_RECORDS:
            raise _TooLarge
    if iterator.err_count:
        skipped.append(f"{iterator.err_count:,} records do not end where they say")


def _read(record: Any, largest: int, *, data: bool) -> tuple[str | None, Archived | None]:
    """A record as a text or data, or why it is left out; neither for records that hold none."""
    if record.rec_type not in ("response", "resource", "conversion"):
        return None, None
    headers = record.rec_headers
    http = record.http_headers
    if record.rec_type == "response":
        status = http.get_statuscode() if http is not None else ""
        if status != "200":
            return f"answered {status or 'nothing'}", None
    kind = (
        http.get_header("Content-Type") if http is not None else headers.get_header("Content-Type")
    )
    if _is_data(kind) != data:
        return None if data else f"{kind} is data: lossledger import ARCHIVE --source ID", None
    if not data and not _is_text(kind):
        return f"the type {kind} is not read", None
    content = _bytes(record.content_stream(), largest + 1)
    if len(content) > largest:
        return f"larger than {largest // 2**20} MiB", None
    while record.raw_stream.read(_PIECE):
        pass  # the digest is that of all bytes
    if record.digest_checker.passed is False:
        return "its digest does not fit its bytes", None
    address = headers.get_header("WARC-Target-URI") or ""
    how = {
        "url": address,
        "status": 200,
        "headers": [list(pair) for pair in http.headers] if http is not None else [],
        "warc": dict(headers.headers),
    }
    at = moment(headers.get_header("WARC-Date") or "")
    return None, Archived(
        headers.get_header("WARC-Record-ID") or "", address, kind, content, at, how
    )


def _bytes(stream: Any, most: int) -> bytes:
    """At most so many bytes of a stream, piece by piece."""
    parts, size = [], 0
    while size < most and (part := stream.read(min(_PIECE, most - size))):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _is_data(kind: str | None) -> bool:
    return (kind or "").partition(";")[0].strip().lower() in _DATA


def _is_text(kind: str | None) -> bool:
    name = (kind or "text/plain").partition(";")[0].strip().lower()
    return name.startswith("text/") or name in _TYPES


def _note(record: Any, about: dict[str, Json]) -> None:
    """What we wrote about a document beside its record."""
    headers = record.rec_headers
    if headers.get_header("Content-Type") != _ABOUT:
        return
    known = json.loads(record.content_stream().read(1_000_000))
    if isinstance(known, dict):
        about[headers.get_header("WARC-Refers-To") or ""] = known


def _with(one: Archived, about: Json | None) -> Archived:
    return Archived(
        one.id, one.address, one.media_type, one.content, one.retrieved_at, one.how, about
    )


def write_archive(file: IO[bytes], held: Iterable[tuple[Document, list[Json]]]) -> int:
    """Write documents with the records of how they were got; how many were written.

    A text that was fetched whole is a response with the server's own headers, those of its
    packing renamed as its bytes are unpacked; any other one is a resource. The same documents
    give the same bytes.
    """
    from warcio.warcwriter import WARCWriter

    writer = WARCWriter(file, gzip=True)
    written = 0
    for document, fetches in held:
        record = _record(writer, document, fetches)
        for one in (record, _about(writer, document, fetches, record)):
            writer.write_record(one)
            one.raw_stream.close()
        written += 1
    return written


def _record(writer: Any, document: Document, fetches: list[Json]) -> Any:
    address = document.origin if "://" in document.origin else _UNIFORM + document.id
    dated = document.retrieved_at or datetime(1970, 1, 1, tzinfo=UTC)
    given = {
        "WARC-Date": dated.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "WARC-Record-ID": _uuid(document.id),
    }
    whole = next((h for h in fetches if h.get("sha256") == document.id and h.get("headers")), None)
    if whole is None:
        given["Content-Type"] = document.media_type
        return writer.create_warc_record(
            address,
            "resource",
            payload=io.BytesIO(document.content),
            warc_headers_dict=given,
            warc_content_type=document.media_type,
        )
    return writer.create_warc_record(
        address,
        "response",
        payload=io.BytesIO(document.content),
        http_headers=_http(whole, len(document.content)),
        warc_headers_dict=given,
    )


def _http(how: Json, size: int) -> Any:
    from warcio.statusandheaders import StatusAndHeaders

    packing = ("content-encoding", "transfer-encoding", "content-length")
    headers = [
        (f"X-Archive-Orig-{name}" if name.lower() in packing else name, value)
        for name, value in how["headers"]
    ]
    headers.append(("Content-Length", str(size)))
    return StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")


def _about(writer: Any, document: Document, fetches: list[Json], record: Any) -> Any:
    known = {"document": document.as_json(), "fetches": fetches}
    refers = record.rec_headers.get_header("WARC-Record-ID")
    return writer.create_warc_record(
        record.rec_headers.get_header("WARC-Target-URI"),
        "metadata",
        payload=io.BytesIO(json.dumps(known, ensure_ascii=False).encode("utf-8", "replace")),
        warc_content_type=_ABOUT,
        warc_headers_dict={
            "WARC-Date": record.rec_headers.get_header("WARC-Date"),
            "WARC-Record-ID": _uuid(f"about {document.id}"),
            "WARC-Refers-To": refers,
        },
    )


def _uuid(name: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>"
