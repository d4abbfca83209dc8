"""``lossledger watch``: one round over feeds of a server of this machine."""

from pathlib import Path

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
    assert "report: reuters: 1 figures in https://news.example/1" in file.read_text()


def test_a_webhook_that_is_not_there_is_told_and_stops_nothing(lossledger, served):
    _, address = served
    answer = watch(lossledger, "--feed", *feed(served), "--webhook", f"{address}/hook")
    assert answer.code == 1
    assert "1 new text" in answer.out
    assert "the webhook was not told: " in answer.err


def test_a_source_without_a_feed_is_named(lossledger):
    assert watch(lossledger, "pnas").err == (
        "lossledger: source pnas: has no feed in its table (use --feed KIND=URL)\n"
    )
    assert watch(lossledger, "--feed", "rss=https://news.example/").code == 2
    assert lossledger("watch", "--every", "5s").code == 2
    assert lossledger("watch", "--once", "--contact", "Редакція").code == 2
