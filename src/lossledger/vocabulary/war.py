"""Who fights whom, since when: one folder of tables a conflict, all of one form.

``wars/<conflict>/war.toml`` lists the parties, the wars between them and the sources that belong
to them; the files beside it, one a language, hold the words for them in the form of the language
files. A conflict may hold several wars that are told of together, and a party may fight in
several; which one a text is about is found from the parties that it names.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from lossledger.errors import BadTable
from lossledger.vocabulary.reading import folders, table


@dataclass(frozen=True, slots=True)
class War:
    """The sides that fight each other, the day their war's running totals start, and where.

    A side is the parties that fight together; the first of its parties is meant where only the
    side is told. A total of losses on the ``land`` of another than the one the war is fought on
    is that of an operation there, which began on a day of its own. ``known_by`` are the parties
    whose names tell that a text is about this war, ``people`` whose people a third party counts
    in it where it names no side and no place. ``groups`` are armed groups, whose dead are
    fighters: civilians that their enemy kills are those of the land.
    """

    conflict: str
    sides: tuple[tuple[str, ...], ...]
    start: date
    land: str | None = None
    known_by: frozenset[str] = frozenset()
    people: Mapping[str, str] = field(default_factory=dict, hash=False)
    groups: frozenset[str] = frozenset()
    parties: tuple[str, ...] = field(init=False)
    """All that fight in it, side by side."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "parties", tuple(p for side in self.sides for p in side))

    def opponent(self, party: str | None) -> str | None:
        """Whom a party fights: in this war, else in the only one that it fights in at all."""
        for side in self.sides:
            if party in side:
                others = [other[0] for other in self.sides if other is not side]
                return others[0] if len(others) == 1 else None
        return opponent(party)

    def people_of(self, party: str) -> str:
        """Whose civilians a party's are: a group has none, but its side, or the land, has."""
        if party not in self.groups:
            return party
        side = next((side for side in self.sides if party in side), ())
        return next((p for p in side if p not in self.groups), self.land or party)

    def start_for(self, party: str | None) -> date | None:
        """The first day of the running totals of a party: of this war, if it fights in it."""
        return self.start if party is None or party in self.parties else war_start(party)


@cache
def conflicts() -> Mapping[str, Mapping[str, Any]]:
    """The tables of all conflicts by folder, that of a text which names no party first."""
    first = table("parties")["unnamed"]
    names = sorted(folders("wars"), key=lambda name: (name != first, name))
    if first not in names:
        raise BadTable("vocabulary/parties.toml", f"no folder wars/{first}")
    return MappingProxyType({name: table(f"wars/{name}/war") for name in names})


@cache
def source_rows(conflict: str) -> Mapping[str, Mapping[str, Any]]:
    """The rows of a conflict's sources: those of its table, and one for each office of a party.

    ``[offices]`` lists the offices of a party; what an office is stands in ``parties.toml``.
    """
    rows, kinds = conflicts()[conflict], table("parties")["offices"]
    found: dict[str, Mapping[str, Any]] = {}
    for party, offices in rows.get("offices", {}).items():
        for office in offices:
            if office not in kinds:
                where = f"vocabulary/wars/{conflict}/war.toml"
                raise BadTable(where, f"unknown office {office!r}", f"known: {', '.join(kinds)}")
            kind = kinds[office]
            key = f"{party.lower()}_{kind['id']}"
            row = {"kind": "official", "party": party, "called_as": office, "office": office}
            found[key] = {**row, **{field: kind[field] for field in kind if field != "name"}}
    return MappingProxyType(found | rows.get("sources", {}))


@cache
def sides_of_speakers() -> Mapping[str, str]:
    """The side of each who speaks for one under a name of his own and is no source."""
    found: dict[str, str] = {}
    for conflict, rows in conflicts().items():
        for party, names in rows.get("speak_for", {}).items():
            if party not in rows["parties"]:
                where = f"vocabulary/wars/{conflict}/war.toml"
                raise BadTable(where, f"speakers of an unknown {party}", "list it in parties")
            found |= dict.fromkeys(names, party)
    return MappingProxyType(found)


@cache
def parties() -> tuple[str, ...]:
    """The codes of all parties of all wars, each once."""
    return tuple(dict.fromkeys(p for rows in conflicts().values() for p in rows["parties"]))


@cache
def parties_of(conflict: str) -> tuple[str, ...]:
    """The codes of a conflict's parties, those that are on no side included."""
    return tuple(conflicts()[conflict]["parties"])


@cache
def wars() -> tuple[War, ...]:
    """All wars, with their sides and the first day of their running totals."""
    return tuple(_war(name, row) for name, rows in conflicts().items() for row in rows["wars"])


def _war(conflict: str, row: Mapping[str, Any]) -> War:
    where, known = f"vocabulary/wars/{conflict}/war.toml", conflicts()[conflict]
    sides = tuple(tuple(side) for side in row["sides"])
    named = [party for side in sides for party in side]
    own = row.get("known_by", named)
    people, groups = known.get("people", {}), known.get("groups", ())
    land = [row["land"]] if "land" in row else []
    for party in (*named, *groups, *own, *people.values(), *land):
        if party not in known["parties"]:
            raise BadTable(where, f"war with an unknown party {party}", "list it in parties")
    if len(sides) < 2 or len(set(named)) < len(named) or not all(sides):
        raise BadTable(where, f"sides {row['sides']}", "two sides or more, each party on one")
    return War(conflict, sides, row["start"], row.get("land"), frozenset(own),
               MappingProxyType(people), frozenset(groups))  # fmt: skip


def war_of(parties: Iterable[str | None]) -> War | None:
    """The first war that most of these parties are told of in, so far as any is known."""
    many = Counter(party for party in parties if party is not None)
    counted = [(sum(many[p] for p in parties_of(war.conflict)), war) for war in wars()]
    most = max(count for count, _ in counted)
    return next((war for count, war in counted if count == most), None) if most else None


@lru_cache(maxsize=256)
def opponents(party: str | None) -> tuple[str, ...]:
    """Whom a party fights, over all its wars: the first party of each other side."""
    found = (
        other[0]
        for war in wars()
        for side in war.sides
        if party in side
        for other in war.sides
        if other is not side
    )
    return tuple(dict.fromkeys(found))


def opponent(party: str | None) -> str | None:
    """Whom a party fights, if there is exactly one."""
    others = opponents(party)
    return others[0] if len(others) == 1 else None


@lru_cache(maxsize=256)
def war_starts(party: str | None) -> tuple[date, ...]:
    """The first days of the running totals of all wars that ``party`` fights, as the tables go."""
    return tuple(war.start for war in wars() if party is None or party in war.parties)


def war_start(party: str | None) -> date | None:
    """The first day of the running totals of the war that ``party`` fights, the first of several.

    Where a text, a claim or a series is at hand, it says of which war it is.
    """
    return next(iter(war_starts(party)), None)


def is_abroad(party: str | None, land: str | None) -> bool:
    """Whether a party that is on some land is on that of an enemy, away from where the war is."""
    lands = (war.land for war in wars() if party in war.parties and land in war.parties)
    return party != land and any(home is not None and home != land for home in lands)
