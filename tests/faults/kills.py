"""kill -9 a writer at random moments: is all that it acknowledged kept, and nothing half?

    python tests/faults/kills.py [--kills N] [--store sqlite|postgresql] [--seed N] [--short]

A writer appends documents of 20 claims and reports each one after the append returned. It is
killed at a random moment after it opened the ledger, every fifth time also while it opens; the
ledger is then opened, held against the reports, and verified. Another ``--seed`` gives other
moments, so that a long run can be made in parts. With PostgreSQL every
tenth time the whole server is killed too, with all its processes, and has to recover. Ends
with 1 when anything was lost or half kept, or a verification was not clean.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

from ledger_samples import a_claim, a_document
from postgresql_server import Missing, Server, a_server, programs, runner

from lossledger.ledger import open_ledger
from lossledger.model import Reading, Span

CLAIMS = 20
TO_A_LEDGER = 25
SERVER_TOO = 10


def a_report(number: int) -> Reading:
    document = a_document(f"report {number} of 12 daily reports")
    claims = (a_claim(document, k, span=Span(0, k + 1)) for k in range(CLAIMS))
    return Reading(document, tuple(claims))


def write(where: str, first: int, pipe: int) -> None:
    """Append until killed, telling each number once it was acknowledged."""
    with open_ledger(where) as ledger:
        os.write(pipe, b"open\n")
        number = first
        while True:
            ledger.append([a_report(number)], recorded_at=datetime.now(UTC))
            os.write(pipe, b"%d\n" % number)
            number += 1


def one_kill(
    where: str, first: int, delay: float, *, wait: bool, server: Server | None = None
) -> list[int]:
    """The numbers that a writer acknowledged before it was killed, and its server with it.

    ``delay`` is in seconds, from the opened ledger on where we ``wait`` for that.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            write(where, first, writing)
        finally:
            os._exit(9)
    os.close(writing)
    told = os.read(reading, 5) if wait else b""
    time.sleep(delay)
    if server is not None:
        server.kill()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        lines = (told + pipe.read()).split(b"\n")
        return [int(line) for line in lines if line not in (b"", b"open")]


def examined(where: str, acknowledged: set[str]) -> tuple[int, int, bool]:
    """How many acknowledged documents are lost, how many half kept, and whether all is sound."""
    with open_ledger(where) as ledger:
        held = {document.id: document.claims for document in ledger.documents()}
        half = sum(1 for claims in held.values() if claims != CLAIMS)
        return len(acknowledged - held.keys()), half, ledger.verify().sound


def tried(kills: int, seed: int, server: Server | None, folder: str) -> Iterator[tuple[int, ...]]:
    """For each kill: documents acknowledged, lost, half kept, and unclean verifications."""
    rng, first, where = random.Random(seed), 0, ""
    acknowledged: set[str] = set()
    for kill in range(kills):
        if kill % TO_A_LEDGER == 0:
            acknowledged = set()
            where = server.database() if server else str(Path(folder) / f"ledger{kill}")
        victim = server if kill % SERVER_TOO == SERVER_TOO - 1 else None
        delay, wait = rng.uniform(0.0, 0.2), kill % 5 != 4
        numbers = one_kill(where, first, delay, wait=wait, server=victim)
        first += len(numbers) + 1
        acknowledged |= {a_report(number).document.id for number in numbers}
        lost, half, sound = examined(where, acknowledged)
        yield len(numbers), lost, half, not sound


@contextmanager
def chosen_store(store: str) -> Iterator[Server | None]:
    """The server to run on, with full durability, or ``None`` for a file."""
    if store == "sqlite":
        yield None
        return
    try:
        programs(), runner()
    except Missing as reason:
        print(f"skipped: {reason}")
        sys.exit(0)
    with a_server(durable=True) as server:
        yield server


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=2000)
    parser.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--short", action="store_true", help="25 kills")
    chosen = parser.parse_args()
    kills = 25 if chosen.short else chosen.kills
    with tempfile.TemporaryDirectory() as folder, chosen_store(chosen.store) as server:
        done = []
        try:
            for result in tried(kills, chosen.seed, server, folder):
                done.append(result)
        except KeyboardInterrupt:
            print(f"stopped after {len(done)} of {kills} kills")
            kills = len(done)
        totals = [sum(part) for part in zip(*done, strict=True)]
    kept, lost, half, unclean = totals
    print(
        f"{kills} kills, {chosen.store}, {kept} documents acknowledged: {lost} lost, {half} half,"
        f" {unclean} verifications not clean"
    )
    return 1 if lost or half or unclean or not kept else 0


if __name__ == "__main__":
    sys.exit(main())
