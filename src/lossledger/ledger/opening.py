"""Open a store: is it a ledger, one that we know, and may we use it?

Nothing is written before these questions are answered, except when a new ledger is made.
"""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateIndex, CreateTable

from lossledger.errors import LedgerError
from lossledger.ledger import schema
from lossledger.ledger.first_schema import hashed_as_now

try:
    import fcntl
except ImportError:  # a system without it
    fcntl = None  # type: ignore[assignment]

WRITES = "lossledger_writes"
"""The execution option that marks a connection which is going to write."""

MAKE = "make one with `lossledger read` or `lossledger pull daily-mirror`"
_COPY = "use a copy of it, or export what `lossledger verify` finds sound"
_OTHER_PATH = "choose another path with --ledger"
_MAGIC = b"SQLite format 3\x00"
_PATIENCE = 60.0
_PAGES_BESIDE = 10_000
"""So many pages (40 MB) are written beside the file before they are moved into it: appending in
groups is a quarter faster than with SQLite's 1,000, and each is synced all the same."""


def is_address(where: str | Path) -> bool:
    """Whether this is the address of a database server rather than a path."""
    return str(where).startswith(("postgresql://", "postgres://"))


def shown(where: str | Path) -> str:
    """How a ledger is named in messages: an address without its password."""
    if not is_address(where):
        return str(where)
    scheme, _, rest = str(where).partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}://{user.partition(':')[0]}{at}{host}"


def open_engine(where: str | Path, *, create: bool, read_only: bool) -> Engine:
    """The engine over the ledger at ``where``, checked, and made first if need be."""
    if is_address(where):
        from lossledger.ledger import postgresql

        with told(shown(where)):
            return postgresql.open_engine(str(where), create=create, read_only=read_only)
    path = Path(where)
    _look(path, create)
    with told(path):
        if not path.exists():
            _make(path)
        _recognise(path)
        return _engine(path, read_only)


def _look(path: Path, create: bool) -> None:
    """Refuse a path that cannot be a ledger, before SQLite touches it."""
    try:
        if path.is_dir():
            raise LedgerError(str(path), "is a directory, no ledger", _OTHER_PATH)
        if not path.exists():
            if not create:
                raise LedgerError(str(path), "there is no ledger here yet", MAKE)
            path.parent.mkdir(parents=True, exist_ok=True)
            return
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise LedgerError(str(path), _plain(error), _OTHER_PATH) from error
    if start != _MAGIC:
        what = "is empty, no ledger" if not start else "is no ledger"
        raise LedgerError(str(path), what, _OTHER_PATH)


def _plain(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "may not be opened: no permission"
    return f"cannot be opened: {(error.strerror or 'unknown trouble').lower()}"


def _make(path: Path) -> None:
    """Make an empty ledger beside ``path`` and move it there whole.

    Two programs that start together both end with a ledger: the second move is refused by
    the link, and the first one's ledger is used.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _fill(draft)
        with suppress(FileExistsError):
            os.link(draft, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise LedgerError(str(path), _plain(error), _OTHER_PATH) from error
    finally:
        for leftover in (draft, Path(f"{draft}-journal")):
            leftover.unlink(missing_ok=True)


def _fill(draft: Path) -> None:
    draft.unlink(missing_ok=True)
    draft.touch()
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in sqlite_schema():
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _sync_folder(folder: Path) -> None:
    """Make the new name in the folder last through a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sqlite_schema(tables: Sequence[Table] | None = None) -> Iterator[str]:
    """The statements that make these tables (or all of them) in SQLite, with their guards."""
    from sqlalchemy.dialects import sqlite

    dialect = sqlite.dialect()
    wanted = schema.metadata.sorted_tables if tables is None else tables
    for table in wanted:
        yield str(CreateTable(table).compile(dialect=dialect))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=dialect))
    yield from schema.sqlite_guards(wanted)


def _recognise(path: Path) -> None:
    """Refuse an SQLite file that was not marked as a ledger."""
    with path.open("rb") as file:
        header = file.read(100)
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise LedgerError(str(path), "is an SQLite file but no ledger", _OTHER_PATH)


def _engine(path: Path, read_only: bool) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://", creator=_opener(path, read_only), poolclass=QueuePool
    )
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            version = _version(path, connection)
            if version < schema.VERSION:
                _check_pages(path, connection)
        if version < schema.VERSION and read_only:
            engine.dispose()  # so that the other one can move all of it into the file
            _bring_forward_first(path)
        elif version < schema.VERSION:
            _bring_forward(path, engine)
        with engine.connect() as connection:
            _check_tables(path, connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _version(path: Path, connection: Connection) -> int:
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version > schema.VERSION:
        what = f"has schema version {version}, this program knows {schema.VERSION}"
        raise LedgerError(str(path), what, "update lossledger")
    if version < 1:
        raise LedgerError(str(path), "is damaged: it has no schema version", "use a copy of it")
    return version


def _check_pages(path: Path, connection: Connection) -> None:
    """Refuse to bring a damaged file forward: it is left as it is."""
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        raise LedgerError(
            str(path), f"is damaged: {str(found).splitlines()[-1]}", "use a copy of it"
        )


def _bring_forward_first(path: Path) -> None:
    """A ledger that is to be read only is brought forward too, where it may be written."""
    if not os.access(path, os.W_OK):
        what = "was made by an earlier program and may only be read"
        raise LedgerError(str(path), what, "use a copy: it is brought forward by itself")
    _engine(path, False).dispose()


def _bring_forward(path: Path, engine: Engine) -> None:
    """Add what an earlier version lacked, in one step, unless another program was faster."""
    writing = engine.connect().execution_options(**{WRITES: True})
    with writing as connection, connection.begin():
        found = _version(path, connection)
        if found == 1:
            with sense(path):
                hashed_as_now(connection, str(path))
        for version in range(found, schema.VERSION):
            for statement in sqlite_schema(schema.MIGRATIONS[version]):
                connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def _check_tables(path: Path, connection: Connection) -> None:
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    missing = set(schema.metadata.tables) - {row[0] for row in found}
    if missing:
        what = f"is damaged: the table {min(missing)} is missing"
        raise LedgerError(str(path), what, "use a copy of it")


def _opener(path: Path, read_only: bool) -> Callable[[], Any]:
    def connect() -> sqlite3.Connection:
        mode = "ro" if read_only or not os.access(path, os.W_OK) else "rw"
        return _prepared(_connected(path, mode))

    return connect


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    """A connection; on a medium that cannot be written, one that needs no side files."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = _plainly(address)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if mode == "ro" and not Path(f"{path}-wal").exists():
            return _plainly(f"{address}&immutable=1")
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _plainly(address: str) -> sqlite3.Connection:
    return sqlite3.connect(
        address, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_BESIDE}")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _begin(connection: Connection) -> None:
    """Writers queue from the first moment; a read that turns into a write could not wait."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def turn(where: str) -> Iterator[None]:
    """Wait for this writer's turn.

    SQLite's own waiting is a lottery in which a late writer can starve; the lock on the
    ledger's folder is given in the order in which it was asked for. PostgreSQL has a queue of
    its own, and where folders cannot be locked SQLite's waiting has to do.
    """
    if is_address(where) or fcntl is None:
        yield
        return
    try:
        handle = os.open(Path(where).parent, os.O_RDONLY)
    except OSError:  # a folder that may be gone into but not be listed
        yield
        return
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


_TROUBLES = (
    ("malformed", "is damaged", _COPY),
    ("not a database", "is damaged or no ledger", "use a copy of it"),
    ("readonly", "may not be written: no permission", _OTHER_PATH),
    ("unable to open", "may not be opened", "check its folder's permissions"),
    ("disk is full", "the disk is full, nothing of this was kept", "make room and try again"),
    ("disk I/O", "the disk reports an error, nothing of this was kept", "check the disk"),
    ("locked", "another program is writing and does not finish", "try again later"),
    ("no such table", "is damaged: a table is missing", "use a copy of it"),
    ("no such column", "is damaged: a column is missing", "use a copy of it"),
    ("decode to UTF-8", "is damaged: a text is no text", _COPY),
    ("permission denied", "may not be used: no permission", "ask who keeps the database"),
    ("authentication failed", "the server refuses the name or password", "check the address"),
    ("connection failed", "the database server cannot be reached", "check that it runs"),
    ("failed to resolve", "the database server cannot be found", "check the address"),
    ("invalid connection option", "is no address of a database", "check the address"),
    ("read-only transaction", "is opened to read only", "open it to write"),
    ("only grows", "the ledger only grows", "append a correction instead"),
)


@contextmanager
def sense(where: str | Path) -> Iterator[None]:
    """Tell rows that make no sense, such as a day that is no day, as damage."""
    try:
        yield
    except (ValueError, TypeError, LookupError, OverflowError, zlib.error) as error:
        raise LedgerError(str(where), "is damaged: a row makes no sense", _COPY) from error


@contextmanager
def told(where: str | Path) -> Iterator[None]:
    """Tell a database's trouble in one plain line, as a ``LedgerError``."""
    try:
        yield
    except UnicodeEncodeError as error:
        what = "the text holds half a surrogate pair, which cannot be kept"
        raise LedgerError(str(where), what, "clean the text") from error
    except UnicodeDecodeError as error:
        raise LedgerError(str(where), "is damaged: a text is no text", _COPY) from error
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error).splitlines()[0]
        for part, what, fix in _TROUBLES:
            if part in said:
                raise LedgerError(str(where), what, fix) from error
        raise LedgerError(str(where), f"the store refuses: {said}") from error
