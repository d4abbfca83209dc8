"""A story against four years of daily data takes a moment."""

import random
from time import perf_counter

from hand_made import day, real_figures, real_known
from planted import PLANTS, clean, reading

from lossledger.checks import Known, check
from lossledger.sources import definition


def test_fifty_claims_take_less_than_fifty_milliseconds():
    known, dice, on = real_known(), random.Random(5), day("2025-03-14")
    planted = [p for _, _, plant in PLANTS if (p := plant(known, on, dice)) is not None]
    story = reading((clean(known, on) + planted + clean(known, on))[:50], on)
    fresh = Known.from_figures(real_figures())
    check(story, known, definitions=definition)
    times = []
    for _ in range(5):
        start = perf_counter()
        check(story, fresh, definitions=definition)
        times.append(perf_counter() - start)
    assert len(story.claims) > 40
    assert min(times) < 0.05
