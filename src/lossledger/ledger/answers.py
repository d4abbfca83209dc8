"""What the ledger answers beside claims: light rows, without a database in sight."""

from datetime import date, datetime
from typing import NamedTuple

from lossledger.model import Claim


class Appended(NamedTuple):
    """What one append added: new documents, new claims, and claims that were known already."""

    documents: int
    claims: int
    known: int


class Held(NamedTuple):
    """A document that the ledger holds, without its text and bytes.

    ``bytes`` and ``characters`` are its lengths, ``claims`` counts the claims read in it, and
    ``recorded_at`` is when the ledger learned it.
    """

    id: str
    origin: str
    outlet: str | None
    media_type: str
    language: str
    title: str | None
    published_at: datetime | None
    published_from: str | None
    retrieved_at: datetime | None
    report_date: date | None
    bytes: int
    characters: int
    claims: int
    recorded_at: datetime


class Coverage(NamedTuple):
    """From when to when the ledger holds a claimant's figures, through whom, and how many.

    ``first`` and ``last`` are report dates; ``None`` when none of the claims carries one.
    """

    claimant: str | None
    party: str | None
    metric: str
    via: str | None
    first: date | None
    last: date | None
    claims: int


class Head(NamedTuple):
    """The log after its last append: its number of rows, its root hash in hex, and when."""

    size: int
    root: str
    written_at: datetime


SUPERSEDING = ("restated", "mirror_corrected", "misread", "retracted")
MARKS = (*SUPERSEDING, "reinstated", "decided")


class Mark(NamedTuple):
    """What was said about a claim after it was recorded; the claim itself stays as it is.

    ``kind`` is ``restated`` (by the source), ``mirror_corrected`` (a mirror mended its own
    slip), ``misread`` (an error of ours), ``retracted`` (withdrawn, a tombstone),
    ``reinstated`` (put back) or ``decided`` (a person's judgement). The first four take the
    claim out of the figures from then on. ``replacement`` is the claim that stands in its
    place, ``by`` is who says so, ``reason`` says why; ``recorded_at`` is filled in by the ledger.
    """

    kind: str
    claim: str
    reason: str
    by: str
    replacement: str | None = None
    recorded_at: datetime | None = None


class Event(NamedTuple):
    """A step in the story of a figure: a claim was ``recorded``, or a mark was put on it."""

    recorded_at: datetime
    kind: str
    claim: Claim
    mark: Mark | None = None


class Trouble(NamedTuple):
    """Something in the store that is not as it was written: where, and what is wrong."""

    where: str
    what: str


class Verified(NamedTuple):
    """What verification found: the log's size and root, and every trouble, none if sound.

    ``left_out`` of the ``documents`` are here without their bytes, as an export leaves them out.
    """

    rows: int
    root: str
    documents: int
    troubles: tuple[Trouble, ...]
    left_out: int = 0

    @property
    def sound(self) -> bool:
        """Whether everything is as it was written."""
        return not self.troubles
