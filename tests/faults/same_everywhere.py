"""Write one ledger in many surroundings: is every export the same, byte for byte?

    python tests/faults/same_everywhere.py [--short]

Each run is a process of its own with its time zone, locale, hash seed and default encoding. It
reads posts and a dataset in three languages, appends them, marks a claim, replaces a version,
notes how a document was got, and prints the SHA-256 of the export, of the answers, and the
head's root. The runs go to both stores. Ends with 1 when two of them differ.
"""

import argparse
import hashlib
import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

ZONES = ("UTC", "Europe/Kyiv", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Apia")
LOCALES = ("C", "C.UTF-8", "uk_UA.UTF-8", "tr_TR.UTF-8")
SEEDS = ("0", "1", "4242", "random")
UTF8 = ("0", "1")
START = datetime(2024, 2, 22, 12, tzinfo=UTC)

POSTS = (
    ("en", "Losses of the enemy: about 407240 (+1160) persons, 6523 (+7) tanks."),
    ("uk", "Втрати ворога: близько 407240 (+1160) осіб, 6523 (+7) танків."),
    ("ru", "Потери противника: около 407240 (+1160) человек, İı ß ﬁ, 6523 (+7) танков."),
)


def told(where: str) -> str:
    """What a ledger written here says: hashes of its export and answers, and its root."""
    from ledger_samples import a_claim, a_reading

    from lossledger.ledger import Mark, open_ledger
    from lossledger.sources import dataset_document, read_dataset

    day = date(2024, 2, 21)
    rows = [{"date": str(day), "day": (day - date(2022, 2, 24)).days + 1, "tank": 6516, "APC": 9}]
    with open_ledger(where) as ledger:
        for number, (language, text) in enumerate(POSTS):
            reading = a_reading(text, language=language, published_at=START)
            ledger.append([reading], recorded_at=START + timedelta(minutes=number))
        for number, tanks in enumerate((6516, 6510)):
            rows[0]["tank"] = tanks
            document = dataset_document(
                json.dumps(rows).encode(), "mirror.json", "daily_mirror", retrieved_at=START
            )
            version = read_dataset(document, "daily_mirror", today=day + timedelta(days=9))
            at = START + timedelta(hours=number + 1)
            ledger.append_version(version, recorded_at=at, by="desk", reason=f"version {number}")
        late = (START + timedelta(hours=5)).astimezone()
        claim = ledger.claims(metric="personnel")[0].id
        ledger.mark(Mark("retracted", claim, "відкликано", "desk"), recorded_at=late)
        key = ledger.documents()[0].id
        ledger.note_fetch(key, {"url": "https://example.org/", "b": 1, "a": 2}, recorded_at=late)
        export = "\n".join(ledger.export()).encode()
        asked = (ledger.claims(), ledger.figures("tanks"), ledger.coverage(), ledger.documents())
        answers = repr([[repr(row) for row in part] for part in asked]).encode()
        head = ledger.head()
    assert head is not None
    assert a_claim  # the samples are those of the tests
    parts = (hashlib.sha256(part).hexdigest() for part in (export, answers))
    return " ".join((*parts, head.root))


def surroundings(short: bool) -> Iterator[dict[str, str]]:
    every = itertools.product(ZONES, LOCALES, SEEDS, UTF8)
    for number, (zone, place, seed, utf8) in enumerate(every):
        if not short or number % 23 == 0:
            yield {
                "TZ": zone,
                "LC_ALL": place,
                "LANG": place,
                "PYTHONHASHSEED": seed,
                "PYTHONUTF8": utf8,
            }


def run(where: str, around: dict[str, str]) -> str:
    command = [sys.executable, __file__, "--tell", where]
    done = subprocess.run(
        command, env=os.environ | around, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def tried(short: bool) -> Iterator[tuple[str, dict[str, str], str]]:
    """Store, surroundings and what was told, for each run."""
    from postgresql_server import Missing, a_server

    with tempfile.TemporaryDirectory() as folder:
        for number, around in enumerate(surroundings(short)):
            yield "sqlite", around, run(f"{folder}/ledger{number}", around)
    try:
        with a_server() as server:
            for around in surroundings(short):
                yield "postgresql", around, run(server.database(), around)
    except Missing as reason:
        print(f"PostgreSQL left out: {reason}")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true", help="7 surroundings of 160")
    parser.add_argument("--tell", metavar="LEDGER", help="one run, in these surroundings")
    chosen = parser.parse_args()
    if chosen.tell:
        print(told(chosen.tell))
        return 0
    found: dict[str, list[tuple[str, dict[str, str]]]] = {}
    for store, around, said in tried(chosen.short):
        found.setdefault(said, []).append((store, around))
    runs = [store for where in found.values() for store, _ in where]
    counts = ", ".join(f"{runs.count(store)} on {store}" for store in dict.fromkeys(runs))
    print(f"{len(runs)} runs ({counts}): {len(found)} different result(s)")
    for said, where in sorted(found.items(), key=lambda item: len(item[1])):
        print(f"  {len(where)} times {said[:24]}... such as {where[0]}")
    return 0 if len(found) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
