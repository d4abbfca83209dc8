"""Options that several commands share, and the values they stand for."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lossledger.errors import LedgerError
from lossledger.period import KYIV

if TYPE_CHECKING:
    from lossledger.ledger.book import Ledger

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Day(click.ParamType[date]):
    """A calendar day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as YYYY-MM-DD", param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment in ISO form. A day alone means its end in Kyiv; no zone means Kyiv's."""

    name = "MOMENT"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        if value in ("now", "today"):
            return now()
        try:
            if len(value) == 10:
                return datetime.combine(date.fromisoformat(value), time(23, 59, 59), KYIV)
            found = datetime.fromisoformat(value)
        except ValueError:
            what = f"{value!r} is no moment; write 2024-02-22, 2024-02-22T09:00+02:00 or now"
            self.fail(what, param, ctx)
        return found if found.tzinfo else found.replace(tzinfo=KYIV)


class Month(click.ParamType[date]):
    """A calendar month as YYYY-MM; its first day."""

    name = "YYYY-MM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(f"{value}-01")
        except ValueError:
            self.fail(f"{value!r} is no month; write it as YYYY-MM", param, ctx)


def now() -> datetime:
    """The present moment: the only clock of the command line."""
    return datetime.now(UTC)


ledger_option = click.option(
    "--ledger",
    "where",
    metavar="PATH|URL",
    envvar="LOSSLEDGER",
    help="The ledger to use. [env: LOSSLEDGER; default: in your data directory]",
)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print errors only.")
as_of_option = click.option(
    "--as-of", type=Moment(), help="What the ledger knew at this moment. [default: all it knows]"
)
source_option = click.option(
    "--source", metavar="ID", help="Who speaks where the text names nobody (a source id)."
)
published_option = click.option(
    "--published", type=Moment(), help="When the text was published. [default: as it says itself]"
)
local_option = click.option(
    "--allow-local", is_flag=True, help="Fetch from this machine and over HTTP: your own server."
)
contact_option = click.option(
    "--contact",
    default="",
    metavar="WORDS",
    envvar="LOSSLEDGER_CONTACT",
    help="Whom a server's owner may write to; told in every request.",
)
pause_option = click.option(
    "--pause",
    type=click.FloatRange(0, 3600),
    default=2.0,
    show_default=True,
    help="Seconds between two requests to one host.",
)


def _beginning(names: Iterable[str], start: str) -> list[str]:
    return [name for name in names if name.lower().startswith(start.lower())]


def complete_metric(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:
    """Codes of metrics for the shell's completion."""
    from lossledger.vocabulary import metrics

    return _beginning(metrics(), start)


def complete_source(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:
    """Ids of sources for the shell's completion."""
    from lossledger.vocabulary import sources

    return _beginning(sources(), start)


def complete_party(ctx: click.Context, param: click.Parameter, start: str) -> list[str]:
    """Ids of parties for the shell's completion."""
    from lossledger.vocabulary import wars

    return _beginning(sorted({party for war in wars() for party in war.parties}), start)


party_option = click.option(
    "--party", metavar="ID", help="Whose losses, such as RU or UA.", shell_complete=complete_party
)
claimant_option = click.option(
    "--claimant", metavar="ID", help="Who says so (a source id).", shell_complete=complete_source
)


def options(*some: Decorator) -> Decorator:
    """Several options as one decorator, shown in this order."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for one in reversed(some):
            command = one(command)
        return command

    return decorate


def ledger_path(where: str | None) -> str:
    """The ledger that is meant: given, else in the user's data directory."""
    if where:
        return where
    from platformdirs import user_data_path

    return str(user_data_path("lossledger") / "ledger.sqlite")


@contextmanager
def writing(where: str | None) -> Iterator["Ledger"]:
    """The ledger, made if it is missing; the default one with its folder."""
    from lossledger.ledger import open_ledger

    path = ledger_path(where)
    if not where:
        _make_folder(Path(path).parent)
    with open_ledger(path) as ledger:
        yield ledger


@contextmanager
def reading(where: str | None, as_of: datetime | None = None) -> Iterator["Ledger"]:
    """The ledger, which must be there, as it was at ``as_of``; nothing is made or changed."""
    from lossledger.ledger import open_ledger

    path = ledger_path(where)
    if "://" not in path and not os.path.exists(path):
        fix = "make one: lossledger pull daily-mirror, or lossledger import PATH --source ID"
        raise LedgerError(path, "there is no ledger here", fix)
    with open_ledger(path, create=False, read_only=True) as ledger:
        yield ledger if as_of is None else ledger.then(as_of)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"the folder of the ledger cannot be made: {error.strerror}"
        raise LedgerError(str(folder), what, "choose a place with --ledger PATH") from error


def known_source(source: str | None) -> str | None:
    """A source id in the form of the tables; a usage error naming near ones if unknown."""
    if source is None:
        return None
    from difflib import get_close_matches

    from lossledger.vocabulary import sources

    key = source.replace("-", "_")
    if key not in sources():
        near = get_close_matches(key, sources(), n=3, cutoff=0.5)
        offer = f"did you mean {', '.join(near)}?" if near else "see lossledger sources --all"
        raise click.UsageError(f"no source {source!r} ({offer})")
    return key


def told_contact(contact: str) -> str:
    """Whom to write to, as a header can carry it; a usage error otherwise."""
    if not (contact.isascii() and contact.isprintable()):
        raise click.UsageError("--contact is sent in a header: write it in plain ASCII")
    return contact


def known_party(party: str | None) -> str | None:
    """A party id of the tables; a usage error naming those that fight wars of the tables."""
    if party is None:
        return None
    from lossledger.vocabulary import known_parties, wars

    if party.upper() not in known_parties():
        known = sorted({p for war in wars() for p in war.parties})
        raise click.UsageError(f"no party {party!r} (known: {', '.join(known)}, and countries)")
    return party.upper()
