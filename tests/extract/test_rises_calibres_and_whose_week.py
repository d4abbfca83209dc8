"""Figures beside a rise, behind a calibre or an aside, and whose words a digest's are."""

from datetime import UTC, date, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.model import Claim

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FRIDAY = datetime(2025, 8, 29, 12, tzinfo=UTC)


def claim(text: str, quote: str) -> Claim:
    """The only claim of a text that is quoted so."""
    reading = read(document_from_text(text, retrieved_at=NOW, published_at=FRIDAY))
    found = [c for c in reading.claims if c.quote == quote]
    assert len(found) == 1, [c.quote for c in reading.claims]
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Уничтожены два танка и две 122-мм гаубицы, сообщило Минобороны России.", "две"),
        ("Генштаб ЗСУ: знищено п'ять танків і три 152-мм гармати.", "три"),
        ("Two tanks and three 155-mm howitzers were destroyed, Kyiv said.", "three"),
    ],
)
def test_a_calibre_may_stand_between_a_number_and_its_guns(text: str, quote: str):
    assert claim(text, quote).metric == "artillery"


def test_a_side_that_is_said_to_have_dead_has_them():
    text = (
        "Russia's casualties were put at 300,000, officials said. Ukraine was said to have close "
    )
    assert claim(f"{text}to 70,000 killed.", "70,000").party == "UA"


def test_the_year_of_a_rise_without_a_figure_is_not_that_of_the_figure_before_it():
    text = (
        "Russia has lost nearly 300,000 soldiers, US officials said, marking a sharp rise in the "
    )
    assert claim(f"{text}death toll this year.", "300,000").period.kind == "cumulative"


def test_casualties_that_take_in_the_wounded_are_not_the_wounded():
    text = "The institute estimates Russian deaths at 250,000 and total casualties, including the "
    assert claim(f"{text}wounded, at 950,000.", "950,000").scope is None


def test_a_total_to_which_something_is_brought_is_no_upper_bound():
    text = "Захисники знищили 4 танки, довівши їхню кількість до 11 603 одиниць, повідомив Генштаб."
    c = claim(text, "11 603")
    assert (c.metric, c.quantity.low, c.quantity.high) == ("tanks", 11603, 11603)


def test_pieces_behind_a_growth_are_of_the_arms_named_before_it():
    text = "За даними Генштабу, втрати бойових машин піхоти зросли на 3 і склали 23 949 одиниць."
    assert claim(text, "23 949").metric == "afv"


def test_a_formation_named_after_where_it_fights_gives_its_ministrys_figures():
    text = "Минобороны России подвело итоги недели. Потери ВСУ составили 3380 военнослужащих, "
    c = claim(f"{text}«Центр» сообщил о 300 пленных.", "300")
    assert c.claimant == "ru_mod"
    assert (c.period.start, c.period.end) == (date(2025, 8, 23), date(2025, 8, 29))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("When August began, Kyiv's General Staff had counted 1,054,890 lost soldiers.", "1,054,890"),
        ("Коли почався серпень, Генштаб нараховував 1 054 890 втрачених російських військових.",
         "1 054 890"),
    ],
)  # fmt: skip
def test_what_had_been_counted_when_a_month_began_is_a_total_of_its_first_day(text, quote):
    assert claim(text, quote).as_of == date(2025, 8, 1)


def test_a_figure_that_another_is_compared_with_is_of_the_same_side():
    text = (
        "Ukraine's General Staff counted 36,570 Russian soldiers killed in May, down from 48,240 "
    )
    assert claim(f"{text}losses in April.", "48,240").party == "RU"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Поражены 154 района сосредоточения армии Украины, говорится в сводке Минобороны России.",
         "ru_mod"),
        ("Уражено 154 райони зосередження армії Росії, йдеться у зведенні Генштабу ЗСУ.",
         "ua_general_staff"),
    ],
)  # fmt: skip
def test_no_subject_stands_before_what_is_said_in_a_report(text: str, name: str):
    assert (claim(text, "154").claimant, claim(text, "154").relays) == (name, ())
