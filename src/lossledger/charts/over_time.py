"""The running totals of several claimants from day to day, each a line of its own.

Where a claimant gives an interval, its line is a band from the lower to the upper end: no middle
is drawn, because nobody said it. Claimants with a single figure, and those beyond the colours
that can be told apart, are grey points. Colour and form tell who speaks and what is counted.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lossledger.charts.claimants import SHAPES, Estimate
from lossledger.charts.daily import MARK, QUIET, SCHEMA, Spec, config
from lossledger.charts.overview import COLOURS, along, fell, thinned
from lossledger.charts.words import ChartWords
from lossledger.errors import NotFound
from lossledger.series import Report, Series

_LINES = len(COLOURS)
"""So many claimants have a line; more could not be told apart."""
_FEWEST = 2
"""Figures of a line."""


def over_time(
    series: Series,
    estimates: Sequence[Estimate],
    start: date | None = None,
    end: date | None = None,
    language: str = "en",
) -> Spec:
    """A daily series with every other claimant's running totals on the losses of its party.

    Raises ``NotFound`` when there is no figure between the days.
    """
    w = ChartWords(language)
    own = [_report_row(series, report, w) for report in thinned(series.between(start, end))]
    mine = own[0]["who"] if own else None
    said = [one for one in estimates if (one.low, one.high) != (None, None)]
    said = [one for one in said if (start is None or start <= one.day)]
    said = [one for one in said if (end is None or one.day <= end)]
    rows = [row for one in said if (row := _row(one, w))["who"] != mine]
    if not own and not rows:
        raise NotFound(series.title, "no figure in these days")
    lines = _with_lines(rows, _LINES - bool(own))
    names = [mine, *lines] if mine else lines
    others = w.t["others"]
    for row in rows:
        row["joined"] = row["who"] in lines
        row["line"] = row["who"] if row["joined"] else others
    what, _ = w.title(series)
    if any(not row["joined"] for row in rows):
        names = [*names, others]
    days = [date.fromisoformat(row["day"]) for row in (*own, *rows)]
    return {
        "$schema": SCHEMA,
        "description": _alt(what, [*own, *rows], w),
        "title": {"text": [what, w.t["each_over_time"]], "subtitle": w.t["unverified"]},
        "width": 680,
        "height": 340,
        "padding": {"left": 8, "right": 20, "top": 10, "bottom": 8},
        "background": "white",
        "data": {"values": [*own, *rows]},
        "encoding": {
            "x": {**along(days, w), "field": "day", "type": "temporal", "title": None},
            "color": _told_apart(names, others, [*COLOURS[: len(names) - 1], COLOURS[-1]]),
            "tooltip": [
                {"field": "who", "title": w.t["claimant"]},
                {"field": "day", "title": w.t["as_of"]},
                {"field": "said", "title": w.t["says"]},
            ],
        },
        "layer": _layers(_told_apart(names, others, list(SHAPES)), w, bool(rows)),
        "config": _config(),
    }


def _config() -> Spec:
    """The look of all charts, with one name in a row; the description has what is drawn."""
    shared = config()
    legend = {**shared["legend"], "columns": 1, "labelLimit": 560, "symbolOpacity": 1}
    return {**shared, "legend": legend, "mark": {"aria": False}}


def _told_apart(names: Sequence[Any], others: str, looks: Sequence[str]) -> Spec:
    """What tells the claimants apart, the same order in colours and in forms."""
    grey = QUIET if looks[0].startswith("#") else "cross"
    chosen = [grey if name == others else looks[k] for k, name in enumerate(names)]
    scale = {"domain": list(names), "range": chosen}
    return {"field": "line", "type": "nominal", "title": None, "scale": scale}


def _layers(shape: Spec, w: ChartWords, points: bool) -> list[Spec]:
    """Bands with their edges, bars across single days, points, and arrows at open ends."""
    low = {"field": "from", "type": "quantitative", "title": w.t["losses"], "axis": w.number_axis()}
    high = {**low, "field": "to"}
    joined = [{"filter": "datum.joined"}]
    layers: list[Spec] = [
        {"transform": joined, "mark": {"type": "area", "opacity": 0.18},
         "encoding": {"y": low, "y2": {"field": "to"}}},
        {"transform": joined, "mark": {"type": "line", "strokeWidth": 2}, "encoding": {"y": low}},
        {"transform": joined, "mark": {"type": "line", "strokeWidth": 2}, "encoding": {"y": high}},
        {"transform": [{"filter": "datum.from != datum.to"}],
         "mark": {"type": "rule", "strokeWidth": 2}, "encoding": {"y": low, "y2": {"field": "to"}}},
        {"transform": [{"filter": "datum.restated"}],
         "mark": {"type": "point", "shape": "diamond", "size": 110, "filled": True, "color": MARK},
         "encoding": {"y": low, "color": {"value": MARK}}},
        _points(low, shape, "!datum.daily"),
        _points(high, shape, "!datum.daily && datum.from != datum.to"),
        _touch(low, "datum.daily"),
    ]  # fmt: skip
    arrows = [("up", "\u2191", -10), ("down", "\u2193", 10)]
    layers += [_open(low, f"datum.open == '{way}'", arrow, aside) for way, arrow, aside in arrows]
    return layers if points else layers[:5] + layers[7:8]


def _points(upright: Spec, shape: Spec, keep: str) -> Spec:
    return {
        "transform": [{"filter": keep}],
        "mark": {"type": "point", "filled": True, "size": 48, "opacity": 1},
        "encoding": {"y": upright, "shape": shape},
    }


def _touch(upright: Spec, keep: str) -> Spec:
    """Points that are not seen but answer to the pointer."""
    return {
        "transform": [{"filter": keep}],
        "mark": {"type": "point", "opacity": 0, "size": 60, "filled": True},
        "encoding": {"y": upright},
    }


def _open(upright: Spec, keep: str, arrow: str, aside: int) -> Spec:
    return {
        "transform": [{"filter": keep}],
        "mark": {"type": "text", "text": arrow, "dy": aside, "fontSize": 13},
        "encoding": {"y": upright},
    }


def _report_row(series: Series, report: Report, w: ChartWords) -> Spec:
    held = (report.value, *report.disagreement)
    who = _who(series.claimant, series.scope, w)
    return {
        "who": who, "line": who, "day": report.date.isoformat(), "from": min(held), "to": max(held),
        "said": w.number(report.value), "open": "", "daily": True, "joined": True,
        "restated": fell(report),
    }  # fmt: skip


def _row(one: Estimate, w: ChartWords) -> Spec:
    low = one.low if one.low is not None else one.high
    high = one.high if one.high is not None else one.low
    way = "up" if one.high is None else "down" if one.low is None else ""
    return {
        "who": _who(one.claimant, one.scope, w), "day": one.day.isoformat(), "from": low,
        "to": high, "said": w.interval(one.low, one.high), "open": way, "daily": False,
        "restated": False,
    }  # fmt: skip


def _who(claimant: str, scope: tuple[str, ...] | None, w: ChartWords) -> str:
    return f"{w.scope(scope)}: {w.claimant(claimant)}"


def _with_lines(rows: Sequence[Spec], most: int) -> list[str]:
    """Who has figures of several days, those with most of them first."""
    days: dict[str, set[str]] = {}
    for row in rows:
        days.setdefault(row["who"], set()).add(row["day"])
    several = [who for who, held in days.items() if len(held) >= _FEWEST]
    return sorted(several, key=lambda who: -len(days[who]))[:most]


def _alt(what: str, rows: Sequence[Spec], w: ChartWords) -> str:
    """Each claimant's first and last figure, and how many there are between."""
    held: dict[str, list[Spec]] = {}
    for row in sorted(rows, key=lambda row: str(row["day"])):
        held.setdefault(row["who"], []).append(row)
    parts = [f"{who}, {_span(theirs, w)}" for who, theirs in held.items()]
    fallen = [date.fromisoformat(row["day"]) for row in rows if row["restated"]]
    marked = w.listed("alt_restated", fallen)
    said = w.say("alt_over_time", title=what, said="; ".join(parts))
    return " ".join(part for part in (said, marked, f"{w.t['unverified']}.") if part)


def _span(rows: Sequence[Spec], w: ChartWords) -> str:
    ends = [rows[0]] if len(rows) == 1 else [rows[0], rows[-1]]
    said = [f"{row['said']} ({w.day(date.fromisoformat(row['day']))})" for row in ends]
    return " – ".join(said)
