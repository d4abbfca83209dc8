"""Claims for tests of lineage and comparison: a daily series and what others make of it."""

from datetime import date

from lossledger.model import RATE, Claim, Span
from lossledger.period import DAY, Period, cumulative, month_of
from lossledger.quantity import Quantity

START = date(2022, 2, 24)


def claim(
    value,
    period,
    *,
    claimant="ua_general_staff",
    outlet=None,
    party="RU",
    scope=None,
    day=None,
    at=0,
    basis=None,
    rules=(),
    metric="personnel",
    stance="asserted",
):
    """A claim with one value, or with a pair of bounds."""
    low, high = value if isinstance(value, tuple) else (value, value)
    return Claim(
        document="0" * 64,
        span=Span(at, at + 1),
        byte_span=Span(at, at + 1),
        quote=str(value),
        sentence=str(value),
        outlet=outlet or claimant,
        relays=() if outlet in (None, claimant) else (outlet,),
        claimant=claimant,
        party=party,
        metric=metric,
        scope=scope,
        scope_words=None,
        quantity=Quantity(low, high),
        period=period,
        as_of=day or period.end,
        report_date=(day or period.end) if outlet in (None, claimant) else None,
        stance=stance,
        basis=basis,
        rules=tuple(rules),
    )


def daily(last=date(2023, 12, 31), **options):
    """The daily running totals of one claimant."""
    found, value, day = [], 10_000, START
    while day <= last:
        found.append(claim(value, cumulative(START, day), at=(day - START).days, **options))
        value += 300 + (day.month * 53 + day.year * 17) % 7 * 90 + day.day % 5 * 3
        day += DAY
    return found


def totals(claims):
    return {one.as_of: one.quantity.low for one in claims}


def months(held, count=14, **options):
    """Means a day by calendar month, from differences of totals by loss day."""
    options = {"claimant": "uk_mod", "outlet": "uk_mod_monthly", **options}
    found, first = [], date(2022, 4, 1)
    for k in range(count):
        month = month_of(first)
        after = month.end + DAY
        mean = round((held[after] - held[first]) / month.days)
        found.append(
            claim(
                mean,
                Period(month.start, month.end, "month"),
                day=after,
                at=k,
                rules=(RATE,),
                **options,
            )
        )
        first = after
    return found
