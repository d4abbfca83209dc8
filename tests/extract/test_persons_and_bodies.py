"""Who says a figure where persons, bodies and outlets stand together in one sentence.

Each row holds a text and the claimant of every figure, with those who passed it on behind him.
"""

from datetime import UTC, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SUNDAY = datetime(2025, 6, 15, 12, tzinfo=UTC)


def said_by(text: str) -> list[str]:
    """The claimant of each claim and its relays, joined by arrows: "nato<reuters"."""
    document = document_from_text(text, retrieved_at=NOW, published_at=SUNDAY)
    return ["<".join([c.claimant or "", *c.relays]) for c in read(document).claims]


def rows(*found: tuple[str, str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("text", "names"), found)


@rows(
    ("Twelve people were hurt, regional Gov. Oleh Syniehubov said.", "ua_local_authorities"),
    ("Two UAVs were downed over the district, said Vyacheslav Gladkov.", "ru_local_authorities"),
    ("Поранено шістьох мешканців, розповів Олександр Прокудін.", "ua_local_authorities"),
    ("Ранены шесть жителей, рассказал Александр Богомаз.", "ru_local_authorities"),
)
def test_the_head_of_a_region_is_known_by_his_name(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("За добу знищено 12 танків, повідомив командувач угруповання військ «Степ» Іван Петренко.",
     "Іван Петренко"),
    ("Командир бригады «Волна» Пётр Иваненко в эфире телеканала «Первый» заявил, что Украина "
     "потеряла 300 тысяч солдат.", "Пётр Иваненко"),
    ("По его подсчётам, сбито 30 дронов, уточнил глава центра «Щит» Пётр Иваненко.",
     "Пётр Иваненко"),
    ("The head of the Shield centre John Example told reporters that Russia lost 40 planes.",
     "John Example"),
)  # fmt: skip
def test_a_person_named_behind_his_title_and_body_speaks_under_his_own_name(text: str, names: str):
    assert said_by(text) == [names]


def test_the_one_who_is_interviewed_is_not_the_one_who_interviews():
    text = "НАТО оценило потери России в 900 танков. В интервью блогеру Петру Иваненко альянс "
    assert said_by(text + "добавил, что сбито 40 самолётов.")[0] == "nato"


@rows(
    ("Oryx has reported that Russia is now visually confirmed to have lost 1,200 tanks.", "oryx"),
    ("The ministry in Kyiv said that Moscow was now believed to have lost 40 planes.", "ua_mod"),
)
def test_whose_losses_are_confirmed_does_not_say_so_himself(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("Україна втратила до 900 військових. Про це пише ТАСС з посиланням на заяви угруповань, "
     "оприлюднені Міноборони РФ.", "ru_mod<tass"),
    ("Украина потеряла до 900 военных. Об этом пишет ТАСС со ссылкой на заявления группировок, "
     "опубликованные Минобороны России.", "ru_mod<tass"),
)  # fmt: skip
def test_a_source_in_a_clause_about_what_is_cited_is_cited(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("The defence ministry says Ukraine lost 900 men\nRussia's defence ministry said Ukraine had "
     "lost 900 men.", "ru_mod ru_mod"),
    ("The defence ministry says Russia lost 900 men\nUkraine's defence ministry said Russia had "
     "lost 900 men.", "ua_mod ua_mod"),
)  # fmt: skip
def test_a_headline_means_the_ministry_that_the_story_names(text: str, names: str):
    assert said_by(text) == names.split()


@rows(
    ("Ukraine's military put the dead at 900. Ukraine also said 12 tanks were destroyed.",
     "ua_armed_forces ua_armed_forces"),
    ("Russia's military put the dead at 900. Moscow also said 12 tanks were destroyed.",
     "ru_armed_forces ru_armed_forces"),
)  # fmt: skip
def test_a_side_that_also_says_something_goes_on_with_its_last_words(text: str, names: str):
    assert said_by(text) == names.split()


def test_a_footnote_behind_a_full_stop_ends_the_sentence():
    text = "Russia lost 900 tanks, NATO said.[5] Ukraine has lost 20 planes, Russia's Defense "
    assert said_by(text + "Ministry reported.[6]") == ["nato", "ru_mod"]


@rows(
    ("Росія втратила 900 військових у війні проти України, повідомляє НАТО.", "nato"),
    ("Россия потеряла 900 военных в войне против Украины, сообщает НАТО.", "nato"),
    ("Russia lost 900 soldiers in its war on Ukraine, says NATO.", "nato"),
)
def test_a_source_right_behind_the_verb_speaks_and_not_the_side_before_the_comma(
    text: str, names: str
):
    assert said_by(text) == [names]


@rows(
    ("Journalists have found the names of 900 Russian soldiers killed in the war. The count is "
     "kept by Mediazona and volunteers.", "mediazona"),
    ("Журналисты нашли имена 900 погибших российских солдат. Подсчёт ведут «Медиазона» и "
     "волонтёры.", "mediazona"),
)  # fmt: skip
def test_who_counts_by_name_is_meant_where_the_text_names_nobody_else(text: str, names: str):
    assert said_by(text) == [names]


def test_who_reported_no_damage_has_not_counted_the_drones():
    text = "The air force shot down eight drones over Kherson, with no damage reported by the "
    assert said_by(text + "governor, the air force said.") == ["ua_air_force"]


@rows(
    ("Ukraine's general staff said 60 clashes took place. Russian forces also used two missiles "
     "against Mykolaiv, the military said.", "ua_general_staff ua_general_staff"),
    ("Russia's defence ministry said it repelled 60 assaults. Ukrainian forces also used two "
     "missiles against Belgorod, the military said.", "ru_mod ru_mod"),
)  # fmt: skip
def test_the_military_speaks_of_its_enemy_and_is_the_side_that_spoke(text: str, names: str):
    assert said_by(text) == names.split()


@rows(
    ("Finland's military intelligence estimated that Russia had lost 150,000 men.",
     "Finland's military intelligence"),
    ("Estonian Colonel Ann Example said Russia's casualties in a week were 8,000.", "Ann Example"),
    ("The head of Estonian intelligence, Ann Example, told the broadcaster ERR that Russia lost "
     "200,000 men.", "Ann Example<ERR"),
    ("Естонська військова розвідка вважає, що росіяни втратили за тиждень 8 тисяч осіб.",
     "Естонська військова розвідка"),
)  # fmt: skip
def test_a_body_of_another_country_is_not_that_of_a_party(text: str, names: str):
    assert said_by(text)[0].split("<")[0] == names.split("<", maxsplit=1)[0]


@rows(
    ("Ann Example, the head of Harbour, said he had lost 20,000 men.", "Ann Example"),
    ("Ukraine's 47th Mechanized Brigade said it had destroyed 14 tanks.",
     "Ukraine's 47th Mechanized Brigade"),
    ("Satellite images reviewed by Reuters show at least 12 destroyed Russian aircraft.", ""),
    ("Russian military bloggers claim that 2,000 Ukrainian soldiers were killed.",
     "Russian military bloggers"),
)  # fmt: skip
def test_the_subject_of_the_verb_speaks(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("Journalists of the BBC and Mediazona named 111,000 dead Russian soldiers.", "bbc_russian"),
    ("Журналісти Бі-бі-сі та «Медіазони» назвали 111 тисяч загиблих російських військових.",
     "bbc_russian"),
)  # fmt: skip
def test_the_outlet_named_beside_those_it_counts_with_is_its_russian_service(text: str, names: str):
    assert said_by(text) == [names]


def test_who_gave_no_evidence_has_not_denied_the_figure():
    document = document_from_text(
        "Russia's defence ministry said Ukraine lost 375 soldiers; it gave no evidence.",
        retrieved_at=NOW,
        published_at=SUNDAY,
    )
    assert [c.stance for c in read(document).claims] == ["asserted"]


def test_two_tolls_beside_each_other_have_scopes_of_their_own():
    document = document_from_text(
        "Kyiv police said three people had died and ten were hurt.",
        retrieved_at=NOW,
        published_at=SUNDAY,
    )
    assert [c.scope for c in read(document).claims] == [("killed",), ("wounded",)]


@rows(
    ("По словам эксперта Ивана Петрова, Россия потеряла 900 танков.", "Иван Петров"),
    ("По данным Анны Петровой, Россия потеряла 900 танков.", "Анна Петрова"),
    ("За словами волонтера Сергія Степаненка, Росія втратила 900 танків.", "Сергій Степаненко"),
    ("За даними посла з особливих доручень Миколи Гордійчука, загинули 410 жителів Бєлгорода.",
     "Микола Гордійчук"),
)  # fmt: skip
def test_a_person_named_in_another_case_stands_in_the_nominative(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("Как рассказал ТАСС военный эксперт Иван Петров, Украина потеряла за неделю 4900 человек.",
     "Иван Петров<tass"),
    ("Як розповів Укрінформу експерт Іван Петренко, Росія втратила за тиждень 7900 осіб.",
     "Іван Петренко<ukrinform"),
)  # fmt: skip
def test_an_expert_speaks_through_the_agency_that_he_told_it(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("The Guardian, citing a confidential Ukrainian estimate, wrote of 80,000 dead soldiers.",
     "ua_authorities<guardian"),
    ("Bild, ссылаясь на секретную российскую оценку, пишет о 80 тысячах убитых военных.",
     "ru_authorities<bild"),
)  # fmt: skip
def test_a_secret_estimate_of_a_side_is_cited(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("At least nine people were killed in a Russian strike on Poltava, officials said. The air "
     "force said 40 drones were downed.", "ua_authorities ua_air_force"),
    ("The air force said 40 drones were downed. According to Ukrainian officials, Russia launched "
     "60 drones.", "ua_air_force ua_authorities"),
)  # fmt: skip
def test_officials_are_a_sides_authorities_and_no_other_body(text: str, names: str):
    assert said_by(text) == names.split()


@rows(
    ("Росія втратила щонайменше 2002 танки. Про це повідомив нідерландський дослідницький проєкт у "
     "сфері оборони Oryx.", "oryx"),
    ("Россия потеряла как минимум 2002 танка. Об этом сообщил нидерландский исследовательский "
     "проект в сфере обороны Oryx.", "oryx"),
)  # fmt: skip
def test_a_sentence_that_points_back_names_its_source_far_behind_the_verb(text: str, names: str):
    assert said_by(text) == [names]


def test_a_president_in_a_headline_has_not_counted_the_losses():
    text = "Vladimir Putin's crisis as another 1,300 soldiers are lost in just 24 hours"
    assert said_by(text) == [""]


@rows(
    ("The head of the Estonian intelligence centre, Col. Ann Example, said Russia lost 900 men. "
     "According to Example, 350 of them were killed.", "Ann Example Ann Example"),
    ("Глава центра «Щит» Пётр Иваненко заявил, что Россия потеряла 900 солдат. Иваненко отметил, "
     "что 350 из них убиты.", "Пётр Иваненко Пётр Иваненко"),
)  # fmt: skip
def test_a_surname_stands_for_the_full_name_that_the_text_gave_before(text: str, names: str):
    assert " ".join(said_by(text)) == names


@rows(
    ("Andriy Yermak, head of Ukraine's Presidential Office, said two civilians were killed.",
     "Andriy Yermak"),
    ("Roughly 5,000 strikes were launched, according to Brig. Gen. Oleksii Example, deputy head of "
     "the General Staff of Ukraine.", "ua_general_staff"),
    ("Source: Captain 3rd Class Dmytro Pletenchuk, the spokesman for Ukraine's Navy: 27 Russian "
     "ships were hit.", "ua_navy"),
)  # fmt: skip
def test_a_rank_or_an_office_beside_a_name_tells_who_he_is(text: str, names: str):
    assert said_by(text) == [names]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "As of noon, 40 people (including three children) had died and 77 (six of them "
            "children) had been injured, officials in Kyiv said.",
            "killed killed wounded wounded",
        ),
        ("Zelensky said 3,000 troops had been killed and 10,000 have been injured.",
         "killed wounded"),
        ("One resident was killed and 15 were injured, with three in critical condition, the mayor "
         "of Kyiv said.", "killed wounded wounded"),
    ],
)  # fmt: skip
def test_what_stands_in_brackets_does_not_part_people_from_what_happened_to_them(
    text: str, scopes: str
):
    document = document_from_text(text, retrieved_at=NOW, published_at=SUNDAY)
    assert [s for c in read(document).claims for s in c.scope or ()] == scopes.split()
