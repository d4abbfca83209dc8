"""Hand-made figures for the tests of series: one claimant, one party, a few days."""

from datetime import UTC, date, datetime, timedelta

from lossledger.model import Figure
from lossledger.series import Series, daily_series

WAR = date(2022, 2, 24)
LEARNED = datetime(2026, 11, 24, 9, tzinfo=UTC)
CLAIMANT = "ua_general_staff"


def day(text: str) -> date:
    """A day written as YYYY-MM-DD."""
    return date.fromisoformat(text)


def total(on: str, value: int | None, **changes: object) -> Figure:
    """A running total of the report of a day, relayed by the mirror unless said otherwise."""
    return _figure(on, value, "cumulative", WAR, day(on), changes)


def increment(on: str, value: int | None, **changes: object) -> Figure:
    """The (+N) of the report of a day, which covers the day before."""
    before = day(on) - timedelta(days=1)
    return _figure(on, value, "day", before, before, changes)


def _figure(on, value, kind, start, end, changes) -> Figure:
    via = changes.get("via", "daily_mirror")
    figure = Figure(
        claim_id=f"{kind} {on} {value} {via}",
        document=f"document of {via}",
        claimant=CLAIMANT,
        party="RU",
        metric="personnel",
        via=via,
        kind=kind,
        start=start,
        end=end,
        as_of=end,
        report_date=day(on),
        low=value,
        high=value,
        strict=False,
        hedge=None,
        scope=None,
        stance="asserted",
        recorded_at=LEARNED,
    )
    return figure._replace(**changes)


def series_of(*figures: Figure, metric: str = "personnel", **options: object) -> Series:
    """The series of some figures about Russian losses as the General Staff reported them."""
    return daily_series(figures, metric=metric, party="RU", claimant=CLAIMANT, **options)


def february_2024() -> Series:
    """Real totals around February 2024; the days between are missing."""
    values = {
        "2024-01-31": 385230,
        "2024-02-01": 386230,
        "2024-02-02": 387060,
        "2024-02-15": 399090,
        "2024-02-21": 406080,
        "2024-02-22": 407240,
        "2024-02-29": 413760,
        "2024-03-01": 414680,
    }
    return series_of(*(total(on, value) for on, value in values.items()))
