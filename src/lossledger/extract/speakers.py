"""Who says it: speakers of a sentence, from attributions before, after and around a figure.

A newspaper quotes a ministry: the outer voice is a relay, the innermost one the claimant. A
sentence without a speaker of its own carries on the one before it.
"""

import itertools
from dataclasses import dataclass, replace

from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, WORD, Sentence
from lossledger.vocabulary import opponent, sources
from lossledger.vocabulary.lexicon import Match

RELAY_KINDS = frozenset({"outlet", "agency", "mirror"})
NAME_LENGTH = 8
BODY_LENGTH = 7
OPENING = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker named in a sentence: a source id, or a name that the tables do not know.

    ``first`` and ``last`` are its tokens, ``how`` is before, after, colon, according, cited or
    carry (a pronoun or "the report": whoever spoke last).
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
    return source.party if source else None


def segments(s: Sentence) -> list[tuple[int, int]]:
    """Token ranges between contrast words: "Kyiv says 5, while Moscow claims 7" has two."""
    cuts = [0]
    for m in s.all("contrast"):
        if m.start > 2 and len(s) - m.end > 3:
            cuts.append(m.start)
    cuts.append(len(s))
    return [(a, b) for a, b in itertools.pairwise(cuts) if b > a]


def voices(s: Sentence) -> list[Voice]:
    """Every speaker named in a sentence, in text order, one for a source mention."""
    if "voices" not in s.kept:
        s.kept["voices"] = _voices(s)
    found: list[Voice] = s.kept["voices"]
    return found


def _voices(s: Sentence) -> list[Voice]:
    first, last = 0, len(s)
    found: dict[int, Voice] = {}
    mentions = [m for m in s.all("source") if first <= m.start < last and not _addressed(s, m)]
    for m in mentions:
        if s.match(m.end, "foreign"):
            end = m.end + 1
            name = s.text[s.starts[m.start] : s.ends[end - 1]]
            found[m.start] = Voice(name, m.start, end, "before")
            continue
        how = _attributed(s, m, first, last)
        if how:
            found[m.start] = Voice(str(m.meaning), m.start, m.end, how)
    doubted = _doubted(s, mentions)
    if doubted:
        return [doubted]
    for verb in s.all("speech"):
        denied = s.match(verb.start - 1, "negation")
        inserted = s.match(verb.start - 1, "according")  # "as they claim at the ministry"
        denied = denied or (inserted if inserted and inserted.end >= verb.end else None)
        if first <= verb.start < last and not denied and not _inside_passive(s, verb):
            free = [m for m in mentions if m.start not in found or found[m.start].how != "cited"]
            voice = _speaker_of(s, verb, free, first, last)
            if voice:
                found.setdefault(voice.first, voice)
            told = _told(s, verb, mentions)
            if voice and told:
                found.setdefault(told.first, told)
    for m in mentions:
        before = next((w for k in (1, 2, 3) if (w := s.match(m.start - k, "interview"))), None)
        if before and before.end <= m.start and _kind(str(m.meaning)) in RELAY_KINDS:
            found[m.start] = Voice(str(m.meaning), m.start, m.end, "told")
    for passive in s.all("passive_speech"):
        said_by = _agent_of(s, passive, mentions)
        if said_by and first <= passive.start < last:
            found.setdefault(said_by.first, said_by)
    colon = _body_before_colon(s, first, last) if not found else None
    if colon:
        found[colon.first] = colon
    for m in s.all("according", "citing"):
        if first <= m.start < last and not any(
            m.end <= v.first <= m.end + 6 for v in found.values()
        ):
            voice = _named_after(s, m, last)
            if voice:
                found.setdefault(voice.first, voice)
    return sorted(found.values(), key=lambda v: v.first)


def _agent_of(s: Sentence, passive: Match, mentions: list[Match]) -> Voice | None:
    """The source behind "is said by"."""
    by = next((k for k in (passive.end, passive.end + 1) if s.match(k, "agent")), None)
    for m in mentions:
        if by is not None and by < m.start <= by + 2:
            return Voice(str(m.meaning), m.start, m.end, "by")
    return None


def opener(s: Sentence, first: int, last: int) -> Voice | None:
    """The source that opens a sentence, for a later clause with a verb of speech of its own.

    "The staff does not comment on it; its own report speaks of 1,080."
    """
    if first == 0 or not any(first <= m.start < last for m in s.all("speech")):
        return None
    for m in s.all("source"):
        if m.start <= OPENING and not is_generic(str(m.meaning)) and not _addressed(s, m):
            return Voice(str(m.meaning), m.start, m.end, "before")
    return None


def _doubted(s: Sentence, mentions: list[Match]) -> Voice | None:
    """Whose claim somebody denies: "the staff denied Moscow's claim of 65 dead"."""
    denials = [m for m in s.all("stance") if m.meaning == "denied"]
    for claim in s.all("claim_noun"):
        near = any(0 <= claim.start - m.end <= 1 for m in denials)
        for m in mentions:
            if near and 0 <= m.start - claim.end <= 1:
                return Voice(str(m.meaning), m.start, m.end, "denied")
    return None


def _addressed(s: Sentence, m: Match) -> bool:
    """Whether a source stands in a form that no speaker has: "reported to the president"."""
    o = s.match(m.start, "addressed")
    return o is not None and o.end >= m.end


def _told(s: Sentence, verb: Match, mentions: list[Match]) -> Voice | None:
    """The outlet or agency that a speaker talks to: "officials told Reuters"."""
    for m in mentions:
        if m.start == verb.end and _kind(str(m.meaning)) in RELAY_KINDS:
            return Voice(str(m.meaning), m.start, m.end, "told")
    return None


def _attributed(s: Sentence, m: Match, first: int, last: int) -> str | None:
    """How a source mention is marked as a speaker by the words around it, verbs aside."""
    for k in range(max(first, m.start - 6), m.start):
        for kind, how in (("citing", "cited"), ("according", "according")):
            word = s.match(k, kind)
            named = word is not None and s.words[min(word.end, len(s) - 1)] == ":"
            if word and word.end <= m.start and _bridges(s, word.end + named, m.start):
                return how
    closed = m.end < last and s.words[m.end] == ")"
    colon = m.end + closed
    while colon < last and colon < m.end + 3 and _of_a_name(s, colon) and s.words[m.end] != ":":
        colon += 1
    bracket = m.start > first and s.words[m.start - 1] == "(" and bool(closed)
    bracket = bracket and not is_generic(str(m.meaning))
    if bracket and all(not s.words[k][0].isalnum() for k in range(m.end, last)):
        return "after"
    if colon < last and s.words[colon] == ":" and _is_object(s, m, first):
        return None
    if colon < last and s.words[colon] == ":" and m.start - first <= 4:
        return None if s.item and is_generic(str(m.meaning)) else "colon"
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
    return "account" if _own_account(s, m, last) or _account_of(s, m) else None


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
        count = s.kinds[k] == NUMBER and not _of_date(s, k)
        if count or s.words[k] in ",.;" or s.match(k, "frame"):
            return False
    return False


def _then_quote(s: Sentence, i: int) -> bool:
    return i + 1 < len(s) and s.words[i + 1] in QUOTES


def is_relay(name: str) -> bool:
    """Whether a source passes on what others say: an outlet, an agency, a mirror."""
    return _kind(name) in RELAY_KINDS


def is_local(name: str | None) -> bool:
    """Whether a source is a governor, a mayor or the like."""
    source = sources().get(name) if name else None
    return source is not None and source.local


def is_generic(name: str) -> bool:
    """Whether a source is a side as a whole."""
    source = sources().get(name)
    return source is not None and source.generic


def _bridges(s: Sentence, start: int, end: int, *, names: bool = False) -> bool:
    """Whether only plain words stand between an attribution and the source it names."""
    return not any(
        s.kinds[k] == NUMBER
        or s.words[k] in ",.;:()"
        or s.match(k, "frame")
        or s.match(k, "metric")
        or (s.match(k, "source") and not names)
        for k in range(start, end)
    )


def _is_tail(s: Sentence, m: Match, first: int, last: int) -> bool:
    """A source alone behind the last colon, dash or comma of a sentence: "...: Kyiv"."""
    k = m.end
    while k < last and (not s.words[k][0].isalnum() or (k < m.end + 3 and _of_a_name(s, k))):
        k += 1
    if k < last or m.start - first < 3:
        return False
    before = m.start - 1
    while s.match(before, "preposition") or s.match(before, "title"):
        before -= 1
    return s.words[before] in ":" or s.words[before] in DASHES or s.words[before] == "|"


def _inside_passive(s: Sentence, verb: Match) -> bool:
    return any(
        (m := s.match(k, "passive_speech")) is not None and m.end >= verb.end
        for k in range(max(0, verb.start - 2), verb.start + 1)
    )


def _speaker_of(
    s: Sentence, verb: Match, mentions: list[Match], first: int, last: int
) -> Voice | None:
    """The subject of a verb of speech: nearest before it, else right behind it."""
    pronoun = s.match(verb.end, "speaker_noun")
    if pronoun and s.words[verb.start - 1] == "," and not _named_behind(s, pronoun.end):
        return Voice("", pronoun.start, pronoun.end, "carry")
    if s.match(verb.start, "gerund"):
        subject = next((m for m in mentions if m.end < verb.start and not is_owner(s, m)), None)
        if subject:
            return Voice(str(subject.meaning), subject.start, subject.end, "before")
    for m in reversed(mentions):
        if _beside_another(s, m) or is_owner(s, m):
            continue
        if m.end <= verb.start and verb.start - m.end <= 12:
            if _subject_gap(s, m.end, verb.start):
                return Voice(str(m.meaning), m.start, m.end, "before")
            break
    for m in mentions:
        if verb.end <= m.start <= verb.end + 7 and _object_gap(s, verb.end, m.start):
            return Voice(str(m.meaning), m.start, m.end, "after")
    return (
        _organisation_behind(s, verb, last)
        or _organisation_of(s, verb, first)
        or _noun_near(s, verb, first, last)
        or _named_before(s, verb, first)
    )


def _named_behind(s: Sentence, start: int) -> bool:
    """Whether a name follows a word for a speaker: "said the spokesman of the staff"."""
    for k in range(start - 1, min(start + 6, len(s))):
        if s.match(k, "source") or (k > start - 1 and s.match(k, "organisation")):
            return True
        if s.words[k] in ",.;:":
            return False
    return start < len(s) and s.words[start][0].isupper()


def _organisation_behind(s: Sentence, verb: Match, last: int) -> Voice | None:
    """An organisation that no table knows behind a verb and titles: "said the XYZ spokesman"."""
    k = verb.end
    while k < last and any(s.match(k, x) for x in ("title", "speaker_noun", "preposition")):
        k += 1
    end = k
    while end < last and _of_a_name(s, end):
        end += 1
    capitals = [w for w in s.words[k:end] if len(w) > 1 and w.isupper()]
    body = next((i for i in range(k, min(k + 4, last)) if s.match(i, "organisation")), None)
    quoted = body is not None and body + 1 < last and s.words[body + 1] in "«“„"
    if body is not None and (s.words[k][0].isupper() or quoted):
        end = max(end, body + 1)
        while quoted and end < last and s.words[end - 1] not in "»”":
            end += 1
        capitals = s.words[k:end]
    known = k < last and (s.match(k, "organisation") or _is_acronym(s.words[k]))
    directly = k == verb.end and not known
    closing = next((i for i in range(k, end) if s.words[i] in "»”"), None)
    end = closing + 1 if closing is not None else end  # a person's name may follow the body's
    if directly or not capitals or s.words[end - 1] in "«“„":
        return None
    return Voice(s.text[s.starts[k] : s.ends[end - 1]], k, end, "after")


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha()


def _organisation_of(s: Sentence, verb: Match, first: int) -> Voice | None:
    """The body whose spokesman is the subject: "The spokesman of the XYZ «North» said"."""
    k = verb.start
    while k > first and _of_a_name(s, k - 1):
        k -= 1
    title = s.match(k - 1, "title") or s.match(k - 1, "speaker_noun")
    ends = [i for i in range(k, verb.start) if s.words[i] in "»”"]
    if title is None or not ends or not (len(s.words[k]) > 1 and s.words[k].isupper()):
        return None
    return Voice(s.text[s.starts[k] : s.ends[ends[0]]], k, ends[0] + 1, "before")


def _of_a_name(s: Sentence, k: int) -> bool:
    """A word with a capital that no table knows, or quotation marks around one."""
    if s.words[k] in QUOTES:
        return s.words[k] in "»”" or (k + 1 < len(s) and s.words[k + 1][0].isupper())
    return s.words[k][0].isupper() and not s.match(k, "source") and not s.match(k, "party")


def is_owner(s: Sentence, m: Match) -> bool:
    """Whether a side is named as the owner of a loss or in a form that no subject has."""
    word = s.match(m.start, "oblique")
    whose = any(
        n.end <= m.start <= n.end + 3 and _plain(s, n.end, m.start) for n in s.all("noun_of_loss")
    )
    at_seat = m.start == 1 and s.match(0, "preposition") is not None
    no_subject = word is not None and word.end >= m.end and not at_seat
    return whose or no_subject or _counted(s, m)


def _plain(s: Sentence, start: int, end: int) -> bool:
    """Whether only words that qualify a name stand between: no mark, number or verb."""
    return not any(
        s.kinds[k] != WORD
        or any(s.match(k, kind) for kind in ("frame", "speech", "according", "source"))
        for k in range(start, end)
    )


def _counted(s: Sentence, m: Match) -> bool:
    """Whether a side's people are what a number counts: "74,014 Russian soldiers, it writes"."""
    if not (s.match(m.end - 1, "metric") or s.match(m.start, "metric")):
        return False
    for k in range(m.start - 1, max(-1, m.start - 5), -1):
        if s.words[k] in ",.;:":
            return False
        if s.kinds[k] == NUMBER or s.match(k, "scale"):
            return True
    return False


def _beside_another(s: Sentence, m: Match) -> bool:
    """Whether a source only joins the one named before it: "X together with Y found"."""
    joined = m.start - 2 if s.match(m.start - 1, "definite") else m.start - 1
    if s.match(joined, "joiner") and any(
        (o := s.match(k, "source")) is not None and o.end == joined
        for k in range(max(0, joined - 8), joined)
    ):
        return True
    return any(
        (word := s.match(k, "jointly")) is not None and word.end <= m.start
        for k in range(max(0, m.start - 3), m.start)
    ) or _second_of_two(s, m)


def _second_of_two(s: Sentence, m: Match) -> bool:
    """Whether "and" joins a source to one of its kind: "Mediazona and the BBC found"."""
    k = m.start - 1
    while k > 0 and s.words[k] in QUOTES:
        k -= 1
    if k < 1 or not s.match(k, "joiner"):
        return False
    end = k
    while end > 0 and s.words[end - 1] in QUOTES:
        end -= 1
    kind = _kind(str(m.meaning))
    return any(
        (o := s.match(j, "source")) is not None and o.end == end and _kind(str(o.meaning)) == kind
        for j in range(max(0, end - 6), end)
    )


def _subject_gap(s: Sentence, start: int, end: int) -> bool:
    commas = 0
    for k in range(start, end):
        named = k > start and s.words[k - 1][0].isupper()
        if (s.kinds[k] == NUMBER and not (named or _of_date(s, k))) or s.words[k] in ";:.":
            return False
        if s.match(k, "frame") or s.match(k, "speech"):
            return False
        commas += s.words[k] == ","
    return commas != 1 or end - start <= 2


def _object_gap(s: Sentence, start: int, end: int) -> bool:
    if end == start:
        return True
    words = range(start, end)
    if any(s.words[k] in ",.;:" or (s.kinds[k] == NUMBER and not _of_date(s, k)) for k in words):
        return False
    plain = ("preposition", "speaker_noun", "title", "month", "weekday", "period", "organisation",
             "place")  # fmt: skip
    return all(
        any(s.match(k, kind) for kind in plain)
        or s.words[k] in QUOTES
        or s.kinds[k] == NUMBER
        or (not s.tags[k] and s.words[k].islower())
        for k in words
    )


def _of_date(s: Sentence, k: int) -> bool:
    """Whether a number is the day of a month."""
    return bool(s.match(k + 1, "month") or s.match(k - 1, "month"))


def _noun_near(s: Sentence, verb: Match, first: int, last: int) -> Voice | None:
    """ "the report said", "it added": the last speaker goes on."""
    for k in (
        *range(max(first, verb.start - 4), verb.start),
        *range(verb.end, min(verb.end + 3, last)),
    ):
        noun = s.match(k, "speaker_noun")
        if noun and (
            noun.end == verb.start or k >= verb.end or _subject_gap(s, noun.end, verb.start)
        ):
            if k >= verb.end and any(s.words[i] in ",.;:" for i in range(verb.end, k)):
                continue
            return Voice("", noun.start, noun.end, "carry")
    return None


def _named_before(s: Sentence, verb: Match, first: int) -> Voice | None:
    """A name in capitals right before the verb that no table knows."""
    end = verb.start
    while end > first + 2 and (s.match(end - 1, "perfect") or s.words[end - 1] == ","):
        end -= 1
    k = end
    while k > first and s.kinds[k - 1] == "word" and _part_of_name(s, k - 1, end):
        k -= 1
    body = _body_before(s, verb, first)
    if body:
        return body
    if not s.words[verb.start].islower():
        return None
    people = end - k == 1 and any(m.kind == "military" for m in s.tags[k] or ())
    if k == end or (k == first and end - k < 2 and not people):
        return None
    others = ("party", "party_adjective", "month", "place", "weekday")
    if any(s.match(i, kind) for i in range(k, end) for kind in others):
        return None
    official = _office_of(s, k, end)
    return official or Voice(s.text[s.starts[k] : s.ends[end - 1]], k, end, "before")


def _office_of(s: Sentence, first: int, end: int) -> Voice | None:
    """The source that a named person speaks for: "the adviser X", "X, commander of the navy"."""
    if end < len(s) and s.words[end] == ",":
        for k in range(end + 1, min(end + 9, len(s))):
            m = s.match(k, "source")
            if m:
                return Voice(str(m.meaning), k, m.end, "before")
            if s.words[k] in ",.;:" or s.kinds[k] != WORD:
                break
    for k in range(first - 1, max(-1, first - 6), -1):
        side = s.match(k, "party_adjective")
        if side:
            names = [i for i, o in sources().items() if o.office == "authorities"]
            held = [i for i in names if sources()[i].party == side.meaning]
            return Voice(held[0], k, end, "before") if held else None
        if s.kinds[k] != WORD or not s.words[k].islower() or s.match(k, "stop"):
            break
    return None


def _part_of_name(s: Sentence, k: int, end: int) -> bool:
    """A word with a capital, or a short particle between two of them: "Ursula von der Leyen"."""
    if s.words[k][0].isupper():
        return True
    return k + 1 < end and len(s.words[k]) <= 3 and not s.tags[k] and s.words[end - 1][0].isupper()


def _body_before_colon(s: Sentence, first: int, last: int) -> Voice | None:
    """A body, or a person with a title, before the first colon: "Command South: ..."."""
    colon = next((k for k in range(first, min(last, first + 2 * BODY_LENGTH))
                  if s.words[k] == ":"), None)  # fmt: skip
    if colon is None or colon == first or s.match(first, "stop"):
        return None
    colon = next((k for k in range(first + 1, colon) if s.match(k, "stop")), colon)
    words = range(first, colon)
    if s.item and s.words[first] in QUOTES and s.words[colon - 1] in QUOTES:
        return None
    if any(s.match(k, kind) for k in words for kind in ("metric", "frame", "source", "period")):
        return None
    if any(s.kinds[k] == NUMBER or s.words[k] in ",.;()" for k in words):
        return None
    known = any(s.match(k, kind) for k in words for kind in ("organisation", "title"))
    capital = s.words[colon - 1][0].isupper() or s.words[colon - 1] in QUOTES
    if not known or not (capital or s.match(first, "organisation")):
        return None
    return Voice(s.text[s.starts[first] : s.ends[colon - 1]], first, colon, "colon")


def _body_before(s: Sentence, verb: Match, first: int) -> Voice | None:
    """A body that no table knows as a sentence's subject: "The 3rd assault brigade reports"."""
    words = range(first, verb.start)
    if not 1 < len(words) <= BODY_LENGTH or not any(s.match(k, "organisation") for k in words):
        return None
    start = s.words[first]
    if any(s.match(k, kind) for k in words for kind in ("frame", "period", "source", "stop")):
        return None
    if any(s.kinds[k] == "mark" and s.words[k] not in QUOTES for k in words):
        return None
    if not (start[0].isupper() or start[0].isdecimal() or start in QUOTES):
        return None
    return Voice(s.text[s.starts[first] : s.ends[verb.start - 1]], first, verb.start, "before")


def _named_after(s: Sentence, m: Match, last: int) -> Voice | None:
    """The words that "according to" or "citing" name, when no table knows them."""
    k = m.end
    for i in range(k, min(k + 4, last)):
        noun = s.match(i, "speaker_noun")
        if noun and not any(s.words[j][0].isupper() for j in range(k, noun.end)):
            return Voice("", noun.start, noun.end, "carry")
    while k < last and k - m.end < NAME_LENGTH and s.kinds[k] in ("word", "designation"):
        if s.match(k, "frame") or s.match(k, "speech") or s.match(k, "period"):
            break
        k += 1
    capital = any(s.words[i][0].isupper() for i in range(m.end, k))
    if k == m.end or not capital:
        return None
    official = _office_of(s, m.end, k)
    if official:
        return official
    return Voice(s.text[s.starts[m.end] : s.ends[k - 1]], m.end, k, "according")


def chain(found: list[Voice], carried: Chain, outlet: str | None) -> Chain:
    """One chain from the voices of a segment; pronouns stand for the chain carried over."""
    names: list[Voice] = []
    for voice in found:
        if voice.how != "carry" and voice.name not in [v.name for v in names]:
            names.append(voice)
    names = [v for v in names if v.name != outlet] or names
    names = _without_sides(names)
    if not names:
        rule = "speaker.carried" if carried.claimant else "speaker.none"
        return replace(carried, rule=rule)
    if len(names) == 1:
        return Chain(names[0].name, (), f"speaker.{names[0].how}")
    return _nested(names, carried)


def _without_sides(names: list[Voice]) -> list[Voice]:
    """The voices less a side as a whole whose authority speaks too: "Moscow ..., its ministry"."""
    known = [sources().get(v.name) for v in names]
    exact = {o.party for o in known if o and not o.generic}
    return [
        v for v, o in zip(names, known, strict=True) if not (o and o.generic and o.party in exact)
    ]


def _nested(names: list[Voice], carried: Chain) -> Chain:
    """The innermost voice claims, the others relay, outermost first."""
    cited = [v for v in names if v.how == "cited"]
    spoken = [v for v in names if v not in cited and _kind(v.name) not in RELAY_KINDS]
    if cited and spoken and _kind(cited[-1].name) in RELAY_KINDS:
        outlets = tuple(v.name for v in names if v not in spoken)
        return Chain(spoken[-1].name, outlets, "speaker.cited")
    if cited:
        outer = [v.name for v in names if v not in cited]
        return Chain(cited[-1].name, tuple(outer), "speaker.cited")
    relays = [v for v in names if _kind(v.name) in RELAY_KINDS]
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
    if names[-1].how in ("after", "before") and names[0].how == "according":
        return [names[-1], *names[:-1]]
    return list(names)


def _kind(name: str) -> str | None:
    source = sources().get(name)
    return source.kind if source else None


def narrowed(name: str | None, named: list[str], place: str | None) -> str | None:
    """A side as a whole made the authority of that side named in the text; a governor's side.

    ``named`` are the source ids of the document in text order, nearest last; ``place`` is the
    party whose territory the sentence names.
    """
    source = sources().get(name) if name else None
    if source is None or name is None:
        return name
    if source.local and source.party is None and place:
        local = [i for i, o in sources().items() if o.local and o.party == place]
        return local[0] if local else name
    if source.generic:
        for other in reversed(named):
            known = sources().get(other)
            if known is None or known.generic or known.local:
                continue
            if known.party == source.party and known.kind == source.kind:
                return other
    return name


def enemy_of(claimant: str | None) -> str | None:
    """Who "the enemy" is when this source speaks."""
    return opponent(party_of(claimant))
