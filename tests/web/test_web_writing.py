"""Nobody writes through the service, but who sends the token that it was started with."""

import pytest
from web_samples import STORY, Client, fill

from lossledger.web import Settings, create_app

TOKEN = "a-token-of-a-test-0123456789"
SENT = {"text": STORY.replace("1,160", "1,170"), "published": "2024-02-22"}


@pytest.fixture
def where(tmp_path):
    fill(tmp_path / "war.sqlite")
    return tmp_path / "war.sqlite"


def service(where, token: str | None) -> Client:
    client = Client(where)
    client.app = create_app(str(where), Settings(token=token))
    return client


def test_a_service_without_a_token_is_read_only(where):
    answer = service(where, None).post("/v1/documents", json=SENT)
    assert answer.status_code == 403
    assert answer.json()["error"]["what"].startswith("this service is read-only")


@pytest.mark.parametrize("sent", ["", "Bearer ", "Bearer wrong", TOKEN[:-1]])
def test_a_wrong_token_writes_nothing(where, sent):
    client = service(where, TOKEN)
    before = client.get("/v1/health").json()["rows"]
    headers = {"authorization": sent} if sent else {}
    answer = client.post("/v1/documents", json=SENT, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert client.get("/v1/health").json()["rows"] == before


def test_a_text_sent_with_the_token_is_kept_and_answers_know_it_at_once(where):
    client = service(where, TOKEN)
    before = client.get("/v1/health").json()["rows"]
    headers = {"authorization": f"Bearer {TOKEN}"}
    answer = client.post("/v1/documents", json=SENT, headers=headers)
    assert answer.status_code == 200
    kept = answer.json()
    assert kept["new"] == kept["claims"] > 0
    assert client.get("/v1/health").json()["rows"] > before
    assert len(client.get(f"/v1/documents/{kept['document']}").json()["claims"]) == kept["claims"]
    again = client.post("/v1/documents", json=SENT, headers=headers).json()
    assert again["new"] == 0


@pytest.mark.parametrize(
    "body", [{}, {"text": ""}, {"text": "x", "more": 1}, {"text": STORY, "source": 5}]
)
def test_what_cannot_be_kept_is_refused(where, body):
    client, headers = service(where, TOKEN), {"authorization": f"Bearer {TOKEN}"}
    assert client.post("/v1/documents", json=body, headers=headers).status_code == 400
