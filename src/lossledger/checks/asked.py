"""What a figure asks of the reports, by what was read of it and by the words beside it."""

from datetime import date
from typing import TYPE_CHECKING

from lossledger import vocabulary
from lossledger.checks.questions import DAILY, SPAN, TOTAL, UNSAID, Question, question
from lossledger.checks.said import NO_TIME
from lossledger.period import DAY, month_of

if TYPE_CHECKING:
    from lossledger.checks.story import Case

NEAR_TOTAL = 0.1
"""A figure no further than this share from a running total is one, or a slip of it."""
MANY_TOTALS = 3
"""A story that gives the running totals of so many categories gives a list of them."""
LONG_TOTAL = 1000
"""A smaller figure beside a day is not taken for a running total at once."""
DATED = frozenset({"period.day", "period.weekday", "period.today"})
"""Rules of the reader for a day that is named."""
NAMED = DATED | {"period.yesterday", "period.new_year"}
"""The same for a day that is named, on which a total may have stood."""


def asked_by(case: "Case") -> Question:
    """What the claim asks of the reports; one that repeats another asks the same."""
    asked = question(case.claim, case.story.day)
    today = asked.today
    named = asked.kind == DAILY and bool(set(case.claim.rules) & NAMED)
    if named and today and asked.end and asked.end < today and _near_total(case, asked.end):
        return Question(TOTAL, None, asked.end, today)  # "98,453 on New Year's Day"
    if asked.kind == TOTAL and asked.end == today and today and case.given_for_the_day:
        return Question(DAILY, today - DAY, today - DAY, today)
    told = _told_otherwise(case, asked)
    if told is not None:
        return told
    if asked.kind == DAILY and asked.end and today and asked.end >= today:
        if _stood(case):
            return Question(TOTAL, None, asked.end, today)
        if case.story.said.past_day(case.claim):  # "on Monday it gave 1,060 for the past day"
            return Question(DAILY, today - DAY, today - DAY, today)
    stands = asked.kind == TOTAL and asked.end == today and NO_TIME in case.claim.rules
    if stands and today and case.story.said.day_earlier(case.claim):
        return Question(TOTAL, None, today - DAY, today)  # "a day earlier it stood at 1,345,240"
    if asked.kind == UNSAID and today and case.many_days_losses:
        days = case.story.said.dates(case.claim, today)
        if len(days) == 1:  # "as early as 9 May the losses came to 481,030"
            return Question(TOTAL, None, days.pop(), today)
    if asked.kind == UNSAID:
        for other in case.story.others(case.claim):
            again = question(other, case.story.day)
            if other.quantity == case.claim.quantity and again.kind != UNSAID:
                return again
    return asked


def _told_otherwise(case: "Case", asked: Question) -> Question | None:
    """What the words beside a figure say of it, against what was read of its days: a total
    among totals, a total of the day in its row, or what a total rose by since a day."""
    today, day, said = asked.today, case.story.day, case.story.said
    if asked.kind in (DAILY, SPAN) and day is not None and _is_among_totals(case):
        return Question(TOTAL, None, day, day)
    if asked.kind == SPAN and case.claim.period.kind == "interval" and today is not None:
        first = said.month_named(case.claim, today)
        month = month_of(first) if first is not None else None
        if month is not None and month.end and month.end < today and asked.start != first:
            return Question(SPAN, month.start, month.end, today)  # "in August, if one ..."
    if asked.kind != TOTAL or asked.end is None or today is None:
        return None
    if any(rule.startswith("layout.") for rule in case.claim.rules):
        days = said.dates(case.claim, today)
        return Question(TOTAL, None, days.pop(), today) if len(days) == 1 else None
    base = case.series.at(asked.end) if case.series else None
    if base is None or 3 * max(case.quantity.figures) > base.value or not said.grows(case.claim):
        return None
    if asked.end < today - DAY and case.claim.stance == "derived":
        return Question(SPAN, asked.end, today - DAY, today)  # "since 1 June it rose by 12,040"
    since = [day for day in said.dates(case.claim, today) if day < today - DAY]
    if asked.end == today and len(since) == 1 and since[0] != vocabulary.war_start(case.party):
        return Question(SPAN, since[0], today - DAY, today)  # "from 1 June to 25 June it rose by"
    return None


def _is_among_totals(case: "Case") -> bool:
    """Whether the figures of other categories beside a figure too large for a day are the
    running totals of the story's report, and no verb says that so many were lost in a day."""
    said = case.story.said
    if not case.many_days_losses or not _as_long_as_a_total(case):
        return False
    if any(said.lost_in_a_day(other.claim) for other in case.story.beside(case)):
        return False
    others = {
        other.claim.metric
        for other in case.story.beside(case)
        if other.claim.metric != case.claim.metric and other.is_story_total
    }
    if len(others) >= (1 if case.is_story_total else 2):
        return True
    listed = len(case.story.totals_told - {case.claim.metric}) >= MANY_TOTALS
    return listed and not said.days(case.claim)


def _as_long_as_a_total(case: "Case") -> bool:
    """Whether a figure has as many digits as the running total of the story's report."""
    day = case.story.day
    report = case.series.at(day) if case.series is not None and day is not None else None
    return report is not None and len(str(report.value)) == len(str(case.quantity.value or 0))


def _stood(case: "Case") -> bool:
    """Whether so large a figure beside a day is what stood on it, not what it brought."""
    return bool(set(case.claim.rules) & DATED) and case.too_many_for_a_day


def _near_total(case: "Case", day: date) -> bool:
    """Whether a figure too large for a day is about the running total of one."""
    report = case.series.at(day) if case.series and case.too_many_for_a_day else None
    said = case.claim.quantity.value or 0
    near = report is not None and abs(said - report.value) <= NEAR_TOTAL * report.value
    return near and said >= LONG_TOTAL
