"""Reading takes linear time: 50 families of hostile text, from 1 KB up to 4 MB.

    python bench/reading/linear.py                      # all families, all sizes
    python bench/reading/linear.py --largest 65536      # the short form, about a minute
    python bench/reading/linear.py --family digits --profile

Prints, for each family, the milliseconds a KB at each size, and the slope of log time against
log size (1 is linear). A family fails when a slope is above 1.1 or a size takes more than 5 ms
a KB. Time is processor time of making the document and reading it; the least of a few runs for
small sizes.
"""

import argparse
import cProfile
import json
import math
import pstats
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from lossledger.documents import document_from_text
from lossledger.errors import BadInput
from lossledger.extract import read
from lossledger.vocabulary.lexicon import languages

STEEPEST = 1.1
SLOWEST = 5.0
"""Milliseconds a KB."""
SIZES = (1 << 10, 1 << 13, 1 << 16, 1 << 19, 1 << 22)
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
PUBLISHED = datetime(2024, 2, 23, 12, tzinfo=UTC)


def _said(text: str) -> Callable[[int], str]:
    """A family that repeats a text up to a size."""
    return lambda size: text * (size // len(text.encode()) + 1)


def _opened(mark: str, text: str = "") -> Callable[[int], str]:
    """A family that opens a mark again and again and never closes it."""
    return _said(f"{mark}{text}")


def _nested(left: str, right: str, inner: str) -> Callable[[int], str]:
    """A family of marks opened as often as they are closed."""

    def made(size: int) -> str:
        deep = size // len((left + right).encode())
        return left * deep + inner + right * deep

    return made


def _counting(template: str) -> Callable[[int], str]:
    """A family whose numbers are all different."""

    def made(size: int) -> str:
        piece = len(template.format(1000).encode())
        return "".join(template.format(1000 + k) for k in range(size // piece + 1))

    return made


def _one(token: str) -> Callable[[int], str]:
    """One giant token in a sentence with a figure."""
    return lambda size: f"Russia lost 7 tanks {token * (size // len(token.encode()))} on Monday."


FAMILIES: dict[str, Callable[[int], str]] = {
    # digits and what stands between them
    "digits": _one("7"),
    "zeros": _one("0"),
    "single digits": _said("1 "),
    "groups of three": _said("123 "),
    "groups by comma": _said("123,"),
    "groups by full stop": _said("123."),
    "groups by no-break space": _said("123\u00a0"),
    "groups by narrow space": _said("123\u202f"),
    "digits and letters": _one("7a"),
    "letters and digits": _one("a7"),
    "designations": _said("Su-34 T-72B3 "),
    "hyphenated digits": _one("12-"),
    "slashes and digits": _one("1/"),
    "colons and digits": _one("1:"),
    "dots and digits": _one("1.2"),
    "digits of another script": _one("٣"),
    "signs": _said("(+"),
    "plus signs and digits": _said("+7"),
    "percent": _said("5% "),
    # marks
    "dashes": _one("-"),
    "long dashes": _said("— "),
    "mixed dashes": _said("‒–—-"),
    "full stops": _one("."),
    "commas": _said(", "),
    "colons": _said(": "),
    "question marks": _said("?! "),
    "quotation marks": _opened('"', "he said "),
    "nested quotation marks": _nested("«", "»", "7 tanks"),
    "open brackets": _opened("("),
    "nested brackets": _nested("(", ")", "7 tanks"),
    "apostrophes": _one("a'"),
    "asterisks": _said("**7 "),
    "bars": _said("| 7 "),
    # spaces and lines
    "spaces": _one(" "),
    "tabs": _said("7\t"),
    "empty lines": _said("7 tanks\n\n\n"),
    "short lines": _said("7\n"),
    "wrapped lines": _said("the army lost seven tanks and nine guns over the day, it said on\n"),
    # words
    "one giant word": _one("x"),
    "a giant word of hyphens": _one("tank-"),
    "number words": _said("twenty thousand "),
    "number words without end": _said("one hundred and "),
    "Ukrainian number words": _said("двадцять тисяч триста "),
    "hedges": _said("about nearly more than "),
    "speakers": _said("the General Staff said that "),
    "dates": _said("24 February 2022 "),
    "months": _said("February March "),
    "from day to day": _said("from 24.02 to 12.04 "),
    "labels": _said("tanks artillery systems "),
    "words of loss": _said("lost destroyed killed by "),
    # what a reader likes
    "a list without end": _counting("tanks ‒ {0} (+7),\n"),
    "a list on one line": _counting("tanks – {0} (+7), "),
    "a table without end": _counting("| Tanks | {0} | +7 |\n"),
    "a row without end": _counting("| {0} tanks "),
    "ellipsis in one sentence": _counting("Russia lost {0} tanks, "),
    "sentences of prose": _counting("The General Staff said Russia had lost {0} tanks on Monday. "),
    "one sentence of prose": _counting("and the General Staff said Russia had lost {0} tanks "),
    "Russian prose": _counting("Минобороны сообщило, что за сутки уничтожено {0} танков. "),
    "emoji": _said("🔻🇺🇦👨‍👩‍👧 7 "),
    "combining marks": _one("e\u0301\u0301"),
    "addresses": _said("https://example.org/7?a=7 "),
    "abbreviations": _said("U.S. a.m. тис. "),
}


@dataclass(slots=True)
class Curve:
    """The times of one family in seconds, by size in bytes."""

    family: str
    sizes: list[int]
    seconds: list[float]

    @property
    def slope(self) -> float:
        """Least squares of log time against log size."""
        xs = [math.log(n) for n in self.sizes]
        ys = [math.log(t) for t in self.seconds]
        x, y = sum(xs) / len(xs), sum(ys) / len(ys)
        return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
            (a - x) ** 2 for a in xs
        )

    @property
    def last_slope(self) -> float:
        """The slope of the last step, where a square part would show first."""
        rise = math.log(self.seconds[-1] / self.seconds[-2])
        return rise / math.log(self.sizes[-1] / self.sizes[-2])

    @property
    def slowest(self) -> float:
        """The most milliseconds a KB at any size."""
        return max(self.rates)

    @property
    def rates(self) -> list[float]:
        """Milliseconds a KB at each size."""
        return [1e3 * t / (n / 1024) for n, t in zip(self.sizes, self.seconds, strict=True)]

    @property
    def holds(self) -> bool:
        """Whether the family is within both limits."""
        return max(self.slope, self.last_slope) <= STEEPEST and self.slowest <= SLOWEST


def read_text(text: str) -> None:
    """Make the document and read it; a text of no language is read as all of them."""
    try:
        document = document_from_text(
            text, retrieved_at=READ_AT, published_at=PUBLISHED, media_type="text/plain"
        )
    except BadInput:
        return
    if document.language not in languages():
        document = replace(document, language="+".join(languages()))
    read(document)


def curve(family: str, sizes: Iterable[int], patience: float = 60.0, most_runs: int = 5) -> Curve:
    """The times of a family; sizes that would exceed ``patience`` seconds are left out."""
    make = FAMILIES[family]
    found = Curve(family, [], [])
    for size in sizes:
        if found.seconds and found.seconds[-1] * (size / found.sizes[-1]) > patience:
            break
        text = make(size)
        runs = 5 if size <= 1 << 13 else 2 if size <= 1 << 16 else 1
        found.sizes.append(len(text.encode()))
        found.seconds.append(min(_timed(text) for _ in range(min(runs, most_runs))))
    return found


def _timed(text: str) -> float:
    start = time.process_time()
    read_text(text)
    return max(time.process_time() - start, 1e-6)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; the exit code is 1 when a family breaks a limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--family", action="append", help="a name or a part of one; repeatable")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="bytes")
    parser.add_argument("--profile", action="store_true", help="where the time of a family goes")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    chosen = [f for f in FAMILIES if not options.family or any(p in f for p in options.family)]
    sizes = [n for n in SIZES if n <= options.largest]
    if options.profile:
        for family in chosen:
            _profile(family, sizes[-1])
        return 0
    read_text("Russia lost 7 tanks. Росія втратила 7 танків.")  # the tables are compiled once
    curves = []
    heads = "".join(f"{n >> 10:>8} KB" for n in sizes)
    if not options.json:
        print(f"{'family':28}{heads}   slope  last step   (ms a KB)")
    for family in chosen:
        found = curve(family, sizes)
        curves.append(found)
        if not options.json:
            cells = "".join(f"{rate:11.2f}" for rate in found.rates).ljust(11 * len(sizes))
            verdict = "" if found.holds else "   TOO SLOW"
            steep = f"{found.slope:8.2f}{found.last_slope:11.2f}"
            print(f"{family:28}{cells}{steep}{verdict}", flush=True)
    failed = [c.family for c in curves if not c.holds]
    if options.json:
        rows = [{"family": c.family, "sizes": c.sizes, "seconds": c.seconds, "slope": c.slope,
                 "last_slope": c.last_slope, "holds": c.holds} for c in curves]  # fmt: skip
        print(json.dumps(rows, indent=1))
    else:
        print(f"{len(curves) - len(failed)} of {len(curves)} families within "
              f"slope {STEEPEST} and {SLOWEST:g} ms a KB")  # fmt: skip
    return 1 if failed else 0


def _profile(family: str, size: int) -> None:
    text = FAMILIES[family](size)
    profile = cProfile.Profile()
    profile.runcall(read_text, text)
    print(f"-- {family}, {size >> 10} KB")
    pstats.Stats(profile).sort_stats("tottime").print_stats(14)


if __name__ == "__main__":
    sys.exit(main())
