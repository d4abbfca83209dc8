"""Tables: the cells of a row brought together, and what the heads of the columns say.

A page gives each cell a line of its own; a text sets cells apart by bars or tabs. A row becomes
one sentence whose cells are parted by "|", so that a table is a list of items with columns.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lossledger.extract import dates
from lossledger.extract.scene import Context
from lossledger.extract.tokens import MARK, NUMBER, WORD, Sentence, once
from lossledger.extract.when import When
from lossledger.vocabulary import sources
from lossledger.vocabulary.lexicon import Lexicon, Match

BAR = "|"
CELL = "cell"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's head says: running totals, the change of a day, a period, a party.

    ``untold`` is a further column without a head; ``beside`` says that another column has a
    time or a change, so that totals are running ones.
    """

    total: bool = False
    change: bool = False
    when: When | None = None
    party: str | None = None
    untold: bool = False
    speaker: str | None = None
    beside: bool = False


def rows(found: Iterable[Sentence], lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a text, those of a table row as one."""
    joined: list[Sentence] = []
    row: list[Sentence] = []
    for s in found:
        if row and not (s.kind == CELL and s.paragraph == row[0].paragraph):
            joined += _row(row, lexicon)
            row = []
        if s.kind == CELL:
            row.append(s)
        else:
            joined.append(s)
    return joined + _row(row, lexicon)


def _row(cells: list[Sentence], lexicon: Lexicon) -> list[Sentence]:
    """Cells side by side as one sentence; a lone cell, or one of prose, stays as it is."""
    if len({s.line for s in cells}) < 2:
        return cells
    first = cells[0]
    words, folded, kinds, starts, ends = [], [], [], [], []
    for at, s in enumerate(cells):
        if at and s.line != cells[at - 1].line:
            words.append(BAR)
            folded.append(BAR)
            kinds.append(MARK)
            starts.append(s.starts[0])
            ends.append(s.starts[0])
        words += s.words
        folded += s.folded
        kinds += s.kinds
        starts += s.starts
        ends += s.ends
    row = Sentence(
        first.text, words, folded, kinds, starts, ends, first.paragraph, first.line,
        first.war, True, CELL, lexicon.tag(words, folded),
    )  # fmt: skip
    return [row]


@once
def is_row(s: Sentence) -> bool:
    """Whether a sentence has cells."""
    return BAR in s.words or "\t" in s.text[s.starts[0] : s.ends[-1]]


def cells(s: Sentence) -> list[int]:
    """The number of the cell that each token stands in, from 0; an opening bar opens cell 0."""
    found: list[int] = []
    closed = s.words[-1] == BAR  # else the first cell of a row of heads is empty
    at = -1 if s.words[0] == BAR and closed else 0
    end = s.starts[0]
    for k, word in enumerate(s.words):
        at += (word == BAR) + s.text.count("\t", end, s.starts[k])
        end = s.ends[k]
        found.append(at)
    return found


def columns(before: list[Sentence], context: Context) -> dict[int, Column]:
    """What the row of heads right before a table says, by cell."""
    for s in reversed(before[-3:]):
        if not is_row(s):
            return {}
        heads = _heads(s, context) if WORD in s.kinds else {}
        if heads:
            return heads  # what lies between is a row that no label was known in
    return {}


def _heads(s: Sentence, context: Context) -> dict[int, Column]:
    whens = {w.first: w for w in dates.times(s, context.published)}
    if NUMBER in s.kinds and not whens:
        return {}
    found: dict[int, Column] = {}
    for k, cell in enumerate(cells(s)):
        old = found.get(cell, Column())
        when = whens.get(k)
        party = s.match(k, "party") or s.match(k, "party_adjective")
        cumulative = when is not None and when.code in ("cumulative", "in_total")
        source = s.match(k, "source")
        found[cell] = Column(
            old.total or cumulative or bool(s.match(k, "tally")),
            old.change or bool(s.match(k, "change")) or s.words[k] == "+",
            old.when if cumulative else old.when or when,
            old.party or (str(party.meaning) if party else None),
            speaker=_official(source) or old.speaker,
        )
    told = {cell for cell, c in found.items() if c.change or (c.when and not c.total)}
    return {cell: replace(c, beside=bool(told - {cell})) for cell, c in found.items()}


def _official(source: Match | None) -> str | None:
    """A source that is no mere side: "Russia" over a column is whose losses it holds."""
    known = sources().get(str(source.meaning)) if source else None
    return known.id if known and not known.generic else None
