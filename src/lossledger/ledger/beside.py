"""What stands beside claims: statements, the places of claims, and which claims are in doubt.

A statement is a row of its own. The places of a claim are a row beside it, because a claim's
leaf is what was said, and places are how we read it: a later reading that knows more places
adds a row, and the last one known counts.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, exists, select

from lossledger.ledger import rows
from lossledger.ledger.answers import SUPERSEDING
from lossledger.ledger.schema import claims, marks, places, statements
from lossledger.ledger.standing import known, standing
from lossledger.model import Claim, Place, Reading, Span, Statement, content_hash

_CLAIM = [claims.c[name] for name in rows.CLAIM_COLUMNS]
_STATEMENT = [statements.c[name] for name in rows.STATEMENT_COLUMNS]
_AT_ONCE = 500


def statement_row(statement: Statement) -> rows.Row:
    """A statement as the values of ``STATEMENT_COLUMNS``."""
    said_on = statement.said_on
    return (
        statement.id,
        statement.document,
        statement.kind,
        statement.claimant,
        statement.outlet,
        rows.encode(statement.relays),
        said_on.isoformat() if said_on else None,
        statement.span.start,
        statement.span.end,
        statement.byte_span.start,
        statement.byte_span.end,
        statement.quote,
        statement.sentence,
        _packed(statement.places),
    )


def statement_of(row: Sequence[object]) -> Statement:
    """The statement that ``STATEMENT_COLUMNS`` of a row give."""
    about = dict(zip(rows.STATEMENT_COLUMNS, row, strict=True))
    return Statement(
        str(about["document"]),
        str(about["kind"]),
        Span(*(int(str(about[k])) for k in ("span_start", "span_end"))),
        Span(*(int(str(about[k])) for k in ("byte_start", "byte_end"))),
        str(about["quote"]),
        str(about["sentence"]),
        _text(about["outlet"]),
        rows.words_of(str(about["relays"])),
        _text(about["claimant"]),
        rows.day_of(_text(about["said_on"])),
        _unpacked(str(about["places"])),
    )


def places_row(claim: Claim, key: str) -> rows.Row:
    """The places of a claim, whose id is ``key``, as the values of ``PLACES_COLUMNS``."""
    packed = _packed(claim.places)
    return (content_hash({"claim": key, "places": packed}), claim.document, key, packed)


def rows_beside(reading: Reading, said: Sequence[rows.Row]) -> list[tuple[str, rows.Row]]:
    """The statements of a reading and the places of its claims, each with its kind."""
    found = [("statement", statement_row(statement)) for statement in reading.statements]
    for claim, row in zip(reading.claims, said, strict=True):
        if claim.places:
            found.append(("places", places_row(claim, row[0])))
    return found


def with_places(
    connection: Connection, found: Sequence[Claim], as_of: datetime | None
) -> list[Claim]:
    """These claims with the places that the ledger knew of them."""
    if not found or connection.execute(select(places.c.seq).limit(1)).first() is None:
        return list(found)
    documents = list(dict.fromkeys(claim.document for claim in found))
    held: dict[str, str] = {}
    inside_of: set[str] = set()
    for k in range(0, len(documents), _AT_ONCE):
        inside = places.c.document.in_(documents[k : k + _AT_ONCE])
        query = select(places.c.claim, places.c.places, places.c.document).where(
            inside, *known(as_of, places.c.recorded_at)
        )
        for key, packed, document in connection.execute(query.order_by(places.c.seq)):
            held[key] = packed
            inside_of.add(document)
    if not held:
        return list(found)
    return [
        replace(claim, places=_unpacked(held[key]))
        if claim.document in inside_of and (key := claim.id) in held
        else claim
        for claim in found
    ]


def statements_held(
    connection: Connection,
    equal: Mapping[str, str | None],
    since: date | None,
    until: date | None,
    as_of: datetime | None,
) -> list[Statement]:
    """The statements with these values of columns, by day and order in the ledger."""
    tests = [statements.c[k] == value for k, value in equal.items() if value is not None]
    tests += known(as_of, statements.c.recorded_at)
    if since is not None:
        tests.append(statements.c.said_on >= since.isoformat())
    if until is not None:
        tests.append(statements.c.said_on <= until.isoformat())
    query = select(*_STATEMENT).where(*tests)
    ordered = query.order_by(statements.c.said_on.nulls_first(), statements.c.seq)
    return [statement_of(tuple(row)) for row in connection.execute(ordered)]


def doubtful(connection: Connection, limit: int | None, as_of: datetime | None) -> list[Claim]:
    """Claims of low confidence that no person has decided on and no mark took out."""
    decided = exists().where(
        marks.c.claim == claims.c.id,
        marks.c.kind.in_(("decided", *SUPERSEDING)),
        *known(as_of, marks.c.recorded_at),
    )
    tests = (claims.c.confidence == "low", standing(as_of), ~decided)
    query = select(*_CLAIM).where(*tests, *known(as_of, claims.c.recorded_at))
    found = connection.execute(query.order_by(claims.c.seq).limit(limit))
    return with_places(connection, [rows.claim_of(tuple(row)) for row in found], as_of)


def _packed(some: Sequence[Place]) -> str:
    return rows.encode([place.as_json() for place in some])


def _unpacked(text: str) -> tuple[Place, ...]:
    return tuple(Place.from_json(about) for about in json.loads(text))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
