"""Which days a figure covers: the time of its clause, of its sentence, or one that goes on."""

from dataclasses import replace
from datetime import date

from lossledger.extract import dates
from lossledger.extract.bare import sums_up
from lossledger.extract.dates import When
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.relations import is_increment
from lossledger.extract.saying import POINTS
from lossledger.extract.scene import Carried, Context, Scene, figures, in_time
from lossledger.extract.speakers import Chain
from lossledger.extract.tokens import DASHES, NUMBER, Sentence
from lossledger.extract.totals import (
    TOLL,
    beside_a_total,
    grown_to,
    has_increment,
    in_brackets,
    is_part,
    is_rise,
    is_small_act,
    killed_in_a_war,
    only_a_total,
    part_of_last,
    when_inside,
)
from lossledger.model import Claim
from lossledger.period import DAY, Period, cumulative, month_of, one_day, past_day
from lossledger.vocabulary import metrics, war_start
from lossledger.vocabulary.lexicon import Match

DAYS = frozenset(
    [
        "past_day",
        "whole_day",
        "overnight",
        "today",
        "yesterday",
        "day",
        "weekday",
        "span",
        "past_week",
    ]
)
"""Times of a report, which a bulletin names once for all of its paragraphs."""


EARLIER = {"day_earlier": 1, "week_earlier": 7}
"""Days that lie so far before the one named last."""

SHORT = 8
"""A sentence of so few tokens without a verb is a heading: "January in figures."."""

WAR_YEAR = "war_year_"
"""Codes of the tables for the first, second, ... year of a war."""


def keep_running(s: Sentence, chains: list[tuple[int, int, Chain]], state: Carried) -> None:
    """What time goes on: an item has that of its list's heading, a new speaker starts anew."""
    if s.item and s.line != state.line:
        state.running = state.intro_running
    elif s.line != state.line:
        same = chains[0][2].claimant == state.chain.claimant
        if not (same and state.running and state.running.code in DAYS):
            state.running = None
    state.paragraph, state.line = s.paragraph, s.line
    state.running_item = s.item or s.quoted.rstrip().endswith(":")


def time_of_what_follows(scene: Scene, state: Carried, counts: bool) -> None:
    """A sentence without claims tells the time of those behind it: "Losses in November"."""
    s = scene.s
    if counts:
        return
    is_open = s.words[-1] not in ".!?…"
    is_open = is_open and not figures(scene)
    about = bool(s.all("source", "noun_of_loss", "metric", "as_of", "place"))
    is_open = is_open or (about and len(s) <= SHORT and not s.all("frame", "speech"))
    whole = DAYS - {"day"} | {"whole_day"}
    acts = bool(s.all("frame")) and not s.all("speech")
    told = [
        w
        for w in scene.whens
        if (is_open and w.start and (not _as_of(w, s) or s.all("noun_of_loss")))
        or (w.code in whole and not _as_of(w, s))
        or (acts and w.code == "day" and not w.role)
        or (w.code == "month" and w.first == 0 and s.match(w.last, "be"))
    ]
    if told:
        state.running = state.intro_running = _of_report(told[0], state)


def _as_of(w: When, s: Sentence) -> bool:
    """Whether a time only tells of when the state is: "what is known as of 14:00"."""
    return w.role == "as_of" or s.match(w.first, "as_of") is not None


def _of_report(when: When, state: Carried) -> When:
    """A bulletin's heading names the day of the report; what it counts is of the day before."""
    if state.intro.rule != "speaker.heading" or when.code != "day" or when.end is None:
        return when
    if state.late:
        return replace(when, role="")
    state.report_day = when.end
    day = when.end - DAY
    return replace(when, code="day", start=day, end=day, role="")


def _when_for(n: NumberPhrase, scene: Scene) -> When | None:
    """The time that a number's days are taken from, among those of its sentence."""
    later = [o for o in scene.numbers if o.lead >= n.last and not in_time(o, scene.whens)]
    earlier = [o for o in scene.numbers if o.last <= n.lead and not in_time(o, scene.whens)]
    next_at = later[0].lead if later else len(scene.s)
    prev_at = earlier[-1].last if earlier else 0
    whens = [
        w for w in scene.whens if w.code != "start_of" and not _of_a_bracket(w, n, later, scene.s)
    ]
    named = next((w for w in whens if w.last == n.lead and w.code == "month" and not w.role), None)
    if named and named.start:
        return named  # "May 33,760 and June, when it got under way, 39,290"
    growth = scene.s.match(n.last, "more_less")
    whens = [w for w in whens if growth or w.first < n.last or not _compared_with(w, scene.s)]
    own = any(prev_at <= w.first and w.last <= n.lead for w in whens)
    whens = [w for w in whens if not _of_next(w, n, later, scene.s, own)]
    rate = [
        w
        for w in whens
        if w.code == "rate"
        and prev_at <= w.first
        and (
            (w.last <= n.lead and not _bound_to(w, earlier, scene))
            or (0 <= w.first - n.last <= 4 and w.first <= next_at)
        )
    ]
    if rate:
        return rate[-1]
    means = [w.first for w in whens if w.code == "rate" and w.first >= next_at]
    whens = [w for w in whens if not means or w.first < means[0]]  # "N, and 983 a day in May"
    whens = [w for w in whens if w.code != "rate" and not _of_a_part(w, n, earlier, scene.s)]
    groups = (
        [w for w in whens if n.last <= w.first < next_at],
        [w for w in reversed(whens) if prev_at <= w.first and w.last <= n.lead],
        _not_of_later([w for w in whens if w.first >= next_at], later, scene.s),
        [w for w in reversed(whens) if w.last <= prev_at and not _bound_to(w, earlier, scene)],
        [w for w in reversed(whens) if w.last <= n.lead],
    )
    for group in groups:
        if group and _leads_on(group[0], n, scene.s):
            return group[0]
        definite = [w for w in group if not _is_running(w) and not _apart(w, n, scene.s)]
        if definite and (group[0].code != "cumulative" or group[0].last - group[0].first <= 3):
            return definite[0]
        if group:
            return group[0]
    return None


def _leads_on(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether "since 2022" stands a word or two before its number: "total since 2022 to 8,800"."""
    return w.role == "since" and 0 <= n.lead - w.last <= 2 and "," not in s.words[w.last : n.lead]


def _is_running(w: When) -> bool:
    """Whether a time is that of a running total: since the war began."""
    start = war_start(None)
    return w.code == "cumulative" or bool(start and _since_month_of(w, start))


def _apart(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a colon and more separates an earlier time from a number."""
    return any(s.words[k] == ":" for k in range(w.last, n.lead))


def _compared_with(w: When, s: Sentence) -> bool:
    """Whether a time is only what a figure is compared with: "1,300 more than in July"."""
    return any((m := s.match(k, "than")) is not None and m.end == w.first
               for k in range(w.first - 2, w.first))  # fmt: skip


def _of_a_part(w: When, n: NumberPhrase, earlier: list[NumberPhrase], s: Sentence) -> bool:
    """Whether a time is that of a part told before: "8 tanks, of which 3 today, and 16 guns"."""
    parts = [o for o in earlier if o.last <= w.first and _marked_part(o, s)]
    closed = any(s.words[k] == "," for k in range(w.last, n.lead))
    return w.last <= n.lead and closed and bool(parts) and parts[-1] is earlier[-1]


def _marked_part(n: NumberPhrase, s: Sentence) -> bool:
    return any(s.match(k, "part") for k in range(max(0, n.lead - 3), n.lead))


def _of_a_bracket(w: When, n: NumberPhrase, later: list[NumberPhrase], s: Sentence) -> bool:
    """Whether a time stands in a bracket behind a number that holds a number of its own."""
    opened = next((k for k in range(w.first - 1, n.last - 1, -1) if s.words[k] in "()"), None)
    if opened is None or s.words[opened] != "(":
        return False
    closed = next((k for k in range(opened, len(s)) if s.words[k] == ")"), len(s))
    return any(opened < o.first < closed for o in later)


def _of_next(w: When, n: NumberPhrase, later: list[NumberPhrase], s: Sentence, own: bool) -> bool:
    """Whether a time behind a number opens the clause of another number behind it.

    A comma stands before such a time, and none between it and its number. ``own`` says that
    the first number has a time before it, so that any number may follow the comma.
    """
    after = next((o for o in later if o.lead >= w.last), None)
    if after is None or w.first < n.last:
        return False
    opens = w.first - 1
    if own and s.match(opens - 1, "joiner") and s.match(opens, "stop"):
        return not any(s.words[k] in ",;" for k in range(w.last, after.lead))
    commas = [k for k in range(n.last, w.first) if s.words[k] in ",;"]
    commas += [opens] if opens >= n.last and s.words[opens] in DASHES else []
    behind = w.last + (w.last < len(s) and s.words[w.last] == ",")
    if not commas or any(s.words[k] in ",;" for k in range(behind, after.lead)):
        return False
    if any(s.match(k, "part") for k in range(w.last, after.lead)):
        return False
    inner = any(commas[-1] < o.first < w.first for o in later)
    return not inner and (own or w.first - commas[-1] <= 4)


def _not_of_later(whens: list[When], later: list[NumberPhrase], s: Sentence) -> list[When]:
    """The times behind later numbers, save those that belong to these only.

    They do where a clause of its own stands between: a part, a contrast, a bracket. A part that
    the list goes on behind ("5, including 2 new ones, and 7 since May") has no time of its own.
    """
    if not whens:
        return []
    start = max(0, later[0].lead - 3)
    end = whens[-1].first
    within = [o.first for o in later if o.first < end]
    last_two = within[-2] if len(within) > 1 else -1
    breaks = [m.start for m in s.all("contrast")]
    breaks += [m.start for m in s.all("part") if m.start > last_two]
    breaks += [m.start for m in s.all("stance") if m.meaning == "derived"]
    breaks += [k for k in range(start, whens[-1].first) if s.words[k] in ";("]
    first = min((k for k in breaks if k >= start), default=len(s))
    return [w for w in whens if w.first <= first]


def _of_another(w: When, n: NumberPhrase, numbers: list[NumberPhrase]) -> bool:
    """Whether another number stands between a number and a time behind it."""
    return any(n.last <= o.lead and o.last <= w.first for o in numbers)


def _bound_to(w: When, earlier: list[NumberPhrase], scene: Scene) -> bool:
    """Whether an earlier time directly follows an earlier number, and so belongs to it."""
    return any(
        o.last <= w.first <= o.last + 6 and ";" not in scene.s.words[o.last : w.first]
        for o in earlier
    )


LONG = frozenset({"month", "year", "last_week", "last_month", "last_year"})
"""Times of saying that name no day."""


def period_for(
    n: NumberPhrase,
    scene: Scene,
    context: Context,
    state: Carried,
    party: str | None,
    metric: str,
    tally: bool,
    claimant: str | None,
) -> tuple[Period, date | None, date | None, When | None]:
    """(period, as_of, report_date, the time used) of a number."""
    dated = (w for w in scene.report_whens if w.start and w.code not in LONG)
    report_when = next(dated, None)
    report_day = report_when.start if report_when else context.published
    if report_when is None and scene.report_whens:
        report_day = None
    if report_when is None and not scene.report_whens:
        report_day = state.report_days.get(claimant) or state.report_day or report_day
    when = _when_for(n, scene)
    if tally and report_when and when and _of_another(when, n, scene.numbers):
        when = report_when  # "the report of May 1, in which the total was N, yields M this month"
    if when and when.last <= n.lead and state.last and part_of_last(n, when, scene.s, state.last):
        return state.last.period, state.last.as_of, state.last.report_date, None
    apart = when and not _is_running(when) and _a_total_apart(when, n, scene.s)
    if apart and claimant:
        report_day = _stood_last(state, claimant) or report_day
    if apart:
        when = None
    elif when is None and not scene.report_whens and not _stands_now(n, metric, scene, state):
        total = only_a_total(n, metric) or beside_a_total(metric, scene, state)
        short = state.running is not None and state.running.code in DAYS
        when = None if total and short else state.running
        if is_rise(n, scene.s, state) or _behind_a_part(n, scene.s, state):
            when = None
    start = war_start(party)
    if when and when.code == "in_total" and state.last and sums_up(scene.s, n):
        return state.last.period, state.last.as_of, state.last.report_date, when
    point = _point_before(when, n, metric, state) if when and state.last else None
    if point:
        return cumulative(start, point), point, None, when
    when = _meant(when, state, event=metrics()[metric].kind == "event")
    if when and when.code in ("day", "span") and when.start == start and start is not None:
        end = when.end if when.code == "span" else None
        when = replace(when, code="cumulative", role="", end=end)
    if when and when.code.startswith(WAR_YEAR) and start:
        return _year_of_war(int(when.code.removeprefix(WAR_YEAR)), start), None, report_day, when
    if when and when.code == "same" and state.last:
        told = _told_last(state.last, n, state)
        return told.period, told.as_of, told.report_date, when
    month = next((w for w in scene.whens if w.code == "month" and w.start), state.month)
    if when and when.code == "past_month" and month:
        when = replace(month, role="")
    if when and start and _since_month_of(when, start):
        when = replace(when, code="cumulative", role="", end=None)
    if is_increment(n, scene.s, state) and not when_inside(n, scene):
        return _past_day(report_day), None, report_day, None
    if has_increment(n, scene) and (when is None or when.code != "cumulative"):
        now = report_day or context.published
        return cumulative(start, now), now, None, None
    if when is None and is_rise(n, scene.s, state):
        return _past_day(report_day), None, report_day, None
    if when is None and len(state.claims) > 1 and _behind_a_part(n, scene.s, state):
        whole = state.claims[-2]
        return whole.period, whole.as_of, whole.report_date, None
    if when is None and state.last and is_part(n, scene.s, state.last):
        return state.last.period, state.last.as_of, state.last.report_date, None
    stock = only_a_total(n, metric) or _is_stock(n, metric, scene, tally)
    stock = stock or killed_in_a_war(n, metric, scene)
    stock = stock or any(o.last + 1 == n.lead and grown_to(o, scene.s) for o in scene.numbers)
    if when is None and (stock or beside_a_total(metric, scene, state)):
        now = report_day or _said_by(scene) or context.published
        return cumulative(start, now), now, None, None
    if when is None and _is_assessed(metric, scene):
        when = When(n.first, n.first, "cumulative")
    if when is None and state.bulletin:
        return _past_day(report_day), None, report_day, None
    if when is None and state.event_time and _is_of_the_event(n, metric, scene, state):
        when = state.event_time
    if when is None:
        return Period(None, None, "unknown"), None, report_day if report_when else None, None
    grown = any(scene.s.match(k, "change") for k in range(max(0, n.lead - 5), n.lead))
    compared = any(m.end == when.first for m in scene.s.all("comparison"))
    grown = (grown and when.code in dates.ROLLING) or n.signed or in_brackets(n, scene.s)
    if when.code not in ("rolling", "rate") and not grown:
        state.running = state.running if compared else when
        if when.code in EVENT_TIMES and not when.role:
            state.event_time, state.event_paragraph = when, scene.s.paragraph
    ends = when.role in ("start_of", "end_of") and metrics()[metric].kind != "event"
    if _is_loss(metric) and when.role != "since":
        ends = ends or (when.code in POINTS and _from_a_total(n, scene.s, state))
        stands = when in scene.whens and when.code in POINTS and _stands(n, scene.s)
        ends = ends or stands or _of_a_total(n, when, scene, state)
    toll = metric == "civilians" and scene.place is not None and n.quantity is not None
    if when.role == "as_of" and when.end and is_small_act(n, metric):
        return one_day(when.end), None, report_day, when  # "as of 10:00 on 3 June 75 were downed"
    if when.role == "as_of" and toll and n.quantity and n.quantity.figures[0] < TOLL:
        return Period(None, None, "unknown"), None, report_day, when
    if when.role == "as_of" or ends or (tally and _is_point(when)):
        point = when.end if when.role == "as_of" else when.start
        return cumulative(start, point), point, None, when
    period = dates.period_of(when, report_day, start, context.published)
    state_of = next((w.end for w in scene.whens if w.role == "as_of" and w.end), None)
    if period.kind == "cumulative" and state_of and start and start < state_of:
        period = replace(period, end=state_of)
    as_of = period.end if period.kind == "cumulative" else report_day if report_when else None
    return period, as_of, report_day, when


POINTS_BEFORE = frozenset({"day_earlier", "week_earlier", "month_before", "year_earlier"})
"""Times so far before a total, at which another total stood."""


def _point_before(when: When, n: NumberPhrase, metric: str, state: Carried) -> date | None:
    """The day of a total a week, month or year before the one told last: "after N a week before".

    Such a total is not larger, and not so small that it could be a loss of those days.
    """
    totals = (c for c in state.claims[:-9:-1] if c.metric == metric)
    last = next((c for c in totals if c.period.kind == "cumulative"), None)
    if when.code not in POINTS_BEFORE or last is None or n.quantity is None or not last.as_of:
        return None
    value, latest = n.quantity.figures[0], max(last.quantity.figures)
    if not latest / 3 < value <= latest:
        return None
    day = last.as_of
    if when.code in EARLIER:
        return day - EARLIER[when.code] * DAY
    if when.code == "year_earlier":
        return dates.valid(day.year - 1, day.month, day.day)
    last_month = day.replace(day=1) - DAY
    return dates.valid(last_month.year, last_month.month, day.day) or last_month


def _meant(when: When | None, state: Carried, *, event: bool) -> When | None:
    """What an expression of time with several senses means here.

    "In all" sums up a war's losses, but the acts of the bulletin's own day; "over the day" is
    the day so far in a bulletin of the afternoon.
    """
    if when is None:
        return None
    base = (state.running.start if state.running else None) or state.day
    week = state.last.period if state.last and state.last.period.kind == "week" else None
    if when.code == "week_earlier" and week and week.start and week.end:
        start, end = week.start - 7 * DAY, week.end - 7 * DAY
        return replace(when, code="past_week", start=start, end=end)
    if when.code in EARLIER and base:
        day = base - EARLIER[when.code] * DAY
        return replace(when, code="day", start=day, end=day)
    last = state.last
    if when.code == "day_after" and last and last.period.kind == "day" and last.period.end:
        day = last.period.end + DAY
        return replace(when, code="day", start=day, end=day)
    if when.code == "week_after" and last and last.period.end and last.period.kind != "cumulative":
        first = last.period.end + DAY
        return replace(when, code="past_week", start=first, end=first + 6 * DAY)
    if when.code == "in_total":
        return state.running if event else replace(when, code="cumulative")
    if when.code == "month_before" and state.month and state.month.start:
        before = month_of(state.month.start - DAY)
        return replace(when, code="month", start=before.start, end=before.end)
    if when.code == "that_year":
        year = state.year
        return (
            replace(year, role="")
            if year
            else dates.relative(replace(when, code="this_year"), state.day)
        )
    if when.code == "whole_day":
        return dates.relative(replace(when, code="today" if state.late else "past_day"), state.day)
    return when


def _a_total_apart(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a clause about a total begins between a time and a number: ", and its total is"."""
    if not any(s.match(k, "tally") for k in range(max(w.last, n.lead - 8), n.lead)):
        return False
    marks = (k for k in range(w.last, n.lead - 1) if s.words[k] in ",;")
    return any(
        s.words[k] == ";"
        or s.match(k + 1, "joiner")
        or (k > w.last and s.match(k + 1, "relative"))  # "in May, when ..." is of May
        for k in marks
    )


def _stood_last(state: Carried, claimant: str) -> date | None:
    """The latest day on which totals of the claimant stood, among those that the text gave."""
    told = (c.as_of for c in state.claims[:-9:-1] if c.claimant == claimant)
    return max((day for day in told if day), default=None)


def _behind_a_part(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """Whether a figure goes on with the whole behind a part: "8 tanks, 3 of them today, and N"."""
    if len(state.claims) < 2 or state.last is None:
        return False
    whole, part = state.claims[-2:]
    told = "period.total" in whole.rules or whole.period.kind == "cumulative"
    same = whole.sentence == part.sentence == s.quoted and part.metric == whole.metric
    return told and same and part.period.kind == "day" and bool(s.match(n.lead - 1, "joiner"))


def _told_last(last: Claim, n: NumberPhrase, state: Carried) -> Claim:
    """The figure whose days are the same: the one before, else the last that has days.

    "In those seven days" goes back over a running total that is no figure of seven days.
    """
    small = n.quantity is None or n.quantity.figures[0] < max(last.quantity.figures) / 3
    if last.period.kind != "unknown" and not (small and last.period.kind == "cumulative"):
        return last
    running = ("cumulative", "unknown")
    return next((c for c in state.claims[:-9:-1] if c.period.kind not in running), last)


def without_superlatives(s: Sentence, whens: list[When]) -> list[When]:
    """The times of a sentence less those that only compare: "the largest since the invasion"."""
    most = s.all("superlative")
    return [
        w
        for w in whens
        if not (w.code in ("cumulative", "this_year") or w.role == "since")
        or not any(_near(m, w, s) for m in most)
    ]


def _near(m: Match, w: When, s: Sentence) -> bool:
    """Whether a time stands in the same clause a few tokens behind a word."""
    clause = not any(s.words[k] in ",;:" or s.kinds[k] == NUMBER for k in range(m.end, w.first))
    return 0 <= w.first - m.end <= 6 and clause


def _stands_now(n: NumberPhrase, metric: str, scene: Scene, state: Carried) -> bool:
    """Whether a loss "has been" suffered so far, so that a day named before is not its own."""
    day = state.running is not None and state.running.code in DAYS
    counted = any(scene.s.match(k, "tally") for k in range(max(0, n.lead - 8), n.lead))
    now = _perfect_before(n, scene.s) == "present" or (counted and _stands(n, scene.s))
    return day and _is_loss(metric) and now


FEW = 1_000
"""Fewer soldiers than this are no army's losses of a whole war, though "had been" is said."""


def _is_stock(n: NumberPhrase, metric: str, scene: Scene, tally: bool) -> bool:
    """Whether a loss without a time is all that was lost until then: "had lost", "stands at"."""
    s = scene.s
    stands = _stands(n, s)
    counted = any(s.match(k, "tally") for k in range(max(0, n.lead - 8), n.lead))
    named = counted and n.lead > 0 and s.words[n.lead - 1] == ":"
    few = metric == "personnel" and n.quantity is not None and max(n.quantity.figures) < FEW
    perfect = not few and _perfect_before(n, s) is not None
    return _is_loss(metric) and (tally or named or stands or perfect)


def _stands(n: NumberPhrase, s: Sentence) -> bool:
    """Whether a figure is said to stand so high: "losses at", "stood at", "exceed"."""
    return any(s.match(k, "stands") for k in range(max(0, n.lead - 4), n.lead))


def _is_loss(metric: str) -> bool:
    return metrics()[metric].kind != "event" and metric != "civilians"


def _perfect_before(n: NumberPhrase, s: Sentence) -> str | None:
    """The perfect that a number's verb stands in: present, past or ``None``."""
    for k in range(min(n.lead + 10, len(s)) - 1, -1, -1):
        m = s.match(k, "perfect")
        if m and (k < n.lead or not any(s.words[i] in ",;:" for i in range(n.last, k))):
            return str(m.meaning)
    return None


def _said_by(scene: Scene) -> date | None:
    """The last day on which something said in a month or year can have been said."""
    return next((w.end for w in scene.report_whens if w.end and not w.role), None)


def _year_of_war(nth: int, start: date) -> Period:
    """The nth year from a war's first day."""
    first, after = (dates.valid(start.year + k, start.month, start.day) for k in (nth - 1, nth))
    return Period(first, after - DAY if after else None, "interval")


EVENT_TIMES = frozenset({"overnight", "day", "weekday", "yesterday", "today"})
"""Times of one event, which others too speak of in the paragraphs behind it."""


def _is_of_the_event(n: NumberPhrase, metric: str, scene: Scene, state: Carried) -> bool:
    """Whether a figure without a time is of the attack that the paragraph before tells of."""
    row = metrics()[metric]
    air = metric.endswith(("_downed", "_launched")) or metric == "civilians"
    near = 0 < scene.s.paragraph - state.event_paragraph <= 2 and not scene.s.item
    return air and row.kind != "equipment" and near and not scene.whens and not scene.report_whens


def _is_assessed(metric: str, scene: Scene) -> bool:
    """Whether a whole war's losses are assessed: "it puts Russia's losses at 7,000 to 15,000"."""
    assessed = scene.s.all("noun_of_loss") and scene.s.all("assessment")
    return bool(assessed) and metrics()[metric].kind == "person" and not scene.report_whens


def _of_a_total(n: NumberPhrase, when: When, scene: Scene, state: Carried) -> bool:
    """Whether a total is said to stand so high on a day: "put total losses on 1 March at N"."""
    totals = [w for w in scene.whens if w.code in ("cumulative", "in_total") and w.last <= n.lead]
    s, last = scene.s, state.last
    bare = n.last >= len(s) or s.words[n.last] in ".,;"
    again = last is not None and last.period.kind == "cumulative" and last.sentence == s.quoted
    named = bool(totals) or (bare and again)
    return when.code in ("day", "weekday") and when.last <= n.lead and named


def _from_a_total(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """Whether a total is compared with one of its size: "at 986,820, up from 507,650 on 31 May"."""
    last = state.last
    compared = any(n.lead <= m.end <= n.first for m in s.all("comparison"))
    if last is None or n.quantity is None or last.period.kind != "cumulative" or not compared:
        return False
    return last.sentence == s.quoted and max(last.quantity.figures) < 3 * n.quantity.figures[0]


def _past_day(report_day: date | None) -> Period:
    return past_day(report_day) if report_day else Period(None, None, "day")


def _since_month_of(when: When, start: date) -> bool:
    """Whether a time says "since" the month or year in which the running totals begin."""
    if when.role != "since" or when.code not in ("month", "year") or when.start is None:
        return False
    return when.start <= start and (when.end is None or start <= when.end)


def _is_point(when: When) -> bool:
    return when.code in ("month_start", "year_start", "week_start", "day", "weekday", "today",
                         "yesterday") or when.role in ("start_of", "end_of")  # fmt: skip
