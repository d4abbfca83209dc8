"""``lossledger watch``: the sources' feeds, looked at politely, again and again."""

import re
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lossledger.cli import output
from lossledger.cli.options import (
    contact_option,
    json_option,
    known_source,
    ledger_option,
    ledger_path,
    local_option,
    now,
    options,
    pause_option,
    quiet_option,
    told_contact,
    writing,
)
from lossledger.errors import BadInput, FetchFailed

if TYPE_CHECKING:
    from lossledger.ledger.outbox import Outbox
    from lossledger.model import Document
    from lossledger.sources import Feed
    from lossledger.watching import Looked

EXAMPLES = """\b
Examples:
  lossledger watch --once                      every source that has a feed, one round
  lossledger watch ua-general-staff ru-mod --every 15m
  lossledger watch --once --json --atom signals.xml
  lossledger watch --feed rss=https://news.example/rss.xml --outlet reuters --once
"""
_SPAN = re.compile(r"([0-9]{1,6})(s|m|h|d)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


class Every(click.ParamType[timedelta]):
    """A span of time as 90s, 15m, 6h or 1d; a minute at least."""

    name = "SPAN"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        if isinstance(value, timedelta):
            return value
        found = _SPAN.fullmatch(value)
        span = timedelta(seconds=int(found[1]) * _SECONDS[found[2]]) if found else timedelta()
        if span < timedelta(minutes=1):
            self.fail(f"{value!r} is no span of a minute or more; write 15m, 6h or 1d", param, ctx)
        return span


@click.command("watch", epilog=EXAMPLES)
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@options(
    click.option("--every", type=Every(), default="15m", help="How often. [default: 15m]"),
    click.option("--once", is_flag=True, help="One round, then stop."),
    click.option("--feed", "extra", multiple=True, metavar="KIND=URL",
                 help="Another feed: page, rss, atom or telegram."),
    click.option("--outlet", metavar="ID", help="Who speaks in the feeds of --feed (a source id)."),
    click.option("--follow", is_flag=True, help="Read the pages that the feeds of --feed link to."),
    click.option("--webhook", metavar="URL", help="Where signals are sent as JSON."),
    click.option("--atom", metavar="FILE", help="An Atom file that signals are written to."),
    click.option("--warc", metavar="FILE",
                 help="A web archive to which every new text is added as it was received."),
    contact_option,
    pause_option,
    local_option,
    ledger_option,
    json_option,
    quiet_option,
)  # fmt: skip
def watch_command(
    sources: tuple[str, ...],
    every: timedelta,
    once: bool,
    extra: tuple[str, ...],
    outlet: str | None,
    follow: bool,
    webhook: str | None,
    atom: str | None,
    warc: str | None,
    contact: str,
    pause: float,
    allow_local: bool,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Look at the feeds of sources, keep what is new, and tell what is worth telling.

    SOURCE is a source id; without one all sources that have feeds are watched, save those whose
    addresses nobody has tried yet (they are watched when they are named). What the ledger
    holds is not read again, so a watch that was stopped goes on. Robots rules, pauses and the
    servers' own waits are kept. A source that fails does not stop the others.

    Exit code with --once: 0 all feeds were read, 1 some failed, 2 all failed.
    """
    from lossledger import __version__
    from lossledger.ledger.outbox import Outbox
    from lossledger.watching import Courier, Watch, run

    contact = told_contact(contact)
    feeds = _feeds(sources, extra, outlet, follow)
    courier = Courier(now, time.sleep, allow_local=allow_local, contact=contact, pause=pause)
    with writing(where) as ledger:
        tool = f"lossledger {__version__}"
        hearing = [one for one in (webhook, atom) if one is not None]
        outbox = Outbox.beside(ledger.where, Path(ledger_path(None)).parent, hearing)
        teller = _Teller(outbox, webhook, atom, warc, allow_local, as_json, quiet)
        watch = Watch(ledger, feeds, courier, every=every, tool=tool, outbox=outbox)
        if once:
            with output.progress("watching", quiet=quiet or as_json) as advance:
                looked = []
                for number, one in enumerate(watch.round(), 1):
                    looked.append(one)
                    advance(number, len(feeds))
            teller.tell(looked)
            _finish(looked, teller.failed)
            return
        for some in run(watch, time.sleep):
            teller.tell(some)


def _finish(looked: Sequence["Looked"], untold: str | None) -> None:
    failed = [one for one in looked if one.failed is not None]
    if failed and len(failed) == len(looked):
        raise click.exceptions.Exit(2)
    if failed or untold:
        raise click.exceptions.Exit(1)


def _feeds(
    names: Iterable[str], extra: Iterable[str], outlet: str | None, follow: bool
) -> "list[Feed]":
    """The feeds of these sources, or of all where neither sources nor other feeds are named."""
    from lossledger.sources import Feed, folder, folders

    keys = [str(known_source(name)) for name in names]
    feeds: list[Feed] = []
    for key in keys:
        if not folder(key).feeds:
            raise BadInput(f"source {key}", "has no feed in its table", "use --feed KIND=URL")
        feeds += folder(key).feeds
    speaker = known_source(outlet)
    for one in extra:
        kind, _, address = one.partition("=")
        if kind not in ("page", "rss", "atom", "telegram") or not address:
            raise click.UsageError(f"--feed {one!r} is not KIND=URL with page, rss, atom, telegram")
        if speaker is None:
            raise click.UsageError("--feed needs --outlet ID: who speaks there")
        feeds.append(Feed(kind, address, speaker, follow))
    return feeds or [f for held in folders().values() for f in held.feeds if f.verified]


class _Teller:
    """Prints what was looked at and hands signals on; one that cannot be sent waits and is told."""

    def __init__(
        self,
        outbox: "Outbox",
        webhook: str | None,
        atom: str | None,
        warc: str | None,
        allow_local: bool,
        as_json: bool,
        quiet: bool,
    ) -> None:
        self._outbox, self._webhook, self._atom, self._warc = outbox, webhook, atom, warc
        self._local, self._as_json, self._quiet = allow_local, as_json, quiet
        self.failed: str | None = None

    def tell(self, looked: Iterable["Looked"]) -> None:
        kept: list[tuple[Document, dict[str, Any]]] = []
        for one in looked:
            kept += one.kept
            if self._as_json:
                output.json_line(_looked_json(one))
            elif not self._quiet or one.failed:
                _tell_line(one)
        if self._warc is not None and kept:
            _add_to_warc(self._warc, kept)
        if self._atom is not None:
            _write_atom(self._atom, self._outbox)
        if self._webhook is not None:
            self._send(self._webhook)

    def _send(self, webhook: str) -> None:
        """Send what waits, part by part; what is not taken waits for the next round or run."""
        from lossledger.documents.sending import post
        from lossledger.watching import webhook_body

        self.failed = None
        for name, signals in self._outbox.waiting(webhook):
            try:
                post(webhook, webhook_body(signals), allow_local=self._local)
            except FetchFailed as error:
                self.failed = str(error)
                output.say(f"lossledger: the webhook was not told: {error}")
                return
            self._outbox.done(webhook, [name])


def _tell_line(one: "Looked") -> None:
    if one.failed is not None:
        output.say(f"{one.feed.source}: {one.failed}; again at {one.next_at:%Y-%m-%d %H:%M} UTC")
    else:
        texts = "1 new text" if one.texts == 1 else f"{one.texts:,} new texts"
        words = f"{texts}, {one.claims:,} new claims" if one.texts else "nothing new"
        output.line(f"{one.feed.source}: {words} ({one.feed.address})")
    for skipped in one.skipped:
        output.say(f"  skipped {skipped}")
    worth = [s for s in one.signals if s.kind in ("moved", "restated", "stale", "unread")]
    for signal in worth[:10]:
        output.line(f"  {signal.kind}: {signal.message}")
    if len(worth) > 10:
        output.line(f"  ... and {len(worth) - 10:,} more (--json shows all)")


def _looked_json(one: "Looked") -> dict[str, Any]:
    return {
        "source": one.feed.source,
        "kind": one.feed.kind,
        "address": one.feed.address,
        "texts": one.texts,
        "claims": one.claims,
        "skipped": list(one.skipped),
        "failed": one.failed,
        "next_at": one.next_at,
        "signals": [signal.as_json() for signal in one.signals],
    }


def _write_atom(path: str, outbox: "Outbox") -> None:
    """The file is replaced in one step, so that a reader never sees half of it."""
    from lossledger.watching import atom_file

    waiting = outbox.waiting(path)
    if not waiting:
        return
    file = Path(path)
    try:
        earlier = file.read_bytes() if file.exists() else b""
        written = atom_file(earlier, [signal for _, some in waiting for signal in some], path)
        draft = file.with_name(f".{file.name}.new")
        draft.write_bytes(written)
        draft.replace(file)
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise BadInput(path, what, "choose another --atom FILE") from error
    outbox.done(path, [name for name, _ in waiting])


def _add_to_warc(path: str, kept: "Iterable[tuple[Document, dict[str, Any]]]") -> None:
    """Records are packed one by one, so that a file may simply grow."""
    from io import BytesIO

    from lossledger.documents.archive import write_archive

    records = BytesIO()
    write_archive(records, ((document, [how]) for document, how in kept))
    try:
        with Path(path).open("ab") as file:
            file.write(records.getvalue())
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise BadInput(path, what, "choose another --warc FILE") from error
