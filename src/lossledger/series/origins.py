"""Where a figure comes from: the reports that hold it and the differences that give it."""

import heapq
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from lossledger.period import DAY, next_month
from lossledger.series.periods import LOSS_DAY, REPORT_DAY, arithmetic
from lossledger.series.reports import Report, Series

WINDOWS = ("month", "year", "month to date", "week", "day", "interval")
"""Kinds of window between two reports; of the last two the shorter comes first."""


@dataclass(frozen=True, slots=True)
class Held:
    """A report whose running total, or whose stated increment, is the figure looked for."""

    series: Series
    date: date
    value: int
    claim: str
    via: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two reports of a series between which the total changed by the figure looked for.

    ``window`` is one of ``WINDOWS``; ``convention`` says by which reading a month, year or
    week is one, ``None`` when it is the same by both (any run of days).
    """

    series: Series
    baseline: Report
    last: Report
    window: str
    convention: str | None

    @property
    def days(self) -> int:
        """The number of days between the two reports."""
        return (self.last.date - self.baseline.date).days

    @property
    def arithmetic(self) -> str:
        """The difference written out with the dates of both reports."""
        return arithmetic(self.baseline, self.last)


@dataclass(frozen=True, slots=True)
class Trace:
    """Everywhere a figure comes from; ``differences`` may be cut, ``differences_found`` not."""

    value: int
    reports: tuple[Held, ...]
    increments: tuple[Held, ...]
    differences: tuple[Difference, ...]
    differences_found: int


def trace(
    series: Iterable[Series], value: int, *, within_days: int = 366, limit: int = 100
) -> Trace:
    """Every report and stated increment that is ``value``, and the differences that give it.

    A difference is taken between any two reports of one series at most ``within_days`` apart.
    Whole months come first, then whole years, month to date, weeks, and other windows from
    short to long, the most recent first among equals; at most ``limit`` are given, and
    ``differences_found`` counts all. Totals that were not chosen for their day count as held.
    The time grows linearly with the reports of a series.
    """
    held: list[Held] = []
    increments: list[Held] = []
    differences: list[Difference] = []
    found = 0
    for one in series:
        held += _held(one, value)
        increments += _stated(one, value)
        some, count = _differences(one, value, within_days, limit)
        differences += some
        found += count
    differences.sort(key=_order)
    return Trace(value, tuple(held), tuple(increments), tuple(differences[:limit]), found)


def _held(series: Series, value: int) -> Iterator[Held]:
    """The reports with the value, chosen or not, in order of date."""
    for report in series.reports:
        if report.value == value:
            yield Held(series, report.date, value, report.claim, report.via)
        for other in report.others:
            if value in (other.low, other.high):
                yield Held(series, report.date, value, other.claim_id, other.via)


def _stated(series: Series, value: int) -> Iterator[Held]:
    """The stated increments with the value; their date is the report's."""
    for report in series.reports:
        if report.stated_increment == value and report.increment_claim is not None:
            yield Held(series, report.date, value, report.increment_claim, report.via)
    for lone in series.unattached:
        if lone.value == value and lone.report_date is not None:
            yield Held(series, lone.report_date, value, lone.claim_id, lone.via)


def _differences(
    series: Series, value: int, within_days: int, limit: int
) -> tuple[list[Difference], int]:
    """The first ``limit`` differences in the order of ``trace``, and how many there are."""
    reach = timedelta(days=within_days)
    found, count = [], 0
    runs: list[Iterator[tuple[int, int, Report, Report]]] = []
    for last in series.reports:
        bases = series.with_value(last.value - value)
        first = bisect_left(bases, last.date - reach, key=lambda r: r.date)
        end = bisect_left(bases, last.date, key=lambda r: r.date)
        if first == end:
            continue
        count += end - first
        for day in _calendar_baselines(last.date):
            baseline = series.at(day)
            if baseline and baseline.value == last.value - value and last.date - day <= reach:
                found.append(_difference(series, baseline, last))
        runs.append(_shortest_first(bases, first, end, last))
    named = {(d.baseline.date, d.last.date) for d in found}
    rest = (
        _difference(series, baseline, last)
        for _, _, baseline, last in heapq.merge(*runs, key=lambda run: run[:2])
        if (baseline.date, last.date) not in named
    )
    return sorted(found, key=_order)[:limit] + list(islice(rest, limit)), count


def _shortest_first(
    bases: Sequence[Report], first: int, end: int, last: Report
) -> Iterator[tuple[int, int, Report, Report]]:
    for k in range(end - 1, first - 1, -1):
        yield (last.date - bases[k].date).days, -last.date.toordinal(), bases[k], last


def _calendar_baselines(last: date) -> set[date]:
    """The baselines from which a report closes a month, year, month to date or week."""
    month = last.replace(day=1)
    days = {month, month - DAY, last - 7 * DAY}
    if last == month:
        days.add((month - DAY).replace(day=1))
    if (last.month, last.day) in ((1, 1), (12, 31)):
        days.add(last.replace(year=last.year - 1))
    return {day for day in days if day < last - DAY}


def _difference(series: Series, baseline: Report, last: Report) -> Difference:
    window, convention = _window(baseline.date, last.date)
    return Difference(series, baseline, last, window, convention)


def _window(baseline: date, last: date) -> tuple[str, str | None]:
    """What the days between two reports are in the calendar, and by which convention."""
    days = (last - baseline).days
    if days == 1:
        return "day", None
    for convention, first in ((LOSS_DAY, baseline), (REPORT_DAY, baseline + DAY)):
        beyond = last if convention == LOSS_DAY else last + DAY  # the first day not covered
        if first.day == 1 and beyond == next_month(first):
            return "month", convention
        if (first.month, first.day) == (1, 1) and beyond == first.replace(year=first.year + 1):
            return "year", convention
        if first.day == 1 and first < last < next_month(first):
            return "month to date", convention
    return ("week" if days == 7 else "interval"), None


def _order(d: Difference) -> tuple[int, int, int]:
    plain = "interval" if d.window == "day" else d.window
    return WINDOWS.index(plain), d.days, -d.last.date.toordinal()
