"""What stands around an article is marked and its numbers are ignored on purpose, not claimed."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from documents_samples import document, lines, page

from lossledger.extract import read

sys.path.append(str(Path(__file__).parents[2] / "bench/documents"))
import pages_combined
from html_quality import SETS, by_lossledger, judged
from pages import pages

NOW = datetime(2024, 2, 22, 9, tzinfo=UTC)
STORY = "<p>Ukraine's General Staff said on Thursday that Russia lost 1,160 soldiers.</p>"
MENU = "<p>Russia lost 7,722 tanks in our archive, the ministry said.</p>"


@pytest.mark.parametrize("name", [p[0] for p in pages()])
def test_of_a_page_all_numbers_of_the_article_are_kept_and_no_others(name):
    _, html, wanted, foreign = next(p for p in pages() if p[0] == name)
    assert judged(by_lossledger(html), wanted, foreign) == (len(wanted), 0)


MISSED = (  # a picture's number among others stands in one line with its caption
    "world agency: data-testid paragraphs, sign-up, suggested topics, trust line",
)
OTHERS = [
    pytest.param(*rest, id=f"{part}: {name}")
    for part, some in SETS.items()
    if part != "built with"
    for name, *rest in some.pages()
    if name not in MISSED
]


@pytest.mark.parametrize(("html", "wanted", "foreign"), OTHERS)
def test_of_pages_written_before_the_rules_all_numbers_of_the_article_are_kept_and_no_others(
    html, wanted, foreign
):
    assert judged(by_lossledger(html), wanted, foreign) == (len(wanted), 0)


def test_of_any_text_with_any_part_around_it_the_text_s_numbers_are_kept_and_no_others():
    some = list(pages_combined.pages())[::23]  # all of them: html_quality.py --combined
    read_wrong = [
        name
        for name, html, wanted, foreign in some
        if judged(by_lossledger(html), wanted, foreign) != (len(wanted), 0)
    ]
    assert (len(some) > 100, read_wrong) == (True, [])


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


FLOOD = '<a href="/flood">Flood drives 6,613 people from homes</a>'
SALE = '<a href="/sale">City sells 2,292 hectares of forest</a>'


def own(body: str) -> str:
    """What counts as the page's own text."""
    return "\n".join(text for kind, text in lines(page(body)) if kind != "aside")


@pytest.mark.parametrize(
    "around",
    [f"<div>{FLOOD}<br>{SALE}</div>", f"<ul><li>08:13 {FLOOD}</li><li>09:10 {SALE}</li></ul>",
     f"<p><b>Read also:</b> {FLOOD}</p>", f"<p>Читайте також</p><p>{FLOOD}</p>", f"<p>{SALE}</p>",
     f"<div><h3>{FLOOD}</h3><p>Boats went from door to door.</p></div>", "<p>6,613 views</p>",
     "<p><b>Підписуйтесь на наш канал: нас уже 2292</b></p>", f"<ul><li>Also: {SALE}</li></ul>",
     '<div class="subscription-widget-wrap"><p>2,292 did.</p></div>', "<p>Переглядів: 2292</p>", '<div class="leftMenu">6,613</div>', "<dialog>2,292 days</dialog>"],
)  # fmt: skip
def test_headlines_of_other_stories_and_counters_are_asides_without_any_name(around):
    text = own(f"<h1>Day</h1>{STORY}{around}{STORY}")
    assert text.count("1,160") == 2
    assert not any(number in text for number in ("6,613", "2,292", "2292"))


@pytest.mark.parametrize(
    "inside",
    ['<ul><li>12 of one kind: <a href="/1">(1, destroyed)</a> <a href="/2">(2, damaged)</a></li></ul>',
     '<table><tr><td><a href="/t">Main battle tanks of all kinds</a></td><td>12</td></tr></table>',
     '<p><a href="/x">The enemy lost 12 tanks in a day.</a></p>',
     '<article><h2><a href="#entry-7">Twelve tanks, 12 in all, burnt out</a></h2><p>A post.</p></article>',
     '<p>Source: <a href="/gs">General Staff of the armed forces</a>, 12 reports</p>',
     '<p>The staff counts <a href="/x">12 tanks lost in a single day</a> and more.</p>',
     '<div class="elementor-widget"><p>It lost 12 tanks.</p></div>'],
)  # fmt: skip
def test_links_in_lists_tables_and_sentences_of_the_text_are_its_own(inside):
    assert "12" in own(f"<h1>Day</h1>{STORY}{inside}{STORY}")


def test_a_link_that_nobody_closed_ends_with_its_element():
    body = f'<h1>Day</h1><div><a href="/x">More about this war</div>{STORY}{STORY}'
    assert own(body).count("1,160") == 2


@pytest.mark.parametrize(
    "around",
    ['<section class="story__related-list">{}</section>', '<div id="news-subscribe-block">{}</div>',
     '<div data-testid="promo-box">{}</div>', '<div aria-label="Comments by readers">{}</div>',
     '<div itemprop="comment">{}</div>', "<related-stories>{}</related-stories>",
     '<div itemtype="https://schema.org/WPSideBar">{}</div>', '<div class="relatedposts">{}</div>',
     "<form>{}</form>", "<button>{}</button>", "<select><option>{}</option></select>",
     '<article class="teaser">{}</article>', '<div role="toolbar">{}</div>'],
)  # fmt: skip
def test_names_on_any_element_tell_what_stands_around_a_text(around):
    text = own(f"<main><h1>Day</h1>{STORY}{STORY}{around.format('Boat 6,613')}{STORY}</main>")
    assert text.count("1,160") == 3
    assert "6,613" not in text


@pytest.mark.parametrize(
    "inside",
    ['<p class="ad">{}</p>', '<span class="views-count">{}</span>', '<b class="promo">{}</b>'],
)
def test_a_line_that_is_all_of_a_named_element_is_an_aside_and_a_part_of_one_is_not(inside):
    body = f"<main><h1>Day</h1>{STORY}<div>{inside.format('6,613')}</div>{STORY}</main>"
    assert "6,613" not in own(body)
    assert "6,613" in own(f"<p>Russia lost {inside.replace('<p', '<i').format('6,613')} tanks.</p>")


@pytest.mark.parametrize("named", ["promo", "popular-text", "related", "sidebar"])
def test_an_element_that_holds_the_headline_and_the_text_is_no_aside_whatever_it_is_called(named):
    body = f'<div class="{named}"><h1>Day of war</h1>{STORY}{STORY}</div><div>Boat 6,613</div>'
    source = f"<html><head><title>Day of war | Desk</title></head><body>{body}</body></html>"
    kept = [text for kind, text in lines(document(source)) if kind != "aside"]
    assert sum("1,160" in text for text in kept) == 2


BEFORE = "<div><div>Kyiv 17</div><div>Oil 6,613</div></div>"


@pytest.mark.parametrize(
    "body",
    [f"{BEFORE}<div><h1>Day</h1>{STORY}{STORY}</div>", f"{BEFORE}<h1>Day</h1>{STORY}{STORY}",
     f"<div><h1>Day</h1>{STORY}{STORY}</div><div>Office <a href='/x'>here</a>, 6,613</div>",
     f"<article><h1>Day</h1>{STORY}{STORY}</article><div>Street 6,613</div>",
     f"<div><h1>Day</h1>{STORY}{STORY}</div><div>Phone us: 6,613</div>",
     f"<h1>Day</h1>{STORY}{STORY}<div><h3>Most read</h3><p>6,613 cars stood in the snow for a night, and nobody knew why until the morning came.</p></div>",
     f"<h1>Day</h1>{STORY}<div>6,613</div>{STORY}", f"<h1>Day</h1>{STORY}{STORY}<p>© 6,613</p>",
     f"<h1>Day</h1><div>6,613</div>{STORY}{STORY}",
     f"<h1>Day</h1>{STORY}<div><b>A lesson</b><span>Part 6,613 of it</span></div>{STORY}",
     f"<table><tr><td>Visits 6,613</td><td><h2>Day</h2>{STORY}{STORY}</td></tr></table>"],
)  # fmt: skip
def test_what_stands_before_the_headline_or_after_the_text_is_an_aside(body):
    text = own(body)
    assert text.count("1,160") == 2
    assert "6,613" not in text


@pytest.mark.parametrize(
    "figures",
    ["<div><div><b>6,613</b></div><div>tanks</div></div>", "<div>Tanks 6,613 (+12)</div>",
     "<div><p>Kyiv: 6,613</p><p>Moscow: 2,292</p></div>", "<p>A correction: it was 6,613.</p>",
     "<div>personnel</div><div>6,613</div>", "<div>Kyiv: 6,613</div>", "<div>6,613 in a day</div>",
     "<dl><dt>Kyiv</dt><dd>6,613</dd><dt>Moscow</dt><dd>2,292</dd></dl>",
     "<table><tr><td>Kyiv</td><td>6,613</td></tr></table>", "<ul><li>6,613 tanks</li></ul>"],
)  # fmt: skip
@pytest.mark.parametrize("last", ["", STORY])
def test_a_text_s_own_short_lines_after_it_are_kept(figures, last):
    assert "6,613" in own(f"<main><h1>Day</h1>{STORY}{STORY}{figures}{last}</main>")


@pytest.mark.parametrize("story", ["<article><h1>{}</h1>{}</article>", "<div><h1>{}</h1>{}</div>"])
def test_a_second_article_below_the_one_that_the_page_is_named_after_is_an_aside(story):
    body = story.format("Day of war", STORY) + story.format(
        "Storm", STORY.replace("1,160", "6,613")
    )
    source = f"<html><head><title>Day of war | Desk</title></head><body>{body}</body></html>"
    kept = [text for kind, text in lines(document(source)) if kind != "aside"]
    assert any("1,160" in text for text in kept)
    assert not any("6,613" in text for text in kept)


BOX = "<p>In all 6,613 pictures hang on these walls, and we hope that you like them.</p>"


def test_a_small_box_of_its_own_kind_that_counts_something_else_is_an_aside():
    text = own(f'<h1>Day</h1><div>{STORY * 4}<div class="epos">{BOX}</div>{STORY * 3}</div>')
    assert (text.count("1,160"), "6,613" in text) == (7, False)


def test_paragraphs_that_stand_each_in_an_element_of_one_kind_are_the_text_s_own():
    wrapped = "".join(f'<div class="block">{one}</div>' for one in (*[STORY] * 5, BOX, STORY))
    assert "6,613" in own(f"<h1>Day</h1><div>{wrapped}</div>")


def test_names_that_most_of_a_text_has_inside_its_lines_put_none_of_it_aside():
    text = STORY + STORY.replace("<p>", '<p class="paywall">') * 4
    assert own(f"<h1>Day</h1>{text}").count("1,160") == 5


def test_what_follows_the_text_that_schema_org_s_words_mark_is_an_aside():
    other = "<p>The gardens of the region gave 6,613 kilograms of berries, as they say there.</p>"
    body = f'<h1>Day</h1><div><div itemprop="articleBody">{STORY * 3}</div>{other}</div>'
    assert ("6,613" in own(body), own(body).count("1,160")) == (False, 3)


def test_a_paragraph_that_the_linked_data_s_text_has_not_is_an_aside_unless_it_is_of_losses():
    told = "Ukraine's General Staff said on Thursday that Russia lost 1,160 soldiers."
    data = f'{{"datePublished": "2024-02-22", "articleBody": "{told} {told}"}}'
    other = "<p>The gardens of the region gave 6,613 kilograms of berries, as they say there.</p>"
    late = "<p>Later the staff spoke of 2,292 tanks that it has counted in all of the war.</p>"
    body = f"<h1>Day</h1>{STORY * 3}{other}{STORY * 2}{late}"
    head = f'<script type="application/ld+json">{data}</script>'
    kept = [text for kind, text in lines(page(body, head)) if kind != "aside"]
    assert [any(n in text for text in kept) for n in ("6,613", "2,292")] == [False, True]


@pytest.mark.parametrize(
    "around",
    ["<p>Desk Ltd, company 6,613, phone +44 20 7946 0612 or by post to the old town</p>",
     "<div>https://desk.example/2024/6,613</div>", '<p>Years: <a href="/a">2021</a> <a href="/b">6613</a></p>',
     f'<p>16.10.2024 {FLOOD}</p>', '<div class="page-footer">6,613</div>', "<p>Rating: 6,613</p>",
     '<div itemprop="author"><p>He wrote 6,613 stories for us.</p></div>', "<my-box>6,613 won</my-box>"],
)  # fmt: skip
def test_addresses_pagers_dated_headlines_and_authors_are_asides(around):
    text = own(f"<h1>Day</h1><div>{STORY}{STORY}{around}{STORY}</div>")
    assert text.count("1,160") == 3
    assert not any(number in text for number in ("6,613", "6613"))


def test_a_second_title_below_the_headline_is_the_text_s_own():
    under = '<div class="dek">One day, 12 kinds of things</div>'
    assert "12 kinds" in own(f"<div><h1>Day</h1>{under}</div><div>{STORY * 3}</div>")


def test_the_same_figures_below_a_second_headline_are_a_translation_and_the_text_s_own():
    two = [f"<div><h1>{h}</h1><p>{t}</p></div>" for h, t in (
        ("Day of war", "Russia lost 1,160 soldiers, 12 tanks, 7 guns and 3 ships, the staff said."),
        ("День війни", "Росія втратила 1160 військових, 12 танків, 7 гармат і 3 кораблі, каже штаб."),
    )]  # fmt: skip
    source = f"<html><head><title>Day of war</title></head><body>{''.join(two)}</body></html>"
    kept = "\n".join(text for kind, text in lines(document(source)) if kind != "aside")
    assert ("1,160" in kept, "1160" in kept) == (True, True)


@pytest.mark.parametrize(
    "after",
    ["<p>[2] https://posts.example/staff/6,613</p>", "<p>###</p><p>The office was founded in 1947 and has 6,613 people in all of its many buildings.</p>",
     "<div>Updated 6,613 minutes ago</div>", "<p>You get this with 6,613 others. Unsubscribe here.</p>",
     '<div><a href="/o"><b>Flood drives 6,613 people from homes</b></a><i>Politics</i></div>',
     "<p>A message from our sponsor: 6,613 boots at half the price for you and yours.</p>"],
)  # fmt: skip
def test_footnotes_of_links_ages_and_what_follows_the_end_of_a_release_are_asides(after):
    text = own(f"<h1>Day</h1><div>{STORY * 3}{after}</div>")
    assert (text.count("1,160"), "6,613" in text) == (3, False)


def test_a_short_line_whose_element_is_called_like_those_of_paragraphs_is_the_text_s_own():
    blocks = "".join(f'<div class="note-text-block">{STORY}</div>' for _ in range(3))
    line = '<div class="note-bulleted-block">9 cities heard the alarm</div>'
    assert "9 cities" in own(f"<h1>Day</h1><div>{blocks}{line}{blocks}</div>")


def test_posts_of_a_board_below_the_first_are_asides_and_those_of_a_live_page_are_not():
    post = '<article class="message"><div class="user">{}</div><p>The staff {} that Russia lost {} soldiers in that one day.</p></article>'
    board = post.format("desk, 77 posts", "said", "1,160") + post.format(
        "other, 8 posts", "knows", "6,613"
    )
    live = board.replace(", 77 posts", "").replace(", 8 posts", "")
    assert ("1,160" in own(f"<h1>Day</h1>{board}"), "6,613" in own(f"<h1>Day</h1>{board}")) == (
        True,
        False,
    )
    assert "6,613" in own(f"<h1>Day</h1>{live}")


@pytest.mark.parametrize(
    "after",
    ["<p>The writer served 6,613 days in a navy and teaches history at a college.</p>",
     "&lt;img src='https://count.example/?c1=6,613' width='1'&gt;",
     f"<table><tr><td>{FLOOD}</td></tr><tr><td>{SALE}</td></tr></table>",
     f"<ul><li>Previous message: {FLOOD}</li></ul>", "<p>Continued on Page 6,613</p>"],
)  # fmt: skip
def test_notes_on_the_writer_markup_shown_and_tables_of_headlines_are_asides(after):
    text = own(f"<h1>Day</h1><div>{STORY * 3}{after}</div>")
    assert (text.count("1,160"), "6,613" in text) == (3, False)


def test_a_table_beside_the_text_that_has_no_word_for_losses_is_an_aside():
    calendar = "<div><table><tr><td>17</td><td>6,613</td></tr></table></div>"
    text = own(f"<div><div><h1>Day</h1>{STORY * 3}</div>{calendar}</div>")
    assert (text.count("1,160"), "6,613" in text) == (3, False)
    tanks = calendar.replace("17", "tanks")
    assert "6,613" in own(f"<div><div><h1>Day</h1>{STORY * 3}</div>{tanks}</div>")


@pytest.mark.parametrize(
    "inside",
    ["<p>WATCH: Bridge falls after 6,613 days</p>", f"<p><b>Earlier:</b> {FLOOD}.</p>",
     "<div>Tuesday 3 June 2025 Kyiv 24° and 6,613</div>", "<p>By the desk. Reading time: 6,613 min</p>",
     "<p>The desk, 12 Port Street, tel. (044) 555-6,613 or 555-71-20, by post too</p>".replace("555-6,613", "555-66-13, 6,613")],
)  # fmt: skip
def test_named_headlines_weather_reading_times_and_telephones_are_asides(inside):
    text = own(f"<h1>Day</h1><div>{STORY * 2}{inside}{STORY}</div>")
    assert (text.count("1,160"), "6,613" in text) == (3, False)


def test_what_somebody_says_in_an_embedded_post_is_the_text_s_own():
    said = '<blockquote class="post"><p>Tug is gone. 3 of 5 cranes stand.</p></blockquote>'
    assert "3 of 5" in own(f"<div><h1>Day</h1>{STORY * 2}{said}{STORY}</div>")


@pytest.mark.parametrize(
    "inside",
    ['<ul><li><a href="/1">On 3 June the staff spoke of 12 dead in all.</a></li><li><a href="/2">On 9 June it spoke of 44.</a></li></ul>',
     "<div><div><span>Kherson</span><span>12</span></div></div>", '<div class="pull">We saw 12 boats there</div>',
     '<p><b>How many?</b></p><p>12, maybe.</p>', "<details><summary>More</summary><p>12 boats sank.</p></details>"],
)  # fmt: skip
def test_figures_of_the_text_in_lists_of_linked_sentences_tiles_and_answers_are_kept(inside):
    assert "12" in own(f"<article><h1>Day</h1>{STORY * 2}{inside}{STORY}</article>")


def test_a_lead_that_is_called_a_teaser_is_the_text_s_own():
    lead = "<p class='teaser'>Russia lost 12 tanks in a day, and the staff in Kyiv says that it has never seen that many.</p>"
    assert "12 tanks" in own(f"<h1>Day</h1>{lead}<div>{STORY * 4}</div>")


@pytest.mark.parametrize(
    ("markup", "text"),
    [("<span>tanks</span><span>36</span>", "tanks 36"), ("<b>36</b> <i>tanks</i>", "36 tanks"),
     ("<b>1,640</b><span>soldiers</span>", "1,640 soldiers"), ("<b>1</b><b>640</b>", "1640"),
     ("<span>Su</span><span>34</span>", "Su34"), ("12<sup>th</sup>", "12th"),
     ("<b>tank</b>36", "tank36")],
)  # fmt: skip
def test_a_word_and_a_number_in_elements_that_follow_each_other_are_parted(markup, text):
    assert page(f"<p>{markup}</p>").text == text


@pytest.mark.parametrize(
    "after",
    ["<div><p>Who wrote this has seen 6,613 days of it all, and still likes tea.</p></div>",
     '<p>Tags: <a href="/t">tanks</a> (6,613)</p>', "<div><p>A letter that 6,613 people read</p><input type=email></div>",
     "<div>We and our 6,613 partners use cookies</div>"],
)  # fmt: skip
def test_a_small_box_beside_a_long_one_tags_fields_and_cookies_are_asides(after):
    text = own(f"<div><h1>Day</h1><div>{STORY * 5}</div>{after}</div>")
    assert (text.count("1,160"), "6,613" in text) == (5, False)


def test_sections_of_a_long_text_are_its_own_whatever_they_count():
    other = "<p>The harvest was 6,613 tons, and the price of bread rose once more here.</p>"
    sections = f"<section>{STORY * 3}</section><section>{other * 3}</section>" + (
        f"<section>{STORY * 5}</section>" * 3
    )
    assert own(f"<div><h1>Day</h1>{sections}</div>").count("6,613") == 3


@pytest.mark.parametrize(
    "inside",
    ["<figure><figcaption>One of 12 barges at the dam</figcaption></figure>",
     "<blockquote>We buried 12 of ours on Monday, a quiet day</blockquote>"],
)  # fmt: skip
def test_captions_and_quotations_of_the_text_are_its_own_whatever_they_count(inside):
    assert "12" in own(f"<article><h1>Day</h1>{STORY * 2}{inside}{STORY}</article>")


@pytest.mark.parametrize(
    "after",
    ["<div><b>Sailor</b><p>No more than 6,613 died, I know it.</p><button>Like</button></div>",
     "<div>Daily crossword 6,613</div>", "<div>Talk on 19 May, 6,613 seats left</div>",
     "<address>She has walked 6,613 kilometres of coast and written three books.</address>"],
)  # fmt: skip
def test_beside_the_text_a_day_alone_is_not_enough_and_words_of_readers_are_asides(after):
    text = own(f"<div><div><h1>Day</h1>{STORY * 5}</div>{after}</div>")
    assert (text.count("1,160"), "6,613" in text) == (5, False)


@pytest.mark.parametrize(
    "inside",
    ["<div>Listen to the story 4:36</div>", "<div>Reporting by our own bureau here since 2015</div>",
     "<div>No. 36 among the most shared today</div>"],
)  # fmt: skip
def test_lengths_of_recordings_ranks_and_years_of_founding_are_asides(inside):
    text = own(f"<article><h1>Day</h1><div>{STORY * 3}</div>{inside}</article>")
    assert (text.count("1,160"), ":36" in text, "2015" in text, "36 among" in text) == (
        (3, False, False, False)
    )


@pytest.mark.parametrize("day", ["17 October 2024, 08:20", "October 2024", "Published 17.10.2024"])
def test_a_page_s_date_is_its_own(day):
    assert "2024" in own(f"<article><h1>Day</h1><div>{day}</div><div>{STORY * 3}</div></article>")


CARD = "Яка доля 126 селян, що зникли біля лісу"


@pytest.mark.parametrize(
    "card",
    [f'<div class="b"><div class="b__article-title">{CARD}</div></div>',
     f'<div class="x1"><div>{CARD}</div><div>14 березня, 07:02</div></div>',
     f'<section class="x2"><h5>Серія</h5><p>{CARD}</p></section>',
     '<div class="x3"><p>Збираємо на 126 дронів</p><p>Ціль 126 ₴</p></div>',
     f'<div class="clip">{CARD} 0:58</div>',
     "<p>Our podcast: 126 minutes on the story of the day, wherever you listen.</p>"],
)  # fmt: skip
def test_cards_of_other_stories_between_paragraphs_are_known_by_the_shape_of_their_lines(card):
    text = own(f"<h1>Day</h1><div>{STORY}{card}{STORY}</div>")
    assert (text.count("1,160"), text.count("126")) == (2, 0)


@pytest.mark.parametrize(
    "facts",
    ['<div class="fact-box"><h4>By the numbers</h4><p>126 assaults a day</p></div>',
     '<div class="num-block"><div class="n">126</div><div class="c">soldiers were killed</div></div>',
     f'<div class="picture__caption">{CARD}</div>', f"<ul><li>{CARD}</li></ul>",
     "<p>Our channel was told that 126 soldiers were killed.</p>"],
)  # fmt: skip
def test_facts_captions_and_entries_between_paragraphs_stay_the_text_s_own(facts):
    text = own(f"<h1>Day</h1><div>{STORY}{facts}{STORY}</div>")
    assert (text.count("1,160"), text.count("126")) == (2, 1)


def test_a_body_behind_a_wall_for_payment_is_the_text_and_comments_below_it_are_not():
    text = own(
        f'<h1>Day</h1><p>By a reporter</p><div class="paywall">{STORY}{STORY}</div>'
        f'<div class="comments"><p>{"My unit counted 126 of them in a single month of the war. " * 9}</p></div>'
    )
    assert (text.count("1,160"), text.count("126")) == (2, 0)
