"""Hold the store against the log: every row, every document, every head, every guard."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from lossledger.ledger import rows
from lossledger.ledger.answers import Trouble, Verified
from lossledger.ledger.checkpoint import Checkpoint
from lossledger.ledger.hands import LARGE, many_hands
from lossledger.ledger.matching import streamed
from lossledger.ledger.merkle import Frontier, next_link
from lossledger.ledger.schema import (
    LEAVES,
    documents,
    heads,
    log,
    metadata,
    postgresql_guards_found,
    postgresql_guards_wanted,
    sqlite_guards,
)

_LEFT_OUT = (
    select(func.count())
    .select_from(documents)
    .where(*(documents.c[name].is_(None) for name in rows.PACKED_COLUMNS))
)
_UNDECODED = "is damaged: Could not decode"


def verify(connection: Connection, checkpoint: Checkpoint | None) -> Verified:
    """What is wrong with the store; see ``Ledger.verify``.

    A store with bytes that are no text is read a second time, in a slower way that takes them
    as they are, so that the rows that hold them can be named.
    """
    found = _verified(connection, checkpoint)
    driver = connection.connection.driver_connection
    undecoded = any(trouble.what.startswith(_UNDECODED) for trouble in found.troubles)
    if not undecoded or not isinstance(driver, sqlite3.Connection):
        return found
    strict = driver.text_factory
    driver.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    try:
        return _verified(connection, checkpoint)
    finally:
        driver.text_factory = strict


def _verified(connection: Connection, checkpoint: Checkpoint | None) -> Verified:
    troubles: list[Trouble] = []
    past = _Past(checkpoint)
    number = left_out = 0
    try:
        size = (connection.scalar(select(func.max(log.c.seq))) or 0) + 1
        with (
            _store_checked(connection, size) as store_troubles,
            many_hands(connection, size) as (our_troubles, their_troubles),
        ):
            troubles += _guard_troubles(connection)
            troubles += our_troubles
            number = connection.scalar(select(func.count()).select_from(documents)) or 0
            left_out = connection.scalar(_LEFT_OUT) or 0
            troubles += past.troubles(connection)
            troubles += _moment_troubles(connection)
            troubles += their_troubles()
            troubles += store_troubles()
    except (DBAPIError, sqlite3.Error, UnicodeError, OverflowError) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error).splitlines()[0]
        if "disk I/O" in said:  # the disk's trouble is not the ledger's
            raise
        if isinstance(error, UnicodeError):
            said = f"Could not decode: {said}"
        troubles.append(Trouble("store", f"is damaged: {said}"))
    except (TypeError, ValueError, LookupError):
        troubles.append(Trouble("store", "is damaged: a row makes no sense"))
    frontier = past.frontier
    return Verified(frontier.size, frontier.root.hex(), number, tuple(troubles), left_out)


class _Stop(NamedTuple):
    """A place in the log to look at: after an append, or where a checkpoint was ``kept``."""

    size: int
    root: Any = None
    packed: Any = None
    moment: Any = None
    kept: bool = False


class _Past:
    """The log read from its first leaf to its last, held against each head and a checkpoint."""

    def __init__(self, checkpoint: Checkpoint | None) -> None:
        self.frontier = Frontier()
        self._checkpoint = checkpoint
        self._link = b""

    def troubles(self, connection: Connection) -> Iterator[Trouble]:
        """Heads that do not follow from the log, gaps in it, and a past that is not there."""
        waiting: list[bytes] = []
        stops = self._stops(connection)
        stop = next(stops, None)
        query = select(log.c.seq, log.c.kind, log.c.leaf).order_by(log.c.seq)
        for place, (seq, kind, leaf) in enumerate(streamed(connection, query)):
            if seq != place:
                yield Trouble(f"log (row {place})", "was deleted")
                return
            if kind not in LEAVES:
                yield Trouble(f"log (row {place})", "was changed")
            waiting.append(leaf)
            while stop is not None and stop.size <= place + 1:
                self.frontier, waiting = self.frontier.grown(waiting), []
                yield from self._stopped(stop)
                stop = next(stops, None)
        self.frontier = self.frontier.grown(waiting)
        yield from self._ended(stop, waiting)

    def _stops(self, connection: Connection) -> Iterator[_Stop]:
        names = ("size", "root", "frontier", "written_at")
        query = select(*(heads.c[name] for name in names)).order_by(heads.c.size)
        found = [_Stop(*row) for row in connection.execute(query)]
        if self._checkpoint is not None:
            found.append(_Stop(self._checkpoint.size, kept=True))
        return iter(sorted(found, key=lambda stop: (stop.size, stop.kept)))

    def _stopped(self, stop: _Stop) -> Iterator[Trouble]:
        size, root, packed, moment, kept = stop
        if kept:
            if self._checkpoint and self.frontier.root.hex() != self._checkpoint.root:
                what = "does not contain the past that the checkpoint was signed for"
                yield Trouble(f"log (first {size} rows)", what)
            return
        if not (isinstance(packed, bytes) and isinstance(root, bytes) and isinstance(moment, str)):
            yield Trouble(f"head {size}", "was changed")
            return
        peaks = self.frontier.packed()
        found, link = packed[: len(peaks)], packed[len(peaks) :]
        if (size, root, found) != (self.frontier.size, self.frontier.root, peaks):
            yield Trouble(f"head {size}", "does not follow from the log")
        elif (link or self._link) and link != next_link(self._link, size, root, moment):
            yield Trouble(f"head {size}", "does not follow from the head before it")
        self._link = link  # heads of the first programs have none

    def _ended(self, stop: _Stop | None, waiting: Sequence[bytes]) -> Iterator[Trouble]:
        size = self.frontier.size
        if waiting:
            yield Trouble(f"log (row {size - 1})", "was inserted after the last head")
        if stop is not None and stop.kept:
            what = f"was rolled back: the checkpoint was signed for {stop.size} rows"
            yield Trouble(f"log ({size} rows)", what)
        elif stop is not None:
            yield Trouble(f"head {stop.size}", f"speaks of more than the log's {size} rows")


def _moment_troubles(connection: Connection) -> Iterator[Trouble]:
    """Heads whose moment is not that of the last row that they speak of."""
    for table in LEAVES.values():
        last = table.c.seq == heads.c.size - 1
        query = select(heads.c.size).where(last, table.c.recorded_at != heads.c.written_at)
        for (size,) in connection.execute(query):
            yield Trouble(f"head {size}", "has another moment than its last row")


def _guard_troubles(connection: Connection) -> Iterator[Trouble]:
    """Guards against change that are missing, were changed, or were added by someone."""
    if connection.dialect.name == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        wanted = {sql.split()[2]: sql for sql in sqlite_guards(metadata.sorted_tables)}
    else:
        query, wanted = postgresql_guards_found(), postgresql_guards_wanted(metadata.sorted_tables)
    found: dict[str, str] = {row[0]: row[1] for row in connection.exec_driver_sql(query)}
    for name in sorted(wanted.keys() | found.keys()):
        if name not in wanted:
            yield Trouble(f"guard {name}", "was inserted")
        elif found.get(name) != wanted[name]:
            yield Trouble(f"guard {name}", "is missing or was changed")


@contextmanager
def _store_checked(connection: Connection, size: int) -> Iterator[Callable[[], list[Trouble]]]:
    """Gives what the store itself finds wrong; a large one is asked beside our own reading."""
    if connection.dialect.name != "sqlite":
        yield list
        return
    if size < LARGE:
        yield lambda: _store_troubles(connection)
        return

    def alone() -> list[Trouble]:
        with connection.engine.connect() as own:
            return _store_troubles(own)

    with ThreadPoolExecutor(1) as beside:
        yield beside.submit(alone).result


def _store_troubles(connection: Connection) -> list[Trouble]:
    """What SQLite finds wrong, indexes that do not fit their tables among it."""
    found = connection.exec_driver_sql("PRAGMA integrity_check(20)")
    return [
        Trouble("store", f"is damaged: {said.splitlines()[-1]}")
        for (said,) in found
        if said != "ok"
    ]
