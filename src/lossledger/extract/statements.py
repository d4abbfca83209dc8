"""Statements beside figures: quotations with their speaker, assessments, verification notes.

``hear`` keeps of each sentence who speaks, when, and of which places; from what was heard
``placed`` gives the claims their places, and ``statements_of`` the statements of the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from lossledger.extract import places, speakers
from lossledger.extract.linking import MOST, linked
from lossledger.extract.scene import Carried, Context, Heard, Scene
from lossledger.extract.speakers import NOBODY, Chain
from lossledger.extract.tokens import Sentence
from lossledger.model import Claim, Place, Span, Statement
from lossledger.places import cues, gazetteer

LEAST_WORDS = 4
"""A quotation of fewer words is a name or a turn of phrase."""
LEAST_CARRIED = 7
"""A quotation without a speaker of its own has at least so many words."""
LEAST_ASSESSED = 6
"""An assessment has at least so many tokens."""
LONGEST_SENTENCE = 4000
"""Of a sentence with more characters only the surroundings of a statement are kept."""
AROUND = 500
"""So many characters on each side of it."""
LONGEST_QUOTE = 4000
"""More characters than this between two quotation marks are no quotation."""
_UNSPOKEN = frozenset({
    "speaker.carried", "speaker.none", "speaker.given", "speaker.layout", "speaker.heading",
})  # fmt: skip
_OF_THE_FIELD = ("party", "party_adjective", "enemy", "own", "military", "frame", "metric")
_MAY_FOLLOW = '«“„"[(…—–-'
_CLOSES = {"«": "»", "“": "”", "„": "“”", '"': '"'}


def hear(
    scene: Scene, chains: list[tuple[int, int, Chain]], context: Context, state: Carried
) -> None:
    """Keep a sentence with its speakers, the day it was said, and its places."""
    languages = context.lexicon.languages
    found = places.mentions(scene.s, cues(languages), languages)
    if found:
        found = places.resolved(found, scene.s, state.settled, gazetteer())
    told = (when.start for when in scene.report_whens if when.start)
    state.heard.append(Heard(scene.s, chains, next(told, context.published), found))


def placed(claims: Sequence[Claim], state: Carried) -> tuple[Claim, ...]:
    """The claims, in text order, with the places that their sentences name for them."""
    starts = [claim.span.start for claim in claims]
    given: dict[int, tuple[Place, ...]] = {}
    for heard in state.heard:
        if not heard.mentions:
            continue
        s = heard.s
        first, last = bisect_left(starts, s.starts[0]), bisect_left(starts, s.ends[-1])
        figures = [bisect_right(s.starts, start) - 1 for start in starts[first:last]]
        if figures:
            links = linked(figures, heard.mentions, s, speakers.segments(s))
            used = {m.first: m for link in links for m in link}
            named = {k: places.place_of(m, s, gazetteer()) for k, m in used.items()}
            for n, link in enumerate(links, first):
                given[n] = tuple(named[m.first] for m in link)
    return tuple(
        replace(claim, places=given[n]) if given.get(n) else claim for n, claim in enumerate(claims)
    )


def statements_of(state: Carried, context: Context) -> tuple[Statement, ...]:
    """All statements of a text, in text order."""
    quoted = list(_quotations(state))
    found = [_statement("quotation", q.span, q.heard, q.chain, context) for q in quoted]
    covered = [q.span for q in quoted]
    by_start = {heard.s.starts[0]: heard for heard in state.heard}
    for note in state.notes:
        heard = by_start.get(note.span.start)
        if heard and heard.s.all("note"):
            chain = next((c for _, _, c in heard.chains if c.claimant == note.speaker), None)
            chain = chain or Chain(note.speaker)
            found.append(_statement(note.kind, note.span, (heard,), chain, context))
    figures = sorted(claim.span.start for claim in state.claims)
    found += _assessments(state, figures, covered, context)
    return tuple(sorted(found, key=lambda statement: statement.span))


def _statement(
    kind: str, span: Span, heard: Sequence[Heard], chain: Chain, context: Context
) -> Statement:
    document = context.document
    named = [places.place_of(m, h.s, gazetteer()) for h in heard for m in _mentions_in(h, span)]
    return Statement(
        document.id,
        kind,
        span,
        document.offsets.byte_span(span),
        document.text[span.start : span.end],
        _sentence(heard[0].s, span),
        document.outlet,
        chain.relays,
        chain.claimant,
        next((h.said_on for h in reversed(heard) if _own(h)), heard[0].said_on),
        tuple(named),
    )


def _tokens(s: Sentence, span: Span) -> tuple[int, int]:
    """The tokens of a sentence that begin inside of a span (half-open)."""
    return bisect_left(s.starts, span.start), bisect_left(s.starts, span.end)


def _mentions_in(heard: Heard, span: Span) -> list[places.Mention]:
    first, last = _tokens(heard.s, span)
    k = bisect_left(heard.mentions, first, key=lambda m: m.first)
    n = bisect_left(heard.mentions, last, key=lambda m: m.first)
    return heard.mentions[k : min(n, k + MOST)]


def _sentence(s: Sentence, span: Span) -> str:
    """The sentence, or of one without an end what stands around the span."""
    start, end = s.starts[0], s.ends[-1]
    if end - start > LONGEST_SENTENCE:
        start, end = max(start, span.start - AROUND), min(end, span.end + AROUND)
    return s.text[start:end]


def _own(heard: Heard) -> Chain | None:
    """The last speaker that a sentence itself names."""
    spoken = [c for _, _, c in heard.chains if c.rule not in _UNSPOKEN and c.claimant]
    return spoken[-1] if spoken else None


def _assessments(
    state: Carried, figures: Sequence[int], covered: Sequence[Span], context: Context
) -> Iterator[Statement]:
    """Sentences with a speaker of their own, about the field, without a figure."""
    ends = [span.end for span in covered]
    for heard in state.heard:
        s = heard.s
        span = Span(s.starts[0], s.ends[-1])
        chain = _own(heard)
        if chain is None or len(s) < LEAST_ASSESSED or s.all("note") or _says_nothing(s):
            continue
        k = bisect_left(figures, span.start)
        if k < len(figures) and figures[k] < span.end:
            continue
        n = bisect_right(ends, span.start)
        if n < len(covered) and covered[n].start < span.end:
            continue
        if heard.mentions or s.all(*_OF_THE_FIELD):
            yield _statement("assessment", span, (heard,), chain, context)


def _says_nothing(s: Sentence) -> bool:
    """Whether every verb of speech is negated: "the ministry does not comment on losses"."""
    verbs = s.all("speech")
    return bool(verbs) and all(
        s.has("negation", max(0, verb.start - 2), verb.start) for verb in verbs
    )


class _Quoted(NamedTuple):
    """Direct speech: the characters between its marks, the sentences it is in, its speaker."""

    span: Span
    heard: tuple[Heard, ...]
    chain: Chain


def _quotations(state: Carried) -> Iterator[_Quoted]:
    """Quotations that have a speaker: beside them, or going on from the one before."""
    going_on = NOBODY
    for first, last, span in _between_marks(state.heard):
        inside = tuple(state.heard[first : last + 1])
        words = sum(h.s.kinds[slice(*_tokens(h.s, span))].count("word") for h in inside)
        if words < LEAST_WORDS:
            continue
        chain = _speaker(state.heard, first, last, span)
        if chain is None and words >= LEAST_CARRIED:
            carried = inside[0].chains[0][2]
            chain = carried if carried.claimant else going_on if going_on.claimant else None
        if chain:
            going_on = chain
            yield _Quoted(span, inside, chain)


def _speaker(heard: Sequence[Heard], first: int, last: int, span: Span) -> Chain | None:
    """Who is named as speaking in the sentences of a quotation, behind it or before it."""
    for h in (heard[last], heard[first]):
        own = _own(h)
        if own and _outside(h.s, span):
            return own
    before = heard[first - 1] if first else None
    if before and before.s.quoted.rstrip().endswith(":"):
        return _own(before)
    return None


def _outside(s: Sentence, span: Span) -> bool:
    """Whether words of a sentence stand outside of the quotation."""
    return any(
        kind == "word" and not span.start <= start < span.end
        for kind, start in zip(s.kinds, s.starts, strict=True)
    )


def _between_marks(heard: Sequence[Heard]) -> Iterator[tuple[int, int, Span]]:
    """The outermost pairs of quotation marks of each paragraph: sentences and characters."""
    opened: tuple[int, int, str] | None = None
    depth = 0
    paragraph = -1
    for n, h in enumerate(heard):
        if h.s.paragraph != paragraph:
            opened, depth, paragraph = None, 0, h.s.paragraph
        for kind, word, start, end in zip(h.s.kinds, h.s.words, h.s.starts, h.s.ends, strict=True):
            if kind != "mark":
                continue
            if opened is None:
                if word in _CLOSES and _opens(h.s.text, end):
                    opened, depth = (n, end, word), 1
                continue
            mark = opened[2]
            if word in _CLOSES[mark]:
                depth -= 1
                if depth == 0:
                    if opened[1] < start <= opened[1] + LONGEST_QUOTE:
                        yield opened[0], n, Span(opened[1], start)
                    opened = None
            elif word == mark:
                depth += 1


def _opens(text: str, end: int) -> bool:
    """Whether a word follows a quotation mark: a straight one that opens, not one that closes."""
    follows = text[end : end + 1]
    return follows.isalnum() or (follows != "" and follows in _MAY_FOLLOW)
