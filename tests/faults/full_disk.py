"""Fifty sizes of a disk that fills up: is what was acknowledged there, and the rest told?

    python tests/faults/full_disk.py [--sizes N] [--short]

A writer appends until it is refused: on small file systems (a tmpfs of each size, in a mount
namespace of its own, where the system lets us), and under a limit of file size. It must be told
in the ledger's own words, and reads go on meanwhile. Then there is room again: every
acknowledged document is held, none is half, the append that failed works, all is sound. The
file system is made read-only too: answers come, appends are refused, nothing changes. Ends
with 1 when anything is otherwise.
"""

import argparse
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
sys.path.insert(0, str(Path(__file__).parent))

from kills import CLAIMS, a_report
from ledger_samples import NOON

from lossledger.errors import LedgerError
from lossledger.ledger import open_ledger

TOLD = ("the disk reports an error, nothing of this was kept", "the disk is full, nothing of")
READ_ONLY = ("may not be written: no permission", "cannot be opened: read-only file system")
SMALLEST, STEP = 150_000, 10_007


def write_until_refused(where: Path) -> tuple[int, int, str]:
    """Documents acknowledged, documents that could be read after the refusal, and its words."""
    with open_ledger(where) as ledger:
        for number in range(10_000):
            try:
                ledger.append([a_report(number)], recorded_at=NOON)
            except LedgerError as error:
                return number, len(ledger.documents()), str(error)
    return 10_000, 0, "never refused"


def limited(where: Path, limit: int) -> tuple[int, int, str]:
    """The same in a process whose files may not grow beyond the limit."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            open_ledger(where).close()
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            os.write(writing, "\n".join(map(str, write_until_refused(where))).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        acknowledged, read, said = pipe.read().decode().split("\n", 2)
    return int(acknowledged), int(read), said


def trouble_afterwards(where: Path, acknowledged: int, read: int, said: str) -> str:
    """What is wrong once there is room again; empty when all is as promised."""
    if not any(told in said for told in TOLD):
        return f"told: {said}"
    with open_ledger(where) as ledger:
        held = ledger.documents()
        if len(held) != acknowledged or read != acknowledged:
            return f"{acknowledged} acknowledged, {read} read then, {len(held)} held"
        if any(document.claims != CLAIMS for document in held):
            return "a document is half kept"
        ledger.append([a_report(acknowledged)], recorded_at=NOON)
        return "" if ledger.verify().sound else "not sound"


def trouble_when_read_only(where: Path) -> str:
    """What is wrong on a medium that cannot be written; empty when all is as promised."""
    before = where.read_bytes()
    with open_ledger(where) as ledger:
        number = len(ledger.claims())
        sound = ledger.verify().sound
        try:
            ledger.append([a_report(10_001)], recorded_at=NOON)
            said = "an append was taken"
        except LedgerError as error:
            said = str(error)
    if not any(told in said for told in READ_ONLY):
        return f"read-only, told: {said}"
    if not number or not sound or where.read_bytes() != before:
        return f"read-only: {number} claims, sound {sound}"
    return ""


def mounted(folder: Path, options: str) -> None:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    subprocess.run(command, check=True, capture_output=True)


def on_file_systems(sizes: int) -> Iterator[tuple[str, str]]:
    """The size of each small file system and what was wrong on it."""
    with tempfile.TemporaryDirectory() as name:
        for k in range(sizes):
            size = (SMALLEST + 50_000 + k * STEP) // 4096 * 4096
            folder = Path(name)
            mounted(folder, f"size={size}")
            try:
                where = folder / "ledger"
                result = write_until_refused(where)
                mounted(folder, "remount,size=64m")
                said = trouble_afterwards(where, *result)
                mounted(folder, "remount,ro")
                said = said or trouble_when_read_only(where)
            finally:
                subprocess.run(["umount", name], check=True)
            yield f"file system of {size}", said


def under_limits(sizes: int) -> Iterator[tuple[str, str]]:
    """Each limit of file size and what was wrong under it."""
    for k in range(sizes):
        limit = SMALLEST + k * STEP
        with tempfile.TemporaryDirectory() as folder:
            where = Path(folder) / "ledger"
            yield f"files up to {limit}", trouble_afterwards(where, *limited(where, limit))


def inside_a_namespace(sizes: int) -> int | None:
    """The exit code of this script in a mount namespace of its own; ``None`` without one."""
    if shutil.which("unshare") is None:
        return None
    unshare = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    try:
        subprocess.run(
            [*unshare, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    inside = [sys.executable, __file__, "--inside", "--sizes", str(sizes)]
    return subprocess.run([*unshare, *inside], check=False).returncode


def told(label: str, results: Iterator[tuple[str, str]]) -> int:
    every = list(results)
    wrong = [f"{what}: {said}" for what, said in every if said]
    print(f"{len(every)} {label}: {len(wrong)} wrong", *wrong[:3], sep="\n  ")
    return len(wrong)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, default=50)
    parser.add_argument("--short", action="store_true", help="4 sizes")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    sizes = 4 if chosen.short else chosen.sizes
    if chosen.inside:
        return 1 if told("small file systems, then read-only", on_file_systems(sizes)) else 0
    wrong = told("limits of file size", under_limits(sizes))
    inside = inside_a_namespace(sizes)
    if inside is None:
        print("small file systems left out: this system lets us mount none")
    return 1 if wrong or inside else 0


if __name__ == "__main__":
    sys.exit(main())
