"""What a number without a noun of its own counts: by its verb, its place in a list, its plus.

"«East» - up to 290", "plus 1,140", "drones came; 11 were shot down", "kills 7, wounds 32".
"""

from dataclasses import replace

from lossledger.extract import counted
from lossledger.extract.bare import large
from lossledger.extract.counted import Thing
from lossledger.extract.frames import ending_at
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Scene
from lossledger.extract.scopes import ACTS_ON_PEOPLE, before_an_aside
from lossledger.extract.tokens import DASHES, DESIGNATION, NUMBER, QUOTES, Sentence
from lossledger.model import Claim
from lossledger.vocabulary import metrics

THOUSAND = 1000
MANY = 100_000
"""No equipment is counted in so many: a total of this size is one of people."""
FAR = 12
"""So many figures back the figures may stand that a verb or a list goes on with."""


def of_a_group(n: NumberPhrase, s: Sentence, state: Carried) -> Thing | None:
    """Soldiers alone behind the name of a front or a group: "«East» - up to 290, three cars"."""
    k, end = n.lead - 1, max(n.last, n.tail)
    if k < 1 or s.words[k] not in DASHES or n.quantity is None:
        return None
    named = s.words[k - 1] in QUOTES or s.words[k - 1][0].isupper()
    closed = end >= len(s) or s.words[end] in ",.;" or bool(s.match(end, "joiner"))
    told = [c for c in state.claims[-FAR:] if c.metric == "personnel"]
    grouped = s.words[: n.lead].count(s.words[k]) + s.words[end:].count(s.words[k]) > 1
    if not (named and closed and told and grouped):
        return None
    return Thing("personnel", n.first, end, None, "metric.group")


def grown_by(n: NumberPhrase, scene: Scene, state: Carried) -> Thing | None:
    """Soldiers alone behind a plus beside their total: "plus 1140, in all 980 430"."""
    s, end = scene.s, max(n.last, n.tail)
    whole = any(m.start == 0 and m.end == n.lead for m in s.all("increment"))
    if whole and end >= len(s) - 1 and state.last and state.last.period.kind == "cumulative":
        return Thing(state.last.metric, n.first, end, None, "metric.grown")  # "Plus 930."
    grown = n.signed or any(m.end == n.lead for m in s.all("increment"))
    alone = end >= len(s) or s.words[end] in ",.;)" or bool(s.match(end, "period"))
    if not (grown and alone and large(n)):
        return None
    totals = (o.quantity for o in scene.numbers if o is not n and o.quantity)
    last = state.last if s.paragraph == state.last_paragraph else None
    told = last is not None and last.metric == "personnel" and last.period.kind == "cumulative"
    told = told or bool(s.all("noun_of_loss"))
    if not told and not any(max(q.figures) >= MANY for q in totals):
        return None
    return Thing("personnel", n.first, end, None, "metric.grown")


def flown_before(n: NumberPhrase, s: Sentence) -> Thing | None:
    """What was shot down of those named without a number: "drones attacked; 11 were downed"."""
    end = max(n.last, n.tail)
    part = any(m.end == n.lead for m in s.all("part"))  # "of which 43 never arrived"
    whole = s.match(end, "out_of")
    if whole and whole.end < len(s) and s.kinds[whole.end] == NUMBER:
        end = whole.end + 1  # "40 of 52 were downed"
    at = end + 1 if s.match(end, "be") else end
    verb = s.match(at, "frame") if at > end or part else None
    if verb is None or verb.meaning != "down":
        return None
    named = [m for m in s.all("metric") if m.end <= n.lead and m.meaning in counted.AIRBORNE]
    return Thing(str(named[-1].meaning), n.first, end, None, "metric.verb") if named else None


def flown(n: NumberPhrase, s: Sentence, state: Carried) -> Thing | None:
    """What a number alone counts behind a verb of launching: "so far it has sent 2,500"."""
    end = max(n.last, n.tail)
    verb = ending_at(s, n.lead)
    alone = end >= len(s) or s.words[end] in ",.;"
    if verb is None or not alone or verb.meaning not in ("launch", "down"):
        return None
    told = [c for c in state.claims[-FAR:] if c.metric.endswith(("_launched", "_downed"))]
    most = max(told, key=lambda c: max(c.quantity.figures), default=None)
    flown = most.metric if most else None
    code = next((code for code, m in counted.DOWNED.items() if m == flown), None)
    code = code or next((code for code, m in counted.LAUNCHED.items() if m == flown), None)
    return Thing(code, n.first, end, None, "metric.verb") if code else None


def ones(n: NumberPhrase, s: Sentence) -> Thing | None:
    """What "ones" are: the things named last before the number in its sentence."""
    end = max(n.last, n.tail)
    word = next((m for k in (end, end + 1) if (m := s.match(k, "anaphor"))), None)
    if word is None or word.meaning != "ones":
        return None
    named = [m for m in s.all("metric") if m.end <= n.lead and m.meaning not in counted.PEOPLE]
    return Thing(str(named[-1].meaning), n.first, word.end, None) if named else None


def harmed_alone(n: NumberPhrase, s: Sentence, state: Carried) -> Thing | None:
    """People without a noun where things were counted before: "130 fled; three are injured"."""
    end = max(n.last, n.tail)
    k = _past_auxiliaries(s, end)
    verb = s.match(k, "frame")
    fate = verb and (s.match(k, "scope") or s.match(verb.end - 1, "scope"))
    hurt = verb is not None and verb.meaning in ACTS_ON_PEOPLE and fate is not None
    people = state.last_thing is not None and state.last_thing.code in counted.PEOPLE
    direct = k == end and not (s.match(k, "be") or s.match(k, "perfect"))
    direct = direct and n.lead > 0  # "12 die in strike" opens a headline
    if not hurt or people or (direct and not n.words):
        return None
    return Thing("people", n.first, end, None, "metric.verb")


def _past_auxiliaries(s: Sentence, k: int) -> int:
    """The token behind "have been", where no verb of the tables begins with them: "were hurt"."""
    while not s.match(k, "frame") and (s.match(k, "be") or s.match(k, "perfect")):
        k += 1
    return k


def hurt_alone(n: NumberPhrase, s: Sentence, state: Carried) -> Thing | None:
    """People alone right behind a verb of harm, where things were told of: "Wounded are 31."."""
    end = max(n.last, n.tail)
    closed = end >= len(s) or s.words[end] in ",.;)"
    verb = next((m for m in s.all("frame") if m.end == n.lead), None)
    people = state.last_thing is not None and state.last_thing.code in counted.PEOPLE
    if people or not closed or verb is None or verb.meaning not in ("kill", "wound"):
        return None
    return Thing("people", n.first, end, None, "metric.verb")


def one_harmed(n: NumberPhrase, s: Sentence) -> Thing | None:
    """A single one whom an attack harmed: "killing one and wounding 17"."""
    end = max(n.last, n.tail)
    closed = end >= len(s) or s.words[end] in ",.;" or s.match(end, "joiner") is not None
    verb = ending_at(s, n.lead)
    if not (n.weak and closed and verb and verb.meaning in ("kill", "wound")):
        return None
    return Thing("people", n.first, end, None, "metric.verb")


def harmed_too(n: NumberPhrase, s: Sentence, here: list[Claim]) -> Thing | None:
    """People behind people counted in the sentence: "one was killed, 27 are missing"."""
    if not here or metrics()[here[-1].metric].kind != "person":
        return None
    fate = next((m for j in range(max(0, n.lead - 2), n.lead) if (m := s.match(j, "scope"))), None)
    if fate and fate.meaning == "missing" and fate.end == n.lead:
        return Thing(here[-1].metric, n.first, n.last, ("missing",), "metric.verb")
    k = max(n.last, n.tail)
    k = _past_auxiliaries(s, k + (k < len(s) and s.words[k] in DASHES))
    verb = s.match(k, "frame")
    scope = s.match(k, "scope") or (s.match(verb.end - 1, "scope") if verb else None)
    harmed = scope or (verb is not None and verb.meaning in ACTS_ON_PEOPLE)
    if not harmed:
        return None
    meaning = str(scope.meaning) if scope else None
    return Thing(here[-1].metric, n.first, k, (meaning,) if meaning else None, "metric.verb")


def of_the_hurt(n: NumberPhrase, s: Sentence) -> Thing | None:
    """How many of the hurt, or of somebody's: "three of the injured", "two of his men died"."""
    link = s.match(max(n.last, n.tail), "out_of")
    if link is None or not (n.words or n.quantity):
        return None
    k = link.end
    while k < len(s) and (s.match(k, "definite") or s.match(k, "whose")):
        k += 1
    scope = s.match(k, "scope")
    if scope is not None:
        return Thing("people", n.first, scope.end, (str(scope.meaning),), "metric.verb")
    if k == link.end or k + 1 >= len(s):
        return None
    verb_at = k + 1
    while s.match(verb_at, "be") or s.match(verb_at, "perfect"):
        verb_at += 1
    scope = s.match(verb_at, "scope") if verb_at > k + 1 else None
    return Thing("people", n.first, k + 1, (str(scope.meaning),), "metric.verb") if scope else None


def fate_of_them(n: NumberPhrase, s: Sentence) -> Thing | None:
    """People of whom a text has told without a count: "fifty-two of them were dead"."""
    them = s.match(max(n.last, n.tail), "anaphor")
    if them is None or not s.match(them.end, "be"):
        return None
    k = them.end
    while s.match(k, "be") or s.match(k, "perfect"):
        k += 1
    fate = s.match(k, "scope")
    if fate is None or fate.meaning not in ("killed", "wounded"):
        return None
    return Thing("people", n.first, fate.end, (str(fate.meaning),), "metric.verb")


def part_of_stock(n: NumberPhrase, s: Sentence, state: Carried) -> Thing | None:
    """What the 2,200 of "of 3,500 tanks it had, 2,200 are lost" counts."""
    told = state.stock_at == s.starts[0] or s.match(0, "part")
    if state.stock is None or not told or noun_follows(s, n):
        return None
    return replace(state.stock, first=n.first, last=max(n.last, n.tail), rule="metric.ellipsis")


def people_of_verb(n: NumberPhrase, s: Sentence) -> Thing | None:
    """People without a noun: "captured six", "they lost more than 400,000"."""
    end = max(n.last, n.tail)
    fate = s.match(end, "scope")
    gone = fate is not None and fate.meaning == "missing"
    if (gone or _harm_behind(s, end)) and n.quantity and max(n.quantity.figures) >= THOUSAND:
        return Thing("people", n.first, end, ("missing",) if gone else None, "metric.verb")
    struck = ending_at(s, n.lead)
    inside = (
        struck is not None
        and struck.meaning in ("kill", "wound")
        and (
            s.match(end, "preposition") is not None  # "killing 12 in its deadliest assault"
        )
    )
    if not (inside or _closes_the_count(s, end)):
        return None
    at = before_an_aside(s, n.lead)
    verb = next((m for k in range(max(0, at - 3), at) if (m := s.match(k, "frame"))), None)
    value = n.quantity.value or n.quantity.low or n.quantity.high if n.quantity else None
    many = verb is not None and verb.meaning == "lose" and (value or 0) >= THOUSAND
    direct = verb is not None and verb.end == at and verb.meaning in ("kill", "wound")
    harmed = verb is not None and verb.meaning in ACTS_ON_PEOPLE and (n.words or direct)
    return Thing("people", n.first, end, None, "metric.verb") if many or harmed else None


def _closes_the_count(s: Sentence, k: int) -> bool:
    """Whether nothing counted stands at a token: "lost 900.", "loses 900 a day", "900 in dead"."""
    if k >= len(s) or s.words[k] in ",.;)!" or s.words[k] in QUOTES | DASHES:
        return True
    time = s.match(k, "period")
    if time is not None and not s.match(time.end, "metric"):
        return True
    link = s.match(k, "preposition") or s.match(k, "stop")
    return link is not None and s.match(k + 1, "scope") is not None


def _harm_behind(s: Sentence, i: int) -> bool:
    """Whether "had been killed" and the like follows a number."""
    k = i
    while s.match(k, "perfect") or s.match(k, "be"):
        k += 1
    verb = s.match(k, "frame")
    at_once = verb is not None and verb.meaning == "kill" and not s.match(k, "party")
    return (k > i or at_once) and verb is not None and verb.meaning in {"kill", "wound", "lose"}


def losses_of(n: NumberPhrase, s: Sentence) -> Thing | None:
    """A number alone that is spoken of where losses are: "Kyiv speaks of 986 thousand"."""
    end = max(n.last, n.tail)
    noun = next((m for m in s.all("noun_of_loss") if m.end <= n.lead), None)
    alone = end >= len(s) or s.words[end] in ",.;"
    if noun is None or not alone or not s.match(n.lead - 1, "about"):
        return None
    return Thing("casualties", noun.start, noun.end, None, "metric.label")


def pieces(n: NumberPhrase, s: Sentence, state: Carried) -> Thing | None:
    """Pieces are of the arms that their clause names before them, and of nothing named equipment
    where equipment is counted: "so many drones in a day, 900 pieces", "10,900 pieces in all"."""
    piece = s.match(max(n.last, n.tail), "piece")
    if piece is None or (piece.end < len(s) and s.words[piece.end] not in ",.;:()"):
        return None
    own = _arms_before(n, s)
    if own:
        return Thing(own, piece.start, piece.end, None, "metric.label")
    before = state.last is not None and metrics()[state.last.metric].kind == "equipment"
    parts = [m.end for m in s.all("part") if m.start >= piece.end]
    parts += [piece.end] if piece.end < len(s) and s.words[piece.end] == ":" else []
    arms = (m for m in s.all("metric") if parts and m.start >= parts[0])
    named = any((row := metrics().get(str(m.meaning))) and row.kind == "equipment" for m in arms)
    return Thing("equipment", piece.start, piece.end) if before or named else None


def _is_a_growth(s: Sentence, k: int) -> bool:
    """Whether a number only tells by how much another grew: "rose by 3 and came to 23,949"."""
    return any(s.match(k - back, "change") for back in (1, 2) if k >= back)


def _arms_before(n: NumberPhrase, s: Sentence) -> str | None:
    """The only kind of arms named before a number, with no other number in between."""
    numbers = [k for k in range(n.lead) if s.kinds[k] == NUMBER and not _is_a_growth(s, k)]
    named = {str(m.meaning) for m in s.all("metric") if max(numbers, default=-1) < m.start < n.lead}
    named.discard("casualties")  # "losses of drones came to 121"
    kinds = [row.kind for code in named if (row := metrics().get(code))]
    whole = next(iter(named), None) == "equipment"
    return named.pop() if kinds == ["equipment"] and len(named) == 1 and not whole else None


def behind_dash(n: NumberPhrase, s: Sentence, here: list[Claim]) -> Thing | None:
    """What a part is, behind a dash: "520 pieces, of them 66 - tanks and 27 - howitzers"."""
    end = max(n.last, n.tail)
    if not here or end >= len(s) or s.words[end] not in DASHES:
        return None
    m = s.match(end + 1, "metric")
    if m is None or m.meaning == "casualties" or not _closes(s, m.end):
        return None
    scope = here[-1].scope if m.meaning in counted.PEOPLE else None
    return Thing(str(m.meaning), m.start, m.end, scope)


def _closes(s: Sentence, k: int) -> bool:
    """Whether a noun ends its part of a sentence, the name of its make aside."""
    k += k < len(s) and s.kinds[k] == DESIGNATION
    return k >= len(s) or s.words[k] in ",.;)" or bool(s.match(k, "joiner"))


def noun_follows(s: Sentence, n: NumberPhrase) -> bool:
    """Whether an unknown noun stands right behind the number."""
    i = max(n.last, n.tail)
    if i >= len(s) or s.kinds[i] != "word":
        return False
    return not any(s.match(i, kind) for kind in NO_NOUNS)


NO_NOUNS = ("stop", "anaphor", "tally", "unit", "part", "joiner", "copula", "period", "change",
            "frame", "piece")  # fmt: skip
"""Kinds of words behind a number that are no noun that it counts."""
