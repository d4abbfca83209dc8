"""The day that a story's figures belong to, where the story gives no date itself."""

from collections import defaultdict
from datetime import date

from lossledger.checks.known import Known
from lossledger.checks.story import Case, Story
from lossledger.checks.tables import Tables
from lossledger.model import Reading
from lossledger.period import DAY

FEW = 5
"""A total that stands in more reports than this says little about the day."""
TOTAL_WEIGHT, DAY_WEIGHT = 3, 1
ENOUGH = 3
"""A single long running total is enough; day figures only when three of them agree."""


def date_of_story(reading: Reading, known: Known) -> date | None:
    """The report date with which most of a story's figures agree, or ``None``.

    A running total of four digits or more counts for the days whose report holds it, a
    smaller figure for the days whose report adds it. Between equals a weekday that the text
    names decides, then the later day.
    """
    story = Story(reading, known, Tables())
    votes: dict[date, dict[tuple[str, int], int]] = defaultdict(dict)
    for case in story.cases:
        said = case.claim.quantity.value
        if said is None or case.series is None or case.claim.stance not in ("asserted", "derived"):
            continue
        for day in _total_days(case, said):
            votes[day][case.claim.metric, said] = TOTAL_WEIGHT
            votes[day + DAY].update({})
            votes[day - DAY].update({})
    if not votes:
        votes = _by_day_figures(story)
    else:
        _add_day_figures(story, votes)
    weekdays = story.said.weekdays(reading.document.text)
    scored = {day: sum(weights.values()) for day, weights in votes.items()}
    ranked = max(
        scored, key=lambda day: (scored[day], day.weekday() in weekdays, day), default=None
    )
    return ranked if ranked is not None and scored[ranked] >= ENOUGH else None


def _total_days(case: Case, said: int) -> list[date]:
    """The report dates that hold a figure which is long enough to tell a day."""
    if said < 1000 or case.series is None or case.claim.stance == "derived":
        return []
    held = case.series.with_value(said)
    return [report.date for report in held] if len(held) <= FEW else []


def _add_day_figures(story: Story, votes: dict[date, dict[tuple[str, int], int]]) -> None:
    """Day figures, and totals too short to find a day, that agree with a day found already."""
    for case in story.cases:
        said = case.claim.quantity.value
        if said is None or case.series is None:
            continue
        for day in votes:
            report, figure = case.series.at(day), story.known.day_figure(case.series, day)
            added = figure is not None and said in (figure.value, figure.other)
            if added or (report is not None and report.value == said):
                votes[day].setdefault((case.claim.metric, said), DAY_WEIGHT)


def _by_day_figures(story: Story) -> dict[date, dict[tuple[str, int], int]]:
    votes: dict[date, dict[tuple[str, int], int]] = defaultdict(dict)
    for case in story.cases:
        said = case.claim.quantity.value
        if said is None or case.series is None:
            continue
        for day in story.known.days_with(case.series, said):
            votes[day][case.claim.metric, said] = DAY_WEIGHT
    return votes


def weekday_against_date(case: Case) -> str | None:
    """Words on a weekday in the claim's sentence that the date beside it contradicts."""
    start, end = case.story.said.sentence_of(case.claim)
    for note in case.story.reading.notes:
        if note.kind == "weekday_conflict" and start <= note.span.start < end:
            return f'The weekday and the date of "{note.quote}" do not agree.'
    return None
