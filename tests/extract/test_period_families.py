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


def month(first, last):
    return ("month", first, last)


@pytest.mark.parametrize("text", [
    "In March 2023 Western officials estimated that 120,000 Russian soldiers had been killed or "
    "wounded.",
    "A leaked paper puts Russian losses at 120,000 soldiers.",
    "У березні 2023 року американські посадовці оцінювали втрати Росії у 120 тисяч військових.",
    "В марте 2023 года американские чиновники оценивали потери России в 120 тысяч военных.",
])  # fmt: skip
def test_a_total_of_a_month_past_or_of_a_leak_has_no_known_day(text):
    assert list(periods(text, "2024-05-20").values()) == [UNKNOWN]


def test_what_a_side_owned_up_to_on_a_day_is_all_until_then():
    text = "Russia's defence ministry acknowledged on 12 April that 1,870 of its soldiers had died."
    check(text, "2022-06-01", {"1,870": total("2022-04-12")})


@pytest.mark.parametrize("text", [
    "Summary of the General Staff\n\nYesterday there were 150 combat engagements. Overnight the "
    "enemy attacked with 40 drones. In the east the defenders repelled 33 assaults.",
    "Генштаб, ранкове зведення.\nМинулої доби відбулося 150 бойових зіткнень. Вночі ворог "
    "атакував 40 дронами. На сході відбито 33 атаки.",
])  # fmt: skip
def test_fighting_on_the_ground_goes_on_with_the_day_and_not_with_its_night(text):
    got = periods(text, "2025-03-12")
    assert [got[k] for k in ("150", "40", "33")] == [
        day("2025-03-11"), day("2025-03-12"), day("2025-03-11"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "few"), [
    ("Yesterday the enemy launched 88 air strikes, the General Staff said. In all Russian losses "
     "came to 1,050 soldiers.", "1,050"),
    ("Вчора противник завдав 88 авіаударів, повідомив Генштаб. Загалом втрати росіян склали "
     "1050 осіб.", "1050"),
    ("Вчера противник нанёс 88 авиаударов, сообщил Генштаб ВСУ. Общие потери россиян составили "
     "1050 человек.", "1050"),
])  # fmt: skip
def test_total_losses_of_a_bulletin_of_one_day_are_that_day_s(text, few):
    check(text, "2025-03-12", {few: day("2025-03-11")})


@pytest.mark.parametrize(("text", "words", "first", "last"), [
    ("Russia lost 9,400 soldiers in the first ten days of June, the General Staff said.",
     "9,400", "2025-06-01", "2025-06-10"),
    ("У другій половині квітня ворог втратив 9400 військових, повідомив Генштаб.",
     "9400", "2025-04-16", "2025-04-30"),
    ("За последние две недели мая Россия потеряла 9400 солдат, сообщил Генштаб ВСУ.",
     "9400", "2025-05-18", "2025-05-31"),
    ("Russia lost 88,000 soldiers in April, May and June 2025, the General Staff said.",
     "88,000", "2025-04-01", "2025-06-30"),
    ("Russia lost 88,000 soldiers in the second quarter of 2025, the General Staff said.",
     "88,000", "2025-04-01", "2025-06-30"),
])  # fmt: skip
def test_parts_of_a_month_and_several_months_are_the_days_between(text, words, first, last):
    check(text, "2025-07-20", {words: since(first, last)})


def test_a_story_about_a_year_comes_back_to_it_after_a_month_singled_out():
    text = (
        "In 2024 Russia lost 300 guns, the ministry said. November was the worst month, with 41 "
        "guns. It also lost 900 tanks."
    )
    got = periods(text, "2025-02-03")
    assert got["41"] == month("2024-11-01", "2024-11-30")
    assert got["300"] == got["900"] == since("2024-01-01", "2024-12-31")


@pytest.mark.parametrize("text", [
    "Over the past week, 5 to 11 May, Russia lost 44 tanks, the General Staff said.",
    "За тиждень, з 5 по 11 травня, Росія втратила 44 танки, повідомив Генштаб.",
    "За неделю, с 5 по 11 мая, Россия потеряла 44 танка, сообщил Генштаб ВСУ.",
])  # fmt: skip
def test_a_week_with_its_days_is_that_week(text):
    check(text, "2025-05-13", {"44": ("week", "2025-05-05", "2025-05-11")})


@pytest.mark.parametrize("text", [
    "08:15 Shelling of the market. 6 civilians were wounded.\n\n09:50 The governor: 14 civilians "
    "wounded.",
    "08:15 Обстріл ринку. Поранено 6 мирних жителів.\n\n09:50 Голова ОВА: поранено 14 мирних "
    "жителів.",
    "08:15 Обстрел рынка. Ранены 6 мирных жителей.\n\n09:50 Губернатор: ранены 14 мирных жителей.",
])  # fmt: skip
def test_hours_that_open_the_lines_of_a_post_are_of_its_day(text):
    check(text, "2025-05-13", {"6": day("2025-05-13"), "14": day("2025-05-13")})


@pytest.mark.parametrize("text", [
    "From 19:20 on 4 May the enemy attacked with 75 drones, the Air Force said.",
    "Із 19:20 4 травня противник атакував 75 ударними дронами, кажуть у Повітряних силах.",
    "С 19:20 4 мая противник атаковал 75 ударными дронами, сообщили в Воздушных силах.",
])  # fmt: skip
def test_an_attack_since_the_evening_before_is_that_of_the_night(text):
    check(text, "2025-05-05", {"75": day("2025-05-05")})


@pytest.mark.parametrize("text", [
    "The border post was attacked on 6 May. Since that day the guns have killed 19 civilians.",
    "Прикордонний пункт атаковано 6 травня. Відтоді загинули 19 мирних жителів.",
    "Пограничный пункт атакован 6 мая. С тех пор погибли 19 мирных жителей.",
])  # fmt: skip
def test_since_then_counts_from_the_day_named_last(text):
    check(text, "2025-05-20", {"19": since("2025-05-06", "2025-05-20")})


def test_nobody_loses_a_war_s_total_in_a_day():
    text = (
        "Russia lost 1,310 soldiers over the past 24 hours, which brought the count of its losses "
        "to 912,480, the General Staff said."
    )
    check(text, "2025-04-02", {"1,310": day("2025-04-01"), "912,480": total("2025-04-02")})


def test_figures_told_behind_a_day_without_figures_are_of_that_day():
    text = (
        "On 3 March a boat packed with explosives reached the harbour of the fleet.\n\n"
        "The navy said that it had sunk 2 ships. Moscow says that 9 drones were shot down."
    )
    check(text, "2025-03-07", {"2": day("2025-03-03"), "9": day("2025-03-03")})


def test_what_may_come_has_no_days_but_those_named():
    text = (
        "Yesterday Russia lost 1,020 soldiers, the General Staff said. If the pace holds, it will "
        "lose another 30,000 soldiers."
    )
    check(text, "2025-03-07", {"1,020": day("2025-03-06"), "30,000": UNKNOWN})


def test_a_rate_compared_with_a_rate_is_one():
    text = (
        "Russia lost an average of 1,240 soldiers a day in March, British intelligence said. In "
        "February it was 1,190 soldiers."
    )
    check(text, "2025-04-07", {"1,240": UNKNOWN, "1,190": UNKNOWN})


def test_a_paper_that_bears_a_day_gives_what_was_lost_until_then():
    text = "A leaked paper, dated 3 May, is short. It puts Russian losses at 190,000 soldiers."
    check(text, "2023-06-20", {"190,000": total("2023-05-03")})


def test_losses_at_one_place_began_on_no_known_day():
    text = "The defence ministry in Moscow says that the enemy has lost 1,340 soldiers near Kursk."
    check(text, "2024-08-30", {"1,340": UNKNOWN})


@pytest.mark.parametrize("text", [
    "The results of the year: Russia lost 401,000 soldiers, the General Staff said.",
    "Підсумки року: росіяни втратили 401 тисячу військових, повідомив Генштаб.",
    "Итоги года: россияне потеряли 401 тысячу военных, сообщил Генштаб ВСУ.",
])  # fmt: skip
def test_the_results_of_a_year_told_in_january_are_those_of_the_year_before(text):
    got = list(periods(text, "2025-01-08").values())
    assert got == [since("2024-01-01", "2024-12-31")]
