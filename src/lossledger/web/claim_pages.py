"""The page of a claim and that of a document: the words, who said them, and what was found."""

import re
from datetime import UTC, datetime
from typing import Any

from starlette.responses import Response

from lossledger.checked import said, source_words, sums, told
from lossledger.desk import provenance
from lossledger.model import Claim, Finding
from lossledger.sources import definition
from lossledger.vocabulary import interface
from lossledger.vocabulary.spoken import Words
from lossledger.web.filling import Lang, filled
from lossledger.web.room import Room

LISTED = 500
"""Claims in the table of a document's page; the API has them all."""


def claim(room: Room, *, id: str, lang: Lang) -> Response:
    """A claim: its words, speaker chain, definition, rules, findings, history and proof."""
    found = room.ledger.claim(id)
    moment = room.ledger.recorded([found.id])[found.id]
    day = found.as_of or found.report_date or moment.date()
    meant = definition(found.claimant, found.metric, day) if found.claimant else None
    held = room.ledger.document(found.document)
    before, words, after = _around(found, held.text)
    judged = room.findings(found.document, datetime.now(UTC))
    findings = [f for f in judged or () if f.claim.span == found.span]
    return filled(
        "claim", lang, told=told, sums=sums, here=None, claim=found,
        said=said(found, lang.code, spoken=True), before=before, words=words, after=after,
        meant=meant,
        events=room.ledger.history(found.id), proof=room.ledger.prove(found.id),
        citation=_citation(found, moment, lang.code), judged=judged, findings=findings,
        prov=provenance(room.ledger, found), outlet=found.outlet,
    )  # fmt: skip


def _around(found: Claim, text: str) -> tuple[str, str, str]:
    """The sentence cut at the number: where it stands in the text, not at the like of it."""
    sentence, span = found.sentence, found.span
    at = text.find(sentence, max(0, span.end - len(sentence)))
    if 0 <= at <= span.start and text[span.start : span.end] == found.quote:
        start, end = span.start - at, span.end - at
        return sentence[:start], sentence[start:end], sentence[end:]
    whole = re.search(rf"(?<![\w.,]){re.escape(found.quote)}(?![\w])", sentence)
    if whole is None:
        return sentence, "", ""
    return sentence[: whole.start()], whole[0], sentence[whole.end() :]


def _citation(found: Claim, moment: Any, language: str) -> str:
    t, w = interface(language), Words(language)
    day = found.report_date or found.as_of
    who = source_words(found.claimant, language)
    return t["cited"].format(
        claimant=f"{who}, {w.day(day)}" if day else who,
        metric=w.label(found.metric), quantity=w.quantity(found.quantity), id=found.id,
        moment=w.day(moment),
    )  # fmt: skip


def document(room: Room, *, id: str, lang: Lang) -> Response:
    """What is known about a document, how it was got, and the claims with their verdicts."""
    found = room.ledger.document(id)
    held = room.ledger.claims(document=id)
    judged = room.findings(id, datetime.now(UTC))
    by_span: dict[Any, Finding] = {f.claim.span: f for f in judged or ()}
    rows = [(one, by_span.get(one.span)) for one in held[:LISTED]]
    return filled(
        "document", lang, here=None, document=found, rows=rows, count=len(held),
        listed=LISTED, judged=judged, fetches=room.ledger.fetches(id),
    )  # fmt: skip
