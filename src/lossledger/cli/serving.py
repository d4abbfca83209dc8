"""``lossledger serve``: pages and the API over the ledger, read-only."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lossledger.cli import output
from lossledger.cli.options import as_of_option, ledger_option, ledger_path, options, quiet_option
from lossledger.errors import BadInput, LedgerError

if TYPE_CHECKING:
    from lossledger.charts.hand import Hand

SHORTEST_TOKEN = 16


@click.command(
    "serve",
    epilog="""\b
Examples:
  lossledger serve                        http://127.0.0.1:8000/
  lossledger serve --host 0.0.0.0 --port 80
""",
)
@options(
    click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen."),
    click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
                 help="The port; 0 takes a free one."),
    click.option("--checks-a-minute", type=click.IntRange(0), default=120, show_default=True,
                 help="Texts that one address may have checked; 0 for no limit."),
    click.option("--token-file", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
                 help="Allow writing to those who send the token that stands in this file."),
    as_of_option,
    ledger_option,
    quiet_option,
)  # fmt: skip
def serve_command(
    host: str,
    port: int,
    checks_a_minute: int,
    token_file: str | None,
    as_of: datetime | None,
    where: str | None,
    quiet: bool,
) -> None:
    """Serve the pages and the API over the ledger until interrupted.

    Nobody can write, unless a token is given: then POST /v1/documents keeps a text for those
    who send it as "Authorization: Bearer TOKEN".

    The pages work without JavaScript. The API is described at /v1/openapi.json.
    """
    path = ledger_path(where)
    if "://" not in path and not os.path.exists(path):
        raise LedgerError(path, "there is no ledger here", "make one: lossledger pull daily-mirror")

    def ready(address: str) -> None:
        if not quiet:
            output.line(f"serving {path} at {address} (Ctrl-C stops)")

    token = _token(token_file)
    with _hand() as hand:  # it gets ready while the service is loaded
        from lossledger.web import Settings, serve

        settings = Settings(checks_a_minute=checks_a_minute, token=token)
        asked: dict[str, Any] = {"host": host, "port": port, "settings": settings, "as_of": as_of}
        serve(path, ready=ready, hand=hand, **asked)


@contextmanager
def _hand() -> Iterator["Hand"]:
    """The process that draws, started at once and ended in the end."""
    from lossledger.charts.hand import Hand

    hand = Hand()
    try:
        yield hand
    finally:
        hand.close()


def _token(file: str | None) -> str | None:
    """The token in a file; one that is too short to be a secret is refused."""
    if file is None:
        return None
    token = Path(file).read_text("utf-8").strip()
    if len(token) < SHORTEST_TOKEN:
        what = f"the token has {len(token)} characters, fewer than {SHORTEST_TOKEN}"
        raise BadInput(file, what, "write a longer one: openssl rand -hex 32")
    return token
