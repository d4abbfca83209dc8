"""The ledger as it was: nothing that was recorded later is in any of its answers."""

import inspect
from dataclasses import replace
from datetime import timedelta

import pytest
from ledger_samples import NOON, a_claim, a_full_reading, a_reading, a_statement

from lossledger.errors import LedgerError, NotFound
from lossledger.ledger import Mark
from lossledger.ledger.book import Ledger

LATER = NOON + timedelta(days=1)
WRITES = {"append", "append_version", "append_versions", "mark", "note_fetch", "import_lines"}
OTHERS = {"close", "then", "verify", "version_changes"}  # the last asks what would be written now
GIVEN = {
    "claim": lambda first: (first.claims[0].id,),
    "history": lambda first: (first.claims[0].id,),
    "history_of_day": lambda first: ("personnel", first.claims[0].report_date),
    "document": lambda first: (first.document.id,),
    "fetches": lambda first: (first.document.id,),
    "recorded": lambda first: ([claim.id for claim in (*first.claims, *LAST.claims)],),
    "figures": lambda first: ("personnel",),
    "prove": lambda first: (first.claims[0].id,),
    "prove_since": lambda first: (3,),
}
PLAIN = a_reading("about 408240 (+1000) persons", 408240)
TANKS = a_claim(PLAIN.document, 7, metric="tanks")
LAST = replace(PLAIN, claims=(*PLAIN.claims, TANKS), statements=(a_statement(PLAIN.document),))
READS = sorted(
    name
    for name, method in vars(Ledger).items()
    if inspect.isfunction(method) and not name.startswith("_") and name not in WRITES | OTHERS
)


@pytest.fixture
def first(ledger):
    """A ledger that holds a post and how it was got."""
    reading = a_full_reading()
    ledger.append([reading], recorded_at=NOON, got={reading.document.id: {"url": "a"}})
    return reading


def everything(ledger, first, **asked):
    """All that a ledger can be asked."""
    found = {}
    for name in READS:
        said = getattr(ledger, name)(*GIVEN.get(name, lambda _: ())(first), **asked)
        found[name] = list(said) if name == "export" else said
    return found


def grow(ledger, first):
    """Append what touches every answer: claims, marks, documents and fetches."""
    ledger.append([LAST], recorded_at=NOON, got={LAST.document.id: {"url": "b"}})
    ledger.note_fetch(first.document.id, {"url": "c"}, recorded_at=LATER)
    for k, claim in enumerate(first.claims):
        mark = Mark("restated", claim.id, "declared", "desk", LAST.claims[k].id)
        ledger.mark(mark, recorded_at=LATER)


def test_no_answer_as_of_a_moment_is_changed_by_what_is_written_later(ledger, first):
    before = everything(ledger, first)
    grow(ledger, first)
    assert everything(ledger, first, as_of=NOON) == before
    now = everything(ledger, first)
    same = {name for name in READS if now[name] == before[name]}
    assert same == {"claim", "document"}  # what has one id is the same at all times


def test_the_ledger_as_it_was_gives_the_same_as_asking_as_of(ledger, first):
    before = everything(ledger, first)
    grow(ledger, first)
    then = ledger.then(NOON)
    assert everything(then, first) == before
    assert everything(then, first, as_of=LATER) == before
    assert then.claims(as_of=NOON - timedelta(1)) == []


def test_the_ledger_as_it_was_is_not_written_to(ledger, first):
    with pytest.raises(LedgerError, match="to read only"):
        ledger.then(NOON).append([LAST], recorded_at=LATER)


def test_nothing_was_known_before_the_first_append(ledger, first):
    early = ledger.then(NOON - timedelta(seconds=1))
    assert early.head() is None
    assert early.documents() == []
    with pytest.raises(NotFound):
        early.document(first.document.id)
    with pytest.raises(NotFound):
        early.prove(first.claims[0].id)
    assert len(list(early.export())) == 1
