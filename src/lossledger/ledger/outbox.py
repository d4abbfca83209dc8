"""Beside a ledger: signals that wait for their receivers, and what was told of feeds.

Signals are written here before the texts they speak of are kept, and taken away when their
receiver has them: a program that is stopped at any moment tells them at its next run, some of
them twice, with the same ids. None of this is part of what the ledger proves, so it is a folder
of small files: ``war.ledger.signals`` beside ``war.ledger``.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from lossledger.errors import LedgerError
from lossledger.model import Json

_MOST = 500
"""Files that wait for one receiver; when there are more the oldest are given up."""


class Outbox:
    """The folder of one ledger, with the receivers (addresses or paths) that there are now."""

    def __init__(self, folder: Path, receivers: Iterable[str] = ()) -> None:
        self._folder, self._receivers = folder, tuple(receivers)

    @classmethod
    def beside(cls, where: str, data: Path, receivers: Iterable[str] = ()) -> "Outbox":
        """The folder of the ledger at ``where``; of a database on a server one in ``data``."""
        if "://" in where:
            return cls(data / f"{sha256(where.encode()).hexdigest()[:16]}.signals", receivers)
        return cls(Path(f"{where}.signals"), receivers)

    def put(self, signals: Sequence[Json]) -> None:
        """Keep signals for every receiver, so that they outlast this program."""
        if not signals:
            return
        for receiver in self._receivers:
            folder = self._of(receiver)
            held = self._names(receiver)
            number = int(held[-1].partition("-")[0]) + 1 if held else 1
            body = json.dumps(list(signals), ensure_ascii=False).encode("utf-8", "replace")
            self._write(folder / f"{number:010}-{sha256(body).hexdigest()[:16]}.json", body)
            for old in held[: max(0, len(held) + 1 - _MOST)]:
                (folder / old).unlink(missing_ok=True)

    def waiting(self, receiver: str) -> list[tuple[str, list[Json]]]:
        """What a receiver was not told yet, the oldest first: the name of each part, its signals.

        A part that a broken disk left unreadable is put aside, so that it stops nothing.
        """
        found = []
        folder = self._of(receiver)
        for name in self._names(receiver):
            try:
                signals = json.loads((folder / name).read_bytes())
            except OSError as error:
                raise self._trouble(error) from error
            except ValueError:
                signals = None
            if isinstance(signals, list):
                found.append((name, [s for s in signals if isinstance(s, dict)]))
            else:
                (folder / name).rename(folder / f"{name}.broken")
        return found

    def done(self, receiver: str, names: Iterable[str]) -> None:
        """A receiver has these parts."""
        for name in names:
            (self._of(receiver) / name).unlink(missing_ok=True)

    def told(self) -> dict[str, dict[str, str]]:
        """What was told of each feed's state, by its address; empty when nothing was."""
        try:
            found = json.loads((self._folder / "told.json").read_bytes())
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._trouble(error) from error
        except ValueError:
            return {}
        return {k: v for k, v in found.items() if isinstance(v, dict)} if found else {}

    def remember(self, told: Mapping[str, Mapping[str, str]]) -> None:
        """Keep what was told of each feed's state."""
        body = json.dumps({k: dict(v) for k, v in told.items() if v}, ensure_ascii=False)
        self._write(self._folder / "told.json", body.encode("utf-8", "replace"))

    def _names(self, receiver: str) -> list[str]:
        """The parts that wait for a receiver, the oldest first."""
        try:
            inside = os.listdir(self._of(receiver))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise self._trouble(error) from error
        return sorted(name for name in inside if name.endswith(".json"))

    def _of(self, receiver: str) -> Path:
        return self._folder / sha256(receiver.encode("utf-8", "replace")).hexdigest()[:16]

    def _write(self, path: Path, body: bytes) -> None:
        """Write a file whole or not at all, so that it outlasts a power cut."""
        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise self._trouble(error) from error

    def _trouble(self, error: OSError) -> LedgerError:
        what = f"cannot be used: {(error.strerror or 'unknown trouble').lower()}"
        return LedgerError(str(self._folder), what, "check the folder beside the ledger")
