"""The method page explains every verdict and cause, and its worked figures are right."""

from pathlib import Path

import pytest

from lossledger.model import CAUSES, VERDICTS

METHOD = (Path(__file__).parents[2] / "docs" / "method.md").read_text("utf-8")


@pytest.mark.parametrize("word", [*VERDICTS, *CAUSES])
def test_each_verdict_and_cause_has_its_line(word: str):
    assert f"| `{word}` |" in METHOD


def test_the_worked_example_adds_up():
    assert 407240 - 387060 == 20180
    assert "407,240 − 387,060 = 20,180" in METHOD
    assert 407240 - 386230 == 21010
    assert "407,240 − 386,230 = **21,010**" in METHOD
    assert 407240 - 385230 == 22010
    assert "407,240 − 385,230 = 22,010" in METHOD
