"""Feeds are looked at politely, what is new is kept once, and a watch can be resumed."""

import json
from datetime import timedelta

import pytest
from watching_samples import START, losses, post, preview, rss

from lossledger.documents.fetch import Known
from lossledger.ledger.outbox import Outbox
from lossledger.sources import Feed
from lossledger.watching import Watch, run
from lossledger.watching.memory import validators

DAY = "Thu, 22 Feb 2024 06:10:00 GMT"


def round_of(watch):
    return list(watch.round())


def texts_of(ledger):
    """The documents held that are texts, not whole answers kept as evidence of them."""
    return [held for held in ledger.documents() if held.characters]


def only(watch):
    (looked,) = watch.round()
    return looked


def test_the_posts_of_a_channel_are_kept_each_with_its_time_and_address(site, ledger, watching):
    first = losses("21.02.24", 405910, 1030)
    page = preview(
        post(1, first, "2024-02-21T06:10:00+00:00"), post(2, losses("22.02.24", 407240, 1160))
    )
    address = site.put("/s/desk", page, Content_Type="text/html")
    looked = only(watching(("telegram", address)))
    assert (looked.texts, looked.failed) == (2, None)
    documents = texts_of(ledger)
    assert [d.origin for d in documents] == ["https://t.example/desk/1", "https://t.example/desk/2"]
    assert [d.published_at.day for d in documents] == [21, 22]
    values = [f.value for f in ledger.figures("personnel", "RU") if f.kind == "cumulative"]
    assert values == [405910, 407240]
    held = ledger.document(documents[0].id)
    assert held.content == first.encode()
    ((how, _),) = ledger.fetches(documents[0].id)
    assert page.encode()[how["at"] :].startswith(held.content)
    assert (how["entry"], how["status"], how["link"]) == ("desk/1", 200, "https://t.example/desk/1")


def test_a_post_that_a_channel_passes_on_is_not_said_by_the_channel(site, ledger, watching):
    words = "At least 41 artillery systems of Russia were destroyed in a day."
    name = '<a class="tgme_widget_message_forwarded_from_name" href="#"><span>{}</span></a>'
    text = '<div class="tgme_widget_message_text'
    other = post(2, words.replace("41", "43")).replace(text, name.format("A friend") + text, 1)
    page = preview(post(1, words), other)
    looked = only(watching(("telegram", site.put("/s/desk", page))))
    assert looked.texts == 2
    said = [d.outlet for d in texts_of(ledger)]
    assert said == ["ua_general_staff", "A friend"]
    told = {c.outlet: c.claimant for c in ledger.claims(metric="artillery", party="RU")}
    assert told == {"ua_general_staff": "ua_general_staff", "A friend": None}


def test_the_answer_in_which_a_post_stood_is_kept_byte_for_byte(site, ledger, watching):
    page = preview(post(1, losses("22.02.24", 407240, 1160))).encode()
    address = site.put("/s/desk", page, Content_Type="text/html; charset=utf-8")
    body = rss(("1", "https://news.example/1", DAY, "Ukraine says Russia lost 5 tanks.")).encode()
    feed = site.put("/rss", body, Content_Encoding="gzip")
    round_of(watching(("telegram", address), ("rss", feed)))
    for text in texts_of(ledger):
        ((how, _),) = ledger.fetches(text.id)
        whole = ledger.document(how["sha256"])
        assert whole.content in (page, body)
        assert whole.content[how.get("at") or 0 :].startswith(ledger.document(text.id).content) or (
            whole.content == body
        )
        ((evidence, _),) = ledger.fetches(whole.id)
        assert (evidence["listing"], evidence["status"]) == (True, 200)
        assert ledger.claims(document=whole.id) == []
    assert ledger.verify().troubles == ()
    size = ledger.head().size
    round_of(watching(("telegram", address), ("rss", feed)))
    assert ledger.head().size == size


def test_what_was_seen_is_not_read_again_though_its_readers_are_counted(site, ledger, watching):
    address = site.put("/s/desk", preview(post(1, losses("22.02.24", 407240, 1160), views="1K")))
    assert only(watching(("telegram", address))).texts == 1
    site.put("/s/desk", preview(post(1, losses("22.02.24", 407240, 1160), views="9K")))
    size = ledger.head().size
    assert only(watching(("telegram", address))).texts == 0
    assert ledger.head().size == size


def test_posts_missed_since_the_last_round_are_fetched_page_by_page(site, watching):
    address = site.put("/s/desk", preview(post(1, "The enemy lost 3 tanks.")))
    watch = watching(("telegram", address))
    assert only(watch).texts == 1
    site.put(
        "/s/desk", preview(post(5, "The enemy lost 7 tanks."), post(6, "The enemy lost 8 tanks."))
    )
    site.put(
        "/s/desk?before=5", preview(*(post(n, f"The enemy lost {n} guns.") for n in (1, 3, 4)))
    )
    again = watching(("telegram", address))
    assert only(again).texts == 5
    assert only(watching(("telegram", address))).texts == 0


def test_an_edited_post_is_a_new_version_and_a_restated_figure_is_told(site, ledger, watching):
    address = site.put("/s/desk", preview(post(1, losses("22.02.24", 407240, 1160))))
    only(watching(("telegram", address)))
    site.put("/s/desk", preview(post(1, losses("22.02.24", 407420, 1160))))
    looked = only(watching(("telegram", address)))
    assert looked.texts == 1
    told = [s for s in looked.signals if s.kind == "restated"]
    assert [s.message for s in told] == [
        "ua_general_staff: personnel of RU, 2024-02-22: about 407,420 instead of about 407,240"
    ]
    assert len(ledger.claims(metric="personnel", value=407240)) == 1


def test_a_feed_is_asked_for_changes_only(site, ledger, watching):
    body = rss(("1", "https://news.example/1", DAY, "Ukraine says Russia lost 1,160 soldiers."))
    address = site.put("/rss", body, ETag='"a"')
    assert only(watching(("rss", address))).texts == 1
    size = ledger.head().size
    assert only(watching(("rss", address))).texts == 0
    assert ledger.head().size == size
    site.put("/rss", rss(), ETag='"b"')
    assert only(watching(("rss", address))).texts == 0
    assert ledger.head().size == size + 1, "what the server says of the new version is kept"


def test_an_entry_is_followed_to_its_page_which_is_evidence(site, ledger, watching):
    story = "<html><head><title>Losses</title></head><body><p>Ukraine's General Staff said Russia lost 1,160 soldiers.</p></body></html>"
    page = site.put("/story", story, Content_Type="text/html", Content_Encoding="br")
    address = site.put("/rss", rss(("1", page, DAY, "A summary.")), Content_Encoding="gzip")
    assert only(watching(("rss", address), follow=True)).texts == 1
    (held,) = texts_of(ledger)
    assert (held.origin, held.published_at.isoformat()) == (page, "2024-02-22T06:10:00+00:00")
    assert ledger.document(held.id).content == story.encode()


def test_a_feed_with_a_doctype_is_refused(site, watching):
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel/></rss>'
    looked = only(watching(("rss", site.put("/rss", bomb))))
    assert looked.failed.endswith(
        "the feed holds a DOCTYPE or an entity, which is refused (a feed needs neither)"
    )
    assert [s.kind for s in looked.signals] == ["layout"]


def test_a_page_is_a_new_version_only_when_its_text_changed(site, ledger, watching):
    def page(number, token):
        return f'<html><body><p>Ukraine says Russia lost {number} soldiers.</p><i data-t="{token}"></i></body></html>'

    address = site.put("/page", page("1,160", "a"))
    assert only(watching(("page", address))).texts == 1
    site.put("/page", page("1,160", "b"))
    assert only(watching(("page", address))).texts == 0
    site.put("/page", page("1,170", "c"))
    assert only(watching(("page", address))).texts == 1
    assert len(ledger.documents()) == 2


def test_one_feed_that_fails_does_not_stop_the_others(site, watching):
    wall = (
        "<html><head><title>Just a moment...</title></head><body>Verify you are human</body></html>"
    )
    feeds = [
        ("page", site.put("/wall", wall)),
        ("page", site.put("/broken", "", 500)),
        ("page", site.put("/half", "12345", Content_Length="99")),
        ("telegram", site.put("/s/new", "<html><body><p>A layout of 2031</p></body></html>")),
        (
            "page",
            site.put(
                "/charset",
                "Росія втратила 5 танків".encode("cp1251"),
                Content_Type="text/plain; charset=utf-8",
            ),
        ),
        ("page", site.put("/good", "<p>Ukraine says Russia lost 1,160 soldiers.</p>")),
    ]
    looked = round_of(watching(*feeds))
    assert [bool(one.failed) for one in looked] == [True] * 5 + [False]
    said = [one.failed for one in looked[:5]]
    assert "CAPTCHA or block page" in said[0]
    assert "answered 500" in said[1]
    assert "connection failed" in looked[2].failed
    assert "its layout changed" in said[3]
    assert "not valid UTF-8" in said[4]
    assert all("\n" not in one for one in said)
    assert [s.kind for one in looked for s in one.signals] == [
        "layout",
        "failed",
        "failed",
        "layout",
        "layout",
        "report",
    ]


PAGE_WITH_FEED = (
    "<!DOCTYPE html><html><head><title>Desk</title>"
    '<link rel="alternate" type="application/rss+xml" href="/feeds/all.xml"></head>'
    "<body><p>All our news.</p></body></html>"
)


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (404, "", "answered 404 Not Found (check the address)"),
        (410, "", "answered 410 Gone (check the address)"),
        (200, PAGE_WITH_FEED, "this is an HTML page, not a feed (the page names this feed: {}/feeds/all.xml)"),
        (200, "<html><body>Soon here</body></html>", "this is an HTML page, not a feed (check the address)"),
        (200, '<!doctype html><form id="challenge-form">', "this is an HTML page, not a feed, and one that tests for robots (check the address)"),
        (200, '{"items": []}', "this is JSON, not a feed (check the address)"),
        (200, " ", "the answer is empty, not a feed (check the address)"),
        (200, "<urlset></urlset>", "this is XML with the root 'urlset', not a feed (check the address)"),
    ],
)  # fmt: skip
def test_what_a_feed_s_address_answers_instead_is_said(site, watching, status, body, said):
    looked = only(watching(("rss", site.put("/rss", body, status))))
    assert looked.failed == f"{site.address}/rss: {said.format(site.address)}"
    assert [s.kind for s in looked.signals] == ["failed" if status >= 400 else "layout"]


def test_a_feed_that_leads_to_another_page_is_named_with_both_addresses(site, watching):
    site.put("/home", PAGE_WITH_FEED)
    address = site.put("/rss", "", 302, Location="/home")
    looked = only(watching(("rss", address)))
    assert looked.failed.startswith(f"{site.address}/home: this is an HTML page, not a feed")
    assert looked.failed.endswith(f"; asked for {address}")


def test_a_feed_that_has_moved_for_good_is_read_and_told_once(site, run_again):
    body = rss(("1", "https://news.example/1", DAY, "Ukraine says Russia lost 5 tanks."))
    there = site.put("/new", body)
    feed = Feed("rss", site.put("/rss", "", 301, Location="/new"), "ua_general_staff")
    first, second = run_again(feed), run_again(feed)
    told = [s for s in first.signals if s.kind == "moved"]
    assert [s.message for s in told] == [
        f"has moved for good to {there}: change the address in the source's table"
    ]
    assert (first.texts, second.texts) == (1, 0)
    assert [s.kind for s in second.signals] == []
    site.put("/rss", "", 302, Location="/new")
    assert [s.kind for s in run_again(feed).signals] == [], "a detour for now is no move"


def test_the_robots_rules_of_a_site_are_kept(site, watching):
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 7\n")
    feeds = [
        ("page", site.put("/private/a", "5 tanks")),
        ("page", site.put("/open", "<p>Russia lost 5 tanks.</p>")),
    ]
    looked = round_of(watching(*feeds))
    assert looked[0].failed.endswith("the site's robots.txt forbids it (ask its owner)")
    assert (looked[1].texts, site.counts["/private/a"], site.counts["/robots.txt"]) == (1, 0, 1)
    assert {agent.split("/")[0] for agent in site.agents} == {"lossledger"}


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [("Disallow: /*.json$", "/day.json", False), ("Disallow: /*.json$", "/day.json?x", True),
     ("Disallow: /a*z", "/abcz1", False), ("Disallow: /a*z", "/abc", True),
     ("Disallow: /\nAllow: /news/", "/news/1", True), ("Disallow: /n\nAllow: /news$", "/news/1", False),
     ("Disallow: /новини", "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/1", False),
     ("Disallow: /x\n\nUser-agent: lossledger\nDisallow: /y", "/x", True),
     ("Crawl-delay: nan\nDisallow: /x", "/x1", False), ("Disallow:", "/any", True)],
)  # fmt: skip
def test_wildcards_ends_and_the_longest_rule_count_in_robots_rules(
    site, watching, rules, path, allowed
):
    site.put("/robots.txt", f"User-agent: *\n{rules}\n")
    only(watching(("page", site.put(path, "<p>Russia lost 5 tanks.</p>"))))
    assert site.counts[path] == allowed


def test_nothing_is_asked_of_a_site_whose_robots_rules_cannot_be_read(site, watching):
    site.put("/robots.txt", "", 503)
    looked = only(watching(("page", site.put("/page", "5 tanks"))))
    assert "its robots.txt cannot be read, so nothing is asked" in looked.failed
    assert site.counts["/page"] == 0


def test_requests_to_one_host_keep_their_distance(site, clock, watching):
    site.put("/robots.txt", "User-agent: lossledger\nCrawl-delay: 7\n")
    feeds = [("page", site.put(f"/{n}", f"<p>Russia lost {n} tanks.</p>")) for n in range(3)]
    round_of(watching(*feeds))
    assert clock.slept[-2:] == [7.0, 7.0]


def test_a_short_retry_after_is_waited_for_and_a_long_one_is_kept_until_its_time(
    site, clock, watching
):
    tries = []

    def busy(_):
        tries.append(clock())
        if len(tries) == 1:
            return 429, {"Retry-After": "20"}, b""
        return 200, {}, b"<p>Ukraine says Russia lost 5 tanks.</p>"

    assert only(watching(("page", site.answer("/busy", busy)))).texts == 1
    assert tries[1] - tries[0] >= timedelta(seconds=20)
    long = watching(("page", site.put("/closed", "", 503, Retry_After="7200")))
    looked = only(long)
    assert looked.next_at - clock() == timedelta(hours=2)
    assert site.counts["/closed"] == 1
    assert round_of(long) == []
    clock.sleep(7201)
    assert len(round_of(long)) == 1


def test_a_feed_that_goes_on_failing_is_asked_less_and_less(site, clock, watching):
    watch = watching(("page", site.address + "/missing"))
    waits = []
    for _ in range(8):
        looked = only(watch)
        waits.append((looked.next_at - clock()).total_seconds() / 60)
        clock.now = looked.next_at
    assert waits == [15, 30, 60, 120, 240, 360, 360, 360]


def test_a_source_that_falls_silent_is_told_once(site, clock, watching):
    address = site.put("/s/desk", preview(post(1, losses("22.02.24", 407240, 1160))))
    watch = watching(("telegram", address), stale_after=36)
    kinds = []
    for _ in range(4):
        kinds += [s.kind for s in only(watch).signals]
        clock.sleep(24 * 3600)
    assert kinds == ["report", "stale"]


@pytest.fixture
def run_again(ledger, courier, tmp_path):
    """One round of a new run over a feed, with the same folder beside the ledger."""

    def look(feed):
        outbox = Outbox(tmp_path / "war.ledger.signals", ["https://hook.example/"])
        every = timedelta(minutes=15)
        return only(Watch(ledger, [feed], courier, every=every, tool="a test", outbox=outbox))

    return look


def test_a_state_is_told_once_by_whatever_run_until_it_changes(site, clock, run_again):
    address = site.put("/s/desk", preview(post(1, losses("22.02.24", 407240, 1160))))
    feed = Feed("telegram", address, "ua_general_staff", stale_after=36)
    kinds = []

    def look():
        kinds.append([s.kind for s in run_again(feed).signals])
        clock.sleep(24 * 3600)

    for _ in range(4):
        look()
    assert kinds == [["report"], [], ["stale"], []]
    site.put("/s/desk", "", 500)
    look(), look()
    site.put("/s/desk?before=2", preview(post(1, losses("22.02.24", 407240, 1160))))
    site.put(
        "/s/desk", preview(post(2, losses("28.02.24", 413010, 810), "2024-02-28T06:10:00+00:00"))
    )
    look(), look()
    site.put("/s/desk", "<p>A wall of another kind.</p>")
    look(), look()
    assert kinds[4:] == [["failed"], [], ["report"], [], ["layout", "stale"], []]


def test_signals_stand_in_the_outbox_before_what_they_speak_of_is_kept(
    site, ledger, run_again, tmp_path, monkeypatch
):
    body = rss(("1", "https://news.example/1", DAY, "Ukraine says Russia lost 5 tanks."))
    feed = Feed("rss", site.put("/rss", body), "ua_general_staff")
    waiting = Outbox(tmp_path / "war.ledger.signals").waiting

    def stopped(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(type(ledger), "append", stopped)
        with pytest.raises(KeyboardInterrupt):
            run_again(feed)
    (_, first), *_ = waiting("https://hook.example/")
    run_again(feed)
    names, parts = zip(*waiting("https://hook.example/"), strict=True)
    assert [s["kind"] for part in parts for s in part] == ["report", "report"]
    assert parts[1][0]["id"] == first[0]["id"], "a receiver can tell that it is the same"
    Outbox(tmp_path / "war.ledger.signals").done("https://hook.example/", names)
    assert waiting("https://hook.example/") == []


def test_a_redirect_to_a_private_address_opens_no_connection(site, watching):
    address = site.put("/away", "", 302, Location="http://10.0.0.7/page")
    looked = only(watching(("page", address)))
    assert "10.0.0.7 is refused: private" in looked.failed


@pytest.mark.parametrize(
    "link", ["http://10.0.0.7/x", "file:///etc/hostname", "http://169.254.169.254/"]
)
def test_an_entry_that_leads_inside_is_skipped_and_the_others_are_read(site, watching, link):
    story = site.put("/story", "<p>Ukraine says Russia lost 5 tanks.</p>")
    address = site.put("/rss", rss(("1", link, DAY, "x"), ("2", story, DAY, "y")))
    looked = only(watching(("rss", address), follow=True))
    assert (looked.texts, len(looked.skipped)) == (1, 1)


def test_a_slow_server_is_left_after_the_time_limit(site, clock, courier, watching):
    import time

    courier.timeout = 0.3
    site.put("/robots.txt", "")

    def slow(_):
        time.sleep(0.6)
        return 200, {}, b"late"

    looked = only(watching(("page", site.answer("/slow", slow))))
    assert "no whole answer within 0.3 seconds" in looked.failed


DATASET = [
    {"date": "2024-02-21", "day": 728, "personnel": 405910, "personnel*": "about", "POW": 496},
    {"date": "2024-02-22", "day": 729, "personnel": 407240, "personnel*": "about", "POW": 496},
]


def test_of_a_dataset_only_what_changed_is_kept_and_a_changed_cell_is_told(site, ledger, courier):
    feed = Feed(
        "dataset", site.put("/mirror.json", json.dumps(DATASET), ETag='"1"'), "daily_mirror"
    )

    def look():
        return only(Watch(ledger, [feed], courier, every=timedelta(minutes=15), tool="a test"))

    assert look().claims == 4
    size = ledger.head().size
    assert (look().texts, ledger.head().size) == (0, size)
    changed = [DATASET[0], DATASET[1] | {"personnel": 407420}]
    site.put("/mirror.json", json.dumps(changed), ETag='"2"')
    looked = look()
    assert (looked.texts, looked.claims) == (1, 1)
    assert [s.kind for s in looked.signals] == ["report", "restated"]
    assert looked.signals[1].message.endswith("2024-02-22: about 407,420 instead of about 407,240")
    site.put("/mirror.json", json.dumps(changed, indent=1), ETag='"3"')
    assert look().claims == 0
    size = ledger.head().size
    assert (look().texts, ledger.head().size) == (0, size), "the version without news is known"


@pytest.mark.parametrize("kind", ["page", "dataset"])
def test_what_comes_back_as_it_was_is_told_and_counts(site, ledger, courier, kind):
    def body(value):
        rows = [DATASET[0], DATASET[1] | {"personnel": value}]
        day = "Ukraine's General Staff said on 22 February 2024 that Russia lost"
        return json.dumps(rows) if kind == "dataset" else f"<p>{day} {value} soldiers in all.</p>"

    told = []
    for n, value in enumerate((407240, 407420, 407240, 407240)):
        address = site.put("/x", body(value), ETag=f'"{n}"')
        feed = Feed(kind, address, "daily_mirror" if kind == "dataset" else "reuters")
        looked = only(Watch(ledger, [feed], courier, every=timedelta(minutes=15), tool="a test"))
        told.append([s.message.split(": ")[-1] for s in looked.signals if s.kind == "restated"])
    there, back = [[t.replace("about ", "") for t in one] for one in told[1:3]]
    assert (told[0], there, back, told[3]) == (
        [], ["407,420 instead of 407,240"], ["407,240 instead of 407,420"], []
    )  # fmt: skip


def test_signals_of_a_dataset_stand_in_the_outbox_before_its_version_is_kept(
    site, ledger, run_again, tmp_path, monkeypatch
):
    feed = Feed("dataset", site.put("/mirror.json", json.dumps(DATASET)), "daily_mirror")
    outbox, hook = Outbox(tmp_path / "war.ledger.signals"), "https://hook.example/"
    run_again(feed)
    outbox.done(hook, [name for name, _ in outbox.waiting(hook)])
    changed = [DATASET[0], DATASET[1] | {"personnel": 407420}]
    site.put("/mirror.json", json.dumps(changed))

    def stopped(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(type(ledger), "append_versions", stopped)
        with pytest.raises(KeyboardInterrupt):
            run_again(feed)
    told = [signal for _, part in outbox.waiting(hook) for signal in part]
    assert [signal["kind"] for signal in told] == ["report", "restated"]
    run_again(feed)
    again = [signal for _, part in outbox.waiting(hook) for signal in part]
    assert [signal["id"] for signal in again] == [signal["id"] for signal in told] * 2


def test_rounds_go_on_with_the_waits_between_them(site, clock, watching):
    address = site.put("/page", "<p>Ukraine says Russia lost 5 tanks.</p>")
    rounds = run(watching(("page", address)), clock.sleep)
    texts = [sum(one.texts for one in next(rounds)) for _ in range(4)]
    assert texts == [1, 0, 0, 0]
    assert clock.now - START >= timedelta(minutes=45)
    assert site.counts["/robots.txt"] == 1


def test_a_tag_that_cannot_be_sent_back_is_left_out(site, watching):
    body = rss(("1", "https://news.example/1", DAY, "Ukraine says Russia lost 5 tanks."))
    address = site.put("/rss", body, ETag='"\u00e9"', Last_Modified="Thu, 22 Feb 2024 06:10:00 GMT")
    assert [only(watching(("rss", address))).texts for _ in range(2)] == [1, 0]


def test_an_entry_may_name_its_page_from_the_feed_on(site, ledger, watching):
    page = site.put("/a/story", "<p>Ukraine says Russia lost 5 tanks.</p>")
    address = site.put("/a/rss", rss(("1", "story", DAY, "x"), ("2", "http://[", DAY, "y")))
    looked = only(watching(("rss", address), follow=True))
    assert (looked.texts, len(looked.skipped)) == (1, 1)
    assert [held.origin for held in texts_of(ledger)] == [page]


def test_a_file_changed_in_the_second_of_its_answer_is_asked_for_whole_again():
    def kept(changed: str) -> Known:
        return validators((("Last-Modified", changed), ("Date", "Thu, 22 Feb 2024 06:10:01 GMT")))

    assert kept("Thu, 22 Feb 2024 06:10:01 GMT") == Known()
    assert kept("Thu, 22 Feb 2024 06:10:00 GMT").modified == "Thu, 22 Feb 2024 06:10:00 GMT"
    assert kept("yesterday") == Known(None, "yesterday")
