"""Every way in which a daily list of losses is written, in texts of our own, in three languages."""

from datetime import UTC, date, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.model import Claim, Document, Reading
from lossledger.period import KYIV

DAY = date(2024, 2, 22)


def document(text: str, day: date | None = DAY, given: date | None = None) -> Document:
    return document_from_text(
        text,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        published_at=datetime.combine(day, time(12), KYIV) if day else None,
        report_date=given,
    )


def reading(text: str, day: date | None = DAY, given: date | None = None) -> Reading:
    return read(document(text, day, given))


def in_short(claim: Claim) -> str:
    q = claim.quantity
    sign = {"cumulative": "", "day": "+"}.get(claim.period.kind, "?")
    value = str(q.value) if q.value is not None else f"{q.low}..{q.high}"
    return f"{claim.metric} {sign}{'~' if q.hedge else ''}{value}"


def rows(text: str, day: date = DAY) -> list[str]:
    """Every claim as "metric total" or "metric +increment"; nothing may be left unread."""
    found = reading(text, day)
    assert [u.quote for u in found.unread] == []
    return [in_short(c) for c in found.claims]


EN = "The total combat losses of the enemy from 24.02.22 to 22.02.24 were:\n"
UK = "Загальні бойові втрати противника з 24.02.22 по 22.02.24 склали:\n"
RU = "Общие боевые потери противника с 24.02.22 по 22.02.24 составили:\n"

LINES = {
    "a figure dash": (EN, "tanks ‒ {0} (+7),\nAPV ‒ 12373 (+35),\nMLRS ‒ 995 (+0)"),
    "an en dash": (EN, "tanks – {0} (+7),\nAPV – 12373 (+35),\nMLRS – 995 (+0)"),
    "an em dash without spaces": (EN, "tanks—{0} (+7)\nAPV—12373 (+35)\nMLRS—995 (+0)"),
    "a hyphen": (EN, "tanks - {0} (+7)\nAPV - 12373 (+35)\nMLRS - 995 (+0)"),
    "a colon": (EN, "Tanks: {0} (+7)\nAPVs: 12373 (+35)\nMLRS: 995 (+0)"),
    "mixed dashes, none or two spaces": (EN, "tanks ‒{0} (+7),\nAPV –  12373 (+35),\nMLRS- 995 (+0)"),
    "no space before the bracket": (EN, "tanks ‒ {0}(+7),\nAPV ‒ 12373(+35),\nMLRS ‒ 995(+0)."),
    "units and persons": (EN, "tanks – {0} (+7) units,\nAPV – 12373 (+35) od,\nMLRS – 995 (+0) od."),
    "bullets": (EN, "• tanks – {0} (+7)\n• APV – 12373 (+35)\n• MLRS – 995 (+0)"),
    "emoji for bullets": (EN, "🔻 Tanks – {0} (+7)\n🔻 APV – 12373 (+35)\n🚀 MLRS – 995 (+0)"),
    "Markdown": (EN, "* **Tanks** – {0} (+7)\n* **APV** – 12373 (+35)\n* **MLRS** – 995 (+0)"),
    "a bracket with its period": (EN, "tanks – {0} (+7 per day)\nAPV – 12373 (+35 in the past day)\n"
                                      "MLRS – 995 (+0)"),
    "labels of news copies": (EN, "Main battle tanks — {0} (+7)\nArmored fighting vehicles — 12373 "
                                  "(+35)\nMultiple launch rocket systems — 995 (+0)"),
    "Ukrainian labels": (UK, "танків ‒ {0} (+7) од,\nбойових броньованих машин ‒ 12373 (+35) од.,\n"
                             "РСЗВ – 995 (+0) од,"),
    "Ukrainian nominatives": (UK, "Танки — {0} (+7)\nББМ — 12373 (+35)\nРСЗВ — 995 (+0)"),
    "Ukrainian with a period": (UK, "танків — {0} (+7 за минулу добу)\nББМ — 12373 (+35)\n"
                                    "РСЗВ — 995 (+0)"),
    "Ukrainian verbs first": (UK, "знищено танків — {0} (+7)\nзнищено ББМ — 12373 (+35)\n"
                                  "знищено РСЗВ — 995 (+0)"),
    "Russian labels": (RU, "танков ‒ {0} (+7) ед,\nбоевых бронированных машин ‒ 12373 (+35) ед.,\n"
                           "РСЗО – 995 (+0) ед,"),
    "Russian nominatives": (RU, "Танки — {0} (+7)\nББМ — 12373 (+35)\nРСЗО — 995 (+0)"),
    "Russian with a period": (RU, "танков — {0} (+7 за минувшие сутки)\nББМ — 12373 (+35)\n"
                                  "РСЗО — 995 (+0)"),
    "two languages": (UK, "танків / tanks ‒ {0} (+7) од,\nбойових броньованих машин / APV ‒ 12373 "
                          "(+35) од,\nРСЗВ / MLRS – 995 (+0) од,"),
    "a label in another language": (EN, "tanks ‒ {0} (+7) од,\nAPV ‒ 12373 (+35) од,\n"
                                        "РСЗВ / MLRS – 995 (+0) од,"),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_a_line_is_read_however_it_is_written(name: str) -> None:
    heading, lines = LINES[name]
    expected = ["tanks 6523", "tanks +7", "afv 12373", "afv +35", "mlrs 995", "mlrs +0"]
    assert rows(heading + lines.format("6523")) == expected


GROUPED = ["6523", "6 523", "6\u00a0523", "6\u202f523", "6\u2009523", "6,523"]


@pytest.mark.parametrize("written", GROUPED)
def test_thousands_are_read_with_every_separator(written: str) -> None:
    for heading, label in ((EN, "tanks"), (UK, "танків"), (RU, "танков")):
        if "," in written and heading != EN:
            continue
        text = f"{heading}{label} – {written} (+7)\n" + "MLRS – 995 (+0)\nAPV – 12373 (+35)\n" * (
            heading == EN
        )
        text += {EN: "", UK: "РСЗВ – 995\nББМ – 12373", RU: "РСЗО – 995\nББМ – 12373"}[heading]
        assert rows(text)[:2] == ["tanks 6523", "tanks +7"]


def test_words_for_thousands_are_read() -> None:
    uk = UK + "особового складу – 85 тисяч 410 (+20)\nтанків – 1 тис. 537\nББМ – 29,2 тис."
    assert rows(uk) == ["personnel 85410", "personnel +20", "tanks 1537", "afv 29200"]
    ru = RU + "личного состава – 906,5 тысячи (+990)\nтанков – 6 тыс. 523\nББМ – 12 тысяч"
    assert rows(ru) == ["personnel 906500", "personnel +990", "tanks 6523", "afv 12000"]
    en = EN + "personnel – 1.39 million\ntanks – 6.5 thousand (+7)\nAPV – 12k"
    assert rows(en) == ["personnel 1390000", "tanks 6500", "tanks +7", "afv 12000"]


def test_millions_are_read() -> None:
    for space in (" ", "\u00a0", "\u202f"):
        value, change = f"1{space}391{space}950", f"1{space}290"
        text = EN + f"personnel – approximately {value} (+{change}) persons\ntanks – 1\nAPV – 2"
        assert rows(text)[:2] == ["personnel ~1391950", "personnel +1290"]


# -- personnel ---------------------------------------------------------------------------------

PERSONS = {
    "about, liquidated": (EN, "personnel ‒ about 20300 (+200) persons were liquidated,"),
    "about, persons": (EN, "personnel ‒ about 20300 (+200) persons,"),
    "approximately": (EN, "Personnel — approximately 20300 (+200) people"),
    "a line that begins with a verb": (EN, "liquidated about 20300 (+200) persons"),
    "in Ukrainian": (UK, "особового складу ‒ близько 20300 (+200) осіб ліквідовано,"),
    "a Ukrainian verb first": (UK, "особового складу ‒ ліквідовано близько 20300 (+200)"),
    "a Ukrainian verb alone": (UK, "ліквідовано близько 20300 (+200)"),
    "a Ukrainian verb and its noun": (UK, "ліквідовано близько 20300 (+200) осіб"),
    "in Russian": (RU, "личного состава ‒ около 20300 (+200) человек ликвидировано,"),
    "a Russian verb first": (RU, "ликвидировано около 20300 (+200) человек"),
    "in two languages": (UK, "особового складу / personnel ‒ близько/ about 20300 (+200) осіб / "
                             "persons,"),
}  # fmt: skip


@pytest.mark.parametrize("name", PERSONS)
def test_personnel_are_read_however_they_are_named(name: str) -> None:
    heading, line = PERSONS[name]
    rest = {
        EN: "tanks – 6523\nAPV – 12373\nMLRS – 995",
        UK: "танків – 6523\nББМ – 12373\nРСЗВ – 995",
        RU: "танков – 6523\nББМ – 12373\nРСЗО – 995",
    }
    assert rows(f"{heading}{line}\n{rest[heading]}") == [
        "personnel ~20300", "personnel +200", "tanks 6523", "afv 12373", "mlrs 995",
    ]  # fmt: skip


def test_liquidated_says_no_scope_and_is_kept_in_the_words() -> None:
    text = EN + "personnel ‒ about 20300 persons were liquidated,\ntanks – 773\nAPV – 2002"
    claim = reading(text).claims[0]
    assert (claim.scope, claim.scope_words) == (None, "personnel … liquidated")


# -- what is missing ---------------------------------------------------------------------------


def test_a_missing_total_leaves_the_increment_alone() -> None:
    text = EN + "tanks – 6523 (+7),\nAPV ‒ (+2).\nMLRS – 995"
    assert rows(text) == ["tanks 6523", "tanks +7", "afv +2", "mlrs 995"]
    uk = UK + "танків – 6523 (+7),\nББМ ‒ (+2).\nРСЗВ – 995"
    assert rows(uk) == ["tanks 6523", "tanks +7", "afv +2", "mlrs 995"]


def test_an_empty_bracket_is_no_increment() -> None:
    assert rows(EN + "tanks – 6523 (+),\nAPV ‒ 8962 (+),\nMLRS – 995 (+1)") == [
        "tanks 6523", "afv 8962", "mlrs 995", "mlrs +1",
    ]  # fmt: skip


def test_two_items_on_a_line_are_two_items() -> None:
    text = EN + "tanks – 6523 (+7)\nwarships / boats ‒ 15 (+0) vehicles and fuel tanks – 3681 (+22)"
    assert rows(text + ",\nMLRS – 995") == [
        "tanks 6523", "tanks +7", "ships 15", "ships +0", "vehicles 3681", "vehicles +22",
        "mlrs 995",
    ]  # fmt: skip
    uk = UK + "літаків – 338, гелікоптерів – 325 (+0),\nтанків – 6523,\nББМ – 12373"
    assert rows(uk) == ["aircraft 338", "helicopters 325", "helicopters +0", "tanks 6523",
                        "afv 12373"]  # fmt: skip


def test_a_whole_list_on_one_line_is_a_list() -> None:
    text = (
        "Загальні бойові втрати противника з 24.02.22 по 22.02.24 орієнтовно склали: особового "
        "складу – близько 407240 (+1160) осіб, танків – 6523 (+7), ББМ – 12373 (+35)."
    )
    assert rows(text) == [
        "personnel ~407240", "personnel +1160", "tanks ~6523", "tanks +7", "afv ~12373", "afv +35",
    ]  # fmt: skip


def test_labels_in_any_order_and_unknown_ones_between_do_not_disturb_the_others() -> None:
    found = reading(EN + "MLRS – 995 (+1)\nzeppelins – 14 (+2)\ntanks – 6523 (+7)\nAPV – 12373")
    assert [in_short(c) for c in found.claims] == [
        "mlrs 995", "mlrs +1", "tanks 6523", "tanks +7", "afv 12373",
    ]  # fmt: skip
    assert [u.quote for u in found.unread] == ["14", "2"]
    found = reading(UK + "коней – 14 (+2)\nтанків – 6523\nББМ – 12373\nРСЗВ – 995\nбочок – 3")
    assert [u.quote for u in found.unread] == ["14", "2", "3"]


# -- headings and footers ----------------------------------------------------------------------

BODY = {
    "en": "\npersonnel ‒ about 407240 (+1160) persons\ntanks ‒ 6523 (+7)\nAPV ‒ 12373 (+35)\n",
    "uk": "\nособового складу ‒ близько 407240 (+1160) осіб\nтанків ‒ 6523 (+7)\nББМ ‒ 12373 (+35)\n",
    "ru": "\nличного состава ‒ около 407240 (+1160) человек\nтанков ‒ 6523 (+7)\nББМ ‒ 12373 (+35)\n",
}
HEADINGS = {
    "short years": ("en", "The total combat losses of the enemy from 24.02.22 to 22.02.24 were:"),
    "long years": ("en", "Total combat losses of the enemy from 24.02.2022 to 22.02.2024 were:"),
    "no years": ("en", "The total combat losses of the enemy from 24.02 to 22.02 were:"),
    "two lines": ("en", "The total combat losses of the enemy\nfrom 24.02.22 to 22.02.24 were:"),
    "words": ("en", "Enemy losses from February 24, 2022 to February 22, 2024:"),
    "as of": ("en", "Russian losses as of 22 February 2024, General Staff:"),
    "uk short years": ("uk", "Загальні бойові втрати противника з 24.02.22 по 22.02.24 склали:"),
    "uk from and to": ("uk", "Бойові втрати ворога від 24.02.22 до 22.02.24 становлять:"),
    "uk no years": ("uk", "Загальні бойові втрати противника з 24.02 по 22.02 склали:"),
    "uk words": ("uk", "Втрати ворога з 24 лютого 2022 року по 22 лютого 2024 року становлять:"),
    "uk as of": ("uk", "Генштаб: втрати росіян станом на 22 лютого 2024 року"),
    "ru short years": ("ru", "Общие боевые потери противника с 24.02.22 по 22.02.24 составили:"),
    "ru no years": ("ru", "Общие боевые потери противника с 24.02 по 22.02 составили:"),
    "ru words": ("ru", "Генштаб ВСУ: потери врага с 24 февраля 2022 года по 22 февраля 2024 "
                       "года составили:"),
    "both languages": ("uk", "Загальні бойові втрати противника з 24.02.22 по 22.02.24 склали / The "
                             "total combat losses of the enemy from 24.02.22 to 22.02.24 were:"),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADINGS)
def test_a_heading_gives_the_day_of_the_report(name: str) -> None:
    language, heading = HEADINGS[name]
    found = reading(heading + BODY[language])
    assert [in_short(c) for c in found.claims] == [
        "personnel ~407240", "personnel +1160", "tanks 6523", "tanks +7", "afv 12373", "afv +35",
    ]  # fmt: skip
    ends = {(c.period.kind, c.period.start, c.period.end) for c in found.claims}
    assert ends == {
        ("cumulative", date(2022, 2, 24), DAY),
        ("day", date(2024, 2, 21), date(2024, 2, 21)),
    }
    assert {c.report_date for c in found.claims} == {DAY}
    assert {c.party for c in found.claims} == {"RU"}
    assert found.notes == ()
    assert {i.reason for i in found.ignored} <= {"date", "year"}
    assert found.unread == ()


@pytest.mark.parametrize(
    ("language", "heading", "hedge"),
    [
        ("en", "The total combat losses of the enemy from 24.02 to 22.02 were approximately:", "about"),
        ("en", "The total combat losses of the enemy from 24.02 to 22.02 were\napproximately:", "about"),
        ("uk", "Загальні бойові втрати противника з 24.02 по 22.02 орієнтовно склали:", "about"),
        ("uk", "Втрати противника від 24.02 до 22.02 орієнтовно становлять:", "about"),
        ("ru", "Общие потери противника с 24.02 по 22.02 ориентировочно составили:", "about"),
        ("en", "Total combat losses of the enemy from 24.02 to 22.02: about 407240 men. In detail:", None),
        ("uk", "Загальні бойові втрати противника з 24.02 по 22.02 склали:", None),
    ],
)  # fmt: skip
def test_an_approximate_heading_hedges_every_total(
    language: str, heading: str, hedge: str | None
) -> None:
    found = reading(heading + BODY[language])
    tanks = [c for c in found.claims if c.metric == "tanks"]
    assert [c.quantity.hedge for c in tanks] == [hedge, None]


def test_a_day_without_a_year_takes_that_of_the_report_given() -> None:
    text = "The total combat losses of the enemy from 24.02 to 31.12 were:" + BODY["en"]
    assert reading(text, None, date(2022, 12, 31)).claims[0].report_date == date(2022, 12, 31)
    assert reading(text, date(2024, 1, 1)).claims[0].report_date == date(2023, 12, 31)


def test_a_day_that_nothing_dates_stays_unknown() -> None:
    text = "The total combat losses of the enemy from 24.02 to 12.04 were:" + BODY["en"]
    total, increment = reading(text, None).claims[:2]
    assert (total.period.kind, total.period.end) == ("cumulative", None)
    assert (increment.period.kind, increment.period.start) == ("day", None)


def test_a_heading_that_contradicts_the_given_day_is_noted_and_read_as_written() -> None:
    text = "The total combat losses of the enemy from 24.02.22 to 22.02.24 were:" + BODY["en"]
    found = reading(text, None, date(2024, 2, 23))
    assert [n.kind for n in found.notes] == ["date_conflict"]
    assert "the text says 2024-02-22, given is 2024-02-23" in found.notes[0].quote
    assert found.claims[0].period.end == date(2024, 2, 22)


def test_a_report_passed_on_the_next_day_is_no_contradiction() -> None:
    text = "The total combat losses of the enemy from 24.02.22 to 22.02.24 were:" + BODY["en"]
    assert reading(text, date(2024, 2, 23)).notes == ()
    assert [n.kind for n in reading(text, date(2024, 2, 21)).notes] == ["date_conflict"]


@pytest.mark.parametrize(
    ("language", "footer"),
    [
        ("en", "Data are being updated.\nStrike the occupier! Let's win together!"),
        ("en", "The greatest losses of the enemy (of the past day) were in the Bakhmut direction."),
        ("uk", "Дані уточнюються.\nБий окупанта! Разом переможемо! Наша сила – у правді!"),
        ("uk", "Найбільших втрат противник зазнав на Бахмутському напрямку."),
        ("ru", "Данные уточняются.\nВместе победим!"),
    ],
)
def test_footers_and_slogans_add_nothing(language: str, footer: str) -> None:
    heading = HEADINGS[{"en": "short years"}.get(language, f"{language} short years")][1]
    found = reading(heading + BODY[language] + footer)
    assert len(found.claims) == 6
    assert found.unread == ()


def test_titles_with_numbers_in_words_and_case_forms_are_claims_of_the_day() -> None:
    title = "Втрати росіян за добу: 1160 окупантів, сім танків, 35 ББМ\n\n"
    heading = "Загальні бойові втрати противника з 24.02.22 по 22.02.24 склали:"
    assert rows(title + heading + BODY["uk"]) == [
        "personnel +1160", "tanks +7", "afv +35",
        "personnel ~407240", "personnel +1160", "tanks 6523", "tanks +7", "afv 12373", "afv +35",
    ]  # fmt: skip


def test_a_list_of_one_day_is_no_list_of_totals() -> None:
    text = "Втрати противника за минулу добу:\nособового складу – 1160\nтанків – 7\nББМ – 35"
    assert rows(text) == ["personnel +1160", "tanks +7", "afv +35"]
    text = "Enemy losses over the past day:\npersonnel – 1160\ntanks – 7\nAPV – 35"
    assert rows(text) == ["personnel +1160", "tanks +7", "afv +35"]
    text = "Потери противника за прошедшие сутки:\nличный состав – 1160\nтанки – 7\nББМ – 35"
    assert rows(text) == ["personnel +1160", "tanks +7", "afv +35"]


def test_a_list_of_one_month_has_the_months_days() -> None:
    found = reading("Enemy losses in January 2024:\npersonnel – 31680\ntanks – 377\nAPV – 620")
    periods = {(c.period.kind, c.period.start, c.period.end) for c in found.claims}
    assert periods == {("month", date(2024, 1, 1), date(2024, 1, 31))}


# -- pages and tables --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "page",
    [
        "<p>tanks ‒ 6523 (+7),</p><p>APV ‒ 12373 (+35),</p><p>MLRS ‒ 995.</p>",
        "<p>tanks ‒ 6523 (+7), <br />APV ‒ 12373 (+35), <br/>MLRS ‒ 995</p>",
        "<ul><li>tanks &#8210; 6523 (+7),</li>\n\t<li>APV &ndash; 12373 (+35),</li><li>MLRS ‒ 995</li></ul>",
        '<div dir="auto">tanks ‒ <b>6523</b> (+7),</div><div>APV ‒ 12373 (<i>+35</i>)</div><p>MLRS ‒ 995',
        "<table><tr><td>tanks</td><td>6523</td><td>+7</td></tr><tr><td>APV</td><td>12373</td>"
        "<td>+35</td></tr><tr><td>MLRS</td><td>995</td><td></td></tr></table>",
        "| Category | Total | Past day |\n|---|---:|---:|\n| Tanks | 6523 | 7 |\n| APV | 12373 | 35 |\n"
        "| MLRS | 995 | |",
        "Category\tTotal\tPast day\nTanks\t6523\t7\nAPV\t12373\t35\nMLRS\t995",
    ],
)  # fmt: skip
def test_pages_and_tables_are_lists_too(page: str) -> None:
    heading = "The total combat losses of the enemy from 24.02.22 to 22.02.24 were:"
    opened = f"<p>{heading}</p>" if page.startswith("<") else f"{heading}\n\n"
    assert rows(opened + page) == ["tanks 6523", "tanks +7", "afv 12373", "afv +35", "mlrs 995"]


def test_spans_in_a_page_lead_to_its_bytes() -> None:
    page = "<p>Втрати</p><ul><li>танків&nbsp;‒ 6&nbsp;523 (+7),</li><li>ББМ ‒ 2</li><li>РСЗВ ‒ 3</li></ul>"
    found = reading(page)
    pieces = [found.document.content[c.byte_span.start : c.byte_span.end] for c in found.claims]
    assert [p.decode() for p in pieces] == ["6&nbsp;523", "7", "2", "3"]
    assert [c.quote for c in found.claims] == ["6\u00a0523", "7", "2", "3"]


def test_columns_may_name_the_two_sides() -> None:
    text = (
        "Visually confirmed losses, by Oryx\n\n| Category | Russia | Ukraine |\n|---|---|---|\n"
        "| Tanks | 2745 | 731 |\n| Armoured vehicles | 5210 | 1290 |\n| Artillery systems | 640 | 310 |"
    )
    found = reading(text)
    assert [(c.metric, c.quantity.value, c.party) for c in found.claims] == [
        ("tanks", 2745, "RU"), ("tanks", 731, "UA"), ("afv", 5210, "RU"), ("afv", 1290, "UA"),
        ("artillery", 640, "RU"), ("artillery", 310, "UA"),
    ]  # fmt: skip
    assert {c.claimant for c in found.claims} == {"oryx"}


def test_an_empty_cell_may_say_so_in_words() -> None:
    text = (
        "| Losses, says the General Staff of Ukraine, 22 February: Russia | Past day | Total |\n"
        "|---|---|---|\n| Personnel | +1160 | ~407,240 |\n| Tanks | no data | 6,523 |\n"
        "| AFVs | n/a | 12,373 |"
    )
    assert rows(text) == ["personnel +1160", "personnel ~407240", "tanks 6523", "afv 12373"]
    assert {(c.claimant, c.party) for c in reading(text).claims} == {("ua_general_staff", "RU")}


# -- categories --------------------------------------------------------------------------------

CATEGORIES = {
    "tanks": ("tanks", "танків", "танков"),
    "afv": ("armored fighting vehicles", "бойових броньованих машин", "боевых бронированных машин"),
    "artillery": ("artillery systems", "артсистем", "артиллерийских систем"),
    "mlrs": ("MLRS", "РСЗВ", "РСЗО"),
    "air_defence": ("air defense assets", "засоби ППО", "средства ПВО"),
    "aircraft": ("aircraft", "літаків", "самолетов"),
    "helicopters": ("helicopters", "гелікоптерів", "вертолетов"),
    "uav": ("UAV operational-tactical level", "БпЛА оперативно-тактичного рівня", "БПЛА"),
    "cruise_missiles": ("cruise missiles", "крилаті ракети", "крылатых ракет"),
    "ships": ("warships / boats", "кораблі / катери", "корабли / катера"),
    "submarines": ("submarines", "підводні човни", "подводные лодки"),
    "vehicles": ("vehicles and fuel tanks", "автомобільної техніки та автоцистерн",
                 "автомобильной техники и автоцистерн"),
    "special_equipment": ("special equipment", "спеціальна техніка", "специальная техника"),
    "ground_robots": ("ground robotic systems", "наземних роботизованих комплексів",
                      "наземных робототехнических комплексов"),
    "srbm_launchers": ("mobile SRBM system", "установок ОТРК", "установок ОТРК"),
}  # fmt: skip


@pytest.mark.parametrize("column", [0, 1, 2])
def test_every_category_has_its_code_in_every_language(column: int) -> None:
    heading = (EN, UK, RU)[column]
    lines = [f"{words[column]} – {100 + k} (+{k})" for k, words in enumerate(CATEGORIES.values())]
    found = rows(heading + "\n".join(lines))
    expected = [
        row for k, code in enumerate(CATEGORIES) for row in (f"{code} {100 + k}", f"{code} +{k}")
    ]
    assert found == expected


# -- other claimants, the same machinery -------------------------------------------------------


def test_a_list_of_the_other_side_is_read_by_the_same_rules_with_the_sides_changed() -> None:
    text = (
        "According to the Russian Ministry of Defence, losses of the Ukrainian armed forces from "
        "24.02.22 to 22.02.24 were:\ntanks – 6523 (+7)\nAPV – 12373 (+35)\nMLRS – 995 (+0)"
    )
    mirrored = text.replace("Russian Ministry", "Ukrainian Ministry").replace(
        "Ukrainian armed", "Russian armed"
    )
    one, other = reading(text), reading(mirrored)
    assert [in_short(c) for c in one.claims] == [in_short(c) for c in other.claims]
    assert {(c.claimant, c.party) for c in one.claims} == {("ru_mod", "UA")}
    assert {(c.claimant, c.party) for c in other.claims} == {("ua_mod", "RU")}


def test_a_list_of_totals_with_the_number_first_has_totals_to_the_report_day() -> None:
    text = (
        "Минобороны России: всего с начала специальной военной операции уничтожены\n"
        "▪️ 572 самолета,\n▪️ 267 вертолетов,\n▪️ 12 875 беспилотных летательных аппаратов,\n"
        "▪️ 475 зенитных ракетных комплексов,\n▪️ 15 084 танка и других боевых бронированных машин,\n"
        "▪️ 1 224 боевые машины реактивных систем залпового огня."
    )
    assert rows(text) == [
        "aircraft 572", "helicopters 267", "uav 12875", "air_defence 475",
        "armoured_vehicles 15084", "mlrs 1224",
    ]  # fmt: skip
    assert {(c.claimant, c.party) for c in reading(text).claims} == {("ru_mod", "UA")}


@pytest.mark.parametrize(
    "text",
    [
        "Russian losses of the past day, the General Staff says:\n- 8 tanks (total 9,584)\n"
        "- 24 armoured vehicles (total 19,823)\n- 42 artillery systems (21,220)",
        "Генштаб ЗСУ: втрати росіян на ранок\nтанки +8 (усього 9 584)\nББМ +24 (19 823)\n"
        "артсистеми +42 (21 220)",
        "Генштаб ВСУ: потери россиян на утро\nтанки +8 (всего 9 584)\nББМ +24 (19 823)\n"
        "артсистемы +42 (21 220)",
    ],
)
def test_a_list_may_tell_the_days_loss_before_the_total_that_counts_it(text: str) -> None:
    kinds = [(c.metric, c.quantity.value, c.period.kind) for c in reading(text).claims]
    assert kinds == [
        ("tanks", 8, "day"), ("tanks", 9584, "cumulative"),
        ("afv", 24, "day"), ("afv", 19823, "cumulative"),
        ("artillery", 42, "day"), ("artillery", 21220, "cumulative"),
    ]  # fmt: skip


def test_two_lists_in_one_text_have_their_own_speakers() -> None:
    text = (
        "The General Staff of the Armed Forces of Ukraine said Russian losses as of 22 February "
        "2024 were:\ntanks – 6523 (+7)\nAPV – 12373 (+35)\nMLRS – 995 (+0)\n\n"
        "The Russian Ministry of Defence gave Ukrainian losses as of 22 February 2024:\n"
        "tanks – 15084\nhelicopters – 267\naircraft – 572"
    )
    found = reading(text)
    sides = [(c.metric, c.quantity.value, c.claimant, c.party) for c in found.claims]
    assert sides[0] == ("tanks", 6523, "ua_general_staff", "RU")
    assert sides[6:] == [
        ("tanks", 15084, "ru_mod", "UA"),
        ("helicopters", 267, "ru_mod", "UA"),
        ("aircraft", 572, "ru_mod", "UA"),
    ]


def test_a_list_that_names_scopes_keeps_them() -> None:
    text = "Russian losses as of 22 February 2024, Mediazona:\nkilled – 45000\nwounded – 90000\nmissing – 12"
    found = reading(text)
    assert [(c.metric, c.scope, c.quantity.value) for c in found.claims] == [
        ("personnel", ("killed",), 45000),
        ("personnel", ("wounded",), 90000),
        ("personnel", ("missing",), 12),
    ]
