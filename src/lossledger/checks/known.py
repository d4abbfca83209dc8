"""What the ledger gives the checks: series by metric and party, with indexes built once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

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
class Known:
    """The series to judge by. ``give(metric, party)`` is asked once for each pair.

    What was known at a moment is decided by who builds it: give only the figures that were
    recorded by then.
    """

    give: Callable[[str, str], Iterable[Series]]
    _series: dict[tuple[str, str], tuple[Series, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _days: dict[int, Mapping[int, tuple[date, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _lone: dict[int, Mapping[date, Figure]] = field(default_factory=dict, repr=False, compare=False)
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

    def day_figure(self, series: Series, report_date: date) -> DayFigure | None:
        """What a report adds for the day before it; ``None`` when that is not held."""
        report = series.at(report_date)
        if report is not None:
            return _day_figure(series, report)
        if not series.unattached:
            return None
        lone = self._lone.get(id(series))
        if lone is None:
            lone = {f.report_date: f for f in series.unattached if f.report_date is not None}
            self._lone[id(series)] = lone
        return _lone_figure(lone.get(report_date))

    def days_with(self, series: Series, value: int) -> tuple[date, ...]:
        """The dates of the reports that add this value, oldest first."""
        found = self._days.get(id(series))
        if found is None:
            found = self._days[id(series)] = _dates_by_value(series)
        return found.get(value, ())

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


def _dates_by_value(series: Series) -> Mapping[int, tuple[date, ...]]:
    """The report dates of each increment, stated or reckoned."""
    found: dict[int, list[date]] = defaultdict(list)
    for report in series.reports:
        for value in {report.stated_increment, report.change}:
            if value is not None:
                found[value].append(report.date)
    for lone in series.unattached:
        if lone.value is not None and lone.report_date is not None:
            found[lone.value].append(lone.report_date)
    return {value: tuple(dates) for value, dates in found.items()}


def _lone_figure(lone: Figure | None) -> DayFigure | None:
    """A stated increment of a day for which no total is held."""
    if lone is None or lone.value is None or lone.report_date is None:
        return None
    return DayFigure(lone.report_date, lone.value, True, None, None, None, lone.claim_id)


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
