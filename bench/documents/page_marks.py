"""A page written with its numbers marked: ``~2,310~`` stands around the story, ``^40^`` is its own.

The marks are taken out before a page is read. ``$T`` is the story's headline, ``$A`` to ``$E`` are
its paragraphs; their numbers are the article's as often as they stand on the page. Numbers without
a mark (dates, addresses in attributes) count for neither, nor
do marked ones that the story has as well.
"""

import re
from typing import NamedTuple

Page = tuple[str, str, list[str], list[str]]

_MARK = re.compile(r"([~^])([0-9][^~^]*)\1")
_PLACE = re.compile(r"\$([A-Z])\b")
_NUMBER = re.compile(r"[0-9](?:[0-9.,\u00a0 ]*[0-9])?")


class Story(NamedTuple):
    """A headline and paragraphs by their letters, and the language they are in."""

    lang: str
    title: str
    paragraphs: dict[str, str]


def numbers(text: str) -> list[str]:
    """The numbers of a paragraph; a space stands within one only."""
    return _NUMBER.findall(text)


def page(name: str, story: Story, body: str, *, head: str = "", site: str = "") -> Page:
    """One page of a set; ``body`` may begin with its own ``<body``."""
    own: list[str] = []

    def placed(match: re.Match[str]) -> str:
        if match[1] == "T":
            return story.title
        own.extend(numbers(story.paragraphs[match[1]]))
        return story.paragraphs[match[1]]

    own += [found[2] for found in _MARK.finditer(body) if found[1] == "^"]
    foreign = [found[2] for found in _MARK.finditer(body) if found[1] == "~"]
    written = _PLACE.sub(placed, _MARK.sub(r"\2", body))
    whole = written if written.lstrip().startswith("<body") else f"<body>\n{written}\n</body>"
    title = f"{story.title} | {site}" if site else story.title
    html = (
        f'<!DOCTYPE html>\n<html lang="{story.lang}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}</head>\n{whole}</html>"
    )
    others = dict.fromkeys(one for one in foreign if one not in own)
    return name, html, own, list(others)
