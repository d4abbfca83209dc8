"""A figure whose days are asked for, and the answer: period, day of its total, its report."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Context, Scene
from lossledger.extract.when import When
from lossledger.model import Claim
from lossledger.period import Period, cumulative, past_day
from lossledger.vocabulary import is_abroad, metrics

EVENT_TIMES = frozenset(
    {"overnight", "day", "weekday", "yesterday", "today", "day_so_far", "clock", "new_year"}
)
"""Times of one event, which others too speak of in the paragraphs behind it."""


NOW = frozenset({"this_week", "this_month", "this_year"})
"""Times of saying that name no day, but one not long before publication."""


LONG = frozenset({"earlier_this_year", "month", "year", "last_week", "last_month", "last_year"})
"""Times of saying that name no day, and a past one."""


class Dated(NamedTuple):
    """The days of a figure, the day its total stands, of its report, and the time used."""

    period: Period
    as_of: date | None = None
    report_date: date | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose days are asked for, with all that is known of it by then."""

    n: NumberPhrase
    scene: Scene
    context: Context
    state: Carried
    metric: str
    party: str | None
    claimant: str | None
    tally: bool
    start: date | None  # of the party's war
    report_when: When | None  # the day of the report that its sentence names
    report_day: date | None


def reported(
    n: NumberPhrase, scene: Scene, context: Context, state: Carried, claimant: str | None
) -> tuple[When | None, date | None]:
    """The time of the report that the sentence names, and the day of the report."""
    dated = [w for w in scene.report_whens if w.start and w.code not in LONG | NOW]
    if dated:
        found = min(dated, key=lambda w: _apart(w, n))
        return found, found.start
    later = state.said_on.get(scene.s.starts[0])
    if later:
        return None, later
    if scene.report_whens:
        recent = all(w.code in NOW for w in scene.report_whens)
        return None, context.published if recent else None
    return None, state.report_days.get(claimant) or state.report_day or context.published


def _apart(w: When, n: NumberPhrase) -> int:
    """How many tokens lie between a time and a number."""
    return max(w.first - n.last, n.lead - w.last)


def like(c: Claim, when: When | None = None) -> Dated:
    """The days of another figure."""
    return Dated(c.period, c.as_of, c.report_date, when)


def of_the_past_day(a: Asked) -> Dated:
    """The day before the report's."""
    day = past_day(a.report_day) if a.report_day else Period(None, None, "day")
    return Dated(day, None, a.report_day)


def total_by(a: Asked, day: date | None) -> Dated:
    """A running total that stood on a day; ``None`` where the day is not known."""
    if is_abroad(a.party, a.scene.place) and metrics()[a.metric].kind != "event":
        return Dated(Period(None, day, "cumulative"), day)
    return Dated(cumulative(a.start, day), day)
