"""A daily series as a picture: one Vega-Lite spec for page, PNG and SVG, and its words.

``daily_losses`` gives the spec as a plain dict, ``chart_alt`` says in words what it shows.

A bar is what a report adds to the report of the day before, so it stands at the day before the
report's date: the loss day. Where the total of the day before is missing, the increment that
the report states is shown; where there is neither, no bar but a cross. A bar whose change is
negative, or is not the increment that the report itself states, carries a diamond. The line is
the mean of the last seven changes, without a point where one of its two reports is missing.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from lossledger.charts.words import ChartWords
from lossledger.errors import NotFound
from lossledger.period import DAY
from lossledger.series import Report, Series, day_words, means

Spec = dict[str, Any]

_CROSS = "M-0.6,-0.6L0.6,0.6M0.6,-0.6L-0.6,0.6"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
BAR, MEAN, MARK, QUIET = "#8fb3cf", "#17324d", "#c2410c", "#5b6570"
_FONT = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
_LOOKS = {
    "change_by_day": (BAR, "square"),
    "no_figure": (QUIET, _CROSS),
    "mean_7": (MEAN, "stroke"),
    "restated": (MARK, "diamond"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One day of the chart: what its report added, and the mean of seven days up to it.

    ``change`` is ``None`` when nothing was reported for the day; ``restated`` says that the
    change is negative or differs from the increment that the report states.
    """

    loss_day: date
    report_day: date
    change: int | None
    mean_7: float | None
    restated: bool


def bars(series: Series, until: date, days: int = 30) -> tuple[Bar, ...]:
    """The last ``days`` loss days whose reports are dated up to ``until``, oldest first.

    Days before the war are none of them.
    """
    start = series.start
    dates = [until - back * DAY for back in reversed(range(days))]
    return tuple(_bar(series, day) for day in dates if start is None or start < day)


def daily_losses(series: Series, until: date, days: int = 30, language: str = "en") -> Spec:
    """The Vega-Lite spec of the daily changes of one series up to the report of ``until``.

    Its title names the claimant, its description is ``chart_alt``, its words are those of
    ``language``. Raises ``NotFound`` when no report of these days can be drawn.
    """
    drawn, w = _drawn(series, until, days), ChartWords(language)
    return {
        "$schema": SCHEMA,
        "description": chart_alt(series, until, days, language),
        "title": _title(series, drawn, w),
        "width": 680,
        "height": 270,
        "padding": {"left": 8, "right": 20, "top": 10, "bottom": 8},
        "background": "white",
        "data": {"values": [_row(bar) for bar in drawn]},
        "encoding": {"x": _x_axis(drawn, w)},
        "layer": _layers(drawn, w.upright(series), w),
        "resolve": {"scale": {"color": "independent"}, "legend": {"color": "independent"}},
        "config": config(),
    }


def chart_alt(series: Series, until: date, days: int = 30, language: str = "en") -> str:
    """What the chart shows, in words, for those who do not see it.

    Raises ``NotFound`` when no report of these days can be drawn.
    """
    drawn, w = _drawn(series, until, days), ChartWords(language)
    known = [bar for bar in drawn if bar.change is not None]
    least = min(known, key=lambda bar: bar.change or 0)
    most = max(known, key=lambda bar: bar.change or 0)
    means_7 = [bar.mean_7 for bar in drawn if bar.mean_7 is not None]
    said = [
        w.say("alt_daily", title=w.one_line(series), days=_days(drawn, w)),
        w.say("alt_most", most=_amount(most, w), least=_amount(least, w)),
        w.say("alt_mean", mean=w.number(means_7[-1], 1), unit=w.unit(series)) if means_7 else "",
        w.listed("alt_none", [b.loss_day for b in drawn if b.change is None]),
        w.listed("alt_restated", [b.loss_day for b in drawn if b.restated]),
        f"{w.t['unverified']}.",
    ]
    return " ".join(sentence for sentence in said if sentence)


def chart_title(series: Series, language: str = "en") -> str:
    """Whose losses of what, and who reports them, in one line."""
    return ChartWords(language).one_line(series)


def claimant_words(claimant: str) -> str:
    """The name of a source as it stands in an English sentence: the General Staff, NATO, Oryx."""
    return ChartWords().claimant(claimant)


def _bar(series: Series, day: date) -> Bar:
    report = series.at(day)
    mean = means(series, day, (7,))[7]
    change, restated = _change(report, series.start)
    return Bar(day - DAY, day, change, None if mean is None else float(mean), restated)


def _change(report: Report | None, start: date | None) -> tuple[int | None, bool]:
    """What a report added, and whether that is a restatement."""
    if report is None:
        return None, False
    if report.change is None:
        first = start is not None and report.date == start + DAY  # nothing was counted before
        return (report.value if first else report.stated_increment), False
    stated = report.stated_increment
    return report.change, report.change < 0 or stated not in (None, report.change)


def _drawn(series: Series, until: date, days: int) -> tuple[Bar, ...]:
    if days < 1:
        raise ValueError(f"a chart shows at least one day, not {days}")
    drawn = bars(series, until, days)
    if all(bar.change is None for bar in drawn):
        raise NotFound(
            series.title,
            f"nothing to draw in the {days} days up to the report of {day_words(until)}",
            "import the reports of these days first",
        )
    return drawn


def _row(bar: Bar) -> Spec:
    return {
        "loss_day": bar.loss_day.isoformat(),
        "report_day": bar.report_day.isoformat(),
        "change": bar.change,
        "mean_7": None if bar.mean_7 is None else round(bar.mean_7, 1),
        "at_zero": 0,
        "restated": bar.restated,
    }


def _title(series: Series, drawn: tuple[Bar, ...], w: ChartWords) -> Spec:
    note = f"{w.t['unverified']}; {w.say('of_days', days=_days(drawn, w))}"
    return {"text": list(w.title(series)), "subtitle": note}


def _x_axis(drawn: tuple[Bar, ...], w: ChartWords) -> Spec:
    every = max(1, round(len(drawn) / 6))
    day = "utcParse(datum.value, '%Y-%m-%d')"
    axis = {
        "title": w.t["loss_day"],
        "values": [bar.loss_day.isoformat() for bar in reversed(drawn)][::every],
        "labelExpr": f"utcFormat({day}, '%-d') + ' ' + {w.month_of(day)}",
        "labelAngle": 0,
        "labelOverlap": True,
    }
    in_order = {"domain": [bar.loss_day.isoformat() for bar in drawn]}
    return {"field": "loss_day", "type": "ordinal", "scale": in_order, "axis": axis}


def _layers(drawn: tuple[Bar, ...], y: str, w: ChartWords) -> list[Spec]:
    """Bars, crosses, line and diamonds, each only where there is something of it to draw."""
    upright: Spec = {"axis": {"title": y, **w.number_axis()}}
    highest = max(bar.change or 0 for bar in drawn)
    if highest > 0:  # room above the highest bar
        upright["scale"] = {"domainMax": highest * 1.06, "nice": True}
    bar = {"width": {"band": 0.8}}
    layers = [_layer("bar", "change_by_day", "change", upright, w, "isValid(datum.change)", bar)]
    layers[0]["encoding"]["tooltip"] = _tooltip(w)
    if any(bar.change is None for bar in drawn):
        look = {"shape": _CROSS, "size": 70, "filled": False, "strokeWidth": 2}
        keep = "!isValid(datum.change)"
        layers.append(_layer("point", "no_figure", "at_zero", upright, w, keep, look))
    if any(bar.mean_7 is not None for bar in drawn):
        look = {"strokeWidth": 2.5, "invalid": "break-paths-show-path-domains"}
        layers.append(_layer("line", "mean_7", "mean_7", upright, w, "true", look))
    if any(bar.restated for bar in drawn):
        look = {"shape": "diamond", "size": 110, "filled": True}
        layers.append(_layer("point", "restated", "change", upright, w, "datum.restated", look))
    return layers


def _layer(
    mark: str, kind: str, field: str, upright: Spec, w: ChartWords, keep: str, look: Spec
) -> Spec:
    """One kind of mark with a legend of its own, whose symbol has the mark's form."""
    colour, symbol = _LOOKS[kind]
    name = w.t[kind]
    legend = {"title": None, "symbolType": symbol, "symbolOpacity": 1}
    return {
        "transform": [{"filter": keep}],
        "mark": {"type": mark, "opacity": 1, **look},
        "encoding": {
            "y": {"field": field, "type": "quantitative", **upright},
            "color": {
                "datum": name,
                "type": "nominal",
                "scale": {"domain": [name], "range": [colour]},
                "legend": legend,
            },
        },
    }


def _tooltip(w: ChartWords) -> list[Spec]:
    return [
        {"field": "loss_day", "title": w.t["loss_day"]},
        {"field": "report_day", "title": w.t["report_of"]},
        {"field": "change", "title": w.t["change"], "format": ","},
    ]


def config() -> Spec:
    """The look that all charts share."""
    words = {"labelFont": _FONT, "titleFont": _FONT, "labelColor": QUIET, "titleColor": QUIET}
    return {
        "font": _FONT,
        "view": {"stroke": None},
        "title": {
            "anchor": "start",
            "fontSize": 16,
            "color": MEAN,
            "subtitleFontSize": 12,
            "subtitleColor": QUIET,
            "subtitlePadding": 6,
            "offset": 12,
        },
        "axis": {
            **words,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "titlePadding": 8,
            "gridColor": "#e3e6ea",
            "domainColor": "#aab2ba",
            "tickColor": "#aab2ba",
        },
        "legend": {
            **words,
            "orient": "top",
            "labelFontSize": 12,
            "layout": {"top": {"margin": 26}},
        },
    }


def _amount(bar: Bar, w: ChartWords) -> str:
    return f"{w.number(bar.change or 0)} ({w.day(bar.loss_day)})"


def _days(drawn: tuple[Bar, ...], w: ChartWords) -> str:
    first, last = drawn[0].loss_day, drawn[-1].loss_day
    if first == last:
        return w.say("loss_day_one", day=w.day(last))
    return w.say("loss_days", first=w.day(first), last=w.day(last))
