"""Change proofs and signed checkpoints in random ways: is a false one ever accepted?

    python tests/faults/forged_proofs.py [--proofs N] [--checkpoints N] [--seed N] [--short]

Honest proofs of a ledger (that a claim is in it, and that it only grew) are changed in one to
three places: a bit, a digit, a step left out, doubled, exchanged or taken from another proof, a
place, a size, a root, another claim's row. Each is held against the signed checkpoint of the
ledger by the program in ``verify/`` and by the package's own functions. Ends with 1 when one
that says something else than an honest proof was accepted, or an honest one was refused.
"""

import argparse
import copy
import importlib.util
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
sys.path.insert(0, str(Path(__file__).parent))

from kills import a_report
from ledger_samples import NOON

from lossledger.errors import LedgerError
from lossledger.ledger import checkpoint, open_ledger
from lossledger.ledger.merkle import consistent, included, leaf_hash

PROGRAM = Path(__file__).parents[2] / "verify" / "lossledger_verify.py"
Json = dict[str, Any]


def the_program() -> Any:
    about = importlib.util.spec_from_file_location("lossledger_verify", PROGRAM)
    assert about is not None
    assert about.loader is not None
    program = importlib.util.module_from_spec(about)
    about.loader.exec_module(program)
    return program


def by_the_program(program: Any, proof: Json, kept: tuple[int, str]) -> bool:
    try:
        return not list(program.proof_troubles(proof, kept))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return False


def by_the_package(proof: Json, kept: tuple[int, str]) -> bool:
    try:
        size, root = proof["rows"], bytes.fromhex(proof["root"])
        path = [bytes.fromhex(step) for step in proof["path"]]
        if (size, proof["root"]) != kept:
            return False
        if proof["proof"] == "inclusion":
            leaf = leaf_hash(proof["row"].encode())
            return included(leaf, proof["index"], size, path, root)
        return consistent(proof["old_rows"], bytes.fromhex(proof["old_root"]), size, root, path)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def changed_hex(rng: random.Random, text: str) -> str:
    raw = bytearray(bytes.fromhex(text))
    way = rng.randrange(4)
    if way == 0 and raw:
        raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
    elif way == 1:
        raw = bytearray(rng.randbytes(32))
    elif way == 2:
        raw = raw[:-1]
    else:
        raw = raw + rng.randbytes(1)
    return raw.hex()


def changed_number(rng: random.Random, number: int) -> int:
    return rng.choice(
        (number + 1, number - 1, -number, number ^ 1 << rng.randrange(12), rng.randrange(400), 0)
    )


def changed_row(rng: random.Random, row: str) -> str:
    spot = rng.randrange(len(row))
    way = rng.randrange(4)
    if way == 0:
        return row[:spot] + chr(32 + rng.randrange(95)) + row[spot + 1 :]
    if way == 1:
        return row[:spot] + row[spot + 1 :]
    if way == 2:
        return row[:spot] + rng.choice((" ", "\n", "0", "\u00e9")) + row[spot:]
    return row.replace('"low":', f'"low":{rng.randrange(1, 10)}', 1)


def change(rng: random.Random, proof: Json, other: Json) -> None:
    """Change the proof in one place."""
    path = proof["path"]
    names = [k for k in ("row", "index", "rows", "root", "old_rows", "old_root") if k in proof]
    name = rng.choice([*names, "path", "path", "path", "other"])
    if name == "row":
        proof["row"] = changed_row(rng, proof["row"])
    elif name in ("root", "old_root"):
        proof[name] = changed_hex(rng, proof[name])
    elif name == "other":
        mine = rng.choice([k for k in proof if k in other and k != "proof"])
        proof[mine] = copy.deepcopy(other[mine])
    elif name != "path":
        proof[name] = changed_number(rng, proof[name])
    else:
        change_path(rng, path, other["path"])


def change_path(rng: random.Random, path: list[str], other: list[str]) -> None:
    spot = rng.randrange(len(path)) if path else 0
    way = rng.choice(("bit", "drop", "double", "swap", "more", "other", "none"))
    if way == "more" or not path:
        path.insert(spot, rng.choice([*other, rng.randbytes(32).hex()]))
    elif way == "bit":
        path[spot] = changed_hex(rng, path[spot])
    elif way == "drop":
        del path[spot]
    elif way == "double":
        path.insert(spot, path[spot])
    elif way == "swap":
        place = rng.randrange(len(path))
        path[spot], path[place] = path[place], path[spot]
    elif way == "other" and other:
        path[spot] = rng.choice(other)
    else:
        path.clear()


def honest_proofs(folder: Path) -> tuple[list[Json], checkpoint.Checkpoint]:
    with open_ledger(folder / "ledger") as ledger:
        for number in range(14):
            ledger.append([a_report(number)], recorded_at=NOON)
        kept = ledger.checkpoint()
        proofs = [ledger.prove(claim.id) for claim in ledger.claims()[::4]]
        proofs += [ledger.prove_since(size) for size in range(1, kept.size + 1, 4)]
    return proofs, kept


def forged_checkpoints(number: int, rng: random.Random, text: str, public: str) -> int:
    """How many changed checkpoints were accepted although they say something else."""
    honest, accepted = checkpoint.read(text, public), 0
    for _ in range(number):
        false = text
        for _ in range(rng.randrange(1, 3)):
            spot = rng.randrange(len(false))
            letter = rng.choice((chr(32 + rng.randrange(95)), "", "\n", false[spot] * 2))
            false = false[:spot] + letter + false[spot + 1 :]
        try:
            accepted += checkpoint.read(false, public) != honest
        except LedgerError:
            continue
    return accepted


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--proofs", type=int, default=100_000)
    parser.add_argument("--checkpoints", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--short", action="store_true", help="2,000 proofs, 500 checkpoints")
    chosen = parser.parse_args()
    number, notes = (2000, 500) if chosen.short else (chosen.proofs, chosen.checkpoints)
    rng, program = random.Random(chosen.seed), the_program()
    with tempfile.TemporaryDirectory() as name:
        proofs, head = honest_proofs(Path(name))
        checkpoint.make_key(Path(name) / "key")
        text = checkpoint.signed(head, Path(name) / "key")
        public = checkpoint.public_key(Path(name) / "key")
    kept = (head.size, head.root)
    honest = {json.dumps(proof, sort_keys=True) for proof in proofs}
    refused = [
        p for p in proofs if not (by_the_program(program, p, kept) and by_the_package(p, kept))
    ]
    accepted, tried = [], 0
    while tried < number:
        proof = copy.deepcopy(rng.choice(proofs))
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            change(rng, proof, rng.choice(proofs))
        if json.dumps(proof, sort_keys=True) in honest:
            continue
        tried += 1
        if by_the_program(program, proof, kept) or by_the_package(proof, kept):
            accepted.append(proof)
    notes_accepted = forged_checkpoints(notes, rng, text, public)
    print(
        f"{len(proofs)} honest proofs of a ledger of {head.size} rows: {len(refused)} refused;"
        f" {tried} changed ones: {len(accepted)} accepted;"
        f" {notes} changed checkpoints: {notes_accepted} accepted"
    )
    for proof in accepted[:3]:
        print(json.dumps(proof))
    return 1 if accepted or refused or notes_accepted else 0


if __name__ == "__main__":
    sys.exit(main())
