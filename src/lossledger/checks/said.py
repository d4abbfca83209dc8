"""What a sentence says of its figure, and what it leaves to the sentences around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lossledger.model import Claim, Ignored, Reading, Span
from lossledger.period import DAY, month_of
from lossledger.vocabulary import war_of
from lossledger.vocabulary.lexicon import Lexicon, Match, languages, lexicon

POINTING = frozenset({"period.same", "period.that_year", "period.month_before"})
"""Rules of the reader for days that the words only point back to."""
UNNAMED = frozenset({"period.past_month", "period.past_year"})
"""The same for a month or a year that is not named: "over the month"."""
CARRIED_DAYS = "days.carried"
"""The rule of the reader for days that stand in another sentence."""
ELSEWHERE = frozenset({"same", "that_year"})
"""Words for days that are said elsewhere: "over the same time", "in the course of the year"."""
IN_ALL = frozenset({"cumulative", "in_total"})
"""Words that speak of a running total."""
PAST_DAY = frozenset({"past_day"})
A_DAY = frozenset({"past_day", "whole_day"})
"""Words for a day as a stretch of time."""
DAY_EARLIER = "day_earlier"
"""Words for the day, or the report, before the one just told of."""
GROWTH = frozenset({"change", "increment", "comparison", "since"})
"""Words for what a total has risen by, and since when."""
GROWN = "metric.grown"
"""The rule of the reader for a figure that a total has risen by."""
NO_TIME = "period.total"
"""The same for a total without a time that the reader could bind to it."""
REPORTED = "report.said"
"""The rule of the reader for a sentence that tells on which day something was reported."""
UNBOUND = "period.none"
"""The same for a figure to which it could bind no time."""
AGO = {"week_earlier": 0, "month_before": 1, "year_earlier": 12}
"""Words for a time before the story's day, in months; a week for none."""
PARAGRAPH = 400
"""A month named further back is not that of a figure."""
NEXT_TO, LAST_OF_MONTH = 1, 31
"""Characters between a day's number and its month, and the largest such number."""
LOST = frozenset({"lose", "destroy", "kill"})
"""Verbs that say that something was lost."""
READ_DAY = frozenset({"period.past_day", "period.yesterday"})
"""Rules of the reader for the past day, bound to the figure itself."""
BREAKS = "—–;:()\n"
"""Marks that end a clause: a time behind them is not that of a figure before them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase of a sentence that the tables know: where it starts and what it is."""

    start: int
    kind: str
    meaning: str


class Said:
    """The sentences of a reading: which days, weekdays and categories they name themselves."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.text = reading, reading.document.text
        self._words: dict[tuple[int, int], tuple[Word, ...]] = {}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the text that have a table; English when none has."""
        spoken = self.reading.document.language.split("+")
        return tuple(code for code in spoken if code in languages()) or ("en",)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the text's languages and of the war that its figures are of."""
        return lexicon(*self.languages, war=war_of(c.party for c in self.reading.claims))

    @cached_property
    def _date_numbers(self) -> tuple[Ignored, ...]:
        """The numbers of dates."""
        return tuple(n for n in self.reading.ignored if n.reason.startswith("date"))

    def sentence_of(self, claim: Claim) -> tuple[int, int]:
        """Where a claim's sentence begins and ends in the text."""
        sentence = claim.sentence
        start = self.text.rfind(sentence, 0, claim.span.end + len(sentence)) if sentence else -1
        if start < 0 or not start <= claim.span.start < start + len(sentence):
            return claim.span.start, claim.span.end
        return start, start + len(sentence)

    def words(self, claim: Claim) -> tuple[Word, ...]:
        """The words of a claim's sentence that the tables know."""
        here = self.sentence_of(claim)
        found = self._words.get(here)
        if found is None:
            found = self._words[here] = tuple(self._tagged(*here))
        return found

    def _tagged(self, start: int, end: int) -> Iterator[Word]:
        starts, words = _split(self.text[start:end].lower())
        for at, matches in zip(starts, self.lexicon.tag(words, words), strict=True):
            for match in matches or ():
                yield Word(start + at, match.kind, _meaning(match))

    def days(self, claim: Claim) -> bool:
        """Whether the claim's sentence says for which days it speaks, and of no total beside.

        A claim that the reader did not read in a text says them itself.
        """
        rules = set(claim.rules)
        if not any(rule.startswith("period.") for rule in rules):
            return True
        year = claim.period.start.year if claim.period.start else None
        unnamed = "period.year" in rules and str(year) not in claim.sentence
        if unnamed or rules & {CARRIED_DAYS, NO_TIME, UNBOUND} or rules & (POINTING | UNNAMED):
            return False
        if "period.rolling" in rules and claim.stance == "derived":
            return False  # "139,400 in fifteen weeks": the days are those of its totals
        dated = self._dated(claim)
        stop = self._clause_end(claim)
        words = [w for w in self.words(claim) if w.start < stop and not self._local(w, claim)]
        if "period.month" in rules and not dated and all(w.kind != "month" for w in words):
            return False  # "over the month": that of the sentence before
        named = any(
            w.kind in ("month", "weekday") or (w.kind == "period" and w.meaning not in ELSEWHERE)
            for w in words
        )
        end = claim.span.end
        before = [w for w in words if w.start < end or "," not in self.text[end : w.start]]
        if any(w.kind == "tally" or w.meaning in IN_ALL for w in before):
            # "the total on 13 May was", but not "in the past day, the total being"
            return dated and claim.period.kind == "cumulative" and "period.day" in rules
        return named or dated

    def _local(self, word: Word, claim: Claim) -> bool:
        """Whether a time belongs to another figure of a list: "489,870, with 1,410 in the past
        day; 7,547 tanks"."""
        if word.kind != "period" or self.text.find(";", word.start, claim.span.start) < 0:
            return False
        begins = max(self.sentence_of(claim)[0], self.text.rfind(";", 0, word.start))
        return any(begins <= c.span.start < word.start for c in self.reading.claims)

    def _dated(self, claim: Claim) -> bool:
        """Whether a date stands in the claim's sentence and may be that of its figure."""
        start, end = self.sentence_of(claim)
        stop = self._clause_end(claim)
        return any(start <= number.span.start < min(end, stop) for number in self._date_numbers)

    def _clause_end(self, claim: Claim) -> int:
        """Where the clause of a figure ends: a time behind that is not the figure's."""
        end = claim.span.end
        found = (self.text.find(mark, end) for mark in BREAKS)
        return min((at for at in found if at >= 0), default=len(self.text))

    def past_day(self, claim: Claim) -> bool:
        """Whether the sentence speaks of the past day, whatever date it names."""
        return any(w.kind == "period" and w.meaning in PAST_DAY for w in self.words(claim))

    def day_earlier(self, claim: Claim) -> bool:
        """Whether the sentence speaks of the day, or the report, before, ahead of the figure."""
        return any(
            w.kind == "period" and w.meaning == DAY_EARLIER and w.start < claim.span.start
            for w in self.words(claim)
        )

    def time_before(self, claim: Claim) -> bool:
        """Whether a time stands in the sentence before the figure; a claim that the reader did
        not read in a text has one."""
        if not any(rule.startswith("period.") for rule in claim.rules):
            return True
        kinds, start = ("period", "weekday", "month", "since"), claim.span.start
        return any(w.kind in kinds and w.start < start for w in self.words(claim))

    def day_right_behind(self, claim: Claim) -> bool:
        """Whether a day as a stretch of time stands behind a figure in its own clause."""
        end = claim.span.end
        days = (w for w in self.words(claim) if w.kind == "period" and w.meaning in A_DAY)
        at = min((w.start for w in days if w.start >= end), default=None)
        if at is None or any(mark in self.text[end:at] for mark in "," + BREAKS):
            return False
        return not any(end <= c.span.start < at for c in self.reading.claims)

    def scope_before(self, claim: Claim) -> bool:
        """Whether the kind of loss stands in the sentence before the figure, with no other
        figure between."""
        kinds, start = set(claim.scope or ()), claim.span.start
        at = [
            w.start
            for w in self.words(claim)
            if w.kind == "scope" and w.meaning in kinds and w.start < start
        ]
        return bool(at) and not any(max(at) < c.span.start < start for c in self.reading.claims)

    def lost_in_a_day(self, claim: Claim) -> bool:
        """Whether a verb and a time say that so many were lost in a day, with no other figure
        between: "in a day Russia lost N", "Russia lost N men in the past day"."""
        start, end = claim.span.start, claim.span.end
        days = [w.start for w in self.words(claim) if w.kind == "period" and w.meaning in A_DAY]
        read = claim.period.kind == "day" and bool(READ_DAY & set(claim.rules))
        verbs = [w.start for w in self.words(claim) if w.kind == "frame" and w.meaning in LOST]
        verb = max((at for at in verbs if at < start), default=None)
        if not days or verb is None or (self.total(claim) and not read):
            return False
        before = max((at for at in days if at < start), default=None)
        opens, closes = min(verb, before) if before is not None else verb, start
        if before is None:
            closes = min(days)
            if any(mark in self.text[end:closes] for mark in "," + BREAKS):
                return False
        figures = (c.span.start for c in self.reading.claims if c.span.start != start)
        return not any(opens < at < closes for at in figures)

    def reports(self, claim: Claim) -> bool:
        """Whether the sentence tells of a report, or of something recorded."""
        return any(w.kind in ("account", "recording", "speech") for w in self.words(claim))

    def recorded(self, claim: Claim) -> bool:
        """Whether the sentence says that these are cases recorded, established or confirmed."""
        return any(w.kind in ("recording", "corroboration") for w in self.words(claim))

    def in_all(self, claim: Claim) -> bool:
        """Whether the sentence says ahead of the figure that it is all there were."""
        start = claim.span.start
        return any(
            w.meaning == "in_total" or w.kind == "tally"
            for w in self.words(claim)
            if w.start < start
        )

    def total(self, claim: Claim) -> bool:
        """Whether the sentence speaks of a running total."""
        return any(w.kind == "tally" or w.meaning in IN_ALL for w in self.words(claim))

    def sums(self, claim: Claim) -> bool:
        """Whether the sentence says ahead of the figure that it takes what was told together."""
        start = claim.span.start
        kinds = ("summing", "altogether")
        return self.in_all(claim) or any(
            w.kind in kinds and w.start < start for w in self.words(claim)
        )

    def adds(self, claim: Claim) -> bool:
        """Whether the sentence speaks of a total, or of adding up."""
        kinds = ("summing", "altogether")
        return self.total(claim) or any(w.kind in kinds for w in self.words(claim))

    def days_before(self, claim: Claim, today: date) -> Iterator[date]:
        """The days before a story's own that its sentence names without the reader binding them
        to the figure: a weekday, a week, a month or a year ago."""
        for word in self.words(claim):
            if word.kind == "weekday":
                yield today - ((today.weekday() - int(word.meaning)) % 7 or 7) * DAY
            elif word.kind == "period" and word.meaning in AGO:
                yield _back(today, AGO[word.meaning])

    def grows(self, claim: Claim) -> bool:
        """Whether the sentence speaks of growth, or of a time since a day."""
        return any(w.kind in GROWTH for w in self.words(claim)) or GROWN in claim.rules

    def corroborates(self, claim: Claim) -> bool:
        """Whether the sentence presents a figure as an own or independent one, or as confirming."""
        return any(w.kind == "corroboration" for w in self.words(claim))

    def sources(self, claim: Claim) -> frozenset[str]:
        """The sources that the claim's sentence names."""
        return frozenset(w.meaning for w in self.words(claim) if w.kind == "source")

    def metrics(self, claim: Claim) -> frozenset[str]:
        """The categories that the claim's sentence names."""
        return frozenset(w.meaning for w in self.words(claim) if w.kind == "metric")

    def dates(self, claim: Claim, today: date) -> set[date]:
        """The days that a claim's sentence names by number and month, up to the story's own."""
        start, end = self.sentence_of(claim)
        numbers = [
            (number.span, number.quote)
            for row in (self.reading.ignored, self.reading.unread)
            for number in row
            if start <= number.span.start < end
        ]
        found: set[date] = set()
        for word in self.words(claim):
            for span, quote in numbers if word.kind == "month" else ():
                gap = min(
                    abs(word.start - span.end),
                    abs(span.start - self.text.find(" ", word.start, end)),
                )
                digits = "".join(c for c in quote if c.isdecimal())
                if gap <= NEXT_TO and digits and int(digits) <= LAST_OF_MONTH:
                    day = _latest(int(word.meaning), int(digits), today)
                    found |= {day} if day is not None else set()
        return found or {day for span, quote in numbers if (day := self._day(span, quote, today))}

    def _day(self, span: Span, quote: str, today: date) -> date | None:
        """The last such day of a month where only its number is said: "on the 20th"."""
        words, end = self.lexicon, span.end
        ordinal = any(words.meaning("ordinal", self.text[end : end + n]) for n in (2, 3))
        if not ordinal or not quote.isdecimal() or not 1 <= int(quote) <= LAST_OF_MONTH:
            return None
        for month in (today, today.replace(day=1) - DAY):
            day = min(int(quote), month_of(month).days or 0)
            if month.replace(day=day) <= today and day == int(quote):
                return month.replace(day=day)
        return None

    def month(self, claim: Claim, today: date) -> date | None:
        """The first day of the only month that the sentence names before a figure, or else the
        words before it in the same paragraph: the last such month up to a day."""
        start = self.sentence_of(claim)[0]
        opens = max(self.text.rfind("\n", 0, start), start - PARAGRAPH) + 1
        for first, end in ((start, claim.span.start), (opens, start)):
            named = {
                int(w.meaning)
                for w in self._tagged(first, end)
                if w.kind == "month" and not self._of_a_day(w)
            }
            if len(named) == 1:
                return _latest(named.pop(), 1, today)
        return None

    def month_named(self, claim: Claim, today: date) -> date | None:
        """The first day of the only month that the sentence names without a day or a year before
        a figure."""
        here = [w for w in self.words(claim) if w.kind == "month" and w.start < claim.span.start]
        named = {int(w.meaning) for w in here if not self._of_a_day(w)}
        return _latest(named.pop(), 1, today) if len(named) == 1 else None

    def _of_a_day(self, month: Word) -> bool:
        """Whether a day's number stands beside a month."""
        behind = self.text.find(" ", month.start)
        return any(
            number.reason.startswith("date")
            and (
                abs(month.start - number.span.end) <= NEXT_TO
                or abs(number.span.start - behind) <= NEXT_TO
            )
            for number in self.reading.ignored
        )

    def names_day(self, claim: Claim, day: date) -> bool:
        """Whether the claim's sentence names the day itself, by date or by weekday."""
        start, end = self.sentence_of(claim)
        for number in self.reading.ignored:
            if start <= number.span.start < end and number.reason.startswith("date"):
                digits = "".join(c if c.isdigit() else " " for c in number.quote).split()
                if str(day.day) in {d.lstrip("0") for d in digits}:
                    return True
        return day.weekday() in self.weekdays(self.text[start:end])

    def weekdays(self, text: str) -> set[int]:
        """The weekdays that a text names, Monday is 0."""
        words = self.lexicon
        found = (words.meaning("weekday", w) for w in _split(text.lower())[1])
        return {int(day) for day in found if day is not None}


def _latest(month: int, number: int, today: date) -> date | None:
    """The last such day of the calendar up to a day, if there is one in two years."""
    for year in (today.year, today.year - 1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if day <= today:
            return day
    return None


def _back(today: date, months: int) -> date:
    """A day so many months before; a week before for no month."""
    if months == 0:
        return today - 7 * DAY
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, 28 if month == 1 else 30))


def _meaning(match: Match) -> str:
    return str(match.meaning)


def _split(text: str) -> tuple[list[int], list[str]]:
    """The words of a text with where each starts."""
    starts: list[int] = []
    words: list[str] = []
    at = None
    for i, c in enumerate(text + " "):
        if c.isalnum() or c in "'’":
            at = i if at is None else at
        elif at is not None:
            starts.append(at)
            words.append(text[at:i])
            at = None
    return starts, words
