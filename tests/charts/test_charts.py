import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest

from lossledger.charts import bars, chart_alt, chart_png, chart_svg, claimant_words, daily_losses
from lossledger.errors import NotFound
from lossledger.series import Report, Series

DAY = timedelta(days=1)
UNTIL = date(2024, 2, 22)


def series(values: Mapping[date, int], *, metric: str = "personnel", **stated: int) -> Series:
    """A series of these totals; ``stated`` gives increments by ISO day (``d2024_02_22``)."""
    reports = []
    for day in sorted(values):
        before = values.get(day - DAY)
        reports.append(
            Report(
                date=day,
                value=values[day],
                stated_increment=stated.get(f"d{day:%Y_%m_%d}"),
                change=None if before is None else values[day] - before,
                hedge=None,
                bound=None,
                claim=f"claim of {day}",
                increment_claim=None,
                via="ua_general_staff",
                recorded_at=datetime(2024, 3, 1, tzinfo=UTC),
            )
        )
    return Series(metric, "RU", "ua_general_staff", None, None, tuple(reports))


def steady(days: int, rate: int = 1000) -> dict[date, int]:
    return {UNTIL - back * DAY: 400000 - back * rate for back in range(days)}


def test_a_bar_stands_at_the_day_before_its_report():
    last = bars(series(steady(40)), UNTIL)[-1]
    assert (last.loss_day, last.report_day, last.change) == (date(2024, 2, 21), UNTIL, 1000)
    assert last.mean_7 == 1000


def test_thirty_days_are_shown_unless_asked_otherwise():
    assert len(bars(series(steady(40)), UNTIL)) == 30
    assert len(bars(series(steady(40)), UNTIL, 10)) == 10


def test_a_missing_report_is_a_gap_and_never_a_zero():
    values = steady(40)
    del values[UNTIL - 3 * DAY]
    drawn = {bar.report_day: bar for bar in bars(series(values), UNTIL)}
    assert drawn[UNTIL - 3 * DAY].change is None
    assert drawn[UNTIL - 2 * DAY].change is None
    assert drawn[UNTIL - 3 * DAY].mean_7 is None
    assert drawn[UNTIL].change == 1000
    assert "No figure for 18 Feb 2024, 19 Feb 2024." in chart_alt(series(values), UNTIL)


@pytest.mark.parametrize("missing", [range(18, 28), range(3, 5)])
def test_days_stand_in_their_order_where_figures_are_missing(missing: range):
    values = {d: v for d, v in steady(40).items() if (UNTIL - d).days not in missing}
    svg = chart_svg(daily_losses(series(values), UNTIL))
    labels = re.findall(r"translate\((\d+)[^>]*>(\d+) (Jan|Feb)<", svg)
    placed = sorted((int(x), month == "Feb", int(day)) for x, day, month in labels)
    assert len(placed) >= 5
    assert [day for _, *day in placed] == sorted(day for _, *day in placed)


def test_the_stated_increment_fills_in_after_a_gap():
    values = steady(40)
    del values[UNTIL - 3 * DAY]
    drawn = {b.report_day: b for b in bars(series(values, d2024_02_20=950), UNTIL)}
    assert drawn[date(2024, 2, 20)].change == 950


def test_a_lower_total_and_a_differing_increment_are_marked():
    values = steady(40)
    values[UNTIL] = values[UNTIL - DAY] - 83
    drawn = bars(series(values, d2024_02_21=1500), UNTIL)
    assert [(bar.report_day, bar.change) for bar in drawn if bar.restated] == [
        (UNTIL - DAY, 1000),
        (UNTIL, -83),
    ]
    assert "Restated for 20 Feb 2024, 21 Feb 2024." in chart_alt(
        series(values, d2024_02_21=1500), UNTIL
    )


def test_the_first_report_of_the_war_counts_from_nothing():
    values = {date(2022, 2, 25): 2800, date(2022, 2, 26): 3000}
    drawn = bars(series(values), date(2022, 2, 26))
    assert [(bar.loss_day, bar.change) for bar in drawn] == [
        (date(2022, 2, 24), 2800),
        (date(2022, 2, 25), 200),
    ]


def test_the_title_names_the_claimant_and_the_subtitle_the_days():
    title = daily_losses(series(steady(40)), UNTIL)["title"]
    assert " ".join(title["text"]) == (
        "Personnel losses of Russia as reported by the General Staff of the Armed Forces of Ukraine"
    )
    assert title["subtitle"] == (
        "Reported, not independently verified; loss days 23 Jan 2024 to 21 Feb 2024, "
        "each from the next morning's report"
    )


def test_the_axes_have_titles_with_units():
    spec = daily_losses(series(steady(40)), UNTIL)
    assert spec["encoding"]["x"]["axis"]["title"] == "Loss day"
    axes = {layer["encoding"]["y"]["axis"]["title"] for layer in spec["layer"]}
    assert axes == {"Reported losses a day (persons)"}


def test_the_words_of_a_chart_say_what_it_shows():
    assert chart_alt(series(steady(40), metric="tanks"), UNTIL) == (
        "Bar chart. Losses of Russia: tanks, as reported by the General Staff of the Armed "
        "Forces of Ukraine. Daily change of the total, loss days 23 Jan 2024 to 21 Feb 2024. "
        "Highest 1,000 (23 Jan 2024), lowest 1,000 (23 Jan 2024). "
        "At the end the mean of 7 days is 1,000.0 tanks a day. Reported, not independently verified."
    )


def test_nothing_to_draw_is_said():
    with pytest.raises(NotFound) as error:
        daily_losses(series(steady(40)), date(2024, 6, 1))
    assert str(error.value) == (
        "personnel of RU, General Staff of the Armed Forces of Ukraine: nothing to draw in the "
        "30 days up to the report of 1 Jun 2024 (import the reports of these days first)"
    )


def test_a_chart_of_no_days_is_refused():
    with pytest.raises(ValueError, match="at least one day, not 0"):
        daily_losses(series(steady(40)), UNTIL, 0)


def test_the_image_is_the_same_every_time_and_carries_its_words():
    spec = daily_losses(series(steady(40)), UNTIL)
    svg = chart_svg(spec)
    assert svg == chart_svg(spec)
    assert svg.startswith('<svg role="img" aria-label="Bar chart. Personnel losses of Russia')
    assert "<script" not in svg
    assert "<image" not in svg


def test_a_png_is_drawn():
    assert chart_png(daily_losses(series(steady(40)), UNTIL), 1).startswith(b"\x89PNG\r\n")


def test_the_spec_has_no_address_but_its_schema():
    spec = daily_losses(series(steady(40)), UNTIL)
    spec.pop("$schema")
    assert "http" not in str(spec)


@pytest.mark.parametrize(
    ("claimant", "words"),
    [
        ("ua_general_staff", "the General Staff of the Armed Forces of Ukraine"),
        ("ru_mod", "the Ministry of Defence of Russia"),
        ("nato", "NATO"),
        ("oryx", "Oryx"),
        ("economist", "The Economist"),
        ("isw", "the Institute for the Study of War"),
        ("a name found in a text", "a name found in a text"),
    ],
)
def test_a_claimant_stands_in_a_sentence_with_its_article(claimant: str, words: str):
    assert claimant_words(claimant) == words


def test_the_drawing_library_is_loaded_only_to_draw():
    code = "import sys, lossledger.charts, lossledger.brief; print('vl_convert' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_claimants_stand_side_by_side_with_their_ends_and_open_bounds():
    from lossledger.charts import Estimate, chart_svg, side_by_side

    one = series(steady(2))
    spec = side_by_side(
        one,
        [
            Estimate("us_dia", ("killed", "wounded"), date(2023, 2, 15), 189500, 223000),
            Estimate("mediazona", ("killed",), date(2024, 2, 22), 45123, None),
        ],
    )
    assert "189,500 to 223,000 (killed + wounded)" in spec["description"]
    assert "at least 45,123 (killed)" in spec["description"]
    assert [row["open"] for row in spec["data"]["values"]] == ["", "up"]
    assert chart_svg(spec).startswith("<svg")
    with pytest.raises(NotFound, match="nobody gave a running total"):
        side_by_side(one, [])
