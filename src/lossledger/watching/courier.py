"""Asks servers politely: robots rules, a pause for each host, few tries, waits as told.

Robots rules are those of RFC 9309, read by ``protego`` (``*`` and ``$`` in paths, the longest
rule counts): no such file means that all may be asked, a server that does not answer means that
nothing is. A server's ``Retry-After`` and ``Crawl-delay`` are kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from protego import Protego

from lossledger.documents import Fetched, fetch
from lossledger.documents.fetch import AGENT, Known
from lossledger.errors import FetchFailed

_ROBOT = "lossledger"
_LARGEST_RULES = 500 * 1024
"""As RFC 9309, 2.5 has it: 500 KiB at least are to be read."""
_RULES_HOLD = timedelta(hours=24)
_LONGEST_PAUSE = 60.0
_TRIES = 3


@dataclass(slots=True)
class _Host:
    rules: Protego | None = None
    asked_at: datetime | None = None
    rules_at: datetime | None = None
    pause: float = 0.0


@dataclass(slots=True)
class Courier:
    """Fetches for a watch. ``clock`` and ``sleep`` come from the front door.

    ``pause`` is the least number of seconds between two requests to one host; ``patience`` is
    how many seconds a request may wait for another try within a round; ``contact`` tells a
    server's owner whom to write to. ``on_progress`` is told how many bytes of an answer are
    there, and how many it will have as far as that is known.
    """

    clock: Callable[[], datetime]
    sleep: Callable[[float], None]
    allow_local: bool = False
    contact: str = ""
    pause: float = 2.0
    patience: float = 60.0
    timeout: float = 30.0
    on_progress: Callable[[int, int], None] | None = None
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def get(self, url: str, *, known: Known | None = None, max_bytes: int) -> Fetched:
        """What an address answers; ``FetchFailed`` after the last try, or where rules forbid."""
        for number in range(_TRIES):
            try:
                return fetch(
                    url,
                    retrieved_at=self.clock(),
                    max_bytes=max_bytes,
                    timeout=self.timeout,
                    allow_local=self.allow_local,
                    known=known,
                    agent=self._agent(),
                    before=self._before,
                    on_progress=self.on_progress,
                )
            except FetchFailed as error:
                wait = wait_for(error, self.clock()) or 2.0 ** (number + 1)
                if not error.passing or number + 1 == _TRIES or wait > self.patience:
                    raise
                self.sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _agent(self) -> str:
        return f"{AGENT} {self.contact}".strip()

    def _before(self, url: str) -> None:
        """Keep the host's rules and its pause; ``FetchFailed`` where they forbid the address."""
        try:
            parts = urlsplit(url)
        except ValueError as error:
            raise FetchFailed(url, f"not an address: {error}", "check the feed") from error
        host = self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}", _Host())
        if host.rules_at is None or self.clock() - host.rules_at > _RULES_HOLD:
            self._read_rules(host, f"{parts.scheme}://{parts.netloc}/robots.txt")
        if host.rules is not None and not host.rules.can_fetch(url, _ROBOT):
            raise FetchFailed(url, "the site's robots.txt forbids it", "ask its owner")
        self._pause(host)

    def _pause(self, host: _Host) -> None:
        if host.asked_at is not None:
            since = (self.clock() - host.asked_at).total_seconds()
            left = max(self.pause, host.pause) - since
            if left > 0:
                self.sleep(left)
        host.asked_at = self.clock()

    def _read_rules(self, host: _Host, address: str) -> None:
        text = ""
        self._pause(host)
        try:
            answer = fetch(
                address,
                retrieved_at=self.clock(),
                max_bytes=_LARGEST_RULES,
                timeout=self.timeout,
                allow_local=self.allow_local,
                agent=self._agent(),
            )
            text = answer.content.decode("utf-8-sig", "ignore")
        except FetchFailed as error:
            if error.status is None or error.status == 429 or error.status >= 500:
                what = f"its robots.txt cannot be read, so nothing is asked: {error.what}"
                raise FetchFailed(
                    address,
                    what,
                    error.fix,
                    status=error.status,
                    retry_after=error.retry_after,
                    passing=error.passing,
                ) from error
        host.rules, host.rules_at = Protego.parse(text), self.clock()
        delay = float(host.rules.crawl_delay(_ROBOT) or 0)
        host.pause = min(delay, _LONGEST_PAUSE) if delay > 0 else 0.0  # not for NaN


def wait_for(error: FetchFailed, now: datetime) -> float | None:
    """The seconds that a server asked us to wait (RFC 9110, 10.2.3); ``None`` if it did not."""
    told = (error.retry_after or "").strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        at = parsedate_to_datetime(told)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - now).total_seconds())
