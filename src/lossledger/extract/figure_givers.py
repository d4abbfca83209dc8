"""Sources that give a figure without a verb of saying: "has a claim of 900", "has X at 900"."""

from lossledger.extract.speakers import is_generic
from lossledger.extract.tokens import NUMBER, Sentence
from lossledger.vocabulary.lexicon import Match

OPENING = 2
"""A source that opens a sentence stands among so many tokens."""
FIGURE = 3
"""So many tokens at most stand between a word for a count and its figure."""


def giver(s: Sentence) -> Match | None:
    """The source that opens a sentence and gives its figure: the staff "goes further with"."""
    opens = (m for m in s.all("source") if m.start <= OPENING and not is_generic(str(m.meaning)))
    m = next(opens, None)
    if m is None:
        return None
    counted = any(
        o.start > m.end and s.match(o.end, "of") and _figure_at(s, o.end + 1)
        for o in s.all("account", "claim_noun", "tally")
    )
    return m if counted or _has_at(s, m.end) else None


def _has_at(s: Sentence, start: int) -> bool:
    """Whether a side is put at a figure: "had Utopia at 1,430,530"."""
    for verb in s.all("perfect"):
        side = s.match(verb.end, "party") if verb.start >= start else None
        if side and s.match(side.end, "adposition") and _figure_at(s, side.end + 1):
            return True
    return False


def _figure_at(s: Sentence, k: int) -> bool:
    """Whether a figure stands at a token, words for a bound or hedge before it."""
    return any(s.kinds[i] == NUMBER for i in range(k, min(k + FIGURE, len(s))))
