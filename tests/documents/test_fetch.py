"""Fetching from a server on this machine: limits of time, size, scheme and redirects."""

import gzip
import hashlib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from pathlib import Path

import brotli
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from documents_samples import NOW

from lossledger.documents import Fetched, document_from_bytes, fetch
from lossledger.documents.fetch import Known
from lossledger.errors import FetchFailed

PAGE = b"<p>Russia lost 1,160 soldiers, Kyiv said.</p>"


class Server(BaseHTTPRequestHandler):
    """Answers as good, slow, huge and broken servers do."""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        try:
            getattr(self, "answer_" + self.path.strip("/").split("/")[0])()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self) -> None:
        self.answer(200, PAGE, Content_Type="text/html; charset=utf-8")

    def answer_gzip(self) -> None:
        self.answer(200, gzip.compress(PAGE), Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        self.answer(200, gzip.compress(b"0" * 20_000_000), Content_Encoding="gzip")

    def answer_half(self) -> None:
        self.answer(200, gzip.compress(PAGE)[:-9], Content_Encoding="gzip")

    def answer_broken(self) -> None:
        self.answer(200, b"no gzip", Content_Encoding="gzip")

    def answer_brotli(self) -> None:
        self.answer(200, PAGE, Content_Encoding="br")

    def answer_zstd(self) -> None:
        self.answer(200, PAGE, Content_Encoding="zstd")

    def answer_br(self) -> None:
        self.answer(200, brotli.compress(PAGE), Content_Encoding="br")

    def answer_brbomb(self) -> None:
        self.answer(200, brotli.compress(b"0" * 20_000_000), Content_Encoding="br")

    def answer_brhalf(self) -> None:
        self.answer(200, brotli.compress(PAGE)[:-9], Content_Encoding="br")

    def answer_tagged(self) -> None:
        if self.headers["If-None-Match"] == '"7"':
            self.answer(304, ETag='"7"')
        else:
            self.answer(200, PAGE, ETag='"7"', Content_Type="text/html")

    def answer_often(self) -> None:
        self.answer(429, Retry_After="120")

    def answer_missing(self) -> None:
        self.answer(404)

    def answer_moved(self) -> None:
        self.answer(302, Location="/page")

    def answer_to(self) -> None:
        self.answer(302, Location=self.path.removeprefix("/to/") + "/page")

    def answer_loop(self) -> None:
        self.answer(302, Location="/loop")

    def answer_away(self) -> None:
        self.answer(301, Location="ftp://example.org/page")

    def answer_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"0" * 65_536)

    def answer_slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"0")
            time.sleep(0.05)

    def answer_dripping(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            self.wfile.write(b"X-%d: 0\r\n" % number)
            time.sleep(0.05)

    def answer_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"0" * 10)


@pytest.fixture(scope="module")
def here() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server with a certificate that is trusted during the test."""
    certificate = tmp_path / "certificate.pem"
    certificate.write_bytes(certificate_and_key())
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"https://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def certificate_and_key() -> bytes:
    """A certificate of this machine for this test, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return built.public_bytes(Encoding.PEM) + key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )


def get(url: str, **limits: object) -> Fetched:
    return fetch(url, retrieved_at=NOW, allow_local=True, **limits)  # type: ignore[arg-type]


def failure(url: str, **limits: float) -> str:
    with pytest.raises(FetchFailed) as caught:
        get(url, **limits)
    return str(caught.value)


def test_a_page_is_fetched_with_all_that_is_known_about_it(here: str) -> None:
    found = get(f"{here}/moved")
    assert (found.url, found.final_url) == (f"{here}/moved", f"{here}/page")
    assert (found.status, found.content, found.retrieved_at) == (200, PAGE, NOW)
    assert found.media_type == "text/html; charset=utf-8"
    document = document_from_bytes(
        found.content, origin=found.url, media_type=found.media_type, retrieved_at=NOW
    )
    assert document.text == "Russia lost 1,160 soldiers, Kyiv said."


def test_a_compressed_answer_is_unpacked(here: str) -> None:
    assert get(f"{here}/gzip").content == PAGE
    assert get(f"{here}/br").content == PAGE


def test_the_evidence_names_hops_hashes_and_the_connection(here: str, secure: str) -> None:
    about = get(f"{here}/moved").as_json()
    assert about["redirects"] == [f"{here}/moved"]
    assert about["sha256"] == hashlib.sha256(PAGE).hexdigest()
    assert (about["bytes"], about["tls"]) == (len(PAGE), None)
    tls = get(f"{secure}/page").as_json()["tls"]
    assert tls["protocol"].startswith("TLSv1.")
    assert len(tls["sha256"]) == 64
    assert tls["issuer"] == "commonName=127.0.0.1"
    assert tls["valid_until"].endswith(" GMT")


def test_what_has_not_changed_is_not_sent_again(here: str) -> None:
    first = get(f"{here}/tagged")
    again = get(f"{here}/tagged", known=Known(first.header("etag")))
    assert (first.status, again.status, again.content) == (200, 304, b"")


def test_a_refusal_says_when_to_come_back(here: str) -> None:
    with pytest.raises(FetchFailed) as caught:
        get(f"{here}/often")
    assert (caught.value.status, caught.value.retry_after) == (429, "120")
    assert str(caught.value) == (f"{here}/often: answered 429 Too Many Requests (try again later)")


def test_every_hop_is_told_before_it_is_asked(here: str) -> None:
    asked: list[str] = []
    get(f"{here}/moved", before=asked.append)
    assert asked == [f"{here}/moved", f"{here}/page"]


def test_only_https_is_fetched_unless_the_caller_admits_more(here: str) -> None:
    for url in (f"{here}/page", "file:///etc/hostname", "data:,7", "page.html", ""):
        with pytest.raises(FetchFailed) as caught:
            fetch(url, retrieved_at=NOW)
        assert str(caught.value) == f"{url}: not an HTTPS address (write it as https://…)"


def test_a_redirect_to_another_scheme_is_refused(here: str) -> None:
    assert failure(f"{here}/away") == (
        f"{here}/away: redirects to ftp://example.org/page, which is not HTTPS (check the address)"
    )


def test_https_is_never_left_for_plain_http(
    here: str, secure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fetch(f"{secure}/page", retrieved_at=NOW, allow_local=True).content == PAGE
    with pytest.raises(FetchFailed) as caught:
        fetch(f"{secure}/to/{here}", retrieved_at=NOW, allow_local=True)
    assert str(caught.value) == (
        f"{secure}/to/{here}: redirects to {here}/page, which is not HTTPS (check the address)"
    )
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(FetchFailed) as caught:
        fetch(f"{secure}/page", retrieved_at=NOW, allow_local=True)
    assert "certificate verify failed" in str(caught.value)


def test_redirects_without_an_end_are_given_up(here: str) -> None:
    assert failure(f"{here}/loop") == f"{here}/loop: more than 5 redirects (check the address)"


def test_an_answer_that_is_no_page_is_named(here: str) -> None:
    assert failure(f"{here}/missing") == (
        f"{here}/missing: answered 404 Not Found (check the address)"
    )


@pytest.mark.parametrize("path", ["slow", "dripping"])
def test_a_server_that_drips_is_left_when_the_time_is_over(here: str, path: str) -> None:
    begun = time.monotonic()
    said = "no whole answer within 0.4 seconds (try again later)"
    assert failure(f"{here}/{path}", timeout=0.4) == f"{here}/{path}: {said}"
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("path", ["huge", "bomb", "brbomb"])
def test_an_answer_that_is_too_large_is_dropped_on_the_way(here: str, path: str) -> None:
    assert failure(f"{here}/{path}", max_bytes=1_000_000) == (
        f"{here}/{path}: larger than 1,000,000 bytes"
        " (fetch it by hand and read the part that matters)"
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("half", "the compressed answer breaks off (try again later)"),
        ("broken", "the compressed answer is broken (try again later)"),
        ("brotli", "the compressed answer is broken (try again later)"),
        ("brhalf", "the compressed answer breaks off (try again later)"),
        ("zstd", "sent in the encoding 'zstd' (ask for another address)"),
    ],
)
def test_an_answer_that_cannot_be_unpacked_is_named(here: str, path: str, said: str) -> None:
    assert failure(f"{here}/{path}") == f"{here}/{path}: {said}"


def test_a_connection_that_fails_is_one_line(here: str) -> None:
    assert failure(f"{here}/cut").startswith(f"{here}/cut: the connection failed: ")
    closed = failure("http://127.0.0.1:1/page")
    assert closed.startswith("http://127.0.0.1:1/page: the connection failed: ")
    assert "\n" not in closed
    assert failure("http://[::1/page").startswith("http://[::1/page: not an address: ")


def test_a_name_that_nobody_answers_for_is_left_when_the_time_is_over(monkeypatch) -> None:
    asked = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: (asked.wait(20), [])[1])
    begun = time.monotonic()
    with pytest.raises(FetchFailed, match=r"no whole answer within 0\.3 seconds"):
        fetch("https://slow.example/", retrieved_at=NOW, timeout=0.3)
    assert time.monotonic() - begun < 5
    asked.set()
