"""Offices named without their country: "its defence ministry", "the air force", "in Kyiv".

Every side has a defence ministry. Which one is meant is said by the words beside it, by a
possessive that points back, or by the one named before; the text is read once for it, in order.
A source named again by a common noun ("the ministry", "the newspaper") is the last one of which
that noun can be said.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from lossledger.extract.sides import attacks
from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, WORD, Sentence
from lossledger.vocabulary import parties_of, sources
from lossledger.vocabulary.lexicon import Match

SPOKESMAN = "spokesman"
"""The class of nouns for who speaks for a source."""
REPORT = "report"
"""The class of nouns for what a source has written: "the report estimated"."""
PEOPLE = "people"
"""The class of nouns for those who work for a source: "its journalists"."""
DEFENCE, MINISTRY = "defence_ministry", "ministry"
"""An office that third parties have too, and the class of nouns that names it again."""
OFFICIALS, OFFICIAL = "officials", "official"
"""The classes of nouns for people in office without a name: "the same officials"."""
APART = (",", *QUOTES, *DASHES)
"""Marks before officials of whom nothing else is said: "nine died, officials said"."""
OPENING = 5
"""Tokens of a sentence's opening, where a place is that of the whole sentence."""
LONGEST_DATELINE = 8
"""Tokens between a dateline's city and the dash behind it, at most."""
LONGEST_DESCRIPTION = 3
"""Words between an article and the noun that names a source again, at most."""
LONGEST_ABBREVIATION = 3
"""Letters of a word in capitals that is an abbreviation and no city."""


@dataclass(slots=True)
class _Memory:
    """What the text named last: the holder of each office, and a side."""

    holders: dict[str, str] = field(default_factory=dict)
    called: dict[str, list[str]] = field(default_factory=dict)
    party: str | None = None
    speaking: str | None = None  # the side whose source spoke last
    land: str | None = None  # the side whose places were named last
    last: str | None = None  # the source named last
    body: str | None = None  # the same, sides as a whole apart
    ahead: dict[str, str] = field(default_factory=dict)  # who is named first for each office


_NAMING = ("called", "office", "source", "party", "party_adjective", "place")


def name_offices(found: Iterable[Sentence]) -> None:
    """Give every office in these sentences the source that holds it, where that is known."""
    memory, found = _Memory(), list(found)
    for s in found:
        for m in s.all("source"):
            source = sources().get(str(m.meaning))
            if source and source.office and not source.generic:
                memory.ahead.setdefault(source.office, source.id)
    for s in found:
        articles = (m for r in s.all("renamed") for m in _article_before(s, r.start))
        for i in sorted({*s.at(_NAMING), *articles}):
            _name_at(s, i, memory)


def _name_at(s: Sentence, i: int, memory: _Memory) -> None:
    office, named, place = s.match(i, "office"), s.match(i, "source"), s.match(i, "place")
    if office and any(m.end == i for m in s.all("foreign")):
        office = None  # "Finland's military intelligence"
    if office and s.match(i, "title") and i and s.words[i - 1] not in APART:
        office = None  # "two officials": of whom, the words before say
    if place:
        memory.land = str(place.meaning)
    dateline = named is not None and _is_dateline(s, named)
    dateline = dateline or _counted(s, i) or (named is not None and _is_no_outlet(s, named))
    if named and _is_dateline(s, named):
        s.retag(i, [m for m in s.tags[i] or () if m.kind != "party"])
    if named and (dateline or (place and place.end > named.end)):  # "Moscow region" is no speaker
        s.retag(i, [m for m in s.tags[i] or () if m.kind != "source"])
        named = None
    if office and not (named and named.end >= office.end) and not _inside_source(s, office):
        holder = _holder(s, office, memory)
        named = Match("source", holder, i, office.end) if holder else named
    named = named or _named_again(s, i, memory)
    if named:
        seat = _place_behind(s, named.end)
        if seat and seat.meaning == _party_of(named):
            named = Match(named.kind, named.meaning, named.start, seat.end)
        elif seat and (other := _same_office(named, str(seat.meaning), s.war.conflict)):
            named = Match(named.kind, other, named.start, seat.end)
        spoken_for = s.match(i - 1, "called") or s.match(i, "called")
        _tag(s, named)
        _remember(str(named.meaning), memory, people=_officials(s, named))
        if spoken_for and spoken_for.meaning == SPOKESMAN:
            memory.called[SPOKESMAN] = [str(named.meaning)]
        speaks = (i <= 1 and not _acts(s, named)) or _says(s, named.end)
        memory.speaking = _party_of(named) or memory.speaking if speaks else memory.speaking
    party = s.match(i, "party") or s.match(i, "party_adjective")
    if party and not attacks(s, party):
        memory.party = str(party.meaning)


def _same_office(named: Match, party: str, conflict: str) -> str | None:
    """The source that holds an office for another side: "the Defence Ministry in Moscow"."""
    source = sources().get(str(named.meaning))
    if source is None or source.office is None or source.generic:
        return None
    holders = _holders(source.office, conflict)
    return next((h for h in holders if sources()[h].party == party), None)


def _acts(s: Sentence, named: Match) -> bool:
    """Whether a side as a whole does something and does not speak: "Ukraine loses 900"."""
    source = sources().get(str(named.meaning))
    whole = source is not None and source.generic
    return whole and s.has("frame", named.end, named.end + 3)


def _says(s: Sentence, end: int) -> bool:
    """Whether a verb of saying follows, a word or two between: "Kyiv on Friday said"."""
    return s.has("speech", end, end + 3)


def _counted(s: Sentence, i: int) -> bool:
    """Whether people of a service are counted, not speaking: "two rescuers were killed"."""
    numbered = i > 0 and (s.kinds[i - 1] == NUMBER or s.match(i - 1, "value") is not None)
    return numbered and s.match(i, "metric") is not None


def _is_no_outlet(s: Sentence, m: Match) -> bool:
    """Whether an outlet's name is plain words that go on: "the independent news site"."""
    words, source = range(m.start, m.end), sources().get(str(m.meaning))
    plain = all(s.words[k].islower() for k in words)
    goes_on = s.kinds[min(m.end, len(s) - 1)] == WORD and len(words) > 1
    return plain and goes_on and source is not None and source.kind == "outlet"


def _is_dateline(s: Sentence, named: Match) -> bool:
    """Whether a city in capitals opens a story: "KYIV, May 4 (Agency) - ..."."""
    if named.start or not s.words[0].isupper() or len(s.words[0]) <= LONGEST_ABBREVIATION:
        return False
    near = range(named.end, min(named.end + LONGEST_DATELINE, len(s)))
    dash = next((k for k in near if s.words[k] in DASHES), None)
    return dash is not None and not any(s.words[k].islower() for k in range(named.end, dash))


def _named_again(s: Sentence, i: int, memory: _Memory) -> Match | None:
    """The source that a common noun means: the last of its class, of the side beside it if any."""
    noun = s.match(i, "called") or _described(s, i)
    if noun is None or _inside_source(s, noun) or _goes_on(s, noun.end):
        return None
    if noun.meaning == REPORT:
        known = memory.called.get(REPORT, [])
        said = s.match(noun.end, "speech") or s.match(noun.end, "assessment")
        latest = bool(known) and said and memory.body == known[-1]
        return Match("source", known[-1], i, noun.end) if latest else None
    if noun.meaning == PEOPLE:
        whose = memory.last if s.match(i - 1, "whose") else None
        return Match("source", whose, i, noun.end) if whose else None
    known = memory.called.get(str(noun.meaning), [])
    last = sources().get(memory.last or "")
    sided = memory.last is None or (last is not None and last.party is not None)
    if s.match(i, "whose") and not sided:
        return None  # "the commission's video, in which its president spoke"
    own = memory.party if s.match(i, "whose") else None  # "its president"
    side = _side_beside(s, noun) or _side_of_opening(s, noun) or own
    if side is None and i > 0 and s.match(i - 1, "foreign"):
        return None
    meant = (name for name in reversed(known) if side in (None, sources()[name].party))
    name = next(meant, None)
    if name is None and side:
        of_side = (o for o in sources().values() if o.party == side and noun.meaning in o.called)
        name = next((o.id for o in of_side), None)
    return Match("source", name, i, noun.end) if name else None


def _side_of_opening(s: Sentence, noun: Match) -> str | None:
    """The side that opens a sentence, whose ministry speaks in its clause on when it spoke.

    "Moscow last published a number in March, when the defence ministry said".
    """
    side = next((m for m in s.all("party") if m.start <= 1), None)
    clause = s.match(noun.start - 1, "at_which") or s.match(noun.start - 1, "relative")
    return str(side.meaning) if side and clause and noun.meaning == "ministry" else None


def _article_before(s: Sentence, i: int) -> list[int]:
    """Where the article of a described noun stands, if it has one."""
    back = range(i - 2, max(-1, i - LONGEST_DESCRIPTION - 2), -1)
    return [k for k in back if s.match(k, "definite")][:1]


def _described(s: Sentence, i: int) -> Match | None:
    """A common noun with words of description before it: "the Washington think tank"."""
    if not s.match(i, "definite"):
        return None
    for k in range(i + 1, min(i + LONGEST_DESCRIPTION + 2, len(s))):
        noun = s.match(k, "renamed")
        if noun and k > i + 1 and s.words[k].islower():
            return Match("called", noun.meaning, i, noun.end)
        described = s.words[k][0].isupper() or "-" in s.words[k] or s.match(k, "describing")
        if s.kinds[k] != WORD or not described:
            return None
    return None


def _goes_on(s: Sentence, end: int) -> bool:
    """Whether a noun's own name follows: "the ministry of health", "the newspaper «Word»"."""
    if end >= len(s):
        return False
    named = s.words[end][0].isupper() or s.words[end] in QUOTES
    return named or bool(s.match(end, "of") or s.match(end, "source"))


def _tag(s: Sentence, named: Match) -> None:
    """Note a source at its token; sources and counted things inside it are part of its name.

    A side as a whole stays what it is: "Ukrainian soldiers" may be counted.
    """
    source = sources().get(str(named.meaning))
    whole = source is not None and source.generic
    inner = ("source",) if whole else ("source", "metric", "scope")
    found = [m for k in range(named.start, named.end) for m in s.tags[k] or () if m.kind in inner]
    if found == [named]:
        return
    for k in range(named.start, named.end):
        s.retag(k, [m for m in s.tags[k] or () if m.kind not in inner])
    s.retag(named.start, [*(s.tags[named.start] or ()), named])


def _party_of(named: Match) -> str | None:
    source = sources().get(str(named.meaning))
    return source.party if source else None


def _remember(name: str, memory: _Memory, *, people: str | None = None) -> None:
    source = sources().get(name)
    memory.last = name
    memory.body = memory.body if source is None or source.generic else name
    if source and source.office:
        memory.holders[source.office] = name
    for noun in (*source.called, *((people,) if people else ())) if source else ():
        known = memory.called.setdefault(noun, [])
        if name in known:
            known.remove(name)
        known.append(name)
    if source and source.party:
        memory.party = source.party


def _officials(s: Sentence, named: Match) -> str | None:
    """The class of nouns for people in office without a name who speak: one of them, or several."""
    titles = [m for m in s.all("title") if named.start <= m.start < named.end]
    if not titles:
        return None
    return OFFICIALS if s.folded[titles[-1].end - 1].endswith("s") else OFFICIAL


def _inside_source(s: Sentence, office: Match) -> bool:
    """Whether the office is part of a longer name that began before it."""
    return any(
        (m := s.match(k, "source")) is not None and m.end >= office.end
        for k in range(max(0, office.start - 8), office.start)
    )


@lru_cache(maxsize=512)
def _holders(kind: str, conflict: str) -> tuple[str, ...]:
    """The sources that hold an office of this kind, on any side of a conflict."""
    here = parties_of(conflict)
    return tuple(i for i, o in sources().items() if o.office == kind and o.party in here)


def _holder(s: Sentence, office: Match, memory: _Memory) -> str | None:
    """The source that holds an office: by the side beside it, else by what was named before."""
    kind = str(office.meaning)
    holders = _holders(kind, s.war.conflict)
    said = _side_beside(s, office)
    if said is None and s.match(office.start - 1, "whose"):
        last = sources().get(memory.last or "")
        if last and last.party is None and last.kind == "official":
            return None  # "British intelligence, through its defence ministry"
        both = (memory.party, memory.speaking)
        said = next((p for p in both for h in holders if sources()[h].party == p), None)
    if said:
        return next((h for h in holders if sources()[h].party == said), None)
    if third := _third_with(kind, memory):
        return third
    opening = next((m for m in s.all("place") if m.start < min(OPENING, office.start)), None)
    if opening and memory.holders.get(kind) is None:
        at_home = (h for h in holders if sources()[h].party == opening.meaning)
        return next(at_home, None)  # "In Kursk region, the defence ministry said"
    spoken = next((h for h in holders if sources()[h].party == memory.speaking), None)
    if any(sources()[h].generic for h in holders):
        sides = [p for p in (_launched_at(s), memory.speaking, memory.land) if p]
        told = next((h for p in sides for h in holders if sources()[h].party == p), None)
        return told or memory.holders.get(kind)  # "the military said" of its enemy's acts
    if kind in memory.holders:
        return memory.holders[kind]
    if kind in memory.ahead and not (memory.speaking and spoken):
        return memory.ahead[kind]
    if len(holders) == 1:
        return holders[0]
    sides = [p for p in (memory.speaking, memory.party, memory.land) if p]
    return next((h for p in sides for h in holders if sources()[h].party == p), None)


def _third_with(kind: str, memory: _Memory) -> str | None:
    """The third party named last whose ministry is meant: "London says ..., the Ministry of"."""
    last = sources().get(memory.last or "")
    if last is None or last.party is not None or last.kind != "official":
        return None
    return last.id if kind == DEFENCE and MINISTRY in last.called else None


def _launched_at(s: Sentence) -> str | None:
    """At whom drones or missiles are sent in a sentence: that side's military reports them."""
    for m in s.all("frame"):
        if m.meaning not in ("launch", "use"):
            continue
        before = range(m.start - 1, max(-1, m.start - 4), -1)
        actor = next((a for k in before if (a := s.match(k, "party") or s.match(k, "enemy"))), None)
        if actor and (other := s.war.opponent(str(actor.meaning))):
            return other
    return None


def _side_beside(s: Sentence, office: Match) -> str | None:
    behind = _place_behind(s, office.end)
    if behind:
        return str(behind.meaning)
    for k in range(office.start - 1, max(-1, office.start - 5), -1):
        m = s.match(k, "party_adjective") or s.match(k, "party")
        if m and s.match(office.start, "definite") and s.match(k - 1, "adposition"):
            return None  # "for Ukraine the study gives"
        if m and m.end <= office.start:
            return str(m.meaning)
        if s.kinds[k] != WORD or s.match(k, "stop") or not s.words[k].islower():
            return None
    return None


def _place_behind(s: Sentence, end: int) -> Match | None:
    """The side in "the ministry in Kyiv", "the ministry of Ukraine"."""
    if not s.match(end, "preposition"):
        return None
    k = end + 1 if s.match(end + 1, "party") else end + 2
    m = s.match(k, "party")
    return m if m and (k == end + 1 or s.match(end + 1, "preposition")) else None
