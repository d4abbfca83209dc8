"""The service over a small ledger, one for the whole session."""

from pathlib import Path

import pytest
from web_samples import Client, fill


@pytest.fixture(scope="session")
def ledger_path(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("web") / "war.sqlite"
    fill(path)
    return path


@pytest.fixture(scope="session")
def client(ledger_path) -> Client:
    return Client(ledger_path)
