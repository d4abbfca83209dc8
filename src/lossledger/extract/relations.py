"""How the claims of a text hang together: parts, increments, differences."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Scene
from lossledger.extract.settled import renewed
from lossledger.extract.tokens import NUMBER, WORD, Sentence
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
    links = [k for k in range(max(1, n.first - 3), n.first) if _ends_at(s, k, n.first)]
    if not links or part.span.end > s.starts[links[0]]:
        return False
    if s.ends[links[0] - 1] <= part.span.end:
        return True
    noun = [k for k in range(max(0, links[0] - 3), links[0]) if s.starts[k] >= part.span.end]
    plain = all(s.kinds[k] == WORD and not s.match(k, "frame") for k in noun)
    near = s.starts[noun[0]] - part.span.end <= 1 if noun else False
    return near and plain and part.sentence == s.quoted and _ends_bare(s, n)


def _ends_bare(s: Sentence, n: NumberPhrase) -> bool:
    """Whether nothing that is counted stands behind a number: "72 missiles of 99"."""
    joined = s.match(n.last, "joiner") and n.last + 1 < len(s) and s.kinds[n.last + 1] == NUMBER
    bare = n.last >= len(s) or s.kinds[n.last] != WORD or s.match(n.last, "frame")
    return bool(bare or joined)


def _ends_at(s: Sentence, k: int, end: int) -> bool:
    link = s.match(k, "out_of")
    if link is None or link.end > end or end - link.end > 1:
        return False
    owned = ("party", "party_adjective", "whose", "enemy", "definite")
    return link.end == end or any(s.match(link.end, kind) for kind in owned)


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
    marks = [k for k in range(max(0, n.lead - 6), n.lead) if part_at(s, k)]
    if before and marks and before.span.end <= s.starts[marks[0]]:
        state.relations.append(Relation("part_of", claim.id, (before.id,)))
        return
    near = range(n.last, min(n.last + 4, len(s)))
    back = any(
        s.match(k, "anaphor")
        and s.match(k, "part")
        and "," not in s.words[n.last : k]
        and not s.has("contrast", n.last, k)
        for k in near
    )
    last = _whole_of(claim, state) or before or state.last
    if back and last and last.metric == claim.metric:
        whole = last.period.kind == "cumulative" and claim.period.kind == "day"
        kind = "increment_of" if whole else "part_of"
        state.relations.append(Relation(kind, claim.id, (last.id,)))


def part_at(s: Sentence, k: int) -> bool:
    """Whether a word at a token opens a part; "the first of them, ..." ends with one."""
    m = s.match(k, "part")
    if m is None:
        return False
    ends = m.end < len(s) and s.words[m.end] == ","
    return not (ends and k > 0 and s.words[k - 1][0].isalnum())


MOST, LEAST = 1.25, 0.75
"""Figures in a row that add up to so much of one told before are its parts."""


def with_parts(reading: Reading) -> Reading:
    """The reading with figures in a row joined to the whole told before or after, where they fit.

    At least three figures of one sentence, of the same subject and days, add up to about one
    that was told in a sentence before, or is told next; or they go on behind one that is such a
    part.
    """
    rows: dict[str, list[Claim]] = {}
    places = {c.id: k for k, c in enumerate(reading.claims)}
    for c in reading.claims:
        rows.setdefault(c.sentence, []).append(c)
    parts = {r.source: r.targets[0] for r in reading.relations if r.kind == "part_of"}
    found: list[Relation] = []
    for row in rows.values():
        start = places[row[0].id]
        before = reading.claims[max(0, start - 4) : start]
        after = reading.claims[start + len(row) : start + len(row) + 2]
        behind = _going_on(row, parts, before)
        found += behind or _adding_up(row, parts, (*after[::-1], *before))
    return replace(reading, relations=(*reading.relations, *found)) if found else reading


def _adding_up(row: list[Claim], parts: dict[str, str], near: Sequence[Claim]) -> list[Relation]:
    """Figures of a sentence that add up to about one told before it or next."""
    alike = [c for c in row if _subject(c) == _subject(row[0]) and c.id not in parts]
    if any("metric.tally" in c.rules for c in alike):
        return []  # "it stood at 146,820, then at 409,010": no parts of a later total
    total = sum(max(c.quantity.figures) for c in alike)
    for whole in reversed(near if len(alike) >= 3 else ()):
        value = max(whole.quantity.figures)
        if _covers(whole, row[0]) and LEAST * value <= total <= MOST * value:
            return [Relation("part_of", c.id, (whole.id,)) for c in alike]
    return []


def _covers(whole: Claim, part: Claim) -> bool:
    """Whether a figure counts what another one counts, for its days or where it has none."""
    same = _subject(whole)[:-1] == _subject(part)[:-1]
    return same and (whole.period == part.period or part.period.kind == "unknown")


def _going_on(row: list[Claim], parts: dict[str, str], before: Sequence[Claim]) -> list[Relation]:
    """Parts that go on behind a part: "up to 240 of them in the north, 545 in the west"."""
    first = next((k for k, c in enumerate(row) if c.id in parts), None)
    wholes = [c for c in before if first is not None and c.id == parts[row[first].id]]
    if first is None or not wholes:
        return []
    whole, added = wholes[0], max(row[first].quantity.figures)
    found: list[Relation] = []
    for c in row[first + 1 :]:
        added += max(c.quantity.figures)
        if _subject(c) != _subject(whole) or c.id in parts or added > max(whole.quantity.figures):
            break
        found.append(Relation("part_of", c.id, (whole.id,)))
    return found


def _subject(c: Claim) -> tuple[object, ...]:
    return (c.metric, c.party, c.claimant, c.scope, c.period)


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
            if {"period.rate", "period.past_day"} & set(claim.rules):
                continue
            if claim.period.kind != "month" and len(ends) == 2 and ends[0] != ends[1]:
                new[claim.id] = replace(claim, period=Period(ends[0], ends[1], "interval"))
    return renewed(reading, new)
