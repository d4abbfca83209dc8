"""The places that a sentence names: regions, districts, sectors, banks, rivers, settlements.

Settlements are looked for only where a word announces a place ("near", "village of"), as many
names of villages are also words and surnames. Which of several places of one name is meant may
follow from a region or district in the sentence, from a neighbour named beside it, from an
earlier sentence, or from there being one city among villages; otherwise all are candidates.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lossledger.extract.tokens import Sentence
from lossledger.model import Place
from lossledger.places import MOST_WORDS, Cues, Gazetteer, Site, gazetteer, likeliest

BANK_REACH = 4
"""So many words behind "left bank of" may stand before the river's name."""
SHORTEST = 5
"""A city whose name no word announces has at least so many letters."""
_STARTS = frozenset('.!?…:«»“”„"#@')
"""Behind these a capital letter says nothing."""
AT_ONCE = 100
"""So many places of a sentence are set beside each other, so that time grows with length only."""
NEAR = 2
"""A region so many tokens behind a name is that of the name."""
_NO_PLACE = frozenset({"month", "weekday", "party_adjective", "metric", "title", "period"})
_PERHAPS = frozenset({"party", "source"})
"""A capital stands for its government; it is a place where it can only be that city."""
_IN_LISTS = frozenset(',()«»“”"')
_SIDES = ("left", "right", "east", "west")
_BEFORE = frozenset({"inside", "near"})
_AROUND = frozenset({"region", "sector", "district", "settlement", "river", "filler", "joiner"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named by tokens ``first`` to ``last``; ``lead`` is where its announcing begins.

    ``sites`` are all places that it may mean; ``by`` says what left only these.
    """

    kind: str
    first: int
    last: int
    lead: int
    sites: tuple[Site, ...]
    name: str = ""
    of: Site | None = None
    by: str | None = None


@dataclass(slots=True)
class _Search:
    """A sentence while places are looked for in it."""

    s: Sentence
    cues: Cues
    languages: tuple[str, ...]
    known: Gazetteer
    words: list[tuple[int, int, frozenset[str]]] = field(default_factory=list)
    found: dict[int, Mention] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    capitals: frozenset[int] = frozenset()

    def add(self, mention: Mention) -> None:
        self.found[mention.first] = mention
        self.taken.update(range(mention.first, mention.last))

    def tongues(self, i: int) -> tuple[str, ...]:
        """In which languages a token may be a name: the inflected ones, or Latin letters."""
        return ("",) if self.s.words[i][0].isascii() else self.languages

    def runs(self, i: int) -> Iterable[int]:
        """Ends of the names in capitals that may begin at a token, the longest first."""
        end = i
        while (
            end < min(len(self.s), i + MOST_WORDS)
            and end in self.capitals
            and end not in self.taken
        ):
            end += 1
        return range(end, i, -1)


def mentions(s: Sentence, words: Cues, languages: Sequence[str]) -> list[Mention]:
    """Every place that a sentence names, in text order; ``languages`` are the text's own."""
    folded = s.folded
    phrases = words.phrases
    cued = [i for i, word in enumerate(folded) if word in phrases]
    if not cued:
        return []
    capitals = [i for i, word in enumerate(s.words) if word[0].isupper() and s.kinds[i] == "word"]
    search = _Search(s, words, (), gazetteer(), capitals=frozenset(capitals))
    search.languages = _inflected(tuple(languages))
    end = 0
    for i in cued:
        at = words.at(folded, i) if i >= end else None
        if at:
            end = at[0]
            search.words.append((i, end, at[1]))
    _before_kinds(search)
    _banks(search)
    if capitals:
        _settlements(search)
    return [search.found[first] for first in sorted(search.found)]


@lru_cache(64)
def _inflected(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages whose names are inflected, those of the text first."""
    known = gazetteer().languages
    return tuple(dict.fromkeys([*(code for code in languages if code in known), *known]))


def _before_kinds(search: _Search) -> None:
    """Names that stand before a word for what they name: "Kherson region", "X and Y sectors"."""
    for start, _, kinds in search.words:
        for kind in ("region", "sector", "district", "river"):
            if kind in kinds:
                _back_from(search, start, kind)


def _back_from(search: _Search, end: int, kind: str) -> None:
    while end > 0:
        start = max(0, end - MOST_WORDS)
        while start < end and not search.taken.isdisjoint(range(start, end)):
            start += 1
        names = (_named(search, first, end, kind) for first in range(start, end))
        mention = next(filter(None, names), None)
        if mention is None:
            return
        search.add(mention)
        end = _over_joiners(search, mention.first)
        if end == mention.first:
            return


def _over_joiners(search: _Search, first: int) -> int:
    """The end of what stands before commas and joiners; ``first`` when there are none."""
    k = first
    while k > 0:
        joined = search.cues.at(search.s.folded, k - 1)
        if search.s.words[k - 1] == "," or (joined and "joiner" in joined[1]):
            k -= 1
        else:
            return k
    return k


def _named(search: _Search, first: int, last: int, kind: str) -> Mention | None:
    """The region, sector, district or river that these words name, if they do."""
    s, known = search.s, search.known
    latin = s.words[first][0].isascii()
    if any(s.kinds[k] != "word" for k in range(first, last)):
        return None
    if not s.words[first][0].isupper() and (latin or last - first > 1 or kind == "river"):
        return None
    words = s.folded[first:last]
    for language in search.tongues(first):
        if kind == "sector":
            sector = known.sector(words, language)
            if sector:
                return Mention(kind, first, last, first, (), sector[0], sector[1])
        elif kind == "district":
            if districts := known.district(words, language):
                return Mention(kind, first, last, first, tuple(districts))
        else:
            look = known.region_word if kind == "region" else known.river
            if site := look(words, language):
                return Mention(kind, first, last, first, (site,))
    return None


def _banks(search: _Search) -> None:
    """Banks of the river, or of the part of a region, that is named behind them."""
    s = search.s
    for start, end, kinds in search.words:
        side = next((kind for kind in _SIDES if kind in kinds), None)
        if side is None:
            continue
        for k in range(end, min(end + BANK_REACH, len(s))):
            if not s.words[k][0].isalnum():
                break
            held = search.found.get(k)
            river = held or (_river_at(search, k) if k in search.capitals else None)
            if river and river.sites:
                site = river.sites[0]
                name = search.known.label(side, site.name)
                search.add(Mention("bank", start, river.last, start, (), name, site))
                if held and held.kind == "river":
                    del search.found[k]
                break


def _river_at(search: _Search, i: int) -> Mention | None:
    return next(
        (found for end in search.runs(i) if (found := _named(search, i, end, "river"))), None
    )


def _settlements(search: _Search) -> None:
    """Settlements and regions behind the words that announce a place, in lists too."""
    s = search.s
    at = {start: (end, kinds) for start, end, kinds in search.words}
    lead, inside, i, told = -1, False, 0, -1
    while i < len(s):
        if i in search.found:
            mention = search.found[i]
            if lead >= 0:
                search.found[i] = replace(mention, lead=lead)
            lead, i = mention.last if lead < 0 else lead, mention.last
            continue
        if lead < 0 and i not in at and i not in search.capitals:
            i += 1
            continue
        end, kinds = at.get(i, (i + 1, frozenset()))
        if i in search.capitals and not kinds & _BEFORE:
            last = _settlement_at(search, i, lead, inside, at)
            lead = -1 if last == i else lead if lead >= 0 else i
            i = max(last, i + 1)
            continue
        if kinds & _BEFORE:
            inside = "inside" in kinds and "near" not in kinds
            lead, told = lead if told == i else i, end
        elif lead >= 0 and not (kinds & _AROUND or s.words[i] in _IN_LISTS):
            lead = -1
        i = end


def _settlement_at(
    search: _Search, i: int, lead: int, inside: bool, at: dict[int, tuple[int, frozenset[str]]]
) -> int:
    """The end of the place that a name in capitals at a token gives, or the token itself."""
    s = search.s
    for end in search.runs(i):
        name = " ".join(s.folded[i:end])
        for language in search.tongues(i):
            region, sites = _meant(name, language)
            if region:
                search.add(Mention("region", i, end, lead if lead >= 0 else i, (region,)))
                return end
            told = lead >= 0 or "settlement" in at.get(end, (0, frozenset()))[1]
            if sites and _is_settlement(search, i, end, sites, told, inside):
                search.add(Mention("settlement", i, end, lead if lead >= 0 else i, sites))
                return end
    return i


def _is_settlement(
    search: _Search, first: int, end: int, sites: Sequence[Site], told: bool, inside: bool
) -> bool:
    """Whether a name that settlements have is meant as one here."""
    if not (told or _stands_alone(search, first, end)) or _is_other(search, first, end, inside):
        return False
    tagged = any(m.kind in _PERHAPS for k in range(first, end) for m in search.s.tags[k] or ())
    return (told and not tagged) or _is_a_city(sites, told)


@lru_cache(16384)
def _meant(name: str, language: str) -> tuple[Site | None, tuple[Site, ...]]:
    """The region, and the settlements, that words in lower case may name."""
    words, known = name.split(), gazetteer()
    return known.region(words, language), tuple(known.settlements(words, language))


def _stands_alone(search: _Search, first: int, end: int) -> bool:
    """Whether a name without a word before it may be a city: inside, and beside no other name."""
    s = search.s
    if first == 0 or end - first == len(s) or len(s.words[first]) < SHORTEST:
        return False
    opens = first == 1 and bool(s.tags[0])
    beside = first - 1 in search.capitals and first - 1 not in search.taken and not opens
    tagged = any(m.kind != "place" for k in range(first, end) for m in s.tags[k] or ())
    said = any(s.match(k, "speech") or s.match(k, "title") for k in (first - 1, end))
    return not (beside or tagged or said) and s.words[first - 1] not in _STARTS


def _is_a_city(sites: Sequence[Site], told: bool) -> bool:
    """Whether a name means one city; without a word before it, a name of no village as well."""
    only = likeliest(sites)
    return only is not None and only.kind == "city" and (told or len(sites) == 1)


def _is_other(search: _Search, first: int, end: int, inside: bool) -> bool:
    """Whether a name in capitals is of no settlement: a month, a person, somebody's name."""
    s = search.s
    if any(m.kind in _NO_PLACE for k in range(first, end) for m in s.tags[k] or ()):
        return True
    if inside and s.folded[end - 1].endswith(search.cues.not_inside):
        return True
    follows = end < len(s) and end in search.capitals and end not in search.taken
    return follows and not s.tags[end] and not s.words[end].isupper()


@dataclass(slots=True)
class Settled:
    """What earlier sentences told about places: those settled, and the region spoken of last."""

    sites: dict[str, Site] = field(default_factory=dict)
    region: Mention | None = None
    paragraph: int = -9


def resolved(
    found: Sequence[Mention], s: Sentence, before: Settled, known: Gazetteer
) -> list[Mention]:
    """The mentions with fewer candidates where their surroundings say which place is meant.

    A region that was spoken of last holds in its paragraph and the next, until another is named.
    """
    if len(found) > AT_ONCE:
        parts = (found[k : k + AT_ONCE] for k in range(0, len(found), AT_ONCE))
        return [m for part in parts for m in resolved(part, s, before, known)]
    if not found:
        return []
    semicolons = [i for i, word in enumerate(s.words) if word == ";"]
    carried = before.region if s.paragraph - before.paragraph <= 1 else None
    regions = [m for m in found if m.kind == "region"]
    around = _around_sectors(found, known) or ([carried] if carried else [])
    done = [
        _by_surroundings(m, found, carried, semicolons) if m.kind == "settlement" else m
        for m in found
    ]
    done = [_elsewhere(_by_city(m, known), regions, around, semicolons) for m in done]
    if regions:
        before.region, before.paragraph = regions[-1], s.paragraph
    sure = [m.sites[0] for m in done if m.kind == "settlement" and len(m.sites) == 1]
    sure += [m.of for m in done if m.kind == "sector" and m.of]
    done = [_by_neighbours(m, sure, before.sites) for m in done]
    for m in done:
        if m.kind == "settlement" and len(m.sites) == 1:
            before.sites[m.sites[0].name] = m.sites[0]
    return done


def _around_sectors(found: Sequence[Mention], known: Gazetteer) -> list[Mention]:
    """The regions of the cities that sectors are named after."""
    named = [m for m in found if m.kind == "sector" and m.of and m.of.region in known.regions]
    return [replace(m, sites=(known.regions[str(m.of.region)],)) for m in named if m.of]


def _elsewhere(
    m: Mention, regions: Sequence[Mention], around: Sequence[Mention], cuts: Sequence[int]
) -> Mention:
    """A village of the register is not meant where only regions outside of it are spoken of."""
    if m.kind != "settlement" or m.by in ("region", "city", "district"):
        return m
    here = _regions_near(m, regions, cuts) or (around if len(m.sites) > 1 and not regions else ())
    outside = all(site.register != m.sites[0].register for r in here for site in r.sites)
    if not here or not outside or any(x.register is None or x.kind == "city" for x in m.sites):
        return m
    return replace(m, sites=(), of=here[0].sites[0])


def _regions_near(m: Mention, regions: Sequence[Mention], cuts: Sequence[int]) -> list[Mention]:
    """The region right behind a name, else the nearest before it in its part of the sentence."""
    behind = [r for r in regions if m.last <= r.first <= m.last + NEAR]
    before = [r for r in reversed(regions) if r.first < m.first and _same_part(cuts, r, m)]
    return (behind or before)[:1]


def _same_part(cuts: Sequence[int], one: Mention, other: Mention) -> bool:
    """Whether no semicolon (``cuts`` are their tokens) stands between two places."""
    return bisect(cuts, one.first) == bisect(cuts, other.first)


def _narrowed(m: Mention, sites: Iterable[Site], by: str) -> Mention:
    return replace(m, sites=tuple(sites), by=by)


def _by_surroundings(
    m: Mention, found: Sequence[Mention], carried: Mention | None, cuts: Sequence[int]
) -> Mention:
    """By a district or region in the sentence, the nearest behind the name first, or before."""
    if m.kind != "settlement" or len(m.sites) < 2:
        return m
    others = [o for o in found if o.kind in ("district", "region")]
    here = [o for o in others if _same_part(cuts, o, m)]
    ahead = [o for o in here if o.first >= m.last]
    behind = [o for o in reversed(here) if o.first < m.first]
    nearby = [*ahead, *behind] if others or carried is None else [carried]
    for kind in ("district", "region"):
        for other in nearby:
            if other.kind == kind:
                ids = {site.id for site in other.sites}
                fit = [x for x in m.sites if ids & {x.district, x.region}]
                if fit:
                    return _narrowed(m, fit, kind)
    return m


def _by_city(m: Mention, known: Gazetteer) -> Mention:
    """The only city among villages, or the one that its region is named after."""
    if m.kind != "settlement" or len(m.sites) < 2:
        return m
    cities = [site for site in m.sites if site.kind == "city"]
    seats = [site for site in cities if known.name_of(site.region) == site.name]
    for some in (cities, seats):
        if len(some) == 1:
            return _narrowed(m, some, "city")
    return m


def _by_neighbours(m: Mention, sure: Sequence[Site], before: dict[str, Site]) -> Mention:
    """In the district, else the region, of a place that is certain; or settled before."""
    if m.kind != "settlement" or len(m.sites) < 2:
        return m
    earlier = [site for site in m.sites if before.get(site.name) == site]
    if len(earlier) == 1:
        return _narrowed(m, earlier, "earlier")
    for part in (6, 5):  # Site.district, Site.region
        inside = {site[part] for site in sure if site[part]}
        fit = [site for site in m.sites if site[part] in inside]
        if len(fit) == 1:
            return _narrowed(m, fit, "neighbour")
    return m


def place_of(m: Mention, s: Sentence, known: Gazetteer) -> Place:
    """A mention as a place: one site, or an ambiguous name with its candidates."""
    span = s.span(m.first, m.last)
    quote = s.text[span.start : span.end]
    if not m.sites:
        of = (m.of.id, m.of.name) if m.of else None
        return Place(m.name or quote, None, None, None, m.kind, span, quote, of)
    site = m.sites[0]
    names = {x.name for x in m.sites}
    if len(m.sites) > 1:
        candidates = tuple((x.id, x.kind, x.region) for x in m.sites)
        regions = {x.region for x in m.sites}
        of = _region(site, known) if len(regions) == 1 else None
        name = site.name if len(names) == 1 else quote
        native = site.native if len(names) == 1 else None
        return Place(name, native, None, None, m.kind, span, quote, of, candidates, m.by)
    of = _region(site, known)
    place = site.coordinates
    return Place(
        site.name, site.native, site.id, site.register, site.kind, span, quote, of, (), m.by, place
    )


def _region(site: Site, known: Gazetteer) -> tuple[str | None, str] | None:
    if site.region is None or site.region == site.id:
        return None
    return site.region, known.name_of(site.region) or site.region
