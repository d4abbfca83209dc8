"""What is refused before anyone reads it: walls instead of stories, texts without a figure.

The words of such pages stand in ``vocabulary/pages.toml``.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from lossledger.documents.language import supported
from lossledger.errors import BadInput
from lossledger.model import Document
from lossledger.vocabulary import table

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def refuse_wall(where: str, markup: str, text: str, title: str | None) -> None:
    """Raise ``BadInput`` when an HTML page is a CAPTCHA or a block page, not a story."""
    sign = _sign_of_a_wall(markup, text, title or "")
    if sign is not None:
        what = f"this is a CAPTCHA or block page, not the story: it says {sign!r}"
        raise BadInput(where, what, "open the page in a browser and save it")


def _sign_of_a_wall(markup: str, text: str, title: str) -> str | None:
    """The word that gives a wall away; the longer the page, the surer the word must be."""
    rules = _pages()["wall"]
    if len(text) > rules["longest"]:
        return None
    seen = f"{title}\n{text}".casefold()
    for notice in rules["notices"]:
        seen = seen.replace(notice, "")
    signs = [phrase for phrase in rules["phrases"] if phrase in seen]
    if len(text) <= rules["short"]:
        signs += (word for word in rules["words"] if word in seen)
        firsts = (title.casefold(), text.casefold().lstrip())
        signs += (t for t in rules["titles"] if any(first.startswith(t) for first in firsts))
    if len(text) <= rules["very_short"] and not signs:
        lowered = markup.lower()
        signs += (mark for mark in rules["markup"] if mark in lowered)
    return signs[0] if signs else None


@cache
def _pages() -> Mapping[str, Any]:
    return table("pages")


def require_figures(document: Document) -> None:
    """Raise ``BadInput`` for a text with neither a digit nor a word that is a number."""
    if not any(map(str.isdigit, document.text)) and not _number_words().search(document.text):
        what = "there is no figure in it"
        raise BadInput(document.origin, what, "give a text that states a number")


def require_language(document: Document) -> None:
    """Raise ``BadInput`` for a text whose language is not one that is read."""
    if document.language == "und":
        names = supported()
        known = f"{', '.join(names[:-1])} and {names[-1]} are"
        what = "the language of the text is not one that is read"
        raise BadInput(document.origin, what, f"{known} read")


@cache
def _number_words() -> re.Pattern[str]:
    rows = _pages()["figures"]
    whole = (re.escape(word) for word in (rows["words"] + rows["whole"]).split())
    stems = (re.escape(stem) + r"\w*" for stem in rows["stems"].split())
    return re.compile(rf"\b(?:{'|'.join((*whole, *stems))})\b", re.IGNORECASE)
