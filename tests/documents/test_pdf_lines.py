"""A PDF's lines become sentences again; lists, tables and columns stay what they are."""

import zlib

import pytest
from documents_samples import document
from pdf_samples import pdf

from lossledger.documents.pdf import _clean
from lossledger.documents.pdf_lines import joined, running, words_of
from lossledger.extract import read


def together(text: str) -> str:
    return joined(text, words_of([text]))


STORY = """\
The general staff of Ukraine said on 15
May 2024 that the Russian army had lost
1,270 soldiers over the past day and 41 ar-
tillery systems, none of which could be
checked by anybody."""


def test_the_lines_of_a_paragraph_are_joined_and_divided_words_put_together():
    assert together(STORY) == (
        "The general staff of Ukraine said on 15 May 2024 that the Russian army had lost 1,270"
        " soldiers over the past day and 41 artillery systems, none of which could be checked by"
        " anybody."
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("since the start of the full-\nscale war", "since the start of the fullscale war"),
        ("a full-scale war\n\nsince the start of the full-\nscale war",
         "a full-scale war\n\nsince the start of the full-scale war"),
        ("they shot down a fighter Su-\n34 on Monday night, they said", None),
        ("for it was a range of 1,200-\n1,300 soldiers in a single day", None),
    ],
)  # fmt: skip
def test_a_hyphen_stays_where_the_word_has_it_elsewhere_or_a_number_follows(lines, text):
    assert together(lines) == (text or lines)


@pytest.mark.parametrize(
    "text",
    [
        "tanks - 7,536 (+16)\nartillery systems - 12,542 (+41)\npersonnel - about 433,910 (+1,270)",
        "танків ‒ 7536 (+16) од,\nартилерійських систем ‒ 12542 (+41) од,\nособового складу",
        "Losses of the day\n\nTanks 16\nGuns 41",
        "Kyiv      433,910      soldiers in all\nMoscow    none given   to this very day",
        "1,270 soldiers\n16 tanks\n41 guns",
        "A day like any other at the front\nLondon Counts the Losses of a Year",
        "They lost 1,270 soldiers in a day.\nThey lost 16 tanks as well on that day.",
    ],
)
def test_the_items_of_a_list_stay_on_lines_of_their_own(text):
    assert together(text) == text


def set_at(left: int, top: int, *lines: str) -> str:
    shown = "".join(f"({line}) Tj 0 -14 Td\n" for line in lines)
    return f"BT /F1 10 Tf {left} {top} Td\n{shown}ET\n"


RIGHT = """\
Officials in London put the number of
killed and wounded at 355,000 in an up-
date of February. Moscow gave no figure
of its own for the same time, and did
not answer questions about any of it."""


def test_columns_that_are_drawn_line_by_line_are_read_one_after_the_other():
    rows = zip(STORY.split("\n"), RIGHT.split("\n"), strict=True)
    drawn = "".join(
        set_at(50, 700 - 14 * n, left) + set_at(320, 700 - 14 * n, right)
        for n, (left, right) in enumerate(rows)
    )
    found = document(pdf("-", packed=zlib.compress(drawn.encode())), origin="a.pdf")
    assert "checked by anybody.\n\nOfficials in London" in found.text
    said = {c.quote: (c.claimant, c.metric) for c in read(found).claims}
    assert said["1,270"] == ("ua_general_staff", "personnel")
    assert said["41"] == ("ua_general_staff", "artillery")


def test_the_rows_of_a_table_are_not_taken_apart():
    cells = ("Tanks", "16"), ("Guns", "41"), ("Ships", "0"), ("Planes", "1"), ("Drones", "46")
    drawn = "".join(
        set_at(50, 700 - 14 * n, left) + set_at(320, 700 - 14 * n, right)
        for n, (left, right) in enumerate(cells)
    )
    text = document(pdf("-", packed=zlib.compress(drawn.encode())), origin="a.pdf").text
    assert text.split() == [word for row in cells for word in row]


@pytest.mark.parametrize("line", ["-" * 9, "a-", "", "  ", "a" * 100_000, "a- " * 30_000])
def test_any_lines_are_joined_in_little_time(line):
    assert together(f"{line}\n" * 50) is not None


def kinds_of(*pages: str) -> list[tuple[str, str]]:
    found = document(pdf(*pages), origin="a.pdf")
    return [(b.kind, found.text[b.span.start : b.span.end]) for b in found.blocks]


BODY = "The staff in Kyiv said that Russia lost 1,270 soldiers on that day, and\n{} tanks as well."


def test_what_pages_have_at_their_ends_in_common_and_their_numbers_are_asides():
    pages = [
        f"DAILY NOTE OF 22 MAY 2024\n{BODY.format(40 + n)}\nNote 77, page {n} of 3"
        for n in (1, 2, 3)
    ]
    kinds = kinds_of(*pages)
    assert kinds[0] == ("paragraph", "DAILY NOTE OF 22 MAY 2024")
    asides = [text for kind, text in kinds if kind == "aside"]
    assert asides.count("DAILY NOTE OF 22 MAY 2024") == 2
    assert [text[9:] for text in asides if "page" in text] == [f"page {n} of 3" for n in (1, 2, 3)]
    quotes = [c.quote for c in read(document(pdf(*pages), origin="a.pdf")).claims]
    assert sorted(quotes) == ["1,270"] * 3 + ["41", "42", "43"]


def test_a_list_that_is_told_anew_on_each_page_is_the_text_s_own():
    days = [
        f"Losses of day {n}\ntanks - 65{n}3 (+{n})\npersonnel - about 4{n}7,240 (+{n}30)"
        for n in (1, 2, 4)
    ]
    assert [text for kind, text in kinds_of(*days) if kind == "aside"] == []


def test_running_lines_that_are_very_many_take_little_time():
    assert running(["\n".join(["1 2 3 4 5 6 7 8 9"] * 1000)] * 400)[3]


def test_ligatures_are_letters_and_hidden_hyphens_go():
    assert _clean("of\ufb01cials saw a \ufb02ight of ar\u00adtillery") == (
        "officials saw a flight of artillery"
    )
