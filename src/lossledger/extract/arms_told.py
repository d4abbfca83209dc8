"""What machines and losses are by the arms that the text told of before them."""

from dataclasses import replace

from lossledger.extract import counted
from lossledger.extract.counted import Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried
from lossledger.extract.tokens import Sentence
from lossledger.model import Claim
from lossledger.vocabulary import metrics


def same_machines(thing: Thing, s: Sentence, state: Carried, here: list[Claim]) -> Thing:
    """Bare "machines" behind tanks or aircraft are such: "1,702 tanks; Kyiv lost 459 machines"."""
    bare = s.match(thing.first, "machine")
    last = state.last if not here and s.paragraph - state.last_paragraph <= 1 else None
    if bare is None or bare.end != thing.last or last is None or last.metric not in MACHINES:
        return thing
    return replace(thing, code=last.metric)


MACHINES = frozenset({"tanks", "afv", "armoured_vehicles", "aircraft", "helicopters"})
"""What is called machines for short."""


def of_arms_told(thing: Thing, n: NumberPhrase, s: Sentence, state: Carried) -> Thing:
    """Losses of the one kind of arms that the text tells of: "Ukraine's losses are 655"."""
    told = {c.metric for c in state.claims[-ARMS:]}
    arms = len(told) == 1 and len(state.claims) >= ARMS
    arms = arms and all(metrics()[code].kind == "equipment" for code in told)
    few = n.quantity is not None and max(n.quantity.figures) < counted.OF_AN_ARMY
    people = any(m.meaning in counted.PEOPLE - {"casualties"} for m in s.all("metric"))
    if thing.code != "casualties" or thing.scope or people or not (arms and few):
        return thing
    return replace(thing, code=told.pop())


ARMS = 2
"""So many figures of one kind of arms before a figure say what its losses are."""
