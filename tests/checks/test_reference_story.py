"""The answers that the reference story must get, with its claims made by hand."""

import pytest
from hand_made import SHARED, real_known
from reference_story import PUBLISHED, reference

from lossledger.checks import check, date_of_story
from lossledger.sources import definition

pytestmark = pytest.mark.skipif(
    not (SHARED / "story" / "article.txt").is_file(), reason="the reference story is not here"
)


def found() -> dict:
    findings = check(reference(), real_known(), definitions=definition)
    return {f.claim.quote: f for f in reversed(findings)}


def test_the_baseline_is_the_report_of_the_second():
    finding = found()["387,060"]
    assert (finding.verdict, finding.cause) == ("contradicted", "baseline_day_slip")
    assert finding.message == (
        "387,060 is the report of 2 Feb 2024; the report of 1 Feb 2024 says 386,230: "
        "the baseline is one day late."
    )
    assert [e.low for e in finding.expected] == [386230]
    assert finding.suggestion == (
        "Russia's reported losses of personnel stood at 386,230 "
        "(General Staff of the Armed Forces of Ukraine, report of 1 Feb 2024)."
    )


def test_the_difference_is_right_on_its_own_baseline_only():
    finding = found()["20,180"]
    assert (finding.verdict, finding.cause) == ("reproduced_other_baseline", "baseline_day_slip")
    assert [e.low for e in finding.expected] == [21010, 22010]
    assert finding.arithmetic.startswith(
        "407,240 (report of 22 Feb 2024) - 387,060 (report of 2 Feb 2024) = 20,180; "
        "407,240 (report of 22 Feb 2024) - 386,230 (report of 1 Feb 2024) = 21,010"
    )
    assert finding.message == (
        "20,180 is the difference between the reports of 2 Feb 2024 and 22 Feb 2024: right on "
        "that baseline, which is one day late. From the report of 1 Feb 2024 it is 21,010 (by "
        "loss day); from the report of 31 Jan 2024 it is 22,010 (by report day)."
    )


def test_more_than_20_000_holds_under_both_conventions():
    finding = found()["20,000"]
    assert (finding.verdict, finding.cause) == ("consistent", None)
    assert finding.message == (
        "More than 20,000 holds: the reports give 21,010 for 1 to 21 Feb 2024 by loss day and "
        "22,010 for 1 to 22 Feb 2024 by report day."
    )


@pytest.mark.parametrize("quote", ["1,160", "seven", "35", "41", "36"])
def test_the_past_day_covers_21_february(quote):
    finding = found()[quote]
    assert finding.verdict == "reproduced"
    assert finding.message.endswith("in the report of 22 Feb 2024; it covers 21 Feb 2024.")


@pytest.mark.parametrize("quote", ["407,240", "6,523", "12,373", "7,596"])
def test_totals_are_those_of_the_report_of_22_february(quote):
    finding = found()[quote]
    assert finding.verdict == "reproduced"
    assert finding.message == f"{quote} is the total in the report of 22 Feb 2024."


@pytest.mark.parametrize(
    "quote",
    ["124,500 to 131,000", "15,500 to 17,500", "64", "10", "one", "three", "3", "113", "105"],
)
def test_others_and_events_are_not_in_the_ledger(quote):
    assert (found()[quote].verdict, found()[quote].reports) == ("not_in_ledger", ())


def test_there_is_one_finding_for_each_claim_in_the_order_of_the_text():
    findings = check(reference(), real_known())
    spans = [f.claim.span for f in findings]
    assert len(findings) == len(reference().claims)
    assert spans == sorted(spans)


def test_the_day_of_the_story_is_found_from_its_figures():
    assert date_of_story(reference(None), real_known()) == PUBLISHED
