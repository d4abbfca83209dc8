"""The page of a metric, its charts as pictures and as data for a moving one, and the embed."""

import base64
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from html import escape
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from lossledger import charts
from lossledger.checked import days
from lossledger.desk import series_for
from lossledger.errors import NotFound
from lossledger.period import DAY
from lossledger.series import Series, increment, means
from lossledger.vocabulary import interface_languages
from lossledger.web import asking
from lossledger.web.filling import Lang, filled
from lossledger.web.room import Room

MEASURES = ("daily", "cumulative", "by_month", "claimants", "over_time")
LONGEST = 184
"""Days in a chart of single days."""
SHOWN = 60
"""Reports in the table of a metric's page; the CSV has them all."""
SPANS = (30, 90, 365)
"""Days of the spans that a metric's page offers, beside the whole war."""
WORDS = asking.choice("lang", "the language of the words", "", *interface_languages())
CHART = (
    asking.metric(where="path"),
    asking.source(),
    asking.party(),
    asking.choice("measure", "what to draw", *MEASURES),
    asking.day("from", "first report date"),
    asking.day("to", "last report date"),
)
DRAWN = (*CHART, WORDS, asking.choice("size", "for how wide a screen", "wide", "narrow"))
_POLICY = (
    "default-src 'none'; style-src 'sha256-"
    + base64.b64encode(sha256(charts.dark_style().encode()).digest()).decode()
    + "'; frame-ancestors *"
)


def metric(
    room: Room, *, metric: str, claimant: str | None, party: str | None, measure: str,
    start: date | None, end: date | None, lang: Lang,
) -> Response:  # fmt: skip
    """A metric's chart with its table, for one claimant and party, from one day to another."""
    asking.in_order(start, end)
    try:
        series = series_for(room.ledger, metric, party=party, claimant=claimant)
    except NotFound:
        return _held(room, metric, claimant, party, lang)
    reports = series.between(start, end)
    asked = {"claimant": claimant, "party": party, "start": start, "end": end}
    whose = {"claimant": series.claimant, "party": series.party}
    drawn = {**whose, "measure": measure, "start": start, "end": end, "lang": lang.code}
    rows = [(r, increment(r), means(series, r.date, (7,))[7]) for r in reports[-SHOWN:][::-1]]
    embedded = _query(**{**drawn, "measure": measure})
    title = charts.chart_title(series, lang.code)
    frame = (
        f'<iframe src="/embed/{metric}{embedded}" title="{escape(title)}" width="780" '
        'height="480" loading="lazy"></iframe>'
    )
    return filled(
        "metric", lang, here=None, series=series, rows=rows, measure=measure, measures=MEASURES,
        pictures=pictures(metric, **drawn), png=f"/charts/{metric}.png{_query(**drawn)}",
        spec=f"/charts/{metric}.json{_query(**drawn)}", reading=f"read_{measure}",
        asked=_query(**asked, measure=measure).removeprefix("?"),
        csv=f"/v1/series/{metric}{_query(**whose, start=start, end=end, format='csv')}",
        alt=alt_of(room, series, measure, start, end, lang.code), others=_others(room, metric),
        embed_code=frame, tab=lambda m: _query(**asked, measure=m), start=start, end=end,
        days=series.days, whose=whose, shown=len(rows), held=len(reports),
        spans=[(n, _query(**whose, measure=measure, start=series.days[-1] - n * DAY + DAY))
               for n in SPANS if series.days] if measure != "claimants" else [],
        whole=_query(**whose, measure=measure), first=_first(series, measure),
    )  # fmt: skip


def _held(room: Room, metric: str, claimant: str | None, party: str | None, lang: Lang) -> Response:
    """The figures of a metric where they make no daily series, the last ones first."""
    found = room.ledger.claims(metric=metric, claimant=claimant, party=party)
    if not found:
        whose = f" of {claimant}" if claimant else ""
        fix = "see /sources for what it holds"
        raise NotFound(f"metric {metric}", f"the ledger holds no figure{whose}", fix)
    asked = _query(metric=metric, claimant=claimant, party=party)
    return filled(
        "held", lang, here=None, metric=metric, claimant=claimant, party=party,
        rows=found[-SHOWN:][::-1], held=len(found), csv=f"/v1/claims{asked}",
        days=lambda one: days(one, lang.code, spoken=True),
    )  # fmt: skip


def _first(series: Series, measure: str) -> date | None:
    """The first report that a chart shows where no day was asked for."""
    held = series.days
    if not held or measure != "daily":
        return held[0] if held else None
    return max(held[0], held[-1] - (SPANS[0] - 1) * DAY)


def pictures(metric: str, **asked: Any) -> tuple[str, str]:
    """The addresses of a chart for a wide and for a narrow screen."""
    wide = f"/charts/{metric}.svg{_query(**asked)}"
    return wide, f"/charts/{metric}.svg{_query(**asked, size='narrow')}"


def _others(room: Room, metric: str) -> list[tuple[str, str]]:
    """Everyone whose daily figures on a metric are held, with the party."""
    rows = room.coverage()
    found = {(r.claimant, r.party) for r in rows if r.metric == metric and r.first}
    return sorted((who, side) for who, side in found if who and side)


def embed(
    room: Room, *, metric: str, claimant: str | None, party: str | None, measure: str,
    start: date | None, end: date | None, lang: Lang,
) -> Response:  # fmt: skip
    """A chart alone, for a frame on another site."""
    series = series_for(room.ledger, metric, party=party, claimant=claimant)
    asked = {"claimant": series.claimant, "party": series.party, "measure": measure,
             "start": start, "end": end}  # fmt: skip
    answer = filled(
        "embed", lang, series=series, alt=alt_of(room, series, measure, start, end, lang.code),
        pictures=pictures(metric, **asked, lang=lang.code), query=_query(**asked),
    )  # fmt: skip
    answer.headers["content-security-policy"] = (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors *"
    )
    return answer


def _query(**values: Any) -> str:
    named = {"start": "from", "end": "to"}
    given = {named.get(key, key): value for key, value in values.items() if value is not None}
    return f"?{urlencode(given)}" if given else ""


def _spec(
    room: Room, series: Series, measure: str, start: date | None, end: date | None, language: str
) -> charts.Spec:
    """The chart of a measure; a chart of single days shows at most the last ``LONGEST``."""
    if measure == "claimants":
        return charts.side_by_side(series, _last_estimates(room, series), language)
    if measure == "over_time":
        held = dict.fromkeys(one for _, one in _estimates(room, series, every=True))
        return charts.over_time(series, list(held), start, end, language)
    if measure == "cumulative":
        return charts.totals([series], start, end, language)
    if measure == "by_month":
        return charts.months(series, end, language=language, start=start)
    reports = series.between(start, end)
    if not reports:
        raise NotFound(series.title, "no report in these days")
    last = reports[-1].date
    span = (last - start).days + 1 if start else 30
    return charts.daily_losses(series, last, max(2, min(span, LONGEST)), language)


def _last_estimates(room: Room, series: Series) -> list[charts.Estimate]:
    """The last running total of everyone on the same losses, by the kind of loss it counts."""
    last: dict[Any, charts.Estimate] = {}
    for who, one in _estimates(room, series):
        key = (who, one.scope)
        if key not in last or last[key].day < one.day:
            last[key] = one
    return list(last.values())


def _estimates(
    room: Room, series: Series, *, every: bool = False
) -> Iterator[tuple[str, charts.Estimate]]:
    """The running totals of everyone on the same losses, each with whose figure it is in the end.

    The latest ones only, or with ``every`` all that are held.
    """
    for line in room.sheet(series.metric, every=every):
        claim, said = line.claim, line.quantity
        if claim.party == series.party and line.measure == "total" and line.day and claim.claimant:
            one = charts.Estimate(claim.claimant, claim.scope, line.day, said.low, said.high)
            yield line.ancestor or claim.claimant, one


def alt_of(
    room: Room, series: Series, measure: str, start: date | None = None, end: date | None = None,
    language: str = "en",
) -> str | None:  # fmt: skip
    """What a chart shows in words; ``None`` when there is nothing to draw."""
    try:
        return str(_spec(room, series, measure, start, end, language)["description"])
    except NotFound:
        return None


def drawing(room: Room) -> Callable[[Request], Any]:
    """The answer to a request for a chart as SVG, PNG, or its Vega-Lite spec."""

    async def handle(request: Request) -> Response:
        form = request.path_params["form"]
        if form not in _DRAWN:
            raise NotFound(f"chart as {form[:20]}", "is not drawn", "svg, png and json are")
        given = dict(request.query_params) | {"metric": request.path_params["metric"]}
        wanted = asking.values(DRAWN, given)
        return await run_in_threadpool(_picture, room, form, wanted)

    return handle


def _picture(room: Room, form: str, wanted: dict[str, Any]) -> Response:
    series = series_for(
        room.ledger, wanted["metric"], party=wanted["party"], claimant=wanted["claimant"]
    )
    days = (wanted["from"], wanted["to"])
    spec = _spec(room, series, wanted["measure"], *days, wanted["lang"] or "en")
    if wanted["size"] == "narrow":
        spec = charts.narrowed(spec)
    draw, media_type = _DRAWN[form]
    drawn, headers = draw(spec, room), {"content-security-policy": _POLICY}
    return Response(drawn, media_type=media_type, headers=headers)


_DRAWN: dict[str, tuple[Callable[[charts.Spec, Room], str | bytes], str]] = {
    "svg": (
        lambda spec, room: charts.chart_svg(spec, themed=True, draw=room.draw),
        "image/svg+xml",
    ),
    "png": (lambda spec, room: charts.chart_png(spec, draw=room.draw), "image/png"),
    "json": (lambda spec, room: charts.chart_json(spec), "application/json"),
}  # fmt: skip


def library(room: Room) -> Callable[[Request], Any]:
    """The script that moves charts: Vega from the library that also draws them, served by us."""

    @cache
    def script() -> str:
        return charts.chart_script(room.draw)

    async def handle(request: Request) -> Response:
        headers = {"cache-control": "public, max-age=86400"}
        words = await run_in_threadpool(script)
        return Response(words, media_type="text/javascript; charset=utf-8", headers=headers)

    return handle
