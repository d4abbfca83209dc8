"""A build hook: the reader compiled to machine code when asked for, else plain Python.

    LOSSLEDGER_COMPILE=1 pip install .

reads about twice as many kilobytes a second and gives the same readings. It needs a C compiler,
some 1.2 GB of memory and about four minutes on one core. Without the variable, in an editable
install, or where compiling fails, the wheel is the ordinary one of pure Python; a failure is
told as a warning, so that an install never stops for it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = "LOSSLEDGER_COMPILE"
"""The environment variable that asks for it; empty, or 0, is no."""
PARTS = ("extract", "vocabulary", "model.py", "period.py", "quantity.py")
"""What is compiled: what runs for every word of a text."""
COMPILER = ("mypy>=1.11,<3", "setuptools>=65")


def asked() -> bool:
    """Whether this build should compile."""
    return os.environ.get(ASKED, "") not in ("", "0")


def compiled(source: Path, work: Path) -> list[Path]:
    """Compile a copy of the package inside ``work``; gives the libraries, relative to it.

    Raises ``subprocess.CalledProcessError`` when mypyc or the C compiler fails.
    """
    shutil.copytree(source / "lossledger", work / "lossledger")
    subprocess.run(
        [sys.executable, "-m", "mypyc", *(f"lossledger/{part}" for part in PARTS)],
        cwd=work,
        env={**os.environ, "MYPYC_OPT_LEVEL": os.environ.get("MYPYC_OPT_LEVEL", "1")},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    endings = (".so", ".pyd")
    found = [p for p in work.rglob("*") if p.suffix in endings and "build" not in p.parts]
    return [p.relative_to(work) for p in sorted(found)]


class CompiledReader(BuildHookInterface[Any]):
    """Puts the compiled reader beside its sources into the wheel."""

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling: the compiler, when it is asked for."""
        return list(COMPILER) if asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless nobody asked or the install is editable."""
        if not asked() or version == "editable":
            return
        self.work = Path(tempfile.mkdtemp())
        try:
            made = compiled(Path(self.root) / "src", self.work)
        except (OSError, subprocess.CalledProcessError) as error:
            self.app.display_warning(f"the reader is not compiled: {error}")
            return
        for library in made:
            build_data["force_include"][str(self.work / library)] = str(library)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copy that was compiled."""
        work = getattr(self, "work", None)
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)
