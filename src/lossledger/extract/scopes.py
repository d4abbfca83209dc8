"""Which of killed, wounded, missing and captured a figure of people means."""

from lossledger.extract.counted import PEOPLE, Frame, Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried
from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, WORD, Sentence

HURTS = frozenset({"kill", "wound"})
ACTS_ON_PEOPLE = frozenset({"kill", "wound", "capture"})
ORDER = ("killed", "wounded", "missing", "captured")


def scope_of(
    thing: Thing,
    metric: str,
    frame: Frame | None,
    s: Sentence,
    n: NumberPhrase,
    carried: Carried | None,
) -> tuple[str, ...] | None:
    if metric not in ("personnel", "civilians"):
        return None
    added = next((str(m.meaning) for m in s.all("joined_scope") if 0 <= n.lead - m.end <= 2), None)
    if added:
        before = carried.last.scope if carried and carried.last else None
        return tuple(x for x in ORDER if x == added or x in (before or ()))
    appended = _scope_appended(s, max(n.last, n.tail, thing.last))
    if appended:
        return appended
    own = thing.rule == "metric.label" and s.match(max(n.last, n.tail), "be")
    behind = _scope_behind_copula(s, n) if own else None
    if behind:
        return behind  # "three had died and ten were hurt"
    if thing.rule == "metric.tally":
        return thing.scope
    elliptic = thing.rule == "metric.ellipsis"
    before = _scope_right_before(s, n.lead) if elliptic else None
    if before:
        return before
    word = s.match(max(n.last, n.tail), "scope") if elliptic else None
    if word:
        return (str(word.meaning),)
    acted = (
        elliptic and frame is not None and frame.kind in ACTS_ON_PEOPLE and frame.first >= n.last
    )
    acted = acted or (frame is not None and frame.kind in HURTS and thing.scope == ("captured",))
    bare = elliptic or (thing.rule == "metric.label" and thing.scope is None)
    told = (_scope_behind_dash(s, n) or _scope_behind_copula(s, n)) if bare else None
    if told:
        return told
    if thing.scope and not acted:
        return thing.scope
    if frame and frame.kind == "lose" and thing.code in PEOPLE and thing.scope is None:
        apposed = _scope_between(s, frame.last, n.lead)
        apposed = apposed or _scope_apposed(s, max(n.last, n.tail, thing.last))
        if apposed:
            return apposed
    bare = thing.code in ("people", "personnel") or thing.rule == "metric.loss"
    said = _scope_of_losses(s, n) if bare else None
    if said:
        return said
    if frame and frame.kind in ("kill", "wound", "capture"):
        kinds = {"kill": "killed", "wound": "wounded", "capture": "captured"}
        if frame.kind == "wound":
            kinds["destroy"] = "killed"  # "destroyed or wounded 26,000"
        near = [
            kinds[str(m.meaning)]
            for m in s.all("frame")
            if str(m.meaning) in kinds
            and (m.start == frame.first or _joined(s, m.start, frame.first))
        ]
        return tuple(x for x in ("killed", "wounded", "captured") if x in near) or None
    if carried and carried.last and elliptic:
        return carried.last.scope
    held = [m for m in s.all("scope") if m.meaning == "captured" and m.end <= n.lead]
    if frame is None and held:
        return ("captured",)
    among = next((m for m in s.all("part") if m.end <= n.lead and n.lead - m.end <= 2), None)
    scopes = [m for m in s.all("scope") if among and among.start <= m.start < among.end]
    return (str(scopes[0].meaning),) if scopes else None


def _scope_behind_dash(s: Sentence, n: NumberPhrase) -> tuple[str, ...] | None:
    """The scope of "16,000 of them - killed"."""
    k = max(n.last, n.tail)
    word = s.match(k + 1, "scope") if k < len(s) and s.words[k] in DASHES else None
    return (str(word.meaning),) if word else None


def _scope_behind_copula(s: Sentence, n: NumberPhrase) -> tuple[str, ...] | None:
    """The scope of "27 are missing", "47 wounded"."""
    k = max(n.last, n.tail)
    while s.match(k, "be") or s.match(k, "anaphor") or s.match(k, "perfect"):
        k += 1
    return _scopes_from(s, k)[0]


def _scopes_from(s: Sentence, k: int) -> tuple[tuple[str, ...] | None, int]:
    """The scopes listed from a token on, and the token behind: "wounded, missing or captured"."""
    found: set[str] = set()
    while (word := s.match(k, "scope")) is not None and s.kinds[k] == WORD:
        found.add(str(word.meaning))
        k = word.end
        after = k + (k < len(s) and (s.words[k] == "," or bool(_links(s, k))))
        after += after > k and s.words[k] == "," and _links(s, after)
        plain = k < after < len(s) and s.kinds[after] == WORD and not s.match(after, "value")
        after += plain and s.match(after, "scope") is None  # "dead and badly wounded"
        if after == k or s.match(after, "scope") is None:
            break
        k = after
    return tuple(x for x in ORDER if x in found) or None, k


def _scope_right_before(s: Sentence, end: int) -> tuple[str, ...] | None:
    """The scope in a clause's few words before its number: "missing are 11"."""
    for k in range(end - 1, max(-1, end - 5), -1):
        if s.words[k] in ",;:" or s.kinds[k] == NUMBER or s.match(k, "value"):
            opened = s.match(k + 1, "scope") if s.words[k] in ",;" else None
            return (str(opened.meaning),) if opened and opened.end <= end else None
    return None


def _scope_between(s: Sentence, start: int, end: int) -> tuple[str, ...] | None:
    """The scopes between a verb of losing and its number: "потеряла убитыми и ранеными 315"."""
    between = range(start, end)
    if any(s.words[k] in ",;:" or s.kinds[k] == NUMBER for k in between):
        return None
    said = {str(m.meaning) for m in s.all("scope") if start <= m.start < end}
    return tuple(x for x in ORDER if x in said) or None


def _scope_apposed(s: Sentence, k: int) -> tuple[str, ...] | None:
    """The scopes a few words behind people lost: "1,523 soldiers a day killed and wounded"."""
    for i in range(k, min(k + 5, len(s))):
        if s.match(i, "scope"):
            scopes, last = _scopes_from(s, i)
            closed = last >= len(s) or s.kinds[last] != NUMBER
            return scopes if scopes and len(scopes) > 1 and closed else None
        if s.kinds[i] != WORD or s.match(i, "joiner") or s.match(i, "be"):
            return None
    return None


def _links(s: Sentence, k: int) -> bool:
    return bool(s.match(k, "joiner") or s.match(k, "range"))


def _scope_appended(s: Sentence, end: int) -> tuple[str, ...] | None:
    """The scopes in apposition: "1,200 a day, dead and wounded", "1.2 million - killed, hurt"."""
    k = end
    while (time := s.match(k, "period")) is not None:
        k = time.end
    opened = k
    while k < len(s) and (s.words[k] in ",(" or s.words[k] in DASHES or s.words[k] in QUOTES):
        k += 1
    if k == opened == end:
        return None
    scopes, last = _scopes_from(s, k)
    closed = last >= len(s) or s.words[last] in ",.;)" or s.words[last] in QUOTES
    return scopes if scopes and len(scopes) > 1 and closed else None


def _scope_of_losses(s: Sentence, n: NumberPhrase) -> tuple[str, ...] | None:
    """ "losses in killed and wounded at 315,000 men": the scope said with the noun."""
    nouns = [m for m in s.all("noun_of_loss") if m.end <= n.lead]
    if not nouns or any(s.words[k] in ",;" for k in range(nouns[-1].end, n.lead)):
        return None
    near = {str(m.meaning) for m in s.all("scope") if nouns[-1].start <= m.start < n.lead}
    return tuple(x for x in ("killed", "wounded", "missing", "captured") if x in near) or None


def _joined(s: Sentence, a: int, b: int) -> bool:
    low, high = sorted((a, b))
    links = (s.match(k, kind) for k in range(low, high) for kind in ("joiner", "range"))
    return high - low <= 3 and any(links)


def scope_words(s: Sentence, thing: Thing) -> str | None:
    if thing.last > thing.first:
        return s.text[s.starts[thing.first] : s.ends[min(thing.last, len(s)) - 1]]
    return None
