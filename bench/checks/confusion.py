"""Stories read and checked from end to end: which cause was named, against which was planted.

Every story goes through our own reader and checker, judged against the
daily series of the shared data. Prints a confusion table of causes, the share of planted causes
that were named right, and the share of clean figures that were flagged.

    python bench/checks/confusion.py [--set blind2] [--errors] [--json]

The stories of ``tests/stories`` were worked on; those of ``bench/checks/blind`` and ``blind2`` were
written and labelled by others, who never saw the rules. ``accept`` in their tables names further
verdicts or causes that are not wrong.
"""

import argparse
import json
import sys
import tempfile
import tomllib
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

from lossledger.desk import Shelf, check_story, end_of_day
from lossledger.documents import open_documents
from lossledger.ledger import open_ledger
from lossledger.model import OFF, Finding
from lossledger.sources import dataset_document, read_dataset

PROJECT = Path(__file__).parents[2]
STORIES = {
    "worked": PROJECT / "tests" / "stories",
    "blind": PROJECT / "bench" / "checks" / "blind",
    "blind2": PROJECT / "bench" / "checks" / "blind2",
    "blind3": PROJECT / "bench" / "checks" / "blind3",
    "blind4": PROJECT / "bench" / "checks" / "blind4",
    "blind5": PROJECT / "bench" / "checks" / "blind5",
    "blind6": PROJECT / "bench" / "checks" / "blind6",
    "blind7": PROJECT / "bench" / "checks" / "blind7",
    "blind8": PROJECT / "bench" / "checks" / "blind8",
    "blind9": PROJECT / "bench" / "checks" / "blind9",
    "told": PROJECT / "tests" / "stories" / "told",
}
SERIES = PROJECT.parent / "shared" / "data" / "series"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
CLEAN = "(clean)"


def filled(path: Path):
    """A ledger with four years of daily totals."""
    ledger = open_ledger(path)
    readings = []
    for name in ("personnel", "equipment"):
        file = SERIES / f"russia_losses_{name}.json"
        document = dataset_document(file.read_bytes(), file.name, "daily_mirror")
        readings.append(read_dataset(document, "daily_mirror", today=NOW.date()))
    ledger.append(readings, recorded_at=NOW)
    return ledger


def stories(which: str) -> list[dict]:
    """Every story of a set with its expectations and its path."""
    found = []
    name = "labels.toml" if which == "told" else "expected.toml"
    for table in sorted(STORIES[which].rglob(name)):
        for story in tomllib.loads(table.read_text("utf-8"))["story"]:
            found.append({**story, "path": table.parent / story["file"]})
    return found


def place(text: str, words: str, nth: int) -> tuple[int, int] | None:
    """Where the nth whole occurrence of a number's words stands."""
    at, count = -1, 0
    while (at := text.find(words, at + 1)) >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not before.isalnum() and before not in ",." and not after.isalnum():
            count += 1
            if count == nth:
                return at, at + len(words)
    return None


def found_for(number: dict, text: str, findings: tuple[Finding, ...]) -> Finding | None:
    """The finding whose claim covers the number of an expectation."""
    span = place(text, number["text"], number["nth"])
    if span is None:
        raise SystemExit(f"the words {number['text']!r} do not stand in the story")
    for finding in findings:
        if finding.claim.span.start < span[1] and span[0] < finding.claim.span.end:
            return finding
    return None


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--errors", action="store_true", help="each number that differs")
    options.add_argument("--json", action="store_true")
    options.add_argument("--set", choices=STORIES, default="worked", help="which stories")
    options.add_argument("--language", help="only stories of this language")
    given = options.parse_args()
    if not SERIES.is_dir():
        sys.exit("the shared daily series are not here")
    with tempfile.TemporaryDirectory() as folder:
        report(given, filled(Path(folder) / "bench.ledger"))


def report(given: argparse.Namespace, ledger) -> None:
    table: Counter[tuple[str, str]] = Counter()
    verdicts = Counter()
    clean_flagged, differs, seconds, otherwise = [], [], 0.0, 0
    shelf = Shelf(ledger)
    chosen = [s for s in stories(given.set) if given.language in (None, s["language"])]
    for story in chosen:
        day: date = story["published"]
        documents = list(
            open_documents(str(story["path"]), retrieved_at=NOW, published_at=end_of_day(day))
        )
        started = perf_counter()
        checked = check_story(shelf, documents[0], now=NOW)
        seconds += perf_counter() - started
        text = documents[0].text
        judged = set()
        for number in story["number"]:
            finding = found_for(number, text, checked.findings)
            wanted = number.get("cause") or (
                number["verdict"] if number["verdict"] in OFF else CLEAN
            )
            got = named(finding)
            first_wanted = wanted
            allowed = {number["verdict"], *number.get("accept", ())}
            not_wrong = set(number.get("accept", ()))
            if wanted not in (CLEAN, got) and finding is not None and (
                got in not_wrong or finding.verdict in not_wrong
            ):  # fmt: skip
                otherwise += 1  # neither right nor wrong: the label accepts it
                wanted = got
            if not (wanted == got and wanted != first_wanted):
                table[wanted, got] += 1
            verdicts[finding is not None and finding.verdict in allowed] += 1
            if finding is not None:
                judged.add(finding.claim.id)
            if wanted == CLEAN and finding is not None and finding.verdict in set(OFF) - allowed:
                clean_flagged.append((story["file"], number["text"], got))
            if finding is None or (finding.verdict, finding.cause) != (
                number["verdict"], number.get("cause"),
            ):  # fmt: skip
                differs.append(difference(story, number, finding))
        for finding in checked.findings:
            if finding.claim.id not in judged and finding.verdict in OFF:
                clean_flagged.append((story["file"], finding.claim.quote, named(finding)))
    show(given, chosen, table, verdicts, clean_flagged, differs, seconds, otherwise)


def named(finding: Finding | None) -> str:
    """The cause, or the verdict where a figure is off without one."""
    if finding is None:
        return "(not read)"
    return finding.cause or (finding.verdict if finding.verdict in OFF else CLEAN)


def difference(story: dict, number: dict, finding: Finding | None) -> str:
    wanted = f"{number['verdict']}/{number.get('cause')}"
    if finding is None:
        return f"{story['file']}: {number['text']}#{number['nth']}: wanted {wanted}, not read"
    c = finding.claim
    what = f"{c.claimant} {c.party} {c.metric} {c.scope} {c.quantity}"
    read = f"{what} {c.period} {c.period.kind} {c.stance}"
    return (
        f"{story['file']}: {number['text']}#{number['nth']}: wanted {wanted}, "
        f"got {finding.verdict}/{finding.cause}\n      read as {read}\n      {finding.message}"
    )


def show(
    given, chosen, table, verdicts, clean_flagged, differs, seconds, otherwise
) -> None:  # fmt: skip
    planted = {k: n for k, n in table.items() if k[0] != CLEAN}
    right = sum(n for (wanted, got), n in planted.items() if wanted == got)
    clean = sum(n for (wanted, _), n in table.items() if wanted == CLEAN)
    result = {
        "stories": len(chosen),
        "numbers": sum(table.values()),
        "verdict_right": verdicts[True] / max(1, sum(verdicts.values())),
        "planted": sum(planted.values()),
        "cause_right": right / max(1, sum(planted.values())),
        "accepted_otherwise": otherwise,
        "clean": clean,
        "clean_flagged": len(clean_flagged) / max(1, clean),
        "ms_per_story": 1000 * seconds / max(1, len(chosen)),
    }
    if given.json:
        print(json.dumps(result))
        return
    print(f"{'planted':<26} {'named':<26} figures")
    for (wanted, got), n in sorted(table.items()):
        print(f"{wanted:<26} {got:<26} {n:>4}{'' if wanted == got else '   <'}")
    print()
    for name, value in result.items():
        print(f"{name:<16} {value:.3f}" if isinstance(value, float) else f"{name:<16} {value}")
    if given.errors:
        print("\nclean figures flagged:")
        for row in clean_flagged:
            print("  ", *row)
        print("\ndiffers:")
        for row in differs:
            print("  ", row)


if __name__ == "__main__":
    main()
