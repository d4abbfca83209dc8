"""A document's bytes, packed: whole, or as the difference from an earlier version.

A difference names the earlier document and how many bytes they share at the start and at the
end; only the bytes between are kept. After ``_CHAIN`` differences the bytes are kept whole.
"""

import zlib
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, select

from lossledger.ledger.schema import documents
from lossledger.model import Document

_MARK = b"LLD1"
_CHAIN = 50
BASE_ENDS = len(_MARK) + 32
"""So many bytes of a difference tell what it builds on."""
_HEAD = BASE_ENDS + 1 + 8 + 8

Fetch = Callable[[str], bytes]
"""Gives the packed bytes of the document with this id."""


class Step(NamedTuple):
    """A difference: what it builds on, how many steps deep, and the bytes between."""

    base: str
    depth: int
    first: int
    last: int
    between: bytes

    def on(self, base: bytes) -> bytes:
        """The bytes that this step makes of the earlier version's."""
        if self.first + self.last > len(base):
            raise zlib.error("the packed bytes do not fit the version that they build on")
        return base[: self.first] + self.between + base[len(base) - self.last :]

    def packed(self) -> bytes:
        """The step as it is kept."""
        ends = self.first.to_bytes(8, "big") + self.last.to_bytes(8, "big")
        head = _MARK + bytes.fromhex(self.base) + bytes([self.depth]) + ends
        return head + zlib.compress(self.between)


def base_in(start: bytes) -> str | None:
    """The document that packed bytes with this start build on; ``None`` for whole ones."""
    return start[len(_MARK) : BASE_ENDS].hex() if start[: len(_MARK)] == _MARK else None


def step_in(packed: bytes) -> Step | None:
    """The step that packed bytes are; ``None`` when they are kept whole."""
    base = base_in(packed)
    if base is None:
        return None
    first, last = (int.from_bytes(packed[k : k + 8], "big") for k in (_HEAD - 16, _HEAD - 8))
    return Step(base, packed[BASE_ENDS], first, last, _inflated(packed[_HEAD:]))


def unpacked(packed: bytes, fetch: Fetch | None = None) -> bytes:
    """The bytes as they were; ``zlib.error`` when anything else than bytes packed here follows."""
    layers: list[Step] = []
    while (step := step_in(packed)) is not None:
        if fetch is None or len(layers) > _CHAIN:
            raise zlib.error("the earlier version that this one builds on is not there")
        layers.append(step)
        packed = fetch(step.base)
    plain = _inflated(packed)
    for layer in reversed(layers):
        plain = layer.on(plain)
    return plain


def _inflated(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(packed)
    if not unpacker.eof or unpacker.unused_data:
        raise zlib.error("the packed bytes are cut or longer than they should be")
    return plain


def fetch_from(connection: Connection) -> Fetch:
    """Packed bytes out of the store; ``zlib.error`` when they are not there."""

    def fetch(key: str) -> bytes:
        packed = connection.scalar(select(documents.c.content).where(documents.c.id == key))
        if not isinstance(packed, bytes):
            raise zlib.error(f"the earlier version {key} is not there")
        return packed

    return fetch


def packed_as_version(connection: Connection, document: Document) -> bytes:
    """The document's bytes as the difference from the last one of its origin, or whole."""
    same = (documents.c.origin == document.origin, documents.c.content.is_not(None))
    query = select(documents.c.id, documents.c.content).where(*same)
    earlier = connection.execute(query.order_by(documents.c.seq.desc()).limit(1)).first()
    if earlier is None:
        return zlib.compress(document.content)
    key, packed = earlier
    depth = packed[BASE_ENDS] + 1 if base_in(packed) is not None else 1
    if depth > _CHAIN:
        return zlib.compress(document.content)
    base = unpacked(packed, fetch_from(connection))
    return _difference(key, depth, base, document.content).packed()


def _difference(key: str, depth: int, base: bytes, content: bytes) -> Step:
    first = _shared(base, content)
    room = min(len(base), len(content)) - first
    last = _shared(base[len(base) - room :][::-1], content[len(content) - room :][::-1])
    return Step(key, depth, first, last, content[first : len(content) - last])


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes two strings share at their start, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
