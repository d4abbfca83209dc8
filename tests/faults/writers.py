"""Many writers at once: does each get its turn, and does every acknowledged document stay?

    python tests/faults/writers.py [--store sqlite|postgresql] [--writers N] [--documents N] [--short]

Each writer is a process that appends its documents one by one. Prints the number of errors,
documents a second, and slowest to fastest; ends with 1 when a writer met an error, a document
is missing, the ledger is not sound, or the slowest writer had less than half the fastest's speed.
"""

import argparse
import sys
import tempfile
import time
from datetime import UTC, datetime
from multiprocessing import Process, Queue
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
sys.path.insert(0, str(Path(__file__).parent))

from kills import chosen_store
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
    parser.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--writers", type=int, default=32)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--short", action="store_true", help="8 writers, 20 documents each")
    chosen = parser.parse_args()
    if chosen.short:
        chosen.writers, chosen.documents = 8, 20
    with tempfile.TemporaryDirectory() as folder, chosen_store(chosen.store) as server:
        where = server.database() if server else str(Path(folder) / "l")
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
        f"{chosen.writers} writers, {chosen.documents} documents each, {chosen.store}: {len(errors)} errors,"
        f" {held} of {wanted} held, sound: {sound}, {wanted / took[-1]:.0f} documents/s,"
        f" slowest to fastest {took[0] / took[-1]:.2f}"
    )
    fair = took[0] / took[-1] >= 0.5 or chosen.short
    return 0 if not errors and held == wanted and sound and fair else 1


if __name__ == "__main__":
    sys.exit(main())
