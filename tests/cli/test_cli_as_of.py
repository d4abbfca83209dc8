"""Every command that reads answers as of a moment, and no later write changes that answer."""

from datetime import UTC, datetime

import click
import pytest
from cli_samples import TOTALS, equipment_file, personnel_file

from lossledger.cli import COMMANDS
from lossledger.cli import lossledger as command_line

WRITES = {"read", "import", "pull", "watch", "mark", "retract", "import-ledger"}
READS = [name for name in COMMANDS if name not in WRITES]
DAY = "2024-02-22"
POST = "The General Staff of Ukraine: Russia has lost {} troops since February 24, 2022."
ASKED = {
    "changes": ("{post}",),
    "series": ("personnel",),
    "loss": ("personnel", "--from", DAY, "--to", DAY),
    "trace": ("407240",),
    "check": ("{story}",),
    "compare": ("personnel",),
    "lineage": (),
    "audit": ("{personnel}", "--source", "daily_mirror", "--against", "ua_general_staff"),
    "brief": ("--date", DAY, "--format", "text"),
    "history": ("--series", "personnel", "--date", DAY),
    "review": ("--json",),
    "verify": ("--json",),
    "checkpoint": ("--key", "{key}"),
    "prove": ("{claim}",),
    "export": ("--all-texts",),
    "sources": (),
}
SAME_AT_ALL_TIMES = {"lineage", "review"}
"""What the later writes of this test do not touch."""


@pytest.fixture
def places(tmp_path):
    """The files that the commands are asked about."""
    post, story = tmp_path / "post.txt", tmp_path / "story.txt"
    post.write_text(f"{DAY}\n\n" + POST.format("407,240"), "utf-8")
    story.write_text(f"{DAY}\n\nRussia has lost 407,240 troops since February 24, 2022.", "utf-8")
    return {"post": post, "story": story, "key": tmp_path / "desk.key", "personnel": "-"}


@pytest.fixture
def asked(filled, places, tmp_path, monkeypatch):
    """Ask a command, with the moment at which all that it is asked about was known."""
    monkeypatch.chdir(tmp_path)  # where a brief is written
    assert filled("read", places["post"], "--published", DAY, "--quiet").code == 0
    places["personnel"] = personnel_file(tmp_path)
    (event, *_) = filled("history", *ASKED["history"], "--json").lines
    places["claim"] = event["claim"]["id"]

    def ask(name, *more):
        return filled(name, *(str(a).format(**places) for a in ASKED[name]), *more)

    return ask


def grow(filled, places, tmp_path):
    """Restated totals, another day, another version of a post, a retraction, a figure in doubt."""
    later = tmp_path / "later"
    later.mkdir()
    totals = TOTALS | {DAY: (407250, 6524), "2024-03-02": (415640, 6615)}
    files = personnel_file(later, totals), equipment_file(later, totals)
    assert filled("import", *files, "--source", "daily_mirror", "--quiet").code == 0
    places["post"].write_text(f"{DAY}\n\n" + POST.format("407,350"), "utf-8")
    assert filled("read", places["post"], "--published", DAY, "--quiet").code == 0
    said = ("--reason", "withdrawn", "--by", "desk", "--quiet")
    assert filled("retract", places["claim"], *said).code == 0


def test_every_command_that_reads_takes_as_of():
    assert set(ASKED) | {"serve"} == set(READS)
    context = click.Context(command_line)
    without = [
        name
        for name in READS
        if "as_of" not in {p.name for p in command_line.get_command(context, name).params}
    ]
    assert without == []


def test_no_command_gives_another_answer_as_of_a_moment_after_later_writes(
    asked, filled, places, tmp_path
):
    moment = datetime.now(UTC).isoformat()
    before = {name: asked(name, "--as-of", moment) for name in ASKED}
    assert {name: a.err for name, a in before.items() if a.code == 2} == {}
    grow(filled, places, tmp_path)
    for name, answer in before.items():
        assert asked(name, "--as-of", moment).out == answer.out, name
    changed = {name for name in ASKED if asked(name).out != before[name].out}
    assert changed == set(ASKED) - SAME_AT_ALL_TIMES


def test_what_is_in_doubt_as_of_a_moment_is_listed_only(filled):
    assert "--json" in filled("review", "--as-of", DAY).err
