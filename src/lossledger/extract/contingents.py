"""Who and what was not in a war from its first day: another country's soldiers, a fleet before it.

Nobody says since when soldiers sent by a third country have been lost, and what a side had
before a war is no loss.
"""

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Scene
from lossledger.extract.tokens import Sentence

SENTENCES = 2
"""So many sentences back the soldiers of another country may be named."""


def of_a_contingent(metric: str, scene: Scene, state: Carried) -> bool:
    """Whether soldiers are those whom another country has sent: here or just before."""
    if metric != "personnel":
        return False
    if scene.s.all("contingent"):
        return True
    if scene.s.all("party_adjective"):
        return False
    return any(heard.s.all("contingent") for heard in state.heard[-2 : -SENTENCES - 2 : -1])


def was_there_before(s: Sentence, n: NumberPhrase) -> bool:
    """Whether a side had so many before its war: "the fleet counted 80 ships before the war"."""
    for m in s.all("prewar"):
        near = range(min(n.last, m.end), max(n.lead, m.start))
        if not any(s.words[k] in ",;:" or s.match(k, "frame") for k in near):
            return True
    return False
