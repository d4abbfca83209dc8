"""What cannot be used is refused with one line that says where, what, and what to do."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from documents_samples import NOW, document, page

from lossledger.documents import (
    MAX_BYTES,
    document_from_text,
    open_documents,
    require_figures,
    require_language,
)
from lossledger.errors import BadInput


def refusal(content: bytes | str, **given: Any) -> str:
    with pytest.raises(BadInput) as caught:
        document(content, **given)
    return str(caught.value)


def opening(path: str, **given: Any) -> str:
    with pytest.raises(BadInput) as caught:
        open_documents(path, retrieved_at=NOW, **given)
    return str(caught.value)


def test_a_missing_file_a_folder_and_an_impossible_path_are_named(tmp_path: Path) -> None:
    missing = tmp_path / "none.txt"
    assert opening(str(missing)) == f"{missing}: there is no such file (check the path)"
    assert opening(str(tmp_path)) == (
        f"{tmp_path}: this is a directory, not a file (name the files in it)"
    )
    assert "the file cannot be read" in opening("a\0b")
    assert "the file cannot be read: File name too long" in opening("a" * 5000)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    said = "larger than 10 MiB (cut it into smaller files)"
    assert opening(str(large)) == f"{large}: {said}"
    assert opening("/dev/zero") == f"/dev/zero: {said}"
    assert opening("-", stdin=b"1" * (MAX_BYTES + 1)) == f"standard input: {said}"


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(content: bytes, tmp_path: Path) -> None:
    said = "the file is empty (give a text, a page or a file of posts)"
    assert refusal(content) == f"sample: {said}"
    for name in ("posts.jsonl", "story.txt"):
        path = tmp_path / name
        path.write_bytes(content)
        assert opening(str(path)) == f"{path}: {said}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"%PDF-1.7\n",
            "the PDF is broken: Stream has ended unexpectedly (save its text and read that)",
        ),
        (
            b"PK\x03\x04\x14\0",
            "this is a zip archive or an office document, not a text"
            " (save the text in it and read that)",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0",
            "this is an image (PNG), not a text (type the text of the image and read that)",
        ),
        (
            b"\xff\xd8\xff\xe0\0",
            "this is an image (JPEG), not a text (type the text of the image and read that)",
        ),
        (b"\x1f\x8b\x08\0", "this is a compressed file (gzip), not a text (unpack it first)"),
        (
            b"7 tanks\0\0",
            "this is a binary file, not a text: byte 7 is NUL (save it as UTF-8 text)",
        ),
    ],
)
def test_a_binary_file_is_named_for_what_it_is(content: bytes, said: str) -> None:
    assert refusal(content) == f"sample: {said}"


def test_bytes_that_are_no_utf8_are_named_by_their_place() -> None:
    fix = "(save it as UTF-8, or name its charset)"
    assert refusal(b"lost \xff 7") == (
        f"sample: the text is not valid UTF-8: byte 5 cannot be decoded {fix}"
    )
    assert refusal(b"\xef\xbb\xbf7 \xe2\x82") == (
        f"sample: the text is not valid UTF-8: byte 5 cannot be decoded {fix}"
    )
    assert refusal(b"\xff\xfe7\0\0") == (
        f"sample: the text is not valid utf-16-le: byte 4 cannot be decoded {fix}"
    )
    assert refusal("танків 7".encode("cp1251"), media_type="text/html; charset=gbk") == (
        "sample: the charset 'gbk' is not supported (save it as UTF-8)"
    )


def test_a_charset_is_taken_from_the_header_or_the_page_and_valid_utf8_wins_over_the_page() -> None:
    cyrillic = "<p>Знищено 7 танків</p>"
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    assert document(cyrillic.encode("koi8-u"), media_type="text/html; charset=KOI8-U").text == (
        "Знищено 7 танків"
    )
    assert document((meta + cyrillic).encode("cp1251")).text == "Знищено 7 танків"
    assert document(meta + cyrillic).text == "Знищено 7 танків"
    assert document("Знищено 7 танків".encode("cp1251"), charset="cp1251").language == "uk"


@pytest.mark.parametrize(
    ("body", "head", "sign"),
    [
        ("<p>Checking... Ray ID 7d9</p>", "<title>Just a moment...</title>", "just a moment"),
        ("<h1>Access Denied</h1><p>Reference #18.2</p>", "", "access denied"),
        ("<p>Please verify you are human. Error 1020</p>", "", "verify you are human"),
        ("<p>Введите CAPTCHA: 5 + 3</p>", "", "captcha"),
        (
            "<form id='challenge-form' class='cf-challenge'>Wait 5 seconds</form>",
            "",
            "cf-challenge",
        ),
    ],
)
def test_a_captcha_or_block_page_is_not_taken_for_the_story(
    body: str, head: str, sign: str
) -> None:
    with pytest.raises(BadInput) as caught:
        page(body, head)
    assert str(caught.value) == (
        f"sample: this is a CAPTCHA or block page, not the story: it says {sign!r}"
        " (open the page in a browser and save it)"
    )


def test_a_story_with_a_captcha_in_its_comments_form_is_a_story() -> None:
    story = "<p>Kyiv said Russia had lost 407,240 troops and 6,523 tanks in two years.</p>" * 20
    found = page(f"<h1>Access denied to 7 tanks</h1>{story}<div class='g-recaptcha'></div>")
    assert "407,240" in found.text
    notice = "<div class='g-recaptcha'></div>This site is protected by reCAPTCHA."
    assert (
        "7 tanks"
        in page(
            f"<p>Kyiv said 7 tanks were lost.</p><footer>{notice}</footer>"
            + "<p>Russia said nothing of it for a day.</p>" * 12
        ).text
    )


@pytest.mark.parametrize(
    "content", ["<html><body><img src='7.png'><script>7</script></body></html>", "<p> </p>"]
)
def test_a_page_without_text_is_refused(content: str) -> None:
    assert refusal(content) == (
        "sample: there is no text in the page (save the page as a browser shows it)"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            '[{"date": "2024-02-22", "tank": 6523}]',
            "this is JSON, but not one post a line (import a dataset with: lossledger import)",
        ),
        (
            "<?xml version='1.0'?><rss><item>7</item></rss>",
            "this is XML, not a text (give a text or an HTML page)",
        ),
    ],
)
def test_data_is_not_taken_for_a_text(content: str, said: str) -> None:
    assert refusal(content) == f"sample: {said}"


def test_a_type_that_is_no_text_is_refused() -> None:
    assert refusal("7", media_type="application/json") == (
        "sample: the type application/json is not read (import a dataset with: lossledger import)"
    )


@pytest.mark.parametrize(
    "text",
    ["Kyiv gave no figures on Thursday.", "Генштаб не назвав цифр.", "Один источник промолчал."],
)
def test_a_text_without_a_figure_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        require_figures(document(text))
    assert str(caught.value) == (
        "sample: there is no figure in it (give a text that states a number)"
    )


@pytest.mark.parametrize(
    "text",
    [
        "seven tanks",
        "5",
        "٣ tanks",
        "двадцять танків",
        "десятки танков",
        "п’ять гармат",
        "Сто танков",
        "half a million",
        "дві БМП",
    ],
)
def test_digits_and_number_words_are_figures(text: str) -> None:
    require_figures(document(text))


def test_a_text_in_another_language_is_refused_by_name_of_the_ones_that_are_read() -> None:
    with pytest.raises(BadInput) as caught:
        require_language(document("Rosja straciła 407 240 żołnierzy, podał Sztab Generalny."))
    assert str(caught.value) == (
        "sample: the language of the text is not one that is read"
        " (English, Ukrainian and Russian are read)"
    )
    require_language(document("Russia lost 7 tanks"))


def test_a_text_at_hand_is_a_document_and_half_characters_are_refused() -> None:
    moment = datetime(2024, 2, 22, tzinfo=UTC)
    found = document_from_text("Kyiv said 7 tanks", retrieved_at=NOW, published_at=moment)
    assert (found.origin, found.content) == ("text", b"Kyiv said 7 tanks")
    assert (found.published_from, found.retrieved_at) == ("given", NOW)
    with pytest.raises(BadInput) as caught:
        document_from_text("7 \ud83d", retrieved_at=NOW)
    assert str(caught.value) == (
        "text: character 2 of the text is half of a surrogate pair (write the text as UTF-8)"
    )
