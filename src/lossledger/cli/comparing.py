"""``lossledger lineage``: which figures follow which, and how that shows."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from lossledger.cli import output
from lossledger.cli.options import (
    as_of_option,
    json_option,
    known_party,
    ledger_option,
    options,
    party_option,
    reading,
)

if TYPE_CHECKING:
    from lossledger.lineage import Edge

LINEAGE_EXAMPLES = """\b
Examples:
  lossledger lineage                        what follows what, as a table and a tree
  lossledger lineage --metric personnel --exceptions
  lossledger lineage --dot | dot -Tsvg > lineage.svg
"""


@click.command("lineage", epilog=LINEAGE_EXAMPLES)
@options(
    click.option("--metric", metavar="METRIC", help="One metric only. [default: all]"),
    party_option,
    click.option("--stated", is_flag=True, help="Also who only relays whom, as stated."),
    click.option("--exceptions", is_flag=True, help="The figures that do not follow, by month."),
    click.option("--dot", is_flag=True, help="The graph in the language of Graphviz."),
    as_of_option,
    ledger_option,
    json_option,
)
def lineage_command(
    metric: str | None,
    party: str | None,
    stated: bool,
    exceptions: bool,
    dot: bool,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
) -> None:
    """Show which figures follow which: by the figures, and by what is stated.

    Figures that fit show that one stream can be reckoned from another, not which came first: the
    fuller one is taken for the ancestor. What chance alone would give stands beside the result.
    A relayed or derived figure never corroborates its ancestor.
    """
    from lossledger.lineage import as_dot, as_text, edges

    with reading(where) as ledger:
        claims = ledger.claims(metric=metric, party=known_party(party), as_of=as_of)
    found = [edge for edge in edges(claims) if stated or edge.by != "stated"]
    if as_json:
        for edge in found:
            output.json_line(edge.as_json())
    elif dot:
        output.line(as_dot(found))
    elif not found:
        output.line("No figures were found to follow others.")
    else:
        _edges(found)
        if exceptions:
            _exceptions(found)
        output.line(as_text(found))


def _edges(found: list["Edge"]) -> None:
    """The streams by number, then what follows what."""
    streams = {s.key: s for edge in found for s in (edge.parent, edge.child)}
    number = {key: str(n) for n, key in enumerate(streams, 1)}
    for key, stream in streams.items():
        output.line(f"{number[key]:>3}  {key} ({len(stream.points):,} figures)")
    rows = (
        (number[edge.child.key], number[edge.parent.key], edge.by, str(edge.compared),
         str(edge.equal), str(edge.close), str(edge.near), f"{float(edge.chance):.0%}")
        for edge in found
    )  # fmt: skip
    columns = ("no.", "follows", "by", "of", "equal", "0.5 %", "1 %", "chance")
    output.table(columns, rows, right=(*columns[:2], *columns[3:]))


def _exceptions(found: list["Edge"]) -> None:
    """The points that do not fit, one table for each edge that has some."""
    for edge in found:
        rows = []
        for misfit in edge.misfits:
            point, off = misfit.point, misfit.off
            days = str(point.day)
            if edge.child.measure not in ("total", "day") and point.start:
                days = f"{point.start} to {point.end}"
            expected = output.number(round(misfit.expected) if misfit.expected else None)
            other = ", ".join(map(str, misfit.elsewhere)) or "-"
            shown = f"{float(off):+.1%}" if off is not None else "-"
            rows.append((days, output.number(point.value), expected, shown, other))
        if rows:
            columns = ("days", "said", "by the ancestor", "off", "its total on")
            title = f"Exceptions: {edge.child.key} <- {edge.parent.key}"
            output.table(columns, rows, title=title, right=columns[1:4])


__all__ = ["lineage_command"]
