"""Speakers that stand apart from their figures: in a heading before them, or named afterwards.

"Report of the General Staff, morning of 14 May." speaks for what follows it. "This was said by
the air force." speaks for the sentences before it that name nobody.
"""

from collections.abc import Iterable
from datetime import date

from lossledger.extract import dates, sides, speakers, voiced
from lossledger.extract.clauses import is_person_word
from lossledger.extract.saying import POINTS, tells_when_said
from lossledger.extract.speakers import NOBODY, Chain
from lossledger.extract.tokens import DASHES, NUMBER, QUOTES, Sentence, once
from lossledger.vocabulary import sources

SIGNATURE = 8
"""A signature has at most so many tokens."""

PERSON = "speaker.sole_person"
"""The rule of the one speaker of a text who is a person that no table knows."""

HEADING = 24
"""A heading has at most so many tokens."""

NOON = 12
"""A bulletin of this hour or a later one tells of the day so far."""


_APART = DASHES | {",", "("}


def sole(found: Iterable[Sentence]) -> Chain:
    """The one speaker of a whole text, if it names only one."""
    speaking = [(s, voices) for s in found if (voices := voiced.voices(s))]
    if any(s.item for s, _ in speaking):
        return NOBODY  # each headline speaks for itself
    said = {speakers.chain(voices, NOBODY, None) for _, voices in speaking}
    names = {c.claimant for c in said}
    if len(names) != 1 or None in names:
        return NOBODY
    name = names.pop()
    person = any(
        v.name == name and name not in sources() and _is_person(s, v)
        for s, voices in speaking
        for v in voices
    )
    return Chain(name, (), PERSON if person else "speaker.sole")


def _is_person(s: Sentence, v: speakers.Voice) -> bool:
    """Whether a voice that no table knows is a person's and no body's."""
    words = range(v.first, v.last)
    body = any(s.match(k, kind) for k in words for kind in ("organisation", "foreign"))
    return is_person_word(s, v.last - 1) and not body and v.how in ("before", "after")


def only_named(found: list[Sentence]) -> Chain:
    """The one official body that a text names at all, where nobody is said to speak."""
    if all(s.item for s in found):
        return NOBODY  # each headline speaks for itself
    named = {str(m.meaning) for s in found for m in s.all("source")}
    rows = {code: row for code in named if (row := sources().get(code))}
    plain = {code for code, row in rows.items() if not row.generic and not row.local}
    code = plain.pop() if len(plain) == 1 else None
    told = (v.name for s in found for v in voiced.voices(s))
    if any(name and name != code and not speakers.is_local(name) for name in told):
        return NOBODY  # somebody else is said to speak
    if code is None or rows[code].kind != "official":
        return NOBODY
    spoken = any(word in QUOTES for s in found for word in s.words)
    if rows[code].matters == () and not spoken:
        return NOBODY  # a president's name is no report
    return Chain(code, (), "speaker.only_named")


def only_counter(found: list[Sentence]) -> Chain:
    """Who counts by name or by picture, where nobody else is said to speak in the text.

    "Journalists found 900 names. The count is kept by X and Y": it is X's, whom Y joins.
    """
    if all(s.item for s in found):
        return NOBODY
    named = dict.fromkeys(str(m.meaning) for s in found for m in s.all("source"))
    rows = [row for code in named if (row := sources().get(code)) and not row.generic]
    counts = [row for row in rows if row.evidence in ("named_floor", "visual_floor")]
    told = {v.name for s in found for v in voiced.voices(s) if v.name}
    if not counts or told - {row.id for row in counts} or counts[0].party is not None:
        return NOBODY
    return Chain(counts[0].id, (), "speaker.only_named")


def speaker_of_all(found: list[Sentence]) -> Chain:
    """Who speaks where no sentence says it: the sole speaker, the form's, the only body named."""
    chains = (rule(found) for rule in (sole, form, only_named, only_counter))
    return next((chain for chain in chains if chain.claimant), NOBODY)


def ahead(found: Iterable[Sentence]) -> dict[int, Chain]:
    """Whom a later sentence names as the speaker of an earlier one, by the latter's start."""
    said: dict[int, Chain] = {}
    sentences = list(found)
    pending = _signature(sentences)
    for s in reversed(sentences):
        named = speakers.chain(voiced.voices(s), NOBODY, None)
        if named.claimant is None:
            if pending.claimant:
                said[s.starts[0]] = pending
        elif s.all("back") and not _opens_with_figures(s):
            pending = Chain(named.claimant, named.relays, "speaker.later")
        else:
            pending = NOBODY
    return said


def said_on(found: Iterable[Sentence], published: date | None) -> dict[int, date]:
    """The day on which a later sentence tells that an earlier one was said, by its start.

    "Losses have passed a million. An official said so in Brussels on 17 June."
    """
    days: dict[int, date] = {}
    pending: date | None = None
    spoke: date | None = None
    paragraph = -1
    for s in reversed(list(found)):
        spoke = spoke if s.paragraph == paragraph else None
        paragraph = s.paragraph
        if spoke and voiced.voices(s):
            days[s.starts[0]] = spoke
        spoke = _spoke_on(s, published) or spoke
        named = bool(voiced.voices(s))
        if named and s.all("back") and not _opens_with_figures(s):
            told = (w for w in dates.times(s, published) if w.code in POINTS and w.start)
            pending = next((w.start for w in told if tells_when_said(s, w)), None)
        elif named:
            pending = None
        elif pending:
            days[s.starts[0]] = pending
    return days


def _spoke_on(s: Sentence, published: date | None) -> date | None:
    """The day on which whoever was quoted before spoke: "He was speaking on 27 February"."""
    if not s.all("occasion") or s.all("metric"):
        return None
    told = (w.start for w in dates.times(s, published) if w.code in POINTS and w.start)
    return next(told, None)


def _signature(found: list[Sentence]) -> Chain:
    """The source that a text ends with, alone on its line; a line or two may follow it."""
    for end in range(len(found), max(1, len(found) - LINES_BELOW), -1):
        signed = _signed_by(found[:end])
        if signed.claimant:
            return signed
    return NOBODY


LINES_BELOW = 3
"""Lines from a signature to the end of a text: addresses and telephone numbers."""


def _signed_by(found: list[Sentence]) -> Chain:
    """The source of the last of these sentences, if it stands there alone."""
    last = found[-1] if len(found) > 1 else None
    if last is None or len(last) > SIGNATURE or last.words[-1] in "!?":
        return NOBODY  # "Glory to Ukraine!" is no signature
    labelled = last.match(0, "speaker_noun") and len(last) > 1 and last.words[1] == ":"
    labelled = labelled or (last.words[0][0].isupper() and bool(last.all("title")))
    if last.line == found[-2].line and len(last) > SIGNATURE // 2 and not labelled:
        return NOBODY
    named = [m for m in last.all("source") if not last.match(m.start, "oblique")]
    body = [k for k in range(len(last)) if last.match(k, "organisation")]
    plain = not last.all("metric", "frame", "speech", "number") and NUMBER not in last.kinds
    form = last.all("bulletin_of")
    if plain and not named and form:
        return Chain(str(form[0].meaning), (), "speaker.signature")
    if plain and not named and body and body[0] <= 1 and len(last) <= SIGNATURE // 2:
        return Chain(
            last.text[last.starts[body[0]] : last.ends[-1]].rstrip(".:"), (), "speaker.signature"
        )
    return Chain(str(named[0].meaning), (), "speaker.signature") if named and plain else NOBODY


def form(found: Iterable[Sentence]) -> Chain:
    """The one source that opens its reports in this way, where nobody is named."""
    said = {str(m.meaning) for s in list(found)[:3] for m in s.all("bulletin_of")}
    return Chain(said.pop(), (), "speaker.form") if len(said) == 1 else NOBODY


def later(found: Iterable[Sentence]) -> dict[int, Chain]:
    """Whom the end of a paragraph or a quotation names, for its sentences before that."""
    said: dict[int, Chain] = {}
    pending, paragraph = NOBODY, -1
    for s in reversed(list(found)):
        if s.paragraph != paragraph or s.item:
            pending, paragraph = NOBODY, s.paragraph
        voices = voiced.voices(s)
        if voices:
            named = speakers.chain(voices, NOBODY, None)
            after = voices[-1].how == "after"
            pending = Chain(named.claimant, named.relays, "speaker.later") if after else NOBODY
        elif pending.claimant:
            said[s.starts[0]] = pending
    return said


def _opens_with_figures(s: Sentence) -> bool:
    """Whether a number stands before the words that point back."""
    first = s.all("back")[0].start
    return any(s.kinds[k] == NUMBER for k in range(first))


@once
def heading(s: Sentence) -> Chain | None:
    """The speaker that a heading names: a source in a short sentence without a verb."""
    named = [m for m in s.all("source") if not s.match(m.start, "oblique")]
    issued = issued_by(s)
    if issued:
        return Chain(issued, (), "speaker.title")
    if not named and _is_name(s):
        return Chain(s.quoted.rstrip(".:"), (), "speaker.heading")
    body = None if named or s.all("frame") else _body_before_colon(s)
    if body:
        return Chain(body, (), "speaker.title")
    if not named or len(s) > HEADING or s.all("frame", "speech"):
        return None
    first = named[0]
    if speakers.is_generic(str(first.meaning)) and len(s) <= first.end + 1:
        return None  # a side alone on its line is whose losses follow
    if first.start == 0 and sides.labelled(s) and s.words[-1] != ":":
        return None  # "Russia: 23,600 pieces, with": a list of its losses
    if s.words[-1] == ":" and first.end == len(s) - 1 and _set_apart(s, first.start - 1):
        return Chain(str(first.meaning), (), "speaker.title")
    opens = first.start <= 1 or s.has("speaker_noun", 0, first.start)
    opens = opens or s.match(first.start - 1, "origin") is not None  # "News from the governor"
    opens = opens or (first.end >= len(s) - 1 and _set_apart(s, first.start - 1))
    if not opens or s.all("tally", "noun_of_loss") or _counts(s):
        return None
    return Chain(str(first.meaning), (), "speaker.heading")


@once
def issued_by(s: Sentence) -> str | None:
    """Whom a list's heading is from: "Confirmed by the project X:", "Results from regiment Y:"."""
    if s.words[-1] != ":" or len(s) > HEADING:
        return None
    for origin in s.all("origin"):
        k = origin.end + bool(s.match(origin.end, "definite"))
        near = range(k, min(k + 3, len(s)))
        m = next((m for i in near if (m := s.match(i, "source"))), None)
        if m and not speakers.is_generic(str(m.meaning)):
            return str(m.meaning)
        end = next(i for i in range(k, len(s)) if s.words[i] in ",:(")
        body = any(s.match(i, "organisation") for i in near if i < end)
        if body and end - k <= SIGNATURE and NUMBER not in s.kinds[k:end]:
            return s.text[s.starts[k] : s.ends[end - 1]]
    return None


def _set_apart(s: Sentence, k: int) -> bool:
    """Whether a source at a heading's end stands behind a preposition, a comma or a dash."""
    return bool(s.match(k, "preposition")) or s.words[k] in _APART


def _body_before_colon(s: Sentence) -> str | None:
    """The name of a body that opens a heading: "Air Command «East»: results of the week"."""
    at = _behind_a_number(s)
    body = s.match(at, "organisation")
    colon = s.words.index(":") if ":" in s.words else 0
    behind = body.end + 1 if body else 0
    if at and body and (s.match(behind, "account") or s.match(behind, "period")):
        colon = body.end  # "47th brigade, results of the week (9 to 15 February):"
    if body is None or not body.end <= colon <= SIGNATURE or colon == len(s) - 1:
        return None
    inside = any(s.match(k, "metric") or s.kinds[k] == NUMBER for k in range(body.end, colon))
    return None if inside else s.text[s.starts[0] : s.ends[colon - 1]]


def _behind_a_number(s: Sentence) -> int:
    """The token behind the number of a unit that opens a line: "47th brigade", "1-й корпус"."""
    first = int(s.match(0, "definite") is not None)
    if len(s) <= first + 2 or s.kinds[first] != NUMBER:
        return 0
    return first + 1 + bool(s.match(first + 1, "ordinal"))


def _is_name(s: Sentence) -> bool:
    """Whether a line is nothing but the name of a body: "Air Command «East»"."""
    at = _behind_a_number(s)
    if len(s) > SIGNATURE or not s.match(at, "organisation") or NUMBER in s.kinds[at:]:
        return False
    return all(
        s.words[k] in '«»“”".:' or s.words[k][0].isupper() or s.match(k, "organisation")
        for k in range(at, len(s))
    )


@once
def _counts(s: Sentence) -> bool:
    """Whether a counted thing is named: a sentence about losses is no heading."""
    return any(m.meaning != "none" for m in s.all("metric"))


def is_late(found: Iterable[Sentence]) -> bool:
    """Whether a bulletin gives the state at an hour of its afternoon or evening: "as of 18:00"."""
    for s in list(found)[:3]:
        if s.all("evening"):
            return True
        clocks = [w for w, kind in zip(s.words, s.kinds, strict=True) if kind == "time"]
        if clocks and s.all("bulletin_of", "account", "speaker_noun") and not s.all("frame"):
            return int(clocks[0].partition(":")[0]) >= NOON
        for m in s.all("as_of"):
            hour = s.words[m.end].partition(":")[0].partition(".")[0] if m.end < len(s) else ""
            clock = m.end < len(s) and s.kinds[m.end] in ("time", NUMBER)
            if clock and len(hour) <= 2 and hour.isdecimal():
                return int(hour) >= NOON and _is_clock(s.words[m.end])
    return False


def _is_clock(word: str) -> bool:
    """An hour and minutes: 18:00, 18.00."""
    _, _, minutes = word.replace(".", ":").partition(":")
    return len(minutes) == 2 and minutes.isdecimal() and int(minutes) < 60
