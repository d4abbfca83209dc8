"""Compiled words of one language, or of several read together.

A language file lists phrases by kind and meaning. A word of a phrase is written plainly
(``tank``), with a paradigm of endings (``tank+n`` matches tank, tanks, tank's), with
alternatives (``past/last/previous``), or in capitals to match capitals only (``US``). The
loader refuses a phrase that has two meanings of one kind.

A language file also holds examples, which run as tests::

    [[examples]]
    text = "Russia lost at least 1,200 troops on Tuesday, its enemy said in 2024."
    published = 2024-02-22
    source = "ua_general_staff"              # optional: who speaks where nobody is named
    claims = [
      { text = "1,200", low = 1200, party = "RU", period = ["day", 2024-02-20, 2024-02-20] },
    ]
    ignored = { "2024" = "date" }            # optional

``claims`` lists every claim of the text in order; of each only the fields given are compared.
``value = 7`` stands for ``low`` and ``high``; where only one of the two is given the other is
open. An empty string or list stands for "not known": ``claimant = ""``, ``scope = []``. In
``period`` the kind may stand alone, and a day may be ``""``. ``nothing = true`` in place of
``claims`` says that the text holds no claim at all.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from lossledger.errors import BadTable
from lossledger.vocabulary.conflict_words import (
    conflict_table,
    country_names,
    forms_of,
    language_table,
    of_no_side,
    words_of,
)
from lossledger.vocabulary.conflict_words import languages as languages
from lossledger.vocabulary.war import War, conflicts, wars

LONGEST_PHRASE = 12
"""Words of the longest phrase that is looked for."""
LONGEST_KEPT = 40
"""What was found out about a word of more letters than this is not kept for the next time."""
MOST_KEPT = 1 << 16
"""So many words are kept; then one begins anew, so that no text fills the memory."""

Meaning = str | int | float
"""What a phrase stands for: a code, or a number for number words."""

_KINDS = """
    about according account account_of active added addressed admission adposition aftermath
    agent ago allotting
    amid
    air_defence
    alone also altogether anaphor another apart_from area
    article articled as_of as_what assessment at_which attributive author
    back be began beside_whom between both bound bound_after bulletin_of by_now
    called campaign cargo case_ending change citing claim_noun claims_to cleft clock_at collective
    comparison
    complementizer contingent contrast copula corroboration covers_day
    dated_on dated_to day_word daypart days definite describing detecting determiner digest_of doer
    each end_of enemy evening ever_since evidence
    first_time foreign form_of formerly fraction frame gerund giving
    goes_by grouping he hedge hedge_after held_by how_many
    impersonal in_custody increment interview inverted it
    joined_scope joiner jointly
    label lastly list_word local_war
    machine medium metric military modifier month more_less
    naming negation note noun_of_loss
    oblique occasion odds of of_two of_war office on_side ordinal organisation origin other
    other_war out_of outset own
    part part_of_month part_of_year party party_adjective passive passive_speech per_each perfect
    period person piece place
    plus_fraction poll possessor preposed preposition prewar
    range recording relative renamed respectively rolling
    saying scale scope secret several shelling_verb since since_clause single single_by
    source speaker_noun speech
    stance stands start_of state_of stop summing superlative
    tally teller telling than title undated unit unit_before
    vague value
    week_to weekday what which whose whole_time within works_for
    year_before year_word
"""
KINDS = frozenset(_KINDS.split())
"""The kinds of words that rules ask for."""
EXAMPLE_KEYS = frozenset({"text", "published", "source", "claims", "ignored", "nothing"})
_CLAIM_KEYS = """
    text value low high strict hedge metric scope party claimant relays period as_of report_date
    stance basis confidence
"""
CLAIM_KEYS = frozenset(_CLAIM_KEYS.split())


class Match:
    """A phrase found in a token sequence: tokens ``start`` to ``end`` (half-open).

    Not to be changed; a plain class because rules look at millions of them, and neither a
    frozen dataclass nor a named tuple is as quick to make and to look at.
    """

    __slots__ = ("end", "kind", "meaning", "start")

    def __init__(self, kind: str, meaning: Meaning, start: int, end: int) -> None:
        self.kind = kind
        self.meaning = meaning
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Match({self.kind!r}, {self.meaning!r}, {self.start}, {self.end})"


@dataclass(slots=True)
class _Node:
    children: dict[str, "_Node"] = field(default_factory=dict)
    meanings: dict[str, Meaning] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A word as the tree knows it: the patterns it fits, what it means alone, what it opens."""

    folded: str
    patterns: tuple[str, ...]
    inner: list[_Node]
    alone: dict[str, tuple[Meaning, int]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of one or more languages in one tree, and their number marks.

    ``war`` is the one that is told of. ``side`` is the party that says "the enemy" of the other
    where nobody is named as the speaker.
    ``possessive`` are endings that a word may have beside its own forms.
    """

    languages: tuple[str, ...]
    war: War
    decimal_marks: frozenset[str]
    examples: tuple[Mapping[str, Any], ...] = field(repr=False)
    labels: Mapping[str, str] = field(repr=False)
    _root: _Node = field(repr=False)
    _patterns: Mapping[str, tuple[str, ...]] = field(repr=False)
    _words: Mapping[tuple[str, str], Meaning] = field(repr=False)
    abbreviations: frozenset[str] = field(repr=False, default=frozenset())
    side: str | None = None
    possessive: tuple[str, ...] = ()
    _known: dict[str, _Seen] = field(default_factory=dict, repr=False, compare=False)

    def tag(self, words: Sequence[str], folded: Sequence[str]) -> list[list[Match] | None]:
        """Every longest phrase of each kind, listed at the token where it starts.

        ``words`` are the tokens as written, ``folded`` the same in lower case. A phrase of a
        kind that begins inside a longer one of the same kind is part of it and not listed.
        """
        known = self._known
        seen: list[_Seen] = []
        for word, low in zip(words, folded, strict=True):
            here = known.get(word)
            if here is None or here.folded != low:
                here = self._see(word, low)
            seen.append(here)
        found: list[list[Match] | None] = [None] * len(seen)
        covered: dict[str, int] = {}
        for i, here in enumerate(seen):
            if not here.alone and not here.inner:
                continue
            kept: list[Match] = []
            longest = _longest(seen, i) if here.inner else here.alone
            for kind, (meaning, many) in longest.items():
                if covered.get(kind, 0) <= i:
                    covered[kind] = i + many
                    kept.append(Match(kind, meaning, i, i + many))
            found[i] = kept or None
        return found

    def _see(self, word: str, low: str) -> "_Seen":
        """The patterns that a word fits; those of short words are kept for the next time."""
        patterns = (
            self._patterns.get(low, ())
            + (self._patterns.get(word, ()) if word != low else ())
            + (self._patterns_of_odd(word, low) if not low.isalpha() else ())
        )
        first = self._root.children
        nodes = [first[p] for p in patterns if p in first]
        alone: dict[str, tuple[Meaning, int]] = {}
        for node in nodes:
            for kind, meaning in node.meanings.items():
                alone[kind] = (meaning, 1)
        found = _Seen(low, patterns, [n for n in nodes if n.children], alone)
        if len(word) <= LONGEST_KEPT:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            self._known[word] = found
        return found

    def _patterns_of_odd(self, word: str, low: str) -> tuple[str, ...]:
        """Patterns of a designation's family, and of what a possessive ending is put on."""
        found = self._patterns.get(_family(low), ())
        for ending in self.possessive:
            if low.endswith(ending):
                stem, plain = word[: -len(ending)], low[: -len(ending)]
                found += self._patterns.get(plain, ())
                return found + (self._patterns.get(stem, ()) if stem != plain else ())
        return found

    def meaning(self, kind: str, word: str) -> Meaning | None:
        """What a single word in lower case means as this kind, if it does."""
        return self._words.get((kind, word))


def _longest(seen: Sequence[_Seen], i: int) -> dict[str, tuple[Meaning, int]]:
    """The longest phrase of each kind at a token: what it means and how many words it has."""
    best = dict(seen[i].alone)
    nodes = seen[i].inner
    for many, here in enumerate(seen[i + 1 : i + LONGEST_PHRASE], 2):
        after = here.patterns
        nodes = [n.children[p] for n in nodes for p in after if p in n.children]
        if not nodes:
            break
        for node in nodes:
            for kind, meaning in node.meanings.items():
                best[kind] = (meaning, many)
    return best


def place_words(code: str) -> Mapping[str, Sequence[str]]:
    """The words that announce or follow names of places in a language, by kind; often none."""
    return MappingProxyType(dict(language_table(code).get("places", {})))


@cache
def labels(code: str) -> Mapping[str, str]:
    """The names of metrics and of all parties in a language; none if there is no such table."""
    found = {**country_names(code), **language_table(code).get("labels", {})}
    for conflict in conflicts():
        found |= conflict_table(conflict, code).get("labels", {})
    return MappingProxyType(found)


@cache
def name_endings(code: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Endings of given and of family names in a language's genitive, with the nominative's.

    A table lists them as ``"ova ov"``, the longer ones first; a lone ending has none before.
    """
    rows = language_table(code).get("names", {})
    kinds = (rows.get("given", ()), rows.get("family", ()))
    given, family = (tuple((p[0], p[2]) for row in k if (p := row.partition(" "))) for k in kinds)
    return given, family


@cache
def script_of(code: str) -> str | None:
    """The script that a language's words are written in; ``None`` if there is no such table."""
    rows = language_table(code)
    return script(rows["words"]["metric"]["personnel"][0][0]) if rows else None


def script(letter: str) -> str:
    """The script of a letter, as Unicode names it: LATIN, CYRILLIC."""
    return unicodedata.name(letter, "").partition(" ")[0]


def lexicon(*codes: str, war: War | None = None) -> Lexicon:
    """The words of these languages, read together; an unknown language raises ``BadTable``.

    ``war`` is the one that a text is about, if that is known; its conflict's words are read too.
    """
    return _of_war(codes, war or wars()[0])


@cache
def _of_war(codes: tuple[str, ...], war: War) -> Lexicon:
    words = _compiled(codes, war.conflict)
    return words if words.war == war else replace(words, war=war)


@cache
def _compiled(codes: tuple[str, ...], conflict: str) -> Lexicon:
    """The words of some languages and of a conflict's parties, as of the first of its wars."""
    found = []
    for code in codes:
        if code not in languages():
            raise BadTable("vocabulary", f"no language {code!r}", f"known: {languages()}")
        own = words_of(conflict, code)
        found += [of_no_side(language_table(code), own), own]
    war = next(war for war in wars() if war.conflict == conflict)
    return compile_tables(found, war)


def compile_tables(found: Iterable[Mapping[str, Any]], war: War | None = None) -> Lexicon:
    """A lexicon from parsed language tables, the first taking precedence.

    A table of a language that one before it had goes on with that one.
    """
    builder = _Builder()
    for rows in found:
        builder.add(rows)
    return Lexicon(
        tuple(builder.codes),
        war or wars()[0],
        frozenset(builder.decimal),
        tuple(builder.examples),
        MappingProxyType(builder.labels),
        builder.root,
        MappingProxyType(builder.patterns),
        MappingProxyType(builder.words),
        frozenset(builder.abbreviations),
        builder.side,
        tuple(builder.possessive),
    )


class _Builder:
    """Gathers language tables into one tree over word patterns."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.decimal: set[str] = set()
        self.examples: list[Mapping[str, Any]] = []
        self.labels: dict[str, str] = {}
        self.abbreviations: set[str] = set()
        self.side: str | None = None
        self.possessive: list[str] = []
        self.root = _Node()
        self.patterns: dict[str, tuple[str, ...]] = {}
        self.forms: dict[str, list[str]] = {}
        self.words: dict[tuple[str, str], Meaning] = {}
        self.opened: Mapping[str, Any] = {}  # the table of the language that is being added
        self.said: dict[tuple[str, str], Meaning] = {}  # its phrases

    def add(self, rows: Mapping[str, Any]) -> None:
        code = rows["language"]
        where = f"vocabulary/{rows.get('where', code)}.toml"
        if code not in self.codes:
            self.codes.append(code)
            self.opened, self.said = rows, {}
        self.decimal.update(rows.get("decimal", ()))
        self.examples += (_example(row, where) for row in rows.get("examples", ()))
        self.labels = {**rows.get("labels", {}), **self.labels}
        self.abbreviations.update(rows.get("abbreviations", ()))
        self.side = self.side or rows.get("side")
        self.possessive += rows.get("possessive", ())
        for kind, meanings in rows["words"].items():
            if kind not in KINDS:
                raise BadTable(where, f"unknown kind of words {kind!r}", "see lexicon.KINDS")
            for meaning, phrases in meanings.items():
                for phrase in phrases:
                    self._add(phrase, kind, _meaning(kind, meaning), where)
        for kind, meaning, phrase in rows.get("made", ()):
            self._add(phrase, kind, _meaning(kind, meaning), where, made=True)

    def _add(
        self,
        phrase: str,
        kind: str,
        meaning: Meaning,
        where: str,
        *,
        made: bool = False,
    ) -> None:
        """One phrase; one that is ``made`` gives way to what the tables say themselves."""
        rows, said = self.opened, self.said
        words = [self._pattern(word, rows, where) for word in phrase.replace(",", " ,").split()]
        spelled = self.forms[words[0]] if len(words) == 1 else [phrase]
        if made and any(said.get((kind, form), meaning) != meaning for form in spelled):
            return
        for form in spelled:
            known = said.setdefault((kind, form), meaning)
            if known != meaning:
                raise BadTable(
                    where, f"{form!r} has two meanings of kind {kind}: {known} and {meaning}"
                )
            if len(words) == 1:
                self.words.setdefault((kind, form), meaning)
        node = self.root
        for word in words:
            node = node.children.setdefault(word, _Node())
        node.meanings.setdefault(kind, meaning)

    def _pattern(self, word: str, rows: Mapping[str, Any], where: str) -> str:
        """The key of a pattern word in the tree; its forms are registered once a language."""
        pattern = f"{rows['language']}:{word}"
        if pattern not in self.forms:
            forms = forms_of(word, rows["paradigms"], where)
            self.forms[pattern] = _respelled(forms, rows.get("letters", {}))
            for form in self.forms[pattern]:
                self.patterns[form] = (*self.patterns.get(form, ()), pattern)
        return pattern


def _example(row: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    """An example whose keys are known and that says what its text holds."""
    unknown = set(row) - EXAMPLE_KEYS
    for claim in row.get("claims", ()):
        unknown |= set(claim) - CLAIM_KEYS
    if unknown or "text" not in row or ("claims" in row) == row.get("nothing", False):
        what = f"unknown {', '.join(sorted(unknown))}" if unknown else "needs text and claims"
        raise BadTable(where, f"example {row.get('text')!r}: {what}", "see lexicon.py for the form")
    return MappingProxyType(dict(row))


def _family(word: str) -> str:
    """A designation without its number: "su-#" of "su-34m". "" of a word without digits."""
    for i, c in enumerate(word):
        if c.isdecimal():
            return f"{word[:i]}#" if i else ""
    return ""


def _meaning(kind: str, written: str) -> Meaning:
    if kind in ("value", "scale", "vague", "month", "weekday", "days", "of_two", "inverted"):
        return int(written)
    return float(written) if kind in ("fraction", "plus_fraction") else written


def _respelled(forms: Sequence[str], letters: Mapping[str, str]) -> list[str]:
    """The forms, and each with its letters replaced by those that people write instead."""
    spelled = " ".join(forms)
    if not any(letter in spelled for letter in letters):
        return list(forms)
    table = {ord(letter): other for letter, other in letters.items()}
    others = [form.translate(table) for form in forms]
    return list(dict.fromkeys([*forms, *others]))
