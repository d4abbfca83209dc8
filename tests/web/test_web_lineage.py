"""The lineage as a drawing: fans of arrows between sources, none of which cross."""

from types import SimpleNamespace

from lossledger.web.lineage_graph import Arrow, Fan, fans


def edge(parent: tuple, child: tuple, by: str = "stated", key: str = "a"):
    def stream(node, name):
        return SimpleNamespace(claimant=node[0], outlet=node[1], key=name)

    return SimpleNamespace(parent=stream(parent, "root"), child=stream(child, key), by=by)


def test_an_arrow_leads_from_whose_figures_they_are_to_who_passes_them_on_and_counts_series():
    own, mirror = ("staff", "staff"), ("staff", "mirror")
    drawn = fans([edge(own, mirror, "lag 0", "1"), edge(own, mirror, "lag 0", "2"),
                  edge(own, mirror)])  # fmt: skip
    assert drawn == [Fan(False, (Arrow("staff", "mirror", 2, 1),))]


def test_an_arrow_between_two_claimants_names_them_and_not_their_outlets():
    drawn = fans([edge(("staff", "mirror"), ("ministry", "table"), "sum")])
    assert drawn == [Fan(False, (Arrow("staff", "ministry", 1, 0),))]


def test_many_that_lead_to_one_share_a_fan_and_the_one_stands_once():
    edges = [edge((name, name), (name, "paper")) for name in ("a", "b", "c")]
    (fan,) = fans(edges)
    assert fan.gathers
    assert [arrow.parent for arrow in fan.arrows] == ["a", "b", "c"]
    assert {arrow.child for arrow in fan.arrows} == {"paper"}


def test_a_source_in_the_middle_is_a_box_of_two_fans_and_the_outgoing_one_is_first():
    edges = [edge((name, name), (name, "paper")) for name in ("a", "b", "middle")]
    edges += [edge(("root", "root"), ("middle", "middle")), edge(("root", "root"), ("x", "x"))]
    out, gathered = fans(edges)
    assert (out.gathers, [arrow.child for arrow in out.arrows]) == (False, ["middle", "x"])
    assert (gathered.gathers, len(gathered.arrows)) == (True, 3)


def test_those_that_follow_each_other_in_a_circle_are_drawn_too():
    x, y = ("x", "x"), ("y", "y")
    assert sum(len(fan.arrows) for fan in fans([edge(x, y), edge(y, x)])) == 2


def test_what_follows_itself_through_one_outlet_is_no_arrow():
    assert fans([edge(("x", "x"), ("x", "x"))]) == []
