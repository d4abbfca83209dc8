"""Which days a figure covers: the time of its clause, of its sentence, or one that goes on.

``period_for`` asks in turn which time a figure is bound to (``bound_times``) or takes over from
those before it (``carried_time``), what that means beside what was told before
(``looking_back``) and in plain terms (``plain_times``), what a figure without a time covers
(``untimed``; its size and words in ``totals``), and which days a time covers
(``days_covered``). ``going_on`` keeps the time of a heading or sentence for those behind it.
"""

from dataclasses import replace
from datetime import date

from lossledger.extract.asked import LONG, Asked, Dated, like, of_the_past_day, reported, total_by
from lossledger.extract.bare import sums_up
from lossledger.extract.bound_times import is_running, of_another, when_for
from lossledger.extract.carried_time import gone_on, of_an_hour, remember
from lossledger.extract.days_covered import period_of
from lossledger.extract.looking_back import meant, point_before
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.plain_times import of_a_number, plainly
from lossledger.extract.relations import is_increment
from lossledger.extract.saying import POINTS
from lossledger.extract.scene import Carried, Context, Scene
from lossledger.extract.tokens import Sentence
from lossledger.extract.totals import (
    TOLL,
    a_total_apart,
    from_a_total,
    has_increment,
    in_brackets,
    is_loss,
    is_small_act,
    of_a_total,
    only_a_total,
    part_of_last,
    stands,
    too_many_for_a_day,
    when_inside,
)
from lossledger.extract.untimed import A_DAYS, grown_so_far, listed_by_name, stood, without_a_time
from lossledger.extract.when import DAYS, POINTS_BEFORE, When
from lossledger.period import DAY, UNKNOWN, Period, cumulative, one_day
from lossledger.vocabulary import is_abroad, metrics, sources


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
    report_when, report_day = reported(n, scene, context, state, claimant)
    start = scene.s.war.start_for(party)
    a = Asked(n, scene, context, state, metric, party, claimant, tally, start,
              report_when, report_day)  # fmt: skip
    near = scene.s.paragraph - state.event_paragraph <= 2
    event = state.event_time if near else None
    when = _as_spoken(when_for(n, scene), scene.s, event)
    if when and when.role == "from" and when.start:
        return _grown_since_a_day(a, when)
    when = of_an_hour(when, state.running, event, metric)
    if when and when.code == "in_total" and _is_toll(a):
        when = None  # "in all, five were hurt": by the attack that the story tells of
    if when and when.code in ("clock", "overnight") and report_when and report_when.start:
        when = replace(when, start=report_when.start, end=report_when.start)
    if tally and report_when and when and of_another(when, n, scene.numbers):
        when = report_when  # "the report of May 1, in which the total was N, yields M this month"
    if when and when.last <= n.lead and state.last and part_of_last(n, when, scene.s, state.last):
        return like(state.last)
    if when and not is_running(when, scene.s.war) and a_total_apart(when, n, scene.s):
        stood = _stood_last(state, claimant) if claimant else None
        a = replace(a, report_day=stood or report_day)
        when = None
    elif when is None and listed_by_name(a) and not _of_the_list_before(a):
        return total_by(a, report_day or context.published)
    elif when is None:
        when = gone_on(a)
        short = when and when.code in DAYS - {"span", "past_week"} and when.role != "since"
        if short and too_many_for_a_day(n, metric) and not _goes_on_about_a_day(a):
            return total_by(a, report_day or context.published)
    if when and _too_many_for_a_day(a, when):
        day = None if when.code == "past_day" else when.end
        return total_by(a, day or a.report_day or context.published)
    told = _by_another(a, when) if when else None
    if told:
        return told
    if when and when.code == "day_earlier" and _grown_since(n, when, scene.s):
        return of_the_past_day(a)
    told_on = report_when.start if report_when and report_when.code in POINTS else None
    behind = report_when is not None and when is not None and when.first > report_when.first
    behind = behind and (state.last is None or state.last.sentence != scene.s.quoted)
    if when and told_on and when.code == "day_earlier" and behind:
        days = [w for w in a.scene.whens if w.code in ("day_earlier", "past_day")]
        back = sum(w.first < when.first for w in days) + 1  # "N the day before, M before that"
        when = replace(when, code="day", start=told_on - back * DAY, end=told_on - back * DAY)
    looks_back = when is not None and when.code in POINTS_BEFORE
    act = metrics()[metric].kind == "event" or _is_of_one_place(a)
    sense = meant(when, state, event=act)
    if sense and sense.code in POINTS_BEFORE and sense.start is None:
        sense = meant(gone_on(a), state, event=act)  # "double the figure of the year before"
    when = _up_to_the_telling(a, plainly(a, sense))
    if when and _is_another_rate(a, when):
        return Dated(UNKNOWN, None, a.report_day, replace(when, code="rate"))
    found = of_a_number(a, when) if when else None
    found = found or _grown(a, when)
    if found:
        return found
    if when and when.role == "since" and grown_so_far(a):
        return total_by(a, a.report_day or context.published)
    if when is None:
        untimed = without_a_time(a)
        if isinstance(untimed, Dated):
            return untimed
        when = untimed
    running, by = state.running, state.running_by
    found = _under(a, when)
    if looks_back:  # what is compared with goes on for nobody
        state.running, state.running_by = running, by
    return found


def _up_to_the_telling(a: Asked, when: When | None) -> When | None:
    """The days that end before the day of telling: "he said on Monday; in the previous week"."""
    now, told = a.context.published, a.report_day
    if when is None or when.code != "rolling" or when.role or not (now and told and told < now):
        return when
    if when.start is None or when.end != now - DAY or (now - told).days > A_WEEK:
        return when
    late = now - told
    return replace(when, start=when.start - late, end=when.end - late)


A_WEEK = 7
"""A report more days old than this is history, from which no days are counted back."""


def _of_the_list_before(a: Asked) -> bool:
    """Whether a figure goes on about names of a list that its speaker has told of already."""
    return any(c.claimant == a.claimant for c in a.state.claims[:-9:-1])


def _grown_since_a_day(a: Asked, when: When) -> Dated:
    """The days of a growth told against a day: "up 1,260 from Tuesday" is Tuesday's loss."""
    last = a.context.published - DAY if a.context.published else when.end
    if when.start and last and when.start < last:
        return Dated(Period(when.start, last, "interval"), None, a.report_day, when)
    return Dated(one_day(when.start), None, a.report_day, when) if when.start else Dated(UNKNOWN)


def _grown_since(n: NumberPhrase, when: When, s: Sentence) -> bool:
    """Whether a figure is by how much a total grew in a day: "200 more than a day earlier"."""
    more = s.has("more_less", n.last, min(n.last + 4, when.first))
    rise = any(s.match(k, "change") or s.match(k, "increment") for k in range(n.lead - 2, n.lead))
    return when.first >= n.last and (more or rise)


def _as_spoken(when: When | None, s: Sentence, event: When | None) -> When | None:
    """ "Today" in a quotation is the day on which its story tells that it happened."""
    if when is None or when.code != "today" or event is None or event.code not in TOLD_DAYS:
        return when
    marks = sum(s.words[k] in OPENING for k in range(when.first))
    quoted = marks > sum(s.words[k] in CLOSING for k in range(when.first))
    straight = sum(s.words[k] == '"' for k in range(when.first)) % 2 == 1
    return event if quoted or straight else when


SO_FAR = frozenset({"year", "this_year", "month", "this_month"})
"""Times that are counted up to a day: "200,000 in 2025 as of 4 June"."""
TOLD_DAYS = frozenset({"day", "weekday", "yesterday"})
OPENING, CLOSING = "«“„", "»”"


def _too_many_for_a_day(a: Asked, when: When) -> bool:
    """Whether a figure beside a single day is a total that stood on it: nobody loses so many."""
    day = when.code in DAYS - {"span", "past_week"} and not when.role and when.start != a.start
    behind = 0 <= when.first - a.n.last <= 2  # "had put the number at 100,000 in November"
    last = a.state.last
    row = last is not None and last.sentence == a.scene.s.quoted and last.period.kind == "month"
    large = only_a_total(a.n, a.metric)
    month = when.code in ("month", "last_month") and not when.role and (behind or large) and not row
    if a.metric == "personnel" and month and only_a_total(a.n, a.metric):
        return True
    if a.metric == "personnel":
        many = a.n.quantity is not None and a.n.quantity.figures[0] > A_DAYS
        return day and (many or only_a_total(a.n, a.metric))
    # "said on Monday that it had lost 76,460 men and 2,771 tanks": the tanks are a total, too
    beside = last is not None and last.sentence == a.scene.s.quoted and last.as_of == when.end
    beside = beside and last is not None and last.period.kind == "cumulative"
    return day and beside and too_many_for_a_day(a.n, a.metric)


def _goes_on_about_a_day(a: Asked) -> bool:
    """Whether another figure of the sentence, of the same people, is of one day."""
    last = a.state.last
    same = last is not None and last.sentence == a.scene.s.quoted and last.metric == a.metric
    return same and last is not None and last.period.kind == "day"


def _is_another_rate(a: Asked, when: When) -> bool:
    """Whether a figure beside a month is a rate like the one told before: "1,255, from 1,556"."""
    last = a.state.last
    if (
        last is None
        or a.n.quantity is None
        or when.code not in LONG
        or "period.rate" not in last.rules
    ):
        return False
    value, rate = max(a.n.quantity.figures), max(last.quantity.figures)
    return last.metric == a.metric and rate / 2 <= value <= min(2 * rate, A_DAYS)


def _by_another(a: Asked, when: When) -> Dated | None:
    """The days of a figure that its time ties to a figure told before."""
    last = a.state.last
    if last is None:
        return None
    if when.code == "in_total" and sums_up(a.scene.s, a.n):
        return like(last, when)
    point = point_before(when, a.n, a.metric, a.state)
    return Dated(cumulative(a.start, point), point, None, when) if point else None


def _grown(a: Asked, when: When | None) -> Dated | None:
    """The days of an increment in brackets, and of the total that it stands behind."""
    n, scene = a.n, a.scene
    if is_increment(n, scene.s, a.state) and not when_inside(n, scene):
        return of_the_past_day(a)
    if _is_the_total_behind(a):
        return total_by(a, stood(a) or a.report_day or a.context.published)
    if has_increment(n, scene) and (when is None or when.code != "cumulative"):
        return total_by(a, a.report_day or a.context.published)
    return None


def _is_the_total_behind(a: Asked) -> bool:
    """Whether the whole stands in a bracket behind a day's loss: "12 tanks (10,324)"."""
    n, last = a.n, a.state.last
    if last is None or n.quantity is None or last.sentence != a.scene.s.quoted:
        return False
    large = n.quantity.figures[0] >= TIMES_A_DAYS * max(last.quantity.figures)
    same = last.metric == a.metric != "civilians" and last.period.kind == "day"
    return same and large and is_loss(a.metric) and in_brackets(n, a.scene.s)


TIMES_A_DAYS = 20
"""A figure in a bracket that is so many times a day's loss before it is no other day's."""


def _under(a: Asked, when: When) -> Dated:
    """The days of a figure under its time, which goes on from here."""
    n, scene, running = a.n, a.scene, a.state.running
    if running and when.code == "cumulative" and _is_a_days(a, when):
        days = period_of(running, a.report_day, a.start, a.context.published)
        return Dated(days, None, a.report_day, running)
    when = _week_of(a, when)
    remember(a, when)
    dated = next((w.end for w in scene.whens if w.role == "as_of" and w.last <= when.first), None)
    if when.code == "past_day" and dated:
        return of_the_past_day(replace(a, report_day=dated))  # "the report of the 3rd: in a day"
    if when.role == "as_of" and when.end and is_small_act(n, a.metric):
        return Dated(one_day(when.end), None, a.report_day, when)  # "as of 10:00 75 were downed"
    if when.role == "as_of" and _is_toll(a):
        event = a.state.event_time
        if event and event.start and event.start <= (when.end or event.start):
            return Dated(period_of(event, a.report_day, a.start, a.context.published), None,
                         a.report_day, event)  # fmt: skip
        return Dated(UNKNOWN, None, a.report_day, when)
    few = a.metric == "personnel" and n.quantity and max(n.quantity.figures) < A_DAYS
    kept = not (_is_toll(a) or is_small_act(n, a.metric) or few)
    counted = a.tally and _is_point(when) and kept
    if when.role == "as_of" or _stands_at(a, when) or counted:
        point = when.end if when.role == "as_of" else when.start
        return Dated(cumulative(a.start, point), point, None, when)
    if when.code == "cumulative" and not when.role and _is_of_an_operation(a, when):
        when = replace(when, code="cumulative_here")
    if when.code == "cumulative_here" and when.end is None and a.state.begun:
        when = replace(when, code="day", start=a.state.begun, end=a.state.begun, role="since")
    period = period_of(when, a.report_day, a.start, a.context.published)
    state_of = next((w.end for w in scene.whens if w.role in ("as_of", "end_of") and w.end), None)
    if when.code in SO_FAR and not when.role and state_of and period.start and period.end:
        within = period.start <= state_of < period.end
        period = replace(period, end=state_of) if within else period
    if period.kind == "cumulative" and state_of and a.start and a.start < state_of:
        period = replace(period, end=state_of)
    if period.kind == "cumulative":
        day = (_said_in(a) or stood(a)) if when.end is None and not when.role else None
        period = replace(period, end=day) if day else period
        return Dated(period, period.end, a.report_day, when)
    return Dated(period, a.report_day if a.report_when else None, a.report_day, when)


def _said_in(a: Asked) -> date | None:
    """The end of the month past in which a running total was given out: "he said in February"."""
    told = [w for w in a.scene.report_whens if w.code in ("month", "last_month") and w.end]
    if a.report_when is not None or len(told) != 1 or a.context.published is None:
        return None
    end = told[0].end
    return end if end is not None and end < a.context.published else None


def _week_of(a: Asked, when: When) -> When:
    """The week of a source whose weekly report counts the day on which it appears."""
    source, now = sources().get(a.claimant or ""), a.context.published
    if source is None or now is None or when.code != "past_week" or when.end != now - DAY:
        return when
    if source.week_ends != now.weekday():
        return when
    return replace(when, start=now - 6 * DAY, end=now)


def _is_of_an_operation(a: Asked, when: When) -> bool:
    """Whether losses since "the operation" began are those on the land it crossed into."""
    if not is_loss(a.metric):
        return False
    s, state = a.scene.s, a.state
    if is_abroad(a.party, a.scene.place):
        return True
    source = sources().get(a.claimant or "")
    side = source.party if source else None
    near = 0 <= s.paragraph - state.place_paragraph <= 1
    named = any((m := s.match(k, "campaign")) is not None and m.meaning == "operation"
                for k in range(when.first, when.last))  # fmt: skip
    abroad = is_abroad(a.party, state.place) or is_abroad(side, state.place)
    return named and near and abroad


def _is_a_days(a: Asked, when: When) -> bool:
    """Whether "total losses" in a bulletin of one day are those of all fronts on that day."""
    s, running, last = a.scene.s, a.state.running, a.state.last
    named = s.has("noun_of_loss", when.first, min(when.last + 3, len(s)))
    if not named or running is None or running.code not in DAYS or a.n.quantity is None:
        return False
    if a.metric == "personnel":
        return max(a.n.quantity.figures) < A_DAYS
    begun = s.starts[when.first]
    return last is not None and last.span.start > begun and last.period.kind == "day"


STARTS = frozenset({"year_start", "month_start", "week_start"})
"""Times on which totals stand."""


def _stands_at(a: Asked, when: When) -> bool:
    """Whether a total stands on the day that a time names, and is not of that day."""
    n, scene, state = a.n, a.scene, a.state
    if when.role in ("start_of", "end_of") and metrics()[a.metric].kind != "event":
        return True
    mark = a.metric == "civilians" and n.quantity is not None and n.quantity.figures[0] >= TOLL
    if mark and when.code in POINTS and not when.role:
        return True  # "passed 10,000 on 15 November": no day has cost so many
    if not is_loss(a.metric) or when.role == "since":
        return False
    if when.code in STARTS and only_a_total(n, a.metric):
        return True  # "at the year's start its counter showed 1,208,970"
    if when.code in POINTS and from_a_total(n, scene.s, state):
        return True
    if when in scene.whens and when.code in POINTS and stands(n, scene.s):
        return True
    return of_a_total(n, when, scene, state)


def _is_of_one_place(a: Asked) -> bool:
    """Whether so few civilians of a place, however many in all, are one attack's."""
    few = a.n.quantity is not None and a.n.quantity.figures[0] < TOLL
    source = sources().get(a.claimant or "")
    third = source is not None and source.party is None and not source.local
    return a.metric == "civilians" and few and a.scene.place is not None and not third


def _is_toll(a: Asked) -> bool:
    """Whether so few civilians of one place are counted as only one attack's are."""
    few = a.n.quantity is not None and a.n.quantity.figures[0] < TOLL
    if not few or a.metric != "civilians":
        return False
    last = a.state.last
    if last is not None and last.metric == a.metric and last.claimant == a.claimant:
        counted = last.period.kind == "cumulative" and "number.digits" in last.rules
        if counted and last.quantity.figures[0] > (a.n.quantity.figures[0] if a.n.quantity else 0):
            return False  # a part of the count of a war's children
    attacks = TOLD_DAYS | {"overnight"}
    event = a.state.event_time is not None and a.state.event_time.code in attacks
    source = sources().get(a.claimant or "")
    third = source is not None and source.party is None and not source.local
    place = a.state.place is not None and a.scene.s.paragraph - a.state.place_paragraph <= 1
    if source is None and not any(w.code == "cumulative" for w in a.scene.whens):
        return True  # "by Thursday evening 12 bodies had been found"
    return a.scene.place is not None or a.tally or event or (place and not third)


def _stood_last(state: Carried, claimant: str) -> date | None:
    """The latest day on which totals of the claimant stood, among those that the text gave."""
    told = (c.as_of for c in state.claims[:-9:-1] if c.claimant == claimant)
    return max((day for day in told if day), default=None)


def _is_point(when: When) -> bool:
    return when.code in ("month_start", "year_start", "week_start", "day", "weekday", "today",
                         "yesterday") or when.role in ("start_of", "end_of")  # fmt: skip
