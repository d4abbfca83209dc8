"""``lossledger import``: whole datasets out of files, all of a file or nothing."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lossledger.cli import output
from lossledger.cli.options import (
    Moment,
    json_option,
    known_source,
    ledger_option,
    now,
    options,
    quiet_option,
    writing,
)
from lossledger.errors import BadInput
from lossledger.ledger.answers import Appended
from lossledger.model import Document, Reading
from lossledger.period import kyiv_day

if TYPE_CHECKING:
    from lossledger.replay import Replayed, Revision

EXAMPLES = """\b
Examples:
  lossledger import russia_losses_personnel.json russia_losses_equipment.json --source daily_mirror
  lossledger import old.json --source daily_mirror --version-time 2024-03-01T09:00+02:00
  lossledger import evidence.warc.gz --source daily_mirror
  lossledger import --git dataset --path data/russia_losses_personnel.json --source daily_mirror
"""
Version = list[tuple[Document, dict[str, Any]]]
"""Files that are kept together, each with how it was got."""
REVISIONS = ("restated", "mirror_corrected", "misread")

revision_options = options(
    click.option(
        "--kind",
        type=click.Choice(REVISIONS),
        help="What a changed cell is. [default: by the source's table]",
    ),
    click.option("--reason", help="Why cells changed. [default: a newer version]"),
    click.option("--by", metavar="NAME", default="import", help="Who says so.", show_default=True),
)


@click.command("import", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@options(
    click.option("--source", required=True, metavar="ID", help="Whose dataset it is."),
    click.option("--version-time", type=Moment(), help="Since when this version was public."),
    click.option("--git", "repository", metavar="REPO", help="Replay a file's committed versions."),
    click.option("--path", "file", metavar="FILE", help="That file, from the repository's root."),
    revision_options,
    ledger_option,
    json_option,
    quiet_option,
)
def import_command(
    paths: tuple[str, ...],
    source: str,
    version_time: datetime | None,
    repository: str | None,
    file: str | None,
    kind: str | None,
    reason: str | None,
    by: str,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Import a dataset into the ledger: every cell a claim of its claimant.

    The form of the columns stands in the source's table. A fault anywhere in a file is one line
    that names file, record and field, and nothing of that file is kept. Only what a version
    changes is added: a cell that says something else gets a new claim and a mark on the old one.

    Of a web archive (.warc.gz) the versions of the source's files in it are imported in their
    order, each with the record of how it was got.

    With --git every committed version is replayed in its order with its commit's time; a version
    that is no sound dataset is reported and skipped. Running it again adds what is new.
    """
    key = known_source(source)
    assert key is not None
    if repository is not None:
        if paths or version_time is not None or file is None:
            raise click.UsageError("--git needs --path FILE, and neither PATH nor --version-time")
        revision = _revision(key, kind, reason or "version", by)
        _replay(repository, file, key, revision, where, as_json, quiet)
        return
    if not paths or file is not None:
        raise click.UsageError("give the PATH of a dataset, or --git REPO --path FILE")
    moment = version_time or now()
    versions = _versions(paths, key, moment)
    revision = _revision(key, kind, reason or f"version of {moment.isoformat()}", by)
    dated, silent = version_time is not None, quiet or as_json
    kept = _keep(versions, key, revision, moment, dated, where, silent)
    if as_json:
        output.json_line(kept)


def _revision(source: str, kind: str | None, reason: str, by: str) -> "Revision":
    from lossledger.replay import Revision, usual_kind

    return Revision(kind or usual_kind(source), reason, by)


def _replay(
    repository: str,
    file: str,
    source: str,
    revision: "Revision",
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Replay the file's versions; each one that is skipped is told as it comes."""
    from lossledger.documents.history import committed_versions
    from lossledger.replay import replay

    total, versions = committed_versions(repository, file)
    how = {"repository": repository, "file": file} | _tool()
    kept = skipped = claims = 0
    with writing(where) as ledger, output.progress("replaying", quiet=quiet) as advance:
        marks = len(ledger.marks())
        replayed = replay(ledger, versions, source, revision, path=file, how=how)
        for number, done in enumerate(replayed, 1):
            added = done.added or Appended(0, 0, 0)
            kept, claims = kept + added.documents, claims + added.claims
            skipped += done.skipped is not None
            if as_json:
                output.json_line(_replayed_json(done, added))
            elif done.skipped is not None:
                output.say(f"skipped {done.version[:12]} of {done.moment}: {done.skipped}")
            advance(number, total)
        marks = len(ledger.marks()) - marks
        place = ledger.where
    if not quiet and not as_json:
        output.line(
            f"{file}: {total:,} versions, {kept:,} with changes, {skipped:,} skipped;"
            f" kept {claims:,} new claims and {marks:,} marks on older ones, in {place}"
        )


def _replayed_json(done: "Replayed", added: "Appended") -> dict[str, Any]:
    return {
        "version": done.version,
        "recorded_at": done.moment,
        "claims": added.claims,
        "known": added.known,
        "skipped": done.skipped,
    }


def _tool() -> dict[str, str]:
    from lossledger import __version__

    return {"tool": f"lossledger {__version__}"}


def _versions(paths: Sequence[str], source: str, moment: datetime) -> list[Version]:
    """The datasets of files, and after them those of web archives, oldest first."""
    from lossledger.documents.archive import is_archive
    from lossledger.sources import dataset_document

    plain: Version = []
    kept: list[Version] = []
    for path in paths:
        content = _bytes(path)
        if is_archive(content, path):
            kept += _of_archive(content, path, source)
        else:
            document = dataset_document(content, path, source, retrieved_at=moment)
            plain.append((document, {"file": path, "retrieved_at": now().isoformat()}))
    return [plain, *kept] if plain else kept


def _of_archive(content: bytes, path: str, source: str) -> list[Version]:
    """The source's files in a web archive, each with how it was got as the archive tells it."""
    from lossledger.documents.archive import archived
    from lossledger.sources import LARGEST_FILE, dataset_document, folder

    records, skipped = archived(content, path, LARGEST_FILE, data=True)
    for words in skipped:
        output.say(f"skipped {words}")
    names = {file.name for file in folder(source).files}
    own = [one for one in records if one.address.rpartition("/")[2].partition("?")[0] in names]
    if not own:
        what = f"holds no file of {source} ({', '.join(sorted(names)) or 'it has no address'})"
        raise BadInput(path, what, "give the archive that was kept with the pull")
    own.sort(key=lambda one: one.retrieved_at.timestamp() if one.retrieved_at else 0)
    versions: list[Version] = []
    for one in own:
        about = one.about.get("fetches") if one.about else None
        how = about[0] if isinstance(about, list) and about else one.how
        at = one.retrieved_at
        document = dataset_document(one.content, one.address, source, retrieved_at=at)
        versions.append([(document, dict(how) | {"archive": path})])
    return versions


def _bytes(path: str) -> bytes:
    from lossledger.sources import LARGEST_FILE

    try:
        if Path(path).stat().st_size > LARGEST_FILE:
            what = f"larger than {LARGEST_FILE // 2**20} MiB"
            raise BadInput(path, what, "give the dataset's own file")
        return Path(path).read_bytes()
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise BadInput(path, what, "check the path") from error


def _keep(
    versions: Sequence[Version],
    source: str,
    revision: "Revision",
    moment: datetime,
    dated: bool,
    where: str | None,
    quiet: bool,
) -> dict[str, Any]:
    """Read every dataset, then keep what each version changes; what was done."""
    from lossledger.replay import keep_datasets
    from lossledger.sources import read_dataset

    ready: list[list[tuple[Reading, dict[str, Any]]]] = []
    today = kyiv_day(moment)
    with output.progress("reading", quiet=quiet) as advance:
        for version in versions:
            read = [
                (read_dataset(document, source, today=today, on_progress=advance), how | _tool())
                for document, how in version
            ]
            ready.append(read)
    claims = known = 0
    with writing(where) as ledger, output.progress("keeping", quiet=quiet) as advance:
        for some in ready:
            total = sum(len(reading.claims) for reading, _ in some)
            added = keep_datasets(
                ledger,
                some,
                revision,
                recorded_at=moment,
                dated=dated,
                on_progress=lambda done, of=total: advance(done, of),  # type: ignore[misc]
            )
            claims, known = claims + added.claims, known + added.known
        place = ledger.where
    if not quiet:
        for reading, _ in (one for some in ready for one in some):
            output.line(figures_of(reading))
        output.line(f"kept {claims:,} new claims, {known:,} known already, in {place}")
    return {"claims": claims, "known": known, "ledger": place, "recorded_at": moment}


def figures_of(reading: Reading) -> str:
    """How many figures a dataset has, and of which days."""
    days = sorted({claim.report_date for claim in reading.claims if claim.report_date})
    what = "reports of"
    if not days:  # a table of claims: the days that they describe
        days, what = sorted({c.as_of for c in reading.claims if c.as_of}), "as of"
    span = f", {what} {days[0]} to {days[-1]}" if days else ""
    origin = reading.document.origin
    return f"{origin}: {len(reading.claims):,} figures on {len(days):,} days{span}"
