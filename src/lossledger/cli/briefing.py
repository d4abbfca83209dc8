"""``lossledger brief``: the story kit of a day, a week or a month, with its chart."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lossledger.cli import output
from lossledger.cli.options import (
    Day,
    Month,
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
    from lossledger.brief import Brief, Known, Sheet
    from lossledger.ledger.book import Ledger

FORMS = ("md", "html", "text", "json")
CHART_DAYS = 31
"""Days in the chart of a week or a month."""

EXAMPLES = """\b
Examples:
  lossledger brief --date 2024-02-22           writes brief-2024-02-22.md, .html, .txt and .svg
  lossledger brief --month 2024-02 --language uk --out kit
  lossledger brief --week 2024-02-22 --format text
  lossledger brief --json
"""


@click.command("brief", epilog=EXAMPLES)
@options(
    click.option("--date", "day", type=Day(), help="The report's day. [default: the latest]"),
    click.option("--week", type=Day(), help="The week, Monday to Sunday, that holds this day."),
    click.option("--month", type=Month(), help="A calendar month, or as much of it as there is."),
    click.option("--language", metavar="CODE", default="en", show_default=True,
                 help="The language of the brief."),
    click.option("--format", "form", type=click.Choice(FORMS),
                 help="Print the brief in this form instead of writing files."),
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
    week: date | None,
    month: date | None,
    language: str,
    form: str | None,
    out: str,
    party: str | None,
    claimant: str | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Write a story kit for a day, a week or a month: Markdown, HTML, plain text and a chart.

    It holds a paragraph to paste with its attribution, the figures by category, the period with
    its baseline, what others estimate and in which class, engagements and strikes, quotations,
    and what could not be verified. Every figure leads to its claim. The page prints well. With
    --format or --json the kit is printed and no file is written.
    """
    from lossledger.brief import sheet

    if sum(value is not None for value in (day, week, month)) > 1:
        raise click.UsageError("give one of --date, --week or --month")
    known_language(language)
    asked = {"claimant": known_source(claimant), "party": known_party(party), "as_of": as_of}
    with reading(where, as_of) as ledger:
        rich = language == "en" and week is None and month is None and (as_json or form == "json")
        kit = _kit(ledger, day, asked) if rich else None
        known = _known(ledger, day, week, month, asked)
    made = sheet(known, language)
    form = "json" if as_json else form
    name = f"brief-{_period(known, week, month)}{'' if language == 'en' else f'-{language}'}"
    files = _files(known, made, name)
    if form == "json":
        output.json_line(_json(made, kit))
    elif form is not None:
        output.line(files[f"{name}.{'txt' if form == 'text' else form}"].rstrip("\n"))
    else:
        _write(Path(out), files)
        if not quiet:
            output.line(_headline(made))
            for file in files:
                output.line(f"  {Path(out) / file}")


def known_language(language: str) -> None:
    """A usage error naming the languages of briefs for any other."""
    from lossledger.vocabulary import brief_languages

    if language not in brief_languages():
        known = ", ".join(brief_languages())
        raise click.UsageError(f"no brief in {language!r} (known: {known})")


def _known(
    ledger: "Ledger", day: date | None, week: date | None, month: date | None, asked: dict[str, Any]
) -> "Known":
    from lossledger import __version__
    from lossledger.desk import sheet_of_days

    return sheet_of_days(ledger, day=day, week=week, month=month, version=__version__, **asked)


def _kit(ledger: "Ledger", day: date | None, asked: dict[str, Any]) -> "Brief":
    from lossledger.desk import brief_of_day

    return brief_of_day(ledger, day, **asked)


def _period(known: "Known", week: date | None, month: date | None) -> str:
    if month is not None:
        return f"{month:%Y-%m}"
    return f"{week.isocalendar().year}-W{week.isocalendar().week:02}" if week else str(known.day)


def _headline(made: "Sheet") -> str:
    from lossledger.brief import plain

    return plain(made.headline)


def _json(made: "Sheet", kit: "Brief | None") -> dict[str, Any]:
    from lossledger.brief import as_json, sheet_json

    return {**as_json(kit), "sheet": sheet_json(made)} if kit else sheet_json(made)


def _files(known: "Known", made: "Sheet", name: str) -> dict[str, str]:
    """Every file of the kit by its name."""
    from lossledger.brief import sheet_html, sheet_markdown, sheet_text

    svg, alt = _chart(known, made.language)
    picture = f"{name}.svg" if svg else None
    files = {
        f"{name}.md": sheet_markdown(made, picture, alt),
        f"{name}.html": sheet_html(made, svg, alt),
        f"{name}.txt": sheet_text(made),
    }
    if svg:
        files[f"{name}.svg"] = svg
    return files


def _chart(known: "Known", language: str) -> tuple[str | None, str | None]:
    """The chart of the days up to the last report, and its words."""
    from lossledger.charts import chart_svg, daily_losses
    from lossledger.errors import NotFound

    try:
        spec = daily_losses(known.lead, known.day, CHART_DAYS if known.span else 30, language)
    except NotFound:
        return None, None
    return chart_svg(spec), str(spec["description"])


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, words in files.items():
            (folder / name).write_text(words, encoding="utf-8")
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise BadInput(str(error.filename or folder), what, "choose a folder with --out") from error
