"""Quotations, assessments and verification notes with claimant, day and places."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lossledger.documents import open_documents
from lossledger.extract import read
from lossledger.model import Reading, Statement

STORY = Path(__file__).parents[3] / "shared" / "data" / "story" / "article.txt"


def reading(text: str | bytes, day: date = date(2024, 2, 23)) -> Reading:
    published = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    content = text if isinstance(text, bytes) else text.encode()
    opened = open_documents("-", stdin=content, retrieved_at=published, published_at=published)
    return read(next(iter(opened)))


def statements(text: str, kind: str) -> list[Statement]:
    return [s for s in reading(text).statements if s.kind == kind]


@pytest.mark.parametrize(
    ("text", "claimant", "quote"),
    [
        (
            "“We hold our positions on the left bank,” the General Staff of Ukraine said.",
            "ua_general_staff",
            "We hold our positions on the left bank,",
        ),
        (
            'Russia\'s Ministry of Defense said: "Our units advanced near Robotyne at dawn."',
            "ru_mod",
            "Our units advanced near Robotyne at dawn.",
        ),
        (
            "«Ворог нарощує сили поблизу Роботиного», — повідомив Генштаб ЗСУ.",
            "ua_general_staff",
            "Ворог нарощує сили поблизу Роботиного",
        ),
        (
            "«Наши подразделения отразили три атаки», — сообщили в Минобороны РФ.",
            "ru_mod",
            "Наши подразделения отразили три атаки",
        ),
        (
            "„Ми тримаємо оборону на всіх напрямках“, — заявили у Генштабі ЗСУ.",
            "ua_general_staff",
            "Ми тримаємо оборону на всіх напрямках",
        ),
    ],
)
def test_direct_speech_is_kept_with_its_speaker(text: str, claimant: str, quote: str) -> None:
    (said,) = statements(text, "quotation")
    assert (said.claimant, said.quote) == (claimant, quote)


def test_a_quotation_that_goes_on_after_its_speaker_is_the_same_speakers() -> None:
    text = (
        "“The enemy keeps attacking in the Kherson sector,” the General Staff of Ukraine said."
        " “It has not moved our units. They hold on.”"
    )
    first, second = statements(text, "quotation")
    assert first.claimant == second.claimant == "ua_general_staff"
    assert second.quote == "It has not moved our units. They hold on."


@pytest.mark.parametrize(
    "text",
    [
        "The ship «Мрія» was hit, the General Staff said.",
        'They call it "the wall" there, Oryx wrote.',
        "« and » and “ stand here alone.",
        "“Nobody knows who wrote these words on the wall of the house.”",
    ],
)
def test_names_in_marks_and_words_that_nobody_says_are_no_quotations(text: str) -> None:
    assert statements(text, "quotation") == []


@pytest.mark.parametrize(
    ("text", "claimant", "place"),
    [
        (
            "On Wednesday, the UK Ministry of Defence wrote that Russia builds up forces near"
            " Robotyne.",
            "uk_mod",
            "Robotyne",
        ),
        (
            "Міноборони Великої Британії вважає, що росіяни готують наступ на Куп'янському"
            " напрямку.",
            "uk_mod",
            "Kupiansk",
        ),
        (
            "В Минобороны РФ заявили, что ВСУ стягивают силы к Работино.",
            "ru_mod",
            "Robotyne",
        ),
    ],
)
def test_what_is_said_without_a_figure_is_an_assessment_with_its_places(
    text: str, claimant: str, place: str
) -> None:
    (said,) = statements(text, "assessment")
    assert (said.claimant, said.quote) == (claimant, text)
    assert place in [p.name for p in said.places]


def test_an_assessment_has_the_day_on_which_it_was_said() -> None:
    text = "On Wednesday, the UK Ministry of Defence wrote that Russia gathers forces in Bakhmut."
    assert [s.said_on for s in reading(text).statements] == [date(2024, 2, 21)]
    without = text.removeprefix("On Wednesday, t").join(("T", ""))
    assert [s.said_on for s in reading(without).statements] == [date(2024, 2, 23)]


def test_a_sentence_with_a_figure_is_a_claim_and_no_assessment() -> None:
    text = "The General Staff said that Russia lost 12 tanks near Bakhmut."
    found = reading(text)
    assert found.statements == ()
    assert [[p.name for p in claim.places] for claim in found.claims] == [["Bakhmut"]]


def test_nobodys_words_are_no_assessment() -> None:
    assert statements("Russian forces gather near Bakhmut in great numbers.", "assessment") == []


def test_who_does_not_speak_makes_no_assessment() -> None:
    text = "The General Staff of Ukraine does not provide details of its losses near Bakhmut."
    assert statements(text, "assessment") == []


def test_verification_notes_are_statements_too() -> None:
    text = "Reuters could not independently verify what was said of Bakhmut."
    (said,) = reading(text).statements
    assert (said.kind, said.claimant) == ("not_verified", "reuters")
    assert [note.kind for note in reading(text).notes] == ["not_verified"]


def test_the_words_of_a_statement_are_those_of_the_bytes() -> None:
    text = "Вступ.\r\n\r\n«Ворог нарощує сили поблизу Роботиного», — повідомив Генштаб ЗСУ."
    content = text.encode()
    found = reading(content)
    for said in found.statements:
        there = content[said.byte_span.start : said.byte_span.end].decode()
        assert there == said.quote == found.document.text[said.span.start : said.span.end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The General Staff said Russia lost 3 tanks near Robotyne and 5 howitzers near Bakhmut.",
            [(3, ["Robotyne"]), (5, ["Bakhmut"])],
        ),
        (
            "The General Staff said Russia lost 3 tanks and 5 howitzers near Robotyne.",
            [(3, ["Robotyne"]), (5, ["Robotyne"])],
        ),
        (
            "In the Zaporizhzhia region, Russia lost 3 tanks near Robotyne and 5 howitzers near"
            " Verbove, the General Staff said.",
            [(3, ["Zaporizhzhia", "Robotyne"]), (5, ["Zaporizhzhia", "Verbove"])],
        ),
        (
            "Генштаб повідомив, що на Лиманському напрямку ворог втратив 3 танки, а на"
            " Бахмутському напрямку - 12 танків.",
            [(3, ["Lyman"]), (12, ["Bakhmut"])],
        ),
        (
            "Минобороны РФ сообщило: под Харьковом уничтожены 3 танка ВСУ, в районе Работино - 5"
            " гаубиц; в Белгородской области сбиты 7 беспилотников.",
            [(3, ["Kharkiv"]), (5, ["Robotyne"]), (7, ["Belgorod"])],
        ),
    ],
)
def test_a_figure_has_the_places_that_are_named_for_it(
    text: str, expected: list[tuple[int, list[str]]]
) -> None:
    claims = reading(text).claims
    assert [(c.quantity.low, [p.name for p in c.places]) for c in claims] == expected


def test_places_do_not_change_the_id_of_a_claim() -> None:
    from dataclasses import replace

    (claim,) = reading("The General Staff said that Russia lost 12 tanks near Bakhmut.").claims
    assert claim.places
    assert replace(claim, places=()).id == claim.id


@pytest.mark.skipif(not STORY.exists(), reason="the reference story is not at hand")
def test_the_reference_story_gives_its_assessments_quotations_and_places() -> None:
    found = reading(STORY.read_bytes())
    said = [(s.kind, s.claimant, [p.name for p in s.places]) for s in found.statements]
    assert ("assessment", "ua_general_staff", ["Robotyne", "Zaporizhzhia"]) in said
    assert ("assessment", "uk_mod", ["Robotyne"]) in said
    assert ("quotation", "ua_general_staff", ["Kherson"]) in said
    assert ("quotation", "ua_general_staff", ["left bank of the Dnipro"]) in said
    assert [kind for kind, who, _ in said if who == "newsweek"] == ["not_verified", "no_response"]
    build_up = next(s for s in found.statements if s.claimant == "uk_mod")
    assert build_up.said_on == date(2024, 2, 21)
    assert build_up.places[0].id == "UA23100270150025192"
    storms = next(c for c in found.claims if c.quote == "four")
    assert [p.name for p in storms.places] == ["left bank of the Dnipro"]
