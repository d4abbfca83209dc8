"""``lossledger pull``: a source's files from a server of this machine, asked as a watch asks."""

import os
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from cli_samples import TOTALS, equipment_file, personnel_file

PERSONNEL, EQUIPMENT = "russia_losses_personnel.json", "russia_losses_equipment.json"


@pytest.fixture
def mirror(served, tmp_path) -> tuple[Path, str]:
    """A server that answers with the mirror's two files, changed a while ago."""
    folder, address = served
    for name, made in ((PERSONNEL, personnel_file), (EQUIPMENT, equipment_file)):
        (folder / name).write_bytes(made(tmp_path).read_bytes())
        os.utime(folder / name, (1_700_000_000, 1_700_000_000))
    return folder, address


@pytest.fixture
def pull(lossledger, mirror):
    """Pull the mirror's files from that server."""

    def call(*more):
        where = ("--from", mirror[1], "--allow-local", "--pause", "0")
        return lossledger("pull", "daily-mirror", *where, *more)

    return call


@pytest.fixture
def asked(monkeypatch) -> list[tuple[str, dict[str, str], int]]:
    """Every request that the server got: path, headers, and the status of its answer."""
    found: list[tuple[str, dict[str, str], int]] = []

    def log_request(self, code="-", size="-"):
        found.append((self.path, dict(self.headers), int(code)))

    monkeypatch.setattr(BaseHTTPRequestHandler, "log_request", log_request)
    return found


def test_both_files_of_the_sources_table_are_fetched_and_imported(pull, lossledger):
    answer = pull()
    assert (answer.code, answer.err) == (0, "")
    assert f"kept {2 * len(TOTALS):,} new claims, 0 known already, in " in answer.out
    assert lossledger("loss", "personnel", "--month", "2024-02").code == 0


def test_a_second_pull_asks_only_for_what_changed_and_says_so(pull, mirror, asked):
    folder, address = mirror
    pull()
    answer = pull()
    assert answer.code == 0
    assert answer.out.splitlines()[:2] == [
        f"{address}/{PERSONNEL}: nothing new",
        f"{address}/{EQUIPMENT}: nothing new",
    ]
    again = asked[3:]
    assert [(path, status) for path, _, status in again] == [
        ("/robots.txt", 404),
        (f"/{PERSONNEL}", 304),
        (f"/{EQUIPMENT}", 304),
    ]
    assert again[1][1]["If-Modified-Since"] == "Tue, 14 Nov 2023 22:13:20 GMT"
    file = folder / PERSONNEL
    file.write_text(file.read_text().replace("407240", "407420"))
    answer = pull("--json")
    assert answer.lines[0]["claims"] == 1
    assert [one["new"] for one in answer.lines[0]["files"]] == [True, False]


def test_a_watch_knows_what_was_pulled_and_names_itself_as_a_watch_does(pull, asked):
    pull("--contact", "desk@news.example")
    (agent,) = {headers["User-Agent"] for _, headers, _ in asked}
    assert agent.startswith("lossledger/")
    assert agent.endswith(" (reads published loss figures; follows robots.txt) desk@news.example")


def test_robots_rules_hold_for_a_pull_too(pull, mirror, tmp_path):
    folder, address = mirror
    (folder / "robots.txt").write_text("User-agent: lossledger\nDisallow: /*equipment\n")
    answer = pull()
    assert answer.code == 1
    forbidden = f"{address}/{EQUIPMENT}: the site's robots.txt forbids it (ask its owner)"
    assert answer.err == f"lossledger: {forbidden}\n"
    assert f"kept {len(TOTALS):,} new claims" in answer.out


def test_of_a_broken_file_nothing_is_kept_and_the_next_pull_asks_for_it_alone(pull, mirror):
    folder, address = mirror
    whole = (folder / EQUIPMENT).read_bytes()
    (folder / EQUIPMENT).write_text("[{", "utf-8")
    answer = pull()
    assert answer.code == 1
    assert "broken JSON" in answer.err
    assert f"kept {len(TOTALS):,} new claims" in answer.out
    (folder / EQUIPMENT).write_bytes(whole)
    answer = pull()
    assert (answer.code, answer.out.splitlines()[0]) == (0, f"{address}/{PERSONNEL}: nothing new")
    assert f"kept {len(TOTALS):,} new claims" in answer.out


def test_a_server_that_is_not_there_leaves_one_line_for_each_file(lossledger):
    where = ("--from", "http://127.0.0.1:9", "--allow-local", "--pause", "0", "--timeout", "1")
    answer = lossledger("pull", "daily-mirror", *where)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("lossledger: http://127.0.0.1:9/") == 2


def test_plain_http_is_refused_without_the_switch(lossledger, mirror):
    answer = lossledger("pull", "daily-mirror", "--from", mirror[1])
    assert answer.code == 2
    assert "HTTPS" in answer.err


def test_versions_kept_in_a_web_archive_are_imported_with_how_they_were_got(
    pull, mirror, lossledger, tmp_path
):
    folder, address = mirror
    pull()
    file = folder / PERSONNEL
    file.write_text(file.read_text().replace("407240", "407420"))
    pull()
    kept, anew = tmp_path / "evidence.warc.gz", ("--ledger", tmp_path / "other.ledger")
    lossledger("export", "--format", "warc", "--all-texts", "--out", kept)
    answer = lossledger("import", kept, "--source", "daily-mirror", *anew)
    assert (answer.code, answer.err) == (0, "")
    assert f"kept {2 * len(TOTALS) + 1:,} new claims" in answer.out
    told = [
        lossledger("changes", f"{address}/{PERSONNEL}", "--json", *where).lines[0]["changed"]
        for where in ((), anew)
    ]
    assert [[(p["from"]["low"], p["to"]["low"]) for p in one] for one in told] == [
        [(407240, 407420)]
    ] * 2


def test_an_archive_without_a_file_of_the_source_is_named_and_its_data_are_not_read_as_texts(
    pull, lossledger, tmp_path
):
    pull()
    kept = tmp_path / "evidence.warc.gz"
    lossledger("export", "--format", "warc", "--all-texts", "--out", kept)
    answer = lossledger("import", kept, "--source", "pnas")
    assert answer.code == 2
    assert "evidence.warc.gz: holds no file of pnas" in answer.err
    answer = lossledger("read", kept)
    assert "application/json is data: lossledger import ARCHIVE --source ID" in answer.err
