"""A brief as JSON: the figures with their claims, the sentences as plain text."""

from fractions import Fraction

from lossledger.brief import sentences
from lossledger.brief.kit import Brief, Event, Evidence, Line, Meaning, MeanOfDays, Month
from lossledger.brief.words import label, plain
from lossledger.model import Json
from lossledger.series import PeriodLoss, Report


def as_json(brief: Brief) -> Json:
    """The brief as one JSON object; days are ISO days, figures whole numbers or means."""
    return {
        "date": brief.day.isoformat(),
        "claimant": brief.claimant,
        "party": brief.party,
        "headline": brief.headline,
        "paragraph": plain(brief.paragraph),
        "figures": [_line(line) for line in brief.lines],
        "absent": [
            {"metric": metric, "label": label(metric), "last": _report(report)}
            for metric, report in brief.absent
        ],
        "month_to_date": [_month(month) for month in brief.months],
        "means": [_mean(mean) for mean in brief.means],
        "definitions": [_definition(meaning) for meaning in brief.definitions],
        "limits": list(brief.limits),
        "events": [_event(event) for event in brief.events],
        "chart_alt": brief.chart_alt,
        "claims": [_evidence(found) for found in brief.evidence],
    }


def _line(line: Line) -> Json:
    report = line.report
    return {
        "metric": line.metric,
        "label": label(line.metric),
        "total": _report(report),
        "increment": report.stated_increment,
        "increment_claim": report.increment_claim,
        "change": report.change,
        "differs": line.differs,
        "report_before": _report(line.before),
        "notes": list(sentences.notes(line)),
    }


def _report(report: Report | None) -> Json | None:
    if report is None:
        return None
    return {
        "date": report.date.isoformat(),
        "value": report.value,
        "hedge": report.hedge,
        "bound": report.bound,
        "via": report.via,
        "claims": list(report.claims),
    }


def _month(month: Month) -> Json:
    return {
        "metric": month.metric,
        "loss_day": _loss(month.loss_day),
        "report_day": _loss(month.report_day),
        "missing": list(month.missing),
    }


def _loss(loss: PeriodLoss | None) -> Json | None:
    if loss is None:
        return None
    start, end = loss.loss_days.start, loss.loss_days.end
    return {
        "value": loss.value,
        "arithmetic": loss.arithmetic,
        "baseline": _report(loss.baseline),
        "last": _report(loss.last),
        "loss_days": [d.isoformat() if d else None for d in (start, end)],
        "claims": list(loss.claims),
    }


def _mean(mean: MeanOfDays) -> Json:
    return {
        "metric": mean.metric,
        "days": mean.window,
        "mean": _number(mean.value),
        "last": _report(mean.last),
        "baseline": _report(mean.baseline),
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 3)


def _definition(meaning: Meaning) -> Json:
    return {
        "metric": meaning.metric,
        "from": meaning.start.isoformat(),
        "to": meaning.end.isoformat() if meaning.end else None,
        "words": meaning.words,
        "scope": list(meaning.scope) if meaning.scope is not None else None,
        "evidence": meaning.evidence,
    }


def _event(event: Event) -> Json:
    return {**event.claim.as_json(), "label": label(event.claim.metric)}


def _evidence(found: Evidence) -> Json:
    return {
        "id": found.claim,
        "metric": found.metric,
        "what": found.what,
        "report_date": found.report_date.isoformat() if found.report_date else None,
        "said": found.said,
        "claimant": found.claimant,
        "via": found.via,
        "quote": found.quote,
        "document": found.document,
    }
