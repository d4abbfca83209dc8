"""The pages: each asks ``desk`` and the ledger, and fills a template. No rules live here."""

import base64
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lossledger import vocabulary
from lossledger.charts import dark_style
from lossledger.checked import STYLE
from lossledger.checked.page import fragment
from lossledger.desk import (
    end_of_day,
    losses_of,
    reported_series,
    reports_of_day,
)
from lossledger.errors import BadInput, NotFound
from lossledger.ledger import SUPERSEDING
from lossledger.period import DAY
from lossledger.series import Report, Series, increment, means
from lossledger.sources import definitions_of
from lossledger.vocabulary import interface, interface_languages
from lossledger.vocabulary.lexicon import labels, languages
from lossledger.web import asking, claim_pages, figures
from lossledger.web.api import checked, known_source
from lossledger.web.asking import BadRequest, Param
from lossledger.web.filling import Lang, filled, language_asked
from lossledger.web.lineage_graph import fans
from lossledger.web.room import Room

LARGEST_UNPACKED = 2**20
TEXTS_JUDGED = 12
"""Texts of others, the newest first, whose figures are judged on a source's page."""
DAYS_OF_TODAY = 70
"""Days of reports that the first page is made from: its charts, and the month so far."""
NEWEST = 5
"""Corrections on the first page; their own page has more."""

READING = {
    "figures_of_report": ("claimant", "total", "increment", "mean", "month", "scope"),
    "charts": figures.MEASURES,
    "comparing": ("floor", "range", "lineage", "chance"),
    "verdict_word": ("verdict", "restated"),
    "keeping": ("proof", "correction"),
}
"""How each kind of figure is to be read: the parts of that page, each with its paragraphs."""

_LANGUAGE = asking.choice("lang", "the language of the page", "", *interface_languages())
_ID = asking.words("id", "id", where="path")
_WHOSE = (asking.source(), asking.party(), _LANGUAGE)


def routes(room: Room) -> list[Route]:
    """Every page with its path."""
    asset = _static()
    found = [
        _page(room, "/", today, _WHOSE),
        _page(room, "/check", check_form, (asking.packed("z", "a packed text"), _day(), _LANGUAGE)),
        Route("/check", _checking(room), methods=["POST"]),
        _page(room, "/metrics/{metric}", figures.metric, (*figures.CHART, _LANGUAGE)),
        _page(room, "/embed/{metric}", figures.embed, (*figures.CHART, _LANGUAGE)),
        _page(room, "/claims/{id}", claim_pages.claim, (_ID, _LANGUAGE)),
        _page(room, "/documents/{id}", claim_pages.document, (_ID, _LANGUAGE)),
        _page(room, "/compare", compare, (asking.metric(), _LANGUAGE)),
        _page(room, "/lineage", lineage, (_LANGUAGE,)),
        _page(room, "/sources", sources, (_LANGUAGE,)),
        _page(room, "/sources/{id:path}", source, (asking.source("id", where="path"), _LANGUAGE)),
        _page(room, "/corrections", corrections, (_LANGUAGE,)),
        _page(room, "/method", method, (_LANGUAGE,)),
        _page(room, "/glossary", glossary, (_LANGUAGE,)),
        _page(room, "/how-to-read", how_to_read, (_LANGUAGE,)),
        Route("/charts/{metric}.{form}", figures.drawing(room)),
        Route("/static/vega.js", figures.library(room)),
    ]  # fmt: skip
    found += [Route(f"/static/{name}", one) for name, one in asset.items()]
    return found


def _day() -> Param:
    return asking.day("published", "the day of publication")


def error_page(request: Request, status: int, where: str, what: str, fix: str) -> Response:
    """An error as a page, in the one shape: where, what, and what to do."""
    lang = _lang(request, None)
    answer = filled("error", lang, here=None, status=status, where=where, what=what, fix=fix)
    answer.status_code = status
    return answer


def _lang(request: Request, asked: str | None) -> Lang:
    """The language of a page: the one that its address names, else the browser's."""
    asked = asked if asked is not None else request.query_params.get("lang")
    if asked in interface_languages():
        return Lang(str(asked), asked=True)
    return Lang(language_asked(dict(request.headers.raw)))


def _page(room: Room, path: str, fill: Callable[..., Response], params: tuple[Param, ...]) -> Route:
    async def handle(request: Request) -> Response:
        given = dict(request.query_params) | dict(request.path_params)
        found = asking.values(params, given)
        found["lang"] = _lang(request, found.get("lang"))
        renamed = {"from": "start", "to": "end"}
        named = {renamed.get(key, key): value for key, value in found.items()}
        return await run_in_threadpool(fill, room, **named)

    return Route(path, handle, name=fill.__name__)


def today(room: Room, *, claimant: str | None, party: str | None, lang: Lang) -> Response:
    """The latest report by category, the month to date, and how fresh each source is."""
    try:
        held = reported_series(
            room.ledger, claimant=claimant, party=party, last_days=DAYS_OF_TODAY,
            coverage=room.coverage(),
        )  # fmt: skip
    except NotFound:
        return filled("today", lang, here="/", rows=[], fresh=[], head=room.head)
    day, reports = reports_of_day(held)
    lead = reports[0][0]
    fresh: dict[tuple[str, str], Any] = {}
    for row in room.coverage():
        if row.claimant and row.last:
            key = (row.claimant, row.via or row.claimant)
            fresh[key] = max(row.last, fresh.get(key, row.last))
    return filled(
        "today", lang, here="/", day=day, head=room.head, lead=lead,
        rows=[(s, r, increment(r), _month_to_date(s, day), _last_changes(s, day))
              for s, r in reports],
        changed=list(_changes(reports)), marks=_corrections(room, NEWEST),
        fresh=sorted(fresh.items(), key=lambda item: item[1], reverse=True),
        loss_day=day - DAY, start=lead.start,
        mean=means(lead, day, (7,))[7],
        whose=f"?claimant={lead.claimant}&party={lead.party}",
        alt=figures.alt_of(room, lead, "daily", language=lang.code),
        pictures=figures.pictures(
            lead.metric, claimant=lead.claimant, party=lead.party, measure="daily", lang=lang.code
        ),
    )  # fmt: skip


def _last_changes(series: Series, day: date) -> list[int | None]:
    """What each of the last thirty reports added."""
    reports = (series.at(day - back * DAY) for back in reversed(range(30)))
    return [increment(report) if report else None for report in reports]


def _month_to_date(series: Series, day: date) -> Any:
    """The loss of the month by loss day up to a report; ``None`` without its reports."""
    try:
        losses, _ = losses_of(series, month=day, until=day)
    except NotFound:
        return None
    return next((one for one in losses if one.convention == "loss_day"), None)


def _changes(reports: tuple[tuple[Series, Report], ...]) -> Iterator[tuple[Series, Report, str]]:
    """What a reader has to know of a day's totals: falls, unlike increments, several values."""
    for series, report in reports:
        if report.change is not None and report.change < 0:
            yield series, report, "fell"
        elif _unlike(report):
            yield series, report, "unlike"
        elif report.disagreement:
            yield series, report, "also_held"


def _unlike(report: Report) -> bool:
    stated, change = report.stated_increment, report.change
    return stated is not None and change is not None and stated != change


def check_form(room: Room, *, z: str | None, published: date | None, lang: Lang) -> Response:
    """A form for a text, or the result that a link carries."""
    if z is None:
        return filled("check", lang, here="/check", text="", published=published)
    return _result(room, _unpacked(z), published, lang)


def _checking(room: Room) -> Callable[[Request], Any]:
    async def handle(request: Request) -> Response:
        try:
            sent = parse_qs((await request.body()).decode("utf-8"), max_num_fields=10)
        except (UnicodeDecodeError, ValueError) as error:
            raise BadInput("form", "is no UTF-8 text", "send the form of this page") from error
        text = sent.get("text", [""])[0]
        day = sent.get("published", [""])[0]
        wanted = asking.values((_day(),), {"published": day} if day else {})
        lang = _lang(request, sent.get("lang", [""])[0] or None)
        return await run_in_threadpool(_result, room, text, wanted["published"], lang)

    return handle


def _result(room: Room, text: str, published: date | None, lang: Lang) -> Response:
    if not text.strip():
        raise BadRequest("text", "is empty", interface(lang.code)["paste_hint"])
    moment = end_of_day(published) if published else None
    story = checked(room.shelf, text, published=moment)
    packed = base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode()
    asked = f"z={packed}" + (f"&published={published}" if published else "")
    fits = len(packed) <= asking.LONGEST_PACKED
    return filled(
        "result", lang, here="/check", story=story, asked=asked if fits else "",
        marked=Markup("\n".join(fragment(story, lang.code))),
        link=f"/check?{asked}" if fits else None,
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


def compare(room: Room, *, metric: str | None, lang: Lang) -> Response:
    """What everyone says of one metric, by class of evidence and kind of loss."""
    held = [m for m in vocabulary.metrics() if m in room.ledger.metrics()]
    chosen = metric or next(iter(held), None)
    lines = room.sheet(chosen) if chosen else ()
    classes: dict[str, dict[tuple[tuple[str, ...], str], list[Any]]] = {}
    for line in lines:
        kind = (line.claim.scope or (), line.measure)
        classes.setdefault(line.evidence, {}).setdefault(kind, []).append(line)
    return filled(
        "compare", lang, here="/compare", metric=chosen, held=held, classes=classes,
        asked=f"metric={chosen}" if metric else "",
    )  # fmt: skip


def lineage(room: Room, *, lang: Lang) -> Response:
    """Which figures follow which: a graph, and a table with the evidence."""
    found = room.lineage()
    return filled("lineage", lang, here="/compare", edges=found, fans=fans(found))


def sources(room: Room, *, lang: Lang) -> Response:
    """Whose figures the ledger holds, through whom, for which days."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for row in room.coverage():
        groups.setdefault((row.claimant, row.party, row.via), []).append(row)
    rows = [_together(key, held) for key, held in groups.items()]
    rows.sort(key=lambda row: (row.claimant is None, -row.claims))
    return filled("sources", lang, here="/sources", rows=rows)


class Together(NamedTuple):
    """What is held of a claimant on a side through one outlet, all categories together."""

    claimant: str | None
    party: str | None
    via: str | None
    metrics: tuple[str, ...]
    first: date | None
    last: date | None
    claims: int


def _together(key: tuple[Any, ...], held: Sequence[Any]) -> Together:
    claimant, party, via = key
    first = min((row.first for row in held if row.first), default=None)
    last = max((row.last for row in held if row.last), default=None)
    metrics = tuple(dict.fromkeys(row.metric for row in held))
    return Together(claimant, party, via, metrics, first, last, sum(row.claims for row in held))


class Restated(NamedTuple):
    """How often a source's series of a metric was restated."""

    series: Series
    falls: int
    unlike: int
    several: int


def source(room: Room, *, id: str, lang: Lang) -> Response:
    """Who a source is, what its words meant, how often it restated, how its figures fare."""
    rows = [row for row in room.coverage() if id in (row.claimant, row.via)]
    known = known_source(id, held=bool(rows))
    marks = Counter(mark.kind for mark, claim in _corrections(room, None) if claim.claimant == id)
    return filled(
        "source", lang, here="/sources", source=known, id=id, meant=definitions_of(id), rows=rows,
        evidence=vocabulary.evidence_class(id), marks=marks,
        restated=room.kept(("restated", id), lambda: list(_restated(room, id))),
        fare=room.kept(("fare", id), lambda: _fare(room, id)).most_common(),
    )  # fmt: skip


def _restated(room: Room, claimant: str) -> Iterator[Restated]:
    try:
        held = reported_series(room.ledger, claimant=claimant, coverage=room.coverage())
    except NotFound:
        return
    for series in held.values():
        reports = series.between(None, None)
        yield Restated(
            series,
            sum(1 for r in reports if r.change is not None and r.change < 0),
            sum(1 for r in reports if _unlike(r)),
            sum(1 for r in reports if r.disagreement),
        )


def _fare(room: Room, claimant: str) -> Counter[str]:
    """The verdicts on figures that texts of others give as a source's own."""
    texts = [d for d in room.ledger.documents() if d.outlet != claimant and d.claims]
    texts = [d for d in texts if d.media_type.startswith("text/")][-TEXTS_JUDGED:]
    now = datetime.now(UTC)
    found = (f for d in texts for f in room.findings(d.id, now) or ())
    return Counter(f.verdict for f in found if f.claim.claimant == claimant)


def _corrections(room: Room, most: int | None) -> list[tuple[Any, Any]]:
    """The marks that took a figure out of the series, newest first, each with its claim."""
    marks = [m for m in room.ledger.marks() if m.kind in SUPERSEDING][::-1][:most]
    return [(mark, room.ledger.claim(mark.claim)) for mark in marks]


def corrections(room: Room, *, lang: Lang) -> Response:
    """Every mark that took a figure out of the series, newest first."""
    return filled("corrections", lang, here="/corrections", rows=_corrections(room, 200))


def method(room: Room, *, lang: Lang) -> Response:
    """Every check with its own text, the verdicts and the causes, from the tables."""
    from lossledger.checks import CHECKS
    from lossledger.model import CAUSES, VERDICTS

    told = [(c.__name__, " ".join((c.__doc__ or "").split())) for c in CHECKS]
    return filled("method", lang, here="/method", checks=told, verdicts=VERDICTS, causes=CAUSES)


def glossary(room: Room, *, lang: Lang) -> Response:
    """The metrics, the parties and the codes of the forms with their words."""
    spoken = list(languages())

    def words(code: str) -> list[str]:
        return [labels(one).get(code, "–") for one in spoken]

    rows = [(code, row.kind, words(code)) for code, row in vocabulary.metrics().items()]
    sides = dict.fromkeys(party for war in vocabulary.wars() for party in war.parties)
    return filled(
        "glossary", lang, here="/glossary", rows=rows, spoken=spoken,
        parties=[(party, words(party)) for party in sides],
    )  # fmt: skip


def how_to_read(room: Room, *, lang: Lang) -> Response:
    """How each kind of figure is to be read."""
    return filled("how_to_read", lang, here="/how-to-read", parts=READING)


def _static() -> dict[str, Callable[[Request], Any]]:
    """The style sheet and the scripts, read once."""
    folder = files(__package__).joinpath("static")
    style = folder.joinpath("style.css").read_text("utf-8") + STYLE + dark_style(".moving svg")
    scripts = ("check.js", "chart.js")

    def answering(words: str, media_type: str) -> Callable[[Request], Any]:
        async def handle(request: Request) -> Response:
            headers = {"cache-control": "public, max-age=3600"}
            return Response(words, media_type=media_type, headers=headers)

        return handle

    return {
        "style.css": answering(style, "text/css; charset=utf-8"),
        **{
            name: answering(
                folder.joinpath(name).read_text("utf-8"), "text/javascript; charset=utf-8"
            )
            for name in scripts
        },
    }
