"""Running totals and the losses of months as pictures.

Each claimant is a line of its own, told apart by colour and by the form of its points: nothing
is averaged. Where the ledger holds several values for a day, a bar spans them.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from lossledger.charts.daily import (
    BAR,
    MARK,
    SCHEMA,
    Spec,
    config,
)
from lossledger.charts.words import ChartWords
from lossledger.errors import NotFound
from lossledger.period import DAY, next_month
from lossledger.series import LOSS_DAY, Report, Series, month_loss

# Okabe and Ito, Color Universal Design, 2008
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
"""Colours that people with colour blindness can tell apart."""
POINTS = 400
"""A line is drawn through at most so many reports; the last one is always among them."""


def totals(
    series: Sequence[Series],
    start: date | None = None,
    end: date | None = None,
    language: str = "en",
) -> Spec:
    """The running totals of one or several claimants on the same losses, as lines.

    Raises ``NotFound`` when there is no report between the days.
    """
    drawn = [(one, one.between(start, end)) for one in series]
    drawn = [(one, reports) for one, reports in drawn if reports]
    if not drawn:
        raise NotFound(series[0].title if series else "chart", "no report in these days")
    w = ChartWords(language)
    days = [report.date for _, reports in drawn for report in reports]
    rows = [row for one, reports in drawn for row in _total_rows(one, reports, w)]
    names = list(dict.fromkeys(row["claimant"] for row in rows))
    colour: Spec = {
        "field": "claimant",
        "type": "nominal",
        "title": None,
        "scale": {"domain": names, "range": list(COLOURS[: len(names)])},
    }
    if len(names) == 1:
        colour["legend"] = None
    line: Spec = {
        "mark": {"type": "line", "strokeWidth": 2.5},
        "encoding": {"y": _upright("value", w), "color": colour},
    }
    lines = [line, _touch("value", w)]
    if any(row["low"] != row["high"] for row in rows):
        lines.append(
            {
                "transform": [{"filter": "datum.low != datum.high"}],
                "mark": {"type": "rule", "strokeWidth": 3, "color": MARK},
                "encoding": {"y": _upright("low", w), "y2": {"field": "high"}},
            }
        )
    if any(row["restated"] for row in rows):
        lines.append(_restated(w))
    return {
        **_frame(_title(drawn[0][0], names, w), _totals_alt(drawn, w)),
        "data": {"values": rows},
        "encoding": {"x": {**along(days, w), "field": "day", "type": "temporal"}},
        "layer": lines,
    }


def months(
    series: Series,
    end: date | None = None,
    count: int = 24,
    language: str = "en",
    start: date | None = None,
) -> Spec:
    """The reported loss of each month by loss day, and of the last one to date.

    A month whose first or last report is missing has no bar. From the month of ``start`` on, or
    the last ``count``. Raises ``NotFound`` when no month has both.
    """
    w = ChartWords(language)
    rows = list(_month_rows(series, end, count, start))
    if not rows:
        raise NotFound(series.title, "no month has both of its reports")
    for row in rows:
        row["kind"] = w.t["whole_month" if row["whole"] else "to_date"]
    month = "utcParse(datum.value, '%Y-%m')"
    label = f"{w.month_of(month)} + ' ' + utcFormat({month}, '%Y')"
    kinds = [w.t["whole_month"], w.t["to_date"]]
    return {
        **_frame(_title(series, [""], w), _months_alt(series, rows, w)),
        "data": {"values": rows},
        "mark": {"type": "bar"},
        "encoding": {
            "x": {
                "field": "month",
                "type": "ordinal",
                "title": w.t["month_by_loss_day"],
                "axis": {"labelAngle": -45, "labelExpr": label, "labelOverlap": True},
            },
            "y": _upright("loss", w),
            "tooltip": [
                {"field": "month", "title": w.t["month"]},
                {"field": "loss", "title": w.t["loss"], "format": ","},
                {"field": "kind", "title": w.t["days"]},
            ],
            "color": {
                "field": "kind",
                "type": "nominal",
                "title": None,
                "scale": {"domain": kinds, "range": [BAR, COLOURS[5]]},
            },
        },
    }


def along(days: Sequence[date], w: ChartWords) -> Spec:
    """The axis of days: months and years where the line is long, days where it is short."""
    name = w.month_of("datum.value")
    further = "utcFormat(datum.value, '%Y')"
    if (max(days) - min(days)).days < 120:
        label = f"utcFormat(datum.value, '%-d') + ' ' + {name}"
    else:
        label = f"{name} + ' ' + {further}"
    axis = {"labelExpr": label, "tickCount": 7, "labelOverlap": True}
    return {"title": w.t["report_of"], "scale": {"type": "utc"}, "axis": axis}


def _restated(w: ChartWords) -> Spec:
    """A diamond at each total that is lower than that of the day before."""
    return {
        "transform": [{"filter": "datum.restated"}],
        "mark": {"type": "point", "shape": "diamond", "size": 110, "filled": True, "opacity": 1},
        "encoding": {
            "y": _upright("value", w),
            "shape": {
                "datum": w.t["restated"],
                "type": "nominal",
                "title": None,
                "scale": {"domain": [w.t["restated"]], "range": ["diamond"]},
                "legend": {"symbolFillColor": MARK, "symbolStrokeColor": MARK},
            },
            "color": {"value": MARK},
        },
    }


def _frame(title: Spec, alt: str) -> Spec:
    return {
        "$schema": SCHEMA,
        "description": alt,
        "title": title,
        "width": 680,
        "height": 270,
        "padding": {"left": 8, "right": 20, "top": 10, "bottom": 8},
        "background": "white",
        "config": config(),
    }


def _upright(field: str, w: ChartWords) -> Spec:
    return {
        "field": field,
        "type": "quantitative",
        "title": w.t["losses"],
        "axis": w.number_axis(),
    }


def _title(series: Series, names: Sequence[str], w: ChartWords) -> Spec:
    what, who = w.title(series)
    if len(names) > 1:
        who = w.say("claimants", count=len(names))
    return {"text": [what, who], "subtitle": w.t["unverified"]}


def _total_rows(series: Series, reports: Sequence[Report], w: ChartWords) -> Iterator[Spec]:
    for report in thinned(reports):
        held = (report.value, *report.disagreement)
        yield {
            "day": report.date.isoformat(),
            "value": report.value,
            "low": min(held),
            "high": max(held),
            "claimant": w.claimant(series.claimant),
            "restated": fell(report),
        }


def thinned(reports: Sequence[Report]) -> list[Report]:
    """At most so many reports as a line needs, the last one and restated ones among them."""
    every = max(1, len(reports) // POINTS)
    last = len(reports) - 1
    return [r for k, r in enumerate(reports) if k % every == 0 or k == last or fell(r)]


def fell(report: Report) -> bool:
    """Whether a total is lower than that of the day before, so that it was restated."""
    return report.change is not None and report.change < 0


def _touch(field: str, w: ChartWords) -> Spec:
    """Points that are not seen but answer to the pointer."""
    return {
        "mark": {"type": "point", "opacity": 0, "size": 90, "filled": True},
        "encoding": {
            "y": _upright(field, w),
            "tooltip": [
                {"field": "claimant", "title": w.t["claimant"]},
                {"field": "day", "title": w.t["report_of"]},
                {"field": "value", "title": w.t["total"], "format": ","},
            ],
        },
    }


def _totals_alt(drawn: Sequence[tuple[Series, Sequence[Report]]], w: ChartWords) -> str:
    said = [w.say("alt_totals", title=w.one_line(drawn[0][0]))]
    for series, reports in drawn:
        first, last = reports[0], reports[-1]
        line = w.say(
            "alt_line",
            claimant=w.claimant(series.claimant),
            first=w.number(first.value),
            first_day=w.day(first.date),
            last=w.number(last.value),
            last_day=w.day(last.date),
        )
        said += [
            line[:1].upper() + line[1:],
            w.listed("alt_restated", [r.date for r in reports if fell(r)]),
        ]
    said = [sentence for sentence in said if sentence]
    return " ".join([*said, f"{w.t['unverified']}."])


def _month_rows(series: Series, end: date | None, count: int, start: date | None) -> Iterator[Spec]:
    last = series.latest(end)
    if last is None:
        return
    month = last.date.replace(day=1)
    if month == last.date:
        month = (month - DAY).replace(day=1)
    begin = max(start, series.days[0]) if start else None
    starts = [month]
    while starts[-1] > begin if begin else len(starts) < count:
        starts.append((starts[-1] - DAY).replace(day=1))
    for first in reversed(starts):
        whole = next_month(first) <= last.date
        try:
            found = month_loss(series, first, LOSS_DAY, until=None if whole else last.date)
        except NotFound:
            continue
        yield {"month": f"{first:%Y-%m}", "loss": found.value, "whole": whole}


def _months_alt(series: Series, rows: Sequence[Spec], w: ChartWords) -> str:
    most, least = max(rows, key=lambda r: r["loss"]), min(rows, key=lambda r: r["loss"])
    last = rows[-1]
    title = w.one_line(series)
    said = {
        "most": f"{w.number(most['loss'])} ({_month(most, w)})",
        "least": f"{w.number(least['loss'])} ({_month(least, w)})",
        "last": f"{w.number(last['loss'])} ({_month(last, w)}, {last['kind']})",
    }
    words = w.say("alt_months", title=title, count=len(rows), **said)
    return f"{words} {w.t['unverified']}."


def _month(row: Spec, w: ChartWords) -> str:
    year, month = row["month"].split("-")
    return f"{w.t['months_alone'][int(month) - 1]} {year}"
