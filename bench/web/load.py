"""How fast the service starts and answers, beside Datasette with the same rows, in one run.

    python bench/web/load.py                 needs wrk, and the group `bench` of pyproject.toml
    python bench/web/load.py --seconds 3     the short form

Both serve on loopback with one process each, one after the other. Datasette opens the file that
``lossledger export --format sqlite`` wrote from the same ledger.
"""

import argparse
import importlib.util
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from serving import answered, ledger_in, lossledger, served

SAME_ROWS = (
    ("a page of 100 claims", "/v1/claims?metric=personnel&limit=100",
     "/claims/claims.json?_shape=objects&metric=personnel&_size=100&_nofacet=1&_nocount=1"),
    ("one day's claims", "/v1/claims?since=2024-02-22&until=2024-02-22",
     "/claims/claims.json?_shape=objects&report_date=2024-02-22&_nofacet=1&_nocount=1"),
)  # fmt: skip
ONLY_OURS = ("/", "/v1/latest", "/v1/series/personnel?from=2024-01-01&to=2024-03-01")
LOADED = (
    "const t = performance.getEntriesByType('navigation')[0];return t.loadEventStart - t.startTime"
)


class Load(NamedTuple):
    """What wrk measured: requests a second, milliseconds of the slowest hundredth, and errors."""

    requests: float
    p99: float
    errors: int


def wrk(address: str, seconds: int, connections: int) -> Load:
    """A load of so many connections at once; the address has been asked once before."""
    answered(address)
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", address]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", told).groups()
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    return Load(
        float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]),
        float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit],
        int(wrong[1]) if wrong else 0,
    )


@contextmanager
def datasette(file: Path) -> Iterator[str]:
    """Datasette on a file, with its settings as they come."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    about = file.with_name("metadata.json")
    command = [sys.executable, "-m", "datasette", "serve", "-i", str(file), "-p", str(port),
               "-m", str(about)]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        answered(f"http://127.0.0.1:{port}/claims.json")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def in_browser(address: str, times: int = 5) -> float | None:
    """Milliseconds from the first byte asked to the page being there; ``None`` without Chromium."""
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        return None
    sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "web"))
    from browser import browser

    took = []
    with browser() as seen:
        seen.driver.get(f"{address}/how-to-read")
        for _ in range(times):
            seen.driver.get(f"{address}/")
            took.append(seen.ask(LOADED))
    return statistics.median(took)


def first_in_browser(ledger: Path, times: int = 3) -> float | None:
    """Milliseconds of the first page that a new service shows; ``None`` without Chromium."""
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        return None
    sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "web"))
    from browser import browser

    took = []
    with browser() as seen:
        seen.driver.get("data:text/html,ready")
        for _ in range(times):
            with served(ledger) as service:
                seen.driver.get(f"{service.address}/")
                took.append(seen.ask(LOADED))
    return statistics.median(took)


def starts(ledger: Path, times: int = 3) -> float:
    """Seconds from the command to the first answer, the median."""
    took = []
    for _ in range(times):
        with served(ledger) as service:
            took.append(service.seconds)
    return statistics.median(took)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=10, help="of each load")
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--ledger", help="measure this one instead of a new one")
    asked = parser.parse_args()
    if shutil.which("wrk") is None:
        print("wrk is not installed (apt-get install wrk)", file=sys.stderr)
        return 2
    if importlib.util.find_spec("datasette") is None:
        print("Datasette is not installed (pip install --group bench .)", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        ledger = ledger_in(Path(folder), asked.ledger)
        print(f"start of serve to its first answer: {starts(ledger):.2f} s")
        shown = first_in_browser(ledger)
        if shown is not None:
            print(f"Today page of a new service in the browser: {shown:.0f} ms to its load event")
        file = Path(folder) / "claims.db"
        lossledger("export", "--format", "sqlite", "--out", str(file), "--ledger", str(ledger))
        return compare(ledger, file, asked.seconds, asked.connections)


AFTER = ("/", "/sources/ua_general_staff", "/lineage")


def after_appends(address: str, ledger: Path, times: int = 3) -> dict[str, list[float]]:
    """Milliseconds of the first answers after an append: at once, and when a second has passed."""
    took: dict[str, list[float]] = {}
    for wait in (0.3, 8.0):
        for number in range(times):
            text = ledger.with_name("more.txt")
            text.write_text(f"Russia lost {900 + number + int(wait)} tanks, officials said.\n")
            answered(f"{address}/")
            lossledger("read", str(text), "--ledger", str(ledger))
            time.sleep(wait)
            for path in AFTER:
                began = time.perf_counter()
                answered(f"{address}{path}")
                key = f"{path}, {wait} s after an append"
                took.setdefault(key, []).append((time.perf_counter() - began) * 1000)
    return took


def compare(ledger: Path, file: Path, seconds: int, connections: int) -> int:
    """Print the loads side by side; 1 when a figure is not what was promised."""
    kept = True
    ours: dict[str, Load] = {}
    with served(ledger) as service:
        began = time.perf_counter()
        page = answered(f"{service.address}/")
        first = (time.perf_counter() - began) * 1000
        print(f"Today page: {len(page):,} bytes; first answer {first:.0f} ms")
        shown = in_browser(service.address)
        if shown is not None:
            print(f"Today page in the browser, kept answer: {shown:.0f} ms to its load event")
            kept = kept and shown < 200
        for name, row in after_appends(service.address, ledger).items():
            print(f"{name}: {statistics.median(row):.0f} ms")
        for path in (*(row[1] for row in SAME_ROWS), *ONLY_OURS):
            ours[path] = wrk(service.address + path, seconds, connections)
    with datasette(file) as address:
        theirs = {row[2]: wrk(address + row[2], seconds, connections) for row in SAME_ROWS}
    for name, path, other in SAME_ROWS:
        one, two = ours[path], theirs[other]
        ratio = one.requests / two.requests
        print(f"{name}: {_told(one)}; Datasette {_told(two)}; {ratio:.1f} times")
        kept = kept and ratio >= 3 and one.p99 < 50 and not one.errors
    for path in ONLY_OURS:
        print(f"{path}: {_told(ours[path])}")
    return 0 if kept and len(page) < 100_000 else 1


def _told(load: Load) -> str:
    wrong = f", {load.errors} errors" if load.errors else ""
    return f"{load.requests:,.0f} requests/s, p99 {load.p99:.1f} ms{wrong}"


if __name__ == "__main__":
    sys.exit(main())
