"""A server, a clock that only sleeping moves, and a watch over a ledger of its own."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from watching_samples import Clock, Site, serving

from lossledger.ledger import open_ledger
from lossledger.sources import Feed
from lossledger.watching import Courier, Watch


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "war.ledger") as opened:
        yield opened


@pytest.fixture
def courier(clock) -> Courier:
    return Courier(clock, clock.sleep, allow_local=True, timeout=2.0)


@pytest.fixture
def watching(ledger, courier) -> Callable[..., Watch]:
    """A watch over feeds given as (kind, address), all of the same source."""

    def make(*feeds: tuple[str, str], **more: object) -> Watch:
        known = [Feed(k, a, "ua_general_staff", **more) for k, a in feeds]
        return Watch(ledger, known, courier, every=timedelta(minutes=15), tool="a test")

    return make
