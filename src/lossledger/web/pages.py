"""The pages: each asks ``desk`` and the ledger, and fills a template. No rules live here."""

import base64
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lossledger import __version__, charts, vocabulary
from lossledger.checked import STYLE, said, source_words
from lossledger.checked.page import fragment
from lossledger.desk import (
    lineage_of,
    losses_of,
    reported_series,
    reports_of_day,
    series_for,
    sheet_of,
)
from lossledger.errors import BadInput, NotFound
from lossledger.ledger import SUPERSEDING
from lossledger.model import Claim
from lossledger.series import increment, means
from lossledger.sources import definition, definitions_of
from lossledger.vocabulary import interface, interface_languages
from lossledger.vocabulary.lexicon import languages, lexicon
from lossledger.web import asking
from lossledger.web.api import checked
from lossledger.web.asking import BadRequest, Param
from lossledger.web.room import Room

MEASURES = ("daily", "cumulative", "by_month")
LARGEST_UNPACKED = 2**20
SHOWN = 60
"""Reports in the table of a metric's page; the CSV has them all."""

_LANGUAGE = asking.choice("lang", "the language of the page", "", *interface_languages())
_WHOSE = (asking.source(), asking.party(), _LANGUAGE)


def routes(room: Room) -> list[Route]:
    """Every page with its path."""
    asset = _static()
    found = [
        _page(room, "/", today, _WHOSE),
        _page(room, "/check", check_form, (asking.packed("z", "a packed text"), _day(), _LANGUAGE)),
        Route("/check", _checking(room), methods=["POST"]),
        _page(room, "/metrics/{metric}", metric, (
            asking.metric(where="path"), *_WHOSE,
            asking.choice("measure", "what to draw", *MEASURES),
            asking.day("from", "first report date"), asking.day("to", "last report date"),
        )),
        _page(room, "/embed/{metric}", embed, (
            asking.metric(where="path"), *_WHOSE,
            asking.choice("measure", "what to draw", *MEASURES),
        )),
        _page(room, "/claims/{id}", claim, (asking.words("id", "id", where="path"), _LANGUAGE)),
        _page(room, "/documents/{id}", document,
              (asking.words("id", "id", where="path"), _LANGUAGE)),
        _page(room, "/compare", compare, (asking.metric(), _LANGUAGE)),
        _page(room, "/lineage", lineage, (_LANGUAGE,)),
        _page(room, "/sources", sources, (_LANGUAGE,)),
        _page(room, "/sources/{id}", source, (asking.source("id", where="path"), _LANGUAGE)),
        _page(room, "/corrections", corrections, (_LANGUAGE,)),
        _page(room, "/method", method, (_LANGUAGE,)),
        _page(room, "/glossary", glossary, (_LANGUAGE,)),
        _page(room, "/how-to-read", how_to_read, (_LANGUAGE,)),
        Route("/charts/{metric}.{form}", _chart(room)),
    ]  # fmt: skip
    found += [Route(f"/static/{name}", one) for name, one in asset.items()]
    return found


def _day() -> Param:
    return asking.day("published", "the day of publication")


def language_asked(headers: Mapping[bytes, bytes]) -> str:
    """The first language of the browser that the pages are written in, else English."""
    for part in headers.get(b"accept-language", b"").decode("latin-1").split(","):
        code = part.partition(";")[0].strip()[:2].lower()
        if code in interface_languages():
            return code
    return "en"


@cache
def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("lossledger.web"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["sentence"] = lambda words: words[:1].upper() + words[1:]
    found.filters["number"] = lambda n: "–" if n is None else f"{n:,}"
    found.filters["signed"] = lambda n: "–" if n is None else f"{n:+,}"
    return found


def _filled(name: str, lang: str, **values: Any) -> Response:
    words = interface(lang)
    labels = lexicon(lang if lang in languages() else "en").labels
    page = (
        _templates()
        .get_template(f"{name}.html")
        .render(
            t=words,
            lang=lang,
            label=lambda code: labels.get(code, code),
            source_words=source_words,
            other_languages=[(c, interface(c)["name"]) for c in interface_languages() if c != lang],
            version=__version__,
            **values,
        )
    )
    return Response(page, media_type="text/html; charset=utf-8")


def error_page(request: Request, status: int, where: str, what: str, fix: str) -> Response:
    """An error as a page, in the one shape: where, what, and what to do."""
    lang = language_asked(dict(request.headers.raw))
    answer = _filled("error", lang, here=None, status=status, where=where, what=what, fix=fix)
    answer.status_code = status
    return answer


def _page(room: Room, path: str, fill: Callable[..., Response], params: tuple[Param, ...]) -> Route:
    async def handle(request: Request) -> Response:
        given = dict(request.query_params) | dict(request.path_params)
        found = asking.values(params, given)
        found["lang"] = found.get("lang") or language_asked(dict(request.headers.raw))
        renamed = {"from": "start", "to": "end"}
        named = {renamed.get(key, key): value for key, value in found.items()}
        return await run_in_threadpool(fill, room, **named)

    return Route(path, handle, name=fill.__name__)


def today(room: Room, *, claimant: str | None, party: str | None, lang: str) -> Response:
    """The latest report by category, the month to date, and how fresh each source is."""
    try:
        held = reported_series(room.ledger, claimant=claimant, party=party)
    except NotFound:
        return _filled("today", lang, here="/", rows=[], fresh=[], head=room.head)
    day, reports = reports_of_day(held)
    rows = []
    for series, report in reports:
        try:
            losses, _ = losses_of(series, month=day, until=day)
        except NotFound:
            losses = ()
        by_day = next((one for one in losses if one.convention == "loss_day"), None)
        rows.append((series, report, increment(report), by_day))
    fresh: dict[tuple[str, str], Any] = {}
    for row in room.ledger.coverage():
        if row.claimant and row.last:
            key = (row.claimant, row.via or row.claimant)
            fresh[key] = max(row.last, fresh.get(key, row.last))
    return _filled(
        "today", lang, here="/", day=day, rows=rows, head=room.head, lead=rows[0][0],
        fresh=sorted(fresh.items(), key=lambda item: item[1], reverse=True),
        chart=f"/charts/{rows[0][0].metric}.svg?measure=daily",
        alt=_alt(rows[0][0], "daily"),
    )  # fmt: skip


def check_form(room: Room, *, z: str | None, published: date | None, lang: str) -> Response:
    """A form for a text, or the result that a link carries."""
    if z is None:
        return _filled("check", lang, here="/check", text="", published=published)
    return _result(room, _unpacked(z), published, lang)


def _checking(room: Room) -> Callable[[Request], Any]:
    async def handle(request: Request) -> Response:
        lang = language_asked(dict(request.headers.raw))
        try:
            sent = parse_qs((await request.body()).decode("utf-8"), max_num_fields=10)
        except (UnicodeDecodeError, ValueError) as error:
            raise BadInput("form", "is no UTF-8 text", "send the form of this page") from error
        text = sent.get("text", [""])[0]
        day = sent.get("published", [""])[0]
        wanted = asking.values((_day(),), {"published": day} if day else {})
        lang = sent.get("lang", [lang])[0]
        lang = lang if lang in interface_languages() else "en"
        return await run_in_threadpool(_result, room, text, wanted["published"], lang)

    return handle


def _result(room: Room, text: str, published: date | None, lang: str) -> Response:
    from lossledger.desk import end_of_day

    if not text.strip():
        raise BadRequest("text", "is empty", interface(lang)["paste_hint"])
    moment = end_of_day(published) if published else None
    story = checked(room.shelf, text, published=moment)
    packed = base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode()
    link = f"/check?z={packed}" + (f"&published={published}" if published else "")
    return _filled(
        "result", lang, here="/check", story=story, marked=Markup("\n".join(fragment(story))),
        link=link if len(packed) <= asking.LONGEST_PACKED else None,
    )  # fmt: skip


def _unpacked(packed: str) -> str:
    try:
        unpacker = zlib.decompressobj()
        content = unpacker.decompress(base64.urlsafe_b64decode(packed), LARGEST_UNPACKED)
        if unpacker.unconsumed_tail or not unpacker.eof:
            raise ValueError("too large or cut off")
        return content.decode("utf-8")
    except (ValueError, zlib.error) as error:
        raise BadRequest("parameter z", "holds no text", "open the form at /check") from error


def metric(
    room: Room, *, metric: str, claimant: str | None, party: str | None, measure: str,
    start: date | None, end: date | None, lang: str,
) -> Response:  # fmt: skip
    """A metric's chart with its table, for one claimant and party."""
    series = series_for(room.ledger, metric, party=party, claimant=claimant)
    reports = series.between(start, end)
    asked = {"claimant": claimant, "party": party, "start": start, "end": end}
    query, title = _query(**asked, measure=measure), charts.chart_title(series)
    rows = [(r, increment(r), means(series, r.date, (7,))[7]) for r in reports[-SHOWN:][::-1]]
    return _filled(
        "metric", lang, here=None, series=series, rows=rows, measure=measure, measures=MEASURES,
        query=query, chart=f"/charts/{metric}.svg{query}", png=f"/charts/{metric}.png{query}",
        csv=f"/v1/series/{metric}{_query(**asked, format='csv')}",
        alt=_alt(series, measure, start, end), others=_others(room, metric),
        embed_code=f'<iframe src="/embed/{metric}{query}" title="{title}"></iframe>',
        tab=lambda m: _query(**asked, measure=m),
    )  # fmt: skip


def _others(room: Room, metric: str) -> list[tuple[str, str]]:
    """Everyone whose figures on a metric are held, with the party."""
    rows = (r for r in room.ledger.coverage() if r.metric == metric and r.claimant and r.party)
    return sorted({(row.claimant or "", row.party or "") for row in rows})


def embed(
    room: Room, *, metric: str, claimant: str | None, party: str | None, measure: str, lang: str
) -> Response:
    """A chart alone, for a frame on another site."""
    series = series_for(room.ledger, metric, party=party, claimant=claimant)
    query = _query(claimant=claimant, party=party, measure=measure)
    answer = _filled(
        "embed", lang, series=series, alt=_alt(series, measure),
        chart=f"/charts/{metric}.svg{query}", query=query,
    )  # fmt: skip
    answer.headers["content-security-policy"] = (
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors *"
    )
    return answer


def _query(**values: Any) -> str:
    from urllib.parse import urlencode

    named = {"start": "from", "end": "to"}
    given = {named.get(key, key): value for key, value in values.items() if value is not None}
    return f"?{urlencode(given)}" if given else ""


def _spec(series: Any, measure: str, start: date | None, end: date | None) -> Any:
    """The chart of a measure; a day chart shows at most the last 120 days."""
    if measure == "cumulative":
        return charts.totals([series], start, end)
    if measure == "by_month":
        return charts.months(series, end)
    reports = series.between(start, end)
    if not reports:
        raise NotFound(series.title, "no report in these days")
    last = reports[-1].date
    span = (last - start).days + 1 if start else 30
    return charts.daily_losses(series, last, max(2, min(span, 120)))


def _alt(
    series: Any, measure: str, start: date | None = None, end: date | None = None
) -> str | None:
    try:
        return str(_spec(series, measure, start, end)["description"])
    except NotFound:
        return None


_CHART = (
    asking.metric(where="path"),
    asking.source(),
    asking.party(),
    asking.choice("measure", "what to draw", *MEASURES),
    asking.day("from", "first report date"),
    asking.day("to", "last report date"),
)


def _chart(room: Room) -> Callable[[Request], Any]:
    async def handle(request: Request) -> Response:
        form = request.path_params["form"]
        if form not in ("svg", "png"):
            raise NotFound(f"chart as {form[:20]}", "is not drawn", "svg and png are")
        given = dict(request.query_params) | {"metric": request.path_params["metric"]}
        wanted = asking.values(_CHART, given)
        return await run_in_threadpool(_drawn, room, form, wanted)

    return handle


def _drawn(room: Room, form: str, wanted: dict[str, Any]) -> Response:
    series = series_for(
        room.ledger, wanted["metric"], party=wanted["party"], claimant=wanted["claimant"]
    )
    spec = _spec(series, wanted["measure"], wanted["from"], wanted["to"])
    if form == "png":
        return Response(charts.chart_png(spec), media_type="image/png")
    return Response(charts.chart_svg(spec), media_type="image/svg+xml")


def claim(room: Room, *, id: str, lang: str) -> Response:
    """A claim: its words, speaker chain, definition, rules, history, proof and citation."""
    found = room.ledger.claim(id)
    moment = room.ledger.recorded([found.id])[found.id]
    day = found.as_of or found.report_date or moment.date()
    meant = definition(found.claimant, found.metric, day) if found.claimant else None
    before, words, after = _around(found)
    return _filled(
        "claim", lang, here=None, claim=found, said=said(found), before=before, words=words,
        after=after, meant=meant, events=room.ledger.history(found.id), recorded_at=moment,
        proof=room.ledger.prove(found.id), citation=_citation(found, moment),
    )  # fmt: skip


def _around(found: Claim) -> tuple[str, str, str]:
    """The sentence cut at the number."""
    before, words, after = found.sentence.partition(found.quote)
    return (before, words, after) if words else (found.sentence, "", "")


def _citation(found: Claim, moment: Any) -> str:
    who = source_words(found.claimant)
    when = found.report_date or found.as_of or "no date"
    return (
        f"{who}, {when}: {found.metric} {found.quantity} ({found.period}). "
        f"lossledger claim {found.id}, recorded {moment:%Y-%m-%d}."
    )


def document(room: Room, *, id: str, lang: str) -> Response:
    """What is known about a document, how it was got, and the claims read in it."""
    found = room.ledger.document(id)
    held = room.ledger.claims(document=id)
    return _filled(
        "document", lang, here=None, document=found, claims=held[:500], count=len(held),
        fetches=room.ledger.fetches(id),
    )  # fmt: skip


def compare(room: Room, *, metric: str | None, lang: str) -> Response:
    """What everyone says of one metric, by class of evidence and kind of loss."""
    held = [m for m in vocabulary.metrics() if m in room.ledger.metrics()]
    chosen = metric or next(iter(held), None)
    lines = sheet_of(room.ledger, chosen) if chosen else ()
    sections: dict[tuple[str, str, str], list[Any]] = {}
    for line in lines:
        scope = " + ".join(line.claim.scope) if line.claim.scope else ""
        sections.setdefault((line.evidence, scope, line.measure), []).append(line)
    return _filled("compare", lang, here="/compare", metric=chosen, held=held, sections=sections)


def lineage(room: Room, *, lang: str) -> Response:
    """Which figures follow which, as a table and a tree."""
    from lossledger.lineage import as_text

    found = lineage_of(room.ledger)
    return _filled("lineage", lang, here="/compare", edges=found, tree=as_text(found))


def sources(room: Room, *, lang: str) -> Response:
    """Whose figures the ledger holds, through whom, for which days."""
    return _filled("sources", lang, here="/sources", rows=room.ledger.coverage())


def source(room: Room, *, id: str, lang: str) -> Response:
    """Who a source is, what its words meant and since when, and what is held of it."""
    rows = [row for row in room.ledger.coverage() if id in (row.claimant, row.via)]
    return _filled(
        "source", lang, here="/sources", source=vocabulary.sources()[id],
        meant=definitions_of(id), rows=rows,
    )  # fmt: skip


def corrections(room: Room, *, lang: str) -> Response:
    """Every mark that took a figure out of the series, newest first."""
    marks = [m for m in room.ledger.marks() if m.kind in SUPERSEDING][-200:][::-1]
    rows = [(mark, room.ledger.claim(mark.claim)) for mark in marks]
    return _filled("corrections", lang, here="/corrections", rows=rows)


def method(room: Room, *, lang: str) -> Response:
    """Every check with its own text, the verdicts and the causes."""
    from lossledger.checks import CHECKS
    from lossledger.model import CAUSES, VERDICTS

    told = [(c.__name__.replace("_", " "), " ".join((c.__doc__ or "").split())) for c in CHECKS]
    return _filled("method", lang, here="/method", checks=told, verdicts=VERDICTS, causes=CAUSES)


def glossary(room: Room, *, lang: str) -> Response:
    """The metrics with their words in every language."""
    spoken = list(languages())
    rows = [
        (code, row.kind, [lexicon(one).labels.get(code, "–") for one in spoken])
        for code, row in vocabulary.metrics().items()
    ]
    return _filled("glossary", lang, here="/glossary", rows=rows, spoken=spoken)


def how_to_read(room: Room, *, lang: str) -> Response:
    """How each kind of figure is to be read."""
    return _filled("how_to_read", lang, here="/how-to-read")


def _static() -> dict[str, Callable[[Request], Any]]:
    """The style sheet and the scripts, read once."""
    folder = files(__package__).joinpath("static")
    style = folder.joinpath("style.css").read_text("utf-8") + STYLE
    script = folder.joinpath("check.js").read_text("utf-8")

    def answering(words: str, media_type: str) -> Callable[[Request], Any]:
        async def handle(request: Request) -> Response:
            headers = {"cache-control": "public, max-age=3600"}
            return Response(words, media_type=media_type, headers=headers)

        return handle

    return {
        "style.css": answering(style, "text/css; charset=utf-8"),
        "check.js": answering(script, "text/javascript; charset=utf-8"),
    }
