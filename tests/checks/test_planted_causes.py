"""Stories made of real figures of random days: planted causes are named, clean ones pass."""

import random
from collections import Counter

from hand_made import real_known
from planted import PLANTS, clean, days, reading

from lossledger.checks import check, date_of_story
from lossledger.model import HOLDS
from lossledger.sources import definition


def test_planted_causes_are_named_and_clean_figures_pass():
    known, dice = real_known(), random.Random(20240222)
    named: Counter[bool] = Counter()
    flagged: Counter[bool] = Counter()
    for day in days(dice, 25):
        figures = clean(known, day)
        for finding in check(reading(figures, day), known, definitions=definition):
            flagged[finding.verdict not in HOLDS] += 1
        for cause, verdict, plant in PLANTS:
            planted = plant(known, day, dice)
            if planted is None:
                continue
            story = reading([*figures, planted], day)
            *rest, last = check(story, known, definitions=definition)
            named[(last.verdict, last.cause) == (verdict, cause)] += 1
            for finding in rest:
                flagged[finding.verdict not in HOLDS] += 1
    assert named[True] / named.total() >= 0.98, named
    assert flagged[True] / flagged.total() <= 0.002, flagged


def test_the_day_of_a_clean_story_is_found():
    known, dice = real_known(), random.Random(7)
    for day in days(dice, 25):
        assert date_of_story(reading(clean(known, day), day), known) == day
