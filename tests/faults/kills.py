"""kill -9 a writer at random moments: is all that it acknowledged kept, and nothing half?

    python tests/faults/kills.py [--kills N] [--ledger postgresql://...]

A writer appends documents of 20 claims and reports each one after the append returned. It is
killed; the ledger is opened, held against the reports, and verified. Ends with 1 when anything
was lost or half kept, or a verification was not clean.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

from ledger_samples import a_claim, a_document

from lossledger.ledger import open_ledger
from lossledger.model import Reading, Span

CLAIMS = 20


def a_report(number: int) -> Reading:
    document = a_document(f"report {number} of 12 daily reports")
    claims = (a_claim(document, k, span=Span(0, k + 1)) for k in range(CLAIMS))
    return Reading(document, tuple(claims))


def write(where: str, first: int, pipe: int) -> None:
    """Append until killed, telling each number once it was acknowledged."""
    with open_ledger(where) as ledger:
        number = first
        while True:
            ledger.append([a_report(number)], recorded_at=datetime.now(UTC))
            os.write(pipe, b"%d\n" % number)
            number += 1


def one_kill(where: str, first: int, delay: float) -> list[int]:
    """The numbers that a writer acknowledged before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write(where, first, writing)
        finally:
            os._exit(9)
    os.close(writing)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return [int(line) for line in pipe.read().split(b"\n") if line]


def examined(where: str, acknowledged: set[str]) -> tuple[int, int, bool]:
    """How many acknowledged documents are lost, how many half kept, and whether all is sound."""
    with open_ledger(where) as ledger:
        held = {document.id: document.claims for document in ledger.documents()}
        half = sum(1 for claims in held.values() if claims != CLAIMS)
        return len(acknowledged - held.keys()), half, ledger.verify().sound


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=2000)
    parser.add_argument("--ledger")
    chosen = parser.parse_args()
    rng = random.Random(2024)
    lost = halved = unclean = kept = first = 0
    acknowledged: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        for kill in range(chosen.kills):
            where = chosen.ledger or str(Path(folder) / f"ledger{kill // 100}")
            if not chosen.ledger and kill % 100 == 0:
                acknowledged = set()
            numbers = one_kill(where, first, rng.uniform(0.0, 0.06))
            first += len(numbers) + 1
            acknowledged |= {a_report(number).document.id for number in numbers}
            gone, half, sound = examined(where, acknowledged)
            lost, halved, unclean = lost + gone, halved + half, unclean + (not sound)
            kept += len(numbers)
    print(
        f"{chosen.kills} kills, {kept} documents acknowledged: {lost} lost, {halved} half,"
        f" {unclean} verifications not clean"
    )
    return 1 if lost or halved or unclean else 0


if __name__ == "__main__":
    sys.exit(main())
