"""The monthly figures of a ministry against the real daily series: derived, with exceptions."""

from datetime import date
from pathlib import Path

import pytest

from lossledger.lineage import Ancestry, edges
from lossledger.sources import dataset_document, read_dataset

DATA = Path(__file__).parents[3] / "shared" / "data"
FILES = (
    ("series/russia_losses_personnel.json", "daily_mirror"),
    ("estimates/uk_mod_monthly.csv", "uk_mod_monthly"),
    ("estimates/economist_estimates.csv", "economist"),
)


@pytest.fixture(scope="module")
def claims():
    found = []
    for name, source in FILES:
        if not (DATA / name).is_file():
            pytest.skip(f"shared data file {name} is absent")
        document = dataset_document((DATA / name).read_bytes(), name, source)
        found += read_dataset(document, source, today=date(2026, 11, 24)).claims
    return found


@pytest.fixture(scope="module")
def made(claims):
    return {
        (e.child.outlet, e.child.measure, e.parent.outlet): e
        for e in edges(claims)
        if e.by != "stated"
    }


def test_the_monthly_means_follow_the_daily_series_in_37_of_47_months(made):
    edge = made["uk_mod_monthly", "mean", "daily_mirror"]
    assert edge.by == "loss_day"
    assert (edge.compared, edge.close, edge.near) == (47, 33, 37)
    assert edge.chance < 0.1
    months = [f"{misfit.point.start:%Y-%m}" for misfit in edge.misfits]
    assert months == [
        "2022-06", "2022-07", "2022-09", "2022-11", "2022-12",
        "2023-06", "2023-07", "2023-10", "2025-02", "2025-05",
    ]  # fmt: skip


def test_running_sums_that_are_charted_as_totals_of_the_war_are_told(made):
    edge = made["economist", "total", "uk_mod_monthly"]
    assert edge.equal == 34
    assert edge.other_definition == "a sum since 2022-03-01 given as the total of the war"


def test_a_month_that_follows_counts_for_the_general_staff_and_an_exception_does_not(claims):
    ancestry = Ancestry(edges(claims))
    roots = {
        f"{one.period.start:%Y-%m}": ancestry.root(one)
        for one in claims
        if one.outlet == "uk_mod_monthly" and one.scope_words == "casualties in month"
    }
    assert roots["2026-01"] == "ua_general_staff"
    assert roots["2025-02"] == "uk_mod"
