"""One file, all its records known: slips, restatements, records that are misdated or copied."""

from datetime import date, timedelta

import pytest
from audit_samples import FIRST, LATE, changed, dated, records, sheet

from lossledger.audit import audit

ROWS = records()


def found(rows, today=LATE, **more):
    return audit(sheet(rows), today=today, **more)


def only(rows, **more):
    flaws = found(rows, **more)
    assert len(flaws) == 1, flaws
    return flaws[0]


def test_plain_totals_have_no_flaw():
    assert found(ROWS) == []


def test_totals_of_any_party_are_judged_alike():
    grown = [{k: v * 3 if k not in ("date", "day") else v for k, v in row.items()} for row in ROWS]
    assert found(grown) == []


@pytest.mark.parametrize(
    ("slip", "cause"),
    [
        (lambda text: text[1:], "digit_typo"),
        (lambda text: text[0] + text[2:], "digit_typo"),
        (lambda text: text[1] + text[0] + text[2:], "digit_typo"),
        (lambda text: text[0] + text, "digit_typo"),
        (lambda text: text + "0", "tenfold"),
    ],
    ids=["first digit dropped", "digit dropped", "digits swapped", "digit doubled", "tenfold"],
)
@pytest.mark.parametrize("place", [60, -1], ids=["later days known", "newest record"])
def test_a_slip_is_an_error_with_its_cause_and_the_value_that_was_meant(slip, cause, place):
    right = ROWS[place]["drone"]
    flaw = only(changed(ROWS, place, drone=int(slip(str(right)))))
    assert (flaw.record, flaw.field, flaw.cause) == (ROWS[place]["date"], "drone", cause)
    assert flaw.level == "error"
    assert any(e.low <= right <= e.high for e in flaw.expected)


def test_a_spike_that_comes_back_is_an_error_even_if_no_slip_explains_it():
    flaw = only(changed(ROWS, 60, drone=ROWS[60]["drone"] + 517))
    assert (flaw.level, flaw.field) == ("error", "drone")


def test_a_total_that_falls_and_goes_on_from_there_is_a_restatement():
    rows = [r if k < 60 else {**r, "tank": r["tank"] - 150} for k, r in enumerate(ROWS)]
    flaw = only(rows)
    assert (flaw.level, flaw.verdict, flaw.cause) == (
        "restatement", "superseded", "source_restatement",
    )  # fmt: skip
    assert flaw.record == ROWS[60]["date"]


def test_a_total_that_jumps_and_goes_on_from_there_is_no_error():
    rows = [r if k < 60 else {**r, "tank": r["tank"] + 150} for k, r in enumerate(ROWS)]
    assert {f.level for f in found(rows)} == {"restatement"}


def test_a_newest_total_that_falls_a_little_is_a_warning():
    flaw = only(changed(ROWS, -1, APC=ROWS[-2]["APC"] - 3))
    assert (flaw.level, flaw.verdict) == ("warning", "contradicted")


def test_a_fall_that_the_keepers_declare_is_a_restatement():
    rows = changed(ROWS, -1, APC=ROWS[-2]["APC"] - 3)
    flaw = only(rows, declared_changes={(rows[-1]["date"], "APC")})
    assert (flaw.level, flaw.cause) == ("restatement", "source_restatement")


def test_a_fall_that_the_sources_corrections_know_is_a_restatement_with_their_reason():
    rows = changed(ROWS, -1, APC=ROWS[-2]["APC"] - 3)

    def known(metric, day, published):
        there = (metric, day, published) == ("afv", date(2023, 4, 30), rows[-1]["APC"])
        return (None, "The source said so.") if there else None

    flaw = only(rows, correction=known)
    assert flaw.level == "restatement"
    assert flaw.message.endswith("The source said so.")


def test_the_figure_of_the_neighbouring_field_is_named():
    flaw = only(changed(ROWS, 60, tank=ROWS[60]["drone"]))
    assert (flaw.cause, flaw.level) == ("category_merge", "error")
    assert "the figure for drone" in flaw.message


def test_the_total_of_the_day_before_is_stale_where_every_day_brings_more():
    flaw = only(changed(ROWS, -1, drone=ROWS[-2]["drone"]))
    assert flaw.cause == "stale_figure"


def test_a_record_that_copies_another_day_is_told_once_for_all_its_figures():
    copy = {**ROWS[59], "date": ROWS[60]["date"], "day": ROWS[60]["day"]}
    flaws = found([*ROWS[:60], copy, *ROWS[61:]])
    assert ("copied_row", None) in {(f.cause, f.field) for f in flaws}
    assert {f.record for f in flaws} == {ROWS[60]["date"]}


def test_a_record_of_tomorrow_is_an_error():
    flaw = only(ROWS, today=date.fromisoformat(ROWS[-2]["date"]))
    assert (flaw.cause, flaw.record, flaw.field) == ("future_date", ROWS[-1]["date"], None)
    assert dict(flaw.fields) == {k: v for k, v in ROWS[-1].items() if k not in ("date", "day")}


def test_a_date_given_twice_is_an_error_that_names_both_records():
    flaws = found([*ROWS, dated(ROWS[-1], FIRST)])
    twice = next(f for f in flaws if f.cause == "duplicate_record")
    assert twice.number == len(ROWS) + 1
    assert "record 121 has the date of record 1 (2023-01-01)" in twice.message


def test_the_newest_record_with_the_year_before_is_a_wrong_year():
    day = FIRST + timedelta(days=len(ROWS))
    late = dated(records(121)[-1], day.replace(year=day.year - 1))
    flaw = next(f for f in found([*ROWS, late]) if f.field is None)
    assert (flaw.cause, flaw.record) == ("wrong_year", "2022-05-01")
    assert flaw.expected[0].says == "2023-05-01"


def test_a_year_old_record_overwritten_by_a_wrong_year_is_a_wrong_year_in_every_field():
    rows = records(420)
    there = rows[30]
    over = {**rows[395], "date": there["date"], "day": there["day"]}
    flaws = found([*rows[:30], over, *rows[31:395], *rows[396:]])
    cells = {f.field: f.cause for f in flaws if f.record == there["date"]}
    assert set(cells.values()) == {"wrong_year"}
    assert set(cells) == set(rows[0]) - {"date", "day"}
    assert [f.record for f in flaws if f.cause == "missing_record"] == [rows[395]["date"]]


def test_a_day_without_a_record_is_a_warning():
    flaw = only([*ROWS[:60], *ROWS[61:]])
    assert (flaw.cause, flaw.record, flaw.level) == ("missing_record", ROWS[60]["date"], "warning")


def test_a_long_gap_is_one_finding():
    flaw = only([*ROWS[:60], *ROWS[70:]])
    assert flaw.expected[0].says == "a record of 2023-03-02 to 2023-03-11"


def test_a_count_of_days_that_belongs_to_another_date_is_a_wrong_date():
    flaw = only(changed(ROWS, 60, day=ROWS[60]["day"] + 1))
    assert (flaw.cause, flaw.field) == ("wrong_date", None)


def test_a_figure_missing_between_two_others_is_told():
    rows = [{k: v for k, v in r.items() if n != 60 or k != "tank"} for n, r in enumerate(ROWS)]
    flaw = only(rows)
    assert (flaw.record, flaw.field, flaw.cause) == (ROWS[60]["date"], "tank", "missing_record")


def test_a_field_that_was_given_up_long_ago_is_not_missing():
    rows = [{k: v for k, v in r.items() if n < 60 or k != "tank"} for n, r in enumerate(ROWS)]
    assert found(rows) == []


def test_a_figure_outside_the_days_of_its_field_is_told():
    flaw = only(changed(ROWS, 60, fuel_tank=76))
    assert (flaw.field, flaw.cause) == ("fuel tank", "wrong_date")


def test_an_unrounded_total_among_rounded_ones_is_a_warning():
    rows = [{**r, "drone": r["drone"] // 10 * 10} for r in ROWS]
    flaw = only(changed(rows, 90, drone=rows[90]["drone"] + 3))
    assert (flaw.level, flaw.field) == ("warning", "drone")
    assert "no multiple of 10" in flaw.message


def test_few_records_are_judged_without_an_error():
    for count in range(12):
        assert found(ROWS[:count]) == []
