"""Files as they come: broken ones, strings for numbers, CSV with a mapping, claims, hostile ones."""

import json
from datetime import date

import pytest
from audit_samples import LATE, changed, records, sheet
from hypothesis import given, settings
from hypothesis import strategies as st

from lossledger.audit import (
    Records,
    allow_list,
    audit,
    claim_lines,
    csv_form,
    declared,
    layout_of,
    read_csv,
    sheets_of_claims,
    without_allowed,
)
from lossledger.errors import BadInput

ROWS = records(40)
MAPPING = """
date = "Day"
date_format = "%d.%m.%Y"
party = "RU"
[columns]
"Tanks" = "tanks"
"People" = { metric = "personnel", scope = ["killed", "wounded"] }
[increments]
"+" = "Tanks"
"""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Expecting value at line 1, column 1"),
        (b'[{"date": "2023-01-01", "tank": 1},]', "at line 1, column"),
        (b'{"date": "2023-01-01"}', "it is no list of records"),
        (b"\xff\xfe[]", "is no UTF-8 text"),
        (b"[" * 100_000, "nested too deep"),
    ],
    ids=["empty", "comma", "no list", "no text", "deep"],
)
def test_a_file_that_cannot_be_read_is_one_error_and_no_exception(content, words):
    flaws = audit(sheet(content), today=LATE)
    assert [(f.cause, f.level, f.record) for f in flaws] == [("invalid_file", "error", None)]
    assert words in flaws[0].message


@pytest.mark.parametrize(
    ("value", "read"), [("3,120", 3120), ("3120", 3120), (3120.5, None), (-5, None),
                        (True, None), ([1], None), ("many", None), (10**30, None)],
)  # fmt: skip
def test_a_cell_that_is_no_whole_number_is_told_and_read_where_it_can_be(value, read):
    found = sheet(changed(ROWS, 20, tank=value))
    assert found.rows[20].values.get("tank") == read
    flaw = found.flaws[0]
    assert (flaw.cause, flaw.field, flaw.record) == ("invalid_file", "tank", ROWS[20]["date"])


def test_a_record_without_a_readable_date_is_named_by_its_number():
    flaws = audit(sheet(changed(ROWS, 20, date="21.01.2023")), today=LATE)
    told = {(f.record, f.field, f.cause) for f in flaws}
    assert told == {(21, "date", "invalid_file"), ("2023-01-21", None, "missing_record")}


@pytest.mark.parametrize("value", [None, float("nan")])
def test_an_empty_cell_is_missing_only_where_the_record_before_has_a_figure(value):
    flaws = audit(sheet(changed(ROWS, -1, tank=value)), today=LATE)
    assert [(f.record, f.field, f.cause) for f in flaws] == [
        (ROWS[-1]["date"], "tank", "missing_record")
    ]
    never = [{**row, "submarines": value} for row in ROWS]
    assert audit(sheet(never), today=LATE) == []


def test_a_whole_number_written_with_a_point_is_a_number():
    rows = [{**row, "tank": float(row["tank"])} for row in ROWS]
    assert audit(sheet(rows), today=LATE) == []


def test_a_fault_of_form_that_a_whole_field_shares_is_told_once():
    rows = [{**row, "tank": str(row["tank"]), "zeppelins": 1} for row in ROWS]
    flaws = audit(sheet(rows), today=LATE)
    assert [(f.field, f.cause) for f in flaws] == [("tank", "invalid_file"), ("zeppelins", None)]
    assert flaws[0].message.endswith("; so are 39 more of this field")


def test_a_field_given_twice_is_told():
    found = sheet(b'[{"date": "2023-01-01", "tank": 1, "tank": 2}]')
    assert [f.message for f in found.flaws] == ["tank: 2 is given twice"]


def test_an_unknown_field_is_a_warning_without_a_cause():
    found = sheet(changed(ROWS, 20, zeppelins=3))
    assert [(f.level, f.cause, f.field) for f in found.flaws] == [("warning", None, "zeppelins")]


def test_records_that_did_not_change_are_read_once():
    reader = Records("losses.json", layout_of("daily_mirror"))
    first = reader.read(json.dumps(ROWS[:30]).encode())
    second = reader.read(json.dumps(ROWS).encode())
    assert all(a is b for a, b in zip(first.rows, second.rows, strict=False))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["date", "day", "tank", "drone", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


HOSTILE = [
    b'[{"date":"2023-01-01","tank":1e400}]',
    b'[{"date":"2023-01-01","tank":' + b"9" * 5000 + b"}]",
    b'[{"date":"9999-12-31","tank":1},{"date":"9998-12-31","tank":1}]',
    b'[{"date":"2023-01-01","day":1e308,"tank":-0.0}]',
    b'[{"date":"2023-01-01","day":null,"tank":"\\ud800"}]',
    b'[{"date":"2024-02-29","day":2000,"tank":1},{"date":"2023-02-28","day":99999,"tank":1}]',
    b'[1,2,[3],"x",{}]',
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_files_give_findings_that_can_be_written_down(content):
    flaws = audit(sheet(content), today=LATE)
    assert flaws
    assert json.dumps([flaw.as_json() for flaw in flaws], allow_nan=False)


@settings(max_examples=60, deadline=None)
@given(st.lists(json_values, max_size=6))
def test_no_json_makes_the_audit_fail(value):
    for flaw in audit(sheet(value), today=LATE):
        assert flaw.message


def test_a_csv_is_read_by_its_mapping():
    text = "Day;Tanks;+;People\n01.03.2023;3 400;;150,120\n02.03.2023;3 410;+10;150,700\n"
    found = read_csv(text.encode(), "losses.csv", csv_form(MAPPING, "map.toml"))
    assert [row.day for row in found.rows] == [date(2023, 3, 1), date(2023, 3, 2)]
    assert found.rows[1].values == {"Tanks": 3410, "People": 150700}
    assert found.rows[1].increments == {"Tanks": 10}
    assert found.layout.columns["People"].scope == ("killed", "wounded")
    assert audit(found, today=LATE) == []


def test_an_increment_of_a_csv_that_does_not_follow_is_an_error():
    text = "Day,Tanks,+,People\n01.03.2023,3400,,1\n02.03.2023,3140,10,1\n"
    found = read_csv(text.encode(), "losses.csv", csv_form(MAPPING, "map.toml"))
    flaw = audit(found, today=LATE)[0]
    assert (flaw.verdict, flaw.level) == ("arithmetic_error", "error")
    assert flaw.message.startswith("Tanks: 3,400 + 10 = 3,410, not 3,140")


def test_a_csv_without_a_mapped_column_is_one_error():
    found = read_csv(b"Day,Tanks\n01.03.2023,1\n", "losses.csv", csv_form(MAPPING, "map.toml"))
    assert [f.message for f in found.flaws] == [
        "the file cannot be read: there is no column 'People'"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("date = 1", "needs 'date' and a table 'columns'"),
        ("date = 'D'\nfoo = 1\n[columns]\nA = 'tanks'", "unknown key 'foo'"),
        ("date = 'D'\n[columns]\nA = 'tonks'", "unknown metric 'tonks'"),
        ("date = 'D'\nparty = 'XX'\n[columns]\nA = 'tanks'", "unknown party 'XX'"),
        ("date = 'D'\n[columns]\nA = 'tanks'\n[increments]\nB = 'C'", "unknown total of 'B' 'C'"),
        ("date =", "is no TOML"),
    ],
)
def test_a_mapping_that_breaks_its_rules_is_refused(text, words):
    with pytest.raises(BadInput) as refused:
        csv_form(text, "map.toml")
    assert words in str(refused.value)


def claim(day, low, kind="cumulative", end=None, **more):
    period = {"start": None, "end": end or day, "kind": kind}
    base = {"claimant": "ua_general_staff", "party": "RU", "metric": "tanks", "scope": None,
            "low": low, "high": low, "report_date": day, "period": period, "stance": "asserted",
            "outlet": None, "document": day}  # fmt: skip
    return {**base, **more}


def test_claims_become_a_dataset_with_their_increments():
    claims = [
        claim("2023-03-01", 3400),
        claim("2023-03-02", 3410),
        claim("2023-03-02", 10, "day", "2023-03-01"),
        claim("2023-03-02", 99, stance="denied"),
    ]
    lines = "\n".join(json.dumps(c) for c in claims)
    (found,) = sheets_of_claims(claim_lines(lines.encode(), "claims.jsonl"), "claims.jsonl")
    assert [row.values for row in found.rows] == [{"tanks": 3400}, {"tanks": 3410}]
    assert found.rows[1].increments == {"tanks": 10}


def test_flat_rows_of_claims_are_claims():
    flat = {k: v for k, v in claim("2023-03-01", 3400).items() if k != "period"}
    flat |= {"period_kind": "cumulative", "period_end": "2023-03-01", "scope": "killed wounded"}
    (found,) = sheets_of_claims([flat], "claims.jsonl")
    assert found.rows[0].values == {"tanks (killed, wounded)": 3400}


def test_an_exported_ledger_gives_the_claims_that_stand():
    def mark(kind, key):
        return {"row": "mark", "kind": kind, "claim": key}

    rows = [
        {"row": "ledger", "format": 1},
        *({"row": "claim", "id": key, **claim("2023-03-01", n)} for n, key in enumerate("abc")),
        *(mark("retracted", key) for key in "ab"),
        mark("reinstated", "b"),
        mark("decided", "c"),
    ]
    content = "\n".join(json.dumps(row) for row in rows).encode()
    assert [c["id"] for c in claim_lines(content, "ledger.jsonl")] == ["b", "c"]


def test_swapping_the_parties_mirrors_what_is_found():
    def told(party):
        claims = [claim("2023-03-01", 3400, party=party), claim("2023-03-02", 34, party=party)]
        claims.append(claim("2023-03-02", 10, "day", "2023-03-01", party=party))
        (found,) = sheets_of_claims(claims, "claims.jsonl")
        return audit(found, today=LATE)

    assert told("RU") == told("UA")
    assert told("RU")[0].level == "error"


def test_readings_are_opened_for_their_claims():
    line = json.dumps({"claims": [claim("2023-03-01", 3400)]}).encode()
    assert len(list(claim_lines(line, "readings.jsonl"))) == 1


def test_a_line_that_is_no_claim_is_named():
    with pytest.raises(BadInput, match=r"claims\.jsonl:2: is no claim"):
        list(
            claim_lines(json.dumps(claim("2023-03-01", 1)).encode() + b'\n{"a": 1}', "claims.jsonl")
        )


def test_an_allow_list_takes_out_what_it_names_and_tells_what_it_did_not_use():
    rows = changed(ROWS, -1, drone=ROWS[-2]["drone"] - 500)
    flaws = audit(sheet(rows), today=LATE)
    text = f"""
    [[allow]]
    record = {rows[-1]["date"]}
    field = "drone"
    value = {rows[-1]["drone"]}
    reason = "as posted"
    [[allow]]
    record = 2023-01-02
    reason = "nothing there"
    """
    left, unused = without_allowed(flaws, allow_list(text, "allow.toml"))
    assert flaws
    assert left == []
    assert [str(entry) for entry in unused] == ["2023-01-02"]


def test_an_allowed_cell_with_another_value_is_told_again():
    rows = changed(ROWS, -1, drone=ROWS[-2]["drone"] - 500)
    text = f'[[allow]]\nrecord = "{rows[-1]["date"]}"\nvalue = 1\nreason = "as posted"'
    left, _ = without_allowed(audit(sheet(rows), today=LATE), allow_list(text, "allow.toml"))
    assert left


@pytest.mark.parametrize("text", ["[[allow]]\nrecord = 1", "[[allow]]\nrecord = 1\nreason = ' '",
                                  "[[allow]]\nrecord = 1\nreason = 'x'\nwhy = 1", "a = 1"])  # fmt: skip
def test_an_allow_list_without_reasons_is_refused(text):
    with pytest.raises(BadInput, match=r"allow\.toml"):
        allow_list(text, "allow.toml")


def test_declared_changes_are_the_figures_other_than_nought():
    content = json.dumps([{"date": "2023-01-02", "tank": -5, "APC": 0}]).encode()
    assert declared(content, "declared.json", "date") == {("2023-01-02", "tank")}
    with pytest.raises(BadInput):
        declared(b"{}x", "declared.json", "date")
