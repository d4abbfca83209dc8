"""The audit of a dataset of dated totals: which cells cannot be what the source published.

``audit(sheet, today=...)`` judges a whole dataset; ``replay`` its committed versions, each with
only what was known then. Both give ``Flaw``s: where, which kind, how sure, what probably
belongs there. A total that falls or jumps and goes on from the new level is a restatement by
the source and told apart from a slip, after which the old level comes back. Nothing here says
which total is true.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date

from lossledger.audit.calendar import calendar_flaws, missing_days
from lossledger.audit.cells import LEVELS, Column, Flaw, Layout, Row, Sheet
from lossledger.audit.columns import column_flaws
from lossledger.audit.figures import Tracks, figure_flaws
from lossledger.audit.forms import (
    CsvForm,
    Records,
    broken,
    claim_lines,
    layout_of,
    read_csv,
    sheets_of_claims,
)
from lossledger.audit.published import (
    Correction,
    Posted,
    Posts,
    borne_out,
    contradicted,
    increment_flaws,
    no_correction,
)
from lossledger.audit.tables import Allowed, allow_list, csv_form, declared, without_allowed
from lossledger.audit.versions import Version, replay

NO_POSTS: Posts = {}


def audit(
    sheet: Sheet,
    *,
    today: date,
    posts: Posts = NO_POSTS,
    before: Posts = NO_POSTS,
    correction: Correction = no_correction,
    declared_changes: Container[tuple[str, str]] = frozenset(),
) -> list[Flaw]:
    """All flaws of a dataset, by record and field.

    ``today`` is the last day that a record may have. ``posts`` are the claimant's own reports
    as the ledger holds them, ``before`` those from which a missing day before may be taken,
    ``correction`` its known mistakes, ``declared_changes`` the
    (record, field) pairs that the dataset's keepers declare as restated.
    """
    if sheet.broken:
        return list(sheet.flaws)
    before = before or posts
    sound = borne_out(sheet, before)
    odd = [f for f in figure_flaws(Tracks.of(sheet)) if (f.record, f.field) not in sound]
    judged = [*increment_flaws(sheet, before), *odd]
    found = [
        *sheet.flaws,
        *calendar_flaws(sheet, today),
        *missing_days(sheet),
        *column_flaws(sheet),
        *contradicted(sheet, posts, correction),
        *(with_what_is_known(f, sheet, correction, declared_changes) for f in judged),
    ]
    return in_order(one_each(found))


def with_what_is_known(
    flaw: Flaw,
    sheet: Sheet,
    correction: Correction,
    declared_changes: Container[tuple[str, str]],
) -> Flaw:
    """The flaw with what the source's corrections, or the dataset's keepers, say of the cell.

    A total that they name as restated is no fault of the dataset.
    """
    if flaw.field is None or not isinstance(flaw.record, str):
        return flaw
    metric = sheet.layout.columns[flaw.field].metric
    known = correction(metric, date.fromisoformat(flaw.record), flaw.value)
    if known is not None and known[0] is not None:
        return replace(flaw, message=f"{flaw.message}. Known: {known[1]}")
    if known is None and (flaw.record, flaw.field) not in declared_changes:
        return flaw
    why = known[1] if known else "Declared as restated by the dataset's keepers."
    return replace(
        flaw,
        verdict="superseded",
        cause="source_restatement",
        level="restatement",
        message=f"{flaw.field}: {flaw.value:,} is restated by the source. {why}",
    )


def one_each(flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """One flaw for each cell: what stands first, which rests on the stronger evidence."""
    seen: set[tuple[object, object, object]] = set()
    for flaw in flaws:
        key = (flaw.record, flaw.field, flaw.number if flaw.field is None else None)
        what = (*key, flaw.cause) if flaw.field is None else key
        if what not in seen:
            seen.add(what)  # type: ignore[arg-type]
            yield flaw


def in_order(flaws: Iterable[Flaw]) -> list[Flaw]:
    """By record, the record as a whole before its fields."""
    return sorted(flaws, key=lambda f: (str(f.record or ""), f.number or 0, f.field or ""))


def spread(flaw: Flaw) -> Iterator[Flaw]:
    """A flaw of a record as a whole, and then the same for each of its figures."""
    yield flaw
    for name, value in flaw.fields:
        yield replace(flaw, field=name, value=value, fields=())


__all__ = [
    "LEVELS",
    "Allowed",
    "Column",
    "Correction",
    "CsvForm",
    "Flaw",
    "Layout",
    "Posted",
    "Posts",
    "Records",
    "Row",
    "Sheet",
    "Version",
    "allow_list",
    "audit",
    "broken",
    "claim_lines",
    "csv_form",
    "declared",
    "in_order",
    "increment_flaws",
    "layout_of",
    "read_csv",
    "replay",
    "sheets_of_claims",
    "spread",
    "without_allowed",
]
