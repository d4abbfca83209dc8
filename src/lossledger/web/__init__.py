"""Pages and the API over one ledger, read-only.

``create_app(where)`` gives the service for any ASGI server; ``serve`` runs it. ``api`` answers in
JSON, ``pages`` in HTML; both ask ``desk``, and neither holds rules.
"""

import socket
from collections.abc import Callable
from datetime import datetime

from starlette.types import ASGIApp

from lossledger.charts import Hand
from lossledger.web.limits import Settings
from lossledger.web.room import Room
from lossledger.web.serving import application


def create_app(where: str, settings: Settings | None = None) -> ASGIApp:
    """The service over the ledger at ``where``; ``LedgerError`` when it cannot be opened."""
    return application(Room(where), settings)


def serve(
    where: str,
    *,
    host: str,
    port: int,
    ready: Callable[[str], None],
    settings: Settings | None = None,
    as_of: datetime | None = None,
    hand: Hand | None = None,
) -> None:
    """Answer requests until interrupted; ``ready`` is told the address once it listens.

    With ``as_of`` the ledger is served as it was at that moment. ``hand`` draws the charts;
    whoever gives one that was started earlier ends it, too.
    """
    import uvicorn

    from lossledger.web.warming import keep_warm, make_first
    from lossledger.web.wire import Polite

    room = Room(where, as_of)
    drawing = hand or Hand()
    room.draw = drawing.draw
    app = application(room, settings)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=Polite,
        ws="none",
        log_level="critical",  # what cannot be answered is answered so, not logged
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        h11_max_incomplete_event_size=32 * 1024,
        lifespan="off",
    )
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    # without this an answer's second packet waits 40 ms for the first one's receipt
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listening.listen(config.backlog)  # whoever is told the address may ask at once
    make_first(app)
    keep_warm(room, app)
    ready(f"http://{host}:{listening.getsockname()[1]}/")
    try:
        server.run(sockets=[listening])
    finally:
        drawing.close()


__all__ = ["Settings", "create_app", "serve"]
