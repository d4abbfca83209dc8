"""Reports, losses and traces in their JSON forms, the same for command line, API and exports."""

from collections.abc import Iterable

from lossledger.model import Claim, Json, period_json
from lossledger.series.origins import Difference, Held, Trace
from lossledger.series.periods import PeriodLoss
from lossledger.series.reports import Report, Series


def increment(report: Report) -> int | None:
    """What a report adds for the day before it: as stated, else the change of the total."""
    return report.stated_increment if report.stated_increment is not None else report.change


def report_json(series: Series, report: Report) -> Json:
    """A report in the form of ``schemas/series.json``."""
    return {
        "date": report.date.isoformat(),
        "value": report.value,
        "increment": increment(report),
        "claimant": series.claimant,
        "party": series.party,
        "metric": series.metric,
        "via": report.via,
        "recorded_at": report.recorded_at.isoformat(),
        "claims": [c for c in (*report.claims, report.increment_claim) if c],
        "stated_increment": report.stated_increment,
        "change": report.change,
        "hedge": report.hedge,
        "bound": report.bound,
        "others": list(report.disagreement),
    }


def loss_json(series: Series, loss: PeriodLoss) -> Json:
    """The loss of a period with both reports that it is the difference of."""
    return {
        "metric": series.metric,
        "party": series.party,
        "claimant": series.claimant,
        "convention": loss.convention,
        "value": loss.value,
        "covers": period_json(loss.covers),
        "loss_days": period_json(loss.loss_days),
        "baseline": _end(loss.baseline),
        "last": _end(loss.last),
        "arithmetic": loss.arithmetic,
        "claims": list(loss.claims),
    }


def trace_json(found: Trace, others: Iterable[Claim] = ()) -> Json:
    """Everywhere a figure comes from; ``others`` are claims of it that are in no series."""
    return {
        "value": found.value,
        "reports": [_held(one) for one in found.reports],
        "increments": [_held(one) for one in found.increments],
        "differences": [_difference(d) for d in found.differences],
        "differences_found": found.differences_found,
        "claims": [claim.as_json() for claim in others],
    }


def _end(report: Report | None) -> Json | None:
    if report is None:
        return None
    return {"report_date": report.date.isoformat(), "value": report.value, "claim": report.claim}


def _subject(series: Series) -> Json:
    return {"metric": series.metric, "party": series.party, "claimant": series.claimant}


def _held(one: Held) -> Json:
    where = {"report_date": one.date.isoformat(), "value": one.value, "via": one.via}
    return {**_subject(one.series), **where, "claim": one.claim}


def _difference(d: Difference) -> Json:
    return {
        **_subject(d.series),
        "window": d.window,
        "convention": d.convention,
        "days": d.days,
        "baseline": _end(d.baseline),
        "last": _end(d.last),
        "arithmetic": d.arithmetic,
    }
