"""Who says it: one chain of claimant and relays from the voices of a sentence.

A newspaper quotes a ministry: the outer voice is a relay, the innermost one the claimant. A
sentence without a speaker of its own carries on the one before it.
"""

import itertools
from dataclasses import dataclass

from lossledger.extract.tokens import Sentence
from lossledger.vocabulary import War, sides_of_speakers, sources

RELAY_KINDS = frozenset({"outlet", "agency", "mirror"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker named in a sentence: a source id, or a name that the tables do not know.

    ``first`` and ``last`` are its tokens, ``how`` is before, after, colon, according, cited,
    carry (a pronoun or "the report": whoever spoke last) or nobody (what pictures show, what the
    author counted).
    """

    name: str
    first: int
    last: int
    how: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Claimant and relays of a figure (outermost first), and the rule that found them."""

    claimant: str | None
    relays: tuple[str, ...] = ()
    rule: str = "speaker.none"


NOBODY = Chain(None)


def party_of(name: str | None) -> str | None:
    """The side a source belongs to, if any."""
    source = sources().get(name) if name else None
    return source.party if source else sides_of_speakers().get(name or "")


def segments(s: Sentence) -> list[tuple[int, int]]:
    """Token ranges between contrast words: "Kyiv says 5, while Moscow claims 7" has two."""
    cuts = [0]
    for m in s.all("contrast"):
        if m.start > 2 and len(s) - m.end > 2:
            cuts.append(m.start)
    cuts.append(len(s))
    return [(a, b) for a, b in itertools.pairwise(cuts) if b > a]


def is_relay(name: str) -> bool:
    """Whether a source passes on what others say: an outlet, an agency, a mirror."""
    return kind_of(name) in RELAY_KINDS


def is_local(name: str | None) -> bool:
    """Whether a source is a governor, a mayor or the like."""
    source = sources().get(name) if name else None
    return source is not None and source.local


def governs(name: str | None) -> bool:
    """Whether a source speaks for people of its own whom it is set over."""
    source = sources().get(name) if name else None
    people = source.people if source and source.civil else None
    return source is not None and people is not None and people == source.party


def lists_the_dead(name: str | None) -> bool:
    """Whether a source keeps a list of an army's dead by name."""
    source = sources().get(name) if name else None
    return source is not None and source.people is not None and source.evidence == "named_floor"


def is_generic(name: str) -> bool:
    """Whether a source is a side as a whole."""
    source = sources().get(name)
    return source is not None and source.generic


def chain(found: list[Voice], carried: Chain, outlet: str | None) -> Chain:
    """One chain from the voices of a segment; pronouns stand for the chain carried over."""
    if not found:
        return _carried(carried)
    if all(v.how == "nobody" for v in found):
        return Chain(None, (), "speaker.author")
    first: dict[str, Voice] = {}
    for voice in found:
        if voice.name:
            first.setdefault(voice.name, voice)
    names = [v for v in first.values() if v.name != outlet] or list(first.values())
    names = _without_sides(names)
    if not names:
        return _carried(carried)
    if all(v.how == "told" for v in names) and any(v.how == "carry" for v in found):
        return _carried(carried)  # "he told Channel Nine"
    if len(names) == 1:
        relays = _reporting(found, names[0], carried)
        return Chain(names[0].name, relays, f"speaker.{names[0].how}")
    return _nested(names, carried)


def _carried(before: Chain) -> Chain:
    """The chain of a segment that names nobody: that of the one before it, if any."""
    return Chain(
        before.claimant, before.relays, "speaker.carried" if before.claimant else "speaker.none"
    )


def _reporting(found: list[Voice], named: Voice, carried: Chain) -> tuple[str, ...]:
    """Whoever spoke last, where his report is said to hold what another says."""
    said = any(v.how == "report" for v in found) and named.how != "according"
    teller = carried.claimant if said and carried.claimant != named.name else None
    return (*carried.relays, teller) if teller and party_of(teller) is None else ()


def _without_sides(names: list[Voice]) -> list[Voice]:
    """The voices less a side as a whole whose authority speaks too: "Moscow ..., its ministry"."""
    known = [sources().get(v.name) for v in names]
    exact = {o.party for o in known if o and not o.generic}
    return [
        v for v, o in zip(names, known, strict=True) if not (o and o.generic and o.party in exact)
    ]


def _nested(names: list[Voice], carried: Chain) -> Chain:
    """The innermost voice claims, the others relay, outermost first."""
    cited = [v for v in names if v.how in ("cited", "which")]
    spoken = [v for v in names if v not in cited and kind_of(v.name) not in RELAY_KINDS]
    if cited and spoken and kind_of(cited[-1].name) in RELAY_KINDS:
        outlets = tuple(v.name for v in names if v not in spoken)
        return Chain(spoken[-1].name, outlets, "speaker.cited")
    if cited:
        outer = [v.name for v in names if v not in cited]
        return Chain(cited[-1].name, tuple(outer), "speaker.cited")
    relays = [v for v in names if kind_of(v.name) in RELAY_KINDS or v.how == "told"]
    inner = [v for v in names if v not in relays]
    if relays and inner:
        if len(inner) > 1:
            inner = _inward(inner)
            relays += inner[:-1]
        return Chain(inner[-1].name, tuple(v.name for v in relays), "speaker.relayed")
    ordered = _inward(names)
    return Chain(ordered[-1].name, tuple(v.name for v in ordered[:-1]), "speaker.nested")


def _inward(names: list[Voice]) -> list[Voice]:
    """Outermost first: a speaker named at the end of the sentence is the outer one."""
    last = names[-1]
    told = last.name not in sources() and names[-2].how in ("after", "before", "according")
    if last.how == "after" and (names[0].how == "according" or told):
        return [last, *names[:-1]]
    return list(names)


def kind_of(name: str) -> str | None:
    source = sources().get(name)
    return source.kind if source else None


def narrowed(
    name: str | None, named: list[str], place: str | None, matter: str | None = None
) -> str | None:
    """A side as a whole made the authority of that side named in the text; a governor's side.

    ``named`` are the source ids of the document in text order, nearest last; ``place`` is the
    party whose territory the sentence names; ``matter`` is what the sentence speaks of.
    """
    source = sources().get(name) if name else None
    if source is None or name is None:
        return name
    if source.local and source.party is None and place:
        local = [i for i, o in sources().items() if o.local and o.party == place]
        return local[0] if local else name
    if source.may_mean in named:
        return source.may_mean
    if source.generic:
        for other in reversed(named):
            known = sources().get(other)
            if known is None or known.generic or known.local:
                continue
            never = known.matters is not None and not known.matters
            if never or (matter and known.matters is not None and matter not in known.matters):
                continue
            if known.party == source.party and known.kind == source.kind:
                return other
    return name


def enemy_of(war: War, claimant: str | None) -> str | None:
    """Who "the enemy" is when this source speaks of a war."""
    return war.opponent(party_of(claimant))
