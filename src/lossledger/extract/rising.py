"""Verbs of change beside numbers, whose "to" opens no range and no bound: "rose to 53"."""

from lossledger.extract.tokens import DASHES, NUMBER, Sentence


def changes(s: Sentence, i: int) -> bool:
    """Whether a verb of change stands close before: "rose from 100 to 200" is no range."""
    return s.has("change", max(0, i - 4), i)


def rises_to(s: Sentence, at: int) -> bool:
    """Whether a verb of change governs "up to": "raised the number of dead to 89"."""
    if s.match(at - 1, "preposition") or s.match(at, "range") is None:
        return False  # "put the dead at up to 17", "losses came to as many as 340"
    gapped = at > 0 and s.words[at - 1] in DASHES
    for k in range(at - 1, max(-1, at - (24 if gapped else 11)), -1):
        if gapped and (s.words[k] == "," or s.kinds[k] == NUMBER):
            continue
        if s.words[k] in ",.;:()" or s.kinds[k] == NUMBER:
            return False
        if s.match(k, "change"):
            return True
    return False


def has_risen(s: Sentence, at: int, end: int) -> bool:
    """Whether "to" opens a clause with its verb behind the number: "to 53 rose the number"."""
    if s.match(at, "range") is None or (at > 0 and s.words[at - 1] not in ",;:."):
        return False
    return s.has("change", end, min(end + 3, len(s)))
