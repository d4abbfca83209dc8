"""The command line, run in this process on a ledger of its own."""

import io
import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from lossledger.cli import run


class Answer(NamedTuple):
    """What a command did: its exit code, its output and its words on standard error."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def lossledger(tmp_path, monkeypatch, capsys) -> Callable[..., Answer]:
    """Run a command; ``stdin`` are its bytes on standard input."""
    monkeypatch.setenv("LOSSLEDGER", str(tmp_path / "war.ledger"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments: object, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = run([str(a) for a in arguments])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return call


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


@pytest.fixture
def filled(lossledger, tmp_path) -> Callable[..., Answer]:
    """The command line with a few weeks of totals imported."""
    files = personnel_file(tmp_path), equipment_file(tmp_path)
    assert lossledger("import", *files, "--source", "daily_mirror", "--quiet").code == 0
    return lossledger


def days_back(day: str, n: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=n)).isoformat()
