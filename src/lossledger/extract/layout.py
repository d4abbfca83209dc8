"""Lists of losses: a label, a total and its increment on each line, as daily posts give them.

"tanks ‒ 6523 (+7)," is a running total to the report's day and the increment of the past day,
which is the day before it. Two items on a line, a missing total and a missing increment occur.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from lossledger.extract import dates
from lossledger.extract.numbers import NumberPhrase, number_phrases
from lossledger.extract.scene import Context
from lossledger.extract.speakers import Chain
from lossledger.extract.tokens import DASHES, NUMBER, WORD, Sentence
from lossledger.model import Claim, Ignored, Relation, Unread
from lossledger.period import Period, cumulative, past_day
from lossledger.vocabulary import metrics, war_start
from lossledger.vocabulary.lexicon import Match

LINES_OF_A_LIST = 3
"""So many label lines make a list of losses."""

LABELS = ("personnel", "people", "casualties")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list: the label's metric, its total and its increment as number phrases."""

    metric: str
    label: tuple[int, int]
    total: NumberPhrase | None
    increment: NumberPhrase | None


def entries(s: Sentence, context: Context) -> list[Entry]:
    """The items of a line, or nothing when the line is no list line."""
    numbers = number_phrases(s, context.lexicon)
    if not numbers:
        return []
    found: list[Entry] = []
    start = 0
    index = 0
    while index < len(numbers):
        label = _label(s, start, numbers[index].first, opening=not found)
        if label is None:
            return []
        n = numbers[index]
        total = None if n.signed and _in_bracket(s, n) and _dash_before(s, n) else n
        increment = n if total is None else None
        index += 1
        if total is not None and index < len(numbers) and _is_increment(s, numbers[index], total):
            increment = numbers[index]
            index += 1
        last = (increment or n).last
        found.append(Entry(str(label.meaning), (label.start, label.end), total, increment))
        start = last
    return found if _closed(s, start) else []


def _label(s: Sentence, start: int, end: int, *, opening: bool) -> Match | None:
    """The label between two places: a metric phrase, dashes, hedges and plain labels around it."""
    labels = [m for k in range(start, end) if (m := s.match(k, "metric")) and m.end <= end]
    if not labels:
        return None
    first = labels[0]
    if opening and any(
        s.kinds[k] == WORD and not _list_word(s, k) for k in range(start, first.start)
    ):
        return None
    for k in range(first.end, end):
        known = s.kinds[k] != WORD or _list_word(s, k) or any(m.start <= k < m.end for m in labels)
        if not known or s.words[k] in ".;":
            return None
    return max(labels, key=lambda m: m.end - m.start) if _same_label(labels) else first


def _same_label(labels: list[Match]) -> bool:
    return len({m.meaning for m in labels}) == 1


def _list_word(s: Sentence, k: int) -> bool:
    """Words that a list line may hold beside its label: hedges, units, verbs of loss."""
    return any(
        s.match(k, kind)
        for kind in ("hedge", "bound", "frame", "scope", "list_word", "copula", "party",
                     "party_adjective", "enemy", "joiner", "noun_of_loss", "metric", "also")
    )  # fmt: skip


def _in_bracket(s: Sentence, n: NumberPhrase) -> bool:
    return any(s.words[k] == "(" for k in range(max(0, n.lead - 2), n.first))


def _dash_before(s: Sentence, n: NumberPhrase) -> bool:
    """Whether nothing but a dash stands between the label and the bracket: a missing total."""
    k = n.first - 1
    while k >= 0 and s.words[k] in "(+":
        k -= 1
    return k >= 0 and (s.words[k] in DASHES or s.words[k] == ":")


def _is_increment(s: Sentence, n: NumberPhrase, total: NumberPhrase) -> bool:
    """A bracket behind the total ("(+7)"), or a plus sign of its own."""
    between = range(total.last, n.first)
    if not any(s.words[k] in "(+" for k in between):
        return False
    return all(
        s.words[k] in "(+,;|" or s.words[k] in DASHES or s.kinds[k] == WORD for k in between
    )


def _closed(s: Sentence, start: int) -> bool:
    """Only units, brackets and words of a list behind the last number, or little else."""
    rest = [k for k in range(start, len(s)) if s.kinds[k] == WORD]
    unknown = [k for k in rest if not _tail_word(s, k)]
    return len(unknown) <= 3 and not any(s.kinds[k] == NUMBER for k in range(start, len(s)))


def _tail_word(s: Sentence, k: int) -> bool:
    return _list_word(s, k) or bool(s.match(k, "period") or s.match(k, "stop"))


def is_list(found: Iterable[Sentence], context: Context) -> set[int]:
    """The indexes of the sentences that are items of a list of losses."""
    lines = list(found)
    items = {i for i, s in enumerate(lines) if entries(s, context)}
    strong = {i for i in items if len(lines[i]) <= 40}
    kept: set[int] = set()
    run: list[int] = []
    for i in sorted(strong):
        if run and i - run[-1] > 3:
            if len(run) >= LINES_OF_A_LIST:
                kept.update(run)
            run = []
        run.append(i)
    if len(run) >= LINES_OF_A_LIST:
        kept.update(run)
    return kept


def heading_dates(found: list[Sentence], context: Context, first: int) -> tuple[date | None, bool]:
    """The report's day from the header before the list ("from 24.02.22 to 19.02.24").

    The second value says whether the day's year had to be taken from outside the text.
    """
    for s in found[:first]:
        day = _header_day(s, context)
        if day:
            return day
    return None, False


def _header_day(s: Sentence, context: Context) -> tuple[date, bool] | None:
    """The later end of "from D to D" in any of its forms, else a lone full date."""
    if not any(s.all(k) for k in ("noun_of_loss", "frame", "metric", "list_word")):
        return None
    ends = [
        k for m in s.all("dated_to") for k in (m.end,)
        if k < len(s) and s.kinds[k] in (NUMBER, "date")
    ]  # fmt: skip
    for k in ends:
        day = _day_at(s, k, context)
        if day:
            return day
    whens = [w for w in dates.times(s, context.published) if w.code == "day" and w.start]
    if whens and whens[-1].end and whens[-1].end != war_start(None):
        return whens[-1].end, False
    spans = [w for w in dates.times(s, context.published) if w.code == "span" and w.end]
    return (spans[-1].end, False) if spans and spans[-1].end else None


def _day_at(s: Sentence, k: int, context: Context) -> tuple[date, bool] | None:
    if s.kinds[k] == "date":
        found = dates.times(s, None)
        day = next((w.start for w in found if w.first == k and w.start), None)
        return (day, False) if day else None
    head, mark, tail = s.words[k].partition(".")
    if mark and head.isdecimal() and tail.isdecimal() and len(tail) == 2:
        for base in (context.published,):
            if base is None:
                return None
            for year in (base.year, base.year - 1, base.year + 1):
                day = dates._valid(year, int(tail), int(head))
                if day and abs((day - base).days) <= 183:
                    return day, True
    return None


def read_list(
    s: Sentence, context: Context, day: date | None, chain: Chain, party: str | None
) -> tuple[list[Claim], list[Relation]]:
    """The claims of one list line: totals, and increments of the past day."""
    claims: list[Claim] = []
    relations: list[Relation] = []
    for entry in entries(s, context):
        pair = [
            _claim(s, entry, n, context, day, chain, party, increment=n is entry.increment)
            for n in (entry.total, entry.increment)
            if n is not None and n.quantity is not None
        ]
        claims += pair
        if len(pair) == 2:
            relations.append(Relation("increment_of", pair[1].id, (pair[0].id,)))
    return claims, relations


def _claim(
    s: Sentence, entry: Entry, n: NumberPhrase, context: Context, day: date | None,
    chain: Chain, party: str | None, *, increment: bool,
) -> Claim:  # fmt: skip
    span = s.span(n.first, n.last)
    start = war_start(party)
    code = "personnel" if entry.metric in LABELS else entry.metric
    if code not in metrics():
        code = {"missile": "cruise_missiles"}.get(code, "equipment")
    if increment:
        period = past_day(day) if day else Period(None, None, "day")
    else:
        period = cumulative(start, day)
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
        party=party,
        metric=code,
        scope=None,
        scope_words=_scope_words(s, entry),
        quantity=n.quantity if not increment else replace(n.quantity, hedge=None),
        period=period,
        as_of=day,
        report_date=day,
        basis="cites" if chain.relays else None,
        confidence="high" if chain.claimant and party else "medium",
        rules=(*n.rules, "layout.increment" if increment else "layout.total", chain.rule),
    )


def _scope_words(s: Sentence, entry: Entry) -> str:
    """The label as written, both languages of a bilingual one, hedges and dashes aside."""
    first, last = entry.label
    start, end = first, last
    while start > 0 and (s.words[start - 1] == "/" or s.match(start - 1, "metric")):
        start -= 1
    words = s.text[s.starts[start] : s.ends[end - 1]]
    loaded = [m for m in s.all("frame") if m.start >= last]
    if loaded and entry.metric in LABELS:
        words += f" … {s.text[s.starts[loaded[0].start] : s.ends[loaded[0].end - 1]]}"
    return words


def leftovers(
    s: Sentence, context: Context, claims: list[Claim]
) -> tuple[list[Ignored], list[Unread]]:
    """Digits of a list line that no claim took."""
    taken = [(c.span.start, c.span.end) for c in claims]
    unread = [
        Unread(s.span(i, i + 1), s.words[i], s.quoted)
        for i, kind in enumerate(s.kinds)
        if kind == NUMBER and not any(a <= s.starts[i] < b for a, b in taken)
    ]
    return [], unread
