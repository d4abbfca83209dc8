"""Which of killed, wounded, missing and captured a figure of people means."""

from lossledger.extract.counted import PEOPLE, Frame, Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried
from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, WORD, Sentence
from lossledger.vocabulary.lexicon import Match

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
    added = _scopes_added(s, n)
    if added:
        before = carried.last.scope if carried and carried.last else None
        return tuple(x for x in ORDER if x in added or x in (before or ()))
    appended = _scope_appended(s, max(n.last, n.tail, thing.last))
    if appended:
        return appended
    plain = thing.rule not in ("metric.label", "metric.tally")
    dashed = _scope_behind_dash(s, n) if thing.rule != "metric.tally" else None
    alone = thing.rule in ("metric.collective", "metric.verb")
    beside = _scopes_from(s, max(n.last, n.tail))[0] if alone else None
    if beside:
        return beside  # "two died and seven were hurt"
    governing = _scope_governing(s, n) if plain else None
    if dashed or governing:
        return dashed or governing
    union = _scopes_behind(s, max(n.last, n.tail, thing.last)) if plain else None
    if union:
        every = {*union, *(thing.scope or ())}
        return tuple(x for x in ORDER if x in every)
    more = _scopes_joined(s, thing.last) if thing.scope and plain else ()
    if thing.scope and more:
        every = {*thing.scope, *more}
        return tuple(x for x in ORDER if x in every)
    gone = _missing_behind(s, max(n.last, thing.last)) if plain and thing.scope is None else None
    if gone:
        return gone
    whole = carried.last if carried and thing.scope is None and _is_part(s, n, thing) else None
    if plain and whole and whole.scope and whole.metric == metric:
        told = _scope_behind_copula(s, max(n.last, n.tail))
        return told or _scope_predicated(s, n, thing) or whole.scope
    end = max(n.last, n.tail)
    own = thing.rule == "metric.label" and (s.match(end, "be") or s.match(end, "perfect"))
    behind = _scope_behind_copula(s, end) if own else None
    if behind:
        return behind  # "three had died and ten were hurt"
    verb = s.match(end, "scope") if thing.rule == "metric.label" else None
    if verb and s.match(end, "frame"):
        return (str(verb.meaning),)  # "of whom some 150,000 died"
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
    told = _scope_behind_dash(s, n) or _scope_behind_copula(s, end) if bare else None
    told = told or (_scope_behind_aside(s, end) if bare else None)
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
            and (frame.first < n.last or m.start >= n.last)  # "40 were killed and two taken"
            and (m.start == frame.first or _joined(s, m.start, frame.first))
        ]
        return tuple(x for x in ("killed", "wounded", "captured") if x in near) or None
    predicated = _scope_predicated(s, n, thing) if plain else None
    if plain and not predicated:
        predicated = _scope_shared(s, max(n.last, n.tail, thing.last))
    if predicated:
        return predicated
    if carried and carried.last and elliptic:
        return carried.last.scope
    aside = _scope_behind_aside(s, max(end, thing.last)) if frame is None else None
    if aside:
        return aside
    held = [m for m in s.all("scope") if m.meaning == "captured" and m.end <= n.lead]
    if frame is None and (held or _gave_up(s, thing.last)):
        return ("captured",)
    among = next((m for m in s.all("part") if m.end <= n.lead and n.lead - m.end <= 2), None)
    opened = s.match(0, "part") if s.match(n.lead - 1, "be") and n.lead <= AN_ASIDE + 2 else None
    end = n.lead if opened else among.end if among else 0
    start = 0 if opened else among.start if among else 0
    scopes = [m for m in s.all("scope") if start <= m.start < end]  # "among the injured were 18"
    return (str(scopes[0].meaning),) if scopes else None


def _gave_up(s: Sentence, k: int) -> bool:
    """Whether people give themselves up, words between: "900 men of the unit laid down arms"."""
    end = next((i for i in range(k, len(s)) if s.words[i] in ",.;:"), len(s))
    gave = next((m for m in s.all("scope") if k <= m.start < end), None)
    return gave is not None and gave.meaning == "captured"


def _scope_governing(s: Sentence, n: NumberPhrase) -> tuple[str, ...] | None:
    """The scope of the verb or noun right before a number: "killing eight", "the deaths of 12"."""
    at = before_an_aside(s, n.lead)
    at -= s.match(at - 1, "another") is not None
    for m in _scopes_before(s, at):
        of = m.end == at - 1 and s.match(m.end, "out_of") is not None
        if (m.end != at and not of) or _is_of_a_number(s, m.start):
            continue
        if not of and s.match(m.start, "naming"):
            continue  # "the ministry names 524,060"
        verbs = (s.match(k, "frame") for k in range(max(0, m.start - 5), m.start))
        if any(o is not None and o.meaning == "destroy" and 0 < m.start - o.end <= 2
               and _links(s, o.end) for o in verbs):  # fmt: skip
            return None  # "destroyed or badly wounded": the verbs tell it
        found = {str(m.meaning)}
        adverb = m.start > 1 and s.kinds[m.start - 1] == WORD and not _links(s, m.start - 1)
        at = m.start - 1 - adverb  # "died or forever maimed"
        joined = next((o for o in _scopes_before(s, at) if o.end == at), None)
        if joined and _links(s, joined.end) and not _is_of_a_number(s, joined.start):
            found.add(str(joined.meaning))
        return tuple(x for x in ORDER if x in found)
    return None


ASIDE = 7
"""So many tokens an aside on who says a figure has: "killed were, he says, 20,000"."""


def before_an_aside(s: Sentence, i: int) -> int:
    """The token at which an aside in commas opens that closes right before a number."""
    if i < 3 or s.words[i - 1] != ",":
        return i
    opens = next((k for k in range(i - 2, max(0, i - ASIDE), -1) if s.words[k] == ","), None)
    return opens if opens is not None and not any(
        s.kinds[k] == NUMBER or s.match(k, "frame") or s.match(k, "part")
        for k in range(opens, i)) else i  # fmt: skip


def _scopes_before(s: Sentence, at: int) -> list[Match]:
    """The words for a fate in the few tokens before one."""
    near = range(max(0, at - LONGEST_SCOPE), max(0, at))
    return [m for k in near if (m := s.match(k, "scope"))]


LONGEST_SCOPE = 5
"""So many tokens a word for a fate has, and one behind it."""


def _is_of_a_number(s: Sentence, k: int) -> bool:
    """Whether a number stands right before a token: "3 killed 5 wounded"."""
    return k > 0 and (s.kinds[k - 1] == NUMBER or s.match(k - 1, "value") is not None)


A_FEW_WORDS = 6
"""So many words may stand between people and a list of how they were lost."""


def _scopes_behind(s: Sentence, k: int) -> tuple[str, ...] | None:
    """The scopes listed a few words behind people: "casualties, that is killed and missing"."""
    for i in range(k, min(k + A_FEW_WORDS, len(s))):
        if s.match(i, "joined_scope") and NUMBER in s.kinds[i : i + A_FEW_WORDS + 4]:
            return None  # "7,000 dead, and with the wounded 40,000"
        if s.match(i, "scope"):
            scopes, last = _scopes_from(s, i)
            counts = last < len(s) and (s.kinds[last] == NUMBER or s.match(last, "value"))
            return scopes if scopes and len(scopes) > 1 and not counts else None
        mark = s.words[i] in ",(:" or s.words[i] in DASHES
        noun = s.match(i, "metric")
        other = noun is not None and noun.meaning not in PEOPLE
        if not mark and (s.kinds[i] != WORD or s.match(i, "value") or other):
            return None
    return None


def _scopes_added(s: Sentence, n: NumberPhrase) -> set[str]:
    """The scopes that a total takes in, too: "with the wounded and captured 40,000"."""
    for m in s.all("joined_scope"):
        added, end = {str(m.meaning)}, m.end
        while end < n.lead:
            after = end + (s.words[end] == "," or bool(_links(s, end)))
            listed = s.match(after, "scope") if after > end else None
            if listed is None:
                break
            added.add(str(listed.meaning))
            end = listed.end
        if 0 <= n.lead - end <= 2:
            return added
    return set()


def _scopes_joined(s: Sentence, k: int) -> tuple[str, ...]:
    """The scope that "and badly" adds to one: "35,000 killed and badly wounded"."""
    if k >= len(s) or not _links(s, k):
        return ()
    after = k + 1
    counts = any(s.match(after, kind) for kind in ("value", "collective", "scale", "vague"))
    plain = after < len(s) and s.kinds[after] == WORD and not counts
    after += plain and s.match(after, "scope") is None
    scopes, last = _scopes_from(s, after)
    counts = last < len(s) and (s.kinds[last] == NUMBER or s.match(last, "value") is not None)
    hedged = s.match(last, "hedge") or s.match(last, "bound")
    return scopes if scopes and not counts and not hedged else ()


def _is_part(s: Sentence, n: NumberPhrase, thing: Thing) -> bool:
    """Whether people are marked as some of those told of before: "among them two boys"."""
    return (
        any(
            (m := s.match(k, "part")) is not None and m.end == n.lead
            for k in range(max(0, n.lead - 4), n.lead)
        )
        or s.match(max(n.last, n.tail), "anaphor") is not None
        or _are_among(s, thing)
    )


def _are_among(s: Sentence, thing: Thing) -> bool:
    """Whether "among them" closes what is counted: "12,162 deaths, 659 children among them"."""
    part = s.match(thing.last, "part")
    return part is not None and (part.end >= len(s) or s.words[part.end] in ",.;)")


def _behind_aside(s: Sentence, k: int) -> int:
    """The token behind an aside in commas: "24 people, three of them children, were killed"."""
    if k >= len(s) or s.words[k] != ",":
        return k
    closed = next((i for i in range(k + 1, min(k + AN_ASIDE, len(s))) if s.words[i] == ","), None)
    verbs = ("be", "perfect", "scope")
    verb = closed is not None and any(s.match(closed + 1, kind) for kind in verbs)
    return closed + 1 if closed is not None and verb else k


AN_ASIDE = 9
"""So many tokens an aside between people and what befell them has."""


def _missing_behind(s: Sentence, k: int) -> tuple[str, ...] | None:
    """Whether people are told to be missing, words between: "20 of the house were not found"."""
    for i in range(k, min(k + AN_ASIDE, len(s))):
        if s.kinds[i] != WORD or s.match(i, "value") or s.match(i, "frame"):
            return None
        word = s.match(i, "scope")
        if word:
            return ("missing",) if word.meaning == "missing" else None
    return None


def _scope_predicated(s: Sentence, n: NumberPhrase, thing: Thing) -> tuple[str, ...] | None:
    """The scope said of people by "are": "16 soldiers are missing", "hurt were 15 children"."""
    k = _behind_aside(s, max(n.last, n.tail, thing.last))
    died = s.match(k, "scope") if k > max(n.last, n.tail, thing.last) else None
    if died is not None and s.match(k, "frame"):
        return (str(died.meaning),)  # "20 people, nine of them children, died"
    verb = next((i for i in range(k, min(k + 2, len(s)))
                 if s.match(i, "be") or s.match(i, "perfect")), None)  # fmt: skip
    if verb is not None:
        i = verb + 1
        while i < min(verb + 4, len(s)) and s.kinds[i] == WORD and not s.match(i, "scope"):
            i += 1
        behind = _scopes_from(s, i)[0]
        if behind:
            return behind
    for m in _scopes_before(s, n.lead - 1):
        between = range(m.end, n.lead)
        verbs = all(
            s.kinds[i] == WORD and not s.match(i, "joiner") and not s.match(i, "metric")
            for i in between
        )
        if 0 < len(between) <= 2 and verbs and not _is_of_a_number(s, m.start):
            return (str(m.meaning),)
    return None


def _scope_shared(s: Sentence, k: int) -> tuple[str, ...] | None:
    """The scope that people share with those joined to them: "7 soldiers and 13 others died"."""
    start = k
    while (end := _joined_people(s, k)) is not None:
        k = end
    if k == start:
        return None
    k = _behind_aside(s, k)
    died = s.match(k, "scope")
    if died is not None and s.match(k, "frame"):
        return (str(died.meaning),)
    return _scope_behind_copula(s, k) if s.match(k, "be") or s.match(k, "perfect") else None


def _joined_people(s: Sentence, k: int) -> int | None:
    """The token behind the people who are joined to those before a token: ", 13 residents"."""
    number = k + 1 + (k < len(s) and s.words[k] == "," and bool(s.match(k + 1, "joiner")))
    if number >= len(s) or not (s.words[k] == "," or s.match(k, "joiner")):
        return None
    lead = s.match(number, "bound") or s.match(number, "hedge")
    number = lead.end if lead else number
    if number >= len(s) or not (s.kinds[number] == NUMBER or s.match(number, "value")):
        return None
    for i in range(number + 1, min(number + A_FEW_WORDS, len(s))):
        noun = s.match(i, "metric")
        if noun is not None:
            return noun.end if noun.meaning in PEOPLE else None
        if s.kinds[i] not in (WORD, NUMBER) or s.match(i, "frame"):
            return None
    return None


def _scope_behind_dash(s: Sentence, n: NumberPhrase) -> tuple[str, ...] | None:
    """The scope of "16,000 of them - killed"."""
    k = max(n.last, n.tail)
    of_them = s.match(k, "anaphor") or s.match(k, "part")
    k = of_them.end if of_them else k
    word = s.match(k + 1, "scope") if k < len(s) and s.words[k] in DASHES else None
    return (str(word.meaning),) if word else None


def _scope_behind_aside(s: Sentence, end: int) -> tuple[str, ...] | None:
    """The scope behind words in brackets or commas: "40 people (6 of them children) had died"."""
    close = {"(": ")", ",": ","}.get(s.words[end]) if end < len(s) else None
    near = range(end + 1, min(end + LONGEST_ASIDE, len(s)))
    closed = next((k for k in near if s.words[k] == close), None)
    verb = closed is not None and (s.match(closed + 1, "be") or s.match(closed + 1, "perfect"))
    return _scope_behind_copula(s, closed + 1) if closed and verb else None


LONGEST_ASIDE = 9
"""Tokens of what is said in brackets or commas of people just counted."""


def _scope_behind_copula(s: Sentence, k: int) -> tuple[str, ...] | None:
    """The scope behind a number that ends at a token: "27 are missing", "47 wounded"."""
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
    timed = s.has("period", k, k + 2)  # "100 soldiers a day killed and 500 hurt"
    for i in range(k, min(k + 5, len(s))):
        if s.match(i, "scope"):
            scopes, last = _scopes_from(s, i)
            closed = last >= len(s) or s.kinds[last] != NUMBER
            return scopes if scopes and (len(scopes) > 1 or timed) and closed else None
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
    end = n.lead
    while end > 0 and (s.words[end - 1] in DASHES or s.match(end - 1, "be")):
        end -= 1
    end = before_an_aside(s, end)  # "losses in killed, the document says, - 493,690"
    if not nouns or any(s.words[k] in ",;" for k in range(nouns[-1].end, end)):
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
