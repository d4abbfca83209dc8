"""Readings made by hand from the expectations beside the stories: the reader is not asked."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import pytest

from lossledger.checks import Known
from lossledger.model import Claim, Document, Ignored, Offsets, Reading, Relation, Span
from lossledger.period import UNKNOWN, Period
from lossledger.quantity import Quantity
from lossledger.series import figures_from
from lossledger.sources import dataset_document, read_dataset

STORIES = Path(__file__).parents[1] / "stories"
SHARED = Path(__file__).parents[3] / "shared" / "data"
LEARNED = datetime(2026, 11, 24, 9, tzinfo=UTC)
WAR = date(2022, 2, 24)


def day(text: str) -> date:
    """A day written as YYYY-MM-DD."""
    return date.fromisoformat(text)


@cache
def real_known() -> Known:
    """The daily series of the shared data; the test is skipped where they are not there."""
    return Known.from_figures(real_figures())


@cache
def real_figures() -> tuple:
    """The figures of the shared daily series."""
    if not (SHARED / "series").is_dir():
        pytest.skip("the shared daily series are not here")
    figures = []
    for name in ("personnel", "equipment"):
        path = SHARED / "series" / f"russia_losses_{name}.json"
        document = dataset_document(path.read_bytes(), path.name, "daily_mirror")
        reading = read_dataset(document, "daily_mirror", today=date(2026, 11, 24))
        figures += list(figures_from(reading.claims, LEARNED))
    return tuple(figures)


def document(text: str, published: date | None, language: str = "en") -> Document:
    """A text as a document, published at noon."""
    content = text.encode()
    return Document(
        id=hashlib.sha256(content).hexdigest(),
        text=text,
        offsets=Offsets((0,), (0,), (1,)),
        content=content,
        origin="a test",
        media_type="text/plain",
        language=language,
        published_at=datetime.combine(published, time(9), UTC) if published else None,
        published_from="given" if published else None,
    )


def claim(text: str, words: str, nth: int = 1, **said: object) -> Claim:
    """A claim whose number is the nth whole occurrence of ``words`` in a text."""
    span = place(text, words, nth)
    value = said.pop("value", None)
    quantity = said.pop("quantity", None) or Quantity.exactly(value, said.pop("hedge", None))
    fields = {
        "document": "d",
        "span": span,
        "byte_span": span,
        "quote": text[span.start : span.end],
        "sentence": sentence(text, span),
        "outlet": None,
        "relays": (),
        "claimant": "ua_general_staff",
        "party": "RU",
        "metric": "personnel",
        "scope": None,
        "scope_words": None,
        "quantity": quantity,
        "period": UNKNOWN,
        "as_of": None,
        "report_date": None,
    }
    return Claim(**{**fields, **said})


def place(text: str, words: str, nth: int) -> Span:
    """Where the nth whole occurrence of some words stands."""
    pattern = rf"(?<![\w,.]){re.escape(words)}(?!\w|[,.]\d)"
    found = list(re.finditer(pattern, text))
    if len(found) < nth:
        found = list(re.finditer(rf"(?<!\d){re.escape(words)}(?!\d)", text))
    return Span(*found[nth - 1].span())


def sentence(text: str, span: Span) -> str:
    """The sentence around a number."""
    ends = [m.end() for m in re.finditer(r"[.!?]\s|\n+", text)]
    start = max((e for e in ends if e <= span.start), default=0)
    end = min((e for e in ends if e >= span.end), default=len(text))
    return text[start:end].strip()


def stories() -> list[dict]:
    """Every story with its expectations, and the folder it stands in."""
    found = []
    for table in sorted(STORIES.rglob("expected.toml")):
        for story in tomllib.loads(table.read_text("utf-8"))["story"]:
            found.append({**story, "path": table.parent / story["file"]})
    return found


def reading_of(story: dict) -> Reading:
    """A story's numbers as claims, without the reader."""
    text = story["path"].read_text("utf-8")
    doc = document(text, story["published"], story["language"])
    claims = tuple(_expected_claim(text, n) for n in story["number"])
    ignored = tuple(
        Ignored(place(text, n["text"], n["nth"]), n["text"], "date")
        for n in story.get("not_claims", ())
    )
    return Reading(doc, claims, tuple(_parts(claims, story)), ignored)


def _expected_claim(text: str, number: dict) -> Claim:
    period = number.get("period")
    low, high = number.get("low"), number.get("high")
    slipped = number.get("cause") == "baseline_day_slip" and period["kind"] == "cumulative"
    return claim(
        text,
        number["text"],
        number["nth"],
        claimant=number.get("claimant"),
        relays=tuple(number.get("relays", ())),
        party=number.get("party"),
        metric=number["metric"],
        scope=tuple(number["scope"]) if "scope" in number else None,
        quantity=Quantity(low, high, number.get("strict", False), number.get("hedge")),
        period=Period(period.get("start"), period.get("end"), period["kind"])
        if period
        else UNKNOWN,
        as_of=period["end"].replace(day=1) if slipped and period["end"].day == 2 else None,
        stance=number.get("stance", "asserted"),
    )


def _parts(claims: tuple[Claim, ...], story: dict) -> Iterator[Relation]:
    """In a story about parts, all figures are parts of the first one of the largest value."""
    if "parts" not in story["about"] and "parts" not in story["file"]:
        return
    mine = [c for c in claims if c.claimant == "ru_mod" and c.period == claims[0].period]
    whole = max(mine, key=lambda c: max(c.quantity.figures))
    for part in mine:
        if part.quantity != whole.quantity:
            yield Relation("part_of", part.id, (whole.id,))


def as_text(value: object) -> str:
    """JSON with stable order, to compare two results."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
