"""Reading: a ``Document`` becomes a ``Reading`` of claimed, ignored and unread numbers.

``read(document)`` is the whole of it. Lists of losses go through ``layout``, running text
through ``prose``; both rest on ``tokens``, ``numbers``, ``dates``, ``speakers`` and
``counted``, and all words stand in the language tables.
"""

import re
from dataclasses import replace
from datetime import date

from lossledger.extract import counted, layout, prose, speakers
from lossledger.extract.relations import with_derived_periods
from lossledger.extract.scene import Context
from lossledger.extract.settled import settled
from lossledger.extract.speakers import NOBODY, Chain
from lossledger.extract.tokens import Sentence, sentences
from lossledger.model import Document, Note, Reading, Span
from lossledger.period import kyiv_day
from lossledger.vocabulary import opponent, sources
from lossledger.vocabulary.lexicon import Lexicon, languages, lexicon, script, script_of

__all__ = ["read"]

_WORD = re.compile(r"\b[^\W\d_]{4,}")


def read(document: Document, *, source: str | None = None, words: Lexicon | None = None) -> Reading:
    """Every number of a document, with who said it, about whom, how many, for which days.

    ``source`` is the id of who speaks where the text itself names nobody. Days that the text
    leaves relative are resolved against the report's day or the day of publication.
    """
    words = words or lexicon(*_languages(document))
    published = document.report_date or (
        kyiv_day(document.published_at) if document.published_at else None
    )
    context = Context(document, words, published, source)
    kinds = {b.span.start: b.kind for b in document.blocks}
    found = sentences(document.text, words, kinds)
    listed = layout.is_list(found, context)
    if not listed:
        return settled(with_derived_periods(prose.read_prose(found, context)))
    return _mixed(found, listed, context)


def _languages(document: Document) -> tuple[str, ...]:
    """The document's languages, and those of another script that some of its words are in.

    A post in one language may hold a label in another; names, which have capitals, and
    abbreviations do not count.
    """
    known = tuple(document.language.split("+"))
    own = {script_of(code) for code in known}
    letters = {m[0][0] for m in _WORD.finditer(document.text)}
    others = {script(letter) for letter in letters if letter.islower()} - own
    return known + tuple(code for code in languages() if script_of(code) in others)


def _mixed(found: list[Sentence], listed: set[int], context: Context) -> Reading:
    """A text that holds a list of losses, with running text around it perhaps."""
    first = min(listed)
    day, notes = _report_day(found, first, context)
    chain, party = _who(found, first, context)
    context = replace(context, published=day or context.published)
    state = prose.begun(found, context)
    state.notes += notes
    for i, s in enumerate(found):
        if i in listed:
            claims, relations = layout.read_list(s, context, day, chain, party)
            _, unread = layout.leftovers(s, context, claims)
            state.claims += claims
            state.relations += relations
            state.unread += unread
        else:
            prose.read_sentence(s, context, state)
    return settled(with_derived_periods(prose.gathered(state, context)))


def _report_day(
    found: list[Sentence], first: int, context: Context
) -> tuple[date | None, list[Note]]:
    """The report's day: the header's when it has one, else the one given; both if they clash."""
    given = context.published
    day, _ = layout.heading_dates(found, context, first + 1)
    if day is None or given is None or day == given:
        return day or given, []
    head = next(s for s in found if layout.heading_dates([s], context, 1)[0] == day)
    span = Span(head.starts[0], head.ends[-1])
    words = f"{head.quoted} [the text says {day}, given is {given}]"
    return day, [Note("date_conflict", span, words, None)]


def _who(found: list[Sentence], first: int, context: Context) -> tuple[Chain, str | None]:
    """Who publishes a list and whose losses it counts."""
    before = found[: first + 1]
    named = [m for s in before for m in s.all("source")]
    voices = [v for s in before for v in speakers.voices(s)]
    outlet = context.document.outlet
    if context.source:
        chain = Chain(context.source, (), "speaker.given")
    elif voices:
        chain = speakers.chain(voices, NOBODY, outlet)
    elif named:
        chain = Chain(str(named[0].meaning), (), "speaker.heading")
    else:
        chain = Chain(_by_layout(found), (), "speaker.layout")
    every = prose.named_sources(found)
    chain = replace(chain, claimant=speakers.narrowed(chain.claimant, every, None))
    return chain, _whose(before, chain)


def _whose(before: list[Sentence], chain: Chain) -> str | None:
    """The party in the heading ("losses of the enemy"), else the speaker's opponent."""
    for s in before:
        for m in s.all("noun_of_loss"):
            words = counted.owner_words(s, max(0, m.start - 3), m.end + 5)
            if words == "enemy":
                return speakers.enemy_of(chain.claimant)
            if words and words != "own":
                return words
    return opponent(speakers.party_of(chain.claimant))


def _by_layout(found: list[Sentence]) -> str | None:
    """The source whose own form of list this is, by the labels that only it uses."""
    said = {str(m.meaning) for s in found for m in s.all("form_of")}
    return said.pop() if len(said) == 1 and said <= set(sources()) else None
