"""The real files of estimates and coded claims: read in full, no cell lost."""

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from lossledger.sources import dataset_document, read_dataset

DATA = Path(__file__).parents[3] / "shared" / "data"
FILES = {
    "economist": ("estimates/economist_estimates.csv", 124),
    "uk_mod_monthly": ("estimates/uk_mod_monthly.csv", 47),
    "pnas": ("pnas/replication-data-pnas.csv", 4609),
    "oryx_by_model": ("series/russia_losses_equipment_oryx.json", 338),
}


def read(source):
    path = DATA / FILES[source][0]
    if not path.is_file():
        pytest.skip(f"shared data file {path.name} is absent")
    document = dataset_document(path.read_bytes(), path.name, source)
    return read_dataset(document, source, today=date(2026, 11, 24))


@pytest.mark.parametrize("source", FILES)
def test_every_row_of_a_real_table_gives_claims_whose_quotes_stand_in_the_file(source):
    reading = read(source)
    assert (
        len({claim.sentence + str(claim.span.start) for claim in reading.claims})
        >= FILES[source][1]
    )
    assert not reading.unread
    content = reading.document.content
    for claim in reading.claims:
        assert content[claim.byte_span.start : claim.byte_span.end].decode() == claim.quote
    spans = sorted([c.span for c in reading.claims] + [i.span for i in reading.ignored])
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize("source", FILES)
def test_no_digit_of_a_real_table_stands_outside_claims_and_ignored_numbers(source):
    reading = read(source)
    text = list(reading.document.text)
    for one in (*reading.claims, *reading.ignored):
        text[one.span.start : one.span.end] = " " * (one.span.end - one.span.start)
    rest = "".join(text).split("\n")
    assert not [line for line in rest if any(letter.isdigit() for letter in line)]


def test_both_sides_and_many_claimants_are_among_the_estimates():
    claims = read("economist").claims
    parties = Counter(claim.party for claim in claims)
    assert parties["RU"] > parties["UA"] > 20
    assert len({claim.claimant for claim in claims}) > 20


def test_the_months_and_sums_of_the_monthly_table_are_derived_from_its_means():
    claims = read("uk_mod_monthly").claims
    assert Counter(claim.stance for claim in claims) == {"asserted": 47, "derived": 94}
