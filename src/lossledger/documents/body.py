"""What a page itself says is its text: by schema.org's marks on elements, or in its linked data.

The marks are followed where what they cover is most of the page's prose, as some pages mark only
a first paragraph. The text in the linked data is often without its tables, captions and lists, so
of what it does not hold only that is put aside which does not speak of losses.
"""

import re
from collections.abc import Sequence

from lossledger.documents.topic import is_on_topic
from lossledger.documents.tree import Tree

_MARKED, _SAID = 0.5, 0.6
"""The shares of a page's prose from which the marks, or the linked data, are believed."""
_LONGEST = 200_000
"""Characters of such a text that is looked at."""
_WORD = re.compile(r"[^\W_]+")
_RUN = 3
"""Words in a row by which a line is found in a text."""


def outside_the_marks(tree: Tree, headline: int) -> set[int]:
    """Lines after the elements that the page calls its article's text; cells excepted."""
    marked = [n for n, node in enumerate(tree.nodes) if node.body]
    outer = [n for k, n in enumerate(marked) if not k or not tree.inside(n, marked[k - 1])]
    held = sum(map(tree.held, outer))
    if not held or held < _MARKED * tree.total:
        return set()
    inside = [n for n, r in tree.rows.items() if any(tree.inside(r.node, o) for o in outer[:50])]
    last = max(inside, default=-1)
    layout = tree.around(outer[0])
    return {n for n in tree.rows if n > max(last, headline) and not tree.is_cell(n, layout)}


def unsaid(tree: Tree, lines: Sequence[str], headline: int, body: str) -> set[int]:
    """Lines below the headline that are neither in the page's own linked data nor of losses."""
    if not body or len(body) > _LONGEST:
        return set()
    words = _words(body)
    runs = {tuple(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1)}
    told = {n: _is_told(_words(lines[n]), runs) for n in tree.rows if n > headline}
    if sum(tree.prose.get(n, 0) for n, said in told.items() if said) < _SAID * tree.total:
        return set()
    layout = tree.around(tree.rows[headline].node) if headline in tree.rows else set()
    return {
        n
        for n, said in told.items()
        if said is False
        and not tree.is_cell(n, layout)
        and any(map(str.isdigit, lines[n]))
        and not is_on_topic(lines[n], losses=True)
    }


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is_told(words: list[str], runs: set[tuple[str, ...]]) -> bool | None:
    """Whether nearly all runs of a line's words are among these; ``None`` for too few words."""
    own = [tuple(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1)]
    if not own:
        return None
    return 5 * sum(run in runs for run in own) >= 4 * len(own)
