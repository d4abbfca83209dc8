"""Figures that name two sides in turn, or leave their noun to the second of two.

"Russia and Ukraine lost 2,600 and 1,100 tanks respectively", "180,000 Russian - and 100,000
Ukrainian - troops".
"""

from lossledger.extract.counted import Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.tokens import DASHES, Sentence, once
from lossledger.model import Claim

PAIR = 2
"""Two sides are named, and figures in pairs."""


def side_in_turn(s: Sentence, n: NumberPhrase, told: list[NumberPhrase]) -> str | None:
    """The side of a figure of a pair whose sides are named first, "respectively" behind."""
    word = next(iter(s.all("respectively")), None)
    sides = _two_sides(s) if word else None
    if word is None or sides is None:
        return None
    paired = [o for o in told if o.first < word.start] or told
    if n not in paired or len(paired) % PAIR:
        return None
    return sides[paired.index(n) % PAIR]


def second_of_a_pair(
    s: Sentence, n: NumberPhrase, told: list[NumberPhrase], here: list[Claim]
) -> Thing | None:
    """What the second of two figures counts, "310,000 and 620,000 respectively": as the first."""
    joined = s.match(n.lead - 1, "joiner") is not None
    if not (joined and here and s.match(max(n.last, n.tail), "respectively")):
        return None
    if side_in_turn(s, n, told) is None:
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
