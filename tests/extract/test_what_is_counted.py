"""What a number counts where its noun is missing, and which numbers count no loss at all."""

from datetime import UTC, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.period import KYIV


def reading(text, published="2024-06-12"):
    document = document_from_text(
        text,
        retrieved_at=datetime(2026, 12, 1, tzinfo=UTC),
        published_at=datetime.combine(datetime.fromisoformat(published).date(), time(12), KYIV),
        origin="test",
        media_type="text/plain",
    )
    return read(document)


def counts(text):
    """The words of each claim, what it counts and how they were lost."""
    return [(c.quote, c.metric, "+".join(c.scope or ())) for c in reading(text).claims]


@pytest.mark.parametrize("text", [
    "Russia lost about 15,000 men in its ten-year war in Afghanistan.",
    "During the Vietnam War some 58,000 American soldiers were killed.",
    "За десять років в Афганістані загинуло близько 15 тисяч радянських солдатів.",
    "За десять лет в Афганистане погибли 15 тысяч советских солдат.",
])  # fmt: skip
def test_the_losses_of_another_war_are_no_claim(text):
    assert counts(text) == []


@pytest.mark.parametrize("text", [
    "More than 4,200 servicemen have been awarded medals, the Air Force said.",
    "Russia started the war with around 3,300 operational tanks.",
    "As many as 14 million people have fled their homes.",
    "Чотири тисячі військових нагороджено орденами.",
    "Четыре тысячи военных награждены орденами.",
])  # fmt: skip
def test_men_and_arms_that_were_not_lost_are_no_claim(text):
    assert counts(text) == []


def test_one_goes_on_a_row_of_places():
    assert [q for q, *_ in counts(
        "The ministry said 31 drones were shot down over the Bryansk region, four over the Tula "
        "region and one over the Kaluga region."
    )] == ["31", "four", "one"]  # fmt: skip
    assert [q for q, *_ in counts(
        "За ночь сбит 31 беспилотник: 26 над Брянской областью, четыре над Тульской и один над "
        "Калужской."
    )] == ["31", "26", "четыре", "один"]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("Один моряк погиб, 27 пропали без вести.",
     [("Один", "personnel", "killed"), ("27", "personnel", "missing")]),
    ("Унаслідок обстрілу загинула одна людина, 33 – зазнали поранень.",
     [("одна", "civilians", "killed"), ("33", "civilians", "wounded")]),
    ("Two of his colleagues were injured.", [("Two", "civilians", "wounded")]),
])  # fmt: skip
def test_people_hurt_are_counted_without_a_noun(text, expected):
    assert counts(text) == expected


@pytest.mark.parametrize("text", [
    "Ukraine carried out a drone attack on two regions.",
    "Дрон-камікадзе влучив у будинок. Росіяни вчинили ракетну атаку.",
])  # fmt: skip
def test_the_noun_of_an_attack_counts_no_weapon(text):
    assert counts(text) == []


def test_a_total_on_an_enemys_land_began_on_a_day_that_is_not_told():
    claim, *_ = reading(
        "Ukraine has lost 41,000 soldiers since the fighting in the Kursk region began, the Russian"
        " Defence Ministry said.",
        "2024-12-11",
    ).claims
    assert (claim.period.start, str(claim.period.end), claim.period.kind) == (
        None, "2024-12-11", "cumulative")  # fmt: skip


def test_figures_of_one_row_have_the_same_days():
    claims = reading(
        "Ukraine also said that 236 aircraft, 15 ships and 4,430 armoured vehicles have been "
        "destroyed by its army.",
        "2022-09-04",
    ).claims
    assert {c.period for c in claims} == {claims[0].period}
    assert claims[0].period.kind == "cumulative"


def test_today_in_a_quotation_is_the_day_that_its_story_tells_of():
    claims = reading(
        "Five people were killed on Saturday in two regions, officials said.\n"
        '"Three people have been killed and four injured today," Governor Oleksandr Prokudin wrote.',
        "2024-07-14",
    ).claims
    assert {str(c.period.start) for c in claims} == {"2024-07-13"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Так багато безпілотників, 812 одиниць, Росія за добу ще не втрачала.", "uav"),
        ("Танков Россия потеряла за сутки много, 31 единицу.", "tanks"),
        ("Of artillery Russia lost, in the past day, 52 pieces.", "artillery"),
    ],
)
def test_pieces_are_of_the_arms_that_their_clause_names(text, what):
    assert counts(text)[0][1] == what


def test_what_a_number_grew_to_is_no_year():
    found = counts("Число наземных роботов России выросло на 12, до 2004.")
    assert [quote for quote, *_ in found] == ["12", "2004"]


def test_a_number_told_again_as_dead_is_of_the_side_it_was_told_of():
    found = reading(
        "Ukraine's General Staff says Russia has lost 421,730 soldiers. Kyiv calls it a number of "
        "dead: 421,730 killed soldiers."
    ).claims
    assert {c.party for c in found} == {"RU"}
