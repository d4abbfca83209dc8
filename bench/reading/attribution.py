"""Digits to their source on a corpus of attributions in news, in brat's standoff form.

    python bench/reading/attribution.py FOLDER [--errors] [--json]

FOLDER holds NAME.txt with NAME.ann beside it (a text labelled by several: NAME_*.ann), as PolNeAR
does (Newell, Margolin and Ruths, LREC 2018; github.com/networkdynamics/PolNeAR). The corpus is its
authors' and no part of this project. A number in digits inside of an attribution's content belongs
to its source; one outside of every content belongs to nobody. It is right where the speaker that
the reader gives and the source's words share a word that is none of the language's light ones. The
naive rule, told nothing, takes the nearest name in capitals of the number's sentence.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from lossledger.documents import open_documents
from lossledger.extract import explain, read
from lossledger.vocabulary import sources

DIGITS = re.compile(r"[0-9][0-9.,]*")
LIGHT = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "in",
        "for",
        "to",
        "by",
        "on",
        "at",
        "mr",
        "mrs",
        "ms",
        "new",
        "his",
        "her",
        "its",
        "their",
        "our",
        "us",
        "that",
        "who",
    ]
)
NAME = re.compile(r"(?:[A-Z][\w.’'-]+)(?:\s+(?:of\s+|for\s+|the\s+)?[A-Z][\w.’'-]+)*")


class Number(NamedTuple):
    """A number in digits: where, its source's words by the corpus, and what each rule says."""

    text: str
    start: int
    quote: str
    source: str | None
    read: str | None
    naive: str | None


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--errors", action="store_true", help="each number that differs")
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    numbers = [n for text in sorted(given.folder.glob("*.txt")) for n in numbers_of(text)]
    if not numbers:
        print(f"{given.folder}: no NAME.txt with numbers; give a folder of texts", file=sys.stderr)
        return 2
    if given.errors:
        for n in numbers:
            if (n.source or n.read) and not _same(n.read, n.source):
                print(n.text, n.start, n.quote, n.source, n.read, sep="\t")
    scores = {"lossledger": score([(n.source, n.read) for n in numbers]),
              "nearest name": score([(n.source, n.naive) for n in numbers])}  # fmt: skip
    if given.json:
        print(json.dumps({"numbers": len(numbers), **scores}))
        return 0
    said = sum(n.source is not None for n in numbers)
    print(f"{len(numbers)} numbers in digits, {said} inside of an attribution")
    for name, (precision, recall, f1) in scores.items():
        print(f"{name:14} precision {precision:5.1f}  recall {recall:5.1f}  F1 {f1:5.1f}")
    return 0


def numbers_of(path: Path) -> Iterator[Number]:
    """The numbers in digits of one text."""
    text = path.read_bytes().decode()
    sources_at = {
        start + m.start(): source
        for labels in sorted(path.parent.glob(f"{path.stem}*.ann"))
        for source, start, end in attributions(text, labels.read_text(encoding="utf-8"))
        for m in DIGITS.finditer(text[start:end])
    }
    document = next(iter(open_documents(str(path), retrieved_at=datetime.now(UTC))))
    fates = explain(read(document))
    for m in DIGITS.finditer(text):
        k = m.start()
        fate = next((f for f in fates if f.span.start <= k < f.span.end), None)
        said = fate.claimant if fate else None
        yield Number(path.stem, k, m[0], sources_at.get(k), said, nearest(text, k))


def attributions(text: str, labels: str) -> Iterator[tuple[str, int, int]]:
    """Source's words, start and end of each piece of content."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in labels.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            pieces = rest.partition("\t")[0].partition(" ")[2].split(";")
            spans[name] = [(int(a), int(b)) for a, b in (p.split() for p in pieces)]
        elif name.startswith("E"):
            parts = [part.split(":") for part in rest.split()]
            who = [spans[t] for kind, t in parts if kind.startswith("Source")]
            source = " ".join(text[a:b] for pieces in who for a, b in pieces)
            for kind, t in parts:
                if kind.startswith("Content") and source:
                    yield from ((source, a, b) for a, b in spans[t])


def nearest(text: str, k: int) -> str | None:
    """The name in capitals that stands nearest to a number in its sentence."""
    ends = [m.end() for m in re.finditer(r"[.!?][”\"]?\s|\n", text)]
    first = max((e for e in ends if e <= k), default=0)
    last = min((e for e in ends if e > k), default=len(text))
    names = [m for m in NAME.finditer(text, first, last) if m[0].lower() not in LIGHT]
    return min(names, key=lambda m: abs(m.start() - k))[0] if names else None


def score(pairs: list[tuple[str | None, str | None]]) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent."""
    right = sum(_same(said, source) for source, said in pairs)
    given = sum(said is not None for _, said in pairs)
    wanted = sum(source is not None for source, _ in pairs)
    f1 = 200 * right / max(1, given + wanted)
    return 100 * right / max(1, given), 100 * right / max(1, wanted), f1


def _same(said: str | None, source: str | None) -> bool:
    return bool(said and source and _words(said) & _words(source))


def _words(name: str) -> set[str]:
    known = sources().get(name)
    told = f"{name.replace('_', ' ')} {known.name if known else ''}"
    return set(re.findall(r"[a-z0-9]+", told.lower())) - LIGHT


if __name__ == "__main__":
    raise SystemExit(main())
