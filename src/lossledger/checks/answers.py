"""What the reports answer to a claim's question, each answer with its arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lossledger.checks.known import DayFigure, Known
from lossledger.checks.questions import DAILY, SPAN, TOTAL, Question, Window, windows
from lossledger.checks.wording import by, convention_words, losses, report_of, span_words
from lossledger.model import ReportUsed
from lossledger.period import DAY
from lossledger.series import LOSS_DAY, Report, Series, day_words


@dataclass(frozen=True, slots=True)
class Answer:
    """A value that the reports give: of which kind, from which reports, in words.

    ``day`` is the report's date (of the last report for a span), ``days`` how many days a
    figure covers, ``convention`` how a span's days are read.
    """

    kind: str
    value: int
    series: Series
    day: date
    base: date | None = None
    convention: str | None = None
    days: int = 1
    figure_of_day: DayFigure | None = None

    @property
    def says(self) -> str:
        """What the value is, in words."""
        if self.kind == TOTAL:
            return f"the total in the {report_of(self.day)}"
        if self.kind == DAILY or self.base is None:
            return f"the past day's figure in the {report_of(self.day)}"
        first, final = self.base, self.day - DAY
        if self.convention != LOSS_DAY:
            first, final = self.base + DAY, self.day
        return f"for {span_words(first, final)} {convention_words(self.convention)}"

    @property
    def arithmetic(self) -> str:
        """How the value follows from the reports."""
        if self.figure_of_day is not None:
            return _day_arithmetic(self.figure_of_day, self.value)
        last = self.series.at(self.day)
        if self.base is None:
            return str(last)
        return f"{last} - {self.series.at(self.base)} = {self.value:,}"

    @property
    def reports(self) -> tuple[ReportUsed, ...]:
        """The reports that the value rests on."""
        figure = self.figure_of_day
        if figure is not None:
            held = tuple(used(self.series, r) for r in (figure.before, figure.report) if r)
            lone = ReportUsed(self.series.claimant, figure.report_date, self.value, figure.claim)
            return held or (lone,)
        days = (self.base, self.day) if self.base is not None else (self.day,)
        found = (self.series.at(day) for day in days)
        return tuple(used(self.series, report) for report in found if report is not None)

    @property
    def described(self) -> str:
        """What the value is, to go after "is"."""
        if self.kind == DAILY:
            return f"{self.says}; it covers {day_words(self.day - DAY)}"
        return f"the reported loss {self.says}" if self.kind == SPAN else self.says

    @property
    def figure(self) -> str:
        """The value with what it is."""
        value = f"{self.value:,}"
        return f"{value} {self.says}" if self.kind == SPAN else f"{value} ({self.says})"

    @property
    def sentence(self) -> str:
        """The sentence a careful writer would put."""
        subject, source = losses(self.series), by(self.series)
        if self.kind == TOTAL:
            return f"{subject} stood at {self.value:,} ({source}, {report_of(self.day)})."
        if self.kind == DAILY:
            covered = day_words(self.day - DAY)
            return f"{subject} on {covered} were {self.value:,} ({source}, {report_of(self.day)})."
        reports = f"reports of {day_words(self.base or self.day)} and {day_words(self.day)}"
        days = self.says.removesuffix(f" {convention_words(self.convention)}")
        how = "" if self.convention == LOSS_DAY else ", counted by the dates of the reports,"
        return f"{subject} {days}{how} were {self.value:,} ({source}, {reports})."


def answers(asked: Question, series: Series, known: Known) -> tuple[Answer, ...]:
    """What a series answers; empty when the report needed is not held."""
    if asked.kind == TOTAL:
        total = total_on(series, asked.end) if asked.end else None
        return (total,) if total else ()
    if asked.kind == DAILY and asked.start is not None:
        return tuple(day_answers(series, known, asked.start + DAY))
    if asked.kind == SPAN:
        latest = series.days[-1] if series.days else None
        given = windows(asked, latest)
        return tuple(a for w in given if (a := span_loss(series, w)) is not None)
    if asked.today is not None:
        total = total_on(series, asked.today)
        return (*day_answers(series, known, asked.today), *((total,) if total else ()))
    return ()


def values(asked: Question, series: Series, known: Known) -> Iterator[int]:
    """The values of these answers, without their words."""
    if asked.kind == TOTAL:
        report = series.at(asked.end) if asked.end else None
        if report is not None:
            yield report.value
    elif asked.kind == SPAN:
        for window in windows(asked, series.days[-1] if series.days else None):
            base, last = series.at(window.base), series.at(window.last)
            if base is not None and last is not None:
                yield last.value - base.value
    elif asked.kind == DAILY and asked.start is not None:
        figure = known.day_figure(series, asked.start + DAY)
        if figure is not None:
            yield from (v for v in (figure.value, figure.other) if v is not None)
    else:
        yield from (answer.value for answer in answers(asked, series, known))


def total_on(series: Series, day: date) -> Answer | None:
    """The running total of the report of a day."""
    report = series.at(day)
    return Answer(TOTAL, report.value, series, day) if report is not None else None


def day_answers(series: Series, known: Known, report_date: date) -> Iterator[Answer]:
    """The figure for the day before a report: the stated increment, then the change."""
    figure = known.day_figure(series, report_date)
    if figure is None:
        return
    yield _day_answer(series, figure, figure.value)
    if figure.other is not None:
        yield _day_answer(series, figure, figure.other)


def _day_answer(series: Series, figure: DayFigure, value: int) -> Answer:
    return Answer(DAILY, value, series, figure.report_date, figure_of_day=figure)


def _day_arithmetic(figure: DayFigure, value: int) -> str:
    if figure.before is not None and figure.report is not None:
        change = figure.report.value - figure.before.value
        if change == value:
            return f"{figure.report} - {figure.before} = {change:,}"
    return f"(+{value:,}) in the {report_of(figure.report_date)}"


def span_loss(series: Series, window: Window) -> Answer | None:
    """The difference of two reports; ``None`` when one is not held."""
    base, last = series.at(window.base), series.at(window.last)
    if base is None or last is None:
        return None
    return Answer(
        kind=SPAN,
        value=last.value - base.value,
        series=series,
        day=window.last,
        base=window.base,
        convention=window.convention,
        days=(window.last - window.base).days,
    )


def missing(asked: Question, series: Series) -> tuple[date, ...]:
    """The dates of the reports that an answer would need and that are not held."""
    if asked.kind == TOTAL:
        wanted = [asked.end] if asked.end else []
    elif asked.kind == DAILY and asked.start is not None:
        wanted = [asked.start + DAY]
        if series.at(wanted[0]) is not None:
            wanted = [asked.start]
    else:
        latest = series.days[-1] if series.days else None
        wanted = [d for w in windows(asked, latest)[:1] for d in w.pair]
    return tuple(day for day in wanted if day is not None and series.at(day) is None)


def used(series: Series, report: Report) -> ReportUsed:
    """A report as the findings name it."""
    return ReportUsed(series.claimant, report.date, report.value, report.claim)


def nearest_words(series: Series, day: date) -> str:
    """The reports held closest to a day, for a message."""
    near = [r for r in series.nearest(day) if r is not None and abs(r.date - day) < LONG]
    return "; nearest: " + ", ".join(str(r) for r in near) if near else ""


LONG = timedelta(days=62)
