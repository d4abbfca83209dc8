"""The ledger: what was said, when it was said, and when we learned it. It only grows.

``open_ledger`` gives a ``Ledger``. Ids are hashes of content, so appending twice is appending
once. Nothing is changed or deleted: triggers refuse it on every connection, and each row is a
leaf of a Merkle log, so that a change made behind our back is found. All SQL of this package
stands in this folder, and the database library is imported only when a ledger is opened.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from lossledger.ledger.answers import (
    MARKS,
    SUPERSEDING,
    Appended,
    Coverage,
    Event,
    Head,
    Held,
    Mark,
    Trouble,
    Verified,
)

if TYPE_CHECKING:
    from lossledger.ledger.book import Ledger

__all__ = [
    "MARKS",
    "SUPERSEDING",
    "Appended",
    "Coverage",
    "Event",
    "Head",
    "Held",
    "Mark",
    "Trouble",
    "Verified",
    "open_ledger",
]


def open_ledger(where: str | Path, *, create: bool = True, read_only: bool = False) -> "Ledger":
    """The ledger at ``where``, to be used in a ``with`` block; made if missing and ``create``.

    ``where`` is the path of an SQLite file or the address of a PostgreSQL database. A file
    that is no ledger, is damaged, is newer than this program, or may not be opened raises
    ``LedgerError`` with one clear line, and nothing of it is changed.
    """
    from lossledger.ledger.book import Ledger
    from lossledger.ledger.opening import open_engine, shown

    engine = open_engine(where, create=create and not read_only, read_only=read_only)
    return Ledger(engine, shown(where))
