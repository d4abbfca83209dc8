"""The API: its answers, its one shape of errors, and what it refuses."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from web_samples import LEARNED, STORY, Client, fill

from lossledger.desk import reported_series, reports_of_day
from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.ledger import open_ledger
from lossledger.period import DAY
from lossledger.series import report_json

SCHEMAS = Path(__file__).parents[2] / "schemas"


def valid(name: str, value: dict) -> None:
    found = [json.loads(p.read_text("utf-8")) for p in SCHEMAS.glob("*.json")]
    registry = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in found)
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    Draft202012Validator(schema, registry=registry).validate(value)


def test_the_latest_report_has_stats_and_increase(client):
    found = client.get("/v1/latest").json()
    assert found["date"] == "2024-03-01"
    assert (found["claimant"], found["party"]) == ("ua_general_staff", "RU")
    assert found["stats"] == {"personnel": 414680, "tanks": 6603}
    assert set(found["increase"]) == {"personnel", "tanks"}


def test_the_report_of_a_day_gives_its_increments(client):
    found = client.get("/v1/reports/2024-02-22").json()
    assert found["increase"] == {"personnel": 1160, "tanks": 7}
    missing = client.get("/v1/reports/2024-02-10")
    assert missing.status_code == 404
    assert "nearest" in missing.json()["error"]["fix"]


def test_a_report_is_the_same_whether_told_from_its_days_or_from_the_whole_series(
    ledger_path, client
):
    with open_ledger(ledger_path) as ledger:
        whole = reported_series(ledger)
        for day in sorted({day for one in whole.values() for day in one.days}):
            found = client.get(f"/v1/reports/{day}").json()["reports"]
            assert found == json.loads(
                json.dumps(
                    [report_json(s, r) for s, r in reports_of_day(whole, day)[1]], default=str
                )
            )
    told = client.get("/v1/reports/2030-01-01").json()["error"]
    assert "2024-03-01" in told["fix"]


def test_a_series_in_json_has_the_contracts_form(client):
    found = client.get("/v1/series/personnel?from=2024-02-01&to=2024-02-22&measure=daily").json()
    assert [row["date"] for row in found["series"]][-1] == "2024-02-22"
    for row in found["series"]:
        valid("series", row)
    assert found["series"][-1]["measure"] == 1160


def test_a_series_in_csv_has_a_header_and_a_line_for_each_report(client):
    answer = client.get("/v1/series/tanks?format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    lines = answer.text.splitlines()
    assert lines[0].startswith("date,value,increment,claimant")
    assert len(lines) == 7


def test_a_loss_names_its_baseline_by_both_conventions(client):
    found = client.get("/v1/loss?metric=personnel&month=2024-02&until=2024-02-22").json()
    assert [(one["convention"], one["value"]) for one in found["losses"]] == [
        ("loss_day", 21010),
        ("report_day", 22010),
    ]
    assert found["losses"][0]["baseline"]["value"] == 386230


def test_a_trace_finds_report_and_difference(client):
    assert client.get("/v1/trace?value=387060").json()["reports"][0]["report_date"] == "2024-02-02"
    found = client.get("/v1/trace?value=20,180").json()
    assert "387,060 (report of 2 Feb 2024) = 20,180" in found["differences"][0]["arithmetic"]


def test_claims_come_a_page_at_a_time(client):
    first = client.get("/v1/claims?metric=personnel&limit=4").json()
    assert len(first["claims"]) == 4
    seen = [claim["id"] for claim in first["claims"]]
    cursor = first["next"]
    while cursor is not None:
        page = client.get(f"/v1/claims?metric=personnel&limit=4&cursor={cursor}").json()
        seen += [claim["id"] for claim in page["claims"]]
        cursor = page["next"]
    assert len(seen) == len(set(seen)) == first["total"]


def test_pages_hold_what_the_first_one_held_while_the_ledger_grows(tmp_path):
    fill(tmp_path / "war.sqlite")
    client = Client(tmp_path / "war.sqlite")
    first = client.get("/v1/claims?metric=personnel&limit=4").json()
    story = document_from_text(
        "Russia lost 111 soldiers on 31 December 2023, the General Staff of Ukraine said.",
        retrieved_at=LEARNED + DAY,
    )
    with open_ledger(tmp_path / "war.sqlite") as ledger:
        ledger.append([read(story)], recorded_at=LEARNED + DAY)
    seen, page = [claim["id"] for claim in first["claims"]], first
    while page["next_url"]:
        page = client.get(page["next_url"]).json()
        assert page["total"] == first["total"]
        seen += [claim["id"] for claim in page["claims"]]
    assert len(seen) == len(set(seen)) == first["total"]
    now = client.get("/v1/claims?metric=personnel&limit=1").json()
    assert now["total"] > first["total"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/v1/series/personel", "'personel' is no metric that the tables know; did you mean personnel?"),
        ("/v1/series/tanks?measure=weekly", "'weekly' is none of total, daily, mean7"),
        ("/v1/series/tanks?from=2024-02-02&to=2024-02-01", "2024-02-01 is before from, 2024-02-02"),
        ("/v1/loss?metric=tanks&from=2024-02-02&to=2024-02-01", "2024-02-01 is before from, 2024-02-02"),
        ("/v1/loss?metric=tanks&from=2024-02-02", "is missing"),
        ("/v1/claims?metric=tanks&limit=0", "'0' is not between 1 and 1000"),
        ("/v1/latest?party=XX", "'XX' is no party that the tables know"),
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told_with_what_to_ask_instead(client, path, said):
    answer = client.get(path)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["what"] == said
    assert error["fix"]


def test_a_claim_has_history_proof_and_provenance(client):
    key = client.get("/v1/claims?metric=tanks&limit=1").json()["claims"][0]["id"]
    found = client.get(f"/v1/claims/{key}").json()
    valid("claim", found["claim"])
    assert [step["kind"] for step in found["history"]] == ["recorded", "retracted", "reinstated"]
    assert found["proof"]
    said = found["prov"]["wasAttributedTo"]["_:said"]
    assert said["prov:agent"] == "ll:source:ua_general_staff"
    assert client.get(f"/v1/documents/{found['claim']['document']}").status_code == 200


def test_a_text_is_checked(client):
    answer = client.post("/v1/check", json={"text": STORY, "published": "2024-02-22"})
    assert answer.status_code == 200
    valid("check", answer.json())
    causes = {f["claim"]["quote"]: f["cause"] for f in answer.json()["findings"]}
    assert causes["387,060"] == "baseline_day_slip"


def test_corrections_are_a_feed(client):
    from xml.etree import ElementTree

    answer = client.get("/v1/corrections.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)
    entries = root.findall("{http://www.w3.org/2005/Atom}entry")
    assert "withdrawn for a test" in entries[0].findtext("{http://www.w3.org/2005/Atom}content")


def test_all_claimants_stand_on_one_sheet(client):
    found = client.get("/v1/compare?metric=personnel").json()
    assert {line["party"] for line in found["lines"]} == {"RU"}
    assert {line["ancestor"] for line in found["lines"]} == {"ua_general_staff"}
    assert "edges" in client.get("/v1/lineage?metric=personnel").json()


def test_terms_health_and_sources_answer(client):
    assert client.get("/v1/terms/uk").json()["metrics"]["tanks"] == "танки"
    health = client.get("/v1/health").json()
    assert health["status"] == "ok"
    assert health["latest"]["ua_general_staff"] == "2024-03-01"
    source = client.get("/v1/sources/ua_general_staff").json()
    assert source["definitions"]


BAD = [
    ("/v1/series/tank", 400),
    ("/v1/series/tanks?from=yesterday", 400),
    ("/v1/series/tanks?unknown=1", 400),
    ("/v1/series/tanks?from=2024-01-01&from=2024-01-02", 400),
    ("/v1/loss?metric=tanks", 400),
    ("/v1/loss?metric=tanks&month=2024-02&until=2024-09-09", 404),
    ("/v1/trace?value=minus", 400),
    ("/v1/trace", 400),
    ("/v1/claims/zzzz", 404),
    ("/v1/claims", 400),
    ("/v1/documents/none", 404),
    ("/v1/reports/2024-99-99", 400),
    ("/v1/terms/xx", 400),
    ("/v1/nothing", 404),
]


@pytest.mark.parametrize(("path", "status"), BAD)
def test_errors_have_one_shape(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert set(error) == {"status", "where", "what", "fix"}
    assert error["status"] == status


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b'{"text": 5}', 400),
        (b'{"text": "a", "more": 1}', 400),
        (b'{"text": "No figure here at all."}', 422),
        (b'{"text": "Russia lost 5 tanks.", "published": "soon"}', 400),
        (b'{"text": "\\ud800 lost 5 tanks"}', 422),
        (b'{"text": "' + b"x" * (2**20 + 10) + b'"}', 413),
        (b"[" * 100_000, 400),
    ],
)
def test_a_check_that_cannot_be_done_says_why(client, body, status):
    answer = client.post("/v1/check", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"status", "where", "what", "fix"}


def test_answers_carry_an_etag_and_may_be_asked_for_again(client):
    first = client.get("/v1/latest")
    again = client.get("/v1/latest", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert client.head("/v1/latest").headers["etag"] == first.headers["etag"]


def test_any_page_may_ask_and_nothing_can_be_written(client):
    assert client.get("/v1/latest").headers["access-control-allow-origin"] == "*"
    assert client.options("/v1/check").status_code == 204
    for method in ("put", "delete", "patch"):
        assert getattr(client, method)("/v1/latest").status_code == 405


def test_the_description_names_every_path_and_parameter(client):
    from lossledger.web.api import ENDPOINTS

    described = client.get("/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for endpoint in ENDPOINTS:
        operation = described["paths"][endpoint.path][endpoint.method]
        assert [p["name"] for p in operation["parameters"]] == [p.name for p in endpoint.params]


def test_an_append_is_seen_within_a_second(ledger_path, tmp_path):
    import shutil
    import time
    from datetime import UTC, datetime

    from web_samples import Client

    from lossledger.ledger import Mark, open_ledger

    copy = tmp_path / "copy.sqlite"
    shutil.copy(ledger_path, copy)
    asked = Client(copy)
    with open_ledger(copy) as ledger:
        before = asked.get("/v1/health").json()
        claim = ledger.claims(metric="tanks")[-1]
        ledger.mark(
            Mark("decided", claim.id, "looked at", "a tester"),
            recorded_at=datetime(2024, 3, 3, tzinfo=UTC),
        )
        time.sleep(1.1)
        assert asked.get("/v1/health").json()["rows"] == before["rows"] + 1
