"""Fifty sizes of a disk that fills up: is what was acknowledged there, and the rest told?

    python tests/faults/full_disk.py [--sizes N]

A writer under a limit of file size appends until it is refused. Then without the limit: every
acknowledged document is held, none is half, reading works, and the append that failed works.
"""

import argparse
import os
import resource
import signal
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
sys.path.insert(0, str(Path(__file__).parent))

from kills import CLAIMS, a_report
from ledger_samples import NOON

from lossledger.errors import LedgerError
from lossledger.ledger import open_ledger

TOLD = ("the disk reports an error, nothing of this was kept", "the disk is full, nothing of")


def write_until_refused(where: Path, limit: int, pipe: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open_ledger(where) as ledger:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for number in range(10_000):
            try:
                ledger.append([a_report(number)], recorded_at=NOON)
            except LedgerError as error:
                held = len(ledger.documents())
                os.write(pipe, f"{number}\n{held}\n{error}".encode())
                return


def trouble_with(where: Path, limit: int) -> str:
    """What went wrong at this size; empty when all is as promised."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write_until_refused(where, limit, writing)
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        acknowledged, held_then, said = pipe.read().decode().split("\n", 2)
    if not any(told in said for told in TOLD):
        return f"told: {said}"
    with open_ledger(where) as ledger:
        held = ledger.documents()
        if len(held) != int(acknowledged) or held_then != acknowledged:
            return f"{acknowledged} acknowledged, {held_then} read then, {len(held)} held"
        if any(document.claims != CLAIMS for document in held):
            return "a document is half kept"
        ledger.append([a_report(int(acknowledged))], recorded_at=NOON)
        return "" if ledger.verify().sound else "not sound"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, default=50)
    sizes = parser.parse_args().sizes
    wrong = []
    for k in range(sizes):
        limit = 150_000 + k * 10_007
        with tempfile.TemporaryDirectory() as folder:
            said = trouble_with(Path(folder) / "l", limit)
        wrong += [f"{limit}: {said}"] if said else []
    print(f"{sizes} sizes of disk: {len(wrong)} wrong {wrong[:3]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
