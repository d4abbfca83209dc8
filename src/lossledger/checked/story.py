"""A story with its findings, and the words in which every sheet speaks of them."""

from dataclasses import dataclass
from datetime import date, datetime

from lossledger.checks import holds, summary
from lossledger.model import HOLDS, OFF, Claim, Finding, Json, Reading
from lossledger.vocabulary import interface, source_name
from lossledger.vocabulary.spoken import Words

MARKS = {"off": "does not hold", "open": "could not be judged", "holds": "holds"}
"""The three kinds of answer, in the words of a legend."""


@dataclass(frozen=True, slots=True)
class CheckedStory:
    """A story with a finding for each of its claims.

    ``as_of`` is the moment whose knowledge it was judged by; ``day`` the story's day, and
    ``day_from`` how it is known: given, metadata, text, or guessed from the figures.
    """

    reading: Reading
    findings: tuple[Finding, ...]
    as_of: datetime
    day: date | None
    day_from: str | None

    @property
    def holds(self) -> bool:
        """Whether no finding says that something is off."""
        return holds(self.findings)

    @property
    def title(self) -> str:
        """The story's title, or where it came from."""
        document = self.reading.document
        return document.title or document.origin

    @property
    def judged(self) -> str:
        """Of which day the story is, how that is known, and by whose knowledge it was judged."""
        if self.day is None:
            return "of unknown date"
        how = "" if self.day_from == "given" else f" ({self.day_from})"
        return f"of {self.day}{how}, judged by what was known by {self.as_of:%d %b %Y}"

    @property
    def counts(self) -> str:
        """How many figures have which verdict, in words."""
        counted = summary(self.findings)
        words = ", ".join(f"{n} {verdict.replace('_', ' ')}" for verdict, n in counted.items())
        figures = "1 figure" if len(self.findings) == 1 else f"{len(self.findings)} figures"
        return f"{figures}: {words}" if words else "no figures"

    def as_json(self) -> Json:
        """The story in the form of ``schemas/check.json``."""
        return {
            "document": self.reading.document.as_json(),
            "as_of": self.as_of.isoformat(),
            "findings": [finding.as_json() for finding in self.findings],
            "summary": summary(self.findings),
            "notes": [note.as_json() for note in self.reading.notes],
            "ignored": [number.as_json() for number in self.reading.ignored],
            "unread": [number.as_json() for number in self.reading.unread],
        }


def mark_of(finding: Finding) -> str:
    """Which of ``MARKS`` a verdict is: holds, off or open."""
    if finding.verdict in OFF:
        return "off"
    return "holds" if finding.verdict in HOLDS else "open"


def verdict_words(finding: Finding) -> str:
    """The verdict, and the cause when one is named."""
    words = finding.verdict.replace("_", " ")
    return f"{words}: {finding.cause.replace('_', ' ')}" if finding.cause else words


def source_words(source: str | None, language: str = "en") -> str:
    """A source's name; a name that no table has stays as it is."""
    return source_name(source, language) if source else interface(language)["nobody"]


def said(claim: Claim, language: str = "en", *, spoken: bool = False) -> str:
    """Who says what about whom, how many and for which days, in one line.

    Everything is in words of ``language``, names that no table has stay as they are. Days in
    English are as in the data, or with ``spoken`` as people write them.
    """
    t, w = interface(language), Words(language)
    relays = ", ".join(source_words(relay, language) for relay in claim.relays)
    through = f" ({t['passed_on']} {relays})" if relays else ""
    scope = f" ({' + '.join(t[f'scope_of.{s}'] for s in claim.scope)})" if claim.scope else ""
    party = f"{w.label(claim.party)}, " if claim.party else ""
    stance = "" if claim.stance == "asserted" else f" [{t[f'kind_of.{claim.stance}']}]"
    who, what = source_words(claim.claimant, language), w.label(claim.metric)
    quantity = w.quantity(claim.quantity)
    when = days(claim, language, spoken=spoken)
    return f"{who}{through}: {party}{what}{scope}, {quantity}, {when}{stance}"


def days(claim: Claim, language: str = "en", *, spoken: bool = False) -> str:
    """The days a claim covers, in words of the interface."""
    t, period = interface(language), claim.period
    iso = language == "en" and not spoken
    if period.kind == "unknown":
        return t["period.unknown"]
    if period.kind == "cumulative":
        end = period.end
        words = str(end) if iso else end and Words(language).day(end)
        return f"{t['in_all_to']} {words}" if end else t["period.cumulative"]
    if iso or period.start is None or period.end is None:
        return t.get(f"period.{period}", str(period))
    first, last = (Words(language).day(day) for day in (period.start, period.end))
    return first if first == last else f"{first} – {last}"


def reports(finding: Finding, language: str = "en") -> list[str]:
    """The reports that a finding rests on, each with its claim's id."""
    t, w = interface(language), Words(language)
    return [
        f"{source_words(r.source, language)}, {t['report_of_day']} "
        f"{r.report_date or t['unknown_day']}: {w.number(r.value)} "
        f"[{t['claim_word']} {r.claim[:12]}]"
        for r in finding.reports
    ]
