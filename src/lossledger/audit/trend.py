"""Whether a running total can follow from the days before, judged from how it moved so far.

No total is taken to be true and none must grow: each day's change is set against the changes
of the days before it, by order statistics, so that a few odd days do not move the measure. The
numbers below were set on four years of the daily mirror (``bench/audit``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

RECENT = 60
"""So many changes, about two months, are the recent past."""
MEMORY = 400
"""Rare great days are remembered for so many changes."""
FEWEST = 8
"""With fewer changes before it, only a total that falls or multiplies is odd."""
MONTH = 20
"""With fewer changes before it, no change is too small."""
HIGH, LOW = 6.0, 4.0
"""So many spreads above, and below, the usual change are the limit."""
BEYOND, AGAIN, ROOM = 1.6, 0.35, 2
"""A change is also in bounds up to 1.6 times the recent greatest plus 2, and up to 0.35 times the
greatest remembered."""
LEAST = 0.4
"""Where no recent change was nought, one under 0.4 times the least of them is odd."""
UPPER, LOWER = 0.9, 0.1
NORMAL = 1.2816
"""The 0.9 quantile of the normal distribution: turns a quantile's distance into a spread."""
LOST = 3
"""After so many odd totals in a row the newest is taken as the level."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A total that does not follow from the days before.

    ``index`` is its place among the points and ``base`` that of the last total that fitted;
    ``low`` and ``high`` bound what would have fitted, ``likely`` is the total after usual days.
    ``outcome`` is what later days say:
    ``returned`` to the old level (a slip), ``kept`` the new level (the source's own doing), or
    ``open`` (no later day, or one that fits both).
    """

    index: int
    base: int
    low: int
    likely: int
    high: int
    outcome: str = "open"


Point = tuple[int, int]
"""A day's number and the total of that day."""


def quantile(ordered: Sequence[float], share: float) -> float:
    """A quantile of ordered numbers, between neighbours in proportion."""
    place = share * (len(ordered) - 1)
    k = int(place)
    return ordered[k] + (ordered[min(k + 1, len(ordered) - 1)] - ordered[k]) * (place - k)


class Bounds(NamedTuple):
    """The least change of a day that is in bounds, the usual one, and the greatest."""

    low: float
    usual: float
    high: float


def bounds(changes: Sequence[float], base: int) -> Bounds:
    """What change of a day is in bounds after these changes, from a total of ``base``."""
    if len(changes) < FEWEST:
        return Bounds(0, quantile(sorted(changes), 0.5) if changes else 0, 2 * base + 300)
    recent = sorted(changes[-RECENT:])
    usual = quantile(recent, 0.5)
    noise = max(usual, 0.64) ** 0.5
    above = max((quantile(recent, UPPER) - usual) / NORMAL, noise)
    below = max((usual - quantile(recent, LOWER)) / NORMAL, noise)
    greatest = max(changes[-MEMORY:])
    high = max(usual + HIGH * above, BEYOND * recent[-1] + ROOM, AGAIN * greatest)
    low = max(usual - LOW * below, LEAST * recent[0] - ROOM, 0) if len(recent) >= MONTH else 0
    return Bounds(low, usual, high)


def odd_totals(points: Sequence[Point], start: int = 1) -> list[Odd]:
    """The totals, from place ``start`` on, that do not follow from those before them.

    Points are in order of day. What stands before ``start`` is only the past: its changes are
    taken as they are, and it costs nothing to judge.
    """
    walk = _Walk(points, max(1, start))
    for index in range(max(1, start), len(points)):
        walk.step(index)
    return sorted(walk.found.values(), key=lambda odd: odd.index)


class _Walk:
    """The state between two totals: the changes so far, the last that fitted, the odd ones."""

    def __init__(self, points: Sequence[Point], start: int) -> None:
        self.points, self.base = points, start - 1
        self.changes: list[float] = []
        self.pending: list[int] = []
        self.found: dict[int, Odd] = {}
        for i in range(max(1, start - MEMORY), start):
            self._learn(i - 1, i)

    def step(self, index: int) -> None:
        """Judge one total, and by it the odd ones before."""
        value = self.points[index][1]
        due = self._due(self.base, index)
        fits_base = due.low <= value <= due.high
        last = self.pending[-1] if self.pending else None
        if last is not None and value >= self.points[last][1] and self._fits(last, index):
            dip = fits_base and self.points[last][1] < self.points[self.base][1]
            self._settle("open" if dip else "kept", value)
            if not dip:
                self._learn(self.base, last)
                self.base = last
        elif fits_base:
            self._settle("returned", value)
        else:
            self.found[index] = due
            self.pending.append(index)
            if len(self.pending) >= LOST:
                self.base, self.pending = index, []
            return
        self._learn(self.base, index)
        self.base = index

    def _fits(self, base: int, index: int) -> bool:
        due = self._due(base, index)
        return due.low <= self.points[index][1] <= due.high

    def _due(self, base: int, index: int) -> Odd:
        """What total would follow from that of ``base``, as the finding it is if it does not."""
        (day, _), (then, before) = self.points[index], self.points[base]
        days = max(1, day - then)
        low, usual, high = (before + int(change * days) for change in bounds(self.changes, before))
        return Odd(index, base, low, usual, high)

    def _learn(self, base: int, index: int) -> None:
        (day, value), (then, before) = self.points[index], self.points[base]
        if value >= before:
            self.changes.append((value - before) / max(1, day - then))

    def _settle(self, outcome: str, value: int) -> None:
        """Say of the odd totals before what the present one shows: those above it came back,
        and one below the level that came back was a slip, not a great day before another."""
        before = self.points[self.base][1]
        for index in self.pending:
            odd, total = self.found[index], self.points[index][1]
            rose = outcome == "returned" and before <= total <= value
            said = "returned" if total > value else "open" if rose else outcome
            self.found[index] = replace(odd, outcome=said)
        self.pending = []
