"""What is refused before anyone reads it: walls instead of stories, texts without a figure.

The words of such pages stand in ``vocabulary/pages.toml``.
"""

import re
from functools import cache

from lossledger.documents.language import supported
from lossledger.errors import BadInput
from lossledger.model import Document
from lossledger.vocabulary import table

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def refuse_wall(where: str, markup: str, text: str, title: str | None) -> None:
    """Raise ``BadInput`` when an HTML page is a CAPTCHA or a block page, not a story."""
    rules = table("pages")["wall"]
    if len(text) > rules["longest"]:
        return
    seen = text.casefold()
    firsts = (seen.lstrip(), (title or "").casefold())
    sign = next((p for p in rules["phrases"] if p in seen or p in firsts[1]), None)
    sign = sign or next((t for t in rules["titles"] if any(f.startswith(t) for f in firsts)), None)
    if sign is None and len(text) <= rules["longest_with_markup"]:
        lowered = markup.lower()
        sign = next((m for m in rules["markup"] if m in lowered), None)
    if sign is not None:
        what = f"this is a CAPTCHA or block page, not the story: it says {sign!r}"
        raise BadInput(where, what, "open the page in a browser and save it")


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
    rows = table("pages")["figures"]
    whole = (re.escape(word) for word in (rows["words"] + rows["whole"]).split())
    stems = (re.escape(stem) + r"\w*" for stem in rows["stems"].split())
    return re.compile(rf"\b(?:{'|'.join((*whole, *stems))})\b", re.IGNORECASE)
