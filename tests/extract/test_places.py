"""Which places a sentence names, and which of several places of one name is meant."""

import pytest

from lossledger.extract.places import Settled, mentions, place_of, resolved
from lossledger.extract.tokens import sentences
from lossledger.model import Place
from lossledger.places import cues, gazetteer
from lossledger.vocabulary.lexicon import lexicon


def places(text: str, language: str) -> list[Place]:
    settled, known = Settled(), gazetteer()
    found = []
    for s in sentences(text, lexicon(language)):
        named = mentions(s, cues((language,)), (language,))
        found += [place_of(m, s, known) for m in resolved(named, s, settled, known)]
    return found


def names(text: str, language: str) -> list[tuple[str, str]]:
    return [(place.name, place.kind) for place in places(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Clashes went on near Robotyne in the Zaporizhzhia region.",
            "en",
            [("Robotyne", "village"), ("Zaporizhzhia", "region")],
        ),
        ("In the Kherson sector they hold the line.", "en", [("Kherson", "sector")]),
        (
            "Boats crossed to the left bank of the Dnieper River.",
            "en",
            [("left bank of the Dnipro", "bank")],
        ),
        (
            "Attacks on the Kupiansk, Lyman and Bakhmut axes were repelled.",
            "en",
            [("Kupiansk", "sector"), ("Lyman", "sector"), ("Bakhmut", "sector")],
        ),
        (
            "Boats crossed to the eastern bank of the Dnipro.",
            "en",
            [("eastern bank of the Dnipro", "bank")],
        ),
        ("Troops gather in the direction of Bakhmut.", "en", [("Bakhmut", "city")]),
        ("Strikes on Kiev and Kharkov went on.", "en", [("Kyiv", "city"), ("Kharkiv", "city")]),
        ("Fighting for Robotyne village goes on.", "en", [("Robotyne", "village")]),
        (
            "Drones fell in the Belgorod and Kursk regions.",
            "en",
            [("Belgorod", "region"), ("Kursk", "region")],
        ),
        ("Houses burned in Pokrovsk district.", "en", [("Pokrovskyi", "district")]),
        ("In May, soldiers met Ivan Petrov from Oslo.", "en", []),
        ("Kyiv says that the figures are wrong.", "en", []),
        ("У Харкові та під Бахмутом чути вибухи.", "uk", [("Kharkiv", "city"), ("Bakhmut", "city")]),
        (
            "На Авдіївському, Лиманському та Херсонському напрямках тихо.",
            "uk",
            [("Avdiivka", "sector"), ("Lyman", "sector"), ("Kherson", "sector")],
        ),
        (
            "Біля Роботиного Запорізької області тривають бої.",
            "uk",
            [("Robotyne", "village"), ("Zaporizhzhia", "region")],
        ),
        ("Човни дійшли до лівого берега Дніпра.", "uk", [("left bank of the Dnipro", "bank")]),
        ("На Харківщині й у Криму тривога.", "uk", [
            ("Kharkiv", "region"), ("Autonomous Republic of Crimea", "region")]),
        ("У Залужного про це не говорять.", "uk", []),
        ("Над Бєлгородською областю збили дрон.", "uk", [("Belgorod", "region")]),
        ("Під Харьковом слышны взрывы.".replace("Під", "Под"), "ru", [("Kharkiv", "city")]),
        ("Бои идут в районе Работино.", "ru", [("Robotyne", "village")]),
        (
            "На Херсонском и Южно-Донецком направлениях тихо.",
            "ru",
            [("Kherson", "sector"), ("South Donetsk", "sector")],
        ),
        (
            "В Белгородской области, в городе Шебекино, горит склад.",
            "ru",
            [("Belgorod", "region"), ("Shebekino", "city")],
        ),
        ("Лодки дошли до левого берега Днепра.", "ru", [("left bank of the Dnipro", "bank")]),
        (
            "Над Курской и Брянской областями сбиты дроны.",
            "ru",
            [("Kursk", "region"), ("Bryansk", "region")],
        ),
        ("Мы говорили с Иваном Петровым.", "ru", []),
    ],
)  # fmt: skip
def test_a_sentence_names_its_places(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Shells fell near Terny.", "en"),
        ("Обстріляли околиці Тернів.", "uk"),
        ("Обстрел был в районе Терны.", "ru"),
    ],
)
def test_a_name_of_several_places_is_ambiguous_with_its_candidates(
    text: str, language: str
) -> None:
    (place,) = places(text, language)
    assert place.ambiguous
    assert place.id is None
    assert place.coordinates is None
    assert len(place.candidates) >= 6
    assert all(key and key.startswith("UA") for key, _, _ in place.candidates)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Shells fell near Terny (Donetsk oblast).", "en"),
        ("In the Donetsk region, shells fell near Terny.", "en"),
        ("Обстріляли околиці Тернів Донецької області.", "uk"),
        ("В Донецкой области обстрел был в районе Терны.", "ru"),
        ("В Донецкой области тихо. Обстрел был в районе Терны.", "ru"),
    ],
)
def test_a_region_in_the_sentence_or_before_it_says_which_place_is_meant(
    text: str, language: str
) -> None:
    terny = next(place for place in places(text, language) if place.name == "Terny")
    assert (terny.id, terny.resolved_by) == ("UA14120110310044604", "region")
    assert terny.of == ("UA14000000000091971", "Donetsk")


def test_each_list_of_villages_takes_the_region_behind_it() -> None:
    text = "Attacks near Synkivka, Ivanivka (Kharkiv oblast), Terny and Torske (Donetsk oblast)."
    of = {place.name: place.of and place.of[1] for place in places(text, "en")}
    assert of["Ivanivka"] == "Kharkiv"
    assert of["Torske"] == of["Terny"] == "Donetsk"


def test_the_only_city_among_villages_is_meant() -> None:
    (place,) = places("Вибухи чули в Авдіївці.", "uk")
    assert (place.id, place.resolved_by) == ("UA14160010010073615", "city")


def test_the_city_that_its_region_is_named_after_is_meant() -> None:
    (place,) = places("Explosions were heard in Mykolaiv.", "en")
    assert (place.of, place.resolved_by) == (("UA48000000000039575", "Mykolaiv"), "city")


def test_a_place_settled_once_stays_settled_in_the_text() -> None:
    text = "Terny in the Donetsk region was shelled.\n\nBy night, drones flew over Terny."
    assert [p.id for p in places("Near " + text, "en") if p.name == "Terny"] == [
        "UA14120110310044604"
    ] * 2


def test_a_village_of_the_register_is_not_meant_in_a_region_outside_of_it() -> None:
    (region, village) = places("В Курской области бои идут в районе Любимовки.", "ru")
    assert (region.id, region.register) == ("RU-KRS", "ISO 3166-2")
    assert (village.id, village.candidates, village.kind) == (None, (), "settlement")
    assert village.of == ("RU-KRS", "Kursk")


def test_the_words_of_a_place_are_those_of_the_text() -> None:
    text = "Бої тривають біля Часового Яру та на лівому березі Дніпра."
    for place in places(text, "uk"):
        assert text[place.span.start : place.span.end] == place.quote


def test_no_place_is_finer_than_a_settlement_and_only_settlements_have_a_centre() -> None:
    kinds = {"city", "settlement", "village", "district", "region", "sector", "bank", "river"}
    text = (
        "On the left bank of the Dnipro, in Krynky in the Kherson region, in the Lyman sector"
        " and in Pokrovsk district, near Bakhmut."
    )
    found = places(text, "en")
    assert {place.kind for place in found} <= kinds
    assert {p.kind for p in found if p.coordinates} <= {"city", "settlement", "village"}
    assert any(place.coordinates for place in found)


def test_places_come_back_from_their_json() -> None:
    for text in ("Near Terny and Bakhmut.", "On the left bank of the Dnipro, in Crimea."):
        for place in places(text, "en"):
            assert Place.from_json(place.as_json()) == place


@pytest.mark.parametrize(
    "text", ["near " * 5000, "Near Bakhmut, " * 3000, "A " * 8000, "in Велика " * 3000]
)
def test_the_time_grows_with_the_text_only(text: str) -> None:
    import time

    def cost(part: str) -> float:
        found = sentences(part, lexicon("en"))
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            for s in found:
                named = mentions(s, cues(("en",)), ("en",))
                resolved(named, s, Settled(), gazetteer())
            best = min(best, time.process_time() - begin)
        return best

    cost(text[:100])
    assert cost(text) < 9 * max(cost(text[: len(text) // 4]), 0.002)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They flew to Odessa with the minister.", "en", ["Odesa"]),
        ("Після обстрілу Вовчанська горів склад.", "uk", ["Vovchansk"]),
        ("После обстрела Шебекино горел склад.", "ru", ["Shebekino"]),
        ("We saw Ivan Lutsk there.", "en", []),
        ("Лебедин заявив, що все спокійно.", "uk", []),
        ("The word Terny means thorns.", "en", []),
    ],
)
def test_a_city_that_no_word_announces_is_named_when_nothing_else_is_called_so(
    text: str, language: str, expected: list[str]
) -> None:
    assert [place.name for place in places(text, language)] == expected
