"""Dates, months, years and quarters written out: "5-7 March", "24.02", "the first quarter of 2024".

A month without a year is the last one that had begun by the day of publication.
"""

from datetime import date

from lossledger.extract.tokens import DASHES, DATE, NUMBER, Sentence
from lossledger.extract.when import When
from lossledger.period import DAY, next_month


def written(s: Sentence, i: int, published: date | None, year_hint: int | None) -> When | None:
    """A date or month in figures or words."""
    if s.kinds[i] == DATE:
        day = _figures(s.words[i])
        return When(i, i + 1, "day", day, day) if day else None
    if s.kinds[i] == NUMBER:
        return _short(s, i, published) or _day_month(s, i, published, year_hint)
    named = s.match(i, "day_word")
    if named is not None:
        return _worded_day(s, i, int(named.meaning), named.end, published, year_hint)
    month = _month(s, i)
    if month is None:
        return None
    return _month_first(s, i, month, published, year_hint)


def day_and_month(word: str) -> tuple[int, int] | None:
    """The day and month of a date in figures without its year: "24.02"."""
    head, mark, tail = word.partition(".")
    if not mark or not 1 <= len(head) <= 2 or len(tail) != 2 or not (head + tail).isdecimal():
        return None
    day, month = int(head), int(tail)
    return (day, month) if valid(2024, month, day) else None


def _short(s: Sentence, i: int, published: date | None) -> When | None:
    """A date without its year in "from 24.02 to 12.04" or "as of 12.04"."""
    parts = day_and_month(s.words[i]) if "." in s.words[i] else None
    if parts is None or s.match(i + 1, "unit") or s.match(i + 1, "scale"):
        return None
    after = s.match(i + 1, "dated_to") and i + 2 < len(s) and _any_date(s, i + 2)
    before = i > 1 and s.match(i - 1, "dated_to") and _any_date(s, i - 2)
    as_of = any(m.end == i for k in (1, 2, 3) if (m := s.match(i - k, "as_of")))
    if not (after or before or as_of):
        return None
    day = _dated(None, parts[1], parts[0], published)
    return When(i, i + 1, "day", day, day)


def _any_date(s: Sentence, k: int) -> bool:
    return s.kinds[k] == DATE or day_and_month(s.words[k]) is not None


def _figures(word: str) -> date | None:
    parts = [int(p) for p in word.replace("-", ".").replace("/", ".").split(".")]
    if parts[0] > 31:
        year, month, day = parts
    else:
        day, month, year = parts
        year += 2000 if year < 100 else 0
    return valid(year, month, day)


def valid(year: int, month: int, day: int) -> date | None:
    """A day, or ``None`` where the calendar has none."""
    try:
        return date(year, month, day) if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def _month(s: Sentence, i: int) -> int | None:
    """The month named at a token; English months want their capital."""
    m = s.match(i, "month")
    if m is None:
        return None
    if s.words[i].isascii() and not s.words[i][0].isupper():
        return None
    return int(m.meaning)


def _small(s: Sentence, i: int) -> int | None:
    """A day of the month in figures at a token, its ordinal ending aside."""
    if 0 <= i < len(s) and s.kinds[i] == NUMBER and s.words[i].isdecimal():
        value = int(s.words[i]) if len(s.words[i]) <= 2 else 0
        return value if 1 <= value <= 31 else None
    return None


def _year(s: Sentence, i: int) -> tuple[int, int] | None:
    """A year in figures at a token, with the word for "year" and an abbreviation's stop."""
    if i < len(s) and s.words[i] == ",":
        i += 1
    if i < len(s) and s.kinds[i] == NUMBER and s.words[i].isdecimal() and len(s.words[i]) == 4:
        value = int(s.words[i])
        if 1990 <= value <= 2100:
            end = i + 1
            if s.match(end, "year_word"):
                end += 1
                if end < len(s) and s.words[end] == "." and s.glued(end):
                    end += 1
            return value, end
    return None


def _day_month(s: Sentence, i: int, published: date | None, year_hint: int | None) -> When | None:
    """24 February 2022, the 24th of February, 5-7 March, 24 лютого 2022 року."""
    day = _small(s, i)
    if day is None:
        return _bare_year(s, i)
    alone = _day_alone(s, i, day, published)
    if alone is not None or not s.all("month"):
        return alone
    j = i + 1
    second = None
    if j < len(s) and (s.words[j] in DASHES or s.match(j, "range") or s.match(j, "dated_to")):
        second = _small(s, j + 1)
        j = j + 2 if second else j
    if s.match(j, "ordinal") and s.glued(j):
        j += 1
    if j < len(s) and s.folded[j] == "of":
        j += 1
    month = _month(s, j) if j < len(s) else None
    if month is None:
        return None
    j += 1
    year = _year(s, j)
    if year:
        j = year[1]
    value = year[0] if year else year_hint
    start = _dated(value, month, day, published)
    end = _dated(value, month, second, published) if second else start
    if start and end and end >= start:
        return When(i, j, "span" if second else "day", start, end)
    return When(i, j, "day", start, start)


def _day_alone(s: Sentence, i: int, day: int, published: date | None) -> When | None:
    """A day of the month without it: "on inauguration day, the 20th, the report gave 820,430"."""
    end = i + 2
    ordinal = s.match(i + 1, "ordinal") and s.glued(i + 1)
    if published is None or not ordinal or not s.match(i - 1, "definite"):
        return None
    if end < len(s) and s.words[end] not in ",.;:)":
        return None
    for first in (published.replace(day=1), (published.replace(day=1) - DAY).replace(day=1)):
        found = valid(first.year, first.month, day)
        if found and found <= published:
            return When(i, end, "day", found, found)
    return None


def _worded_day(
    s: Sentence, i: int, day: int, j: int, published: date | None, year_hint: int | None
) -> When | None:
    """The first of December, двадцять першого грудня 2024 року."""
    month = _month(s, j) if j < len(s) else None
    if month is None:
        return None
    year = _year(s, j + 1)
    found = _dated(year[0] if year else year_hint, month, day, published)
    return When(i, year[1] if year else j + 1, "day", found, found)


def _bare_year(s: Sentence, i: int) -> When | None:
    year = _year(s, i)
    named = year is not None and year[1] > i + 1
    if year is None or not (named or _in_before(s, i)) or (not named and is_no_year(s, i)):
        return None
    side = s.match(i + 1, "party_adjective") if year[1] == i + 1 else None
    if side and s.match(side.end, "metric"):
        return None  # "up to 2015 Ukrainian soldiers"
    return When(i, year[1], "year", date(year[0], 1, 1), date(year[0], 12, 31))


def is_no_year(s: Sentence, i: int) -> bool:
    """Whether four digits behind "to" are a count: of no time that anybody foresees, or behind
    what something grew by ("up to 2090", "rose by 13, to 1994")."""
    k = i - 2 - (i > 1 and s.words[i - 2] == ",")
    link = s.match(i - 1, "range") if k > 0 else None
    by = link is not None and link.meaning == "to" and s.kinds[k] == NUMBER
    grown = by and len(s.words[k]) < len("1994") and bool(s.all("change"))
    return grown or int(s.words[i]) > s.war.start.year + FORESEEN


FORESEEN = 20
"""No year is named further ahead of a war's first day than so many."""


def _in_before(s: Sentence, i: int) -> bool:
    """Whether a word that leads to a year stands before a token: "in", "than in", "mid-"."""
    if i > 1 and s.words[i - 1] in DASHES and s.glued(i) and s.match(i - 2, "year_before"):
        return True
    before = (s.match(k, "year_before") for k in (i - 1, i - 2) if k >= 0)
    return any(m is not None and m.end == i for m in before)


def _month_first(
    s: Sentence, i: int, month: int, published: date | None, year_hint: int | None
) -> When:
    """February 24, 2022; February 2024; February."""
    j = i + 1
    if j < len(s) and s.words[j] == "." and s.glued(j) and len(s.words[i]) <= 4:
        j += 1
    day = _small(s, j)
    if day is not None and not s.match(j + 1, "metric"):
        after = j + 1
        second = _second_day(s, i, after)
        after = after + 2 if second else after
        if s.match(after, "ordinal") and s.glued(after):
            after += 1
        year = _year(s, after)
        value = year[0] if year else year_hint
        start = _dated(value, month, day, published)
        end = _dated(value, month, second, published) if second else start
        code = "span" if second and start and end and start < end else "day"
        return When(i, year[1] if year else after, code, start, end)
    year = _year(s, j)
    value = year[0] if year else year_hint
    first = _dated(value, month, 1, published)
    if first is None:
        return When(i, year[1] if year else i + 1, "month")
    return When(i, year[1] if year else i + 1, "month", first, next_month(first) - DAY)


def _second_day(s: Sentence, i: int, after: int) -> int | None:
    """The last day of "June 3-7", "from June 3 to 7", "between June 3 and 7"."""
    if after >= len(s) - 1:
        return None
    opened = s.match(i - 1, "between") or s.match(i - 1, "since") or _night_before(s, i)
    both = s.match(after, "joiner") and (
        after + 2 >= len(s)
        or not s.words[after + 2][0].isalpha()
        or any(s.match(after + 2, kind) for kind in ("definite", "party", "preposition"))
    )
    to = (opened or both) and (s.match(after, "dated_to") or s.match(after, "joiner"))
    if not (s.words[after] in DASHES or to):
        return None
    second = _small(s, after + 1)
    counts = s.match(after + 2, "metric") or s.match(after + 2, "unit")
    return None if counts else second


def _night_before(s: Sentence, i: int) -> bool:
    """Whether a word for the night ends right before a token, "of" aside."""
    return any(m.meaning == "overnight" and m.end in (i, i - 1) for m in s.all("period"))


def _dated(year: int | None, month: int, day: int | None, published: date | None) -> date | None:
    """A day whose year is given, or the last such day on or before publication."""
    if day is None:
        return None
    if year is not None:
        return valid(year, month, day)
    if published is None:
        return None
    for candidate in (published.year, published.year - 1, published.year - 2):
        found = valid(candidate, month, day)
        if found and found <= published:
            return found
    return None


HALF_A_MONTH = 15
"""The last day of the first half of a month."""


def part_of_month(s: Sentence, i: int, published: date | None) -> When | None:
    """Days of a month counted from one of its ends: "the first two weeks of May", its halves."""
    m = s.match(i, "part_of_month")
    if m is None:
        return None
    half = str(m.meaning).endswith(("half", "middle"))
    at, days = (m.end, HALF_A_MONTH) if half else _days_counted(s, m.end)
    at += at < len(s) and s.folded[at] == "of"
    month = _month(s, at) if at < len(s) and days else None
    if month is None:
        return None
    whole = _month_first(s, at, month, published, None)
    if whole.code != "month" or whole.start is None or whole.end is None:
        return None
    if m.meaning == "by_middle":
        return When(i, whole.last, "cumulative")  # all until then, whichever day that was
    first = str(m.meaning) in ("first", "first_half")
    cut = whole.start + (days - 1) * DAY
    if days == 1:  # "on the last day of May"
        day = whole.start if first else whole.end
        return When(i, whole.last, "day", day, day)
    if first:
        return When(i, whole.last, "span", whole.start, min(cut, whole.end))
    start = cut + DAY if half else whole.end - (days - 1) * DAY
    return When(i, whole.last, "span", max(start, whole.start), whole.end)


def first_months(s: Sentence, i: int, published: date | None) -> When | None:
    """So many months from one end of a year: "the first five months of 2024"."""
    m = s.match(i, "part_of_month")
    if m is None or m.meaning not in ("first", "last"):
        return None
    value = s.match(m.end, "value")
    many, at = (int(value.meaning), value.end) if value else (_small(s, m.end) or 0, m.end + 1)
    unit = s.match(at, "days")
    if unit is None or int(unit.meaning) != 30 or not 1 <= many <= 12:
        return None
    at = unit.end
    at += at < len(s) and s.folded[at] == "of"
    year = _year(s, at)
    end = year[1] if year else at
    if year is None:
        end += s.match(end, "definite") is not None
        end += s.match(end, "determiner") is not None
        named = s.match(end, "days")
        if named is None or int(named.meaning) != 365 or published is None:
            return None
        end = named.end
    value_of = year[0] if year else published.year if published else 0
    first, last = (1, many) if m.meaning == "first" else (13 - many, 12)
    return When(i, end, "span", date(value_of, first, 1), next_month(date(value_of, last, 1)) - DAY)


def _days_counted(s: Sentence, i: int) -> tuple[int, int]:
    """The token behind "ten days", "two weeks", "week", and how many days they are, else 0."""
    value = s.match(i, "value")
    many, at = (int(value.meaning), value.end) if value else (_small(s, i) or 1, i)
    at += value is None and _small(s, i) is not None
    unit = s.match(at, "days")
    if unit is None or int(unit.meaning) * many > 31:
        return at, 0
    return unit.end, int(unit.meaning) * many


def part_of_year(s: Sentence, i: int, published: date | None) -> When | None:
    """A quarter, half or season by its first and last month: "the first quarter of 2024"."""
    m = s.match(i, "part_of_year")
    if m is None:
        return None
    first, last = (int(k) for k in str(m.meaning).split("-"))
    at = m.end + (m.end < len(s) and s.folded[m.end] == "of")
    year = _year(s, at)
    start = _dated(year[0] if year else None, first, 1, published)
    over = first > last  # a winter ends in the next year
    end = next_month(date(start.year + over, last, 1)) - DAY if start else None
    end = min(end, published) if end and published else end
    return When(i, year[1] if year else m.end, "span", start, end)
