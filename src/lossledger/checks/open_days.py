"""The days that a figure may be of where its own sentence leaves them open."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from lossledger.checks.questions import DAILY, SPAN, TOTAL, Question
from lossledger.period import DAY, month_of

MOST = 6
"""No more than so many days that a story names are combined to spans."""
WEEK = timedelta(days=7)


def open_questions(
    today: date | None, spoken_of: Sequence[Question], named: Sequence[Question]
) -> tuple[Question, ...]:
    """The questions that a figure without days of its own may answer, the likeliest first.

    The total of the story's own report, the spans that the story speaks of (``spoken_of``), the
    usual spans before its day, the totals of the days that it names (``named``: what its other
    figures ask), and the spans between two of these days.
    """
    found = [Question(TOTAL, None, today, today)] if today is not None else []
    found += spoken_of
    found += _usual(today) if today is not None else []
    days = _days(today, named)
    ends = {asked.end for asked in named if asked.kind == TOTAL}
    found += [Question(TOTAL, None, day, today) for day in days if day in ends]
    found += [
        Question(SPAN, first, last - DAY, None)
        for i, first in enumerate(days)
        for last in days[i + 1 :]
        if last - first > DAY
    ]
    found += _together(spoken_of)
    return tuple(dict.fromkeys(found))


def _usual(today: date) -> Iterator[Question]:
    """The past day, the last week, this month and year and those before them, and
    the totals of a month and of a year ago."""
    yesterday = today - DAY
    yield Question(DAILY, yesterday, yesterday, today)
    yield Question(SPAN, today - WEEK, yesterday, today)
    month = month_of(yesterday)
    for start, end in (
        (month.start, yesterday),
        (month_of(today.replace(day=1) - DAY).start, today.replace(day=1) - DAY),
        (today.replace(month=1, day=1), yesterday),
        (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    ):
        if start is not None and start < end:
            yield Question(SPAN, start, end, today)
    if (today.month, today.day) != (2, 29):
        yield Question(TOTAL, None, today.replace(year=today.year - 1), today)


def _days(today: date | None, named: Sequence[Question]) -> tuple[date, ...]:
    """The days that a story's figures speak of as the end or beginning of something, in order."""
    days = {asked.end for asked in named if asked.kind == TOTAL and asked.end is not None}
    days |= {asked.start for asked in named if asked.kind == SPAN and asked.start is not None}
    latest = sorted(days, reverse=True)[: MOST - 1]
    return tuple(sorted({*latest, *([today] if today is not None else [])}))


def _together(spoken_of: Sequence[Question]) -> Iterator[Question]:
    """Spans of the story that follow on each other, as one."""
    spans = sorted(
        {(q.start, q.end) for q in spoken_of if q.kind == SPAN and q.start and q.end},
    )
    for i, (first, end) in enumerate(spans):
        last = end
        for start, stop in spans[i + 1 :]:
            if start == last + DAY:
                last = stop
                yield Question(SPAN, first, last, None)
