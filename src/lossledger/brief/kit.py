"""The nouns of a brief: its lines, months, means, events and the claims that they rest on."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Protocol

from lossledger.brief.words import Text
from lossledger.model import Claim
from lossledger.series import PeriodLoss, Report, Series


class Meaning(Protocol):
    """What a source meant by a metric from one day to another, and how that is known."""

    @property
    def metric(self) -> str: ...
    @property
    def start(self) -> date: ...
    @property
    def end(self) -> date | None: ...
    @property
    def scope(self) -> tuple[str, ...] | None: ...
    @property
    def words(self) -> str: ...
    @property
    def evidence(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One category of the day: its report, and the report of the day before if there is one."""

    metric: str
    report: Report
    before: Report | None

    @property
    def change_claims(self) -> tuple[str, ...]:
        """The claims that the change rests on: the totals of the day and of the day before."""
        return self.report.claims + (self.before.claims if self.before else ())

    @property
    def differs(self) -> bool:
        """Whether the stated increment is not what the total changed by."""
        stated, change = self.report.stated_increment, self.report.change
        return stated is not None and change is not None and stated != change


@dataclass(frozen=True, slots=True)
class Month:
    """The month to date of one category under both conventions.

    A loss is ``None`` where a report is missing; ``missing`` then says which.
    """

    metric: str
    loss_day: PeriodLoss | None
    report_day: PeriodLoss | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeanOfDays:
    """The mean daily change over a window of reports; ``None`` where a report is missing."""

    metric: str
    window: int
    value: Fraction | None
    last: Report
    baseline: Report | None


@dataclass(frozen=True, slots=True)
class Event:
    """A count of events that was reported beside the losses, never added to anything."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim that a figure of the brief rests on, with the words that it was taken from.

    ``quote`` and ``document`` are ``None`` when the claim itself was not at hand.
    """

    claim: str
    metric: str
    what: str
    report_date: date | None
    said: str
    claimant: str | None
    via: str | None
    quote: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class Brief:
    """What one claimant reported on one party's losses on one day.

    ``lines`` are the categories of the day, the first one leads; ``absent`` are the latest
    earlier reports of categories that the day has no figure for. ``definitions`` say what the
    source meant on that day. ``lead`` is the series to draw, ``chart_alt`` says what its chart
    shows; ``None`` when there is nothing to draw.
    """

    day: date
    claimant: str
    party: str
    headline: str
    paragraph: Text
    lines: tuple[Line, ...]
    absent: tuple[tuple[str, Report], ...]
    months: tuple[Month, ...]
    means: tuple[MeanOfDays, ...]
    definitions: tuple[Meaning, ...]
    limits: tuple[str, ...]
    events: tuple[Event, ...]
    evidence: tuple[Evidence, ...]
    lead: Series = field(repr=False)
    chart_alt: str | None
