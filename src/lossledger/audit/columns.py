"""Fields that come and go: figures missing from a record, or in one where they cannot be."""

from collections.abc import Container, Iterator
from datetime import date

from lossledger.audit.cells import Flaw, Row, Sheet
from lossledger.model import Expected

GIVEN_UP = 30
"""A field without a figure for so many days at the end has been given up by the source."""


def column_flaws(sheet: Sheet, days: Container[date] | None = None) -> Iterator[Flaw]:
    """Figures outside the days of their field, and the first of each run of missing ones.

    With ``days`` only the records of these days are judged, and a figure that is missing up to
    the end is none that is due: nobody knows yet whether the field was given up.
    """
    before: Row | None = None
    ends = _ends(sheet, GIVEN_UP if days is None else 0)
    for day, row in sheet.by_day().items():
        if days is None or day in days:
            yield from _outside(sheet, row, day)
            if before is not None and sheet.layout.daily:
                yield from _missing(sheet, row, before, ends)
        before = row


def _outside(sheet: Sheet, row: Row, day: date) -> Iterator[Flaw]:
    for name, value in row.values.items():
        column = sheet.layout.columns[name]
        if (column.first or day) > day or (column.last or day) < day:
            span = f"from {column.first}" if column.first else f"until {column.last}"
            message = f"{name}: {value:,} on {day}, but this field is known {span} only"
            yield _flaw(sheet, row, name, value, "wrong_date", message)


def _ends(sheet: Sheet, given_up: int) -> dict[str, date]:
    """The last day on which a figure of each field is due: its own last one if it was given up."""
    days = sheet.by_day()
    seen = {name: day for day, row in days.items() for name in row.values}
    newest = max(days, default=date.min)
    return {
        name: min(
            sheet.layout.columns[name].last or newest,
            last if (newest - last).days > given_up else newest,
        )
        for name, last in seen.items()
    }


def _missing(sheet: Sheet, row: Row, before: Row, ends: dict[str, date]) -> Iterator[Flaw]:
    """Figures that the record before has and this one lacks, though the field goes on."""
    for name in before.values:
        due = row.day is not None and (row.day <= ends[name] or name in row.empty)
        if name not in row.values and due:
            message = f"{name}: there is no figure, though the record before has one"
            yield _flaw(sheet, row, name, None, "missing_record", message)


def _flaw(sheet: Sheet, row: Row, name: str, value: int | None, cause: str, message: str) -> Flaw:
    return Flaw(
        file=sheet.file,
        record=row.key,
        field=name,
        value=value,
        verdict="contradicted",
        cause=cause,
        message=message,
        level="warning",
        expected=(Expected(None, None, "a figure"),) if value is None else (),
        number=row.number,
    )
