"""E-mails, exports and archives by the command line, and evidence handed on."""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "watching"))
from watching_samples import post, preview, rss

STORY = (
    "Ukraine's General Staff said on Thursday that Russia lost 1,160 soldiers over the past day."
)


def export_file(tmp_path, *texts):
    file = tmp_path / "result.json"
    messages = [
        {"id": n, "type": "message", "date": "2024-02-22T08:10:00", "text": text}
        for n, text in enumerate(texts, 1)
    ]
    file.write_text(json.dumps({"name": "Desk", "messages": messages}))
    return file


def test_posts_without_a_figure_are_kept_beside_the_others(lossledger, tmp_path):
    answer = lossledger(
        "read",
        export_file(
            tmp_path,
            STORY,
            "The ministry thanked all soldiers and said that the situation at the front is under control.",
        ),
    )
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("2 texts: 1 claims, ")


def test_a_part_that_cannot_be_read_is_named_and_the_others_are_kept(lossledger, tmp_path):
    mail = tmp_path / "day.eml"
    mail.write_bytes(
        b"From: press@news.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + STORY.encode() + b"\r\n"
        b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\xff 7 tanks\r\n--b--\r\n"
    )
    answer = lossledger("read", mail)
    assert (answer.code, answer.out.split(",")[0]) == (0, "1 text: 1 claims")
    assert "skipped " in answer.err
    assert "day.eml#2: the text is not valid UTF-8" in answer.err


def test_evidence_is_handed_on_as_a_web_archive(lossledger, tmp_path):
    lossledger("read", export_file(tmp_path, STORY))
    archive = tmp_path / "evidence.warc.gz"
    answer = lossledger("export", "--format", "warc", "--all-texts", "--out", archive)
    assert (answer.code, answer.out) == (0, f"{archive}: 1 texts\n")
    ours, theirs = (
        lossledger("read", path, "--json", "--dry-run").lines
        for path in (tmp_path / "result.json", archive)
    )
    assert [r["document"]["id"] for r in ours] == [r["document"]["id"] for r in theirs]
    assert [c["id"] for r in ours for c in r["claims"]] == [
        c["id"] for r in theirs for c in r["claims"]
    ]


def test_others_texts_stay_out_of_an_archive_to_be_published(lossledger, tmp_path):
    lossledger("read", export_file(tmp_path, STORY))
    archive = tmp_path / "evidence.warc.gz"
    assert lossledger("export", "--format", "warc", "--out", archive).out.endswith(": 0 texts\n")
    assert lossledger("export", "--format", "warc", "--metric", "tanks").code == 2


def test_the_posts_of_a_channels_preview_at_an_address_are_read_one_by_one(lossledger, served):
    folder, address = served
    posts = (post(1, STORY), post(2, STORY.replace("1,160", "1,170")))
    (folder / "desk.html").write_text(preview(*posts))
    answer = lossledger("read", f"{address}/desk.html", "--allow-local", "--json")
    assert [r["document"]["origin"] for r in answer.lines] == [
        "https://t.example/desk/1",
        "https://t.example/desk/2",
    ]
    assert lossledger("changes", "https://t.example/desk/1").out.endswith(": 1 version\n")


def test_the_entries_of_a_feed_at_an_address_are_read_one_by_one(lossledger, served):
    folder, address = served
    day = "Thu, 22 Feb 2024 06:10:00 GMT"
    (folder / "feed.xml").write_text(rss(("1", "https://news.example/1", day, STORY)))
    (found,) = lossledger("read", f"{address}/feed.xml", "--allow-local", "--json").lines
    assert found["document"]["published_at"] == "2024-02-22T06:10:00+00:00"
    assert found["document"]["published_from"] == "metadata"
    assert [c["low"] for c in found["claims"]] == [1160]
