"""Keep a new version of a dataset by what it changes: only differences cost.

A cell is what a dataset says again in every version: whose figure of what, for which days, in
which report. A cell that says the same as before adds nothing; one that says something else
adds a claim and a mark on the claim that it replaces; one that is gone leaves a mark.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from lossledger.errors import LedgerError
from lossledger.ledger import contents, rows
from lossledger.ledger.answers import Appended, Mark
from lossledger.ledger.schema import claims
from lossledger.ledger.standing import standing
from lossledger.ledger.writing import Progress, append, head, held_ids, prepared
from lossledger.model import Claim, Json, Reading

_WHO_AND_WHAT = ("claimant", "party", "metric", "scope_words", "outlet", "relays")
_CELL = (*_WHO_AND_WHAT, "period_kind", "period_start", "period_end", "report_date")
_SAID = ("low", "high", "strict", "hedge", "scope", "stance")
_CELL_AT = tuple(rows.CLAIM_COLUMNS.index(name) for name in _CELL)
_SAID_AT = tuple(rows.CLAIM_COLUMNS.index(name) for name in _SAID)
_MANY = 400

Cell = tuple[Any, ...]


class Change(NamedTuple):
    """How a version's changes are to be marked: as what, why, and who says so."""

    kind: str
    reason: str
    by: str


class Version(NamedTuple):
    """A version of a dataset: its reading, and what else of it has to be known.

    With ``gone`` ``None`` the reading is the whole version. Else it holds the changed records
    alone, and ``gone`` are the report dates whose other cells are no longer there. ``metrics``
    are those that the dataset speaks of, so that another file of the same outlet is left in
    peace; ``None`` takes those of the reading. ``how`` is how the bytes were got.
    """

    reading: Reading
    gone: Collection[date] | None = None
    metrics: Collection[str] | None = None
    how: Json | None = None

    @property
    def spoken_of(self) -> Collection[str]:
        """The metrics whose cells this version can leave out."""
        if self.metrics is not None:
            return self.metrics
        return {claim.metric for claim in self.reading.claims}


def append_version(
    connection: Connection,
    version: Version,
    recorded_at: datetime,
    change: Change,
    on_progress: Progress | None = None,
    *,
    dated: bool = False,
) -> Appended:
    """Write what this version changes; see ``Ledger.append_versions``."""
    reading = version.reading
    given = [rows.claim_row(claim) for claim in reading.claims]
    before = _standing_cells(connection, given, version)
    new, marks = _differences(given, before, change, version.gone)
    if not new and not marks:
        return Appended(0, 0, len(given))
    fresh = [claim for claim, row in zip(reading.claims, given, strict=True) if row[0] in new]
    relations = tuple(r for r in reading.relations if r.source in new)
    less = replace(reading, claims=tuple(fresh), relations=relations)
    marks += _put_back(connection, fresh, change)
    packed = contents.packed_as_version(connection, reading.document)
    got = {reading.document.id: version.how} if version.how is not None else None
    ready = [prepared(less, packed)]
    added = append(connection, ready, recorded_at, on_progress, marks, got, dated=dated)
    return Appended(added.documents, added.claims, len(given) - added.claims)


def version_changes(
    connection: Connection, version: Version, change: Change
) -> tuple[frozenset[str], tuple[Mark, ...]]:
    """What ``append_version`` would write now: ids of claims that are new, marks on others."""
    given = [rows.claim_row(claim) for claim in version.reading.claims]
    before = _standing_cells(connection, given, version)
    new, marks = _differences(given, before, change, version.gone)
    return frozenset(new), tuple(marks)


def _put_back(connection: Connection, fresh: Iterable[Claim], change: Change) -> list[Mark]:
    """Marks for claims that were taken out and are said again, in the very same version."""
    held = held_ids(connection, claims.c.id, claims.c.id, [claim.id for claim in fresh])
    return [Mark("reinstated", key, change.reason, change.by) for key in sorted(held)]


def refuse_the_past(connection: Connection, recorded_at: datetime) -> None:
    """A version older than the ledger's last row would change what the ledger said before."""
    last = head(connection)[1]
    if rows.moment_text(recorded_at) < last:
        what = f"the ledger was written at {last}, after this version of {recorded_at.isoformat()}"
        raise LedgerError("version", what, "replay old versions into a new ledger, oldest first")


def _standing_cells(
    connection: Connection, given: Sequence[rows.Row], version: Version
) -> dict[Cell, dict[Cell, str]]:
    """What the cells said until now: for each cell the claims that stand, by what they say."""
    wanted = [claims.c[name] for name in ("id", *_CELL, *_SAID)]
    outlet, metrics = version.reading.document.outlet, version.spoken_of
    outlets = {row[5] for row in given} or {outlet}
    query = select(*wanted).where(claims.c.outlet.in_(outlets), standing(None))
    query = query.where(claims.c.metric.in_(metrics))
    days = {row[11] for row in given} | {day.isoformat() for day in version.gone or ()}
    if version.gone is not None and len(days) < _MANY and None not in days:
        query = query.where(claims.c.report_date.in_(days))
    found: dict[Cell, dict[Cell, str]] = defaultdict(dict)
    for key, *parts in connection.execute(query):
        found[tuple(parts[: len(_CELL)])][tuple(parts[len(_CELL) :])] = key
    return found


def _differences(
    given: Sequence[rows.Row],
    before: dict[Cell, dict[Cell, str]],
    change: Change,
    gone: Collection[date] | None,
) -> tuple[set[str], list[Mark]]:
    """The ids of the claims that are new, and the marks on those that they replace."""
    now: dict[Cell, dict[Cell, str]] = defaultdict(dict)
    for row in given:
        cell, said = tuple(row[k] for k in _CELL_AT), tuple(row[k] for k in _SAID_AT)
        now[cell].setdefault(said, row[0])
    new: set[str] = set()
    marks: list[Mark] = []
    for cell, sayings in now.items():
        stood = before.get(cell, {})
        fresh = [key for said, key in sayings.items() if said not in stood]
        over = [key for said, key in stood.items() if said not in sayings]
        new.update(fresh)
        successor = fresh[0] if fresh else next(iter(sayings.values()))
        replacement = successor if successor in new else None
        marks += [Mark(change.kind, key, change.reason, change.by, replacement) for key in over]
    marks += _left_out(before, now, change, gone)
    return new, marks


def _left_out(
    before: dict[Cell, dict[Cell, str]],
    now: dict[Cell, dict[Cell, str]],
    change: Change,
    gone: Collection[date] | None,
) -> Iterable[Mark]:
    days = None if gone is None else {day.isoformat() for day in gone}
    for cell, stood in before.items():
        if cell not in now and (days is None or cell[-1] in days):
            reason = f"{change.reason}: left out"
            yield from (Mark(change.kind, key, reason, change.by) for key in stood.values())
