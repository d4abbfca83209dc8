"""Ledgers of the first schema hashed a row under another name of its kind: hash them as now.

That schema had neither exports nor checkpoints, so nobody holds an earlier root. What it
holds is first shown to be as it was written; what is not is told as damage and left alone.
There was no such ledger on a server.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from lossledger.errors import LedgerError
from lossledger.ledger import rows
from lossledger.ledger.merkle import Frontier, leaf_hash
from lossledger.ledger.schema import claims, documents, heads, log, readings, sqlite_guards

_THEN, _NOW = b'{"kind":', b'{"row":'
_KINDS = {"document": documents, "reading": readings, "claim": claims}


def hashed_as_now(connection: Connection, where: str) -> None:
    """Give each row of a ledger of the first schema its leaf of today, and each head its root."""
    query = select(log.c.seq, log.c.leaf)
    then = {row[0]: row[1] for row in connection.execute(query)}
    now = _leaves(connection, _NOW)
    if then == now:
        return
    known = connection.execute(select(heads.c.size, heads.c.root).order_by(heads.c.size))
    stops = [(size, root) for size, root in known]
    if then != _leaves(connection, _THEN) or not _follow(then, stops):
        what = "is damaged: a row is not as an earlier program wrote it"
        raise LedgerError(where, what, "use a copy of it")
    guards = {sql.split()[2]: sql for sql in sqlite_guards((log, heads)) if "_no_update" in sql}
    for name in guards:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    for seq, leaf in now.items():
        connection.execute(update(log).where(log.c.seq == seq).values(leaf=leaf))
    grown = Frontier()
    for size, _ in stops:
        grown = grown.grown(now[seq] for seq in range(grown.size, size))
        head = update(heads).where(heads.c.size == size)
        connection.execute(head.values(root=grown.root, frontier=grown.packed()))
    for guard in guards.values():
        connection.exec_driver_sql(guard)


def _leaves(connection: Connection, name: bytes) -> dict[int, bytes]:
    """The leaf of each row by its place, with its kind under this name."""
    found = {}
    for kind, table in _KINDS.items():
        columns = [table.c[column] for column in (*rows.COLUMNS[kind], "recorded_at", "seq")]
        for *row, recorded_at, seq in connection.execute(select(*columns)):
            line = rows.leaf_start(kind, row) + rows.leaf_end(recorded_at)
            found[seq] = leaf_hash(name + line.removeprefix(_NOW))
    return found


def _follow(leaves: dict[int, bytes], stops: Iterable[tuple[int, bytes]]) -> bool:
    """Whether each head follows from the leaves, and no leaf is outside of the last one."""
    grown = Frontier()
    for size, root in stops:
        if any(seq not in leaves for seq in range(grown.size, size)):
            return False
        grown = grown.grown(leaves[seq] for seq in range(grown.size, size))
        if grown.root != root:
            return False
    return len(leaves) == grown.size
