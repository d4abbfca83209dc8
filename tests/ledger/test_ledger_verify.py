"""Whatever is changed behind the ledger's back is named."""

import random
import shutil
import sqlite3
import zlib
from contextlib import closing
from datetime import timedelta

import pytest
from ledger_samples import NOON, a_claim, a_document, a_full_reading, a_reading

from lossledger.errors import LedgerError
from lossledger.ledger import Mark, Trouble, open_ledger
from lossledger.ledger.checkpoint import Checkpoint
from lossledger.ledger.schema import metadata
from lossledger.model import Reading, Span

LATER = NOON + timedelta(days=1)
TABLES = tuple(table.name for table in metadata.sorted_tables)


def fill(path):
    """Two posts, a mark and the way a document was got: 4 + 4 + 2 rows."""
    with open_ledger(path) as ledger:
        first = a_reading()
        ledger.append([first], recorded_at=NOON)
        ledger.append([a_reading("about 408240 (+1000) persons")], recorded_at=LATER)
        mark = Mark("retracted", first.claims[1].id, "the post was withdrawn", "the desk")
        ledger.mark(mark, recorded_at=LATER)
        ledger.note_fetch(first.document.id, {"url": "https://example.org/"}, recorded_at=LATER)
        return ledger.head()


@pytest.fixture
def filled(path):
    fill(path)
    return path


def tampered(path, *statements):
    """Run statements as someone would who first takes the guards away, then puts them back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        guards = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        for _, sql in guards:
            raw.execute(sql)
    return troubles(path)


def troubles(path, checkpoint=None):
    with open_ledger(path) as ledger:
        return list(ledger.verify(checkpoint).troubles)


def test_an_untouched_ledger_is_sound(filled):
    with open_ledger(filled) as ledger:
        found = ledger.verify()
        assert found.sound
        assert (found.rows, found.documents, found.root) == (10, 2, ledger.head().root)


def test_an_empty_ledger_is_sound(ledger):
    found = ledger.verify()
    assert (found.sound, found.rows) == (True, 0)


def test_a_changed_figure_is_named(filled):
    with closing(sqlite3.connect(filled)) as raw:
        (key,) = raw.execute("SELECT id FROM claims WHERE seq = 1").fetchone()
    found = tampered(filled, "UPDATE claims SET high = high + 1 WHERE seq = 1")
    assert found == [Trouble(f"claim {key} (row 1)", "was changed")]


@pytest.mark.parametrize("table", TABLES)
def test_a_change_of_any_column_is_named(filled, table):
    with closing(sqlite3.connect(filled)) as raw:
        columns = raw.execute(f"SELECT name, type FROM pragma_table_info('{table}')").fetchall()
    if table in ("statements", "places"):
        with open_ledger(filled) as ledger:
            ledger.append([a_full_reading()], recorded_at=LATER)
    clean = filled.read_bytes()
    for name, kind in columns:
        change = {
            "TEXT": f"coalesce({name}, '') || 'x'",
            "BLOB": f"CAST({name} || x'00' AS BLOB)",
        }.get(kind, f"coalesce({name}, 0) + 1000")
        if (table, name) in {("documents", "text")}:
            change = "x'00'"
        filled.write_bytes(clean)
        last = f"(SELECT max(rowid) FROM {table})"
        assert tampered(filled, f"UPDATE {table} SET {name} = {change} WHERE rowid = {last}"), name


@pytest.mark.parametrize(
    "change", ["strict = strict + 2", """relays = '"ab"'""", "relays = '[ ]'", "scope = '[ ]'"]
)
def test_a_value_that_only_looks_like_what_was_written_is_named(filled, change):
    assert tampered(filled, f"UPDATE claims SET {change}")


def test_a_deleted_row_is_named(filled):
    found = tampered(filled, "DELETE FROM claims WHERE seq = 2")
    assert found == [Trouble("claim (row 2)", "was deleted")]


def test_a_row_deleted_with_its_place_in_the_log_is_named(filled):
    found = tampered(filled, "DELETE FROM claims WHERE seq = 2", "DELETE FROM log WHERE seq = 2")
    assert Trouble("log (row 2)", "was deleted") in found


@pytest.mark.parametrize("size", [4, 8, 9])
def test_a_deleted_head_is_named_by_the_one_after_it(filled, size):
    (found,) = tampered(filled, f"DELETE FROM heads WHERE size = {size}")
    assert found.what == "does not follow from the head before it"


def test_heads_of_the_first_programs_have_no_link_and_are_sound(filled):
    with closing(sqlite3.connect(filled)) as raw:
        sizes = [row[0] for row in raw.execute("SELECT size FROM heads")]
    cuts = [
        f"UPDATE heads SET frontier = substr(frontier, 1, {32 * n.bit_count()}) WHERE size = {n}"
        for n in sizes
    ]
    assert tampered(filled, *cuts) == []
    with open_ledger(filled) as ledger:
        ledger.append([a_reading("about 409820 (+1580) persons")], recorded_at=LATER)
        assert ledger.verify().sound


def test_a_row_that_makes_no_sense_is_told_as_damage(filled):
    found = tampered(filled, "UPDATE claims SET report_date = '2024-02-31'")
    assert {trouble.what for trouble in found} == {"was changed"}
    with open_ledger(filled) as ledger, pytest.raises(LedgerError) as caught:
        ledger.claims()
    assert str(caught.value) == (
        f"{filled}: is damaged: a row makes no sense"
        " (use a copy of it, or export what `lossledger verify` finds sound)"
    )


@pytest.mark.parametrize(
    "change", ["heads SET frontier = 7", "heads SET root = NULL", "log SET leaf = 1.5"]
)
def test_a_value_of_another_type_is_named_whatever_it_is(filled, change):
    """A flipped bit can change the type of a value, which no strict table allows to be written."""
    with closing(sqlite3.connect(filled)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        table = change.split()[0]
        raw.execute(
            "UPDATE sqlite_master SET sql = replace(replace(sql, 'STRICT', ''), 'NOT NULL', '')"
            f" WHERE type = 'table' AND name = '{table}'"
        )
        raw.commit()
    assert tampered(filled, f"UPDATE {change} WHERE rowid = (SELECT max(rowid) FROM {table})")


def test_an_inserted_row_is_named(filled):
    columns = "id, kind, claim, replacement, reason, marked_by, recorded_at"
    found = tampered(
        filled,
        f"INSERT INTO marks SELECT 77, 'x', kind, claim, replacement, reason, marked_by,"
        f" recorded_at FROM (SELECT {columns} FROM marks)",
    )
    assert found == [Trouble("mark x (row 77)", "was inserted: the log does not know it")]


def test_rows_put_in_another_order_are_named(filled):
    with closing(sqlite3.connect(filled)) as raw:
        one, two = (row[0] for row in raw.execute("SELECT id FROM claims ORDER BY seq LIMIT 2"))
    found = tampered(
        filled,
        "UPDATE claims SET seq = 99 WHERE seq = 1",
        "UPDATE claims SET seq = 1 WHERE seq = 2",
        "UPDATE claims SET seq = 2 WHERE seq = 99",
    )
    assert found == [
        Trouble(f"claim {two} (row 1)", "was put in another order: the log has it as row 2"),
        Trouble(f"claim {one} (row 2)", "was put in another order: the log has it as row 1"),
    ]


def test_a_missing_guard_is_named(filled):
    with closing(sqlite3.connect(filled)) as raw:
        raw.execute("DROP TRIGGER claims_no_update")
    assert troubles(filled) == [Trouble("guard claims_no_update", "is missing or was changed")]


def test_bytes_that_were_taken_away_are_counted(filled):
    bare = "content = NULL, text = NULL, layout = NULL"
    tampered(filled, f"UPDATE documents SET {bare} WHERE seq = 0")
    with open_ledger(filled) as ledger:
        assert ledger.verify().left_out == 1


def test_a_document_with_other_bytes_is_named(filled):
    with closing(sqlite3.connect(filled)) as raw:
        (key,) = raw.execute("SELECT id FROM documents WHERE seq = 0").fetchone()
    other = "(SELECT content FROM documents WHERE seq = 4)"
    found = tampered(filled, f"UPDATE documents SET content = {other} WHERE seq = 0")
    assert found == [Trouble(f"document {key}", "its content was changed")]


def test_a_ledger_rolled_back_is_found_by_a_checkpoint(path, tmp_path):
    with open_ledger(path) as ledger:
        ledger.append([a_reading()], recorded_at=NOON)
    shutil.copy(path, tmp_path / "old")
    kept = fill(path)
    checkpoint = Checkpoint(kept.size, kept.root, kept.written_at)
    assert troubles(path, checkpoint) == []
    assert troubles(tmp_path / "old") == []
    assert troubles(tmp_path / "old", checkpoint) == [
        Trouble("log (4 rows)", "was rolled back: the checkpoint was signed for 10 rows")
    ]


def test_a_ledger_written_anew_is_found_by_a_checkpoint(path, tmp_path):
    head = fill(path)
    document = a_document()
    with open_ledger(tmp_path / "forged") as ledger:
        claims = tuple(a_claim(document, n, span=Span(0, n)) for n in range(20))
        ledger.append([Reading(document, claims)], recorded_at=NOON)
    checkpoint = Checkpoint(head.size, head.root, head.written_at)
    assert troubles(tmp_path / "forged", checkpoint) == [
        Trouble(
            "log (first 10 rows)", "does not contain the past that the checkpoint was signed for"
        )
    ]


def test_a_grown_ledger_still_contains_an_earlier_checkpoint(path):
    head = fill(path)
    with open_ledger(path) as ledger:
        ledger.append([a_reading("about 409820 (+1580) persons")], recorded_at=LATER)
        assert ledger.verify(Checkpoint(head.size, head.root, head.written_at)).sound


def meaning(path):
    """All that the ledger can be asked, or ``None`` when it cannot be."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as raw:
            raw.execute("PRAGMA cell_size_check = ON")
            found = [raw.execute(f"SELECT * FROM {t} ORDER BY 1").fetchall() for t in TABLES]
    except (sqlite3.Error, OverflowError):
        return None
    return [[tuple(map(plain, row)) for row in rows] for rows in found]


def plain(value):
    """A packed text as its bytes: the last bits that fill up a packed byte mean nothing."""
    if not isinstance(value, bytes) or value[:1] != b"x":
        return value
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(value)
    except zlib.error:
        return value
    return content if unpacker.eof and not unpacker.unused_data else value


def silent(path, content, said):
    """Whether a damaged ledger passes as sound although it says something else."""
    path.write_bytes(content)
    try:
        with open_ledger(path) as ledger:
            if not ledger.verify().sound:
                return False
    except LedgerError:
        return False
    return meaning(path) != said


def test_flipped_bits_and_cuts_never_pass_in_silence(filled):
    """A short form of ``tests/faults/tampering.py``, which goes through every byte."""
    clean, said, rng = filled.read_bytes(), meaning(filled), random.Random(2024)
    for _ in range(250):
        spot, bit = rng.randrange(len(clean)), 1 << rng.randrange(8)
        flipped = bytearray(clean)
        flipped[spot] ^= bit
        assert not silent(filled, bytes(flipped), said), (spot, bit)
    for size in range(0, len(clean), 4096):
        assert not silent(filled, clean[:size], said), size
