"""Hold the documents to what is there: links, commands named in them, help and manual pages.

python tools/check_docs.py            exit 1 when something is not true
python tools/check_docs.py --write    write docs/commands.md and docs/man from the commands' help
"""

import re
import sys
from pathlib import Path

import click
import man_pages

from lossledger.cli import COMMANDS
from lossledger.cli import lossledger as group

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "commands.md"
MANUAL = ROOT / "docs" / "man"
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


EVERYWHERE = """The same stands in manual pages, which are installed with the package:
`man lossledger`, `man lossledger-check`. In a virtual environment `man` finds them while it is
active.

Commands, options, metrics, parties and sources are completed by the shell. Put the line of your
shell into its start file:

```sh
eval "$(_LOSSLEDGER_COMPLETE=bash_source lossledger)"              # ~/.bashrc (bash 4.4 or newer)
eval "$(_LOSSLEDGER_COMPLETE=zsh_source lossledger)"               # ~/.zshrc, after compinit
_LOSSLEDGER_COMPLETE=fish_source lossledger | source               # ~/.config/fish/config.fish
```
"""


def help_pages() -> str:
    """The help of every command, as one Markdown page."""
    parts = [
        "# Commands\n\nWritten from the commands' own help by `tools/check_docs.py --write`; "
        "`make check` holds it true.\n",
        EVERYWHERE,
    ]
    about = {**group.context_settings, "max_content_width": 100, "terminal_width": 100}
    context = click.Context(group, info_name="lossledger", **about)
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
    pages, manual = help_pages(), man_pages.pages()
    if "--write" in sys.argv:
        PAGE.write_text(pages, "utf-8")
        MANUAL.mkdir(exist_ok=True)
        for name, text in manual.items():
            (MANUAL / name).write_text(text, "utf-8")
    faults = []
    for path in documents():
        where = path.relative_to(ROOT)
        faults += [f"{where}: link to {target} leads nowhere" for target in broken_links(path)]
        faults += [f"{where}: there is no command {name!r}" for name in unknown_commands(path)]
    if not PAGE.exists() or PAGE.read_text("utf-8") != pages:
        faults.append("docs/commands.md is not what the commands say: tools/check_docs.py --write")
    there = {path.name: path.read_text("utf-8") for path in MANUAL.glob("*.1")}
    for name in sorted({name for name, _ in there.items() ^ manual.items()}):
        faults.append(f"docs/man/{name} is not what the commands say: tools/check_docs.py --write")
    for fault in faults:
        print(fault)
    print(f"{len(documents())} documents, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
