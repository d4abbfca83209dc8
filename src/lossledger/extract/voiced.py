"""The speakers of a sentence, from attributions before, after and around a figure."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

from lossledger.extract.clauses import is_person_word, of_a_name, of_date, only_a_time
from lossledger.extract.denials import denied_by, doubted, negated
from lossledger.extract.named import (
    body_before_colon,
    closing_body,
    named_after,
    side_accounts,
)
from lossledger.extract.own_account import own_account
from lossledger.extract.own_figures import agents_behind
from lossledger.extract.people import person_of, titled_behind, told_outlet
from lossledger.extract.speakers import RELAY_KINDS, Voice, is_generic, kind_of, party_of
from lossledger.extract.subjects import FARTHEST_BEHIND, POSSESSIVE, is_owner, listener, subject_of
from lossledger.extract.tokens import DASHES, DESIGNATION, NUMBER, QUOTES, WORD, Sentence
from lossledger.vocabulary import Source, sources
from lossledger.vocabulary.lexicon import Match

OPENING = 3
BESIDE = "beside"
"""The meaning of a word for citing that who is cited stands right behind: "per Oryx"."""
OF_A_POST = 9
"""So many tokens stand between a post and the verb of what it says: "shared 900 times on X"."""
FARTHEST_AGENT = 4
"""Tokens from "was reported" to "by" where it is said, "on Facebook"."""
NEAR_COLON = 2
"""Tokens from "Source:" to the source."""
FARTHEST_CITED = 9
"""Tokens from "according to" to the source that it names, titles and names between them."""


def voices(s: Sentence) -> list[Voice]:
    """Every speaker named in a sentence, in text order, one for a source mention."""
    if "voices" not in s.kept:
        s.kept["voices"] = [v for v in _voices(s) if v.how == "nobody" or not _is_a_word(s, v)]
    found: list[Voice] = s.kept["voices"]
    return found


def _is_a_word(s: Sentence, voice: Voice) -> bool:
    """Whether a name that no table knows is a single word of the language: "If", "the Aug"."""
    if voice.name in sources():
        return False
    light = ("definite", "article", "stop")
    words = [k for k in range(voice.first, voice.last) if not any(s.match(k, x) for x in light)]
    words = words or [voice.first] if voice.last - voice.first == 1 else words
    tagged = {m.kind for k in words for m in s.tags[k] or ()}
    return len(words) == 1 and bool(tagged) and not tagged & SPEAKING


SPEAKING = frozenset({"source", "speaker_noun", "teller", "title", "organisation", "metric"})
"""Kinds of words that may be a speaker: "Border guards report"."""


def _voices(s: Sentence) -> list[Voice]:
    if WORD not in s.kinds and DESIGNATION not in s.kinds and not any(s.tags):
        return []
    first, last = 0, len(s)
    found: dict[int, Voice] = {}
    mentions = [m for m in s.all("source") if first <= m.start < last and not _addressed(s, m)]
    aside = s.all("on_side")
    mentions = [m for m in mentions if not any(o.start <= m.start < o.end for o in aside)]
    apart = {m.end for m in s.all("apart_from")}  # "independently of Kyiv"
    mentions = [m for m in mentions if m.start not in apart]
    mentions = [m for m in mentions if not _is_seat(s, m) and not _of_tellers(s, m)]
    mentions = [m for m in mentions if not _is_of_another_country(s, m)]
    mentions = [m for m in mentions if not _describes(s, m)]
    people = {m.start for m in mentions if str(m.meaning) not in sources()}
    mentions = [m for m in mentions if m.end not in people]  # "the minister Ann Example"
    mentions = [_whose_governor(m, mentions) for m in mentions]
    mentions = [m for m in mentions if not _is_his_office(s, m, mentions)]
    for m in mentions:
        abroad = s.match(m.end, "foreign")
        if abroad and abroad.meaning == "country":
            end = m.end + 1
            start, behind = m.start, end
            while behind < last and is_person_word(s, behind):
                behind += 1
            if behind - end >= 2:  # "the president of Poland Ann Example"
                start, end = end, behind
            name = s.text[s.starts[start] : s.ends[end - 1]]
            found[m.start] = Voice(name, m.start, end, "before")
            continue
        how = _attributed(s, m, first, last)
        if how:
            found[m.start] = Voice(str(m.meaning), m.start, m.end, how)
    told = {m.start for m in mentions if _islistener(s, m)}
    for m in mentions:
        if _kept_by(s, m):
            found.setdefault(m.start, Voice(str(m.meaning), m.start, m.end, "before"))
    for m in mentions:
        expert = _told_to(s, m, last) if m.start in found else None
        if expert:
            found.setdefault(expert.first, expert)
    claim = doubted(s, mentions)
    if claim:
        return [claim]
    ours = own_account(s)
    for verb in s.all("speech"):
        if any(v.first < verb.start < v.last for v in ours):
            continue
        denied = negated(s, verb)
        inserted = s.match(verb.start - 1, "according")  # "as they claim at the ministry"
        denied = denied or next(
            (t for t in s.all("period") if t.start < verb.start < t.end), None
        )  # "all told" says nothing
        denied = denied or (inserted if inserted and inserted.end >= verb.end else None)
        inside = any(m.start <= verb.start < m.end for m in mentions)
        unsaid = denied or inside or _is_noun(s, verb) or denied_by(s, verb) or _is_act(s, verb)
        unsaid = unsaid or _is_done_to(s, verb)
        if first <= verb.start < last and not unsaid and not _inside_passive(s, verb):
            free = [m for m in mentions if m.start not in told]
            free = [m for m in free if m.start not in found or found[m.start].how != "cited"]
            free = [m for m in free if not _is_aside(s, m, verb, found)]
            voice = subject_of(s, verb, free, first, last)
            if voice:
                found.setdefault(voice.first, voice)
            told_to = listener(s, verb, mentions) or told_outlet(s, verb)
            if voice and told_to:
                found.setdefault(told_to.first, told_to)
    for m in mentions:
        quotes = any(only_a_time(s, m.end, c.start) for c in s.all("citing"))
        if any(c.start == m.end and s.match(c.end - 1, "agent") for c in s.all("citing")):
            found.setdefault(m.start, Voice(str(m.meaning), m.start, m.end, "before"))
            continue  # "officials quoted by Reuters"
        if quotes and kind_of(str(m.meaning)) in RELAY_KINDS:
            found.setdefault(m.start, Voice(str(m.meaning), m.start, m.end, "before"))
        if m.start in told:
            found[m.start] = Voice(str(m.meaning), m.start, m.end, "told")
    for passive in s.all("passive_speech"):
        said_by = _agent_of(s, passive, mentions)
        if said_by and first <= passive.start < last:
            found.setdefault(said_by.first, said_by)
    for agent in agents_behind(s, mentions):
        found.setdefault(agent.first, agent)
    for m in mentions:
        if found and _goes_on(s, m) and not any(v.first >= m.start for v in found.values()):
            found[m.start] = Voice(str(m.meaning), m.start, m.end, "before")
    for far in _cited_far(s, mentions, set(found)):
        found.setdefault(far.first, far)
    for m in s.all("evidence"):
        said = m.meaning == "posted" and s.has("speech", m.end, m.end + OF_A_POST) and not found
        if m.meaning == "counted" or said:
            found.setdefault(m.start, Voice("", m.start, m.end, "nobody"))
    for voice in (*ours, *side_accounts(s)):
        found.setdefault(voice.first, voice)
    closing = closing_body(s) if not found else None
    if closing:
        found[closing.first] = closing
    colon = body_before_colon(s, first, last) if not found else None
    if colon:
        found[colon.first] = colon
    for m in s.all("according", "citing"):
        if m.meaning == BESIDE:
            continue  # "per day" cites nobody
        if first <= m.start < last and not any(
            m.end <= v.first <= m.end + 6 for v in found.values()
        ):
            voice = named_after(s, m, last)
            if voice:
                found.setdefault(voice.first, voice)
    named = (person_of(s, _by_its_name(s, v)) for v in _joined(s, list(found.values())))
    return sorted(named, key=lambda v: v.first)


def _whose_governor(m: Match, mentions: list[Match]) -> Match:
    """A governor or mayor, of the side that the name behind tells: "the governor Ann Example"."""
    name = next((o for o in mentions if o.start == m.end), None)
    office, person = (sources().get(str(o.meaning)) if o else None for o in (m, name))
    if office and person and office.local and office.party is None and person.local:
        return Match("source", person.id, m.start, m.end)
    return m


def _by_its_name(s: Sentence, voice: Voice) -> Voice:
    """A channel or a paper that no table knows under its name alone: "Word", no "paper Word"."""
    kind = s.match(voice.first, "medium") if voice.name not in sources() else None
    if kind is None or kind.end >= voice.last:
        return voice
    if not (s.words[kind.end] in QUOTES or s.words[kind.end][0].isupper()):
        return voice
    start, end = kind.end, voice.last
    if s.words[start] in QUOTES and s.words[end - 1] in QUOTES and end - start > 2:
        start, end = start + 1, end - 1
    return replace(voice, name=s.text[s.starts[start] : s.ends[end - 1]])


def _cited_far(s: Sentence, mentions: list[Match], found: set[int]) -> list[Voice]:
    """A source far behind "citing": "citing statements of the groupings, published by the X"."""
    far = []
    for m in s.all("citing"):
        near = (o for o in mentions if m.end <= o.start < m.end + FARTHEST_BEHIND)
        named = next(near, None)
        if named is None or is_generic(str(named.meaning)) or not found:
            continue
        between = range(m.end, named.start)
        ends = ("frame", "speech", "complementizer")
        if any(s.kinds[k] == NUMBER or s.match(k, x) for k in between for x in ends):
            continue
        far.append(Voice(str(named.meaning), named.start, named.end, "cited"))
    return far


@cache
def _joint() -> tuple[Source, ...]:
    """The sources that are two or more together."""
    return tuple(o for o in sources().values() if o.joint)


def _joined(s: Sentence, found: list[Voice]) -> list[Voice]:
    """The voices; of two sources that tell what they estimate together, the one that both are."""
    named = {str(m.meaning) for m in s.all("source")}
    if not named:
        return found
    both = [o for o in _joint() if set(o.joint) <= named]
    told = s.all("assessment", "according", "account", "recording")
    if not both or not (told or _side_by_side(s, both[0])):
        return found
    of = both[0]
    if not found:
        first = next(m for m in s.all("source") if m.meaning in of.joint)
        return [Voice(of.id, first.start, first.end, "according")]
    return [replace(v, name=of.id) if v.name in of.joint else v for v in found]


def _side_by_side(s: Sentence, of: Source) -> bool:
    """Whether the parts of a joint source stand in a row: "A and B have counted"."""
    parts = [m for m in s.all("source") if m.meaning in of.joint]
    gaps = [range(a.end, b.start) for a, b in pairwise(parts)]
    return any(
        0 < len(gap) <= 3
        and any(s.match(k, "joiner") for k in gap)
        and all(s.words[k] in QUOTES or s.match(k, "joiner") for k in gap)
        for gap in gaps
    )


def _told_to(s: Sentence, m: Match, last: int) -> Voice | None:
    """Who speaks to an outlet that an opening phrase names: "as the expert told Reuters"."""
    opening = next((o for o in s.all("according") if o.end == m.start), None)
    said = opening and s.has("speech", opening.start, opening.end)
    if not said or kind_of(str(m.meaning)) not in RELAY_KINDS:
        return None
    return titled_behind(s, m, last)


def _is_his_office(s: Sentence, m: Match, mentions: list[Match]) -> bool:
    """Whether a body only tells whom a person with a name of his own works for: "Ann, of X"."""
    for o in mentions:
        apart = str(o.meaning) not in sources() and o.end < m.start and s.words[o.end] == ","
        if apart and 1 <= m.start - o.end <= OPENING + 1 and s.has("title", o.end, m.start):
            return "," not in s.words[o.end + 1 : m.start]
    return False


def _is_of_another_country(s: Sentence, m: Match) -> bool:
    """Whether an army or a ministry is that of no party: "the Estonian Defence Forces"."""
    before = any(f.end == m.start for f in s.all("foreign"))
    return before and party_of(str(m.meaning)) is not None


def _describes(s: Sentence, m: Match) -> bool:
    """Whether a capital only tells where a body is at home: "a Washington think tank"."""
    if s.words[m.end - 1].endswith(POSSESSIVE) or kind_of(str(m.meaning)) in RELAY_KINDS:
        return False  # "Kyiv's daily tallies", "the AP news agency"
    named = m.end - m.start == 1 and m.end < len(s) and s.words[m.end].islower()
    return named and s.match(m.end, "renamed") is not None


def _of_tellers(s: Sentence, m: Match) -> bool:
    """Whether an army or a side is part of a name for people: "Russian military bloggers"."""
    people = s.match(m.start, "teller")
    return people is not None and people.end > m.end


def _is_done_to(s: Sentence, verb: Match) -> bool:
    """Whether a verb of saying is passive: "Russia is now visually confirmed to have lost"."""
    if s.match(verb.start, "gerund") or s.match(verb.end, "agent"):
        return False
    infinitive = s.match(verb.end, "range") and not s.match(verb.start, "claims_to")
    if infinitive and (s.match(verb.end, "perfect") or s.match(verb.end + 1, "perfect")):
        return True  # "Russia said to have lost"
    ends = ("be", "speech", "frame", "source", "perfect", "speaker_noun")
    back = range(verb.start - 1, max(-1, verb.start - 4), -1)
    k = next((k for k in back if any(s.match(k, x) for x in ends) or s.kinds[k] != WORD), 0)
    return bool(s.match(k, "be")) and not s.match(verb.end, "source")


def _is_seat(s: Sentence, m: Match) -> bool:
    """Whether a capital only tells where a source has its seat: "CSIS in Washington"."""
    named = s.match(m.start - 1, "preposition") and s.match(m.start, "source")
    return bool(named) and any(
        (o := s.match(k, "source")) is not None
        and o.end == m.start - 1
        and not is_generic(str(o.meaning))
        for k in range(max(0, m.start - 8), m.start - 1)
    )


def _is_noun(s: Sentence, verb: Match) -> bool:
    """Whether a word that may be a verb of saying is a noun: "below the claim of the staff"."""
    told = s.match(verb.start, "account") or s.match(verb.start, "claim_noun")
    counted = s.match(verb.start, "metric")
    if counted and counted.end > verb.end:  # "confirmed deaths"
        return not s.match(verb.start - 1, "source")
    loss = s.match(verb.end, "noun_of_loss") or s.match(verb.end, "metric")
    whose = s.match(verb.start - 1, "definite") or s.match(verb.start - 1, "whose")
    whose = whose or s.match(verb.start - 1, "article")
    return (bool(told) and bool(s.match(verb.start - 1, "definite"))) or (
        bool(loss) and (bool(whose) or s.words[verb.start - 1].endswith(("'s", "’s")))
    )


def _is_act(s: Sentence, verb: Match) -> bool:
    """Whether a verb of saying is part of an act: "since Moscow declared war"."""
    act = s.match(verb.start, "began")
    return act is not None and act.end > verb.end


def _goes_on(s: Sentence, m: Match) -> bool:
    """Whether a dash stands for the verb of saying: "Kyiv speaks of 40, Moscow - of four"."""
    end = m.end
    while end < min(m.end + 5, len(s)) and s.kinds[end] in (WORD, NUMBER):
        end += 1  # "Moscow in July - of four"
    dash = end < len(s) and s.words[end] in DASHES and bool(s.match(end + 1, "about"))
    apart = m.start > 0 and s.words[m.start - 1] in ",;"
    return dash and apart and any(v.start < m.start for v in s.all("speech"))


def _agent_of(s: Sentence, passive: Match, mentions: list[Match]) -> Voice | None:
    """The source behind "is said by"."""
    near = range(passive.end, min(passive.end + FARTHEST_AGENT, len(s)))
    by = next((k for k in near if s.match(k, "agent")), None)  # "reported on Facebook by"
    if by is not None and any(s.kinds[k] != WORD for k in range(passive.end, by)):
        by = None
    for m in mentions:
        if by is not None and by < m.start <= by + 2:
            return Voice(str(m.meaning), m.start, m.end, "by")
    return None


def opener(s: Sentence, first: int, last: int) -> Voice | None:
    """The source that opens a sentence, for a later clause with a verb of speech of its own.

    "The staff does not comment on it; its own report speaks of 1,080.", or behind a colon: "The
    staff does otherwise: it publishes an estimate".
    """
    clauses = (k + 1 for k in range(last) if s.words[k] == ":" and s.match(k + 1, "it"))
    begin = first or next(clauses, 0)
    if begin == 0 or not any(begin <= m.start < last for m in s.all("speech")):
        return None
    for m in s.all("source"):
        opens = m.start <= OPENING and m.end <= begin
        if opens and not is_generic(str(m.meaning)) and not _addressed(s, m):
            return Voice(str(m.meaning), m.start, m.end, "before")
    return None


def _addressed(s: Sentence, m: Match) -> bool:
    """Whether a source stands in a form that no speaker has: "reported to the president"."""
    o = s.match(m.start, "addressed")
    return o is not None and o.end >= m.end


def _kept_by(s: Sentence, m: Match) -> bool:
    """Whether a count is said to be a source's: "the list, which Mediazona keeps"."""
    k = m.start - 1
    while k > 0 and s.words[k] in QUOTES:
        k -= 1
    source = sources().get(str(m.meaning))
    counts = source is not None and (source.kind == "monitor" or source.evidence is not None)
    return counts and s.match(k, "which") is not None and s.words[k - 1] == ","


def _islistener(s: Sentence, m: Match) -> bool:
    """Whether an outlet is who somebody speaks to: "in an interview with Reuters"."""
    before = next((w for k in (1, 2, 3) if (w := s.match(m.start - k, "interview"))), None)
    return before is not None and before.end <= m.start and kind_of(str(m.meaning)) in RELAY_KINDS


def _attributed(s: Sentence, m: Match, first: int, last: int) -> str | None:
    """How a source mention is marked as a speaker by the words around it, verbs aside."""
    for k in range(max(first, m.start - FARTHEST_CITED), m.start):
        for kind, how in (("citing", "cited"), ("according", "according")):
            word = s.match(k, kind)
            named = word is not None and s.words[min(word.end, len(s) - 1)] == ":"
            if word and word.meaning == BESIDE and m.start - word.end > 1:
                continue  # "1,000 per day over the next months, Russia"
            if word and s.has("negation", max(0, k - 3), k):
                continue  # "with no damage reported by the governor"
            if word and named and m.start > word.end + NEAR_COLON:
                continue  # "summed up: in a week Russia used"
            if word and word.end <= m.start and _bridges(s, word.end + named, m.start):
                return how
    closed = m.end < last and s.words[m.end] == ")"
    colon = m.end + closed
    while colon < last and colon < m.end + 3 and s.words[m.end] != ":" and _of_office(s, colon):
        colon += 1
    bracket = m.start > first and s.words[m.start - 1] == "(" and bool(closed)
    bracket = bracket and not is_generic(str(m.meaning))
    ends = m.end + 1 >= last or s.words[m.end + 1] in ":;.,"
    if bracket and (ends or all(not s.words[k][0].isalnum() for k in range(m.end, last))):
        return "after"  # "70 were downed (the ministry): 34 over"
    if colon < last and s.words[colon] == ":" and _is_object(s, m, first):
        return None
    if colon < last and s.words[colon] == ":" and m.start - first <= 4:
        return None if is_generic(str(m.meaning)) and _is_row(s, m, colon) else "colon"
    if _titled_before_colon(s, m, first, last):
        return "colon"  # "Ann Lee, head of the region:"
    if colon < last and s.words[colon] == ":" and s.match(m.start - 1, "account"):
        return "colon"  # "a new report of the UN mission: 126 were killed"
    said = m.end + 1 < last and s.words[m.end] == ":" and s.words[m.end + 1] in QUOTES
    if said and m.start - first <= 10 and _bridges(s, first, m.start, names=True):
        return "colon"
    opens = m.start == first or (m.start == first + 1 and not s.match(first, "metric"))
    if opens and _topic_colon(s, m.end, last):
        return "colon"
    if m.end < last and s.words[m.end] in DASHES and m.start - first <= 2 and _then_quote(s, m.end):
        return "colon"
    behind_quote = m.start - 2 >= first and s.words[m.start - 2] in QUOTES
    if _is_tail(s, m, first, last) or (behind_quote and s.words[m.start - 1] in DASHES):
        return "after"
    owned = _own_account(s, m, last) or _account_of(s, m) or _owns_figure(s, m)
    return "account" if owned else None


def _owns_figure(s: Sentence, m: Match) -> bool:
    """Whether a figure stands right behind a source's possessive: "the staff's 11,863 tanks"."""
    named = s.words[m.end - 1].endswith(POSSESSIVE) and not is_generic(str(m.meaning))
    k = m.end + bool(s.match(m.end, "be"))  # "the staff's is 28,490"
    return named and k < len(s) and s.kinds[k] == NUMBER


def _titled_before_colon(s: Sentence, m: Match, first: int, last: int) -> bool:
    """Whether a name that opens a sentence has a title in commas and a colon behind it."""
    if m.start != first or m.end >= last or s.words[m.end] != ",":
        return False
    near = range(m.end + 1, min(m.end + LONGEST_TITLE, last))
    colon = next((k for k in near if s.words[k] == ":"), None)
    if colon is None or not s.match(m.end + 1, "title"):
        return False
    return not any(s.kinds[k] == NUMBER or s.match(k, "frame") for k in range(m.end, colon))


LONGEST_TITLE = 9
"""So many tokens at most stand between a name and the colon behind its title."""


def _is_aside(s: Sentence, m: Match, verb: Match, found: dict[int, Voice]) -> bool:
    """Whether a source named in passing ends in a comma before a verb that another one is the
    subject of: "this, as Ukrinform says, was announced by the staff"."""
    named = m.start in found and found[m.start].how == "according"
    closed = m.end < verb.start and "," in s.words[m.end : verb.start]
    behind = any(verb.end <= o.start <= verb.end + FARTHEST_AGENT for o in s.all("source"))
    opened = any(
        w.start == 0 or s.words[w.start - 1] == ","
        for w in s.all("according", "citing")
        if w.end <= m.start
    )
    return named and closed and behind and opened


def _is_row(s: Sentence, m: Match, colon: int) -> bool:
    """Whether a side before a colon is whose losses are listed: "Russia: 900 pieces"."""
    rest = range(colon + 1, len(s))
    own = party_of(str(m.meaning))
    others = [str(o.meaning) for o in s.all("party", "party_adjective") if o.start > colon]
    acts = any((f := s.match(k, "frame")) and f.meaning != "destroy" for k in rest)
    tells = acts or any(o != own for o in others) or any(s.match(k, "enemy") for k in rest)
    plain = s.match(m.start, "party") is not None or s.item
    return plain and not tells and (s.item or s.kinds[min(colon + 1, len(s) - 1)] == NUMBER)


def _of_office(s: Sentence, k: int) -> bool:
    """Whether a word goes on with an office: a name, a place, the "region" behind it."""
    return of_a_name(s, k) or bool(s.match(k, "place")) or (
        bool(s.match(k - 1, "place")) and s.kinds[k] == WORD and not s.tags[k]
    )  # fmt: skip


def _account_of(s: Sentence, m: Match) -> bool:
    """Whether "the figures of" stand before a source."""
    k = m.start - 1
    if s.match(k, "definite"):
        k -= 1
    return bool(s.match(k, "account_of")) or any(
        a.end == k + 1 for a in s.all("account_of") if a.start <= k
    )


def _is_object(s: Sentence, m: Match, first: int) -> bool:
    """Whether a side before a colon is what is spoken of: "Attack on Kyiv:", "Kyiv's losses:"."""
    if is_owner(s, m):
        return True
    words = range(max(first, m.start - 2), m.start)
    before = any(s.match(k, "frame") or s.match(k, "preposition") for k in words)
    return is_generic(str(m.meaning)) and before


def _own_account(s: Sentence, m: Match, last: int) -> bool:
    """Whether a source's account is spoken of: "the ministry's daily reports show"."""
    for k in range(m.end, min(m.end + 3, last)):
        if s.match(k, "account"):
            return True
        if s.kinds[k] != WORD or s.match(k, "metric") or s.match(k, "stop"):
            return False
    return False


def _topic_colon(s: Sentence, start: int, last: int) -> bool:
    """Whether a source opens a headline with its topic: "the ministry on the north: ..."."""
    for k in range(start, min(start + 12, last)):
        if s.words[k] == ":":
            return k > start and bool(s.match(start, "stop"))
        count = s.kinds[k] == NUMBER and not of_date(s, k)
        if count or s.words[k] in ",.;" or s.match(k, "frame"):
            return False
    return False


def _then_quote(s: Sentence, i: int) -> bool:
    return i + 1 < len(s) and s.words[i + 1] in QUOTES


def _bridges(s: Sentence, start: int, end: int, *, names: bool = False) -> bool:
    """Whether only plain words stand between an attribution and the source it names."""
    return not any(
        (s.kinds[k] == NUMBER and not s.glued(k + 1))  # "Captain 3rd Class"
        or s.words[k] in ",.;:()"
        or ((act := s.match(k, "frame")) is not None and act.meaning != "return")  # "released by"
        or s.match(k, "metric")
        or (s.match(k, "source") and not names)
        for k in range(start, end)
    )


def _is_tail(s: Sentence, m: Match, first: int, last: int) -> bool:
    """A source alone behind the last colon, dash or comma of a sentence: "...: Kyiv"."""
    k = m.end
    while k < last and (not s.words[k][0].isalnum() or (k < m.end + 3 and of_a_name(s, k))):
        k += 1
    if k < last or m.start - first < 3:
        return False
    before = m.start - 1
    while s.match(before, "preposition") or s.match(before, "title"):
        before -= 1
    apart = s.item and before == m.start - 1 and not s.all("speech")
    if apart and s.words[before] == "," and not is_generic(str(m.meaning)):
        return True
    return s.words[before] in ":" or s.words[before] in DASHES or s.words[before] == "|"


def _inside_passive(s: Sentence, verb: Match) -> bool:
    return any(
        (m := s.match(k, "passive_speech")) is not None and m.end >= verb.end
        for k in range(max(0, verb.start - 2), verb.start + 1)
    )
