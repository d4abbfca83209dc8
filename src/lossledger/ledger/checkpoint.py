"""Signed heads of the log: what anyone can keep to hold the ledger against later.

The form is that of the transparency-log world (C2SP "tlog-checkpoint" and "signed note"):
origin, size, root and moment on a line each, an empty line, and a line with the name of the
key and an Ed25519 signature. A public key is one line too: name, key hash, key.
"""

import base64
import binascii
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lossledger.errors import LedgerError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ORIGIN = "lossledger"
_ED25519 = b"\x01"
_DASH = "—"


class Checkpoint(NamedTuple):
    """The log at some moment: its number of rows and its root hash, in hex."""

    size: int
    root: str
    written_at: datetime

    @property
    def text(self) -> str:
        """What is signed."""
        root = base64.b64encode(bytes.fromhex(self.root)).decode()
        return f"{ORIGIN}\n{self.size}\n{root}\n{self.written_at.isoformat()}\n"


def make_key(path: Path) -> None:
    """Make a secret key in a new file that only its owner may read.

    A file that is there already is never overwritten: ``LedgerError``.
    """
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    raw = Ed25519PrivateKey.generate()
    pem = raw.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(0o600, exist_ok=False)
        path.write_bytes(pem)
    except OSError as error:
        what = f"no key can be made: {(error.strerror or 'unknown trouble').lower()}"
        raise LedgerError(str(path), what, "choose another path") from error


def public_key(path: Path, name: str = ORIGIN) -> str:
    """The public line of a secret key, to be given to whoever keeps checkpoints."""
    public = _secret(path).public_key().public_bytes_raw()
    return f"{name}+{_key_hash(name, public).hex()}+{base64.b64encode(_ED25519 + public).decode()}"


def signed(checkpoint: Checkpoint, path: Path, name: str = ORIGIN) -> str:
    """The checkpoint with its signature by the secret key at ``path``."""
    secret = _secret(path)
    mark = _key_hash(name, secret.public_key().public_bytes_raw())
    signature = base64.b64encode(mark + secret.sign(checkpoint.text.encode())).decode()
    return f"{checkpoint.text}\n{_DASH} {name} {signature}\n"


def read(text: str, key: str | None = None, where: str = "checkpoint") -> Checkpoint:
    """The checkpoint that a text holds; with a public ``key`` its signature must be right.

    A text that is no checkpoint, or is not signed by that key, raises ``LedgerError``.
    """
    try:
        body, _, signatures = text.partition("\n\n")
        origin, size, root, moment = body.split("\n")
        found = Checkpoint(int(size), base64.b64decode(root).hex(), datetime.fromisoformat(moment))
        if origin != ORIGIN or len(found.root) != 64 or found.text != f"{body}\n":
            raise ValueError(origin)
    except ValueError as error:
        raise LedgerError(
            where, "is no checkpoint", "make one with `lossledger checkpoint`"
        ) from error
    if key is not None and not _signed_by(found.text, signatures, key):
        raise LedgerError(where, "is not signed by this key", "ask who gave it to you")
    return found


def _signed_by(text: str, signatures: str, key: str) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        name, mark, packed = key.strip().split("+", 2)
        raw = base64.b64decode(packed, validate=True)
        if raw[:1] != _ED25519 or mark != _key_hash(name, raw[1:]).hex():
            raise ValueError(mark)
        public = Ed25519PublicKey.from_public_bytes(raw[1:])
    except ValueError as error:
        raise LedgerError("key", "is no public key", "it looks like name+hash+key") from error
    for line in signatures.splitlines():
        try:
            dash, signer, signature = line.split(" ")
            given = base64.b64decode(signature, validate=True)
            if (dash, signer, given[:4].hex()) == (_DASH, name, mark):
                public.verify(given[4:], text.encode())
                return True
        except (ValueError, binascii.Error, InvalidSignature):
            continue
    return False


def _key_hash(name: str, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:4]


def _secret(path: Path) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        secret = load_pem_private_key(path.read_bytes(), None)
    except OSError as error:
        what = (error.strerror or "cannot be read").lower()
        raise LedgerError(
            str(path), what, "make a key with `lossledger checkpoint --new-key`"
        ) from error
    except (ValueError, TypeError) as error:
        raise LedgerError(str(path), "is no secret key") from error
    if not isinstance(secret, Ed25519PrivateKey):
        raise LedgerError(str(path), "is no Ed25519 key")
    return secret
