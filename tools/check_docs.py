"""Hold the documents to what is there: links, commands named in them, and the help pages.

python tools/check_docs.py            exit 1 when something is not true
python tools/check_docs.py --write    write docs/commands.md anew from the commands' own help
"""

import re
import sys
from pathlib import Path

import click

from lossledger.cli import COMMANDS
from lossledger.cli import lossledger as group

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "commands.md"
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(#[^)]*)?\)")
CALL = re.compile(r"(?:^|[`$ ])lossledger ([a-z][a-z-]+)", re.MULTILINE)
WORDS = {"is", "reads", "does", "and", "on", "checks", "the", "never", "answers", "says"}


def documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/**/*.md")])


def broken_links(path: Path) -> list[str]:
    """Relative links that lead nowhere."""
    found = (target for target, _ in LINK.findall(path.read_text("utf-8")))
    return [t for t in found if "://" not in t and not (path.parent / t).exists()]


def unknown_commands(path: Path) -> list[str]:
    """Commands in code that the command line does not have."""
    text = path.read_text("utf-8")
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))
    return [name for name in CALL.findall(code) if name not in COMMANDS and name not in WORDS]


def help_pages() -> str:
    """The help of every command, as one Markdown page."""
    parts = [
        "# Commands\n\nWritten from the commands' own help by `tools/check_docs.py --write`; "
        "`make check` holds it true.\n"
    ]
    context = click.Context(
        group, info_name="lossledger", max_content_width=100, terminal_width=100
    )
    parts.append(f"```text\n{group.get_help(context).rstrip()}\n```\n")
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(
            command, info_name=name, parent=context, max_content_width=100, terminal_width=100
        )
        parts.append(f"## lossledger {name}\n\n```text\n{command.get_help(inner).rstrip()}\n```\n")
    return "\n".join(parts)


def main() -> int:
    pages = help_pages()
    if "--write" in sys.argv:
        PAGE.write_text(pages, "utf-8")
    faults = []
    for path in documents():
        where = path.relative_to(ROOT)
        faults += [f"{where}: link to {target} leads nowhere" for target in broken_links(path)]
        faults += [f"{where}: there is no command {name!r}" for name in unknown_commands(path)]
    if not PAGE.exists() or PAGE.read_text("utf-8") != pages:
        faults.append("docs/commands.md is not what the commands say: tools/check_docs.py --write")
    for fault in faults:
        print(fault)
    print(f"{len(documents())} documents, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
