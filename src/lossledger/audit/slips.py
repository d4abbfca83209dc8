"""Which slip of the pen may have made a number of one that fits: all of them, likeliest first."""

from collections.abc import Iterator
from typing import NamedTuple

TENFOLD, SWAPPED, DOUBLED, ADDED, DROPPED, CHANGED = (
    "a power of ten",
    "two neighbouring digits are swapped",
    "a digit is doubled",
    "a digit is added",
    "a digit is dropped",
    "one digit differs",
)
TELLING = (TENFOLD, SWAPPED, DOUBLED, ADDED, DROPPED)
"""Slips that leave so few numbers open that one of them fits by chance only seldom."""


class Slip(NamedTuple):
    """How a number may have come about, and the number that was meant."""

    how: str
    right: int


def slips(value: int, low: int, likely: int, high: int) -> list[Slip]:
    """The slips that lead from a number within the bounds to ``value``.

    Telling ones come first, of these noughts too many, then the number nearest to the likely
    one, then the kind in the order of ``TELLING``.
    """
    order = {how: k for k, how in enumerate((*TELLING, CHANGED))}
    found = {s for s in _all(value) if low <= s.right <= high and s.right != value}

    def rank(slip: Slip) -> tuple[bool, bool, int, int, int]:
        nought_too_many = slip.right in (value // 10, value // 100) and slip.how == TENFOLD
        apart = abs(slip.right - likely)
        return slip.how == CHANGED, not nought_too_many, apart, order[slip.how], slip.right

    return sorted(found, key=rank)


def _all(value: int) -> Iterator[Slip]:
    said = str(value)
    yield Slip(TENFOLD, value * 10)
    yield Slip(TENFOLD, value * 100)
    for power in (10, 100):
        if value % power == 0:
            yield Slip(TENFOLD, value // power)
    for i in range(len(said) - 1):
        yield from _slip(SWAPPED, said[:i] + said[i + 1] + said[i] + said[i + 2 :])
    for i in range(len(said)):
        rest = said[:i] + said[i + 1 :]
        doubled = said[i] in (said[i - 1 : i] or "?", said[i + 1 : i + 2] or "?")
        yield from _slip(DOUBLED if doubled else ADDED, rest)
        for digit in "0123456789":
            yield from _slip(CHANGED, said[:i] + digit + said[i + 1 :])
    for i in range(len(said) + 1):
        for digit in "0123456789":
            yield from _slip(DROPPED, said[:i] + digit + said[i:])


def _slip(how: str, text: str) -> Iterator[Slip]:
    if text and text[0] != "0":
        yield Slip(how, int(text))
