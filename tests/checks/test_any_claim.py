"""Whatever the claims, there is one finding for each, with known words, and the same again."""

import random
from datetime import timedelta

from hand_made import WAR, claim, document
from test_checks_on_a_few_reports import ON, TEXT, known

from lossledger import vocabulary
from lossledger.checks import check, date_of_story, summary
from lossledger.model import BASES, CAUSES, SCOPES, STANCES, VERDICTS, Reading, Relation
from lossledger.period import KINDS, Period
from lossledger.quantity import Quantity


def any_day(dice: random.Random):
    return dice.choice([None, WAR, ON, ON - timedelta(days=dice.randrange(60))])


def any_period(dice: random.Random) -> Period:
    start, end = any_day(dice), any_day(dice)
    if start and end and start > end:
        start, end = end, start
    return Period(start, end, dice.choice(KINDS))


def any_quantity(dice: random.Random) -> Quantity:
    n = dice.choice([0, 1, 7, 13, 1160, 6523, 20180, 407240, 387060, dice.randrange(10**6)])
    low, high = dice.choice([(n, n), (n, n), (n, None), (None, n), (n, n + 500)])
    return Quantity(low, high, dice.random() < 0.3, dice.choice([None, "about", "nearly", "vague"]))


def any_claim(dice: random.Random, i: int):
    return claim(
        TEXT,
        str(900001 + i),
        quantity=any_quantity(dice),
        claimant=dice.choice([None, "ua_general_staff", "ru_mod", "uk_mod", "A name", "oryx"]),
        party=dice.choice([None, "RU", "UA", "RU"]),
        metric=dice.choice(["personnel", "tanks", "afv", "shellings", *vocabulary.metrics(), "x"]),
        scope=dice.choice([None, None, (), *((s,) for s in SCOPES), ("killed", "wounded")]),
        period=any_period(dice),
        as_of=any_day(dice),
        report_date=any_day(dice),
        stance=dice.choice(("asserted", *STANCES)),
        basis=dice.choice([None, *BASES]),
    )


def test_any_claims_get_one_finding_each():
    dice, given = random.Random(11), known()
    for _ in range(400):
        claims = [any_claim(dice, i) for i in range(10)]
        kinds = ("part_of", "increment_of", "derived_from", "repeats")
        relations = [
            Relation(dice.choice(kinds), dice.choice(claims).id, (dice.choice(claims).id, "gone"))
            for _ in range(8)
        ]
        published = dice.choice([None, ON])
        story = Reading(document(TEXT, published), tuple(claims), tuple(relations))
        findings = check(story, given)
        assert [f.claim for f in findings] == claims
        assert sum(summary(findings).values()) == len(claims)
        for finding in findings:
            assert finding.verdict in VERDICTS
            assert finding.cause is None or finding.cause in CAUSES
            assert finding.message.endswith(".")
        assert check(story, known()) == findings
        date_of_story(story, given)


def test_nothing_is_found_in_a_text_without_claims_or_a_ledger_without_series():
    assert check(Reading(document(TEXT, ON)), known()) == ()
    empty = type(known()).from_figures(())
    findings = check(Reading(document(TEXT, ON), (any_claim(random.Random(1), 0),)), empty)
    assert {f.verdict for f in findings} <= {"not_in_ledger", "not_checkable"}
