"""From a request to an answer: routing, limits, headers, ETags and a cache by the log's root.

An answer depends on the ledger and the request only, so it is kept until the ledger grows.
"""

import json
from asyncio import CancelledError, shield, wrap_future
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from datetime import date
from hashlib import sha256
from hmac import compare_digest
from time import monotonic
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lossledger.errors import BadInput, LossledgerError, NotFound
from lossledger.web import asking, openapi, pages
from lossledger.web.api import ENDPOINTS, Answer, Endpoint, error_json
from lossledger.web.asking import BadRequest
from lossledger.web.filling import language_asked
from lossledger.web.limits import LARGEST_BODY, LARGEST_QUERY, Settings
from lossledger.web.room import Room

KEPT = 512
"""Answers that are kept until the ledger grows."""
LARGEST_KEPT = 2**20
Key = tuple[str, str, str]
"""What an answer is kept under: path, query and language."""
Made = tuple[Message, bytes]
"""An answer: its first message and its whole body."""

_PLAIN_NAMES = {"from": "start", "to": "end"}
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SAFE = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
_CORS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"GET, HEAD, POST, OPTIONS"),
    (b"access-control-allow-headers", b"content-type, if-none-match"),
    (b"access-control-expose-headers", b"etag"),
)


def application(room: Room, settings: Settings | None = None) -> "Front":
    """The whole service over one ledger."""
    told = settings or Settings()
    routes = [
        Route(
            e.path.replace("{id}", "{id:path}"),  # a name may hold a slash
            _endpoint(room, e, told),
            methods=[e.method.upper()],
            name=e.answer.__name__,
        )
        for e in ENDPOINTS
    ]
    described = json_bytes(openapi.openapi())

    async def description(request: Request) -> Response:
        return Response(described, media_type="application/json")

    routes.append(Route("/v1/openapi.json", description))
    routes += pages.routes(room)
    app = Starlette(
        routes=routes,
        exception_handlers={
            LossledgerError: _told,
            HTTPException: _told_by_http,
            Exception: _unexpected,
        },
    )
    return Front(room, app, told)


def json_bytes(value: Any) -> bytes:
    """A value as UTF-8 JSON; days and moments in ISO form."""
    return json.dumps(value, ensure_ascii=False, default=_iso).encode("utf-8", "replace")


def _iso(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _endpoint(room: Room, endpoint: Endpoint, settings: Settings) -> Callable[[Request], Any]:
    async def handle(request: Request) -> Response:
        if endpoint.guarded:
            _require_token(request, settings.token)
        given = _once(request.query_params.multi_items()) | dict(request.path_params)
        wanted = asking.values(endpoint.params, given)
        named = {_PLAIN_NAMES.get(name, name): value for name, value in wanted.items()}
        if endpoint.method == "post":
            named["body"] = _json_object(await request.body())
        answer = await run_in_threadpool(endpoint.answer, room, **named)
        if isinstance(answer, Answer):
            return Response(answer.body, media_type=answer.media_type)
        return Response(json_bytes(answer), media_type="application/json")

    return handle


def _require_token(request: Request, token: str | None) -> None:
    """Let only those write who send the token that the service was started with."""
    if token is None:
        raise HTTPException(403, "this service is read-only: it was started without a token")
    sent = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not compare_digest(sent.encode(), token.encode()):
        wants = {"www-authenticate": "Bearer"}
        raise HTTPException(401, "the token is missing or wrong", headers=wants)


def _once(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in pairs:
        if name in found:
            raise BadRequest(f"parameter {name[:60]}", "is given twice")
        found[name] = value
    return found


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadRequest("body", "is no JSON", 'send {"text": "..."}') from error
    if not isinstance(found, dict):
        raise BadRequest("body", "is no JSON object", 'send {"text": "..."}')
    return found


def _status(error: Exception) -> int:
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, BadRequest):
        return 400
    return 422 if isinstance(error, BadInput) else 503


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, LossledgerError)
    return _error(request, _status(error), error.where, error.what, error.fix)


async def _told_by_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    where = f"{request.method} {request.url.path[:100]}"
    what = {404: "there is nothing here", 405: "is not answered"}.get(error.status_code)
    status, fix = error.status_code, "see /v1/openapi.json"
    answer = _error(request, status, where, what or str(error.detail), fix)
    if error.headers:
        answer.headers.update(error.headers)
    return answer


async def _unexpected(request: Request, error: Exception) -> Response:
    return _error(request, 500, request.url.path[:100], "an error of ours", "please report it")


def _error(request: Request, status: int, where: str, what: str, fix: str) -> Response:
    if request.url.path.startswith("/v1/"):
        body = json_bytes(error_json(status, where, what, fix))
        return Response(body, status_code=status, media_type="application/json")
    return pages.error_page(request, status, where, what, fix)


class Front:
    """The door: refuses what is too large or too much, and keeps answers until the log grows."""

    def __init__(self, room: Room, app: ASGIApp, settings: Settings) -> None:
        self.room, self.app, self.settings = room, app, settings
        self._root = ""
        self._kept: OrderedDict[Key, Made] = OrderedDict()
        self._making: dict[tuple[str, Key], Future[Made]] = {}
        self._checks: dict[str, tuple[float, int]] = {}
        self._open: set[object] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        mark = object()
        self._open.add(mark)
        try:
            await self._answer(scope, receive, send)
        finally:
            self._open.discard(mark)

    @property
    def busy(self) -> bool:
        """Whether somebody waits for an answer."""
        return bool(self._open)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        if scope["method"] == "OPTIONS":
            await _plain(send, 204, b"")
        elif len(scope["query_string"]) > LARGEST_QUERY:
            head = scope["method"] == "HEAD"
            await _refuse(send, 414, "the address is too long", head=head)
        elif scope["method"] == "POST":
            await self._post(scope, receive, send, headers)
        elif scope["method"] in ("GET", "HEAD"):
            await self._get(scope, receive, send, headers)
        else:
            await _refuse(send, 405, "only GET, HEAD and POST are answered")

    async def _get(
        self, scope: Scope, receive: Receive, send: Send, headers: Mapping[bytes, bytes]
    ) -> None:
        root = self.room.root
        if root != self._root:
            self._kept.clear()
            self._root = root
        language = language_asked(headers)
        key = (scope["path"], scope["query_string"].decode("latin-1"), language)
        found = self._kept.get(key)
        if found is None:
            found = await self._made(root, key, {**scope, "method": "GET"}, receive)
        start, body = found
        await _send(send, start, body, headers, head=scope["method"] == "HEAD")

    async def _made(self, root: str, key: Key, scope: Scope, receive: Receive) -> Made:
        """An answer that is not kept yet; who asks while it is being made waits for it."""
        mine: Future[Made] = Future()
        others = self._making.setdefault((root, key), mine)
        if others is not mine:
            try:
                return await shield(wrap_future(others))
            except CancelledError:
                if not others.cancelled():
                    raise
            return await _recorded(self.app, scope, receive)  # who made it was stopped
        try:
            found = await _recorded(self.app, scope, receive)
        except BaseException:
            mine.cancel()
            raise
        finally:
            del self._making[root, key]
        mine.set_result(found)
        start, body = found
        # what was made of an earlier state of the ledger is told, but not kept
        if start["status"] == 200 and len(body) <= LARGEST_KEPT and root == self._root:
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    async def _post(
        self, scope: Scope, receive: Receive, send: Send, headers: Mapping[bytes, bytes]
    ) -> None:
        if not self._may_check(scope):
            most = self.settings.checks_a_minute
            await _refuse(send, 429, f"more than {most} texts a minute from one address")
            return
        length = headers.get(b"content-length", b"0")
        body = b"" if length.isdigit() and int(length) > LARGEST_BODY else await _body(receive)
        if body is None:
            return
        too_large = length.isdigit() and int(length) > LARGEST_BODY
        if too_large or len(body) > LARGEST_BODY:
            await _refuse(send, 413, f"the text is larger than {LARGEST_BODY // 1024} KiB")
            return
        start, answer = await _recorded(self.app, scope, _replayed(body))
        await _send(send, start, answer, {}, head=False)

    def _may_check(self, scope: Scope) -> bool:
        """A simple count by address and minute; old addresses are forgotten."""
        address = (scope.get("client") or ("", 0))[0]
        minute = monotonic() // 60
        if len(self._checks) > 10_000:
            self._checks = {a: c for a, c in self._checks.items() if c[0] == minute}
        last, count = self._checks.get(address, (minute, 0))
        count = count + 1 if last == minute else 1
        self._checks[address] = (minute, count)
        return not self.settings.checks_a_minute or count <= self.settings.checks_a_minute


async def _body(receive: Receive) -> bytes | None:
    """A request's body up to the limit and a little more; ``None`` when the client is gone."""
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        part = message.get("body", b"")
        size += len(part)
        parts.append(part)
        if size > LARGEST_BODY or not message.get("more_body"):
            return b"".join(parts)


def _replayed(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def _recorded(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[Message, bytes]:
    """An application's answer as its first message and its whole body."""
    start: Message = {"type": "http.response.start", "status": 500, "headers": []}
    parts: list[bytes] = []

    async def send(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start":
            start = message
        else:
            parts.append(message.get("body", b""))

    try:
        await app(scope, receive, send)
    except ClientDisconnect:
        pass
    except Exception:
        if not start["headers"]:  # the handler of unexpected errors has answered already
            start = {**start, "headers": [(b"content-type", b"text/plain")]}
    body = b"".join(parts)
    tag = b'"' + sha256(body).hexdigest()[:32].encode() + b'"'
    kept = [h for h in start["headers"] if h[0] != b"content-length"]
    extra = _CORS if scope["path"].startswith("/v1/") else ()
    safe = () if any(h[0] == b"content-security-policy" for h in kept) else _SAFE
    return {**start, "headers": [*kept, *safe, *extra, (b"etag", tag)]}, body


async def _send(
    send: Send, start: Message, body: bytes, asked: Mapping[bytes, bytes], *, head: bool
) -> None:
    tag = dict(start["headers"])[b"etag"]
    known = {t.strip().removeprefix(b"W/") for t in asked.get(b"if-none-match", b"").split(b",")}
    if start["status"] == 200 and tag in known:
        start, body = {**start, "status": 304}, b""
    length = [] if start["status"] in (204, 304) else [(b"content-length", b"%d" % len(body))]
    await send({**start, "headers": [*start["headers"], *length]})
    await send({"type": "http.response.body", "body": b"" if head else body})


async def _plain(send: Send, status: int, body: bytes, *, head: bool = False) -> None:
    headers = [*_SAFE, *_CORS]
    if body:
        headers += [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if head else body})


async def _refuse(send: Send, status: int, what: str, *, head: bool = False) -> None:
    await _plain(send, status, json_bytes(error_json(status, "request", what)), head=head)
