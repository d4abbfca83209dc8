"""What the front doors ask for: the rooms joined, so that command line and pages answer alike.

Reads, checks and briefs go through here. Nothing is printed, no clock is asked: moments come in
as arguments.
"""

from lossledger.desk.answers import (
    EMPTY_LEDGER,
    Shelf,
    changes_of,
    check_story,
    end_of_day,
    is_address,
    lineage_of,
    losses_of,
    open_texts,
    provenance,
    read_document,
    reported_series,
    reports_of_day,
    require_metric,
    series_for,
    sheet_of,
    trace_of,
)
from lossledger.desk.briefs import (
    brief_of_day,
    sheet_of_days,
)

__all__ = [
    "EMPTY_LEDGER",
    "Shelf",
    "brief_of_day",
    "changes_of",
    "check_story",
    "end_of_day",
    "is_address",
    "lineage_of",
    "losses_of",
    "open_texts",
    "provenance",
    "read_document",
    "reported_series",
    "reports_of_day",
    "require_metric",
    "series_for",
    "sheet_of",
    "sheet_of_days",
    "trace_of",
]
