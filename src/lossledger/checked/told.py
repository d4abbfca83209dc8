"""What a finding says, in the language of the page.

The checks write their messages in English. In other languages the same is told from the
finding's own parts: what the verdict or cause means, the reports it rests on with their values,
what was expected, and the arithmetic with its days and words in that language.
"""

import re
from itertools import combinations

from lossledger.model import Claim, Expected, Finding, ReportUsed
from lossledger.vocabulary import chart_words, interface
from lossledger.vocabulary.spoken import Words

_MONTHS = tuple(chart_words("en")["months"])
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")


def told(finding: Finding, language: str = "en") -> str:
    """Why a figure holds or does not."""
    if language == "en":
        return finding.message
    t, w = interface(language), Words(language)
    cause, verdict = finding.cause, finding.verdict
    parts = [t[f"cause_means.{cause}" if cause else f"verdict_means.{verdict}"]]
    if finding.expected:
        values = t["or"].join(dict.fromkeys(_interval(one, w) for one in finding.expected))
        parts.append(t["reports_give"].format(values=values))
    if finding.reports:
        listed = "; ".join(dict.fromkeys(_report(one, w) for one in finding.reports))
        parts.append(t["by_reports"].format(reports=listed))
    return " ".join(parts)


def sums(finding: Finding, language: str = "en") -> str:
    """The arithmetic, its days and words in the language."""
    return words_of_sums(finding.arithmetic, language)


def words_of_sums(arithmetic: str, language: str = "en") -> str:
    """Days, numbers and the few phrases of the checks' arithmetic in a language."""
    if language == "en":
        return arithmetic
    w = Words(language)
    found = _DAY.sub(lambda m: f"{m[1]} {w.t['months'][_MONTHS.index(m[2])]} {m[3]}", arithmetic)
    for english, other in w.t["phrases"]:
        found = found.replace(english, other)
    return _THOUSANDS.sub(w.t["thousands"], found)


def correction(finding: Finding, language: str = "en") -> str | None:
    """The sentence that a careful writer would put, to be copied."""
    if language == "en" or finding.suggestion is None or not finding.expected:
        return finding.suggestion
    t, w, claim = interface(language), Words(language), finding.claim
    right = finding.expected[0]
    resting = _giving(right, finding.reports)
    days = t["and"].join(dict.fromkeys(w.day(r.report_date) for r in resting if r.report_date))
    who = w.claimant(resting[0].source) if resting else _claimant(claim, w)
    key = "correction_of_two" if len(resting) > 1 else "correction"
    return t[key].format(
        party=w.party(claim.party or ""), metric=w.label(claim.metric), days=days,
        value=_interval(right, w), claimant=who,
    )  # fmt: skip


def _claimant(claim: Claim, w: Words) -> str:
    return w.claimant(claim.claimant) if claim.claimant else ""


def _giving(right: Expected, reports: tuple[ReportUsed, ...]) -> tuple[ReportUsed, ...]:
    """The one report, or the two whose difference, that a value comes from; else all of them."""
    for one in reports:
        if one.value == right.low:
            return (one,)
    for first, last in combinations(reports, 2):
        if right.low is not None and abs(last.value - first.value) == abs(right.low):
            return (first, last) if first.value <= last.value else (last, first)
    return reports


def _interval(one: Expected, w: Words) -> str:
    low, high = (None if end is None else w.number(end) for end in (one.low, one.high))
    if low == high:
        return str(low)
    if low is None or high is None:
        return w.say("up_to", high=high) if low is None else w.say("at_least", low=low)
    return w.say("range", low=low, high=high)


def _report(one: ReportUsed, w: Words) -> str:
    day = w.day(one.report_date) if one.report_date else "–"
    return f"{w.claimant(one.source)}, {day}: {w.number(one.value)}"
