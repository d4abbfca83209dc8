"""The ledger as the pages and the API see it: opened once, looked at anew after an append."""

from collections.abc import Callable, Hashable
from datetime import datetime
from time import monotonic
from typing import Any, TypeVar

from lossledger.charts.drawing import Draw
from lossledger.compare import Line
from lossledger.desk import Shelf, check_story, lineage_of, sheet_of
from lossledger.errors import LossledgerError
from lossledger.ledger import Coverage, Head, open_ledger
from lossledger.ledger.book import Ledger
from lossledger.lineage import Edge
from lossledger.model import Finding

Found = TypeVar("Found")
LOOK_AGAIN = 0.25
"""Seconds after which the ledger is asked whether it has grown."""

LONGEST_JUDGED = 2**17
"""Characters of the longest document whose figures are judged on a page."""
MOST_JUDGED = 300
"""Claims of such a document: a dataset is no text."""


class Room:
    """An open ledger with its shelf of series; a new shelf is taken when the ledger has grown."""

    def __init__(self, where: str, as_of: datetime | None = None) -> None:
        self.where = where
        ledger = open_ledger(where, create=False, read_only=True)
        self.ledger = ledger if as_of is None else ledger.then(as_of)
        self.draw: Draw | None = None
        """What draws charts elsewhere; without it they are drawn in this process."""
        self._looked = -LOOK_AGAIN
        self._root = ""
        self._head: Head | None = None
        self._shelf = Shelf(self.ledger)
        self._kept: dict[Hashable, Any] = {}

    def close(self) -> None:
        """Let go of the ledger."""
        self.ledger.close()

    def then(self, moment: datetime | None) -> Ledger:
        """The ledger as it was at a moment; ``None`` is as it is."""
        return self.ledger if moment is None else self.ledger.then(moment)

    def look_again(self) -> None:
        """Ask the ledger at once, because it was written to."""
        self._looked = -LOOK_AGAIN
        self.look()

    def look(self) -> None:
        """See whether the ledger has grown, at most once in ``LOOK_AGAIN`` seconds."""
        if monotonic() - self._looked >= LOOK_AGAIN:
            self._head = self.ledger.head()
            root = self._head.root if self._head else ""
            if root != self._root:
                self._root, self._shelf, self._kept = root, Shelf(self.ledger), {}
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

    def kept(self, key: Hashable, compute: Callable[[], Found]) -> Found:
        """What was computed under a key since the ledger's last growth, else computed now."""
        self.look()
        kept = self._kept  # another one after an append, so that nothing old is put into it
        if key not in kept:
            kept[key] = compute()
        found: Found = kept[key]
        return found

    def coverage(self) -> list[Coverage]:
        """Whose figures of which metric the ledger holds, for which days."""
        return self.kept("coverage", self.ledger.coverage)

    def sheet(self, metric: str, *, every: bool = False) -> tuple[Line, ...]:
        """What everyone says of a metric: the latest figures, or all of them."""
        return self.kept(
            ("sheet", metric, every), lambda: sheet_of(self.ledger, metric, every=every)
        )

    def lineage(self) -> tuple[Edge, ...]:
        """Which figures follow which in the whole ledger."""
        return self.kept("lineage", lambda: lineage_of(self.ledger))

    def findings(self, document: str, now: datetime) -> tuple[Finding, ...] | None:
        """What the checks find in a text that is held, by what was known on its day.

        ``None`` for a dataset, and for what is too long to be judged while somebody waits.
        """
        shelf = self.shelf
        return self.kept(("findings", document), lambda: self._judged(shelf, document, now))

    def _judged(self, shelf: Shelf, document: str, now: datetime) -> tuple[Finding, ...] | None:
        held = self.ledger.document(document)
        is_text = held.media_type.startswith("text/") and len(held.text) <= LONGEST_JUDGED
        if not is_text or len(self.ledger.claims(document=document)) > MOST_JUDGED:
            return None
        try:
            return check_story(shelf, held, now=now).findings
        except LossledgerError:
            return None
