"""Every expression of time in a sentence, with what its neighbours make of it.

``written_dates`` and ``relative_dates`` read one expression; here they become spans ("from D to
D"), points of a running total ("as of D") and beginnings ("since D").
"""

from dataclasses import replace
from datetime import date

from lossledger.extract.relative_dates import worded
from lossledger.extract.saying import POSSESSIVE
from lossledger.extract.tokens import DASHES, DATE, DESIGNATION, NUMBER, TIME, WORD, Sentence
from lossledger.extract.when import When
from lossledger.extract.written_dates import valid, written
from lossledger.period import DAY, month_of
from lossledger.vocabulary import War

_TIMES = (
    "month",
    "day_word",
    "as_of",
    "clock_at",
    "part_of_month",
    "rolling",
    "within",
    "part_of_year",
    "period",
    "since",
    "value",
    "weekday",
    "whole_time",
)
"""Kinds of words that an expression of time may begin with."""


def times(s: Sentence, published: date | None, *, year_hint: int | None = None) -> list[When]:
    """Every expression of time in a sentence, in text order, longest first at each place."""
    found: list[When] = []
    free, named = 0, s.at(_TIMES)
    named.update(i for i, kind in enumerate(s.kinds) if kind in (NUMBER, DATE))
    if s.kinds[0] == TIME:
        named.add(0)
    for i in sorted(named):
        if i < free:
            continue
        when = written(s, i, published, year_hint) or worded(s, i, published)
        if when is not None:
            free = when.last
            if when.code != "never":
                found.append(_with_role(s, when, published))
    found = _without_dateline(s, found)
    if not found:
        return found
    days = _one_day(s, _without_hours(s, _without_clocks(_past_day_named(s, found))))
    days = _months_in_a_row(s, _of_the_month_named(s, _of_last_year(s, days, published)))
    days = [w for w in days if not _of_a_daily_report(s, w)]
    days = _daily_losses_of_a_month(s, days)
    days = _until_later(s, days)
    return _begun_on(s, _nights(s, _weeks(s, _spans(s, days))))


def _without_dateline(s: Sentence, found: list[When]) -> list[When]:
    """The times of a story's first sentence; the day of its dateline dates nothing else."""
    day = found[0] if len(found) > 1 else None
    if day is None or day.code != "day" or not 0 < day.first <= LONGEST_DATELINE:
        return found
    behind = range(day.last, min(day.last + LONGEST_DATELINE, len(s)))
    dash = any(s.words[k] in DASHES and not s.glued(k) for k in behind)
    opened = s.words[0].isupper() and len(s.words[0]) > 2 and "," in s.words[: day.first]
    told = [replace(day, code="dateline", start=None, end=None), *found[1:]]
    return told if dash and opened else found


LONGEST_DATELINE = 5
"""So many tokens may stand before and behind the date of a dateline."""


def _until_later(s: Sentence, found: list[When]) -> list[When]:
    """A beginning and the day up to which it counts, an aside apart: "since D, when ..., to D"."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        begun = before is not None and (before.role == "since" or before.code == "cumulative")
        gap = range(before.last, when.first) if before else range(0)
        apart = begun and 1 < len(gap) <= AN_ASIDE and s.words[gap[0]] == ","
        to = next((k for k in (when.first - 1, when.first - 2) if s.match(k, "dated_to")), None)
        plain = all(s.kinds[k] not in (NUMBER, DATE) for k in gap)
        if before and apart and to is not None and plain and when.code == "day" and when.end:
            code = before.code if before.code == "cumulative" else "span"
            joined[-1] = replace(before, last=when.last, code=code, end=when.end, role="")
        else:
            joined.append(when)
    return joined


AN_ASIDE = 14
"""So many tokens an aside on what began may have."""


def _of_a_daily_report(s: Sentence, w: When) -> bool:
    """Whether "daily" only describes a report: no rate is told."""
    return w.code == "rate" and w.last - w.first == 1 and s.match(w.last, "account") is not None


def _daily_losses_of_a_month(s: Sentence, found: list[When]) -> list[When]:
    """ "Daily losses" of a month named are no past day's: "in July daily losses fell to 1,055"."""
    if not any(w.code in ("month", "last_month") for w in found):
        return found
    return [
        replace(w, code="rate", start=None, end=None)
        if w.code == "past_day" and s.has("noun_of_loss", w.first, min(w.last + 1, len(s)))
        else w
        for w in found
    ]


def _past_day_named(s: Sentence, found: list[When]) -> list[When]:
    """A past day with its date behind it is that day: "over the past day, 26 October"."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        comma = before is not None and s.words[before.last : when.first] == [","]
        dated = before is not None and comma and when.code == "day" and when.start
        if before and dated and before.code == "past_day":
            joined[-1] = replace(before, last=when.last, start=when.start, end=when.end)
        elif before and dated and before.code in NAMED_AGAIN and not before.role:
            joined[-1] = replace(when, first=before.first)  # "a week earlier, on 8 December,"
        else:
            joined.append(when)
    return joined


NAMED_AGAIN = frozenset({"day_earlier", "week_earlier", "month_before", "year_earlier"})
"""Times that look back, whose date may stand behind them."""


def _of_last_year(s: Sentence, found: list[When], published: date | None) -> list[When]:
    """A day or month with "last year" right behind it is of that year: "May 31 last year"."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        if (
            before
            and published
            and when.code == "last_year"
            and before.code in ("day", "month")
            and before.last in (when.first, when.first - 1)
            and (before.last == when.first or s.match(before.last, "of"))
            and before.start
            and before.end
        ):  # "in April of last year"
            year = published.year - 1
            start = valid(year, before.start.month, before.start.day)
            end = month_of(start).end if start and before.code == "month" else start
            joined[-1] = replace(before, last=when.last, start=start, end=end)
        else:
            joined.append(when)
    return joined


def _of_the_month_named(s: Sentence, found: list[When]) -> list[When]:
    """A day of the month named before it is of that month's year: "May 2024: on May 25, ..."."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        month = before.start if before is not None and before.code == "month" else None
        day = when.start if when.code == "day" else None
        own = any(s.words[k].isdecimal() and len(s.words[k]) == 4
                  for k in range(when.first, when.last))  # fmt: skip
        if month and day and not own and month.month == day.month and month.year != day.year:
            moved = valid(month.year, day.month, day.day)
            joined.append(replace(when, start=moved, end=moved) if moved else when)
        else:
            joined.append(when)
    return joined


def _months_in_a_row(s: Sentence, found: list[When]) -> list[When]:
    """Three months or more named one after the other are one span: "June, July and August"."""
    joined: list[When] = []
    row: list[When] = []
    for when in [*found, None]:
        goes_on = row and when and _goes_on(s, row[-1], when)
        if not goes_on:
            joined += [_one_span(row)] if len(row) >= 3 else row
            row = []
        if when and when.code == "month" and not (when.role and row):
            row.append(when)
        elif when:
            joined.append(when)
    return joined


def _goes_on(s: Sentence, before: When, when: When) -> bool:
    """Whether a month follows another with nothing but a comma or "and" between them."""
    between = range(before.last, when.first)
    near = when.code == "month" and len(between) <= 2
    return near and all(s.words[k] == "," or s.match(k, "joiner") for k in between)


def _one_span(row: list[When]) -> When:
    """A span from the first to the last of some months; a year behind the last is that of all."""
    first, last = row[0].start, row[-1].end
    if first and last and first > last:
        first = valid(last.year, first.month, 1)
    return When(row[0].first, row[-1].last, "span", first, last)


def _begun_on(s: Sentence, found: list[When]) -> list[When]:
    """An operation's beginning and its day are one: "since 4 June, when the offensive began"."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        beside = before and all(
            s.words[k] in ",(" or s.match(k, "preposition") for k in range(before.last, when.first)
        )
        if beside and before and before.role == "since" and when.code == "cumulative_here":
            joined[-1] = replace(before, last=when.last)
        elif beside and before and before.code == "cumulative_here" and when.code in BEGUN:
            joined[-1] = replace(when, first=before.first, role="since")
        elif beside and before and before.code == "cumulative" and _is_the_first_day(when, s.war):
            joined[-1] = replace(before, last=when.last)  # "since the attack began last Thursday"
        else:
            joined.append(when)
    return joined


BEGUN = frozenset({"day", "month", "weekday"})
"""Times that tell when something began."""


def _is_the_first_day(when: When, war: War) -> bool:
    """Whether a weekday is the one on which the war began."""
    return when.code == "weekday" and when.start == war.start


def _nights(s: Sentence, found: list[When]) -> list[When]:
    """A night with its two days is that of the second: "overnight from Monday to Tuesday"."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        if (
            before
            and before.code == "overnight"
            and when.code in ("span", "day", "weekday")
            and when.first - before.last <= 2
            and when.end
            and not when.role
        ):
            joined[-1] = replace(before, last=when.last, start=when.end, end=when.end)
        elif when.code == "span" and when.start and when.end == when.start + DAY and any(
            when.first - m.end in (0, 1) and m.end - m.start > 1 for m in s.all("covers_day")
        ):  # fmt: skip
            joined.append(replace(when, code="overnight", start=when.end))
        else:
            joined.append(when)
    return joined


def _ended(s: Sentence, when: When) -> When:
    """A week told by its last day, or a past day by the morning after it: "the week to 9 June"."""
    week = next((m for m in s.all("week_to") if m.end == when.first), None)
    if week and when.code in ("day", "weekday") and when.end:
        return replace(when, first=week.start, code="past_week", start=when.end - 6 * DAY, role="")
    return when


def _of_a_week(s: Sentence, when: When) -> bool:
    """Whether seven days stand behind the word for a week: "the week from 3 to 9 June"."""
    unit = next((m for k in (1, 2) if (m := s.match(when.first - k, "days"))), None)
    week = unit is not None and int(unit.meaning) == 7
    return week and when.start is not None and when.end == when.start + 6 * DAY


def _weeks(s: Sentence, found: list[When]) -> list[When]:
    """A week with its days behind it is that week: "in the past week, 3 to 9 May"."""
    joined: list[When] = []
    for when in (_ended(s, w) for w in found):
        before = joined[-1] if joined else None
        seven = when.code == "span" and when.start and when.end
        if (
            before
            and before.code in ("past_week", "last_week", "this_week", "rolling")
            and seven
            and when.start
            and when.end
            and (when.end - when.start).days == 6
            and when.first - before.last <= 2
        ):
            joined[-1] = replace(when, first=before.first, code="past_week")
        elif seven and _of_a_week(s, when):
            joined.append(replace(when, code="past_week"))
        else:
            joined.append(when)
    return joined


def _without_clocks(found: list[When]) -> list[When]:
    """An hour tells of today only where no other time does: "on 11:00 the enemy fired N"."""
    dated = [w for w in found if w.code != "clock"]
    return dated or found


def _without_hours(s: Sentence, found: list[When]) -> list[When]:
    """A part of the day beside a day of its own ("in the evening of 1 October") says no more.

    Save where the day only says when it ended: "in the 24 hours to Tuesday", "overnight from
    Monday to Tuesday".
    """
    days = {w.first for w in found if w.code in ("day", "weekday", "yesterday")}
    ended = {w.last for w in found if w.code in ("weekday", "yesterday", "day")}
    hours = ("today", "overnight", "past_day", "whole_day", "day_so_far")

    def told(w: When) -> bool:
        if w.code == "past_day" and s.match(w.last, "dated_to"):
            return True
        if w.code == "overnight" and s.match(w.last, "since"):
            return True
        beside = w.code in hours and {w.last, w.last + 1, w.last + 2} & days
        return not beside and not (w.code in ("today", "overnight") and w.first in ended)

    return [w for w in found if told(w)]


def weekday_conflicts(s: Sentence, whens: list[When]) -> list[When]:
    """The dates that stand with a weekday on which they did not fall."""
    found = []
    for when in whens:
        named = (s.match(k, "weekday") for k in range(when.first, when.last))
        days = {int(m.meaning) for m in named if m is not None}
        if when.code == "day" and when.start and len(days) == 1:
            found += [when] if when.start.weekday() not in days else []
    return found


EVENING = 15
"""An attack since this hour of a day is that of the night after it."""


def _is_the_evening_before(s: Sentence, when: When, published: date | None) -> bool:
    """Whether a day stands behind "from 18:30", and the day after it is that of publication."""
    i = when.first
    if when.code != "day" or when.start is None or published != when.start + DAY:
        return False
    back = range(i - 1, max(-1, i - 4), -1)  # "from 19:20 on 4 May", "from 20:30 on the 6th"
    at = next((k for k in back if s.kinds[k] == TIME), -1)
    hour = s.words[at].partition(":")[0] if at > 0 and s.kinds[at] == TIME else ""
    return hour.isdecimal() and int(hour) >= EVENING and bool(s.match(at - 1, "since"))


def _with_role(s: Sentence, when: When, published: date | None) -> When:
    """Mark "since D", "as of D" and "by D"."""
    i = when.first
    night = any(0 <= i - m.end <= 3 for m in s.all("covers_day"))
    state = s.match(i - 1, "state_of") and not night
    if when.code == "day" and state and s.all("noun_of_loss", "account"):
        return replace(when, role="as_of")
    if when.code == "day" and _dates_a_report(s, i):
        return replace(when, role="as_of")
    if _is_the_evening_before(s, when, published):
        day = when.start + DAY if when.start else None
        return replace(when, code="overnight", start=day, end=day)
    here = (i, i - 1) if s.match(i - 1, "definite") else (i,)
    begun = (m for k in range(max(0, i - 5), i) if (m := s.match(k, "since")) and m.end in here)
    since = ("day", "month", "year", "weekday", "last_week", "last_month", "last_year")
    owns = s.folded[when.last - 1].endswith(POSSESSIVE)  # "the toll from Thursday's strike"
    if _grown_from(s, when):
        return replace(when, role="from")
    if when.code in since and not owns and next(begun, None):
        return replace(when, role="since")
    if when.code == "month" and when.start and _begins(s, when):
        return replace(when, role="start_of", end=when.start)
    for back in range(1, 6):
        point = s.match(i - back, "as_of")
        phrase = point is not None and point.end - point.start > 1
        if point and when.start and (point.end == i or (phrase and point.end < i)):
            return replace(when, role="as_of")
        m = s.match(i - back, "start_of")
        long = when.code in ("month", "year", "last_year", "last_month")
        if m and m.end == i and long:
            return replace(when, role="start_of", end=when.start)
        m = s.match(i - back, "end_of")
        if m and m.end == i and long:
            return replace(when, role="end_of", start=when.end)
    return _since_it_began(s, when)


def _begins(s: Sentence, when: When) -> bool:
    """Whether a month is told to begin: "when August began", "коли почався серпень"."""
    verb = s.match(when.last, "began") or s.match(when.first - 1, "began")
    start = min(when.first, verb.start) if verb else 0
    return start > 0 and s.match(start - 1, "at_which") is not None


def _grown_from(s: Sentence, when: When) -> bool:
    """Whether a growth is told against a day: "up 1,260 from Tuesday"."""
    if when.first < 3 or when.code not in ("day", "weekday"):
        return False
    number = s.kinds[when.first - 2] == NUMBER
    risen = s.match(when.first - 3, "change") or s.match(when.first - 3, "increment")
    return bool(s.match(when.first - 1, "origin") and number and risen)


REPORT_OF = 6
"""So many tokens may stand between the word for a report and its date."""


def _dates_a_report(s: Sentence, i: int) -> bool:
    """Whether a date is that of a report: "in the General Staff's report of 1 March"."""
    names = {k for m in s.all("source", "party_adjective") for k in range(m.start, m.end)}
    for m in s.all("account"):
        between = range(m.end, i)
        if 0 < len(between) <= REPORT_OF and s.match(m.start, "speaker_noun"):
            return all(k in names or s.match(k, "stop") or s.match(k, "origin") for k in between)
    return False


def _since_it_began(s: Sentence, when: When) -> When:
    """Mark the day or month of "since the offensive began in June", "which began in June"."""
    i = when.first
    began = any(m.end in (i - 1, i) and m.end <= i for m in s.all("began"))
    since = s.has("since", max(0, i - 9), i - 1)
    since = since or s.has("relative", max(0, i - 3), i - 1)
    dated = when.code in ("day", "month", "year")
    if s.match(i - 1, "dated_to") and not s.match(i - 1, "joiner"):
        return when  # "from the start of the invasion to 9 June"
    if dated and ((began and since) or _of_the_beginning(s, when)):
        return replace(when, role="since")
    if when.code in ("day", "weekday") and _ends_a_clause_of_since(s, i):
        return replace(when, role="since")
    return when


def _ends_a_clause_of_since(s: Sentence, i: int) -> bool:
    """Whether a day is that of what "since" tells: "since the truce ended on Monday"."""
    opened = [m.end for m in s.all("since_clause") if 0 < i - m.end <= A_CLAUSE]
    between = range(opened[-1], i) if opened else range(0)
    return bool(between) and all(s.kinds[k] in (WORD, DESIGNATION) for k in between)


A_CLAUSE = 9
"""So many tokens a clause behind "since" has before its day."""


def _of_the_beginning(s: Sentence, when: When) -> bool:
    """Whether "since" leads to the time at which the war began: "since X invaded in February"."""
    if not (when.start and when.end and when.start <= s.war.start <= when.end):
        return False
    points = [m.end for m in s.all("since") if 0 < when.first - m.end <= TO_THE_BEGINNING]
    between = range(points[-1], when.first) if points else range(0)
    return bool(between) and not any(s.words[k] in ",;:" or s.kinds[k] == NUMBER for k in between)


TO_THE_BEGINNING = 14
"""So many tokens may stand between "since" and the date of what began."""


def _one_day(s: Sentence, found: list[When]) -> list[When]:
    """Join a weekday and the date that explains it: "on Friday, 9 May"."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        if (
            before
            and before.code == "weekday"
            and when.code == "day"
            and when.first - before.last <= 2
            and all(_within_a_date(s, k) for k in range(before.last, when.first))
        ):
            joined[-1] = replace(when, first=before.first, role=before.role or when.role)
        else:
            joined.append(when)
    return joined


def _within_a_date(s: Sentence, k: int) -> bool:
    """What stands between a weekday and its date: a mark, "morning"."""
    return s.words[k] in ",(" or s.match(k, "daypart") is not None


def _spans(s: Sentence, found: list[When]) -> list[When]:
    """Join "from D to D" into one span."""
    joined: list[When] = []
    for when in found:
        before = joined[-1] if joined else None
        until = before and before.code == "cumulative" and when.code in ("day", "month")
        if until and before and when.end and _leads_to(s, before.last, when) and (
            not s.match(before.last, "joiner") or s.match(before.first - 1, "between")
        ):  # fmt: skip
            joined[-1] = replace(before, last=when.last, end=when.end)
        elif before and before.code in LASTING and when.code == "cumulative" and (
            when.first == before.last
        ):  # fmt: skip
            joined[-1] = replace(when, first=before.first)  # "in the month since X invaded"
        elif before and (before.code, when.code) == ("rolling", "span") and (
            when.first == before.last
        ):  # fmt: skip
            joined[-1] = replace(when, first=before.first)  # "the three months of the winter"
        elif before and before.code == "past_day" and _is_morning_after(s, before, when):
            day = when.start - DAY if when.start else None
            joined[-1] = replace(before, last=when.last, start=day, end=day)
        elif (
            before
            and before.code in ("day", "month", "weekday")
            and when.code in ("day", "month", "today", "weekday")
            and before.role in ("", "since", "start_of")
            and (_leads_to(s, before.last, when) or _into(s, before, when))
            and before.start
            and when.end
            and before.start <= when.end
        ):
            start = _first_day(before.start, before.end, s.war)
            joined[-1] = When(before.first, when.last, "span", start, when.end)
        else:
            joined.append(when)
    return joined


LASTING = frozenset({"past_month", "past_year", "past_week", "rolling"})
"""Times of some length, which may be as long as the war."""


def _into(s: Sentence, before: When, when: When) -> bool:
    """Whether a night leads from one weekday into the next: "the night from Monday on Tuesday"."""
    night = any(m.end == before.first for m in s.all("covers_day"))
    days = before.code == when.code == "weekday"
    return days and night and when.first - before.last == 1


def _is_morning_after(s: Sentence, before: When, when: When) -> bool:
    """Whether a past day is told by when it ended: "in the 24 hours to Tuesday morning"."""
    to = s.match(before.last, "dated_to")
    ended = to is not None and to.end == when.first and not s.match(before.last, "joiner")
    return ended and when.code in ("day", "weekday", "today") and when.start is not None


def _first_day(start: date, end: date | None, war: War) -> date:
    """A span from the month in which the war began is one from its first day."""
    return war.start if end and start <= war.start <= end else start


def _leads_to(s: Sentence, start: int, when: When) -> bool:
    """Only "to" stands before the end of a span, or "to the end of" before its month."""
    if when.first - start == 1 and s.words[start] in DASHES:
        return True
    to = s.match(start, "dated_to")
    if when.first - start == 1 or (to is not None and to.end == when.first):
        return bool(to)
    m = s.match(start, "end_of")
    return when.role == "end_of" and m is not None and m.end == when.first
