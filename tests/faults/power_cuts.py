"""Cut the power at random moments: is all that was acknowledged kept, and nothing half?

    python tests/faults/power_cuts.py [--cuts N] [--seed N] [--short]

A ledger runs over a disk that notes each write, truncation, deletion and sync. At a random call
the power goes. What the disk then holds is made up: all that was synced, and of what was not a
random part, torn at sectors of 512 bytes. The ledger is opened on that and verified. A control
that does not wait for the disk (``synchronous = OFF``) has to lose documents, or the cuts prove
nothing. Ends with 1 when anything was lost, half kept or not sound, or the control lost nothing.
"""

import argparse
import random
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
sys.path.insert(0, str(Path(__file__).parent))

import apsw
from disks import Disk, on_disk
from kills import CLAIMS, a_report
from ledger_samples import NOON

from lossledger.errors import LedgerError
from lossledger.ledger import open_ledger

SECTOR = 512
DOCUMENTS = 30
TO_AN_OPENING = 8
PAGES = (1000, 60, 12)

Done = tuple[str, str, int, bytes]


class Cutting(Disk):
    """A disk whose power goes at the call numbered ``last``; it notes what was done before."""

    def __init__(self, last: int) -> None:
        super().__init__("cutting")
        self.left, self.calls, self.log = last, 0, list[Done]()

    def call(self, what: str, file: str) -> None:
        self.calls += 1
        if self.calls >= self.left:
            raise apsw.IOError("the power is off")

    def done(self, what: str, file: str, place: int, data: bytes) -> None:
        self.log.append((what, file, place, data))


def written(where: Path, careless: bool, pages: int) -> list[str]:
    """The ids of the documents that were acknowledged until the power went."""
    acknowledged: list[str] = []
    try:
        with on_disk("cutting", careless=careless, pages=pages):
            for first in range(0, DOCUMENTS, TO_AN_OPENING):
                with open_ledger(where) as ledger:
                    for number in range(first, min(first + TO_AN_OPENING, DOCUMENTS)):
                        reading = a_report(number)
                        ledger.append([reading], recorded_at=NOON)
                        acknowledged.append(reading.document.id)
    except LedgerError:
        pass
    return acknowledged


def applied(content: bytearray, what: str, place: int, data: bytes) -> None:
    if what == "truncate":
        del content[place:]
        return
    if len(content) < place:
        content.extend(bytes(place - len(content)))
    content[place : place + len(data)] = data


def torn(rng: random.Random, doings: list[Done]) -> list[Done]:
    """A random part of what was not synced: whole, by sectors, or not at all."""
    share = rng.choice((0.0, 0.3, 0.7, 0.95))
    parts = []
    for what, file, place, data in doings:
        if what != "write":
            parts += [(what, file, place, data)] if rng.random() < share else []
            continue
        for k in range(0, len(data), SECTOR):
            if rng.random() < share:
                parts.append((what, file, place + k, data[k : k + SECTOR]))
    if rng.random() < 0.5:
        rng.shuffle(parts)
    return parts


def on_the_disk(rng: random.Random, start: dict[str, bytes], log: list[Done]) -> dict[str, bytes]:
    """The files as a disk may hold them after the power went."""
    sure = {name: bytearray(content) for name, content in start.items()}
    waiting: dict[str, list[Done]] = {}
    for doing in log:
        what, file, place, _ = doing
        if what == "delete" and place:
            waiting.pop(file, None)
            sure.pop(file, None)
        elif what == "sync":
            for step in waiting.pop(file, []):
                _take(sure, step)
            sure.setdefault(file, bytearray())
        else:
            waiting.setdefault(file, []).append(doing)
    for doings in waiting.values():
        for step in torn(rng, doings):
            _take(sure, step)
    return {name: bytes(content) for name, content in sure.items()}


def _take(files: dict[str, bytearray], doing: Done) -> None:
    what, file, place, data = doing
    if what == "delete":
        files.pop(file, None)
    else:
        applied(files.setdefault(file, bytearray()), what, place, data)


def examined(where: Path, acknowledged: list[str]) -> tuple[int, int, int]:
    """How many acknowledged documents are lost, how many half kept, and whether not sound."""
    try:
        with open_ledger(where) as ledger:
            held = {document.id: document.claims for document in ledger.documents()}
            half = sum(1 for number in held.values() if number != CLAIMS)
            unsound = not ledger.verify().sound
            ledger.append([a_report(DOCUMENTS)], recorded_at=NOON)
    except LedgerError:
        return len(acknowledged), 0, 1
    return len(set(acknowledged) - held.keys()), half, int(unsound)


def one_cut(folder: Path, rng: random.Random, careless: bool, longest: int) -> tuple[int, ...]:
    """Acknowledged, lost, half kept, not sound, after the power went once."""
    here, after = folder / "here", folder / "after"
    for place in (here, after):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
    where = here / "ledger"
    open_ledger(where).close()
    start = {"ledger": where.read_bytes()}
    disk = Cutting(rng.randrange(1, longest))
    acknowledged = written(where, careless, rng.choice(PAGES))
    disk.unregister()
    for name, content in on_the_disk(rng, start, disk.log).items():
        (after / name).write_bytes(content)
    return len(acknowledged), *examined(after / "ledger", acknowledged)


def calls_in_all(folder: Path) -> int:
    """How many calls to the disk the whole work takes when the power stays."""
    (folder / "whole").mkdir()
    open_ledger(folder / "whole" / "ledger").close()
    disk = Cutting(10**9)
    written(folder / "whole" / "ledger", False, PAGES[0])
    disk.unregister()
    return disk.calls


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--cuts", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--short", action="store_true", help="12 cuts")
    chosen = parser.parse_args()
    cuts = 12 if chosen.short else chosen.cuts
    rng = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        longest = calls_in_all(folder)
        sums = []
        for careless, number in ((False, cuts), (True, max(10, cuts // 20))):
            tried = [one_cut(folder, rng, careless, longest) for _ in range(number)]
            kept, lost, half, unsound = (sum(part) for part in zip(*tried, strict=True))
            label = "without waiting for the disk" if careless else "as the ledger is opened"
            print(
                f"{number} power cuts {label}: {kept} documents acknowledged, {lost} lost,"
                f" {half} half, {unsound} ledgers not sound"
            )
            sums.append((kept, lost + half + unsound))
    (kept, wrong), (_, control) = sums
    return 0 if kept and not wrong and control else 1


if __name__ == "__main__":
    sys.exit(main())
