"""Records against the calendar: doubled, missing and misdated ones, and those that copy another."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from lossledger.audit.cells import Flaw, Row, Sheet
from lossledger.model import Expected
from lossledger.period import DAY

MANY = 5
"""With fewer figures than this a record that equals another one may do so by chance."""
YEARS = (1, -1, 2, -2)
FAR = 3
"""A longer gap is one finding, not one for each day."""


def calendar_flaws(
    sheet: Sheet, today: date, numbers: Container[int] | None = None
) -> Iterator[Flaw]:
    """Misdated, doubled and copied records, in the order of the file.

    ``today`` is the last day that a record may have: that of the version, or of the audit.
    ``numbers`` are the records to judge; without it all are.
    """
    yield from _dates(sheet, today, numbers)
    yield from _copied(sheet, numbers)


def _dates(sheet: Sheet, today: date, numbers: Container[int] | None) -> Iterator[Flaw]:
    held: dict[date, Row] = {}
    befores: Iterable[Row | None] = (None, *sheet.rows)
    for row, before in zip(sheet.rows, befores, strict=False):
        if row.day is None:
            continue
        if numbers is not None and row.number not in numbers:
            held.setdefault(row.day, row)
            continue
        if row.day > today:
            yield _future(sheet, row, today)
        meant = _meant(sheet, row, before)
        first = held.setdefault(row.day, row)
        if meant is not None and meant not in held and meant <= today:
            yield _misdated(sheet, row, meant)
        elif first is not row:
            yield _doubled(sheet, row, first)
        elif before is not None and before.day is not None and row.day < before.day:
            message = f"the record of {row.day} stands after that of {before.day}"
            yield whole(sheet, row, "wrong_date", f"{message}: out of order", level="warning")
        if meant is None and _count_says(sheet, row) not in (None, row.day):
            yield _counted(sheet, row)


def whole(
    sheet: Sheet,
    row: Row,
    cause: str,
    message: str,
    *,
    level: str = "error",
    expected: tuple[Expected, ...] = (),
) -> Flaw:
    """A flaw of a record as a whole, with the figures that share it."""
    return Flaw(
        file=sheet.file,
        record=row.key,
        field=None,
        value=row.day.isoformat() if row.day else None,
        verdict="contradicted",
        cause=cause,
        message=message,
        level=level,
        expected=expected,
        number=row.number,
        fields=tuple(row.values.items()) if level == "error" else (),
    )


def _future(sheet: Sheet, row: Row, today: date) -> Flaw:
    meant = (Expected(None, None, f"a date up to {today}"),)
    message = f"the record is dated {row.day}, after the day of this version ({today})"
    return whole(sheet, row, "future_date", message, expected=meant)


def _misdated(sheet: Sheet, row: Row, meant: date) -> Flaw:
    assert row.day is not None
    cause = (
        "wrong_year" if meant.year != row.day.year and meant.day == row.day.day else "wrong_date"
    )
    message = f"the record is dated {row.day}, but its place in the file is that of {meant}"
    expected = (Expected(None, None, meant.isoformat()),)
    return whole(sheet, row, cause, message, expected=expected)


def _doubled(sheet: Sheet, row: Row, first: Row) -> Flaw:
    apart = [name for name, value in row.values.items() if first.values.get(name) != value]
    same = "with the same figures" if not apart else f"with other figures for {', '.join(apart)}"
    message = f"record {row.number} has the date of record {first.number} ({row.day}), {same}"
    return whole(sheet, row, "duplicate_record", message)


def _counted(sheet: Sheet, row: Row) -> Flaw:
    said = _count_says(sheet, row)
    cause = "wrong_year" if row.day and said and shifted(row.day, 1, said) else "wrong_date"
    message = f"the record counts day {row.count} of the war, which is {said}, not {row.day}"
    expected = (Expected(None, None, f"{said}, by the day counted"),)
    return whole(sheet, row, cause, message, expected=expected)


def shifted(day: date, most: int, meant: date) -> bool:
    """Whether two dates differ in the year alone, by up to ``most`` years."""
    same = (day.month, day.day) == (meant.month, meant.day)
    return same and 0 < abs(day.year - meant.year) <= most


def _count_says(sheet: Sheet, row: Row) -> date | None:
    start = sheet.layout.start
    if start is None or row.count is None or not 0 < row.count < 100_000:
        return None
    return start + (row.count - 1) * DAY


def _meant(sheet: Sheet, row: Row, before: Row | None) -> date | None:
    """The date that the record's place calls for, when its own differs by a slip of the year."""
    if before is None or before.day is None or row.day is None:
        return None
    due = before.day + DAY
    counted = _count_says(sheet, row)
    if row.day != due and shifted(row.day, 9, due):
        return due
    if row.day < before.day and counted == due:
        return due
    return None


def missing_days(sheet: Sheet) -> Iterator[Flaw]:
    """The days between the first and the last record for which there is none."""
    days = list(sheet.by_day()) if sheet.layout.daily else []
    for one, other in pairwise(days):
        gap = (other - one).days - 1
        if 0 < gap <= FAR:
            yield from (_missing(sheet, one + k * DAY, one + k * DAY) for k in range(1, gap + 1))
        elif gap > FAR:
            yield _missing(sheet, one + DAY, other - DAY)


def _missing(sheet: Sheet, first: date, last: date) -> Flaw:
    what = f"{first}" if first == last else f"{first} to {last}"
    return Flaw(
        file=sheet.file,
        record=first.isoformat(),
        field=None,
        value=None,
        verdict="contradicted",
        cause="missing_record",
        message=f"there is no record of {what}, though there are some before and after",
        level="warning",
        expected=(Expected(None, None, f"a record of {what}"),),
    )


def _copied(sheet: Sheet, numbers: Container[int] | None) -> Iterator[Flaw]:
    """Records all of whose figures are those of another day's record."""
    seen: dict[tuple[int, ...], Row] = {}
    for row in sheet.rows:
        figures = tuple(row.values.values())
        if len(figures) < MANY or len(set(figures)) < MANY - 1:
            continue
        other = seen.setdefault(figures, row)
        if numbers is not None and row.number not in numbers:
            continue
        if other.day != row.day and other.values == row.values:
            message = f"all {len(figures)} figures are those of the record of {other.key}"
            yield whole(sheet, row, "copied_row", message)


def place_of(
    values: Mapping[str, int], tracks: Mapping[str, Sequence[tuple[date, int]]], apart_from: date
) -> date | None:
    """The one day, other than ``apart_from``, to whose records all these totals belong.

    ``tracks`` are the totals of each field in order of day. ``None`` when there is none, or
    when the days that fit lie too far apart to tell.
    """
    first, last = date.min, date.max
    for name, value in values.items():
        days = [day for day, _ in tracks[name] if day != apart_from]
        totals = [total for day, total in tracks[name] if day != apart_from]
        below = [day for day, total in zip(days, totals, strict=True) if total <= value]
        above = [day for day, total in zip(days, totals, strict=True) if total >= value]
        if not below:
            return None
        beyond = not above
        first = max(first, below[-1] if beyond else min(above[0], below[-1]))
        last = min(last, below[-1] + 2 * DAY if beyond else max(above[0], below[-1]))
    if first > last or (last - first).days > 3:
        return None
    return last if (last - first).days <= 1 else first + DAY
