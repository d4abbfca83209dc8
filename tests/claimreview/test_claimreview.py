"""Findings as ClaimReview: valid for schema.org's type, in words, and never a rating of truth."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from lossledger.claimreview import WORDS, claim_review, claim_reviews, summary, with_record
from lossledger.model import VERDICTS, Claim, Document, Finding, Offsets, ReportUsed, Span
from lossledger.period import cumulative
from lossledger.quantity import Quantity

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "claimreview.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
ON = date(2024, 2, 23)
TEXT = "Kyiv put the losses at 387,060 on 2 February."
DOCUMENT = Document(
    id="a" * 64,
    text=TEXT,
    offsets=Offsets((0,), (0,), (1,)),
    content=TEXT.encode(),
    origin="https://example.org/story",
    media_type="text/plain",
    language="en",
    outlet="newsweek",
    title="A story",
    published_at=datetime(2024, 2, 22, 9, tzinfo=UTC),
)
CLAIM = Claim(
    document="a" * 64,
    span=Span(23, 30),
    byte_span=Span(23, 30),
    quote="387,060",
    sentence=TEXT,
    outlet="newsweek",
    relays=(),
    claimant="ua_general_staff",
    party="RU",
    metric="personnel",
    scope=None,
    scope_words="losses",
    quantity=Quantity.exactly(387060),
    period=cumulative(date(2022, 2, 24), date(2024, 2, 2)),
    as_of=date(2024, 2, 2),
    report_date=None,
)
REPORT = ReportUsed("ua_general_staff", date(2024, 2, 2), 387060, "b" * 32)


def finding(verdict="reproduced", **changes):
    return Finding(
        "as_reported", CLAIM, verdict, "387,060 is the total.", reports=(REPORT,), **changes
    )


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_review_of_every_verdict_is_valid_for_the_type(verdict):
    VALID.validate(claim_review(finding(verdict), DOCUMENT, on=ON))


def test_a_review_without_anything_that_may_be_missing_is_valid_too():
    bare = replace(DOCUMENT, origin="-", title=None, published_at=None, outlet=None)
    lone = replace(CLAIM, claimant=None, outlet=None, party=None)
    review = claim_review(Finding("c", lone, "not_checkable", "No day."), bare, on=ON)
    VALID.validate(review)
    assert "author" not in review["itemReviewed"]
    assert review["claimReviewed"].startswith("Unattributed: 387,060 personnel, ")


def test_the_schema_refuses_a_rating_in_numbers():
    review = claim_review(finding(), DOCUMENT, on=ON)
    review["reviewRating"]["ratingValue"] = 5
    assert not VALID.is_valid(review)


def test_the_verdict_stands_in_words_that_claim_nothing_about_truth():
    assert set(WORDS) == set(VERDICTS)
    for words in WORDS.values():
        assert not {"true", "false", "correct", "wrong", "lie"} & set(words.lower().split())
    rating = claim_review(finding(), DOCUMENT, on=ON)["reviewRating"]
    assert rating["alternateName"] == "Matches what the claimant published"


def test_the_cause_stands_behind_the_verdict():
    off = finding("reproduced_other_baseline", cause="baseline_day_slip")
    rating = claim_review(off, DOCUMENT, on=ON)["reviewRating"]
    assert rating["alternateName"].endswith("from another baseline: baseline day slip")


def test_claimant_outlet_and_reports_are_kept_apart():
    review = claim_review(finding(), DOCUMENT, on=ON)
    item = review["itemReviewed"]
    assert item["author"]["name"] == "General Staff of the Armed Forces of Ukraine"
    assert item["appearance"]["publisher"]["name"] == "Newsweek"
    assert item["appearance"]["url"] == "https://example.org/story"
    assert item["datePublished"] == "2024-02-22"
    assert review["isBasedOn"][0]["datePublished"] == "2024-02-02"
    assert review["isBasedOn"][0]["text"] == "387,060"


def test_the_summary_names_who_says_what_of_whom_and_for_which_days():
    assert summary(CLAIM) == (
        "General Staff of the Armed Forces of Ukraine: 387,060 personnel of Russia, "
        "in all to 2024-02-02"
    )


def test_a_path_of_this_machine_is_not_published():
    local = replace(DOCUMENT, origin="/home/someone/story.txt")
    assert "/home" not in json.dumps(claim_review(finding(), local, on=ON))


def test_only_checked_figures_are_reviewed_unless_all_are_asked_for():
    some = [finding(), finding("not_in_ledger"), finding("not_checkable")]
    assert len(claim_reviews(some, DOCUMENT, on=ON)) == 1
    assert len(claim_reviews(some, DOCUMENT, on=ON, every=True)) == 3


def test_each_review_has_an_anchor_on_the_storys_page():
    (review,) = claim_reviews([finding()], DOCUMENT, on=ON, url="https://example.org/check")
    VALID.validate(review)
    assert review["url"] == f"https://example.org/check#{CLAIM.id}"


def test_the_richer_record_stands_beside_the_review_under_the_same_id():
    both = with_record(claim_review(finding(), DOCUMENT, on=ON), finding())
    assert both["claimReview"]["identifier"] == both["finding"]["claim"]["id"] == CLAIM.id


def test_swapped_parties_give_the_mirrored_review():
    swap = {
        "General Staff of the Armed Forces of Ukraine": "General Staff of the Armed Forces of Russia",
        "of Russia, in all": "of Ukraine, in all",
        '"ua_general_staff"': '"ru_general_staff"',
    }
    theirs = replace(CLAIM, party="UA", claimant="ru_general_staff")
    mirrored = replace(
        finding(), claim=theirs, reports=(replace(REPORT, source="ru_general_staff"),)
    )
    left = json.dumps(claim_review(finding(), DOCUMENT, on=ON))
    right = json.dumps(claim_review(mirrored, DOCUMENT, on=ON))
    for ours, other in swap.items():
        left = left.replace(ours, other)
    assert left.replace(CLAIM.id, theirs.id) == right
