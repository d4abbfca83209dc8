"""What a text leaves open beside a figure: its days, its side, or who gives it.

The reader then assumes them from the sentences around. Where its assumption does not fit what was
published and another one that the words leave open fits it exactly, the text is read that way: a
figure is called off only for what the text says, not for what it was assumed to say.
"""

from collections.abc import Iterator

from lossledger import vocabulary
from lossledger.checks.answers import Answer
from lossledger.checks.questions import DAILY, TOTAL, Question
from lossledger.checks.story import Case
from lossledger.checks.wording import by, label, source_name
from lossledger.model import Finding
from lossledger.series import Series

TELLING = 100
"""A smaller total or loss of a span is found in some report or other by chance."""
TELLING_DAY = 10
"""The same for the figure of a day, of which there is just one to fit."""
SIDE = frozenset(
    f"party.{rule}"
    for rule in ("speaker", "carried", "topic", "place", "intro", "text", "whole", "enemy")
)
"""Rules of the reader by which a side is assumed from elsewhere than the figure's own words."""
SPEAKER = frozenset({"speaker.carried", "speaker.none", "speaker.account", "speaker.sole"})
"""The same for who speaks."""


def assumed(case: Case) -> Finding | None:
    """The figure is not what was published for the days, the side or the speaker that were
    assumed for it, and is exactly what was published for others that its sentence leaves open:
    the total of the story's own report, the past day's figure, a span that the story speaks of,
    the other side's figure, or that of the source that the story quotes."""
    if case.quantity.value is None or any(a.value == case.quantity.value for a in case.answers):
        return None
    for answer in _open_answers(case):
        least = TELLING_DAY if answer.kind == DAILY else TELLING
        if answer.value == case.quantity.value and answer.value >= least:
            message = f"{answer.value:,} is {answer.described}{_left_open(case, answer)}"
            return case.finding("assumed", "reproduced", f"{message}.", answer)
    return None


def _open_answers(case: Case) -> Iterator[Answer]:
    """What the reports answer to every reading that the sentence leaves open, the nearest first."""
    asked = [case.asked]
    if not case.story.says_days(case.claim):
        asked += _other_days(case)
    for series in _open_series(case):
        for one in asked:
            yield from case.ask(series, one)


def _other_days(case: Case) -> list[Question]:
    """The story's own report, the past day, and the days that the story speaks of."""
    day = case.story.day
    found = [Question(TOTAL, None, day, day)] if day is not None else []
    return [*found, *case.story.spoken_of]


def _open_series(case: Case) -> Iterator[Series]:
    """The claimant's own series; that of another side or speaker where these are assumed."""
    rules = set(case.claim.rules)
    claimant = case.claim.claimant
    unknown = claimant is not None and claimant not in vocabulary.sources()
    parties = [case.party]
    if rules & SIDE and case.claim.party is not None:
        parties.append(vocabulary.opponent(case.party))
    for party in parties:
        held = case.story.known.series(case.claim.metric, party) if party else ()
        for series in held:
            fits = series.claimant == claimant or series is case.series
            if fits or unknown or (rules & SPEAKER and _quoted(case, series)):
                yield series


def _quoted(case: Case, series: Series) -> bool:
    """Whether the story names whose series this is as the speaker of another figure."""
    return any(other.claim.claimant == series.claimant for other in case.story.cases)


def _named(case: Case) -> str:
    """Who is named in the place of the source, if anybody that the tables know."""
    claimant = case.claim.claimant
    if claimant is None:
        return ""
    known = claimant in vocabulary.sources()
    return (
        f" (the text names {source_name(claimant)}{'' if known else ', who is not in the tables'})"
    )


def _left_open(case: Case, answer: Answer) -> str:
    """What the sentence does not say, where another reading of it was taken."""
    said = []
    if answer.series.party != case.claim.party:
        said.append(f"whose losses they are ({label(answer.series.party)}'s by the reports)")
    if answer.series.claimant != case.claim.claimant:
        said.append(f"that it is from {by(answer.series)}{_named(case)}")
    if answer not in case.ask(answer.series):
        said.append("for which days it is")
    return f"; the sentence does not say {' and '.join(said)}" if said else ""
