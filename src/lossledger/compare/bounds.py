"""Unlike kinds of loss compare only as inequalities: the killed are among killed and wounded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lossledger.compare.sheet import Line, scope_words
from lossledger.model import Json


@dataclass(frozen=True, slots=True)
class Inequality:
    """One claimant's figure for fewer kinds of loss, and a later or equal one for more kinds.

    ``holds`` is false only where the lower end of the first lies above the upper end of the
    second, so that no reading of the two can be right together.
    """

    part: Line
    whole: Line

    @property
    def holds(self) -> bool:
        """Whether the part can lie within the whole."""
        low, high = self.part.claim.quantity.low, self.whole.claim.quantity.high
        return low is None or high is None or low <= high

    def __str__(self) -> str:
        sign = "is within" if self.holds else "exceeds"
        part, whole = self.part, self.whole
        return (
            f"{part.claim.claimant} on {part.claim.party}: {scope_words(part.claim.scope)} "
            f"{part.quantity} ({part.day}) {sign} {scope_words(whole.claim.scope)} "
            f"{whole.quantity} ({whole.day})"
        )

    def as_json(self) -> Json:
        """The two claims, and whether they can both be as said."""
        return {
            "part": self.part.claim.id,
            "whole": self.whole.claim.id,
            "holds": self.holds,
            "says": str(self),
        }


def inequalities(lines: Iterable[Line]) -> tuple[Inequality, ...]:
    """Every pair of one claimant's running totals of which one counts kinds within the other's.

    Both speak of one party and metric, the whole of the same day or a later one, as running
    totals grow. Figures of different claimants are not held against each other.
    """
    known = [line for line in lines if line.measure == "total" and line.claim.scope and line.day]
    return tuple(_pairs(known))


def _pairs(lines: list[Line]) -> Iterator[Inequality]:
    for part in lines:
        for whole in lines:
            if _same_subject(part, whole) and set(part.claim.scope or ()) < set(
                whole.claim.scope or ()
            ):
                yield Inequality(part, whole)


def _same_subject(part: Line, whole: Line) -> bool:
    one, other = part.claim, whole.claim
    same = (one.claimant, one.party, one.metric) == (other.claimant, other.party, other.metric)
    in_time = part.day is not None and whole.day is not None and part.day <= whole.day
    return same and in_time and one.claimant is not None
