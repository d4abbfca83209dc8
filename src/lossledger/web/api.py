"""The API, version 1: read-only answers from the ledger, each a function in ``ENDPOINTS``.

Fields are added within a version, never renamed or dropped. Every answer is computed from
claims; nothing here is a column of truth.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlencode

from lossledger import __version__, vocabulary
from lossledger.checked import CheckedStory
from lossledger.desk import (
    Shelf,
    check_story,
    lineage_of,
    losses_of,
    provenance,
    read_document,
    reported_series,
    reports_of_day,
    series_for,
    sheet_of,
    trace_of,
)
from lossledger.documents import document_from_text
from lossledger.errors import NotFound
from lossledger.ledger import SUPERSEDING, open_ledger
from lossledger.model import Json
from lossledger.series import loss_json, means, report_json, trace_json
from lossledger.sources import definitions_of
from lossledger.vocabulary import Source
from lossledger.vocabulary.lexicon import labels, languages
from lossledger.web import asking
from lossledger.web.asking import BadRequest, Param
from lossledger.web.room import Room

DAYS_OF_LATEST = 7
"""Days of reports from which the last one is told: it needs the one before it."""
PAGE = 100
"""Claims on a page of a list where the request does not say how many."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that is not JSON: its bytes and its media type."""

    body: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A path, the function that answers it, its parameters, and what it is for.

    A ``guarded`` one writes, so it wants the token that whoever runs the service has set.
    """

    path: str
    answer: Callable[..., "Json | Answer"]
    about: str
    params: tuple[Param, ...] = ()
    method: str = "get"
    guarded: bool = False


WHOSE = (asking.source(), asking.party(), asking.as_of())


def latest(room: Room, *, claimant: str | None, party: str | None, as_of: Any) -> Json:
    """The last report of a claimant: totals and increments by metric."""
    return _report_of(room, None, claimant, party, as_of)


def report_of_day(
    room: Room, *, date: Any, claimant: str | None, party: str | None, as_of: Any
) -> Json:
    """What a claimant reported on a day."""
    return _report_of(room, date, claimant, party, as_of)


def _report_of(room: Room, day: Any, claimant: str | None, party: str | None, as_of: Any) -> Json:
    ledger, whose = room.then(as_of), {"claimant": claimant, "party": party, "as_of": as_of}
    try:
        held = reported_series(ledger, **whose, last_days=DAYS_OF_LATEST, until=day)
        found, reports = reports_of_day(held, day)
    except NotFound:  # said with the nearest days that there are
        found, reports = reports_of_day(reported_series(ledger, **whose), day)
    rows = [report_json(series, report) for series, report in reports]
    return {
        "date": found.isoformat(),
        "claimant": rows[0]["claimant"],
        "party": rows[0]["party"],
        "stats": {row["metric"]: row["value"] for row in rows},
        "increase": {row["metric"]: row["increment"] for row in rows},
        "reports": rows,
    }


def series(
    room: Room,
    *,
    metric: str,
    claimant: str | None,
    party: str | None,
    as_of: Any,
    start: Any,
    end: Any,
    measure: str,
    format: str,
) -> "Json | Answer":
    """A daily series: totals, the losses of single days, or means over seven days."""
    asking.in_order(start, end)
    found = series_for(room.then(as_of), metric, party=party, claimant=claimant, as_of=as_of)
    rows = []
    for report in found.between(start, end):
        row = report_json(found, report)
        if measure == "daily":
            row["measure"] = row["increment"]
        elif measure == "mean7":
            mean = means(found, report.date, (7,))[7]
            row["measure"] = round(float(mean), 2) if mean is not None else None
        else:
            row["measure"] = row["value"]
        rows.append(row)
    if format == "csv":
        return _csv(rows, measure)
    return {
        "metric": metric,
        "party": found.party,
        "claimant": found.claimant,
        "measure": measure,
        "note": found.note,
        "series": rows,
    }


def _csv(rows: list[Json], measure: str) -> Answer:
    columns = ("date", "value", "increment", "claimant", "party", "metric", "via", "recorded_at")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*columns, measure) if measure != "total" else columns)
    for row in rows:
        cells = [row[column] for column in columns]
        writer.writerow([*cells, row["measure"]] if measure != "total" else cells)
    return Answer(out.getvalue().encode(), "text/csv; charset=utf-8")


def loss(
    room: Room,
    *,
    metric: str,
    claimant: str | None,
    party: str | None,
    as_of: Any,
    month: Any,
    until: Any,
    week: Any,
    start: Any,
    end: Any,
) -> Json:
    """The reported loss of a period by both conventions, with its baseline reports."""
    if sum((month is not None, week is not None, start is not None)) != 1:
        raise BadRequest("parameters", "give one of month, week, or from and to", "month=2024-02")
    if start is not None and end is None:
        raise BadRequest("parameter to", "is missing", "from and to are given together")
    asking.in_order(start, end)
    if until is not None and month is None:
        raise BadRequest("parameter until", "belongs to month")
    found = series_for(room.then(as_of), metric, party=party, claimant=claimant, as_of=as_of)
    losses, missing = losses_of(found, month=month, until=until, week=week, start=start, end=end)
    return {
        "losses": [loss_json(found, one) for one in losses],
        "missing": [str(error) for error in missing],
    }


def trace(
    room: Room,
    *,
    value: int,
    metric: str | None,
    claimant: str | None,
    party: str | None,
    as_of: Any,
    within_days: int,
    limit: int,
) -> Json:
    """Every report that holds a figure, and every difference of two reports that gives it."""
    found, others = trace_of(
        room.then(as_of),
        value,
        metric=metric,
        claimant=claimant,
        party=party,
        as_of=as_of,
        within_days=within_days,
        limit=limit,
    )
    return trace_json(found, others[:limit])


def claims(
    room: Room,
    *,
    metric: str | None,
    claimant: str | None,
    party: str | None,
    as_of: Any,
    since: Any,
    until: Any,
    cursor: int,
    limit: int,
) -> Json:
    """Claims in order of day, a page at a time; ``next`` is the cursor of the next page.

    ``next_url`` asks for it as of the moment of the first page, so that what is appended while
    somebody turns the pages neither repeats nor hides a claim.
    """
    if metric is None and claimant is None and since is None:
        raise BadRequest("parameters", "give a metric, a claimant or a since", "metric=personnel")
    found = room.then(as_of).claims(
        metric=metric, claimant=claimant, party=party, since=since, until=until, as_of=as_of
    )
    page = found[cursor : cursor + limit]
    after = cursor + limit if cursor + limit < len(found) else None
    asked = {"metric": metric, "claimant": claimant, "party": party, "since": since,
             "until": until, "as_of": as_of or room.written_at, "cursor": after,
             "limit": limit}  # fmt: skip
    given = {name: value for name, value in asked.items() if value is not None}
    given["as_of"] = given["as_of"].isoformat() if "as_of" in given else ""
    return {
        "claims": [claim.as_json() for claim in page],
        "next": after,
        "next_url": f"/v1/claims?{urlencode(given)}" if after is not None else None,
        "total": len(found),
    }


def claim(room: Room, *, id: str, as_of: Any) -> Json:
    """One claim with its history, the proof that the ledger holds it, and its provenance."""
    found = room.then(as_of).claim(id, as_of=as_of)
    events = room.then(as_of).history(found.id, as_of=as_of)
    return {
        "claim": found.as_json(),
        "recorded_at": room.then(as_of).recorded([found.id])[found.id].isoformat(),
        "history": [event_json(event) for event in events],
        "proof": room.then(as_of).prove(found.id),
        "prov": provenance(room.then(as_of), found),
    }


def event_json(event: Any) -> Json:
    """A step in the story of a figure."""
    mark = event.mark
    return {
        "recorded_at": event.recorded_at.isoformat(),
        "kind": event.kind,
        "claim": event.claim.id,
        "value": event.claim.quantity.value,
        "reason": mark.reason if mark else None,
        "by": mark.by if mark else None,
        "replacement": mark.replacement if mark else None,
    }


def document(room: Room, *, id: str, as_of: Any) -> Json:
    """What is known about a document, how it was got, and its claims; never its text."""
    found = room.then(as_of).document(id)
    got = room.then(as_of).fetches(id)
    held = room.then(as_of).claims(document=id)
    return {
        "document": found.as_json(),
        "fetches": [{**how, "recorded_at": moment.isoformat()} for how, moment in got],
        "claims": [one.id for one in held],
    }


def check(room: Room, *, body: Json) -> Json:
    """A verdict for every number of a text, in the form of ``schemas/check.json``."""
    text = body.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BadRequest("field text", "is missing", 'send {"text": "...", "published": "..."}')
    extra = set(body) - {"text", "published", "source", "as_of", "title"}
    if extra:
        raise BadRequest(f"field {min(extra)[:60]}", "is not known")
    given = {
        k: v for k, v in body.items() if k in ("published", "source", "as_of") and v is not None
    }
    if not all(isinstance(v, str) for v in given.values()):
        raise BadRequest("fields", "published, source and as_of are strings")
    moments = asking.values(
        (
            Param("published", asking.as_of().read, {}, "when the text was published"),
            asking.source("source"),
            asking.as_of(),
        ),
        given,
    )
    return checked(room.shelf, text, **moments).as_json()


def keep(room: Room, *, body: Json) -> Json:
    """Read a text and append its figures to the ledger; only with the service's token."""
    text = body.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BadRequest("field text", "is missing", 'send {"text": "...", "published": "..."}')
    extra = set(body) - {"text", "published", "source"}
    if extra:
        raise BadRequest(f"field {min(extra)[:60]}", "is not known")
    given = {key: value for key, value in body.items() if key != "text" and value is not None}
    if not all(isinstance(value, str) for value in given.values()):
        raise BadRequest("fields", "published and source are strings")
    published = Param("published", asking.as_of().read, {}, "when the text was published")
    found = asking.values((published, asking.source("source")), given)
    now = datetime.now(UTC)
    sent = document_from_text(
        text, retrieved_at=now, published_at=found["published"], origin="text sent to be kept"
    )
    reading = read_document(sent, source=found["source"])
    with open_ledger(room.where, create=False) as book:
        added = book.append([reading], recorded_at=now)
    room.look_again()
    return {"document": sent.id, "claims": len(reading.claims), "new": added.claims}


def checked(
    shelf: Shelf, text: str, *, published: Any = None, source: str | None = None, as_of: Any = None
) -> CheckedStory:
    """A text that was sent to us, checked."""
    now = datetime.now(UTC)
    sent = document_from_text(
        text, retrieved_at=now, published_at=published, origin="text sent to be checked"
    )
    return check_story(shelf, sent, now=now, as_of=as_of, source=source)


def compare(room: Room, *, metric: str, on: Any, party: str | None, as_of: Any) -> Json:
    """All claimants on one sheet: ranges stay ranges, nothing is added or averaged."""
    lines = sheet_of(room.then(as_of), metric, on=on, as_of=as_of)
    chosen = [line for line in lines if party in (None, line.claim.party)]
    return {"metric": metric, "lines": [line.as_json() for line in chosen]}


def lineage(room: Room, *, metric: str | None, party: str | None, as_of: Any) -> Json:
    """Which figures follow which, with the evidence and the exceptions."""
    if metric is party is as_of is None:
        found = room.lineage()
    else:
        found = lineage_of(room.then(as_of), metric=metric, party=party, as_of=as_of)
    return {"edges": [edge.as_json() for edge in found]}


def sources(room: Room, *, as_of: Any) -> Json:
    """Whose figures the ledger holds, through whom and for which days."""
    return {"sources": [row._asdict() for row in room.then(as_of).coverage()]}


def source(room: Room, *, id: str, as_of: Any) -> Json:
    """Who a source is, what it meant by its words and since when, and what is held of it."""
    held = [row._asdict() for row in room.then(as_of).coverage() if id in (row.claimant, row.via)]
    known = known_source(id, held=bool(held))
    meant = [
        {
            "metric": d.metric,
            "from": d.start,
            "to": d.end,
            "scope": d.scope,
            "words": d.words,
            "evidence": d.evidence,
        }
        for d in definitions_of(id)
    ]
    return {
        "id": id,
        "name": known.name if known else id,
        "kind": known.kind if known else None,
        "party": known.party if known else None,
        "definitions": meant,
        "held": held,
    }


def known_source(id: str, *, held: bool) -> Source | None:
    """What the tables say of a source; ``None`` for a name that only the ledger holds.

    Raises ``NotFound`` for one that neither knows.
    """
    found = vocabulary.sources().get(id)
    if found is None and not held:
        near = get_close_matches(id, vocabulary.sources(), n=2, cutoff=0.6)
        offer = f"did you mean {' or '.join(near)}?" if near else "see /v1/sources"
        raise NotFound(f"source {id[:60]}", "neither the tables nor the ledger know it", offer)
    return found


def corrections(room: Room, *, as_of: Any) -> Answer:
    """Marks that took a figure out of the series, newest first, as an Atom feed."""
    from lossledger.web.feed import corrections_feed

    marks = [m for m in room.then(as_of).marks(as_of=as_of) if m.kind in SUPERSEDING]
    head = room.then(as_of).head()
    written_at = head.written_at if head else None
    body = corrections_feed(room.then(as_of), marks[-PAGE:][::-1], written_at)
    return Answer(body, "application/atom+xml; charset=utf-8")


def terms(room: Room, *, lang: str) -> Json:
    """The words of a language for metrics and parties."""
    words = labels(lang)
    return {
        "language": lang,
        "metrics": {code: words.get(code, code) for code in vocabulary.metrics()},
        "parties": {party: words.get(party, party) for party in vocabulary.known_parties()},
    }


def health(room: Room, *, as_of: Any) -> Json:
    """That the ledger answers, how many rows it has, and how fresh each source is."""
    head = room.head if as_of is None else room.then(as_of).head()
    fresh: dict[str, Any] = {}
    for row in room.then(as_of).coverage():
        if row.claimant and row.last:
            fresh[row.claimant] = max(row.last, fresh.get(row.claimant, row.last))
    return {
        "status": "ok",
        "version": __version__,
        "rows": head.size if head else 0,
        "root": head.root if head else None,
        "written_at": head.written_at if head else None,
        "latest": fresh,
    }


def error_json(status: int, where: str, what: str, fix: str = "") -> Json:
    """The one shape of an error: where, what, and what to do about it."""
    return {"error": {"status": status, "where": where, "what": what, "fix": fix}}


ID = asking.words("id", "the claim's id, or the beginning of it", where="path")
ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint("/v1/latest", latest, "The last report", WHOSE),
    Endpoint(
        "/v1/reports/{date}",
        report_of_day,
        "The report of a day",
        (asking.day("date", "the report's day", where="path"), *WHOSE),
    ),
    Endpoint(
        "/v1/series/{metric}",
        series,
        "A daily series",
        (
            asking.metric(where="path"),
            *WHOSE,
            asking.day("from", "first report date"),
            asking.day("to", "last report date"),
            asking.choice("measure", "what to give for each report", "total", "daily", "mean7"),
            asking.choice("format", "the form of the answer", "json", "csv"),
        ),
    ),
    Endpoint(
        "/v1/loss",
        loss,
        "The loss of a period",
        (
            asking.metric(required=True),
            *WHOSE,
            asking.month("month", "a calendar month"),
            asking.day("until", "the date of the last report to count"),
            asking.day("week", "a day of the week, Monday to Sunday"),
            asking.day("from", "first day"),
            asking.day("to", "last day"),
        ),
    ),
    Endpoint(
        "/v1/trace",
        trace,
        "Where a figure comes from",
        (
            asking.number("value", "the figure", 0, 10**11),
            asking.metric(),
            *WHOSE,
            asking.number("within_days", "how far apart two reports may be", 1, 3660, 366),
            asking.number("limit", "how many differences to give", 1, 200, 20),
        ),
    ),
    Endpoint(
        "/v1/claims",
        claims,
        "Claims, a page at a time",
        (
            asking.metric(),
            *WHOSE,
            asking.day("since", "first day"),
            asking.day("until", "last day"),
            asking.number("cursor", "where the page begins", 0, 10**9, 0),
            asking.number("limit", "how many claims", 1, 1000, PAGE),
        ),
    ),
    Endpoint("/v1/claims/{id}", claim, "A claim with history and proof", (ID, asking.as_of())),
    Endpoint(
        "/v1/documents/{id}",
        document,
        "A document",
        (asking.words("id", "the document's id", where="path"), asking.as_of()),
    ),
    Endpoint("/v1/check", check, "Check a text", method="post"),
    Endpoint("/v1/documents", keep, "Read a text and keep it", method="post", guarded=True),
    Endpoint(
        "/v1/compare",
        compare,
        "All claimants on one sheet",
        (
            asking.metric(required=True),
            asking.day("on", "only figures that describe this day or earlier ones"),
            asking.party(),
            asking.as_of(),
        ),
    ),
    Endpoint(
        "/v1/lineage",
        lineage,
        "Which figures follow which",
        (asking.metric(), asking.party(), asking.as_of()),
    ),
    Endpoint("/v1/sources", sources, "Whose figures the ledger holds", (asking.as_of(),)),
    Endpoint(
        "/v1/sources/{id}",
        source,
        "A source",
        (asking.source("id", where="path"), asking.as_of()),
    ),
    Endpoint("/v1/corrections.atom", corrections, "Corrections as a feed", (asking.as_of(),)),
    Endpoint(
        "/v1/terms/{lang}",
        terms,
        "The words of a language",
        (asking.choice("lang", "the language", *languages(), where="path"),),
    ),
    Endpoint("/v1/health", health, "That the service answers", (asking.as_of(),)),
)
