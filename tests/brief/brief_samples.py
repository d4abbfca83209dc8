"""Reports of one claimant as claims, with the figures that were reported in February 2024."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from lossledger import vocabulary
from lossledger.brief import series_of_claimant
from lossledger.model import Claim, Span
from lossledger.period import Period, cumulative, past_day
from lossledger.quantity import Quantity
from lossledger.series import Series, all_series, figures_from

DAY = date(2024, 2, 22)
RECORDED = datetime(2024, 2, 23, 8, tzinfo=UTC)
# Personnel, tanks and drones as reported; the day's increments are those of the report itself.
TOTALS: Mapping[date, Mapping[str, int]] = {
    date(2024, 1, 23): {"personnel": 377820, "tanks": 6214, "uav": 6961},
    date(2024, 1, 31): {"personnel": 385230, "tanks": 6310, "uav": 7100},
    date(2024, 2, 1): {"personnel": 386230, "tanks": 6322, "uav": 7136},
    date(2024, 2, 15): {"personnel": 399090, "tanks": 6442, "uav": 7404},
    date(2024, 2, 21): {"personnel": 406080, "tanks": 6516, "uav": 7560},
    date(2024, 2, 22): {"personnel": 407240, "tanks": 6523, "uav": 7596},
}
STATED = {"personnel": 1160, "tanks": 7, "uav": 36}


def claim(
    metric: str,
    day: date,
    value: int,
    *,
    period: Period | None = None,
    claimant: str = "ua_general_staff",
    party: str = "RU",
    via: str | None = None,
    hedge: str | None = None,
    scope: tuple[str, ...] | None = None,
    quote: str | None = None,
) -> Claim:
    """One figure of a report, a running total unless a period is given."""
    return Claim(
        document=f"{day:%Y%m%d}".ljust(64, "0"),
        span=Span(0, 4),
        byte_span=Span(0, 4),
        quote=quote or f"{value}",
        sentence=f"{metric} {value}",
        outlet=via or claimant,
        relays=(via,) if via else (),
        claimant=claimant,
        party=party,
        metric=metric,
        scope=scope,
        scope_words=None,
        quantity=Quantity(value, value, hedge=hedge),
        period=period or cumulative(vocabulary.war_start(party), day),
        as_of=day,
        report_date=day,
    )


def february(
    claimant: str = "ua_general_staff", party: str = "RU", *, stated: bool = True, **how: str
) -> list[Claim]:
    """The reports of TOTALS by any claimant about any party."""
    found = []
    for day, totals in TOTALS.items():
        for metric, value in totals.items():
            hedge = "about" if metric == "personnel" else None
            found.append(
                claim(metric, day, value, claimant=claimant, party=party, hedge=hedge, **how)
            )
    if stated:
        for metric, value in STATED.items():
            found.append(
                claim(
                    metric, DAY, value, period=past_day(DAY), claimant=claimant, party=party, **how
                )
            )
    return found


def series_from(
    claims: list[Claim], claimant: str = "ua_general_staff", party: str = "RU"
) -> Mapping[str, Series]:
    """The claims as the series of one claimant by metric."""
    return series_of_claimant(all_series(figures_from(claims, RECORDED)), claimant, party)
