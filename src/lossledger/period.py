"""For which days: closed intervals of calendar days in Europe/Kyiv, with open ends.

The rules of the daily loss report (FACTS of the field, section 1): a post dated D gives the
total from 2022-02-24 to D; its ``(+N)`` covers the past day, D-1.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

KYIV = ZoneInfo("Europe/Kyiv")
DAY = timedelta(days=1)

KINDS = ("cumulative", "day", "week", "month", "interval", "unknown")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both inclusive; ``None`` is an open or unknown end.

    ``kind`` is one of ``cumulative``, ``day``, ``week``, ``month``, ``interval``, ``unknown``.
    """

    start: date | None
    end: date | None
    kind: str

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind!r} is no kind of period; use one of {', '.join(KINDS)}")
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"the period ends ({self.end}) before it starts ({self.start})")

    @property
    def days(self) -> int | None:
        """The number of days covered, or ``None`` when an end is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    def __str__(self) -> str:
        if self.start and self.start == self.end:
            return self.start.isoformat()
        first, last = self.start or "…", self.end or "…"
        return self.kind if first == last == "…" else f"{first} to {last}"


UNKNOWN = Period(None, None, "unknown")


def cumulative(start: date | None, to: date | None) -> Period:
    """The period of a running total from ``start`` to the report's day.

    A total of a day before ``start`` is of another count: its beginning is unknown.
    """
    if start is not None and to is not None and to < start:
        start = None
    return Period(start, to, "cumulative")


def one_day(day: date | None) -> Period:
    """A single day; ``None`` for a day that is not known yet."""
    return Period(day, day, "day")


def past_day(report_date: date) -> Period:
    """The day that a morning report's ``(+N)`` covers: the day before its date."""
    return one_day(report_date - DAY)


def month_of(day: date) -> Period:
    """The calendar month that holds ``day``."""
    return Period(day.replace(day=1), next_month(day) - DAY, "month")


def next_month(day: date) -> date:
    """The first day of the month after ``day``."""
    return (day.replace(day=28) + 4 * DAY).replace(day=1)


def kyiv_day(moment: datetime) -> date:
    """The calendar day in Kyiv at a moment; a moment without a zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo("UTC"))
    return aware.astimezone(KYIV).date()
