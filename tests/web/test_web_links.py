"""No link of a page leads nowhere, whatever names and metrics the ledger holds."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import urljoin

import pytest
from web_samples import LEARNED, STORY, Client, fill

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.ledger import open_ledger

LINK = re.compile(r'(?:href|src|srcset|data-spec)="([^"]+)"')
NAMES = ("Some Channel «News»", "a/b & c?d=1#e", "100 % sure")
EVENTS = (
    "The General Staff of Ukraine said on 22 February 2024 that there were 64 combat engagements."
)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Client:
    path = tmp_path_factory.mktemp("links") / "war.sqlite"
    fill(path)
    with open_ledger(path) as ledger:
        for number, name in enumerate(NAMES):
            found = read(document_from_text(f"{STORY}\n{number}\n", retrieved_at=LEARNED))
            claim = replace(found.claims[number], claimant=name, outlet=name, relays=(name,))
            ledger.append([replace(found, claims=(claim,), relations=())], recorded_at=LEARNED)
        ledger.append([read(document_from_text(EVENTS, retrieved_at=LEARNED))], recorded_at=LEARNED)
    return Client(path)


def test_every_link_from_the_first_pages_on_leads_somewhere(site):
    waiting, asked, broken = ["/", "/?lang=uk", "/sources", "/compare?metric=personnel"], set(), []
    while waiting and len(asked) < 400:
        path = waiting.pop(0)
        if path in asked:
            continue
        asked.add(path)
        answer = site.get(path)
        if answer.status_code != 200:
            broken.append((answer.status_code, path))
        if "html" in answer.headers["content-type"]:
            links = (unescape(link) for link in LINK.findall(answer.text))
            here = (link for link in links if not link.startswith(("#", "data:", "http")))
            waiting += [urljoin(path, link).partition("#")[0] for link in here]
    assert len(asked) > 100
    assert broken == []


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_no_table_has_is_a_page_and_an_answer_too(site, name):
    rows = site.get("/v1/sources").json()["sources"]
    assert name in {row["claimant"] for row in rows}
    page = site.get("/sources", params={"lang": "en"}).text
    links = [unescape(link) for link in LINK.findall(page) if link.startswith("/sources/")]
    texts = [site.get(link).text for link in dict.fromkeys(links)]
    assert any("no table of ours has it" in text and "Of no class" in text for text in texts)


def test_a_name_that_nothing_has_is_told_so_with_the_nearest_one(site):
    told = site.get("/v1/sources/ua_general_stuff").json()["error"]
    assert (told["status"], told["fix"]) == (
        404,
        "did you mean ua_general_staff or ru_general_staff?",
    )
    assert site.get("/sources/ua_general_stuff").status_code == 404


def test_a_metric_without_a_daily_series_shows_its_single_figures(site):
    text = site.get("/metrics/combat_engagements?lang=en").text
    assert "There is no daily series of this" in text
    assert ">64</a>" in text
    assert site.get("/metrics/combat_engagements?claimant=nato").status_code == 404
    assert site.get("/metrics/submarines").status_code == 404


def test_a_chart_that_cannot_be_drawn_is_not_offered(site):
    text = site.get("/metrics/personnel?from=2024-02-10&to=2024-02-12").text
    assert "/charts/" not in text
    assert "CSV" in text
