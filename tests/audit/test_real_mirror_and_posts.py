"""The real mirror and real posts, where they are at hand: what is found, and nothing beyond it."""

import time
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from lossledger.audit import Posted, Records, audit, increment_flaws, layout_of
from lossledger.auditing import corrections_of, sheets_in

DATA = Path(__file__).parents[3] / "shared" / "data"
SERIES = DATA / "series"
POSTS = DATA / "posts" / "general_staff.jsonl"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the shared data are not at hand")
LAST = date(2026, 8, 8)
CLAIMANT = "ua_general_staff"


def mirror(name):
    path = SERIES / f"russia_losses_{name}.json"
    return Records(path.name, layout_of("daily_mirror")).read(path.read_bytes())


def totals():
    """The mirror's totals as reports, for the days before posts that are not at hand."""
    found = {}
    for name in ("equipment", "personnel"):
        sheet = mirror(name)
        for day, row in sheet.by_day().items():
            for column in sheet.layout.columns.values():
                if column.name in row.values:
                    key = (column.metric, column.scope, day)
                    found[key] = Posted(row.values[column.name])
    return found


def test_the_mirror_has_no_error_and_its_thirteen_falls_are_restatements():
    begun = time.process_time()
    sheet = mirror("equipment")
    flaws = audit(sheet, today=LAST, correction=corrections_of(CLAIMANT))
    assert time.process_time() - begun < 2
    assert {f.level for f in flaws} == {"warning", "restatement"}
    rows = sheet.by_day()
    days = sorted(rows)
    falls = {
        (str(day), name)
        for before, day in pairwise(days)
        for name, value in rows[day].values.items()
        if value < rows[before].values.get(name, 0)
    }
    restated = {(f.record, f.field) for f in flaws if f.level == "restatement"}
    assert len(falls) == 13
    assert falls <= restated
    assert len([f for f in flaws if f.level == "warning"]) <= 4


def test_the_mirrors_personnel_has_no_error():
    flaws = audit(mirror("personnel"), today=LAST, correction=corrections_of(CLAIMANT))
    assert {f.level for f in flaws} <= {"warning"}
    assert len(flaws) <= 3


def test_increments_of_real_posts_that_do_not_follow_are_flagged_and_no_other():
    before = totals()
    (sheet,) = sheets_in(str(POSTS), now=datetime(2026, 8, 9, tzinfo=UTC))
    wrong, checked = set(), 0
    rows = sheet.by_day()
    for day, row in rows.items():
        for name, change in row.increments.items():
            eve = date.fromordinal(day.toordinal() - 1)
            report = before.get((name, None, eve))
            posted = rows[eve].values.get(name) if eve in rows else None
            last = posted if posted is not None else report.value if report else None
            if last is not None and name in row.values:
                checked += 1
                wrong |= {(str(day), name)} if last + change != row.values[name] else set()
    flagged = {(f.record, f.field) for f in increment_flaws(sheet, before)}
    assert checked > 2700
    assert flagged == wrong
    known = {("2022-11-06", "vehicles"), ("2023-10-23", "personnel"), ("2024-02-27", "artillery")}
    assert known <= flagged


def test_an_audit_of_real_posts_adds_nothing_to_what_the_increments_show():
    (sheet,) = sheets_in(str(POSTS), now=datetime(2026, 8, 9, tzinfo=UTC))
    flaws = audit(sheet, today=LAST, before=totals(), correction=corrections_of(CLAIMANT))
    assert {f.verdict for f in flaws} == {"arithmetic_error"}
