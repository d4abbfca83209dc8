"""Means a day: a rate that the text gives, recomputed over the spans that it may mean."""

from collections.abc import Iterator
from dataclasses import replace

from lossledger.checks.amounts import rounds_mean, said_as
from lossledger.checks.answers import Answer, span_loss
from lossledger.checks.questions import DAILY, SPAN, Question, Window
from lossledger.checks.story import Case
from lossledger.checks.wording import listed
from lossledger.model import RATE, Expected, Finding
from lossledger.period import DAY, month_of
from lossledger.series import LOSS_DAY, Series

ROLLING = (7, 30)
NO_RATE = 5
"""A figure so many times larger than any mean is no rate."""


def mean_a_day(case: Case) -> Finding | None:
    """A mean a day is recomputed over the spans that the text speaks of, else over the last 7
    and 30 reports, the month to date and the month before. Where the text names one span and
    its mean is another, the sum is named; otherwise the means that the reports give are told."""
    if RATE not in case.claim.rules or case.series is None:
        return None
    spoken = [*_months_named(case, case.series), *_spoken(case, case.series)]
    spans = [*spoken, *_usual(case, case.series)]
    if not spans:
        return None
    for span in spans:
        mean = span.value / span.days
        if _fits(case, mean):
            message = f"{said_as(case.quantity)} a day is the mean {span.says}: {_sum(span)}."
            value = case.quantity.value
            cause = "rounding_only" if value is not None and value != mean else None
            return case.finding(
                "mean_a_day", "consistent", message, span, cause=cause, arithmetic=_sum(span)
            )
    if min(case.quantity.figures) > NO_RATE * max(span.value / span.days for span in spans):
        return None  # a total beside the word for a rate
    days = [a for asked in _past_days(case) for a in case.ask(case.series, asked)]
    if any(answer.value == case.quantity.value for answer in days):
        return None  # "the latest daily entry is 1,070"
    if any(_is_of_a_day(case, span) for span in spoken):
        return None  # "1,040 and 1,130 on a day": the days of a span, one by one
    months = list(_months_named(case, case.series))
    spoken = list(_beside(case, case.series)) or months or spoken
    sums = [_sum(span) for span in (spoken or spans)[:4]]
    said = said_as(case.quantity)
    spoken = [span for span in spoken if span.convention == LOSS_DAY] or spoken
    if len({span.value / span.days for span in spoken}) == 1:
        message = f"The mean {spoken[0].says} is {_mean(spoken[0])} a day, not {said}."
        verdict = "arithmetic_error"
    else:
        message = f"Over none of the spans tried is the mean {said} a day: {listed(sums)}."
        verdict = "not_checkable"
    used = spoken or spans
    found = case.finding(
        "mean_a_day", verdict, message, *used[:4], arithmetic="; ".join(sums), suggest=False
    )
    if verdict != "arithmetic_error":
        return found
    span = spoken[0]
    sentence = f"{span.sentence.removesuffix('.')}, a mean of {_mean(span)} a day."
    right = round(span.value / span.days)
    return replace(found, suggestion=sentence, expected=(Expected(right, right, "a day"),))


def _is_of_a_day(case: Case, span: Answer) -> bool:
    """Whether the figure is what the reports give for some day of a span."""
    first, value = span.base or span.day, case.quantity.value
    days = (first + n * DAY for n in range(1, span.days + 1))
    known = case.story.known
    figures = (known.day_figure(span.series, day) for day in days if span.days <= ROLLING[1] + 1)
    return any(figure is not None and figure.value == value for figure in figures)


def _fits(case: Case, mean: float) -> bool:
    """Whether the mean is the figure said, rounded, or lies within the bounds said."""
    if case.quantity.value is not None:
        return rounds_mean(case.quantity, mean)
    low, high = case.quantity.low, case.quantity.high
    return (low is None or mean >= low) and (high is None or mean <= high)


def spans_of_a_mean(case: Case, series: Series) -> Iterator[Answer]:
    """The spans of a series that a mean a day may be of: those the story speaks of, the usual."""
    yield from _spoken(case, series)
    yield from _usual(case, series)


def _spoken(case: Case, series: Series | None) -> Iterator[Answer]:
    """The spans of the story's other figures on the same subject."""
    for asked in case.story.spoken_of:
        if asked.kind == SPAN:
            yield from case.ask(series, asked)


def _past_days(case: Case) -> Iterator[Question]:
    """The single days that the story speaks of, the past one included."""
    yield from (asked for asked in case.story.spoken_of if asked.kind == DAILY)


def _months_named(case: Case, series: Series) -> Iterator[Answer]:
    """The only month that the sentence, or else the one before it, names."""
    today = case.asked.today
    first = case.story.said.month(case.claim, today) if today else None
    if first is not None:
        found = case.ask(series, Question(SPAN, first, month_of(first).end, today))
        yield from (answer for answer in found if answer.convention == LOSS_DAY)


def _beside(case: Case, series: Series) -> Iterator[Answer]:
    """The span of the last figure before the mean in its own sentence, which it divides."""
    before = [
        other
        for other in case.story.beside(case)
        if other.claim.span < case.claim.span and other.claim.metric == case.claim.metric
    ]
    value = before[-1].quantity.value if before else None
    if value is None:
        return
    for asked in (before[-1].asked, *case.story.open_questions_for(value, series)):
        if asked.kind == SPAN:
            yield from (a for a in case.ask(series, asked) if a.value == value)


def _usual(case: Case, series: Series | None) -> Iterator[Answer]:
    """The last 7 and 30 reports, the month to date, and the month before."""
    today = case.asked.today
    last = series.latest(today) if series is not None else None
    if series is None or last is None:
        return
    first = last.date.replace(day=1)
    for base in (*(last.date - n * DAY for n in ROLLING), first):
        found = span_loss(series, Window(base, last.date, LOSS_DAY)) if base < last.date else None
        if found is not None:
            yield found
    before = month_of(first - DAY)
    yield from case.ask(series, Question(SPAN, before.start, before.end, None))


def _mean(span: Answer) -> str:
    mean = span.value / span.days
    return f"{mean:,.0f}" if mean >= 100 else f"{mean:,.1f}"


def _sum(span: Answer) -> str:
    return f"{span.value:,} / {span.days} days = {_mean(span)}"
