"""The reference story: its 24 figures, each with what it counts, whose, who says it and when.

Only figures are named here, never the story's sentences. The story belongs to its newspaper, so
it is read where it lies beside the project; without it these tests are skipped.
"""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import explain, read
from lossledger.model import Claim, Reading

STORY = Path(__file__).parents[3] / "shared" / "data" / "story" / "article.txt"
pytestmark = pytest.mark.skipif(not STORY.exists(), reason="the reference story is not at hand")

GS, DIA = "ua_general_staff", "us_dia"
WAR, REPORT, PAST_DAY = date(2022, 2, 24), date(2024, 2, 22), date(2024, 2, 21)
FEBRUARY = ("month", date(2024, 2, 1), REPORT)
TOTAL = ("cumulative", WAR, REPORT)
DAY = ("day", PAST_DAY, PAST_DAY)
LEAK = ("unknown", None, None)

RECORDS = [
    (20000, None, "personnel", "RU", GS, FEBRUARY),
    (20000, None, "personnel", "RU", GS, FEBRUARY),
    (407240, 407240, "personnel", "RU", GS, TOTAL),
    (387060, 387060, "personnel", "RU", GS, ("cumulative", WAR, date(2024, 2, 1))),
    (20180, 20180, "personnel", "RU", GS, ("interval", date(2024, 2, 1), REPORT)),
    (1160, 1160, "personnel", "RU", GS, DAY),
    (7, 7, "tanks", "RU", GS, DAY),
    (35, 35, "afv", "RU", GS, DAY),
    (41, 41, "artillery", "RU", GS, DAY),
    (36, 36, "uav", "RU", GS, DAY),
    (6523, 6523, "tanks", "RU", GS, TOTAL),
    (12373, 12373, "afv", "RU", GS, TOTAL),
    (7596, 7596, "uav", "RU", GS, TOTAL),
    (20000, None, "personnel", "RU", GS, FEBRUARY),
    (124500, 131000, "personnel", "UA", DIA, LEAK),
    (15500, 17500, "personnel", "UA", DIA, LEAK),
    (64, 64, "combat_engagements", None, GS, DAY),
    (10, 10, "areas_struck", "UA", GS, DAY),
    (1, 1, "aircraft_downed", "RU", GS, DAY),
    (3, 3, "drones_downed", "RU", GS, DAY),
    (3, 3, "missile_strikes", "RU", GS, DAY),
    (113, 113, "air_strikes", "RU", GS, DAY),
    (105, 105, "mlrs_attacks", "RU", GS, DAY),
    (4, 4, "assaults", "RU", GS, DAY),
]


@pytest.fixture(scope="module")
def reading() -> Reading:
    document = document_from_text(
        STORY.read_text("utf-8"),
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        published_at=datetime(2024, 2, 23, 12, tzinfo=UTC),
    )
    return read(document)


def record(c: Claim) -> tuple[object, ...]:
    """What is compared of a claim; of the leak only the month in which it was told of is known."""
    end = None if c.claimant == DIA else c.period.end
    period = (c.period.kind, c.period.start, end)
    return (c.quantity.low, c.quantity.high, c.metric, c.party, c.claimant, period)


def test_every_figure_is_read_in_full_and_nothing_else(reading: Reading) -> None:
    assert [record(c) for c in reading.claims] == RECORDS


def test_the_figures_hang_together_as_the_story_says(reading: Reading) -> None:
    at = {c.id: i for i, c in enumerate(reading.claims)}
    found = {(r.kind, at[r.source], tuple(at[t] for t in r.targets)) for r in reading.relations}
    assert found == {
        ("repeats", 1, (0,)),
        ("repeats", 13, (0,)),
        ("derived_from", 4, (2, 3)),
        ("increment_of", 5, (2,)),
        ("part_of", 15, (14,)),
    }


def test_the_difference_is_the_authors_and_the_leak_its_agencys_own(reading: Reading) -> None:
    assert [i for i, c in enumerate(reading.claims) if c.stance == "derived"] == [4]
    assert {c.basis for c in reading.claims if c.claimant == DIA} == {"own_estimate"}
    assert [c.scope for c in reading.claims if c.scope] == [("killed",)]


def test_the_reports_day_is_that_of_the_weekday_named(reading: Reading) -> None:
    told = {c.report_date for c in reading.claims if c.claimant == GS and c.report_date}
    assert told == {REPORT}


def test_what_could_not_be_checked_is_noted(reading: Reading) -> None:
    assert [n.kind for n in reading.notes] == ["not_verified", "no_response", "not_verified"]
    assert reading.notes[0].speaker == "newsweek"


def test_no_digit_of_the_story_is_lost_or_told_twice(reading: Reading) -> None:
    account = explain(reading)
    assert not reading.unread
    covered = [k for fate in account for k in range(fate.span.start, fate.span.end)]
    assert len(covered) == len(set(covered))
    text = reading.document.text
    assert {k for k, c in enumerate(text) if c.isdecimal()} <= set(covered)
