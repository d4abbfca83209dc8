"""Findings as ClaimReview, the type that search engines and fact-checkers exchange (schema.org).

The review says in words what was found: whether a figure is what its claimant published. It
carries no number on a scale, because there is no scale of truth here: ``reviewRating`` has an
``alternateName`` and an explanation, and never a ``ratingValue``. What schema.org has no place
for (spans, bounds, definitions, arithmetic) stands in the finding, which ``with_record`` puts
beside the review.
"""

from collections.abc import Iterable
from datetime import date

from lossledger import vocabulary
from lossledger.model import Claim, Document, Finding, Json, ReportUsed
from lossledger.vocabulary.lexicon import labels

CONTEXT = "https://schema.org"
UNCHECKED = ("not_in_ledger", "not_checkable")
"""Verdicts under which nothing was found out: no review is published for them."""
WORDS = {
    "reproduced": "Matches what the claimant published",
    "reproduced_other_baseline": "Matches the published reports from another baseline",
    "consistent": "Consistent with what the claimant published",
    "arithmetic_error": "The arithmetic does not hold",
    "definition_mismatch": "Says something else than the published figure means",
    "contradicted": "Differs from what the claimant published",
    "superseded": "Was published, and has been restated since",
    "not_in_ledger": "Not among the published figures held",
    "not_checkable": "Could not be checked",
}
"""What a verdict says, in words that claim nothing about what is true."""


def claim_review(
    finding: Finding,
    document: Document,
    *,
    on: date,
    url: str | None = None,
    reviewer: str = "lossledger",
) -> Json:
    """One finding as a ClaimReview in JSON-LD.

    ``on`` is the day of the review, ``url`` the page that shows it (without one, a name made
    of the claim's id), ``reviewer`` the organisation that publishes it. Of the document only
    the claim's own sentence, its title and its address on the web are given.
    """
    claim = finding.claim
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "identifier": claim.id,
        "url": url or f"urn:lossledger:{claim.id}",
        "datePublished": on.isoformat(),
        "inLanguage": "en",
        "author": _organisation(reviewer),
        "claimReviewed": summary(claim),
        "itemReviewed": _claim(claim, document),
        "reviewRating": _rating(finding),
        "reviewBody": " ".join(filter(None, (finding.message, finding.arithmetic))),
        **({"isBasedOn": [_report(r) for r in finding.reports]} if finding.reports else {}),
    }


def claim_reviews(
    findings: Iterable[Finding],
    document: Document,
    *,
    on: date,
    url: str | None = None,
    reviewer: str = "lossledger",
    every: bool = False,
) -> list[Json]:
    """The reviews of all figures that could be checked, in the order of the text.

    ``url`` is the page of the story; each review gets an anchor of its own on it. With
    ``every`` the figures that could not be checked are there too, and say so.
    """
    return [
        claim_review(
            finding,
            document,
            on=on,
            url=f"{url}#{finding.claim.id}" if url else None,
            reviewer=reviewer,
        )
        for finding in findings
        if every or finding.verdict not in UNCHECKED
    ]


def with_record(review: Json, finding: Finding) -> Json:
    """A review with our richer record beside it; ``identifier`` and ``claim.id`` are the same."""
    return {"claimReview": review, "finding": finding.as_json()}


def summary(claim: Claim) -> str:
    """What is claimed, in one line: claimant, figure, what is counted, whose, which days."""
    words = labels("en")
    kinds = f" ({' and '.join(claim.scope)})" if claim.scope else ""
    whose = f" of {words.get(claim.party, claim.party)}" if claim.party else ""
    what = f"{claim.quantity} {words.get(claim.metric, claim.metric)}{kinds}{whose}"
    return f"{_name(claim.claimant) or 'Unattributed'}: {what}, {_days(claim)}"


def _days(claim: Claim) -> str:
    if claim.period.kind == "cumulative":
        return f"in all to {claim.period.end or 'a day not said'}"
    return "days not said" if claim.period.kind == "unknown" else str(claim.period)


def _claim(claim: Claim, document: Document) -> Json:
    published = document.published_at.date() if document.published_at else document.report_date
    author = _name(claim.claimant)
    return {
        "@type": "Claim",
        "identifier": claim.id,
        "text": claim.sentence,
        **({"author": _organisation(author)} if author else {}),
        **({"datePublished": published.isoformat()} if published else {}),
        "appearance": _appearance(claim, document, published),
    }


def _appearance(claim: Claim, document: Document, published: date | None) -> Json:
    """The story in which the claim stands; an address only where it is one of the web."""
    on_the_web = document.origin.startswith(("https://", "http://"))
    outlet = _name(claim.outlet)
    return {
        "@type": "CreativeWork",
        "identifier": f"sha256:{document.id}",
        **({"url": document.origin} if on_the_web else {}),
        **({"headline": document.title} if document.title else {}),
        **({"publisher": _organisation(outlet)} if outlet else {}),
        **({"datePublished": published.isoformat()} if published else {}),
    }


def _rating(finding: Finding) -> Json:
    """The verdict in words, its cause and why; no number, best or worst."""
    cause = f": {finding.cause.replace('_', ' ')}" if finding.cause else ""
    return {
        "@type": "Rating",
        "name": finding.verdict,
        "alternateName": f"{WORDS[finding.verdict]}{cause}",
        "ratingExplanation": finding.message,
    }


def _report(report: ReportUsed) -> Json:
    """A report that the finding rests on."""
    return {
        "@type": "CreativeWork",
        "identifier": report.claim,
        "author": _organisation(_name(report.source) or report.source),
        **({"datePublished": report.report_date.isoformat()} if report.report_date else {}),
        "text": f"{report.value:,}",
    }


def _organisation(name: str) -> Json:
    return {"@type": "Organization", "name": name}


def _name(source: str | None) -> str | None:
    known = vocabulary.sources().get(source or "")
    return known.name if known else source
