"""``import --version-time`` and ``import --git``: versions of a dataset, and what they change."""

import json
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

FIRST = datetime(2024, 2, 24, 8, tzinfo=UTC)


def rows(totals):
    start = datetime(2022, 2, 24, tzinfo=UTC)
    return [
        {"date": day, "day": (datetime.fromisoformat(f"{day}T00:00Z") - start).days + 1, "tank": n}
        for day, n in totals.items()
    ]


ONE = {"2024-02-20": 6498, "2024-02-21": 6516}
TWO = ONE | {"2024-02-22": 6523}
MENDED = TWO | {"2024-02-21": 6510}


@pytest.fixture
def repository(tmp_path):
    """A repository that versions of ``tanks.json`` are committed to, a day apart."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git = ["git", "-C", str(folder), "-c", "user.name=maker", "-c", "user.email=maker@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)

    def commit(content, number):
        (folder / "tanks.json").write_text(
            content if isinstance(content, str) else json.dumps(rows(content))
        )
        moment = (FIRST + timedelta(days=number)).isoformat()
        times = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run(
            [*git, "commit", "-q", "-m", "x"], check=True, env={"PATH": "/usr/bin:/bin", **times}
        )
        return folder

    return commit


def replay(lossledger, folder, *more):
    return lossledger(
        "import", "--git", folder, "--path", "tanks.json", "--source", "daily_mirror", *more
    )


def values(lossledger, as_of=None):
    more = ("--as-of", as_of) if as_of else ()
    return [row["value"] for row in lossledger("series", "tanks", "--json", *more).lines]


def test_a_history_is_replayed_in_order_with_its_commit_times(lossledger, repository):
    for number, content in enumerate((ONE, TWO, MENDED)):
        folder = repository(content, number)
    answer = replay(lossledger, folder)
    assert answer.code == 0
    assert "tanks.json: 3 versions, 3 with changes, 0 skipped" in answer.out
    assert "kept 4 new claims and 1 marks on older ones" in answer.out
    rows = [json.loads(line) for line in lossledger("export").out.splitlines()]
    got = [json.loads(row["how"]) for row in rows if row["row"] == "fetch"]
    assert [(how["file"], how["committed_at"][:10]) for how in got] == [
        ("tanks.json", "2024-02-24"),
        ("tanks.json", "2024-02-25"),
        ("tanks.json", "2024-02-26"),
    ]
    assert {how["tool"].split()[0] for how in got} == {"lossledger"}
    assert values(lossledger, "2024-02-24T12:00Z") == [6498, 6516]
    assert values(lossledger, "2024-02-25T12:00Z") == [6498, 6516, 6523]
    assert values(lossledger) == [6498, 6510, 6523]


def test_an_invalid_version_is_reported_and_skipped(lossledger, repository):
    for number, content in enumerate((ONE, "[{]", MENDED)):
        folder = repository(content, number)
    answer = replay(lossledger, folder)
    assert answer.code == 0
    assert "tanks.json, line 1, column 3: broken JSON" in answer.err
    assert answer.err.startswith("skipped ")
    assert "3 versions, 2 with changes, 1 skipped" in answer.out
    assert values(lossledger) == [6498, 6510, 6523]


def test_replaying_again_adds_what_is_new_and_nothing_else(lossledger, repository):
    replay(lossledger, repository(ONE, 0))
    folder = repository(MENDED, 1)
    assert "kept 2 new claims and 1 marks" in replay(lossledger, folder).out
    assert "kept 0 new claims and 0 marks" in replay(lossledger, folder).out


def test_each_version_is_one_json_object(lossledger, repository):
    for number, content in enumerate((ONE, "[", TWO)):
        folder = repository(content, number)
    lines = replay(lossledger, folder, "--json").lines
    assert [(line["claims"], line["skipped"] is None) for line in lines] == [
        (2, True),
        (0, False),
        (1, True),
    ]


def test_a_past_cannot_be_added_to_a_ledger_written_later(lossledger, repository, tmp_path):
    file = tmp_path / "now.json"
    file.write_text(json.dumps(rows(ONE)))
    assert lossledger("import", file, "--source", "daily_mirror").code == 0
    answer = replay(lossledger, repository(TWO, 0))
    assert answer.code == 2
    assert "was written later than these versions, and holds none of them" in answer.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--git", "nowhere", "--path", "x.json"), "nowhere: cannot change to 'nowhere'"),
        (("--git", "."), "--git needs --path FILE"),
        ((), "give the PATH of a dataset, or --git REPO --path FILE"),
        (("--path", "x.json"), "give the PATH of a dataset"),
    ],
)
def test_wrong_calls_are_told_in_one_line(lossledger, options, words):
    answer = lossledger("import", *options, "--source", "daily_mirror")
    assert answer.code == 2
    assert words in answer.err


def test_a_dated_version_is_known_from_its_moment_on(lossledger, tmp_path):
    file = tmp_path / "tanks.json"
    for day, totals in (("2024-02-24", ONE), ("2024-02-26", MENDED)):
        file.write_text(json.dumps(rows(totals)))
        answer = lossledger(
            "import", file, "--source", "daily_mirror", "--version-time", f"{day}T08:00Z"
        )
        assert answer.code == 0
    assert values(lossledger, "2024-02-25") == [6498, 6516]
    assert values(lossledger) == [6498, 6510, 6523]
    answer = lossledger(
        "import", file, "--source", "daily_mirror", "--version-time", "2024-02-25T08:00Z"
    )
    assert answer.code == 2
    assert "replay old versions into a new ledger, oldest first" in answer.err


def test_a_file_of_other_metrics_takes_nothing_away(lossledger, tmp_path):
    tanks, drones = tmp_path / "tanks.json", tmp_path / "drones.json"
    tanks.write_text(json.dumps(rows(ONE)))
    drones.write_text(json.dumps(rows(ONE)).replace('"tank"', '"drone"'))
    lossledger("import", tanks, "--source", "daily_mirror")
    lossledger("import", drones, "--source", "daily_mirror")
    assert values(lossledger) == [6498, 6516]
