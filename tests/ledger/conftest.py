"""Every test that asks for ``ledger`` runs on both stores."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

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


def _programs():
    """The folder of the newest PostgreSQL server's programs, or ``None``."""
    beside = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    return Path(beside).parent if beside else (found[-1] if found else None)


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of our own in a folder, reached by a socket, as who may run it."""
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed here (apt-get install postgresql)")
    user = pwd.getpwuid(os.geteuid()).pw_name
    if os.geteuid() == 0:
        try:
            user = pwd.getpwnam("postgres").pw_name
        except KeyError:
            pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, user)

        def run(program, *arguments):
            command = [programs / program, "-D", f"{folder}/data", *arguments]
            subprocess.run(
                command,
                check=True,
                stdout=subprocess.DEVNULL,
                cwd=folder,
                user=user if os.geteuid() == 0 else None,
            )

        run("initdb", "-A", "trust", "-U", "reader", "-E", "UTF8", "--no-sync", "--locale=C")
        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        run("pg_ctl", "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield folder
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")


@pytest.fixture
def database(server):
    """The address of an empty database."""
    import psycopg

    with psycopg.connect(host=server, user="reader", dbname="postgres", autocommit=True) as raw:
        raw.execute("DROP DATABASE IF EXISTS war WITH (FORCE)")
        raw.execute("CREATE DATABASE war")
    return f"postgresql://reader@/war?host={server}"
