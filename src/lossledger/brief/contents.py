"""What a brief holds, gathered from daily series and claims."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from lossledger import vocabulary
from lossledger.brief import sentences
from lossledger.brief.kit import Brief, Event, Evidence, Line, Meaning, MeanOfDays, Month
from lossledger.brief.words import long_day, party_words
from lossledger.charts import chart_alt, claimant_words
from lossledger.errors import NotFound
from lossledger.model import Claim
from lossledger.period import DAY
from lossledger.series import (
    LOSS_DAY,
    REPORT_DAY,
    PeriodLoss,
    Report,
    Series,
    means,
    month_loss,
)

MAIN_CATEGORIES = 5
"""How many categories beside the first are named in prose and get their means."""
MEAN_WINDOWS = (7, 30)


def series_of_claimant(series: Iterable[Series], claimant: str, party: str) -> Mapping[str, Series]:
    """The series of one claimant on one party's losses by metric, in the order of the table.

    Of several scopes of one metric the widest is taken: not stated before a stated one, and
    that before a smaller part, so that prisoners never stand for losses.
    """
    found: dict[str, Series] = {}
    for one in series:
        held = found.get(one.metric)
        if (one.claimant, one.party) == (claimant, party) and (
            held is None or _width(one) > _width(held)
        ):
            found[one.metric] = one
    return {metric: found[metric] for metric in vocabulary.metrics() if metric in found}


def brief(
    day: date,
    series_of: Mapping[str, Series],
    *,
    definition: Callable[[str, str, date], Meaning | None] | None = None,
    event_claims: Sequence[Claim] = (),
    claim_of: Callable[[str], Claim | None] | None = None,
) -> Brief:
    """The story kit for the report of ``day``, from the series of one claimant by metric.

    ``definition(source, metric, day)`` says what the source meant (``sources.definition``);
    ``event_claims`` are counts of events to be listed; ``claim_of`` gives a claim by its id,
    for the words it was taken from. Raises ``NotFound`` naming the nearest reports when no
    series has a report of the day, and ``ValueError`` when the series are of several
    claimants or parties.
    """
    chosen = _in_order(series_of)
    lines = _lines(day, chosen)
    lead = chosen[lines[0].metric]
    main = [lines[0], *_main(lines, chosen)]
    months = tuple(_month(line.metric, chosen[line.metric], day) for line in lines)
    definitions = tuple(_definitions(lines, lead.claimant, day, definition))
    events = tuple(Event(claim) for claim in event_claims)
    found_means = tuple(m for line in main for m in _means(line, chosen[line.metric]))
    return Brief(
        day=day,
        claimant=lead.claimant,
        party=lead.party,
        headline=sentences.headline(lead, lines[0].report),
        paragraph=sentences.paragraph(lead, main, months[0], definitions),
        lines=lines,
        absent=tuple(_absent(day, chosen)),
        months=months,
        means=found_means,
        definitions=definitions,
        limits=tuple(sentences.limits(lead, lines, definitions)),
        events=events,
        evidence=tuple(_evidence(lead.claimant, lines, months, found_means, events, claim_of)),
        lead=lead,
        chart_alt=_alt(lead, day),
    )


def _width(series: Series) -> tuple[bool, int, int]:
    return series.scope is None, len(series.scope or ()), len(series)


def _in_order(series_of: Mapping[str, Series]) -> dict[str, Series]:
    """The series in the order of the metrics table; all must be of one claimant and party."""
    said = {(one.claimant, one.party) for one in series_of.values()}
    if len(said) > 1:
        raise ValueError(f"a brief is of one claimant and one party, not of {sorted(said)}")
    if not any(len(one) for one in series_of.values()):
        raise NotFound(
            "brief", "the ledger holds no report of this claimant", "import or read one first"
        )
    return {m: series_of[m] for m in vocabulary.metrics() if m in series_of and len(series_of[m])}


def _lines(day: date, chosen: Mapping[str, Series]) -> tuple[Line, ...]:
    """The categories that have a report of the day; ``NotFound`` when there are none."""
    lines = tuple(
        Line(metric, report, one.at(day - DAY))
        for metric, one in chosen.items()
        if (report := one.at(day)) is not None
    )
    if not lines:
        raise _no_report(day, chosen)
    return lines


def _no_report(day: date, chosen: Mapping[str, Series]) -> NotFound:
    one = next(iter(chosen.values()))
    near = [one.nearest(day) for one in chosen.values()]
    before = max((b.date for b, _ in near if b), default=None)
    after = min((a.date for _, a in near if a), default=None)
    named = " and ".join(long_day(d) for d in (before, after) if d)
    return NotFound(
        f"reports of {claimant_words(one.claimant)} on {party_words(one.party)}",
        f"no report of {long_day(day)}",
        f"nearest: {named}",
    )


def _main(lines: Sequence[Line], chosen: Mapping[str, Series]) -> list[Line]:
    """The categories beside the first whose totals changed most in 30 days, in table order."""
    changed = {line.metric: _recent_change(line, chosen[line.metric]) for line in lines[1:]}
    most = sorted(changed, key=lambda metric: -changed[metric])[:MAIN_CATEGORIES]
    return [line for line in lines[1:] if line.metric in most]


def _recent_change(line: Line, series: Series) -> int:
    """What the total changed by since the first report of the last 30 days."""
    day = line.report.date
    return line.report.value - series.between(day - MEAN_WINDOWS[-1] * DAY, day)[0].value


def _month(metric: str, series: Series, day: date) -> Month:
    """Month to date by loss day (of the day before the report) and by report day."""
    missing: list[str] = []
    found: dict[str, PeriodLoss | None] = {}
    for convention, within in ((LOSS_DAY, day - DAY), (REPORT_DAY, day)):
        try:
            found[convention] = month_loss(series, within, convention, until=day)
        except NotFound as error:
            found[convention] = None
            missing.append(f"{error.what} ({error.fix})" if error.fix else error.what)
    return Month(metric, found[LOSS_DAY], found[REPORT_DAY], tuple(dict.fromkeys(missing)))


def _means(line: Line, series: Series) -> Iterator[MeanOfDays]:
    day = line.report.date
    for window, value in means(series, day, MEAN_WINDOWS).items():
        yield MeanOfDays(line.metric, window, value, line.report, series.at(day - window * DAY))


def _absent(day: date, chosen: Mapping[str, Series]) -> Iterator[tuple[str, Report]]:
    for metric, one in chosen.items():
        last = one.latest(day)
        merged = vocabulary.metrics()[metric].merged_into in chosen
        if last is not None and last.date < day and not merged:
            yield metric, last


def _alt(lead: Series, day: date) -> str | None:
    try:
        return chart_alt(lead, day)
    except NotFound:
        return None


def _definitions(
    lines: Sequence[Line],
    claimant: str,
    day: date,
    definition: Callable[[str, str, date], Meaning | None] | None,
) -> Iterator[Meaning]:
    for line in lines:
        found = definition(claimant, line.metric, day) if definition else None
        if found is not None:
            yield found


def _evidence(
    claimant: str,
    lines: Sequence[Line],
    months: Sequence[Month],
    found_means: Sequence[MeanOfDays],
    events: Sequence[Event],
    claim_of: Callable[[str], Claim | None] | None,
) -> Iterator[Evidence]:
    """Every claim that a figure rests on, once, in the order of the figures."""
    seen: set[str] = set()
    for metric, report in _reports(lines, months, found_means):
        for claim_id, what, said in _claims_of(report):
            if claim_id in seen:
                continue
            seen.add(claim_id)
            claim = claim_of(claim_id) if claim_of else None
            yield Evidence(
                claim_id,
                metric,
                what,
                report.date,
                said,
                claimant,
                report.via,
                claim.quote if claim else None,
                claim.document if claim else None,
            )
    for event in events:
        if event.claim.id not in seen:
            seen.add(event.claim.id)
            yield _event_evidence(event.claim)


def _reports(
    lines: Sequence[Line], months: Sequence[Month], found_means: Sequence[MeanOfDays]
) -> Iterator[tuple[str, Report]]:
    for line in lines:
        yield from ((line.metric, r) for r in (line.report, line.before) if r)
    for month in months:
        for found in (month.loss_day, month.report_day):
            if found and found.baseline:
                yield month.metric, found.baseline
    for mean in found_means:
        if mean.baseline:
            yield mean.metric, mean.baseline


def _claims_of(report: Report) -> Iterator[tuple[str, str, str]]:
    bound = f"{report.bound} " if report.bound else ""
    hedge = f"{report.hedge} " if report.hedge else ""
    for claim_id in report.claims:
        part = "" if not report.parts else "part of "
        yield claim_id, "total", f"{part}{bound}{hedge}{report.value:,}"
    if report.increment_claim is not None and report.stated_increment is not None:
        yield report.increment_claim, "increment", f"{report.stated_increment:+,}"


def _event_evidence(claim: Claim) -> Evidence:
    return Evidence(
        claim.id,
        claim.metric,
        "event",
        claim.report_date,
        str(claim.quantity),
        claim.claimant,
        claim.relays[-1] if claim.relays else claim.outlet,
        claim.quote,
        claim.document,
    )
