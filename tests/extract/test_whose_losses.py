"""Whose losses a figure counts: the side attacked, the one that admits, the one named beside it."""

from datetime import UTC, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SUNDAY = datetime(2025, 6, 15, 12, tzinfo=UTC)


def parties(text: str) -> list[str | None]:
    """The party of each claim, in text order."""
    document = document_from_text(text, retrieved_at=NOW, published_at=SUNDAY)
    return [c.party for c in read(document).claims]


def rows(*found: tuple[str, str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("text", "sides"), found)


@rows(
    ("A Russian missile slammed into a block in the centre of the Ukrainian capital, killing nine "
     "people and injuring 30.", "UA UA"),
    ("A Ukrainian drone hit a bus on the edge of the Russian capital, wounding nine people.", "RU"),
    ("Унаслідок російського удару по місту загинули 26 людей, поранено 93.", "UA UA"),
    ("В результате атак ВСУ погиб один человек, 16 ранены.", "RU RU"),
    ("Ночные обстрелы Украины: погиб один человек, 13 получили ранения.", "UA UA"),
)  # fmt: skip
def test_people_hurt_by_a_sides_attack_are_the_other_sides(text: str, sides: str):
    assert parties(text) == sides.split()


@rows(
    ("Moscow has publicly acknowledged the deaths of just over 6,000 soldiers.", "RU"),
    ("Kyiv has publicly acknowledged the deaths of just over 46,000 soldiers.", "UA"),
    ("Міноборони РФ визнало загибель 5937 військових.", "RU"),
    ("Зеленский признал гибель 31 тысячи военных.", "UA"),
)
def test_losses_that_a_side_admits_are_its_own(text: str, sides: str):
    assert parties(text) == sides.split()


@rows(
    ("Ukraine has had between 100,000 and 140,000 deaths, compared to Russia's 275,000.", "UA RU"),
    ("Russia has had between 275,000 and 325,000 deaths, compared to Ukraine's 100,000.", "RU UA"),
)
def test_a_bare_number_is_of_the_side_that_it_belongs_to(text: str, sides: str):
    assert parties(text) == sides.split()


@rows(
    ("Вооруженные силы Украины за неделю в зоне российской группировки потеряли 3815 военных.",
     "UA"),
    ("Російська армія за тиждень у смузі української бригади втратила 3815 військових.", "RU"),
)  # fmt: skip
def test_a_side_in_a_form_that_no_subject_has_did_not_lose_them(text: str, sides: str):
    assert parties(text) == sides.split()


@rows(
    ("Kyiv has lost at least 70,000 dead, U.S. officials say, Moscow 120,000.", "UA RU"),
    ("Oryx says Russia lost 4,000 tanks, Ukraine 1,200.", "RU UA"),
)
def test_a_side_behind_a_comma_has_lost_the_number_behind_it(text: str, sides: str):
    assert parties(text) == sides.split()
