"""The folders of this room: what a publisher's or dataset's ``source.toml`` says, as values.

The loader is strict: an unknown key, a code that is in no vocabulary table, a definition
that overlaps another one: ``BadTable`` naming the file and the entry.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from lossledger import vocabulary
from lossledger.errors import BadTable, NotFound
from lossledger.model import BASES
from lossledger.sources.strict import Row
from lossledger.sources.tables import Table, parse_table

ROLES = ("figure", "date", "day", "qualifier", "ignored")


@dataclass(frozen=True, slots=True)
class Definition:
    """What a source meant by a metric from ``start`` to ``end`` (inclusive, ``None`` is open).

    ``scope`` is the set of killed, wounded, missing, captured, ``None`` when not stated;
    ``words`` are what the source calls it and ``evidence`` says how that is known, in English;
    ``said`` and ``translated`` are the same in other languages.
    """

    source: str
    metric: str
    start: date
    end: date | None
    scope: tuple[str, ...] | None
    words: str
    evidence: str
    translated: Mapping[str, str] = field(default_factory=dict, compare=False)
    said: Mapping[str, str] = field(default_factory=dict, compare=False)

    def words_in(self, language: str) -> str:
        """What the source calls it, in a language, else in English."""
        return self.said.get(language, self.words)

    def evidence_in(self, language: str) -> str:
        """How the definition is known, in a language, else in English."""
        return self.translated.get(language, self.evidence)

    def holds_on(self, day: date) -> bool:
        """Whether the definition was in use on ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Following:
    """A source's figures on a party's losses of a metric follow those of another source (``of``).

    From ``start`` to ``end`` (inclusive, ``None`` is open) a figure of the one that agrees with
    the other's is no second voice. ``evidence`` says how that is known and what the exceptions are.
    """

    source: str
    of: str
    metric: str
    party: str
    start: date
    end: date | None
    evidence: str
    translated: Mapping[str, str] = field(default_factory=dict, compare=False)

    def evidence_in(self, language: str) -> str:
        """The evidence in a language, else in English."""
        return self.translated.get(language, self.evidence)


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file that a publisher keeps at an address."""

    name: str
    address: str


FEEDS = ("page", "rss", "atom", "telegram", "dataset")


@dataclass(frozen=True, slots=True)
class Feed:
    """An address at which new reports of a source appear.

    ``kind`` is page (one text that changes), rss or atom, telegram (a channel's public web
    preview), or dataset. ``source`` speaks where a text names nobody. ``follow`` says that an
    entry's own page is read instead of what the feed tells of it. After ``stale_after`` hours
    without a new report the source counts as stale; ``None``: never. ``verified`` is false for
    an address that is public knowledge, but that nobody has fetched with this program: such a
    feed is looked at only when its source is named.
    """

    kind: str
    address: str
    source: str
    follow: bool = False
    stale_after: int | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a dataset holds, and between which days (inclusive) it may occur.

    ``role`` is figure, date, day (number of the war's day, to be checked), qualifier (a word
    that goes with the figure in column ``of``) or ignored, with the ``reason``.
    """

    name: str
    role: str
    metric: str | None = None
    scope: tuple[str, ...] | None = None
    first: date | None = None
    last: date | None = None
    of: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What a qualifier's word does to a figure: a hedge, or a bound (``low`` or ``high``)."""

    hedge: str | None = None
    bound: str | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Dataset:
    """How a dataset's records become claims: who says it, about whom, column by column."""

    claimant: str
    party: str
    basis: str
    columns: Mapping[str, Column]
    qualifiers: Mapping[str, Qualifier]


@dataclass(frozen=True, slots=True)
class SourceFolder:
    """One publisher: where it publishes, under which licence, what its words mean.

    ``whole_texts`` says that its licence lets whole texts go along in an export; without it
    an export carries quotes, places and hashes only.
    """

    id: str
    name: str
    home: str
    licence: str
    pages: tuple[str, ...] = ()
    files: tuple[RemoteFile, ...] = ()
    feeds: tuple[Feed, ...] = ()
    definitions: tuple[Definition, ...] = ()
    follows: tuple[Following, ...] = ()
    dataset: Dataset | None = None
    table: Table | None = None
    whole_texts: bool = False


@cache
def folders() -> Mapping[str, SourceFolder]:
    """All source folders by id, in alphabetical order."""
    here = files(__package__)
    tables = {
        place.name: place.joinpath("source.toml").read_text("utf-8")
        for place in here.iterdir()
        if place.is_dir() and place.joinpath("source.toml").is_file()
    }
    return MappingProxyType({name: parse_folder(name, tables[name]) for name in sorted(tables)})


def shares_whole_texts(source_id: str | None) -> bool:
    """Whether a publisher's whole texts may go along in an export; not when it is unknown."""
    held = folders().get(source_id or "")
    return held is not None and held.whole_texts


def folder(source_id: str) -> SourceFolder:
    """The folder of one source; ``daily-mirror`` finds ``daily_mirror``. Else ``NotFound``."""
    found = folders().get(source_id.replace("-", "_"))
    if found is None:
        known = ", ".join(folders())
        raise NotFound(f"source {source_id}", "there is no folder for it", f"known: {known}")
    return found


def definitions(source_id: str, metric: str) -> tuple[Definition, ...]:
    """The history of what a source means by a metric, oldest first; empty when not known."""
    held = folders().get(source_id)
    return tuple(d for d in held.definitions if d.metric == metric) if held else ()


def definitions_of(source_id: str) -> tuple[Definition, ...]:
    """Everything that a source meant by its words, by metric and time; empty when not known."""
    held = folders().get(source_id)
    return held.definitions if held else ()


def definition(source_id: str, metric: str, day: date) -> Definition | None:
    """What a source meant by a metric on a day, or ``None`` when not known."""
    return next((d for d in definitions(source_id, metric) if d.holds_on(day)), None)


def following(source_id: str, metric: str, party: str, day: date) -> Following | None:
    """Whose figures a source's own follow, by its table; ``None`` where they are not known to."""
    held = folders().get(source_id)
    for one in held.follows if held else ():
        open_ = one.start <= day and (one.end is None or day <= one.end)
        if open_ and (one.metric, one.party) == (metric, party):
            return one
    return None


def parse_folder(source_id: str, text: str) -> SourceFolder:
    """The text of one ``source.toml`` as a value; ``BadTable`` names what breaks the rules."""
    where = f"sources/{source_id}/source.toml"
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadTable(where, str(error), "mend the table") from error
    source = vocabulary.sources().get(source_id)
    if source is None:
        raise BadTable(where, f"{source_id} is not in vocabulary/sources.toml", "add it there")
    row = Row(where, raw)
    found = SourceFolder(
        id=source_id,
        name=source.name,
        home=_address(where, row.text("home")),
        licence=row.text("licence"),
        pages=tuple(_address(where, page) for page in row.take("pages", list, [])),
        files=tuple(_files(where, row.take("files", list, []))),
        feeds=tuple(_feeds(where, source_id, row.take("feeds", list, []))),
        definitions=_definitions(where, source_id, row.take("definitions", list, [])),
        follows=tuple(_follows(where, source_id, row.take("follows", list, []))),
        dataset=_dataset(where, row.take("dataset", dict, None)),
        whole_texts=row.take("whole_texts", bool, False),
        table=parse_table(where, row.take("table", dict, None)),
    )
    row.close()
    if found.dataset and found.table:
        raise BadTable(where, "has a dataset and a table", "one file form a folder")
    if any(feed.kind == "dataset" for feed in found.feeds) and not (found.dataset or found.table):
        raise BadTable(where, "has a feed of kind dataset, but no columns", "add [dataset]")
    return found


def _address(where: str, address: Any) -> str:
    if not isinstance(address, str) or not address.startswith("https://"):
        raise BadTable(where, f"{address!r} is no https address")
    return address


def _files(where: str, rows: list[Any]) -> Iterator[RemoteFile]:
    for number, raw in enumerate(rows, 1):
        row = Row(f"{where}, file {number}", raw)
        yield RemoteFile(row.text("name"), _address(row.where, row.text("address")))
        row.close()


def _feeds(where: str, source_id: str, rows: list[Any]) -> Iterator[Feed]:
    for number, raw in enumerate(rows, 1):
        row = Row(f"{where}, feed {number}", raw)
        hours = row.take("stale_after", int, None)
        if hours is not None and hours < 1:
            raise BadTable(row.where, "stale_after is a number of hours, at least 1")
        yield Feed(
            kind=row.one_of("kind", FEEDS),
            address=_address(row.where, row.text("address")),
            source=row.one_of("source", vocabulary.sources(), source_id),
            follow=row.take("follow", bool, False),
            stale_after=hours,
            verified=row.take("verified", bool, True),
        )
        row.close()


def _definitions(where: str, source_id: str, rows: list[Any]) -> tuple[Definition, ...]:
    found = [
        _definition(f"{where}, definition {n}", source_id, raw) for n, raw in enumerate(rows, 1)
    ]
    found.sort(key=lambda d: (d.metric, d.start))
    for earlier, later in pairwise(found):
        if earlier.metric == later.metric and (earlier.end is None or earlier.end >= later.start):
            raise BadTable(where, f"two definitions of {later.metric} on {later.start}")
    return tuple(found)


def _definition(where: str, source_id: str, raw: Mapping[str, Any]) -> Definition:
    row = Row(where, raw)
    metric = row.one_of("metric", vocabulary.metrics())
    start, end = row.take("from", date, None), row.take("to", date, None)
    if start is None or (end is not None and end < start):
        raise BadTable(where, "needs a 'from' day, and a 'to' day not before it")
    words, evidence = row.text("words"), row.text("evidence")
    translated = MappingProxyType(row.take("evidence_in", dict, {}))
    said = MappingProxyType(row.take("words_in", dict, {}))
    scope = row.scope()
    found = Definition(source_id, metric, start, end, scope, words, evidence, translated, said)
    row.close()
    return found


def _follows(where: str, source_id: str, rows: list[Any]) -> Iterator[Following]:
    for number, raw in enumerate(rows, 1):
        row = Row(f"{where}, follows {number}", raw)
        start, end = row.take("from", date, None), row.take("to", date, None)
        if start is None or (end is not None and end < start):
            raise BadTable(row.where, "needs a 'from' day, and a 'to' day not before it")
        of = row.one_of("source", vocabulary.sources())
        if of == source_id:
            raise BadTable(row.where, "a source does not follow itself")
        yield Following(
            source=source_id,
            of=of,
            metric=row.one_of("metric", vocabulary.metrics()),
            party=row.one_of("party", vocabulary.known_parties()),
            start=start,
            end=end,
            evidence=row.text("evidence"),
            translated=MappingProxyType(row.take("evidence_in", dict, {})),
        )
        row.close()


def _dataset(where: str, raw: Mapping[str, Any] | None) -> Dataset | None:
    if raw is None:
        return None
    row = Row(f"{where}, dataset", raw)
    qualifiers = row.take("qualifiers", dict, {})
    columns = row.take("columns", dict, {})
    found = Dataset(
        claimant=row.one_of("claimant", vocabulary.sources()),
        party=row.one_of("party", vocabulary.known_parties()),
        basis=row.one_of("basis", BASES),
        columns=MappingProxyType(
            {name: _column(f"{where}, column {name!r}", name, columns[name]) for name in columns}
        ),
        qualifiers=MappingProxyType(
            {
                word: _qualifier(f"{where}, qualifier {word!r}", qualifiers[word])
                for word in qualifiers
            }
        ),
    )
    row.close()
    _cross_check(row.where, found)
    return found


def _column(where: str, name: str, raw: Mapping[str, Any]) -> Column:
    row = Row(where, raw)
    role = row.one_of("role", ROLES, default="figure")
    column = Column(
        name,
        role,
        metric=row.one_of("metric", vocabulary.metrics()) if role == "figure" else None,
        scope=row.scope(),
        first=row.take("from", date, None),
        last=row.take("to", date, None),
        of=row.text("of") if role == "qualifier" else None,
        reason="" if role in ("figure", "qualifier") else row.text("reason"),
    )
    row.close()
    return column


def _qualifier(where: str, raw: Mapping[str, Any]) -> Qualifier:
    row = Row(where, raw)
    found = Qualifier(
        hedge=row.one_of("hedge", ("about", "nearly", "vague")) if "hedge" in raw else None,
        bound=row.one_of("bound", ("low", "high")) if "bound" in raw else None,
        strict=row.take("strict", bool, False),
    )
    row.close()
    return found


def _cross_check(where: str, dataset: Dataset) -> None:
    """One date column, and every qualifier beside a figure."""
    columns = dataset.columns.values()
    if sum(column.role == "date" for column in columns) != 1:
        raise BadTable(where, "needs exactly one column with the role 'date'")
    for column in columns:
        other = dataset.columns.get(column.of) if column.of else None
        if column.role == "qualifier" and (other is None or other.role != "figure"):
            raise BadTable(where, f"column {column.name!r} qualifies no figure: {column.of!r}")
