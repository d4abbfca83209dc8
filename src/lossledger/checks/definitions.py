"""What "losses" means: a total of losses given as killed, a floor given as a total."""

from dataclasses import replace
from datetime import date

from lossledger import vocabulary
from lossledger.checks.amounts import equals, rounds, said_as
from lossledger.checks.answers import Answer
from lossledger.checks.inside import range_collapsed
from lossledger.checks.questions import DAILY, SPAN
from lossledger.checks.said import LOST
from lossledger.checks.story import ACTS, CARRIED, Case
from lossledger.checks.tables import Definition
from lossledger.checks.wording import by, label, listed, scope_words, source_name
from lossledger.model import Claim, Expected, Finding
from lossledger.period import DAY
from lossledger.series import Series, day_words

CASUALTIES = frozenset({"killed", "wounded"})
CARRIED_SPEAKER = "speaker.carried"
"""The rule of the reader for a speaker who stands in another sentence."""
FLOORS = frozenset({"named_floor", "visual_floor"})
"""Evidence that shows the cases that it counts, and no others."""
NEAR = 0.05
"""A figure this close to a total of losses is taken for that total with another noun."""


def definition_shift(case: Case) -> Finding | None:
    """A figure said to be killed, wounded, missing or captured is the claimant's figure for
    losses, which its definition does not say to be that. The definition is quoted. Unlike
    kinds of loss are compared only as inequalities: killed cannot exceed losses."""
    series = _shifted_series(case)
    if series is None:
        return None
    found = case.ask(series)
    near = [a for a in (*_ranked(case, found), *case.neighbours) if _near(case, a)]
    if near:
        return _shift(case, near[0])
    if case.speaks_for and found and range_collapsed(case) is None:
        return _inequality(case, found)
    return None


def _shifted_series(case: Case) -> Series | None:
    """The series of a wider or unstated scope that the figure may have been taken from."""
    scope = case.claim.scope
    if not scope or vocabulary.metrics()[case.claim.metric].kind != "person":
        return None
    carried = CARRIED & set(case.claim.rules) and not case.story.said.scope_before(case.claim)
    if carried and not _of_a_whole_so_said(case):
        return None  # "the total was": its noun is that of another figure, which is judged
    own = (case.series,) if case.series is not None else case.foreign
    for series in own:
        if not _fits(frozenset(scope), _scope(case, series)):
            return series
    return None


def _of_a_whole_so_said(case: Case) -> bool:
    """Whether the figure is a part of another one that says its kind of loss itself: "killed
    812,670, of them 1,580 in the past day"."""
    wholes = [
        other.claim
        for other in case.story.cases
        if other.claim.sentence == case.claim.sentence
        and case.claim in case.story.related("part_of", target=other.claim)
    ]
    return any(w.scope == case.claim.scope and not CARRIED & set(w.rules) for w in wholes)


def _fits(said: frozenset[str], counted: tuple[str, ...] | None) -> bool:
    """Whether a kind of loss as said may stand for what the source counts."""
    return said == frozenset(counted or CASUALTIES) or said >= CASUALTIES


def _definition(case: Case, series: Series, day: date | None) -> Definition | None:
    asked, held = case.story.tables.definitions, series.days[-1] if series.days else None
    on = day or case.asked.end or case.asked.today or held
    return asked(series.claimant, series.metric, on) if asked is not None and on else None


def _scope(case: Case, series: Series) -> tuple[str, ...] | None:
    definition = _definition(case, series, None)
    return series.scope or (definition.scope if definition else None)


def _ranked(case: Case, found: tuple[Answer, ...]) -> list[Answer]:
    """The answers, those that equal the figure or that it rounds first."""
    said = case.quantity
    return sorted(found, key=lambda a: (not equals(said, a.value), not rounds(said, a.value)))


def _near(case: Case, answer: Answer) -> bool:
    """Whether the figure is the claimant's, the figure of no one else being held to be it."""
    if equals(case.quantity, answer.value):
        return case.speaks_for or answer.value >= (100 if case.series else 1000)
    if answer.series is not case.series:
        return False
    said = max(case.quantity.figures)
    close = abs(said - answer.value) <= NEAR * answer.value and answer.value >= 100
    return rounds(case.quantity, answer.value) or (case.speaks_for and close)


def _shift(case: Case, answer: Answer) -> Finding:
    said, scope = said_as(case.quantity), scope_words(case.claim.scope)
    close = "" if equals(case.quantity, answer.value) else f"close to {answer.value:,}, "
    what = answer.described if answer.kind == SPAN else answer.says
    covers = f" and covers {day_words(answer.day - DAY)}" if answer.kind == DAILY else ""
    message = (
        f"{said} {scope} is {close}{what} ({by(answer.series)}), which is given as losses"
        f"{covers}. {_quoted(case, answer)}"
    )
    return case.finding(
        "definition_shift",
        "definition_mismatch",
        message,
        answer,
        cause="definition_shift",
        expected=[answer],
    )


def _quoted(case: Case, answer: Answer) -> str:
    """The definition in use on the day of the report, in the words of the source's table."""
    definition = _definition(case, answer.series, answer.day)
    if definition is None:
        return f"No definition of {source_name(answer.series.claimant)} for this is on record."
    counted = scope_words(definition.scope)
    return (
        f'Definition used ({by(answer.series)}, {day_words(answer.day)}): "{definition.words}"; '
        f"it counts {counted}. {definition.evidence}"
    )


def _inequality(case: Case, found: tuple[Answer, ...]) -> Finding:
    said, scope = said_as(case.quantity), scope_words(case.claim.scope)
    low = case.quantity.low if case.quantity.low is not None else 0
    values = listed([a.figure for a in found])
    if low > max(a.value for a in found):
        message = f"{said} {scope} cannot be: all losses that the reports give are {values}."
        return case.finding("definition_shift", "contradicted", message, expected=found)
    message = (
        f"The ledger holds losses of {by(found[0].series)}, not {scope} apart; {said} does not "
        f"exceed the losses given: {values}."
    )
    return case.finding("definition_shift", "not_in_ledger", message, *found)


def floor_as_total(case: Case) -> Finding | None:
    """A count of cases that could be shown or named is a floor: at least so many. Here it stands
    as all that were lost, without a word that these are the cases established."""
    said, source = case.quantity.value, vocabulary.sources().get(case.claim.claimant or "")
    if said is None or case.quantity.hedge is not None or source is None or source.party:
        return None
    if CARRIED_SPEAKER in case.claim.rules and _is_published(case, said):
        return None
    floor = next((o for o in case.story.others(case.claim) if _is_floor_of(o, said)), None)
    if floor is not None and (_as_total(case) or not case.story.said.recorded(case.claim)):
        why = f'the text gives it as {said_as(floor.quantity)} elsewhere ("{floor.quote}")'
    elif source.evidence in FLOORS and (_as_total(case) or _is_established_elsewhere(case)):
        why = "here it stands for all that were lost"
    else:
        return None
    message = f"{said:,} is a floor; {why}. {source.name} counts only what it could establish."
    found = case.finding("floor_as_total", "definition_mismatch", message, cause="floor_as_total")
    right = Expected(said, None, "as a floor")
    return replace(found, expected=(right,), suggestion=_at_least(case, said, source.name))


def _is_published(case: Case, said: int) -> bool:
    """Whether the figure is one that a party to the war publishes, whoever spoke before."""
    return any(
        said in case.story.values(case.asked, series) or case.story.open_questions_for(said, series)
        for series in case.foreign
    )


def _is_floor_of(other: Claim, said: int) -> bool:
    return other.quantity.low == said and other.quantity.high is None


def _is_established_elsewhere(case: Case) -> bool:
    """Whether the text gives the figure as that of cases established elsewhere, and here as that
    of all who were killed."""
    said, claim = case.story.said, case.claim
    if said.recorded(claim) or not any(
        w.kind == "frame" and w.meaning in LOST for w in said.words(claim)
    ):
        return False
    return any(
        other.quantity == claim.quantity and said.recorded(other) and other.span < claim.span
        for other in case.story.others(claim)
    )


def _as_total(case: Case) -> bool:
    """Whether the words say that so many were lost, or are the total."""
    said = case.story.said
    if said.in_all(case.claim) or case.claim.stance == "derived":
        return True
    return bool(ACTS & set(case.claim.rules)) and not said.recorded(case.claim)


def _at_least(case: Case, said: int, name: str) -> str:
    """The sentence that a careful writer would put for a floor."""
    kind = f" {scope_words(case.claim.scope)}" if case.claim.scope else ""
    whose = f"{label(case.party)}'s losses" if case.party else "Losses"
    what = f"{whose} of {label(case.claim.metric)}"
    return f"{what} were at least {said:,}{kind} ({name}; only what it could establish)."
