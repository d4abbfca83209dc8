"""Another war is a folder of tables: it is found from its parties and read like any other."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from test_language_examples import differences, reading_of

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.extract.speakers import party_of
from lossledger.extract.which_war import war_told
from lossledger.vocabulary import conflicts, parties, sources, table, wars
from lossledger.vocabulary.lexicon import labels, languages, lexicon

A_DAY = datetime(2026, 1, 1, tzinfo=UTC)
CONFLICTS = {war.conflict: war for war in wars()}
OWN = {
    (name, code): lexicon(code, war=war).examples[len(lexicon(code).examples) :]
    for name, war in CONFLICTS.items()
    for code in languages()
}
EXAMPLES = [(name, code, row) for (name, code), rows in OWN.items() for row in rows]


@pytest.mark.parametrize(
    ("conflict", "code", "row"), EXAMPLES, ids=[f"{n}, {c}: {r['text']}" for n, c, r in EXAMPLES]
)
def test_every_example_of_a_war_is_read_as_it_says(conflict, code, row):
    reading = reading_of(row, code)
    wrong = {
        c["text"]: differences(r, c) for c, r in zip(row["claims"], reading.claims, strict=False)
    }
    assert [c.quote for c in reading.claims] == [c["text"] for c in row["claims"]]
    assert not any(wrong.values()), wrong


@pytest.mark.parametrize("code", languages())
def test_the_table_of_a_language_names_no_party_and_no_source_of_one(code):
    sided = {key for key, source in sources().items() if source.party} | set(parties())
    named = {m for meanings in table(code)["words"].values() for m in meanings}
    assert not named & sided
    assert not sided & set(table(code)["labels"])


@pytest.mark.parametrize("name", CONFLICTS)
def test_every_party_has_a_name_in_every_language(name):
    for code in languages():
        own = table(f"wars/{name}/{code}")["labels"]
        assert set(own) == set(conflicts()[name]["parties"])
        assert set(own) <= set(labels(code))


@pytest.mark.parametrize("name", CONFLICTS)
def test_the_tables_of_a_war_load_in_all_languages_at_once(name):
    assert lexicon(*languages(), war=CONFLICTS[name]).war == CONFLICTS[name]


SENTENCES = {
    "en": [
        "{name} lost 120 soldiers in the past day.",
        "{name} said {other} had lost 120 soldiers and seven tanks.",
        "Losses of {name} reached 340 killed; {other} lost 90 soldiers.",
        "{name} launched 30 drones at {other} overnight and 25 of them were shot down.",
        "{name} says {other}'s forces killed 15 of its soldiers.",
    ],
    "uk": [
        "Втрати {of} за добу становили 120 військових.",
        "За добу втрати {of} - 120 військових, втрати {other_of} - 90 військових.",
        "За даними {of}, за добу загинули 40 бійців {other_of}.",
    ],
    "ru": [
        "Потери {of} за сутки составили 120 военных.",
        "За сутки потери {of} - 120 военных, потери {other_of} - 90 военных.",
        "По данным {of}, за сутки погибли 40 бойцов {other_of}.",
    ],
}
PAIRS = [
    (war, code, text)
    for war in wars()
    for code, texts in SENTENCES.items()
    if code == "en" or "sides" in table(f"wars/{war.conflict}/{code}")
    for text in texts
]


def read_of(war, code, text, one, two):
    """What a sentence says of one side and another: figure, thing, whose, who says it."""
    sides = table(f"wars/{war.conflict}/{code}").get("sides", NAMES)
    told = {"name": sides[one]["name"][0], "other": sides[two]["name"][0]}
    if code != "en":
        told |= {"of": sides[one]["of"][0], "other_of": sides[two]["of"][0]}
    page = document_from_text(text.format(**told), retrieved_at=A_DAY, published_at=A_DAY)
    words = lexicon(code, war=war)
    found = read(replace(page, language=code), words=words).claims
    return [(c.quote, c.metric, c.party, party_of(c.claimant)) for c in found]


NAMES = {"RU": {"name": ["Russia"]}, "UA": {"name": ["Ukraine"]}}


@pytest.mark.parametrize(("war", "code", "text"), PAIRS)
def test_swapping_the_sides_of_a_war_mirrors_what_is_read(war, code, text):
    one, two = war.sides[0][0], war.sides[1][0]
    there, back = read_of(war, code, text, one, two), read_of(war, code, text, two, one)
    mirror = {one: two, two: one}
    assert there
    assert {party for _, _, party, _ in there} <= {one, two}
    assert back == [(q, m, mirror.get(p, p), mirror.get(s, s)) for q, m, p, s in there]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya lost three soldiers, and two Burundian troops were killed.", ["KE", "BI"]),
        ("Two Polish volunteers were killed near Kharkiv. Russia lost 1,200 men.", ["PL", "RU"]),
        ("Польща втратила двох добровольців. Загинули троє грузинських військових.", ["PL", "GE"]),
        ("Польша потеряла двух добровольцев. Погибли трое грузинских военных.", ["PL", "GE"]),
        ("South Africa has lost 14 soldiers in Goma, where M23 lost 20 fighters.", ["ZA", "M23"]),
        ("Germany's defence ministry said Russia had lost 900 soldiers.", ["RU"]),
        ("Iranian drones killed three soldiers of Ukraine.", ["UA"]),
    ],
)
def test_people_of_a_country_that_is_no_party_are_its_own(text, parties):
    page = document_from_text(text, retrieved_at=A_DAY, published_at=A_DAY)
    assert [claim.party for claim in read(page).claims] == parties


def test_every_country_has_a_name_and_an_adjective_in_every_language():
    for code in languages():
        rows = table(code)["countries"]
        assert set(rows) == set(table("en")["countries"])
        assert all(row["name"] and row["adjective"] for row in rows.values())
        assert set(rows) <= set(labels(code))


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("The enemy lost 12 tanks.", "russia_ukraine"),
        ("Russia lost 12 tanks, Ukraine said; Israel and Iran were not named.", "russia_ukraine"),
        ("Iranian drones, shot down over Kyiv, were 40 of 45.", "russia_ukraine"),
        ("Israel said Iran had fired 40 missiles, as Russia looked on.", "middle_east"),
        ("Killed in Gaza: 9, medics say.", "middle_east"),
        ("У Хартумі загинули дев'ять людей.", "sudan"),
        ("В Степанакерте погибли трое.", "south_caucasus"),
    ],
)
def test_a_text_is_about_the_war_whose_sides_it_names(text, conflict):
    page = document_from_text(text, retrieved_at=A_DAY, published_at=A_DAY)
    assert war_told(page, tuple(page.language.split("+"))).conflict == conflict


def test_who_speaks_tells_the_war_where_the_text_names_nobody():
    page = document_from_text("The enemy lost 40 fighters.", retrieved_at=A_DAY)
    claims = read(replace(page, language="en"), source="sd_army").claims
    assert [claim.party for claim in claims] == ["RSF"]


def test_a_health_ministry_that_does_not_tell_soldiers_apart_counts_people():
    text = "Gaza's health ministry said 53,762 people had been killed, including 18,000 children."
    page = document_from_text(text, retrieved_at=A_DAY, published_at=A_DAY)
    assert [claim.metric for claim in read(page).claims] == ["population", "civilians"]


def test_the_civilians_whom_an_enemy_of_a_group_kills_are_those_of_the_land():
    text = "Israeli strikes killed nine civilians, and Israel killed 20 Hezbollah fighters in Tyre."
    page = document_from_text(text, retrieved_at=A_DAY, published_at=A_DAY)
    assert [claim.party for claim in read(page).claims] == ["LB", "HEZBOLLAH"]


@pytest.mark.parametrize(
    ("day", "start"),
    [(date(2020, 10, 5), "2020-09-27"), (date(2022, 9, 15), "2022-09-13"),
     (date(2023, 9, 25), "2023-09-19"), (date(2019, 1, 1), "2020-09-27")],
)  # fmt: skip
def test_of_a_war_fought_again_the_last_that_had_begun_is_meant(day, start):
    text = "Azerbaijan said Armenia had lost 120 soldiers since the war began."
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    page = document_from_text(text, retrieved_at=A_DAY, published_at=at)
    assert war_told(page, ("en",)).start.isoformat() == start


def test_an_ally_tells_which_of_the_wars_of_a_conflict_is_meant_but_no_conflict():
    told = "The US struck Houthi targets in Yemen; US forces lost two drones to the Houthis."
    page = document_from_text(told, retrieved_at=A_DAY, published_at=A_DAY)
    assert "US" in war_told(page, ("en",)).parties
    for told in ("US officials said Ukraine had lost 70,000 men; US aid goes on, US officials said.",
                 "Two American officials said 20 planes were struck."):  # fmt: skip
        page = document_from_text(told, retrieved_at=A_DAY, published_at=A_DAY)
        assert war_told(page, ("en",)).conflict == "russia_ukraine"


def test_a_word_that_every_land_has_tells_no_war():
    text = "The federal army of the United States said that 54 percent of soldiers would vote."
    document = document_from_text(text, retrieved_at=A_DAY)
    assert war_told(document, ("en",)).conflict == wars()[0].conflict
