"""A checked story as one HTML page: each number marked, its finding beside it in the margin.

The page needs nothing else: no script, no other file, no other host. Marks differ by line style
and by words, not by colour alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from lossledger.checked.story import (
    MARKS,
    CheckedStory,
    mark_of,
    reports,
    said,
)
from lossledger.checked.told import correction, sums, told
from lossledger.checks import summary
from lossledger.model import Finding
from lossledger.vocabulary import interface
from lossledger.vocabulary.spoken import Words as Spoken

Words = Mapping[str, str]

_PAGE = """
:root { color-scheme: light dark; --ink: #1b222b; --quiet: #55606c; --page: #fff; --edge: #d8dde3;
  --off: #b3261e; --holds: #1c6b3c; --open: #7a5200; --note: #f5f7f9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ebf0; --quiet: #aab4c0; --page: #14181d;
  --edge: #3b4550; --off: #ff9c92; --holds: #7fd6a2; --open: #efc36a; --note: #1d232a; } }
*, *::before { box-sizing: border-box; }
body { background: var(--page); color: var(--ink); margin: 0 auto; max-width: 72rem;
  padding: 1.25rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .4rem; }
a:focus-visible, summary:focus-visible { outline: .2rem solid; outline-offset: .15rem; }
@media print { body { max-width: none; font-size: 10pt; } }
"""
STYLE = """
.checked { font: 1.05rem/1.6 Georgia, "DejaVu Serif", serif; }
.checked header p, .checked .legend, .checked aside, .checked footer {
  font: .9rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
.checked header p { margin: .2rem 0; color: var(--quiet); }
.checked .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem;
  padding: 0; }
.checked .row { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 2rem;
  border-top: 1px solid var(--edge); padding: .2rem 0; }
.checked .row > p { margin: .5rem 0; overflow-wrap: anywhere; white-space: pre-line; }
.checked mark { background: none; color: inherit; font-weight: 600; text-decoration: underline;
  text-decoration-thickness: .16em; text-underline-offset: .2em; }
.checked mark a, .checked aside a { color: inherit; text-decoration-color: inherit;
  text-decoration-style: inherit; }
.checked sup { font: 600 .7rem system-ui, "DejaVu Sans", sans-serif; margin-left: .15em; }
.checked .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
.checked .off { text-decoration-color: var(--off); text-decoration-style: wavy; }
.checked .holds { text-decoration-color: var(--holds); }
.checked .open { text-decoration-color: var(--open); text-decoration-style: dotted; }
.checked aside ol { margin: .5rem 0; padding: 0; list-style: none; }
.checked aside li { background: var(--note); border-left: .25rem solid var(--edge);
  padding: .5rem .7rem; margin: 0 0 .5rem; overflow-wrap: anywhere; break-inside: avoid; }
.checked aside li.off { border-color: var(--off); }
.checked aside li.holds { border-color: var(--holds); }
.checked aside li.open { border-color: var(--open); }
.checked li:target { outline: .15rem solid currentColor; }
.checked dl { margin: .25rem 0 0; }
.checked dt { color: var(--quiet); }
.checked dd { margin: 0 0 .3rem; }
.checked summary { cursor: pointer; color: var(--quiet); }
@media (max-width: 46rem) { .checked .row { grid-template-columns: minmax(0, 1fr); } }
"""
"""The look of a checked story, for any page that holds ``fragment``."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(story: CheckedStory) -> str:
    """The story's text with every checked number marked and its finding in the margin."""
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            '<head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>Checked: {escape(story.title)}</title>",
            f"<style>{_PAGE}{STYLE}</style></head>",
            '<body><main class="checked">',
            *fragment(story),
            "</main></body></html>",
            "",
        ]
    )


def fragment(story: CheckedStory, language: str = "en") -> Iterator[str]:
    """The checked story as a piece of a page, to stand in an element of class ``checked``.

    Everything but the text itself and its quotes is in words of ``language``.
    """
    t = interface(language)
    yield from _header(story, escape(story.title), language, t)
    yield f'<div lang="{escape(_language(story))}">' if _language(story) else "<div>"
    yield from _rows(story, language, t)
    yield "</div>"
    yield from _footer(story, language, t)


def _language(story: CheckedStory) -> str:
    first = story.reading.document.language.partition("+")[0]
    return "" if first == "und" else first


def _header(story: CheckedStory, title: str, language: str, t: Words) -> Iterator[str]:
    yield f"<header><h1>{title}</h1>"
    judged = f"{_judged(story, t, Spoken(language))} {_counts(story, t)}."
    yield f'<p lang="{language}">{escape(judged)}</p>'
    yield f'<p lang="{language}">{escape(t["never_true"])}</p>'
    yield f'<ul class="legend" lang="{language}">'
    for kind in MARKS:
        words = escape(t[f"kind_of.{kind}"])
        yield f'<li><mark class="{kind}">{escape(t["number"])}</mark> {words}</li>'
    yield "</ul></header>"


def _judged(story: CheckedStory, t: Words, w: Spoken) -> str:
    """Of which day the story is, how that is known, and by whose knowledge it was judged."""
    if story.day is None:
        return t["story_undated"]
    how = "" if story.day_from == "given" else t[f"day_from.{story.day_from}"]
    told_day = w.day(story.day)
    day = f"{told_day} ({how})" if how else told_day
    return t["story_judged"].format(day=day, moment=w.day(story.as_of.date()))


def _counts(story: CheckedStory, t: Words) -> str:
    """How many figures have which verdict."""
    counted = summary(story.findings)
    words = (f"{t[f'verdict.{verdict}']} {n}" for verdict, n in counted.items())
    return f"{t['figures_in_it']}: {len(story.findings)}" + "".join(f", {word}" for word in words)


def _rows(story: CheckedStory, language: str, t: Words) -> Iterator[str]:
    """The paragraphs of the text, each with the findings on its numbers beside it."""
    text = story.reading.document.text
    numbered = list(enumerate(story.findings, 1))
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        here = [(n, f) for n, f in numbered if start <= f.claim.span.start < end]
        if paragraph.strip():
            yield f'<div class="row"><p>{_marked(text, start, end, here, t)}</p>'
            notes = (_note(number, finding, language, t) for number, finding in here)
            yield from (("<aside><ol>", *notes, "</ol></aside>") if here else ())
            yield "</div>"
        start = end + 1


def _marked(text: str, start: int, end: int, here: Sequence[tuple[int, Finding]], t: Words) -> str:
    parts = []
    at = start
    for number, finding in sorted(here, key=lambda pair: pair[1].claim.span):
        span = finding.claim.span
        if span.start < at:
            continue
        parts.append(escape(text[at : span.start]))
        words = escape(text[span.start : min(span.end, end)])
        kind = mark_of(finding)
        parts.append(
            f'<mark class="{kind}" id="t{number}"><a href="#n{number}">{words}</a></mark>'
            f'<sup><span class="unseen">{escape(t["finding"])} {number}, '
            f'{escape(t[f"kind_of.{kind}"])}</span><span aria-hidden="true">{number}</span></sup>'
        )
        at = min(span.end, end)
    parts.append(escape(text[at:end]))
    return "".join(parts)


def _note(number: int, finding: Finding, language: str, t: Words) -> str:
    claim = finding.claim
    kind = mark_of(finding)
    lines = [
        f'<li class="{kind}" id="n{number}" lang="{language}">',
        f'<a href="#t{number}">{number}. {escape(claim.quote)}</a> ',
        f"<strong>{escape(verdict(finding, t))}</strong>",
        f"<dl><dt>{escape(t['said_by'])}</dt><dd>{escape(said(claim, language, spoken=True))}</dd>",
    ]
    why = f"<dt>{escape(t['why'])}</dt><dd>{escape(told(finding, language))}</dd>"
    if kind != "holds":  # what holds is told on demand
        lines.append(why)
    put = correction(finding, language)
    if put:
        lines.append(f"<dt>{escape(t['put'])}</dt>")
        lines.append(f"<dd><span data-write>{escape(put)}</span></dd>")
    lines.append("</dl>")
    if finding.arithmetic or finding.reports or kind == "holds":
        lines.append(_sums(finding, language, t, why if kind == "holds" else ""))
    return "".join([*lines, "</li>"])


def verdict(finding: Finding, t: Words) -> str:
    """The verdict, and the cause when one is named, in the words of the interface."""
    words = t[f"verdict.{finding.verdict}"]
    return f"{words}: {t[f'cause.{finding.cause}']}" if finding.cause else words


def _sums(finding: Finding, language: str, t: Words, why: str) -> str:
    used = "".join(f"<dd>{escape(report)}</dd>" for report in reports(finding, language))
    reckoned = escape(sums(finding, language))
    reckoning = f"<dt>{escape(t['sums'])}</dt><dd>{reckoned}</dd>" if reckoned else ""
    rests = f"<dt>{escape(t['reports'])}</dt>{used}" if used else ""
    return (
        f"<details><summary>{escape(t['sums_and_reports'])}</summary>"
        f"<dl>{why}{reckoning}{rests}</dl></details>"
    )


def _footer(story: CheckedStory, language: str, t: Words) -> Iterator[str]:
    notes, unread = story.reading.notes, story.reading.unread
    yield f'<footer lang="{language}">'
    if notes:
        yield f"<h2>{escape(t['story_itself'])}</h2><ul>"
        for note in notes:
            kind = escape(t.get(f"note_of.{note.kind}", note.kind.replace("_", " ")))
            words = escape(" ".join(note.quote.split()))
            yield f"<li>{kind}: “{words}”</li>"
        yield "</ul>"
    if unread:
        yield f"<h2>{escape(t['need_a_person'])}</h2><ul>"
        yield from (f"<li>{escape(lost.quote)}: “{escape(lost.sentence)}”</li>" for lost in unread)
        yield "</ul>"
    kinds = dict.fromkeys(number.reason for number in story.reading.ignored)
    reasons = ", ".join(t.get(f"ignored_as.{kind}", kind.replace("_", " ")) for kind in kinds)
    yield f"<p>{escape(t['ignored_on_purpose'])}: {len(story.reading.ignored)}"
    yield f" ({escape(reasons)}).</p></footer>" if reasons else ".</p></footer>"
