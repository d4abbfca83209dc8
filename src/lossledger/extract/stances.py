"""How a figure is meant: denied, a goal, a forecast, hypothetical, derived, else asserted."""

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Scene
from lossledger.extract.sides import is_attack
from lossledger.extract.tokens import Sentence
from lossledger.vocabulary.lexicon import Match

MAYBE = frozenset({"forecast", "hypothetical"})
"""Stances of figures that have not come about."""


def stance_of(n: NumberPhrase, scene: Scene) -> str:
    """How the figure is meant: denied, goal, forecast, hypothetical, derived, else asserted."""
    s = scene.s
    if s.match(n.lead - 1, "negation"):
        return "denied"
    for m in s.all("stance"):
        if any(w.first <= m.start < w.last for w in scene.whens + scene.report_whens):
            continue
        gap = n.lead - m.end
        meaning = str(m.meaning)
        if meaning == "hypothetical" and _is_of_trust(m, s):
            continue
        if meaning in MAYBE | {"goal"} and _is_no_aim(m, n, s):
            continue
        if meaning == "forecast" and n.lead <= m.start and m.end <= n.first:
            return meaning  # "will exceed 1.3 million": the bound is a verb of what may come
        aside = s.words[n.lead - 1] == "("  # "20% more than in October (25,800)"
        if meaning == "derived" and 0 <= gap <= 10 and not aside and not _harms(m, n, s):
            return "derived"
        if meaning == "instead" and 0 <= gap <= 8:
            return "denied"
        new_clause = any(s.words[k] == ":" for k in range(m.end, n.lead))
        new_clause = new_clause or (meaning == "denied" and s.has("speech", m.end, n.lead))
        if meaning == "denied" and (
            (0 <= gap <= 14 and not new_clause) or 0 <= m.start - n.last <= 12
        ):
            return "denied"
        if meaning in ("goal", "forecast", "hypothetical") and 0 <= gap <= 12:
            if meaning == "forecast" and any(s.words[k] in ";:" for k in range(m.end, n.lead)):
                continue
            return meaning
    return "asserted"


def _harms(m: Match, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a word for a remainder tells what an attack has done: "leaving 11 dead"."""
    near = s.has("scope", n.last, min(n.last + 4, len(s)))
    blow = any(o.end <= m.start and (is_attack(o) or o.meaning in ("attack", "strike"))
               for o in s.all("metric"))  # fmt: skip
    return near and (blow or any(o.end <= m.start and o.meaning in ("strike", "launch")
                                 for o in s.all("frame")))  # fmt: skip


def _is_of_trust(m: Match, s: Sentence) -> bool:
    """Whether "if" only says whom one has to believe: "if Kyiv's tally is to be believed"."""
    trusted = any(o.meaning == "trusted" and o.start > m.start for o in s.all("stance"))
    return trusted or any(o.start <= m.start < o.end for o in s.all("according"))


def _is_no_aim(m: Match, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a word for an aim is a target in the air, or another clause says the figure."""
    within = any(o.start <= m.start < o.end for o in s.all("metric"))
    within = within and m.end != n.lead  # "named as its aim 50,000 killed"
    return within or s.has("speech", m.end + 1, n.lead)
