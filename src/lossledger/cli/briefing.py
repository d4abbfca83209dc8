"""``lossledger brief``: the story kit of a day as Markdown, HTML and JSON, with its chart."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lossledger.cli import output
from lossledger.cli.options import (
    Day,
    as_of_option,
    claimant_option,
    json_option,
    known_party,
    known_source,
    ledger_option,
    options,
    party_option,
    quiet_option,
    reading,
)
from lossledger.errors import BadInput

if TYPE_CHECKING:
    from lossledger.brief import Brief

EXAMPLES = """\b
Examples:
  lossledger brief --date 2024-02-22           writes brief-2024-02-22.md, .html and .svg
  lossledger brief --out kit --date 2024-02-22
  lossledger brief --json
"""


@click.command("brief", epilog=EXAMPLES)
@options(
    click.option("--date", "day", type=Day(), help="The report's day. [default: the latest]"),
    click.option("--out", type=click.Path(file_okay=False), default=".", show_default=True,
                 help="The folder to write to."),
    party_option,
    claimant_option,
    as_of_option,
    ledger_option,
    json_option,
    quiet_option,
)  # fmt: skip
def brief_command(
    day: date | None,
    out: str,
    party: str | None,
    claimant: str | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Write a story kit for a day: Markdown, HTML and an SVG chart.

    It holds the day's figures by category, the month to date with its baseline, means over 7 and
    30 days, a paragraph to paste with its attribution, and what could not be verified. Every
    figure leads to its claim. With --json the kit is printed and no file is written.
    """
    from lossledger.brief import as_html, as_markdown
    from lossledger.brief import as_json as kit_json
    from lossledger.desk import brief_of_day

    with reading(where) as ledger:
        kit = brief_of_day(
            ledger, day, claimant=known_source(claimant), party=known_party(party), as_of=as_of
        )
    if as_json:
        output.json_line(kit_json(kit))
        return
    name = f"brief-{kit.day}"
    svg = _chart(kit)
    files = {f"{name}.md": as_markdown(kit, f"{name}.svg" if svg else None)}
    files[f"{name}.html"] = as_html(kit, svg)
    if svg:
        files[f"{name}.svg"] = svg
    _write(Path(out), files)
    if not quiet:
        output.line(kit.headline)
        for file in files:
            output.line(f"  {Path(out) / file}")


def _chart(kit: "Brief") -> str | None:
    from lossledger.charts import chart_svg, daily_losses

    if kit.chart_alt is None:
        return None
    return chart_svg(daily_losses(kit.lead, kit.day))


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, words in files.items():
            (folder / name).write_text(words, encoding="utf-8")
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise BadInput(str(error.filename or folder), what, "choose a folder with --out") from error
