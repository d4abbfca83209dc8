"""Ledgers of earlier programs are brought forward by themselves."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from ledger_samples import NOON, a_reading

from lossledger.errors import LedgerError
from lossledger.ledger import Mark, open_ledger
from lossledger.ledger.schema import MIGRATIONS, VERSION

EARLIER = Path(__file__).parent / "earlier"
"""Ledgers that the programs of earlier schemas made themselves, as SQL."""


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


def left_by(path, version):
    """The ledger that the program of an earlier schema really left, and its claims' ids."""
    script = (EARLIER / f"schema{version}.sql").read_text("utf-8")
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(script)
        assert raw.execute("PRAGMA user_version").fetchone() == (version,)
        return [row[0] for row in raw.execute("SELECT id FROM claims ORDER BY seq")]


def test_a_ledger_of_every_earlier_version_is_kept_to_be_tried():
    assert sorted(p.name for p in EARLIER.iterdir()) == [
        f"schema{v}.sql" for v in sorted(MIGRATIONS)
    ]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("version", sorted(MIGRATIONS))
def test_what_an_earlier_program_wrote_is_sound_and_has_its_ids(path, version, read_only, tmp_path):
    ids = left_by(path, version)
    with open_ledger(path, read_only=read_only) as ledger:
        assert int.from_bytes(path.read_bytes()[60:64], "big") == VERSION or not read_only
        found = ledger.verify()
        assert (found.sound, found.documents) == (True, 2)
        assert sorted(claim.id for claim in ledger.claims()) == sorted(ids)
        lines = list(ledger.export())
    with open_ledger(tmp_path / "copy") as copy:
        copy.import_lines(lines)
        assert copy.head().root == found.root
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("version", sorted(MIGRATIONS))
def test_a_damaged_ledger_of_an_earlier_version_is_left_as_it_is(path, version, read_only):
    left_by(path, version)
    whole = path.read_bytes()
    middle = len(whole) // 2 // 4096 * 4096
    path.write_bytes(whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :])
    damaged = path.read_bytes()
    with pytest.raises(LedgerError, match="damaged"):
        open_ledger(path, read_only=read_only)
    assert path.read_bytes() == damaged


def test_an_earlier_ledger_that_someone_changed_is_not_hashed_anew(path):
    left_by(path, 1)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER claims_no_update")
        raw.execute("UPDATE claims SET high = high + 1 WHERE seq = 1")
        raw.commit()
    with pytest.raises(LedgerError, match="a row is not as an earlier program wrote it"):
        open_ledger(path)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)


@pytest.mark.parametrize("version", sorted(MIGRATIONS))
def test_an_earlier_ledger_grows_and_takes_marks(path, version):
    ids = left_by(path, version)
    with open_ledger(path) as ledger:
        ledger.append([a_reading("about 409820 (+1580) persons", 409820)], recorded_at=NOON)
        assert ledger.mark(Mark("retracted", ids[0], "withdrawn", "desk"), recorded_at=NOON)
        assert ids[0] not in {figure.claim_id for figure in ledger.figures("personnel")}
        assert ledger.verify().sound


def test_an_earlier_ledger_that_may_only_be_read_says_what_to_do(path, monkeypatch):
    left_by(path, 1)
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(LedgerError) as caught:
        open_ledger(path, read_only=True)
    assert str(caught.value) == (
        f"{path}: was made by an earlier program and may only be read"
        " (use a copy: it is brought forward by itself)"
    )
    assert path.read_bytes() == before
