"""Who says the numbers that are no claims: money, shares, years, counts of other things.

A number without a claim has the speaker of its own sentence, or of the quotation that it stands
in; what an earlier sentence's speaker may have said too is not taken for his. Anybody may be the
speaker here, under the words that call him: "the union", "a poll of the university".
"""

from bisect import bisect_right
from dataclasses import replace
from typing import TypeVar

from lossledger.extract.speakers import Chain
from lossledger.extract.tokens import DESIGNATION, NUMBER, QUOTES, WORD, Sentence
from lossledger.model import Ignored, Unread
from lossledger.vocabulary.lexicon import Match

Left = TypeVar("Left", Ignored, Unread)
NOT_HERE = frozenset({"speaker.none", "speaker.carried", "speaker.given", "speaker.sole"})
"""Rules of speakers whom the sentence itself does not name."""
TOLD = frozenset({"saying", "according", "citing"})
"""Kinds of words without which nobody is heard."""
HOW = "how"
"""The meaning of the words that tell how a poll was taken."""
LONGEST = 9
"""Tokens of the words that call a speaker."""
BEFORE_VERBS = ("be", "perfect", "also")
"""Words between a subject and its verb: "has also said"."""


def said_by(s: Sentence, chains: list[tuple[int, int, Chain]], left: list[Left]) -> list[Left]:
    """The numbers of a sentence that are no claims, with who says them there."""
    polls = s.all("poll")
    if any(m.meaning == HOW for m in polls):
        return left  # how many were asked is no answer of theirs
    spoken = s.words[0] in QUOTES or s.words[-1] in QUOTES  # goes on as the speech of whoever spoke
    if not (spoken or polls or s.at(TOLD)):
        return left  # a sum raised, a price posted: nobody says it
    named = [p for p in chains if p[2].claimant and (spoken or p[2].rule not in NOT_HERE)]
    if polls and any(s.match(m.end, "saying") for m in polls):
        named = []  # "the latest poll shows her ahead of the president"
    if named and (spoken or s.at(TOLD)):
        return [_told(number, _speaker(s, named, number)) for number in left]
    subject = _subject(s) or (_before(s, polls[0].end) if polls else None)
    if subject is None:
        return left
    name = s.text[s.starts[subject[0]] : s.ends[subject[1] - 1]]
    return [_told(number, name) for number in left]


def _told(number: Left, claimant: str | None) -> Left:
    return replace(number, claimant=claimant) if claimant else number


def _speaker(
    s: Sentence, named: list[tuple[int, int, Chain]], number: Ignored | Unread
) -> str | None:
    k = bisect_right(s.starts, number.span.start) - 1
    return next((c.claimant for first, last, c in named if first <= k < last), None)


def _subject(s: Sentence) -> tuple[int, int] | None:
    """The words that stand before a sentence's first verb of saying, or behind "according to"."""
    for m in sorted((*s.all("according"), *s.all("saying")), key=_start):
        words = _behind(s, m) if m.kind == "according" else _subject_of(s, m)
        if words:
            return words
    return None


def _start(m: Match) -> int:
    return m.start


def _before(s: Sentence, end: int) -> tuple[int, int] | None:
    """The words that call a speaker, up to a token."""
    first = end
    while first > 0 and end - first < LONGEST and _calls(s, first - 1):
        first -= 1
    if first > 0 and (s.kinds[first - 1] == NUMBER or s.words[first - 1] == "%"):
        return None  # "73 per cent say": they are counted
    return _without_article(s, first, end)


def _subject_of(s: Sentence, verb: Match) -> tuple[int, int] | None:
    """The words before a verb of saying that is no passive: "has also said"."""
    end = verb.start
    while end > 0 and any(s.match(end - 1, kind) for kind in BEFORE_VERBS):
        end -= 1
    return None if s.match(verb.start - 1, "be") else _before(s, end)


def _behind(s: Sentence, m: Match) -> tuple[int, int] | None:
    last = m.end
    while last < len(s) and last - m.end < LONGEST and _calls(s, last):
        last += 1
    return _without_article(s, m.end, last)


def _calls(s: Sentence, k: int) -> bool:
    """Whether a token may be one of the words that call a speaker."""
    if s.words[k] in QUOTES or s.kinds[k] not in (WORD, DESIGNATION):
        return False
    return not s.match(k, "relative") and not s.match(k, "saying")


def _without_article(s: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The words without an article; none where only a pronoun, or nothing, is left."""
    while first < last and any(s.match(first, kind) for kind in ("article", "definite", "stop")):
        first += 1
    pronoun = last - first == 1 and (s.match(first, "speaker_noun") or s.match(first, "stop"))
    return (first, last) if first < last and not pronoun else None
