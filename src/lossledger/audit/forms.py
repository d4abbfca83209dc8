"""Datasets in three forms, read leniently: what breaks a form is a flaw, never a refusal.

- the form of a source's own folder: a JSON list of flat, dated records;
- a CSV file with a mapping (``mapped_layout``);
- claims, one JSON object a line, as ``read --json`` and the exports write them.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from lossledger import vocabulary
from lossledger.audit.cells import Column, Flaw, Layout, Row, Sheet
from lossledger.errors import BadInput
from lossledger.model import Json
from lossledger.period import DAY
from lossledger.sources import folder

FIELD_WIDE = 5
"""A fault of form that more cells of a field share is one of the field."""
YEARS = (1900, 2999)
LARGEST = 10**8
"""No count of losses is as large as this."""
_GROUPED = re.compile(r"[+]?[0-9]{1,3}(?:[,\s\u00a0\u202f'.][0-9]{3})++|[+]?[0-9]{1,12}")

Pairs = tuple[tuple[str, Any], ...]


def layout_of(source_id: str) -> Layout:
    """The layout of a source's dataset as its folder's table gives it."""
    held = folder(source_id)
    dataset = held.dataset
    if dataset is None:
        raise BadInput(f"source {source_id}", "has no dataset", "give --mapping for a CSV file")
    columns = dataset.columns.values()
    return Layout(
        dated=next(c.name for c in columns if c.role == "date"),
        day=next((c.name for c in columns if c.role == "day"), None),
        columns={
            c.name: Column(c.name, c.metric or "", c.scope, c.first, c.last)
            for c in columns
            if c.role == "figure"
        },
        claimant=dataset.claimant,
        party=dataset.party,
        start=vocabulary.war_start(dataset.party),
        others=frozenset(c.name for c in columns if c.role in ("qualifier", "ignored")),
    )


@dataclass(slots=True)
class Records:
    """A reader of one file's versions in the JSON form: unchanged records are read only once."""

    file: str
    layout: Layout
    _known: dict[int, tuple[Pairs, Row, tuple[Flaw, ...]]] = field(default_factory=dict)

    def read(self, content: bytes) -> Sheet:
        """The dataset in these bytes; ``broken`` when they hold no list of records."""
        try:
            raw = json.loads(content.decode("utf-8-sig"), object_pairs_hook=tuple)
        except (ValueError, RecursionError) as error:
            return broken(self.file, self.layout, _reason(error))
        if not isinstance(raw, list):
            return broken(self.file, self.layout, "it is no list of records")
        rows: list[Row] = []
        flaws: list[Flaw] = []
        for number, record in enumerate(raw, 1):
            known = self._known.get(number)
            if known is None or known[0] != record:
                pairs = record if isinstance(record, tuple) else ()
                known = (record, *self._record(number, pairs))
                self._known[number] = known
            rows.append(known[1])
            flaws += known[2]
        return Sheet(self.file, self.layout, tuple(rows), _gathered(flaws))

    def _record(self, number: int, record: Pairs) -> tuple[Row, tuple[Flaw, ...]]:
        names = dict(record)
        day = _day(names.get(self.layout.dated))
        row = Row(number, day, {})
        values: dict[str, int] = {}
        empty: set[str] = set()
        flaws: list[Flaw] = []
        if day is None:
            flaws.append(_no_date(self.file, self.layout, row, names.get(self.layout.dated)))
        if len(names) < len(record):
            twice = next(n for k, (n, _) in enumerate(record) if n in dict(record[:k]))
            flaws.append(_broken_cell(self.file, row, twice, names[twice], "is given twice"))
        for name, value in names.items():
            if name in self.layout.columns and (value is None or value != value):
                empty.add(name)
            elif name in self.layout.columns:
                number_read, fault = _whole(value)
                if fault:
                    flaws.append(_broken_cell(self.file, row, name, value, fault))
                if number_read is not None:
                    values[name] = number_read
            elif name not in (self.layout.dated, self.layout.day, *self.layout.others):
                flaws.append(_broken_cell(self.file, row, name, value, "is no known field"))
        count, fault = _whole(names.get(self.layout.day or ""))
        if fault and names.get(self.layout.day or "") is not None:
            name = self.layout.day or ""
            flaws.append(_broken_cell(self.file, row, name, names[name], fault))
        found = replace(row, values=values, count=count, empty=frozenset(empty))
        return found, tuple(flaws)


def _gathered(flaws: list[Flaw]) -> tuple[Flaw, ...]:
    """The flaws of cells, those that a whole field shares told once, with their number."""
    kinds = Counter(_kind(flaw) for flaw in flaws)
    told: set[tuple[object, ...]] = set()
    found: list[Flaw] = []
    for flaw in flaws:
        kind = _kind(flaw)
        most = 1 if flaw.cause is None else FIELD_WIDE
        if kinds[kind] <= most:
            found.append(flaw)
        elif kind not in told:
            told.add(kind)
            more = f"{flaw.message}; so are {kinds[kind] - 1:,} more of this field"
            found.append(replace(flaw, message=more if flaw.cause else flaw.message))
    return tuple(found)


def _kind(flaw: Flaw) -> tuple[object, ...]:
    return flaw.field, flaw.cause, type(flaw.value)


def broken(file: str, layout: Layout, why: str) -> Sheet:
    """A file that cannot be read at all, with the flaw that says so."""
    flaw = Flaw(
        file=file,
        record=None,
        field=None,
        value=None,
        verdict="not_checkable",
        cause="invalid_file",
        message=f"the file cannot be read: {why}",
    )
    return Sheet(file, layout, flaws=(flaw,), broken=True)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is no UTF-8 text"
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _no_date(file: str, layout: Layout, row: Row, value: Any) -> Flaw:
    what = "has no date" if value is None else f"has {value!r:.40} for its date"
    message = f"record {row.number} {what}; a date is YYYY-MM-DD"
    return _broken_cell(file, row, layout.dated, value, "", message)


def _broken_cell(
    file: str, row: Row, name: str, value: Any, fault: str, message: str | None = None
) -> Flaw:
    unknown = fault == "is no known field"
    plain = (
        value if value is None or isinstance(value, (int, str)) or _finite(value) else str(value)
    )
    return Flaw(
        file=file,
        record=row.key,
        field=name,
        value=plain,
        verdict="not_checkable",
        cause=None if unknown else "invalid_file",
        message=message or f"{name}: {value!r:.40} {fault}",
        level="warning" if unknown else "error",
        number=row.number,
    )


def _finite(value: Any) -> bool:
    return isinstance(value, float) and abs(value) < float("inf")


def _whole(value: Any) -> tuple[int | None, str]:
    """A cell as a whole number where it can be taken as one, and what is wrong with its form."""
    if type(value) is int:
        return (value, "") if 0 <= value < LARGEST else (None, "is no possible count")
    if isinstance(value, float):
        whole = int(value) if 0 <= value < LARGEST else None
        return (whole, "") if whole == value else (None, "is no whole number")
    if isinstance(value, str):
        read = _grouped(value)
        return read, "is a string; a whole number belongs here"
    return None, "is no number"


def _grouped(text: str) -> int | None:
    """A number with or without its thousands set apart."""
    found = _GROUPED.fullmatch(text.strip())
    number = int(re.sub(r"[^0-9]", "", found.group())) if found else LARGEST
    return number if number < LARGEST else None


def _day(value: Any, form: str | None = None) -> date | None:
    """A readable date in a year that a report can be of."""
    if not isinstance(value, str):
        return None
    try:
        if form:
            day = datetime.strptime(value.strip(), form).date()  # noqa: DTZ007 (a day alone)
        else:
            day = date.fromisoformat(value.strip() if len(value.strip()) == 10 else "")
    except ValueError:
        return None
    return day if YEARS[0] <= day.year <= YEARS[1] else None


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a CSV file is read: its layout, and the fields that hold stated increments."""

    layout: Layout
    increments: Mapping[str, str]
    date_format: str | None = None
    delimiter: str | None = None


def read_csv(content: bytes, file: str, mapping: CsvForm) -> Sheet:
    """A CSV file with a head line as a dataset; ``broken`` when it lacks the mapped columns."""
    layout = mapping.layout
    try:
        text = content.decode("utf-8-sig")
        delimiter = mapping.delimiter or _delimiter(text)
        lines = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except (ValueError, csv.Error) as error:
        return broken(file, layout, _reason(error))
    head = set(lines[0]) if lines else set()
    lacking = [n for n in (layout.dated, *layout.columns) if n not in head]
    if lacking:
        return broken(file, layout, f"there is no column {lacking[0]!r}")
    rows: list[Row] = []
    flaws: list[Flaw] = []
    for number, line in enumerate(lines, 1):
        row, found = _line(number, line, file, mapping)
        rows.append(row)
        flaws += found
    return Sheet(file, layout, tuple(rows), tuple(flaws))


def _line(
    number: int, line: Mapping[str, Any], file: str, mapping: CsvForm
) -> tuple[Row, list[Flaw]]:
    layout = mapping.layout
    row = Row(number, _day(line[layout.dated], mapping.date_format), {})
    flaws = [] if row.day else [_no_date(file, layout, row, line[layout.dated])]
    values, increments = {}, {}
    for name, text in line.items():
        if not isinstance(text, str) or not text.strip():
            continue
        if name in layout.columns:
            found = _grouped(text)
            if found is None:
                flaws.append(_broken_cell(file, row, name, text, "is no whole number"))
            else:
                values[name] = found
        elif name in mapping.increments:
            change = _grouped(text.strip().lstrip("+-"))
            if change is not None:
                sign = -1 if text.strip().startswith("-") else 1
                increments[mapping.increments[name]] = sign * change
    count = _grouped(line.get(layout.day) or "") if layout.day else None
    return replace(row, values=values, increments=increments, count=count), flaws


def _delimiter(text: str) -> str:
    """Comma, semicolon or tab: whichever the head line has most of."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def claim_lines(content: bytes, file: str) -> list[Json]:
    """The claims in lines of JSON: single claims, readings with their claims, a ledger's export.

    Claims that a mark of the export took out, and none put back, are left out. ``BadInput``
    names the first line that is neither.
    """
    claims: list[Json] = []
    out: set[str] = set()
    for number, line in enumerate(content.decode("utf-8-sig").splitlines(), 1):
        row = _line_of(line, f"{file}:{number}") if line.strip() else {}
        if isinstance(row.get("claims"), list):
            claims += row["claims"]
        elif "metric" in row and "low" in row:
            claims.append(row)
        elif row.get("row") == "mark" and row["kind"] != "decided":
            (out.discard if row["kind"] == "reinstated" else out.add)(row["claim"])
        elif row and "row" not in row:
            raise BadInput(f"{file}:{number}", "is no claim", "give lines of claims")
    return [claim for claim in claims if claim.get("id") not in out]


def _line_of(line: str, where: str) -> Json:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInput(where, "the line is not valid JSON") from error
    if not isinstance(row, dict):
        raise BadInput(where, "is no claim", "give lines of claims")
    return row


def sheets_of_claims(claims: Iterable[Json], file: str) -> list[Sheet]:
    """Claims as datasets: one for each claimant, party and outlet, a record for each report.

    Running totals become figures, figures of the day before the report become their increments;
    ranges, bounds and what is not asserted are left out.
    """
    groups: dict[tuple[str, str, str], dict[tuple[str, str], _Report]] = {}
    for claim in claims:
        day = claim.get("report_date")
        if (
            day is None
            or claim.get("stance") != "asserted"
            or claim.get("low") != claim.get("high")
        ):
            continue
        key = (claim.get("claimant") or "", claim.get("party") or "", claim.get("outlet") or "")
        document = str(claim.get("document") or "")
        report = groups.setdefault(key, {}).setdefault((day, document), _Report(day))
        report.take(claim)
    return [
        _sheet_of(key, reports, file)
        for key, reports in sorted(groups.items())
        if any(report.values for report in reports.values())
    ]


@dataclass(slots=True)
class _Report:
    day: str
    values: dict[str, int] = field(default_factory=dict)
    increments: dict[str, int] = field(default_factory=dict)
    scopes: dict[str, tuple[str, tuple[str, ...] | None]] = field(default_factory=dict)

    def take(self, claim: Json) -> None:
        """Add one claim of this report; the first of a kind counts."""
        said = claim.get("scope")
        scope = tuple(said.split() if isinstance(said, str) else said) if said else None
        name = claim["metric"] + (f" ({', '.join(scope)})" if scope else "")
        days = claim.get("period") or {k: claim.get(f"period_{k}") for k in ("kind", "end")}
        self.scopes[name] = (claim["metric"], scope)
        if days["kind"] == "cumulative" and days["end"] == self.day:
            self.values.setdefault(name, claim["low"])
        elif days["kind"] == "day" and days["end"] == str(date.fromisoformat(self.day) - DAY):
            self.increments.setdefault(name, claim["low"])


def _sheet_of(
    key: tuple[str, str, str], reports: Mapping[tuple[str, str], _Report], file: str
) -> Sheet:
    claimant, party, _ = key
    names = {name: kind for report in reports.values() for name, kind in report.scopes.items()}
    columns = {name: Column(name, metric, scope) for name, (metric, scope) in names.items()}
    ordered = sorted(reports.values(), key=lambda report: report.day)
    rows = tuple(
        Row(n, date.fromisoformat(r.day), r.values, increments=r.increments)
        for n, r in enumerate((r for r in ordered if r.values), 1)
    )
    start = vocabulary.war_start(party or None)
    layout = Layout(
        "report_date", columns, None, claimant or None, party or None, start, daily=False
    )
    return Sheet(file, layout, rows)
