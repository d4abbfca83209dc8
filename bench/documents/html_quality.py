"""Which of the numbers of an article a reader of HTML keeps, and which of others it takes for them.

python bench/documents/html_quality.py              needs: pip install --group bench
python bench/documents/html_quality.py --faults     and each page that a reader misreads
python bench/documents/html_quality.py --set last   one set only
python bench/documents/html_quality.py --combined   3,510 pages of every text with every part

``pages.py`` is the set with which the reader was built; each later one was written before anyone
looked at how the reader does on it. The README has each set's first figure.

Every page is read by lossledger (the blocks that are no asides), by trafilatura and by
readability-lxml. A number is kept when it stands in the text as often as the page's table says.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "src"), str(Path(__file__).parent)]

import pages as built_with  # noqa: E402
import pages_as_sent as as_sent  # noqa: E402
import pages_blind as blind  # noqa: E402
import pages_builders as builders  # noqa: E402
import pages_combined as combined  # noqa: E402
import pages_inside as inside  # noqa: E402
import pages_last as last  # noqa: E402
import pages_newsrooms as newsrooms  # noqa: E402
import pages_own as own  # noqa: E402
import pages_systems as systems  # noqa: E402
import pages_templates as templates  # noqa: E402
import pages_unseen as unseen  # noqa: E402
import pages_wartime as wartime  # noqa: E402
import pages_whole as whole  # noqa: E402
import pages_whole_again as whole_again  # noqa: E402
import pages_whole_third as whole_third  # noqa: E402

from lossledger.documents import document_from_bytes  # noqa: E402

SETS = {
    "built with": built_with,
    "as sent": as_sent,
    "blind": blind,
    "templates": templates,
    "unseen": unseen,
    "last": last,
    "systems": systems,
    "wartime": wartime,
    "builders": builders,
    "inside": inside,
    "own": own,
    "whole": whole,
    "whole again": whole_again,
    "whole third": whole_third,
    "newsrooms": newsrooms,
}
Page = built_with.Page
NOW = datetime(2024, 2, 22, 9, tzinfo=UTC)


def by_lossledger(html: str) -> str:
    found = document_from_bytes(html.encode(), origin="page", retrieved_at=NOW)
    own = (b for b in found.blocks if b.kind != "aside")
    return "\n".join(found.text[b.span.start : b.span.end] for b in own)


def by_trafilatura(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, include_tables=True, include_comments=False) or ""


def by_readability(html: str) -> str:
    from lxml.html import fromstring
    from readability import Document

    document = Document(html)
    return f"{document.title()}\n{fromstring(document.summary()).text_content()}"


READERS: dict[str, Callable[[str], str]] = {
    "lossledger": by_lossledger,
    "trafilatura": by_trafilatura,
    "readability": by_readability,
}


def often(number: str, text: str) -> int:
    spaced = re.escape(number).replace("\\ ", "[ \u00a0\u202f]")
    return len(re.findall(rf"(?<![0-9,]){spaced}(?![0-9]|,[0-9])", text))


def judged(text: str, wanted: list[str], foreign: list[str]) -> tuple[int, int]:
    """How many of the article's numbers are kept, and how many of others are taken for them."""
    kept = sum(min(count, often(number, text)) for number, count in Counter(wanted).items())
    return kept, sum(often(number, text) for number in foreign)


def measured(name: str, pages: Iterable[Page]) -> tuple[Counter, list[str]]:
    total: Counter = Counter()
    faults = []
    for title, html, wanted, foreign in pages:
        kept, taken = judged(READERS[name](html), wanted, foreign)
        total += Counter(pages=1, numbers=len(wanted), kept=kept, foreign=taken)
        if kept < len(wanted) or taken:
            faults.append(f"{title}: {kept} of {len(wanted)} kept, {taken} foreign")
    return total, faults


def main() -> None:
    sets = {"combined": combined} if "--combined" in sys.argv else SETS
    if "--set" in sys.argv:
        name = sys.argv[sys.argv.index("--set") + 1]
        sets = {name: SETS[name]}
    for part, pages in ((part, one.pages) for part, one in sets.items()):
        for name in READERS:
            try:
                total, faults = measured(name, pages())
            except ImportError as error:
                print(f"{name}: skipped: {error}")
                continue
            print(json.dumps({"set": part, "reader": name, **total}))
            for fault in faults if "--faults" in sys.argv else ():
                print(f"  {fault}")


if __name__ == "__main__":
    main()
