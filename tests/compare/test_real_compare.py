"""The coded claims of the war's first year against the real daily series."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lossledger.compare import against
from lossledger.series import all_series, figures_from
from lossledger.sources import dataset_document, definition, read_dataset

DATA = Path(__file__).parents[3] / "shared" / "data"


def read(name, source):
    if not (DATA / name).is_file():
        pytest.skip(f"shared data file {name} is absent")
    document = dataset_document((DATA / name).read_bytes(), name, source)
    return read_dataset(document, source, today=date(2026, 11, 24)).claims


@pytest.fixture(scope="module")
def matches():
    personnel = read("series/russia_losses_personnel.json", "daily_mirror")
    equipment = read("series/russia_losses_equipment.json", "daily_mirror")
    series = all_series(figures_from([*personnel, *equipment], datetime(2026, 11, 24, tzinfo=UTC)))
    rows = read("pnas/replication-data-pnas.csv", "pnas")
    return against(rows, series, definitions=definition)


def test_348_of_380_totals_coded_as_deaths_are_daily_totals_of_losses(matches):
    rows = [
        match
        for match in matches
        if match.claim.scope_words == "Military Deaths"
        and match.claim.claimant == "ua_authorities"
        and match.claim.party == "RU"
        and match.claim.period.kind == "cumulative"
    ]
    assert len(rows) == 380
    found = Counter(match.verdict for match in rows if match.equal)
    assert sum(found.values()) == 348
    assert set(found) == {"other_definition", "other_day_and_definition"}
    assert found["other_definition"] == 306


def test_most_rows_of_equipment_from_the_same_side_are_the_days_own_total(matches):
    tanks = [
        match
        for match in matches
        if match.claim.metric == "tanks" and match.claim.claimant == "ua_authorities"
        and match.claim.party == "RU"
    ]  # fmt: skip
    found = Counter(match.verdict for match in tanks)
    assert found["same"] > 300
    assert found["other_day"] > 40


def test_no_row_of_the_other_sides_losses_is_taken_for_the_series(matches):
    assert not [match for match in matches if match.equal and match.claim.party == "UA"]
