"""Zip and tar files, and single files packed with gzip: their texts, without touching the disk.

Nothing is ever written where a name says, so no name can lead anywhere; one that tries is left
out all the same. What an archive unpacks to is limited by its own size, so that a small file
cannot cost much memory. Archives in archives are not opened.
"""

import io
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from lossledger.errors import BadInput

_ZIP, _GZIP = (b"PK\x03\x04", b"PK\x05\x06"), b"\x1f\x8b\x08"
_BLOCK = 512
_PIECE = 65_536
_MOST_ENTRIES = 10_000
_MOST_READ = 2_000
_MOST_PDFS = 20
_MOST_TOLD = 20
_TIMES = 10
"""An archive may unpack to so many times its size; saved pages pack to a fifth."""
_MOST_STREAMS = 100
_ENDINGS = tuple(
    f".{name}"
    for name in re.findall(
        r"\w+", "txt md markdown html htm xhtml json jsonl ndjson eml pdf warc rss atom xml"
    )
)
_PACKED = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar", ".zst")
_OFFICE = ("[content_types].xml", "mimetype", "_rels/.rels", "index/document.iwa")
_OUTSIDE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-zA-Z]:|[\x00-\x1f\x7f]")
_PAX = re.compile(rb"([0-9]{1,5}) ([^=\n]{1,200})=")

OnSkip = Callable[[str], None]


class Member(NamedTuple):
    """A file in an archive: its name as written there and as it may be shown, and its bytes."""

    name: str
    shown: str
    content: bytes


class _Left(Exception):
    """Why a member is left out."""


def is_packed(content: bytes, path: str) -> bool:
    """Whether a file is a zip or tar file or packed with gzip, a web archive excepted."""
    if content.startswith(_GZIP):
        return not path.lower().endswith((".warc.gz", ".warc.open"))
    return content.startswith(_ZIP) or _is_tar(content)


def members(content: bytes, where: str, largest: int, on_skip: OnSkip) -> Iterator[Member]:
    """The files of an archive that may be texts, one after another.

    ``on_skip`` is told what is left out and why: links, names that lead outside, files of more
    than ``largest`` bytes, locked ones, archives, and in one line all that are no texts. Raises
    ``BadInput`` for an archive that is broken, an office document, or one that holds too much.
    """
    room = _Room(max(largest, _TIMES * len(content)), where)
    entries = _entries(content, where, largest, room)
    told, others, kinds, read = 0, Counter[str](), Counter[str](), 0
    for name, unpack in entries:
        ending = PurePosixPath(name.lower()).suffix
        if _is_no_text(name, ending):
            others[ending or "without an ending"] += 1
            continue
        kinds[ending] += 1
        read += 1
        try:
            if read > _MOST_READ:
                raise BadInput(where, f"holds more than {_MOST_READ:,} texts", "cut it up")
            if kinds[".pdf"] > _MOST_PDFS and ending == ".pdf":
                raise _Left(f"more than {_MOST_PDFS} PDFs in one archive")
            yield Member(name, _shown(name), _checked(name, ending, unpack))
        except _Left as reason:
            told += 1
            if told <= _MOST_TOLD:
                on_skip(f"{where}#{_shown(name)}: {reason}")
    if told > _MOST_TOLD:
        on_skip(f"{where}: {told - _MOST_TOLD:,} more files were left out for such reasons")
    if others:
        some = ", ".join(f"{ending} {count:,}" for ending, count in others.most_common(6))
        on_skip(f"{where}: {others.total():,} files that are no texts were left out ({some})")


def _checked(name: str, ending: str, unpack: Callable[[], bytes]) -> bytes:
    """A member's bytes, unless its name or its content forbids it."""
    if _OUTSIDE.search(name):
        raise _Left("its name leads out of the archive")
    if ending in _PACKED:
        raise _Left("an archive in an archive is not opened")
    content = unpack()
    if content.startswith((*_ZIP, _GZIP)) and not name.lower().endswith(".warc.gz"):
        raise _Left("an archive in an archive is not opened")
    return content


def _is_no_text(name: str, ending: str) -> bool:
    """Pictures, styles and programs, and what a system leaves beside the files."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    warc = name.lower().endswith(".warc.gz")
    return hidden or not (warc or ending in _ENDINGS or ending in _PACKED or not ending)


class _Room:
    """How much an archive may still unpack to."""

    def __init__(self, most: int, where: str) -> None:
        self.left, self.where = most, where

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            what = f"unpacks to more than {_TIMES} times its size"
            raise BadInput(self.where, what, "unpack it yourself and read the files that matter")


Entries = Iterator[tuple[str, Callable[[], bytes]]]


def _entries(content: bytes, where: str, largest: int, room: _Room) -> Entries:
    if content.startswith(_ZIP):
        return _zip(content, where, largest, room)
    if content.startswith(_GZIP):
        unpacked = _gunzipped(content, room)
        if not _is_tar(unpacked):
            name = PurePosixPath(where).name.removesuffix(".gz")
            return iter([(name, lambda: _of_size(unpacked, largest))])
        return _tar(unpacked, where, largest)
    return _tar(content, where, largest)


def _of_size(content: bytes, largest: int) -> bytes:
    if len(content) > largest:
        raise _Left(f"larger than {largest // 2**20} MiB")
    return content


# -- zip


def _zip(content: bytes, where: str, largest: int, room: _Room) -> Entries:
    if content.count(b"PK\x01\x02") > _MOST_ENTRIES:  # before the library makes objects of them
        raise BadInput(where, f"holds more than {_MOST_ENTRIES:,} files", "cut it up")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        words = " ".join(str(error).split())[:80]
        raise BadInput(where, f"the archive is broken: {words}", "pack it anew") from error
    # is_dir() of Python 3.11 fails on a file without a name
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    if any(info.filename.lower() in _OFFICE for info in infos):
        raise BadInput(where, "this is an office document", "save the text in it and read that")
    seen: set[str] = set()
    for info in infos:
        again = info.filename in seen
        seen.add(info.filename)
        yield info.filename, lambda i=info, a=again: _unzipped(archive, i, a, largest, room)  # type: ignore[misc]


def _unzipped(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, again: bool, largest: int, room: _Room
) -> bytes:
    if again:
        raise _Left("the archive holds another file of this name")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise _Left("a link or a device, not a file")
    if info.flag_bits & 1:
        raise _Left("locked with a password")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _Left("packed in a way that is not read")
    parts, size = [], 0
    try:
        with archive.open(info) as file:
            while part := file.read(_PIECE):
                size += len(part)
                if size > largest:
                    raise _Left(f"larger than {largest // 2**20} MiB")
                room.take(len(part))
                parts.append(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise _Left(f"broken: {' '.join(str(error).split())[:80]}") from error
    except (NotImplementedError, RuntimeError, UnicodeError) as error:
        raise _Left("packed in a way that is not read") from error
    return b"".join(parts)


# -- gzip and tar


def _gunzipped(content: bytes, room: _Room) -> bytes:
    """All streams of a gzip file; the room is checked piece by piece."""
    parts, rest, streams = [], content, 0
    try:
        while rest:
            streams += 1
            if streams > _MOST_STREAMS:  # each costs a copy of the rest
                what = f"packed in more than {_MOST_STREAMS} pieces"
                raise BadInput(room.where, what, "unpack it first")
            unpacker = zlib.decompressobj(31)
            while rest and not unpacker.eof:
                part = unpacker.decompress(rest, _PIECE)
                room.take(len(part))
                parts.append(part)
                rest = unpacker.unconsumed_tail or unpacker.unused_data
            if not unpacker.eof:
                raise BadInput(room.where, "the packed file breaks off", "get it anew")
            rest = unpacker.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise BadInput(room.where, "the packed file is broken", "get it anew") from error
    return b"".join(parts)


def _is_tar(content: bytes) -> bool:
    """Whether this begins as a tar file, of the form that programs write since 1988."""
    return content[257:262] == b"ustar" and _sum_fits(content[:_BLOCK])


def _tar(content: bytes, where: str, largest: int) -> Entries:
    """The files of a tar file (POSIX ustar and pax, and GNU's long names)."""
    at, count, long = 0, 0, ""
    while at + _BLOCK <= len(content) and content[at : at + _BLOCK].strip(b"\0"):
        head = content[at : at + _BLOCK]
        size = _octal(head[124:136])
        if size is None or not _sum_fits(head):
            raise BadInput(where, "the archive is broken: a header makes no sense", "pack it anew")
        count += 1
        if count > _MOST_ENTRIES:
            raise BadInput(where, f"holds more than {_MOST_ENTRIES:,} files", "cut it up")
        body, kind = at + _BLOCK, head[156:157]
        if kind in (b"L", b"x"):
            held = content[body : body + min(size, 10 * _BLOCK)]
            long = _text(held) if kind == b"L" else _pax(held, where)
        elif kind not in b"5gK":
            name = long or "/".join(filter(None, (_text(head[345:500]), _text(head[:100]))))
            whole = body + size <= len(content)
            plain = kind in (b"0", b"\0", b"7")
            stretch = (body, body + size)
            yield name, lambda s=stretch, p=plain, w=whole: _untarred(content, s, p, w, largest)  # type: ignore[misc]
            long = ""
        at = body + -(-size // _BLOCK) * _BLOCK


def _untarred(
    content: bytes, stretch: tuple[int, int], plain: bool, whole: bool, largest: int
) -> bytes:
    if not plain:
        raise _Left("a link or a device, not a file")
    if stretch[1] - stretch[0] > largest:
        raise _Left(f"larger than {largest // 2**20} MiB")
    if not whole:
        raise _Left("broken: the archive breaks off")
    return content[slice(*stretch)]


def _pax(held: bytes, where: str) -> str:
    """The long name in an extended header, empty where it has none."""
    at, name = 0, ""
    while found := _PAX.match(held, at):
        end = at + int(found[1])
        if found[2] == b"size":
            raise BadInput(where, "holds a file of 8 GiB or more", "cut it up")
        if found[2] == b"path":
            name = _text(held[found.end() : end]).rstrip("\n")
        at = max(end, found.end())
    return name


def _sum_fits(head: bytes) -> bool:
    """Whether a header's sum is that of its bytes, those of the sum counted as spaces."""
    return _octal(head[148:156]) == sum(head[:148]) + 8 * 32 + sum(head[156:])


def _octal(field: bytes) -> int | None:
    """A number of a header; ``None`` for none, and for the form that files of 8 GiB need."""
    digits = field.strip(b" \0")
    return int(digits, 8) if re.fullmatch(rb"[0-7]{1,12}", digits) else None


def _text(field: bytes) -> str:
    return field.split(b"\0", 1)[0].decode("utf-8", "replace")


def _shown(name: str) -> str:
    """A name as it may be printed: what is no letter or sign of one line is replaced."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)[:200]
