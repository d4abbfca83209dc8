"""Which figures follow which: from the figures themselves and from what is stated.

``streams(claims)`` sorts claims into streams: one claimant's figures of one kind, as one outlet
gives them. ``edges(claims)`` gives what follows what, each with its evidence and with the
points that do not fit. ``Ancestry`` tells for a claim whose figure it is in the end, so that
a comparison counts every ancestor once: a relayed or derived figure never corroborates it.

Figures that fit show that one stream can be reckoned from the other; which of the two came
first they do not show. The fuller stream is taken for the ancestor, and the edge says so.
"""

from lossledger.lineage.ancestry import Ancestry, independent
from lossledger.lineage.edges import CLOSE, FEWEST, NEAR, Edge, Misfit, edges, grain
from lossledger.lineage.graph import as_dot, as_text
from lossledger.lineage.streams import MEASURES, Point, Stream, measure, streams

__all__ = [
    "CLOSE",
    "FEWEST",
    "MEASURES",
    "NEAR",
    "Ancestry",
    "Edge",
    "Misfit",
    "Point",
    "Stream",
    "as_dot",
    "as_text",
    "edges",
    "grain",
    "independent",
    "measure",
    "streams",
]
