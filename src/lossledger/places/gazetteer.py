"""Which places a name may mean: exact look-ups in the register and in ``places.toml``.

Inflected names are led back to their nominatives by tables of endings, romanised ones are
folded so that the official romanisation and the older ones meet. All is loaded at the first
name that is asked for, each script for itself.
"""

import lzma
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import islice, product
from typing import Any, NamedTuple

from lossledger.errors import BadTable

KATOTTG = "KATOTTG"
ISO = "ISO 3166-2"
KINDS = {"K": "city", "M": "city", "T": "settlement", "X": "settlement", "C": "village"}
"""Categories of the register's settlements: cities, settlements, villages."""
LATIN = "latin"
"""The key in the table of names in Latin letters."""
MOST_WORDS = 3
"""So many words has the longest name that is looked for."""
MOST_FORMS = 4000
"""So many nominatives are tried for a name of several words."""
LONGEST_ENDING = 5
COUNTRY = 2
"""So many letters begin every id of the register; the index leaves them out."""

_I = re.compile(r"[yij]+")
_TWICE = re.compile(r"(zh|kh|sh|ch|ts|[a-z])\1")


class Site(NamedTuple):
    """A place: ``id`` in its ``register`` (``None`` in none), ``name`` romanised, ``native`` as
    in the register, ``kind``; ``region`` and ``district`` are the ids of what it lies in."""

    id: str | None
    name: str
    native: str | None
    kind: str
    register: str | None = None
    region: str | None = None
    district: str | None = None
    coordinates: tuple[float, float] | None = None


@lru_cache(16384)
def folded(name: str) -> str:
    """A romanised name so that spellings of several systems meet: Avdiivka and Avdiyivka."""
    plain = name.lower().replace("'", "").replace("’", "")
    return _TWICE.sub(r"\1", _I.sub("i", plain).replace("ie", "e"))


class Gazetteer:
    """The register and the table beside it; use ``gazetteer()``, which loads it once.

    ``language`` is one of those whose names are inflected by the table; any other means a name
    in Latin letters.
    """

    def __init__(self, lines: Sequence[str], table: Mapping[str, Any]) -> None:
        cuts = [i for i, line in enumerate(lines[:400]) if not line]
        self._regions = [line.split("\t") for line in lines[: cuts[0]]]
        self._districts = [line.split("\t") for line in lines[cuts[0] + 1 : cuts[1]]]
        self._names = [*lines[cuts[1] + 1 :], *_own_lines(table)]
        self._table = table
        self._own = str(table["register"]["language"])
        self._undone = {code: _undone(ends) for code, ends in table["endings"].items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages whose names are inflected here."""
        return tuple(self._undone)

    @cached_property
    def regions(self) -> Mapping[str, Site]:
        """Regions by id, those of the table without an id by name."""
        native = {key: name for key, name, *_ in self._regions}
        found = {}
        for row in self._table["regions"]:
            key = row.get("id")
            register = None if key is None else KATOTTG if key in native else ISO
            site = Site(key, row["name"], native.get(key), "region", register)
            found[key or row["name"]] = site
        return found

    def label(self, kind: str, name: str) -> str:
        """What a bank (``left``, ``right``) of something is called."""
        return str(self._table["labels"][kind]).format(name)

    def name_of(self, key: str | None) -> str | None:
        """The romanised name of a region or district by its id."""
        if key is not None and key in self.regions:
            return self.regions[key].name
        return next((name for k, _, name in self._districts if k == key), None)

    def settlements(self, words: Sequence[str], language: str) -> list[Site]:
        """The settlements that these words, folded to lower case, may mean in this language."""
        names = self._names_of(language)
        if language not in self._undone:
            name = " ".join(words)
            lines = names.get(folded(name), ())
            exact = [line for line in lines if f"\t{name}\t" in line.lower()]
            return self._sites(exact or lines)
        forms = dict.fromkeys(self._nominatives(words, language))
        found = dict.fromkeys(line for form in forms for line in names.get(form, ()))
        return self._sites(found)

    def region(self, words: Sequence[str], language: str) -> Site | None:
        """The region that these words name by themselves ("Crimea"), in any case."""
        return self._first(words, language, "named")

    def region_word(self, words: Sequence[str], language: str) -> Site | None:
        """The region that these words name beside a word for a region ("Kherson region")."""
        held = self._held(language, "regions")
        stem = self._adjective(words, language)
        return held.get(stem) if stem else self._first(words, language, "named")

    def sector(self, words: Sequence[str], language: str) -> tuple[str, Site | None] | None:
        """The name of a sector of the front, and what it is named after if that is certain."""
        stem = self._adjective(words, language)
        if stem is None:
            return None
        own = self._held(language, "sectors").get(stem)
        if own:
            return own.name, None
        inflected = language in self._undone
        bases = self._bases(stem, language) if inflected else self.settlements(words, language)
        region = self._held(language, "regions").get(stem)
        base = likeliest(bases) or region
        name = base.name if base else bases[0].name if bases else None
        return (name, base) if name else None

    def district(self, words: Sequence[str], language: str) -> list[Site]:
        """The districts that these words name beside a word for a district."""
        stem = self._adjective(words, language)
        if stem is None:
            return []
        if language in self._undone:
            return self._district_forms.get(stem, [])
        forms = (stem + end for end in self._table["adjectives"]["latin"]["endings"])
        return next((self._district_forms[f] for f in forms if f in self._district_forms), [])

    def river(self, words: Sequence[str], language: str) -> Site | None:
        """The river that these words name."""
        return self._first(words, language, "rivers")

    def _first(self, words: Sequence[str], language: str, kind: str) -> Site | None:
        held = self._held(language, kind)
        if language not in self._undone:
            return held.get(folded(" ".join(words)))
        return next((held[n] for n in self._nominatives(words, language) if n in held), None)

    def _nominatives(self, words: Sequence[str], language: str) -> Iterator[str]:
        """The words as they are, then every name in the nominative that they may be a form of."""
        whole = " ".join(words)
        yield whole
        undone = self._undone[language]
        each = [list(_restored(word, undone)) for word in whole.replace("-", " - ").split()]
        for parts in islice(product(*each), MOST_FORMS):
            yield " ".join(parts).replace(" - ", "-")

    def _adjective(self, words: Sequence[str], language: str) -> str | None:
        """The stem of an adjective made from a name; a Latin name is its own, folded."""
        if language not in self._undone:
            return folded(" ".join(words))
        rules = self._table["adjectives"][language]
        for ending in sorted(rules["endings"], key=len, reverse=True):
            stem = words[-1].removesuffix(ending)
            if stem != words[-1] and stem.endswith(tuple(rules["marks"])):
                return " ".join([*words[:-1], stem])
        return None

    def _bases(self, stem: str, language: str) -> list[Site]:
        """The settlements that an adjective's stem may be made from, cities before others."""
        rules = self._table["adjectives"][language]
        names = self._names_of(language)
        bare = [stem.removesuffix(mark) for mark in rules["marks"] if stem.endswith(mark)]
        forms = [stem, *(part + end for part in bare for end in rules["restore"])]
        found = [self._sites(names.get(form, ())) for form in forms]
        with_city = (sites for sites in found if any(site.kind == "city" for site in sites))
        return next(with_city, None) or next((sites for sites in found if sites), [])

    def _names_of(self, language: str) -> Mapping[str, tuple[str, ...]]:
        """Names' lines by their form in this language."""
        if language not in self._undone:
            return self._latin
        return self._owned if language == self._own else self._other

    @cached_property
    def _native(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for line in self._names:
            _hold(found, line.partition("\t")[0].lower(), line)
        return found

    @cached_property
    def _owned(self) -> Mapping[str, tuple[str, ...]]:
        found = dict(self._native)
        self._add_aliases(found, [self._own])
        return found

    @cached_property
    def _other(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for line in self._names:
            for form in line.split("\t", 3)[2].split("|"):
                _hold(found, form, line)
        self._add_aliases(found, [code for code in self._undone if code != self._own])
        return found

    def _add_aliases(self, found: dict[str, tuple[str, ...]], codes: Iterable[str]) -> None:
        for line, aliases in self._aliases():
            for code in codes:
                for form in aliases.get(code, ()):
                    _hold(found, folded(form) if code == LATIN else form.lower(), line)

    @cached_property
    def _latin(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for line in self._names:
            for form in line.split("\t", 4)[3].split("|"):
                _hold(found, form, line)
        self._add_aliases(found, [LATIN])
        return found

    def _aliases(self) -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
        for native, aliases in self._table["aliases"].items():
            if native.lower() not in self._native:
                raise BadTable("places/places.toml", f"alias of {native!r}, which no register has")
            yield self._native[native.lower()][0], aliases

    def _sites(self, lines: Iterable[str]) -> list[Site]:
        return [site for line in lines for site in self._of_line(line)]

    def _of_line(self, line: str) -> Iterator[Site]:
        native, name, _, _, sites = line.split("\t")
        for packed in sites.split(" "):
            key, category, region, *rest = packed.split(":")
            if not key:
                yield Site(None, name, None, KINDS[category], None, region)
                continue
            district = self._districts[int(rest[0])][0] if rest and rest[0] else None
            at = [float(part) for part in rest[1].split(",")] if len(rest) > 1 else []
            inside = self._regions[int(region)][0]
            place = (at[0], at[1]) if at else None
            yield Site(
                inside[:COUNTRY] + key,
                name,
                native,
                KINDS[category],
                KATOTTG,
                inside,
                district,
                place,
            )

    @cached_property
    def _district_forms(self) -> Mapping[str, list[Site]]:
        """Districts by the stem of their native name and by their folded romanised one."""
        by_start = {key[:4]: key for key, *_ in self._regions}
        found: dict[str, list[Site]] = {}
        for key, native, name in self._districts:
            site = Site(key, name, native, "district", KATOTTG, by_start[key[:4]])
            stem = self._adjective([native.lower()], self._own)
            for form in (stem, folded(name)):
                if form:
                    found.setdefault(form, []).append(site)
        return found

    def _held(self, language: str, kind: str) -> Mapping[str, Site]:
        code = language if language in self._undone else LATIN
        return self._forms.get((code, kind), {})

    @cached_property
    def _forms(self) -> Mapping[tuple[str, str], Mapping[str, Site]]:
        """Sites of the table by language and kind, then by folded form or nominative."""
        found: dict[tuple[str, str], dict[str, Site]] = {}

        def hold(code: str, kind: str, forms: Iterable[str], site: Site) -> None:
            for form in forms:
                key = folded(form) if code == LATIN else form.lower()
                found.setdefault((code, kind), {}).setdefault(key, site)

        for row in self._table["regions"]:
            site = self.regions[row.get("id") or row["name"]]
            hold(LATIN, "regions", row.get(LATIN, ()), site)
            for code, stem in row.get("adjective", {}).items():
                hold(code, "regions", [stem], site)
            for code, names in row.get("named", {}).items():
                hold(code, "named", names, site)
        for kind in ("sectors", "rivers"):
            for row in self._table[kind]:
                site = Site(None, row["name"], None, kind.removesuffix("s"))
                for code in (*self._undone, LATIN):
                    hold(code, kind, row.get(code, ()), site)
        return found


def likeliest(sites: Sequence[Site]) -> Site | None:
    """The only site, or the only city among them; else ``None``."""
    cities = [site for site in sites if site.kind == "city"]
    some = cities if len(cities) == 1 else sites
    return some[0] if len(some) == 1 else None


def _hold(found: dict[str, tuple[str, ...]], form: str, line: str) -> None:
    known = found.get(form)
    if known is None:
        found[form] = (line,)
    elif line not in known:
        found[form] = (*known, line)


def _undone(ends: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """Nominative ends by the ending that may stand in their place."""
    found: dict[str, tuple[str, ...]] = {}
    for nominative, endings in ends.items():
        for ending in endings:
            found[ending] = (*found.get(ending, ()), nominative)
    return found


def _restored(word: str, undone: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Every nominative that a word may be a form of; the longest ending undone first."""
    yield word
    for size in range(min(LONGEST_ENDING, len(word) - 1), -1, -1):
        stem, ending = word[: len(word) - size], word[len(word) - size :]
        for nominative in undone.get(ending, ()):
            if nominative != ending:
                yield stem + nominative


def _own_lines(table: Mapping[str, Any]) -> Iterator[str]:
    """The table's own settlements in the form of the register's lines."""
    codes = [code for code in table["endings"] if code != table["register"]["language"]]
    for row in table["settlements"]:
        own = row[table["register"]["language"]][0]
        others = "|".join(form.lower() for code in codes for form in row[code])
        latin = "|".join(map(folded, row[LATIN]))
        yield "\t".join((own, row["name"], others, latin, f":M:{row['region']}"))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once; ``BadTable`` when its files are broken."""
    folder = files(__package__)
    try:
        table = tomllib.loads(folder.joinpath("places.toml").read_text("utf-8"))
        packed = folder.joinpath("register.xz").read_bytes()
        lines = lzma.decompress(packed).decode().rstrip("\n").split("\n")
    except (tomllib.TOMLDecodeError, lzma.LZMAError) as error:
        raise BadTable("places", str(error), "reinstall lossledger") from error
    return Gazetteer(lines, table)
