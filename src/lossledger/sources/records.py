"""A dataset of dated records (a JSON list of flat objects) as a reading.

Each cell becomes a claim of the dataset's *claimant*, relayed by the dataset, or is ignored
with the reason that the source's table gives. Values are read as published; whether they
can be right is for the checks to say. A file that breaks the form gives nothing at all:
``BadInput`` names file, record and field.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any

from lossledger import vocabulary
from lossledger.errors import BadInput, BadTable
from lossledger.model import Claim, Document, Ignored, Offsets, Reading, Span
from lossledger.period import Period, cumulative
from lossledger.quantity import Quantity
from lossledger.sources.folders import Column, Dataset, Qualifier, SourceFolder, folder, folders

LARGEST_FILE = 20 * 2**20
"""Bytes of the largest dataset that is read; the mirror's files have less than one million."""

LARGEST_FIGURE = 10**8
"""No count of losses is as large as this; a larger number is an accident of the file."""

BOM = b"\xef\xbb\xbf"

# Strings and bare words of JSON; brackets, commas, colons and spaces lie between them. Only
# used on text that the JSON parser has accepted, so it need not be strict.
_ATOM = re.compile(r'"(?:[^"\\]|\\.)*+"|[^\s\[\]{},:"]++')

Progress = Callable[[int, int], None]
"""Called with the records done and the records in all."""

Pairs = tuple[tuple[str, Any], ...]
"""One record: its fields in their order, repeated ones included."""


class _Endless(str):
    """A whole number of so many digits that it is kept as text."""


def dataset_document(
    content: bytes, origin: str, source_id: str, *, retrieved_at: datetime | None = None
) -> Document:
    """The bytes of a dataset as a document; ``BadInput`` when they are no UTF-8 text.

    ``origin`` is the path or address, used in messages; ``source_id`` becomes the outlet.
    """
    if len(content) > LARGEST_FILE:
        raise BadInput(
            origin,
            f"the file has {len(content):,} bytes; a dataset has at most {LARGEST_FILE:,}",
            "give the dataset's own file",
        )
    skip = len(BOM) if content.startswith(BOM) else 0
    try:
        text = content[skip:].decode("utf-8")
    except UnicodeDecodeError as error:
        place = f"{origin}, byte {error.start + skip}"
        raise BadInput(place, "is not UTF-8 text", "give the dataset's own file") from error
    return Document(
        id=hashlib.sha256(content).hexdigest(),
        text=text,
        offsets=_offsets(text, skip),
        content=content,
        origin=origin,
        media_type=_media_type(folder(source_id)),
        language="und",
        outlet=folder(source_id).id,
        retrieved_at=retrieved_at,
    )


def read_dataset(
    document: Document, source_id: str, *, today: date, on_progress: Progress | None = None
) -> Reading:
    """Every cell of a dataset as a claim, or ignored with the reason.

    A cell of record D is the claimant's running total from the war's first day to D, as
    published: outlet and relay are the dataset, report date and ``as_of`` are D. ``today``
    is the last day that a record may have. Nothing is given for a file with a fault:
    ``BadInput`` names the file, the record (counted from 1, with its date) and the field.
    """
    reader = _Reader(document, folder(source_id).id)
    records = _records(document)
    dates = _checked_dates(document.origin, records, reader.date_column, today)
    for number, (record, day) in enumerate(zip(records, dates, strict=True), 1):
        reader.check(number, record, day)
    claims: list[Claim] = []
    ignored: list[Ignored] = []
    spans = _value_spans(document.text)
    for number, (record, day) in enumerate(zip(records, dates, strict=True), 1):
        reader.read(record, day, spans, claims, ignored)
        if on_progress is not None and (number % 50 == 0 or number == len(records)):
            on_progress(number, len(records))
    return Reading(document, claims=tuple(claims), ignored=tuple(ignored))


class _Reader:
    """The columns of one dataset, applied to one document."""

    def __init__(self, document: Document, source_id: str) -> None:
        self.document, self.source_id = document, source_id
        self.dataset = _dataset_of(source_id)
        self.war_start = _war_start(self.dataset.party)
        columns = self.dataset.columns.values()
        self.date_column = next(c.name for c in columns if c.role == "date")
        self.qualifier_of = {c.of: c.name for c in columns if c.role == "qualifier"}

    def check(self, number: int, record: Pairs, day: date) -> None:
        """Raise ``BadInput`` for the first field of a record that cannot be right."""
        where = f"{self.document.origin}, record {number} ({day})"
        seen: set[str] = set()
        for name, value in record:
            if name in seen:
                raise BadInput(where, f"field {name!r} is given twice", "keep one of them")
            seen.add(name)
            column = self.dataset.columns.get(name)
            if column is None:
                raise BadInput(
                    where,
                    f"unknown field {_shown(name)}",
                    f"add the column to sources/{self.source_id}/source.toml",
                )
            self._check_cell(f"{where}, field {name!r}", column, value, day)
        for of, name in self.qualifier_of.items():
            if name in seen and of not in seen:
                raise BadInput(f"{where}, field {name!r}", f"there is no {of!r} that it qualifies")

    def _check_cell(self, where: str, column: Column, value: Any, day: date) -> None:
        if isinstance(value, (list, tuple)):
            raise BadInput(where, "is a list or an object; one value belongs here")
        if (column.first or day) > day or (column.last or day) < day:
            span = f"from {column.first}" if column.first else f"until {column.last}"
            raise BadInput(where, f"this column is known {span} only", "check the record's date")
        if column.role in ("figure", "day"):
            _check_whole_number(where, value)
        if column.role == "day":
            expected = (day - self.war_start).days + 1
            if value != expected:
                raise BadInput(where, f"is {value}, but {day} is day {expected} of the war")
        if column.role == "qualifier" and value not in self.dataset.qualifiers:
            known = ", ".join(self.dataset.qualifiers)
            raise BadInput(where, f"unknown word {_shown(value)}", f"known: {known}")

    def read(
        self,
        record: Pairs,
        day: date,
        spans: Iterator[Span],
        claims: list[Claim],
        ignored: list[Ignored],
    ) -> None:
        """Append the claims and the ignored numbers of one checked record."""
        words = dict(record)
        period = cumulative(self.war_start, day)
        text, columns = self.document.text, self.dataset.columns
        for (name, value), span in zip(record, spans, strict=False):
            column = columns[name]
            if column.role == "figure":
                claims.append(self._claim(column, value, span, day, period, words))
            elif column.role != "qualifier":
                quote = text[span.start : span.end]
                if any(character.isdigit() for character in quote):
                    ignored.append(Ignored(span, quote, column.reason))

    def _claim(
        self,
        column: Column,
        value: int,
        span: Span,
        day: date,
        period: Period,
        words: dict[str, Any],
    ) -> Claim:
        qualifier = self.qualifier_of.get(column.name)
        word = words.get(qualifier) if qualifier else None
        beside = f', "{qualifier}": "{word}"' if word else ""
        source = self.source_id
        return Claim(
            document=self.document.id,
            span=span,
            byte_span=self.document.offsets.byte_span(span),
            quote=self.document.text[span.start : span.end],
            sentence=f'{{"{self.date_column}": "{day}", "{column.name}": {value}{beside}}}',
            outlet=source,
            relays=(source,),
            claimant=self.dataset.claimant,
            party=self.dataset.party,
            metric=column.metric or "",
            scope=column.scope,
            scope_words=column.name,
            quantity=_quantity(value, self.dataset.qualifiers[word] if word else None),
            period=period,
            as_of=day,
            report_date=day,
            basis=self.dataset.basis,
            rules=(f"dataset.{source}",),
        )


def _media_type(source: SourceFolder) -> str:
    return "text/csv" if source.table and source.table.format == "csv" else "application/json"


def _quantity(value: int, qualifier: Qualifier | None) -> Quantity:
    if qualifier is None:
        return Quantity(value, value)
    low = None if qualifier.bound == "high" else value
    high = None if qualifier.bound == "low" else value
    return Quantity(low, high, qualifier.strict, qualifier.hedge)


def _dataset_of(source_id: str) -> Dataset:
    found = folder(source_id).dataset
    if found is None:
        known = ", ".join(held.id for held in folders().values() if held.dataset or held.table)
        raise BadInput(f"source {source_id}", "has no dataset to read", f"datasets: {known}")
    return found


def _war_start(party: str) -> date:
    start = vocabulary.war_start(party)
    if start is None:
        raise BadTable("vocabulary/parties.toml", f"no war of {party}")
    return start


def _records(document: Document) -> list[Pairs]:
    """The JSON list as records of pairs; ``BadInput`` for anything else."""
    file, text = document.origin, document.text
    if not text.strip():
        raise BadInput(file, "the file is empty", "fetch the dataset again")
    try:
        found = json.loads(text, object_pairs_hook=tuple, parse_int=_whole)
    except json.JSONDecodeError as error:
        place = f"{file}, line {error.lineno}, column {error.colno}"
        raise BadInput(place, f"broken JSON: {error.msg}", "fetch the dataset again") from error
    except RecursionError as error:
        raise BadInput(
            file, "the JSON is nested too deeply", "a list of records is needed"
        ) from error
    if not isinstance(found, list):
        raise BadInput(file, "the JSON is no list of records", "a list of records is needed")
    if not found:
        raise BadInput(file, "the list has no record", "fetch the dataset again")
    for number, record in enumerate(found, 1):
        if not isinstance(record, tuple):
            raise BadInput(f"{file}, record {number}", f"{_shown(record)} is no record with fields")
    return found


def _whole(digits: str) -> int | _Endless:
    return int(digits) if len(digits) <= 18 else _Endless(digits)


def _checked_dates(file: str, records: list[Pairs], field: str, today: date) -> list[date]:
    """The date of each record: there, readable, not after ``today``, only once."""
    first: dict[date, int] = {}
    for number, record in enumerate(records, 1):
        where = f"{file}, record {number}"
        values = [value for name, value in record if name == field]
        if not values:
            raise BadInput(where, f"field {field!r} is missing", "every record needs its date")
        day = _day(f"{where}, field {field!r}", values[0])
        if day > today:
            raise BadInput(f"{where} ({day})", f"the date is in the future (today is {today})")
        if day in first:
            raise BadInput(f"{where} ({day})", f"record {first[day]} has the same date")
        first[day] = number
    return list(first)


def _day(where: str, value: Any) -> date:
    readable = isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)
    try:
        return date.fromisoformat(value if readable else "")
    except ValueError as error:
        what = f"{_shown(value)} is no date"
        raise BadInput(where, what, "write it as YYYY-MM-DD") from error


def _check_whole_number(where: str, value: Any) -> None:
    if type(value) is int and 0 <= value < LARGEST_FIGURE:
        return
    if isinstance(value, _Endless) or (type(value) is int and value > 0):
        fault = f"{_shown(value)} is too large to be a count"
    elif type(value) is int:
        fault = f"{value} is negative"
    elif value is None:
        fault = "is null"
    elif isinstance(value, bool):
        fault = f"is {str(value).lower()}"
    elif isinstance(value, float):
        fault = f"{_shown(value)} is not whole"
    else:
        fault = f"{_shown(value)} is a string"
    raise BadInput(where, f"{fault}; a whole number belongs here")


def _shown(value: Any) -> str:
    """A value as it may stand in a one-line message."""
    shown = str(value) if isinstance(value, _Endless) else repr(value)
    return shown if len(shown) <= 40 else f"{shown[:40]}…"


def _value_spans(text: str) -> Iterator[Span]:
    """Where the values of flat records stand, in their order; strings without the quotes."""
    for number, atom in enumerate(_ATOM.finditer(text)):
        if number % 2:
            start, end = atom.span()
            quoted = text[start] == '"'
            yield Span(start + quoted, end - quoted)


def _offsets(text: str, skip: int) -> Offsets:
    """The way back from characters to bytes of UTF-8 text behind ``skip`` other bytes."""
    if text.isascii():
        return Offsets((0,), (skip,), (1,))
    starts, places, widths = [], [], []
    character, byte = 0, skip
    for width, run in groupby(len(letter.encode()) for letter in text):
        length = sum(1 for _ in run)
        starts.append(character)
        places.append(byte)
        widths.append(width)
        character, byte = character + length, byte + length * width
    return Offsets(tuple(starts), tuple(places), tuple(widths))
