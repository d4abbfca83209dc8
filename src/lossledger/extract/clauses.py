"""Clauses: how far a subject may stand from its verb, and which words make a name."""

from lossledger.extract.tokens import NUMBER, QUOTES, WORD, Sentence

SHORT = 4
"""Letters of an abbreviated rank: "Col.", "Maj."."""
LONGEST_GAP = 12
"""Tokens between a subject and its verb, clauses in commas aside."""


def subject_gap(s: Sentence, start: int, end: int, begin: int | None = None) -> bool:
    """Whether a verb may have a subject that ends so far before it.

    A subject that began at ``begin`` behind a comma ends at one: "Ann, its spokeswoman, said".
    """
    commas = told = 0
    k = start
    while k < end:
        closed = _inserted(s, k, end)
        if closed:
            k = closed + 1
            continue
        named = k > start and s.words[k - 1][0].isupper()
        if (s.kinds[k] == NUMBER and not (named or of_date(s, k))) or s.words[k] in ";:":
            return False
        if s.words[k] == "." and not (named and len(s.words[k - 1]) <= SHORT):
            return False
        if s.match(k, "frame") or s.match(k, "speech"):
            return False
        commas += s.words[k] == ","
        told += 1
        k += 1
    beside = begin is not None and _behind_comma(s, begin) and s.words[end - 1] == ","
    return told <= LONGEST_GAP and (commas != 1 or end - start <= 2 or beside)


def _behind_comma(s: Sentence, k: int) -> bool:
    """Whether a comma stands before a name, an article or a title between them aside."""
    while k > 0 and (
        s.match(k - 1, "definite") or s.match(k - 1, "article") or s.match(k - 1, "title")
    ):
        k -= 1
    return k > 1 and s.words[k - 1] == "," and s.words[k - 2][0].isupper()


def _inserted(s: Sentence, k: int, end: int) -> int | None:
    """The comma that closes a clause of its own: ", which counts names," or ", in its report,"."""
    if s.words[k] == "(":
        return next((i for i in range(k + 1, end) if s.words[i] == ")"), None)
    opens = s.words[k] == "," and k + 1 < end
    if opens and k + 2 < end and s.kinds[k + 1] == NUMBER and s.words[k + 2] == ",":
        return k + 2  # "Ann Example, 64, said"
    openers = ("which", "according", "adposition", "speech")
    behind = s.match(k + 1, "preposition") is not None and s.match(k + 2, "which")
    if not opens or not (behind or any(s.match(k + 1, kind) for kind in openers)):
        return None
    return next((i for i in range(k + 2, end) if s.words[i] == ","), None)


def relative_gap(s: Sentence, start: int, end: int) -> bool:
    """Whether a verb stands in a clause about a source: "Kyiv, which last acknowledged 300"."""
    who = s.match(start + 1, "which") if start + 1 < end and s.words[start] == "," else None
    if who is None or who.meaning != "who" or end - start > LONGEST_GAP:
        return False
    inner = range(start + 2, end)
    return not any(
        s.words[k] in ",;:." or s.match(k, "frame") or s.match(k, "source") for k in inner
    )


def of_date(s: Sentence, k: int) -> bool:
    """Whether a number is the day of a month, or the first of two: "from 6 to 12 May"."""
    span = k + 3 < len(s) and s.kinds[k + 2] == NUMBER and s.match(k + 3, "month")
    return bool(span or s.match(k + 1, "month") or s.match(k - 1, "month"))


def of_a_name(s: Sentence, k: int) -> bool:
    """A word with a capital that no table knows, or quotation marks around one."""
    if s.words[k] in QUOTES:
        return s.words[k] in "»”" or (k + 1 < len(s) and s.words[k + 1][0].isupper())
    return s.words[k][0].isupper() and not s.match(k, "source") and not s.match(k, "party")


def is_person_word(s: Sentence, k: int) -> bool:
    """A word with a capital and small letters that no table knows."""
    word = s.words[k]
    plain = s.kinds[k] == WORD and len(word) > 1 and word[0].isupper() and not word.isupper()
    return plain and not any(m.kind not in ("oblique", "articled") for m in s.tags[k] or ())


def only_a_time(s: Sentence, start: int, end: int) -> bool:
    """Whether nothing but a time stands between two tokens: "the paper in May cited"."""
    kinds = ("preposition", "month", "weekday")
    return 0 <= end - start <= 3 and all(
        any(s.match(k, kind) for kind in kinds) or s.kinds[k] == NUMBER for k in range(start, end)
    )
