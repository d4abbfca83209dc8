"""When a text was published, as it says itself: "Published 15 March 2024", "KYIV, Feb 23 -".

Looked for in the first and last lines only. What a line says with a year and a word for
publishing is from the text; a line that is nothing but a date, a place with a date before the
first sentence, and a day without a year are guesses. The words stand in
``vocabulary/languages.toml``, the names of months and weekdays in the languages' tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import NamedTuple

from lossledger.period import KYIV
from lossledger.vocabulary import table
from lossledger.vocabulary.lexicon import Lexicon, languages, lexicon

_FIRST, _LAST = 12, 4
"""How many lines of a text may say when it was published, at its beginning and its end."""
_LONGEST = 160
_DAY = r"""(?: (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})
             | (?P<d1>[0-9]{1,2})\.(?P<m1>[0-9]{1,2})\.(?P<y1>[0-9]{4}|[0-9]{2})
             | (?P<d2>[0-9]{1,2})(?:[a-z]{2})?\s(?P<m2>[^\W\d_]{3,12})\.?(?:,?\s(?P<y2>[0-9]{4}))?
             | (?P<m3>[^\W\d_]{3,12})\.?\s(?P<d3>[0-9]{1,2})(?:[a-z]{2})?(?:,?\s(?P<y3>[0-9]{4}))?
             ) (?![\w])"""
_TIME = r"""(?: [,|·•\s]{1,3}(?:[^\W\d_]{1,3}\s)?
                 (?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:\s?(?P<zone>GMT|UTC))? )?"""
_LAST_WORD = r"(?:\s?[^\W\d_]{1,5}\.?)?"
"""The word "year" behind a date, or a zone behind a time."""
_WEEKDAY = r"(?:(?P<weekday>[^\W\d_]+(?:['’][^\W\d_]+)?)\.?,?\s)?"
_WHEN = rf"{_WEEKDAY}{_DAY}{_LAST_WORD}{_TIME}"
_ALONE = re.compile(rf"\W{{0,3}}{_WHEN}{_LAST_WORD}\W{{0,3}}", re.VERBOSE)
_LED = re.compile(rf"[:,—–-]?\s?(?:[^\W\d_]{{1,2}}\s)?{_WHEN}", re.VERBOSE)
_DATELINE = re.compile(
    rf"""(?:[^\W\d_][\w'’.-]{{1,30}},?\s){{0,3}}[^\W\d_][\w'’.-]{{1,30}},\s{_DAY}
         [.,]?\s?(?:[(/][^()/]{{1,40}}[)/])?[.,]?\s?(?:[—–-]{{1,2}}\s|:\s|\.\s)""",
    re.VERBOSE,
)
_IN_ADDRESS = re.compile(r"/(20[0-9]{2})(?:[/-]|$)")
_YEAR = re.compile(r"(?<![\w.,])20[0-9]{2}(?![\w,])")


class Dated(NamedTuple):
    """When a text was published, and whether it says so or that is a guess."""

    at: datetime
    known_from: str


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    origin: str
    retrieved_at: datetime
    words: tuple[Lexicon, ...]

    def number(self, kind: str, word: str) -> int | None:
        """The number of a month or weekday by its name."""
        low = word.casefold().replace("’", "'")
        found = (words.meaning(kind, low) for words in self.words)
        return next((number for number in found if isinstance(number, int)), None)


def dated(
    text: str, lines: Sequence[str], language: str, *, origin: str, retrieved_at: datetime
) -> Dated | None:
    """When a text says that it was published; ``None`` where it does not.

    ``lines`` are those of its own (no menus), ``language`` that of the document. A day that lies
    after ``retrieved_at`` does not count. A day without a time means its end, a time without a
    zone that of Kyiv.
    """
    codes = [code for code in language.split("+") if code in languages()]
    about = _Text(text, origin, retrieved_at, tuple(lexicon(code) for code in codes))
    some = [line.strip() for line in lines if line.strip()]
    places = [*some[:_FIRST], *some[max(_FIRST, len(some) - _LAST) :]]
    found = list(_found(places, about))
    return min(found, key=lambda one: one[0])[1] if found else None


def _found(lines: Sequence[str], about: _Text) -> Iterator[tuple[int, Dated]]:
    """What the lines say, each with its rank: a word for publishing counts for the most."""
    last = about.retrieved_at.astimezone(KYIV).date()
    for line in lines:
        for rank, match in _matches(line, about):
            day, sure = _day(match, about)
            if day is not None and date(2000, 1, 1) <= day <= last:
                at = _moment(day, match)
                yield rank, Dated(at, "text" if rank < 2 and sure else "guessed")


def _matches(line: str, about: _Text) -> Iterator[tuple[int, re.Match[str]]]:
    """Where a line tells of a day in one of the ways in which texts say when they came out."""
    if len(line) <= _LONGEST:
        for rank, lead in enumerate(_leads()):
            for word in lead.finditer(line):
                match = _LED.match(line, word.end())
                if match:
                    yield rank, match
        alone = _ALONE.fullmatch(line)
        weekday = alone["weekday"] if alone else None
        if alone and (weekday is None or about.number("weekday", weekday) is not None):
            yield 2, alone
    match = _DATELINE.match(line[:200])
    if match and line[0].isupper():
        yield 3, match


def _day(match: re.Match[str], about: _Text) -> tuple[date | None, bool]:
    """The day that was matched, and whether its year was written beside it."""
    parts = match.groupdict()
    if parts["iso"]:
        year, month, day = (int(part) for part in parts["iso"].split("-"))
        return _date(year, month, day), True
    n = next(n for n in "123" if parts[f"d{n}"])
    named, number, written = parts[f"m{n}"], int(parts[f"d{n}"]), parts[f"y{n}"]
    found = int(named) if named.isdigit() else about.number("month", named)
    if found is None:
        return None, False
    if written:
        return _date(int(written) + (2000 if len(written) == 2 else 0), found, number), True
    return _guessed(found, number, about), False


def _guessed(month: int, day: int, about: _Text) -> date | None:
    """A day without a year: in that of the address, of the text, or of the fetch that got it."""
    last = about.retrieved_at.astimezone(KYIV).date()
    written = _IN_ADDRESS.search(about.origin)
    named = [int(year) for year in _YEAR.findall(about.text) if int(year) <= last.year]
    if written:
        return _date(int(written[1]), month, day)
    if named:
        return _date(max(named), month, day)
    if "://" not in about.origin:  # a file may be of any year
        return None
    found = _date(last.year, month, day)
    return found if found is None or found <= last else _date(last.year - 1, month, day)


def _moment(day: date, match: re.Match[str]) -> datetime:
    parts = match.groupdict()
    hour, minute = parts.get("hour"), parts.get("minute")
    if not hour or not minute or int(hour) > 23 or int(minute) > 59:
        return datetime.combine(day, time(23, 59, 59), KYIV)
    zone = UTC if parts.get("zone") else KYIV
    return datetime.combine(day, time(int(hour), int(minute)), zone)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _leads() -> tuple[re.Pattern[str], ...]:
    """The words for publishing, and those for bringing up to date, which count for less."""
    rows = table("languages")
    found = []
    for key in ("published", "updated"):
        some = [w for row in rows.values() for w in row.get(key, ())]
        joined = "|".join(re.escape(word) for word in sorted(some, key=len, reverse=True))
        found.append(re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE))
    return tuple(found)
