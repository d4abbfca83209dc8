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
    UNVERIFIED,
    Spec,
    chart_title,
    claimant_words,
    config,
    title_lines,
)
from lossledger.errors import NotFound
from lossledger.period import DAY, next_month
from lossledger.series import LOSS_DAY, Report, Series, day_words, month_loss

# Okabe and Ito, Color Universal Design, 2008
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
"""Colours that people with colour blindness can tell apart."""
_POINTS = 400
"""A line is drawn through at most so many reports; the last one is always among them."""


def totals(series: Sequence[Series], start: date | None = None, end: date | None = None) -> Spec:
    """The running totals of one or several claimants on the same losses, as lines.

    Raises ``NotFound`` when there is no report between the days.
    """
    drawn = [(one, one.between(start, end)) for one in series]
    drawn = [(one, reports) for one, reports in drawn if reports]
    if not drawn:
        raise NotFound(series[0].title if series else "chart", "no report in these days")
    rows = [row for one, reports in drawn for row in _total_rows(one, reports)]
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
        "encoding": {"y": _upright("value"), "color": colour},
    }
    lines = [line, _touch("value")]
    if any(row["low"] != row["high"] for row in rows):
        lines.append(
            {
                "transform": [{"filter": "datum.low != datum.high"}],
                "mark": {"type": "rule", "strokeWidth": 3, "color": MARK},
                "encoding": {"y": _upright("low"), "y2": {"field": "high"}},
            }
        )
    return {
        **_frame(_title(drawn[0][0], names), _totals_alt(drawn)),
        "data": {"values": rows},
        "encoding": {"x": {"field": "day", "type": "temporal", "title": "Report of"}},
        "layer": lines,
    }


def months(series: Series, end: date | None = None, count: int = 24) -> Spec:
    """The reported loss of each month by loss day, and of the last one to date.

    A month whose first or last report is missing has no bar. Raises ``NotFound`` when no month
    has both.
    """
    rows = list(_month_rows(series, end, count))
    if not rows:
        raise NotFound(series.title, "no month has both of its reports")
    return {
        **_frame(_title(series, [""]), _months_alt(series, rows)),
        "data": {"values": rows},
        "mark": {"type": "bar"},
        "encoding": {
            "x": {
                "field": "month",
                "type": "ordinal",
                "title": "Month, by loss day",
                "axis": {
                    "labelAngle": -45,
                    "labelExpr": "utcFormat(utcParse(datum.value, '%Y-%m'), '%b %Y')",
                },
            },
            "y": _upright("loss"),
            "tooltip": [
                {"field": "month", "title": "Month"},
                {"field": "loss", "title": "Reported loss", "format": ","},
                {"field": "whole", "title": "Days"},
            ],
            "color": {
                "field": "whole",
                "type": "nominal",
                "title": None,
                "scale": {"domain": ["whole month", "to date"], "range": [BAR, COLOURS[5]]},
            },
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


def _upright(field: str) -> Spec:
    return {
        "field": field,
        "type": "quantitative",
        "title": "Reported losses",
        "axis": {"format": ",.4~r"},
    }


def _title(series: Series, names: Sequence[str]) -> Spec:
    what, who = title_lines(series)
    if len(names) > 1:
        who = f"as reported by {len(names)} claimants, each a line of its own"
    return {"text": [what, who], "subtitle": UNVERIFIED}


def _total_rows(series: Series, reports: Sequence[Report]) -> Iterator[Spec]:
    every = max(1, len(reports) // _POINTS)
    chosen = list(reports[::every])
    if chosen[-1] is not reports[-1]:
        chosen.append(reports[-1])
    for report in chosen:
        held = (report.value, *report.disagreement)
        yield {
            "day": report.date.isoformat(),
            "value": report.value,
            "low": min(held),
            "high": max(held),
            "claimant": claimant_words(series.claimant),
        }


def _touch(field: str) -> Spec:
    """Points that are not seen but answer to the pointer."""
    return {
        "mark": {"type": "point", "opacity": 0, "size": 90, "filled": True},
        "encoding": {
            "y": _upright(field),
            "tooltip": [
                {"field": "claimant", "title": "Claimant"},
                {"field": "day", "title": "Report of"},
                {"field": "value", "title": "Total", "format": ","},
            ],
        },
    }


def _totals_alt(drawn: Sequence[tuple[Series, Sequence[Report]]]) -> str:
    said = [f"Line chart of running totals. {chart_title(drawn[0][0])}."]
    for series, reports in drawn:
        first, last = reports[0], reports[-1]
        said.append(
            f"{claimant_words(series.claimant)}: {first.value:,} ({day_words(first.date)}) to "
            f"{last.value:,} ({day_words(last.date)})."
        )
    return " ".join([*said, f"{UNVERIFIED}."])


def _month_rows(series: Series, end: date | None, count: int) -> Iterator[Spec]:
    last = series.latest(end)
    if last is None:
        return
    month = last.date.replace(day=1)
    if month == last.date:
        month = (month - DAY).replace(day=1)
    starts = [month]
    while len(starts) < count:
        starts.append((starts[-1] - DAY).replace(day=1))
    for start in reversed(starts):
        whole = next_month(start) <= last.date
        try:
            found = month_loss(series, start, LOSS_DAY, until=None if whole else last.date)
        except NotFound:
            continue
        kind = "whole month" if whole else "to date"
        yield {"month": f"{start:%Y-%m}", "loss": found.value, "whole": kind}


def _months_alt(series: Series, rows: Sequence[Spec]) -> str:
    most, least = max(rows, key=lambda r: r["loss"]), min(rows, key=lambda r: r["loss"])
    last = rows[-1]
    return (
        f"Bar chart by month. {chart_title(series)}. {len(rows)} months. Highest "
        f"{most['loss']:,} ({most['month']}), lowest {least['loss']:,} ({least['month']}), last "
        f"{last['loss']:,} ({last['month']}, {last['whole']}). {UNVERIFIED}."
    )
