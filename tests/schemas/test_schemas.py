"""The JSON forms that others rely on: ours validate, broken ones do not, no field goes missing."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from lossledger import model, period
from lossledger.changes import Version, difference
from lossledger.model import (
    Claim,
    Document,
    Expected,
    Finding,
    Ignored,
    Note,
    Offsets,
    Reading,
    Relation,
    ReportUsed,
    Span,
    Unread,
)
from lossledger.quantity import Quantity
from lossledger.watching import Signal

FOLDER = Path(__file__).parents[2] / "schemas"
SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
REGISTRY: Registry[Any] = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()
)
# The fields of the contract: never renamed, never dropped.
FIELDS = {
    "claim": "id span quote sentence outlet relays claimant party metric scope scope_words low "
    "high strict hedge period as_of report_date stance basis confidence rules",
    "reading": "document claims relations ignored unread notes",
    "finding": "claim verdict cause message expected arithmetic reports suggestion",
    "check": "document as_of findings summary",
    "series": "date value increment claimant party metric via recorded_at claims",
    "audit": "file version record field value verdict cause expected message",
    "signal": "id kind at source address message document claims cited_by",
    "changes": "url from to gone new changed same",
}
CLAIM = Claim(
    document="0" * 64,
    span=Span(10, 17),
    byte_span=Span(10, 17),
    quote="407,240",
    sentence="Russia had lost about 407,240 troops.",
    outlet="daily_mirror",
    relays=("daily_mirror",),
    claimant="ua_general_staff",
    party="RU",
    metric="personnel",
    scope=None,
    scope_words="persons",
    quantity=Quantity(407240, 407240, hedge="about"),
    period=period.cumulative(date(2022, 2, 24), date(2024, 2, 22)),
    as_of=date(2024, 2, 22),
    report_date=date(2024, 2, 22),
    basis="own_estimate",
    rules=("running total",),
)
BOUND = Claim(
    document="0" * 64,
    span=Span(30, 36),
    byte_span=Span(30, 36),
    quote="20,000",
    sentence="More than 20,000 were lost.",
    outlet=None,
    relays=(),
    claimant=None,
    party=None,
    metric="personnel",
    scope=("killed", "wounded"),
    scope_words=None,
    quantity=Quantity(20000, None, strict=True),
    period=period.UNKNOWN,
    as_of=None,
    report_date=None,
)
DOCUMENT = Document(
    id="0" * 64,
    text="text",
    offsets=Offsets((0,), (0,), (1,)),
    content=b"text",
    origin="story.txt",
    media_type="text/plain",
    language="en",
    published_at=datetime(2024, 2, 22, 9, tzinfo=UTC),
    published_from="given",
    report_date=date(2024, 2, 22),
)
FINDING = Finding(
    check="period_loss",
    claim=CLAIM,
    verdict="reproduced_other_baseline",
    message="The total of the 2 February report; from that of 1 February the loss is 21,010.",
    cause="baseline_day_slip",
    arithmetic="407,240 - 387,060 = 20,180",
    expected=(Expected(21010, 21010, "from the report of 1 February"),),
    reports=(ReportUsed("ua_general_staff", date(2024, 2, 22), 407240, CLAIM.id),),
    suggestion="21,010",
)
CHANGED = replace(CLAIM, quantity=Quantity(407420, 407420))
READING = Reading(
    document=DOCUMENT,
    claims=(CLAIM, BOUND),
    relations=(Relation("part_of", CLAIM.id, (BOUND.id,)),),
    ignored=(Ignored(Span(0, 4), "2024", "a year"),),
    unread=(Unread(Span(5, 6), "3", "3 of something."),),
    notes=(Note("not_verified", Span(0, 4), "text", None),),
)
SAMPLES: dict[str, Any] = {
    "claim": CLAIM.as_json(),
    "reading": READING.as_json(),
    "finding": FINDING.as_json(),
    "check": {
        "document": DOCUMENT.as_json(),
        "as_of": "2024-02-23T00:00:00+00:00",
        "findings": [FINDING.as_json()],
        "summary": {"reproduced_other_baseline": 1},
    },
    "series": {
        "date": "2024-02-22",
        "value": 407240,
        "increment": None,
        "claimant": "ua_general_staff",
        "party": "RU",
        "metric": "personnel",
        "via": "daily_mirror",
        "recorded_at": "2024-02-22T09:00:00+00:00",
        "claims": [CLAIM.id],
    },
    "audit": {
        "file": "losses.json",
        "version": None,
        "record": 831,
        "field": "aircraft",
        "value": 413,
        "verdict": "contradicted",
        "cause": "copied_row",
        "expected": [{"low": 384, "high": 384, "says": "the report of that day"}],
        "message": "aircraft: 413 for 384",
    },
    "signal": Signal(
        "restated",
        datetime(2024, 2, 22, 9, tzinfo=UTC),
        "ua_general_staff",
        "https://t.example/s/desk",
        "personnel of RU, 2024-02-22: 407,420 instead of 407,240",
        DOCUMENT.id,
        (CLAIM.id, BOUND.id),
        ("https://news.example/1",),
    ).as_json(),
    "changes": {"url": "https://news.example/1"}
    | difference(
        Version(DOCUMENT.id, datetime(2024, 2, 22, 9, tzinfo=UTC), (CLAIM,)),
        Version("1" * 64, datetime(2024, 2, 22, 12, tzinfo=UTC), (CHANGED, BOUND)),
    ).as_json(),
}


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(
        SCHEMAS[name], registry=REGISTRY, format_checker=FormatChecker(formats=["date"])
    )


def complaints(name: str, value: Any) -> list[str]:
    return [error.message for error in validator(name).iter_errors(value)]


@pytest.mark.parametrize("name", FIELDS)
def test_each_schema_is_itself_valid(name: str):
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[name]["$id"] == f"{name}.json"


def test_there_is_a_schema_for_each_form_and_no_other():
    not_ours = {"claimreview"}  # schema.org's form, strict: tests/claimreview
    assert set(SCHEMAS) - not_ours == set(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_what_we_write_is_valid(name: str):
    assert complaints(name, SAMPLES[name]) == []


def test_a_bound_without_claimant_party_or_days_is_valid():
    assert complaints("claim", BOUND.as_json()) == []


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_the_contract_is_there_and_required(name: str):
    fields = set(FIELDS[name].split())
    assert fields <= set(SCHEMAS[name]["properties"])
    assert set(SCHEMAS[name]["required"]) == fields


@pytest.mark.parametrize(
    ("name", "field"), [(name, field) for name in FIELDS for field in FIELDS[name].split()]
)
def test_a_dropped_field_is_noticed(name: str, field: str):
    value = copy.deepcopy(SAMPLES[name])
    del value[field]
    assert complaints(name, value) == [f"{field!r} is a required property"]


@pytest.mark.parametrize("name", FIELDS)
def test_a_further_field_is_allowed(name: str):
    assert complaints(name, {**SAMPLES[name], "a_field_of_tomorrow": 1}) == []


def test_what_we_write_has_no_field_that_its_schema_does_not_explain():
    assert set(SAMPLES["claim"]) == set(SCHEMAS["claim"]["properties"])
    assert set(SAMPLES["finding"]) == set(SCHEMAS["finding"]["properties"])
    documented = SCHEMAS["reading"]["properties"]["document"]["properties"]
    assert set(DOCUMENT.as_json()) == set(documented)


def test_the_words_of_the_schemas_are_those_of_the_model():
    claim = SCHEMAS["claim"]["properties"]
    assert tuple(claim["scope"]["items"]["enum"]) == model.SCOPES
    assert tuple(claim["stance"]["enum"]) == model.STANCES
    assert tuple(claim["basis"]["enum"]) == (*model.BASES, None)
    assert tuple(claim["confidence"]["enum"]) == model.CONFIDENCES
    assert tuple(claim["period"]["properties"]["kind"]["enum"]) == period.KINDS
    finding = SCHEMAS["finding"]["properties"]
    assert tuple(finding["verdict"]["enum"]) == model.VERDICTS
    assert tuple(finding["cause"]["enum"]) == (*model.CAUSES, None)
    summary = SCHEMAS["check"]["properties"]["summary"]
    assert tuple(summary["propertyNames"]["enum"]) == model.VERDICTS
    audit = SCHEMAS["audit"]["properties"]
    assert tuple(audit["verdict"]["enum"]) == model.VERDICTS
    assert set(model.CAUSES) < set(audit["cause"]["enum"])


def changed(**how: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda value: {**value, **how}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("claim", changed(low="407240")),
        ("claim", changed(low=None, high=None)),
        ("claim", changed(span=[10])),
        ("claim", changed(stance="true")),
        ("claim", changed(scope=["injured"])),
        ("claim", changed(as_of="22 Feb 2024")),
        ("claim", changed(as_of="2024-02-30")),
        ("claim", changed(period={"start": None, "end": None, "kind": "fortnight"})),
        ("claim", changed(id="407240")),
        ("finding", changed(verdict="true")),
        ("finding", changed(cause="lie")),
        ("finding", changed(message="")),
        ("finding", changed(expected=[{"low": 1}])),
        ("check", changed(summary={"true": 1})),
        ("check", changed(findings=[{}])),
        ("reading", changed(ignored=[{"span": [0, 4], "quote": "2024", "reason": ""}])),
        ("reading", changed(relations=[{"kind": "like", "from": CLAIM.id, "to": [BOUND.id]}])),
        ("series", changed(date=None)),
        ("series", changed(value=407240.5)),
        ("audit", changed(cause="carelessness")),
        ("signal", changed(kind="gossip")),
        ("changes", changed(same=-1)),
    ],
)
def test_a_broken_object_is_refused(name: str, change: Callable[[Any], Any]):
    assert complaints(name, change(SAMPLES[name]))
