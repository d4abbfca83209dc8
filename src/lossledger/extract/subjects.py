"""Who is the subject of a verb of saying: a source of the tables, or whoever no table knows."""

from lossledger.extract.clauses import is_person_word, of_date, relative_gap, subject_gap
from lossledger.extract.named import (
    GOING_ON,
    named_before,
    named_behind,
    noun_near,
    organisation_behind,
    organisation_of,
    owned_body,
)
from lossledger.extract.people import (
    FARTHEST,
    foreign_body,
    opening_head,
    person_beside,
    person_in_commas,
    shown,
    teller,
    titled_before,
    titled_behind,
)
from lossledger.extract.speakers import RELAY_KINDS, Voice, is_generic, kind_of
from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, WORD, Sentence
from lossledger.vocabulary.lexicon import Match

POSSESSIVE = ("'s", "’s")
OBJECT_GAP = 7
"""Tokens from a verb of saying to its subject behind it, where no title stands between."""
CLAUSE = ("frame", "speech", "complementizer")
"""Kinds of words that a title and the name behind it do not have between them."""
FARTHEST_BEHIND = 16
"""Tokens from "citing" to a source in the clause about what is cited."""


def subject_of(
    s: Sentence, verb: Match, mentions: list[Match], first: int, last: int
) -> Voice | None:
    """The subject of a verb of speech: nearest before it, else right behind it."""
    bare = verb.start > 3 and s.words[verb.start - 3] in QUOTES and s.words[verb.start - 4] in ",;."
    if bare and s.words[verb.start - 1] in QUOTES and s.match(verb.start - 2, "grouping"):
        # "«Centre» reported 300": its ministry's words
        return Voice("", verb.start - 2, verb.start, "carry")
    pronoun = s.match(verb.end, "speaker_noun")
    goes_on = pronoun and any(s.match(pronoun.end, kind) for kind in GOING_ON)
    if pronoun and s.match(pronoun.end, "preposition"):
        goes_on = False  # "he said on Thursday"
    apart = pronoun and s.words[verb.start - 1] == "," and not goes_on  # "said he had lost"
    title = s.match(verb.end, "title")  # "added the minister of foreign affairs Ann Example"
    end = max(pronoun.end, title.end if title else 0) if pronoun else 0
    if pronoun and apart and not named_behind(s, end):
        return Voice("", pronoun.start, pronoun.end, "carry")
    seen = shown(s, verb)
    if seen and s.has("agent", seen.last, verb.start):
        return seen  # "images reviewed by Reuters show"
    behind = _right_behind(s, verb, mentions)
    if behind:
        return behind
    he = s.match(verb.start - 1, "speaker_noun")
    directly = he is not None and he.end == verb.start
    if he and directly and s.match(he.start, "source"):
        he = None  # "officials said": whose they are is known
    leads = he is not None and (he.start == first or s.words[he.start - 1] == ",")
    if he and he.start > 1 and s.words[he.start - 1] in QUOTES:
        leads = s.words[he.start - 2] in ",.!?"  # "... have died," he told the paper
    if he and directly and leads:
        return Voice("", he.start, he.end, "carry")  # "on the other side, he suggested"
    if he and directly and s.match(he.start - 1, "noun_of_loss"):
        return Voice("", he.start, he.end, "carry")  # "Ukraine's losses it puts at 500,000"
    if he and directly and s.match(he.start - 1, "at_which"):
        opens = next((m for m in mentions if m.start <= 1 and not is_owner(s, m)), None)
        if opens:  # "the ministry has been silent since May, when it spoke of 90"
            return Voice(str(opens.meaning), opens.start, opens.end, "before")
    finite = s.match(verb.start - 1, "be") or any(m.end == verb.start for m in mentions)
    if s.match(verb.start, "gerund") and not finite:
        if any(v.end <= verb.start and not s.match(v.start, "gerund") for v in s.all("speech")):
            return None  # "says Ann, adding": she is found with the verb before
        subject = next((m for m in mentions if m.end < verb.start and not is_owner(s, m)), None)
        if subject:
            return Voice(str(subject.meaning), subject.start, subject.end, "before")
    impersonal = s.match(verb.start, "impersonal")
    for m in reversed(mentions) if not s.match(verb.start, "which") else ():
        if _beside_another(s, m) or is_owner(s, m):
            continue
        if impersonal and "," in s.words[m.end : verb.start]:
            continue  # "154 areas of X's army, it is said in the report"
        placed = s.match(m.start - 1, "adposition") or s.match(m.start - 1, "preposition")
        if placed and m.end == verb.start - 1 and s.match(m.end, "joiner"):
            continue  # "the paper leans on files from the Pentagon and concludes"
        if he and directly and m.end == he.start and placed:
            return Voice("", he.start, he.end, "carry")  # "for Ukraine it gives 900"
        if s.match(m.start - 1, "what") and any(o.end < m.start for o in mentions):
            continue  # "bears out what Kyiv says": another speaks of it
        if m.end <= verb.start and verb.start - m.end <= FARTHEST:
            if relative_gap(s, m.end, verb.start):
                return Voice(str(m.meaning), m.start, m.end, "which")
            if s.words[m.end] == "," and _in_relative(s, m):
                continue  # "the website, which works with the BBC, said"
            body = owned_body(s, m, verb) if is_generic(str(m.meaning)) else None
            if body or subject_gap(s, m.end, verb.start, m.start):
                return body or Voice(str(m.meaning), m.start, m.end, "before")
            if s.words[m.end] == "," and _in_relative(s, m):
                continue
            break
    told = s.match(verb.start, "telling")
    for m in mentions:
        if told or s.match(m.end, "perfect") or s.match(m.end, "frame"):
            continue  # "said the air force had downed two": the subject of what is said
        denied = any(d.start == verb.start and d.meaning == "denied" for d in s.all("stance"))
        apart = s.words[verb.start - 1] == "," or s.words[verb.start - 1] in QUOTES
        if denied and m.start == verb.end and not apart:
            continue  # "resistance has denied Moscow the victory it sought"
        if s.words[m.end - 1].endswith(POSSESSIVE) and s.match(m.end, "noun_of_loss"):
            continue  # "said Russia's losses were 900"
        if is_generic(str(m.meaning)) and s.match(m.start - 1, "preposition"):
            headed = titled_behind(s, verb, last)
            if headed and headed.first > m.end:
                return headed  # "said at a briefing in Kyiv the head of X Ann Lee"
        clause = s.has("complementizer", verb.end, m.start)
        near = verb.end <= m.start <= verb.end + FARTHEST_BEHIND and not clause
        if near and _object_gap(s, verb.end, m.start):
            return Voice(str(m.meaning), m.start, m.end, "after")
    return (
        (None if told else titled_behind(s, verb, last))
        or (None if told else organisation_behind(s, verb, last))
        or organisation_of(s, verb, first)
        or (None if told else teller(s, verb, last))
        or seen
        or foreign_body(s, verb)
        or titled_before(s, verb, first)
        or noun_near(s, verb, first, last)
        or named_before(s, verb, first)
        or person_in_commas(s, verb, first)
        or opening_head(s, verb, first)
        or person_beside(s, verb, first, last)
        or (listener(s, verb, mentions) if told else None)
    )


def listener(s: Sentence, verb: Match, mentions: list[Match]) -> Voice | None:
    """The outlet or agency that a speaker talks to: "officials told Reuters"."""
    start = verb.end + bool(s.match(verb.end, "definite"))
    for m in mentions:
        if m.start == start and kind_of(str(m.meaning)) in RELAY_KINDS:
            return Voice(str(m.meaning), m.start, m.end, "told")
    return None


def _right_behind(s: Sentence, verb: Match, mentions: list[Match]) -> Voice | None:
    """The source right behind a verb that a comma stands before: "in Russia, reports the staff"."""
    if verb.start < 1 or s.words[verb.start - 1] != "," or s.match(verb.start, "telling"):
        return None
    light = s.match(verb.end, "preposition") or s.match(verb.end, "whose")
    near = (verb.end, verb.end + bool(light))
    m = next((m for m in mentions if m.start in near), None)
    verbs = ("perfect", "frame", "be", "copula")
    if m is None or any(s.match(m.end, kind) for kind in verbs):
        return None  # "Ann, a day later, claimed Ukraine was losing 900"
    closed = m.end >= len(s) or s.kinds[m.end] != WORD
    if is_generic(str(m.meaning)) and not closed:
        return None
    return Voice(str(m.meaning), m.start, m.end, "after")


def _in_relative(s: Sentence, m: Match) -> bool:
    """Whether a source is in a clause about another: "officials with whom X spoke, believe"."""
    back = range(m.start - 1, max(0, m.start - 8), -1)
    comma = next((k for k in back if s.words[k] == ","), None)
    if comma is None:
        return False
    opened = s.match(comma + 1, "which") or s.match(comma + 2, "which")
    described = s.match(comma + 1, "article")  # "X, an outlet that works with Y, has confirmed"
    return bool(opened or (described and s.has("relative", comma + 2, m.start)))


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
    counted = s.match(m.end - 1, "metric") or s.match(m.start, "metric")
    if not counted and not s.match(m.start - 1, "metric"):
        return False
    for k in range(m.start - 1, max(-1, m.start - 5), -1):
        if s.words[k] in ",.;:" or s.words[k] in DASHES:
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
    outlet = kind_of(str(m.meaning)) in RELAY_KINDS
    touches = outlet and any(o.end == k + 1 for o in s.all("source"))
    if k < 1 or not (s.match(k, "joiner") or touches):
        return False
    end = k + touches
    while end > 0 and s.words[end - 1] in QUOTES:
        end -= 1
    kind = kind_of(str(m.meaning))
    return any(
        (o := s.match(j, "source")) is not None and o.end == end and kind_of(str(o.meaning)) == kind
        for j in range(max(0, end - 6), end)
    )


def _of_clause(s: Sentence, k: int) -> bool:
    """Whether a word belongs to another clause; a rank before a name does not."""
    named = k + 1 < len(s) and (is_person_word(s, k + 1) or bool(s.match(k + 1, "source")))
    counted = s.match(k, "metric") is not None and not named
    return counted or any(s.match(k, kind) for kind in CLAUSE)


def _object_gap(s: Sentence, start: int, end: int) -> bool:
    if end == start:
        return True
    acting = {k for m in s.all("title") for k in range(m.start, m.end)}  # "the acting" cut short
    words = [k for k in range(start, end) if k not in acting or s.words[k] != "."]
    if any(s.words[k] in ",.;:" or (s.kinds[k] == NUMBER and not of_date(s, k)) for k in words):
        return False
    titled = s.has("title", start, min(start + 2, end))
    if (titled or s.all("back")) and not any(_of_clause(s, k) for k in words):
        return True  # "said the head of the Coast Guard's Drone Group Ann Example"
    if end - start > OBJECT_GAP:
        return False
    plain = ("preposition", "speaker_noun", "title", "month", "weekday", "period", "organisation",
             "place")  # fmt: skip
    too = end - start == 1 and bool(s.match(start, "joiner") or s.match(start, "also"))
    return too or all(
        k in acting
        or any(s.match(k, kind) for kind in plain)
        or s.words[k] in QUOTES
        or s.kinds[k] == NUMBER
        or (not s.tags[k] and s.words[k].islower())
        or (not s.tags[k] and k > start and s.match(k - 1, "preposition"))  # "on Telegram"
        or any(start <= m.start <= k < m.end + 3 for m in s.all("interview"))
        for k in words
    )
