"""What stands over a list or a table of losses: which report's day, who says it, about whom.

"The total combat losses of the enemy from 24.02.22 to 19.02.24 were approximately:" gives the
day to which totals run, the party, and a hedge that goes for every total.
"""

from dataclasses import dataclass, replace
from datetime import date

from lossledger.extract import announced, dates, sides, speakers, subjects, voiced
from lossledger.extract.scene import Context
from lossledger.extract.speakers import NOBODY, Chain
from lossledger.extract.tokens import NUMBER, Sentence
from lossledger.extract.when import When
from lossledger.extract.written_dates import day_and_month, valid
from lossledger.model import Note, Span
from lossledger.period import DAY
from lossledger.vocabulary import War, metrics, sources

SIGNATURE = 8
"""A line that signs a list has at most so many tokens."""

NEAR = 183
"""A day without a year is the one within so many days of the day given."""

SINGLE_PERIODS = frozenset({
    "past_day", "whole_day", "yesterday", "today", "day_so_far", "overnight", "past_week",
    "last_week", "this_week", "span", "month", "this_month", "last_month", "past_month", "rolling",
    "year", "this_year", "last_year",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of all the figures under it.

    ``day`` is the report's day. ``hedge`` goes for every total. ``when`` is set where the
    figures are no running totals but the losses of one day, week or month.
    """

    day: date | None
    chain: Chain
    party: str | None
    hedge: str | None = None
    when: When | None = None
    notes: tuple[Note, ...] = ()


def read_heading(
    before: list[Sentence],
    items: list[Sentence],
    after: list[Sentence],
    context: Context,
    named: list[str],
) -> Heading:
    """The heading of a list: the sentences before it, its own lines, and who signs it."""
    day, notes = _report_day(before, context)
    chain = _who(before, items, context, named)
    if chain.claimant is None:
        chain = _signed(after) or chain
    whose = _whose(before, chain, context.lexicon.war)
    return Heading(day, chain, whose, _hedge(before), _single_period(before, context), notes)


# -- which day ---------------------------------------------------------------------------------


def _report_day(found: list[Sentence], context: Context) -> tuple[date | None, tuple[Note, ...]]:
    """The report's day: the heading's when it has one, else the one given; a clash is noted."""
    given = context.published
    for s in found:
        day = _header_day(s, context)
        if day is not None:
            if given is None or not _clash(day, context):
                return day, ()
            words = f"{s.quoted} [the text says {day}, given is {given}]"
            return day, (Note("date_conflict", Span(s.starts[0], s.ends[-1]), words, None),)
    return given, ()


def _clash(day: date, context: Context) -> bool:
    """Whether a heading's day contradicts the day given for the report, or that of publication.

    A report may be passed on a day or two after its day, never before it.
    """
    if context.document.report_date:
        return day != context.document.report_date
    return context.published is not None and not day <= context.published <= day + 2 * DAY


def _header_day(s: Sentence, context: Context) -> date | None:
    """The later end of "from D to D" in any of its forms, else a lone full date."""
    whens = dates.times(s, context.published)
    running = [w.end for w in whens if w.code == "span" and w.start == s.war.start]
    if running:
        return running[-1]
    for m in s.all("dated_to", "as_of"):
        if m.end < len(s):
            day = _short_day(s, m.end, context) or next(
                (w.start for w in whens if w.first == m.end and w.code == "day"), None
            )
            if day:
                return day
    if not any(s.all(k) for k in ("noun_of_loss", "frame", "metric", "list_word", "speaker_noun")):
        return None
    days = [w.end for w in whens if w.code in ("day", "span") and w.end and w.role != "since"]
    if context.published in days:
        return context.published  # of several days the one on which it was published
    return days[-1] if days and days[-1] != s.war.start else None


def _short_day(s: Sentence, k: int, context: Context) -> date | None:
    """A day and month in figures without a year, in the year nearest to the day given."""
    base = context.published
    parts = day_and_month(s.words[k]) if s.kinds[k] == NUMBER else None
    if parts is None or base is None:
        return None
    for year in (base.year, base.year - 1, base.year + 1):
        day = valid(year, parts[1], parts[0])
        if day and abs((day - base).days) <= NEAR:
            return day
    return None


def _single_period(found: list[Sentence], context: Context) -> When | None:
    """The day, week or month that the heading speaks of, unless it speaks of running totals."""
    for s in reversed(found):
        whens = dates.times(s, context.published)
        since = [w for w in whens if w.role == "since" and w.start and w.start != s.war.start]
        if since and s.all("noun_of_loss", "frame", "metric"):
            return since[0]
        if any(_of_totals(w, s.war) for w in whens):
            return None
        if any(_short_day(s, m.end, context) for m in s.all("dated_to") if m.end < len(s)):
            return None
        if s.all("tally") and not s.all("period"):
            return None
        single = [w for w in whens if w.code in SINGLE_PERIODS or _is_covered(w, s)]
        if single and s.all("noun_of_loss", "frame", "metric"):
            return single[0]
    return None


def _is_covered(w: When, s: Sentence) -> bool:
    """Whether a day is what the figures cover: "losses for 16 January", "attack of 3 May"."""
    if w.code != "day" or w.role:
        return False
    attack = any((row := metrics().get(str(m.meaning))) and row.kind == "event"
                 for m in s.all("metric"))  # fmt: skip
    covered = any(m.end == w.first for m in s.all("covers_day"))
    return covered or (attack and not s.all("noun_of_loss"))


def _of_totals(when: When, war: War) -> bool:
    """Whether a time tells that running totals follow: up to a day, as of it, since the start."""
    whole = when.code == "span" and when.start == war.start
    return when.code == "cumulative" or whole or when.role in ("as_of", "since")


def of_totals(s: Sentence, context: Context) -> bool:
    """Whether a heading announces running totals of losses: "destroyed since the start: "."""
    whens = dates.times(s, context.published)
    running = any(w.code in ("cumulative", "span") or w.role == "as_of" for w in whens)
    return running and bool(s.all("noun_of_loss", "frame"))


# -- who, about whom ---------------------------------------------------------------------------


def _who(
    before: list[Sentence], items: list[Sentence], context: Context, named: list[str]
) -> Chain:
    voices = [v for s in before for v in voiced.voices(s)]
    mentions = [
        str(m.meaning)
        for s in before
        for m in s.all("source")
        if not subjects.is_owner(s, m) and not (m.start == 0 and sides.labelled(s))
    ]
    mentions.sort(key=speakers.is_generic)
    issued = next((name for s in before if (name := announced.issued_by(s))), None)
    if issued:
        chain = Chain(issued, (), "speaker.title")
    elif context.source:
        chain = Chain(context.source, (), "speaker.given")
    elif voices:
        chain = speakers.chain(voices, NOBODY, context.document.outlet)
    elif mentions:
        chain = Chain(mentions[0], (), "speaker.heading")
    else:
        chain = Chain(_by_layout([*before, *items]), (), "speaker.layout")
    return replace(chain, claimant=speakers.narrowed(chain.claimant, named, None))


def _signed(after: list[Sentence]) -> Chain | None:
    """The source that a short line behind a list names."""
    for s in after[:2]:
        named = s.all("source")
        short = len(s) <= SIGNATURE or s.match(0, "according") is not None  # "Source: ..."
        if named and short and NUMBER not in s.kinds:
            return Chain(str(named[0].meaning), (), "speaker.signature")
    return None


def _whose(before: list[Sentence], chain: Chain, war: War) -> str | None:
    """The party in the heading ("losses of the enemy"), else the speaker's opponent."""
    for s in before:
        for m in s.all("noun_of_loss"):
            words = sides.owner_words(s, _clause_start(s, m.start, 3), m.start)
            words = words or sides.owner_words(s, m.end, _clause_end(s, m.end, 5))
            if words == "enemy":
                return speakers.enemy_of(war, chain.claimant)
            if words and words != "own":
                return words
    for s in reversed(before[-2:]):
        if label := sides.labelled(s):
            return label
    return speakers.enemy_of(war, chain.claimant)


def _clause_end(s: Sentence, i: int, reach: int) -> int:
    """The end of the clause that goes on at a token, at most so many tokens on."""
    ends = ("speech", "according", "citing", "agent")
    for k in range(i, min(i + reach, len(s))):
        if s.words[k] in ",;:(" or any(s.match(k, kind) for kind in ends):
            return k
    return i + reach


def _clause_start(s: Sentence, i: int, reach: int) -> int:
    """The start of the clause that a token ends, at most so many tokens back."""
    back = range(i - 1, max(-1, i - reach - 1), -1)
    stops = (
        k + 1
        for k in back
        if s.words[k] in ",;:)"
        or s.match(k, "speech")
        or (s.match(k, "stop") and not s.match(k, "definite"))
    )
    return next(stops, max(0, i - reach))


def _by_layout(found: list[Sentence]) -> str | None:
    """The source whose own form of list this is, by the labels that only it uses."""
    said = {str(m.meaning) for s in found for m in s.all("form_of")}
    return said.pop() if len(said) == 1 and said <= set(sources()) else None


# -- how sure ----------------------------------------------------------------------------------


def _hedge(before: list[Sentence]) -> str | None:
    """A hedge in the heading that stands before no number of its own: "were approximately:"."""
    for s in before[-3:]:
        if not s.all("noun_of_loss", "dated_to") and s is not before[-1]:
            continue
        for m in s.all("hedge"):
            k = m.end
            while k < len(s) and (s.match(k, "copula") or s.words[k] in "/:("):
                k += 1
            if k >= len(s) or not (s.kinds[k] in (NUMBER, "date") or s.match(k, "value")):
                return str(m.meaning)
    return None
