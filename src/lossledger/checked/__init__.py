"""A checked story written out: for people (Markdown, a page) and for machines (JSON, SARIF).

``CheckedStory`` holds the reading with its findings. The wording is the same for every party,
and "reproduced" never means more than that a figure matches what the claimant published.
"""

from lossledger.checked.markdown import as_markdown
from lossledger.checked.page import STYLE, as_html
from lossledger.checked.sarif import as_sarif
from lossledger.checked.story import CheckedStory, days, mark_of, said, source_words
from lossledger.checked.told import sums, told

__all__ = [
    "STYLE",
    "CheckedStory",
    "as_html",
    "as_markdown",
    "as_sarif",
    "days",
    "mark_of",
    "said",
    "source_words",
    "sums",
    "told",
]
