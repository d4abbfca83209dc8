"""The manual pages: one for each command, made from the commands' own help.

`tools/check_docs.py --write` writes them to `docs/man`, and `make check` holds them true. The wheel
installs them where `man lossledger-check` finds them.
"""

import re
from collections.abc import Iterator

import click

from lossledger import __version__
from lossledger.cli import COMMANDS
from lossledger.cli import lossledger as group

NAME = "lossledger"
RAW = "\b\n"
"""What a paragraph begins with whose lines are kept as they are."""
CODES = (
    ("0", "All well."),
    ("1", "Something does not hold."),
    ("2", "It could not be done: bad input, bad arguments, no ledger."),
)


def pages() -> dict[str, str]:
    """Every manual page by the name of its file."""
    context = click.Context(group, info_name=NAME, **group.context_settings)
    found = {f"{NAME}.1": _page(group, context, NAME, _overview())}
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        others = f".BR {NAME} (1)"
        found[f"{NAME}-{name}.1"] = _page(command, inner, f"{NAME}-{name}", ["SEE ALSO", others])
    return found


def _page(command: click.Command, context: click.Context, title: str, last: list[str]) -> str:
    short, _, rest = (command.help or "").strip().partition("\n\n")
    summary = " ".join(short.split()).rstrip(".")
    lines = [
        f'.TH {_safe(title.upper())} 1 "" "{NAME} {__version__}" "User Commands"',
        ".SH NAME",
        f"{_safe(title)} \\- {_safe(summary[:1].lower() + summary[1:])}",
        ".SH SYNOPSIS",
        f".B {_safe(context.command_path)}",
        _safe(" ".join(command.collect_usage_pieces(context))),
        ".SH DESCRIPTION",
        *_paragraphs(f"{short}\n\n{rest}"),
        ".SH OPTIONS",
        *_options(command, context),
        *_epilog(command.epilog or ""),
        ".SH EXIT STATUS",
        *(line for code, words in CODES for line in (".TP", f".B {code}", _safe(words))),
        f".SH {last[0]}",
        *last[1:],
    ]
    return "\n".join(lines) + "\n"


def _overview() -> list[str]:
    """The commands with their lines, as the last part of the first page."""
    found = ["COMMANDS"]
    for name, (_, line) in COMMANDS.items():
        found += [".TP", f".BR {_safe(f'{NAME}-{name}')} (1)", _safe(line)]
    return found


def _paragraphs(text: str) -> Iterator[str]:
    for number, part in enumerate(re.split(r"\n\s*\n", text.strip())):
        if number:
            yield ".PP"
        if part.startswith(RAW.strip("\n")):
            yield from (".nf", *(_safe(line) for line in part.splitlines()[1:]), ".fi")
        else:
            yield _safe(" ".join(part.split()))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is not None and record[1]:  # the synopsis and the description have the rest
            names, words = record
            yield from (".TP", f".B {_safe(names)}", _safe(" ".join(words.split())))


def _epilog(epilog: str) -> Iterator[str]:
    """Examples and notes: a paragraph of kept lines under its first one as a heading."""
    for part in re.split(r"\n\s*\n", epilog.strip()):
        lines = part.strip("\b\n").splitlines()
        if not lines:
            continue
        if part.startswith("\b"):
            heading = lines[0].rstrip(":").partition(" (")[0]
            yield f".SH {_safe(heading).upper()}"
            yield from (".nf", *(_safe(line.strip()) for line in lines[1:]), ".fi")
        elif not part.startswith("Exit codes"):
            yield from (".PP", _safe(" ".join(part.split())))


def _safe(words: str) -> str:
    """Words without the power to be a request of the formatter."""
    found = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{found}" if found[:1] in (".", "'") else found
