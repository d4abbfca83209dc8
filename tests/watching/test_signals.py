"""What is worth telling is told once, to a webhook and in an Atom file."""

import json
from xml.etree.ElementTree import fromstring

import pytest
from watching_samples import START

from lossledger.documents.sending import post
from lossledger.errors import BadInput, FetchFailed
from lossledger.watching import Signal, atom_file, webhook_body

ATOM = "{http://www.w3.org/2005/Atom}"


def signal(message: str = "18 figures in a post", kind: str = "report") -> Signal:
    return Signal(kind, START, "ua_general_staff", "https://t.example/s/desk", message, "d" * 64)


def told(*messages: str) -> list:
    return [signal(message).as_json() for message in messages]


def test_an_atom_file_grows_at_its_top_and_repeats_nothing():
    first = atom_file(b"", told("one", "two"), "signals.xml")
    again = atom_file(first, told("two", "three \x00 & <b>"), "signals.xml")
    titles = [e.findtext(f"{ATOM}title") for e in fromstring(again).iter(f"{ATOM}entry")]
    assert titles == [
        "report: ua_general_staff: three \ufffd & <b>",
        "report: ua_general_staff: two",
        "report: ua_general_staff: one",
    ]
    assert fromstring(again).findtext(f"{ATOM}updated") == START.isoformat()


@pytest.mark.parametrize("held", [b"<html/>", b"my notes", b"<!DOCTYPE feed><feed/>"])
def test_a_file_that_is_no_atom_file_is_not_overwritten(held):
    with pytest.raises(BadInput, match="is there and no Atom file"):
        atom_file(held, told("one"), "notes.txt")


def test_a_webhook_is_sent_the_signals_as_json(site):
    address = site.put("/hook", "", 204)
    assert post(address, webhook_body([signal().as_json()]), allow_local=True) == 204
    (told,) = json.loads(site.posted[0])["signals"]
    assert told["id"] == signal().id
    assert (told["kind"], told["source"]) == ("report", "ua_general_staff")


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_webhook_that_does_not_take_it_is_named(site, status):
    address = site.put("/hook", "", status, Location="/other")
    with pytest.raises(FetchFailed, match=f"answered {status}"):
        post(address, b"{}", allow_local=True)


def test_a_webhook_inside_a_network_is_not_told():
    for address in ("https://10.0.0.7/hook", "https://[::1]/hook"):
        with pytest.raises(FetchFailed, match="is refused"):
            post(address, b"{}")
    with pytest.raises(FetchFailed, match="not an HTTPS address"):
        post("http://news.example/hook", b"{}")
