"""The scorer of labelled texts counts what it should: right, wrong, missed and extra numbers."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from lossledger.extract import read
from lossledger.model import Reading

BENCH = Path(__file__).resolve().parents[2] / "bench" / "reading"
TEXT = "The General Staff said Russia lost 1,160 troops and 7 tanks on Wednesday, page 3."


@pytest.fixture
def scorer() -> Iterator[ModuleType]:
    sys.path.insert(0, str(BENCH))
    try:
        import evaluate

        yield evaluate
    finally:
        sys.path.remove(str(BENCH))


def labels_of(found: Reading) -> list[dict[str, Any]]:
    return [
        {
            "text": c.quote, "nth": 1, "low": c.quantity.low, "high": c.quantity.high,
            "strict": c.quantity.strict, "hedge": c.quantity.hedge, "metric": c.metric,
            "scope": c.scope, "party": c.party, "claimant": c.claimant, "relays": list(c.relays),
            "period": c.as_json()["period"], "stance": c.stance,
        }
        for c in found.claims
    ]  # fmt: skip


@pytest.fixture
def gold(scorer: ModuleType, tmp_path: Path) -> Any:
    """Writes a gold file whose labels are what the reader reads, changed by the test."""

    def scored(change: Any) -> tuple[Any, list[Any]]:
        row = {"id": "x", "kind": "lead", "language": "en", "published": "2024-02-22",
               "outlet": None, "text": TEXT, "claims": [], "ignored": []}  # fmt: skip
        path = tmp_path / "en-try.jsonl"
        path.write_text(json.dumps(row), encoding="utf-8")
        (text,) = scorer.texts("en-try", folder=tmp_path)
        row["claims"] = change(labels_of(read(text.document)))
        path.write_text(json.dumps(row), encoding="utf-8")
        tallies, errors, _ = scorer.evaluate(["en-try"], folder=tmp_path)
        return tallies["try"], errors

    return scored


def test_labels_that_say_what_was_read_score_one_everywhere(gold: Any) -> None:
    tally, errors = gold(lambda labels: labels)
    assert errors == []
    assert tally.score("record") == (1.0, 1.0, 1.0)


def test_a_wrong_field_costs_that_field_and_the_record(gold: Any) -> None:
    tally, errors = gold(lambda labels: [{**labels[0], "party": "UA"}, *labels[1:]])
    assert [(e.number, e.field, e.expected) for e in errors] == [("1,160", "party", "UA")]
    assert tally.score("party")[2] == tally.score("record")[2] == 0.5
    assert tally.score("metric")[2] == 1.0


def test_a_label_that_was_not_read_costs_recall(gold: Any) -> None:
    missed = {"text": "3", "low": 3, "high": 3}
    tally, errors = gold(lambda labels: [*labels, {**labels[1], **missed}])
    assert [(e.number, e.field) for e in errors] == [("3", "missed")]
    assert tally.score("record")[0] == 1.0
    assert tally.score("record")[1] == pytest.approx(2 / 3)


def test_a_number_that_is_not_labelled_costs_precision(gold: Any) -> None:
    tally, errors = gold(lambda labels: labels[:1])
    assert [(e.number, e.field) for e in errors] == [("7", "extra")]
    assert tally.score("record")[:2] == (0.5, 1.0)


def test_an_occurrence_that_the_text_does_not_have_is_refused(scorer: ModuleType) -> None:
    assert scorer.place("7 and 77", "7", 2, "x") == (6, 7)
    with pytest.raises(SystemExit, match="'7' does not occur 4 times"):
        scorer.place("7 and 77", "7", 4, "x")


def test_a_reading_without_claims_has_no_score(scorer: ModuleType) -> None:
    (text,) = list(scorer.texts("en-dev"))[:1]
    tally = scorer.Tally()
    scorer.compare(text, replace(read(text.document), claims=()), tally)
    assert tally.score("record") == (0.0, 0.0, 0.0)
