"""A source's own mistakes and restatements, as data: ``corrections.toml`` in its folder.

An entry names the report, the value that it says, the value that was meant if it was a slip,
and the reason. It changes nothing: a value is read as published, and a check that meets it can
say what is known of it. An entry is only about the published value that it expects to find.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from lossledger import vocabulary
from lossledger.errors import BadTable


@dataclass(frozen=True, slots=True)
class SourceCorrection:
    """A total of a report that is known to be odd.

    ``published`` is the total as the report says it; ``meant`` what it should have said, or
    ``None`` where the source restated its total without a word; ``reason`` how that is known.
    """

    source: str
    metric: str
    day: date
    published: int
    meant: int | None
    reason: str


@cache
def corrections(source_id: str) -> tuple[SourceCorrection, ...]:
    """The entries of a source's ``corrections.toml``, oldest first; none where it has none."""
    place = files(__package__).joinpath(source_id, "corrections.toml")
    text = place.read_text("utf-8") if place.is_file() else ""
    return parse_corrections(source_id, text)


def correction(source_id: str, metric: str, day: date, published: int) -> SourceCorrection | None:
    """What is known of a total as published, or ``None``."""
    known = (c for c in corrections(source_id) if (c.metric, c.day) == (metric, day))
    return next((c for c in known if c.published == published), None)


def parse_corrections(source_id: str, text: str) -> tuple[SourceCorrection, ...]:
    """The text of a ``corrections.toml``; ``BadTable`` names the entry that breaks its rules."""
    where = f"sources/{source_id}/corrections.toml"
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadTable(where, str(error), "mend the table") from error
    rows = raw.pop("corrections", [])
    if raw or not isinstance(rows, list):
        raise BadTable(where, "holds something else than [[corrections]] tables")
    found = [_entry(f"{where}, entry {n}", source_id, row) for n, row in enumerate(rows, 1)]
    keys = [(c.metric, c.day, c.published) for c in found]
    for k, key in enumerate(keys):
        if key in keys[:k]:
            raise BadTable(where, f"two entries for {key[0]} of {key[1]}")
    return tuple(sorted(found, key=lambda c: (c.day, c.metric)))


_KINDS: Mapping[str, type] = {
    "metric": str,
    "date": date,
    "published": int,
    "meant": int,
    "reason": str,
}


def _entry(where: str, source_id: str, row: Mapping[str, Any]) -> SourceCorrection:
    for key, value in row.items():
        if key not in _KINDS or type(value) is not _KINDS[key]:
            raise BadTable(where, f"unknown key or wrong type: {key} = {value!r}")
    lacking = [key for key in ("metric", "date", "published", "reason") if not row.get(key)]
    if lacking:
        raise BadTable(where, f"{lacking[0]} is missing")
    if row["metric"] not in vocabulary.metrics():
        raise BadTable(where, f"unknown metric {row['metric']!r}")
    return SourceCorrection(
        source_id, row["metric"], row["date"], row["published"], row.get("meant"), row["reason"]
    )
