"""Who says a figure: bodies of the tables and others, before, after, around and across sentences.

Each row holds a text and the claimant of every figure, with those who passed it on behind him.
"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SUNDAY = datetime(2025, 6, 15, 12, tzinfo=UTC)


def said_by(text: str, outlet: str | None = None) -> list[str]:
    """The claimant of each claim and its relays, joined by arrows: "nato<reuters"."""
    document = document_from_text(text, retrieved_at=NOW, published_at=SUNDAY, outlet=outlet)
    return ["<".join([c.claimant or "", *c.relays]) for c in read(document).claims]


def rows(*found: tuple[str, str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("text", "names"), found)


@rows(
    (
        "Estonia's foreign intelligence service estimates that Russia has lost 9,300 tanks since "
        "the invasion began.",
        "Estonia's foreign intelligence service",
    ),
    ("Poland's defence minister said Russia had lost 300,000 soldiers.", "Poland's defence minister"),
    ("German intelligence puts Russian losses at 200,000 dead.", "German intelligence"),
    ("Естонська розвідка оцінює втрати Росії у 9300 танків.", "Естонська розвідка"),
    ("За даними литовської розвідки, у травні Росія втратила 15 тисяч військових.",
     "литовської розвідки"),
    ("Министр обороны Польши заявил, что Россия потеряла 300 тысяч солдат.",
     "Министр обороны Польши"),
)  # fmt: skip
def test_a_body_of_another_country_is_called_by_its_name(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("The Kiel Institute calculated that Russia lost 2,400 tanks in 2023.", "Kiel Institute"),
    ("Аналітики Кільського інституту підрахували, що торік Росія втратила 2400 танків.",
     "Кільського інституту"),
    ("По подсчётам проекта «Списки потерь», погибли 70 тысяч украинских военных.",
     "проекта «Списки потерь»"),
    ("Прикордонники відзвітували: за добу знищено 12 окупантів.", "Прикордонники"),
    ("Пропагандисти заявили про 500 убитих українських військових.", "Пропагандисти"),
    ("Президент Польши Анджей Дуда сказал, что Россия потеряла миллион человек.",
     "Анджей Дуда"),
)  # fmt: skip
def test_who_stands_in_no_table_is_called_by_the_name_in_the_text(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("CNN reported, citing a NATO official, that Russia was losing 1,000 soldiers a day.",
     "nato<cnn"),
    ("Budanov told the Financial Times that Russia loses 30,000 men a month.",
     "ua_intelligence<financial_times"),
    ("The Pentagon believes 350,000 Russians have been killed or wounded, a senior official told "
     "The Washington Post.", "us_dod<washington_post"),
    ("Агентство Reuters із посиланням на європейських дипломатів пише, що Росія втратила під "
     "Бахмутом 5000 солдатів.", "європейських дипломатів<reuters"),
    ("Reuters узнало от двух американских чиновников, что Россия потеряла 20 самолётов.",
     "us_officials<reuters"),
    ("Буданов в интервью Financial Times заявил, что Россия теряет 30 тысяч солдат в месяц.",
     "ua_intelligence<financial_times"),
)  # fmt: skip
def test_an_outlet_passes_on_whom_it_cites_or_whoever_speaks_to_it(text: str, names: str):
    assert said_by(text) == [names]


def test_unnamed_officials_are_heard_through_the_outlet_that_spoke_before():
    text = "Der Spiegel wrote that 90,000 Russian soldiers had been killed. Western officials put "
    text += "the wounded at 200,000."
    assert said_by(text) == ["der_spiegel", "western_officials<der_spiegel"]


@rows(
    ("The defence ministry in Kyiv said Russia lost 900 men. The ministry also listed 12 tanks.",
     "ua_mod ua_mod"),
    ("Oryx has verified 3,100 lost tanks. Russia's defence ministry calls this nonsense. The "
     "project lists 900 of the tanks as captured.", "oryx oryx"),
    ("Генштаб оцінив втрати Росії у 900 осіб. У Кремлі мовчать. За даними штабу, знищено "
     "12 танків.", "ua_general_staff ua_general_staff"),
)  # fmt: skip
def test_a_noun_names_again_the_last_source_that_is_called_so(text: str, names: str):
    assert said_by(text) == names.split()


@rows(
    ("The governor of Russia's Kursk region, Alexander Khinshtein, said two civilians were "
     "killed. Khinshtein added that seven more were wounded.",
     "ru_local_authorities ru_local_authorities"),
    ("Врио губернатора Курской области Александр Хинштейн сообщил о двух погибших. По словам "
     "Хинштейна, ещё семь человек ранены.", "ru_local_authorities ru_local_authorities"),
)  # fmt: skip
def test_a_surname_stands_for_the_office_that_it_was_named_with(text: str, names: str):
    assert said_by(text) == names.split()


@rows(
    ("Zelensky put Ukraine's dead at 46,000; Putin, speaking a day later, claimed Ukraine was "
     "losing 50,000 a month.", "ua_president ru_president"),
    ("While Moscow says it lost 3 ships, the Ukrainian navy lists 29 vessels as sunk.",
     "ru_authorities ua_navy"),
    ("Путін сказав, що Україна за місяць втратила 50 тисяч солдатів, тоді як Генштаб оцінив "
     "втрати Росії у 33 тисячі осіб.", "ru_president ua_general_staff"),
)  # fmt: skip
def test_each_part_of_a_sentence_has_its_own_speaker(text: str, names: str):
    assert said_by(text) == names.split()


@rows(
    ("Russia's claim of 400 dead was dismissed by Kyiv.", "ru_authorities"),
    ("Ukraine denied a Russian claim that 600 of its soldiers died in Kramatorsk.",
     "ru_authorities"),
    ("Россия отрицает, что потеряла 35 тысяч солдат за май.", "ru_authorities"),
)  # fmt: skip
def test_a_denied_claim_is_of_who_made_it_and_a_new_denial_of_who_denies(text: str, names: str):
    assert said_by(text) == [names]


@rows(
    ("Satellite images show 11 destroyed aircraft at the base.", ""),
    ("Ukraine's air force said 40 drones were shot down. By our count Russia has launched 900 "
     "drones this month.", "ua_air_force "),
    ("Воздушные силы сообщили о 40 сбитых дронах. В Запорожье погибли двое мирных жителей.",
     "ua_air_force "),
)  # fmt: skip
def test_what_pictures_show_and_the_author_tells_has_no_claimant(text: str, names: str):
    assert said_by(text) == names.split(" ")


def test_a_quotation_of_several_sentences_has_the_speaker_named_at_its_end():
    text = '"Russia lost 900 soldiers there. We took 40 prisoners," President Zelensky said.'
    assert said_by(text) == ["ua_president", "ua_president"]


def test_whoever_is_cited_inside_of_a_quotation_is_relayed_by_its_speaker():
    text = '"The General Staff reports 900 dead Russian soldiers," President Zelensky said.'
    assert said_by(text) == ["ua_general_staff<ua_president"]


def test_a_heading_names_who_issued_the_list_below_it():
    text = "Results of May from the Example regiment:\n- tanks: 9 destroyed\n- guns: 4 destroyed\n"
    assert set(said_by(text)) == {"Example regiment"}


def test_an_official_channel_speaks_where_its_post_names_nobody():
    text = "On 14 June Russian losses exceeded 1,000 soldiers."
    assert said_by(text, outlet="uk_mod") == ["uk_mod"]


def test_a_clause_of_time_makes_nobody_a_speaker():
    text = "Ukraine's military said 900 Russian soldiers had been killed since Vladimir Putin "
    text += "declared war on its eastern neighbour."
    assert said_by(text) == ["ua_armed_forces"]


def test_a_committee_that_is_told_something_says_nothing():
    text = (
        "NATO chief Mark Rutte told the Foreign Affairs Committee that Russia had lost 900 tanks."
    )
    assert said_by(text) == ["nato"]


@pytest.mark.parametrize(
    ("language", "text", "claimant"),
    [
        ("uk", "За українськими оцінками, загинули 80 тисяч військових ЗСУ.", "ua_authorities"),
        ("uk", "Газета навела закриту українську оцінку: 80 тисяч загиблих ЗСУ.", "ua_authorities"),
        ("uk", "За оцінками західних розвідок, Росія втратила 200 тисяч солдатів.",
         "western_officials"),
        ("ru", "По американским оценкам, погибли 70 тысяч украинских военных.", "us_officials"),
        ("ru", "Издание приводит украинскую оценку: 80 тысяч погибших военных ВСУ.",
         "ua_authorities"),
    ],
)  # fmt: skip
def test_an_estimate_is_said_by_those_whose_it_is(language, text, claimant):
    document = document_from_text(text, retrieved_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert read(replace(document, language=language)).claims[0].claimant == claimant


def test_who_is_quoted_with_he_said_goes_on_after_whom_he_quotes():
    text = (
        "Зеленський назвав втрати армії.\n\n«Не 300 тисяч солдатів, як бреше Путін. Це біль», — "
        "сказав він.\n\nРосійська армія, за його словами, втратила 180 тисяч солдатів."
    )
    document = document_from_text(text, retrieved_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert read(replace(document, language="uk")).claims[-1].claimant == "ua_president"


def test_in_an_interview_each_turn_is_its_speakers():
    text = (
        "The paper met Captain Ann Example, who leads a drone unit.\n"
        "Paper: You published a summary for May. Can you explain it?\n"
        "Example: Gladly. We destroyed 17 Russian tanks in the month.\n"
        "Paper: What else did you hit?\n"
        "Example: Drones. The General Staff says that Russia lost 900 of them. 20 were ours."
    )
    assert said_by(text)[:2] == ["Ann Example", "ua_general_staff"]
