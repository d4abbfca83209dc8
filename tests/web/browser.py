"""A real browser: the distribution's Chromium by its own driver, and the service it looks at."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".browser" / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = ROOT / "out" / "screens"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESK, PHONE = (1280, 900), (390, 844)

# Whatever hostile words would run is noted, instead of stopping the browser with a dialogue.
NOTE = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print"]) {
  window[name] = (...words) => { window.ran.push(name + ":" + words.join(",")); };
}
"""


def missing() -> str | None:
    """Why there is no browser here, ``None`` when there is one."""
    for program in ("chromium", "chromedriver"):
        if shutil.which(program) is None:
            return f"{program} is not installed (.ci/browser installs it)"
    try:
        import selenium  # noqa: F401
    except ImportError:
        return "selenium is not installed"
    return None


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[str]:
    """``lossledger serve`` on a ledger in a process of its own; its address."""
    command = [sys.executable, "-m", "lossledger", "serve", "--port", "0", *options,
               "--ledger", str(ledger)]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().split(" at ")[1].split()[0].rstrip("/")
    finally:
        process.terminate()
        process.wait(10)
        assert process.stdout is not None
        process.stdout.close()


@contextmanager
def browser() -> Iterator["Browser"]:
    """Chromium without a window."""
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = str(shutil.which("chromium"))
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 "--hide-scrollbars", "--lang=en"):  # fmt: skip
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield Browser(driver)
    finally:
        driver.quit()


class Browser:
    """A browser with what the tests ask of it."""

    def __init__(self, driver) -> None:
        self.driver = driver
        driver.set_script_timeout(60)
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": NOTE})

    def shape(self, size: tuple[int, int], *, dark: bool = False) -> None:
        """The size of the screen, and whether the reader likes it dark."""
        width, height = size
        about = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", about)
        feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})

    def scripts(self, allowed: bool) -> None:
        """Whether pages may run scripts."""
        about = {"value": not allowed}
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", about)

    def ask(self, script: str, *given):
        """What a script of ours answers in the page."""
        return self.driver.execute_script(script, *given)

    def wait_for(self, script: str, seconds: float = 20) -> None:
        """Wait until a script of ours is true in the page."""
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(self.driver, seconds, 0.05).until(lambda _: self.ask(f"return {script}"))

    def troubles(self) -> list[str]:
        """Errors in the browser's own log since the last look."""
        log = self.driver.get_log("browser")
        return [line["message"] for line in log if line["level"] == "SEVERE"]

    def faults(self) -> list[str]:
        """What axe-core finds against WCAG 2.2 AA: rule and element."""
        self.ask(AXE.read_text("utf-8"))
        found = self.driver.execute_async_script(
            "const done = arguments[1];"
            "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}})"
            ".then((r) => done(JSON.stringify(r.violations)), (e) => done('[' + JSON.stringify("
            "{id: String(e), nodes: []}) + ']'));",
            RULES,
        )
        return [
            f"{rule['id']}: {node['html'][:200]}"
            for rule in json.loads(found)
            for node in rule["nodes"] or [{"html": ""}]
        ]

    def picture(self, name: str) -> None:
        """A picture of the whole page, kept for people to look at."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        width, height = self.ask("return [innerWidth, document.documentElement.scrollHeight]")
        about = {"x": 0, "y": 0, "width": width, "height": min(height, 4000), "scale": 1}
        import base64

        shot = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"clip": about, "captureBeyondViewport": True}
        )
        (SHOTS / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))
