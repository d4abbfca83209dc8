"""The sections and tables of a brief, the same for every way of writing it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lossledger import vocabulary
from lossledger.brief import sentences
from lossledger.brief.kit import Brief, Event, MeanOfDays, Month
from lossledger.brief.words import (
    Text,
    days_words,
    figure,
    label,
    long_day,
    party_words,
    report_words,
    sentence_case,
    short_day,
    source_name,
    total,
    written,
)
from lossledger.charts import claimant_words
from lossledger.period import DAY
from lossledger.series import PeriodLoss, Report, day_words

NOTHING = written("–")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    words_last: bool = False


def day_table(brief: Brief) -> Table:
    """The figures of the day by category, each with what its reader has to know."""
    loss_day = short_day(brief.day - DAY)
    columns = (
        "Category",
        "Total",
        f"Increment stated, for {loss_day}",
        "Change against the report before",
        "Note",
    )
    rows = []
    for line in brief.lines:
        report = line.report
        stated, claim = report.stated_increment, report.increment_claim
        change = report.change
        rows.append(
            (
                written(sentence_case(label(line.metric))),
                total(report),
                _signed(stated, (claim,)) if stated is not None and claim else NOTHING,
                _signed(change, line.change_claims) if change is not None else NOTHING,
                written("; ".join(sentences.notes(line))),
            )
        )
    return Table(
        f"Losses of {party_words(brief.party)} as reported by {claimant_words(brief.claimant)} "
        f"on {long_day(brief.day)}",
        columns,
        tuple(rows),
        words_last=True,
    )


def absent_sentence(brief: Brief) -> Text:
    """The categories that the day's report gives no figure for, with their last ones."""
    if not brief.absent:
        return ()
    said = [
        written(f"{label(metric)} (last: ", total(report), f" on {long_day(report.date)})")
        for metric, report in brief.absent
    ]
    parts = [p for n, part in enumerate(said) for p in ("; " if n else "", part)]
    return written("No figure of this day is held for: ", *parts, ".")


def month_table(brief: Brief) -> Table:
    """Month to date by category under both conventions."""
    by_loss, by_report = _conventions(brief)
    rows = tuple(
        (
            written(sentence_case(label(month.metric))),
            _difference(month.loss_day),
            _difference(month.report_day),
        )
        for month in brief.months
    )
    return Table("Month to date, under both conventions", ("Category", by_loss, by_report), rows)


def month_arithmetic(brief: Brief) -> tuple[Text, ...]:
    """The arithmetic of the first category, with the days that each convention covers."""
    first = brief.months[0]
    found = [
        written(f"{name}, {_days(loss)}: ", *_arithmetic(loss), ".")
        for name, loss in (("By loss day", first.loss_day), ("By report day", first.report_day))
        if loss is not None
    ]
    return (*found, *(written(sentence_case(reason), ".") for reason in _missing(brief.months)))


def mean_table(brief: Brief) -> Table:
    """The mean daily changes, each with the report that it is counted from."""
    windows = list(dict.fromkeys(mean.window for mean in brief.means))
    columns = ["Category"]
    for window in windows:
        columns += [f"Mean of {window} days", "from the total"]
    rows = []
    for metric, group in groupby(brief.means, key=lambda mean: mean.metric):
        cells = [written(sentence_case(label(metric)))]
        for mean in group:
            cells += _mean(mean)
        rows.append(tuple(cells))
    caption = f"Mean daily change of the totals up to the report of {long_day(brief.day)}"
    return Table(caption, tuple(columns), tuple(rows))


def event_table(events: Sequence[Event]) -> Table:
    """Counts of events with their claimants; nothing of it is a loss of equipment."""
    rows = []
    for event in events:
        claim = event.claim
        metric = vocabulary.metrics().get(claim.metric)
        word = "of" if metric and metric.party == "owner" else "by"
        whose = f"{word} {party_words(claim.party)}" if claim.party else "party not stated"
        number = written(figure(str(claim.quantity), (claim.id,)))
        rows.append(
            (
                written(sentence_case(label(claim.metric))),
                number,
                written(whose),
                written(days_words(claim.period)),
                written(source_name(claim.claimant)),
            )
        )
    columns = ("Event", "Reported number", "Whose", "Days", "Claimant")
    return Table("Events reported beside the losses", columns, tuple(rows))


def definition_sentences(brief: Brief) -> Iterator[Text]:
    """What the source meant by each category on that day, and how that is known."""
    for meaning in brief.definitions:
        until = f" to {long_day(meaning.end)}" if meaning.end else " on"
        counts = f"; counts {' and '.join(meaning.scope)}" if meaning.scope else ""
        yield written(
            f"{sentence_case(label(meaning.metric))}, from {long_day(meaning.start)}{until}: "
            f"“{meaning.words}”{counts}. {meaning.evidence}"
        )


def _signed(value: int, claims: Sequence[str]) -> Text:
    return written(figure(f"{value:+,}" if value else "0", claims))


def _conventions(brief: Brief) -> tuple[str, str]:
    """The headings of the two conventions, with the report that each begins from."""
    found = []
    for name, losses in (
        ("By loss day", [m.loss_day for m in brief.months]),
        ("By report day", [m.report_day for m in brief.months]),
    ):
        loss = next((one for one in losses if one is not None), None)
        if loss is None:
            found.append(name)
        elif loss.baseline is None:
            found.append(f"{name}, from the first day of the war")
        else:
            found.append(f"{name}, from the report of {long_day(loss.baseline.date)}")
    return found[0], found[1]


def _difference(loss: PeriodLoss | None) -> Text:
    return NOTHING if loss is None else written(figure(loss.value, loss.claims))


def _arithmetic(loss: PeriodLoss) -> tuple[Text, ...]:
    result = written(figure(loss.value, loss.claims))
    if loss.baseline is None:
        return (written("all that was counted since the first day of the war"),)
    before = report_words(loss.baseline)
    return result, written(" = "), report_words(loss.last), written(" − "), before


def _days(loss: PeriodLoss) -> str:
    return f"the losses of {days_words(loss.loss_days)}"


def _missing(months: Sequence[Month]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for month in months[:1] for reason in month.missing))


def _mean(mean: MeanOfDays) -> list[Text]:
    if mean.value is None or mean.baseline is None:
        return [NOTHING, written("no report of " + long_day(mean.last.date - mean.window * DAY))]
    claims = (*mean.last.claims, *mean.baseline.claims)
    return [written(figure(f"{float(mean.value):,.1f}", claims)), _dated(mean.baseline)]


def _dated(report: Report) -> Text:
    return written(total(report), f" ({day_words(report.date)})")
