"""Appending, asking and verifying, as ratios to plain SQLite in the same run.

    python bench/ledger/speed.py [--claims N] [--short]

Prints documents a second in groups of 100 with full durability, the time of a point query as
known at a moment, the time of a verification, and the size of a proof in the ledger as it was
when it had a million rows. In its full form (a million claims) it ends with 1 when a goal is
missed: 1,000 documents/s, 5 ms, 640 bytes, and 10 s for the whole ledger, of more than a
million rows.
"""

import argparse
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "ledger"))

from ledger_samples import a_claim, a_document

from lossledger.ledger import open_ledger
from lossledger.ledger.book import Ledger
from lossledger.model import Reading, Span

DAY = date(2022, 2, 25)
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
PER_DOCUMENT = 14
GROUP = 100
MILLION = 1_000_000
"""Rows at which a proof is measured."""


def a_post(number: int) -> Reading:
    document = a_document(f"post {number} of the day, with fourteen figures")
    claims = (
        a_claim(
            document,
            number * 20 + k,
            DAY + timedelta(number % 1600),
            span=Span(k, k + 1),
            metric=f"metric{k}",
            claimant=f"claimant{number // 1600}",
        )
        for k in range(PER_DOCUMENT)
    )
    return Reading(document, tuple(claims))


def seconds(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def plain_inserts(path: Path, groups: int, size: int) -> float:
    """Plain inserts of rows as long as a claim's, as many to a transaction, equally durable."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT)")

        def insert() -> None:
            for _ in range(groups):
                raw.execute("BEGIN IMMEDIATE")
                many = ((None, "x" * 700) for _ in range(size))
                raw.executemany("INSERT INTO rows VALUES (?, ?)", many)
                raw.execute("COMMIT")

        return seconds(insert)


def appended(ledger: Ledger, groups: int) -> float:
    """Seconds that the ledger needs for so many groups of posts."""
    took = 0.0
    for group in range(groups):
        posts = [a_post(k) for k in range(group * GROUP, group * GROUP + GROUP)]
        moment = MOMENT + timedelta(minutes=group)
        took += seconds(lambda p=posts, m=moment: ledger.append(p, recorded_at=m))
    return took


def asked(ledger: Ledger, where: Path, groups: int) -> tuple[float, float]:
    """Median seconds of a point query as known at a moment, and of a plain select."""
    as_of = MOMENT + timedelta(minutes=groups // 2)
    numbers = range(0, groups * GROUP * 20 // 4, max(1, groups * GROUP // 40))
    ours = [seconds(lambda v=v: ledger.claims(value=v, as_of=as_of)) for v in numbers]
    sql = "SELECT * FROM claims WHERE low = ? AND recorded_at <= ?"
    with closing(sqlite3.connect(where)) as raw:
        moment = as_of.isoformat()
        plain = [seconds(lambda v=v: raw.execute(sql, (v, moment)).fetchall()) for v in numbers]
    return median(ours), median(plain)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--short", action="store_true", help="14,000 claims, no goals")
    chosen = parser.parse_args()
    groups = (14_000 if chosen.short else chosen.claims) // PER_DOCUMENT // GROUP
    held = groups * GROUP
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "l") as ledger:
        took = appended(ledger, groups)
        plain = plain_inserts(Path(folder) / "plain", groups, GROUP * (PER_DOCUMENT + 2))
        print(
            f"append: {held / took:.0f} documents/s of {PER_DOCUMENT} claims in groups of {GROUP},"
            f" {took / plain:.1f} times plain inserts of as many rows"
        )
        point, select = asked(ledger, Path(folder) / "l", groups)
        print(
            f"point query: {point * 1e3:.2f} ms over {held * PER_DOCUMENT:,} claims,"
            f" {point / select:.1f} times a plain select"
        )
        key = ledger.claims(value=20)[0].id
        million = MOMENT + timedelta(minutes=MILLION // (GROUP * (PER_DOCUMENT + 2)) - 1)
        begun = time.perf_counter()
        proof = ledger.prove(key, as_of=million)
        size = 32 * len(proof["path"])
        print(
            f"proof: {size} bytes for {proof['rows']:,} rows,"
            f" {time.perf_counter() - begun:.1f} s to make"
        )
        begun = time.perf_counter()
        found = ledger.verify()
        verified = time.perf_counter() - begun
    print(f"verify: {found.rows:,} rows in {verified:.1f} s, sound: {found.sound}")
    fast = held / took >= 1000 and point < 0.005 and verified <= 10 and found.rows >= MILLION
    reached = chosen.short or (fast and proof["rows"] == MILLION and size <= 640)
    return 0 if found.sound and reached else 1


if __name__ == "__main__":
    sys.exit(main())
