"""One sentence, several figures: who says each, and which days each is of.

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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Russian losses are put at 600,000 dead and injured by US intelligence and at 673,000 "
            "by the Ukrainian army.",
            ["us_intelligence", "ua_armed_forces"],
        ),
        (
            "Ukraine's president spoke on Sunday. Some 31,000 soldiers killed in two years is less "
            "than half of the 70,000 that American officials estimated.",
            ["ua_president", "us_officials"],
        ),
    ],
)
def test_each_figure_has_the_speaker_who_stands_beside_it(text: str, found: list[str]) -> None:
    assert [c.claimant for c in read_text(text)] == found


def test_a_capitals_daily_tallies_are_its_authorities() -> None:
    text = "Kyiv's daily tallies put Russian casualties in September at 38,130."
    assert [c.claimant for c in read_text(text)] == ["ua_authorities"]


def test_what_was_added_in_a_day_gives_its_day_to_no_other_figure() -> None:
    text = (
        "The General Staff in Kyiv on Thursday listed 672,000 Russian soldiers, 9,019 tanks and "
        "369 aircraft, with 1,420 soldiers added in a day."
    )
    kinds = [c.period.kind for c in read_text(text)]
    assert kinds == ["cumulative", "cumulative", "cumulative", "day"]


def test_last_night_is_that_of_the_day_of_telling() -> None:
    text = "An overnight attack on Odesa killed 12 people, the mayor said on Thursday."
    assert [str(c.period.start) for c in read_text(text)] == ["2024-10-17"]


def test_an_attack_that_killed_is_nobodys_own_act() -> None:
    text = "KYIV (AP) — The attack that killed 12 people was the worst, Vitali Klitschko said."
    assert [(c.party, c.metric) for c in read_text(text)] == [("UA", "civilians")]


def test_a_toll_goes_on_with_the_days_of_its_attack() -> None:
    text = (
        "Last night's attack on Kyiv killed 12 people, its mayor said. By Friday morning the toll "
        "had reached 13, with 90 hurt, the State Emergency Service reported."
    )
    assert {c.period.kind for c in read_text(text)} == {"day"}


def test_names_on_a_list_are_no_months_losses() -> None:
    text = (
        "Russian casualties in September were 38,130, Ukraine's General Staff says.\n\nHow many "
        "died? Mediazona has found 72,000 names."
    )
    assert [c.period.kind for c in read_text(text)] == ["month", "cumulative"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Russian milblogger, who goes by Fisherman, said Ukraine lost 40 tanks.", "Fisherman"),
        ("A pro-war blogger, Ann Lee, wrote that 600 Russian soldiers had died.", "Ann Lee"),
        ("An investigation by the AP news agency arrived at close to 600 dead soldiers.", "ap"),
    ],
)
def test_who_is_introduced_by_what_he_does_has_his_own_name(text: str, who: str) -> None:
    assert {c.claimant for c in read_text(text)} == {who}


def test_a_month_of_last_year_is_named_in_two_ways() -> None:
    for turn in ("April last year", "April of last year"):
        text = f"In {turn} 61 people died in Kramatorsk."
        assert [str(c.period.end) for c in read_text(text)] == ["2023-04-30"]


def test_the_previous_days_end_before_the_day_of_telling() -> None:
    text = (
        "Zelensky spoke on Wednesday. In the previous three days, he said on Wednesday, Russian "
        "troops had mounted 220 assaults."
    )
    found = [(str(c.period.start), str(c.period.end)) for c in read_text(text)]
    assert found == [("2024-10-13", "2024-10-15")]


def test_a_number_spoken_of_before_is_of_the_same_toll() -> None:
    text = (
        "At least 18 people died in Kremenchuk, the governor wrote. He had spoken of 16 before "
        "midnight."
    )
    assert [(c.quote, c.scope) for c in read_text(text)] == [
        ("18", ("killed",)),
        ("16", ("killed",)),
    ]


def test_fighters_who_laid_down_their_arms_are_captured() -> None:
    text = (
        'Some 900 "Nazis" from the plant laid down their arms, Moscow\'s defence ministry said, '
        "including 31 on Friday."
    )
    found = [(c.quote, c.party, c.scope) for c in read_text(text)]
    assert found == [("900", "UA", ("captured",)), ("31", "UA", ("captured",))]
