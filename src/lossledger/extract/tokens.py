"""A document's text as paragraphs, sentences and tokens, each with its place in the text.

Lengths never change on the way (folding is one character to one character), every pattern
runs in linear time, and a token keeps the words exactly as written.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from itertools import pairwise
from operator import attrgetter
from typing import Any, Final, TypeVar

from lossledger.model import Span
from lossledger.vocabulary import War
from lossledger.vocabulary.lexicon import LONGEST_KEPT, Lexicon, Match

ADDRESS: Final = "address"
DESIGNATION: Final = "designation"
DATE: Final = "date"
TIME: Final = "time"
RATIO: Final = "ratio"
NUMBER: Final = "number"
FOREIGN: Final = "foreign"
WORD: Final = "word"
MARK: Final = "mark"

# Possessive quantifiers (`++`, `*+`) keep every part linear: nothing matched is tried again.
_TOKEN = re.compile(
    r"""
  (?P<address>  (?:https?://|www\.|t\.me/)[^\s()\[\]<>"]++ | @\w++ | (?<![\w.])[\w.]++@\w++\.\w++ )
| (?P<designation>
      \b[0-9]++[^\W\d_]++[-‑]?[0-9]++[\w]*+                # 9K720, 2S19, 9М72
    | \b[^\W\d_]++(?:[-‑–][^\W\d_]++)*+[-‑–]?[0-9]++[\w]*+(?:[-‑/][\w]++)*+   # Су-34, M113
    )
| (?P<date>     [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])
              | (?<![0-9.,])[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{4}|[0-9]{2})(?![0-9])
    )
| (?P<time>     (?<![0-9.,])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]) )
| (?P<ratio>    [0-9]++\s?[:/][0-9]++(?![0-9]) )
| (?P<number>
      (?<![0-9])[0-9]{1,3}(?:[ \u00a0\u2009\u202f\u2007'’][0-9]{3}(?![0-9]))++
                          (?:[.,][0-9]++)?                  # 407 240
    | (?<![0-9])[0-9]{1,3}(?:,[0-9]{3}(?![0-9]))++(?:\.[0-9]++)?    # 407,240
    | (?<![0-9])[0-9]{1,3}(?:\.[0-9]{3}(?![0-9])){2,}+       # 1.391.950
    | [0-9]++(?:[.,][0-9]++)?[¼½¾⅓⅔]?                       # 773, 29,2, 1½
    | [¼½¾⅓⅔]
    )
| (?P<foreign>  \d++ )
| (?P<word>
      (?:[A-Z]\.){2,}+ | (?:\b[a-z]\.){2,}+                 # U.S., a.m.
    | (?<=[0-9])[-‑][^\W\d_]++                              # the -hour of 24-hour
    | [^\W\d_]++(?:['’ʼ`\-‑][^\W\d_]++)*+                   # Putin's, fighter-bomber
    )
| (?P<mark>     [.,;:!?…()\[\]«»"“”„'’\-–—‒−―/|+%$€£₴₽№\#~≈&°] )
""",
    re.VERBOSE,
)
LONGEST_ITEM = 160
"""More characters than this make a line a paragraph rather than an item of a list."""

_END_MARKS = frozenset(".!?…")
_CLOSING = frozenset("»”\"'’)]“")
_BEHIND = _CLOSING | _END_MARKS
_OPENING = frozenset("«“„\"'‘([—–-")
DASHES: Final = frozenset("-–—‒−―‑")
QUOTES: Final = frozenset('«»"“”„')
_APOSTROPHES = str.maketrans("’ʼ`‘", "''''")
_SECOND_SENTENCE = re.compile(r"[^\W\d_]{4}[.!?…][»”\"]?\s+[«“\"]?[^\W\d_]")
_FLAG, _LAST_FLAG = "\U0001f1e6", "\U0001f1ff"
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_START = attrgetter("start")
_NOTHING: dict[int, Match] = {}
_NO_PHRASES: list[Match] = []
LONGEST = 256
"""A sentence of more tokens is cut, at a comma where there is one, so that rules that look
around in a sentence take time that grows with the text and not with its square."""


@dataclass(slots=True)
class Sentence:
    """One sentence as parallel lists over its tokens, with the phrases found in it.

    ``paragraph`` counts the paragraphs of the document, ``item`` says that its line is one of
    a list (a bullet, or a line that other lines stand beside), ``kind`` is the layout's;
    ``war`` is the one that the text is about.
    ``kept`` holds what a rule found in it and will be asked for again.
    """

    text: str
    words: list[str]
    folded: list[str]
    kinds: list[str]
    starts: list[int]
    ends: list[int]
    paragraph: int
    line: int
    war: War
    item: bool = False
    kind: str = "paragraph"
    tags: list[list[Match] | None] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    _index: dict[str, dict[int, Match]] = field(default_factory=dict, repr=False, compare=False)
    _lists: dict[tuple[str, ...], list[Match]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Put the phrases in order by kind and token: gathered once, asked for often."""
        index = self._index
        for k, here in enumerate(self.tags):
            if here:
                for m in here:
                    kind = m.kind
                    if kind in index:
                        index[kind][k] = m
                    else:
                        index[kind] = {k: m}

    def __len__(self) -> int:
        return len(self.words)

    def match(self, index: int, kind: str) -> Match | None:
        """The phrase of this kind that starts at a token."""
        here = self._index.get(kind)
        return here.get(index) if here is not None else None

    def has(self, kind: str, start: int, stop: int) -> bool:
        """Whether a phrase of this kind starts at one of the tokens ``start`` to ``stop``."""
        here = self._index.get(kind)
        if here is not None:
            for k in here:
                if start <= k < stop:
                    return True
        return False

    def at(self, kinds: Iterable[str]) -> set[int]:
        """The tokens at which a phrase of one of these kinds starts."""
        return {i for kind in kinds for i in self._index.get(kind, _NOTHING)}

    def all(self, *kinds: str) -> list[Match]:
        """All phrases of these kinds, in text order; the list is kept and not to be changed."""
        index = self._index
        if len(kinds) == 1 and kinds[0] not in index:
            return _NO_PHRASES
        found = self._lists.get(kinds)
        if found is not None:
            return found
        found = []
        for kind in kinds:
            if kind in index:
                found += index[kind].values()
        if not found:
            return _NO_PHRASES
        if len(kinds) > 1:
            found.sort(key=_START)
        self._lists[kinds] = found
        return found

    def forget(self) -> None:
        """Let go of what can be found again, so that a long text's sentences stay small."""
        self._lists.clear()
        self.kept.clear()

    def retag(self, index: int, found: list[Match]) -> None:
        """Put other phrases at a token than the tables found there."""
        kinds = {m.kind for m in found}
        for m in self.tags[index] or ():
            if m.kind not in kinds:
                self._index[m.kind].pop(index, None)
        self.tags[index] = found
        for m in found:
            here = self._index.setdefault(m.kind, {})
            unsorted = index not in here and len(here) > 0
            here[index] = m
            if unsorted:
                self._index[m.kind] = dict(sorted(here.items()))
        self._lists.clear()
        self.kept.clear()

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens ``first`` to ``last`` (half-open)."""
        return Span(self.starts[first], self.ends[last - 1])

    def glued(self, index: int) -> bool:
        """Whether no space stands between a token and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def opening(self, end: int) -> "Sentence":
        """The tokens before ``end`` as a sentence of their own."""
        tags = [[m for m in here if m.end <= end] if here else None for here in self.tags[:end]]
        return Sentence(
            self.text, self.words[:end], self.folded[:end], self.kinds[:end], self.starts[:end],
            self.ends[:end], self.paragraph, self.line, self.war, self.item, self.kind, tags,
        )  # fmt: skip

    @property
    def quoted(self) -> str:
        """The sentence's words as they stand in the text."""
        return self.text[self.starts[0] : self.ends[-1]]


Found = TypeVar("Found")


def once(rule: Callable[[Sentence], Found]) -> Callable[[Sentence], Found]:
    """A rule about a sentence alone: asked once, its answer is kept and not to be changed."""
    key = f"{rule.__module__}.{rule.__qualname__}"

    @wraps(rule)
    def kept(s: Sentence) -> Found:
        if key not in s.kept:
            s.kept[key] = rule(s)
        found: Found = s.kept[key]
        return found

    return kept


@once
def semicolons(s: Sentence) -> list[int]:
    """The tokens that are semicolons, in text order."""
    return [k for k, word in enumerate(s.words) if word == ";"]


@once
def breaks(s: Sentence) -> list[int]:
    """The tokens that are commas or semicolons, in text order."""
    return [k for k, word in enumerate(s.words) if word in ",;"]


def among(places: list[int], start: int, stop: int) -> list[int]:
    """Those of some tokens in text order that stand between two tokens (half-open)."""
    return places[bisect_left(places, start) : bisect_left(places, max(start, stop))]


def fold(word: str) -> str:
    """Lower case without a change of length; apostrophes and hyphens of one form."""
    return _often_folded(word) if len(word) <= LONGEST_KEPT else _folded(word)


def _folded(word: str) -> str:
    lower = word.lower()
    if len(lower) != len(word):
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in word)
    return lower.translate(_APOSTROPHES).replace("‑", "-")


_often_folded = lru_cache(maxsize=1 << 16)(_folded)


def sentences(text: str, lexicon: Lexicon, kinds: dict[int, str] | None = None) -> list[Sentence]:
    """All sentences of a text in order; ``kinds`` gives the layout kind by line start."""
    found: list[Sentence] = []
    for paragraph, line, start, end, item in _lines(text):
        tokens = _halved(text, _tokens(text, start, end), lexicon)
        kind = (kinds or {}).get(start, "paragraph")
        for first, last in _cuts(text, tokens, lexicon):
            piece = tokens[first:last]
            words = [text[a:b] for _, a, b in piece]
            folded = [fold(w) for w in words]
            sentence = Sentence(
                text,
                words,
                folded,
                [k for k, _, _ in piece],
                [a for _, a, _ in piece],
                [b for _, _, b in piece],
                paragraph,
                line,
                lexicon.war,
                item,
                kind,
                lexicon.tag(words, folded),
            )
            found.append(sentence)
    return found


def _tokens(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Tokens of one line. A label glued to its number ("tanks-773") is cut at the dash."""
    found = []
    for m in _TOKEN.finditer(text, start, end):
        kind = m.lastgroup or MARK
        a, b = m.span()
        if kind == WORD and text[a] == "'":
            a += 1
        if kind == DESIGNATION and _may_be_label(text, a, b):
            found.extend(_split_designation(text, a, b))
        else:
            found.append((kind, a, b))
    return found


def _halved(
    text: str, tokens: list[tuple[str, int, int]], lexicon: Lexicon
) -> list[tuple[str, int, int]]:
    """The tokens, two months that a hyphen joins cut into three: "January-April".

    A number's word is cut from a hedge behind its hyphen: "twenty-odd".
    """
    found = []
    for token in tokens:
        kind, a, b = token
        if kind == WORD and text.find("-", a, b) > 0:
            head, _, tail = text[a:b].partition("-")
            if all(lexicon.meaning("month", fold(w)) for w in (head, tail)):
                cut = a + len(head)
                found += [(WORD, a, cut), (MARK, cut, cut + 1), (WORD, cut + 1, b)]
                continue
            odd = lexicon.meaning("hedge_after", fold(tail)) is not None
            if odd and lexicon.meaning("value", fold(head)) is not None:
                found += [(WORD, a, a + len(head)), (WORD, a + len(head), b)]
                continue
        found.append(token)
    return found


def _may_be_label(text: str, a: int, b: int) -> bool:
    """A lower-case word in one script, or any word whose digits have a bracket behind them."""
    letters = [c for c in text[a:b] if c.isalpha()]
    one_script = len({c.isascii() for c in letters}) == 1
    return one_script and (text[a].islower() or text[b : b + 2] in ("(+", "(-", "()"))


def _split_designation(text: str, a: int, b: int) -> list[tuple[str, int, int]]:
    """A word, a dash and digits that are a label and its number, not a name."""
    word = text[a:b]
    for dash in "-‑–":
        label, mark, digits = word.rpartition(dash)
        if mark and digits.isdecimal() and label.replace("-", "").isalpha() and len(label) > 2:
            cut = a + len(label)
            return [(WORD, a, cut), (MARK, cut, cut + 1), (NUMBER, cut + 1, b)]
    return [(DESIGNATION, a, b)]


def _cuts(
    text: str, tokens: list[tuple[str, int, int]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """The token ranges of the sentences of one line, none longer than ``LONGEST``."""
    for first, last in _ends(text, tokens, lexicon):
        while last - first > LONGEST:
            middle = next(
                (k for k in range(first + LONGEST, first + LONGEST // 2, -1)
                 if text[tokens[k - 1][1]] in ",;"),
                first + LONGEST,
            )  # fmt: skip
            yield first, middle
            first = middle
        yield first, last


def _ends(
    text: str, tokens: list[tuple[str, int, int]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Where the full stops and their like end the sentences of one line."""
    first = 0
    i = 0
    while i < len(tokens):
        kind, a, _ = tokens[i]
        if kind == MARK and text[a] in _END_MARKS and _is_end(text, tokens, i, lexicon):
            i += 1
            while i < len(tokens) and text[tokens[i][1]] in _BEHIND:
                if tokens[i][1] != tokens[i - 1][2]:
                    break
                i += 1
            i = _behind_notes(text, tokens, i)
            yield first, i
            first = i
        elif kind == MARK and text[a] in _END_MARKS:
            i = _behind_marks(text, tokens, i)
        else:
            i += 1
    if first < len(tokens):
        yield first, len(tokens)


def _behind_marks(text: str, tokens: list[tuple[str, int, int]], i: int) -> int:
    """The token behind a run of marks that does not end a sentence, for none in it does."""
    j = i + 1
    while j < len(tokens) and tokens[j][1] == tokens[j - 1][2]:
        if text[tokens[j][1]] not in _BEHIND:
            break
        j += 1
    return j


def _is_end(text: str, tokens: list[tuple[str, int, int]], i: int, lexicon: Lexicon) -> bool:
    """Whether a full stop at token ``i`` ends a sentence: no abbreviation, then a new start."""
    j = _behind_notes(text, tokens, i + 1)
    noted = j > i + 1
    while j < len(tokens) and tokens[j][1] == tokens[j - 1][2]:
        if text[tokens[j][1]] not in _BEHIND:
            return False
        j += 1
    if j >= len(tokens) or noted:
        return True
    follower = text[tokens[j][1]]
    starts = follower.isupper() or follower.isdigit() or follower in _OPENING
    if text[tokens[i][1]] != "." or i == 0 or j > i + 1:
        return starts
    before = fold(text[tokens[i - 1][1] : tokens[i - 1][2]])
    if len(before) == 1 and before.isalpha() and text[tokens[i - 1][1]].isupper():
        return False
    if before in lexicon.abbreviations:
        acronym = len(text[tokens[j][1] : tokens[j][2]]) > 1
        if acronym and text[tokens[j][1] : tokens[j][2]].isupper():
            return False
        return follower.isupper() and not _always_inside(before, lexicon)
    return starts


def _behind_notes(text: str, tokens: list[tuple[str, int, int]], i: int) -> int:
    """The token behind numbers in brackets that are glued to a full stop: "a day.[5] The"."""
    while i + 2 < len(tokens) and tokens[i][1] == tokens[i - 1][2] and text[tokens[i][1]] == "[":
        if tokens[i + 1][0] != NUMBER or text[tokens[i + 2][1]] != "]":
            break
        i += 3
    return i


def _always_inside(word: str, lexicon: Lexicon) -> bool:
    """An abbreviation that never ends a sentence: a title, or a scale before its digits."""
    return lexicon.meaning("scale", word) is None and lexicon.meaning("unit", word) is None


def _lines(text: str) -> Iterator[tuple[int, int, int, int, bool]]:
    """(paragraph, line, start, end, is item) of every line; lines wrapped by width are joined."""
    line, marks = 0, _bullets(text)
    for paragraph, block in enumerate(_paragraphs(text)):
        width = max(end - start for start, end in block)
        even = _is_even(block, width)
        joined: list[tuple[int, int]] = []
        for start, end in block:
            if joined and even and _wrapped(text, joined[-1], start, width):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        items = _items(text, joined, marks)
        for (start, end), item in zip(joined, items, strict=True):
            line += 1
            yield paragraph, line, start, end, item


def _bullets(text: str) -> Counter[str]:
    """How many lines of a text begin with each mark that may be a bullet."""
    heads = (line.lstrip()[:2] for line in text.split("\n"))
    return Counter(_mark(head) for head in heads if _is_bullet(head))


def _mark(head: str) -> str:
    """The mark that a line opens with; the letters that flags are made of are one mark."""
    return _FLAG if _FLAG <= head[:1] <= _LAST_FLAG else head[:1]


def _items(text: str, lines: list[tuple[int, int]], marks: Counter[str]) -> list[bool]:
    """Which lines of a block are items: those with a bullet, else all of three short ones or more.

    A mark is a bullet when two lines of the text begin with it.

    Where some lines have bullets the others are headings. Long lines are paragraphs, and so are
    lines of several sentences.
    """
    bullets = [marks[_mark(text[start:end].lstrip())] > 1 for start, end in lines]
    heads = [text[start:end].rstrip("*_ ").endswith(":") for start, end in lines]
    bullets = [a and not (head and b) for a, b, head in
               zip(bullets, [*bullets[1:], False], heads, strict=True)]  # fmt: skip
    counts = [any(c.isdecimal() for c in _YEAR.sub("", text[start:end])) for start, end in lines]
    if any(bullets):
        flag = _mark(text[lines[0][0] : lines[0][1]].lstrip()) == _FLAG
        plain = flag and len(lines) > 2 and not counts[0] and all(counts[1:])
        return [bullets[0] and not plain, *bullets[1:]]
    prose = sum(
        end - start > LONGEST_ITEM
        or text[start:end].endswith(".")
        or _SECOND_SENTENCE.search(text, start, end) is not None
        for start, end in lines
    )
    items = [len(lines) > 2 and 2 * prose < len(lines)] * len(lines)
    items[0] = items[0] and (counts[0] or not all(counts[1:]))  # else a heading of figures
    return items


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    block: list[tuple[int, int]] = []
    cuts = [-1, *(m.start() for m in re.finditer("\n", text)), len(text)]
    for before, end in pairwise(cuts):
        if text[before + 1 : end].strip():
            block.append((before + 1, end))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _wrapped(text: str, line: tuple[int, int], start: int, width: int) -> bool:
    """Whether the next line's first word would not have fit on this one."""
    last = text.rfind("\n", line[0], line[1]) + 1 or line[0]
    head = text[start : start + 40].lstrip()
    if not 55 <= width <= 130 or not head or not (head[0].islower() or head[0].isdigit()):
        return False
    word = len(head.split(maxsplit=1)[0])
    return line[1] - last + 1 + word > width and text[line[1] - 1] not in ":;"


def _is_even(block: list[tuple[int, int]], width: int) -> bool:
    """Whether most lines but the last reach near the width, as those of wrapped text do."""
    full = sum(3 * (end - start) >= 2 * width for start, end in block[:-1])
    return 3 * full >= 2 * len(block[:-1])


def _is_bullet(head: str) -> bool:
    if not head:
        return False
    mark = head[0]
    if mark in "•·*◾" or unicodedata.category(mark) == "So":
        return True
    return mark in DASHES and head[1:2] in (" ", "\u00a0", "")
