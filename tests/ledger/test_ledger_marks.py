"""Corrections, retractions and decisions are rows of their own."""

from datetime import date, timedelta

import pytest
from ledger_samples import NOON, a_claim, a_document

from lossledger.errors import LedgerError, NotFound
from lossledger.ledger import Mark
from lossledger.model import Reading

LATER = NOON + timedelta(days=1)
DAY = date(2025, 6, 3)


@pytest.fixture
def rewritten(ledger):
    """A mirror that gave 384 aircraft for a day and 413 a day later."""
    first, second = a_document("384"), a_document("413")
    old = a_claim(first, 384, DAY, metric="aircraft", relays=("daily_mirror",))
    new = a_claim(second, 413, DAY, metric="aircraft", relays=("daily_mirror",))
    ledger.append([Reading(first, (old,))], recorded_at=NOON)
    mark = Mark("mirror_corrected", old.id, "the mirror rewrote the day", "replay", new.id)
    ledger.append([Reading(second, (new,))], recorded_at=LATER, marks=[mark])
    return old, new


def test_a_corrected_figure_gives_way_to_the_new_one_from_then_on(ledger, rewritten):
    assert [f.value for f in ledger.figures("aircraft")] == [413]
    assert [f.value for f in ledger.figures("aircraft", as_of=NOON)] == [384]


def test_a_corrected_claim_stays_visible(ledger, rewritten):
    assert ledger.claims(metric="aircraft") == list(rewritten)


def test_the_story_of_a_figure_names_every_step(ledger, rewritten):
    old, new = rewritten
    story = ledger.history(new.id[:12])
    assert [(e.recorded_at, e.kind, e.claim) for e in story] == [
        (NOON, "recorded", old),
        (LATER, "recorded", new),
        (LATER, "mirror_corrected", old),
    ]
    mark = story[2].mark
    assert (mark.reason, mark.by, mark.replacement, mark.recorded_at) == (
        "the mirror rewrote the day",
        "replay",
        new.id,
        LATER,
    )
    assert ledger.history(old.id) == story
    assert ledger.history_of_day("aircraft", DAY, party="RU") == story
    assert ledger.history(old.id, as_of=NOON) == story[:1]


def test_a_retracted_claim_leaves_a_tombstone(ledger):
    document = a_document()
    claim = a_claim(document)
    ledger.append([Reading(document, (claim,))], recorded_at=NOON)
    tombstone = Mark("retracted", claim.id, "the post was withdrawn", "the desk")
    assert ledger.mark(tombstone, recorded_at=LATER)
    assert not ledger.mark(tombstone, recorded_at=LATER + timedelta(1))
    assert ledger.figures("personnel") == []
    assert ledger.claims() == [claim]
    assert ledger.marks([claim.id]) == [tombstone._replace(recorded_at=LATER)]
    assert ledger.marks(as_of=NOON) == []


def test_a_claim_can_be_put_back(ledger):
    document = a_document()
    claim = a_claim(document)
    ledger.append([Reading(document, (claim,))], recorded_at=NOON)
    ledger.mark(Mark("misread", claim.id, "the page number", "the desk"), recorded_at=LATER)
    back = LATER + timedelta(1)
    ledger.mark(Mark("reinstated", claim.id, "it was the figure", "the desk"), recorded_at=back)
    moments = (NOON, LATER, back, None)
    assert [len(ledger.figures("personnel", as_of=m)) for m in moments] == [1, 0, 1, 1]


def test_a_decision_is_kept_and_takes_nothing_away(ledger):
    document = a_document()
    claim = a_claim(document)
    ledger.append([Reading(document, (claim,))], recorded_at=NOON)
    ledger.mark(Mark("decided", claim.id, "read aloud and compared", "the desk"), recorded_at=LATER)
    assert [f.claim_id for f in ledger.figures("personnel")] == [claim.id]
    assert [m.kind for m in ledger.marks()] == ["decided"]


def test_a_mark_needs_a_known_kind_a_reason_and_a_name(ledger, rewritten):
    key = rewritten[0].id
    with pytest.raises(LedgerError) as caught:
        ledger.mark(Mark("erased", key, "so", "me"), recorded_at=LATER)
    assert str(caught.value) == (
        f"mark on {key}: 'erased' is no kind of mark"
        " (use one of restated, mirror_corrected, misread, retracted, reinstated, decided)"
    )
    for mark in (Mark("retracted", key, " ", "me"), Mark("retracted", key, "so", "")):
        with pytest.raises(LedgerError) as caught:
            ledger.mark(mark, recorded_at=LATER)
        assert str(caught.value) == f"mark on {key}: needs a reason and a name"


def test_a_mark_on_an_unknown_claim_is_refused(ledger):
    with pytest.raises(NotFound) as caught:
        ledger.mark(Mark("retracted", "f" * 32, "so", "me"), recorded_at=LATER)
    assert str(caught.value) == f"{'f' * 32}: no claim has this id"


def test_how_a_document_was_got_is_kept_once(ledger):
    document = a_document()
    ledger.append([Reading(document)], recorded_at=NOON)
    how = {"url": "https://example.org/a", "status": 200, "tool": "lossledger 0.1.0"}
    assert ledger.note_fetch(document.id, how, recorded_at=LATER)
    assert not ledger.note_fetch(document.id, how, recorded_at=LATER)
    assert ledger.fetches(document.id) == [(how, LATER)]
