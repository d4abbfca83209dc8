"""Versions of a dataset: only what they change is kept, and each figure has its story."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from ledger_samples import a_claim, a_document

from lossledger.errors import LedgerError
from lossledger.ledger import Appended
from lossledger.model import Reading, Span
from lossledger.quantity import Quantity

FIRST = datetime(2025, 6, 3, 8, tzinfo=UTC)
METRICS = ("aircraft", "tanks")


def a_version(records, only=None):
    """A mirror's file of ``{day: (aircraft, tanks)}``, read whole or for some of its days."""
    lines = [json.dumps({"date": day.isoformat(), "n": n}) for day, n in records.items()]
    document = a_document("\n".join(lines), origin="mirror.json", outlet="daily_mirror")
    claims = [
        a_claim(
            document,
            Quantity.exactly(number),
            day,
            metric=metric,
            outlet="daily_mirror",
            relays=("daily_mirror",),
            span=Span(k, k + 1),
        )
        for k, (day, numbers) in enumerate(records.items())
        for metric, number in zip(METRICS, numbers, strict=True)
        if only is None or day in only
    ]
    return Reading(document, tuple(claims))


def replayed(ledger, reading, number, gone=None):
    at = FIRST + timedelta(days=number)
    return ledger.append_version(
        reading, recorded_at=at, by="replay", reason=f"version {number}", gone=gone
    )


def values(ledger, number=None):
    as_of = None if number is None else FIRST + timedelta(days=number)
    return [figure.value for figure in ledger.figures("aircraft", as_of=as_of)]


D1, D2, D3 = date(2025, 6, 1), date(2025, 6, 2), date(2025, 6, 3)


def test_a_version_adds_only_what_it_changes(ledger):
    assert replayed(ledger, a_version({D1: (1, 5), D2: (2, 6)}), 0) == Appended(1, 4, 0)
    assert replayed(ledger, a_version({D1: (1, 5), D2: (2, 6)}), 1) == Appended(0, 0, 4)
    grown = {D1: (1, 5), D2: (2, 6), D3: (384, 7)}
    assert replayed(ledger, a_version(grown), 2) == Appended(1, 2, 4)
    assert replayed(ledger, a_version(grown | {D3: (413, 7)}), 3) == Appended(1, 1, 5)
    assert [values(ledger, n) for n in range(4)] == [[1, 2], [1, 2], [1, 2, 384], [1, 2, 413]]
    (mark,) = ledger.marks()
    assert (mark.kind, mark.reason, mark.by) == ("mirror_corrected", "version 3", "replay")
    assert ledger.claim(mark.replacement).quantity.value == 413
    assert [event.kind for event in ledger.history_of_day("aircraft", D3)] == [
        "recorded",
        "recorded",
        "mirror_corrected",
    ]
    assert ledger.verify().sound


def test_the_changed_records_alone_give_the_same_ledger_as_whole_versions(ledger, tmp_path):
    from lossledger.ledger import open_ledger

    versions = [
        {D1: (1, 5)},
        {D1: (1, 5), D2: (2, 6)},
        {D1: (1, 4), D2: (2, 6)},
        {D1: (1, 4), D3: (3, 7)},
        {D1: (1, 5), D3: (3, 7), D2: (2, 6)},
    ]
    before = {}
    with open_ledger(tmp_path / "whole") as whole:
        for number, records in enumerate(versions):
            changed = {day for day, n in records.items() if before.get(day) != n}
            gone = before.keys() - records.keys()
            replayed(ledger, a_version(records, changed), number, gone)
            replayed(whole, a_version(records), number)
            assert values(ledger) == values(whole) == [n[0] for _, n in sorted(records.items())]
            before = records
        assert ledger.claims() == whole.claims()
        assert len(ledger.marks()) == len(whole.marks())


def test_a_record_that_is_gone_leaves_a_mark(ledger):
    replayed(ledger, a_version({D1: (1, 5), D2: (2, 6)}), 0)
    replayed(ledger, a_version({D1: (1, 5)}), 1)
    assert values(ledger, 0) == [1, 2]
    assert values(ledger) == [1]
    assert {mark.reason for mark in ledger.marks()} == {"version 1: left out"}


def test_a_version_that_comes_back_puts_its_figures_back(ledger):
    one, two = {D1: (1, 5)}, {D1: (9, 5)}
    for number, records in enumerate((one, two, one, two)):
        replayed(ledger, a_version(records), number)
    assert [values(ledger, n) for n in range(4)] == [[1], [9], [1], [9]]
    assert ledger.verify().sound


def test_a_version_older_than_the_ledger_is_refused(ledger):
    replayed(ledger, a_version({D1: (1, 5)}), 5)
    head = ledger.head()
    with pytest.raises(LedgerError) as caught:
        replayed(ledger, a_version({D1: (2, 5)}), 1)
    assert str(caught.value) == (
        "version: the ledger was written at 2025-06-08T08:00:00.000000Z, after this version of"
        " 2025-06-04T08:00:00+00:00 (replay old versions into a new ledger, oldest first)"
    )
    assert ledger.head() == head


def test_versions_are_kept_as_differences_and_come_back_whole(ledger):
    records = {D1 + timedelta(days=k): (k, k) for k in range(200)}
    contents = {}
    for number in range(120):
        records[D1 + timedelta(days=number)] = (number + 1000, number)
        reading = a_version(records, {D1 + timedelta(days=number)})
        replayed(ledger, reading, number, ())
        contents[reading.document.id] = reading.document
    assert {key: ledger.document(key) for key in contents} == contents
    assert ledger.verify().sound
    kept = "".join(ledger.export())
    assert len(kept) > 120 * 3000
