"""The days of a figure that no time is named for: a total until then, a part, an event told of."""

from datetime import date

from lossledger.extract.asked import LONG, Asked, Dated, like, of_the_past_day, total_by
from lossledger.extract.scene import Scene
from lossledger.extract.speakers import lists_the_dead
from lossledger.extract.totals import (
    FEW,
    SOME,
    TOLL,
    at_one_place,
    behind_a_part,
    beside_a_total,
    grown_to,
    in_the_air,
    is_assessed,
    is_by_size_alone,
    is_loss,
    is_of_those,
    is_part,
    is_rise,
    is_stock,
    killed_in_a_war,
    only_a_total,
)
from lossledger.extract.when import DAYS, When
from lossledger.model import Claim
from lossledger.period import UNKNOWN, one_day
from lossledger.vocabulary import metrics, sources

A_DAYS = 2_500
"""No army of this war has lost more people in a day."""


def without_a_time(a: Asked) -> Dated | When:
    """The days of a figure that no time is named for, or the time to take for it."""
    n, scene, state = a.n, a.scene, a.state
    if is_rise(n, scene.s, state):
        return of_the_past_day(a)
    if len(state.claims) > 1 and behind_a_part(n, scene.s, state):
        return like(state.claims[-2])
    last = state.last
    part = last and (is_part(n, scene.s, last) or is_of_those(n, scene.s, last))
    if last and part and not outgrows(a):
        return like(last)
    if last and _is_next_part(a, last):
        return like(last)
    final = _given_out_last(a)
    if final:
        return total_by(a, final)
    formerly = told_formerly(a) and a.report_when is None
    long_ago = _said_long_ago(scene) and scene.s.starts[0] not in state.said_on
    if long_ago or formerly or _is_undated(a):
        return Dated(UNKNOWN, None, None)
    if state.undated == scene.s.paragraph and state.paper_day and is_loss(a.metric):
        return total_by(a, state.paper_day)
    if _is_a_total(a):
        return total_by(a, stood(a) or a.report_day or a.context.published)
    total = state.totals.get(a.claimant)
    if total and _goes_on_counting(a, total):
        return Dated(total.period, total.as_of, total.report_date)
    if is_assessed(n, a.metric, scene):
        return When(n.first, n.first, "cumulative")
    if state.bulletin and _of_the_night(a):
        return Dated(one_day(a.report_day), None, a.report_day)
    if state.bulletin:
        return of_the_past_day(a)
    if state.event_time and _is_of_the_event(a):
        return state.event_time
    return Dated(UNKNOWN, None, a.report_day if a.report_when else None)


def _of_the_night(a: Asked) -> bool:
    """Whether a body that only watches the sky tells in its report of the night to that day."""
    source = sources().get(a.claimant or "")
    return source is not None and source.matters == ("air",) and in_the_air(a.metric)


def outgrows(a: Asked) -> bool:
    """Whether a figure of a count is larger than what that count grew by in the time told last."""
    last, total = a.state.last, a.state.totals.get(a.claimant)
    if last is None or total is None or a.n.quantity is None or last.claimant != a.claimant:
        return False
    monitor = sources().get(a.claimant or "")
    grown = last.metric == a.metric and last.period.kind in ("month", "week", "interval")
    counts = monitor is not None and (monitor.kind == "monitor" or monitor.evidence is not None)
    return counts and grown and a.n.quantity.figures[0] > max(last.quantity.figures)


def _is_next_part(a: Asked, last: Claim) -> bool:
    """Whether a figure goes on the parts of a whole: "of these 6 are dead, 10 hurt, 7 captured"."""
    parts = [r for r in a.state.relations[-2:] if r.kind == "part_of" and r.source == last.id]
    small = a.n.quantity is not None
    return bool(parts) and small and last.sentence == a.scene.s.quoted and last.metric == a.metric


def stood(a: Asked) -> date | None:
    """The day up to which a third party has said that its totals count, where it gave one."""
    total = a.state.totals.get(a.claimant)
    source = sources().get(a.claimant or "")
    told = a.report_day is not None and a.report_day != a.context.published
    if told or total is None or source is None or source.party is not None:
        return None
    day, published = total.as_of, a.context.published
    lately = day is not None and published is not None and (published - day).days <= LATELY
    return day if lately else None


LATELY = 45
"""A third party's count is told of so many days after the day up to which it counts."""


def _goes_on_counting(a: Asked, total: Claim) -> bool:
    """Whether a figure is of the count that its speaker gave a total of.

    Who counts names or pictures gives nothing else; of an army's losses only so many soldiers
    are those of the war.
    """
    if not is_loss(a.metric) or a.n.quantity is None or a.claimant is None:
        return False
    row = sources().get(a.claimant)
    monitor = row is not None and (row.kind in ("monitor", "model") or lists_the_dead(row.id))
    many = a.metric == "personnel" and max(a.n.quantity.figures) >= A_DAYS
    return monitor or (many and total.metric == "personnel")


def _is_a_total(a: Asked) -> bool:
    """Whether a figure without a time is all that was lost until then."""
    n, scene = a.n, a.scene
    return (
        (only_a_total(n, a.metric) and not is_by_size_alone(a.claimant))
        or _told_on_a_day(a)
        or (is_stock(n, a.metric, scene, a.tally) and not at_one_place(scene.s))
        or killed_in_a_war(n, a.metric, scene)
        or _counted_by_a_third(a)
        or listed_by_name(a)
        or grown_so_far(a)
        or beside_a_total(a.metric, scene, a.state)
    )


def _counted_by_a_third(a: Asked) -> bool:
    """Whether a body of no side counts so many civilians as only a war hurts."""
    source = sources().get(a.claimant or "")
    third = source is not None and source.party is None and source.kind in ("official", "monitor")
    many = a.n.quantity is not None and a.n.quantity.figures[0] >= TOLL
    return a.metric == "civilians" and third and many and not a.scene.whens


def listed_by_name(a: Asked) -> bool:
    """Whether so many soldiers are those on a list of an army's dead."""
    many = a.n.quantity is not None and a.n.quantity.figures[0] >= A_DAYS
    return many and a.metric == "personnel" and lists_the_dead(a.claimant)


def _told_on_a_day(a: Asked) -> bool:
    """Whether soldiers are those lost until the day on which their number was given out.

    Nobody has lost so many in a day; a side owns up to fewer only for all of the war.
    """
    if a.metric != "personnel" or a.report_when is None or a.n.quantity is None:
        return False
    value = max(a.n.quantity.figures)
    return value >= A_DAYS or (value >= FEW and bool(a.scene.s.all("admission")))


def grown_so_far(a: Asked) -> bool:
    """Whether a figure is the total that a growth told before it led to: "rose by 9 to 20"."""
    gap = range(1, 3)
    return any(a.n.lead - o.last in gap and grown_to(o, a.scene.s) for o in a.scene.numbers)


def _said_long_ago(scene: Scene) -> bool:
    """Whether a figure was told in a month or year past, so that nobody knows up to which day."""
    told = scene.report_whens
    return bool(told) and all(w.code in LONG for w in told)


def _given_out_last(a: Asked) -> date | None:
    """The end of the month in which a side told of its dead for the last time."""
    s, told = a.scene.s, a.scene.report_whens
    many = a.n.quantity is not None and max(a.n.quantity.figures) >= FEW
    if a.metric != "personnel" or not many or not s.all("lastly") or not _said_long_ago(a.scene):
        return None
    return max((w.end for w in told if w.end and w.code == "month"), default=None)


def _is_undated(a: Asked) -> bool:
    """Whether a figure stands in a paper without a day, and nobody gave it out on one."""
    dated = a.report_when is not None and a.report_when.code == "day"
    dated = dated or a.state.paper_day is not None
    return a.state.undated == a.scene.s.paragraph and not dated


def told_formerly(a: Asked) -> bool:
    """Whether a figure was told before all others, of days that nobody names: "earlier it said"."""
    s, running = a.scene.s, a.state.running
    event = running is not None and running.code in DAYS and running.role != "since"
    said = any(
        s.match(k, "speech") or s.match(k, "admission")
        for m in s.all("formerly")
        if m.start < a.n.lead
        for k in range(max(0, m.start - 4), min(m.end + 5, len(s)))
    )
    return said and not event


def _is_of_the_event(a: Asked) -> bool:
    """Whether a figure without a time is of the attack that the paragraph before tells of."""
    row, scene = metrics()[a.metric], a.scene
    air = in_the_air(a.metric)
    near = 0 < scene.s.paragraph - a.state.event_paragraph <= 2 and not scene.s.item
    said = [w for w in scene.report_whens if w.code != "today"]
    few = a.n.quantity is not None and max(a.n.quantity.figures) < SOME
    hit = air if row.kind != "equipment" else few and not a.state.bulletin
    return hit and near and not scene.whens and not said
