"""The nouns of an audit: what a dataset's columns mean, its rows, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lossledger.model import Expected, Json

LEVELS = ("error", "warning", "restatement")
"""``error``: the evidence names a slip. ``warning``: unlike the days before, a person has to
look. ``restatement``: the source changed its own total, which is no fault of the dataset."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a field counts, and between which days (inclusive, ``None`` is open) it may occur."""

    name: str
    metric: str
    scope: tuple[str, ...] | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """How a dataset is laid out: the field with the date, the one that counts the war's days
    (if any), the figures by field, and whose figures on whom they are.

    ``others`` are fields that are known and hold no figure to judge. ``daily`` says that there
    should be a record for each day and, while it lasts, a figure in each field.
    """

    dated: str
    columns: Mapping[str, Column]
    day: str | None = None
    claimant: str | None = None
    party: str | None = None
    start: date | None = None
    others: frozenset[str] = frozenset()
    daily: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its number in the file (from 1), its date, the war's day it states, its totals.

    ``increments`` are stated changes since the day before, where the dataset has them; ``empty``
    are fields that are there without a value.
    """

    number: int
    day: date | None
    values: Mapping[str, int]
    count: int | None = None
    increments: Mapping[str, int] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()

    @property
    def key(self) -> str | int:
        """What names the record in a finding: its date, else its number."""
        return self.day.isoformat() if self.day else self.number


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is off in a dataset: where, what kind, how sure, and what belongs there.

    ``record`` is the record's date or number, ``None`` for the file; ``field`` is ``None`` for
    a record as a whole, and ``fields`` are then the figures that share the fault. ``verdict``
    and ``cause`` are words of ``schemas/audit.json``; ``level`` is one of ``LEVELS``.
    """

    file: str
    record: str | int | None
    field: str | None
    value: Any
    verdict: str
    cause: str | None
    message: str
    level: str = "error"
    expected: tuple[Expected, ...] = ()
    version: str | None = None
    number: int | None = None
    fields: tuple[tuple[str, int], ...] = ()

    def as_json(self) -> Json:
        """The flaw in the form of ``schemas/audit.json``."""
        return {
            "file": self.file,
            "version": self.version,
            "record": self.record,
            "field": self.field,
            "value": self.value,
            "verdict": self.verdict,
            "cause": self.cause,
            "expected": [figure.as_json() for figure in self.expected],
            "message": self.message,
            "level": self.level,
            "number": self.number,
        }


@dataclass(frozen=True, slots=True)
class Sheet:
    """A dataset as read without mercy or refusal: its rows, and what broke its own form.

    ``broken`` says that the file could not be read at all.
    """

    file: str
    layout: Layout
    rows: tuple[Row, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    broken: bool = False

    def by_day(self) -> dict[date, Row]:
        """The first record of each date, in order of date."""
        found: dict[date, Row] = {}
        for row in self.rows:
            if row.day is not None:
                found.setdefault(row.day, row)
        return dict(sorted(found.items()))
