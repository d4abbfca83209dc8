"""Whether the names on an element say that it stands around a text.

Names are classes, ids, ``data-`` attributes of components, ARIA labels, schema.org types and the
names of custom elements. They are judged by their parts: ``leftMenu`` and ``left-menu`` are both
a menu, ``article__related-list`` is a list of related things. The words stand in
``vocabulary/pages.toml``.
"""

import re
from functools import cache, lru_cache

from lossledger.documents.topic import is_on_topic
from lossledger.vocabulary import table

_CALLED = re.compile(
    r"""\b(?:class | id
        | data-(?:test-?id|test|component|module|block|qa|widget|zone|type|name|role|section|area))
        \s*+=\s*+ (?: "([^"]*+)" | '([^']*+)' | ([^\s"'>]++) )""",
    re.IGNORECASE | re.VERBOSE,
)
_LABELLED = re.compile(r"""\baria-label\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""", re.IGNORECASE)
_TYPED = re.compile(
    r"""\bitem(?:type|prop)\s*+=\s*+["']?(?:https?://schema\.org/)?([a-z]++)""", re.IGNORECASE
)
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CONTACT = re.compile(
    r"""^\s*+ (?:\W?[0-9]{1,3}\W{1,3})? https?:// | \bwww\.[a-z]
        | (?<![\w.+-])[\w.+-]{1,60}+@[\w-]{1,60}+\.[a-z]
        | (?<![\w.]) \+[0-9](?:[\s()\u00a0-]{0,2}[0-9]){8,13} (?![0-9])""",
    re.IGNORECASE | re.VERBOSE,
)
"""An address, or a telephone number with its country."""
_TAG = re.compile(r"<[a-z!/][^<>]*+>", re.IGNORECASE)
_LOOKED_AT = 1000
"""Characters of a tag in which names are looked for."""


def is_around(source: str, begin: int, end: int) -> bool:
    """Whether the attributes of a tag, between these places, name what stands around a text."""
    if begin == end:
        return False
    end = min(end, begin + _LOOKED_AT)
    for match in _CALLED.finditer(source, begin, end):
        given = match[1] or match[2] or match[3] or ""
        if any(names_an_aside(one) for one in given[:300].split()[:12]):
            return True
    for match in _LABELLED.finditer(source, begin, end):
        if _label(match[1] or match[2] or ""):
            return True
    return any(
        match[1].lower() in _words("itemtypes") for match in _TYPED.finditer(source, begin, end)
    )


@lru_cache(4096)
def names_an_aside(name: str) -> bool:
    """Whether one name, or the element of a block that it names, is that of an aside."""
    return any(_is_aside(part) for part in (name, *re.split(r"__|--", name)[1:]))


@lru_cache(4096)
def names_a_person(classes: str) -> bool:
    """Whether classes name the part of a post that tells who wrote it."""
    parts = {part.lower() for part in _PART.findall(classes[:200])}
    return not parts.isdisjoint(_words("persons"))


def _is_aside(name: str) -> bool:
    # of "b-menu" only the menu counts
    parts = [part.lower() for part in _PART.findall(name) if len(part) > 1]
    if len(parts) == 2 and parts[0] == "page":  # "page-footer", but not "page-with-footer"
        del parts[0]
    if not parts or _words("guards").intersection(parts):
        return False
    wraps = _words("wraps")
    if wraps.intersection(parts):  # "footer-wrap" is the footer, "page-sidebar-wrap" the page
        parts = [part for part in parts if part not in wraps]
        return bool(parts) and (all(map(_named, parts)) or "-".join(parts) in _words("pairs"))
    while len(parts) > 1 and parts[-1] in _words("tails"):  # "news-subscribe-block" asks readers
        if "-".join(parts) in _words("pairs"):
            return True
        del parts[-1]
    return _named(parts[0]) or _named(parts[-1]) or "-".join(parts) in _words("pairs")


def _named(part: str) -> bool:
    if part in _words("names"):
        return True
    begins, ends = _words("begins"), _words("ends")
    return part.startswith(tuple(begins)) or part.endswith(tuple(ends))


def begins_a_section(words: str) -> bool:
    """Whether a heading or label is that of a part around a text: "Comments (12)", "Most read"."""
    said = " ".join(_WORD.findall(words[:200].casefold()))
    return said in _headings()


def is_an_answer(words: str) -> bool:
    """Whether a line is the button below a reader's words: "Reply"."""
    return " ".join(_WORD.findall(words[:200].casefold())) in _answers()


def ends_a_release(line: str) -> bool:
    """Whether a line is the sign with which a press release ends."""
    return line.replace(" ", "") in _words("release_ends")


def tells_of_a_writer(line: str) -> bool:
    """Whether a line begins with words for who wrote the text."""
    said = " ".join(_WORD.findall(line[:200].casefold()))
    return any(said.startswith(f"{one} ") for one in table("pages")["around"]["writers"])


def is_markup(line: str) -> bool:
    """Whether a line is markup that a page shows as text, as where scripts are turned off."""
    words = line.strip()
    return words.endswith(">") and _TAG.match(words) is not None


def is_contact(line: str) -> bool:
    """Whether a line tells where to write or call, and nothing about losses."""
    told = _CONTACT.search(line) or _phone().search(line)
    return told is not None and not is_on_topic(line)


def speaks_of_itself(line: str) -> bool:
    """Whether a line is a site's own word about its channels, and not about losses."""
    said = frozenset(_WORD.findall(line[:400].casefold()))
    own = not said.isdisjoint(_words("own_voice")) and not said.isdisjoint(_words("channels"))
    return own and not is_on_topic(line, losses=True, people=False)


def _label(words: str) -> bool:
    """Whether a label for those who do not see begins with such words: "Comment by a reader"."""
    said = " ".join(_WORD.findall(words[:200].casefold()))
    return any(said == one or said.startswith(f"{one} ") for one in _headings())


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("pages")["around"][key].split())


@cache
def _phone() -> re.Pattern[str]:
    """A telephone number behind a word for it."""
    some = "|".join(map(re.escape, sorted(_words("phones"))))
    return re.compile(rf"\b(?:{some})[.:\s]{{0,4}}[+(]?[0-9](?:[\s()-]{{0,2}}[0-9]){{4,13}}", re.I)


@cache
def _headings() -> frozenset[str]:
    rows = table("pages")["around"]
    both = (*rows["leads"], *rows["sections"])
    return frozenset(" ".join(_WORD.findall(one.casefold())) for one in both)


@cache
def _answers() -> frozenset[str]:
    return frozenset(table("pages")["around"]["answers"])
