"""What does not fit inside the text itself, whatever the reports say."""

from collections.abc import Iterator

from lossledger import vocabulary
from lossledger.checks.amounts import bounded, said_as
from lossledger.checks.story import Case
from lossledger.checks.wording import as_given, scope_words
from lossledger.model import Claim, Expected, Finding
from lossledger.quantity import Quantity

CARRIERS = frozenset({"outlet", "agency"})
"""Kinds of sources that pass on what others say."""
OPENING, CLOSING = "“«„", "”»"
TELLING = 1000
"""A smaller figure is one end of somebody's range by chance."""
MANY = 2
"""So many figures at least make a sum."""
MOST = 0.75
"""A list of parts that adds up to this share of the whole is taken to be the whole list."""


def bound_flipped(case: Case) -> Finding | None:
    """The same figure is a lower bound in one place of the text and an upper bound in another.
    The words inside a quotation, else those that come later in the text, are the source's; one
    that is told again in the same paragraph departs from the first."""
    side = _side(case.quantity)
    if side is None:
        return None
    for other in (*case.story.others(case.claim), *_passed_on(case)):
        if _side(other.quantity) not in (None, side) and _same_figure(case.claim, other):
            if not _departs(case, other):
                continue
            message = (
                f'"{said_as(case.quantity)}" here, "{said_as(other.quantity)}" elsewhere in the '
                f"text: the bound is turned round. The source's words are "
                f'"{said_as(other.quantity)}".'
            )
            return _inside(case, "bound_flipped", "contradicted", message, other.quantity)
    return None


def _passed_on(case: Case) -> Iterator[Claim]:
    """The same subject's figures where an outlet or an agency is read as the speaker of one of
    the two, and not whoever it quotes."""
    mine = case.claim
    for other in (c.claim for c in case.story.cases):
        same = (other.metric, other.party, other.scope) == (mine.metric, mine.party, mine.scope)
        if same and other.claimant != mine.claimant and (_carries(other) or _carries(mine)):
            yield other


def _of_the_same_people(case: Case) -> Iterator[Claim]:
    """The same subject's figures of others before it, where one point of a range so long is no
    chance: whoever says it next has it from there."""
    if (case.quantity.value or 0) >= TELLING:
        for other in (c.claim for c in case.story.cases):
            same = (other.metric, other.party, other.scope) == (
                case.claim.metric, case.claim.party, case.claim.scope,
            )  # fmt: skip
            if same and other.claimant != case.claim.claimant and other.span < case.claim.span:
                yield other


def _carries(claim: Claim) -> bool:
    source = vocabulary.sources().get(claim.claimant or "")
    return claim.claimant is None or (source is not None and source.kind in CARRIERS)


def _side(quantity: Quantity) -> str | None:
    if not bounded(quantity) or (quantity.low is not None and quantity.high is not None):
        return None
    return "low" if quantity.high is None else "high"


def _same_figure(one: Claim, other: Claim) -> bool:
    first, second = one.period, other.period
    same_days = (first.start, first.end) == (second.start, second.end)
    same_days = same_days or None in (first.start, second.start)
    return one.quantity.figures == other.quantity.figures and same_days


def _departs(case: Case, other: Claim) -> bool:
    """Whether it is this claim, and not the other, that departs from the source's words."""
    mine, theirs = _quoted(case, case.claim), _quoted(case, other)
    if mine != theirs:
        return theirs
    first, second = sorted((case.claim.span, other.span))
    again = "\n" not in case.story.reading.document.text[first.end : second.start]
    return (case.claim.span < other.span) is not again


def _quoted(case: Case, claim: Claim) -> bool:
    """Whether the number stands inside a quotation."""
    document = case.story.reading.document
    if any(
        b.kind == "quote" and b.span.start <= claim.span.start < b.span.end for b in document.blocks
    ):
        return True
    before = document.text[: claim.span.start].rsplit("\n", 1)[-1]
    depth = sum(before.count(c) for c in OPENING) - sum(before.count(c) for c in CLOSING)
    return depth > 0 or before.count('"') % 2 == 1


def range_collapsed(case: Case) -> Finding | None:
    """The text gives a range in one place and one end, or the middle, of it in another as if
    it were the figure."""
    said = case.quantity.value
    if said is None:
        return None
    for other in (*case.story.others(case.claim), *_of_the_same_people(case)):
        low, high = other.quantity.low, other.quantity.high
        if low is None or high is None or low == high:
            continue
        if said in (low, high) or 2 * said == low + high:
            message = (
                f"{said:,} is one point of a range: elsewhere the text gives "
                f"{said_as(other.quantity)}."
            )
            return _inside(case, "range_collapsed", "contradicted", message, other.quantity)
    return None


def parts_do_not_sum(case: Case) -> Finding | None:
    """The parts that the text gives do not add up to the whole that it gives."""
    for whole in (case.claim, *_repeated(case), *_summed_before(case)):
        parts = _parts(case, whole)
        figures = [_figure(p.quantity) for p in parts]
        if (
            not parts
            or _another_version(case, figures)
            or not _contradict(case, case.quantity, parts, figures)
        ):
            continue
        added = " + ".join(f"{n:,}" for n in figures)
        total = sum(figures)
        message = f"The parts add up to {total:,}, not {_figure(case.quantity):,}."
        found = _inside(case, "parts_do_not_sum", "arithmetic_error", message, None)
        return Finding(
            check=found.check,
            claim=found.claim,
            verdict=found.verdict,
            cause=found.cause,
            message=message,
            arithmetic=f"{added} = {total:,}",
            expected=(Expected(total, total, "the sum of the parts in the text"),),
            suggestion=as_given(case.claim, f"{total:,} ({added})"),
        )
    return None


def adds_up(case: Case) -> Finding | None:
    """The ledger has no series to compare with, and the figure is the sum of the things that the
    text tells before it."""
    metric = vocabulary.metrics().get(case.claim.metric)
    together = case.series is None and metric is not None and metric.whole_of is not None
    parts = _things(case, case.claim) if together else []
    figures = [_figure(p.quantity) for p in parts]
    if len(figures) < MANY or sum(figures) != case.quantity.value:
        return None
    added = " + ".join(f"{n:,}" for n in figures)
    message = f"{case.quantity.value:,} is the sum of the figures that the text gives: {added}."
    return case.finding("adds_up", "consistent", message, arithmetic=added)


def _another_version(case: Case, figures: list[int]) -> bool:
    """Whether a single part is as large as the whole: the same thing, counted in another way."""
    said = _figure(case.quantity)
    return len(figures) == 1 and abs(figures[0] - said) <= 0.02 * said


def _repeated(case: Case) -> list[Claim]:
    """The same figure on the same subject elsewhere in the text."""
    return [o for o in case.story.others(case.claim) if o.quantity == case.quantity]


def _summed_before(case: Case) -> list[Claim]:
    """Other wholes on the same subject and days, whose parts a sum behind them adds up as well."""
    if not case.story.said.sums(case.claim) or _parts(case, case.claim):
        return []
    return [
        other
        for other in case.story.others(case.claim)
        if other.period == case.claim.period
        and all(p.span < case.claim.span for p in _parts(case, other))
    ]


def _parts(case: Case, whole: Claim) -> list[Claim]:
    """The parts of a whole that count the same thing, each once, or the things it is made of."""
    metric = vocabulary.metrics().get(whole.metric)
    if metric is not None and metric.whole_of is not None:
        return _things(case, whole)
    again = case.story.said_again
    return [
        part
        for part in case.story.related("part_of", target=whole)
        if part.metric == whole.metric
        and part.scope == whole.scope
        and part.party == whole.party
        and part.id not in again
    ]


def _things(case: Case, whole: Claim) -> list[Claim]:
    """The list of things behind a figure of pieces of equipment: "Of these, 279 tanks and ..."."""
    text, metrics = case.story.reading.document.text, vocabulary.metrics()
    kind_of_things = metrics[whole.metric].whole_of
    ahead = _things_ahead(case, whole)
    if ahead:
        return ahead
    found: list[Claim] = []
    for other in (c.claim for c in case.story.cases):
        if other.span <= whole.span or other.party != whole.party:
            continue
        kind = other.metric in metrics and metrics[other.metric].kind == kind_of_things
        again = any(other.metric == f.metric for f in found)
        if not kind or again or other.metric == whole.metric:
            break
        if found and other.sentence != found[0].sentence:
            break
        found.append(other)
    if not found:
        return []
    between = text[whole.span.end : found[0].span.start]
    opens = ":" in between or any(w.kind in ("part", "anaphor") and w.start < found[0].span.start
                                  for w in case.story.said.words(found[0]))  # fmt: skip
    return found if opens and "\n\n" not in between else []


def _things_ahead(case: Case, whole: Claim) -> list[Claim]:
    """The things told right before a figure that takes them together: "11,783 tanks and 24,218
    vehicles. Together that is 36,001 pieces"."""
    if not case.story.said.sums(whole):
        return []
    metrics, text = vocabulary.metrics(), case.story.reading.document.text
    kind = metrics[whole.metric].whole_of
    found: list[Claim] = []
    for other in reversed([c.claim for c in case.story.cases if c.claim.span < whole.span]):
        same = other.party == whole.party and other.metric in metrics
        apart = found and other.sentence != found[0].sentence
        if not same or metrics[other.metric].kind != kind or apart or other.metric == whole.metric:
            break
        if any(other.metric == f.metric for f in found):
            break
        found.insert(0, other)
    near = found and "\n\n" not in text[found[-1].span.end : whole.span.start]
    return found if near and len(found) > 1 else []


def _contradict(case: Case, whole: Quantity, parts: list[Claim], figures: list[int]) -> bool:
    """Whether the parts exceed the whole, or are all of it and fall short."""
    total, said = sum(figures), _figure(whole)
    if _side(whole) == "low" and total >= said:
        return False
    if whole.hedge is not None and abs(total - said) <= 0.05 * said:
        return False
    if _closes(case, parts) and whole.high is not None:
        return total != said
    if total > said:
        return not any(_side(p.quantity) == "high" for p in parts) or _side(whole) == "high"
    exact = all(p.quantity.value is not None and p.quantity.hedge is None for p in parts)
    complete = len(parts) >= 4 and total >= MOST * said and whole.value is not None
    return total < said and exact and complete and not any(_each(case, p) for p in parts)


def _closes(case: Case, parts: list[Claim]) -> bool:
    """Whether the text gives the whole behind the list, as its sum: "in all that makes 1,650"."""
    said, behind = case.story.said, all(part.span < case.claim.span for part in parts)
    long = len(parts) >= 3 and said.total(case.claim)
    return behind and (long or said.sums(case.claim))


def _each(case: Case, part: Claim) -> bool:
    """Whether the text says the figure of each of several places ("three each")."""
    text, words = case.story.reading.document.text, case.story.said.lexicon
    before = text[: part.span.start].split()[-1:]
    after = text[part.span.end :].split()[:2]
    return any(words.meaning("each", w.strip(".,;:").lower()) for w in (*before, *after))


def _figure(quantity: Quantity) -> int:
    return max(quantity.figures)


def _inside(case: Case, cause: str, verdict: str, message: str, right: Quantity | None) -> Finding:
    expected = (Expected(right.low, right.high, "as the text says elsewhere"),) if right else ()
    kind = f" {scope_words(case.claim.scope)}" if case.claim.scope else ""
    return Finding(
        check=cause,
        claim=case.claim,
        verdict=verdict,
        message=message,
        cause=cause,
        expected=expected,
        suggestion=as_given(case.claim, f"{said_as(right)}{kind}") if right else None,
    )
