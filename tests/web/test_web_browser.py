"""The pages in a real browser: for the eye, the keyboard, a phone, in the dark, and for axe."""

import re

import pytest
from browser import AXE, DESK, PHONE, SHOTS, browser, missing, served
from web_samples import STORY, Client

if missing():
    pytest.skip(str(missing()), allow_module_level=True)

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

PAGES = (
    "/", "/check", "/metrics/personnel", "/metrics/tanks?measure=cumulative",
    "/metrics/tanks?measure=by_month", "/metrics/personnel?measure=claimants",
    "/metrics/personnel?measure=over_time", "/embed/tanks",
    "/compare?metric=personnel", "/lineage", "/sources", "/sources/ua_general_staff",
    "/corrections", "/method", "/glossary", "/how-to-read", "/no-such-page", "CLAIM", "DOCUMENT",
    "/check?z=RESULT",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(ledger_path):
    with served(ledger_path) as address:
        yield address


@pytest.fixture(scope="module")
def seen():
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def paths(ledger_path) -> dict[str, str]:
    """Paths that depend on what the ledger holds."""
    client = Client(ledger_path)
    rows = client.get("/v1/claims?metric=personnel").json()["claims"]
    told = next(row for row in rows if "tally" in row["sentence"])
    checked = client.post("/check", data={"text": STORY, "published": "2024-02-22"}).text
    return {
        "CLAIM": f"/claims/{told['id']}",
        "DOCUMENT": f"/documents/{told['document']}",
        "/check?z=RESULT": re.search(r'"(/check\?z=[^"]+)"', checked)[1].replace("&amp;", "&"),
    }


def open_page(seen, site, path: str) -> None:
    seen.driver.get(site + path)
    if path.startswith("/metrics/"):
        seen.wait_for("document.querySelector('.moving:not([hidden])') !== null")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("size", "dark", "lang"),
    [(DESK, False, "en"), (PHONE, True, "uk")],
    ids=["desk-light-en", "phone-dark-uk"],
)
def test_every_page_is_whole_quiet_and_open_to_all(seen, site, paths, path, size, dark, lang):
    seen.shape(size, dark=dark)
    real = paths.get(path, path)
    seen.troubles()
    open_page(seen, site, f"{real}{'&' if '?' in real else '?'}lang={lang}")
    name = re.sub(r"\W+", "-", path).strip("-").lower() or "today"
    seen.picture(f"{name}-{size[0]}-{'dark' if dark else 'light'}-{lang}")
    assert seen.ask("return document.documentElement.scrollWidth <= innerWidth")
    assert seen.ask("return document.documentElement.lang") == lang
    broken = "[...document.images].filter((i) => i.complete && !i.naturalWidth).length"
    assert seen.ask(f"return {broken}") == 0
    assert [t for t in seen.troubles() if "404" not in t] == []
    if AXE.exists():
        assert seen.faults() == []


def test_axe_is_there_to_look_for_faults(seen, site):
    if not AXE.exists():
        pytest.skip("axe-core is not installed (.ci/browser installs it)")
    seen.driver.get(f"{site}/check")
    seen.ask("document.querySelector('label').remove()")
    assert any("label" in fault for fault in seen.faults())


def test_a_story_is_checked_shared_and_its_correction_copied(seen, site):
    seen.shape(DESK)
    permissions = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    seen.driver.execute_cdp_cmd("Browser.grantPermissions", permissions)
    seen.driver.get(f"{site}/check")
    seen.driver.find_element(By.ID, "text").send_keys(STORY)
    seen.ask("document.querySelector('#published').value = '2024-02-22'")
    seen.driver.find_element(By.CSS_SELECTOR, "main button").click()
    seen.wait_for("document.querySelector('mark.off') !== null")
    notes = seen.driver.find_element(By.CSS_SELECTOR, "aside li.off").text
    assert "387,060 is the report of 2 Feb 2024" in notes
    button = seen.driver.find_element(By.CSS_SELECTOR, "aside button")
    assert button.text == "Copy correction"
    words = seen.ask("return document.querySelector('[data-write]').textContent")
    button.click()
    seen.wait_for("document.querySelector('aside button').textContent === 'Copied'")
    held = seen.driver.execute_async_script(
        "const done = arguments[0]; navigator.clipboard.readText().then(done, (e) => done('' + e))"
    )
    assert held == words
    seen.driver.find_element(By.LINK_TEXT, "Link to this result").click()
    seen.wait_for("location.search.startsWith('?z=')")
    assert seen.driver.find_elements(By.CSS_SELECTOR, "mark.off")


def focused(seen) -> dict:
    return seen.ask(
        "const e = document.activeElement, s = getComputedStyle(e);"
        "return {tag: e.tagName, id: e.id, text: e.textContent.slice(0, 40),"
        "outline: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0}"
    )


def press(seen, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(seen.driver).send_keys(*keys).perform()


def test_a_story_is_checked_with_the_keyboard_alone(seen, site):
    seen.shape(DESK)
    seen.driver.get(f"{site}/check")
    press(seen, Keys.TAB)
    assert focused(seen)["text"] == "To the content"
    press(seen, Keys.ENTER)
    for _ in range(12):
        press(seen, Keys.TAB)
        here = focused(seen)
        assert here["outline"], here
        if here["id"] == "text":
            break
    assert focused(seen)["id"] == "text"
    press(
        seen, "Russia lost 407,240 soldiers, the General Staff of Ukraine said on 22 February 2024."
    )
    for _ in range(8):
        press(seen, Keys.TAB)
        if focused(seen)["tag"] == "BUTTON":
            break
    press(seen, Keys.ENTER)
    seen.wait_for("document.querySelector('.checked mark a') !== null")
    for _ in range(30):
        press(seen, Keys.TAB)
        if focused(seen)["text"] == "407,240":
            break
    press(seen, Keys.ENTER)
    assert seen.ask("return location.hash") == "#n1"


@pytest.mark.parametrize(
    "path", ["/", "/metrics/tanks", "/compare", "/lineage", "/sources/ua_general_staff", "/method"]
)
def test_every_link_is_reached_by_the_keyboard_and_seen(seen, site, path):
    seen.shape(PHONE)
    seen.driver.get(site + path)
    wanted = seen.ask(
        "return [...document.querySelectorAll('a[href], summary, [tabindex=\"0\"], button, input')]"
        ".filter((e) => e.checkVisibility()).length"
    )
    reached = set()
    for _ in range(min(wanted, 40) + 12):  # a date has four places to stop at
        if len(reached) == min(wanted, 40):
            break
        press(seen, Keys.TAB)
        here = focused(seen)
        assert here["outline"], here
        reached.add(seen.ask("const e = document.activeElement;"
                             "return [...document.querySelectorAll('*')].indexOf(e)"))  # fmt: skip
    assert len(reached) == min(wanted, 40)


def test_pages_are_whole_without_scripts(seen, site):
    seen.shape(DESK)
    seen.scripts(False)
    try:
        seen.driver.get(f"{site}/metrics/personnel?measure=cumulative")
        first = seen.driver.find_element(By.ID, "from")
        assert first.get_attribute("value") == "2024-01-31"
        seen.driver.get(f"{site}/metrics/personnel?measure=cumulative&from=2024-02-21")
        shown = seen.driver.find_element(By.CSS_SELECTOR, "figcaption").text
        assert "406,080 (21 Feb 2024) to 414,680 (1 Mar 2024)" in shown
        seen.driver.get(f"{site}/metrics/personnel")
        assert seen.driver.find_element(By.CSS_SELECTOR, "figure img").is_displayed()
        seen.driver.get(f"{site}/check")
        seen.driver.find_element(By.ID, "text").send_keys(STORY)
        seen.driver.find_element(By.CSS_SELECTOR, "main button").click()
        WebDriverWait(seen.driver, 20).until(
            lambda driver: driver.find_elements(By.CSS_SELECTOR, "mark.off")
        )
    finally:
        seen.scripts(True)


def test_the_chart_tells_its_figures_to_the_pointer(seen, site):
    from selenium.webdriver.common.action_chains import ActionChains

    seen.shape(DESK)
    open_page(seen, site, "/metrics/personnel")
    bars = seen.driver.find_elements(By.CSS_SELECTOR, ".moving .mark-rect path")
    ActionChains(seen.driver).move_to_element(bars[-1]).perform()
    seen.wait_for("document.querySelector('#vg-tooltip-element.visible') !== null")
    assert "Loss day" in seen.driver.find_element(By.ID, "vg-tooltip-element").text


def test_on_paper_a_page_has_no_buttons_forms_or_menus(seen, site, paths):
    seen.shape(DESK)
    try:
        for path in ("/metrics/personnel?measure=cumulative", paths["/check?z=RESULT"]):
            open_page(seen, site, path)
            seen.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
            left = seen.ask(
                "return [...document.querySelectorAll('nav, button, form, .languages')]"
                ".filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))"
            )
            assert left == []
    finally:
        seen.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize("lang", ["en", "uk"])
def test_a_brief_prints_as_numbered_pages_with_everything_on_them(
    seen, ledger_path, tmp_path, lang
):
    import base64
    import io

    from pypdf import PdfReader

    from lossledger.cli import run

    where = ["--out", str(tmp_path), "--language", lang, "--ledger", str(ledger_path), "-q"]
    assert run(["brief", "--date", "2024-02-22", *where]) == 0
    (page,) = tmp_path.glob("*.html")
    seen.driver.get(page.as_uri())
    asked = {"preferCSSPageSize": True, "printBackground": False}
    printed = base64.b64decode(seen.driver.execute_cdp_cmd("Page.printToPDF", asked)["data"])
    (SHOTS / f"brief-{lang}.pdf").write_bytes(printed)
    pages = PdfReader(io.BytesIO(printed)).pages
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]  # A4
    words = " ".join(" ".join(one.extract_text() for one in pages).split())
    for shown in ("407", "6 523" if lang == "uk" else "6,523", f"1 / {len(pages)}"):
        assert shown in words.replace("\u00a0", " ")
    assert len(pages) <= 4


def test_hostile_words_are_shown_and_never_run(seen, tmp_path):
    from hostile import fill_hostile, strings, try_all

    words = strings()
    assert len(words) == len(set(words)) == 500
    some = words[::50]
    ids = fill_hostile(tmp_path / "hostile.sqlite", some)
    seen.shape(DESK)
    with served(tmp_path / "hostile.sqlite") as address:
        looked, found = try_all(seen, address, some, ids, every=10)
    assert looked > 50
    assert found == []


def test_words_that_do_run_would_be_noticed(seen, site):
    from hostile import ran

    seen.driver.get(f"{site}/how-to-read")
    seen.ask("alert(1)")
    assert ran(seen) == ["alert:1"]
