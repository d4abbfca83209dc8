"""``series``, ``loss``, ``trace``, ``sources``: what the ledger holds, with its reports named."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from lossledger.cli import output
from lossledger.cli.options import (
    Day,
    Month,
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
from lossledger.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lossledger.ledger import Coverage
    from lossledger.model import Claim
    from lossledger.series import Difference, Held, PeriodLoss, Report, Series, Trace

whose = options(party_option, claimant_option, as_of_option, ledger_option, json_option)


def _name(source: str | None) -> str:
    from lossledger.vocabulary import sources

    known = sources().get(source or "")
    return known.name if known else source or "unattributed"


@click.command(
    "series",
    epilog="""\b
Examples:
  lossledger series personnel --from 2024-02-01 --to 2024-02-29
  lossledger series tanks --daily --json
""",
)
@click.argument("metric", shell_complete=complete_metric)
@options(
    click.option("--from", "start", type=Day(), help="First report date."),
    click.option("--to", "end", type=Day(), help="Last report date."),
    click.option("--daily", is_flag=True, help="The losses of single days instead of totals."),
    click.option("--via", metavar="ID", help="Only figures passed on by this source."),
    whose,
)
def series_command(
    metric: str,
    start: date | None,
    end: date | None,
    daily: bool,
    via: str | None,
    party: str | None,
    claimant: str | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
) -> None:
    """Show a daily series: each report's total, its increment and who said it.

    A report of day D gives the total up to D; its increment covers the day before. METRIC is a
    code such as personnel, tanks or uav.
    """
    from lossledger.desk import series_for
    from lossledger.series import report_json

    if start and end and end < start:
        raise click.UsageError(f"--to {end} is before --from {start}")
    with reading(where, as_of) as ledger:
        found = series_for(
            ledger,
            metric,
            party=known_party(party),
            claimant=known_source(claimant),
            via=known_source(via),
            as_of=as_of,
        )
    reports = found.between(start, end)
    if not reports:
        raise NotFound(found.title, "no report in these days", _held_days(found))
    if as_json:
        for report in reports:
            output.json_line(report_json(found, report))
        return
    output.table(
        ("loss day", "lost", "report", "total")
        if daily
        else ("report", "total", "increment", "via"),
        (_daily_row(r) if daily else _total_row(r) for r in reports),
        title=f"{metric} of {found.party}, as reported by {_name(found.claimant)}",
        right=("lost", "total", "increment"),
    )
    _print_sparkline(reports)
    if not daily:
        output.line("The increment of a report covers the day before it.")
    if found.note:
        output.line(f"{found.note[0].upper()}{found.note[1:]}.")


BESIDE_BARS = 32
"""Characters of the words beside a row of bars."""


def _print_sparkline(reports: "Sequence[Report]") -> None:
    """The increments as a row of bars, each day of the calendar a place of its own."""
    from lossledger.period import DAY
    from lossledger.series import increment

    by_day = {report.date: increment(report) for report in reports}
    first, last = reports[0].date, reports[-1].date
    days = [first + DAY * n for n in range((last - first).days + 1)]
    width = min(60, output.terminal_width() - BESIDE_BARS)
    row = output.sparkline([by_day.get(day) for day in days], width)
    known = [value for day in days[-len(row) :] if (value := by_day.get(day)) is not None]
    if len(known) > 1:
        output.line(f"{row}  increments, {min(known):,} to {max(known):,}")


def _held_days(found: "Series") -> str:
    return f"the ledger holds reports of {found.days[0]} to {found.days[-1]}" if found.days else ""


def _total_row(report: "Report") -> tuple[str, ...]:
    from lossledger.series import increment

    words = " ".join(w for w in (report.hedge, report.bound) if w)
    total = f"{words} {report.value:,}".strip()
    return (
        report.date.isoformat(), total, output.number(increment(report), signed=True),
        report.via or "-",
    )  # fmt: skip


def _daily_row(report: "Report") -> tuple[str, ...]:
    from lossledger.period import DAY
    from lossledger.series import increment

    return (
        (report.date - DAY).isoformat(), output.number(increment(report)),
        report.date.isoformat(), f"{report.value:,}",
    )  # fmt: skip


@click.command(
    "loss",
    epilog="""\b
Examples:
  lossledger loss personnel --month 2024-02
  lossledger loss personnel --month 2024-02 --until 2024-02-22
  lossledger loss tanks --from 2024-02-01 --to 2024-02-07
""",
)
@click.argument("metric", shell_complete=complete_metric)
@options(
    click.option("--month", type=Month(), help="A calendar month."),
    click.option("--until", type=Day(), help="Only up to the report of this day."),
    click.option("--week", type=Day(), help="The week, Monday to Sunday, that holds this day."),
    click.option("--from", "start", type=Day(), help="First day."),
    click.option("--to", "end", type=Day(), help="Last day."),
    whose,
)
def loss_command(
    metric: str,
    month: date | None,
    until: date | None,
    week: date | None,
    start: date | None,
    end: date | None,
    party: str | None,
    claimant: str | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
) -> None:
    """Show the reported loss of a period under both conventions, with its baseline reports.

    By loss day: the losses of the days themselves. By report day: what the reports dated in the
    period added. They differ by a day at each end; both are in use.
    """
    from lossledger.desk import losses_of, series_for
    from lossledger.series import loss_json

    if sum((month is not None, week is not None, start is not None)) != 1:
        raise click.UsageError("give one of --month YYYY-MM, --week DAY, or --from DAY --to DAY")
    if until is not None and month is None:
        raise click.UsageError("--until belongs to --month")
    if start is not None and (end is None or end < start):
        raise click.UsageError(f"--from {start} needs a --to that is not before it")
    with reading(where, as_of) as ledger:
        found = series_for(
            ledger,
            metric,
            party=known_party(party),
            claimant=known_source(claimant),
            as_of=as_of,
        )
    losses, missing = losses_of(found, month=month, until=until, week=week, start=start, end=end)
    if as_json:
        for one in losses:
            output.json_line(loss_json(found, one))
    else:
        output.line(f"{metric} of {found.party}, as reported by {_name(found.claimant)}")
        for one in losses:
            _print_loss(one)
        if found.note:
            output.line(f"\n{found.note[0].upper()}{found.note[1:]}.")
    for lacking in missing:
        output.say(f"lossledger: {lacking}")


def _print_loss(one: "PeriodLoss") -> None:
    how = one.convention.replace("_", " ")
    output.line()
    output.line(f"  by {how}: {one.value:,}")
    output.line(f"    losses of {one.loss_days}")
    output.line(f"    {one.arithmetic}")
    output.line(f"    baseline: {one.baseline or 'none, the war began in this period'}")


@click.command(
    "trace",
    epilog="""\b
Examples:
  lossledger trace 387060
  lossledger trace 20,180 --metric personnel
""",
)
@click.argument("figure")
@options(
    click.option("--metric", metavar="CODE", help="Only this metric."),
    click.option("--within-days", type=click.IntRange(1), default=92, show_default=True,
                 help="How far apart the two reports of a difference may be."),
    click.option("--limit", type=click.IntRange(1), default=10, show_default=True,
                 help="How many differences to show."),
    whose,
)  # fmt: skip
def trace_command(
    figure: str,
    metric: str | None,
    within_days: int,
    limit: int,
    party: str | None,
    claimant: str | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
) -> None:
    """Show where a figure comes from: reports that hold it, differences that give it.

    Whole months come first, then years, month to date, weeks, and other spans from short to
    long. The further apart two reports may be, the more differences are chance. Exit code 1
    when the ledger knows the figure nowhere.
    """
    from lossledger.desk import trace_of
    from lossledger.series import trace_json

    with reading(where, as_of) as ledger:
        found, others = trace_of(
            ledger,
            _whole(figure),
            metric=metric,
            party=known_party(party),
            claimant=known_source(claimant),
            as_of=as_of,
            within_days=within_days,
            limit=limit,
        )
    if as_json:
        output.json_line(trace_json(found, others))
    else:
        _print_trace(found, others)
    if not (found.reports or found.increments or found.differences or others):
        raise click.exceptions.Exit(1)


def _whole(figure: str) -> int:
    digits = figure.translate({ord(c): None for c in " ,'\u00a0\u202f_+"})
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 12):
        raise click.UsageError(f"{figure!r} is no whole number")
    return int(digits)


def _print_trace(found: "Trace", others: "Sequence[Claim]") -> None:
    output.line(f"{found.value:,}")
    for kind, held in (("total", found.reports), ("stated increment", found.increments)):
        for one in held:
            output.wrapped(f"is the {kind} of {_where_held(one)}", "  ", "    ")
    for title, group in _by_series(found.differences).items():
        output.wrapped(f"is a difference of {title}:", "  ", "    ")
        for d in group:
            how = f", by {d.convention.replace('_', ' ')}" if d.convention else ""
            output.line(f"    {d.baseline.date} to {d.last.date}, {d.days} days ({d.window}{how}):")
            output.line(f"      {d.last.value:,} - {d.baseline.value:,} = {found.value:,}")
    for (who, metric, party), claims in _by_claimant(others).items():
        output.wrapped(f"is claimed by {who} on {metric} of {party}:", "  ", "    ")
        for claim in claims:
            output.line(f"    {claim.period} [claim {claim.id[:12]}]")
    more = found.differences_found - len(found.differences)
    if more > 0:
        output.line(f"  and {more:,} more differences, likely by chance (--limit shows more)")
    if not (found.reports or found.increments or found.differences or others):
        output.line("  is nowhere in the ledger: no report holds it, no two reports give it")


def _by_series(differences: "Sequence[Difference]") -> "dict[str, list[Difference]]":
    groups: dict[str, list[Difference]] = {}
    for one in differences:
        groups.setdefault(one.series.title, []).append(one)
    return groups


def _by_claimant(claims: "Sequence[Claim]") -> "dict[tuple[str, str, str | None], list[Claim]]":
    groups: dict[tuple[str, str, str | None], list[Claim]] = {}
    for one in claims:
        groups.setdefault((_name(one.claimant), one.metric, one.party), []).append(one)
    return groups


def _where_held(one: "Held") -> str:
    via = f", via {one.via}" if one.via and one.via != one.series.claimant else ""
    return f"{one.series.title}, report of {one.date}{via} [claim {one.claim[:12]}]"


@click.command(
    "sources",
    epilog="""\b
Examples:
  lossledger sources                      what the ledger holds
  lossledger sources --all --json         every source that the tables know
""",
)
@options(
    click.option("--all", "every", is_flag=True, help="Every source the tables know."),
    as_of_option,
    ledger_option,
    json_option,
)
def sources_command(every: bool, as_of: datetime | None, where: str | None, as_json: bool) -> None:
    """Show whose figures the ledger holds, through whom, and for which days."""
    from lossledger.vocabulary import sources

    if every:
        if as_json:
            for s in sources().values():
                output.json_line({"id": s.id, "name": s.name, "kind": s.kind, "party": s.party})
            return
        known = ((s.id, s.kind, s.party or "-", s.name) for s in sources().values())
        output.table(("id", "kind", "side", "name"), known)
        return
    with reading(where, as_of) as ledger:
        held = ledger.coverage(as_of=as_of)
    if as_json:
        for row in held:
            output.json_line(row._asdict())
        return
    groups: dict[tuple[str | None, str | None, str | None], list[Coverage]] = {}
    for row in held:
        groups.setdefault((row.claimant, row.party, row.via), []).append(row)
    for (who, side, via), rows in groups.items():
        through = f", via {_name(via)}" if via and via != who else ""
        output.table(
            ("metric", "first report", "last report", "claims"),
            ((r.metric, str(r.first or "-"), str(r.last or "-"), f"{r.claims:,}") for r in rows),
            title=f"{_name(who)} on {side or 'no side'}{through}",
            right=("claims",),
        )
