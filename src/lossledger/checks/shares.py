"""Percentages and increments that the text gives beside the figures they are computed from."""

from decimal import Decimal, InvalidOperation

from lossledger.checks.amounts import said_as
from lossledger.checks.story import Case
from lossledger.model import Claim, Expected, Finding, Ignored
from lossledger.period import DAY

PERCENT = "percent"
"""The reader's reason for a number that is a percentage."""
REACH = 80
"""A percentage further than so many characters from a part is not taken to be its share."""


def share_of_the_whole(case: Case) -> Finding | None:
    """A percentage that stands beside a part and its whole is the share of the one in the
    other, as far as it is rounded."""
    part = case.claim.quantity.value
    whole = _whole(case)
    given = _percentage_beside(case)
    if part is None or whole is None or given is None or case.quantity.hedge is not None:
        return None
    value, places = given
    right = Decimal(100 * part) / Decimal(whole)
    if abs(right - value) <= Decimal(1).scaleb(-places):
        return None
    shown = f"{right:.{max(places, 1)}f}"
    return Finding(
        check="share_of_the_whole",
        claim=case.claim,
        verdict="arithmetic_error",
        message=f"{part:,} of {whole:,} is {shown} percent, not {value.normalize():f}.",
        arithmetic=f"{part:,} / {whole:,} = {shown} %",
    )


def _whole(case: Case) -> int | None:
    """The one whole that the text says this claim is a part of."""
    reading = case.story.reading
    wholes = {
        case.story.by_id[target].quantity.value
        for relation in reading.relations
        if relation.kind == "part_of" and relation.source == case.claim.id
        for target in relation.targets
        if target in case.story.by_id
    }
    return next(iter(wholes)) if len(wholes) == 1 and wholes != {0} else None


def _percentage_beside(case: Case) -> tuple[Decimal, int] | None:
    """The only percentage near a claim in its own line, with its decimal places."""
    text, here = case.story.reading.document.text, case.claim.span
    near = [
        number
        for number in case.story.reading.ignored
        if number.reason == PERCENT
        and min(abs(number.span.start - here.end), abs(here.start - number.span.end)) <= REACH
        and "\n" not in text[min(here.start, number.span.start) : max(here.end, number.span.end)]
    ]
    return _percentage(near[0]) if len(near) == 1 else None


def _percentage(number: Ignored) -> tuple[Decimal, int] | None:
    digits = "".join(c for c in number.quote.replace(",", ".") if c.isdigit() or c == ".")
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None
    exponent = value.as_tuple().exponent
    return value, -exponent if isinstance(exponent, int) else 0


def total_against_increment(case: Case) -> Finding | None:
    """A total, its increment and the total before it stand in the same text: the increment is
    the difference between the two."""
    said = case.quantity.value
    if said is None or case.claim.period.kind != "day" or case.quantity.hedge is not None:
        return None
    for last, before in _totals_around(case):
        right = last - before
        if right != said and right >= 0:
            said_as_words = said_as(case.quantity)
            return Finding(
                check="total_against_increment",
                claim=case.claim,
                verdict="arithmetic_error",
                message=f"The totals in the text differ by {right:,}, not by {said_as_words}.",
                arithmetic=f"{last:,} - {before:,} = {right:,}",
                expected=(Expected(right, right, "the difference of the text's own totals"),),
            )
    return None


def _totals_around(case: Case) -> list[tuple[int, int]]:
    """The text's totals at the end of the claim's day and at the end of the day before it."""
    ends: dict[object, set[int]] = {}
    for other in case.story.others(case.claim):
        value = other.quantity.value
        if other.period.kind == "cumulative" and value is not None and _stated(other):
            ends.setdefault(other.as_of or other.period.end, set()).add(value)
    report = case.claim.period.end + DAY if case.claim.period.end else None
    if report is None:
        return []
    last, before = ends.get(report, set()), ends.get(report - DAY, set())
    return [(a, b) for a in last for b in before] if len(last) == len(before) == 1 else []


def _stated(claim: Claim) -> bool:
    return claim.stance == "asserted" and claim.quantity.hedge is None
