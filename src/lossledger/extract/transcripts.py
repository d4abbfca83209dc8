"""Interviews written as a transcript: "Lee: We hit nine tanks." is what Lee says.

A label and a colon open a line; it is one who speaks where other lines open with it too. A
label is a person's whose last name it is, or an outlet's, whose questions claim nothing.
"""

import re
from collections import Counter
from collections.abc import Sequence

from lossledger.extract.speakers import NOBODY, Chain, is_relay
from lossledger.extract.tokens import Sentence
from lossledger.vocabulary import sources

LEAST_TURNS = 2
"""Somebody speaks so often at least in an interview."""
LONGEST_LABEL = 3
"""A label has at most so many words."""
RULE = "speaker.transcript"
_NAME = re.compile(r"\b(?:[A-Z\u0400-\u042f][\w'’-]+ )+[A-Z\u0400-\u042f][\w'’-]+")


def turns(found: Sequence[Sentence]) -> dict[int, Chain]:
    """Who speaks in each sentence of an interview, by where it starts."""
    labels = [(s, label) for s in found if (label := _label(s)) is not None]
    often = Counter(label for _, label in labels)
    speakers = {label for label, n in often.items() if n >= LEAST_TURNS}
    if len(speakers) < LEAST_TURNS:
        return {}
    names = {label: _named(label, found) for label in speakers}
    opens = {s.starts[0]: label for s, label in labels if label in speakers}
    said: dict[int, Chain] = {}
    now: Chain | None = None
    line = -1
    for s in found:
        if s.starts[0] in opens:
            now, line = names[opens[s.starts[0]]], s.line
        elif s.line != line:
            now = None
        if now is not None and now.claimant is not None:
            said[s.starts[0]] = now
    return said


def side_of(found: Sequence[Sentence], said: dict[int, Chain]) -> str | None:
    """The side of those who speak in an interview: the one that fights the only one they name."""
    own = [s for s in found if s.starts[0] in said]
    for lines in (own, found):
        named = {str(m.meaning) for s in lines for m in s.all("party", "party_adjective")}
        if len(named) == 1 and any(s.all("own") for s in own):
            return own[0].war.opponent(named.pop())
    return None


def _label(s: Sentence) -> str | None:
    """The label that opens a line: "Lee" before a colon."""
    colon = next((k for k in range(1, min(len(s), LONGEST_LABEL + 1)) if s.words[k] == ":"), None)
    if colon is None or not all(s.words[k][0].isupper() for k in range(colon)):
        return None
    before = s.text.rfind("\n", 0, s.starts[0]) + 1
    if s.text[before : s.starts[0]].strip():
        return None  # no line opens here
    return s.text[s.starts[0] : s.ends[colon - 1]]


def _named(label: str, found: Sequence[Sentence]) -> Chain:
    """Whom a label means: a source of the tables, a person by his full name, or nobody."""
    first = next(s for s in found if _label(s) == label)
    known = next((m for m in first.all("source") if m.start == 0), None)
    if known is not None:
        source = sources().get(str(known.meaning))
        outlet = source is not None and is_relay(source.id)
        return NOBODY if outlet else Chain(str(known.meaning), (), RULE)
    if label.isupper():
        return NOBODY  # "KP", "ANCHOR"
    full = next((m[0] for m in _NAME.finditer(first.text) if m[0].split()[-1] == label), label)
    words = full.split()
    while len(words) > 2 and first.match(0, "title") is None and _is_title(words[0], found):
        words = words[1:]
    return Chain(" ".join(words), (), RULE)


def _is_title(word: str, found: Sequence[Sentence]) -> bool:
    """Whether a word is a rank or title somewhere in the text: "Captain Ann Lee"."""
    return any(s.words[m.start] == word for s in found for m in s.all("title"))
