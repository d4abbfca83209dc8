"""A brief as one HTML page that needs nothing else: no script, no other file, no other host."""

from collections.abc import Iterator, Sequence
from html import escape

from lossledger.brief import layout
from lossledger.brief.kit import Brief, Evidence
from lossledger.brief.layout import Table
from lossledger.brief.sheet import Section
from lossledger.brief.words import Text, label, long_day, sentence_case, source_name

STYLE = """
:root { color-scheme: light dark; --ink: #1c2530; --quiet: #55606c; --line: #d5dae0;
  --page: #fff; --panel: #f4f6f8; --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --quiet: #a7b1bd; --line: #3a4450;
  --page: #14191f; --panel: #1d242c; --link: #8ec1f2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 60rem; background: var(--page);
  color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.date, caption, .quiet { color: var(--quiet); }
blockquote { margin: 1rem 0; padding: 1rem 1.2rem; background: var(--panel);
  border-left: 4px solid var(--link); font-size: 1.08rem; }
blockquote p { margin: 0; }
figure { margin: 1.5rem 0; padding: .5rem; background: #fff; border: 1px solid var(--line); }
figure svg { display: block; width: 100%; height: auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 0 0 .4rem; font-size: .95rem; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; }
.figures td:not(:last-child), .figures thead th:not(:first-child):not(:last-child),
.numbers td, .numbers thead th:not(:first-child) { text-align: right; }
thead th { font-size: .9rem; color: var(--quiet); vertical-align: bottom; }
tbody th { font-weight: 600; }
.claims { font-size: .85rem; }
.claims tbody th { overflow-wrap: anywhere; min-width: 9rem;
  font: .8rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; }
.n, thead .n { text-align: right; white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.keys { columns: 17rem; padding: 0; list-style: none; font-size: .8rem; }
.keys li:target { background: var(--panel); outline: 2px solid var(--link); }
tr:target { background: var(--panel); outline: 2px solid var(--link); }
@page { size: A4; margin: 16mm 15mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print { :root { --ink: #000; --quiet: #333; --line: #999; --page: #fff; --panel: #fff;
  --link: #000; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  a { text-decoration: none; }
  h1 { font-size: 17pt; }
  h2 { font-size: 12pt; margin: 13pt 0 4pt; }
  h2, caption { break-after: avoid; }
  tr, li, figure, blockquote { break-inside: avoid; }
  blockquote { padding: 0 0 0 10pt; font-size: 10.5pt; line-height: 1.5; }
  figure { max-width: 130mm; margin: 8pt auto; }
  figcaption { font-size: 8pt; color: var(--quiet); }
  ul { margin: 4pt 0; padding-left: 14pt; }
  th, td, thead th { padding: 1.5pt 5pt; font-size: 8.5pt; line-height: 1.35; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  .keys { columns: 3; padding: 0; font-size: 6.5pt; }
  .claims { font-size: 7pt; }
  .claims th, .claims td { padding: .2rem; }
  .claims tbody th, .claims td { overflow-wrap: anywhere; min-width: 0; font-size: 6.5pt; } }
""".strip()
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def as_html(brief: Brief, chart_svg: str | None, beyond: Sequence[Section] = ()) -> str:
    """The brief as a page that holds the chart; ``chart_svg`` is trusted, all else escaped.

    ``beyond`` are further sections before the claims.
    """
    title = escape(brief.headline)
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{title}</title>",
            f"<style>\n{STYLE}\n</style>",
            "</head>",
            "<body>",
            "<main>",
            *_body(brief, chart_svg, beyond),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _body(brief: Brief, chart_svg: str | None, beyond: Sequence[Section]) -> Iterator[str]:
    iso = brief.day.isoformat()
    yield f"<h1>{escape(brief.headline)}</h1>"
    yield f'<p class="date">Report of <time datetime="{iso}">{long_day(brief.day)}</time></p>'
    yield f"<blockquote><p>{linked(brief.paragraph)}</p></blockquote>"
    if chart_svg and brief.chart_alt:
        yield f'<figure role="img" aria-label="{escape(brief.chart_alt)}">'
        yield from (chart_svg, "</figure>")
    yield from _section("day", "The day’s figures", _table(layout.day_table(brief), "figures"))
    if brief.absent:
        yield f"<p>{linked(layout.absent_sentence(brief))}</p>"
    yield from _section("month", "Month to date", _table(layout.month_table(brief), "numbers"))
    yield from _items(linked(text) for text in layout.month_arithmetic(brief))
    yield from _section("means", "Means", _table(layout.mean_table(brief), "numbers"))
    if brief.events:
        yield from _section("events", "Events", _table(layout.event_table(brief.events), "events"))
    if brief.definitions:
        said = _items(linked(text) for text in layout.definition_sentences(brief))
        yield from _section("definitions", "What the words mean", said)
    said = _items(escape(sentence) for sentence in brief.limits)
    yield from _section("limits", "What these figures do not say", said)
    for part in beyond:
        said = _items(linked(text) for text in part.sentences)
        yield from _section(part.key, escape(part.heading), said)
    yield from _section("claims", "Claims", _appendix(brief))


def _section(anchor: str, heading: str, content: Iterator[str]) -> Iterator[str]:
    yield f'<h2 id="{anchor}">{heading}</h2>'
    yield from content


def _items(sentences: Iterator[str]) -> Iterator[str]:
    yield "<ul>"
    yield from (f"<li>{sentence}</li>" for sentence in sentences)
    yield "</ul>"


def _table(table: Table, kind: str) -> Iterator[str]:
    yield '<div class="wide">'
    yield f'<table class="{kind}">'
    yield f"<caption>{escape(table.caption)}</caption>"
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for first, *others in table.rows:
        cells = "".join(f"<td>{linked(cell)}</td>" for cell in others)
        yield f'<tr><th scope="row">{linked(first)}</th>{cells}</tr>'
    yield from ("</tbody>", "</table>", "</div>")


def _appendix(brief: Brief) -> Iterator[str]:
    columns = ("Claim", "Figure", "Report of", "Said by", "Held through", "Document")
    heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
    yield '<div class="wide">'
    yield '<table class="claims">'
    yield "<caption>The claims that every figure above rests on</caption>"
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for found in brief.evidence:
        cells = "".join(f"<td>{cell}</td>" for cell in _evidence(found))
        row = f'<th scope="row">{escape(found.claim)}</th>{cells}'
        yield f'<tr id="claim-{escape(found.claim)}">{row}</tr>'
    yield from ("</tbody>", "</table>", "</div>")


def _evidence(found: Evidence) -> Iterator[str]:
    yield escape(f"{sentence_case(label(found.metric))}, {found.what}")
    yield long_day(found.report_date) if found.report_date else "–"
    yield escape(source_name(found.claimant))
    yield escape(source_name(found.via))
    yield f"<code>{escape(found.document[:12])}</code>" if found.document else "–"


def linked(text: Text) -> str:
    """The text with each figure as a link to its first claim."""
    return "".join(
        f'<a href="#claim-{escape(p.claims[0])}">{escape(p.text)}</a>'
        if p.claims
        else escape(p.text)
        for p in text
    )
