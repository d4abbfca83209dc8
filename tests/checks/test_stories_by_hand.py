"""The stories beside this folder, their claims made by hand: verdict, cause and figures."""

import pytest
from hand_made import reading_of, real_known, stories

from lossledger.checks import check, date_of_story, holds
from lossledger.model import OFF
from lossledger.sources import definition


@pytest.mark.parametrize("story", stories(), ids=lambda story: story["file"])
def test_every_number_of_a_story_gets_its_verdict_and_cause(story):
    reading = reading_of(story)
    findings = check(reading, real_known(), definitions=definition)
    wanted = {claim.id: n for claim, n in zip(reading.claims, story["number"], strict=True)}
    for finding in findings:
        number = wanted[finding.claim.id]
        got = (finding.claim.quote, finding.verdict, finding.cause)
        assert got == (finding.claim.quote, number["verdict"], number.get("cause")), finding.message
        reports = {(r.report_date, r.value) for r in finding.reports}
        assert {(r["date"], r["value"]) for r in number["reports"]} <= reports, finding.claim.quote
        if "expected_value" in number:
            assert number["expected_value"] in {e.low for e in finding.expected}
    assert holds(findings) == (not any(n["verdict"] in OFF for n in story["number"]))


@pytest.mark.parametrize(
    "story",
    [s for s in stories() if not s["file"].startswith(("london", "july"))],
    ids=lambda story: story["file"],
)
def test_the_day_of_a_story_is_found_from_its_figures_or_not_at_all(story):
    assert date_of_story(reading_of(story), real_known()) in (story["published"], None)
