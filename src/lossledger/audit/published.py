"""Cells against what the claimant itself published, and totals against stated increments."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lossledger import vocabulary
from lossledger.audit.cells import Column, Flaw, Row, Sheet
from lossledger.audit.slips import CHANGED, TENFOLD, slips
from lossledger.model import Expected
from lossledger.period import DAY

MANY = 3
"""So many totals of one report that leave their increments behind were restated together."""
NEAR = 10
"""Figures closer than this differ in a digit for any reason."""
TWO_DIGITS = "two digits differ"

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


def contradicted(
    sheet: Sheet, posts: Posts, correction: Correction, days: Container[date] | None = None
) -> Iterator[Flaw]:
    """The cells that say something else than the claimant's report of their day.

    With ``days`` only the records of these days are compared.
    """
    rows = sheet.by_day() if posts else {}
    for day, row in rows.items():
        if days is not None and day not in days:
            continue
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
        message = f"{name}: the report says {post.value:,}, its own mistake. {known[1]}"
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


def _cause(column: Column, row: Row, right: int, posts: Posts) -> tuple[str | None, str]:
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
    return _slip(value, right)


def _slip(value: int, right: int) -> tuple[str | None, str]:
    """The cause and the words for a slip between two figures; neither where none explains it.

    A unit or two apart is no slip that anyone could tell from another count.
    """
    found = slips(value, right, right, right)
    how = found[0].how if found else TWO_DIGITS if _alike(value, right) else None
    if how is None or (how in (CHANGED, TWO_DIGITS) and abs(value - right) < NEAR):
        return None, ""
    return ("tenfold" if how == TENFOLD else "digit_typo"), f": {how}"


def _alike(value: int, right: int) -> bool:
    """Whether two long figures differ in two digits only."""
    said, meant = str(value), str(right)
    apart = sum(a != b for a, b in zip(said, meant, strict=False))
    return len(said) == len(meant) >= 5 and apart == 2


def increment_flaws(sheet: Sheet, posts: Posts) -> Iterator[Flaw]:
    """The totals that are not those of the day before plus their stated increment.

    The day before is that of the dataset, else the claimant's report among ``posts``.
    """
    rows = sheet.by_day()
    due_before: dict[str, int] = {}
    for day, row in rows.items():
        due = {}
        for name, change in row.increments.items():
            last = _last(sheet, rows, posts, row, name)
            if last is not None and name in row.values and last + change != row.values[name]:
                due[name] = last + change
        for name in due:
            yield _mismatch(sheet, rows.get(day + DAY), row, name, due, due_before.get(name))
        due_before = due


def borne_out(sheet: Sheet, posts: Posts) -> set[tuple[str | int, str]]:
    """Record and field of the totals that are those of the day before plus their increment."""
    rows = sheet.by_day()
    found: set[tuple[str | int, str]] = set()
    for row in rows.values():
        for name, change in row.increments.items():
            last = _last(sheet, rows, posts, row, name)
            if last is not None and row.values.get(name) == last + change:
                found.add((row.key, name))
    return found


def _last(sheet: Sheet, rows: Mapping[date, Row], posts: Posts, row: Row, name: str) -> int | None:
    """The total of the day before, with those that were merged into it on this day."""
    assert row.day is not None
    column, yesterday = sheet.layout.columns[name], row.day - DAY
    before = rows.get(yesterday)
    held = {sheet.layout.columns[n].metric for n in row.values}
    total = _total(sheet, before, posts, column, yesterday)
    for code, metric in vocabulary.metrics().items():
        if total is not None and metric.merged_into == column.metric and code not in held:
            part = Column(code, code, column.scope)
            total += _total(sheet, before, posts, part, yesterday) or 0
    return total


def _total(sheet: Sheet, before: Row | None, posts: Posts, column: Column, day: date) -> int | None:
    if before is not None and column.name in before.values:
        return before.values[column.name]
    post = posts.get((column.metric, column.scope, day))
    return post.value if post else None


def _mismatch(
    sheet: Sheet,
    after: Row | None,
    row: Row,
    name: str,
    dues: Mapping[str, int],
    due_before: int | None,
) -> Flaw:
    value, change, due = row.values[name], row.increments[name], dues[name]
    sums = f"{due - change:,} + {change:,} = {due:,}, not {value:,}"
    start = _start(after, name)
    cause, why = _slip(value, due)
    level = "error"
    if due_before is not None and due_before + change == value:
        cause, level = None, "warning"
        why = f"; it follows from {due_before:,}, which was due the day before"
    elif value == due - change:
        cause, why = "stale_figure", "; it is the total of the day before"
    elif len(dues) >= MANY:
        cause, level = "source_restatement", "restatement"
        why = f"; {len(dues)} totals of this report are restated"
    elif cause is None and start == value:
        cause, level, why = "source_restatement", "restatement", "; the next report goes on from it"
    if start == due:
        why += "; the next report goes on from the sum"
    return _cell(
        sheet, row, name, value, cause or "increment_mismatch", f"{name}: {sums}{why}",
        level=level, verdict="arithmetic_error",
        expected=(Expected(due, due, "the day before plus the stated increment"),),
    )  # fmt: skip


def _start(after: Row | None, name: str) -> int | None:
    """The total that the next report's total and increment start from."""
    if after is None or name not in after.values or name not in after.increments:
        return None
    return after.values[name] - after.increments[name]


def _cell(
    sheet: Sheet,
    row: Row,
    name: str,
    value: int,
    cause: str | None,
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
