from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_samples import NOON, a_claim, a_document, a_reading

from lossledger.errors import NotFound
from lossledger.ledger import Coverage, open_ledger
from lossledger.model import BASES, CONFIDENCES, SCOPES, STANCES, Claim, Reading, Span
from lossledger.period import KINDS, Period, cumulative
from lossledger.quantity import Quantity

LATER = NOON + timedelta(days=1)


def stored(ledger, *claims, document, at=NOON):
    ledger.append([Reading(document, claims)], recorded_at=at)


def test_an_answer_as_of_a_moment_does_not_change_by_later_writes(ledger):
    first, second = a_reading(), a_reading("about 408240 (+1000) persons", 408240)

    def answers():
        return (
            ledger.claims(as_of=NOON),
            ledger.figures("personnel", as_of=NOON),
            ledger.coverage(as_of=NOON),
            ledger.metrics(as_of=NOON),
            ledger.documents(as_of=NOON),
        )

    ledger.append([first], recorded_at=NOON)
    before = answers()
    ledger.append([second], recorded_at=LATER)
    extra = a_claim(first.document, 9, metric="tanks")
    stored(ledger, extra, document=first.document, at=LATER)
    assert answers() == before
    assert len(ledger.claims()) == 5
    assert ledger.metrics() == ["personnel", "tanks"]


def test_a_claim_is_not_known_before_it_was_recorded(ledger):
    ledger.append([a_reading()], recorded_at=NOON)
    assert ledger.claims(as_of=NOON - timedelta(microseconds=1)) == []
    assert len(ledger.claims(as_of=NOON)) == 2
    assert len(ledger.claims(as_of=NOON.replace(tzinfo=None))) == 2


def test_claims_are_found_by_what_they_say(ledger):
    document = a_document()
    one = a_claim(document, 5, date(2024, 2, 1))
    two = a_claim(document, Quantity(4, 6), date(2024, 2, 2), party="UA", claimant="ru_mod")
    three = a_claim(document, 6, date(2024, 2, 3), metric="tanks", relays=("reuters", "ua_mod"))
    undated = a_claim(document, 8, date(2024, 2, 4), report_date=None)
    stored(ledger, three, two, one, undated, document=document)
    assert ledger.claims() == [one, two, three, undated]
    assert ledger.claims(value=6) == [two, three]
    assert ledger.claims(value=5) == [one]
    assert ledger.claims(party="UA") == [two]
    assert ledger.claims(claimant="ru_mod") == [two]
    assert ledger.claims(metric="tanks") == [three]
    assert ledger.claims(relay="reuters") == [three]
    assert ledger.claims(relay="reut") == []
    assert ledger.claims(document=document.id, metric="personnel") == [one, two, undated]
    assert ledger.claims(since=date(2024, 2, 2), until=date(2024, 2, 3)) == [two, three]
    assert ledger.claims(since=date(2024, 2, 4)) == [undated]


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger):
    reading = a_reading()
    ledger.append([reading], recorded_at=NOON)
    total = reading.claims[0]
    assert ledger.claim(total.id) == total
    assert ledger.claim(total.id[:12]) == total


def test_an_id_that_no_claim_or_several_claims_have_is_told_apart(ledger):
    document = a_document()
    stored(ledger, *(a_claim(document, n) for n in range(40)), document=document)
    with pytest.raises(NotFound) as caught:
        ledger.claim("xyz%")
    assert str(caught.value) == "xyz%: no claim has this id"
    firsts = [claim.id[0] for claim in ledger.claims()]
    common = max(firsts, key=firsts.count)
    with pytest.raises(NotFound) as caught:
        ledger.claim(common)
    assert str(caught.value) == (
        f"{common}: several claims' ids begin like this (give more of the id)"
    )
    with pytest.raises(NotFound) as caught:
        ledger.document("0" * 64)
    assert str(caught.value) == f"{'0' * 64}: no document has this id"


def test_figures_come_by_report_date_with_the_hands_they_went_through(ledger):
    document = a_document()
    late = a_claim(document, 7, date(2024, 2, 3), relays=("bbc", "daily_mirror"))
    early = a_claim(document, Quantity(3, None, True, "about"), date(2024, 2, 1), scope=("killed",))
    undated = a_claim(document, 9, report_date=None, as_of=None)
    other = a_claim(document, 1, metric="tanks")
    stored(ledger, late, early, undated, other, document=document)
    figures = ledger.figures("personnel", "RU", "ua_general_staff")
    assert [figure.claim_id for figure in figures] == [undated.id, early.id, late.id]
    assert [figure.via for figure in figures] == [
        "ua_general_staff",
        "ua_general_staff",
        "daily_mirror",
    ]
    said = figures[1]
    assert (said.low, said.high, said.strict, said.hedge) == (3, None, True, "about")
    assert (said.kind, said.start, said.end) == (
        "cumulative",
        date(2022, 2, 24),
        date(2024, 2, 1),
    )
    assert (said.document, said.scope, said.stance) == (document.id, ("killed",), "asserted")
    assert (said.as_of, said.report_date, said.recorded_at) == (
        date(2024, 2, 1),
        date(2024, 2, 1),
        NOON,
    )
    assert ledger.figures("personnel", "UA") == []


def test_coverage_names_claimant_party_metric_and_hands(ledger):
    document = a_document()
    days = [date(2024, 2, d) for d in (3, 1, 2)]
    posts = [a_claim(document, n, day) for n, day in enumerate(days)]
    mirrored = [
        a_claim(document, 5, days[0], outlet=outlet, relays=("daily_mirror",))
        for outlet in ("daily_mirror", "someone")
    ]
    stored(ledger, *posts, *mirrored, document=document)
    assert ledger.coverage() == [
        Coverage("ua_general_staff", "RU", "personnel", "daily_mirror", days[0], days[0], 2),
        Coverage("ua_general_staff", "RU", "personnel", "ua_general_staff", days[1], days[0], 3),
    ]


def test_only_the_moments_of_known_claims_are_given(ledger):
    reading = a_reading()
    ledger.append([reading], recorded_at=NOON)
    known = reading.claims[0].id
    assert ledger.recorded([known, "f" * 32]) == {known: NOON}


def test_an_empty_ledger_answers_with_nothing(ledger):
    assert ledger.claims() == ledger.figures("personnel") == ledger.coverage() == []
    assert ledger.metrics() == ledger.documents() == []


moments = st.datetimes(timezones=st.just(UTC))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
words = st.lists(texts, max_size=3).map(tuple)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
spans = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda p: Span(*sorted(p)))
bounds = st.integers(0, 2**63 - 1)
quantities = st.builds(
    Quantity.exactly, bounds, st.one_of(st.none(), st.sampled_from(["about", "nearly"]))
) | st.builds(
    lambda a, b, open_end, strict: Quantity(
        None if open_end == "low" else min(a, b), None if open_end == "high" else max(a, b), strict
    ),
    bounds,
    bounds,
    st.sampled_from(["low", "high", "none"]),
    st.booleans(),
)
periods = st.builds(
    lambda a, b, kind, open_start: Period(None if open_start else min(a, b), max(a, b), kind),
    days,
    days,
    st.sampled_from(KINDS),
    st.booleans(),
) | st.just(cumulative(None, None))
maybe = st.one_of(st.none(), texts)


@st.composite
def any_claim(draw):
    return Claim(
        document="",
        span=draw(spans),
        byte_span=draw(spans),
        quote=draw(texts),
        sentence=draw(texts),
        outlet=draw(maybe),
        relays=draw(words),
        claimant=draw(maybe),
        party=draw(maybe),
        metric=draw(texts),
        scope=draw(st.none() | st.lists(st.sampled_from(SCOPES), unique=True).map(tuple)),
        scope_words=draw(maybe),
        quantity=draw(quantities),
        period=draw(periods),
        as_of=draw(st.none() | days),
        report_date=draw(st.none() | days),
        stance=draw(st.sampled_from(STANCES)),
        basis=draw(st.none() | st.sampled_from(BASES)),
        confidence=draw(st.sampled_from(CONFIDENCES)),
        rules=draw(words),
    )


@given(st.lists(any_claim(), max_size=5), moments)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_claim_comes_back_as_it_went_in(tmp_path_factory, drawn, moment):
    document = a_document()
    claims = {c.id: c for c in (replace(claim, document=document.id) for claim in drawn)}
    with open_ledger(tmp_path_factory.mktemp("round") / "l") as ledger:
        reading = Reading(document, tuple(claims.values()))
        ledger.append([reading], recorded_at=moment)
        assert {claim.id: claim for claim in ledger.claims()} == claims
        assert set(ledger.recorded(claims).values()) <= {moment}
        # VERIFY
