"""The pages: what they show, in two languages, without a script, and what they never run."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from web_samples import STORY

from lossledger.model import Span
from lossledger.vocabulary import interface
from lossledger.web.claim_pages import _around
from lossledger.web.figures import MEASURES
from lossledger.web.pages import READING

PAGES = (
    "/",
    "/check",
    "/metrics/personnel",
    "/metrics/tanks?measure=cumulative",
    "/metrics/tanks?measure=by_month",
    "/metrics/personnel?measure=over_time",
    "/embed/tanks",
    "/compare",
    "/compare?metric=tanks",
    "/lineage",
    "/sources",
    "/sources/ua_general_staff",
    "/corrections",
    "/method",
    "/glossary",
    "/how-to-read",
)


class Links(HTMLParser):
    """Links, images, ids and headings of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.images: list[dict] = []
        self.headings: list[str] = []
        self.scripts: list[dict] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "img":
            self.images.append(given)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(tag)
        if tag == "script":
            self.scripts.append(given)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["en", "uk"])
def test_every_page_answers_with_one_main_heading(client, path, lang):
    answer = client.get(path, headers={"accept-language": lang})
    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in answer.text
    assert not re.search(r"built-in|object at 0x|mappingproxy|Undefined", answer.text)
    if not path.startswith("/embed"):
        assert Links(answer.text).headings.count("h1") == 1


def test_every_link_of_the_pages_leads_somewhere(client):
    seen: set[str] = set()
    waiting = list(PAGES)
    while waiting and len(seen) < 200:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if "html" in answer.headers["content-type"]:
            found = Links(answer.text)
            waiting += [
                urljoin(path, link).partition("#")[0]
                for link in (*found.links, *(i["src"] for i in found.images))
                if not link.startswith(("http", "#", "mailto"))
            ]
    assert len(seen) > 40


def test_every_chart_has_words_for_those_who_do_not_see_it(client):
    for path in PAGES:
        for image in Links(client.get(path).text).images:
            assert "General Staff of the Armed Forces of Ukraine" in image["alt"]


def test_today_shows_totals_with_claims_and_the_months_baseline(client):
    text = client.get("/").text
    assert "414,680" in text
    assert "/claims/" in text
    assert "could not be independently verified" in text


def test_a_story_comes_back_with_its_numbers_marked(client):
    answer = client.post("/check", data={"text": STORY, "published": "2024-02-22"})
    assert answer.status_code == 200
    assert '<mark class="off"' in answer.text
    assert "387,060 is the report of 2 Feb 2024" in answer.text
    link = next(x for x in Links(answer.text).links if x.startswith("/check?z="))
    again = client.get(link)
    assert again.status_code == 200
    assert "387,060 is the report of 2 Feb 2024" in again.text


def test_a_link_that_holds_no_text_is_refused(client):
    assert client.get("/check?z=abc").status_code == 400
    bomb = "eJztwQENAAAAwqD3T20PBxQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    assert client.get(f"/check?z={bomb}").status_code == 400


def test_errors_are_pages_with_a_way_on(client):
    answer = client.get("/metrics/nothing")
    assert answer.status_code == 400
    assert "<h1>" in answer.text
    assert client.get("/no-such-page").status_code == 404
    assert client.post("/check", data={"text": ""}).status_code == 400


def test_pages_allow_no_inline_script_and_no_other_host(client):
    for path in PAGES:
        answer = client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "'unsafe-inline'" not in policy
        assert "http" not in policy
        for script in Links(answer.text).scripts:
            assert script["src"].startswith("/static/")
        assert not re.search(r"\son\w+=|style=", answer.text)
    assert "frame-ancestors *" in client.get("/embed/tanks").headers["content-security-policy"]


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "{{7*7}}${7*7}",
    "javascript:alert(1)",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_others_are_shown_and_never_run(client, words):
    text = (
        f"{words} Russia lost 407,240 soldiers, said {words} the General Staff of Ukraine. {words}"
    )
    answer = client.post("/check", data={"text": text, "published": "2024-02-22"})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert "<svg onload" not in answer.text
    for path in ("/sources/", "/claims/", "/metrics/"):
        refused = client.get(path + words.replace("/", "%2F"))
        assert refused.status_code in (400, 404)
        assert "<script>alert" not in refused.text


def test_the_today_page_is_small(client):
    assert len(client.get("/").content) < 100_000


def test_a_claims_page_has_what_the_checks_found_in_its_document(client):
    rows = client.get("/v1/claims?metric=personnel&since=2024-02-01").json()["claims"]
    slipped = next(row for row in rows if row["quote"] == "387,060" and "tally" in row["sentence"])
    text = client.get(f"/claims/{slipped['id']}").text
    assert "387,060 is the report of 2 Feb 2024" in text
    assert "PROV-JSON" in text


def test_a_cell_of_a_dataset_is_not_judged_as_a_text(client):
    rows = client.get("/v1/claims?metric=tanks").json()["claims"]
    text = client.get(f"/claims/{rows[0]['id']}").text
    assert "is a dataset" in text


def test_a_source_shows_how_often_it_restated_and_how_its_figures_fare(client):
    text = client.get("/sources/ua_general_staff").text
    assert "Total lower than the day before" in text
    assert re.search(r"reproduced</th><td class=\"n\">\d", text)


def test_a_moving_charts_data_names_its_claimant(client):
    for measure in ("daily", "cumulative", "by_month", "claimants", "over_time"):
        spec = client.get(f"/charts/personnel.json?measure={measure}").json()
        assert "Personnel losses of Russia" in spec["description"]
        assert "General Staff" in json.dumps(spec, ensure_ascii=False)
    assert "window.vegaEmbed" in client.get("/static/vega.js").text


def test_the_number_is_marked_where_it_stands_and_not_where_its_digits_come_first():
    class Said:
        sentence = "They counted 113 air strikes and 3 missile strikes."
        quote = "3"
        span = Span(len("Before. ") + sentence.index(" 3 ") + 1, len("Before. ") + 34)

    before, words, after = _around(Said, f"Before. {Said.sentence} After.")
    assert (before[-4:], words, after) == ("and ", "3", " missile strikes.")
    folded = _around(Said, "Before.\nThey  counted 113 air strikes and 3 missile strikes.")
    assert folded == (before, words, after)


def test_a_ukrainian_page_tells_what_a_source_means_in_ukrainian(client):
    text = client.get("/sources/ua_general_staff?lang=uk").text
    assert "«осіб ліквідовано»" in text
    assert "persons were liquidated" not in text
    assert "“persons were liquidated”" in client.get("/sources/ua_general_staff?lang=en").text


def test_a_citation_without_a_day_has_no_dash_in_its_place(client):
    rows = client.get("/v1/claims?metric=personnel").json()["claims"]
    undated = [row for row in rows if not row["report_date"] and not row["as_of"]]
    for row in undated:
        assert ", –:" not in client.get(f"/claims/{row['id']}").text


@pytest.mark.parametrize("lang", ["en", "uk"])
def test_every_kind_of_figure_has_its_words_on_how_to_read_it(client, lang):
    text = client.get(f"/how-to-read?lang={lang}").text
    for part, keys in READING.items():
        assert interface(lang)[part] in text
        for key in keys:
            assert f'<li id="{key}">' in text
            assert f"read_{key}" in interface(lang)
    for measure in MEASURES:
        shown = client.get(f"/metrics/personnel?measure={measure}&lang={lang}").text
        assert interface(lang)[f"read_{measure}"] in unescape(shown)
