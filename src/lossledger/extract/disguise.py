"""Figures and words that are not what they seem: hidden characters, foreign digits, look-alikes.

Nothing is changed or mended: the text stays as published, each such place becomes a note, and a
claim that touches one needs a person. See Unicode's reports 36 and 39.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from lossledger.model import Claim, Note, Reading, Span
from lossledger.vocabulary import table

HIDDEN, DIGITS, ALIKE = "hidden_characters", "foreign_digits", "look_alikes"
RULE = "disguise"
"""The rule of a claim that touches such a place."""

_WIDEST = 80
_WORD = re.compile(r"[^\W_]+")
_FRACTIONS = re.compile("[\u00bc-\u00be\u2150-\u215e]")
_ONE_SCRIPT = re.compile("[\u0400-\u04ff0-9]+|[a-zA-Z0-9]+")
_SCRIPT = re.compile("(?:FULLWIDTH |MATHEMATICAL |MODIFIER LETTER )?[A-Z]+")
_LINE = re.compile(r"[^\n]+")
_LATIN, _CYRILLIC = re.compile("[a-zA-Z]"), re.compile("[\u0400-\u04ff]")
_LATIN_BESIDE = re.compile(r"[a-zA-Z]{2,}|[/@#_]")
_SYMBOLS = ("So", "Sk", "Sm")
_SIGNS = "\u203c\u2049\u3030\u303d"
"""Punctuation that is drawn as a picture."""


def with_disguises(reading: Reading) -> Reading:
    """The reading with a note for each place that is not what it seems."""
    text = reading.document.text
    found = merged(text)
    if not found:
        return reading
    stretches = _stretches([span for _, span in found])
    notes = [Note(kind, span, text[span.start : span.end], None) for kind, span in found]
    claims = tuple(_doubted(claim, stretches) for claim in reading.claims)
    return replace(reading, claims=claims, notes=(*reading.notes, *notes))


def _doubted(claim: Claim, stretches: list[Span]) -> Claim:
    """The claim, of low confidence when it touches one of these, which do not overlap."""
    k = bisect_right(stretches, claim.span.end, key=lambda one: one.start) - 1
    if k < 0 or stretches[k].end < claim.span.start:
        return claim
    return replace(claim, confidence="low", rules=(*claim.rules, RULE))


def _stretches(spans: list[Span]) -> list[Span]:
    """Spans in their order with those that overlap made one."""
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found


def merged(text: str) -> list[tuple[str, Span]]:
    """The kinds and places of disguises, one for each kind and word, in the text's order."""
    found: dict[tuple[str, int, int], None] = {}
    for kind, begin, end in _places(text):
        first, last = _around(text, begin, end)
        found[kind, first, last] = None
    ordered = sorted(found, key=lambda one: (one[1], one[2], one[0]))
    return [(kind, Span(first, last)) for kind, first, last in ordered]


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    if not text.isascii():
        for match in _tables()["invisible"].finditer(text):
            if not _of_a_picture(text, match.start()):
                yield HIDDEN, *match.span()
        yield from _foreign(text)
        for match in _WORD.finditer(text):
            if not _ONE_SCRIPT.fullmatch(match[0]) and _mixes(match[0]):
                yield ALIKE, *match.span()
        yield from _whole_words(text)
    for match in _tables()["figures"].finditer(text):
        yield ALIKE, *match.span()


def _whole_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Words that are wholly of letters with twins, in a line whose other words are not.

    A Latin word must be in small letters and stand alone among Cyrillic ones: abbreviations as
    BBC and names in Latin letters are ordinary in such texts.
    """
    twins = _tables()["twins"]
    for line in _LINE.finditer(text):
        latin, cyrillic = len(_LATIN.findall(line[0])), len(_CYRILLIC.findall(line[0]))
        if not (latin and cyrillic):
            continue
        found = twins["cyrillic" if latin > cyrillic else "latin"]
        for match in found.finditer(text, *line.span()):
            inside = latin > cyrillic or not _LATIN_BESIDE.search(
                text[max(line.start(), match.start() - 20) : match.start()]
                + " | "
                + text[match.end() : min(line.end(), match.end() + 20)]
            )
            if inside:
                yield ALIKE, *match.span()


def _around(text: str, begin: int, end: int) -> tuple[int, int]:
    """The word around a place, so that a person sees what it is about."""
    before, after = text[max(0, begin - _WIDEST) : begin], text[end : end + _WIDEST]
    if before and not before[-1].isspace():
        begin -= len(before.rsplit(None, 1)[-1])
    if after and not after[0].isspace():
        end += len(after.split(None, 1)[0])
    return begin, end


def _of_a_picture(text: str, at: int) -> bool:
    """Whether a joiner or a selector belongs to a symbol beside it, as in emoji."""
    if not _tables()["pictures"].match(text, at):
        return False
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    beside = [c for c in (before, after) if c]
    symbol = any(unicodedata.category(c) in _SYMBOLS or c in _SIGNS for c in beside)
    return symbol or after == "\u20e3" or bool(before and _tables()["pictures"].match(before))


def _foreign(text: str) -> Iterator[tuple[str, int, int]]:
    """Digits of other scripts, and numbers of other forms beside a digit."""
    for match in _tables()["numbers"].finditer(text):
        at, one = match.start(), match[0]
        if _FRACTIONS.match(one):
            continue
        beside = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
        if unicodedata.category(one) == "Nd" or any(c.isdigit() and c.isascii() for c in beside):
            yield DIGITS, at, at + 1


def _mixes(word: str) -> bool:
    """Whether a word has letters of two scripts, and those of the rarer one look like others."""
    if word.isascii():
        return False
    scripts: dict[str, set[str]] = {}
    for letter in word:
        if letter.isalpha():
            scripts.setdefault(_script(letter), set()).add(letter)
    scripts.pop("", None)
    if len(scripts) < 2:
        return False
    alike = _tables()["alike"]
    return any(letters <= alike for letters in scripts.values()) or len(scripts) > 2


@cache
def _script(letter: str) -> str:
    """The script of a letter by its name; empty for letters of none, such as a prime."""
    name = unicodedata.name(letter, "")
    found = _SCRIPT.match(name)
    return found[0] if found and not name.startswith("MODIFIER LETTER APOSTROPHE") else ""


@cache
def _tables() -> dict[str, Any]:
    """The patterns that the table's rows make."""
    rows = table("disguises")
    look = re.escape(rows["figures"]["letters"])
    numbers = "".join(
        chr(c) for c in range(0x80, 0x20000) if unicodedata.category(chr(c)) in ("Nd", "Nl", "No")
    )
    return {
        "invisible": re.compile(f"[{_ranges(rows['invisible']['ranges'])}]+"),
        "pictures": re.compile(f"[{_ranges(rows['invisible']['pictures'])}]"),
        "alike": frozenset(rows["alike"]["latin"] + rows["alike"]["cyrillic"]),
        "twins": {
            "latin": re.compile(rf"(?<![\w.@/-])[{_small(rows, 'latin')}]{{3,30}}(?![\w.@/-])"),
            "cyrillic": re.compile(rf"(?<!\w)[{rows['twins']['cyrillic']}]{{2,30}}(?!\w)"),
        },
        "numbers": re.compile(f"[{re.escape(numbers)}]"),
        # a number of digits and letters for digits, with nothing else that is a letter beside it
        "figures": re.compile(
            rf"(?<![^\W_])(?=[0-9]*[{look}])(?=[{look}]*[0-9])[0-9{look}]{{2,40}}(?![^\W_])"
        ),
    }


def _small(rows: Any, script: str) -> str:
    return "".join(letter for letter in rows["twins"][script] if letter.islower())


def _ranges(rows: list[str]) -> str:
    """Ranges of code points as the inside of a character class."""
    parts = (row.split("-") for row in rows)
    return "".join("-".join(re.escape(chr(int(end, 16))) for end in ends) for ends in parts)
