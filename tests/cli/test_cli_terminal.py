"""What the terminal gets beside tables: bars in a row, completion by the shell, JSON everywhere."""

import click
import pytest
from click.shell_completion import BashComplete

from lossledger.cli import COMMANDS, COMPLETION
from lossledger.cli import lossledger as group
from lossledger.cli.output import sparkline


def test_bars_stand_on_nought_and_gaps_stay_open():
    assert sparkline([0, 50, 100]) == "▁▅█"
    assert sparkline([100, None, 100]) == "█ █"
    assert sparkline([-100, 0, 100]) == "▁▅█"
    assert sparkline([5] * 100, width=10) == "█" * 10
    assert sparkline([None, None]) == ""
    assert sparkline([0, 0]) == "▁▁"


def test_a_series_has_its_increments_as_bars_with_their_ends(filled):
    out = filled("series", "personnel", "--from", "2024-02-20", "--to", "2024-02-23").out
    assert "▇█▇  increments, 1,000 to 1,160" in out
    assert "increments," not in filled("series", "personnel", "--to", "2024-01-31").out


@pytest.mark.parametrize("width", [30, 45, 60, 80, 120])
def test_a_table_fits_the_width_and_nothing_of_it_is_cut_off(filled, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    out = filled("series", "personnel", "--from", "2024-02-20", "--to", "2024-02-23").out
    rows = out.splitlines()[1:-2]
    assert max(map(len, rows)) <= max(width, 40)
    for cell in ("2024-02-22", "407,240", "+1,160", "daily_mirror"):
        assert cell in out
    assert "…" not in out


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"serve", "prove"}))
def test_every_command_answers_in_json_too(name):
    command = group.get_command(click.Context(group), name)
    assert "--json" in {option for param in command.params for option in param.opts}


def test_a_proof_is_json_by_itself(filled):
    row = filled("series", "tanks", "--json").lines[-1]
    assert filled("prove", row["claims"][0]).out.startswith("{")


@pytest.mark.parametrize(
    ("words", "begun", "offered"),
    [
        ([], "com", ["compare"]),
        (["series"], "pers", ["personnel"]),
        (["loss", "tanks", "--party"], "r", ["RSF", "RU", "RW"]),
        (["export", "--metric"], "tan", ["tanks"]),
        (["trace", "5", "--claimant"], "ua_general", ["ua_general_staff"]),
    ],
)
def test_the_shell_is_offered_commands_metrics_parties_and_sources(words, begun, offered):
    shell = BashComplete(group, {}, "lossledger", COMPLETION)
    assert [item.value for item in shell.get_completions(words, begun)] == offered


def test_the_shell_gets_its_script_and_no_error(lossledger, monkeypatch):
    monkeypatch.setenv(COMPLETION, "zsh_source")
    answer = lossledger()
    assert answer.code == 0
    assert "compdef" in answer.out
