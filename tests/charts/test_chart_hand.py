"""Charts drawn by a process of its own: the same pictures, and nobody is left without one."""

import pytest

from lossledger.charts import Hand, chart_png, chart_script, chart_svg

SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "description": "Two bars.",
    "data": {"values": [{"day": "1", "loss": 3}, {"day": "2", "loss": 5}]},
    "mark": "bar",
    "encoding": {"x": {"field": "day"}, "y": {"field": "loss", "type": "quantitative"}},
}


@pytest.fixture
def hand():
    made = Hand()
    yield made
    made.close()


def test_the_drawing_process_gives_the_picture_that_is_drawn_here(hand):
    assert chart_svg(SPEC, draw=hand.draw) == chart_svg(SPEC)
    assert chart_png(SPEC, scale=1, draw=hand.draw)[:8] == b"\x89PNG\r\n\x1a\n"
    assert "vegaEmbed" in chart_script(hand.draw)


def test_what_the_drawing_process_cannot_draw_is_no_picture_and_the_next_one_is(hand):
    request = {"form": "svg", "version": "5.21"}
    assert hand.draw({**request, "spec": {"mark": 5}}) is None
    assert hand.draw({**request, "spec": SPEC}).startswith(b"<svg")


def test_a_chart_is_drawn_here_when_the_drawing_process_is_gone_and_a_new_one_takes_over(hand):
    hand._process.kill()
    hand._process.wait(10)
    assert hand.draw({"form": "svg", "version": "5.21", "spec": SPEC}) is None
    assert chart_svg(SPEC, draw=lambda asked: None) == chart_svg(SPEC)
    assert hand.draw({"form": "svg", "version": "5.21", "spec": SPEC}).startswith(b"<svg")


def test_the_drawing_process_ends_with_its_service(hand):
    process = hand._process
    hand.close()
    assert process.returncode is not None
    assert hand.draw({"form": "svg", "version": "5.21", "spec": SPEC}) is None
