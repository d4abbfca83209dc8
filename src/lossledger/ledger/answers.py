"""What the ledger answers beside claims: light rows, without a database in sight."""

from datetime import date, datetime
from typing import NamedTuple


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
