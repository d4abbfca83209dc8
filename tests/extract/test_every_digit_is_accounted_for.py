"""Nothing vanishes: each run of digits of a text is claimed, ignored with a reason, or unread."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lossledger.documents import document_from_text, open_documents
from lossledger.extract import read
from lossledger.model import Document

PROJECT = Path(__file__).parents[2]
POSTS = PROJECT.parent / "shared" / "data" / "posts"
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def labelled() -> Iterator[tuple[str, Document]]:
    for path in sorted((PROJECT / "bench" / "reading" / "gold").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            text = json.loads(line)
            if "text" in text:
                at = datetime.fromisoformat(text["published"]).replace(hour=12, tzinfo=UTC)
                found = document_from_text(text["text"], retrieved_at=NOW, published_at=at)
                yield text["id"], found


def stories() -> Iterator[tuple[str, Document]]:
    for path in sorted((PROJECT / "tests" / "stories").rglob("*.txt")):
        yield path.name, next(iter(open_documents(str(path), retrieved_at=NOW)))


def missing(document: Document) -> list[str]:
    """The runs of digits that no claim, ignored or unread number holds."""
    reading = read(document)
    spans = [x.span for x in (*reading.claims, *reading.ignored, *reading.unread)]
    held = {k for span in spans for k in range(span.start, span.end)}
    runs = re.finditer(r"[0-9]+", document.text)
    return [run[0] for run in runs if not held >= set(range(*run.span()))]


def test_of_the_labelled_texts():
    assert {name: lost for name, document in labelled() if (lost := missing(document))} == {}


def test_of_the_stories():
    assert {name: lost for name, document in stories() if (lost := missing(document))} == {}


@pytest.mark.skipif(not POSTS.is_dir(), reason="the shared posts are not here")
@pytest.mark.parametrize("name", ["general_staff.jsonl", "telegram_ru.jsonl"])
def test_of_the_real_posts(name):
    documents = open_documents(str(POSTS / name), retrieved_at=NOW)
    assert {d.origin: lost for d in documents if (lost := missing(d))} == {}
