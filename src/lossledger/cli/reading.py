"""``lossledger read``: posts and stories in, every number kept with who said it."""

import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from lossledger import __version__
from lossledger.cli import output
from lossledger.cli.options import (
    Day,
    json_option,
    known_source,
    ledger_option,
    local_option,
    now,
    options,
    published_option,
    quiet_option,
    source_option,
    writing,
)
from lossledger.errors import BadInput
from lossledger.model import Json, Place, Reading

if TYPE_CHECKING:
    from lossledger.documents import Fetched

_PATIENCE = 15.0
"""Seconds that a person waits for a server which says when to ask again."""

EXAMPLES = """\b
Examples:
  lossledger read post.txt --source ua_general_staff --report-date 2024-02-22
  lossledger read posts.jsonl                  one post a line: {"date", "html" or "text"}
  lossledger read story.html --explain --dry-run
  lossledger read https://news.example/story.html
  lossledger read report.pdf mail.eml result.json archive.warc.gz pages.zip
  cat story.txt | lossledger read - --json
"""


@click.command("read", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options(
    source_option,
    click.option("--report-date", type=Day(), help="The day of the report, if its text has none."),
    published_option,
    click.option("--explain", is_flag=True, help="Every number with its fate and the rules."),
    click.option("--dry-run", is_flag=True, help="Read and show, but keep nothing."),
    local_option,
    ledger_option,
    json_option,
    quiet_option,
)
def read_command(
    paths: tuple[str, ...],
    source: str | None,
    report_date: date | None,
    published: datetime | None,
    explain: bool,
    dry_run: bool,
    allow_local: bool,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Read posts and stories, and keep every number in the ledger.

    PATH is a text, Markdown, HTML or PDF file, a JSON Lines file of posts, an e-mail (.eml), a
    chat's export (result.json), a web archive (.warc.gz), a zip or tar file of such files, an
    https:// address (its site's robots rules are kept), or - for standard input.
    Every number of the text becomes a claim, is ignored with a reason, or is listed as unread.
    All files are read before anything is kept; a post in a file of several that cannot be read
    is named and left out; reading the same text again adds nothing.
    """
    key = known_source(source)
    got = _readings(paths, key, report_date, published, allow_local, quiet)
    readings = [reading for reading, how in got if not _is_listing(how)]
    if as_json:
        for reading in readings:
            output.json_line(reading.as_json())
    elif explain:
        for reading in readings:
            _explain(reading)
    if dry_run:
        _tell(readings, None, quiet or as_json)
        return
    with writing(where) as ledger:
        hows = {reading.document.id: how for reading, how in got if how is not None}
        added = ledger.append([reading for reading, _ in got], recorded_at=now(), got=hows)
        for key, how in hows.items():
            if "retrieved_at" in how.get("fetched", how) and "status" in how.get("fetched", how):
                ledger.note_fetch(key, how, recorded_at=now())  # of texts that were known before
    kept = f"kept {added.claims:,} new claims, {added.known:,} known already, in {ledger.where}"
    _tell(readings, kept, quiet or as_json)


def _readings(
    paths: tuple[str, ...],
    source: str | None,
    report_date: date | None,
    published: datetime | None,
    allow_local: bool,
    quiet: bool,
) -> list[tuple[Reading, Json | None]]:
    from lossledger.desk import is_address, open_texts, read_document
    from lossledger.vocabulary.names import source_named

    get = _politely(allow_local) if any(is_address(path) for path in paths) else None
    readings: list[tuple[Reading, Json | None]] = []
    with output.progress("reading", quiet=quiet) as advance:
        for path in paths:
            moment = now()
            texts = open_texts(
                path,
                now=moment,
                stdin=sys.stdin.buffer.read() if path == "-" else None,
                published=published,
                report_date=report_date,
                allow_local=allow_local,
                on_skip=lambda words: output.say(f"skipped {words}", quiet=quiet),
                keep_whole=True,
                get=get,
            )
            many = len(texts) > 1
            for n, (document, how) in enumerate(texts, 1):
                advance(n, len(texts))
                if _is_listing(how):
                    readings.append((Reading(document), how))
                    continue
                try:
                    first = (how or {}).get("forwarded_from")
                    speaker = source_named(first) if isinstance(first, str) else source
                    found = read_document(document, source=speaker, one_of_many=many)
                except BadInput as error:
                    if not many:
                        raise
                    output.say(f"lossledger: left out: {error}")
                    continue
                readings.append((found, how if is_address(path) else _of_file(path, moment, how)))
    return readings


def _of_file(path: str, moment: datetime, how: Json | None) -> Json:
    """How a text of a file was got: where from, when, with what, and what the file says of it."""
    place = "standard input" if path == "-" else path
    own = {"file": place, "retrieved_at": moment.isoformat(), "tool": f"lossledger {__version__}"}
    return own | (how or {})


def _politely(allow_local: bool) -> "Callable[[str], Fetched]":
    """Fetches addresses one after another as a watch does: by the sites' own rules."""
    from lossledger.documents import MAX_BYTES
    from lossledger.watching import Courier

    courier = Courier(now, time.sleep, allow_local=allow_local, pause=1.0, patience=_PATIENCE)
    return lambda address: courier.get(address, max_bytes=MAX_BYTES)


def _is_listing(how: Json | None) -> bool:
    """Whether this is a whole answer that is kept as evidence of the texts in it."""
    return how is not None and bool(how.get("listing"))


def _tell(readings: list[Reading], kept: str | None, quiet: bool) -> None:
    """What was read, in a line or two for each kind of fate."""
    if quiet:
        return
    claims = sum(len(r.claims) for r in readings)
    ignored = Counter(i.reason for r in readings for i in r.ignored)
    unread = [u for r in readings for u in r.unread]
    reasons = ", ".join(f"{reason} {n:,}" for reason, n in ignored.most_common(6))
    texts = "1 text" if len(readings) == 1 else f"{len(readings):,} texts"
    output.line(
        f"{texts}: {claims:,} claims, {sum(ignored.values()):,} numbers ignored"
        + (f" ({reasons})" if reasons else "")
        + f", {len(unread):,} unread"
    )
    for one in unread[:10]:
        output.line(f"  unread: {one.quote!r} in {one.sentence[:100]!r}")
    if len(unread) > 10:
        output.line(f"  ... and {len(unread) - 10:,} more (--json shows all)")
    for reading in readings:
        for note in reading.notes:
            if note.kind == "date_conflict":
                output.line(
                    f"  {reading.document.origin}: dates contradict each other: {note.quote}"
                )
    output.line(kept or "kept nothing (--dry-run)")


def _explain(reading: Reading) -> None:
    """Every number of a text in its order, with what became of it and why."""
    rows: list[tuple[int, tuple[str, str, str]]] = []
    for claim in reading.claims:
        said = f"{claim.claimant or 'unattributed'} on {claim.party or '?'}: {claim.metric}"
        said += f" {claim.quantity}, {claim.period} ({claim.period.kind}), {claim.confidence}"
        doubt = "; needs a person" if claim.confidence == "low" else ""
        rules = ", ".join(claim.rules) + doubt
        rows.append((claim.span.start, (claim.quote, said, rules)))
    for number in reading.ignored:
        left = "ignored" + (f", said by {number.claimant}" if number.claimant else "")
        rows.append((number.span.start, (number.quote, left, number.reason)))
    for lost in reading.unread:
        left = "UNREAD" + (f", said by {lost.claimant}" if lost.claimant else "")
        rows.append((lost.span.start, (lost.quote, left, "no rule could place it")))
    output.table(
        ("number", "fate", "rules"),
        (row for _, row in sorted(rows)),
        title=reading.document.title or reading.document.origin,
    )
    for note in reading.notes:
        output.line(f"note: {note.kind}: {note.quote!r} ({note.speaker or 'nobody named'})")
    noted = {note.kind for note in reading.notes}
    for one in reading.statements:
        if one.kind not in noted:
            places = "; ".join(_where(place) for place in one.places)
            said = f"{one.kind}: {one.quote[:100]!r} ({one.claimant or 'nobody named'})"
            output.line(said + (f", places: {places}" if places else ""))


def _where(place: Place) -> str:
    several = f"one of {len(place.candidates)}" if place.ambiguous else None
    return f"{place.name} ({place.id or several or place.kind})"
