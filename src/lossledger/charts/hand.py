"""A process of its own that draws, so that nobody who waits for something else is held up.

The library that draws takes most of a second for its first picture and lets no other thread
run meanwhile.
"""

import json
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import Any

from lossledger.charts import drawing_child
from lossledger.charts.drawing import VERSION


class Hand:
    """The drawing process; it is started with the object and ends with it, or when asked to."""

    def __init__(self) -> None:
        self._one = Lock()
        self._process = _started()

    def close(self) -> None:
        """End the process."""
        with self._one:
            _ended(self._process)
            self._process = None

    def draw(self, asked: dict[str, Any]) -> bytes | None:
        """What the process answers to a request; ``None`` when it cannot draw, or is gone.

        One that is gone is started anew for whoever asks next.
        """
        with self._one:
            process = self._process
            try:
                found = _asked(process, asked) if process is not None else None
            except (OSError, ValueError):
                _ended(process)
                self._process = _started()
                return None
            return found


def _started() -> "subprocess.Popen[bytes] | None":
    """The process, ``None`` where none can be started."""
    command = [sys.executable, "-I", str(Path(drawing_child.__file__)), VERSION]
    pipe = subprocess.PIPE
    try:
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    except OSError:
        return None


def _asked(process: "subprocess.Popen[bytes]", asked: dict[str, Any]) -> bytes | None:
    """The answer to one request; ``OSError`` or ``ValueError`` from a process that is gone."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(asked).encode() + b"\n")
    process.stdin.flush()
    told, _, length = process.stdout.readline().decode("ascii", "replace").partition(" ")
    body = process.stdout.read(int(length))
    if len(body) < int(length):
        raise ValueError("the drawing process ended within its answer")
    return body if told == "yes" else None


def _ended(process: "subprocess.Popen[bytes] | None") -> None:
    """Let the process end: it does when nothing more can come."""
    if process is not None:
        process.kill()
        process.communicate()
