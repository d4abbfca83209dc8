"""``lossledger check``: a verdict for every number of a story, its cause and the arithmetic."""

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from lossledger.cli import output
from lossledger.cli.options import (
    Moment,
    known_source,
    ledger_option,
    local_option,
    now,
    options,
    published_option,
    quiet_option,
    reading,
    source_option,
)
from lossledger.errors import LossledgerError

if TYPE_CHECKING:
    from lossledger.checked import CheckedStory
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

COLOURS = {"holds": "green", "open": "yellow", "off": "red"}


def _form(name: str, words: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(f"--{name}", "form", flag_value=name, help=words)


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
    _form("json", "One JSON object a story."),
    _form("markdown", "Markdown."),
    _form("html", "A page: the story with marks in the margin."),
    _form("sarif", "SARIF 2.1.0, for editors and CI."),
    _form("claimreview", "schema.org ClaimReview with our record, one a figure a line."),
    local_option,
    ledger_option,
    quiet_option,
)
def check_command(
    paths: tuple[str, ...],
    published: datetime | None,
    source: str | None,
    as_of: datetime | None,
    off_only: bool,
    form: str | None,
    allow_local: bool,
    where: str | None,
    quiet: bool,
) -> int:
    """Check the figures of stories against what was published.

    STORY is a text, Markdown or HTML file, an https:// address, or - for standard input. Every
    number gets its claimant, a verdict, the named cause when it is off, the arithmetic with report
    dates, and the reports it rests on. "Reproduced" means that it matches what the claimant
    published, never that it is true. A story without a date gets the day its figures belong to.
    """
    from lossledger.desk import Shelf, check_story

    key = known_source(source)
    failed = False
    stories: list[CheckedStory] = []
    with reading(where) as ledger:
        shelf = Shelf(ledger)
        for path in paths:
            try:
                for document in _documents(path, published, allow_local):
                    story = check_story(shelf, document, now=now(), as_of=as_of, source=key)
                    stories.append(story)
                    _show(story, form, off_only, quiet)
            except LossledgerError as error:
                if len(paths) == 1:
                    raise
                output.say(f"lossledger: {error}")
                failed = True
    if form == "sarif":
        output.json_line(as_sarif(stories))
    if failed:
        return 2
    return 0 if all(story.holds for story in stories) else 1


def as_sarif(stories: "list[CheckedStory]") -> dict[str, Any]:
    from lossledger import __version__, checked

    return checked.as_sarif(stories, version=__version__)


def _documents(path: str, published: datetime | None, allow_local: bool) -> "list[Document]":
    from lossledger.desk import open_texts

    stdin = sys.stdin.buffer.read() if path == "-" else None
    texts = open_texts(path, now=now(), stdin=stdin, published=published, allow_local=allow_local)
    return [document for document, _ in texts]


def _show(story: "CheckedStory", form: str | None, off_only: bool, quiet: bool) -> None:
    from lossledger import checked

    if form == "json":
        output.json_line(story.as_json())
    elif form == "markdown":
        output.line(checked.as_markdown(story))
    elif form == "html":
        output.line(checked.as_html(story))
    elif form == "claimreview":
        for line in _claim_reviews(story):
            output.json_line(line)
    elif form is None and not quiet:
        for text in _sheet(story, off_only):
            output.line(text)


def _claim_reviews(story: "CheckedStory") -> "Iterator[dict[str, Any]]":
    """Each figure that could be checked as a ClaimReview, with our record beside it."""
    from lossledger.claimreview import UNCHECKED, claim_review, with_record
    from lossledger.period import kyiv_day

    document, today = story.reading.document, kyiv_day(now())
    for finding in story.findings:
        if finding.verdict not in UNCHECKED:
            yield with_record(claim_review(finding, document, on=today), finding)


def _sheet(story: "CheckedStory", off_only: bool) -> Iterator[str]:
    """A story's findings, one block for each number."""
    from lossledger.checked import mark_of

    yield click.style(story.title, bold=True)
    yield story.judged + ("" if story.day else " (give --published DAY)")
    for number, finding in enumerate(story.findings, 1):
        if not off_only or mark_of(finding) == "off":
            yield ""
            yield from _block(number, finding)
    yield ""
    for line in _closing(story):
        yield from wrap(line, width=_width(), subsequent_indent="      ")


def _closing(story: "CheckedStory") -> Iterator[str]:
    """What stands below the blocks: notes, unread numbers, the count of verdicts."""
    for note in story.reading.notes:
        yield f"note: {note.kind.replace('_', ' ')}: {' '.join(note.quote.split())[:200]!r}"
    for lost in story.reading.unread:
        yield f"unread: {lost.quote!r} in {lost.sentence[:100]!r}"
    yield f"{story.counts}; {len(story.reading.ignored)} other numbers ignored"


def _block(number: int, finding: "Finding") -> Iterator[str]:
    from lossledger.checked import mark_of, said
    from lossledger.checked.story import reports, verdict_words

    claim = finding.claim
    shown = click.style(verdict_words(finding), fg=COLOURS[mark_of(finding)], bold=True)
    yield f"{number:>3}. {click.style(claim.quote, bold=True)}  {shown}"
    yield from _field("in", _around(claim))
    yield from _field("says", said(claim))
    yield from _field("why", finding.message)
    if finding.arithmetic:
        yield from _field("sums", finding.arithmetic)
    for report in reports(finding):
        yield from _field("from", report)
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


def _field(name: str, words: str) -> Iterator[str]:
    lines = wrap(words, width=_width() - 12) or [""]
    yield f"     {name:<6} {lines[0]}"
    for rest in lines[1:]:
        yield f"            {rest}"


def _width() -> int:
    from shutil import get_terminal_size

    return max(60, min(get_terminal_size((100, 24)).columns, 120))
