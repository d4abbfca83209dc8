"""PDFs, e-mails, exports of chats and web archives as documents."""

import base64
import gzip
import hashlib
import io
import json
import time
import zlib
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from documents_samples import NOW, document, original
from pdf_samples import pdf

from lossledger.documents import open_documents, open_with_evidence
from lossledger.documents.archive import write_archive
from lossledger.documents.mail import mail_parts
from lossledger.documents.making import whole
from lossledger.documents.pdf import read_pdf
from lossledger.errors import BadInput
from lossledger.model import Span

STORY = (
    "Ukraine's General Staff said on Thursday that Russia lost 1,160 soldiers over the past day."
)


RSS = "application/rss+xml"


def opened(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    skipped = []
    held = open_with_evidence(str(path), retrieved_at=NOW, on_skip=skipped.append)
    return held, skipped


# -- PDF


def test_the_text_of_a_pdf_leads_back_to_its_pages():
    content = pdf("Russia lost 1,160 soldiers.", "It lost 12 tanks too.")
    found = document(content)
    assert found.text == "Russia lost 1,160 soldiers.\n\nIt lost 12 tanks too."
    assert (found.media_type, found.title, found.language) == ("application/pdf", "Losses", "en")
    assert found.published_at == datetime(2024, 2, 22, 6, 10, tzinfo=UTC)
    assert found.published_from == "guessed"
    for quote, page in (("1,160", 4), ("12 tanks", 6)):
        start = found.text.index(quote)
        place = found.offsets.byte_span(Span(start, start + len(quote))).start
        assert content[place:].startswith(b"%d 0 obj" % page)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf(""), "there is no text in the PDF: its pages are pictures"),
        (pdf("x")[:200], "the PDF is broken: "),
        (b"%PDF-1.4\n" + b"<<" * 50_000, ""),
    ],
)
def test_a_pdf_that_cannot_be_read_is_named_in_one_line(content, said):
    with pytest.raises(BadInput) as caught:
        document(content)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_pdf_that_takes_too_long_is_left():
    with pytest.raises(BadInput, match=r"takes longer than 0\.01 seconds"):
        read_pdf(pdf("x"), "slow.pdf", timeout=0.01)


def test_a_pdf_that_unpacks_without_end_is_stopped():
    content = pdf("x", packed=zlib.compress(bytes(200_000_000), 1))
    with pytest.raises(BadInput, match=r"more than is allowed|broken|takes too much|no text"):
        document(content)


# -- e-mail


def mail(body: bytes, *, kind: str = "text/plain; charset=utf-8", encoding: str = "8bit") -> bytes:
    return (
        b"From: =?utf-8?b?0KjRgtCw0LE=?= <press@news.example>\r\n"
        b"Subject: =?utf-8?q?Losses_of_the_day?=\r\nDate: Thu, 22 Feb 2024 08:10:00 +0200\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: " + kind.encode() + b"\r\n"
        b"Content-Transfer-Encoding: " + encoding.encode() + b"\r\n\r\n" + body
    )


def test_a_mail_is_read_with_its_sender_subject_and_time(tmp_path):
    packed = base64.encodebytes(STORY.encode())
    ((found, how),), _ = opened(tmp_path, "day.eml", mail(packed, encoding="base64"))
    assert found.text == STORY
    assert (found.title, found.outlet) == ("Losses of the day", "Штаб")
    assert found.published_at.isoformat() == "2024-02-22T08:10:00+02:00"
    assert found.published_from == "metadata"
    assert original(found, "1,160") == "1,160"
    assert (how["format"], how["part"]) == ("message/rfc822", 1)


def test_of_two_forms_of_one_text_one_is_read_and_what_hangs_on_it_too(tmp_path):
    parts = (
        b"--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
        b"--c\r\nContent-Type: text/plain\r\n\r\nRussia lost 7 tanks.\r\n"
        b"--c\r\nContent-Type: text/html\r\n\r\n<p>Russia lost 7 tanks.</p>\r\n--c--\r\n"
        b"--b\r\nContent-Type: application/pdf; name=day.pdf\r\n"
        b"Content-Disposition: attachment; filename=day.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(pdf("Russia lost 9 tanks."))
        + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )
    held, _ = opened(tmp_path, "a.eml", mail(parts, kind="multipart/mixed; boundary=b"))
    assert [d.text for d, _ in held] == ["Russia lost 7 tanks.", "Russia lost 9 tanks."]
    assert held[1][0].origin.endswith("a.eml#2 day.pdf")


def test_a_part_in_an_unknown_charset_is_skipped_with_its_reason(tmp_path):
    with pytest.raises(BadInput, match="no text in it that can be read"):
        opened(tmp_path, "a.eml", mail(b"7 tanks", kind="text/plain; charset=x-klingon"))


@pytest.mark.parametrize(
    "content",
    [
        b"Subject: " + b"=?utf-8?q?a?= " * 700_000 + b"\r\n\r\n5 tanks",
        b"From: " + b"((" * 500_000 + b"\r\n\r\n5 tanks",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 900_000,
        b"From: " + b'"a' * 30_000 + b"\r\nDate: " + b"1 " * 1_000 + b"\r\n\r\n5 tanks",
    ],
    ids=["encoded words", "comments", "parts", "quotes"],
)
def test_a_message_made_to_take_long_ends_soon(content):
    begun = time.process_time()
    with suppress(BadInput):
        mail_parts(content, "a.eml")
    assert time.process_time() - begun < 2  # some took minutes


# -- exports of chats


def test_an_export_of_a_channel_gives_its_posts(tmp_path):
    messages = [
        {"id": 1, "type": "service", "date": "2024-02-22T08:00:00", "text": "x"},
        {"id": 2, "type": "message", "date": "2024-02-22T08:10:00", "date_unixtime": "1708582200",
         "text": ["The enemy lost ", {"type": "bold", "text": "1,160"}, " soldiers."]},
        {"id": 3, "type": "message", "date": "2024-02-22T08:11:00", "text": ""},
    ]  # fmt: skip
    whole = {"name": "Ukrainian Air Force", "type": "public_channel", "messages": messages}
    ((found, how),), _ = opened(tmp_path, "result.json", json.dumps(whole, indent=1).encode())
    assert found.text == "The enemy lost 1,160 soldiers."
    assert (found.outlet, how["post"]) == ("ua_air_force", "2")
    assert found.published_at == datetime(2024, 2, 22, 6, 10, tzinfo=UTC)


def test_a_post_that_is_passed_on_is_its_author_s_and_an_edit_has_its_time(tmp_path):
    message = {"id": 1, "type": "message", "date": "2024-02-22T08:10:00", "text": "12 tanks lost"}
    messages = [
        message | {"forwarded_from": "Генштаб ЗСУ"},
        message | {"id": 2, "forwarded_from": "A friend", "text": "9 tanks lost"},
        message | {"id": 3, "edited_unixtime": "1708582200", "text": "7 tanks lost"},
    ]
    whole = {"name": "Desk", "type": "public_channel", "messages": messages}
    found, _ = opened(tmp_path, "result.json", json.dumps(whole).encode())
    assert [d.outlet for d, _ in found] == ["ua_general_staff", "A friend", "Desk"]
    assert [h.get("forwarded_from") for _, h in found] == ["Генштаб ЗСУ", "A friend", None]
    assert found[2][1]["edited_at"] == "2024-02-22T06:10:00+00:00"
    assert {h["chat"] for _, h in found} == {"Desk"}


@pytest.mark.parametrize(
    "content",
    [b'{"messages": 7}', b'{"messages": [', b'{"messages": [7, null, {"text": {"text": 1}}]}'],
)
def test_an_export_of_another_form_is_named(tmp_path, content):
    with pytest.raises(BadInput):
        opened(tmp_path, "result.json", content)


# -- web archives


def test_an_archive_that_we_wrote_gives_the_same_documents(tmp_path):
    page = document(
        f"<html><head><title>Day</title></head><body><p>{STORY}</p></body></html>",
        origin="https://news.example/day",
        published_at=NOW,
        outlet="reuters",
    )
    post = document(STORY, origin="https://t.example/desk/1", outlet="ua_general_staff")
    scan = document(pdf("Russia lost 9 tanks."), origin="day.pdf")
    how = {
        "url": page.origin,
        "status": 200,
        "sha256": page.id,
        "headers": [["content-type", "text/html"], ["content-encoding", "br"]],
    }
    written = [io.BytesIO(), io.BytesIO()]
    for file in written:
        assert write_archive(file, [(page, [how]), (post, []), (scan, [])]) == 3
    assert written[0].getvalue() == written[1].getvalue(), "the same documents, the same bytes"
    held, skipped = opened(tmp_path, "a.warc.gz", written[0].getvalue())
    assert skipped == []
    assert [d.id for d, _ in held] == [page.id, post.id, scan.id]
    for (found, _), known in zip(held, (page, post, scan), strict=True):
        assert found.as_json() == known.as_json()
        assert found.text == known.text
    assert held[0][1]["fetches"] == [how]


def response(uri: str, body: bytes, status: str = "200 OK", kind: str = "text/html") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uri[-1] * 4}>\r\n"
        f"WARC-Target-URI: {uri}\r\nWARC-Date: 2024-02-22T06:10:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_of_another_tools_archive_the_pages_are_read_and_the_rest_is_told(tmp_path):
    records = (
        response("https://news.example/a", f"<p>{STORY}</p>".encode()),
        response("https://news.example/b", b"gone", "404 Not Found"),
        response("https://news.example/c", b"\x89PNG", kind="image/png"),
    )
    content = b"".join(map(gzip.compress, records))
    held, skipped = opened(tmp_path, "crawl.warc.gz", content)
    ((found, how),) = held
    assert (found.origin, found.text) == ("https://news.example/a", STORY)
    assert found.retrieved_at == datetime(2024, 2, 22, 6, 10, tzinfo=UTC)
    assert how["warc"]["WARC-Target-URI"] == "https://news.example/a"
    assert skipped == [
        "https://news.example/b: answered 404",
        "https://news.example/c: the type image/png is not read",
    ]


def revisit(uri: str, digest: str) -> bytes:
    return (
        f"WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Record-ID: <urn:uuid:{uri[-1] * 5}>\r\n"
        f"WARC-Target-URI: {uri}\r\nWARC-Date: 2024-02-23T06:10:00Z\r\n"
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
        f"WARC-Payload-Digest: {digest}\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    ).encode()


def test_a_revisit_is_noted_with_its_text_and_one_without_its_bytes_is_told(tmp_path):
    body = f"<p>{STORY}</p>".encode()
    digest = "sha1:" + base64.b32encode(hashlib.sha1(body).digest()).decode()
    page = response("https://news.example/a", body)
    page = page.replace(b"WARC-Date", f"WARC-Payload-Digest: {digest}\r\nWARC-Date".encode(), 1)
    lost = revisit("https://news.example/b", "sha1:" + "A" * 32)
    records = (page, revisit("https://news.example/a", digest), lost)
    held, skipped = opened(tmp_path, "a.warc.gz", b"".join(map(gzip.compress, records)))
    ((found, how),) = held
    assert found.text == STORY
    assert [again["WARC-Date"] for again in how["unchanged"]] == ["2024-02-23T06:10:00Z"]
    assert skipped == ["https://news.example/b: found unchanged, its bytes are in another archive"]


def test_a_feed_in_an_archive_gives_its_entries_and_a_broken_one_is_told(tmp_path):
    item = f"<item><guid>7</guid><link>https://news.example/7</link><title>{STORY}</title></item>"
    feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
    records = (
        response("https://news.example/a", feed.encode(), kind="application/rss+xml"),
        response("https://news.example/b", b"<rss><channel>", kind="application/rss+xml"),
    )
    held, skipped = opened(tmp_path, "a.warc", b"".join(records))
    ((found, how),) = held
    assert (found.origin, found.text) == ("https://news.example/7", STORY)
    assert (how["warc"]["WARC-Target-URI"], how["entry"]) == ("https://news.example/a", "7")
    assert len(skipped) == 1
    assert "not well-formed XML" in skipped[0]


def test_an_answer_kept_as_evidence_is_not_read_a_second_time(tmp_path):
    entry = document(STORY, origin="https://news.example/7")
    listing = whole(f"<rss><p>{STORY}</p></rss>".encode(), "https://news.example/a", RSS, NOW)
    how = {"listing": True, "feed": listing.origin, "sha256": listing.id}
    file = io.BytesIO()
    write_archive(file, [(entry, []), (listing, [how])])
    path = tmp_path / "a.warc.gz"
    path.write_bytes(file.getvalue())
    held = open_with_evidence(str(path), retrieved_at=NOW, keep_whole=True)
    assert [(d.id, d.text) for d, _ in held] == [(entry.id, STORY), (listing.id, "")]
    assert held[1][1]["listing"] is True
    assert [d.id for d in open_documents(str(path), retrieved_at=NOW)] == [entry.id]


def test_a_record_whose_digest_does_not_fit_is_left_out(tmp_path):
    post = document(STORY, origin="https://t.example/desk/1")
    file = io.BytesIO()
    write_archive(file, [(post, [])])
    changed = gzip.decompress(file.getvalue()).replace(b"1,160", b"1,610")
    with pytest.raises(BadInput):
        opened(tmp_path, "a.warc", changed)


def test_an_archive_that_breaks_off_is_named(tmp_path):
    file = io.BytesIO()
    write_archive(file, [(document(STORY), [])])
    with pytest.raises(BadInput):
        opened(tmp_path, "a.warc.gz", file.getvalue()[:150])
