"""The cells of a CSV or JSON table, each with its place in the text."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lossledger.errors import BadInput
from lossledger.model import Document, Span
from lossledger.sources.records import _records, _value_spans

# One cell of CSV text and what ends it. Possessive, so that time grows linearly.
_CELL = re.compile(
    r"""(?: "(?P<quoted> (?:[^"]|"")*+ )"   # quoted: a doubled quotation mark is one
        |   (?P<plain> [^",\r\n]*+ )        # plain: up to the next comma or line end
        ) (?P<end> , | \r?\n | \r | \Z)""",
    re.VERBOSE,
)


class Cell(NamedTuple):
    """A value as written (without quotation marks) and where it stands."""

    text: str
    span: Span


class Record(NamedTuple):
    """One row: its number, counted from 1 without the header, and its cells by column."""

    number: int
    cells: Mapping[str, Cell]

    def where(self, origin: str, column: str | None = None) -> str:
        """The place for a message: file, record and field."""
        return f"{origin}, record {self.number}" + (f", field {column!r}" if column else "")


def csv_records(document: Document) -> list[Record]:
    """The rows of a CSV file under its header; ``BadInput`` names file, record and field."""
    lines = list(_lines(document))
    if not lines:
        raise BadInput(document.origin, "the file is empty", "fetch the dataset again")
    names = [cell.text for cell in lines[0]]
    for name in names:
        if names.count(name) > 1:
            raise BadInput(f"{document.origin}, header", f"column {name!r} is given twice")
    if len(lines) == 1:
        raise BadInput(document.origin, "the file has no row", "fetch the dataset again")
    found = []
    for number, cells in enumerate(lines[1:], 1):
        if len(cells) != len(names):
            what = f"has {len(cells)} cells, the header has {len(names)}"
            raise BadInput(f"{document.origin}, record {number}", what, "mend the file")
        found.append(Record(number, dict(zip(names, cells, strict=True))))
    return found


def _lines(document: Document) -> Iterator[list[Cell]]:
    """The lines of cells; empty lines are passed over."""
    text, place, cells = document.text, 0, list[Cell]()
    while place < len(text) or cells:
        found = _CELL.match(text, place)
        if found is None:
            line = text.count("\n", 0, place) + 1
            what = "a quotation mark stands where none belongs, or is not closed"
            raise BadInput(f"{document.origin}, line {line}", what, "mend the file")
        group = "plain" if found["quoted"] is None else "quoted"
        cells.append(Cell(found[group].replace('""', '"'), Span(*found.span(group))))
        place = found.end()
        if found["end"] != ",":
            if len(cells) > 1 or found.end(group) > found.start():
                yield cells
            cells = []


def json_records(document: Document) -> list[Record]:
    """The records of a JSON list of flat objects; ``BadInput`` names file, record, field."""
    records, found = _records(document), list[Record]()
    for number, record in enumerate(records, 1):
        names = [name for name, _ in record]
        for name, value in record:
            where = f"{document.origin}, record {number}, field {name!r}"
            if isinstance(value, (tuple, list)):
                raise BadInput(where, "is a list or an object; one value belongs here")
            if names.count(name) > 1:
                raise BadInput(where, "is given twice", "keep one of them")
    spans = _value_spans(document.text)
    for number, record in enumerate(records, 1):
        cells = {
            name: Cell(_plain(value), span)
            for (name, value), span in zip(record, spans, strict=False)
        }
        found.append(Record(number, cells))
    return found


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value)
