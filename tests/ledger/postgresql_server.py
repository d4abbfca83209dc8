"""A PostgreSQL server of our own, in a folder, reached by a socket; for tests and fault scripts."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")


class Missing(Exception):
    """Why no server can be started here."""


def programs() -> Path:
    """The folder of the newest PostgreSQL server's programs."""
    found = sorted(DEBIAN.glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    beside = shutil.which("initdb")
    for folder in (*found, *([Path(beside).resolve().parent] if beside else [])):
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise Missing("no PostgreSQL server is installed here (.ci/postgresql installs one)")


def runner() -> str | None:
    """As whom the server runs: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise Missing("PostgreSQL does not run as root, and there is no user postgres")


class Server:
    """A cluster in a folder: ``folder`` holds its data and its socket."""

    def __init__(self, folder: str, *, durable: bool) -> None:
        self.folder, self._programs, self._user = folder, programs(), runner()
        if self._user is not None:
            shutil.chown(folder, self._user)
        self._run("initdb", "-A", "trust", "-U", "reader", "-E", "UTF8", "--no-sync", "--locale=C")
        self._options = f"-k {folder} -c listen_addresses= -c fsync={'on' if durable else 'off'}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [self._programs / program, "-D", f"{self.folder}/data", *arguments]
        subprocess.run(
            command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder, user=self._user
        )

    def start(self) -> None:
        self._run(
            "pg_ctl", "-w", "-t", "120", "-l", f"{self.folder}/log", "-o", self._options, "start"
        )

    def stop(self) -> None:
        self._run("pg_ctl", "-w", "-m", "immediate", "stop")

    def kill(self) -> None:
        """kill -9 for the server and all its processes, then a start that has to recover."""
        head = int(Path(f"{self.folder}/data/postmaster.pid").read_text().split("\n")[0])
        os.kill(head, signal.SIGSTOP)  # so that it does not answer the death of its children
        family = [*_children(head), head]
        for process in family:
            os.kill(process, signal.SIGKILL)
        while any(map(_runs, family)):
            time.sleep(0.005)
        # A dead process that nobody waits for would pass for a running server.
        for left in ("data/postmaster.pid", ".s.PGSQL.5432.lock", ".s.PGSQL.5432"):
            Path(self.folder, left).unlink(missing_ok=True)
        self.start()

    def database(self, name: str = "war") -> str:
        """The address of a database that is made empty."""
        import psycopg

        with psycopg.connect(
            host=self.folder, user="reader", dbname="postgres", autocommit=True
        ) as raw:
            raw.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            raw.execute(f"CREATE DATABASE {name}")
        return f"postgresql://reader@/{name}?host={self.folder}"


def _children(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(child) for child in found]


def _runs(process: int) -> bool:
    """Whether a process is there and not merely waited for."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@contextmanager
def a_server(*, durable: bool = False) -> Iterator[Server]:
    """A running server, gone afterwards; ``Missing`` when there can be none here."""
    programs(), runner()
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        server = Server(folder, durable=durable)
        server.start()
        try:
            yield server
        finally:
            server.stop()
