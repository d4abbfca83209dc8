"""The lineage as a drawing."""

from types import SimpleNamespace
from xml.etree import ElementTree

from lossledger.web.lineage_graph import lineage_svg


def edge(parent: tuple, child: tuple, by: str = "stated", key: str = "a"):
    def stream(node, name):
        return SimpleNamespace(claimant=node[0], outlet=node[1], key=name)

    return SimpleNamespace(parent=stream(parent, "root"), child=stream(child, key), by=by)


def drawn(*edges) -> ElementTree.Element:
    svg = lineage_svg(edges, lambda name: name or "nobody", "What <follows> what", "series")
    return ElementTree.fromstring(svg)


def test_boxes_are_claimants_through_outlets_and_arrows_count_series():
    a, b = ("staff", "staff"), ("staff", "mirror")
    root = drawn(edge(a, b, "lag 0", "one"), edge(a, b, "lag 0", "two"), edge(a, b))
    assert len(root.findall("rect")) == 2
    texts = [text.text for text in root.findall("text")]
    assert "staff (mirror)" in texts
    assert "series: 2" in texts
    assert root.get("aria-label") == "What <follows> what"


def test_those_that_follow_each_other_in_a_circle_are_drawn_too():
    a, b = ("x", "x"), ("y", "y")
    assert len(drawn(edge(a, b), edge(b, a)).findall("path")) == 2


def test_names_of_others_are_words_and_never_markup():
    evil = "<script>alert(1)</script>"
    svg = lineage_svg([edge((evil, evil), ("b", "b"))], lambda name: name or "", "l", "c")
    assert "<script" not in svg
