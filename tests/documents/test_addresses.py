"""Nothing is fetched from private, local or reserved addresses, in whatever form they come."""

import ipaddress
import random
import socket
from datetime import UTC, datetime

import pytest

from lossledger.documents import fetch
from lossledger.documents.addresses import refusal
from lossledger.errors import FetchFailed

NOW = datetime(2024, 2, 22, 9, tzinfo=UTC)
REFUSED = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.254",
    "127.0.0.1",
    "127.1.2.3",
    "169.254.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.168.255.255",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "febf::1",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
]
GOOD = [
    "1.1.1.1",
    "8.8.8.8",
    "9.9.9.9",
    "99.255.255.255",
    "100.63.255.255",
    "100.128.0.0",
    "11.0.0.0",
    "126.255.255.255",
    "128.0.0.1",
    "169.253.0.1",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001::1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
    "2400:cb00::1",
]


TUNNELS = ("::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1")
"""Public addresses in forms that Python's own table does not call global."""


def sampled() -> tuple[list[str], list[str]]:
    """Addresses drawn from refused networks, and 200 public ones; none of them twice."""
    from lossledger.vocabulary import table

    draw = random.Random(20240222)
    refused = dict.fromkeys(REFUSED)
    for network in table("addresses")["refused"]:
        net = ipaddress.ip_network(network)
        for _ in range(16):
            refused[str(net[draw.randrange(net.num_addresses)])] = None
    good = dict.fromkeys(GOOD)
    while len(good) < 200 + len(TUNNELS):
        address = ipaddress.IPv4Address(draw.getrandbits(32))
        if address.is_global and not address.is_multicast:
            good[str(address)] = None
    return list(refused), list(good)


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_of_no_public_network_is_refused(address):
    assert refusal(address)


def test_400_addresses_of_refused_networks_are_refused_and_200_public_ones_are_not():
    refused, good = sampled()
    assert len(refused) >= 400
    assert [a for a in refused if refusal(a) is None] == []
    assert [a for a in good if refusal(a, allow_local=True) is not None] == []
    assert [a for a in good if refusal(a) is not None and ipaddress.ip_address(a).is_global] == []


def test_the_switch_admits_loopback_and_nothing_else():
    assert refusal("127.0.0.1", allow_local=True) is None
    assert refusal("::1", allow_local=True) is None
    assert refusal("10.0.0.1", allow_local=True) == "private"
    assert refusal("169.254.169.254", allow_local=True) == "link-local"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "[::1]", "2130706433", "0x7f000001", "017700000001", "127.1", "localhost",
     "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "10.0.0.1", "169.254.169.254", "0"],
)  # fmt: skip
def test_no_connection_is_opened_however_the_address_is_written(host, monkeypatch):
    def opened(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "create_connection", opened)
    with pytest.raises(FetchFailed):
        fetch(f"https://{host}/page", retrieved_at=NOW, timeout=5)


@pytest.mark.parametrize(
    "url",
    ["https://[", "https://xn--/", "https://\ud800/", "https://[fe80::1%25\u2d81]/", "https://a b/",
     "https://" + "a" * 300 + ".example/", "https://①②⑦.⓪.⓪.①/", "https://127。0。0。1/", "https://a:b:c/"],
)  # fmt: skip
def test_an_address_that_is_none_is_a_named_error(url, monkeypatch):
    def opened(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "create_connection", opened)
    with pytest.raises(FetchFailed) as caught:
        fetch(url, retrieved_at=NOW, timeout=5)
    assert "\n" not in str(caught.value)


def test_a_name_that_points_inside_is_refused_though_it_has_a_public_address_too(monkeypatch):
    def resolved(host: str, port: int, **_: object) -> list:
        rows = [("93.184.216.34", port), ("10.0.0.7", port)]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", row) for row in rows]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    with pytest.raises(FetchFailed, match=r"10\.0\.0\.7 is refused: private"):
        fetch("https://news.example/", retrieved_at=NOW, timeout=5)


def test_the_connection_goes_to_the_address_that_was_judged(monkeypatch):
    """A name that resolves to another address a moment later gains nothing."""
    asked: list[str] = []
    connected: list[str] = []

    def resolved(host: str, port: int, **_: object) -> list:
        asked.append(host)
        address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def opened(address: tuple[str, int], *_: object, **__: object) -> None:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    monkeypatch.setattr(socket, "create_connection", opened)
    with pytest.raises(FetchFailed):
        fetch("https://news.example/", retrieved_at=NOW, timeout=5)
    assert connected == ["93.184.216.34"]
