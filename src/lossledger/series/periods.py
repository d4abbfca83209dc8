"""The reported loss of a period, under both conventions, with the reports it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lossledger.errors import NotFound
from lossledger.period import DAY, Period, month_of
from lossledger.series.reports import MONTHS, Report, Series, day_words

LOSS_DAY = "loss_day"
REPORT_DAY = "report_day"
CONVENTIONS = (LOSS_DAY, REPORT_DAY)


@dataclass(frozen=True, slots=True)
class PeriodLoss:
    """The reported loss of a period: two reports and the difference between them.

    ``covers`` are the days asked for, which ``convention`` (``loss_day`` or ``report_day``)
    reads as loss days or as report dates. ``baseline`` is ``None`` when the period begins with
    the war: nothing was counted before. ``loss_days`` are the days whose losses the difference
    holds, the same whichever way the question was put.
    """

    value: int
    convention: str
    baseline: Report | None
    last: Report
    arithmetic: str
    covers: Period
    loss_days: Period

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that the figure rests on, last report first."""
        return self.last.claims + (self.baseline.claims if self.baseline else ())


def report_days(start: date, end: date, convention: str) -> tuple[date, date]:
    """The dates of the two reports, baseline and last, whose difference is a period's loss.

    ``loss_day``: report(end+1) - report(start). ``report_day``: report(end) - report(start-1).
    """
    if convention not in CONVENTIONS:
        raise ValueError(f"{convention!r} is no convention; use one of {', '.join(CONVENTIONS)}")
    if end < start:
        raise ValueError(f"the period ends ({end}) before it starts ({start})")
    return (start, end + DAY) if convention == LOSS_DAY else (start - DAY, end)


def loss(series: Series, start: date, end: date, convention: str) -> PeriodLoss:
    """The reported loss from ``start`` to ``end``, both inclusive, under one convention.

    Raises ``NotFound`` naming each report that is missing, with the nearest ones that are
    there. Before the war's first day nothing was counted, so a period that begins there has
    no baseline report and starts from 0.
    """
    baseline_day, last_day = report_days(start, end, convention)
    return _loss_between(series, baseline_day, last_day, convention, _period(start, end))


def month_loss(
    series: Series, day: date, convention: str, *, until: date | None = None
) -> PeriodLoss:
    """The reported loss in the calendar month that holds ``day``, or in the month to date.

    ``until`` is the date of the last report to be counted, so month to date at the report of
    22 Feb is, by loss day, report(22 Feb) - report(1 Feb), which holds the losses of 1 to 21
    Feb; by report day, report(22 Feb) - report(31 Jan). Raises ``NotFound`` as ``loss`` does,
    and when ``until`` leaves nothing of the month or lies beyond it.
    """
    month = month_of(day)
    start, end = month.start or day, month.end or day
    baseline_day, last_day = report_days(start, end, convention)
    if until is None:
        return _loss_between(series, baseline_day, last_day, convention, month)
    if not baseline_day < until <= last_day:
        raise NotFound(
            f"{MONTHS[day.month - 1]} {day.year}",
            f"by {convention.replace('_', ' ')} the report of {day_words(until)} "
            "gives no loss of this month",
            f"give a day from {day_words(baseline_day + DAY)} to {day_words(last_day)}",
        )
    covered = until - DAY if convention == LOSS_DAY else until
    return _loss_between(series, baseline_day, until, convention, _period(start, covered))


def week_loss(series: Series, day: date, convention: str) -> PeriodLoss:
    """The reported loss in the week, Monday to Sunday, that holds ``day``."""
    monday = day - day.weekday() * DAY
    return loss(series, monday, monday + 6 * DAY, convention)


def means(
    series: Series, day: date, windows: Sequence[int] = (7, 30)
) -> dict[int, Fraction | None]:
    """Mean daily changes over the last 7, 30, ... reports up to the report of ``day``.

    The mean over N is (report(day) - report(day-N)) / N, exactly, as a ``Fraction``: the mean
    of N daily changes whose loss days end the day before. ``None`` where one of the two
    reports is missing.
    """
    last = series.at(day)
    found: dict[int, Fraction | None] = {}
    for window in windows:
        baseline = series.at(day - window * DAY)
        found[window] = None
        if last is not None and baseline is not None:
            found[window] = Fraction(last.value - baseline.value, window)
    return found


def _period(start: date, end: date) -> Period:
    """The days with the kind that they have in the calendar."""
    month = month_of(start)
    if start == end:
        kind = "day"
    elif (start, end) == (month.start, month.end):
        kind = "month"
    else:
        kind = "week" if (end - start).days == 6 else "interval"
    return Period(start, end, kind)


def _loss_between(
    series: Series, baseline_day: date, last_day: date, convention: str, covers: Period
) -> PeriodLoss:
    war_start = series.start
    baseline, last = series.at(baseline_day), series.at(last_day)
    from_nothing = baseline is None and war_start is not None and baseline_day <= war_start
    lacking = [] if baseline or from_nothing else [baseline_day]
    if last is None or lacking:
        raise _missing(series, lacking + ([last_day] if last is None else []))
    first = war_start if from_nothing and war_start else baseline_day
    if first >= last_day:
        raise NotFound(series.title, f"nothing was counted before {day_words(first)}")
    return PeriodLoss(
        value=last.value - (baseline.value if baseline else 0),
        convention=convention,
        baseline=baseline,
        last=last,
        arithmetic=arithmetic(baseline, last),
        covers=covers,
        loss_days=_period(first, last_day - DAY),
    )


def arithmetic(baseline: Report | None, last: Report) -> str:
    """A difference of two reports written out with their dates."""
    if baseline is None:
        return f"{last} - 0 (before the war) = {last.value:,}"
    return f"{last} - {baseline} = {last.value - baseline.value:,}"


def _missing(series: Series, days: Sequence[date]) -> NotFound:
    """The error that names each missing report and the nearest ones that are there."""
    named = " and ".join(f"no report of {day_words(day)}" for day in days)
    near = dict.fromkeys(r for day in days for r in series.nearest(day) if r is not None)
    offer = ", ".join(str(r) for r in sorted(near, key=lambda r: r.date))
    return NotFound(
        series.title, named, f"nearest: {offer}" if offer else "the ledger holds no report of it"
    )
