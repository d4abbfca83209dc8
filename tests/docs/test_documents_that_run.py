"""The tutorial and the README are run: what they show is what the commands answer.

A line that begins with ``$`` is run in a folder that holds the samples; the lines below it are
its output, in which ``...`` stands for anything. ``# exit 1`` behind a command is its exit code.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/tutorial.md")
SHELL = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """A command of a page, with the output and the exit code that the page shows."""

    command: str
    output: str
    code: int


def steps(page: str) -> list[Step]:
    found = []
    for block in SHELL.findall((PROJECT / page).read_text("utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            command, _, code = command.partition("  # exit ")
            found.append(Step(command.strip(), output.rstrip(), int(code or 0)))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_its_commands_answer(page, tmp_path):
    shutil.copytree(PROJECT / "samples", tmp_path / "samples")
    inside = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    # no terminal, 88 columns wide: a page of a document
    surroundings = {**os.environ, "PATH": inside, "COLUMNS": "88", "NO_COLOR": "1"}
    surroundings["LOSSLEDGER"] = "war.sqlite"
    run = [step for step in steps(page) if step.command.startswith("lossledger")]
    assert run, f"{page} shows no command"
    for step in run:
        done = subprocess.run(
            ["bash", "-c", step.command],
            cwd=tmp_path,
            env=surroundings,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        said = "\n".join(line.rstrip() for line in (done.stdout + done.stderr).splitlines())
        assert done.returncode == step.code, f"$ {step.command}\n{said}"
        same = doctest.OutputChecker().check_output(
            step.output + "\n", said.rstrip() + "\n", doctest.ELLIPSIS
        )
        assert same, f"$ {step.command}\n{said}\n--- the page says ---\n{step.output}"
