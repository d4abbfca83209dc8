"""Whether a figure is a running total, an increment or a part of one, by its size and words."""

from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Scene
from lossledger.extract.tokens import NUMBER, Sentence
from lossledger.extract.when import DAYS, When
from lossledger.model import Claim
from lossledger.vocabulary import metrics, sources

INCREMENT = 9
"""So many tokens may stand between a total and its increment: the noun of a list's item."""

MORE_THAN_A_MONTH = {"personnel": 60_000, "tanks": 1_000, "afv": 2_000, "armoured_vehicles": 2_000}
"""From these figures on a loss without a time is a running total: no month has come near them."""

TIMES_A_DAY = 3
"""No day's loss is so many times the highest that was ever reported for a day."""
TOLL = 1_000
"""So many civilians of one place are no war's: what is known on a day is of one attack."""

KILLED_IN_A_WAR = 10_000
"""So many dead without a time are those of the war until then."""


def is_small_act(n: NumberPhrase, metric: str) -> bool:
    """Whether so many acts are those of one day, not of all days until then."""
    small = n.quantity is not None and max(n.quantity.figures) < TOLL
    return small and metrics()[metric].kind == "event" and metric != "civilians"


def only_a_total(n: NumberPhrase, metric: str) -> bool:
    """Whether a figure is larger than any loss of a single month has ever been reported."""
    value = n.quantity.figures[0] if n.quantity else 0
    return value >= MORE_THAN_A_MONTH.get(metric, value + 1)


def is_by_size_alone(claimant: str | None) -> bool:
    """Whether whoever gives a total counts no war's losses: a man in the street, a fabricator."""
    return claimant is not None and claimant not in sources()


def too_many_for_a_day(n: NumberPhrase, metric: str) -> bool:
    """Whether a figure is far more than any daily report has given for one day."""
    most = metrics()[metric].most_a_day
    figures = n.quantity.figures if n.quantity else (0,)
    return most is not None and figures[0] > TIMES_A_DAY * most


def killed_in_a_war(n: NumberPhrase, metric: str, scene: Scene) -> bool:
    """Whether more are said to have been killed than those of a month without one named."""
    near = range(max(0, n.lead - 6), min(n.last + 6, len(scene.s)))
    killed = any((m := scene.s.match(k, "scope")) is not None and m.meaning == "killed"
                 for k in near)  # fmt: skip
    many = n.quantity is not None and n.quantity.figures[0] >= KILLED_IN_A_WAR
    plain = not scene.whens and not at_one_place(scene.s)
    if metric == "civilians":
        return killed and many and not scene.whens
    return metric == "personnel" and killed and many and plain


def at_one_place(s: Sentence) -> bool:
    """Whether losses are told of at one place, and not only of a whole country."""
    sides = {k for m in s.all("party", "party_adjective") for k in range(m.start, m.end)}
    return any(m.end - 1 not in sides for m in s.all("place"))


def beside_a_total(metric: str, scene: Scene, state: Carried) -> bool:
    """Whether another figure of the sentence is a total for its size alone."""
    last = state.last
    if last is not None and last.sentence == scene.s.quoted and "period.total" in last.rules:
        return True
    return metric == "personnel" and any(
        only_a_total(o, metric) and counts_people(scene.s, o) for o in scene.numbers
    )


def counts_people(s: Sentence, n: NumberPhrase) -> bool:
    """Whether people hurt or killed stand right behind a number."""
    return s.has("scope", n.last, min(n.last + 3, len(s)))


def has_increment(n: NumberPhrase, scene: Scene) -> bool:
    """Whether a bracket with a plus follows a figure's noun, so that it is a running total."""
    s = scene.s
    after = next((o for o in scene.numbers if o.lead >= n.last), None)
    if after is None or not after.signed or n.signed or after.first - n.last > INCREMENT:
        return False
    share = s.match(after.last, "unit")
    if share is not None and share.meaning == "percent":
        return False  # "6,880 (+3%)" is no total
    return any(s.words[k] == "(" for k in range(max(0, after.first - 2), after.first))


def in_brackets(n: NumberPhrase, s: Sentence) -> bool:
    """Whether a number stands alone in a bracket, an aside to what is told."""
    opened = "(" in s.words[max(0, n.lead - 2) : n.lead]  # "(in all 1,377,510)"
    return opened and n.last < len(s) and s.words[n.last] == ")"


def is_part(n: NumberPhrase, s: Sentence, whole: Claim) -> bool:
    """Whether a number is a part of the figure before it: it is of the same days."""
    marks = [k for k in range(max(0, n.lead - 6), n.lead) if s.match(k, "part")]
    if not marks:
        return False
    if whole.sentence == s.quoted:
        return whole.span.end <= s.starts[marks[0]]
    small = n.quantity is not None and max(n.quantity.figures) < max(whole.quantity.figures)
    return small and marks[0] <= 3 and 0 <= s.starts[0] - whole.span.end < A_SENTENCE


def is_of_those(n: NumberPhrase, s: Sentence, whole: Claim) -> bool:
    """Whether a figure is so many of those told before: "drones killed 377 of them"."""
    those = s.match(n.last, "anaphor")
    part = s.match(n.last, "part")
    small = n.quantity is not None and max(n.quantity.figures) < max(whole.quantity.figures)
    near = s.starts[0] - whole.span.end < A_SENTENCE
    return small and near and those is not None and part is not None


A_SENTENCE = 300
"""So many characters at most lie between a figure and a sentence about a part of it."""


def part_of_last(n: NumberPhrase, when: When, s: Sentence, whole: Claim) -> bool:
    """Whether a part of the figure before it has no time of its own behind the word for "of"."""
    behind = s.starts[0] <= whole.span.start and s.starts[when.first] < whole.span.end
    return (
        behind and when.role != "since" and whole.period.kind != "unknown" and is_part(n, s, whole)
    )


def when_inside(n: NumberPhrase, scene: Scene) -> bool:
    """Whether a time stands in the same bracket: "(+20 in the past day)"."""
    s = scene.s
    end = next((k for k in range(n.last, len(s)) if s.words[k] == ")"), len(s))
    return any(n.last <= w.first < end for w in scene.whens)


def is_rise(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """Whether a small figure is by how much the total before it rose: "an increase of 730"."""
    last = state.last
    if n.quantity is None:
        return False
    if grown_to(n, s):
        return True
    if last is None or last.period.kind != "cumulative":
        return False
    said = any(m.end == n.lead and (m.start == 0 or last.sentence == s.quoted)
               for m in s.all("increment"))  # fmt: skip
    return said and n.quantity.figures[0] < max(last.quantity.figures) / 3


def grown_to(n: NumberPhrase, s: Sentence) -> bool:
    """Whether a figure is the growth to another behind it: "rose by 30 to 20,953"."""
    comma = n.last < len(s) and s.words[n.last] == ","
    link = s.match(n.last + comma, "range")
    grown = any(m.end == n.lead for m in s.all("increment"))
    return grown and link is not None and link.meaning == "to" and s.kinds[link.end] == NUMBER


FEW = 1_000
"""Fewer soldiers than this are no army's losses of a whole war, though "had been" is said."""


SOME = 50
"""Fewer things than this, "so far", are those of one attack."""


def is_stock(n: NumberPhrase, metric: str, scene: Scene, tally: bool) -> bool:
    """Whether a loss without a time is all that was lost until then: "had lost", "stands at"."""
    s = scene.s
    high = stands(n, s)
    counted = s.has("tally", max(0, n.lead - 8), n.lead)
    named = counted and n.lead > 0 and s.words[n.lead - 1] == ":"
    few = metric == "personnel" and n.quantity is not None and max(n.quantity.figures) < FEW
    vague = n.quantity is not None and n.quantity.hedge == "vague"
    perfect = not few and not vague and _perfect_before(n, s) is not None
    thousands = vague and not few and n.quantity is not None and n.quantity.figures[0] >= FEW
    if thousands and not scene.report_whens:
        perfect = _perfect_before(n, s) == "present"  # "has suffered thousands of casualties"
    some = n.quantity is None or max(n.quantity.figures) >= SOME
    now = is_by_now(n, s) and not few and some
    named = named and not few
    high = high and not few  # "put the dead of the strike at 150"
    return is_loss(metric) and (tally or named or high or perfect or now)


def stands(n: NumberPhrase, s: Sentence) -> bool:
    """Whether a figure is said to stand so high: "losses at", "stood at", "exceed"."""
    return s.has("stands", max(0, n.lead - 4), n.lead)


def stands_now(n: NumberPhrase, metric: str, scene: Scene, state: Carried) -> bool:
    """Whether a loss "has been" suffered so far, so that a day named before is not its own."""
    running = state.running
    day = running is not None and running.code in DAYS and running.role != "since"
    counted = scene.s.has("tally", max(0, n.lead - 8), n.lead)
    now = _perfect_before(n, scene.s) == "present" or (counted and stands(n, scene.s))
    now = now or is_by_now(n, scene.s)
    return day and is_loss(metric) and now


def is_by_now(n: NumberPhrase, s: Sentence) -> bool:
    """Whether a figure is what has come together by now: "already about 7,000", "80 so far"."""
    near = range(max(0, n.lead - 3), min(n.last + 5, len(s)))
    marks = [k for k in near if s.words[k] in ",;:." and k >= n.last]
    return any(k < (marks[0] if marks else len(s)) and s.match(k, "by_now") for k in near)


def in_the_air(metric: str) -> bool:
    """Whether a count is of an air attack: of what flew, and whom it hurt."""
    return metric.endswith(("_downed", "_launched")) or metric == "civilians"


def is_loss(metric: str) -> bool:
    return metrics()[metric].kind != "event" and metric != "civilians"


def _perfect_before(n: NumberPhrase, s: Sentence) -> str | None:
    """The perfect that a number's verb stands in: present, past or ``None``."""
    for m in reversed(s.all("perfect")):
        behind = n.lead <= m.start < n.lead + 10
        if behind and any(s.words[i] in ",;:" for i in range(n.last, m.start)):
            continue
        if m.start < n.lead + 10:
            return None if _participle_between(s, m.end, n.lead) else str(m.meaning)
    return None


def _participle_between(s: Sentence, start: int, end: int) -> bool:
    """Whether a clause with a verb of its own opens behind a comma: "had hit it, killing 60"."""
    return any(s.words[k] == "," and s.match(k + 1, "frame") for k in range(start, end - 1))


def of_a_total(n: NumberPhrase, when: When, scene: Scene, state: Carried) -> bool:
    """Whether a total is said to stand so high on a day: "put total losses on 1 March at N"."""
    totals = [w for w in scene.whens if w.code in ("cumulative", "in_total") and w.last <= n.lead]
    s, last = scene.s, state.last
    bare = n.last >= len(s) or s.words[n.last] in ".,;"
    again = last is not None and last.period.kind == "cumulative" and last.sentence == s.quoted
    named = bool(totals) or (bare and again)
    if any(s.match(k, "rolling") for k in range(max(0, when.first - 2), when.first)):
        return False  # "in the day of 17 March it lost 1,430 in the war"
    return when.code in ("day", "weekday") and when.last <= n.lead and named


def from_a_total(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """Whether a total is compared with one of its size: "at 986,820, up from 507,650 on 31 May"."""
    last = state.last
    compared = any(n.lead <= m.end <= n.first for m in s.all("comparison"))
    if last is None or n.quantity is None or last.period.kind != "cumulative" or not compared:
        return False
    return last.sentence == s.quoted and max(last.quantity.figures) < 3 * n.quantity.figures[0]


def a_total_apart(w: When, n: NumberPhrase, s: Sentence) -> bool:
    """Whether a clause about a total begins between a time and a number: ", and its total is"."""
    counted = s.has("tally", max(w.last, n.lead - 8), n.lead)
    if not (counted or is_by_now(n, s)):
        return False
    marks = (k for k in range(w.last, n.lead - 1) if s.words[k] in ",;")
    return any(
        s.words[k] == ";"
        or s.match(k + 1, "joiner")
        or s.match(k + 1, "change")  # ", bringing the total to N"
        or (k > w.last and s.match(k + 1, "relative"))  # "in May, when ..." is of May
        for k in marks
    )


def behind_a_part(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """Whether a figure goes on with the whole behind a part: "8 tanks, 3 of them today, and N"."""
    if len(state.claims) < 2 or state.last is None:
        return False
    whole, part = state.claims[-2:]
    told = "period.total" in whole.rules or whole.period.kind == "cumulative"
    same = whole.sentence == part.sentence == s.quoted and part.metric == whole.metric
    return told and same and part.period.kind == "day" and bool(s.match(n.lead - 1, "joiner"))


def is_assessed(n: NumberPhrase, metric: str, scene: Scene) -> bool:
    """Whether a whole war's losses are assessed: "it puts Russia's losses at 7,000 to 15,000"."""
    if metric == "civilians" and n.quantity is not None and n.quantity.figures[0] < TOLL:
        return False
    assessed = scene.s.all("noun_of_loss") and scene.s.all("assessment")
    return bool(assessed) and metrics()[metric].kind == "person" and not scene.report_whens
