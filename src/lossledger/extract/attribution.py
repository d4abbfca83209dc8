"""Which speakers a sentence's figures have: its own, a heading's, or those carried over."""

import itertools
from dataclasses import replace

from lossledger.extract import announced, counted, sides, speakers, voiced
from lossledger.extract.figure_givers import giver
from lossledger.extract.nominative import nominative
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.own_account import OWN, published_by
from lossledger.extract.own_account import RULE as OWN_RULE
from lossledger.extract.own_figures import by_each, of_a_clause
from lossledger.extract.quoted import Quoted
from lossledger.extract.scene import Carried, Context, Scene, figures
from lossledger.extract.speakers import NOBODY, Chain
from lossledger.extract.tokens import DASHES, Sentence, once
from lossledger.vocabulary import metrics, sources
from lossledger.vocabulary.lexicon import Match

OPENING = 2
"""Tokens before "also" where a sentence goes on with the last one's speaker."""
TELLER = "speaker.teller"
"""The rule of people without a name: bloggers, local media."""


def chains_of(scene: Scene, context: Context, state: Carried) -> list[tuple[int, int, Chain]]:
    """The chain of each segment of a sentence, people under the names that they sign with."""
    codes = context.lexicon.languages
    found = []
    _hear_names(scene.s, state)
    for first, last, chain in _chains(scene, context, state):
        own = chain.rule == OWN_RULE
        told = NOBODY if not own and _is_the_papers_own(chain, context) else chain
        found.append((first, last, _in_full(_signed(told, codes), state)))
    return found


def _hear_names(s: Sentence, state: Carried) -> None:
    """Keep the surnames of persons of the tables who are named in full: "Ivan Fedorov"."""
    for m in s.all("source"):
        words = s.words[m.start : m.end]
        if m.end - m.start >= 2 and all(w[:1].isupper() and w[-1:].isalpha() for w in words):
            state.surnames[words[-1]] = str(m.meaning)


def _is_the_papers_own(chain: Chain, context: Context) -> bool:
    """Whether a paper only goes back to its own story: "as this agency reported"."""
    own = sources().get(chain.claimant or "")
    if own is None or own.id != context.document.outlet or chain.relays:
        return False
    return speakers.is_relay(own.id) and not own.evidence


def _in_full(chain: Chain, state: Carried) -> Chain:
    """A chain whose claimant has the full name under which the text named him before."""
    name = chain.claimant
    if name is None or name in sources():
        return chain
    if name in state.surnames:
        return replace(chain, claimant=state.surnames[name])  # "Fedorov said"
    words = name.split()
    if len(words) > 1 and all(w[:1].isupper() for w in words):
        state.people[words[-1]] = name
    full = state.people.get(name)
    return replace(chain, claimant=full) if full else chain


def _signed(chain: Chain, codes: tuple[str, ...]) -> Chain:
    """A chain whose claimant, if no table has him, stands in the nominative."""
    if chain.claimant is None or chain.claimant in sources() or chain.rule not in OBLIQUE:
        return chain
    return replace(chain, claimant=nominative(chain.claimant, codes))


OBLIQUE = frozenset({"speaker.according", "speaker.cited", "speaker.by", "speaker.relayed"})
"""Rules of speakers who are named in another case than a subject's."""


def _chains(scene: Scene, context: Context, state: Carried) -> list[tuple[int, int, Chain]]:
    """The chain of each segment, names as they stand."""
    s, outlet = scene.s, context.document.outlet
    carried = _carried_chain(s, context, state)
    found: list[tuple[int, int, Chain]] = []
    said = state.quoted.get(s.starts[0])
    whole = [v for v in voiced.voices(s) if not (said and v.how == OWN and said.holds(v))]
    turn = state.turns.get(s.starts[0])
    if turn is not None and not any(v.name and v.how not in (OWN, "colon") for v in whole):
        return [(0, len(s), turn)]
    if not whole and _of_another_day(scene, context, state):
        carried = NOBODY
    him = _he(s, whole, state)
    carried = him if him.claimant else carried
    state.teller = NOBODY
    if said:
        chains = _of_quotation(said, whole, scene, carried, state)
        if chains:
            return chains
    labelled = _labelled_assessment(s, state) if s.item else None
    if labelled and all(_is_unnamed(v) for v in whole):
        return [(0, len(s), labelled)]
    heading = None if whole else announced.heading(s)
    if heading:
        return [(0, len(s), _narrowed(heading, scene, state))]
    of_clause = of_a_clause(s, whole, scene.told)
    cuts = of_clause | by_each(s, whole, scene.told)
    for first, last in _cut(_by_speaker(speakers.segments(s), whole, scene), cuts):
        inside = [v for v in whole if first <= v.first < last]
        opener = None if any(v.name for v in inside) else voiced.opener(s, first, last)
        if found and whole and not inside and not opener and whole[0].first < first:
            found.append((first, last, _governing(whole, first, found[-1][2], outlet)))
            continue  # "X said 5 were dead; 7 were hurt"
        behind = [] if inside or last in of_clause else _next(whole, last)
        headline = s.words[-1] not in ".!?"
        if headline and behind and s.words[last] == ";" and behind[0].how == "before":
            found.append((first, last, NOBODY))
            continue  # "A strike kills seven; the mayor says more may be dead"
        used = _goes_on([opener] if opener else inside or behind, s, state.chain)
        chain = published_by(outlet, used) or speakers.chain(
            used, _pronoun_chain(used, carried, state), outlet
        )
        chain = _through_outlet(chain, s, state)
        if found and _closes_with_an_outlet(inside, s):
            chain = replace(found[-1][2], relays=(inside[-1].name,), rule="speaker.relayed")
        found.append((first, last, _narrowed(_subject(scene, chain), scene, state)))
    return found


def _cut(segments: list[tuple[int, int]], cuts: set[int]) -> list[tuple[int, int]]:
    """The segments, cut at tokens where a figure of another speaker begins."""
    found = []
    for first, last in segments:
        inside = sorted(k for k in cuts if first < k < last)
        found += list(itertools.pairwise([first, *inside, last]))
    return found


def _closes_with_an_outlet(inside: list[speakers.Voice], s: Sentence) -> bool:
    """Whether a sentence ends with the outlet that passes on all of it: "..., per the AP."."""
    if len(inside) != 1 or inside[0].how not in ("according", "after", "cited"):
        return False
    return speakers.is_relay(inside[0].name) and inside[0].last >= len(s) - 1


def _governing(whole: list[speakers.Voice], first: int, before: Chain, outlet: str | None) -> Chain:
    """Who speaks in a part that names nobody: as before it, or whose data the sentence is from."""
    opening = [v for v in whole if v.first < first and v.name]
    nested = before.relays and opening and opening[0].how == "according"
    chain = speakers.chain(opening[:1], NOBODY, outlet) if nested else before
    return replace(chain, rule="speaker.clause")


def _of_quotation(
    said: Quoted, whole: list[speakers.Voice], scene: Scene, carried: Chain, state: Carried
) -> list[tuple[int, int, Chain]] | None:
    """The chains of a sentence with direct speech: who speaks, and whom he quotes in turn."""
    s = scene.s
    outside = [v for v in whole if not said.holds(v)]
    inside = [v for v in whole if said.holds(v) and v.name]
    teller = carried if said.by_pronoun else said.speaker
    if teller.claimant is None and outside and inside:
        teller = speakers.chain(outside, carried, None)
    if teller.claimant is None or (outside and not inside):
        return None
    teller = _narrowed(replace(teller, rule="speaker.quoted"), scene, state)
    inside = [v for v in inside if v.name != teller.claimant]
    if not inside:
        return [(0, len(s), teller)]
    state.teller = teller
    chain = speakers.chain(inside, carried, None)
    relays = () if s.all("negation") else tuple(x for x in (*teller.relays, teller.claimant) if x)
    chain = _narrowed(replace(chain, relays=(*relays, *chain.relays)), scene, state)
    colon = [k for k in range(said.first, inside[0].first) if s.words[k] == ":"]
    own = colon and any(n.first < colon[-1] for n in figures(scene))
    if own and said.speaker.claimant:
        return [(0, colon[-1], teller), (colon[-1], len(s), chain)]
    return [(0, len(s), chain)]


def _next(whole: list[speakers.Voice], last: int) -> list[speakers.Voice]:
    """The voices behind a part of a sentence that names nobody, without those before it."""
    later = [v for v in whole if v.first >= last]
    return [] if later and later[0].how == "before" and not later[0].name else later


def _by_speaker(
    segments: list[tuple[int, int]], voices: list[speakers.Voice], scene: Scene
) -> list[tuple[int, int]]:
    """The segments, cut where a second speaker has figures of its own behind those of a first."""
    s, found = scene.s, []
    for first, last in segments:
        inside = [v for v in voices if first <= v.first < last and v.name]
        for one, two in itertools.pairwise(inside):
            if two.how not in ("before", "according", "which") or one.name == two.name:
                continue
            if speakers.is_relay(one.name) or speakers.is_relay(two.name):
                continue
            told = [n for n in figures(scene) if first <= n.first < two.first]
            own = [n for n in figures(scene) if two.last <= n.first < last]
            start = max(told[-1].last, one.last) if told else first
            commas = [k for k in range(start, two.first) if s.words[k] in ",;"]
            if told and own and commas:
                found.append((first, commas[-1]))
                first = commas[-1]
                continue
            between = [k for n in told[1:] for k in range(one.last, n.first) if s.words[k] in ",;"]
            if one.first <= 1 and not own and between and _sides_of_both(one, two):
                found.append((first, between[-1]))
                first = between[-1]  # "Russia says 112 were downed, three killed, governors say"
        found.append((first, last))
    return found


def _sides_of_both(one: speakers.Voice, two: speakers.Voice) -> bool:
    """Whether both of two speakers belong to a side, so that neither passes on the other."""
    return all(speakers.party_of(v.name) or speakers.is_local(v.name) for v in (one, two))


def _subject(scene: Scene, chain: Chain) -> Chain:
    """Who opens a sentence about losses without a verb of saying: "The staff ended it with"."""
    s = scene.s
    gives = giver(s) if chain.rule in ("speaker.carried", "speaker.none") else None
    if gives:
        return Chain(str(gives.meaning), (), "speaker.subject")
    first = next((m for m in s.all("source") if m.start <= 2), None)
    source = sources().get(str(first.meaning)) if first else None
    if first is None or source is None or source.generic or source.local:
        return chain
    counts = source.kind == "monitor" or source.evidence == "named_floor"
    if chain.claimant and not (counts and chain.rule == "speaker.carried"):
        return chain
    losses = (
        source.kind == "official" and source.matters != () and bool(s.all("noun_of_loss", "tally"))
    )
    told = (counts or losses) and bool(figures(scene))
    return Chain(str(first.meaning), (), "speaker.subject") if told else chain


def _goes_on(used: list[speakers.Voice], s: Sentence, before: Chain) -> list[speakers.Voice]:
    """The voices; an outlet alone, named again, goes on with whom it quoted before."""
    names = {v.name for v in used}
    again = len(names) == 1 and names <= set(before.relays)
    if not again or not speakers.is_relay(used[0].name) or s.all("evidence"):
        return used
    return [replace(v, name="", how="carry") for v in used]


def _through_outlet(chain: Chain, s: Sentence, state: Carried) -> Chain:
    """Whom the outlet that spoke before quotes, where the public hears of him only through it.

    "The paper counted a million. Western officials put the dead at 9,000": it is their relay.
    """
    source = sources().get(chain.claimant or "")
    before = state.chain
    teller = before.relays[0] if before.relays else before.claimant
    outlet = sources().get(teller or "")
    told = outlet is not None and speakers.is_relay(outlet.id) and not outlet.evidence
    near = s.paragraph == state.chain_paragraph and chain.rule != "speaker.carried"
    hidden = source is not None and (source.unnamed or (source.generic and bool(s.all("account"))))
    if not (told and near and hidden and teller) or chain.relays:
        return chain
    quotes = sources().get(before.claimant or "")
    quoted = before.claimant == teller or (
        quotes is not None and (quotes.unnamed or quotes.generic)
    )
    return replace(chain, relays=(teller,)) if quoted else chain


def _he(s: Sentence, whole: list[speakers.Voice], state: Carried) -> Chain:
    """Whom "he said" means: the person with whom a sentence opened since anybody spoke."""
    if any(v.name for v in whole):
        return NOBODY
    opened = s.paragraph - state.person_paragraph <= 1
    if opened and state.person.claimant:
        meant = state.person
    elif _is_a_side(state.chain.claimant):
        meant = state.one  # "he" is never a side as a whole
    else:
        return NOBODY
    spoken = {k for v in whole for k in range(v.first, v.last)}
    spoken |= {k for m in s.all("according") for k in range(m.start, m.end)}
    return meant if any(m.start in spoken for m in s.all("he")) else NOBODY


def _is_a_side(claimant: str | None) -> bool:
    """Whether a source is a side's authorities as a whole, and no person."""
    source = sources().get(claimant or "")
    return source is not None and source.generic and source.office == AUTHORITIES


def _of_the_list(chain: Chain, s: Sentence) -> Chain:
    """Who keeps the list that a sentence goes back to behind an estimate made with another."""
    source = sources().get(chain.claimant or "")
    if source is None or not source.joint or voiced.voices(s) or not s.all("tally"):
        return chain
    return replace(chain, claimant=source.joint[0])


def _pronoun_chain(used: list[speakers.Voice], carried: Chain, state: Carried) -> Chain:
    """ "It said" means whoever spoke last, however far back."""
    if carried.claimant and carried in (state.person, state.one):
        return carried
    return state.chain if used and state.chain.claimant else carried


def _carried_chain(s: Sentence, context: Context, state: Carried) -> Chain:
    if s.starts[0] in state.ahead:
        return state.ahead[s.starts[0]]
    if s.item:
        if state.intro_open and state.intro.claimant:
            return state.intro
        titled = state.chain.rule == "speaker.title" and s.paragraph - state.chain_paragraph <= 1
        return state.chain if titled else _default_chain(s, context, state)
    near = s.paragraph - state.chain_paragraph <= 1
    state.chain = _of_the_list(state.chain, s)
    if _looks_back(s, state):
        return NOBODY
    if state.chain.rule == TELLER and s.paragraph != state.chain_paragraph:
        state.chain = NOBODY  # people without a name are heard for one paragraph
    if state.chain.claimant and near:
        flown = _of_the_air(s, state)
        return flown or (NOBODY if _beyond(state.chain.claimant, s) else state.chain)
    if s.starts[0] in state.later:
        return state.later[s.starts[0]]
    given = _default_chain(s, context, state)
    return NOBODY if given.rule == "speaker.sole" and _beyond(given.claimant, s) else given


def _looks_back(s: Sentence, state: Carried) -> bool:
    """Whether a paragraph that names nobody recalls another day: "Earlier, on 2 May"."""
    new = s.paragraph != state.chain_paragraph and not voiced.voices(s)
    opens = any(m.start <= OPENING for m in s.all("formerly"))
    return new and opens and bool(s.all("month"))


def _of_another_day(scene: Scene, context: Context, state: Carried) -> bool:
    """Whether a sentence that names nobody recalls an attack of another day than the story's.

    "On Friday a bomb killed seven in Utopia": the paper's own words, not the mayor's of today.
    """
    s, now = scene.s, context.published
    hurt = any(m.meaning in ("kill", "wound") for m in s.all("frame"))
    army = s.all("noun_of_loss", "enemy", "own", "according", "citing") or any(
        m.meaning == "personnel" for m in s.all("metric")
    )
    if now is None or context.source or s.item or not hurt or army:
        return False
    if s.paragraph == state.chain_paragraph and not any(w.first <= OPENING for w in scene.whens):
        return False
    blow = any(sides.is_attack(m) or m.meaning in ("attack", "strike") for m in s.all("metric"))
    named = DAYS_NAMED if blow else DAYS_NAMED - {"month"}
    told = [w for w in scene.whens if w.code in named and not w.role and w.start]
    return bool(told) and all(
        (now - w.end).days >= EARLIER and (w.start, w.end) not in state.days for w in told if w.end
    )


DAYS_NAMED = frozenset({"day", "weekday", "month"})
EARLIER = 2
"""So many days before publication an attack is another one than that of the story."""


def _of_the_air(s: Sentence, state: Carried) -> Chain | None:
    """Who spoke before of what a side shot down, where the last speaker tells of other things.

    A governor or an agency has spoken last; "the same night 95 drones were destroyed" is the
    ministry's.
    """
    told = state.chain
    local = speakers.is_local(told.claimant) or speakers.is_relay(told.claimant or "")
    if not local or voiced.voices(s) or s.paragraph == state.chain_paragraph:
        return None
    if _matter(s) != "air":
        return None
    for c in reversed(state.claims):
        source = sources().get(c.claimant or "")
        speaks = source is not None and source.party and "air" in (source.matters or ())
        if speaks and c.claimant:
            return Chain(c.claimant, (), "speaker.matter")
    return None


def _beyond(claimant: str | None, s: Sentence) -> bool:
    """Whether a sentence without a speaker is the author's: its matter is not the last one's.

    An air force counts what it shot down; who was hurt on the ground is told by somebody else.
    """
    source = sources().get(claimant or "")
    matters = source.matters if source and source.party else None
    if source and source.party and _attacks_by_name(source.party, s):
        return True
    return bool(matters) and "civilians" not in (matters or ()) and _of_civilians(s)


def _attacks_by_name(side: str, s: Sentence) -> bool:
    """Whether a side attacks under its own name, as it would not put it: "Russia launched"."""
    if _matter(s) not in ("air", "civilians") or s.all("enemy", "own"):
        return False
    for m in s.all("frame"):
        if m.meaning not in ("launch", "strike"):
            continue
        subject = sides.subject_before(s, m.start)
        if subject and subject[0] == side and s.match(subject[1], "party"):
            return True
    return False


@once
def _of_civilians(s: Sentence) -> bool:
    """Whether a sentence tells of people hurt at a place who are no soldiers."""
    army = s.all("party", "party_adjective", "enemy", "own", "noun_of_loss")
    hurt = any(m.meaning in ("kill", "wound") for m in s.all("frame"))
    return hurt and not army and bool(s.all("place")) and _matter(s) == "civilians"


def _labelled_assessment(s: Sentence, state: Carried) -> Chain | None:
    """Whose assessment a line's label means: the one told of last: "Dead, US assessment: 17"."""
    colon = s.words.index(":") if ":" in s.words else 0
    named = any(m.end == colon for m in s.all("assessment")) and "," in s.words[:colon]
    told = (c for c in reversed(state.claims) if c.basis == "own_estimate") if named else ()
    return next((Chain(c.claimant, c.relays, "speaker.label") for c in told), None)


def _is_unnamed(voice: speakers.Voice) -> bool:
    """Whether a voice names no body of its own: "US intelligence"."""
    source = sources().get(voice.name)
    return source is not None and source.unnamed


def _default_chain(s: Sentence, context: Context, state: Carried) -> Chain:
    spoken = s.words[0] in DASHES or s.starts[0] in state.quoted
    if state.sole.rule == announced.PERSON and not spoken and not context.source:
        return NOBODY  # what the author tells is not the words of a person he quotes
    if context.source or state.sole.claimant:
        return Chain(context.source, (), "speaker.given") if context.source else state.sole
    own = sources().get(context.document.outlet or "")
    publishes = own is not None and own.kind in ("official", "monitor")
    return Chain(context.document.outlet, (), "speaker.outlet") if publishes else state.sole


@once
def _matter(s: Sentence) -> str | None:
    """What a sentence with figures speaks of: losses, acts, the air or civilians."""
    codes = {str(m.meaning) for m in s.all("metric")}
    rows = [metrics()[c] for c in codes if c in metrics()]
    flown = codes & counted.AIRBORNE and any(
        m.meaning in ("down", "launch", "use") for m in s.all("frame")
    )
    if flown:
        return "air"
    if any(row.kind == "equipment" or row.code == "personnel" for row in rows):
        return "losses"
    losses = "casualties" in codes and s.all("noun_of_loss") and not s.item
    if losses and s.all("party_adjective", "party"):
        return "losses"
    if codes & {"civilians", "people"}:
        return "civilians"
    return "acts" if any(row.kind == "event" for row in rows) else None


def _narrowed(chain: Chain, scene: Scene, state: Carried) -> Chain:
    if chain.claimant is None and not chain.relays:
        return chain
    before = [state.chain.claimant] if state.chain.claimant else []
    sides = {str(m.meaning) for m in scene.s.all("party")}
    beside = sides.pop() if len(sides) == 1 else None
    struck = _struck(scene, state) if speakers.is_local(chain.claimant) else None
    place = scene.place or struck or state.place or state.land or beside or state.side
    kept = (
        chain.rule == "speaker.carried"
        or bool(scene.s.all("secret"))
        or _by_own_name(chain.claimant, scene.s)
    )
    source = sources().get(chain.claimant or "")
    if source and not {source.may_mean, source.beside}.isdisjoint(state.named):
        chain = replace(chain, claimant=source.may_mean or chain.claimant)
    named = [] if kept or state.headlines else [*state.named, *before]
    if not state.claims and not before:
        named = named[::-1]  # a headline means whom its story is done with first
    if _also(scene, chain, state):
        return replace(chain, claimant=state.chain.claimant)
    claimant = speakers.narrowed(chain.claimant, named, place, _matter(scene.s))
    relays = tuple(r for r in chain.relays if r)
    if (claimant, relays) == (chain.claimant, chain.relays):
        return chain
    return replace(chain, claimant=claimant, relays=relays)


def _struck(scene: Scene, state: Carried) -> str | None:
    """Whose land an attack that the paragraph told of last was on: its governors speak."""
    last = state.last if state.last_paragraph == scene.s.paragraph else None
    attack = last and (metrics()[last.metric].party == "actor" and last.metric != "assaults")
    return scene.s.war.opponent(last.party) if last and attack else None


def _also(scene: Scene, chain: Chain, state: Carried) -> bool:
    """Whether a side as a whole goes on with its last words: "Ukraine also said"."""
    whole, last = sources().get(chain.claimant or ""), sources().get(state.chain.claimant or "")
    near = scene.s.paragraph - state.chain_paragraph <= 1
    same = whole is not None and last is not None and whole.party == last.party
    goes_on = any(m.start <= OPENING for m in scene.s.all("also")) and any(
        m.meaning == chain.claimant and m.start < OPENING for m in scene.s.all("source")
    )
    return near and same and goes_on and whole is not None and whole.generic and not whole.local


AUTHORITIES = "authorities"
"""The office of a side's authorities, who are named as such or by the side's own name."""


def _names_them(s: Sentence, m: Match) -> bool:
    """Whether a phrase for a side's authorities says more than whose they are."""
    last = m.end - 1
    side = ("party", "party_adjective", "own", "enemy")
    return not any(
        (o := s.match(k, kind)) is not None and o.end > last
        for k in range(m.start, m.end)
        for kind in side
    )


def _by_own_name(claimant: str | None, s: Sentence) -> bool:
    """Whether a side's speaker is called by a name of its own and not by that of the side."""
    called = [m for m in s.all("source") if m.meaning == claimant]
    source = sources().get(claimant or "")
    if source and source.office == AUTHORITIES and any(_names_them(s, m) for m in called):
        return True  # "Ukrainian officials" are no side as a whole
    if any(s.match(k, "title") for m in called for k in range(max(0, m.start - 4), m.end)):
        return True  # "Kyiv's top general"
    sides = ("party", "party_adjective", "own", "enemy", "office")
    return bool(called) and not any(
        s.match(k, kind) for m in called for k in range(m.start, m.end) for kind in sides
    )


def chain_at(n: NumberPhrase, chains: list[tuple[int, int, Chain]]) -> Chain:
    return next((c for first, last, c in chains if first <= n.first < last), chains[-1][2])
