"""The service over a small ledger: a few weeks of real totals, a story, and a correction."""

import asyncio
import json
from datetime import UTC, date, datetime
from pathlib import Path

import httpx

from lossledger.desk import end_of_day
from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.ledger import Mark, open_ledger
from lossledger.sources import dataset_document, read_dataset
from lossledger.web import create_app

LEARNED = datetime(2024, 3, 2, 9, tzinfo=UTC)
TOTALS = {
    "2024-01-31": (385230, 6310),
    "2024-02-01": (386230, 6322),
    "2024-02-02": (387060, 6336),
    "2024-02-21": (406080, 6516),
    "2024-02-22": (407240, 6523),
    "2024-03-01": (414680, 6603),
}
STORY = """Russia lost 1,160 soldiers in a day, Kyiv says

The General Staff of the Armed Forces of Ukraine reported on Thursday that Russia had lost 407,240
troops since February 24, 2022. At the beginning of the month, the tally stood at 387,060, meaning a
loss of 20,180 soldiers. The figures could not be independently verified.
"""


def mirror(name: str, column: str, place: int):
    rows = [
        {
            "date": day,
            "day": (date.fromisoformat(day) - date(2022, 2, 24)).days + 1,
            column: row[place],
        }
        for day, row in TOTALS.items()
    ]
    document = dataset_document(
        json.dumps(rows).encode(), name, "daily_mirror", retrieved_at=LEARNED
    )
    return read_dataset(document, "daily_mirror", today=date(2024, 3, 2))


def fill(path: Path) -> None:
    story = document_from_text(
        STORY, retrieved_at=LEARNED, published_at=end_of_day(date(2024, 2, 22)), origin="a story"
    )
    with open_ledger(path) as ledger:
        readings = [mirror("personnel.json", "personnel", 0), mirror("equipment.json", "tank", 1)]
        ledger.append(readings, recorded_at=LEARNED)
        ledger.append([read(story)], recorded_at=LEARNED)
        wrong = readings[1].claims[0]
        mark = Mark("retracted", wrong.id, "withdrawn for a test", "a tester")
        ledger.mark(mark, recorded_at=LEARNED)
        ledger.mark(Mark("reinstated", wrong.id, "put back", "a tester"), recorded_at=LEARNED)


class Client:
    """A browser without a network: requests go straight to the service."""

    def __init__(self, where: Path) -> None:
        self.app = create_app(str(where))

    def request(self, method: str, path: str, **given: object) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://ledger") as asked:
                return await asked.request(method, path, **given)

        return asyncio.run(ask())

    def __getattr__(self, method: str):
        return lambda path, **given: self.request(method.upper(), path, **given)
