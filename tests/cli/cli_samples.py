"""A few weeks of real totals as the daily mirror's files."""

import json
from datetime import date
from pathlib import Path

# Real totals around February 2024, as the General Staff of Ukraine reported them.
TOTALS = {
    "2024-01-31": (385230, 6310),
    "2024-02-01": (386230, 6322),
    "2024-02-02": (387060, 6336),
    "2024-02-20": (405050, 6498),
    "2024-02-21": (406080, 6516),
    "2024-02-22": (407240, 6523),
    "2024-02-23": (408240, 6533),
    "2024-03-01": (414680, 6603),
}


def day_of_war(day: str) -> int:
    return (date.fromisoformat(day) - date(2022, 2, 24)).days + 1


def personnel_file(folder: Path, totals: dict = TOTALS) -> Path:
    rows = [
        {"date": day, "day": day_of_war(day), "personnel": p, "personnel*": "about"}
        for day, (p, _) in totals.items()
    ]
    path = folder / "personnel.json"
    path.write_text(json.dumps(rows), "utf-8")
    return path


def equipment_file(folder: Path, totals: dict = TOTALS) -> Path:
    rows = [{"date": d, "day": day_of_war(d), "tank": t} for d, (_, t) in totals.items()]
    path = folder / "equipment.json"
    path.write_text(json.dumps(rows), "utf-8")
    return path
