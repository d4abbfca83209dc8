"""Bad input gives one clear line and changes nothing."""

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from ledger_samples import NOON, a_reading

from lossledger.errors import LedgerError
from lossledger.ledger import open_ledger

MAKE = "(make one with `lossledger read` or `lossledger pull daily-mirror`)"
OTHER = "(choose another path with --ledger)"


def told(path, **how):
    with pytest.raises(LedgerError) as caught:
        open_ledger(path, **how)
    return str(caught.value)


@pytest.fixture
def filled(path):
    with open_ledger(path) as ledger:
        ledger.append([a_reading()], recorded_at=NOON)
    return path


def test_a_new_ledger_is_one_file_in_a_folder_made_for_it(tmp_path):
    path = tmp_path / "new" / "war.ledger"
    with open_ledger(path) as ledger:
        assert ledger.claims() == []
    assert [file.name for file in path.parent.iterdir()] == ["war.ledger"]


def test_a_missing_ledger_is_told_with_the_way_to_make_one(path):
    assert told(path, create=False) == f"{path}: there is no ledger here yet {MAKE}"
    assert told(path, read_only=True) == f"{path}: there is no ledger here yet {MAKE}"
    assert not path.exists()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty, no ledger"),
        (b"date,personnel\n2024-02-22,407240\n", "is no ledger"),
        (b"SQLite format 3\x00", "is an SQLite file but no ledger"),
        (bytes(range(256)) * 40, "is no ledger"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_and_not_touched(path, content, what):
    path.write_bytes(content)
    assert told(path) == f"{path}: {what} {OTHER}"
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_another_programs_database_is_refused_and_not_touched(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE claims (id)")
    before = path.read_bytes()
    assert told(path) == f"{path}: is an SQLite file but no ledger {OTHER}"
    assert path.read_bytes() == before


def test_a_directory_is_refused(tmp_path):
    assert told(tmp_path) == f"{tmp_path}: is a directory, no ledger {OTHER}"


def test_a_ledger_of_a_newer_program_is_refused_and_not_touched(filled):
    with closing(sqlite3.connect(filled)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = filled.read_bytes()
    assert told(filled).startswith(f"{filled}: has schema version 99, this program knows ")
    assert told(filled).endswith(" (update lossledger)")
    assert filled.read_bytes() == before


def test_a_damaged_ledger_is_refused_and_not_touched(filled):
    content = filled.read_bytes()
    damaged = content[:100] + b"\xff" * 3000 + content[3100:]
    filled.write_bytes(damaged)
    assert told(filled).startswith(f"{filled}: is damaged (use a copy of it")
    assert filled.read_bytes() == damaged


def test_a_ledger_without_one_of_its_tables_is_refused(filled):
    with closing(sqlite3.connect(filled)) as thief:
        thief.execute("DROP TABLE heads")
    assert told(filled) == f"{filled}: is damaged: the table heads is missing (use a copy of it)"


def test_damage_found_while_reading_is_told_in_one_line(filled):
    content = bytearray(filled.read_bytes())
    with closing(sqlite3.connect(filled)) as look:
        root = "SELECT rootpage FROM sqlite_master WHERE name = 'claims'"
        size, page = (
            look.execute("PRAGMA page_size").fetchone()[0],
            look.execute(root).fetchone()[0],
        )
    content[(page - 1) * size : page * size] = b"\x77" * size
    filled.write_bytes(content)
    with open_ledger(filled) as ledger, pytest.raises(LedgerError) as caught:
        ledger.claims()
    assert str(caught.value) == (
        f"{filled}: is damaged (use a copy of it, or export what `lossledger verify` finds sound)"
    )


def test_a_ledger_opened_to_read_only_cannot_be_written(filled):
    with open_ledger(filled, read_only=True) as ledger:
        assert len(ledger.claims()) == 2
        with pytest.raises(LedgerError) as caught:
            ledger.append([a_reading("about 1 (+2) 3 persons")], recorded_at=NOON)
    assert str(caught.value) == f"{filled}: may not be written: no permission {OTHER}"


def as_nobody(code):
    """What ``code`` prints when it runs without any right to other people's files."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        try:
            said = str(code())
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read().decode()


@pytest.fixture
def open_folder():
    """A folder that any user can go into; pytest's own may be closed to all but their owner."""
    with tempfile.TemporaryDirectory(prefix="ledger") as name:
        folder = Path(name)
        folder.chmod(0o755)
        closed = [p for p in folder.resolve().parents if not p.stat().st_mode & stat.S_IXOTH]
        if closed and os.geteuid() == 0:
            pytest.skip(f"another user cannot go into {closed[0]}")
        yield folder
        folder.chmod(0o755)


def test_a_file_or_folder_without_permission_is_told(open_folder):
    path = open_folder / "war.ledger"
    with open_ledger(path) as ledger:
        ledger.append([a_reading()], recorded_at=NOON)
    path.chmod(0o000)
    denied = f"LedgerError: {path}: may not be opened: no permission {OTHER}"
    assert as_nobody(lambda: open_ledger(path)) == denied
    new = open_folder / "new.ledger"
    open_folder.chmod(0o555)
    assert as_nobody(lambda: open_ledger(new)) == denied.replace("war.", "new.")
    assert sorted(file.name for file in open_folder.iterdir()) == ["war.ledger"]


def test_a_ledger_that_may_only_be_read_answers(open_folder):
    path = open_folder / "war.ledger"
    with open_ledger(path) as ledger:
        ledger.append([a_reading()], recorded_at=NOON)
    path.chmod(0o444)
    open_folder.chmod(0o555)

    def number():
        with open_ledger(path) as ledger:
            return len(ledger.claims())

    assert as_nobody(number) == "2"


def test_importing_the_ledger_does_not_load_the_database_library():
    code = "import sys, lossledger.ledger; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
