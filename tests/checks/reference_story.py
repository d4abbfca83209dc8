"""The reference story's numbers as claims, by hand: with its days, or before they are known."""

from dataclasses import replace
from datetime import date

from hand_made import SHARED, WAR, claim, document

from lossledger.model import Claim, Reading
from lossledger.period import UNKNOWN, Period, cumulative, one_day
from lossledger.quantity import Quantity

PUBLISHED = date(2024, 2, 22)


def reference(published: date | None = PUBLISHED) -> Reading:
    """The claims of the story, read for a day of publication or without one."""
    text = (SHARED / "story" / "article.txt").read_text("utf-8")
    total = cumulative(WAR, published)
    first = published.replace(day=1) if published else None
    past = one_day(date(2024, 2, 21)) if published else one_day(None)
    so_far = Period(first, date(2024, 2, 29), "month") if published else Period(None, None, "month")
    dia = {"claimant": "us_dia", "party": "UA", "as_of": None}
    dead = {**dia, "scope": ("killed",)}
    over = Quantity(20000, None, strict=True)
    side = {"claimant": "ua_air_force", "party": "RU"}
    acts = {"period": past}
    said = [
        claim(text, "20,000", 1, quantity=over, period=so_far),
        claim(text, "20,000", 2, quantity=over, period=so_far),
        claim(text, "407,240", value=407240, period=total),
        claim(text, "387,060", value=387060, period=cumulative(WAR, first), as_of=first),
        claim(text, "20,180", value=20180, stance="derived", period=replace_end(so_far, published)),
        claim(text, "1,160", value=1160, period=past),
        claim(text, "seven", value=7, metric="tanks", period=past),
        claim(text, "35", value=35, metric="afv", period=past),
        claim(text, "41", value=41, metric="artillery", period=past),
        claim(text, "36", value=36, metric="uav", period=past),
        claim(text, "6,523", value=6523, metric="tanks", period=total),
        claim(text, "12,373", value=12373, metric="afv", period=total),
        claim(text, "7,596", value=7596, metric="uav", period=total),
        claim(text, "20,000", 3, quantity=over, period=UNKNOWN),
        claim(text, "124,500 to 131,000", quantity=Quantity(124500, 131000), **dia),
        claim(text, "15,500 to 17,500", quantity=Quantity(15500, 17500), **dead),
        claim(text, "64", value=64, metric="combat_engagements", **{**acts, "party": None}),
        claim(text, "10", value=10, metric="areas_struck", **{**acts, **side, "party": "UA"}),
        claim(text, "one", 1, value=1, metric="aircraft_downed", **{**acts, **side}),
        claim(text, "three", 1, value=3, metric="drones_downed", **{**acts, **side}),
        claim(text, "3", 1, value=3, metric="missile_strikes", **acts),
        claim(text, "113", value=113, metric="air_strikes", **acts),
        claim(text, "105", value=105, metric="mlrs_attacks", **acts),
        claim(text, "four", 1, value=4, metric="assaults", **acts),
    ]
    return Reading(document(text, published), tuple(said))


def replace_end(period: Period, end: date | None) -> Period:
    """A period that ends on another day."""
    return replace(period, end=end)


def by_quote(reading: Reading, quote: str) -> Claim:
    """The first claim with these words."""
    return next(c for c in reading.claims if c.quote == quote)
