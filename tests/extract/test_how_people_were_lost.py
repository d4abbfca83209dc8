"""How people were lost: killed, wounded, missing or captured, as each sentence says it."""

from datetime import UTC, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read


def scopes(text):
    """What is read of each figure: its words, and how they were lost."""
    document = document_from_text(
        text,
        retrieved_at=datetime(2026, 12, 1, tzinfo=UTC),
        published_at=datetime(2024, 6, 12, 12, tzinfo=UTC),
        origin="test",
        media_type="text/plain",
    )
    return {c.quote: "+".join(c.scope or ()) for c in read(document).claims}


SAID = [
    (
        "A missile hit a block overnight, killing at least eight people and injuring more than 70, six of them children, the mayor said.",
        {"eight": "killed", "70": "wounded", "six": "wounded"},
    ),
    (
        "A missile on a training ground killed 12 soldiers and wounded more than 60, the Land Forces reported.",
        {"12": "killed", "60": "wounded"},
    ),
    (
        "The mission has verified the deaths of 15,860 civilians, 791 of them children.",
        {"15,860": "killed", "791": "killed"},
    ),
    ("They confirmed by name the deaths of 29,217 Russian servicemen.", {"29,217": "killed"}),
    ("Russia's defense ministry has admitted the deaths of 89 troops.", {"89": "killed"}),
    (
        "Russia has publicly acknowledged the deaths of just over 6,000 soldiers.",
        {"6,000": "killed"},
    ),
    ("Rescuers found the bodies of 16 people under the rubble, the mayor said.", {"16": "killed"}),
    (
        "Russian forces suffered nearly 1.2 million casualties, that is killed, wounded and missing.",
        {"1.2 million": "killed+wounded+missing"},
    ),
    (
        "Russian forces have taken nearly 1.2 million casualties - killed, wounded and missing - since 2022, with 325,000 killed.",
        {"1.2 million": "killed+wounded+missing", "325,000": "killed"},
    ),
    (
        "Moscow's forces had sustained roughly 900,000 casualties – which counts both those killed and wounded.",
        {"900,000": "killed+wounded"},
    ),
    ("The whereabouts of 2,000 residents are unknown.", {"2,000": "missing"}),
    (
        "More than 50,000 Russian soldiers are now confirmed dead, the BBC has found.",
        {"50,000": "killed"},
    ),
    ("Among those hurt were 15 children.", {"15": "wounded"}),
    (
        "За даними МВС, загинули 25 людей, із них троє дітей, травмовано 93 людини, зокрема 18 дітей.",
        {"25": "killed", "троє": "killed", "93": "wounded", "18": "wounded"},
    ),
    (
        "Загинуло щонайменше двадцятеро цивільних, зокрема одна дитина, поранено більш як сотню людей.",
        {"двадцятеро": "killed", "одна": "killed"},
    ),
    ("ООН верифікувала смерть майже 15 тисяч цивільних осіб в Україні.", {"15 тисяч": "killed"}),
    ("Рятувальники знайшли тіла 16 людей.", {"16": "killed"}),
    ("Безвісти зниклими вважаються понад 20 мешканців.", {"20": "missing"}),
    (
        "Росія могла втратити від 175 до 200 тисяч військових та найманців убитими й пораненими.",
        {"175 до 200 тисяч": "killed+wounded"},
    ),
    ("Ворог втратив 125 970 осіб, включаючи убитих та поранених.", {"125 970": "killed+wounded"}),
    (
        "У грудні Росія зазнала втрат – 35 тисяч військових убитими та важко пораненими.",
        {"35 тисяч": "killed+wounded"},
    ),
    ("Ще сім людей зазнали поранень.", {"сім": "wounded"}),
    ("С начала года убиты 410 и ранены около 2700 жителей.", {"410": "killed", "2700": "wounded"}),
    (
        "Под завалами нашли тела 25 человек, среди них четверо детей.",
        {"25": "killed", "четверо": "killed"},
    ),
    ("Удалось подтвердить гибель 5701 человека.", {"5701": "killed"}),
    (
        "Россия могла потерять убитыми и искалеченными от 150 тыс. до 190 тыс. военных.",
        {"150 тыс. до 190 тыс.": "killed+wounded"},
    ),
    (
        "Россия теряет 30-35 тысяч военных в месяц погибшими или тяжелоранеными.",
        {"30-35 тысяч": "killed+wounded"},
    ),
    (
        "Два человека погибли и семеро ранены при обстрелах Белгородской области.",
        {"Два": "killed", "семеро": "wounded"},
    ),
    (
        "Погибли трое, ещё 13 человек получили ранения, в их числе два мальчика.",
        {"трое": "killed", "13": "wounded", "два": "wounded"},
    ),
    (
        "Потери составили 30 тысяч человек, из которых более 14 тысяч — убитыми и около 16 тысяч — ранеными.",
        {"14 тысяч": "killed", "16 тысяч": "wounded"},
    ),
    (
        "43 тыс. погибших; раненых, уточнил он, 370 тыс.",
        {"43 тыс.": "killed", "370 тыс.": "wounded"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_each_figure_has_the_fate_that_its_own_words_tell(text, expected):
    got = scopes(text)
    assert {words: got.get(words) for words in expected} == expected


def test_a_ministry_of_war_that_names_no_side_counts_its_own_dead():
    text = "По данным Минобороны России, озвученным 21 сентября, в Украине погибли 5 937 человек."
    document = document_from_text(
        text,
        retrieved_at=datetime(2026, 12, 1, tzinfo=UTC),
        published_at=datetime(2022, 11, 11, 12, tzinfo=UTC),
        origin="test",
        media_type="text/plain",
    )
    (claim,) = read(document).claims
    assert (claim.metric, claim.party, str(claim.period.end)) == ("personnel", "RU", "2022-09-21")
