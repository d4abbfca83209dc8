"""Appending, asking and verifying, as ratios to plain SQLite in the same run.

    python bench/ledger/speed.py [--claims N]

Prints documents a second in groups of 100 with full durability, the time of a point query as
known at a moment, the time of a verification, and the size of a proof.
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
from lossledger.model import Reading, Span

DAY = date(2022, 2, 25)
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
PER_DOCUMENT = 14


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


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=1_000_000)
    number = parser.parse_args().claims // PER_DOCUMENT
    groups = number // 100
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "l") as ledger:
        took = 0.0
        for group in range(groups):
            posts = [a_post(k) for k in range(group * 100, group * 100 + 100)]
            moment = MOMENT + timedelta(minutes=group)
            took += seconds(lambda p=posts, m=moment: ledger.append(p, recorded_at=m))
        plain = plain_inserts(Path(folder) / "plain", groups, 100 * (PER_DOCUMENT + 2))
        held = groups * 100
        print(
            f"append: {held / took:.0f} documents/s of {PER_DOCUMENT} claims in groups of 100,"
            f" {took / plain:.1f} times plain inserts of as many rows"
        )
        as_of = MOMENT + timedelta(minutes=groups // 2)
        asked = [
            seconds(lambda v=v: ledger.claims(value=v, as_of=as_of)) for v in range(0, 40000, 400)
        ]
        with closing(sqlite3.connect(Path(folder) / "l")) as raw:
            sql = "SELECT * FROM claims WHERE low = ? AND recorded_at <= ?"
            point = [
                seconds(lambda v=v: raw.execute(sql, (v, "2026-02")).fetchall())
                for v in range(0, 40000, 400)
            ]
        print(
            f"point query: {median(asked) * 1e3:.2f} ms over {held * PER_DOCUMENT} claims,"
            f" {median(asked) / median(point):.1f} times a plain select"
        )
        key = ledger.claims(value=20)[0].id
        begun = time.perf_counter()
        proof = ledger.prove(key)
        print(
            f"proof: {32 * len(proof['path'])} bytes for {proof['rows']} rows,"
            f" {time.perf_counter() - begun:.1f} s to make"
        )
        begun = time.perf_counter()
        found = ledger.verify()
        print(f"verify: {found.rows} rows in {time.perf_counter() - begun:.1f} s, {found.sound}")


if __name__ == "__main__":
    main()
