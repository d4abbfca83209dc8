"""A document's bytes, packed: whole, or as the difference from an earlier version.

A difference names the earlier document and how many bytes they share at the start and at the
end; only the bytes between are kept. After ``_CHAIN`` differences the bytes are kept whole.
"""

import zlib
from collections.abc import Callable

from sqlalchemy import Connection, select

from lossledger.ledger.schema import documents
from lossledger.model import Document

_MARK = b"LLD1"
_CHAIN = 50
_HEAD = len(_MARK) + 32 + 1 + 8 + 8

Fetch = Callable[[str], bytes]
"""Gives the packed bytes of the document with this id."""


def unpacked(packed: bytes, fetch: Fetch | None = None) -> bytes:
    """The bytes as they were; ``zlib.error`` when anything else than bytes packed here follows."""
    layers: list[bytes] = []
    while packed[: len(_MARK)] == _MARK:
        if fetch is None or len(layers) > _CHAIN:
            raise zlib.error("the earlier version that this one builds on is not there")
        layers.append(packed)
        packed = fetch(packed[len(_MARK) : len(_MARK) + 32].hex())
    plain = _inflated(packed)
    for layer in reversed(layers):
        first, last = _ends(layer)
        if first + last > len(plain):
            raise zlib.error("the packed bytes do not fit the version that they build on")
        plain = plain[:first] + _inflated(layer[_HEAD:]) + plain[len(plain) - last :]
    return plain


def _ends(layer: bytes) -> tuple[int, int]:
    at = _HEAD - 16
    return int.from_bytes(layer[at : at + 8], "big"), int.from_bytes(layer[at + 8 : _HEAD], "big")


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
    depth = packed[_HEAD - 17] + 1 if packed[: len(_MARK)] == _MARK else 1
    if depth > _CHAIN:
        return zlib.compress(document.content)
    base = unpacked(packed, fetch_from(connection))
    return _difference(bytes.fromhex(key), depth, base, document.content)


def _difference(key: bytes, depth: int, base: bytes, content: bytes) -> bytes:
    first = _shared(base, content)
    room = min(len(base), len(content)) - first
    last = _shared(base[len(base) - room :][::-1], content[len(content) - room :][::-1])
    head = _MARK + key + bytes([depth]) + first.to_bytes(8, "big") + last.to_bytes(8, "big")
    return head + zlib.compress(content[first : len(content) - last])


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes two strings share at their start, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
