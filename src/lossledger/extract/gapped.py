"""Sides beside a number whose verb or noun is left out: "Kyiv lost five, Moscow - seven"."""

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.tokens import DASHES, NUMBER, WORD, Sentence


def gapped_party(s: Sentence, n: NumberPhrase) -> str | None:
    """The side before a dash that stands for the verb: "Kyiv lost five, Moscow - seven"."""
    k = n.lead - 1
    if k >= 2 and s.match(k, "preposition") and s.words[k - 1] in DASHES:
        k -= 1  # "it puts Kyiv's at 400,000, Russia's - at 950,000"
    if k >= 1 and s.words[k] not in DASHES:
        return _possessor(s, n.lead) or _after_comma(s, n.lead) or _for_whom(s, n.lead)
    if k < 1:
        return None
    named = (
        m
        for j in range(max(0, k - 4), k)
        for kind in ("party", "own", "party_adjective")
        if (m := s.match(j, kind)) and m.end == k and (kind != "party_adjective" or _apart(s, j))
    )
    return next((str(m.meaning) for m in named), None)


def _apart(s: Sentence, k: int) -> bool:
    """Whether a comma or "and" opens a part at a token: "the Russian army ..., the Ukrainian -"."""
    return k > 0 and (s.words[k - 1] in ",;" or bool(s.match(k - 1, "joiner")
                      or s.match(k - 1, "contrast") or s.match(k - 1, "relative")))  # fmt: skip


def _after_comma(s: Sentence, end: int) -> str | None:
    """A side right before a number behind a comma: "Kyiv has lost five, Moscow seven"."""
    m = s.match(end - 1, "party")
    contrast = m is not None and any(
        o.end == m.start and not s.match(o.start, "adposition") and not s.match(o.start, "preposed")
        for o in s.all("contrast")
    )
    apart = m is not None and m.end == end and (contrast or s.words[end - 2] == ",")
    lost = any(f.meaning == "lose" and f.end < end - 1 for f in s.all("frame"))
    return str(m.meaning) if m and apart and lost else None


def _possessor(s: Sentence, end: int) -> str | None:
    """A side named right before a number: "у Украины 70 тысяч", "it puts Russia at 90,000"."""
    for m in s.all("party") if s.all("allotting") else ():
        gap = range(m.end, end)
        if 0 <= len(gap) <= ALLOTTED and not any(
            s.words[k] in ",;:" or s.kinds[k] == NUMBER for k in gap
        ):
            return str(m.meaning)  # "to Russia they ascribe 120,000"
    for m in s.all("party"):
        put = s.match(m.start - 1, "perfect") or s.match(m.start - 1, "assessment")
        if put and m.end == end - 1 and s.folded[m.end] == "at":
            return str(m.meaning)  # "one slide has Russia at 189,500 casualties"
        between = range(m.end, end)
        plain = all(s.kinds[k] == WORD and s.words[k].islower() for k in between)
        if 0 <= end - m.end <= 2 and plain and s.match(m.start - 1, "possessor"):
            return str(m.meaning)
    return None


def _for_whom(s: Sentence, end: int) -> str | None:
    """The side for which figures behind a colon are given: "NATO has for Russia: 7,000 dead"."""
    colon = next((k for k in range(end - 1, -1, -1) if s.words[k] == ":"), 0)
    named = [m for m in s.all("party") if m.end <= colon]
    told = [m for m in named if s.match(m.start - 1, "possessor")]
    return str(told[-1].meaning) if told and told[-1] is named[-1] else None


ALLOTTED = 3
"""So many tokens may stand between a side and the figure that it is given."""
