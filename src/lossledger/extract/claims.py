"""One claim from a number: what, whose, who says it, for which days, and how it is meant."""

from dataclasses import replace
from datetime import date

from lossledger.extract import counted, countries, frames
from lossledger.extract.asked import EVENT_TIMES
from lossledger.extract.bare import DIFFERENCE, ELLIPTIC
from lossledger.extract.codes import (
    among_losses,
    is_stock,
    metric_of,
    of_ground_arms,
    reports_losses,
)
from lossledger.extract.contingents import of_a_contingent, was_there_before
from lossledger.extract.counted import Frame, Thing
from lossledger.extract.days_covered import FUTURE, ahead
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.owners import party_of
from lossledger.extract.relations import is_whole
from lossledger.extract.roll import note_roll, of_the_roll, rolled
from lossledger.extract.scene import REPORT, UNDIVIDED, Carried, Context, Scene, report_said
from lossledger.extract.scopes import scope_of, scope_words
from lossledger.extract.soldiers import OF_A_WAR, civil, of_the_far_side, own_soldiers, undivided
from lossledger.extract.speakers import Chain, lists_the_dead
from lossledger.extract.speakers import party_of as party_of_source
from lossledger.extract.stances import MAYBE, stance_of
from lossledger.extract.timing import period_for
from lossledger.extract.tokens import DASHES, WORD, Sentence
from lossledger.extract.totals import is_by_now
from lossledger.extract.untimed import A_DAYS
from lossledger.extract.when import When
from lossledger.model import Claim
from lossledger.period import UNKNOWN, Period, cumulative
from lossledger.vocabulary import metrics, sources

REACH = 16
"""So many tokens behind "wants" what is wanted may stand."""
MANY_FREED = 10_000
"""So many are never freed at once."""
RECENT_CLAIMS = 50
"""A figure that is denied was said among so many before it."""
MORE_THAN_A_TOWN = 20_000
"""From so many killed or hurt on the unnamed are soldiers, where no place or civilian is named."""


HARMED = frozenset({"killed", "wounded"})
"""Fates that count whatever else people were doing: "300 wounded fighting alongside them"."""


def claim_of(
    n: NumberPhrase, thing: Thing, scene: Scene, chain: Chain,
    context: Context, state: Carried, here: list[Claim],
) -> Claim | None:  # fmt: skip
    s = scene.s
    elliptic = thing.rule in ELLIPTIC
    frame: Frame | None = frames.frame_of(s, n, None if elliptic else thing, scene.numbers)
    told = here[-1] if here and elliptic and frame is None else None
    if frame is None and (elliptic or here) and state.last_frame:
        anew = frames.told_anew(s, state.last_frame.last, n, scene.numbers)
        frame = state.last_frame if state.framed_at == s.starts[0] and not anew else frame
    if frame is None and s.item and state.intro_open:
        # a verb of another sentence governs this line but stands nowhere in it
        frame = replace(state.intro_frame, first=0, last=0) if state.intro_frame else None
    if frame and frame.kind == "take" and thing.code not in counted.TARGETS:
        freed = thing.code in counted.PEOPLE and _only_people(s, n, thing, frame, scene)
        # "the army has taken 300 casualties", but "freed 90 people"
        held = any(m.meaning in ("captured", "capture") for m in s.all("scope", "frame"))
        if held and thing.code in counted.PEOPLE:
            thing = replace(thing, scope=("captured",))
        frame = replace(frame, kind="return" if freed else "lose")
    if frame and frame.kind == "lose" and thing.scope == ("captured",):
        frame = replace(frame, kind="capture")
    if frame and frame.kind in ("launch", "use") and thing.scope:
        frame = None  # "they attacked a town: three wounded"
    if _is_borne(n, thing, s):
        return None
    if is_stock(n, thing, frame, scene):
        state.stock, state.stock_at = thing, s.starts[0]
        return None
    if thing.rule == "metric.ellipsis" and _is_left(n, s, state):
        return None
    metric = metric_of(thing, frame, scene, state, here, chain)
    if here and is_whole(here[-1], s, n):
        if here[-1].metric == "targets_downed":
            return None  # "144 of 210 targets": what came was of many kinds
        metric = counted.WHOLE.get(here[-1].metric, here[-1].metric)
        if s.has("whose", max(0, n.first - 2), n.first):
            return None  # "2,200 of its 3,500 tanks": what it had is no loss
        if metrics()[metric].kind == "equipment":
            return None  # "2,200 of 3,500 tanks"
    if metric is None or n.quantity is None:
        return None
    attacks = metric == thing.code and metrics()[metric].kind == "event"
    fate = s.match(max(n.last, n.tail), "scope")
    if fate and fate.meaning == "missing" and frame and frame.first < n.first:
        frame = None  # "in captivity are 8,000, and 60,000 are missing"
    held = frame is not None and frame.kind == "other" and _is_held(s, frame, thing)
    if held:
        thing, frame = replace(thing, scope=("captured",)), None
    fates = HARMED | ({"missing"} if thing.rule == "metric.head" else set())
    harmed = fates & set(thing.scope or ()) and frame is not None and frame.first >= thing.last
    harmed = harmed and not (frame and _gives_back(s, frame))
    if frame and frame.kind == "other" and not attacks and not (
        harmed or thing.rule == "metric.verb"
    ):  # fmt: skip
        if metrics()[metric].kind == "equipment" and thing.rule == "metric.head":
            state.stock, state.stock_at = thing, s.starts[0]
        return None
    of_both = metric in ("civilians", "personnel") and undivided(s, thing, chain)
    if of_both:
        metric = "civilians"
    elif metric == "civilians" and thing.code != "civilians" and _is_an_armys(n, scene):
        metric = "personnel"
    counted_up = (n.quantity is not None and max(n.quantity.figures) >= counted.OF_AN_ARMY
                  and reports_losses(s, state))  # fmt: skip
    harmed = counted_up or _harmed(s, thing, frame, state) or _added_up(n, thing, scene, state)
    harmed = harmed or _told_as_a_toll(n, s) or _named_by_a_monitor(n, thing, chain)
    if thing.code == "people" and not elliptic and not harmed:
        return None
    if thing.code == "civilians" and not here and _only_named(s, thing, frame, scene):
        return None
    if elliptic and frame and frame.kind == "return":
        return None
    if frame and frame.kind in ("launch", "use") and metrics()[metric].kind != "event":
        return None
    arms = metrics()[metric].kind == "equipment"
    if (arms or not thing.scope) and was_there_before(s, n):
        return None
    if arms and (_wanted(s, n, frame) or (frame and frame.kind == "return")):
        return None
    people = metrics()[metric].kind == "person"
    abroad = countries.of_people(s, thing, context.lexicon) if people else None
    if people and _do_it(s, n, thing):
        return None
    if people and (_who_tell(s, thing) or (abroad is None and countries.foreign(s, thing))):
        return None
    swapped = any(m.meaning == "prisoner_exchanges" for m in s.all("metric"))
    if swapped and metrics()[metric].kind == "person" and "killed" not in (thing.scope or ()):
        return None  # "an exchange that involved several hundred wounded"
    stance = "derived" if thing.rule == DIFFERENCE else stance_of(n, scene)
    chain = _denied_chain(chain, stance, n, s, state)
    party, party_rule = party_of(n, thing, metric, frame, scene, chain, state, here)
    third = abroad
    if people and third is None:
        third = countries.losing(s, n.lead, frame, party_rule, context.lexicon)
    if third:
        party, party_rule = third, "party.country"
    if told and told.party and told.metric == metric and party_rule in (
        "party.kill", "party.wound", "party.destroy",
    ):  # fmt: skip
        party, party_rule = told.party, "party.carried"  # the verb was that of the figure before
    if metric == "civilians" and not of_both and of_the_far_side(n, thing, party, scene):
        metric = "personnel"
    own = own_soldiers(n, thing, party_rule, chain, scene)
    if metric == "civilians" and own and not of_both:
        metric, party, party_rule = "personnel", own, "party.own"
    tally = thing.rule == "metric.tally"
    period, as_of, report_date, when = period_for(
        n, scene, context, state, party, metric, tally, chain.claimant
    )
    if period.kind == "cumulative" and when is None and of_a_contingent(metric, scene, state):
        period, as_of = UNKNOWN, None
    if stance in MAYBE and not _timed(n, when, scene) and not is_by_now(n, s):
        period, as_of, when = UNKNOWN, None, None  # what may come has no days but those named
    if stance in FUTURE and when and when.code in ("month", "year", "this_year", "this_month"):
        period, as_of = ahead(when, period, context.published, as_of)
    scope = scope_of(thing, metric, frame, s, n, state)
    if elliptic and scope and _of_a_staff(n, thing, chain, state):
        scope = None  # "of these 250,000 are dead. The staff speaks of 1,009,440"
    if scope is None and party_rule == "party.whole" and metrics()[metric].kind == "person":
        scope = here[-1].scope if here and _is_no_larger(n, here[-1]) else None
    if scope is None and _lists_parts(here, metric, n, s):
        scope = here[-1].scope
    on_the_list = metric == "personnel" and _named_by_a_monitor(n, thing, chain)
    if scope is None and (of_the_roll(metric, frame, scene, chain, state) or on_the_list):
        scope = ("killed",)
    start = s.war.start_for(party)
    if start and _own_dead(n, metric, scope, party, chain):
        month = when and when.code in ("month", "year") and not when.role
        if period.end and (period.kind == "day" or month):
            period, as_of = cumulative(start, period.end), period.end
        elif when is None and period == UNKNOWN and (day := report_date or _month_told(scene)):
            period, as_of = cumulative(start, day), day
    now = report_date or context.published
    held = held or (metric == "personnel" and _are_held(s, n, scope))
    if held and start and now and period == UNKNOWN:
        period, as_of = cumulative(start, now), now
    if party_rule == "party.none" and metric == "personnel" and rolled(s, state):
        party, party_rule = state.roll, "party.roll"
    note_roll(metric, scope, party, chain, s, state)
    span = s.span(n.first, n.last)
    rules = (
        *n.rules,
        thing.rule,
        party_rule,
        chain.rule,
        _when_rule(when, period),
        REPORT if report_said(scene) else "",
        UNDIVIDED if of_both else "",
        CARRIED_DAYS if when is not None and _from_elsewhere(when, scene) else "",
    )
    state.last_frame, state.framed_at = frame, s.starts[0]
    state.stock = None if state.stock_at != s.starts[0] else state.stock
    return Claim(
        document=context.document.id,
        span=span,
        byte_span=context.document.offsets.byte_span(span),
        quote=s.text[span.start : span.end],
        sentence=s.quoted,
        outlet=context.document.outlet,
        relays=chain.relays,
        claimant=chain.claimant,
        party=party,
        metric=metric,
        scope=scope,
        scope_words=scope_words(s, thing),
        quantity=n.quantity,
        period=period,
        as_of=as_of,
        report_date=report_date,
        stance=stance,
        basis=_basis(chain, party, s),
        confidence=_confidence(chain, party_rule, thing, party),
        rules=tuple(r for r in rules if r),
    )


def _of_a_staff(n: NumberPhrase, thing: Thing, chain: Chain, state: Carried) -> bool:
    """Whether a staff gives a figure behind another's: it counts losses of all kinds."""
    source = sources().get(chain.claimant or "")
    staff = source is not None and "staff" in (source.called or ())
    last = state.last
    plain = thing.rule == "metric.ellipsis" and last is not None and last.scope is not None
    return staff and plain and last is not None and last.claimant != chain.claimant


def _is_held(s: Sentence, frame: Frame, thing: Thing) -> bool:
    """Whether people are said to be in captivity: "in its captivity there are 6,000 soldiers"."""
    near = (m for m in s.all("scope") if m.meaning == "captured")
    return thing.code == "personnel" and any(
        m.end <= thing.first
        and 0 <= frame.first - m.end <= HELD
        and all(s.kinds[k] == WORD for k in range(m.end, frame.first))
        for m in near
    )


HELD = 3
"""So many words may stand between "in captivity" and its verb: "in captivity in Utopia are"."""


def _timed(n: NumberPhrase, when: When | None, scene: Scene) -> bool:
    """Whether a time stands in the sentence itself, or is that of an attack told of."""
    if when is None:
        return False
    here = ((w.first, w.last) for w in scene.whens if w.code not in ("cumulative", "in_total"))
    few = n.quantity is not None and max(n.quantity.figures) < A_DAYS
    return (few and when.code in EVENT_TIMES) or (when.first, when.last) in here


CARRIED_DAYS = "days.carried"
"""The rule of a figure whose days are those of another sentence."""


def _from_elsewhere(when: When, scene: Scene) -> bool:
    """Whether a time does not stand in the figure's own sentence."""
    here = {(w.first, w.last) for w in (*scene.whens, *scene.report_whens)}
    return (when.first, when.last) not in here


def _own_dead(
    n: NumberPhrase, metric: str, scope: tuple[str, ...] | None, party: str | None, chain: Chain
) -> bool:
    """Whether a side tells how many of its own are dead: the day or month is that of its saying.

    "Moscow last named its dead in September 2022, 5,937": a side gives such figures now and then,
    for the whole war.
    """
    own = party is not None and party_of_source(chain.claimant) == party
    many = n.quantity is not None and max(n.quantity.figures) >= OF_A_WAR
    return metric == "personnel" and scope == ("killed",) and own and many


def _month_told(scene: Scene) -> date | None:
    """The end of the month in which a figure was told: "in February it spoke of 46,000"."""
    told = [w.end for w in scene.report_whens if w.code in ("month", "last_month") and w.end]
    return told[0] if len(told) == 1 else None


def _denied_chain(chain: Chain, stance: str, n: NumberPhrase, s: Sentence, state: Carried) -> Chain:
    """A figure that a side denies is the one that the other side said before."""
    side, before = party_of_source(chain.claimant), party_of_source(state.chain.claimant)
    denies = any(m.meaning == "denied" for m in s.all("stance"))
    recent = state.claims[-RECENT_CLAIMS:] if stance == "denied" else ()
    given = any(n.quantity and c.quantity.figures == n.quantity.figures for c in recent)
    if denies and given and side and before and side != before:
        return replace(state.chain, rule="speaker.denied")
    return chain


def _is_no_larger(n: NumberPhrase, whole: Claim) -> bool:
    """Whether a figure can be a part of another: none is larger than its whole."""
    return n.quantity is None or max(n.quantity.figures) <= max(whole.quantity.figures)


def _lists_parts(here: list[Claim], metric: str, n: NumberPhrase, s: Sentence) -> bool:
    """Whether people go on a list of parts: "the injured included 19 officers, five rescuers"."""
    if not here or {metrics()[code].kind for code in (here[-1].metric, metric)} != {"person"}:
        return False
    mark = n.lead - 1
    listed = mark > 0 and (s.words[mark] == "," or s.match(mark, "joiner") is not None)
    part = any(here[0].span.start >= s.starts[m.start] for m in s.all("part"))
    return listed and part and "," not in s.text[here[-1].span.end : s.starts[mark]]


def _gives_back(s: Sentence, frame: Frame) -> bool:
    """Whether a verb of giving back goes on a verb: "bodies had been handed over"."""
    near = range(frame.first, min(frame.last + 1, len(s)))
    return any((m := s.match(k, "frame")) and m.meaning == "return" for k in near)


def _is_borne(n: NumberPhrase, thing: Thing, s: Sentence) -> bool:
    """Whether people are what a verb right before them brings or has: "carrying 500 passengers"."""
    verb = frames.ending_at(s, n.lead) or frames.ending_at(s, n.first)
    people = thing.code in counted.PEOPLE and thing.rule == "metric.head" and not thing.scope
    held = any(m.meaning == "captured" for m in s.all("scope"))
    return people and not held and verb is not None and verb.meaning == "other"


def _is_left(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """Whether so many are what is left of a stock: "of 3,500, 2,200 are lost, leaving 1,300"."""
    rest = any(m.end == n.lead and m.meaning == "derived" for m in s.all("stance"))
    return rest and state.stock is not None and state.stock_at == s.starts[0]


def _are_held(s: Sentence, n: NumberPhrase, scope: tuple[str, ...] | None) -> bool:
    """Whether prisoners are said to be held to this day: "6,465 are in captivity"."""
    near = range(n.last, min(n.last + A_CLAUSE + HELD, len(s)))
    held = next((k for k in near if s.match(k, "in_custody")), None)
    return scope == ("captured",) and held is not None and s.has("be", n.last, held)


def _only_named(s: Sentence, thing: Thing, frame: Frame | None, scene: Scene) -> bool:
    """Whether nothing says that people came to harm: "44 firefighters put it out"."""
    if thing.rule != "metric.head" or thing.scope or (frame and frame.kind != "other"):
        return False
    harm = ("kill", "wound", "capture", "lose", "destroy")
    told = any(m.meaning in harm for m in s.all("frame"))
    return not told and not s.all("scope", "noun_of_loss", "tally", "part") and not s.item


def _do_it(s: Sentence, n: NumberPhrase, thing: Thing) -> bool:
    """Whether people are those who did something: "each entry is checked by two people"."""
    done = s.match(n.lead - 1, "agent") is not None and thing.rule == "metric.head"
    changed = any(s.match(k, "change") or s.match(k, "increment")
                  for k in range(n.lead - 4, n.lead))  # fmt: skip
    return done and not changed and not thing.scope


def _who_tell(s: Sentence, thing: Thing) -> bool:
    """Whether people are those who tell: "three marines who crossed the river told us that"."""
    if thing.rule != "metric.head" or thing.scope:
        return False
    clause = s.match(thing.last, "which") or s.match(thing.last, "relative")
    for k in range(thing.last, min(thing.last + (A_CLAUSE if clause else 1), len(s))):
        verb = s.match(k, "speech")
        if verb:
            return bool(s.match(k, "telling") or s.match(verb.end, "complementizer"))
        if s.words[k] in ",;:.":
            return False
    return False


A_CLAUSE = 8
"""So many tokens a clause about those who tell may have."""


def _only_people(s: Sentence, n: NumberPhrase, thing: Thing, frame: Frame, scene: Scene) -> bool:
    """Whether people alone, not their loss, are what a verb of taking acts on: "freed 90 men"."""
    lost = any(thing.first <= m.start < thing.last for m in s.all("noun_of_loss", "scope"))
    lost = lost or any(m.meaning == "captured" for m in s.all("scope", "frame"))
    lost = lost or any(m.meaning == "capture" for m in s.all("frame"))
    lost = lost or (n.quantity is not None and max(n.quantity.figures) >= MANY_FREED)
    between = any(frame.last <= o.first < n.lead for o in scene.numbers)
    return not lost and not between


def _told_as_a_toll(n: NumberPhrase, s: Sentence) -> bool:
    """Whether people stand behind a dash or colon as a toll: "victims ...: 2,149 people"."""
    k = n.lead - 1
    marked = k > 0 and (s.words[k] in DASHES or s.words[k] == ":")
    return marked and any(m.end <= k for m in s.all("noun_of_loss", "scope"))


def _harmed(s: Sentence, thing: Thing, frame: Frame | None, state: Carried) -> bool:
    """Whether people are counted as lost or hurt: nobody else is."""
    harm = ("kill", "wound", "capture", "lose", "destroy")
    toll = state.last is not None and state.last.metric == "personnel"
    if toll and s.paragraph == state.last_paragraph:
        return True
    if among_losses(s, state) or any(m.end == thing.first for m in s.all("attributive")):
        return True
    if any(m.meaning == "personnel" for m in s.all("metric")):
        return True
    near = state.last is not None and s.paragraph - state.last_paragraph <= 1
    told = near and state.last is not None and metrics()[state.last.metric].kind != "event"
    if told and any(m.meaning == "in_total" for m in s.all("period")):
        return True  # "In all since February 2022 - some 400,000 people", under a list of losses
    return bool(
        thing.scope or (frame and frame.kind in harm) or s.all("noun_of_loss", "scope", "tally")
    )


def _named_by_a_monitor(n: NumberPhrase, thing: Thing, chain: Chain) -> bool:
    """Whether so many people are those whom a body that counts the dead knows by name."""
    many = n.quantity is not None and max(n.quantity.figures) >= counted.OF_AN_ARMY
    counts = lists_the_dead(chain.claimant)
    return many and counts and thing.code == "people" and thing.rule == "metric.head"


def _added_up(n: NumberPhrase, thing: Thing, scene: Scene, state: Carried) -> bool:
    """Whether people are counted among the losses that the text tells of: they were added, or
    stand in one list with arms: "970 people, three tanks and 36 guns"."""
    s = scene.s
    told = any(c.metric == "personnel" for c in state.claims[-RECENT_CLAIMS:])
    rows = (metrics().get(str(m.meaning)) for m in s.all("metric"))
    if n.signed and any(row is not None and row.kind == "equipment" for row in rows):
        return True  # "+500 people, +5 tanks"
    if not told and not of_ground_arms(s):
        return False
    if any(m.end == n.lead for m in s.all("increment")):
        return True
    after = next((o for o in scene.numbers if o.lead > thing.last), None)
    listed = after is not None and after.lead == thing.last + 1
    if after is None or not (
        listed and (s.words[thing.last] in ",;" or s.match(thing.last, "joiner"))
    ):
        return False
    arms = counted.thing_after(s, after)
    return arms is not None and arms.code in metrics() and metrics()[arms.code].kind == "equipment"


def _is_an_armys(n: NumberPhrase, scene: Scene) -> bool:
    """Whether so many are counted, away from a place and civilian words, as only armies lose."""
    many = n.quantity is not None and n.quantity.figures[0] >= MORE_THAN_A_TOWN
    return many and not civil(scene.s) and scene.place is None


def _wanted(s: Sentence, n: NumberPhrase, frame: Frame | None) -> bool:
    """Whether arms are what somebody wants to have: "it wants 1,000 howitzers and 500 tanks"."""
    goals = [m for m in s.all("stance") if m.meaning == "goal" and m.end <= n.lead]
    lost = frame is not None and frame.kind in ("lose", "destroy", "down", "capture")
    return bool(goals) and n.lead - goals[-1].end <= REACH and not lost


def _basis(chain: Chain, party: str | None, s: Sentence) -> str | None:
    """What a figure rests on, as far as its sentence and its source tell."""
    source = sources().get(chain.claimant or "")
    if chain.relays:
        return "cites"
    if source is None:
        return None
    if source.kind in ("monitor", "model"):
        return "compiled" if source.kind == "monitor" else "model"
    if source.party is None and source.kind == "official" and s.all("assessment"):
        return "own_estimate"
    return "admission" if source.party and source.party == party else None


def _confidence(chain: Chain, party_rule: str, thing: Thing, party: str | None) -> str:
    doubts = (
        (chain.claimant is None)
        + (chain.rule == "speaker.carried")
        + (party_rule in ("party.speaker", "party.carried", "party.place"))
        + 2 * (party is None and party_rule != "party.both")
        + (thing.rule in ("metric.ellipsis",))
    )
    return "high" if doubts == 0 else "medium" if doubts <= 2 else "low"


def _when_rule(when: When | None, period: Period) -> str:
    if when is None:
        return "period.total" if period.kind == "cumulative" else "period.none"
    return f"period.{when.code}"
