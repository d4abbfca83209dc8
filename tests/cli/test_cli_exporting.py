"""Claims as open data, by the command line."""

import csv
import io
import json

import pytest


def test_csv_goes_to_standard_output_with_its_claimant(filled):
    answer = filled("export", "--format", "csv", "--metric", "personnel")
    assert answer.code == 0
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert {row["claimant"] for row in rows} == {"ua_general_staff"}
    assert "407240" in {row["low"] for row in rows}


def test_csv_read_back_gives_the_same_claims(filled, tmp_path):
    path = tmp_path / "claims.csv"
    assert filled("export", "--format", "csv", "--out", path).code == 0
    straight = filled("export", "--format", "jsonl-claims").out
    again = filled("export", "--from-csv", path, "--format", "jsonl-claims").out
    assert again == straight
    assert filled("export", "--from-csv", path, "--format", "csv").out == path.read_bytes().decode()


def test_filters_choose_claims(filled):
    rows = filled(
        "export", "--format", "jsonl-claims", "--metric", "tanks", "--party", "RU",
        "--claimant", "ua-general-staff", "--since", "2024-02-21", "--until", "2024-02-22",
    ).lines  # fmt: skip
    assert {row["low"] for row in rows if row["period_kind"] == "cumulative"} == {6516, 6523}
    early = filled("export", "--format", "jsonl-claims", "--as-of", "2020-01-01")
    assert (early.code, early.out) == (0, "")


@pytest.mark.parametrize("form", ["parquet", "sqlite", "datapackage"])
def test_files_are_written_and_counted(filled, tmp_path, form):
    pytest.importorskip("pyarrow", reason="pyarrow is an extra")
    pytest.importorskip("sqlite_utils", reason="sqlite-utils is an extra")
    (told,) = filled("export", "--format", form, "--out", tmp_path / "out", "--json").lines
    assert told["rows"] == len(filled("export", "--format", "jsonl-claims").lines)
    assert told["files"]


def test_the_file_for_datasette_has_the_rows(filled, tmp_path):
    sqlite_utils = pytest.importorskip("sqlite_utils", reason="sqlite-utils is an extra")
    assert filled("export", "--format", "sqlite", "--out", tmp_path / "claims.db").code == 0
    base = sqlite_utils.Database(tmp_path / "claims.db")
    held = {row["id"]: row["low"] for row in base["claims"].rows}
    base.close()
    told = filled("export", "--format", "jsonl-claims").lines
    assert held == {row["id"]: row["low"] for row in told}
    about = json.loads((tmp_path / "metadata.json").read_text("utf-8"))
    assert list(about["databases"]) == ["claims"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--metric", "tanks"), "jsonl is the whole ledger"),
        (("--format", "csv", "--all-texts"), "--all-texts belongs to --format jsonl"),
        (("--format", "parquet"), "parquet needs a place: --out PATH"),
        (("--format", "csv", "--metric", "tonks"), "did you mean tanks"),
        (("--format", "csv", "--from-csv", "nowhere.csv"), "nowhere.csv: cannot be read"),
        (("--format", "csv", "--from-csv", "x.csv", "--metric", "tanks"), "without a choice"),
        (("--format", "csv", "--out", "/proc/nowhere/x"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(filled, arguments, words):
    answer = filled("export", *arguments)
    assert answer.code == 2
    assert words in answer.err


def test_forms_of_the_command_are_those_of_the_library():
    from lossledger.cli.exporting import FORMS, WHOLE
    from lossledger.export import FORMATS

    assert {WHOLE, *FORMATS, "warc"} == set(FORMS)
