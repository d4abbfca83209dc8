"""Append to a ledger: find what is new, give it its place in the log, write it in one go."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import NamedTuple, TypeVar

from sqlalchemy import Column, Connection, select

from lossledger.errors import LedgerError
from lossledger.ledger import rows
from lossledger.ledger.answers import Appended, Mark
from lossledger.ledger.beside import rows_beside
from lossledger.ledger.merkle import Frontier, leaf_hash, next_link
from lossledger.ledger.schema import (
    LEAVES,
    claims,
    documents,
    fetches,
    heads,
    places,
    readings,
    statements,
)
from lossledger.ledger.schema import marks as marks_table
from lossledger.ledger.standing import known
from lossledger.model import Json, Reading

_AT_ONCE = 1000
_TO_A_STATEMENT = 100

T = TypeVar("T")

Progress = Callable[[int], None]


class Entry(NamedTuple):
    """A row that waits for its place: its kind, values, leaf so far, and what is kept beside."""

    kind: str
    row: rows.Row
    start: bytes
    packed: rows.Row = ()


class Prepared(NamedTuple):
    """A reading as rows."""

    document: Entry
    claims: list[Entry]
    reading: Entry
    beside: list[Entry]


def prepared(reading: Reading, packed: bytes | None = None) -> Prepared:
    """A reading as rows; ``LedgerError`` when it holds what no store can keep.

    ``packed`` is the document's content where it is packed already.
    """
    document = rows.document_row(reading.document, packed)
    own = len(rows.DOCUMENT_COLUMNS)
    said = [rows.claim_row(claim) for claim in reading.claims]
    for row in said:
        if row[1] != reading.document.id:
            what = f"claim {row[0]} belongs to another document"
            raise LedgerError(reading.document.origin, what)
    return Prepared(
        entry("document", document[:own], document[own:]),
        [entry("claim", row) for row in said],
        entry("reading", rows.reading_row(reading, said)),
        [entry(kind, row) for kind, row in rows_beside(reading, said)],
    )


def entry(kind: str, row: rows.Row, packed: rows.Row = ()) -> Entry:
    """A row with the start of its leaf."""
    start = rows.leaf_start(kind, row)
    if rows.holds_nul(start):
        what = "holds a NUL character, which cannot be kept"
        raise LedgerError(f"{kind} {row[0]}", what, "clean the text")
    return Entry(kind, row, start, packed)


def append(
    connection: Connection,
    ready: Sequence[Prepared],
    recorded_at: datetime,
    on_progress: Progress | None = None,
    marks: Iterable[Mark] = (),
    got: Mapping[str, Json] | None = None,
    *,
    dated: bool = False,
) -> Appended:
    """Write what is new of these readings and marks, all or nothing by the transaction.

    ``got`` says how documents were got, by their ids; it is kept with those that are new.
    ``dated`` is told to ``write``.
    """
    new = _new_entries(connection, ready)
    fresh = [waiting.row[0] for waiting in new if waiting.kind == "document"]
    new += [entry("fetch", rows.fetch_row(key, got[key])) for key in fresh if got and key in got]
    new += _new_marks(connection, marks)
    if new:
        write(connection, new, recorded_at, on_progress, dated=dated)
    kinds = [entry.kind for entry in new]
    given, added = sum(len(p.claims) for p in ready), kinds.count("claim")
    return Appended(kinds.count("document"), added, given - added)


def _new_entries(connection: Connection, ready: Sequence[Prepared]) -> list[Entry]:
    """The entries that the ledger does not hold yet, each once, in the order given."""
    keys = {p.document.row[0] for p in ready}
    held = held_ids(connection, documents.c.id, documents.c.id, keys)
    there = {
        "document": held,
        "claim": held_ids(connection, claims.c.id, claims.c.document, held),
        "reading": held_ids(connection, readings.c.id, readings.c.document, held),
        "statement": held_ids(connection, statements.c.id, statements.c.document, held),
        "places": held_ids(connection, places.c.id, places.c.document, held),
    }
    new = []
    for p in ready:
        for waiting in (p.document, *p.claims, p.reading, *p.beside):
            key = waiting.row[0]
            if key not in there[waiting.kind]:
                there[waiting.kind].add(key)
                new.append(waiting)
    return new


def _new_marks(connection: Connection, given: Iterable[Mark]) -> list[Entry]:
    waiting = {row[0]: row for row in map(rows.mark_row, given)}
    there = held_ids(connection, marks_table.c.id, marks_table.c.id, waiting)
    return [entry("mark", row) for key, row in waiting.items() if key not in there]


def note_fetch(connection: Connection, row: rows.Row, recorded_at: datetime) -> bool:
    """Write how a document was got, unless it is known; whether it was new."""
    if held_ids(connection, fetches.c.id, fetches.c.id, [row[0]]):
        return False
    write(connection, [entry("fetch", row)], recorded_at)
    return True


def held_ids(
    connection: Connection, wanted: Column[str], by: Column[str], keys: Iterable[str]
) -> set[str]:
    """The wanted ids of the rows that have one of these keys."""
    found: set[str] = set()
    for some in _portions(list(keys), 500):
        found.update(connection.scalars(select(wanted).where(by.in_(some))))
    return found


def write(
    connection: Connection,
    new: Sequence[Entry],
    recorded_at: datetime,
    on_progress: Progress | None = None,
    *,
    dated: bool = False,
) -> None:
    """Write entries that are known to be new; the ledger's time only runs forward.

    A moment that was ``dated`` by the caller, not taken from a clock, may be that of the last
    append again.
    """
    frontier, last = head(connection)
    earliest = last if dated or not last else rows.moment_after(last)
    write_batch(
        connection, frontier, new, max(rows.moment_text(recorded_at), earliest), on_progress
    )


def write_batch(
    connection: Connection,
    frontier: Frontier,
    new: Sequence[Entry],
    moment: str,
    on_progress: Progress | None = None,
) -> Frontier:
    """Write entries, their leaves and the new head of the log, which is returned."""
    leaves = _write_rows(connection, new, frontier.size, moment, on_progress)
    grown = frontier.grown(leaves)
    link = next_link(_last_link(connection), grown.size, grown.root, moment)
    at = (grown.size, grown.root, grown.packed() + link, moment)
    insert_rows(connection, "heads", ("size", "root", "frontier", "written_at"), [at])
    return grown


def head(connection: Connection, as_of: datetime | None = None) -> tuple[Frontier, str]:
    """The log's frontier and the moment of the last append; an empty text when there is none."""
    query = select(heads.c.size, heads.c.frontier, heads.c.written_at)
    query = query.where(*known(as_of, heads.c.written_at))
    row = connection.execute(query.order_by(heads.c.size.desc()).limit(1)).first()
    if row is None:
        return Frontier(), ""
    size, frontier, moment = row
    if not isinstance(frontier, bytes) or not isinstance(moment, str):
        raise LedgerError(f"head {size}", "is damaged: a row makes no sense", "use a copy of it")
    return Frontier.unpacked(size, frontier), moment


def _last_link(connection: Connection) -> bytes:
    """The link of the last head; empty before the first one that has a link."""
    query = select(heads.c.size, heads.c.frontier).order_by(heads.c.size.desc()).limit(1)
    row = connection.execute(query).first()
    return bytes(row[1][32 * row[0].bit_count() :]) if row else b""


def _write_rows(
    connection: Connection,
    new: Sequence[Entry],
    size: int,
    moment: str,
    on_progress: Progress | None,
) -> list[bytes]:
    """Write the rows, table by table so that what is referred to comes first; their leaves."""
    end = rows.leaf_end(moment)
    leaves = [leaf_hash(waiting.start + end) for waiting in new]
    places = [(size + k, waiting.kind, leaves[k]) for k, waiting in enumerate(new)]
    insert_rows(connection, "log", ("seq", "kind", "leaf"), places)
    for kind, table in LEAVES.items():
        columns = ("seq", *rows.COLUMNS[kind], "recorded_at", *rows.PACKED.get(kind, ()))
        mine = (
            (size + k, *waiting.row, moment, *waiting.packed)
            for k, waiting in enumerate(new)
            if waiting.kind == kind
        )
        done = 0
        for some in _portions(list(mine), _AT_ONCE):
            insert_rows(connection, table.name, columns, some)
            done += len(some)
            if on_progress and kind == "claim":
                on_progress(done)
    return leaves


def insert_rows(
    connection: Connection, table: str, columns: Sequence[str], values: Sequence[rows.Row]
) -> None:
    """Insert many rows, many to a statement.

    SQLite copies every page that a statement touches before a trigger may undo it; a
    statement for each row took three times as long.
    """
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    one = f"({', '.join([mark] * len(columns))})"
    for some in _portions(values, _TO_A_STATEMENT):
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([one] * len(some))}"
        connection.exec_driver_sql(sql, tuple(chain.from_iterable(some)))


def _portions(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for k in range(0, len(items), size):
        yield items[k : k + size]
