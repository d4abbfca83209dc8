"""``lossledger pull``: a source's datasets from their addresses, as politely as a watch asks."""

import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lossledger.cli import output
from lossledger.cli.importing import figures_of
from lossledger.cli.options import (
    contact_option,
    json_option,
    known_source,
    ledger_option,
    ledger_path,
    local_option,
    now,
    options,
    pause_option,
    quiet_option,
    told_contact,
    writing,
)
from lossledger.errors import BadInput

if TYPE_CHECKING:
    from lossledger.sources import Feed
    from lossledger.watching import Looked

EXAMPLES = """\b
Examples:
  lossledger pull daily-mirror
  lossledger pull daily-mirror --timeout 10 --ledger war.ledger
"""


@click.command("pull", epilog=EXAMPLES)
@click.argument("source", metavar="SOURCE")
@options(
    click.option("--timeout", type=float, default=60.0, show_default=True, help="Seconds a file."),
    contact_option,
    pause_option,
    local_option,
    click.option("--from", "base", metavar="URL", help="Fetch the same files from this folder."),
    ledger_option,
    json_option,
    quiet_option,
)
def pull_command(
    source: str,
    timeout: float,
    contact: str,
    pause: float,
    allow_local: bool,
    base: str | None,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Fetch a source's dataset from the addresses in its table and import it.

    A pull is one round of a watch over these files: a file that the ledger holds is asked for
    only if it changed, and robots rules, pauses and the servers' own waits are kept. Each file
    is kept whole or not at all; one that fails does not stop the others, and the next pull
    asks for what is missing.

    Exit code: 0 all files were read, 1 some failed, 2 all failed.
    """
    from lossledger import __version__
    from lossledger.ledger.outbox import Outbox
    from lossledger.watching import Courier, Watch

    feeds, contact = _feeds(source, base), told_contact(contact)
    silent = quiet or as_json
    began = now()
    with writing(where) as ledger, output.progress("pulling", quiet=silent) as advance:
        courier = Courier(
            *(now, time.sleep),
            allow_local=allow_local,
            contact=contact,
            pause=pause,
            timeout=timeout,
            on_progress=advance,
        )
        watch = Watch(
            *(ledger, feeds, courier),
            every=timedelta(minutes=1),
            tool=f"lossledger {__version__}",
            by="pull",
            outbox=Outbox.beside(ledger.where, Path(ledger_path(None)).parent),
            on_progress=advance,
        )
        looked = []
        for one in watch.round():
            _tell(one, silent)
            looked.append(one)
        place = ledger.where
    _finish(looked, place, began, as_json, quiet)


def _feeds(source: str, base: str | None) -> "list[Feed]":
    """The files of a source's table as feeds, at their own addresses or in another folder."""
    from lossledger.sources import Feed, folder

    key = known_source(source)
    assert key is not None
    if not folder(key).files:
        raise BadInput(f"source {key}", "has no address to fetch from", "use lossledger import")
    at = [f"{base.rstrip('/')}/{file.name}" if base else file.address for file in folder(key).files]
    return [Feed("dataset", address, key) for address in at]


def _tell(one: "Looked", silent: bool) -> None:
    if one.failed is not None:
        output.say(f"lossledger: {one.failed}")
    elif not silent:
        new = figures_of(one.reading) if one.reading else f"{one.feed.address}: nothing new"
        output.line(new)


def _finish(
    looked: Sequence["Looked"], place: str, began: object, as_json: bool, quiet: bool
) -> None:
    claims, known = sum(one.claims for one in looked), sum(one.known for one in looked)
    failed = sum(one.failed is not None for one in looked)
    if as_json:
        told = {"claims": claims, "known": known, "ledger": place, "recorded_at": began}
        output.json_line(told | {"files": [_as_json(one) for one in looked]})
    elif not quiet and failed < len(looked):
        output.line(f"kept {claims:,} new claims, {known:,} known already, in {place}")
    if failed:
        raise click.exceptions.Exit(2 if failed == len(looked) else 1)


def _as_json(one: "Looked") -> dict[str, Any]:
    return {
        "address": one.feed.address,
        "new": one.reading is not None,
        "claims": one.claims,
        "known": one.known,
        "failed": one.failed,
    }
