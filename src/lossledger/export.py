"""Claims as open data: CSV, JSON Lines, Parquet, an SQLite file for Datasette, a Data Package.

Every row carries its claimant, its own words and the hash of its document; whole texts of others
are never in an export. Cells that a spreadsheet would take for a formula are made harmless and
come back as they were (``csv_rows``, ``claims_rows``).
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lossledger.errors import BadInput
from lossledger.model import Claim, Json

FORMATS = ("csv", "jsonl-claims", "parquet", "sqlite", "datapackage")
"""The forms in which claims are written; ``sqlite`` is a file that Datasette opens."""
TEXTS = ("csv", "jsonl-claims")
"""Of these, the ones that are text and can be piped."""
COLUMNS: Mapping[str, tuple[str, str]] = {
    "id": ("string", "hash of the claim's content"),
    "claimant": ("string", "who says the figure; empty is unattributed"),
    "relays": ("string", "who passed it on, outermost first, separated by a space"),
    "outlet": ("string", "who published the document"),
    "party": ("string", "whose losses or whose act is counted"),
    "metric": ("string", "what is counted"),
    "scope": ("string", "of killed, wounded, missing, captured; empty is not stated"),
    "scope_words": ("string", "the source's own words for what is counted"),
    "low": ("integer", "lower end as said; empty is open"),
    "high": ("integer", "upper end as said; empty is open"),
    "strict": ("boolean", "whether the one bound given is exclusive"),
    "hedge": ("string", "about, nearly, vague"),
    "period_start": ("date", "first day covered"),
    "period_end": ("date", "last day covered"),
    "period_kind": ("string", "cumulative, day, week, month, interval, unknown"),
    "as_of": ("date", "the state that the claimant describes"),
    "report_date": ("date", "the date of the report that carries it"),
    "stance": ("string", "asserted, derived, denied, goal, forecast, hypothetical"),
    "basis": ("string", "own_estimate, cites, compiled, model, admission"),
    "confidence": ("string", "high, medium, low (needs a person)"),
    "quote": ("string", "the number's words"),
    "document": ("string", "SHA-256 of the document"),
    "span_start": ("integer", "first character of the number in the document's text"),
    "span_end": ("integer", "the character behind it"),
    "rules": ("string", "what read it"),
}
"""Every column with its type (of a Frictionless table schema) and its meaning."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins like this is run by spreadsheets."""


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim as a flat row of ``COLUMNS``; ``None`` where nothing was said."""
    start, end = claim.period.start, claim.period.end
    return {
        "id": claim.id,
        "claimant": claim.claimant,
        "relays": " ".join(claim.relays) or None,
        "outlet": claim.outlet,
        "party": claim.party,
        "metric": claim.metric,
        "scope": " ".join(claim.scope) if claim.scope is not None else None,
        "scope_words": claim.scope_words,
        "low": claim.quantity.low,
        "high": claim.quantity.high,
        "strict": claim.quantity.strict,
        "hedge": claim.quantity.hedge,
        "period_start": start.isoformat() if start else None,
        "period_end": end.isoformat() if end else None,
        "period_kind": claim.period.kind,
        "as_of": claim.as_of.isoformat() if claim.as_of else None,
        "report_date": claim.report_date.isoformat() if claim.report_date else None,
        "stance": claim.stance,
        "basis": claim.basis,
        "confidence": claim.confidence,
        "quote": claim.quote,
        "document": claim.document,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "rules": " ".join(claim.rules),
    }


def write_claims(claims: Iterable[Claim], form: str, out: Path) -> tuple[Path, ...]:
    """Write claims in one of ``FORMATS``; the files written. See ``write_rows``."""
    return write_rows((claim_row(claim) for claim in claims), form, out)


def write_rows(rows: Iterable[Mapping[str, Any]], form: str, out: Path) -> tuple[Path, ...]:
    """Write rows of claims in one of ``FORMATS``; the files written.

    ``out`` is a file, or a folder for ``datapackage``. A file appears whole or not at all.
    Raises ``BadInput`` when it cannot be written or the library for a format is missing.
    """
    try:
        if form == "datapackage":
            return _data_package(rows, out)
        if form == "sqlite":
            return _sqlite(rows, out)
        content = _parquet(rows) if form == "parquet" else text_of(rows, form)
        return (_placed(out, content),)
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise BadInput(str(error.filename or out), what, "choose another place") from error


def csv_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Rows as lines of CSV with a header, formulas made harmless."""
    yield _line(COLUMNS)
    for row in rows:
        yield _line(_cell(row[name]) for name in COLUMNS)


def read_csv(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a CSV file that was exported; ``BadInput`` names what cannot be read."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from claims_rows(file)
    except UnicodeDecodeError as error:
        raise BadInput(str(path), "is not UTF-8 text", "give a CSV of lossledger export") from error
    except (OSError, csv.Error) as error:
        raise BadInput(str(path), f"cannot be read: {error}", "check the path") from error


def claims_rows(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The rows of such a CSV as they were: the way back from ``csv_rows``.

    Raises ``BadInput`` naming line and column for what is no such CSV.
    """
    reader = csv.reader(lines)
    header = next(reader, [])
    if tuple(header) != tuple(COLUMNS):
        raise BadInput("CSV, line 1", "these are not the columns of an export of claims")
    for cells in reader:
        if len(cells) != len(COLUMNS):
            raise BadInput(f"CSV, line {reader.line_num}", f"has {len(cells)} cells")
        pairs = zip(COLUMNS.items(), cells, strict=True)
        yield {name: _value(cell, kind, reader.line_num, name) for (name, (kind, _)), cell in pairs}


def text_of(rows: Iterable[Mapping[str, Any]], form: str) -> bytes:
    """Rows of claims in one of ``TEXTS``, as UTF-8."""
    if form == "csv":
        return "".join(csv_rows(rows)).encode()
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)  # line ends of RFC 4180, so that "\r" is quoted
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    harmful = value.startswith((*FORMULA, "'")) or value == ""
    return f"'{value}" if harmful else str(value)


def _value(cell: str, kind: str, line: int, name: str) -> Any:
    if cell == "":
        return None
    try:
        if kind == "integer":
            return int(cell)
        if kind == "boolean":
            return {"true": True, "false": False}[cell]
    except (ValueError, KeyError) as error:
        where = f"CSV, line {line}, column {name}"
        raise BadInput(where, f"{cell[:40]!r} is no {kind}") from error
    return cell.removeprefix("'")


def _placed(path: Path, content: bytes) -> Path:
    """Content at a path, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(content)
    beside.replace(path)
    return path


def _parquet(rows: Iterable[Mapping[str, Any]]) -> bytes:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        fix = "pip install 'lossledger[parquet]'"
        raise BadInput("export to Parquet", "needs the library pyarrow", fix) from error
    kinds = {"integer": pa.int64(), "boolean": pa.bool_()}
    fields = [
        pa.field(name, kinds.get(kind, pa.string()), metadata={"description": about})
        for name, (kind, about) in COLUMNS.items()
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows), schema=pa.schema(fields)), out)
    return out.getvalue()


def _sqlite(rows: Iterable[Mapping[str, Any]], out: Path) -> tuple[Path, ...]:
    """A file that Datasette opens well: typed columns, an index for each facet, metadata."""
    try:
        import sqlite_utils
    except ImportError as error:
        fix = "pip install 'lossledger[datasette]'"
        raise BadInput("export to SQLite", "needs the library sqlite-utils", fix) from error
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.part")
    beside.unlink(missing_ok=True)
    database = sqlite_utils.Database(beside)
    types = {"integer": int, "boolean": bool}
    table = database["claims"]
    assert isinstance(table, sqlite_utils.db.Table)
    table.create({n: types.get(kind, str) for n, (kind, _) in COLUMNS.items()}, pk="id")
    table.insert_all(rows, replace=True)
    for facet in ("metric", "party", "claimant", "report_date"):
        table.create_index([facet])
    database.close()
    beside.replace(out)
    about = _placed(out.with_name("metadata.json"), _json(_datasette_metadata(out.stem)))
    return out, about


def _datasette_metadata(name: str) -> Json:
    facets = ["claimant", "party", "metric", "period_kind", "stance"]
    columns = {column: about for column, (_, about) in COLUMNS.items()}
    return {
        "title": "Claims of war losses",
        "description": "Who said which figure, about whom, for which days. Not what is true.",
        "databases": {name: {"tables": {"claims": {
            "facets": facets, "sort_desc": "report_date", "columns": columns}}}},
    }  # fmt: skip


def _data_package(rows: Iterable[Mapping[str, Any]], folder: Path) -> tuple[Path, ...]:
    """A Frictionless Data Package v2: CSV, its schema, a citation, and checksums."""
    table = text_of(rows, "csv")
    resource: Json = {
        "name": "claims",
        "path": "claims.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(table),
        "hash": f"sha256:{hashlib.sha256(table).hexdigest()}",
        "schema": {
            "fields": [
                {"name": name, "type": kind, "description": about}
                for name, (kind, about) in COLUMNS.items()
            ],
            "primaryKey": ["id"],
        },
    }
    package: Json = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "lossledger-claims",
        "title": "Claims of war losses",
        "description": "Who said which figure, about whom, for which days. Not what is true.",
        "resources": [resource],
    }
    files = {"claims.csv": table, "datapackage.json": _json(package), "CITATION.cff": _citation()}
    sums = (f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in files.items())
    files["SHA256SUMS"] = "".join(sums).encode()
    return tuple(_placed(folder / name, body) for name, body in files.items())


def _json(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _citation() -> bytes:
    lines: Sequence[str] = (
        "cff-version: 1.2.0",
        "type: dataset",
        "title: Claims of war losses, read and kept by lossledger",
        "message: Cite the claimant of each figure, and this export as where it was found.",
        "authors:",
        "  - name: The lossledger maintainers",
        "",
    )
    return "\n".join(lines).encode()
