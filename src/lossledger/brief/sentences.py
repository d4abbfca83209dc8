"""The sentences that a reporter can paste, and those that say what a figure does not say."""

from collections.abc import Iterator, Sequence

from lossledger import vocabulary
from lossledger.brief.kit import Line, Meaning, Month
from lossledger.brief.words import (
    Text,
    claimant_name,
    counted,
    days_words,
    figure,
    listed,
    long_day,
    party_words,
    plain,
    short_day,
    source_name,
    total,
    written,
)
from lossledger.charts import claimant_words
from lossledger.model import SCOPES
from lossledger.period import DAY
from lossledger.series import Report, Series

UNVERIFIED = "These figures could not be independently verified."


def headline(lead: Series, report: Report) -> str:
    """Whose loss of what, how many, according to whom."""
    lost = plain(counted(total(report), report.value, lead.metric))
    who = claimant_words(lead.claimant)
    return f"{party_words(lead.party)} has lost {lost}, according to {who}"


def paragraph(
    lead: Series, main: Sequence[Line], month: Month, definitions: Sequence[Meaning]
) -> Text:
    """The ready paragraph: the day with its claimant, the month with its baseline, the limits."""
    first, others = main[0], main[1:]
    parts = [
        _opening(lead, first),
        _mismatch(first),
        _day_of_others(lead, others),
        _totals_of_others(lead, others),
        _month_so_far(month),
        _counted_kinds(lead, definitions),
        written(UNVERIFIED),
    ]
    said = [part for part in parts if part]
    return written(*(p for n, part in enumerate(said) for p in (" " if n else "", part)))


def notes(line: Line) -> Iterator[str]:
    """What a reader of one category has to know."""
    report = line.report
    if line.differs and report.change is not None:
        yield (
            f"the stated increment is {report.stated_increment:+,}, but the total changed by "
            f"{report.change:+,} against the report of {long_day(report.date - DAY)}"
        )
    elif report.change is not None and report.change < 0:
        yield f"the total is lower than in the report of {long_day(report.date - DAY)}"
    if report.change is None:
        yield f"no report of {long_day(report.date - DAY)} to compare with"
    if report.disagreement:
        yield "the ledger holds other figures for this day, too"
    if report.parts:
        yield "the total is a sum made by us of categories that the source gave apart"


def limits(lead: Series, lines: Sequence[Line], definitions: Sequence[Meaning]) -> Iterator[str]:
    """What the figures do not say, each in one sentence."""
    claimant, party = claimant_words(lead.claimant), party_words(lead.party)
    yield (
        f"They are what {claimant} reported. This brief says that they were published, "
        "not that they are true."
    )
    if any(vocabulary.metrics()[line.metric].kind == "person" for line in lines):
        yield _scope_limit(_scope(lead, definitions))
    day = lines[0].report.date
    yield (
        f"The report of {long_day(day)} covers losses up to {long_day(day - DAY)}. The day of a "
        "report is not the day on which a loss happened, which the report does not give."
    )
    source, others = vocabulary.sources().get(lead.claimant), vocabulary.opponents(lead.party)
    if source and source.party is not None and source.party != lead.party:
        yield f"The claimant is a party to the war and reports on its opponent, {party}."
    if others:
        yield f"They say nothing about losses of {' or '.join(map(party_words, others))}."
    yield from _relayed(lead.claimant, lines)


def _opening(lead: Series, line: Line) -> Text:
    report = line.report
    start = lead.start
    scope = f" ({' and '.join(lead.scope)})" if lead.scope else ""
    since = f" since {long_day(start)}" if start else ""
    return written(
        f"{claimant_name(lead.claimant)} reported on {long_day(report.date)} that ",
        f"{party_words(lead.party)} had lost ",
        counted(total(report), report.value, lead.metric),
        f"{scope}{since}",
        _past_day(line),
        ".",
    )


def _past_day(line: Line) -> Text:
    """The day's part of a total: the stated increment, else the change against the day before."""
    report = line.report
    loss_day = short_day(report.date - DAY)
    if report.stated_increment is not None and report.increment_claim is not None:
        number = figure(report.stated_increment, [report.increment_claim])
        many = written(number) if report.stated_increment else written("none")
        return written(", ", many, f" of them in the past day ({loss_day})")
    if report.change is None:
        return ()
    if report.change == 0:
        return written(", the same as in its report of the day before")
    more = "more" if report.change > 0 else "fewer"
    number = figure(abs(report.change), line.change_claims)
    tail = f" (losses of {loss_day})" if report.change > 0 else ""
    return written(", ", number, f" {more} than in its report of the day before{tail}")


def _mismatch(line: Line) -> Text:
    if not line.differs or line.before is None or line.report.change is None:
        return ()
    return written(
        "Against its report of the day before (",
        total(line.before),
        "), however, the total ",
        _moved(line.report.change, line.change_claims),
        ".",
    )


def _moved(change: int, claims: Sequence[str]) -> Text:
    """What a total did: rose by 7, fell by 83, did not change."""
    if change == 0:
        return written("did not change")
    return written("rose by " if change > 0 else "fell by ", figure(abs(change), claims))


def _day_of_others(lead: Series, lines: Sequence[Line]) -> Text:
    """The day's figures of further categories: stated ones, or else what the totals rose by."""
    stated = [
        counted(written(figure(n, [claim])), n, line.metric)
        for line in lines
        if (n := line.report.stated_increment) and (claim := line.report.increment_claim)
    ]
    if stated:
        lost = f"In the past day, it reported, {party_words(lead.party)} also lost "
        return written(lost, listed(stated), ".")
    risen = [
        counted(written(figure(n, line.change_claims)), n, line.metric)
        for line in lines
        if (n := line.report.change) and n > 0
    ]
    lost = f"In the past day, by the change in its totals, {party_words(lead.party)} also lost "
    return written(lost, listed(risen), ".") if risen else ()


def _totals_of_others(lead: Series, lines: Sequence[Line]) -> Text:
    if not lines:
        return ()
    totals = [counted(total(line.report), line.report.value, line.metric) for line in lines]
    start = lead.start
    since = f"Since {long_day(start)}, by its totals," if start else "By its totals"
    return written(f"{since} {party_words(lead.party)} had lost ", listed(totals), ".")


def _month_so_far(month: Month) -> Text:
    """The month to date by loss day, with the report that it is counted from."""
    loss = month.loss_day
    if loss is None or loss.baseline is None or loss.baseline.date >= loss.last.date - DAY:
        return ()
    baseline = counted(total(loss.baseline), loss.baseline.value, month.metric)
    opening = written(
        f"Its report of {short_day(loss.baseline.date)} gave a total of ", baseline, ", "
    )
    if loss.value < 0:
        return written(opening, "since when it ", _moved(loss.value, loss.claims), ".")
    lost = counted(written(figure(loss.value, loss.claims)), loss.value, month.metric)
    days = days_words(loss.loss_days)
    return written(opening, "meaning a reported loss of ", lost, f" from {days}.")


def _counted_kinds(lead: Series, definitions: Sequence[Meaning]) -> Text:
    if vocabulary.metrics()[lead.metric].kind != "person":
        return ()
    scope = _scope(lead, definitions)
    if scope:
        return written(f"By its own definition the figure counts {' and '.join(scope)}.")
    kinds = f"{', '.join(SCOPES[:-1])} or {SCOPES[-1]}"
    return written(f"The report does not state how many were {kinds}.")


def _scope(lead: Series, definitions: Sequence[Meaning]) -> tuple[str, ...] | None:
    """What persons are counted: as said with the figures, else by the source's definition."""
    meant = next((d.scope for d in definitions if d.metric == lead.metric), None)
    return lead.scope or meant


def _scope_limit(scope: tuple[str, ...] | None) -> str:
    if scope is None:
        return (
            "They do not say how many persons were killed, wounded, missing or captured; "
            "“losses” is not a number of dead."
        )
    if len(scope) > 1:
        return (
            f"They count {' and '.join(scope)} together and do not say how many belong to each; "
            "“losses” is not a number of dead."
        )
    return f"Of persons they count {scope[0]} only."


def _relayed(claimant: str, lines: Sequence[Line]) -> Iterator[str]:
    via = {line.report.via for line in lines} - {claimant, None}
    names = sorted(source_name(v) for v in via)
    if names:
        yield (
            f"They are held here as passed on by {' and '.join(names)}, not from a post of "
            "the claimant itself; a relay may differ from what it relays."
        )
