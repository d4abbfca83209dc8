"""Percentages, means a day and increments that a text gives beside its own figures."""

from dataclasses import replace

from hand_made import day
from test_checks_on_a_few_reports import PAST_DAY, SO_FAR, TEXT, TOTAL, judged, one, said

from lossledger.model import Ignored, Relation, Span
from lossledger.period import UNKNOWN, cumulative

WAR = day("2022-02-24")
RATE = ("number.digits", "period.rate")


def percent(nth: int, words: str) -> Ignored:
    """A percentage in the place of one of the text's numbers."""
    at = TEXT.index(str(900001 + nth))
    return Ignored(Span(at - 3, at - 1), words, "percent")


def share(part: int, whole: int, words: str):
    a = said(whole, 0, claimant="ru_mod", party="UA")
    b = said(part, 1, claimant="ru_mod", party="UA")
    relation = Relation("part_of", b.id, (a.id,))
    return judged(a, b, relations=(relation,), ignored=(percent(1, words),))[1]


def test_a_share_that_is_the_parts_is_not_named():
    assert share(250, 1000, "25").verdict != "arithmetic_error"
    assert share(333, 1000, "33").verdict != "arithmetic_error"
    assert share(333, 1000, "33.3").verdict != "arithmetic_error"


def test_a_share_that_is_not_the_parts_is_an_arithmetic_error():
    finding = share(250, 1000, "35")
    assert finding.verdict == "arithmetic_error"
    assert finding.message == "250 of 1,000 is 25.0 percent, not 35."


def test_a_percentage_far_from_the_part_is_no_share_of_it():
    a = said(1000, 0, claimant="ru_mod", party="UA")
    b = said(250, 1, claimant="ru_mod", party="UA")
    far = replace(percent(1, "35"), span=Span(len(TEXT) - 2, len(TEXT)))
    found = judged(a, b, relations=(Relation("part_of", b.id, (a.id,)),), ignored=(far,))
    assert found[1].verdict != "arithmetic_error"


def test_an_increment_that_is_not_the_difference_of_the_texts_totals_is_named():
    theirs = {"claimant": "ru_mod", "party": "UA"}
    last = said(5200, 0, period=TOTAL, **theirs)
    before = said(5100, 1, period=cumulative(WAR, day("2024-02-21")), **theirs)
    wrong = said(90, 2, period=PAST_DAY, **theirs)
    finding = judged(last, before, wrong)[2]
    assert finding.verdict == "arithmetic_error"
    assert finding.arithmetic == "5,200 - 5,100 = 100"
    right = said(100, 2, period=PAST_DAY, **theirs)
    assert judged(last, before, right)[2].verdict == "not_in_ledger"


def test_a_mean_a_day_of_a_span_that_the_story_speaks_of_is_recomputed():
    # 407,240 - 386,230 = 21,010 over the 21 days from 1 to 21 February: 1,000.5 a day
    rate = said(1000, 1, period=UNKNOWN, rules=RATE)
    finding = judged(said(21010, 0, period=SO_FAR), rate)[1]
    assert (finding.verdict, finding.cause) == ("consistent", "rounding_only")
    assert "21,010 / 21 days = 1,000" in finding.message


def test_a_mean_a_day_that_no_span_of_the_story_gives_is_named():
    rate = said(1300, 1, period=UNKNOWN, rules=RATE)
    finding = judged(said(21010, 0, period=SO_FAR), rate)[1]
    assert finding.verdict in ("arithmetic_error", "not_checkable")
    assert "1,300" in finding.message
    assert "21 days" in finding.arithmetic


def test_a_mean_without_a_span_is_tried_over_the_usual_ones():
    assert one(said(1000, period=UNKNOWN, rules=RATE)).verdict == "consistent"
    total = one(said(407240, period=UNKNOWN, rules=RATE))
    assert total.verdict == "reproduced"  # no rate, though the word stands beside it
    finding = one(said(4000, period=UNKNOWN, rules=RATE))
    assert finding.verdict == "not_checkable"
    assert "Over none of the spans tried" in finding.message


def test_a_total_whose_days_have_no_report_is_still_that_total():
    """ "9,478 tanks on Monday" cannot be Monday's loss when the total of the report is just that."""
    from lossledger.period import one_day

    finding = one(said(407240, period=one_day(day("2024-02-22"))))
    assert finding.verdict == "reproduced"
    assert finding.message.startswith("407,240 is the total in the report of 22 Feb 2024; for")
    small = one(said(1160, period=one_day(day("2024-02-22"))))
    assert small.verdict != "reproduced"
