"""Broken pages, feeds, previews, mails, exports, PDFs and archives: a named error or a text.

python tests/faults/mutants.py                 100,000 inputs, about ten minutes
python tests/faults/mutants.py --short         1,400 inputs
python tests/faults/mutants.py --seed 7 --only pdf --count 5000

A crash is any exception that is not the package's own; a hang is more than a second of
processor time for one input. Each is printed with its seed; the exit code is 1 if there is one.
"""

import argparse
import base64
import gzip
import io
import json
import random
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests/documents"), str(ROOT / "tests/watching")]

from packed_samples import tarred, zipped  # noqa: E402
from pdf_samples import pdf  # noqa: E402
from watching_samples import losses, post, preview, rss  # noqa: E402

from lossledger.documents import document_from_bytes  # noqa: E402
from lossledger.documents.archive import archived, write_archive  # noqa: E402
from lossledger.documents.channel import export_posts, preview_posts  # noqa: E402
from lossledger.documents.feeds import feed_entries  # noqa: E402
from lossledger.documents.mail import mail_parts  # noqa: E402
from lossledger.documents.packed import members  # noqa: E402
from lossledger.documents.pdf_child import pages  # noqa: E402
from lossledger.errors import LossledgerError  # noqa: E402

NOW = datetime(2024, 2, 22, 9, tzinfo=UTC)
SLOWEST = 1.0
SHARES = {"html": 27, "feed": 18, "preview": 10, "mail": 7, "export": 6, "pdf": 12, "warc": 12}
SHARES |= {"zip": 4, "tar": 4}
"""Of a hundred inputs how many are of each kind."""

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The day &amp; its figures</title>
<meta property="article:published_time" content="2024-02-22T06:10:00+00:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2024-02-22", "headline": "x"}}</script>
</head><body><nav><ul><li><a href="/">Home 24</a></li></ul></nav><main><h1>Losses</h1>
<p>Russia lost <b>1&nbsp;160</b> soldiers &#8211; and 12 tanks.</p><!-- 5 --><table><tr><td>tanks</td><td>12</td></tr></table>
<pre>a\n b</pre><p>{losses("22.02.24", 407240, 1160)}</p></main><footer>2024</footer></body></html>"""
ATOM = (
    '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id>'
    '<link href="https://news.example/1"/><updated>2024-02-22T06:10:00Z</updated><content type="html">'
    "&lt;p&gt;12 tanks&lt;/p&gt;</content></entry></feed>"
)
FEED = rss(("1", "https://news.example/1", "Thu, 22 Feb 2024 06:10:00 GMT", "<p>12 tanks</p>"))
PREVIEW = preview(post(1, losses("21.02.24", 405910, 1030)), post(2, "7 tanks"))
EXPORT = json.dumps(
    {
        "name": "Desk",
        "messages": [
            {"id": 1, "type": "message", "date": "2024-02-22T08:10:00", "date_unixtime": "1708582200",
             "text": ["The enemy lost ", {"type": "bold", "text": "1,160"}, " soldiers."]}
        ],
    }
)  # fmt: skip
MAIL = (
    "From: =?utf-8?b?0KjRgtCw0LE=?= <a@news.example>\r\nSubject: =?utf-8?q?Day?=\r\n"
    "Date: Thu, 22 Feb 2024 08:10:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    "12 tanks\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>12 tanks</p>\r\n--c--\r\n"
    "--b\r\nContent-Type: text/html; charset=koi8-u\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(b"<p>7 tanks</p>").decode()
    + "\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\n5 guns\r\n--b--\r\n"
)


def archive() -> bytes:
    about = {"origin": "https://news.example/1", "retrieved_at": NOW}
    page = document_from_bytes(PAGE.encode(), **about)
    text = document_from_bytes(b"Russia lost 12 tanks.", **about)
    how = {"sha256": page.id, "headers": [["content-type", "text/html"]]}
    file = io.BytesIO()
    write_archive(file, [(page, [how]), (text, [])])
    return file.getvalue()


def seeds() -> dict[str, list[bytes]]:
    packed = archive()
    records = [gzip.compress(part) for part in gzip.decompress(packed).split(b"\r\n\r\nWARC/1.0")]
    return {
        "html": [PAGE.encode(), PAGE.encode("utf-16"), PAGE.replace("–", "-").encode("cp1251", "replace")],
        "feed": [FEED.encode(), ATOM.encode()],
        "preview": [PREVIEW.encode()],
        "mail": [MAIL.encode()],
        "export": [EXPORT.encode()],
        "pdf": [pdf("Russia lost 1,160 soldiers.", "12 tanks"), pdf("5 guns")],
        "warc": [packed, gzip.decompress(packed), b"".join(records)],
        "zip": [zipped(("result.json", EXPORT.encode()), ("a/b.html", PAGE.encode()))],
        "tar": [tarred(("a.txt", b"5 tanks"), ("d" * 120 + "/b.html", PAGE.encode())),
                tarred(("a.txt", PAGE.encode()), packed=True)],
    }  # fmt: skip


def read_document(content: bytes) -> None:
    document_from_bytes(content, origin="mutant", retrieved_at=NOW)


READERS: dict[str, Callable[[bytes], object]] = {
    "html": read_document,
    "feed": lambda content: feed_entries(content, "mutant"),
    "preview": lambda content: preview_posts(content, "mutant"),
    "mail": lambda content: mail_parts(content, "mutant"),
    "export": lambda content: export_posts(content, "mutant"),
    "pdf": pages,  # what the reading process runs; starting one for each input would take hours
    "warc": lambda content: archived(content, "mutant", 10 * 2**20),
    "zip": lambda content: list(members(content, "mutant", 10 * 2**20, lambda words: None)),
    "tar": lambda content: list(members(content, "mutant", 10 * 2**20, lambda words: None)),
}
PIECES = (
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"\0", b"\xff\xfe",
    b"<div class='tgme_widget_message' data-post='x/9'>", b"</div>" * 20, b"<div>" * 500, b"{" * 2000, b"[" * 2000, b"<<" * 2000,
    b"endobj", b"stream\n", b"9999999999", b"-1", b"/Length 4294967296", b"/Kids [2 0 R]", b"/Filter [/FlateDecode /FlateDecode]",
    b"Content-Length: 99999999\r\n", b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n", b"WARC/1.0\r\n", b"\x1f\x8b\x08",
    b"=?utf-8?b?", b"?=", b"--b\r\n", b"charset=x\r\n", b"\r\n\r\n", b"1" * 5000, "é\u0301".encode() * 300, b"\\ud800", b"NaN", b"1e999",
)  # fmt: skip


def mutant(content: bytes, draw: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(draw.choice((1, 1, 2, 3, 8, 30))):
        at = draw.randrange(len(data) + 1)
        how = draw.randrange(7)
        if how == 0 and data:
            data[at % len(data)] = draw.randrange(256)
        elif how == 1:
            data[at:at] = draw.choice(PIECES)
        elif how == 2:
            del data[at : at + draw.randrange(1, 200)]
        elif how == 3:
            data[at:at] = data[at : at + draw.randrange(1, 300)]
        elif how == 4:
            del data[at:]
        elif how == 5 and data:
            data[at % len(data)] ^= 1 << draw.randrange(8)
        else:
            data[at : at + 8] = draw.choice(PIECES)
    return bytes(data)


def tried(kind: str, count: int, seed: int, faults: list[str]) -> tuple[Counter, float]:
    reader, sources = READERS[kind], seeds()[kind]
    ends: Counter = Counter()
    slowest = 0.0
    for number in range(count):
        draw = random.Random(f"{seed} {kind} {number}")
        content = mutant(draw.choice(sources), draw)
        begun = time.process_time()
        try:
            found = reader(content)
            refused = isinstance(found, dict) and "error" in found
            ends["refused" if refused else "read"] += 1
        except LossledgerError as error:
            ends["refused"] += 1
            if "\n" in str(error):
                faults.append(f"{kind} {number}: an error of several lines: {str(error)!r}")
        except Exception as error:
            faults.append(f"{kind} {number}: {type(error).__name__}: {error}")
        took = time.process_time() - begun
        slowest = max(slowest, took)
        if took > SLOWEST:
            faults.append(f"{kind} {number}: took {took:.1f} s")
    return ends, slowest


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--short", action="store_true")
    options.add_argument("--seed", type=int, default=20240222)
    options.add_argument("--only", choices=SHARES)
    options.add_argument("--count", type=int)
    given = options.parse_args()
    total = given.count or (1_400 if given.short else 100_000)
    warnings.simplefilter("ignore")
    faults: list[str] = []
    for kind, share in SHARES.items():
        if given.only in (None, kind):
            count = total if given.only else total * share // 100
            ends, slowest = tried(kind, count, given.seed, faults)
            print(f"{kind}: {count:,} inputs, {dict(ends)}, slowest {slowest:.2f} s", flush=True)
    for fault in faults[:40]:
        print(fault)
    print(f"{len(faults)} crashes, hangs or errors of several lines")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
