"""What a client gets on the wire when its request is cut off, malformed, too large or ends early."""

import json
import socket
from urllib.parse import urlsplit

import pytest
from browser import served
from web_samples import STORY


@pytest.fixture(scope="module")
def site(ledger_path):
    with served(ledger_path, "--checks-a-minute", "3") as address:
        yield address


def sent(site: str, request: bytes) -> tuple[int, bytes]:
    """The status and body of the answer to raw bytes, after which the client sends no more."""
    place = urlsplit(site)
    with socket.create_connection((place.hostname, place.port), timeout=20) as wire:
        wire.sendall(request)
        wire.shutdown(socket.SHUT_WR)
        whole = b""
        while part := wire.recv(65536):
            whole += part
    head, _, body = whole.partition(b"\r\n\r\n")
    return int(head.split()[1]), body


@pytest.mark.parametrize(
    "request_",
    [
        b"GET",
        b"GET / HTTP/1.1\r\nHost: x\r\nConn",
        b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n{",
        b"\x00 / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /v1/latest HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"GET /" + b"a" * 300_000,
    ],
    ids=["one word", "half a head", "half a body", "no method", "no length", "no end"],
)
def test_what_is_no_whole_request_is_told_so(site, request_):
    status, body = sent(site, request_)
    assert status == 400
    assert json.loads(body)["error"]["status"] == 400


def test_a_client_that_ends_its_side_early_still_gets_its_answer(site):
    path = "/v1/trace?value=407240"  # not kept: it has to be computed
    status, body = sent(site, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert (status, json.loads(body)["value"]) == (200, 407240)


def test_an_answer_before_the_whole_body_arrives(site):
    length = 1_200_000
    head = f"PUT /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n".encode()
    assert sent(site, head + b"a" * length)[0] == 405


def test_texts_beyond_the_limit_of_a_minute_are_refused_and_the_limit_is_a_setting(site):
    body = json.dumps({"text": STORY}).encode()
    head = b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(body)
    found = [sent(site, head + body) for _ in range(7)]
    assert [status for status, _ in found].count(200) <= 6  # three in each of at most two minutes
    assert found[-1][0] == 429 or found[-2][0] == 429
    refused = next(json.loads(body) for status, body in found if status == 429)
    assert refused["error"]["what"] == "more than 3 texts a minute from one address"
