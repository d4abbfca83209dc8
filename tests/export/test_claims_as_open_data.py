"""Claims as CSV, JSON Lines, Parquet, SQLite and a Data Package: nothing lost, nothing harmful."""

import hashlib
import io
import json
import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossledger.errors import BadInput
from lossledger.export import COLUMNS, FORMULA, claim_row, claims_rows, csv_rows, write_claims
from lossledger.model import Claim, Span
from lossledger.period import cumulative, past_day
from lossledger.quantity import Quantity

DAY = date(2024, 2, 22)
TOTAL = Claim(
    document="0" * 64,
    span=Span(10, 17),
    byte_span=Span(10, 17),
    quote="407,240",
    sentence="Russia had lost about 407,240 troops.",
    outlet="daily_mirror",
    relays=("daily_mirror",),
    claimant="ua_general_staff",
    party="RU",
    metric="personnel",
    scope=None,
    scope_words="persons",
    quantity=Quantity(407240, 407240, hedge="about"),
    period=cumulative(date(2022, 2, 24), DAY),
    as_of=DAY,
    report_date=DAY,
)
PAST = replace(
    TOTAL, quantity=Quantity(1160, None, strict=True), period=past_day(DAY), scope=("killed",)
)
CLAIMS = [TOTAL, PAST, replace(TOTAL, claimant=None, scope_words="=2+5", as_of=None)]
ROWS = [claim_row(claim) for claim in CLAIMS]


def test_a_row_has_every_column_and_its_claimant():
    assert all(tuple(row) == tuple(COLUMNS) for row in ROWS)
    assert ROWS[0]["claimant"] == "ua_general_staff"
    assert (ROWS[1]["low"], ROWS[1]["high"], ROWS[1]["scope"]) == (1160, None, "killed")


def test_csv_comes_back_as_it_was():
    assert list(claims_rows("".join(csv_rows(ROWS)).splitlines(keepends=True))) == ROWS


def test_no_cell_is_a_formula():
    for line in csv_rows(ROWS):
        assert not any(cell.strip('"').startswith(FORMULA) for cell in line.split(","))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30))
def test_any_words_come_back_as_they_were_and_harmless(words):
    row = {**ROWS[0], "quote": words}
    text = io.StringIO("".join(csv_rows([row])), newline="")
    assert next(iter(claims_rows(text)))["quote"] == words


def test_a_csv_that_is_no_export_is_refused():
    with pytest.raises(BadInput, match="not the columns"):
        list(claims_rows(["a,b\n"]))
    lines = "".join(csv_rows(ROWS)).splitlines(keepends=True)
    broken = [lines[0], lines[1].replace("407240", "many")]
    with pytest.raises(BadInput, match="line 2, column low"):
        list(claims_rows(broken))


def test_json_lines_hold_the_same_rows(tmp_path):
    (path,) = write_claims(CLAIMS, "jsonl-claims", tmp_path / "claims.jsonl")
    assert [json.loads(line) for line in path.read_text("utf-8").splitlines()] == ROWS


def test_parquet_holds_the_same_rows(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
    (path,) = write_claims(CLAIMS, "parquet", tmp_path / "claims.parquet")
    assert parquet.read_table(path).to_pylist() == ROWS


def test_sqlite_has_types_indexes_and_metadata(tmp_path):
    pytest.importorskip("sqlite_utils", reason="sqlite-utils is an extra")
    path, about = write_claims(CLAIMS, "sqlite", tmp_path / "claims.db")
    base = sqlite3.connect(path)
    try:
        assert base.execute("select count(*), typeof(low) from claims").fetchone() == (3, "integer")
        indexed = {
            row[0] for row in base.execute("select name from sqlite_master where type='index'")
        }
    finally:
        base.close()
    assert any("report_date" in name for name in indexed)
    assert "claims" in json.loads(about.read_text())["databases"]["claims"]["tables"]


def test_a_data_package_describes_its_table_and_carries_checksums(tmp_path):
    files = write_claims(CLAIMS, "datapackage", tmp_path / "package")
    package = json.loads((tmp_path / "package" / "datapackage.json").read_text("utf-8"))
    resource = package["resources"][0]
    content = (tmp_path / "package" / resource["path"]).read_bytes()
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert [f["name"] for f in resource["schema"]["fields"]] == list(COLUMNS)
    for line in (tmp_path / "package" / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "package" / name).read_bytes()).hexdigest() == digest
    assert len(files) == 4


def test_frictionless_finds_the_data_package_valid(tmp_path):
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    write_claims(CLAIMS, "datapackage", tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["message"])


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="cannot be written"):
        write_claims(CLAIMS, "csv", tmp_path / "file" / "claims.csv")
