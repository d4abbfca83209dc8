"""All claimants on one sheet, and what may be reckoned from it.

``sheet(claims, ...)`` gives the figures of one metric by evidence class, kind of loss, party,
claimant, period and day. Ranges stay ranges, and nothing is averaged. ``total`` and ``ratio``
answer only for like figures; else they raise ``Unlike`` with every reason; unlike kinds of
loss compare as ``inequalities``. ``against(claims,
series, ...)`` sets a dataset's rows against a daily series: which are its figures, on which
day, under which definition.
"""

from lossledger.compare.bounds import Inequality, inequalities
from lossledger.compare.dated import VERDICTS, Match, against, counts, misdated
from lossledger.compare.like import Ratio, Total, Unlike, ratio, total, unlike
from lossledger.compare.sheet import Definitions, Line, Meaning, sheet, voices

__all__ = [
    "VERDICTS",
    "Definitions",
    "Inequality",
    "Line",
    "Match",
    "Meaning",
    "Ratio",
    "Total",
    "Unlike",
    "against",
    "counts",
    "inequalities",
    "misdated",
    "ratio",
    "sheet",
    "total",
    "unlike",
    "voices",
]
