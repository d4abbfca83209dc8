"""Whether people whom a word does not tell apart are soldiers, and whose."""

from lossledger.extract.counted import Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Scene
from lossledger.extract.speakers import Chain
from lossledger.extract.tokens import Sentence, once
from lossledger.vocabulary import sources

MANY_ABROAD = 1_000
"""From so many killed of one side on the land of the other on they are soldiers."""
OF_A_WAR = 1_000
"""So many dead of its own a side gives for the war only."""
OFFICES_OF_WAR = frozenset({"defence_ministry", "general_staff", "armed_forces"})


def own_soldiers(
    n: NumberPhrase, thing: Thing, party_rule: str, chain: Chain, scene: Scene
) -> str | None:
    """The side whose ministry of war counts so many dead without a word on whose they are.

    "According to the defence ministry 5,900 people have died": it would name the enemy's.
    """
    source, s = sources().get(chain.claimant or ""), scene.s
    if source is None or source.office not in OFFICES_OF_WAR or thing.code != "people":
        return None
    if "civilians" in (source.matters or ()):
        return None  # it speaks for all who are hurt
    named = s.all("enemy", "party_adjective", "own") or civil(s)
    many = n.quantity is not None and max(n.quantity.figures) >= OF_A_WAR
    told = party_rule in ("party.place", "party.none", "party.speaker", "party.text")
    return source.party if many and told and not named else None


def of_the_far_side(n: NumberPhrase, thing: Thing, party: str | None, scene: Scene) -> bool:
    """Whether so many of one side are lost on the other's land as only soldiers are."""
    many = n.quantity is not None and n.quantity.figures[0] >= MANY_ABROAD
    told = many and party is not None and scene.place is not None and thing.code != "civilians"
    return told and party != scene.place and not civil(scene.s)


def undivided(s: Sentence, thing: Thing, chain: Chain) -> bool:
    """Whether people may be soldiers: neither a word nor their source tells them apart."""
    source = sources().get(chain.claimant or "")
    if source is None or not source.undivided:
        return False
    told = (m for m in s.all("metric") if thing.first <= m.start < thing.last)
    return not any(m.meaning in ("civilians", "personnel") for m in told)


@once
def civil(s: Sentence) -> bool:
    """Whether a sentence speaks of civilians, other than as those who tell it."""
    named = (m for m in s.all("military", "metric") if m.meaning in ("civilian", "civilians"))
    people = {m.start for m in s.all("metric") if m.meaning == "people"}  # of either kind
    return any(m.start not in people and not _tell(s, m.end) for m in named)


def _tell(s: Sentence, k: int) -> bool:
    """Whether a verb of saying follows: "journalists have established the names"."""
    while k < len(s) and s.words[k] in '«»"“”':
        k += 1
    whose = s.match(k, "source")
    k = whose.end if whose else k
    while k < len(s) and s.words[k] in '«»"“”':
        k += 1
    return bool(s.match(k, "speech") or (s.match(k, "perfect") and s.match(k + 1, "speech")))
