"""How a table of claims is read: the ``[table]`` part of a ``source.toml``, as values.

A table holds one or more figures a row, by several claimants and on several parties. What its
words mean (kinds of loss, parties, claimants, time frames) stands in the source's table; a
name that is not listed there is looked up among the names of the vocabulary, and an unknown
one is kept as it stands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from lossledger import vocabulary
from lossledger.errors import BadTable
from lossledger.model import BASES
from lossledger.sources.strict import Row

FORMATS = ("csv", "json")
ROLES = (
    "value",  # the row's figure
    "low",  # its lower bound
    "high",  # its upper bound
    "figure",  # one figure by itself, of a metric and a frame of its own
    "kind",  # a word for what is counted
    "item",  # which one of the kind
    "party",  # a word for whose losses
    "claimant",  # who says so
    "frame",  # a word for the days that the figure covers
    "flag",  # 1 where the figure is a bound
    "date",  # the day that the figure speaks of
    "war_day",  # the same as the number of the war's day, of which the first is 1
    "ignored",  # anything else, with the reason
)
FRAMES = (
    "cumulative",  # from the war's first day to the row's day
    "day",  # the row's day
    "month_before",  # the calendar month before the row's day
    "mean_of_month_before",  # the mean a day in that month
    "since",  # from a day named in the column to the day before the row's day
)
DATES = ("day/month/year", "year-month-day")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a word of the table counts."""

    metric: str
    scope: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a name of the table is: ``claimant`` (``None``: nobody named), who passed it on.

    ``relays`` stand between the claimant and the compiler, outermost first.
    """

    claimant: str | None
    relays: tuple[str, ...] = ()
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """What a column holds; ``role`` is one of ``ROLES``, ``frame`` one of ``FRAMES``."""

    name: str
    role: str
    kind: Kind | None = None
    frame: str | None = None
    since: date | None = None
    written: str | None = None
    bound: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """How the rows of a file become claims.

    ``relay`` compiled the file and stands between claimant and outlet. ``claimant`` and
    ``party`` hold for every row, where no column says so. ``parts`` says that the rows of one
    kind are disjoint parts of one list.
    """

    format: str
    basis: str
    relay: str | None
    claimant: str | None
    party: str | None
    frame: str
    parts: bool
    columns: Mapping[str, TableColumn]
    kinds: Mapping[str, Kind]
    parties: Mapping[str, str]
    speakers: Mapping[str, Speaker]
    frames: Mapping[str, str]

    def column(self, role: str) -> TableColumn | None:
        """The column with a role that only one may have."""
        return next((c for c in self.columns.values() if c.role == role), None)


def parse_table(where: str, raw: Mapping[str, Any] | None) -> Table | None:
    """The ``[table]`` part as a value; ``BadTable`` names what breaks the rules."""
    if raw is None:
        return None
    row = Row(f"{where}, table", raw)
    words = {
        key: row.take(key, dict, {})
        for key in ("columns", "kinds", "parties", "speakers", "frames")
    }
    found = Table(
        format=row.one_of("format", FORMATS),
        basis=row.one_of("basis", BASES),
        relay=_optional(row, "relay", vocabulary.sources()),
        claimant=_optional(row, "claimant", vocabulary.sources()),
        party=_optional(row, "party", _parties()),
        frame=row.one_of("frame", FRAMES, "cumulative"),
        parts=row.take("parts", bool, False),
        columns=_read(where, "column", words["columns"], _column),
        kinds=_read(where, "kind", words["kinds"], _kind),
        parties=_read(where, "party", words["parties"], _party),
        speakers=_read(where, "speaker", words["speakers"], _speaker),
        frames=_read(where, "frame", words["frames"], _frame),
    )
    row.close()
    _cross_check(row.where, found)
    return found


def _parties() -> frozenset[str]:
    return frozenset(vocabulary.known_parties())


def _optional(row: Row, key: str, allowed: Iterable[str]) -> str | None:
    return row.one_of(key, frozenset(allowed)) if key in row.left else None


def _read(where: str, what: str, rows: Mapping[str, Any], read: Any) -> Mapping[str, Any]:
    return MappingProxyType(
        {name: read(f"{where}, {what} {name!r}", name, rows[name]) for name in rows}
    )


def _column(where: str, name: str, raw: Mapping[str, Any]) -> TableColumn:
    row = Row(where, raw)
    role = row.one_of("role", ROLES)
    column = TableColumn(
        name,
        role,
        kind=_kind_of(row) if role == "figure" else None,
        frame=row.one_of("frame", FRAMES) if role == "figure" else None,
        since=row.take("since", date, None),
        written=row.one_of("written", DATES) if role == "date" else None,
        bound=row.one_of("bound", ("low", "high")) if role == "flag" else None,
        reason=row.text("reason") if role in ("ignored", "item", "date", "war_day", "flag") else "",
    )
    row.close()
    if (column.frame == "since") != (column.since is not None):
        raise BadTable(where, "'since' needs a day, and no other frame has one")
    return column


def _kind_of(row: Row) -> Kind:
    return Kind(row.one_of("metric", vocabulary.metrics()), row.scope())


def _kind(where: str, _name: str, raw: Mapping[str, Any]) -> Kind:
    row = Row(where, raw)
    found = _kind_of(row)
    row.close()
    return found


def _party(where: str, name: str, raw: Any) -> str:
    return Row(where, {name: raw}).one_of(name, _parties())


def _frame(where: str, name: str, raw: Any) -> str:
    return Row(where, {name: raw}).one_of(name, FRAMES)


def _speaker(where: str, name: str, raw: Mapping[str, Any]) -> Speaker:
    """A source of the vocabulary, the name as it stands where none is given, or nobody."""
    row = Row(where, raw)
    nobody = row.take("nobody", bool, False)
    relays = tuple(row.take("relays", list, []))
    unknown = [relay for relay in relays if relay not in vocabulary.sources()]
    if unknown:
        raise BadTable(where, f"unknown relay {unknown[0]!r}", "add it to vocabulary/sources.toml")
    claimant = _optional(row, "claimant", vocabulary.sources()) or (None if nobody else name)
    basis = row.one_of("basis", BASES) if "basis" in row.left else None
    row.close()
    return Speaker(claimant, relays, basis)


ONCE = ("value", "low", "high", "kind", "item", "party", "claimant", "frame", "date", "war_day")


def _cross_check(where: str, table: Table) -> None:
    """Roles that only one column may have, and a way to know whose losses of what are meant."""
    roles = [column.role for column in table.columns.values()]
    for role in ONCE:
        if roles.count(role) > 1:
            raise BadTable(where, f"has two columns with the role {role!r}")
    if "figure" not in roles and not {"value", "low", "high"} & set(roles):
        raise BadTable(where, "has no column with a figure")
    for role, given in (("party", table.party), ("claimant", table.claimant)):
        if (role in roles) == (given is not None):
            raise BadTable(where, f"needs either a {role} or one column with the role {role!r}")
    if {"value", "low", "high"} & set(roles) and "kind" not in roles:
        raise BadTable(where, "needs one column with the role 'kind'")
