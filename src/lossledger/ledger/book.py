"""The ledger itself: append readings, ask for claims as known at a moment.

Every method opens its own short transaction. Readers see whole appends only and are never
blocked; writers wait for each other.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar, cast

from sqlalchemy import Connection, Engine, Select, func, select
from sqlalchemy.sql import ColumnElement

from lossledger.errors import LedgerError, NotFound
from lossledger.ledger import beside, rows
from lossledger.ledger.answers import (
    MARKS,
    Appended,
    Coverage,
    Event,
    Head,
    Held,
    Mark,
    Verified,
)
from lossledger.ledger.checkpoint import Checkpoint
from lossledger.ledger.contents import fetch_from
from lossledger.ledger.moving import Keep, export, import_lines
from lossledger.ledger.opening import WRITES, sense, told, turn
from lossledger.ledger.proving import prove_claim, prove_growth
from lossledger.ledger.schema import claims, documents, fetches, marks
from lossledger.ledger.standing import known, standing
from lossledger.ledger.verifying import verify
from lossledger.ledger.versions import (
    Change,
    Version,
    append_version,
    refuse_the_past,
    version_changes,
)
from lossledger.ledger.writing import append, head, note_fetch, prepared
from lossledger.model import Claim, Document, Figure, Json, Reading, Statement

_CLAIM = [claims.c[name] for name in rows.CLAIM_COLUMNS]
_FIGURE = [claims.c[name] for name in rows.FIGURE_COLUMNS]
_MARK = [marks.c[name] for name in (*rows.MARK_COLUMNS, "recorded_at")]
_ANY_MARK = select(marks.c.seq).limit(1)
_DOCUMENT = [documents.c[name] for name in (*rows.DOCUMENT_COLUMNS, *rows.PACKED_COLUMNS)]
_day_told = func.coalesce(claims.c.report_date, claims.c.as_of, claims.c.period_end)

_AS_INDEXED = [
    *(claims.c[k].nulls_first() for k in ("party", "claimant", "report_date")),
    claims.c.seq,
]
"""The order that the index already has: sorting the rest in Python is the faster way."""


P = ParamSpec("P")
T = TypeVar("T")


def _answer(method: Callable[Concatenate["Ledger", P], T]) -> Callable[Concatenate["Ledger", P], T]:
    """An answer out of rows, never later than ``until``; what makes no sense is told as damage."""

    @wraps(method)
    def answered(self: "Ledger", /, *args: P.args, **named: P.kwargs) -> T:
        if self.until is not None:
            asked = cast("datetime | None", named.get("as_of"))
            named["as_of"] = self.until if asked is None else min(self.until, asked)
        with sense(self.where):
            return method(self, *args, **named)

    return answered


class Ledger:
    """What was said and when we learned it. Use it in a ``with`` block, or ``close`` it.

    Every answer takes ``as_of``: rows recorded after that moment are invisible to it, so that
    it gives what the ledger knew then; ``None`` is all that it knows.
    """

    def __init__(self, engine: Engine, where: str | Path, until: datetime | None = None) -> None:
        self._engine = engine
        self.where = str(where)
        self.until = until

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def then(self, moment: datetime) -> "Ledger":
        """This ledger as it was at a moment, to read only: as if nothing was recorded since."""
        until = moment if self.until is None else min(self.until, moment)
        return Ledger(self._engine, self.where, until)

    def close(self) -> None:
        """Let go of the store; the ledger can be opened again."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.until is not None:
            raise LedgerError(self.where, f"is opened as of {self.until}, to read only")
        with (
            told(self.where),
            turn(self.where),
            self._engine.connect().execution_options(**{WRITES: True}) as connection,
            connection.begin(),
        ):
            yield connection

    def append(
        self,
        readings: Iterable[Reading],
        *,
        recorded_at: datetime,
        on_progress: Callable[[int], None] | None = None,
        marks: Iterable[Mark] = (),
        got: Mapping[str, Json] | None = None,
    ) -> Appended:
        """Keep these readings, all of them or none; what is known already is not added again.

        ``marks`` are kept with them: which earlier claims the new ones replace, and why.
        ``got`` says how documents were got (address, headers, tool), by their ids.

        ``recorded_at`` is now, by the caller's clock. The ledger's time only runs forward: a
        moment that is not after that of the last append counts as the microsecond after it, so
        that an answer as of that append stays as it was. ``on_progress`` is told how many
        claims were written so far.
        """
        with told(self.where):
            ready = [prepared(reading) for reading in readings]
        with self._writing() as connection:
            return append(connection, ready, recorded_at, on_progress, _checked(marks), got)

    def append_version(
        self,
        reading: Reading,
        *,
        recorded_at: datetime,
        by: str,
        reason: str,
        kind: str = "mirror_corrected",
        gone: Collection[date] | None = None,
    ) -> Appended:
        """Keep what this version of a dataset changes; see ``append_versions``."""
        return self.append_versions(
            [Version(reading, gone)], recorded_at=recorded_at, by=by, reason=reason, kind=kind
        )

    def append_versions(
        self,
        versions: Sequence[Version],
        *,
        recorded_at: datetime,
        by: str,
        reason: str,
        kind: str = "mirror_corrected",
        dated: bool = True,
        on_progress: Callable[[int], None] | None = None,
    ) -> Appended:
        """Keep what these versions of datasets change, all or none; what they repeat is free.

        A figure that differs from what its outlet said in the same cell becomes a new claim,
        and the claim it replaces gets a mark of this ``kind``; a cell that a version leaves
        out is marked too. ``recorded_at`` is the versions' moment; one before the ledger's
        last row is refused (``LedgerError``), as it would change what the ledger said before;
        several may have the same moment. Versions that are not ``dated`` came just now, and
        their moment counts as in ``append``.
        """
        change = Change(kind, reason, by)
        _checked([Mark(kind, v.reading.document.id, reason, by) for v in versions])
        with self._writing() as connection:
            if dated:
                refuse_the_past(connection, recorded_at)
            done = [
                append_version(connection, v, recorded_at, change, on_progress, dated=dated)
                for v in versions
            ]
        return Appended._make(sum(part) for part in zip(*done, strict=True))

    def version_changes(
        self, version: Version, *, by: str, reason: str, kind: str
    ) -> tuple[frozenset[str], tuple[Mark, ...]]:
        """What ``append_versions`` would add: ids of new claims, marks on those they replace.

        To be asked before, by whoever has to tell of it first; nothing is written.
        """
        with sense(self.where), self._reading() as connection:
            return version_changes(connection, version, Change(kind, reason, by))

    def mark(self, mark: Mark, *, recorded_at: datetime) -> bool:
        """Put a mark on a claim; whether it was new. ``NotFound`` for an unknown claim.

        A claim that is retracted, misread or replaced stays in the ledger and in ``claims``;
        ``figures`` leave it out from this moment on.
        """
        keys = [key for key in (mark.claim, mark.replacement) if key is not None]
        for key in keys:
            if key not in self.recorded([key]):
                raise NotFound(key, "no claim has this id")
        with self._writing() as connection:
            size = head(connection)[0].size
            append(connection, (), recorded_at, marks=_checked([mark]))
            return head(connection)[0].size > size

    def note_fetch(self, document: str, how: Json, *, recorded_at: datetime) -> bool:
        """Keep how a document was got (address, redirects, headers, tool); whether it was new."""
        with self._writing() as connection:
            return note_fetch(connection, rows.fetch_row(document, how), recorded_at)

    @_answer
    def fetches(
        self, document: str, *, as_of: datetime | None = None
    ) -> list[tuple[Json, datetime]]:
        """How and when the ledger was told that this document was got."""
        query = select(fetches.c.how, fetches.c.recorded_at).where(fetches.c.document == document)
        query = query.where(*_known(as_of, fetches.c.recorded_at))
        found = self._all(query.order_by(fetches.c.seq))
        return [(json.loads(how), rows.moment_of(moment)) for how, moment in found]

    @_answer
    def fetch_records(self, *, as_of: datetime | None = None) -> list[tuple[str, Json, datetime]]:
        """How every document was got: its id, the record, and when it was kept, in their order."""
        query = select(fetches.c.document, fetches.c.how, fetches.c.recorded_at)
        query = query.where(*_known(as_of, fetches.c.recorded_at))
        found = self._all(query.order_by(fetches.c.seq))
        return [(key, json.loads(how), rows.moment_of(moment)) for key, how, moment in found]

    @_answer
    def marks(
        self, claim_ids: Iterable[str] | None = None, *, as_of: datetime | None = None
    ) -> list[Mark]:
        """The marks on these claims, or on all, in the order in which they were recorded."""
        query = select(*_MARK).where(*_known(as_of, marks.c.recorded_at)).order_by(marks.c.seq)
        if claim_ids is None:
            return [rows.mark_of(row) for row in self._all(query)]
        wanted = list(dict.fromkeys(claim_ids))
        parts = (wanted[k : k + 500] for k in range(0, len(wanted), 500))
        found = (self._all(query.where(marks.c.claim.in_(part))) for part in parts)
        return [rows.mark_of(row) for part in found for row in part]

    @_answer
    def history(self, prefix: str, *, as_of: datetime | None = None) -> list[Event]:
        """The whole story of a claim: what it replaced, what replaced it, and who said so."""
        return self._story([self.claim(prefix, as_of=as_of)], as_of)

    @_answer
    def history_of_day(
        self,
        metric: str,
        day: date,
        *,
        party: str | None = None,
        claimant: str | None = None,
        as_of: datetime | None = None,
    ) -> list[Event]:
        """The story of a figure of a series: all claims of a report date, with their marks."""
        claims = self.claims(
            metric=metric, party=party, claimant=claimant, since=day, until=day, as_of=as_of
        )
        return self._story(claims, as_of)

    def _story(self, known: Iterable[Claim], as_of: datetime | None) -> list[Event]:
        """The claims and all that marks tie to them, in the order in which they were recorded."""
        found: dict[str, Claim] = {}
        said: dict[Mark, None] = {}
        waiting = {claim.id: claim for claim in known}
        while waiting:
            found |= waiting
            for mark in self._marks_around(waiting, as_of):
                said[mark] = None
            tied = {key for mark in said for key in (mark.claim, mark.replacement) if key}
            waiting = {key: self.claim(key, as_of=as_of) for key in tied - set(found)}
        moments = self.recorded(found)
        told = [Event(moments[key], "recorded", claim) for key, claim in found.items()]
        marked = [Event(_moment(m), m.kind, found[m.claim], m) for m in said]
        return sorted(told + marked, key=lambda event: event.recorded_at)

    def _marks_around(self, keys: Iterable[str], as_of: datetime | None) -> list[Mark]:
        some = list(keys)
        tied = marks.c.claim.in_(some) | marks.c.replacement.in_(some)
        query = select(*_MARK).where(tied, *_known(as_of, marks.c.recorded_at))
        return [rows.mark_of(row) for row in self._all(query.order_by(marks.c.seq))]

    def verify(self, checkpoint: Checkpoint | None = None) -> Verified:
        """Hold every row, document and head against the log, and the log against a checkpoint.

        Names whatever was changed, deleted, inserted or put in another order since it was
        written. Someone who rewrites the whole ledger is found by a checkpoint kept elsewhere.
        A sound ledger as it was tells its size and root then.
        """
        with self._reading() as connection:
            found = verify(connection, checkpoint)
        if self.until is None or not found.sound:
            return found
        head, number = self.head(), len(self.documents())
        return found._replace(
            rows=head.size if head else 0, root=head.root if head else "", documents=number
        )

    @_answer
    def claims(
        self,
        *,
        metric: str | None = None,
        party: str | None = None,
        claimant: str | None = None,
        relay: str | None = None,
        document: str | None = None,
        value: int | None = None,
        since: date | None = None,
        until: date | None = None,
        as_of: datetime | None = None,
    ) -> list[Claim]:
        """The claims that fit, by their day and their order in the ledger.

        ``value`` matches either bound. ``since`` and ``until`` (inclusive) look at the report
        date, else the day of the state described, else the end of the period. ``relay`` is
        any of those who passed the figure on.
        """
        tests = _fits(metric=metric, party=party, claimant=claimant, document=document)
        if value is not None:
            tests.append((claims.c.low == value) | (claims.c.high == value))
        if since is not None:
            tests.append(_day_told >= since.isoformat())
        if until is not None:
            tests.append(_day_told <= until.isoformat())
        query = select(*_CLAIM).where(*tests, *_known(as_of)).order_by(*_in_order(_day_told))
        with self._reading() as connection:
            found = [rows.claim_of(row) for row in connection.execute(query)]
            fit = [claim for claim in found if relay is None or relay in claim.relays]
            return beside.with_places(connection, fit, as_of)

    @_answer
    def statements(
        self,
        *,
        document: str | None = None,
        claimant: str | None = None,
        kind: str | None = None,
        since: date | None = None,
        until: date | None = None,
        as_of: datetime | None = None,
    ) -> list[Statement]:
        """Quotations, assessments and verification notes, by the day on which they were said."""
        equal = {"document": document, "claimant": claimant, "kind": kind}
        with self._reading() as connection:
            return beside.statements_held(connection, equal, since, until, as_of)

    @_answer
    def doubtful(self, *, limit: int | None = None, as_of: datetime | None = None) -> list[Claim]:
        """The claims that need a person and that nobody has decided on, in their order."""
        with self._reading() as connection:
            return beside.doubtful(connection, limit, as_of)

    @_answer
    def claim(self, prefix: str, *, as_of: datetime | None = None) -> Claim:
        """The claim whose id is, or alone begins with, ``prefix``; ``NotFound`` otherwise."""
        starts = claims.c.id.startswith(prefix, autoescape=True)
        if prefix:
            starts &= claims.c.id >= prefix
        query = select(*_CLAIM).where(starts, *_known(as_of)).limit(2)
        found = self._all(query)
        if not found or not prefix:
            raise NotFound(prefix or "an empty id", "no claim has this id")
        if len(found) > 1:
            raise NotFound(prefix, "several claims' ids begin like this", "give more of the id")
        with self._reading() as connection:
            return beside.with_places(connection, [rows.claim_of(found[0])], as_of)[0]

    @_answer
    def recorded(
        self, claim_ids: Iterable[str], *, as_of: datetime | None = None
    ) -> dict[str, datetime]:
        """When each of these claims was recorded; unknown ids are left out."""
        wanted, found = list(dict.fromkeys(claim_ids)), {}
        for k in range(0, len(wanted), 500):
            part = (claims.c.id.in_(wanted[k : k + 500]), *_known(as_of))
            for key, moment in self._all(select(claims.c.id, claims.c.recorded_at).where(*part)):
                found[key] = rows.moment_of(moment)
        return found

    @_answer
    def document(self, key: str, *, as_of: datetime | None = None) -> Document:
        """The document with this id, with its bytes and text; ``NotFound`` if there is none."""
        query = select(*_DOCUMENT).where(documents.c.id == key)
        query = query.where(*_known(as_of, documents.c.recorded_at))
        with self._reading() as connection:
            found = connection.execute(query).first()
            if found is None:
                raise NotFound(key, "no document has this id")
            return rows.document_of(found, fetch_from(connection))

    @_answer
    def documents(self, *, as_of: datetime | None = None) -> list[Held]:
        """The documents held, in the order in which they were recorded."""
        counts = (
            select(claims.c.document, func.count().label("n"))
            .where(*_known(as_of))
            .group_by(claims.c.document)
            .subquery()
        )
        about = [documents.c[name] for name in rows.DOCUMENT_COLUMNS[:12]]
        query = (
            select(*about, func.coalesce(counts.c.n, 0), documents.c.recorded_at)
            .outerjoin_from(documents, counts, counts.c.document == documents.c.id)
            .where(*_known(as_of, documents.c.recorded_at))
            .order_by(documents.c.seq)
        )
        return [_held(row) for row in self._all(query)]

    @_answer
    def figures(
        self,
        metric: str,
        party: str | None = None,
        claimant: str | None = None,
        as_of: datetime | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Figure]:
        """The claims of one metric as light rows, by report date; undated ones come first.

        Claims that a mark took out (retracted, misread, replaced) are left out. Those of one
        date follow by party, claimant and their order in the ledger. With ``since`` or ``until``
        only those of reports dated that day or later, or earlier, are given.
        """
        tests = _fits(metric=metric, party=party, claimant=claimant)
        if since is not None:
            tests.append(claims.c.report_date >= since.isoformat())
        if until is not None:
            tests.append(claims.c.report_date <= until.isoformat())
        query = select(*_FIGURE).where(*tests, *_known(as_of)).order_by(*_AS_INDEXED)
        with self._reading() as connection:
            if connection.execute(_ANY_MARK).first() is not None:
                query = query.where(standing(as_of))
            found = list(map(rows.figure_of, connection.execute(query)))
        found.sort(key=lambda figure: figure.report_date or date.min)
        return found

    @_answer
    def metrics(self, *, as_of: datetime | None = None) -> list[str]:
        """The metrics that the ledger holds claims of, by name."""
        query = select(claims.c.metric).where(*_known(as_of)).distinct()
        return sorted(row[0] for row in self._all(query))

    @_answer
    def coverage(self, *, as_of: datetime | None = None) -> list[Coverage]:
        """Whose figures of which metric the ledger holds, through whom and for which days."""
        keys = [claims.c[k] for k in ("claimant", "party", "metric", "relays", "outlet")]
        day = claims.c.report_date
        query = (
            select(*keys, func.min(day), func.max(day), func.count())
            .where(*_known(as_of))
            .group_by(*keys)
        )
        return _covered(self._all(query))

    @_answer
    def head(self, *, as_of: datetime | None = None) -> Head | None:
        """The log after the last append; ``None`` when nothing was appended yet."""
        with self._reading() as connection:
            frontier, moment = head(connection, as_of)
        return Head(frontier.size, frontier.root.hex(), rows.moment_of(moment)) if moment else None

    def export(self, whole: Keep | None = None, *, as_of: datetime | None = None) -> Iterator[str]:
        """The whole ledger as lines of JSON, without line ends; see ``moving.py``.

        ``whole`` is asked with each document's row whether its text goes along; without it
        all do. Ids and root are the same either way.
        """
        until = min((m for m in (as_of, self.until) if m is not None), default=None)
        with sense(self.where), self._reading() as connection:
            yield from export(connection, whole, until)

    def import_lines(self, lines: Iterable[str], *, where: str = "export") -> int:
        """Take over the lines of an export, all or none; the number of rows it holds.

        The ledger must be empty or hold the beginning of the same log (``LedgerError``). A
        line that was changed raises ``BadInput`` with its number.
        """
        with self._writing() as connection:
            return import_lines(connection, lines, where)

    def checkpoint(self, *, as_of: datetime | None = None) -> Checkpoint:
        """The head of the log, to be signed and kept; ``NotFound`` for an empty ledger."""
        head = self.head(as_of=as_of)
        if head is None:
            raise NotFound(self.where, "there is nothing in the ledger to keep a checkpoint of")
        return Checkpoint(head.size, head.root, head.written_at)

    @_answer
    def prove(self, prefix: str, *, as_of: datetime | None = None) -> Json:
        """A proof that a claim is in the ledger: its row, its place, and the way to the root."""
        key = self.claim(prefix, as_of=as_of).id
        with self._reading() as connection:
            return prove_claim(connection, key, head(connection, as_of)[0].size)

    @_answer
    def prove_since(self, size: int, *, as_of: datetime | None = None) -> Json:
        """A proof that the ledger still begins with its first ``size`` rows."""
        with self._reading() as connection:
            return prove_growth(connection, size, head(connection, as_of)[0].size)

    def _all(self, query: Select[Any]) -> Sequence[Any]:
        with self._reading() as connection:
            return connection.execute(query).all()


def _checked(given: Iterable[Mark]) -> list[Mark]:
    """The marks, if each is of a known kind and says why and who."""
    checked = list(given)
    for mark in checked:
        if mark.kind not in MARKS:
            what = f"{mark.kind!r} is no kind of mark"
            raise LedgerError(f"mark on {mark.claim}", what, f"use one of {', '.join(MARKS)}")
        if not mark.reason.strip() or not mark.by.strip():
            raise LedgerError(f"mark on {mark.claim}", "needs a reason and a name")
    return checked


def _moment(mark: Mark) -> datetime:
    assert mark.recorded_at is not None
    return mark.recorded_at


def _fits(**wanted: str | None) -> list[ColumnElement[bool]]:
    return [claims.c[name] == value for name, value in wanted.items() if value is not None]


def _known(
    as_of: datetime | None, column: ColumnElement[str] = claims.c.recorded_at
) -> list[ColumnElement[bool]]:
    return known(as_of, column)


def _in_order(day: ColumnElement[Any]) -> tuple[ColumnElement[Any], ...]:
    return (day.nulls_first(), claims.c.seq)


def _held(row: Sequence[Any]) -> Held:
    about = dict(zip(Held._fields, row, strict=True))
    for name in ("published_at", "retrieved_at", "recorded_at"):
        about[name] = datetime.fromisoformat(about[name]) if about[name] is not None else None
    about["report_date"] = rows.day_of(about["report_date"])
    return Held(**about)


def _covered(groups: Iterable[Sequence[Any]]) -> list[Coverage]:
    """Groups by outlet and relays, joined where the figure came through the same hands."""
    found: dict[tuple[Any, ...], tuple[list[str], int]] = {}
    for claimant, party, metric, relays, outlet, first, last, count in groups:
        key = (claimant, party, metric, rows.via_of(relays, outlet))
        days, number = found.get(key, ([], 0))
        found[key] = ([*days, *(d for d in (first, last) if d is not None)], number + count)
    covered = [
        Coverage._make((*key, *(rows.day_of(pick(d, default=None)) for pick in (min, max)), n))
        for key, (d, n) in found.items()
    ]
    return sorted(covered, key=lambda row: [part or "" for part in row[:4]])
