"""The brief of a day, a week and a month, in every language of the table."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from lossledger.brief import plain, sheet, sheet_html, sheet_json, sheet_markdown, sheet_text
from lossledger.brief.tongue import Tongue
from lossledger.desk import Shelf, check_story, end_of_day, sheet_of_days
from lossledger.documents import document_from_bytes, document_from_text
from lossledger.errors import NotFound
from lossledger.extract import read
from lossledger.ledger import open_ledger
from lossledger.quantity import Quantity
from lossledger.sources import dataset_document, read_dataset
from lossledger.vocabulary import brief_languages, table

NOW = datetime(2024, 3, 2, 9, tzinfo=UTC)
STORY = """Two reports

The General Staff of Ukraine said there were 64 combat engagements on 21 February 2024.
"We do not rest on such days," the spokesman of the General Staff of Ukraine said on 22 February
2024. The figures could not be independently verified.

The US Defense Intelligence Agency said on 15 February 2023 that Ukraine had suffered 124,500 to
131,000 casualties since 24 February 2022.

The US Defense Intelligence Agency assessed on 15 February 2023 that Russia had suffered 189,500 to
223,000 casualties since 24 February 2022.
"""


def mirror(name: str, rows: list[dict]):
    document = dataset_document(json.dumps(rows).encode(), name, "daily_mirror", retrieved_at=NOW)
    return read_dataset(document, "daily_mirror", today=date(2024, 3, 2))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """Reports of January to 1 March 2024 with steady losses, and a story beside them."""
    day, total, tanks, persons, things = date(2024, 1, 1), 360_000, 5_900, [], []
    while day <= date(2024, 3, 1):
        total, tanks = total + 800 + day.day * 10, tanks + 5 + day.day % 7
        about = {"date": f"{day}", "day": (day - date(2022, 2, 24)).days + 1}
        persons.append({**about, "personnel": total, "personnel*": "about"})
        things.append({**about, "tank": tanks})
        day += timedelta(days=1)
    story = document_from_text(
        STORY, retrieved_at=NOW, published_at=end_of_day(date(2024, 2, 22)), origin="a story"
    )
    readings = [mirror("personnel.json", persons), mirror("equipment.json", things), read(story)]
    with open_ledger(tmp_path_factory.mktemp("brief") / "war.sqlite") as held:
        held.append(readings, recorded_at=NOW)
        yield held


PERIODS = (
    {"day": date(2024, 2, 22)},
    {"day": date(2024, 2, 1)},
    {"week": date(2024, 2, 22)},
    {"month": date(2024, 2, 1)},
)


FORMS = {
    "brief.txt": sheet_text,
    "brief.md": lambda made: sheet_markdown(made, "brief.svg", "A chart."),
    "brief.html": lambda made: sheet_html(made, "<svg></svg>", "A chart."),
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("asked", PERIODS, ids=lambda asked: next(iter(asked)))
@pytest.mark.parametrize("language", brief_languages())
def test_our_own_checker_finds_nothing_wrong_with_a_brief(ledger, asked, language, name):
    made = sheet(sheet_of_days(ledger, **asked, version="1.0"), language)
    found = document_from_bytes(FORMS[name](made).encode(), origin=name, retrieved_at=NOW)
    story = check_story(Shelf(ledger), found, now=NOW)
    wrong = [f.message for f in story.findings if not f.verdict.startswith(("repr", "cons", "not"))]
    assert wrong == []
    assert story.holds
    assert sum(f.verdict == "reproduced" for f in story.findings) >= 5


def test_a_day_has_its_total_its_increment_and_the_month_with_its_baseline(ledger):
    made = sheet(sheet_of_days(ledger, day=date(2024, 2, 22)), "en")
    words = plain(made.paragraph)
    assert "1,020 of them in the past day (21 February)" in words
    assert "Its report of 1 February 2024 gave a total of about" in words
    assert "from 1 to 21 February 2024" in words
    assert "could not be independently verified" in words


def test_a_month_is_the_difference_of_two_named_reports(ledger):
    known = sheet_of_days(ledger, month=date(2024, 2, 1))
    made = sheet(known, "en")
    lost = sum(800 + (date(2024, 2, 1) + timedelta(days=n)).day * 10 for n in range(1, 30))
    said = f"Russia lost {lost:,} troops from 1 to 29 February 2024"
    assert plain(made.headline).startswith(said)
    assert f"Personnel: {lost:,} from 1 to 29 February 2024" in sheet_text(made)


def test_a_week_runs_from_monday_to_sunday(ledger):
    made = sheet(sheet_of_days(ledger, week=date(2024, 2, 22)), "uk")
    assert "з 19 по 25 лютого 2024 року" in plain(made.headline)


def test_others_stand_in_their_class_and_what_was_said_as_quotation(ledger):
    made = sheet(sheet_of_days(ledger, day=date(2024, 2, 22)), "en")
    parts = {part.key: [plain(text) for text in part.sentences] for part in made.sections}
    assert any(
        line.startswith("Estimates by third parties") and "189,500 to 223,000" in line
        for line in parts["estimates"]
    )
    assert any("64" in line and line.startswith("Combat engagements") for line in parts["events"])
    assert any("could not be independently verified" in line for line in parts["limits"])
    assert any("We do not rest on such days" in line for line in parts["quotes"])


def test_figures_on_the_other_party_stand_apart_from_estimates_of_the_same_losses(ledger):
    made = sheet(sheet_of_days(ledger, day=date(2024, 2, 22)), "en")
    parts = {part.key: part for part in made.sections}
    assert parts["opposite"].heading == "What is said of the losses of Ukraine"
    assert ["124,500 to 131,000" in plain(one) for one in parts["opposite"].sentences] == [True]
    assert not any("131,000" in plain(one) for one in parts["estimates"].sentences)


def test_what_a_report_says_is_quoted_from_the_texts_of_the_next_day_too(ledger):
    made = sheet(sheet_of_days(ledger, day=date(2024, 2, 21)), "en")
    assert any(part.key == "quotes" for part in made.sections)
    later = sheet(sheet_of_days(ledger, day=date(2024, 2, 24)), "en")
    assert not any(part.key == "quotes" for part in later.sections)


@pytest.mark.parametrize("language", brief_languages())
def test_tables_hold_the_figures_of_the_sentences_with_the_same_claims(ledger, language):
    made = sheet(sheet_of_days(ledger, day=date(2024, 2, 22)), language)
    tables = [part for part in made.sections if part.rows]
    assert {"figures", "estimates", "opposite", "events"} == {part.key for part in tables}
    for part in tables:
        assert len(part.rows) == len(part.sentences)
        for row, said in zip(part.rows, part.sentences, strict=True):
            assert len(row) == len(part.columns)
            in_row = [p for cell in row for p in cell if p.claims]
            assert in_row == [p for p in said if p.claims]
    assert sheet_html(made, None, None).count("<table>") == len(tables)
    assert sheet_markdown(made, None, None).count("---:") >= len(tables)


def test_an_event_of_no_party_has_no_dash_in_its_sentence(ledger):
    words = sheet_text(sheet(sheet_of_days(ledger, day=date(2024, 2, 22)), "en"))
    assert "Combat engagements: 64 (on 21 February 2024); the General Staff" in words


@pytest.mark.parametrize("language", brief_languages())
def test_every_figure_leads_to_a_claim_that_is_listed(ledger, language):
    made = sheet(sheet_of_days(ledger, day=date(2024, 2, 22)), language)
    page, marked = sheet_html(made, "<svg></svg>", "words"), sheet_markdown(made, "x.svg", "words")
    for claim in made.claims:
        assert ledger.claim(claim).id == claim
        assert f'id="claim-{claim}"' in page
        assert f'id="claim-{claim}"' in marked
    assert set(sheet_json(made)["claims"]) == set(made.claims)
    assert f'<html lang="{language}">' in page


def test_languages_have_the_same_sentences():
    rows = table("brief")
    english = {key for key in rows["en"] if isinstance(rows["en"][key], str)}
    for language in brief_languages():
        assert english <= set(rows[language])
        assert set(rows["en"]["forms"]) == set(rows[language]["forms"])


def test_a_number_takes_the_form_that_its_language_asks_for():
    tongue = Tongue("uk")
    counted = [plain(tongue.counted(tongue.figure(n, ()), n, "tanks")) for n in (1, 3, 5, 11, 21)]
    assert counted == ["1 танк", "3 танки", "5 танків", "11 танків", "21 танк"]


def test_quantities_are_said_as_they_were_said():
    said = {
        Quantity(5, None): "at least 5",
        Quantity(5, None, strict=True): "more than 5",
        Quantity(None, 5): "up to 5",
        Quantity(1000, 2000): "1,000 to 2,000",
        Quantity(7, 7, hedge="about"): "about 7",
    }
    for quantity, words in said.items():
        assert plain(Tongue("en").quantity(quantity, ())) == words


def test_a_period_without_reports_is_told(ledger):
    with pytest.raises(NotFound, match="the ledger holds none"):
        sheet_of_days(ledger, month=date(2020, 1, 1))
