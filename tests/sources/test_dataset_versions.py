"""Versions of a dataset, read by what they change."""

import json
from datetime import date, timedelta
from hashlib import sha256

import pytest

from lossledger.errors import BadInput
from lossledger.sources import Versions, dataset_document, read_dataset

TODAY = date(2024, 3, 1)
START = date(2022, 2, 24)


def a_file(records, indent=1):
    rows = [
        {"date": day.isoformat(), "day": (day - START).days + 1, **cells}
        for day, cells in records.items()
    ]
    return dataset_document(json.dumps(rows, indent=indent).encode(), "mirror.json", "daily_mirror")


def whole(document):
    return read_dataset(document, "daily_mirror", today=TODAY)


D1, D2, D3 = (date(2024, 2, 20) + timedelta(days=k) for k in range(3))
ONE = {D1: {"tank": 10, "APC": 20}, D2: {"tank": 11, "APC": 22}}


def test_the_first_version_is_read_whole():
    document = a_file(ONE)
    changes = Versions("daily_mirror").changes(document, today=TODAY)
    assert changes.reading == whole(document)
    assert changes.days == frozenset()


def test_a_later_version_gives_the_claims_of_changed_records_where_they_stand():
    versions = Versions("daily_mirror")
    versions.changes(a_file(ONE), today=TODAY)
    document = a_file({D1: ONE[D1], D2: {"tank": 12, "APC": 22}, D3: {"tank": 13}})
    changes = versions.changes(document, today=TODAY)
    expected = [claim for claim in whole(document).claims if claim.report_date != D1]
    assert list(changes.reading.claims) == expected
    assert [document.text[c.span.start : c.span.end] for c in expected] == ["12", "22", "13"]
    assert changes.days == {D2}
    assert versions.metrics == {"tanks", "afv"}


def test_a_record_taken_away_is_a_day_to_look_at():
    versions = Versions("daily_mirror")
    versions.changes(a_file(ONE), today=TODAY)
    changes = versions.changes(a_file({D2: ONE[D2]}), today=TODAY)
    assert changes.reading.claims == ()
    assert changes.days == {D1}


def test_the_same_records_in_another_layout_are_read_again_and_say_the_same():
    versions = Versions("daily_mirror")
    first = versions.changes(a_file(ONE), today=TODAY).reading
    again = versions.changes(a_file(ONE, indent=4), today=TODAY).reading
    assert [c.quantity for c in again.claims] == [c.quantity for c in first.claims]


@pytest.mark.parametrize(
    "cells", [{"tank": True}, {"tank": 10.0}, {"tank": {"n": 10}}, {"tank": [10]}]
)
def test_a_faulty_version_changes_nothing(cells):
    versions = Versions("daily_mirror")
    versions.changes(a_file({D1: {"tank": 10}}), today=TODAY)
    with pytest.raises(BadInput):
        versions.changes(a_file({D1: cells}), today=TODAY)
    assert versions.changes(a_file({D1: {"tank": 10}}), today=TODAY).reading.claims == ()


def test_a_version_is_known_by_its_bytes():
    document = a_file(ONE)
    assert document.id == sha256(document.content).hexdigest()
