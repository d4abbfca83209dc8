"""What a watch tells: signals as JSON for a webhook, and as an Atom file (RFC 4287)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from lossledger.errors import BadInput
from lossledger.model import Json, content_hash

KINDS = ("report", "unread", "layout", "restated", "stale", "failed", "moved")
"""A new report with figures; numbers in it that no rule could place; a page or feed that is not
what it was; a figure that its claimant gives another value; no new report for too long; an
address that cannot be fetched; one that has moved for good."""

_ATOM = "http://www.w3.org/2005/Atom"
_MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing to be told: of which source and address, in a sentence, with its evidence.

    ``claims`` are ids of claims, ``cited_by`` the texts that cite a figure which was restated.
    """

    kind: str
    at: datetime
    source: str
    address: str
    message: str
    document: str | None = None
    claims: tuple[str, ...] = ()
    cited_by: tuple[str, ...] = ()
    about: str = field(default="", repr=False)

    @property
    def id(self) -> str:
        """The same for the same thing told again: a receiver may drop what it has."""
        what = {"kind": self.kind, "address": self.address, "about": self.about or self.message}
        return content_hash(what | {"document": self.document, "claims": list(self.claims)})

    def as_json(self) -> Json:
        """The signal as it is sent to a webhook."""
        return {
            "id": self.id,
            "kind": self.kind,
            "at": self.at.isoformat(),
            "source": self.source,
            "address": self.address,
            "message": self.message,
            "document": self.document,
            "claims": list(self.claims),
            "cited_by": list(self.cited_by),
        }


def webhook_body(signals: Iterable[Json]) -> bytes:
    """Signals (as ``Signal.as_json`` gives them) as one JSON document."""
    told = {"signals": list(signals)}
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")


def atom_file(earlier: bytes, signals: Iterable[Json], where: str) -> bytes:
    """The Atom file with these signals first; those that it holds already are not repeated.

    ``earlier`` is what the file held (empty when there was none). ``BadInput`` when that is no
    Atom file, so that nothing of another kind is overwritten.
    """
    old = _entries(earlier, where) if earlier.strip() else []
    held = {_text(entry, "id") for entry in old}
    unknown = {s["id"]: s for s in signals if f"urn:lossledger:signal:{s['id']}" not in held}
    new = [_entry(signal) for signal in unknown.values()]
    entries = (new[::-1] + old)[:_MOST_ENTRIES]
    feed = Element("feed", xmlns=_ATOM)
    _add(feed, "id", "urn:lossledger:signals")
    _add(feed, "title", "Signals: new reports, silent sources, unread numbers, restated figures")
    updated = max((_text(entry, "updated") for entry in entries), default="1970-01-01T00:00:00Z")
    _add(feed, "updated", updated)
    _add(SubElement(feed, "author"), "name", "lossledger")
    feed.extend(entries)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entries(earlier: bytes, where: str) -> list[Element]:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(earlier, forbid_dtd=True)
    except (DefusedXmlException, ParseError, ValueError) as error:
        raise BadInput(where, "is there and no Atom file", "choose another --atom FILE") from error
    if root.tag != f"{{{_ATOM}}}feed":
        raise BadInput(where, "is there and no Atom file", "choose another --atom FILE")
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{_ATOM}}}")
    found: list[Element] = root.findall("entry")
    return found


def _entry(signal: Json) -> Element:
    entry = Element("entry")
    _add(entry, "id", f"urn:lossledger:signal:{signal['id']}")
    _add(entry, "title", f"{signal['kind']}: {signal['source']}: {signal['message']}")
    _add(entry, "updated", signal["at"])
    SubElement(entry, "link", rel="alternate", href=_plain(signal["address"]))
    _add(entry, "content", json.dumps(signal, ensure_ascii=False))
    return entry


def _add(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = _plain(words)


def _plain(words: str) -> str:
    """Words without characters that XML does not allow."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in words)


def _text(element: Element, name: str) -> str:
    return element.findtext(name) or ""
