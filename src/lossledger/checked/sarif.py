"""Findings as SARIF 2.1.0, so that editors and CI can show them.

The form is that of the OASIS standard "Static Analysis Results Interchange Format", 2.1.0.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from lossledger.checked.story import CheckedStory, mark_of, said
from lossledger.model import Finding, Json, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"off": "warning", "open": "note", "holds": "none"}


def as_sarif(stories: Iterable[CheckedStory], *, version: str) -> Json:
    """One SARIF log with a result for each figure of the stories; ``version`` is this program's.

    The rule of a result is its cause, or its verdict where no cause is named. Figures that hold
    have level ``none`` and kind ``pass``.
    """
    stories = list(stories)
    results = [_result(story, finding) for story in stories for finding in story.findings]
    rules = sorted({result["ruleId"] for result in results})
    driver = {
        "name": "lossledger",
        "version": version,
        "rules": [
            {"id": rule, "shortDescription": {"text": rule.replace("_", " ")}} for rule in rules
        ],
    }
    artifacts = [
        {
            "location": {"uri": _uri(story)},
            "hashes": {"sha-256": story.reading.document.id},
        }
        for story in stories
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts,
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _uri(story: CheckedStory) -> str:
    from urllib.parse import quote

    return quote(story.reading.document.origin, safe="/:#?&=.-_~")


def _result(story: CheckedStory, finding: Finding) -> Json:
    kind = mark_of(finding)
    words = finding.message
    if finding.suggestion:
        words += f" A careful writer would put: {finding.suggestion}"
    return {
        "ruleId": finding.cause or finding.verdict,
        "level": LEVELS[kind],
        "kind": {"off": "fail", "open": "review", "holds": "pass"}[kind],
        "message": {"text": f"{finding.claim.quote}: {words}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(story)},
                    "region": _region(story.reading.document.text, finding.claim.span),
                }
            }
        ],
        "partialFingerprints": {"claim/v1": finding.claim.id},
        "properties": {
            "verdict": finding.verdict,
            "cause": finding.cause,
            "said": said(finding.claim),
            "arithmetic": finding.arithmetic,
        },
    }


def _region(text: str, span: Span) -> Json:
    """Lines and columns from 1; a column counts characters, the end is exclusive."""
    starts = _line_starts(text)
    first, last = (bisect_right(starts, place) - 1 for place in (span.start, span.end))
    return {
        "startLine": first + 1,
        "startColumn": span.start - starts[first] + 1,
        "endLine": last + 1,
        "endColumn": span.end - starts[last] + 1,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _line_starts(text: str) -> Sequence[int]:
    return [0, *(k + 1 for k, character in enumerate(text) if character == "\n")]
