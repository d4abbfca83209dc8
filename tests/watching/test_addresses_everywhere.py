"""400 addresses inside networks: direct, behind a redirect and in a feed. No connection is opened."""

import socket
import ssl
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote

import pytest
from watching_samples import Clock, rss

from lossledger.documents import fetch
from lossledger.errors import FetchFailed
from lossledger.sources import Feed
from lossledger.watching import Courier
from lossledger.watching.collecting import collect
from lossledger.watching.memory import Memory

sys.path.append(str(Path(__file__).parents[1] / "documents"))
from test_addresses import sampled

NOW = datetime(2024, 2, 22, 9, tzinfo=UTC)
PUBLIC = "93.184.216.34"
ODD = ["2130706433", "0x7f000001", "017700000001", "127.1", "0", "localhost", "[::ffff:7f00:1]"]
DAY = "Thu, 22 Feb 2024 06:10:00 GMT"


def certificate(folder: Path) -> Path:
    """A certificate of news.example for this test, signed by itself, with its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "news.example")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("news.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = folder / "certificate.pem"
    file.write_bytes(built.public_bytes(Encoding.PEM) + secret)
    return file


class Server(BaseHTTPRequestHandler):
    """news.example: redirects to whatever its path names, and one feed."""

    feed = b""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        away = self.path.startswith("/to/")
        body = self.feed if self.path == "/feed" else b""
        self.send_response(302 if away else 200 if body else 404)
        if away:
            self.send_header("Location", unquote(self.path[4:]))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def opened(tmp_path, monkeypatch) -> Iterator[list[str]]:
    """The addresses to which a connection was opened; only those to news.example are let through."""
    file = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    resolve, connect = socket.getaddrinfo, socket.create_connection
    to: list[str] = []

    def resolved(host, port, *more, **named):
        if host == "news.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (PUBLIC, port))]
        return resolve(host, port, *more, **named)

    def connected(address, *more, **named):
        if address[0] == PUBLIC:
            return connect(server.server_address, *more, **named)
        to.append(address[0])
        raise ConnectionRefusedError

    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(socket, "getaddrinfo", resolved)
        monkeypatch.setattr(socket, "create_connection", connected)
        yield to
        server.shutdown()


def hosts(addresses: list[str]) -> list[str]:
    return [f"[{a}]" if ":" in a else a for a in addresses]


def refused() -> list[str]:
    found = hosts(sampled()[0]) + ODD
    assert len(set(found)) >= 400
    return found


def fails(url: str) -> bool:
    try:
        fetch(url, retrieved_at=NOW, timeout=5)
    except FetchFailed:
        return True
    return False


def test_asked_for_directly(opened):
    assert all(fails(f"https://{host}/page") for host in refused())
    assert opened == []


def test_behind_a_redirect_of_a_public_site(opened):
    assert all(fails(f"https://news.example/to/https://{host}/page") for host in refused())
    assert opened == []


def test_in_a_feed_of_a_public_site(opened, monkeypatch):
    links = [f"https://{host}/page" for host in refused()]
    entries = [(str(n), link, DAY, "12 tanks") for n, link in enumerate(links)]
    monkeypatch.setattr(Server, "feed", rss(*entries).encode())
    clock = Clock()
    feed = Feed("rss", "https://news.example/feed", "ua_general_staff", follow=True)
    found = collect(feed, Courier(clock, clock.sleep, timeout=5), Memory(), lambda key: "")
    assert (found.texts, len(found.skipped)) == ([], len(links))
    assert opened == []


def test_200_public_addresses_are_asked(opened):
    good = sampled()[1]
    assert all(fails(f"https://{host}/page") for host in hosts(good))
    assert len({ip_address(one) for one in opened}) == len(good) >= 200
