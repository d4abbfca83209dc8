"""Number phrases: digits, scale words, number words, ranges, bounds and hedges.

``number_phrases`` finds every number of a sentence, in digits or in words, with the interval
it stands for. It decides nothing about what is counted.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from lossledger.extract.rising import changes, has_risen, rises_to
from lossledger.extract.tokens import DASHES, DESIGNATION, NUMBER, QUOTES, WORD, Sentence
from lossledger.quantity import Quantity
from lossledger.vocabulary.lexicon import Lexicon

LONGEST = 15
"""More digits than this are an identifier, not a count (``int`` itself refuses 4,300)."""

TOO_LONG = Decimal(10**LONGEST)
_GROUPING = str.maketrans("", "", " \u00a0\u2009\u202f\u2007'’")
_ONE = Decimal(1)
_FRACTIONS = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75"),
              "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}  # fmt: skip

IN_WORDS = frozenset({"value", "scale", "article", "fraction", "several", "vague", "joiner"})
"""Kinds of words that a number in words may begin with."""


SPREAD = 3
"""A change to more than so many times a number is no range: "grew by 30 to 20,953"."""
LONGEST_NOUN = 14
"""So many tokens may stand between two numbers that one verb governs."""
LONGEST_PREPOSITION = 3
"""A longer word of linking is a verb."""


class _Amount(NamedTuple):
    value: Decimal
    end: int
    scaled: Decimal
    vague: bool = False
    words: bool = False
    low: Decimal | None = None
    """The lower end of a range in one word, as in "two-three dozen"."""
    about: bool = False
    """Whether its order of words makes it approximate, as in "тысяч сорок"."""


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number in a sentence: tokens ``first`` to ``last`` hold it, ``lead`` its hedges.

    ``quantity`` is ``None`` when the number is no whole count (3.5, or too long). ``words``
    says that it is written in words; ``signed`` that a plus stands before it; ``weak`` that
    the word may be a pronoun ("one").
    """

    lead: int
    first: int
    last: int
    quantity: Quantity | None
    tail: int = 0
    words: bool = False
    signed: bool = False
    weak: bool = False
    rules: tuple[str, ...] = ()


def number_phrases(
    s: Sentence, lexicon: Lexicon, dated: frozenset[int] = frozenset()
) -> list[NumberPhrase]:
    """Every number of a sentence, in text order, none inside another.

    ``dated`` are the tokens of dates, which begin no range: "1 December to 360,010".
    """
    begins = _beginnings(s)
    key = f"numbers {[i for i in begins if i in dated]}"
    if key not in s.kept:
        s.kept[key] = _number_phrases(s, begins, lexicon, dated)
    return list(s.kept[key])


def _number_phrases(
    s: Sentence, begins: list[int], lexicon: Lexicon, dated: frozenset[int]
) -> list[NumberPhrase]:
    found: list[NumberPhrase] = []
    ending = _lead_words(s) if begins else {}
    free = 0
    for i in begins:
        amount = _amount(s, i, lexicon, bounded=i in ending) if i >= free else None
        if amount is None:
            continue
        phrase = _phrase(s, i, amount) if i in dated else _with_range(s, i, amount, lexicon, ending)
        phrase = _with_lead(s, phrase, ending)
        phrase = _with_tail(s, phrase)
        found.append(phrase)
        free = max(phrase.last, i + 1)
    return _with_shared_bounds(s, found)


def _with_shared_bounds(s: Sentence, found: list[NumberPhrase]) -> list[NumberPhrase]:
    """The phrases, those behind a verb of exceeding with its bound: "losses exceed 5, 8 and 20"."""
    shared: str | None = None
    told: list[NumberPhrase] = []
    for at, n in enumerate(found):
        before = found[at - 1] if at else None
        exact = n.quantity is not None and n.quantity.value is not None and n.lead == n.first
        if shared and before and exact and n.quantity and _coordinated(s, before.last, n.lead):
            quantity = _bound(n.quantity.value or 0, shared, n.quantity.hedge)
            told.append(replace(n, quantity=quantity, rules=(*n.rules, f"bound.{shared}")))
            continue
        shared = _verb_of_bound(s, n)
        told.append(n)
    return told


def bound_at_end(s: Sentence) -> str | None:
    """The bound that a list's heading ends with: "the loss is confirmed of at least:"."""
    end = len(s) - (s.words[-1] == ":" or s.words[-1] in DASHES)
    return next((str(m.meaning) for m in s.all("bound") if m.end == end), None)


def with_bound(n: NumberPhrase, bound: str) -> NumberPhrase:
    """A number with a bound that stands before its list, unless it has one of its own."""
    value = n.quantity.value if n.quantity else None
    if value is None or n.lead < n.first or n.quantity is None:
        return n
    quantity = _bound(value, bound, n.quantity.hedge)
    return replace(n, quantity=quantity, rules=(*n.rules, f"bound.{bound}"))


def _verb_of_bound(s: Sentence, n: NumberPhrase) -> str | None:
    """The bound that a verb before a number gives: "exceeded", not "more than"."""
    m = s.match(n.lead, "bound")
    if m is None or n.quantity is None or n.quantity.value is not None:
        return None
    return str(m.meaning) if s.match(m.start, "change") else None


def _coordinated(s: Sentence, start: int, end: int) -> bool:
    """Whether only a noun and a comma or "and" stand between two numbers."""
    joined = end > start and (s.words[end - 1] == "," or s.match(end - 1, "joiner"))
    ends = ("frame", "speech", "period", "part")
    plain = all(s.kinds[k] in (WORD, DESIGNATION) or s.words[k] in "," or s.words[k] in QUOTES
                for k in range(start, end))  # fmt: skip
    verbs = any(
        s.match(k, kind) for k in range(start, end) for kind in ends if not s.match(k, "scope")
    )
    return bool(joined) and plain and not verbs and end - start <= LONGEST_NOUN


def _beginnings(s: Sentence) -> list[int]:
    """The tokens at which a number may begin: digits, words of numbers, compounds of them."""
    begins: list[int] | None = s.kept.get("beginnings")
    if begins is None:
        worded = s.at(IN_WORDS)
        begins = s.kept["beginnings"] = [
            i
            for i, (kind, word) in enumerate(zip(s.kinds, s.words, strict=True))
            if kind == NUMBER or i in worded or (kind == WORD and "-" in word)
        ]
    return begins


def _amount(s: Sentence, i: int, lexicon: Lexicon, *, bounded: bool = False) -> _Amount | None:
    """The amount at a token where a number may begin (``_beginnings``)."""
    if s.kinds[i] == NUMBER:
        return _digits(s, i, lexicon)
    if "-" not in s.words[i] and not any(m.kind in IN_WORDS for m in s.tags[i] or ()):
        return None
    return _words(s, i, lexicon, bounded=bounded)


def _digits(s: Sentence, i: int, lexicon: Lexicon) -> _Amount:
    j = i + 1
    scale = _scale(s, j)
    value = _decimal(s.words[i], lexicon, scaled=scale is not None)
    more = s.match(j, "plus_fraction") if scale is None else None
    if more and (scale := _scale(s, more.end)):
        value += Decimal(str(more.meaning))
    if scale is None:
        return _Amount(value, j, _ONE)
    size, j = scale
    value *= size
    nested = _scale(s, j)
    if nested:
        size, j = size * nested[0], nested[1]
        value *= nested[0]
    rest = _remainder(s, j, size) or _lesser(s, j, size, lexicon)
    if rest:
        return _Amount(value + rest[0], rest[1], _ONE)
    return _Amount(value, j, size)


def _lesser(s: Sentence, j: int, size: Decimal, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """The rest under a smaller scale: the 391 thousand 950 of "1 million 391 thousand 950"."""
    scale = _scale(s, j + 1) if j < len(s) and s.kinds[j] == NUMBER else None
    if scale is None or scale[0] >= size or not s.words[j].isdecimal():
        return None
    rest = _digits(s, j, lexicon)
    return (rest.value, rest.end) if rest.value < size else None


def _scale(s: Sentence, j: int) -> tuple[Decimal, int] | None:
    """A scale word at ``j``, the full stop of its abbreviation included."""
    m = s.match(j, "scale")
    if m is None or (len(s.folded[j]) == 1 and not s.glued(j)):
        return None
    end = m.end
    if end < len(s) and s.words[end] == "." and s.glued(end) and len(s.folded[end - 1]) <= 4:
        follows = end + 1 < len(s)
        if follows or len(s.folded[end - 1]) > 1:
            end += 1
    return Decimal(int(m.meaning)), end


def _remainder(s: Sentence, j: int, size: Decimal) -> tuple[Decimal, int] | None:
    """The rest below the scale: the 410 of "85 thousand 410", of "a million 200 thousand"."""
    if not (j < len(s) and s.kinds[j] == NUMBER and s.words[j].isdecimal()):
        return None
    rest, scale = Decimal(s.words[j]), _scale(s, j + 1)
    if scale is None:
        return (rest, j + 1) if rest < size and len(s.words[j]) <= 3 else None
    if scale[0] >= size or rest * scale[0] >= size:
        return None
    below = _remainder(s, scale[1], scale[0])
    more, end = below or (Decimal(0), scale[1])
    return rest * scale[0] + more, end


def _decimal(word: str, lexicon: Lexicon, *, scaled: bool) -> Decimal:
    """A number's value. A comma before three digits groups, save where a scale word follows."""
    if word.isdecimal():
        return Decimal(word)
    if word[-1] in _FRACTIONS:
        return Decimal(word[:-1] or 0) + _FRACTIONS[word[-1]]
    plain = word.translate(_GROUPING)
    if plain.count(",") + plain.count(".") > 1:
        head, tail = plain, ""
        if "," in plain and "." in plain:
            head, _, tail = plain.rpartition(max(".,", key=plain.rfind))
        return Decimal(head.replace(",", "").replace(".", "") + (f".{tail}" if tail else ""))
    for mark in ",.":
        whole, found, part = plain.partition(mark)
        if found:
            groups = len(part) == 3 and whole != "0" and len(whole) <= 3
            decimal = mark in lexicon.decimal_marks and (scaled or mark == ".")
            decimal = decimal and not (mark == "." and "," in lexicon.decimal_marks and not scaled)
            return Decimal(whole + part) if groups and not decimal else Decimal(f"{whole}.{part}")
    return Decimal(plain)


def _words(s: Sentence, i: int, lexicon: Lexicon, *, bounded: bool) -> _Amount | None:
    start = _pair(s, i, lexicon) or _special(s, i, bounded=bounded)
    if start:
        return start
    total, current, last, size = Decimal(0), None, Decimal(0), _ONE
    j, any_word = i, False
    article = s.match(i, "article")
    if article and s.match(i + 1, "scale") and not s.match(i + 1, "vague"):
        j, current, any_word = i + 1, _ONE, True
    while j < len(s):
        values = _values(s, j, lexicon)
        if values is not None:
            value, end = values
            if current is not None and (last <= value or value >= 100 > last):
                break
            current = (current or Decimal(0)) + value
            last = _magnitude(value)
            j, any_word = end, True
            continue
        more = s.match(j, "plus_fraction") if current is not None else None
        if more and current is not None and s.match(more.end, "scale"):
            current, j = current + Decimal(str(more.meaning)), more.end
        m = s.match(j, "scale")
        if m and s.kinds[j] == WORD and (len(s.folded[j]) > 1):
            size = Decimal(int(m.meaning))
            if current is None and 0 < total < size:
                total, current = Decimal(0), total  # "two tens of thousands"
            if current is None and total and total % (size * 1000 or 1):
                break
            if size == 100:
                current, last = (current if current is not None else _ONE) * 100, size
            else:
                total += (current if current is not None else _ONE) * size
                current, last = None, size
            j, any_word = m.end, True
            half = s.match(j, "plus_fraction") if size >= 1000 else None
            if half and total == size * (total // size):  # "a million and a half"
                total, j = total + Decimal(str(half.meaning)) * size, half.end
            if j < len(s) and s.words[j] == "." and s.glued(j) and len(s.folded[j - 1]) <= 4:
                j += 1
            continue
        if s.words[j] == "," and current is None and _goes_on(s, j + 1, last, lexicon):
            j += 1
            continue
        if s.match(j, "joiner") and any_word and last >= 100 and _joins(s, j + 1, lexicon):
            j += 1
            continue
        if any_word and last >= 1000 and current is None:
            rest = _remainder(s, j, last)
            if rest:
                return _Amount(total + rest[0], rest[1], _ONE)
        break
    if not any_word:
        return None
    single = j == i + 1 and size > 1
    return _Amount(total + (current or 0), j, size if single or current is None else _ONE,
                   words=True)  # fmt: skip


def _goes_on(s: Sentence, j: int, size: Decimal, lexicon: Lexicon) -> bool:
    """Whether a comma only parts a number: "one thousand, two hundred and thirty"."""
    found = _values(s, j, lexicon) if j < len(s) and size >= 1000 else None
    scale = s.match(found[1], "scale") if found else None
    return scale is not None and int(scale.meaning) < size


def _joins(s: Sentence, j: int, lexicon: Lexicon) -> bool:
    found = _values(s, j, lexicon) if j < len(s) else None
    if found is None or found[0] >= 100:
        return False
    return s.match(found[1], "metric") is not None or s.match(found[1], "scale") is not None


def _values(s: Sentence, j: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    m = s.match(j, "value")
    if m:
        return Decimal(int(m.meaning)), m.end
    if "-" in s.folded[j] and s.kinds[j] == WORD and not _rising(s.folded[j], lexicon):
        words = s.folded[j].split("-")
        parts = [lexicon.meaning("value", p) for p in words]
        if all(isinstance(p, int) for p in parts):
            return Decimal(sum(int(p) for p in parts if p is not None)), j + 1
        size = lexicon.meaning("scale", words[-1])
        if len(words) == 2 and parts[0] is not None and size is not None and len(words[1]) > 1:
            return Decimal(int(parts[0])) * int(size), j + 1  # "seven-hundred"
    return None


def _rising(word: str, lexicon: Lexicon) -> list[Decimal]:
    """The ends of a range written as one word ("two-three"), else nothing."""
    first, mark, second = word.partition("-")
    ends = [lexicon.meaning("value", part) for part in (first, second)] if mark else []
    if len(ends) != 2 or not all(isinstance(end, int) for end in ends):
        return []
    low, high = (Decimal(int(end)) for end in ends if end is not None)
    return [low, high] if low < high else []


def _pair(s: Sentence, i: int, lexicon: Lexicon) -> _Amount | None:
    """A range written as one word, with its scale: "two-three dozen"."""
    ends = _rising(s.folded[i], lexicon) if s.kinds[i] == WORD and "-" in s.folded[i] else []
    if not ends:
        return None
    size, end = _scale(s, i + 1) or (_ONE, i + 1)
    return _Amount(ends[1] * size, end, _ONE, words=True, low=ends[0] * size)


def _magnitude(value: Decimal) -> Decimal:
    return _ONE if value < 10 else Decimal(10) if value < 100 else Decimal(100)


def _inverted(s: Sentence, i: int) -> _Amount | None:
    """A scale before its number, which is approximate then: "тысяч сорок"."""
    scale = s.match(i, "inverted")
    value = s.match(scale.end, "value") if scale else None
    if scale is None or value is None or int(value.meaning) >= int(scale.meaning):
        return None
    if i > 0 and (s.kinds[i - 1] == NUMBER or s.match(i - 1, "value")):
        return None
    amount = Decimal(int(scale.meaning) * int(value.meaning))
    return _Amount(amount, value.end, _ONE, words=True, about=True)


def _special(s: Sentence, i: int, *, bounded: bool) -> _Amount | None:
    """Half a million, one and a half thousand, dozens, several hundred, tens of thousands."""
    inverted = _inverted(s, i)
    if inverted:
        return inverted
    fraction = s.match(i, "fraction")
    if fraction:
        j = fraction.end
        while j < len(s) and (s.match(j, "article") or s.folded[j] == "of"):
            j += 1
        scale = s.match(j, "scale")
        vague = s.match(j, "vague")
        if scale or vague:
            size = Decimal(int(scale.meaning)) if scale else Decimal(int(vague.meaning)) / 2  # type: ignore[union-attr]
            return _Amount(Decimal(str(fraction.meaning)) * size, j + 1, size, words=True)
        return None
    several = s.match(i, "several")
    if several:
        unit = s.match(several.end, "scale") or s.match(several.end, "vague")
        if unit:
            many = int(unit.meaning) * (2 if unit.kind == "scale" else 1)
            nested = s.match(unit.end, "scale") or s.match(unit.end, "vague")
            if nested:
                per = int(nested.meaning) // (1 if nested.kind == "scale" else 2)
                return _Amount(Decimal(many * per), nested.end, _ONE, vague=True, words=True)
            return _Amount(Decimal(many), unit.end, _ONE, vague=True, words=True)
    vague = s.match(i, "vague")
    if vague and not (bounded and s.match(i, "scale")):
        j = vague.end
        if j < len(s) and s.folded[j] == "of":
            j += 1
        nested = s.match(j, "vague") or s.match(j, "scale")
        if nested:
            per = int(nested.meaning) // (1 if nested.kind == "scale" else 2)
            return _Amount(Decimal(int(vague.meaning) * per), nested.end, _ONE, True, True)
        return _Amount(Decimal(int(vague.meaning)), vague.end, _ONE, vague=True, words=True)
    return None


def _lead_words(s: Sentence) -> dict[int, list[tuple[int, str, str]]]:
    """Where a bound, hedge or "between" ends: token -> (start, kind, meaning), longest first."""
    ending: dict[int, list[tuple[int, str, str]]] = {}
    for m in s.all("bound", "hedge", "between"):
        ending.setdefault(m.end, []).append((m.start, m.kind, str(m.meaning)))
    for found in ending.values():
        found.sort()
    return ending


def _with_range(
    s: Sentence, i: int, a: _Amount, lexicon: Lexicon, ending: dict[int, list[tuple[int, str, str]]]
) -> NumberPhrase:
    single = _phrase(s, i, a)
    if a.vague or a.end >= len(s) - 1:
        return single
    link = s.match(a.end, "range")
    if link is None or (link.meaning == "and" and not _opens_between(s, i, ending, both=True)):
        return single
    b = _amount(s, link.end, lexicon) if link.end < len(s) else None
    if b is None or b.vague or (a.words != b.words and s.words[a.end] in DASHES):
        return single  # "passed one million — 1,000,340, to be exact"
    changed = changes(s, i) and link.meaning == "to" and s.words[a.end] not in DASHES
    if changed and (_opens_between(s, i, ending) or b.value > SPREAD * a.value):
        return single
    low, high = a.value, b.value
    if b.scaled > 1 and a.scaled == 1 and low < 1000 and low * b.scaled <= high:
        low *= b.scaled
    if b.scaled == 1 and _shares_thousands(low, high):
        low *= 1000
    if b.words and a.words and low < 10 and high >= 100 and _hundreds(s, b):
        low *= 100
    if not low < high or (s.words[a.end] in DASHES and s.match(b.end, "scope") and a.words):
        return single
    whole = low == low.to_integral_value() and high == high.to_integral_value()
    quantity = Quantity(int(low), int(high)) if whole and high < 10**LONGEST else None
    return NumberPhrase(i, i, b.end, quantity, words=a.words, rules=("number.range",))


def _shares_thousands(low: Decimal, high: Decimal) -> bool:
    """Whether the thousands of the upper end are the lower one's too: "70 or 80,000"."""
    return low < 1000 <= high and high % 1000 == 0 and low * 1000 < high <= 3000 * low


def _hundreds(s: Sentence, b: _Amount) -> bool:
    """Whether a number in words ends with "hundred", so that a range's lower end shares it."""
    m = s.match(b.end - 1, "scale")
    return m is not None and int(m.meaning) == 100


def _phrase(s: Sentence, i: int, a: _Amount) -> NumberPhrase:
    whole = a.value < TOO_LONG and a.value == a.value.to_integral_value()
    quantity = None
    if whole:
        value = int(a.value)
        quantity = Quantity(value, None, hedge="vague") if a.vague else Quantity.exactly(value)
        if a.low is not None:
            quantity = Quantity(int(a.low), value)
    if a.about and quantity is not None:
        quantity = replace(quantity, hedge="about")
    kind = "vague" if a.vague else "words" if a.words else "digits"
    weak = a.words and a.value == 1 and a.end == i + 1
    return NumberPhrase(i, i, a.end, quantity, words=a.words, weak=weak, rules=(f"number.{kind}",))


def _opens_between(
    s: Sentence, i: int, ending: dict[int, list[tuple[int, str, str]]], *, both: bool = False
) -> bool:
    """Whether "from" or "between" stands before a number; ``both`` wants "between"."""
    words = (str(meaning) for _, kind, meaning in ending.get(i, ()) if kind == "between")
    return any(word == "between" or not both for word in words)


def _with_lead(
    s: Sentence, phrase: NumberPhrase, ending: dict[int, list[tuple[int, str, str]]]
) -> NumberPhrase:
    """Take in the bounds and hedges that stand directly before the number."""
    k, bound, hedge = phrase.first, None, None
    if k > 0 and s.words[k - 1] == "+":
        phrase = _changed(phrase, phrase.lead, phrase.quantity, phrase.rules, signed=True)
    while k > 0:
        found = ending.get(k)
        if found:
            start, kind, meaning = found[0]
            summed = meaning == "at_most" and s.match(start - 1, "summing")
            if kind == "bound" and bound is None and not summed:  # "they add up to 9,660"
                bound = (meaning, start)
            elif kind == "hedge" and hedge is None:
                hedge = meaning
            k = start
        elif k > 1 and ending.get(k - 1) and _between_hedge_and_number(s, k - 1, ending):
            k -= 1
        else:
            break
    if phrase.quantity is None or k == phrase.first:
        return phrase if k == phrase.first else replace(phrase, lead=k)
    quantity, rules = _bounded(s, phrase.quantity, phrase, bound, hedge)
    return _changed(phrase, k, quantity, rules, signed=phrase.signed)


def _changed(
    n: NumberPhrase, lead: int, quantity: Quantity | None, rules: tuple[str, ...], *, signed: bool
) -> NumberPhrase:
    """A number with other hedges; ``dataclasses.replace`` takes three times as long."""
    return NumberPhrase(lead, n.first, n.last, quantity, n.tail, n.words, signed, n.weak, rules)


def _between_hedge_and_number(
    s: Sentence, k: int, ending: dict[int, list[tuple[int, str, str]]]
) -> bool:
    """A mark, or a preposition behind a hedge: "grew approximately by 1,200"."""
    hedged = any(kind == "hedge" for _, kind, _ in ending.get(k, ()))
    if hedged and s.match(k, "copula") and len(s.words[k]) > LONGEST_PREPOSITION:
        return True  # "the losses roughly amount to 412,400"
    mark = s.words[k] in "/(~≈" or s.words[k] in QUOTES
    return mark or (hedged and s.match(k, "preposition") is not None)


def _bounded(
    s: Sentence, q: Quantity, phrase: NumberPhrase, bound: tuple[str, int] | None, hedge: str | None
) -> tuple[Quantity, tuple[str, ...]]:
    rules = phrase.rules
    kept = q.hedge
    if hedge == "just_over":
        bound, hedge = bound or ("more", phrase.first), "about"
    if hedge:
        kept, rules = hedge, (*rules, f"hedge.{hedge}")
    if bound is None or q.value is None:
        return replace(q, hedge=kept), rules
    meaning, at = bound
    if meaning == "at_most" and (rises_to(s, at) or has_risen(s, at, phrase.last)):
        return replace(q, hedge=kept), rules
    return _bound(q.value, meaning, kept), (*rules, f"bound.{meaning}")


def _bound(value: int, meaning: str, hedge: str | None) -> Quantity:
    if meaning in ("more", "at_least"):
        return Quantity(value, None, meaning == "more", hedge)
    return Quantity(None, value, meaning == "fewer", hedge)


def _counts(s: Sentence, k: int) -> bool:
    """Whether a thing counted stands at a token or behind an adjective at it."""
    return s.has("metric", k, min(k + 3, len(s)))


def _with_tail(s: Sentence, phrase: NumberPhrase) -> NumberPhrase:
    """Take in a bound or hedge that follows: "1,200 or more", "20,000+"."""
    ending = s.match(phrase.last, "case_ending")
    if ending is not None and s.glued(phrase.last) and _counts(s, ending.end):
        return replace(phrase, tail=ending.end)  # "52-ма безпілотниками"
    after = s.match(phrase.last, "bound_after") or s.match(phrase.last, "hedge_after")
    q = phrase.quantity
    if after is None or q is None or q.value is None:
        return phrase
    if s.words[after.start] == "+" and not s.glued(after.start):
        return phrase
    if after.kind == "hedge_after":
        return replace(phrase, tail=after.end, quantity=replace(q, hedge=str(after.meaning)))
    n, bounded = phrase, _bound(q.value, str(after.meaning), q.hedge)
    return NumberPhrase(
        n.lead, n.first, n.last, bounded, after.end, n.words, n.signed, n.weak, n.rules
    )
