"""Plain text and Markdown: lines, kinds of lines, and the marks that a reader does not see."""

from datetime import UTC, date, datetime
from pathlib import Path

from documents_samples import NOW, document, lines, original

from lossledger.documents import open_documents

STORY = """Russia lost 1,160 soldiers, Kyiv says

The General Staff in Kyiv said on Thursday that Russia had lost 407,240 troops
since the invasion began. It put the losses of the past day at 1,160 troops and
seven tanks, 35 armoured vehicles, 41 artillery systems and 36 drones.

Moscow did not comment on the figures. They could not be checked independently
by anyone outside, and other estimates are lower than the ones given in Kyiv by
the military.
"""


def test_a_short_first_line_before_an_empty_one_is_the_title() -> None:
    found = document(STORY)
    assert found.title == "Russia lost 1,160 soldiers, Kyiv says"
    assert [kind for kind, _ in lines(found)] == ["title", "paragraph", "paragraph"]


def test_line_breaks_of_a_fixed_width_become_spaces_and_lead_back_to_the_breaks() -> None:
    found = document(STORY.replace("\n", "\r\n"))
    assert "407,240 troops since the invasion" in found.text
    assert original(found, "troops since") == "troops\r\nsince"


def test_a_short_text_of_fixed_width_is_joined_and_a_short_list_is_not() -> None:
    story = document(
        "The General Staff in Kyiv said on Thursday that Russia had lost 407,240\n"
        "troops since the invasion began, and 1,160 of them in the past day. No\n"
        "other figures were given."
    )
    assert len(lines(story)) == 1
    posts = document(
        "особового складу / personnel ‒ близько/ about 407240 (+1160) осіб / persons,\n"
        "бойових броньованих машин / armored fighting vehicles ‒ 12373 (+35) од,\n"
        "автомобільної техніки та автоцистерн / vehicles and fuel tanks – 12988 (+38) од,"
    )
    assert len(lines(posts)) == 3


def test_lines_of_a_list_stay_lines() -> None:
    found = document(
        "The total combat losses of the enemy from 24.02.22 to 22.02.24 were:\n"
        "personnel ‒ about 407240 (+1160) persons,\ntanks ‒ 6523 (+7),\nAPV ‒ 12373 (+35),\n"
        "artillery systems – 9895 (+41),\nMLRS – 995 (+3).\n\nData are being updated"
    )
    assert found.title is None
    assert len(lines(found)) == 7
    assert lines(found)[2] == ("paragraph", "tanks ‒ 6523 (+7),")


def test_lines_with_bullets_are_items() -> None:
    found = document("Losses, past day\n\n- 7 tanks\n• 35 vehicles\n– 41 guns\n1. 36 drones\nEnd.")
    assert [kind for kind, _ in lines(found)] == ["title", *["item"] * 4, "paragraph"]


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    assert document("Kyiv reported 7 tanks.\n\nMore will follow.").title is None


def test_markdown_keeps_its_words_and_loses_its_marks() -> None:
    found = document(
        "# Losses on 22 February\n\nRussia lost **1,160** *soldiers* and `7` "
        '[tanks\\*](https://a.b/c9 "note 8"), *about*&nbsp;35 _armoured_ vehicles; 2*3*4.'
        "\n\n> “We lost 31,000.”\n\n"
        "| tanks | AFV |\n|---|---:|\n| 6,523 | 12,373 |\n"
    )
    assert found.media_type == "text/markdown"
    assert lines(found) == [
        ("title", "Losses on 22 February"),
        (
            "paragraph",
            "Russia lost 1,160 soldiers and 7 tanks*, about\u00a035 armoured vehicles; 2*3*4.",
        ),
        ("quote", "“We lost 31,000.”"),
        ("cell", "tanks"),
        ("cell", "AFV"),
        ("cell", "6,523"),
        ("cell", "12,373"),
    ]
    assert original(found, "1,160") == "1,160"
    assert original(found, "about\u00a035") == "about*&nbsp;35"


def test_a_link_inside_a_word_leaves_the_word_whole() -> None:
    found = document(
        "Військові[ змогли п](https://example.org/a1)ересікти річку, 20 танків знищено"
    )
    assert found.text == "Військові змогли пересікти річку, 20 танків знищено"


def test_stars_and_angle_brackets_of_a_plain_text_stay() -> None:
    found = document("Losses* of 500 <b and > 20 guns, 3 * 4 * 5, snake_case_name\n*as reported")
    assert found.media_type == "text/plain"
    assert found.text == "Losses* of 500 <b and > 20 guns, 3 * 4 * 5, snake_case_name\n*as reported"


def test_a_text_without_a_date_gets_the_day_in_its_files_name(tmp_path: Path) -> None:
    path = tmp_path / "report-2024-02-08.txt"
    path.write_text("Russia lost 910 soldiers, Kyiv said.", "utf-8")
    (found,) = open_documents(str(path), retrieved_at=NOW)
    assert found.published_from == "guessed"
    assert found.published_at is not None
    assert found.published_at.date() == date(2024, 2, 8)
    moment = datetime(2024, 3, 1, tzinfo=UTC)
    (given,) = open_documents(str(path), retrieved_at=NOW, published_at=moment)
    assert (given.published_at, given.published_from) == (moment, "given")


def test_digits_in_a_files_name_that_are_no_day_say_nothing(tmp_path: Path) -> None:
    path = tmp_path / "2024-13-40.txt"
    path.write_text("Russia lost 910 soldiers, Kyiv said.", "utf-8")
    (found,) = open_documents(str(path), retrieved_at=NOW)
    assert found.published_at is None
