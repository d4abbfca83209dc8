"""A history of versions: each is judged with only what was known when it was committed."""

import json
from datetime import UTC, date, datetime, time, timedelta

from audit_samples import FIRST, changed, dated, records

from lossledger.audit import Posted, Records, layout_of, replay

ROWS = records(100)


def moment(row, hour=9):
    return datetime.combine(date.fromisoformat(row["date"]), time(hour), UTC)


def history(files, **more):
    """The flaws of each version; files are records, bytes or ``None``, one a day."""
    start = moment(ROWS[-1])
    versions = [
        (
            f"v{k}",
            start + timedelta(days=k),
            file if isinstance(file, bytes | None) else as_json(file),
        )
        for k, file in enumerate(files)
    ]
    reader = Records("losses.json", layout_of("daily_mirror"))
    return [version.flaws for version in replay(versions, reader.read, **more)]


def as_json(rows):
    return json.dumps(rows, indent=1).encode()


def next_row(rows, **fields):
    day = date.fromisoformat(rows[-1]["date"]) + timedelta(days=1)
    grown = {k: v + 9 for k, v in rows[-1].items() if k not in ("date", "day")}
    return dated(grown, day, **fields)


SOUND = next_row(ROWS)


def test_a_history_of_sound_versions_has_no_flaw():
    second = next_row([SOUND])
    assert history([ROWS, [*ROWS, SOUND], [*ROWS, SOUND, second]]) == [(), (), ()]


def test_a_slip_is_told_in_the_version_that_brings_it_in_and_not_again():
    wrong = {**SOUND, "drone": SOUND["drone"] // 10}
    second = next_row([SOUND])
    _, one, two, three = history(
        [ROWS, [*ROWS, wrong], [*ROWS, wrong, second], [*ROWS, SOUND, second]]
    )
    assert [(f.record, f.field, f.version) for f in one] == [(SOUND["date"], "drone", "v1")]
    assert two == ()
    assert three == ()


def test_later_versions_do_not_help_an_earlier_one():
    """A great day looks odd when it comes in, whatever the later days say."""
    great = {**SOUND, "tank": SOUND["tank"] + 400}
    later = [*ROWS, great, next_row([great])]
    _, one, two = history([ROWS, [*ROWS, great], later])
    assert [f.field for f in one] == ["tank"]
    assert two == ()


def test_an_old_cell_changed_to_what_cannot_be_is_told():
    _, one = history([ROWS, changed(ROWS, 50, APC=ROWS[50]["APC"] + 1000)])
    assert [(f.record, f.field, f.level) for f in one] == [(ROWS[50]["date"], "APC", "error")]


def test_a_plausible_change_of_an_old_cell_is_told_only_if_asked_for():
    files = [ROWS, changed(ROWS, 50, APC=ROWS[50]["APC"] + 1)]
    assert history(files) == [(), ()]
    (change,) = history(files, changes=True)[1]
    assert (change.level, change.cause) == ("restatement", "superseded_value")
    assert change.expected[0].low == ROWS[50]["APC"]


def test_a_record_that_goes_over_one_of_the_year_before_is_a_wrong_year():
    rows = records(420)
    there, new = rows[40], next_row(rows)
    day = date.fromisoformat(there["date"])
    late = dated({k: v for k, v in new.items() if k not in ("date", "day")}, day)
    reader = Records("losses.json", layout_of("daily_mirror"))
    start = moment(rows[-1])
    files = [rows, [*rows[:40], late, *rows[41:]]]
    versions = [(f"v{k}", start + timedelta(days=k), as_json(f)) for k, f in enumerate(files)]
    _, found = (version.flaws for version in replay(versions, reader.read))
    assert {f.record for f in found} == {there["date"]}
    assert {f.field for f in found} == set(there) - {"date", "day"}


def test_a_record_of_tomorrow_is_seen_by_the_day_in_kyiv():
    """A commit late on the evening before, in the west, is of the morning in Kyiv."""
    reader = Records("losses.json", layout_of("daily_mirror"))
    late = datetime.combine(date.fromisoformat(SOUND["date"]), time(0), UTC) - timedelta(hours=1)
    (version,) = replay([("v", late, as_json([*ROWS, SOUND]))], reader.read)
    assert version.flaws == ()
    (version,) = replay([("v", late - timedelta(hours=3), as_json([*ROWS, SOUND]))], reader.read)
    assert [f.cause for f in version.flaws] == ["future_date"]


def test_an_invalid_version_is_told_and_the_next_is_judged_against_the_last_sound_one():
    _, one, two = history([ROWS, b"[{", [*ROWS, {**SOUND, "drone": 7}]])
    assert [f.cause for f in one] == ["invalid_file"]
    assert [f.field for f in two] == ["drone"]


def test_a_version_without_the_file_is_passed_over():
    assert history([ROWS, None, [*ROWS, SOUND]]) == [(), ()]


def test_a_date_given_twice_is_told_once():
    twice = [*ROWS, {**SOUND, "date": ROWS[-1]["date"], "day": ROWS[-1]["day"]}]
    second = dated(next_row([SOUND]), date.fromisoformat(SOUND["date"]) + timedelta(days=1))
    _, one, two = history([ROWS, twice, [*twice, second]])
    assert [f.cause for f in one if f.field is None] == ["duplicate_record"]
    assert "duplicate_record" not in {f.cause for f in two}


def test_records_with_the_newest_first_are_judged_alike():
    wrong = {**SOUND, "drone": SOUND["drone"] // 10}
    found = history([ROWS[::-1], [wrong, *ROWS[::-1]]])
    assert [(f.record, f.field) for f in found[1] if f.field] == [(SOUND["date"], "drone")]


def test_a_new_record_is_compared_with_the_report_of_its_day():
    day = date.fromisoformat(SOUND["date"])
    posts = {("tanks", None, day): Posted(SOUND["tank"] + 1)}
    _, one = history([ROWS, [*ROWS, SOUND]], posts=posts)
    assert [(f.field, f.expected[0].low) for f in one] == [("tank", SOUND["tank"] + 1)]


def test_the_cells_judged_are_those_that_are_new():
    reader = Records("losses.json", layout_of("daily_mirror"))
    start = moment(ROWS[-1])
    versions = [
        ("a", start, as_json(ROWS)),
        ("b", start + timedelta(days=1), as_json([*ROWS, SOUND])),
    ]
    counts = [version.judged for version in replay(versions, reader.read)]
    assert counts == [5 * len(ROWS), 5]
    assert FIRST.isoformat() == ROWS[0]["date"]


def test_commits_whose_clock_is_far_off_make_no_record_one_of_tomorrow():
    reader = Records("losses.json", layout_of("daily_mirror"))
    (version,) = replay([("v", datetime(1970, 1, 2, tzinfo=UTC), as_json(ROWS))], reader.read)
    assert version.flaws == ()
