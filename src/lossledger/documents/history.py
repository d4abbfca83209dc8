"""The committed versions of a file in a git repository, in their order, by the git program.

Only what the repository's main line showed counts: a change that came in by a merge has the
moment of the merge, as readers of the file saw it no earlier.
"""

import os
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, NamedTuple

from lossledger.errors import BadInput

_SEPARATOR = "\x1f"


class Committed(NamedTuple):
    """A version of a file: the commit that showed it, when, and its bytes.

    ``content`` is ``None`` when the commit took the file away. ``moment`` is the commit's own
    time, which an author's clock gives: it may be earlier than that of the version before.
    """

    commit: str
    moment: datetime
    content: bytes | None


def committed_versions(repository: str | Path, path: str) -> tuple[int, Iterator[Committed]]:
    """How many versions of the file were committed, and the versions, oldest first.

    ``path`` is given from the repository's root, with slashes. ``BadInput`` when there is no
    repository, no git program, or no such file in its history.
    """
    form = f"--format=%H{_SEPARATOR}%cI"
    said = _git(repository, "log", "--first-parent", "--reverse", form, "HEAD", "--", path)
    commits = [line.split(_SEPARATOR) for line in said.decode().splitlines()]
    if not commits:
        what = f"no commit of it ever held the file {path}"
        raise BadInput(str(repository), what, "give the path from the repository's root")
    return len(commits), _contents(repository, path, commits)


def _contents(repository: str | Path, path: str, commits: list[list[str]]) -> Iterator[Committed]:
    """The bytes of each version, all through one git process."""
    command = ["git", "-C", str(repository), "cat-file", "--batch"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()
    ) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        try:
            for commit, moment in commits:
                reader.stdin.write(f"{commit}:{path}\n".encode())
                reader.stdin.flush()
                content = _answer(reader.stdout, f"{repository}, commit {commit[:12]}")
                yield Committed(commit, datetime.fromisoformat(moment), content)
        finally:
            reader.stdin.close()


def _answer(pipe: IO[bytes], where: str) -> bytes | None:
    """One answer of ``git cat-file --batch``: a line about the object, its bytes, a line end."""
    about = pipe.readline().split()
    if about[-1:] == [b"missing"]:
        return None
    if len(about) != 3 or about[1] != b"blob":
        raise BadInput(where, "git gives no file for this version", "check the repository")
    content = pipe.read(int(about[2]))
    pipe.read(1)
    return content


def _git(repository: str | Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(repository), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=_environment())
    except FileNotFoundError as error:
        raise BadInput(str(repository), "needs the program git", "install git") from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["git refuses"]
        what = lines[-1].removeprefix("fatal: ")
        raise BadInput(str(repository), what, "give a folder that git knows as a repository")
    return done.stdout


def _environment() -> dict[str, str]:
    """Plain answers whatever the user's language, pager or surrounding repository."""
    keep = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    return keep | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
