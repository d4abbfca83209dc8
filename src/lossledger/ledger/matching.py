"""Rows and documents held against their leaves in the log, a part of the log at a time."""

import sqlite3
import zlib
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, func, select

from lossledger.ledger import rows
from lossledger.ledger.answers import Trouble
from lossledger.ledger.contents import Fetch, fetch_from, unpacked
from lossledger.ledger.merkle import leaf_hash
from lossledger.ledger.schema import LEAVES, documents, log

_AT_ONCE = 4000
"""So many rows come from a server at a time."""


class Part(NamedTuple):
    """The places of the log from ``start`` to before ``end``; ``None`` is no bound."""

    start: int | None = None
    end: int | None = None

    def holds(self, seq: ColumnElement[int]) -> list[ColumnElement[bool]]:
        """The tests that a place in this part passes."""
        tests = [] if self.start is None else [seq >= self.start]
        return tests if self.end is None else [*tests, seq < self.end]


def part_troubles(connection: Connection, part: Part) -> Iterator[Trouble]:
    """Whatever is wrong with the rows and documents that have their place in this part."""
    if connection.dialect.name == "postgresql":  # all rows are wanted, not the first ones soon
        connection.exec_driver_sql("SET LOCAL cursor_tuple_fraction = 1")
    places = _Places(connection)
    met = 0
    for kind, table in LEAVES.items():
        met += yield from _row_troubles(connection, kind, table, places, part)
    logged = select(func.count()).select_from(log).where(*part.holds(log.c.seq))
    if met != connection.scalar(logged):
        for kind, table in LEAVES.items():
            yield from _deleted(connection, kind, table, part)
    yield from _document_troubles(connection, part)


class _Places:
    """Where in the log a leaf really stands; looked up only when a row is not in its place."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def of_leaf(self) -> Mapping[bytes, int]:
        """The place of every leaf."""
        query = select(log.c.leaf, log.c.seq)
        return {row[0]: row[1] for row in self._connection.execute(query)}


def _row_troubles(
    connection: Connection, kind: str, table: Table, places: _Places, part: Part
) -> Generator[Trouble, None, int]:
    """Rows of one kind that are changed, inserted or in another order; how many the log has."""
    columns = [table.c[name] for name in (*rows.COLUMNS[kind], "recorded_at", "seq")]
    entries = table.outerjoin(log, log.c.seq == table.c.seq)
    query = select(*columns, log.c.kind, log.c.leaf).select_from(entries)
    width, met = len(rows.COLUMNS[kind]), 0
    for row in streamed(connection, query.where(*part.holds(table.c.seq))):
        leaf = _leaf(kind, row[:width], row[width])
        if leaf != row[-1] or row[-2] != kind:
            what = _misplaced(leaf, row[-1], row[-3], places)
            yield Trouble(f"{kind} {row[0]} (row {row[-3]})", what)
        met += row[-2] == kind
    return met


def _deleted(connection: Connection, kind: str, table: Table, part: Part) -> Iterator[Trouble]:
    """Rows of one kind that the log has and the table has not."""
    there = exists().where(table.c.seq == log.c.seq)
    gone = select(log.c.seq).where(log.c.kind == kind, ~there, *part.holds(log.c.seq))
    for (seq,) in connection.execute(gone):
        yield Trouble(f"{kind} (row {seq})", "was deleted")


def _leaf(kind: str, row: Sequence[Any], recorded_at: Any) -> bytes:
    """The leaf that a row gives; one that no row can have when the row makes no sense."""
    try:
        return leaf_hash(rows.leaf_start(kind, row) + rows.leaf_end(recorded_at))
    except (ValueError, TypeError, LookupError, RecursionError):
        return b""


def _misplaced(leaf: bytes, logged: bytes | None, seq: int, places: _Places) -> str:
    place = places.of_leaf.get(leaf)
    if place is not None and place != seq:
        return f"was put in another order: the log has it as row {place}"
    return "was inserted: the log does not know it" if logged is None else "was changed"


def _document_troubles(connection: Connection, part: Part) -> Iterator[Trouble]:
    """Documents whose kept bytes, text or layout are not those that were hashed."""
    names = ("id", "bytes", "characters", "text_hash", "layout_hash", *rows.PACKED_COLUMNS)
    fetch = fetch_from(connection)
    query = select(*(documents.c[name] for name in names)).where(*part.holds(documents.c.seq))
    for row in streamed(connection, query):
        about = dict(zip(names, row, strict=True))
        if about["content"] is None and about["text"] is None and about["layout"] is None:
            continue
        try:
            wrong = _wrong_part(about, fetch)
        except (zlib.error, ValueError, TypeError):
            wrong = "content"
        if wrong:
            yield Trouble(f"document {about['id']}", f"its {wrong} was changed")


def _wrong_part(about: Mapping[str, Any], fetch: Fetch) -> str | None:
    content = unpacked(about["content"], fetch)
    text = content if about["text"] is None else unpacked(about["text"])
    layout = unpacked(about["layout"])
    if sha256(content).hexdigest() != about["id"] or len(content) != about["bytes"]:
        return "content"
    if sha256(text).hexdigest() != about["text_hash"]:
        return "text"
    return "layout" if sha256(layout).hexdigest() != about["layout_hash"] else None


def streamed(connection: Connection, query: Select[Any]) -> Iterable[Sequence[Any]]:
    """The rows of a query, a few at a time.

    Those of a file come straight from SQLite, which takes a third less time.
    """
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        return connection.execute(query.execution_options(yield_per=_AT_ONCE))
    ready = query.compile(connection, compile_kwargs={"literal_binds": True})
    return driver.execute(str(ready))
