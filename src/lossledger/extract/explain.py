"""The account of a reading: every number of a text with its fate and what led there."""

from dataclasses import dataclass

from lossledger.model import Claim, Reading, Span

CLAIMED, IGNORED, UNREAD = "claimed", "ignored", "unread"
NO_RULE = "no rule places it"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one number: ``fate`` is claimed, ignored or unread.

    ``why`` holds the rules that read a claim, in the order in which they were used (number,
    thing, side, speaker, time), or the reason to leave the number out. ``claim`` is what was
    made of it, if anything. ``claimant`` is who says the number, be it a claim or not.
    """

    span: Span
    quote: str
    fate: str
    why: tuple[str, ...]
    claim: Claim | None = None
    claimant: str | None = None

    @property
    def needs_person(self) -> bool:
        """Whether a person has to look: an unread number, or a claim of low confidence."""
        return self.fate == UNREAD or (self.claim is not None and self.claim.confidence == "low")


def explain(reading: Reading) -> tuple[Fate, ...]:
    """The fate of every number of a text, in text order; none is missing, none is there twice."""
    claimed = [Fate(c.span, c.quote, CLAIMED, c.rules, c, c.claimant) for c in reading.claims]
    ignored = [
        Fate(i.span, i.quote, IGNORED, (i.reason,), None, i.claimant) for i in reading.ignored
    ]
    unread = [Fate(u.span, u.quote, UNREAD, (NO_RULE,), None, u.claimant) for u in reading.unread]
    return tuple(
        sorted([*claimed, *ignored, *unread], key=lambda fate: (fate.span.start, fate.span.end))
    )
