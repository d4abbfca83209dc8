"""``lossledger export``: the whole ledger with its proofs, or its claims as open data."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

import click

from lossledger.cli import output
from lossledger.cli.options import (
    Day,
    as_of_option,
    claimant_option,
    complete_metric,
    json_option,
    known_party,
    known_source,
    ledger_option,
    options,
    party_option,
    quiet_option,
    reading,
)
from lossledger.errors import BadInput
from lossledger.model import Document, Json

WHOLE = "jsonl"
"""The form that holds the whole ledger; all others hold claims."""
ARCHIVE = "warc"
"""The form that holds the texts as they were got: evidence to hand on."""
FORMS = (WHOLE, ARCHIVE, "csv", "jsonl-claims", "parquet", "sqlite", "datapackage")
"""``WHOLE``, ``ARCHIVE`` and ``export.FORMATS``, which is not imported before it is used."""

EXAMPLES = """\b
Examples:
  lossledger export --out ledger.jsonl
  lossledger export --all-texts --ledger postgresql://desk@host/war > whole.jsonl
  python verify/lossledger_verify.py ledger.jsonl
  lossledger export --format warc --all-texts --out evidence.warc.gz
  lossledger export --format csv --metric personnel --since 2024-02-01 > claims.csv
  lossledger export --format sqlite --out claims.db && datasette claims.db -m metadata.json
  lossledger export --format datapackage --out package
  lossledger export --from-csv claims.csv --format parquet --out claims.parquet
"""


class Wanted(NamedTuple):
    """Which claims to write; ``None`` is all of them."""

    metric: str | None
    party: str | None
    claimant: str | None
    since: date | None
    until: date | None
    as_of: datetime | None


@click.command("export", epilog=EXAMPLES)
@options(
    click.option("--format", "form", type=click.Choice(FORMS), default=WHOLE, show_default=True,
                 help="jsonl is the whole ledger, warc its texts, all others its claims as rows."),
    click.option("--out", metavar="PATH",
                 help="Where to write; a folder for datapackage. [default: standard output]"),
    click.option("--all-texts", is_flag=True,
                 help="Whole texts of everyone too: to move your own ledger, not to publish."),
    click.option("--metric", metavar="METRIC", help="Only claims of this metric.",
                 shell_complete=complete_metric),
    party_option,
    claimant_option,
    click.option("--since", type=Day(), help="Only claims of this day or later."),
    click.option("--until", type=Day(), help="Only claims of this day or earlier."),
    as_of_option,
    click.option("--from-csv", "rows_from", metavar="FILE",
                 help="Take the claims of an exported CSV instead of a ledger's."),
    ledger_option,
    json_option,
    quiet_option,
)  # fmt: skip
def export_command(
    form: str,
    out: str | None,
    all_texts: bool,
    metric: str | None,
    party: str | None,
    claimant: str | None,
    since: date | None,
    until: date | None,
    as_of: datetime | None,
    rows_from: str | None,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Write the whole ledger with everything that proves it, or its claims as open data.

    The form jsonl holds ids, moments, hashes and heads. Others' texts do not go along, only
    quotes, places and hashes, unless the source's table says that its licence allows it. Read it
    back with import-ledger: the same ids, the same root.

    The form warc holds the texts that go along, each with how it was got, as a web archive that
    lossledger read and other tools open.

    The other forms hold one row a claim, never a text: csv, jsonl-claims, parquet, sqlite (with a
    metadata.json for Datasette) and datapackage (with its schema, a citation and checksums). In
    CSV, cells that a spreadsheet would run are made harmless; --from-csv reads them as they were.
    """
    wanted = Wanted(metric, known_party(party), known_source(claimant), since, until, as_of)
    if form == WHOLE:
        if _chooses(wanted, rows_from):
            raise click.UsageError(f"{WHOLE} is the whole ledger; choose claims with --format csv")
        told = _whole(out, all_texts, as_of, where, quiet)
    elif form == ARCHIVE:
        if _chooses(wanted, rows_from):
            raise click.UsageError(f"{ARCHIVE} is all texts; choose claims with --format csv")
        told = _archive(out, all_texts, as_of, where, quiet)
    elif all_texts:
        raise click.UsageError(f"--all-texts belongs to --format {WHOLE} or {ARCHIVE}")
    else:
        told = _claims(form, out, wanted, rows_from, where)
    if as_json and told["files"]:
        output.json_line(told)
    elif told["files"] and not quiet:
        root = f", root {told['root'][:16]}" if told.get("root") else ""
        things = "texts" if form == ARCHIVE else "rows"
        output.line(f"{', '.join(told['files'])}: {told['rows']:,} {things}{root}")


def _chooses(wanted: Wanted, rows_from: str | None) -> bool:
    """Whether claims are chosen, by something else than when they were known."""
    return any(value is not None for value in (*wanted._replace(as_of=None), rows_from))


def _whole(
    out: str | None, all_texts: bool, as_of: datetime | None, where: str | None, quiet: bool
) -> dict[str, Any]:
    """The ledger as JSON Lines: the files written, the number of rows and the root."""
    from lossledger.sources import shares_whole_texts

    def goes_along(document: dict[str, Any]) -> bool:
        return all_texts or shares_whole_texts(document["outlet"])

    with reading(where, as_of) as ledger:
        head = ledger.head()
        total = head.size if head else 0
        with _target(out) as file, output.progress("writing", quiet=quiet) as advance:
            for number, line in enumerate(ledger.export(goes_along)):
                file.write(f"{line}\n".encode())
                if number % 1000 == 0:
                    advance(min(number, total), total)
    files = [] if out in (None, "-") else [out]
    return {"files": files, "rows": total, "root": head.root if head else None}


def _archive(
    out: str | None, all_texts: bool, as_of: datetime | None, where: str | None, quiet: bool
) -> dict[str, Any]:
    """The texts as a web archive: the files written and the number of texts."""
    from lossledger.documents.archive import write_archive
    from lossledger.sources import shares_whole_texts

    with reading(where, as_of) as ledger, output.progress("writing", quiet=quiet) as advance:
        chosen = [h for h in ledger.documents() if all_texts or shares_whole_texts(h.outlet)]

        def held() -> Iterator[tuple[Document, list[Json]]]:
            for number, one in enumerate(chosen):
                advance(number, len(chosen))
                document = ledger.document(one.id)
                if document.content:
                    yield document, [how for how, _ in ledger.fetches(one.id)]

        with _target(out) as file:
            written = write_archive(file, held())
    return {"files": [] if out in (None, "-") else [out], "rows": written}


def _claims(
    form: str, out: str | None, wanted: Wanted, rows_from: str | None, where: str | None
) -> dict[str, Any]:
    """Claims as rows: the files written and the number of rows."""
    from lossledger.export import TEXTS, text_of, write_rows

    if out in (None, "-") and form not in TEXTS:
        raise click.UsageError(f"{form} needs a place: --out PATH")
    rows = list(_rows(wanted, rows_from, where))
    if out is None or out == "-":
        with _target(None) as file:
            file.write(text_of(rows, form))
        return {"files": [], "rows": len(rows)}
    files = write_rows(rows, form, Path(out))
    return {"files": [str(file) for file in files], "rows": len(rows)}


def _rows(wanted: Wanted, rows_from: str | None, where: str | None) -> Iterable[Mapping[str, Any]]:
    from lossledger.export import claim_row, read_csv

    if rows_from is not None:
        if any(value is not None for value in wanted):
            raise click.UsageError("--from-csv gives every row of the file, without a choice")
        return read_csv(Path(rows_from))
    if wanted.metric is not None:
        from lossledger.desk import require_metric

        require_metric(wanted.metric)
    with reading(where, wanted.as_of) as ledger:
        found = ledger.claims(**wanted._asdict())
    return (claim_row(claim) for claim in found)


@contextmanager
def _target(out: str | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that is there only when all of it was written."""
    if out is None or out == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(out)
    draft = path if path.exists() and not path.is_file() else path.with_name(f".{path.name}.new")
    try:
        with draft.open("wb") as file:
            yield file
        if draft != path:
            draft.replace(path)
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise BadInput(out, what, "choose another place with --out") from error
    finally:
        if draft != path:
            draft.unlink(missing_ok=True)
