"""Which times of a sentence tell when something was said, and not when it happened."""

from lossledger.extract.tokens import NUMBER, Sentence
from lossledger.extract.when import When

POINTS = frozenset({"day", "weekday", "today", "yesterday"})
SAYABLE = POINTS | {"earlier_this_year", "month", "year", "last_month", "last_week", "last_year"}
"""Times at which something may be said; the longer ones not where figures are recorded."""


TIMES = "times"
"""What the word for how often something happened counts."""

FOR = frozenset({"for", "за"})
"""Before the month that a report is of."""

POSSESSIVE = ("'s", "’s")


def tells_when_said(s: Sentence, when: When) -> bool:
    """Whether a time belongs to the saying ("said on Thursday", "its Thursday update")."""
    if when.code in ("this_week", "this_month"):
        return bool(_speech_ends_at(s, when.first) or s.match(when.last, "speech"))
    if s.match(when.first - 1, "covers_day") or s.match(when.last, "alone"):
        return False  # "on Monday alone"
    died = any(s.match(m.start, "scope") for m in s.all("aftermath"))
    if when.code == "overnight" and not died and _is_of_the_aftermath(s, when):
        return True  # "rescuers have been digging through the night"
    if when.code not in SAYABLE:
        return False
    if when.code == "weekday" and _of_a_report(s, when):
        return True
    if when.code in POINTS and _published_on(s, when):
        return True
    if when.code not in POINTS and _is_told_of(s, when):
        return False
    before = s.has("speech", max(0, when.first - 8), when.first)
    if before and s.match(when.last, "complementizer"):
        return True
    if when.role == "since" and _when_follows(s, when.last):
        ahead = s.kinds[: max(0, when.first - 1)]
        return len(ahead) > 1 and not any(k == NUMBER for k in ahead)
    if when.role and when.role != "start_of":
        return False
    if when.code in POINTS and _is_of_the_aftermath(s, when):
        return True
    owned = s.folded[when.last - 1].endswith(POSSESSIVE) and when.code in ("weekday", "yesterday")
    if owned and not s.match(when.last, "speaker_noun"):
        return False  # "Saturday's attack": of what happened
    if when.code not in POINTS and _dates_an_estimate(s, when):
        return True
    if s.match(when.first - 1, "rolling"):
        return False
    if when.code == "month" and when.first == 0:
        return False
    behind = when.last + (s.match(when.last, "daypart") is not None)
    noun = s.match(behind, "speaker_noun") and not (
        s.match(behind, "stop") or s.match(behind, "it")
    )
    if noun and when.code in ("weekday", "day"):
        return True
    adjective = when.last - when.first == 1 and when.code in ("today", "yesterday")
    if adjective and s.match(when.last, "account"):
        return True  # "by the staff's morning report"
    if when.code in ("weekday", "day") and _right_behind_speech(s, when.first):
        return True  # "said on Monday morning that"
    if when.code not in POINTS and s.match(when.last, "be"):
        return False  # "seen last week are counted by": the time of what was seen
    speech, verb = _nearest(s, when, "speech", "assessment", "citing")
    action = min(_nearest(s, when, "frame")[0], _nearest(s, when, "metric")[0] + 2)
    opens = _opens(s, when)
    if not (speech <= (16 if opens else 9) and speech < action):
        return False
    if when.code not in POINTS and _of_a_figure_behind(s, when, verb):
        return False
    if when.code not in POINTS and when.first < verb and _aside(s, verb):
        return False  # "last month, he said, ...": the time of what he told of
    if when.code in POINTS:
        return True  # "Oryx counted 112 tanks in December" tells of December
    return not s.match(verb, "recording") or _clause_follows(s, verb)


def _right_behind_speech(s: Sentence, i: int) -> bool:
    """Whether a verb of saying stands before a token, a part of the day between them at most."""
    for m in s.all("speech"):
        between = range(m.end, i)
        if 0 < len(between) <= 3 and all(
            s.match(k, "daypart") or s.match(k, "preposition") for k in between
        ):
            return not s.match(m.start, "recording")
    return False


def _is_of_the_aftermath(s: Sentence, when: When) -> bool:
    """Whether a day is that of what is done after a strike: "rescue work ended on Friday"."""
    if s.match(when.last, "metric"):
        return False  # "the victims of yesterday's strike"
    work = _closest(s, when, "aftermath")
    return work <= FAR_FROM_WORK and work < _closest(s, when, "frame")


def _closest(s: Sentence, when: When, kind: str) -> int:
    """How many tokens lie between a time and the closest phrase of a kind, marks or none."""
    work = {k for m in s.all("aftermath") for k in range(m.start - 1, m.end + 1)}
    gaps = (
        when.first - m.end if m.end <= when.first else m.start - when.last
        for m in s.all(kind)
        if (m.end <= when.first or m.start >= when.last)
        and (kind == "aftermath" or m.start not in work)
        and not s.has("which", m.end, when.first)
    )
    return min(gaps, default=99)


FAR_FROM_WORK = 8
"""So many tokens at most stand between a day and the rescue work that it is of."""


def _is_told_of(s: Sentence, when: When) -> bool:
    """Whether a month is what a speaker tells of before a colon: "he summed up June: ..."."""
    colon = when.last < len(s) and s.words[when.last] == ":"
    before = when.first - 1
    told = _speech_ends_at(s, when.first) or s.match(before, "about") or s.match(before, "rolling")
    return colon and bool(told or s.folded[before] in FOR)


def _of_a_report(s: Sentence, when: When) -> bool:
    """Whether a weekday tells of which day a report is: "by the same report on Friday"."""
    for m in s.all("account"):
        between = range(m.end, when.first)
        plain = all(s.match(k, "stop") or s.match(k, "preposition") for k in between)
        if 0 < len(between) <= 2 and plain and s.match(m.start, "speaker_noun"):
            return True
    return False


def _published_on(s: Sentence, when: When) -> bool:
    """Whether a day is that on which a report appeared: "a report released on Tuesday"."""
    at = when.first - (1 if s.match(when.first - 1, "preposition") else 0)
    out = next((m for m in s.all("speech") if m.end == at), None)
    return out is not None and any(m.end == out.start for m in s.all("account"))


def _speech_ends_at(s: Sentence, i: int) -> bool:
    """Whether a verb of saying stands right before a token: "Oryx said this week"."""
    return any(m.end == i for m in s.all("speech"))


def _dates_an_estimate(s: Sentence, when: When) -> bool:
    """Whether a time tells of when an estimate was made: "an estimate from May puts"."""
    return any(0 <= when.first - m.end <= 1 for m in s.all("assessment")) and bool(
        s.match(when.last, "assessment") or s.match(when.last, "speech")
    )


def _aside(s: Sentence, verb: int) -> bool:
    """Whether a verb of saying stands with its speaker alone between commas: ", he said,"."""
    left = any(s.words[k] == "," for k in range(max(0, verb - 3), verb))
    return left and any(s.words[k] == "," for k in range(verb + 1, min(verb + 6, len(s))))


def _of_a_figure_behind(s: Sentence, when: When, verb: int) -> bool:
    """Whether a month is that of the figure before it: "he said: 38,000 in June, ..."."""
    dated = when.first >= 2 and NUMBER in s.kinds[when.first - 2 : when.first]
    return dated and any(s.words[k] == ":" for k in range(max(verb, 0), when.first))


def _opens(s: Sentence, when: When) -> bool:
    """Whether a time opens its sentence or a part between commas: "On Friday, ..."."""
    if any(s.words[k] in ":;" for k in range(max(0, when.first - 2), when.first)):
        return True
    closed = when.last < len(s) and s.words[when.last] == ","
    ahead = range(when.first)
    if when.code == "month" and len(ahead) <= 4:  # "over the whole of June"
        light = ("preposition", "of", "period", "definite", "rolling")
        return all(any(s.match(k, kind) for kind in light) for k in (0, when.first - 1))
    return when.first <= 2 or (closed and "," in s.words[when.first - 2 : when.first])


def _when_follows(s: Sentence, i: int) -> bool:
    """ "..., when": the day before it is that of what follows."""
    return bool(
        s.match(i, "at_which") or (i < len(s) and s.words[i] == "," and s.match(i + 1, "at_which"))
    )


def _clause_follows(s: Sentence, verb: int) -> bool:
    """Whether a verb of saying has a clause of its own: "said that", "said they had lost"."""
    for k in range(verb + 1, len(s)):
        if s.match(k, "complementizer") or s.match(k, "perfect"):
            return True
        if s.kinds[k] == NUMBER or s.words[k] in ",;:":
            return False
    return False


def _nearest(s: Sentence, when: When, *kinds: str) -> tuple[int, int]:
    """How many tokens lie between a time and the nearest phrase of some kinds, and where it is."""
    best, at = 99, -1
    for m in s.all(*kinds):
        if m.kind == "speech" and s.match(m.start, "added") and s.kinds[m.start - 1] == NUMBER:
            continue  # "with 54 added in July" says nothing
        if m.kind == "metric" and (s.match(m.end, "office") or m.meaning == TIMES):
            continue  # "a military official", "the last time"
        gap = when.first - m.end if m.end <= when.first else m.start - when.last
        if 0 <= gap < best and not _parted(s, when, m.start, m.end):
            best, at = gap, m.start
    return best, at


def _parted(s: Sentence, when: When, start: int, end: int) -> bool:
    """Whether a clause begins between a time and a verb."""
    if end <= when.first and s.has("complementizer", end, when.first):
        return True
    if any(s.words[k] == ";" for k in range(min(end, when.last), max(start, when.first))):
        return True
    return _comma_between(s, when, start, end)


def _comma_between(s: Sentence, when: When, start: int, end: int) -> bool:
    a, b = (end, when.first) if end <= when.first else (when.last, start)
    commas = [k for k in range(a, b) if s.words[k] == ","]
    short = len(commas) == 2 and commas[1] - commas[0] <= 3
    if short and not s.has("speech", commas[0], commas[1]):
        commas = []  # "Mark Milley, 64, said"
    inner = len(commas)
    return inner > 1 or (inner == 1 and (end <= when.first or not _opens(s, when)))
