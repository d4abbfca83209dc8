"""The versions of one dataset, one after another: each is read by what it changes.

A record that is written in a version as it was in the one before was checked and read then.
Only its text has to be found again, and claims are made of records that are new or differ.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lossledger.errors import BadInput
from lossledger.model import Claim, Document, Ignored, Reading, Span
from lossledger.sources.folders import folder
from lossledger.sources.records import (
    Pairs,
    _checked_dates,
    _Reader,
    _records,
    _value_spans,
    read_dataset,
)

# One flat record of JSON text that the parser has accepted.
_RECORD = re.compile(r'\{(?:[^"{}]++|"(?:[^"\\]|\\.)*+")*+\}')


class Changes(NamedTuple):
    """What a version changes: a reading of the changed records, and the days to look at.

    ``days`` are the report dates of records that were changed or taken away: a cell of theirs
    that the reading does not hold is no longer there.
    """

    reading: Reading
    days: frozenset[date]


class Versions:
    """Reads the versions of one dataset in their order; a faulty one changes nothing.

    ``metrics`` are those that the versions read so far spoke of.
    """

    def __init__(self, source_id: str) -> None:
        self._source = folder(source_id).id
        if folder(source_id).table is not None:
            what = "is a table of claims; only datasets of daily records are replayed"
            raise BadInput(f"source {source_id}", what, "import one version of its file")
        self._before: dict[date, str] = {}
        self.metrics: frozenset[str] = frozenset()

    def changes(self, document: Document, *, today: date) -> Changes:
        """What this version says otherwise than the last sound one did.

        The first version is read whole. ``today`` is the last day that a record may have.
        Raises ``BadInput`` as ``read_dataset`` does, with nothing taken over.
        """
        reader, text = _Reader(document, self._source), document.text
        records = _records(document)
        days = _checked_dates(document.origin, records, reader.date_column, today)
        places = [found.span() for found in _RECORD.finditer(text)]
        now = {day: text[start:end] for day, (start, end) in zip(days, places, strict=False)}
        if len(places) != len(records):  # a record that is not flat: the reader says which
            reading = read_dataset(document, self._source, today=today)
            changed = set(days)
        else:
            changed = {day for day in days if self._before.get(day) != now[day]}
            reading = _read(reader, records, days, places, changed)
        before, self._before = self._before, now
        self.metrics |= {claim.metric for claim in reading.claims}
        return Changes(reading, frozenset((before.keys() - now.keys()) | (changed & before.keys())))


def _read(
    reader: _Reader,
    records: list[Pairs],
    days: list[date],
    places: list[tuple[int, int]],
    changed: set[date],
) -> Reading:
    """A reading of the changed records; ``BadInput`` for the first that cannot be right."""
    text, claims, ignored = reader.document.text, list[Claim](), list[Ignored]()
    todo = [k for k, day in enumerate(days) if day in changed]
    for k in todo:
        reader.check(k + 1, records[k], days[k])
    for k in todo:
        start, end = places[k]
        spans = _moved(_value_spans(text[start:end]), start)
        reader.read(records[k], days[k], spans, claims, ignored)
    return Reading(reader.document, claims=tuple(claims), ignored=tuple(ignored))


def _moved(spans: Iterator[Span], by: int) -> Iterator[Span]:
    return (Span(span.start + by, span.end + by) for span in spans)
