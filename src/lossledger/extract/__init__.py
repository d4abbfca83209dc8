"""Reading: a ``Document`` becomes a ``Reading`` of claimed, ignored and unread numbers.

``read(document)`` is the whole of it. Lists of losses go through ``layout``, running text
through ``prose``; both rest on ``tokens``, ``numbers``, ``dates``, ``speakers`` and
``counted``, and all words stand in the language tables.
"""

import re
from dataclasses import replace

from lossledger.extract import layout, persons, prose, roles, tables
from lossledger.extract.around import without_asides
from lossledger.extract.disguise import with_disguises
from lossledger.extract.exact_parts import with_exact_parts
from lossledger.extract.explain import Fate, explain
from lossledger.extract.relations import with_derived_periods, with_parts
from lossledger.extract.scene import Context
from lossledger.extract.settled import settled, with_population
from lossledger.extract.tokens import Sentence, sentences
from lossledger.extract.which_war import war_told
from lossledger.model import Document, Reading
from lossledger.period import kyiv_day
from lossledger.vocabulary.lexicon import Lexicon, languages, lexicon, script, script_of

__all__ = ["Fate", "explain", "read"]

_WORD = re.compile(r"\b[^\W\d_]{4,}")


def read(document: Document, *, source: str | None = None, words: Lexicon | None = None) -> Reading:
    """Every number of a document, with who said it, about whom, how many, for which days.

    ``source`` is the id of who speaks where the text itself names nobody. Days that the text
    leaves relative are resolved against the report's day or the day of publication. "The enemy",
    sides and running totals are those of the war that the text is about.
    """
    if words is None:
        codes = _languages(document)
        words = lexicon(*codes, war=war_told(document, codes, source))
    published = document.report_date or (
        kyiv_day(document.published_at) if document.published_at else None
    )
    reading = without_asides(_read(Context(document, words, published, source)))
    return with_disguises(with_population(with_exact_parts(reading)))


def _read(context: Context) -> Reading:
    document, words = context.document, context.lexicon
    kinds = {b.span.start: b.kind for b in document.blocks}
    found = tables.rows(sentences(document.text, words, kinds), words)
    roles.name_offices(found)
    persons.name_persons(found)
    lists = layout.read_lists(found, context, prose.named_sources(found))
    if lists is None:
        headlines = all(s.item for s in found)
        told = with_derived_periods(prose.read_prose(found, context))
        return with_parts(settled(told, context.published, days=not headlines))
    return _mixed(found, lists, context)


def _languages(document: Document) -> tuple[str, ...]:
    """The document's languages, and those of another script that some of its words are in.

    A post in one language may hold a label in another; names, which have capitals, and
    abbreviations do not count. A text whose language is undetermined is read by those of the
    script that it is written in, else by all.
    """
    known = tuple(code for code in document.language.split("+") if code in languages())
    own = {script_of(code) for code in known}
    letters = {m[0][0] for m in _WORD.finditer(document.text)}
    others = {script(letter) for letter in letters if letter.islower()} - own
    found = known + tuple(code for code in languages() if others and script_of(code) in others)
    return found or tuple(languages())


def _mixed(found: list[Sentence], lists: layout.Lists, context: Context) -> Reading:
    """A text that holds a list of losses, with running text around it perhaps."""
    context = replace(context, published=lists.day or context.published)
    state = prose.begun(found, context)
    state.notes += lists.notes
    state.relations += lists.relations
    for i, s in enumerate(found):
        if i in lists.claims:
            state.claims += lists.claims[i]
            state.unread += lists.unread[i]
            prose.account_tokens(s, [], state)
        else:
            prose.read_sentence(s, context, state)
        if i >= prose.LOOKED_BACK:
            found[i - prose.LOOKED_BACK].forget()
    gathered = with_derived_periods(prose.gathered(state, context))
    return with_parts(settled(gathered, context.published))
