"""Interviews by turns, tables of attacks, and what a reportage tells beside its figures.

All sentences are our own, published on Friday, 18 October 2024.
"""

from datetime import UTC, date, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.model import Claim
from lossledger.period import KYIV

PUBLISHED = datetime.combine(date(2024, 10, 18), time(9), KYIV)


def read_text(text: str) -> tuple[Claim, ...]:
    document = document_from_text(
        text, published_at=PUBLISHED, retrieved_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    return read(document).claims


INTERVIEW = """\
Captain Petro Example leads a regiment of drones. We met him near Kupiansk.
Kyiv Post: Your people published a summary for September. Can you explain it?
Example: Gladly. We hit 946 targets in the month. Among them 17 tanks, which is few.
Kyiv Post: Is it enough?
Example: Hardly. The Russians burned 14 of our pickups in August.
"""


def test_an_interviews_lines_are_those_of_whose_name_opens_them() -> None:
    found = [(c.quote, c.claimant, c.party) for c in read_text(INTERVIEW)]
    assert found == [
        ("946", "Petro Example", "UA"),
        ("17", "Petro Example", "RU"),
        ("14", "Petro Example", "UA"),
    ]


def test_a_table_of_what_was_fired_counts_launches() -> None:
    text = (
        "What Russia fired at Ukraine, September 2024\n\n"
        "Week of | Attack drones | Missiles\n2 - 8 September | 280 | 39\n9 - 15 September | 310 | 12\n"
    )
    found = [(c.quote, c.metric) for c in read_text(text)]
    assert found == [
        ("280", "drones_launched"),
        ("39", "missiles_launched"),
        ("310", "drones_launched"),
        ("12", "missiles_launched"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In Donetsk, controlled by Russia since 2014, the mayor said a shell had killed seven "
            "people on Thursday.",
            [("seven", "2024-10-17")],
        ),
        (
            "The mall was hit on Thursday. Rescuers have been digging through the night. At least "
            "18 people are dead, the governor said.",
            [("18", "2024-10-17")],
        ),
    ],
)
def test_times_of_a_place_or_of_the_rescue_are_not_those_of_the_dead(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(c.quote, str(c.period.start)) for c in read_text(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In Odesa 59 people sought medical help, 25 of whom are in hospital.",
            [("59", "civilians", ("wounded",)), ("25", "civilians", ("wounded",))],
        ),
        (
            "The neighbours had sat down in the cafe in Izium. Fifty-two of them were dead by night.",
            [("Fifty-two", "civilians", ("killed",))],
        ),
        ("The town had 60,000 residents before the war.", []),
        ("Russia has committed over 30,000 of the 50,000 troops it has gathered.", []),
        ("Russian infantrymen slip through the fog in groups of two or three.", []),
        (
            "The enemy struck 11 settlements of the Zaporizhzhia region 351 times over the past day.",
            [("11", "settlements_shelled", None), ("351", "shellings", None)],
        ),
        (
            "They opened fire on our positions 4,300 times, 129 of these with rocket artillery.",
            [("4,300", "shellings", None), ("129", "mlrs_attacks", None)],
        ),
    ],
)
def test_what_is_counted(text: str, found: list[tuple[str, str, tuple[str, ...] | None]]) -> None:
    assert [(c.quote, c.metric, c.scope) for c in read_text(text)] == found
