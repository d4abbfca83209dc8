"""Verify an export of a ledger, or a proof out of it, with Python's standard library alone.

Run `python lossledger_verify.py EXPORT_OR_PROOF [CHECKPOINT [NAME+HASH+KEY]]`. Ends with 0 when
sound, 1 when not, 2 when it could not be verified. Hashes: RFC 9162; signatures: RFC 8032.
"""

import json
import sys
from base64 import b64decode
from functools import reduce
from hashlib import sha256, sha512
from pathlib import Path

P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, BASE = -121665 * pow(121666, P - 2, P) % P, (4 * pow(5, P - 2, P) % P).to_bytes(32, "little")


def node(left, right):
    return sha256(b"\x01" + left + right).digest()


def root_of(peaks):
    return reduce(lambda r, p: node(p, r), reversed(peaks or [sha256(b"").digest()])).hex()


def log_troubles(lines, kept):
    peaks, size, announced, moments, document, held = [], 0, None, set(), {}, {}
    for number, line in enumerate(lines, 1):
        try:
            about = json.loads(line)
            if number == 1:
                announced = about["rows"] if about["row"] == "ledger" else None
            elif about["row"] == "head":
                seen, moments = (size, root_of(peaks), moments), set()
                if (about["rows"], about["root"], {about["at"]}) != seen:
                    yield f"line {number}: the root does not follow from the rows"
            elif about["row"] == "content":
                mid, first = b64decode(about["content"], validate=True), about.get("first", 0)
                base, last = held.pop(about.get("base"), b""), about.get("last", 0)
                content = base[:first] + mid + base[len(base) - last :]
                held |= {about["document"]: content} if about.get("next") else {}
                text = content if about["text"] is None else about["text"].encode()
                hashes = [sha256(p).hexdigest() for p in (content, text, about["layout"].encode())]
                if hashes != [document[k] for k in ("id", "text_hash", "layout_hash")]:
                    yield f"line {number}: these are not the bytes of the document before it"
            else:
                document = about if about["row"] == "document" else document
                leaf, turns = sha256(b"\x00" + line.rstrip("\r\n").encode()).digest(), size
                while turns & 1:
                    leaf, turns = node(peaks.pop(), leaf), turns >> 1
                peaks, size = [*peaks, leaf], size + 1
                moments.add(about["recorded_at"])
                if kept and kept[0] == size and kept[1] != root_of(peaks):
                    yield f"line {number}: the {size} rows are not those of the checkpoint"
        except (ValueError, KeyError, TypeError) as error:
            yield f"line {number}: is no line of an export ({error})"
    if announced != size or moments:
        yield f"the export is cut: it announces {announced} rows and holds {size}"
    if kept and kept[0] > size:
        yield f"the checkpoint was signed for {kept[0]} rows, the export holds {size}"


def climbed(index, last, node_there, path):
    old = new = node_there
    for step in path:
        if last == 0:
            return None
        if index & 1 or index == last:
            old, new = node(step, old), node(step, new)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            new = node(new, step)
        index, last = index >> 1, last >> 1
    return (old.hex(), new.hex()) if last == 0 else None


def proof_troubles(proof, kept):
    path, size, root = [bytes.fromhex(h) for h in proof["path"]], proof["rows"], proof["root"]
    old, old_root = proof.get("old_rows", 0), proof.get("old_root")
    if proof["proof"] == "inclusion":
        leaf = sha256(b"\x00" + proof["row"].encode()).digest()
        reached = 0 <= proof["index"] < size and climbed(proof["index"], size - 1, leaf, path)
        if not reached or reached[1] != root:
            yield "the row does not lead to the root"
    elif not (old == size and not path and old_root == root):
        steps = path if old & (old - 1) else [bytes.fromhex(old_root), *path]
        shift = ((old ^ (old - 1)).bit_length() - 1) if old else 0
        reached = climbed((old - 1) >> shift, (size - 1) >> shift, steps[0], steps[1:])
        if not (0 < old < size and path and reached == (old_root, root)):
            yield "the later log does not begin with the earlier one"
    if kept and kept not in [(size, root), (old, old_root)]:
        yield "the proof is not about the log of the checkpoint"


def plus(a, b):
    k = D * a[0] * b[0] * a[1] * b[1]
    x = (a[0] * b[1] + b[0] * a[1]) * pow(1 + k, P - 2, P) % P
    return x, (a[1] * b[1] + a[0] * b[0]) * pow(1 - k, P - 2, P) % P


def times(n, point):
    rest = times(n >> 1, plus(point, point)) if n else (0, 1)
    return plus(rest, point) if n & 1 else rest


def point_of(raw):
    y, sign = int.from_bytes(raw, "little") % 2**255, raw[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    if x * x % P != square or y >= P or (x == 0 and sign):
        raise ValueError("the key or signature is no point of the curve")
    return (P - x if x & 1 != sign else x, y)


def signed(message, signature, public):
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % ORDER
    right = plus(point_of(signature[:32]), times(k, point_of(public)))
    return len(signature) == 64 and s < ORDER and times(s, point_of(BASE)) == right


def checkpoint_of(text, key):
    body, _, signatures = text.partition("\n\n")
    _, size, root, _ = body.split("\n")
    if key:
        name, _, packed = key.split("+", 2)
        given = (signatures.split(f"— {name} ", 1)[1:] or [""])[0].split("\n")[0]
        if not signed(f"{body}\n".encode(), b64decode(given)[4:], b64decode(packed)[1:]):
            raise ValueError("the checkpoint is not signed by this key")
    return int(size), b64decode(root).hex()


def main(path="", checkpoint="", key=""):
    try:
        kept = checkpoint_of(Path(checkpoint).read_text("utf-8"), key) if checkpoint else None
        with open(path, encoding="utf-8", newline="\n") as file:
            one = json.loads(file.readline())
            file.seek(0)
            found = proof_troubles(one, kept) if "proof" in one else log_troubles(file, kept)
            troubles = list(found)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        return print(f"{path}: could not be verified: {error}") or 2
    print("\n".join(troubles) or "sound")
    return bool(troubles)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
