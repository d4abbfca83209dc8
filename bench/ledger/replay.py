"""Replay 1,500 versions of a 1,600-day dataset: seconds, and the size of the ledger.

    python bench/ledger/replay.py [--versions N]

Each version adds a day; every tenth rewrites an earlier day. The readings hold the changed
records alone, as a reader that compares versions gives them.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "ledger"))

from ledger_samples import a_claim, a_document

from lossledger.ledger import open_ledger
from lossledger.model import Reading, Span
from lossledger.quantity import Quantity

START = date(2022, 2, 25)
COLUMNS = 14


def a_version(records: list[list[int]], changed: set[int]) -> Reading:
    rows = [{"date": str(START + timedelta(k)), "n": row} for k, row in enumerate(records)]
    document = a_document(json.dumps(rows, indent=1), origin="mirror.json", outlet="daily_mirror")
    claims = [
        a_claim(
            document,
            Quantity.exactly(records[k][column]),
            START + timedelta(k),
            metric=f"metric{column}",
            outlet="daily_mirror",
            relays=("daily_mirror",),
            span=Span(k * 20 + column, k * 20 + column + 1),
            sentence="",
        )
        for k in sorted(changed)
        for column in range(COLUMNS)
    ]
    return Reading(document, tuple(claims))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--versions", type=int, default=1500)
    number = parser.parse_args().versions
    rng = random.Random(2024)
    records = [[k * 100 + c for c in range(COLUMNS)] for k in range(1600 - number)]
    reading = in_ledger = 0.0
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "l") as ledger:
        changed = set(range(len(records)))
        for version in range(number):
            changed.add(len(records))
            records.append([len(records) * 100 + c for c in range(COLUMNS)])
            if version % 10 == 9:
                spot = rng.randrange(len(records))
                records[spot][rng.randrange(COLUMNS)] += 30
                changed.add(spot)
            begun = time.perf_counter()
            wanted = a_version(records, changed)
            middle = time.perf_counter()
            ledger.append_version(
                wanted,
                recorded_at=datetime(2022, 5, 1, tzinfo=UTC) + timedelta(days=version),
                by="replay",
                reason=f"version {version}",
                gone=(),
            )
            reading += middle - begun
            in_ledger += time.perf_counter() - middle
            changed = set()
        size = (Path(folder) / "l").stat().st_size
        begun = time.perf_counter()
        sound = ledger.verify().sound
        print(
            f"{number} versions: {in_ledger:.1f} s in the ledger, {reading:.1f} s to make the"
            f" readings, {size / 1e6:.1f} MB; sound: {sound} in"
            f" {time.perf_counter() - begun:.1f} s"
        )


if __name__ == "__main__":
    main()
