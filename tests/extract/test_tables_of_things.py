"""Tables whose columns are things, verbs or sides are read cell by cell."""

from datetime import UTC, date, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.model import Claim

READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


def claims(text: str, day: date = date(2025, 6, 2)) -> tuple[Claim, ...]:
    published = datetime.combine(day, time(12), UTC)
    document = document_from_text(
        text, retrieved_at=READ_AT, published_at=published, media_type="text/plain"
    )
    return read(document).claims


def in_short(text: str) -> list[str]:
    return [f"{c.party} {c.metric} {c.quantity.high or c.quantity.low}" for c in claims(text)]


def test_each_number_is_of_the_thing_at_the_head_of_its_column() -> None:
    text = (
        "Ukrainian losses by month, according to the Russian Defence Ministry\n\n"
        "Month | Personnel | Tanks\nJanuary 2025 | up to 51,400 | 310\nFebruary 2025 | – | 240\n"
        "March 2025 | 44,100 | 198"
    )
    assert in_short(text) == [
        "UA personnel 51400", "UA tanks 310", "UA tanks 240", "UA personnel 44100", "UA tanks 198",
    ]  # fmt: skip
    first, *_ = claims(text)
    assert (first.claimant, first.period.start, first.period.end) == (
        "ru_mod", date(2025, 1, 1), date(2025, 1, 31),
    )  # fmt: skip
    assert (first.quantity.low, first.quantity.high) == (None, 51400)


def test_heads_that_are_scopes_count_the_civilians_that_the_title_names() -> None:
    text = (
        "Civilian casualties in Ukraine, UN human rights office\n\nMonth | Killed | Injured\n"
        "January | 139 | 738\nFebruary | 129 | 588"
    )
    assert [(c.metric, c.scope, c.quantity.value) for c in claims(text)] == [
        ("civilians", ("killed",), 139), ("civilians", ("wounded",), 738),
        ("civilians", ("killed",), 129), ("civilians", ("wounded",), 588),
    ]  # fmt: skip


def test_a_row_may_name_the_side_or_who_says_it_of_whom() -> None:
    sides = "Losses, by Oryx\n\nSide | Tanks | Aircraft\nRussia | 4,100 | 140\nUkraine | 1,200 | 95"
    assert in_short(sides) == [
        "RU tanks 4100", "RU aircraft 140", "UA tanks 1200", "UA aircraft 95",
    ]  # fmt: skip
    said = (
        "Losses of a day\n\nWho says so | Of whom | Troops | Tanks\n"
        "General Staff of Ukraine | Russia | 910 | 11\n"
        "Russian Ministry of Defence | Ukraine | 1,040 | 6"
    )
    assert [(c.claimant, c.party, c.quantity.value) for c in claims(said)] == [
        ("ua_general_staff", "RU", 910), ("ua_general_staff", "RU", 11),
        ("ru_mod", "UA", 1040), ("ru_mod", "UA", 6),
    ]  # fmt: skip


def test_heads_that_are_verbs_alone_take_the_thing_from_the_title_or_the_row() -> None:
    text = (
        "Дронові атаки РФ, дані Повітряних сил\n\nМісяць | Запущено | Збито\n"
        "вересень 2025 | 5 600 | 4 900\nжовтень 2025 | 5 300 | 4 200"
    )
    assert in_short(text) == [
        "RU drones_launched 5600", "RU drones_downed 4900",
        "RU drones_launched 5300", "RU drones_downed 4200",
    ]  # fmt: skip


def test_a_title_of_one_thing_heads_rows_of_months() -> None:
    text = (
        "Уничтожено украинских БПЛА, данные Минобороны РФ за 2025 год\n\nиюль | 3 010\n"
        "август | 2 670\nсентябрь | 2 730"
    )
    assert in_short(text) == [
        "UA drones_downed 3010", "UA drones_downed 2670", "UA drones_downed 2730",
    ]  # fmt: skip


def test_a_list_under_a_sides_name_alone_is_of_its_losses() -> None:
    text = (
        "Confirmed by pictures, according to Oryx:\n\nRussia\n- tanks: 12\n- trucks: 40\n"
        "- howitzers: 7\n\nUkraine\n- tanks: 5\n- trucks: 9\n- howitzers: 2\n"
    )
    assert in_short(text) == [
        "RU tanks 12", "RU vehicles 40", "RU artillery 7",
        "UA tanks 5", "UA vehicles 9", "UA artillery 2",
    ]  # fmt: skip


def test_totals_with_the_number_first_keep_their_increments() -> None:
    text = (
        "Втрати ворога на ранок, Генштаб ЗСУ:\n\n1 201 300 — особовий склад (+980)\n"
        "11 500 — танки (+4)\n36 020 — артсистеми (+31)"
    )
    assert in_short(text) == [
        "RU personnel 1201300", "RU personnel 980", "RU tanks 11500", "RU tanks 4",
        "RU artillery 36020", "RU artillery 31",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The sides on June 2026\n\nWhat | Who says it | Figure\nRussian army losses | General Staff "
        "of Ukraine | 31,240\nLosses of the Ukrainian army | Russian Defence Ministry | 38,900\n"
        "Ukrainian drones shot down | Russian Defence Ministry | 3,981\n"
        "Russian drones launched at Ukraine | Ukrainian Air Force | 5,402",
        "Сторони про червень 2026 року\n\nПоказник | Джерело | Число\nВтрати особового складу РФ | "
        "Генштаб ЗСУ | 31 240\nВтрати особового складу ЗСУ | Міноборони РФ | 38 900\n"
        "Українські БпЛА, збиті ППО | Міноборони РФ | 3 981\n"
        "Російські дрони, запущені по Україні | Повітряні сили | 5 402",
    ],
    ids=["en", "uk"],
)
def test_a_row_that_names_thing_side_and_source_itself_is_read_by_them(text: str) -> None:
    document = document_from_text(
        text,
        retrieved_at=datetime(2026, 8, 1, tzinfo=UTC),
        published_at=datetime(2026, 7, 2, 12, tzinfo=UTC),
    )
    found = [(c.metric, c.party, c.claimant, str(c.period)) for c in read(document).claims]
    june = "2026-06-01 to 2026-06-30"
    assert found == [
        ("personnel", "RU", "ua_general_staff", june),
        ("personnel", "UA", "ru_mod", june),
        ("drones_downed", "UA", "ru_mod", june),
        ("drones_launched", "RU", "ua_air_force", june),
    ]
