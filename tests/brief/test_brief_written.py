import json
import re
from html.parser import HTMLParser

from brief_samples import DAY, claim, february, series_from

from lossledger import sources
from lossledger.brief import as_html, as_json, as_markdown, brief
from lossledger.brief.kit import Brief
from lossledger.charts import chart_svg, daily_losses
from lossledger.period import Period


def kit(**how: object) -> Brief:
    claims = february()
    by_id = {c.id: c for c in claims}
    return brief(DAY, series_from(claims), definition=sources.definition, claim_of=by_id.get, **how)


def page() -> str:
    found = kit()
    return as_html(found, chart_svg(daily_losses(found.lead, DAY)))


class Tags(HTMLParser):
    """Every opening tag, and whether the tags close in order."""

    VOID = frozenset({"meta", "rect", "path", "line"})

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def tags(html: str) -> Tags:
    found = Tags()
    found.feed(html)
    found.close()
    assert found.open == []
    return found


def test_every_link_of_the_markdown_leads_to_an_anchor():
    text = as_markdown(kit(), "chart.svg")
    links = set(re.findall(r"\(#(claim-[0-9a-f]{32})\)", text))
    anchors = re.findall(r'<a id="(claim-[0-9a-f]{32})"></a>', text)
    assert links
    assert links <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_the_markdown_shows_totals_increments_and_changes():
    text = re.sub(r"\[([^\]]*)\]\(#[^)]*\)", r"\1", as_markdown(kit(), "chart.svg"))
    assert "| Personnel | about 407,240 | +1,160 | +1,160 |" in text
    assert "| Tanks | 6,523 | +7 | +7 |" in text
    assert (
        "- By loss day, the losses of 1 to 21 February 2024: 21,010 = about 407,240 (report of "
        "22 February 2024) − about 386,230 (report of 1 February 2024)."
    ) in text
    assert (
        "- By report day, the losses of 31 January to 21 February 2024: 22,010 = about 407,240 "
        "(report of 22 February 2024) − about 385,230 (report of 31 January 2024)."
    ) in text


def test_the_markdown_names_the_chart_and_leaves_it_out_when_there_is_none():
    assert "](<out/chart.svg>)" in as_markdown(kit(), "out/chart.svg")
    assert "![" not in as_markdown(kit(), None)


def test_words_cannot_break_the_markdown():
    from lossledger.brief.markdown import safe

    assert safe("a | b\n<script>") == r"a \| b \<script\>"


def test_the_page_stands_alone_and_runs_nothing():
    html = page()
    names = {tag for tag, _ in tags(html).seen}
    assert not names & {"script", "link", "img", "iframe", "object", "form"}
    addresses = set(re.findall(r"https?://[^\"'\s<]+", html))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def test_the_page_is_semantic():
    seen = tags(page()).seen
    assert [tag for tag, _ in seen].count("h1") == 1
    assert dict(seen)["html"]["lang"] == "en"
    tables = sum(tag == "table" for tag, _ in seen)
    assert tables == sum(tag == "caption" for tag, _ in seen) == 4
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in seen if tag == "th")
    figure = next(attrs for tag, attrs in seen if tag == "figure")
    assert figure["role"] == "img"
    assert "as reported by the General Staff" in (figure["aria-label"] or "")


def test_every_link_of_the_page_leads_to_a_row():
    seen = tags(page()).seen
    ids = [attrs["id"] for _, attrs in seen if "id" in attrs]
    links = {attrs["href"] for tag, attrs in seen if tag == "a"}
    assert links <= {f"#{anchor}" for anchor in ids}
    assert len(ids) == len(set(ids))


def test_the_page_knows_dark_screens_and_paper():
    html = page()
    assert "@media (prefers-color-scheme: dark)" in html
    assert "@media print" in html


def test_hostile_words_are_shown_and_never_run():
    evil = '"><script>alert(1)</script>'
    seen = claim("combat_engagements", DAY, 64, period=Period(DAY, DAY, "day"), claimant=evil)
    html = as_html(kit(event_claims=[seen]), None)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_events_are_listed_with_their_claimants_and_never_added():
    engagements = claim(
        "combat_engagements", DAY, 64, period=Period(DAY, DAY, "day"), quote="64 combat engagements"
    )
    made = kit(event_claims=[engagements])
    text = re.sub(r"\[([^\]]*)\]\(#[^)]*\)", r"\1", as_markdown(made, None))
    assert (
        "| Combat engagements | 64 | by Russia | 22 February 2024 | "
        "General Staff of the Armed Forces of Ukraine |"
    ) in text
    assert "Combat engagements, event" in as_html(made, None)
    assert [line.metric for line in made.lines] == ["personnel", "tanks", "uav"]


def test_the_json_holds_each_figure_with_its_claims():
    data = as_json(kit())
    assert json.loads(json.dumps(data)) == data
    personnel = data["figures"][0]
    assert personnel["total"]["value"] == 407240
    assert personnel["increment"] == personnel["change"] == 1160
    ids = {found["id"] for found in data["claims"]}
    assert set(personnel["total"]["claims"]) <= ids
    assert personnel["increment_claim"] in ids
    assert data["month_to_date"][0]["loss_day"]["value"] == 21010
    assert data["month_to_date"][0]["loss_day"]["loss_days"] == ["2024-02-01", "2024-02-21"]


def test_the_same_brief_is_written_the_same_twice():
    assert page() == page()
    assert as_markdown(kit(), "c.svg") == as_markdown(kit(), "c.svg")
