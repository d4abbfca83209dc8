"""Bytes to characters: which charset, how many bytes each character took, what is no text.

The charset is taken from a byte order mark, else from what the caller knows (an HTTP header, an
option), else UTF-8 where the bytes are valid UTF-8, else from the page's own declaration: a
declaration that contradicts valid UTF-8 is nearly always left over from an older page.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lossledger.errors import BadInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF", "save its text and read that"),
    (b"PK\x03\x04", "a zip archive or an office document", "save the text in it and read that"),
    (b"PK\x05\x06", "an empty zip archive", "give a text or a page"),
    (b"\x89PNG", "an image (PNG)", "type the text of the image and read that"),
    (b"\xff\xd8\xff", "an image (JPEG)", "type the text of the image and read that"),
    (b"GIF8", "an image (GIF)", "type the text of the image and read that"),
    (b"RIFF", "an image, a sound or a film (RIFF)", "give a text or a page"),
    (b"OggS", "a sound or a film (Ogg)", "give a text or a page"),
    (b"ID3", "a sound (MP3)", "give a text or a page"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"BZh", "a compressed file (bzip2)", "unpack it first"),
    (b"\xfd7zXZ", "a compressed file (xz)", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", "unpack it first"),
    (b"Rar!\x1a", "an archive (RAR)", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text and read that"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"SQLite format 3", "an SQLite database", "give a text or a page"),
    (b"PAR1", "a Parquet file", "give a text or a page"),
    (b"\x7fELF", "a program", "give a text or a page"),
)
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,500}?charset|\?xml[^>]{0,200}?encoding)\s{0,9}=\s{0,9}
                            ["']?\s{0,9}([a-zA-Z0-9_:.-]{1,40})""",
    re.IGNORECASE | re.VERBOSE,
)
_ONE_BYTE = re.compile(r"cp125\d|koi8.+|iso8859.+|cp8(?:55|66)|mac.+|ascii")
_WIDTHS_UTF8 = re.compile("[\x00-\x7f]+|[\x80-\u07ff]+|[\u0800-\uffff]+|[\U00010000-\U0010ffff]+")
_WIDTHS_UTF16 = re.compile("[\x00-\uffff]+|[\U00010000-\U0010ffff]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file; ``first`` is the byte of the first one (after the mark)."""

    text: str
    charset: str
    first: int

    def size(self, begin: int, end: int) -> int:
        """How many bytes the characters from ``begin`` to ``end`` took."""
        if begin >= end:
            return 0
        if self.charset.startswith("utf-"):
            return len(self.text[begin:end].encode(self.charset))
        return end - begin

    def runs(self, text: str) -> Iterator[tuple[int, int]]:
        """The text cut into (number of characters, bytes each of them took)."""
        if self.charset == "utf-8" and not text.isascii():
            for match in _WIDTHS_UTF8.finditer(text):
                first = match[0][0]
                yield len(match[0]), 2 if "\x7f" < first < "\u0800" else len(first.encode())
        elif self.charset.startswith("utf-16"):
            for match in _WIDTHS_UTF16.finditer(text):
                yield len(match[0]), 2 if match[0][0] < "\U00010000" else 4
        elif text:
            yield len(text), 4 if self.charset.startswith("utf-32") else 1


def decoded(content: bytes, where: str, charset: str | None = None) -> Decoded:
    """The characters of a text file; ``BadInput`` for an empty, binary or undecodable one."""
    mark, marked = _mark(content)
    refuse_unreadable(content, where)
    if marked or charset:
        return _strict(content, len(mark), marked or _known(charset or "", where), where)
    try:
        return _strict(content, 0, "utf-8", where)
    except BadInput:
        declared = _DECLARED.search(content[:4096])
        if declared is None:
            raise
        return _strict(content, 0, _known(declared[1].decode(), where), where)


def refuse_unreadable(content: bytes, where: str) -> None:
    """Raise ``BadInput`` for an empty file and for one that is no text."""
    mark, marked = _mark(content)
    if not content[len(mark) :].strip():
        raise BadInput(where, "the file is empty", "give a text, a page or a file of posts")
    if marked not in (None, "utf-8"):
        return
    for magic, what, fix in _BINARY:
        if content.startswith(magic):
            raise BadInput(where, f"this is {what}, not a text", fix)
    if content[4:8] == b"ftyp":
        raise BadInput(where, "this is a film or an image, not a text", "give a text or a page")
    nul = content.find(b"\0")
    if nul >= 0:
        what = f"this is a binary file, not a text: byte {nul} is NUL"
        raise BadInput(where, what, "save it as UTF-8 text")


def _mark(content: bytes) -> tuple[bytes, str | None]:
    """The byte order mark of a file, and the charset it stands for."""
    return next(((m, c) for m, c in _MARKS if content.startswith(m)), (b"", None))


def _known(name: str, where: str) -> str:
    """The codec of a charset's name; a page that says ISO-8859-1 means windows-1252."""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        codec = ""
    if codec in ("ascii", "iso8859-1"):
        return "cp1252"
    if codec in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        return "utf-8"  # without a byte order mark, as browsers take it
    if not _ONE_BYTE.fullmatch(codec):
        raise BadInput(where, f"the charset {name!r} is not supported", "save it as UTF-8")
    return codec


def _strict(content: bytes, first: int, charset: str, where: str) -> Decoded:
    try:
        text = content[first:].decode(charset)
    except UnicodeDecodeError as error:
        name = {"utf-8": "UTF-8"}.get(charset, charset)
        what = f"the text is not valid {name}: byte {first + error.start} cannot be decoded"
        raise BadInput(where, what, "save it as UTF-8, or name its charset") from error
    return Decoded(text, charset, first)
