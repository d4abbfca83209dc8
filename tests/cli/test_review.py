"""``lossledger review``: a person's decisions on doubtful claims, kept as new rows."""

import pytest

from lossledger.cli import reviewing
from lossledger.errors import BadInput
from lossledger.ledger import open_ledger
from lossledger.review import changes_of, corrected

# No speaker and no side: the reader is in doubt about both figures.
STORY = "On the northern road 17 tanks were lost. Nearby, 230 soldiers were lost in a week.\n"


@pytest.fixture
def doubtful(lossledger, tmp_path):
    """The command line over a ledger with two claims that nobody has decided on."""
    story = tmp_path / "story.txt"
    story.write_text(STORY, "utf-8")
    assert lossledger("read", story, "--published", "2024-02-23", "--quiet").code == 0
    return lossledger


@pytest.fixture
def at_terminal(monkeypatch):
    monkeypatch.setattr(reviewing, "_at_terminal", lambda: True)


def answers(*lines):
    return "".join(f"{line}\n" for line in lines).encode()


def kept(tmp_path):
    with open_ledger(tmp_path / "war.ledger") as ledger:
        return ledger.claims(), ledger.marks(), ledger.doubtful()


def test_the_doubtful_claims_are_listed_as_json_without_a_terminal(doubtful):
    listed = doubtful("review", "--json")
    assert listed.code == 0
    assert [claim["low"] for claim in listed.lines] == [17, 230]
    assert {claim["confidence"] for claim in listed.lines} == {"low"}
    assert len(doubtful("review", "--json", "--limit", "1").lines) == 1


def test_without_a_terminal_it_refuses_and_says_what_to_do(doubtful):
    refused = doubtful("review", "--by", "desk")
    assert refused.code == 2
    assert "2 claims are in doubt, and review asks about each at a terminal" in refused.err
    assert "--json" in refused.err


def test_accepting_keeps_a_decision_with_a_name_and_a_time(doubtful, at_terminal, tmp_path):
    done = doubtful("review", "--by", "desk", stdin=answers("a", "", "q"))
    assert done.code == 0
    assert "road [17] tanks" in done.out
    claims, marks, waiting = kept(tmp_path)
    assert [(m.kind, m.reason, m.by) for m in marks] == [
        ("decided", "accepted: read as written", "desk")
    ]
    assert marks[0].recorded_at is not None
    assert len(claims) == 2
    assert [claim.quantity.low for claim in waiting] == [230]


def test_rejecting_takes_the_claim_out_of_figures_and_leaves_it_in_the_ledger(
    doubtful, at_terminal, tmp_path
):
    assert doubtful("review", "--by", "desk", stdin=answers("r", "about a film", "s")).code == 0
    claims, marks, waiting = kept(tmp_path)
    assert [(m.kind, m.reason) for m in marks] == [("misread", "rejected: about a film")]
    assert len(claims) == 2
    assert [claim.quantity.low for claim in waiting] == [230]
    with open_ledger(tmp_path / "war.ledger") as ledger:
        assert ledger.figures("tanks") == []


def test_correcting_appends_a_new_claim_in_the_place_of_the_old_one(
    doubtful, at_terminal, tmp_path
):
    said = answers("c", "value=>=17; party=RU; claimant=ua_general_staff", "caption names it", "q")
    assert doubtful("review", "--by", "desk", stdin=said).code == 0
    claims, marks, _ = kept(tmp_path)
    new = next(claim for claim in claims if claim.party == "RU")
    assert (new.quantity.low, new.quantity.high, new.claimant) == (17, None, "ua_general_staff")
    assert (new.confidence, new.rules[-1]) == ("high", "review.corrected")
    assert marks[0].replacement == new.id
    assert marks[0].reason == "corrected: caption names it"
    assert len(claims) == 3
    with open_ledger(tmp_path / "war.ledger") as ledger:
        assert [figure.claim_id for figure in ledger.figures("tanks")] == [new.id]
        assert ledger.verify().sound


def test_a_wrong_correction_is_told_and_nothing_is_kept(doubtful, at_terminal, tmp_path):
    done = doubtful("review", "--by", "desk", stdin=answers("c", "party=XX", "x", "q"))
    assert done.code == 0
    assert "not done: party: 'XX' is not known" in done.out
    claims, marks, _ = kept(tmp_path)
    assert (len(claims), marks) == (2, [])


def test_a_reviewed_claim_does_not_come_again(doubtful, at_terminal):
    assert doubtful("review", "--by", "desk", stdin=answers("a", "", "a", "")).code == 0
    again = doubtful("review", "--by", "desk")
    assert (again.code, again.err) == (0, "no claim is in doubt\n")


def test_skipping_decides_nothing(doubtful, at_terminal, tmp_path):
    assert doubtful("review", "--by", "desk", stdin=answers("s", "s")).code == 0
    _, marks, waiting = kept(tmp_path)
    assert (marks, len(waiting)) == ([], 2)


def test_an_interrupted_review_keeps_what_was_decided(doubtful, at_terminal, tmp_path):
    stopped = doubtful("review", "--by", "desk", stdin=answers("a", ""))  # then the input ends
    assert stopped.code == 130
    _, marks, waiting = kept(tmp_path)
    assert (len(marks), len(waiting)) == (1, 1)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("value=1 200", "quantity", (1200, 1200, False)),
        ("value=1200..1,500", "quantity", (1200, 1500, False)),
        ("value=>1200", "quantity", (1200, None, True)),
        ("value=<=90", "quantity", (None, 90, False)),
        ("scope=wounded+killed", "scope", ("killed", "wounded")),
        ("metric=afv", "metric", "afv"),
        ("stance=goal", "stance", "goal"),
        ("claimant=uk_mod", "claimant", "uk_mod"),
        ("period=day 2024-02-21", "period", ("2024-02-21", "2024-02-21", "day")),
        ("period=cumulative none 2024-02-21", "period", ("None", "2024-02-21", "cumulative")),
    ],
)
def test_a_field_is_corrected_as_written(doubtful, tmp_path, line, field, value):
    claim = kept(tmp_path)[0][0]
    new = getattr(corrected(claim, changes_of(line)), field)
    if field == "quantity":
        new = (new.low, new.high, new.strict)
    elif field == "period":
        new = (str(new.start), str(new.end), new.kind)
    assert new == value


@pytest.mark.parametrize(
    "line", ["value", "colour=red", "value=many", "period=someday", "scope=lost", "value=5..3"]
)
def test_what_is_no_correction_is_refused(doubtful, tmp_path, line):
    claim = kept(tmp_path)[0][0]
    with pytest.raises(BadInput):
        corrected(claim, changes_of(line))


def test_a_correction_that_changes_nothing_is_refused(doubtful, tmp_path):
    claim = kept(tmp_path)[0][0]
    with pytest.raises(BadInput, match="changes nothing"):
        corrected(claim, {"value": str(claim.quantity.low)})
