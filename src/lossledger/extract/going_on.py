"""The time that goes on from a heading, or from one sentence to the next."""

from dataclasses import replace
from datetime import date

from lossledger.extract.asked import EVENT_TIMES
from lossledger.extract.scene import Carried, Scene, figures
from lossledger.extract.speakers import Chain
from lossledger.extract.tokens import NUMBER, Sentence
from lossledger.extract.when import DAYS, When
from lossledger.period import DAY
from lossledger.vocabulary import War, sources
from lossledger.vocabulary.lexicon import Match

RECENT = 7
"""A heading's day further back is that of what it tells, and of no report."""

SHORT = 8
"""A sentence of so few tokens without a verb is a heading: "January in figures."."""


def is_a_week(w: When) -> bool:
    """Whether a span has the seven days of a weekly report."""
    return w.code == "span" and w.start is not None and w.end == w.start + 6 * DAY


OPENS = frozenset({"month", "last_month", "this_month", "year", "last_year", "this_year"})
"""Times that a sentence without claims opens with for those behind it."""


def begun_on(whens: list[When], war: War) -> date | None:
    """The day since which figures are counted that are not a whole war's: "since 6 August"."""
    since = (w for w in whens if w.role == "since" or (w.code == "span" and not is_a_week(w)))
    first = (w.start for w in since if w.code in ("day", "span") and w.start)
    return next((day for day in first if day > war.start), None)


def keep_running(s: Sentence, chains: list[tuple[int, int, Chain]], state: Carried) -> None:
    """What time goes on: an item has that of its list's heading, a new speaker starts anew."""
    if s.line != state.line and (s.item or _opens_a_section(s)):
        day = state.running if state.running and state.running.code in DAYS else None
        one = state.intro_open and state.intro.claimant == chains[0][2].claimant is not None
        state.running = state.intro_running or (day if one and state.running_item else None)
        state.running_by = None
    elif s.line != state.line:
        spoke = (state.chain.claimant, state.last.claimant if state.last else None)
        headed = not state.claims and s.paragraph - state.headed <= 2
        same = chains[0][2].claimant in spoke or headed
        running = state.running
        if state.running_item and s.match(0, "also") and state.intro_running:
            running = state.running = state.intro_running  # "Also destroyed" behind a list
        going = DAYS if state.topic_time else DAYS | {"rolling", "span"}
        goes_on = same and running is not None and running.code in going
        if not goes_on or (state.topic_time and running and running.code in ("day", "weekday")):
            state.running = state.topic_time if same else None
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
    ends_open = s.words[-1] == ":"
    told = [
        w
        for w in scene.whens
        if (w.code != "clock" or ends_open or (s.all("frame") and not s.item))
        and (
            (is_open and w.start and (not _as_of(w, s) or s.all("noun_of_loss")))
            or (w.code in whole and not _as_of(w, s))
            or w.code == "cumulative"
            or (w.code in ("rolling", "span") and not w.role and bool(s.all("noun_of_loss")))
            or (w.code in ("day", "weekday") and not w.role and not _of_a_digest(w, s))
            or (w.code in OPENS and w.first <= 1 and not w.role)
            or (w.code == "day" and w.role == "since" and bool(s.all("campaign")))
        )
    ]
    if told:
        state.running = state.intro_running = _of_report(told[0], state)
        state.running_by, state.headed = None, s.paragraph
        if told[0].code in EVENT_TIMES and not told[0].role:
            state.event_time, state.event_paragraph = told[0], s.paragraph


def _of_a_digest(w: When, s: Sentence) -> bool:
    """Whether a day is that of a digest and of no event: "the main news on 3 December"."""
    return any(m.end == w.first for m in s.all("digest_of"))


def _opens_a_section(s: Sentence) -> bool:
    """Whether a line heads a part of a list with the side it is about: "Ukraine: 700, with"."""
    m = s.match(0, "party") or s.match(0, "party_adjective")
    return m is not None and m.end < len(s) and s.words[m.end] == ":"


def _as_of(w: When, s: Sentence) -> bool:
    """Whether a time only tells of when the state is: "what is known as of 14:00"."""
    return w.role == "as_of" or s.match(w.first, "as_of") is not None


def _of_report(when: When, state: Carried) -> When:
    """A bulletin's heading names the day of the report; what it counts is of the day before."""
    if state.intro.rule != "speaker.heading" or when.code != "day" or when.end is None:
        return when
    source = sources().get(state.intro.claimant or "")
    if source is not None and source.matters == ("air",):
        return replace(when, role="")  # what flew in the night to that day
    if state.late or (state.day and (state.day - when.end).days > RECENT):
        return replace(when, role="")
    state.report_day = when.end
    day = when.end - DAY
    return replace(when, code="day", start=day, end=day, role="")


def without_superlatives(s: Sentence, whens: list[When]) -> list[When]:
    """The times of a sentence less those that only compare: "the largest since the invasion"."""
    most = s.all("superlative")
    told = [_told_of(w, s) if most else w for w in whens]
    return [
        w
        for w in told
        if not (
            w.code in ("cumulative", "this_year", "rolling", "past_week", "past_month", "past_year")
            or w.role == "since"
            or _is_after(w, s)
            or (w.code == "span" and len(whens) > 1)
        )
        or not any(_near(m, w, s) for m in most)
    ]


def _told_of(w: When, s: Sentence) -> When:
    """A day since which nothing was as bad, and of which figures follow: "since 7 June, when 3"."""
    clause = s.match(w.last, "at_which") or (
        w.last < len(s) and s.words[w.last] == "," and s.match(w.last + 1, "at_which")
    )
    counts = NUMBER in s.kinds[w.last :] or s.has("value", w.last, len(s))
    day = w.code in ("day", "month") and w.role == "since" and clause and counts
    return replace(w, role="") if day else w


def _is_after(w: When, s: Sentence) -> bool:
    """Whether a year only bounds a comparison: "the worst after 2022"."""
    return w.code == "year" and s.match(w.first - 1, "relative") is not None


def _near(m: Match, w: When, s: Sentence) -> bool:
    """Whether a time stands in the same clause a few tokens behind a word."""
    clause = not any(s.words[k] in ",;:" or s.kinds[k] == NUMBER for k in range(m.end, w.first))
    return 0 <= w.first - m.end <= 6 and clause
