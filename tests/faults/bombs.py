"""Answers and archives that unpack without end: how much memory they cost until they are refused.

python tests/faults/bombs.py            a gigabyte behind each
python tests/faults/bombs.py --short    100 megabytes behind each

Each is read in a process of its own from a server of this machine; the figure is how far the
process's greatest memory rose above what it was before. A PDF is read in another process; its
figure is how far that one rose above what it held with the library loaded. More than 64 MB is a
fault.
"""

import argparse
import gzip
import io
import json
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli

ROOT = Path(__file__).parents[2]
MOST = 64 * 10**6
READER = """
import sys
from datetime import UTC, datetime
import brotli
from lossledger import desk
from lossledger.documents import document_from_bytes, fetch, open_with_evidence
from lossledger.errors import LossledgerError
import warcio.archiveiterator, pypdf, httpx
from lossledger.documents.wire import Wire
httpx.create_ssl_context()
now = datetime(2024, 2, 22, 9, tzinfo=UTC)
where = sys.argv[1]
if where.startswith("http"):
    try: fetch(where.rpartition("/")[0] + "/small", retrieved_at=now, allow_local=True)
    except LossledgerError: pass
def greatest():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024
open("/proc/self/clear_refs", "w").write("5")  # forget the greatest memory so far
before = greatest()
try:
    if where.startswith("http"):
        fetch(where, retrieved_at=now, max_bytes=10 * 2**20, timeout=60, allow_local=True)
    else:
        open_with_evidence(where, retrieved_at=now)
    said = "was read"
except LossledgerError as error:
    said = str(error)
print(greatest() - before, said)
"""
PDF_READER = """
import runpy, sys
import pypdf
def greatest():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024
before = greatest()
runpy.run_path(sys.argv[1], run_name="__main__")
print("", greatest() - before, sep="\\n")
"""


def zeros(size: int) -> Iterator[bytes]:
    for _ in range(size // 2**20):
        yield bytes(2**20)


def gzipped(size: int) -> bytes:
    file = io.BytesIO()
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=9) as packed:
        for piece in zeros(size):
            packed.write(piece)
    return file.getvalue()


def deflated(size: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(map(packer.compress, zeros(size))) + packer.flush()


def brotlied(size: int) -> bytes:
    packer = brotli.Compressor(quality=3)
    return b"".join(map(packer.process, zeros(size))) + packer.finish()


def record(http: bytes) -> bytes:
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"WARC-Target-URI: https://news.example/\r\nWARC-Date: 2024-02-22T06:10:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
        % len(http)
    )
    return gzip.compress(head + http + b"\r\n\r\n", 9)


def files(folder: Path, size: int, packed: dict[str, bytes]) -> Iterator[Path]:
    """A web archive around a packed answer, one of a record that is itself packed, and a PDF."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    inner = folder / "answer.warc.gz"
    inner.write_bytes(record(http + b"Content-Encoding: gzip\r\n\r\n" + packed["gzip"]))
    yield inner
    whole = folder / "record.warc.gz"
    whole.write_bytes(record(http + b"\r\n" + bytes(min(size, 200 * 2**20))))
    yield whole
    sys.path.append(str(ROOT / "tests/documents"))
    from packed_samples import tarred, zipped
    from pdf_samples import pdf

    bombs = {
        "stream.pdf": pdf("x", packed=packed["deflate"]),
        "operators.pdf": pdf("x", packed=zlib.compress(b"BT /F1 9 Tf " + b"(a) Tj " * 800_000)),
        "pages.pdf": pdf(*["x"] * 8, packed=zlib.compress(b"BT " + b"(a b) Tj " * 40_000)),
        "one.gz": packed["gzip"],
        "many.zip": zipped(*((f"{n}.txt", b"12 tanks " * 2**20) for n in range(size // 2**23))),
        "large.zip": zipped(("a.txt", bytes(min(size, 200 * 2**20)))),
        "pages.tgz": tarred(("a.html", bytes(min(size, 200 * 2**20))), packed=True),
        "texts.warc.gz": b"".join(
            record(http + b"\r\n" + b"12 tanks " * 2**20) for _ in range(size // 2**23)
        ),
    }
    for name, content in bombs.items():
        (folder / name).write_bytes(content)
        yield folder / name


def cost(where: str) -> tuple[int, str]:
    command = [sys.executable, "-c", READER, where]
    path = {"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=path)
    own, said = done.stdout.strip().split(" ", 1)
    if where.endswith(".pdf"):
        child = ROOT / "src/lossledger/documents/pdf_child.py"
        with open(where, "rb") as file:
            read = subprocess.run(
                [sys.executable, "-c", PDF_READER, child],
                stdin=file,
                capture_output=True,
                check=True,
            )
        return max(int(own), int(read.stdout.split()[-1])), said
    return int(own), said


def main() -> int:
    import tempfile

    if not Path("/proc/self/clear_refs").exists():
        print("skipped: this system does not tell the greatest memory of a process")
        return 0
    options = argparse.ArgumentParser()
    options.add_argument("--short", action="store_true")
    size = (100 if options.parse_args().short else 1000) * 2**20
    packed = {"gzip": gzipped(size), "deflate": deflated(size), "br": brotlied(size)}

    class Server(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            name = self.path.strip("/")
            body = packed.get(name, b"small")
            self.send_response(200)
            if name in packed:
                self.send_header("Content-Encoding", name)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    faults = 0
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), Server) as server,
        tempfile.TemporaryDirectory() as t,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        asked = [f"{address}/{name}" for name in packed]
        asked += [str(path) for path in files(Path(t), size, packed)]
        for where in asked:
            own, said = cost(where)
            faults += own > MOST
            name = where.rpartition("/")[2]
            told = {"bomb": name, "bytes": size, "memory": own, "said": said.partition(": ")[2]}
            print(json.dumps(told))
        server.shutdown()
    print(f"{faults} bombs cost more than {MOST:,} bytes")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
