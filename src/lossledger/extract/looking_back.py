"""What an expression of time means that looks back at one told before: "a week earlier"."""

from dataclasses import replace
from datetime import date

from lossledger.extract.days_covered import FUTURE
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.relative_dates import relative
from lossledger.extract.scene import Carried
from lossledger.extract.when import DAYS, POINTS_BEFORE, When
from lossledger.extract.written_dates import valid
from lossledger.model import Claim
from lossledger.period import DAY, Period, month_of

SUMMED = frozenset({"rolling", "span", "year", "last_year"})
"""Times of a story that "in all" sums up."""
EARLIER = {"day_earlier": 1, "week_earlier": 7}
"""Days that lie so far before the one named last."""


def point_before(when: When, n: NumberPhrase, metric: str, state: Carried) -> date | None:
    """The day of a total a week, month or year before the one told last: "after N a week before".

    Such a total is not larger, and not so small that it could be a loss of those days.
    """
    totals = (c for c in state.claims[:-9:-1] if c.metric == metric)
    last = next((c for c in totals if c.period.kind == "cumulative"), None)
    if when.code not in POINTS_BEFORE or last is None or n.quantity is None or not last.as_of:
        return None
    value, latest = n.quantity.figures[0], max(last.quantity.figures)
    if not latest / 3 < value <= latest:
        return None
    day = last.as_of
    if when.code in EARLIER:
        return day - EARLIER[when.code] * DAY
    if when.code == "year_earlier":
        return valid(day.year - 1, day.month, day.day)
    last_month = day.replace(day=1) - DAY
    return valid(last_month.year, last_month.month, day.day) or last_month


def meant(when: When | None, state: Carried, *, event: bool) -> When | None:
    """What an expression of time with several senses means here.

    "In all" sums up a war's losses, but the acts of the bulletin's own day; "over the day" is
    the day so far in a bulletin of the afternoon.
    """
    if when is None:
        return None
    counted = _counted_back(when, state) or _counted_on(when, state)
    if counted:
        return counted
    if when.code == "in_total":
        long = state.running if state.running and state.running.code in SUMMED else None
        if event or long:
            return long or state.running or state.event_time
        return replace(when, code="cumulative")
    told = state.last.period if state.last and state.last.period.kind == "month" else None
    base = state.month.start if state.month else told.start if told else None
    if when.code == "month_before" and base:
        before = month_of(base - DAY)
        return replace(when, code="month", start=before.start, end=before.end)
    if when.code == "that_year":
        year = state.year
        return (
            replace(year, role="") if year else relative(replace(when, code="this_year"), state.day)
        )
    if when.code == "whole_day":
        return relative(replace(when, code="today" if state.late else "past_day"), state.day)
    return when


def _counted_back(when: When, state: Carried) -> When | None:
    """A day, week or year before the one told of last: "the week before", "a year earlier"."""
    if when.code == "since_then":
        since = state.named_day
        if since is None:
            return replace(when, code="since_what")
        return replace(when, code="day", start=since.start, end=since.end, role="since")
    if when.code == "past_week" and state.week:
        return replace(when, start=state.week.start, end=state.week.end)
    told = state.last.period if state.last else None
    running = state.running if state.running and state.running.code in DAYS else None
    base = (running.start if running else None) or state.day
    if when.code == "week_earlier" and told and told.kind == "week" and told.start and told.end:
        start, end = told.start - 7 * DAY, told.end - 7 * DAY
        return replace(when, code="past_week", start=start, end=end)
    if when.code == "year_earlier" and told and told.start and _is_a_year(told):
        before = told.start.year - 1
        return replace(when, code="year", start=date(before, 1, 1), end=date(before, 12, 31))
    if when.code in EARLIER and base:
        day = base - EARLIER[when.code] * DAY
        return replace(when, code="day", start=day, end=day)
    return None


def _counted_on(when: When, state: Carried) -> When | None:
    """A day or week behind the one told of last: "the next day", "the week after"."""
    told = state.last.period if state.last else None
    if told is None or told.end is None:
        return None
    after = told.end + DAY
    if when.code == "day_after" and told.kind == "day":
        return replace(when, code="day", start=after, end=after)
    if when.code == "week_after" and told.kind != "cumulative":
        return replace(when, code="past_week", start=after, end=after + 6 * DAY)
    return None


def _is_a_year(period: Period) -> bool:
    """Whether a period is a whole calendar year."""
    first, last = period.start, period.end
    if first is None or last is None or first.year != last.year:
        return False
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def told_last(last: Claim, n: NumberPhrase, state: Carried) -> Claim:
    """The figure whose days are the same: the one before, else the last that has days.

    "In those seven days" goes back over a running total that is no figure of seven days.
    """
    if last.stance in FUTURE:
        last = next((c for c in state.claims[:-9:-1] if c.stance not in FUTURE), last)
    small = n.quantity is None or n.quantity.figures[0] < max(last.quantity.figures) / 3
    if last.period.kind != "unknown" and not (small and last.period.kind == "cumulative"):
        return last
    running = ("cumulative", "unknown")
    return next((c for c in state.claims[:-9:-1] if c.period.kind not in running), last)
