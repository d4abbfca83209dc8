"""What a page is made of, as its reader counts it: elements that hold others, and lines."""

from dataclasses import dataclass

WHOLE = 0.9
"""The share of a line's characters that counts as all of it."""


@dataclass(slots=True)
class Node:
    """An element that holds others: its name and the number of the one around it.

    ``named`` tells that it is an aside by what it is or is called, and nothing around it is.
    """

    name: str
    parent: int
    named: bool = False
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
    characters in elements inside the line that are named as asides.
    """

    node: int
    name: str
    size: int = 0
    linked: int = 0
    links: int = 0
    anchored: int = 0
    anchors: int = 0
    called: int = 0
    ends_linked: bool = False
    shared: bool = False

    @property
    def whole(self) -> bool:
        """Whether the line is nothing but links elsewhere."""
        return self.size > 0 and self.linked >= WHOLE * self.size

    @property
    def alone(self) -> bool:
        """Whether the line is one link and the link is this line, outside of a table."""
        one = self.anchors == 1 and self.anchored >= WHOLE * self.size
        return one and not self.shared and self.name not in ("td", "th")
