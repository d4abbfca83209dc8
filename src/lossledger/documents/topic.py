"""Whether a line names anything that is counted as lost, in any language that is read."""

import re
from functools import cache

from lossledger.vocabulary.lexicon import Lexicon, languages, lexicon

_WORD = re.compile(r"[^\W_]+(?:['\u2019\-][^\W_]+)*")
_KINDS = ("metric", "noun_of_loss", "scope")
_ANYBODY = "people"
"""The metric of words as "people", who read and subscribe too."""


def names_losses(line: str) -> bool:
    """Whether a line has a word for troops, equipment, events or losses."""
    words = _WORD.findall(line)
    found = _lexicon().tag(words, [word.lower() for word in words])
    return any(m.kind in _KINDS and m.meaning != _ANYBODY for here in found for m in here or ())


@cache
def _lexicon() -> Lexicon:
    return lexicon(*languages())
