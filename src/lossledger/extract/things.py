"""What a figure counts in its sentence: the noun beside it or one said before, and its code."""

from dataclasses import replace

from lossledger.extract import counted, frames, sides
from lossledger.extract.answers import answered
from lossledger.extract.arms_told import of_arms_told, same_machines
from lossledger.extract.bare import (
    difference,
    ends_alone,
    figure_alone,
    in_a_row,
    in_commas,
    is_the_same,
    large,
    named_before,
    of_the,
    of_those_there,
    set_beside,
    sums_up,
    topic,
)
from lossledger.extract.codes import ATTACKS
from lossledger.extract.counted import Thing
from lossledger.extract.in_turn import past_a_dash, second_of_a_pair
from lossledger.extract.nounless import (
    behind_dash,
    fate_of_them,
    flown,
    flown_before,
    grown_by,
    harmed_alone,
    harmed_too,
    hurt_alone,
    losses_of,
    noun_follows,
    of_a_group,
    of_the_hurt,
    one_harmed,
    ones,
    part_of_stock,
    people_of_verb,
    pieces,
)
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Scene, figures
from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, WORD, Sentence
from lossledger.extract.told_before import (
    RECENT,
    first_of_a_list,
    respective,
    scope_of_toll,
    toll,
    total_told,
)
from lossledger.model import Claim
from lossledger.vocabulary import metrics
from lossledger.vocabulary.lexicon import Match

ACTS = frozenset({"kill", "wound", "capture", "down", "destroy"})


def thing_of(n: NumberPhrase, scene: Scene, state: Carried, here: list[Claim]) -> Thing | None:
    s = scene.s
    apart = difference(n, s, state)
    if apart:
        return apart
    after = counted.thing_after(s, n) or _thing_of_whole(s, n, scene.numbers) or _risen(s, n, state)
    after = after or _thing_of_next(s, n, scene.numbers) or past_a_dash(s, n)
    if after and n.weak and s.match(n.last, "out_of") and not _of_a_number(s, n):
        return None  # "one of the bloodiest strikes"
    caught = _one_caught(s, n) if n.weak and not after else None
    if caught:
        return caught
    if after:
        if after.code == "equipment":
            after = pieces(n, s, state) or after
        after = same_machines(after, s, state, here)
        return _scope_only(_attack_shared(after, n, scene), n, scene, state, here)
    if s.match(n.first, "collective") and n.last == n.first + 1:
        return Thing("people", n.first, n.last, None, "metric.collective")
    in_turn = respective(n, scene, state)
    if in_turn:
        return replace(in_turn, first=n.first, last=max(n.last, n.tail), rule="metric.ellipsis")
    told = behind_dash(n, s, here) or second_of_a_pair(s, n, scene.told, here)
    if told:
        return told
    dated = _of_a_dated_line(n, scene, state) or pieces(n, s, state)
    if dated:
        return dated
    each = _one_of_several(n, scene, state)
    if each:
        return each
    if _in_a_row_of_places(n, scene, here):
        return _ellipsis(n, scene, state, here)
    one = one_harmed(n, s)
    if one:
        return one
    if n.weak and s.match(n.last, "preposition") and not s.item:
        return None
    if n.weak:
        shared = s.item and s.match(n.lead - 1, "each")
        listed = shared or (here and _dash_follows(s, n)) or _one_of_them(s, n, here)
        return _ellipsis(n, scene, state, here) if listed else None
    if s.has("other", n.last, _end_of_phrase(s, n.last)) or _did_otherwise(s, n):
        return None
    before = None if _of_the_same(n, scene, state) else counted.thing_before(s, n, scene.whens)
    if before and before.last == n.lead and s.match(before.first, "naming"):
        before = None  # "the ministry names 524,060": what stands between is a verb
    label = before and before.code != "prisoner_exchanges" and not noun_follows(s, n)
    if s.match(n.last, "more_less") and s.has("scope", n.last, n.last + 4):
        label = False  # "four have died, and 44 more are wounded"
    if here and s.match(max(n.last, n.tail), "anaphor"):
        label = False  # "30,000 were killed or wounded, and 9,000 of them are dead"
    answer = None if noun_follows(s, n) else answered(n, s, state)
    if answer:
        return answer
    if before and label and (counted.links_label(s, before, n) or of_the(s, before.first, n)):
        return of_arms_told(before, n, s, state)
    part = (
        of_a_group(n, s, state)
        or grown_by(n, scene, state)
        or flown_before(n, s)
        or harmed_too(n, s, here)
        or of_the_hurt(n, s)
        or harmed_alone(n, s, state)
        or hurt_alone(n, s, state)
        or part_of_stock(n, s, state)
        or flown(n, s, state)
        or ones(n, s)
    )
    found = part or _ellipsis(n, scene, state, here) or people_of_verb(n, scene.s)
    found = found or fate_of_them(n, s)
    return found or losses_of(n, scene.s) or figure_alone(n, scene.s, state)


def _did_otherwise(s: Sentence, n: NumberPhrase) -> bool:
    """Whether a bare number's verb is none of loss: "150,000 died and 12 million have fled"."""
    end = max(n.last, n.tail)
    verb = s.match(end, "frame") or (s.match(end + 1, "frame") if s.match(end, "perfect") else None)
    hurt = s.match(end, "be") is not None and s.match(end + 1, "scope") is not None
    return verb is not None and verb.meaning == "other" and not hurt  # "40 are in hospital"


def _one_caught(s: Sentence, n: NumberPhrase) -> Thing | None:
    """One of many soldiers, where what befell him follows: "one of the soldiers gave up"."""
    link = s.match(n.last, "out_of")
    k = link.end if link else len(s)
    owner = ("party_adjective", "definite", "enemy")
    while k < len(s) and not s.match(k, "metric") and any(s.match(k, x) for x in owner):
        k += 1
    people = s.match(k, "metric") if link else None
    if people is None or people.meaning != "personnel":
        return None
    verb = s.match(people.end, "scope") or s.match(people.end, "frame")
    caught = verb is not None and verb.meaning in CAUGHT
    return Thing("personnel", people.start, people.end) if caught else None


CAUGHT = frozenset({"captured", "capture"})


def _month_follows(s: Sentence, end: int) -> bool:
    """Whether a month or year stands behind a number: "38,940 in May"."""
    k = end + 1 if s.match(end, "preposition") else end
    return bool(s.match(k, "month")) or bool(s.match(end, "year_before") and s.match(k, "month"))


HEADINGS = 6
"""So many sentences back a list's heading may stand."""


def _of_a_dated_line(n: NumberPhrase, scene: Scene, state: Carried) -> Thing | None:
    """The thing of a line that only dates its figure, "March: 24,380", under losses of a side."""
    s = scene.s
    whole = ends_alone(s, n) and n.lead > 0 and s.words[n.lead - 1] == ":"
    if not whole or not any(w.first == 0 and w.last == n.lead - 1 for w in scene.whens):
        return None
    if state.last_thing and s.paragraph - state.last_paragraph <= 2:
        return replace(state.last_thing, first=n.first, last=n.last, rule="metric.ellipsis")
    for heard in state.heard[-2 : -HEADINGS - 2 : -1]:
        if heard.s.all("noun_of_loss") and heard.s.all("party_adjective", "party"):
            return Thing("personnel", n.first, n.last, None, "metric.heading")
    return None


def _one_of_several(n: NumberPhrase, scene: Scene, state: Carried) -> Thing | None:
    """The thing of "the totals for those are 3, 2 and 1", named in this order one sentence back."""
    s, told = scene.s, figures(scene)
    if len(told) < 2 or len(state.heard) < 2 or not named_before(s, told[0]):
        return None
    things: list[Match] = []
    for m in state.heard[-2].s.all("metric"):
        if m.meaning in metrics() and (not things or m.start >= things[-1].end):
            things.append(m)
    if len(things) != len(told) or n not in told:
        return None
    code = str(things[told.index(n)].meaning)
    return Thing(code, n.first, n.last, None, "metric.ellipsis")


def _of_a_number(s: Sentence, n: NumberPhrase) -> bool:
    """Whether a number follows "of": "one of four missiles"."""
    link = s.match(n.last, "out_of")
    return link is not None and (
        s.kinds[min(link.end, len(s) - 1)] == NUMBER or bool(s.match(link.end, "value"))
    )


def _attack_shared(thing: Thing, n: NumberPhrase, scene: Scene) -> Thing:
    """What the 3 of "3 missile and 69 air strikes" counts: strikes, for its noun is no plural."""
    s = scene.s
    code = counted.ATTACKS_WITH.get(thing.code)
    after = next((o for o in scene.numbers if o.lead >= thing.last), None)
    if code is None or after is None or not s.match(thing.last, "joiner"):
        return thing
    shared = counted.thing_after(s, after)
    single = any(m.end == thing.last for m in s.all("articled"))
    if single and after.lead == thing.last + 1 and shared and shared.code in ATTACKS:
        return replace(thing, code=code)
    return thing


def _end_of_phrase(s: Sentence, start: int) -> int:
    """The end of the few words behind a number that may hold its noun."""
    whole = s.match(start, "out_of") is not None
    owner = ("out_of", "definite", "party_adjective", "whose") if whole else ("out_of", "definite")
    while any(s.match(start, kind) for kind in owner):
        start += 1  # "15 of the country's regions", "15 of Utopia's 24 regions"
    if whole and start < len(s) and s.kinds[start] == NUMBER:
        start += 1  # "18 of 24 regions"
    for k in range(start, min(start + 3, len(s))):
        ends = ("adposition", "preposition", "stop", "frame")
        if s.kinds[k] != WORD or any(s.match(k, kind) for kind in ends):
            return k
    return min(start + 3, len(s))


def _of_the_same(n: NumberPhrase, scene: Scene, state: Carried) -> bool:
    """A number alone behind "shot down" counts what was launched before: "and 75 were downed"."""
    s, end = scene.s, max(n.last, n.tail)
    verb = frames.ending_at(s, n.lead)
    alone = end >= len(s) or s.words[end] in ",.;"
    flown = state.last is not None and state.last.metric.endswith(("_launched", "_downed"))
    return verb is not None and verb.meaning == "down" and alone and flown


def _thing_of_whole(s: Sentence, n: NumberPhrase, numbers: list[NumberPhrase]) -> Thing | None:
    """The thing of "35 of 42 drones" for its first number."""
    link = s.match(n.last, "out_of")
    if link is None:
        return None
    whole = next((o for o in numbers if o.first >= link.end), None)
    if whole is None or not _only_owner(s, link.end, whole.lead):
        return None
    return counted.thing_after(s, whole)


def _only_owner(s: Sentence, start: int, end: int) -> bool:
    """Whether a side alone, if anything, stands between two tokens: "22 of Russia's 27 drones"."""
    kinds = ("party", "party_adjective", "definite", "whose", "enemy", "out_of")
    return end - start <= 2 and all(any(s.match(k, i) for i in kinds) for k in range(start, end))


def _thing_of_next(s: Sentence, n: NumberPhrase, numbers: list[NumberPhrase]) -> Thing | None:
    """The thing of "300 destroyed and 900 wounded soldiers" for its first number."""
    side = s.match(n.last, "party_adjective")
    end = side.end if side else n.last  # "some 1,200 Russian and 600 Ukrainian soldiers"
    if not s.match(end, "joiner"):
        return None
    after = next((o for o in numbers if o.lead >= end), None)
    if (
        after is None
        or after.lead - end > 3
        or (side and not s.match(after.last, "party_adjective"))
    ):
        return None
    verbs = all(s.match(k, "frame") for k in range(end + 1, after.lead))
    thing = counted.thing_after(s, after) if verbs else None
    return replace(thing, first=n.first, last=end, scope=None) if thing else None


def _risen(s: Sentence, n: NumberPhrase, state: Carried) -> Thing | None:
    """The toll that a verb of change gives: "the number of dead in the strike rose to 35"."""
    told = _raised(s, n, state)
    if told:
        return told
    noun = next((m for m in reversed(s.all("noun_of_loss")) if m.end <= n.lead), None)
    risen = range(max(0, n.lead - 3), n.lead)
    raised = range(max(0, noun.start - 4), noun.start) if noun and _to(s, n) else range(0)
    if not any(s.match(k, "change") for k in (*risen, *raised)):
        return None
    scopes = [m for m in s.all("scope") if noun and noun.start <= m.start < noun.end]
    if noun is None or not scopes or any(s.words[k] in ",;:" for k in range(noun.end, n.lead)):
        return None
    return Thing("casualties", noun.start, noun.end, (str(scopes[0].meaning),), "metric.label")


def _raised(s: Sentence, n: NumberPhrase, state: Carried) -> Thing | None:
    """The people counted before, whose number is raised: "the police raised that to seven"."""
    last = state.last
    near = last is not None and s.paragraph - state.last_paragraph <= 1
    that = s.match(n.lead - 2, "it") is not None and s.match(n.lead - 3, "change") is not None
    if last is None or not (near and that and _to(s, n)) or metrics()[last.metric].kind != "person":
        return None
    return Thing(last.metric, n.first, max(n.last, n.tail), last.scope, "metric.ellipsis")


def _to(s: Sentence, n: NumberPhrase) -> bool:
    """Whether a word of direction stands before a number: "raised ... to 89"."""
    link = s.match(n.lead - 1, "range")
    return link is not None and link.meaning == "to"


def _one_of_them(s: Sentence, n: NumberPhrase, here: list[Claim]) -> bool:
    """Whether one of people just counted is told of: "killing five, one of them a child"."""
    of_them = s.match(n.last, "anaphor") or s.match(n.last, "part")
    people = bool(here) and metrics()[here[-1].metric].kind == "person"
    return of_them is not None and people and n.last - n.first == 1


def _in_a_row_of_places(n: NumberPhrase, scene: Scene, here: list[Claim]) -> bool:
    """Whether "one" goes on a row: "27 over Voronezh, two over Tambov and one over Tula"."""
    s = scene.s
    before = next((o for o in reversed(scene.numbers) if o.last <= n.lead), None)
    joined = n.lead > 0 and (s.words[n.lead - 1] == "," or s.match(n.lead - 1, "joiner"))
    if not (n.weak and here and joined and before) or n.last >= len(s):
        return False
    alike = range(before.last, n.lead)
    return any(s.folded[k] == s.folded[n.last] for k in alike) and _leads_to_a_place(s, n.last)


def _leads_to_a_place(s: Sentence, k: int) -> bool:
    """Whether a word for "over" or "in" stands at a token."""
    return any(s.match(k, kind) for kind in ("preposition", "adposition", "stop", "air_defence"))


def _dash_follows(s: Sentence, n: NumberPhrase) -> bool:
    return n.last < len(s) and s.words[n.last] in DASHES


def _scope_only(
    thing: Thing, n: NumberPhrase, scene: Scene, state: Carried, here: list[Claim]
) -> Thing:
    """ "15,500 dead": the dead of whatever people were counted just before."""
    if thing.code != "casualties":
        return thing
    colon = next((k for k in range(n.lead) if scene.s.words[k] == ":"), 0)
    named = [str(m.meaning) for m in scene.s.all("metric") if m.end == colon]
    if "civilians" in named and not here:
        return replace(thing, code="civilians")  # "he counts civilians: 31 dead"
    same = state.last and scene.s.paragraph == state.paragraph and not scene.s.item
    before = here[-1] if here else state.last if same else None
    owned = sides.owner_words(scene.s, n.last, thing.last) and _says_loss(scene.s, n, thing)
    if before and before.metric == "civilians" and owned:
        return thing  # "Russian losses" behind the civilians of a strike are the army's
    if before and before.metric in ("personnel", "civilians"):
        return replace(thing, code=before.metric)
    return thing


def _says_loss(s: Sentence, n: NumberPhrase, thing: Thing) -> bool:
    """Whether the counted noun itself is one of losses, which are an army's."""
    return any(n.last <= m.start < thing.last for m in s.all("noun_of_loss"))


def _ellipsis(n: NumberPhrase, scene: Scene, state: Carried, here: list[Claim]) -> Thing | None:
    """A number whose noun was said before: lists, "another 500", "56 of them", the tally."""
    s, end = scene.s, max(n.last, n.tail)
    last = topic(s, state) or state.last_thing
    if last is None or state.last is None:
        return None
    near_by = s.paragraph - state.last_paragraph <= 1
    tally = s.has("tally", max(0, n.lead - 8), n.lead) and _linked(s, n)
    tally = tally and not (n.words and noun_follows(s, n))
    named = in_commas(s, n)
    tally = tally or named == "tally" or (near_by and is_the_same(s, n))
    anaphor = s.has("anaphor", end, min(end + 3, len(s)))
    anaphor = anaphor or _of_them(s, n)
    another = s.has("another", max(0, n.lead - 2), n.lead)
    if n.words and s.match(n.lead - 1, "another") and s.match(n.lead - 2, "definite"):
        return None  # "the other three" are of something else
    if s.match(end, "more_less") and _of_houses(s, n):
        return None
    follows = s.words[end] if end < len(s) else "."
    listed = bool(here) and (
        follows in DASHES or follows in ",.;)" or follows in QUOTES
        or bool(s.match(end, "preposition"))
        or bool(s.match(end, "place")) or bool(s.match(end, "party_adjective"))
        or bool(s.match(end, "joiner"))
        or bool(s.match(end, "each") and s.match(end + 1, "stop"))
    )  # fmt: skip
    in_item = s.item and (
        follows in DASHES or end >= len(s) or follows in ",.;" or bool(s.match(end, "preposition"))
    )
    listed = listed or (bool(here) and (in_a_row(s, n) or bool(s.match(end, "added"))))
    passive = bool(s.match(end, "frame")) or bool(s.match(end, "copula"))
    told_of = s.match(end + 1, "frame") if follows in DASHES else None
    if told_of and told_of.meaning == "other":
        return None
    parted = follows in DASHES and bool(s.match(end + 1, "passive"))
    if parted and s.paragraph - state.last_paragraph <= 1 and state.last.metric.endswith("_downed"):
        return replace(last, first=n.first, last=end, rule="metric.ellipsis")
    near = bool(here or (s.paragraph == state.paragraph and _passive_at(s, end))) or s.item
    goal = any(m.meaning == "goal" and 0 <= n.lead - m.end <= 1 for m in s.all("stance"))
    shared = follows in ",." and (_negated(n, s) or bool(s.match(n.lead - 1, "each")))
    bare = not n.words and _stands_bare(s, n, end) and s.paragraph == state.paragraph
    more = bool(s.match(end, "more_less") and s.match(n.lead - 1, "preposition"))
    again = (
        more
        or _of_the_same(n, scene, state)
        or (follows in ",." and bool(s.match(n.lead - 1, "change")) and not n.words)
    )
    compared = [m for m in s.all("comparison") if n.lead <= m.end <= n.first]
    dated = any(w.first == end for w in scene.whens)
    compared = [m for m in compared if m.end - m.start > 1 or dated]
    again = again or (bool(here) and bool(compared) and near_by and not n.words)
    part = bool(here) and s.has("part", max(0, n.lead - 3), n.lead)
    told = s.paragraph == state.paragraph and _object_of_speech(s, n, end)
    whole = s.paragraph == state.paragraph and _of_those(s, n, end)
    loose = (
        part
        or named is not None
        or (near_by and s.words[n.lead - 1] == ":" and large(n) and _month_follows(s, end))
        or (near_by and (sums_up(s, n) or of_those_there(s, n)))
        or told
        or whole
        or bare
        or _spoken_of(n, s, state)
        or goal
        or shared
        or again
        or _in_bracket(n, s, end)
        or (near_by and set_beside(n, s))
        or _behind_harm(n, s, state)
        or (near_by and _the_most(n, s))
    )
    if tally or anaphor or another or listed or in_item or loose or (passive and near):
        if tally:
            total = total_told(n, scene, state) or state.last
            scope = scope_of_toll(s, n) if toll(s, n) else total.scope
            return Thing(total.metric, n.first, end, scope, "metric.tally")
        if s.item and not here and state.item_thing:
            last = state.item_thing
        people = _people_of_that_size(n, last, state)
        if people:
            return Thing(people.metric, n.first, end, people.scope, "metric.ellipsis")
        if last.code == "civilians" and _speaks_of_soldiers(s, n):
            last = replace(last, code="personnel", scope=None)
        first = first_of_a_list(n, scene, here)
        if first:
            return Thing(first.metric, n.first, end, first.scope, "metric.ellipsis")
        return replace(last, first=n.first, last=end, rule="metric.ellipsis")
    return None


def _people_of_that_size(n: NumberPhrase, last: Thing, state: Carried) -> Claim | None:
    """The soldiers told of before, where a bare number is of their size and not of the arms'.

    "It lost 35,300 men, 351 tanks and 1,436 guns; London gets 35,140".
    """
    row, value = metrics().get(last.code), max(n.quantity.figures) if n.quantity else 0
    told = max(state.last.quantity.figures) if state.last else 0
    if row is None or row.kind != "equipment" or value < LEAST_MEN or value <= 4 * told:
        return None
    men = (c for c in state.claims[: -RECENT * 2 : -1] if c.metric == "personnel")
    return next((c for c in men if value / 2 <= max(c.quantity.figures) <= 2 * value), None)


LEAST_MEN = 1_000
"""Fewer are no sum of an army's losses."""


def _the_most(n: NumberPhrase, s: Sentence) -> bool:
    """A number that is the most of those told: "Most - 126 - were in the east"."""
    dash = n.lead - 1
    if dash < 1 or s.words[dash] not in DASHES or noun_follows(s, n):
        return False
    return any(m.start <= 1 and m.end == dash for m in s.all("superlative"))


def _speaks_of_soldiers(s: Sentence, n: NumberPhrase) -> bool:
    """Whether soldiers alone are named before a bare number: "of its soldiers it told: 31,000"."""
    codes = {str(m.meaning) for m in s.all("metric") if m.end <= n.lead}
    return "personnel" in codes and not codes & {"civilians", "people"}


def _of_houses(s: Sentence, n: NumberPhrase) -> bool:
    """Whether other things than counted ones were named last: "hit a home and 10 more"."""
    named = [(m.start, m.kind) for m in s.all("other", "metric") if m.end <= n.lead]
    return bool(named) and max(named)[1] == "other"


def _negated(n: NumberPhrase, s: Sentence) -> bool:
    """A number said not to be the one: "not 300,000, not 150,000"."""
    return s.match(n.lead - 1, "negation") is not None


def _object_of_speech(s: Sentence, n: NumberPhrase, end: int) -> bool:
    """A number alone behind a verb of saying: "the ministry claims 7,966"."""
    alone = end >= len(s) or s.words[end] in ",.;"
    said = n.lead > 0 and s.match(n.lead - 1, "speech")
    return alone and bool(said) and any(m.end < n.lead for m in s.all("source"))


def _of_them(s: Sentence, n: NumberPhrase) -> bool:
    """A number without a noun behind "of": "of those, some 1,160", "of these 40 were lost"."""
    of = next((m for m in s.all("part") if 0 <= n.lead - m.end <= 1), None)
    alone = not noun_follows(s, n) and not s.all("metric")
    return of is not None and alone and (of.end == n.lead or s.words[of.end] == ",")


def _of_those(s: Sentence, n: NumberPhrase, end: int) -> bool:
    """A number with an article and no noun: "every one of the eighteen was destroyed"."""
    bare = bool(s.match(end, "be") or s.match(end, "frame"))
    return bare and n.lead > 0 and bool(s.match(n.lead - 1, "definite"))


def _passive_at(s: Sentence, end: int) -> bool:
    """Whether a passive or a fate follows: "were dying", "were shot down", "are dead"."""
    end += s.match(end, "perfect") is not None
    if not s.match(end, "be"):
        return bool(s.match(end, "passive"))
    return bool(s.match(end + 1, "frame") or s.match(end + 1, "scope") or s.match(end, "passive"))


def _in_bracket(n: NumberPhrase, s: Sentence, end: int) -> bool:
    """A count alone in a bracket: "more than in February (22,800)"."""
    value = n.quantity.value if n.quantity else None
    alone = n.lead > 0 and s.words[n.lead - 1] == "(" and end < len(s) and s.words[end] == ")"
    return alone and (value or 0) >= 100


def _behind_harm(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """A number alone behind a verb of harm: "Wounded were 121."."""
    end = max(n.last, n.tail)
    alone = (end >= len(s) or s.words[end] in ",.;)") and s.paragraph == state.last_paragraph
    return alone and any(
        (m := s.match(k, "frame")) is not None and m.end == n.lead and m.meaning in ACTS
        for k in range(max(0, n.lead - 3), n.lead)
    )


def _spoken_of(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """A number alone as what is spoken of: "the staff wrote of 42 thousand"."""
    end = max(n.last, n.tail)
    rate = s.match(end, "period")
    closed = end >= len(s) or s.words[end] in ",.;" or (rate and rate.meaning == "rate")
    closed = closed or s.match(end, "stop")  # "he had spoken of 16 before midnight"
    alone = bool(closed) and s.paragraph == state.last_paragraph
    of = any(m.end == n.lead and m.end - m.start > 1 for m in s.all("speech"))  # "spoken of 16"
    return alone and (of or bool(s.match(n.lead - 1, "about"))) and bool(s.all("speech"))


def _stands_bare(s: Sentence, n: NumberPhrase, end: int) -> bool:
    """A number alone behind a dash or a copula: "that makes, over the month, 28,450"."""
    before = s.words[n.lead - 1] in DASHES or bool(s.match(n.lead - 1, "copula"))
    large = n.quantity is not None and n.quantity.figures[0] >= 1000
    before = before or (large and s.words[n.lead - 1].islower() and not s.tags[n.lead - 1])
    after = end >= len(s) or s.words[end] in ",.;:"
    derived = any(m.meaning == "derived" for m in s.all("stance"))
    said = derived or s.all("period", "rolling", "month")
    return before and after and bool(said) and n.lead > 0


def _linked(s: Sentence, n: NumberPhrase) -> bool:
    return bool(s.match(n.lead - 1, "copula") or s.match(n.lead - 1, "change")
                or s.words[n.lead - 1] in ":" or s.match(n.lead - 1, "preposition")
                or s.words[n.lead - 1] in DASHES
                or s.match(n.lead - 2, "copula") or s.match(n.lead - 1, "tally"))  # fmt: skip
