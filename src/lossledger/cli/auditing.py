"""``lossledger audit``: a dataset's cells that cannot be what the source published."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

import click

from lossledger.cli import output
from lossledger.cli.options import (
    as_of_option,
    json_option,
    known_source,
    ledger_option,
    now,
    options,
    quiet_option,
    reading,
)
from lossledger.errors import BadInput
from lossledger.period import kyiv_day

if TYPE_CHECKING:
    from lossledger.audit import Allowed, Correction, CsvForm, Flaw, Layout, Posts, Sheet
    from lossledger.model import Figure

EXAMPLES = """\b
Examples:
  lossledger audit russia_losses_equipment.json
  lossledger audit losses.csv --mapping losses.toml --fail-on warning
  lossledger audit russia_losses_equipment.json --against ua_general_staff --allow known.toml
  lossledger audit --git . --path data/russia_losses_equipment.json --json

Exit codes: 0 nothing found, 1 something does not hold, 2 it could not be done.
"""
MOST = 200
"""So many findings are shown as a table; --json gives them all."""

sieve = options(
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning"]),
        default="error",
        show_default=True,
        help="From which level on the exit code is 1.",
    ),
    click.option("--allow", metavar="FILE", help="Findings that were looked at and stand (TOML)."),
)
forms = options(
    click.option("--source", metavar="ID", help="Whose form it has. [default: by its columns]"),
    click.option("--mapping", metavar="FILE", help="What the columns of a CSV file are (TOML)."),
    click.option("--declared", metavar="FILE", help="Changes that the dataset's keepers declare."),
)


@click.command("audit", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[DATASET...]")
@options(
    click.option("--against", metavar="ID", help="Compare with the posts of this claimant."),
    click.option("--git", "repository", metavar="REPO", help="Audit a file's committed versions."),
    click.option("--path", "file", metavar="FILE", help="That file, from the repository's root."),
    click.option("--changes", is_flag=True, help="With --git: tell plausible changes, too."),
    forms,
    sieve,
    as_of_option,
    ledger_option,
    json_option,
    quiet_option,
)
def audit_command(
    paths: tuple[str, ...],
    against: str | None,
    repository: str | None,
    file: str | None,
    changes: bool,
    source: str | None,
    mapping: str | None,
    declared: str | None,
    fail_on: str,
    allow: str | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """List the cells of a dataset that cannot be what the source published.

    DATASET is a JSON list of dated records, a CSV file with --mapping, JSON Lines of posts or of
    claims, an exported ledger, or - for standard input. Each finding names the record, the
    field, the probable cause and what belongs there. Totals that the source itself restated are
    told apart from slips. With --git every committed version is judged with only what was known
    then.
    """
    if (repository is None) != (file is None) or (repository is None) == (not paths):
        raise click.UsageError("give DATASET..., or --git REPO with --path FILE")
    key, claimant = known_source(source), known_source(against)
    moment = as_of or now()
    allowed, form = _allowed(allow), _csv_form(mapping)
    if repository is not None and file is not None:
        silent = quiet or as_json
        found = _history(repository, file, key, form, claimant, changes, where, silent)
    else:
        found = _files(paths, key, form, claimant, declared, moment, where)
    return _tell(found, allowed, fail_on, as_json, quiet)


def _files(
    paths: Iterable[str],
    source: str | None,
    form: "CsvForm | None",
    claimant: str | None,
    declared: str | None,
    moment: datetime,
    where: str | None,
) -> "Iterator[Flaw]":
    from lossledger.audit import audit
    from lossledger.auditing import sheets_in

    for path in paths:
        stdin = sys.stdin.buffer.read() if path == "-" else b""
        for sheet in sheets_in(path, source=source, form=form, stdin=stdin, now=moment):
            posts, before, correction = _reports(sheet.layout, claimant, moment, where)
            yield from audit(
                sheet,
                today=kyiv_day(moment),
                posts=posts,
                before=before,
                correction=correction,
                declared_changes=_declared(declared, sheet),
            )


def _reports(
    layout: "Layout", claimant: str | None, moment: datetime, where: str | None
) -> "tuple[Posts, Posts, Correction]":
    """The claimant's reports, those that days before may be taken from, its known mistakes."""
    from lossledger.auditing import baselines_of, corrections_of, posts_of

    correction = corrections_of(claimant or layout.claimant)
    if claimant is None:
        return {}, {}, correction
    with reading(where, moment) as ledger:

        def figures(metric: str, party: str | None, said_by: str) -> "list[Figure]":
            return ledger.figures(metric, party, said_by, as_of=moment)

        posts = posts_of(figures, claimant, layout)
        return posts, baselines_of(figures, claimant, layout), correction


def _declared(path: str | None, sheet: "Sheet") -> "frozenset[tuple[str, str]]":
    from lossledger.audit import declared
    from lossledger.auditing import content_of

    return declared(content_of(path), path, sheet.layout.dated) if path else frozenset()


def _history(
    repository: str,
    file: str,
    source: str | None,
    form: "CsvForm | None",
    claimant: str | None,
    changes: bool,
    where: str | None,
    silent: bool,
) -> "Iterator[Flaw]":
    from lossledger.audit import replay
    from lossledger.auditing import history
    from lossledger.documents.history import committed_versions

    count, committed = committed_versions(repository, file)
    layout, read, versions = history(committed, file, source, form)
    posts, _, correction = _reports(layout, claimant, now(), where)
    with output.progress(f"{count} versions", quiet=silent) as advance:
        replayed = replay(versions, read, posts=posts, correction=correction, changes=changes)
        for number, version in enumerate(replayed, 1):
            advance(number, count)
            yield from version.flaws


def _tell(
    flaws: "Iterable[Flaw]",
    allowed: "tuple[Allowed, ...]",
    fail_on: str,
    as_json: bool,
    quiet: bool,
) -> int:
    """Show the findings and give the exit code."""
    from lossledger.audit import spread, without_allowed

    left, unused = without_allowed(flaws, allowed)
    if as_json:
        for flaw in left:
            for one in spread(flaw):
                output.json_line(one.as_json())
    elif not quiet:
        _table(left)
    for entry in unused:
        output.say(f"lossledger: the allow-list has an entry that fits nothing: {entry}")
    failing = ("error",) if fail_on == "error" else ("error", "warning")
    return int(any(flaw.level in failing for flaw in left))


def _table(flaws: "list[Flaw]") -> None:
    """One table a file, what is worst first, and how many there are of each level."""
    from lossledger.audit import LEVELS

    counts = Counter(flaw.level for flaw in flaws)
    ordered = sorted(flaws, key=lambda f: (f.file, LEVELS.index(f.level)))
    for file, found in groupby(ordered[:MOST], key=lambda f: f.file):
        rows = ((f.level, _record(f), (f.cause or "-").replace("_", " "), f.message) for f in found)
        output.table(("level", "record", "cause", "finding"), rows, title=file)
    if len(flaws) > MOST:
        output.line(f"… and {len(flaws) - MOST:,} more; --json gives them all")
    words = [f"{counts[k]:,} {k}{'s' * (counts[k] != 1)}" for k in LEVELS if counts[k]]
    output.line(", ".join(words) or "nothing found")


def _record(flaw: "Flaw") -> str:
    record = "file" if flaw.record is None else str(flaw.record)
    return f"{flaw.version[:10]} {record}" if flaw.version else record


def _allowed(path: str | None) -> "tuple[Allowed, ...]":
    from lossledger.audit import allow_list

    return allow_list(_text(path), path) if path else ()


def _csv_form(path: str | None) -> "CsvForm | None":
    from lossledger.audit import csv_form

    return csv_form(_text(path), path) if path else None


def _text(path: str) -> str:
    from lossledger.auditing import content_of

    try:
        return content_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(path, "is not UTF-8 text") from error
