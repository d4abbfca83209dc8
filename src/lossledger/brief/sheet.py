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
from lossledger.brief.words import Text, plain, written
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
    more than the day of a report.
    """

    day: date
    span: bool
    series: Mapping[str, Series]
    reports: Mapping[str, Report]
    losses: Mapping[str, PeriodLoss]
    others: Sequence[Outside] = ()
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
    """A heading with its sentences, one a line."""

    key: str
    heading: str
    sentences: tuple[Text, ...]


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
    parts = (
        ("figures", list(_figures(known, tongue))),
        ("period", list(_period(known, tongue))),
        ("estimates", list(_estimates(known, tongue))),
        ("events", [_event(claim, tongue) for claim in known.events]),
        ("quotes", list(_quotes(known, tongue))),
        ("limits", list(_limits(known, tongue))),
        ("citation", [_citation(known, tongue)]),
    )
    return Sheet(
        language,
        known.day,
        known.lead.claimant,
        known.lead.party,
        _headline(known, tongue),
        _paragraph(known, tongue),
        tuple(
            Section(
                key, str(tongue.t[f"head_{key}"]).format(day=tongue.day(known.day)), tuple(said)
            )
            for key, said in parts
            if said
        ),
    )


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


def _opening(known: Known, tongue: Tongue) -> Text:
    lead, report = known.lead, known.reports[known.lead.metric]
    start = vocabulary.war_start(lead.party) or lead.days[0]
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
    start = vocabulary.war_start(known.lead.party)
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


def _figures(known: Known, tongue: Tongue) -> Iterator[Text]:
    """A line for each category: its total and increment, or its loss in the period."""
    for metric, report in known.reports.items():
        label, loss, added = tongue.label(metric), known.losses.get(metric), increment(report)
        if known.span:
            if loss is not None:
                number = tongue.figure(loss.value, loss.claims)
                days = _days(loss, tongue)
                yield tongue.say("line_span", Label=label, loss=number, days=days)
        elif added is None:
            yield tongue.say("line_total", Label=label, total=tongue.total(report))
        else:
            claims = (report.increment_claim,) if report.increment_claim else report.claims
            number = tongue.figure(added, claims, signed=True)
            yield tongue.say("line_day", Label=label, total=tongue.total(report), increment=number)


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


def _estimates(known: Known, tongue: Tongue) -> Iterator[Text]:
    """What others say of the same party's losses, by class of evidence."""
    order = (*vocabulary.EVIDENCE, vocabulary.UNCLASSIFIED)
    for line in sorted(known.others, key=lambda one: order.index(one.evidence)):
        said = tongue.say(
            "estimate",
            claimant=tongue.claimant(line.claim.claimant),
            day=tongue.day(line.day) if line.day else "–",
            said=tongue.quantity(line.quantity, (line.claim.id,)),
            scope=tongue.scope(line.claim.scope),
        )
        yield written(f"{tongue.words[f'evidence_of.{line.evidence}']}: ", said)


def _event(claim: Claim, tongue: Tongue) -> Text:
    row = vocabulary.metrics()[claim.metric]
    key = "of" if row.party == "owner" else "by"
    whose = tongue.say(key, party=_nominative(claim.party, tongue)) if claim.party else "–"
    first, last = claim.period.start, claim.period.end
    days = tongue.days(first, last) if first and last else tongue.words["period.unknown"]
    return tongue.say("event", Label=tongue.label(claim.metric), whose=whose, days=days,
                      said=tongue.quantity(claim.quantity, (claim.id,)),
                      claimant=tongue.claimant(claim.claimant))  # fmt: skip


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
    other = vocabulary.opponent(lead.party)
    if other:
        yield tongue.say("limit_side", other=tongue.party(other))
    if known.others:
        yield tongue.say("limit_estimates")
    for said in known.statements:
        if said.kind in ("not_verified", "no_response"):
            words = " ".join(said.quote.split())
            yield tongue.say("note", words=words, outlet=tongue.claimant(said.outlet))


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
