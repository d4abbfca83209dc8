"""What was told before that a bare number is of: a list's first, a total's toll, each in turn."""

from lossledger.extract.counted import Thing
from lossledger.extract.nounless import MANY
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Scene
from lossledger.extract.scopes import ORDER
from lossledger.extract.tokens import Sentence
from lossledger.model import Claim
from lossledger.vocabulary import metrics
from lossledger.vocabulary.lexicon import Match

RECENT = 8
"""So many figures back the people may stand whose total is told."""
RESPECTIVE = 6
"""So many tokens behind "respectively" its figures may stand."""


def first_of_a_list(n: NumberPhrase, scene: Scene, here: list[Claim]) -> Claim | None:
    """The people that a list opens with, of whom a bare number behind a semicolon is a part.

    "Up to 4,700 soldiers, 68 tanks and 53 carriers; over 300 in the past day".
    """
    if len(here) < 2 or metrics()[here[0].metric].kind != "person":
        return None
    s = scene.s
    told = here[-1].span.end
    apart = ";" in s.text[told : s.starts[n.lead]] and here[-1].metric != here[0].metric
    return here[0] if apart and any(s.starts[w.first] > told for w in scene.whens) else None


def toll(s: Sentence, n: NumberPhrase) -> Match | None:
    """The word for losses that a total is of: "the toll stood at 21"."""
    near = [m for m in s.all("noun_of_loss") if n.lead - 8 <= m.start and m.end <= n.lead]
    return near[-1] if near else None


def scope_of_toll(s: Sentence, n: NumberPhrase) -> tuple[str, ...] | None:
    """What a word for losses says itself: the killed of a death toll, nothing of a toll."""
    word = toll(s, n)
    said = {str(m.meaning) for m in s.all("scope") if word and word.start <= m.start < word.end}
    return tuple(x for x in ORDER if x in said) or None


def total_told(n: NumberPhrase, scene: Scene, state: Carried) -> Claim | None:
    """The total told last that a number may be another day's value of.

    Of several series the one of about this size is meant: "a week before, the total stood at
    399,090" is none of the 12,924 vehicles told last.
    """
    if n.quantity is None:
        return None
    value = max(n.quantity.figures)
    after = next((o for o in scene.numbers if o.lead >= n.last), None)
    if (
        after
        and after.quantity
        and after.first - n.last <= 3
        and scene.s.match(after.lead - 1, "range")
    ):  # "its total has grown by 8,990, to 1,456,610"
        value = max(value, *after.quantity.figures)
    for claim in reversed(state.claims):
        total = max(claim.quantity.figures)
        if claim.period.kind == "cumulative" and total / 2 <= value <= total * 2:
            return claim
    near = [c for c in state.claims[-RECENT:] if c.metric == "personnel"]
    many = value >= MANY and state.last is not None and state.last.metric != "personnel"
    return near[-1] if near and many else None


def respective(n: NumberPhrase, scene: Scene, state: Carried) -> Thing | None:
    """The thing of "69 missiles and 298 drones, of which 45 and 266 respectively"."""
    which = scene.s.match(max(n.last, n.tail), "of_two")
    if which:
        heads = [t for _, t in sorted(state.things.items()) if t.rule == "metric.head"]
        told = heads if len(heads) == 2 else state.told_things
        if len(told) == 2:
            return told[int(which.meaning)]
    word = next(iter(scene.s.all("respectively")), None)
    if word is None or n.first - word.end > RESPECTIVE:
        return None
    first = [k for k in state.things if state.things[k].rule == "metric.head"]
    if not first:
        return None
    done = [k for k in state.things if state.things[k].rule == "metric.ellipsis" and k > first[-1]]
    index = len(done)
    return state.things[first[index]] if index < len(first) else None
