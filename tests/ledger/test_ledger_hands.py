"""A large ledger is verified by several processes, with the same verdict as by one."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from ledger_samples import NOON, a_reading
from test_ledger_verify import tampered, troubles

from lossledger.ledger import Trouble, hands, open_ledger, verifying


@pytest.fixture
def filled(path):
    with open_ledger(path) as ledger:
        for k in range(12):
            reading = a_reading(f"about {400 + k} (+{k}) persons")
            ledger.append([reading], recorded_at=NOON + timedelta(hours=k))
    return path


@pytest.fixture
def many(monkeypatch):
    """Several processes for any ledger, on any machine."""
    for module in (hands, verifying):
        monkeypatch.setattr(module, "LARGE", 1)
    monkeypatch.setattr(hands, "_cores", lambda: 3)


def seqs(path):
    with closing(sqlite3.connect(path)) as raw:
        return [row[0] for row in raw.execute("SELECT seq FROM claims ORDER BY seq")]


def test_an_untouched_ledger_is_sound_in_many_hands(filled, many):
    assert troubles(filled) == []


def test_each_change_is_named_once_whoever_has_its_part(filled, many):
    changed = seqs(filled)
    found = tampered(filled, "UPDATE claims SET high = high + 1")
    assert sorted(int(t.where.split("row ")[1][:-1]) for t in found) == changed


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM claims WHERE seq = (SELECT max(seq) FROM claims)",
        "UPDATE claims SET seq = 9999 WHERE seq = (SELECT max(seq) FROM claims)",
        "UPDATE claims SET seq = -9 WHERE seq = (SELECT max(seq) FROM claims)",
        "UPDATE documents SET content = x'00' WHERE seq = (SELECT max(seq) FROM documents)",
    ],
)
def test_many_hands_find_what_one_finds(filled, many, monkeypatch, change):
    found = tampered(filled, change)
    monkeypatch.setattr(hands, "_cores", lambda: 1)
    assert found
    assert sorted(found) == sorted(troubles(filled))


@pytest.mark.parametrize(
    "program", ["raise SystemExit(1)", "pass", "print('{')", "print('[]'); raise SystemExit(1)"]
)
def test_the_part_of_a_hand_that_fails_is_verified_all_the_same(filled, many, monkeypatch, program):
    monkeypatch.setattr(hands, "_PROGRAM", program)
    changed = seqs(filled)
    assert len(tampered(filled, "UPDATE claims SET high = high + 1")) == len(changed)


def test_hands_are_not_called_where_none_can_be_started(filled, many, monkeypatch):
    monkeypatch.setattr(hands.sys, "executable", "/nowhere/python")
    assert troubles(filled) == []


def test_what_a_hand_finds_is_told(filled, many, monkeypatch):
    said = 'import sys; sys.stdin.read(); print(\'[["claim x (row 9)", "was changed"]]\')'
    monkeypatch.setattr(hands, "_PROGRAM", said)
    assert troubles(filled) == [Trouble("claim x (row 9)", "was changed")] * 2


def test_both_stores_are_verified_by_many_hands(ledger, many, monkeypatch):
    ledger.append([a_reading()], recorded_at=NOON)
    ledger.append([a_reading("about 408240 (+1000) persons")], recorded_at=NOON)
    told, said = hands._told, []
    monkeypatch.setattr(hands, "_told", lambda hand: said.append(told(hand)) or said[-1])
    assert ledger.verify().sound
    assert said == [[], []]  # each came to its end and found nothing
