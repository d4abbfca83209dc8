"""What a paper or a project says itself: "we reckon that", "our estimate is"."""

from lossledger.extract.speakers import Chain, Voice
from lossledger.extract.tokens import QUOTES, WORD, Sentence
from lossledger.vocabulary import sources

OWN = "own"
"""How a voice speaks that is whoever publishes the text, in a clause of its own."""
OWN_COUNT = "own_count"
"""How it speaks where only its count is named: what it counts may be another's."""
BETWEEN = 4
"""So many tokens at most stand between "we" and a verb of saying: "we have so far found"."""
ADJECTIVES = 2
"""So many tokens at most stand between "our" and a word for a count: "our own latest count"."""


def own_account(s: Sentence) -> list[Voice]:
    """Whoever publishes the text, as the subject of a verb of saying outside of quotations.

    Of whom a count is made with, "our estimate with Meduza", the name stands in the voice.
    """
    found = []
    for m in s.all("author"):
        if not _is_quoted(s, m.start):
            voice = _says(s, m.end) if m.meaning == "we" else _counts(s, m.end)
            if voice:
                found.append(voice)
    return found


def _says(s: Sentence, start: int) -> Voice | None:
    for k in range(start, min(start + BETWEEN, len(s))):
        verb = s.match(k, "assessment") or s.match(k, "speech") or s.match(k, "recording")
        if verb:
            return Voice("", start - 1, verb.end, OWN)
        if s.kinds[k] != WORD or s.match(k, "frame") or s.match(k, "negation"):
            return None
    return None


def _counts(s: Sentence, start: int) -> Voice | None:
    for k in range(start, min(start + ADJECTIVES + 1, len(s))):
        noun = s.match(k, "assessment") or s.match(k, "account")
        if noun:
            joined = s.match(noun.end, "beside_whom")
            beside = s.match(joined.end, "source") if joined else None
            name = str(beside.meaning) if beside else ""
            return Voice(name, start - 1, noun.end, OWN_COUNT)
        if s.kinds[k] != WORD or s.match(k, "metric"):
            return None
    return None


def _is_quoted(s: Sentence, k: int) -> bool:
    """Whether a token stands between quotation marks, as far as its sentence tells."""
    marks = [w for w in s.words[:k] if w in QUOTES]
    opened = sum(w in "«“„" for w in marks) > sum(w in "»”" for w in marks)
    return opened or sum(w == '"' for w in marks) % 2 == 1


SPEAKING = frozenset({"before", "after", "colon", "by"})
"""How those speak who are quoted in turn: "we reported that the ministry had said"."""


def published_by(outlet: str | None, found: list[Voice]) -> Chain | None:
    """The chain of whoever publishes a text, where it says a figure itself."""
    own = [v for v in found if v.how in (OWN, OWN_COUNT)]
    if not own:
        return None
    said = [v.last for v in own if v.how == OWN]
    others = [v for v in found if v.name and v.how not in (OWN, OWN_COUNT)]
    if any(not said or (v.first > said[0] and v.how in SPEAKING) for v in others):
        return None
    if outlet is None:
        return Chain(None, (), "speaker.author")
    beside = {v.name for v in own if v.name} | {outlet}
    joint = next((o.id for o in sources().values() if o.joint and beside == set(o.joint)), None)
    return Chain(joint or outlet, (), RULE)


RULE = "speaker.own"
"""The rule of whoever publishes a text and speaks in it."""
