"""The Merkle log of RFC 6962 and RFC 9162: pure functions over SHA-256 hashes.

A ``Frontier`` holds the roots of the full subtrees that a log of some size is made of, largest
first: enough to append to the log and to give its root, without its earlier leaves.
"""

from collections.abc import Iterable
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
        """The frontier from its size and packed peaks."""
        return cls(size, tuple(peaks[k : k + 32] for k in range(0, len(peaks), 32)))
