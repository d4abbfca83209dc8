"""Killed, wounded or missing is said once for all who are told of together."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.model import Reading

TOGETHER = [
    ("en", "Ukraine's army said seven of its soldiers and 13 civilians had been killed.", "killed"),
    ("en", "Seven Russian soldiers, four officers and 13 residents were wounded.", "wounded"),
    ("en", "Seven police officers and about 13 residents died in Kharkiv.", "killed"),
    ("uk", "Семеро військових і 13 мешканців Харкова загинули.", "killed"),
    ("ru", "Семь военных и 13 жителей Курска погибли.", "killed"),
]
PARTS = [
    ("en", "The ministry put its dead at 13, eight civilians and five soldiers.", 3),
    ("en", "The monitor counts 452 dead: 224 civilians, 109 soldiers and 119 others.", 3),
    ("ru", "Погибли 446 человек. Среди них 385 военных и 61 мирный житель.", 3),
    ("uk", "Загинули 20 людей: 14 військових і шестеро цивільних.", 3),
]


def _read(language: str, text: str) -> Reading:
    document = document_from_text(text, retrieved_at=datetime(2026, 1, 1, tzinfo=UTC))
    return read(replace(document, language=language))


@pytest.mark.parametrize(("language", "text", "scope"), TOGETHER)
def test_people_joined_to_others_share_what_befell_them(
    language: str, text: str, scope: str
) -> None:
    claims = _read(language, text).claims
    assert len(claims) >= 2
    assert {claim.scope for claim in claims} == {(scope,)}


@pytest.mark.parametrize(("language", "text", "least"), PARTS)
def test_parts_that_add_up_to_the_whole_befell_the_same(
    language: str, text: str, least: int
) -> None:
    claims = _read(language, text).claims
    assert len(claims) >= least
    assert {claim.scope for claim in claims} == {("killed",)}


def test_figures_that_do_not_add_up_keep_their_own_account() -> None:
    text = "The ministry counts 30 dead. The city has lost 14 soldiers and two civilians."
    whole, *others = _read("en", text).claims
    assert whole.scope == ("killed",)
    assert all(claim.scope is None for claim in others)


def test_the_dead_of_a_total_are_told_behind_a_dash() -> None:
    text = "Росіяни втратили 434 тисячі військових, 150 тисяч з яких — убитими."
    whole, dead = _read("uk", text).claims
    assert (whole.scope, dead.scope) == (None, ("killed",))


def test_killed_in_the_instrumental_is_no_verb_of_its_own() -> None:
    claim = _read("uk", "Російська армія, за його словами, втратила вбитими 180 тисяч.").claims[0]
    assert (claim.party, claim.scope) == ("RU", ("killed",))
