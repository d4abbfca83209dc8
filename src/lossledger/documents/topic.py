"""Whether a line of figures is about losses, in any language that is read."""

import re
from functools import cache

from lossledger.vocabulary.lexicon import Lexicon, languages, lexicon

_WORD = re.compile(r"[^\W_]+(?:['\u2019\-][^\W_]+)*")
_LOST = frozenset(("metric", "noun_of_loss", "scope"))
_KINDS = _LOST | frozenset(
    (
        *("frame", "period", "increment"),
        *("party", "party_adjective", "enemy", "source", "place"),
    )
)
_WORDS_OF_LOSS = frozenset(("noun_of_loss", "scope"))
_WHEN = frozenset(("period", "place"))
_ANYTHING = ("people", "times", "act", "other")
"""Meanings of words as "people" and "times", which count readers too, and of verbs as "remain"."""


def is_on_topic(
    line: str,
    *,
    losses: bool = False,
    when: bool = True,
    people: bool = True,
    things: bool = True,
) -> bool:
    """Whether a line has a word for losses, for what is lost, whose, in what time, or who says it.

    A line of figures without any counts something else: readers, prices, lessons. With ``losses``
    only what is lost counts, as rates and weather name cities and days too; without ``when``
    times and places do not, without ``people`` those who do not fight (workers, pupils), without
    ``things`` what is lost counts only with a word for its loss.
    """
    words = _WORD.findall(line)
    found = _lexicon().tag(words, [word.lower() for word in words])
    matches = (match for here in found for match in here or ())
    kinds = _LOST if losses else _KINDS if when else _KINDS - _WHEN
    kinds = kinds if things else _WORDS_OF_LOSS
    other = _ANYTHING if people else (*_ANYTHING, "civilians")
    return any(m.kind in kinds and m.meaning not in other for m in matches)


@cache
def _lexicon() -> Lexicon:
    return lexicon(*languages())
