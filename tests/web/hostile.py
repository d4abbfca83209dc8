"""Five hundred hostile words, and a ledger full of them: as names, titles, quotes and reasons.

    python tests/web/hostile.py            every string on its own pages and on one other, in turn
    python tests/web/hostile.py --every 5  every fifth string on every page; 1 takes an hour
    python tests/web/hostile.py --short    some of them

Prints how many were tried, and how many ran. The exit code is 1 when one ran.
"""

import argparse
import base64
import sys
import tempfile
import zlib
from dataclasses import replace
from itertools import product
from pathlib import Path
from urllib.parse import quote

import httpx
from browser import Browser, browser, served
from web_samples import LEARNED, STORY, fill

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.ledger import Mark, open_ledger

CALLS = ("alert(1)", "alert`1`", "window.ran.push(1)", "top['al'+'ert'](1)", "(alert)(1)")
DOORS = (
    "<script>{}</script>",
    "<ScRiPt>{}</sCrIpT>",
    "<script\x0c>{}</script>",
    "<script src=data:text/javascript,{}></script>",
    "<script type=module>{}</script>",
    "<scr<script>ipt>{}</scr</script>ipt>",
    "<img src=x onerror={}>",
    "<img src=x onerror='{}'//",
    "<img/src/onerror={}>",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:{}'><rect width=99 height=99 /></a></svg>",
    "<body onload={}>",
    "<iframe srcdoc='<script>{}</script>'>",
    "<iframe src='javascript:{}'>",
    "<details open ontoggle={}>",
    "<video><source onerror={}>",
    "<input autofocus onfocus={}>",
    "<a href='javascript:{}' id=x>x</a>",
    "<math><mtext><img src=x onerror={}></mtext></math>",
    "<form><button formaction='javascript:{}'>x</button></form>",
    "<object data='javascript:{}'>",
    "<base href='javascript:{}//'>",
    "<style>@import 'javascript:{}'</style>",
)
OUTS = ("", '">', "'>", "</textarea>", "</title>", "--></style>")
OTHERS = (
    "{{7*7}}", "${7*7}", "{% raw %}", "javascript:alert(1)", "\u2028alert(1)", "&lt;script&gt;",
    "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003ealert(1)", "<!--", "]]>",
)  # fmt: skip


def strings() -> list[str]:
    """Hostile words: every door with every way out of an element and a way to call."""
    shapes = [
        f"{out}{door.format(CALLS[(n + k) % len(CALLS)])}"
        for n, (out, door) in enumerate(product(OUTS, DOORS))
        for k in range(4)
    ]
    return [*OTHERS, *dict.fromkeys(shapes)][:500]


def fill_hostile(path: Path, words: list[str]) -> list[str]:
    """A ledger whose claimants, outlets, titles, quotes and reasons are hostile; claim ids."""
    fill(path)
    held = []
    with open_ledger(path) as ledger:
        for number, evil in enumerate(words):
            text = f"{STORY}\n{number} {evil}\n"
            document = replace(
                document_from_text(text, retrieved_at=LEARNED, origin=evil),
                title=evil,
                outlet=evil,
            )
            reading = read(document)
            chosen = reading.claims[number % len(reading.claims)]
            changed = {"claimant": evil, "outlet": evil, "relays": (evil,), "quote": evil,
                       "sentence": evil, "scope_words": evil, "rules": (evil,)}  # fmt: skip
            claim = replace(chosen, **changed)
            ledger.append([replace(reading, claims=(claim,), relations=())], recorded_at=LEARNED)
            ledger.mark(Mark("retracted", claim.id, evil, evil), recorded_at=LEARNED)
            held.append(claim.id)
    return held


def packed(text: str) -> str:
    """A text as the link to its result carries it."""
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode()


def asked(evil: str) -> list[str]:
    """Paths and queries that carry a string."""
    safe = quote(evil, safe="")
    return [
        f"/?claimant={safe}", f"/?party={safe}", f"/?{safe}=1", f"/?lang={safe}",
        f"/metrics/{safe}", f"/metrics/tanks?from={safe}", f"/metrics/tanks?measure={safe}",
        f"/compare?metric={safe}", f"/claims/{safe}", f"/documents/{safe}", f"/sources/{safe}",
        f"/check?z={safe}", f"/embed/{safe}", f"/charts/{safe}.svg", f"/static/{safe}", f"/{safe}",
        f"/v1/series/{safe}", f"/v1/claims/{safe}", f"/v1/trace?value={safe}",
        f"/lineage?x={safe}", f"/corrections?x={safe}", f"/method?x={safe}", f"/glossary?x={safe}",
        f"/how-to-read?x={safe}", f"/sources?x={safe}", f"/metrics/personnel?claimant={safe}",
        f"/embed/personnel?claimant={safe}", f"/charts/personnel.svg?claimant={safe}",
        f"/v1/sources/{safe}", f"/v1/claims?claimant={safe}", f"/v1/terms/{safe}",
        f"/check?z={packed(STORY + evil)}", f"/sources/{safe}?lang=uk",
    ]  # fmt: skip


def ran(seen: Browser) -> list[str]:
    """What ran in the page that is shown."""
    return seen.ask("return window.ran ?? []") or []


def try_all(
    seen: Browser, site: str, words: list[str], ids: list[str], *, every: int
) -> tuple[int, list[str]]:
    """How many pages were looked at, and what ran: the page and the words."""
    looked, found = 0, []
    documents = {
        key: httpx.get(f"{site}/v1/claims/{key}").json()["claim"]["document"] for key in ids
    }

    def look(path: str) -> None:
        nonlocal looked
        seen.driver.get(site + path)
        looked += 1
        found.extend(f"{path[:80]}: {call}" for call in ran(seen))

    for path in ("/", "/compare?metric=personnel", "/compare?metric=tanks", "/lineage", "/sources",
                 "/corrections", "/metrics/personnel?measure=claimants", "/glossary",
                 "/metrics/personnel?measure=over_time", "/metrics/tanks?measure=over_time",
                 "/metrics/tanks?measure=claimants", "/method", "/how-to-read", "/v1/corrections.atom",
                 "/v1/sources", "/v1/compare?metric=personnel", "/v1/lineage"):  # fmt: skip
        for lang in ("", "&lang=uk" if "?" in path else "?lang=uk"):
            look(path + ("" if path.startswith("/v1") else lang))
    for number, (evil, key) in enumerate(zip(words, ids, strict=True)):
        look(f"/claims/{key}")
        look(f"/documents/{documents[key]}")
        paths = asked(evil)
        for path in paths if number % every == 0 else [paths[number % len(paths)]]:
            look(path)
    for start in range(0, len(words), 20):
        look("/check")
        text = f"{STORY}\n" + "\n".join(words[start : start + 20])
        seen.ask("document.querySelector('#text').value = arguments[0];"
                 "document.querySelector('#check').submit()", text)  # fmt: skip
        seen.wait_for("document.querySelector('.checked') !== null")
        looked += 1
        found.extend(f"article {start}: {call}" for call in ran(seen))
    return looked, found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="every twentieth string")
    parser.add_argument("--every", type=int, default=25, help="which strings go to every page")
    wanted = parser.parse_args()
    words = strings()[:: 20 if wanted.short else 1]
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "hostile.sqlite"
        ids = fill_hostile(ledger, words)
        with served(ledger, "--checks-a-minute", "0") as site, browser() as seen:
            looked, found = try_all(seen, site, words, ids, every=wanted.every)
    print(f"{len(words)} strings on {looked} pages: {len(found)} ran")
    for line in found[:20]:
        print(f"  {line}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
