"""``verify``, ``checkpoint``, ``prove``: that nobody changed what the ledger holds."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lossledger.cli import output
from lossledger.cli.options import (
    as_of_option,
    json_option,
    ledger_option,
    options,
    quiet_option,
    reading,
)
from lossledger.errors import BadInput

if TYPE_CHECKING:
    from lossledger.ledger import Verified
    from lossledger.ledger.checkpoint import Checkpoint

VERIFY_EXAMPLES = """\b
Examples:
  lossledger verify
  lossledger verify --checkpoint kept.txt --key lossledger+1a2b3c4d+AQ...
  lossledger verify --json

Exit codes: 0 sound, 1 something was changed, 2 it could not be verified.
"""
CHECKPOINT_EXAMPLES = """\b
Examples:
  lossledger checkpoint > kept.txt             keep it where nobody can change it
  lossledger checkpoint --key desk.key --json
"""
PROVE_EXAMPLES = """\b
Examples:
  lossledger prove 1a2b3c4d > proof.json       that a claim is in the ledger
  lossledger prove --since kept.txt            that the ledger still holds that past
  python verify/lossledger_verify.py proof.json kept.txt
"""


@click.command("verify", epilog=VERIFY_EXAMPLES)
@options(
    click.option("--checkpoint", "kept", metavar="FILE", help="A checkpoint that was kept."),
    click.option("--key", metavar="KEY|FILE", help="The public key that signed it."),
    as_of_option,
    ledger_option,
    json_option,
    quiet_option,
)
def verify_command(
    kept: str | None,
    key: str | None,
    as_of: datetime | None,
    where: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """Hold every row, document and head of the ledger against its log.

    Names what was changed, deleted, inserted or put in another order since it was written.
    Someone who writes the whole ledger anew is found by a checkpoint that was kept elsewhere.
    With --as-of all is verified too, and told is what the ledger held at that moment.
    """
    if key is not None and kept is None:
        raise click.UsageError("--key goes with --checkpoint FILE")
    past = _checkpoint(kept, _public(key)) if kept is not None else None
    with reading(where, as_of) as ledger:
        found = ledger.verify(past)
        place = ledger.where
    if as_json:
        output.json_line(_verified_json(found, past, place, key is not None))
    elif not quiet:
        _tell(found, past, place, key is not None)
    return 0 if found.sound else 1


def _tell(found: "Verified", past: "Checkpoint | None", place: str, signed: bool) -> None:
    for trouble in found.troubles:
        output.line(f"{trouble.where}: {trouble.what}")
    size = f"{found.rows:,} rows and {found.documents:,} documents, root {found.root[:16]}"
    verdict = "sound" if found.sound else f"NOT SOUND ({len(found.troubles):,} troubles)"
    output.line(f"{place}: {verdict}, {size}")
    if found.left_out:
        output.line(f"{found.left_out:,} of the documents are here without their bytes")
    if past is not None and found.sound:
        how = "its signature is right" if signed else "its signature was not checked: give --key"
        output.line(f"it contains the checkpoint of {past.size:,} rows, {past.written_at} ({how})")


def _verified_json(
    found: "Verified", past: "Checkpoint | None", place: str, signed: bool
) -> dict[str, Any]:
    return {
        "ledger": place,
        "sound": found.sound,
        "rows": found.rows,
        "documents": found.documents,
        "without_bytes": found.left_out,
        "root": found.root,
        "checkpoint": None
        if past is None
        else {"rows": past.size, "root": past.root, "at": past.written_at, "signed": signed},
        "troubles": [trouble._asdict() for trouble in found.troubles],
    }


@click.command("checkpoint", epilog=CHECKPOINT_EXAMPLES)
@options(
    click.option("--key", metavar="FILE", help="Your secret key; made when it is missing."),
    as_of_option,
    ledger_option,
    json_option,
    quiet_option,
)
def checkpoint_command(
    key: str | None, as_of: datetime | None, where: str | None, as_json: bool, quiet: bool
) -> None:
    """Print the signed head of the ledger, for anyone to keep.

    Whoever keeps it can show later whether the ledger still holds this past. The key (Ed25519)
    is made when there is none, for its owner alone, with its public half beside it in a file
    that ends in .pub: give that to those who keep checkpoints.
    """
    from lossledger.ledger import checkpoint

    path = Path(key) if key else _default_key()
    with reading(where, as_of) as ledger:
        head = ledger.checkpoint()
    if not path.exists():
        checkpoint.make_key(path)
        _write(path.with_name(f"{path.name}.pub"), f"{checkpoint.public_key(path)}\n")
        output.say(f"made a key: {path} (secret), {path}.pub (to be given away)", quiet=quiet)
    note, public = checkpoint.signed(head, path), checkpoint.public_key(path)
    if as_json:
        about = {"rows": head.size, "root": head.root, "at": head.written_at}
        output.json_line({**about, "key": public, "checkpoint": note})
    else:
        click.echo(note, nl=False)


@click.command("prove", epilog=PROVE_EXAMPLES)
@click.argument("claim", required=False)
@options(
    click.option("--since", metavar="FILE", help="A checkpoint: prove that only rows were added."),
    as_of_option,
    ledger_option,
)
def prove_command(
    claim: str | None, since: str | None, as_of: datetime | None, where: str | None
) -> None:
    """Print a proof, as JSON, that a claim is in the ledger, or that it only grew.

    CLAIM is an id or its beginning. A proof can be verified without the ledger and without this
    program, by the short one in verify/ or by any program for RFC 9162.
    """
    if (claim is None) == (since is None):
        raise click.UsageError("give the id of a CLAIM, or --since FILE with a checkpoint")
    past = _checkpoint(since, None) if since is not None else None
    with reading(where, as_of) as ledger:
        proof = ledger.prove(claim) if claim is not None else {}
        if past is not None:
            proof = ledger.prove_since(past.size)
    output.json_line(proof)
    if past is not None and proof["old_root"] != past.root:
        what = "the ledger does not contain this past: the roots differ"
        raise BadInput(str(since), what, "see lossledger verify --checkpoint")


def _checkpoint(path: str, key: str | None) -> "Checkpoint":
    """A checkpoint from its file: the note itself, or the JSON of ``checkpoint --json``."""
    from lossledger.ledger import checkpoint

    text = _read(path)
    try:
        held = json.loads(text)
        text = held["checkpoint"] if isinstance(held, dict) else text
    except (ValueError, KeyError):
        pass
    return checkpoint.read(str(text), key, path)


def _public(key: str | None) -> str | None:
    """A public key: the line itself, or the file that holds it."""
    if key is None or (key.count("+") >= 2 and not Path(key).exists()):
        return key
    return _read(key).strip()


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise BadInput(path, what, "check the path") from error
    except UnicodeDecodeError as error:
        raise BadInput(path, "is not UTF-8 text", "check the path") from error


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise BadInput(str(path), what, "choose another path with --key") from error


def _default_key() -> Path:
    from platformdirs import user_data_path

    return user_data_path("lossledger") / "checkpoint.key"
