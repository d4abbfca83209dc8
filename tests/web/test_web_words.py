"""The words of the pages: every code has its word in every language, and links keep the language."""

import re

import pytest

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
