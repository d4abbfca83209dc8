"""Statements, places of claims and doubtful claims: kept, given back, moved and verified."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from ledger_samples import NOON, SEVERAL, VILLAGE, a_full_reading

from lossledger.ledger import Mark, open_ledger

VERIFIER = Path(__file__).parents[2] / "verify" / "lossledger_verify.py"


def test_statements_and_places_come_back_as_they_were_appended(ledger):
    reading = a_full_reading()
    ledger.append([reading], recorded_at=NOON)
    assert ledger.claims() == list(reading.claims)
    assert ledger.claim(reading.claims[0].id).places == (VILLAGE, SEVERAL)
    assert ledger.statements() == [reading.statements[1], reading.statements[0]]
    assert ledger.statements(claimant="uk_mod", since=date(2024, 2, 21)) == [reading.statements[0]]
    assert ledger.statements(kind="not_verified", until=date(2024, 2, 20)) == []
    assert ledger.statements(as_of=NOON - timedelta(seconds=1)) == []
    assert ledger.verify().sound


def test_appending_twice_adds_no_statement_and_no_places(ledger):
    ledger.append([a_full_reading()], recorded_at=NOON)
    size = ledger.head().size
    ledger.append([a_full_reading()], recorded_at=NOON + timedelta(days=1))
    assert ledger.head().size == size


def test_a_later_reading_that_knows_more_places_counts_from_then_on(ledger):
    reading = a_full_reading()
    bare = replace(reading, claims=tuple(replace(c, places=()) for c in reading.claims))
    later = NOON + timedelta(days=1)
    ledger.append([bare], recorded_at=NOON)
    assert ledger.claims()[0].places == ()
    added = ledger.append([reading], recorded_at=later)
    assert added.claims == 0
    assert ledger.claims()[0].places == (VILLAGE, SEVERAL)
    assert ledger.claims(as_of=NOON)[0].places == ()


def test_an_export_carries_statements_and_places_and_the_small_verifier_reads_it(path, tmp_path):
    other = tmp_path / "other.sqlite"
    with open_ledger(path) as ledger:
        ledger.append([a_full_reading()], recorded_at=NOON)
        lines = list(ledger.export())
        head = ledger.head()
        held = ledger.claims(), ledger.statements()
    kinds = [json.loads(line)["row"] for line in lines]
    assert kinds.count("statement") == 2
    assert kinds.count("places") == 1
    with open_ledger(other) as ledger:
        ledger.import_lines(lines)
        assert ledger.head() == head
        assert (ledger.claims(), ledger.statements()) == held
    export = tmp_path / "export.jsonl"
    export.write_text("\n".join(lines) + "\n", "utf-8")
    run = subprocess.run([sys.executable, VERIFIER, export], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (0, "sound\n")


def test_a_changed_statement_is_found(path):
    import sqlite3
    from contextlib import closing

    with open_ledger(path) as ledger:
        ledger.append([a_full_reading()], recorded_at=NOON)
    with closing(sqlite3.connect(path)) as raw:
        guard = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'statements_no_update'")
        sql = guard.fetchone()[0]
        raw.execute("DROP TRIGGER statements_no_update")
        raw.execute("UPDATE statements SET claimant = 'nato' WHERE claimant = 'uk_mod'")
        raw.execute(sql)
        raw.commit()
    with open_ledger(path) as ledger:
        troubles = ledger.verify().troubles
    assert [t.what for t in troubles] == ["was changed"]
    assert troubles[0].where.startswith("statement ")


def test_doubtful_are_claims_of_low_confidence_until_somebody_decides(ledger):
    reading = a_full_reading()
    doubtful = reading.claims[0]
    later = NOON + timedelta(hours=1)
    ledger.append([reading], recorded_at=NOON)
    assert ledger.doubtful() == [doubtful]
    ledger.mark(Mark("decided", doubtful.id, "read as written", "desk"), recorded_at=later)
    assert ledger.doubtful() == []
    assert ledger.doubtful(as_of=NOON) == [doubtful]
