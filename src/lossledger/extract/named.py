"""Speakers that no table knows: people, bodies and organisations, by their place in a sentence."""

from lossledger.extract.speakers import Voice, is_generic
from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, WORD, Sentence
from lossledger.vocabulary import sources
from lossledger.vocabulary.lexicon import Match

NAME_LENGTH = 8
LONGEST_OFFICE = 14
"""Tokens that tell who a person is, between two commas."""
FARTHEST = 40
"""Tokens between a subject and its verb, clauses between them included."""
BODY_LENGTH = 7


def named_behind(s: Sentence, start: int) -> bool:
    """Whether a name follows a word for a speaker: "said the spokesman of the staff"."""
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


def of_a_name(s: Sentence, k: int) -> bool:
    """A word with a capital that no table knows, or quotation marks around one."""
    if s.words[k] in QUOTES:
        return s.words[k] in "»”" or (k + 1 < len(s) and s.words[k + 1][0].isupper())
    return s.words[k][0].isupper() and not s.match(k, "source") and not s.match(k, "party")


SHORT = 4
"""Letters of an abbreviated rank: "Col.", "Maj."."""
LONGEST_GAP = 12
"""Tokens between a subject and its verb, clauses in commas aside."""


def subject_gap(s: Sentence, start: int, end: int, begin: int | None = None) -> bool:
    """Whether a verb may have a subject that ends so far before it.

    A subject that began at ``begin`` behind a comma ends at one: "Ann, its spokeswoman, said".
    """
    commas = told = 0
    k = start
    while k < end:
        closed = _inserted(s, k, end)
        if closed:
            k = closed + 1
            continue
        named = k > start and s.words[k - 1][0].isupper()
        if (s.kinds[k] == NUMBER and not (named or of_date(s, k))) or s.words[k] in ";:":
            return False
        if s.words[k] == "." and not (named and len(s.words[k - 1]) <= SHORT):
            return False
        if s.match(k, "frame") or s.match(k, "speech"):
            return False
        commas += s.words[k] == ","
        told += 1
        k += 1
    beside = begin is not None and _behind_comma(s, begin) and s.words[end - 1] == ","
    return told <= LONGEST_GAP and (commas != 1 or end - start <= 2 or beside)


def _behind_comma(s: Sentence, k: int) -> bool:
    """Whether a comma stands before a name, an article or a title between them aside."""
    while k > 0 and (
        s.match(k - 1, "definite") or s.match(k - 1, "article") or s.match(k - 1, "title")
    ):
        k -= 1
    return k > 1 and s.words[k - 1] == "," and s.words[k - 2][0].isupper()


def _inserted(s: Sentence, k: int, end: int) -> int | None:
    """The comma that closes a clause of its own: ", which counts names," or ", in its report,"."""
    opens = s.words[k] == "," and k + 1 < end
    openers = ("which", "according", "adposition", "speech")
    behind = s.match(k + 1, "preposition") is not None and s.match(k + 2, "which")
    if not opens or not (behind or any(s.match(k + 1, kind) for kind in openers)):
        return None
    return next((i for i in range(k + 2, end) if s.words[i] == ","), None)


def relative_gap(s: Sentence, start: int, end: int) -> bool:
    """Whether a verb stands in a clause about a source: "Kyiv, which last acknowledged 300"."""
    who = s.match(start + 1, "which") if start + 1 < end and s.words[start] == "," else None
    if who is None or who.meaning != "who" or end - start > LONGEST_GAP:
        return False
    inner = range(start + 2, end)
    return not any(
        s.words[k] in ",;:." or s.match(k, "frame") or s.match(k, "source") for k in inner
    )


def of_date(s: Sentence, k: int) -> bool:
    """Whether a number is the day of a month, or the first of two: "from 6 to 12 May"."""
    span = k + 3 < len(s) and s.kinds[k + 2] == NUMBER and s.match(k + 3, "month")
    return bool(span or s.match(k + 1, "month") or s.match(k - 1, "month"))


def noun_near(s: Sentence, verb: Match, first: int, last: int) -> Voice | None:
    """ "the report said", "it added": the last speaker goes on."""
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
            return Voice("", noun.start, noun.end, "carry")
    return None


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
    others = ("party", "party_adjective", "month", "place", "weekday")
    if any(s.match(i, kind) for i in range(k, end) for kind in others):
        return None
    official = _office_of(s, k, end)
    if official:
        return official
    k = _with_title(s, k, end, first)
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


def opening_head(s: Sentence, verb: Match, first: int) -> Voice | None:
    """Who heads a body, as a sentence's subject far from the verb: "The head of X ... and said"."""
    start = first + 1 if s.match(first, "definite") else first
    title = s.match(start, "title")
    if title is None or title.meaning != "head" or verb.start - start > FARTHEST:
        return None
    of = s.match(title.end, "of")
    end = of.end if of else title.end
    name = end
    while end < verb.start and (of_a_name(s, end) or s.words[end][0].isupper()):
        end += 1
    if end == name or any(s.words[k] in ";:" for k in range(end, verb.start)):
        return None
    return Voice(s.text[s.starts[start] : s.ends[end - 1]], start, end, "before")


def teller(s: Sentence, verb: Match, last: int) -> Voice | None:
    """People without a name beside a verb of saying: "military bloggers claim"."""
    behind = s.match(verb.end, "teller")
    before = [m for m in s.all("teller") if m.end <= verb.start]
    near = before[-1] if before and subject_gap(s, before[-1].end, verb.start) else None
    m = near or (behind if behind and behind.end <= last else None)
    if m is None:
        return None
    how = "after" if m is behind else "before"
    return Voice(s.text[s.starts[m.start] : s.ends[m.end - 1]], m.start, m.end, how)


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
        before = s.match(m.start - 1, "preposition") or m.start == 0
        before = before or any(o.end == m.start for o in s.all("according"))
        if account is None or name is None or s.match(m.start, "source"):
            continue
        if before or s.match(account.end, "speech") or s.match(account.end, "assessment"):
            found.append(Voice(name, m.start, account.end, "according"))
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


def told_outlet(s: Sentence, verb: Match) -> Voice | None:
    """An outlet that no table knows, as whom somebody speaks to: "she told Channel Nine"."""
    if not s.match(verb.start, "telling"):
        return None
    end = verb.end
    while end < len(s) and s.kinds[end] == WORD and s.words[end][0].isupper() and not s.tags[end]:
        end += 1
    if end == verb.end:
        return None
    end += end < len(s) and s.kinds[end] == NUMBER and len(s.words[end]) == 1
    return Voice(s.text[s.starts[verb.end] : s.ends[end - 1]], verb.end, end, "told")


def person_beside(s: Sentence, verb: Match, first: int, last: int) -> Voice | None:
    """A person no table knows, with who he is: "Ann Lee, a spokeswoman, said"."""
    end = verb.start - 1
    if end > first and s.words[end] == ",":
        comma = next((k for k in range(end - 1, first, -1) if s.words[k] == ","), None)
        if comma is not None and end - comma <= LONGEST_OFFICE:
            start = comma
            while start > first and is_person_word(s, start - 1):
                start -= 1
            if comma - start >= 2 and not _counted_between(s, comma, end):
                return _person(s, start, comma, "before")
    end = verb.end
    while end < last and is_person_word(s, end):
        end += 1
    return _person(s, verb.end, end, "after") if end - verb.end >= 2 else None


def _person(s: Sentence, start: int, end: int, how: str) -> Voice:
    """A person's name, or the source for which the words beside it say that he speaks."""
    return _office_of(s, start, end) or Voice(
        s.text[s.starts[start] : s.ends[end - 1]], start, end, how
    )


def is_person_word(s: Sentence, k: int) -> bool:
    """A word with a capital and small letters that no table knows."""
    word = s.words[k]
    plain = s.kinds[k] == WORD and len(word) > 1 and word[0].isupper() and not word.isupper()
    return plain and not any(m.kind not in ("oblique", "articled") for m in s.tags[k] or ())


def _counted_between(s: Sentence, start: int, end: int) -> bool:
    return any(s.kinds[k] == NUMBER or s.match(k, "frame") for k in range(start, end))


def shown(s: Sentence, verb: Match) -> Voice | None:
    """Nobody, where pictures are the subject: "Verified footage shows at least eleven"."""
    for m in s.all("evidence"):
        between = range(m.end, verb.start)
        near = m.meaning == "seen" and 0 <= verb.start - m.end <= 2
        if near and not any(s.match(k, "source") for k in between):
            return Voice("", m.start, m.end, "nobody")
    return None


def _office_of(s: Sentence, first: int, end: int) -> Voice | None:
    """The source that a named person speaks for: "the adviser X", "X, commander of the navy"."""
    if end < len(s) and s.words[end] == ",":
        for k in range(end + 1, min(end + 9, len(s))):
            m = s.match(k, "source")
            if m and k == end + 1 and is_generic(str(m.meaning)):
                break  # "by Smith's count, Russia lost": a clause of its own
            if m:
                return Voice(str(m.meaning), k, m.end, "before")
            if s.words[k] in ",.;:" or s.kinds[k] != WORD:
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


def _quoted_body(s: Sentence, k: int, last: int) -> Voice | None:
    """A body in capitals with a name in quotation marks: "the spokeswoman of OK «South»"."""
    body = k + 1 < last and s.words[k].isupper() and s.words[k + 1] in QUOTES
    if not body or len(s.words[k]) < 2:
        return None
    end = next((i for i in range(k + 2, min(k + 6, last)) if s.words[i] in '»”"'), None)
    if end is None:
        return None
    return Voice(s.text[s.starts[k] : s.ends[end]], k, end + 1, "according")


def named_after(s: Sentence, m: Match, last: int) -> Voice | None:
    """The words that "according to" or "citing" name, when no table knows them."""
    k = m.end
    for i in range(k, min(k + 4, last)):
        noun = s.match(i, "speaker_noun")
        if noun and not any(s.words[j][0].isupper() for j in range(k, noun.end)):
            body = _quoted_body(s, noun.end, last)
            return body or Voice("", noun.start, noun.end, "report")
    if s.match(k, "about") or s.match(m.start - 1, "interview"):
        return None  # "data on losses" names nobody
    while k < last and k - m.end < NAME_LENGTH and s.kinds[k] in ("word", "designation"):
        if any(s.match(k, kind) for kind in ("frame", "speech", "period", "complementizer")):
            break
        if s.match(k, "noun_of_loss") or s.match(k, "metric"):
            return None  # "data of losses"
        k += 1
    capital = any(s.words[i][0].isupper() for i in range(m.end, k))
    if k == m.end or not capital:
        return None
    official = _office_of(s, m.end, k)
    if official:
        return official
    return Voice(s.text[s.starts[m.end] : s.ends[k - 1]], m.end, k, "according")
