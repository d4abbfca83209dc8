"""What a request may ask: parameters as a table, so that reading them, refusing them and
describing them in OpenAPI cannot differ.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any

from lossledger.errors import LossledgerError
from lossledger.model import Json
from lossledger.period import KYIV
from lossledger.vocabulary import known_parties, metrics


class BadRequest(LossledgerError):
    """A request whose parameters cannot be used."""


Reader = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: its name, how its words become a value, and what it is in OpenAPI."""

    name: str
    read: Reader
    schema: Mapping[str, Any]
    about: str
    where: str = "query"
    required: bool = False
    default: Any = None

    def openapi(self) -> Json:
        """The parameter as OpenAPI describes it."""
        return {
            "name": self.name,
            "in": self.where,
            "required": self.required or self.where == "path",
            "description": self.about,
            "schema": dict(self.schema),
        }


def in_order(start: date | None, end: date | None) -> None:
    """Refuse days that end before they begin."""
    if start is not None and end is not None and end < start:
        raise BadRequest("parameter to", f"{end} is before from, {start}", "swap them")


def values(params: tuple[Param, ...], given: Mapping[str, str]) -> dict[str, Any]:
    """The values of a request's parameters; ``BadRequest`` names the first that is wrong."""
    known = {param.name for param in params}
    for name in given:
        if name not in known:
            offer = f"known here: {', '.join(sorted(known))}" if known else "none are known here"
            raise BadRequest(f"parameter {_short(name)}", "is not known", offer)
    found = {}
    for param in params:
        if param.name not in given:
            if param.required:
                raise BadRequest(f"parameter {param.name}", "is missing", param.about)
            found[param.name] = param.default
            continue
        try:
            found[param.name] = param.read(given[param.name])
        except ValueError as error:
            where = f"parameter {param.name}"
            raise BadRequest(
                where, f"{_short(given[param.name])!r} {error}", param.about
            ) from error
    return found


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"


def _day(words: str) -> date:
    if len(words) != 10 or not words.isascii():
        raise ValueError("is no day; write YYYY-MM-DD")
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ValueError("is no day; write YYYY-MM-DD") from error


def _month(words: str) -> date:
    if len(words) != 7:
        raise ValueError("is no month; write YYYY-MM")
    try:
        return _day(f"{words}-01")
    except ValueError as error:
        raise ValueError("is no month; write YYYY-MM") from error


def _moment(words: str) -> datetime:
    try:
        if len(words) == 10:
            return datetime.combine(_day(words), time(23, 59, 59), KYIV)
        found = datetime.fromisoformat(words.replace(" ", "+"))
        found = found if found.tzinfo else found.replace(tzinfo=KYIV)
        return found.astimezone(KYIV)
    except (ValueError, OverflowError) as error:
        raise ValueError("is no moment; write 2024-02-22 or 2024-02-22T09:00:00Z") from error


def _among(names: Callable[[], Any], what: str) -> Reader:
    def read(words: str) -> str:
        if words not in names():
            near = get_close_matches(words, list(names()), n=2, cutoff=0.6)
            offer = f"; did you mean {' or '.join(near)}?" if near else ""
            raise ValueError(f"is {what}{offer}")
        return words

    return read


def _number(low: int, high: int) -> Reader:
    def read(words: str) -> int:
        plain = words.replace(",", "")
        if not (plain.isascii() and plain.isdecimal() and len(plain) <= 12):
            raise ValueError("is no whole number")
        if not low <= int(plain) <= high:
            raise ValueError(f"is not between {low} and {high}")
        return int(plain)

    return read


def _text(words: str) -> str:
    if len(words) > 200 or not words.isprintable():
        raise ValueError("is too long or not printable")
    return words


LONGEST_PACKED = 14_000
"""Characters of the longest text that is carried in a link to its result, packed."""

_WORDS = {"type": "string", "maxLength": 200}
_DAY_SCHEMA = {"type": "string", "format": "date"}


def metric(*, where: str = "query", required: bool = False) -> Param:
    """A metric's code."""
    schema = {"type": "string", "enum": list(metrics())}
    reader = _among(metrics, "no metric that the tables know")
    return Param("metric", reader, schema, "what is counted, by its code", where, required)


def source(name: str = "claimant", *, where: str = "query") -> Param:
    """A source's id, or the name of one that no table has, as a text gives it."""
    about = "who says so: a source's id (see /v1/sources), or a name as the ledger holds it"
    return Param(name, _text, _WORDS, about, where)


def party() -> Param:
    """A party's id."""
    known = sorted(known_parties())
    schema = {"type": "string", "enum": known}
    return Param(
        "party",
        _among(lambda: known, "no party that the tables know"),
        schema,
        "whose losses, or whose act",
    )


def day(name: str, about: str, *, where: str = "query", required: bool = False) -> Param:
    """A calendar day."""
    return Param(name, _day, _DAY_SCHEMA, f"{about}, as YYYY-MM-DD", where, required)


def month(name: str, about: str) -> Param:
    """A calendar month."""
    schema = {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}
    return Param(name, _month, schema, f"{about}, as YYYY-MM")


def as_of() -> Param:
    """What the ledger knew at a moment."""
    schema = {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}
    return Param("as_of", _moment, schema, "what the ledger knew at this moment")


def number(name: str, about: str, low: int, high: int, default: int | None = None) -> Param:
    """A whole number within bounds."""
    schema: Json = {"type": "integer", "minimum": low, "maximum": high}
    if default is not None:
        schema["default"] = default
    return Param(name, _number(low, high), schema, about, required=default is None, default=default)


def choice(name: str, about: str, *known: str, where: str = "query") -> Param:
    """One of some words; the first is the default."""
    schema = {"type": "string", "enum": list(known), "default": known[0]}
    reader = _among(lambda: known, f"none of {', '.join(known)}")
    return Param(name, reader, schema, about, where, default=known[0])


def packed(name: str, about: str) -> Param:
    """A text packed into a link."""
    schema = {"type": "string", "maxLength": LONGEST_PACKED}
    return Param(name, _packed, schema, about)


def _packed(given: str) -> str:
    if len(given) > LONGEST_PACKED or not given.isascii():
        raise ValueError("is too long")
    return given


def words(name: str, about: str, *, where: str = "query") -> Param:
    """Short free words, such as the beginning of an id."""
    return Param(name, _text, _WORDS, about, where)
