"""Let each call to the disk fail in turn: is the trouble named, nothing damaged, and a retry kept?

    python tests/faults/io_errors.py [--every N] [--short]

The work: open a ledger, append a document, ask for its claims, verify, close. Its n-th call to
the disk fails, once or from then on, for every n, with the error of that call (I/O error, disk
full, cannot open, cannot lock). Then the ledger is opened on a sound disk: what was
acknowledged is held, nothing is half kept, all is sound, and the same append works. Ends with
1 when not, or when an error was none of the ledger's own.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
sys.path.insert(0, str(Path(__file__).parent))

import apsw
from disks import Disk, on_disk
from kills import CLAIMS, a_report
from ledger_samples import NOON

from lossledger.errors import LedgerError
from lossledger.ledger import open_ledger

BEFORE = 3
ERRORS = {
    "xRead": (apsw.SQLITE_IOERR_READ,),
    "xWrite": (apsw.SQLITE_IOERR_WRITE, apsw.SQLITE_FULL),
    "xSync": (apsw.SQLITE_IOERR_FSYNC,),
    "xTruncate": (apsw.SQLITE_IOERR_TRUNCATE,),
    "xFileSize": (apsw.SQLITE_IOERR_FSTAT,),
    "xOpen": (apsw.SQLITE_CANTOPEN,),
    "xDelete": (apsw.SQLITE_IOERR_DELETE,),
    "xAccess": (apsw.SQLITE_IOERR_ACCESS,),
    "xLock": (apsw.SQLITE_IOERR_LOCK,),
}


class Failing(Disk):
    """A disk whose call numbered ``at`` fails, once or with all that follow."""

    def __init__(self, at: int, *, once: bool, which: int) -> None:
        super().__init__("failing")
        self.at, self.once, self.which = at, once, which
        self.calls, self.failed = 0, ""

    def call(self, what: str, file: str) -> None:
        self.calls += 1
        if self.calls == self.at or (self.calls > self.at and not self.once):
            codes = ERRORS[what]
            self.failed = self.failed or what
            raise apsw.exception_for(codes[self.which % len(codes)])


def work(where: Path) -> tuple[list[str], str]:
    """The documents that were acknowledged, and the error that was told; empty when none."""
    acknowledged: list[str] = []
    try:
        with on_disk("failing"), open_ledger(where) as ledger:
            reading = a_report(BEFORE)
            ledger.append([reading], recorded_at=NOON)
            acknowledged.append(reading.document.id)
            ledger.claims(document=reading.document.id)
            troubles = ledger.verify().troubles
            return acknowledged, f"verify: {troubles[0].what}" if troubles else ""
    except LedgerError as error:
        return acknowledged, error.what


def trouble_with(where: Path, acknowledged: list[str]) -> str:
    """What is wrong on a sound disk afterwards; empty when all is as promised."""
    try:
        with open_ledger(where) as ledger:
            held = {document.id: document.claims for document in ledger.documents()}
            if not set(acknowledged) <= held.keys() or len(held) < BEFORE:
                return "an acknowledged document is lost"
            if any(number != CLAIMS for number in held.values()):
                return "a document is half kept"
            ledger.append([a_report(BEFORE)], recorded_at=NOON)
            if len(ledger.documents()) != BEFORE + 1:
                return "the retry was not kept"
            return "" if ledger.verify().sound else "not sound"
    except LedgerError as error:
        return f"unusable: {error}"


def tried(folder: Path, clean: bytes, at: int, once: bool, which: int) -> tuple[str, str, str]:
    """The call that failed, what was told, and what is wrong afterwards."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    where = folder / "ledger"
    where.write_bytes(clean)
    disk = Failing(at, once=once, which=which)
    try:
        acknowledged, told = work(where)
    except Exception as error:  # anything but the ledger's own error is what we look for
        return disk.failed, f"{type(error).__name__}: {error}", "no error of the ledger's own"
    finally:
        disk.unregister()
    return disk.failed, told, trouble_with(where, acknowledged)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1, help="only each N-th call")
    parser.add_argument("--short", action="store_true", help="each ninth call")
    chosen = parser.parse_args()
    step = 9 if chosen.short else chosen.every
    wrong, told_of, failed_calls, cases = [], Counter[str](), Counter[str](), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "disk"
        with open_ledger(Path(name) / "before") as ledger:
            for number in range(BEFORE):
                ledger.append([a_report(number)], recorded_at=NOON)
        clean = (Path(name) / "before").read_bytes()
        disk = Failing(0, once=True, which=0)
        folder.mkdir()
        (folder / "ledger").write_bytes(clean)
        disk.at = 10**9
        assert work(folder / "ledger")[1] == ""
        total = disk.calls
        disk.unregister()
        for at in range(1, total + 1, step):
            for once in (True, False):
                for which in (0, 1):
                    failed, told, said = tried(folder, clean, at, once, which)
                    if which and len(ERRORS.get(failed, ())) < 2:
                        continue
                    cases += 1
                    told_of[told or "nothing: SQLite got over it"] += 1
                    failed_calls[failed] += 1
                    wrong += [f"call {at} ({failed}, once {once}): {said}; {told}"] if said else []
    print(f"{total} calls to the disk, {cases} failures: {len(wrong)} wrong")
    print(f"  failed: {dict(failed_calls.most_common())}")
    for words, number in told_of.most_common():
        print(f"  told {number} times: {words}")
    print(*wrong[:10], sep=os.linesep, end=os.linesep if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
