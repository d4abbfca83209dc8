"""A time in plain terms: the war's first day begins a total, a month has its name and year."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from lossledger.extract.asked import Asked, Dated, like, total_by
from lossledger.extract.bound_times import since_month_of
from lossledger.extract.looking_back import told_last
from lossledger.extract.totals import only_a_total
from lossledger.extract.when import When
from lossledger.extract.written_dates import valid
from lossledger.period import DAY, Period, month_of

WAR_YEAR = "war_year_"
"""Codes of the tables for the first, second, ... year of a war."""


def plainly(a: Asked, when: When | None) -> When | None:
    """A time in plain terms: the war's first day begins a running total, a month has its name."""
    start = a.start
    if when and start and _as_long_as_the_war(when, start):
        end = when.end if when.code == "span" else None
        when = replace(when, code="cumulative", role="", end=end)
    year = a.state.year
    if when and when.code == "past_year" and year and when.last - when.first <= 2:
        when = replace(year, role="")  # "in 2024 ...; over the year it took N"
    now = a.context.published
    if when and when.code == "past_year" and now and now.month == DECEMBER and not when.role:
        when = replace(when, code="this_year", start=now.replace(month=1, day=1), end=now)
    if when and when.code == "past_month":
        month = _month_meant(a)
        when = replace(month, role="") if month else when
    when = _of_the_year_told(a, when) if when and when.code == "month" else when
    if when and start and since_month_of(when, start):
        when = replace(when, code="cumulative", role="", end=None)
    return when


def _month_meant(a: Asked) -> When | None:
    """Which month "the month" is: the one named before a figure, told of, or behind it."""
    told = [w for w in a.scene.whens if w.code == "month" and w.start]
    ahead = [w for w in told if w.first < a.n.lead]
    running, state = a.state.running, a.state
    told_of = running if running and running.code == "month" else None
    named = (ahead[0] if ahead else None, told_of, state.month_before, *told)
    return next((w for w in named if w), None)


FIRST_DAYS = 7
"""In the first days of a month its name means that of the year that a story sums up."""


def _of_the_year_told(a: Asked, when: When) -> When:
    """A month hardly begun, in a story about the year before, is that year's."""
    year, published = a.state.year, a.context.published
    if year is None or year.start is None or when.start is None or published is None:
        return when
    begun = published.replace(day=1) == when.start and published.day <= FIRST_DAYS
    if not begun or year.start.year != when.start.year - 1:
        return when
    first = when.start.replace(year=year.start.year)
    return replace(when, start=first, end=month_of(first).end)


DECEMBER = 12
"""In the last month of a year "in a year" sums that year up."""
A_DAY, A_FEW_DAYS = 1, 4
"""Days that "in six days", "in four weeks" may differ from a war's length."""
A_FORTNIGHT = 14
"""Days that "over two years", "in half a year" may differ from a war's length."""
HALF_A_YEAR = 150
"""Of so many days on a time is told in whole months."""


def _as_long_as_the_war(when: When, start: date) -> bool:
    """Whether a time begins with the war: on its day, in its month, or so many years ago."""
    first = when.start
    if first is None:
        return False
    if when.code == "rolling":
        months = when.end is not None and (when.end - first).days > HALF_A_YEAR
        long = when.end is not None and (when.end - first).days >= A_FORTNIGHT
        round_about = A_FEW_DAYS if long else A_DAY
        return abs((first - start).days) <= (A_FORTNIGHT if months else round_about)
    if when.code not in ("day", "span"):
        return False
    month = when.code == "span" and first == start.replace(day=1)
    return first == start or (month and when.end is not None and when.end > start)


def of_a_number(a: Asked, when: When) -> Dated | None:
    """The days of a numbered year of the war, or of "the same" days."""
    if when.code.startswith(WAR_YEAR) and a.start:
        nth = _year_of_war(int(when.code.removeprefix(WAR_YEAR)), a.start)
        return Dated(nth, None, a.report_day, when)
    last = a.state.last
    if last is None or when.code not in ("same", "year"):
        return None
    year = _year_of_the_same(a, when)
    if year:
        told = told_last(last, a.n, a.state)
        return Dated(_in_year(told.period, year), None, a.report_day, when)
    if when.code == "year":
        return None
    total = a.metric == "personnel" and only_a_total(a.n, a.metric)
    if last.period.kind == "day" and last.period.end and total:
        return total_by(a, last.period.end)  # "1,770 on Thursday; its total was 723,060 that day"
    if last.period.kind != "cumulative" and total:
        return total_by(a, a.report_day or a.context.published)  # "the same day it put them at"
    return _until_told(a, like(told_last(last, a.n, a.state), when))


def _until_told(a: Asked, same: Dated) -> Dated:
    """The same days as before, up to the day on which the figure was told if they go on later."""
    start, end, told = same.period.start, same.period.end, a.report_day
    if a.report_when is None or told is None or start is None or end is None:
        return same
    if same.period.kind != "interval" or not start < told < end:
        return same
    return same._replace(period=replace(same.period, end=told))


def _year_of_the_same(a: Asked, when: When) -> int | None:
    """The year behind "the same": "in the same period of 2023"."""
    for one, other in pairwise(a.scene.whens):
        beside = one.code == "same" and other.code == "year" and other.first - one.last <= 1
        if beside and when in (one, other) and other.start:
            return other.start.year
    return None


def _in_year(period: Period, year: int) -> Period:
    """The same days of another year: "in the same period of 2023"."""
    if period.start is None or period.end is None:
        return period
    later = year - period.start.year
    start = valid(year, period.start.month, period.start.day)
    return Period(
        start, valid(period.end.year + later, period.end.month, period.end.day), period.kind
    )


def _year_of_war(nth: int, start: date) -> Period:
    """The nth year from a war's first day."""
    first, after = (valid(start.year + k, start.month, start.day) for k in (nth - 1, nth))
    return Period(first, after - DAY if after else None, "interval")
