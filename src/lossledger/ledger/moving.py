"""A whole ledger as lines of JSON, and back with the same ids and the same root.

Each row is a line that is its leaf, byte for byte, in the order of the log. Between them stand
lines that are no leaves: ``content`` (a document's bytes, text and layout) and ``head`` (the
log's size, root and moment after each append). The bytes of a dataset's version may be given by
what they change: ``content`` then stands between the ``first`` and ``last`` bytes of ``base``,
an earlier document of the file, whose line says ``"next": true``. Whoever holds the file can
hash it again with nothing but SHA-256; ``verify/`` ships a program that does.
"""

import base64
import heapq
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select

from lossledger.errors import BadInput, LedgerError
from lossledger.ledger import rows
from lossledger.ledger.contents import BASE_ENDS, Step, base_in, fetch_from, step_in, unpacked
from lossledger.ledger.merkle import Frontier, leaf_hash
from lossledger.ledger.schema import LEAVES, documents, heads
from lossledger.ledger.writing import Entry, head, write_batch
from lossledger.model import Json

_NONSENSE = (LookupError, TypeError, ValueError, OverflowError, RecursionError, zlib.error)

Keep = Callable[[Json], bool]


def export(
    connection: Connection, whole: Keep | None = None, as_of: datetime | None = None
) -> Iterator[str]:
    """The ledger's lines; ``whole`` says of a document's row whether its text may go along.

    With ``as_of`` the lines are those that an export would have had at that moment.
    """
    frontier, moment = head(connection, as_of)
    yield rows.encode({"row": "ledger", "format": 1, "rows": frontier.size, "at": moment})
    known = select(heads).where(heads.c.size <= frontier.size)
    stops = list(connection.execute(known.order_by(heads.c.size)))[::-1]
    bases, sent = _bases(connection, frontier.size), set[str]()
    for seq, kind, row, recorded_at in _all_rows(connection, frontier.size):
        start = rows.leaf_start(kind, row)
        yield (start + rows.leaf_end(recorded_at)).decode()
        if kind == "document" and (whole is None or whole(json.loads(start + b"}"))):
            yield from _content(connection, row[0], bases, sent)
        while stops and stops[-1].size == seq + 1:
            yield _head_line(stops.pop())


def _all_rows(connection: Connection, size: int) -> Iterator[tuple[int, str, Sequence[Any], str]]:
    """The first ``size`` rows, of every kind, in the order of the log."""
    return heapq.merge(*(_table_rows(connection, kind, LEAVES[kind], size) for kind in LEAVES))


def _table_rows(
    connection: Connection, kind: str, table: Table, size: int
) -> Iterator[tuple[int, str, Sequence[Any], str]]:
    wanted = [table.c[name] for name in ("seq", *rows.COLUMNS[kind], "recorded_at")]
    last = -1
    while True:
        # By portions, so that no store has to keep several results open on one connection.
        part = (table.c.seq > last, table.c.seq < size)
        query = select(*wanted).where(*part).order_by(table.c.seq).limit(2000)
        found = connection.execute(query).all()
        for seq, *row, recorded_at in found:
            yield seq, kind, row, recorded_at
        if len(found) < 2000:
            return
        last = found[-1][0]


def _bases(connection: Connection, size: int) -> set[str]:
    """The documents that a later version builds on, among the first ``size`` rows."""
    start = func.substr(documents.c.content, 1, BASE_ENDS)
    query = select(start).where(documents.c.content.is_not(None), documents.c.seq < size)
    return {base for (part,) in connection.execute(query) if (base := base_in(bytes(part)))}


def _content(connection: Connection, key: str, bases: set[str], sent: set[str]) -> Iterator[str]:
    packed = [documents.c[name] for name in rows.PACKED_COLUMNS]
    content, text, layout = connection.execute(select(*packed).where(documents.c.id == key)).one()
    if content is None or layout is None:
        return
    step = step_in(content)
    if step is not None and step.base in sent:
        how = {"base": step.base, "first": step.first, "last": step.last}
        plain = step.between
    else:
        how, plain = {}, unpacked(content, fetch_from(connection))
    sent.add(key)
    yield rows.encode(
        {
            "row": "content",
            "document": key,
            **how,
            "content": base64.b64encode(plain).decode(),
            "text": unpacked(text).decode() if text is not None else None,
            "layout": unpacked(layout).decode(),
            **({"next": True} if key in bases else {}),
        }
    )


def _head_line(stop: Any) -> str:
    return rows.encode(
        {"row": "head", "rows": stop.size, "root": stop.root.hex(), "at": stop.written_at}
    )


def import_lines(connection: Connection, lines: Iterable[str], where: str) -> int:
    """Write the lines of an export that the ledger does not hold yet; the number of new rows.

    The ledger must be empty, or hold the beginning of the same log. A line that was changed,
    or a root that does not follow from the lines, raises ``BadInput``; the caller's
    transaction leaves nothing of it.
    """
    have = head(connection)[0]
    written = Frontier()
    for batch in _batches(lines, where):
        grown = written.grown(leaf_hash(e.start + rows.leaf_end(batch.moment)) for e in batch.new)
        if grown.root.hex() != batch.root or grown.size != batch.size:
            raise BadInput(f"{where}, line {batch.line}", "the root does not follow from the rows")
        if grown.size > have.size:
            if written.size < have.size or written.root != have.root:
                raise LedgerError(where, "is of another ledger", "import it into a new one")
            have = write_batch(connection, written, batch.new, batch.moment)
        written = grown
    if written.root != have.root:
        raise LedgerError(where, "is of another ledger, or older", "import it into a new one")
    return written.size


class _Batch(NamedTuple):
    """The rows of one append as an export gives them, with the head that follows them."""

    line: int
    new: list[Entry]
    size: int
    root: str
    moment: str


def _batches(lines: Iterable[str], where: str) -> Iterator[_Batch]:
    """The appends that the lines tell of, in their order."""
    announced = size = 0
    new: list[Entry] = []
    held: dict[str, tuple[bytes, int]] = {}
    for number, line in enumerate(lines, 1):
        place, text = f"{where}, line {number}", line.rstrip("\r\n")
        try:
            about = json.loads(text)
            if number == 1:
                announced = _announced(place, about)
            elif about["row"] == "content":
                new[-1] = _filled(new[-1], about, held)
            elif about["row"] == "head":
                size = about["rows"]
                yield _Batch(number, new, size, about["root"], about["at"])
                new = []
            else:
                new.append(_entry(text, about))
        except _NONSENSE as error:
            raise BadInput(place, "is no line of an export, or was changed") from error
    if new or size != announced:
        raise BadInput(where, f"is cut: it holds {size} of {announced} rows")


def _announced(place: str, about: Json) -> int:
    if about["row"] != "ledger":
        raise BadInput(place, "is no export of a ledger")
    if about["format"] != 1:
        what = f"is in format {about['format']}, this program knows 1"
        raise BadInput(place, what, "update lossledger")
    return int(about["rows"])


def _entry(text: str, about: Json) -> Entry:
    """A row from its line, which must be its leaf byte for byte."""
    kind, row, moment = rows.row_of_leaf(about)
    start = rows.leaf_start(kind, row)
    if (start + rows.leaf_end(moment)).decode() != text:
        raise ValueError(text[:80])
    packed = (None,) * len(rows.PACKED_COLUMNS) if kind == "document" else ()
    return Entry(kind, row, start, packed)


def _filled(waiting: Entry, about: Json, held: dict[str, tuple[bytes, int]]) -> Entry:
    """A document with its bytes, text and layout, each held against its hash.

    ``held`` are the documents that a later one builds on: their bytes, and how many steps deep.
    """
    content, layout = base64.b64decode(about["content"], validate=True), about["layout"].encode()
    text = about["text"].encode() if about["text"] is not None else None
    packed, depth = zlib.compress(content), 0
    if "base" in about:
        base, depth = held.pop(about["base"])
        depth += 1
        step = Step(about["base"], depth, about["first"], about["last"], content)
        content, packed = step.on(base), step.packed()
    known = dict(zip(rows.DOCUMENT_COLUMNS, waiting.row, strict=True))
    if (
        about["document"] != known["id"]
        or sha256(content).hexdigest() != known["id"]
        or sha256(content if text is None else text).hexdigest() != known["text_hash"]
        or sha256(layout).hexdigest() != known["layout_hash"]
    ):
        raise ValueError(about["document"])
    if about.get("next"):
        held[about["document"]] = content, depth
    beside = (None if part is None else zlib.compress(part) for part in (text, layout))
    return waiting._replace(packed=(packed, *beside))
