"""Speakers who have one figure of a sentence alone: "the 70,000 that officials estimated".

So have the two of "put at 315,000 by the one and at 413,760 by the other".
"""

import itertools
from collections.abc import Sequence

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.speakers import Voice
from lossledger.extract.tokens import WORD, Sentence
from lossledger.vocabulary.lexicon import Match

NOUN = 3
"""So many tokens at most stand between a figure and "that": what it counts."""


def of_a_clause(s: Sentence, voices: Sequence[Voice], told: Sequence[NumberPhrase]) -> set[int]:
    """Where figures begin that are told in a clause behind them by somebody else."""
    found = set()
    for v in voices:
        k = v.first - 1 - bool(s.match(v.first - 1, "definite"))
        which = s.match(k, "relative") or s.match(k, "complementizer")
        if v.how not in ("before", "which") or which is None or k < 1:
            continue
        own = next((n for n in reversed(told) if n.last <= k), None)
        if own is None or own is told[0] or k - max(own.last, own.tail) > NOUN:
            continue
        if all(s.kinds[i] == WORD for i in range(own.last, k)):
            found.add(own.lead)
    return found


def by_each(s: Sentence, voices: Sequence[Voice], told: Sequence[NumberPhrase]) -> set[int]:
    """Where the part of the second begins who is named behind "by" as the first was."""
    by = [v for v in voices if s.match(v.first - 1, "agent") or s.match(v.first - 2, "agent")]
    found = set()
    for one, two in itertools.pairwise(by):
        between = any(one.last <= n.lead < two.first for n in told)
        if between and s.match(one.last, "joiner"):
            found.add(one.last)
    return found


def agents_behind(s: Sentence, mentions: Sequence[Match]) -> list[Voice]:
    """The sources behind "by" in a sentence that puts figures: "is put at 900 dead by the one"."""
    put = s.all("passive_speech")
    found = []
    for m in mentions if put else ():
        by = s.match(m.start - 1, "agent") or s.match(m.start - 2, "agent")
        if by and m.start > put[0].end:
            found.append(Voice(str(m.meaning), m.start, m.end, "by"))
    return found
