"""Turns of phrase of Ukrainian and Russian stories: a day, a text, a figure, what it should be.

All sentences are our own. A row gives the day of publication, the text, the figure's words and
the value of the table's field.
"""

from datetime import UTC, date, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.period import KYIV

VALUES = """
2024-10-02 | До 17 зросла кількість загиблих у Сумах, повідомили в ОВА. | 17 | 17 17
2024-10-02 | До 17 возросло число погибших в Сумах, сообщил губернатор. | 17 | 17 17
2024-10-02 | До 17 людей поранено в Сумах, повідомили в ОВА. | 17 | None 17
2024-10-02 | Збито п'ять ракет із 14 і 31 з 40 дронів, повідомили Повітряні сили. | 31 | 31 31
2024-10-02 | Сбиты пять ракет из 14 и 31 из 40 дронов, сообщили Воздушные силы. | 31 | 31 31
2024-10-02 | Поранено між 14 і 31 людиною, повідомили в ОВА. | 14 і 31 | 14 31
"""
DAYS = """
2024-07-12 | Щодня Росія втрачала 1180 солдатів у травні й 1050 у червні, каже Генштаб. \
| 1180 | unknown
2022-06-04 | «Мы теряем до 90 солдат в день убитыми и около 400 ранеными», — сказал Зеленский. \
| 400 | unknown
2022-06-04 | «Ми щодня втрачаємо до 90 солдатів убитими і близько 400 пораненими», — сказав \
Зеленський. | 400 | unknown
2024-07-12 | Среднесуточные потери России в мае и июне составили 1180 и 1050 человек. \
| 1050 | unknown
2022-03-28 | По утренней сводке Генштаба ВСУ, Россия потеряла 17 300 человек и 122 самолёта. \
| 122 | cumulative 2022-02-24 2022-03-28
2022-03-28 | За даними ранкового зведення Генштабу, Росія втратила 17 300 осіб і 122 літаки. \
| 122 | cumulative 2022-02-24 2022-03-28
2022-05-10 | Міноборони РФ вже вдруге за місяць назвало втрати: загинули 1640 російських \
військових. | 1640 | cumulative 2022-02-24 2022-05-10
2022-05-10 | Минобороны РФ второй раз за месяц назвало потери: погибли 1640 российских \
военнослужащих. | 1640 | cumulative 2022-02-24 2022-05-10
2024-09-10 | С 10 мая под Харьковом погибли 40 мирных жителей. В Генштабе ВСУ заявили, что с \
начала боёв противник потерял там до 9000 военных. | 9000 | interval 2024-05-10 2024-09-10
2024-09-10 | З 10 травня на Харківщині загинули 40 цивільних. У Генштабі заявили, що від \
початку боїв ворог утратив там 9000 військових. | 9000 | interval 2024-05-10 2024-09-10
2024-09-12 | Операция под Суджей идёт с 6 августа. Минобороны России сообщает о 12 тысячах \
потерянных Украиной военных. | 12 тысячах | interval 2024-08-06 2024-09-12
2024-09-12 | Операція на Курщині триває з 6 серпня. У Міноборони РФ кажуть про 12 тисяч \
утрачених Україною військових. | 12 тисяч | interval 2024-08-06 2024-09-12
"""
PARTIES = """
2024-06-12 | «Мы теряем людей, мы теряем 20 танков в месяц», — сказал Зеленский. | 20 | UA
2024-06-12 | «Ми втрачаємо по 20 танків на місяць», — сказав Зеленський. | 20 | UA
"""


def _claims(day: str, text: str) -> dict[str, object]:
    document = document_from_text(
        text.replace("\\n", "\n"),
        retrieved_at=datetime(2026, 12, 1, tzinfo=UTC),
        published_at=datetime.combine(date.fromisoformat(day), time(12), KYIV),
        origin="a sentence of our own",
    )
    found: dict[str, object] = {}
    for c in read(document).claims:
        found.setdefault(c.quote.replace("\xa0", " "), c)
    return found


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(p.strip() for p in line.split(" | ")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("day", "text", "quote", "value"), _rows(VALUES))
def test_a_figure_that_something_rose_to_is_no_bound(day, text, quote, value):
    quantity = _claims(day, text)[quote].quantity
    assert f"{quantity.low} {quantity.high}" == value


@pytest.mark.parametrize(("day", "text", "quote", "days"), _rows(DAYS))
def test_the_days_follow_from_what_was_told_before(day, text, quote, days):
    period = _claims(day, text)[quote].period
    kind, *told = days.split()
    assert period.kind == kind
    if told:
        assert [str(period.start), str(period.end)] == [told[0], told[-1]]


@pytest.mark.parametrize(("day", "text", "quote", "party"), _rows(PARTIES))
def test_whose_loss_it_is_follows_from_the_verb_and_its_subject(day, text, quote, party):
    assert _claims(day, text)[quote].party == party
