"""Tables whose columns are the things counted: "Group | Personnel | Tanks | Guns".

A row's first cell says of which group, days or side its numbers are; each number is of the thing
at the head of its column.
"""

from dataclasses import dataclass

from lossledger.extract import dates
from lossledger.extract.counted import DOWNED, LAUNCHED
from lossledger.extract.numbers import NumberPhrase, number_phrases
from lossledger.extract.scene import Context
from lossledger.extract.speakers import is_generic
from lossledger.extract.tables import cells, is_row
from lossledger.extract.tokens import NUMBER, Sentence
from lossledger.extract.when import When
from lossledger.vocabulary.lexicon import Match

ABOVE = 4
"""So many sentences above a table's heads may say that it counts civilians."""
PEOPLE = ("casualties", "people")
ACTS = {"launch": LAUNCHED, "use": LAUNCHED, "down": DOWNED, "destroy": DOWNED, "repel": DOWNED}
"""What a head that is a verb alone ("Launched | Shot down") makes of the drones of a row."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a column counts: a code of the tables, and the scope that its head states.

    ``act`` is the verb of a head that names no thing; the row or the title names it.
    """

    metric: str
    scope: tuple[str, ...] | None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table and what its column and its row's first cell say of it."""

    head: Head
    label: tuple[int, int]
    number: NumberPhrase
    increment: NumberPhrase | None
    at: int
    when: When | None
    party: str | None
    speaker: str | None = None


def cells_of_things(found: list[Sentence], context: Context) -> dict[int, list[Cell]]:
    """The numbers of all rows under heads that name things, by the row's index."""
    heads: dict[int, Head] = {}
    rows: dict[int, list[Cell]] = {}
    for i, s in enumerate(found):
        if not is_row(s):
            heads = {}
            continue
        above = found[max(0, i - ABOVE) : i]
        told = _heads(s, above)
        if told:
            heads = told
        elif not heads and (alone := _title(s, above, context)):
            heads = alone
            rows[i] = _row(s, heads, context)
        elif heads and (row := _row(s, heads, context)):
            rows[i] = row
        elif not heads and (told_here := _of_its_own(s, found[:i], context)):
            rows[i] = [told_here]
    return rows


def _of_its_own(s: Sentence, before: list[Sentence], context: Context) -> Cell | None:
    """The number of a row that tells itself what, whose and by whom: "Losses | Staff | 42,860".

    Its first cell names what is counted, a further one nothing but a source, one a number.
    """
    at = cells(s)
    end = next((k for k, cell in enumerate(at) if cell > 0), len(s))
    numbers = [n for n in number_phrases(s, context.lexicon) if at[n.first] > 0]
    things = [m for m in s.all("metric") if m.start < end]
    sources = [m for m in s.all("source") if at[m.start] > 0]
    if len(set(at)) < 3 or len(numbers) != 1 or len(sources) != 1 or not things:
        return None
    if at[sources[0].start] == at[numbers[0].first] or any(n.first < end for n in numbers):
        return None
    act = next((str(m.meaning) for m in s.all("frame") if m.meaning in ACTS and m.start < end), "")
    code = str(things[-1].meaning if things[0].meaning in PEOPLE else things[0].meaning)
    sides = [m for m in s.all("party", "party_adjective", "place") if m.start < end]
    said = {str(m.meaning) for m in s.all("scope") if m.start < end}
    scope = tuple(x for x in ("killed", "wounded", "missing", "captured") if x in said) or None
    return Cell(
        Head(ACTS.get(act, {}).get(code, code), scope), (0, max(1, end - 1)), numbers[0], None,
        at[numbers[0].first], _time_above(before, context),
        str(sides[0].meaning) if sides else None, str(sources[0].meaning),
    )  # fmt: skip


def _time_above(before: list[Sentence], context: Context) -> When | None:
    """The month or year that the title of a table names."""
    title = next((s for s in reversed(before) if not is_row(s)), None)
    whens = dates.times(title, context.published) if title else []
    return next((w for w in whens if w.code in ("month", "year") and w.start), None)


def _heads(s: Sentence, above: list[Sentence]) -> dict[int, Head]:
    """What each column counts, where at least two heads of a row without numbers name things."""
    if NUMBER in s.kinds:
        return {}
    at = cells(s)
    named: dict[int, Match] = {}
    for m in s.all("metric", "label"):
        named.setdefault(at[m.start], m)
    acts = {at[m.start]: str(m.meaning) for m in s.all("frame") if m.meaning in ACTS}
    flown = [m for o in above for m in o.all("metric") if m.meaning in ACTS["down"]]
    if acts and not (set(named) - {0}):
        thing = str(flown[-1].meaning) if flown else ""
        return {cell: Head(thing, None, act) for cell, act in acts.items() if cell}
    opens = s.match(0, "unit")
    dated = opens is not None and opens.meaning == "duration" and 0 not in named
    if len(named) < (1 if dated else 2):
        return {}  # "Month | Personnel" needs no second thing
    counted = [str(m.meaning) for o in above for m in o.all("metric")]
    civil = "civilians" in counted and "personnel" not in counted
    fired = any(m.meaning in ("launch", "use") for o in above for m in o.all("frame"))
    fired = fired and not any(o.all("noun_of_loss") for o in above)
    heads = {cell: _head(s, m, civil=civil) for cell, m in named.items()}
    return {cell: _fired(head) if fired else head for cell, head in heads.items()}


def _fired(head: Head) -> Head:
    """What a column counts in a table of what was fired: drones launched, none lost."""
    return Head(LAUNCHED.get(head.metric, head.metric), head.scope, head.act)


def _who_and_whose(
    s: Sentence, at: list[int], heads: dict[int, Head]
) -> tuple[str | None, str | None]:
    """The source and the side that a row's cells without numbers name."""
    names = [m for m in s.all("source") if at[m.start] not in heads]
    known = [m for m in names if not is_generic(str(m.meaning))]
    inside = {k for m in known for k in range(m.start, m.end)}
    sided = s.all("party", "party_adjective")
    parties = [m for m in sided if at[m.start] not in heads and m.start not in inside]
    speaker = str(known[0].meaning) if known else None
    return speaker, str(parties[-1].meaning) if parties else None


def _of_row(head: Head, own: str | None) -> Head | None:
    """A head with what the row's own label names, where the head is a verb alone."""
    if head.act is None:
        return head
    code = ACTS[head.act].get(own or head.metric)
    return Head(code, None) if code else None


def _title(s: Sentence, above: list[Sentence], context: Context) -> dict[int, Head]:
    """The head of rows without heads, "July | 3,008", where the title names one thing alone."""
    whens = dates.times(s, context.published)
    dated = bool(whens) and whens[0].first == 0 and len(set(cells(s))) == 2
    if not dated or s.all("metric") or not above:
        return {}
    title = above[-1]
    things = {str(m.meaning) for m in title.all("metric")}
    act = next((str(m.meaning) for m in title.all("frame") if m.meaning in ACTS), None)
    if len(things) != 1 or not (act or title.all("noun_of_loss")):
        return {}
    thing = things.pop()
    return {1: Head(thing, None, act if thing in DOWNED else None)}


def _head(s: Sentence, m: Match, *, civil: bool) -> Head:
    said = {str(x.meaning) for x in s.all("scope") if m.start <= x.start < m.end}
    scope = tuple(x for x in ("killed", "wounded", "missing", "captured") if x in said) or None
    code = str(m.meaning)
    return Head("civilians" if civil and code in PEOPLE else code, scope)


def _row(s: Sentence, heads: dict[int, Head], context: Context) -> list[Cell]:
    """The cells of a row that hold a number under a head."""
    at = cells(s)
    end = next((k for k, cell in enumerate(at) if cell > 0), len(s))
    whens = [w for w in dates.times(s, context.published) if w.first < end]
    dated = frozenset(k for w in whens for k in range(w.first, w.last))
    own = next((str(m.meaning) for m in s.all("metric") if m.start < end), None)
    acts = any(head.act for head in heads.values())
    if 0 not in heads and own and not acts:
        return []  # its own label says what the row counts
    speaker, party = _who_and_whose(s, at, heads)
    label = (0, max(1, end - 1))
    found: dict[int, Cell] = {}
    for n in number_phrases(s, context.lexicon, dated):
        cell = at[n.first]
        if cell not in heads or n.first in dated:
            continue
        old, head = found.get(cell), _of_row(heads[cell], own)
        if old is None and head:
            when = whens[0] if whens else None
            found[cell] = Cell(head, label, n, None, cell, when, party, speaker)
        elif old is None:
            continue
        elif old.increment is None and n.signed:
            found[cell] = Cell(old.head, label, old.number, n, cell, old.when, party, speaker)
    return list(found.values())
