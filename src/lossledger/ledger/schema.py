"""The tables of a ledger and the triggers that let them only grow.

Every row of the tables in ``LEAVES`` (documents, readings, claims, ...) is a leaf of the
log: its ``seq`` is its place, ``log.leaf`` the hash of its canonical bytes (``rows.py``). A row
of ``heads`` is the log's size, root and frontier after one append, and behind the frontier the
link to the head before (``merkle.next_link``). Moments are UTC text of fixed width, so that
they sort as text on every store.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

VERSION = 3
"""The version of this schema; a ledger with a higher one was made by a newer program."""

APPLICATION_ID = 0x6C6C6467
"""Marks an SQLite file as a ledger ("lldg" in its header)."""

_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
_NUMBER = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData()


def _text(
    name: str, *rest: ForeignKey, required: bool = False, unique: bool = False
) -> Column[str]:
    return Column(name, _TEXT, *rest, nullable=not required, unique=unique)


def _number(name: str, *, required: bool = False) -> Column[int]:
    return Column(name, _NUMBER, nullable=not required)


def _seq() -> Column[int]:
    return Column("seq", _NUMBER, primary_key=True, autoincrement=False)


log = Table(
    "log",
    metadata,
    _seq(),
    _text("kind", required=True),
    Column("leaf", LargeBinary, nullable=False),
    sqlite_strict=True,
)

heads = Table(
    "heads",
    metadata,
    Column("size", _NUMBER, primary_key=True, autoincrement=False),
    Column("root", LargeBinary, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    _text("written_at", required=True),
    sqlite_strict=True,
)

documents = Table(
    "documents",
    metadata,
    _seq(),
    _text("id", required=True, unique=True),
    _text("origin", required=True),
    _text("outlet"),
    _text("media_type", required=True),
    _text("language", required=True),
    _text("title"),
    _text("published_at"),
    _text("published_from"),
    _text("retrieved_at"),
    _text("report_date"),
    _number("bytes", required=True),
    _number("characters", required=True),
    _text("text_hash", required=True),
    _text("layout_hash", required=True),
    _text("recorded_at", required=True),
    Column("content", LargeBinary),
    Column("text", LargeBinary),
    Column("layout", LargeBinary),
    sqlite_strict=True,
)

readings = Table(
    "readings",
    metadata,
    _seq(),
    _text("id", required=True, unique=True),
    _text("document", ForeignKey("documents.id"), required=True),
    _text("recorded_at", required=True),
    _text("body", required=True),
    Index("readings_by_document", "document"),
    sqlite_strict=True,
)

claims = Table(
    "claims",
    metadata,
    _seq(),
    _text("id", required=True, unique=True),
    _text("document", ForeignKey("documents.id"), required=True),
    _text("claimant"),
    _text("party"),
    _text("metric", required=True),
    _text("outlet"),
    _text("relays", required=True),
    _text("period_kind", required=True),
    _text("period_start"),
    _text("period_end"),
    _text("as_of"),
    _text("report_date"),
    _number("low"),
    _number("high"),
    _number("strict", required=True),
    _text("hedge"),
    _text("scope"),
    _text("stance", required=True),
    _text("recorded_at", required=True),
    _text("scope_words"),
    _text("basis"),
    _text("confidence", required=True),
    _text("rules", required=True),
    _number("span_start", required=True),
    _number("span_end", required=True),
    _number("byte_start", required=True),
    _number("byte_end", required=True),
    _text("quote", required=True),
    _text("sentence", required=True),
    Index("claims_by_document", "document"),
    Index("claims_by_metric", "metric", "party", "claimant", "report_date"),
    Index("claims_by_low", "low"),
    Index("claims_by_high", "high"),
    sqlite_strict=True,
)

marks = Table(
    "marks",
    metadata,
    _seq(),
    _text("id", required=True, unique=True),
    _text("kind", required=True),
    _text("claim", ForeignKey("claims.id"), required=True),
    _text("replacement", ForeignKey("claims.id")),
    _text("reason", required=True),
    _text("marked_by", required=True),
    _text("recorded_at", required=True),
    Index("marks_by_claim", "claim"),
    Index("marks_by_replacement", "replacement"),
    sqlite_strict=True,
)

fetches = Table(
    "fetches",
    metadata,
    _seq(),
    _text("id", required=True, unique=True),
    _text("document", ForeignKey("documents.id"), required=True),
    _text("how", required=True),
    _text("recorded_at", required=True),
    Index("fetches_by_document", "document"),
    sqlite_strict=True,
)

statements = Table(
    "statements",
    metadata,
    _seq(),
    _text("id", required=True, unique=True),
    _text("document", ForeignKey("documents.id"), required=True),
    _text("kind", required=True),
    _text("claimant"),
    _text("outlet"),
    _text("relays", required=True),
    _text("said_on"),
    _number("span_start", required=True),
    _number("span_end", required=True),
    _number("byte_start", required=True),
    _number("byte_end", required=True),
    _text("quote", required=True),
    _text("sentence", required=True),
    _text("places", required=True),
    _text("recorded_at", required=True),
    Index("statements_by_document", "document"),
    Index("statements_by_claimant", "claimant", "said_on"),
    sqlite_strict=True,
)

places = Table(
    "places",
    metadata,
    _seq(),
    _text("id", required=True, unique=True),
    _text("document", ForeignKey("documents.id"), required=True),
    _text("claim", ForeignKey("claims.id"), required=True),
    _text("places", required=True),
    _text("recorded_at", required=True),
    Index("places_by_document", "document"),
    sqlite_strict=True,
)

LEAVES = {
    "document": documents,
    "reading": readings,
    "claim": claims,
    "mark": marks,
    "fetch": fetches,
    "statement": statements,
    "places": places,
}
"""The tables whose rows are leaves of the log, by the kind that ``log.kind`` names."""


MIGRATIONS = {1: (marks, fetches), 2: (statements, places)}
"""The tables that each earlier version lacked; it is brought forward step by step."""


def sqlite_guards(tables: Iterable[Table]) -> Iterator[str]:
    """The triggers that refuse UPDATE and DELETE and turn INSERT OR REPLACE into nothing.

    REPLACE deletes without firing a delete trigger, so a row that would be replaced is
    ignored before it is inserted.
    """
    for table in tables:
        keys = [c.name for c in table.columns if c.primary_key or c.unique]
        held = " OR ".join(
            f"EXISTS (SELECT 1 FROM {table.name} WHERE {key} = NEW.{key})" for key in keys
        )
        for action in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table.name}_no_{action.lower()} BEFORE {action} ON {table.name}"
                f" BEGIN SELECT raise(ABORT, 'the ledger only grows'); END"
            )
        yield (
            f"CREATE TRIGGER {table.name}_no_replace BEFORE INSERT ON {table.name}"
            f" WHEN {held} BEGIN SELECT raise(IGNORE); END"
        )


_ONLY_GROWS = "BEGIN RAISE EXCEPTION 'the ledger only grows'; END"


def postgresql_guards(tables: Iterable[Table]) -> Iterator[str]:
    """The function and triggers that refuse UPDATE, DELETE and TRUNCATE in PostgreSQL."""
    yield (
        "CREATE OR REPLACE FUNCTION lossledger_only_grows() RETURNS trigger"
        f" LANGUAGE plpgsql AS $${_ONLY_GROWS}$$"
    )
    for table in tables:
        yield (
            f"CREATE TRIGGER {table.name}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE"
            f" ON {table.name} FOR EACH STATEMENT EXECUTE FUNCTION lossledger_only_grows()"
        )


def postgresql_guards_found() -> str:
    """The query for each guard's name and what it does: when, on what, enabled, and how."""
    return (
        "SELECT t.tgname, concat_ws(' ', c.relname, t.tgtype, t.tgenabled, p.prosrc)"
        " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace"
    )


def postgresql_guards_wanted(tables: Iterable[Table]) -> dict[str, str]:
    """What that query gives for an untouched ledger; 58 is before, update, delete, truncate."""
    return {f"{table.name}_only_grows": f"{table.name} 58 O {_ONLY_GROWS}" for table in tables}
