"""Figures that the text computes, or could have computed, from others that it gives."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from lossledger import vocabulary
from lossledger.checks import digits
from lossledger.checks.amounts import rounds, rounds_mean, said_as
from lossledger.checks.answers import Answer
from lossledger.checks.questions import DAILY, SPAN, TOTAL, UNSAID, Question
from lossledger.checks.story import Case
from lossledger.checks.wording import report_of
from lossledger.model import Claim, Expected, Finding
from lossledger.period import DAY
from lossledger.series import Report, day_words

CLOSE = 0.02
"""A sum so near to the figure of parts that follow on each other is meant to be it."""
FEW = 7
"""More days than this are not added up one by one."""
TELLING = 1000
"""A smaller total may stand in a single report by chance."""
NEAR = 0.1
"""The same where the sentence itself says that it adds up its figures."""


def between_two_reports(case: Case) -> Finding | None:
    """A difference that the text computes from two totals which are the reports of the days that
    it gives for them: it is the loss between these two reports, whatever the span is called."""
    said = case.quantity.value
    if said is None or case.claim.stance != "derived":
        return None
    ids = {claim.id for claim in case.story.sources_of(case.claim)}
    totals = [other for other in case.story.cases if other.claim.id in ids]
    held = [a for other in totals for a in other.answers if a.value == other.quantity.value]
    if len(totals) != 2 or len(held) != 2 or abs(held[0].value - held[1].value) != said:
        return None
    last, base = sorted(held, key=lambda a: a.day, reverse=True)
    message = (
        f"{said:,} is the difference of the {report_of(last.day)} and the {report_of(base.day)}: "
        f"{last.value:,} - {base.value:,}."
    )
    return case.finding(
        "between_two_reports",
        "reproduced",
        message,
        last,
        base,
        arithmetic=f"{last.arithmetic} - {base.arithmetic} = {said:,}",
    )


def from_a_slipped_total(case: Case) -> Finding | None:
    """The difference of two totals of the text, one of which is the report of a day beside the
    one that is named for it: right on that baseline. The right figures are given."""
    said = case.quantity.value
    if said is None or case.series is None:
        return None
    if any(a.value == said for a in (*case.answers, *case.slipped)):
        return None
    totals = [c for c in _totals_before(case) if c.quantity.value is not None]
    for one, other in combinations(totals, 2):
        high, low = sorted((one, other), key=lambda c: c.quantity.value or 0, reverse=True)
        if (high.quantity.value or 0) - (low.quantity.value or 0) == said:
            found = _slipped(case, high, low)
            if found is not None:
                return found
    return None


def _totals_before(case: Case) -> Iterator[Case]:
    """The running totals on the same subject that stand before the figure in the text."""
    for other in case.story.cases:
        same = (other.claim.metric, other.party) == (case.claim.metric, case.party)
        if same and other.claim.span < case.claim.span and other.asked.kind == TOTAL:
            yield other


def _slipped(case: Case, high: Case, low: Case) -> Finding | None:
    last, base = _report_meant(high), _report_meant(low)
    if last is None or base is None or last.date <= base.date:
        return None
    off = [(c, r) for c, r in ((high, last), (low, base)) if _is_beside(c, r)]
    if len(off) != 1 or not off[0][0].answers:
        return None
    slipped, report = off[0]
    right = slipped.answers[0]
    first, final = (base, right) if slipped is high else (right, last)
    loss = final.value - first.value
    start, end = _day(first), _day(final)
    side = "late" if report.date > right.day else "early"
    message = (
        f"{last.value - base.value:,} is {last.value:,} - {base.value:,}; {report.value:,} is the "
        f"{report_of(report.date)}, which is one day {side}. From the {report_of(start)} to the "
        f"{report_of(end)} it is {loss:,}."
    )
    found = case.finding(
        "from_a_slipped_total",
        "reproduced_other_baseline",
        message,
        right,
        *[case.story_total(r) for r in (first, final) if isinstance(r, Report)],
        cause="baseline_day_slip",
        arithmetic=f"{last} - {base} = {last.value - base.value:,}; "
        f"{_said(final)} - {_said(first)} = {loss:,}",
    )
    days = f"from {day_words(start)} to {day_words(end - DAY)}"
    return replace(found, expected=(Expected(loss, loss, days),))


def _day(report: Report | Answer) -> date:
    return report.date if isinstance(report, Report) else report.day


def _said(report: Report | Answer) -> str:
    return str(report) if isinstance(report, Report) else report.arithmetic


def _is_beside(total: Case, report: Report) -> bool:
    """Whether a total is the report of the day beside the one that the text names for it."""
    return total.asked.end is not None and abs((report.date - total.asked.end).days) == 1


def _report_meant(total: Case) -> Report | None:
    """The report that holds a total: that of the day named for it or beside it, or the only one."""
    day, value = total.asked.end, total.quantity.value
    if day is None or value is None or total.series is None:
        return None
    held = total.series.with_value(value)
    near = [r for r in held if abs((r.date - day).days) <= 1]
    if not near and len(held) == 1 and value >= TELLING:
        return held[0]
    return min(near, key=lambda r: abs((r.date - day).days), default=None)


def sum_of_spans(case: Case) -> Finding | None:
    """A figure is the sum of those that the text gives for days which follow on each other, such
    as three months of a quarter; one that comes close to that sum and is not it is named."""
    said = case.quantity.value
    if said is None or case.quantity.hedge is not None:
        return None
    for parts, near in (*_days_told(case), *_runs_of_spans(case)):
        values = [part.quantity.value or 0 for part in parts]
        total = sum(values)
        slipped = near == NEAR and digits.slip(said, total) is not None
        if said <= max(values) or (abs(total - said) > near * said and not slipped):
            continue
        added = " + ".join(f"{n:,}" for n in values)
        if total == said:
            message = f"{said:,} is the sum of the figures that the text gives: {added}."
            return case.finding("sum_of_spans", "consistent", message, arithmetic=f"{added}")
        message = f"The figures of the text add up to {total:,}, not {said:,}."
        return Finding(
            check="sum_of_spans",
            claim=case.claim,
            verdict="arithmetic_error",
            cause="parts_do_not_sum",
            message=message,
            arithmetic=f"{added} = {total:,}",
            expected=(Expected(total, total, "the sum of the figures in the text"),),
        )
    return None


def _days_told(case: Case) -> Iterator[tuple[list[Case], float]]:
    """As many days' figures as the days that a figure takes together, told before it: "42, the
    day before 34. Over two days, then, 86"."""
    asked = case.asked
    if case.claim.stance != "derived" or asked.kind != SPAN or not asked.start or not asked.end:
        return
    count = (asked.end - asked.start).days + 1
    days = [
        other
        for other in case.story.cases
        if other.claim.span < case.claim.span
        and (other.claim.metric, other.party) == (case.claim.metric, case.party)
        and other.asked.kind == DAILY
        and other.quantity.value is not None
    ]
    if len(days) == count <= FEW:
        yield days, NEAR


def _runs_of_spans(case: Case) -> Iterator[tuple[list[Case], float]]:
    """The text's spans that follow on each other without a gap, in all, with how near a sum has
    to be; those of the figure's own sentence first, where it says that it adds up."""
    spans = {
        other.asked: other
        for other in case.story.cases
        if other is not case
        and (other.claim.metric, other.party) == (case.claim.metric, case.party)
        and other.asked.kind == SPAN
        and other.quantity.value is not None
        and other.quantity != case.quantity
    }
    adds = case.story.said.adds(case.claim)
    here = [c for c in spans.values() if c.claim.sentence == case.claim.sentence]
    inside = [c for c in spans.values() if _within(c.asked, case.asked)]
    for cases, near in (
        (here if adds else [], NEAR),
        (inside if _cover(inside, case.asked) else [], NEAR),
        (list(spans.values()), NEAR if adds and len(spans) > 2 else CLOSE),
    ):
        ordered = sorted(cases, key=lambda c: (c.asked.start, c.asked.end))
        follow = all(
            a.asked.end is not None and a.asked.end + DAY == b.asked.start
            for a, b in pairwise(ordered)
        )
        if len(ordered) > 1 and follow:
            yield ordered, near


def _within(part: Question, whole: Question) -> bool:
    """Whether a span lies within another one."""
    if whole.kind != SPAN or part == whole or whole.start is None or whole.end is None:
        return False
    begins = part.start is not None and whole.start <= part.start
    return begins and part.end is not None and part.end <= whole.end


def _cover(cases: list[Case], whole: Question) -> bool:
    """Whether spans begin and end where another one does."""
    starts, ends = {c.asked.start for c in cases}, {c.asked.end for c in cases}
    return len(cases) > 1 and whole.start in starts and whole.end in ends


def arithmetic_of_the_text(case: Case) -> Finding | None:
    """A figure that the text itself computes is recomputed from the text's own figures: a
    difference of two totals, or the mean a day. A sum that does not follow is named."""
    if case.quantity.value is None or _follows(case):
        return None
    found = list(pairs(case, exactly=False))
    if len(found) != 1:
        return None
    high, low = found[0]
    right = high - low
    if rounds(case.quantity, right):
        return None
    confirmed = [a for a in case.answers if a.value == right]
    how = digits.slip(case.quantity.value, right)
    why = f": {how}" if how else ""
    message = f"{high:,} - {low:,} is {right:,}, not {said_as(case.quantity)}{why}."
    return case.finding(
        "arithmetic_of_the_text",
        "arithmetic_error",
        message,
        *confirmed,
        expected=confirmed or case.answers[:1],
        arithmetic=_arithmetic(high, low, confirmed),
    )


def near_a_difference(case: Case) -> Finding | None:
    """A figure without days of its own behind two totals of the text that differs from their
    difference by one slip of the pen, or is counted from the report of the day beside: it was
    meant to be the difference."""
    said = case.quantity.value
    open_days = case.asked.kind == UNSAID or not case.story.said.days(case.claim)
    open_days = open_days or case.claim.stance == "derived"
    if said is None or said < TELLING or case.quantity.hedge is not None or not open_days:
        return None
    totals = [c for c in _levels_before(case) if _is_reported(c)]
    pair = sorted(totals[-2:], key=_figure_of, reverse=True)
    high, low = [_figure_of(c) for c in pair] if len(pair) == 2 else (0, 0)
    beside = _from_the_day_beside(pair[1], high - said) if low else None
    how = digits.slip(said, high - low) if low and high > low else None
    near = abs(said - (high - low)) <= NEAR * (high - low) and said != high - low
    if how is None and low and near and case.claim.stance == "derived":
        how = "it does not follow from them"
    if how is None and beside is None:
        return None
    why = f"it is counted from the {report_of(beside)}" if beside else how
    cause = "baseline_day_slip" if beside else None
    return Finding(
        check="near_a_difference",
        claim=case.claim,
        verdict="reproduced_other_baseline" if beside else "arithmetic_error",
        cause=cause,
        message=f"{high:,} - {low:,} is {high - low:,}, not {said:,}: {why}.",
        arithmetic=f"{high:,} - {low:,} = {high - low:,}",
        expected=(Expected(high - low, high - low, "the difference of the text's own totals"),),
    )


def _levels_before(case: Case) -> Iterator[Case]:
    """The running totals before a figure, those that losses rose from and to included."""
    for other in case.story.cases:
        same = (other.claim.metric, other.party) == (case.claim.metric, case.party)
        high = other.asked.kind == TOTAL or other.many_days_losses
        if same and high and other.claim.span < case.claim.span:
            yield other


def _is_reported(total: Case) -> bool:
    """Whether a figure is the running total of some report, that of its own day if it has one."""
    value = _figure_of(total)
    if total.asked.kind == TOTAL:
        return any(answer.value == value for answer in total.answers)
    return total.series is not None and len(total.series.with_value(value)) == 1


def _figure_of(case: Case) -> int:
    """The only figure of a quantity, a bound's included; else none."""
    figures = case.quantity.figures
    return figures[0] if len(figures) == 1 else 0


def _from_the_day_beside(total: Case, value: int) -> date | None:
    """The day before or after a total's own whose report is another value, if it is."""
    day = total.asked.end
    beside = [day - DAY, day + DAY] if day is not None and total.series is not None else []
    held = [total.series.at(d) for d in beside] if total.series else []
    return next((r.date for r in held if r is not None and r.value == value), None)


def _arithmetic(high: int, low: int, confirmed: list[Answer]) -> str:
    sums = [f"{high:,} - {low:,} = {high - low:,}", *(a.arithmetic for a in confirmed)]
    return "; ".join(dict.fromkeys(sums))


def _follows(case: Case) -> bool:
    """Whether the figure follows from some figures of the text, as a sum or as a mean."""
    if next(pairs(case, exactly=True), None) is not None:
        return True
    days = (case.claim.period.days or 0) or (case.answers[0].days if case.answers else 0)
    for other in _inputs(case):
        value = other.quantity.value
        if value is not None and days > 1 and rounds_mean(case.quantity, value / days):
            return True
    return False


def _inputs(case: Case) -> tuple[Claim, ...]:
    """The figures that a derived one is computed from: those named, else the same subject's."""
    named = case.story.sources_of(case.claim)
    if named:
        return named if len({_side_of(c) for c in named}) == 1 else ()
    if case.claim.stance != "derived":
        return ()
    mine = (case.claim.metric, case.claim.party, case.claim.claimant)
    return tuple(
        other.claim
        for other in case.story.cases
        if (other.claim.metric, other.claim.party, other.claim.claimant) == mine
        and other.claim is not case.claim
    )


def _side_of(claim: Claim) -> str | None:
    """Who gives a figure: a side for its authorities, else the source itself."""
    source = vocabulary.sources().get(claim.claimant or "")
    return source.party if source is not None and source.party else claim.claimant


def pairs(case: Case, *, exactly: bool) -> Iterator[tuple[int, int]]:
    """Pairs of the text's totals, larger first, that a difference may be computed from.

    ``exactly``: only those whose difference is the figure. Otherwise the two totals that the
    text names as the inputs, or that are the reports of the span itself.
    """
    totals = dict.fromkeys(
        c.quantity.value
        for c in _inputs(case)
        if c.quantity.value is not None and c.period.kind == "cumulative"
    )
    values = sorted((v for v in totals if v is not None), reverse=True)
    said = case.quantity.value
    found = [(a, b) for i, a in enumerate(values) for b in values[i + 1 :]]
    if exactly:
        yield from (pair for pair in found if pair[0] - pair[1] == said)
    elif len(found) == 1 and case.story.sources_of(case.claim):
        yield found[0]
    else:
        losses = {a.value for a in case.answers}
        yield from [pair for pair in found if pair[0] - pair[1] in losses][:1]
