"""Two stores, one behaviour."""

from datetime import timedelta

import pytest
from ledger_samples import NOON, a_reading
from test_ledger_verify import fill

from lossledger.errors import LedgerError
from lossledger.ledger import Mark, Trouble, open_ledger
from lossledger.ledger.opening import shown
from lossledger.ledger.schema import MIGRATIONS, VERSION, metadata


def test_both_stores_give_one_export(path, database):
    assert fill(path) == fill(database)
    with open_ledger(path) as file, open_ledger(database) as server:
        assert list(file.export()) == list(server.export())
        assert file.claims() == server.claims()
        assert file.figures("personnel") == server.figures("personnel")
        assert file.coverage() == server.coverage()
        assert server.verify() == file.verify()


def test_a_ledger_moves_from_a_file_to_a_server_and_back(path, database, tmp_path):
    fill(path)
    with open_ledger(path) as file, open_ledger(database) as server:
        server.import_lines(file.export())
        with open_ledger(tmp_path / "back") as back:
            back.import_lines(server.export())
            assert back.head() == file.head()


@pytest.mark.parametrize("table", sorted(metadata.tables))
@pytest.mark.parametrize(
    "action", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "TRUNCATE {0} CASCADE"]
)
def test_no_row_of_a_server_can_be_changed(database, table, action):
    import psycopg

    fill(database)
    column = metadata.tables[table].columns.keys()[0]
    with (
        psycopg.connect(database) as raw,
        pytest.raises(psycopg.errors.RaiseException, match="the ledger only grows"),
    ):
        raw.execute(action.format(table, column))


def test_a_row_changed_behind_a_disabled_guard_is_named(database):
    import psycopg

    fill(database)
    with psycopg.connect(database) as raw:
        raw.execute("ALTER TABLE claims DISABLE TRIGGER claims_only_grows")
        raw.execute("UPDATE claims SET low = 1 WHERE seq = 1")
        (key,) = raw.execute("SELECT id FROM claims WHERE seq = 1").fetchone()
    with open_ledger(database) as ledger:
        assert ledger.verify().troubles == (
            Trouble("guard claims_only_grows", "is missing or was changed"),
            Trouble(f"claim {key} (row 1)", "was changed"),
        )


def test_a_missing_or_newer_ledger_on_a_server_is_told(database):
    import psycopg

    with pytest.raises(LedgerError) as caught:
        open_ledger(database, create=False)
    assert str(caught.value) == (
        f"{shown(database)}: there is no ledger here yet"
        " (make one with `lossledger read` or `lossledger pull daily-mirror`)"
    )
    fill(database)
    with psycopg.connect(database) as raw:
        raw.execute("INSERT INTO lossledger_about VALUES (99)")
    with pytest.raises(LedgerError, match=r"has schema version 99, .* \(update lossledger\)$"):
        open_ledger(database)


def test_a_server_opened_to_read_only_is_not_written(database):
    fill(database)
    with open_ledger(database, read_only=True) as ledger:
        assert len(ledger.claims()) == 4
        with pytest.raises(LedgerError) as caught:
            ledger.append([a_reading("about 1 (+2) 3 4 persons")], recorded_at=NOON)
    assert str(caught.value) == f"{shown(database)}: is opened to read only (open it to write)"


def test_a_server_that_does_not_answer_is_told_without_the_password():
    with pytest.raises(LedgerError) as caught:
        open_ledger("postgresql://me:secret@127.0.0.1:1/war")
    assert str(caught.value) == (
        "postgresql://me@127.0.0.1:1/war: the database server cannot be reached"
        " (check that it runs)"
    )


def test_a_reader_is_not_blocked_by_a_writer(ledger):
    ledger.append([a_reading()], recorded_at=NOON)
    seen = []

    def look(done):
        seen.append(len(ledger.claims()))

    later = a_reading("about 408240 (+1000) persons")
    ledger.append([later], recorded_at=NOON + timedelta(1), on_progress=look)
    assert seen == [2]
    assert len(ledger.claims()) == 4


@pytest.mark.parametrize("version", sorted(MIGRATIONS))
def test_a_ledger_of_an_earlier_version_on_a_server_is_brought_forward(database, version):
    import psycopg

    with open_ledger(database) as ledger:
        ledger.append([a_reading()], recorded_at=NOON)
        head = ledger.head()
    with psycopg.connect(database) as raw:
        for later in range(version, VERSION):
            for table in MIGRATIONS[later]:
                raw.execute(f"DROP TABLE {table.name}")
        raw.execute("TRUNCATE lossledger_about")
        raw.execute(f"INSERT INTO lossledger_about VALUES ({version})")
    with open_ledger(database, read_only=True) as ledger:
        assert ledger.head() == head
        assert ledger.verify().sound
    with open_ledger(database) as ledger:
        mark = Mark("retracted", ledger.claims()[0].id, "withdrawn", "desk")
        assert ledger.mark(mark, recorded_at=NOON)
    with psycopg.connect(database) as raw:
        assert raw.execute("SELECT max(version) FROM lossledger_about").fetchone() == (VERSION,)
