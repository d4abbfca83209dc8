"""The words around names of places, by language, as a small tree over folded tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lossledger.errors import BadTable
from lossledger.vocabulary.lexicon import place_words

KINDS = frozenset({
    "inside", "near", "not_inside", "settlement", "region", "district", "sector", "left",
    "right", "east", "west", "river", "joiner", "filler",
})  # fmt: skip
"""``inside`` and ``near`` stand before a name, ``not_inside`` are ends of words that are no
place behind an ``inside`` word; the others are kinds of places, or may stand in a list."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of one or more languages: phrases by their first word, longest first."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
    not_inside: tuple[str, ...]

    def at(self, folded: Sequence[str], i: int) -> tuple[int, frozenset[str]] | None:
        """The end and the kinds of the longest phrase that starts at a token."""
        for words, kinds in self.phrases.get(folded[i], ()):
            if tuple(folded[i : i + len(words)]) == words:
                return i + len(words), kinds
        return None


@cache
def cues(languages: tuple[str, ...]) -> Cues:
    """The words around places in these languages; a language without such words adds none."""
    held: dict[tuple[str, ...], set[str]] = {}
    ends: list[str] = []
    for code in languages:
        for kind, phrases in place_words(code).items():
            if kind not in KINDS:
                where = f"vocabulary/{code}.toml"
                raise BadTable(where, f"unknown kind of words {kind!r}", "see places.words.KINDS")
            if kind == "not_inside":
                ends += phrases
                continue
            for phrase in phrases:
                held.setdefault(tuple(phrase.split()), set()).add(kind)
    tree: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for words in sorted(held, key=len, reverse=True):
        tree.setdefault(words[0], []).append((words, frozenset(held[words])))
    return Cues({first: tuple(rest) for first, rest in tree.items()}, tuple(ends))
