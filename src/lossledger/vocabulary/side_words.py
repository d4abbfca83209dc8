"""Phrases that every side has: made of a party's name, its adjective and its people.

A conflict's language file tells how a side is called::

    [sides.XX]
    name = ["utopia"]
    adjective = ["utopian"]
    people = ["utopians"]

and the language's own file, under ``[each_side]``, what is made of such words: "the utopian army",
"utopia's defence ministry", "in utopia". The loader adds the names of several words
(``long_name``), the forms that are no nominative (``cases``, ``cases_but_of``) and people as they
are counted (``counted``). A placeholder that a side has no words for leaves its phrases out; one
with several words makes a phrase of each.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from string import Formatter
from typing import Any

Words = Mapping[str, Sequence[str]]
Phrase = tuple[str, str, str]
"""A kind of words, a meaning and a phrase."""

SHORT = 4
"""Letters of an abbreviation that is found in capitals alone."""
OF_A_SIDE = {"people": ("metric", "people"), "oblique": ("oblique", "no_subject")}
"""Kinds of phrases that mean something else than the side itself."""


def phrases_of_sides(
    made: Mapping[str, Any], sides: Mapping[str, Words], offices: Mapping[str, tuple[str, str]],
    against: Sequence[tuple[str, str]], groups: Collection[str],
) -> Iterator[Phrase]:  # fmt: skip
    """All phrases that a language makes of the words of some sides.

    ``offices`` gives the party and the office of each source, ``against`` the pairs of parties
    that fight each other, ``groups`` the parties whose people are all fighters.
    """
    for party, words in sides.items():
        for kind, patterns in made.get("words", {}).items():
            real, meaning = OF_A_SIDE.get(kind, (kind, party))
            meaning = "personnel" if real == "metric" and party in groups else meaning
            yield from ((real, meaning, phrase) for phrase in _filled(patterns, words))
    for source, (party, office) in offices.items():
        patterns = made.get("sources", {}).get(office, ())
        words = sides.get(party, {})
        yield from (("source", source, phrase) for phrase in _filled(patterns, words))
    for one, two in against:
        if one in sides and two in sides:
            both = {**sides[one], **{f"other_{key}": value for key, value in sides[two].items()}}
            yield from (("both", "both", phrase) for phrase in _filled(made["both"], both))
    for office, phrases in made.get("office", {}).items() if sides else ():
        yield from (("office", office, phrase) for phrase in phrases)


def phrases_of(made: Mapping[str, Any], sides: Mapping[str, Words]) -> Iterator[Phrase]:
    """The phrases made of the words of some countries, which mean the country."""
    for party, words in sides.items():
        for kind, patterns in made.items():
            yield from ((kind, party, phrase) for phrase in _filled(patterns, words))


def source_name(made: Mapping[str, Any], words: Words, label: str, office: str) -> str | None:
    """The name of a side's office in a language; ``None`` where the language makes none."""
    pattern = made.get(office)
    return next(_filled([pattern], {"label": [label], **words}), None) if pattern else None


def as_phrases(words: Words) -> Words:
    """The words of a side as phrases have them: small letters, abbreviations aside."""
    return {
        key: [" ".join(w if _is_short(w) else w.lower() for w in value.split()) for value in values]
        for key, values in words.items()
    }


def _is_short(word: str) -> bool:
    """Whether a word is an abbreviation, which the loader finds in capitals alone."""
    return word.isupper() and word.isascii() and 1 < len(word) <= SHORT


def _filled(patterns: Sequence[str], words: Words) -> Iterator[str]:
    """Each pattern with each of the words that its placeholders stand for."""
    for pattern in patterns:
        fields = dict.fromkeys(name for _, name, _, _ in Formatter().parse(pattern) if name)
        for values in product(*(words.get(name, ()) for name in fields)):
            yield pattern.format(**dict(zip(fields, values, strict=True)))
