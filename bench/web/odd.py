"""Odd requests: cases made from the API's own description, and raw bytes that no client sends.

    python bench/web/odd.py --cases 1000 --raw 10000    needs the group `bench` of pyproject.toml
    python bench/web/odd.py --short                     30 cases an operation, 500 raw ones

The exit code is 1 when an answer is of the 500 kind, or when the service no longer answers.
"""

import argparse
import random
import re
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from serving import answered, ledger_in, served

METHODS = (
    "GET",
    "HEAD",
    "POST",
    "OPTIONS",
    "PUT",
    "DELETE",
    "TRACE",
    "PATCH",
    "CONNECT",
    "get",
    "\x00",
    "G" * 300,
)
PATHS = (
    "/", "/v1/latest", "/v1/series/personnel", "/v1/claims", "/v1/claims/x", "/v1/check", "/check",
    "/metrics/tanks", "/charts/tanks.svg", "/charts/tanks.exe", "/documents/x", "/sources/x", "/static/style.css",
    "/../../etc/passwd", "//", "/%00", "/%ff%fe", "/v1/openapi.json", "/v1/terms/xx", "/embed/tanks", "*", "",
)  # fmt: skip
QUERIES = (
    "", "?", "?metric=tanks&metric=tanks", "?value=" + "9" * 400, "?value=-1", "?as_of=9999-12-31T23:59:59Z",
    "?as_of=0001-01-01", "?from=2024-02-30", "?cursor=99999999999", "?limit=0", "?lang=%F0%9F%98%80", "?z=%78",
    "?month=2024-13", "?%00=%00", "?a" * 300, "?metric=" + "%41" * 2000, "?q=" + "x" * 20000, "?week=9999-12-31",
    "?from=9999-12-31&to=9999-12-31", "?month=0001-01",
)  # fmt: skip
HEADERS = (
    "", "Accept-Language: \xff\xfe;q=x", "If-None-Match: " + '"x",' * 500, "Content-Length: -5", "Content-Length: x",
    "Transfer-Encoding: chunked", "Cookie: " + "a" * 40000, "Content-Type: application/x-www-form-urlencoded",
    "Range: bytes=9-1", "Expect: 100-continue", "X: \x00", "Upgrade: websocket\r\nConnection: Upgrade", ": novalue",
)  # fmt: skip
BODIES = (
    b"", b"{}", b"[]", b"null", b'{"text":1}', b'{"text":""}', b'{"text":"Russia lost 5 tanks"}', b"[" * 50000,
    b'{"text":"' + b"\\ud800" * 50 + b' 5 tanks"}', b"\xff\xfe", b"text=" + b"%FF" * 50, b"text=Russia+lost+7+tanks",
    b'{"text":"' + b"1" * 30000 + b'"}', b"text=" + b"a" * 1_200_000, b'{"text":"x 5","as_of":"9999-12-31"}',
    b'{"text":"Russia lost 5 tanks","published":"0001-01-01"}', b'{"text":"Russia lost 5 tanks","published":5}',
)  # fmt: skip


def raw(rng: random.Random) -> bytes:
    """One odd request."""
    head = f"{rng.choice(METHODS)} {rng.choice(PATHS)}{rng.choice(QUERIES)} {rng.choice(('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9', ''))}"
    body = rng.choice(BODIES)
    lines = [head, "Host: x", "Connection: close", rng.choice(HEADERS)]
    if rng.random() < 0.7:
        lines.append(f"Content-Length: {len(body) + rng.choice((0, 0, 0, 3, -1))}")
    whole = "\r\n".join(line for line in lines if line).encode("latin-1") + b"\r\n\r\n" + body
    if rng.random() < 0.1:
        whole = whole[: rng.randrange(1, len(whole))]
    if rng.random() < 0.1:
        at = rng.randrange(len(whole))
        whole = whole[:at] + bytes([rng.randrange(256)]) + whole[at + 1 :]
    return whole


def status(address: str, request: bytes) -> str:
    """The status that a raw request is answered with, ``none`` for a connection just closed."""
    place = urlsplit(address)
    try:
        with socket.create_connection((place.hostname, place.port), timeout=20) as wire:
            wire.sendall(request)
            wire.shutdown(socket.SHUT_WR)
            found = b""
            while (part := wire.recv(65536)) and len(found) < 2**20:
                found += part
    except OSError:
        return "none"
    told = re.match(rb"(?:HTTP/1\.1 100 .*?\r\n\r\n)?HTTP/1\.\d (\d{3})", found, re.DOTALL)
    return told[1].decode() if told else "none"


def send_raw(address: str, count: int) -> Counter[str]:
    """So many odd requests from eight clients; the answers by status."""
    requests = [raw(random.Random(seed)) for seed in range(count)]
    with ThreadPoolExecutor(8) as clients:
        return Counter(clients.map(lambda request: status(address, request), requests))


def cases(address: str, count: int) -> bool:
    """Whether no case made from the description ends in an answer of the 500 kind."""
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "run", f"{address}/v1/openapi.json",
        "--checks", "not_a_server_error", "--max-examples", str(count), "--phases",
        "examples,coverage,fuzzing", "--generation-database", "none", "--seed", "1",
        "--suppress-health-check", "all", "--continue-on-failure", "--no-color",
    ]  # fmt: skip
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    told = done.stdout.splitlines()
    for line in told[-14:]:
        if line.strip():
            print(f"  {line}")
    return done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1000, help="of each operation")
    parser.add_argument("--raw", type=int, default=10_000, help="raw requests")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--ledger", help="serve this one instead of a new one")
    asked = parser.parse_args()
    count, odd = (30, 500) if asked.short else (asked.cases, asked.raw)
    with tempfile.TemporaryDirectory() as folder:
        ledger = ledger_in(Path(folder), asked.ledger)
        with served(ledger, "--checks-a-minute", "0") as service:
            answers = send_raw(service.address, odd)
            wrong = sum(n for code, n in answers.items() if code.startswith("5"))
            print(f"{odd:,} raw requests: {dict(answers.most_common())}; of the 500 kind: {wrong}")
            sound = cases(service.address, count)
            print(
                f"{count:,} cases an operation: {'no' if sound else 'SOME'} answer of the 500 kind, or none"
            )
            answered(f"{service.address}/v1/health", 60)
    return 0 if sound and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
