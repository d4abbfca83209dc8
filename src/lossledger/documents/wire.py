"""The connection under ``fetch``: every wait ends when the time of the whole transfer is over.

``httpx`` limits single reads only, so a server that sends a byte now and then could hold the
reader for days. Here each connect, handshake, read and write waits for what is left of the time.
"""

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from ssl import SSLContext
from typing import Any

import httpcore
import httpx

from lossledger.documents.addresses import refusal

_CHUNK = 16_384


class Wire(httpx.BaseTransport):
    """An HTTP transport with one deadline, by the given stopwatch, for all it does."""

    def __init__(
        self, deadline: float, stopwatch: Callable[[], float], *, allow_local: bool
    ) -> None:
        backend = _Backend(lambda: max(0.0, deadline - stopwatch()), allow_local)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            network_backend=backend,
            max_connections=1,
            max_keepalive_connections=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; failures are those of ``httpx``."""
        url = request.url
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            content=request.stream,
        )
        with _translated():
            answer = self._pool.handle_request(sent)
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _translated():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore.NetworkBackend):
    """Opens connections to public addresses only, whose waits are bounded by the time left.

    A name is resolved here, each address it has is judged, and the connection goes to an
    address that was judged: resolving twice would let a name point elsewhere in between.
    """

    def __init__(self, left: Callable[[], float], allow_local: bool) -> None:
        self._left, self._allow_local = left, allow_local
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        if self._left() <= 0:
            raise httpcore.ConnectTimeout("the time is over")
        failed: Exception | None = None
        for address in self._judged(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self._left(), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
                continue
            return _Stream(stream, self._left)
        raise failed or httpcore.ConnectError(f"the name {host} has no address")

    def _judged(self, host: str, port: int) -> list[str]:
        """The addresses of a host; ``ConnectError`` when any of them is refused."""
        addresses = _addresses(host, port, self._left())
        for address in addresses:
            reason = refusal(address, allow_local=self._allow_local)
            if reason is not None:
                raise httpcore.ConnectError(f"{address} is refused: {reason}")
        return addresses


def _addresses(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a name, within so many seconds: the system's own wait knows no limit."""
    found: list[str] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(row[4][0]) for row in rows))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if asking.is_alive():
        raise httpcore.ConnectTimeout(f"the name {host} is not answered for in time")
    if failed:
        raise httpcore.ConnectError(f"the name {host} is not known") from failed[0]
    return found


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self._stream, self._left = stream, left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(min(max_bytes, _CHUNK), self._rest())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._rest())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._rest())
        return _Stream(secured, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def _rest(self) -> float:
        left = self._left()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is over")
        return left


@contextmanager
def _translated() -> Iterator[None]:
    """Failures of the connection as ``httpx`` names them."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise httpx.TransportError(str(error)) from error
