"""The first answers: made before anybody asks, made once, and never kept beyond their ledger."""

import asyncio

import httpx
from web_samples import fill

from lossledger.web import create_app
from lossledger.web.warming import make_first


def asked(app, *paths: str) -> list[httpx.Response]:
    async def ask() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://ledger") as client:
            return await asyncio.gather(*(client.get(path) for path in paths))

    return asyncio.run(ask())


class Counted:
    """An application that counts what it is asked, and does something meanwhile."""

    def __init__(self, app, meanwhile=lambda: None) -> None:
        self.app, self.meanwhile, self.paths = app, meanwhile, []

    async def __call__(self, scope, receive, send) -> None:
        self.paths.append(scope["path"])
        await asyncio.sleep(0.05)
        self.meanwhile()
        await self.app(scope, receive, send)


def test_the_first_page_is_made_before_the_service_says_that_it_is_ready(ledger_path):
    front = create_app(str(ledger_path))
    make_first(front)
    front.app = Counted(front.app)
    assert asked(front, "/")[0].status_code == 200
    assert front.app.paths == []


def test_those_who_ask_for_a_page_that_is_being_made_wait_for_that_one(ledger_path):
    front = create_app(str(ledger_path))
    front.app = Counted(front.app)
    found = asked(front, "/", "/", "/", "/method")
    assert [one.status_code for one in found] == [200] * 4
    assert sorted(front.app.paths) == ["/", "/method"]
    assert not front.busy


def test_a_page_that_fails_fails_for_all_who_wait_and_is_made_again_for_the_next(ledger_path):
    front = create_app(str(ledger_path))
    kept = front.app

    async def broken(scope, receive, send):
        await asyncio.sleep(0.05)
        raise RuntimeError("no page today")

    front.app = broken
    assert [one.status_code for one in asked(front, "/", "/")] == [500, 500]
    front.app = kept
    assert asked(front, "/")[0].status_code == 200


def test_an_answer_of_a_ledger_that_grew_meanwhile_is_not_kept(tmp_path):
    fill(tmp_path / "war.sqlite")
    front = create_app(str(tmp_path / "war.sqlite"))

    def grown() -> None:
        front._root = "another root"

    front.app = Counted(front.app, grown)
    asked(front, "/method")
    asked(front, "/method")
    assert front.app.paths == ["/method", "/method"]
