"""Short probes of English numbers: the interval that a phrase stands for."""

import pytest

from lossledger.extract.numbers import number_phrases
from lossledger.extract.tokens import sentences
from lossledger.quantity import Quantity
from lossledger.vocabulary.lexicon import lexicon

EXACT = [
    ("lost 490 troops", 490),
    ("lost 1,230 troops", 1230),
    ("a total of 1,391,950 people", 1391950),
    ("407 240 soldiers", 407240),
    ("407\u202f240 soldiers", 407240),
    ("407\u00a0240 soldiers", 407240),
    ("1.391.950 soldiers", 1391950),
    ("20k soldiers", 20000),
    ("20K soldiers", 20000),
    ("1.2k drones", 1200),
    ("45k men", 45000),
    ("2m casualties", 2000000),
    ("1.2 million casualties", 1200000),
    ("1.26mln casualties", 1260000),
    ("half a million casualties", 500000),
    ("a quarter of a million troops", 250000),
    ("three quarters of a million troops", 750000),
    ("a million troops", 1000000),
    ("one million troops", 1000000),
    ("two and a half thousand tanks", 2500),
    ("1½ million casualties", 1500000),
    ("¾ million casualties", 750000),
    ("two million and a half casualties", 2500000),
    ("seven-hundred tanks", 700),
    ("one and a half million shells", 1500000),
    ("12.5 thousand vehicles", 12500),
    ("29.2 thousand people", 29200),
    ("one tank", 1),
    ("two tanks", 2),
    ("a couple of hundred soldiers", 200),
    ("twelve tanks", 12),
    ("a dozen people", 12),
    ("half a dozen drones", 6),
    ("two dozen drones", 24),
    ("three dozen missiles", 36),
    ("nineteen drones", 19),
    ("twenty-one drones", 21),
    ("seventy-four crew members", 74),
    ("forty two guns", 42),
    ("a hundred soldiers", 100),
    ("one hundred soldiers", 100),
    ("one hundred and twenty soldiers", 120),
    ("two hundred five soldiers", 205),
    ("five hundred troops", 500),
    ("nine hundred and ninety-nine troops", 999),
    ("a thousand troops", 1000),
    ("ten thousand troops", 10000),
    ("fifteen hundred troops", 1500),
    ("one thousand two hundred and thirty-four soldiers", 1234),
    ("twelve thousand three hundred soldiers", 12300),
    ("one hundred thousand soldiers", 100000),
    ("three hundred and fifteen thousand soldiers", 315000),
    ("two million three hundred thousand shells", 2300000),
]

BOUNDED = [
    ("more than 20,000 soldiers", Quantity(20000, None, strict=True)),
    ("over 20,000 soldiers", Quantity(20000, None, strict=True)),
    ("upwards of 300 drones", Quantity(300, None, strict=True)),
    ("in excess of 300 drones", Quantity(300, None, strict=True)),
    ("at least 33 civilians", Quantity(33, None)),
    ("no fewer than 672 people", Quantity(672, None)),
    ("no less than 672 people", Quantity(672, None)),
    ("a minimum of 40 tanks", Quantity(40, None)),
    ("1,200 or more troops", Quantity(1200, None)),
    ("20,000+ troops", Quantity(20000, None)),
    ("up to 545 servicemen", Quantity(None, 545)),
    ("as many as 120,000 deaths", Quantity(None, 120000)),
    ("no more than 5 tanks", Quantity(None, 5)),
    ("at most 5 tanks", Quantity(None, 5)),
    ("fewer than 100 tanks", Quantity(None, 100, strict=True)),
    ("less than 100 tanks", Quantity(None, 100, strict=True)),
    ("under 100 tanks", Quantity(None, 100, strict=True)),
    ("about 20,300 persons", Quantity.exactly(20300, "about")),
    ("approximately 1,290 troops", Quantity.exactly(1290, "about")),
    ("around 500 troops", Quantity.exactly(500, "about")),
    ("roughly 500 troops", Quantity.exactly(500, "about")),
    ("some 40,000 civilians", Quantity.exactly(40000, "about")),
    ("an estimated 315,000 troops", Quantity.exactly(315000, "about")),
    ("~500 troops", Quantity.exactly(500, "about")),
    ("50 or so tanks", Quantity.exactly(50, "about")),
    ("nearly 8,000 soldiers", Quantity.exactly(8000, "nearly")),
    ("almost 9,000 soldiers", Quantity.exactly(9000, "nearly")),
    ("close to 70,000 soldiers", Quantity.exactly(70000, "nearly")),
    ("approaching 300,000 soldiers", Quantity.exactly(300000, "nearly")),
    ("just under 300 drones", Quantity.exactly(300, "nearly")),
    ("just over 300 drones", Quantity(300, None, strict=True, hedge="about")),
    ("between 7,000 and 15,000 troops", Quantity(7000, 15000)),
    ("from 7,000 to 15,000 troops", Quantity(7000, 15000)),
    ("124,500 to 131,000 casualties", Quantity(124500, 131000)),
    ("175,000-200,000 casualties", Quantity(175000, 200000)),
    ("175,000–200,000 casualties", Quantity(175000, 200000)),
    ("70-100 thousand soldiers", Quantity(70000, 100000)),
    ("some 70-100 thousand soldiers", Quantity(70000, 100000, hedge="about")),
    ("two or three tanks", Quantity(2, 3)),
    ("three to four thousand troops", Quantity(3000, 4000)),
    ("twenty-odd drones", Quantity.exactly(20, "about")),
    ("dozens of drones", Quantity(24, None, hedge="vague")),
    ("scores of drones", Quantity(40, None, hedge="vague")),
    ("hundreds of soldiers", Quantity(200, None, hedge="vague")),
    ("thousands of soldiers", Quantity(2000, None, hedge="vague")),
    ("tens of thousands of soldiers", Quantity(20000, None, hedge="vague")),
    ("several hundred soldiers", Quantity(200, None, hedge="vague")),
    ("a few dozen tanks", Quantity(24, None, hedge="vague")),
    ("hundreds of thousands of troops", Quantity(200000, None, hedge="vague")),
]

NOTHING = [
    "in the second year",
    "a first strike",
    "the tank was hit",
    "a kilometre away",
]


def _read(text: str) -> list[Quantity | None]:
    words = lexicon("en")
    found = [n for s in sentences(text + ".", words) for n in number_phrases(s, words)]
    return [n.quantity for n in found if not n.weak or len(found) == 1]


@pytest.mark.parametrize(("text", "value"), EXACT)
def test_a_plain_english_number_has_one_value(text: str, value: int) -> None:
    assert _read(text) == [Quantity.exactly(value)]


@pytest.mark.parametrize(("text", "quantity"), BOUNDED)
def test_english_bounds_hedges_and_ranges_are_kept_as_said(text: str, quantity: Quantity) -> None:
    assert _read(text) == [quantity]


@pytest.mark.parametrize("text", NOTHING)
def test_english_words_that_look_like_numbers_are_none(text: str) -> None:
    assert _read(text) == []
