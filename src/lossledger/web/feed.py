"""Corrections as an Atom feed (RFC 4287)."""

from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from lossledger.ledger import Mark
from lossledger.ledger.book import Ledger

ATOM = "http://www.w3.org/2005/Atom"
EPOCH = datetime(2022, 2, 24, tzinfo=UTC)
"""The feed's time when the ledger is empty."""


def corrections_feed(ledger: Ledger, marks: Iterable[Mark], written_at: datetime | None) -> bytes:
    """The marks as entries: what was corrected, why, by whom and when."""
    feed = Element("feed", xmlns=ATOM)
    _add(feed, "id", "urn:lossledger:corrections")
    _add(feed, "title", "Corrections: restated, mended, misread and retracted figures")
    _add(feed, "updated", (written_at or EPOCH).isoformat())
    author = SubElement(feed, "author")
    _add(author, "name", "lossledger")
    for mark in marks:
        claim = ledger.claim(mark.claim)
        moment = (mark.recorded_at or EPOCH).isoformat()
        entry = SubElement(feed, "entry")
        _add(entry, "id", f"urn:lossledger:mark:{mark.claim}:{mark.kind}:{moment}")
        said = f"{claim.claimant or 'unattributed'} on {claim.metric} of {claim.party}"
        _add(entry, "title", f"{mark.kind}: {said}, {claim.quantity} ({claim.period})")
        _add(entry, "updated", moment)
        _add(entry, "content", f"{mark.reason} (by {mark.by})")
        SubElement(entry, "link", rel="alternate", href=f"/claims/{mark.claim}")
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: Element, name: str, words: str) -> None:
    """An element with text, without characters that XML does not allow."""
    child = SubElement(parent, name)
    child.text = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in words)
