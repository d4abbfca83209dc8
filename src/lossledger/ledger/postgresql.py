"""The ledger in a PostgreSQL database, for teams: the same tables, log and answers."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Engine, Table, create_engine, event, inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.schema import CreateIndex, CreateTable

from lossledger.errors import LedgerError
from lossledger.ledger import schema
from lossledger.ledger.opening import MAKE, WRITES, shown

_LOCK = schema.APPLICATION_ID
_ABOUT = "lossledger_about"


def open_engine(where: str, *, create: bool, read_only: bool) -> Engine:
    """The engine over the ledger in this database, checked, and made first if need be."""
    try:
        url = make_url(where).set(drivername="postgresql+psycopg")
        engine = create_engine(url)
    except ModuleNotFoundError as error:
        what = "needs the package psycopg"
        raise LedgerError(shown(where), what, "pip install 'lossledger[postgresql]'") from error
    except (ArgumentError, ValueError) as error:
        what = "is no address of a database"
        raise LedgerError(shown(where), what, "postgresql://user@host/database") from error
    event.listen(engine, "begin", _read_only if read_only else _begin)
    try:
        _prepare(engine, where, create, read_only)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _prepare(engine: Engine, address: str, create: bool, read_only: bool) -> None:
    where = shown(address)
    with engine.connect() as connection:
        version = _version(connection, where)
    if version == schema.VERSION:
        with engine.connect() as connection:
            _check_tables(connection, where)
        return
    if version is None and not create:
        raise LedgerError(where, "there is no ledger here yet", MAKE)
    if read_only:  # it is brought forward first, by whoever may write
        open_engine(address, create=False, read_only=False).dispose()
        return
    writing = engine.connect().execution_options(**{WRITES: True})
    with writing as connection, connection.begin():
        _make_or_bring_forward(connection, where)


def _version(connection: Connection, where: str) -> int | None:
    """The version of the ledger in this database; ``None`` when there is none."""
    if not inspect(connection).has_table(_ABOUT):
        return None
    found = connection.exec_driver_sql(f"SELECT max(version) FROM {_ABOUT}").scalar()
    if found is None:
        raise LedgerError(where, "is damaged: it has no schema version", "use a copy of it")
    if found > schema.VERSION:
        what = f"has schema version {found}, this program knows {schema.VERSION}"
        raise LedgerError(where, what, "update lossledger")
    return int(found)


def _check_tables(connection: Connection, where: str) -> None:
    missing = set(schema.metadata.tables) - set(inspect(connection).get_table_names())
    if missing:
        what = f"is damaged: the table {min(missing)} is missing"
        raise LedgerError(where, what, "use a copy of it")


def _make_or_bring_forward(connection: Connection, where: str) -> None:
    """One step under the writers' lock, after asking again: another program may be faster."""
    version = _version(connection, where)
    if version is None:
        connection.exec_driver_sql(f"CREATE TABLE {_ABOUT} (version integer PRIMARY KEY)")
        statements = list(_statements(schema.metadata.sorted_tables))
    else:
        missing = (schema.MIGRATIONS[v] for v in range(version, schema.VERSION))
        statements = [sql for tables in missing for sql in _statements(tables)]
    for statement in statements:
        connection.exec_driver_sql(statement)
    if version != schema.VERSION:
        connection.exec_driver_sql(f"INSERT INTO {_ABOUT} VALUES ({schema.VERSION})")


def _statements(tables: Sequence[Table]) -> Iterator[str]:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in tables:
        yield str(CreateTable(table).compile(dialect=dialect))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=dialect))
    yield from schema.postgresql_guards(tables)


def _begin(connection: Connection) -> None:
    """Writers queue for one lock; readers see the ledger as it was when they began."""
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    else:
        _read_only(connection)


def _read_only(connection: Connection) -> None:
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
