"""Connections that end politely: what is malformed, cut off or too slow gets an answer.

The server library closes a socket when a client has sent all it will send, although the answer is
not ready, and closes it with unread bytes in it, on which the system throws the answer away (RFC
9112, 9.6). ``Polite`` answers first, then reads and drops what still comes, then closes.
"""

import asyncio
import json
from typing import Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from lossledger.web.limits import REQUEST_SECONDS

LINGER_SECONDS = 2.0
"""How long bytes are read and dropped after an answer that ends a connection."""
_WORDS = {400: b"Bad Request", 408: b"Request Timeout"}


class _Lingering:
    """A transport that ends its own side first, and the other's a little later."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self.ended_by_peer = False
        self.closing = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def is_closing(self) -> bool:
        """Whether nothing more is to be written."""
        return self.closing or self._transport.is_closing()

    def close(self) -> None:
        """Send what is left and the end of it; close when the peer does, or after a while."""
        if self.closing:
            return
        self.closing = True
        if self.ended_by_peer or self._transport.is_closing():
            self._transport.close()
            return
        self._transport.write_eof()
        self._transport.resume_reading()
        asyncio.get_running_loop().call_later(LINGER_SECONDS, self._transport.close)


class Polite(H11Protocol):
    """A connection on which every request gets an answer while there is somebody to get it."""

    _line: _Lingering
    _slow: asyncio.TimerHandle | None = None
    _begun = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin, and wait for the first request so long and no longer."""
        self._line = _Lingering(transport)
        super().connection_made(cast(asyncio.Transport, self._line))
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """The end."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Part of a request, or what comes after the last answer."""
        if self._line.closing:
            return
        self._begun = True
        if self._slow is None:
            self._wait()
        super().data_received(data)

    def eof_received(self) -> bool:  # type: ignore[override]
        """The client sends no more: finish its answer, or tell it that its request is not whole."""
        self._line.ended_by_peer = True
        if self._line.closing or not self._begun:
            return False
        if self._answering():
            self.cycle.keep_alive = False
            return True
        self.send_400_response("the request ends before it is whole")
        return True  # until what is written is out; the transport is closing

    def on_response_complete(self) -> None:
        """After an answer: close when the client has ended, else wait for its next request."""
        self._begun = False
        self._stop_waiting()
        if self._line.ended_by_peer:
            self._line.close()
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP request in the one shape of an error."""
        self._refuse(400, msg)

    def _answering(self) -> bool:
        """Whether a whole request is being answered."""
        cycle = self.cycle
        return cycle is not None and not cycle.response_complete and not cycle.more_body

    def _refuse(self, status: int, what: str) -> None:
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True  # its answer would have no place
            self.cycle.message_event.set()
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            told = {"status": status, "where": "request", "what": what, "fix": ""}
            body = json.dumps({"error": told}).encode()
            headers = [
                (b"content-type", b"application/json"),
                (b"content-length", b"%d" % len(body)),
                (b"connection", b"close"),
            ]
            start = h11.Response(status_code=status, headers=headers, reason=_WORDS[status])
            headless = self.conn.our_state is h11.SEND_RESPONSE and self.scope["method"] == "HEAD"
            events = [start, *([] if headless else [h11.Data(data=body)]), h11.EndOfMessage()]
            for event in events:
                self._line.write(self.conn.send(event))
        self._line.close()

    def _wait(self) -> None:
        self._slow = self.loop.call_later(REQUEST_SECONDS, self._too_slow)

    def _stop_waiting(self) -> None:
        if self._slow is not None:
            self._slow.cancel()
            self._slow = None

    def _too_slow(self) -> None:
        self._slow = None
        if not self._answering() and not self._line.is_closing():
            self._refuse(408, f"no whole request within {REQUEST_SECONDS:g} seconds")
