"""Why a number is no claim: years, times, money, distances, designations and the like."""

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.tokens import DASHES, NUMBER, WORD, Sentence
from lossledger.extract.when import When
from lossledger.extract.written_dates import is_no_year
from lossledger.vocabulary.lexicon import Match

_TOKEN_REASONS = {
    "address": "address",
    "designation": "designation",
    "date": "date",
    "time": "time",
    "ratio": "ratio",
}

PERSONS = frozenset({"civilians", "people", "one"})
OLDEST = 110
LONGEST_ROW = 6
DURATION = "duration"
LASTING = frozenset({"past_day", "past_week", "past_month", "past_year", "rate", "rolling"})
"""Expressions of time whose number says how long, not when."""

LONGEST_WAR = 4
"""Tokens of the name of a war."""
BESIDE = 10
"""So many tokens may stand between a number and the war that it is of."""
DATED = "dated"
"""The digits belong to a date, which is accounted for as such."""


def ignored_token(kind: str) -> str | None:
    """The reason to leave out a token with digits that is no plain number; None: unread."""
    return _TOKEN_REASONS.get(kind)


def reason_to_ignore(s: Sentence, n: NumberPhrase, whens: list[When]) -> str | None:
    """Why a number phrase is no count, or ``None``; ``DATED`` for the digits of a date."""
    when = next((w for w in whens if w.first <= n.first < w.last), None)
    if when:
        return (DURATION if when.code in LASTING else "date") if n.words else DATED
    for rule in RULES:
        reason = rule(s, n)
        if reason:
            return reason
    return None


def _coded(s: Sentence, n: NumberPhrase) -> str | None:
    """The number of the soldiers' word for their dead and wounded: "cargo 200"."""
    code = n.last == n.first + 1 and s.words[n.first] in ("200", "300")
    near = (n.first - 1, n.first - 2) if s.glued(n.first) else (n.first - 1,)
    return "designation" if code and any(k >= 0 and s.match(k, "cargo") for k in near) else None


def _of_a_foreign_name(s: Sentence, n: NumberPhrase) -> str | None:
    """A small number behind a name in another script: "телеканал France 2"."""
    k = n.first - 1
    small = n.last == n.first + 1 and s.words[n.first].isdecimal() and len(s.words[n.first]) == 1
    if not small:
        return None
    named = k > 0 and s.kinds[k] == WORD and s.words[k].isascii() and s.words[k][0].isupper()
    other = k > 0 and any(not w.isascii() for w in s.words[max(0, k - 3) : k])
    if not (named and other) or s.tags[k] or s.match(n.last, "metric"):
        return None
    return "designation"


def _unit_behind(s: Sentence, n: NumberPhrase) -> str | None:
    i = max(n.last, n.tail)
    if s.match(i, "joiner") and i + 1 < len(s) and s.kinds[i + 1] == NUMBER:
        i += 2  # "47 and 61 years" says years of both
    for k in (i, i + 1):
        unit = s.match(k, "unit")
        if unit and (k == i or _mere_adjective(s, i)):
            metric = s.match(k, "metric")
            if metric and metric.end > unit.end:
                return None
            return str(unit.meaning)
    return None


def _ages(s: Sentence, n: NumberPhrase) -> str | None:
    """An age in a list of ages: "aged eight, 12 and 17"."""
    if not any(m.meaning == "age" for m in s.all("unit_before")):
        return None
    k = n.first - 1
    while k > 0 and (s.words[k] == "," or s.match(k, "joiner") or _a_number(s, k)):
        unit = s.match(k - 1, "unit_before")
        if unit and unit.meaning == "age" and _a_number(s, k):
            return "age"
        k -= 1
    return None


def _named_age(s: Sentence, n: NumberPhrase) -> str | None:
    """An age in commas behind a name or a word for a person: "Fedorov, 34, told"."""
    i = n.first
    closed = n.last < len(s) and s.words[n.last] in ",."
    if n.words or i < 2 or s.words[i - 1] != "," or n.lead < i or not closed:
        return None
    person = s.words[i - 2][0].isupper() and i > 2 and not s.match(i - 2, "metric")
    single = any(m.end == i - 1 for m in s.all("articled", "person"))
    short = s.words[i].isdecimal() and len(s.words[i]) <= 3
    aged = short and 0 < int(s.words[i]) < OLDEST
    return "age" if aged and (person or single) and not _lists(s, n) else None


def _ages_of(s: Sentence, n: NumberPhrase) -> str | None:
    """Ages in commas behind people counted: "two civilians, 44 and 58, were taken away"."""
    word = s.words[n.first]
    if n.words or not word.isdecimal() or len(word) > 3 or int(word) >= OLDEST:
        return None
    i = n.first - 1
    while i > 0 and (s.words[i] == "," or s.match(i, "joiner") or s.kinds[i] == NUMBER):
        i -= 1
    people = any(m.end == i + 1 and m.meaning in PERSONS for m in s.all("metric", "person"))
    j = n.last
    while j < len(s) and (s.match(j, "joiner") or s.kinds[j] == NUMBER):
        j += 1
    opened = n.first - 1 > i and s.words[i + 1] == ","
    harmed = j + 1 < len(s) and (s.match(j + 1, "frame") or s.match(j + 1, "scope"))
    closed = j < len(s) and s.words[j] in ",-–—" and not harmed  # "33 - were hurt"
    return "age" if people and opened and closed else None


def _lists(s: Sentence, n: NumberPhrase) -> bool:
    """Whether further numbers stand beside a number in commas: "X, 34, 51 and 67"."""
    return any(_a_number(s, k) for k in range(n.last + 1, min(n.last + 3, len(s))))


def _unit_of_row(s: Sentence, n: NumberPhrase) -> str | None:
    """The unit that several numbers share: "34, 51 and 67 years old"."""
    k = n.last
    for _ in range(0 if n.words else LONGEST_ROW):
        k += k < len(s) and s.words[k] == ","
        k += bool(s.match(k, "joiner"))
        if k == n.last or k >= len(s) or not _a_number(s, k):
            return None
        k += 1
        unit = s.match(k, "unit")
        if (unit and unit.meaning == "age") or (unit and unit.meaning == "duration" and s.match(
            n.first - 1, "person"
        )):  # fmt: skip
            return "age"
        if unit:
            return str(unit.meaning) if not s.match(k, "metric") else None
    return None


def _a_number(s: Sentence, k: int) -> bool:
    return s.kinds[k] == NUMBER or bool(s.match(k, "value"))


def _odds(s: Sentence, n: NumberPhrase) -> str | None:
    """Both numbers of "one to ten"."""
    if s.match(n.last, "odds") and s.match(n.last + 1, "value"):
        return "ratio"
    return "ratio" if s.match(n.first - 1, "odds") and s.match(n.first - 2, "value") else None


def _per_each(s: Sentence, n: NumberPhrase) -> str | None:
    """A rate: "102 casualties for each square kilometre"."""
    of_one = any(m.start <= n.first < m.end for m in s.all("per_each"))  # "на одного убитого"
    return "rate" if of_one or s.has("per_each", n.last, n.last + 4) else None


def _unit_shared(s: Sentence, n: NumberPhrase) -> str | None:
    """The unit of the next number: "aged four and 16 years"."""
    k = n.last
    link = s.match(k, "range")
    if link and link.meaning == "to" and k + 1 < len(s) and s.kinds[k + 1] == NUMBER:
        at = k + 2 + bool(s.match(k + 2, "scale"))
        unit = s.match(at, "unit")  # "from 195,000 to 1.9 million euros"
        if unit and unit.meaning in MEASURES and not s.match(at, "metric"):
            return str(unit.meaning)
    if s.match(k, "joiner") and k + 2 < len(s) and s.kinds[k + 1] == NUMBER:
        unit = s.match(k + 2, "unit")
        return str(unit.meaning) if unit and not s.match(k + 2, "metric") else None
    return None


MEASURES = frozenset({"money", "percent", "distance", "area", "weight", "speed"})
"""Units that both ends of a change have."""


def _name_number(s: Sentence, n: NumberPhrase) -> str | None:
    """The number of a name in capitals, cut off by a stray space: "BARS -32"."""
    i = n.first
    if i < 2 or not s.glued(i) or s.words[i - 1] not in DASHES or s.glued(i - 1):
        return None
    return "designation" if s.words[i - 2].isupper() and len(s.words[i - 2]) > 1 else None


def _of_a_make(s: Sentence, n: NumberPhrase) -> str | None:
    """The number in the name of what is counted: "nine Leopard 2s"."""
    i = n.first
    plural = n.last < len(s) and s.glued(n.last) and s.folded[n.last] == "s"
    if i < 2 or not plural or not s.words[i - 1][0].isupper():
        return None
    return "designation" if s.match(i - 1, "metric") else None


def _mere_adjective(s: Sentence, i: int) -> bool:
    """Whether one plain word stands between a number and its unit: "15 square miles"."""
    return s.kinds[i] == "word" and not s.tags[i] and i + 1 < len(s)


def _of_a_ratio(s: Sentence, n: NumberPhrase) -> str | None:
    """Both numbers of a ratio named before: "a ratio, he said, of one to eight"."""
    named = [m for m in s.all("unit_before") if m.meaning == "ratio" and 0 <= n.lead - m.end <= 8]
    return "ratio" if named else None


def _unit_before(s: Sentence, n: NumberPhrase) -> str | None:
    for k in range(n.lead - 1, max(-1, n.lead - 4), -1):
        unit = s.match(k, "unit_before")
        named = any(x.start < k < x.end for x in s.all("metric")) if unit else False
        if unit and unit.end == n.lead and not named and _names_a_day(s, n, unit):
            return None if _are_so_many(n, unit) else str(unit.meaning)
    k = n.lead - 1
    if n.first - 1 != k:
        unit = s.match(n.first - 1, "unit_before")
        if unit:
            return str(unit.meaning)
    return None


def _are_so_many(n: NumberPhrase, unit: Match) -> bool:
    """Whether "number" is a verb before a figure: "the dead number at least 54,000"."""
    bounded = n.lead < n.first
    many = n.quantity is not None and max(n.quantity.figures) >= MANY
    return unit.meaning == "designation" and bounded and many


MANY = 1_000
"""No name of a thing has a bound and so high a number."""


def _names_a_day(s: Sentence, n: NumberPhrase, unit: Match) -> bool:
    """Whether a number behind the word for a day can be its number: no bound, no "in a day"."""
    bounded = n.lead < n.first or bool(s.match(unit.start - 1, "preposed"))
    return unit.meaning != "day_of_war" or not bounded


def _ordinal(s: Sentence, n: NumberPhrase) -> str | None:
    if n.tail <= n.last < len(s) and s.glued(n.last) and s.match(n.last, "ordinal"):
        return "ordinal"
    return None


def _footnote(s: Sentence, n: NumberPhrase) -> str | None:
    """A mark glued behind a word's full stop or bracket: "per month.16"."""
    i = n.first
    if i >= 2 and s.glued(i) and s.words[i - 1] in ".)]" and s.glued(i - 1):
        return "footnote" if s.kinds[i - 2] == "word" else None
    if 0 < i < len(s) - 1 and s.words[i - 1] == "[" and s.words[i + 1] == "]":
        return "footnote"
    return None


def _list_number(s: Sentence, n: NumberPhrase) -> str | None:
    if n.first == 0 and len(s.words[0]) <= 2 and n.last < len(s) and s.words[n.last] in ".)/":
        closed = s.words[n.last] != "/" or not s.glued(n.last + 1)  # a thread's "3/", no "3/4"
        return "list number" if s.kinds[0] == NUMBER and s.glued(n.last) and closed else None
    return None


def _year(s: Sentence, n: NumberPhrase) -> str | None:
    """Four digits from 1900 to 2100 standing as a year."""
    word = s.words[n.first]
    if n.words or len(word) != 4 or not word.isdecimal() or not 1900 <= int(word) <= 2100:
        return None
    before, after = n.first - 1, n.last
    if s.match(after, "year_word") or s.match(before, "month"):
        return "year"
    dash = after + 1 < len(s) and s.words[after] in DASHES and s.glued(after)
    if dash and s.words[after + 1].isdecimal() and len(s.words[after + 1]) in (2, 4):
        return "year"  # "the 1979-89 war"
    if s.match(before, "year_before"):
        counts = s.match(after, "party_adjective") or s.match(after, "metric")
        return None if counts or is_no_year(s, n.first) else "year"
    if before >= 0 and s.words[before] in "(" and after < len(s) and s.words[after] in ")":
        return "year"
    return None


def _clock(s: Sentence, n: NumberPhrase) -> str | None:
    """10.30 before a time zone or behind "at"."""
    word = s.words[n.first]
    head, mark, tail = word.partition(".")
    unit = s.match(n.last, "unit")
    told = (unit and unit.meaning == "time") or _as_of_before(s, n.first)
    if mark and len(tail) == 2 and head.isdecimal() and int(head) < 24 and n.last == n.first + 1:
        return "time" if told else None
    return None


def _as_of_before(s: Sentence, i: int) -> bool:
    """Whether "as of" stands right before a number: "as of 18.00"."""
    return any((m := s.match(k, "as_of")) is not None and m.end == i for k in range(i - 3, i))


def _of_another_war(s: Sentence, n: NumberPhrase) -> str | None:
    """The losses of another war, told beside it: "15,000 in ten years in Afghanistan"."""
    if _years_before(s, n):
        return "count of other things"
    if not s.all("other_war"):
        return None
    near = range(max(0, n.lead - BESIDE - LONGEST_WAR), min(n.last + BESIDE + 1, len(s)))
    if any(m.start < n.first < m.end for k in near if (m := s.match(k, "other_war"))):
        return "designation"  # "World War Two"
    for m in (m for k in near if (m := s.match(k, "other_war"))):
        if s.has("since", max(0, m.start - 3), m.start):
            continue  # "not seen since the Second World War"
        first, last = (n.last, m.start) if m.start >= n.last else (m.end, n.lead)
        between = range(first, last)
        whole = not any(s.words[k] in ";:" for k in between) and len(between) <= BESIDE
        counts = (k for k in between if s.kinds[k] == NUMBER and not _lasts(s, k))
        if whole and next(counts, None) is None:
            return "count of other things"
    return None


def _years_before(s: Sentence, n: NumberPhrase) -> bool:
    """Whether a clause tells of a year long before the war: "since 1982, when 323 died"."""
    for m in s.all("at_which"):
        k = m.start - 1 - (s.words[m.start - 1] == ",")
        word = s.words[k] if k > 0 else ""
        year = int(word) if len(word) == 4 and word.isdecimal() else 0
        if m.end <= n.lead and 1800 < year < s.war.start.year - LONG_BEFORE:
            return True
    return False


LONG_BEFORE = 10
"""So many years before a war's first day another one was fought."""


def _inside_unit(s: Sentence, n: NumberPhrase) -> str | None:
    """A number inside of a word for a share: the ten of "nine in ten"."""
    near = (s.match(k, "unit") for k in range(max(0, n.first - 2), n.first))
    return next((str(m.meaning) for m in near if m and m.end > n.first and m.meaning == "percent"),
                None)  # fmt: skip


def _lasts(s: Sentence, k: int) -> bool:
    """Whether the number at a token says how long something took."""
    unit = next((m for i in (k + 1, k + 2) if (m := s.match(i, "unit"))), None)
    word = s.words[k]
    if len(word) == 4 and word.isdecimal() and "1900" <= word < "2100":
        return True
    return (unit is not None and unit.meaning == "duration") or s.match(k + 1, "days") is not None


RULES = (
    _of_another_war,
    _inside_unit,
    _coded,
    _odds,
    _of_a_ratio,
    _per_each,
    _unit_behind,
    _unit_shared,
    _name_number,
    _of_a_foreign_name,
    _of_a_make,
    _unit_before,
    _ages,
    _named_age,
    _ages_of,
    _unit_of_row,
    _ordinal,
    _footnote,
    _list_number,
    _year,
    _clock,
)
