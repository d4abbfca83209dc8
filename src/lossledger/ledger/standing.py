"""Which claims stand: those that no mark took out, or that were put back since."""

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.sql import ColumnElement

from lossledger.ledger import rows
from lossledger.ledger.answers import SUPERSEDING
from lossledger.ledger.schema import claims, marks


def known(as_of: datetime | None, column: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """That a row was recorded by then; nothing when all rows are asked for."""
    return [] if as_of is None else [column <= rows.moment_text(as_of)]


def standing(as_of: datetime | None) -> ColumnElement[bool]:
    """That no mark known by then takes the claim out, unless a later one puts it back."""
    back = marks.alias("back")
    put_back = exists().where(
        back.c.claim == marks.c.claim,
        back.c.kind == "reinstated",
        back.c.seq > marks.c.seq,
        *known(as_of, back.c.recorded_at),
    )
    out = select(marks.c.claim).where(
        marks.c.kind.in_(SUPERSEDING), ~put_back, *known(as_of, marks.c.recorded_at)
    )
    return claims.c.id.not_in(out)
