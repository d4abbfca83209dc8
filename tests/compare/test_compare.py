"""One sheet for all claimants: ranges stay ranges, unlike things are refused with reasons."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from lineage_samples import START, claim, daily, months, totals

from lossledger.compare import (
    Unlike,
    against,
    counts,
    inequalities,
    misdated,
    ratio,
    sheet,
    total,
    voices,
)
from lossledger.lineage import Ancestry, edges
from lossledger.model import PART
from lossledger.period import DAY, cumulative, one_day
from lossledger.quantity import Quantity
from lossledger.series import all_series, figures_from
from lossledger.sources import definition

DAILY = daily()
HELD = totals(DAILY)
KILLED = ("killed",)
BOTH = ("killed", "wounded")
LATE = date(2023, 6, 30)


def said(value, claimant, party="RU", scope=KILLED, day=LATE, **options):
    return claim(
        value, cumulative(START, day), claimant=claimant, party=party, scope=scope,
        outlet=options.pop("outlet", "economist"), **options,
    )  # fmt: skip


def lines(*claims, **options):
    return sheet(claims, **options)


def test_the_latest_figure_of_everyone_stands_on_the_sheet_with_the_count_of_earlier_ones():
    (line,) = lines(*DAILY)
    assert line.day == date(2023, 12, 31)
    assert line.earlier == len(DAILY) - 1
    assert line.evidence == "party_claim"


def test_every_figure_stands_on_the_sheet_if_asked_for():
    assert len(lines(*DAILY[:9], every=True)) == 9


def test_a_day_leaves_out_what_describes_a_later_one():
    (line,) = lines(*DAILY, on=date(2022, 6, 1))
    assert line.day == date(2022, 6, 1)


def test_a_range_stays_a_range():
    (line,) = lines(said((15_500, 17_500), "us_dia", "UA"))
    assert line.quantity == Quantity(15_500, 17_500)
    assert line.as_json()["says"] == "15,500 to 17,500"


def test_floors_are_written_at_least_and_keep_the_figure_as_said():
    (line,) = lines(said(50_000, "mediazona"))
    assert (line.evidence, str(line.quantity)) == ("named_floor", "at least 50,000")
    assert line.as_json()["high"] == 50_000


def test_a_modelled_figure_of_a_counter_is_a_model():
    (line,) = lines(said(50_000, "mediazona", basis="model"))
    assert (line.evidence, str(line.quantity)) == ("model", "50,000")


def test_goals_forecasts_and_denied_figures_are_no_losses():
    some = [
        said(n, "nato", stance=stance) for n, stance in enumerate(("goal", "forecast", "denied"))
    ]
    assert lines(*some) == ()


def test_parts_of_one_list_are_added_up_and_lists_are_not():
    parts = [said(n, "oryx", scope=None, metric="tanks", rules=(PART,), at=n) for n in (4, 6)]
    (line,) = lines(*parts)
    assert (str(line.quantity), line.parts) == ("at least 10", 2)


def test_where_the_claimant_states_no_kind_of_loss_its_own_definition_stands_beside():
    (line,) = lines(said(383_000, "ru_mod", "UA", BOTH), definitions=definition)
    assert line.defined == "not stated (military personnel)"
    (line,) = lines(said(300_000, "uk_mod", scope=BOTH), definitions=definition)
    assert line.defined is None


def test_an_ancestor_is_one_voice():
    claims = [*DAILY, *[replace(one, scope=None) for one in months(HELD)]]
    found = sheet(claims, ancestry=Ancestry(edges(claims)))
    assert voices(found) == {("RU", "not stated"): ("ua_general_staff",)}


def test_like_figures_of_one_claimant_are_added_as_ranges():
    both = lines(said((400, 450), "csis"), said((125, 150), "csis", "UA"))
    assert total(both).quantity == Quantity(525, 600)


def test_like_figures_of_one_claimant_are_divided_as_ranges():
    both = lines(said((400, 450), "csis"), said((125, 150), "csis", "UA"))
    found = ratio(both)
    assert (found.low, found.high) == (Fraction(400, 150), Fraction(450, 125))


REFUSED = {
    "classes": (
        said(9, "mediazona"),
        said(8, "uk_mod", "UA"),
        "classes of evidence never mix: named floor and third party estimate",
    ),
    "lists": (
        said(9, "mediazona"),
        said(8, "ualosses", "UA"),
        "lists are never added to each other: each is a floor of its own",
    ),
    "scopes": (
        said(9, "csis"),
        said(8, "csis", "UA", BOTH),
        "kinds of loss differ and compare only as inequalities: killed; killed and wounded",
    ),
    "silence": (
        said(9, "ua_mod", "RU", None),
        said(8, "ru_mod", "UA", None),
        "which kinds of loss are counted is not said: ru_mod and ua_mod",
    ),
    "days": (
        said(9, "csis"),
        said(8, "csis", "UA", day=date(2023, 6, 1)),
        "days differ: 2023-06-01 and 2023-06-30",
    ),
    "periods": (
        said(9, "csis"),
        claim(8, one_day(LATE), claimant="csis", party="UA", scope=KILLED),
        "periods differ: day and total",
    ),
    "sides": (
        said(9, "csis"),
        said(8, "nato"),
        "several figures speak of the same losses (RU): they count twice",
    ),
    "claimants": (
        said(9, "csis"),
        said(8, "nato", "UA"),
        "claimants differ, each counts in its own way: csis and nato",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("operation", [total, ratio])
def test_unlike_figures_are_refused_with_the_reason(case, operation):
    one, other, reason = REFUSED[case]
    with pytest.raises(Unlike) as raised:
        operation(lines(one, other))
    assert reason in raised.value.reasons


def test_a_single_figure_is_no_sum_and_three_are_no_ratio():
    with pytest.raises(Unlike, match="needs two figures or more, here are 1"):
        total(lines(said(9, "csis")))
    with pytest.raises(Unlike, match="a ratio has two figures, here are 1"):
        ratio(lines(said(9, "csis")))


def test_a_ratio_to_what_may_be_nothing_is_refused():
    with pytest.raises(Unlike, match="may be 0"):
        ratio(lines(said(9, "csis"), said((0, 8), "csis", "UA")))


def test_an_open_bound_leaves_the_sum_open():
    claims = replace(said(9, "csis"), quantity=Quantity(9, None)), said(8, "csis", "UA")
    assert total(lines(*claims)).quantity == Quantity(17, None)


def pairs(*claims):
    return [(str(pair), pair.holds) for pair in inequalities(lines(*claims, every=True))]


def test_the_killed_of_one_claimant_lie_within_its_killed_and_wounded():
    assert pairs(said((400, 450), "csis"), said(1490, "csis", scope=BOTH)) == [
        (
            "csis on RU: killed 400 to 450 (2023-06-30) is within killed and wounded 1,490 "
            "(2023-06-30)",
            True,
        )
    ]
    assert [holds for _, holds in pairs(said(9, "csis"), said(8, "csis", scope=BOTH))] == [False]


def test_ranges_that_overlap_can_both_be_as_said():
    assert [h for _, h in pairs(said((5, 9), "csis"), said((4, 8), "csis", scope=BOTH))] == [True]


def test_claimants_and_later_parts_are_not_held_against_each_other():
    assert pairs(said(9, "csis"), said(8, "nato", scope=BOTH)) == []
    assert pairs(said(9, "csis"), said(8, "csis", scope=BOTH, day=date(2023, 6, 1))) == []


SWAP = {"RU": "UA", "UA": "RU"}
OTHER = {"ua_mod": "ru_mod", "ru_mod": "ua_mod"}


def mirrored(one):
    return replace(one, party=SWAP[one.party], claimant=OTHER.get(one.claimant, one.claimant))


@pytest.mark.parametrize("case", REFUSED)
def test_swapped_parties_give_the_mirrored_refusal(case):
    one, other, _ = REFUSED[case]
    with pytest.raises(Unlike) as left:
        total(lines(one, other))
    with pytest.raises(Unlike) as right:
        total(lines(mirrored(one), mirrored(other)))
    swapped = [reason.replace("(UA)", "(RU)") for reason in right.value.reasons]
    assert list(left.value.reasons) == swapped


def test_swapped_parties_give_the_mirrored_sheet():
    some = [said(9, "ua_mod"), said(8, "ru_mod", "UA"), said((5, 7), "csis"), said(4, "mediazona")]

    def shown(found):
        return sorted((x.evidence, x.measure, str(x.quantity), x.claim.party) for x in found)

    left = shown(sheet(some))
    right = shown(sheet([mirrored(one) for one in some]))
    assert left == sorted((*row[:3], SWAP[row[3]]) for row in right)


SERIES = all_series(figures_from(DAILY, datetime(2024, 1, 1, tzinfo=UTC)))


def row(value, day, scope=None, **options):
    return claim(
        value, cumulative(START, day), claimant=options.pop("claimant", "ua_authorities"),
        outlet="pnas", scope=scope, **options,
    )  # fmt: skip


def verdict(one, definitions=None):
    (found,) = against([one], SERIES, definitions=definitions)
    return found


def test_a_row_that_is_the_days_total_is_the_same():
    found = verdict(row(HELD[LATE], LATE))
    assert (found.verdict, found.apart) == ("same", 0)


def test_a_row_dated_otherwise_is_the_total_of_another_day():
    found = verdict(row(HELD[LATE], LATE + 3 * DAY))
    assert (found.verdict, found.apart, found.days) == ("other_day", -3, (LATE,))
    assert not found.weak


def test_a_row_typed_otherwise_is_the_total_under_another_definition():
    assert verdict(row(HELD[LATE], LATE, KILLED)).verdict == "other_definition"
    both = verdict(row(HELD[LATE], LATE + DAY, KILLED))
    assert both.verdict == "other_day_and_definition"


def test_the_definition_of_the_series_claimant_on_that_day_decides():
    found = verdict(row(HELD[LATE], LATE, KILLED), definition)
    assert (found.verdict, found.definition) == ("other_definition", "persons were liquidated")


def test_a_figure_for_a_day_is_looked_for_among_the_changes():
    change = HELD[LATE + DAY] - HELD[LATE]
    found = verdict(claim(change, one_day(LATE), claimant="ua_authorities", outlet="pnas"))
    assert found.verdict == "same"


def test_a_third_partys_round_figure_months_away_is_no_equal_one():
    assert verdict(row(HELD[LATE], LATE + 90 * DAY, claimant="nato")).verdict != "other_day"


def test_small_figures_on_other_days_are_marked_as_weak():
    steps = [claim(k, cumulative(START, START + k * DAY), metric="ships") for k in range(1, 40)]
    series = all_series(figures_from(steps, datetime(2024, 1, 1, tzinfo=UTC)))
    late = row(20, START + 25 * DAY, metric="ships")
    (found,) = against([late], series)
    assert found.verdict == "other_day"
    assert found.weak


def test_a_figure_that_is_another_metrics_or_the_other_sides_is_told():
    tanks = [
        replace(one, metric="tanks", quantity=Quantity.exactly(one.quantity.low + 7))
        for one in DAILY
    ]
    series = all_series(figures_from([*DAILY, *tanks], datetime(2024, 1, 1, tzinfo=UTC)))
    slipped = row(HELD[LATE] + 7, LATE)
    (found,) = against([slipped], series)
    assert (found.verdict, found.holds) == ("other_metric", "tanks of RU")
    (found,) = against([row(HELD[LATE], LATE, party="UA")], SERIES)
    assert (found.verdict, found.holds) == ("other_party", "personnel of RU")


def test_close_and_unknown_figures_and_ranges_are_told_apart():
    assert verdict(row(HELD[LATE] + 11, LATE)).verdict == "close"
    assert verdict(row(HELD[LATE] * 3 + 1, LATE)).verdict == "not_in_series"
    assert verdict(row((5, 9), LATE)).verdict == "not_comparable"


def test_the_rows_are_counted_by_claimant_party_word_and_verdict():
    matches = against([row(HELD[LATE], LATE), row(HELD[LATE], LATE + DAY)], SERIES)
    assert sum(counts(matches).values()) == 2
    assert [match.verdict for match in misdated(matches)] == ["other_day"]
