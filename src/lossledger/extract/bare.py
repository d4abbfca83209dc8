"""Numbers alone that stand for a count spoken of before: "the total, 990,800, is close to"."""

from itertools import pairwise

from lossledger.extract.codes import reports_losses
from lossledger.extract.counted import PEOPLE, Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried
from lossledger.extract.tokens import NUMBER, Sentence
from lossledger.vocabulary import metrics

DIFFERENCE = "metric.difference"
"""The rule of a figure that is exactly the difference of two totals told before it."""
ELLIPTIC = frozenset({"metric.ellipsis", "metric.tally", DIFFERENCE})
"""Rules of a figure whose noun stands with another figure."""
LATELY = 8
"""So many figures back another value of the same series may stand."""
ALIKE = 2
"""Two values of one series told together differ by no more than this factor, as a rule."""
TEN_THOUSAND = 10_000
"""A total of this size in a report of losses is one of people where nothing is named."""
THOUSAND = 1000
HUNDRED_THOUSAND = 100_000
"""A number in words stands for a count without its noun from here on: "half a million"."""
SMALLEST = 100
"""A bare number below this may count anything."""

TITLE = 12
"""So many tokens may stand between the word for a count and its figure in commas."""


def ends_alone(s: Sentence, n: NumberPhrase) -> bool:
    """Whether no noun follows a number: a mark, a preposition or a time does."""
    end = max(n.last, n.tail)
    if end >= len(s) or s.words[end] in ",.;:":
        return True
    return any(s.match(end, k) for k in ("stop", "weekday", "period"))


def large(n: NumberPhrase) -> bool:
    if n.quantity is None:
        return False
    return n.quantity.figures[0] >= (HUNDRED_THOUSAND if n.words else SMALLEST)


def in_commas(s: Sentence, n: NumberPhrase) -> str | None:
    """What a number in commas is of: "tally" or "derived" behind the word for such a figure.

    "The total given by the ministry, 990,800, is ...", "the difference, 28,720, covers ...".
    """
    end = max(n.last, n.tail)
    closed = end < len(s) and s.words[end] == "," and n.lead > 0 and s.words[n.lead - 1] == ","
    if not closed or not large(n):
        return None
    for k in range(n.lead - 2, max(-1, n.lead - TITLE), -1):
        if s.match(k, "tally"):
            return "tally"
        if any(m.start == k and m.meaning == "derived" for m in s.all("stance")):
            return "derived"
        if s.kinds[k] == NUMBER or s.words[k] in ",;:":
            return None
    return None


def is_the_same(s: Sentence, n: NumberPhrase) -> bool:
    """Whether a number alone is what "it" was: "it was 1,094,610", "gave it as 180,050"."""
    if not large(n) or not ends_alone(s, n):
        return False
    k = n.lead - 1
    while k > 0 and any(s.match(k, kind) for kind in ("be", "perfect", "as_what", "copula")):
        k -= 1
    it = s.match(k, "it") if 0 <= k < n.lead - 1 else None
    return it is not None and it.meaning == "it"


def set_beside(n: NumberPhrase, s: Sentence) -> bool:
    """Whether a number alone is another value of what was told: "that compares with 11,100"."""
    if not large(n) or not ends_alone(s, n) or s.all("metric"):
        return False
    compared = any(m.end == n.lead and m.start <= OPENING for m in s.all("comparison"))
    month = any(m.end <= n.lead for m in s.all("month"))
    peak = month and s.all("superlative") and s.words[n.lead - 2] == ","  # "July, with 6,297"
    return compared or bool(peak and s.match(n.lead - 1, "adposition"))


OPENING = 3
"""A sentence that goes on with what was told says so in its first tokens."""


def of_those_there(s: Sentence, n: NumberPhrase) -> bool:
    """Whether a number alone is how many there were or were added: "there were 8,620"."""
    if not large(n):
        return False
    end = max(n.last, n.tail)
    while any(s.match(end, kind) for kind in ("be", "perfect")):
        end += 1
    if end > max(n.last, n.tail) and s.match(end, "added"):
        return True
    there = s.match(n.lead - 2, "it") if s.match(n.lead - 1, "be") else None
    return there is not None and there.meaning == "there" and ends_alone(s, n)


def of_the(s: Sentence, first: int, n: NumberPhrase) -> bool:
    """Whether a label opens a sentence as what a number is of: "Of the tanks, 12 were lost"."""
    opens = any(m.start == 0 and m.end == first for m in s.all("out_of"))
    return opens and s.words[n.lead - 1] == ","


def in_a_row(s: Sentence, n: NumberPhrase) -> bool:
    """Whether a number follows another in a row: "275 against the second, up to 245 against"."""
    end = max(n.last, n.tail)
    before = n.lead > 0 and (s.words[n.lead - 1] == "," or bool(s.match(n.lead - 1, "joiner")))
    behind = end < len(s) and bool(s.match(end, "stop"))
    return before and behind and not n.words


def sums_up(s: Sentence, n: NumberPhrase) -> bool:
    """Whether a number alone is what figures come to: "that makes up to 1,400 in total"."""
    if not large(n) or not ends_alone(s, n):
        return False
    ends = [m.end for m in s.all("stance") if m.meaning == "derived" and m.end <= n.lead]
    between = range(ends[-1], n.lead) if ends else range(0)
    return (
        bool(ends)
        and len(between) <= 5
        and not any(
            s.words[k] in ",;:" or s.kinds[k] == NUMBER or s.match(k, "value") for k in between
        )
    )


def named_before(s: Sentence, n: NumberPhrase) -> bool:
    """Whether numbers are those of several things: "the totals for those stand at 3, 2 and 1"."""
    told = [m.start for m in s.all("tally") if m.end <= n.lead]
    return bool(told) and any(told[0] < m.start < n.lead for m in s.all("anaphor"))


def difference(n: NumberPhrase, s: Sentence, state: Carried) -> Thing | None:
    """What a number alone, or one of people, counts that is exactly two totals' difference."""
    after = s.match(max(n.last, n.tail), "metric")
    if after and s.match(after.start, "scope"):
        return None  # "10,582 killed and 19,875 injured" of 30,457 are parts
    if not large(n) or not (ends_alone(s, n) or (after and after.meaning in PEOPLE)):
        return None
    value = n.quantity.value if n.quantity else None
    if value is None or value % THOUSAND == 0:
        return None  # round figures differ by round ones by chance
    totals = [c for c in state.claims[-LATELY:] if c.period.kind == "cumulative"]
    for one, other in pairwise(totals):
        alike = (one.metric, one.party) == (other.metric, other.party)
        a, b = one.quantity.value, other.quantity.value
        if alike and a is not None and b is not None and abs(a - b) == value:
            scope = None if after else one.scope  # "troops" says of itself what is counted
            return Thing(one.metric, n.first, max(n.last, n.tail), scope, DIFFERENCE)
    return None


def figure_alone(n: NumberPhrase, s: Sentence, state: Carried) -> Thing | None:
    """What a figure without any noun counts: another value of a series told, or an army's losses.

    "Its total stood at 1,404,760 on Wednesday", "in May they came to 33,760": of what was told
    before, that of about this size; else the losses that the sentence or the one before speaks of.
    """
    end = max(n.last, n.tail)
    alone = ends_alone(s, n) or (s.words[end] == ")" and s.words[n.lead - 1] == "(")
    if not large(n) or not alone or n.quantity is None or _may_be_a_year(s, n):
        return None
    if any(m.meaning == "population" and m.end <= n.lead for m in s.all("unit")):
        return None  # "the number of refugees was expected to reach 1.5 million"
    value = max(n.quantity.figures)
    for claim in reversed(state.claims[-LATELY:]):
        told = max(claim.quantity.figures)
        if told / ALIKE <= value <= told * ALIKE and metrics()[claim.metric].kind != "event":
            return Thing(claim.metric, n.first, end, claim.scope, "metric.ellipsis")
    lines = [s, *(heard.s for heard in state.heard[-2:-1] if heard.s.paragraph == s.paragraph)]
    spoken = any(line.all("noun_of_loss") for line in lines) and value >= THOUSAND
    if spoken or (value >= TEN_THOUSAND and reports_losses(s, state)):
        return Thing("casualties", n.first, end, None, "metric.loss")
    return None


def _may_be_a_year(s: Sentence, n: NumberPhrase) -> bool:
    """Whether four digits without a mark between them may be a year of these times."""
    word = s.words[n.first]
    return n.last == n.first + 1 and len(word) == 4 and "1900" <= word < "2100"


def topic(s: Sentence, state: Carried) -> Thing | None:
    """What the sentence before speaks of without a figure: "The tank count is calmer. It rose"."""
    heard = state.heard[-2].s if len(state.heard) > 1 else None
    if heard is None or heard.paragraph != s.paragraph or NUMBER in heard.kinds:
        return None
    codes = {str(m.meaning) for m in heard.all("metric")}
    kinds = [metrics()[code].kind for code in codes if code in metrics()]
    if len(codes) != 1 or kinds != ["equipment"] or s.all("metric"):
        return None
    return Thing(codes.pop(), 0, 0)
