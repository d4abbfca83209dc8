"""The days that a claim covers under an expression of time."""

from datetime import date, timedelta

from lossledger.extract.when import When
from lossledger.extract.written_dates import valid
from lossledger.period import DAY, Period, cumulative, month_of, one_day


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
    until = None if _is_over(when, now, published) else now
    if code == "cumulative":
        return cumulative(war_start, when.end or now)
    if code == "cumulative_here":
        return Period(None, now, "cumulative")
    if code == "rolling" and when.start is not None and when.start == when.end:
        return one_day(when.start)  # "in just one day"
    if code == "rolling":
        return Period(when.start, when.end, "interval")
    if when.role == "since":
        if when.start is None or when.start == war_start:
            return cumulative(war_start, now) if when.start else Period(None, now, "interval")
        if when.code == "weekday" and now and now > when.start:
            now -= DAY  # a week's reports count up to the day before the last
        if now == when.start and when.code == "day":
            return one_day(now)
        if now and when.code == "month" and now.replace(day=1) == when.start:
            return Period(when.start, now, "month")  # "since the beginning of this June"
        kind = "interval" if now is None or now >= when.start else "unknown"
        return Period(when.start, now, kind) if kind == "interval" else _plain(when)
    if code == "past_day" and when.end and published and when.end < published - DAY:
        return one_day(when.end)
    if code == "past_day":
        return one_day(now - DAY if now else None)
    if code in ("past_week", "last_week", "this_week"):
        return Period(when.start, when.end, "week")
    if code in ("month", "this_month", "last_month", "past_month"):
        return _month_period(when, until)
    if code in (
        "year",
        "this_year",
        "earlier_this_year",
        "round_up",
        "last_year",
        "past_year",
        "span",
    ):
        end = min(when.end, until) if when.end and until and code != "span" else when.end
        if when.start and end and end < when.start:
            end = when.end
        return Period(when.start, end, "interval")
    if code == "rate":
        return Period(None, None, "unknown")
    return _plain(when)


A_FEW_DAYS = timedelta(days=3)
"""A month or year told of so late is told of as a whole, when it is over by publication."""


def _is_over(when: When, now: date | None, published: date | None) -> bool:
    """Whether a month or year was over at publication, and all but over at the report."""
    if when.end is None or now is None or published is None:
        return False
    return when.end - A_FEW_DAYS <= now < when.end < published


def _month_period(when: When, now: date | None) -> Period:
    end = when.end
    if when.start and end and now and when.start <= now < end:
        end = now
    return Period(when.start, end, "interval" if when.code == "past_month" else "month")


def _plain(when: When) -> Period:
    if when.start and when.end and when.start != when.end:
        return Period(when.start, when.end, "interval")
    return one_day(when.start) if when.start else Period(None, None, "unknown")


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
