"""The days that a figure covers, one family of expressions at a time, in all three languages."""

from datetime import UTC, date, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.period import KYIV


def periods(text, published):
    """What is read of each figure: its words, and the kind and days of its period."""
    document = document_from_text(
        text,
        retrieved_at=datetime(2026, 12, 1, tzinfo=UTC),
        published_at=datetime.combine(date.fromisoformat(published), time(12), KYIV),
        origin="test",
        media_type="text/plain",
    )
    return {c.quote: (c.period.kind, str(c.period.start), str(c.period.end))
            for c in read(document).claims}  # fmt: skip


def day(of):
    return ("day", of, of)


def since(first, last):
    return ("interval", first, last)


def total(to):
    return ("cumulative", "2022-02-24", to)


UNKNOWN = ("unknown", "None", "None")


def check(text, published, expected):
    got = periods(text, published)
    assert {k: got.get(k) for k in expected} == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("The General Staff said on Tuesday evening that since midnight its troops had fought 97 "
     "combat engagements. The enemy dropped 61 guided bombs.", {"97": 0, "61": 0}),
    ("Генштаб увечері: від початку цієї доби відбулося 97 бойових зіткнень. Ворог завдав 31 "
     "авіаудару.", {"97": 0, "31": 0}),
    ("Вечером Генштаб ВСУ сообщил: с полуночи произошло 97 боевых столкновений. Противник нанёс "
     "31 авиаудар.", {"97": 0, "31": 0}),
])  # fmt: skip
def test_what_has_happened_since_the_day_began_is_of_the_report_s_own_day(text, expected):
    check(text, "2025-10-14", {k: day("2025-10-14") for k in expected})


@pytest.mark.parametrize("text", [
    "Mass attack. As of 9:40 the enemy had launched 48 missiles, the Air Force said.",
    "Масована атака. Станом на 9:40 ворог випустив 48 ракет, кажуть у Повітряних силах.",
    "Массированная атака. К 9:40 противник запустил 48 ракет, сообщили в Воздушных силах.",
])  # fmt: skip
def test_an_hour_without_a_day_is_one_of_the_day_of_publication(text):
    check(text, "2024-09-02", {"48": day("2024-09-02")})


def test_an_hour_beside_a_day_told_before_is_one_of_that_day():
    text = (
        "A missile strike on a market in Kostiantynivka on Friday wounded 44 people, the governor "
        "said. The missile came at 12:20 and killed 11 civilians."
    )
    check(text, "2024-08-11", {"44": day("2024-08-09"), "11": day("2024-08-09")})


@pytest.mark.parametrize("text", [
    "Since the offensive was launched on 11 May the Russian army has lost 3,200 soldiers and 41 "
    "tanks, the General Staff said.",
    "The assault on the town, which began on 11 May, has cost Russia 3,200 soldiers and 41 tanks, "
    "the General Staff said.",
    "З 11 травня, коли почався наступ, російська армія втратила 3200 військових і 41 танк, "
    "повідомив Генштаб.",
    "С начала наступления 11 мая российская армия потеряла 3200 военных и 41 танк, сообщил "
    "Генштаб ВСУ.",
])  # fmt: skip
def test_losses_since_an_operation_began_run_from_its_first_day(text):
    got = list(periods(text, "2024-06-20").values())
    assert got == [since("2024-05-11", "2024-06-20")] * 2


@pytest.mark.parametrize("text", [
    "У ніч на 3 вересня (з 21:00 2 вересня) ворог атакував ударними дронами, кажуть Повітряні "
    "сили:\n– 88 ударних БпЛА типу Shahed;\n– 5 крилатих ракет Х-101.",
    "В ночь на 3 сентября (с 21:00 2 сентября) противник атаковал ударными дронами, сообщают "
    "Воздушные силы:\n– 88 ударных БпЛА типа Shahed;\n– 5 крылатых ракет Х-101.",
])  # fmt: skip
def test_the_night_that_a_list_s_heading_names_is_that_of_its_items(text):
    check(text, "2025-09-03", {"88": day("2025-09-03"), "5": day("2025-09-03")})
