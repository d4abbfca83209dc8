"""Numbers that are no claims have a speaker too: whoever says them where they stand."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import explain, read

SAID = [
    ("Inflation will reach 7 percent, the central bank said.", "7", "central bank"),
    ("Republicans say the bill would add $9 billion to the deficit.", "9 billion", "Republicans"),
    ("The Budget Office has also estimated a cost of 12 percent.", "12", "Budget Office"),
    ("According to a new university poll, 61 percent support it.", "61", "new university poll"),
    ("A university survey found that 41 percent of drivers speed.", "41", "university survey"),
    ('"We have 45,000 bridges in bad shape," Ann Example told reporters.', "45,000", "Ann Example"),
    ("Центральний банк повідомив, що інфляція сягне 7 відсотків.", "7", "Центральний банк"),
    ("Профсоюз сообщил, что бастуют 40 фабрик.", "40", "Профсоюз"),
]
NOBODY = [
    ("The bridge is 300 metres long.", "300"),
    ("Nearly 73 percent say they will vote.", "73"),
    ("The central bank met. The street has 12 houses.", "12"),
]


def _speaker(text: str, number: str) -> str | None:
    language = "en" if text.isascii() else "uk" if "і" in text else "ru"
    document = document_from_text(text, retrieved_at=datetime(2026, 1, 1, tzinfo=UTC))
    fates = explain(read(replace(document, language=language)))
    return next(fate.claimant for fate in fates if fate.quote == number)


@pytest.mark.parametrize(("text", "number", "speaker"), SAID)
def test_a_number_that_is_no_claim_has_the_speaker_of_its_sentence(
    text: str, number: str, speaker: str
) -> None:
    assert _speaker(text, number) == speaker


@pytest.mark.parametrize(("text", "number"), NOBODY)
def test_a_number_that_nobody_says_where_it_stands_has_no_speaker(text: str, number: str) -> None:
    assert _speaker(text, number) is None


def test_a_quotation_that_goes_on_has_its_speaker_still() -> None:
    text = '"We have 45,000 bridges," Ann Example told reporters. "It is 3 percent of all."'
    assert _speaker(text, "3") == "Ann Example"
