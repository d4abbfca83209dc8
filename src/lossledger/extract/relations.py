"""How the claims of a text hang together: parts, increments, differences."""

from dataclasses import replace
from datetime import date

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Scene
from lossledger.extract.settled import renewed
from lossledger.extract.tokens import Sentence
from lossledger.model import Claim, Reading, Relation
from lossledger.period import Period


def is_increment(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """A number with a plus in a bracket behind a running total: "2,899 (+1) tanks"."""
    last = state.last
    if not n.signed or last is None or last.sentence != s.quoted:
        return False
    return last.period.kind == "cumulative" and any(
        s.words[k] == "(" for k in range(max(0, n.lead - 2), n.first)
    )


def is_whole(part: Claim, s: Sentence, n: NumberPhrase) -> bool:
    """Whether a number is the whole of the part before it: the 42 of "35 of 42 drones"."""
    links = [k for k in range(max(1, n.first - 2), n.first) if _ends_at(s, k, n.first)]
    return bool(links) and s.ends[links[0] - 1] <= part.span.end <= s.starts[links[0]]


def _ends_at(s: Sentence, k: int, end: int) -> bool:
    link = s.match(k, "out_of")
    return link is not None and link.end == end


def relate(n: NumberPhrase, claim: Claim, scene: Scene, state: Carried, here: list[Claim]) -> None:
    """Parts, increments and differences, as the text says them."""
    s = scene.s
    if claim.stance == "derived":
        _derive(claim, state)
        return
    before = here[-1] if here else None
    if before and is_increment(n, s, state):
        state.relations.append(Relation("increment_of", claim.id, (before.id,)))
        return
    if before and is_whole(before, s, n):
        state.relations.append(Relation("part_of", before.id, (claim.id,)))
        return
    marks = [k for k in range(max(0, n.lead - 6), n.lead) if s.match(k, "part")]
    if before and marks and before.span.end <= s.starts[marks[0]]:
        state.relations.append(Relation("part_of", claim.id, (before.id,)))
        return
    near = range(n.last, min(n.last + 4, len(s)))
    back = any(s.match(k, "anaphor") and "," not in s.words[n.last : k] for k in near)
    last = _whole_of(claim, state) or before or state.last
    if back and last and last.metric == claim.metric:
        whole = last.period.kind == "cumulative" and claim.period.kind == "day"
        kind = "increment_of" if whole else "part_of"
        state.relations.append(Relation(kind, claim.id, (last.id,)))


def _whole_of(claim: Claim, state: Carried) -> Claim | None:
    """The latest running total that a day's figure is a part of: "1,160 of those ..."."""
    if claim.period.kind != "day":
        return None
    totals = [
        c
        for c in state.claims[-12:]
        if c.metric == claim.metric and c.party == claim.party and c.period.kind == "cumulative"
    ]
    return max(totals, key=lambda c: c.period.end or date.min, default=None)


def _derive(claim: Claim, state: Carried) -> None:
    """Link a derived figure to the two it comes from, and give it the days between them."""
    value = claim.quantity.value
    same = [
        c for c in state.claims[-12:]
        if c.metric == claim.metric and c.party == claim.party and c.quantity.value is not None
    ]  # fmt: skip
    totals = [c for c in same if c.period.kind == "cumulative"]
    pairs = [
        (a, b) for a in same for b in same
        if value is not None and (a.quantity.value or 0) - (b.quantity.value or 0) == value
    ]  # fmt: skip
    found = pairs[-1] if pairs else tuple(totals[-2:]) if len(totals) >= 2 else None
    if found:
        state.relations.append(Relation("derived_from", claim.id, tuple(c.id for c in found)))


def with_derived_periods(reading: Reading) -> Reading:
    """Give each derived difference the days between the two totals it comes from."""
    by_id = {c.id: c for c in reading.claims}
    new: dict[str, Claim] = {}
    for relation in reading.relations:
        if relation.kind == "derived_from":
            claim = by_id[relation.source]
            ends = sorted(by_id[t].as_of for t in relation.targets if by_id[t].as_of)  # type: ignore[type-var]
            if "period.rate" in claim.rules:
                continue
            if claim.period.kind != "month" and len(ends) == 2 and ends[0] != ends[1]:
                new[claim.id] = replace(claim, period=Period(ends[0], ends[1], "interval"))
    return renewed(reading, new)
