"""The words for the sides of a conflict in a language: its table's, and what is made of them.

A language's own table names no party; ``words_of`` gives a conflict's words in its form.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations
from types import MappingProxyType
from typing import Any

from lossledger.errors import BadTable
from lossledger.vocabulary.reading import has_table, table, tables
from lossledger.vocabulary.side_words import (
    as_phrases,
    phrases_of,
    phrases_of_sides,
    source_name,
)
from lossledger.vocabulary.war import conflicts, parties_of, source_rows, wars

ENGLISH = "en"
"""The language in which sources are named by their own tables."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a table here."""
    return tuple(name for name in tables() if len(name) == 2)


def forms_of(word: str, paradigms: Mapping[str, Sequence[str]], where: str) -> list[str]:
    """Every form of a word with its alternatives and paradigms; abbreviations in capitals."""
    if len(word) == 1:
        return [word]
    forms = []
    for alternative in word.split("/"):
        stem, _, paradigm = alternative.partition("+")
        if paradigm and paradigm not in paradigms:
            raise BadTable(where, f"{word!r} names an unknown paradigm {paradigm!r}")
        endings = paradigms[paradigm] if paradigm else [""]
        capitals = stem.isupper() and 1 < len(stem) <= 4 and stem.isascii()
        forms += [(stem if capitals else stem.lower()) + ending for ending in endings]
    return list(dict.fromkeys(forms))


@cache
def language_table(code: str) -> Mapping[str, Any]:
    """The table of a language, an empty one if there is none."""
    return table(code) if code in languages() else {}


def conflict_table(conflict: str, code: str) -> Mapping[str, Any]:
    """A conflict's table in a language, an empty one if there is none."""
    name = f"wars/{conflict}/{code}"
    return table(name) if has_table(name) else {}


@cache
def words_of(conflict: str, code: str) -> Mapping[str, Any]:
    """A conflict's words in a language, in the form of the language's own table."""
    name, rows = f"wars/{conflict}/{code}", conflict_table(conflict, code)
    offices = {key: (row["party"], row["called_as"])
               for key, row in source_rows(conflict).items() if "called_as" in row}  # fmt: skip
    pairs = [
        pair
        for war in wars()
        if war.conflict == conflict
        for pair in permutations(war.parties, 2)
        if not any(set(pair) <= set(side) for side in war.sides)
    ]
    spoken = language_table(code)
    made, paradigms = spoken.get("each_side", {}), spoken.get("paradigms", {})
    sides = {
        party: _with_cases(as_phrases(words), paradigms, made.get("counted", {}), name)
        for party, words in rows.get("sides", {}).items()
    }
    groups = conflicts()[conflict].get("groups", ())
    phrases = tuple(phrases_of_sides(made, sides, offices, pairs, groups))
    return {"words": {}, **rows, "made": phrases, "language": code, "where": name}


Country = tuple[str, str, tuple[frozenset[str], ...]]
"""A kind of word, a country's code, and the forms of the words behind the first one."""


@cache
def country_words(codes: tuple[str, ...], conflict: str) -> Mapping[str, tuple[Country, ...]]:
    """The words of some languages for countries that are no party of a conflict, by the first."""
    found: dict[str, list[Country]] = {}
    for code in codes:
        spoken, where = language_table(code), f"vocabulary/{code}.toml"
        own = words_of(conflict, code)["words"]
        said = {phrase for kind in ("party", "party_adjective")
                for phrases in own.get(kind, {}).values() for phrase in phrases}  # fmt: skip
        for party, row in spoken.get("countries", {}).items():
            made = {party: as_phrases(row)}
            phrases = list(phrases_of(spoken.get("each_country", {}), made))
            if party in parties_of(conflict) or said & {p for _, _, p in phrases}:
                continue
            for kind, meaning, phrase in phrases:
                spelled = [forms_of(w, spoken["paradigms"], where) for w in phrase.split()]
                behind = tuple(frozenset(forms) for forms in spelled[1:])
                for form in spelled[0]:
                    found.setdefault(form, []).append((kind, meaning, behind))
    return MappingProxyType({form: tuple(rows) for form, rows in found.items()})


@cache
def country_names(code: str) -> Mapping[str, str]:
    """The names of all countries in a language, in the nominative."""
    found: dict[str, str] = {}
    spoken = language_table(code)
    for party, words in spoken.get("countries", {}).items():
        name = words["name"][0]
        if "+" in name and "label" not in words:
            name = name[0] + forms_of(name, spoken["paradigms"], party)[0][1:]
        found[party] = words.get("label", name.partition("/")[0])
    return MappingProxyType(found)


@cache
def party_words(codes: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Which parties of which conflicts each single word of some languages names.

    A party is named by its own words, by those of its places, and by those of its sources.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for conflict in conflicts():
        holders = {key: row.get("party") for key, row in source_rows(conflict).items()}
        for code in codes:
            for form, party in _single_words(conflict, code, holders):
                here = found.setdefault(form, [])
                if (conflict, party) not in here:
                    here.append((conflict, party))
    return MappingProxyType({form: tuple(named) for form, named in found.items()})


NAMING = ("party", "party_adjective", "place", "source")
"""The kinds of words that name a party."""


def _single_words(
    conflict: str, code: str, holders: Mapping[str, str | None]
) -> Iterator[tuple[str, str]]:
    """Every form of the words that alone name a party of a conflict, with that party."""
    rows, own = language_table(code), conflict_table(conflict, code)
    where = f"vocabulary/wars/{conflict}/{code}.toml"
    said = [(kind, meaning, phrase) for kind in NAMING
            for meaning, phrases in own.get("words", {}).get(kind, {}).items()
            for phrase in phrases]  # fmt: skip
    made = rows.get("each_side", {})
    bare = made.get("office", {}).values()
    offices = {phrase for phrases in bare for phrase in phrases}  # every side has a general staff
    common = frozenset(made.get("common", ()))
    short = {kind: [p for p in patterns if " " not in p]
             for kind, patterns in made.get("words", {}).items() if kind in NAMING}  # fmt: skip
    sides = {party: as_phrases(words) for party, words in own.get("sides", {}).items()}
    for kind, meaning, phrase in (*said, *phrases_of(short, sides)):
        party = holders.get(meaning) if kind == "source" else meaning
        if party and " " not in phrase and phrase not in offices:
            for form in forms_of(phrase, rows["paradigms"], where):
                if form in common:
                    continue
                if kind != "source":
                    yield form, party
                else:  # a name or an abbreviation: "prosecutors" are any side's
                    yield from ((spelled, party) for spelled in {form.title(), form.upper()})


@cache
def office_names(conflict: str, code: str) -> Mapping[str, str]:
    """The names of a conflict's sources in a language, as told or as made of their side's words."""
    rows = source_rows(conflict).items()
    unnamed = {key: row for key, row in rows if "name" not in row or code != ENGLISH}
    if not unnamed:
        return MappingProxyType({})
    own = conflict_table(conflict, code)
    kinds = {office: row["name"] for office, row in table("parties")["offices"].items()}
    told = kinds if code == ENGLISH else language_table(code).get("each_side", {}).get("names", {})
    found: dict[str, str] = {}
    for key, row in unnamed.items():
        party = row.get("party", "")
        words = own.get("sides", {}).get(party, {})
        label = own.get("labels", {}).get(party, party)
        name = source_name(told, words, label, row.get("called_as", ""))
        found |= {key: name} if name else {}
    return MappingProxyType(found | own.get("source_names", {}))


def _with_cases(
    words: Mapping[str, Sequence[str]],
    paradigms: Mapping[str, Sequence[str]],
    swapped: Mapping[str, str],
    where: str,
) -> Mapping[str, Sequence[str]]:
    """A side's words, and what is found from their forms.

    ``cases`` are those of its names that are no nominative (the first is one), ``counted`` its
    people as they are counted: with the paradigm that the language has for these.
    """
    found: list[str] = []
    for name in (n for n in words.get("name", ()) if " " not in n):
        first, *others = forms_of(name, paradigms, where)
        found += [form for form in others if form != first]
    own = [form for form in found if form not in words.get("of", ())]
    long = [name for name in words.get("name", ()) if " " in name]
    counted = []
    for people in words.get("people", ()):
        stem, _, paradigm = people.partition("+")
        counted.append(f"{stem}+{swapped[paradigm]}" if paradigm in swapped else people)
    return {
        **words,
        "counted": counted,
        "long_name": long,
        "cases": ["/".join(found)] if found else [],
        "cases_but_of": ["/".join(own)] if own else [],
    }


def of_no_side(rows: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """A language's table without what a conflict's own says otherwise.

    Its parties are no foreign countries, its war is no other war, and its officials no third ones.
    """
    named = {
        form
        for kind, _, phrase in own["made"]
        if kind in ("party", "party_adjective") and " " not in phrase
        for form in forms_of(phrase, rows["paradigms"], "")
    }
    if not named:
        return rows
    said = [phrase for phrases in own["words"].get("source", {}).values() for phrase in phrases]
    said += (phrase for kind, _, phrase in own["made"] if kind == "source")

    def spelled(phrase: str) -> list[str]:
        return forms_of(phrase, rows["paradigms"], "") if " " not in phrase else [phrase]

    official = {form for phrase in said for form in spelled(phrase)}
    kept = {
        kind: {
            meaning: [
                phrase
                for phrase in phrases
                if all(named.isdisjoint(forms_of(w, rows["paradigms"], "")) for w in phrase.split())
            ]
            for meaning, phrases in rows["words"].get(kind, {}).items()
        }
        for kind in ("foreign", "other_war")
    }
    sources = rows["words"]["source"].items()
    kept["source"] = {
        key: [p for p in phrases if official.isdisjoint(spelled(p))] for key, phrases in sources
    }
    return {**rows, "words": {**rows["words"], **kept}}


@cache
def genitives(code: str) -> Mapping[str, str]:
    """The names of parties in the genitive, in a language that has one; none told is left out."""
    found: dict[str, str] = {}
    for conflict in conflicts():
        sides = conflict_table(conflict, code).get("sides", {})
        found |= {party: words["of"][0] for party, words in sides.items() if words.get("of")}
    return MappingProxyType(found)
