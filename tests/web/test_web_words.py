"""The words of the pages: every code has its word in every language, and links keep the language."""

import re

import pytest
from web_samples import STORY

from lossledger import vocabulary
from lossledger.checks import CHECKS
from lossledger.ledger import MARKS
from lossledger.model import CAUSES, VERDICTS
from lossledger.vocabulary import interface, interface_languages

CODES = {
    "verdict": VERDICTS,
    "verdict_means": VERDICTS,
    "cause": CAUSES,
    "cause_means": CAUSES,
    "evidence_of": (*vocabulary.EVIDENCE, vocabulary.UNCLASSIFIED),
    "kind_of": (*MARKS, "recorded", *{m.kind for m in vocabulary.metrics().values()},
                *{s.kind for s in vocabulary.sources().values()}),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "uk"])
@pytest.mark.parametrize("kind", CODES)
def test_every_code_has_a_word(lang, kind):
    rows = vocabulary.table("interface")[lang][kind]
    assert set(CODES[kind]) <= set(rows)


def test_other_languages_have_every_word_of_the_pages():
    english = set(interface("en"))
    for lang in interface_languages()[1:]:
        own = vocabulary.table("interface")[lang]
        flat = {f"{k}.{i}" for k, v in own.items() if isinstance(v, dict) for i in v}
        assert english <= flat | set(own)
        assert {f"check_of.{check.__name__}" for check in CHECKS} <= flat


@pytest.mark.parametrize("path", ["/", "/metrics/tanks", "/sources/ua_general_staff", "/compare"])
def test_links_keep_the_language_that_was_asked_for(client, path):
    text = client.get(f"{path}?lang=uk").text
    pages = re.findall(r'<a [^>]*href="(/[^"]*)"', text)
    for link in pages:
        if not link.startswith(("/v1/", "/charts/", "/static/")):
            assert "lang=uk" in link
    assert "lang=" not in "".join(
        re.findall(r'<a [^>]*href="(/claims[^"]*)"', client.get(path).text)
    )


def test_a_page_in_another_language_keeps_what_was_asked(client):
    text = client.get("/compare?metric=tanks").text
    assert 'href="?metric=tanks&amp;lang=uk"' in text
    again = client.get("/compare?metric=tanks&lang=uk").text
    assert "танки" in again


def test_the_method_page_speaks_the_language_of_its_reader(client):
    assert "Переплутано сторони" in client.get("/method?lang=uk").text
    assert "Sides swapped" in client.get("/method").text


LATIN = re.compile(r"[A-Za-z]{3,}")
KEPT = {
    "lossledger", "English", "CSV", "SVG", "PNG", "JSON", "PROV", "Atom", "API", "UTC", "SHA", "URL",
    "Ukraine", "Russia", "War", "text", "plain", "application", "json", "verify", "audit", "pull",
    "daily", "mirror", "dataset", "Dataset",
}  # fmt: skip
"""Names and commands that are the same in every language."""


def words_shown(page: str) -> set[str]:
    """The words of Latin letters that a reader sees, but for quotes, codes and other languages."""
    for element in ("head", "script", "code", "pre", "blockquote", "textarea", "svg"):
        page = re.sub(rf"<{element}\b.*?</{element}>", " ", page, flags=re.S)
    page = re.sub(r"<(\w+)[^>]* lang=\"(?!uk)[^>]*>.*?</\1>", " ", page, flags=re.S)
    page = re.sub(r"<h1>.*?</h1>", " ", page, flags=re.S)
    return set(LATIN.findall(re.sub(r"<[^>]*>", " ", page))) - KEPT


@pytest.mark.parametrize(
    "path",
    ["/", "/check", "/metrics/personnel", "/metrics/tanks?measure=cumulative", "/how-to-read",
     "/metrics/tanks?measure=by_month", "/metrics/personnel?measure=claimants", "/corrections",
     "/compare?metric=personnel", "/lineage", "/sources", "/sources/ua_general_staff", "/method"],
)  # fmt: skip
def test_a_page_in_another_language_has_no_english_words(client, path):
    page = client.get(f"{path}{'&' if '?' in path else '?'}lang=uk")
    assert page.status_code == 200
    assert words_shown(page.text) == set()


def test_findings_are_told_in_the_language_of_the_page(client):
    sent = {"text": STORY, "published": "2024-02-22", "lang": "uk"}
    text = client.post("/check", data=sent).text
    assert "Звіти дають 386\xa0230" in text
    assert "Заявлені втрати Росії (особовий склад): 386\xa0230" in text
    margin = "".join(re.findall(r"<aside>.*?</aside>", text, flags=re.S))
    assert words_shown(re.sub(r"\[твердження \w+\]", "", margin)) == set()


def test_a_chart_speaks_the_language_that_was_asked_for(client):
    spec = client.get("/charts/personnel.json?lang=uk").text
    assert "Заявлені втрати Росії: особовий склад" in spec
    assert "Change by day" not in spec
    assert "Change by day" in client.get("/charts/personnel.json").text
