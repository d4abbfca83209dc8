"""What a whole text tells of figures that their own sentence leaves open.

A headline repeats a figure that the story attributes; a report about one day and one side names
them once. Nothing here overrules a sentence: only what is unknown is filled, and the rule is
named, so that such a claim counts as doubtful.
"""

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from lossledger.extract.days_beside import with_days_beside
from lossledger.extract.scene import REPORT, UNDIVIDED
from lossledger.model import Claim, Reading, Relation
from lossledger.period import DAY, Period, one_day
from lossledger.vocabulary import metrics, sources

_LINE_END = re.compile("\n")
HURT = frozenset({"killed", "wounded", "captured"})


def settled(reading: Reading, published: date | None = None, *, days: bool = True) -> Reading:
    """The reading with claimant, side and days filled where the rest of the text agrees on one.

    ``days`` is false for a text of headlines, each of which has days of its own.
    """
    claims = reading.claims
    sides = {kind: _sole(c.party for c in claims if _kind(c) == kind) for kind in _kinds(claims)}
    day = (_fresh(_sole_day(claims), published) or _latest_day(claims, published)) if days else None
    said = _said(claims)
    body = _body(reading)
    above = len(claims) - len(body)  # claims stand in text order, the headline's first
    told = [*(_as_in_body(c, body) for c in claims[:above]), *body]
    sided = [_with_party(_repeating(c, said), sides) for c in told]
    nearby = _days_of_paragraphs(reading) if days else {}
    new = _with_periods(sided, day, [nearby.get(c.id) for c in claims])
    new = with_days_beside(new)
    reported = _sole_report_days(new)
    new = [_with_report_day(c, reported.get(c.claimant)) for c in new]
    reading = renewed(reading, {c.id: n for c, n in zip(claims, new, strict=True) if n != c})
    return with_repeats(reading)


def with_population(reading: Reading) -> Reading:
    """The reading, with people whose source does not tell soldiers from civilians as such."""
    told = {c.id: replace(c, metric="population") for c in reading.claims if UNDIVIDED in c.rules}
    return renewed(reading, told) if told else reading


LONGEST_HEADLINE = 200
"""A first line of more characters is no headline."""
NEAR_ENOUGH = 0.05
"""A headline rounds the figure of its story by no more than this share."""


def _body(reading: Reading) -> tuple[Claim, ...]:
    """The claims below the headline; all of them where the first line is none."""
    end = reading.document.text.find("\n")
    if not 0 < end <= LONGEST_HEADLINE:
        return reading.claims
    return tuple(c for c in reading.claims if c.span.start > end)


def _as_in_body(claim: Claim, body: Iterable[Claim]) -> Claim:
    """A headline's figure with what it leaves open taken from its story's own figure."""
    same = next((c for c in body if _is_rounded(claim, c)), None)
    if same is None:
        return claim
    new: dict[str, object] = {}
    guessed = "speaker.only_named" in claim.rules and same.claimant is not None
    if claim.claimant is None or guessed or _narrowed(claim.claimant, same.claimant):
        new |= {"claimant": same.claimant, "relays": same.relays}
    if claim.period.kind == "unknown" and "period.rate" not in claim.rules:
        new |= {"period": same.period, "as_of": same.as_of}
    if claim.party is None:
        new |= {"party": same.party}
    changed = any(getattr(claim, name) != value for name, value in new.items())
    return replace(claim, rules=(*claim.rules, "headline.body"), **new) if changed else claim  # type: ignore[arg-type]


def _is_rounded(claim: Claim, body: Claim) -> bool:
    """Whether a headline's figure is one of the story's: the same, or rounded as its words say."""
    if claim.metric != body.metric or (claim.party and body.party and claim.party != body.party):
        return False
    if claim.quantity.figures == body.quantity.figures:
        return True
    said, told = max(claim.quantity.figures), body.quantity.value
    loose = claim.quantity.hedge is not None or claim.quantity.value is None
    return told is not None and loose and abs(said - told) <= NEAR_ENOUGH * told


def _narrowed(claimant: str, body: str | None) -> bool:
    """Whether a side as a whole speaks in the headline and its authority in the story."""
    whole, told = sources().get(claimant), sources().get(body or "")
    same_side = whole is not None and told is not None and whole.party == told.party
    return same_side and bool(whole and whole.generic and told and not told.local)


def _sole_report_days(claims: Iterable[Claim]) -> dict[str | None, date]:
    """The day of each claimant's report, where the text tells of one report of his only."""
    days: dict[str | None, set[date]] = {}
    for c in claims:
        day = c.report_date or c.as_of
        if REPORT in c.rules and day:
            days.setdefault(c.claimant, set()).add(day)
    return {name: of.pop() for name, of in days.items() if name and len(of) == 1}


LOOKED_BACK = 10
"""A report so many days old is not the one that a text's other figures are from."""


def _with_report_day(claim: Claim, day: date | None) -> Claim:
    """A headline's figure is of the report that the story names; it counts up to its day."""
    if day is None or REPORT in claim.rules or claim.report_date is None:
        return claim
    if any(rule.startswith("layout.") for rule in claim.rules):
        return claim  # a list has the day of its own heading
    if claim.report_date <= day or claim.period.kind in ("day", "unknown"):
        return claim
    if (claim.report_date - day).days > LOOKED_BACK:
        return claim  # "a comparison with the report of 1 March": that one is not told of here
    period = claim.period
    if period.start is not None and period.start >= day:
        return claim  # what has run since then cannot have been told on that day
    if period.kind == "interval" and period.end and day <= period.end < claim.report_date:
        return claim  # a report tells of the days before its own
    if period.end == claim.report_date:
        period = replace(period, end=day)
    as_of = day if claim.as_of == claim.report_date else claim.as_of
    return replace(claim, report_date=day, as_of=as_of, period=period)


def with_repeats(reading: Reading) -> Reading:
    """The reading with figures said again joined to where they were said first.

    A figure that leaves its days open has those of the first; a small count says nothing.
    """
    first: dict[tuple[object, ...], Claim] = {}
    new: dict[str, Claim] = {}
    repeats: list[Relation] = []
    for c in reading.claims:
        key = (c.metric, c.party, c.claimant, c.scope, c.quantity.figures, c.quantity.strict)
        before = first.setdefault(key, c)
        if before is c or max(c.quantity.figures) < LEAST_REPEATED or before.id == c.id:
            continue
        if before.period != c.period and not _OPEN & set(c.rules):
            continue
        said = replace(c, period=before.period, as_of=before.as_of)
        new |= {c.id: said} if said != c else {}
        repeats.append(Relation("repeats", c.id, (before.id,)))
    joined = replace(reading, relations=(*reading.relations, *repeats))
    return renewed(joined, new)


LEAST_REPEATED = 10
_OPEN = frozenset({"period.none", "period.text", "period.total"})


def renewed(reading: Reading, new: dict[str, Claim]) -> Reading:
    """The reading with some claims replaced, by their old ids, and its relations renamed."""
    if not new:
        return reading
    names = {old: claim.id for old, claim in new.items()}
    relations = tuple(
        Relation(r.kind, names.get(r.source, r.source), tuple(names.get(t, t) for t in r.targets))
        for r in reading.relations
    )
    claims = tuple(new.get(c.id, c) for c in reading.claims)
    return replace(reading, claims=claims, relations=relations)


def _kind(claim: Claim) -> tuple[str, bool]:
    """Claims of one kind share their side: losses, acts, things shot down."""
    row = metrics()[claim.metric]
    return row.party, row.kind == "event"


def _kinds(claims: Iterable[Claim]) -> set[tuple[str, bool]]:
    return {_kind(c) for c in claims}


def _sole(values: Iterable[str | None]) -> str | None:
    """The one value that is not unknown, if there is only one."""
    known = {v for v in values if v is not None}
    return known.pop() if len(known) == 1 else None


def _days_of_paragraphs(reading: Reading) -> dict[str, Period]:
    """The day of the attack told of in the same paragraph, by the ids of those whom it hurt.

    "The toll rose to 35, with 119 hurt. On Sunday two missiles hit the town.".
    """
    if not any(c.metric == "civilians" for c in reading.claims):
        return {}
    ends = [m.start() for m in _LINE_END.finditer(reading.document.text)]
    rows: dict[int, list[Claim]] = {}
    for c in reading.claims:
        rows.setdefault(bisect(ends, c.span.start), []).append(c)
    found: dict[str, Period] = {}
    for row in rows.values():
        told = {c.period for c in row if c.period.kind == "day" and _fires(c)}
        if len(told) == 1:
            day = told.pop()
            found |= {c.id: day for c in row if c.metric == "civilians"}
    return found


def _fires(c: Claim) -> bool:
    """Whether a figure is of what one side fires at the other."""
    return metrics()[c.metric].party == "actor" or c.metric.endswith("_launched")


def _fresh(day: Period | None, published: date | None) -> Period | None:
    """A day, unless it is so far back that its attack is only recalled."""
    old = day and day.end and published and published - day.end > FRESH
    return None if old else day


def _sole_day(claims: Iterable[Claim]) -> Period | None:
    """The one day of the text's dated claims, if they have only one."""
    running = ("cumulative", "unknown")
    known = {c.period for c in claims if c.period.kind not in running}
    period = known.pop() if len(known) == 1 else None
    if period is None or period.start is None or period.end is None:
        return None
    return period if period.kind == "day" or (period.end - period.start).days < A_FEW else None


def _latest_day(claims: Iterable[Claim], published: date | None) -> Period | None:
    """The latest day of the text's events, if it is that of publication or the day before.

    A story on an attack names the day of what happened elsewhere or before, and not its own.
    """
    known = [c.period for c in claims if c.period.kind == "day" and c.period.end
             and _is_of_an_attack(c)]  # fmt: skip
    latest = max(known, key=lambda p: p.end or date.min, default=None)
    if latest is None or latest.end is None or published is None:
        return None
    return latest if published - latest.end <= DAY else None


FRESH = timedelta(days=4)
"""The events of a report of news lie no further back."""


def _with_periods(
    claims: list[Claim], latest: Period | None, nearby: list[Period | None]
) -> list[Claim]:
    """The claims, events without a day on that of the attack told of last before them.

    The attack of their own paragraph comes first. Where none was, or one more than a day before
    the latest, they are of the latest.
    """
    found: list[Claim] = []
    day = latest
    for c, near in zip(claims, nearby, strict=True):
        found.append(_with_period(c, near or day))
        dated = c.period.kind == "day" and _is_of_an_attack(c)
        if dated and latest and latest.end and c.period.end:
            day = c.period if abs(latest.end - c.period.end) <= DAY else latest
    return found


A_FEW = 3
"""So many days of one event: a weekend, two nights."""


def _said(claims: Iterable[Claim]) -> dict[tuple[str, tuple[int, ...]], list[Claim]]:
    """The claims that have a claimant, by what is counted and the figures."""
    found: dict[tuple[str, tuple[int, ...]], list[Claim]] = {}
    for c in claims:
        if c.claimant:
            found.setdefault((c.metric, c.quantity.figures), []).append(c)
    return found


def _repeating(claim: Claim, said: dict[tuple[str, tuple[int, ...]], list[Claim]]) -> Claim:
    """A figure that names nobody and is said again elsewhere with its claimant is the same."""
    if claim.claimant is not None or (claim.quantity.value or 99) < 10:
        return claim
    same = said.get((claim.metric, claim.quantity.figures), [])
    if _sole(c.claimant for c in same) is None:
        return claim
    other = same[0]
    days = claim.period if claim.period.start or claim.period.end else other.period
    party = claim.party or other.party
    rules = (*claim.rules, "speaker.repeated")
    return replace(
        claim, claimant=other.claimant, relays=other.relays, party=party, period=days, rules=rules
    )


def _with_party(claim: Claim, sides: dict[tuple[str, bool], str | None]) -> Claim:
    side = sides.get(_kind(claim))
    if claim.party or side is None or "party.both" in claim.rules:
        return claim
    return replace(claim, party=side, rules=(*claim.rules, "party.text"))


def with_sole_day(
    claims: tuple[Claim, ...], days: set[tuple[date, date]], published: date | None
) -> tuple[Claim, ...]:
    """The claims of a text whose events were all on one day, if it names only one.

    Where a claim has days of its own the text tells of more than one event.
    """
    dated = any(c.period.kind not in ("cumulative", "unknown") for c in claims)
    if len(days) != 1 or dated:
        return claims
    start, end = next(iter(days))
    if published is not None and published - end > FRESH:
        return claims  # an attack of long ago is only recalled
    day = one_day(start) if start == end else Period(start, end, "interval")
    return tuple(_with_period(c, day) if _is_of_an_attack(c) else c for c in claims)


def _is_of_an_attack(c: Claim) -> bool:
    """Whether so few are counted, and so exactly, as one attack fires or hurts."""
    event = metrics()[c.metric].kind == "event" or c.metric == "civilians"
    return event and max(c.quantity.figures) < AN_ATTACKS and c.quantity.hedge != "vague"


AN_ATTACKS = 1_000
"""No attack has hurt, and hardly any has fired, so many."""


A_WARS = 2_500
"""So many people are those of no one day."""


def _with_period(claim: Claim, day: Period | None) -> Claim:
    """An event without a day of its own is of the one day that the text speaks of."""
    open_ = claim.period.kind == "unknown" and not {"period.rate"} & set(claim.rules)
    event = metrics()[claim.metric].kind == "event" or claim.metric == "civilians"
    hurt = event or bool(HURT & set(claim.scope or ()))
    many = claim.quantity.figures[0] >= A_WARS
    if day is None or not open_ or not hurt or many or claim.stance != "asserted":
        return claim
    return replace(claim, period=day, rules=(*claim.rules, "period.text"))
