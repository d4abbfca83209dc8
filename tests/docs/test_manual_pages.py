"""The manual pages are what the commands say, and a formatter reads them without a warning."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from lossledger.cli import COMMANDS
from lossledger.cli import lossledger as group

PROJECT = Path(__file__).parents[2]
MANUAL = PROJECT / "docs" / "man"
PAGES = sorted(MANUAL.glob("*.1"))


def plain(page: Path) -> str:
    return page.read_text("utf-8").replace("\\-", "-").replace("\\&", "").replace("\\e", "\\")


def test_the_pages_are_what_the_commands_say(monkeypatch):
    monkeypatch.syspath_prepend(str(PROJECT / "tools"))
    import man_pages

    assert {page.name: page.read_text("utf-8") for page in PAGES} == man_pages.pages()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_page_has_its_line_its_options_and_its_exit_codes(name):
    command = group.get_command(click.Context(group), name)
    page = plain(MANUAL / f"lossledger-{name}.1")
    assert f"lossledger-{name} - " in page
    for param in command.params:
        assert all(option in page for option in param.opts if option.startswith("-"))
    for heading in (".SH SYNOPSIS", ".SH DESCRIPTION", ".SH OPTIONS", ".SH EXAMPLES"):
        assert heading in page
    assert ".B 2\nIt could not be done" in page


def test_the_first_page_lists_every_command():
    page = plain(MANUAL / "lossledger.1")
    listed = re.findall(r"^\.BR lossledger-([a-z-]+) \(1\)$", page, re.MULTILINE)
    assert listed == list(COMMANDS)


def test_the_pages_are_installed_where_man_looks():
    about = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    shared = about["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {"docs/man": "share/man/man1"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_formatter_of_manual_pages_finds_nothing_to_warn_of(page):
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("groff is not installed")
    done = subprocess.run(
        [groff, "-man", "-ww", "-Tutf8", "-P-cbou", str(page)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "EXIT STATUS" in done.stdout


SHELLS = {
    "bash": """
eval "$(_LOSSLEDGER_COMPLETE=bash_source lossledger)"
COMP_WORDS=({words}); COMP_CWORD={last}
_lossledger_completion lossledger; printf '%s\\n' "${{COMPREPLY[@]}}"
""",
    "fish": """
_LOSSLEDGER_COMPLETE=fish_source lossledger | source
complete -C "{words}"
""",
}


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("words", "offered"),
    [("lossledger com", "compare"), ("lossledger series pers", "personnel"),
     ("lossledger brief --claimant ua_general", "ua_general_staff")],
)  # fmt: skip
def test_a_shell_completes_what_the_documents_say(shell, words, offered, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    program = tmp_path / "lossledger"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lossledger "$@"\n')
    program.chmod(0o755)
    script = SHELLS[shell].format(words=words, last=len(words.split()) - 1)
    surroundings = {"PATH": f"{tmp_path}:/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path),
                    "PYTHONPATH": str(PROJECT / "src")}  # fmt: skip
    done = subprocess.run([shell, "-c", script], env=surroundings, capture_output=True, text=True,
                          timeout=60, check=False)  # fmt: skip
    assert offered in [line.split("\t")[0] for line in done.stdout.splitlines()], done.stderr
    assert f"_LOSSLEDGER_COMPLETE={shell}_source" in (PROJECT / "docs/commands.md").read_text(
        "utf-8"
    )
