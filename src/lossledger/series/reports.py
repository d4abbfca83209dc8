"""From figures to daily reports: which figure speaks for a day, and what was said beside it."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain
from types import MappingProxyType

from lossledger import vocabulary
from lossledger.model import Claim, Figure
from lossledger.period import DAY

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Report:
    """One day's report of a running total.

    ``value`` is the total as published; ``bound`` is ``more than``, ``at least``, ``up to`` or
    ``fewer than`` when only a bound was said, else ``None``. ``stated_increment`` is the
    ``(+N)`` of the same report date, which covers the day before. ``change`` is the difference
    to the report of the day before, ``None`` when there is none. ``claim`` and
    ``increment_claim`` are claim ids; ``parts`` are further claims that were added to
    ``value`` by us. ``via`` is who passed the figure on (the claimant itself for its own
    post). ``others`` are all other totals that we hold for this day.
    """

    date: date
    value: int
    stated_increment: int | None
    change: int | None
    hedge: str | None
    bound: str | None
    claim: str
    increment_claim: str | None
    via: str | None
    recorded_at: datetime
    others: tuple[Figure, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that the value rests on."""
        return (self.claim, *self.parts)

    @property
    def disagreement(self) -> tuple[int, ...]:
        """The other values held for this day, in rising order; empty when all agree."""
        values = {n for f in self.others for n in (f.low, f.high) if n is not None}
        return tuple(sorted(values - {self.value}))

    def __str__(self) -> str:
        bound = f"{self.bound} " if self.bound else ""
        return f"{bound}{self.value:,} (report of {day_words(self.date)})"


@dataclass(frozen=True, slots=True)
class Series:
    """The daily reports of one claimant on one party's losses of one metric, by date.

    ``scope`` is what is counted as said (``None``: not stated). ``unattached`` are stated
    increments of days for which no total is held. ``note`` says what we did to the values, if
    anything, and ``merged_from`` which category was added up until which day. ``since`` is the
    first day of its totals where the figures say which war's they are. ``at``,
    ``with_value`` and ``latest`` answer without a walk over the reports.
    """

    metric: str
    party: str
    claimant: str
    scope: tuple[str, ...] | None
    via: str | None
    reports: tuple[Report, ...] = field(repr=False)
    unattached: tuple[Figure, ...] = field(default=(), repr=False)
    note: str | None = None
    merged_from: tuple[str, date] | None = None
    since: date | None = None
    days: tuple[date, ...] = field(init=False, repr=False, compare=False)
    _by_day: Mapping[date, Report] = field(init=False, repr=False, compare=False)
    _by_value: Mapping[int, tuple[Report, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_value: dict[int, list[Report]] = defaultdict(list)
        for report in self.reports:
            by_value[report.value].append(report)
        found = {value: tuple(reports) for value, reports in by_value.items()}
        object.__setattr__(self, "days", tuple(report.date for report in self.reports))
        object.__setattr__(self, "_by_day", {report.date: report for report in self.reports})
        object.__setattr__(self, "_by_value", MappingProxyType(found))

    def __len__(self) -> int:
        return len(self.reports)

    @property
    def start(self) -> date | None:
        """The first day of its totals: as told, else that of the party's war."""
        return self.since or vocabulary.war_start(self.party)

    def at(self, day: date) -> Report | None:
        """The report of a day, or ``None``."""
        return self._by_day.get(day)

    def with_value(self, value: int) -> tuple[Report, ...]:
        """The reports that hold a value, oldest first."""
        return self._by_value.get(value, ())

    def latest(self, on_or_before: date | None = None) -> Report | None:
        """The last report, or the last one dated on or before a day; ``None`` if there is none."""
        end = len(self.days) if on_or_before is None else bisect_right(self.days, on_or_before)
        return self.reports[end - 1] if end else None

    def nearest(self, day: date) -> tuple[Report | None, Report | None]:
        """The closest report before a day and the closest after it, ``None`` where none is."""
        after = bisect_right(self.days, day)
        later = self.reports[after] if after < len(self.days) else None
        return self.latest(day - DAY), later

    def between(self, start: date | None, end: date | None) -> tuple[Report, ...]:
        """The reports dated from ``start`` to ``end``, both inclusive; ``None`` is open."""
        first = bisect_left(self.days, start) if start else 0
        last = bisect_right(self.days, end) if end else len(self.days)
        return self.reports[first:last]

    @property
    def title(self) -> str:
        """Metric, party and claimant in one line, for messages."""
        source = vocabulary.sources().get(self.claimant)
        scope = f" ({', '.join(self.scope)})" if self.scope else ""
        return f"{self.metric}{scope} of {self.party}, {source.name if source else self.claimant}"


def figures_from(claims: Iterable[Claim], recorded_at: datetime) -> Iterator[Figure]:
    """Claims as the rows that series are read from, all learned at one moment."""
    for claim in claims:
        yield Figure(
            claim_id=claim.id,
            document=claim.document,
            claimant=claim.claimant,
            party=claim.party,
            metric=claim.metric,
            via=claim.relays[-1] if claim.relays else claim.outlet,
            kind=claim.period.kind,
            start=claim.period.start,
            end=claim.period.end,
            as_of=claim.as_of,
            report_date=claim.report_date,
            low=claim.quantity.low,
            high=claim.quantity.high,
            strict=claim.quantity.strict,
            hedge=claim.quantity.hedge,
            scope=claim.scope,
            stance=claim.stance,
            recorded_at=recorded_at,
        )


def daily_series(
    figures: Iterable[Figure],
    *,
    metric: str,
    party: str,
    claimant: str,
    via: str | None = None,
    scope: tuple[str, ...] | None = None,
) -> Series:
    """The reports of one claimant, one for each report date, in order of date.

    A report is an asserted running total since the war's first day; ``scope`` must be what
    the figures say (``None``: not stated), so prisoners never mix with losses. ``via`` keeps
    the figures of one relay only. Where several documents give the same day, the claimant's
    own post goes before another page of its side, that before a mirror, a mirror before
    other relays, one value before a bound, and then the figure recorded last; all that were
    not chosen are the report's ``others``. An increment is an asserted figure for the single
    day before the report date. No figure gives an empty series, never an error.
    """
    key = (metric, party, claimant, scope)
    chosen = [f for f in figures if _key(f) == key and (via is None or f.via == via)]
    return _series(metric, party, claimant, scope, via, chosen)


def all_series(figures: Iterable[Figure], *, via: str | None = None) -> tuple[Series, ...]:
    """Every series that the figures hold, by metric, party, claimant and scope.

    Figures without a claimant or party make no series. The rules are those of ``daily_series``.
    """
    groups: dict[tuple[str, str, str, tuple[str, ...] | None], list[Figure]] = defaultdict(list)
    for f in figures:
        if f.claimant is not None and f.party is not None and (via is None or f.via == via):
            groups[f.metric, f.party, f.claimant, f.scope].append(f)
    keys = sorted(groups, key=lambda key: (*key[:3], key[3] or ()))
    built = (_series(*key, via, groups[key]) for key in keys)
    return tuple(series for series in built if series.reports or series.unattached)


def merged(whole: Series, part: Series) -> Series:
    """A category with another one added that the source reported apart until it merged them.

    ``part`` ends where the merger begins: up to its last report both totals are added up, and
    days that lack one of them are left out; from then on ``whole`` holds both already. The
    note of the series says that the sum is ours, and each summed report names both claims.
    """
    if not part.reports:
        return whole
    last = part.days[-1]
    summed = [
        _sum(report, other)
        for report in whole.between(None, last)
        if (other := part.at(report.date)) is not None
    ]
    later = whole.between(last + DAY, None)
    note = (
        f"{whole.metric} and {part.metric} were reported apart until {day_words(last)}; "
        "up to then their sum is added up by us"
    )
    reports = _with_changes([*summed, *later])
    return replace(whole, reports=reports, note=note, merged_from=(part.metric, last))


def day_words(day: date) -> str:
    """A date as it stands in arithmetic: ``22 Feb 2024``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _key(f: Figure) -> tuple[str, str | None, str | None, tuple[str, ...] | None]:
    return f.metric, f.party, f.claimant, f.scope


def _series(
    metric: str,
    party: str,
    claimant: str,
    scope: tuple[str, ...] | None,
    via: str | None,
    figures: Iterable[Figure],
) -> Series:
    """The series of figures that are all of this metric, party, claimant and scope."""
    figures = list(figures)
    start = _start(party, figures)
    totals: dict[date, list[Figure]] = defaultdict(list)
    increments: dict[date, list[Figure]] = defaultdict(list)
    for f in figures:
        if f.stance != "asserted" or f.report_date is None:
            continue
        if f.kind == "cumulative" and f.start in (None, start):
            totals[f.report_date].append(f)
        elif f.kind == "day" and f.start == f.end == f.report_date - DAY and f.value is not None:
            increments[f.report_date].append(f)
    reports: list[Report] = []
    for day in sorted(totals):
        last = reports[-1] if reports else None
        report = _report(day, totals[day], increments.get(day, ()), last)
        reports += [report] if report else []
    alone = sorted(increments.keys() - {report.date for report in reports})
    unattached = tuple(chain.from_iterable(increments[day] for day in alone))
    return Series(metric, party, claimant, scope, via, tuple(reports), unattached, since=start)


def _start(party: str, figures: Sequence[Figure]) -> date | None:
    """The first day of most totals, of a party that fights in several wars; totals of another
    war are none of the same series."""
    starts = vocabulary.war_starts(party)
    told = Counter(f.start for f in figures if f.kind == "cumulative" and f.start in starts)
    return max(told, key=lambda day: told[day]) if told else next(iter(starts), None)


def _is_total(f: Figure) -> bool:
    """Whether a figure is one value or one bound; a range is no report's total."""
    return f.value is not None or f.low is None or f.high is None


def _report(
    day: date, totals: Sequence[Figure], increments: Sequence[Figure], before: Report | None
) -> Report | None:
    """What a day's figures amount to; ``None`` where no one value or bound is among them."""
    best = _best([f for f in totals if _is_total(f)])
    value = best and (best.low if best.low is not None else best.high)
    if best is None or value is None:
        return None
    same = [f for f in increments if f.document == best.document]
    stated = _best(same or increments)
    return Report(
        date=day,
        value=value,
        stated_increment=stated.value if stated else None,
        change=_change(before, day, value),
        hedge=best.hedge,
        bound=_bound(best),
        claim=best.claim_id,
        increment_claim=stated.claim_id if stated else None,
        via=best.via,
        recorded_at=best.recorded_at,
        others=tuple(f for f in totals if f is not best) if len(totals) > 1 else (),
    )


def _best(figures: Sequence[Figure]) -> Figure | None:
    """The figure that goes before all others, ``None`` of none."""
    return max(figures, key=_rank) if len(figures) > 1 else next(iter(figures), None)


def _change(before: Report | None, day: date, value: int) -> int | None:
    """The difference to the report of the day before, where there is one."""
    return value - before.value if before is not None and before.date == day - DAY else None


def _rank(f: Figure) -> tuple[int, bool, datetime, str]:
    """Greater goes first; the id decides between equals so that the order never wavers."""
    return _sourcing(f), f.value is not None, f.recorded_at, f.claim_id


def _sourcing(f: Figure) -> int:
    """How near to the claimant a figure was taken: its own post, its side, a mirror, others."""
    if f.via == f.claimant:
        return 3
    known = vocabulary.sources()
    via, claimant = known.get(f.via or ""), known.get(f.claimant or "")
    if via and claimant and via.kind == "official" and via.party == claimant.party is not None:
        return 2
    return 1 if via and via.kind == "mirror" else 0


def _bound(f: Figure) -> str | None:
    if f.high is None:
        return "more than" if f.strict else "at least"
    if f.low is None:
        return "fewer than" if f.strict else "up to"
    return None


def _with_changes(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports with their changes counted again."""
    found: list[Report] = []
    for report in reports:
        before = found[-1] if found else None
        found.append(replace(report, change=_change(before, report.date, report.value)))
    return tuple(found)


def _sum(report: Report, other: Report) -> Report:
    stated = (report.stated_increment, other.stated_increment)
    both = stated[0] is not None and stated[1] is not None
    return replace(
        report,
        value=report.value + other.value,
        stated_increment=sum(n for n in stated if n is not None) if both else None,
        increment_claim=report.increment_claim if both else None,
        hedge=report.hedge or other.hedge,
        bound=report.bound or other.bound,
        others=(),
        parts=(*report.parts, *other.claims),
    )
