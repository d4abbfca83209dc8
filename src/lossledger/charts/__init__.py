"""Series as pictures: one Vega-Lite spec for page, PNG and SVG, and words for each.

``daily_losses`` shows what each report adds, ``totals`` the running totals of one or several
claimants, ``months`` the loss of each month, ``side_by_side`` what each claimant gave last,
``over_time`` all that they gave. ``chart_svg`` and ``chart_png`` draw a spec. The alternative
text of a chart is its ``description``.
"""

from lossledger.charts.claimants import Estimate, side_by_side
from lossledger.charts.daily import (
    Bar,
    Spec,
    bars,
    chart_alt,
    chart_title,
    claimant_words,
    daily_losses,
)
from lossledger.charts.drawing import chart_json, chart_png, chart_script, chart_svg, dark_style
from lossledger.charts.hand import Hand
from lossledger.charts.over_time import over_time
from lossledger.charts.overview import months, totals
from lossledger.charts.words import narrowed

__all__ = [
    "Bar",
    "Estimate",
    "Hand",
    "Spec",
    "bars",
    "chart_alt",
    "chart_json",
    "chart_png",
    "chart_script",
    "chart_svg",
    "chart_title",
    "claimant_words",
    "daily_losses",
    "dark_style",
    "months",
    "narrowed",
    "over_time",
    "side_by_side",
    "totals",
]
