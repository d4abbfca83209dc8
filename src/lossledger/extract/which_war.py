"""Which war a text is about: the one whose sides it names, each of them, most often."""

import re
from collections import Counter
from collections.abc import Collection
from functools import cache

from lossledger.extract.tokens import fold
from lossledger.model import Document
from lossledger.period import kyiv_day
from lossledger.vocabulary import War, parties_of, sources, wars
from lossledger.vocabulary.conflict_words import party_words

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`\-‑][^\W\d_]+)*")
UNNAMED = 0.5
"""What a side that is never named counts, so that one named alone counts for something."""

Named = tuple[str, str]
"""A conflict and one of its parties."""


def war_told(document: Document, codes: tuple[str, ...], source: str | None = None) -> War:
    """The war that a document is about; the first of the tables where nothing tells.

    A text that is said, or published, by somebody of a side is about a war of that side. Of
    several wars it is the one with the most mentions of both sides: sides count together, so
    that a country named in passing does not make its war that of the text.
    """
    said = (sources().get(name or "") for name in (source, document.outlet))
    speaking = next((o.party for o in said if o and o.party), None)
    told = [war for war in wars() if speaking is None or speaking in war.parties]
    if len(told) < 2:
        return (told or wars())[0]
    named = _named(document.text, codes)
    conflicts = {conflict for conflict, _ in named}
    told_of = [war for war in told if war.conflict in conflicts]
    if len(told_of) == 1 and told[0] is told_of[0]:
        return told_of[0]
    # of equals the first; an ally alone tells no war
    known = max([told[0], *told_of], key=lambda war: _weight(war, war.known_by, named))
    within = [war for war in told if war.conflict == known.conflict]
    return _begun([(_weight(war, war.parties, named), war) for war in within], document)


def _begun(weighed: list[tuple[float, War]], document: Document) -> War:
    """The war named most; of one fought again, the last that had begun when the text came out."""
    most = max(weight for weight, _ in weighed)
    same = [war for weight, war in weighed if weight == most]
    at = document.published_at
    day = document.report_date or (kyiv_day(at) if at else None)
    begun = [war for war in same if day is not None and war.start <= day]
    return max(begun, key=lambda war: war.start) if begun else same[0]


def _weight(war: War, parties: Collection[str], named: Counter[Named]) -> float:
    """How much a text names some parties of a war; a land of no side counts half for each."""
    sides = [sum(named[war.conflict, p] for p in side if p in parties) for side in war.sides]
    of_none = (p for p in parties_of(war.conflict) if p not in _fighting(war.conflict))
    land = sum(named[war.conflict, party] for party in of_none) / 2
    if not land and not any(sides):
        return 0.0
    weight = 1.0
    for mentions in sorted(sides)[-2:]:
        weight *= UNNAMED + land + mentions
    return weight


@cache
def _fighting(conflict: str) -> frozenset[str]:
    """The parties that are on a side of some war of a conflict."""
    return frozenset(p for war in wars() if war.conflict == conflict for p in war.parties)


def _named(text: str, codes: tuple[str, ...]) -> Counter[Named]:
    """How often the words of a text name each party of each conflict."""
    known, found = party_words(codes), Counter[Named]()
    for word, times in Counter(_WORD.findall(text)).items():
        rows = known.get(word)
        if rows is None and not (word.islower() and word.isalpha()):
            rows = known.get(fold(word))
        for named in rows or ():
            found[named] += times
    return found
