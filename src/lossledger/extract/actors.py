"""Who acts: whose weapons hit another's things, whose land they came from, whose attacks go on."""

from lossledger.extract import sides
from lossledger.extract.counted import Frame, Thing
from lossledger.extract.scene import Carried
from lossledger.extract.tokens import Sentence
from lossledger.vocabulary import metrics


def whose_it_hit(s: Sentence, frame: Frame, thing: Thing) -> str | None:
    """Who sent what struck another's things: "117 drones hit 41 Russian warplanes"."""
    if frame.kind != "strike" or frame.first < thing.last or s.match(frame.first, "passive"):
        return None
    return s.war.opponent(sides.owner_words(s, frame.last, frame.last + HIT))


def launched_from(s: Sentence, frame: Frame, thing: Thing) -> str | None:
    """Whose land a launch was from: "two missiles were launched from the Belgorod region"."""
    if frame.kind != "launch" or frame.first < thing.last:
        return None
    for m in s.all("place"):
        near = range(max(frame.last, m.start - 3), m.start + 1)
        if frame.last <= m.start <= frame.last + 4 and any(s.match(k, "origin") for k in near):
            return str(m.meaning)
    return None


HIT = 4
"""So many tokens behind a verb of striking whose what it hit is may be told."""


def attacker_before(state: Carried) -> str | None:
    """The side whose attacks the sentence before is about, if it names one."""
    heard = state.heard[-2].s if len(state.heard) > 1 else None
    if heard is None:
        return None
    named = {
        str(o.meaning)
        for m in heard.all("metric")
        if (row := metrics().get(str(m.meaning))) is None or row.party == "actor"
        if (o := heard.match(m.start - 1, "party_adjective"))
    }
    return named.pop() if len(named) == 1 else None
