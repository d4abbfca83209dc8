"""A figure that follows another source's series counts once, and is named as a relay."""

from types import SimpleNamespace

import pytest
from hand_made import SHARED, WAR, claim, day, document
from test_checks_on_a_few_reports import ON, figure, known

from lossledger.checks import check
from lossledger.model import Reading
from lossledger.period import UNKNOWN, cumulative, month_of
from lossledger.sources import following

TOTAL = cumulative(WAR, ON)
TEXT = "London put the losses of January at 26,220.\n"
JANUARY = month_of(day("2024-01-15"))  # 386,230 - 360,010 = 26,220


def follows(source, metric, party, on):
    """One source follows the reports that the tests hold."""
    if (source, metric, party) == ("uk_mod", "personnel", "RU"):
        return SimpleNamespace(of="ua_general_staff", evidence="So it was found.")
    return None


def judged(value: int, text: str = TEXT, **read: object):
    said = {"claimant": "uk_mod", "period": JANUARY, "scope": ("killed", "wounded"), **read}
    words = "26,220"
    one = claim(text, words, value=value, **said)
    return check(Reading(document(text, ON), (one,)), known(), descents=follows)[0]


def test_a_figure_within_one_per_cent_is_named_as_that_of_the_series_it_follows():
    finding = judged(26300)
    assert (finding.verdict, finding.cause) == ("consistent", "relay_as_source")
    assert finding.message == (
        "26,300 follows 26,220, the reported loss for 1 to 31 Jan 2024 by loss day, as published "
        "by General Staff of the Armed Forces of Ukraine; the text gives it as a figure of "
        "Ministry of Defence of the United Kingdom. The figures on personnel of Ministry of Defence "
        "of the United Kingdom follow that series, so that the two count once. So it was found."
    )


def test_a_third_partys_own_series_that_follows_another_is_told_to_count_once():
    own = figure("personnel", "2024-02-22", 407000, claimant="uk_mod", claim_id="u")
    one = claim(TEXT, "26,220", value=407000, claimant="uk_mod", period=TOTAL)
    finding = check(Reading(document(TEXT, ON), (one,)), known(own), descents=follows)[0]
    assert finding.verdict == "reproduced"
    assert finding.message.endswith("so that the two count once. So it was found.")


def test_a_figure_of_its_own_is_none_of_the_series():
    assert judged(31000).verdict == "not_in_ledger"


def test_one_who_follows_nobody_is_not_said_to_follow_by_a_figure_that_is_only_near():
    assert judged(26300, claimant="nato").verdict == "not_in_ledger"


@pytest.mark.parametrize("how", [{"basis": "own_estimate"}, {"text": "independently"}])
def test_a_figure_presented_as_independent_does_not_confirm_its_ancestor(how):
    text = TEXT
    if "text" in how:
        text, how = "London independently put the losses of January at 26,220.\n", {}
    finding = judged(26220, text, **how)
    assert (finding.verdict, finding.cause) == ("contradicted", "relay_as_source")
    assert finding.message.endswith(
        "So it was found. A figure that is passed on does not confirm the one it comes from."
    )


def test_a_sentence_that_names_the_ancestor_says_itself_that_the_figure_is_passed_on():
    text = "London cites the Ukrainian General Staff, which put the losses at 26,220.\n"
    finding = judged(26220, text)
    assert (finding.verdict, finding.cause) == ("reproduced", None)
    assert finding.message.endswith("cites it, so that the two count once.")


def test_a_mean_a_day_follows_the_series_too():
    text = "In January, London said, 26,220 a day were lost.\n"
    finding = judged(846, text, period=UNKNOWN, rules=("period.rate",))
    assert finding.cause == "relay_as_source"
    assert "as a mean a day" in finding.message


def test_the_tables_say_whom_a_ministry_follows_and_on_what_evidence():
    held = following("uk_mod", "personnel", "RU", day("2024-11-30"))
    assert held is not None
    assert held.of == "ua_general_staff"
    assert following("uk_mod", "personnel", "UA", day("2024-11-30")) is None
    assert following("uk_mod", "personnel", "RU", day("2022-02-28")) is None
    assert following("mediazona", "personnel", "RU", day("2024-11-30")) is None


def test_the_evidence_in_the_table_is_what_the_figures_show():
    monthly = SHARED / "estimates" / "uk_mod_monthly.csv"
    if not monthly.is_file():
        pytest.skip("the monthly means are not here")
    rows = [line.split(",") for line in monthly.read_text("utf-8").splitlines()[1:]]
    held = following("uk_mod", "personnel", "RU", day("2024-11-30"))
    assert held is not None
    assert f"Of its {len(rows)} monthly means" in held.evidence
