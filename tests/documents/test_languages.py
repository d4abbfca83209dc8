"""The language of a text from its letters and words."""

import pytest

from lossledger.documents.language import language_of, supported

HEADER = "Загальні бойові втрати противника орієнтовно склали / The total combat losses were"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "ВСУ потеряли до 490 военных"),
        ("en", "tanks - 773"),
        ("en", "tanks ‒ 773 од,\nAPV ‒ 2002 од,\nMLRS ‒ 127 од"),
        ("uk", "танків – 773"),
        ("ru", "танков - 773"),
        ("ru", "самолетов 5"),
        ("und", "Panzer - 773"),
        ("uk", "Втрати росіян за добу: 1130 окупантів, 12 танків"),
        ("ru", "Уничтожено 5 танков и 3 самолета"),
        (
            "und",
            "Rosja straciła od początku wojny 407 240 żołnierzy, w tym 1160 w ciągu ostatniej doby, podał Sztab Generalny.",
        ),
        (
            "und",
            "Russland hat seit Kriegsbeginn 407.240 Soldaten verloren, teilte der Generalstab der ukrainischen Streitkräfte mit.",
        ),
        (
            "und",
            "La Russie a perdu 407 240 soldats depuis le début de la guerre, selon l’état-major ukrainien.",
        ),
        (
            "und",
            "Rusia ha perdido 407.240 soldados desde el inicio de la guerra, según el Estado Mayor de Ucrania.",
        ),
        (
            "und",
            "La Russia ha perso 407.240 soldati dall’inizio della guerra, secondo lo Stato Maggiore ucraino.",
        ),
        (
            "und",
            "A Rússia perdeu 407.240 soldados desde o início da guerra, segundo o Estado-Maior da Ucrânia.",
        ),
        (
            "und",
            "Rusland heeft 12 tanks en 407.240 soldaten verloren sinds het begin van de oorlog.",
        ),
        ("und", "Rusko ztratilo od začátku války 407 240 vojáků, uvedl generální štáb."),
        ("und", "俄罗斯自战争开始以来损失了407240名士兵"),
        ("und", "خسرت روسيا 407240 جنديا"),
        ("und", "ロシアは407240人の兵士を失った"),
        ("und", "러시아는 407240명의 병사를 잃었다"),
        ("und", "Η Ρωσία έχασε 407.240 στρατιώτες"),
        (
            "und",
            "Русия е загубила 407 240 войници от началото на войната, според Генералния щаб. Върху фронта са унищожени 12 танка.",
        ),
        ("und", "Русија је изгубила 407.240 војника од почетка рата."),
        (
            "und",
            "Расія страціла 407 240 салдат з пачатку вайны, паведаміў Генеральны штаб. Знішчаны 12 танкаў.",
        ),
        ("und", "Русија изгуби 407.240 војници од почетокот на војната."),
        ("und", "Ресей соғыс басталғалы 407 240 сарбазынан айырылды"),
        (
            "und",
            "Rusya savaşın başından bu yana 407.240 asker kaybetti, Ukrayna Genelkurmay Başkanlığı açıkladı.",
        ),
        (
            "und",
            "Ryssland har förlorat 407 240 soldater sedan krigets början, enligt den ukrainska generalstaben.",
        ),
        ("und", "Venäjä on menettänyt 407 240 sotilasta sodan alusta lähtien."),
        ("und", "Oroszország 407 240 katonát veszített a háború kezdete óta."),
        ("und", "Rusia a pierdut 407.240 de soldați de la începutul războiului."),
        ("und", "36 drones russes abattus"),
        ("und", "12345"),
        ("und", ""),
        ("en", "Russia: 12 tanks"),
        ("en", "Russian losses: 407,240"),
        ("en", "Kyiv: 407,240 troops"),
        ("en", "MLRS 5"),
        ("en", "Two Su-34 jets were shot down"),
        ("en", "Zelensky says 31,000 Ukrainian soldiers killed"),
        ("uk", "Знищено два танки"),
        ("uk", "За добу — мінус 990 осіб"),
        ("uk", "Ліквідовано близько 45200 (+300) осіб"),
        ("ru", "Потери ВСУ за сутки: до 1515 военнослужащих, танк, боевую машину пехоты"),
        ("uk", "Особового складу 990"),
        ("ru", "личного состава около 380600"),
        ("ru", "Сбито 48 БПЛА"),
        ("uk", "Збито 48 БпЛА"),
        ("uk+en", "танків / tanks ‒ 6832"),
        ("ru", "ВСУ применили ракеты ATACMS, HIMARS и Storm Shadow; сбиты 5 ATACMS"),
        ("uk", "Росіяни втратили F-16, HIMARS та Leopard 2A6"),
        ("uk+en", "Втрати: танків 5, літаків 6, осіб 700.\nThe losses: tanks 5, persons 700."),
        ("uk+en", f"{HEADER}\nтанків / tanks ‒ 6832 (+4) од\nосіб / persons 433840 (+750)"),
    ],
)
def test_a_text_has_its_language(code: str, text: str) -> None:
    assert language_of(text) == code


def test_a_pages_own_word_decides_only_where_nothing_else_does() -> None:
    assert language_of("самолетов 5", "uk") == "uk"
    assert language_of("Panzer 5", "en") == "en"
    assert language_of("Потери противника", "uk") == "ru"
    assert language_of("Russland hat 12 Panzer verloren und das ist viel", "en") == "und"


def test_the_languages_that_are_read_are_named_in_the_table() -> None:
    assert supported() == ("English", "Ukrainian", "Russian")
