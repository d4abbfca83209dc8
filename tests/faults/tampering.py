"""Flip every byte of a small ledger, and bits of a large one: is every change of meaning named?

    python tests/faults/tampering.py [--flips N] [--bits N] [--claims N]

``--flips`` takes a sample of the small ledger's bytes instead of all of them. Prints one line
for each kind of damage; ends with 1 when any change of meaning passed in silence.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterable
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

from ledger_samples import NOON, a_claim, a_document
from test_ledger_verify import fill, meaning, silent

from lossledger.ledger import open_ledger
from lossledger.model import Reading, Span

Damage = tuple[str, int, int]


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
        return [d for d in damages if silent(path, damaged(clean, d), said)]


def tried(label: str, clean: bytes, damages: Iterable[Damage]) -> int:
    """Try all of them on two processes; the number that passed in silence, told on a line."""
    todo = list(damages)
    parts = [(clean, todo[k : k + 200]) for k in range(0, len(todo), 200)]
    with Pool(2) as pool:
        passed = [d for found in pool.imap_unordered(_silent_ones, parts) for d in found]
    print(f"{label}: {len(todo)} tried, {len(passed)} passed in silence {passed[:5]}")
    return len(passed)


def large(path: Path, number: int) -> bytes:
    document = a_document()
    claims = tuple(a_claim(document, k, span=Span(k, k + 1)) for k in range(number))
    with open_ledger(path) as ledger:
        ledger.append([Reading(document, claims)], recorded_at=NOON)
    return path.read_bytes()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--flips", type=int)
    parser.add_argument("--bits", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=15_000)
    chosen = parser.parse_args()
    rng = random.Random(2024)
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "small")
        small = (Path(folder) / "small").read_bytes()
        big = large(Path(folder) / "big", chosen.claims) if chosen.bits else b""
    everywhere = range(len(small))
    spots = everywhere if chosen.flips is None else rng.sample(everywhere, chosen.flips)
    flips = (("flip", spot, 1 << rng.randrange(8)) for spot in spots)
    passed = tried(f"bytes of a ledger of {len(small)}", small, flips)
    step = 1 if chosen.flips is None else 997
    passed += tried("truncations", small, (("cut", k, 0) for k in range(0, len(small), step)))
    bits = (("flip", rng.randrange(len(big)), 1 << rng.randrange(8)) for _ in range(chosen.bits))
    passed += tried(f"bits of a ledger of {len(big)} bytes", big, bits)
    return 1 if passed else 0


if __name__ == "__main__":
    sys.exit(main())
