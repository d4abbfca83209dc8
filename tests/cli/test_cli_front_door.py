"""The front door: help that is light, errors of one line, exit codes that mean something."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lossledger.cli import COMMANDS, run
from lossledger.cli import lossledger as group


def python(code: str, **extra: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **extra},
    )


def test_the_overview_names_every_command(lossledger):
    answer = lossledger("--help")
    assert answer.code == 0
    for name, (_, line) in COMMANDS.items():
        assert name in answer.out
        assert line.split()[0] in answer.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_or_a_plain_usage(lossledger, name):
    answer = lossledger(name, "--help")
    assert answer.code == 0
    assert f"lossledger {name}" in answer.out


def test_help_imports_no_heavy_library():
    """`--help` stays light: under 0.3 s of CPU time, shown by what it does not import."""
    heavy = ("sqlalchemy", "rich", "httpx", "vl_convert", "cryptography", "lossledger.extract")
    code = (
        "import sys\n"
        "from lossledger.cli import run\n"
        "assert run(['--help']) == 0\n"
        f"print([m for m in {heavy!r} if m in sys.modules], file=sys.stderr)\n"
    )
    done = python(code)
    assert done.returncode == 0, done.stderr
    assert done.stderr.strip() == "[]"


def test_an_unknown_command_gets_the_nearest_one_and_exit_2(lossledger):
    answer = lossledger("chekc")
    assert answer.code == 2
    assert "did you mean check?" in answer.err


def test_a_command_without_its_argument_says_what_is_missing(lossledger):
    answer = lossledger("check")
    assert answer.code == 2
    assert "STORY" in answer.err


def test_without_a_ledger_the_error_says_how_to_make_one(lossledger, tmp_path):
    answer = lossledger("trace", "387060")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert "there is no ledger here" in answer.err
    assert "lossledger pull daily-mirror" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_the_ledger_may_be_named_before_the_command_or_behind_it(lossledger, tmp_path):
    first, second = str(tmp_path / "first.ledger"), str(tmp_path / "second.ledger")
    before = lossledger("--ledger", first, "series", "personnel")
    assert before.code == 2
    assert first in before.err
    both = lossledger("--ledger", first, "series", "personnel", "--ledger", second)
    assert second in both.err
    assert first not in both.err


def test_the_version_is_that_of_the_package(lossledger):
    from lossledger import __version__

    assert __version__ in lossledger("--version").out


def test_a_reader_that_goes_away_ends_the_output_without_a_trace(tmp_path):
    code = (
        "import sys\n"
        "from lossledger.cli import run\n"
        "for _ in range(500):  # more than a pipe holds\n"
        "    code = run(['sources', '--all', '--json'])\n"
        "    if code: sys.exit(code)\n"
    )
    shell = f'"{sys.executable}" -c "$CODE" | head -n 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", shell],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "CODE": code},
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "141"


def test_the_default_ledger_lies_in_the_data_directory(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("LOSSLEDGER", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    post = tmp_path / "post.txt"
    post.write_text("The General Staff of Ukraine said Russia had lost 407,240 soldiers.", "utf-8")
    assert run(["read", str(post), "--published", "2024-02-22"]) == 0
    assert "kept 1 new claims" in capsys.readouterr().out
    assert [p.name for p in (tmp_path / "lossledger").glob("*.sqlite")] == ["ledger.sqlite"]


def test_every_command_of_the_table_exists():
    import click

    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        assert command.name == name


def test_the_package_runs_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "lossledger", "--version"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=Path(__file__).parent,
    )
    assert done.stdout.startswith("lossledger")
