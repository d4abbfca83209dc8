"""Names led back to the register: languages, romanisations, cases, and names that many have."""

from collections import Counter

import pytest

from lossledger.places import Site, gazetteer
from lossledger.places.gazetteer import folded

LATIN = ""

BAKHMUT = "UA14020010010059145"
KHARKIV = "UA63120270010096107"
ROBOTYNE = "UA23100270150025192"
KYIV = "UA80000000000093317"
ODESA = "UA51100270010076757"
KUPIANSK = "UA63080090010026457"
AVDIIVKA = "UA14160010010073615"


def ids(name: str, language: str) -> set[str | None]:
    return {site.id for site in gazetteer().settlements(name.split(), language)}


@pytest.mark.parametrize(
    ("name", "language", "id_"),
    [
        # the official romanisation, the older ones, and those by way of Russian
        ("Kharkiv", LATIN, KHARKIV),
        ("Kharkov", LATIN, KHARKIV),
        ("Kyiv", LATIN, KYIV),
        ("Kiev", LATIN, KYIV),
        ("Odesa", LATIN, ODESA),
        ("Odessa", LATIN, ODESA),
        ("Kupiansk", LATIN, KUPIANSK),
        ("Kupyansk", LATIN, KUPIANSK),
        ("Kup'yansk", LATIN, KUPIANSK),
        ("Avdiivka", LATIN, AVDIIVKA),
        ("Avdiyivka", LATIN, AVDIIVKA),
        ("Avdeevka", LATIN, AVDIIVKA),
        ("Avdeyevka", LATIN, AVDIIVKA),
        ("Robotyne", LATIN, ROBOTYNE),
        ("Robotino", LATIN, ROBOTYNE),
        # cases
        ("харків", "uk", KHARKIV),
        ("харкові", "uk", KHARKIV),
        ("харкова", "uk", KHARKIV),
        ("харковом", "uk", KHARKIV),
        ("роботиного", "uk", ROBOTYNE),
        ("роботиному", "uk", ROBOTYNE),
        ("роботиним", "uk", ROBOTYNE),
        ("бахмутом", "uk", BAKHMUT),
        ("авдіївці", "uk", AVDIIVKA),
        ("авдіївкою", "uk", AVDIIVKA),
        ("куп'янська", "uk", KUPIANSK),
        ("києві", "uk", KYIV),
        ("одесі", "uk", ODESA),
        ("харьков", "ru", KHARKIV),
        ("харьковом", "ru", KHARKIV),
        ("харькове", "ru", KHARKIV),
        ("бахмута", "ru", BAKHMUT),
        ("авдеевки", "ru", AVDIIVKA),
        ("купянском", "ru", KUPIANSK),
        ("работино", "ru", ROBOTYNE),
        ("работином", "ru", ROBOTYNE),
        ("киеве", "ru", KYIV),
        ("одессу", "ru", ODESA),
    ],
)
def test_a_name_in_any_form_leads_to_the_register(name: str, language: str, id_: str) -> None:
    assert id_ in ids(name, language)


@pytest.mark.parametrize(
    ("name", "language", "official"),
    [
        ("часовому яру", "uk", "Chasiv Yar"),
        ("часов яр", "ru", "Chasiv Yar"),
        ("chasiv yar", LATIN, "Chasiv Yar"),
        ("великої новосілки", "uk", "Velyka Novosilka"),
        ("кривому розі", "uk", "Kryvyi Rih"),
        ("кривом роге", "ru", "Kryvyi Rih"),
        ("івано-франківську", "uk", "Ivano-Frankivsk"),
    ],
)
def test_names_of_several_words_are_inflected_word_by_word(
    name: str, language: str, official: str
) -> None:
    assert official in {s.name for s in gazetteer().settlements(name.split(), language)}


@pytest.mark.parametrize("name", ["втрати", "soldiers", "наступ", "танками", "qwxz"])
def test_words_that_no_place_is_called_by_lead_nowhere(name: str) -> None:
    for language in (LATIN, "uk", "ru"):
        assert ids(name, language) == set(), language


def test_a_settlement_knows_its_region_district_and_centre() -> None:
    (site,) = gazetteer().settlements(["bakhmut"], LATIN)
    assert site == Site(
        BAKHMUT, "Bakhmut", "Бахмут", "city", "KATOTTG", "UA14000000000091971",
        "UA14020000000013572", site.coordinates,
    )  # fmt: skip
    assert site.coordinates is not None
    latitude, longitude = site.coordinates
    assert 48 < latitude < 49
    assert 37 < longitude < 39


def test_more_than_half_of_the_settlements_share_their_name() -> None:
    known = gazetteer()
    held = [site for line in known._names for site in known._of_line(line) if site.native]
    names = Counter(site.native for site in held)
    shared = sum(n for n in names.values() if n > 1)
    assert len(held) == 29_703
    assert 0.52 < shared / len(held) < 0.53


def test_every_settlement_has_an_id_of_its_own() -> None:
    known = gazetteer()
    keys = [s.id for line in known._names for s in known._of_line(line) if s.register]
    assert len(keys) == len(set(keys))
    assert all(key and len(key) == 19 for key in keys)


@pytest.mark.parametrize(
    ("word", "language", "name", "id_"),
    [
        ("херсонській", "uk", "Kherson", "UA65000000000030969"),
        ("запорізької", "uk", "Zaporizhzhia", "UA23000000000064947"),
        ("харьковской", "ru", "Kharkiv", "UA63000000000041885"),
        ("kharkov", LATIN, "Kharkiv", "UA63000000000041885"),
        ("белгородской", "ru", "Belgorod", "RU-BEL"),
        ("бєлгородську", "uk", "Belgorod", "RU-BEL"),
        ("belgorod", LATIN, "Belgorod", "RU-BEL"),
        ("краснодарском", "ru", "Krasnodar", "RU-KDA"),
    ],
)
def test_regions_of_both_sides_carry_the_id_of_a_public_register(
    word: str, language: str, name: str, id_: str
) -> None:
    site = gazetteer().region_word([word], language)
    assert site is not None
    assert (site.name, site.id, site.kind) == (name, id_, "region")


@pytest.mark.parametrize(
    ("word", "language", "name"),
    [
        ("авдіївському", "uk", "Avdiivka"),
        ("лиманський", "uk", "Lyman"),
        ("торецьким", "uk", "Toretsk"),
        ("покровському", "uk", "Pokrovsk"),
        ("херсонському", "uk", "Kherson"),
        ("придніпровському", "uk", "Prydniprovskyi"),
        ("авдеевском", "ru", "Avdiivka"),
        ("донецкое", "ru", "Donetsk"),
        ("купянском", "ru", "Kupiansk"),
        ("южно-донецком", "ru", "South Donetsk"),
        ("kupiansk", LATIN, "Kupiansk"),
        ("novopavlivka", LATIN, "Novopavlivka"),
    ],
)
def test_an_adjective_beside_a_word_for_a_sector_names_it(
    word: str, language: str, name: str
) -> None:
    found = gazetteer().sector([word], language)
    assert found is not None
    assert found[0] == name


def test_folding_lets_the_romanisations_of_one_name_meet() -> None:
    assert len({folded(n) for n in ("Avdiivka", "Avdiyivka", "Avdyivka")}) == 1
    assert folded("Odessa") == folded("Odesa")
    assert folded("Slovyansk") == folded("Sloviansk")
    assert folded("Kupyansk") != folded("Kopyansk")
