"""The time that a figure takes over from those before it, and the time it leaves to the next."""

from lossledger.extract.asked import EVENT_TIMES, LONG, Asked
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.relative_dates import ROLLING
from lossledger.extract.tokens import Sentence
from lossledger.extract.totals import (
    TOLL,
    behind_a_part,
    beside_a_total,
    in_brackets,
    in_the_air,
    is_loss,
    is_rise,
    only_a_total,
    stands_now,
)
from lossledger.extract.untimed import outgrows, told_formerly
from lossledger.extract.when import DAYS, When
from lossledger.vocabulary import metrics

YEARS = frozenset({"year", "last_year"})
"""Times of a story that sums up a year."""

BY_DAY = frozenset({"past_day", "whole_day", "yesterday", "day_so_far"})
"""Times of a bulletin's fighting on the ground."""


def gone_on(a: Asked) -> When | None:
    """The time that goes on from a sentence before, for a figure that may have it."""
    state, s = a.state, a.scene.s
    said = [w for w in a.scene.report_whens if w.code != "today" and not _in_an_aside(w, a.n, s)]
    toll = a.metric == "civilians" and a.n.quantity and a.n.quantity.figures[0] >= TOLL
    if toll and state.running is not None and state.running.code in DAYS - {"span"}:
        return None
    if said or stands_now(a.n, a.metric, a.scene, state) or outgrows(a):
        return None
    if is_rise(a.n, s, state) or behind_a_part(a.n, s, state):
        return None
    unbound = _of_another_speaker(a) or state.running is None
    if unbound and state.topic_time and _is_counted(a):
        return state.topic_time
    if _of_another_speaker(a) or told_formerly(a):
        return None
    night = state.running is not None and state.running.code == "overnight"
    if night and state.by_day and not in_the_air(a.metric):
        return state.by_day
    if state.beside_total and a.scene.s.paragraph == state.last_paragraph and _is_a_days(a):
        return state.beside_total
    total = only_a_total(a.n, a.metric) or beside_a_total(a.metric, a.scene, state)
    running = state.running
    short = running is not None and running.code in DAYS and running.role != "since"
    return None if total and short else of_an_hour(state.running, None, None, a.metric)


def _is_a_days(a: Asked) -> bool:
    """Whether a figure is no larger than a day's: "N in the past day, M in all. It lost 9 guns"."""
    most = metrics()[a.metric].most_a_day
    event = metrics()[a.metric].kind == "event" and a.metric != "civilians"
    few = most is not None and a.n.quantity is not None and max(a.n.quantity.figures) <= most
    return few or event


def _is_counted(a: Asked) -> bool:
    """Whether a count is of attacks or of whom they hurt, which no running total is kept of."""
    event = metrics()[a.metric].kind == "event" or a.metric == "civilians"
    topic = a.state.topic_time
    return event and a.state.event_time is None and topic is not None and topic.code in YEARS


def _in_an_aside(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a time stands in a bracket behind a number: "5 (in the morning it said 4)"."""
    return any(s.words[k] == "(" for k in range(n.last, w.first))


def _of_another_speaker(a: Asked) -> bool:
    """Whether a month or year that goes on was that of another's figure, and of no event."""
    running, by = a.state.running, a.state.running_by
    if running is None or by is None or a.claimant in (None, by):
        return False
    event = running.code in DAYS and running.role != "since"
    return not event and running.code not in ("cumulative", "cumulative_here")


def of_an_hour(
    when: When | None, running: When | None, event: When | None, metric: str
) -> When | None:
    """An hour is one of the day told of, else of today; it is an attack's, not an army's losses'.

    What an army has lost by an hour is more than the day's.
    """
    if when is None or when.code != "clock":
        return when
    if running and running.code in DAYS and running.code != "clock":
        return running
    if event and event.code != "clock":
        return event
    return None if is_loss(metric) else when


def remember(a: Asked, when: When) -> None:
    """Keep the time of a figure for those behind it, unless it is only compared with."""
    s, state = a.scene.s, a.state
    added = s.has("added", a.n.last, min(a.n.last + 4, len(s)))
    grown = added or s.has("change", max(0, a.n.lead - 5), a.n.lead)
    compared = any(
        when.first - m.end in (0, 1) or 0 <= a.n.lead - m.end <= 1 for m in s.all("comparison")
    )
    compared = compared or _contrasted(when, a)
    grown = (grown and when.code in ROLLING) or a.n.signed or in_brackets(a.n, s)
    if when.code not in ("rolling", "rate") and not grown:
        told = state.running if state.last and state.last.sentence == s.quoted else None
        day = told is not None and told.code in DAYS - {"span"} and not told.role
        state.beside_total = told if when.code == "cumulative" and day else None
        if not compared and not _is_an_example(when, a):
            state.running, state.running_by = when, a.claimant
            state.by_day = when if when.code in BY_DAY else state.by_day
        long = when.code in LONG and not when.role
        if long and state.topic_time is None and not state.claims:
            state.topic_time = when
        if when.code in EVENT_TIMES and not when.role:
            state.event_time, state.event_paragraph = when, s.paragraph


def _contrasted(when: When, a: Asked) -> bool:
    """Whether an earlier month is only set against the one told of: "whereas in January"."""
    s, told, last = a.scene.s, a.state.running, a.state.last
    here = last is not None and last.sentence == s.quoted and told is not None
    if not here or told is None or told.code != when.code or when.code != "month":
        return False
    earlier = bool(told.start and when.start and when.start < told.start)
    return earlier and any(0 <= when.first - m.end <= 1 for m in s.all("contrast"))


def _is_an_example(when: When, a: Asked) -> bool:
    """Whether a month is only singled out of the longer time told of: "December was worst"."""
    long = a.state.running
    if when.code != "month" or long is None or not a.scene.s.all("superlative"):
        return False
    within = long.start and when.start and long.end and long.start <= when.start <= long.end
    return bool(within) and long.code in ("year", "last_year", "this_year", "span")
