"""People and losses of a country that is no party of the war: "Kenya lost three soldiers"."""

from lossledger.extract.counted import Frame, Thing
from lossledger.extract.sides import is_blow
from lossledger.extract.tokens import WORD, Sentence
from lossledger.vocabulary.conflict_words import country_words
from lossledger.vocabulary.lexicon import Lexicon, Match

KEPT = "countries.named"
_LOOSE = """
    party.place party.carried party.speaker party.topic party.none party.own_toll party.source
    party.losses party.enemy
"""
LOOSE = frozenset(_LOOSE.split())
"""Rules that find a side by other words than those beside a figure or its verb."""
VERBS = ("speech", "admission", "perfect", "passive_speech")
"""What stands behind a subject, beside a verb of losing."""
STARTS = frozenset(",;:—–-")
"""Marks behind which a subject may open a clause."""


def named(s: Sentence, words: Lexicon) -> list[Match]:
    """The names and adjectives of countries in a sentence that are no party of its war."""
    found: list[Match] | None = s.kept.get(KEPT)
    if found is None:
        found = s.kept[KEPT] = list(_named(s, words))
    return found


def _named(s: Sentence, words: Lexicon) -> list[Match]:
    known = country_words(words.languages, s.war.conflict)
    found: list[Match] = []
    for k, word in enumerate(s.folded):
        rows = known.get(word) or known.get(s.words[k]) or ()
        for kind, code, behind in sorted(rows, key=lambda row: -len(row[2])):
            end = k + 1 + len(behind)
            if all(w in forms for w, forms in zip(s.folded[k + 1 : end], behind, strict=False)):
                if end <= len(s) and not (found and found[-1].end > k):
                    found.append(Match(kind, code, k, end))
                break
    return found


def of_people(s: Sentence, thing: Thing, words: Lexicon) -> str | None:
    """The country whose people a noun counts: "two Kenyan soldiers", "soldiers of Kenya"."""
    for m in named(s, words):
        beside = m.kind == "adjective" and thing.first - 1 <= m.start < thing.last
        behind = m.kind == "name" and thing.last <= m.start <= thing.last + 1
        if (beside or behind) and all(s.kinds[k] == WORD for k in range(thing.last, m.start)):
            of = m.start == thing.last or s.match(thing.last, "of")
            if beside or of:
                return str(m.meaning)
    return None


def losing(s: Sentence, end: int, frame: Frame | None, rule: str, words: Lexicon) -> str | None:
    """The country that lost people: the subject before a number, where no side is named.

    "Kenya has lost three soldiers", "Kenya reported three dead".
    """
    if rule not in LOOSE and rule != "party.lose":
        return None
    for m in reversed(named(s, words)):
        if m.kind != "name" or m.end > end or not _opens(s, m):
            continue
        between = range(m.end, end)
        side = any(s.match(k, o) for k in between for o in ("party", "party_adjective", "source"))
        if side or any(s.words[k] in ";:" for k in between):
            return None
        lost = frame is not None and frame.kind == "lose" and m.end <= frame.first <= m.end + 2
        says = any(s.match(k, kind) for k in (m.end, m.end + 1) for kind in VERBS)
        says = says and not s.has("complementizer", m.end, m.end + 3)  # "France says that of these"
        return str(m.meaning) if lost or (says and rule in LOOSE) else None
    return None


def _opens(s: Sentence, m: Match) -> bool:
    """Whether a name opens a sentence or a clause, and is part of no source's name."""
    if any(o.start <= m.start < o.end for o in s.all("source")):
        return False
    before = m.start - 1
    return (
        before < 1
        or s.words[before] in STARTS
        or bool(s.match(before, "joiner") or s.match(before, "contrast"))
    )


def foreign(s: Sentence, thing: Thing) -> bool:
    """Whether people are of a country that is no party: their losses are not these sides'."""
    marked = thing.last < len(s) and s.words[thing.last] in ",:"  # "the dead, US estimate"
    marked = marked or s.match(thing.last, "agent") is not None  # "put at 900 dead by US officials"
    behind = range(0) if marked else range(thing.last, min(thing.last + 2, len(s)))
    if any(m.end == thing.first for m in s.all("foreign")):
        return True
    near = (*range(thing.first - 1, thing.last), *behind)
    named = (m for k in near if (m := s.match(k, "foreign")) is not None)
    blows = {m.start for m in s.all("metric") if is_blow(m)}
    return any(m.end not in blows for m in named)  # "107 wounded in Israeli strikes" are not theirs
