"""Ledgers of earlier programs are brought forward by themselves."""

import sqlite3
from contextlib import closing

import pytest
from ledger_samples import NOON, a_reading

from lossledger.errors import LedgerError
from lossledger.ledger import open_ledger
from lossledger.ledger.schema import MIGRATIONS, VERSION


def made_older(path, version):
    """Take away what later versions added, as an earlier program would have left the file."""
    with open_ledger(path) as ledger:
        ledger.append([a_reading()], recorded_at=NOON)
        head = ledger.head()
    with closing(sqlite3.connect(path)) as raw:
        for later in range(version, VERSION):
            for table in MIGRATIONS[later]:
                raw.execute(f"DROP TABLE {table.name}")
        raw.execute(f"PRAGMA user_version = {version}")
    return head


def test_every_earlier_version_has_a_way_forward():
    assert sorted(MIGRATIONS) == list(range(1, VERSION))


@pytest.mark.parametrize("version", sorted(MIGRATIONS))
def test_a_ledger_of_an_earlier_version_opens_with_all_it_held(path, version):
    head = made_older(path, version)
    with open_ledger(path) as ledger:
        assert ledger.head() == head
        assert ledger.marks() == []
        assert ledger.verify().sound
        ledger.append([a_reading("about 408240 (+1000) persons")], recorded_at=NOON)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_an_earlier_ledger_opened_to_read_only_says_what_to_do(path):
    made_older(path, 1)
    before = path.read_bytes()
    with pytest.raises(LedgerError) as caught:
        open_ledger(path, read_only=True)
    assert str(caught.value) == (
        f"{path}: was made by an earlier program and is opened to read only"
        " (open it once to write, it is brought forward by itself)"
    )
    assert path.read_bytes() == before
