"""A dataset's cells as claims; a file with a fault gives nothing and says where."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lossledger.errors import BadInput
from lossledger.model import Span
from lossledger.quantity import Quantity
from lossledger.sources import LARGEST_FILE, dataset_document, read_dataset

TODAY = date(2026, 11, 24)


def read(content, today=TODAY, **options):
    """The reading of some records, or of the text of a file, as the daily mirror."""
    text = content if isinstance(content, (str, bytes)) else json.dumps(content, indent=1)
    raw = text if isinstance(text, bytes) else text.encode()
    document = dataset_document(raw, "losses.json", "daily_mirror")
    return read_dataset(document, "daily_mirror", today=today, **options)


def record(day="2024-02-22", number=729, **fields):
    """One record; field names with spaces are given as a dictionary by the tests."""
    return {"date": day, "day": number, **fields}


def test_a_cell_is_a_claim_of_the_claimant_relayed_by_the_dataset():
    (claim,) = read([record(tank=6523)]).claims
    assert (claim.outlet, claim.relays) == ("daily_mirror", ("daily_mirror",))
    assert (claim.claimant, claim.party, claim.metric) == ("ua_general_staff", "RU", "tanks")
    assert (claim.basis, claim.stance, claim.scope) == ("cites", "asserted", None)
    assert claim.scope_words == "tank"
    assert claim.quantity == Quantity.exactly(6523)
    assert str(claim.period) == "2022-02-24 to 2024-02-22"
    assert claim.period.kind == "cumulative"
    assert claim.as_of == claim.report_date == date(2024, 2, 22)
    assert claim.quote == "6523"
    assert claim.sentence == '{"date": "2024-02-22", "tank": 6523}'
    assert claim.rules == ("dataset.daily_mirror",)


def test_the_document_is_the_file_under_its_outlet():
    document = read([record(tank=6523)]).document
    assert (document.media_type, document.outlet) == ("application/json", "daily_mirror")
    assert (document.origin, document.language) == ("losses.json", "und")
    assert document.text.encode() == document.content


def test_the_qualifier_about_is_a_hedge():
    (claim,) = read([record(personnel=407240, **{"personnel*": "about"})]).claims
    assert claim.quantity == Quantity(407240, 407240, hedge="about")
    assert claim.sentence.endswith('"personnel": 407240, "personnel*": "about"}')


def test_the_qualifier_more_is_a_strict_lower_bound():
    (claim,) = read([record(personnel=11000, **{"personnel*": "more"})]).claims
    assert claim.quantity == Quantity(11000, None, strict=True)


def test_prisoners_are_counted_as_captured():
    total, prisoners = read([record("2022-03-01", 6, personnel=5710, POW=200)]).claims
    assert (total.metric, total.scope) == ("personnel", None)
    assert (prisoners.metric, prisoners.scope) == ("personnel", ("captured",))


def test_categories_that_merged_keep_their_history():
    reading = read(
        [
            record("2022-04-30", 66, **{"military auto": 1701, "fuel tank": 76}),
            record("2022-05-01", 67, **{"vehicles and fuel tanks": 1796}),
        ]
    )
    assert [(claim.metric, claim.scope_words) for claim in reading.claims] == [
        ("vehicles", "military auto"),
        ("fuel_tanks", "fuel tank"),
        ("vehicles", "vehicles and fuel tanks"),
    ]


def test_every_other_number_is_ignored_with_a_reason():
    ignored = read([record(tank=6523, **{"greatest losses direction": "Avdiivka"})]).ignored
    assert [(number.quote, number.reason) for number in ignored] == [
        ("2024-02-22", "the date of the record"),
        ("729", "the day of the war, counted by the dataset"),
    ]


def test_spans_lead_to_the_number_in_text_and_bytes_behind_any_letters():
    place = {"greatest losses direction": 'Авдіївка \\ "123" 45'}
    text = json.dumps([record(**place, tank=6523), record("2024-02-23", 730, tank=6523)])
    for raw in (text, json.dumps(json.loads(text), ensure_ascii=False)):
        for content in (raw.encode(), b"\xef\xbb\xbf" + raw.encode()):
            reading = read(content)
            first, second = reading.claims
            assert first.span != second.span
            for claim in (first, second):
                bytes_at = slice(claim.byte_span.start, claim.byte_span.end)
                assert reading.document.content[bytes_at] == b"6523"
                assert reading.document.text[claim.span.start : claim.span.end] == "6523"


def test_claims_of_the_same_bytes_have_the_same_ids():
    records = [record(tank=6523, APC=12373)]
    assert [c.id for c in read(records).claims] == [c.id for c in read(records).claims]
    assert len({claim.id for claim in read(records).claims}) == 2


def test_progress_ends_with_all_records():
    seen = []
    days = [date.fromordinal(date(2024, 2, 22).toordinal() + n) for n in range(120)]
    records = [record(str(day), 729 + n, tank=6523 + n) for n, day in enumerate(days)]
    read(records, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(50, 120), (100, 120), (120, 120)]


def test_a_record_of_today_is_read():
    assert len(read([record(tank=6523)], today=date(2024, 2, 22)).claims) == 1


FIRST = record("2024-02-21", 728, tank=6516)
BAD = {
    "an empty file": ("", "losses.json: the file is empty (fetch the dataset again)"),
    "broken JSON": (
        '[\n {"date": "2024-02-22" "tank": 1}\n]',
        "losses.json, line 2, column 24: broken JSON: Expecting ',' delimiter "
        "(fetch the dataset again)",
    ),
    "a file cut short": (
        '[{"date": "2024-02-22", "ta',
        "losses.json, line 1, column 25: broken JSON: Unterminated string starting at "
        "(fetch the dataset again)",
    ),
    "no text": (
        b"\x89PNG\r\n",
        "losses.json, byte 0: is not UTF-8 text (give the dataset's own file)",
    ),
    "no list": (
        {"date": "2024-02-22"},
        "losses.json: the JSON is no list of records (a list of records is needed)",
    ),
    "an empty list": ([], "losses.json: the list has no record (fetch the dataset again)"),
    "a deep nest": (
        "[" * 100_000,
        "losses.json: the JSON is nested too deeply (a list of records is needed)",
    ),
    "no record": ([FIRST, 7], "losses.json, record 2: 7 is no record with fields"),
    "a missing date": (
        [FIRST, {"day": 729, "tank": 1}],
        "losses.json, record 2: field 'date' is missing (every record needs its date)",
    ),
    "an unreadable date": (
        [record("22.02.2024", 729)],
        "losses.json, record 1, field 'date': '22.02.2024' is no date (write it as YYYY-MM-DD)",
    ),
    "a day that the month has not": (
        [record("2023-02-29", 371)],
        "losses.json, record 1, field 'date': '2023-02-29' is no date (write it as YYYY-MM-DD)",
    ),
    "a duplicate date": (
        [FIRST, FIRST],
        "losses.json, record 2 (2024-02-21): record 1 has the same date",
    ),
    "a date in the future": (
        [record("2026-11-25", 1736, tank=1)],
        "losses.json, record 1 (2026-11-25): the date is in the future (today is 2026-11-24)",
    ),
    "a wrong day": (
        [record(number=728, tank=1)],
        "losses.json, record 1 (2024-02-22), field 'day': is 728, but 2024-02-22 is day 729 "
        "of the war",
    ),
    "a day before the war": (
        [record("2022-02-23", 1)],
        "losses.json, record 1 (2022-02-23), field 'day': is 1, but 2022-02-23 is day 0 of the war",
    ),
    "a string": (
        [FIRST, record(tank="6523")],
        "losses.json, record 2 (2024-02-22), field 'tank': '6523' is a string; "
        "a whole number belongs here",
    ),
    "a fraction": (
        [record(tank=6523.5)],
        "losses.json, record 1 (2024-02-22), field 'tank': 6523.5 is not whole; "
        "a whole number belongs here",
    ),
    "true": (
        [record(tank=True)],
        "losses.json, record 1 (2024-02-22), field 'tank': is true; a whole number belongs here",
    ),
    "null": (
        [record(tank=None)],
        "losses.json, record 1 (2024-02-22), field 'tank': is null; a whole number belongs here",
    ),
    "NaN": (
        [record(tank=float("nan"))],
        "losses.json, record 1 (2024-02-22), field 'tank': nan is not whole; "
        "a whole number belongs here",
    ),
    "a negative number": (
        [record(tank=-1)],
        "losses.json, record 1 (2024-02-22), field 'tank': -1 is negative; "
        "a whole number belongs here",
    ),
    "a number too large": (
        [record(tank=10**8)],
        "losses.json, record 1 (2024-02-22), field 'tank': 100000000 is too large to be a count; "
        "a whole number belongs here",
    ),
    "an endless number": (
        '[{"date": "2024-02-22", "tank": 1' + "0" * 5000 + "}]",
        "losses.json, record 1 (2024-02-22), field 'tank': 1" + "0" * 39 + "… is too large "
        "to be a count; a whole number belongs here",
    ),
    "a list in a cell": (
        [record(tank=[6523])],
        "losses.json, record 1 (2024-02-22), field 'tank': is a list or an object; "
        "one value belongs here",
    ),
    "an object in an ignored cell": (
        [record(**{"greatest losses direction": {}})],
        "losses.json, record 1 (2024-02-22), field 'greatest losses direction': "
        "is a list or an object; one value belongs here",
    ),
    "an unknown column": (
        [record(**{"balloon\ud800": 1})],
        "losses.json, record 1 (2024-02-22): unknown field 'balloon\\ud800' "
        "(add the column to sources/daily_mirror/source.toml)",
    ),
    "a field given twice": (
        '[{"date": "2024-02-22", "tank": 1, "tank": 2}]',
        "losses.json, record 1 (2024-02-22): field 'tank' is given twice (keep one of them)",
    ),
    "an unknown qualifier": (
        [record(personnel=1, **{"personnel*": "roughly"})],
        "losses.json, record 1 (2024-02-22), field 'personnel*': unknown word 'roughly' "
        "(known: about, more)",
    ),
    "a qualifier without a figure": (
        [record(**{"personnel*": "about"})],
        "losses.json, record 1 (2024-02-22), field 'personnel*': "
        "there is no 'personnel' that it qualifies",
    ),
    "a column after its end": (
        [record(**{"fuel tank": 76})],
        "losses.json, record 1 (2024-02-22), field 'fuel tank': this column is known "
        "until 2022-04-30 only (check the record's date)",
    ),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_file_with_a_fault_gives_nothing_and_says_where(fault):
    content, message = BAD[fault]
    with pytest.raises(BadInput) as raised:
        read(content)
    assert str(raised.value) == message
    assert "\n" not in message


def test_a_file_too_large_is_refused_before_it_is_read():
    with pytest.raises(BadInput) as raised:
        dataset_document(b" " * (LARGEST_FILE + 1), "losses.json", "daily_mirror")
    assert raised.value.what == ("the file has 20,971,521 bytes; a dataset has at most 20,971,520")


def test_a_source_without_a_dataset_is_refused():
    document = dataset_document(b"[]", "losses.json", "uk_mod")
    with pytest.raises(BadInput) as raised:
        read_dataset(document, "uk_mod", today=TODAY)
    assert raised.value.what == "has no dataset to read"
    assert (
        raised.value.fix == "datasets: daily_mirror, economist, oryx_by_model, pnas, uk_mod_monthly"
    )


WORDS = st.sampled_from(
    ["", "6523", "about", 'a "quoted" word', "\\", "[{,:}]", "Авдіївка", "\ud83d"]
)
NUMBERS = st.integers(0, 10**7)
CELLS = st.one_of(NUMBERS, NUMBERS, NUMBERS, WORDS, st.sampled_from([None, True, -1, 0.5, []]))
FIELDS = st.sampled_from(["tank", "personnel", "personnel*", "greatest losses direction", "x"])


@given(st.dictionaries(FIELDS, CELLS, max_size=3), st.booleans())
def test_any_record_is_read_in_full_or_refused_by_name(cells, plain):
    content = json.dumps([record(**cells)], ensure_ascii=plain).encode("utf-8", "replace")
    refused, claims = "losses.json, record 1 (2024-02-22)", None
    try:
        claims = read(content).claims
    except BadInput as error:
        refused = error.where
    assert refused.startswith("losses.json, record 1 (2024-02-22)")
    if claims is not None:
        figures = {name: value for name, value in cells.items() if name in ("tank", "personnel")}
        assert {c.scope_words: int(c.quote) for c in claims} == figures


@given(st.dictionaries(st.sampled_from(["tank", "APC", "MRL", "drone"]), st.integers(0, 10**7)))
def test_each_quote_stands_at_its_span(cells):
    reading = read([record(**cells)])
    for claim, value in zip(reading.claims, cells.values(), strict=True):
        assert claim.quote == str(value) == reading.document.text[_slice(claim.span)]


def _slice(span: Span) -> slice:
    return slice(span.start, span.end)
