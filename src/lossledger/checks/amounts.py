"""How a quantity as said compares with a value: equal, a rounding of it, or a bound on it."""

from lossledger.quantity import Quantity

WIDEST = 0.05
"""No rounding moves a figure by more than this share of it."""


def equals(quantity: Quantity, value: int) -> bool:
    """Whether exactly this value was said, with or without a hedge."""
    return quantity.value == value


def step(value: int) -> int:
    """The unit that a figure is given in: 20,000 in ten thousands, 2,500 in five hundreds."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit * 5 if value % (unit * 5) == 0 else unit


def rounds(quantity: Quantity, value: float) -> bool:
    """Whether the figure said is a fair rounding of ``value``.

    With a hedge: half a unit either way, or for "nearly" up to a unit above the value. Without
    one only figures in whole hundreds or more count as rounded, or cut down to thousands.
    """
    said = quantity.value
    if said is None or value <= 0 or abs(said - value) > max(WIDEST * value, 0.5):
        return False
    if quantity.hedge == "nearly":
        return 0 <= said - value < step(said)
    if quantity.hedge is not None:
        return abs(said - value) <= max(step(said) / 2, 0.5)
    unit = _plain_step(said)
    if unit >= 1000 and 0 <= value - said < min(unit, 0.02 * value):
        return True
    return unit >= 100 and abs(said - value) <= unit / 2


def rounds_mean(quantity: Quantity, mean: float) -> bool:
    """Whether the figure said is a mean given in whole numbers or rounded further."""
    said = quantity.value
    if said is None:
        return False
    return abs(said - mean) <= 0.5 or rounds(quantity, mean)


def bounded(quantity: Quantity) -> bool:
    """Whether a bound or a range was said."""
    return quantity.value is None


def said_as(quantity: Quantity) -> str:
    """The quantity in words."""
    return str(quantity).replace("vague ", "")


def _plain_step(value: int) -> int:
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit
