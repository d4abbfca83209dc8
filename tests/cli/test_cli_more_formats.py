"""E-mails, exports and archives by the command line, and evidence handed on."""

import json

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
