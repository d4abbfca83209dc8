"""What the rules for running text look at: a sentence, what is known from outside, what carries."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from lossledger.extract.counted import Frame, Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.places import Mention, Settled
from lossledger.extract.quoted import Quoted
from lossledger.extract.speakers import NOBODY, Chain
from lossledger.extract.tokens import Sentence
from lossledger.extract.when import When
from lossledger.model import Claim, Document, Ignored, Note, Relation, Unread
from lossledger.vocabulary.lexicon import Lexicon

REPORT = "report.said"
"""The rule of a claim whose sentence says on which day it was reported."""
UNDIVIDED = "people.undivided"
"""The rule of people whose source does not tell soldiers from civilians."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the reader knows from outside the text."""

    document: Document
    lexicon: Lexicon
    published: date | None
    source: str | None = None


class Heard(NamedTuple):
    """A sentence as it was read: who speaks in each part, on which day, of which places."""

    s: Sentence
    chains: list[tuple[int, int, Chain]]
    said_on: date | None
    mentions: list[Mention]


@dataclass(slots=True)
class Carried:
    """What carries over from sentence to sentence."""

    chain: Chain = NOBODY
    chain_paragraph: int = -9
    ahead: dict[int, Chain] = field(default_factory=dict)
    sole: Chain = NOBODY
    later: dict[int, Chain] = field(default_factory=dict)
    said_on: dict[int, date] = field(default_factory=dict)  # when a later sentence says it was said
    headlines: bool = False  # every line speaks for itself
    quoted: dict[int, Quoted] = field(default_factory=dict)
    turns: dict[int, Chain] = field(default_factory=dict)  # who speaks in an interview's sentences
    one: Chain = NOBODY  # who spoke last and is no side as a whole
    person: Chain = NOBODY  # whom a sentence opened with that names no speaker
    person_paragraph: int = -9
    teller: Chain = NOBODY  # who quotes the one that a sentence's figures are from
    side: str | None = None
    land: str | None = None
    month: When | None = None
    month_before: When | None = None  # the month that the sentences before last named
    year: When | None = None
    bulletin: bool = False
    totals: dict[str | None, Claim] = field(default_factory=dict)  # the last of each claimant
    topic_time: When | None = None  # the month or year that the text's first figures are of
    days: set[tuple[date, date]] = field(default_factory=set)  # that its events were on
    named_day: When | None = None  # the last day that the text named
    begun: date | None = None  # the first day since which the text counts, after a war's own
    week: When | None = None  # the seven days that a bulletin is about
    paper_day: date | None = None  # the day that a paper without a speaker bears
    undated: int = -9  # the paragraph that last told of a paper whose day nobody knows
    event_time: When | None = None
    event_paragraph: int = -9
    things: dict[int, Thing] = field(default_factory=dict)
    told_things: list[Thing] = field(default_factory=list)  # those of the last sentence with any
    above: Chain = NOBODY  # who speaks in the line before, if it names somebody
    intro: Chain = NOBODY
    intro_open: bool = False
    named: list[str] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)  # full names heard, by their last word
    surnames: dict[str, str] = field(default_factory=dict)  # sources of the tables named in full
    last: Claim | None = None
    last_thing: Thing | None = None
    last_paragraph: int = -1
    last_frame: Frame | None = None
    framed_at: int = -1  # where the sentence of the last frame begins
    intro_bound: str | None = None  # "at least" at the end of a list's heading
    asked: str | None = None  # the side that a question before has named: "And the Russians?"
    asked_paragraph: int = -9
    enemy_paragraph: int = -9  # where "the enemy" was spoken of last
    roll: str | None = None  # whose dead a list of names that the text tells of holds
    roll_paragraph: int = -9
    stock: Thing | None = None  # what a part is told of in the sentence that begins at stock_at
    stock_at: int = -1
    paragraph: int = -1
    running: When | None = None
    by_day: When | None = None  # the day that a bulletin tells of beside its night
    beside_total: When | None = None  # the day whose loss a sentence told beside a total
    running_by: str | None = None  # whose figure had that time
    headed: int = -9  # the paragraph that told it without a figure
    running_item: bool = False
    intro_running: When | None = None
    intro_frame: Frame | None = None
    intro_party: str | None = None  # who acts in the list's heading
    intro_claim: Claim | None = None
    item_thing: Thing | None = None
    item_frame: Frame | None = None
    place: str | None = None
    place_paragraph: int = -1
    topic: str | None = None
    topic_paragraph: int = -1
    line: int = -1
    report_day: date | None = None
    report_days: dict[str | None, date] = field(default_factory=dict)
    day: date | None = None
    late: bool = False
    bare: frozenset[int] = frozenset()  # where the lines of long columns of bare numbers begin
    party: str | None = None
    claims: list[Claim] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    heard: list["Heard"] = field(default_factory=list)
    settled: Settled = field(default_factory=Settled)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence as the rules see it; ``told`` are its numbers that are no part of a time.

    ``free`` are those that are no part of ``whens``, times of reports aside.
    """

    s: Sentence
    numbers: list[NumberPhrase]
    whens: list[When]
    report_whens: list[When]
    place: str | None
    told: list[NumberPhrase]
    free: list[NumberPhrase]


def report_said(scene: Scene) -> bool:
    """Whether the sentence names the day of the report: "said on Thursday"."""
    longer = ("month", "year", "last_month", "last_week", "last_year")
    return any(w.start and w.code not in longer for w in scene.report_whens)


def in_time(n: NumberPhrase, whens: list[When]) -> bool:
    return any(w.first <= n.first < w.last for w in whens)


def figures(scene: Scene) -> list[NumberPhrase]:
    """The numbers of a sentence that are no part of a date or a period."""
    return scene.told
