"""Every character of a text leads back to the bytes it was published as."""

import json
import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from documents_samples import NOW, document, original, page, published
from hypothesis import given
from hypothesis import strategies as st

from lossledger.documents import open_documents
from lossledger.documents.weaving import _SURE
from lossledger.model import Span

POSTS = Path(__file__).parents[3] / "shared/data/posts/general_staff.jsonl"
CHARSETS = ("utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-u")

words = st.sampled_from(
    [
        "танків",
        "військових",
        "її",
        "tanks",
        "é",
        "–",
        "😀",
        "\u202f",
        "\u200b",
        "и\u0306",
        "🇺🇦",
        "&",
        "<",
    ]
)
numbers = st.integers(0, 10**9).map(str)
pieces = st.lists(st.one_of(words, numbers), max_size=30)
spaces = st.sampled_from([" ", "\n", "\r\n", "  ", "\t", "\u00a0", ""])
layout = st.sampled_from(
    [
        "",
        " ",
        "\r\n",
        "<b>",
        "</b>",
        "<br/>",
        "<p class='a > b'>",
        "</p>",
        "&nbsp;",
        "&#8211;",
        "&#x38;",
        "&nbsp",
        "<!-- 5 -->",
        "<td>",
        "</td>",
        "<script>7</script>",
        "и&#774;",
        "&amp;",
    ]
)


@given(st.lists(st.tuples(pieces, spaces), min_size=1))
def test_every_number_of_a_plain_text_leads_to_its_own_bytes(parts: list) -> None:
    text = "x" + "".join("".join(piece) + space for piece, space in parts)
    found = document(text, media_type="text/plain")
    for match in re.finditer(r"[0-9]+", found.text):
        assert published(found, Span(*match.span())) == match[0]


@given(st.lists(st.tuples(layout, st.one_of(words, numbers)), min_size=1))
def test_every_number_of_a_page_leads_to_its_own_bytes(parts: list) -> None:
    source = "<p>x " + "".join(tag + piece.replace("<", "&lt;") for tag, piece in parts)
    found = document(source, media_type="text/html")
    for match in re.finditer(r"[0-9]", found.text):
        assert published(found, Span(*match.span())) == match[0]


@given(st.text(min_size=1))
def test_the_text_is_in_nfc_and_every_character_has_its_bytes(text: str) -> None:
    found = document(
        "x " + text.replace("\0", "").replace("*", "").replace("`", ""), media_type="text/plain"
    )
    expected = found.content.decode().replace("\r\n", "\n").replace("\r", "\n")
    if found.media_type == "text/plain":
        assert found.text == unicodedata.normalize("NFC", expected)
    for i, character in enumerate(found.text):
        origin = published(found, Span(i, i + 1))
        assert character in unicodedata.normalize("NFC", origin) or origin in ("\r", "\r\n")


@given(st.text("иієa\u0301\u0306\u0308\u0316\u1100\u1161\u11a8\u212b5 ", min_size=1, max_size=60))
def test_joined_letters_become_one_and_keep_the_bytes_of_all_their_parts(text: str) -> None:
    found = document("x" + text + "x")
    assert found.text == unicodedata.normalize("NFC", "x" + text + "x")
    ends = [found.offsets.byte_span(Span(i, i + 1)) for i in range(len(found.text))]
    assert ends[0].start == 0
    assert ends[-1].end == len(found.content)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(ends))


@pytest.mark.parametrize("charset", CHARSETS)
def test_numbers_lead_back_to_their_bytes_in_every_charset(charset: str) -> None:
    words = "Ворог втратив 407240 осіб,\r\nз них 1160 за добу.\r\n"
    head = "" if charset.startswith("utf") else f'<meta charset="{charset}">'
    found = document(f"<html><head>{head}</head><body><p>{words}</p></body></html>".encode(charset))
    for number in ("407240", "1160"):
        start = found.text.index(number)
        place = found.offsets.byte_span(Span(start, start + len(number)))
        plain = "utf-16-le" if charset == "utf-16" else charset.removesuffix("-sig")
        assert found.content[place.start : place.end] == number.encode(plain)


def test_a_number_broken_by_entities_and_tags_leads_to_all_of_them() -> None:
    found = page("<p>about 407&nbsp;<b>240</b> persons&#8211;</p>")
    assert "about 407\u00a0240 persons–" in found.text
    assert original(found, "407\u00a0240") == "407&nbsp;<b>240"
    assert original(found, "240") == "240"
    assert original(found, "–") == "&#8211;"


def test_an_entity_without_its_semicolon_does_not_take_the_number_after_it() -> None:
    found = page("<p>lost&nbsp500 tanks, &#50;0 aircraft, AT&T 7 &unknown; &#150; &#x110000;</p>")
    assert found.text == "lost\u00a0500 tanks, 20 aircraft, AT&T 7 &unknown; – \ufffd"
    assert original(found, "500") == "500"
    assert original(found, "20") == "&#50;0"


def test_decomposed_letters_are_composed_across_entities_and_tags() -> None:
    found = page("<p>1160 вои&#774;нiв и<b>\u0306</b> 36</p>")
    assert found.text == "1160 воійнiв й 36".replace("воій", "вой")
    assert original(found, "вой") == "вои&#774;"
    assert original(found, "й 36") == "и<b>\u0306</b> 36"


def test_a_byte_order_mark_is_no_character_of_the_text() -> None:
    found = document("\ufeff35 AFVs were lost.\r\n41 guns were lost.".encode())
    assert found.text == "35 AFVs were lost.\n41 guns were lost."
    assert found.offsets.byte_span(Span(0, 2)) == Span(3, 5)


def test_a_letter_under_endless_marks_is_kept_and_the_reading_ends() -> None:
    found = document("и" + "\u0316\u0301" * 100_000 + " 500")
    assert original(found, "500") == "500"
    assert len(found.text) == 200_005


def test_the_characters_taken_as_settled_are_so_in_nfc() -> None:
    settled = [c for c in map(chr, range(0x110000)) if _SURE.fullmatch(c)]
    assert len(settled) > 30_000
    for c in settled:
        assert unicodedata.combining(c) == 0
        if not "\ud800" <= c <= "\udfff":
            assert unicodedata.normalize("NFC", c) == c
            assert not "\u1160" <= c <= "\u11ff"


@pytest.mark.skipif(not POSTS.exists(), reason="the shared posts are not at hand")
def test_every_number_of_the_real_posts_leads_to_the_same_digits() -> None:
    records = [json.loads(line) for line in POSTS.read_text("utf-8").splitlines()]
    found = list(open_documents(str(POSTS), retrieved_at=NOW))
    assert len(found) == len(records) == 211
    for record, post in zip(records, found, strict=True):
        assert post.content == record["html"].encode()
        assert post.report_date is not None
        assert post.report_date.isoformat() == record["date"]
        assert post.language in ("en", "uk+en")
        for match in re.finditer(r"[0-9]+", post.text):
            place = post.offsets.byte_span(Span(*match.span()))
            assert post.content[place.start : place.end] == match[0].encode()
