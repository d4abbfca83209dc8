"""The tables of this folder as they are parsed, and which of them there are."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from lossledger.errors import BadTable


@cache
def table(name: str) -> Mapping[str, Any]:
    """One TOML table of this folder, not to be changed; a broken one raises ``BadTable``."""
    try:
        return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadTable(f"vocabulary/{name}.toml", str(error), "mend the table") from error


def has_table(name: str) -> bool:
    """Whether there is such a table."""
    return files(__package__).joinpath(f"{name}.toml").is_file()


def tables(folder: str = ".") -> tuple[str, ...]:
    """The names of the tables of a folder."""
    found = (entry.name for entry in files(__package__).joinpath(folder).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


def folders(folder: str) -> tuple[str, ...]:
    """The names of the folders in a folder."""
    inside = files(__package__).joinpath(folder).iterdir()
    return tuple(sorted(e.name for e in inside if e.is_dir() and not e.name.startswith("_")))
