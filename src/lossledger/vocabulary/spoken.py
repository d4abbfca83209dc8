"""Days, numbers and names in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from lossledger.quantity import Quantity
from lossledger.vocabulary import (
    brief_languages,
    brief_words,
    chart_words,
    interface,
    source_name,
    sources,
)
from lossledger.vocabulary.lexicon import labels, languages


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    language: str = "en"

    @cached_property
    def t(self) -> Mapping[str, Any]:
        """The words and templates of charts and pages."""
        return chart_words(self.language)

    def say(self, key: str, **parts: object) -> str:
        """A template with its places filled."""
        return str(self.t[key]).format(**parts)

    def day(self, day: date) -> str:
        """A day as it stands in a sentence: ``22 Feb 2024``."""
        return f"{day.day} {self.t['months'][day.month - 1]} {day.year}"

    def number(self, value: int | float, places: int = 0) -> str:
        """A number as the language parts its thousands and its decimals."""
        words = f"{value:,.{places}f}" if places else f"{value:,}"
        whole, _, part = words.partition(".")
        whole = whole.replace(",", self.t["thousands"])
        return f"{whole}{self.t['decimal']}{part}" if part else whole

    def label(self, code: str) -> str:
        """The name of a metric or a party."""
        spoken = self.language if self.language in languages() else "en"
        return labels(spoken).get(code, code)

    def party(self, code: str) -> str:
        """A party as a sentence on its losses names it."""
        if self.language not in brief_languages() or self.language == "en":
            return self.label(code)
        return str(brief_words(self.language)["party"].get(code) or self.label(code))

    def claimant(self, claimant: str) -> str:
        """The name of a source as it stands in a sentence: the General Staff, NATO, Oryx."""
        name = source_name(claimant, self.language)
        if self.language != "en":
            return name
        source = sources().get(claimant)
        office = source is not None and source.kind == "official"
        phrase = " " in name and not name.startswith("The ")
        return f"the {name}" if phrase and (office or " of " in name or " for " in name) else name

    def scope(self, scope: tuple[str, ...] | None, between: str = " + ") -> str:
        """The kinds of loss that a figure counts."""
        if not scope:
            return str(self.t["not_stated"])
        words = interface(self.language)
        return between.join(words.get(f"scope_of.{kind}", kind).lower() for kind in scope)

    def quantity(self, said: Quantity) -> str:
        """A quantity as said: one value, a bound or a range, with its hedge."""
        if self.language == "en":
            return str(said)
        hedge = interface(self.language).get(f"hedge.{said.hedge}", "") if said.hedge else ""
        before = f"{hedge} " if hedge else ""
        low, high = (None if end is None else self.number(end) for end in (said.low, said.high))
        if low == high:
            return f"{before}{low}"
        if high is None:
            return before + self.say("more_than" if said.strict else "at_least", low=low)
        if low is None:
            return before + self.say("fewer_than" if said.strict else "up_to", high=high)
        return before + self.say("range", low=low, high=high)
