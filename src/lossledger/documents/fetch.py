"""One page or file over HTTPS, within limits of time and size.

Every hop of a redirect is checked as the first address is. The time limit holds for the whole
transfer, the size limit for the bytes after decompression.
"""

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
_MOST_REDIRECTS = 5
_HEADERS = {
    "User-Agent": f"lossledger/{__version__}",
    "Accept-Encoding": "gzip, deflate",
    "Accept": "text/html, application/json, text/plain;q=0.9, */*;q=0.5",
}
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: ``content`` is decompressed, ``headers`` are as received.

    ``redirects`` are the addresses on the way, from the one asked to the one before the last.
    """

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    retrieved_at: datetime
    redirects: tuple[str, ...] = ()

    @property
    def media_type(self) -> str | None:
        """The value of ``Content-Type``, with its charset."""
        return next((v for k, v in self.headers if k.lower() == "content-type"), None)

    def as_json(self) -> Json:
        """How the document was got, to be kept as evidence beside it."""
        return {
            "url": self.url,
            "final_url": self.final_url,
            "redirects": list(self.redirects),
            "status": self.status,
            "headers": [list(pair) for pair in self.headers],
            "retrieved_at": self.retrieved_at.isoformat(),
            "tool": f"lossledger {__version__}",
        }


def fetch(
    url: str,
    *,
    retrieved_at: datetime,
    max_bytes: int = 50 * 2**20,
    timeout: float = 30.0,
    allow_local: bool = False,
    stopwatch: Callable[[], float] = monotonic,
) -> Fetched:
    """What ``url`` answers, redirects followed; anything but a whole 200 raises ``FetchFailed``.

    ``timeout`` is in seconds for everything together, ``max_bytes`` counts decompressed bytes.
    Only public addresses are asked, on every hop.
    ``allow_local`` admits this machine (loopback) and plain HTTP: for a server of one's own.
    """
    import httpx

    from lossledger.documents.wire import Wire

    wire = Wire(stopwatch() + timeout, stopwatch, allow_local=allow_local)
    # trust_env would let a proxy of the environment step around the limits above
    with httpx.Client(transport=wire, headers=_HEADERS, trust_env=False) as client:
        try:
            return _follow(client, url, retrieved_at, max_bytes, allow_local)
        except httpx.InvalidURL as error:
            raise FetchFailed(url, f"not an address: {error}", "write it as https://…") from error
        except httpx.TimeoutException as error:
            what = f"no whole answer within {timeout:g} seconds"
            raise FetchFailed(url, what, "try again later") from error
        except httpx.HTTPError as error:
            what = f"the connection failed: {_one_line(error)}"
            raise FetchFailed(url, what, "check the address and the network") from error


def _follow(
    client: "httpx.Client", url: str, retrieved_at: datetime, max_bytes: int, allow_local: bool
) -> Fetched:
    here, hops = url, list[str]()
    for _ in range(_MOST_REDIRECTS + 1):
        _check_scheme(url, here, allow_local)
        with client.stream("GET", here) as answer:
            if answer.status_code in _REDIRECTS and "location" in answer.headers:
                hops.append(here)
                here = str(answer.url.join(answer.headers["location"]))
                continue
            if answer.status_code != 200:
                what = f"answered {answer.status_code} {answer.reason_phrase}".rstrip()
                raise FetchFailed(here, what, "check the address")
            return Fetched(
                url=url,
                final_url=str(answer.url),
                status=answer.status_code,
                headers=tuple(answer.headers.multi_items()),
                content=_content(answer, here, max_bytes),
                retrieved_at=retrieved_at,
                redirects=tuple(hops),
            )
    raise FetchFailed(url, f"more than {_MOST_REDIRECTS} redirects", "check the address")


def _check_scheme(url: str, here: str, allow_local: bool) -> None:
    scheme = here.partition(":")[0].lower()
    plain = url.partition(":")[0].lower() == "http"  # HTTPS is never left for plain HTTP
    if scheme == "https" or (allow_local and plain and scheme == "http"):
        return
    if here == url:
        raise FetchFailed(url, "not an HTTPS address", "write it as https://…")
    raise FetchFailed(url, f"redirects to {here}, which is not HTTPS", "check the address")


def _content(answer: "httpx.Response", here: str, max_bytes: int) -> bytes:
    """The decompressed bytes of the answer, never more than ``max_bytes`` in memory."""
    encoding = answer.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in (*_WINDOWS, "identity", ""):
        raise FetchFailed(here, f"sent in the encoding {encoding!r}", "ask for another address")
    chunks = answer.iter_raw()
    parts, size = [], 0
    for part in _inflated(chunks, _WINDOWS[encoding], here) if encoding in _WINDOWS else chunks:
        size += len(part)
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
                yield unpacker.decompress(chunk, 65_536)
                chunk = unpacker.unconsumed_tail
    except zlib.error as error:
        raise FetchFailed(here, "the compressed answer is broken", "try again later") from error
    if not unpacker.eof:
        raise FetchFailed(here, "the compressed answer breaks off", "try again later")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
