"""The days of a figure that leaves them open, where the figures beside it have some.

Those of one sentence, side and speaker are of the same days ("236 aircraft, 15 ships and 4,430
vehicles"); a body that counts victims or things lost goes on counting those it gave a total of.
"""

from collections.abc import Sequence
from dataclasses import replace

from lossledger.model import Claim
from lossledger.period import Period
from lossledger.vocabulary import metrics, sources

AHEAD = frozenset({"forecast", "goal", "hypothetical"})


def with_days_beside(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a text in its order, those without days given those of their neighbours."""
    if not any(_is_open(c) for c in claims):
        return list(claims)
    rows: dict[tuple[object, ...], list[Claim]] = {}
    counts: dict[tuple[object, ...], list[Claim]] = {}
    for c in claims:
        rows.setdefault((c.sentence, c.party, c.claimant, _kind(c)), []).append(c)
        counts.setdefault((c.metric, c.party, c.claimant), []).append(c)
    # once for each row, for a long text may say the same again and again
    of_row = {key: _one_of(row) for key, row in rows.items()}
    of_count = {key: _total_of(count) for key, count in counts.items()}
    found = []
    before: dict[tuple[object, ...], Claim] = {}
    for c in claims:
        like = None
        if _is_open(c):
            like = of_row[c.sentence, c.party, c.claimant, _kind(c)]
            like = like or of_count[c.metric, c.party, c.claimant] or _goes_on(c, before)
        new = _like(c, like) if like else c
        before[c.party, c.claimant] = new
        found.append(new)
    return found


def _like(c: Claim, other: Claim) -> Claim:
    """A figure with the days of another."""
    rules = (*c.rules, "period.beside")
    return replace(c, period=other.period, as_of=other.as_of, rules=rules)


def _kind(c: Claim) -> str:
    return "civilians" if c.metric == "civilians" else metrics()[c.metric].kind


def _is_open(c: Claim) -> bool:
    """Whether a figure has no days, and is neither a rate nor of what may come."""
    return c.period.kind == "unknown" and "period.rate" not in c.rules and c.stance not in AHEAD


def _one_of(row: Sequence[Claim]) -> Claim | None:
    """The figure whose days all dated ones of a row share: one day's, or a running total's."""
    dated = [c for c in row if c.period.kind in ("cumulative", "day") and c.stance not in AHEAD]
    dated = [c for c in dated if "metric.ellipsis" not in c.rules or c.metric != row[0].metric]
    other = any(c.period.kind not in ("cumulative", "day", "unknown") for c in row)
    days: set[Period] = {c.period for c in dated}
    return dated[0] if len(days) == 1 and not other else None


def _total_of(count: Sequence[Claim]) -> Claim | None:
    """The running total that a body has given of civilians, if it gave nothing else of them."""
    c = count[0]
    source = sources().get(c.claimant or "")
    if c.metric != "civilians" or source is None or source.local:
        return None
    dated = [o for o in count if o.period.kind != "unknown" and o.stance not in AHEAD]
    total = bool(dated) and all(o.period == dated[0].period for o in dated)
    return dated[0] if total and dated[0].period.kind == "cumulative" else None


def _goes_on(c: Claim, before: dict[tuple[object, ...], Claim]) -> Claim | None:
    """The running total of things lost that a list of the same speaker goes on from."""
    last = before.get((c.party, c.claimant))
    if last is None or c.claimant is None or _kind(c) != _kind(last):
        return None
    source = sources().get(c.claimant)
    counts = source is not None and source.kind == "monitor" and _kind(c) == "person"
    less = max(c.quantity.figures) < max(last.quantity.figures)
    if _kind(c) != "equipment" and not (counts and less):
        return None
    return last if last.period.kind == "cumulative" else None
