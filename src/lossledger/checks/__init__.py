"""Checks of a story's figures against what was published, each with its cause named.

``check(reading, known)`` gives exactly one finding for each claim, in the order of the text.
``CHECKS`` is the plain list of checks, asked in this order until one speaks; the docstring of
each is the text on the page. ``NEAR_MISSES`` are those that only propose what was meant.

"Reproduced" means that a figure matches what the claimant published, never that it is true.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from lossledger.checks.assumed import assumed
from lossledger.checks.dating import date_of_story, weekday_against_date
from lossledger.checks.definitions import definition_shift, floor_as_total
from lossledger.checks.inside import adds_up, bound_flipped, parts_do_not_sum, range_collapsed
from lossledger.checks.known import DayFigure, Known
from lossledger.checks.means import mean_a_day
from lossledger.checks.near import (
    category_merge,
    copied_category,
    cumulative_as_daily,
    digit_typo,
    far_report,
    other_month,
    stale_figure,
    superseded_value,
    tenfold,
    wrong_date,
)
from lossledger.checks.periods import baseline_day_slip, report_day_vs_loss_day
from lossledger.checks.published import (
    as_reported,
    bound_against_reports,
    bound_or_range,
    counted_apart,
    counted_in_totals,
    days_not_said,
    differs,
    from_one_report_to_another,
    no_report,
    no_running_total,
    nobody_named,
    not_a_claim_of_fact,
    rounding_only,
)
from lossledger.checks.relays import counted_once, relay_as_source
from lossledger.checks.shares import share_of_the_whole, total_against_increment
from lossledger.checks.sides import side_swap
from lossledger.checks.story import Case, Story
from lossledger.checks.sums import (
    arithmetic_of_the_text,
    between_two_reports,
    from_a_slipped_total,
    near_a_difference,
    sum_of_spans,
)
from lossledger.checks.tables import (
    Corrections,
    Definition,
    Definitions,
    Descent,
    Descents,
    Tables,
)
from lossledger.model import OFF, VERDICTS, Finding, Reading

Check = Callable[[Case], Finding | None]
"""One claim with its story and the series in, a finding on it or ``None`` out."""

NEAR_MISSES: tuple[Check, ...] = (
    superseded_value,
    stale_figure,
    wrong_date,
    other_month,
    cumulative_as_daily,
    tenfold,
    digit_typo,
    category_merge,
    copied_category,
    far_report,
)
CHECKS: tuple[Check, ...] = (
    not_a_claim_of_fact,
    definition_shift,
    mean_a_day,
    as_reported,
    rounding_only,
    from_one_report_to_another,
    bound_or_range,
    bound_flipped,
    range_collapsed,
    floor_as_total,
    parts_do_not_sum,
    share_of_the_whole,
    total_against_increment,
    between_two_reports,
    report_day_vs_loss_day,
    from_a_slipped_total,
    assumed,
    arithmetic_of_the_text,
    sum_of_spans,
    near_a_difference,
    bound_against_reports,
    side_swap,
    relay_as_source,
    adds_up,
    counted_apart,
    counted_in_totals,
    nobody_named,
    no_report,
    days_not_said,
    no_running_total,
    baseline_day_slip,
    *NEAR_MISSES,
    differs,
)
PROPOSALS = 3
"""No more near misses than this are proposed for one figure."""


def check(
    reading: Reading,
    known: Known,
    *,
    definitions: Definitions | None = None,
    descents: Descents | None = None,
    corrections: Corrections | None = None,
) -> tuple[Finding, ...]:
    """One finding for each claim of a reading, in the order of the text.

    ``known`` gives the series as known at the moment to judge by. ``definitions(source,
    metric, day)`` gives what a source means by a metric, such as
    ``lossledger.sources.definition``; without it a finding says that none is on record.
    ``descents(source, metric, party, day)`` gives whose figures a source's follow, such as
    ``lossledger.sources.following``, and ``corrections(source, metric, day, published)`` what is
    known of an odd total, such as ``lossledger.sources.correction``.
    """
    tables = Tables(definitions, descents, corrections)
    return tuple(_judge(case) for case in Story(reading, known, tables).cases)


def summary(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings have each verdict that occurs, in the order of ``VERDICTS``."""
    counts = Counter(finding.verdict for finding in findings)
    return {verdict: counts[verdict] for verdict in VERDICTS if counts[verdict]}


def holds(findings: Iterable[Finding]) -> bool:
    """Whether nothing is off: no finding has a verdict of ``OFF``."""
    return not any(finding.verdict in OFF for finding in findings)


def _judge(case: Case) -> Finding:
    """The first finding in the order of ``CHECKS``, with what else there is to say."""
    for one in CHECKS:
        found = one(case)
        if found is not None:
            if one in NEAR_MISSES:
                return _with_proposals(case, found, NEAR_MISSES[NEAR_MISSES.index(one) + 1 :])
            return _with_parts(case, found)
    raise AssertionError("the last check speaks on every claim")


def _with_proposals(case: Case, found: Finding, rest: Iterable[Check]) -> Finding:
    """The other near misses as further proposals, at most three in all."""
    further = (other for one in rest if (other := one(case)) is not None)
    others = list(dict.fromkeys(o.message for o in further if o.reports != found.reports))
    shown = "".join(f" Or: {message}" for message in others[: PROPOSALS - 1])
    return replace(found, message=found.message + shown)


def _with_parts(case: Case, found: Finding) -> Finding:
    """A figure that holds, with a word on what in the text does not agree with it."""
    if found.verdict in OFF:
        return found
    beside = (parts_do_not_sum, share_of_the_whole, total_against_increment)
    words = [f.message for one in beside if (f := one(case)) is not None]
    words += [note] if (note := counted_once(case)) else []
    words += [weekday] if (weekday := weekday_against_date(case)) else []
    return replace(found, message=" ".join([found.message, *words]))


__all__ = [
    "CHECKS",
    "NEAR_MISSES",
    "Case",
    "Check",
    "Corrections",
    "DayFigure",
    "Definition",
    "Definitions",
    "Descent",
    "Descents",
    "Known",
    "Story",
    "Tables",
    "check",
    "date_of_story",
    "holds",
    "summary",
]
