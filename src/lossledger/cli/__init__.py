"""The command line: each command parses, calls and prints; it holds no rules.

``COMMANDS`` says in which module of this folder a command lives. A module is imported only when
its command is used, so that ``lossledger --help`` stays light.
"""

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from lossledger import __version__
from lossledger.errors import LossledgerError

COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("reading", "Read posts and stories, and keep every number in the ledger."),
    "import": ("importing", "Import a dataset, such as the daily mirror's JSON files."),
    "pull": ("pulling", "Fetch a source's dataset and import it."),
    "watch": ("watching", "Look at the sources' feeds, politely, and keep what is new."),
    "changes": ("changes", "Show which figures of a page changed from version to version."),
    "series": ("figures", "Show a daily series."),
    "loss": ("figures", "Show the loss of a period, with its baseline reports."),
    "trace": ("figures", "Show where a figure comes from."),
    "check": ("checking", "Check the figures of stories against what was published."),
    "compare": ("comparing", "Show what everyone says of one metric on one sheet."),
    "lineage": ("comparing", "Show which figures follow which, with the evidence."),
    "audit": ("auditing", "List the cells of a dataset that cannot be what was published."),
    "brief": ("briefing", "Write a story kit for a day, a week or a month."),
    "serve": ("serving", "Serve the pages and the API over the ledger."),
    "history": ("keeping", "Show the whole story of a figure, with every correction."),
    "mark": ("keeping", "Mark a claim as restated, corrected, misread or decided."),
    "retract": ("keeping", "Withdraw a claim; it stays with a tombstone."),
    "review": ("reviewing", "Walk the doubtful claims: accept, correct, reject or skip."),
    "verify": ("proving", "Verify that nobody changed what the ledger holds."),
    "checkpoint": ("proving", "Print the signed head of the ledger, to be kept."),
    "prove": ("proving", "Print a proof for a claim, or that the ledger only grew."),
    "export": ("exporting", "Write the ledger, or its claims as open data."),
    "import-ledger": ("keeping", "Read an exported ledger back, with the same root."),
    "sources": ("figures", "Show whose figures the ledger holds, and for which days."),
}
"""Command -> (module of this folder, one line for the overview), in the order of the overview."""

COMPLETION = "_LOSSLEDGER_COMPLETE"
"""The variable by which a shell asks for completions."""
EXAMPLES = """\b
Examples:
  lossledger pull daily-mirror                 four years of daily totals
  lossledger check story.txt                   a verdict for every number
  lossledger loss personnel --month 2024-02    with the baseline named
  lossledger trace 387060                      which reports hold or give it
  lossledger brief --date 2024-02-22           a story kit

\b
Completion of commands, metrics and sources by the shell (bash; also zsh_source, fish_source):
  eval "$(_LOSSLEDGER_COMPLETE=bash_source lossledger)"

Exit codes: 0 all well, 1 something does not hold, 2 it could not be done.
"""


class Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = import_module(f"lossledger.cli.{COMMANDS[name][0]}")
        command: click.Command = module.__dict__[f"{name.replace('-', '_')}_command"]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview from the table, without an import."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            name, command, rest = super().resolve_command(ctx, args)
            before = ctx.params.get("ledger")  # given before the command: handed on to it
            return name, command, ["--ledger", before, *rest] if before else rest
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            offer = f"did you mean {near[0]}?" if near else "see lossledger --help"
            raise click.UsageError(f"no command {args[0]!r} ({offer})", ctx) from error


@click.group(
    cls=Commands,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="lossledger")
@click.option("--ledger", metavar="PATH|URL", help="The ledger to use, for any command.")
def lossledger(ledger: str | None) -> None:
    """Who said which war-loss figure, about whom, for which days, and does it add up?

    Reads posts and news stories in English, Ukrainian and Russian, keeps every number with who
    said it in a ledger that only grows, and checks whether a story's figures hold. It never says
    what is true, only who said what and whether it fits what was published.
    """


def main() -> NoReturn:
    """Run the command line; every expected error is one line on standard error and exit 2."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of the command line with these arguments."""
    try:
        found: Any = lossledger.main(arguments, prog_name="lossledger", standalone_mode=False)
        return found if isinstance(found, int) else 0
    except LossledgerError as error:
        click.echo(f"lossledger: {error}", err=True)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
    except (click.Abort, KeyboardInterrupt):
        click.echo("lossledger: stopped", err=True)
        return 130
    except SystemExit as error:
        if COMPLETION in os.environ:  # click has answered the shell, and ends so
            return int(error.code or 0) if not isinstance(error.code, str) else 1
        # click ends so when the reader of our output is gone; shells call that 128 + SIGPIPE
        return 141
    except OSError as error:
        reason = error.strerror or str(error)
        where = error.filename or "output"
        click.echo(f"lossledger: {where}: {reason}", err=True)
    return 2
