"""``lossledger changes``: a page read twice, and what became of its figures."""

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
