"""Figures that answer a question: "How many soldiers has Kyiv lost? About 46,000, he said."."""

from lossledger.extract.bare import ends_alone, large
from lossledger.extract.counted import PEOPLE, Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried
from lossledger.extract.tokens import QUOTES, Sentence, once
from lossledger.vocabulary import metrics

LATELY = 3
"""So many sentences back the question may stand."""


def answered(n: NumberPhrase, s: Sentence, state: Carried) -> Thing | None:
    """What a figure alone counts that the question before it, or in its sentence, asks for."""
    end = max(n.last, n.tail)
    alone = ends_alone(s, n) or (end < len(s) and s.words[end] in QUOTES)
    if not (alone and large(n)):
        return None
    asked = _asked(s)
    if asked and asked.last <= n.lead:
        return _as_answer(asked, n)
    for heard in state.heard[-2 : -LATELY - 2 : -1]:
        if heard.s.paragraph < s.paragraph - 1:
            return None
        asked = _asked(heard.s) or _fate(heard.s, state)
        if asked and "?" in heard.s.words[-2:]:
            return _as_answer(asked, n)
    return None


def asked_side(n: NumberPhrase, s: Sentence, state: Carried) -> str | None:
    """Whose losses the question asks for that a figure answers, if it names one side."""
    for line in (s, *(heard.s for heard in state.heard[-2 : -LATELY - 2 : -1])):
        asked = _asked(line)
        if asked is None or (line is s and asked.last > n.lead):
            continue
        end = n.lead if line is s else len(line)
        named = line.all("party", "party_adjective")
        sides = {str(m.meaning) for m in named if asked.first <= m.start < end}
        return sides.pop() if len(sides) == 1 else None
    return None


ANSWER = "metric.answer"
"""The rule of a figure that answers a question."""


def _as_answer(asked: Thing, n: NumberPhrase) -> Thing:
    return Thing(asked.code, n.first, max(n.last, n.tail), asked.scope, ANSWER)


@once
def _asked(s: Sentence) -> Thing | None:
    """What "how many" asks for in a sentence."""
    for m in s.all("how_many"):
        noun = next((o for k in range(m.end, len(s)) if (o := s.match(k, "metric"))), None)
        if noun and noun.start - m.end <= FARTHEST:
            fates = [str(x.meaning) for x in s.all("scope") if x.start >= m.end]
            people = noun.meaning in PEOPLE
            return Thing(str(noun.meaning), m.start, noun.end, (fates[0],) if fates and people
                         else None)  # fmt: skip
    return None


FARTHEST = 3
"""So many tokens stand between "how many" and what it asks for."""


def _fate(s: Sentence, state: Carried) -> Thing | None:
    """The people whom a short question asks for by their fate: "And the wounded?"."""
    fate = s.all("scope")
    last = state.last
    if not fate or len(s) > SHORT or last is None or metrics()[last.metric].kind != "person":
        return None
    return Thing(last.metric, fate[0].start, fate[0].end, (str(fate[0].meaning),))


SHORT = 9
"""A short question has at most so many tokens."""
