"""The bundled reports, in three languages and many layouts, are read without a remainder."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lossledger.documents import open_documents
from lossledger.extract import read

PROJECT = Path(__file__).parents[2]
POSTS = sorted((PROJECT / "samples" / "posts").iterdir())
SERIES = PROJECT.parent / "shared" / "data" / "series"
COLUMNS = {
    "tank": "tanks", "APC": "afv", "field artillery": "artillery", "MRL": "mlrs",
    "anti-aircraft warfare": "air_defence", "aircraft": "aircraft", "helicopter": "helicopters",
    "drone": "uav", "naval ship": "ships", "cruise missiles": "cruise_missiles",
    "submarines": "submarines", "vehicles and fuel tanks": "vehicles",
    "special equipment": "special_equipment",
}  # fmt: skip


def reading(path: Path):
    (document,) = open_documents(str(path), retrieved_at=datetime(2024, 3, 2, tzinfo=UTC))
    return read(document)


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.name)
def test_every_figure_is_the_general_staffs_on_russia_of_the_reports_day(path):
    found = reading(path)
    day = date.fromisoformat(path.name[:10])
    said = {(c.claimant, c.party, c.report_date) for c in found.claims}
    assert said == {("ua_general_staff", "RU", day)}
    assert found.unread == ()


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.name)
def test_totals_run_to_the_reports_day_and_increments_cover_the_day_before(path):
    day = date.fromisoformat(path.name[:10])
    kinds = {"cumulative": (date(2022, 2, 24), day)}
    for claim in reading(path).claims:
        if claim.period.kind == "cumulative":
            assert (claim.period.start, claim.period.end) == kinds["cumulative"]
        else:
            assert (day - claim.period.end).days == 1
            assert claim.period.start == claim.period.end


@pytest.mark.skipif(not SERIES.is_dir(), reason="the shared daily series are not here")
def test_every_total_is_that_of_the_daily_series():
    known: dict[tuple[str, str], int] = {}
    for name, columns in (("personnel", {"personnel": "personnel"}), ("equipment", COLUMNS)):
        for row in json.loads((SERIES / f"russia_losses_{name}.json").read_text("utf-8")):
            known |= {(row["date"], columns[c]): row[c] for c in columns if c in row}
    checked = 0
    for path in POSTS:
        for claim in reading(path).claims:
            if claim.period.kind == "cumulative":
                assert claim.quantity.value == known[path.name[:10], claim.metric], path.name
                checked += 1
    assert checked > 400
