"""Exports, imports, proofs and checkpoints, each also through the program in ``verify/``."""

import json
import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from ledger_samples import NOON, a_claim, a_document, a_reading
from test_ledger_verify import fill

from lossledger.errors import BadInput, LedgerError, NotFound
from lossledger.ledger import checkpoint, open_ledger
from lossledger.model import Reading, Span

PROGRAM = Path(__file__).parents[2] / "verify" / "lossledger_verify.py"


@pytest.fixture
def lines(path):
    fill(path)
    with open_ledger(path) as ledger:
        return list(ledger.export())


def verdict(*arguments):
    done = subprocess.run(
        [sys.executable, "-I", str(PROGRAM), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def written(path, lines):
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return path


def test_an_export_read_into_a_new_ledger_gives_the_same_ledger(lines, path, tmp_path):
    with open_ledger(path) as old, open_ledger(tmp_path / "new") as new:
        assert new.import_lines(lines) == 10
        assert new.head() == old.head()
        assert new.claims() == old.claims()
        assert new.documents() == old.documents()
        assert new.marks() == old.marks()
        assert [new.document(d.id) for d in new.documents()] == [
            old.document(d.id) for d in old.documents()
        ]
        assert list(new.export()) == lines
        assert new.verify().sound


def test_an_export_brings_a_ledger_that_holds_its_beginning_up_to_date(lines, path, tmp_path):
    with open_ledger(path) as old, open_ledger(tmp_path / "new") as new:
        new.import_lines(lines)
        old.append([a_reading("about 409820 (+1580) persons")], recorded_at=NOON)
        new.import_lines(old.export())
        assert new.head() == old.head()
        assert new.import_lines(old.export()) == 14


def test_an_export_of_another_ledger_is_refused_and_changes_nothing(lines, tmp_path):
    with open_ledger(tmp_path / "other") as other:
        other.append([a_reading("about 1 (+1160) persons")], recorded_at=NOON)
        before = other.head()
        with pytest.raises(LedgerError) as caught:
            other.import_lines(lines, where="export.jsonl")
        assert str(caught.value) == (
            "export.jsonl: is of another ledger (import it into a new one)"
        )
        assert other.head() == before


def test_an_export_without_the_texts_keeps_ids_and_root(path, lines, tmp_path):
    with open_ledger(path) as old, open_ledger(tmp_path / "new") as new:
        bare = list(old.export(lambda document: False))
        assert len(bare) == len(lines) - 2
        new.import_lines(bare)
        assert new.head() == old.head()
        assert new.verify().sound
        assert new.document(new.documents()[0].id).text == ""


def versions_of_a_file(ledger):
    """Sixty versions that grow, so that most are kept as differences."""
    records = []
    for number in range(60):
        records.append(f'{{"n": {number}, "words": "{"x" * 200}"}}')
        document = a_document("\n".join(records), origin="mirror.json", outlet="daily_mirror")
        claim = a_claim(document, number, outlet="daily_mirror", span=Span(0, 1))
        ledger.append_version(
            Reading(document, (claim,)),
            recorded_at=NOON + timedelta(minutes=number),
            by="desk",
            reason=f"version {number}",
        )


def test_documents_whose_bytes_are_not_there_are_counted(lines, path, tmp_path):
    with open_ledger(path) as ledger, open_ledger(tmp_path / "copy") as copy:
        assert ledger.verify().left_out == 0
        copy.import_lines(list(ledger.export(lambda about: False)))
        found = copy.verify()
        assert (found.sound, found.left_out) == (True, found.documents)
        assert found.documents > 0


def test_versions_travel_as_what_they_change_and_come_back_whole(ledger, tmp_path):
    versions_of_a_file(ledger)
    lines = list(ledger.export())
    assert sum('"base":' in line for line in lines) == 58
    assert verdict(written(tmp_path / "export.jsonl", lines)) == (0, ["sound"])
    with open_ledger(tmp_path / "new") as new:
        new.import_lines(lines)
        assert new.verify().sound
        assert list(new.export()) == lines
        for held in ledger.documents():
            assert new.document(held.id) == ledger.document(held.id)


def test_a_version_whose_base_is_changed_or_missing_is_refused(file_ledger, tmp_path):
    versions_of_a_file(file_ledger)
    lines = list(file_ledger.export())
    number = next(k for k, line in enumerate(lines) if '"base":' in line)
    about = json.loads(lines[number])
    for change in ({"first": 1}, {"last": 5}, {"base": "0" * 64}, {"content": ""}):
        text = json.dumps(about | change, separators=(",", ":"))
        false = [*lines[:number], text, *lines[number + 1 :]]
        assert verdict(written(tmp_path / "false.jsonl", false))[0] == 1
        with open_ledger(tmp_path / "new") as new, pytest.raises(BadInput):
            new.import_lines(false)


def changes(lines):
    rng = random.Random(2024)
    for number, line in enumerate(lines):
        yield f"without line {number + 1}", lines[:number] + lines[number + 1 :]
        spot = rng.randrange(len(line))
        other = chr((ord(line[spot]) - 31) % 95 + 32)
        changed = line[:spot] + other + line[spot + 1 :]
        yield f"line {number + 1} at {spot}", [*lines[:number], changed, *lines[number + 1 :]]
        if number:
            swapped = [*lines[: number - 1], line, lines[number - 1], *lines[number + 1 :]]
            yield f"lines {number} and {number + 1} swapped", swapped


def test_a_changed_export_is_refused_by_both_programs(lines, tmp_path):
    """Left-out texts are allowed; where appends of one moment end is not part of the log."""
    for what, changed in changes(lines):
        path = written(tmp_path / "changed.jsonl", changed)
        if verdict(path)[0] == 0:
            said = [json.loads(line) for line in (set(lines) ^ set(changed))]
            assert all(row["row"] in {"content", "ledger", "head"} for row in said), what
            continue
        with open_ledger(tmp_path / what) as ledger:
            with pytest.raises((BadInput, LedgerError)):
                ledger.import_lines(changed)
            assert ledger.head() is None, what


def test_a_cut_export_is_refused_by_both_programs(lines, tmp_path):
    for cut in range(1, len(lines)):
        path = written(tmp_path / "cut.jsonl", lines[:cut])
        assert verdict(path)[0] == 1
        with open_ledger(tmp_path / "new") as ledger:
            with pytest.raises(BadInput, match="is cut"):
                ledger.import_lines(lines[:cut])
            assert ledger.head() is None


@pytest.mark.parametrize(
    ("first", "what"),
    [
        ("no json", "export, line 1: is no line of an export, or was changed"),
        ('{"row":"claim"}', "export, line 1: is no export of a ledger"),
        (
            '{"row":"ledger","format":9,"rows":1}',
            "export, line 1: is in format 9, this program knows 1 (update lossledger)",
        ),
    ],
)
def test_a_file_that_is_no_export_is_refused(ledger, first, what):
    with pytest.raises(BadInput) as caught:
        ledger.import_lines([first])
    assert str(caught.value) == what


def test_the_standalone_program_finds_an_export_sound(lines, tmp_path):
    assert verdict(written(tmp_path / "export.jsonl", lines)) == (0, ["sound"])


def test_the_standalone_program_is_short():
    assert len(PROGRAM.read_text("utf-8").splitlines()) <= 150


@pytest.fixture
def key(tmp_path):
    checkpoint.make_key(tmp_path / "key.pem")
    return tmp_path / "key.pem"


def test_a_checkpoint_is_read_back_and_its_signature_holds(lines, path, key, tmp_path):
    with open_ledger(path) as ledger:
        kept = ledger.checkpoint()
        text = checkpoint.signed(kept, key)
        public = checkpoint.public_key(key)
        assert checkpoint.read(text, public) == kept
        assert ledger.verify(checkpoint.read(text, public)).sound
    note = tmp_path / "checkpoint"
    note.write_text(text, "utf-8")
    export = written(tmp_path / "export.jsonl", lines)
    assert verdict(export, note, public) == (0, ["sound"])


def test_a_checkpoint_that_was_changed_is_refused_by_both_programs(lines, path, key, tmp_path):
    with open_ledger(path) as ledger:
        text = checkpoint.signed(ledger.checkpoint(), key)
    public = checkpoint.public_key(key)
    forged = text.replace("\n10\n", "\n11\n")
    with pytest.raises(LedgerError) as caught:
        checkpoint.read(forged, public)
    assert str(caught.value) == ("checkpoint: is not signed by this key (ask who gave it to you)")
    note = tmp_path / "checkpoint"
    note.write_text(forged, "utf-8")
    export = written(tmp_path / "export.jsonl", lines)
    assert verdict(export, note, public) == (
        2,
        [f"{export}: could not be verified: the checkpoint is not signed by this key"],
    )
    assert verdict(export, note) == (
        1,
        ["the checkpoint was signed for 11 rows, the export holds 10"],
    )


def test_a_checkpoint_signed_by_someone_else_is_refused(path, key, tmp_path):
    fill(path)
    checkpoint.make_key(tmp_path / "other.pem")
    with open_ledger(path) as ledger:
        text = checkpoint.signed(ledger.checkpoint(), tmp_path / "other.pem")
    with pytest.raises(LedgerError, match="is not signed by this key"):
        checkpoint.read(text, checkpoint.public_key(key))


def test_what_is_no_checkpoint_or_no_key_is_told(tmp_path, key):
    with pytest.raises(LedgerError) as caught:
        checkpoint.read("hello", where="note.txt")
    assert str(caught.value) == (
        "note.txt: is no checkpoint (make one with `lossledger checkpoint`)"
    )
    with pytest.raises(LedgerError) as caught:
        checkpoint.make_key(key)
    assert str(caught.value) == (f"{key}: no key can be made: file exists (choose another path)")
    (tmp_path / "text").write_text("hello")
    with pytest.raises(LedgerError) as caught:
        checkpoint.public_key(tmp_path / "text")
    assert str(caught.value) == f"{tmp_path / 'text'}: is no secret key"
    assert key.stat().st_mode & 0o777 == 0o600


def test_an_empty_ledger_has_no_checkpoint(ledger):
    with pytest.raises(NotFound) as caught:
        ledger.checkpoint()
    assert str(caught.value) == (
        f"{ledger.where}: there is nothing in the ledger to keep a checkpoint of"
    )


def test_a_proof_that_a_claim_is_in_the_ledger_convinces_the_standalone_program(path, tmp_path):
    fill(path)
    with open_ledger(path) as ledger:
        for claim in ledger.claims():
            proof = ledger.prove(claim.id)
            assert json.loads(proof["row"])["id"] == claim.id
            file = written(tmp_path / "proof.json", [json.dumps(proof)])
            assert verdict(file) == (0, ["sound"])
    proof["row"] = proof["row"].replace("407240", "407241").replace("1160", "1161")
    written(file, [json.dumps(proof)])
    assert verdict(file) == (1, ["the row does not lead to the root"])


def test_a_proof_that_the_ledger_only_grew_convinces_the_standalone_program(path, key, tmp_path):
    fill(path)
    with open_ledger(path) as ledger:
        note = tmp_path / "checkpoint"
        note.write_text(checkpoint.signed(ledger.checkpoint(), key), "utf-8")
        ledger.append([a_reading("about 409820 (+1580) persons")], recorded_at=NOON + timedelta(9))
        file = tmp_path / "proof.json"
        for size in range(1, 15):
            proof = ledger.prove_since(size)
            written(file, [json.dumps(proof)])
            assert verdict(file)[0] == 0, size
        written(file, [json.dumps(ledger.prove_since(10))])
        assert verdict(file, note, checkpoint.public_key(key)) == (0, ["sound"])
        written(file, [json.dumps(ledger.prove_since(9))])
        assert verdict(file, note) == (1, ["the proof is not about the log of the checkpoint"])
        forged = ledger.prove_since(9) | {"old_root": "0" * 64}
        written(file, [json.dumps(forged)])
        assert verdict(file) == (1, ["the later log does not begin with the earlier one"])
        with pytest.raises(NotFound) as caught:
            ledger.prove_since(15)
        assert str(caught.value) == "15 rows: the ledger has 14"
