"""Proofs that can be handed to someone who does not have the ledger."""

from sqlalchemy import Connection, select

from lossledger.errors import NotFound
from lossledger.ledger import rows
from lossledger.ledger.merkle import Frontier, consistency_proof, inclusion_proof
from lossledger.ledger.schema import claims, log
from lossledger.model import Json


def prove_claim(connection: Connection, key: str, size: int) -> Json:
    """The claim's row as it was hashed, its place in the log and the hashes up to the root.

    The log is that of its first ``size`` rows.
    """
    wanted = [claims.c[name] for name in (*rows.CLAIM_COLUMNS, "recorded_at", "seq")]
    row = connection.execute(select(*wanted).where(claims.c.id == key)).one()
    width, leaves = len(rows.CLAIM_COLUMNS), _leaves(connection, size)
    line = rows.leaf_start("claim", row[:width]) + rows.leaf_end(row[width])
    return {
        "proof": "inclusion",
        "rows": len(leaves),
        "root": _root(leaves),
        "index": row[-1],
        "row": line.decode(),
        "path": [step.hex() for step in inclusion_proof(leaves, row[-1])],
    }


def prove_growth(connection: Connection, old: int, size: int) -> Json:
    """The roots of the first ``old`` rows and of ``size``, and that the one grew into the other."""
    leaves = _leaves(connection, size)
    if not 0 < old <= len(leaves):
        raise NotFound(f"{old} rows", f"the ledger has {len(leaves)}")
    return {
        "proof": "consistency",
        "old_rows": old,
        "old_root": _root(leaves[:old]),
        "rows": len(leaves),
        "root": _root(leaves),
        "path": [step.hex() for step in consistency_proof(leaves, old)],
    }


def _leaves(connection: Connection, size: int) -> list[bytes]:
    query = select(log.c.leaf).where(log.c.seq < size)
    return list(connection.scalars(query.order_by(log.c.seq)))


def _root(leaves: list[bytes]) -> str:
    return Frontier().grown(leaves).root.hex()
