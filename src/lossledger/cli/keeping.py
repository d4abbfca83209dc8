"""``history``, ``mark``, ``retract``, ``import-ledger``: the story of figures, and the moving."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lossledger.cli import output
from lossledger.cli.options import (
    Day,
    Decorator,
    as_of_option,
    claimant_option,
    json_option,
    known_party,
    known_source,
    ledger_option,
    now,
    options,
    party_option,
    quiet_option,
    reading,
    writing,
)
from lossledger.errors import BadInput, NotFound

if TYPE_CHECKING:
    from lossledger.ledger import Event, Mark

KINDS = ("restated", "mirror_corrected", "misread", "retracted", "reinstated", "decided")

HISTORY_EXAMPLES = """\b
Examples:
  lossledger history 1a2b3c4d                  a claim, what replaced it, and who said so
  lossledger history --series personnel --date 2024-02-22
"""
MARK_EXAMPLES = """\b
Examples:
  lossledger mark 1a2b3c4d --kind misread --reason "read 661 for 666" --by "N. Desk"
  lossledger mark 1a2b3c4d --kind restated --reason "declared" --by desk --replacement 5e6f7a8b
"""
RETRACT_EXAMPLES = """\b
Examples:
  lossledger retract 1a2b3c4d --reason "the page was withdrawn" --by "N. Desk"
"""
IMPORT_EXAMPLES = """\b
Examples:
  lossledger import-ledger ledger.jsonl --ledger copy.sqlite
  lossledger export --all-texts | lossledger import-ledger - --ledger copy.sqlite
"""


@click.command("history", epilog=HISTORY_EXAMPLES)
@click.argument("claim", required=False)
@options(
    click.option("--series", "metric", metavar="METRIC", help="A figure of this series instead."),
    click.option("--date", "day", type=Day(), help="Its report date."),
    party_option,
    claimant_option,
    as_of_option,
    ledger_option,
    json_option,
)
def history_command(
    claim: str | None,
    metric: str | None,
    day: date | None,
    party: str | None,
    claimant: str | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
) -> None:
    """Show the whole story of a figure: every value, when it was recorded, what replaced it, why.

    CLAIM is an id or its beginning. A figure that was replaced or retracted stays in the story.
    """
    if (claim is None) == (metric is None) or (metric is None) != (day is None):
        raise click.UsageError("give the id of a CLAIM, or --series METRIC --date DAY")
    with reading(where, as_of) as ledger:
        if claim is not None:
            events = ledger.history(claim, as_of=as_of)
        else:
            events = _of_day(ledger, str(metric), day, party, claimant, as_of)
        if not events:
            raise NotFound(ledger.where, f"no claim of {metric} with a report date of {day}")
    if as_json:
        for event in events:
            output.json_line(event_json(event))
        return
    columns = ("recorded", "what", "figure", "claim", "by", "why")
    output.table(columns, map(_event_row, events), right=("figure",))


def _of_day(
    ledger: Any,
    metric: str,
    day: date | None,
    party: str | None,
    claimant: str | None,
    as_of: datetime | None,
) -> "list[Event]":
    from lossledger.desk import require_metric

    require_metric(metric)
    found: list[Event] = ledger.history_of_day(
        metric, day, party=known_party(party), claimant=known_source(claimant), as_of=as_of
    )
    return found


def event_json(event: "Event") -> dict[str, Any]:
    """A step of a story: when, what, the claim it is about, and the mark with its reason."""
    mark = event.mark
    return {
        "recorded_at": event.recorded_at,
        "kind": event.kind,
        "claim": event.claim.as_json(),
        "mark": None if mark is None else mark._asdict(),
    }


def _event_row(event: "Event") -> tuple[str, ...]:
    claim, mark = event.claim, event.mark
    who = mark.by if mark else claim.claimant or "unattributed"
    why = f"in {claim.outlet or claim.document[:8]}, report of {claim.report_date}"
    if mark is not None:
        why = mark.reason + (f" (now {mark.replacement[:12]})" if mark.replacement else "")
    moment = f"{event.recorded_at:%Y-%m-%d %H:%M:%S}"
    kind = event.kind.replace("_", " ")
    return moment, kind, str(claim.quantity), claim.id[:12], who, why


def _mark_options(kind: bool) -> Decorator:
    kinds = click.option("--kind", type=click.Choice(KINDS), required=True, help="What it is.")
    instead = click.option("--replacement", metavar="CLAIM", help="The claim in its place.")
    shared = (
        click.option("--reason", required=True, help="Why, in a sentence."),
        click.option("--by", metavar="NAME", required=True, help="Who says so."),
        ledger_option,
        json_option,
        quiet_option,
    )
    return options(*((kinds, instead) if kind else ()), *shared)


@click.command("mark", epilog=MARK_EXAMPLES)
@click.argument("claim")
@_mark_options(True)
def mark_command(
    claim: str,
    kind: str,
    replacement: str | None,
    reason: str,
    by: str,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Put a mark on a claim: a restatement, a correction, an error of ours, or a decision.

    The claim stays as it is, and answers as of an earlier moment stay as they were. From now on
    a claim that is restated, mirror_corrected, misread or retracted is left out of series;
    reinstated puts it back; decided keeps a person's judgement beside it.
    """
    _mark(claim, kind, replacement, reason, by, where, as_json, quiet)


@click.command("retract", epilog=RETRACT_EXAMPLES)
@click.argument("claim")
@_mark_options(False)
def retract_command(
    claim: str, reason: str, by: str, where: str | None, as_json: bool, quiet: bool
) -> None:
    """Withdraw a claim: it stays in the ledger with a tombstone, and out of series.

    To put it back: lossledger mark CLAIM --kind reinstated.
    """
    _mark(claim, "retracted", None, reason, by, where, as_json, quiet)


def _mark(
    claim: str,
    kind: str,
    replacement: str | None,
    reason: str,
    by: str,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    from lossledger.ledger import Mark

    with reading(where):
        pass  # a ledger that is not there is told, not made
    with writing(where) as ledger:
        key = ledger.claim(claim).id
        instead = ledger.claim(replacement).id if replacement else None
        if instead == key:
            raise click.UsageError("a claim cannot be its own replacement")
        mark = Mark(kind, key, reason, by, instead)
        new = ledger.mark(mark, recorded_at=now())
        said = [held for held in ledger.marks([key]) if held._replace(recorded_at=None) == mark]
    if as_json:
        output.json_line({**said[-1]._asdict(), "new": new})
    elif not quiet:
        _tell_mark(said[-1], new)


def _tell_mark(mark: "Mark", new: bool) -> None:
    words = f"{mark.claim[:12]}: {mark.kind.replace('_', ' ')} by {mark.by}: {mark.reason}"
    if not new:
        words += f" (known since {mark.recorded_at}; give another reason to say it again)"
    output.line(words)


@click.command("import-ledger", epilog=IMPORT_EXAMPLES)
@click.argument("file")
@options(ledger_option, json_option, quiet_option)
def import_ledger_command(file: str, where: str | None, as_json: bool, quiet: bool) -> None:
    """Read an exported ledger into this one: the same ids, moments and root hash, or nothing.

    The ledger must be new, or hold the beginning of the same log. FILE - is standard input.
    """
    with _lines(file) as lines, writing(where) as ledger, output.progress("reading", quiet=quiet):
        size = ledger.import_lines(lines, where=file)
        head = ledger.head()
        place = ledger.where
    root = head.root if head else ""
    if as_json:
        output.json_line({"ledger": place, "rows": size, "root": root})
    elif not quiet:
        output.line(f"{place}: {size:,} rows" + (f", root {root[:16]}" if root else ""))


@contextmanager
def _lines(path: str) -> Iterator[Iterable[str]]:
    """The lines of a file, with a plain word where it cannot be read."""
    try:
        if path == "-":
            yield (line.decode() for line in sys.stdin.buffer)
            return
        with Path(path).open(encoding="utf-8", newline="\n") as file:
            yield file
    except UnicodeDecodeError as error:
        raise BadInput(path, "is not UTF-8 text", "give a file of lossledger export") from error
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise BadInput(path, what, "check the path") from error
