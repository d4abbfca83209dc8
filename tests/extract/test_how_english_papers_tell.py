"""Who speaks, for which days and of what, in the manner of papers, projects and agencies.

All sentences are our own, published on Friday, 18 October 2024.
"""

from datetime import UTC, date, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.model import Claim
from lossledger.period import KYIV

PUBLISHED = datetime.combine(date(2024, 10, 18), time(9), KYIV)


def read_text(text: str, outlet: str | None = None) -> tuple[Claim, ...]:
    """The claims of a text that an outlet has published."""
    document = document_from_text(
        text, outlet=outlet, published_at=PUBLISHED, retrieved_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    return read(document).claims


def told(text: str, outlet: str | None = None) -> list[tuple[str, str | None]]:
    """Each number's words and who says it."""
    return [(c.quote, c.claimant) for c in read_text(text, outlet)]


def days(text: str) -> list[tuple[str, str, str]]:
    """Each number's words and the days that it covers."""
    return [(c.quote, str(c.period.start), str(c.period.end)) for c in read_text(text)]


@pytest.mark.parametrize(
    ("outlet", "text", "who"),
    [
        ("economist", "We reckon that 140,000 Russian soldiers had died by June.", "economist"),
        (
            "economist",
            "Combining records gathered by Mediazona with files of its own, we estimate that "
            "120,000 Russian soldiers had died by June.",
            "economist",
        ),
        ("mediazona", "We have so far confirmed 70,000 deaths of Russian soldiers.", "mediazona"),
        (
            "mediazona",
            "Our estimate with Meduza is that 120,000 Russian soldiers were dead by July.",
            "mediazona_meduza",
        ),
        (
            "bbc",
            'The staff in Kyiv said: "We estimate that Russia lost 900 men," its spokesman wrote.',
            "ua_general_staff",
        ),
        (None, "We count 250 Russian tanks destroyed since August.", None),
    ],
)
def test_who_publishes_a_text_speaks_where_it_says_we(
    outlet: str | None, text: str, who: str | None
) -> None:
    assert {claimant for _, claimant in told(text, outlet)} == {who}


@pytest.mark.parametrize(
    "text",
    [
        "US officials told Reuters on Wednesday that Russia had lost 600,000 men. The officials "
        "said 57,500 Ukrainians had been killed.",
        "Russia has lost 600,000 men, Reuters reported, quoting US officials. For Ukraine the same "
        "officials put the dead at 57,500.",
    ],
)
def test_the_same_officials_are_those_who_spoke_before(text: str) -> None:
    claims = read_text(text)
    assert {c.claimant for c in claims} == {"us_officials"}
    assert {c.relays for c in claims} == {("reuters",)}


def test_a_figure_of_the_same_weeks_goes_up_to_the_day_on_which_it_was_told() -> None:
    text = (
        "Ukraine has taken 93 settlements in the Kursk region since 6 August, General Oleksandr "
        "Syrskyi said on Thursday.\n\nThe region's governor, Alexei Smirnov, said on Tuesday that "
        "12 residents had been killed over the same weeks."
    )
    assert days(text)[-1] == ("12", "2024-08-06", "2024-10-15")


def test_a_count_by_the_end_of_a_month_ends_there() -> None:
    text = (
        "By the end of September the UN mission had verified at least 11,900 deaths of civilians "
        "in Ukraine since the invasion began."
    )
    assert days(text) == [("11,900", "2022-02-24", "2024-09-30")]


def test_a_weekend_attack_was_on_saturday_or_sunday() -> None:
    text = "Ukraine's navy said its weekend missile attack on Sevastopol sank two landing ships."
    assert days(text) == [("two", "2024-10-12", "2024-10-13")]


def test_soldiers_of_a_third_country_are_not_lost_since_the_wars_first_day() -> None:
    text = (
        "About 300 North Korean soldiers have been killed while fighting for Russia, South Korea's "
        "spy agency said. President Zelensky has put the number of their dead at 400."
    )
    assert {c.period.kind for c in read_text(text)} == {"unknown"}


def test_a_fleet_counted_before_the_war_is_no_loss() -> None:
    text = (
        "Ukraine has destroyed 27 Russian ships and a submarine since 2022, by its navy's tally; "
        "the fleet had about 80 ships before the war."
    )
    found = [(c.quote, c.party) for c in read_text(text)]
    assert found == [("27", "RU"), ("submarine", "RU")]


@pytest.mark.parametrize("turn", ["that is what", "this is how much", "that's how many"])
def test_figures_may_come_before_the_verb_that_says_what_was_done(turn: str) -> None:
    text = f"Almost 900 drones and 66 missiles: {turn} Russia has sent this week, Zelensky said."
    found = [(c.metric, c.party, str(c.period.start)) for c in read_text(text)]
    assert found == [
        ("drones_launched", "RU", "2024-10-14"),
        ("missiles_launched", "RU", "2024-10-14"),
    ]


def test_a_number_in_words_and_its_exact_value_behind_a_dash_are_no_range() -> None:
    text = "Russia has lost over half a million men – 502,340, the General Staff in Kyiv says."
    assert [c.quote for c in read_text(text)] == ["half a million", "502,340"]


@pytest.mark.parametrize("text", ["Two die in Belgorod shelling", "12 die in strike on Kharkiv"])
def test_a_headline_tells_of_the_dead_in_the_present(text: str) -> None:
    claims = read_text(text)
    assert [(c.metric, c.scope) for c in claims] == [("civilians", ("killed",))]


def test_people_who_do_something_are_no_loss() -> None:
    text = (
        "Mediazona knows 70,000 dead Russian soldiers by name. Each entry is checked by two people."
    )
    assert [c.quote for c in read_text(text)] == ["70,000"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "About 180,000 Russian - and 100,000 Ukrainian - troops have been wounded.",
            [("180,000", "RU"), ("100,000", "UA")],
        ),
        (
            "Russia and Ukraine have lost 2,600 and 1,100 tanks respectively, Oryx says.",
            [("2,600", "RU"), ("1,100", "UA")],
        ),
        (
            "Ukrainian and Russian losses stand at 310,000 and 620,000 respectively.",
            [("310,000", "UA"), ("620,000", "RU")],
        ),
    ],
)
def test_two_figures_are_of_the_two_sides_in_turn(text: str, found: list[tuple[str, str]]) -> None:
    assert [(c.quote, c.party) for c in read_text(text)] == found


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("How many soldiers has Ukraine lost? About 46,000, Zelensky said.", "UA"),
        ('Asked how many Russians had died, the general answered: "Over 46,000."', "RU"),
        ("How many of the dead are Ukrainians? Zelensky has spoken of 46,000.", "UA"),
    ],
)
def test_a_bare_figure_answers_the_question_before_it(text: str, party: str) -> None:
    claims = read_text(text)
    assert [(c.quote, c.metric, c.party) for c in claims] == [("46,000", "personnel", party)]


def test_a_bare_plus_is_the_growth_of_the_total_before_it() -> None:
    text = (
        "The General Staff puts Russian losses at 673,560 personnel. Plus 1,420. Tanks: 9,030. "
        "Plus 15."
    )
    found = [(c.quote, c.metric, c.period.kind) for c in read_text(text)]
    assert found == [
        ("673,560", "personnel", "cumulative"),
        ("1,420", "personnel", "day"),
        ("9,030", "tanks", "cumulative"),
        ("15", "tanks", "day"),
    ]


def test_the_day_before_is_that_before_the_day_of_telling() -> None:
    text = "The governor said on Tuesday that a strike the day before had hurt four in Nikopol."
    assert days(text) == [("four", "2024-10-14", "2024-10-14")]


def test_a_short_table_has_months_over_its_columns() -> None:
    text = (
        "Russian losses by month, according to Ukraine's General Staff\n\n"
        "Month | July | August\nPersonnel | 34,000 | 36,810\nTanks | 235 | 219\n"
    )
    found = [(c.quote, c.metric, str(c.period.start)) for c in read_text(text)]
    assert found == [
        ("34,000", "personnel", "2024-07-01"),
        ("36,810", "personnel", "2024-08-01"),
        ("235", "tanks", "2024-07-01"),
        ("219", "tanks", "2024-08-01"),
    ]


def test_a_table_of_one_thing_has_a_month_on_each_row_and_its_source_below() -> None:
    text = (
        "Month | Personnel\nJune | 33,000\nJuly | 34,000\nAugust | 36,810\n"
        "Source: General Staff of the Armed Forces of Ukraine"
    )
    found = [(c.quote, c.party, c.claimant) for c in read_text(text)]
    assert found == [(n, "RU", "ua_general_staff") for n in ("33,000", "34,000", "36,810")]


def test_missiles_launched_are_shot_down_where_the_verb_says_so() -> None:
    text = "The air force said it downed 24 drones and all five missiles launched overnight."
    assert [c.metric for c in read_text(text)] == ["drones_downed", "missiles_downed"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Watson of the White House said Russia had lost 900 men.", "Ann Watson"),
        ("Ben Ryan of the Lowy Institute told Reuters that Russia lost 900 tanks.", "Ben Ryan"),
        ("Ukraine has lost 9,000 soldiers, its president told reporters.", "ua_president"),
        ("Seven people died in Odesa, police said.", "police"),
        ("National Police: 11 people dead in Kharkiv.", "National Police"),
    ],
)
def test_a_speaker_has_the_name_by_which_he_is_called(text: str, who: str) -> None:
    assert {claimant for _, claimant in told(text)} == {who}


def test_an_outlet_passes_on_whom_it_cited_months_before() -> None:
    text = (
        "The Wall Street Journal in September cited a confidential Ukrainian estimate of 80,000 "
        "soldiers killed."
    )
    found = [(c.claimant, c.relays) for c in read_text(text)]
    assert found == [("ua_authorities", ("wall_street_journal",))]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine has lost 9,000 soldiers, its president said. He was speaking in Kyiv on Tuesday.",
        "Nearly 9,000 Ukrainian soldiers have been killed in the war, Kyiv's top general said. "
        "Oleksandr Syrskyi, speaking to a forum on Tuesday, gave no details.",
    ],
)
def test_the_day_of_telling_may_stand_in_the_sentence_behind(text: str) -> None:
    assert days(text) == [("9,000", "2022-02-24", "2024-10-15")]


def test_police_raise_a_toll_told_before() -> None:
    text = (
        "Four people were killed in Kharkiv on Monday, the mayor said. Later in the day, police "
        "raised that to seven and spoke of 47 wounded."
    )
    found = [(c.quote, c.claimant, c.scope) for c in read_text(text)[1:]]
    assert found == [("seven", "police", ("killed",)), ("47", "police", ("wounded",))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ukrainian radar operators tracked 87 drones overnight, the air force said.",
            [("87", "RU")],
        ),
        ("The raid struck 15 of Ukraine's 24 regions on Monday.", []),
        ("It was the worst since 1982, when 323 sailors died in one night.", []),
        (
            "The war has cost Russia 315,000 soldiers, or nine in ten of the 360,000 it had.",
            [("315,000", "RU")],
        ),
        ("Of 3,500 Russian tanks, 2,200 have been lost, leaving 1,300.", [("2,200", "RU")]),
    ],
)
def test_what_is_counted_and_what_only_looks_like_it(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(c.quote, c.party) for c in read_text(text)] == found


def test_who_speaks_for_a_side_under_his_own_name_counts_the_enemys_losses() -> None:
    text = "Robert Brovdi says his unmanned forces killed 900 soldiers in a week."
    assert [c.party for c in read_text(text)] == ["RU"]


@pytest.mark.parametrize(
    "text",
    [
        "A missile killed three people in Odesa on Thursday, the governor said.\n\nOn 2 March a "
        "drone tore into a block of flats in the city and killed twelve.",
        "Three people died in Lviv, its mayor said.\n\nOn Sunday a bomb attack on Kharkiv killed "
        "twelve people.",
    ],
)
def test_another_days_attack_is_told_by_the_paper_itself(text: str) -> None:
    assert told(text)[-1] == ("twelve", None)


def test_prisoners_are_held_to_the_day_of_telling() -> None:
    text = "Some 1,300 Russian soldiers are held in Ukraine, Putin said on Wednesday."
    found = [(c.scope, str(c.period.end), c.period.kind) for c in read_text(text)]
    assert found == [(("captured",), "2024-10-16", "cumulative")]


@pytest.mark.parametrize(
    "text",
    [
        "Forty-four firefighters took part in putting the blaze out, officials said.",
        "The sign-on bonus has grown from 195,000 to 1.9 million roubles, for men of up to 65.",
        "The raid is over, and 10 people have been pulled from the rubble, the mayor said.",
    ],
)
def test_people_who_come_to_no_harm_and_sums_are_no_losses(text: str) -> None:
    assert read_text(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Oryx lists 2,270 Russian tanks. Kyiv's General Staff goes further, with a claim of 4,393.",
        "DeepState logged 2,270 assaults. It has no count of Russia's losses; the General Staff's "
        "is 38,130 for September.",
        "Oryx lists 2,270 Russian tanks. The Ukrainian General Staff had Russia at 673,000 men.",
    ],
)
def test_a_source_gives_a_figure_without_a_verb_of_saying(text: str) -> None:
    assert told(text)[-1][1] == "ua_general_staff"


def test_an_official_is_the_one_who_spoke_and_none_of_the_officials_he_spoke_of() -> None:
    text = (
        "A senior NATO official said the figure came from Ukrainian officials. Up to 40,000 "
        "Russian soldiers are dead, the official said."
    )
    assert told(text) == [("40,000", "nato")]


def test_assaults_are_those_of_the_side_whose_attacks_are_told_of() -> None:
    text = (
        "The number of Russian attacks hit a record, the project DeepState said. It logged 5,120 "
        "assaults in September."
    )
    assert [c.party for c in read_text(text)] == ["RU"]


def test_figures_of_two_months_are_told_in_turn() -> None:
    text = "In July and August Russia lost 1,520 and 1,517 artillery systems respectively."
    found = [(n, first) for n, first, _ in days(text)]
    assert found == [("1,520", "2024-07-01"), ("1,517", "2024-08-01")]


def test_a_months_losses_beside_anothers_are_no_total() -> None:
    text = "Russian losses hit 35,000 in July, and escalated to 38,130 in September."
    found = [(n, first) for n, first, _ in days(text)]
    assert found == [("35,000", "2024-07-01"), ("38,130", "2024-09-01")]


def test_losses_since_a_month_in_the_war_begin_with_the_month() -> None:
    text = "Russia has suffered 100,000 casualties since May in the war, US officials say."
    assert days(text) == [("100,000", "2024-05-01", "2024-10-18")]


def test_thousands_who_have_been_killed_are_those_of_the_war() -> None:
    text = "The Pentagon estimates that thousands of Russian troops have been killed in Ukraine."
    assert days(text) == [("thousands", "2022-02-24", "2024-10-18")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Strike on Kharkiv market kills 7; mayor says 40 are in hospital",
            [("7", None), ("40", "ua_local_authorities")],
        ),
        (
            "A missile hit Dnipro on Thursday, killing nine people, the governor said.\n\nMoscow "
            "did not comment. In January, a similar attack on the city killed 12.",
            [("nine", "ua_local_authorities"), ("12", None)],
        ),
        (
            "London says more than 600,000 Russians have been killed or hurt. On X, the Ministry "
            "of Defence put the average daily toll in September at 1,271.",
            [("600,000", "uk_mod"), ("1,271", "uk_mod")],
        ),
    ],
)
def test_who_says_each_figure(text: str, found: list[tuple[str, str | None]]) -> None:
    assert told(text) == found


def test_how_many_of_the_drones_named_before_were_downed() -> None:
    text = "Russian drones kill three in Sumy; air force says 40 of 52 were downed"
    found = [(c.quote, c.metric) for c in read_text(text)]
    assert found == [("three", "civilians"), ("40", "drones_downed"), ("52", "drones_launched")]


@pytest.mark.parametrize(
    "text",
    [
        "By Thursday evening 12 bodies had been recovered, four of them children's.",
        "Ann Lee, head of the city's council, put the number of wounded children at five.",
    ],
)
def test_few_dead_of_an_attack_are_no_wars_total(text: str) -> None:
    assert {c.period.kind for c in read_text(text)} == {"unknown"}
