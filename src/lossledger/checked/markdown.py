"""A checked story as Markdown, to be put into a ticket, a review or a mail."""

from collections.abc import Iterator

from lossledger.checked.story import CheckedStory, reports, said, verdict_words
from lossledger.model import Finding


def as_markdown(story: CheckedStory) -> str:
    """One section for each figure: verdict, who says it, why, the sums and the reports."""
    return "\n".join(_lines(story)) + "\n"


def _lines(story: CheckedStory) -> Iterator[str]:
    yield f"# Figures of: {_safe(story.title)}"
    yield ""
    yield f"{story.judged[0].upper()}{story.judged[1:]}. {story.counts}."
    yield ""
    yield "“Reproduced” means: matches what the claimant published. It never means: is true."
    for number, finding in enumerate(story.findings, 1):
        yield ""
        yield from _finding(number, finding)
    if story.reading.notes:
        yield ""
        yield "## What the story itself says about its figures"
        yield ""
        for note in story.reading.notes:
            yield f"- {note.kind.replace('_', ' ')}: “{_safe(' '.join(note.quote.split()))}”"
    if story.reading.unread:
        yield ""
        yield "## Numbers that need a person"
        yield ""
        for lost in story.reading.unread:
            yield f"- {_safe(lost.quote)} in “{_safe(' '.join(lost.sentence.split()))}”"


def _finding(number: int, finding: Finding) -> Iterator[str]:
    claim = finding.claim
    yield f"## {number}. {_safe(claim.quote)}: {verdict_words(finding)}"
    yield ""
    yield f"> {_safe(' '.join(claim.sentence.split()))}"
    yield ""
    yield f"- Said by {_safe(said(claim))}"
    yield f"- {_safe(finding.message)}"
    if finding.arithmetic:
        yield f"- Sums: {_safe(finding.arithmetic)}"
    yield from (f"- Rests on: {_safe(report)}" for report in reports(finding))
    if finding.suggestion:
        yield f"- A careful writer would put: {_safe(finding.suggestion)}"


def _safe(words: str) -> str:
    """Words in which nothing is taken for Markdown or HTML."""
    for mark in "\\`*_[]<>#|":
        words = words.replace(mark, f"\\{mark}")
    return words
