"""Figures that name two sides in turn, or leave their noun to the second of two.

"Russia and Ukraine lost 2,600 and 1,100 tanks respectively", "180,000 Russian - and 100,000
Ukrainian - troops".
"""

from dataclasses import replace

from lossledger.extract.counted import Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.tokens import DASHES, Sentence, once
from lossledger.extract.when import When
from lossledger.model import Claim
from lossledger.period import month_of

NEAR = 5
"""So many tokens behind the second figure of a pair "respectively" stands."""
PAIR = 2
"""Two sides are named, and figures in pairs."""


def side_in_turn(s: Sentence, n: NumberPhrase, told: list[NumberPhrase]) -> str | None:
    """The side of a figure of a pair whose sides are named first, "respectively" behind."""
    sides = _two_sides(s) if s.all("respectively") else None
    turn = turn_of(s, n, told) if sides else None
    return sides[turn] if sides and turn is not None else None


def turn_of(s: Sentence, n: NumberPhrase, told: list[NumberPhrase]) -> int | None:
    """Whether a figure is the first (0) or the second (1) of a pair told "respectively"."""
    word = next(iter(s.all("respectively")), None)
    if word is None:
        return None
    paired = [o for o in told if o.first < word.start] or told
    if n not in paired or len(paired) % PAIR:
        return None
    return paired.index(n) % PAIR


def month_in_turn(s: Sentence, n: NumberPhrase, told: list[NumberPhrase], w: When) -> When | None:
    """The month of a figure of a pair: "in July and August it lost 40 and 60 respectively"."""
    turn = turn_of(s, n, told)
    months = [m for m in s.all("month") if w.first <= m.start < w.last]
    if turn is None or len(months) != PAIR or w.start is None or w.end is None:
        return None
    month = month_of(w.end if turn else w.start)
    return replace(w, code="month", start=month.start, end=month.end, role="")


def second_of_a_pair(
    s: Sentence, n: NumberPhrase, told: list[NumberPhrase], here: list[Claim]
) -> Thing | None:
    """What the second of two figures counts, "310,000 and 620,000 respectively": as the first."""
    joined = s.match(n.lead - 1, "joiner") is not None
    end = max(n.last, n.tail)
    if not (joined and here and s.has("respectively", end, end + NEAR)):
        return None
    if turn_of(s, n, told) is None:
        return None
    return Thing(here[-1].metric, n.first, max(n.last, n.tail), here[-1].scope, "metric.ellipsis")


@once
def _two_sides(s: Sentence) -> tuple[str, str] | None:
    """The two sides that "and" joins, in the order in which they are named."""
    for kind in ("party", "party_adjective"):
        for one in s.all(kind):
            link = one.end + bool(s.match(one.end + 1, "definite"))
            other = s.match(link + 1, "party") or s.match(link + 1, "party_adjective")
            if s.match(one.end, "joiner") and other and other.meaning != one.meaning:
                return str(one.meaning), str(other.meaning)
    return None


def past_a_dash(s: Sentence, n: NumberPhrase) -> Thing | None:
    """What a number counts whose side closes an aside in dashes: "- and 100,000 Ukrainian - men".

    The number before that aside counts the same.
    """
    side = s.match(n.last, "party_adjective")
    if side is None or side.end >= len(s) or s.words[side.end] not in DASHES:
        return None
    noun = s.match(side.end + 1, "metric")
    if noun is None and s.match(side.end + 1, "joiner"):
        closed = next((k for k in range(side.end + 2, len(s)) if s.words[k] in DASHES), len(s))
        noun = s.match(closed + 1, "metric")
    return Thing(str(noun.meaning), n.last, noun.end) if noun else None
