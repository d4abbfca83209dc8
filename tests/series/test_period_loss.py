"""The loss of a period: two conventions, the baseline named, nothing interpolated."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from series_samples import WAR, day, february_2024, series_of, total

from lossledger.errors import NotFound
from lossledger.series import (
    CONVENTIONS,
    LOSS_DAY,
    REPORT_DAY,
    loss,
    means,
    month_loss,
    report_days,
    week_loss,
)

DAY = timedelta(days=1)


def test_the_month_to_date_starts_from_the_report_of_the_first():
    found = month_loss(february_2024(), day("2024-02-01"), LOSS_DAY, until=day("2024-02-22"))
    assert found.arithmetic == (
        "407,240 (report of 22 Feb 2024) - 386,230 (report of 1 Feb 2024) = 21,010"
    )
    assert found.value == 21010
    assert str(found.covers) == "2024-02-01 to 2024-02-21"
    assert found.loss_days == found.covers


def test_the_month_to_date_by_report_day_starts_from_the_last_of_the_month_before():
    found = month_loss(february_2024(), day("2024-02-15"), REPORT_DAY, until=day("2024-02-22"))
    assert found.arithmetic == (
        "407,240 (report of 22 Feb 2024) - 385,230 (report of 31 Jan 2024) = 22,010"
    )
    assert str(found.covers) == "2024-02-01 to 2024-02-22"
    assert str(found.loss_days) == "2024-01-31 to 2024-02-21"


def test_a_baseline_one_day_late_gives_the_figure_that_was_published():
    found = loss(february_2024(), day("2024-02-02"), day("2024-02-21"), LOSS_DAY)
    assert found.arithmetic == (
        "407,240 (report of 22 Feb 2024) - 387,060 (report of 2 Feb 2024) = 20,180"
    )


def test_a_leap_february_ends_on_the_29th():
    series = february_2024()
    by_loss = month_loss(series, day("2024-02-10"), LOSS_DAY)
    by_report = month_loss(series, day("2024-02-10"), REPORT_DAY)
    assert (by_loss.value, by_loss.covers.kind) == (414680 - 386230, "month")
    assert (by_report.value, by_report.covers.kind) == (413760 - 385230, "month")


def test_the_past_day_is_the_change_of_the_next_report():
    found = loss(february_2024(), day("2024-02-21"), day("2024-02-21"), LOSS_DAY)
    assert (found.value, found.covers.kind) == (1160, "day")


def test_january_2026_is_one_figure_by_report_day_and_another_by_loss_day():
    series = series_of(
        total("2025-12-31", 1207910),
        total("2026-01-01", 1208970),
        total("2026-01-31", 1239590),
        total("2026-02-01", 1240680),
    )
    assert month_loss(series, day("2026-01-01"), REPORT_DAY).value == 31680
    assert month_loss(series, day("2026-01-01"), LOSS_DAY).value == 31710


def test_a_december_runs_into_the_next_year():
    assert report_days(day("2024-12-01"), day("2024-12-31"), LOSS_DAY) == (
        day("2024-12-01"),
        day("2025-01-01"),
    )
    assert report_days(day("2025-01-01"), day("2025-01-31"), REPORT_DAY) == (
        day("2024-12-31"),
        day("2025-01-31"),
    )


def test_a_week_runs_from_monday_to_sunday():
    series = series_of(total("2024-02-19", 403720), total("2024-02-26", 410700))
    for asked in ("2024-02-19", "2024-02-22", "2024-02-25"):
        found = week_loss(series, day(asked), LOSS_DAY)
        assert (found.value, found.covers.kind) == (6980, "week")
        assert str(found.covers) == "2024-02-19 to 2024-02-25"


def test_the_wars_first_month_starts_from_nothing():
    series = series_of(total("2022-02-28", 5300), total("2022-03-01", 5710))
    found = month_loss(series, day("2022-02-24"), LOSS_DAY)
    assert (found.value, found.baseline) == (5710, None)
    assert found.arithmetic == "5,710 (report of 1 Mar 2022) - 0 (before the war) = 5,710"
    assert str(found.loss_days) == "2022-02-24 to 2022-02-28"
    assert month_loss(series, day("2022-02-24"), REPORT_DAY).value == 5300


def test_a_day_before_the_war_has_no_loss():
    series = series_of(total("2022-02-24", 0))
    with pytest.raises(NotFound) as raised:
        loss(series, day("2022-02-23"), day("2022-02-23"), LOSS_DAY)
    assert raised.value.what == "nothing was counted before 24 Feb 2022"


def test_a_missing_report_is_named_with_the_nearest_ones():
    with pytest.raises(NotFound) as raised:
        loss(february_2024(), day("2024-02-10"), day("2024-02-21"), LOSS_DAY)
    assert str(raised.value) == (
        "personnel of RU, General Staff of the Armed Forces of Ukraine: "
        "no report of 10 Feb 2024 "
        "(nearest: 387,060 (report of 2 Feb 2024), 399,090 (report of 15 Feb 2024))"
    )


def test_both_missing_reports_are_named():
    with pytest.raises(NotFound) as raised:
        loss(february_2024(), day("2024-02-10"), day("2024-03-30"), LOSS_DAY)
    assert raised.value.what == "no report of 10 Feb 2024 and no report of 31 Mar 2024"
    assert raised.value.fix == (
        "nearest: 387,060 (report of 2 Feb 2024), 399,090 (report of 15 Feb 2024), "
        "414,680 (report of 1 Mar 2024)"
    )


def test_an_empty_series_offers_no_report():
    with pytest.raises(NotFound) as raised:
        loss(series_of(), day("2024-02-01"), day("2024-02-21"), LOSS_DAY)
    assert raised.value.fix == "the ledger holds no report of it"


def test_a_category_that_appears_later_does_not_start_from_nothing():
    series = series_of(total("2026-05-03", 1306), total("2026-06-01", 1500))
    with pytest.raises(NotFound) as raised:
        month_loss(series, day("2026-05-01"), LOSS_DAY)
    assert raised.value.what == "no report of 1 May 2026"


@pytest.mark.parametrize("until", ["2024-02-01", "2024-03-02"])
def test_a_month_to_date_outside_the_month_is_refused(until):
    with pytest.raises(NotFound) as raised:
        month_loss(february_2024(), day("2024-02-01"), LOSS_DAY, until=day(until))
    assert raised.value.where == "Feb 2024"
    assert raised.value.fix == "give a day from 2 Feb 2024 to 1 Mar 2024"


def test_a_restatement_downwards_gives_a_negative_loss():
    series = series_of(total("2024-11-29", 3700), total("2024-11-30", 3617))
    found = loss(series, day("2024-11-29"), day("2024-11-29"), LOSS_DAY)
    assert found.value == -83
    assert found.arithmetic == (
        "3,617 (report of 30 Nov 2024) - 3,700 (report of 29 Nov 2024) = -83"
    )


def test_a_period_that_runs_backwards_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match=r"ends .* before it starts"):
        report_days(day("2024-02-02"), day("2024-02-01"), LOSS_DAY)
    with pytest.raises(ValueError, match="is no convention"):
        report_days(day("2024-02-01"), day("2024-02-02"), "calendar")


def test_means_are_exact_and_missing_where_a_report_is():
    series = series_of(
        total("2024-02-15", 399090), total("2024-02-22", 407240), total("2024-02-21", 406080)
    )
    assert means(series, day("2024-02-22"), (7, 30)) == {7: Fraction(8150, 7), 30: None}
    assert means(series, day("2024-02-20")) == {7: None, 30: None}


YEARS = series_of(
    *(total(str(WAR + n * DAY), 100 * n + n % 7) for n in range(1, 1500)),
)
DAYS = st.dates(min_value=WAR + 2 * DAY, max_value=WAR + 1400 * DAY)


@given(start=DAYS, length=st.integers(0, 90), convention=st.sampled_from(CONVENTIONS))
def test_a_period_is_the_sum_of_its_parts(start, length, convention):
    end = start + length * DAY
    whole = loss(YEARS, start, end, convention)
    days = [loss(YEARS, start + n * DAY, start + n * DAY, convention) for n in range(length + 1)]
    assert whole.value == sum(one.value for one in days)
    assert whole.covers.days == whole.loss_days.days == length + 1


@given(start=DAYS, length=st.integers(0, 90))
def test_report_days_are_the_loss_days_one_day_earlier(start, length):
    end = start + length * DAY
    shifted = loss(YEARS, start - DAY, end - DAY, LOSS_DAY)
    assert loss(YEARS, start, end, REPORT_DAY).arithmetic == shifted.arithmetic


@given(day=DAYS, convention=st.sampled_from(CONVENTIONS))
def test_months_follow_each_other_without_gap_or_overlap(day, convention):
    this = month_loss(YEARS, day, convention)
    following = month_loss(YEARS, this.covers.end + DAY, convention)
    assert this.last == following.baseline


@given(day=DAYS, convention=st.sampled_from(CONVENTIONS))
def test_a_month_to_date_at_the_months_last_report_is_the_month(day, convention):
    month = month_loss(YEARS, day, convention)
    assert month_loss(YEARS, day, convention, until=month.last.date).value == month.value
