"""What a claim asks of the reports: a running total, a day's figure, or the loss of a span."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lossledger import vocabulary
from lossledger.model import Claim
from lossledger.period import DAY, month_of
from lossledger.series import LOSS_DAY, REPORT_DAY, report_days

TOTAL, DAILY, SPAN, UNSAID = "total", "day", "span", "unsaid"
AT_START = frozenset({"period.week_start", "period.month_start", "period.year_start"})
"""Rules of the reader for the day with which a week, month or year begins: what stood on it."""


@dataclass(frozen=True, slots=True)
class Question:
    """``kind`` total, day, span or unsaid, with the days from ``start`` to ``end``.

    For a total ``end`` is the date of the report that is meant; for a day ``start`` and
    ``end`` are that day. ``today`` is the report's or the story's day, if known. ``between`` says
    that a span goes from a day to the same day of another week or month, so that the two reports
    of these days may be meant.
    """

    kind: str
    start: date | None
    end: date | None
    today: date | None
    between: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """Two report dates whose difference is a span's loss, under a convention."""

    base: date
    last: date
    convention: str

    @property
    def pair(self) -> tuple[date, date]:
        """The dates of the two reports."""
        return self.base, self.last


def question(claim: Claim, story_day: date | None) -> Question:
    """What a claim asks; days that it leaves open are taken from its report or the story."""
    period, today = claim.period, claim.report_date or story_day
    start, end = period.start, period.end
    began = vocabulary.war_starts(claim.party)
    if period.kind == "cumulative" and start in (None, *began):
        return _total(claim, today)
    if start is not None and start in began and period.kind != "day":
        return _total(claim, today)
    if start is None or end is None:
        if period.kind == "day" and today is not None:
            return Question(DAILY, today - DAY, today - DAY, today)
        return Question(UNSAID, None, None, today)
    if start == end and period.kind == "month":  # "from the beginning of the month"
        return Question(SPAN, start, month_of(start).end, today)
    if start == end:
        if period.kind == "day" and AT_START & set(claim.rules):
            if end == today and "period.month_start" in claim.rules:
                end = month_of(end - DAY).start  # on the 1st: of the month that is just over
            return Question(TOTAL, None, end, today)
        return Question(DAILY, start, end, today)
    weeks = (end - start).days % 7 == 0 or start.day == end.day
    return Question(SPAN, start, end, today, between=weeks and period.kind == "interval")


def _total(claim: Claim, today: date | None) -> Question:
    return Question(TOTAL, None, claim.as_of or claim.period.end or today, today)


@lru_cache(maxsize=4096)
def windows(asked: Question, latest: date | None) -> tuple[Window, ...]:
    """The report dates that give a span's loss, loss day first (FACTS of the field, section 1).

    A span that runs to the story's day, or to the last report, is one "to date": by loss day
    report(D) - report(start), by report day report(D) - report(start - 1).
    """
    start, end, today = asked.start, asked.end, asked.today
    if start is None or end is None:
        return ()
    until = today if today is not None and end >= today else None
    if until is None and latest is not None and end >= latest:
        until = latest
    if until is not None:
        if until <= start:
            return ()
        return (Window(start, until, LOSS_DAY), Window(start - DAY, until, REPORT_DAY))
    found = [Window(*report_days(start, end, c), c) for c in (LOSS_DAY, REPORT_DAY)]
    if asked.between:
        found.append(Window(start, end, LOSS_DAY))
    if today is not None and end == today - DAY and _runs_on(start, end):
        found.append(Window(start - DAY, today, REPORT_DAY))
    return tuple(found)


def _runs_on(start: date, end: date) -> bool:
    """Whether a span up to yesterday is one to date, no whole week or month."""
    return (end - start).days != 6 and end != month_of(end).end


def slips(given: tuple[Window, ...]) -> tuple[Window, ...]:
    """The windows that begin or end a day off the right ones, the late baseline first."""
    right = {window.pair for window in given}
    found: dict[tuple[date, date], Window] = {}
    for window in given:
        for base, last in (
            (window.base + DAY, window.last),
            (window.base - DAY, window.last),
            (window.base, window.last - DAY),
            (window.base, window.last + DAY),
        ):
            if (base, last) not in right and base < last:
                found.setdefault((base, last), Window(base, last, window.convention))
    return tuple(found.values())
