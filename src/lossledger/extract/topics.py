"""Whose losses a sentence is about, so that what follows may leave it unsaid."""

from lossledger.extract import sides, speakers
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.tokens import Sentence, once

LABEL = 3
SHORT_QUESTION = 12
"""A question of more tokens asks for more than whose losses follow."""


@once
def asked_about(s: Sentence) -> str | None:
    """The side whose losses a short question asks for: "And the Ukrainian ones?"."""
    alone = sides.labelled(s) if len(s) <= LABEL else None
    if alone or len(s) > SHORT_QUESTION or "?" not in s.words[-2:]:
        return alone
    said = {str(m.meaning) for m in s.all("party", "party_adjective", "own")}
    whose = said.pop() if len(said) == 1 else None
    return whose if whose and s.war.opponent(whose) else None


def topic_of(s: Sentence, claimant: str | None, side: str | None) -> str | None:
    """Whose losses a sentence is about, so that the next one may leave it unsaid."""
    said = {
        found
        for m in s.all("noun_of_loss")
        if (found := sides.owner_before(s, m.start) or sides.owner_behind(s, m.end, 3)
            or holder(s, m.start))
    }  # fmt: skip
    if not said and s.all("noun_of_loss"):
        said = _arms_of(s)
    if len(said) != 1:
        return None
    whose = said.pop()
    if whose == "enemy":
        return speakers.enemy_of(s.war, claimant) or s.war.opponent(side)
    return (speakers.party_of(claimant) or side) if whose == "own" else whose


def _arms_of(s: Sentence) -> set[str]:
    """Whose arms or soldiers a sentence names: "a list of Russian equipment whose loss ..."."""
    owned = (m for m in s.all("party_adjective") if s.match(m.end, "metric"))
    return {str(m.meaning) for m in owned}


def holder(s: Sentence, end: int) -> str | None:
    """A side behind "at" before a noun of loss: "у России подтверждена потеря ..."."""
    for m in s.all("possessor"):
        party = s.match(m.end, "party") if m.end < end else None
        if party and not any(s.words[k] in ";:" for k in range(party.end, end)):
            return str(party.meaning)
    return None


def bare_toll(s: Sentence, n: NumberPhrase) -> bool:
    """Whether losses are named without an owner before a number: they are the speaker's own."""
    nouns = [m for m in s.all("noun_of_loss") if m.end <= n.lead]
    return bool(nouns) and not any(
        sides.owner_before(s, m.start) or sides.owner_behind(s, m.end, 5) for m in nouns
    )


def names(s: Sentence, side: str) -> bool:
    """Whether a sentence names a side, its enemy's word for it included."""
    named = {str(m.meaning) for m in s.all("party", "party_adjective")}
    return side in named or bool(s.all("enemy"))


def party_of_losses(s: Sentence, n: NumberPhrase) -> str | None:
    """ "Russian losses", "losses of the enemy", "Ukraine's toll", before or behind the number."""
    for m in s.all("noun_of_loss"):
        before = sides.owner_before(s, m.start)
        after = sides.owner_behind(s, m.end, 5)
        if before or after:
            return before or after
        held = holder(s, m.start)
        if held:
            return held
    return None
