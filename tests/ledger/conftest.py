import pytest

from lossledger.ledger import open_ledger


@pytest.fixture
def path(tmp_path):
    return tmp_path / "war.ledger"


@pytest.fixture
def ledger(path):
    with open_ledger(path) as book:
        yield book
