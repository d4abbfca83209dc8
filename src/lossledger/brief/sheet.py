"""The brief of a day, a week or a month as sections of sentences, in any language of the table.

Every way of writing it out has the same sections: headline, the paragraph to paste, the figures,
the period with its baseline, what others estimate and in which class, engagements and strikes,
quotations, what could not be verified, the citation, and the claims.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from lossledger import vocabulary
from lossledger.brief.contents import MAIN_CATEGORIES
from lossledger.brief.kit import Meaning
from lossledger.brief.tongue import Tongue
from lossledger.brief.words import Text, plain, sentence_case, source_name, written
from lossledger.model import Claim, Statement
from lossledger.period import DAY
from lossledger.quantity import Quantity
from lossledger.series import PeriodLoss, Report, Series, increment


class Outside(Protocol):
    """A figure of somebody else on the same losses, with its class of evidence."""

    @property
    def claim(self) -> Claim: ...
    @property
    def evidence(self) -> str: ...
    @property
    def quantity(self) -> Quantity: ...
    @property
    def day(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Known:
    """What a brief is made from.

    ``series`` are those of one claimant and party by metric; ``reports`` those of the last day
    and ``losses`` those of the period by loss day, by metric. ``span`` says that the period is
    more than the day of a report. ``opposite`` are figures on the losses of the other party.
    """

    day: date
    span: bool
    series: Mapping[str, Series]
    reports: Mapping[str, Report]
    losses: Mapping[str, PeriodLoss]
    others: Sequence[Outside] = ()
    opposite: Sequence[Outside] = ()
    events: Sequence[Claim] = ()
    statements: Sequence[Statement] = ()
    meaning: Meaning | None = None
    version: str = ""
    root: str = ""

    @property
    def lead(self) -> Series:
        """The series that leads: the first category with a report of the day."""
        return self.series[next(iter(self.reports))]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its sentences, one a line.

    Where they all have the same parts, ``rows`` has these parts under the names of ``columns``:
    the same again, for those ways of writing out that have tables.
    """

    key: str
    heading: str
    sentences: tuple[Text, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A brief, ready to be written out."""

    language: str
    day: date
    claimant: str
    party: str
    headline: Text
    paragraph: Text
    sections: tuple[Section, ...]

    @property
    def claims(self) -> dict[str, str]:
        """Every claim that a figure rests on, with the figure's words."""
        texts = [
            self.headline,
            self.paragraph,
            *(s for part in self.sections for s in part.sentences),
        ]
        return {claim: p.text for text in reversed(texts) for p in text for claim in p.claims}


def sheet(known: Known, language: str) -> Sheet:
    """The brief in a language; sections without anything to say are left out."""
    tongue = Tongue(language)
    other = _opponents(known.lead.party, tongue)
    parts = (
        ("figures", *_figures(known, tongue)),
        ("period", tuple(_period(known, tongue)), (), ()),
        ("estimates", *_estimates(known.others, tongue)),
        ("opposite", *_estimates(known.opposite, tongue)),
        ("events", *_events(known.events, tongue)),
        ("quotes", tuple(_quotes(known, tongue)), (), ()),
        ("limits", tuple(_limits(known, tongue)), (), ()),
        ("citation", (_citation(known, tongue),), (), ()),
    )
    named = {"day": tongue.day(known.day), "other": other or "–"}
    return Sheet(
        language,
        known.day,
        known.lead.claimant,
        known.lead.party,
        _headline(known, tongue),
        _paragraph(known, tongue),
        tuple(
            Section(key, str(tongue.t[f"head_{key}"]).format(**named), said, columns, rows)
            for key, said, columns, rows in parts
            if said
        ),
    )


Parts = tuple[tuple[Text, ...], tuple[str, ...], tuple[tuple[Text, ...], ...]]
"""Sentences, and the same as a table: the names of its columns and its rows."""


def _as_table(names: Sequence[str], lines: Sequence[tuple[Text, Sequence[Text]]]) -> Parts:
    rows = tuple(tuple(cells) for _, cells in lines)
    return tuple(said for said, _ in lines), tuple(names), rows


def _headline(known: Known, tongue: Tongue) -> Text:
    lead, report = known.lead, known.reports[known.lead.metric]
    who = {"party": tongue.party(lead.party), "claimant": tongue.claimant(lead.claimant)}
    loss = known.losses.get(lead.metric)
    if known.span and loss is not None:
        return tongue.say("headline_span", loss=_lost(loss, lead.metric, tongue),
                          days=_days(loss, tongue), **who)  # fmt: skip
    total = tongue.counted(tongue.total(report), report.value, lead.metric)
    return tongue.say("headline_day", total=total, **who)


def _paragraph(known: Known, tongue: Tongue) -> Text:
    """The sentences to paste, each with its claimant."""
    said = [
        _opening(known, tongue),
        *([] if known.span else [_day_of_others(known, tongue)]),
        _totals_of_others(known, tongue),
        _loss_from(known, tongue),
        *([_span_of_others(known, tongue)] if known.span else []),
        _kinds(known, tongue),
        tongue.say("unverified"),
    ]
    kept = [part for part in said if part]
    return written(*(p for n, part in enumerate(kept) for p in (" " if n else "", part)))


def _opponents(party: str, tongue: Tongue) -> str:
    """The parties that a party fights, as an enumeration."""
    return ", ".join(tongue.party(other) for other in vocabulary.opponents(party))


def _opening(known: Known, tongue: Tongue) -> Text:
    lead, report = known.lead, known.reports[known.lead.metric]
    start = lead.start or lead.days[0]
    parts: dict[str, str | Text] = {
        "claimant": tongue.claimant(lead.claimant),
        "day": tongue.day(report.date),
        "party": tongue.party(lead.party),
        "total": tongue.counted(tongue.total(report), report.value, lead.metric),
        "start": tongue.day(start),
    }
    if known.span:
        return tongue.say("opening_span", **parts)
    opening, added = tongue.say("opening", **parts), increment(report)
    if added is None or added < 0:
        return tongue.say("no_increment", opening=opening)
    claims = (report.increment_claim,) if report.increment_claim else report.claims
    number = tongue.figure(added, claims)
    loss_day = tongue.day(report.date - DAY, "short_day")
    return tongue.say("increment", opening=opening, increment=number, loss_day=loss_day)


def _main(known: Known) -> list[str]:
    """The categories beside the first that changed most in the period, in their order."""
    lead = known.lead.metric

    def changed(metric: str) -> int:
        loss = known.losses.get(metric)
        return loss.value if loss else increment(known.reports[metric]) or 0

    others = [metric for metric in known.reports if metric != lead]
    most = sorted(others, key=lambda metric: -changed(metric))[:MAIN_CATEGORIES]
    return [metric for metric in others if metric in most]


def _day_of_others(known: Known, tongue: Tongue) -> Text:
    parts = []
    for metric in _main(known):
        report = known.reports[metric]
        added = increment(report)
        if added is not None and added > 0:
            claims = (report.increment_claim,) if report.increment_claim else report.claims
            parts.append(tongue.counted(tongue.figure(added, claims), added, metric))
    party = tongue.party(known.lead.party)
    return tongue.say("day_of_others", party=party, listed=tongue.listed(parts)) if parts else ()


def _totals_of_others(known: Known, tongue: Tongue) -> Text:
    reports = [(metric, known.reports[metric]) for metric in _main(known)]
    parts = [tongue.counted(tongue.total(r), r.value, metric) for metric, r in reports]
    start = known.lead.start
    if not parts or start is None:
        return ()
    party, listed = tongue.party(known.lead.party), tongue.listed(parts)
    return tongue.say("totals_of_others", start=tongue.day(start), party=party, listed=listed)


def _loss_from(known: Known, tongue: Tongue) -> Text:
    metric = known.lead.metric
    loss = known.losses.get(metric)
    if loss is None or loss.baseline is None or loss.value < 0:
        return ()
    base = loss.baseline
    return tongue.say(
        "loss_from",
        base_day=tongue.day(base.date),
        base=tongue.counted(tongue.total(base), base.value, metric),
        loss=_lost(loss, metric, tongue),
        days=_days(loss, tongue),
    )


def _span_of_others(known: Known, tongue: Tongue) -> Text:
    losses = [(metric, known.losses.get(metric)) for metric in _main(known)]
    parts = [_lost(loss, metric, tongue) for metric, loss in losses if loss and loss.value > 0]
    party = tongue.party(known.lead.party)
    return tongue.say("span_of_others", party=party, listed=tongue.listed(parts)) if parts else ()


def _kinds(known: Known, tongue: Tongue) -> Text:
    if vocabulary.metrics()[known.lead.metric].kind != "person":
        return ()
    scope = known.lead.scope or (known.meaning.scope if known.meaning else None)
    if scope:
        return tongue.say("kinds_stated", kinds=tongue.scope(scope))
    return tongue.say("kinds_unstated")


def _lost(loss: PeriodLoss, metric: str, tongue: Tongue) -> Text:
    return tongue.counted(tongue.figure(loss.value, loss.claims), loss.value, metric)


def _days(loss: PeriodLoss, tongue: Tongue) -> str:
    first, last = loss.loss_days.start, loss.loss_days.end
    return tongue.days(first, last) if first and last else str(loss.loss_days)


def _figures(known: Known, tongue: Tongue) -> Parts:
    """A line for each category: its total and increment, or its loss in the period."""
    lines: list[tuple[Text, Sequence[Text]]] = []
    for metric, report in known.reports.items():
        label, loss, added = tongue.label(metric), known.losses.get(metric), increment(report)
        if known.span:
            if loss is not None:
                lost, days = tongue.figure(loss.value, loss.claims), _days(loss, tongue)
                said = tongue.say("line_span", Label=label, loss=lost, days=days)
                lines.append((said, (written(label), written(lost), written(days))))
            continue
        total, number = tongue.total(report), written("–")
        said = tongue.say("line_total", Label=label, total=total)
        if added is not None:
            claims = (report.increment_claim,) if report.increment_claim else report.claims
            number = written(tongue.figure(added, claims, signed=True))
            said = tongue.say("line_day", Label=label, total=total, increment=number)
        lines.append((said, (written(label), total, number)))
    keys = ("category", "losses", "period_word") if known.span else _DAY_COLUMNS
    return _as_table([tongue.words[key] for key in keys], lines)


_DAY_COLUMNS = ("category", "total", "increment")
_ESTIMATE_COLUMNS = ("evidence_class", "claimant", "as_of_day", "said_figure", "scope")
_EVENT_COLUMNS = ("events", "said_figure", "party", "period_word", "claimant")


def _period(known: Known, tongue: Tongue) -> Iterator[Text]:
    """The arithmetic of the first category, with both reports named."""
    loss = known.losses.get(known.lead.metric)
    if loss is not None and loss.baseline is not None:
        yield tongue.say(
            "baseline",
            loss=tongue.figure(loss.value, loss.claims),
            total=tongue.total(loss.last),
            day=tongue.day(loss.last.date),
            base=tongue.total(loss.baseline),
            base_day=tongue.day(loss.baseline.date),
        )


def _estimates(others: Sequence[Outside], tongue: Tongue) -> Parts:
    """What others say of one party's losses, by class of evidence."""
    order = (*vocabulary.EVIDENCE, vocabulary.UNCLASSIFIED)
    lines: list[tuple[Text, Sequence[Text]]] = []
    for line in sorted(others, key=lambda one: order.index(one.evidence)):
        evidence = tongue.words[f"evidence_of.{line.evidence}"]
        claimant = tongue.claimant(line.claim.claimant)
        day, scope = tongue.day(line.day) if line.day else "–", tongue.scope(line.claim.scope)
        number = tongue.quantity(line.quantity, (line.claim.id,))
        said = tongue.say("estimate", claimant=claimant, day=day, said=number, scope=scope)
        cells = (evidence, sentence_case(claimant), day, number, scope)
        lines.append((written(f"{evidence}: ", said), [written(cell) for cell in cells]))
    return _as_table([tongue.words[key] for key in _ESTIMATE_COLUMNS], lines)


def _events(events: Sequence[Claim], tongue: Tongue) -> Parts:
    """What was counted beside losses, each with whose it is and who says so."""
    lines = [_event(claim, tongue) for claim in events]
    return _as_table([tongue.words[key] for key in _EVENT_COLUMNS], lines)


def _event(claim: Claim, tongue: Tongue) -> tuple[Text, Sequence[Text]]:
    row = vocabulary.metrics()[claim.metric]
    key = "of" if row.party == "owner" else "by"
    whose = tongue.say(key, party=_nominative(claim.party, tongue)) if claim.party else ()
    first, last = claim.period.start, claim.period.end
    days = tongue.days(first, last) if first and last else tongue.words["period.unknown"]
    label, claimant = tongue.label(claim.metric), tongue.claimant(claim.claimant)
    number = tongue.quantity(claim.quantity, (claim.id,))
    said = tongue.say("event", Label=label, said=number, claimant=claimant,
                      whose=written(whose, ", " if whose else ""), days=days)  # fmt: skip
    cells = (label, number, whose or "–", days, sentence_case(claimant))
    return said, [written(cell) for cell in cells]


def _nominative(party: str, tongue: Tongue) -> str:
    return tongue.label(party)


def _quotes(known: Known, tongue: Tongue) -> Iterator[Text]:
    for said in known.statements:
        if said.kind == "quotation":
            words = " ".join(said.quote.split())
            yield tongue.say("quotation", words=words, claimant=tongue.claimant(said.claimant))


def _limits(known: Known, tongue: Tongue) -> Iterator[Text]:
    """What the figures do not say, and what the texts of the day say of themselves."""
    lead = known.lead
    source = vocabulary.sources().get(lead.claimant)
    yield tongue.say("limit_reported", claimant=tongue.claimant(lead.claimant))
    if vocabulary.metrics()[lead.metric].kind == "person":
        yield tongue.say("limit_scope")
    yield tongue.say("limit_day")
    if source and source.party is not None and source.party != lead.party:
        yield tongue.say("limit_party")
    other = _opponents(lead.party, tongue)
    if other:
        yield tongue.say("limit_side", other=other)
    if known.others:
        yield tongue.say("limit_estimates")
    notes = {}
    for said in known.statements:
        if said.kind in ("not_verified", "no_response"):
            words = " ".join(said.quote.split())
            who = _speaker(said)
            alone = tongue.say("note_alone", words=words)
            note = tongue.say("note", words=words, outlet=tongue.claimant(who)) if who else alone
            notes[words] = note
    yield from notes.values()


def _speaker(said: Statement) -> str | None:
    """Who says a note: the outlet, or who is named in its own words."""
    if said.outlet is None and said.claimant and source_name(said.claimant) in said.quote:
        return said.claimant
    return said.outlet


def _citation(known: Known, tongue: Tongue) -> Text:
    return tongue.say("citation", claimant=tongue.claimant(known.lead.claimant),
                      day=tongue.day(known.day), version=f"v{known.version}",
                      root=known.root[:16])  # fmt: skip


def sheet_json(sheet: Sheet) -> dict[str, object]:
    """The brief as one JSON object: sentences as plain text, each with its claims."""
    return {
        "language": sheet.language,
        "date": sheet.day.isoformat(),
        "claimant": sheet.claimant,
        "party": sheet.party,
        "headline": plain(sheet.headline),
        "paragraph": plain(sheet.paragraph),
        "sections": [
            {
                "key": part.key,
                "heading": part.heading,
                "sentences": [
                    {"text": plain(text), "claims": [c for p in text for c in p.claims]}
                    for text in part.sentences
                ],
            }
            for part in sheet.sections
        ],
        "claims": sheet.claims,
    }
