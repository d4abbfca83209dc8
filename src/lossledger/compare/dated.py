"""A dataset's rows against a daily series: equal figures on other days, under other nouns."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lossledger import vocabulary
from lossledger.compare.sheet import Definitions, day_of
from lossledger.lineage import grain
from lossledger.model import Claim, Json
from lossledger.period import DAY
from lossledger.series import Series

VERDICTS = (
    "same",
    "other_day",
    "other_definition",
    "other_day_and_definition",
    "other_metric",
    "other_party",
    "close",
    "not_in_series",
    "not_comparable",
)
PER_CENT = 100
CHANCE = 0.2
"""Where so much of all numbers near a figure are totals of the series, an equal one says little."""
FAR = timedelta(days=31)
"""A speaker of another side than the series' is not taken to mean a report further away."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row of a dataset, and where its figure stands in the series.

    ``days`` are the report dates that hold the figure, the nearest first; ``apart`` is how
    many days the nearest lies from the row's own day. ``chance`` is the part of the numbers
    within a tenth of the figure, as round as it is, that are totals of the series. ``holds``
    names the metric and party where the figure was found.
    """

    claim: Claim
    verdict: str
    days: tuple[date, ...] = ()
    apart: int | None = None
    chance: float = 0.0
    holds: str | None = None
    definition: str | None = None

    @property
    def equal(self) -> bool:
        """Whether the figure is one of the series, on whatever day and under whatever noun."""
        return self.verdict in VERDICTS[:4]

    @property
    def weak(self) -> bool:
        """Whether chance alone may explain that a figure stands on another day."""
        return self.chance > CHANCE

    def as_json(self) -> Json:
        """The row with what was found."""
        claim, day = self.claim, day_of(self.claim)
        return {
            "claim": claim.id,
            "dataset": claim.outlet,
            "claimant": claim.claimant,
            "party": claim.party,
            "metric": claim.metric,
            "scope_words": claim.scope_words,
            "scope": list(claim.scope) if claim.scope else None,
            "low": claim.quantity.low,
            "high": claim.quantity.high,
            "day": day.isoformat() if day else None,
            "verdict": self.verdict,
            "days": [found.isoformat() for found in self.days[:5]],
            "apart": self.apart,
            "chance": round(self.chance, 3),
            "holds": self.holds,
            "definition": self.definition,
        }


def against(
    claims: Iterable[Claim], series: Sequence[Series], *, definitions: Definitions | None = None
) -> tuple[Match, ...]:
    """Each row with a running total or a figure for one day, set against the daily series.

    A running total is looked for among the reports of its metric and party, the day's own
    first, then in other metrics on that day and with the other party. A figure for a day is
    looked for among the changes from report to report. Definitions are the series' claimant's.
    """
    book = _Book(series, definitions)
    return tuple(book.match(claim) for claim in claims)


def counts(matches: Iterable[Match]) -> Counter[tuple[str, str, str, str]]:
    """How many rows have each verdict, by claimant, party and the dataset's own words."""
    return Counter(
        (m.claim.claimant or "-", m.claim.party or "-", m.claim.scope_words or "-", m.verdict)
        for m in matches
    )


class _Book:
    """The series by metric and party, ready to be asked."""

    def __init__(self, series: Sequence[Series], definitions: Definitions | None) -> None:
        self.series = {
            (one.metric, one.party): one for one in reversed(series) if one.scope is None
        }
        self.definitions = definitions
        self.values = {
            key: sorted({report.value for report in one.reports})
            for key, one in self.series.items()
        }

    def match(self, claim: Claim) -> Match:
        day, figures = day_of(claim), claim.quantity.figures
        known = self.series.get((claim.metric, claim.party or ""))
        if day is None or len(figures) != 1 or claim.period.kind not in ("cumulative", "day"):
            return Match(claim, "not_comparable")
        if claim.period.kind == "day":
            return self._of_a_day(claim, day, figures[0], known)
        days = self._nearest(known, figures[0], day, claim) if known else ()
        if known is None or not days:
            return self._elsewhere(claim, day, figures[0], known)
        return self._found(claim, day, days, known, self._chance(known, figures[0]))

    def _found(
        self, claim: Claim, day: date, days: tuple[date, ...], known: Series, chance: float
    ) -> Match:
        noun, words = self._other_noun(claim, known, days[0])
        other = days[0] != day
        verdict = "other_day" if other else "same"
        if noun:
            verdict = "other_day_and_definition" if other else "other_definition"
        apart = (days[0] - day).days
        return Match(claim, verdict, days, apart, chance, _holds(known), words)

    def _of_a_day(self, claim: Claim, day: date, value: int, known: Series | None) -> Match:
        """The change that covers a day stands in the report of the day after."""
        if known is None:
            return Match(claim, "not_in_series")
        dates = [r.date - DAY for r in known.reports if value in (r.change, r.stated_increment)]
        days = tuple(sorted(dates, key=lambda d: abs(d - day)))[:5]
        if days and abs(days[0] - day) <= 3 * DAY:
            return self._found(claim, day, days, known, len(dates) / len(known.reports))
        return Match(claim, "not_in_series", days)

    def _other_noun(self, claim: Claim, known: Series, day: date) -> tuple[bool, str | None]:
        """Whether a row names another kind of loss than the series' claimant means."""
        if vocabulary.metrics()[claim.metric].kind != "person":
            return False, None
        found = self.definitions(known.claimant, known.metric, day) if self.definitions else None
        defined = found.scope if found else known.scope
        return claim.scope != defined, found.words if found else None

    def _elsewhere(self, claim: Claim, day: date, value: int, known: Series | None) -> Match:
        for (_, party), other in self.series.items():
            report = other.at(day)
            if other is not known and report and report.value == value and value >= PER_CENT:
                verdict = "other_metric" if party == claim.party else "other_party"
                return Match(claim, verdict, (day,), 0, self._chance(other, value), _holds(other))
        report = known.at(day) if known else None
        if report is not None and abs(report.value - value) * PER_CENT <= report.value:
            return Match(claim, "close", (day,), 0, 0.0, _holds(known) if known else None)
        return Match(claim, "not_in_series")

    @staticmethod
    def _nearest(known: Series, value: int, day: date, claim: Claim) -> tuple[date, ...]:
        """The reports that hold a value, the nearest first."""
        found = [report.date for report in known.with_value(value)]
        if not _same_side(claim.claimant, known.claimant):
            found = [other for other in found if abs(other - day) <= FAR]
        return tuple(sorted(found, key=lambda d: (abs(d - day), d)))

    def _chance(self, known: Series, value: int) -> float:
        """The part of the numbers near a figure, and as round as it, that are totals."""
        values, margin, step = self.values[known.metric, known.party], value // 10, grain(value)
        near = values[bisect_left(values, value - margin) : bisect_right(values, value + margin)]
        return sum(other % step == 0 for other in near) / (2 * margin // step + 1)


def _same_side(one: str | None, other: str) -> bool:
    """Whether a claimant is the other one, or speaks for the same party to the war."""
    known = vocabulary.sources()
    mine, theirs = known.get(one or ""), known.get(other)
    return one == other or bool(mine and theirs and mine.party == theirs.party is not None)


def _holds(known: Series) -> str:
    return f"{known.metric} of {known.party}"


def misdated(matches: Iterable[Match]) -> Iterator[Match]:
    """The rows whose figure is the series' own on another day or under another noun."""
    return (match for match in matches if match.equal and match.verdict != "same")
