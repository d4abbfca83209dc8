"""All 211 real daily posts, against the best-known mirror of the same reports, cell by cell."""

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lossledger.documents import open_documents
from lossledger.extract import read
from lossledger.model import Claim, Reading

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
POSTS = SHARED / "posts" / "general_staff.jsonl"
SERIES = SHARED / "series"
pytestmark = pytest.mark.skipif(
    not POSTS.is_file() or not SERIES.is_dir(), reason="the shared posts and series are not here"
)

COLUMNS = {
    "personnel": "personnel",
    "tanks": "tank",
    "afv": "APC",
    "artillery": "field artillery",
    "mlrs": "MRL",
    "air_defence": "anti-aircraft warfare",
    "aircraft": "aircraft",
    "helicopters": "helicopter",
    "uav": "drone",
    "cruise_missiles": "cruise missiles",
    "ships": "naval ship",
    "submarines": "submarines",
    "fuel_tanks": "fuel tank",
    "special_equipment": "special equipment",
    "ground_robots": "ground robotic systems",
    "srbm_launchers": "mobile SRBM system",
}

REALLY_DIFFERENT = {
    # what the post says, what the mirror holds, why
    ("2022-11-06", "vehicles"): (4184, 4191, "the post forgot to add its own (+7) to the total"),
    ("2023-10-23", "personnel"): (294799, 294700, "the post has two digits more than the mirror"),
    ("2024-02-27", "artillery"): (1009, 10009, "the post dropped a digit of 10009"),
}
ONLY_IN_THE_MIRROR = {
    # the mirror fills these from another edition of the report; these posts have no such line
    **dict.fromkeys(
        (
            (day, "srbm_launchers")
            for day in ("2022-04-17", "2022-04-20", "2022-04-23", "2022-04-24", "2022-04-27")
        ),
        4,
    ),
    ("2022-05-01", "cruise_missiles"): 84,
    ("2022-05-03", "cruise_missiles"): 84,
    ("2022-05-07", "cruise_missiles"): 90,
    ("2022-05-08", "cruise_missiles"): 92,
}


@cache
def readings() -> tuple[Reading, ...]:
    opened = open_documents(str(POSTS), retrieved_at=datetime(2026, 1, 1, tzinfo=UTC))
    return tuple(read(document) for document in opened)


@cache
def mirror() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name in ("russia_losses_personnel.json", "russia_losses_equipment.json"):
        for row in json.loads((SERIES / name).read_text(encoding="utf-8")):
            found.setdefault(row["date"], {}).update(row)
    return found


def day_of(reading: Reading) -> date:
    day = reading.document.report_date
    assert day is not None
    return day


def totals(reading: Reading) -> list[Claim]:
    return [c for c in reading.claims if c.period.kind == "cumulative"]


def increments(reading: Reading) -> list[Claim]:
    return [c for c in reading.claims if c.period.kind == "day"]


def of_the_mirror(day: date, metric: str) -> int | None:
    row = mirror().get(day.isoformat(), {})
    if metric == "vehicles" and row.get("vehicles and fuel tanks") is None:
        return row.get("military auto")
    return row.get(COLUMNS.get(metric, "vehicles and fuel tanks"))


def test_every_total_equals_the_mirror_except_the_cells_that_are_really_different() -> None:
    different = {
        (day_of(r).isoformat(), c.metric): (c.quantity.value, of_the_mirror(day_of(r), c.metric))
        for r in readings()
        for c in totals(r)
        if c.quantity.value != of_the_mirror(day_of(r), c.metric)
    }
    assert different == {cell: (said, held) for cell, (said, held, _) in REALLY_DIFFERENT.items()}
    assert sum(len(totals(r)) for r in readings()) == 2811


def test_every_cell_of_the_mirror_is_read_except_lines_that_the_post_does_not_have() -> None:
    missing = {}
    for r in readings():
        read_here = {c.metric for c in totals(r)}
        for metric in (*COLUMNS, "vehicles"):
            value = of_the_mirror(day_of(r), metric)
            if value is not None and metric not in read_here:
                missing[day_of(r).isoformat(), metric] = value
    assert missing == ONLY_IN_THE_MIRROR


def test_every_number_is_claimed_or_ignored_with_a_reason_and_none_is_unread() -> None:
    assert [u for r in readings() for u in r.unread] == []
    reasons = Counter(i.reason for r in readings() for i in r.ignored)
    assert set(reasons) <= {"date"}
    for r in readings():
        taken = [c.span for c in r.claims] + [i.span for i in r.ignored]
        digits = [k for k, char in enumerate(r.document.text) if char.isdigit()]
        left = [k for k in digits if not any(s.start <= k < s.end for s in taken)]
        assert left == [], (day_of(r), r.document.text[left[0] - 20 : left[0] + 20])


def test_no_number_is_accounted_twice() -> None:
    for r in readings():
        spans = sorted((s.start, s.end) for s in [*(c.span for c in r.claims),
                                                  *(i.span for i in r.ignored)])  # fmt: skip
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), day_of(r)


def test_a_total_runs_from_the_first_day_to_the_report_day() -> None:
    for r in readings():
        for c in totals(r):
            assert (c.period.start, c.period.end) == (date(2022, 2, 24), day_of(r))
            assert (c.as_of, c.report_date) == (day_of(r), day_of(r))


def test_an_increment_covers_the_day_before_the_report_and_points_at_its_total() -> None:
    count = 0
    for r in readings():
        by_id = {c.id: c for c in r.claims}
        links = {rel.source: rel.targets for rel in r.relations if rel.kind == "increment_of"}
        for c in increments(r):
            count += 1
            assert c.period.start == c.period.end == day_of(r) - timedelta(days=1)
            (target,) = links[c.id]
            total = by_id[target]
            assert (total.metric, total.sentence) == (c.metric, c.sentence)
            assert total.period.kind == "cumulative"
    assert count == 2758


def test_an_empty_bracket_is_no_increment() -> None:
    r = next(r for r in readings() if day_of(r) == date(2023, 9, 28))
    assert [c.quantity.value for c in r.claims if c.metric == "afv"] == [8962]
    assert [c.quantity.value for c in r.claims if c.metric == "artillery"] == [6375, 38]


def test_spans_lead_to_the_original_bytes() -> None:
    for r in readings():
        content = r.document.content
        for c in r.claims:
            assert content[c.byte_span.start : c.byte_span.end].decode() == c.quote
            assert r.document.text[c.span.start : c.span.end] == c.quote


def test_hedges_are_kept_for_personnel_always_and_for_all_under_an_approximate_heading() -> None:
    for r in readings():
        hedged = {c.metric for c in totals(r) if c.quantity.hedge == "about"}
        whole = "approximately" in r.document.text or "орієнтовно" in r.document.text
        assert hedged == ({c.metric for c in totals(r)} if whole else {"personnel"}), day_of(r)
        assert all(c.quantity.hedge is None for c in increments(r))


def test_the_claimant_is_the_general_staff_about_russian_losses_of_no_stated_scope() -> None:
    said = {(c.claimant, c.party, c.scope, c.stance) for r in readings() for c in r.claims}
    assert said == {("ua_general_staff", "RU", None, "asserted")}


def test_the_sources_own_words_stay_beside_the_code() -> None:
    r = next(r for r in readings() if day_of(r) == date(2022, 5, 3))
    words = {c.metric: c.scope_words for c in totals(r)}
    assert words["personnel"] == "personnel … liquidated"
    assert words["ships"] == "boats / cutters"
    assert words["uav"] == "UAV operational-tactical level"
    last = next(r for r in readings() if day_of(r) == date(2024, 3, 21))
    words = {c.metric: c.scope_words for c in totals(last)}
    assert words["personnel"] == "особового складу / personnel"
    assert words["vehicles"] == "автомобільної техніки та автоцистерн/ vehicles and fuel tanks"


def test_no_post_contradicts_its_own_day() -> None:
    assert [n for r in readings() for n in r.notes if n.kind == "date_conflict"] == []
