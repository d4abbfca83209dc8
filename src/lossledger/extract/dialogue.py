"""Interviews set as turns: "Ann Example: ...", "Paper: ...?", each until the next label.

A label is a name or an abbreviation before a colon at the start of a line; two turns of it make
a dialogue. Who asks in most of his turns puts questions and is no source.
"""

from collections import defaultdict
from collections.abc import Sequence

from lossledger.extract import voiced
from lossledger.extract.speakers import NOBODY, Chain, Voice
from lossledger.extract.tokens import WORD, Sentence
from lossledger.vocabulary import sources

LONGEST = 3
"""Words of a label at most."""
FEWEST = 2
"""Turns that each of two labels at least has."""


def turns(found: Sequence[Sentence]) -> dict[int, Chain]:
    """Who speaks in each sentence of a dialogue, by where the sentence starts."""
    spoken: dict[str, list[list[Sentence]]] = defaultdict(list)
    label = ""
    for k, s in enumerate(found):
        opens = not k or found[k - 1].line != s.line
        said = _label(s) if opens else ""
        if said:
            label = said
            spoken[label].append([])
        elif label and opens and s.item:
            label = ""  # a list behind the dialogue
        if label:
            spoken[label][-1].append(s)
    if sum(len(told) >= FEWEST for told in spoken.values()) < FEWEST:
        return {}
    chains = {
        label: NOBODY if _asks(told) else Chain(_in_full(label, found), (), "speaker.turn")
        for label, told in spoken.items()
        if len(told) >= FEWEST
    }
    return {
        s.starts[0]: chain
        for label, chain in chains.items()
        for turn in spoken[label]
        for s in _own(turn)
    }


def _own(turn: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences of a turn up to the first in which another is heard: "the staff says"."""
    heard = (k for k, s in enumerate(turn) if any(_is_another(v) for v in voiced.voices(s)))
    return turn[: next(heard, len(turn))]


def _is_another(voice: Voice) -> bool:
    return bool(voice.name) and voice.how != "colon"


def _label(s: Sentence) -> str:
    """The name before the colon that a line opens with."""
    colon = next((k for k in range(1, min(LONGEST + 1, len(s))) if s.words[k] == ":"), 0)
    names = colon and all(s.kinds[k] == WORD and s.words[k][0].isupper() for k in range(colon))
    counted = any(s.match(k, kind) for k in range(colon) for kind in ("metric", "party", "label"))
    paper = s.match(0, "source")
    counted = counted and not (paper and paper.end == colon)  # "Kyiv Post: ..."
    return s.text[s.starts[0] : s.ends[colon - 1]] if names and not counted else ""


def _asks(told: Sequence[Sequence[Sentence]]) -> bool:
    """Whether most turns of a label end with a question."""
    return 2 * sum(turn[-1].words[-1] in '?»”"' for turn in told if turn) >= len(told)


def _in_full(label: str, found: Sequence[Sentence]) -> str:
    """A label as the table's source, or as the person's full name where the text tells it."""
    known = {str(m.meaning) for s in found for m in s.all("source") if _calls(s, m.start, label)}
    if known & set(sources()):
        return min(known & set(sources()))
    for s in found:
        for k in range(1, len(s)):
            first = s.words[k - 1]
            named = s.words[k] == label and first[:1].isupper() and first[1:].islower()
            if named and not s.match(k - 1, "title") and first.isalpha():
                return f"{first} {label}"
    return label


def _calls(s: Sentence, k: int, label: str) -> bool:
    return s.text.startswith(label, s.starts[k])


def side_of(found: Sequence[Sentence], said: dict[int, Chain]) -> str | None:
    """The side of those who speak in an interview: the one that fights the only one they name."""
    own = [s for s in found if s.starts[0] in said and said[s.starts[0]].claimant]
    for lines in (own, found):
        named = {
            str(m.meaning)
            for s in lines
            for m in s.all("party", "party_adjective")
            if not any(o.start <= m.start < o.end for o in s.all("source"))
        }
        if len(named) == 1 and any(s.all("own") for s in own):
            return own[0].war.opponent(named.pop())
    return None
