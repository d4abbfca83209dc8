"""The means by month, and what the compiler reckoned from them: marked as derived."""

import calendar
from dataclasses import replace
from datetime import date

from lossledger.errors import BadInput
from lossledger.model import Claim, Document, Reading, Relation
from lossledger.period import DAY
from lossledger.sources.folders import SourceFolder
from lossledger.sources.rows import ReadRow, read_rows, reading_of

MONTH, YEAR, DAYS = "month", "year", "days in month"
MEAN, TOTAL = "casualties (average daily losses)", "casualties in month"
RUNNING = "cumulative casualties"


def read(document: Document, source: SourceFolder, today: date) -> Reading:
    """Every row as claims. A month's total that is its mean times its days is derived from
    the mean, and a running sum that is the one before plus the month's total from both."""
    rows = read_rows(document, source, today)
    relations: list[Relation] = []
    before: Claim | None = None
    for row in rows:
        _check_calendar(document, row)
        found, added = _derived(row, before)
        row.claims[:] = sorted(found, key=lambda claim: claim.span)
        relations += added
        before = next(claim for claim in found if claim.scope_words == RUNNING)
    return reading_of(document, rows, relations)


def _check_calendar(document: Document, row: ReadRow) -> None:
    """Month, year and number of days must be those of the month before the row's date."""
    assert row.day is not None
    last = row.day - DAY
    expected = {
        MONTH: calendar.month_name[last.month].lower(),
        YEAR: str(last.year),
        DAYS: str(last.day),
    }
    for name, value in expected.items():
        written = row.record.cells[name].text.strip().lower()
        if written != value:
            where = row.record.where(document.origin, name)
            raise BadInput(where, f"{written!r} is not the {value!r} of the month before {row.day}")


def _derived(row: ReadRow, before: Claim | None) -> tuple[list[Claim], list[Relation]]:
    """The row's claims, the reckoned ones with the stance ``derived``, and their relations."""
    mean, total, running = (row.claimed[name] for name in (MEAN, TOTAL, RUNNING))
    relations: list[Relation] = []
    if _value(total) == _value(mean) * int(row.record.cells[DAYS].text):
        total = replace(total, stance="derived")
        relations.append(Relation("derived_from", total.id, (mean.id,)))
    if _value(running) == _value(before) + _value(total):
        running = replace(running, stance="derived")
        parts = tuple(claim.id for claim in (before, total) if claim is not None)
        relations.append(Relation("derived_from", running.id, parts))
    return [mean, total, running], relations


def _value(claim: Claim | None) -> int:
    return 0 if claim is None or claim.quantity.value is None else claim.quantity.value
