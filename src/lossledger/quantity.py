"""How many, as said: an interval of whole numbers with its hedge.

"at least 1,200" is ``Quantity(1200, None)``; "more than 20,000" the same with ``strict``;
"up to 545" is ``Quantity(None, 545)``; "about 407,240" is ``Quantity(407240, 407240,
hedge="about")``. A hedge is kept, never turned into a wider interval in silence.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of whole numbers as said.

    ``low`` and ``high`` are inclusive unless ``strict``, which makes the one bound that is
    given exclusive ("more than", "fewer than"). ``None`` leaves that side open. ``hedge`` is
    the class of the hedging word: ``about``, ``nearly``, ``vague``, or ``None``.
    """

    low: int | None
    high: int | None
    strict: bool = False
    hedge: str | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a quantity needs at least one bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the lower bound {self.low} is above the upper bound {self.high}")

    @classmethod
    def exactly(cls, value: int, hedge: str | None = None) -> "Quantity":
        """One value, with the hedge it was given."""
        return cls(value, value, hedge=hedge)

    @property
    def value(self) -> int | None:
        """The single value said, or ``None`` for a range or a bound."""
        return self.low if self.low == self.high else None

    @property
    def figures(self) -> tuple[int, ...]:
        """The numbers that stand in the words: one for a value or a bound, two for a range."""
        low, high = self.low, self.high
        if low is None:
            return () if high is None else (high,)
        return (low,) if high is None or high == low else (low, high)

    def admits(self, value: int) -> bool:
        """Whether ``value`` lies in the interval as said (hedges do not widen it)."""
        above = self.low is None or value > self.low or (value == self.low and not self.strict)
        below = self.high is None or value < self.high or (value == self.high and not self.strict)
        return above and below

    def __str__(self) -> str:
        prefix = f"{self.hedge} " if self.hedge else ""
        if self.low is None:
            return f"{prefix}{'fewer than' if self.strict else 'up to'} {self.high:,}"
        if self.high is None:
            return f"{prefix}{'more than' if self.strict else 'at least'} {self.low:,}"
        if self.low == self.high:
            return f"{prefix}{self.low:,}"
        return f"{prefix}{self.low:,} to {self.high:,}"
