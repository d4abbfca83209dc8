"""Lists of the dead by name: what is counted of one is dead, by whatever noun it is called.

"Names of 95,000 killed are known. Of them 16,000 had been prisoners, 11,000 were mobilised": who
counts names is no side, and all that he counts have died.
"""

from lossledger.extract import sides, speakers
from lossledger.extract.counted import Frame
from lossledger.extract.scene import Carried, Scene
from lossledger.extract.speakers import Chain
from lossledger.extract.tokens import Sentence

OTHERWISE = frozenset({"lose", "wound", "capture", "destroy", "return", "other"})
"""Verbs that tell of people something else than that they are on the list."""


def of_the_roll(
    metric: str, frame: Frame | None, scene: Scene, chain: Chain, state: Carried
) -> bool:
    """Whether soldiers of no stated fate are of a list of the dead that the text tells of."""
    s = scene.s
    if metric != "personnel" or state.roll is None or speakers.party_of(chain.claimant):
        return False
    if frame is not None and frame.kind in OTHERWISE:
        return False
    return rolled(s, state) and not s.all("noun_of_loss")


def rolled(s: Sentence, state: Carried) -> bool:
    """Whether a list of the dead has been told of in this paragraph or the one before."""
    return state.roll is not None and s.paragraph - state.roll_paragraph <= 1


def note_roll(
    metric: str, scope: tuple[str, ...] | None, party: str | None, chain: Chain,
    s: Sentence, state: Carried,
) -> None:  # fmt: skip
    """Remember whose dead somebody who is no side counts."""
    if metric == "personnel" and scope == ("killed",) and party:
        state.roll = None if speakers.party_of(chain.claimant) else party
        state.roll_paragraph = s.paragraph


def hear_roll(s: Sentence, state: Carried) -> None:
    """Remember whose dead a list is of that a sentence names: "the roll of dead Russian troops"."""
    if not s.all("tally"):
        return
    killed = [m for m in s.all("scope") if m.meaning == "killed"]
    for m in killed:
        whose = sides.owner_words(s, m.start, m.end + 2)
        if whose and s.war.opponent(whose):
            state.roll, state.roll_paragraph = whose, s.paragraph
