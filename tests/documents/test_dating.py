"""When a text was published is found in its own lines, and a guess is marked as one."""

import pytest
from documents_samples import document, page

STORY = "Russia lost 1,160 soldiers over the past day, the staff of the enemy's army said, and 12 tanks."
UK = "За минулу добу ворог втратив 1160 осіб, повідомили у штабі, та ще 12 танків."
RU = "За сутки противник потерял 1160 человек, сообщили в штабе, и ещё 12 танков."


def told(text, origin="story.txt", **more):
    found = document(text, origin=origin, **more)
    at = found.published_at
    return (at.strftime("%Y-%m-%d %H:%M") if at else None, found.published_from)


@pytest.mark.parametrize(
    ("line", "at", "known"),
    [
        ("Published March 15, 2024", "2024-03-15 23:59", "text"),
        ("By our staff. Published on Friday, 15 March 2024, 09:30 GMT", "2024-03-15 09:30", "text"),
        ("First published: 15th Mar. 2024 at 9:30", "2024-03-15 09:30", "text"),
        ("Last updated 2024-03-15", "2024-03-15 23:59", "text"),
        ("15 March 2024", "2024-03-15 23:59", "guessed"),
        ("Friday, 15 March 2024, 09:30", "2024-03-15 09:30", "guessed"),
        ("15.03.2024 | 09:30", "2024-03-15 09:30", "guessed"),
    ],
)
def test_a_line_that_says_when_is_believed_and_a_date_alone_is_a_guess(line, at, known):
    assert told(f"Losses of the day\n\n{line}\n\n{STORY}") == (at, known)
    assert told(f"{STORY}\n\n{line}") == (at, known)
    html = f"<h1>Losses</h1><div>{line}</div><p>{STORY}</p>"
    found = page(html)
    assert (found.published_at.strftime("%Y-%m-%d %H:%M"), found.published_from) == (at, known)


@pytest.mark.parametrize(
    ("line", "story", "at"),
    [
        ("Опубліковано 15 березня 2024 року", UK, "2024-03-15 23:59"),
        ("Дата публікації: 15.03.2024, 09:30", UK, "2024-03-15 09:30"),
        ("Опубликовано: 15 марта 2024 г., 09:30", RU, "2024-03-15 09:30"),
        ("Обновлено 15.03.24 в 09:30", RU, "2024-03-15 09:30"),
    ],
)
def test_the_words_for_publishing_are_known_in_each_language(line, story, at):
    assert told(f"{line}\n\n{story}") == (at, "text")


@pytest.mark.parametrize(
    ("line", "story"),
    [
        ("KYIV, Feb 23 (Newswire) - ", STORY),
        ("Kyiv, Ukraine, 23 February — ", STORY),
        ("КИЇВ, 23 лютого. /АГЕНЦІЯ/. ", UK),
        ("МОСКВА, 23 фев — ", RU),
    ],
)
def test_a_place_and_a_day_before_the_first_sentence_are_a_guess(line, story):
    assert told(line + story, "https://news.example/2024/02/x") == ("2024-02-23 23:59", "guessed")
    assert told(f"{line}{story}\n\n© 2025") == ("2025-02-23 23:59", "guessed")


def test_a_day_without_any_year_is_guessed_for_what_was_fetched_and_not_for_a_file():
    text = f"Published March 15\n\n{STORY}"
    assert told(text, "https://news.example/x") == ("2026-03-15 23:59", "guessed")
    assert (
        told(text.replace("March", "December"), "https://news.example/x")[0] == "2025-12-15 23:59"
    )
    assert told(text) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        f"Published 15 March 2031\n\n{STORY}",
        f"Published 45 March 2024\n\n{STORY}",
        f"On 15 March 2024, {STORY}",
        f"The list was published in March. {STORY}",
        f"The total losses from 24.02.22 to 15.03.24 are 12 tanks.\n{STORY}",
        f"Photo: a street, 15 March 2024, after the strike\n\n{STORY}",
    ],
)
def test_a_date_that_does_not_say_when_the_text_was_published_is_no_such(text):
    assert told(text) == (None, None)


def test_what_is_given_or_stands_in_the_metadata_or_is_older_than_an_update_counts_more():
    html = f"<p>Updated 17 March 2024</p><p>Published 15 March 2024</p><p>{STORY}</p>"
    assert page(html).published_at.day == 15
    meta = '<meta property="article:published_time" content="2024-03-14T06:10:00+00:00">'
    assert (page(html, meta).published_at.day, page(html, meta).published_from) == (14, "metadata")
