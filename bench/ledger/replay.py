"""Replay a dataset's committed history by the command line: seconds, and the ledger's size.

    python bench/ledger/replay.py [--versions N] [--days N] [--short]

Makes a git repository with N versions of a made-up dataset in the daily mirror's form, which
ends at 1,600 days: each version adds a day, every tenth rewrites an earlier day, and every
fiftieth is broken. Ends with 1 when a broken version was kept, a sound one was skipped, the
ledger is not sound, or 1,500 versions took 60 s or more.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from lossledger.ledger import open_ledger

START = date(2022, 2, 24)
COLUMNS = (
    "aircraft", "helicopter", "tank", "APC", "field artillery", "MRL", "anti-aircraft warfare",
    "drone", "cruise missiles", "naval ship", "submarines", "special equipment",
)  # fmt: skip


def a_record(number: int) -> dict[str, object]:
    day = START + timedelta(days=number)
    cells = {name: number * 10 + k for k, name in enumerate(COLUMNS)}
    return {"date": day.isoformat(), "day": number + 1, **cells}


def versions(number: int, days: int) -> list[tuple[datetime, bytes]]:
    """Each version's moment and bytes; the last has this many days."""
    rng = random.Random(2024)
    records = [a_record(k) for k in range(1, days - number + 1)]
    made = []
    for k in range(number):
        records.append(a_record(len(records) + 1))
        if k % 10 == 9:
            spot = rng.choice(records)
            spot["tank"] = int(str(spot["tank"])) + 1
        content = json.dumps(records, indent=4).encode()
        day = START + timedelta(days=len(records) + 1)
        moment = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        made.append((moment, content[:-5] if k % 50 == 25 else content))
    return made


def commit(folder: Path, made: list[tuple[datetime, bytes]]) -> None:
    """A new repository in which each version is a commit."""
    git = ("git", "-C", str(folder))
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    with subprocess.Popen([*git, "fast-import", "--quiet"], stdin=subprocess.PIPE) as writer:
        assert writer.stdin is not None
        for moment, content in made:
            about = f"committer maker <maker@example.org> {int(moment.timestamp())} +0000"
            head = f"commit refs/heads/main\n{about}\ndata 1\nx\nM 100644 inline data.json\n"
            writer.stdin.write(f"{head}data {len(content)}\n".encode() + content + b"\n")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--versions", type=int, default=1500)
    parser.add_argument("--days", type=int, default=1600)
    parser.add_argument("--short", action="store_true", help="40 versions of 60 days")
    chosen = parser.parse_args()
    number, days = (40, 60) if chosen.short else (chosen.versions, chosen.days)
    with tempfile.TemporaryDirectory() as folder:
        repository, where = Path(folder) / "repository", Path(folder) / "ledger"
        repository.mkdir()
        commit(repository, versions(number, days))
        options = ["--path", "data.json", "--source", "daily_mirror", "--ledger", str(where)]
        command = [sys.executable, "-m", "lossledger", "import", "--git", str(repository), *options]
        begun = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
        took = time.perf_counter() - begun
        with open_ledger(where) as ledger:
            sound, size = ledger.verify().sound, where.stat().st_size
    skipped = done.stderr.count("skipped ")
    print(
        f"{number} versions of {days} days: {took:.1f} s, {skipped} skipped,"
        f" a ledger of {size / 1e6:.1f} MB, sound: {sound}"
    )
    broken = len(range(25, number, 50))
    return 0 if sound and skipped == broken and took < 60 else 1


if __name__ == "__main__":
    sys.exit(main())
