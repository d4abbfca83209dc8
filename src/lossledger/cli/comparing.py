"""``lossledger lineage`` and ``compare``: which figures follow which, and all on one sheet."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from lossledger.cli import output
from lossledger.cli.options import (
    Day,
    as_of_option,
    claimant_option,
    complete_metric,
    json_option,
    known_party,
    known_source,
    ledger_option,
    options,
    party_option,
    reading,
)

if TYPE_CHECKING:
    from lossledger.compare import Line, Match
    from lossledger.ledger.book import Ledger
    from lossledger.lineage import Edge

LINEAGE_EXAMPLES = """\b
Examples:
  lossledger lineage                        what follows what, as a table and a tree
  lossledger lineage --metric personnel --exceptions
  lossledger lineage --dot | dot -Tsvg > lineage.svg
"""


@click.command("lineage", epilog=LINEAGE_EXAMPLES)
@options(
    click.option(
        "--metric",
        metavar="METRIC",
        help="One metric only. [default: all]",
        shell_complete=complete_metric,
    ),
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
    from lossledger.desk import lineage_of
    from lossledger.lineage import as_dot, as_text

    with reading(where, as_of) as ledger:
        found = list(
            lineage_of(ledger, metric=metric, party=known_party(party), stated=stated, as_of=as_of)
        )
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


COMPARE_EXAMPLES = """\b
Examples:
  lossledger compare personnel                      the latest figure of everyone, both sides
  lossledger compare personnel --party UA --on 2024-02-22
  lossledger compare personnel --claimant csis --ratio
  lossledger compare --dataset pnas --against ua_general_staff

Exit codes: 0 done, 2 refused: unlike figures are not added or divided.
"""


@click.command("compare", epilog=COMPARE_EXAMPLES)
@click.argument("metric", required=False, shell_complete=complete_metric)
@options(
    party_option,
    claimant_option,
    click.option(
        "--scope", metavar="KINDS", help="Kinds of loss, such as killed or killed+wounded."
    ),
    click.option("--on", type=Day(), help="Only figures that describe this day or earlier ones."),
    click.option("--all", "every", is_flag=True, help="Every figure, not the latest of each."),
    click.option(
        "--total", "operation", flag_value="total", help="Add up, where figures are like."
    ),
    click.option("--ratio", "operation", flag_value="ratio", help="Divide, where two are like."),
    click.option("--dataset", metavar="ID", help="Set this dataset's rows against a daily series."),
    click.option("--against", metavar="ID", help="Whose daily series. [with --dataset]"),
    as_of_option,
    ledger_option,
    json_option,
)
@click.pass_context
def compare_command(
    context: click.Context,
    metric: str | None,
    party: str | None,
    claimant: str | None,
    scope: str | None,
    on: date | None,
    every: bool,
    operation: str | None,
    dataset: str | None,
    against: str | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
) -> None:
    """Show what everyone says of one metric on one sheet, by class of evidence.

    Both sides and all claimants, by kind of loss, period and day. Ranges stay ranges, nothing is
    averaged, and figures that share an ancestor count as one voice. Unlike figures are neither
    added nor divided; the refusal names every reason.

    With --dataset the rows of a dataset are set against a daily series: equal figures on the same
    day, on another day, and under another definition.
    """
    from lossledger.desk import sheet_of

    side = known_party(party)
    if (dataset is None) != (against is None):
        raise click.UsageError("--dataset and --against go together")
    with reading(where, as_of) as ledger:
        if dataset is not None and against is not None:
            given, source = known_source(dataset), known_source(against)
            _show_matches(_matches(ledger, given, source, metric, side, as_of), every, as_json)
            return
        if metric is None:
            raise click.UsageError("which METRIC? See lossledger sources for those held")
        lines = sheet_of(ledger, metric, on=on, every=every, as_of=as_of)
    chosen = [line for line in lines if _fits(line, side, claimant, scope)]
    if operation is None:
        _show_sheet(metric, chosen, as_json)
        return
    context.exit(_reckon(operation, chosen, as_json))


def _fits(line: "Line", party: str | None, claimant: str | None, scope: str | None) -> bool:
    claim = line.claim
    kinds = set(scope.replace(",", "+").split("+")) if scope else None
    return (
        party in (None, claim.party)
        and claimant in (None, claim.claimant)
        and (kinds is None or kinds == set(claim.scope or ("not stated",)))
    )


def _show_sheet(metric: str, lines: list["Line"], as_json: bool) -> None:
    from lossledger.compare import inequalities, voices
    from lossledger.compare.sheet import counts_people, scope_words

    if as_json:
        for line in lines:
            output.json_line(line.as_json())
        return
    if not lines:
        output.line(f"The ledger holds no figures of {metric} that fit.")
        return
    sections: dict[str, list[Line]] = {}
    for line in lines:
        kind = f"{scope_words(line.claim.scope)} / " if counts_people(line.claim.metric) else ""
        title = f"{line.evidence.replace('_', ' ')} / {kind}{line.measure}"
        sections.setdefault(title, []).append(line)
    for title, some in sections.items():
        columns = ("of", "claimant", "via", "said", "as of", "ancestor", "earlier")
        output.table(columns, map(_row, some), title=title, right=("said", "earlier"))
        for note in dict.fromkeys(note for line in some for note in _notes(line)):
            output.wrapped(note, first="  ", later="    ")
    for (side, kind), names in voices(lines).items():
        said = f"{len(names)} independent voices: {', '.join(names)}"
        output.wrapped(f"{side or '-'}, {kind}: {said}", later="  ")
    pairs = inequalities(lines)
    broken = [pair for pair in pairs if not pair.holds]
    for pair in broken[:FEW]:
        output.line(f"Cannot both be as said: {pair}.")
    if pairs:
        held = len(pairs) - len(broken)
        output.line(f"Unlike kinds compare as inequalities: {held} of {len(pairs)} pairs hold.")
    output.line("Sections do not mix, and nothing here is added, divided or averaged.")


def _row(line: "Line") -> tuple[str, ...]:
    claim = line.claim
    via = claim.outlet if claim.outlet != claim.claimant else None
    ancestor = line.ancestor if line.ancestor != claim.claimant else None
    return (
        claim.party or "-", claim.claimant or "-", via or "-", str(line.quantity),
        str(line.day or "-"), ancestor or "-", output.number(line.earlier),
    )  # fmt: skip


def _notes(line: "Line") -> Iterator[str]:
    if line.defined:
        yield f"{line.claim.claimant} itself counts: {line.defined}"
    if line.parts > 1:
        yield f"{line.claim.outlet}: {line.parts} parts of one list, added up by us"


def _show_rows(matches: tuple["Match", ...], every: bool) -> None:
    """The rows themselves, the first of them where there are many."""
    rows = []
    for match in matches if every else matches[:FEW]:
        claim, days = match.claim, ", ".join(str(day) for day in match.days[:2])
        apart = f"{match.apart:+d}" if match.apart else ""
        rows.append(
            (str(claim.as_of or "-"), claim.claimant or "-", claim.scope_words or "-",
             str(claim.quantity), HEADS[match.verdict], days or "-", apart,
             "weak" if match.weak else "")
        )  # fmt: skip
    columns = ("row of", "claimant", "word", "figure", "verdict", "report of", "days", "chance")
    if rows:
        output.table(columns, rows, right=("figure", "days"))
    if len(matches) > len(rows):
        output.line(f"and {len(matches) - len(rows):,} more: --json gives them")


FEW = 20
"""So many rows are shown of those on another day or under another noun."""


def _reckon(operation: str, lines: list["Line"], as_json: bool) -> int:
    """The total or the ratio of like figures, or the refusal with its reasons and exit 2."""
    from lossledger.compare import Ratio, Unlike, ratio, total

    try:
        found = ratio(lines) if operation == "ratio" else total(lines)
    except Unlike as error:
        if as_json:
            output.json_line(error.as_json())
        else:
            output.say(f"{operation} refused:")
            for reason in error.reasons:
                output.say(f"  - {reason}")
        return 2
    if as_json:
        output.json_line(found.as_json())
    elif isinstance(found, Ratio):
        low, high = (
            f"{float(n):.2f}" if n is not None else "open" for n in (found.low, found.high)
        )
        first, second = (line.claim for line in found.lines)
        said = low if low == high else f"{low} to {high}"
        output.line(f"{first.party} to {second.party}, by {first.claimant}'s figures: {said}")
    else:
        claimant = found.lines[0].claim.claimant
        sides = " and ".join(str(line.claim.party) for line in found.lines)
        output.line(f"{sides} together, by {claimant}'s figures: {found.quantity}")
    return 0


def _matches(
    ledger: "Ledger",
    dataset: str | None,
    source: str | None,
    metric: str | None,
    party: str | None,
    as_of: datetime | None,
) -> tuple["Match", ...]:
    from lossledger.compare import against
    from lossledger.series import all_series
    from lossledger.sources import definition

    held = ledger.metrics(as_of=as_of)
    figures = [f for m in held for f in ledger.figures(m, claimant=source, as_of=as_of)]
    claims = ledger.claims(metric=metric, party=party, as_of=as_of)
    rows = [claim for claim in claims if claim.outlet == dataset]
    return against(rows, all_series(figures), definitions=definition)


HEADS = {
    "same": "same",
    "other_day": "day",
    "other_definition": "noun",
    "other_day_and_definition": "both",
    "other_metric": "metric",
    "other_party": "side",
    "close": "close",
    "not_in_series": "none",
    "not_comparable": "n/c",
}
"""Equal on the same day, on another day, under another noun, both; equal in another metric or for
the other side; within one per cent; nowhere; a range or a figure of no day."""


def _show_matches(matches: tuple["Match", ...], every: bool, as_json: bool) -> None:
    from lossledger.compare import VERDICTS, counts, misdated

    shown = matches if every else tuple(misdated(matches))
    if as_json:
        for match in shown:
            output.json_line(match.as_json())
        return
    found = counts(matches)
    used = [v for v in VERDICTS if any(key[3] == v for key in found)]
    groups = sorted({key[:3] for key in found})
    some = [group for group in groups if any(found[*group, v] for v in VERDICTS[:4])]
    rest = [group for group in groups if group not in some]
    rows = [(*group, *(output.number(found[*group, v]) for v in used)) for group in some]
    for name, members in (("none equal", rest), ("all", groups)):
        sums = (sum(found[*group, v] for group in members) for v in used)
        rows.append((name, "", "", *map(output.number, sums)))
    heads = tuple(HEADS[v] for v in used)
    output.table(("claimant", "of", "dataset's word", *heads), rows, right=heads)
    _show_rows(shown, every)
    weak = sum(match.weak for match in shown if match.verdict == "other_day")
    output.line(
        f"{len(matches):,} rows. same: equal on its day; day: equal on another day; noun: equal "
        "under another definition; both: the two; close: within 1 %; n/c: not comparable."
    )
    output.line(
        f"{sum(match.equal for match in matches):,} rows equal a total of the "
        f"series, of which {len(list(misdated(matches))):,} on another day or under another noun "
        f"({weak:,} of these on another day could be chance: the series has so many totals there)."
    )


__all__ = ["compare_command", "lineage_command"]
