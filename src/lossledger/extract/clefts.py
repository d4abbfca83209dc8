"""Sentences that give their figures first and say behind a dash or colon what was done.

"1,400 drones and 66 missiles: that is what they have sent this week": the verb and the time
behind "that is what" are those of all figures before it.
"""

from lossledger.extract.tokens import DASHES, Sentence
from lossledger.vocabulary.lexicon import Match

FARTHEST = 12
"""So many tokens stand between "that is what" and its verb at most."""


OPENS = DASHES | {":", ",", ";"}
"""Marks before "that is what"."""


def cleft(s: Sentence, k: int) -> Match | None:
    """The "that is what" behind a token, where a colon, a dash or a stop opens it."""
    for m in s.all("cleft"):
        if m.start > k and m.start > 1 and s.words[m.start - 1] in OPENS:
            return m
    return None


def verb_of(s: Sentence, m: Match) -> Match | None:
    """The verb of what was done behind "that is what"."""
    near = range(m.end, min(m.end + FARTHEST, len(s)))
    return next((v for k in near if (v := s.match(k, "frame"))), None)
