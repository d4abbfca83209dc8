"""Whether the briefs pass our own check: written for many days, weeks and months, then checked.

    python bench/web/clean.py                 every 21st day, every fourth week, every other month
    python bench/web/clean.py --short         a few of each
    python bench/web/clean.py --ledger PATH   of this ledger instead of a new one

Each brief is written in every language and form, and `lossledger check` reads each text file as
it would read a story. Prints every figure that does not hold; the exit code is 1 when there is one.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

from serving import ledger_in

from lossledger.cli import run
from lossledger.desk import reported_series
from lossledger.ledger import open_ledger
from lossledger.vocabulary import brief_languages

AT_ONCE = 60
"""Files that one call of the check reads."""


def wanted(days: list[date], short: bool) -> Iterator[tuple[str, str]]:
    """The days, weeks and months for which a brief is asked, with the option that asks for it."""
    step = len(days) // 8 if short else 21
    for day in days[::step]:
        yield "--date", day.isoformat()
    weeks = sorted({day - timedelta(day.weekday()) for day in days})
    for week in weeks[:: len(weeks) // 4 if short else 4]:
        yield "--week", week.isoformat()
    months = sorted({day.replace(day=1) for day in days})
    for month in months[:: len(months) // 4 if short else 2]:
        yield "--month", f"{month:%Y-%m}"


def called(*words: str) -> tuple[int, str]:
    """A command's exit code and what it prints."""
    out = StringIO()
    with redirect_stdout(out):
        code = run(list(words))
    return code, out.getvalue()


def write(ledger: Path, folder: Path, short: bool) -> Counter[str]:
    """Write the briefs; how many of each language, and how many there was nothing for."""
    with open_ledger(str(ledger), create=False, read_only=True) as held:
        days = sorted({day for one in reported_series(held).values() for day in one.days})
    made: Counter[str] = Counter()
    for option, value in wanted(days, short):
        for language in brief_languages():
            place = str(folder / language)
            asked = ("brief", option, value, "--language", language, "--out", place, "-q")
            code, _ = called(*asked, "--ledger", str(ledger))
            made[language if code == 0 else "none"] += 1
    return made


def judge(ledger: Path, files: list[Path]) -> tuple[Counter[str], list[str]]:
    """The verdicts on the figures of the files, and what does not hold."""
    verdicts: Counter[str] = Counter()
    wrong: list[str] = []
    for k in range(0, len(files), AT_ONCE):
        names = [str(file) for file in files[k : k + AT_ONCE]]
        code, told = called("check", "--json", *names, "--ledger", str(ledger))
        rows = [json.loads(line) for line in told.splitlines()]
        for name, row in zip(names, rows, strict=False):
            verdicts.update(finding["verdict"] for finding in row["findings"])
            wrong += [
                f"{Path(name).name}: {f['claim']['quote']} {f['verdict']} {f['cause']}: "
                f"{f['message']} [{f['claim']['sentence'][:160]}]"
                for f in row["findings"]
                if f["verdict"] in ("contradicted", "arithmetic_error", "definition_mismatch",
                                    "superseded", "reproduced_other_baseline")
            ]  # fmt: skip
        if len(rows) != len(names):
            wrong.append(f"{len(names) - len(rows)} of {len(names)} files were not read: {code}")
        elif code and not wrong:
            wrong.append(f"exit code {code} on {names[0]} and others")
    return verdicts, wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--ledger")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where)
        ledger = ledger_in(folder, asked.ledger)
        made = write(ledger, folder / "briefs", asked.short)
        print(f"briefs: {dict(made)}")
        bad = 0
        for form in ("txt", "md", "html"):
            files = sorted((folder / "briefs").rglob(f"*.{form}"))
            verdicts, wrong = judge(ledger, files)
            bad += len(wrong)
            print(
                f"{form}: {len(files)} files, {dict(verdicts.most_common())}; wrong: {len(wrong)}"
            )
            for line in wrong[:12]:
                print(f"  {line}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
