"""JSON Lines of posts: one document a line, with the record's own metadata."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from documents_samples import NOW

from lossledger.documents import open_documents
from lossledger.errors import BadInput
from lossledger.model import Document


def written(folder: Path, *rows: object, name: str = "posts.jsonl") -> str:
    path = folder / name
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return str(path)


def read(path: str, **given: Any) -> list[Document]:
    return list(open_documents(path, retrieved_at=NOW, **given))


def test_each_line_is_a_document_that_names_its_line(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {"date": "2024-02-22", "html": "<p>personnel – about 407240 (+1160)</p>"},
        {
            "date": "2024-11-25T18:54:01+02:00",
            "text": "ВСУ потеряли до 490 военных",
            "channel": "ru_mod",
            "title": "Сводка",
        },
        {"published_at": "2024-02-23T08:00:00", "text": "7 tanks were lost", "channel": "1001"},
    )
    post, summary, note = read(path)
    assert (post.origin, post.content) == (
        f"{path}:1",
        "<p>personnel – about 407240 (+1160)</p>".encode(),
    )
    assert (post.report_date, post.published_at) == (date(2024, 2, 22), None)
    assert (summary.outlet, summary.title, summary.language) == ("ru_mod", "Сводка", "ru")
    assert summary.published_at == datetime(2024, 11, 25, 16, 54, 1, tzinfo=UTC)
    assert summary.published_from == "metadata"
    assert (note.outlet, note.published_at) == (None, datetime(2024, 2, 23, 8, tzinfo=UTC))


def test_what_the_user_gives_overrides_the_record(tmp_path: Path) -> None:
    path = written(tmp_path, {"date": "2024-02-22", "text": "7 tanks", "channel": "ru_mod"})
    [found] = read(
        path,
        report_date=date(2024, 2, 23),
        outlet="bbc",
        published_at=datetime(2024, 2, 24, tzinfo=UTC),
    )
    assert (found.report_date, found.outlet) == (date(2024, 2, 23), "bbc")
    assert found.published_from == "given"


def test_posts_are_known_by_their_content_on_standard_input() -> None:
    found = list(
        open_documents(
            "-", stdin=b'\xef\xbb\xbf{"text": "7 tanks"}\r\n\n{"text": "8 tanks"}', retrieved_at=NOW
        )
    )
    assert [d.origin for d in found] == ["standard input:1", "standard input:3"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            '{"text": "7 tanks"',
            "the line is not valid JSON: Expecting ',' delimiter at character 18"
            ' (one JSON object a line, with "html" or "text")',
        ),
        (
            '["7 tanks"]',
            'the line is not a JSON object (one JSON object a line, with "html" or "text")',
        ),
        (
            '{"words": "7 tanks"}',
            'the record has neither "html" nor "text"'
            ' (one JSON object a line, with "html" or "text")',
        ),
        ('{"text": 7}', '"text" is not a string (put the value of "text" in quotes)'),
        (
            '{"text": "7", "date": "22 Feb"}',
            "'22 Feb' is not a date (write it as 2024-02-22 or with a time)",
        ),
        (
            '{"text": "\\ud800 7"}',
            "character 0 of the text is half of a surrogate pair (write the text as UTF-8)",
        ),
        ('{"text": " "}', "the file is empty (give a text, a page or a file of posts)"),
        (
            '{"text": ' + "9" * 5000 + "}",
            "the line is not valid JSON: a number is too long"
            ' (one JSON object a line, with "html" or "text")',
        ),
        (
            "[" * 200_000,
            "the line is not valid JSON: nested too deep"
            ' (one JSON object a line, with "html" or "text")',
        ),
    ],
)
def test_a_broken_line_is_named_and_nothing_is_read(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text('{"text": "7 tanks"}\n' + line + "\n", "utf-8")
    with pytest.raises(BadInput) as caught:
        open_documents(str(path), retrieved_at=NOW)
    assert str(caught.value) == f"{path}:2: {said}"


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_bytes(b'{"text": "7 tanks"}\n{"text": "\xff 7"}\n')
    with pytest.raises(BadInput) as caught:
        open_documents(str(path), retrieved_at=NOW)
    assert str(caught.value) == (
        f"{path}:2: the line is not valid UTF-8: its byte 10 cannot be decoded"
        " (save the file as UTF-8)"
    )
