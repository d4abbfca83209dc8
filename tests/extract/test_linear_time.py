"""Reading takes time that grows with the text, whatever the text: the short form of the bench.

``bench/reading/linear.py`` measures the same families up to 4 MB.
"""

import math
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench" / "reading"
SMALL, LARGE = 1 << 10, 1 << 12
STEEPEST = 1.5
"""The long form allows 1.1; times this short are noisy. A square part has a slope of 2."""


@pytest.fixture(scope="module")
def linear() -> Iterator[ModuleType]:
    sys.path.insert(0, str(BENCH))
    try:
        import linear

        linear.read_text("Russia lost 7 tanks. Росія втратила 7 танків. Россия потеряла 7.")
        yield linear
    finally:
        sys.path.remove(str(BENCH))


def slope(linear: ModuleType, family: str) -> float:
    found = linear.curve(family, (SMALL, LARGE), most_runs=2)
    return math.log(found.seconds[1] / found.seconds[0]) / math.log(found.sizes[1] / found.sizes[0])


def test_no_family_of_hostile_text_takes_more_than_linear_time(linear: ModuleType) -> None:
    steep = {}
    for family in linear.FAMILIES:
        if slope(linear, family) > STEEPEST:
            again = min(slope(linear, family) for _ in range(2))
            if again > STEEPEST:
                steep[family] = round(again, 2)
    assert steep == {}


def test_there_are_fifty_families_and_each_is_as_long_as_asked(linear: ModuleType) -> None:
    assert len(linear.FAMILIES) >= 50
    for make in linear.FAMILIES.values():
        assert 0.9 * LARGE <= len(make(LARGE).encode()) <= 1.1 * LARGE + 200
