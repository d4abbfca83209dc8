"""From figures to reports: one for each day, and nothing of the rest lost."""

from datetime import timedelta

import pytest
from series_samples import CLAIMANT, LEARNED, day, increment, series_of, total

from lossledger.model import Claim, Span
from lossledger.period import cumulative
from lossledger.quantity import Quantity
from lossledger.series import all_series, figures_from, merged


def test_reports_come_in_order_of_date_with_changes_and_stated_increments():
    series = series_of(
        total("2024-02-22", 407240),
        increment("2024-02-22", 1160),
        total("2024-02-21", 406080),
    )
    first, last = series.reports
    assert (first.date, first.value, first.change, first.stated_increment) == (
        day("2024-02-21"),
        406080,
        None,
        None,
    )
    assert (last.value, last.change, last.stated_increment) == (407240, 1160, 1160)
    assert last.claim == "cumulative 2024-02-22 407240 daily_mirror"
    assert last.increment_claim == "day 2024-02-22 1160 daily_mirror"


def test_a_change_is_not_counted_over_a_missing_day():
    series = series_of(total("2024-02-20", 404950), total("2024-02-22", 407240))
    assert [report.change for report in series.reports] == [None, None]


def test_an_increment_belongs_to_the_report_of_the_day_after():
    evening = increment("2024-02-22", 81, start=day("2024-02-22"), end=day("2024-02-22"))
    assert series_of(total("2024-02-22", 407240), evening).reports[0].stated_increment is None


def test_an_increment_without_a_total_is_kept_apart():
    series = series_of(total("2022-07-30", 40670), increment("2022-07-31", 170))
    assert len(series) == 1
    assert [figure.value for figure in series.unattached] == [170]


def test_the_claimants_own_post_goes_before_every_relay_however_late():
    later = LEARNED + timedelta(days=1)
    series = series_of(
        total("2025-06-03", 384, via=CLAIMANT),
        total("2025-06-03", 413, via="daily_mirror", recorded_at=later),
        total("2025-06-03", 400, via="newsweek", recorded_at=later),
    )
    report = series.reports[0]
    assert (report.value, report.via) == (384, CLAIMANT)
    assert [figure.value for figure in report.others] == [413, 400]
    assert report.disagreement == (400, 413)


def test_a_mirror_goes_before_a_news_story_and_a_page_of_the_same_side_before_a_mirror():
    story = total("2024-02-01", 387060, via="newsweek", recorded_at=LEARNED + timedelta(days=9))
    mirror = total("2024-02-01", 386230)
    ministry = total("2024-02-01", 386231, via="ua_mod")
    assert series_of(story, mirror).reports[0].value == 386230
    assert series_of(story, mirror, ministry).reports[0].value == 386231


def test_among_equal_sources_the_last_recorded_figure_speaks():
    later = total("2025-06-03", 413, recorded_at=LEARNED + timedelta(days=1))
    report = series_of(later, total("2025-06-03", 384)).reports[0]
    assert (report.value, report.disagreement) == (413, (384,))


def test_a_value_goes_before_a_bound_of_the_same_source():
    bound = total("2024-02-22", 400000, high=None, strict=True, claim_id="z")
    report = series_of(bound, total("2024-02-22", 407240)).reports[0]
    assert (report.value, report.bound) == (407240, None)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"high": None, "strict": True}, "more than"),
        ({"high": None}, "at least"),
        ({"low": None}, "up to"),
        ({"low": None, "strict": True}, "fewer than"),
    ],
)
def test_a_bound_alone_is_a_report_that_says_so(changes, words):
    report = series_of(total("2022-03-07", 11000, **changes)).reports[0]
    assert (report.value, report.bound) == (11000, words)
    assert str(report) == f"{words} 11,000 (report of 7 Mar 2022)"


def test_a_range_is_no_report():
    assert not series_of(total("2023-02-15", 124500, high=131000)).reports


@pytest.mark.parametrize(
    "changes",
    [
        {"stance": "denied"},
        {"stance": "derived"},
        {"scope": ("captured",)},
        {"claimant": "uk_mod"},
        {"party": "UA"},
        {"metric": "tanks"},
        {"kind": "month"},
        {"start": day("2024-01-01")},
        {"report_date": None},
    ],
)
def test_a_figure_that_says_something_else_is_no_report(changes):
    assert not series_of(total("2024-02-22", 407240, **changes)).reports


def test_prisoners_are_a_series_of_their_own():
    figures = [total("2022-03-01", 5710), total("2022-03-01", 200, scope=("captured",))]
    assert [(s.scope, s.reports[0].value) for s in all_series(figures)] == [
        (None, 5710),
        (("captured",), 200),
    ]
    assert series_of(*figures, scope=("captured",)).reports[0].value == 200


def test_via_keeps_the_figures_of_one_relay():
    figures = [total("2024-02-22", 407240, via=CLAIMANT), total("2024-02-22", 407241)]
    assert series_of(*figures, via="daily_mirror").reports[0].value == 407241


def test_the_order_of_the_figures_does_not_matter():
    figures = [
        total("2024-02-22", 407240, via="newsweek"),
        total("2024-02-22", 407241, via="guardian"),
        total("2024-02-21", 406080),
        increment("2024-02-22", 1160),
    ]
    forward, backward = series_of(*figures), series_of(*reversed(figures))
    assert [(r.date, r.value, r.claim) for r in forward.reports] == [
        (r.date, r.value, r.claim) for r in backward.reports
    ]


def test_the_increment_is_taken_from_the_document_that_gives_the_total():
    series = series_of(
        total("2024-02-22", 407240, via=CLAIMANT),
        increment("2024-02-22", 1160, via=CLAIMANT),
        increment("2024-02-22", 1161, via="newsweek", recorded_at=LEARNED + timedelta(days=1)),
    )
    assert series.reports[0].stated_increment == 1160


def test_reports_are_found_by_day_by_value_and_by_the_last_before_a_day():
    series = series_of(total("2024-02-01", 100), total("2024-02-02", 100), total("2024-02-05", 103))
    assert series.at(day("2024-02-03")) is None
    assert [report.date.day for report in series.with_value(100)] == [1, 2]
    assert series.with_value(7) == ()
    assert series.latest().value == 103
    assert series.latest(day("2024-02-04")).date == day("2024-02-02")
    assert series.latest(day("2024-01-31")) is None
    assert [report.date.day for report in series.nearest(day("2024-02-03"))] == [2, 5]
    assert [r.date.day for r in series.between(day("2024-02-02"), day("2024-02-05"))] == [2, 5]


def test_no_figures_give_an_empty_series():
    series = series_of()
    assert (len(series), series.latest()) == (0, None)


def test_a_merged_category_is_added_up_before_the_merger_and_says_so():
    vehicles = series_of(
        total("2022-04-29", 1695, metric="vehicles", claim_id="a"),
        total("2022-04-30", 1701, metric="vehicles", claim_id="b"),
        total("2022-05-01", 1796, metric="vehicles", claim_id="c"),
        metric="vehicles",
    )
    tanks = series_of(
        total("2022-04-30", 76, metric="fuel_tanks", claim_id="d"), metric="fuel_tanks"
    )
    both = merged(vehicles, tanks)
    assert [(r.date.day, r.value, r.change) for r in both.reports] == [
        (30, 1777, None),
        (1, 1796, 19),
    ]
    assert both.reports[0].claims == ("b", "d")
    assert both.note == (
        "vehicles and fuel_tanks were reported apart until 30 Apr 2022; "
        "up to then their sum is added up by us"
    )


def test_nothing_to_merge_leaves_the_series_as_it_is():
    vehicles = series_of(total("2022-05-01", 1796))
    assert merged(vehicles, series_of()) is vehicles


def test_claims_become_figures_that_name_who_passed_them_on():
    claim = Claim(
        document="d",
        span=Span(0, 6),
        byte_span=Span(0, 6),
        quote="407240",
        sentence="407240",
        outlet="newsweek",
        relays=("reuters", "ap"),
        claimant=CLAIMANT,
        party="RU",
        metric="personnel",
        scope=None,
        scope_words=None,
        quantity=Quantity.exactly(407240, "about"),
        period=cumulative(day("2022-02-24"), day("2024-02-22")),
        as_of=day("2024-02-22"),
        report_date=day("2024-02-22"),
    )
    (figure,) = figures_from([claim], LEARNED)
    assert (figure.claim_id, figure.via, figure.value) == (claim.id, "ap", 407240)
    assert (figure.kind, figure.hedge, figure.recorded_at) == ("cumulative", "about", LEARNED)
