"""Where a figure comes from: reports, stated increments, differences of two reports."""

import time
from datetime import timedelta

import pytest
from series_samples import CLAIMANT, WAR, day, february_2024, increment, series_of, total

from lossledger.series import LOSS_DAY, REPORT_DAY, trace


def test_a_total_leads_to_its_report():
    found = trace([february_2024()], 387060)
    assert [(held.date, held.claim) for held in found.reports] == [
        (day("2024-02-02"), "cumulative 2024-02-02 387060 daily_mirror")
    ]
    assert (found.increments, found.differences_found) == ((), 0)


def test_a_loss_leads_to_the_two_reports_that_give_it():
    found = trace([february_2024()], 20180)
    assert [d.arithmetic for d in found.differences] == [
        "407,240 (report of 22 Feb 2024) - 387,060 (report of 2 Feb 2024) = 20,180"
    ]
    assert (found.differences[0].window, found.differences[0].days) == ("interval", 20)


def test_a_total_that_was_not_chosen_is_still_found():
    series = series_of(total("2025-06-03", 413), total("2025-06-03", 384, via="newsweek"))
    assert [(held.value, held.via) for held in trace([series], 384).reports] == [(384, "newsweek")]


def test_a_stated_increment_is_found_with_and_without_its_total():
    series = series_of(
        total("2024-02-22", 407240, via=CLAIMANT),
        increment("2024-02-22", 1160, via=CLAIMANT),
        increment("2024-02-24", 1160),
    )
    assert [held.date.day for held in trace([series], 1160).increments] == [22, 24]


@pytest.mark.parametrize(
    ("baseline", "last", "window", "convention"),
    [
        ("2024-02-01", "2024-03-01", "month", LOSS_DAY),
        ("2024-01-31", "2024-02-29", "month", REPORT_DAY),
        ("2024-12-01", "2025-01-01", "month", LOSS_DAY),
        ("2023-02-28", "2023-03-31", "month", REPORT_DAY),
        ("2023-02-28", "2023-03-28", "month to date", REPORT_DAY),
        ("2024-01-30", "2024-02-29", "interval", None),
        ("2024-02-01", "2024-02-22", "month to date", LOSS_DAY),
        ("2024-01-31", "2024-02-22", "month to date", REPORT_DAY),
        ("2024-02-02", "2024-02-22", "interval", None),
        ("2024-02-12", "2024-02-19", "week", None),
        ("2024-02-01", "2024-02-02", "day", None),
        ("2024-01-31", "2024-02-01", "day", None),
        ("2024-01-01", "2025-01-01", "year", LOSS_DAY),
        ("2023-12-31", "2024-12-31", "year", REPORT_DAY),
    ],
)
def test_windows_are_named_as_the_calendar_has_them(baseline, last, window, convention):
    series = series_of(total(baseline, 1000), total(last, 1700))
    (found,) = trace([series], 700).differences
    assert (found.window, found.convention) == (window, convention)


def test_months_come_first_then_weeks_then_other_windows_from_short_to_long():
    series = series_of(
        total("2024-01-03", 0),
        total("2024-01-10", 50),
        total("2024-01-17", 100),
        total("2024-02-01", 200),
        total("2024-03-01", 300),
        total("2024-03-02", 400),
        total("2024-03-12", 500),
        total("2024-03-19", 600),
    )
    assert [(d.window, d.days) for d in trace([series], 100).differences] == [
        ("month", 29),
        ("week", 7),
        ("day", 1),
        ("interval", 10),
        ("interval", 14),
        ("interval", 15),
    ]


def test_a_window_longer_than_asked_is_left_out():
    series = series_of(total("2024-01-01", 0), total("2024-01-31", 500))
    assert trace([series], 500, within_days=30).differences_found == 1
    assert trace([series], 500, within_days=29).differences_found == 0


def test_many_differences_are_cut_but_counted():
    flat = series_of(*(total(str(WAR + timedelta(days=n)), 7) for n in range(1, 41)))
    found = trace([flat], 0, limit=5)
    assert len(found.differences) == 5
    assert found.differences_found == 40 * 39 // 2


def test_every_difference_is_found_that_a_plain_search_finds():
    values = [(n * n) // 9 for n in range(1, 90)]
    series = series_of(
        *(total(str(WAR + timedelta(days=n)), value) for n, value in enumerate(values, 1))
    )
    for wanted in (0, 1, 17, 100, 333):
        plain = {
            (a.date, b.date)
            for a in series.reports
            for b in series.reports
            if a.date < b.date and (b.date - a.date).days <= 40 and b.value - a.value == wanted
        }
        found = trace([series], wanted, within_days=40, limit=10**6)
        assert {(d.baseline.date, d.last.date) for d in found.differences} == plain
        assert len(found.differences) == found.differences_found == len(plain)


def test_a_figure_that_is_nowhere_gives_an_empty_trace():
    found = trace([february_2024()], 3)
    assert (found.reports, found.increments, found.differences) == ((), (), ())


def test_a_long_flat_series_is_traced_in_little_time():
    flat = series_of(*(total(str(WAR + timedelta(days=n)), 7) for n in range(1, 5001)))
    started = time.process_time()
    assert trace([flat], 0).differences_found > 1_000_000
    assert time.process_time() - started < 2
