"""Disks that fail, for the ledger to run on: SQLite over a VFS of our own, by apsw.

``on_disk(vfs)`` lets every connection that a ledger opens in its block go through that VFS.
apsw brings an SQLite of its own and no DB-API, so ``Connection`` and ``Cursor`` give what the
ledger's library needs of one. A VFS in Python has no shared memory: the ledger is opened in
exclusive locking mode, in which the write-ahead log is written and synced just the same.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any
from unittest.mock import patch

import apsw

from lossledger.ledger import opening

NAMES = {
    apsw.ConstraintError: (sqlite3.IntegrityError, ""),
    apsw.BusyError: (sqlite3.OperationalError, "database is locked"),
    apsw.CorruptError: (sqlite3.DatabaseError, "database disk image is malformed"),
    apsw.NotADBError: (sqlite3.DatabaseError, "file is not a database"),
    apsw.FullError: (sqlite3.OperationalError, "database or disk is full"),
    apsw.IOError: (sqlite3.OperationalError, "disk I/O error"),
    apsw.CantOpenError: (sqlite3.OperationalError, "unable to open database file"),
    apsw.ReadOnlyError: (sqlite3.OperationalError, "attempt to write a readonly database"),
}
"""What Python's own sqlite3 calls the same troubles."""


@contextmanager
def named() -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        kind, words = NAMES.get(type(error), (sqlite3.DatabaseError, ""))
        raise kind(words or str(error)) from error


class Cursor:
    """What SQLAlchemy needs of a DB-API cursor, over one of apsw."""

    arraysize = 100
    rowcount = -1
    lastrowid = None

    def __init__(self, raw: apsw.Cursor) -> None:
        self._raw, self.description = raw, None
        self._rows: Iterator[Any] = iter(())

    def execute(self, sql: str, parameters: Any = ()) -> "Cursor":
        """Run a statement and take all of its rows, so that none stays open."""

        def described(raw: apsw.Cursor, sql: str, bindings: Any) -> bool:
            # The only moment at which a statement that gives no row tells its columns.
            told.extend((name, *[None] * 6) for name, _ in raw.get_description())
            return True

        told: list[Any] = []
        self._raw.exec_trace = described
        with named():
            self._rows = iter(list(self._raw.execute(sql, parameters)))
        self._raw.exec_trace = None
        self.description = tuple(told) or None
        return self

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchmany(self, size: int = 100) -> list[Any]:
        return list(islice(self._rows, size))

    def fetchall(self) -> list[Any]:
        return list(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def close(self) -> None:
        self._raw.close(True)


class Connection:
    """What the ledger and SQLAlchemy need of a DB-API connection, over one of apsw."""

    def __init__(self, path: str, vfs: str, careless: bool, pages: int) -> None:
        self._careless = careless
        with named():
            self._raw = apsw.Connection(path, flags=apsw.SQLITE_OPEN_READWRITE, vfs=vfs)
            self._raw.set_busy_timeout(100)
            self.execute("PRAGMA locking_mode = EXCLUSIVE")
            self.execute(f"PRAGMA wal_autocheckpoint = {pages}")

    def cursor(self) -> Cursor:
        return Cursor(self._raw.cursor())

    def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        if self._careless:
            sql = sql.replace("synchronous = FULL", "synchronous = OFF")
        return self.cursor().execute(sql, parameters)

    def create_function(self, name: str, number: int, function: Any, **how: Any) -> None:
        self._raw.create_scalar_function(name, function, number, **how)

    def commit(self) -> None:
        if self._raw.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        if self._raw.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        with suppress(apsw.Error):  # Python's own sqlite3 does not tell either
            self._raw.close(True)


@contextmanager
def on_disk(vfs: str, *, careless: bool = False, pages: int = 1000) -> Iterator[None]:
    """Ledgers opened here run over this VFS; ``careless`` without waiting for the disk.

    The write-ahead log goes over into the file whenever it has ``pages`` pages.
    """

    def plainly(address: str) -> Connection:
        path = address.removeprefix("file://").partition("?")[0]
        return Connection(path, vfs, careless, pages)

    with patch.object(opening, "_plainly", plainly):
        yield


Call = Callable[[str, str], None]
"""Told the name of each call to the disk and the file it is about; raises to let it fail."""


class File(apsw.VFSFile):
    """A file of a disk on which calls can fail; what it does is told to the disk."""

    def __init__(self, disk: "Disk", name: Any, flags: Any) -> None:
        self._disk = disk
        self._name = os.path.basename(name.filename() if hasattr(name, "filename") else str(name))
        super().__init__(disk.base_vfs, name, flags)

    def excepthook(self, *about: Any) -> None:
        """An error that SQLite itself gets over is no news."""

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._disk.call("xRead", self._name)
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.call("xWrite", self._name)
        super().xWrite(data, offset)
        self._disk.done("write", self._name, offset, bytes(data))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.call("xTruncate", self._name)
        super().xTruncate(size)
        self._disk.done("truncate", self._name, size, b"")

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.call("xSync", self._name)
        super().xSync(flags)
        self._disk.done("sync", self._name, 0, b"")

    def xFileSize(self) -> int:  # noqa: N802
        self._disk.call("xFileSize", self._name)
        return super().xFileSize()

    def xLock(self, level: int) -> None:  # noqa: N802
        self._disk.call("xLock", self._name)
        super().xLock(level)


class Disk(apsw.VFS):
    """A disk on which calls can fail. ``done`` hears what was done; here it forgets it."""

    base_vfs = "unix"

    def __init__(self, name: str) -> None:
        super().__init__(name, self.base_vfs)

    def call(self, what: str, file: str) -> None:
        """A call is about to be made."""

    def done(self, what: str, file: str, place: int, data: bytes) -> None:
        """Something was written, cut, synced or deleted."""

    def excepthook(self, *about: Any) -> None:
        """An error that SQLite itself gets over is no news."""

    def xOpen(self, name: Any, flags: Any) -> File:  # noqa: N802
        self.call("xOpen", str(name))
        return File(self, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        self.call("xDelete", os.path.basename(name))
        super().xDelete(name, sync)
        self.done("delete", os.path.basename(name), int(sync), b"")

    def xAccess(self, name: str, flags: int) -> bool:  # noqa: N802
        self.call("xAccess", os.path.basename(name))
        return super().xAccess(name, flags)
