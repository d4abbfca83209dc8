"""Whose figure it is: taken from the other side's series, or given to one who only relays it."""

from lossledger import vocabulary
from lossledger.checks.amounts import equals
from lossledger.checks.answers import Answer
from lossledger.checks.questions import TOTAL, UNSAID
from lossledger.checks.story import Case
from lossledger.checks.wording import by, label, losses, source_name
from lossledger.model import Finding

DISTINCT = 100
"""Smaller figures are equal by chance too often to tell whose they are."""


def side_swap(case: Case) -> Finding | None:
    """The figure is given as one party's losses and is exactly what was reported, for the same
    days, about the other party."""
    if case.claim.party is None:
        return None
    hit = _swapped(case)
    if hit is None or not (hit.value >= DISTINCT or _others_swapped(case)):
        return None
    message = (
        f"{hit.value:,} is not about {label(case.claim.party)}: in {by(hit.series)}'s reports "
        f"it is {losses(hit.series)}, {hit.says}."
    )
    return case.finding(
        "side_swap", "contradicted", message, hit, cause="side_swap", expected=[hit]
    )


def _swapped(case: Case) -> Answer | None:
    for series in case.other_side:
        for answer in case.ask(series):
            if equals(case.quantity, answer.value) and _telling(case, answer):
                return answer
    return None


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


def relay_as_source(case: Case) -> Finding | None:
    """The figure is given as a third party's own and is exactly what a party to the war
    published for the same days: a relayed figure does not confirm its source."""
    claimant = case.claim.claimant
    if claimant is None or case.series is not None or case.asked.kind == UNSAID:
        return None
    for series in case.foreign:
        for answer in case.ask(series):
            if equals(case.quantity, answer.value) and answer.value >= 10 * DISTINCT:
                return _relayed(case, answer)
    return None


def _relayed(case: Case, answer: Answer) -> Finding:
    claimant, basis = case.claim.claimant, case.claim.basis
    message = f"{answer.value:,} is {answer.described}, as published by {by(answer.series)}"
    if claimant not in vocabulary.sources():
        message += f"; the text names {claimant}, who is not in the tables."
        return case.finding("relay_as_source", "reproduced", message, answer)
    if basis in ("cites", "compiled"):
        message += f"; {source_name(claimant)} cites it."
        return case.finding("relay_as_source", "reproduced", message, answer)
    message += f"; the text gives it as a figure of {source_name(claimant)}."
    return case.finding(
        "relay_as_source",
        "contradicted",
        message,
        answer,
        cause="relay_as_source",
        expected=[answer],
    )
