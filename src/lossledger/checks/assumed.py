"""What a text leaves open beside a figure: its days, its side, who gives it, or what is counted.

The reader then assumes them from the sentences around. Where its assumption does not fit what was
published and another one that the words leave open fits it exactly, the text is read that way: a
figure is called off only for what the text says, not for what it was assumed to say.
"""

from collections.abc import Iterator
from datetime import date

from lossledger import vocabulary
from lossledger.checks.amounts import bounded, equals, rounds, said_as
from lossledger.checks.answers import Answer
from lossledger.checks.asked import NAMED
from lossledger.checks.periods import listed_on
from lossledger.checks.questions import DAILY, SPAN, TOTAL, UNSAID, Question, windows
from lossledger.checks.said import CARRIED_DAYS, NO_TIME, POINTING
from lossledger.checks.story import ACTS, Case, OpenDays
from lossledger.checks.wording import by, label, listed, source_name
from lossledger.model import Claim, Finding
from lossledger.period import DAY
from lossledger.series import Series

TELLING = 100
"""A smaller total or loss of a span is found in some report or other by chance."""
SURE = 1000
"""A smaller figure is that of another category on some day or other by chance."""
TELLING_DAY = 10
"""The same for the figure of a day, of which there is just one to fit."""
COARSER = 0.01
"""So near to a total its bound was meant to round it."""
LOOSE = 0.06
"""A bound is that of a value which it leaves no further behind than this share."""
SPEAKER = frozenset({"speaker.carried", "speaker.none", "speaker.account", "speaker.sole"})
"""The same for who speaks."""
YESTERDAY = "period.yesterday"
"""The same for the day before, on which a figure may have been reported."""
HEAD = "metric.head"
"""The same for a thing counted that stands right beside its figure."""
SUBJECT = frozenset(
    {
        "metric.ellipsis",
        "metric.tally",
        "metric.difference",
        "metric.loss",
        "metric.heading",
        "metric.verb",
    }
)
"""The same for what is counted."""


def assumed(case: Case) -> Finding | None:
    """The figure is not what was published for the days, the side, the speaker or the category
    that were assumed for it, and is exactly what was published for others that its sentence
    leaves open: the total of the story's own report, the past day's figure, a span that the
    story speaks of, the other side's figure, or that of the source that the story quotes."""
    said = case.quantity.value
    if said is None or case.quantity.hedge is not None:
        return _loosely(case)
    if case.given_for_the_day or any(a.value == said for a in case.answers):
        return None
    for answer in _open_answers(case):
        least = TELLING_DAY if answer.kind == DAILY else TELLING
        if answer.value >= least or _beside_others(case, answer):
            message = f"{answer.value:,} is {answer.described}{_left_open(case, answer)}"
            return case.finding("assumed", "reproduced", f"{message}.", answer)
    return None


def _loosely(case: Case) -> Finding | None:
    """A rounded figure or a bound that fits other days than those assumed for it."""
    if case.series is None or case.quantity.hedge == "vague":
        return None
    for series in (case.series, *_named_beside(case)):
        for asked in (case.asked, *_all_days(case)):
            found = case.story.values(asked, series)
            if not any(_fits_loosely(case, value) for value in found):
                continue
            for answer in case.ask(series, asked):
                if answer.value >= TELLING and _fits_loosely(case, answer.value):
                    exact = equals(case.quantity, answer.value)
                    fits = "is" if exact else f"fits {answer.value:,},"
                    message = f"{said_as(case.quantity)} {fits} {answer.described}"
                    left = _left_open(case, answer)
                    verdict = "reproduced" if exact else "consistent"
                    rounded = not exact and (
                        not bounded(case.quantity) or _is_coarser(case, answer)
                    )
                    cause = "rounding_only" if rounded else None
                    return case.finding(
                        "assumed", verdict, f"{message}{left}.", answer, cause=cause
                    )
    return None


def _is_coarser(case: Case, answer: Answer) -> bool:
    """Whether a bound is a running total in a coarser unit, as "over 407 thousand"."""
    figures = case.quantity.figures
    near = len(figures) == 1 and abs(figures[0] - answer.value) <= COARSER * answer.value
    return near and answer.kind == TOTAL


def _named_beside(case: Case) -> Iterator[Series]:
    """The series of other categories that the sentence names, where the figure has no noun."""
    if SUBJECT & set(case.claim.rules) and max(case.quantity.figures) >= SURE:
        for metric in sorted(case.story.said.metrics(case.claim) - {case.claim.metric}):
            yield from _of_the_category(case, metric)


def _fits_loosely(case: Case, value: int) -> bool:
    """Whether a rounded figure rounds a value, or a bound or range closely holds it."""
    if not bounded(case.quantity):
        return rounds(case.quantity, value)
    near = min(abs(value - n) for n in case.quantity.figures) <= LOOSE * value
    return near and case.quantity.admits(value)


def _open_answers(case: Case) -> Iterator[Answer]:
    """What the reports answer to every reading that the sentence leaves open and that is the
    figure said, the nearest first."""
    said, days = case.quantity.value or 0, _days(case)
    lost = case.story.said.lost_in_a_day(case.claim) or _says_its_day(case)
    for series in _open_series(case):
        other = series.metric != case.claim.metric and said < SURE
        own = [q for q in (case.asked, *days.own) if said in case.story.values(q, series)]
        further = case.story.open_questions_for(said, series) if days.further else ()
        for asked in dict.fromkeys((*own, *(q for q in further if days.admits(q)))):
            if lost and asked.kind == TOTAL:
                continue  # "in a day it lost 1,089,060": no total (of another day) can be meant
            if not other or asked == case.asked or _is_near(case, asked):
                yield from (a for a in case.ask(series, asked) if a.value == said)


def _days(case: Case) -> OpenDays:
    """The other days that the figure may be of by the words of its sentence."""
    if case.open_days is None:
        own, story = tuple(dict.fromkeys(_own_days(case))), case.story
        earlier = story.said.day_earlier(case.claim)
        but = Question(TOTAL, None, story.day, story.day) if earlier else None
        further = _further(case)
        no_total = further and _is_list_of_a_day(case)
        case.open_days = OpenDays(own, further, no_total, but)
    return case.open_days


def _all_days(case: Case) -> Iterator[Question]:
    days = _days(case)
    yield from days.own
    yield from (q for q in (case.story.open_questions if days.further else ()) if days.admits(q))


def _own_days(case: Case) -> Iterator[Question]:
    """The other questions that the figure may answer by the words of its sentence."""
    asked, story, claim = case.asked, case.story, case.claim
    today = asked.today
    if story.said.past_day(claim) and today is not None:
        last = asked.end if asked.kind == SPAN and asked.end else today - DAY
        yield Question(DAILY, last, last, today)
        named = story.said.names_day(claim, today)  # "on Tuesday 333,840, 1,030 of them in a day"
        if claim.period.kind == "cumulative" and asked.end == today and not named:
            yield Question(TOTAL, None, today - DAY, today)  # "a day earlier it had been"
        if story.day is not None and story.day != today:
            yield Question(DAILY, story.day - DAY, story.day - DAY, story.day)
    if NO_TIME in claim.rules and today is not None:
        yield from (
            Question(TOTAL, None, day, today) for day in story.said.days_before(claim, today)
        )
    if story.said.day_earlier(claim) and asked.end is not None and asked.kind != SPAN:
        before = asked.end - DAY
        yield Question(asked.kind, before if asked.start else None, before, today)
    if asked.kind == SPAN and (SUBJECT & set(claim.rules) or case.many_days_losses):
        for window in windows(asked, None):  # "it rose from 11,903 to 11,966 over May"
            totals = (Question(TOTAL, None, day, today) for day in window.pair)
            told = SUBJECT & set(claim.rules)
            yield from (totals if told or not _is_list_of_a_day(case) else ())
    to_today = "period.cumulative" in claim.rules and asked.kind == TOTAL
    if to_today and asked.end and story.day and not story.said.names_day(claim, asked.end):
        yield Question(TOTAL, None, story.day, today)  # "since 24 February": to which day?
    small = case.answers and 3 * max(case.quantity.figures) < case.answers[0].value
    if (
        asked.kind == TOTAL
        and (small or not case.answers)
        and asked.end is not None
        and asked.end != today
    ):
        for day in (asked.end - DAY, asked.end):  # "in the report of 19 May it gave 1,210"
            yield Question(DAILY, day, day, today)
    if _is_growth(case) and today is not None:
        for first in (asked.start, asked.end):
            if first is not None and first < today - DAY:
                yield Question(SPAN, first, today - DAY, today)
    carried = CARRIED_DAYS in claim.rules and SUBJECT & set(claim.rules)
    if carried and asked.kind == DAILY and asked.end is not None:
        yield Question(DAILY, asked.end - DAY, asked.end - DAY, today)  # "the report before"
    if asked.kind == DAILY and story.day is not None and listed_on(case):
        yield Question(DAILY, story.day - DAY, story.day - DAY, today)  # "1,790 were added today"
    if asked.kind == DAILY and asked.end is not None and _is_reported_on(case):
        yield Question(DAILY, asked.end - DAY, asked.end - DAY, today)
    if asked.kind == DAILY and case.too_many_for_a_day and NAMED & set(claim.rules):
        yield Question(TOTAL, None, asked.end, today)


def _further(case: Case) -> bool:
    """Whether the figure may be of any of the days that the story leaves open."""
    asked, claim, said = case.asked, case.claim, case.story.said
    if asked.kind == UNSAID or (asked.kind == TOTAL and claim.period.kind == "day"):
        return True
    if asked.kind == DAILY and case.too_many_for_a_day and NAMED & set(claim.rules):
        return True
    if asked.kind != TOTAL and case.too_many_for_days and not said.time_before(_first(case)):
        return True  # "it has 10,980 tanks and, after three were hit at the weekend, ..."
    return not said.days(claim) or _is_growth(case) or _is_second(case)


def _first(case: Case) -> Claim:
    """The first figure of a figure's sentence."""
    return case.story.beside(case)[0].claim


def _is_near(case: Case, asked: Question) -> bool:
    """Whether the story itself speaks of the days of a question: another category has too many."""
    today = case.story.day
    spoken = asked == Question(TOTAL, None, today, today) or asked in case.story.spoken_of
    return spoken or asked.end == case.asked.end


def _is_reported_on(case: Case) -> bool:
    """Whether the day is only pointed back to, and something was reported on it: "on that day
    the staff gave 730"."""
    rules = set(case.claim.rules)
    if YESTERDAY in rules and not rules & ACTS:
        return True  # "the day before, 34 tanks were reported": in the report of that day
    pointed = bool((POINTING | {CARRIED_DAYS}) & rules)
    return pointed and case.story.said.reports(case.claim)


def _is_growth(case: Case) -> bool:
    """Whether the figure is what a total has risen by: "compared with 6 May it rose by 105"."""
    if not case.story.said.grows(case.claim) or not case.answers:
        return False
    small = case.asked.kind == TOTAL and 3 * max(case.quantity.figures) < case.answers[0].value
    return small or (case.asked.kind == DAILY and "period.day" in case.claim.rules)


def _is_second(case: Case) -> bool:
    """Whether the sentence gives another figure for the same days before this one, so that the
    reader can have bound only one of them right: "on 1 June 989,700, on the 9th 997,120"."""
    return any(
        other.claim.span < case.claim.span
        and other.asked == case.asked
        and other.claim.metric == case.claim.metric
        and other.quantity != case.quantity
        for other in case.story.beside(case)
    )


def _is_list_of_a_day(case: Case) -> bool:
    """Whether a total is out of the question: the sentence's other figures are those of a day."""
    if case.asked.kind not in (DAILY, SPAN) or case.story.said.total(case.claim):
        return False
    if _is_second(case) and case.story.said.grows(case.claim):
        return False  # "rose by 900 and 6, to 1,142,730 and 11,316"
    return beside_its_days(case)


def beside_its_days(case: Case) -> bool:
    """Whether other categories' figures of the sentence are those of the same day or span, and
    none is a running total."""
    right = [
        other.asked
        for other in case.story.beside(case)
        if other.claim.metric != case.claim.metric
        and (other.quantity.value or 0) >= TELLING_DAY
        and any(a.value == other.quantity.value for a in _counted(other))
    ]
    return case.asked in right and all(asked.kind != TOTAL for asked in right)


def _counted(case: Case) -> tuple[Answer, ...]:
    """What the reports answer, those on what was shot down included."""
    return case.answers or case.ask(case.totals)


def _open_series(case: Case) -> Iterator[Series]:
    """The claimant's own series; that of another side, speaker or category where the words
    leave these open."""
    yield from _of_the_category(case, case.claim.metric)
    known = vocabulary.metrics().get(case.claim.metric)
    if known is not None and known.merged_into is not None:
        yield from _of_the_category(case, known.merged_into)
    if (case.quantity.value or 0) < TELLING:
        return
    for metric in _open_metrics(case):
        yield from _of_the_category(case, metric)


def _of_the_category(case: Case, metric: str) -> Iterator[Series]:
    rules = set(case.claim.rules)
    claimant = case.claim.claimant
    unknown = claimant is not None and claimant not in vocabulary.sources()
    for party in _open_parties(case):
        for series in case.story.known.series(metric, party):
            fits = series.claimant == claimant or series is case.series
            own = case.series is not None and series.claimant == case.series.claimant
            if fits or own or unknown or (rules & SPEAKER and _quoted(case, series)):
                yield series


def _open_parties(case: Case) -> tuple[str, ...]:
    """The side of the figure; the other one, too, where it is assumed, and any where none is."""
    if case.party is None:
        return tuple(party for war in vocabulary.wars() for party in war.parties)
    open_side = not case.says_side and case.claim.party is not None
    return (case.party, *vocabulary.opponents(case.party)) if open_side else (case.party,)


def _open_metrics(case: Case) -> Iterator[str]:
    """Other categories of which the figure may be: those that its sentence names; any, where its
    noun stands elsewhere. None of which the story gives this very figure as well: that one is
    copied."""
    known = vocabulary.metrics()
    named = case.story.said.metrics(case.claim)
    own = known.get(case.claim.metric)
    vague = own is not None and own.whole_of is not None  # "units"
    if own is not None and own.kind == "person" and (case.quantity.value or 0) >= SURE:
        named |= {code for code, metric in known.items() if metric.kind == "person"}  # "people"
    elif case.series is not None and HEAD in case.claim.rules:
        named = frozenset()  # "20,352 tanks": what is counted stands right behind
    open_ = known if vague or SUBJECT & set(case.claim.rules) else named
    for metric in open_:
        if metric == case.claim.metric or metric not in known:
            continue
        if known[metric].kind not in ("person", "equipment"):
            continue
        if (metric, case.quantity) not in case.story.told:
            yield metric


def _quoted(case: Case, series: Series) -> bool:
    """Whether the story names whose series this is as the speaker of another figure."""
    return any(other.claim.claimant == series.claimant for other in case.story.cases)


def _says_its_day(case: Case) -> bool:
    """Whether the sentence names the day of its one running total: "on the 20th it said N"."""
    asked, story = case.asked, case.story
    if asked.kind != TOTAL or asked.end is None or asked.end == asked.today:
        return False
    alone = not any(
        other is not case and other.claim.metric == case.claim.metric
        for other in story.beside(case)
    )
    return alone and asked.end == _only_date(case)


def _only_date(case: Case) -> date | None:
    """The one day that the sentence names by number and month, or by number alone."""
    today = case.asked.today
    days = case.story.said.dates(case.claim, today) if today else set()
    return days.pop() if len(days) == 1 else None


def _beside_others(case: Case, answer: Answer) -> bool:
    """Whether a small figure is what the reports give for days of which the story gives larger
    ones, too, without saying the days again."""
    if answer.kind == DAILY:
        return _beside_a_larger(case, answer)
    return answer.kind != DAILY and any(
        other is not case
        and (other.quantity.value or 0) >= TELLING
        and other.claim.metric != case.claim.metric
        and other.claim.period == case.claim.period
        and not case.story.said.days(other.claim)
        and other.series is not None
        and any(
            a.value == other.quantity.value
            for asked in case.story.open_questions_for(other.quantity.value or 0, other.series)
            for a in other.ask(other.series, asked)
            if (a.kind, a.base, a.day) == (answer.kind, answer.base, answer.day)
        )
        for other in case.story.cases
    )


def _beside_a_larger(case: Case, answer: Answer) -> bool:
    """Whether a larger figure of the same sentence and days is that of the same report."""
    return any(
        other is not case
        and other.asked == case.asked
        and (other.quantity.value or 0) >= TELLING_DAY
        and any((a.kind, a.day) == (DAILY, answer.day) for a in _open_answers(other))
        for other in case.story.beside(case)
    )


def _named(case: Case) -> str:
    """Who is named in the place of the source, if anybody that the tables know."""
    claimant = case.claim.claimant
    if claimant is None:
        return ""
    known = claimant in vocabulary.sources()
    return (
        f" (the text names {source_name(claimant)}{'' if known else ', who is not in the tables'})"
    )


def _left_open(case: Case, answer: Answer) -> str:
    """What the sentence does not say, where another reading of it was taken."""
    said = []
    if answer.series.metric != case.claim.metric:
        said.append(f"that {label(answer.series.metric)} are counted")
    if answer.series.party != case.claim.party:
        said.append(f"whose losses they are ({label(answer.series.party)}'s by the reports)")
    own = answer.series is case.series and case.claim.claimant is not None
    if answer.series.claimant != case.claim.claimant and not own:
        said.append(f"that it is from {by(answer.series)}{_named(case)}")
    past = answer.kind == DAILY and answer.day == case.story.day
    told = past and case.story.said.past_day(case.claim)
    if answer not in case.ask(answer.series) and case.asked.kind != UNSAID and not told:
        said.append("for which days it is")
    of = f" ({by(answer.series)}; the text names {source_name(case.claim.claimant)})"
    whose = of if own and answer.series.claimant != case.claim.claimant else ""
    return f"{whose}; as read, the sentence does not say {listed(said)}" if said else whose
