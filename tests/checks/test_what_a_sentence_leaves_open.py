"""A figure is called off only for what its sentence says, not for what the reader had to assume."""

import pytest
from hand_made import WAR, claim, day, document
from test_checks_on_a_few_reports import AFV, ON, PERSONNEL, TANKS, known

from lossledger.checks import check
from lossledger.model import OFF, Reading
from lossledger.period import Period, cumulative, month_of, one_day
from lossledger.quantity import Quantity
from lossledger.sources import definition

TOTAL, PAST_DAY = cumulative(WAR, ON), one_day(day("2024-02-21"))
JANUARY = month_of(day("2024-01-15"))
MONTH_BEFORE = Period(day("2023-12-01"), day("2023-12-31"), "month")
CARRIED = ("period.month", "days.carried")


def judged(text: str, *said: tuple[str, dict]):
    """The findings on the figures of a text, each given by its words and what was read."""
    claims = tuple(claim(text, words, **read) for words, read in said)
    return check(Reading(document(text, ON), claims), known(), definitions=definition)


def named(finding) -> tuple[str, str | None]:
    return finding.verdict, finding.cause


def test_days_of_another_sentence_give_way_to_those_that_fit_exactly():
    text = "January brought 26,220 losses.\nThe month before is not told.\nThen come 26,220 more.\n"
    read = {"value": 26220, "period": MONTH_BEFORE}
    carried = judged(text.replace("26,220 losses", "some losses"),
                     ("26,220", {**read, "rules": CARRIED}))[0]  # fmt: skip
    assert named(carried)[0] not in OFF
    said = judged(text, ("26,220", {**read, "rules": ("period.month",)}))[0]
    assert said.verdict in ("not_in_ledger", *OFF)


def test_a_total_in_a_list_under_the_past_day_is_told_from_a_days_figure():
    text = "The list goes on with 6,523 tanks.\n"
    read = {"value": 6523, "metric": "tanks", "period": PAST_DAY}
    finding = judged(text, ("6,523", {**read, "rules": ("period.past_day", "days.carried")}))[0]
    assert named(finding) == ("reproduced", None)
    assert finding.message == (
        "6,523 is the total in the report of 22 Feb 2024; as read, the sentence does not say for which "
        "days it is."
    )


def test_a_total_beside_the_days_figures_of_its_sentence_is_a_total_given_for_a_day():
    text = "There were 1,160 men and 6,523 tanks.\n"
    rules = {"rules": ("period.past_day", "days.carried")}
    men = ("1,160", {"value": 1160, "period": PAST_DAY, **rules})
    tanks = ("6,523", {"value": 6523, "metric": "tanks", "period": PAST_DAY, **rules})
    assert [named(f) for f in judged(text, men, tanks)] == [
        ("reproduced", None),
        ("contradicted", "cumulative_as_daily"),
    ]


def test_a_time_behind_a_dash_is_not_that_of_the_figures_before_it():
    text = "It speaks of 6,523 tanks and 12,373 vehicles — over the past day nothing changed.\n"
    rules = {"period": PAST_DAY, "rules": ("period.past_day",)}
    found = judged(
        text,
        ("6,523", {"value": 6523, "metric": "tanks", **rules}),
        ("12,373", {"value": 12373, "metric": "afv", **rules}),
    )
    assert [named(f) for f in found] == [("reproduced", None)] * 2
    before = "Over the past day it speaks of 6,523 tanks.\n"
    finding = judged(before, ("6,523", {"value": 6523, "metric": "tanks", **rules}))[0]
    assert named(finding) == ("contradicted", "cumulative_as_daily")


def test_figures_in_another_order_than_their_nouns_are_not_taken_for_copies():
    text = "For tanks, artillery and armored fighting vehicles it gives 6,523, some and 12,373 respectively.\n"
    read = {"value": 6523, "metric": "afv", "period": TOTAL, "rules": ("period.total",)}
    finding = judged(text, ("6,523", read))[0]
    assert named(finding) == ("reproduced", None)
    assert "that tanks are counted" in finding.message


def test_a_figure_that_the_story_gives_for_two_categories_is_copied():
    text = "It gives 6,523 tanks.\nIt gives 6,523 armored fighting vehicles and tanks.\n"
    read = {"value": 6523, "period": TOTAL, "rules": ("period.total",)}
    found = judged(text, ("6,523", {**read, "metric": "tanks"}),
                   ("6,523", {**read, "metric": "afv", "nth": 2}))  # fmt: skip
    assert named(found[1]) == ("contradicted", "digit_typo")


def test_growth_since_a_day_is_the_difference_of_two_reports():
    text = "Compared with the report of 1 February the figure has risen by 21,010.\n"
    rules = ("period.day", "metric.grown")
    for period in (one_day(day("2024-02-01")), cumulative(WAR, day("2024-02-01"))):
        finding = judged(text, ("21,010", {"value": 21010, "period": period, "rules": rules}))[0]
        assert named(finding) == ("reproduced", None), finding.message


def test_a_side_that_was_only_assumed_gives_way_to_the_one_that_the_claimant_counts():
    text = "It gives 6,523 tanks in all.\n"
    read = {"value": 6523, "metric": "tanks", "party": "UA", "period": TOTAL}
    assumed = judged(text, ("6,523", {**read, "rules": ("period.total", "party.carried")}))[0]
    assert assumed.verdict == "reproduced"
    said = judged(text, ("6,523", {**read, "rules": ("period.total", "party.lose")}))[0]
    assert named(said) == ("contradicted", "side_swap")


def test_what_stood_at_the_start_of_the_month_is_a_total():
    text = "At the start of the month the list stood at 387,060.\nThat makes 20,180.\n"
    read = {"value": 387060, "period": one_day(day("2024-02-01")), "rules": ("period.month_start",)}
    more = {"value": 20180, "period": TOTAL, "stance": "derived", "rules": ("period.total",)}
    last = {"value": 407240, "period": TOTAL, "rules": ("period.total",)}
    text = text.replace("That makes", "Now it is at 407,240.\nThat makes")
    base, _, loss = judged(text, ("387,060", read), ("407,240", last), ("20,180", more))
    assert named(base) == ("contradicted", "baseline_day_slip")
    assert named(loss) == ("reproduced_other_baseline", "baseline_day_slip")
    assert [e.low for e in loss.expected] == [21010]
    assert loss.message == (
        "20,180 is 407,240 - 387,060; 387,060 is the report of 2 Feb 2024, which is one day late. "
        "From the report of 1 Feb 2024 to the report of 22 Feb 2024 it is 21,010."
    )


def test_a_figure_of_another_order_without_a_named_cause_is_not_called_wrong():
    text = "In January alone the army reported 4,321 losses.\n"
    read = {"value": 4321, "period": month_of(day("2024-01-15")), "rules": ("period.month",)}
    finding = judged(text, ("4,321", read))[0]
    assert finding.verdict not in OFF


def test_a_figure_of_the_same_order_that_fits_nothing_is_contradicted():
    text = "On 22 February 2024 the total was 398,765.\n"
    finding = judged(text, ("398,765", {"value": 398765, "period": TOTAL, "rules": ()}))[0]
    assert named(finding) == ("contradicted", None)


def test_a_word_of_doubt_does_not_hide_that_a_figure_was_published():
    text = "If that is to be believed, it lost 407,240.\n"
    read = {"value": 407240, "period": TOTAL, "stance": "hypothetical", "rules": ("period.total",)}
    assert judged(text, ("407,240", read))[0].verdict == "reproduced"
    read |= {"value": 500000}
    text = text.replace("407,240", "500,000")
    assert judged(text, ("500,000", read))[0].verdict == "not_checkable"


@pytest.mark.parametrize("rule", ["period.day", "period.weekday", "period.today"])
def test_a_total_beside_a_day_without_a_verb_of_losing_is_what_stood_on_it(rule):
    text = "On Thursday, 22 February, the list held 6,523 tanks.\n"
    read = {"value": 6523, "metric": "tanks", "period": one_day(ON), "rules": (rule,)}
    assert judged(text, ("6,523", read))[0].verdict == "reproduced"


def test_the_reports_behind_these_tests_are_those_of_the_day():
    held = PERSONNEL["2024-02-22"], TANKS["2024-02-22"], AFV["2024-02-22"]
    assert held == (407240, 6523, 12373)


def test_a_day_earlier_is_the_report_of_the_day_before_and_not_the_storys_own():
    read = {"period": TOTAL, "rules": ("period.total", "metric.tally")}
    text = "A day earlier the tally had stood at 406,080.\n"
    assert judged(text, ("406,080", {"value": 406080, **read}))[0].verdict == "reproduced"
    text = "A day earlier the tally had stood at 407,240.\n"
    assert named(judged(text, ("407,240", {"value": 407240, **read}))[0]) == (
        "contradicted",
        "wrong_date",
    )


def test_a_range_between_two_reports_is_growth():
    text = "The tally went from 406,080 to 407,240.\n"
    quantity = Quantity(406080, 407240)
    finding = judged(text, ("406,080", {"quantity": quantity, "period": TOTAL}))[0]
    assert named(finding) == ("reproduced", None)


def test_months_that_the_text_adds_up_wrongly_are_named():
    months = {1: 26220, 12: 27000}
    text = "It was 27,000 in December and 26,220 in January, 52,220 in all.\n"
    december = month_of(day("2023-12-15"))
    january = month_of(day("2024-01-15"))
    whole = Period(None, None, "unknown")
    found = judged(
        text,
        ("27,000", {"value": months[12], "period": december, "rules": ("period.month",)}),
        ("26,220", {"value": months[1], "period": january, "rules": ("period.month",)}),
        ("52,220", {"value": 52220, "period": whole, "rules": ("period.none", "metric.ellipsis")}),
    )
    assert named(found[2]) == ("arithmetic_error", "parts_do_not_sum")
    assert found[2].arithmetic == "27,000 + 26,220 = 53,220"
