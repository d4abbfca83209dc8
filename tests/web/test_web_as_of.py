"""Every answer from the ledger is given as of a moment, and no later write changes it."""

from datetime import UTC, date, datetime

import pytest
from web_samples import STORY, Client, fill, mirror

from lossledger.desk import end_of_day
from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.ledger import Mark, open_ledger
from lossledger.web import Settings
from lossledger.web.api import ENDPOINTS
from lossledger.web.room import Room
from lossledger.web.serving import application

THEN = datetime(2024, 3, 2, 10, tzinfo=UTC)
LATER = datetime(2024, 3, 3, 9, tzinfo=UTC)
DAY = "2024-02-22"
PATHS = (
    "/v1/latest", f"/v1/reports/{DAY}", "/v1/series/personnel",
    f"/v1/loss?metric=personnel&from={DAY}&to={DAY}", "/v1/trace?value=407240",
    "/v1/claims?metric=personnel", "/v1/claims/{claim}", "/v1/documents/{document}",
    "/v1/compare?metric=personnel", "/v1/lineage", "/v1/sources", "/v1/sources/daily_mirror",
    "/v1/corrections.atom", "/v1/health",
)  # fmt: skip


@pytest.fixture
def path(tmp_path):
    fill(tmp_path / "war.sqlite")
    return tmp_path / "war.sqlite"


@pytest.fixture
def places():
    """The claim and document that are asked about."""
    claim = mirror("personnel.json", "personnel", 0).claims[0]
    return {"claim": claim.id, "document": claim.document}


def grow(path, places):
    """Another story, another way to a document, and a figure taken out."""
    text = STORY.replace("1,160", "1,260").replace("387,060", "387,070")
    published = end_of_day(date(2024, 3, 1))
    story = document_from_text(text, retrieved_at=LATER, published_at=published, origin="another")
    restated = mirror("personnel.json", "personnel", 1)
    with open_ledger(path) as ledger:
        ledger.append([read(story), restated], recorded_at=LATER)
        ledger.note_fetch(places["document"], {"url": "https://example.org/"}, recorded_at=LATER)
        for claim in mirror("equipment.json", "tank", 1).claims[:4]:
            ledger.mark(Mark("retracted", claim.id, "withdrawn", "a tester"), recorded_at=LATER)
        mark = Mark("misread", places["claim"], "another figure", "a tester")
        ledger.mark(mark, recorded_at=LATER)


def asked(client, path, as_of=None, **given):
    if as_of is not None:
        path += f"{'&' if '?' in path else '?'}as_of={as_of:%Y-%m-%dT%H:%M:%SZ}"
    answer = client.post(path, **given) if given else client.get(path)
    assert answer.status_code == 200, (path, answer.text)
    return answer.text


class AsItWas(Client):
    """The service over the ledger as it was at a moment."""

    def __init__(self, where):
        self.app = application(Room(str(where), THEN), Settings())


def test_every_answer_of_the_api_that_reads_the_ledger_takes_as_of():
    reading = [e for e in ENDPOINTS if not e.guarded]  # the guarded ones write
    silent = {e.path for e in reading if "as_of" not in {p.name for p in e.params}}
    assert silent == {"/v1/check", "/v1/terms/{lang}"}  # the one takes it in its body
    known = {p.split("?")[0].split("{")[0].rsplit("/", 1)[0] for p in PATHS}
    reads = {e.path.split("{")[0].rsplit("/", 1)[0] for e in reading if e.path not in silent}
    assert known == reads


def test_no_answer_as_of_a_moment_is_changed_by_what_is_written_later(path, places):
    client, told = Client(path), [one.format(**places) for one in PATHS]
    before = {one: asked(client, one, THEN) for one in told}
    grow(path, places)
    later = Client(path)
    for one in told:
        assert asked(later, one, THEN) == before[one], one
    assert not {one for one in told if asked(later, one) == before[one]}


def test_a_text_is_judged_as_of_a_moment_by_what_was_known_then(path, places):
    body = {"text": STORY, "published": DAY, "as_of": THEN.isoformat()}
    before = findings(path, body)
    grow(path, places)
    assert findings(path, body) == before
    assert findings(path, body | {"as_of": LATER.isoformat()}) != before


def findings(path, body):
    return Client(path).post("/v1/check", json=body).json()["findings"]


def test_the_ledger_is_served_as_it_was(path, places):
    told = [*(one.format(**places) for one in PATHS), "/", "/sources", "/corrections"]
    before = {one: asked(AsItWas(path), one) for one in told}
    grow(path, places)
    for one in told:
        assert asked(AsItWas(path), one) == before[one], one
