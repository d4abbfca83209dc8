"""Documents, claims and readings for the ledger's tests."""

from datetime import UTC, date, datetime
from hashlib import sha256

from lossledger.model import (
    Block,
    Claim,
    Document,
    Ignored,
    Note,
    Offsets,
    Place,
    Reading,
    Relation,
    Span,
    Statement,
    Unread,
)
from lossledger.period import cumulative, past_day
from lossledger.quantity import Quantity

NOON = datetime(2024, 2, 22, 12, tzinfo=UTC)
WAR = date(2022, 2, 24)


def a_document(text="about 407240 (+1160) persons", *, raw=None, **about):
    content = text.encode() if raw is None else raw
    about = {"origin": "post.txt", "media_type": "text/plain", "language": "en"} | about
    return Document(
        id=sha256(content).hexdigest(),
        text=text,
        offsets=Offsets((0,), (0,), (1,)),
        content=content,
        blocks=(Block(Span(0, len(text)), "paragraph"),),
        **about,
    )


def a_claim(document, value=407240, day=date(2024, 2, 22), **about):
    quantity = value if isinstance(value, Quantity) else Quantity.exactly(value, "about")
    said = {
        "document": document.id,
        "span": Span(6, 12),
        "byte_span": Span(6, 12),
        "quote": document.text[6:12],
        "sentence": document.text,
        "outlet": "ua_general_staff",
        "relays": (),
        "claimant": "ua_general_staff",
        "party": "RU",
        "metric": "personnel",
        "scope": None,
        "scope_words": "persons",
        "quantity": quantity,
        "period": cumulative(WAR, day),
        "as_of": day,
        "report_date": day,
    }
    return Claim(**(said | about))


def a_reading(text="about 407240 (+1160) persons", value=407240, day=date(2024, 2, 22), **about):
    """A post with a total and an increment, a number ignored, one unread, and a note."""
    document = a_document(text, **about)
    total = a_claim(document, value, day)
    step = a_claim(document, 1160, day, span=Span(15, 19), period=past_day(day), as_of=None)
    return Reading(
        document,
        claims=(total, step),
        relations=(Relation("increment_of", step.id, (total.id,)),),
        ignored=(Ignored(Span(0, 5), "about", "no number"),),
        unread=(Unread(Span(0, 5), "about", text),),
        notes=(Note("not_verified", Span(0, 5), "about", None),),
    )


VILLAGE = Place(
    "Robotyne", "Роботине", "UA23100270150025192", "KATOTTG", "village", Span(0, 5), "about",
    ("UA23000000000064947", "Zaporizhzhia"),
)  # fmt: skip
SEVERAL = Place(
    "Terny", "Терни", None, None, "settlement", Span(6, 12), "407240", None,
    (("UA14120110310044604", "village", "UA14000000000091971"), (None, "village", None)),
)  # fmt: skip


def a_statement(document, **about):
    said = {
        "document": document.id, "kind": "quotation", "span": Span(0, 12),
        "byte_span": Span(0, 12), "quote": document.text[:12], "sentence": document.text,
        "outlet": None, "relays": ("reuters",), "claimant": "uk_mod",
        "said_on": date(2024, 2, 21), "places": (VILLAGE,),
    }  # fmt: skip
    return Statement(**(said | about))


def a_full_reading():
    document = a_document()
    low = a_claim(document, confidence="low", places=(VILLAGE, SEVERAL))
    sure = a_claim(document, 1160, span=Span(15, 19), quote="1160")
    note = a_statement(document, kind="not_verified", claimant=None, said_on=None, places=())
    return Reading(document, (low, sure), statements=(a_statement(document), note))
