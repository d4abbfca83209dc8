"""The verb that governs a count: the participle behind it, or the verb before it in its clause."""

from lossledger.extract.clefts import cleft, verb_of
from lossledger.extract.counted import (
    ACTS,
    PEOPLE,
    VICTIM_FRAMES,
    Frame,
    Thing,
    governs_next,
    metric_ending,
    thing_after,
)
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.tokens import (
    DASHES,
    DESIGNATION,
    NUMBER,
    WORD,
    Sentence,
    among,
    once,
    semicolons,
)
from lossledger.vocabulary.lexicon import Match


def frame_of(
    s: Sentence, n: NumberPhrase, thing: Thing | None, others: list[NumberPhrase]
) -> Frame | None:
    """The verb that governs a number: a participle right behind its noun, else the one before."""
    end = max(n.last, n.tail, thing.last if thing else 0)
    turned = cleft(s, n.last)
    done = verb_of(s, turned) if turned else None
    if done:
        return Frame(str(done.meaning), done.start, done.end)
    next_first = next((o.lead for o in others if o.lead >= end), len(s))
    behind = None
    back = s.match(end, "anaphor")
    end = _past_clause(s, _past_respectively(s, back.end if back else end))
    for k in range(end, min(end + 12, len(s))):
        if (k >= next_first > end) or s.words[k] in ".;:" or (s.words[k] in "," and k > end + 1):
            break
        m = s.match(k, "frame")
        if m and m.meaning == "other" and s.match(k + 1, "scope"):
            continue  # "25 of whom are in hospital"
        if m:
            behind = Frame(str(m.meaning), m.start, m.end)
            break
    before = None
    clause = among(semicolons(s), 0, n.lead)
    for k in reversed(among(_verbs(s), clause[-1] if clause else 0, n.lead)):
        m = s.match(k, "frame") or _loss_noun(s, k)
        if m and m.kind == "frame" and (_is_noun(s, m) or (thing and _inside(m, thing))):
            continue  # the "launch" of a label "rocket launch systems" is no verb
        if m and m.kind == "frame" and _of_people_only(s, m, thing, n, others):
            continue
        if m and m.kind == "frame" and _looks_back(s, m, n, others):
            if s.match(m.start, "scope") and any(o.last == m.start for o in others):
                break
            continue
        if m and m.kind == "frame" and (_in_aside(s, m, n) or _in_brackets(s, m, n)):
            continue
        if m and m.kind == "frame" and told_anew(s, m.end, n, others):
            break
        if m and m.meaning == "other" and _closed_by_colon(s, m, n, others):
            continue
        if m and m.meaning == "other" and _in_an_aside_before_it_stands(s, m, n):
            continue  # "our estimate, built on records, stood at 75,000"
        if (
            m
            and thing
            and thing.rule == "metric.label"
            and m.start >= thing.last
            and m.meaning in ACTS
        ):
            continue
        if m and m.end <= n.first:
            before = Frame(str(m.meaning), m.start, m.end)
            break
    inside = None
    for k in range(n.last, end):
        m = s.match(k, "frame")
        if m and (s.match(k, "scope") or s.match(k, "attributive")):
            inside = Frame(str(m.meaning), m.start, m.end)
    if inside and s.match(n.lead - 1, "out_of"):
        return inside
    downs = before is not None and before.kind in VICTIM_FRAMES
    part = s.match(n.last, "out_of") is not None
    if before and part and before.kind == "down":
        return before  # "it had downed 42 drones and one of four missiles used"
    if before and downs and before.last == n.lead and part:
        return before  # "it downed 17 of 19 drones launched"
    told = before is not None and before.kind == "down" and behind is not None
    if told and behind and behind.kind == "launch" and not s.match(n.lead - 1, "out_of"):
        last = behind.last
        ends = next((k for k in range(last, len(s)) if s.words[k] in ",.;"), len(s))
        if behind.first == end and not s.has("frame", last, ends):
            return before  # "it downed 24 drones and all five missiles launched overnight"
    if behind and behind.kind == "other" and s.has("out_of", end, behind.first):
        behind = None  # "49,000 wounded out of an army of 202,000"
    if behind and behind.kind == "other" and end < len(s) and s.words[end] == ",":
        behind = None  # "44 hurt, evacuated were some houses"
    if behind and s.match(behind.first - 1, "joiner") and governs_next(s, behind.last):
        behind = None  # "it killed 12 soldiers and wounded more than 60"
    dead = behind is not None and behind.kind in ("kill", "wound") and thing is not None
    dead = dead and thing is not None and thing.code in PEOPLE
    if behind and dead and _who(s, end, behind):
        return behind  # "the names of 122,000 servicemen who died"
    if behind and _passive_link(s, end, behind.first):
        lost = before is not None and before.kind == "lose"
        lost = lost and thing is not None and thing.code in PEOPLE
        apposed = s.match(behind.first, "scope") and not any(
            s.match(k, "be") or s.match(k, "perfect") for k in range(end, behind.first)
        )
        near = before is not None and not any(before.last <= o.first < n.lead for o in others)
        if before and lost and apposed and near:
            return before  # "it is losing 1,000 soldiers a day killed and wounded"
        return behind
    if inside and before and before.kind == "other":
        return inside  # "rescuers pulled out three, one person died"
    if before is None or before.last < n.lead - 1:
        shared = _shared_passive(s, end, others)
        other = shared is not None and shared.kind == "other" and before is not None
        if shared and not other and (before is None or _parted(s, before.last, n.lead)):
            return shared
    return before or inside or behind


def _in_an_aside_before_it_stands(s: Sentence, m: Match, n: NumberPhrase) -> bool:
    """Whether a verb stands in commas before the one of a figure: ", built on files, stood at"."""
    closed = next((k for k in range(m.end, n.lead) if s.words[k] == ","), None)
    opened = "," in s.words[max(0, m.start - 3) : m.start]
    if closed is not None and opened and s.match(n.lead - 1, "adposition"):
        return True  # "Utopia, with a population of the same size, follows with 4,703"
    aside = closed is not None and "," in s.words[: m.start]
    return aside and s.has("stands", closed or 0, n.lead)


@once
def _verbs(s: Sentence) -> list[int]:
    """The tokens at which a verb, or a noun for a loss, begins."""
    return sorted(s.at(("frame", "noun_of_loss")))


def _in_a_name(s: Sentence, m: Match) -> bool:
    """Whether a verb's word is part of the name of an arm: "multiple launch rocket systems"."""
    names = (s.match(k, "metric") for k in range(max(0, m.start - 5), m.start))
    return any(x and x.end > m.end and x.meaning not in PEOPLE for x in names)


def ending_at(s: Sentence, k: int) -> Match | None:
    """The verb that ends right before a token: "killing" before "12"."""
    return _ends(s).get(k)


@once
def _ends(s: Sentence) -> dict[int, Match]:
    """The verbs of a sentence by the token behind them; the longer of two."""
    return {m.end: m for m in reversed(s.all("frame"))}


def _is_noun(s: Sentence, m: Match) -> bool:
    """Whether a verb's word is a noun, a part of a name, or no act of war at all."""
    return _in_a_name(s, m) or _is_counted(s, m) or _publishes(s, m)


def _is_counted(s: Sentence, m: Match) -> bool:
    """Whether a verb's word is a noun that a number counts: "144 of the 210 targets"."""
    counted = s.match(m.start, "metric")
    before = m.start - 1
    number = before >= 0 and s.kinds[before] == NUMBER
    noun = number or any(s.match(before, kind) for kind in ("of", "article", "definite"))
    return counted is not None and counted.meaning not in PEOPLE and noun


def _publishes(s: Sentence, m: Match) -> bool:
    """Whether a verb of giving back has figures as its object: "released a tally of strikes".

    Or a paper stands before it: "a study released this month".
    """
    near = range(m.end, min(m.end + 3, len(s)))
    told = any(s.match(m.start - 1, kind) for kind in ("account", "renamed"))
    return m.meaning == "return" and (told or any(s.match(k, "account") for k in near))


def _inside(m: Match, thing: Thing) -> bool:
    """Whether a word is part of the name of an arm: its "launch" is no verb."""
    return thing.code not in PEOPLE and thing.first <= m.start and m.end <= thing.last


def _shared_passive(s: Sentence, end: int, others: list[NumberPhrase]) -> Frame | None:
    """The participle behind the last of several things: "a jet and three drones were downed"."""
    for _ in range(14):
        k = end
        while k < len(s) and (s.words[k] == "," or s.match(k, "joiner")):
            k += 1
        n = next((o for o in others if o.lead == k), None) if k > end else None
        if n is None:
            return None
        thing = thing_after(s, n)
        past = _past_respectively(s, n.last)
        if thing is None and past == n.last:
            return None
        end = thing.last if thing else past
        for j in range(end, min(end + 5, len(s))):
            m = s.match(j, "frame")
            fell = m and (
                m.meaning in VICTIM_FRAMES or (m.meaning == "other" and s.match(j - 1, "be"))
            )
            fell = fell or (m is not None and thing is None and m.meaning == "repel")
            if m and fell and _passive_link(s, end, j):
                return Frame(str(m.meaning), m.start, m.end)
            if s.kinds[j] != WORD:
                break
    return None


def _parted(s: Sentence, start: int, end: int) -> bool:
    """Whether another clause begins between a verb and a number."""
    kinds = ("relative", "be", "complementizer", "contrast", "also")
    return any(s.match(k, kind) for k in range(start, end) for kind in kinds)


def _loss_noun(s: Sentence, k: int) -> Match | None:
    """A noun of loss as a verb of losing: "recorded the loss of 52 drones"."""
    m = s.match(k, "noun_of_loss")
    return Match("noun_of_loss", "lose", m.start, m.end) if m else None


def _of_people_only(
    s: Sentence, m: Match, thing: Thing | None, n: NumberPhrase, others: list[NumberPhrase]
) -> bool:
    """A participle of people counted before says nothing of equipment or of totals behind it."""
    if m.meaning not in ("kill", "wound") or s.match(m.start, "scope") is None:
        return False
    if thing is not None and thing.code not in PEOPLE:
        return True
    losses = (x for x in s.all("noun_of_loss") if thing and x.start >= n.last)
    if thing is not None and not any(x.start < thing.last for x in losses):
        return False
    counted = any(o.last <= m.start <= o.last + 6 for o in others if o.last <= n.lead)
    return counted and any(s.words[k] in ",;" for k in range(m.end, n.lead))


def _looks_back(s: Sentence, m: Match, n: NumberPhrase, others: list[NumberPhrase]) -> bool:
    """Whether a verb before a number says something of what stands before it.

    "20 were killed and 40 ...", "20 soldiers killed, 40 ...", "the wounded at 40".
    """
    if m.meaning not in VICTIM_FRAMES | {"other"} or m.end == n.lead:
        return False
    if s.match(m.start, "scope") and s.match(m.start - 1, "definite"):
        return True
    people = metric_ending(s, m.start)
    if s.match(m.start, "scope") and people and people.meaning in PEOPLE:
        return True  # "the number of people killed in September - then 5,900"
    if s.match(m.start, "scope") and any(o.last == m.start for o in others if o.last <= n.lead):
        return True  # "15,000 killed and perhaps 45,000 wounded"
    passive = s.has("be", max(0, m.start - 2), m.start)
    counted = any(o.last < m.start <= o.last + 6 for o in others if o.last <= n.lead)
    return passive or (counted and metric_ending(s, m.start) is not None)


def told_anew(s: Sentence, end: int, n: NumberPhrase, others: list[NumberPhrase]) -> bool:
    """Whether somebody counts anew behind a comma: "19 downed, the staff counted 112"."""
    commas = [k for k in range(end, n.lead) if s.words[k] == ","]
    between = [o for o in others if end <= o.first and o.last <= n.lead]
    if not commas or any(o.first > commas[-1] for o in between):
        return False
    return s.has("recording", commas[-1], n.lead) and s.has("source", commas[-1], n.lead)


def _in_brackets(s: Sentence, m: Match, n: NumberPhrase) -> bool:
    """Whether a verb stands in brackets that close before a number: "losses (killed): 1,523"."""
    between = s.words[m.end : n.lead]
    return between.count(")") > between.count("(")


def _in_aside(s: Sentence, m: Match, n: NumberPhrase) -> bool:
    """Whether a verb stands in a clause of its own in commas: "ten, of which half fell, and 81"."""
    close = next((k for k in range(m.end, min(m.end + 4, n.lead)) if s.words[k] == ","), None)
    if close is None or not s.match(close + 1, "joiner"):
        return False
    for k in range(m.start - 1, max(0, m.start - 8), -1):
        if s.kinds[k] == NUMBER or s.match(k, "value"):
            return False
        if s.words[k] == ",":
            return s.match(k + 1, "part") is not None
    return False


def _past_respectively(s: Sentence, end: int) -> int:
    """Behind "of the former" and ", respectively," that follow a number."""
    of_two = s.match(end, "of_two")
    if of_two:
        return of_two.end
    comma = end < len(s) and s.words[end] == ","
    word = s.match(end + comma, "respectively")
    if word is None:
        return end
    return word.end + (comma and word.end < len(s) and s.words[word.end] == ",")


def _who(s: Sentence, end: int, behind: Frame) -> bool:
    """Whether a relative clause right behind people says what became of them."""
    relative = s.match(behind.first - 1, "relative")
    return relative is not None and _passive_link(s, end, behind.first - 1)


def _closed_by_colon(s: Sentence, m: Match, n: NumberPhrase, others: list[NumberPhrase]) -> bool:
    """Whether a colon behind a verb's own number parts it from a count: "an army of 9: 6 died"."""
    colon = next((k for k in range(m.end, n.lead) if s.words[k] == ":"), None)
    return colon is not None and any(m.end <= o.first < colon for o in others)


def _past_clause(s: Sentence, end: int) -> int:
    """Behind a clause in commas that follows a noun: "drones, bound for the city, were downed"."""
    if end < len(s) and s.words[end] in DASHES and s.match(end + 1, "passive"):
        return end + 1  # "30 of them - shot down"
    if end >= len(s) or s.words[end] != ",":
        return end
    j = end + 1
    while j < len(s) and (s.kinds[j] == NUMBER or s.match(j, "joiner") or s.match(j, "unit")):
        j += 1
    if j > end + 1 and j < len(s) and s.words[j] == ",":
        return j + 1  # "two nurses, 31 and 58, were injured"
    if s.match(end + 1, "part"):
        close = next((k for k in range(end + 2, min(end + 9, len(s))) if s.words[k] == ","), None)
        verbs = ("be", "perfect", "frame", "copula")
        follows = close and any(s.match(close + 1, kind) for kind in verbs)
        return close + 1 if close and follows else end
    for k in range(end + 1, min(end + 9, len(s))):
        if s.words[k] == ",":
            return k + 1 if k > end + 1 else end
        if s.kinds[k] == NUMBER or s.match(k, "frame") or s.match(k, "value"):
            return end
    return end


def _passive_link(s: Sentence, start: int, end: int) -> bool:
    """Only copulas, adverbs and "more" between a noun and its participle.

    Behind a preposition a participle needs a copula of its own: "men since he launched" has none.
    """
    if end - start > 9 or s.match(end - 1, "preposition"):
        return False
    bridged = [k for k in range(start, end) if s.match(k, "adposition")]
    if bridged and not s.has("be", bridged[-1], end):
        return False
    return all(
        s.kinds[k] in (WORD, DESIGNATION) and not s.match(k, "frame") and not s.match(k, "relative")
        for k in range(start, end)
    )


def other_verb(s: Sentence, frame: Frame, index: int) -> bool:
    """Whether a participle before "by" is another verb's: "downed 84 drones launched by them"."""
    for k in range(index, min(index + 6, len(s))):
        if s.match(k, "agent"):
            return any(
                (m := s.match(j, "frame")) is not None and m.start != frame.first
                for j in range(index, k)
            )
    return False
