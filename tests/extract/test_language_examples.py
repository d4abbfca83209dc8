"""The examples of every language file hold, and a language is one file."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from lossledger.documents import document_from_text
from lossledger.errors import BadTable
from lossledger.extract import read
from lossledger.model import Claim, Reading
from lossledger.vocabulary.lexicon import Lexicon, compile_tables, languages, lexicon

A_DAY = datetime(2026, 1, 1, tzinfo=UTC)
EXAMPLES = [(code, row) for code in languages() for row in lexicon(code).examples]


def reading_of(row: Mapping[str, Any], code: str, words: Lexicon | None = None) -> Reading:
    """The reading of an example's text."""
    day = row.get("published")
    published = datetime.combine(day, time(12), UTC) if day else None
    document = document_from_text(row["text"], retrieved_at=A_DAY, published_at=published)
    return read(replace(document, language=code), source=row.get("source"), words=words)


def differences(claim: Claim, told: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Fields in which a claim is not what the example tells: (read, told)."""
    pairs = {
        field: (_said(getattr(claim, field)), _said(value))
        for field, value in told.items()
        if field not in ("text", "value", "low", "high", "strict", "hedge", "period")
    }
    q = claim.quantity
    pairs["text"] = (claim.quote, told.get("text", claim.quote))
    for field in ("strict", "hedge"):
        if field in told:
            pairs[field] = (_said(getattr(q, field)), _said(told[field]))
    if {"value", "low", "high"} & set(told):
        both = told.get("value")
        pairs["quantity"] = ((q.low, q.high), (told.get("low", both), told.get("high", both)))
    if "period" in told:
        kind, *days = [told["period"]] if isinstance(told["period"], str) else told["period"]
        read_days = (claim.period.start, claim.period.end)[: len(days)]
        pairs["period"] = (
            (claim.period.kind, *map(_said, read_days)),
            (kind, *map(_said, days)),
        )
    return {field: pair for field, pair in pairs.items() if pair[0] != pair[1]}


def _said(value: Any) -> Any:
    """Empty is unknown; lists and tuples, days and their names are alike."""
    if isinstance(value, date):
        return value.isoformat()
    return tuple(value) if isinstance(value, list | tuple) and value else value or None


@pytest.mark.parametrize(("code", "row"), EXAMPLES, ids=[f"{c}: {r['text']}" for c, r in EXAMPLES])
def test_an_example_of_a_language_file_is_read_as_it_says(
    code: str, row: Mapping[str, Any]
) -> None:
    reading = reading_of(row, code)
    told = row.get("claims", [])
    quotes = [c.quote for c in reading.claims]
    assert quotes == [t["text"] for t in told], quotes
    wrong = [differences(c, t) for c, t in zip(reading.claims, told, strict=True)]
    assert not any(wrong), wrong
    ignored = {i.quote: i.reason for i in reading.ignored}
    assert {k: ignored.get(k) for k in row.get("ignored", {})} == dict(row.get("ignored", {}))


@pytest.mark.parametrize("code", languages())
def test_every_language_file_has_positive_and_negative_examples(code: str) -> None:
    rows = lexicon(code).examples
    assert any(row.get("claims") for row in rows)
    assert any(row.get("nothing") for row in rows)


ESPERANTO: Mapping[str, Any] = {
    "language": "eo",
    "name": "Esperanto",
    "decimal": [","],
    "paradigms": {"o": ["o", "oj", "on", "ojn"], "as": ["as", "is", "os"]},
    "words": {
        "value": {"7": ["sep"]},
        "scale": {"1000": ["mil"]},
        "bound": {"more": ["pli ol"]},
        "hedge": {"about": ["ĉirkaŭ"]},
        "joiner": {"and": ["kaj"]},
        "metric": {"personnel": ["soldat+o"], "tanks": ["tank+o"]},
        "party": {"RU": ["rusio"]},
        "source": {"ua_general_staff": ["la ukraina ĉefstabo"]},
        "speech": {"say": ["raport+as"]},
        "frame": {"lose": ["perd+as"]},
        "period": {"past_day": ["en la pasinta tago"]},
        "stop": {"stop": ["ke", "en", "la"]},
    },
}


def test_another_language_is_one_table() -> None:
    words = compile_tables([ESPERANTO])
    text = (
        "La ukraina ĉefstabo raportis, ke Rusio perdis pli ol 1 200 soldatojn kaj sep tankojn "
        "en la pasinta tago."
    )
    reading = reading_of({"text": text, "published": date(2024, 2, 22)}, "eo", words)
    said = [
        (c.quantity.low, c.quantity.high, c.metric, c.party, c.claimant, str(c.period))
        for c in reading.claims
    ]
    assert said == [
        (1200, None, "personnel", "RU", "ua_general_staff", "2024-02-21"),
        (7, 7, "tanks", "RU", "ua_general_staff", "2024-02-21"),
    ]


def test_an_example_with_an_unknown_field_is_refused() -> None:
    rows = {**ESPERANTO, "examples": [{"text": "sep tankoj", "claim": [{"value": 7}]}]}
    with pytest.raises(BadTable) as caught:
        compile_tables([rows])
    assert str(caught.value) == (
        "vocabulary/eo.toml: example 'sep tankoj': unknown claim (see lexicon.py for the form)"
    )
