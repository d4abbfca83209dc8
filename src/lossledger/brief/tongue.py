"""A language of briefs: its templates filled with texts, its numbers, days and plurals."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from lossledger import vocabulary
from lossledger.brief.words import Piece, Text, listed, sentence_case, source_name, written
from lossledger.quantity import Quantity
from lossledger.series import Report
from lossledger.vocabulary import brief_words, interface
from lossledger.vocabulary.conflict_words import genitives
from lossledger.vocabulary.lexicon import labels
from lossledger.vocabulary.spoken import Words

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Tongue:
    """The words of one language."""

    language: str

    @cached_property
    def t(self) -> Mapping[str, Any]:
        """The templates of briefs."""
        return brief_words(self.language)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The words of the interface."""
        return interface(self.language)

    def say(self, key: str, **parts: "str | Piece | Text") -> Text:
        """A template with its places filled; ``{Name}`` is ``name`` with a capital letter."""
        found: list[str | Piece | Text] = []
        end = 0
        template = str(self.t[key])
        for place in _PLACE.finditer(template):
            found.append(template[end : place.start()])
            name = place[1]
            part = parts[name] if name in parts else parts[name.lower()]
            if name not in parts and isinstance(part, str):
                part = sentence_case(part)
            found.append(part)
            end = place.end()
        return written(*found, template[end:])

    def number(self, value: int, *, signed: bool = False) -> str:
        """A whole number as the language parts its thousands."""
        words = f"{value:+,}" if signed else f"{value:,}"
        return words.replace(",", self.t["thousands"])

    def day(self, day: date, key: str = "day") -> str:
        """A date as it stands in a sentence."""
        month = self.t["month_names"][day.month - 1]
        return str(self.t[key]).format(day=day.day, month=month, year=day.year)

    def days(self, first: date, last: date) -> str:
        """Days of a closed span in words."""
        if first == last:
            return str(self.t["one_day"]).format(last=self.day(last))
        if (first.year, first.month) == (last.year, last.month):
            return str(self.t["days"]).format(first=first.day, last=self.day(last))
        begin = "short_day" if first.year == last.year else "day"
        return str(self.t["days"]).format(first=self.day(first, begin), last=self.day(last))

    def party(self, party: str) -> str:
        """A party as a sentence on its losses names it."""
        told = self.t["party"].get(party) or genitives(self.language).get(party)
        return str(told or labels(self.language).get(party, party))

    def claimant(self, source: str | None) -> str:
        """A claimant as a sentence names it."""
        if source in vocabulary.sources():
            return Words(self.language).claimant(str(source))
        return source_name(source)

    def label(self, metric: str) -> str:
        """A category as a list names it, with a capital letter."""
        return sentence_case(labels(self.language).get(metric, metric))

    def figure(self, value: int, claims: Iterable[str], *, signed: bool = False) -> Piece:
        """A number with the claims that it rests on."""
        return Piece(self.number(value, signed=signed), tuple(claims))

    def counted(self, number: "Piece | Text", value: int, metric: str) -> Text:
        """A number with what it counts, in the form that the number asks for."""
        forms = self.t["forms"].get(metric)
        name = _form(forms, value) if forms else labels(self.language).get(metric, metric)
        return written(number, f" {name}")

    def total(self, report: Report) -> Text:
        """A total with its hedge or bound, as said."""
        keys = {"at least": "at_least", "more than": "more_than", "up to": "up_to",
                "fewer than": "fewer_than"}  # fmt: skip
        number = written(self.figure(report.value, report.claims))
        if report.bound:
            return self.say(keys[report.bound], low=number, high=number)
        return self._hedged(number, report.hedge)

    def _hedged(self, said: Text, hedge: str | None) -> Text:
        words = self.words.get(f"hedge.{hedge}") if hedge else None
        return self.say("hedged", hedge=words, said=said) if words else said

    def quantity(self, said: Quantity, claims: Iterable[str]) -> Text:
        """A quantity as said, in words of the language."""
        claims = tuple(claims)
        low = written(self.figure(said.low, claims)) if said.low is not None else ()
        high = written(self.figure(said.high, claims)) if said.high is not None else ()
        if said.low is not None and said.low == said.high:
            return self._hedged(low, said.hedge)
        if said.high is None:
            return self.say("more_than" if said.strict else "at_least", low=low)
        if said.low is None:
            return self.say("fewer_than" if said.strict else "up_to", high=high)
        return self._hedged(self.say("range", low=low, high=high), said.hedge)

    def listed(self, parts: Sequence[Text]) -> Text:
        """Texts as an enumeration."""
        if len(parts) < 2:
            return written(*parts)
        head = [piece for part in parts[:-1] for piece in (part, ", ")][:-1]
        return written(*head, str(self.t["and"]), parts[-1]) if head else listed(parts)

    def scope(self, scope: Sequence[str] | None) -> str:
        """The kinds of loss that a figure counts."""
        if not scope:
            return self.words["not_stated"]
        return " + ".join(self.words[f"scope_of.{kind}"] for kind in scope)


def _form(forms: Sequence[str], value: int) -> str:
    """Of two forms (one, other) or three (one, few, many) the one that a number asks for."""
    if len(forms) == 2:
        return forms[0] if value == 1 else forms[1]
    ones, tens = value % 10, value % 100
    if ones == 1 and tens != 11:
        return forms[0]
    return forms[1] if 2 <= ones <= 4 and not 12 <= tens <= 14 else forms[2]
