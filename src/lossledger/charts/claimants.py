"""Everyone who gave a running total, one line each with its interval: nothing is averaged.

``side_by_side`` has what each gave last, ``over_time`` in ``over_time.py`` all that they gave.

A line names the claimant, the day that the figure describes, and by its colour and the form of
its points what kind of loss it counts. A lower bound is a point with an arrow to the right.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from lossledger.charts.daily import SCHEMA, Spec, config
from lossledger.charts.overview import COLOURS
from lossledger.charts.words import ChartWords
from lossledger.errors import NotFound
from lossledger.series import Series

_HEIGHT = 24
"""Height of one claimant's line in the picture."""
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


class Estimate(NamedTuple):
    """A running total as a claimant gave it: ``None`` is an open end."""

    claimant: str
    scope: tuple[str, ...] | None
    day: date
    low: int | None
    high: int | None


def side_by_side(series: Series, estimates: Sequence[Estimate], language: str = "en") -> Spec:
    """The figures of everyone on the losses of a series' party, highest first.

    Raises ``NotFound`` when there is no figure with an end to draw.
    """
    drawn = [one for one in estimates if one.low is not None or one.high is not None]
    if not drawn:
        raise NotFound(series.title, "nobody gave a running total that can be drawn")
    w = ChartWords(language)
    rows = sorted((_row(one, w) for one in drawn), key=lambda row: -float(row["to"]))
    kinds = list(dict.fromkeys(str(row["kind"]) for row in rows))
    scale: Spec = {"domain": kinds, "range": list(COLOURS[: len(kinds)])}
    shape: Spec = {"domain": kinds, "range": list(SHAPES[: len(kinds)])}
    names = {"field": "name", "type": "nominal", "sort": None, "title": None}
    axis = {"labelLimit": 380, "grid": True, "ticks": False, "domain": False}
    along: Spec = {"field": "from", "type": "quantitative", "title": w.t["losses"]}
    along["axis"] = {**w.number_axis(), "tickCount": 5, "labelOverlap": True}
    what, _ = w.title(series)
    return {
        "$schema": SCHEMA,
        "description": _alt(what, rows, w),
        "title": {"text": [what, w.t["each_last"]], "subtitle": w.t["unverified"]},
        "width": 380,
        "height": _HEIGHT * len(rows),
        "padding": {"left": 8, "right": 20, "top": 10, "bottom": 8},
        "background": "white",
        "data": {"values": rows},
        "encoding": {
            "y": {**names, "axis": axis},
            "color": {"field": "kind", "type": "nominal", "title": None, "scale": scale},
            "tooltip": [
                {"field": "name", "title": w.t["claimant"]},
                {"field": "kind", "title": w.t["counts"]},
                {"field": "said", "title": w.t["says"]},
            ],
        },
        "layer": [
            {"transform": [{"filter": "datum.from != datum.to"}],
             "mark": {"type": "rule", "strokeWidth": 2.5},
             "encoding": {"x": along, "x2": {"field": "to"}}},
            _points("from", along, shape, "true"),
            _points("to", along, shape, "datum.from != datum.to"),
            _open("datum.open == 'up'", "\u2192", 9),
            _open("datum.open == 'down'", "\u2190", -9),
        ],
        "config": {**config(), "mark": {"aria": False}},  # the description has it all
    }  # fmt: skip


def _points(field: str, along: Spec, scale: Spec, keep: str) -> Spec:
    shape = {"field": "kind", "type": "nominal", "title": None, "scale": scale}
    return {
        "transform": [{"filter": keep}],
        "mark": {"type": "point", "filled": True, "size": 70, "opacity": 1},
        "encoding": {"x": {**along, "field": field}, "shape": shape},
    }


def _open(keep: str, arrow: str, aside: int) -> Spec:
    """An arrow beside a point whose other end is open."""
    return {
        "transform": [{"filter": keep}],
        "mark": {"type": "text", "text": arrow, "dx": aside, "fontSize": 14},
        "encoding": {"x": {"field": "from", "type": "quantitative"}},
    }


def _row(one: Estimate, w: ChartWords) -> Spec:
    low = one.low if one.low is not None else one.high
    high = one.high if one.high is not None else one.low
    assert low is not None
    assert high is not None
    way = "up" if one.high is None else "down" if one.low is None else ""
    return {
        "name": f"{w.claimant(one.claimant)}, {w.day(one.day)}",
        "kind": w.scope(one.scope),
        "from": low,
        "to": high,
        "open": way,
        "said": w.interval(one.low, one.high),
    }


def _alt(what: str, rows: Sequence[Spec], w: ChartWords) -> str:
    said = "; ".join(f"{row['name']}: {row['said']} ({row['kind']})" for row in rows)
    return f"{w.say('alt_claimants', title=what, said=said)} {w.t['unverified']}."
