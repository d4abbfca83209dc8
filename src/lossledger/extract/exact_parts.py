"""Figures behind a whole that add up to it exactly are its parts: "13 dead, eight of them ...".

What befell the whole befell its parts, in its days, and whoever tells the whole tells them.
"""

from collections.abc import Sequence
from dataclasses import replace

from lossledger.extract.settled import renewed
from lossledger.model import Claim, Reading, Relation

PEOPLE = frozenset({"personnel", "civilians", "population"})
FEWEST, MOST = 2, 6
"""Parts of a whole."""


def with_exact_parts(reading: Reading) -> Reading:
    """The reading, parts that add up to the figure before them with its scope, days and speaker."""
    claims = reading.claims
    new: dict[str, Claim] = {}
    known = {r.source for r in reading.relations if r.kind == "part_of"}
    found: list[Relation] = []
    for k, whole in enumerate(claims):
        parts = _parts(whole, claims[k + 1 : k + 1 + MOST])
        for part in parts:
            new[part.id] = _as_part(part, whole)
            if part.id not in known:
                found.append(Relation("part_of", part.id, (whole.id,)))
    if not new:
        return reading
    return renewed(replace(reading, relations=(*reading.relations, *found)), new)


def _parts(whole: Claim, behind: Sequence[Claim]) -> Sequence[Claim]:
    """The figures right behind a whole that add up to it exactly."""
    value = whole.quantity.value
    if not value or whole.scope is None or whole.metric not in PEOPLE:
        return ()
    left = value
    for k, part in enumerate(behind):
        count = part.quantity.value
        alone = part.metric in PEOPLE and part.scope in (None, whole.scope)
        if part.stance == "derived" or _is_an_earlier_total(part, whole):
            return ()  # "it was 387,060, so 20,180 were lost": a total that has grown
        if not alone or not count or count > left:
            return ()
        left -= count
        if left == 0:
            return behind[: k + 1] if k + 1 >= FEWEST else ()
    return ()


def _is_an_earlier_total(part: Claim, whole: Claim) -> bool:
    return part.period.kind == whole.period.kind == "cumulative" and part.period != whole.period


def _as_part(part: Claim, whole: Claim) -> Claim:
    told = replace(part, scope=whole.scope)
    if part.claimant is None or "speaker.carried" in part.rules:
        told = replace(told, claimant=whole.claimant, relays=whole.relays)
    if part.period.kind == "unknown" and part.sentence == whole.sentence:
        told = replace(told, period=whole.period, as_of=whole.as_of)
    return told
