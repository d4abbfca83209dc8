"""What a page is made of, as its reader counts it: elements that hold others, and lines."""

from dataclasses import dataclass

WHOLE = 0.9
"""The share of a line's characters that counts as all of it."""


@dataclass(slots=True)
class Node:
    """An element that holds others: its name and the number of the one around it.

    ``named`` tells that it is an aside by what it is or is called, and nothing around it is;
    ``body`` that the page calls it the article's text; ``asks`` that it has a field to fill in.
    ``kin`` is what elements of the same kind
    share: their classes, or all their attributes.
    """

    name: str
    parent: int
    named: bool = False
    body: bool = False
    asks: bool = False
    kin: str = ""
    size: int = 0
    linked: int = 0
    links: int = 0
    first: int = -1
    headed: bool = False
    around: bool = False


@dataclass(slots=True)
class Row:
    """A line: the innermost element around it, its characters, and those in links.

    ``linked`` and ``links`` count links that lead elsewhere, ``anchored`` and ``anchors`` all of
    them; ``shared`` tells that one link goes on over several lines. ``called`` counts the
    characters in elements inside the line that are named as asides, ``lettered`` tells
    that there are letters outside of links elsewhere.
    """

    node: int
    name: str
    size: int = 0
    linked: int = 0
    links: int = 0
    anchored: int = 0
    anchors: int = 0
    called: int = 0
    lettered: bool = False
    ends_linked: bool = False
    shared: bool = False

    @property
    def whole(self) -> bool:
        """Whether the line is nothing but links elsewhere, or a date or a number with them."""
        bare = self.links > 0 and not self.lettered and 2 * self.linked >= self.size
        return self.size > 0 and (self.linked >= WHOLE * self.size or bare)

    @property
    def alone(self) -> bool:
        """Whether the line is one link and the link is this line, outside of a table."""
        one = self.anchors == 1 and self.anchored >= WHOLE * self.size
        return one and not self.shared and self.name not in ("td", "th")
