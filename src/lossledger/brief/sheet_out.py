"""A sheet written out: plain text to paste, Markdown, and a page that prints well."""

from collections.abc import Iterator
from html import escape

from lossledger.brief.markdown import linked, safe
from lossledger.brief.page import POLICY, STYLE
from lossledger.brief.page import linked as html_linked
from lossledger.brief.sheet import Section, Sheet
from lossledger.brief.tongue import Tongue
from lossledger.brief.words import plain


def sheet_text(sheet: Sheet) -> str:
    """The brief as plain text to paste, a paragraph a line; claims are left to the other forms."""
    parts = [plain(sheet.headline), plain(sheet.paragraph)]
    for section in sheet.sections:
        lines = [plain(text) for text in section.sentences]
        parts.append("\n".join([section.heading, "", *lines]))
    return "\n\n".join(parts) + "\n"


def sheet_markdown(sheet: Sheet, chart: str | None, alt: str | None) -> str:
    """The brief as Markdown; ``chart`` is where its picture will be found, ``alt`` its words."""
    lines = [f"# {safe(plain(sheet.headline))}", "", _dated(sheet), ""]
    lines += [f"> {linked(sheet.paragraph)}", ""]
    if chart and alt:
        lines += [f"![{safe(alt)}](<{chart}>)", "", f"*{safe(alt)}*", ""]
    for section in sheet.sections:
        lines += [f"## {section.heading}", "", *_markdown(section), ""]
    lines += [f"## {Tongue(sheet.language).t['head_claims']}", ""]
    lines += [f'- <a id="claim-{claim}"></a>`{claim}`' for claim in sheet.claims]
    return "\n".join(lines) + "\n"


def _dated(sheet: Sheet) -> str:
    """The day of the last report, alone on its line as the dateline of a story."""
    return Tongue(sheet.language).day(sheet.day)


def _markdown(section: Section) -> Iterator[str]:
    """A section as a table where its sentences have the same parts, else as a list."""
    if not section.rows:
        yield from (f"- {linked(text)}" for text in section.sentences)
        return
    yield _cells([safe(name) for name in section.columns])
    yield _cells(["---:" if n in _numbers(section) else "---" for n in range(len(section.columns))])
    yield from (_cells([linked(cell) for cell in row]) for row in section.rows)


def _cells(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _numbers(section: Section) -> set[int]:
    """The columns that hold figures: those with a claim in some row."""
    rows = [[any(p.claims for p in cell) for cell in row] for row in section.rows]
    return {n for n, found in enumerate(zip(*rows, strict=True)) if any(found)}


def sheet_html(sheet: Sheet, svg: str | None, alt: str | None) -> str:
    """The brief as one page without scripts that prints well; ``svg`` is trusted."""
    title = escape(plain(sheet.headline))
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{escape(sheet.language)}">',
            '<head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{title}</title>",
            f"<style>\n{STYLE}\n</style></head>",
            f"<body><main><h1>{title}</h1>",
            f'<p class="date">{escape(_dated(sheet))}</p>',
            f"<blockquote><p>{html_linked(sheet.paragraph)}</p></blockquote>",
            *_figure(svg, alt),
            *(line for section in sheet.sections for line in _section(section)),
            f'<h2>{escape(str(Tongue(sheet.language).t["head_claims"]))}</h2><ul class="keys">',
            *(
                f'<li id="claim-{escape(claim)}"><code>{escape(claim)}</code></li>'
                for claim in sheet.claims
            ),
            "</ul></main></body></html>",
            "",
        ]
    )


def _figure(svg: str | None, alt: str | None) -> Iterator[str]:
    if svg and alt:
        yield f"<figure>{svg}<figcaption>{escape(alt)}</figcaption></figure>"


def _section(section: Section) -> Iterator[str]:
    yield f'<h2 id="{escape(section.key)}">{escape(section.heading)}</h2>'
    if section.rows:
        yield from _table(section)
        return
    yield "<ul>"
    yield from (f"<li>{html_linked(text)}</li>" for text in section.sentences)
    yield "</ul>"


def _table(section: Section) -> Iterator[str]:
    numbers = _numbers(section)
    marks = [' class="n"' if n in numbers else "" for n in range(len(section.columns))]
    yield f'<div class="wide"><table><caption class="unseen">{escape(section.heading)}</caption>'
    pairs = zip(marks, section.columns, strict=True)
    heads = "".join(f'<th{mark} scope="col">{escape(name)}</th>' for mark, name in pairs)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for row in section.rows:
        cells = [f"<td{m}>{html_linked(c)}</td>" for m, c in zip(marks, row, strict=True)]
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div>"
