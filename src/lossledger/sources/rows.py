"""A table of claims by many claimants, each row as claims or ignored with the reason.

The compiler of a table is a relay: the claimant is whom it names. Ranges stay ranges; a
figure beside a range that is nothing but its middle is no claim of anybody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple, TypeVar

from lossledger import vocabulary
from lossledger.errors import BadInput
from lossledger.model import PART, RATE, Claim, Document, Ignored, Reading, Relation, Span
from lossledger.period import DAY, UNKNOWN, Period, cumulative, month_of, one_day
from lossledger.quantity import Quantity
from lossledger.sources.cells import Cell, Record, csv_records, json_records
from lossledger.sources.folders import SourceFolder
from lossledger.sources.records import LARGEST_FIGURE
from lossledger.sources.tables import Kind, Speaker, Table, TableColumn
from lossledger.vocabulary.names import source_named

# Plain digits, digits with thousands commas, or a round number as statistics programs write it.
_NUMBER = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3})+|[0-9](?:\.[0-9]+)?e\+[0-9]{2}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

T = TypeVar("T")

MIDDLE = "the middle of the range beside it: the range is kept, never its midpoint"


@dataclass(slots=True)
class ReadRow:
    """One row as read; ``day`` is the day that it speaks of."""

    record: Record
    day: date | None
    claims: list[Claim] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    claimed: dict[str, Claim] = field(default_factory=dict)


class About(NamedTuple):
    """What the words of a row say about all its figures."""

    speaker: Speaker
    party: str
    day: date | None


def read_rows(document: Document, source: SourceFolder, today: date) -> list[ReadRow]:
    """Every row of a table; ``BadInput`` names file, record and field, and nothing is given."""
    assert source.table is not None
    reader = _Reader(document, source.id, source.table, today)
    records = csv_records(document) if source.table.format == "csv" else json_records(document)
    return [reader.row(record) for record in records]


def reading_of(
    document: Document, rows: Iterable[ReadRow], relations: Sequence[Relation] = ()
) -> Reading:
    """The rows as one reading, in the order of the file."""
    rows = list(rows)
    return Reading(
        document,
        claims=tuple(claim for row in rows for claim in row.claims),
        relations=tuple(relations),
        ignored=tuple(one for row in rows for one in row.ignored),
    )


class _Reader:
    """The columns of one table, applied to one document."""

    def __init__(self, document: Document, source: str, table: Table, today: date) -> None:
        self.document, self.source, self.table, self.today = document, source, table, today

    def row(self, record: Record) -> ReadRow:
        self._check_columns(record)
        party = self._party(record)
        about = About(self._speaker(record), party, self._day(record, party))
        row = ReadRow(record, about.day)
        columns = self.table.columns
        if any(column.role in ("value", "low", "high") for column in columns.values()):
            self._composite(row, about)
        for name, cell in record.cells.items():
            column = columns[name]
            if column.role == "figure":
                self._single(row, column, cell, about)
            elif name not in row.claimed:
                self._ignore(row, column, cell)
        row.claims.sort(key=lambda claim: claim.span)
        return row

    def _check_columns(self, record: Record) -> None:
        for name in record.cells:
            if name not in self.table.columns:
                fix = f"add the column to sources/{self.source}/source.toml"
                raise BadInput(record.where(self.document.origin), f"unknown field {name!r}", fix)
        for name in self.table.columns:
            if name not in record.cells:
                raise BadInput(record.where(self.document.origin), f"field {name!r} is missing")

    def _ignore(self, row: ReadRow, column: TableColumn, cell: Cell) -> None:
        if any(character.isdigit() for character in cell.text):
            reason = column.reason or "a digit in a name"
            row.ignored.append(Ignored(cell.span, self._quote(cell.span), reason))

    def _composite(self, row: ReadRow, about: About) -> None:
        """The claims of the figure that stands in the columns value, low and high."""
        record = row.record
        numbers = {role: self._number_of(record, role) for role in ("low", "high", "value")}
        kind, word = self._kind(record)
        period = self._period(self._frame(record), about, None)
        low, high, value = (numbers[role] for role in ("low", "high", "value"))
        flag = next(iter(self._flags(record)), None)
        if low is not None or high is not None:
            quantity = self._range(record, low and low[1], high and high[1])
            cells = [cell for cell in (low, high) if cell is not None]
            span = Span(cells[0][0].span.start, cells[-1][0].span.end)
            claim = self._claim(span, row, about, kind, word, quantity, period)
            self._keep(row, claim, [c for r in ("low", "high") if (c := self._name(r))])
        elif value is None:
            raise BadInput(record.where(self.document.origin), "has no figure")
        if value is not None:
            cell, number = value
            if low and high and 2 * number == low[1] + high[1]:
                row.ignored.append(Ignored(cell.span, self._quote(cell.span), MIDDLE))
                row.claimed[self._name("value") or ""] = row.claims[-1]
                return
            quantity = Quantity(
                None if flag == "high" else number, None if flag == "low" else number
            )
            claim = self._claim(cell.span, row, about, kind, word, quantity, period)
            self._keep(row, claim, [self._name("value") or ""])

    def _keep(self, row: ReadRow, claim: Claim, columns: Iterable[str]) -> None:
        row.claims.append(claim)
        row.claimed.update(dict.fromkeys(columns, claim))

    def _range(self, record: Record, low: int | None, high: int | None) -> Quantity:
        try:
            return Quantity(low, high)
        except ValueError as error:
            where = record.where(self.document.origin, self._name("low"))
            raise BadInput(where, str(error), "mend the row") from error

    def _single(self, row: ReadRow, column: TableColumn, cell: Cell, about: About) -> None:
        """The claim of a column that is a figure by itself."""
        where = row.record.where(self.document.origin, column.name)
        number = _number(where, cell.text)
        assert column.kind is not None
        period = self._period(column.frame or self.table.frame, about, column.since)
        rules = (RATE,) if column.frame == "mean_of_month_before" else ()
        claim = self._claim(
            cell.span, row, about, column.kind, column.name, Quantity(number, number), period, rules
        )
        self._keep(row, claim, [column.name])

    def _claim(
        self,
        span: Span,
        row: ReadRow,
        about: About,
        kind: Kind,
        word: str,
        quantity: Quantity,
        period: Period,
        rules: tuple[str, ...] = (),
    ) -> Claim:
        speaker = about.speaker
        return Claim(
            document=self.document.id,
            span=span,
            byte_span=self.document.offsets.byte_span(span),
            quote=self._quote(span),
            sentence=self._sentence(row.record),
            outlet=self.source,
            relays=(self.table.relay or self.source, *speaker.relays),
            claimant=speaker.claimant,
            party=about.party,
            metric=kind.metric,
            scope=kind.scope,
            scope_words=word,
            quantity=quantity,
            period=period,
            as_of=about.day,
            report_date=None,
            basis=self._basis(speaker, about.party),
            rules=(f"dataset.{self.source}", *([PART] if self.table.parts else []), *rules),
        )

    def _basis(self, speaker: Speaker, party: str) -> str:
        """A side's figure for its own losses is an admission, whichever side it is."""
        known = vocabulary.sources().get(speaker.claimant or "")
        if speaker.basis is None and known is not None and known.party == party:
            return "admission"
        return speaker.basis or self.table.basis

    def _sentence(self, record: Record) -> str:
        shown = (
            f"{name}: {cell.text}"
            for name, cell in record.cells.items()
            if cell.text and self.table.columns[name].role != "ignored"
        )
        return "; ".join(shown)

    def _quote(self, span: Span) -> str:
        return self.document.text[span.start : span.end]

    def _name(self, role: str) -> str | None:
        column = self.table.column(role)
        return column.name if column else None

    def _text(self, record: Record, role: str) -> str:
        name = self._name(role)
        return record.cells[name].text.strip() if name else ""

    def _number_of(self, record: Record, role: str) -> tuple[Cell, int] | None:
        name = self._name(role)
        if name is None or not record.cells[name].text.strip():
            return None
        cell = record.cells[name]
        return cell, _number(record.where(self.document.origin, name), cell.text)

    def _flags(self, record: Record) -> Iterator[str]:
        """The bound that a flag column says that the figure is."""
        raised = []
        for name, column in self.table.columns.items():
            if column.role == "flag":
                text = record.cells[name].text.strip()
                if text not in ("0", "1"):
                    where = record.where(self.document.origin, name)
                    raise BadInput(where, f"{text!r} is neither 0 nor 1")
                raised += [column.bound or ""] if text == "1" else []
        if len(raised) > 1:
            raise BadInput(record.where(self.document.origin), "is a lower and an upper bound")
        yield from raised

    def _kind(self, record: Record) -> tuple[Kind, str]:
        words = [self._text(record, role) for role in ("kind", "item")]
        return self._looked_up(record, "kind", self.table.kinds), ": ".join(filter(None, words))

    def _party(self, record: Record) -> str:
        return self.table.party or self._looked_up(record, "party", self.table.parties)

    def _frame(self, record: Record) -> str:
        if self.table.column("frame") is None:
            return self.table.frame
        return self._looked_up(record, "frame", self.table.frames)

    def _looked_up(self, record: Record, role: str, words: Mapping[str, T]) -> T:
        """What the word in a row's column stands for, by the source's table."""
        text = self._text(record, role)
        if text not in words:
            where = record.where(self.document.origin, self._name(role))
            fix = f"add it to sources/{self.source}/source.toml"
            raise BadInput(where, f"unknown word {text!r}", fix)
        return words[text]

    def _speaker(self, record: Record) -> Speaker:
        if self.table.claimant is not None:
            return Speaker(self.table.claimant)
        name = self._text(record, "claimant")
        if not name:
            where = record.where(self.document.origin, self._name("claimant"))
            raise BadInput(where, "nobody is named", "every figure needs its claimant")
        return self.table.speakers.get(name) or Speaker(source_named(name) or name)

    def _day(self, record: Record, party: str) -> date | None:
        for role in ("date", "war_day"):
            column = self.table.column(role)
            if column is not None:
                where = record.where(self.document.origin, column.name)
                text = record.cells[column.name].text.strip()
                written = column.written
                day = _day(where, text, written) if written else _nth(where, text, party)
                self._check_in_war(where, day, party)
                if day > self.today:
                    raise BadInput(where, f"{day} is in the future (today is {self.today})")
                return day
        return None

    def _check_in_war(self, where: str, day: date, party: str) -> None:
        """A day must not lie before the war, nor before the start of a sum that ends there."""
        starts = [c.since + DAY for c in self.table.columns.values() if c.since is not None]
        first = max([vocabulary.war_start(party) or date.min, *starts])
        if day < first:
            raise BadInput(where, f"{day} lies before {first}, when the figures begin")

    def _period(self, frame: str, about: About, since: date | None) -> Period:
        day = about.day
        if frame == "cumulative":
            return cumulative(vocabulary.war_start(about.party), day)
        if day is None:
            return UNKNOWN
        if frame == "day":
            return one_day(day)
        if frame == "since":
            return Period(since, day - DAY, "interval")
        return month_of(day - DAY)


def _nth(where: str, text: str, party: str) -> date:
    """The day of the war with this number, of which the first is 1."""
    number, start = _number(where, text), vocabulary.war_start(party)
    if start is None or not 1 <= number < 100_000:
        raise BadInput(where, f"{text!r} is no number of a day of the war")
    return start + timedelta(days=number - 1)


def _day(where: str, text: str, written: str) -> date:
    form = _DAY_FIRST if written == "day/month/year" else _ISO
    found = form.fullmatch(text)
    parts = [int(part) for part in found.groups()] if found else []
    try:
        return date(*(reversed(parts) if written == "day/month/year" else parts))
    except (TypeError, ValueError) as error:
        raise BadInput(where, f"{text!r} is no date", f"write it as {written}") from error


def _number(where: str, text: str) -> int:
    """A whole number from 0 up, as tables write it."""
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        shown = text if len(text) <= 40 else f"{text[:40]}…"
        raise BadInput(where, f"{shown!r} is no whole number")
    number = Fraction(text.replace(",", ""))
    if number.denominator != 1:
        raise BadInput(where, f"{text!r} is not whole")
    if number >= LARGEST_FIGURE:
        raise BadInput(where, f"{text} is too large to be a count of losses")
    return int(number)
