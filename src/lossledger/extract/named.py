"""Bodies and organisations that no table knows, by their place in a sentence."""

from functools import lru_cache

from lossledger.extract.clauses import is_person_word, of_a_name, subject_gap
from lossledger.extract.counted import PEOPLE
from lossledger.extract.speakers import Voice, is_generic
from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, WORD, Sentence
from lossledger.vocabulary import sources
from lossledger.vocabulary.lexicon import Match

NAME_LENGTH = 8
BODY_LENGTH = 7
GOING_ON = ("perfect", "be", "copula", "frame", "speech")
"""Verbs that make a noun behind a verb of saying the subject of what is said."""


def named_behind(s: Sentence, start: int) -> bool:
    """Whether a name follows a word for a speaker: "said the spokesman of the staff"."""
    if start + 1 < len(s) and is_person_word(s, start) and is_person_word(s, start + 1):
        return True
    for k in range(start - 1, min(start + 6, len(s))):
        if s.match(k, "source") or (k > start - 1 and s.match(k, "organisation")):
            return True
        if s.words[k] in ",.;:":
            return False
    return start < len(s) and s.words[start][0].isupper()


def organisation_behind(s: Sentence, verb: Match, last: int) -> Voice | None:
    """An organisation that no table knows behind a verb and titles: "said the XYZ spokesman"."""
    k = verb.end
    while k < last and any(s.match(k, x) for x in ("title", "speaker_noun", "preposition")):
        k += 1
    end = k
    while end < last and of_a_name(s, end):
        end += 1
    capitals = [w for w in s.words[k:end] if len(w) > 1 and w.isupper()]
    body = next((i for i in range(k, min(k + 4, last)) if s.match(i, "organisation")), None)
    quoted = body is not None and body + 1 < last and s.words[body + 1] in "«“„"
    if body is not None and (s.words[k][0].isupper() or quoted):
        end = max(end, body + 1)
        while quoted and end < last and s.words[end - 1] not in "»”":
            end += 1
        capitals = s.words[k:end]
    person = end
    while person > k and is_person_word(s, person - 1):
        person -= 1
    heads = any(t.meaning == "head" for i in range(verb.end, k) if (t := s.match(i, "title")))
    if heads and end - person >= 2 and person > k:
        return Voice(s.text[s.starts[person] : s.ends[end - 1]], person, end, "after")
    known = k < last and (s.match(k, "organisation") or _is_acronym(s.words[k]))
    directly = k == verb.end and not known
    closing = next((i for i in range(k, end) if s.words[i] in "»”"), None)
    end = closing + 1 if closing is not None else end  # a person's name may follow the body's
    if directly or not capitals or s.words[end - 1] in "«“„":
        return None
    return Voice(s.text[s.starts[k] : s.ends[end - 1]], k, end, "after")


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha()


def organisation_of(s: Sentence, verb: Match, first: int) -> Voice | None:
    """The body whose spokesman is the subject: "The spokesman of the XYZ «North» said"."""
    k = verb.start
    while k > first and of_a_name(s, k - 1) and not s.match(k - 1, "title"):
        k -= 1
    title = s.match(k - 1, "title") or s.match(k - 1, "speaker_noun")
    ends = [i for i in range(k, verb.start) if s.words[i] in "»”"]
    if title is None or not ends or not (len(s.words[k]) > 1 and s.words[k].isupper()):
        return None
    return Voice(s.text[s.starts[k] : s.ends[ends[0]]], k, ends[0] + 1, "before")


def noun_near(s: Sentence, verb: Match, first: int, last: int) -> Voice | None:
    """ "the report said", "it added": the last speaker goes on."""
    person = verb.start - 2
    named = person > first and is_person_word(s, person) and is_person_word(s, person + 1)
    for k in (
        *range(max(first, verb.start - 4), verb.start),
        *range(verb.end, min(verb.end + 3, last)),
    ):
        noun = s.match(k, "speaker_noun")
        if noun and (
            noun.end == verb.start or k >= verb.end or subject_gap(s, noun.end, verb.start)
        ):
            if k >= verb.end and any(s.words[i] in ",.;:" for i in range(verb.end, k)):
                continue
            if k >= verb.end and any(s.match(noun.end, x) for x in GOING_ON):
                continue  # "Ann, the head of X, said he had lost"
            spokesman = s.match(k, "called")
            if named and noun.end <= person and not (spokesman and spokesman.meaning != "people"):
                continue  # "the analyst Ann Lee says"
            return _its_name(s, noun, verb) or Voice("", noun.start, noun.end, "carry")
    return None


def owned_body(s: Sentence, m: Match, verb: Match) -> Voice | None:
    """A side's body, or a person of it, as the subject: "Russia's Example Committee said"."""
    between = range(m.end, verb.start)
    if not s.words[m.end - 1].endswith(("'s", "’s")) or not 1 < len(between) <= BODY_LENGTH:
        return None
    numbered = s.kinds[m.end] == NUMBER and s.glued(m.end + 1)  # "Ukraine's 47th Brigade said"
    words = range(m.end + numbered, verb.start)
    if any(s.kinds[k] != WORD or s.match(k, "stop") or s.match(k, "source") for k in words):
        return None
    person = verb.start
    while person > m.end and is_person_word(s, person - 1):
        person -= 1
    if verb.start - person >= 2 and person > m.end:
        return Voice(
            s.text[s.starts[person] : s.ends[verb.start - 1]], person, verb.start, "before"
        )
    capital = numbered or s.words[m.end][0].isupper()
    named = capital and any(s.match(k, "organisation") for k in between)
    name = s.text[s.starts[m.start] : s.ends[verb.start - 1]]
    return Voice(name, m.start, verb.start, "before") if named else None


def _its_name(s: Sentence, noun: Match, verb: Match) -> Voice | None:
    """The body behind a noun for people or for itself: "analysts of the Example Institute said"."""
    if noun.end >= verb.start:
        return None
    capital = s.words[noun.end][0].isupper() or s.words[noun.end] in QUOTES
    own = s.match(noun.start, "organisation")
    inside = s.has("organisation", noun.end, verb.start)
    if not capital or not (own or inside) or verb.start - noun.end > BODY_LENGTH:
        return None
    start = noun.start if own else noun.end
    return Voice(s.text[s.starts[start] : s.ends[verb.start - 1]], start, verb.start, "before")


def named_before(s: Sentence, verb: Match, first: int) -> Voice | None:
    """A name in capitals right before the verb that no table knows."""
    end = verb.start
    while end > first + 2 and (s.match(end - 1, "perfect") or s.words[end - 1] == ","):
        end -= 1
    k = end
    while k > first and s.kinds[k - 1] == "word" and _part_of_name(s, k - 1, end):
        k -= 1
    while k + 1 < end and (s.match(k, "period") or s.match(k, "stop")):
        k += 1  # "Yesterday Ursula von der Leyen said"
    body = _body_before(s, verb, first)
    if body:
        return body
    if not s.words[verb.start].islower():
        return None
    people = end - k == 1 and any(m.kind == "military" for m in s.tags[k] or ())
    if k == end or (k == first and end - k < 2 and not people):
        return None
    if end - k == 1 and (s.match(k - 1, "preposition") or s.match(k - 1, "adposition")):
        return None  # "said on Telegram, adding"
    if all((m := s.match(i, "metric")) and m.meaning not in PEOPLE for i in range(k, end)):
        return None  # "79 UAVs confirmed shot down"
    others = ("party", "party_adjective", "month", "place", "weekday")
    if any(s.match(i, kind) for i in range(k, end) for kind in others):
        return None
    if k - 2 >= first and s.match(k - 1, "ordinal") and s.kinds[k - 2] == NUMBER:
        return Voice(s.text[s.starts[k - 2] : s.ends[end - 1]], k - 2, end, "before")
    official = office_of(s, k, end)
    if official:
        return official
    k = _with_title(s, k, end, first)
    person = end
    while person > k and is_person_word(s, person - 1):
        person -= 1
    k = person if end - person >= 2 else k
    return Voice(s.text[s.starts[k] : s.ends[end - 1]], k, end, "before")


def _with_title(s: Sentence, k: int, end: int, first: int) -> int:
    """Where the name of who heads a body begins: "the head of Wagner", not "Wagner"."""
    of = next((m.start for m in s.all("of") if m.end == k), k)
    person = of == k and k + 1 < end and not any(s.words[i].isupper() for i in range(k, end))
    if person:
        return k  # "chief Anna Example" is called by her own name
    while of - 1 > first and s.words[of - 1] in QUOTES:
        of -= 1
    for start in range(max(first, of - 2), of):
        title = s.match(start, "title")
        if title and title.end == of and title.meaning == "head":
            return start
    return k


def _cited_body(s: Sentence, k: int, last: int) -> Voice | None:
    """A body without capitals: "by the data of Latvian intelligence", "of the project «Names»"."""
    body = next((m for i in range(k, min(k + 4, last)) if (m := s.match(i, "organisation"))), None)
    if body is None or any(s.kinds[i] != WORD or s.match(i, "stop") for i in range(k, body.start)):
        return None
    end = body.end
    if end < last and s.words[end] in QUOTES:
        close = next((i for i in range(end + 1, min(end + 8, last)) if s.words[i] in '»”"'), None)
        end = close + 1 if close else end
    described = any(s.match(i, "foreign") or s.words[i][0].isupper() for i in range(k, body.start))
    if end == body.end and not described:
        return None
    if any(s.match(i, "source") or s.match(i, "whose") for i in range(k, end)):
        return None
    person = end
    while person < last and is_person_word(s, person):
        person += 1
    if person - end >= 2 and s.has("title", k, body.start):
        k, end = end, person  # "in the words of the spokesman of Command South Ann Lee"
    return Voice(s.text[s.starts[k] : s.ends[end - 1]], k, end, "according")


def _cited_people(s: Sentence, m: Match, last: int) -> Voice | None:
    """People without a name who are cited: "citing two Baltic diplomats"."""
    end = m.end
    while end < last and end - m.end < 5 and s.kinds[end] == WORD and not s.match(end, "stop"):
        if s.match(end, "title") or s.match(end, "teller"):
            return Voice(s.text[s.starts[m.end] : s.ends[end]], m.end, end + 1, "cited")
        end += 1
    return None


@lru_cache(maxsize=64)
def authorities_of(party: str) -> str | None:
    """The source id of a side's authorities as a whole."""
    offices = (o for o in sources().values() if o.office == "authorities" and o.party == party)
    return next((o.id for o in offices), None)


def side_accounts(s: Sentence) -> list[Voice]:
    """The sides whose accounts figures are from: "by Ukrainian counts"."""
    found = []
    for m in s.all("party_adjective"):
        k = m.end
        if k < len(s) and s.kinds[k] == WORD and s.words[k].islower() and not s.tags[k]:
            k += 1  # "by Ukrainian military estimates"
        account = s.match(k, "account")
        name = authorities_of(str(m.meaning)) if account else None
        first = m.start
        while s.match(first - 1, "secret"):
            first -= 1  # "citing a confidential Ukrainian estimate"
        before = s.match(first - 1, "preposition") or first == 0
        before = before or any(o.end == first for o in s.all("according", "citing", "giving"))
        if account is None or name is None or s.match(m.start, "source"):
            continue
        if any(o.end == first for o in s.all("citing", "giving")):
            found.append(Voice(name, m.start, account.end, "cited"))
        elif before or s.match(account.end, "speech") or s.match(account.end, "assessment"):
            found.append(Voice(name, m.start, account.end, "according"))
    for m in s.all("source"):
        # "by Western estimates", whose words are those of the table
        if not s.match(m.end - 1, "account") or m.end - m.start < 2:
            continue
        given = any(o.end == m.start for o in s.all("citing", "giving"))
        if given or m.start == 0 or s.match(m.start - 1, "preposition"):
            found.append(Voice(str(m.meaning), m.start, m.end, "cited" if given else "according"))
    return found


def closing_body(s: Sentence) -> Voice | None:
    """An abbreviated body that no table knows behind a line's last dash: "31 dead - SES"."""
    end = len(s)
    while end > 1 and not s.words[end - 1][0].isalnum():
        end -= 1
    dash = next((k for k in range(end - 1, max(0, end - 6), -1) if s.words[k] in DASHES), None)
    if dash is None or dash < 3 or dash + 1 >= end:
        return None
    name = s.words[dash + 1 : end]
    body = s.match(dash + 1, "organisation") or _is_acronym(name[0])
    counted = any(s.match(k, "metric") or s.kinds[k] == NUMBER for k in range(dash, end))
    if not body or counted or s.match(dash + 1, "source"):
        return None
    return Voice(s.text[s.starts[dash + 1] : s.ends[end - 1]], dash + 1, end, "after")


def office_of(s: Sentence, first: int, end: int) -> Voice | None:
    """The source that a named person speaks for: "the adviser X", "X, commander of the navy"."""
    if end < len(s) and s.words[end] == ",":
        for k in range(end + 1, min(end + 9, len(s))):
            m = s.match(k, "source")
            if m and k == end + 1 and is_generic(str(m.meaning)):
                break  # "by Smith's count, Russia lost": a clause of its own
            if m:
                return Voice(str(m.meaning), k, m.end, "before")
            if s.words[k] in ",.;:" or s.kinds[k] != WORD or s.match(k, "speech"):
                break
    for k in range(first - 1, max(-1, first - 6), -1):
        side = s.match(k, "party_adjective")
        if side:
            held = authorities_of(str(side.meaning))
            return Voice(held, k, end, "before") if held else None
        if s.kinds[k] != WORD or not s.words[k].islower() or s.match(k, "stop"):
            break
    return None


def _part_of_name(s: Sentence, k: int, end: int) -> bool:
    """A word with a capital, or a short particle between two of them: "Ursula von der Leyen"."""
    if s.words[k][0].isupper():
        return True
    return k + 1 < end and len(s.words[k]) <= 3 and not s.tags[k] and s.words[end - 1][0].isupper()


def body_before_colon(s: Sentence, first: int, last: int) -> Voice | None:
    """A body, or a person with a title, before the first colon: "Command South: ..."."""
    while first < last and s.words[first] in DASHES:
        first += 1
    colon = next((k for k in range(first, min(last, first + 2 * BODY_LENGTH))
                  if s.words[k] == ":"), None)  # fmt: skip
    if colon is None or colon == first or s.match(first, "stop"):
        return None
    person = colon
    while person > first and is_person_word(s, person - 1):
        person -= 1
    headed = s.match(first, "title")
    if (
        headed
        and headed.meaning == "head"
        and colon - person >= 2
        and NUMBER not in s.kinds[:colon]
    ):
        return Voice(s.text[s.starts[person] : s.ends[colon - 1]], person, colon, "colon")
    colon = next((k for k in range(first + 1, colon) if s.match(k, "stop")), colon)
    words = range(first, colon)
    if s.item and s.words[colon - 1] in QUOTES:
        return None  # "the grouping «North»: 825 soldiers": where they were lost
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
    first += s.match(first, "preposition") is not None and not s.match(first, "definite")
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
    person = verb.start
    while person > first and is_person_word(s, person - 1):
        person -= 1
    titled = s.has("title", first, person)
    if titled and verb.start - person >= 2:
        named = s.match(first, "called") or person - first < 2
        first, end = (first + 1, person) if named else (person, verb.start)
        return Voice(s.text[s.starts[first] : s.ends[end - 1]], first, end, "before")
    return Voice(s.text[s.starts[first] : s.ends[verb.start - 1]], first, verb.start, "before")


def _quoted_body(s: Sentence, k: int, last: int) -> Voice | None:
    """A body in capitals with a name in quotation marks: "the spokeswoman of OK «South»"."""
    body = k + 1 < last and s.words[k].isupper() and s.words[k + 1] in QUOTES
    if not body or len(s.words[k]) < 2:
        return None
    end = next((i for i in range(k + 2, min(k + 6, last)) if s.words[i] in '»”"'), None)
    if end is None:
        return None
    return Voice(s.text[s.starts[k] : s.ends[end]], k, end + 1, "according")


def _behind_ranks(s: Sentence, k: int, last: int) -> int:
    """The token behind ranks cut short before a name: "Brig. Gen. Ann Example"."""
    while k + 1 < last and s.match(k, "title") and s.words[k + 1] == "." and s.glued(k + 1):
        k += 2
    return k


def named_after(s: Sentence, m: Match, last: int) -> Voice | None:
    """The words that "according to" or "citing" name, when no table knows them."""
    begin = k = _behind_ranks(s, m.end, last)
    for i in range(k, min(k + 4, last)):
        noun = s.match(i, "speaker_noun")
        if noun and not any(s.words[j][0].isupper() for j in range(k, noun.end)):
            body = _quoted_body(s, noun.end, last) or _cited_body(s, k, last)
            return body or Voice("", noun.start, noun.end, "report")
    body = _cited_body(s, k, last) or (_cited_people(s, m, last) if m.kind == "citing" else None)
    if body:
        return body
    if s.match(k, "about") or s.match(m.start - 1, "interview"):
        return None  # "data on losses" names nobody
    while k < last and k - begin < NAME_LENGTH and s.kinds[k] in ("word", "designation"):
        ends = s.match(k, "speech") if s.words[k].islower() else None  # "the State Service"
        if ends or any(s.match(k, kind) for kind in ("frame", "period", "complementizer")):
            break
        named = k + 1 < last and is_person_word(s, k + 1)
        if s.match(k, "noun_of_loss") or (s.match(k, "metric") and not named):
            return None  # "data of losses", but "in the words of the volunteer Ann Example"
        k += 1
    capital = any(s.words[i][0].isupper() for i in range(begin, k))
    if k == begin or not capital:
        return None
    official = office_of(s, begin, k)
    if official:
        return official
    person = k
    while person > begin and is_person_word(s, person - 1):
        person -= 1
    begin = person if k - person >= 2 else begin  # "in the words of the head of X Ann Lee"
    return Voice(s.text[s.starts[begin] : s.ends[k - 1]], begin, k, "according")
