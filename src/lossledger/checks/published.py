"""Whether a figure is what the claimant published: as said, rounded, or as a bound."""

from lossledger import vocabulary
from lossledger.checks.amounts import bounded, equals, rounds, rounds_mean, said_as
from lossledger.checks.answers import Answer, missing, nearest_words, total_on
from lossledger.checks.asked import LONG_TOTAL
from lossledger.checks.assumed import assumed
from lossledger.checks.questions import DAILY, SPAN, TOTAL, UNSAID, Question, windows
from lossledger.checks.story import ELLIPSIS, Case
from lossledger.checks.wording import (
    by,
    convention_words,
    label,
    listed,
    losses,
    report_of,
    source_name,
)
from lossledger.model import Finding
from lossledger.period import DAY
from lossledger.series import Series, day_words

TOO_LARGE = 20
"""A figure of so many days' losses is no day's loss."""
TELLING_DAY = 10
TELLING = 100
"""A smaller figure is equal to a published one by chance too often."""
OTHER_ORDER = 3
"""A figure so many times larger or smaller than the right one counts something else, or other
days: no slip makes it of it that has no name of its own."""
BESIDE = 0.01
"""A bound so near to a total was meant to round it."""
FAR_BELOW = 20
"""A lower bound so many times below the value is one on something else."""
NO_FACT = {
    "goal": "a goal, not a count",
    "forecast": "a forecast, not a count",
    "hypothetical": "a supposition, not a count",
    "denied": "a figure that the text reports as denied",
}


def not_a_claim_of_fact(case: Case) -> Finding | None:
    """Goals, forecasts, suppositions and denied figures are no counts and are not checked."""
    claim = case.claim
    if claim.stance in NO_FACT and not (claim.stance == "hypothetical" and _is_published(case)):
        message = f"{said_as(claim.quantity)} is {NO_FACT[claim.stance]}; it is not checked."
    elif claim.metric not in vocabulary.metrics():
        message = f"What is counted here ({claim.metric}) has no place in the tables."
    else:
        return None
    return case.finding("not_a_claim_of_fact", "not_checkable", message)


def _is_published(case: Case) -> bool:
    """Whether a figure that a word of doubt stands beside is exactly what was published."""
    said = case.quantity.value
    if said is None or said < TELLING:
        return False
    return any(a.value == said for a in case.answers) or assumed(case) is not None


def as_reported(case: Case) -> Finding | None:
    """The figure equals what the claimant's reports give for the days said: the total of the
    report of that day, the day's increment, or the loss of the span by loss day or by report
    day. It is then reproduced, which means published, not true."""
    hits = [a for a in case.answers if equals(case.quantity, a.value)]
    if not hits:
        return (
            _unsaid_total(case)
            or _end_of_the_day(case)
            or _day_behind(case)
            or _covered_day(case)
            or _only_a_total(case)
        )
    if _against_the_story(case, hits[0]):
        return None
    message = f"{case.quantity.value:,} is {hits[0].described}{_whose(case)}"
    differing = [a for a in case.answers if a.value != hits[0].value]
    if hits[0].kind == SPAN and differing:
        other = differing[0]
        same = other.convention == hits[0].convention
        words = other.says if same else convention_words(other.convention)
        message += f"; {words} it is {other.value:,}"
    return case.finding("as_reported", "reproduced", f"{message}.", hits[0])


def _against_the_story(case: Case, hit: Answer) -> bool:
    """Whether the span's figure follows one convention and the rest of the story the other."""
    convention = case.only_convention
    return (
        hit.kind == SPAN
        and convention is not None
        and case.story.convention not in (None, convention)
    )


def _whose(case: Case, held: Series | None = None) -> str:
    """Whose reports these are, and on whom, where the text names another or none."""
    series, claimant = held or case.series, case.claim.claimant
    if series is None:
        return ""
    said = []
    if claimant is None:
        said.append("the text names no source")
    elif claimant != series.claimant:
        said.append(f"the text names {source_name(claimant)}")
    if series.party != case.claim.party:
        said.append(f"it counts {losses(series)}; the words leave open whose they are")
    return f" ({by(series)}; {'; '.join(said)})" if said else ""


def _unsaid_total(case: Case) -> Finding | None:
    """A running total found in the series though the text gives no day for it."""
    said, series, today = case.quantity.value, case.series, case.asked.today
    if case.quantity.hedge is not None or (said or 0) % 1000 == 0:
        return None  # a round figure stands in some report or other by chance
    if said is None or said < 1000 or series is None or case.asked.end is not None:
        return None
    if case.asked.kind not in (UNSAID, TOTAL):
        return None
    held = [r for r in series.with_value(said) if today is None or r.date <= today]
    if not held:
        return None
    answers = case.story_total(held[-1])
    message = f"{said:,} is {answers.says}; the text does not say for which day"
    return case.finding("as_reported", "reproduced", f"{message}{_whose(case)}.", answers)


def _only_a_total(case: Case) -> Finding | None:
    """The days that the words seem to give have no report, and the figure is exactly the total
    of the story's own report: nothing else can be meant."""
    said, today, series = case.quantity.value, case.asked.today, case.series
    if case.answers or said is None or today is None or series is None:
        return None
    report = series.at(today)
    if report is None or report.value != said or said < TOO_LARGE * max(1, report.change or 1):
        return None
    answer = case.story_total(report)
    message = f"{said:,} is {answer.says}; for the days that the words name there is no report"
    return case.finding("as_reported", "reproduced", f"{message}{_whose(case)}.", answer)


def _end_of_the_day(case: Case) -> Finding | None:
    """A total at the end of a month or year may be that of the next morning's report."""
    day, today, series = case.asked.end, case.asked.today, case.series
    if case.asked.kind != TOTAL or day is None or series is None or (day + DAY).day != 1:
        return None
    report = series.at(day + DAY)
    if report is None or not equals(case.quantity, report.value):
        return None
    if (today is not None and day >= today) or case.story.said.names_day(case.claim, day):
        return None
    answer = case.story_total(report)
    message = f"{report.value:,} is {answer.says}, which covers the losses to {day_words(day)}"
    return case.finding("as_reported", "reproduced", f"{message}{_whose(case)}.", answer)


def _day_behind(case: Case) -> Finding | None:
    """In a story that follows the report of the day before throughout, that report counts."""
    if not case.story.behind or not case.at_story_day:
        return None
    hit = next((a for a in case.day_before if equals(case.quantity, a.value)), None)
    if hit is None:
        return None
    message = f"{hit.value:,} is {hit.described}; the story follows the {report_of(hit.day)}"
    return case.finding("as_reported", "reproduced", f"{message}{_whose(case)}.", hit)


def _covered_day(case: Case) -> Finding | None:
    """In a story that names the day which its own day's report covers, that report counts."""
    if not case.story.names_covered_day or not case.at_eve:
        return None
    hit = next((a for a in case.shifted(1) if equals(case.quantity, a.value)), None)
    if hit is None:
        return None
    message = f"{hit.value:,} is {hit.described}; the day named is the one that it covers"
    return case.finding("as_reported", "reproduced", f"{message}{_whose(case)}.", hit)


def rounding_only(case: Case) -> Finding | None:
    """The figure is a fair rounding of what the reports give, or of the mean a day over the
    span. Nothing is wrong with it."""
    if case.quantity.hedge is None and case.neighbours:
        return None
    for answer in case.answers:
        if rounds(case.quantity, answer.value):
            message = f"{said_as(case.quantity)} rounds {answer.value:,}, {answer.described}"
            return _rounded(case, message, answer)
    for answer in case.answers:
        if answer.kind == SPAN and rounds_mean(case.quantity, answer.value / answer.days):
            return _mean(case, answer)
    return None


def _mean(case: Case, answer: Answer) -> Finding:
    mean = answer.value / answer.days
    message = (
        f"{said_as(case.quantity)} is the mean a day of {answer.described}: "
        f"{answer.value:,} over {answer.days} days is {mean:,.1f} a day"
    )
    sums = f"{answer.arithmetic}; {answer.value:,} / {answer.days} = {mean:,.1f}"
    return _rounded(case, message, answer, sums)


def _rounded(case: Case, message: str, answer: Answer, sums: str | None = None) -> Finding:
    return case.finding(
        "rounding_only",
        "consistent",
        f"{message}{_whose(case)}.",
        answer,
        cause="rounding_only",
        expected=[answer],
        arithmetic=sums,
        suggest=False,
    )


def bound_against_reports(case: Case) -> Finding | None:
    """A bound stands on the wrong side of a total that it rounds: "more than a million" where the
    reports are just below it."""
    quantity, total = case.quantity, next(iter(case.answers), None)
    if total is None or total.kind != TOTAL or len(quantity.figures) != 1 or not bounded(quantity):
        return None
    bound = quantity.figures[0]
    if quantity.admits(total.value) or not 0 < abs(bound - total.value) <= BESIDE * total.value:
        return None
    side = "below" if total.value < bound else "above"
    message = (
        f"{_capital(said_as(quantity))} does not hold: {total.value:,}, {total.described}, is "
        f"{side} it{_whose(case)}."
    )
    return case.finding(
        "bound_against_reports",
        "contradicted",
        message,
        cause="bound_flipped",
        expected=[total],
    )


def from_one_report_to_another(case: Case) -> Finding | None:
    """A range whose two ends are two reports of a running total is no range, but its growth."""
    low, high, series = case.quantity.low, case.quantity.high, case.series
    if low is None or high is None or series is None or not low < high:
        return None
    pairs = [
        (first, last)
        for first in (series.with_value(low) if low >= TELLING else ())
        for last in series.with_value(high)
        if first.date < last.date
    ]
    if not pairs and case.asked.today is not None:
        return _grown_to(case, low, high)
    if not pairs or low % 1000 == high % 1000 == 0:
        return None
    first, last = case.story_total(pairs[-1][0]), case.story_total(pairs[-1][1])
    message = f"{low:,} is {first.says}, {high:,} {last.says}{_whose(case)}."
    return case.finding("from_one_report_to_another", "reproduced", message, first, last)


def _grown_to(case: Case, low: int, high: int) -> Finding | None:
    """A range whose upper end is the total of the story's own report and whose lower end is what
    it grew by: "rose by 83 to 19,886"."""
    today, series = case.asked.today, case.series
    assert today is not None
    assert series is not None
    total = total_on(series, today)
    past = case.ask(series, Question(DAILY, today - DAY, today - DAY, today))
    day = next((a for a in past if a.value == low), None)
    if total is None or day is None or total.value != high or high < LONG_TOTAL:
        return None
    message = f"{low:,} is {day.says}, {high:,} {total.says}{_whose(case)}."
    return case.finding("from_one_report_to_another", "reproduced", message, day, total)


def bound_or_range(case: Case) -> Finding | None:
    """A bound or a range holds when what the reports give lies inside it. For a span of days
    both conventions are tried and both figures are named."""
    if not bounded(case.quantity) or not case.answers or case.asked.kind == UNSAID:
        return None
    within = [a for a in case.answers if case.quantity.admits(a.value)]
    if not within:
        return _bound_on_mean(case)
    level = _level(case)
    if level is not None:
        message = f"{level.value:,} is {level.described}, which losses rose to"
        return case.finding("bound_or_range", "reproduced", f"{message}{_whose(case)}.", level)
    figures = listed([a.figure for a in case.answers])
    if max(case.quantity.figures) * FAR_BELOW < min(a.value for a in within):
        message = f"{_capital(said_as(case.quantity))} says too little to check by {figures}."
        return case.finding("bound_or_range", "not_checkable", message, *within)
    verb = "holds" if len(within) == len(case.answers) else f"holds {_only(within)}"
    rounded = case.asked.kind == TOTAL and _near_bound(case, within[0])
    return case.finding(
        "bound_or_range",
        "consistent",
        f"{_capital(said_as(case.quantity))} {verb}: the reports give {figures}{_whose(case)}.",
        *within,
        cause="rounding_only" if rounded else None,
        expected=case.answers,
        suggest=False,
    )


def _level(case: Case) -> Answer | None:
    """The total to which losses rose, where "to" reads as "up to": "by 900 to 1,142,730"."""
    figures, asked, series = case.quantity.figures, case.asked, case.series
    if asked.today is None or len(figures) != 1 or series is None:
        return None
    grown = asked.kind == TOTAL and case.story.said.grows(case.claim)
    if not grown and not all(figures[0] > OTHER_ORDER * a.value for a in case.answers):
        return None
    ends = [day for window in windows(asked, None) for day in window.pair]
    totals = (total_on(series, day) for day in dict.fromkeys((asked.today, *ends)))
    return next((t for t in totals if t is not None and t.value == figures[0]), None)


def _only(within: list[Answer]) -> str:
    return f"only {convention_words(within[0].convention)}" if within[0].convention else "in part"


def _near_bound(case: Case, answer: Answer) -> bool:
    """Whether the bound is the report's value in a coarser unit, as "over 407 thousand"."""
    figures = case.quantity.figures
    return len(figures) == 1 and abs(figures[0] - answer.value) <= 0.01 * answer.value


def _bound_on_mean(case: Case) -> Finding | None:
    for answer in case.answers:
        mean = round(answer.value / answer.days)
        if answer.kind == SPAN and answer.days > 1 and case.quantity.admits(mean):
            message = f"{_capital(said_as(case.quantity))} holds for the mean a day"
            return case.finding(
                "bound_or_range",
                "consistent",
                f"{message}: {answer.value:,} over {answer.days} days is {mean:,} a day.",
                answer,
                expected=[answer],
                suggest=False,
            )
    return None


def nobody_named(case: Case) -> Finding | None:
    """A number of which neither who says it nor whose it is can be told is not checked."""
    if case.claim.claimant is None and case.party is None:
        message = "The text says neither who gives this figure nor whose it is."
        return case.finding("nobody_named", "not_checkable", message)
    return None


def no_report(case: Case) -> Finding | None:
    """The ledger has nothing to compare with: no series of this claimant and subject, or not
    the report of the day that is needed, which is then named."""
    claim, series = case.claim, case.series
    if series is None:
        about = f"{label(case.party)}, " if case.party else ""
        message = (
            f"The ledger holds no series on this ({about}{label(claim.metric)}) from this source "
            f"({source_name(claim.claimant)})."
        )
        return case.finding("no_report", "not_in_ledger", message)
    lacking = missing(case.asked, series)
    if case.answers and not (lacking and case.asked.kind == SPAN):
        return None
    if lacking:
        named = listed([report_of(day) for day in lacking])
        message = (
            f"The {named} ({by(series)}) is not in the ledger{nearest_words(series, lacking[0])}."
        )
        return case.finding("no_report", "not_in_ledger", message)
    return None


def counted_apart(case: Case) -> Finding | None:
    """The figure takes categories together that the claimant's reports give apart, such as tanks
    and other armoured vehicles: it is their sum."""
    metric = vocabulary.metrics().get(case.claim.metric)
    parts = [case.series_of(code) for code in metric.sum_of] if metric else []
    held = [series for series in parts if series is not None]
    if case.series is not None or len(held) < max(2, len(parts)):
        return None
    for asked in (case.asked, *case.story.open_questions):
        for answers in zip(*(case.ask(series, asked) for series in held), strict=False):
            total = sum(a.value for a in answers)
            if equals(case.quantity, total) or rounds(case.quantity, total):
                return _together(case, answers, total)
    return None


def _together(case: Case, answers: tuple[Answer, ...], total: int) -> Finding:
    apart = listed([f"{a.value:,} {label(a.series.metric)}" for a in answers])
    added = " + ".join(f"{a.value:,}" for a in answers)
    exact = equals(case.quantity, total)
    verb = "is" if exact else f"rounds {total:,},"
    message = f"{said_as(case.quantity)} {verb} {apart} together ({answers[0].says})"
    return case.finding(
        "counted_apart",
        "reproduced" if exact else "consistent",
        f"{message}{_whose(case, answers[0].series)}.",
        *answers,
        cause=None if exact else "rounding_only",
        arithmetic=f"{added} = {total:,}",
    )


def counted_in_totals(case: Case) -> Finding | None:
    """What was shot down has no series of its own, and the claimant's totals of losses, which
    count it, give this figure. Nothing follows where they do not: a night's tally is another thing
    than a day's losses."""
    totals = case.totals if case.series is None else None
    if totals is None:
        return None
    running = _total_for_a_day(case, totals)
    if running is not None:
        return running
    for answer in case.ask(totals):
        under = f"the reports count it among {label(totals.metric)}"
        telling = answer.kind == TOTAL or answer.value >= TELLING_DAY
        if equals(case.quantity, answer.value) and telling:
            message = f"{answer.value:,} is {answer.described}; {under}{_whose(case, totals)}."
            return case.finding("counted_in_totals", "reproduced", message, answer)
        near = rounds(case.quantity, answer.value) or (
            bounded(case.quantity) and case.quantity.admits(answer.value)
        )
        if near and answer.kind == TOTAL:
            message = f"{_capital(said_as(case.quantity))} holds: {under} and give {answer.figure}"
            return case.finding(
                "counted_in_totals", "consistent", f"{message}{_whose(case, totals)}.", answer
            )
    return None


def _total_for_a_day(case: Case, totals: Series) -> Finding | None:
    """What was shot down on a day, given as the running total of the losses that count it."""
    said, right = case.quantity.value, next(iter(case.ask(totals)), None)
    if case.asked.kind != DAILY or said is None or right is None or said < 1000:
        return None
    report = totals.at(right.day)
    if report is None or report.value != said or not case.story.said.days(case.claim):
        return None
    message = (
        f"{said:,} is the running total of {label(totals.metric)} in the {report_of(right.day)}; "
        f"for {day_words(right.day - DAY)} it is {right.value:,}{_whose(case, totals)}."
    )
    cause = "cumulative_as_daily"
    return case.finding(cause, "contradicted", message, cause=cause, expected=[right])


def days_not_said(case: Case) -> Finding | None:
    """The text does not say for which days the figure is, and it is none of that day's."""
    if case.asked.kind == UNSAID or not case.answers:
        message = "As read, the text does not say for which days this figure is."
        return case.finding("days_not_said", "not_checkable", message)
    return None


def no_running_total(case: Case) -> Finding | None:
    """The figure is far too small for a running total and is exactly the loss of the past day,
    or of a span that the story speaks of: the words leave open which of them is meant."""
    said, total = case.quantity.value, case.answers[0] if case.answers else None
    if said is None or total is None or case.asked.kind != TOTAL or 3 * said > total.value:
        return None
    further = case.story.open_questions_for(said, total.series) if said >= TELLING else ()
    for asked in dict.fromkeys((*case.story.spoken_of, *further)):
        if asked.kind == TOTAL:
            continue
        hit = next((a for a in case.ask(case.series, asked) if a.value == said), None)
        if hit is not None:
            message = f"{said:,} is {hit.described}, not the running total, which is {total.figure}"
            return case.finding("no_running_total", "reproduced", f"{message}.", hit)
    return None


def differs(case: Case) -> Finding | None:
    """The figure is not what the claimant published for these days, and no known kind of slip
    explains it. A figure of another speaker of the same side, or of no one, is then only said
    to stand in no report."""
    values = listed([a.figure for a in case.answers])
    said, series = said_as(case.quantity), case.series
    if _of_other_days(case):
        message = (
            f"As read, the sentence does not say for which days {said} is; {values} is the total."
        )
        return case.finding("differs", "not_checkable", message, *case.answers)
    if case.asked.kind != TOTAL and not case.story.said.days(case.claim):
        message = (
            f"As read, the sentence itself does not say for which days {said} is; for those that "
            f"the text speaks of before it, the reports give {values}."
        )
        return case.finding("differs", "not_checkable", message, *case.answers)
    small = (case.quantity.value or 0) < TELLING_DAY and ELLIPSIS in case.claim.rules
    if case.subject_assumed or small:
        message = f"As read, the sentence does not say what is counted; the reports give {values}."
        return case.finding("differs", "not_checkable", message, *case.answers)
    if case.speaks_for and _of_another_order(case):
        message = (
            f"The reports give {values}; {said} is of another order, so that it may count "
            f"something else or other days."
        )
        return case.finding("differs", "not_checkable", message, *case.answers)
    if case.quantity.hedge == "vague":
        message = f"The words are too vague to check; the reports give {values}."
        return case.finding("differs", "not_checkable", message, *case.answers)
    if not case.speaks_for and series is not None:
        message = f"{_capital(said)} is in no report; {by(series)} gives {values}{_whose(case)}."
        return case.finding("differs", "not_in_ledger", message, *case.answers)
    message = f"The reports give {values}, not {said}."
    return case.finding("differs", "contradicted", message, expected=case.answers)


def _of_another_order(case: Case) -> bool:
    """Whether the figure is several times larger or smaller than whatever is right."""
    low, high = min(case.quantity.figures), max(case.quantity.figures)
    return all(high * OTHER_ORDER < a.value or low > OTHER_ORDER * a.value for a in case.answers)


def _of_other_days(case: Case) -> bool:
    """Whether a figure taken for a running total is far below it and says nothing of its days."""
    total = case.answers[0].value if case.answers and case.asked.kind == TOTAL else 0
    far_below = 3 * max(case.quantity.figures) < total
    return far_below and not case.story.said.days(case.claim)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
