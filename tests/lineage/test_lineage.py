"""Which figures follow which, with the evidence, the exceptions, and what chance would give."""

from dataclasses import replace
from datetime import date

from lineage_samples import START, claim, daily, months, totals

from lossledger.lineage import Ancestry, as_dot, as_text, edges, independent, streams
from lossledger.model import RATE
from lossledger.period import DAY, cumulative, month_of
from lossledger.quantity import Quantity

DAILY = daily()
HELD = totals(DAILY)


def found(claims, by_figures=True):
    return [edge for edge in edges(claims) if (edge.by != "stated") == by_figures]


def test_means_by_month_follow_the_daily_series_by_loss_day():
    (edge,) = found([*DAILY, *months(HELD)])
    assert (edge.child.claimant, edge.parent.claimant) == ("uk_mod", "ua_general_staff")
    assert (edge.child.measure, edge.by) == ("mean", "loss_day")
    assert (edge.equal, edge.compared) == (14, 14)
    assert edge.chance < 0.4
    assert edge.misfits == ()


def test_means_by_report_day_are_told_from_those_by_loss_day():
    shifted = {day + DAY: value for day, value in HELD.items()}
    (edge,) = found([*DAILY, *months(shifted)])
    assert (edge.by, edge.equal) == ("report_day", 14)


def test_a_month_that_does_not_follow_is_an_exception_with_what_was_expected():
    own = months(HELD)
    own[3] = replace(own[3], quantity=Quantity.exactly(own[3].quantity.low + 100))
    (edge,) = found([*DAILY, *own])
    (misfit,) = edge.misfits
    assert misfit.point.claim == own[3].id
    assert misfit.point.start == date(2022, 7, 1)
    assert round(misfit.expected) == own[3].quantity.low - 100
    assert misfit.off > 0.05


def test_figures_of_its_own_do_not_follow():
    own = [
        replace(one, quantity=Quantity.exactly(200 + 37 * k % 11 * 60))
        for k, one in enumerate(months(HELD))
    ]
    assert found([*DAILY, *own]) == []


def test_a_few_figures_that_fit_are_no_lineage():
    assert found([*DAILY, *months(HELD, count=4)]) == []


def test_totals_that_come_a_day_late_follow_with_their_lag():
    late = [
        claim(HELD[day - DAY], cumulative(START, day), claimant="ua_authorities", outlet="pnas")
        for day in (date(2022, 6, 1) + k * DAY for k in range(20))
    ]
    (edge,) = found([*DAILY, *late])
    assert (edge.by, edge.equal) == ("lag -1", 20)


def test_totals_rounded_to_hundreds_are_the_same_figures():
    rounded = [
        claim(round(HELD[day], -2), cumulative(START, day), claimant="uk_mod", outlet="pnas")
        for day in (date(2023, 6, 1) + 7 * k * DAY for k in range(12))
    ]
    (edge,) = found([*DAILY, *rounded])
    assert (edge.by, edge.equal) == ("lag 0", 12)


def test_the_same_figure_under_another_noun_is_told_as_another_definition():
    dead = [
        claim(
            HELD[day], cumulative(START, day), claimant="ua_authorities", outlet="pnas",
            scope=("killed",),
        )
        for day in (date(2022, 6, 1) + k * DAY for k in range(9))
    ]  # fmt: skip
    (edge,) = found([*DAILY, *dead])
    assert edge.other_definition == "losses of no stated kind given as killed"


def chain():
    """Means, months reckoned from them, and the running sum of these."""
    means = months(HELD)
    by_month, sums, running = [], [], 0
    for mean in means:
        month = month_of(mean.period.start)
        value = mean.quantity.low * month.days
        running += value
        made = {"claimant": "uk_mod", "outlet": "uk_mod_monthly", "stance": "derived"}
        by_month.append(claim(value, mean.period, day=mean.as_of, at=mean.span.start + 100, **made))
        whole = replace(mean.period, start=date(2022, 4, 1), kind="interval")
        sums.append(claim(running, whole, day=mean.as_of, at=mean.span.start + 200, **made))
    return means, by_month, sums


def test_months_reckoned_from_means_and_sums_of_months_come_out_as_a_chain():
    means, by_month, sums = chain()
    found_ = {
        (e.child.measure, e.parent.measure): e for e in found([*DAILY, *means, *by_month, *sums])
    }
    assert found_["month", "mean"].by == "mean_times_days"
    assert found_["month", "mean"].equal == 14
    assert found_["sum", "month"].by == "sum_of_months"
    assert found_["sum", "month"].equal == 14


def test_a_claim_that_follows_counts_for_its_ancestor_and_an_exception_for_its_claimant():
    means, by_month, sums = chain()
    own = replace(means[3], quantity=Quantity.exactly(means[3].quantity.low + 200))
    claims = [*DAILY, *means[:3], own, *means[4:], *by_month[4:], *sums[4:]]
    ancestry = Ancestry(edges(claims))
    assert ancestry.root(means[0]) == "ua_general_staff"
    assert ancestry.root(by_month[5]) == "ua_general_staff"
    assert ancestry.root(own) == "uk_mod"
    assert ancestry.ancestors(means[0]) == ("uk_mod_monthly", "uk_mod", "ua_general_staff")


def test_a_single_figure_that_is_not_round_counts_for_the_series_that_holds_it():
    day = date(2023, 3, 5)
    odd = claim(HELD[day], cumulative(START, day + 9 * DAY), claimant="nato", outlet="economist")
    far = claim(HELD[day], cumulative(START, day + 90 * DAY), claimant="nato", outlet="economist")
    round_ = claim(100_000, cumulative(START, day), claimant="nato", outlet="economist")
    ancestry = Ancestry((), [*DAILY, odd, far, round_])
    assert [ancestry.root(one) for one in (odd, far, round_)] == [
        "ua_general_staff",
        "nato",
        "nato",
    ]


def test_exceptions_are_counted_by_month():
    own = months(HELD)
    own[3] = replace(own[3], quantity=Quantity.exactly(own[3].quantity.low + 100))
    (edge,) = found([*DAILY, *own])
    assert edge.exceptions_by_month == {"2022-07": 1}
    assert edge.as_json()["exceptions_by_month"] == {"2022-07": 1}


def test_every_ancestor_is_one_voice():
    means = months(HELD)
    other = claim(5, cumulative(START, date(2023, 1, 1)), claimant="oryx")
    claims = [*DAILY, *means, other]
    assert independent(claims, edges(claims)) == 2
    assert independent(means[:3], edges(claims)) == 1


def test_a_relay_is_stated_even_where_nothing_of_the_claimants_own_is_held():
    copied = daily(date(2022, 3, 10), outlet="daily_mirror")
    (edge,) = found(copied, by_figures=False)
    assert edge.child.outlet == "daily_mirror"
    assert edge.evidence == "stated: 15 figures name ua_general_staff as their claimant"


def test_a_fuller_mirror_follows_the_claimants_own_posts_and_never_the_other_way_round():
    copied = daily(outlet="daily_mirror")
    (edge,) = found([*DAILY[100:160], *copied])
    assert (edge.child.outlet, edge.parent.outlet) == ("daily_mirror", "ua_general_staff")
    assert (edge.compared, edge.equal) == (60, 60)


def test_a_few_own_posts_do_not_follow_a_fuller_table_that_copies_the_same_claimant():
    coded = [
        claim(HELD[day], cumulative(START, day), claimant="ua_authorities", outlet="pnas")
        for day in (date(2022, 6, 1) + k * DAY for k in range(90))
    ]
    claims = [*DAILY[100:160], *daily(outlet="daily_mirror"), *coded]
    made = {(edge.child.outlet, edge.parent.outlet) for edge in found(claims)}
    assert made == {
        ("daily_mirror", "ua_general_staff"),
        ("pnas", "daily_mirror"),
        ("pnas", "ua_general_staff"),
    }


def test_parts_of_a_list_ranges_and_denied_figures_make_no_stream():
    some = daily(date(2022, 3, 1))
    parts = [replace(one, rules=("dataset.part",)) for one in some]
    denied = [replace(one, stance="denied") for one in some]
    ranges = [replace(one, quantity=Quantity(1, 2)) for one in some]
    assert streams([*parts, *denied, *ranges]) == ()


def test_the_graph_is_drawn_as_a_tree_and_for_graphviz():
    made = found([*DAILY, *months(HELD)])
    assert as_text(made).splitlines()[0] == "ua_general_staff: total personnel of RU"
    assert as_text(made).splitlines()[1].startswith("└─ uk_mod via uk_mod_monthly: mean personnel")
    assert as_dot(made).startswith("digraph lineage {")
    assert '[label="loss_day: 14/14 equal"];' in as_dot(made)


PARTIES = {"RU": "UA", "UA": "RU"}
CLAIMANTS = {"ua_general_staff": "ru_mod", "uk_mod": "uk_mod"}


def test_swapped_parties_give_the_mirrored_lineage():
    claims = [*DAILY, *months(HELD)]
    mirrored = [
        replace(
            one,
            party=PARTIES[one.party],
            claimant=CLAIMANTS[one.claimant],
            outlet=CLAIMANTS.get(one.outlet, one.outlet),
        )
        for one in claims
    ]
    (left,), (right,) = found(claims), found(mirrored)
    assert (left.by, left.equal, left.close, left.near, left.chance) == (
        right.by, right.equal, right.close, right.near, right.chance
    )  # fmt: skip
    assert (right.child.party, right.parent.claimant) == ("UA", "ru_mod")


def test_a_mean_is_told_from_a_months_total_by_its_rule():
    (mean, *_) = months(HELD)
    assert RATE in mean.rules
    assert [stream.measure for stream in streams([mean])] == ["mean"]
