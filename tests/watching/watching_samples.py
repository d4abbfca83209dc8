"""A server of this machine that behaves as real ones do, and a clock that sleeping moves on."""

import gzip
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import brotli

START = datetime(2024, 2, 22, 9, 0, tzinfo=UTC)


@dataclass
class Clock:
    """The time, which moves only when somebody sleeps."""

    now: datetime = START
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


@dataclass
class Site:
    """Answers by path: (status, headers, body), or a function of the request that gives one."""

    address: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    posted: list[bytes] = field(default_factory=list)

    @property
    def counts(self) -> Counter:
        return Counter(self.asked)

    def put(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> str:
        content = body.encode() if isinstance(body, str) else body
        packing = headers.get("Content_Encoding")
        if packing == "gzip":
            content = gzip.compress(content)
        elif packing == "br":
            content = brotli.compress(content)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, named, content)
        return self.address + path

    def answer(self, path: str, how: Callable[[Any], tuple[int, dict[str, str], bytes]]) -> str:
        self.answers[path] = how
        return self.address + path


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            found = site.answers.get(self.path, (404, {}, b""))
            status, headers, body = found(self) if callable(found) else found
            tag = headers.get("ETag")
            if tag and self.headers["If-None-Match"] == tag:
                status, body = 304, b""
            self.reply(status, headers, body)

        def do_POST(self) -> None:
            site.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
            status = site.answers.get(self.path, (404, {}, b""))[0]
            self.reply(status, {}, b"")

        def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in headers:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site.address = f"http://127.0.0.1:{server.server_address[1]}"
        yield site
        server.shutdown()


def post(number: int, text: str, at: str = "2024-02-22T06:10:00+00:00", views: str = "7.1K") -> str:
    """A post as a channel's public web preview shows it."""
    return f"""
<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="desk/{number}">
 <div class="tgme_widget_message_user"><a href="#"><i>S</i></a></div>
 <div class="tgme_widget_message_bubble">
  <a class="tgme_widget_message_reply" href="#"><div class="tgme_widget_message_text js-message_reply_text">An answer to 99 tanks</div></a>
  <div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>
  <div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">{views}</span>
  <a class="tgme_widget_message_date" href="https://t.example/desk/{number}"><time datetime="{at}" class="time">08:10</time></a>
 </div></div></div></div>"""


def preview(*posts: str) -> str:
    return f"<!DOCTYPE html><html><head><title>Desk</title></head><body><main><section>{''.join(posts)}</section></main></body></html>"


def rss(*items: tuple[str, str, str, str]) -> str:
    """A feed of (guid, link, date, description)."""
    entries = "".join(
        f"<item><guid>{guid}</guid><link>{link}</link><title>Report {guid}</title>"
        f"<pubDate>{day}</pubDate><description><![CDATA[{words}]]></description></item>"
        for guid, link, day, words in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title>{entries}</channel></rss>'


def losses(day: str, persons: int, increment: int) -> str:
    """A daily list in our own short form of the usual post."""
    return (
        f"The total combat losses of the enemy from 24.02.22 to {day} were approximately:"
        f"<br/>personnel ‒ about {persons} (+{increment}) persons<br/>tanks ‒ 6523 (+12) units"
    )
