"""A story kit for one day: what one claimant reported, ready to quote, with its claims.

``brief(day, series_of)`` gathers it from daily series; ``as_markdown``, ``as_html`` and
``as_json`` write it out. ``sheet(known, language)`` is the brief of a day, a week or a month in
any language of ``vocabulary/brief.toml``. ``series_of_claimant`` picks the series of one claimant
and party.

Every figure stands with its claimant and leads to its claim. A difference of two reports names
both. Nothing here says what is true, and the wording is the same for every party.
"""

from lossledger.brief.contents import MAIN_CATEGORIES, brief, series_of_claimant
from lossledger.brief.data import as_json
from lossledger.brief.kit import Brief, Event, Evidence, Line, Meaning, MeanOfDays, Month
from lossledger.brief.markdown import as_markdown
from lossledger.brief.page import as_html
from lossledger.brief.sheet import Known, Section, Sheet, sheet, sheet_json
from lossledger.brief.sheet_out import sheet_html, sheet_markdown, sheet_text
from lossledger.brief.words import Text, plain

__all__ = [
    "MAIN_CATEGORIES",
    "Brief",
    "Event",
    "Evidence",
    "Known",
    "Line",
    "MeanOfDays",
    "Meaning",
    "Month",
    "Section",
    "Sheet",
    "Text",
    "as_html",
    "as_json",
    "as_markdown",
    "brief",
    "plain",
    "series_of_claimant",
    "sheet",
    "sheet_html",
    "sheet_json",
    "sheet_markdown",
    "sheet_text",
]
