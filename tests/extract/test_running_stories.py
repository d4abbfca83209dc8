"""Figures of stories whose noun, time or source was said in a sentence before."""

from datetime import UTC, date, datetime

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.model import Claim

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FRIDAY = datetime(2024, 6, 14, 12, tzinfo=UTC)
START = "Russia has lost 524,060 soldiers, Ukraine's General Staff said on Friday."


def claim(text: str, quote: str) -> Claim:
    """The last claim of a text that is quoted so."""
    reading = read(document_from_text(text, retrieved_at=NOW, published_at=FRIDAY))
    found = [c for c in reading.claims if c.quote == quote]
    assert found, f"{quote} is not read; read are {[c.quote for c in reading.claims]}"
    return found[-1]


def test_a_total_in_commas_is_the_running_total_spoken_of():
    c = claim(f"{START}\n\nThe total given by the ministry, 524,100, is a record.", "524,100")
    assert (c.metric, c.party, c.period.kind) == ("personnel", "RU", "cumulative")


def test_what_it_was_a_week_earlier_is_a_total_of_seven_days_before():
    c = claim(f"{START} A week earlier it had been 516,080.", "516,080")
    assert c.as_of == date(2024, 6, 7)
    assert c.period.kind == "cumulative"


def test_a_total_a_month_before_stood_on_the_same_day_of_that_month():
    total = "The total reached 524,060 on Friday, 14 June, after 489,100 a month before."
    assert claim(f"{START} {total}", "489,100").as_of == date(2024, 5, 14)


def test_numbers_in_a_row_count_what_the_first_of_them_counts():
    text = "The Ukrainian army lost 40 soldiers against the first group, 30 against the second, "
    text += "up to 20 against the third and 10 against the fourth, Russia's Defence Ministry said."
    assert claim(text, "20").metric == claim(text, "30").metric == "personnel"


def test_a_day_that_a_figure_is_for_is_not_the_day_on_which_it_was_said():
    c = claim(f"{START} For Thursday alone the General Staff gave 1,160.", "1,160")
    assert c.period.start == c.period.end == date(2024, 6, 13)


def test_a_second_day_behind_and_is_that_of_the_second_figure():
    text = "Russia's losses for June 11 came to 870 soldiers and for June 12 to 1,010, Kyiv said."
    assert claim(text, "870").period.start == date(2024, 6, 11)
    assert claim(text, "1,010").period.start == date(2024, 6, 12)


def test_a_weekday_with_a_part_of_the_day_is_joined_to_its_date():
    text = "By Thursday morning, 13 June, Russia had lost 522,810 soldiers, Kyiv's military said."
    assert claim(text, "522,810").as_of == date(2024, 6, 13)


def test_what_follows_a_part_behind_and_is_a_total_like_the_whole():
    text = "The General Staff of Ukraine says that Russia has lost 7,900 tanks, of which three in "
    text += "the past 24 hours, and 15,200 armored combat vehicles."
    assert claim(text, "three").period.kind == "day"
    assert claim(text, "15,200").period.kind == "cumulative"


def test_an_increase_named_beside_a_total_is_of_the_past_day():
    text = "Personnel losses of Russia now stand at 524,060, an increase of 1,160, Kyiv said."
    c = claim(text, "1,160")
    assert (c.period.kind, c.period.start) == ("day", date(2024, 6, 13))


def test_a_mean_behind_a_figure_does_not_make_that_figure_a_mean():
    text = f"{START} A week earlier it had been 516,080. That is a loss of 7,980, or 1,140 a day."
    c = claim(text, "7,980")
    assert (c.period.start, c.period.end) == (date(2024, 6, 7), date(2024, 6, 14))
    assert claim(text, "1,140").rules[-1] == "period.rate"


def test_what_was_added_in_a_month_is_of_that_month():
    text = "Drones: a total of 47,503 by 1 May, with 4,436 added in April."
    assert claim(text, "4,436").period.kind == "month"


def test_totals_for_several_things_are_theirs_in_the_order_they_were_named_in():
    text = f"{START} No ships or helicopters were added to the list. The totals for those stand "
    text += "at 28 and 326."
    assert [claim(text, q).metric for q in ("28", "326")] == ["ships", "helicopters"]


def test_during_the_year_is_the_year_spoken_of_last():
    text = "Russia lost 410,000 soldiers in 2023, the General Staff of Ukraine says. "
    text += "Losses of equipment during the year: 2,900 tanks and 40 aircraft."
    assert claim(text, "40").period.start == date(2023, 1, 1)
    assert claim(text, "2,900").period.end == date(2023, 12, 31)


def test_what_figures_come_to_counts_what_they_count():
    text = "Russia's Defence Ministry said Ukraine had lost 900 troops in the east and 500 in the "
    text += "south over the past day. That makes up to 1,400 in total, the ministry said."
    assert claim(text, "1,400").metric == "personnel"


def test_a_total_of_losses_named_behind_its_figure():
    text = "Ukraine's General Staff names 524,060 as the total of Russian losses."
    c = claim(text, "524,060")
    assert (c.metric, c.scope, c.party) == ("personnel", None, "RU")


def test_equipment_beside_a_total_on_a_weekday_is_a_total_of_that_day():
    text = "Russia's Defence Ministry said Ukraine's army had lost 524,060 men, 2,771 tanks "
    text += "and 5,630 armoured vehicles on Monday."
    men, tanks = claim(text, "524,060").period, claim(text, "2,771").period
    assert (tanks.kind, tanks.end) == (men.kind, men.end) == ("cumulative", men.end)
    few = "Russia's Defence Ministry said that Ukraine's army lost 900 men and 7 tanks on Monday."
    assert claim(few, "7").period.kind != "cumulative"


def test_the_launch_of_a_label_is_no_verb():
    text = "Moscow's army is counted by Kyiv's General Staff, which lists multiple rocket launch "
    assert claim(f"{text}systems, where the total is 1,236.", "1,236").metric == "mlrs"


def test_bodies_to_be_handed_over_are_no_losses():
    text = "Russia and Ukraine agreed to hand over the bodies of 6,000 soldiers each."
    assert not read(document_from_text(text, retrieved_at=NOW, published_at=FRIDAY)).claims


def test_figures_in_a_row_that_make_up_one_told_before_are_its_parts():
    text = "Russia's Defence Ministry claimed that Ukraine had lost up to 900 troops over the past "
    text += "day. The Ukrainian side lost up to 400 servicemen against the first of its groupings, "
    text += "up to 300 against the second, and 150 and 50 against the others."
    reading = read(document_from_text(text, retrieved_at=NOW, published_at=FRIDAY))
    parts = [r for r in reading.relations if r.kind == "part_of"]
    assert [r.targets for r in parts] == [(reading.claims[0].id,)] * 4


def test_what_a_figure_rose_by_is_of_the_day_and_what_it_rose_to_is_the_total():
    text = (
        "Ukraine's General Staff said on Friday: the number of Russian artillery systems rose by "
    )
    text += "30 to 20,953."
    assert claim(text, "30").period.start == date(2024, 6, 13)
    assert claim(text, "20,953").period.kind == "cumulative"


def test_the_next_report_is_of_the_day_after():
    text = "The General Staff's report of 12 June counted 1,280 Russian losses in a day; the next "
    text += "report counted 1,160."
    assert claim(text, "1,280").period.start == date(2024, 6, 11)
    assert claim(text, "1,160").period.start == date(2024, 6, 12)


LEAK = (
    "An assessment by the US Defense Intelligence Agency says Ukraine has suffered 124,500 to "
    "131,000 casualties.\n\nKyiv's General Staff put Russia's losses at 180,050 on Friday.\n\n"
    "In short:\n\n- Ukrainian casualties, US assessment: 124,500 to 131,000\n"
    "- Ukrainian dead, US assessment: 17,500\n"
)


def test_an_assessment_in_the_label_of_a_line_is_the_one_told_of_before():
    dead, hurt = claim(LEAK, "17,500"), claim(LEAK, "124,500 to 131,000")
    assert dead.claimant == hurt.claimant == "us_dia"
    assert (dead.scope, hurt.scope) == (("killed",), None)


def test_dead_at_up_to_so_many_is_an_upper_bound():
    c = claim("Leaked papers put Ukrainian dead at up to 17,500.", "17,500")
    assert (c.quantity.low, c.quantity.high) == (None, 17500)


def test_who_bears_out_what_another_says_speaks_for_itself():
    text = "Britain's Ministry of Defence has counted 45,720 Russian losses in May, an estimate "
    assert claim(f"{text}that bears out what Kyiv says.", "45,720").claimant == "uk_mod"


def test_a_total_in_a_clause_of_its_own_does_not_take_the_time_of_another():
    text = "The launchers seen last week are counted by Ukraine's General Staff in a category of "
    text += "their own, multiple launch rocket systems, where the total is 1,236."
    assert claim(f"{START} {text}", "1,236").as_of == date(2024, 6, 14)


def test_a_text_of_two_reports_does_not_move_figures_to_one_of_them():
    text = "Ukraine's General Staff put Russian losses at 524,060 soldiers in its report of June 14"
    text += ". It counted 40 tanks lost in May.\n\nThe report of June 1 had said 507,650."
    assert claim(text, "40").period.end == date(2024, 5, 31)


def test_a_bare_total_counts_what_a_total_of_its_size_counted():
    text = f"{START} It also lost 7,640 tanks. At the end of May the toll was 507,650."
    assert claim(text, "507,650").metric == "personnel"


def test_a_count_a_month_ago_is_of_the_arm_it_names():
    text = f"{START} It also lost 7,640 tanks and 355 aircraft. A month ago the tank count was "
    c = claim(f"{text}7,270.", "7,270")
    assert (c.metric, c.as_of) == ("tanks", date(2024, 5, 14))


def test_of_the_tanks_so_many_are_tanks():
    text = f"{START} It lost 31 tanks and two helicopters in 24 hours. Of the tanks, 12 were "
    assert claim(f"{text}destroyed near Kharkiv.", "12").metric == "tanks"


def test_parts_go_on_behind_a_part():
    text = "Russia's Defence Ministry said that Ukraine had lost up to 1,935 troops in the past 24 "
    text += "hours. Its first group accounted for up to 240 of them, the second for 545."
    reading = read(document_from_text(text, retrieved_at=NOW, published_at=FRIDAY))
    assert [r.targets for r in reading.relations] == [(reading.claims[0].id,)] * 2


def test_some_of_so_many_launched_that_were_downed_were_downed():
    text = "Ukraine's air force reported that it had downed 17 of 19 drones launched by Russia."
    assert claim(text, "17").metric == "drones_downed"


def test_the_week_that_followed_is_the_week_after_the_one_told_of():
    text = "The General Staff of Ukraine counted 9,160 Russian losses from 6 to 12 May. In the "
    c = claim(f"{text}seven days that followed there were 8,620.", "8,620")
    assert (c.period.start, c.period.end) == (date(2024, 5, 13), date(2024, 5, 19))


def test_the_last_day_of_a_month_is_not_the_past_day():
    text = f"{START} Its count stood at 507,650 on the last day of May."
    assert claim(text, "507,650").as_of == date(2024, 5, 31)


def test_a_headquarters_that_counts_killed_and_wounded_counts_the_enemys_soldiers():
    text = "The General Staff of Ukraine reported 1,740 killed and wounded in its Wednesday morning"
    c = claim(f"{text} update.", "1,740")
    assert (c.metric, c.party, c.report_date) == ("personnel", "RU", date(2024, 6, 12))


def test_a_total_compared_with_a_day_of_last_year_stood_there_on_that_day():
    text = "The Ukrainian General Staff put Moscow's losses at 524,060 on Friday, up from 217,000 "
    c = claim(f"{text}on June 16 last year.", "217,000")
    assert (c.period.kind, c.as_of) == ("cumulative", date(2023, 6, 16))


def test_on_one_side_names_whose_losses_follow():
    text = "Ukraine's army chief said that 13,000 Ukrainian soldiers had been killed. On the "
    assert claim(f"{text}Russian side, he suggested, 100,000 had died.", "100,000").party == "RU"


def test_soldiers_of_a_third_country_are_the_losses_of_neither_side():
    text = "The agency told lawmakers that around 300 Polish soldiers had been killed."
    assert claim(text, "300").party == "PL"


def test_soldiers_of_a_country_that_fights_for_a_side_are_its_losses():
    text = "The agency told lawmakers that around 300 North Korean soldiers had been killed."
    c = claim(text, "300")
    assert (c.metric, c.party, c.scope) == ("personnel", "RU", ("killed",))


def test_a_month_that_a_paragraph_opens_with_is_that_of_its_figures():
    text = "May was a costly month. Ukraine's General Staff reported 38,940 Russian losses, "
    assert claim(f"{text}against 31,710 in April.", "38,940").period.start == date(2024, 5, 1)


def test_the_launch_of_one_arm_says_nothing_of_the_arms_behind_it():
    text = (
        "According to the report, Russia has also lost 1,120 multiple launch rocket systems, 903 "
    )
    text += "air defense systems, 361 airplanes, 12,482 drones and 28 ships."
    found = [claim(f"{START} {text}", q).metric for q in ("903", "361", "12,482", "28")]
    assert found == ["air_defence", "aircraft", "uav", "ships"]


def test_a_week_earlier_than_a_week_is_the_week_before():
    text = "Russia's Defence Ministry said Ukraine had lost 13,100 servicemen in the past week, up "
    c = claim(f"{text}from 12,400 a week earlier.", "12,400")
    assert (c.period.start, c.period.end) == (date(2024, 6, 1), date(2024, 6, 7))


def test_the_wounded_named_beside_the_killed_are_of_the_same_side():
    text = "U.S. officials put the number of Ukrainians killed at close to 70,000 and the wounded "
    assert claim(f"{text}at 100,000 to 120,000.", "100,000 to 120,000").party == "UA"


def test_a_think_tank_is_no_tank():
    text = "The institute, a Washington-based think tank, said Russia lost 3,100 vehicles in May."
    reading = read(document_from_text(text, retrieved_at=NOW, published_at=FRIDAY))
    assert [c.metric for c in reading.claims] == ["vehicles"]


def test_a_mean_behind_a_figure_keeps_its_month_to_itself():
    text = "Britain's defence ministry estimated that 355,000 Russians had been killed or wounded, "
    c = claim(f"{text}and an average of 983 a day in May.", "355,000")
    assert c.period.kind == "cumulative"


def test_a_line_that_only_dates_its_figure_counts_what_its_heading_names():
    text = "Russian casualties in 2023\n\nMonth by month, as published by the General Staff of "
    text += "Ukraine:\n\nJanuary: 20,870\nFebruary: 21,590\n\nAltogether: 42,460 in two months."
    c = claim(text, "21,590")
    assert (c.metric, c.party, c.period.start) == ("personnel", "RU", date(2023, 2, 1))
    assert claim(text, "42,460").metric == "personnel"


def test_two_sides_of_a_headline_speak_each_for_itself():
    text = "Moscow says it downed 117 drones overnight; Kyiv reports 58"
    assert (claim(text, "117").claimant, claim(text, "117").party) == ("ru_authorities", "UA")
    assert (claim(text, "58").claimant, claim(text, "58").party) == ("ua_authorities", "RU")


def test_months_combined_are_no_two_sides():
    text = "Russia's Defence Ministry says Ukraine lost 45,000 people in April and May combined, "
    assert claim(f"{text}along with 290 tanks.", "290").party == "UA"


def test_servicemen_who_take_part_are_no_losses():
    text = "Some 700,000 Russian servicemen are taking part in the war, the president said."
    assert not read(document_from_text(text, retrieved_at=NOW, published_at=FRIDAY)).claims


def test_a_total_since_a_year_stands_beside_its_number():
    text = (
        "Russia lost 1,180 tanks between January and May, the staff of Ukraine said, bringing its "
    )
    assert claim(f"{text}total losses since 2022 to about 8,800.", "8,800").period.kind == (
        "cumulative"
    )


def test_tank_losses_are_tanks():
    assert claim("Oryx puts confirmed Ukrainian tank losses at 870.", "870").metric == "tanks"


def test_attacks_from_rocket_launchers_are_such_attacks():
    text = "Ukraine's General Staff said Russian forces launched 90 attacks from multiple rocket "
    assert claim(f"{text}launchers on Thursday.", "90").metric == "mlrs_attacks"


def test_a_few_soldiers_are_no_running_total():
    text = "Russia's Defence Ministry said 120 Ukrainian servicemen had been killed near the town."
    assert claim(text, "120").period.kind != "cumulative"


def test_the_second_of_two_joined_verbs_has_the_subject_of_the_first():
    text = "Ukrainian forces destroyed 5 Russian tanks and killed 200 soldiers, Kyiv's army said."
    assert (claim(text, "5").party, claim(text, "200").party) == ("RU", "RU")
    text = "Russian forces destroyed 5 Ukrainian tanks and killed 200 soldiers, Moscow's army said."
    assert (claim(text, "5").party, claim(text, "200").party) == ("UA", "UA")


def test_a_side_that_has_dead_and_wounded_has_both():
    text = "Russia's casualties are nearing 300,000, U.S. officials said. Ukraine has close to "
    text += "70,000 killed and 100,000 to 120,000 wounded, they said."
    assert claim(text, "70,000").party == claim(text, "100,000 to 120,000").party == "UA"


def test_who_lost_is_not_who_told():
    text = "The general told lawmakers that Russia had lost over 2,000 tanks."
    assert claim(text, "2,000").claimant != "ru_authorities"


def test_a_drone_brigade_is_no_drone():
    text = "A Ukrainian drone brigade said it had knocked out 11 armored vehicles in a week."
    reading = read(document_from_text(text, retrieved_at=NOW, published_at=FRIDAY))
    assert [c.metric for c in reading.claims] == ["afv"]


def test_a_total_without_a_noun_is_of_the_series_that_its_size_fits():
    text = f"{START} It has also lost 18,400 vehicles.\n\nOn June 7 the total stood at 516,080."
    c = claim(text, "516,080")
    assert (c.metric, c.as_of) == ("personnel", date(2024, 6, 7))


def test_a_number_behind_of_those_counts_what_the_figure_before_it_counts():
    c = claim(f"{START} Of those, 1,160 were added in the past day.", "1,160")
    assert (c.metric, c.period.kind) == ("personnel", "day")


def test_labels_behind_semicolons_count_their_own_numbers():
    text = f"{START} Then come the machines: tanks, 7,900; helicopters, 326; drones, 11,100."
    assert claim(text, "326").metric == "helicopters"
    assert claim(text, "11,100").metric == "uav"


def test_a_month_right_before_a_number_is_its_month():
    text = f"{START} April brought 28,740 losses, May 38,940 and June, when rain fell, 16,000."
    assert claim(text, "38,940").period.start == date(2024, 5, 1)


def test_an_older_report_looked_back_at_does_not_date_the_newest_figures():
    text = "A comparison with the report of June 1, in which the total was 508,090, yields 15,970."
    assert claim(f"{START} {text}", "508,090").as_of == date(2024, 6, 1)
    assert claim(f"{START} {text}", "524,060").as_of == date(2024, 6, 14)


def test_the_one_official_body_that_a_text_names_speaks_for_its_figures():
    text = "On Friday the General Staff of Ukraine put 1,160 Russian soldiers into its first row."
    assert claim(text, "1,160").claimant == "ua_general_staff"


def test_the_day_a_story_was_published_is_no_report_of_whoever_spoke_before():
    text = (
        "Russian losses top 500,000, Ukraine's General Staff says\n\nPublished June 14, 2024\n\n"
        "Russia has lost 522,810 soldiers, the General Staff of Ukraine said on June 13, 2024. "
        "The count includes 1,050 casualties over the previous day."
    )
    assert claim(text, "1,050").report_date == date(2024, 6, 13)


def test_what_was_shot_down_is_told_by_whoever_told_of_it_before_a_governor_spoke():
    text = (
        "Russia's defence ministry said 40 drones were downed over six regions.\n\n"
        "A depot caught fire in Kursk region, governor Alexander Khinshtein said.\n\n"
        "In the evening 37 more drones were intercepted."
    )
    assert claim(text, "37").claimant == "ru_mod"


def test_a_post_is_signed_above_its_telephone_numbers():
    text = (
        "Our day in brief\n\nThree residents were wounded in the shelling of Nikopol.\n\n"
        "Serhii Lysak, head of the region\n\nHotline: 0 800 101 102"
    )
    assert claim(text, "Three").claimant == "ua_local_authorities"


def test_a_headline_of_a_side_means_the_body_that_its_story_opens_with():
    text = (
        "Kyiv reports heavy Russian losses: 1,140 troops\n\n"
        "The General Staff of Ukraine said Russia lost 1,140 soldiers.\n\n"
        "Ukraine's defence ministry thanked its partners."
    )
    assert claim(text, "1,140").claimant == "ua_general_staff"


def test_an_earlier_total_and_what_has_been_added_since_are_no_parts_of_the_dead():
    text = (
        "Ukraine's General Staff said 407,240 Russian soldiers had been killed since the invasion "
    )
    text += (
        "began. A month ago the total was 387,060, which means that Russia has lost 20,180 troops."
    )
    assert claim(text, "407,240").scope == ("killed",)
    assert claim(text, "20,180").scope is None
