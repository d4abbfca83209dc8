"""Change a ledger in every way that we know of: is every change of meaning named?

    python tests/faults/tampering.py [--flips N] [--bits N] [--claims N] [--seed N] [--short]

Every byte of a small ledger (on pages of 512 bytes) is changed in one bit, and the file is cut
at every byte; random bits of a large one are flipped. Someone who takes the guards away and
puts them back deletes each row, exchanges each two neighbours, and rolls the ledger back to
each earlier head (which only a checkpoint that was kept can show). ``--flips`` takes a sample
of the small ledger's bytes instead of all. Ends with 1 when any change of meaning passed in
silence.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from multiprocessing import Pool
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

from ledger_samples import NOON, a_claim, a_document
from test_ledger_verify import TABLES, fill, meaning, silent, tampered, troubles

from lossledger.ledger import open_ledger, opening
from lossledger.model import Reading, Span

Damage = tuple[str, int, int]


@contextmanager
def one_engine() -> Iterator[None]:
    """All ledgers of a process through one engine, which costs half of a small ledger's time."""
    make, held = opening.create_engine, dict[str, Any]()

    def once(*about: Any, **named: Any) -> Any:
        if "engine" not in held:
            held["engine"] = make(*about, **named)
        return held["engine"]

    with patch.object(opening, "create_engine", once):
        yield


def damaged(clean: bytes, damage: Damage) -> bytes:
    kind, spot, bit = damage
    if kind == "cut":
        return clean[:spot]
    content = bytearray(clean)
    content[spot] ^= bit
    return bytes(content)


def _silent_ones(task: tuple[bytes, list[Damage]]) -> list[Damage]:
    clean, damages = task
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "l"
        path.write_bytes(clean)
        said = meaning(path)
        with one_engine():
            return [d for d in damages if silent(path, damaged(clean, d), said)]


def tried(label: str, clean: bytes, damages: Iterable[Damage]) -> int:
    """Try all of them on two processes; the number that passed in silence, told on a line."""
    todo = list(damages)
    parts = [(clean, todo[k : k + 200]) for k in range(0, len(todo), 200)]
    with Pool(2) as pool:
        passed = [d for found in pool.imap_unordered(_silent_ones, parts) for d in found]
    print(f"{label}: {len(todo)} tried, {len(passed)} passed in silence {passed[:5]}")
    return len(passed)


def small(path: Path) -> bytes:
    """A ledger of each kind of row on pages of 512 bytes, so that most bytes mean something."""
    fill(path)
    dense = path.with_name("dense")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("PRAGMA page_size = 512")
        raw.execute(f"VACUUM INTO '{dense}'")
    return dense.read_bytes()


def large(path: Path, number: int, size: int) -> bytes:
    """A ledger of so many claims and about so many bytes, the rest of it documents."""
    document, rng = a_document(), random.Random(2024)
    claims = tuple(a_claim(document, k, span=Span(k, k + 1)) for k in range(number))
    with open_ledger(path) as ledger:
        ledger.append([Reading(document, claims)], recorded_at=NOON)
        while path.stat().st_size < size:
            page = a_document("x", raw=rng.randbytes(min(200_000, size // 20)))
            ledger.append([Reading(page)], recorded_at=NOON)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def edits(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Each deletion of a row and each exchange of neighbours, in SQL."""
    with closing(sqlite3.connect(path)) as raw:
        for table in TABLES:
            keys = [row[0] for row in raw.execute(f"SELECT rowid FROM {table} ORDER BY 1")]
            place = "size" if table == "heads" else "seq"
            for key in keys:
                yield f"{table} {key} deleted", [f"DELETE FROM {table} WHERE rowid = {key}"]
            for one, two in pairwise(keys):
                moves = ((one, -99), (two, one), (-99, two))
                swap = [f"UPDATE {table} SET {place} = {b} WHERE {place} = {a}" for a, b in moves]
                yield f"{table} {one} and {two} exchanged", swap


def edited(clean: bytes, path: Path) -> int:
    """Try each edit; the number that passed in silence."""
    path.write_bytes(clean)
    todo, passed = list(edits(path)), []
    for what, statements in todo:
        path.write_bytes(clean)
        if not tampered(path, *statements):
            passed.append(what)
    print(
        f"rows deleted or exchanged: {len(todo)} tried, {len(passed)} passed in silence {passed[:5]}"
    )
    return len(passed)


def rolled_back(clean: bytes, path: Path) -> int:
    """Roll back to each earlier head; the number that a checkpoint did not show."""
    path.write_bytes(clean)
    with open_ledger(path) as ledger:
        kept = ledger.checkpoint()
    with closing(sqlite3.connect(path)) as raw:
        sizes = [row[0] for row in raw.execute("SELECT size FROM heads ORDER BY size")][:-1]
    passed = 0
    for size in sizes:
        path.write_bytes(clean)
        cuts = [f"DELETE FROM {table} WHERE seq >= {size}" for table in TABLES if table != "heads"]
        tampered(path, *cuts, f"DELETE FROM heads WHERE size > {size}")
        passed += not troubles(path, kept)
    print(f"rollbacks: {len(sizes)} tried, {passed} passed in silence")
    return passed


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--flips", type=int)
    parser.add_argument("--bits", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=5_000)
    parser.add_argument("--size", type=int, default=10_000_000)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--short", action="store_true", help="300 bytes, 20 bits")
    chosen = parser.parse_args()
    if chosen.short:
        chosen.flips, chosen.bits, chosen.claims, chosen.size = 300, 20, 100, 500_000
    rng = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        little = small(Path(folder) / "small")
        big = large(Path(folder) / "big", chosen.claims, chosen.size) if chosen.bits else b""
    everywhere = range(len(little))
    spots = everywhere if chosen.flips is None else rng.sample(everywhere, chosen.flips)
    flips = (("flip", spot, 1 << rng.randrange(8)) for spot in spots)
    passed = tried(f"bytes of a ledger of {len(little)}", little, flips)
    step = 1 if chosen.flips is None else 997
    passed += tried("truncations", little, (("cut", k, 0) for k in range(0, len(little), step)))
    bits = (("flip", rng.randrange(len(big)), 1 << rng.randrange(8)) for _ in range(chosen.bits))
    passed += tried(f"bits of a ledger of {len(big)} bytes", big, bits)
    with tempfile.TemporaryDirectory() as folder:
        passed += edited(little, Path(folder) / "l") + rolled_back(little, Path(folder) / "l")
    return 1 if passed else 0


if __name__ == "__main__":
    sys.exit(main())
