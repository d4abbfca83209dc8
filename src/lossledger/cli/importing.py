"""``lossledger import`` and ``lossledger pull``: whole datasets, all of a file or nothing."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lossledger.cli import output
from lossledger.cli.options import known_source, ledger_option, now, options, quiet_option, writing
from lossledger.errors import BadInput
from lossledger.model import Document, Reading
from lossledger.period import kyiv_day

if TYPE_CHECKING:
    from lossledger.documents import Fetched

EXAMPLES = """\b
Examples:
  lossledger import russia_losses_personnel.json russia_losses_equipment.json --source daily_mirror
  lossledger pull daily-mirror
"""


@click.command("import", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options(
    click.option("--source", required=True, metavar="ID", help="Whose dataset it is."),
    ledger_option,
    quiet_option,
)
def import_command(paths: tuple[str, ...], source: str, where: str | None, quiet: bool) -> None:
    """Import a dataset into the ledger: every cell a claim of its claimant.

    The form of the columns stands in the source's table. A fault anywhere in a file is one line
    that names file, record and field, and nothing of that file is kept. Importing the same file
    again adds nothing.
    """
    key = known_source(source)
    assert key is not None
    moment = now()
    documents = [_document(path, key, moment) for path in paths]
    _keep(documents, key, moment, where, quiet)


@click.command("pull", epilog=EXAMPLES)
@click.argument("source", metavar="SOURCE")
@options(
    click.option("--timeout", type=float, default=60.0, show_default=True, help="Seconds a file."),
    click.option("--allow-http", is_flag=True, help="Plain HTTP too, for a server of your own."),
    click.option("--from", "base", metavar="URL", help="Fetch the same files from this folder."),
    ledger_option,
    quiet_option,
)
def pull_command(
    source: str, timeout: float, allow_http: bool, base: str | None, where: str | None, quiet: bool
) -> None:
    """Fetch a source's dataset from the address in its table and import it.

    One GET a file, over HTTPS, limited in size and time. All files are fetched and read before
    anything is kept.
    """
    from lossledger.documents import fetch
    from lossledger.sources import LARGEST_FILE, dataset_document, folder

    key = known_source(source)
    assert key is not None
    files = folder(key).files
    if not files:
        raise BadInput(f"source {key}", "has no address to fetch from", "use lossledger import")
    moment = now()
    documents = []
    got: list[tuple[str, Fetched]] = []
    for file in files:
        address = f"{base.rstrip('/')}/{file.name}" if base else file.address
        output.say(f"fetching {address}", quiet=quiet)
        answer = fetch(
            address,
            retrieved_at=moment,
            max_bytes=LARGEST_FILE,
            timeout=timeout,
            allow_http=allow_http,
        )
        document = dataset_document(answer.content, address, key, retrieved_at=moment)
        documents.append(document)
        got.append((document.id, answer))
    _keep(documents, key, moment, where, quiet, got)


def _document(path: str, source: str, moment: datetime) -> Document:
    from lossledger.sources import LARGEST_FILE, dataset_document

    try:
        if Path(path).stat().st_size > LARGEST_FILE:
            what = f"larger than {LARGEST_FILE // 2**20} MiB"
            raise BadInput(path, what, "give the dataset's own file")
        content = Path(path).read_bytes()
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise BadInput(path, what, "check the path") from error
    return dataset_document(content, path, source, retrieved_at=moment)


def _keep(
    documents: list[Document],
    source: str,
    moment: datetime,
    where: str | None,
    quiet: bool,
    got: "list[tuple[str, Fetched]] | None" = None,
) -> None:
    """Read every dataset, then keep them all at once."""
    from lossledger.sources import read_dataset

    readings: list[Reading] = []
    with output.progress("reading", quiet=quiet) as advance:
        for document in documents:
            readings.append(
                read_dataset(document, source, today=kyiv_day(moment), on_progress=advance)
            )
    total = sum(len(reading.claims) for reading in readings)
    with writing(where) as ledger, output.progress("keeping", quiet=quiet) as advance:
        added = ledger.append(
            readings, recorded_at=moment, on_progress=lambda done: advance(done, total)
        )
        for document_id, answer in got or ():
            how = {
                "url": answer.url,
                "final_url": answer.final_url,
                "status": answer.status,
                "headers": [list(pair) for pair in answer.headers],
                "retrieved_at": answer.retrieved_at.isoformat(),
            }
            ledger.note_fetch(document_id, how, recorded_at=moment)
    if quiet:
        return
    for reading in readings:
        days = sorted({claim.report_date for claim in reading.claims if claim.report_date})
        span = f", reports of {days[0]} to {days[-1]}" if days else ""
        output.line(
            f"{reading.document.origin}: {len(reading.claims):,} figures"
            f" on {len(days):,} days{span}"
        )
    output.line(
        f"kept {added.claims:,} new claims, {added.known:,} known already, in {ledger.where}"
    )
