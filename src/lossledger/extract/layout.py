"""Lists of losses: a label, a total and its increment on each line, as daily posts give them.

"tanks ‒ 6523 (+7)," is a running total to the report's day and the increment of the past day,
which is the day before it. Two items on a line, a missing total and a missing increment occur,
and so do tables with columns, and lists that give the losses of one day or month alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from lossledger.extract import dates, sides
from lossledger.extract.days_covered import period_of
from lossledger.extract.grid import Cell, cells_of_things
from lossledger.extract.heading import Heading, of_totals, read_heading
from lossledger.extract.numbers import NumberPhrase, number_phrases
from lossledger.extract.scene import Context, in_time
from lossledger.extract.speakers import Chain
from lossledger.extract.speakers import party_of as party_of_source
from lossledger.extract.tables import Column, cells, columns, is_row
from lossledger.extract.tokens import DASHES, NUMBER, WORD, Sentence
from lossledger.model import Claim, Note, Relation, Unread
from lossledger.period import UNKNOWN, Period, cumulative, past_day
from lossledger.vocabulary import metrics
from lossledger.vocabulary.lexicon import Match

LINES_OF_A_LIST = 3
"""So many items make a list of losses."""
GAP = 3
"""Items of one list stand at most so many sentences apart."""
LONGEST_LINE = 40
"""A line of more tokens is running text, unless it holds the whole list."""
LONGEST_LIST = 600
LONGEST_UNKNOWN = 12

LABELS = ("personnel", "people", "casualties")
"""The metrics of people, whose label in a list of an army's losses means its personnel."""
LOSS = ("destroy", "lose", "kill")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: the label's metric and place, and its number phrases.

    ``increment`` is the change of the past day. ``columns`` are further numbers of a table's
    row with the cell that each stands in; the total stands in ``cell``. ``grid``
    is what the heads of column and row say where a column's head is the name of the thing.
    """

    metric: str
    label: tuple[int, int]
    total: NumberPhrase | None
    increment: NumberPhrase | None
    cell: int = -1
    columns: tuple[tuple[NumberPhrase, int], ...] = ()
    grid: Cell | None = None

    @property
    def last(self) -> int:
        """The token behind its last number."""
        ends = [n.last for n in (self.total, self.increment) if n] + [
            n.last for n, _ in self.columns
        ]
        return max(ends)


@dataclass(slots=True)
class Lists:
    """The lists of a text: what was read in each of their sentences, by its index."""

    claims: dict[int, list[Claim]] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    unread: dict[int, list[Unread]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    day: date | None = None


def read_lists(found: list[Sentence], context: Context, named: list[str]) -> Lists | None:
    """All lists of losses in a text, or ``None`` when it holds none."""
    items = {i: these for i, s in enumerate(found) if (these := items_of(s, context))}
    items |= _totals_with_number_first(found, items, context)
    items |= {i: [_of_grid(c) for c in row] for i, row in cells_of_things(found, context).items()}
    runs = _runs(items, found)
    if not runs:
        return None
    lists = Lists()
    end, heading = 0, None
    for run in runs:
        first = run[0]
        opening = _head_of(found[first], items[first])
        before = [s for s in (*found[end:first], *opening) if not _of_both(s)]
        read = read_heading(before, [found[i] for i in run], found[run[-1] + 1 :], context, named)
        heading = _inherited(read, heading)
        if any(item.increment for i in run for item in items[i]):
            heading = replace(heading, when=None)
        lists.day = lists.day or heading.day
        lists.notes += heading.notes
        end = _read_run(run, items, found, heading, context, lists)
    return lists


def _of_grid(c: Cell) -> Item:
    """The item that a table's cell under the name of a thing is."""
    return Item(c.head.metric, c.label, c.number, c.increment, c.at, grid=c)


def _of_both(s: Sentence) -> bool:
    """Whether a row of a table's heads names several sides, one for each of its columns."""
    if not is_row(s):
        return False
    at = cells(s)
    return len({at[m.start] for m in s.all("party", "party_adjective")}) > 1


def _inherited(heading: Heading, before: Heading | None) -> Heading:
    """A list without a speaker of its own goes on with that of the list before it."""
    if before is None or heading.chain.claimant is not None:
        return heading
    return replace(heading, chain=before.chain, party=heading.party or before.party)


def _head_of(s: Sentence, items: list[Item]) -> list[Sentence]:
    """The words of an item's own line that stand before its label, as a heading."""
    start = items[0].label[0]
    return [s.opening(start)] if start > 0 and len(items) >= LINES_OF_A_LIST else []


def _read_run(
    run: list[int],
    items: dict[int, list[Item]],
    found: list[Sentence],
    heading: Heading,
    context: Context,
    lists: Lists,
) -> int:
    """Read one list and the lines inside it that hold no known label; gives its end."""
    heads = columns(found[: run[0]], context)
    first, last = run[0], run[-1]
    if first > 0 and (lone := _persons(found[first - 1], context)):
        items[first - 1], first = [lone], first - 1
    while last + 1 < len(found) and _is_unknown(found[last + 1], context):
        last += 1
    for i in range(first, last + 1):
        s = found[i]
        lone = None if i in items else _persons(s, context)
        these = items.get(i) or ([lone] if lone else [])
        if not these and not _is_unknown(s, context):
            continue
        lists.claims[i] = []
        for item in these:
            claims, relations = _claims(s, item, heading, heads, context)
            lists.claims[i] += claims
            lists.relations += relations
        lists.unread[i] = _leftovers(s, lists.claims[i])
    return last + 1


def _runs(items: dict[int, list[Item]], found: list[Sentence]) -> list[list[int]]:
    """The lists of a text, as the indexes of the sentences that hold their items.

    A sentence between items that names a source beside losses heads a list of its own.
    """
    runs: list[list[int]] = []
    for i in sorted(items):
        between = range(runs[-1][-1] + 1, i) if runs else range(0)
        headed = any(
            sides.labelled(found[k]) or (found[k].all("source") and found[k].all("noun_of_loss"))
            for k in between
        )
        if runs and len(between) < GAP and not headed:
            runs[-1].append(i)
        else:
            runs.append([i])
    cells = {i: len(items[i]) + sum(len(x.columns) for x in items[i]) for i in items}
    return [run for run in runs if sum(cells[i] for i in run) >= LINES_OF_A_LIST]


# -- the items of a line -----------------------------------------------------------------------


def items_of(s: Sentence, context: Context) -> list[Item]:
    """The items of a line, or nothing when the line is no list line."""
    if len(s) > LONGEST_LIST or not s.all("metric", "label"):
        return []
    colons = [k for k, word in enumerate(s.words) if word == ":"][:3]
    if len(s) > LONGEST_LINE and not colons:
        return []
    numbers = number_phrases(s, context.lexicon)
    numbers = [n for n in numbers if not s.match(n.last, "month")]
    if s.words[-1] == ":":  # "losses on 3 June:" heads a list
        numbers = [n for n in numbers if not in_time(n, dates.times(s, context.published))]
    if not numbers:
        return []
    if len(s) <= LONGEST_LINE:
        found = _items(s, 0, numbers)
        if found:
            return found
    for k in colons:
        found = _items(s, k + 1, [n for n in numbers if n.first > k])
        if len(found) >= LINES_OF_A_LIST:
            return found
    return []


def _items(s: Sentence, start: int, numbers: list[NumberPhrase]) -> list[Item]:
    """Items from a token on to the end of the sentence, or nothing."""
    row = cells(s) if is_row(s) else []
    found: list[Item] = []
    index = 0
    while index < len(numbers):
        n = numbers[index]
        label = _label(s, start, n.first, row, opening=not found)
        if label is None:
            return []
        alone = n.signed and _in_bracket(s, n) and _dash_before(s, n)
        item = Item(
            str(label.meaning),
            (label.start, label.end),
            None if alone else n,
            n if alone else None,
            row[n.first] if row else -1,
        )
        index += 1
        while not alone and index < len(numbers):
            item, taken = _with_next(s, item, n, numbers[index], row)
            if not taken:
                break
            n = numbers[index]
            index += 1
        found.append(item)
        start = item.last
    return found if found and _closed(s, start) and not _counts_behind(s, start) else []


def _counts_behind(s: Sentence, start: int) -> bool:
    """Whether things stand behind their numbers ("losses: 5 tanks"), so that none is a label."""
    return any(
        (m := s.match(k, "metric")) is not None and m.meaning not in LABELS
        for k in range(start, len(s))
    )


def _with_next(
    s: Sentence, item: Item, before: NumberPhrase, n: NumberPhrase, row: list[int]
) -> tuple[Item, bool]:
    """Take the number behind an item's last into the item, if it belongs to it."""
    if item.increment is None and _is_increment(s, n, before):
        return replace(item, increment=n), True
    if row and row[n.first] > row[before.first] and _bare(s, before.last, n.first):
        return replace(item, columns=(*item.columns, (n, row[n.first]))), True
    return item, False


def _bare(s: Sentence, start: int, end: int) -> bool:
    """Whether no word that could be a label stands between two numbers."""
    return all(s.kinds[k] != WORD or _list_word(s, k) for k in range(start, end))


def _label(s: Sentence, start: int, end: int, row: list[int], *, opening: bool) -> Match | None:
    """The label between two places: a metric phrase, dashes, hedges and plain labels around it."""
    labels = [
        m
        for k in range(start, end)
        for kind in ("metric", "label")
        if (m := s.match(k, kind)) and m.end <= end
    ]
    if not labels:
        return None
    if not opening:  # "78,690 persons, tanks - 2,801": the persons are those before the comma
        inside = {k for m in labels for k in range(m.start, m.end)}
        comma = next((k for k in range(start, end) if s.words[k] == "," and k not in inside), start)
        labels = [m for m in labels if m.start >= comma] or labels
    first = labels[0] if opening else _of_this(s, start, end, labels)
    if opening and not _opens(s, start, first.start):
        return None
    depth = 0
    for k in range(first.end, end):
        if row and row[k] != row[first.start]:
            break  # an empty cell says so in any words
        depth += (s.words[k] == "(") - (s.words[k] == ")")
        known = s.kinds[k] != WORD or _list_word(s, k) or any(m.start <= k < m.end for m in labels)
        if (not known and depth == 0) or s.words[k] in ".;":
            return None
    return first


def _of_this(s: Sentence, start: int, end: int, labels: list[Match]) -> Match:
    """The label of an item that follows another one: behind its comma, or its unit of people."""
    comma = max((k for k in range(start, end) if s.words[k] in ",;"), default=start)
    behind = [m for m in labels if m.start >= comma] or labels
    things = [m for m in behind if m.meaning not in LABELS]
    return (things or behind)[0] if behind[0].meaning == "people" else behind[0]


def _opens(s: Sentence, start: int, end: int) -> bool:
    """Whether a line may begin so before its label: list words, or the label's name elsewhere.

    "РСЗВ / MLRS" in an English list gives the label in two languages, one of them unknown.
    """
    if end > start and s.words[end - 1] == "/":
        return end - start <= LONGEST_UNKNOWN
    return all(s.kinds[k] != WORD or _list_word(s, k) for k in range(start, end))


def _list_word(s: Sentence, k: int) -> bool:
    """Words that a list line may hold beside its label: hedges, units, verbs of loss."""
    return any(
        s.match(k, kind)
        for kind in ("hedge", "bound", "frame", "scope", "list_word", "copula", "party",
                     "party_adjective", "enemy", "joiner", "noun_of_loss", "metric", "label",
                     "also")
    )  # fmt: skip


def _in_bracket(s: Sentence, n: NumberPhrase) -> bool:
    return any(s.words[k] == "(" for k in range(max(0, n.lead - 2), n.first))


def _dash_before(s: Sentence, n: NumberPhrase) -> bool:
    """Whether nothing but a dash stands between the label and the bracket: a missing total."""
    k = n.first - 1
    while k >= 0 and s.words[k] in "(+":
        k -= 1
    return k >= 0 and (s.words[k] in DASHES or s.words[k] in ":|")


def _is_increment(s: Sentence, n: NumberPhrase, total: NumberPhrase) -> bool:
    """A bracket behind the total ("(+7)"), or a plus sign of its own."""
    between = range(total.last, n.first)
    if not any(s.words[k] in "(+" for k in between):
        return False
    if not n.signed and any(s.match(k, "month") for k in between):
        return False  # "691 (680 in July)" looks back at another month
    return all(s.words[k] in "(+,;|" or s.words[k] in DASHES or s.kinds[k] == WORD for k in between)


def _closed(s: Sentence, start: int) -> bool:
    """Only units, brackets and words of a list behind the last number, or little else."""
    rest = [k for k in range(start, len(s)) if s.kinds[k] == WORD]
    unknown = [k for k in rest if not _tail_word(s, k)]
    return len(unknown) <= 3 and not any(s.kinds[k] == NUMBER for k in range(start, len(s)))


def _tail_word(s: Sentence, k: int) -> bool:
    return _list_word(s, k) or bool(s.match(k, "period") or s.match(k, "stop"))


def _persons(s: Sentence, context: Context) -> Item | None:
    """A line of a list that begins with a verb of loss: "liquidated about 45200 (+300)"."""
    if len(s) > LONGEST_LINE or s.words[-1] == ":":
        return None
    numbers = number_phrases(s, context.lexicon)
    if not numbers or len(numbers) > 2 or numbers[0].quantity is None:
        return None
    total = numbers[0]
    verbs = [m for m in s.all("frame") if m.meaning in LOSS and m.end <= total.lead]
    if not verbs or not _bare(s, 0, total.first) or not _closed(s, numbers[-1].last):
        return None
    if len(numbers) == 2 and not _is_increment(s, numbers[1], total):
        return None
    if any(m.meaning not in LABELS for m in s.all("metric")):
        return None
    label = (verbs[0].start, verbs[0].end)
    return Item(LABELS[0], label, total, numbers[1] if len(numbers) == 2 else None)


def _is_unknown(s: Sentence, context: Context) -> bool:
    """Whether a line has the form of an item but a label that no table knows."""
    if len(s) > LONGEST_UNKNOWN or s.kinds[0] == NUMBER or WORD not in s.kinds:
        return False
    k = next((k for k, kind in enumerate(s.kinds) if kind == NUMBER), 0)
    marked = k > 1 and (s.words[k - 1] in DASHES or s.words[k - 1] in ":|(+")
    if not marked or s.all("frame", "speech", "source") or dates.times(s, context.published):
        return False
    if s.all("part", "articled") and s.all("metric"):
        return False  # "MLRS: 97, including five launchers of one kind"
    return all(kind in (NUMBER, WORD, "mark", "designation") for kind in s.kinds)


def _totals_with_number_first(
    found: list[Sentence], known: dict[int, list[Item]], context: Context
) -> dict[int, list[Item]]:
    """The items "572 aircraft," of lines under a heading that speaks of running totals."""
    run: dict[int, list[Item]] = {}
    totals: dict[int, list[Item]] = {}
    for i, s in enumerate(found):
        these = [] if i in known else _number_first(s, context)
        if these:
            run[i] = these
        if not these or i + 1 == len(found):
            first = min(run, default=0)
            heading = found[first - 1] if first and len(run) >= LINES_OF_A_LIST else None
            grown = sum(any(item.increment for item in row) for row in run.values()) > 1
            lost = bool(heading and heading.all("noun_of_loss"))
            if heading and (of_totals(heading, context) or (grown and lost)):
                totals |= run
            run = {}
    return totals


def _number_first(s: Sentence, context: Context) -> list[Item]:
    """The items of a line whose numbers stand before their labels, or nothing."""
    if len(s) > LONGEST_LINE or NUMBER not in s.kinds[:3] or not s.all("metric", "label"):
        return []
    found: list[Item] = []
    at = 0
    before: NumberPhrase | None = None
    for n in number_phrases(s, context.lexicon):
        if before is not None and _is_increment(s, n, before):  # "3909 (+9) tanks"
            found[-1] = replace(found[-1], increment=n)
            at = max(at, n.last)
            continue
        label = next(
            (m for k in range(n.last, len(s)) for kind in ("metric", "label")
             if (m := s.match(k, kind))), None,
        )  # fmt: skip
        if label is None or not (_bare(s, at, n.first) and _bare(s, n.last, label.start)):
            return []
        found.append(Item(str(label.meaning), (label.start, label.end), n, None))
        before, at = n, label.end
    return found if found and _bare(s, at, len(s)) else []


# -- the claims of an item ---------------------------------------------------------------------


def _claims(
    s: Sentence, item: Item, heading: Heading, heads: dict[int, Column], context: Context
) -> tuple[list[Claim], list[Relation]]:
    """The claims of one item: its total, and the increment of the past day."""
    claims: list[Claim] = []
    relations: list[Relation] = []
    item = _turned(item)
    if item.total is not None and item.total.quantity is not None:
        claims.append(_of_cell(s, item, item.total, heading, heads.get(item.cell), context))
    if item.increment is not None and item.increment.quantity is not None:
        claims.append(_increment(s, item, item.increment, heading, context))
        if len(claims) == 2:
            relations.append(Relation("increment_of", claims[1].id, (claims[0].id,)))
    for n, cell in item.columns:
        if n.quantity is not None:
            head = heads.get(cell) or Column(untold=True)
            further = _of_cell(s, item, n, heading, head, context)
            if claims and _follows(further, claims[0]):
                relations.append(Relation("increment_of", further.id, (claims[0].id,)))
            claims.append(further)
    return claims, relations


def _turned(item: Item) -> Item:
    """An item that tells the day's loss before the total, "8 tanks (9,584)": no loss of a day
    exceeds the total that counts it."""
    first, second = item.total, item.increment
    if first is None or second is None or first.quantity is None or second.quantity is None:
        return item
    turned = max(second.quantity.figures) > max(first.quantity.figures)
    return replace(item, total=second, increment=first) if turned else item


def _follows(change: Claim, total: Claim) -> bool:
    """Whether a claim is the change of a running total over some of its days."""
    same = (change.party, change.metric) == (total.party, total.metric)
    return same and total.period.kind == "cumulative" and change.period.kind != "cumulative"


def _of_cell(
    s: Sentence, item: Item, n: NumberPhrase, heading: Heading, head: Column | None,
    context: Context,
) -> Claim:  # fmt: skip
    """A total, or what the head of its column says that it is."""
    head = None if item.grid else head
    party = (head.party if head else None) or heading.party
    when = head.when if head and not head.total else heading.when
    if item.grid:
        party, when = item.grid.party or party, item.grid.when or when
        speaker = item.grid.speaker
        if speaker:
            heading = replace(heading, chain=Chain(speaker, (), "speaker.column"))
            party = item.grid.party or s.war.opponent(party_of_source(speaker)) or party
    if s.all("period") and any(w.code == "in_total" for w in dates.times(s, None)):
        when = None
    if head and head.total and head.beside:
        when = None
    if head and head.speaker:
        heading = replace(heading, chain=Chain(head.speaker, (), "speaker.column"))
    if head and head.change and when is None:
        return _increment(s, item, n, heading, context)
    start = s.war.start_for(party)
    acts = item.grid is not None and metrics()[_code(item.metric)].kind == "event"
    if acts and when is None and heading.day:
        period, rule = Period(heading.day, heading.day, "day"), "layout.period"
    elif head and head.untold:
        period, rule = UNKNOWN, "layout.column"
    elif when is None:
        period, rule = cumulative(start, heading.day), "layout.total"
    else:
        period, rule = period_of(when, heading.day, start, heading.day), "layout.period"
    claim = _claim(s, item, n, heading, context, period, rule)
    quantity = claim.quantity
    if (
        rule == "layout.total"
        and heading.hedge
        and quantity.hedge is None
        and quantity.value is not None
    ):
        quantity = replace(quantity, hedge=heading.hedge)
        claim = replace(claim, rules=(*claim.rules, "layout.hedge"))
    same = party == claim.party and quantity is claim.quantity
    return claim if same else replace(claim, party=party, quantity=quantity)


def _increment(
    s: Sentence, item: Item, n: NumberPhrase, heading: Heading, context: Context
) -> Claim:
    """The change of the day before the report's day."""
    period = past_day(heading.day) if heading.day else Period(None, None, "day")
    claim = _claim(s, item, n, heading, context, period, "layout.increment")
    plain = claim.quantity.hedge is None
    return claim if plain else replace(claim, quantity=replace(claim.quantity, hedge=None))


def _claim(
    s: Sentence, item: Item, n: NumberPhrase, heading: Heading, context: Context,
    period: Period, rule: str,
) -> Claim:  # fmt: skip
    span = s.span(n.first, n.last)
    chain = heading.chain
    assert n.quantity is not None
    return Claim(
        document=context.document.id,
        span=span,
        byte_span=context.document.offsets.byte_span(span),
        quote=s.text[span.start : span.end],
        sentence=s.quoted,
        outlet=context.document.outlet,
        relays=chain.relays,
        claimant=chain.claimant,
        party=heading.party,
        metric=_code(item.metric),
        scope=_scope(s, item),
        scope_words=_scope_words(s, item),
        quantity=n.quantity,
        period=period,
        as_of=heading.day if period.kind in ("cumulative", "day") else period.end,
        report_date=heading.day,
        basis="cites" if chain.relays else None,
        confidence="high" if chain.claimant and heading.party else "medium",
        rules=(*n.rules, rule, chain.rule),
    )


def _code(metric: str) -> str:
    """The metric of a label in a list of losses."""
    code = "personnel" if metric in LABELS else metric
    return code if code in metrics() else {"missile": "cruise_missiles"}.get(code, "equipment")


def _scope(s: Sentence, item: Item) -> tuple[str, ...] | None:
    """Killed, wounded, missing or captured, where the label itself says so."""
    if item.grid and item.grid.head.scope:
        return item.grid.head.scope
    if item.metric != "casualties":
        return None
    said = {str(m.meaning) for m in s.all("scope") if item.label[0] <= m.start < item.label[1]}
    return tuple(sorted(said)) or None


def _scope_words(s: Sentence, item: Item) -> str:
    """The label as written, both languages of a bilingual one, hedges and dashes aside."""
    first, last = item.label
    while first > 1 and s.words[first - 1] == "/" and s.kinds[first - 2] == WORD:
        first -= 2
        while first > 0 and s.kinds[first - 1] == WORD and not _starts_label(s, first):
            first -= 1
    while last < len(s) and s.words[last] == "/":
        other = s.match(last + 1, "metric") or s.match(last + 1, "label")
        if other is None:
            break
        last = other.end
    words = s.text[s.starts[first] : s.ends[last - 1]]
    loaded = [m for m in s.all("frame") if m.start >= last]
    if loaded and item.metric in LABELS:
        words += f" … {s.text[s.starts[loaded[0].start] : s.ends[loaded[0].end - 1]]}"
    return words


def _starts_label(s: Sentence, k: int) -> bool:
    return s.match(k, "metric") is not None or s.match(k, "label") is not None


def _leftovers(s: Sentence, claims: Iterable[Claim]) -> list[Unread]:
    """Digits of a list line that no claim took."""
    taken = [(c.span.start, c.span.end) for c in claims]
    return [
        Unread(s.span(i, i + 1), s.words[i], s.quoted)
        for i, kind in enumerate(s.kinds)
        if kind == NUMBER and not any(a <= s.starts[i] < b for a, b in taken)
    ]
