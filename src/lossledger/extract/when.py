"""An expression of time as the rules pass it on."""

from dataclasses import dataclass
from datetime import date

DAYS = frozenset(
    [
        "past_day",
        "whole_day",
        "overnight",
        "today",
        "day_so_far",
        "new_year",
        "clock",
        "yesterday",
        "day",
        "weekday",
        "span",
        "past_week",
    ]
)
"""Times of a report, which a bulletin names once for all of its paragraphs."""

POINTS_BEFORE = frozenset({"day_earlier", "week_earlier", "month_before", "year_earlier"})
"""Times so far before a total, at which another total stood."""


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time: tokens ``first`` to ``last``, what it is, and the days it means.

    ``code`` is one of the period codes of the language tables (past_day, cumulative, ...) or
    ``day``, ``month``, ``year``, ``weekday``, ``span``. ``start`` and ``end`` are its days as
    far as they are known. ``role`` is since, until, as_of, start_of, from (of a growth) or ""
    (within).
    """

    first: int
    last: int
    code: str
    start: date | None = None
    end: date | None = None
    role: str = ""
