"""The sentences of findings: plain words, neutral verbs, report dates named."""

from collections.abc import Sequence
from datetime import date

from lossledger import vocabulary
from lossledger.model import Claim
from lossledger.series import LOSS_DAY, Series, day_words
from lossledger.vocabulary.lexicon import labels


def source_name(source: str | None) -> str:
    """A source's name as the tables have it, else as it stands."""
    known = vocabulary.sources().get(source or "")
    return known.name if known else source or "no one named"


def label(code: str | None) -> str:
    """The words for a metric or a party."""
    return labels("en").get(code or "", code or "")


def losses(series: Series) -> str:
    """``Russia's reported losses of tanks``, for any party and metric."""
    return f"{label(series.party)}'s reported losses of {label(series.metric)}"


def as_given(claim: Claim, figure: str) -> str:
    """The sentence a careful writer would put for a figure that only the text gives."""
    what = f" of {label(claim.metric)}"
    subject = f"{label(claim.party)}'s losses{what}" if claim.party else f"Losses{what}"
    if claim.claimant is None:
        return f"{subject} were put at {figure}; the text names no source."
    return f"{subject} were put at {figure} by {source_name(claim.claimant)}."


def by(series: Series) -> str:
    """Whose reports a series holds."""
    return source_name(series.claimant)


def report_of(day: date) -> str:
    """A report by its date."""
    return f"report of {day_words(day)}"


def convention_words(convention: str | None) -> str:
    """How a span's days are read."""
    return "by loss day" if convention == LOSS_DAY else "by report day"


def span_words(start: date, end: date) -> str:
    """Days from one to another, as short as they can be said."""
    if start == end:
        return day_words(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day_words(end)}"
    return f"{day_words(start)} to {day_words(end)}"


def others_as_near(count: int) -> str:
    """How many other figures of the series lie as near as the one proposed."""
    if count == 0:
        return "no other figure of the series lies as near"
    if count == 1:
        return "1 other figure of the series lies as near"
    return f"{count} other figures of the series lie as near"


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def scope_words(scope: Sequence[str] | None) -> str:
    """What kinds of loss are counted."""
    return listed(tuple(scope)) if scope else "a kind of loss that is not stated"
