"""The language of a text, from its letters and commonest words: en, uk, ru, uk+en or und.

A text in any other language comes out as ``und``; so does one without letters.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lossledger.vocabulary import table

_SAMPLE = 60_000
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]++|[@#]\w++|(?<![\w-])[a-z][\w-]*+(?:\.[a-z][\w-]*+)++/?\S*+",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[a-z\u00df-\u024f]+(?:[-'’][a-z\u00df-\u024f]+)*")
_CYRILLIC = re.compile(r"[\u0400-\u052f]+(?:['’][\u0400-\u052f]+)*")
_OTHER = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u0400-\u052f]")
_HARD_SIGN = re.compile("ъ(?![еёюяиі])")
"""A hard sign elsewhere than before е, ё, ю, я is Bulgarian, not Russian."""


@dataclass(frozen=True, slots=True)
class _Table:
    words: Mapping[str, frozenset[str]]
    shared: frozenset[str]
    letters: Mapping[str, str]
    latin_letters: frozenset[str]
    latin_words: frozenset[str]
    cyrillic_letters: frozenset[str]
    cyrillic_words: frozenset[str]


@cache
def _table() -> _Table:
    rows = table("languages")
    foreign = rows["foreign"]
    return _Table(
        words={
            code: frozenset(row["words"].split()) for code, row in rows.items() if "name" in row
        },
        shared=frozenset(rows["en"]["shared"].split()),
        letters={code: row["letters"] for code, row in rows.items() if "letters" in row},
        latin_letters=frozenset(foreign["latin_letters"]),
        latin_words=frozenset(foreign["latin_words"].split())
        - frozenset(rows["en"]["words"].split()),
        cyrillic_letters=frozenset(foreign["cyrillic_letters"]),
        cyrillic_words=frozenset(foreign["cyrillic_words"].split()),
    )


def supported() -> tuple[str, ...]:
    """The names of the languages that are read."""
    return tuple(row["name"] for row in table("languages").values() if "name" in row)


def language_of(text: str, hint: str | None = None) -> str:
    """The language of a text; ``hint`` (a page's ``lang``) decides only where nothing else does."""
    sample = _ADDRESS.sub(" ", text[:_SAMPLE]).casefold()
    latin, cyrillic = _LATIN.findall(sample), _CYRILLIC.findall(sample)
    letters = {"latin": sum(map(len, latin)), "cyrillic": sum(map(len, cyrillic))}
    other = len(_OTHER.findall(sample))
    if other >= max(letters.values()):
        return "und"
    hint = (hint or "").lower()[:2]
    if _is_bilingual(sample, letters) and _cyrillic(cyrillic, hint) == "uk":
        return "uk+en" if _latin(latin, hint) == "en" else "uk"
    if letters["cyrillic"] >= letters["latin"]:
        return _cyrillic(cyrillic, hint)
    found = _latin(latin, hint)
    # the names of weapons may outweigh a short text around them
    names = found == "und" and 2 * letters["cyrillic"] >= letters["latin"]
    return _cyrillic(cyrillic, hint) if names else found


def _is_bilingual(sample: str, letters: Mapping[str, int]) -> bool:
    """Whether both scripts stand in most lines, or each holds a large part of the text."""
    smaller, larger = sorted(letters.values())
    if 5 * smaller < larger:
        return False
    lines = [line for line in sample.splitlines() if _LATIN.search(line) or _CYRILLIC.search(line)]
    both = [line for line in lines if _LATIN.search(line) and _CYRILLIC.search(line)]
    return 2 * len(both) > len(lines) or 3 * smaller > larger


def _latin(words: list[str], hint: str) -> str:
    """English or not, from the words in Latin letters."""
    tables = _table()
    sure = sum(word in tables.words["en"] for word in words)
    shared = sum(word in tables.shared for word in words)
    foreign = sum(
        word in tables.latin_words or not tables.latin_letters.isdisjoint(word) for word in words
    )
    if sure > foreign and 15 * sure >= len(words):
        return "en"
    if sure + shared > foreign and 2 * (sure + shared) >= len(words):
        return "en"
    return "en" if hint == "en" and words and not foreign else "und"


def _cyrillic(words: list[str], hint: str) -> str:
    """Ukrainian, Russian or neither, from the words in Cyrillic letters."""
    tables = _table()
    text = " ".join(words)
    count = {code: sum(map(text.count, letters)) for code, letters in tables.letters.items()}
    known = {code: sum(word in tables.words[code] for word in words) for code in count}
    foreign = sum(c in tables.cyrillic_letters for c in text)
    foreign_words = sum(word in tables.cyrillic_words for word in words)
    if 100 * foreign >= len(text) or _is_belarusian(text) or _is_bulgarian(text, foreign_words):
        return "und"
    # A Ukrainian text has about three of its own letters for each one that a Russian text has.
    uk, ru = count["uk"] + 2 * known["uk"], 3 * count["ru"] + 2 * known["ru"]
    if uk == ru and count["uk"] == count["ru"]:
        return hint if hint in count else "ru"
    if uk == ru:
        return "uk" if count["uk"] > count["ru"] else "ru"
    return "uk" if uk > ru else "ru"


def _is_belarusian(text: str) -> bool:
    """Belarusian has і beside ы and э, and no и."""
    return "и" not in text and "і" in text and ("ы" in text or "э" in text)


def _is_bulgarian(text: str, words: int) -> bool:
    """Bulgarian has its hard sign between consonants, and neither ы nor э nor і."""
    signs = len(_HARD_SIGN.findall(text)) + words
    own = sum(map(text.count, "ыэёії"))
    return signs >= 1 and signs > own
