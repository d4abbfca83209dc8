"""Tables of claims by many claimants: each cell accounted for, ranges kept, faults named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossledger import vocabulary
from lossledger.errors import BadInput, BadTable
from lossledger.quantity import Quantity
from lossledger.sources import Versions, dataset_document, folders, parse_folder, read_dataset

TODAY = date(2026, 11, 24)
ECONOMIST = (
    "date,estimate_low,estimate_high,estimate,type,source,source_url,country,"
    '"ignore for chart, data from warring parties"'
)
PNAS = (
    '"days","loss_count","loss_type","claim_source","time_frame","loss_country","minimum",'
    '"maximum","category","source_target"'
)
MONTHS = (
    "month,year,casualties (average daily losses),days in month,casualties in month,"
    "cumulative casualties,date (at beginning of next month),source,source_url,note"
)


def read(source, *lines, today=TODAY, name="t.csv"):
    document = dataset_document("\n".join(lines).encode(), name, source)
    return read_dataset(document, source, today=today)


def estimate(rest, day="15/02/2023"):
    return read("economist", ECONOMIST, f"{day},{rest}")


def test_the_compiler_is_a_relay_and_the_claimant_is_whom_it_names():
    (claim,) = estimate(",,43000,deaths,UK MoD,https://example.org/7,russia,").claims
    assert (claim.outlet, claim.relays, claim.claimant) == ("economist", ("economist",), "uk_mod")
    assert (claim.party, claim.metric, claim.scope) == ("RU", "personnel", ("killed",))
    assert claim.scope_words == "deaths"
    assert (claim.as_of, claim.report_date) == (date(2023, 2, 15), None)
    assert str(claim.period) == "2022-02-24 to 2023-02-15"


def test_a_range_stays_a_range_and_its_middle_is_nobodys_claim():
    reading = estimate("1000,3000,2000,casualties,CIA,,ukraine,")
    (claim,) = reading.claims
    assert claim.quantity == Quantity(1000, 3000)
    assert claim.quote == "1000,3000"
    assert (claim.claimant, claim.party) == ("cia", "UA")
    middle = next(number for number in reading.ignored if number.quote == "2000")
    assert "never its midpoint" in middle.reason


def test_a_central_figure_that_is_not_the_middle_is_a_claim_of_its_own():
    values = [claim.quantity for claim in estimate("1000,3000,1500,deaths,CIA,,russia,").claims]
    assert values == [Quantity(1000, 3000), Quantity(1500, 1500)]


def test_one_bound_alone_leaves_the_other_open():
    assert estimate('"700,000",,,casualties,US DoD,,russia,').claims[0].quantity == Quantity(
        700000, None
    )
    assert estimate(",25000,,deaths,UK MoD,,russia,").claims[0].quantity == Quantity(None, 25000)


def test_who_passed_a_figure_on_to_the_compiler_stands_behind_it_in_the_chain():
    (claim,) = estimate(",,120000,deaths,US officials (via NYT),,russia,").claims
    assert claim.claimant == "us_officials"
    assert claim.relays == ("economist", "new_york_times")


def test_an_unknown_name_is_kept_as_it_stands():
    assert estimate(",,9,deaths,The Memory Book,,ukraine,").claims[0].claimant == "The Memory Book"


@pytest.mark.parametrize(
    ("speaker", "country", "basis"),
    [
        ("Office of the President of Ukraine", "ukraine", "admission"),
        ("Office of the President of Ukraine", "russia", "cites"),
        ("Russian Ministry of Defense", "russia", "admission"),
        ("Russian Ministry of Defense", "ukraine", "cites"),
    ],
)
def test_a_sides_figure_for_its_own_losses_is_an_admission_on_either_side(speaker, country, basis):
    assert estimate(f",,10000,deaths,{speaker},,{country},yes").claims[0].basis == basis


def test_every_cell_with_a_digit_is_claimed_or_ignored_with_a_reason():
    reading = estimate(",,43000,deaths,UK MoD,https://example.org/7,russia,")
    quotes = {number.quote: number.reason for number in reading.ignored}
    assert set(quotes) == {"15/02/2023", "https://example.org/7"}
    assert all(quotes.values())
    assert not reading.unread


def test_quotes_lead_back_to_the_bytes_of_the_file_whatever_its_letters():
    row = "15/02/2023,,,43000,deaths,Оцінка,,russia,"
    document = dataset_document(f"{ECONOMIST}\n{row}\n{row}".encode(), "t.csv", "economist")
    for claim in read_dataset(document, "economist", today=TODAY).claims:
        start, end = claim.byte_span.start, claim.byte_span.end
        assert document.content[start:end].decode() == claim.quote == "43000"
        assert claim.claimant == "Оцінка"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "15/02/2023,,,x,deaths,CIA,,russia,",
            "record 1, field 'estimate': 'x' is no whole number",
        ),
        ("15/02/2023,,,-5,deaths,CIA,,russia,", "field 'estimate': '-5' is no whole number"),
        ("15/02/2023,,,,deaths,CIA,,russia,", "record 1: has no figure"),
        ("15/02/2023,9,3,,deaths,CIA,,russia,", "'estimate_low': the lower bound 9 is above"),
        ("31/02/2023,,,5,deaths,CIA,,russia,", "field 'date': '31/02/2023' is no date"),
        ("15/02/2027,,,5,deaths,CIA,,russia,", "2027-02-15 is in the future"),
        ("23/02/2022,,,5,deaths,CIA,,russia,", "2022-02-23 lies before 2022-02-24"),
        ("15/02/2023,,,5,deaths,,,russia,", "field 'source': nobody is named"),
        ("15/02/2023,,,5,hurt,CIA,,russia,", "field 'type': unknown word 'hurt'"),
        ("15/02/2023,,,5,deaths,CIA,,narnia,", "field 'country': unknown word 'narnia'"),
        ("15/02/2023,,,5,deaths", "record 1: has 5 cells, the header has 9"),
        ('15/02/2023,,,5,"deaths,CIA,,russia,', "line 2: a quotation mark stands where none"),
        ("15/02/2023,,,999999999,deaths,CIA,,russia,", "too large to be a count"),
    ],
)
def test_a_fault_names_file_record_and_field(row, message):
    with pytest.raises(BadInput) as raised:
        read("economist", ECONOMIST, row)
    assert str(raised.value).startswith("t.csv, ")
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([""], "the file is empty"),
        ([ECONOMIST], "the file has no row"),
        (["date,date", "1,2"], "header: column 'date' is given twice"),
        (["colour", "1"], "record 1: unknown field 'colour'"),
        (["date", "15/02/2023"], "field 'estimate_low' is missing"),
    ],
)
def test_a_file_of_another_form_is_refused(lines, message):
    with pytest.raises(BadInput) as raised:
        read("economist", *lines)
    assert message in str(raised.value)


def coded(count, who="UA Source", frame="Cumulative", country="Russia", flags="0,0", kind="Tanks"):
    row = f'3,{count},"x","{who}","{frame}","{country}",{flags},"{kind}","y"'
    return read("pnas", PNAS, row).claims[0]


def test_the_number_of_the_wars_day_becomes_a_date():
    assert coded(56).as_of == date(2022, 2, 26)
    assert coded(56, frame="Day").period.kind == "day"


def test_a_round_number_as_statistics_programs_write_it_is_whole():
    assert coded("1e+05").quantity == Quantity(100000, 100000)


def test_flags_make_bounds():
    assert coded(56, flags="1,0").quantity == Quantity(56, None)
    assert coded(56, flags="0,1").quantity == Quantity(None, 56)
    with pytest.raises(BadInput, match="is a lower and an upper bound"):
        coded(56, flags="1,1")


def test_a_group_that_names_nobody_is_unattributed():
    assert coded(56, who="Other").claimant is None


def test_swapped_sides_give_the_mirrored_claim():
    ours = coded(56, who="UA Source", country="Russia")
    theirs = coded(56, who="RU Source", country="Ukraine")
    swap = {"ua_authorities": "ru_authorities", "RU": "UA"}
    assert theirs.claimant == swap[ours.claimant]
    assert theirs.party == swap[ours.party]
    same = ("metric", "scope", "quantity", "basis", "stance", "as_of", "relays", "rules")
    assert [getattr(ours, name) for name in same] == [getattr(theirs, name) for name in same]


def month(rest, name="april", year=2022, mean=193, days=30, day="01/05/2022"):
    row = f"{name},{year},{mean},{days},{rest},{day},UK MoD,https://example.org,"
    return read("uk_mod_monthly", MONTHS, row)


def test_a_months_total_that_is_mean_times_days_is_derived_from_the_mean():
    reading = month("5790,5790")
    mean, total, running = reading.claims
    assert [claim.stance for claim in reading.claims] == ["asserted", "derived", "derived"]
    assert "period.rate" in mean.rules
    assert str(total.period) == "2022-04-01 to 2022-04-30"
    assert running.period.start == date(2022, 3, 1)
    assert [(r.kind, r.source, r.targets) for r in reading.relations] == [
        ("derived_from", total.id, (mean.id,)),
        ("derived_from", running.id, (total.id,)),
    ]


def test_a_months_total_that_is_not_the_product_is_a_figure_by_itself():
    assert [claim.stance for claim in month("5800,9000").claims] == ["asserted"] * 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"name": "may"}, "month"), ({"year": 2023}, "year"), ({"days": 31}, "days in month")],
)
def test_a_month_that_is_not_the_one_before_its_date_is_refused(changes, field):
    with pytest.raises(BadInput, match=f"field '{field}': .* is not the .* of the month before"):
        month("5790,5790", **changes)


def test_models_of_one_list_are_parts_with_their_names():
    rows = (
        '[{"equipment_oryx": "Tanks", "model": "T-1", "manufacturer": "m", "losses_total": 4,'
        ' "equipment_ua": "Tanks"}]'
    )
    (claim,) = read("oryx_by_model", rows, name="t.json").claims
    assert (claim.claimant, claim.relays, claim.metric) == ("oryx", ("daily_mirror",), "tanks")
    assert claim.scope_words == "Tanks: T-1"
    assert "dataset.part" in claim.rules
    assert claim.as_of is None


TABLE = 'home = "https://example.org/"\nlicence = "MIT"\n[table]\nformat = "csv"\nbasis = "cites"\n'
COLUMNS = '[table.columns]\nn = { role = "value" }\nk = { role = "kind" }\n'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (TABLE, "has no column with a figure"),
        (TABLE + COLUMNS, "needs either a party or one column with the role 'party'"),
        (TABLE + 'party = "RU"\n' + COLUMNS, "needs either a claimant or one column"),
        (TABLE + '[table.columns]\nn = { role = "lap" }', "unknown role 'lap'"),
        (TABLE + '[table.columns]\nn = { role = "ignored" }', "reason is missing"),
        (TABLE + '[table.kinds]\nx = { metric = "boots" }', "unknown metric 'boots'"),
        (TABLE + '[table.speakers]\nx = { claimant = "zz" }', "unknown claimant 'zz'"),
        (TABLE + '[table.speakers]\nx = { relays = ["zz"] }', "unknown relay 'zz'"),
        (TABLE + '[table.parties]\nx = "ZZ"', "unknown x 'ZZ'"),
        (TABLE + "colour = 1", "unknown key 'colour'"),
    ],
)
def test_a_table_that_breaks_the_rules_is_refused(text, what):
    with pytest.raises(BadTable) as raised:
        parse_folder("economist", text)
    assert raised.value.what.startswith(what)


def test_claimants_that_matter_have_a_definition_with_its_evidence():
    for source in ("ua_general_staff", "ru_mod", "uk_mod", "us_dia", "mediazona", "bbc_russian"):
        found = [d for d in folders()[source].definitions if d.metric == "personnel"]
        assert found, source
        assert all(d.evidence for d in found)
    assert folders()["oryx"].definitions
    assert folders()["un"].definitions


@pytest.mark.parametrize(
    ("source", "basis", "expected"),
    [
        ("ua_general_staff", None, "party_claim"),
        ("ru_mod", None, "party_claim"),
        ("uk_mod", None, "third_party_estimate"),
        ("mediazona", None, "named_floor"),
        ("mediazona", "model", "model"),
        ("oryx", "cites", "visual_floor"),
        ("The Memory Book", None, "unclassified"),
        (None, None, "unclassified"),
    ],
)
def test_the_class_of_evidence_comes_from_the_tables_and_the_basis(source, basis, expected):
    assert vocabulary.evidence_class(source, basis) == expected


WORDS = st.text(st.sampled_from('ab1,"\n\r 9;é'), max_size=12)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=10), min_size=1, max_size=4))
def test_any_text_is_read_in_full_or_refused_by_name(rows):
    text = "\n".join(",".join(cells) for cells in rows)
    try:
        place, read_ = "t.csv", bool(read("economist", ECONOMIST, text).claims)
    except BadInput as error:
        place, read_ = error.where, True
    assert place.startswith("t.csv")
    assert read_


@given(
    st.lists(
        st.tuples(st.integers(0, 99_999_999), st.text(st.sampled_from('aé"1,\n'), max_size=6)),
        min_size=1,
        max_size=5,
    )
)
def test_quoted_cells_of_any_content_keep_their_places(rows):
    quoted = [(number, url.replace('"', '""')) for number, url in rows]
    lines = [f'15/02/2023,,,{number},deaths,CIA,"{url}",russia,' for number, url in quoted]
    reading = read("economist", ECONOMIST, *lines)
    assert [claim.quantity.value for claim in reading.claims] == [number for number, _ in rows]
    for claim in reading.claims:
        place = slice(claim.byte_span.start, claim.byte_span.end)
        assert reading.document.content[place].decode() == claim.quote


def test_a_long_line_of_open_quotation_marks_is_refused_in_linear_time():
    with pytest.raises(BadInput):
        read("economist", ECONOMIST, '"' + 'a""' * 100_000)


def test_the_history_of_a_table_is_refused_because_its_rows_have_no_key():
    with pytest.raises(BadInput, match="is a table of claims; only datasets of daily records"):
        Versions("pnas")


def test_a_folder_has_a_dataset_or_a_table():
    text = (
        'home = "https://example.org/"\nlicence = "MIT"\n[dataset]\nclaimant = "oryx"\n'
        'party = "RU"\nbasis = "cites"\n[dataset.columns]\nd = { role = "date", reason = "r" }\n'
        '[table]\nformat = "csv"\nbasis = "cites"\nclaimant = "oryx"\nparty = "RU"\n'
        '[table.columns]\nn = { role = "value" }\nk = { role = "kind" }\n'
    )
    with pytest.raises(BadTable, match="has a dataset and a table"):
        parse_folder("economist", text)
