"""One page or file over HTTPS, within limits of time and size.

Every hop of a redirect is checked as the first address is. The time limit holds for the whole
transfer, the size limit for the bytes after decompression.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from lossledger import __version__
from lossledger.errors import FetchFailed
from lossledger.model import Json

if TYPE_CHECKING:
    import httpx

_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_MOST_REDIRECTS = 5
_HEADERS = {
    "Accept-Encoding": "gzip, deflate, br",
    "Accept": "text/html, application/json, text/plain;q=0.9, */*;q=0.5",
}
AGENT = f"lossledger/{__version__} (reads published loss figures; follows robots.txt)"
"""How every request names itself; robots rules may address ``lossledger``."""

_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said of the version that is held: ``ETag`` and ``Last-Modified``."""

    etag: str | None = None
    modified: str | None = None

    def as_headers(self) -> dict[str, str]:
        """The headers of a conditional request (RFC 9110, 13.1).

        What cannot be sent as it was received, as it is no ASCII, is left out.
        """
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.modified))
        return {k: v for k, v in pairs if v and v.isascii() and v.isprintable()}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: ``content`` is decompressed, ``headers`` are as received.

    ``redirects`` are the addresses on the way, from the one asked to the one before the last,
    ``hops`` the statuses with which they sent on.
    ``tls`` tells the protocol, the cipher, and of the server's certificate the SHA-256, who
    signed it and for what time it is valid; ``None`` over plain HTTP.
    ``status`` is 200, or 304 (not modified, no content) where the caller knew a version.
    """

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    retrieved_at: datetime
    redirects: tuple[str, ...] = ()
    tls: tuple[tuple[str, str], ...] | None = None
    hops: tuple[int, ...] = ()

    @property
    def moved(self) -> str | None:
        """Where the address has moved to for good, if every server on the way says so."""
        return self.final_url if self.hops and set(self.hops) <= set(_FOR_GOOD) else None

    def header(self, name: str) -> str | None:
        """The value of a header, by its name in lower case; ``None`` when it was not sent."""
        return next((v for k, v in self.headers if k.lower() == name), None)

    @property
    def media_type(self) -> str | None:
        """The value of ``Content-Type``, with its charset."""
        return self.header("content-type")

    def as_json(self) -> Json:
        """How the document was got, to be kept as evidence beside it."""
        return {
            "url": self.url,
            "final_url": self.final_url,
            "redirects": list(self.redirects),
            "redirect_statuses": list(self.hops),
            "status": self.status,
            "headers": [list(pair) for pair in self.headers],
            "retrieved_at": self.retrieved_at.isoformat(),
            "tool": f"lossledger {__version__}",
            "tls": dict(self.tls) if self.tls is not None else None,
            "sha256": hashlib.sha256(self.content).hexdigest(),
            "bytes": len(self.content),
        }


def fetch(
    url: str,
    *,
    retrieved_at: datetime,
    max_bytes: int = 50 * 2**20,
    timeout: float = 30.0,
    allow_local: bool = False,
    stopwatch: Callable[[], float] = monotonic,
    known: Known | None = None,
    agent: str = AGENT,
    before: Callable[[str], None] | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> Fetched:
    """What ``url`` answers, redirects followed; anything but a whole 200 raises ``FetchFailed``.

    ``timeout`` is in seconds for everything together, ``max_bytes`` counts decompressed bytes.
    Only public addresses are asked, on every hop.
    ``allow_local`` admits this machine (loopback) and plain HTTP: for a server of one's own.
    With a ``known`` version the answer may be 304 without content. ``before`` is called with
    the address of each hop and may raise, so that robots rules hold on every hop.
    ``on_progress`` is told how many bytes are there, and how many there will be if that is known.
    """
    import httpx

    from lossledger.documents.wire import Wire

    wire = Wire(stopwatch() + timeout, stopwatch, allow_local=allow_local)
    # trust_env would let a proxy of the environment step around the limits above
    headers = _HEADERS | {"User-Agent": agent} | (known.as_headers() if known else {})
    with httpx.Client(transport=wire, headers=headers, trust_env=False) as client:
        try:
            return _follow(client, url, retrieved_at, max_bytes, allow_local, before, on_progress)
        except (httpx.InvalidURL, ValueError) as error:  # names that no rule can encode too
            what = f"not an address: {' '.join(str(error).split())}"
            raise FetchFailed(url, what, "write it as https://…") from error
        except httpx.TimeoutException as error:
            what = f"no whole answer within {timeout:g} seconds"
            raise FetchFailed(url, what, "try again later", passing=True) from error
        except httpx.HTTPError as error:
            what = f"the connection failed: {_one_line(error)}"
            raise FetchFailed(url, what, "check the address and the network") from error


def _follow(
    client: "httpx.Client",
    url: str,
    retrieved_at: datetime,
    max_bytes: int,
    allow_local: bool,
    before: Callable[[str], None] | None,
    on_progress: Callable[[int, int], None] | None,
) -> Fetched:
    here, hops, statuses = url, list[str](), list[int]()
    for _ in range(_MOST_REDIRECTS + 1):
        _check_scheme(url, here, allow_local)
        if before is not None:
            before(here)
        with client.stream("GET", here) as answer:
            if answer.status_code in _REDIRECTS and "location" in answer.headers:
                hops.append(here)
                statuses.append(answer.status_code)
                here = str(answer.url.join(answer.headers["location"]))
                continue
            if answer.status_code not in (200, 304):
                raise _refused(answer, here)
            tls = _tls(answer)  # known only while the connection is open
            return Fetched(
                url=url,
                final_url=str(answer.url),
                status=answer.status_code,
                headers=tuple(answer.headers.multi_items()),
                content=_content(answer, here, max_bytes, on_progress),
                retrieved_at=retrieved_at,
                redirects=tuple(hops),
                tls=tls,
                hops=tuple(statuses),
            )
    raise FetchFailed(url, f"more than {_MOST_REDIRECTS} redirects", "check the address")


def _refused(answer: "httpx.Response", here: str) -> FetchFailed:
    status, wait = answer.status_code, answer.headers.get("retry-after")
    what = f"answered {status} {answer.reason_phrase}".rstrip()
    later = status == 429 or status >= 500
    fix = "try again later" if later else "check the address"
    return FetchFailed(here, what, fix, status=status, retry_after=wait, passing=later)


def _tls(answer: "httpx.Response") -> tuple[tuple[str, str], ...] | None:
    """Protocol, cipher and certificate of the connection that answered."""
    stream = answer.extensions.get("network_stream")
    secured = stream.get_extra_info("ssl_object") if stream is not None else None
    if secured is None:
        return None
    certificate = hashlib.sha256(secured.getpeercert(True) or b"").hexdigest()
    cipher = (secured.cipher() or ("",))[0]
    said = secured.getpeercert() or {}
    issuer = ", ".join(f"{k}={v}" for part in said.get("issuer", ()) for k, v in part)
    return (
        ("protocol", secured.version() or ""),
        ("cipher", cipher),
        ("sha256", certificate),
        ("issuer", issuer),
        ("valid_from", said.get("notBefore", "")),
        ("valid_until", said.get("notAfter", "")),
    )


def _check_scheme(url: str, here: str, allow_local: bool) -> None:
    scheme = here.partition(":")[0].lower()
    plain = url.partition(":")[0].lower() == "http"  # HTTPS is never left for plain HTTP
    if scheme == "https" or (allow_local and plain and scheme == "http"):
        return
    if here == url:
        raise FetchFailed(url, "not an HTTPS address", "write it as https://…")
    raise FetchFailed(url, f"redirects to {here}, which is not HTTPS", "check the address")


def _content(
    answer: "httpx.Response",
    here: str,
    max_bytes: int,
    on_progress: Callable[[int, int], None] | None,
) -> bytes:
    """The decompressed bytes of the answer, never more than ``max_bytes`` in memory."""
    if answer.status_code == 304:
        return b""
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    chunks = answer.iter_raw()
    if encoding in _WINDOWS:
        chunks = _inflated(chunks, _WINDOWS[encoding], here)
    elif encoding == "br":
        chunks = _unpacked(chunks, here)
    elif encoding not in ("identity", ""):
        raise FetchFailed(here, f"sent in the encoding {encoding!r}", "ask for another address")
    told = answer.headers.get("content-length", "")
    whole = int(told[:15]) if encoding == "identity" and told.isascii() and told.isdigit() else 0
    parts, size = [], 0
    for part in chunks:
        size += len(part)
        if on_progress is not None:
            on_progress(size, max(size, whole))
        if size > max_bytes:
            what = f"larger than {max_bytes:,} bytes"
            raise FetchFailed(here, what, "fetch it by hand and read the part that matters")
        parts.append(part)
    return b"".join(parts)


def _inflated(chunks: Iterator[bytes], window: int, here: str) -> Iterator[bytes]:
    """Decompressed pieces of at most 64 KiB each."""
    unpacker = zlib.decompressobj(window)
    try:
        for chunk in chunks:
            while chunk and not unpacker.eof:
                yield unpacker.decompress(chunk, _PIECE)
                chunk = unpacker.unconsumed_tail
    except zlib.error as error:
        raise FetchFailed(here, "the compressed answer is broken", "try again later") from error
    if not unpacker.eof:
        what = "the compressed answer breaks off"
        raise FetchFailed(here, what, "try again later", passing=True)


def _unpacked(chunks: Iterator[bytes], here: str) -> Iterator[bytes]:
    """The same for brotli (RFC 7932)."""
    import brotli

    unpacker = brotli.Decompressor()
    try:
        for chunk in chunks:
            yield unpacker.process(chunk, output_buffer_limit=_PIECE)
            while not unpacker.can_accept_more_data():
                yield unpacker.process(b"", output_buffer_limit=_PIECE)
    except brotli.error as error:
        raise FetchFailed(here, "the compressed answer is broken", "try again later") from error
    if not unpacker.is_finished():
        what = "the compressed answer breaks off"
        raise FetchFailed(here, what, "try again later", passing=True)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
