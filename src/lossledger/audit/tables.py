"""The tables that a user hands in: the mapping of a CSV file, the allow-list, declared changes."""

import json
import tomllib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lossledger import vocabulary
from lossledger.audit.cells import Column, Flaw, Layout
from lossledger.audit.forms import CsvForm
from lossledger.errors import BadInput

_MAPPING_KEYS = ("date", "date_format", "day", "delimiter", "claimant", "party", "columns")


def csv_form(text: str, file: str) -> CsvForm:
    """A mapping in TOML as the form of a CSV file; ``BadInput`` names what breaks its rules.

    Keys: ``date`` (the column with the date), ``columns`` (column -> metric, or a table with
    ``metric`` and ``scope``), and if wanted ``increments`` (column -> column of its total),
    ``day``, ``date_format`` (of ``strptime``), ``delimiter``, ``claimant``, ``party``.
    """
    raw = _toml(text, file)
    unknown = [key for key in raw if key not in (*_MAPPING_KEYS, "increments")]
    if unknown:
        raise BadInput(file, f"unknown key {unknown[0]!r}", f"known: {', '.join(_MAPPING_KEYS)}")
    columns = raw.get("columns")
    if not isinstance(raw.get("date"), str) or not isinstance(columns, dict) or not columns:
        raise BadInput(file, "needs 'date' and a table 'columns'")
    found = {name: _column(name, column, file) for name, column in columns.items()}
    party, claimant = raw.get("party"), raw.get("claimant")
    _require(file, "party", party, vocabulary.known_parties())
    _require(file, "claimant", claimant, vocabulary.sources())
    increments = raw.get("increments", {})
    for name, total in increments.items():
        _require(file, f"total of {name!r}", total, found)
    start = vocabulary.war_start(party) if party else None
    layout = Layout(raw["date"], found, raw.get("day"), claimant, party, start)
    return CsvForm(layout, increments, raw.get("date_format"), raw.get("delimiter"))


def _column(name: str, raw: Any, file: str) -> Column:
    row = {"metric": raw} if isinstance(raw, str) else raw
    if not isinstance(row, dict) or not set(row) <= {"metric", "scope"}:
        raise BadInput(f"{file}, column {name!r}", "is no metric and no table with 'metric'")
    _require(f"{file}, column {name!r}", "metric", row.get("metric", ""), vocabulary.metrics())
    scope = row.get("scope")
    return Column(name, row["metric"], tuple(scope) if scope else None)


def _require(where: str, what: str, value: Any, known: Container[str]) -> None:
    if value is not None and value not in known:
        raise BadInput(where, f"unknown {what} {value!r}")


def _toml(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(file, f"is no TOML: {error}") from error


@dataclass(frozen=True, slots=True)
class Allowed:
    """One entry of an allow-list: a finding that a person has looked at, and why it stands.

    ``record``, ``field``, ``value`` and ``cause`` must all be those of the finding; what is
    ``None`` admits any. ``reason`` is asked for.
    """

    file: str | None
    record: str | int
    field: str | None
    value: int | str | None
    cause: str | None
    reason: str

    def admits(self, flaw: Flaw) -> bool:
        """Whether the entry is about this flaw."""
        return (
            (self.file is None or flaw.file.endswith(self.file))
            and str(self.record) in (str(flaw.record), str(flaw.number))
            and self.field in (None, flaw.field)
            and self.value in (None, flaw.value)
            and self.cause in (None, flaw.cause)
        )

    def __str__(self) -> str:
        parts = (self.file, self.record, self.field, self.value, self.cause)
        return ", ".join(str(part) for part in parts if part is not None)


def allow_list(text: str, file: str) -> tuple[Allowed, ...]:
    """An allow-list in TOML (``[[allow]]`` tables); ``BadInput`` names the entry that is wrong."""
    raw = _toml(text, file)
    entries = raw.pop("allow", [])
    if raw or not isinstance(entries, list):
        raise BadInput(file, "holds something else than [[allow]] tables")
    return tuple(_allowed(entry, f"{file}, entry {n}") for n, entry in enumerate(entries, 1))


def _allowed(entry: Mapping[str, Any], where: str) -> Allowed:
    known = ("file", "record", "field", "value", "cause", "reason")
    unknown = [key for key in entry if key not in known]
    if unknown:
        raise BadInput(where, f"unknown key {unknown[0]!r}", f"known: {', '.join(known)}")
    record, reason = entry.get("record"), entry.get("reason")
    if record is None or not isinstance(reason, str) or not reason.strip():
        raise BadInput(where, "needs 'record' and 'reason'", "say why the finding stands")
    key = record.isoformat() if isinstance(record, date) else record
    value = entry.get("value")
    return Allowed(entry.get("file"), key, entry.get("field"), value, entry.get("cause"), reason)


def without_allowed(
    flaws: Iterable[Flaw], allowed: Iterable[Allowed]
) -> tuple[list[Flaw], list[Allowed]]:
    """The flaws that no entry admits, and the entries that admitted none."""
    entries = list(allowed)
    used: set[int] = set()
    left: list[Flaw] = []
    for flaw in flaws:
        hits = [k for k, entry in enumerate(entries) if entry.admits(flaw)]
        used.update(hits)
        if not hits:
            left.append(flaw)
    return left, [entry for k, entry in enumerate(entries) if k not in used]


def declared(content: bytes, file: str, date_field: str) -> frozenset[tuple[str, str]]:
    """Record and field of every difference that a dataset's keepers declare themselves.

    The file has the form of the dataset; a figure other than nought is the part of the day's
    change that its stated increment leaves out.
    """
    try:
        rows = json.loads(content)
        return frozenset(
            (row[date_field], name)
            for row in rows
            for name, value in row.items()
            if type(value) is int and value
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(file, "is no list of dated records") from error
