"""How two numbers differ as strings of digits, and all numbers that differ from one so."""

from collections.abc import Iterator
from itertools import combinations

SWAPPED = "two digits are swapped"
DROPPED = "a digit is dropped"
ADDED = "a digit is added"
CHANGED = "one digit differs"


def slip(said: int, right: int) -> str | None:
    """In one way, how ``said`` may have come from ``right`` by a slip of the pen."""
    a, b = str(said), str(right)
    if a == b:
        return None
    if len(a) == len(b):
        apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(apart) == 1:
            return CHANGED
        if len(apart) == 2:
            i, j = apart
            return SWAPPED if (a[i], a[j]) == (b[j], b[i]) else None
        return None
    if len(a) + 1 == len(b):
        return DROPPED if _without_one(b, a) else None
    return ADDED if len(a) == len(b) + 1 and _without_one(a, b) else None


def rights(said: int, how: str) -> set[int]:
    """All numbers from which ``said`` may have come by one kind of slip."""
    return {int(text) for text in _rights(str(said), how) if text[0] != "0"} - {said}


def _rights(said: str, how: str) -> Iterator[str]:
    if how == SWAPPED:
        for i, j in combinations(range(len(said)), 2):
            yield said[:i] + said[j] + said[i + 1 : j] + said[i] + said[j + 1 :]
    elif how == CHANGED:
        for i in range(len(said)):
            yield from (said[:i] + d + said[i + 1 :] for d in "0123456789")
    elif how == DROPPED:
        for i in range(len(said) + 1):
            yield from (said[:i] + d + said[i:] for d in "0123456789")
    elif len(said) > 1:
        yield from (said[:i] + said[i + 1 :] for i in range(len(said)))


def _without_one(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
