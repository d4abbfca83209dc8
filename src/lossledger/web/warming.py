"""The pages that people open first, made again as soon as the ledger has grown.

Answers are kept until the log's root changes, so the first reader after an append would wait for
them. ``keep_warm`` asks the service for these pages itself, from a thread of its own, at the
start and after every append. Nothing old is ever shown: what is not made yet is made when asked.
"""

import asyncio
import re
from collections.abc import Iterator
from html import unescape
from threading import Thread
from time import sleep

from starlette.types import ASGIApp, Message, Scope

from lossledger.vocabulary import interface_languages
from lossledger.web.room import LOOK_AGAIN, Room

FIRST = ("/", "/check", "/compare", "/sources", "/corrections", "/lineage")
_LEADS_ON = re.compile(r'(?:src|href)="(/(?:charts|sources|metrics)/[^"]+)"')


def keep_warm(room: Room, app: ASGIApp) -> Thread:
    """Begin to make the first pages of a service again whenever its ledger has grown."""
    thread = Thread(target=_run, args=(room, app), name="warming", daemon=True)
    thread.start()
    return thread


def _run(room: Room, app: ASGIApp) -> None:
    made = None
    while True:
        try:
            root = room.root
            if root != made:
                for path, language in _paths():
                    for further in _asked(app, path, language):
                        _asked(app, further, language)
                made = root
        except Exception:  # a page that cannot be made tells its reader so, not this thread
            made = None
            sleep(10)
        sleep(LOOK_AGAIN)


def _paths() -> Iterator[tuple[str, str]]:
    for path in FIRST:
        for language in interface_languages():
            yield path, language


def _asked(app: ASGIApp, path: str, language: str) -> list[str]:
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

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    if path != "/":
        return []
    return [unescape(link) for link in dict.fromkeys(_LEADS_ON.findall(b"".join(parts).decode()))]
