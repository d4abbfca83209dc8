"""The fault scripts in a short form; each says in its first lines how to run it in full."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BENCH = HERE.parents[1] / "bench" / "ledger"


@pytest.mark.parametrize(
    "command",
    [
        "tampering.py",
        "kills.py",
        "kills.py --store postgresql",
        "power_cuts.py",
        "io_errors.py",
        "full_disk.py",
        "writers.py",
        "writers.py --store postgresql",
        "two_times.py",
        "forged_proofs.py",
        "same_everywhere.py",
        "mutants.py",
        "bombs.py",
        "watching.py",
    ],
)
def test_no_fault_loses_or_hides_anything(command):
    script, *arguments = command.split()
    done = subprocess.run(
        [sys.executable, HERE / script, *arguments, "--short"],
        capture_output=True,
        text=True,
        check=False,
    )
    if "skipped:" in done.stdout:
        pytest.skip(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("script", ["speed.py", "replay.py"])
def test_what_is_measured_is_sound(script):
    done = subprocess.run(
        [sys.executable, BENCH / script, "--short"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
