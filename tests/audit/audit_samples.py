"""Datasets made for the tests: plain running totals, in the form of the daily mirror."""

import json
import random
from datetime import date, timedelta

from lossledger.audit import Records, Sheet, layout_of

FIRST = date(2023, 1, 1)
START = date(2022, 2, 24)
FIELDS = {"tank": 8, "APC": 15, "field artillery": 20, "drone": 60, "vehicles and fuel tanks": 40}
"""Fields and their usual change of a day."""
LATE = date(2030, 1, 1)


def records(days=120, *, first=FIRST, seed=7):
    """Records whose totals grow by irregular amounts, from totals of four and five digits."""
    dice = random.Random(seed)
    totals = {name: 3000 + 500 * k for k, name in enumerate(FIELDS)}
    found = []
    for k in range(days):
        day = first + timedelta(days=k)
        for name, usual in FIELDS.items():
            totals[name] += dice.randint(usual // 3, usual * 2)
        found.append({"date": day.isoformat(), "day": (day - START).days + 1, **totals})
    return found


def sheet(rows) -> Sheet:
    content = rows if isinstance(rows, bytes) else json.dumps(rows).encode()
    return Records("losses.json", layout_of("daily_mirror")).read(content)


def changed(rows, number, **fields):
    """The records with fields of the record at a place (from 0) set to something else."""
    names = {name.replace("_", " "): value for name, value in fields.items()}
    return [{**row, **names} if k == number % len(rows) else row for k, row in enumerate(rows)]


def dated(row, day, **fields):
    """A record with another date, and the count of days that goes with it."""
    return {**row, "date": day.isoformat(), "day": (day - START).days + 1, **fields}
