"""A daily series as a picture: one Vega-Lite spec for page, PNG and SVG, and its words.

``daily_losses`` gives the spec as a plain dict, ``chart_alt`` says in words what it shows.

A bar is what a report adds to the report of the day before, so it stands at the day before the
report's date: the loss day. Where the total of the day before is missing, the increment that
the report states is shown; where there is neither, no bar but a cross. A bar whose change is
negative, or is not the increment that the report itself states, carries a diamond. The line is
the mean of the last seven changes, without a point where one of its two reports is missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lossledger import vocabulary
from lossledger.errors import NotFound
from lossledger.period import DAY
from lossledger.series import Report, Series, day_words, means
from lossledger.vocabulary.lexicon import lexicon

Spec = dict[str, Any]

UNVERIFIED = "Reported, not independently verified"
_CROSS = "M-0.6,-0.6L0.6,0.6M0.6,-0.6L-0.6,0.6"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
BAR, MEAN, MARK, QUIET = "#8fb3cf", "#17324d", "#c2410c", "#5b6570"
_FONT = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
_LOOKS = {
    "Change by day": (BAR, "square"),
    "No figure": (QUIET, _CROSS),
    "Mean of 7 days": (MEAN, "stroke"),
    "Restated": (MARK, "diamond"),
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
    start = vocabulary.war_start(series.party)
    dates = [until - back * DAY for back in reversed(range(days))]
    return tuple(_bar(series, day) for day in dates if start is None or start < day)


def daily_losses(series: Series, until: date, days: int = 30) -> Spec:
    """The Vega-Lite spec of the daily changes of one series up to the report of ``until``.

    Its title names the claimant, its description is ``chart_alt``. Raises ``NotFound`` when no
    report of these days can be drawn.
    """
    drawn = _drawn(series, until, days)
    return {
        "$schema": SCHEMA,
        "description": chart_alt(series, until, days),
        "title": _title(series, drawn),
        "width": 680,
        "height": 270,
        "padding": {"left": 8, "right": 20, "top": 10, "bottom": 8},
        "background": "white",
        "data": {"values": [_row(bar) for bar in drawn]},
        "encoding": {"x": _x_axis(drawn)},
        "layer": _layers(drawn, y_title(series)),
        "resolve": {"scale": {"color": "independent"}, "legend": {"color": "independent"}},
        "config": config(),
    }


def chart_alt(series: Series, until: date, days: int = 30) -> str:
    """What the chart shows, in words, for those who do not see it.

    Raises ``NotFound`` when no report of these days can be drawn.
    """
    drawn = _drawn(series, until, days)
    known = [bar for bar in drawn if bar.change is not None]
    least = min(known, key=lambda bar: bar.change or 0)
    most = max(known, key=lambda bar: bar.change or 0)
    means_7 = [bar for bar in drawn if bar.mean_7 is not None]
    said = [
        f"Bar chart. {chart_title(series)}. Daily change of the total, {_days(drawn)}.",
        f"Highest {_amount(most)}, lowest {_amount(least)}.",
        f"Mean of 7 days at the end: {means_7[-1].mean_7:,.1f}." if means_7 else "",
        _listed("No figure for", [b.loss_day for b in drawn if b.change is None]),
        _listed("Restated for", [b.loss_day for b in drawn if b.restated]),
        f"{UNVERIFIED}.",
    ]
    return " ".join(sentence for sentence in said if sentence)


def chart_title(series: Series) -> str:
    """Whose losses of what, and who reports them, in one line."""
    what, who = title_lines(series)
    return f"{what}, {who}" if ":" in what else f"{what} {who}"


def y_title(series: Series) -> str:
    """The title of the upright axis, with its unit."""
    kind = vocabulary.metrics()[series.metric].kind
    unit = "persons" if kind == "person" else lexicon("en").labels[series.metric]
    return f"Reported {'number' if kind == 'event' else 'losses'} a day ({unit})"


def claimant_words(claimant: str) -> str:
    """The name of a source as it stands in a sentence: the General Staff, NATO, Oryx."""
    source = vocabulary.sources().get(claimant)
    name = source.name if source else claimant
    office = source is not None and source.kind == "official"
    phrase = " " in name and not name.startswith("The ")
    return f"the {name}" if phrase and (office or " of " in name or " for " in name) else name


def _bar(series: Series, day: date) -> Bar:
    report = series.at(day)
    mean = means(series, day, (7,))[7]
    change, restated = _change(report, vocabulary.war_start(series.party))
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


def title_lines(series: Series) -> tuple[str, str]:
    """Whose losses of what, and who reports them, on two lines."""
    labels = lexicon("en").labels
    metric = labels.get(series.metric, series.metric)
    party = labels.get(series.party, series.party)
    scope = f" ({', '.join(series.scope)})" if series.scope else ""
    event = vocabulary.metrics()[series.metric].kind == "event"
    if event:
        what = f"{party}: {metric}"
    else:
        what = (
            f"losses of {party}: {metric}"
            if metric.endswith("s")
            else f"{metric} losses of {party}"
        )
    return what[:1].upper() + what[1:] + scope, f"as reported by {claimant_words(series.claimant)}"


def _title(series: Series, drawn: tuple[Bar, ...]) -> Spec:
    note = f"{UNVERIFIED}; {_days(drawn)}, each from the next morning's report"
    return {"text": list(title_lines(series)), "subtitle": note}


def _x_axis(drawn: tuple[Bar, ...]) -> Spec:
    every = max(1, round(len(drawn) / 6))
    axis = {
        "title": "Loss day",
        "values": [bar.loss_day.isoformat() for bar in reversed(drawn)][::every],
        "labelExpr": "utcFormat(utcParse(datum.value, '%Y-%m-%d'), '%-d %b')",
        "labelAngle": 0,
    }
    return {"field": "loss_day", "type": "ordinal", "sort": None, "axis": axis}


def _layers(drawn: tuple[Bar, ...], y: str) -> list[Spec]:
    """Bars, crosses, line and diamonds, each only where there is something of it to draw."""
    layers = [
        _layer(
            "bar", "Change by day", "change", y, "isValid(datum.change)", {"width": {"band": 0.8}}
        )
    ]
    layers[0]["encoding"]["tooltip"] = _tooltip()
    if any(bar.change is None for bar in drawn):
        look = {"shape": _CROSS, "size": 70, "filled": False, "strokeWidth": 2}
        layers.append(_layer("point", "No figure", "at_zero", y, "!isValid(datum.change)", look))
    if any(bar.mean_7 is not None for bar in drawn):
        look = {"strokeWidth": 2.5, "invalid": "break-paths-show-path-domains"}
        layers.append(_layer("line", "Mean of 7 days", "mean_7", y, "true", look))
    if any(bar.restated for bar in drawn):
        look = {"shape": "diamond", "size": 110, "filled": True}
        layers.append(_layer("point", "Restated", "change", y, "datum.restated", look))
    return layers


def _layer(mark: str, name: str, field: str, y: str, keep: str, look: Spec) -> Spec:
    """One kind of mark with a legend of its own, whose symbol has the mark's form."""
    colour, symbol = _LOOKS[name]
    legend = {"title": None, "symbolType": symbol, "symbolOpacity": 1}
    axis = {"title": y, "format": ",.4~r"}
    return {
        "transform": [{"filter": keep}],
        "mark": {"type": mark, "opacity": 1, **look},
        "encoding": {
            "y": {"field": field, "type": "quantitative", "axis": axis},
            "color": {
                "datum": name,
                "type": "nominal",
                "scale": {"domain": [name], "range": [colour]},
                "legend": legend,
            },
        },
    }


def _tooltip() -> list[Spec]:
    return [
        {"field": "loss_day", "title": "Loss day"},
        {"field": "report_day", "title": "Report of"},
        {"field": "change", "title": "Change", "format": ","},
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


def _amount(bar: Bar) -> str:
    return f"{bar.change:,} ({day_words(bar.loss_day)})"


def _days(drawn: tuple[Bar, ...]) -> str:
    first, last = drawn[0].loss_day, drawn[-1].loss_day
    if first == last:
        return f"loss day {day_words(last)}"
    return f"loss days {day_words(first)} to {day_words(last)}"


def _listed(what: str, days: Sequence[date]) -> str:
    """The days of something, counted when they are many; empty when there are none."""
    if not days:
        return ""
    named = ", ".join(day_words(day) for day in days)
    return f"{what} {named}." if len(days) <= 5 else f"{what} {len(days)} days."
