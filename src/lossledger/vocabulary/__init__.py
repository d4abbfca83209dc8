"""The words of the field, as tables: metrics, parties, sources, and one file per language.

``metrics()``, ``wars()``, ``sources()`` give the tables as immutable values. A table that
breaks its own rules raises ``BadTable`` naming the file and the entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from lossledger.errors import BadTable
from lossledger.vocabulary.conflict_words import country_names, office_names
from lossledger.vocabulary.reading import table
from lossledger.vocabulary.war import (
    War,
    conflicts,
    is_abroad,
    opponent,
    opponents,
    parties,
    parties_of,
    sides_of_speakers,
    source_rows,
    war_of,
    war_start,
    war_starts,
    wars,
)

__all__ = [
    "EVIDENCE", "UNCLASSIFIED", "Metric", "Source", "War", "brief_languages", "brief_words",
    "chart_words", "conflicts", "evidence_class", "interface", "interface_languages", "is_abroad",
    "known_parties",
    "metrics", "opponent", "opponents", "parties", "parties_of", "sides_of_speakers", "source_name",
    "sources",
    "table", "war_of", "war_start",
    "war_starts", "wars",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Metric:
    """What is counted: ``kind`` person, equipment or event; ``party`` owner, actor or both.

    ``counted_under`` is the category of losses under which totals include what was shot down.
    ``most_a_day`` is the highest figure that a daily report has given for one day. ``whole_of``
    is the kind of metrics whose figures it takes together: pieces of equipment. ``sum_of`` are
    the metrics whose figures, given apart by others, add up to its own.
    """

    code: str
    kind: str
    party: str
    merged_into: str | None = None
    counted_under: str | None = None
    most_a_day: int | None = None
    whole_of: str | None = None
    sum_of: tuple[str, ...] = ()


EVIDENCE = ("party_claim", "third_party_estimate", "named_floor", "visual_floor", "model")
"""Classes of evidence, which never mix; the two floors are written "at least"."""
UNCLASSIFIED = "unclassified"
CALLED = {"outlet": ("outlet",), "agency": ("outlet", "agency")}
"""How sources of a kind are called when they are named again."""


@dataclass(frozen=True, slots=True)
class Source:
    """Someone who publishes or says figures; ``party`` is the side it belongs to, if any.

    ``evidence`` is one of ``EVIDENCE`` where the table says so; see ``evidence_class``.
    ``called`` are the classes of nouns that name it again: "the ministry", "the newspaper".
    ``people`` is the side whose civilians it counts where it names no place. ``unnamed`` people
    reach the reader only through those who quote them. ``joint`` are the sources
    whose work together this one is, ``may_mean`` the one that its name is short for
    where a text names that one too, or the one that it is named ``beside``. Its reports of a
    week appear on the weekday ``week_ends`` (0 is Monday) and count that day in. What is
    ``undivided`` counts people without telling soldiers from civilians.
    """

    id: str
    name: str
    kind: str
    party: str | None = None
    generic: bool = False
    local: bool = False
    evidence: str | None = None
    office: str | None = None
    civil: bool = False
    people: str | None = None
    matters: tuple[str, ...] | None = None
    called: tuple[str, ...] = ()
    unnamed: bool = False
    joint: tuple[str, ...] = ()
    may_mean: str | None = None
    beside: str | None = None
    week_ends: int | None = None
    undivided: bool = False


@cache
def metrics() -> Mapping[str, Metric]:
    """All metrics by code."""
    found = {}
    for code, row in table("metrics").items():
        if row.get("kind") not in ("person", "equipment", "event"):
            raise BadTable("vocabulary/metrics.toml", f"{code}: kind is {row.get('kind')!r}")
        if row.get("party") not in ("owner", "actor", "both"):
            raise BadTable("vocabulary/metrics.toml", f"{code}: party is {row.get('party')!r}")
        found[code] = Metric(
            code,
            row["kind"],
            row["party"],
            row.get("merged_into"),
            row.get("counted_under"),
            row.get("most_a_day"),
            row.get("whole_of"),
            tuple(row.get("sum_of", ())),
        )
    return MappingProxyType(found)


@cache
def sources() -> Mapping[str, Source]:
    """All sources by id: those of no side, then those of each conflict."""
    found = {key: _source("vocabulary/sources.toml", key, row)
             for key, row in table("sources").items()}  # fmt: skip
    for conflict in conflicts():
        where = f"vocabulary/wars/{conflict}/war.toml"
        for key, row in source_rows(conflict).items():
            if key in found:
                raise BadTable(where, f"{key} is a source already", "each has one table")
            name = row.get("name") or office_names(conflict, "en").get(key, key)
            found[key] = _source(where, key, {**row, "name": name})
    return MappingProxyType(found)


def _source(where: str, key: str, row: Mapping[str, Any]) -> Source:
    """One row of a table of sources."""
    if row.get("party") is not None and row["party"] not in parties():
        raise BadTable(where, f"{key}: unknown party {row['party']}")
    if row.get("evidence", EVIDENCE[0]) not in EVIDENCE:
        raise BadTable(where, f"{key}: evidence {row['evidence']!r}")
    return Source(
        key,
        row["name"],
        row["kind"],
        row.get("party"),
        row.get("generic", False),
        row.get("local", False),
        row.get("evidence"),
        row.get("office"),
        row.get("civil", False),
        row.get("people"),
        tuple(row["matters"]) if "matters" in row else None,
        tuple(row.get("called", CALLED.get(row["kind"], ()))),
        row.get("unnamed", False),
        tuple(row.get("joint", ())),
        row.get("may_mean"),
        row.get("beside"),
        row.get("week_ends"),
        row.get("undivided", False),
    )


@cache
def interface(language: str) -> Mapping[str, str]:
    """The words of the pages in a language; English where the language lacks a word.

    A word for a code has the code's table before it: ``verdict.reproduced``.
    """
    rows = table("interface")
    return MappingProxyType({**_flat(rows["en"]), **_flat(rows.get(language, {}))})


def _flat(rows: Mapping[str, Any]) -> dict[str, str]:
    """Words of nested tables under one key, parted by a point."""
    found: dict[str, str] = {}
    for key, value in rows.items():
        inner = {f"{key}.{k}": v for k, v in value.items()} if isinstance(value, dict) else None
        found.update(inner if inner is not None else {key: value})
    return found


@cache
def interface_languages() -> tuple[str, ...]:
    """The languages that the pages are written in, English first."""
    return tuple(table("interface"))


@cache
def chart_words(language: str) -> Mapping[str, Any]:
    """The words of charts, days and numbers in a language; English where it lacks a word."""
    rows = table("charts")
    return MappingProxyType({**rows["en"], **rows.get(language, {})})


@cache
def known_parties() -> tuple[str, ...]:
    """The codes of all parties of all wars, and of all countries, each once."""
    return tuple(dict.fromkeys((*parties(), *country_names("en"))))


def source_name(source: str, language: str = "en") -> str:
    """A source's name in a language, else in English; a name that no table has stays as it is."""
    known = sources().get(source)
    english = known.name if known else source
    return _source_names(language).get(source, english)


@cache
def _source_names(language: str) -> Mapping[str, str]:
    """The names of sources in a language other than English."""
    found = dict(table("source_names").get(language, {}))
    for conflict in conflicts():
        found |= office_names(conflict, language)
    return MappingProxyType(found)


@cache
def brief_words(language: str) -> Mapping[str, Any]:
    """The sentences of a brief in a language, with their tables of names and forms."""
    rows = table("brief")
    if language not in rows:
        raise BadTable("vocabulary/brief.toml", f"no language {language!r}", "add its table")
    return MappingProxyType(rows[language])


@cache
def brief_languages() -> tuple[str, ...]:
    """The languages that briefs are written in, English first."""
    return tuple(table("brief"))


def evidence_class(claimant: str | None, basis: str | None = None) -> str:
    """What kind of evidence a claimant's figure is: one of ``EVIDENCE``, or ``unclassified``.

    A modelled figure is a model whoever says it. Else the claimant's table decides; a party
    to a war makes party claims, any other known source third-party estimates. A name of no
    table, or nobody, is left unclassified.
    """
    source = sources().get(claimant or "")
    if basis == "model":
        return "model"
    if source is None:
        return UNCLASSIFIED
    return source.evidence or ("party_claim" if source.party else "third_party_estimate")
