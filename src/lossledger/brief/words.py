"""The sentences of a brief: text whose figures know the claims that they rest on."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from lossledger import vocabulary
from lossledger.charts import claimant_words
from lossledger.period import Period
from lossledger.series import Report
from lossledger.vocabulary.lexicon import labels

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Piece(NamedTuple):
    """A run of text; ``claims`` are the ids that it rests on when it is a figure."""

    text: str
    claims: tuple[str, ...] = ()


Text = tuple[Piece, ...]
"""A text whose figures lead to their claims."""


def plain(text: Text) -> str:
    """The text without its links."""
    return "".join(piece.text for piece in text)


def written(*parts: "str | Piece | Text") -> Text:
    """Strings, figures and texts as one text."""
    found: list[Piece] = []
    for part in parts:
        if isinstance(part, str):
            found.append(Piece(part))
        elif isinstance(part, Piece):
            found.append(part)
        else:
            found.extend(part)
    return tuple(piece for piece in found if piece.text)


def figure(value: int | str, claims: Iterable[str]) -> Piece:
    """A number, or a quantity in words, with the claims that it rests on."""
    return Piece(value if isinstance(value, str) else f"{value:,}", tuple(claims))


def total(report: Report) -> Text:
    """A report's total with its bound or hedge, as said: ``about 407,240``."""
    said = report.bound or ("about" if report.hedge == "vague" else report.hedge)
    return written(f"{said} " if said else "", figure(report.value, report.claims))


def report_words(report: Report) -> Text:
    """A total with the date of its report, as it stands in arithmetic."""
    return written(total(report), f" (report of {long_day(report.date)})")


def listed(parts: Sequence[Text]) -> Text:
    """Texts as an enumeration: a, b and c."""
    found: Text = ()
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        joiner = "" if number == 0 else " and " if last else ", "
        found = written(found, joiner, part)
    return found


def source_name(source: str | None) -> str:
    """The name of a source as a table shows it."""
    known = vocabulary.sources().get(source or "")
    return known.name if known else source or "unattributed"


def long_day(day: date) -> str:
    """A date as it stands in a sentence: 22 February 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """A date without its year: 21 February."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def days_words(period: Period) -> str:
    """The days of a closed period in words: 1 to 21 February 2024."""
    start, end = period.start, period.end
    if start is None or end is None:
        return str(period)
    if start == end:
        return long_day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {long_day(end)}"
    first = short_day(start) if start.year == end.year else long_day(start)
    return f"{first} to {long_day(end)}"


def label(metric: str) -> str:
    """What a metric is called in a neutral word."""
    return labels("en").get(metric, metric)


def party_words(party: str) -> str:
    """What a party is called."""
    return labels("en").get(party, party)


def counted(number: Text, value: int, metric: str) -> Text:
    """A number with what it counts: 7 tanks, 1 tank, 407,240 troops."""
    if metric == "personnel":
        return written(number, " person" if value == 1 else " troops")
    name = label(metric)
    if value == 1:
        name = re.sub(r"(\w{2,}[^s\W])s\b", r"\1", name).replace(" and ", " or ")
    if re.fullmatch(r"\w+ equipment", name):  # no plural of its own
        name = f"{'item' if value == 1 else 'items'} of {name}"
    return written(number, f" {name}")


def sentence_case(words: str) -> str:
    """The words with a capital at their beginning, the rest as it was."""
    return words[:1].upper() + words[1:]


def claimant_name(claimant: str) -> str:
    """The claimant as a sentence begins with it: The General Staff of ..."""
    return sentence_case(claimant_words(claimant))
