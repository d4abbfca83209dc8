"""Whoever opens the file with a plain SQLite connection cannot change what it holds."""

import sqlite3
from contextlib import closing

import pytest
from ledger_samples import NOON, a_reading

TABLES = ("log", "heads", "documents", "readings", "claims")


@pytest.fixture
def raw(file_ledger, path):
    file_ledger.append([a_reading()], recorded_at=NOON)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_updated(raw, table):
    column = raw.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match=r"^the ledger only grows$"):
        raw.execute(f"UPDATE {table} SET {column} = {column}")


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_deleted(raw, table):
    with pytest.raises(sqlite3.IntegrityError, match=r"^the ledger only grows$"):
        raw.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_replaced(raw, table):
    before = raw.execute(f"SELECT * FROM {table}").fetchall()
    number = len(before[0])
    for row in before:
        changed = [
            value + 1 if k and isinstance(value, int) else value for k, value in enumerate(row)
        ]
        marks = ", ".join("?" * number)
        raw.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", changed)
    assert raw.execute(f"SELECT * FROM {table}").fetchall() == before


def test_a_claim_cannot_be_replaced_under_another_place_in_the_log(raw):
    before = raw.execute("SELECT * FROM claims").fetchall()
    moved = (99, *before[0][1:])
    raw.execute(f"INSERT OR REPLACE INTO claims VALUES ({', '.join('?' * len(moved))})", moved)
    assert raw.execute("SELECT * FROM claims").fetchall() == before


def test_an_upsert_changes_nothing(raw):
    before = raw.execute("SELECT * FROM log").fetchall()
    raw.execute(
        "INSERT INTO log VALUES (0, 'claim', x'00') ON CONFLICT (seq) DO UPDATE SET kind = 'x'"
    )
    assert raw.execute("SELECT * FROM log").fetchall() == before
