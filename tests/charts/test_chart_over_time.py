"""The running totals of several claimants in time: bands, points, and no middle of an interval."""

from datetime import date

import pytest
from test_charts import series

from lossledger.charts import Estimate, chart_svg, months, narrowed, over_time, side_by_side, totals
from lossledger.charts.daily import BAR, MARK, MEAN, QUIET
from lossledger.charts.drawing import DARK
from lossledger.charts.overview import COLOURS
from lossledger.errors import NotFound

DAYS = {date(2024, 2, k): 380_000 + 1000 * k for k in range(1, 11)}
KILLED = ("killed",)
SAID = [
    Estimate("nato", KILLED, date(2024, 2, 2), 60_000, 70_000),
    Estimate("nato", KILLED, date(2024, 2, 9), 65_000, 80_000),
    Estimate("us_officials", KILLED, date(2024, 2, 5), 120_000, None),
]


def values(spec, **wanted):
    rows = spec["data"]["values"]
    return [row for row in rows if all(row[key] == value for key, value in wanted.items())]


def test_an_interval_keeps_its_ends_and_nothing_between_them_is_drawn():
    spec = over_time(series(DAYS), SAID)
    rows = values(spec, who="killed: NATO")
    assert [(row["from"], row["to"]) for row in rows] == [(60_000, 70_000), (65_000, 80_000)]
    fields = {layer["encoding"]["y"]["field"] for layer in spec["layer"]}
    assert fields == {"from", "to"}
    assert spec["layer"][0]["mark"]["type"] == "area"
    assert spec["layer"][0]["encoding"]["y2"] == {"field": "to"}


def test_who_has_a_single_figure_is_a_grey_point_with_its_open_end():
    spec = over_time(series(DAYS), SAID)
    (row,) = values(spec, who="killed: the US officials")
    assert (row["joined"], row["line"], row["open"]) == (False, "others, single figures", "up")
    assert row["said"] == "at least 120,000"
    assert spec["encoding"]["color"]["scale"]["domain"][-1] == "others, single figures"


def test_the_words_of_the_chart_name_everyone_with_first_and_last_figure():
    words = over_time(series(DAYS), SAID)["description"]
    assert "killed: NATO, 60,000 to 70,000 (2 Feb 2024) – 65,000 to 80,000 (9 Feb 2024)" in words
    assert "killed: the US officials, at least 120,000 (5 Feb 2024)" in words
    assert words.endswith("Reported, not independently verified.")


def test_days_outside_the_asked_ones_are_left_out_and_no_day_is_no_chart():
    spec = over_time(series(DAYS), SAID, date(2024, 2, 8))
    assert {row["day"] for row in values(spec, daily=False)} == {"2024-02-09"}
    with pytest.raises(NotFound, match="no figure in these days"):
        over_time(series(DAYS), SAID, date(2025, 1, 1))


def test_more_claimants_than_colours_that_can_be_told_apart_are_points():
    many = [
        Estimate(f"source {name}", KILLED, date(2024, 2, day), 10, 20)
        for name in "abcdefgh"
        for day in (2, 3)
    ]
    spec = over_time(series(DAYS), many)
    assert len(spec["encoding"]["color"]["scale"]["domain"]) == 7  # six and the others
    assert len(values(spec, joined=False)) == 6


def test_a_fallen_total_carries_a_diamond_in_every_chart_of_totals_and_its_words():
    fallen = {**DAYS, date(2024, 2, 6): 384_500}
    spec = totals([series(fallen)])
    assert [row["day"] for row in values(spec, restated=True)] == ["2024-02-06"]
    assert "Restated for 6 Feb 2024." in spec["description"]
    assert any(layer["mark"].get("shape") == "diamond" for layer in spec["layer"])
    assert "Restated for 6 Feb 2024." in over_time(series(fallen), SAID)["description"]
    assert not any(
        layer["mark"].get("shape") == "diamond" for layer in totals([series(DAYS)])["layer"]
    )


@pytest.mark.parametrize("language", ["en", "uk"])
def test_every_chart_of_claimants_is_drawn_wide_and_narrow(language):
    for spec in (over_time(series(DAYS), SAID, language=language),
                 side_by_side(series(DAYS), SAID, language)):  # fmt: skip
        assert chart_svg(spec).startswith("<svg")
        assert chart_svg(narrowed(spec)).startswith("<svg")


def test_on_a_narrow_screen_names_of_claimants_stand_above_their_lines():
    axis = narrowed(side_by_side(series(DAYS), SAID))["encoding"]["y"]["axis"]
    assert (axis["labelAlign"], axis["labelOffset"] < 0) == ("left", True)


def test_a_month_is_named_in_words():
    held = {date(2024, 1, 1): 100, date(2024, 2, 1): 200, date(2024, 3, 1): 350}
    assert "Highest 150 (Feb 2024)" in months(series(held))["description"]


def test_colours_that_tell_claimants_apart_do_so_in_the_dark_too():
    light = [*COLOURS, BAR, MEAN, MARK, QUIET]
    dark = [dict(DARK).get(colour, colour) for colour in light]
    assert len(set(dark[: len(COLOURS)])) == len(COLOURS)
