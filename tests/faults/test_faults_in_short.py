"""The fault scripts in a short form; each says in its first lines how to run it in full."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    "command",
    [
        "tampering.py --flips 300 --bits 2 --claims 1000",
        "kills.py --kills 25",
        "writers.py --writers 8 --documents 10",
        "two_times.py --histories 60",
        "full_disk.py --sizes 5",
    ],
)
def test_no_fault_loses_or_hides_anything(command):
    script, *arguments = command.split()
    done = subprocess.run(
        [sys.executable, HERE / script, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
