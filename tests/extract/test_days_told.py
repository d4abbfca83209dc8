"""Every way to tell the days of a figure that we know of, in three sentences of each language.

Each table is a list of expressions of time with the days that they mean in a text published on
Wednesday, 12 June 2024.
"""

from datetime import UTC, date, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.period import KYIV

PUBLISHED = date(2024, 6, 12)

ENGLISH_SENTENCES = [
    "Russia lost 320 soldiers {}, Ukraine's General Staff said.",
    "{}, Russia lost 320 soldiers, according to the Ukrainian General Staff.",
    "Ukraine's General Staff said that {} the Russian army had lost 320 soldiers and four tanks.",
]
ENGLISH = """
on Tuesday | day 2024-06-11
on June 10 | day 2024-06-10
on 10 June | day 2024-06-10
on Monday, June 10 | day 2024-06-10
overnight into Tuesday | day 2024-06-11
in the early hours of Tuesday | day 2024-06-11
overnight on June 11 | day 2024-06-11
overnight from Monday to Tuesday | day 2024-06-11
overnight June 10-11 | day 2024-06-11
in the night of June 10 to 11 | day 2024-06-11
on the night of June 11 | day 2024-06-11
late Tuesday | day 2024-06-11
early on Tuesday | day 2024-06-11
Tuesday night | day 2024-06-11
in the past 24 hours | day 2024-06-11
over the past day | day 2024-06-11
in the last day | day 2024-06-11
in the previous 24 hours | day 2024-06-11
during the past 24 hours | day 2024-06-11
in a single day | day 2024-06-11
over the course of the past day | day 2024-06-11
yesterday | day 2024-06-11
a day earlier | day 2024-06-11
in May | month 2024-05-01 2024-05-31
during May | month 2024-05-01 2024-05-31
throughout May 2024 | month 2024-05-01 2024-05-31
over the month of May | month 2024-05-01 2024-05-31
last month | month 2024-05-01 2024-05-31
so far in June | month 2024-06-01 2024-06-12
so far this month | month 2024-06-01 2024-06-12
since the beginning of June | month 2024-06-01 2024-06-12
since the start of the month | month 2024-06-01 2024-06-12
since June 1 | interval 2024-06-01 2024-06-12
in the first half of May | interval 2024-05-01 2024-05-15
in the first ten days of June | interval 2024-06-01 2024-06-10
in the last week of May | interval 2024-05-25 2024-05-31
between May 1 and May 20 | interval 2024-05-01 2024-05-20
from May 1 to May 20 | interval 2024-05-01 2024-05-20
between May 1 and 20 | interval 2024-05-01 2024-05-20
from 1 to 20 May | interval 2024-05-01 2024-05-20
from May 1 through May 20 | interval 2024-05-01 2024-05-20
between 28 May and 3 June | interval 2024-05-28 2024-06-03
on June 8 and 9 | interval 2024-06-08 2024-06-09
on 8-9 June | interval 2024-06-08 2024-06-09
between January and May | interval 2024-01-01 2024-05-31
from January to May 2024 | interval 2024-01-01 2024-05-31
from January through May | interval 2024-01-01 2024-05-31
in April and May | interval 2024-04-01 2024-05-31
this year | interval 2024-01-01 2024-06-12
so far this year | interval 2024-01-01 2024-06-12
since the start of the year | interval 2024-01-01 2024-06-12
since January | interval 2024-01-01 2024-06-12
since January 1 | interval 2024-01-01 2024-06-12
in 2024 | interval 2024-01-01 2024-06-12
in 2023 | interval 2023-01-01 2023-12-31
last year | interval 2023-01-01 2023-12-31
in the whole of 2023 | interval 2023-01-01 2023-12-31
over the course of 2023 | interval 2023-01-01 2023-12-31
in the first quarter of 2024 | interval 2024-01-01 2024-03-31
in the first three months of 2024 | interval 2024-01-01 2024-03-31
in the first five months of the year | interval 2024-01-01 2024-05-31
in the past week | week 2024-06-05 2024-06-11
over the past seven days | week 2024-06-05 2024-06-11
last week | week 2024-06-03 2024-06-09
this week | week 2024-06-10 2024-06-12
over the past two weeks | interval 2024-05-29 2024-06-11
in the last three days | interval 2024-06-09 2024-06-11
over the weekend | interval 2024-06-08 2024-06-09
in the week from June 3 to 9 | week 2024-06-03 2024-06-09
in the week ending June 9 | week 2024-06-03 2024-06-09
in the week to June 9 | week 2024-06-03 2024-06-09
since the invasion began | cumulative 2022-02-24 2024-06-12
since the beginning of the full-scale invasion | cumulative 2022-02-24 2024-06-12
since February 2022 | cumulative 2022-02-24 2024-06-12
since February 24, 2022 | cumulative 2022-02-24 2024-06-12
since Russia launched its full-scale invasion of Ukraine in February 2022 | cumulative 2022-02-24 2024-06-12
since Russian troops poured across the border | cumulative 2022-02-24 2024-06-12
since Vladimir Putin ordered the invasion | cumulative 2022-02-24 2024-06-12
in more than two years of war | cumulative 2022-02-24 2024-06-12
in nearly 28 months of fighting | cumulative 2022-02-24 2024-06-12
between February 24, 2022 and June 9, 2024 | cumulative 2022-02-24 2024-06-09
from the start of the invasion to June 9 | cumulative 2022-02-24 2024-06-09
between the start of the invasion and the end of May | cumulative 2022-02-24 2024-05-31
as of June 9 | cumulative 2022-02-24 2024-06-09
by the end of May | cumulative 2022-02-24 2024-05-31
per day | unknown
a day on average | unknown
every day | unknown
a month | unknown
daily | unknown
today | day 2024-06-12
this morning | day 2024-06-12
overnight | day 2024-06-12
on Wednesday | day 2024-06-12
since midnight | day 2024-06-12
in the 24 hours to Tuesday morning | day 2024-06-10
three days ago | day 2024-06-09
"""

UKRAINIAN_SENTENCES = [
    "Росія втратила 320 військових {}, повідомив Генштаб ЗСУ.",
    "{} російська армія втратила 320 солдатів, повідомляє Генеральний штаб.",
    "За даними Генштабу, {} ворог втратив 320 осіб і чотири танки.",
]
UKRAINIAN = """
у вівторок | day 2024-06-11
10 червня | day 2024-06-10
у понеділок, 10 червня | day 2024-06-10
у ніч на вівторок | day 2024-06-11
у ніч на 11 червня | day 2024-06-11
в ніч з 10 на 11 червня | day 2024-06-11
у ніч із понеділка на вівторок | day 2024-06-11
вночі 12 червня | day 2024-06-12
увечері 11 червня | day 2024-06-11
рано-вранці у вівторок | day 2024-06-11
за минулу добу | day 2024-06-11
за добу | day 2024-06-11
упродовж минулої доби | day 2024-06-11
за останні 24 години | day 2024-06-11
протягом доби | day 2024-06-11
учора | day 2024-06-11
за вчорашній день | day 2024-06-11
протягом 11 червня | day 2024-06-11
за 11 червня | day 2024-06-11
у травні | month 2024-05-01 2024-05-31
за травень | month 2024-05-01 2024-05-31
упродовж травня | month 2024-05-01 2024-05-31
за весь травень 2024 року | month 2024-05-01 2024-05-31
минулого місяця | month 2024-05-01 2024-05-31
від початку червня | month 2024-06-01 2024-06-12
з початку місяця | month 2024-06-01 2024-06-12
із 1 червня | interval 2024-06-01 2024-06-12
у першій половині травня | interval 2024-05-01 2024-05-15
за перші десять днів червня | interval 2024-06-01 2024-06-10
з 1 по 20 травня | interval 2024-05-01 2024-05-20
від 1 до 20 травня | interval 2024-05-01 2024-05-20
між 1 та 20 травня | interval 2024-05-01 2024-05-20
з 28 травня по 3 червня | interval 2024-05-28 2024-06-03
8 та 9 червня | interval 2024-06-08 2024-06-09
8–9 червня | interval 2024-06-08 2024-06-09
із січня по травень | interval 2024-01-01 2024-05-31
у квітні й травні | interval 2024-04-01 2024-05-31
цього року | interval 2024-01-01 2024-06-12
від початку року | interval 2024-01-01 2024-06-12
із січня | interval 2024-01-01 2024-06-12
у 2024 році | interval 2024-01-01 2024-06-12
у 2023 році | interval 2023-01-01 2023-12-31
за 2023 рік | interval 2023-01-01 2023-12-31
торік | interval 2023-01-01 2023-12-31
за весь 2023-й | interval 2023-01-01 2023-12-31
у першому кварталі 2024 року | interval 2024-01-01 2024-03-31
за перші три місяці 2024 року | interval 2024-01-01 2024-03-31
за перші п'ять місяців року | interval 2024-01-01 2024-05-31
за тиждень | week 2024-06-05 2024-06-11
за останній тиждень | week 2024-06-05 2024-06-11
минулого тижня | week 2024-06-03 2024-06-09
цього тижня | week 2024-06-10 2024-06-12
за останні два тижні | interval 2024-05-29 2024-06-11
за останні три доби | interval 2024-06-09 2024-06-11
за вихідні | interval 2024-06-08 2024-06-09
за тиждень з 3 по 9 червня | week 2024-06-03 2024-06-09
з початку повномасштабного вторгнення | cumulative 2022-02-24 2024-06-12
від 24 лютого 2022 року | cumulative 2022-02-24 2024-06-12
з лютого 2022 року | cumulative 2022-02-24 2024-06-12
відколи Росія вторглася в Україну | cumulative 2022-02-24 2024-06-12
за два з лишком роки війни | cumulative 2022-02-24 2024-06-12
за майже 28 місяців війни | cumulative 2022-02-24 2024-06-12
за 840 днів повномасштабної війни | cumulative 2022-02-24 2024-06-12
з 24 лютого 2022 року по 9 червня 2024 року | cumulative 2022-02-24 2024-06-09
від початку вторгнення до 9 червня | cumulative 2022-02-24 2024-06-09
станом на 9 червня | cumulative 2022-02-24 2024-06-09
за час великої війни | cumulative 2022-02-24 2024-06-12
щодня | unknown
на добу | unknown
щомісяця | unknown
у середньому за добу | unknown
сьогодні | day 2024-06-12
уночі | day 2024-06-12
зранку | day 2024-06-12
від початку доби | day 2024-06-12
три дні тому | day 2024-06-09
позавчора | day 2024-06-10
"""

RUSSIAN_SENTENCES = [
    "Россия потеряла 320 военных {}, сообщил Генштаб ВСУ.",
    "{} российская армия потеряла 320 солдат, сообщает Генеральный штаб ВСУ.",
    "По данным Минобороны РФ, {} противник потерял 320 человек и четыре танка.",
]
RUSSIAN = """
во вторник | day 2024-06-11
10 июня | day 2024-06-10
в ночь на вторник | day 2024-06-11
в ночь на 11 июня | day 2024-06-11
в ночь с 10 на 11 июня | day 2024-06-11
в ночь с понедельника на вторник | day 2024-06-11
ночью 12 июня | day 2024-06-12
вечером 11 июня | day 2024-06-11
утром во вторник | day 2024-06-11
за минувшие сутки | day 2024-06-11
за сутки | day 2024-06-11
в течение минувших суток | day 2024-06-11
за последние 24 часа | day 2024-06-11
вчера | day 2024-06-11
за вчерашний день | day 2024-06-11
в течение 11 июня | day 2024-06-11
за 11 июня | day 2024-06-11
накануне | day 2024-06-11
в мае | month 2024-05-01 2024-05-31
за май | month 2024-05-01 2024-05-31
в течение мая | month 2024-05-01 2024-05-31
за весь май 2024 года | month 2024-05-01 2024-05-31
в прошлом месяце | month 2024-05-01 2024-05-31
с начала июня | month 2024-06-01 2024-06-12
с начала месяца | month 2024-06-01 2024-06-12
с 1 июня | interval 2024-06-01 2024-06-12
в первой половине мая | interval 2024-05-01 2024-05-15
за первые десять дней июня | interval 2024-06-01 2024-06-10
с 1 по 20 мая | interval 2024-05-01 2024-05-20
в период с 1 по 20 мая | interval 2024-05-01 2024-05-20
между 1 и 20 мая | interval 2024-05-01 2024-05-20
с 28 мая по 3 июня | interval 2024-05-28 2024-06-03
8 и 9 июня | interval 2024-06-08 2024-06-09
8–9 июня | interval 2024-06-08 2024-06-09
с января по май | interval 2024-01-01 2024-05-31
в апреле и мае | interval 2024-04-01 2024-05-31
в этом году | interval 2024-01-01 2024-06-12
с начала года | interval 2024-01-01 2024-06-12
с января | interval 2024-01-01 2024-06-12
в 2024 году | interval 2024-01-01 2024-06-12
в 2023 году | interval 2023-01-01 2023-12-31
за 2023 год | interval 2023-01-01 2023-12-31
в прошлом году | interval 2023-01-01 2023-12-31
за весь 2023-й | interval 2023-01-01 2023-12-31
в первом квартале 2024 года | interval 2024-01-01 2024-03-31
за первые три месяца 2024 года | interval 2024-01-01 2024-03-31
за первые пять месяцев года | interval 2024-01-01 2024-05-31
за неделю | week 2024-06-05 2024-06-11
за последнюю неделю | week 2024-06-05 2024-06-11
на прошлой неделе | week 2024-06-03 2024-06-09
на этой неделе | week 2024-06-10 2024-06-12
за последние две недели | interval 2024-05-29 2024-06-11
за последние трое суток | interval 2024-06-09 2024-06-11
за выходные | interval 2024-06-08 2024-06-09
за неделю с 3 по 9 июня | week 2024-06-03 2024-06-09
с начала полномасштабного вторжения | cumulative 2022-02-24 2024-06-12
с 24 февраля 2022 года | cumulative 2022-02-24 2024-06-12
с февраля 2022 года | cumulative 2022-02-24 2024-06-12
за два с лишним года войны | cumulative 2022-02-24 2024-06-12
за почти 28 месяцев войны | cumulative 2022-02-24 2024-06-12
за 840 дней полномасштабной войны | cumulative 2022-02-24 2024-06-12
с 24 февраля 2022 года по 9 июня 2024 года | cumulative 2022-02-24 2024-06-09
с начала вторжения до 9 июня | cumulative 2022-02-24 2024-06-09
по состоянию на 9 июня | cumulative 2022-02-24 2024-06-09
за время большой войны | cumulative 2022-02-24 2024-06-12
ежедневно | unknown
в сутки | unknown
ежемесячно | unknown
в среднем за сутки | unknown
сегодня | day 2024-06-12
ночью | day 2024-06-12
утром | day 2024-06-12
с начала суток | day 2024-06-12
три дня назад | day 2024-06-09
позавчера | day 2024-06-10
"""


TOLD = [
    (sentence, *row.split(" | "))
    for table, sentences in (
        (ENGLISH, ENGLISH_SENTENCES),
        (UKRAINIAN, UKRAINIAN_SENTENCES),
        (RUSSIAN, RUSSIAN_SENTENCES),
    )
    for row in table.strip().splitlines()
    for sentence in sentences
]


def days_of(text):
    """The kind and days that are read of the soldiers lost."""
    document = document_from_text(
        text,
        retrieved_at=datetime(2026, 12, 1, tzinfo=UTC),
        published_at=datetime.combine(PUBLISHED, time(12), KYIV),
        origin="test",
        media_type="text/plain",
    )
    period = next(c.period for c in read(document).claims if c.quote == "320")
    days = dict.fromkeys(str(day) for day in (period.start, period.end) if day)
    return " ".join([period.kind, *days])


@pytest.mark.parametrize(("sentence", "words", "expected"), TOLD)
def test_days_are_read_wherever_they_stand_in_a_sentence(sentence, words, expected):
    text = sentence.format(words)
    assert days_of(text[0].upper() + text[1:]) == expected
