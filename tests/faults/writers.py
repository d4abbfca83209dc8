"""Many writers at once: does each get its turn, and does every acknowledged document stay?

    python tests/faults/writers.py [--ledger PATH|postgresql://...] [--writers N] [--documents N]

Prints the number of errors, documents a second, and slowest to fastest; ends with 1 when a
writer met an error, a document is missing, or the ledger is not sound.
"""

import argparse
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from multiprocessing import Process, Queue
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

from ledger_samples import a_reading

from lossledger.errors import LedgerError
from lossledger.ledger import open_ledger


def write(where: str, name: int, number: int, start: float, told: "Queue[Any]") -> None:
    time.sleep(max(0.0, start - time.time()))
    error = ""
    begun = time.perf_counter()
    with open_ledger(where) as ledger:
        for k in range(number):
            reading = a_reading(f"about {name}0{k} (+1160) persons")
            try:
                ledger.append([reading], recorded_at=datetime.now(UTC))
            except LedgerError as caught:
                error = str(caught)
                break
    told.put((name, time.perf_counter() - begun, error))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--ledger")
    parser.add_argument("--writers", type=int, default=32)
    parser.add_argument("--documents", type=int, default=1000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        where = chosen.ledger or str(Path(folder) / "l")
        open_ledger(where).close()
        told: Queue[Any] = Queue()
        start = time.time() + 1
        tasks = [(where, name, chosen.documents, start, told) for name in range(chosen.writers)]
        workers = [Process(target=write, args=task) for task in tasks]
        for worker in workers:
            worker.start()
        results = [told.get() for _ in workers]
        for worker in workers:
            worker.join()
        errors = [error for _, _, error in results if error]
        took = sorted(seconds for _, seconds, _ in results)
        with open_ledger(where) as ledger:
            sound, held = ledger.verify().sound, len(ledger.documents())
    wanted = chosen.writers * chosen.documents
    print(
        f"{chosen.writers} writers, {chosen.documents} documents each: {len(errors)} errors,"
        f" {held} of {wanted} held, sound: {sound}, {wanted / took[-1]:.0f} documents/s,"
        f" slowest to fastest {took[0] / took[-1]:.2f}"
    )
    return 0 if not errors and held == wanted and sound else 1


if __name__ == "__main__":
    sys.exit(main())
