"""How the command line prints: tables that fit the width, JSON lines, progress on a terminal."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import click

Advance = Callable[[int, int], None]
"""Told how much is done, and how much there is in all."""


def line(words: str = "") -> None:
    """One line of output."""
    click.echo(words)


def terminal_width() -> int:
    """Characters of a line of the terminal, 40 at least."""
    from shutil import get_terminal_size

    return max(40, get_terminal_size().columns)


def wrapped(words: str, first: str = "", later: str = "") -> None:
    """Words in lines that fit the terminal, the first and later ones indented."""
    from textwrap import fill

    click.echo(fill(words, terminal_width(), initial_indent=first, subsequent_indent=later,
                    break_long_words=False, break_on_hyphens=False))  # fmt: skip


def say(words: str, *, quiet: bool = False) -> None:
    """A line for the person at the terminal, kept out of the output proper."""
    if not quiet:
        click.echo(words, err=True)


def json_line(value: Any) -> None:
    """One JSON object on a line of its own."""
    click.echo(json.dumps(value, ensure_ascii=False, default=_plain))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else str(value)


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    title: str | None = None,
    right: Iterable[str] = (),
) -> None:
    """A table within the width of the terminal; columns named in ``right`` are numbers.

    Where it would have to be much narrower than it is, each row is a paragraph instead, so that
    nothing is cut off.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table

    if title:
        wrapped(title, later="  ")
    rows = list(rows)
    console = Console(highlight=False)
    if _needed(columns, rows) * NARROWEST > console.width:
        _as_paragraphs(columns, rows)
        return
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    numbers = set(right)
    for name in columns:
        number = name in numbers
        shown.add_column(
            name, justify="right" if number else "left", no_wrap=number, overflow="fold"
        )
    for row in rows:
        shown.add_row(*row)
    console.print(shown)


NARROWEST = 0.9
"""The share of its width below which a table is not drawn as one."""


def _needed(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Characters of the widest line, with the space between columns."""
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    return sum(widths) + 3 * len(widths)


def _as_paragraphs(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for row in rows:
        first, *others = zip(columns, row, strict=True)
        wrapped(f"{first[0]} {first[1]}")
        parts = [f"{name}: {cell}" for name, cell in others if cell not in ("", "-")]
        wrapped("; ".join(parts), first="  ", later="  ")


def number(value: int | None, *, signed: bool = False) -> str:
    """A whole number with its thousands set apart, ``-`` for none."""
    if value is None:
        return "-"
    return f"{value:+,}" if signed else f"{value:,}"


BLOCKS = "▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[int | None], width: int = 60) -> str:
    """The last ``width`` values as bars in a row of text; a space where there is no value.

    The lowest bar is nought, or the smallest value where one is below nought.
    """
    shown = values[-width:]
    known = [value for value in shown if value is not None]
    if not known:
        return ""
    low, high = min(0, *known), max(0, *known)
    steps = len(BLOCKS) - 1
    scale = steps / (high - low) if high > low else 0
    return "".join(" " if v is None else BLOCKS[round((v - low) * scale)] for v in shown)


@contextmanager
def progress(what: str, *, quiet: bool = False) -> Iterator[Advance]:
    """A progress bar on standard error, only where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
