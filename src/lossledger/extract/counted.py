"""What a number counts and whose it is: the thing beside it and the verb that governs it."""

from dataclasses import dataclass

from lossledger.extract.dates import When
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.tokens import DASHES, DESIGNATION, NUMBER, QUOTES, WORD, Sentence
from lossledger.vocabulary import metrics, opponent, sources
from lossledger.vocabulary.lexicon import Match

REACH = 8
"""How many tokens from its number a counted thing may stand."""

OWNER_FRAMES = frozenset({"lose"})
VICTIM_FRAMES = frozenset({"destroy", "down", "capture", "kill", "wound"})

ACTS = frozenset({"strike", "act", "launch", "use"})
"""Verbs and nouns of attack: one beside a toll ("from the strike") does not govern it."""

DOWNED = {
    "uav": "drones_downed",
    "missile": "missiles_downed",
    "cruise_missiles": "missiles_downed",
    "aircraft": "aircraft_downed",
    "helicopters": "helicopters_downed",
    "guided_bombs": "guided_bombs_downed",
    "target": "targets_downed",
}
LAUNCHED = {"uav": "drones_launched", "missile": "missiles_launched",
            "cruise_missiles": "missiles_launched"}  # fmt: skip
WHOLE = {DOWNED[code]: launched for code, launched in LAUNCHED.items()}
"""What the whole counts of which a part was shot down: "35 of 42 drones"."""
AIRBORNE = frozenset(DOWNED)
ATTACKS_WITH = {
    "mlrs": "mlrs_attacks",
    "missile": "missile_strikes",
    "uav": "drone_attacks",
    "artillery": "shellings",
    "aircraft": "air_strikes",
}
"""Attacks by what they are made with: "MLRS attacks" are no MLRS."""
TARGETS = frozenset({"areas_struck", "settlements_shelled"})
"""What an act strikes: an owner named beside it is not who acts."""

PEOPLE = frozenset({"personnel", "people", "civilians", "casualties"})


@dataclass(frozen=True, slots=True)
class Thing:
    """A counted thing: the word class of the tables, its tokens, scope and rule."""

    code: str
    first: int
    last: int
    scope: tuple[str, ...] | None = None
    rule: str = "metric.head"


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb that governs a count: what it does, where it stands, who does it."""

    kind: str
    first: int
    last: int


def thing_after(s: Sentence, n: NumberPhrase) -> Thing | None:
    """The head noun behind a number, its modifiers skipped."""
    i, steps = max(n.last, n.tail), 0
    while i < len(s) and steps < REACH:
        other = s.match(i, "other")
        m = s.match(i, "metric")
        if other and (m is None or other.end >= m.end):
            return None
        if m:
            return _headed(s, m)
        if s.match(i, "speech") and n.weak:
            return None
        word = s.words[i]
        time = s.match(i, "period")
        if time and steps:
            i, steps = time.end, steps + 1
            continue
        if s.kinds[i] in (NUMBER,) or s.match(i, "value"):
            return None
        if word == "(" and steps == 0 and (after := _past_bracket(s, i)):
            i = after
            continue
        if s.kinds[i] != WORD and s.kinds[i] != DESIGNATION and word not in QUOTES and word != "/":
            return None
        if steps and s.match(i, "stop") and s.match(i + 1, "weekday"):
            i, steps = i + 2, steps + 1
            continue
        if s.match(i, "attributive") or (s.match(i, "joiner") and s.match(i + 1, "attributive")):
            i, steps = i + 1, steps + 1
            continue
        if s.match(i, "frame") and s.match(i, "scope") is None and (steps or s.match(i, "passive")):
            return None
        if s.match(i, "stop") and s.folded[i] != "of" and not _skippable(s, i):
            return None
        i += 1
        steps += 1
    return None


def _skippable(s: Sentence, i: int) -> bool:
    """Words that may stand between a number and its noun: "of its", "of the", "of those"."""
    return s.folded[i - 1] == "of" or bool(s.match(i, "anaphor"))


def _past_bracket(s: Sentence, i: int) -> int | None:
    """The token behind a bracket of at most six tokens: "407240 (+1160) persons"."""
    for j in range(i + 1, min(i + 8, len(s))):
        if s.words[j] == ")":
            return j + 1
    return None


def _past_gloss(s: Sentence, i: int) -> int:
    """The token behind square brackets that explain a word: "MLRS [rocket systems] attacks"."""
    if i < len(s) and s.words[i] == "[":
        return next((k + 1 for k in range(i, min(i + 9, len(s))) if s.words[k] == "]"), i)
    return i


def _headed(s: Sentence, m: Match) -> Thing:
    """The thing of a metric phrase, with the scope that words around it state."""
    last = m.end
    code = str(m.meaning)
    follower = s.match(_past_gloss(s, last), "metric")
    if follower and code not in PEOPLE and follower.meaning in ("attack", "strike", "shellings"):
        m, last = follower, follower.end
        code = ATTACKS_WITH.get(code, str(follower.meaning))
    if code == "casualties" and follower and follower.meaning in PEOPLE:
        scope, last = scope_near(s, m)
        return Thing(str(follower.meaning), m.start, max(last, follower.end), scope)
    if code in PEOPLE:
        scope, last = scope_near(s, m)
        return Thing(code, m.start, last, scope)
    return Thing(code, m.start, last)


def scope_near(s: Sentence, m: Match, end: int | None = None) -> tuple[tuple[str, ...] | None, int]:
    """The scopes said within or right behind a word for people: "troops killed and wounded".

    No word from ``end`` on is looked at.
    """
    scopes: list[str] = []
    last = m.end
    i = m.start
    while i < len(s) and i < m.end + 7 and (end is None or i < end):
        word = s.match(i, "scope")
        if word and i >= m.end and _governs_next(s, word.end):
            break
        if word:
            scopes.append(str(word.meaning))
            last = max(last, word.end)
            i = word.end
            continue
        if i >= m.end and not _links_scopes(s, i):
            break
        i += 1
    order = ("killed", "wounded", "missing", "captured")
    return tuple(x for x in order if x in scopes) or None, last


def _governs_next(s: Sentence, i: int) -> bool:
    """Whether a word behind a comma belongs to the next number: "12 killed, injured - over 60"."""
    for k in range(i, min(i + 4, len(s))):
        if s.kinds[k] == NUMBER or s.match(k, "value"):
            return True
        between = s.words[k] in DASHES or s.words[k] == ":"
        if not between and not any(s.match(k, kind) for kind in ("bound", "hedge", "another")):
            return False
    return False


def _links_scopes(s: Sentence, i: int) -> bool:
    """A token that may stand between two scopes: a comma before one, "and", "or", a copula."""
    if s.words[i] == ",":
        scope = s.match(i + 1, "scope")
        return bool(s.match(i + 1, "joiner")) or (scope is not None and not _counts(s, scope.end))
    return any(s.match(i, kind) for kind in ("joiner", "copula", "part", "range"))


def _counts(s: Sentence, start: int) -> bool:
    """Whether a number follows in the same clause, so that a scope belongs to that number."""
    for k in range(start, min(start + 6, len(s))):
        if s.words[k] in ",.;:":
            return False
        if s.kinds[k] == NUMBER or s.match(k, "value"):
            return True
    return False


def thing_before(s: Sentence, n: NumberPhrase, whens: list[When]) -> Thing | None:
    """A label or subject before the number: "tanks - 773", "losses in personnel reached N"."""
    i, steps = n.lead - 1, 0
    while i >= 0 and steps < REACH + 2:
        m = _metric_ending(s, i + 1)
        if m and not _circumstance(s, m) and not _in_period(s, m):
            scope = _scope_of_label(s, m, n) if m.meaning in PEOPLE else None
            scope = _joined_before(s, m, scope)
            return Thing(str(m.meaning), m.start, m.end, scope, "metric.label")
        time = next((w for w in whens if w.first <= i < w.last), None)
        if time:
            i = time.first - 1
            continue
        if s.kinds[i] == NUMBER or s.words[i] in ".;!?":
            return None
        value = s.match(i, "value")
        if value and value.meaning != 1:
            return None
        i -= 1
        steps += 1
    return None


def _joined_before(s: Sentence, m: Match, scope: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The scope of "the killed and wounded" with the word before its "and"."""
    word = s.match(m.start - 2, "scope") if s.match(m.start - 1, "joiner") else None
    if word is None or not scope:
        return scope
    said = {str(word.meaning), *scope}
    return tuple(x for x in ("killed", "wounded", "missing", "captured") if x in said)


def _scope_of_label(s: Sentence, m: Match, n: NumberPhrase) -> tuple[str, ...] | None:
    """The scope said before a label's number: "the number of dead Ukrainian troops at 800"."""
    for k in range(m.start - 1, max(-1, m.start - 4), -1):
        word = s.match(k, "scope")
        if word and word.end <= m.start:
            return (str(word.meaning),)
        if s.kinds[k] != WORD or not any(s.match(k, a) for a in ("party_adjective", "own")):
            break
    return scope_near(s, m, n.lead)[0]


def _in_period(s: Sentence, m: Match) -> bool:
    """Whether a word is part of an expression of time: "in all the time of the battles"."""
    return any(
        (p := s.match(k, "period")) is not None and m.start < p.end
        for k in range(max(0, m.start - 8), m.start + 1)
    )


def _circumstance(s: Sentence, m: Match) -> bool:
    """An act named behind a preposition ("in a strike on the town") is no label."""
    row = metrics().get(str(m.meaning))
    act = row.kind == "event" if row else m.meaning in ("attack", "strike")
    return act and bool(s.match(m.start - 1, "stop"))


def _metric_ending(s: Sentence, end: int) -> Match | None:
    for start in range(end - 1, max(-1, end - 9), -1):
        m = s.match(start, "metric")
        if m and m.end == end:
            return m
    return None


def links_label(s: Sentence, thing: Thing, n: NumberPhrase) -> bool:
    """Whether only a dash, colon or linking words join a label and its number."""
    between = range(thing.last, n.lead)
    if any(s.words[k] == ":" or s.words[k] in DASHES or s.words[k] == "|" for k in between):
        return not any(s.words[k] in ",;" for k in between)
    if all(s.words[k] in QUOTES or s.words[k] == "(" for k in between):
        return True
    linking = range(thing.last, n.first)
    return any(s.match(k, "copula") or s.match(k, "change") for k in linking) and not any(
        s.words[k] in ";" for k in between
    )


def frame_of(
    s: Sentence, n: NumberPhrase, thing: Thing | None, others: list[NumberPhrase]
) -> Frame | None:
    """The verb that governs a number: a participle right behind its noun, else the one before."""
    end = max(n.last, n.tail, thing.last if thing else 0)
    next_first = min((o.lead for o in others if o.lead >= end), default=len(s))
    behind = None
    back = s.match(end, "anaphor")
    end = _past_clause(s, back.end if back else end)
    for k in range(end, min(end + 12, len(s))):
        if (k >= next_first > end) or s.words[k] in ".;:" or (s.words[k] in "," and k > end + 1):
            break
        m = s.match(k, "frame")
        if m:
            behind = Frame(str(m.meaning), m.start, m.end)
            break
    before = None
    for k in range(n.lead - 1, -1, -1):
        if s.words[k] in ";":
            break
        m = s.match(k, "frame") or _loss_noun(s, k)
        if m and m.kind == "frame" and _of_people_only(s, m, thing, n, others):
            continue
        if m and m.kind == "frame" and _looks_back(s, m, n, others):
            continue
        if (
            m
            and thing
            and thing.rule == "metric.label"
            and m.start >= thing.last
            and m.meaning in ACTS
        ):
            continue
        if m and m.end <= n.lead:
            before = Frame(str(m.meaning), m.start, m.end)
            break
    inside = None
    for k in range(n.last, end):
        m = s.match(k, "frame")
        if m and (s.match(k, "scope") or s.match(k, "attributive")):
            inside = Frame(str(m.meaning), m.start, m.end)
    if behind and _passive_link(s, end, behind.first):
        return behind
    if before is None or before.last < n.lead - 1:
        shared = _shared_passive(s, end, others)
        if shared and (before is None or _parted(s, before.last, n.lead)):
            return shared
    return before or inside or behind


def _shared_passive(s: Sentence, end: int, others: list[NumberPhrase]) -> Frame | None:
    """The participle behind the last of several things: "a jet and three drones were downed"."""
    for _ in range(4):
        k = end
        while k < len(s) and (s.words[k] == "," or s.match(k, "joiner")):
            k += 1
        n = next((o for o in others if o.lead == k), None) if k > end else None
        thing = thing_after(s, n) if n else None
        if n is None or thing is None:
            return None
        end = thing.last
        for j in range(end, min(end + 5, len(s))):
            m = s.match(j, "frame")
            if m and m.meaning in VICTIM_FRAMES and _passive_link(s, end, j):
                return Frame(str(m.meaning), m.start, m.end)
            if s.kinds[j] != WORD:
                break
    return None


def _parted(s: Sentence, start: int, end: int) -> bool:
    """Whether another clause begins between a verb and a number."""
    kinds = ("relative", "be", "complementizer", "contrast")
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
    if thing is not None:
        return thing.code not in PEOPLE
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
    passive = any(s.match(k, "be") for k in range(max(0, m.start - 2), m.start))
    counted = any(o.last < m.start <= o.last + 6 for o in others if o.last <= n.lead)
    return passive or (counted and _metric_ending(s, m.start) is not None)


def _past_clause(s: Sentence, end: int) -> int:
    """Behind a clause in commas that follows a noun: "drones, bound for the city, were downed"."""
    if end < len(s) and s.words[end] in DASHES and s.match(end + 1, "passive"):
        return end + 1  # "30 of them - shot down"
    if end >= len(s) or s.words[end] != ",":
        return end
    if s.match(end + 1, "part"):
        close = next((k for k in range(end + 2, min(end + 9, len(s))) if s.words[k] == ","), None)
        verbs = ("be", "perfect", "frame")
        follows = close and any(s.match(close + 1, kind) for kind in verbs)
        return close + 1 if close and follows else end
    for k in range(end + 1, min(end + 9, len(s))):
        if s.words[k] == ",":
            return k + 1 if k > end + 2 else end
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
    if bridged and not any(s.match(k, "be") for k in range(bridged[-1], end)):
        return False
    return all(
        s.kinds[k] == WORD and not s.match(k, "frame") and not s.match(k, "relative")
        for k in range(start, end)
    )


def has_air_defence(s: Sentence) -> bool:
    """Whether the sentence speaks of air defence, so that "destroyed" means shot down."""
    counted = [m for m in s.all("metric") if m.meaning == "air_defence"]
    return any(not any(c.start <= m.start < c.end for c in counted) for m in s.all("air_defence"))


def resolve_metric(
    code: str, frame: Frame | None, *, air_defence: bool, military: bool
) -> str | None:
    """The metric code of a thing under its verb: drones are lost, launched or shot down."""
    kind = frame.kind if frame else None
    if code in AIRBORNE and (kind == "down" or (air_defence and kind in ("destroy", "repel"))):
        return DOWNED[code]
    if code == "uav" and kind == "use" and not air_defence:
        return "drone_attacks"
    if code in LAUNCHED and kind in ("launch", "strike", "act", "use"):
        return LAUNCHED[code]
    if code == "guided_bombs" and kind in ("down",):
        return "guided_bombs_downed"
    if code == "missile":
        return "missiles_downed" if air_defence and kind != "launch" else "missiles_launched" \
            if kind in ("launch", "use", None) else "cruise_missiles" if kind == "lose" \
            else "missiles_downed"  # fmt: skip
    if code == "target":
        struck = kind in ("strike", "destroy") and not air_defence
        return "areas_struck" if struck else "targets_downed"
    if code in PEOPLE and kind == "return":
        return None
    if code == "people":
        return "personnel" if military else "civilians"
    if code == "casualties":
        return "personnel" if military else "civilians"
    if code == "times":
        return "assaults" if kind in ("strike", "launch", "act") else None
    if code == "attack":
        return "assaults"
    if code == "strike":
        return "air_strikes"
    if code in ("settlements_shelled",):
        if kind == "take":
            return "settlements_taken"
        return "settlements_shelled" if kind in ("strike", "act", "wound", "launch") else None
    if code == "areas_struck":
        return code
    return code if code in metrics() else None


def owner_words(s: Sentence, first: int, last: int) -> str | None:
    """The party that an adjective or name between two tokens gives, "enemy" for the other side."""
    for k in range(first, min(last, len(s))):
        for kind in ("party_adjective", "party"):
            m = s.match(k, kind)
            if m:
                return str(m.meaning)
        if s.match(k, "enemy"):
            return "enemy"
        if s.match(k, "own"):
            return "own"
        if s.match(k, "whose"):
            return _meant_by_possessive(s, k)
    return None


def _meant_by_possessive(s: Sentence, index: int) -> str | None:
    """The side that "its" points back to: the last one named before it in the sentence."""
    for k in range(index - 1, -1, -1):
        for kind in ("party", "party_adjective", "source"):
            m = s.match(k, kind)
            side = _side_named(m) if m and m.end <= index else None
            if side:
                return side
    return None


def subject_before(s: Sentence, index: int) -> tuple[str, int] | None:
    """The nearest side named before a verb in its clause: a party, "enemy", or a source's side."""
    start = _before_insertion(s, index)
    for k in range(start - 1, max(-1, index - 26), -1):
        if s.words[k] in ";:" or s.words[k] in QUOTES:
            return None
        for kind in ("party", "enemy", "own", "party_adjective", "source"):
            m = s.match(k, kind)
            if m is None or m.end > index or _oblique(s, m) or _object(s, k):
                continue
            if kind != "source" and _of_an_office(s, k):
                continue
            side = None if kind == "source" and _speaks(s, m, index) else _side_named(m)
            if side:
                return None if _subject_between(s, m.end, index) else (side, k)
    return None


def _of_an_office(s: Sentence, k: int) -> bool:
    """Whether a side's name is part of an office's: "the Defence Ministry of Russia"."""
    return any(
        (m := s.match(j, "source")) is not None and m.end > k for j in range(max(0, k - 8), k)
    )


def _speaks(s: Sentence, m: Match, index: int) -> bool:
    """Whether a source only speaks of what the verb says, or of other things."""
    between = range(m.end, index)
    return any(s.match(k, kind) for k in between for kind in ("speech", "metric", "noun_of_loss"))


def _subject_between(s: Sentence, start: int, index: int) -> bool:
    """Whether a verb and then a subject of its own stand before a verb: "X fired and Y downed"."""
    joiner = next((k for k in range(index - 1, start, -1) if s.match(k, "joiner")), None)
    if joiner is None or not any(s.match(k, "frame") for k in range(start, joiner)):
        return False
    light = ("copula", "perfect", "negation", "also", "stop", "frame")
    return any(
        s.kinds[k] == WORD and not any(s.match(k, kind) for kind in light)
        for k in range(joiner + 1, index)
    )


def _side_named(m: Match) -> str | None:
    """The side that a subject is or belongs to."""
    if m.kind in ("enemy", "own"):
        return m.kind
    if m.kind == "source":
        source = sources().get(str(m.meaning))
        return source.party if source else None
    return str(m.meaning)


def _before_insertion(s: Sentence, index: int) -> int:
    """The token before a clause in commas that only tells who says it, else ``index`` itself.

    "Ukraine, as the Russian ministry claims, lost 300": Ukraine lost them.
    """
    if index < 1 or s.words[index - 1] != ",":
        return index
    for k in range(index - 2, max(-1, index - 14), -1):
        if s.words[k] == ",":
            told = any(s.match(i, "according") or s.match(i, "speech") for i in range(k, index))
            return k if told else index
    return index


def _object(s: Sentence, k: int) -> bool:
    """Whether a verb stands right before a name, so that the name is what it acts on."""
    return any(
        (f := s.match(j, "frame")) is not None
        and f.end == k
        and not s.match(j, "passive")
        and f.meaning in ("strike", "launch", "destroy")
        for j in range(max(0, k - 3), k)
    )


def _oblique(s: Sentence, m: Match) -> bool:
    """Whether a name stands in a form, or behind a preposition, that no subject has."""
    determined = s.match(m.start - 1, "determiner") or s.match(m.start - 1, "definite")
    if s.match(m.start - (2 if determined else 1), "adposition"):
        return True
    if m.kind == "source" and _is_cited(s, m):
        return True
    return any(
        (o := s.match(k, "oblique")) is not None and o.end >= m.end
        for k in range(max(0, m.start - 2), m.start + 1)
    )


def _is_cited(s: Sentence, m: Match) -> bool:
    """Whether a source is named as one: "Russia, according to the ministry, lost"."""
    return any(
        (word := s.match(k, kind)) is not None and word.end <= m.start
        for k in range(max(0, m.start - 4), m.start)
        for kind in ("according", "citing")
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


def agent_after(s: Sentence, index: int) -> str | None:
    """The side behind "by": "shot down by Ukrainian gunners"."""
    for k in range(index, min(index + 6, len(s))):
        if s.match(k, "agent"):
            return owner_words(s, k + 1, k + 7)
        if s.words[k] in ".;:":
            return None
    return None


def other_side(party: str | None) -> str | None:
    """The party that a party fights; "enemy" and "own" turn into each other."""
    if party in ("enemy", "own"):
        return "own" if party == "enemy" else "enemy"
    return opponent(party)
