"""The code of what a figure counts: drones are lost, launched or shot down, the dead are whose."""

from lossledger.extract import counted, sides, speakers
from lossledger.extract.counted import Frame, Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Scene
from lossledger.extract.soldiers import civil as speaks_of_civilians
from lossledger.extract.speakers import Chain
from lossledger.extract.tokens import NUMBER, WORD, Sentence, once
from lossledger.model import Claim
from lossledger.vocabulary import metrics, sources
from lossledger.vocabulary.lexicon import Match

GROUND = frozenset({"personnel", "tanks", "afv", "artillery", "mlrs", "vehicles", "mortars"})
"""What no air defence destroys: aircraft counted beside them are losses of a list."""
ELLIPSES = frozenset({"metric.ellipsis", "metric.verb"})
"""Rules of people whose noun is left out."""
NEAR = 12
"""So many figures back a text may have told of soldiers."""
ATTACKS = frozenset({"strike", "attack", "missile_strikes", "air_strikes", "shellings"})
"""What hurts civilians where a town or a building is named with it."""


def metric_of(
    thing: Thing, frame: Frame | None, scene: Scene, state: Carried, here: list[Claim], chain: Chain
) -> str | None:
    if thing.rule == "metric.tally":
        return thing.code
    s = scene.s
    kind = frame.kind if frame else None
    if thing.code == "vehicles" and (_is_civil(s) or _of_a_town(s, chain, state)):
        return None
    if thing.code == "attack" and _by_rockets(thing, scene):
        return "mlrs_attacks"
    if thing.code == "attack" and speakers.is_local(chain.claimant) and s.all("shelling_verb"):
        return "shellings"
    counted_here = bool(here) and here[-1].metric == thing.code
    if thing.code == "settlements_shelled" and frame is None and _blows(s) and not counted_here:
        return thing.code
    if thing.code == "strike" and _at_towns(s, thing):
        return "shellings"
    shelled = thing.code in ("times", "shellings") and bool(s.all("shelling_verb"))
    if shelled or _again_shelled(thing, state):
        return "mlrs_attacks" if _by_rockets(thing, scene) else "shellings"
    flown = thing.code not in ("aircraft", "helicopters")
    air = counted.has_air_defence(s) if flown else _defended(s)
    air = air or (flown and _speaks_for_the_air(chain))
    air = air or (flown and _downed_and_destroyed(s, frame)) or _only_flown(thing, scene, state)
    air = air and not any(c.metric in GROUND for c in here) and not of_ground_arms(s)
    counts = thing.rule == "metric.head" and thing.code in counted.LAUNCHED
    if air and counts and _whole_first(thing, scene):
        return counted.LAUNCHED[thing.code]
    came = thing.rule == "metric.ellipsis" and state.last is not None
    came = came and state.last is not None and state.last.metric in counted.LAUNCHED.values()
    if came and kind in ("destroy", "repel") and thing.code in counted.DOWNED:
        return counted.DOWNED[thing.code]  # "35 drones came, 14 of them were destroyed"
    if kind == "repel" and thing.code in counted.LAUNCHED and _attack_of(thing, scene):
        return counted.LAUNCHED[thing.code]
    own_land = scene.place is not None and scene.place == speakers.party_of(chain.claimant)
    if own_land and _over_a_place(s) and kind == "destroy" and thing.code in counted.LAUNCHED:
        return counted.DOWNED[thing.code]  # drones destroyed over one's own land were shot down
    parts = thing.code in counted.UNNAMED and thing.rule in ("metric.label", "metric.verb")
    parts = parts and bool(here) and all(c.metric == "personnel" for c in here)
    at = max(thing.first, frame.first if frame else 0)
    if parts and ":" in s.text[here[0].span.end : s.starts[at]]:
        return "personnel"  # "the contingent lost 3,000 men: 300 killed, 2,700 hurt"
    again = not here and state.last is not None and state.last_paragraph == s.paragraph
    again = again and state.last is not None and state.last.metric.endswith("_downed")
    if again and kind == "destroy" and thing.code in counted.LAUNCHED and flown:
        return counted.DOWNED[thing.code]  # "Air defences shot down 3. Also 29 were destroyed"
    same = state.last_thing is not None and thing.code == state.last_thing.code
    plain = kind not in ("down", "launch", "destroy", "repel")
    if thing.rule == "metric.ellipsis" and state.last and same and plain:
        return state.last.metric
    item = state.last if s.item and frame is None else None
    whole = here[-1] if here else item
    listed = whole is not None and whole.metric == "targets_downed" and kind != "launch"
    if listed and thing.code in counted.DOWNED:
        return counted.DOWNED[thing.code]
    headed = s.item and state.intro_open and state.intro_claim
    near = here or ([state.intro_claim] if headed and state.intro_claim else [])
    if thing.code in counted.AIRBORNE and kind not in ("down", "launch", "lose") and near:
        wholes = {t for r in state.relations[-4:] if r.kind == "part_of" for t in r.targets}
        family = [c for c in near if c.metric.endswith(("_downed", "_launched"))]
        family = [c for c in family if c.id not in wholes] or family
        if family and frame and (state.last_frame == frame or not here):
            ending = "_downed" if family[-1].metric.endswith("_downed") else "_launched"
            table = counted.DOWNED if ending == "_downed" else counted.LAUNCHED
            if thing.code in table:
                return table[thing.code]
    if frame is None and thing.code in counted.AIRBORNE and state.last and not s.item:
        before = state.last.metric if s.paragraph == state.last_paragraph else ""
        if before.endswith("_downed") and not _of_one_side(state.last.claimant, chain.claimant):
            before = ""
        if before.endswith(("_downed", "_launched")):
            table = counted.DOWNED if before.endswith("_downed") else counted.LAUNCHED
            if thing.code in table:
                return table[thing.code]
    if thing.code == "times" and kind in ("strike", "launch") and _by_drones(s):
        return "drone_attacks"
    hit = thing.code == "times" and kind in ("strike", "launch") and not s.all("own")
    if hit and any(m.meaning == "settlements_shelled" for m in s.all("metric")):
        return "shellings"  # "the enemy struck 11 settlements 351 times"
    if thing.code == "times" and frame is None and state.last:
        return "assaults" if state.last.metric == "assaults" else None
    if kind == "return" and thing.code in counted.AIRBORNE:
        return None
    if frame is None and thing.code in counted.LAUNCHED and _attack_before(s, thing):
        return counted.LAUNCHED[thing.code]
    told = here[-1] if here else state.last if s.item else None
    acts = told is not None and metrics()[told.metric].party in ("both", "actor")
    if frame is None and acts and thing.code in counted.LAUNCHED:
        return counted.LAUNCHED[thing.code]
    if thing.code in counted.LAUNCHED and _flown_in(thing, frame, scene, here):
        return counted.LAUNCHED[thing.code]
    if frame is None and thing.code in counted.AIRBORNE:
        defended = [m for m in s.all("air_defence") if not s.match(m.start, "period")]
        defended = [m for m in defended if not s.match(m.start, "source")]
        if any(m.end <= thing.first for m in defended):
            return counted.DOWNED[thing.code]
        if _speaks_for_the_air(chain) and thing.code in counted.LAUNCHED:
            return counted.LAUNCHED[thing.code]
    military = _is_military(thing, frame, scene, state, chain) or _of_the_enemy(thing, scene, chain)
    local = speakers.is_local(chain.claimant) or speakers.governs(chain.claimant)
    if local and not s.all("military", "noun_of_loss"):
        military = False
    soldiers = [
        m
        for m in s.all("metric")
        if m.meaning == "personnel" and not s.has("part", thing.last, m.start)
    ]  # of seven hurt two may be soldiers
    if thing.code == "people" and local and not soldiers:
        military = military and (frame is None or frame.kind not in ("kill", "wound"))
    hurt_here = kind in ("kill", "wound") and scene.place is not None and thing.rule in ELLIPSES
    if thing.code == "personnel" and hurt_here and speakers.is_local(chain.claimant):
        return "personnel" if s.all("military", "party", "party_adjective") else "civilians"
    if thing.code == "afv" and _with_tanks(thing, s):
        return "armoured_vehicles"
    return counted.resolve_metric(thing.code, frame, air_defence=air, military=military)


def _defended(s: Sentence) -> bool:
    """Whether air defence is told of, other than as who speaks: "the air force said"."""
    told = {k for m in s.all("source") for k in range(m.start, m.end)}
    return counted.has_air_defence(s) and any(m.start not in told for m in s.all("air_defence"))


def _at_towns(s: Sentence, thing: Thing) -> bool:
    """Whether strikes are those of all arms at so many towns: "842 удара по 18 сёлам"."""
    k = thing.last
    if not s.match(k, "preposition") or k + 2 >= len(s) or s.kinds[k + 1] != NUMBER:
        return False
    towns = s.match(k + 2, "metric")
    return towns is not None and towns.meaning == "settlements_shelled"


def _of_one_side(one: str | None, other: str | None) -> bool:
    """Whether two who speak are one, or of one side: a governor and his ministry."""
    side = speakers.party_of(one)
    return one == other or (side is not None and side == speakers.party_of(other))


def _flown_in(thing: Thing, frame: Frame | None, scene: Scene, here: list[Claim]) -> bool:
    """Whether drones or missiles are those of an attack: "a strike by 450 drones"."""
    if frame and frame.kind in ("down", "destroy", "repel", "lose"):
        return False
    s = scene.s
    n = next((o for o in reversed(scene.numbers) if o.last <= thing.first), None)
    if n is None:
        return False
    before = n.lead - 1
    joined = here and here[-1].metric in counted.LAUNCHED.values() and s.match(before, "joiner")
    if joined and here[-1].span.end >= s.starts[max(0, before - 3)]:
        return True
    ends = (before, before + 1) if s.kinds[before] == "word" else (before + 1,)
    return before >= 0 and any(
        m.meaning in ("attack", "strike") and m.end in ends for m in s.all("metric")
    )


def _with_tanks(thing: Thing, s: Sentence) -> bool:
    """Whether tanks are a part of armoured vehicles: "29 vehicles, including two tanks"."""
    parts = [m for k in range(thing.last, min(thing.last + 3, len(s))) if (m := s.match(k, "part"))]
    near = range(parts[0].end, min(parts[0].end + 4, len(s))) if parts else range(0)
    return any((m := s.match(k, "metric")) is not None and m.meaning == "tanks" for k in near)


def _downed_and_destroyed(s: Sentence, frame: Frame | None) -> bool:
    """Whether a verb of destroying goes on one of shooting down: "intercepted and destroyed"."""
    if frame is None or frame.kind != "destroy":
        return False
    near = range(max(0, frame.first - 3), min(len(s), frame.last + 3))
    return any((m := s.match(k, "frame")) is not None and m.meaning == "down" for k in near)


def _only_flown(thing: Thing, scene: Scene, state: Carried) -> bool:
    """Whether drones are all that a report tells of, so that they were destroyed in the air."""
    s = scene.s
    if thing.code != "uav" or any(m.meaning in _NOT_FLOWN for m in s.all("metric")):
        return False
    lists = s.item and state.last is not None and state.last.metric in GROUND
    losses = s.all("noun_of_loss") or lists
    told = [c for c in state.claims[-4:] if c.metric in GROUND or c.metric == "uav"]
    return not losses and not told


_NOT_FLOWN = GROUND | {"personnel", "aircraft"}
_ON_THE_GROUND = GROUND | {"armoured_vehicles"}


@once
def of_ground_arms(s: Sentence) -> bool:
    """Whether a sentence names two arms or more that stand on the ground."""
    return sum(m.meaning in _ON_THE_GROUND for m in s.all("metric")) >= 2


def _by_drones(s: Sentence) -> bool:
    """Whether drones are told of without a count: "attacked with drones 200 times"."""
    return any(m.meaning == "uav" and s.kinds[m.start - 1] != NUMBER for m in s.all("metric"))


def _whole_first(thing: Thing, scene: Scene) -> bool:
    """Whether a clause opens with the whole of what was shot down: "of 188 drones, 76 were"."""
    s = scene.s
    n = next((o for o in reversed(scene.numbers) if o.last <= thing.first), None)
    if n is None or not any(o.lead >= thing.last for o in scene.numbers):
        return False
    k = next(
        (k for k in range(n.first - 1, max(-1, n.first - 3), -1) if s.match(k, "out_of")), None
    )
    return k is not None and (k == 0 or s.kinds[k - 1] == "mark")


def is_stock(n: NumberPhrase, thing: Thing, frame: Frame | None, scene: Scene) -> bool:
    """Whether a number is only what a part is taken of: "of 3,500 tanks it had, 2,200 are lost".

    So is what a share is told of: "90% of the 360,000 men".
    """
    s = scene.s
    if thing.rule != "metric.head" or thing.code in counted.AIRBORNE or thing.scope:
        return False
    near = [m for k in range(max(0, n.first - 4), n.first) if (m := s.match(k, "out_of"))]
    ends = [m.start for m in near if m.end == n.lead or (
        m.end == n.lead - 1 and s.match(m.end, "definite"))]  # fmt: skip
    link = ends[-1] if ends else None
    if link is None or (frame and frame.kind in counted.VICTIM_FRAMES | {"lose"}
                        and frame.first >= n.last):  # fmt: skip
        return False
    if any(m.end == link for m in s.all("unit") if m.meaning == "percent"):
        return True
    share = any(m.end in (link, link + 1) for m in s.all("fraction"))
    opens = link == 0 or s.words[link - 1] in ";.:" or (s.words[link - 1] == "," and link > 0)
    return share or (opens and any(o.lead >= thing.last for o in scene.numbers))


def _of_the_enemy(thing: Thing, scene: Scene, chain: Chain) -> bool:
    """Whether a side counts the other side's killed, away from any place or civilian word."""
    s, side = scene.s, speakers.party_of(chain.claimant)
    if side is None or not thing.scope or scene.place:
        return False
    if sides.attacked(s) == side:
        return False  # "seven killed in Russian strikes, Ukraine says"
    named = s.all("party", "party_adjective")
    civil = any(m.meaning == "civilian" for m in s.all("military"))
    source = sources().get(chain.claimant or "")
    counts = source is not None and "losses" in (source.matters or ()) and len(thing.scope) > 1
    return not civil and (counts or any(m.meaning == s.war.opponent(side) for m in named))


@once
def _is_civil(s: Sentence) -> bool:
    """Whether a sentence speaks of homes and the like, and of no army: "two houses, a car"."""
    kinds = {str(m.meaning) for m in s.all("military")}
    sides = s.all("party", "party_adjective", "enemy", "own", "noun_of_loss")
    return bool(s.all("other")) and "civilian" in kinds and "military" not in kinds and not sides


def _of_a_town(s: Sentence, chain: Chain, state: Carried) -> bool:
    """Whether cars are what a town lost beside houses, or what its mayor tells of."""
    kinds = {str(m.meaning) for m in s.all("military")}
    army = kinds & {"military"} or s.all("enemy", "own", "noun_of_loss")
    hurt = state.last is not None and state.last.metric == "civilians"
    homes = bool(s.all("other")) and ("civilian" in kinds or hurt)
    homes = homes or (hurt and bool(s.all("place")))
    return not army and (homes or speakers.is_local(chain.claimant))


@once
def _blows(s: Sentence) -> bool:
    """Whether a sentence names shellings or strikes, of which towns are the target."""
    return any(m.meaning in ATTACKS for m in s.all("metric"))


@once
def _over_a_place(s: Sentence) -> bool:
    """Whether a place is named other than as the seat of who speaks: "the staff in the city"."""
    sources = s.all("source")
    return any(
        not any(x.start - 1 <= m.start <= x.end + 1 for x in sources) for m in s.all("place")
    )


def _attack_of(thing: Thing, scene: Scene) -> bool:
    """Whether what was repelled is an attack of so many: "beat off an attack of 140 drones"."""
    s = scene.s
    n = next((o for o in reversed(scene.numbers) if o.last <= thing.first), None)
    if n is None:
        return False
    return any(m.meaning in ("attack", "strike") and 0 <= n.lead - m.end <= 1
               for m in s.all("metric"))  # fmt: skip


def _attack_before(s: Sentence, thing: Thing) -> bool:
    """Whether an attack is announced before a colon: "Largest attack: 355 drones"."""
    attacks = ("attack", "strike", "missile_strikes", "air_strikes", "drone_attacks")
    said = [m.end for m in s.all("metric") if m.meaning in attacks and m.end < thing.first]
    return any(":" in s.words[end : thing.first] for end in said)


def _again_shelled(thing: Thing, state: Carried) -> bool:
    last = state.last
    return thing.rule == "metric.ellipsis" and last is not None and last.metric == "shellings"


def _by_rockets(thing: Thing, scene: Scene) -> bool:
    """Whether rocket launchers are named behind a shelling: "96 of them from MLRS"."""
    later = min((n.lead for n in scene.numbers if n.lead >= thing.last), default=len(scene.s))
    return any(m.meaning == "mlrs" and thing.last <= m.start < later for m in scene.s.all("metric"))


def _speaks_for_the_air(chain: Chain) -> bool:
    source = sources().get(chain.claimant or "")
    return source is not None and source.office == "air_force"


def _is_military(
    thing: Thing, frame: Frame | None, scene: Scene, state: Carried, chain: Chain
) -> bool:
    """Whether unnamed people are an army's: by the words around, else by who loses."""
    s = scene.s
    source = sources().get(chain.claimant or "")
    if source and source.civil and not _armed(s) and thing.code in counted.PEOPLE:
        return False
    kinds, codes = _people_of(s)
    civil = "civilians" in codes and "personnel" not in codes
    if speakers.lists_the_dead(chain.claimant) and not speaks_of_civilians(s):
        return thing.code in counted.PEOPLE
    sides = s.all("party", "party_adjective", "enemy", "own")
    homes = "civilian" in kinds and "military" not in kinds and not sides
    homes = homes and thing.code == "casualties"
    toll = frame is not None and s.match(frame.first, "noun_of_loss") is not None
    toll = toll and bool(thing.scope) and scene.place is not None and not sides
    toll = toll and all(c.metric != "personnel" for c in state.claims[-NEAR:])
    if frame and frame.kind == "lose" and not (civil or homes or toll):
        return True
    struck = any(m.meaning in ATTACKS for m in s.all("metric"))
    hurt = bool(thing.scope) or (frame is not None and frame.kind in ("kill", "wound"))
    hurt = hurt and not (state.last is not None and state.last.metric == "personnel")
    if struck and (scene.place or "civilian" in kinds or hurt) and "military" not in kinds:
        return bool({"personnel", "tanks"} & codes)
    losses = s.all("noun_of_loss") and s.all("party", "party_adjective", "enemy")
    if losses and "civilian" not in kinds and thing.code in ("people", "casualties"):
        return True
    tallies = source is not None and "losses" in (source.matters or ()) and not scene.place
    if tallies and thing.rule == "metric.loss" and not civil:
        return True  # "the General Staff counted 16,760": those whom its tally counts
    if civil:
        return False
    rate = any(m.meaning == "rate" for m in s.all("period"))
    if rate and thing.code == "casualties" and not (scene.place or "civilian" in kinds):
        return True  # "up to a hundred killed a day" are an army's
    if "personnel" in codes or "tanks" in codes:
        return True
    if "civilian" in kinds and "military" not in kinds:
        return False
    if thing.code == "casualties" and _owned(s, thing):
        return True
    if toll:
        return "military" in kinds  # "the number of dead in the town rose to 35"
    if frame and frame.kind in ("lose", "destroy", "capture"):
        return True
    if "military" in kinds:
        return True
    if scene.place and frame and frame.kind in ("kill", "wound", "strike"):
        return False
    if state.last and state.last.metric in ("personnel", "civilians"):
        return state.last.metric == "personnel"
    if thing.code == "people" and among_losses(s, state):
        return True
    if thing.code == "casualties" and _goes_on_about_soldiers(s, scene, state, kinds):
        return True
    listed = state.last is not None and metrics()[state.last.metric].kind == "equipment"
    beside = state.last is not None and s.paragraph == state.last_paragraph
    beside = beside and "civilian" not in kinds and bool(thing.scope)
    if thing.code == "casualties" and listed and not scene.place and (
        beside or s.all("noun_of_loss")
    ):  # fmt: skip
        return True
    lost = bool(s.all("noun_of_loss") and sides) or bool(s.all("both"))
    return thing.code in ("casualties", "people") and lost


@once
def _people_of(s: Sentence) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of people and the things that a sentence names, who attacks or tells aside."""
    acting = _attackers(s)
    kinds = frozenset(str(m.meaning) for m in s.all("military") if m.start not in acting)
    codes = frozenset(
        str(m.meaning) for m in s.all("metric") if m.start not in acting and not _told_to(s, m)
    )
    return kinds, codes


@once
def _armed(s: Sentence) -> bool:
    """Whether a sentence speaks of people at war other than by the name of a side or a source."""
    named = [(m.start, m.end) for m in s.all("party", "source")]
    armed = (m for m in s.all("military") if m.meaning == "military")
    return any(not any(a <= m.start < b for a, b in named) for m in armed)


def _goes_on_about_soldiers(
    s: Sentence, scene: Scene, state: Carried, kinds: frozenset[str]
) -> bool:
    """Whether the dead of a text that has told of an army's alone are soldiers too."""
    told = {c.metric for c in state.claims[-NEAR:]}
    return (
        "personnel" in told
        and "civilians" not in told | kinds
        and (scene.place is None and "civilian" not in kinds and not s.all("other"))
    )


def _told_to(s: Sentence, m: Match) -> bool:
    """Whether people only tell or are told: "he said to journalists", "medics reported"."""
    verb = s.match(m.start - 1, "speech") or s.match(m.end, "speech")
    return verb is not None or bool(s.match(m.end, "perfect") and s.match(m.end + 1, "speech"))


@once
def _attackers(s: Sentence) -> frozenset[int]:
    """Where soldiers are the subject of an attack: "the troops shelled a town, two were killed"."""
    armed = ("strike", "launch")
    attacks: dict[str, tuple[str, ...]] = {}
    attacks["personnel"] = (*armed, "use", "act", "kill", "wound")
    attacks |= {"military": armed} if s.all("place") else {}
    blows = {m.end for m in s.all("metric", "single") if m.meaning in ATTACKS}
    blows = blows if s.all("place") else set()
    return frozenset(m.start for m in s.all("military") if m.start in blows) | frozenset(
        m.start
        for m in s.all("metric", "military")
        if str(m.meaning) in attacks
        and (at := _past_time(s, m.end)) is not None
        and (verb := s.match(at, "frame")) is not None
        and verb.meaning in attacks[str(m.meaning)]
        and not s.match(at, "passive")
    )


def _past_time(s: Sentence, k: int) -> int | None:
    """The token behind a side and a time that stand between a subject and its verb."""
    for kind in ("party", "period", "weekday"):
        m = s.match(k, kind)
        k = m.end if m else k
    if k + 1 < len(s) and s.kinds[k] == WORD and not s.tags[k] and s.words[k].islower():
        k += 1  # an adverb: "the Russians twice struck a town"
    return k if k < len(s) else None


def _owned(s: Sentence, thing: Thing) -> bool:
    """Whether a side stands right beside the lost: "Ukrainian dead", "Russia's own wounded"."""
    before = 3 if thing.rule == "metric.label" else 1
    return sides.owner_words(s, max(0, thing.first - before), thing.last) is not None


def among_losses(s: Sentence, state: Carried) -> bool:
    """Whether a paragraph or list tells of the losses of an army: its people are soldiers."""
    topic = state.topic is not None and state.topic_paragraph == s.paragraph
    equipment = state.last is not None and metrics()[state.last.metric].kind == "equipment"
    return topic or (equipment and state.last_paragraph == s.paragraph)


def reports_losses(s: Sentence, state: Carried) -> bool:
    """Whether a sentence speaks of the report, or the total, of a source that counts losses."""
    named = {str(m.meaning) for m in s.all("source")} or {state.chain.claimant or ""}
    known = [sources()[name] for name in named if name in sources()]
    counts = any("losses" in (source.matters or ()) for source in known)
    return counts and bool(s.all("account", "tally", "speech"))
