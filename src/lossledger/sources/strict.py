"""A strict reader of one TOML table: every key taken once, each with its type."""

from collections.abc import Container, Mapping
from typing import Any

from lossledger.errors import BadTable
from lossledger.model import SCOPES


class Row:
    """One TOML table of which every key must be taken, each with its type."""

    def __init__(self, where: str, row: Mapping[str, Any]) -> None:
        self.where, self.left = where, dict(row)

    def take(self, key: str, kind: type, default: Any) -> Any:
        value = self.left.pop(key, default)
        if value is not default and type(value) is not kind:
            raise BadTable(self.where, f"{key} is no {kind.__name__}: {value!r}")
        return value

    def text(self, key: str) -> str:
        value: str = self.take(key, str, "")
        if not value.strip():
            raise BadTable(self.where, f"{key} is missing")
        return value

    def one_of(self, key: str, allowed: Container[str], default: str = "") -> str:
        value: str = self.take(key, str, default)
        if not value:
            raise BadTable(self.where, f"{key} is missing")
        if value not in allowed:
            raise BadTable(self.where, f"unknown {key} {value!r}")
        return value

    def scope(self) -> tuple[str, ...] | None:
        words = self.take("scope", list, None)
        if words is None:
            return None
        if not words or any(word not in SCOPES for word in words):
            raise BadTable(self.where, f"scope {words!r} is not of {', '.join(SCOPES)}")
        return tuple(word for word in SCOPES if word in words)

    def close(self) -> None:
        if self.left:
            raise BadTable(self.where, f"unknown key {next(iter(self.left))!r}")
