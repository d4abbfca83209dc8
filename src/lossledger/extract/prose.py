"""Reading running text: sentence by sentence, every number claimed, ignored or unread.

``read_prose`` walks the sentences with what carries over from one to the next: who speaks,
about whom, for which days, and what was counted last.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from lossledger.extract import announced, counted, dates, speakers
from lossledger.extract.counted import Frame, Thing
from lossledger.extract.dates import When
from lossledger.extract.ignored import ignored_token, reason_to_ignore
from lossledger.extract.numbers import NumberPhrase, number_phrases
from lossledger.extract.speakers import NOBODY, Chain
from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, Sentence
from lossledger.model import Claim, Document, Ignored, Note, Reading, Relation, Span, Unread
from lossledger.period import Period, past_day
from lossledger.quantity import Quantity
from lossledger.vocabulary import metrics, opponent, sources, war_start
from lossledger.vocabulary.lexicon import Lexicon

LINKS = ("part_of", "increment_of", "derived_from", "repeats")


@dataclass(frozen=True, slots=True)
class Context:
    """What the reader knows from outside the text."""

    document: Document
    lexicon: Lexicon
    published: date | None
    source: str | None = None


@dataclass(slots=True)
class Carried:
    """What carries over from sentence to sentence."""

    chain: Chain = NOBODY
    chain_paragraph: int = -9
    ahead: dict[int, Chain] = field(default_factory=dict)
    side: str | None = None
    intro: Chain = NOBODY
    intro_open: bool = False
    named: list[str] = field(default_factory=list)
    last: Claim | None = None
    last_thing: Thing | None = None
    last_frame: Frame | None = None
    paragraph: int = -1
    running: When | None = None
    running_item: bool = False
    intro_running: When | None = None
    intro_frame: Frame | None = None
    intro_claim: Claim | None = None
    item_thing: Thing | None = None
    place: str | None = None
    place_paragraph: int = -1
    line: int = -1
    report_day: date | None = None
    party: str | None = None
    claims: list[Claim] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence as the rules see it."""

    s: Sentence
    numbers: list[NumberPhrase]
    whens: list[When]
    report_whens: list[When]
    place: str | None


def read_prose(found: list[Sentence], context: Context) -> Reading:
    """The reading of running text, given as sentences."""
    state = begun(found, context)
    for s in found:
        read_sentence(s, context, state)
    return gathered(state, context)


def begun(found: list[Sentence], context: Context) -> Carried:
    """What the whole text tells before its first sentence is read."""
    return Carried(
        named=named_sources(found), ahead=announced.ahead(found), side=context.lexicon.side
    )


def gathered(state: Carried, context: Context) -> Reading:
    """All that was read, in text order."""
    claims = tuple(sorted(state.claims, key=lambda c: c.span))
    return Reading(
        context.document,
        claims,
        tuple(state.relations),
        tuple(sorted(state.ignored, key=lambda i: i.span)),
        tuple(sorted(state.unread, key=lambda u: u.span)),
        tuple(state.notes),
    )


def named_sources(found: list[Sentence]) -> list[str]:
    """Every source that the text names, in text order."""
    return [str(m.meaning) for s in found for m in s.all("source")]


def read_sentence(s: Sentence, context: Context, state: Carried) -> None:
    """Read one sentence and move the carried state on."""
    numbers = number_phrases(s, context.lexicon)
    whens = dates.times(s, context.published)
    report_whens = [w for w in whens if _tells_when_said(s, w)]
    scene = Scene(s, numbers, [w for w in whens if w not in report_whens], report_whens, _place(s))
    chains = _chains(scene, context, state)
    _keep_running(s, chains, state)
    _notes(s, chains, state)
    _account_tokens(s, whens, state)
    here: list[Claim] = []
    for n in numbers:
        _read_number(n, scene, chains, context, state, here)
    _singles(scene, chains, context, state, here)
    _move_on(scene, chains, state)
    _time_of_what_follows(scene, state)


DAYS = frozenset({"past_day", "overnight", "today", "yesterday", "day", "weekday"})
"""Times of a single day, which a bulletin names once for all of its paragraphs."""


def _keep_running(s: Sentence, chains: list[tuple[int, int, Chain]], state: Carried) -> None:
    """What time goes on: an item has that of its list's heading, a new speaker starts anew."""
    if s.item and s.line != state.line:
        state.running = state.intro_running
    elif s.line != state.line:
        same = chains[0][2].claimant == state.chain.claimant
        if not (same and state.running and state.running.code in DAYS):
            state.running = None
    state.paragraph, state.line = s.paragraph, s.line
    state.running_item = s.item or s.quoted.rstrip().endswith(":")


def _figures(scene: Scene) -> list[NumberPhrase]:
    """The numbers of a sentence that are no part of a date or a period."""
    times = scene.whens + scene.report_whens
    return [n for n in scene.numbers if not _in_time(n, times)]


def _time_of_what_follows(scene: Scene, state: Carried) -> None:
    """A sentence without figures tells the time of those behind it: "Losses in November"."""
    s = scene.s
    if _figures(scene):
        return
    is_open = s.words[-1] not in ".!?…"
    told = [w for w in scene.whens if w.start and (is_open or w.code in DAYS - {"day"})]
    if told:
        state.running = state.intro_running = told[0]


def _place(s: Sentence) -> str | None:
    """The party whose territory the sentence names, if only one."""
    found = {str(m.meaning) for m in s.all("place")}
    return found.pop() if len(found) == 1 else None


# -- who ------------------------------------------------------------------------------------


def _chains(scene: Scene, context: Context, state: Carried) -> list[tuple[int, int, Chain]]:
    """The chain of each segment of a sentence."""
    s, outlet = scene.s, context.document.outlet
    carried = _carried_chain(s, context, state)
    found = []
    whole = speakers.voices(s)
    heading = None if whole else announced.heading(s)
    if heading:
        return [(0, len(s), _narrowed(heading, scene, state))]
    for first, last in speakers.segments(s):
        inside = [v for v in whole if first <= v.first < last]
        used = inside or whole
        chain = speakers.chain(used, _pronoun_chain(used, carried, state), outlet)
        found.append((first, last, _narrowed(chain, scene, state)))
    return found


def _pronoun_chain(used: list[speakers.Voice], carried: Chain, state: Carried) -> Chain:
    """"It said" means whoever spoke last, however far back."""
    return state.chain if used and state.chain.claimant else carried


def _carried_chain(s: Sentence, context: Context, state: Carried) -> Chain:
    if s.starts[0] in state.ahead:
        return state.ahead[s.starts[0]]
    if s.item:
        return state.intro if state.intro_open else _default_chain(context)
    near = s.paragraph - state.chain_paragraph <= 1
    if state.chain.claimant and near:
        return state.chain
    return _default_chain(context)


def _default_chain(context: Context) -> Chain:
    return Chain(context.source, (), "speaker.given") if context.source else NOBODY


def _narrowed(chain: Chain, scene: Scene, state: Carried) -> Chain:
    before = [state.chain.claimant] if state.chain.claimant else []
    named = [*state.named, *(n for n in before if n)]
    return replace(
        chain,
        claimant=speakers.narrowed(chain.claimant, named, scene.place),
        relays=tuple(r for r in chain.relays if r),
    )


def _chain_at(n: NumberPhrase, chains: list[tuple[int, int, Chain]]) -> Chain:
    return next((c for first, last, c in chains if first <= n.first < last), chains[-1][2])


def _move_on(scene: Scene, chains: list[tuple[int, int, Chain]], state: Carried) -> None:
    s = scene.s
    spoken = [c for _, _, c in chains if c.rule not in ("speaker.carried", "speaker.none")]
    ends_open = s.quoted.rstrip("*_ ").endswith(":")
    if not s.item:
        if spoken and spoken[-1].claimant:
            state.chain, state.chain_paragraph = spoken[-1], s.paragraph
        elif state.chain.claimant and s.paragraph - state.chain_paragraph <= 1:
            state.chain_paragraph = s.paragraph
        state.intro = spoken[-1] if spoken else state.chain
        state.intro_open = ends_open or bool(spoken) or (state.intro_open and not _figures(scene))
        state.intro_running, state.item_thing = state.running, None
        said = state.last if state.last and state.last.sentence == s.quoted else None
        state.intro_claim, state.intro_frame = said, state.last_frame if said else None
    elif ends_open:
        state.intro, state.intro_open = chains[-1][2], True
    if scene.place:
        state.place, state.place_paragraph = scene.place, s.paragraph
    for when in scene.report_whens:
        if when.start and when.code not in ("month", "year"):
            state.report_day = when.start


# -- when -----------------------------------------------------------------------------------


def _tells_when_said(s: Sentence, when: When) -> bool:
    """Whether a time belongs to the saying ("said on Thursday", "its Thursday update")."""
    if when.code not in ("day", "weekday", "today", "yesterday", "month", "year") or when.role:
        return False
    if s.match(when.last, "speaker_noun") and when.code in ("weekday", "day"):
        return True
    speech = _nearest(s, when, "speech")
    action = min(_nearest(s, when, "frame"), _nearest(s, when, "metric") + 2)
    return speech <= 9 and speech < action


def _nearest(s: Sentence, when: When, kind: str) -> int:
    """How many tokens lie between a time and the nearest phrase of a kind."""
    best = 99
    for m in s.all(kind):
        gap = when.first - m.end if m.end <= when.first else m.start - when.last
        if 0 <= gap < best and not _comma_between(s, when, m.start, m.end):
            best = gap
    return best


def _comma_between(s: Sentence, when: When, start: int, end: int) -> bool:
    a, b = (end, when.first) if end <= when.first else (when.last, start)
    inner = sum(s.words[k] == "," for k in range(a, b))
    return inner > 1 or (inner == 1 and end <= when.first)


def _when_for(n: NumberPhrase, scene: Scene) -> When | None:
    """The time that a number's days are taken from, among those of its sentence."""
    later = [o for o in scene.numbers if o.lead >= n.last and not _in_time(o, scene.whens)]
    earlier = [o for o in scene.numbers if o.last <= n.lead and not _in_time(o, scene.whens)]
    next_at = later[0].lead if later else len(scene.s)
    prev_at = earlier[-1].last if earlier else 0
    whens = [
        w for w in scene.whens if w.code != "start_of" and not _of_a_bracket(w, n, later, scene.s)
    ]
    own = any(prev_at <= w.first and w.last <= n.lead for w in whens)
    whens = [w for w in whens if not _of_next(w, n, later, scene.s, own)]
    groups = (
        [w for w in whens if n.last <= w.first < next_at],
        [w for w in reversed(whens) if prev_at <= w.first and w.last <= n.lead],
        [w for w in whens if w.first >= next_at and not _own_time(w, later, scene)],
        [w for w in reversed(whens) if w.last <= prev_at and not _bound_to(w, earlier, scene)],
        [w for w in reversed(whens) if w.last <= n.lead],
    )
    for group in groups:
        definite = [w for w in group if w.code != "cumulative"]
        if definite and (group[0].code != "cumulative" or group[0].last - group[0].first <= 3):
            return definite[0]
        if group:
            return group[0]
    return None


def _of_a_bracket(w: When, n: NumberPhrase, later: list[NumberPhrase], s: Sentence) -> bool:
    """Whether a time stands in a bracket behind a number that holds a number of its own."""
    opened = next((k for k in range(w.first - 1, n.last - 1, -1) if s.words[k] in "()"), None)
    if opened is None or s.words[opened] != "(":
        return False
    closed = next((k for k in range(opened, len(s)) if s.words[k] == ")"), len(s))
    return any(opened < o.first < closed for o in later)


def _of_next(w: When, n: NumberPhrase, later: list[NumberPhrase], s: Sentence, own: bool) -> bool:
    """Whether a time behind a number opens the clause of another number behind it.

    A comma stands before such a time, and none between it and its number. ``own`` says that
    the first number has a time before it, so that any number may follow the comma.
    """
    after = next((o for o in later if o.lead >= w.last), None)
    if after is None or w.first < n.last:
        return False
    commas = [k for k in range(n.last, w.first) if s.words[k] in ",;"]
    if not commas or any(s.words[k] in ",;" for k in range(w.last, after.lead)):
        return False
    inner = any(commas[-1] < o.first < w.first for o in later)
    return not inner and (own or w.first - commas[-1] <= 4)


def _own_time(w: When, later: list[NumberPhrase], scene: Scene) -> bool:
    """Whether a later time belongs to a later number only: a clause of its own stands between."""
    first = later[0]
    return any(
        scene.s.match(k, "part") or scene.s.match(k, "contrast") or scene.s.words[k] in ";("
        for k in range(max(0, first.lead - 3), w.first)
    )


def _bound_to(w: When, earlier: list[NumberPhrase], scene: Scene) -> bool:
    """Whether an earlier time directly follows an earlier number, and so belongs to it."""
    return any(o.last <= w.first <= o.last + 6 for o in earlier)


def _in_time(n: NumberPhrase, whens: list[When]) -> bool:
    return any(w.first <= n.first < w.last for w in whens)


def _period(
    n: NumberPhrase, scene: Scene, context: Context, state: Carried, party: str | None, tally: bool
) -> tuple[Period, date | None, date | None, When | None]:
    """(period, as_of, report_date, the time used) of a number."""
    dated = (w for w in scene.report_whens if w.start and w.code not in ("month", "year"))
    report_when = next(dated, None)
    report_day = report_when.start if report_when else context.published
    if report_when is None and scene.report_whens:
        report_day = None
    if report_when is None and state.report_day and not scene.report_whens:
        report_day = state.report_day
    when = _when_for(n, scene)
    if when is None and not scene.report_whens:
        when = state.running
    start = war_start(party)
    if when and when.code in ("day", "span") and when.start == start and start is not None:
        when = replace(when, code="cumulative", role="")
    if when and start and _since_month_of(when, start):
        when = replace(when, code="cumulative", role="")
    if _is_increment(n, scene.s, state) and not _when_inside(n, scene):
        return _past_day(report_day), None, report_day, None
    if when is None:
        return Period(None, None, "unknown"), None, report_day if report_when else None, None
    if when.code not in ("rolling", "rate"):
        state.running = when
    if when.role == "as_of" or (tally and _is_point(when)):
        point = when.end if when.role == "as_of" else when.start
        return Period(start, point, "cumulative"), point, None, when
    period = dates.period_of(when, report_day, start, context.published)
    as_of = period.end if period.kind == "cumulative" else report_day if report_when else None
    return period, as_of, report_day, when


def _past_day(report_day: date | None) -> Period:
    return past_day(report_day) if report_day else Period(None, None, "day")


def _since_month_of(when: When, start: date) -> bool:
    """Whether a time says "since" the month or year in which the running totals begin."""
    if when.role != "since" or when.code not in ("month", "year") or when.start is None:
        return False
    return when.start <= start and (when.end is None or start <= when.end)


def _is_increment(n: NumberPhrase, s: Sentence, state: Carried) -> bool:
    """A number with a plus in a bracket behind a running total: "2,899 (+1) tanks"."""
    last = state.last
    if not n.signed or last is None or last.sentence != s.quoted:
        return False
    return last.period.kind == "cumulative" and any(
        s.words[k] == "(" for k in range(max(0, n.lead - 2), n.first)
    )


def _when_inside(n: NumberPhrase, scene: Scene) -> bool:
    """Whether a time stands in the same bracket: "(+20 in the past day)"."""
    s = scene.s
    end = next((k for k in range(n.last, len(s)) if s.words[k] == ")"), len(s))
    return any(n.last <= w.first < end for w in scene.whens)


def _is_point(when: When) -> bool:
    return when.code in ("month_start", "year_start", "week_start", "day", "weekday", "today",
                         "yesterday") or when.role in ("start_of", "end_of")  # fmt: skip


# -- what -----------------------------------------------------------------------------------


def _read_number(
    n: NumberPhrase, scene: Scene, chains: list[tuple[int, int, Chain]],
    context: Context, state: Carried, here: list[Claim],
) -> None:  # fmt: skip
    s = scene.s
    reason = reason_to_ignore(s, n, scene.whens + scene.report_whens)
    if reason:
        return _ignore(s, n, reason, state)
    if n.quantity is None:
        return _ignore(s, n, "no whole count", state)
    thing = _thing(n, scene, state, here)
    if thing is None:
        return _uncounted(s, n, state)
    claim = _claim(n, thing, scene, _chain_at(n, chains), context, state, here)
    if claim is None:
        return _ignore(s, n, "count of other things", state)
    _relate(n, claim, scene, state, here)
    state.claims.append(claim)
    here.append(claim)
    state.last, state.last_thing = claim, thing
    if s.item and len(here) == 1:
        state.item_thing = thing
    return None


def _ignore(s: Sentence, n: NumberPhrase, reason: str, state: Carried) -> None:
    if n.words and reason in ("count of other things", "pronoun") and n.weak:
        return
    span = s.span(n.first, n.last)
    state.ignored.append(Ignored(span, s.text[span.start : span.end], reason))


def _uncounted(s: Sentence, n: NumberPhrase, state: Carried) -> None:
    """A number without a known thing: a count of other things, or unread."""
    if n.words or _counts_something(s, n):
        return _ignore(s, n, "count of other things", state)
    span = s.span(n.first, n.last)
    state.unread.append(Unread(span, s.text[span.start : span.end], s.quoted))
    return None


def _counts_something(s: Sentence, n: NumberPhrase) -> bool:
    i = max(n.last, n.tail)
    return i < len(s) and s.kinds[i] in ("word", "designation") and not s.match(i, "stop")


def _thing(n: NumberPhrase, scene: Scene, state: Carried, here: list[Claim]) -> Thing | None:
    s = scene.s
    after = counted.thing_after(s, n) or _thing_of_whole(s, n, scene.numbers)
    if after:
        return _scope_only(after, n, scene, state, here)
    if n.weak:
        return _ellipsis(n, scene, state, here) if here and _dash_follows(s, n) else None
    other = any(s.match(k, "other") for k in range(n.last, min(n.last + 3, len(s))))
    if other and s.match(n.last, "other"):
        return None
    if not other:
        before = counted.thing_before(s, n)
        if before and counted.links_label(s, before, n) and not _noun_follows(s, n):
            return before
    return _ellipsis(n, scene, state, here)


def _thing_of_whole(s: Sentence, n: NumberPhrase, numbers: list[NumberPhrase]) -> Thing | None:
    """The thing of "35 of 42 drones" for its first number."""
    link = s.match(n.last, "out_of")
    whole = next((o for o in numbers if link and o.first == link.end), None)
    return counted.thing_after(s, whole) if whole else None


def _dash_follows(s: Sentence, n: NumberPhrase) -> bool:
    return n.last < len(s) and s.words[n.last] in DASHES


def _noun_follows(s: Sentence, n: NumberPhrase) -> bool:
    """Whether an unknown noun stands right behind the number."""
    i = max(n.last, n.tail)
    if i >= len(s) or s.kinds[i] != "word":
        return False
    return not any(s.match(i, k) for k in ("stop", "anaphor", "unit", "part", "joiner", "copula",
                                           "period", "change", "frame", "piece"))  # fmt: skip


def _scope_only(
    thing: Thing, n: NumberPhrase, scene: Scene, state: Carried, here: list[Claim]
) -> Thing:
    """"15,500 dead": the dead of whatever people were counted just before."""
    if thing.code != "casualties":
        return thing
    same = state.last and scene.s.paragraph == state.paragraph
    before = here[-1] if here else state.last if same else None
    if before and before.metric in ("personnel", "civilians"):
        return replace(thing, code=before.metric)
    return thing


def _ellipsis(
    n: NumberPhrase, scene: Scene, state: Carried, here: list[Claim]
) -> Thing | None:
    """A number whose noun was said before: lists, "another 500", "56 of them", the tally."""
    s, end = scene.s, max(n.last, n.tail)
    last = state.last_thing
    if last is None or state.last is None:
        return None
    tally = any(s.match(k, "tally") for k in range(max(0, n.lead - 8), n.lead)) and _linked(s, n)
    anaphor = any(s.match(k, "anaphor") for k in range(end, min(end + 3, len(s))))
    another = any(s.match(k, "another") for k in range(max(0, n.lead - 2), n.lead))
    follows = s.words[end] if end < len(s) else "."
    listed = bool(here) and (
        follows in DASHES or follows in ",.;)" or follows in QUOTES
        or bool(s.match(end, "preposition"))
        or bool(s.match(end, "place")) or bool(s.match(end, "party_adjective"))
        or bool(s.match(end, "joiner"))
    )  # fmt: skip
    in_item = s.item and (follows in DASHES or end >= len(s) or follows in ",.;")
    passive = bool(s.match(end, "frame")) or bool(s.match(end, "copula"))
    bare = not n.words and _stands_bare(s, n, end) and s.paragraph == state.paragraph
    if tally or anaphor or another or listed or in_item or bare or (passive and here):
        rule = "metric.tally" if tally else "metric.ellipsis"
        if s.item and not here and not tally and state.item_thing:
            last = state.item_thing
        return replace(last, first=n.first, last=end, rule=rule)
    return None


def _stands_bare(s: Sentence, n: NumberPhrase, end: int) -> bool:
    """A number alone behind a dash or a copula: "that makes, over the month, 28,450"."""
    before = s.words[n.lead - 1] in DASHES or bool(s.match(n.lead - 1, "copula"))
    after = end >= len(s) or s.words[end] in ",.;:"
    derived = any(m.meaning == "derived" for m in s.all("stance"))
    said = derived or s.all("period", "rolling", "month")
    return before and after and bool(said) and n.lead > 0


def _linked(s: Sentence, n: NumberPhrase) -> bool:
    return bool(s.match(n.lead - 1, "copula") or s.match(n.lead - 1, "change")
                or s.words[n.lead - 1] in ":" or s.match(n.lead - 1, "preposition")
                or s.match(n.lead - 2, "copula"))  # fmt: skip


# -- whose ----------------------------------------------------------------------------------


def _claim(
    n: NumberPhrase, thing: Thing, scene: Scene, chain: Chain,
    context: Context, state: Carried, here: list[Claim],
) -> Claim | None:  # fmt: skip
    s = scene.s
    elliptic = thing.rule in ("metric.ellipsis", "metric.tally")
    frame = counted.frame_of(s, n, None if elliptic else thing, scene.numbers)
    if frame is None and (elliptic or here) and state.last_frame:
        frame = state.last_frame if state.last and state.last.sentence == s.quoted else frame
    if frame is None and s.item and state.intro_open:
        frame = state.intro_frame
    metric = _metric(thing, frame, scene, state, here, chain)
    if here and _is_whole(here[-1], s, n):
        metric = counted.WHOLE.get(here[-1].metric, here[-1].metric)
    if metric is None or n.quantity is None or (frame and frame.kind == "other"):
        return None
    if frame and frame.kind == "launch" and metrics()[metric].kind == "equipment":
        return None
    party, party_rule = _party(n, thing, metric, frame, scene, chain, state, here)
    tally = thing.rule == "metric.tally"
    period, as_of, report_date, when = _period(n, scene, context, state, party, tally)
    scope = _scope(thing, metric, frame, s, n, state if elliptic else None)
    stance = _stance(n, scene, frame)
    span = s.span(n.first, n.last)
    rules = (*n.rules, thing.rule, party_rule, chain.rule, _when_rule(when))
    state.last_frame = frame
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
        scope_words=_scope_words(s, thing),
        quantity=n.quantity,
        period=period,
        as_of=as_of,
        report_date=report_date,
        stance=stance,
        basis=_basis(chain, party, stance),
        confidence=_confidence(chain, party_rule, thing, party),
        rules=tuple(r for r in rules if r),
    )


def _metric(
    thing: Thing, frame: Frame | None, scene: Scene, state: Carried, here: list[Claim], chain: Chain
) -> str | None:
    if thing.rule == "metric.tally" and state.last:
        return state.last.metric
    s = scene.s
    kind = frame.kind if frame else None
    air = counted.has_air_defence(s) or chain.claimant == "ua_air_force"
    same = state.last_thing is not None and thing.code == state.last_thing.code
    plain = kind not in ("down", "launch", "destroy")
    if thing.rule == "metric.ellipsis" and state.last and same and plain:
        return state.last.metric
    headed = s.item and state.intro_open and state.intro_claim
    near = here or ([state.intro_claim] if headed and state.intro_claim else [])
    if thing.code in counted.AIRBORNE and kind not in ("down", "launch", "lose") and near:
        family = [c for c in near if c.metric.endswith(("_downed", "_launched"))]
        if family and frame and (state.last_frame == frame or not here):
            ending = "_downed" if family[-1].metric.endswith("_downed") else "_launched"
            table = counted.DOWNED if ending == "_downed" else counted.LAUNCHED
            return table.get(thing.code)
    return counted.resolve_metric(
        thing.code, frame, air_defence=air, military=_is_military(thing, frame, scene, state)
    )


def _is_military(thing: Thing, frame: Frame | None, scene: Scene, state: Carried) -> bool:
    """Whether unnamed people are an army's: by the words around, else by who loses."""
    s = scene.s
    kinds = {str(m.meaning) for m in s.all("military")}
    codes = {str(m.meaning) for m in s.all("metric")}
    if "civilians" in codes and "personnel" not in codes:
        return False
    if "personnel" in codes or "tanks" in codes:
        return True
    if "civilian" in kinds and "military" not in kinds:
        return False
    if frame and frame.kind in ("lose", "destroy", "capture"):
        return True
    if "military" in kinds:
        return True
    if scene.place and frame and frame.kind in ("kill", "wound", "strike"):
        return False
    if state.last and state.last.metric in ("personnel", "civilians"):
        return state.last.metric == "personnel"
    sides = s.all("party", "party_adjective", "enemy")
    return thing.code == "casualties" and bool(s.all("noun_of_loss") and sides)


def _party(
    n: NumberPhrase, thing: Thing, metric: str, frame: Frame | None, scene: Scene,
    chain: Chain, state: Carried, here: list[Claim],
) -> tuple[str | None, str]:  # fmt: skip
    """Whose loss or act it is, and the rule that says so."""
    found, rule = _party_words(n, thing, metric, frame, scene, chain, state, here)
    if found == "enemy":
        found = speakers.enemy_of(chain.claimant) or opponent(state.side) or state.party
    elif found == "own":
        found = speakers.party_of(chain.claimant) or state.side
    if found:
        state.party = found
    return found, rule


def _party_words(
    n: NumberPhrase, thing: Thing, metric: str, frame: Frame | None, scene: Scene,
    chain: Chain, state: Carried, here: list[Claim],
) -> tuple[str | None, str]:  # fmt: skip
    s = scene.s
    row = metrics()[metric]
    if row.party == "both":
        return None, "party.both"
    elliptic = thing.rule in ("metric.ellipsis", "metric.tally")
    if any(n.lead - 14 <= m.start < thing.last + 4 for m in s.all("both")):
        return None, "party.both"
    whole = [k for k in range(max(0, n.lead - 6), n.lead) if s.match(k, "part")]
    if here and whole and here[-1].span.end <= s.starts[whole[0]] and row.party == "owner":
        return here[-1].party, "party.whole"
    gapped = _gapped_party(s, n)
    if gapped:
        return gapped, "party.gapped"
    if not elliptic:
        beside = counted.owner_words(s, n.last, thing.last) or _genitive(s, thing)
        if thing.rule == "metric.label":
            beside = counted.owner_words(s, thing.first, thing.last) or _genitive(s, thing) \
                or _genitive_before(s, thing)  # fmt: skip
        if beside and not (beside == "own" and row.party == "actor"):
            return beside, "party.noun"
    if frame:
        by_frame = _party_by_frame(row.party, frame, s, n, thing)
        if by_frame:
            return by_frame, f"party.{frame.kind}"
    if frame is None and row.party == "actor":
        subject = counted.subject_before(s, n.lead)
        if subject:
            return subject[0], "party.subject"
    if metric == "areas_struck" and not elliptic:
        return "own", "party.strikes"
    if metric.endswith("_downed"):
        launcher = _launcher(s)
        if launcher:
            return launcher, "party.launcher"
    hurt = frame and frame.kind in ("kill", "wound") and metric == "personnel"
    place = scene.place or (state.place if s.paragraph == state.place_paragraph else None)
    if hurt and place and not s.all("party", "party_adjective", "enemy"):
        return place, "party.place"
    by_loss = _party_of_losses(s, n) if row.kind != "event" else None
    if by_loss:
        return by_loss, "party.losses"
    if here and here[-1].party and _same_family(here[-1].metric, metric):
        return here[-1].party, "party.carried"
    if metric == "civilians":
        before = state.last.party if state.last and state.last.metric == metric else None
        whose = place or speakers.party_of(chain.claimant) or before
        return whose or _victims(state), "party.place"
    if s.all("enemy") and row.kind != "event":
        return "enemy", "party.enemy"
    if state.last and state.last.party and _same_family(state.last.metric, metric) and (
        elliptic or s.paragraph == state.paragraph or s.item):  # fmt: skip
        return state.last.party, "party.carried"
    if scene.place and metric.endswith("_downed"):
        return counted.other_side(scene.place), "party.place"
    if scene.place and row.party == "actor":
        return counted.other_side(scene.place), "party.place"
    known = chain.claimant is None or chain.claimant in sources()
    enemy = speakers.enemy_of(chain.claimant) or (None if known else opponent(state.side))
    last = state.last if enemy is None and row.kind != "event" else None
    if last and last.party and _same_family(last.metric, metric):
        return last.party, "party.carried"
    return enemy, "party.speaker" if enemy else "party.none"


def _victims(state: Carried) -> str | None:
    """Whose people an attack hurts that was told of last: those of the other side."""
    last = state.last
    attack = last and (metrics()[last.metric].party == "actor" or last.metric.endswith("_downed"))
    return counted.other_side(last.party) if last and attack else None


def _launcher(s: Sentence) -> str | None:
    """Who fired what was shot down: "they struck with six missiles, five were shot down"."""
    for m in s.all("frame"):
        if m.meaning in ("launch", "strike", "act"):
            found = counted.subject_before(s, m.start)
            if found:
                return found[0]
    return None


def _gapped_party(s: Sentence, n: NumberPhrase) -> str | None:
    """The side before a dash that stands for the verb: "Kyiv lost five, Moscow - seven"."""
    k = n.lead - 1
    if k < 1 or s.words[k] not in DASHES:
        return None
    named = (m for j in range(max(0, k - 4), k) if (m := s.match(j, "party")) and m.end == k)
    return next((str(m.meaning) for m in named), None)


def _same_family(one: str, other: str) -> bool:
    table = metrics()
    alike = (table[one].kind == "event") == (table[other].kind == "event")
    return one == other or (alike and table[one].party == table[other].party)


def _genitive(s: Sentence, thing: Thing) -> str | None:
    """The owner said right behind a thing: "soldiers of the Ukrainian army", "танків ворога"."""
    k = thing.last
    steps = 0
    while k < len(s) and steps < 4:
        found = counted.owner_words(s, k, k + 1)
        if found:
            return found if not s.match(k, "agent") else None
        if s.kinds[k] == NUMBER or not (s.folded[k] in ("of", "the") or s.match(k, "modifier")):
            return None
        k += 1
        steps += 1
    return None


def _genitive_before(s: Sentence, thing: Thing) -> str | None:
    return counted.owner_words(s, max(0, thing.first - 3), thing.first)


def _party_by_frame(
    who: str, frame: Frame, s: Sentence, n: NumberPhrase, thing: Thing
) -> str | None:
    subject = counted.subject_before(s, frame.first)
    agent = counted.agent_after(s, max(frame.last, thing.last, n.last))
    name = subject[0] if subject else None
    if frame.kind in counted.OWNER_FRAMES:
        return name or counted.owner_words(s, frame.last, frame.last + 2)
    if frame.kind == "repel":
        return counted.other_side(name or agent) if (name or agent) else None
    if frame.kind in counted.VICTIM_FRAMES and who == "owner":
        if agent:
            return counted.other_side(agent)
        passive = frame.first >= n.last
        if passive or not name:
            return None
        return counted.other_side(name)
    if frame.kind in ("launch", "act", "strike", "take") or who == "actor":
        return agent or name
    return None


def _party_of_losses(s: Sentence, n: NumberPhrase) -> str | None:
    """"Russian losses", "losses of the enemy", "Ukraine's toll", before or behind the number."""
    for m in s.all("noun_of_loss"):
        before = counted.owner_words(s, max(0, m.start - 3), m.start)
        after = counted.owner_words(s, m.end, m.end + 5)
        if before or after:
            return before or after
    return None


def _scope(
    thing: Thing,
    metric: str,
    frame: Frame | None,
    s: Sentence,
    n: NumberPhrase,
    carried: Carried | None,
) -> tuple[str, ...] | None:
    if metric not in ("personnel", "civilians"):
        return None
    if carried and carried.last and thing.rule == "metric.tally":
        return carried.last.scope
    if thing.scope:
        return thing.scope
    if frame and frame.kind in ("kill", "wound", "capture"):
        kinds = {"kill": "killed", "wound": "wounded", "capture": "captured"}
        near = [
            kinds[str(m.meaning)]
            for m in s.all("frame")
            if str(m.meaning) in kinds
            and (m.start == frame.first or _joined(s, m.start, frame.first))
        ]
        return tuple(x for x in ("killed", "wounded", "captured") if x in near) or None
    if carried and carried.last and thing.rule == "metric.ellipsis":
        return carried.last.scope
    return None


def _joined(s: Sentence, a: int, b: int) -> bool:
    low, high = sorted((a, b))
    return high - low <= 3 and any(s.match(k, "joiner") for k in range(low, high))


def _scope_words(s: Sentence, thing: Thing) -> str | None:
    if thing.last > thing.first:
        return s.text[s.starts[thing.first] : s.ends[min(thing.last, len(s)) - 1]]
    return None


# -- how meant ------------------------------------------------------------------------------


def _stance(n: NumberPhrase, scene: Scene, frame: Frame | None) -> str:
    """How the figure is meant: denied, goal, forecast, hypothetical, derived, else asserted."""
    s = scene.s
    for m in s.all("stance"):
        gap = n.lead - m.end
        meaning = str(m.meaning)
        if meaning == "derived" and 0 <= gap <= 10:
            return "derived"
        if meaning == "instead" and 0 <= gap <= 8:
            return "denied"
        if meaning == "denied" and (0 <= gap <= 14 or 0 <= m.start - n.last <= 12):
            return "denied"
        if meaning in ("goal", "forecast", "hypothetical") and 0 <= gap <= 12:
            if meaning == "forecast" and any(s.words[k] in ";:" for k in range(m.end, n.lead)):
                continue
            return meaning
    del frame
    return "asserted"


def _basis(chain: Chain, party: str | None, stance: str) -> str | None:
    source = sources().get(chain.claimant or "")
    if chain.relays:
        return "cites"
    if source and source.party and source.party == party and source.kind == "official":
        return "admission"
    if source and source.kind == "monitor":
        return "compiled"
    del stance
    return None


def _confidence(chain: Chain, party_rule: str, thing: Thing, party: str | None) -> str:
    doubts = (
        (chain.claimant is None)
        + (chain.rule == "speaker.carried")
        + (party_rule in ("party.speaker", "party.carried", "party.place"))
        + 2 * (party is None and party_rule != "party.both")
        + (thing.rule in ("metric.ellipsis",))
    )
    return "high" if doubts == 0 else "medium" if doubts <= 2 else "low"


def _when_rule(when: When | None) -> str:
    return f"period.{when.code}" if when else "period.none"


# -- how they hang together ------------------------------------------------------------------


def _relate(
    n: NumberPhrase, claim: Claim, scene: Scene, state: Carried, here: list[Claim]
) -> None:
    """Parts, increments and differences, as the text says them."""
    s = scene.s
    if claim.stance == "derived":
        _derive(claim, state)
        return
    before = here[-1] if here else None
    if before and _is_increment(n, s, state):
        state.relations.append(Relation("increment_of", claim.id, (before.id,)))
        return
    if before and _is_whole(before, s, n):
        state.relations.append(Relation("part_of", before.id, (claim.id,)))
        return
    marks = [k for k in range(max(0, n.lead - 6), n.lead) if s.match(k, "part")]
    if before and marks and before.span.end <= s.starts[marks[0]]:
        state.relations.append(Relation("part_of", claim.id, (before.id,)))
        return
    back = any(s.match(k, "anaphor") for k in range(n.last, min(n.last + 4, len(s))))
    last = before or state.last
    if back and last and last.metric == claim.metric:
        whole = last.period.kind == "cumulative" and claim.period.kind == "day"
        kind = "increment_of" if whole else "part_of"
        state.relations.append(Relation(kind, claim.id, (last.id,)))


def _is_whole(part: Claim, s: Sentence, n: NumberPhrase) -> bool:
    """Whether a number is the whole of the part before it: the 42 of "35 of 42 drones"."""
    links = [k for k in range(max(1, n.first - 2), n.first) if _ends_at(s, k, n.first)]
    return bool(links) and s.ends[links[0] - 1] <= part.span.end <= s.starts[links[0]]


def _ends_at(s: Sentence, k: int, end: int) -> bool:
    link = s.match(k, "out_of")
    return link is not None and link.end == end


def _derive(claim: Claim, state: Carried) -> None:
    """Link a derived figure to the two it comes from, and give it the days between them."""
    value = claim.quantity.value
    same = [
        c for c in state.claims[-12:]
        if c.metric == claim.metric and c.party == claim.party and c.quantity.value is not None
    ]  # fmt: skip
    totals = [c for c in same if c.period.kind == "cumulative"]
    pairs = [
        (a, b) for a in same for b in same
        if value is not None and (a.quantity.value or 0) - (b.quantity.value or 0) == value
    ]  # fmt: skip
    found = pairs[-1] if pairs else tuple(totals[-2:]) if len(totals) >= 2 else None
    if found:
        state.relations.append(Relation("derived_from", claim.id, tuple(c.id for c in found)))


def with_derived_periods(reading: Reading) -> Reading:
    """Give each derived difference the days between the two totals it comes from."""
    by_id = {c.id: c for c in reading.claims}
    new: dict[str, Claim] = {}
    for relation in reading.relations:
        if relation.kind == "derived_from":
            claim = by_id[relation.source]
            ends = sorted(by_id[t].as_of for t in relation.targets if by_id[t].as_of)  # type: ignore[type-var]
            if "period.rate" in claim.rules:
                continue
            if claim.period.kind != "month" and len(ends) == 2 and ends[0] != ends[1]:
                new[claim.id] = replace(claim, period=Period(ends[0], ends[1], "interval"))
    if not new:
        return reading
    claims = tuple(new.get(c.id, c) for c in reading.claims)
    names = {old: c.id for old, c in new.items()}
    relations = tuple(
        Relation(r.kind, names.get(r.source, r.source), tuple(names.get(t, t) for t in r.targets))
        for r in reading.relations
    )
    return replace(reading, claims=claims, relations=relations)


# -- singular nouns, notes, accounts -----------------------------------------------------------


def _singles(
    scene: Scene, chains: list[tuple[int, int, Chain]],
    context: Context, state: Carried, here: list[Claim],
) -> None:  # fmt: skip
    """A thing named in the singular among counted ones is one: "a tank and two howitzers"."""
    s = scene.s
    acts = ("lose", "destroy", "down", "capture", "launch")
    frames = [m for m in s.all("frame", "noun_of_loss")
              if (m.kind == "noun_of_loss" or m.meaning in acts)
              and not s.match(m.start, "attributive")]  # fmt: skip
    listed = bool(here) and metrics()[here[-1].metric].kind != "event"
    if not frames and not listed:
        return
    taken = {k for n in scene.numbers for k in range(n.first, _end_of_thing(s, n))}
    for m in s.all("single"):
        start = m.start
        if any(k in taken for k in range(m.start, m.end)) and not _after_comma(s, m.start):
            continue
        if s.match(m.start - 1, "determiner"):
            continue
        gap = min((abs(m.start - f.end) for f in frames), default=0)
        if not frames and not _after_comma(s, m.start):
            continue
        if not here and gap > 4:
            continue
        one = Quantity.exactly(1)
        n = NumberPhrase(start, start, m.end, one, words=True, rules=("number.singular",))
        thing = Thing(str(m.meaning), m.start, m.end, None, "metric.singular")
        claim = _claim(n, thing, scene, _chain_at(n, chains), context, state, here)
        if claim and all(c.span != claim.span for c in here):
            state.claims.append(claim)
            here.append(claim)


def _end_of_thing(s: Sentence, n: NumberPhrase) -> int:
    """The token behind what a number counts."""
    thing = counted.thing_after(s, n)
    return thing.last if thing else n.last


def _after_comma(s: Sentence, i: int) -> bool:
    return i > 0 and (s.words[i - 1] == "," or bool(s.match(i - 1, "joiner")))


def _notes(s: Sentence, chains: list[tuple[int, int, Chain]], state: Carried) -> None:
    """Statements that a figure was not verified, or that nobody answered."""
    kinds = dict.fromkeys(str(m.meaning) for m in s.all("note"))
    for kind in kinds:
        span = Span(s.starts[0], s.ends[-1])
        unsaid = ("speaker.carried", "speaker.none")
        said = [c.claimant for _, _, c in chains if c.rule not in unsaid]
        subject = next((str(m.meaning) for m in s.all("source")), None)
        state.notes.append(Note(kind, span, s.quoted, (said or [subject])[0]))


def _account_tokens(s: Sentence, whens: list[When], state: Carried) -> None:
    """Digits that are no plain numbers: names, dates, times, addresses, foreign digits."""
    for i, kind in enumerate(s.kinds):
        if kind in ("word", "mark", NUMBER):
            continue
        found = ignored_token(s, i, kind)
        span = s.span(i, i + 1)
        if found:
            state.ignored.append(Ignored(span, s.words[i], found))
        else:
            state.unread.append(Unread(span, s.words[i], s.quoted))
    for when in whens:
        for i in range(when.first, when.last):
            if s.kinds[i] == NUMBER:
                span = s.span(i, i + 1)
                long = len(s.words[i]) == 4
                named = {"past_day", "past_week", "past_month", "past_year", "rate"}
                reason = "year" if long else "duration" if when.code in named else "date"
                state.ignored.append(Ignored(span, s.words[i], reason))


QUOTE_MARKS = QUOTES
