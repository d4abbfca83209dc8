"""Direct speech: which tokens stand between quotation marks, and whose words they are.

A quotation of several sentences has one speaker, who is named outside of the marks: before
them, behind them, or between two dashes within. Whoever is named inside is quoted by him.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lossledger.extract import speakers, voiced
from lossledger.extract.speakers import NOBODY, Chain, Voice
from lossledger.extract.tokens import DASHES, Sentence

LEAST_WORDS = 4
"""Fewer tokens between two marks are a name or a turn of phrase."""
_CLOSES = {"«": "»", "“": "”", "„": "“”", '"': '"'}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Tokens ``first`` to ``last`` (half-open) of a sentence that are direct speech.

    ``speaker`` is known where the quotation has more than one sentence; ``by_pronoun`` says that
    only "he said" names him, so that he is whoever spoke before.
    """

    first: int
    last: int
    speaker: Chain = NOBODY
    by_pronoun: bool = False

    def holds(self, voice: Voice) -> bool:
        """Whether a voice is named inside of the quotation."""
        return self.first <= voice.first < self.last


def quotations(found: Sequence[Sentence]) -> dict[int, Quoted]:
    """The direct speech of each sentence, by where the sentence starts; the longest of several."""
    kept: dict[int, Quoted] = {}
    for i, a, j, b in _pairs(found):
        speaker = _speaker(found[i : j + 1], a, b) if i != j else NOBODY
        pronoun = i != j and not speaker.claimant and _is_by_pronoun(found[j], b)
        for n in range(i, j + 1):
            first = a if n == i else 0
            last = b if n == j else len(found[n])
            said = Quoted(first, last, speaker, pronoun)
            known = kept.get(found[n].starts[0])
            long = last - first >= LEAST_WORDS or i != j
            if long and (known is None or known.last - known.first < last - first):
                kept[found[n].starts[0]] = said
    return kept


def _pairs(found: Sequence[Sentence]) -> Iterator[tuple[int, int, int, int]]:
    """Sentence and token behind an opening mark, sentence and token of its closing one."""
    opened: tuple[int, int, str] | None = None
    depth = 0
    paragraph = -1
    for n, s in enumerate(found):
        if s.paragraph != paragraph:
            opened, depth, paragraph = None, 0, s.paragraph
        for k, word in enumerate(s.words):
            if opened is None:
                if word in _CLOSES and k + 1 < len(s) and s.starts[k + 1] == s.ends[k]:
                    opened, depth = (n, k + 1, word), 1
                continue
            if word in _CLOSES[opened[2]]:
                depth -= 1
                if depth == 0:
                    yield opened[0], opened[1], n, k
                    opened = None
            elif word == opened[2]:
                depth += 1


def _speaker(inside: Sequence[Sentence], first: int, last: int) -> Chain:
    """Who is named behind a quotation, before it, or between the dashes of its first sentence."""
    end, start = inside[-1], inside[0]
    behind = [v for v in voiced.voices(end) if v.first > last]
    before = [v for v in voiced.voices(start) if v.last < first]
    between = [v for v in voiced.voices(start) if v.first > first and _behind_dash(start, v)]
    for named in (behind, before, between):
        if named and named[-1].name:
            return speakers.chain(named, NOBODY, None)
    return NOBODY


def _is_by_pronoun(end: Sentence, last: int) -> bool:
    """Whether only "he said" stands behind a quotation."""
    behind = [v for v in voiced.voices(end) if v.first > last]
    return bool(behind) and behind[0].how == "carry" and not behind[0].name


def _behind_dash(s: Sentence, v: Voice) -> bool:
    """Whether a voice stands behind ", -", where the author breaks into a quotation."""
    return any(
        s.words[k] in DASHES and s.words[k - 1] in ",?!»"
        for k in range(max(1, v.first - 6), v.first)
    )
