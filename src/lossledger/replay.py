"""Datasets into the ledger: one version, or every committed one in its order.

The rooms ``documents`` (bytes and git), ``sources`` (what the columns mean) and ``ledger`` are
joined here for the front doors. Only what a version changes is kept; moments come in.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from lossledger.documents.history import Committed
from lossledger.errors import BadInput, LedgerError
from lossledger.ledger.answers import Appended
from lossledger.ledger.book import Ledger
from lossledger.ledger.versions import Version
from lossledger.model import Json, Reading
from lossledger.period import kyiv_day
from lossledger.sources import Changes, Versions, dataset_document, folder


class Revision(NamedTuple):
    """How changes between versions are marked: as what, why, and who says so."""

    kind: str
    reason: str
    by: str


class Replayed(NamedTuple):
    """What became of one version: kept, known before (neither), or skipped with the reason."""

    version: str
    moment: datetime
    added: Appended | None = None
    skipped: str | None = None


def usual_kind(source_id: str) -> str:
    """How a changed cell is called where nobody says: a claimant restates, a mirror corrects."""
    dataset = folder(source_id).dataset
    own = dataset is not None and dataset.claimant == folder(source_id).id
    return "restated" if own else "mirror_corrected"


def keep_datasets(
    ledger: Ledger,
    readings: Sequence[tuple[Reading, Json]],
    revision: Revision,
    *,
    recorded_at: datetime,
    dated: bool,
    on_progress: Callable[[int], None] | None = None,
) -> Appended:
    """Keep what these whole files change, all or none; each comes with how it was got.

    ``dated`` says that ``recorded_at`` is a version's moment rather than now: one before the
    ledger's last row raises ``LedgerError``.
    """
    versions = [Version(reading, how=how) for reading, how in readings]
    before = ledger.head()
    added = ledger.append_versions(
        versions,
        recorded_at=recorded_at,
        by=revision.by,
        reason=revision.reason,
        kind=revision.kind,
        dated=dated,
        on_progress=on_progress,
    )
    if ledger.head() != before:  # a file that is again what it was is a version again
        held = {document.id for document in ledger.documents()}
        for reading, how in readings:
            if reading.document.id in held:
                ledger.note_fetch(reading.document.id, how, recorded_at=recorded_at)
    return added


def replay(
    ledger: Ledger,
    committed: Iterable[Committed],
    source_id: str,
    revision: Revision,
    *,
    path: str,
    how: Json,
) -> Iterator[Replayed]:
    """Keep every committed version of a dataset with its commit's moment, oldest first.

    A version that is no sound dataset is skipped, with the reason. One whose clock ran behind
    the version before it counts as that moment. A ledger that holds a first part of the same
    history is brought up to date; any other one that was written later than the versions
    raises ``LedgerError``, as a past cannot be added afterwards.
    """
    head = ledger.head()
    last = start = head.written_at if head else None
    held = {document.id for document in ledger.documents()} if head else set()
    versions, before, known, newer = Versions(source_id), 0, False, start is None
    for commit, moment, content in committed:
        if not newer and start is not None and moment > start:
            _require_same_past(ledger, before, known)
            newer = True
        at = max(moment, last) if newer and last is not None else moment
        last = at if newer else last
        try:
            changes = _changes(versions, content, path, source_id, at)
        except BadInput as error:
            yield Replayed(commit, at, skipped=str(error))
            continue
        if not newer:
            before, known = before + 1, known or changes.reading.document.id in held
            yield Replayed(commit, at)
            continue
        about = how | {"commit": commit, "committed_at": moment.isoformat()}
        added = ledger.append_versions(
            [Version(changes.reading, changes.days, versions.metrics, about)],
            recorded_at=at,
            by=revision.by,
            reason=f"{revision.reason} {commit[:12]}",
            kind=revision.kind,
        )
        yield Replayed(commit, at, added)
    if not newer:
        _require_same_past(ledger, before, known)


def _changes(
    versions: Versions, content: bytes | None, path: str, source_id: str, at: datetime
) -> Changes:
    if content is None:
        raise BadInput(path, "the file was taken away", "the next version counts again")
    document = dataset_document(content, path, source_id, retrieved_at=at)
    return versions.changes(document, today=kyiv_day(at))


def _require_same_past(ledger: Ledger, before: int, known: bool) -> None:
    if before and not known:
        what = "was written later than these versions, and holds none of them"
        raise LedgerError(ledger.where, what, "replay them into a new ledger with --ledger PATH")
