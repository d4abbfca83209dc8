"""Text from pieces of a source, with the way back to the bytes, in Unicode NFC.

A piece is ``(text, begin, end)``: characters that stand for the source's characters ``begin``
to ``end``, one for one where the lengths are equal, else all for all (an entity, a run of
spaces, a line break that a tag makes).
"""

import re
import unicodedata
from collections.abc import Iterable

from lossledger.documents.decoding import Decoded
from lossledger.model import Offsets, Span

Piece = tuple[str, int, int]

_LONGEST_CLUSTER = 64
"""Marks on one letter that are composed together; more are hostile, and sorting them is slow."""

_SURE = re.compile(
    "[\x00-\u02ff\u0400-\u0482\u048a-\u0590\u2002-\u20cf\u2190-\u2328\u232b-\u2adb\u3000-\u3029"
    "\u3030-\u3098\u309b-\ua66e\uac00-\ud7a3\ufe00-\ufe0f\uff00-\uffff\U0001f000-\U0001faff]*"
)
"""Characters that NFC neither changes nor joins to the one before (a test proves it)."""


def woven(pieces: Iterable[Piece], source: Decoded) -> tuple[str, Offsets]:
    """The text of the pieces, which follow each other in the source, and its offsets."""
    parts: list[str] = []
    starts, places, widths = [0], [source.first], [1]
    length, seen, place, follows = 0, 0, source.first, -1
    for text, begin, end in pieces:
        place += source.size(seen, begin)
        exact = len(text) == end - begin
        size = 0 if exact else source.size(begin, end)
        for count, width in source.runs(text) if exact else ((1, size),) * len(text):
            if place != follows or width != widths[-1]:
                starts.append(length)
                places.append(place)
                widths.append(width)
            length += count
            follows = place + count * width
            place = follows if exact else place
        place += size
        seen = end
        parts.append(text)
    return "".join(parts), _offsets(starts, places, widths)


def composed(text: str, offsets: Offsets) -> tuple[str, Offsets]:
    """The text in Unicode NFC, with offsets that still lead to the same bytes."""
    changing = _changing(text)
    if changing is None:
        return text, offsets
    parts: list[str] = []
    runs: list[tuple[int, int, int]] = []
    copied, length, run = 0, 0, 0
    for match in changing.finditer(text):
        new = unicodedata.normalize("NFC", match[0])
        if new == match[0]:
            continue
        same = _common(match[0], new)
        begin = match.start() + same
        run = _copy_runs(offsets, (copied, begin), length - copied, run, runs)
        came_from = offsets.byte_span(Span(begin, match.end()))
        length += begin - copied
        width = came_from.end - came_from.start
        runs += ((length + i, came_from.start, width) for i in range(len(new) - same))
        length += len(new) - same
        parts += (text[copied:begin], new[same:])
        copied = match.end()
    _copy_runs(offsets, (copied, len(text)), length - copied, run, runs)
    parts.append(text[copied:])
    starts, places, widths = zip(*runs, strict=True)
    return "".join(parts), Offsets(starts, places, widths)


def _copy_runs(
    offsets: Offsets,
    stretch: tuple[int, int],
    shift: int,
    run: int,
    to: list[tuple[int, int, int]],
) -> int:
    """Append the runs of a stretch of the old text, moved by ``shift``; the last run's index."""
    begin, end = stretch
    last = len(offsets.starts) - 1
    while run < last and offsets.starts[run + 1] <= begin:
        run += 1
    while begin < end:
        skipped = (begin - offsets.starts[run]) * offsets.widths[run]
        to.append((begin + shift, offsets.places[run] + skipped, offsets.widths[run]))
        begin = offsets.starts[run + 1] if run < last else end
        run += begin < end
    return run


def _changing(text: str) -> re.Pattern[str] | None:
    """A pattern of the clusters of this text that NFC may change, or ``None``."""
    if _SURE.fullmatch(text):
        return None
    odd = [c for c in set(text) if not _SURE.fullmatch(c)]
    joins = [c for c in odd if _joins(c)]
    alone = [c for c in odd if unicodedata.normalize("NFC", c) != c]
    marks = "[" + "".join(map(re.escape, sorted(joins))) + "]"
    others = "[^" + marks[1:]
    cluster = f"(?:{others}?{marks}{{1,{_LONGEST_CLUSTER}}})" if joins else ""
    single = "[" + "".join(map(re.escape, sorted(alone))) + "]" if alone else ""
    pattern = "|".join(filter(None, (cluster, single)))
    return re.compile(pattern) if pattern else None


def _joins(character: str) -> bool:
    """Whether a character may compose with the one before it."""
    jamo_or_vowel_sign = (
        "\u1160" <= character <= "\u11ff" or "\U00016d40" <= character <= "\U00016d7f"
    )
    return (
        jamo_or_vowel_sign
        or unicodedata.combining(character) != 0
        or unicodedata.category(character).startswith("M")
    )


def _common(old: str, new: str) -> int:
    """How many first characters are the same, the last of ``new`` never counted."""
    limit = min(len(old), len(new)) - 1
    return next((i for i in range(limit) if old[i] != new[i]), max(limit, 0))


def _offsets(starts: list[int], places: list[int], widths: list[int]) -> Offsets:
    """Offsets without the first, made-up run where a real one begins at 0 too."""
    cut = 1 if len(starts) > 1 and starts[1] == 0 else 0
    return Offsets(tuple(starts[cut:]), tuple(places[cut:]), tuple(widths[cut:]))
