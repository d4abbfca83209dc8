"""``lossledger changes``: what a page said first, and what it says now."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from lossledger.cli import output
from lossledger.cli.options import as_of_option, json_option, ledger_option, options, reading

if TYPE_CHECKING:
    from lossledger.changes import Difference
    from lossledger.model import Claim

EXAMPLES = """\b
Examples:
  lossledger read https://news.example/story.html     at nine, and again at noon
  lossledger changes https://news.example/story.html
"""


@click.command("changes", epilog=EXAMPLES)
@click.argument("address", metavar="URL")
@options(as_of_option, ledger_option, json_option)
def changes_command(address: str, as_of: datetime | None, where: str | None, as_json: bool) -> None:
    """Show which figures of a page went, came or changed from version to version.

    URL is the address of a page or post, or the path of a file, that was read more than once.
    Every version stays in the ledger; this compares each with the one before it.
    """
    from lossledger.desk import changes_of

    with reading(where, as_of) as ledger:
        versions, found = changes_of(ledger, address, as_of=as_of)
    if as_json:
        for one in found:
            output.json_line({"url": address} | one.as_json())
        return
    output.line(f"{address}: " + ("1 version" if versions == 1 else f"{versions:,} versions"))
    for one in found:
        _tell(one)


def _tell(one: "Difference") -> None:
    before, after = one.earlier.recorded_at, one.later.recorded_at
    output.line(
        f"{before:%Y-%m-%d %H:%M:%S} -> {after:%Y-%m-%d %H:%M:%S} UTC: {one.same} as before"
    )
    for old, new in one.changed:
        output.line(f"  changed  {_about(new)}: {old.quantity} -> {new.quantity}")
    for claim in one.gone:
        output.line(f"  gone     {_about(claim)}: {claim.quantity}")
    for claim in one.new:
        output.line(f"  new      {_about(claim)}: {claim.quantity}")
    if not one.any:
        output.line("  the text changed, its figures did not")


def _about(claim: "Claim") -> str:
    said = f"{claim.claimant or 'unattributed'} on {claim.party or '?'}: {claim.metric}"
    return f"{said} ({claim.period})"
