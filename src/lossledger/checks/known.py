"""What the ledger gives the checks: series by metric and party, with indexes built once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from lossledger.model import Figure
from lossledger.period import DAY
from lossledger.series import Report, Series, all_series


@dataclass(frozen=True, slots=True)
class DayFigure:
    """What a claimant gave for one day: the ``(+N)`` of a report, or the change between two.

    ``report`` is the report that carries it, ``None`` when only the increment is held;
    ``before`` the report of the day before, if held. ``other`` is the change between the two
    where the stated increment says something else.
    """

    report_date: date
    value: int
    stated: bool
    report: Report | None
    before: Report | None
    other: int | None
    claim: str

    @property
    def day(self) -> date:
        """The day that the figure covers: the one before the report's date."""
        return self.report_date - DAY


@dataclass(frozen=True, slots=True)
class DayFigures:
    """All day figures of a series by the date of their report, and the dates by value."""

    by_date: Mapping[date, DayFigure]
    by_value: Mapping[int, tuple[date, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """The series to judge by. ``give(metric, party)`` is asked once for each pair.

    What was known at a moment is decided by who builds it: give only the figures that were
    recorded by then.
    """

    give: Callable[[str, str], Iterable[Series]]
    _series: dict[tuple[str, str], tuple[Series, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _days: dict[int, DayFigures] = field(default_factory=dict, repr=False, compare=False)
    _spans: dict[tuple[int, int], frozenset[int]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def from_series(cls, series: Iterable[Series]) -> "Known":
        """All of these series."""
        held: dict[tuple[str, str], list[Series]] = defaultdict(list)
        for one in series:
            held[one.metric, one.party].append(one)
        return cls(lambda metric, party: held.get((metric, party), ()))

    @classmethod
    def from_figures(
        cls, figures: Iterable[Figure] | Callable[[str, str], Iterable[Figure]]
    ) -> "Known":
        """The series of these figures; a callable gives those of one metric and party."""
        if callable(figures):
            ask = figures
            return cls(lambda metric, party: _of(all_series(ask(metric, party)), metric, party))
        return cls.from_series(all_series(figures))

    def series(self, metric: str, party: str) -> tuple[Series, ...]:
        """Every series of this metric and party; one call of ``give`` for each pair."""
        found = self._series.get((metric, party))
        if found is None:
            found = self._series[metric, party] = tuple(self.give(metric, party))
        return found

    def day_figures(self, series: Series) -> DayFigures:
        """The day figures of a series that this value gave."""
        found = self._days.get(id(series))
        if found is None:
            found = self._days[id(series)] = _day_figures(series)
        return found

    def differences(self, series: Series, days: int) -> frozenset[int]:
        """Every distinct difference between two reports that lie ``days`` apart."""
        found = self._spans.get((id(series), days))
        if found is None:
            pairs = ((r, series.at(r.date - days * DAY)) for r in series.reports)
            found = frozenset(r.value - base.value for r, base in pairs if base is not None)
            self._spans[id(series), days] = found
        return found


def _of(series: Sequence[Series], metric: str, party: str) -> tuple[Series, ...]:
    return tuple(s for s in series if s.metric == metric and s.party == party)


def _day_figures(series: Series) -> DayFigures:
    by_date = {f.report_date: f for r in series.reports if (f := _day_figure(series, r))}
    for lone in series.unattached:
        if lone.report_date is not None and lone.value is not None:
            by_date[lone.report_date] = DayFigure(
                lone.report_date, lone.value, True, None, None, None, lone.claim_id
            )
    by_value: dict[int, list[date]] = defaultdict(list)
    for day in sorted(by_date):
        for value in {by_date[day].value, by_date[day].other} - {None}:
            by_value[value or 0].append(day)
    return DayFigures(
        MappingProxyType(by_date), MappingProxyType({v: tuple(d) for v, d in by_value.items()})
    )


def _day_figure(series: Series, report: Report) -> DayFigure | None:
    before = series.at(report.date - DAY)
    stated = report.stated_increment
    if stated is not None:
        other = report.change if report.change not in (None, stated) else None
        claim = report.increment_claim or report.claim
        return DayFigure(report.date, stated, True, report, before, other, claim)
    if report.change is None:
        return None
    return DayFigure(report.date, report.change, False, report, before, None, report.claim)
