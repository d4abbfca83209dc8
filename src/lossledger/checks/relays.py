"""Whose figure it is in the end: one that a third party passes on, or whose series it follows.

A relayed or derived figure never corroborates its ancestor: the two count once.
"""

from collections.abc import Iterator

from lossledger import vocabulary
from lossledger.checks.amounts import said_as
from lossledger.checks.answers import Answer
from lossledger.checks.means import spans_of_a_mean
from lossledger.checks.questions import UNSAID
from lossledger.checks.story import Case
from lossledger.checks.tables import Descent
from lossledger.checks.wording import by, label, source_name
from lossledger.model import RATE, Finding
from lossledger.series import Series

DISTINCT = 1000
"""A smaller figure is equal to a published one by chance too often to tell whose it is."""
NEAR = 0.01
"""A figure of one who follows a series is that series' figure when it is no further off."""


def relay_as_source(case: Case) -> Finding | None:
    """The figure is given as a third party's and is what a party to the war published for the
    same days: exactly, or within one per cent where the lineage says that the third party's
    figures follow that series. It then counts once. Where the text presents it as an own or an
    independent figure, it is named as a relay given as a source."""
    claimant = case.claim.claimant
    if claimant is None or (case.asked.kind == UNSAID and RATE not in case.claim.rules):
        return None
    if case.series is not None and _is_party(case.series.claimant):
        return None
    for series in case.foreign:
        descent = case.descent(series)
        for answer, value in _answers(case, series):
            if _is_its(case, value, descent):
                return _relayed(case, answer, value, descent)
    return None


def counted_once(case: Case) -> str | None:
    """Words on a third party's own series that follows that of a party to the war."""
    if case.series is None or _is_party(case.series.claimant):
        return None
    for series in case.foreign:
        descent = case.descent(series)
        if descent is not None:
            return f"{_follows(case)} {descent.evidence}"
    return None


def _follows(case: Case) -> str:
    """That a claimant's figures follow a series."""
    name, what = source_name(case.claim.claimant), label(case.claim.metric)
    return f"The figures on {what} of {name} follow that series, so that the two count once."


def _answers(case: Case, series: Series) -> Iterator[tuple[Answer, float]]:
    """What a series gives for the claim's days, or the means a day that it may have been."""
    if RATE in case.claim.rules:
        for span in spans_of_a_mean(case, series):
            yield span, span.value / span.days
    else:
        for answer in case.ask(series):
            yield answer, answer.value


def _is_its(case: Case, value: float, descent: Descent | None) -> bool:
    """Whether a figure is that of the series, by how near it is and what is known of its giver."""
    quantity = case.quantity
    if quantity.value is None:
        return False
    if descent is None:
        return quantity.value == value and value >= DISTINCT
    return abs(quantity.value - value) <= NEAR * value


def _is_party(claimant: str) -> bool:
    source = vocabulary.sources().get(claimant)
    return source is not None and source.party is not None


def _relayed(case: Case, answer: Answer, value: float, descent: Descent | None) -> Finding:
    claimant = case.claim.claimant
    exact = case.quantity.value == answer.value
    what = f"{answer.value:,} is" if exact else f"{said_as(case.quantity)} follows {value:,.0f},"
    a_day = " as a mean a day" if RATE in case.claim.rules else ""
    message = f"{what} {answer.described}{a_day}, as published by {by(answer.series)}"
    known = claimant in vocabulary.sources()
    if not known:
        message += f"; the text names {claimant}, who is not in the tables."
    elif not case.story.said.corroborates(case.claim) and (
        case.claim.basis in ("cites", "compiled") or _names(case, answer.series)
    ):
        message += f"; {source_name(claimant)} cites it, so that the two count once."
    else:
        message += f"; the text gives it as a figure of {source_name(claimant)}."
        return _named_as_source(case, answer, message, descent, exact=exact)
    verdict = "reproduced" if exact else "consistent"
    return case.finding("relay_as_source", verdict, message, answer, suggest=False)


def _named_as_source(
    case: Case, answer: Answer, message: str, descent: Descent | None, *, exact: bool
) -> Finding:
    """The finding on a figure that the text does not say to be passed on."""
    if descent is not None:
        message += f" {_follows(case)} {descent.evidence}"
    as_own = case.claim.basis == "own_estimate" or case.story.said.corroborates(case.claim)
    if as_own:
        verdict = "contradicted"
        message += " A figure that is passed on does not confirm the one it comes from."
    else:
        verdict = "reproduced" if exact else "consistent"
    return case.finding(
        "relay_as_source",
        verdict,
        message,
        answer,
        cause="relay_as_source",
        expected=[answer] if as_own else (),
    )


def _names(case: Case, series: Series) -> bool:
    """Whether the sentence itself names whose series it is."""
    return series.claimant in case.story.said.sources(case.claim)
