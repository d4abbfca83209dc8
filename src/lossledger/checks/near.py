"""Near misses: what a figure that is not the right one may have been meant to be."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from lossledger import vocabulary
from lossledger.checks import digits
from lossledger.checks.amounts import bounded, said_as
from lossledger.checks.answers import Answer, total_on
from lossledger.checks.assumed import beside_its_days
from lossledger.checks.questions import DAILY, SPAN, TOTAL
from lossledger.checks.said import NO_TIME, REPORTED
from lossledger.checks.story import ACTS, CARRIED, Case
from lossledger.checks.wording import label, listed, others_as_near, report_of
from lossledger.model import Finding
from lossledger.period import DAY
from lossledger.series import Series, day_words

NEXT_DAYS = 3
"""A report this close is the first thing to think of; one further off comes after typos."""
FEW_DAYS = 7
FEW_REPORTS = 3
"""A total that stands in more reports than this does not tell one of them."""
SMALL = 100
"""Figures below this are near to one another by chance; only exact neighbours count."""
TELLING_DAY = 10
"""A smaller figure of a day is that of the next one by chance."""
CLOSE = 0.05
"""A bound is one on a value that lies no further off than this share."""
CROWD = 5
"""With more figures of the series as near as the one proposed, chance explains the nearness."""


def superseded_value(case: Case) -> Finding | None:
    """The source, or the mirror, gave this value for the day once and restated it: the ledger
    holds it beside the present one, a table of the source tells of it, or the total fell from it
    to the present one within a few days."""
    said, right = case.quantity.value, _right(case)
    if said is None or right is None or case.asked.kind != TOTAL:
        return None
    report, rest = right.series.at(right.day), []
    note = _correction(case, right, said)
    fallen = _fallen_from(right, said)
    if report is not None and said in report.disagreement:
        how = f"{said:,} was also recorded for the {report_of(right.day)}; {right.value:,} stands"
    elif note is not None:
        stands = f"{said:,} was published for the {report_of(right.day)}; {right.value:,} stands"
        how = f"{stands}. {note}"
    elif fallen is not None:
        how = (
            f"{said:,} is the {report_of(fallen.day)}; the source restated it: the "
            f"{report_of(right.day)} says {right.value:,}"
        )
        rest = [fallen]
    else:
        return None
    return case.finding(
        "superseded_value",
        "superseded",
        f"{how.rstrip('.')}.",
        *rest,
        cause="superseded_value",
        expected=[right],
    )


def _correction(case: Case, right: Answer, said: int) -> str | None:
    """What a table of the source tells of this value for the day, if anything."""
    ask, series = case.story.tables.corrections, right.series
    known = ask(series.claimant, series.metric, right.day, said) if ask is not None else None
    return known.reason if known is not None and said != right.value else None


def _fallen_from(right: Answer, said: int) -> Answer | None:
    """The total of a few days before that is the figure said and from which it fell since."""
    if said <= right.value:
        return None
    for days in range(1, FEW_DAYS + 1):
        found = total_on(right.series, right.day - days * DAY)
        if found is not None and found.value == said:
            return found
    return None


def stale_figure(case: Case) -> Finding | None:
    """The figure is that of an earlier report than the one it is given for."""
    return _other_day(case, "stale_figure", later=False)


def wrong_date(case: Case) -> Finding | None:
    """The figure is that of a later report than the one it is given for."""
    return _other_day(case, "wrong_date", later=True)


def _other_day(case: Case, cause: str, *, later: bool) -> Finding | None:
    right, sign = _right(case), 1 if later else -1
    if right is None or case.quantity.value is None or _by_chance(case):
        return None
    reach = NEXT_DAYS if case.quantity.value >= SMALL else 1
    steps = range(1, reach + 1) if case.asked.kind in (TOTAL, DAILY) else ()
    for days in steps:
        hit = next((a for a in case.shifted(sign * days) if _is(case, a)), None)
        if hit is not None:
            return _dated(case, cause, hit, right)
    return None


def _by_chance(case: Case) -> bool:
    """Whether a figure is too small to tell a day, and its day stands in another sentence."""
    return (case.quantity.value or 0) < TELLING_DAY and not case.story.said.days(case.claim)


def far_report(case: Case) -> Finding | None:
    """The figure is a running total of a report some days, or for a long figure any time,
    away from the day said."""
    said, right, series = case.quantity.value, _right(case), case.series
    if said is None or said < SMALL or right is None or series is None:
        return None
    held = series.with_value(said)
    if case.asked.kind != TOTAL or not held:
        return None
    if _day_unread(case):
        return None
    nearest = min(held, key=lambda r: abs(r.date - right.day))
    days = abs((nearest.date - right.day).days)
    if days <= NEXT_DAYS or (days > FEW_DAYS and (said < 1000 or len(held) > FEW_REPORTS)):
        return None
    cause = "wrong_date" if nearest.date > right.day else "stale_figure"
    return _dated(case, cause, case.story_total(nearest), right)


def _day_unread(case: Case) -> bool:
    """Whether neither a time nor a noun stands with a total: "after one year it stood at N"."""
    rules = set(case.claim.rules)
    return NO_TIME in rules and bool(CARRIED & rules) and REPORTED not in rules


def other_month(case: Case) -> Finding | None:
    """The loss is that of the month, week or span just before, or just after, the one said."""
    right = _right(case)
    said = case.quantity.value
    if right is None or case.asked.kind != SPAN or said is None or said < SMALL:
        return None
    for days in (-right.days, -28, -29, -30, -31, 28, 29, 30, 31, right.days):
        hit = next((a for a in case.span_shifted(days) if _is(case, a)), None)
        if hit is not None:
            return _dated(case, "wrong_date" if days > 0 else "stale_figure", hit, right)
    return None


def _dated(case: Case, cause: str, hit: Answer, right: Answer) -> Finding:
    if hit.kind == SPAN:
        message = (
            f"{hit.value:,} is the reported loss {hit.says}; {right.says} it is {right.value:,}."
        )
    elif hit.kind == DAILY:
        message = (
            f"{hit.value:,} stands in the {report_of(hit.day)} and covers "
            f"{day_words(hit.day - DAY)}; the {report_of(right.day)} gives {right.value:,}."
        )
    else:
        message = (
            f"{hit.value:,} is the {report_of(hit.day)}; the {report_of(right.day)} says "
            f"{right.value:,}."
        )
    return case.finding(cause, "contradicted", message, hit, cause=cause, expected=[right])


def cumulative_as_daily(case: Case) -> Finding | None:
    """A figure given for a day, a week or a month is the running total of the war."""
    said, right, series = case.quantity.value, _right(case), case.series
    if said is None or right is None or series is None or case.asked.kind == TOTAL:
        return None
    told = ACTS & set(case.claim.rules) or case.story.said.days(case.claim)
    if not told and not case.story.said.lost_in_a_day(case.claim) and not beside_its_days(case):
        return None
    reach = FEW_DAYS if said >= SMALL and ACTS & set(case.claim.rules) else 0
    for days in range(reach + 1 if said >= 10 else 0):
        total = total_on(series, right.day - days * DAY)
        if total is not None and total.value == said:
            message = (
                f"{said:,} is the running total in the {report_of(total.day)}; "
                f"{_for(right)} it is {right.value:,}."
            )
            return case.finding(
                "cumulative_as_daily",
                "contradicted",
                message,
                total,
                cause="cumulative_as_daily",
                expected=[right],
            )
    return None


def tenfold(case: Case) -> Finding | None:
    """The figure is ten or a hundred times what the reports give, or a tenth of it."""
    said = case.quantity.value
    for right in case.answers:
        for times in (10, 100):
            if min(said or 0, right.value) >= 10 and said == right.value * times:
                return _mistyped(case, right, "tenfold", f"{times} times")
            if min(said or 0, right.value) >= 10 and (said or 0) * times == right.value:
                return _mistyped(case, right, "tenfold", f"1/{times} of")
            if _is_bound_times(case, right, times):
                return _mistyped(case, right, "tenfold", f"about {times} times")
    return None


def _is_bound_times(case: Case, right: Answer, times: int) -> bool:
    """Whether a bound, divided by ten or a hundred, is a close one on what the reports give."""
    figures = case.quantity.figures
    if not bounded(case.quantity) or len(figures) != 1 or figures[0] % times:
        return False
    return right.value >= SMALL and abs(figures[0] // times - right.value) <= CLOSE * right.value


def _mistyped(case: Case, right: Answer, cause: str, how: str) -> Finding:
    message = f"{said_as(case.quantity)} is {how} {right.value:,}, {right.described}."
    return case.finding(cause, "contradicted", message, cause=cause, expected=[right])


def digit_typo(case: Case) -> Finding | None:
    """The figure differs from what the reports give by one slip of the pen: two digits
    swapped, one digit dropped, added or different. How many other figures of the
    series lie as near is counted; when there are many, chance may explain it and no cause is
    named."""
    said = case.quantity.value
    for right in case.answers if said is not None else ():
        how = digits.slip(said or 0, right.value)
        if said is None or how is None or not _tells(right, said, how):
            continue
        count = _as_near(case, right, said, how)
        if right.kind == TOTAL or count <= CROWD:
            message = (
                f"The {report_of(right.day)} gives {right.value:,}, not {said:,}: {how}"
                if right.kind != SPAN
                else f"The reported loss {right.says} is {right.value:,}, not {said:,}: {how}"
            )
            return case.finding(
                "digit_typo",
                "contradicted",
                f"{message} ({others_as_near(count)}).",
                cause="digit_typo",
                expected=[right],
            )
    return None


def _tells(right: Answer, said: int, how: str) -> bool:
    """Whether a slip says anything: figures of two digits differ in one of them by chance."""
    if how == digits.DROPPED and right.kind == TOTAL:
        return right.value >= SMALL
    return min(said, right.value) >= SMALL or how == digits.SWAPPED


def _as_near(case: Case, right: Answer, said: int, how: str) -> int:
    """How many other figures of the same kind in the series differ from ``said`` in this way."""
    variants = digits.rights(said, how) - {right.value}
    held: Callable[[int], object] = right.series.with_value
    if right.kind == DAILY:
        held = partial(case.story.known.days_with, right.series)
    elif right.kind == SPAN:
        held = case.story.known.differences(right.series, right.days).__contains__
    return sum(1 for value in variants if held(value))


def category_merge(case: Case) -> Finding | None:
    """The figure is the sum of this category and another one of the same report, as when tanks
    and armoured vehicles are added up under one name, or that of the line that includes it."""
    right, said = _right(case), case.quantity.value
    if right is None or said is None or said <= right.value or said < 10 or right.value < 1:
        return None
    partners = [a for a in _other_categories(case) if a.value == said - right.value]
    if not partners or (said < SMALL and len(partners) > 1):
        return None
    partner = partners[0]
    message = (
        f"{said:,} is {label(right.series.metric)} and {label(partner.series.metric)} together "
        f"({right.value:,} + {partner.value:,}); {label(right.series.metric)} alone are "
        f"{right.value:,} ({right.says})."
    )
    return case.finding(
        "category_merge",
        "contradicted",
        message,
        partner,
        cause="category_merge",
        expected=[right],
        arithmetic=f"{right.value:,} + {partner.value:,} = {said:,}",
    )


def copied_category(case: Case) -> Finding | None:
    """The figure is that of another category in the same report: copied from the wrong line."""
    right, said = _right(case), case.quantity.value
    if right is None or said is None or said < SMALL:
        return None
    same = [a for a in _other_categories(case) if a.value == said]
    if not same:
        return None
    lines = listed([label(a.series.metric) for a in same])
    message = (
        f"{said:,} is the figure for {lines} in the same report; for "
        f"{label(right.series.metric)} it is {right.value:,} ({right.says})."
    )
    return case.finding(
        "copied_category", "contradicted", message, same[0], cause="digit_typo", expected=[right]
    )


def _other_categories(case: Case) -> Iterator[Answer]:
    """What the same claimant's reports give for the other categories, of the same kind."""
    mine, kind = case.series, vocabulary.metrics()[case.claim.metric].kind
    if mine is None or kind != "equipment":
        return
    for code, metric in vocabulary.metrics().items():
        if code == mine.metric or metric.kind != "equipment":
            continue
        for series in case.story.known.series(code, mine.party):
            if series.claimant == mine.claimant and series.scope == mine.scope:
                yield from _same_reading(case, series)


def _same_reading(case: Case, series: Series) -> Iterator[Answer]:
    right = _right(case)
    for answer in case.ask(series):
        if right and (answer.kind, answer.convention) == (right.kind, right.convention):
            yield answer


def _right(case: Case) -> Answer | None:
    """The right answer; none where the text does not say for which days."""
    return case.answers[0] if case.answers and case.asked.end is not None else None


def _is(case: Case, answer: Answer) -> bool:
    return answer.value == case.quantity.value


def _for(answer: Answer) -> str:
    return answer.says if answer.kind == SPAN else f"for {day_words(covered(answer))}"


def covered(answer: Answer) -> date:
    """The day that a day's figure covers."""
    return answer.day - DAY
