"""The program that reads a PDF: run as a process of its own, with little memory and time.

It gets the file on standard input and writes JSON on standard output: the text of each page
with the place of the page's object in the file, or what is wrong. It imports nothing of this
package, so that the file's reader can reach nothing of it.
"""

import io
import json
import logging
import os
import sys
from collections import Counter
from contextlib import suppress
from typing import Any

MEMORY = 60 * 2**20
"""Bytes that reading may take beyond what the process holds once the file is in it."""
PAGE = 4096 if not hasattr(os, "sysconf") else os.sysconf("SC_PAGE_SIZE")
SECONDS = 20
LARGEST_STREAM = 6 * 2**20
"""Bytes that one stream may unpack to; what a page draws is far smaller."""
MOST_PAGES = 500
MOST_CHARACTERS = 5_000_000
COLUMN = 10
"""Points within which lines begin at the same place."""
FEWEST, PROSE = 8, 24
"""Lines of a page that may have columns, and characters of half of the lines of each."""


def limit() -> None:
    """Set the limits of this process, where the system knows them."""
    with suppress(ImportError):
        import resource

        most = _held() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _held() -> int:
    """Bytes of address space that this process holds; a guess where the system does not tell."""
    with suppress(OSError, ValueError), open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * PAGE
    return 700 * 2**20


def pages(content: bytes) -> dict[str, Any]:
    """What the PDF holds; never raises for a broken one."""
    try:
        return _read(content)
    except MemoryError:
        return {"error": "reading it takes more memory than is allowed"}
    except RecursionError:
        return {"error": "it is nested too deep"}
    except Exception as error:  # a broken file makes pypdf raise nearly anything
        words = " ".join(str(error).split())[:100] or type(error).__name__
        return {"error": f"the PDF is broken: {words}"}


def _read(content: bytes) -> dict[str, Any]:
    from pypdf import PdfReader, filters

    for name in dir(filters):  # ZLIB_MAX_OUTPUT_LENGTH and its like
        if name.endswith("_MAX_OUTPUT_LENGTH"):
            setattr(filters, name, LARGEST_STREAM)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return {"error": "the PDF is locked with a password"}
    if len(reader.pages) > MOST_PAGES:
        return {"error": f"it has more than {MOST_PAGES} pages"}
    found, size = [], 0
    for page in reader.pages:
        text = _text(page)
        size += len(text)
        if size > MOST_CHARACTERS:
            return {"error": f"it has more than {MOST_CHARACTERS:,} characters"}
        found.append({"text": text, "at": _place(reader, page)})
    title = created = None
    with suppress(Exception):  # what it says about itself is no reason to refuse it
        about = reader.metadata
        title = str(about.title) if about and about.title else None
        created = about.creation_date.isoformat() if about and about.creation_date else None
    return {"pages": found, "title": title, "created": created}


def _text(page: Any) -> str:
    """A page's text in the order in which it is drawn; columns drawn line by line are parted."""
    drawn: list[tuple[float, str]] = []

    def note(text: str, _cm: Any, matrix: Any, *_: Any) -> None:
        if text.strip():
            drawn.append((float(matrix[4]), text.strip()))

    text = page.extract_text(visitor_text=note) or ""
    return _by_columns(drawn) or text


def _by_columns(drawn: list[tuple[float, str]]) -> str | None:
    """The lines of two or three columns of prose one after another, if they are drawn in turns.

    A table's cells are short; lines of prose are long and begin at the same few places.
    """
    places = Counter(round(left / COLUMN) for left, _ in drawn)
    columns = sorted(place for place, count in places.items() if 5 * count >= len(drawn))
    if len(drawn) < FEWEST or len(columns) not in (2, 3):
        return None
    lines: dict[int, list[str]] = {column: [] for column in columns}
    turns, last = 0, columns[0]
    for left, text in drawn:
        column = max((c for c in columns if c <= round(left / COLUMN)), default=columns[0])
        turns, last = turns + (column != last), column
        lines[column].append(text)
    short = any(sorted(map(len, some))[len(some) // 2] < PROSE for some in lines.values())
    if short or turns < len(drawn) // 2:
        return None
    return "\n\n".join("\n".join(some) for some in lines.values())


def _place(reader: Any, page: Any) -> int:
    """Where the page's object, or the stream that holds it, begins in the file; 0 if unknown."""
    reference = page.indirect_reference
    if reference is None:
        return 0
    packed = reader.xref_objStm.get(reference.idnum)
    number = packed[0] if packed else reference.idnum
    generation = 0 if packed else reference.generation
    return int(reader.xref.get(generation, {}).get(number, 0))


if __name__ == "__main__":
    import pypdf  # noqa: F401 - so that the limit counts what the file costs, not the library

    given = sys.stdin.buffer.read()
    limit()
    sys.stdout.write(json.dumps(pages(given)))
