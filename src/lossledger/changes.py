"""What changed between two versions of a page: which of its figures went, came or changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lossledger.model import Claim, Json

Cell = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a page: its document, when the ledger learned of it, and its claims."""

    document: str
    recorded_at: datetime
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The figures of a later version against those of an earlier one.

    A figure is the same when the same claimant says the same of the same loss and days;
    ``changed`` are pairs that differ in the value alone. Where in the text a figure stands
    does not matter.
    """

    earlier: Version
    later: Version
    gone: tuple[Claim, ...]
    new: tuple[Claim, ...]
    changed: tuple[tuple[Claim, Claim], ...]
    same: int

    @property
    def any(self) -> bool:
        """Whether any figure went, came or changed."""
        return bool(self.gone or self.new or self.changed)

    def as_json(self) -> Json:
        """The difference as the command line gives it."""
        return {
            "from": _version_json(self.earlier),
            "to": _version_json(self.later),
            "gone": [claim.as_json() for claim in self.gone],
            "new": [claim.as_json() for claim in self.new],
            "changed": [{"from": a.as_json(), "to": b.as_json()} for a, b in self.changed],
            "same": self.same,
        }


def difference(earlier: Version, later: Version) -> Difference:
    """What the later version says that the earlier one did not, and the other way round."""
    left, right = _by_cell(earlier.claims), _by_cell(later.claims)
    gone: list[Claim] = []
    new: list[Claim] = []
    changed: list[tuple[Claim, Claim]] = []
    same = 0
    for cell in dict.fromkeys((*left, *right)):
        before, after = _without_equals(left.get(cell, []), right.get(cell, []))
        same += len(left.get(cell, [])) - len(before)
        pairs = min(len(before), len(after))
        changed += zip(before[:pairs], after[:pairs], strict=True)
        gone += before[pairs:]
        new += after[pairs:]
    return Difference(earlier, later, tuple(gone), tuple(new), tuple(changed), same)


def _by_cell(claims: Iterable[Claim]) -> dict[Cell, list[Claim]]:
    """The claims by what they are the value of, in the order of the text."""
    found: dict[Cell, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.span):
        period = claim.period
        about = (claim.claimant, claim.party, claim.metric, claim.scope, claim.stance)
        found[(*about, period.kind, period.start, period.end)].append(claim)
    return found


def _without_equals(before: list[Claim], after: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Both without the claims that say the same value, one for one."""
    rest = list(after)
    left = []
    for claim in before:
        equal = next((one for one in rest if one.quantity == claim.quantity), None)
        if equal is None:
            left.append(claim)
        else:
            rest.remove(equal)
    return left, rest


def _version_json(version: Version) -> Json:
    return {
        "document": version.document,
        "recorded_at": version.recorded_at.isoformat(),
        "claims": len(version.claims),
    }
