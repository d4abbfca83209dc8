"""What stands around an article is marked and its numbers are ignored on purpose, not claimed."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from documents_samples import document, lines, page

from lossledger.extract import read

sys.path.append(str(Path(__file__).parents[2] / "bench/documents"))
from html_quality import by_lossledger, judged
from pages import pages

NOW = datetime(2024, 2, 22, 9, tzinfo=UTC)
STORY = "<p>Ukraine's General Staff said on Thursday that Russia lost 1,160 soldiers.</p>"
MENU = "<p>Russia lost 7,722 tanks in our archive, the ministry said.</p>"


@pytest.mark.parametrize("name", [p[0] for p in pages()])
def test_of_a_page_all_numbers_of_the_article_are_kept_and_no_others(name):
    _, html, wanted, foreign = next(p for p in pages() if p[0] == name)
    assert judged(by_lossledger(html), wanted, foreign) == (len(wanted), 0)


@pytest.mark.parametrize(
    "around",
    ["<nav>{}</nav>", '<div class="sidebar right">{}</div>', '<div id="top-menu">{}</div>',
     '<section class="b-related__list">{}</section>', "<footer>{}</footer>"],
)  # fmt: skip
def test_numbers_around_an_article_are_ignored_with_their_reason(around):
    found = read(document(f"<html><body>{around.format(MENU)}<main>{STORY}</main></body></html>"))
    assert [c.quote for c in found.claims] == ["1,160"]
    assert [i.quote for i in found.ignored if i.reason == "aside"] == ["7,722"]
    assert not found.unread


@pytest.mark.parametrize(
    "name", ["has-sidebar", "page no-menu", "sidebar-layout", "story", "entry-content", "menuitem"]
)
def test_a_class_that_tells_of_the_layout_makes_no_aside(name):
    assert ("aside", "7 tanks were lost.") not in lines(
        page(f'<div class="{name}"><p>7 tanks were lost.</p></div>{STORY}')
    )


def test_a_page_that_is_all_of_a_menu_by_its_class_is_read():
    found = read(page(f'<div class="related">{STORY}</div>'))
    assert [c.quote for c in found.claims] == ["1,160"]
