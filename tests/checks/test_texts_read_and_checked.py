"""Sentences read and checked from end to end, on a few real reports."""

import pytest
from hand_made import document
from test_checks_on_a_few_reports import ON, known

from lossledger.checks import check
from lossledger.extract import read
from lossledger.sources import definition

STAFF = "Ukraine's General Staff"


def checked(text: str, language: str = "en") -> dict[str, object]:
    """The findings on a text of 22 February 2024 by the words of their figures."""
    reading = read(document(text, ON, language))
    found = check(reading, known(), definitions=definition)
    return {finding.claim.quote: finding for finding in found}


def named(finding) -> tuple[str, str | None]:
    return finding.verdict, finding.cause


def test_a_list_that_the_text_adds_up_is_added_again():
    text = (
        "Russia's Ministry of Defense said Ukraine lost up to 255 soldiers in the north, up to 540 "
        "in the west, up to 690 in the south and up to 380 in the centre over the past day. The sum "
        "is up to {} soldiers."
    )
    wrong = checked(text.format("1,965"))["1,965"]
    assert named(wrong) == ("arithmetic_error", "parts_do_not_sum")
    assert wrong.arithmetic == "255 + 540 + 690 + 380 = 1,865"
    assert wrong.suggestion == (
        "Ukraine's losses of personnel were put at 1,865 (255 + 540 + 690 + 380) by Ministry of "
        "Defence of Russia."
    )
    assert checked(text.format("1,865"))["1,865"].verdict == "not_in_ledger"


@pytest.mark.parametrize(
    "text",
    [
        "Mediazona and the BBC have established the names of 95,026 Russian soldiers killed.",
        "Russia has lost at least 95,026 soldiers killed, according to Mediazona.",
        "Mediazona has 95,026 names of Russian dead on its list.",
    ],
)
def test_a_count_of_established_cases_is_no_total(text):
    assert checked(text)["95,026"].cause is None


def test_a_count_of_established_cases_that_stands_for_all_is_named():
    finding = checked("Russia has lost 95,026 soldiers killed in the war, according to Mediazona.")
    assert named(finding["95,026"]) == ("definition_mismatch", "floor_as_total")
    assert finding["95,026"].suggestion == (
        "Russia's losses of personnel were at least 95,026 killed (Mediazona; only what it could "
        "establish)."
    )


def test_categories_given_apart_are_added_where_the_words_take_them_together():
    text = f"Russia has lost 18,896 tanks and other armored vehicles, {STAFF} says."
    finding = checked(text)["18,896"]
    assert named(finding) == ("reproduced", None)
    assert finding.arithmetic == "6,523 + 12,373 = 18,896"
    alone = checked(f"Russia has lost 18,896 tanks, {STAFF} says.")["18,896"]
    assert named(alone) == ("contradicted", "category_merge")


def test_a_difference_with_a_slip_of_the_pen_is_an_error_of_arithmetic():
    text = f"{STAFF} put Russian losses at 386,230 on February 1 and at 407,240 on Thursday."
    for words, verdict in (("21,010", "reproduced"), ("20,110", "arithmetic_error")):
        finding = checked(f"{text} This means a difference of {words} soldiers.")[words]
        assert finding.verdict == verdict
    assert finding.message == "407,240 - 386,230 is 21,010, not 20,110: two digits are swapped."


def test_a_total_to_which_losses_rose_is_no_upper_bound():
    text = (
        "По данным Генштаба ВСУ, за сутки потери российской армии выросли на 1160 человек и семь "
        "танков, до 407 240 и 6523 соответственно."
    )
    found = checked(text, "ru")
    assert [named(found[words]) for words in ("407 240", "6523")] == [("reproduced", None)] * 2


def test_totals_in_a_list_stay_totals_beside_the_days_increments():
    text = (
        f"{STAFF} counts 407,240 Russian personnel, with 1,160 in the latest 24 hours; 6,523 "
        "tanks; 12,373 armored vehicles."
    )
    assert all(finding.verdict == "reproduced" for finding in checked(text).values())


def test_a_total_given_as_what_a_day_brought_is_named():
    text = f"Over the past day Russia lost 6,523 tanks and 1,160 soldiers, {STAFF} said."
    assert named(checked(text)["6,523"]) == ("contradicted", "cumulative_as_daily")


def test_whom_a_figure_is_independent_of_is_not_its_source():
    text = "British intelligence, independently of Kyiv, put Russian losses in January at 26,220."
    assert checked(text)["26,220"].claim.claimant == "uk_mod"


def test_a_bound_ten_times_too_high_is_named():
    text = f"Russia has lost more than 4 million soldiers since the invasion, {STAFF} says."
    assert named(checked(text)["4 million"]) == ("contradicted", "tenfold")


def test_a_part_of_what_was_said_to_be_killed_is_said_to_be_killed():
    text = f"Some 407,240 Russian soldiers have been killed, 1,160 of them in the past day, {STAFF} says."
    found = checked(text)
    assert {named(f) for f in found.values()} == {("definition_mismatch", "definition_shift")}


def test_one_end_of_a_range_is_no_figure_whoever_says_it():
    found = checked(
        "Western officials say that Ukraine lost from 15,200 to 17,900 soldiers killed. Bloggers "
        "write that 17,900 Ukrainian soldiers were killed."
    )
    assert named(found["17,900"]) == ("contradicted", "range_collapsed")


def test_a_bound_told_again_in_its_own_paragraph_departs_from_the_first():
    found = checked(
        "Russia's Ministry of Defense said that Ukraine lost up to 2,450 soldiers near Kupiansk in "
        "the past week. The week's losses near Kupiansk were more than 2,450 Ukrainian soldiers.",
    )
    assert named(found["2,450"]) == ("contradicted", "bound_flipped")


def test_days_told_one_by_one_are_added_up():
    text = (
        "Генштаб Украины сообщил о 42 уничтоженных за сутки российских танках. Накануне сообщалось "
        "о 34 танках. За двое суток, следовательно, выбыло {} танков."
    )
    assert named(checked(text.format(86), "ru")["86"]) == ("arithmetic_error", "parts_do_not_sum")
    assert checked(text.format(76), "ru")["76"].verdict == "consistent"


def test_a_total_of_a_day_that_the_sentence_names_is_not_that_of_the_day_before():
    text = STAFF + " had reached {} Russian losses on Thursday, 1,160 of them in a single day."
    assert checked(text.format("407,240"))["407,240"].verdict == "reproduced"
    assert named(checked(text.format("406,080"))["406,080"]) == ("contradicted", "stale_figure")
