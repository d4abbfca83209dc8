"""Short probes of Ukrainian numbers: the interval that a phrase stands for."""

import random

import pytest

from lossledger.extract.numbers import number_phrases
from lossledger.extract.tokens import sentences
from lossledger.quantity import Quantity
from lossledger.vocabulary.lexicon import lexicon

EXACT = [
    ("втратили 490 військових", 490),
    ("10 582 жителі", 10582),
    ("407\u202f240 осіб", 407240),
    ("407\u00a0240 осіб", 407240),
    ("1 391 950 осіб", 1391950),
    ("1.391.950 осіб", 1391950),
    ("29,2 тис. осіб", 29200),
    ("29,2 тис осіб", 29200),
    ("906,5 тисячі осіб", 906500),
    ("1 тис. 537 осіб", 1537),
    ("85 тисяч 410 осіб", 85410),
    ("1 млн 391 тис. 950 осіб", 1391950),
    ("1,2 млн осіб", 1200000),
    ("0,5 млн осіб", 500000),
    ("20,6 тис. ББМ", 20600),
    ("двоє військових", 2),
    ("двох військових", 2),
    ("двома ракетами", 2),
    ("троє поранених", 3),
    ("четверо солдатів", 4),
    ("п'ятеро дітей", 5),
    ("п’ятеро дітей", 5),
    ("п\u02bcятьох дітей", 5),
    ("пятьох дітей", 5),
    ("шестеро бійців", 6),
    ("сімох солдатів", 7),
    ("десятеро полонених", 10),
    ("два танки", 2),
    ("дві машини", 2),
    ("три машини", 3),
    ("трьох машин", 3),
    ("трьома ракетами", 3),
    ("чотирма ракетами", 4),
    ("шістьма ракетами", 6),
    ("вісьмома дронами", 8),
    ("дев'яти осіб", 9),
    ("одинадцять танків", 11),
    ("двадцять один танк", 21),
    ("двадцяти п'яти осіб", 25),
    ("сорок п'ять дронів", 45),
    ("сорока дронів", 40),
    ("п'ятдесятьма ракетами", 50),
    ("дев'яноста семи осіб", 97),
    ("сто двадцять осіб", 120),
    ("ста сорока двох осіб", 142),
    ("двісті п'ять солдатів", 205),
    ("двохсот солдатів", 200),
    ("чотирьохсот солдатів", 400),
    ("п'ятьмастами солдатами", 500),
    ("шестисот осіб", 600),
    ("дев'ятсот дев'яносто дев'ять осіб", 999),
    ("тисяча двісті осіб", 1200),
    ("тисячу триста сорок осіб", 1340),
    ("дві тисячі сто осіб", 2100),
    ("сто двадцять п'ять тисяч осіб", 125000),
    ("півтори тисячі осіб", 1500),
    ("півтора мільйона осіб", 1500000),
    ("півтори сотні машин", 150),
    ("півтора десятка машин", 15),
    ("півмільйона осіб", 500000),
    ("пів мільйона осіб", 500000),
    ("півсотні танків", 50),
    ("пів сотні танків", 50),
    ("пів тисячі солдатів", 500),
    ("півтисячі солдатів", 500),
    ("два з половиною мільйони осіб", 2500000),
    ("дві з половиною тисячі осіб", 2500),
    ("чотири десятки артсистем", 40),
    ("п'ять десятків танків", 50),
    ("дві сотні солдатів", 200),
    ("сотня танків", 100),
    ("дюжина дронів", 12),
    ("чверть мільйона осіб", 250000),
    ("мільйон двісті тисяч осіб", 1200000),
    ("три мільйони осіб", 3000000),
    ("двадцять тисяч п'ятсот осіб", 20500),
    ("два десятки тисяч осіб", 20000),
    ("0 танків", 0),
]

OTHER = [
    ("понад 20 тисяч осіб", Quantity(20000, None, strict=True)),
    ("більше 340 військовослужбовців", Quantity(340, None, strict=True)),
    ("більш ніж 340 військових", Quantity(340, None, strict=True)),
    ("більше як сотня танків", Quantity(100, None, strict=True)),
    ("понад тисячу дронів", Quantity(1000, None, strict=True)),
    ("перевищили 86 тисяч осіб", Quantity(86000, None, strict=True)),
    ("тисячу з гаком солдатів", Quantity(1000, None, strict=True)),
    ("щонайменше 43 цивільні", Quantity(43, None)),
    ("не менше 10 582 жителів", Quantity(10582, None)),
    ("не менш як дюжина літаків", Quantity(12, None)),
    ("як мінімум троє солдатів", Quantity(3, None)),
    ("принаймні семеро осіб", Quantity(7, None)),
    ("500 і більше осіб", Quantity(500, None)),
    ("до 490 військових", Quantity(None, 490)),
    ("до півтори тисячі осіб", Quantity(None, 1500)),
    ("до сотні осіб", Quantity(None, 100)),
    ("не більше 30 танків", Quantity(None, 30)),
    ("щонайбільше 30 танків", Quantity(None, 30)),
    ("менше ста осіб", Quantity(None, 100, strict=True)),
    ("менш ніж десять танків", Quantity(None, 10, strict=True)),
    ("близько 53 300 осіб", Quantity(53300, 53300, hedge="about")),
    ("близько сотні осіб", Quantity(100, 100, hedge="about")),
    ("близько тисячі осіб", Quantity(1000, 1000, hedge="about")),
    ("близько трьох десятків танків", Quantity(30, 30, hedge="about")),
    ("порядку 400 мобілізованих", Quantity(400, 400, hedge="about")),
    ("приблизно в 40 тисяч убитих", Quantity(40000, 40000, hedge="about")),
    ("приблизно п'ятдесят солдатів", Quantity(50, 50, hedge="about")),
    ("орієнтовно 1,3 тис. солдатів", Quantity(1300, 1300, hedge="about")),
    ("майже 1,2 млн осіб", Quantity(1200000, 1200000, hedge="nearly")),
    ("майже тисяча осіб", Quantity(1000, 1000, hedge="nearly")),
    ("трохи менше тисячі осіб", Quantity(1000, 1000, hedge="nearly")),
    ("ледь не двісті танків", Quantity(200, 200, hedge="nearly")),
    ("наближається до 500 тисяч осіб", Quantity(500000, 500000, hedge="nearly")),
    ("трохи більше 300 солдатів", Quantity(300, None, strict=True, hedge="about")),
    ("від 500 до 600 тисяч осіб", Quantity(500000, 600000)),
    ("від 15 500 до 17 500 убитих", Quantity(15500, 17500)),
    ("70-100 тисяч осіб", Quantity(70000, 100000)),
    ("70–100 тис. осіб", Quantity(70000, 100000)),
    ("між 70 і 100 тисячами осіб", Quantity(70000, 100000)),
    ("два-три десятки солдатів", Quantity(20, 30)),
    ("дві-три тисячі солдатів", Quantity(2000, 3000)),
    ("п'ять або шість танків", Quantity(5, 6)),
    ("десятки поранених", Quantity(20, None, hedge="vague")),
    ("сотні солдатів", Quantity(200, None, hedge="vague")),
    ("тисячі солдатів", Quantity(2000, None, hedge="vague")),
    ("десятки тисяч осіб", Quantity(20000, None, hedge="vague")),
    ("сотні тисяч осіб", Quantity(200000, None, hedge="vague")),
    ("кілька десятків танків", Quantity(20, None, hedge="vague")),
    ("кількох сотень осіб", Quantity(200, None, hedge="vague")),
    ("декілька тисяч солдатів", Quantity(2000, None, hedge="vague")),
    ("кількасот солдатів", Quantity(200, None, hedge="vague")),
]

NONE = [
    "кілька танків",
    "втрати противника",
    "сім'я солдата",
    "багато солдатів",
    "сторона ворога",
    "усі солдати",
]


def _read(text: str) -> list[Quantity | None]:
    words = lexicon("uk")
    return [n.quantity for s in sentences(text, words) for n in number_phrases(s, words)]


@pytest.mark.parametrize(("text", "value"), EXACT)
def test_a_plain_ukrainian_number_has_one_value(text: str, value: int) -> None:
    assert _read(text) == [Quantity.exactly(value)]


@pytest.mark.parametrize(("text", "quantity"), OTHER)
def test_ukrainian_bounds_hedges_and_ranges_are_kept_as_said(text: str, quantity: Quantity) -> None:
    assert _read(text) == [quantity]


@pytest.mark.parametrize("text", NONE)
def test_ukrainian_words_that_look_like_numbers_are_none(text: str) -> None:
    assert _read(text) == []


def test_numbers_written_out_in_ukrainian_are_read_back() -> None:
    num2words = pytest.importorskip("num2words", reason="num2words is not installed").num2words
    rng = random.Random(20240224)
    values = [
        *range(2, 130),
        *(rng.randrange(130, 10**e) for e in (3, 4, 5, 6, 7) for _ in range(40)),
    ]
    wrong = [n for n in values if _read(f"{num2words(n, lang='uk')} осіб") != [Quantity.exactly(n)]]
    assert wrong == []
