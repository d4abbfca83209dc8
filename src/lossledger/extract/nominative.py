"""A person's name as he signs it, from the case that it stands in behind "in the words of".

Languages with cases bend names; the tables list the endings of the genitive of given and family
names with those of the nominative. A name that fits none of them stays as it is.
"""

from collections.abc import Sequence

from lossledger.vocabulary.lexicon import name_endings

LEAST_STEM = 2
"""Letters that a name has before its ending, at least."""


def nominative(name: str, languages: Sequence[str]) -> str:
    """The last two names or more of some words, in the nominative: "эксперта Ивана Петрова"."""
    words = name.split()
    first = len(words)
    while first and _is_name(words[first - 1]):
        first -= 1
    for code in languages:
        given, family = name_endings(code)
        if len(words) - first < 2 or not given:
            continue
        head = _bent(words[first], given)
        if head is not None:
            return " ".join([head, *(_bent(w, family) or w for w in words[first + 1 :])])
    return name


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def _bent(word: str, endings: Sequence[tuple[str, str]]) -> str | None:
    """A word with the first ending that it has replaced; ``None`` where it has none."""
    for bent, plain in endings:
        if word.endswith(bent) and len(word) - len(bent) >= LEAST_STEM:
            return word.removesuffix(bent) + plain
    return None
