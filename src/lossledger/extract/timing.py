"""Which days a figure covers: the time of its clause, of its sentence, or one that goes on.

``period_for`` asks in turn: which time the figure is bound to (``bound_times``), what that means
beside what was told before (``looking_back``), whether the figure is a running total, an
increment or a part without a time of its own (``totals``), what goes on from a heading or a
sentence before (``going_on``), and which days the time covers (``days_covered``).
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from lossledger.extract.bare import sums_up
from lossledger.extract.bound_times import is_running, of_another, since_month_of, when_for
from lossledger.extract.days_covered import period_of
from lossledger.extract.looking_back import meant, point_before, told_last
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.relations import is_increment
from lossledger.extract.relative_dates import ROLLING
from lossledger.extract.saying import POINTS
from lossledger.extract.scene import Carried, Context, Scene
from lossledger.extract.tokens import Sentence
from lossledger.extract.totals import (
    FEW,
    TOLL,
    a_total_apart,
    behind_a_part,
    beside_a_total,
    from_a_total,
    grown_to,
    has_increment,
    in_brackets,
    in_the_air,
    is_assessed,
    is_loss,
    is_of_those,
    is_part,
    is_rise,
    is_small_act,
    is_stock,
    killed_in_a_war,
    of_a_total,
    only_a_total,
    part_of_last,
    stands,
    stands_now,
    when_inside,
)
from lossledger.extract.when import DAYS, When
from lossledger.extract.written_dates import valid
from lossledger.model import Claim
from lossledger.period import DAY, UNKNOWN, Period, cumulative, month_of, one_day, past_day
from lossledger.vocabulary import metrics, sources, war_start

WAR_YEAR = "war_year_"
"""Codes of the tables for the first, second, ... year of a war."""

NOW = frozenset({"this_week", "this_month", "this_year"})
"""Times of saying that name no day, but one not long before publication."""

LONG = frozenset({"earlier_this_year", "month", "year", "last_week", "last_month", "last_year"})
"""Times of saying that name no day, and a past one."""

EVENT_TIMES = frozenset(
    {"overnight", "day", "weekday", "yesterday", "today", "day_so_far", "clock", "new_year"}
)
"""Times of one event, which others too speak of in the paragraphs behind it."""


BY_DAY = frozenset({"past_day", "whole_day", "yesterday", "day_so_far"})
"""Times of a bulletin's fighting on the ground."""


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
    claimant: str | None
    tally: bool
    start: date | None  # of the party's war
    report_when: When | None  # the day of the report that its sentence names
    report_day: date | None


def period_for(
    n: NumberPhrase,
    scene: Scene,
    context: Context,
    state: Carried,
    party: str | None,
    metric: str,
    tally: bool,
    claimant: str | None,
) -> Dated:
    """The days that a number covers, and how they were found."""
    report_when, report_day = _reported(n, scene, context, state, claimant)
    a = Asked(n, scene, context, state, metric, claimant, tally, war_start(party),
              report_when, report_day)  # fmt: skip
    when = _of_an_hour(when_for(n, scene), state.running, metric)
    if when and when.code == "clock" and report_when and report_when.start:
        when = replace(when, start=report_when.start, end=report_when.start)
    if tally and report_when and when and of_another(when, n, scene.numbers):
        when = report_when  # "the report of May 1, in which the total was N, yields M this month"
    if when and when.last <= n.lead and state.last and part_of_last(n, when, scene.s, state.last):
        return _like(state.last)
    if when and not is_running(when) and a_total_apart(when, n, scene.s):
        stood = _stood_last(state, claimant) if claimant else None
        a = replace(a, report_day=stood or report_day)
        when = None
    elif when is None:
        when = _gone_on(a)
    if when and _too_many_for_a_day(a, when):
        day = None if when.code == "past_day" else when.end
        return _total_by(a, day or a.report_day or context.published)
    told = _by_another(a, when) if when else None
    if told:
        return told
    when = _plainly(a, meant(when, state, event=metrics()[metric].kind == "event"))
    found = _of_a_number(a, when) if when else None
    found = found or _grown(a, when)
    if found:
        return found
    if when and when.role == "since" and _grown_so_far(a):
        return _total_by(a, a.report_day or context.published)
    if when is None:
        untimed = _without_a_time(a)
        if isinstance(untimed, Dated):
            return untimed
        when = untimed
    return _under(a, when)


def _reported(
    n: NumberPhrase, scene: Scene, context: Context, state: Carried, claimant: str | None
) -> tuple[When | None, date | None]:
    """The time of the report that the sentence names, and the day of the report."""
    dated = [w for w in scene.report_whens if w.start and w.code not in LONG | NOW]
    if dated:
        found = min(dated, key=lambda w: _apart(w, n))
        return found, found.start
    if scene.report_whens:
        recent = all(w.code in NOW for w in scene.report_whens)
        return None, context.published if recent else None
    return None, state.report_days.get(claimant) or state.report_day or context.published


def _apart(w: When, n: NumberPhrase) -> int:
    """How many tokens lie between a time and a number."""
    return max(w.first - n.last, n.lead - w.last)


def _like(c: Claim, when: When | None = None) -> Dated:
    """The days of another figure."""
    return Dated(c.period, c.as_of, c.report_date, when)


def _gone_on(a: Asked) -> When | None:
    """The time that goes on from a sentence before, for a figure that may have it."""
    state, s = a.state, a.scene.s
    said = [w for w in a.scene.report_whens if not _in_an_aside(w, a.n, s)]
    if said or stands_now(a.n, a.metric, a.scene, state):
        return None
    if is_rise(a.n, s, state) or behind_a_part(a.n, s, state):
        return None
    if _of_another_speaker(a) or _told_formerly(a):
        return None
    night = state.running is not None and state.running.code == "overnight"
    if night and state.by_day and not in_the_air(a.metric):
        return state.by_day
    total = only_a_total(a.n, a.metric) or beside_a_total(a.metric, a.scene, state)
    short = state.running is not None and state.running.code in DAYS
    return None if total and short else _of_an_hour(state.running, None, a.metric)


def _in_an_aside(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a time stands in a bracket behind a number: "5 (in the morning it said 4)"."""
    return any(s.words[k] == "(" for k in range(n.last, w.first))


def _of_another_speaker(a: Asked) -> bool:
    """Whether a month or year that goes on was that of another's figure, and of no event."""
    running, by = a.state.running, a.state.running_by
    if running is None or by is None or a.claimant in (None, by):
        return False
    return running.code not in DAYS and running.code not in ("cumulative", "cumulative_here")


def _told_formerly(a: Asked) -> bool:
    """Whether a figure was told before all others, of days that nobody names: "earlier it said"."""
    s, running = a.scene.s, a.state.running
    event = running is not None and running.code in DAYS
    said = any(
        s.match(k, "speech") or s.match(k, "admission")
        for m in s.all("formerly")
        if m.start < a.n.lead
        for k in range(max(0, m.start - 4), min(m.end + 5, len(s)))
    )
    return said and not event


def _of_an_hour(when: When | None, running: When | None, metric: str) -> When | None:
    """An hour is one of the day told of, else of today; it is an attack's, not an army's losses'.

    What an army has lost by an hour is more than the day's.
    """
    if when is None or when.code != "clock":
        return when
    if running and running.code in DAYS and running.code != "clock":
        return running
    return None if is_loss(metric) else when


def _too_many_for_a_day(a: Asked, when: When) -> bool:
    """Whether a figure beside a single day is a total that stood on it: nobody loses so many."""
    day = when.code in DAYS - {"span", "past_week"} and not when.role and when.start != a.start
    return day and a.metric == "personnel" and only_a_total(a.n, a.metric)


def _by_another(a: Asked, when: When) -> Dated | None:
    """The days of a figure that its time ties to a figure told before."""
    last = a.state.last
    if last is None:
        return None
    if when.code == "in_total" and sums_up(a.scene.s, a.n):
        return _like(last, when)
    point = point_before(when, a.n, a.metric, a.state)
    return Dated(cumulative(a.start, point), point, None, when) if point else None


def _plainly(a: Asked, when: When | None) -> When | None:
    """A time in plain terms: the war's first day begins a running total, a month has its name."""
    start = a.start
    if when and start and _as_long_as_the_war(when, start):
        end = when.end if when.code == "span" else None
        when = replace(when, code="cumulative", role="", end=end)
    if when and when.code == "past_month":
        told = [w for w in a.scene.whens if w.code == "month" and w.start]
        told.sort(key=lambda w: w.first > a.n.lead)
        running = a.state.running
        of_before = running if running and running.code == "month" else None
        ahead = told[0] if told and told[0].first < a.n.lead else None
        month = ahead or of_before or next(iter(told), a.state.month)
        when = replace(month, role="") if month else when
    when = _of_the_year_told(a, when) if when and when.code == "month" else when
    if when and start and since_month_of(when, start):
        when = replace(when, code="cumulative", role="", end=None)
    return when


FIRST_DAYS = 7
"""In the first days of a month its name means that of the year that a story sums up."""


def _of_the_year_told(a: Asked, when: When) -> When:
    """A month hardly begun, in a story about the year before, is that year's."""
    year, published = a.state.year, a.context.published
    if year is None or year.start is None or when.start is None or published is None:
        return when
    begun = published.replace(day=1) == when.start and published.day <= FIRST_DAYS
    if not begun or year.start.year != when.start.year - 1:
        return when
    first = when.start.replace(year=year.start.year)
    return replace(when, start=first, end=month_of(first).end)


A_FORTNIGHT = 14
"""Days that "over two years" may differ from a war's length."""


def _as_long_as_the_war(when: When, start: date) -> bool:
    """Whether a time begins with the war: on its day, in its month, or so many years ago."""
    first = when.start
    if first is None:
        return False
    if when.code == "rolling":
        years = when.end is not None and (when.end - first).days > 360
        return years and abs((first - start).days) <= A_FORTNIGHT
    if when.code not in ("day", "span"):
        return False
    month = when.code == "span" and first == start.replace(day=1)
    return first == start or (month and when.end is not None and when.end > start)


def _of_a_number(a: Asked, when: When) -> Dated | None:
    """The days of a numbered year of the war, or of "the same" days."""
    if when.code.startswith(WAR_YEAR) and a.start:
        year = _year_of_war(int(when.code.removeprefix(WAR_YEAR)), a.start)
        return Dated(year, None, a.report_day, when)
    if when.code == "same" and a.state.last:
        return _like(told_last(a.state.last, a.n, a.state), when)
    return None


def _year_of_war(nth: int, start: date) -> Period:
    """The nth year from a war's first day."""
    first, after = (valid(start.year + k, start.month, start.day) for k in (nth - 1, nth))
    return Period(first, after - DAY if after else None, "interval")


def _grown(a: Asked, when: When | None) -> Dated | None:
    """The days of an increment in brackets, and of the total that it stands behind."""
    n, scene = a.n, a.scene
    if is_increment(n, scene.s, a.state) and not when_inside(n, scene):
        return _of_the_past_day(a)
    if has_increment(n, scene) and (when is None or when.code != "cumulative"):
        return _total_by(a, a.report_day or a.context.published)
    return None


def _of_the_past_day(a: Asked) -> Dated:
    day = past_day(a.report_day) if a.report_day else Period(None, None, "day")
    return Dated(day, None, a.report_day)


def _total_by(a: Asked, day: date | None) -> Dated:
    return Dated(cumulative(a.start, day), day)


def _without_a_time(a: Asked) -> Dated | When:
    """The days of a figure that no time is named for, or the time to take for it."""
    n, scene, state = a.n, a.scene, a.state
    if is_rise(n, scene.s, state):
        return _of_the_past_day(a)
    if len(state.claims) > 1 and behind_a_part(n, scene.s, state):
        return _like(state.claims[-2])
    last = state.last
    if last and (is_part(n, scene.s, last) or is_of_those(n, scene.s, last)):
        return _like(last)
    if scene.s.all("undated"):
        state.undated = scene.s.paragraph
    if _said_long_ago(scene) or _told_formerly(a) or state.undated == scene.s.paragraph:
        return Dated(UNKNOWN, None, None)
    if _is_a_total(a):
        return _total_by(a, a.report_day or a.context.published)
    total = state.totals.get(a.claimant)
    if total and _goes_on_counting(a, total):
        return Dated(total.period, total.as_of, total.report_date)
    if is_assessed(a.metric, scene):
        return When(n.first, n.first, "cumulative")
    if state.bulletin:
        return _of_the_past_day(a)
    if state.event_time and _is_of_the_event(a):
        return state.event_time
    return Dated(UNKNOWN, None, a.report_day if a.report_when else None)


def _goes_on_counting(a: Asked, total: Claim) -> bool:
    """Whether a figure is of the count that its speaker gave a total of.

    Who counts names or pictures gives nothing else; of an army's losses only so many soldiers
    are those of the war.
    """
    if not is_loss(a.metric) or a.n.quantity is None or a.claimant is None:
        return False
    row = sources().get(a.claimant)
    monitor = row is not None and row.kind in ("monitor", "model")
    many = a.metric == "personnel" and max(a.n.quantity.figures) >= A_DAYS
    return monitor or (many and total.metric == "personnel")


def _is_a_total(a: Asked) -> bool:
    """Whether a figure without a time is all that was lost until then."""
    n, scene = a.n, a.scene
    return (
        only_a_total(n, a.metric)
        or _told_on_a_day(a)
        or is_stock(n, a.metric, scene, a.tally)
        or killed_in_a_war(n, a.metric, scene)
        or _grown_so_far(a)
        or beside_a_total(a.metric, scene, a.state)
    )


def _told_on_a_day(a: Asked) -> bool:
    """Whether soldiers are those lost until the day on which their number was given out.

    Nobody has lost so many in a day; a side owns up to fewer only for all of the war.
    """
    if a.metric != "personnel" or a.report_when is None or a.n.quantity is None:
        return False
    value = max(a.n.quantity.figures)
    return value >= A_DAYS or (value >= FEW and bool(a.scene.s.all("admission")))


def _grown_so_far(a: Asked) -> bool:
    """Whether a figure is the total that a growth told before it led to: "rose by 9 to 20"."""
    gap = range(1, 3)
    return any(a.n.lead - o.last in gap and grown_to(o, a.scene.s) for o in a.scene.numbers)


def _under(a: Asked, when: When) -> Dated:
    """The days of a figure under its time, which goes on from here."""
    n, scene, running = a.n, a.scene, a.state.running
    if running and when.code == "cumulative" and _is_a_days(a, when):
        days = period_of(running, a.report_day, a.start, a.context.published)
        return Dated(days, None, a.report_day, running)
    _remember(a, when)
    if when.role == "as_of" and when.end and is_small_act(n, a.metric):
        return Dated(one_day(when.end), None, a.report_day, when)  # "as of 10:00 75 were downed"
    if when.role == "as_of" and _is_toll(a):
        return Dated(UNKNOWN, None, a.report_day, when)
    counted = a.tally and _is_point(when) and not _is_toll(a)
    if when.role == "as_of" or _stands_at(a, when) or counted:
        point = when.end if when.role == "as_of" else when.start
        return Dated(cumulative(a.start, point), point, None, when)
    period = period_of(when, a.report_day, a.start, a.context.published)
    state_of = next((w.end for w in scene.whens if w.role == "as_of" and w.end), None)
    if period.kind == "cumulative" and state_of and a.start and a.start < state_of:
        period = replace(period, end=state_of)
    if period.kind == "cumulative":
        return Dated(period, period.end, a.report_day, when)
    return Dated(period, a.report_day if a.report_when else None, a.report_day, when)


A_DAYS = 2_500
"""No army of this war has lost more people in a day."""


def _is_a_days(a: Asked, when: When) -> bool:
    """Whether "total losses" in a bulletin of one day are those of all fronts on that day."""
    s, running, last = a.scene.s, a.state.running, a.state.last
    named = any(s.match(k, "noun_of_loss") for k in range(when.first, min(when.last + 3, len(s))))
    if not named or running is None or running.code not in DAYS or a.n.quantity is None:
        return False
    if a.metric == "personnel":
        return max(a.n.quantity.figures) < A_DAYS
    begun = s.starts[when.first]
    return last is not None and last.span.start > begun and last.period.kind == "day"


def _remember(a: Asked, when: When) -> None:
    """Keep the time of a figure for those behind it, unless it is only compared with."""
    s, state = a.scene.s, a.state
    grown = any(s.match(k, "change") for k in range(max(0, a.n.lead - 5), a.n.lead))
    compared = any(m.end == when.first for m in s.all("comparison"))
    grown = (grown and when.code in ROLLING) or a.n.signed or in_brackets(a.n, s)
    if when.code not in ("rolling", "rate") and not grown:
        if not compared and not _is_an_example(when, a):
            state.running, state.running_by = when, a.claimant
            state.by_day = when if when.code in BY_DAY else state.by_day
        if when.code in EVENT_TIMES and not when.role:
            state.event_time, state.event_paragraph = when, s.paragraph


def _is_an_example(when: When, a: Asked) -> bool:
    """Whether a month is only singled out of the longer time told of: "December was worst"."""
    long = a.state.running
    if when.code != "month" or long is None or not a.scene.s.all("superlative"):
        return False
    within = long.start and when.start and long.end and long.start <= when.start <= long.end
    return bool(within) and long.code in ("year", "last_year", "this_year", "span")


def _stands_at(a: Asked, when: When) -> bool:
    """Whether a total stands on the day that a time names, and is not of that day."""
    n, scene, state = a.n, a.scene, a.state
    if when.role in ("start_of", "end_of") and metrics()[a.metric].kind != "event":
        return True
    if not is_loss(a.metric) or when.role == "since":
        return False
    if when.code in POINTS and from_a_total(n, scene.s, state):
        return True
    if when in scene.whens and when.code in POINTS and stands(n, scene.s):
        return True
    return of_a_total(n, when, scene, state)


def _is_toll(a: Asked) -> bool:
    """Whether so few civilians of one place are counted as only one attack's are."""
    few = a.n.quantity is not None and a.n.quantity.figures[0] < TOLL
    return few and a.metric == "civilians" and (a.scene.place is not None or a.tally)


def _stood_last(state: Carried, claimant: str) -> date | None:
    """The latest day on which totals of the claimant stood, among those that the text gave."""
    told = (c.as_of for c in state.claims[:-9:-1] if c.claimant == claimant)
    return max((day for day in told if day), default=None)


def _said_long_ago(scene: Scene) -> bool:
    """Whether a figure was told in a month or year past, so that nobody knows up to which day."""
    told = scene.report_whens
    return bool(told) and all(w.code in LONG for w in told)


def _is_of_the_event(a: Asked) -> bool:
    """Whether a figure without a time is of the attack that the paragraph before tells of."""
    row, scene = metrics()[a.metric], a.scene
    air = in_the_air(a.metric)
    near = 0 < scene.s.paragraph - a.state.event_paragraph <= 2 and not scene.s.item
    return air and row.kind != "equipment" and near and not scene.whens and not scene.report_whens


def _is_point(when: When) -> bool:
    return when.code in ("month_start", "year_start", "week_start", "day", "weekday", "today",
                         "yesterday") or when.role in ("start_of", "end_of")  # fmt: skip
