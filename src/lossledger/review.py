"""A person's correction of a claim: the same words, read otherwise. The old claim stays.

``corrected`` gives the new claim; the caller appends it with a mark that says who and why.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lossledger.errors import BadInput
from lossledger.model import SCOPES, STANCES, Claim
from lossledger.period import KINDS, Period
from lossledger.quantity import Quantity
from lossledger.vocabulary import known_parties, metrics, sources

RULE = "review.corrected"
"""What read a corrected claim: a person."""
NOTHING = "none"
"""How an empty field is written: nobody named, not stated."""
_VALUE = re.compile(r"(?P<bound>[<>]=?)?(?P<low>[0-9]{1,18})(?:\.\.(?P<high>[0-9]{1,18}))?")
_DIGIT_MARKS = {ord(c): None for c in " ,'\u00a0\u202f_"}


def changes_of(line: str) -> dict[str, str]:
    """Fields and values of a line such as ``value=1200; party=RU``; ``BadInput`` if it is none."""
    changes = {}
    for part in filter(None, map(str.strip, line.split(";"))):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if name not in FIELDS or not sign or not value:
            what = f"{part!r} is no correction"
            raise BadInput("correction", what, f"write FIELD=VALUE with one of {', '.join(FIELDS)}")
        changes[name] = value
    return changes


def corrected(claim: Claim, changes: Mapping[str, str]) -> Claim:
    """The claim with these fields as a person reads them; ``BadInput`` for a wrong value.

    The words, their place and the document stay. The claim is of high confidence, and its
    rules say that a person read it.
    """
    fields: dict[str, Any] = {}
    for name, value in changes.items():
        try:
            fields |= FIELDS[name](claim, value)
        except ValueError as error:
            raise BadInput(name, str(error)) from error
    new = replace(claim, **fields)
    if new.id == claim.id:
        raise BadInput("correction", "changes nothing", "accept the claim instead")
    return replace(new, confidence="high", rules=(*claim.rules, RULE))


def _value(claim: Claim, text: str) -> dict[str, Any]:
    found = _VALUE.fullmatch(text.translate(_DIGIT_MARKS))
    if found is None or (found["bound"] and found["high"]):
        raise ValueError(f"{text!r} is no value; write 1200, 1200..1500, >=1200, >1200 or <=1200")
    low, bound = int(found["low"]), found["bound"]
    hedge = claim.quantity.hedge
    if bound is None:
        quantity = Quantity(low, int(found["high"] or low), hedge=hedge)
    elif bound.startswith(">"):
        quantity = Quantity(low, None, strict=bound == ">", hedge=hedge)
    else:
        quantity = Quantity(None, low, strict=bound == "<", hedge=hedge)
    return {"quantity": quantity}


def _one_of(field: str, known: Callable[[], Any], empty: bool) -> Callable[[Claim, str], Any]:
    """A field whose value is one of some ids, or nothing."""

    def read(claim: Claim, text: str) -> dict[str, Any]:
        if empty and text == NOTHING:
            return {field: None}
        if text not in known():
            near = ", ".join(sorted(known())) if len(known()) < 9 else "see the tables"
            raise ValueError(f"{text!r} is not known ({near})")
        return {field: text}

    return read


def _scope(claim: Claim, text: str) -> dict[str, Any]:
    if text == NOTHING:
        return {"scope": None}
    parts = {part.strip() for part in text.split("+")}
    if not parts <= set(SCOPES):
        raise ValueError(f"{text!r} is no scope; join some of {', '.join(SCOPES)} with +")
    return {"scope": tuple(scope for scope in SCOPES if scope in parts)}


def _period(claim: Claim, text: str) -> dict[str, Any]:
    kind, *days = text.split()
    if kind not in KINDS or len(days) > 2:
        raise ValueError(f"{text!r} is no period; write one of {', '.join(KINDS)} and its days")
    ends = [None if day == NOTHING else date.fromisoformat(day) for day in days]
    start = ends[0] if ends else None
    return {"period": Period(start, ends[-1] if ends else None, kind)}


FIELDS: Mapping[str, Callable[[Claim, str], dict[str, Any]]] = {
    "value": _value,
    "claimant": _one_of("claimant", sources, empty=True),
    "party": _one_of("party", known_parties, empty=True),
    "metric": _one_of("metric", metrics, empty=False),
    "scope": _scope,
    "period": _period,
    "stance": _one_of("stance", lambda: STANCES, empty=False),
}
"""The fields that a person can correct, with what reads their new value."""
