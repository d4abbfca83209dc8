"""A dataset's committed versions in their order, each judged with only what was known then.

Only what a version adds or changes is judged. A cell that was right when it came in and is
changed later is the keepers' silent restatement, told if asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from lossledger.audit.calendar import calendar_flaws, missing_days
from lossledger.audit.cells import Flaw, Row, Sheet
from lossledger.audit.columns import column_flaws
from lossledger.audit.figures import Tracks, figure_flaws
from lossledger.audit.published import Correction, Posts, contradicted, no_correction
from lossledger.model import Expected
from lossledger.period import kyiv_day

BELIEVED = 3
"""When more records than this are dated after the commit it is the commit's clock that is off."""


@dataclass(frozen=True, slots=True)
class Version:
    """What came of one version: its name, the day it was seen, its flaws, the cells judged."""

    name: str
    day: date
    flaws: tuple[Flaw, ...]
    judged: int
    changed: int = 0


@dataclass(slots=True)
class _Held:
    """What the version before left: its dataset, and the flaws already told."""

    sheet: Sheet | None = None
    tracks: Tracks | None = None
    told: frozenset[tuple[object, ...]] = field(default_factory=frozenset)


def replay(
    versions: Iterable[tuple[str, datetime, bytes | None]],
    read: Callable[[bytes], Sheet],
    *,
    posts: Posts = MappingProxyType({}),
    correction: Correction = no_correction,
    changes: bool = False,
) -> Iterator[Version]:
    """The flaws that each version brings in, oldest first.

    ``versions`` are name, moment and bytes (``None`` where the file was taken away), ``read``
    makes datasets of them, such as ``Records.read``. A record
    dated after the moment's day in Kyiv is one of tomorrow. ``posts`` are the claimant's reports
    and ``correction`` its known mistakes; a record is compared with the report of its day.
    With ``changes`` every changed old cell is told, also one whose new value is plausible.
    """
    held = _Held()
    latest: datetime | None = None
    for name, moment, content in versions:
        latest = max(latest, moment) if latest else moment
        if content is None:
            continue
        sheet = read(content)
        day = kyiv_day(latest)
        if sheet.broken:
            yield Version(name, day, _named(sheet.flaws, name), 0)
            continue
        found, judged, changed, days = _judged(sheet, held, day, changes)
        stated = list(contradicted(sheet, posts, correction, days))
        cells = {(f.record, f.field) for f in stated}
        found = [*stated, *(f for f in found if (f.record, f.field) not in cells)]
        yield Version(name, day, _named(found, name), judged, changed)


def _named(flaws: Iterable[Flaw], version: str) -> tuple[Flaw, ...]:
    return tuple(replace(flaw, version=version) for flaw in flaws)


def _judged(
    sheet: Sheet, held: _Held, today: date, changes: bool
) -> tuple[list[Flaw], int, int, set[date]]:
    numbers = _new(sheet, held.sheet)
    old_rows = held.tracks.rows if held.tracks else {}
    tracks = _tracks(sheet, held, numbers)
    fresh, was = _fresh(tracks, old_rows, numbers)
    days = {row.day for row in sheet.rows if row.number in numbers and row.day is not None}
    found = [f for f in sheet.flaws if f.number in numbers]
    found += calendar_flaws(sheet, _last_day(sheet, today), numbers)
    gaps = list(missing_days(sheet))
    found += gaps
    found += column_flaws(sheet, days) if days else ()
    found += (f for f in figure_flaws(tracks, fresh) if f.level != "restatement")
    found = [f for f in found if _mark(f) not in held.told]
    changed = sum(len(cells) for cells in was.values())
    if changes:
        found += _changes(tracks, was, {(f.record, f.field) for f in found})
    told = frozenset(_mark(f) for f in (*gaps, *sheet.flaws))
    held.sheet, held.tracks, held.told = sheet, tracks, told
    return found, sum(len(d) for d in fresh.values()), changed, days


def _last_day(sheet: Sheet, today: date) -> date:
    """The last day that a record may have: that of the commit, if its clock can be believed."""
    late = [row.day for row in sheet.rows if row.day is not None and row.day > today]
    return max(late) if len(late) > BELIEVED else today


def _new(sheet: Sheet, before: Sheet | None) -> set[int]:
    """The numbers of the records that are not as in the version before."""
    if before is None:
        return {row.number for row in sheet.rows}
    same = {id(row) for row in before.rows}
    left = [row for row in sheet.rows if id(row) not in same]
    old = {(r.day, tuple(r.values.items()), r.count) for r in before.rows} if left else set()
    return {r.number for r in left if (r.day, tuple(r.values.items()), r.count) not in old}


def _mark(flaw: Flaw) -> tuple[object, ...]:
    return (flaw.record, flaw.field, flaw.cause, str(flaw.value), flaw.message)


def _tracks(sheet: Sheet, held: _Held, new_rows: set[int]) -> Tracks:
    """The tracks of a version; those of the version before go on where rows were only added."""
    before, tracks = held.sheet, held.tracks
    if before is None or tracks is None or not before.rows:
        return Tracks.of(sheet)
    count = len(before.rows)
    added = sheet.rows[count:]
    last = max(tracks.rows, default=date.min)
    only_added = not any(number <= count for number in new_rows) and len(sheet.rows) >= count
    if only_added and all(r.day is not None and r.day > last for r in added):
        ordered = [r.day for r in added]
        if ordered == sorted(set(ordered), key=lambda d: d or date.min):
            return tracks.extended(sheet, added)
    return Tracks.of(sheet)


def _fresh(
    tracks: Tracks, old_rows: Mapping[date, Row], new_rows: set[int]
) -> tuple[dict[str, list[date]], dict[date, dict[str, int]]]:
    """The days of each field that are new or changed, and what the changed ones were."""
    fresh: dict[str, list[date]] = {}
    was: dict[date, dict[str, int]] = {}
    for day, row in tracks.rows.items():
        if row.number not in new_rows:
            continue
        old = old_rows.get(day)
        for name, value in row.values.items():
            then = old.values.get(name) if old else None
            if then == value:
                continue
            fresh.setdefault(name, []).append(day)
            if then is not None:
                was.setdefault(day, {})[name] = then
    return fresh, was


def _changes(
    tracks: Tracks, was: Mapping[date, Mapping[str, int]], known: set[tuple[object, object]]
) -> Iterator[Flaw]:
    """Changed old cells whose new value is plausible: restated without a word."""
    for day, cells in was.items():
        row = tracks.rows[day]
        for name, then in cells.items():
            if (row.key, name) in known:
                continue
            yield Flaw(
                file=tracks.sheet.file,
                record=row.key,
                field=name,
                value=row.values[name],
                verdict="superseded",
                cause="superseded_value",
                message=f"{name}: changed from {then:,} to {row.values[name]:,} without a word",
                level="restatement",
                expected=(Expected(then, then, "the version before"),),
                number=row.number,
            )
