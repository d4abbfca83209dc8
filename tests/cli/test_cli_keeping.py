"""What is kept: histories, marks, exports, proofs and checkpoints, by the command line."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from lossledger import __version__
from lossledger.ledger import open_ledger

PROGRAM = Path(__file__).parents[2] / "verify" / "lossledger_verify.py"


@pytest.fixture
def claim(filled):
    """The id of the claim of 22 February 2024."""
    rows = filled(
        "series", "personnel", "--from", "2024-02-22", "--to", "2024-02-22", "--json"
    ).lines
    return rows[0]["claims"][0]


def tampered(path):
    """Change a figure as someone would who takes the guards away and puts them back."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        guards = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE claims SET low = low + 1 WHERE seq = 1")
        for _, sql in guards:
            raw.execute(sql)


def verdict(*arguments):
    done = subprocess.run(
        [sys.executable, "-I", str(PROGRAM), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip()


def test_an_untouched_ledger_is_sound(filled):
    answer = filled("verify")
    assert answer.code == 0
    assert ": sound, " in answer.out
    (found,) = filled("verify", "--json").lines
    assert (found["sound"], found["troubles"], found["checkpoint"]) == (True, [], None)


def test_a_changed_row_is_named_and_the_exit_code_is_one(filled, tmp_path):
    tampered(tmp_path / "war.ledger")
    answer = filled("verify")
    assert answer.code == 1
    assert "(row 1): was changed" in answer.out
    assert "NOT SOUND (1 troubles)" in answer.out
    (found,) = filled("verify", "--json").lines
    assert found["troubles"][0]["what"] == "was changed"


def test_a_checkpoint_is_signed_with_a_key_made_when_it_is_missing(filled, tmp_path):
    key = tmp_path / "desk.key"
    first = filled("checkpoint", "--key", key)
    assert first.code == 0
    assert first.err == f"made a key: {key} (secret), {key}.pub (to be given away)\n"
    again = filled("checkpoint", "--key", key)
    assert (again.out, again.err) == (first.out, "")
    (found,) = filled("checkpoint", "--key", key, "--json").lines
    assert found["checkpoint"] == first.out
    assert found["key"] == (tmp_path / "desk.key.pub").read_text().strip()


@pytest.fixture
def kept(filled, tmp_path):
    """A checkpoint that was kept, and the public key's file."""
    note = tmp_path / "kept.txt"
    note.write_text(filled("checkpoint", "--key", tmp_path / "desk.key").out)
    return note, tmp_path / "desk.key.pub"


def test_a_kept_checkpoint_is_in_the_ledger_that_grew_since(filled, kept, tmp_path):
    note, key = kept
    post = "The General Staff of Ukraine reported on 4 March 2024 that Russia lost about 417,950 personnel and 6,639 tanks."
    assert filled("read", "-", stdin=post.encode()).code == 0
    answer = filled("verify", "--checkpoint", note, "--key", key)
    assert answer.code == 0
    assert "its signature is right" in answer.out
    unchecked = filled("verify", "--checkpoint", note)
    assert "its signature was not checked: give --key" in unchecked.out
    as_json = tmp_path / "kept.json"
    as_json.write_text(filled("checkpoint", "--key", tmp_path / "desk.key", "--json").out)
    assert filled("verify", "--checkpoint", as_json, "--key", key.read_text().strip()).code == 0
    proof = tmp_path / "proof.json"
    proof.write_text(filled("prove", "--since", note).out)
    assert verdict(proof, note, key.read_text().strip()) == (0, "sound")


def test_a_checkpoint_of_another_ledger_is_not_contained(filled, kept, tmp_path):
    note, key = kept
    post = "The General Staff of Ukraine reported on 4 March 2024 that Russia lost about 417,950 personnel and 6,639 tanks."
    other = tmp_path / "other.ledger"
    for number in range(40):
        text = post.replace("417,950", f"417,{number + 100}")
        assert filled("read", "-", "--ledger", other, "--quiet", stdin=text.encode()).code == 0
    answer = filled("verify", "--checkpoint", note, "--key", key, "--ledger", other)
    assert answer.code == 1
    assert "does not contain the past that the checkpoint was signed for" in answer.out
    assert filled("prove", "--since", note, "--ledger", other).code == 2


def test_a_forged_checkpoint_could_not_be_verified(filled, kept):
    note, key = kept
    note.write_text(note.read_text().replace("\n2", "\n3"))
    answer = filled("verify", "--checkpoint", note, "--key", key)
    assert answer.code == 2
    assert "is not signed by this key" in answer.err


def test_a_proof_of_a_claim_convinces_the_program_that_needs_nothing_else(filled, claim, tmp_path):
    proof = tmp_path / "proof.json"
    proof.write_text(filled("prove", claim[:12]).out)
    assert verdict(proof) == (0, "sound")
    proof.write_text(proof.read_text().replace("407240", "407241"))
    assert verdict(proof) == (1, "the row does not lead to the root")


def test_an_export_read_back_has_the_same_ids_and_root(filled, tmp_path):
    export, copy = tmp_path / "export.jsonl", tmp_path / "copy.ledger"
    assert filled("export", "--out", export).code == 0
    assert verdict(export) == (0, "sound")
    assert filled("import-ledger", export, "--ledger", copy).code == 0
    assert filled("export", "--ledger", copy).out == export.read_text()
    roots = [
        filled("verify", "--json", *more).lines[0]["root"] for more in ((), ("--ledger", copy))
    ]
    assert roots[0] == roots[1]
    piped = filled(
        "import-ledger", "-", "--json", "--ledger", tmp_path / "piped", stdin=export.read_bytes()
    )
    assert piped.lines[0]["root"] == roots[0]


def test_a_changed_export_is_refused_by_the_command_and_by_the_program(filled, tmp_path):
    export = tmp_path / "export.jsonl"
    filled("export", "--out", export)
    export.write_text(export.read_text().replace('"low":407240', '"low":407241'))
    answer = filled("import-ledger", export, "--ledger", tmp_path / "copy.ledger")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert verdict(export)[0] == 1


def test_others_texts_stay_at_home_unless_their_table_allows_it(lossledger, tmp_path):
    story = "The Ministry of Defence of Ukraine said that Russia lost about 407,240 personnel. A secret sentence."
    lossledger("read", "-", "--published", "2024-02-22", stdin=story.encode())
    (tmp_path / "tanks.json").write_text('[{"date": "2024-02-22", "day": 729, "tank": 6523}]')
    lossledger("import", tmp_path / "tanks.json", "--source", "daily_mirror")
    rows = [json.loads(line) for line in lossledger("export").out.splitlines()]
    outlets = {row["id"]: row["outlet"] for row in rows if row["row"] == "document"}
    assert [outlets[row["document"]] for row in rows if row["row"] == "content"] == ["daily_mirror"]
    whole = [json.loads(line) for line in lossledger("export", "--all-texts").out.splitlines()]
    assert sum(row["row"] == "content" for row in whole) == 2


def test_a_retracted_claim_leaves_the_series_and_stays_in_its_history(filled, claim):
    answer = filled("retract", claim[:12], "--reason", "the page was withdrawn", "--by", "desk")
    assert answer.code == 0
    assert answer.out == f"{claim[:12]}: retracted by desk: the page was withdrawn\n"
    again = filled("retract", claim, "--reason", "the page was withdrawn", "--by", "desk")
    assert "known since" in again.out
    day = ("--from", "2024-02-22", "--to", "2024-02-22")
    assert not filled("series", "personnel", "--json", *day).lines
    events = filled("history", claim[:12], "--json").lines
    assert [event["kind"] for event in events] == ["recorded", "retracted"]
    assert events[1]["mark"]["by"] == "desk"
    back = filled("mark", claim, "--kind", "reinstated", "--reason", "it is back", "--by", "desk")
    assert back.code == 0
    assert filled("series", "personnel", "--json", *day).lines


def test_the_story_of_a_figure_names_every_value_moment_person_and_reason(filled, claim):
    filled("mark", claim, "--kind", "decided", "--reason", "fits the post", "--by", "N. Desk")
    answer = filled("history", "--series", "personnel", "--date", "2024-02-22")
    assert answer.code == 0
    for words in ("about 407,240", claim[:12], "decided", "N. Desk", "fits the post"):
        assert words in answer.out


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("history",), "give the id of a CLAIM, or --series METRIC --date DAY"),
        (("history", "ffffffff"), "ffffffff: no claim has this id"),
        (("history", "--series", "personell", "--date", "2024-02-22"), "did you mean personnel"),
        (("history", "--series", "personnel", "--date", "2021-02-22"), "no claim of personnel with a report date"),
        (("prove",), "give the id of a CLAIM, or --since FILE"),
        (("prove", "--since", "nowhere"), "nowhere: the file cannot be read"),
        (("verify", "--key", "x"), "--key goes with --checkpoint FILE"),
        (("verify", "--checkpoint", PROGRAM), "is no checkpoint"),
        (("import-ledger", "nowhere"), "nowhere: the file cannot be read"),
        (("import-ledger", PROGRAM), "line 1: is no line of an export, or was changed"),
        (("export", "--out", "nowhere/at/all"), "cannot be written: No such file or directory"),
        (("retract", "ffff", "--reason", "x", "--by", "y"), "ffff: no claim has this id"),
        (("mark", "ffff", "--kind", "wrong", "--reason", "x", "--by", "y"), "'wrong' is not one of"),
        (("retract", "ffff"), "Missing option '--reason'"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_and_could_not_be_done(filled, command, words):
    answer = filled(*command)
    assert answer.code == 2
    assert words in " ".join(answer.err.split())


@pytest.mark.parametrize(
    "command", ["verify", "checkpoint", "export", "history x", "retract x --reason r --by b"]
)
def test_a_missing_ledger_is_told_and_not_made(lossledger, tmp_path, command):
    answer = lossledger(*command.split())
    assert answer.code == 2
    assert "there is no ledger here" in answer.err
    assert not (tmp_path / "war.ledger").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("how", ["stdout", "--out"])
def test_a_full_disk_is_told_in_one_line(filled, tmp_path, how):
    more = ["--out", "/dev/full"] if how == "--out" else []
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "lossledger",
                "export",
                "--ledger",
                str(tmp_path / "war.ledger"),
                *more,
            ],
            stdout=full if how == "stdout" else subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert done.stderr.count("\n") == 1


def newer(path):
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")


BAD_LEDGERS = {
    "a text": lambda path: path.write_text("who said it"),
    "nothing": lambda path: path.write_bytes(b""),
    "half a ledger": lambda path: path.write_bytes(path.read_bytes()[:9000]),
    "noise in it": lambda path: path.write_bytes(path.read_bytes()[:100] + b"\xff" * 5000),
    "a newer schema": newer,
}


@pytest.mark.parametrize(
    "command", ["verify", "series personnel", "export", "import-ledger -", "read -"]
)
@pytest.mark.parametrize("how", BAD_LEDGERS)
def test_a_bad_ledger_is_told_in_one_line_and_not_changed(filled, tmp_path, command, how):
    path = tmp_path / "war.ledger"
    BAD_LEDGERS[how](path)
    before = path.read_bytes()
    answer = filled(*command.split(), stdin=b"Ukraine lost 5 tanks on 3 March 2024.")
    assert answer.code == 2
    assert answer.err.startswith(f"lossledger: {path}: ")
    assert answer.err.count("\n") == 1
    assert path.read_bytes() == before


def test_a_folder_or_an_unknown_server_is_told_in_one_line(filled, tmp_path):
    for where in (tmp_path, "postgresql://nobody@/war?host=/nowhere", "postgresql://[::"):
        answer = filled("verify", "--ledger", where)
        assert (answer.code, answer.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("place", ["post.txt", "-"])
def test_how_a_text_was_got_is_kept_with_the_tool(lossledger, tmp_path, place):
    text = "The General Staff of Ukraine: Russia has lost 407,240 troops since February 24, 2022."
    (tmp_path / "post.txt").write_text(text)
    path = place if place == "-" else tmp_path / place
    lossledger("read", path, "--published", "2024-02-22", "--quiet", stdin=text.encode())
    with open_ledger(tmp_path / "war.ledger") as ledger:
        ((_, how, _),) = ledger.fetch_records()
    assert how["file"] == ("standard input" if place == "-" else str(path))
    assert how["tool"] == f"lossledger {__version__}"
    assert datetime.fromisoformat(how["retrieved_at"]).tzinfo is not None
