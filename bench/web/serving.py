"""A service under measure: ``lossledger serve`` in a process of its own, on loopback."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SERIES = ROOT.parent / "shared" / "data" / "series"


class Served(NamedTuple):
    """Where a service answers, and how many seconds passed until its first answer."""

    address: str
    seconds: float


def lossledger(*words: str) -> None:
    """Run a command; its output is not shown."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "lossledger", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def ledger_in(folder: Path, given: str | None) -> Path:
    """The ledger that is given, else the mirror's series, else made-up totals of 1,500 days."""
    if given:
        return Path(given)
    path = folder / "war.sqlite"
    files = [SERIES / f"russia_losses_{name}.json" for name in ("personnel", "equipment")]
    if not all(file.exists() for file in files):
        print("no ../shared: measured on made-up totals of 1,500 days")
        files = [_made_up(folder)]
    names = [str(file) for file in files]
    lossledger("import", *names, "--source", "daily_mirror", "--ledger", str(path), "--quiet")
    return path


def _made_up(folder: Path) -> Path:
    first, rows = date(2022, 2, 25), []
    for day in range(1500):
        when = (first + timedelta(days=day)).isoformat()
        rows.append({"date": when, "day": day + 2, "personnel": 900 * (day + 1)})
    path = folder / "personnel.json"
    path.write_text(json.dumps(rows), "utf-8")
    return path


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[Served]:
    """``lossledger serve`` on a free port of loopback."""
    command = [sys.executable, "-m", "lossledger", "serve", "--port", "0", *options,
               "--ledger", str(ledger)]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split(" at ")[1].split()[0].rstrip("/")
        answered(f"{address}/v1/health")
        yield Served(address, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(10)


def answered(address: str, seconds: float = 30) -> bytes:
    """The first answer of an address, which is asked until it comes."""
    import httpx

    until = time.perf_counter() + seconds
    while True:
        try:
            return httpx.get(address, timeout=seconds).raise_for_status().content
        except httpx.TransportError:
            if time.perf_counter() > until:
                raise
            time.sleep(0.02)
