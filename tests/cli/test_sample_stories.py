"""The bundled stories beside the bundled reports: what is planted is named, nothing else blamed."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
HOLDS = {"reproduced", "consistent", "not_in_ledger", "not_checkable"}
PLANTED = {
    "407,240": ("definition_mismatch", "definition_shift"),
    "387,060": ("contradicted", "baseline_day_slip"),
    "20,180": ("reproduced_other_baseline", "baseline_day_slip"),
    "12,337": ("contradicted", "digit_typo"),
}
DAYS = [(), ("--published", "2024-02-22")]


@pytest.fixture
def with_reports(lossledger):
    answer = lossledger("read", *sorted((SAMPLES / "posts").iterdir()))
    assert answer.code == 0, answer.err
    return lossledger


def findings(answer) -> dict[str, tuple[str, str | None]]:
    return {f["claim"]["quote"]: (f["verdict"], f["cause"]) for f in answer.lines[0]["findings"]}


@pytest.mark.parametrize("day", DAYS, ids=["without a day", "with its day"])
def test_a_story_whose_figures_hold_is_not_blamed(with_reports, day):
    answer = with_reports("check", SAMPLES / "stories" / "clean.txt", "--json", *day)
    found = findings(answer)
    assert answer.code == 0
    assert found["386,230"][0] == found["399,090"][0] == found["8,150"][0] == "reproduced"
    assert {verdict for verdict, _ in found.values()} <= HOLDS
    assert answer.lines[0]["unread"] == []


@pytest.mark.parametrize("day", DAYS, ids=["without a day", "with its day"])
def test_every_planted_error_is_named_and_nothing_else_is_blamed(with_reports, day):
    answer = with_reports("check", SAMPLES / "stories" / "slipped.txt", "--json", *day)
    found = findings(answer)
    assert answer.code == 1
    assert {quote: found[quote] for quote in PLANTED} == PLANTED
    assert {found[quote][0] for quote in set(found) - set(PLANTED)} <= HOLDS
    assert answer.lines[0]["unread"] == []
