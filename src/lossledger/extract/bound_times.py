"""Which expression of time of its sentence a number is bound to."""

from datetime import date

from lossledger.extract.clefts import cleft
from lossledger.extract.in_turn import month_in_turn
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Scene
from lossledger.extract.tokens import DASHES, NUMBER, Sentence, among, breaks, once, semicolons
from lossledger.extract.when import DAYS, POINTS_BEFORE, When
from lossledger.vocabulary import War
from lossledger.vocabulary.lexicon import Match

NO_TIME = frozenset({"start_of", "dateline"})
"""Expressions of time that no figure is of."""


def when_for(n: NumberPhrase, scene: Scene) -> When | None:
    """The time that a number's days are taken from, among those of its sentence."""
    if not scene.whens:
        return None
    turned = cleft(scene.s, n.last)
    behind = (w for w in scene.whens if turned and w.first >= turned.end)
    shared = next(behind, None)
    if shared:
        return shared
    if scene.s.all("respectively") and not any(w.code == "rate" for w in scene.whens):
        months = (month_in_turn(scene.s, n, scene.told, w) for w in scene.whens)
        if month := next((w for w in months if w), None):
            return month
    later = [o for o in scene.free if o.lead >= n.last]
    earlier = [o for o in scene.free if o.last <= n.lead]
    next_at = later[0].lead if later else len(scene.s)
    prev_at = earlier[-1].last if earlier else 0
    whens = [
        w for w in scene.whens if w.code not in NO_TIME and not _of_a_bracket(w, n, later, scene.s)
    ]
    whens = [w for w in whens if not (_only_details(w, n, scene) or _of_an_aside(w, n, scene.s))]
    named = next((w for w in whens if w.last == n.lead and w.code == "month" and not w.role), None)
    if named and named.start:
        return named  # "May 33,760 and June, when it got under way, 39,290"
    if n.lead > 0 and scene.s.words[n.lead - 1] == "(":
        beside = next((w for w in whens if w.last == n.lead - 1), None)
        if beside:
            return beside  # "the report of 1 February (1,240,680)"
    whens = [w for w in whens if w.code not in POINTS_BEFORE or w.first < next_at]
    whens = _plainest(n, whens, prev_at, scene.s)
    whens = _without_compared(n, whens, scene.s)
    growth = scene.s.match(n.last, "more_less")
    whens = [w for w in whens if w.first < n.last or not _of_a_growth(w, n, scene.s)]
    if not growth:
        alone = [w for w in whens if _alone(w, n, whens, scene.s)]
        whens = [w for w in whens if w in alone or not _compared_with(w, scene.s)]
        whens = [w for w in whens if not _of_a_record(w, scene.s)]
    whens = [w for w in whens if w.role != "from" or w.first - n.last == 1]
    whens = [w for w in whens if not _of_the_compared(w, n, later, scene.s)]
    own = any(prev_at <= w.first and w.last <= n.lead for w in whens)
    whens = [w for w in whens if not _of_next(w, n, later, scene.s, own)]
    if own:
        whens = [w for w in whens if not among(semicolons(scene.s), n.last, w.first)]
    whens = [w for w in whens if not _of_a_list_behind(w, n, later, scene.s)]
    rate = _rate_of(n, whens, earlier, later, scene)
    if rate:
        return rate
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
        told = [w for w in group if not is_running(w, scene.s.war)]
        definite = [w for w in told if not _apart(w, n, scene.s)]
        if definite and (group[0].code != "cumulative" or group[0].last - group[0].first <= 3):
            return definite[0]
        if group:
            return group[0]
    return None


A_PART = frozenset({"this_year", "this_month", "month", "year", "last_month", "last_year", "span"})
"""Times that are a part of a war: losses "in the war" are theirs."""


def _plainest(n: NumberPhrase, whens: list[When], prev_at: int, s: Sentence) -> list[When]:
    """The times less those that only sum up another: "in total", "in a day" of a day named."""
    dated = [w for w in whens if w.start and w.code not in ("rate", "past_day")]
    other = [w for w in whens if w.code not in ("in_total", "rate")]
    days = [w for w in dated if w.code in ("day", "weekday") and not w.role]
    named = any(prev_at <= w.first and w.last <= n.lead for w in days)
    # "this year Russia lost N in the war", "on Monday Russia lost N in the war"
    told = any(w.code in A_PART for w in dated) or any(
        w.code in DAYS and w.last <= n.lead for w in other
    )
    return [
        w
        for w in whens
        if not (w.code == "in_total" and other)
        and not (w.code == "cumulative" and told and _is_of_a_war(w, s))
        and not (
            w.code in ("past_day", "whole_day")
            and named
            and (w.first >= n.last or w.start == w.end)
        )
    ]


def _is_of_a_war(w: When, s: Sentence) -> bool:
    """Whether a time only names the war: "in the war", not "in two years of war"."""
    tokens = range(w.first, w.last)
    return not s.match(w.first, "since") and not any(
        s.kinds[k] == NUMBER or s.match(k, "value") for k in tokens
    )


def _rate_of(
    n: NumberPhrase,
    whens: list[When],
    earlier: list[NumberPhrase],
    later: list[NumberPhrase],
    scene: Scene,
) -> When | None:
    """The "a day" of a number: before it, a few tokens behind it, or behind one joined to it."""
    prev_at = earlier[-1].last if earlier else 0
    next_at = later[0].lead if later else len(scene.s)
    joined = bool(later) and scene.s.match(next_at - 1, "joiner") is not None
    joined = joined and "," not in scene.s.words[n.last : next_at]
    found = None
    for w in whens:
        if w.code != "rate" or w.first < prev_at:
            continue
        before = w.last <= n.lead and not _bound_to(w, earlier, scene)
        behind = 0 <= w.first - n.last <= 4 and w.first <= next_at
        after = any(o.last == w.first and o.first >= n.last for o in whens)  # "in May daily"
        behind = behind or (after and w.first <= next_at)
        behind = behind or (joined and 0 <= w.first - later[0].last <= 3)
        found = w if before or behind else found
    return found or _rate_shared(n, whens, earlier, scene.s)


def _rate_shared(
    n: NumberPhrase, whens: list[When], earlier: list[NumberPhrase], s: Sentence
) -> When | None:
    """The "a day" of the number that "and" joins to this one: "60 killed a day and 500 hurt"."""
    one = earlier[-1] if earlier else None
    gap = range(one.last, n.lead) if one else range(0)
    if one is None or not s.match(n.lead - 1, "joiner") or len(gap) > A_PAIR:
        return None
    if any(s.words[k] in ",;:." or (s.match(k, "frame") and not s.match(k, "scope")) for k in gap):
        return None
    first = earlier[-2].last if len(earlier) > 1 else 0
    rates = [w for w in whens if w.code == "rate" and first <= w.first and w.last <= n.lead]
    return rates[-1] if rates else None


A_PAIR = 8
"""So many tokens at most stand between two numbers that share their "a day"."""


def _leads_on(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether "since 2022" stands a word or two before its number: "total since 2022 to 8,800"."""
    return w.role == "since" and 0 <= n.lead - w.last <= 2 and "," not in s.words[w.last : n.lead]


def is_running(w: When, war: War) -> bool:
    """Whether a time is that of a running total: since the war began."""
    return w.code == "cumulative" or since_month_of(w, war.start)


def since_month_of(when: When, start: date) -> bool:
    """Whether a time says "since" the month or year in which the running totals begin."""
    if when.role != "since" or when.code not in ("month", "year") or when.start is None:
        return False
    return when.start <= start and (when.end is None or start <= when.end)


def _apart(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a colon and more separates an earlier time from a number."""
    return any(s.words[k] == ":" for k in range(w.last, n.lead))


@once
def colons_of(s: Sentence) -> list[int]:
    """The tokens that are colons, in text order."""
    return [k for k, word in enumerate(s.words) if word == ":"]


def _without_compared(n: NumberPhrase, whens: list[When], s: Sentence) -> list[When]:
    """The times less those before a colon that are only compared with, and any right behind them.

    "More were hurt in May than in the same month a year earlier: 859 dead".
    """
    colons = among(colons_of(s), 0, n.lead) if len(whens) > 1 else []
    if not colons:
        return whens
    colon = colons[-1]
    kept: list[When] = []
    last = -1  # where the last time that is compared with ends
    for w in whens:
        if w.last <= colon and (_compared_with(w, s) or w.first == last):
            last = w.last
        else:
            kept.append(w)
    return kept or whens


def _compared_with(w: When, s: Sentence) -> bool:
    """Whether a time is only what a figure is compared with: "1,300 more than in July"."""
    return any((m := s.match(k, "than")) is not None and m.end - w.first in (0, 1)
               for k in range(w.first - 2, w.first + 1))  # fmt: skip


def _of_the_compared(w: When, n: NumberPhrase, later: list[NumberPhrase], s: Sentence) -> bool:
    """Whether a time is that of a figure compared with: "N, more than the 1,365 of June"."""
    if w.first < n.last:
        return False
    between = [o for o in later if o.last <= w.first]
    return any(m.end - 1 <= o.lead <= m.end + 2
               for m in s.all("than") if n.last <= m.start for o in between)  # fmt: skip


def _of_a_growth(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a time is what a share is told against: "910, up 50% on the month before".

    Or that of a rise without a figure in a clause of its own: "910, marking a rise this year".
    """
    if w.code in A_PART and "," in s.words[n.last : w.first]:
        comma = s.words.index(",", n.last)
        figure = any(s.kinds[k] == NUMBER for k in range(comma, w.first))
        return not figure and s.has("change", comma, w.first)
    shares = (m for m in s.all("unit") if m.meaning == "percent")
    return w.code in POINTS_BEFORE and any(n.last <= m.start < w.first for m in shares)


def _of_a_record(w: When, s: Sentence) -> bool:
    """Whether a time only tells since when something is a record: "the most since June"."""
    if w.role != "since" and w.code != "cumulative":
        return False
    return any(
        0 <= w.first - m.end <= A_RECORD
        and not any(s.words[k] in ",;:" or s.kinds[k] == NUMBER for k in range(m.end, w.first))
        for m in s.all("superlative")
    )


A_RECORD = 9
"""So many tokens may stand between the word for a record and since when it is one."""


def _alone(w: When, n: NumberPhrase, whens: list[When], s: Sentence) -> bool:
    """Whether a time before a number is the only one of its kind in the sentence."""
    if w.last > n.lead:
        return False
    told = s.has("relative", w.last, n.lead)  # "fewer than in May, when 200 died"
    return told or not any(o is not w and o.code == w.code for o in whens)


def _of_a_part(w: When, n: NumberPhrase, earlier: list[NumberPhrase], s: Sentence) -> bool:
    """Whether a time is that of a part told before: "8 tanks, of which 3 today, and 16 guns"."""
    part = earlier[-1] if earlier and w.last <= n.lead else None
    if part is None or part.last > w.first or not _marked_part(part, s):
        return False
    return "," in s.words[w.last : n.lead]


def _marked_part(n: NumberPhrase, s: Sentence) -> bool:
    return s.has("part", max(0, n.lead - 3), n.lead)


def _of_a_bracket(w: When, n: NumberPhrase, later: list[NumberPhrase], s: Sentence) -> bool:
    """Whether a time stands in a bracket behind a number that holds a number of its own."""
    opened = next((k for k in range(w.first - 1, n.last - 1, -1) if s.words[k] in "()"), None)
    if opened is None or s.words[opened] != "(":
        return False
    closed = next((k for k in range(opened, len(s)) if s.words[k] == ")"), len(s))
    return any(opened < o.first < closed for o in later)


def _of_a_list_behind(w: When, n: NumberPhrase, later: list[NumberPhrase], s: Sentence) -> bool:
    """Whether a time is one of those of the parts behind a colon: "92,850: 33,200 in May, ..."."""
    if w.first < n.last or len(later) < 2:
        return False
    colon = next((k for k in range(n.last, w.first) if s.words[k] == ":"), None)
    return colon is not None and any(colon < o.first < w.first for o in later)


def _only_details(w: When, n: NumberPhrase, scene: Scene) -> bool:
    """Whether a bracket right behind a time only details it: "overnight (from 7 p.m.)"."""
    s = scene.s
    opened = next((k for k in range(w.first - 1, -1, -1) if s.words[k] in "()"), None)
    if w.last > n.lead or opened is None or s.words[opened] != "(":
        return False
    closed = next((k for k in range(w.last, n.lead) if s.words[k] == ")"), None)
    return closed is not None and any(o.last == opened for o in scene.whens)


def _of_an_aside(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a time is that of words about a place, before a figure: ", held since 2014,"."""
    if w.last > n.lead or not s.all("held_by"):
        return False
    opened = next((k for k in range(w.first - 1, -1, -1) if s.words[k] == ","), None)
    near = range(w.last, min(w.last + ASIDE, n.lead))
    closed = next((k for k in near if s.words[k] == ","), None)
    if opened is None or closed is None or w.first - opened > ASIDE:
        return False
    return s.match(opened + 1, "held_by") is not None


ASIDE = 8
"""So many tokens at most stand before and behind the time of an aside."""


def _of_next(w: When, n: NumberPhrase, later: list[NumberPhrase], s: Sentence, own: bool) -> bool:
    """Whether a time behind a number opens the clause of another number behind it.

    A comma stands before such a time, and none between it and its number. ``own`` says that
    the first number has a time before it, so that any number may follow the comma.
    """
    if w.first < n.last:
        return False
    after = next((o for o in later if o.lead >= w.last), None)
    if after is None:
        return False
    if among(semicolons(s), n.last, w.first):
        return True
    opens = w.first - 1
    if own and s.match(opens, "joiner"):
        return not among(breaks(s), w.last, after.lead)  # "N in May and a year ago M"
    if own and s.match(opens - 1, "joiner") and s.match(opens, "stop"):
        return not among(breaks(s), w.last, after.lead)
    commas = among(breaks(s), n.last, w.first)
    commas += [opens] if opens >= n.last and s.words[opens] in DASHES else []
    behind = w.last + (w.last < len(s) and s.words[w.last] == ",")
    if not commas or among(breaks(s), behind, after.lead):
        return False
    if s.has("part", w.last, after.lead):
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
    ends_at = within[-1] if within else -1
    breaks = [m.start for m in s.all("contrast") if m.start < ends_at]
    breaks += [m.start for m in s.all("added") if m.start > ends_at and m.start < end]
    breaks += [m.start for m in s.all("part") if m.start > last_two and not _is_closed(m, end, s)]
    breaks += [m.start for m in s.all("stance") if m.meaning == "derived"]
    breaks += [m.start for m in s.all("change") if s.words[m.start - 1] == "," and m.start]
    breaks += [k for k in range(start, whens[-1].first) if s.words[k] in ";("]
    first = min((k for k in breaks if k >= start), default=len(s))
    return [w for w in whens if w.first <= first]


def _is_closed(part: Match, end: int, s: Sentence) -> bool:
    """Whether a comma closes an aside about a part before a time: "N, 3 of them new, since May"."""
    return any(s.words[k] == "," for k in range(part.end, end))


def of_another(w: When, n: NumberPhrase, numbers: list[NumberPhrase]) -> bool:
    """Whether another number stands between a number and a time behind it."""
    return any(n.last <= o.lead and o.last <= w.first for o in numbers)


def _bound_to(w: When, earlier: list[NumberPhrase], scene: Scene) -> bool:
    """Whether an earlier time directly follows an earlier number, and so belongs to it."""
    return any(
        o.last <= w.first <= o.last + 6 and not among(semicolons(scene.s), o.last, w.first)
        for o in earlier
    )
