"""The words of a chart in the reader's language: its titles and the words of its axes."""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Any

from lossledger import vocabulary
from lossledger.series import Series
from lossledger.vocabulary.spoken import Words


class ChartWords(Words):
    """The words of one language, with the titles of charts."""

    def title(self, series: Series) -> tuple[str, str]:
        """Whose losses of what, and who reports them, on two lines."""
        metric = self.label(series.metric)
        scope = f" ({self.scope(series.scope, ', ')})" if series.scope else ""
        if vocabulary.metrics()[series.metric].kind == "event":
            what = self.say("events", metric=metric, party=self.label(series.party))
        else:
            key = "several_kinds" if metric.endswith("s") else "one_kind"
            what = self.say(key, metric=metric, party=self.party(series.party))
        who = self.say("as_reported", claimant=self.claimant(series.claimant))
        return what[:1].upper() + what[1:] + scope, who

    def one_line(self, series: Series) -> str:
        """The title in one line."""
        what, who = self.title(series)
        return f"{what}, {who}" if ":" in what else f"{what} {who}"

    def upright(self, series: Series) -> str:
        """The title of the upright axis of single days, with its unit."""
        event = vocabulary.metrics()[series.metric].kind == "event"
        return self.say("number_a_day" if event else "losses_a_day", unit=self.unit(series))

    def unit(self, series: Series) -> str:
        """What the numbers of a series count."""
        person = vocabulary.metrics()[series.metric].kind == "person"
        return str(self.t["persons"]) if person else self.label(series.metric)

    def interval(self, low: int | None, high: int | None) -> str:
        """One value, a range, or a bound where an end is open."""
        ends = {"low": self.number(low or 0), "high": self.number(high or 0)}
        if low == high:
            return ends["low"]
        key = "at_least" if high is None else "up_to" if low is None else "range"
        return self.say(key, **ends)

    def listed(self, key: str, days: Sequence[date]) -> str:
        """The days of something, counted when they are many; empty when there are none."""
        if not days:
            return ""
        named = ", ".join(self.day(day) for day in days)
        return self.say(
            key, days=named if len(days) <= 5 else self.say("alt_many", count=len(days))
        )

    def number_axis(self) -> dict[str, Any]:
        """How an axis writes its numbers."""
        if self.language == "en":
            return {"format": ",.4~r"}
        parted = f"replace(format(datum.value, ',.4~r'), regexp(',', 'g'), '{self.t['thousands']}')"
        return {"labelExpr": parted}

    def month_of(self, moment: str) -> str:
        """An expression of a chart that gives the short name of a moment's month."""
        names = ", ".join(f"'{name}'" for name in self.t["months_alone"])
        return f"[{names}][utcmonth({moment})]"


NARROW = 300
"""Width of the drawing on a narrow screen."""


def narrowed(spec: dict[str, Any]) -> dict[str, Any]:
    """The same chart for a narrow screen: less wide, its titles broken into more lines."""
    title = dict(spec["title"])
    title["text"] = [line for text in title["text"] for line in wrap(text, 40)]
    title["subtitle"] = wrap(str(title["subtitle"]), 52)
    config = {**spec["config"], "title": {**spec["config"]["title"], "fontSize": 14}}
    found = {**spec, "title": title, "config": config, "width": NARROW}
    upright = spec.get("encoding", {}).get("y", {})
    if upright.get("field") == "name":  # names of claimants stand above their lines
        axis = {**upright["axis"], "labelAlign": "left", "labelPadding": 0, "labelOffset": -12}
        axis["labelLimit"] = NARROW
        found["encoding"] = {**spec["encoding"], "y": {**upright, "axis": axis}}
        found["height"] = spec["height"] // 2 * 3
    legend = {**config["legend"], "labelLimit": 215}
    return {**found, "config": {**config, "legend": legend}}
