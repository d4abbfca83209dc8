"""People named once with their office and later by their surname alone.

"The defence minister Ann Example said ... Example added": the surname stands for the source that
the office is. A language with cases changes a surname's end, so its beginning decides.
"""

from collections.abc import Iterable

from lossledger.extract.clauses import is_person_word
from lossledger.extract.tokens import Sentence
from lossledger.vocabulary import sources
from lossledger.vocabulary.lexicon import Match

LEAST = 4
"""A surname has at least so many letters, and two forms of it share as many."""
LONGEST_NAME = 6
"""Tokens from an office to the end of a name, ranks among them."""
_ENDING = 3
"""Two forms of a name differ in length by at most so many letters."""


def name_persons(found: Iterable[Sentence]) -> None:
    """Give every surname in these sentences the source for which its bearer was said to speak."""
    known: dict[str, dict[str, str]] = {}
    for s in found:
        for i in range(len(s)):
            name = _known(s, i, known) if known and is_person_word(s, i) else None
            if name and not _inside(s, i):
                first = i - 1 if i > 1 and is_person_word(s, i - 1) else i
                tagged = Match("source", name, first, i + 1)
                s.retag(first, [*(s.tags[first] or ()), tagged])
        before: Match | None = None
        for m in s.all("source"):
            same = before is not None and before.meaning == m.meaning and m.start - before.end <= 1
            surname = _long(s.folded[m.end - 1]) if same else _surname(s, m)
            before = m
            if surname:
                known.setdefault(surname[:LEAST], {})[surname] = str(m.meaning)


def _known(s: Sentence, i: int, known: dict[str, dict[str, str]]) -> str | None:
    """Whose surname a word is, in any of its forms."""
    word = s.folded[i].removesuffix("'s")
    for surname, name in reversed(known.get(word[:LEAST], {}).items()):
        shared = _shared(word, surname)
        near = abs(len(word) - len(surname)) <= _ENDING
        if near and shared >= max(LEAST, min(len(word), len(surname)) - 2):
            return name
    return None


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((k for k, (a, b) in pairs if a != b), min(len(one), len(other)))


def _inside(s: Sentence, i: int) -> bool:
    """Whether a word is part of a source's name already."""
    return any(
        (m := s.match(k, "source")) is not None and m.end > i for k in range(max(0, i - 8), i + 1)
    )


def _surname(s: Sentence, m: Match) -> str | None:
    """The surname of who holds an office that is named: behind the office, or before a comma."""
    source = sources().get(str(m.meaning))
    titled = s.has("title", max(0, m.start - 2), min(m.end + 2, len(s)))
    if source is None or source.kind != "official" or not titled:
        return None
    end = k = m.end
    while k < min(m.end + LONGEST_NAME, len(s)):
        if is_person_word(s, k):
            end = k + 1
        elif not (s.match(k, "title") or s.words[k] == ("," if k == m.end else ".")):
            break
        k += 1
    if end > m.end:
        return _long(s.folded[end - 1])
    comma = next((i for i in range(m.start - 1, max(0, m.start - 4), -1) if s.words[i] == ","), 0)
    named = comma > 1 and is_person_word(s, comma - 1) and is_person_word(s, comma - 2)
    return _long(s.folded[comma - 1]) if named else None


def _long(word: str) -> str | None:
    word = word.removesuffix("'s")
    return word if len(word) >= LEAST else None
