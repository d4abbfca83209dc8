"""How many planted errors the audit flags in the version that brings them in.

    python bench/audit/replayed.py [--seeds N] [--data FOLDER] [--show FAMILY]

Prints, for each family, the planted errors and the share flagged in the very version, judged
with only what was known then; then the false alarms per 1,000 cells judged, with those on
totals that the real source restated itself. At last the time of an audit of the whole mirror.
"""

import argparse
import json
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from history import SLIPS, Plan, plan, versions

from lossledger.audit import Flaw, Records, audit, layout_of, replay

SHARED = Path(__file__).parents[3] / "shared" / "data" / "series"
FILES = ("russia_losses_equipment.json", "russia_losses_personnel.json")
SMALL = {
    "dropped digit": 12,
    "swapped digits": 12,
    "changed digit": 10,
    "doubled digit": 3,
    "tenfold": 2,
    "stale figure": 3,
    "wrong year": 2,
    "row of tomorrow": 2,
    "duplicate date": 2,
    "invalid file": 2,
}
"""The file of one figure a day gets fewer errors, and none between columns."""


def caught(one: Plan, flaws: tuple[Flaw, ...]) -> set[str]:
    """The cells of a planted error that the flaws of its version speak of."""
    planted = one.planted
    hit = [f for f in flaws if f.record == planted.record or (planted.record is None)]
    if any(f.field is None for f in hit):
        return planted.cells or {"the file"}
    return planted.cells & {f.field for f in hit if f.field}


def right_value_named(one: Plan, flaws: tuple[Flaw, ...]) -> bool:
    """Whether the one value that a flaw proposes first is the one that was right."""
    right = one.planted.right
    hit = [f for f in flaws if f.record == one.planted.record and f.field in one.planted.cells]
    return any(f.expected and f.expected[0].low == f.expected[0].high == right for f in hit)


class Score:
    """What was planted, what was flagged, and what was flagged for nothing."""

    def __init__(self) -> None:
        self.planted: Counter[str] = Counter()
        self.flagged: Counter[str] = Counter()
        self.cells: Counter[str] = Counter()
        self.cells_flagged: Counter[str] = Counter()
        self.named: Counter[str] = Counter()
        self.alarms: Counter[str] = Counter()
        self.errors = self.judged = 0
        self.shown: list[str] = []

    def take(self, plans: list[Plan], found: dict[str, tuple[Flaw, ...]], show: str) -> None:
        wrong: dict[str, set[str | None]] = {}
        for one in plans:
            planted = one.planted
            cells = caught(one, found.get(planted.version, ()))
            all_cells = planted.cells or {"the file"}
            self.planted[planted.family] += 1
            self.flagged[planted.family] += len(cells) * 2 >= len(all_cells)
            self.cells[planted.family] += len(all_cells)
            self.cells_flagged[planted.family] += len(cells)
            self.named[planted.family] += right_value_named(one, found.get(planted.version, ()))
            if not cells and planted.family == show:
                self.shown.append(f"missed: {planted}")
            wrong.setdefault(planted.version, set()).add(planted.record)
        for version, flaws in found.items():
            for flaw in flaws:
                if flaw.field is None or flaw.record in wrong.get(version, ()):
                    continue
                if flaw.level == "restatement" or flaw.cause is None:
                    continue
                self.alarms[flaw.cause or ""] += 1
                self.errors += flaw.level == "error"
                if show == "alarms":
                    self.shown.append(f"{version} {flaw.record} {flaw.level} {flaw.message}")


def measure(file: str, rows: list[dict[str, Any]], seed: int, score: Score, show: str) -> float:
    small = "personnel" in file
    plans = plan(rows, seed, SMALL) if small else plan(rows, seed)
    begun = time.perf_counter()
    found = {}
    for version in replay(versions(rows, plans), Records(file, layout_of("daily_mirror")).read):
        found[version.name] = version.flaws
        score.judged += version.judged
    took = time.perf_counter() - begun
    score.take(plans, found, show)
    return took


def report(score: Score) -> None:
    print(f"{'family':18} planted flagged   cells flagged  right value named")
    for family, count in sorted(score.planted.items(), key=lambda item: -item[1]):
        cells = score.cells[family]
        share, of_cells = score.flagged[family] / count, score.cells_flagged[family] / cells
        print(f"{family:18} {count:7} {share:7.1%} {cells:7} {of_cells:7.1%}", end="")
        print(f" {score.named[family] / count:7.1%}" if family in SLIPS else "")
    planted, cells = score.planted.total(), score.cells.total()
    print(
        f"{'all':18} {planted:7} {score.flagged.total() / planted:7.1%} {cells:7}"
        f" {score.cells_flagged.total() / cells:7.1%}"
    )
    per = 1000 / score.judged
    print(
        f"false alarms: {score.alarms.total() * per:.2f} per 1,000 cells judged"
        f" ({score.errors * per:.2f} of them errors; {score.judged:,} cells)"
    )
    print("  by cause: " + ", ".join(f"{c} {n}" for c, n in score.alarms.most_common()))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--show", default="", help="a family, or alarms")
    asked = parser.parse_args()
    for file in FILES:
        path = asked.data / file
        if not path.exists():
            print(f"{path}: not there, nothing measured")
            continue
        rows, score = json.loads(path.read_text("utf-8")), Score()
        took = [measure(file, rows, seed, score, asked.show) for seed in range(asked.seeds)]
        print(f"\n{file}: {len(rows)} versions, {asked.seeds} seeds, {max(took):.1f} s a replay")
        report(score)
        print("\n".join(score.shown[:60]))
        begun = time.perf_counter()
        sheet = Records(file, layout_of("daily_mirror")).read(path.read_bytes())
        flaws = audit(sheet, today=date.fromisoformat(rows[-1]["date"]))
        levels = Counter(flaw.level for flaw in flaws)
        print(f"audit of the whole file: {time.perf_counter() - begun:.2f} s, {dict(levels)}")


if __name__ == "__main__":
    main()
