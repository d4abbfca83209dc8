"""``lossledger check``: a verdict for every number of a story, its cause and the arithmetic."""

import sys
from collections.abc import Iterator
from datetime import datetime
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from lossledger.cli import output
from lossledger.cli.options import (
    Moment,
    json_option,
    known_source,
    ledger_option,
    now,
    options,
    published_option,
    quiet_option,
    reading,
    source_option,
)
from lossledger.errors import LossledgerError

if TYPE_CHECKING:
    from lossledger.desk import CheckedStory
    from lossledger.model import Claim, Document, Finding

EXAMPLES = """\b
Examples:
  lossledger check story.txt --published 2024-02-22
  lossledger check *.html --json
  pbpaste | lossledger check -

Exit codes: 0 every figure holds, 1 something does not, 2 it could not be checked.
"""
EXCERPT = 170
"""So many characters of a sentence are shown around its number."""

COLOURS = {
    "reproduced": "green",
    "consistent": "green",
    "not_in_ledger": "yellow",
    "not_checkable": "yellow",
}


@click.command("check", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="STORY...")
@options(
    published_option,
    source_option,
    click.option(
        "--as-of",
        type=Moment(),
        help="Judge by what was known at this moment, or now. [default: on the story's day]",
    ),
    click.option("--off-only", is_flag=True, help="Show only what does not hold."),
    ledger_option,
    json_option,
    quiet_option,
)
def check_command(
    paths: tuple[str, ...],
    published: datetime | None,
    source: str | None,
    as_of: datetime | None,
    off_only: bool,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """Check the figures of stories against what was published.

    STORY is a text, Markdown or HTML file, or - for standard input. Every number gets its
    claimant, a verdict, the named cause when it is off, the arithmetic with report dates, and the
    reports it rests on. "Reproduced" means that it matches what the claimant published, never
    that it is true. A story without a date gets the day its figures belong to.
    """
    from lossledger.desk import check_story

    key = known_source(source)
    worst = 0
    with reading(where) as ledger:
        for path in paths:
            try:
                for document in _documents(path, published):
                    story = check_story(ledger, document, now=now(), as_of=as_of, source=key)
                    _show(story, as_json, off_only, quiet)
                    worst = max(worst, 0 if story.holds else 1)
            except LossledgerError as error:
                if len(paths) == 1:
                    raise
                output.say(f"lossledger: {error}")
                worst = 2
    return worst


def _documents(path: str, published: datetime | None) -> "list[Document]":
    from lossledger.documents import open_documents

    stdin = sys.stdin.buffer.read() if path == "-" else None
    return list(open_documents(path, stdin=stdin, retrieved_at=now(), published_at=published))


def _show(story: "CheckedStory", as_json: bool, off_only: bool, quiet: bool) -> None:
    if as_json:
        output.json_line(story.as_json())
    elif not quiet:
        for text in _sheet(story, off_only):
            output.line(text)


def _sheet(story: "CheckedStory", off_only: bool) -> Iterator[str]:
    """A story's findings, one block for each number."""
    from lossledger.checks import summary
    from lossledger.model import OFF

    document = story.reading.document
    yield click.style(document.title or document.origin, bold=True)
    if story.day is None:
        yield "of unknown date (give --published DAY)"
    else:
        known_by = f"judged by what was known by {story.as_of:%d %b %Y}"
        yield f"of {story.day} ({story.day_from}), {known_by}"
    for number, finding in enumerate(story.findings, 1):
        if not off_only or finding.verdict in OFF:
            yield ""
            yield from _block(number, finding)
    yield ""
    for note in story.reading.notes:
        yield f"note: {note.kind.replace('_', ' ')}: {' '.join(note.quote.split())[:200]!r}"
    for lost in story.reading.unread:
        yield f"unread: {lost.quote!r} in {lost.sentence[:100]!r}"
    counts = ", ".join(f"{n} {v.replace('_', ' ')}" for v, n in summary(story.findings).items())
    ignored = len(story.reading.ignored)
    yield f"{len(story.findings)} figures: {counts or 'none'}; {ignored} other numbers ignored"


def _block(number: int, finding: "Finding") -> Iterator[str]:
    claim = finding.claim
    verdict = finding.verdict.replace("_", " ")
    shown = click.style(verdict, fg=COLOURS.get(finding.verdict, "red"), bold=True)
    cause = f": {finding.cause.replace('_', ' ')}" if finding.cause else ""
    yield f"{number:>3}. {click.style(claim.quote, bold=True)}  {shown}{cause}"
    yield from _field("in", _around(claim))
    yield from _field("says", _said(claim))
    yield from _field("why", finding.message)
    if finding.arithmetic:
        yield from _field("sums", finding.arithmetic)
    if finding.reports:
        used = (
            f"{report.source}, {report.report_date}: {report.value:,} [{report.claim[:12]}]"
            for report in finding.reports
        )
        yield from _field("from", "; ".join(used))
    if finding.suggestion:
        yield from _field("write", finding.suggestion)


def _around(claim: "Claim") -> str:
    """The sentence, cut around the number where it is long."""
    words = " ".join(claim.sentence.split())
    place = max(0, words.find(claim.quote))
    if len(words) <= EXCERPT or place < 0:
        return words
    start = max(0, min(place - EXCERPT // 2, len(words) - EXCERPT))
    cut = words[start : start + EXCERPT]
    before, after = "… " if start else "", " …" if start + EXCERPT < len(words) else ""
    return f"{before}{cut.partition(' ')[2] if start else cut}{after}"


def _said(claim: "Claim") -> str:
    """Who says what about whom, in one line."""
    from lossledger.vocabulary import sources
    from lossledger.vocabulary.lexicon import lexicon

    labels = lexicon("en").labels
    known = sources().get(claim.claimant or "")
    who = known.name if known else claim.claimant or "nobody named (unattributed)"
    through = f", passed on by {', '.join(claim.relays)}" if claim.relays else ""
    scope = f" ({' and '.join(claim.scope)})" if claim.scope else ""
    party = labels.get(claim.party or "", claim.party or "party unknown")
    what = labels.get(claim.metric, claim.metric)
    stance = "" if claim.stance == "asserted" else f" [{claim.stance}]"
    return f"{who}{through}: {party}, {what}{scope}, {claim.quantity}, {_days(claim)}{stance}"


def _days(claim: "Claim") -> str:
    if claim.period.kind == "cumulative":
        return f"in all, to {claim.period.end or 'a day not said'}"
    return str(claim.period)


def _field(name: str, words: str) -> Iterator[str]:
    lines = wrap(words, width=_width() - 12) or [""]
    yield f"     {name:<6} {lines[0]}"
    for rest in lines[1:]:
        yield f"            {rest}"


def _width() -> int:
    from shutil import get_terminal_size

    return max(60, min(get_terminal_size((100, 24)).columns, 120))
