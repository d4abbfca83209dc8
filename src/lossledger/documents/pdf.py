"""A PDF as the text of its pages, read in a process of its own within limits.

A character of a PDF's text has no bytes of its own in the file (they are packed, and drawn in
any order), so the way back leads to the page: where its object begins.
"""

import json
import re
import subprocess
import sys
import unicodedata
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from lossledger.documents import pdf_child
from lossledger.documents.pdf_lines import joined, running, words_of
from lossledger.documents.posts import moment
from lossledger.errors import BadInput
from lossledger.model import Offsets, Span

MAGIC = b"%PDF-"
_SECONDS = 30.0
_LIGATURES = {
    0xFB00 + n: word for n, word in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))
}
_HIDDEN_HYPHEN = re.compile("\u00ad(?!\n)")
"""A place where a word might be divided, within a line."""


class Pdf(NamedTuple):
    """The text of all pages, the way back to them, and what the file says about itself.

    ``around`` are the lines that pages have at their ends in common, and their numbers.
    """

    text: str
    offsets: Offsets
    around: tuple[Span, ...]
    title: str | None
    created: datetime | None


def read_pdf(content: bytes, where: str, *, timeout: float = _SECONDS) -> Pdf:
    """The text of a PDF in Unicode NFC, pages parted by an empty line; else ``BadInput``."""
    said = _said(content, where, timeout)
    if "error" in said:
        raise BadInput(where, said["error"], "save its text and read that")
    parts: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    length = 0
    texts = [unicodedata.normalize("NFC", _clean(page["text"])) for page in said["pages"]]
    words = words_of(texts)
    around: list[Span] = []
    for page, lines, apart in zip(said["pages"], texts, running(texts), strict=True):
        text, own = _page_text(lines, apart, words)
        around += (Span(length + s.start, length + s.end) for s in own)
        if not text.strip():
            continue
        starts.append(length)
        places.append(min(max(0, page["at"]), len(content)))
        parts.append(text)
        length += len(text) + 2
    if not parts:
        what = "there is no text in the PDF: its pages are pictures"
        raise BadInput(where, what, "type the figures and read that")
    created = moment(said["created"]) if said.get("created") else None
    offsets = Offsets(tuple(starts), tuple(places), (0,) * len(starts))
    return Pdf(
        "\n\n".join(parts),
        offsets,
        tuple(around),
        (said.get("title") or "").strip() or None,
        created,
    )


def _page_text(lines: str, apart: set[int], words: frozenset[str]) -> tuple[str, list[Span]]:
    """A page's text, its running lines with empty lines around them, and where they are."""
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    numbered = enumerate(lines.split("\n"))
    for running_line, some in groupby(numbered, key=lambda one: one[0] in apart):
        here = [line for _, line in some]
        if not running_line:
            here = [joined("\n".join(here).strip("\n"), words)]
        for text in here:
            if text.strip():
                spans += [Span(length, length + len(text))] if running_line else []
                parts.append(text)
                length += len(text) + 2
    return "\n\n".join(parts), spans


def _clean(text: str) -> str:
    """A page's text without characters that stand for nothing, and with ligatures as letters."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    whole = _HIDDEN_HYPHEN.sub("", whole.translate(_LIGATURES))
    return whole.encode("utf-8", "replace").decode().strip("\n")


def _said(content: bytes, where: str, timeout: float) -> dict:  # type: ignore[type-arg]
    """What the reading process says; ``BadInput`` when it is stopped."""
    command = [sys.executable, "-I", str(Path(pdf_child.__file__))]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired as error:
        what = f"reading the PDF takes longer than {timeout:g} seconds"
        raise BadInput(where, what, "save its text and read that") from error
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        what = f"reading the PDF was stopped (exit {done.returncode}): it takes too much"
        raise BadInput(where, what, "save its text and read that") from error
    assert isinstance(found, dict)
    return found
