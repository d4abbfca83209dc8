"""The command line, run in this process on a ledger of its own."""

import http.server
import io
import json
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from cli_samples import equipment_file, personnel_file

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


@pytest.fixture
def filled(lossledger, tmp_path) -> Callable[..., Answer]:
    """The command line with a few weeks of totals imported."""
    files = personnel_file(tmp_path), equipment_file(tmp_path)
    assert lossledger("import", *files, "--source", "daily_mirror", "--quiet").code == 0
    return lossledger


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal of the tests."""


@pytest.fixture
def served(tmp_path) -> Iterator[tuple[Path, str]]:
    """A folder and the address at which a server of this machine shows it."""
    folder = tmp_path / "site"
    folder.mkdir()

    def handler(*args, **kwargs):
        return Quiet(*args, directory=str(folder), **kwargs)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
