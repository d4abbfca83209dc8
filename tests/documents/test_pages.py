"""HTML as text: lines, kinds, metadata, and what a page must not hide."""

from datetime import UTC, date, datetime

import pytest
from documents_samples import document, lines, original, page

from lossledger.period import kyiv_day


def test_block_elements_and_breaks_begin_lines() -> None:
    found = page(
        "<h1>Losses</h1><p>tanks - 773<br>APV - 2002<br/>MLRS - 127</p><div>aircraft - 165</div>"
        "<ul><li>boats - 8<li>fuel tanks - 76</ul>special equipment - 27"
    )
    assert lines(found) == [
        ("title", "Losses"),
        ("paragraph", "tanks - 773"),
        ("paragraph", "APV - 2002"),
        ("paragraph", "MLRS - 127"),
        ("paragraph", "aircraft - 165"),
        ("item", "boats - 8"),
        ("item", "fuel tanks - 76"),
        ("paragraph", "special equipment - 27"),
    ]
    assert found.text.splitlines() == [text for _, text in lines(found)]


def test_menus_are_marked_and_not_dropped() -> None:
    found = page(
        "<header><p>War in figures</p><nav>5 stories</nav><h1>20,180 in a month</h1></header>"
        "<article><header><h2>By the General Staff</h2><p>22 February</p></header>"
        "<p>Lost: 1,160.</p><aside>12 comments</aside></article>"
        '<div role="navigation"><h3>More</h3>9 links</div><footer>© 2024</footer>'
    )
    assert lines(found) == [
        ("aside", "War in figures"),
        ("aside", "5 stories"),
        ("title", "20,180 in a month"),
        ("title", "By the General Staff"),
        ("paragraph", "22 February"),
        ("paragraph", "Lost: 1,160."),
        ("aside", "12 comments"),
        ("aside", "More"),
        ("aside", "9 links"),
        ("aside", "© 2024"),
    ]


def test_quotes_captions_and_tables_are_marked_and_rows_stand_apart() -> None:
    found = page(
        "<blockquote><p>“We lost 31,000.”</p></blockquote><figure><img alt='9'><figcaption>A tank, "
        "1 of 7</figcaption></figure><table><caption>February</caption><tr><th>Tanks<th>AFV"
        "<tr><td>6,523<td>12,373</table><p>End.</p>"
    )
    assert lines(found) == [
        ("quote", "“We lost 31,000.”"),
        ("caption", "A tank, 1 of 7"),
        ("caption", "February"),
        ("cell", "Tanks"),
        ("cell", "AFV"),
        ("cell", "6,523"),
        ("cell", "12,373"),
        ("paragraph", "End."),
    ]
    assert "Tanks\nAFV\n\n6,523\n12,373\n" in found.text


def test_scripts_styles_templates_and_comments_are_no_text() -> None:
    found = page(
        "<script>var losses = '<p>1</p>';</script><style>p{margin:2px}</style>"
        "<template><p>3</p></template><!-- 4 --><!DOCTYPE 5><?php 6 ?><p>7 tanks</p>"
    )
    assert found.text == "7 tanks"


def test_repeated_paragraphs_and_invisible_characters_stay() -> None:
    found = page(
        "<p>7 tanks</p><p>7 tanks</p><p hidden>1\u200b0\u00ad5 guns\u2060</p><p>&nbsp;</p>"
    )
    assert found.text == "7 tanks\n7 tanks\n1\u200b0\u00ad5 guns\u2060\n\u00a0"


def test_spaces_run_together_as_a_browser_shows_them() -> None:
    found = page("<p>\n  lost <b> 407 </b>\r\n\t240\n troops </p>\n  <p> in\n all</p>")
    assert found.text == "lost 407 240 troops\nin all"
    assert original(found, "407 240") == "407 </b>\r\n\t240"


def test_spaces_and_lines_of_preformatted_text_stay() -> None:
    found = page("<pre>tanks    6523\r\nMLRS      989</pre><textarea>a <b> 1</textarea>")
    assert found.text == "tanks    6523\nMLRS      989\na <b> 1"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>losses < 500 and a <3", "losses < 500 and a <3"),
        ("<p>tanks <b 500", "tanks <b 500"),
        ("<p>5<!-- never closed 6", "5"),
        ("<p title='a > b' data=\"</p>\" x=it's>5</p>", "5"),
        ('<p title="open>5 tanks</p>', "5 tanks"),
        ("<p>5</p></div></div></p>6", "5\n6"),
        ("<p>5<script>6", "5"),
        ("<p>5<!---->6<!-->7--!>8", "567--!>8"),
        ("<p>5</ 6>7", "57"),
    ],
)
def test_broken_markup_hides_no_figure_that_a_browser_shows(source: str, text: str) -> None:
    assert document(source, media_type="text/html").text == text


def test_a_page_says_its_title_time_outlet_and_language() -> None:
    found = page(
        "<h1>Headline of the page</h1><p>Russia lost 1,160 soldiers, the General Staff said.</p>",
        head="<title>Headline | Site</title>"
        "<meta property='og:title' content='Losses &amp; figures'>"
        '<meta property="og:site_name" content="ukrinform"><meta name="viewport" content="x">'
        '<meta property="article:published_time" content="2024-02-22T10:05:00+02:00">',
    )
    assert found.title == "Losses & figures"
    assert found.outlet == "ukrinform"
    assert found.published_at == datetime(2024, 2, 22, 8, 5, tzinfo=UTC)
    assert found.published_from == "metadata"
    assert (found.language, found.media_type) == ("en", "text/html")
    assert lines(found)[0] == ("title", "Headline | Site")


def test_linked_data_gives_headline_time_and_publisher() -> None:
    data = (
        '{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "H",'
        ' "datePublished": "2024-02-22T08:00:00Z", "publisher": {"name": "A Gazette"}}]}'
    )
    found = page("<p>7 tanks</p>", head=f'<script type="application/ld+json">{data}</script>')
    assert (found.title, found.outlet) == ("H", "A Gazette")
    assert found.published_at == datetime(2024, 2, 22, 8, tzinfo=UTC)


def test_a_day_without_a_time_means_its_end_in_kyiv() -> None:
    found = page("<p>7 tanks</p><p><time datetime='2024-02-22'>Thursday</time></p>")
    assert found.published_at is not None
    assert found.published_at.isoformat() == "2024-02-22T23:59:59+02:00"
    assert kyiv_day(found.published_at) == date(2024, 2, 22)


def test_the_time_of_another_story_in_a_menu_is_not_the_pages_own() -> None:
    found = page("<nav><time datetime='2020-01-01'>old</time></nav><p>7 tanks</p>")
    assert found.published_at is None
    assert found.published_from is None


def test_what_the_caller_gives_overrides_what_the_page_says() -> None:
    found = document(
        '<meta property="article:published_time" content="2024-02-22"><p>7 tanks</p>',
        published_at=datetime(2024, 2, 23, tzinfo=UTC),
        outlet="bbc",
        title="Given",
    )
    assert (found.published_from, found.outlet, found.title) == ("given", "bbc", "Given")


@pytest.mark.parametrize(
    "source",
    [
        "<p>7 tanks",
        "  <!-- a --><div>7</div>",
        "<!doctype html>7",
        "Losses:<br/>tanks 7<br/>end",
        '<?xml version="1.0"?><html><p>7</p></html>',
    ],
)
def test_fragments_are_told_from_their_tags(source: str) -> None:
    assert document(source).media_type == "text/html"
