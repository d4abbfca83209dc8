"""What the tables of the sources say: definitions, descent and odd totals."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class Definition(Protocol):
    """What a source means by a metric; ``lossledger.sources.Definition`` is one."""

    @property
    def scope(self) -> tuple[str, ...] | None:
        """The kinds of loss that are counted, ``None`` when not stated."""

    @property
    def words(self) -> str:
        """What the source calls it."""

    @property
    def evidence(self) -> str:
        """How that is known."""


class Descent(Protocol):
    """Whose figures a source's own follow; ``lossledger.sources.Following`` is one."""

    @property
    def of(self) -> str:
        """The source that is followed."""

    @property
    def evidence(self) -> str:
        """How that is known."""


class Correction(Protocol):
    """What is known of an odd total; ``lossledger.sources.SourceCorrection`` is one."""

    @property
    def meant(self) -> int | None:
        """What it should have said, ``None`` where the source restated it."""

    @property
    def reason(self) -> str:
        """How that is known."""


Definitions = Callable[[str, str, date], Definition | None]
Descents = Callable[[str, str, str, date], Descent | None]
"""Whose figures a source's (id) on a metric and a party follow on a day, if anybody's."""
Corrections = Callable[[str, str, date, int], Correction | None]
"""What is known of a source's (id) total of a metric, by its day and the value published."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables of the sources say; without a function nothing of its kind is known."""

    definitions: Definitions | None = None
    descents: Descents | None = None
    corrections: Corrections | None = None
