"""A story with its findings, and the words in which every sheet speaks of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lossledger.checks import holds, summary
from lossledger.model import HOLDS, OFF, Claim, Finding, Json, Reading
from lossledger.vocabulary import interface, sources
from lossledger.vocabulary.lexicon import lexicon

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


def source_words(source: str | None) -> str:
    """A source's name; a name that no table has stays as it is."""
    known = sources().get(source or "")
    return known.name if known else source or "nobody named (unattributed)"


def said(claim: Claim, language: str = "en") -> str:
    """Who says what about whom, how many and for which days, in one line.

    Labels are those of ``language``; names and what was said stay as they are.
    """
    t, labels = interface(language), lexicon(language).labels
    relays = ", ".join(map(source_words, claim.relays))
    through = f" ({t['passed_on']} {relays})" if relays else ""
    scope = f" ({' + '.join(t[f'scope_of.{s}'] for s in claim.scope)})" if claim.scope else ""
    party = f"{labels.get(claim.party, claim.party)}, " if claim.party else ""
    what = labels.get(claim.metric, claim.metric)
    stance = "" if claim.stance == "asserted" else f" [{t[f'kind_of.{claim.stance}']}]"
    who = source_words(claim.claimant)
    return f"{who}{through}: {party}{what}{scope}, {claim.quantity}, {days(claim, t)}{stance}"


def days(claim: Claim, t: Mapping[str, str]) -> str:
    """The days a claim covers, in words of the interface."""
    words = str(claim.period)
    if claim.period.kind == "cumulative":
        end = claim.period.end
        return f"{t['in_all_to']} {end}" if end else t["period.cumulative"]
    return (
        t["period.unknown"] if claim.period.kind == "unknown" else t.get(f"period.{words}", words)
    )


def reports(finding: Finding) -> list[str]:
    """The reports that a finding rests on, each with its claim's id."""
    return [
        f"{source_words(r.source)}, report of {r.report_date or 'an unknown day'}: {r.value:,}"
        f" [claim {r.claim[:12]}]"
        for r in finding.reports
    ]
