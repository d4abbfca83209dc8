"""Days told from the day of publication: "yesterday", "on Sunday", "in the past two weeks".

Relative words look back; without that day they stay unknown.
"""

from dataclasses import replace
from datetime import date, timedelta

from lossledger.extract.beginnings import begun_at, place_behind
from lossledger.extract.tokens import NUMBER, Sentence
from lossledger.extract.when import When
from lossledger.extract.written_dates import first_months, part_of_month, part_of_year
from lossledger.period import DAY, month_of

ROLLING = {"past_week": 7, "past_month": 30, "past_year": 365}


def worded(s: Sentence, i: int, published: date | None) -> When | None:
    ago = _ago(s, i, published)
    if ago:
        return ago
    if not s.tags[i] and i > 0:
        return None
    clock = s.match(i, "as_of")
    if clock and clock.end < len(s) and _afternoon(s, clock.end):
        return relative(When(i, clock.end + 1, "today"), published)
    clock = s.match(i, "clock_at")
    if clock and _clock(s, clock.end):
        return relative(When(i, clock.end + 1, "clock"), published)
    if i == 0 and s.kinds[0] == "time" and len(s) > 1 and s.words[1] != ":":
        return relative(When(0, 1, "clock"), published)
    rolling = _rolling(s, i, published)
    part = (
        first_months(s, i, published)
        or part_of_month(s, i, published)
        or part_of_year(s, i, published)
    )
    if part:
        return part
    m = s.match(i, "period")
    if m and any(e.start < i < e.end for e in s.all("end_of")):
        return None  # "on the last day of May"
    if rolling and (m is None or m.end < rolling.last):
        return rolling
    begun = begun_at(s, i)
    if begun and (m is None or m.end <= begun.last):
        return begun
    if m and m.meaning in ROLLING and any(o.end == i for o in s.all("first_time")):
        return When(i, m.end, "never")  # "for the second time in a month"
    if m:
        here = m.meaning == "cumulative" and s.match(i, "since") and place_behind(s, i, m.end)
        code = "cumulative_here" if here else str(m.meaning)
        return relative(When(i, m.end, code), published)
    w = s.match(i, "weekday")
    if w and not (s.words[w.end - 1].isascii() and not s.words[w.end - 1][0].isupper()):
        latest = published - DAY if published and w.end - w.start > 1 else published
        day = _last_weekday(latest, int(w.meaning)) if latest else None
        return When(i, w.end, "weekday", day, day)
    return None


FIRST_MONTHS = 2
"""In the first months of a year the results of "the year" are those of the one before."""

FARTHEST = 36_500
"""No text counts back further than so many days."""


HALF_A_YEAR = 182


MONTHS = {30: 1, HALF_A_YEAR: 6, 365: 12}
"""The months of a unit that is no number of weeks."""


def _afternoon(s: Sentence, i: int) -> bool:
    """A clock time of the second half of the day: 19:30, 22.00."""
    return _clock(s, i) and int(s.words[i].replace(".", ":").partition(":")[0]) >= 12


def _clock(s: Sentence, i: int) -> bool:
    """A clock time: 7:45, 22.00; no price or share with a decimal point."""
    if i >= len(s) or s.kinds[i] not in ("time", "ratio", NUMBER) or s.match(i + 1, "scale"):
        return False
    hour, _, minutes = s.words[i].replace(".", ":").partition(":")
    if not (hour.isdecimal() and minutes.isdecimal() and len(hour) <= 2 and len(minutes) == 2):
        return False
    unit = s.match(i + 1, "unit") if s.kinds[i] == NUMBER else None  # "3.30 hours" are no clock
    return int(hour) < 24 and int(minutes) < 60 and (unit is None or unit.meaning == "time")


def _rolling(s: Sentence, i: int, published: date | None) -> When | None:
    """The last N days, weeks, months or years up to the day before publication."""
    m = s.match(i, "rolling") or s.match(i, "within")
    if m is None or any(o.end == i for o in s.all("first_time")):
        return None
    at = _behind_hedges(s, m.end)
    value = s.match(at, "value")
    many = int(value.meaning) if value else _count(s, at)
    unit = s.match(_behind_hedges(s, value.end if value else at + 1), "days")
    half = s.match(at, "days")
    if many is None and half and int(half.meaning) == HALF_A_YEAR:
        many, unit = 1, half
    if many is None or unit is None or many * int(unit.meaning) > FARTHEST:
        return None
    start = _back(published, many, int(unit.meaning)) if published else None
    end = published - DAY if published else None
    short = start is not None and int(unit.meaning) <= ROLLING["past_week"]
    part = short and start is not None and not _as_long(start, s.war.start, published)
    if s.match(unit.end, "of_war") and not part:
        return When(i, unit.end, "cumulative")  # "in 18 months of war", not "in three days of it"
    if at != m.end:
        return None  # "in about two weeks" is no time that is over
    code = "past_week" if many * int(unit.meaning) == ROLLING["past_week"] else "rolling"
    return When(i, unit.end, code, start, end)


def _as_long(start: date, began: date, published: date | None) -> bool:
    """Whether a time goes back to about the day on which a war began."""
    lasted = (published - began).days if published else 0
    return abs((start - began).days) <= max(A_FORTNIGHT, lasted // 6)


A_FORTNIGHT = 16
"""So many days "in N months of war" may differ from its length at least."""


def _behind_hedges(s: Sentence, i: int) -> int:
    """The token behind "nearly", "more than", "odd"."""
    for _ in range(2):
        found = (s.match(i, kind) for kind in ("hedge", "bound", "hedge_after", "bound_after"))
        m = next((m for m in found if m), None)
        i = m.end if m else i
    return i


def _ago(s: Sentence, i: int, published: date | None) -> When | None:
    """So many days or weeks before publication: "three days ago"."""
    if not s.all("ago"):
        return None
    value = s.match(i, "value")
    many = int(value.meaning) if value else _count(s, i)
    unit = s.match(value.end if value else i + 1, "days") if many else None
    if unit is None or many is None or int(unit.meaning) > 7 or not s.match(unit.end, "ago"):
        return None
    day = published - many * int(unit.meaning) * DAY if published else None
    return When(i, unit.end + 1, "day", day, day)


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


def _last_weekday(published: date, weekday: int) -> date:
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def relative(when: When, published: date | None) -> When:
    """The days a relative expression means, looking back from publication."""
    if published is None:
        return when
    if when.code == "until_today":
        return replace(when, code="cumulative", end=published)
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
    if code in ("today", "overnight", "day_so_far", "clock"):
        return p, p
    if code == "round_up":
        past = p.year - (p.month <= FIRST_MONTHS)
        return date(past, 1, 1), min(p, date(past, 12, 31))
    if code == "new_year":
        return p.replace(month=1, day=1), p.replace(month=1, day=1)
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
        "earlier_this_year": p.replace(month=1, day=1),
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
