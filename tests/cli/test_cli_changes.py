"""``lossledger changes``: a page read twice, and what became of its figures."""

import json

PAGE = """<html><head><title>The day</title></head><body>
<p>Published on 22 February 2024.</p>
<p>Ukraine's General Staff said on Thursday that Russia lost {soldiers} soldiers, {tanks}
over the past day.</p></body></html>"""


def read(lossledger, served, **figures):
    folder, address = served
    (folder / "story.html").write_text(PAGE.format(**figures))
    assert lossledger("read", f"{address}/story.html", "--allow-local").code == 0
    return f"{address}/story.html"


def test_figures_that_changed_went_and_came_are_named(lossledger, served):
    read(lossledger, served, soldiers="1,160", tanks="12 tanks and 5 helicopters")
    address = read(lossledger, served, soldiers="1,170", tanks="12 tanks and 7 drones")
    answer = lossledger("changes", address)
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[0] == f"{address}: 2 versions"
    assert lines[1].endswith("UTC: 1 as before")
    assert [line.split(" (")[0] for line in lines[2:]] == [
        "  changed  ua_general_staff on RU: personnel",
        "  gone     ua_general_staff on RU: helicopters",
        "  new      ua_general_staff on RU: uav",
    ]
    assert lines[2].endswith(": 1,160 -> 1,170")
    (found,) = lossledger("changes", address, "--json").lines
    (pair,) = found["changed"]
    assert (pair["from"]["low"], pair["to"]["low"], found["same"]) == (1160, 1170, 1)


def test_a_page_that_is_again_what_it_was_is_a_version_again(lossledger, served):
    for soldiers in ("1,160", "1,170", "1,160", "1,160"):
        address = read(lossledger, served, soldiers=soldiers, tanks="12 tanks")
    found = lossledger("changes", address, "--json").lines
    values = [(p["from"]["low"], p["to"]["low"]) for one in found for p in one["changed"]]
    assert values == [(1160, 1170), (1170, 1160)]
    assert lossledger("verify").code == 0


def test_a_page_read_once_has_nothing_to_compare(lossledger, served):
    address = read(lossledger, served, soldiers="1,160", tanks="12 tanks")
    assert lossledger("changes", address).out == f"{address}: 1 version\n"


def test_a_page_that_was_never_read_is_named(filled):
    answer = filled("changes", "https://news.example/x")
    assert answer.code == 2
    assert answer.err.startswith(
        "lossledger: https://news.example/x: no text in the ledger was got from there"
    )


def test_the_address_of_a_feed_leads_to_those_of_its_texts(lossledger, served):
    folder, address = served
    item = (
        "<item><guid>1</guid><link>https://news.example/1</link><title>9 tanks lost</title></item>"
    )
    (folder / "feed.xml").write_text(f"<rss><channel>{item}</channel></rss>")
    feed = f"{address}/feed.xml"
    options = ("--once", "--allow-local", "--pause", "0", "--outlet", "reuters")
    assert lossledger("watch", *options, "--feed", f"rss={feed}").code == 0
    answer = lossledger("changes", feed)
    assert answer.code == 2
    assert answer.err.strip().endswith(
        "(give the address of one of them, such as https://news.example/1)"
    )
    assert lossledger("changes", "https://news.example/1").out.endswith(": 1 version\n")


def test_of_a_dataset_the_cells_that_a_version_changed_are_named(lossledger, served):
    folder, address = served
    rows = [
        {"date": f"2024-02-{day}", "day": 707 + day, "personnel": 400000 + day, "POW": 496}
        for day in (21, 22)
    ]
    for value in (407240, 407420, 407240):
        rows[1]["personnel"] = value
        (folder / "russia_losses_personnel.json").write_text(json.dumps(rows))
        tanks = [{"date": "2024-02-22", "day": 729, "tank": 6523}]
        (folder / "russia_losses_equipment.json").write_text(json.dumps(tanks))
        where = ("--from", address, "--allow-local", "--pause", "0")
        done = lossledger("pull", "daily-mirror", *where)
        assert done.code == 0, done.err
    answer = lossledger("changes", f"{address}/russia_losses_personnel.json", "--json")
    pairs = [(p["from"]["low"], p["to"]["low"]) for one in answer.lines for p in one["changed"]]
    assert pairs == [(407240, 407420), (407420, 407240)]
    assert [(one["same"], one["gone"], one["new"]) for one in answer.lines] == [(3, [], [])] * 2
    assert lossledger("verify").code == 0
