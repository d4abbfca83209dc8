"""Slips of a day or of a convention in a total or in the loss of a span."""

from lossledger.checks.amounts import equals, rounds, said_as
from lossledger.checks.answers import Answer
from lossledger.checks.questions import DAILY, SPAN, TOTAL
from lossledger.checks.said import REPORTED
from lossledger.checks.story import Case
from lossledger.checks.sums import pairs
from lossledger.checks.wording import convention_words, report_of
from lossledger.model import Finding
from lossledger.period import DAY
from lossledger.series import day_words

SMALL = 10
"""Smaller figures of a day are those of the next one by chance."""


def baseline_day_slip(case: Case) -> Finding | None:
    """The reports are taken a day off: a running total said to be that of one day is the report
    of the next day or of the day before, and a loss is counted from it; or the loss of a span
    comes out only from such a baseline. The right figures are given."""
    if case.asked.kind == TOTAL:
        return _slipped_total(case)
    return _slipped_span(case) if case.asked.kind == SPAN else None


def _slipped_total(case: Case) -> Finding | None:
    hit = next(iter(case.neighbours), None)
    if hit is None or not case.answers or not _is_baseline(case):
        return None
    right = case.answers[0]
    side = "late" if hit.day > right.day else "early"
    message = (
        f"{hit.value:,} is the {report_of(hit.day)}; the {report_of(right.day)} says "
        f"{right.value:,}: the baseline is one day {side}."
    )
    return case.finding(
        "baseline_day_slip",
        "contradicted",
        message,
        hit,
        cause="baseline_day_slip",
        expected=[right],
    )


def _is_baseline(case: Case) -> bool:
    """Whether a loss is counted from this total, or it stands for the start of a month."""
    day, today, claim = case.asked.end, case.asked.today, case.claim
    if day is None:
        return False
    for other in case.story.cases:
        derives = other.asked.kind != DAILY and claim in case.story.sources_of(other.claim)
        if derives and (today is None or day < today):
            return True
        same = (other.claim.metric, other.claim.party) == (claim.metric, claim.party)
        if same and other.asked.kind == SPAN and other.asked.start == day:
            return True
    return day.day == 1 and today is not None and day < today


def _slipped_span(case: Case) -> Finding | None:
    if case.quantity.value is None or not case.answers:
        return None
    slipped = next((a for a in case.slipped if a.value == case.quantity.value), None)
    if slipped is None and case.quantity.hedge is not None:
        slipped = _rounded_from_the_text(case)
    if slipped is not None:
        return _off_by_a_day(case, slipped)
    return _from_totals_of_the_text(case)


def _rounded_from_the_text(case: Case) -> Answer | None:
    """The loss from a report a day off that the figure rounds, and that the story gives exactly."""
    told = {other.quantity.value for other in case.story.cases}
    fits = (a for a in case.slipped if a.value in told and rounds(case.quantity, a.value))
    return next(fits, None)


def _off_by_a_day(case: Case, slipped: Answer) -> Finding:
    right = case.answers[0]
    base, last = slipped.base or slipped.day, slipped.day
    exact = equals(case.quantity, slipped.value)
    verb = (
        f"{slipped.value:,} is" if exact else f"{said_as(case.quantity)} rounds {slipped.value:,},"
    )
    message = (
        f"{verb} the difference between the reports of {day_words(base)} and "
        f"{day_words(last)}: right on that baseline, which is {_how_far(slipped, right)}. "
        f"{_right_words(case)}."
    )
    return case.finding(
        "baseline_day_slip",
        "reproduced_other_baseline",
        message,
        slipped,
        cause="baseline_day_slip",
        expected=case.answers,
    )


def _how_far(slipped: Answer, right: Answer) -> str:
    """On which side of the right reports the ones used lie."""
    if slipped.day == right.day and slipped.base and right.base:
        return "one day late" if slipped.base > right.base else "one day early"
    return "not that of the days said"


def _right_words(case: Case) -> str:
    """The right figures of a span with their reports, by each convention."""
    words = "; ".join(
        f"from the report of {day_words(a.base or a.day)} it is {a.value:,} "
        f"({convention_words(a.convention)})"
        for a in case.answers
    )
    return words[:1].upper() + words[1:]


def _from_totals_of_the_text(case: Case) -> Finding | None:
    """A right sum of two totals that are real reports, but not those of the days said."""
    pair = next(pairs(case, exactly=True), None)
    if pair is None:
        return None
    held = [case.series.with_value(v) for v in pair] if case.series else []
    if len(held) != 2 or not all(held):
        return None
    high, low = held[0][-1], held[1][-1]
    message = (
        f"The arithmetic is right on the figures of the text, {high} and {low}, but these are "
        f"not the reports of the days said. {_right_words(case)}."
    )
    return case.finding(
        "baseline_day_slip",
        "reproduced_other_baseline",
        message,
        case.story_total(high),
        case.story_total(low),
        cause="baseline_day_slip",
        expected=case.answers,
    )


def report_day_vs_loss_day(case: Case) -> Finding | None:
    """The figure belongs to the other way of counting days: a report dated D covers the day
    before, so a day's figure may be given for the date of its report, and a month's loss by
    the reports dated in it where the rest of the story counts the days themselves."""
    if case.asked.kind == DAILY:
        return _dated_by_its_report(case)
    if case.only_convention is None:
        return None
    hit = next(a for a in case.answers if a.value == case.quantity.value)
    right = next(a for a in case.answers if a.convention != hit.convention)
    message = (
        f"{hit.value:,} is the reported loss {hit.says}; the other figures of the story count "
        f"{convention_words(right.convention)}, which gives {right.value:,}."
    )
    return case.finding(
        "report_day_vs_loss_day",
        "reproduced_other_baseline",
        message,
        hit,
        cause="report_day_vs_loss_day",
        expected=[right],
    )


def _dated_by_its_report(case: Case) -> Finding | None:
    day, today = case.asked.end, case.asked.today
    hit = next((a for a in case.day_before if equals(case.quantity, a.value)), None)
    if hit is None or day is None or case.claim.period.kind != "day":
        return None
    if not case.names_its_day and (today is None or day < today):
        return None
    if not case.story.said.days(case.claim) or _by_chance(case) or listed_on(case):
        return None
    if REPORTED in case.claim.rules and day == case.claim.report_date:
        message = f"{hit.value:,} is {hit.described}; the day named is that of the report"
        return case.finding("report_day_vs_loss_day", "reproduced", f"{message}.", hit)
    message = (
        f"{hit.value:,} stands in the {report_of(day)}, which covers {day_words(day - DAY)}"
        + (f"; for {day_words(day)} it is {case.answers[0].value:,}." if case.answers else ".")
    )
    return case.finding(
        "report_day_vs_loss_day",
        "reproduced_other_baseline",
        message,
        hit,
        cause="report_day_vs_loss_day",
        expected=case.answers[:1] or [hit],
    )


def _by_chance(case: Case) -> bool:
    """Whether a small figure is that of the day before without any larger one to bear it out."""
    return (case.quantity.value or 0) < SMALL and not any(
        (other.quantity.value or 0) >= SMALL
        and other.asked == case.asked
        and any(a.value == other.quantity.value for a in other.day_before)
        for other in case.story.cases
    )


def listed_on(case: Case) -> bool:
    """Whether the day of the story itself stands beside the figure, and words for a report or for
    what came on top: "were added on Monday's list", "to which 1,790 were added on 2 December"."""
    words = {word.kind for word in case.story.said.words(case.claim)}
    if case.asked.end is None or case.asked.end != case.story.day:
        return False
    weekday_only = {"period.weekday", "period.today"} & set(case.claim.rules)
    return "increment" in words or bool(
        weekday_only and words & {"account", "recording", "tally", "added"}
    )
