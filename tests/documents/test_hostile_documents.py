"""Hostile input ends soon, as a document or as a refusal: the time grows with the length only."""

import time
from contextlib import suppress

import pytest
from documents_samples import document
from hypothesis import given, settings
from hypothesis import strategies as st

from lossledger.errors import BadInput

FAMILIES = [
    "<!--",
    "<",
    "<a ",
    '<a b="',
    "<a b='",
    "</",
    "<p>",
    "<div>x",
    "</div></b>",
    "&",
    "&#1",
    "&amp",
    "\u0301\u0316",
    "и\u0306",
    "*",
    " *x",
    "_x ",
    "](http:",
    "[[",
    "`",
    "\\*",
    "яa",
    "\r",
    "a\r\n",
    "\n",
    "x\n",
    " <",
    "<pre>\n",
    "<li>",
    "<table><td>",
    "<title>",
    "<script>",
    "<template>x",
    "<h1><p>",
    "- x\n",
    "| ",
    "> ",
    '{"a":',
    "[",
    "www.",
    "@a.",
    "a",
    "a.",
    "a-",
    "1",
    "\u1161",
    "中",
    "<meta a=b ",
    "<?xml",
    "<header><h1>a",
    "https://",
    "'",
    "ы",
    "\u00a0",
    " ",
]
SIZE = 250_000


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("media_type", ["text/html", "text/markdown", "text/plain"])
def test_no_family_of_hostile_texts_takes_more_than_linear_time(
    family: str, media_type: str
) -> None:
    begun = time.process_time()
    document("<p>5 " + family * (SIZE // len(family)), media_type=media_type)
    assert time.process_time() - begun < 3  # a quadratic reader takes minutes


tags = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "<p",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "='",
        '="',
        "&#",
        "&nbsp",
        ";",
        "5",
        " ",
        "\r\n",
        "<template>",
        "</template>",
        "<pre>",
        "\u0306",
        "и",
        "</li>",
        "<li>",
        "<nav>",
        "</nav>",
        "<td>",
        "<meta charset=x>",
        "<time datetime=",
        "[",
        "](http:",
        ")",
    ]
)


@given(st.lists(tags, min_size=1).map("".join), st.sampled_from(["text/html", None]))
def test_any_markup_gives_a_document_or_a_refusal(source: str, media_type: str | None) -> None:
    try:
        found = document(source, media_type=media_type)
    except BadInput:
        return
    for block in found.blocks:
        assert found.text[block.span.start : block.span.end]
        assert "\n" not in found.text[block.span.start : block.span.end]
        place = found.offsets.byte_span(block.span)
        assert 0 <= place.start <= place.end <= len(found.content)


@settings(deadline=None)  # a PDF is read in a process of its own, which takes its time to start
@given(st.binary())
def test_any_bytes_give_a_document_or_a_refusal(content: bytes) -> None:
    for media_type in (None, "text/html", "text/markdown"):
        with suppress(BadInput):
            document(content, media_type=media_type)


@pytest.mark.parametrize("filling", ["<p>5", "<i></i>", "<pre>" + "5\n" * 99])
def test_a_page_of_more_elements_than_anybody_writes_is_refused_by_name(filling):
    with pytest.raises(BadInput) as refused:
        document("<html><body>" + filling * (1_500_000 // len(filling)))
    assert str(refused.value) == (
        "sample: the page has more than 200,000 elements (save the part that matters, or its text)"
    )


def test_a_list_as_long_as_lists_of_losses_get_is_read():
    entry = '<li><a href="/p/1.jpg">1, destroyed</a><br></li>\n'
    found = document(f"<html><body><h1>Tanks</h1><ul>{entry * 25_000}</ul></body></html>")
    assert found.text.count("1, destroyed") == 25_000


def test_a_text_of_more_lines_than_fit_into_a_file_of_sentences_is_refused_by_name():
    with pytest.raises(BadInput) as refused:
        document("5\n" * 600_000)
    assert "sample: the text has more than 500,000 lines" in str(refused.value)
