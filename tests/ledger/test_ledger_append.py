import json
from datetime import UTC, date, datetime, timedelta

import pytest
from ledger_samples import NOON, a_claim, a_document, a_reading

from lossledger.errors import LedgerError
from lossledger.ledger import Appended, open_ledger
from lossledger.ledger.merkle import Frontier, leaf_hash
from lossledger.model import Reading, Span
from lossledger.quantity import Quantity

LATER = NOON + timedelta(days=1)


def test_what_was_appended_is_counted_and_read_back(ledger):
    reading = a_reading()
    assert ledger.append([reading], recorded_at=NOON) == Appended(1, 2, 0)
    assert ledger.claims() == list(reading.claims)
    assert ledger.document(reading.document.id) == reading.document


def test_appending_twice_adds_nothing_and_keeps_the_first_moment(ledger):
    reading = a_reading()
    ledger.append([reading], recorded_at=NOON)
    head = ledger.head()
    assert ledger.append([reading], recorded_at=LATER) == Appended(0, 0, 2)
    assert ledger.head() == head
    assert set(ledger.recorded(c.id for c in reading.claims).values()) == {NOON}


def test_the_same_reading_twice_in_one_append_is_kept_once(ledger):
    assert ledger.append([a_reading(), a_reading()], recorded_at=NOON) == Appended(1, 2, 2)


def test_a_new_reading_of_a_known_document_adds_its_new_claims_only(ledger):
    reading = a_reading()
    ledger.append([reading], recorded_at=NOON)
    better = Reading(reading.document, (*reading.claims, a_claim(reading.document, 7)))
    assert ledger.append([better], recorded_at=LATER) == Appended(0, 1, 2)


def test_nothing_is_appended_from_no_readings(ledger):
    assert ledger.append([], recorded_at=NOON) == Appended(0, 0, 0)
    assert ledger.head() is None


def test_a_reading_that_fails_halfway_leaves_nothing(ledger):
    def readings():
        yield a_reading()
        raise ValueError("the second page is missing")

    with pytest.raises(ValueError, match="the second page is missing"):
        ledger.append(readings(), recorded_at=NOON)
    assert ledger.documents() == []


def test_a_write_that_fails_halfway_leaves_nothing(ledger):
    def interrupted(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.append([a_reading()], recorded_at=NOON, on_progress=interrupted)
    assert (ledger.documents(), ledger.claims(), ledger.head()) == ([], [], None)
    assert ledger.append([a_reading()], recorded_at=NOON) == Appended(1, 2, 0)


def test_progress_counts_the_claims_written(ledger):
    document, told = a_document(), []
    claims = tuple(a_claim(document, n) for n in range(2500))
    ledger.append([Reading(document, claims)], recorded_at=NOON, on_progress=told.append)
    assert told == [1000, 2000, 2500]


def test_a_claim_of_another_document_is_refused(ledger):
    stranger = a_claim(a_document("another text"), 5)
    with pytest.raises(LedgerError) as caught:
        ledger.append([Reading(a_document(), (stranger,))], recorded_at=NOON)
    assert str(caught.value) == f"post.txt: claim {stranger.id} belongs to another document"


def test_a_figure_too_large_to_keep_is_refused(ledger):
    document = a_document()
    with pytest.raises(LedgerError) as caught:
        ledger.append([Reading(document, (a_claim(document, 10**30),))], recorded_at=NOON)
    assert str(caught.value) == (
        "claim '407240': the figure is too large to keep (leave it unread)"
    )


def test_text_that_not_every_store_can_keep_is_refused(path):
    document = a_document()
    nul = a_claim(document, quote="40\x007240")
    with open_ledger(path) as ledger:
        with pytest.raises(LedgerError) as caught:
            ledger.append([Reading(document, (nul,))], recorded_at=NOON)
        assert str(caught.value) == (
            f"claim {nul.id}: holds a NUL character, which cannot be kept (clean the text)"
        )
        half = a_claim(document, quote="\ud800")
        with pytest.raises(LedgerError) as caught:
            ledger.append([Reading(document, (half,))], recorded_at=NOON)
        assert str(caught.value) == (
            f"{path}: the text holds half a surrogate pair, which cannot be kept (clean the text)"
        )
        written = a_claim(document, quote="\\u0000 spelt out")
        ledger.append([Reading(document, (written,))], recorded_at=NOON)
        assert ledger.claims() == [written]


def test_a_document_that_is_no_utf8_comes_back_with_its_bytes_and_its_text(ledger):
    document = a_document(
        "втрати 10",
        raw="втрати 10".encode("cp1251"),
        title="Втрати",
        outlet="ua_mod",
        published_at=datetime(2024, 2, 22, 8, 30, tzinfo=UTC),
        published_from="given",
        retrieved_at=NOON,
        report_date=date(2024, 2, 22),
    )
    ledger.append([Reading(document)], recorded_at=NOON)
    assert ledger.document(document.id) == document
    (held,) = ledger.documents()
    assert (held.id, held.title, held.bytes, held.characters) == (document.id, "Втрати", 9, 9)
    assert (held.published_at, held.retrieved_at) == (document.published_at, NOON)
    assert (held.report_date, held.claims, held.recorded_at) == (date(2024, 2, 22), 0, NOON)


@pytest.mark.parametrize("late", [timedelta(0), timedelta(1)])
def test_the_ledgers_time_only_runs_forward(ledger, late):
    """An answer as of an append stays as it was, whatever the next writer's clock says."""
    ledger.append([a_reading()], recorded_at=NOON)
    told = ledger.claims(as_of=NOON)
    ledger.append([a_reading("about 408240 (+1000) persons")], recorded_at=NOON - late)
    after = NOON + timedelta(microseconds=1)
    assert [held.recorded_at for held in ledger.documents()] == [NOON, after]
    assert ledger.claims(as_of=NOON) == told


def test_two_ledgers_with_the_same_appends_have_the_same_head(tmp_path):
    heads = []
    for name in ("one", "two"):
        with open_ledger(tmp_path / name) as ledger:
            ledger.append([a_reading()], recorded_at=NOON)
            ledger.append([a_reading("about 408240 (+1000) persons")], recorded_at=LATER)
            heads.append(ledger.head())
    assert heads[0] == heads[1]
    assert heads[0].size == 8


def test_the_frontier_gives_the_root_hashes_of_rfc_6962():
    """The eight entries and roots are those of the RFC's well-known test vectors."""
    entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"]
    entries.append("606162636465666768696a6b6c6d6e6f")
    leaves = [leaf_hash(bytes.fromhex(entry)) for entry in entries]
    frontier = Frontier()
    assert frontier.root.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Frontier().grown(leaves[:1]).root.hex() == (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )
    assert frontier.grown(leaves[:3]).grown(leaves[3:]).root.hex() == (
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    )


def test_a_bounded_figure_and_a_range_come_back_as_said(ledger):
    document = a_document()
    said = [Quantity(20000, None, strict=True), Quantity(124500, 131000), Quantity(None, 545)]
    claims = tuple(a_claim(document, q, span=Span(0, k)) for k, q in enumerate(said))
    ledger.append([Reading(document, claims)], recorded_at=NOON)
    assert [claim.quantity for claim in ledger.claims()] == said


def test_the_leaf_of_a_claim_is_plain_json_without_blanks(ledger):
    """The text is built by hand for speed; it must stay what any JSON program writes."""
    document = a_document("Втрати: «понад 20000»\t\\")
    claims = (
        a_claim(document, Quantity(20000, None, strict=True), scope=("killed", "wounded")),
        a_claim(document, 7, None, relays=("a", "b"), claimant=None, span=Span(0, 1)),
    )
    ledger.append([Reading(document, claims)], recorded_at=NOON)
    lines = [line for line in ledger.export() if line.startswith('{"row":"claim"')]
    assert [json.dumps(json.loads(line), separators=(",", ":")) for line in lines] == lines
    for line, claim in zip(lines, claims, strict=True):
        told = json.loads(line)
        said = claim.as_json()
        del said["places"]  # how we read it: a row beside the claim
        assert {key: told[key] for key in said} == said
        assert told.keys() - said.keys() == {"row", "recorded_at"}


def test_how_a_document_was_got_is_kept_with_it_once(ledger):
    reading = a_reading()
    got = {reading.document.id: {"url": "https://example.org/", "tool": "lossledger 1"}}
    ledger.append([reading], recorded_at=NOON, got=got)
    later = {reading.document.id: {"url": "https://example.org/again"}}
    ledger.append([reading], recorded_at=LATER, got=later)
    assert ledger.fetches(reading.document.id) == [(got[reading.document.id], NOON)]
    assert ledger.verify().sound
