"""What briefs are made from: the reports of a day or a period, and what stands beside them."""

from collections.abc import Mapping
from datetime import date, datetime

from lossledger import vocabulary
from lossledger.brief import Brief, brief
from lossledger.brief import Known as BriefKnown
from lossledger.compare import Line
from lossledger.desk.answers import EMPTY_LEDGER, reported_series, reports_of_day, sheet_of
from lossledger.errors import NotFound
from lossledger.ledger.book import Ledger
from lossledger.model import Claim
from lossledger.period import DAY, next_month
from lossledger.series import LOSS_DAY, PeriodLoss, Series, loss
from lossledger.sources import definition


def brief_of_day(
    ledger: Ledger,
    day: date | None,
    *,
    claimant: str | None = None,
    party: str | None = None,
    as_of: datetime | None = None,
) -> Brief:
    """The story kit of a day (the latest report's where ``day`` is ``None``).

    Claimant and party are those with most figures where they are not given. Raises
    ``NotFound`` when the ledger holds no report of that day.
    """
    chosen = reported_series(ledger, claimant=claimant, party=party, as_of=as_of)
    first = next(iter(chosen.values()))
    claimant, party = first.claimant, first.party
    if day is None:
        day = max(s.days[-1] for s in chosen.values() if len(s))
    month = ledger.claims(
        claimant=claimant, party=party, as_of=as_of, since=day.replace(day=1), until=day
    )
    found = {claim.id: claim for claim in month}

    def claim_of(key: str) -> Claim:
        if key not in found:
            found[key] = ledger.claim(key, as_of=as_of)
        return found[key]

    events = _events(ledger, claimant, day, as_of)
    return brief(day, chosen, definition=definition, event_claims=events, claim_of=claim_of)


def sheet_of_days(
    ledger: Ledger,
    *,
    day: date | None = None,
    week: date | None = None,
    month: date | None = None,
    claimant: str | None = None,
    party: str | None = None,
    as_of: datetime | None = None,
    version: str = "",
) -> BriefKnown:
    """What the brief of a day, of a week (Monday to Sunday) or of a month is made from.

    Without any of them the latest report's day. A period that is not over ends with its latest
    report. Raises ``NotFound`` when the ledger has no report of the day or of the period.
    """
    chosen = reported_series(ledger, claimant=claimant, party=party, as_of=as_of)
    first, last = _span(chosen, day, week, month)
    reports = {s.metric: r for s, r in reports_of_day(chosen, last)[1]}
    series = {metric: chosen[metric] for metric in reports}
    lead = next(iter(series.values()))
    span = week is not None or month is not None
    others = sheet_of(ledger, lead.metric, on=last, as_of=as_of)
    head = ledger.head()
    return BriefKnown(
        day=last,
        span=span,
        series=series,
        reports=reports,
        losses=_losses_since(series, first, last - DAY),
        others=[o for o in others if _stands_beside(o, lead)],
        opposite=[o for o in others if _of_the_opposite(o, lead)],
        events=_events_of_days(ledger, first, last, as_of),
        # what a report says is quoted by the texts of the next day, too
        statements=ledger.statements(since=first if span else last, until=last + DAY, as_of=as_of),
        meaning=definition(lead.claimant, lead.metric, last),
        version=version,
        root=head.root if head else "",
    )


def _span(
    chosen: Mapping[str, Series], day: date | None, week: date | None, month: date | None
) -> tuple[date, date]:
    """The first loss day of a period and the day of its last report."""
    days = sorted({report for one in chosen.values() for report in one.days})
    if week is None and month is None:
        last = day or days[-1]
        return last.replace(day=1) if last.day > 1 else (last - DAY).replace(day=1), last
    if month is not None:
        first, after = month.replace(day=1), next_month(month)
    else:
        assert week is not None
        first = week - DAY * week.weekday()
        after = first + 7 * DAY
    held = [d for d in days if first < d <= after]
    if not held:
        raise NotFound(f"reports of {first} to {after}", "the ledger holds none", EMPTY_LEDGER)
    return first, held[-1]


def _losses_since(series: Mapping[str, Series], first: date, last: date) -> dict[str, PeriodLoss]:
    """The loss of each metric from a first loss day up to that of the last report."""
    found = {}
    for metric, one in series.items():
        try:
            found[metric] = loss(one, first, max(first, last), LOSS_DAY)
        except NotFound:
            continue
    return found


def _stands_beside(line: Line, lead: Series) -> bool:
    """Whether a figure is somebody else's running total on the same losses."""
    claim = line.claim
    if claim.party != lead.party or line.measure != "total" or line.day is None:
        return False
    return claim.claimant is not None and lead.claimant not in (claim.claimant, line.ancestor)


def _of_the_opposite(line: Line, lead: Series) -> bool:
    """Whether a figure is a running total on the losses of the other party to the war."""
    claim = line.claim
    return (
        claim.party in vocabulary.opponents(lead.party)
        and line.measure == "total"
        and line.day is not None
        and claim.claimant is not None
    )


def _events_of_days(ledger: Ledger, first: date, last: date, as_of: datetime | None) -> list[Claim]:
    """The counts of events that were reported for the days, each once, in their order."""
    table = vocabulary.metrics()
    held = ledger.claims(since=max(first, last - DAY), until=last, as_of=as_of)
    events = [c for c in held if table[c.metric].kind == "event" and c.stance == "asserted"]
    once = {(c.metric, c.party, c.claimant, c.quantity, c.period): c for c in events}
    return list(once.values())


def _events(ledger: Ledger, claimant: str, day: date, as_of: datetime | None) -> list[Claim]:
    """The counts of events, never losses, that the claimant reported on a day."""
    table = vocabulary.metrics()
    held = ledger.claims(claimant=claimant, since=day, until=day, as_of=as_of)
    return [c for c in held if table[c.metric].kind == "event" and c.report_date == day]
