"""The pages that people open first, made again as soon as the ledger has grown.

Answers are kept until the log's root changes, so the first reader after an append would wait for
them. ``keep_warm`` asks the service for these pages itself, from a thread of its own, at the
start and after every append. Nothing old is ever shown: what is not made yet is made when asked.
"""

import asyncio
import re
from contextlib import suppress
from html import unescape
from importlib import import_module
from threading import Thread
from time import monotonic, sleep

from starlette.types import Message, Scope

from lossledger.vocabulary import interface_languages
from lossledger.web.room import LOOK_AGAIN, Room
from lossledger.web.serving import Front

FIRST = ("/", "/v1/latest", "/lineage", "/compare", "/sources", "/check", "/corrections")
_LEADS_ON = re.compile(r'(?:src|href)="(/(?:charts|sources|metrics)/[^"]+)"')


AT_FIRST = 0.05
"""Seconds in which the service begins to answer before pages are made."""
PATIENCE = 2.0
"""Seconds for which a page is put off while readers wait for others."""


def make_first(app: Front) -> None:
    """Make the page that most readers open, before the service is said to be ready."""
    with suppress(Exception):  # a page that cannot be made tells its reader so
        _asked(app, FIRST[0], interface_languages()[0])


def keep_warm(room: Room, app: Front) -> Thread:
    """Begin to make the first pages of a service again whenever its ledger has grown."""
    thread = Thread(target=_run, args=(room, app), name="warming", daemon=True)
    thread.start()
    return thread


def _run(room: Room, app: Front) -> None:
    made = None
    sleep(AT_FIRST)
    while True:
        root = room.root
        try:
            if root != made:
                _make(room, app, root)
                import_module("lossledger.extract")  # the first text to be checked need not wait
                made = root
        except Exception:  # a page that cannot be made tells its reader so, not this thread
            made = root
        sleep(LOOK_AGAIN)


def _make(room: Room, app: Front, root: str) -> None:
    """Make the pages, the first one in every language first; stop when the ledger has grown."""
    asked = [(path, language) for path in FIRST for language in interface_languages()]
    while asked and room.root == root:
        path, language = asked.pop(0)
        _give_way(app)
        further = _asked(app, path, language)
        pictures = [(link, language) for link in further if link.startswith("/charts/")]
        pages = [(link, language) for link in further if not link.startswith("/charts/")]
        asked = [*pictures, *asked, *pages]


def _give_way(app: Front) -> None:
    """Let readers go first, for a while: two threads that compute take twice as long each."""
    until = monotonic() + PATIENCE
    while app.busy and monotonic() < until:
        sleep(0.005)


def _asked(app: Front, path: str, language: str) -> list[str]:
    """Have a page made; the pictures on the first page and the pages it leads to."""
    place, _, query = path.partition("?")
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": place,
        "raw_path": place.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost"), (b"accept-language", language.encode())],
        "server": ("localhost", 80),
        "client": ("localhost", 0),
    }
    parts: list[bytes] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        parts.append(message.get("body", b""))

    asyncio.run(app(scope, receive, send))
    if path != "/":
        return []
    return [unescape(link) for link in dict.fromkeys(_LEADS_ON.findall(b"".join(parts).decode()))]
