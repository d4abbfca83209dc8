"""``read``, ``check`` and ``brief`` as a reporter uses them, bad input included."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

PROJECT = Path(__file__).parents[2]
STORY = """Russia lost 1,160 soldiers in a day, Kyiv says

The General Staff of the Armed Forces of Ukraine reported on Thursday that Russia had lost 407,240
troops since February 24, 2022. At the beginning of the month, the tally stood at 387,060, meaning a
loss of 20,180 soldiers. Russia also lost seven tanks in the past day.

The figures could not be independently verified.
"""


@pytest.fixture
def story(tmp_path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def schemas() -> Registry:
    found = [json.loads(p.read_text("utf-8")) for p in (PROJECT / "schemas").glob("*.json")]
    return Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in found)


def valid(name: str, value: dict) -> None:
    schema = json.loads((PROJECT / "schemas" / f"{name}.json").read_text("utf-8"))
    Draft202012Validator(schema, registry=schemas()).validate(value)


def verdicts(lines: list[dict]) -> dict[str, tuple[str, str | None]]:
    return {f["claim"]["quote"]: (f["verdict"], f["cause"]) for f in lines[0]["findings"]}


def test_the_baseline_that_is_a_day_late_is_named(filled, story):
    answer = filled("check", story, "--published", "2024-02-22", "--json")
    assert answer.code == 1
    found = verdicts(answer.lines)
    assert found["407,240"] == ("reproduced", None)
    assert found["387,060"] == ("contradicted", "baseline_day_slip")
    assert found["20,180"] == ("reproduced_other_baseline", "baseline_day_slip")
    assert found["1,160"] == ("reproduced", None)
    assert found["seven"] == ("reproduced", None)


def test_the_answer_has_the_form_of_the_schema(filled, story):
    line = filled("check", story, "--published", "2024-02-22", "--json").lines[0]
    valid("check", line)
    assert line["notes"][0]["kind"] == "not_verified"


def test_a_story_without_a_date_gets_the_day_its_figures_belong_to(filled, story):
    answer = filled("check", story)
    assert answer.code == 1
    assert "of 2024-02-22 (guessed)" in answer.out
    assert "387,060 is the report of 2 Feb 2024" in answer.out


def test_the_other_forms_hold_the_same_findings(filled, story):
    there = ("check", story, "--published", "2024-02-22")
    sarif = filled(*there, "--sarif").lines[0]
    assert sarif["version"] == "2.1.0"
    results = {r["ruleId"] for r in sarif["runs"][0]["results"]}
    assert "baseline_day_slip" in results
    region = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 1
    markdown = filled(*there, "--markdown").out
    assert "387,060: contradicted: baseline day slip" in markdown
    page = filled(*there, "--html").out
    assert '<mark class="off"' in page
    reviews = filled(*there, "--claimreview").lines
    assert {r["claimReview"]["@type"] for r in reviews} == {"ClaimReview"}
    assert all("ratingValue" not in r["claimReview"]["reviewRating"] for r in reviews)


def test_a_story_that_holds_ends_with_exit_0(filled):
    words = "Russia has lost 407,240 soldiers, the General Staff of Ukraine said on Thursday."
    answer = filled("check", "-", "--published", "2024-02-22", stdin=words.encode())
    assert answer.code == 0
    assert "reproduced" in answer.out


def test_many_stories_are_checked_at_once_and_a_broken_one_does_not_hide_the_rest(
    filled, story, tmp_path
):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    answer = filled("check", empty, story, "--published", "2024-02-22", "--json")
    assert answer.code == 2
    assert len(answer.lines) == 1
    assert str(empty) in answer.err


def test_later_reports_are_not_held_against_a_story_of_an_earlier_day(filled):
    words = "Russia has lost 414,680 soldiers since the invasion, Ukraine said on Thursday."
    answer = filled("check", "-", "--published", "2024-02-22", "--json", stdin=words.encode())
    assert verdicts(answer.lines)["414,680"][0] == "contradicted"


def test_a_post_that_was_read_does_not_confirm_itself(lossledger, filled, tmp_path):
    words = (
        "The total combat losses of the enemy from 24.02.22 to 10.02.24 were approximately:\n"
        "personnel - about 395990 (+1000) persons\ntanks - 6400 (+9)\nartillery systems - 9520 (+21)"
    )
    post = tmp_path / "post.txt"
    post.write_text(words, "utf-8")
    assert filled("read", post).code == 0
    line = filled("check", post, "--json").lines[0]
    total = next(f for f in line["findings"] if f["claim"]["quote"] == "395990")
    assert total["verdict"] not in ("reproduced", "consistent")


def test_a_story_is_read_and_checked_at_its_address(filled, served, tmp_path):
    folder, address = served
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    (folder / "story.html").write_text(HTML.format("A story", paragraphs), "utf-8")
    there = (f"{address}/story.html", "--allow-local", "--published", "2024-02-22")
    answer = filled("check", *there, "--json")
    assert answer.code == 1
    assert verdicts(answer.lines)["387,060"] == ("contradicted", "baseline_day_slip")
    assert answer.lines[0]["document"]["origin"] == f"{address}/story.html"
    assert filled("read", *there).code == 0
    refused = filled("check", f"{address}/story.html")
    assert refused.code == 2
    assert refused.err.count("\n") == 1


def test_an_empty_ledger_cannot_check(lossledger, story, tmp_path):
    answer = lossledger("check", story)
    assert answer.code == 2
    assert "there is no ledger here" in answer.err


def test_reading_keeps_claims_once(lossledger, story):
    first = lossledger("read", story, "--published", "2024-02-22")
    assert first.code == 0
    assert "0 unread" in first.out
    assert "kept 0 new claims" in lossledger("read", story, "--published", "2024-02-22").out


def test_reading_in_json_has_the_form_of_the_schema(lossledger, story):
    line = lossledger("read", story, "--published", "2024-02-22", "--json").lines[0]
    valid("reading", line)
    text = STORY
    for claim in line["claims"]:
        start, end = claim["span"]
        assert claim["quote"] == text[start:end]


def test_a_dry_run_keeps_nothing(lossledger, story, tmp_path):
    answer = lossledger("read", story, "--dry-run", "--explain")
    assert answer.code == 0
    assert "kept nothing" in answer.out
    assert "number.digits" in answer.out
    assert not (tmp_path / "war.ledger").exists()


def test_a_report_date_resolves_a_header_without_a_year(lossledger, tmp_path):
    post = tmp_path / "post.txt"
    post.write_text(
        "The total combat losses of the enemy from 24.02 to 17.04 were approximately:\n"
        "personnel - about 20300 persons were liquidated\ntanks - 790\nAPV - 2041",
        "utf-8",
    )
    line = lossledger(
        "read", post, "--source", "ua_general_staff", "--report-date", "2022-04-17", "--json"
    ).lines[0]
    assert {c["report_date"] for c in line["claims"]} == {"2022-04-17"}
    assert {c["period"]["start"] for c in line["claims"]} == {"2022-02-24"}


def test_a_contradiction_between_the_header_and_the_given_day_is_reported(lossledger, tmp_path):
    post = tmp_path / "post.txt"
    post.write_text(
        "The total combat losses of the enemy from 24.02.22 to 22.02.24 were approximately:\n"
        "personnel - about 407240 (+1160)\ntanks - 6523 (+7)\nAPV - 12373 (+35)",
        "utf-8",
    )
    answer = lossledger("read", post, "--report-date", "2024-02-23")
    assert answer.code == 0
    assert "dates contradict each other" in answer.out


HTML = "<!doctype html><html><head><title>{}</title></head><body><p>{}</p></body></html>"
BAD = {
    "empty.txt": (b"", "is empty"),
    "spaces.txt": (b" \n\n ", "is empty"),
    "binary.bin": (bytes(range(256)) * 40, ""),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(500), ""),
    "large.txt": (b"Russia lost 5 tanks. " * 2_500_000, "larger than 10 MiB"),
    "invalid.txt": (b"Russia lost 5 tanks, said Kyiv " * 3 + b"\xff\xfe\xfa\xc3(", ""),
    "no-figure.html": (HTML.format("News", "Nothing was counted in this story.").encode(), "figure"),
    "captcha.html": (
        HTML.format("Just a moment...", "Verify you are human. Enable JavaScript, ray 1234.").encode(),
        "CAPTCHA",
    ),
    "german.txt": (
        b"Russland hat nach Angaben aus Kiew seit Beginn des Krieges 407240 Soldaten verloren, "
        b"wie der Generalstab mitteilte.",
        "language",
    ),
}  # fmt: skip


@pytest.mark.parametrize("command", ["read", "check"])
@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_clear_line_exit_2_and_leaves_the_ledger_alone(
    filled, tmp_path, name, command
):
    content, words = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    before = filled("sources", "--json").out
    answer = filled(command, path)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert str(path) in answer.err
    assert words in answer.err
    assert filled("sources", "--json").out == before


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_missing_file_is_named(filled, command):
    answer = filled(command, "no-such-story.txt")
    assert answer.code == 2
    assert "no-such-story.txt: there is no such file" in answer.err


def test_a_brief_is_written_in_four_files(filled, tmp_path):
    out = tmp_path / "kit"
    answer = filled("brief", "--date", "2024-02-22", "--out", out)
    assert answer.code == 0
    assert sorted(p.name for p in out.iterdir()) == [
        "brief-2024-02-22.html",
        "brief-2024-02-22.md",
        "brief-2024-02-22.svg",
        "brief-2024-02-22.txt",
    ]
    words = (out / "brief-2024-02-22.md").read_text("utf-8")
    assert "407,240" in words
    assert "21,010" in words
    assert "could not be independently verified" in words
    assert (
        "General Staff of the Armed Forces of Ukraine" in (out / "brief-2024-02-22.svg").read_text()
    )


def test_a_brief_of_a_day_without_a_report_names_the_nearest(filled):
    answer = filled("brief", "--date", "2024-02-10")
    assert answer.code == 2
    assert "nearest: 2024-02-02, 2024-02-20" in answer.err


def test_a_brief_in_json_writes_no_file(filled, tmp_path, monkeypatch):
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    line = filled("brief", "--json").lines[0]
    assert line["claimant"] == "ua_general_staff"
    assert list(folder.iterdir()) == []


def test_a_post_without_a_figure_does_not_stop_a_file_of_posts(lossledger, tmp_path):
    posts = tmp_path / "posts.jsonl"
    rows = [
        {"date": "2024-02-22", "text": "Russia lost seven tanks in a day, Kyiv said."},
        {"date": "2024-02-22", "text": "The army held its positions and nothing was counted."},
        {
            "date": "2024-02-22",
            "text": "Russland verlor laut Kiew am Donnerstag 7 Panzer, hieß es.",
        },
    ]
    posts.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    answer = lossledger("read", posts, "--json")
    assert answer.code == 0
    assert [len(line["claims"]) for line in answer.lines] == [1, 0]
    assert "left out" in answer.err
    assert "posts.jsonl:3" in answer.err


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (("--date", "2024-02-22"), "brief-2024-02-22"),
        (("--week", "2024-02-22"), "brief-2024-W08"),
        (("--month", "2024-02"), "brief-2024-02"),
    ],
)
def test_a_brief_of_any_period_passes_our_own_check(filled, tmp_path, asked, name, language):
    assert filled("brief", *asked, "--language", language, "--out", tmp_path).code == 0
    ending = "" if language == "en" else f"-{language}"
    answer = filled("check", tmp_path / f"{name}{ending}.txt")
    assert answer.code == 0, answer.out
    assert "reproduced" in answer.out


@pytest.mark.parametrize("form", ["md", "html", "text", "json"])
def test_a_brief_is_printed_in_any_form(filled, tmp_path, form):
    answer = filled("brief", "--month", "2024-02", "--format", form)
    assert answer.code == 0
    assert "28,450" in answer.out
    assert not list(tmp_path.glob("brief*"))
    if form == "json":
        (row,) = answer.lines
        assert {part["key"] for part in row["sections"]} >= {"figures", "period", "citation"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--week", "2024-02-22", "--month", "2024-02"), "give one of --date, --week or --month"),
        (("--language", "xx"), "no brief in 'xx' (known: en, uk)"),
        (("--month", "2020-01"), "the ledger holds none"),
    ],
)
def test_a_brief_that_cannot_be_is_told_in_a_line(filled, arguments, words):
    answer = filled("brief", *arguments)
    assert answer.code == 2
    assert words in answer.err
