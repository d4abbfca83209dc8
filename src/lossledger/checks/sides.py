"""Whose figure it is: whether it was taken from the other side's series."""

from collections.abc import Iterator

from lossledger import vocabulary
from lossledger.checks.amounts import equals
from lossledger.checks.answers import Answer
from lossledger.checks.questions import TOTAL, Question
from lossledger.checks.story import Case
from lossledger.checks.wording import by, label, losses
from lossledger.model import Finding
from lossledger.series import Series

DISTINCT = 100
"""Smaller figures are equal by chance too often to tell whose they are."""


def side_swap(case: Case) -> Finding | None:
    """The figure is given as one party's losses and is exactly what was reported, for the same
    days, about the other party."""
    if case.claim.party is None or not case.says_side:
        return None
    hit = _swapped(case)
    if hit is None or not (hit.value >= DISTINCT or _others_swapped(case)):
        return None
    message = (
        f"{hit.value:,} is not about {label(case.claim.party)}: in the reports of "
        f"{by(hit.series)} it is {losses(hit.series)}, {hit.says}."
    )
    return case.finding(
        "side_swap", "contradicted", message, hit, cause="side_swap", expected=[hit]
    )


def _swapped(case: Case) -> Answer | None:
    for series in case.other_side:
        for answer in (*case.ask(series), *_total_where_days_are_open(case, series)):
            if equals(case.quantity, answer.value) and _telling(case, answer):
                return answer
    return None


def _total_where_days_are_open(case: Case, series: Series) -> Iterator[Answer]:
    """The running total of the story's own report, where the words say no days."""
    today = case.story.day
    if today is not None and case.asked.kind != TOTAL and not case.story.said.days(case.claim):
        yield from case.ask(series, Question(TOTAL, None, today, today))


def _telling(case: Case, answer: Answer) -> bool:
    """Whether the equality means something: the same speaker, or a long running total."""
    claimant = case.claim.claimant
    if claimant is None or _same_side(claimant, answer.series.claimant):
        return True
    return answer.kind == TOTAL and answer.value >= 1000


def _same_side(one: str, other: str) -> bool:
    if one == other:
        return True
    first, second = vocabulary.sources().get(one), vocabulary.sources().get(other)
    return bool(first and second and first.party and first.party == second.party)


def _others_swapped(case: Case) -> bool:
    """Whether a figure that is beyond chance is swapped in the same story."""
    return any(
        other is not case
        and other.claim.party == case.claim.party
        and (hit := _swapped(other)) is not None
        and hit.value >= DISTINCT
        for other in case.story.cases
    )
