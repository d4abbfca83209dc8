"""The Merkle log of RFC 6962 and RFC 9162: pure functions over SHA-256 hashes.

A ``Frontier`` holds the roots of the full subtrees that a log of some size is made of, largest
first: enough to append to the log and to give its root, without its earlier leaves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

EMPTY = sha256(b"").digest()
"""The root of a log without leaves."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry: SHA-256 over a zero byte and the entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: SHA-256 over a one byte and its two children."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """A log reduced to its size and the roots of its full subtrees, largest first."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def grown(self, leaves: Iterable[bytes]) -> "Frontier":
        """The frontier after these leaf hashes were appended."""
        size, peaks = self.size, list(self.peaks)
        for leaf in leaves:
            merges = size
            while merges & 1:
                leaf = sha256(b"\x01" + peaks.pop() + leaf).digest()
                merges >>= 1
            peaks.append(leaf)
            size += 1
        return Frontier(size, tuple(peaks))

    @property
    def root(self) -> bytes:
        """The root hash of the log."""
        if not self.peaks:
            return EMPTY
        *rest, root = self.peaks
        for peak in reversed(rest):
            root = node_hash(peak, root)
        return root

    def packed(self) -> bytes:
        """The peaks as one string of bytes; their number follows from the size."""
        return b"".join(self.peaks)

    @classmethod
    def unpacked(cls, size: int, peaks: bytes) -> "Frontier":
        """The frontier from its size and packed peaks; what follows them is left alone."""
        return cls(size, tuple(peaks[32 * k : 32 * k + 32] for k in range(size.bit_count())))


def next_link(link: bytes, size: int, root: bytes, moment: str) -> bytes:
    """The hash that ties a head to the one before it, whose hash is ``link``.

    A log says nothing of where one append ended and the next began: the chain of its heads
    does, so that a head taken away leaves a break. The first head has an empty link before it.
    """
    return sha256(b"\x02" + link + size.to_bytes(8, "big") + root + moment.encode()).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root hash over these leaf hashes (RFC 9162, 2.1.1)."""
    return Frontier().grown(leaves).root


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from leaf ``index`` to the root (RFC 9162, 2.1.3.1)."""
    if not 0 <= index < len(leaves):
        raise ValueError(f"there is no leaf {index} among {len(leaves)}")
    path, start, end = [], 0, len(leaves)
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(root_of(leaves[middle:end]))
            end = middle
        else:
            path.append(root_of(leaves[start:middle]))
            start = middle
    return path[::-1]


def consistency_proof(leaves: Sequence[bytes], old: int) -> list[bytes]:
    """The hashes that show that the first ``old`` leaves are still there (2.1.4.1)."""
    if not 0 < old <= len(leaves):
        raise ValueError(f"a log of {len(leaves)} never had the size {old} to be shown")
    path, start, end, whole = [], 0, len(leaves), True
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(root_of(leaves[middle:end]))
            end = middle
        else:
            path.append(root_of(leaves[start:middle]))
            start, whole = middle, False
    return ([] if whole else [root_of(leaves[start:end])]) + path[::-1]


def included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the path proves that ``leaf`` stands at ``index`` of that log (2.1.3.2)."""
    if not 0 <= index < size:
        return False
    node, last = index, size - 1
    for step in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            leaf = node_hash(step, leaf)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            leaf = node_hash(leaf, step)
        node, last = node >> 1, last >> 1
    return last == 0 and leaf == root


def consistent(old: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the path proves that the log of ``size`` begins with that of ``old`` (2.1.4.2)."""
    if old == size:
        return not path and old_root == root
    if not 0 < old < size or not path:
        return False
    steps = list(path) if old & (old - 1) else [old_root, *path]
    node, last = old - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    was = now = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            was, now = node_hash(step, was), node_hash(step, now)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            now = node_hash(now, step)
        node, last = node >> 1, last >> 1
    return last == 0 and was == old_root and now == root
