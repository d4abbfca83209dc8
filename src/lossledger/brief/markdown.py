"""A brief as Markdown: figures link to the appendix that quotes their claims."""

import re
from collections.abc import Iterator, Sequence

from lossledger.brief import layout
from lossledger.brief.kit import Brief, Evidence
from lossledger.brief.layout import Table
from lossledger.brief.sheet import Section
from lossledger.brief.words import Text, label, long_day, sentence_case, source_name

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def as_markdown(brief: Brief, chart_path: str | None, beyond: Sequence[Section] = ()) -> str:
    """The brief as Markdown; ``chart_path`` is where the chart's image will be found,
    ``None`` for a brief without a chart. ``beyond`` are further sections before the claims."""
    return "\n".join(_lines(brief, chart_path, beyond)).rstrip() + "\n"


def _lines(brief: Brief, chart_path: str | None, beyond: Sequence[Section]) -> Iterator[str]:
    yield f"# {safe(brief.headline)}"
    yield from ("", f"Report of {long_day(brief.day)}.", "")
    yield from (f"> {linked(brief.paragraph)}", "")
    if chart_path and brief.chart_alt:
        yield from (f"![{safe(brief.chart_alt)}](<{chart_path}>)", "")
    yield from ("## The day's figures", "")
    yield from _table(layout.day_table(brief))
    if brief.absent:
        yield from (linked(layout.absent_sentence(brief)), "")
    yield from ("## Month to date", "")
    yield from _table(layout.month_table(brief))
    yield from (f"- {linked(text)}" for text in layout.month_arithmetic(brief))
    yield from ("", "## Means", "")
    yield from _table(layout.mean_table(brief))
    if brief.events:
        yield from ("## Events", "")
        yield from _table(layout.event_table(brief.events))
    if brief.definitions:
        yield from ("## What the words mean", "")
        yield from (f"- {linked(text)}" for text in layout.definition_sentences(brief))
        yield ""
    yield from ("## What these figures do not say", "")
    yield from (f"- {safe(sentence)}" for sentence in brief.limits)
    yield ""
    for section in beyond:
        yield from (f"## {section.heading}", "")
        yield from (f"- {linked(text)}" for text in section.sentences)
        yield ""
    yield from ("## Claims", "")
    yield from _appendix(brief)


def _table(table: Table) -> Iterator[str]:
    yield from (f"**{safe(table.caption)}**", "")
    yield _row(safe(column) for column in table.columns)
    last = len(table.columns) - 1
    words = {0, last} if table.words_last else {0}
    yield _row("---" if n in words else "---:" for n in range(last + 1))
    yield from (_row(linked(cell) for cell in row) for row in table.rows)
    yield ""


def _appendix(brief: Brief) -> Iterator[str]:
    yield _row(("Claim", "Figure", "Report of", "Said by", "Held through", "Document"))
    yield _row(["---"] * 6)
    yield from (_row(_evidence(found)) for found in brief.evidence)


def _evidence(found: Evidence) -> Iterator[str]:
    yield f'<a id="claim-{found.claim}"></a>`{found.claim}`'
    yield safe(f"{sentence_case(label(found.metric))}, {found.what}")
    yield long_day(found.report_date) if found.report_date else "–"
    yield safe(source_name(found.claimant))
    yield safe(source_name(found.via))
    yield f"`{found.document[:12]}`" if found.document else "–"


def _row(cells: "Iterator[str] | list[str] | tuple[str, ...]") -> str:
    return f"| {' | '.join(cells)} |"


def linked(text: Text) -> str:
    """The text with each figure as a link to its first claim."""
    return "".join(
        f"[{safe(p.text)}](#claim-{p.claims[0]})" if p.claims else safe(p.text) for p in text
    )


def safe(words: str) -> str:
    """Words on one line, without the power to be markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split(" ")).replace("\r", " ").replace("\n", " "))
