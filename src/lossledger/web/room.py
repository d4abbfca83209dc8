"""The ledger as the pages and the API see it: opened once, looked at anew after an append."""

from datetime import datetime
from time import monotonic

from lossledger.desk import Shelf
from lossledger.ledger import Head, open_ledger

LOOK_AGAIN = 1.0
"""Seconds after which the ledger is asked whether it has grown."""


class Room:
    """An open ledger with its shelf of series; a new shelf is taken when the ledger has grown."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.ledger = open_ledger(where, create=False, read_only=True)
        self._looked = -LOOK_AGAIN
        self._root = ""
        self._head: Head | None = None
        self._shelf = Shelf(self.ledger)

    def close(self) -> None:
        """Let go of the ledger."""
        self.ledger.close()

    def look(self) -> None:
        """See whether the ledger has grown, at most once in ``LOOK_AGAIN`` seconds."""
        if monotonic() - self._looked >= LOOK_AGAIN:
            self._head = self.ledger.head()
            root = self._head.root if self._head else ""
            if root != self._root:
                self._root, self._shelf = root, Shelf(self.ledger)
            self._looked = monotonic()

    @property
    def root(self) -> str:
        """The root hash of the log: it changes with every append, and only then."""
        self.look()
        return self._root

    @property
    def head(self) -> Head | None:
        """The log after its last append, ``None`` for an empty ledger."""
        self.look()
        return self._head

    @property
    def shelf(self) -> Shelf:
        """The series of the ledger as it now stands."""
        self.look()
        return self._shelf

    @property
    def written_at(self) -> datetime | None:
        """When the ledger was last written."""
        return self.head.written_at if self.head else None
