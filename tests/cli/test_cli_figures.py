"""``import``, ``series``, ``loss``, ``trace``: figures with their reports named."""

import json
from pathlib import Path

import pytest
from cli_samples import TOTALS, day_of_war, equipment_file, personnel_file

SERIES = Path(__file__).parents[2].parent / "shared" / "data" / "series"


def test_importing_twice_adds_nothing(lossledger, tmp_path):
    file = personnel_file(tmp_path)
    first = lossledger("import", file, "--source", "daily_mirror")
    assert first.code == 0
    assert f"kept {len(TOTALS)} new claims, 0 known already" in first.out
    second = lossledger("import", file, "--source", "daily-mirror")
    assert f"kept 0 new claims, {len(TOTALS)} known already" in second.out


def test_the_mirror_is_a_relay_and_never_the_claimant(filled):
    rows = filled("series", "personnel", "--json").lines
    assert {row["claimant"] for row in rows} == {"ua_general_staff"}
    assert {row["via"] for row in rows} == {"daily_mirror"}
    assert {row["hedge"] for row in rows} == {"about"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda rows: rows[1].update(personnel="386230"), "record 2 (2024-02-01), field 'personnel'"),
        (lambda rows: rows[1].update(date="2024-01-31", day=707), "record 1 has the same date"),
        (lambda rows: rows[1].update(date="2124-02-01", day=1), "the date is in the future"),
        (lambda rows: rows[1].update(date="1 Feb"), "is no date"),
        (lambda rows: rows[1].update(personnel=None), "is null"),
    ],
)  # fmt: skip
def test_a_fault_names_file_record_and_field_and_nothing_of_the_file_is_kept(
    lossledger, tmp_path, change, words
):
    file = personnel_file(tmp_path)
    rows = json.loads(file.read_text())
    change(rows)
    file.write_text(json.dumps(rows))
    answer = lossledger("import", file, "--source", "daily_mirror")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert str(file) in answer.err
    assert words in answer.err
    assert not (tmp_path / "war.ledger").exists()


def test_a_good_file_beside_a_broken_one_is_not_kept_either(lossledger, tmp_path):
    good, bad = personnel_file(tmp_path), equipment_file(tmp_path)
    bad.write_text(bad.read_text()[:-5])
    answer = lossledger("import", good, bad, "--source", "daily_mirror")
    assert answer.code == 2
    assert "broken JSON" in answer.err
    assert not (tmp_path / "war.ledger").exists()


def test_an_unknown_source_gets_the_nearest_ones(lossledger, tmp_path):
    answer = lossledger("import", personnel_file(tmp_path), "--source", "dayly-mirror")
    assert answer.code == 2
    assert "did you mean daily_mirror" in answer.err


def test_a_series_shows_totals_with_their_increments(filled):
    answer = filled("series", "personnel", "--from", "2024-02-20", "--to", "2024-02-22")
    assert answer.code == 0
    assert "as reported by General Staff of the Armed Forces of Ukraine" in answer.out
    assert "about 407,240" in answer.out
    assert "+1,160" in answer.out


def test_the_daily_series_names_the_day_that_was_lost(filled):
    answer = filled("series", "personnel", "--from", "2024-02-22", "--to", "2024-02-22", "--daily")
    row = next(line for line in answer.out.splitlines() if "2024-02-22" in line)
    assert row.split() == ["2024-02-21", "1,160", "2024-02-22", "407,240"]


def test_a_series_in_json_has_the_fields_of_the_contract(filled):
    rows = filled("series", "tanks", "--json").lines
    assert len(rows) == len(TOTALS)
    wanted = [
        "date",
        "value",
        "increment",
        "claimant",
        "party",
        "metric",
        "via",
        "recorded_at",
        "claims",
    ]
    assert all(set(wanted) <= set(row) for row in rows)


def test_days_without_a_report_are_named_with_those_that_are_held(filled):
    answer = filled("series", "personnel", "--from", "2025-01-01")
    assert answer.code == 2
    assert "the ledger holds reports of 2024-01-31 to 2024-03-01" in answer.err


def test_an_unknown_metric_gets_the_nearest_codes(filled):
    answer = filled("series", "tank")
    assert answer.code == 2
    assert "did you mean tanks" in answer.err


def test_the_loss_of_a_month_to_date_names_its_baselines(filled):
    answer = filled("loss", "personnel", "--month", "2024-02", "--until", "2024-02-22")
    assert answer.code == 0
    assert "by loss day: 21,010" in answer.out
    assert "407,240 (report of 22 Feb 2024) - 386,230 (report of 1 Feb 2024) = 21,010" in answer.out
    assert "by report day: 22,010" in answer.out
    assert "baseline: 385,230 (report of 31 Jan 2024)" in answer.out


def test_the_loss_of_a_month_in_json_gives_both_conventions(filled):
    rows = filled(
        "loss", "personnel", "--month", "2024-02", "--until", "2024-02-22", "--json"
    ).lines
    assert [(row["convention"], row["value"]) for row in rows] == [
        ("loss_day", 21010),
        ("report_day", 22010),
    ]


def test_a_missing_baseline_is_named_and_never_filled_in(filled):
    answer = filled("loss", "personnel", "--month", "2024-01")
    assert answer.code == 2
    assert "no report of 1 Jan 2024" in answer.err


def test_a_loss_needs_one_period(filled):
    assert filled("loss", "personnel").code == 2
    assert filled("loss", "personnel", "--until", "2024-02-01").code == 2


def test_trace_finds_the_report_and_the_difference(filled, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert "is the total of personnel of RU" in filled("trace", "387060").out
    answer = filled("trace", "20,180")
    assert answer.code == 0
    assert "2024-02-02 to 2024-02-22, 20 days (interval):\n      407,240 - 387,060 = 20,180" in (
        answer.out
    )
    assert max(map(len, answer.out.splitlines())) <= 80


def test_trace_of_a_figure_that_is_nowhere_says_so_with_exit_1(filled):
    answer = filled("trace", "123456789")
    assert answer.code == 1
    assert "is nowhere in the ledger" in answer.out


def test_trace_wants_a_number(filled):
    assert filled("trace", "many").code == 2


def test_as_of_a_moment_before_the_import_nothing_is_known(filled):
    answer = filled("series", "personnel", "--as-of", "2024-02-22")
    assert answer.code == 2
    assert "no daily series of personnel" in answer.err


@pytest.mark.skipif(not SERIES.is_dir(), reason="the shared series are not here")
def test_four_years_of_the_real_mirror_are_imported_and_answer(lossledger):
    files = [SERIES / f"russia_losses_{name}.json" for name in ("personnel", "equipment")]
    answer = lossledger("import", *files, "--source", "daily_mirror")
    assert answer.code == 0
    assert "1,688 figures on 1,626 days" in answer.out
    assert "20,687 figures on 1,626 days" in answer.out
    loss = lossledger("loss", "personnel", "--month", "2026-01", "--json").lines
    assert [row["value"] for row in loss] == [31710, 31680]


@pytest.mark.skipif(not SERIES.is_dir(), reason="the shared series are not here")
def test_a_category_that_was_merged_is_counted_whole_across_the_merger(lossledger):
    """From 1 May 2022 vehicles and fuel tanks are one category; before, their sum is ours."""
    file = SERIES / "russia_losses_equipment.json"
    assert lossledger("import", file, "--source", "daily_mirror", "--quiet").code == 0
    rows = lossledger("series", "vehicles", "--from", "2022-04-30", "--to", "2022-05-01", "--json")
    before, after = rows.lines
    assert len(before["claims"]) == 2
    assert len(after["claims"]) == 1
    assert 0 <= after["value"] - before["value"] < 100
    loss = lossledger("loss", "vehicles", "--month", "2022-04")
    assert "their sum is added up by us" in loss.out


def test_the_day_of_the_war_is_counted_from_its_first_day():
    assert day_of_war("2022-02-25") == 2
