"""People that no table knows, and pictures, as the subjects of verbs of saying."""

from lossledger.extract.clauses import is_person_word, of_a_name, subject_gap
from lossledger.extract.named import office_of
from lossledger.extract.speakers import Voice
from lossledger.extract.tokens import NUMBER, QUOTES, WORD, Sentence, once
from lossledger.vocabulary.lexicon import Match

SHORT = 8
"""Tokens from pictures over those who have seen them to the verb."""
LONGEST_OFFICE = 14
"""Tokens that tell who a person is, between two commas."""
FARTHEST = 40
"""Tokens between a subject and its verb, clauses between them included."""


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
    own = end
    while own > name and is_person_word(s, own - 1):
        own -= 1
    start = own if end - own >= 2 and own > name else start  # "the head of X Ann Lee"
    return Voice(s.text[s.starts[start] : s.ends[end - 1]], start, end, "before")


def teller(s: Sentence, verb: Match, last: int) -> Voice | None:
    """People without a name beside a verb of saying: "military bloggers claim"."""
    behind = s.match(verb.end, "teller")
    before = [m for m in s.all("teller") if m.end <= verb.start]
    near = before[-1] if before and subject_gap(s, before[-1].end, verb.start) else None
    if near and _is_a_noun(s, near, verb):
        return None
    m = near or (behind if behind and behind.end <= last else None)
    if m is None:
        return None
    called = _called_by_name(s, m.end)
    if called:
        return called
    return Voice(s.text[s.starts[m.start] : s.ends[m.end - 1]], m.start, m.end, "teller")


def _called_by_name(s: Sentence, k: int) -> Voice | None:
    """The name in commas behind a noun for people: ", Ann Lee," or ", who goes by Rybar,"."""
    if k + 1 >= len(s) or s.words[k] != ",":
        return None
    by = s.match(k + 1, "goes_by")
    start = end = by.end if by else k + 1
    while end < len(s) and is_person_word(s, end):
        end += 1
    if end == start or (end - start < 2 and by is None):
        return None
    return Voice(s.text[s.starts[start] : s.ends[end - 1]], start, end, "before")


def _is_a_noun(s: Sentence, m: Match, verb: Match) -> bool:
    """Whether what follows people is a noun: "based on obituaries and local media reports"."""
    ends = verb.end >= len(s) or s.words[verb.end] in ".,;"
    kinds = ("joiner", "preposition", "adposition")
    return ends and m.end == verb.start and any(s.match(m.start - 1, kind) for kind in kinds)


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


def person_of(s: Sentence, voice: Voice) -> Voice:
    """A person who is named before his body, in its place: "Ann Lee of the White House said"."""
    if not voice.name or voice.how not in ("before", "relayed"):
        return voice
    near = range(voice.first - 1, max(0, voice.first - A_DESCRIPTION), -1)
    k = next((k for k in near if s.match(k, "works_for") or not _describes(s, k)), -1)
    if k < 1 or not s.match(k, "works_for"):
        return voice
    while k > 1 and _describes(s, k - 1) and not is_person_word(s, k - 1):
        k -= 1  # ", an analyst at"
    k -= s.words[k - 1] == ","
    start = k
    while start > 0 and is_person_word(s, start - 1):
        start -= 1
    offices = [m for m in s.all("title") if start < m.start < voice.first]
    if k - start < 2 or any(m.meaning == "head" for m in offices):
        return voice
    return Voice(s.text[s.starts[start] : s.ends[k - 1]], start, voice.last, voice.how)


A_DESCRIPTION = 9
"""So many tokens the name of a body may have before the word that names it."""


def _describes(s: Sentence, k: int) -> bool:
    """Whether a token may stand in a description of who somebody is: no mark, verb or number."""
    ends = ("speech", "frame", "complementizer", "metric", "perfect")
    return s.kinds[k] == WORD and not any(s.match(k, kind) for kind in ends)


def person_in_commas(s: Sentence, verb: Match, first: int) -> Voice | None:
    """A person between two commas before the verb: "The head of X, Col. Ann Lee, said"."""
    if verb.start - 1 <= first or s.words[verb.start - 1] != ",":
        return None
    found = person_beside(s, verb, first, verb.start)
    return found if found and found.last == verb.start - 1 else None


def person_beside(s: Sentence, verb: Match, first: int, last: int) -> Voice | None:
    """A person no table knows, with who he is: "Ann Lee, a spokeswoman, said"."""
    end = verb.start - 1
    if end > first and s.words[end] == ",":
        comma = next((k for k in range(end - 1, first, -1) if s.words[k] == ","), None)
        if comma is not None and end - comma > 2:
            own = end
            while own > comma + 1 and is_person_word(s, own - 1):
                own -= 1
            ranks = all(s.match(k, "title") or s.words[k] == "." for k in range(comma + 1, own))
            if ranks and end - own >= 2:
                return _person(s, own, end, "before")  # ", Col. Ann Lee, said"
        if comma is not None and end - comma <= LONGEST_OFFICE:
            start = comma
            while start > first and is_person_word(s, start - 1):
                start -= 1
            if comma - start >= 2 and not _counted_between(s, comma, end):
                return _person(s, start, comma, "before")
    return _person_behind(s, verb, last)


def _person_behind(s: Sentence, verb: Match, last: int) -> Voice | None:
    """A person named behind the verb: "says company commander Ann Lee"."""
    start = verb.end
    while start < last and start - verb.end < 5 and s.kinds[start] == WORD:
        if s.words[start][0].isupper() and not s.match(start, "title"):
            break
        if s.match(start, "complementizer") or s.match(start, "frame") or s.match(start, "metric"):
            return None
        start += 1
    end = start
    while end < last and is_person_word(s, end):
        end += 1
    if end - start >= 2:
        return _person(s, start, end, "after")
    title = s.match(verb.end, "title")
    if title is None or end - start != 1:
        return None
    return _person(s, start if start == title.end else verb.end, end, "after")


def titled_behind(s: Sentence, verb: Match, last: int) -> Voice | None:
    """Who is named behind his title and body: "said the commander of the group «East» Ann Lee".

    A spokesman speaks for his body, whoever he is.
    """
    near = range(verb.end, min(verb.end + NEAR_TITLE, last))
    title = next((t for k in near if (t := s.match(k, "title"))), None)
    if title is None or _ends_clause(s, verb.end, title.start):
        return None
    return _named_run(s, title.end, last, "after")


def titled_before(s: Sentence, verb: Match, first: int) -> Voice | None:
    """The same before the verb, words between: "The head of X Ann Lee said on air that"."""
    for title in reversed(s.all("title")):
        if not first <= title.start < title.end < verb.start <= title.start + FARTHEST_TITLE:
            continue
        if _ends_clause(s, title.end, verb.start):
            return None
        found = _named_run(s, title.end, verb.start, "before")
        if found and s.has("speaker_noun", found.last, verb.start):
            return None  # "in an interview with the expert Ann Lee he said"
        if found:
            return found
    return None


@once
def opening_person(s: Sentence) -> str | None:
    """The person with whose title and name a sentence opens: "The commander of X Ann Lee left"."""
    title = next((t for k in range(min(OPENS, len(s))) if (t := s.match(k, "title"))), None)
    if title is None or _ends_clause(s, 0, title.start):
        return None
    found = _named_run(s, title.end, len(s), "before")
    return found.name if found else None


OPENS = 4
"""So many tokens into a sentence the title of its first subject may stand."""
NEAR_TITLE = 7
"""Tokens from a verb of saying to the title of who said it."""
FARTHEST_TITLE = 26
"""Tokens from a title over the body and the name to the verb."""
LONGEST_BODY = 14
"""Tokens between a title and the name of who has it."""


def _ends_clause(s: Sentence, start: int, end: int) -> bool:
    """Whether a mark, a verb or a number stands between two words of one clause."""
    acting = {k for m in s.all("title") for k in range(m.start, m.end)}
    for k in range(start, end):
        if s.words[k] == "." and k in acting:
            continue  # "the acting head", cut short
        quoted = k + 1 < len(s) and s.words[k + 1] in QUOTES
        if s.words[k] in ",.;:" or (s.kinds[k] == NUMBER and not quoted):
            return True
        counted = s.match(k, "metric") and not s.match(k + 1, "title")  # "the military expert"
        if counted or any(s.match(k, kind) for kind in ("speech", "frame", "complementizer")):
            return True
    return False


def _named_run(s: Sentence, start: int, last: int, how: str) -> Voice | None:
    """The last name of two words or more before the clause ends, within a body's length."""
    found, k = None, start
    while k < min(start + LONGEST_BODY, last) and not _ends_clause(s, k, k + 1):
        end = k
        while end < last and is_person_word(s, end):
            end += 1
        if end - k >= 2:
            found = (k, end)
        k = max(end, k + 1)
    if found is None or s.has("source", start, found[0]):
        return None
    return _person(s, *found, how)


def _person(s: Sentence, start: int, end: int, how: str) -> Voice:
    """A person's name, or the source for which the words beside it say that he speaks."""
    return office_of(s, start, end) or Voice(
        s.text[s.starts[start] : s.ends[end - 1]], start, end, how
    )


def _counted_between(s: Sentence, start: int, end: int) -> bool:
    return any(s.kinds[k] == NUMBER or s.match(k, "frame") for k in range(start, end))


def shown(s: Sentence, verb: Match) -> Voice | None:
    """Nobody, where pictures are the subject: "Verified footage shows at least eleven"."""
    for m in s.all("evidence"):
        between = range(m.end, verb.start)
        seen_by = any(s.match(k, "agent") for k in between) and len(between) <= SHORT
        near = m.meaning == "seen" and (0 <= verb.start - m.end <= 2 or seen_by)
        if near and (seen_by or not any(s.match(k, "source") for k in between)):
            return Voice("", m.start, m.end, "nobody")
    return None


def foreign_body(s: Sentence, verb: Match) -> Voice | None:
    """Another country's body as the subject: "German intelligence puts"."""
    kinds = ("organisation", "title", "office", "speaker_noun")
    known = [o for o in s.all("source") if o.end <= verb.start]
    for m in s.all("foreign"):
        if any(o.start <= m.start < o.end for o in known):
            continue  # "US intelligence" has a table of its own
        heads = [
            k for k in range(max(0, m.start - 3), m.start) if any(s.match(k, x) for x in kinds)
        ]
        start = heads[0] if heads and m.meaning == "country" else m.start
        last, k = m.end if start < m.start else None, m.end
        while (
            k < verb.start and s.kinds[k] == WORD and (s.match(k, "of") or not s.match(k, "stop"))
        ):
            ends = [f.end for kind in kinds if (f := s.match(k, kind))]
            last = max(ends) if ends else last
            k += 1
        beside = person_beside(s, verb, m.start, verb.start) if last and k < verb.start else None
        if beside:
            return beside
        if last and k - last >= 2 and k == verb.start and is_person_word(s, k - 2):
            person = k
            while person > last and is_person_word(s, person - 1):
                person -= 1
            return Voice(s.text[s.starts[person] : s.ends[k - 1]], person, k, "before")
        if last and subject_gap(s, last, verb.start):
            return Voice(s.text[s.starts[start] : s.ends[last - 1]], start, last, "before")
    return None
