"""What a number counts: the head noun beside it or its label, and the code of both."""

from dataclasses import dataclass

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.tokens import DASHES, DESIGNATION, NUMBER, QUOTES, WORD, Sentence, once
from lossledger.extract.when import When
from lossledger.vocabulary import metrics
from lossledger.vocabulary.lexicon import Match

OF_AN_ARMY = 10_000
"""So many people in a report of losses are the losses of an army."""
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
LAUNCHERS = frozenset({"mlrs", "air_defence", "srbm_launchers", "aircraft"})
"""What fires missiles, which are called by its name: "HIMARS missiles"."""
TARGETS = frozenset({"areas_struck", "settlements_shelled"})
"""What an act strikes: an owner named beside it is not who acts."""
PEOPLE = frozenset({"personnel", "people", "civilians", "casualties"})
UNNAMED = frozenset({"people", "casualties"})
"""People of whom a word does not say whether they are soldiers."""


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
        if steps == 0 and s.match(i, "whose"):
            i, steps = i + 1, steps + 1  # "nine its citizens" in a language that says so
            continue
        verb = s.match(i, "frame") if steps == 0 else None
        if verb and (verb.meaning == "other" or s.match(i, "active")):
            return None  # "54 were rescued by a ship", "117 the jammers suppressed"
        word = s.words[i]
        time = s.match(i, "period")
        if time and steps:
            i, steps = time.end, steps + 1
            continue
        bore = s.match(i + 1, "unit") if s.kinds[i] == NUMBER else None
        if bore and bore.meaning == "calibre":
            i, steps = bore.end, steps + 1  # "two 122-mm howitzers"
            continue
        if s.kinds[i] == NUMBER or s.match(i, "value"):
            return None
        if word == "(" and steps == 0 and (after := _past_bracket(s, i)):
            i = after
            continue
        if s.kinds[i] != WORD and s.kinds[i] != DESIGNATION and word not in QUOTES and word != "/":
            return None
        if steps and s.match(i, "stop") and s.match(i + 1, "weekday"):
            i, steps = i + 2, steps + 1
            continue
        fate = s.match(i, "scope") if steps == 0 else None
        if fate and fate.end > i + 1 and s.match(fate.end, "metric"):
            i, steps = fate.end, steps + 1  # "1,000 взятых в плен украинцев"
            continue
        told = s.match(i, "tally") if steps == 0 else None
        if told and s.match(told.end, "out_of"):  # "raised to 89 the number of its soldiers"
            i, steps = told.end + 1, steps + 1
            continue
        if steps == 0 and s.match(i, "as_what") and (total := _total_of(s, i + 1)):
            i, steps = total, steps + 1
            continue
        done = s.match(i, "attributive")
        if done or (s.match(i, "joiner") and s.match(i + 1, "attributive")):
            i, steps = done.end if done else i + 1, steps + 1
            over = s.match(i, "place") if done else None
            i = over.end if over else i  # "94 shot down over Russia drones"
            continue
        if steps and s.match(i, "joiner") and _two_kinds(s, i):
            i, steps = i + 1, steps + 1
            continue
        if s.match(i, "frame") and s.match(i, "scope") is None and (steps or s.match(i, "passive")):
            return None
        if s.match(i, "stop") and s.folded[i] != "of" and not _skippable(s, i):
            return None
        i += 1
        steps += 1
    return None


def _total_of(s: Sentence, i: int) -> int | None:
    """The token behind "the total of" in "names 524,060 as the total of losses"."""
    tallies = (m for k in (i, i + 1) if (m := s.match(k, "tally")))
    m = next(tallies, None)
    return m.end + 1 if m and m.end < len(s) and s.match(m.end, "preposition") else None


def _two_kinds(s: Sentence, i: int) -> bool:
    """Whether "and" joins two adjectives of one noun: "Shahed-type and imitator drones"."""
    before = s.kinds[i - 1] == DESIGNATION or "-" in s.words[i - 1]
    before = before or bool(s.match(i - 1, "describing") or s.match(i - 1, "party_adjective"))
    return before and any(s.match(k, "metric") for k in (i + 1, i + 2, i + 3))


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
    if follower and follower.meaning == code:  # "a Su-34 fighter-bomber"
        last = follower.end
        follower = s.match(last, "metric")
    if follower and code in LAUNCHERS and follower.meaning == "missile":  # "HIMARS missiles"
        last, code = follower.end, "missile"
        follower = s.match(last, "metric")
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
        if word and i >= m.end and governs_next(s, word.end):
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


def governs_next(s: Sentence, i: int) -> bool:
    """Whether a word behind a comma belongs to the next number: "12 killed, injured - over 60"."""
    k = i
    while k < min(i + 6, len(s)):
        counts = any(s.match(k, kind) for kind in ("value", "scale", "vague", "collective"))
        if s.kinds[k] == NUMBER or counts:
            return True
        lead = next((m for kind in ("bound", "hedge", "another") if (m := s.match(k, kind))), None)
        if lead is None and not (s.words[k] in DASHES or s.words[k] == ":"):
            return False
        k = lead.end if lead else k + 1
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
        m = metric_ending(s, i + 1)
        arm = metric_ending(s, m.start) if m and m.meaning == "casualties" else None
        if arm and arm.meaning in metrics() and arm.meaning not in PEOPLE:
            return Thing(str(arm.meaning), arm.start, arm.end, None, "metric.label")
        whole = _taken_in(s, m) if m else None
        if m and whole:
            i, steps = whole - 1, steps + 1
            continue
        if m and not _circumstance(s, m) and not (_in_period(s, m) and m.meaning not in PEOPLE):
            m = _victims_of(s, m) or m
            scope = _scope_of_label(s, m, n) if m.meaning in PEOPLE else None
            scope = _joined_before(s, m.start, scope)
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


def _taken_in(s: Sentence, m: Match) -> int | None:
    """The comma before those whom a label takes in: "casualties, including the wounded, at N"."""
    opened = next((k for k in range(m.start, max(0, m.start - REACH), -1) if s.words[k] == ","), 0)
    taken = s.match(opened + 1, "part") if opened else None
    closed = m.end < len(s) and s.words[m.end] == ","
    numbers = any(s.kinds[k] == NUMBER or s.match(k, "value") for k in range(opened, m.start))
    return opened if taken and taken.end <= m.start and closed and not numbers else None


def _victims_of(s: Sentence, m: Match) -> Match | None:
    """The casualties whose number is told, where an attack is said behind them in the genitive."""
    row = metrics().get(str(m.meaning))
    if m.meaning not in ("attack", "strike") and (row is None or row.kind != "event"):
        return None
    for k in range(m.start, max(0, m.start - 3), -1):
        before = metric_ending(s, k)
        if before:
            return before if before.meaning == "casualties" else None
        if s.kinds[k - 1] != WORD or s.match(k - 1, "stop") or s.match(k - 1, "joiner"):
            return None
    return None


def _joined_before(s: Sentence, k: int, scope: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The scope of "the killed and wounded" with the word before its "and"."""
    word = s.match(k - 2, "scope") if s.match(k - 1, "joiner") else None
    if word is None or not scope:
        return scope
    said = {str(word.meaning), *scope}
    return tuple(x for x in ("killed", "wounded", "missing", "captured") if x in said)


def _scope_of_label(s: Sentence, m: Match, n: NumberPhrase) -> tuple[str, ...] | None:
    """The scope said before a label's number: "the number of dead Ukrainian troops at 800"."""
    for k in range(m.start - 1, max(-1, m.start - 4), -1):
        word = s.match(k, "scope")
        if word and word.end <= m.start:
            return _joined_before(s, k, (str(word.meaning),))
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
    k = m.start - 1
    while k > 0 and (s.match(k, "period") or s.match(k, "party_adjective")):
        k -= 1  # "because of yesterday's air strike"
    return act and bool(s.match(k, "stop"))


def metric_ending(s: Sentence, end: int) -> Match | None:
    for start in range(end - 1, max(-1, end - 9), -1):
        m = s.match(start, "metric")
        if m and m.end == end:
            inside = any(o.start < m.start and m.end <= o.end for o in s.all("other"))
            return None if inside else m  # "in the responsibility area"
    return None


def links_label(s: Sentence, thing: Thing, n: NumberPhrase) -> bool:
    """Whether only a dash, colon or linking words join a label and its number."""
    between = range(thing.last, n.lead)
    opens = s.item or thing.first == 0
    if opens and s.words[n.lead - 1] == ":" and s.words[: n.lead].count(":") == 1:
        # "Dead, by its count: 17", "Drones, since February 2022: 7,596"
        return not any(s.kinds[k] == NUMBER and not _is_year(s.words[k]) for k in between)
    if n.lead == thing.last + 1 and s.words[thing.last] == ",":
        ends = n.last >= len(s) or s.words[n.last] in ".;"
        return ends and thing.first > 0 and s.words[thing.first - 1] in ";:"  # "; drones, 26;"
    if n.lead == thing.last + 1 and s.words[thing.last] == "," and _owned_dead(s, thing):
        return n.last < len(s) and s.words[n.last] == ","  # "its own dead, 5,800, dates from"
    if any(s.words[k] == ":" or s.words[k] in DASHES or s.words[k] == "|" for k in between):
        return not any(s.words[k] in ",;" for k in between)
    if all(s.words[k] in QUOTES or s.words[k] == "(" for k in between):
        return True
    linking = range(thing.last, n.first)
    if _aside_or_verb(s, thing, n):
        return True
    if between and all(s.match(k, "passive") for k in between):
        return True
    return any(s.match(k, "copula") or s.match(k, "change") for k in linking) and not any(
        s.words[k] in ";" for k in between
    )


def _aside_or_verb(s: Sentence, thing: Thing, n: NumberPhrase) -> bool:
    """Whether arms that open a clause and a number that ends it have only an aside or a verb
    between them: "Ships, as before, 15.", "Drones it lost 401."."""
    ends = n.last >= len(s) or s.words[n.last] in ".;,"
    opens = thing.first <= 1 or s.words[thing.first - 1] in ";:"
    arms = thing.code in metrics() and metrics()[thing.code].kind == "equipment"
    between = range(thing.last, n.lead)
    if not (arms and ends and opens and between) or any(s.kinds[k] == NUMBER for k in between):
        return False
    if s.words[between[0]] == "," and s.words[between[-1]] == ",":
        return True
    frames = {str(m.meaning) for k in between if (m := s.match(k, "frame")) is not None}
    return frames in ({"lose"}, {"destroy"})


def _owned_dead(s: Sentence, thing: Thing) -> bool:
    """Whether a label of people says whose: "its dead", "the fallen", "Russia's own losses"."""
    kinds = ("own", "whose", "definite", "party_adjective")
    whose = range(max(0, thing.first - 2), thing.first)
    return thing.code in PEOPLE and any(s.match(k, kind) for k in whose for kind in kinds)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.startswith(("19", "20"))


def _is_counted(s: Sentence, m: Match) -> bool:
    """Whether a thing is counted or acted on, and does not act: "air defences ... destroyed"."""
    near = range(max(0, m.start - 2), m.start)
    if any(s.kinds[k] == NUMBER or s.match(k, "value") for k in near):
        return True
    return not any(
        0 <= f.start - m.end <= REACH and f.meaning in ("down", "destroy")
        and not s.match(f.start, "passive") and not s.has("be", m.end, f.start)
        for f in s.all("frame")
    )  # fmt: skip


@once
def has_air_defence(s: Sentence) -> bool:
    """Whether the sentence speaks of air defence, so that "destroyed" means shot down."""
    counted = [m for m in s.all("metric") if m.meaning == "air_defence" and _is_counted(s, m)]
    return any(not any(c.start <= m.start < c.end for c in counted) for m in s.all("air_defence"))


def resolve_metric(
    code: str, frame: Frame | None, *, air_defence: bool, military: bool
) -> str | None:
    """The metric code of a thing under its verb: drones are lost, launched or shot down."""
    kind = frame.kind if frame else None
    if code in AIRBORNE and (kind == "down" or (air_defence and kind in ("destroy", "repel"))):
        return DOWNED[code]
    if code in LAUNCHED and kind in ("launch", "strike", "act", "use"):
        return LAUNCHED[code]
    if code == "guided_bombs" and kind in ("down",):
        return "guided_bombs_downed"
    if code == "missile":
        return "missiles_downed" if air_defence and kind != "launch" else "missiles_launched" \
            if kind in ("launch", "use", None) else "cruise_missiles" if kind == "lose" \
            else "missiles_downed"  # fmt: skip
    if code == "target" and kind in ("launch", "use"):
        return None  # "it used 741 means of attack"
    if code == "target":
        struck = kind in ("strike", "destroy", "launch") and not air_defence
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
        if kind in ("take", "capture"):
            return "settlements_taken"
        return "settlements_shelled" if kind in ("strike", "act", "wound", "launch") else None
    if code == "areas_struck":
        return code
    return code if code in metrics() else None
