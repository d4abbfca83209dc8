"""A story as the checks see it: its claims, what they ask, and the series that answer."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lossledger import vocabulary
from lossledger.checks.answers import Answer, answers, span_loss, total_on, values
from lossledger.checks.asked import asked_by
from lossledger.checks.known import Known
from lossledger.checks.open_days import open_questions
from lossledger.checks.questions import (
    DAILY,
    SPAN,
    TOTAL,
    Question,
    question,
    slips,
    windows,
)
from lossledger.checks.said import NO_TIME, Said
from lossledger.checks.tables import Descent, Tables
from lossledger.model import Claim, Expected, Finding, Reading
from lossledger.period import DAY, kyiv_day, month_of
from lossledger.quantity import Quantity
from lossledger.series import Report, Series

TELLING_TOTAL = 100
"""Smaller totals stand in the reports on both sides by chance."""
TELLING = 10
"""Smaller figures stand in the reports of two days by chance too often."""
SAID_SIDE = frozenset(
    f"party.{rule}"
    for rule in (
        "noun", "lose", "destroy", "kill", "wound", "capture", "take", "down", "losses", "gapped",
        "side", "has", "own_toll", "admitted", "subject", "launcher",
    )
)  # fmt: skip
"""Rules of the reader by which a side stands in the figure's own words; else it is assumed."""
ELLIPSIS = "metric.ellipsis"
"""The rule of the reader for a figure without a noun of its own."""
CARRIED = frozenset({"metric.tally", "metric.ellipsis", "metric.difference", "metric.grown"})
"""Rules of the reader for a figure whose noun stands with another figure."""
ACTS = frozenset({"party.lose", "party.destroy", "party.kill"})
"""The same for a verb that says that something was lost on it."""


@dataclass(frozen=True, slots=True)
class OpenDays:
    """The days that a figure may be of where its sentence leaves them open: ``own`` by its own
    words; with ``further`` those that the story leaves open as well, ``but`` one and the totals
    where there can be ``no_total``."""

    own: tuple[Question, ...]
    further: bool = False
    no_total: bool = False
    but: Question | None = None

    def admits(self, asked: Question) -> bool:
        """Whether one of the story's open questions may be the figure's."""
        ruled_out = asked == self.but or (self.no_total and asked.kind == TOTAL)
        return self.further and not ruled_out


class Story:
    """A reading with the series to judge it by; every answer is worked out once."""

    def __init__(self, reading: Reading, known: Known, tables: Tables) -> None:
        self.reading, self.known, self.tables = reading, known, tables
        self.said = Said(reading)
        self.by_id = {claim.id: claim for claim in reading.claims}
        self._asked: dict[tuple[Question, int], tuple[Answer, ...]] = {}
        self._values: dict[tuple[Question, int], tuple[int, ...]] = {}
        self._open: dict[int, dict[int, list[Question]]] = {}
        self.cases = tuple(
            Case(claim, self) for claim in sorted(reading.claims, key=lambda c: c.span)
        )

    @cached_property
    def day(self) -> date | None:
        """The day of the story: given, else when it was published."""
        document = self.reading.document
        if document.report_date is not None:
            return document.report_date
        return kyiv_day(document.published_at) if document.published_at else None

    @cached_property
    def convention(self) -> str | None:
        """How the story reads spans of days, if most of its categories agree on one way."""
        votes = Counter(
            convention
            for _, convention in {(c.claim.metric, c.only_convention) for c in self.cases}
        )
        del votes[None]
        ranked = votes.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    @cached_property
    def spoken_of(self) -> tuple[Question, ...]:
        """The past day and the spans that the story speaks of."""
        spans = [case.asked for case in self.cases if case.asked.kind in (DAILY, SPAN)]
        if self.day is not None:
            spans.append(Question(DAILY, self.day - DAY, self.day - DAY, self.day))
        return tuple(dict.fromkeys(spans))

    @cached_property
    def open_questions(self) -> tuple[Question, ...]:
        """What a figure may be of whose sentence leaves its days open, the likeliest first."""
        named = [case.asked for case in self.cases if self.said.days(case.claim)]
        return open_questions(self.day, self.spoken_of, named)

    @cached_property
    def side_by_figures(self) -> str | None:
        """Whose losses a report without a name counts: the side of the totals that it gives."""
        found: Counter[str] = Counter()
        for case in self.cases:
            value = case.claim.quantity.value
            day = question(case.claim, self.day).end or self.day
            if case.claim.claimant is not None or value is None or value < TELLING_TOTAL:
                continue
            for party in {party for war in vocabulary.wars() for party in war.parties}:
                for series in self.known.series(case.claim.metric, party):
                    report = series.at(day) if day is not None else None
                    found[party] += report is not None and report.value == value
        ranked = [party for party, count in found.most_common() if count > 1]
        return ranked[0] if len(ranked) == 1 else None

    @cached_property
    def behind(self) -> bool:
        """Whether the whole story follows the report of the day before its own day."""
        followed: set[str] = set()
        for case in self.cases:
            said = case.claim.quantity.value
            if said is None or not case.at_story_day:
                continue
            if any(a.value == said for a in case.answers):
                return False
            if any(a.value == said for a in case.day_before):
                followed.add(case.claim.metric)
        return len(followed) > 1

    @cached_property
    def names_covered_day(self) -> bool:
        """Whether the whole story gives, for its own day's report, the day before it, which the
        report covers: "over the past day, 26 October" in the story of the 27th."""
        followed: set[str] = set()
        for case in self.cases:
            said = case.claim.quantity.value
            if said is None or said < TELLING or not case.at_eve:
                continue
            next_day = any(a.value == said for a in case.shifted(1))
            if not next_day and any(a.value == said for a in case.answers):
                return False
            if next_day and not any(a.value == said for a in case.answers):
                followed.add(case.claim.metric)
        return len(followed) > 1

    def ask(self, asked: Question, series: Series) -> tuple[Answer, ...]:
        """What a series answers to a question."""
        key = (asked, id(series))
        found = self._asked.get(key)
        if found is None:
            found = self._asked[key] = answers(asked, series, self.known)
        return found

    def values(self, asked: Question, series: Series) -> tuple[int, ...]:
        """The values of what a series answers; cheaper to ask for than the answers."""
        key = (asked, id(series))
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = tuple(values(asked, series, self.known))
        return found

    def open_questions_for(self, value: int, series: Series) -> Sequence[Question]:
        """The open questions that a series answers with a value, the likeliest first."""
        found = self._open.get(id(series))
        if found is None:
            found = self._open[id(series)] = defaultdict(list)
            for asked in self.open_questions:
                for one in dict.fromkeys(values(asked, series, self.known)):
                    found[one].append(asked)
        return found.get(value, ())

    @cached_property
    def totals_told(self) -> frozenset[str]:
        """The categories of which the story gives the running total of its own report."""
        return frozenset(case.claim.metric for case in self.cases if case.is_story_total)

    @cached_property
    def told(self) -> frozenset[tuple[str, Quantity]]:
        """Every category of the story with each of its figures."""
        return frozenset((case.claim.metric, case.quantity) for case in self.cases)

    @cached_property
    def _by_sentence(self) -> Mapping[str, list["Case"]]:
        found: dict[str, list[Case]] = defaultdict(list)
        for case in self.cases:
            found[case.claim.sentence].append(case)
        return found

    def beside(self, case: "Case") -> Sequence["Case"]:
        """The cases of a case's own sentence, in their order, itself included."""
        return self._by_sentence[case.claim.sentence]

    def others(self, claim: Claim) -> Iterator[Claim]:
        """Other claims of the same claimant on the same party, metric and scope."""
        yield from (c for c in self._by_subject.get(_subject(claim), ()) if c is not claim)

    @cached_property
    def _by_subject(self) -> Mapping[tuple[object, ...], list[Claim]]:
        found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for case in self.cases:
            found[_subject(case.claim)].append(case.claim)
        return found

    def related(self, kind: str, *, target: Claim) -> tuple[Claim, ...]:
        """The claims that stand in a relation to ``target``, such as its parts."""
        sources = self._by_relation.get((kind, target.id), ())
        return tuple(self.by_id[source] for source in sources if source in self.by_id)

    @cached_property
    def _by_relation(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for relation in self.reading.relations:
            for target in dict.fromkeys(relation.targets):
                found[relation.kind, target].append(relation.source)
        return found

    @cached_property
    def said_again(self) -> frozenset[str]:
        """The ids of the claims that repeat another one."""
        again = (r for r in self.reading.relations if r.kind == "repeats" and r.targets)
        return frozenset(relation.source for relation in again)

    def sources_of(self, claim: Claim) -> tuple[Claim, ...]:
        """The claims that a derived claim says it is computed from."""
        ids = [
            target
            for r in self.reading.relations
            if r.kind == "derived_from" and r.source == claim.id
            for target in r.targets
        ]
        return tuple(self.by_id[i] for i in dict.fromkeys(ids) if i in self.by_id)


class Case:
    """One claim to be judged, with its story, its question and the series that answer it."""

    def __init__(self, claim: Claim, story: Story) -> None:
        self.claim, self.story = claim, story
        self.open_days: OpenDays | None = None
        self.quantity = claim.quantity

    @cached_property
    def asked(self) -> Question:
        """What the claim asks of the reports; one that repeats another asks the same."""
        return asked_by(self)

    @cached_property
    def is_story_total(self) -> bool:
        """Whether the figure is the running total of the story's own report."""
        day, said = self.story.day, self.quantity.value
        report = self.series.at(day) if self.series is not None and day is not None else None
        return report is not None and report.value == said and said >= TELLING_TOTAL

    def _counts(self, party: str) -> bool:
        """Whether anybody who answers for the claimant counts a party's losses."""
        return any(_answers_for(self.claim.claimant, s) for s in self._all(party))

    @cached_property
    def says_side(self) -> bool:
        """Whether the words say whose losses they are, those of the same list included."""
        rules = set(self.claim.rules)
        if rules & SAID_SIDE or not any(r.startswith(("party.", "layout.")) for r in rules):
            return True
        return any(
            other.claim.party == self.claim.party and SAID_SIDE & set(other.claim.rules)
            for other in self.story.beside(self)
        )

    @property
    def subject_assumed(self) -> bool:
        """Whether what is counted was taken over from another sentence."""
        elsewhere = ELLIPSIS in self.claim.rules
        return elsewhere and self.claim.metric not in self.story.said.metrics(self.claim)

    @cached_property
    def given_for_the_day(self) -> bool:
        """Whether a verb and a time before the figure say that so many were lost in the past day,
        which the reader did not take at their word."""
        if NO_TIME not in self.claim.rules:
            return False
        said = self.story.said
        return said.lost_in_a_day(self.claim) or (
            said.day_right_behind(self.claim) and self._is_part_of_a_total
        )

    @property
    def _is_part_of_a_total(self) -> bool:
        """Whether a larger figure of the same subject stands before it: "N, including M"."""
        return any(
            other.claim.span < self.claim.span
            and other.claim.metric == self.claim.metric
            and max(other.quantity.figures) > 3 * max(self.quantity.figures)
            for other in self.story.beside(self)
        )

    @property
    def too_many_for_a_day(self) -> bool:
        """Whether no day brought so many, and no verb says that they were lost on one."""
        metric = vocabulary.metrics().get(self.claim.metric)
        most = metric.most_a_day if metric else None
        said, acts = self.claim.quantity.value, set(self.claim.rules) & ACTS
        return not acts and most is not None and said is not None and said > 2 * most

    @property
    def many_days_losses(self) -> bool:
        """Whether no day brought so many, whatever verb stands beside the figure."""
        metric = vocabulary.metrics().get(self.claim.metric)
        most = metric.most_a_day if metric else None
        return most is not None and max(self.claim.quantity.figures) > 2 * most

    @property
    def too_many_for_days(self) -> bool:
        """Whether so many were not lost on the few days of a span, and no verb says that they
        were."""
        metric, asked = vocabulary.metrics().get(self.claim.metric), self.asked
        most = metric.most_a_day if metric else None
        said, acts = self.claim.quantity.value, set(self.claim.rules) & ACTS
        if acts or most is None or said is None or asked.start is None or asked.end is None:
            return False
        return said > 2 * most * ((asked.end - asked.start).days + 1)

    @cached_property
    def party(self) -> str | None:
        """Whose figure it is; where not said or only assumed, the one that the claimant counts."""
        said = self.claim.party
        if self.claim.claimant is None and (said is None or not self.says_side):
            return self.story.side_by_figures or said
        if said is not None:
            plain = self.says_side or self.claim.scope == ("killed",)  # nobody counts the dead
            others = () if plain or self._counts(said) else vocabulary.opponents(said)
            counted = [other for other in others if self._counts(other)]
            return counted[0] if len(counted) == 1 else said
        parties = [
            party
            for war in vocabulary.wars()
            for party in war.parties
            if any(_answers_for(self.claim.claimant, s) for s in self._all(party))
        ]
        return parties[0] if len(set(parties)) == 1 else None

    @cached_property
    def series(self) -> Series | None:
        """The series that answers for the claimant: its own, or that of its side."""
        held = [s for s in self._all(self.party) if _answers_for(self.claim.claimant, s)]
        return self.choose(held)

    @cached_property
    def totals(self) -> Series | None:
        """The claimant's totals that count what was shot down; its losses of that category."""
        metric = vocabulary.metrics().get(self.claim.metric)
        if metric is None or metric.counted_under is None or self.party is None:
            return None
        held = self.story.known.series(metric.counted_under, self.party)
        return self.choose([s for s in held if _answers_for(self.claim.claimant, s)])

    def series_of(self, metric: str) -> Series | None:
        """The claimant's series of another metric on the same party."""
        held = self.story.known.series(metric, self.party) if self.party else ()
        return self.choose([s for s in held if _answers_for(self.claim.claimant, s)])

    def choose(self, held: Sequence[Series]) -> Series | None:
        """Of several series the claimant's own, of the scope asked for, the longest."""
        fitting = [s for s in held if s.scope == self.claim.scope]
        fitting = fitting or [s for s in held if s.scope is None]
        fitting = fitting or [s for s in held if s.scope and len(s.scope) > 1]
        own = [s for s in fitting if s.claimant == self.claim.claimant]
        return max(own or fitting, key=len, default=None)

    @property
    def speaks_for(self) -> bool:
        """Whether the claimant is the one that the series belongs to, or names its side."""
        if self.series is None or self.claim.claimant is None:
            return False
        source = vocabulary.sources().get(self.claim.claimant)
        return self.series.claimant == self.claim.claimant or bool(source and source.generic)

    def _all(self, party: str | None) -> tuple[Series, ...]:
        return self.story.known.series(self.claim.metric, party) if party else ()

    @cached_property
    def foreign(self) -> tuple[Series, ...]:
        """Series on the same subject by others that are a party to the war."""
        return tuple(s for s in self._all(self.party) if s is not self.series and _belligerent(s))

    def descent(self, series: Series) -> Descent | None:
        """What is known of the claimant's figures following a series, if they do."""
        ask, day = self.story.tables.descents, self.asked.end or self.asked.today
        if ask is None or day is None or self.claim.claimant is None or self.party is None:
            return None
        found = ask(self.claim.claimant, self.claim.metric, self.party, day)
        return found if found is not None and found.of == series.claimant else None

    @cached_property
    def other_side(self) -> tuple[Series, ...]:
        """Series of the same metric on the other party of the war."""
        return tuple(s for other in vocabulary.opponents(self.party) for s in self._all(other))

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What the claimant's own reports answer."""
        return self.ask(self.series)

    def ask(self, series: Series | None, asked: Question | None = None) -> tuple[Answer, ...]:
        """What a series answers to this claim's question, or to another one."""
        if series is None:
            return ()
        return self.story.ask(asked or self.asked, series)

    @cached_property
    def only_convention(self) -> str | None:
        """The one convention by which a span's loss is the figure said, if only one gives it."""
        if self.asked.kind != SPAN or self.claim.quantity.value is None:
            return None
        values = {a.convention: a.value for a in reversed(self.answers)}
        fit = [c for c, value in values.items() if value == self.claim.quantity.value]
        return fit[0] if len(fit) == 1 and len(set(values.values())) > 1 else None

    def story_total(self, report: Report) -> Answer:
        """A report of the claimant's own series as an answer."""
        assert self.series is not None
        found = total_on(self.series, report.date)
        assert found is not None
        return found

    @property
    def at_story_day(self) -> bool:
        """Whether the claim is about the story's day and does not name that day itself."""
        asked, today = self.asked, self.asked.today
        if today is None:
            return False
        if asked.kind == TOTAL:
            return asked.end == today and not self.story.said.names_day(self.claim, today)
        past = today - DAY
        return asked.kind == DAILY and asked.end == past and not self.names_its_day

    @property
    def at_eve(self) -> bool:
        """Whether the claim is a total of the day before the story's, or a day's before that."""
        asked, story_day = self.asked, self.story.day
        if story_day is None or asked.end is None:
            return False
        if asked.kind == TOTAL:
            return asked.end == story_day - DAY
        return asked.kind == DAILY and asked.end == story_day - 2 * DAY

    @property
    def names_its_day(self) -> bool:
        """Whether the text names the day of a day's figure."""
        return self.asked.end is not None and self.story.said.names_day(self.claim, self.asked.end)

    @cached_property
    def day_before(self) -> tuple[Answer, ...]:
        """What the report of the day before answers to a total or a day's figure."""
        return self.shifted(-1)

    def shifted(self, days: int) -> tuple[Answer, ...]:
        """The answers if the total or the day meant were some days later (earlier: negative)."""
        asked, move = self.asked, days * DAY
        if self.series is None or asked.end is None or asked.kind not in (TOTAL, DAILY):
            return ()
        start = asked.start + move if asked.start else None
        moved = Question(asked.kind, start, asked.end + move, asked.today)
        return self.story.ask(moved, self.series)

    def span_shifted(self, days: int) -> tuple[Answer, ...]:
        """The answers if the span meant lay some days later (earlier: negative)."""
        asked, move = self.asked, days * DAY
        if self.series is None or asked.start is None or asked.end is None:
            return ()
        whole = month_of(asked.start)
        start, end = asked.start + move, asked.end + move
        if (whole.start, whole.end) == (asked.start, asked.end):
            whole = month_of(start)
            start, end = whole.start or start, whole.end or end
        moved = Question(asked.kind, start, end, None)
        return self.story.ask(moved, self.series)

    @cached_property
    def neighbours(self) -> tuple[Answer, ...]:
        """Answers from reports a day off that equal the figure said."""
        near = (*self.shifted(-1), *self.shifted(1), *self.slipped)
        return tuple(a for a in near if a.value == self.quantity.value)

    @property
    def slipped(self) -> Iterator[Answer]:
        """What a span's loss is if counted from, or to, a report a day off."""
        series = self.series
        if series is not None and series.days and self.asked.kind == SPAN:
            for window in slips(windows(self.asked, series.days[-1])):
                answer = span_loss(series, window)
                if answer is not None:
                    yield answer

    def finding(
        self,
        check: str,
        verdict: str,
        message: str,
        *rest_on: Answer,
        cause: str | None = None,
        expected: Sequence[Answer] = (),
        arithmetic: str | None = None,
        suggest: bool = True,
    ) -> Finding:
        """A finding on this claim that rests on some answers and expects others."""
        reports = dict.fromkeys(r for a in (*rest_on, *expected) for r in a.reports)
        sums = dict.fromkeys(a.arithmetic for a in (*rest_on, *expected))
        return Finding(
            check=check,
            claim=self.claim,
            verdict=verdict,
            cause=cause,
            message=message,
            arithmetic=arithmetic if arithmetic is not None else "; ".join(sums),
            expected=tuple(dict.fromkeys(Expected(a.value, a.value, a.says) for a in expected)),
            reports=tuple(reports),
            suggestion=expected[0].sentence if expected and suggest else None,
        )


def _subject(claim: Claim) -> tuple[object, ...]:
    scope = frozenset(claim.scope) if claim.scope is not None else None
    return claim.claimant, claim.party, claim.metric, scope


def _answers_for(claimant: str | None, series: Series) -> bool:
    """Whether a series may answer for a claimant: its own, its side's, or any for no one."""
    if claimant is None or claimant == series.claimant:
        return True
    said, counted = vocabulary.sources().get(claimant), vocabulary.sources().get(series.claimant)
    if said is None or counted is None or said.kind != "official" or said.local:
        return False
    return said.party is not None and said.party == counted.party


def _belligerent(series: Series) -> bool:
    source = vocabulary.sources().get(series.claimant)
    return source is not None and source.party is not None
