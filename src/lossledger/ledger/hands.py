"""Parts of a large ledger given to other processes, so that verification uses every core.

A hand is a Python process of our own that opens the ledger to read, holds its part against the
log and tells what is wrong. It only ever saves time: a part whose hand fails, is killed or
says something odd is verified by ourselves.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import IO

from sqlalchemy import Connection

from lossledger.ledger.answers import Trouble
from lossledger.ledger.matching import Part, part_troubles
from lossledger.ledger.opening import open_engine

LARGE = 50_000
"""So many rows are worth other processes."""
_MOST = 4
_OURS = 0.8
"""Our own share, in equal shares: the log itself is left to us too."""
_PROGRAM = "import sys; from lossledger.ledger.hands import work; work(sys.stdin, sys.stdout)"


@contextmanager
def many_hands(
    connection: Connection, size: int
) -> Iterator[tuple[Iterator[Trouble], Callable[[], Iterator[Trouble]]]]:
    """What is wrong with the rows and documents of a ledger of this ``size``, from all cores.

    Gives our own part's troubles, found while they are asked for, and a function for those of
    the hands, which work meanwhile.
    """
    where, cores = _address(connection), min(_MOST, _cores())
    if size < LARGE or where is None or cores < 2 or not sys.executable:
        yield part_troubles(connection, Part()), lambda: iter(())
        return
    ours = int(size * _OURS / cores)
    bounds = [ours + (size - ours) * k // (cores - 1) for k in range(cores)]
    parts = [Part(*pair) for pair in pairwise(bounds)]
    hands = [(part, _hand(where, part)) for part in parts]

    def mine() -> Iterator[Trouble]:
        yield from part_troubles(connection, Part(None, ours))
        yield from part_troubles(connection, Part(size, None))

    def theirs() -> Iterator[Trouble]:
        for part, hand in hands:
            found = _told(hand)
            yield from part_troubles(connection, part) if found is None else found

    try:
        yield mine(), theirs
    finally:
        for _, hand in hands:
            _let_go(hand)


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _address(connection: Connection) -> str | None:
    """Where another process finds this ledger; ``None`` when it cannot."""
    if connection.dialect.name != "sqlite":
        url = connection.engine.url.set(drivername="postgresql")
        return url.render_as_string(hide_password=False)
    path = connection.exec_driver_sql("PRAGMA database_list").first()
    return path[2] or None if path is not None else None


def _hand(where: str, part: Part) -> "subprocess.Popen[str] | None":
    """A process that was told its part; the address, which may hold a password, goes by pipe."""
    try:
        hand = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except OSError:
        return None
    try:
        assert hand.stdin is not None
        json.dump([where, *part], hand.stdin)
        hand.stdin.close()
    except OSError:
        hand.kill()
    return hand


def _told(hand: "subprocess.Popen[str] | None") -> list[Trouble] | None:
    """What a hand found; ``None`` when it did not come to an end."""
    if hand is None or hand.stdout is None:
        return None
    said = hand.stdout.read()
    if hand.wait() != 0:
        return None
    try:
        return [Trouble(where, what) for where, what in json.loads(said)]
    except (ValueError, TypeError):
        return None


def _let_go(hand: "subprocess.Popen[str] | None") -> None:
    if hand is not None:
        hand.kill()
        hand.wait()
        if hand.stdout is not None:
            hand.stdout.close()


def work(given: IO[str], told: IO[str]) -> None:
    """A hand's whole work: read which part of which ledger, write its troubles as JSON."""
    where, start, end = json.load(given)
    engine = open_engine(where, create=False, read_only=True)
    with engine.connect() as connection, connection.begin():
        json.dump(list(part_troubles(connection, Part(start, end))), told)
    engine.dispose()
