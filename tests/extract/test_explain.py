"""Every number of a text has one fate, and the account says which rules led there."""

from datetime import UTC, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import Fate, explain, read

TEXT = (
    "Ukraine's General Staff said on Thursday, 22 February 2024, that Russia had lost 1,160 "
    "soldiers and seven tanks over the past day. A Su-34 was shot down. Page 12 gives 99."
)


@pytest.fixture(scope="module")
def fates() -> dict[str, Fate]:
    document = document_from_text(
        TEXT,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        published_at=datetime(2024, 2, 23, 12, tzinfo=UTC),
    )
    return {fate.quote: fate for fate in explain(read(document))}


def test_a_claimed_number_names_the_rules_that_read_it(fates: dict[str, Fate]) -> None:
    fate = fates["1,160"]
    assert fate.fate == "claimed"
    assert fate.why == (
        "number.digits",
        "metric.head",
        "party.lose",
        "speaker.before",
        "period.past_day",
        "report.said",
    )
    assert fate.claim is not None
    assert not fate.needs_person


def test_an_ignored_number_names_its_reason(fates: dict[str, Fate]) -> None:
    assert (fates["2024"].fate, fates["2024"].why) == ("ignored", ("year",))
    assert (fates["22"].fate, fates["22"].why) == ("ignored", ("date",))
    assert fates["12"].why == ("page",)


def test_an_unread_number_needs_a_person(fates: dict[str, Fate]) -> None:
    assert fates["99"].fate == "unread"
    assert fates["99"].needs_person


def test_every_digit_is_accounted_for_once_in_text_order() -> None:
    document = document_from_text(TEXT, retrieved_at=datetime(2026, 1, 1, tzinfo=UTC))
    account = explain(read(document))
    spans = [fate.span for fate in account]
    assert spans == sorted(spans)
    covered = [k for span in spans for k in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    digits = {k for k, c in enumerate(document.text) if c.isdecimal()}
    assert digits <= set(covered)
