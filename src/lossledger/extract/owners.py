"""Whose loss or whose act a figure counts: by noun, verb, place and speaker, never by nearness."""

from itertools import pairwise

from lossledger.extract import counted, frames, sides, speakers
from lossledger.extract.actors import attacker_before, launched_from, whose_it_hit
from lossledger.extract.answers import ANSWER, asked_side
from lossledger.extract.bare import ELLIPTIC
from lossledger.extract.counted import Frame, Thing
from lossledger.extract.gapped import gapped_party
from lossledger.extract.in_turn import side_in_turn
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.possessors import genitive, genitive_before, owned_number, who_has
from lossledger.extract.relations import is_whole
from lossledger.extract.scene import Carried, Scene
from lossledger.extract.speakers import Chain
from lossledger.extract.tokens import DASHES, QUOTES, Sentence
from lossledger.extract.topics import bare_toll, names, party_of_losses
from lossledger.model import Claim
from lossledger.vocabulary import metrics, sources

_CARRIED = ("speaker.carried", "speaker.none")
ACTIVE = counted.VICTIM_FRAMES - {"wound"}
"""Verbs of what one side does to the other."""


def party_of(
    n: NumberPhrase, thing: Thing, metric: str, frame: Frame | None, scene: Scene,
    chain: Chain, state: Carried, here: list[Claim],
) -> tuple[str | None, str]:  # fmt: skip
    """Whose loss or act it is, and the rule that says so."""
    found, rule = _party_words(n, thing, metric, frame, scene, chain, state, here)
    war = scene.s.war
    named = (str(m.meaning) for m in scene.s.all("enemy"))
    loaded = next((party for party in named if war.opponent(party)), None)
    if found == "enemy":
        theirs = speakers.enemy_of(war, chain.claimant) or war.opponent(state.side)
        found = theirs or loaded or state.party
    elif found == "own":
        found = speakers.party_of(chain.claimant) or state.side or war.opponent(loaded)
    own = found is not None and found == speakers.party_of(chain.claimant)
    if own and metric.endswith("_downed") and thing.rule == "metric.ellipsis":
        # "Moscow says it downed 117; Kyiv reports 58": nobody reports its own shot down
        found, rule = speakers.enemy_of(war, chain.claimant), "party.speaker"
    if found and metric == "civilians":
        found = war.people_of(found)
    if found:
        state.party = found
    return found, rule


def _who_reached(s: Sentence, n: NumberPhrase) -> str | None:
    """The side that a verb of reaching has before a figure: "Russia will pass a million dead"."""
    near = [m for m in s.all("change", "stands") if n.lead - REACHED <= m.start < n.first]
    subject = sides.subject_before(s, near[0].start) if near else None
    return subject[0] if subject else None


REACHED = 6
"""So many tokens stand between a verb of reaching and its figure: "passed the mark of"."""


def _party_words(
    n: NumberPhrase, thing: Thing, metric: str, frame: Frame | None, scene: Scene,
    chain: Chain, state: Carried, here: list[Claim],
) -> tuple[str | None, str]:  # fmt: skip
    s = scene.s
    row = metrics()[metric]
    if row.party == "both":
        return None, "party.both"
    turn = side_in_turn(s, n, scene.told)
    if turn:
        return turn, "party.turn"
    asked = asked_side(n, s, state) if thing.rule == ANSWER else None
    if asked:
        return asked, "party.asked"
    elliptic = thing.rule in ELLIPTIC
    sides_named = (m for m in s.all("both") if not s.match(m.start - 1, "month"))
    if any(n.lead - 14 <= m.start < thing.last + 4 for m in sides_named):
        return None, "party.both"
    whole = [k for k in range(max(0, n.lead - 6), n.lead) if s.match(k, "part")]
    if here and whole and here[-1].span.end <= s.starts[whole[0]] and row.party == "owner":
        aimed_at = here[-1].metric in counted.TARGETS  # "it hit 11,340 targets, among them 12 men"
        return s.war.opponent(here[-1].party) if aimed_at else here[-1].party, "party.whole"
    if here and (is_whole(here[-1], s, n) or _is_of_whole(here[-1], n, metric, s)):
        return here[-1].party, "party.whole"
    aside = next((m for m in reversed(s.all("on_side")) if m.end <= n.lead), None)
    behind = next((m for m in s.all("on_side") if m.start == thing.last), None)
    aside = behind or aside
    if aside and row.party == "owner":
        return str(aside.meaning), "party.side"
    holder = _possessor_behind(s, n, thing) if row.party == "owner" else None
    bare = thing.rule != "metric.head" and row.party == "owner"
    holder = holder or (owned_number(s, n) if bare else None)
    if holder:
        return holder, "party.gapped"
    people = thing.scope or (elliptic and row.kind == "person")
    having = who_has(s, n) if people and row.party == "owner" else None
    if having:
        return having, "party.has"
    if here and "party.has" in here[-1].rules and thing.scope and s.match(n.lead - 1, "joiner"):
        return here[-1].party, "party.has"
    if here and here[-1].party and here[-1].metric == metric and _compared(n, s, thing):
        return here[-1].party, "party.carried"  # "36,570 killed in May, down from 48,240 losses"
    apart = max(n.last, n.tail)
    apart += apart < len(s) and s.words[apart] in DASHES
    bare_side = s.match(apart, "party_adjective") if elliptic and row.party == "owner" else None
    if bare_side:
        return str(bare_side.meaning), "party.gapped"  # "6,465 Ukrainian troops and 1,348 Russian"
    amid = _amid(s, thing, people=row.kind == "person" and not elliptic)
    if amid:
        return amid, "party.amid"
    gapped = gapped_party(s, n)
    inside = sides.owner_words(s, n.last, thing.last) if gapped and not elliptic else None
    if gapped and inside in (None, gapped, "own", "enemy"):
        return gapped, "party.gapped"
    if here and "party.gapped" in here[-1].rules and row.kind != "event":
        between = s.text[here[-1].span.end : s.starts[n.lead]]
        if not any(mark in between for mark in ".;:"):
            return here[-1].party, "party.gapped"
    if not elliptic:
        aimed = s.has("range", thing.first, thing.last)
        aimed = aimed or metric in counted.TARGETS
        beside = sides.owner_words(s, n.last, thing.last)
        beside = beside or (None if aimed else genitive(s, thing))
        if beside == "enemy":  # "50 fighters of the Ukrainian army"
            named = genitive(s, thing)
            beside = named if named and s.war.opponent(named) else beside
        if thing.rule == "metric.label":
            beside = sides.owner_words(s, thing.first, thing.last) or genitive(s, thing) \
                or genitive_before(s, thing)  # fmt: skip
            before = genitive_before(s, thing) if beside == "enemy" else None
            beside = before if before and s.war.opponent(before) else beside
        target = metric == "areas_struck" or (beside == "own" and row.party == "actor")
        if beside and _both_sides(s, n, thing):
            return None, "party.both"
        if beside == "enemy" and frame and frame.kind == "lose":
            subject = sides.subject_before(s, frame.first)
            if subject and s.war.opponent(subject[0]):
                return subject[0], "party.lose"  # "the army lost 20 pieces of enemy weapons"
        if beside and not target:
            return beside, "party.noun"
    if s.all("admission") and row.kind == "person" and _admits(s, n, chain):
        taken = thing.scope == ("captured",) and not s.all("whose", "own")
        return "enemy" if taken else "own", "party.admitted"
    answers = state.asked and s.paragraph - state.asked_paragraph <= 1
    if answers and row.kind != "event" and not s.all("party", "party_adjective", "enemy"):
        return state.asked, "party.asked"
    only = thing.rule == "metric.label" and thing.code == "casualties" and thing.scope
    if (
        only
        and here
        and here[-1].metric == metric
        and here[-1].party
        and s.match(thing.first - 1, "definite")
    ):
        return here[-1].party, "party.carried"  # "soldiers killed at 70, and the wounded at 100"
    fired = _launcher(s, n.first) if metric.endswith("_downed") else None
    if fired and frame and frame.kind == "down":
        return fired, "party.launcher"
    held = elliptic and bool(here) and here[-1].metric == metric and bool(here[-1].party)
    held = held and (row.kind == "person" or row.party == "actor")
    if metric == "settlements_taken" and frame and frame.first >= n.last:
        by = s.match(frame.last, "party")  # "сёл, взятых россиянами"
        taker = sides.agent_after(s, frame.last) or (str(by.meaning) if by else None)
        return (taker, "party.take") if taker else ("own", "party.takes")
    home = _counts_its_own(chain, scene) if metric == "civilians" else None
    if home:
        return home, "party.source"
    hurts = metric == "civilians" and frame is not None and frame.kind in ("kill", "wound")
    struck = sides.attacked(s, n.lead) if hurts else None
    if struck:
        return struck, "party.attacked"
    if frame and frame.kind == "strike" and thing.code == "casualties" and frame.last == n.lead:
        subject = sides.subject_before(s, frame.first)
        if subject:
            return subject[0], "party.reached"  # "Russia will hit 1 million casualties"
    if frame and not (held and frame.kind in counted.ACTS):
        sided = speakers.party_of(chain.claimant) is not None
        sided = sided and (chain.rule not in _CARRIED or bool(s.all("speech")))
        by_frame = _party_by_frame(row.party, frame, s, n, thing, sided=sided)
        if by_frame:
            return by_frame, f"party.{frame.kind}"
    hit = whose_it_hit(s, frame, thing) if frame and row.party == "actor" else None
    if hit:
        return hit, "party.hits"
    base = launched_from(s, frame, thing) if frame and metric.endswith("_launched") else None
    if base:
        return base, "party.base"
    if frame is None and row.party == "actor":
        subject = sides.subject_before(s, n.lead)
        office = subject and s.match(subject[1], "source") and not s.match(subject[1], "party")
        seen = subject is not None and s.has("detecting", subject[1], n.lead)
        if subject and seen:
            return sides.other_side(s.war, subject[0]), "party.seen"  # "its radars tracked 87"
        if subject and not office:
            return subject[0], "party.subject"
    if metric == "areas_struck" and not elliptic:
        return "own", "party.strikes"
    if metric == "settlements_taken" and speakers.party_of(chain.claimant):
        return "own", "party.takes"
    if metric.endswith("_downed"):
        launcher = _launcher(s)
        if launcher is None and state.last and state.last.metric.endswith("_launched"):
            launcher = state.last.party
        if launcher:
            return launcher, "party.launcher"
    hurt = frame and frame.kind in ("kill", "wound") and metric == "personnel"
    place = scene.place or (state.place if s.paragraph == state.place_paragraph else None)
    again = bool(here) and here[-1].metric == metric
    going_on = again or (state.last is not None and state.last.metric == metric and not scene.place)
    beneath = s.item and s.paragraph - state.topic_paragraph <= 1
    topic = state.topic if beneath or s.paragraph == state.topic_paragraph else None
    if hurt and topic and not s.all("party", "party_adjective", "enemy"):
        return topic, "party.topic"
    if hurt and place and not going_on and not s.all("party", "party_adjective", "enemy"):
        return place, "party.place"
    mine = frame and frame.kind == "use" and speakers.party_of(chain.claimant)
    if mine and any(m.meaning == "operation" for m in s.all("campaign")):
        return "own", "party.operation"  # "117 drones were used in the operation, he said"
    reached = _who_reached(s, n) if row.kind == "person" and thing.scope else None
    if reached:
        return reached, "party.reached"
    by_loss = party_of_losses(s, n) if row.kind != "event" else None
    if by_loss:
        return by_loss, "party.losses"
    headed = _heading_side(s) if row.kind != "event" else None
    if headed and row.party == "owner":
        return headed, "party.heading"
    side = speakers.enemy_of(s.war, chain.claimant)
    if side and metric.endswith("_downed"):
        return side, "party.speaker"
    if side and frame and frame.kind == "repel":
        return side, "party.speaker"
    harmed = side and frame and frame.kind in ("kill", "wound")
    if topic and side and topic != side and thing.scope and not names(s, side):
        return topic, "party.topic"  # "Kyiv seldom named its losses. Then he spoke of 46,000 dead"
    told = chain.rule not in ("speaker.carried", "speaker.none")
    told_again = _told_again(n, metric, state) if side and not names(s, side) else None
    if told_again:
        return told_again, "party.again"  # "it calls the number one of killed: 422,310 dead"
    told_dead = side and thing.scope and bare_toll(s, n) and not names(s, side)
    if told_dead and told and row.kind == "person":
        return "own", "party.own_toll"  # "it last named the number of killed: 5,900 dead"
    denied = any(m.meaning == "denied" for m in s.all("stance"))
    if denied and side and thing.scope and row.kind == "person" and not names(s, side):
        return "own", "party.own_toll"  # "the Kremlin dismissed a report of 71,000 dead"
    other = _the_other_only(s, speakers.party_of(chain.claimant)) if side else None
    if other and row.kind == "person" and metric == "personnel":
        return other, "party.topic"  # "the occupying army had heavy losses: 28,000 killed"
    raised = thing.rule == "metric.label" and thing.scope and s.all("change") and bare_toll(s, n)
    if side and raised and told and row.kind == "person":
        return "own", "party.own_toll"  # "the ministry raised the death toll to 89"
    if harmed and (denied or s.all("admission") or bare_toll(s, n)):
        return "own", "party.own_toll"
    if here and here[-1].party and _same_family(here[-1].metric, metric):
        return here[-1].party, "party.carried"
    soldiers = metric == "personnel" and any(m.meaning == metric for m in s.all("metric"))
    fallen = harmed and frame and _suffered(s, frame, n) and soldiers
    teller = sources().get(chain.claimant or "")
    counts_own = teller is not None and teller.civil
    if fallen and counts_own:
        return "own", "party.own_toll"  # a health ministry, a governor: they see their own
    if fallen and side and not names(s, side) and not _goes_on(state, s, metric):
        return "own", "party.own_toll"  # "a serviceman died and 27 are missing, the ministry said"
    known_for = sources().get(chain.claimant or "")
    if known_for and known_for.people and metric == "personnel" and not known_for.civil:
        return known_for.people, "party.source"
    if metric == "civilians":
        before = state.last.party if state.last and state.last.metric == metric else None
        source = sources().get(chain.claimant or "")
        own = speakers.party_of(chain.claimant)
        whose = place or own or s.war.people.get(chain.claimant or "")
        whose = whose or (source.people if source else None)
        whose = whose or before
        return whose or sides.attacked(s, n.lead) or state.land or _victims(s, state), "party.place"
    if s.all("enemy") and row.kind != "event":
        return "enemy", "party.enemy"
    if side and row.kind != "event" and not thing.scope and _tallies(chain, state.last):
        return side, "party.speaker"
    if state.last and state.last.party and _same_family(state.last.metric, metric) and (
        elliptic or s.paragraph == state.paragraph or s.item) and (
        not s.item or state.last.claimant == chain.claimant):  # fmt: skip
        return state.last.party, "party.carried"
    if row.party == "actor" and s.all("own"):
        return "enemy", "party.enemy"
    aimed = frame is not None and frame.kind == "act" and frame.first < n.lead
    aimed = aimed and any(m.start >= thing.last for m in s.all("enemy"))
    aimed = aimed and not any(m.start < thing.last for m in s.all("enemy"))
    if aimed and row.party == "actor" and not s.all("party", "party_adjective"):
        return "own", "party.strikes"  # "aviation carried out 14 strikes on the enemy's areas"
    if row.party == "actor" and s.item and state.intro_party:
        return state.intro_party, "party.intro"
    if metric.endswith("_launched") and (launcher := _launcher(s)):
        return launcher, "party.launcher"
    if side and row.party == "actor" and not metric.endswith("_launched"):
        return side, "party.speaker"
    if place and (metric.endswith("_downed") or row.party == "actor"):
        return sides.other_side(s.war, place), "party.place"
    if s.all("admission") and row.kind != "event":
        return "own", "party.admitted"
    third = speakers.party_of(chain.claimant) is None
    before = attacker_before(state) if row.party == "actor" and third else None
    if before:
        return before, "party.topic"  # "Russian attacks hit a record. It logged 5,120 assaults"
    if topic and row.kind != "event" and (s.item or third):
        return topic, "party.topic"
    known = chain.claimant is None or chain.claimant in sources()
    other = None if known else s.war.opponent(state.side)
    enemy = speakers.enemy_of(s.war, chain.claimant) or other
    last = state.last if enemy is None and row.kind != "event" else None
    if last and last.party and _same_family(last.metric, metric):
        return last.party, "party.carried"
    acts = row.party == "actor" and s.paragraph == state.enemy_paragraph
    if enemy is None and acts and not s.all("party", "party_adjective"):
        return "enemy", "party.enemy"  # "the enemy took two villages; the assaults were 5,990"
    return enemy, "party.speaker" if enemy else "party.none"


def _both_sides(s: Sentence, n: NumberPhrase, thing: Thing) -> bool:
    """Whether a noun is said of both sides: "killed Ukrainian and Russian soldiers"."""
    first = thing.first if thing.rule == "metric.label" else n.last
    said = [
        (k, str(m.meaning))
        for k in range(max(0, first - 4), min(thing.last + 4, len(s)))
        if (m := s.match(k, "party_adjective") or s.match(k, "party")) is not None
    ]
    return any(
        one != other and a < b <= a + 2 and s.match(a + 1, "joiner") is not None
        for (a, one), (b, other) in pairwise(said)
    )


def _counts_its_own(chain: Chain, scene: Scene) -> str | None:
    """The side whose health ministry counts the dead, where no other's land is named.

    Those whom a side has put over land of the other count the people there as its own.
    """
    source = sources().get(chain.claimant or "")
    if source and speakers.governs(chain.claimant):
        return source.people
    counts = source is not None and source.undivided and source.civil
    return source.party if source and counts and scene.place in (None, source.party) else None


def _victims(s: Sentence, state: Carried) -> str | None:
    """Whose people an attack hurts that was told of last: those of the other side."""
    last = state.last
    attack = last and (metrics()[last.metric].party == "actor" or last.metric.endswith("_downed"))
    return sides.other_side(s.war, last.party) if last and attack else None


def _launcher(s: Sentence, before: int | None = None) -> str | None:
    """Who fired what was shot down: "they struck with six missiles, five were shot down"."""
    flown = [m.start for m in s.all("metric") if m.meaning in counted.AIRBORNE]
    for m in s.all("frame"):
        direct = m.meaning in ("launch", "use") or any(0 <= k - m.end <= 6 for k in flown)
        earlier = before is None or m.start < before
        if m.meaning in ("launch", "strike", "act", "use") and direct and earlier:
            found = sides.subject_before(s, m.start)
            if found and not _speaks_of_it(s, found[1], m.start):
                return found[0]
    return None


def _possessor_behind(s: Sentence, n: NumberPhrase, thing: Thing) -> str | None:
    """A side right behind a number that counts its people: "180 тысяч у России и 100 у Украины"."""
    end = max(n.last, n.tail, thing.last if thing.rule == "metric.head" else 0)
    m = s.match(end + 1, "party") if s.match(end, "possessor") else None
    closed = m is not None and (m.end >= len(s) or s.words[m.end] in ",.;)"
                                or bool(s.match(m.end, "joiner")))  # fmt: skip
    return str(m.meaning) if m and closed else None


def _amid(s: Sentence, thing: Thing, *, people: bool) -> str | None:
    """The side of people said behind them: "43,000 dead and 370,000 hurt among Kyiv's troops"."""
    for m in s.all("amid") if people else ():
        between = range(thing.last, m.start)
        side = s.match(m.end, "party_adjective") or s.match(m.end, "party")
        if (
            side
            and 0 <= len(between) <= AMID
            and not any(s.words[k] in ",;:." or s.match(k, "frame") for k in between)
        ):
            return str(side.meaning)
    return None


AMID = 7
"""So many tokens may stand between people and the word for among whom they are."""


_LABEL_ENDS = DASHES | {":"}


def _heading_side(s: Sentence) -> str | None:
    """A side that a sentence opens with behind "for": "For Russia, ... put the dead at"."""
    m = s.match(1, "party") if len(s) > 1 and s.match(0, "possessor") else None
    label = None if s.all("frame", "speech") else s.match(0, "party")
    if label and label.end < len(s) and s.words[label.end] in _LABEL_ENDS:
        m = label
    if m is None and len(s) > 2 and s.match(0, "about") and not s.match(2, "metric"):
        m = s.match(1, "party_adjective")  # "Of the Russian ones it said the following"
    return str(m.meaning) if m else None


def _is_of_whole(whole: Claim, n: NumberPhrase, metric: str, s: Sentence) -> bool:
    """Whether a figure is of one told right before: "400 hurt, 60 of them dead"."""
    end = max(n.last, n.tail)
    part = whole.scope is not None and end < len(s) and s.match(end, "anaphor") is not None
    named = s.words[n.lead - 1] == ":" and whole.metric == metric
    value = n.quantity.figures[0] if n.quantity else 0
    return (part or named) and max(whole.quantity.figures) > value


def _tallies(chain: Chain, last: Claim | None) -> bool:
    """Whether a side's staff, which counts the enemy's losses, takes over from who told before."""
    source = sources().get(chain.claimant or "")
    staff = source is not None and "staff" in (source.called or ())
    told = chain.rule not in _CARRIED
    return staff and told and last is not None and last.claimant != chain.claimant


def _same_family(one: str, other: str) -> bool:
    table = metrics()
    alike = (table[one].kind == "event") == (table[other].kind == "event")
    return one == other or (alike and table[one].party == table[other].party)


def _first_of_joined(s: Sentence, frame: Frame) -> int:
    """Where the first of two joined verbs stands: "they destroyed 5 tanks and killed 20"."""
    first = frame.first
    while s.match(first - 1, "joiner") or s.match(first - 1, "range"):
        verbs = [m for m in s.all("frame") if m.end <= first and m.meaning in ACTIVE]
        if not verbs:
            break
        first = verbs[-1].start
    return first


def _party_by_frame(
    who: str, frame: Frame, s: Sentence, n: NumberPhrase, thing: Thing, *, sided: bool
) -> str | None:
    if frame.kind in counted.OWNER_FRAMES and not s.match(frame.first, "frame"):
        back = range(frame.first - 1, max(-1, frame.first - 4), -1)
        verb = next((m for k in back if (m := s.match(k, "frame")) and m.meaning == "lose"), None)
        if verb is None:
            return None
        frame = Frame("lose", verb.start, frame.last)  # "has suffered losses of 1.2 million"
    subject = sides.subject_before(s, _first_of_joined(s, frame))
    if subject and frame.first >= n.last and _speaks_of_it(s, subject[1], n.lead):
        subject = None  # "Kyiv says 188 drones launched on Tuesday were a record"
    pronoun = s.match(_first_of_joined(s, frame) - 1, "it")
    did = frame.kind in counted.VICTIM_FRAMES | {"lose", "take"}
    opens = pronoun is None or _opens_clause(s, pronoun.start)  # no "the attack that killed"
    if sided and did and opens and pronoun and pronoun.meaning == "it" and frame.first < n.lead:
        subject = ("own", pronoun.start)  # "it says that it took 27 settlements"
    behind = max(frame.last, thing.last, n.last)
    agent = None if frames.other_verb(s, frame, behind) else sides.agent_after(s, behind)
    name = subject[0] if subject else None
    if frame.kind == "cost":
        return sides.owner_words(s, frame.last, n.lead)
    if frame.kind in counted.OWNER_FRAMES:
        return name or sides.owner_words(s, frame.last, frame.last + 2)
    if frame.kind == "repel":
        if agent and not s.match(frame.first, "passive"):
            return agent  # "repelled five attacks by Ukrainian troops"
        by = agent if s.match(frame.first, "passive") else name
        return sides.other_side(s.war, by) if by else None
    if frame.kind in counted.VICTIM_FRAMES and who == "owner":
        if agent:
            return sides.other_side(s.war, agent)
        passive = frame.first >= n.last or bool(s.match(frame.first, "passive"))
        if passive or not name:
            return None
        return sides.other_side(s.war, name)
    if frame.kind == "strike" and who == "owner":
        return sides.other_side(s.war, agent or name) if agent or name else None
    if frame.kind in ("launch", "act", "strike", "take", "use") or who == "actor":
        return agent or name
    return None


def _opens_clause(s: Sentence, k: int) -> bool:
    """Whether a clause opens at a token: behind a mark, a verb of saying or "that"."""
    said = s.match(k - 1, "complementizer") or any(m.end == k for m in s.all("speech"))
    return k == 0 or s.words[k - 1] in ",;:" or bool(said) or s.words[k - 1] in QUOTES


def _admits(s: Sentence, n: NumberPhrase, chain: Chain) -> bool:
    """Whether a side admits losses and names no other's: "Moscow acknowledged 6,000 deaths"."""
    side = speakers.party_of(chain.claimant)
    verb = any(m.end <= n.lead for m in s.all("admission"))
    other = s.war.opponent(side)
    named = any(m.meaning == other for m in s.all("party", "party_adjective")) or s.all("enemy")
    return bool(side) and verb and not named


def _the_other_only(s: Sentence, own: str | None) -> str | None:
    """The other side, where a sentence names it and not the speaker's own."""
    said = {m.start: m.end for m in s.all("source") if m.end > m.start + 1}
    spans = {k for start, end in said.items() for k in range(start, end)}
    for m in s.all("metric"):
        spans |= set(range(m.start - 2, m.end + 2)) if sides.is_blow(m) else set()
    named = [m for m in s.all("party", "party_adjective") if m.start not in spans]
    if s.all("own") or any(m.meaning == own for m in named):
        return None
    other = s.war.opponent(own)
    told = any(m.meaning == other and not sides.is_land(s, m.start - 1) for m in named)
    return other if told or s.all("enemy") else None


def _suffered(s: Sentence, frame: Frame, n: NumberPhrase) -> bool:
    """Whether a verb of harm tells what people suffered, not what somebody did to them."""
    passive = s.match(frame.first, "passive") or s.match(frame.first - 1, "be")
    return frame.first >= n.last or bool(passive) or s.match(frame.first, "scope") is None


def _goes_on(state: Carried, s: Sentence, metric: str) -> bool:
    """Whether the paragraph has told of losses of this kind before."""
    last = state.last
    if last is None or s.paragraph - state.last_paragraph > 1:
        return False
    same = _same_family(last.metric, metric) and s.paragraph == state.last_paragraph
    return last.metric == metric or same


def _speaks_of_it(s: Sentence, start: int, end: int) -> bool:
    """Whether a side named before a number only speaks of it."""
    return s.has("speech", start + 1, end)


def _compared(n: NumberPhrase, s: Sentence, thing: Thing) -> bool:
    """Whether a figure only stands to compare another one with, and names no side of its own."""
    beside = any(m.start < n.lead <= m.end <= n.first for m in s.all("comparison"))
    return beside and sides.owner_words(s, n.last, thing.last) is None and not genitive(s, thing)


def _told_again(n: NumberPhrase, metric: str, state: Carried) -> str | None:
    """Whose a long figure is that the text has just told: the same figure is the same side's."""
    value = n.quantity.value if n.quantity else None
    if value is None or value < LONG:
        return None
    told = (c for c in state.claims[: -LATELY - 1 : -1] if c.quantity.value == value)
    return next((c.party for c in told if c.metric == metric), None)


LONG, LATELY = 1000, 8
"""A figure of so much, told among the last so many, is no other by chance."""
