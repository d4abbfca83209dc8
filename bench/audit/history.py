"""Histories of a mirror with planted errors: one version a day, as a person might keep it.

The history of the real mirror is not at hand, so its final series is taken as what was right,
and errors of the kinds that its keepers made are planted: each comes in with one version and is
mended one to three versions later. Nothing of the series is kept here.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

Record = dict[str, Any]
DAY = timedelta(days=1)
NO_FIGURE = ("date", "day", "personnel*", "greatest losses direction")


@dataclass
class Planted:
    """One error: its family, the version that brings it in, the record and the cells it hits."""

    family: str
    version: str
    record: str | None
    cells: set[str] = field(default_factory=set)
    right: int | None = None


@dataclass
class Plan:
    """What the file holds instead, from one version up to another (exclusive)."""

    planted: Planted
    first: int
    last: int
    edit: Callable[[list[Record]], list[Record] | None]


def figures(record: Record) -> dict[str, int]:
    return {k: v for k, v in record.items() if k not in NO_FIGURE and isinstance(v, int)}


# -- slips of one figure: the wrong value, or None where the slip changes nothing


def swapped(v: int, dice: random.Random) -> int:
    text = str(v)
    i = dice.randrange(max(1, len(text) - 1))
    return int(text[:i] + text[i + 1 : i + 2] + text[i] + text[i + 2 :])


def dropped(v: int, dice: random.Random) -> int:
    text = str(v)
    i = dice.randrange(len(text))
    return int(text[:i] + text[i + 1 :] or "0")


def doubled(v: int, dice: random.Random) -> int:
    text = str(v)
    i = dice.randrange(len(text))
    return int(text[:i] + text[i] + text[i:])


def changed(v: int, dice: random.Random) -> int:
    text = str(v)
    i = dice.randrange(len(text))
    return int(text[:i] + dice.choice("0123456789") + text[i + 1 :])


SLIPS = {
    "dropped digit": dropped,
    "swapped digits": swapped,
    "doubled digit": doubled,
    "changed digit": changed,
    "tenfold": lambda v, dice: v * 10,
}
SHARES = {
    "dropped digit": 50,
    "swapped digits": 45,
    "changed digit": 35,
    "doubled digit": 15,
    "tenfold": 5,
    "neighbour column": 15,
    "stale figure": 10,
    "wrong year": 5,
    "row of tomorrow": 6,
    "copied row": 4,
    "duplicate date": 5,
    "invalid file": 5,
}
"""How often each family is planted; 200 in all."""


def plan(rows: list[Record], seed: int, shares: dict[str, int] = SHARES) -> list[Plan]:
    """The errors of one history, no two of them at once."""
    dice = random.Random(seed)
    families = [name for name, count in shares.items() for _ in range(count)]
    dice.shuffle(families)
    places = sorted(dice.sample(range(25, len(rows) - 8, 4), len(families)))
    found = (_planned(rows, family, k, dice) for family, k in zip(families, places, strict=True))
    return [one for one in found if one is not None]


def _planned(rows: list[Record], family: str, k: int, dice: random.Random) -> Plan | None:
    record = rows[k]
    planted = Planted(family, record["date"], record["date"])
    last = k + dice.randint(1, 3)
    if family in SLIPS or family in ("neighbour column", "stale figure"):
        name, wrong = _wrong_figure(rows, family, k, dice)
        if wrong == record[name]:
            return None
        planted.cells, planted.right = {name}, record[name]
        return Plan(planted, k, last, lambda file: _with(file, k, {**record, name: wrong}))
    edit = ROWS[family](rows, k, planted)
    return Plan(planted, k, last, edit) if edit else None


def _wrong_figure(rows: list[Record], family: str, k: int, dice: random.Random) -> tuple[str, int]:
    held = figures(rows[k])
    for _ in range(20):
        name = dice.choice(sorted(held))
        if family == "stale figure":
            wrong = rows[k - 1].get(name, held[name])
        elif family == "neighbour column":
            wrong = held[dice.choice(sorted(held))]
        else:
            wrong = SLIPS[family](held[name], dice)
        if wrong != held[name]:
            break
    return name, wrong


def _with(file: list[Record], k: int, record: Record) -> list[Record]:
    return [*file[:k], record, *file[k + 1 :]]


def _wrong_year(rows: list[Record], k: int, planted: Planted) -> Any:
    """The day's row goes over the row of the same day a year before, by its date."""
    year_ago = k - 365
    if year_ago < 5:
        return None
    planted.record = rows[year_ago]["date"]
    new = {**rows[k], "date": rows[year_ago]["date"], "day": rows[year_ago]["day"]}
    planted.cells = {n for n, v in figures(new).items() if rows[year_ago].get(n) != v}
    return lambda file: [*file[:year_ago], new, *file[year_ago + 1 : k], *file[k + 1 :]]


def _tomorrow(rows: list[Record], k: int, planted: Planted) -> Any:
    day = (date.fromisoformat(rows[k]["date"]) + DAY).isoformat()
    planted.record, planted.cells = day, set(figures(rows[k]))
    new = {**rows[k], "date": day, "day": rows[k]["day"] + 1}
    return lambda file: _with(file, k, new) if len(file) == k + 1 else file


def _copied(rows: list[Record], k: int, planted: Planted) -> Any:
    new = {**rows[k - 1], "date": rows[k]["date"], "day": rows[k]["day"]}
    planted.cells = {n for n, v in figures(new).items() if rows[k].get(n) != v}
    return lambda file: _with(file, k, new)


def _doubled(rows: list[Record], k: int, planted: Planted) -> Any:
    new = {**rows[k], "date": rows[k - 1]["date"], "day": rows[k - 1]["day"]}
    planted.record, planted.cells = rows[k - 1]["date"], set(figures(new))
    return lambda file: _with(file, k, new)


def _invalid(rows: list[Record], k: int, planted: Planted) -> Any:
    planted.record = None
    return lambda file: None


ROWS = {
    "wrong year": _wrong_year,
    "row of tomorrow": _tomorrow,
    "copied row": _copied,
    "duplicate date": _doubled,
    "invalid file": _invalid,
}


def versions(rows: list[Record], plans: list[Plan]) -> Iterator[tuple[str, datetime, bytes]]:
    """The file after each day, with what is wrong in it then; a version is named by its day."""
    written = [json.dumps(record, indent=2) for record in rows]
    texts = {id(record): text for record, text in zip(rows, written, strict=True)}
    for k, record in enumerate(rows):
        file: list[Record] | None = rows[: k + 1]
        for one in plans:
            if one.first <= k < one.last and file is not None:
                file = one.edit(file)
        if file is None:
            content = "[" + ",\n".join(written[: k + 1]) + ",\n"
        else:
            content = "[" + ",\n".join(texts.get(id(r)) or json.dumps(r) for r in file) + "]"
        day = date.fromisoformat(record["date"])
        yield record["date"], datetime.combine(day, time(9), UTC), content.encode()
