"""Reading running text: sentence by sentence, every number claimed, ignored or unread.

``read_prose`` walks the sentences with what carries over from one to the next: who speaks,
about whom, for which days, and what was counted last. The rooms beside it hold the rules:
``attribution`` who, ``saying`` and ``timing`` when, ``things``, ``codes`` and ``scopes`` what,
``owners`` whose, ``relations`` how the figures hang together; ``claims`` puts them into one claim.
"""

from lossledger.extract import announced, counted, dates, sides, speakers
from lossledger.extract.attribution import TELLER, chain_at, chains_of
from lossledger.extract.claims import claim_of
from lossledger.extract.dialogue import side_of, turns
from lossledger.extract.going_on import (
    SHORT,
    begun_on,
    is_a_week,
    keep_running,
    time_of_what_follows,
    without_superlatives,
)
from lossledger.extract.ignored import DATED, DURATION, LASTING, ignored_token, reason_to_ignore
from lossledger.extract.numbers import (
    NumberPhrase,
    bound_at_end,
    number_phrases,
    with_bound,
)
from lossledger.extract.people import opening_person
from lossledger.extract.quoted import quotations
from lossledger.extract.relations import relate
from lossledger.extract.roll import hear_roll
from lossledger.extract.said_by import said_by
from lossledger.extract.saying import POINTS, tells_when_said
from lossledger.extract.scene import Carried, Context, Scene, figures, in_time
from lossledger.extract.settled import with_sole_day
from lossledger.extract.single_things import singles
from lossledger.extract.speakers import NOBODY, Chain
from lossledger.extract.statements import hear, placed, statements_of
from lossledger.extract.things import thing_of
from lossledger.extract.tokens import DASHES, DESIGNATION, MARK, NUMBER, WORD, Sentence, once
from lossledger.extract.topics import asked_about, topic_of
from lossledger.extract.when import DAYS, When
from lossledger.model import Claim, Ignored, Note, Reading, Span, Unread
from lossledger.vocabulary.lexicon import Match

CROWD = 64
"""With more numbers in a sentence than this, those without a word near them are no prose."""
ONE_DAY = DAYS - {"span", "past_week"} | {"weekend"}
"""Times of an event."""
NAMED_DAYS = frozenset({"day", "year_start", "month_start", "week_start"})
"""Times that name a day since which something may be counted."""
LOOKED_BACK = 8
"""No rule often asks for a sentence so many sentences back."""
RECENT = 7
"""A report's day further back than this is history: no "past day" is counted from it."""


def read_prose(found: list[Sentence], context: Context) -> Reading:
    """The reading of running text, given as sentences."""
    state = begun(found, context)
    for k, s in enumerate(found):
        read_sentence(s, context, state)
        if k >= LOOKED_BACK:
            found[k - LOOKED_BACK].forget()
    return gathered(state, context)


def begun(found: list[Sentence], context: Context) -> Carried:
    """What the whole text tells before its first sentence is read."""
    said = turns(found)
    lands = {str(m.meaning) for s in found for m in s.all("place")}
    return Carried(
        named=named_sources(found),
        ahead=announced.ahead(found),
        later=announced.later(found),
        said_on=announced.said_on(found, context.published),
        quoted=quotations(found),
        turns=said,
        headlines=all(s.item for s in found),
        sole=announced.speaker_of_all(found),
        side=context.lexicon.side or side_of(found, said),
        land=lands.pop() if len(lands) == 1 else None,
        day=context.published,
        late=announced.is_late(found),
        bare=_bare_rows(found),
    )


def gathered(state: Carried, context: Context) -> Reading:
    """All that was read, in text order."""
    claims = placed(sorted(state.claims, key=lambda c: (c.span.start, c.span.end)), state)
    if not state.headlines:
        claims = with_sole_day(claims, state.days, context.published)
    return Reading(
        context.document,
        claims,
        tuple(state.relations),
        tuple(sorted(_unclaimed(state), key=lambda i: (i.span.start, i.span.end))),
        tuple(sorted(state.unread, key=lambda u: (u.span.start, u.span.end))),
        tuple(state.notes),
        statements_of(state, context),
    )


def _unclaimed(state: Carried) -> list[Ignored]:
    """Numbers left out, less those inside a claim's words ("a Su-25") or listed already."""
    claimed = {k for c in state.claims for k in range(c.span.start, c.span.end)}
    found = {i.span: i for i in reversed(state.ignored) if i.span.start not in claimed}
    return list(found.values())


def named_sources(found: list[Sentence]) -> list[str]:
    """Every source that the text names, once, in the order in which it names them last."""
    every = [str(m.meaning) for s in found for m in s.all("source")]
    return list(dict.fromkeys(reversed(every)))[::-1]


def _bare_rows(found: list[Sentence]) -> frozenset[int]:
    """Where the sentences begin that stand in a long row of such as have no word at all.

    Nothing says what the numbers of such a column are; they are read by no rule of prose.
    """
    rows: list[int] = []
    row: list[int] = []
    for s in found:
        if WORD in s.kinds or DESIGNATION in s.kinds or any(s.tags):
            rows += row if len(row) > CROWD else []
            row = []
        else:
            row.append(s.starts[0])
    return frozenset(rows + row if len(row) > CROWD else rows)


def _read_bare(s: Sentence, state: Carried) -> None:
    """Account for a sentence of a column of bare numbers: each is unread."""
    account_tokens(s, [], state)
    for k, kind in enumerate(s.kinds):
        if kind == NUMBER:
            state.unread.append(Unread(s.span(k, k + 1), s.words[k], s.quoted))


def _is_predicate(s: Sentence, m: Match) -> bool:
    """Whether "secret" is said of something, and names no paper: "its losses are a secret."."""
    closed = m.end >= len(s) or s.kinds[m.end] == MARK
    return closed and s.match(m.start, "secret") is not None


def read_sentence(s: Sentence, context: Context, state: Carried) -> None:
    """Read one sentence and move the carried state on."""
    if s.starts[0] in state.bare:
        _read_bare(s, state)
        return
    hint = state.year.start.year if state.year and state.year.start and _dates_a_line(s) else None
    every = dates.times(s, context.published, year_hint=hint)
    whens = without_superlatives(s, every)
    dated = frozenset(k for w in every for k in range(w.first, w.last))
    numbers = number_phrases(s, context.lexicon, dated)
    report_whens = [w for w in whens if tells_when_said(s, w)]
    other_whens = [w for w in whens if w not in report_whens]
    told = [n for n in numbers if not in_time(n, every)]
    free = [n for n in numbers if not in_time(n, [w for w in every if w not in report_whens])]
    scene = Scene(s, numbers, other_whens, report_whens, _place(s), told, free)
    chains = chains_of(scene, context, state)
    keep_running(s, chains, state)
    state.month_before = state.month
    state.month = next((w for w in whens if w.code == "month" and w.start), state.month)
    if any(not _is_predicate(s, m) for m in s.all("undated")):
        bears = (w.start for w in whens if any(m.end == w.first for m in s.all("dated_on")))
        state.undated, state.paper_day = s.paragraph, next(bears, None)
    state.days |= {
        (w.start, w.end) for w in other_whens
        if w.code in ONE_DAY and w.start and w.end and not w.role
    }  # fmt: skip
    points = (
        w for w in whens[::-1] if w.code in NAMED_DAYS or (w.role == "since" and w.start)
    )  # fmt: skip
    state.named_day = next(points, state.named_day)
    state.begun = state.begun or begun_on(scene.whens, s.war)
    state.week = next((w for w in scene.whens if is_a_week(w)), state.week)
    state.year = next((w for w in scene.whens if w.code == "year" and w.start), state.year)
    _notes(s, chains, state)
    _weekdays(s, whens, state)
    hear(scene, chains, context, state)
    left, open_ = len(state.ignored), len(state.unread)
    account_tokens(s, whens, state)
    hear_roll(s, state)
    here: list[Claim] = []
    heads = [t for _, t in sorted(state.things.items()) if t.rule == "metric.head"]
    state.told_things, state.things = heads or state.told_things, {}
    for n in numbers:
        _read_number(n, scene, chains, context, state, here)
    singles(scene, chains, context, state, here)
    if len(state.ignored) > left or len(state.unread) > open_:
        state.ignored[left:] = said_by(s, chains, state.ignored[left:])
        state.unread[open_:] = said_by(s, chains, state.unread[open_:])
    _move_on(scene, chains, state)
    time_of_what_follows(scene, state, bool(here))


def _dates_a_line(s: Sentence) -> bool:
    """Whether a month and a colon open a line, so that its year stands in a heading."""
    month = s.match(0, "month")
    return month is not None and month.end < len(s) and s.words[month.end] == ":"


@once
def _place(s: Sentence) -> str | None:
    """The party whose territory the sentence names, if only one."""
    found = {str(m.meaning) for m in s.all("place") if not _of_a_launch(s, m)}
    return found.pop() if len(found) == 1 else None


def _of_a_launch(s: Sentence, place: Match) -> bool:
    """Whether a place is only where something was launched from."""
    sent = any(m.meaning == "launch" and m.end <= place.start for m in s.all("frame"))
    near = range(max(0, place.start - 3), place.start + 1)
    return sent and any((m := s.match(k, "origin")) is not None and m.end >= place.start - 2
                        for k in near)  # fmt: skip


def _move_on(scene: Scene, chains: list[tuple[int, int, Chain]], state: Carried) -> None:
    s = scene.s
    spoken = [c for _, _, c in chains if c.rule not in ("speaker.carried", "speaker.none")]
    if not figures(scene) and any(m.meaning == "no_response" for m in s.all("note")):
        spoken = []  # "Moscow did not comment"
    spoken += [state.teller] if state.teller.claimant else []
    ends_open = s.quoted.rstrip("*_ ").endswith(":")
    if not state.claims and not figures(scene) and spoken:
        bare = len(s) <= SHORT and not s.all("frame", "speech")
        official = spoken[-1].rule in ("speaker.heading", "speaker.colon") or bare
        state.bulletin = official and speakers.party_of(spoken[-1].claimant) is not None
    if not s.item:
        bystander = bool(spoken) and spoken[-1].rule == TELLER and not figures(scene)
        if spoken and spoken[-1].claimant and not (bystander and state.chain.claimant):
            state.chain, state.chain_paragraph = spoken[-1], s.paragraph
        elif state.chain.claimant and s.paragraph - state.chain_paragraph <= 1:
            state.chain_paragraph = s.paragraph
        state.intro = spoken[-1] if spoken else state.chain
        state.intro_open = ends_open or bool(spoken) or (state.intro_open and not figures(scene))
        state.intro_bound = bound_at_end(s)
        state.intro_running, state.item_thing = state.running, None
        said = state.last if state.last and state.last.sentence == s.quoted else None
        state.intro_claim, state.item_frame = said, None
        state.intro_frame = _frame_of_items(s, state, counts=said is not None, is_open=ends_open)
        acts = [m.start for m in s.all("frame") if m.meaning in ("launch", "strike", "act", "use")]
        actor = sides.subject_before(s, acts[-1]) if acts and ends_open else None
        state.intro_party = actor[0] if actor else None
    elif ends_open:
        own = chains[-1][2]
        state.intro, state.intro_open = own if own.claimant else state.above, True
    state.above = spoken[-1] if spoken else NOBODY
    subject = None if spoken else opening_person(s)
    single = [c for c in spoken if c.claimant and not speakers.is_generic(c.claimant)]
    state.one = single[-1] if single else state.one
    if spoken or subject:
        state.person = Chain(subject, (), "speaker.person") if subject else NOBODY
        state.person_paragraph = s.paragraph
    if s.all("enemy"):
        state.enemy_paragraph = s.paragraph
    if side := asked_about(s):
        state.asked, state.asked_paragraph = side, s.paragraph
    elif s.item and state.asked and s.paragraph - state.asked_paragraph <= 1:
        state.asked_paragraph = s.paragraph
    elif any(m.meaning != state.asked for m in s.all("party", "party_adjective", "enemy", "own")):
        state.asked = None
    if s.item and state.topic and s.paragraph - state.topic_paragraph <= 1:
        state.topic_paragraph = s.paragraph  # a list goes on about those of its heading
    topic = topic_of(s, chains[-1][2].claimant, state.side)
    if topic:
        state.topic, state.topic_paragraph = topic, s.paragraph
    if scene.place:
        state.place, state.place_paragraph = scene.place, s.paragraph
    whose = chains[-1][2]
    if whose.rule == "speaker.carried" and not figures(scene):
        return  # "Published on 15 March" dates the story, not the report of whoever spoke before
    for when in scene.report_whens:
        recent = when.start and (state.day is None or (state.day - when.start).days <= RECENT)
        if when.start and recent and when.code in POINTS:
            who = whose.claimant
            # an earlier report is looked back at; the story goes on with the latest one
            state.report_days[who] = max(when.start, state.report_days.get(who, when.start))


def _frame_of_items(
    s: Sentence, state: Carried, *, counts: bool, is_open: bool
) -> counted.Frame | None:
    """The verb that a list's heading gives to its items ("Shot down:"), outside their tokens."""
    verbs = s.all("frame") if is_open and not counts else []
    last = state.last_frame.kind if counts and state.last_frame else None
    kind = str(verbs[-1].meaning) if verbs else last
    return counted.Frame(kind, 0, 0) if kind else None


def _read_number(
    n: NumberPhrase, scene: Scene, chains: list[tuple[int, int, Chain]],
    context: Context, state: Carried, here: list[Claim],
) -> None:  # fmt: skip
    s = scene.s
    if len(scene.numbers) > CROWD and _among_numbers(s, n):
        return _unread(s, n, state)
    if s.item and not here and state.intro_bound:
        n = with_bound(n, state.intro_bound)
    reason = reason_to_ignore(s, n, scene.whens + scene.report_whens)
    if reason == DATED:
        return None
    if reason:
        return _ignore(s, n, reason, state)
    if n.quantity is None:
        return _ignore(s, n, "no whole count", state)
    thing = thing_of(n, scene, state, here)
    if thing is None:
        return _uncounted(s, n, state)
    claim = claim_of(n, thing, scene, chain_at(n, chains), context, state, here)
    if claim is None:
        return _ignore(s, n, "count of other things", state)
    relate(n, claim, scene, state, here)
    state.claims.append(claim)
    here.append(claim)
    if claim.period.kind == "cumulative":
        before = state.totals.get(claim.claimant)
        if before is None or before.as_of is None or (claim.as_of or before.as_of) >= before.as_of:
            state.totals[claim.claimant] = claim
    state.last, state.last_thing, state.last_paragraph = claim, thing, s.paragraph
    state.things[n.first] = thing
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
    return _unread(s, n, state)


def _unread(s: Sentence, n: NumberPhrase, state: Carried) -> None:
    span = s.span(n.first, n.last)
    state.unread.append(Unread(span, s.text[span.start : span.end], s.quoted))


def _among_numbers(s: Sentence, n: NumberPhrase) -> bool:
    """Whether only numbers and marks stand around a number, so that nothing says what it is."""
    around = range(max(0, n.first - 3), min(len(s), n.last + 3))
    return all(s.kinds[k] in (NUMBER, MARK) for k in around)


def _counts_something(s: Sentence, n: NumberPhrase) -> bool:
    i = max(n.last, n.tail)
    i += i < len(s) and s.words[i] in DASHES and s.match(i + 1, "frame") is not None
    return i < len(s) and s.kinds[i] in ("word", "designation") and not s.match(i, "stop")


def _weekdays(s: Sentence, whens: list[When], state: Carried) -> None:
    """A weekday beside a date that fell on another day: "Friday, 22 February 2024"."""
    for when in dates.weekday_conflicts(s, whens):
        span = s.span(when.first, when.last)
        words = s.text[span.start : span.end]
        state.notes.append(Note("weekday_conflict", span, words, None))


def _notes(s: Sentence, chains: list[tuple[int, int, Chain]], state: Carried) -> None:
    """Statements that a figure was not verified, or that nobody answered."""
    kinds = dict.fromkeys(str(m.meaning) for m in s.all("note"))
    for kind in kinds:
        span = Span(s.starts[0], s.ends[-1])
        unsaid = ("speaker.carried", "speaker.none")
        said = [c.claimant for _, _, c in chains if c.rule not in unsaid]
        subject = next((str(m.meaning) for m in s.all("source")), None)
        state.notes.append(Note(kind, span, s.quoted, (said or [subject])[0]))


def account_tokens(s: Sentence, whens: list[When], state: Carried) -> None:
    """Digits that are no plain numbers: names, dates, times, addresses, foreign digits."""
    for i, kind in enumerate(s.kinds):
        if kind in ("word", "mark", NUMBER):
            continue
        found = ignored_token(kind)
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
                reason = "year" if long else DURATION if when.code in LASTING else "date"
                state.ignored.append(Ignored(span, s.words[i], reason))
