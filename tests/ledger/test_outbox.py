"""Signals wait in a folder beside the ledger until their receiver has them."""

import os

import pytest

from lossledger.errors import LedgerError
from lossledger.ledger.outbox import Outbox

HOOK, OTHER = "https://hook.example/", "https://other.example/"


def test_what_was_put_waits_in_its_order_for_each_receiver_and_outlasts_the_program(tmp_path):
    folder = tmp_path / "war.ledger.signals"
    for number in range(12):
        Outbox(folder, [HOOK, OTHER]).put([{"id": str(number)}])
    for receiver in (HOOK, OTHER):
        waiting = Outbox(folder).waiting(receiver)
        assert [part[0]["id"] for _, part in waiting] == [str(n) for n in range(12)]
    Outbox(folder).done(HOOK, [name for name, _ in waiting[:11]])
    assert [part for _, part in Outbox(folder).waiting(HOOK)] == [[{"id": "11"}]]
    assert len(Outbox(folder).waiting(OTHER)) == 12


def test_nothing_is_written_where_nothing_is_to_be_told(tmp_path):
    outbox = Outbox(tmp_path / "x.signals", [HOOK])
    outbox.put([])
    assert (outbox.waiting(HOOK), outbox.told(), list(tmp_path.iterdir())) == ([], {}, [])


def test_of_too_many_parts_the_oldest_are_given_up(tmp_path):
    outbox = Outbox(tmp_path, [HOOK])
    for number in range(503):
        outbox.put([{"id": number}])
    waiting = outbox.waiting(HOOK)
    assert (len(waiting), waiting[0][1]) == (500, [{"id": 3}])


def test_a_part_that_cannot_be_read_is_put_aside_and_stops_nothing(tmp_path):
    outbox = Outbox(tmp_path, [HOOK])
    outbox.put([{"id": 1}]), outbox.put([{"id": 2}])
    first = outbox.waiting(HOOK)[0][0]
    (file,) = tmp_path.rglob(first)
    file.write_bytes(b"[{")
    assert [part for _, part in outbox.waiting(HOOK)] == [[{"id": 2}]]
    assert [p.suffix for p in tmp_path.rglob(f"{first}*")] == [".broken"]


def test_what_was_told_of_a_feed_is_remembered(tmp_path):
    Outbox(tmp_path).remember({"https://a/": {"failed": "layout"}, "https://b/": {}})
    assert Outbox(tmp_path).told() == {"https://a/": {"failed": "layout"}}
    (tmp_path / "told.json").write_text("nonsense")
    assert Outbox(tmp_path).told() == {}


def test_the_folder_stands_beside_a_file_and_in_the_data_folder_for_a_server(tmp_path):
    beside = Outbox.beside(str(tmp_path / "war.ledger"), tmp_path / "data")
    beside.remember({"a": {"failed": "layout"}})
    Outbox.beside("postgresql://host/war", tmp_path / "data").remember({"a": {"failed": "layout"}})
    assert sorted(p.suffixes[-1] for p in tmp_path.glob("*.signals")) == [".signals"]
    assert len(list((tmp_path / "data").glob("*.signals"))) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(LedgerError, match="cannot be used: permission denied"):
        Outbox(tmp_path / "a", [HOOK]).put([{"id": 1}])


def test_a_file_in_the_folder_s_place_is_named(tmp_path):
    (tmp_path / "a").write_text("")
    with pytest.raises(LedgerError, match="check the folder beside the ledger"):
        Outbox(tmp_path / "a", [HOOK]).put([{"id": 1}])
