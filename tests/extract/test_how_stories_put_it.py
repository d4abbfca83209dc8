"""Turns of phrase of news stories, one family a table: the figure and one field of its record.

All sentences are our own, published on Wednesday, 12 June 2024.
"""

from datetime import UTC, date, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.period import KYIV

PUBLISHED = datetime.combine(date(2024, 6, 12), time(9), KYIV)

WHO_IS_STRUCK = """
Across Ukraine the barrage killed 12 people. | 12 | UA
In Ukraine, the strikes killed 9 people. | 9 | UA
A Ukrainian strike killed 7 people. | 7 | RU
Some 42 people were killed in Kyiv and 107 wounded in British strikes. | 107 | UA
Throughout Russia, drone attacks killed 4 people. | 4 | RU
Kyiv lost 160 tanks, whereas Russia 54 tanks, the minister said. | 54 | RU
Украинцы лишились 160 танков, тогда как Россия 54 танков, заявил Путин. | 54 | RU
Ukraine lost 20,000 men. Of Russia's side Zelensky said 90,000 had been killed. | 90,000 | RU
"""
SCOPES = """
The UN has verified 11,000 deaths, 600 children among them. | 600 | killed
Погибли или навсегда искалечены 150 тысяч российских солдат. | 150 тысяч | killed wounded
НАТО приводит 7 тысяч убитых россиян, а вместе с ранеными и пленными 40 тысяч. \
| 7 тысяч | killed
НАТО приводит 7 тысяч убитых россиян, а вместе с ранеными и пленными 40 тысяч. \
| 40 тысяч | killed wounded captured
У Харкові на зв'язок не виходять 13 людей. | 13 | missing
"""
METRICS = """
An attack with 40 drones and 3 missiles hit Kharkiv. | 40 | drones_launched
An attack with 40 drones and 3 missiles hit Kharkiv. | 3 | missiles_launched
Удар 40 дронами та 3 ракетами знеструмив область, сказав Зеленський. | 40 | drones_launched
После атаки 40 дронами погибли трое жителей Киева. | 40 | drones_launched
У вівторок збили 42 ракети з 49, повідомив Залужний. | 49 | missiles_launched
Минобороны РФ отчиталось о 19 сбитых беспилотниках, ВВС Украины насчитали 112 дронов. \
| 112 | drones_launched
Генштаб: 500 осіб, 5 танків, 28 артсистем. | 500 | personnel
Минобороны доложило об уничтожении до 4700 украинских военных, 68 танков и 53 БТР; \
за сутки более 300. | 300 | personnel
Генштаб ВСУ говорит о 34 300 выбывших за месяц. | 34 300 | personnel
"""
DAYS = """
KYIV, June 12 - Russia lost 1,040 soldiers in the past 24 hours, the General Staff said. \
| 1,040 | day 2024-06-11
By the UN's count May was bloodier than April, with 160 civilians killed. \
| 160 | month 2024-05-01 2024-05-31
In May 160 civilians were killed in Ukraine, fewer than in April, when 200 died. \
| 200 | month 2024-04-01 2024-04-30
In May Russia lost 400 tanks, taking the total to 7,900. | 7,900 | cumulative
Since Moscow launched its spring push in May, it has lost more than 13,000 soldiers. \
| 13,000 | interval 2024-05-01 2024-06-12
Russia used 600 drones and 70 missiles against Ukraine in the past week. \
| 600 | week 2024-06-05 2024-06-11
Сирський підбив підсумки травня: 106 танків знищено. | 106 | month 2024-05-01 2024-05-31
Он отчитался за май: уничтожено 106 танков. | 106 | month 2024-05-01 2024-05-31
Syrskyi summed up May: 106 tanks destroyed. | 106 | month 2024-05-01 2024-05-31
"""
SPEAKERS = """
Russia has lost 90,000 soldiers, according to a study released on Tuesday by CSIS. | 90,000 | csis
Новый доклад миссии ООН: в мае погибли 126 гражданских. | 126 | un
Сили оборони. 63 бригада, підсумки тижня (3–9 червня):\\n\\n🔸 86 убитих росіян \
| 86 | 63 бригада
Минобороны РФ: сводка\\n\\nПротивник потерял:\\n— группировка «Север»: более 825 военных;\\n\
— «Запад»: до 420 военных. | 825 | ru_mod
За 200 тисяч, пославшись на Генштаб ЗСУ, писала газета: 200 100 російських солдатів. \
| 200 100 | ua_general_staff
"""
NO_FIGURES = """
A man of 50 died in Kharkiv on Sunday. | 50
Ten people, the youngest 13, were hurt in Kharkiv. | 13
Самому молодому 18, самому пожилому 66 из числа погибших. | 66
"""


def _claims(text: str) -> dict[str, object]:
    document = document_from_text(
        text.replace("\\n", "\n"),
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        published_at=PUBLISHED,
        origin="a sentence of our own",
    )
    return {c.quote.replace("\xa0", " "): c for c in read(document).claims}


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(p.strip() for p in line.split(" | ")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "quote", "party"), _rows(WHO_IS_STRUCK))
def test_whose_loss_it_is_follows_from_the_side_that_is_struck(text, quote, party):
    assert _claims(text)[quote].party == party


@pytest.mark.parametrize(("text", "quote", "scope"), _rows(SCOPES))
def test_what_became_of_people_is_told_by_all_words_for_it(text, quote, scope):
    assert set(_claims(text)[quote].scope) == set(scope.split())


@pytest.mark.parametrize(("text", "quote", "metric"), _rows(METRICS))
def test_what_is_counted_follows_from_the_act_and_the_list(text, quote, metric):
    assert _claims(text)[quote].metric == metric


@pytest.mark.parametrize(("text", "quote", "days"), _rows(DAYS))
def test_the_days_are_not_those_of_a_dateline_or_a_comparison(text, quote, days):
    period = _claims(text)[quote].period
    kind, *told = days.split()
    assert period.kind == kind
    if told:
        assert [str(period.start), str(period.end)] == [told[0], told[-1]]


@pytest.mark.parametrize(("text", "quote", "claimant"), _rows(SPEAKERS))
def test_the_speaker_is_named_by_report_list_or_first_line(text, quote, claimant):
    assert _claims(text)[quote].claimant == claimant


@pytest.mark.parametrize(("text", "age"), _rows(NO_FIGURES))
def test_an_age_is_no_figure(text, age):
    assert age not in _claims(text)


def test_a_figure_to_be_believed_or_not_is_asserted():
    text = "If Kyiv's General Staff is to be believed, Russia has lost 31,500 troops."
    assert _claims(text)["31,500"].stance == "asserted"
    text = "Якщо вірити Генеральному штабу, Росія втратила 31 500 солдатів."
    assert _claims(text)["31 500"].stance == "asserted"
