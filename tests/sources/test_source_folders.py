"""Source folders: strict tables, and definitions that travel with the numbers."""

from datetime import date

import pytest

from lossledger import sources, vocabulary
from lossledger.errors import BadTable, NotFound

THIN = 'home = "https://example.org/"\nlicence = "MIT"\n'
DEFINITION = '[[definitions]]\nmetric = "personnel"\nwords = "w"\nevidence = "e"\n'
DATASET = '[dataset]\nclaimant = "ua_general_staff"\nparty = "RU"\nbasis = "cites"\n'
DATE = 'date = { role = "date", reason = "r" }\n'


def test_every_folder_belongs_to_a_known_source():
    assert set(sources.folders()) <= set(vocabulary.sources())
    assert {"daily_mirror", "ua_general_staff", "ru_mod", "uk_mod", "us_dia"} <= set(
        sources.folders()
    )


def test_a_folder_is_found_by_its_id_with_hyphens_too():
    assert sources.folder("daily-mirror") is sources.folder("daily_mirror")


def test_an_unknown_folder_is_named_with_the_known_ones():
    with pytest.raises(NotFound) as raised:
        sources.folder("nobody")
    assert str(raised.value).startswith(
        "source nobody: there is no folder for it (known: bbc, bbc_russian, "
    )


def test_the_mirror_gives_two_files_over_https():
    files = sources.folder("daily_mirror").files
    assert [file.name for file in files] == [
        "russia_losses_personnel.json",
        "russia_losses_equipment.json",
    ]
    assert all(file.address == f"https://{file.address[8:]}" for file in files)
    assert all(file.address.endswith(f"/main/data/{file.name}") for file in files)


def test_the_mirror_relays_the_general_staff_about_russian_losses():
    dataset = sources.folder("daily_mirror").dataset
    assert (dataset.claimant, dataset.party, dataset.basis) == ("ua_general_staff", "RU", "cites")


@pytest.mark.parametrize(
    ("day", "scope", "words"),
    [
        (date(2022, 2, 24), None, "persons were liquidated"),
        (date(2023, 8, 23), None, "persons were liquidated"),
        (date(2023, 8, 24), None, "persons"),
        (date(2024, 2, 26), None, "persons"),
        (date(2024, 2, 27), ("killed", "wounded"), "killed and wounded, by its spokesman"),
    ],
)
def test_the_general_staffs_definition_of_personnel_has_a_history(day, scope, words):
    found = sources.definition("ua_general_staff", "personnel", day)
    assert (found.scope, found.words) == (scope, words)
    assert found.evidence


def test_no_definition_is_made_up():
    assert sources.definition("ua_general_staff", "personnel", date(2022, 2, 23)) is None
    assert sources.definition("ua_general_staff", "tanks", date(2024, 2, 22)) is None
    assert sources.definition("nobody", "personnel", date(2024, 2, 22)) is None


def test_only_counts_by_name_define_personnel_as_killed_alone():
    for folder in sources.folders().values():
        for definition in folder.definitions:
            named = vocabulary.evidence_class(folder.id) == "named_floor"
            assert (definition.scope == ("killed",)) == (named and definition.metric == "personnel")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("home = ", "Invalid value (at end of document)"),
        ('licence = "MIT"', "home is missing"),
        (
            'home = "http://example.org/"\nlicence = "MIT"',
            "'http://example.org/' is no https address",
        ),
        (THIN + "colour = 1", "unknown key 'colour'"),
        (THIN + "pages = 3", "pages is no list: 3"),
        (THIN + DEFINITION, "needs a 'from' day, and a 'to' day not before it"),
        (THIN + DEFINITION + "from = 2024-01-02\nto = 2024-01-01", "needs a 'from' day, and"),
        (THIN + DEFINITION + 'from = 2024-01-02\nscope = ["dead"]', "scope ['dead'] is not of"),
        (THIN + DEFINITION.replace("personnel", "boots"), "unknown metric 'boots'"),
        (
            THIN + 2 * (DEFINITION + "from = 2024-01-02\n"),
            "two definitions of personnel on 2024-01-02",
        ),
        (THIN + DATASET.replace("RU", "XX"), "unknown party 'XX'"),
        (THIN + DATASET.replace("cites", "hopes"), "unknown basis 'hopes'"),
        (THIN + DATASET, "needs exactly one column with the role 'date'"),
        (THIN + DATASET + "[dataset.columns]\n" + DATE + "tank = {}", "metric is missing"),
        (
            THIN + DATASET + "[dataset.columns]\n" + DATE + 'x = { role = "ignored" }',
            "reason is missing",
        ),
        (
            THIN + DATASET + "[dataset.columns]\n" + DATE + 'x = { role = "qualifier", of = "y" }',
            "column 'x' qualifies no figure: 'y'",
        ),
        (
            THIN + DATASET + "[dataset.qualifiers]\nabout = { hedge = 'perhaps' }",
            "unknown hedge 'perhaps'",
        ),
    ],
)
def test_a_table_that_breaks_the_rules_is_refused(text, what):
    with pytest.raises(BadTable) as raised:
        sources.parse_folder("daily_mirror", text)
    assert raised.value.where.startswith("sources/daily_mirror/source.toml")
    assert raised.value.what.startswith(what)


def test_a_folder_of_no_known_source_is_refused():
    with pytest.raises(BadTable) as raised:
        sources.parse_folder("nobody", THIN)
    assert raised.value.what == "nobody is not in vocabulary/sources.toml"


def test_a_feed_that_nobody_has_tried_is_marked_and_never_the_only_form_of_an_official_source():
    feeds = [feed for held in sources.folders().values() for feed in held.feeds]
    assert {feed.kind for feed in feeds if not feed.verified} == {"rss"}
    assert len({feed.address for feed in feeds}) == len(feeds)
    untried = {feed.source for feed in feeds if not feed.verified}
    assert {"ukrinform", "tass", "meduza", "bbc"} <= untried
    assert not any(feed.source.endswith(("_staff", "_mod")) for feed in feeds if not feed.verified)
