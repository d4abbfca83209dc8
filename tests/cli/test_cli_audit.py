"""``lossledger audit``: files, histories, reports of the ledger, a gate for other projects' CI."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

sys.path.insert(0, str(Path(__file__).parents[1] / "audit"))

from audit_samples import changed, records

SCHEMA = Path(__file__).parents[2] / "schemas" / "audit.json"
ROWS = records(100)
SLIP = changed(ROWS, 60, drone=ROWS[60]["drone"] // 10)
FALL = changed(ROWS, -1, APC=ROWS[-2]["APC"] - 3)


@pytest.fixture
def dataset(tmp_path):
    def write(rows, name="losses.json"):
        path = tmp_path / name
        path.write_text(rows if isinstance(rows, str) else json.dumps(rows), "utf-8")
        return path

    return write


def test_a_sound_dataset_exits_with_nought(lossledger, dataset):
    answer = lossledger("audit", dataset(ROWS))
    assert (answer.code, answer.out) == (0, "nothing found\n")


def test_a_slip_is_shown_in_a_table_and_exits_with_one(lossledger, dataset):
    answer = lossledger("audit", dataset(SLIP))
    assert answer.code == 1
    assert "2023-03-02" in answer.out
    assert "digit typo" in answer.out
    assert answer.out.endswith("1 error\n")
    assert all(len(line) <= 100 for line in answer.out.splitlines()[1:])


def test_each_line_of_json_is_valid_against_the_schema(lossledger, dataset):
    tomorrow = {**ROWS[-1], "date": "2999-01-01", "day": 1}
    answer = lossledger("audit", dataset([*SLIP, tomorrow]), "--json")
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert answer.lines
    for line in answer.lines:
        assert not list(validator.iter_errors(line))
    cells = [line["field"] for line in answer.lines if line["cause"] == "future_date"]
    assert cells == [None, *(k for k in ROWS[0] if k not in ("date", "day"))]


def test_warnings_fail_only_if_asked_to(lossledger, dataset):
    path = dataset(FALL)
    assert lossledger("audit", path).code == 0
    assert lossledger("audit", path, "--fail-on", "warning").code == 1


def test_an_allow_list_lets_a_finding_pass_and_tells_of_entries_without_use(lossledger, dataset):
    entry = f'[[allow]]\nrecord = {SLIP[60]["date"]}\nfield = "drone"\nreason = "as posted"\n'
    allow = dataset(entry + '[[allow]]\nrecord = 2023-01-05\nreason = "old"\n', "allow.toml")
    answer = lossledger("audit", dataset(SLIP), "--allow", allow)
    assert (answer.code, answer.out) == (0, "nothing found\n")
    assert answer.err == "lossledger: the allow-list has an entry that fits nothing: 2023-01-05\n"


def test_declared_changes_are_restatements(lossledger, dataset):
    declared = dataset([{"date": FALL[-1]["date"], "APC": -3}], "declared.json")
    answer = lossledger("audit", dataset(FALL), "--declared", declared, "--json")
    assert [line["level"] for line in answer.lines] == ["restatement"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nowhere.json",),
        ("--git", "nowhere"),
        ("--git", "nowhere", "--path", "losses.json"),
        ("losses.json", "--git", "nowhere", "--path", "losses.json"),
        ("losses.json", "--against", "nobody"),
        ("losses.json", "--against", "ua_general_staff"),
        ("losses.json", "--allow", "nowhere.toml"),
        ("losses.json", "--mapping", "losses.json"),
        ("losses.json", "--source", "ru_mod"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exits_with_two(
    lossledger, dataset, tmp_path, monkeypatch, arguments
):
    monkeypatch.chdir(tmp_path)
    dataset(ROWS)
    answer = lossledger("audit", *arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err


def test_a_broken_file_is_a_finding(lossledger, dataset):
    answer = lossledger("audit", dataset(json.dumps(ROWS)[:-5]), "--json")
    assert answer.code == 1
    assert [line["cause"] for line in answer.lines] == ["invalid_file"]


def test_a_file_in_no_known_form_is_refused(lossledger, dataset):
    answer = lossledger("audit", dataset('[{"a": 1}]'))
    assert answer.code == 2
    assert "has the columns of no known source" in answer.err


def test_a_csv_is_audited_by_its_mapping(lossledger, dataset):
    lines = ["Date,Drones", *(f"{row['date']},{row['drone']}" for row in SLIP)]
    mapping = dataset('date = "Date"\n[columns]\n"Drones" = "uav"\n', "map.toml")
    path = dataset("\n".join(lines), "losses.csv")
    answer = lossledger("audit", path, "--mapping", mapping, "--json")
    assert [(line["record"], line["field"]) for line in answer.lines] == [("2023-03-02", "Drones")]


def post(day, total, change):
    text = f"<p>personnel ‒ about 63380 (+270) persons,</p><p>tanks ‒ {total} (+{change}),</p>"
    return json.dumps({"date": day, "html": text + "<p>APV ‒ 5181 (+19),</p>"})


def test_posts_are_audited_by_their_stated_increments(lossledger, dataset):
    posts = [post("2023-03-01", 3400, 5), post("2023-03-02", 3140, 10)]
    answer = lossledger("audit", dataset("\n".join(posts), "posts.jsonl"), "--json")
    told = {(line["record"], line["field"], line["verdict"]) for line in answer.lines}
    assert ("2023-03-02", "tanks", "arithmetic_error") in told
    assert answer.code == 1


def test_a_dataset_is_compared_with_the_claimants_posts_in_the_ledger(lossledger, dataset):
    row = ROWS[60]
    posts = dataset(post(row["date"], row["tank"] + 1, 5), "posts.jsonl")
    assert lossledger("read", posts, "--quiet").code == 0
    answer = lossledger("audit", dataset(ROWS), "--against", "ua_general_staff", "--json")
    told = [(f["record"], f["field"], f["expected"][0]["low"]) for f in answer.lines]
    assert (row["date"], "tank", row["tank"] + 1) in told


def test_the_mirror_itself_is_no_report_to_compare_with(lossledger, dataset):
    path = dataset(ROWS)
    assert lossledger("import", path, "--source", "daily_mirror", "--quiet").code == 0
    answer = lossledger("audit", dataset(FALL), "--against", "ua_general_staff", "--json")
    assert [line["field"] for line in answer.lines] == ["APC"]
    assert answer.lines[0]["level"] == "warning"


@pytest.fixture
def repository(tmp_path):
    """A repository with a version of ``losses.json`` for each of the last three days."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git = ["git", "-C", str(folder), "-c", "user.name=keeper", "-c", "user.email=k@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    wrong = {**ROWS[98], "drone": ROWS[98]["drone"] // 10}
    for k, rows in ((97, ROWS[:98]), (98, [*ROWS[:98], wrong]), (99, ROWS)):
        (folder / "losses.json").write_text(json.dumps(rows, indent=1), "utf-8")
        lines = ["Date,Drones", *(f"{row['date']},{row['drone']}" for row in rows)]
        (folder / "losses.csv").write_text("\n".join(lines), "utf-8")
        day = date.fromisoformat(ROWS[k]["date"])
        moment = (datetime(day.year, day.month, day.day, 9, tzinfo=UTC)).isoformat()
        times = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin"}
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "-q", "-m", "x"], check=True, env=times)
    return folder


def test_committed_versions_are_judged_with_what_was_known_then(lossledger, repository):
    answer = lossledger("audit", "--git", repository, "--path", "losses.json", "--json")
    commits = subprocess.run(
        ["git", "-C", str(repository), "log", "--reverse", "--format=%H"],
        check=True, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    (found,) = answer.lines
    assert (found["version"], found["record"], found["field"]) == (
        commits[1], ROWS[98]["date"], "drone",
    )  # fmt: skip
    assert answer.code == 1


def test_plausible_changes_of_a_history_are_told_if_asked_for(lossledger, repository):
    arguments = ("audit", "--git", repository, "--path", "losses.json", "--changes", "--json")
    causes = [line["cause"] for line in lossledger(*arguments).lines]
    assert causes == ["digit_typo", "superseded_value"]


def test_a_path_that_was_never_committed_is_refused(lossledger, repository):
    answer = lossledger("audit", "--git", repository, "--path", "other.json")
    assert answer.code == 2
    assert "no commit of it ever held the file other.json" in answer.err


def test_the_history_of_a_csv_is_judged_by_its_mapping(lossledger, repository, dataset):
    mapping = dataset('date = "Date"\n[columns]\n"Drones" = "uav"\n', "map.toml")
    arguments = ("--git", repository, "--path", "losses.csv", "--mapping", mapping, "--json")
    answer = lossledger("audit", *arguments)
    assert [(f["record"], f["field"]) for f in answer.lines] == [(ROWS[98]["date"], "Drones")]


def test_a_dataset_may_come_on_standard_input(lossledger):
    answer = lossledger("audit", "-", "--json", stdin=json.dumps(SLIP).encode())
    assert [(f["file"], f["field"]) for f in answer.lines] == [("standard input", "drone")]
    lines = "\n".join([post("2023-03-01", 3400, 5), post("2023-03-02", 3140, 10)]).encode()
    assert lossledger("audit", "-", "--quiet", stdin=lines).code == 1


def test_an_exported_ledger_is_audited(lossledger, dataset, tmp_path):
    assert lossledger("import", dataset(SLIP), "--source", "daily_mirror", "--quiet").code == 0
    out = tmp_path / "ledger.jsonl"
    assert lossledger("export", "--out", out, "--quiet").code == 0
    answer = lossledger("audit", out, "--json")
    assert [(f["record"], f["field"]) for f in answer.lines] == [("2023-03-02", "uav")]
