"""The command line, run in this process on a ledger of its own."""

import io
import json
import sys
from collections.abc import Callable
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
