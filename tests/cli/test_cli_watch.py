"""``lossledger watch``: one round over feeds of a server of this machine."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import SimpleNamespace

from lossledger.ledger import open_ledger

RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><item><guid>1</guid><link>https://news.example/1</link>'
    "<pubDate>Thu, 22 Feb 2024 06:10:00 GMT</pubDate><description>Ukraine's General Staff said Russia lost"
    " 1,160 soldiers over the past day.</description></item></channel></rss>"
)


def watch(lossledger, *more):
    return lossledger("watch", "--once", "--allow-local", "--pause", "0", *more)


def feed(served, name="feed.xml", text=RSS):
    folder, address = served
    (folder / name).write_text(text)
    return f"rss={address}/{name}", "--outlet", "reuters"


@contextmanager
def hook():
    """A receiver of signals that answers as it is told to."""
    taken = SimpleNamespace(status=200, last=None)

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            taken.last = json.loads(body)["signals"]
            self.send_response(taken.status)
            self.end_headers()

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/hook", taken
        server.shutdown()


def test_a_round_keeps_what_is_new_and_says_so(lossledger, served):
    where = feed(served)
    answer = watch(lossledger, "--feed", *where)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"reuters: 1 new text, 1 new claims ({where[0][4:]})\n"
    again = watch(lossledger, "--feed", *where)
    assert again.out == f"reuters: nothing new ({where[0][4:]})\n"


def test_json_gives_each_look_with_its_signals(lossledger, served):
    (looked,) = watch(lossledger, "--feed", *feed(served), "--json").lines
    assert (looked["source"], looked["texts"], looked["claims"], looked["failed"]) == (
        "reuters",
        1,
        1,
        None,
    )
    assert [s["kind"] for s in looked["signals"]] == ["report"]


def test_a_feed_that_fails_gives_1_and_all_that_fail_give_2(lossledger, served):
    _, address = served
    missing = ("--feed", f"page={address}/missing")
    both = watch(lossledger, "--feed", *feed(served), *missing)
    assert both.code == 1
    assert "answered 404 File not found (check the address); again at " in both.err
    assert watch(lossledger, *missing, "--outlet", "reuters").code == 2


def test_signals_go_into_an_atom_file(lossledger, served, tmp_path: Path):
    file = tmp_path / "signals.xml"
    watch(lossledger, "--feed", *feed(served), "--atom", file)
    assert "report: reuters: 1 figure in https://news.example/1" in file.read_text()


def test_a_webhook_that_is_not_there_is_told_and_stops_nothing(lossledger, served):
    _, address = served
    answer = watch(lossledger, "--feed", *feed(served), "--webhook", f"{address}/hook")
    assert answer.code == 1
    assert "1 new text" in answer.out
    assert "the webhook was not told: " in answer.err


def test_what_a_webhook_did_not_take_is_sent_by_the_next_run(lossledger, served, tmp_path):
    with hook() as (address, taken):
        taken.status = 503
        answer = watch(lossledger, "--feed", *feed(served), "--webhook", address)
        assert (answer.code, [s["kind"] for s in taken.last]) == (1, ["report"])
        first = taken.last
        taken.status = 200
        again = watch(lossledger, "--feed", *feed(served), "--webhook", address)
        assert (again.code, taken.last) == (0, first)
        taken.last = None
        assert watch(lossledger, "--feed", *feed(served), "--webhook", address).code == 0
        assert taken.last is None


def test_new_texts_go_into_a_web_archive_as_they_were_received(lossledger, served, tmp_path):
    file = tmp_path / "got.warc.gz"
    for number in (1, 2):
        text = RSS.replace("<guid>1", f"<guid>{number}").replace("1,160", f"1,16{number}")
        watch(lossledger, "--feed", *feed(served, f"{number}.xml", text), "--warc", file)
    from warcio.archiveiterator import ArchiveIterator

    with file.open("rb") as opened:
        records = [(r.rec_type, r.content_stream().read()) for r in ArchiveIterator(opened)]
    assert [kind for kind, _ in records].count("metadata") == 4
    whole = [content for kind, content in records if kind == "response"]
    assert [b"1,161" in one for one in whole] == [True, False], "the feed as it was, twice"
    texts = [content for kind, content in records if kind == "resource"]
    assert [b"1,161" in texts[0], b"1,162" in texts[1]] == [True, True]
    read = lossledger("read", file, "--dry-run", "--json")
    assert [c["quote"] for one in read.lines for c in one["claims"]] == ["1,161", "1,162"]


def test_the_bytes_of_a_feed_that_is_read_once_are_kept_too(lossledger, served, tmp_path):
    _, address = served
    feed(served)
    answer = lossledger("read", f"{address}/feed.xml", "--allow-local")
    assert (answer.code, answer.out.splitlines()[0][:17]) == (0, "1 text: 1 claims,")
    with open_ledger(tmp_path / "war.ledger", create=False) as ledger:
        text, whole = (ledger.document(held.id) for held in ledger.documents())
        ((how, _),) = ledger.fetches(text.id)
    assert (whole.content, whole.text, how["fetched"]["sha256"]) == (RSS.encode(), "", whole.id)


def test_a_source_without_a_feed_is_named(lossledger):
    assert watch(lossledger, "pnas").err == (
        "lossledger: source pnas: has no feed in its table (use --feed KIND=URL)\n"
    )
    assert watch(lossledger, "--feed", "rss=https://news.example/").code == 2
    assert lossledger("watch", "--every", "5s").code == 2
    assert lossledger("watch", "--once", "--contact", "Редакція").code == 2


def test_a_page_that_robots_rules_forbid_is_not_read(lossledger, served):
    folder, address = served
    (folder / "robots.txt").write_text("User-agent: *\nDisallow: /*.html$\n")
    (folder / "a.html").write_text("<p>Ukraine says Russia lost 5 tanks.</p>")
    answer = lossledger("read", f"{address}/a.html", "--allow-local")
    assert (answer.code, answer.err) == (
        2,
        f"lossledger: {address}/a.html: the site's robots.txt forbids it (ask its owner)\n",
    )


def test_an_address_of_a_file_of_posts_gives_each_post_and_one_of_data_says_what_to_do(
    lossledger, served
):
    folder, base = served
    lines = "\n".join(
        f'{{"date": "2024-05-{day}", "text": "Russia lost {day} tanks in a day."}}'
        for day in (15, 16)
    )
    (folder / "posts.jsonl").write_text(lines)
    done = lossledger(
        "read", f"{base}/posts.jsonl", "--allow-local", "--source", "ua_general_staff"
    )
    assert done.code == 0
    assert "2 texts: 2 claims" in done.out
    (folder / "data.json").write_text("[1, 2]")
    done = lossledger("read", f"{base}/data.json", "--allow-local")
    assert done.code == 2
    assert "import a dataset with: lossledger import" in done.err
