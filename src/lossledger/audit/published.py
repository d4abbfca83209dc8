"""Cells against what the claimant itself published, and totals against stated increments."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lossledger.audit.cells import Column, Flaw, Row, Sheet
from lossledger.audit.slips import TENFOLD, slips
from lossledger.model import Expected
from lossledger.period import DAY

MANY = 3
"""So many totals of one report that leave their increments behind were restated together."""

Key = tuple[str, tuple[str, ...] | None, date]
"""Metric, scope and report date."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What a report says of one metric: the total, and the stated increment if there is one."""

    value: int
    increment: int | None = None


Posts = Mapping[Key, Posted]
Correction = Callable[[str, date, int], tuple[int | None, str] | None]
"""Metric, report date and value as published -> the value that was meant, or ``None`` for a
restatement, with the reason: a known mistake of the source."""


def no_correction(metric: str, day: date, published: int) -> None:
    """No mistake of the source is known."""


def contradicted(sheet: Sheet, posts: Posts, correction: Correction) -> Iterator[Flaw]:
    """The cells that say something else than the claimant's report of their day."""
    rows = sheet.by_day()
    for day, row in rows.items():
        before = rows.get(day - DAY)
        for name, value in row.values.items():
            column = sheet.layout.columns[name]
            post = posts.get((column.metric, column.scope, day))
            if post is not None and post.value != value:
                yield _differs(sheet, row, before, column, post, posts, correction)


def _differs(
    sheet: Sheet,
    row: Row,
    before: Row | None,
    column: Column,
    post: Posted,
    posts: Posts,
    correction: Correction,
) -> Flaw:
    name, value = column.name, row.values[column.name]
    assert row.day is not None
    report = Expected(post.value, post.value, f"the claimant's report of {row.day}")
    known = correction(column.metric, row.day, post.value)
    last = before.values.get(name) if before else None
    if known is not None and known[0] == value:
        message = f"{name}: the report says {post.value:,}, a known mistake: {known[1]}"
    elif last is not None and post.increment is not None and last + post.increment == value:
        message = (
            f"{name}: the report says {post.value:,}, but the day before and its own increment "
            f"give {value:,}, as here: {last:,} + {post.increment:,}"
        )
    else:
        cause, why = _cause(column, row, post.value, posts)
        message = f"{name}: {value:,}, but the claimant's report says {post.value:,}{why}"
        return _cell(sheet, row, name, value, cause, message, expected=(report,))
    return _cell(
        sheet, row, name, value, "increment_mismatch", message, level="restatement",
        verdict="superseded", expected=(report,),
    )  # fmt: skip


def _cause(column: Column, row: Row, right: int, posts: Posts) -> tuple[str, str]:
    """Why a cell differs from the report: another day's or line's figure, or a slip."""
    value, day = row.values[column.name], row.day
    assert day is not None
    for days in (1, -1, 2, 3):
        near = posts.get((column.metric, column.scope, day - days * DAY))
        if near is not None and near.value == value:
            cause = "stale_figure" if days > 0 else "wrong_date"
            return cause, f" ({value:,} is in that of {day - days * DAY})"
    same = [m for (m, _, d), p in posts.items() if d == day and p.value == value and value >= 50]
    if same:
        return "category_merge", f" ({value:,} is its figure for {same[0]})"
    found = slips(value, right, right)
    if found:
        return ("tenfold" if found[0].how == TENFOLD else "digit_typo"), f": {found[0].how}"
    return "superseded_value", ""


def increment_flaws(sheet: Sheet, posts: Posts) -> Iterator[Flaw]:
    """The totals that are not those of the day before plus their stated increment.

    The day before is that of the dataset, else the claimant's report among ``posts``.
    """
    rows = sheet.by_day()
    for day, row in rows.items():
        off = {}
        for name, change in row.increments.items():
            last = _last(sheet, rows, posts, name, day)
            if last is not None and name in row.values and last + change != row.values[name]:
                off[name] = last
        for name, last in off.items():
            yield _mismatch(sheet, rows, row, name, last, len(off) >= MANY)


def _last(sheet: Sheet, rows: Mapping[date, Row], posts: Posts, name: str, day: date) -> int | None:
    before = rows.get(day - DAY)
    if before is not None and name in before.values:
        return before.values[name]
    column = sheet.layout.columns[name]
    post = posts.get((column.metric, column.scope, day - DAY))
    return post.value if post else None


def _mismatch(
    sheet: Sheet, rows: Mapping[date, Row], row: Row, name: str, last: int, many: bool
) -> Flaw:
    assert row.day is not None
    value, change = row.values[name], row.increments[name]
    due = last + change
    sums = f"{last:,} + {change:,} = {due:,}, not {value:,}"
    after = rows.get(row.day + DAY)
    step = after.increments.get(name) if after else None
    goes_on = after.values.get(name) if after and step is not None else None
    backed = goes_on is not None and step is not None and goes_on - step == due
    found = slips(value, due, due)
    expected = (Expected(due, due, "the day before plus the stated increment"),)
    cause, level, why = "increment_mismatch", "error", ""
    if value == last and change > 0:
        cause, why = "stale_figure", "; it is the total of the day before"
    elif found and not many:
        cause = "tenfold" if found[0].how == TENFOLD else "digit_typo"
        why = f": {found[0].how}"
    elif many or (goes_on is not None and step is not None and goes_on - step == value):
        cause, level, why = "source_restatement", "restatement", "; the source goes on from there"
        why = "; several totals of this report are restated" if many else why
    if backed:
        why += "; the next report goes on from the sum"
    return _cell(
        sheet, row, name, value, cause, f"{name}: {sums}{why}", level=level,
        verdict="arithmetic_error", expected=expected,
    )  # fmt: skip


def _cell(
    sheet: Sheet,
    row: Row,
    name: str,
    value: int,
    cause: str,
    message: str,
    *,
    level: str = "error",
    verdict: str = "contradicted",
    expected: tuple[Expected, ...] = (),
) -> Flaw:
    return Flaw(
        sheet.file, row.key, name, value, verdict, cause, message, level, expected,
        number=row.number,
    )  # fmt: skip
