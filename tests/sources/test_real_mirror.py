"""Four real years of the daily mirror, where the shared data are present."""

import json
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lossledger.series import (
    LOSS_DAY,
    REPORT_DAY,
    all_series,
    daily_series,
    figures_from,
    loss,
    merged,
    month_loss,
    trace,
)
from lossledger.sources import dataset_document, read_dataset

DATA = Path(__file__).parents[3] / "shared" / "data" / "series"
FILES = ("russia_losses_personnel.json", "russia_losses_equipment.json")
LEARNED = datetime(2026, 11, 24, 9, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data are not present")


@pytest.fixture(scope="module")
def readings():
    contents = [(DATA / name).read_bytes() for name in FILES]
    started = time.process_time()
    found = [
        read_dataset(
            dataset_document(content, name, "daily_mirror"), "daily_mirror", today=LEARNED.date()
        )
        for content, name in zip(contents, FILES, strict=True)
    ]
    assert time.process_time() - started < 1.5
    return found


@pytest.fixture(scope="module")
def figures(readings):
    return [f for reading in readings for f in figures_from(reading.claims, LEARNED)]


@pytest.fixture(scope="module")
def personnel(figures):
    return daily_series(figures, metric="personnel", party="RU", claimant="ua_general_staff")


def test_every_cell_of_the_mirror_is_a_claim_or_ignored(readings):
    for reading in readings:
        records = json.loads(reading.document.content)
        cells = [value for record in records for value in record.values()]
        numbers = [value for value in cells if isinstance(value, int)]
        assert len(reading.claims) == len(numbers) - len(records)
        assert len(reading.ignored) == 2 * len(records)
        for claim in reading.claims:
            place = slice(claim.byte_span.start, claim.byte_span.end)
            assert reading.document.content[place].decode() == claim.quote


def test_all_claims_of_the_mirror_have_ids_of_their_own(readings):
    ids = [claim.id for reading in readings for claim in reading.claims]
    assert len(ids) == len(set(ids)) == 22375


def test_each_category_has_the_days_that_it_was_reported(figures):
    days = {(s.metric, s.scope): (s.days[0], s.days[-1], len(s)) for s in all_series(figures)}
    last = date(2026, 8, 8)
    assert days["vehicles", None] == (date(2022, 2, 25), last, 1626)
    assert days["fuel_tanks", None] == (date(2022, 2, 25), date(2022, 4, 30), 65)
    assert days["srbm_launchers", None] == (date(2022, 3, 26), date(2022, 4, 30), 36)
    assert days["submarines", None] == (date(2023, 9, 14), last, 1060)
    assert days["ground_robots", None] == (date(2026, 5, 3), last, 98)
    assert days["personnel", ("captured",)] == (date(2022, 2, 25), date(2022, 4, 27), 62)


def test_the_published_months_come_out_under_their_own_conventions(personnel):
    january, february = date(2026, 1, 1), date(2024, 2, 1)
    assert month_loss(personnel, january, REPORT_DAY).value == 31680
    assert month_loss(personnel, january, LOSS_DAY).value == 31710
    assert month_loss(personnel, date(2024, 11, 1), LOSS_DAY).value == 45720
    assert month_loss(personnel, february, LOSS_DAY, until=date(2024, 2, 22)).value == 21010
    assert loss(personnel, date(2024, 2, 2), date(2024, 2, 21), LOSS_DAY).value == 20180


def test_all_months_add_up_to_the_total(personnel):
    months = [date(2022 + n // 12, n % 12 + 1, 1) for n in range(1, 12 * 4 + 7)]
    total = sum(month_loss(personnel, month, LOSS_DAY).value for month in months)
    assert total == personnel.at(date(2026, 8, 1)).value


def test_the_change_of_category_in_may_2022_shows_no_fall(figures):
    options = {"party": "RU", "claimant": "ua_general_staff"}
    vehicles = daily_series(figures, metric="vehicles", **options)
    both = merged(vehicles, daily_series(figures, metric="fuel_tanks", **options))
    assert vehicles.at(date(2022, 5, 1)).change == 1796 - 1701
    assert both.at(date(2022, 5, 1)).change == 1796 - 1701 - 76


def test_known_figures_are_traced(figures):
    every = all_series(figures)
    assert [held.date for held in trace(every, 387060).reports] == [date(2024, 2, 2)]
    found = trace(every, 20180)
    assert (date(2024, 2, 2), date(2024, 2, 22)) in {
        (d.baseline.date, d.last.date) for d in found.differences
    }
    assert trace(every, 45720).differences[0].window == "month"
