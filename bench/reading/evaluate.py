"""Precision, recall and F1 of the reader on texts labelled by hand, field by field.

    python bench/reading/evaluate.py --set en-dev --set uk-dev --errors
    python bench/reading/evaluate.py --confusion metric
    python bench/reading/evaluate.py --json > figures.json

A set is a file of ``gold/`` (form and conventions: ``GUIDE.md``). A claim of the reader and a
labelled one are the same when their numbers' words overlap in the original bytes; each is used
once. A field's *precision* is the share of the reader's claims that are labelled and have the
field right; its *recall* the share of labelled claims that were read with the field right; so a
number claimed by mistake and a number missed both count against every field.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.model import Claim, Document, Reading
from lossledger.period import KYIV

HERE = Path(__file__).resolve().parent
GOLD = HERE / "gold"
SHARED = HERE.parents[2] / "shared" / "data"
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
"""One fixed moment of retrieval: nothing read depends on it."""

FIELDS = ("value", "bound", "hedge", "metric", "scope", "party", "claimant", "relays", "period",
          "stance")  # fmt: skip
RECORD = ("value", "bound", "metric", "scope", "party", "claimant", "period")
"""The fields that a full record needs right."""

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_MARKS = str.maketrans("", "", "«»\"“”„'’‘")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled claim: its bytes in the text, and what each field should be."""

    words: str
    nth: int
    span: tuple[int, int]
    expected: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """A labelled text, ready to be read."""

    id: str
    part: str
    kind: str
    language: str
    document: Document
    claims: tuple[Labelled, ...]
    ignored: tuple[tuple[str, int, tuple[int, int], str], ...]


@dataclass(slots=True)
class Tally:
    """Counts of one group of texts: labelled, read, and right by field."""

    texts: int = 0
    gold: int = 0
    read: int = 0
    matched: int = 0
    right: Counter[str] = field(default_factory=Counter)
    ignored: Counter[str] = field(default_factory=Counter)

    def score(self, name: str) -> tuple[float, float, float]:
        """(precision, recall, F1) of a field; ``record`` is the full record."""
        right = self.right[name]
        p = right / self.read if self.read else 1.0 if not self.gold else 0.0
        r = right / self.gold if self.gold else 1.0 if not self.read else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0

    def as_json(self) -> dict[str, Any]:
        """All figures of the group."""
        scores = {}
        for name in ("found", *FIELDS, "record"):
            p, r, f = self.score(name)
            scores[name] = {"precision": round(p, 4), "recall": round(r, 4), "f1": round(f, 4)}
        return {
            "texts": self.texts,
            "gold": self.gold,
            "read": self.read,
            "matched": self.matched,
            "fields": scores,
            "ignored": dict(self.ignored),
        }


@dataclass(frozen=True, slots=True)
class Error:
    """A field that came out wrong; ``field`` is ``missed`` or ``extra`` for whole numbers."""

    text: str
    number: str
    field: str
    expected: Any
    got: Any


# -- reading gold files ------------------------------------------------------------------------


def sets(folder: Path | None = None) -> list[str]:
    """The names of the gold files."""
    return sorted(path.stem for path in (folder or GOLD).glob("*.jsonl"))


def texts(
    name: str, skipped: list[str] | None = None, *, folder: Path | None = None
) -> Iterator[Text]:
    """The labelled texts of a set; ids of those whose file is absent go to ``skipped``."""
    with ((folder or GOLD) / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            body = row["text"] if "text" in row else shared_text(row["file"], row["line"])
            if body is None:
                (skipped if skipped is not None else []).append(row["id"])
                continue
            yield _text(row, body, name.rpartition("-")[2])


def shared_text(file: str, number: int) -> str | None:
    """The text on a line (from 1) of the shared data, ``None`` where the file is absent."""
    path = SHARED / file
    if not path.is_file():
        return None
    if path.suffix != ".jsonl":
        return path.read_text(encoding="utf-8")
    with path.open(encoding="utf-8") as lines:
        row = next(json.loads(line) for n, line in enumerate(lines, 1) if n == number)
    text: str = row.get("text") or row["html"]
    return text


def _text(row: dict[str, Any], body: str, part: str) -> Text:
    day = datetime.combine(date.fromisoformat(row["published"]), time(12), KYIV)
    document = document_from_text(
        body,
        retrieved_at=READ_AT,
        published_at=day,
        outlet=row.get("outlet"),
        origin=row["id"],
        media_type="text/plain",
    )
    claims = tuple(
        Labelled(c["text"], c["nth"], place(body, c["text"], c["nth"], row["id"]), expected(c))
        for c in row["claims"]
    )
    ignored = tuple(
        (i["text"], i["nth"], place(body, i["text"], i["nth"], row["id"]), i["reason"])
        for i in row["ignored"]
    )
    return Text(row["id"], part, row["kind"], row["language"], document, claims, ignored)


def place(body: str, words: str, nth: int, where: str) -> tuple[int, int]:
    """The bytes of the ``nth`` occurrence of some words (as in ``str.find``, none overlapping)."""
    at = -len(words)
    for _ in range(nth):
        at = body.find(words, at + len(words))
        if at < 0:
            raise SystemExit(f"{where}: {words!r} does not occur {nth} times in the text")
    start = len(body[:at].encode())
    return start, start + len(words.encode())


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """The fields of a label in the form in which they are compared."""
    period = row["period"]
    return {
        "value": (row["low"], row["high"]),
        "bound": _bound(row["low"], row["high"], row["strict"]),
        "hedge": row["hedge"],
        "metric": row["metric"],
        "scope": tuple(sorted(row["scope"])) if row["scope"] else None,
        "party": row["party"],
        "claimant": _who(row["claimant"]),
        "relays": tuple(_who(r) for r in row["relays"]),
        "period": (period["start"], period["end"], period["kind"]),
        "stance": row["stance"],
    }


def got(claim: Claim) -> dict[str, Any]:
    """The same fields of a claim of the reader."""
    quantity, period = claim.quantity, claim.period
    return {
        "value": (quantity.low, quantity.high),
        "bound": _bound(quantity.low, quantity.high, quantity.strict),
        "hedge": quantity.hedge,
        "metric": claim.metric,
        "scope": tuple(sorted(claim.scope)) if claim.scope else None,
        "party": claim.party,
        "claimant": _who(claim.claimant),
        "relays": tuple(_who(r) for r in claim.relays),
        "period": (_iso(period.start), _iso(period.end), period.kind),
        "stance": claim.stance,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _bound(low: int | None, high: int | None, strict: bool) -> str:
    """Which side is open, and whether the other excludes its figure."""
    side = "above" if high is None else "below" if low is None else "range" if low != high else ""
    return f"{'strictly ' if strict else ''}{side}".strip() or "exact"


def _who(name: str | None) -> str | None:
    """A source id or a name, without article, quotation marks and capitals."""
    if name is None:
        return None
    return _ARTICLE.sub("", name.translate(_MARKS).strip()).casefold()


# -- comparing ---------------------------------------------------------------------------------


def pairs(text: Text, reading: Reading) -> list[tuple[Labelled | None, Claim | None]]:
    """Labels and claims whose words overlap, the closest first, each used once; then the rest."""
    claims = list(reading.claims)
    overlaps = []
    for g, label in enumerate(text.claims):
        for c, claim in enumerate(claims):
            a, b = claim.byte_span.start, claim.byte_span.end
            common = min(b, label.span[1]) - max(a, label.span[0])
            if common > 0:
                same = (claim.quantity.low, claim.quantity.high) == label.expected["value"]
                union = max(b, label.span[1]) - min(a, label.span[0])
                overlaps.append((-common / union, not same, g, c))
    gold_left, read_left = set(range(len(text.claims))), set(range(len(claims)))
    found: list[tuple[Labelled | None, Claim | None]] = []
    for _, _, g, c in sorted(overlaps):
        if g in gold_left and c in read_left:
            gold_left.discard(g)
            read_left.discard(c)
            found.append((text.claims[g], claims[c]))
    found += [(text.claims[g], None) for g in sorted(gold_left)]
    found += [(None, claims[c]) for c in sorted(read_left)]
    return found


def compare(text: Text, reading: Reading, tally: Tally) -> list[Error]:
    """Add one text to a tally and list what is wrong in it, in text order."""
    errors = []
    tally.texts += 1
    tally.gold += len(text.claims)
    tally.read += len(reading.claims)
    for label, claim in pairs(text, reading):
        if label is None and claim is not None:
            here = (claim.byte_span.start, claim.quote, "extra", None, _in_short(got(claim)))
            errors.append(here)
        elif claim is None and label is not None:
            fate = _fate(reading, label.span)
            here = (label.span[0], label.words, "missed", _in_short(label.expected), fate)
            errors.append(here)
        elif label is not None and claim is not None:
            said = got(claim)
            wrong = [f for f in FIELDS if said[f] != label.expected[f]]
            tally.matched += 1
            tally.right["found"] += 1
            tally.right.update(f for f in FIELDS if f not in wrong)
            tally.right["record"] += not set(wrong) & set(RECORD)
            errors += [(label.span[0], label.words, f, label.expected[f], said[f]) for f in wrong]
    _ignored(text, reading, tally)
    errors.sort(key=lambda e: e[0])
    return [Error(text.id, *e[1:]) for e in errors]


def _fate(reading: Reading, span: tuple[int, int]) -> str:
    """What became of a labelled number that no claim holds."""
    to_bytes = reading.document.offsets.byte_span
    for ignored in reading.ignored:
        place = to_bytes(ignored.span)
        if place.start < span[1] and span[0] < place.end:
            return f"ignored: {ignored.reason}"
    for unread in reading.unread:
        place = to_bytes(unread.span)
        if place.start < span[1] and span[0] < place.end:
            return "unread"
    return "not seen"


def _ignored(text: Text, reading: Reading, tally: Tally) -> None:
    """Count what became of the numbers that are labelled as none of the reader's business."""
    for _, _, span, reason in text.ignored:
        tally.ignored["labelled"] += 1
        if any(c.byte_span.start < span[1] and span[0] < c.byte_span.end for c in reading.claims):
            tally.ignored["claimed"] += 1
            continue
        fate = _fate(reading, span)
        tally.ignored["same reason"] += fate == f"ignored: {reason}"
        tally.ignored[fate.partition(":")[0]] += 1


def _in_short(fields: dict[str, Any]) -> str:
    return " ".join(str(fields[f]) for f in ("value", "metric", "party", "claimant"))


# -- groups and printing -----------------------------------------------------------------------

Reader = Callable[[Document], Reading]


def evaluate(
    names: Iterable[str],
    reader: Reader = read,
    only: str | None = None,
    folder: Path | None = None,
) -> tuple[dict[str, Tally], list[Error], list[str]]:
    """Tallies by group, all errors, and the ids skipped for want of their file.

    Groups: ``dev``, ``test`` and so on as a whole, each of them by language, and by kind of
    text. ``only`` keeps the texts whose id contains it.
    """
    tallies: dict[str, Tally] = {}
    errors: list[Error] = []
    skipped: list[str] = []
    for name in names:
        for text in texts(name, skipped, folder=folder):
            if only and only not in text.id:
                continue
            reading = reader(text.document)
            groups = (text.part, f"{text.part} {text.language}", f"{text.part} / {text.kind}")
            found: list[Error] = []
            for group in groups:
                found = compare(text, reading, tallies.setdefault(group, Tally()))
            errors += found
    return dict(sorted(tallies.items())), errors, skipped


def table(tallies: dict[str, Tally]) -> str:
    """F1 in percent by group and field, with the full record's precision and recall."""
    heads = ("found", *FIELDS)
    first = max((len(g) for g in tallies), default=5) + 2
    lines = ["group".ljust(first) + "texts  gold  read " + "".join(h.rjust(9) for h in heads)
             + "   RECORD  (prec.   rec.)"]  # fmt: skip
    for group, t in tallies.items():
        cells = "".join(f"{100 * t.score(h)[2]:9.1f}" for h in heads)
        p, r, f = t.score("record")
        lines.append(f"{group:<{first}}{t.texts:5d}{t.gold:6d}{t.read:6d} {cells}"
                     f"{100 * f:9.1f}  ({100 * p:5.1f}  {100 * r:5.1f})")  # fmt: skip
    return "\n".join(lines)


def ignored_table(tallies: dict[str, Tally]) -> str:
    """What became of the numbers labelled as ignored, by group."""
    lines = ["numbers labelled as none of the reader's business:"]
    for group, t in tallies.items():
        if "/" not in group:
            said = ", ".join(f"{n} {k}" for k, n in t.ignored.items() if k != "labelled")
            lines.append(f"  {group}: {t.ignored['labelled']} labelled; {said or 'none read'}")
    return "\n".join(lines)


def confusions(errors: Iterable[Error], name: str) -> str:
    """How often each value of a field was taken for another, most often first."""
    counts = Counter((str(e.expected), str(e.got)) for e in errors if e.field == name)
    lines = [f"{name}: expected -> got"]
    lines += [f"{n:5d}  {a} -> {b}" for (a, b), n in counts.most_common()]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Print the scores that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--set", action="append", metavar="NAME", help="a gold file; repeatable")
    parser.add_argument("--gold", type=Path, default=GOLD, metavar="FOLDER",
                        help="labelled texts kept elsewhere, such as those of others")  # fmt: skip
    parser.add_argument("--only", help="texts whose id contains this")
    parser.add_argument("--errors", action="store_true", help="every wrong field")
    parser.add_argument("--confusion", nargs="?", const="all", help="of all fields, or of one",
                        choices=("all", "missed", *FIELDS))  # fmt: skip
    parser.add_argument("--json", action="store_true", help="all figures as JSON")
    options = parser.parse_args(arguments)
    known = sets(options.gold)
    if unknown := [name for name in options.set or () if name not in known]:
        parser.error(f"no set {unknown[0]!r} in {options.gold}; there are {', '.join(known)}")
    tallies, errors, skipped = evaluate(
        options.set or known, only=options.only, folder=options.gold
    )
    if options.json:
        figures = {group: tally.as_json() for group, tally in tallies.items()}
        listed = [[e.text, e.number, e.field, e.expected, e.got] for e in errors]
        shown = {"groups": figures, "skipped": skipped, "errors": listed if options.errors else []}
        print(json.dumps(shown, ensure_ascii=False, indent=1))
        return 0
    if options.errors:
        for e in errors:
            print(f"{e.text}\t{e.number}\t{e.field}\texpected {e.expected}\tgot {e.got}")
        print()
    if options.confusion:
        chosen = FIELDS if options.confusion == "all" else (options.confusion,)
        print("\n\n".join(confusions(errors, name) for name in chosen), end="\n\n")
    print(table(tallies), ignored_table(tallies), sep="\n\n")
    if skipped:
        print(f"\nskipped, their file is absent: {', '.join(skipped)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
