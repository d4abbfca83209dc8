"""``compare`` and ``lineage``: one sheet, refusals with exit 2, and what follows what."""

import json

MONTHS = (
    "date,estimate_low,estimate_high,estimate,type,source,source_url,country,"
    '"ignore for chart, data from warring parties"\n'
    "01/02/2024,,,386230,casualties,Armed Forces of Ukraine,,russia,yes\n"
    "01/02/2024,40000,45000,,deaths,CSIS,,russia,\n"
    "01/02/2024,20000,25000,,deaths,CSIS,,ukraine,\n"
)


def imported(filled, tmp_path):
    path = tmp_path / "estimates.csv"
    path.write_text(MONTHS, "utf-8")
    assert filled("import", path, "--source", "economist", "--quiet").code == 0
    return filled


def test_a_table_of_estimates_is_imported_like_any_dataset(filled, tmp_path):
    path = tmp_path / "estimates.csv"
    path.write_text(MONTHS, "utf-8")
    assert "kept 3 new claims" in filled("import", path, "--source", "economist").out
    assert "0 new claims, 3 known" in filled("import", path, "--source", "economist").out


def test_a_broken_table_names_file_record_and_field_and_is_not_kept(filled, tmp_path):
    path = tmp_path / "estimates.csv"
    path.write_text(MONTHS.replace("20000", "2oooo"), "utf-8")
    answer = filled("import", path, "--source", "economist")
    assert answer.code == 2
    assert f"{path}, record 3, field 'estimate_low': '2oooo' is no whole number" in answer.err


def test_both_sides_stand_on_one_sheet_with_ranges_as_ranges(filled, tmp_path):
    answer = imported(filled, tmp_path)("compare", "personnel")
    assert answer.code == 0
    assert "40,000 to 45,000" in answer.out
    assert "third party estimate / killed / total" in answer.out
    assert "Sections do not mix" in answer.out


def test_unlike_figures_are_refused_with_reasons_and_exit_2(filled, tmp_path):
    imported(filled, tmp_path)
    answer = filled("compare", "personnel", "--total")
    assert answer.code == 2
    assert "classes of evidence never mix: party claim and third party estimate" in answer.err
    assert answer.out == ""
    (said,) = filled("compare", "personnel", "--total", "--json").lines
    assert said["refused"] == "total"


def test_like_figures_are_divided_as_ranges(filled, tmp_path):
    imported(filled, tmp_path)
    answer = filled("compare", "personnel", "--claimant", "csis", "--ratio")
    assert (answer.code, answer.out.strip()) == (0, "RU to UA, by csis's figures: 1.60 to 2.25")


def test_rows_of_a_dataset_under_another_noun_are_listed(filled, tmp_path):
    imported(filled, tmp_path)
    (match,) = filled(
        "compare", "--dataset", "economist", "--against", "ua_general_staff", "--json"
    ).lines
    assert (match["low"], match["verdict"]) == (386230, "other_definition")


def test_a_metric_is_asked_for(filled):
    assert filled("compare").code == 2
    assert filled("compare", "--dataset", "economist").code == 2


def test_where_nothing_follows_that_is_said(filled):
    assert "No figures were found to follow others." in filled("lineage").out


def test_stated_relays_are_shown_if_asked_for(filled):
    rows = [json.loads(line) for line in filled("lineage", "--stated", "--json").out.splitlines()]
    assert {row["by"] for row in rows} == {"stated"}
    assert {row["parent"]["claimant"] for row in rows} == {"ua_general_staff"}
    assert filled("lineage", "--stated", "--dot").out.startswith("digraph lineage {")
