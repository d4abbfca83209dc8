"""The totals of each field against those of the days before and after, and why they are off."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lossledger.audit.calendar import MANY, place_of, shifted
from lossledger.audit.cells import Flaw, Row, Sheet
from lossledger.audit.slips import CHANGED, TELLING, slips
from lossledger.audit.trend import Odd, Point, odd_totals
from lossledger.model import Expected

ROUND = 10
"""A field whose totals were multiples of this for two months is a rounded one."""
SINCE = 60
FARTHEST = 3.0
"""A change of so many times the greatest that is in bounds is no great day but a slip."""
SHARE = 0.6
"""A record with this share of its figures off is off as a whole."""
PAST = 470
"""So many days before a cell are looked at to judge it."""
AHEAD = 5
"""So many days after it show whether an odd total was kept or returned."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """The totals of each field by day, in order, with each day's record."""

    sheet: Sheet
    rows: Mapping[date, Row]
    points: Mapping[str, list[Point]] = field(repr=False)
    index: Mapping[str, dict[date, int]] = field(repr=False)

    @classmethod
    def of(cls, sheet: Sheet) -> "Tracks":
        """The tracks of a dataset; of records with one date the first counts."""
        rows = sheet.by_day()
        points: dict[str, list[Point]] = {}
        index: dict[str, dict[date, int]] = {}
        for day, row in rows.items():
            number = day.toordinal()
            for name, value in row.values.items():
                column = points.setdefault(name, [])
                index.setdefault(name, {})[day] = len(column)
                column.append((number, value))
        return cls(sheet, rows, points, index)

    def extended(self, sheet: Sheet, added: Iterable[Row]) -> "Tracks":
        """The tracks with later records added; this one must not be asked any more."""
        rows = dict(self.rows)
        points, index = dict(self.points), dict(self.index)
        for row in added:
            assert row.day is not None
            rows[row.day] = row
            for name, value in row.values.items():
                column = points.setdefault(name, [])
                index.setdefault(name, {})[row.day] = len(column)
                column.append((row.day.toordinal(), value))
        return Tracks(sheet, rows, points, index)


def figure_flaws(tracks: Tracks, fresh: Mapping[str, Iterable[date]] | None = None) -> list[Flaw]:
    """The totals that do not follow from the other days, in order of day.

    ``fresh`` names the days of each field that are to be judged (each with what lies around
    it); without it all are.
    """
    found: list[tuple[date, str, Odd]] = []
    for name in tracks.points:
        days = None if fresh is None else list(fresh.get(name, ()))
        found += ((day, name, odd) for day, odd in _odd(tracks, name, days))
    found.sort(key=lambda one: one[0])
    by_day: dict[date, list[tuple[str, Odd]]] = {}
    for day, name, odd in found:
        by_day.setdefault(day, []).append((name, odd))
    flaws: list[Flaw] = []
    for day, odds in by_day.items():
        flaws += _of_record(tracks, day, odds)
    return flaws + list(_unrounded(tracks, fresh, {(d, n) for d, n, _ in found}))


def _odd(tracks: Tracks, name: str, days: list[date] | None) -> Iterator[tuple[date, Odd]]:
    points = tracks.points[name]
    if days is None:
        for odd in odd_totals(points):
            if not _quiet(points, odd):
                yield date.fromordinal(points[odd.index][0]), odd
        return
    for day in days:
        place = tracks.index[name][day]
        first = max(0, place - PAST)
        window = points[first : place + AHEAD + 1]
        at = place - first
        settled = max(1, at - 4)
        for odd in odd_totals(window, settled):
            if odd.index == at:
                yield day, odd
                break
        else:
            spike = _above_next(window, at)
            if spike is not None:
                yield day, spike


def _quiet(points: list[Point], odd: Odd) -> bool:
    """A small change that the later days go on from is nothing to tell; a repeated total is."""
    value, before = points[odd.index][1], points[odd.index - 1][1]
    return odd.outcome == "kept" and before < value < odd.low


def _above_next(points: list[Point], at: int) -> Odd | None:
    """A total that fits the past but lies above the next one, which fits the past as well."""
    if not 0 < at < len(points) - 1:
        return None
    before, value, after = (points[k][1] for k in (at - 1, at, at + 1))
    if not before <= after < value:
        return None
    return Odd(at, at - 1, before, (before + after) // 2, after, "returned")


def _of_record(tracks: Tracks, day: date, odds: list[tuple[str, Odd]]) -> Iterator[Flaw]:
    """The odd figures of one record, each with its cause, or one cause for all of them."""
    row = tracks.rows[day]
    slipped = {name: row.values[name] for name, odd in odds if odd.outcome != "kept"}
    meant = None
    if len(slipped) >= MANY - 1 and len(slipped) >= SHARE * len(row.values) * 0.7:
        totals = {
            name: [(date.fromordinal(d), v) for d, v in tracks.points[name]] for name in slipped
        }
        meant = place_of(slipped, totals, day)
    for name, odd in odds:
        if meant is not None and name in slipped:
            yield _misplaced(tracks, row, name, odd, meant)
        else:
            yield judged(tracks, row, name, odd)


def _misplaced(tracks: Tracks, row: Row, name: str, odd: Odd, meant: date) -> Flaw:
    assert row.day is not None
    year = shifted(row.day, 9, meant) or any(
        shifted(row.day, 9, date.fromordinal(meant.toordinal() + k)) for k in (-2, -1, 1, 2)
    )
    cause = "wrong_year" if year else "wrong_date"
    message = f"{name}: {row.values[name]:,} belongs to about {meant}, as do the others here"
    return cell(tracks, row, name, cause, message, expected=_between(tracks, name, odd))


def judged(tracks: Tracks, row: Row, name: str, odd: Odd) -> Flaw:
    """An odd total with its probable cause and the value that was probably meant."""
    value = row.values[name]
    if odd.outcome == "kept" and not _stale(tracks, row, name):
        return _restated(tracks, row, name, odd)
    low, high = _room(tracks, name, odd)
    expected = _between(tracks, name, odd)
    change = _change(tracks, name, odd, value)
    neighbour = _neighbour(row, name, value)
    found = slips(value, low, odd.likely, high)
    telling = found[:1] if found and found[0].how in TELLING else []
    if neighbour and low != high:
        message = f"{name}: {value:,} is the figure for {neighbour} ({change})"
        return cell(tracks, row, name, "category_merge", message, expected=expected)
    sure = odd.outcome == "returned" or _far(tracks, name, odd, value)
    if _stale(tracks, row, name) or not found or not (telling or sure):
        return _unexplained(tracks, row, name, odd, change)
    slip = found[0]
    cause = "tenfold" if _power(slip.right, value) else "digit_typo"
    message = f"{name}: {value:,} for {slip.right:,}: {slip.how} ({change})"
    meant = (Expected(slip.right, slip.right, f"probably meant: {slip.how}"), *expected)
    wide = abs(value - slip.right) > high - low
    level = "error" if sure or (slip.how != CHANGED and wide) else "warning"
    return cell(tracks, row, name, cause, message, level=level, expected=meant)


def _power(right: int, value: int) -> bool:
    return right in (value * 10, value * 100) or value in (right * 10, right * 100)


def _unexplained(tracks: Tracks, row: Row, name: str, odd: Odd, change: str) -> Flaw:
    value = row.values[name]
    stale = _stale(tracks, row, name)
    sure = odd.outcome == "returned" or _far(tracks, name, odd, value)
    if stale:
        message = f"{name}: {value:,} is the total of the record before, unlike every day of late"
    elif value < _base(tracks, row, name, odd):
        message = f"{name}: {value:,} is less than before ({change})"
    else:
        message = f"{name}: {value:,} does not follow from the days before ({change})"
    cause = "stale_figure" if stale else "increment_mismatch"
    expected = _between(tracks, name, odd)
    level = "error" if sure else "warning"
    return cell(tracks, row, name, cause, message, level=level, expected=expected)


def _stale(tracks: Tracks, row: Row, name: str) -> bool:
    """Whether a total is that of the record before."""
    place = _at(tracks, row, name)
    return place > 0 and tracks.points[name][place - 1][1] == row.values[name]


def _restated(tracks: Tracks, row: Row, name: str, odd: Odd) -> Flaw:
    value, before = row.values[name], _base(tracks, row, name, odd)
    if value < before:
        how = f"falls from {before:,} to {value:,} and goes on from there: restated by the source"
    else:
        how = f"jumps from {before:,} to {value:,} and goes on from there: restated, or a great day"
    message = f"{name} {how}"
    return cell(
        tracks,
        row,
        name,
        "source_restatement",
        message,
        verdict="superseded",
        level="restatement",
        expected=_between(tracks, name, odd),
    )


def cell(
    tracks: Tracks,
    row: Row,
    name: str,
    cause: str | None,
    message: str,
    *,
    verdict: str = "contradicted",
    level: str = "error",
    expected: tuple[Expected, ...] = (),
) -> Flaw:
    """A flaw of one figure of a record."""
    return Flaw(
        file=tracks.sheet.file,
        record=row.key,
        field=name,
        value=row.values[name],
        verdict=verdict,
        cause=cause,
        message=message,
        level=level,
        expected=expected,
        number=row.number,
    )


def _at(tracks: Tracks, row: Row, name: str) -> int:
    assert row.day is not None
    return tracks.index[name][row.day]


def _base(tracks: Tracks, row: Row, name: str, odd: Odd) -> int:
    """The total that the odd one was set against."""
    at = _at(tracks, row, name)
    return tracks.points[name][at - (odd.index - odd.base)][1]


def _room(tracks: Tracks, name: str, odd: Odd) -> tuple[int, int]:
    """What would have fitted: the bounds, and no more than the next total where that is known."""
    return odd.low, max(odd.low, odd.high)


def _between(tracks: Tracks, name: str, odd: Odd) -> tuple[Expected, ...]:
    low, high = _room(tracks, name, odd)
    return (Expected(low, high, "follows from the days before"),)


def _change(tracks: Tracks, name: str, odd: Odd, value: int) -> str:
    if odd.outcome == "returned":
        return f"the days around it allow {odd.low:,} to {odd.high:,}"
    return f"{odd.low:,} to {odd.high:,} would follow from the days before"


def _neighbour(row: Row, name: str, value: int) -> str | None:
    """Another field of the record with the very same figure, where that is no small number."""
    same = [other for other, figure in row.values.items() if other != name and figure == value]
    return same[0] if same and value >= 50 else None


def _far(tracks: Tracks, name: str, odd: Odd, value: int) -> bool:
    """Whether a total lies so far off that no great day and no restatement reaches there."""
    width = max(odd.high - odd.low, 10)
    apart = value - odd.high if value > odd.high else odd.low - value
    return apart > FARTHEST * width and apart > 0.03 * odd.high


def _unrounded(
    tracks: Tracks, fresh: Mapping[str, Iterable[date]] | None, known: set[tuple[date, str]]
) -> Iterator[Flaw]:
    """Totals that are no multiples of ten in a field that had nothing else for two months."""
    for name, points in tracks.points.items():
        places = tracks.index[name]
        wanted = places.values() if fresh is None else [places[day] for day in fresh.get(name, ())]
        for place in wanted:
            value = points[place][1]
            past = points[place - SINCE : place] if value % ROUND and place >= SINCE else ()
            day = date.fromordinal(points[place][0])
            rounded = len({v for _, v in past}) > SINCE // 3 and not any(v % ROUND for _, v in past)
            if rounded and (day, name) not in known:
                yield _no_multiple(tracks, tracks.rows[day], name)


def _no_multiple(tracks: Tracks, row: Row, name: str) -> Flaw:
    value = row.values[name]
    low = value // ROUND * ROUND
    message = f"{name}: {value:,} is no multiple of {ROUND}, as those of the last {SINCE} days were"
    near = (Expected(low, low + ROUND, "the multiples around it"),)
    return cell(tracks, row, name, "digit_typo", message, level="warning", expected=near)


__all__ = ["Tracks", "cell", "figure_flaws", "judged"]
