"""Verbs of saying that deny, and whose claim it is that somebody denies."""

from lossledger.extract.named import authorities_of
from lossledger.extract.speakers import Voice
from lossledger.extract.tokens import WORD, Sentence
from lossledger.vocabulary.lexicon import Match


def doubted(s: Sentence, mentions: list[Match]) -> Voice | None:
    """Whose claim somebody denies: "the staff denied Moscow's claim of 65 dead".

    "Russia rejected an estimate by the White House that it lost 900" is the White House's.
    """
    denials = [m for m in s.all("stance") if m.meaning == "denied"]
    for claim in s.all("claim_noun"):
        near = any(0 <= claim.start - m.end <= 1 for m in denials)
        for m in mentions:
            if near and 0 <= m.start - claim.end <= 1:
                return Voice(str(m.meaning), m.start, m.end, "denied")
        side = s.match(claim.start - 1, "party_adjective")
        name = authorities_of(str(side.meaning)) if side else None
        if side and name and any(0 <= side.start - m.end <= 1 for m in denials):
            return Voice(name, side.start, claim.end, "denied")
    for claim in s.all("account"):
        near = any(0 <= claim.start - m.end <= 2 for m in denials)
        by = s.match(claim.end, "agent") or s.match(claim.end, "of")
        for m in mentions:
            if near and by and 0 <= m.start - by.end <= 1:
                return Voice(str(m.meaning), m.start, m.end, "denied")
    return None


def negated(s: Sentence, verb: Match) -> Match | None:
    """The negation before a verb, an adverb between them aside: "does not officially say"."""
    passive = s.match(verb.end, "agent")  # "with no damage reported by the governor"
    for k in range(verb.start - 1, max(-1, verb.start - 4), -1):
        word = s.match(k, "negation")
        if passive and not word and s.kinds[k] == WORD:
            continue
        if word or s.kinds[k] != WORD or s.tags[k]:
            return word
    return None


def denied_by(s: Sentence, verb: Match) -> bool:
    """Whether somebody's claim "was denied by" another, who gives no figure of his own."""
    denies = any(d.start <= verb.start < d.end and d.meaning == "denied" for d in s.all("stance"))
    return denies and bool(s.match(verb.start - 1, "be")) and bool(s.match(verb.end, "agent"))
