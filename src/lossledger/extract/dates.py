"""Days and periods in a text, written out or relative to the day it was published.

Relative words look back: "Thursday" is the last one on or before the day of publication, a
month without a year the last one that had begun by then. Without that day they stay unknown.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lossledger.extract.tokens import DASHES, DATE, NUMBER, WORD, Sentence
from lossledger.period import DAY, Period, cumulative, month_of, next_month, one_day

ROLLING = {"past_week": 7, "past_month": 30, "past_year": 365}


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time: tokens ``first`` to ``last``, what it is, and the days it means.

    ``code`` is one of the period codes of the language tables (past_day, cumulative, ...) or
    ``day``, ``month``, ``year``, ``weekday``, ``span``. ``start`` and ``end`` are its days as
    far as they are known. ``role`` is since, until, as_of, start_of or "" (within).
    """

    first: int
    last: int
    code: str
    start: date | None = None
    end: date | None = None
    role: str = ""


def times(s: Sentence, published: date | None, *, year_hint: int | None = None) -> list[When]:
    """Every expression of time in a sentence, in text order, longest first at each place."""
    found: list[When] = []
    i = 0
    while i < len(s):
        if s.kinds[i] == WORD and not s.tags[i]:
            i += 1
            continue
        when = _written(s, i, published, year_hint) or _worded(s, i, published)
        if when is None:
            i += 1
            continue
        if when.code != "never":
            found.append(_with_role(s, when))
        i = when.last
    return _spans(s, _of_last_year(_one_day(s, _without_hours(found)), published))


def _of_last_year(found: list[When], published: date | None) -> list[When]:
    """A day or month with "last year" right behind it is of that year: "May 31 last year"."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        if (
            before
            and published
            and when.code == "last_year"
            and before.code in ("day", "month")
            and before.last == when.first
            and before.start
            and before.end
        ):
            year = published.year - 1
            start = valid(year, before.start.month, before.start.day)
            end = month_of(start).end if start and before.code == "month" else start
            joined[-1] = replace(before, last=when.last, start=start, end=end)
        else:
            joined.append(when)
    return joined


def _without_hours(found: list[When]) -> list[When]:
    """A part of the day beside a day of its own ("in the evening of 1 October") says no more."""
    days = {w.first for w in found if w.code in ("day", "weekday", "yesterday")}
    ended = {w.last for w in found if w.code in ("weekday", "yesterday")}
    hours = ("today", "overnight", "past_day", "whole_day")
    return [
        w
        for w in found
        if not (w.code in hours and {w.last, w.last + 1, w.last + 2} & days)
        and not (w.code == "today" and w.first in ended)
    ]


def _written(s: Sentence, i: int, published: date | None, year_hint: int | None) -> When | None:
    """A date or month in figures or words."""
    if s.kinds[i] == DATE:
        day = _figures(s.words[i])
        return When(i, i + 1, "day", day, day) if day else None
    if s.kinds[i] == NUMBER:
        return _short(s, i, published) or _day_month(s, i, published, year_hint)
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
    parts = day_and_month(s.words[i])
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


def _bare_year(s: Sentence, i: int) -> When | None:
    year = _year(s, i)
    if year is None or not (year[1] > i + 1 or (i and s.match(i - 1, "year_before"))):
        return None
    return When(i, year[1], "year", date(year[0], 1, 1), date(year[0], 12, 31))


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
        second = None
        if after < len(s) - 1 and s.words[after] in DASHES:
            second = _small(s, after + 1)
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


def _worded(s: Sentence, i: int, published: date | None) -> When | None:
    clock = s.match(i, "as_of")
    if clock and clock.end < len(s) and _afternoon(s, clock.end):
        return relative(When(i, clock.end + 1, "today"), published)
    rolling = _rolling(s, i, published)
    part = _part_of_year(s, i, published)
    if part:
        return part
    m = s.match(i, "period")
    if m and any(e.start < i < e.end for e in s.all("end_of")):
        return None  # "on the last day of May"
    if rolling and (m is None or m.end < rolling.last):
        return rolling
    if m:
        return relative(When(i, m.end, str(m.meaning)), published)
    w = s.match(i, "weekday")
    if w and not (s.words[w.end - 1].isascii() and not s.words[w.end - 1][0].isupper()):
        latest = published - DAY if published and w.end - w.start > 1 else published
        day = _last_weekday(latest, int(w.meaning)) if latest else None
        return When(i, w.end, "weekday", day, day)
    return None


def _part_of_year(s: Sentence, i: int, published: date | None) -> When | None:
    """A quarter, half or season by its first and last month: "the first quarter of 2024"."""
    m = s.match(i, "part_of_year")
    if m is None:
        return None
    first, last = (int(k) for k in str(m.meaning).split("-"))
    year = _year(s, m.end)
    start = _dated(year[0] if year else None, first, 1, published)
    end = next_month(date(start.year, last, 1)) - DAY if start else None
    end = min(end, published) if end and published else end
    return When(i, year[1] if year else m.end, "span", start, end)


FARTHEST = 36_500
"""No text counts back further than so many days."""

HALF_A_YEAR = 182
MONTHS = {30: 1, HALF_A_YEAR: 6, 365: 12}
"""The months of a unit that is no number of weeks."""


def _afternoon(s: Sentence, i: int) -> bool:
    """A clock time of the second half of the day: 19:30, 22.00."""
    hour, _, minutes = s.words[i].replace(".", ":").partition(":")
    clock = hour.isdecimal() and minutes.isdecimal() and len(hour) <= 2 and len(minutes) == 2
    return clock and s.kinds[i] in ("time", NUMBER) and 12 <= int(hour) < 24 and int(minutes) < 60


def _rolling(s: Sentence, i: int, published: date | None) -> When | None:
    """The last N days, weeks, months or years up to the day before publication."""
    m = s.match(i, "rolling") or s.match(i, "within")
    if m is None or s.match(i - 1, "first_time"):
        return None
    value = s.match(m.end, "value")
    many = int(value.meaning) if value else _count(s, m.end)
    unit = s.match(value.end if value else m.end + 1, "days")
    half = s.match(m.end, "days")
    if many is None and half and int(half.meaning) == HALF_A_YEAR:
        many, unit = 1, half
    if many is None or unit is None or many * int(unit.meaning) > FARTHEST:
        return None
    start = _back(published, many, int(unit.meaning)) if published else None
    end = published - DAY if published else None
    if s.match(unit.end, "of_war"):
        return When(i, unit.end, "cumulative")
    return When(i, unit.end, "rolling", start, end)


def _count(s: Sentence, i: int) -> int | None:
    """A number of days, weeks or months in figures."""
    plain = i < len(s) and s.kinds[i] == NUMBER and s.words[i].isdecimal()
    return int(s.words[i]) if plain and len(s.words[i]) <= 3 else None  # four are a year


def _back(day: date, many: int, unit: int) -> date:
    """The day that lies so many units of 1, 7, 30 (a month), 182 or 365 (a year) before one."""
    if unit < 30:
        return day - many * unit * DAY
    months = day.year * 12 + day.month - 1 - many * MONTHS[unit]
    year, month = divmod(months, 12)
    last = month_of(date(year, month + 1, 1)).end
    assert last is not None
    return date(year, month + 1, min(day.day, last.day))


def weekday_conflicts(s: Sentence, whens: list[When]) -> list[When]:
    """The dates that stand with a weekday on which they did not fall."""
    found = []
    for when in whens:
        named = (s.match(k, "weekday") for k in range(when.first, when.last))
        days = {int(m.meaning) for m in named if m is not None}
        if when.code == "day" and when.start and len(days) == 1:
            found += [when] if when.start.weekday() not in days else []
    return found


def _last_weekday(published: date, weekday: int) -> date:
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def relative(when: When, published: date | None) -> When:
    """The days a relative expression means, looking back from publication."""
    if published is None:
        return when
    start, end = _days(when.code, published)
    return replace(when, start=start, end=end)


def _days(code: str, p: date) -> tuple[date | None, date | None]:
    if code in ("past_day", "yesterday", "whole_day"):
        return p - DAY, p - DAY
    if code == "two_days_ago":
        return p - 2 * DAY, p - 2 * DAY
    if code == "weekend":
        saturday = p - timedelta(days=(p.weekday() + 2) % 7)
        return saturday, min(saturday + DAY, p)
    if code in ("today", "overnight"):
        return p, p
    if code in ROLLING:
        return p - ROLLING[code] * DAY, p - DAY
    if code == "last_month":
        previous = month_of(p.replace(day=1) - DAY)
        return previous.start, previous.end
    if code == "last_week":
        monday = p - timedelta(days=p.weekday() + 7)
        return monday, monday + 6 * DAY
    if code == "last_year":
        return date(p.year - 1, 1, 1), date(p.year - 1, 12, 31)
    starts = {
        "this_week": p - timedelta(days=p.weekday()),
        "this_month": p.replace(day=1),
        "this_year": p.replace(month=1, day=1),
    }
    if code in starts:
        return starts[code], p
    points = {
        "month_start": p.replace(day=1),
        "year_start": p.replace(month=1, day=1),
        "week_start": p - timedelta(days=p.weekday()),
    }
    if code in points:
        return points[code], points[code]
    return None, None


def _with_role(s: Sentence, when: When) -> When:
    """Mark "since D", "as of D" and "by D"."""
    i = when.first
    if when.code == "day" and s.match(i - 1, "state_of") and s.all("noun_of_loss", "account"):
        return replace(when, role="as_of")
    for back in range(1, 6):
        point = s.match(i - back, "as_of")
        long = point is not None and point.end - point.start > 1
        if point and when.start and (point.end == i or (long and point.end < i)):
            return replace(when, role="as_of")
        m = s.match(i - back, "since")
        if m and m.end == i and when.code in ("day", "month", "year", "weekday"):
            return replace(when, role="since")
        m = s.match(i - back, "start_of")
        if m and m.end == i and when.code in ("month", "year"):
            return replace(when, role="start_of", end=when.start)
        m = s.match(i - back, "end_of")
        if m and m.end == i and when.code in ("month", "year"):
            return replace(when, role="end_of", start=when.end)
    return _since_it_began(s, when)


def _since_it_began(s: Sentence, when: When) -> When:
    """Mark the day or month of "since the offensive began in June", "which began in June"."""
    i = when.first
    began = s.match(i - 1, "began") or (s.match(i - 1, "preposition") and s.match(i - 2, "began"))
    since = any(s.match(k, "since") for k in range(max(0, i - 9), i - 1))
    since = since or any(s.match(k, "relative") for k in range(max(0, i - 3), i - 1))
    dated = when.code in ("day", "month", "year")
    return replace(when, role="since") if began and since and dated else when


def _one_day(s: Sentence, found: list[When]) -> list[When]:
    """Join a weekday and the date that explains it: "on Friday, 9 May"."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        if (
            before
            and before.code == "weekday"
            and when.code == "day"
            and when.first - before.last <= 2
            and all(_within_a_date(s, k) for k in range(before.last, when.first))
        ):
            joined[-1] = replace(when, first=before.first, role=before.role or when.role)
        else:
            joined.append(when)
    return joined


def _within_a_date(s: Sentence, k: int) -> bool:
    """What stands between a weekday and its date: a mark, "morning"."""
    return s.words[k] in ",(" or s.match(k, "daypart") is not None


def _spans(s: Sentence, found: list[When]) -> list[When]:
    """Join "from D to D" into one span."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        if (
            before
            and before.code in ("day", "month")
            and when.code in ("day", "month", "today")
            and before.role in ("", "since", "start_of")
            and _leads_to(s, before.last, when)
            and before.start
            and when.end
            and before.start <= when.end
        ):
            joined[-1] = When(before.first, when.last, "span", before.start, when.end)
        else:
            joined.append(when)
    return joined


def _leads_to(s: Sentence, start: int, when: When) -> bool:
    """Only "to" stands before the end of a span, or "to the end of" before its month."""
    to = s.match(start, "dated_to")
    if when.first - start == 1 or (to is not None and to.end == when.first):
        return bool(to)
    m = s.match(start, "end_of")
    return when.role == "end_of" and m is not None and m.end == when.first


def period_of(
    when: When | None, report_day: date | None, war_start: date | None, published: date | None
) -> Period:
    """The days a claim covers under an expression of time.

    ``report_day`` is the day of the report that carries the figure: the past day is the day
    before it, a running total ends on it, a month not yet over ends on it too.
    """
    if when is None:
        return Period(None, None, "unknown")
    code, now = when.code, report_day or published
    if code == "cumulative":
        return cumulative(war_start, when.end or now)
    if code == "cumulative_here":
        return Period(None, now, "cumulative")
    if code == "rolling":
        return Period(when.start, when.end, "interval")
    if when.role == "since":
        if when.start is None or when.start == war_start:
            return cumulative(war_start, now) if when.start else Period(None, now, "interval")
        if when.code == "weekday" and now and now > when.start:
            now -= DAY  # a week's reports count up to the day before the last
        kind = "interval" if now is None or now >= when.start else "unknown"
        return Period(when.start, now, kind) if kind == "interval" else _plain(when)
    if code == "past_day":
        return one_day(now - DAY if now else None)
    if code in ("past_week", "last_week", "this_week"):
        return Period(when.start, when.end, "week")
    if code in ("month", "this_month", "last_month", "past_month"):
        return _month_period(when, now)
    if code in ("year", "this_year", "last_year", "past_year", "span"):
        end = min(when.end, now) if when.end and now and code != "span" else when.end
        if when.start and end and end < when.start:
            end = when.end
        return Period(when.start, end, "interval")
    if code == "rate":
        return Period(None, None, "unknown")
    return _plain(when)


def _month_period(when: When, now: date | None) -> Period:
    end = when.end
    if when.start and end and now and when.start <= now < end:
        end = now
    return Period(when.start, end, "interval" if when.code == "past_month" else "month")


def _plain(when: When) -> Period:
    if when.start and when.end and when.start != when.end:
        return Period(when.start, when.end, "interval")
    return one_day(when.start)


FUTURE = frozenset({"forecast", "goal", "hypothetical"})
"""Stances of figures that may lie ahead of publication."""


def ahead(
    when: When, period: Period, published: date | None, as_of: date | None
) -> tuple[Period, date | None]:
    """The days of a figure that lies ahead: a month or year is whole, and not long past."""
    start, end = when.start, when.end
    if start is None or end is None:
        return period, as_of
    if published and when.code == "month" and end < published.replace(day=1):
        later = [valid(d.year + 1, d.month, 1) for d in (start, end)]
        if later[0] and later[1] and (later[0] - published).days < 300:
            start, end = later[0], month_of(later[1]).end or end
    if period.kind == "cumulative":
        return cumulative(period.start, end), end
    return Period(start, end, period.kind if period.kind != "unknown" else "interval"), as_of
