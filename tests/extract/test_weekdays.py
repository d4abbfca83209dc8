"""A weekday beside a date on which it did not fall is noted, in every language."""

from datetime import UTC, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read

WRONG = {
    "Kyiv said on Friday, February 22, 2024, that Russia had lost 407,240 troops.": "Friday",
    "У п'ятницю, 22 лютого 2024 року, Генштаб повідомив про 407 240 втрачених солдатів.": "п'ятн",
    "В пятницу, 22 февраля 2024 года, Генштаб ВСУ сообщил о потере 407 240 солдат.": "пятниц",
}


def notes(text: str) -> list[str]:
    moment = datetime(2024, 2, 23, tzinfo=UTC)
    found = read(document_from_text(text, retrieved_at=moment, published_at=moment))
    return [note.quote for note in found.notes if note.kind == "weekday_conflict"]


@pytest.mark.parametrize("text", WRONG)
def test_a_weekday_that_the_date_contradicts_is_noted(text):
    assert len(notes(text)) == 1
    assert WRONG[text] in notes(text)[0]


@pytest.mark.parametrize("text", WRONG)
def test_the_right_weekday_is_not(text):
    right = text.replace("Friday", "Thursday").replace("У п'ятницю", "У четвер")
    assert notes(right.replace("В пятницу", "В четверг")) == []
