from datetime import date
from fractions import Fraction

import pytest
from brief_samples import DAY, RECORDED, claim, february, series_from

from lossledger import sources
from lossledger.brief import as_json, brief, plain, series_of_claimant
from lossledger.errors import NotFound
from lossledger.period import past_day
from lossledger.series import all_series, figures_from


def test_the_ready_paragraph_names_the_claimant_the_day_and_the_baseline():
    kit = brief(DAY, series_from(february()))
    assert plain(kit.paragraph) == (
        "The General Staff of the Armed Forces of Ukraine reported on 22 February 2024 that "
        "Russia had lost about 407,240 troops since 24 February 2022, 1,160 of them in the past "
        "day (21 February). "
        "In the past day, it reported, Russia also lost 7 tanks and 36 drones (UAV). "
        "Since 24 February 2022, by its totals, Russia had lost 6,523 tanks and 7,596 drones "
        "(UAV). "
        "Its report of 1 February gave a total of about 386,230 troops, meaning a reported loss "
        "of 21,010 troops from 1 to 21 February 2024. "
        "The report does not state how many were killed, wounded, missing or captured. "
        "These figures could not be independently verified."
    )


def test_the_headline_carries_its_attribution():
    assert brief(DAY, series_from(february())).headline == (
        "Russia has lost about 407,240 troops, according to "
        "the General Staff of the Armed Forces of Ukraine"
    )


def test_increments_that_were_not_stated_are_told_as_changes_of_totals():
    claims = february(stated=False, via="daily_mirror")
    said = plain(brief(DAY, series_from(claims)).paragraph)
    assert "1,160 more than in its report of the day before (losses of 21 February)." in said
    assert (
        "In the past day, by the change in its totals, Russia also lost 7 tanks and 36 drones "
        "(UAV). "
    ) in said
    assert "of them in the past day" not in said


def test_the_same_figures_about_the_other_party_read_the_same():
    ours = brief(DAY, series_from(february()))
    theirs = brief(DAY, series_from(february("ru_general_staff", "UA"), "ru_general_staff", "UA"))

    def swapped(words: str) -> str:
        return words.replace("Russia", "#").replace("Ukraine", "Russia").replace("#", "Ukraine")

    assert swapped(plain(theirs.paragraph)) == plain(ours.paragraph)
    assert swapped(theirs.headline) == ours.headline
    assert tuple(swapped(limit) for limit in theirs.limits) == ours.limits


def test_month_to_date_is_counted_from_two_baselines():
    month = brief(DAY, series_from(february())).months[0]
    assert month.loss_day is not None
    assert month.report_day is not None
    assert month.loss_day.arithmetic == (
        "407,240 (report of 22 Feb 2024) - 386,230 (report of 1 Feb 2024) = 21,010"
    )
    assert month.report_day.arithmetic == (
        "407,240 (report of 22 Feb 2024) - 385,230 (report of 31 Jan 2024) = 22,010"
    )


def test_on_the_first_of_a_month_the_loss_days_are_those_of_the_month_before():
    claims = [*february(), claim("personnel", date(2024, 1, 1), 359230, hedge="about")]
    month = brief(date(2024, 2, 1), series_from(claims)).months[0]
    assert month.loss_day is not None
    assert month.loss_day.value == 386230 - 359230
    assert month.report_day is not None
    assert month.report_day.value == 1000


def test_a_missing_baseline_report_is_named_and_nothing_is_made_up():
    claims = [c for c in february() if c.report_date != date(2024, 1, 31)]
    month = brief(DAY, series_from(claims)).months[0]
    assert month.report_day is None
    assert month.missing == (
        "no report of 31 Jan 2024 (nearest: 377,820 (report of 23 Jan 2024), "
        "386,230 (report of 1 Feb 2024))",
    )


def test_means_stand_with_the_reports_that_they_are_counted_from():
    means = {(m.metric, m.window): m for m in brief(DAY, series_from(february())).means}
    seven = means["personnel", 7]
    assert seven.value == Fraction(407240 - 399090, 7)
    assert seven.baseline is not None
    assert seven.baseline.date == date(2024, 2, 15)
    assert means["tanks", 30].value == Fraction(103, 10)


def test_an_increment_that_does_not_follow_from_the_totals_is_flagged():
    claims = [c for c in february() if not (c.metric == "tanks" and c.period.kind == "day")]
    claims.append(claim("tanks", DAY, 14, period=past_day(DAY)))
    kit = brief(DAY, series_from(claims))
    tanks = next(line for line in kit.lines if line.metric == "tanks")
    assert tanks.differs
    assert as_json(kit)["figures"][1]["notes"] == [
        "the stated increment is +14, but the total changed by +7 against the report of "
        "21 February 2024"
    ]


def test_a_leading_total_that_does_not_follow_is_said_in_the_paragraph():
    claims = [c for c in february() if not (c.metric == "personnel" and c.period.kind == "day")]
    claims.append(claim("personnel", DAY, 1000, period=past_day(DAY)))
    assert (
        "1,000 of them in the past day (21 February). Against its report of the day before "
        "(about 406,080), however, the total rose by 1,160."
    ) in plain(brief(DAY, series_from(claims)).paragraph)


def test_a_restated_total_is_told_as_lower():
    claims = [
        claim("special_equipment", date(2024, 11, 29), 3700),
        claim("special_equipment", date(2024, 11, 30), 3617),
    ]
    kit = brief(date(2024, 11, 30), series_from(claims))
    assert "3,617 special equipment" not in plain(kit.paragraph)
    assert "3,617 items of special equipment since 24 February 2022, 83 fewer than" in plain(
        kit.paragraph
    )
    assert as_json(kit)["figures"][0]["notes"] == [
        "the total is lower than in the report of 29 November 2024"
    ]


def test_a_day_without_a_report_names_the_nearest():
    with pytest.raises(NotFound) as error:
        brief(date(2024, 2, 18), series_from(february()))
    assert str(error.value) == (
        "reports of the General Staff of the Armed Forces of Ukraine on Russia: "
        "no report of 18 February 2024 (nearest: 15 February 2024 and 21 February 2024)"
    )


def test_a_ledger_without_reports_says_what_to_do():
    with pytest.raises(NotFound) as error:
        brief(DAY, {})
    assert str(error.value) == (
        "brief: the ledger holds no report of this claimant (import or read one first)"
    )


def test_series_of_two_claimants_are_refused():
    mixed = {
        "personnel": series_from(february())["personnel"],
        "tanks": series_from(february("ru_mod", "UA"), "ru_mod", "UA")["tanks"],
    }
    with pytest.raises(ValueError, match="one claimant and one party"):
        brief(DAY, mixed)


def test_the_definition_of_the_day_travels_with_the_figures():
    before = brief(DAY, series_from(february()), definition=sources.definition)
    assert before.definitions[0].words == "persons"
    assert "They do not say how many persons were killed" in before.limits[1]
    later = date(2024, 3, 1)
    after = brief(
        later,
        series_from([claim("personnel", later, 414680, hedge="about")]),
        definition=sources.definition,
    )
    assert "By its own definition the figure counts killed and wounded." in plain(after.paragraph)
    assert "They count killed and wounded together" in after.limits[1]


def test_prisoners_never_stand_for_losses():
    claims = [*february(), claim("personnel", DAY, 511, scope=("captured",))]
    assert brief(DAY, series_from(claims)).lines[0].report.value == 407240


def test_a_claimant_without_personnel_figures_leads_with_its_first_category():
    claims = [
        claim("armoured_vehicles", DAY, 15213, claimant="ru_mod", party="UA"),
        claim("artillery", DAY, 1, claimant="ru_mod", party="UA"),
    ]
    kit = brief(DAY, series_from(claims, "ru_mod", "UA"))
    assert plain(kit.paragraph).startswith(
        "The Ministry of Defence of Russia reported on 22 February 2024 that Ukraine had lost "
        "1 artillery system since 24 February 2022."
    )
    assert "killed" not in plain(kit.paragraph)
    assert "15,213 tanks and other armoured vehicles" in plain(kit.paragraph)


def test_one_report_alone_gives_a_brief_without_chart():
    kit = brief(DAY, series_from([claim("tanks", DAY, 6523)]))
    assert kit.chart_alt is None
    assert as_json(kit)["chart_alt"] is None


def test_categories_without_a_figure_of_the_day_are_named():
    claims = [*february(), claim("srbm_launchers", date(2022, 4, 30), 4)]
    kit = brief(DAY, series_from(claims))
    assert [(metric, report.value) for metric, report in kit.absent] == [("srbm_launchers", 4)]


def test_a_merged_category_is_not_called_absent():
    claims = [
        claim("vehicles", DAY, 12924),
        claim("fuel_tanks", date(2022, 4, 30), 76),
    ]
    assert brief(DAY, series_from(claims)).absent == ()


def test_every_linked_figure_has_its_claim_in_the_appendix():
    claims = february()
    by_id = {c.id: c for c in claims}
    kit = brief(DAY, series_from(claims), claim_of=by_id.get)
    held = {found.claim for found in kit.evidence}
    linked = {claim_id for piece in kit.paragraph for claim_id in piece.claims}
    assert linked <= held
    assert all(found.quote == by_id[found.claim].quote for found in kit.evidence)
    assert len(held) == len(kit.evidence)


def test_figures_of_a_relay_say_so():
    claims = february(via="daily_mirror")
    assert any(
        limit.startswith("They are held here as passed on by 2022 Ukraine Russia War Dataset")
        for limit in brief(DAY, series_from(claims)).limits
    )


def test_series_of_a_claimant_leave_out_other_claimants_and_parties():
    claims = [*february(), *february("ru_mod", "UA")]
    found = series_of_claimant(all_series(figures_from(claims, RECORDED)), "ru_mod", "UA")
    assert list(found) == ["personnel", "tanks", "uav"]
    assert {one.party for one in found.values()} == {"UA"}


def test_no_word_of_truth_stands_in_the_prose():
    kit = brief(DAY, series_from(february()), definition=sources.definition)
    words = f"{kit.headline} {plain(kit.paragraph)}".lower()
    for loaded in ("true", "false", "actual", "confirmed", "enemy", "liquidated", "eliminated"):
        assert loaded not in words


def test_a_category_that_has_just_appeared_does_not_lead_the_prose_with_its_war_total():
    claims = [*february(), claim("ground_robots", DAY, 1306)]
    equipment = ("afv", "artillery", "mlrs", "vehicles", "special_equipment")
    for number, metric in enumerate(equipment, 1):
        claims += [claim(metric, date(2024, 2, 21), 100), claim(metric, DAY, 100 + number)]
    kit = brief(DAY, series_from(claims))
    assert "ground robotic systems" not in plain(kit.paragraph)
    assert "ground_robots" in [line.metric for line in kit.lines]
