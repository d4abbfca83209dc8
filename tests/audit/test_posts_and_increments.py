"""Totals against stated increments, and cells against the claimant's own reports.

The bad totals are those of real posts (FACTS of the field, section 2), with their days around
them; everything else here is made up.
"""

from datetime import date

import pytest
from audit_samples import LATE

from lossledger.audit import Column, Layout, Posted, Row, Sheet, audit
from lossledger.auditing import corrections_of
from lossledger.errors import BadTable
from lossledger.sources import correction, corrections, parse_corrections

LAYOUT = Layout(
    "date",
    {name: Column(name, name) for name in ("personnel", "tanks", "artillery", "vehicles", "uav")},
    claimant="ua_general_staff",
    party="RU",
    daily=False,
)


def posts(metric, *reports):
    """A dataset of posts: day, total and stated increment of one metric."""
    rows = tuple(
        Row(n, date.fromisoformat(day), {metric: total}, increments={metric: change})
        for n, (day, total, change) in enumerate(reports, 1)
    )
    return Sheet("posts", LAYOUT, rows)


def flaws(sheet, **more):
    return [(f.record, f.level, f.cause) for f in audit(sheet, today=LATE, **more)]


@pytest.mark.parametrize(
    ("metric", "reports", "bad", "meant"),
    [
        ("artillery", [("2022-06-02", 661, 2), ("2022-06-03", 661, 14)], "2022-06-03", 675),
        ("vehicles", [("2022-11-05", 4184, 2), ("2022-11-06", 4184, 7)], "2022-11-06", 4191),
        ("personnel", [("2023-10-22", 293830, 980), ("2023-10-23", 294799, 870)],
         "2023-10-23", 294700),
        ("personnel", [("2023-11-12", 311750, 0), ("2023-11-13", 311550, 800)],
         "2023-11-13", 312550),
        ("artillery", [("2024-02-26", 9993, 0), ("2024-02-27", 1009, 16)], "2024-02-27", 10009),
    ],
)  # fmt: skip
def test_the_known_bad_posts_are_flagged_with_what_was_meant(metric, reports, bad, meant):
    found = [f for f in audit(posts(metric, *reports), today=LATE) if f.record == bad]
    assert len(found) == 1
    assert found[0].verdict == "arithmetic_error"
    assert found[0].expected[0].low == meant
    known = correction("ua_general_staff", metric, date.fromisoformat(bad), reports[-1][1])
    assert known is not None
    assert known.meant == meant


def test_totals_that_follow_from_their_increments_are_never_flagged():
    reports = [("2023-03-01", 3400, 0), ("2023-03-02", 3500, 100), ("2023-03-03", 3500, 0)]
    assert flaws(posts("tanks", *reports)) == []


def test_a_great_day_that_its_increment_bears_out_is_no_flaw():
    days = [f"2023-03-{d:02}" for d in range(1, 32)]
    totals = [3400 + 5 * k for k in range(30)] + [9999]
    changes = [0] + [5] * 29 + [9999 - totals[-2]]
    assert flaws(posts("tanks", *zip(days, totals, changes, strict=True))) == []


def test_an_increment_without_the_day_before_is_not_judged():
    assert flaws(posts("tanks", ("2023-03-01", 3400, 5), ("2023-03-03", 3500, 10))) == []


def test_the_day_before_may_come_from_another_reports():
    sheet = posts("tanks", ("2023-03-02", 3467, 10))
    before = {("tanks", None, date(2023, 3, 1)): Posted(3400)}
    assert flaws(sheet, before=before) == [("2023-03-02", "error", "increment_mismatch")]


def test_the_day_after_a_bad_total_is_a_warning_that_names_the_sum_that_was_due():
    reports = [("2022-11-05", 4184, 2), ("2022-11-06", 4184, 7), ("2022-11-07", 4199, 8)]
    found = audit(posts("vehicles", *reports), today=LATE)
    assert [(f.record, f.level) for f in found] == [
        ("2022-11-06", "error"), ("2022-11-07", "warning"),
    ]  # fmt: skip
    assert "it follows from 4,191" in found[1].message


def test_several_totals_restated_at_once_are_a_restatement():
    rows = (
        Row(1, date(2022, 10, 12), {"tanks": 2505, "artillery": 1507, "uav": 1129}),
        Row(
            2,
            date(2022, 10, 13),
            {"tanks": 2511, "artillery": 1556, "uav": 1182},
            increments={"tanks": 5, "artillery": 17, "uav": 33},
        ),
    )
    found = flaws(Sheet("posts", LAYOUT, rows))
    assert found == [("2022-10-13", "restatement", "source_restatement")] * 3


def test_a_field_that_was_merged_into_another_counts_with_it_on_the_day_of_the_merger():
    layout = Layout(
        "date", {n: Column(n, n) for n in ("vehicles", "fuel_tanks")}, party="RU", daily=False
    )
    rows = (
        Row(1, date(2022, 4, 30), {"vehicles": 1700, "fuel_tanks": 76}),
        Row(2, date(2022, 5, 1), {"vehicles": 1796}, increments={"vehicles": 20}),
    )
    assert flaws(Sheet("posts", layout, rows)) == []


DAYS = [("2024-02-26", 9993, 0), ("2024-02-27", 10009, 0)]


def cells(total):
    """A dataset without increments whose last total is this one."""
    return Sheet(
        "losses",
        LAYOUT,
        (
            Row(1, date(2024, 2, 26), {"artillery": 9993}),
            Row(2, date(2024, 2, 27), {"artillery": total}),
        ),
    )


def reported(total, change=None):
    return {
        ("artillery", None, date(2024, 2, 26)): Posted(9993),
        ("artillery", None, date(2024, 2, 27)): Posted(total, change),
        ("vehicles", None, date(2024, 2, 27)): Posted(13065),
    }


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        (10090, "digit_typo"), (1009, "digit_typo"), (100090, "tenfold"), (9993, "stale_figure"),
        (13065, "category_merge"), (10012, None), (10209, "digit_typo"),
    ],
)  # fmt: skip
def test_a_cell_that_is_not_what_the_report_says_has_its_cause(cell, cause):
    total = 10009
    found = [f for f in audit(cells(cell), today=LATE, posts=reported(total)) if f.field]
    assert [(f.level, f.cause) for f in found] == [("error", cause)]
    assert found[0].expected[0].low == total


def test_a_cell_that_mends_the_sources_slip_is_no_error():
    by_increment = audit(cells(10009), today=LATE, posts=reported(1009, 16))
    assert [f.level for f in by_increment] == ["restatement"]
    known = corrections_of("ua_general_staff")
    by_table = audit(cells(10009), today=LATE, posts=reported(1009), correction=known)
    assert [f.level for f in by_table] == ["restatement"]
    assert "a digit is missing" in by_table[0].message


def test_every_correction_is_of_a_known_metric_and_says_why():
    entries = corrections("ua_general_staff")
    assert len(entries) >= 18
    assert all(entry.reason.endswith(".") for entry in entries)
    assert corrections("ru_mod") == ()


ENTRY = '[[corrections]]\nmetric = "tanks"\ndate = 2023-01-01\npublished = 1\nreason = "x"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ENTRY * 2, "two entries for tanks of 2023-01-01"),
        (ENTRY + "why = 1", "unknown key or wrong type: why = 1"),
        (ENTRY.replace("tanks", "tonks"), "unknown metric 'tonks'"),
        (ENTRY.replace('reason = "x"', ""), "reason is missing"),
        ("a = 1", "holds something else"),
        ("a =", "Invalid value"),
    ],
)
def test_a_table_of_corrections_that_breaks_its_rules_is_refused(text, words):
    with pytest.raises(BadTable) as refused:
        parse_corrections("ua_general_staff", text)
    assert words in str(refused.value)
