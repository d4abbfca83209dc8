"""Another war is a folder of tables: it is found from its parties and read like any other."""

from datetime import UTC, datetime

import pytest
from test_language_examples import differences, reading_of

from lossledger.vocabulary import wars
from lossledger.vocabulary.lexicon import languages, lexicon

A_DAY = datetime(2026, 1, 1, tzinfo=UTC)
CONFLICTS = {war.conflict: war for war in wars()}
OWN = {
    (name, code): lexicon(code, war=war).examples[len(lexicon(code).examples) :]
    for name, war in CONFLICTS.items()
    for code in languages()
}
EXAMPLES = [(name, code, row) for (name, code), rows in OWN.items() for row in rows]


@pytest.mark.parametrize(
    ("conflict", "code", "row"), EXAMPLES, ids=[f"{n}, {c}: {r['text']}" for n, c, r in EXAMPLES]
)
def test_every_example_of_a_war_is_read_as_it_says(conflict, code, row):
    reading = reading_of(row, code)
    wrong = {c["text"]: differences(r, c) for c, r in zip(row["claims"], reading.claims, strict=False)}
    assert [c.quote for c in reading.claims] == [c["text"] for c in row["claims"]]
    assert not any(wrong.values()), wrong
