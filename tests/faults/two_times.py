"""Random histories of a ledger, each answer held against a naive one: any difference?

    python tests/faults/two_times.py [--histories N] [--first N] [--short]

A history appends readings, puts marks on claims and asks as of random moments, also of the
past again: an answer that was once given must be given again. The naive oracle keeps a plain
list of what was recorded when. Ends with 1 at the first difference, with the history's number.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))
sys.path.insert(0, str(Path(__file__).parent))

from ledger_samples import NOON, a_claim, a_document
from tampering import one_engine

from lossledger.ledger import MARKS, SUPERSEDING, Mark, open_ledger
from lossledger.ledger.book import Ledger
from lossledger.model import Claim, Reading

DOCUMENTS = [a_document(f"report {number} with figures") for number in range(3)]
CLAIMS = [
    a_claim(document, value, date(2024, 2, day), metric=metric)
    for document in DOCUMENTS
    for value in (5, 7)
    for day in (1, 2)
    for metric in ("tanks", "aircraft")
]


class Oracle:
    """What was recorded when, in a list; answers by going through all of it."""

    def __init__(self) -> None:
        self.now = NOON - timedelta(days=1)
        self.claims: list[tuple[datetime, Claim]] = []
        self.marks: list[tuple[datetime, Mark]] = []

    def append(self, claims: list[Claim], moment: datetime) -> None:
        held = {claim.id for _, claim in self.claims}
        fresh = list({claim.id: claim for claim in claims if claim.id not in held}.values())
        self.claims += [(self.next(moment), claim) for claim in fresh]

    def next(self, moment: datetime) -> datetime:
        """A moment that is not after the last append counts as the microsecond after it."""
        return max(moment, self.now + timedelta(microseconds=1))

    def mark(self, mark: Mark, moment: datetime) -> None:
        if all(known != mark for _, known in self.marks):
            self.now = self.next(moment)
            self.marks.append((self.now, mark))

    def known(self, as_of: datetime) -> set[str]:
        return {claim.id for moment, claim in self.claims if moment <= as_of}

    def standing(self, as_of: datetime, metric: str) -> set[str]:
        out: set[str] = set()
        for moment, mark in self.marks:
            if moment <= as_of and mark.kind in SUPERSEDING:
                out.add(mark.claim)
            elif moment <= as_of and mark.kind == "reinstated":
                out.discard(mark.claim)
        wanted = {c.id for moment, c in self.claims if moment <= as_of and c.metric == metric}
        return wanted - out


def answers(ledger: Ledger, as_of: datetime) -> tuple[set[str], set[str]]:
    known = {claim.id for claim in ledger.claims(as_of=as_of)}
    return known, {figure.claim_id for figure in ledger.figures("tanks", as_of=as_of)}


def steps(rng: random.Random) -> Iterator[tuple[str, datetime]]:
    moment = NOON
    for _ in range(rng.randrange(2, 9)):
        moment += timedelta(minutes=rng.choice((-5, 0, 1, 60)))
        yield rng.choice(("append", "append", "mark", "ask")), moment


def differs(where: Path, number: int) -> bool:
    """Whether any answer of this history differs from the oracle's."""
    rng, oracle = random.Random(number), Oracle()
    given: dict[datetime, tuple[set[str], set[str]]] = {}
    with open_ledger(where) as ledger:
        for action, moment in steps(rng):
            if action == "append":
                document = rng.choice(DOCUMENTS)
                mine = [claim for claim in CLAIMS if claim.document == document.id]
                claims = rng.sample(mine, rng.randrange(len(mine)))
                size = ledger.head()
                ledger.append([Reading(document, tuple(claims))], recorded_at=moment)
                oracle.append(claims, moment)
                if ledger.head() != size:
                    oracle.now = oracle.next(moment)
            elif action == "mark" and oracle.claims:
                claim = rng.choice(oracle.claims)[1].id
                mark = Mark(rng.choice(MARKS), claim, f"reason {rng.randrange(3)}", "someone")
                ledger.mark(mark, recorded_at=moment)
                oracle.mark(mark, moment)
            past = oracle.now - timedelta(minutes=rng.choice((0, rng.randrange(100))))
            expected = oracle.known(past), oracle.standing(past, "tanks")
            if answers(ledger, past) != expected:
                return True
            given[past] = expected
        return any(answers(ledger, moment) != told for moment, told in given.items())


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--histories", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--short", action="store_true", help="60 histories")
    chosen = parser.parse_args()
    if chosen.short:
        chosen.histories = 60
    with tempfile.TemporaryDirectory() as folder, one_engine():
        where = Path(folder) / "l"
        open_ledger(where).close()
        empty = where.read_bytes()
        for number in range(chosen.first, chosen.first + chosen.histories):
            where.write_bytes(empty)
            if differs(where, number):
                print(f"history {number} differs")
                return 1
    print(f"{chosen.histories} histories from {chosen.first}, 0 differences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
