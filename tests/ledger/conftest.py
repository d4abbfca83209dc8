"""Every test that asks for ``ledger`` runs on both stores."""

import pytest
from postgresql_server import Missing, a_server, programs, runner

from lossledger.ledger import open_ledger


@pytest.fixture
def path(tmp_path):
    return tmp_path / "war.ledger"


@pytest.fixture
def file_ledger(path):
    with open_ledger(path) as book:
        yield book


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request, path):
    where = path if request.param == "sqlite" else request.getfixturevalue("database")
    with open_ledger(where) as book:
        yield book


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of our own; tests that need it skip with the reason without one."""
    try:
        programs(), runner()
        pytest.importorskip("psycopg", reason="the package psycopg is not installed")
    except Missing as reason:
        pytest.skip(str(reason))
    with a_server() as running:
        yield running


@pytest.fixture
def database(server):
    """The address of an empty database."""
    return server.database()
