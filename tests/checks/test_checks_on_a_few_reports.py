"""What each check says, on a few real reports that stand in the test itself."""

from datetime import date

import pytest
from hand_made import LEARNED, WAR, claim, day, document

from lossledger.checks import CHECKS, NEAR_MISSES, Known, check, date_of_story, holds, summary
from lossledger.checks.digits import ADDED, CHANGED, DROPPED, SWAPPED, rights, slip
from lossledger.model import CAUSES, VERDICTS, Figure, Ignored, Reading, Relation
from lossledger.period import UNKNOWN, Period, cumulative, one_day
from lossledger.quantity import Quantity
from lossledger.sources import definition

ON = day("2024-02-22")
PERSONNEL = {
    "2024-01-01": 360010,
    "2024-01-02": 360740,
    "2024-01-31": 385230,
    "2024-02-01": 386230,
    "2024-02-02": 387060,
    "2024-02-20": 404950,
    "2024-02-21": 406080,
    "2024-02-22": 407240,
    "2024-02-29": 413760,
    "2024-03-01": 414680,
}
TANKS = {"2024-02-20": 6503, "2024-02-21": 6516, "2024-02-22": 6523}
AFV = {"2024-02-20": 12310, "2024-02-21": 12338, "2024-02-22": 12373}
TEXT = "".join(f"On {word} it said {900001 + i}.\n" for i, word in enumerate("abcdefghij"))


def figure(metric: str, on: str, value: int, **changes: object) -> Figure:
    """A running total of the General Staff, relayed by the mirror."""
    made = Figure(
        f"{metric} {on} {value}", "d", "ua_general_staff", "RU", metric, "daily_mirror",
        "cumulative", WAR, day(on), day(on), day(on), value, value, False, None, None,
        "asserted", LEARNED,
    )  # fmt: skip
    return made._replace(**changes)


def known(*more: Figure, until: str = "2024-02-22") -> Known:
    """The reports above up to a day, with some further figures."""
    figures = [
        figure(metric, on, value)
        for metric, days in (("personnel", PERSONNEL), ("tanks", TANKS), ("afv", AFV))
        for on, value in days.items()
        if on <= until
    ]
    return Known.from_figures([*figures, *more])


def said(value: int | None = None, nth: int = 0, **more: object):
    """A claim whose number stands in one of the text's sentences."""
    return claim(TEXT, str(900001 + nth), value=value, **more)


def judged(*claims, on: date | None = ON, relations=(), ignored=(), given: Known | None = None):
    """The findings on some claims in a story of a day."""
    story = Reading(document(TEXT, on), tuple(claims), tuple(relations), tuple(ignored))
    return check(story, given or known(), definitions=definition)


def one(*claims, **more: object):
    """The finding on the first of some claims."""
    finding = judged(*claims, **more)[0]
    assert finding.verdict in VERDICTS
    assert finding.cause is None or finding.cause in CAUSES
    return finding


TOTAL, PAST_DAY = cumulative(WAR, ON), one_day(day("2024-02-21"))
SO_FAR = Period(day("2024-02-01"), day("2024-02-21"), "interval")
FEBRUARY = Period(day("2024-02-01"), day("2024-02-29"), "month")


def test_every_check_has_a_text_for_the_page():
    assert all((one.__doc__ or "").strip().endswith(".") for one in CHECKS)
    assert set(NEAR_MISSES) < set(CHECKS)


@pytest.mark.parametrize("stance", ["goal", "forecast", "hypothetical", "denied"])
def test_what_is_no_count_is_not_checked(stance):
    assert one(said(50000, period=FEBRUARY, stance=stance)).verdict == "not_checkable"


def test_a_figure_of_no_one_about_no_one_is_not_checkable():
    finding = one(said(50000, claimant=None, party=None))
    assert finding.message == "The text says neither who gives this figure nor whose it is."


def test_a_missing_report_is_named():
    finding = one(said(407900, period=cumulative(WAR, day("2024-02-23"))))
    assert finding.verdict == "not_in_ledger"
    assert finding.message == (
        "The report of 23 Feb 2024 (General Staff of the Armed Forces of Ukraine) is not in the "
        "ledger; nearest: 407,240 (report of 22 Feb 2024)."
    )


def test_a_figure_whose_days_are_not_said_is_not_checkable():
    finding = one(said(5000, period=UNKNOWN))
    assert finding.verdict == "not_checkable"
    assert finding.message == "As read, the text does not say for which days this figure is."


def test_a_total_whose_day_is_not_said_is_named_by_the_report_that_holds_it():
    finding = one(said(386230, period=UNKNOWN))
    assert finding.verdict == "reproduced"
    assert finding.message == (
        "386,230 is the total in the report of 1 Feb 2024; the text does not say for which day."
    )


@pytest.mark.parametrize(
    ("quantity", "verdict"),
    [
        (Quantity.exactly(7596), "reproduced"),
        (Quantity(7500, None, strict=True), "consistent"),
        (Quantity.exactly(7956), "not_in_ledger"),
    ],
)
def test_what_was_shot_down_is_looked_up_among_the_losses_that_count_it(quantity, verdict):
    drones = [figure("uav", "2024-02-21", 7555), figure("uav", "2024-02-22", 7596)]
    downed = said(period=TOTAL, metric="drones_downed", quantity=quantity)
    finding = one(downed, given=known(*drones))
    assert finding.verdict == verdict


def test_a_nights_tally_that_is_not_the_days_loss_is_no_contradiction():
    drones = [figure("uav", "2024-02-21", 7555), figure("uav", "2024-02-22", 7596)]
    downed = said(29, period=PAST_DAY, metric="drones_downed")
    assert one(downed, given=known(*drones)).verdict == "not_in_ledger"


def test_a_small_figure_without_days_is_that_of_the_past_day_if_it_equals_it():
    assert one(said(7, metric="tanks", period=UNKNOWN)).verdict == "reproduced"


def test_a_generic_speaker_is_compared_with_its_own_sides_reports():
    finding = one(said(407240, claimant="ua_authorities", period=TOTAL))
    assert finding.verdict == "reproduced"
    assert finding.message == (
        "407,240 is the total in the report of 22 Feb 2024 (General Staff of the Armed Forces "
        "of Ukraine; the text names Ukrainian authorities)."
    )


def test_another_official_of_the_side_is_not_held_to_the_series_without_a_cause():
    finding = one(said(412345, claimant="ua_president", period=TOTAL))
    assert finding.verdict == "not_in_ledger"


@pytest.mark.parametrize(
    ("quantity", "cause"),
    [
        (Quantity.exactly(407000, "about"), "rounding_only"),
        (Quantity(407000, None, strict=True), "rounding_only"),
        (Quantity.exactly(410000, "nearly"), "rounding_only"),
        (Quantity.exactly(407000), "rounding_only"),
        (Quantity(300000, None), None),
        (Quantity(400000, 410000), None),
    ],
)
def test_roundings_and_bounds_that_hold_are_consistent(quantity, cause):
    finding = one(said(quantity=quantity, period=TOTAL))
    assert (finding.verdict, finding.cause) == ("consistent", cause)


@pytest.mark.parametrize(
    "quantity",
    [Quantity(418000, None), Quantity.exactly(398000, "about"), Quantity(410000, 420000)],
)
def test_bounds_and_hedges_that_fail_are_contradicted(quantity):
    finding = one(said(quantity=quantity, period=TOTAL))
    assert (finding.verdict, finding.cause) == ("contradicted", None)
    assert [e.low for e in finding.expected] == [407240]


@pytest.mark.parametrize(
    ("quantity", "side"), [(Quantity(408000, None), "below"), (Quantity(None, 407000), "above")]
)
def test_a_bound_on_the_wrong_side_of_the_total_it_rounds_is_named(quantity, side):
    finding = one(said(quantity=quantity, period=TOTAL))
    assert (finding.verdict, finding.cause) == ("contradicted", "bound_flipped")
    assert f"407,240, the total in the report of 22 Feb 2024, is {side} it." in finding.message


def test_a_bound_that_only_one_convention_bears_out_says_so():
    finding = one(
        said(quantity=Quantity(21500, None), period=Period(day("2024-02-01"), ON, "month"))
    )
    assert finding.verdict == "consistent"
    assert finding.message.startswith("At least 21,500 holds only by report day")


def test_a_months_loss_is_reproduced_and_the_other_convention_is_stated():
    given = known(until="2024-03-01")
    finding = one(said(28450, period=FEBRUARY), on=day("2024-03-04"), given=given)
    assert finding.verdict == "reproduced"
    assert finding.message == (
        "28,450 is the reported loss for 1 to 29 Feb 2024 by loss day; by report day it is 28,530."
    )
    by_report = one(said(28530, period=FEBRUARY), on=day("2024-03-04"), given=given)
    assert (by_report.verdict, by_report.cause) == ("reproduced", None)


def test_month_to_date_may_end_yesterday_or_today():
    for end in ("2024-02-21", "2024-02-22", "2024-02-29"):
        span = Period(day("2024-02-01"), day(end), "month")
        assert one(said(21010, period=span)).verdict == "reproduced"
        assert one(said(22010, period=span)).verdict == "reproduced"
        slipped = one(said(20180, period=span))
        assert (slipped.verdict, slipped.cause) == (
            "reproduced_other_baseline",
            "baseline_day_slip",
        )


def test_a_tally_of_the_last_day_of_the_month_before_is_a_slipped_baseline():
    finding = one(said(385230, period=cumulative(WAR, day("2024-02-01"))))
    assert (finding.verdict, finding.cause) == ("contradicted", "baseline_day_slip")


def test_a_total_at_the_end_of_a_month_may_be_the_next_mornings():
    finding = one(said(386230, period=cumulative(WAR, day("2024-01-31"))))
    assert finding.verdict == "reproduced"


def test_a_days_figure_given_for_its_reports_date_is_named_by_its_date():
    ninth = said(1160, period=one_day(ON))
    date_words = Ignored(ninth.span, "22", "date")
    finding = one(ninth, ignored=[date_words])
    assert (finding.verdict, finding.cause) == (
        "reproduced_other_baseline",
        "report_day_vs_loss_day",
    )
    assert finding.message == "1,160 stands in the report of 22 Feb 2024, which covers 21 Feb 2024."


def test_yesterdays_increment_is_stale_unless_the_day_is_named():
    finding = one(said(1130, period=PAST_DAY))
    assert (finding.verdict, finding.cause) == ("contradicted", "stale_figure")
    assert [e.low for e in finding.expected] == [1160]


def test_small_figures_are_not_explained_by_accident():
    assert one(said(13, metric="tanks", period=PAST_DAY)).cause == "stale_figure"
    assert one(said(9, metric="tanks", period=PAST_DAY)).cause is None


def test_a_story_that_follows_yesterdays_report_throughout_is_not_stale():
    findings = judged(
        said(406080, period=TOTAL),
        said(6516, 1, metric="tanks", period=TOTAL),
        said(12338, 2, metric="afv", period=TOTAL),
    )
    assert [f.verdict for f in findings] == ["reproduced"] * 3


def test_a_story_that_names_the_covered_day_throughout_has_no_wrong_date():
    eve = cumulative(WAR, day("2024-02-21"))
    figures = [
        said(407240, period=eve),
        said(6523, 1, metric="tanks", period=eve),
        said(1160, 2, period=one_day(day("2024-02-20"))),
    ]
    assert [f.verdict for f in judged(*figures)] == ["reproduced"] * 3
    assert one(figures[0]).verdict == "contradicted"


def test_killed_for_losses_quotes_the_definition_that_was_in_use():
    finding = one(said(407240, scope=("killed",), period=TOTAL))
    assert (finding.verdict, finding.cause) == ("definition_mismatch", "definition_shift")
    assert finding.message == (
        "407,240 killed is the total in the report of 22 Feb 2024 (General Staff of the Armed "
        "Forces of Ukraine), which is given as losses. Definition used (General Staff of the "
        'Armed Forces of Ukraine, 22 Feb 2024): "persons"; it counts a kind of loss that is not '
        "stated. From 24 August 2023 on the posts say 'about N persons' only; the kind of loss "
        "is not stated."
    )


def test_unlike_scopes_compare_as_inequalities_only():
    lower = one(said(150000, scope=("killed",), period=TOTAL))
    higher = one(said(500000, scope=("killed",), period=TOTAL))
    assert (lower.verdict, higher.verdict) == ("not_in_ledger", "contradicted")
    assert "does not exceed the losses given: 407,240" in lower.message


def test_killed_and_wounded_together_may_stand_for_the_losses():
    assert one(said(407240, scope=("killed", "wounded"), period=TOTAL)).verdict == "reproduced"


def test_a_value_recorded_earlier_for_the_day_is_superseded():
    given = known(
        figure("aircraft", "2024-02-22", 339),
        figure("aircraft", "2024-02-22", 310, via="other", claim_id="earlier"),
    )
    finding = one(said(310, metric="aircraft", period=TOTAL), given=given)
    assert (finding.verdict, finding.cause) == ("superseded", "superseded_value")
    assert [e.low for e in finding.expected] == [339]


@pytest.mark.parametrize(
    ("metric", "value", "period", "cause"),
    [
        ("tanks", 6516, TOTAL, "stale_figure"),
        ("tanks", 6523, PAST_DAY, "cumulative_as_daily"),
        ("personnel", 11600, PAST_DAY, "tenfold"),
        ("personnel", 40724, TOTAL, "tenfold"),
        ("afv", 12337, TOTAL, "digit_typo"),
        ("afv", 1273, TOTAL, "digit_typo"),
        ("afv", 12273, TOTAL, "digit_typo"),
        ("tanks", 6523 + 12373, TOTAL, "category_merge"),
        ("tanks", 7 + 35, PAST_DAY, "category_merge"),
        ("tanks", 12373, TOTAL, "digit_typo"),
        ("personnel", 386230, TOTAL, "stale_figure"),
    ],
)
def test_what_was_meant_is_proposed(metric, value, period, cause):
    finding = one(said(value, metric=metric, period=period))
    assert (finding.verdict, finding.cause) == ("contradicted", cause)


def test_a_typo_says_how_many_other_figures_lie_as_near():
    finding = one(said(12337, metric="afv", period=TOTAL))
    assert finding.message == (
        "The report of 22 Feb 2024 gives 12,373, not 12,337: two digits are swapped "
        "(no other figure of the series lies as near)."
    )
    assert finding.suggestion == (
        "Russia's reported losses of armoured fighting vehicles stood at 12,373 "
        "(General Staff of the Armed Forces of Ukraine, report of 22 Feb 2024)."
    )


def test_the_other_sides_figure_is_named():
    finding = one(said(407240, party="UA", period=TOTAL))
    assert (finding.verdict, finding.cause) == ("contradicted", "side_swap")
    assert finding.message == (
        "407,240 is not about Ukraine: in the reports of General Staff of the Armed Forces of "
        "Ukraine it is Russia's reported losses of personnel, the total in the report of "
        "22 Feb 2024."
    )


def test_small_figures_are_swapped_only_beside_a_long_one():
    lone = one(said(7, metric="tanks", party="UA", period=PAST_DAY))
    beside = one(
        said(7, metric="tanks", party="UA", period=PAST_DAY),
        said(407240, 1, party="UA", period=TOTAL),
    )
    assert (lone.verdict, beside.cause) == ("not_in_ledger", "side_swap")


def test_a_relays_figure_given_as_an_estimate_of_its_own_is_contradicted():
    finding = one(said(407240, claimant="uk_mod", basis="own_estimate", period=TOTAL))
    assert (finding.verdict, finding.cause) == ("contradicted", "relay_as_source")


def test_a_relays_figure_without_a_word_on_its_source_is_named_as_a_relay_and_holds():
    finding = one(said(407240, claimant="uk_mod", period=TOTAL))
    assert (finding.verdict, finding.cause) == ("reproduced", "relay_as_source")


def test_a_relays_figure_that_is_cited_is_reproduced():
    cited = one(said(407240, claimant="uk_mod", basis="cites", period=TOTAL))
    assert (cited.verdict, cited.cause) == ("reproduced", None)
    assert cited.message.endswith("cites it, so that the two count once.")


def test_a_speaker_who_is_in_no_table_is_not_called_a_relay():
    finding = one(said(407240, claimant="A staff officer", period=TOTAL))
    assert finding.verdict == "reproduced"
    assert "the text names A staff officer, who is not in the tables" in finding.message


def test_a_days_figure_read_as_a_total_is_told_from_it():
    finding = one(said(35, metric="afv", period=TOTAL))
    assert (finding.verdict, finding.cause) == ("reproduced", None)
    assert finding.message == (
        "35 is the past day's figure in the report of 22 Feb 2024; it covers 21 Feb 2024, not "
        "the running total, which is 12,373 (the total in the report of 22 Feb 2024)."
    )


def test_an_estimate_of_its_own_is_not_in_the_ledger():
    estimate = Quantity(350000, 400000)
    finding = one(said(claimant="uk_mod", quantity=estimate, period=TOTAL))
    assert finding.verdict == "not_in_ledger"


def test_a_wrong_difference_of_the_texts_own_totals_is_an_arithmetic_error():
    base = said(386230, 0, period=cumulative(WAR, day("2024-02-01")))
    last = said(407240, 1, period=TOTAL)
    wrong = said(20910, 2, period=SO_FAR, stance="derived")
    relation = Relation("derived_from", wrong.id, (base.id, last.id))
    finding = judged(base, last, wrong, relations=[relation])[2]
    assert (finding.verdict, finding.cause) == ("arithmetic_error", None)
    assert finding.message == "407,240 - 386,230 is 21,010, not 20,910."
    assert [e.low for e in finding.expected] == [21010]


def test_a_mean_a_day_is_a_rounding_of_the_loss():
    mean = said(1000, period=SO_FAR, quantity=Quantity.exactly(1000, "about"))
    assert (one(mean).verdict, one(mean).cause) == ("consistent", "rounding_only")
    assert "21,010 over 21 days is 1,000.5 a day" in one(mean).message


def parts(whole: int, *figures: int, **more: object):
    """A whole with its parts, of a claimant of whom the ledger holds nothing."""
    about = {"claimant": "ru_mod", "party": "UA", "period": PAST_DAY, **more}
    total = said(whole, **about)
    claims = [said(n, i + 1, **about) for i, n in enumerate(figures)]
    relations = [Relation("part_of", c.id, (total.id,)) for c in claims]
    return one(total, *claims, relations=relations)


def test_parts_that_exceed_the_whole_do_not_sum():
    finding = parts(1400, 475, 275, 245, 205, 150, 80)
    assert (finding.verdict, finding.cause) == ("arithmetic_error", "parts_do_not_sum")
    assert finding.arithmetic == "475 + 275 + 245 + 205 + 150 + 80 = 1,430"
    assert parts(1430, 475, 275, 245, 205, 150, 80).verdict == "not_in_ledger"


def test_some_parts_of_a_whole_may_fall_short_of_it():
    assert parts(1400, 475, 275).verdict == "not_in_ledger"


def test_a_bound_turned_round_counts_against_the_earlier_words():
    about = {"claimant": "ru_mod", "party": "UA", "period": PAST_DAY}
    over = said(quantity=Quantity(545, None, strict=True), **about)
    upto = said(nth=1, quantity=Quantity(None, 545), **about)
    first, second = judged(over, upto)
    assert (first.verdict, first.cause) == ("contradicted", "bound_flipped")
    assert second.verdict == "not_in_ledger"


def test_one_end_of_a_range_is_not_the_figure():
    about = {"claimant": "us_dia", "party": "UA", "scope": ("killed",)}
    whole = said(quantity=Quantity(15500, 17500), **about)
    for value in (15500, 16500, 17500):
        finding = judged(whole, said(value, 1, **about))[1]
        assert (finding.verdict, finding.cause) == ("contradicted", "range_collapsed")
    upto = said(nth=1, quantity=Quantity(None, 17500), **about)
    assert judged(whole, upto)[1].verdict == "not_in_ledger"


def test_a_floor_given_as_a_total_elsewhere_in_the_text():
    about = {"claimant": "bbc_russian", "scope": ("killed",)}
    floor, total = said(quantity=Quantity(113000, None), **about), said(113000, 1, **about)
    first, second = judged(floor, total)
    assert first.verdict == "not_in_ledger"
    assert (second.verdict, second.cause) == ("definition_mismatch", "floor_as_total")


def test_summary_counts_verdicts_and_holds_is_false_when_something_is_off():
    right, wrong = said(407240, period=TOTAL), said(6532, 1, metric="tanks", period=TOTAL)
    findings = judged(right, wrong)
    assert summary(findings) == {"reproduced": 1, "contradicted": 1}
    assert not holds(findings)
    assert holds(findings[:1])


def test_the_day_of_a_story_prefers_what_most_figures_say():
    story = Reading(
        document(TEXT, None),
        (
            said(407240, period=cumulative(WAR, None)),
            said(387060, 1, period=cumulative(WAR, None)),
            said(7, 2, metric="tanks", period=one_day(None)),
        ),
    )
    assert date_of_story(story, known()) == ON
    assert date_of_story(Reading(document(TEXT, None)), known()) is None


@pytest.mark.parametrize(
    ("wrong", "right", "how"),
    [
        (4959, 4599, SWAPPED),
        (858, 8458, DROPPED),
        (84458, 8458, ADDED),
        (8468, 8458, CHANGED),
        (8548, 8458, SWAPPED),
        (5848, 8458, None),
        (1234, 4321, None),
        (8458, 8458, None),
    ],
)
def test_slips_of_the_pen_are_told_apart(wrong, right, how):
    assert slip(wrong, right) == how
    if how is not None:
        assert right in rights(wrong, how)
