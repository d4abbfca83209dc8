"""The reader beside extractors from the registry, on the same texts in the same run.

    pip install --group bench        # the peers; none of them is needed to run lossledger
    python bench/reading/peers.py

For each English text with labels (``en-story`` is the reference story) it counts how many
labelled values are found at their place, for how many the thing counted is told, and how many
full records (value, metric, scope, party, claimant, days) come out; and it measures kilobytes a
second of each in one process. A peer that does not import is named with the reason.

A peer has the thing counted when words of its unit or of its concept mean the label's metric in
our English table; claimants, parties and days are in no peer's output. Then it compares the
claimant of each labelled number in digits with a naive rule: the source named nearest to it.
"""

import argparse
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import evaluate
from evaluate import RECORD, Labelled, Text

from lossledger.extract import read
from lossledger.extract.tokens import fold, sentences
from lossledger.model import Reading
from lossledger.vocabulary.lexicon import lexicon

PEOPLE = ("people", "casualties", "personnel", "civilians")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What an extractor found: characters of the text, the values, the words of the thing."""

    start: int
    end: int
    values: tuple[float, ...]
    thing: str = ""


Extractor = Callable[[str], list[Quantity]]


@dataclass(slots=True)
class Score:
    """One extractor on one set of texts."""

    name: str
    labelled: int = 0
    values: int = 0
    things: int = 0
    records: int = 0
    extra: int | None = None
    kilobytes_a_second: float = 0.0


# -- the peers ---------------------------------------------------------------------------------


def quantulum3() -> Extractor:
    """quantulum3, without its classifier of units, which needs a second package."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

    def extract(text: str) -> list[Quantity]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = parser.parse(text)
        return [Quantity(*q.span, (q.value,), q.unit.name) for q in found]

    return extract


def cqe() -> Extractor:
    """CQE, with the spaCy model that it loads."""
    from CQE import CQE

    parser = CQE.CQE()

    def extract(text: str) -> list[Quantity]:
        found = []
        for q in parser.parse(text):
            tokens = list(q.get_char_indices().values()) if hasattr(q, "get_char_indices") else []
            places = [place for group in tokens for place in group]
            start = min((a for a, _ in places), default=0)
            end = max((b for _, b in places), default=0)
            value = getattr(q.value, "value", q.value)
            values = tuple(value) if isinstance(value, tuple | list) else (value,)
            thing = f"{q.unit} {getattr(q, 'referred_concepts', '')}"
            found.append(Quantity(start, end, values, thing))
        return found

    return extract


PEERS: dict[str, Callable[[], Extractor]] = {"quantulum3": quantulum3, "CQE": cqe}


# -- texts -------------------------------------------------------------------------------------


def english_gold(part: str) -> list[Text]:
    """The labelled English texts of a part."""
    return [t for t in evaluate.texts(f"en-{part}") if t.document.language == "en"]


# -- scores ------------------------------------------------------------------------------------


def score_reader(texts: Iterable[Text]) -> Score:
    """Our own reader, by the same questions."""
    score = Score("lossledger", extra=0)
    for text in texts:
        score.labelled += len(text.claims)
        for label, claim in evaluate.pairs(text, read(text.document)):
            if label is None:
                score.extra = (score.extra or 0) + 1
            elif claim is not None:
                said = evaluate.got(claim)
                score.values += bool(set(_figures(said)) & set(_figures(label.expected)))
                score.things += said["metric"] == label.expected["metric"]
                score.records += all(said[f] == label.expected[f] for f in RECORD)
    return score


def score_peer(name: str, extract: Extractor, texts: Iterable[Text]) -> Score:
    """An extractor of quantities: values at their place, and what is counted."""
    score = Score(name)
    for text in texts:
        body = text.document.content.decode()
        found = extract(body)
        score.labelled += len(text.claims)
        for label in text.claims:
            start = len(text.document.content[: label.span[0]].decode())
            end = start + len(label.words)
            here = [q for q in found if q.start < end and start < q.end]
            figures = _figures(label.expected)
            right = [q for q in here if any(v in figures for v in q.values)]
            score.values += bool(right)
            score.things += any(_means(q.thing, label.expected["metric"]) for q in right)
    return score


def _figures(fields: dict[str, Any]) -> tuple[int, ...]:
    return tuple(v for v in fields["value"] if v is not None)


def _means(words: str, metric: str) -> bool:
    """Whether some words mean a metric in the English table."""
    tokens = words.replace("_", " ").split()
    tags = lexicon("en").tag(tokens, [fold(t) for t in tokens]) if tokens else []
    meanings = {str(m.meaning) for here in tags for m in here or () if m.kind == "metric"}
    return metric in meanings or (metric in PEOPLE and bool(meanings & set(PEOPLE)))


def speed(work: Callable[[Text], object], texts: list[Text], runs: int = 3) -> float:
    """Kilobytes a second of processor time, the best of a few runs."""
    size = sum(len(t.document.content) for t in texts) / 1024
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - start)
    return size / best


# -- digits to source --------------------------------------------------------------------------


def sources_of_digits(part: str) -> dict[str, dict[str, float]]:
    """F1 of the claimant of labelled numbers in digits: the reader, and the nearest source.

    The naive rule is told which numbers are claims, the reader is not.
    """
    counts = {"reader": [0, 0, 0], "nearest named source": [0, 0, 0]}
    for name in (n for n in evaluate.sets() if n.endswith(f"-{part}")):
        for text in evaluate.texts(name):
            reading = read(text.document)
            for label, claim in evaluate.pairs(text, reading):
                if label and not any(c.isdigit() for c in label.words):
                    continue
                if label is None and claim and not any(c.isdigit() for c in claim.quote):
                    continue
                _count(counts["reader"], label, evaluate.got(claim)["claimant"] if claim else None)
                if label:
                    _count(counts["nearest named source"], label, _nearest(text, reading, label))
    return {name: _f1(*numbers) for name, numbers in counts.items()}


def _count(numbers: list[int], label: Labelled | None, said: str | None) -> None:
    """Add one number to [right, said, labelled]."""
    expected = label.expected["claimant"] if label else None
    numbers[0] += said is not None and said == expected
    numbers[1] += said is not None
    numbers[2] += expected is not None


def _nearest(text: Text, reading: Reading, label: Labelled) -> str | None:
    """The source whose name stands nearest to a number in the text."""
    document = reading.document
    best: tuple[int, str] | None = None
    for s in _sentences(text):
        for m in s.all("source"):
            place = document.offsets.byte_span(s.span(m.start, m.end))
            gap = max(place.start - label.span[1], label.span[0] - place.end, 0)
            if best is None or gap < best[0]:
                best = (gap, str(m.meaning))
    return best[1] if best else None


def _sentences(text: Text) -> list[Any]:
    codes = [c for c in text.document.language.split("+") if c in ("en", "uk", "ru")]
    return sentences(text.document.text, lexicon(*(codes or [text.language])))


def _f1(right: int, said: int, labelled: int) -> dict[str, float]:
    p, r = (right / said if said else 0.0), (right / labelled if labelled else 0.0)
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(f, 4)}


# -- printing ----------------------------------------------------------------------------------


def main(arguments: list[str] | None = None) -> int:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    parts = sorted({name.partition("-")[2] for name in evaluate.sets() if name.startswith("en-")})
    groups = {f"en-{part}": texts for part in parts if (texts := english_gold(part))}
    every = [t for texts in groups.values() for t in texts]
    extractors, absent = _extractors()
    speeds = {"lossledger": speed(lambda t: read(t.document), every)}
    for name, extract in extractors.items():
        speeds[name] = speed(lambda t, e=extract: e(t.document.text), every, runs=1)
    tables = {
        group: [score_reader(texts), *(score_peer(n, e, texts) for n, e in extractors.items())]
        for group, texts in groups.items()
    }
    digits = {part: sources_of_digits(part) for part in _parts()}
    if options.json:
        scores = {
            g: [{"name": s.name, "labelled": s.labelled, "values": s.values, "things": s.things,
                 "records": s.records, "extra": s.extra} for s in found]
            for g, found in tables.items()
        }  # fmt: skip
        print(json.dumps({"scores": scores, "kilobytes_a_second": speeds, "absent": absent,
                          "digits_to_source": digits}, indent=1))  # fmt: skip
        return 0
    for group, found in tables.items():
        print(f"{group}: {found[0].labelled} labelled numbers")
        for s in found:
            more = f", {s.extra} numbers claimed that are no claims" if s.extra is not None else ""
            print(f"  {s.name:12} values {s.values:4}   things counted {s.things:4}   "
                  f"full records {s.records:4}{more}")  # fmt: skip
    print("\nspeed, one process, the same texts:")
    for name, rate in speeds.items():
        ratio = "" if name == "lossledger" else f"   (ours is {speeds['lossledger'] / rate:.1f}x)"
        print(f"  {name:12} {rate:8.1f} KB/s{ratio}")
    for name, reason in absent.items():
        print(f"  {name:12} not here: {reason}")
    print("\nclaimant of numbers in digits, F1 (precision, recall):")
    for part, rules in digits.items():
        for name, f in rules.items():
            print(f"  {part:9} {name:22} {100 * f['f1']:5.1f}   "
                  f"({100 * f['precision']:.1f}, {100 * f['recall']:.1f})")  # fmt: skip
    return 0


def _extractors() -> tuple[dict[str, Extractor], dict[str, str]]:
    found, absent = {}, {}
    for name, make in PEERS.items():
        try:
            found[name] = make()
        except (Exception, SystemExit) as error:
            absent[name] = f"{type(error).__name__}: {error}".splitlines()[0]
    return found, absent


def _parts() -> list[str]:
    return sorted({name.partition("-")[2] for name in evaluate.sets()})


if __name__ == "__main__":
    sys.exit(main())
