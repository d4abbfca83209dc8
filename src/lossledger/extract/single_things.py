"""Things named in the singular among counted ones, which are one: "a tank and two howitzers"."""

from lossledger.extract import counted
from lossledger.extract.attribution import chain_at
from lossledger.extract.claims import claim_of
from lossledger.extract.counted import Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.scene import Carried, Context, Scene
from lossledger.extract.sides import is_attack
from lossledger.extract.speakers import Chain
from lossledger.extract.tokens import DESIGNATION, NUMBER, WORD, Sentence
from lossledger.model import Claim
from lossledger.quantity import Quantity
from lossledger.vocabulary import metrics
from lossledger.vocabulary.lexicon import Match


def singles(
    scene: Scene, chains: list[tuple[int, int, Chain]],
    context: Context, state: Carried, here: list[Claim],
) -> None:  # fmt: skip
    """A thing named in the singular among counted ones is one: "a tank and two howitzers"."""
    s = scene.s
    acts = ("lose", "destroy", "down", "capture", "launch", "strike")
    frames = [m for m in s.all("frame", "noun_of_loss")
              if (m.kind == "noun_of_loss" or m.meaning in acts)
              and not s.match(m.start, "attributive")]  # fmt: skip
    listed = bool(here) and metrics()[here[-1].metric].kind != "event"
    if not frames and not listed:
        return
    taken = {k for n in scene.numbers for k in range(n.first, _end_of_thing(s, n))}
    end = -1
    named: set[int] = set()
    for m in s.all("single", "articled", "single_by"):
        if any(o.start < m.start < o.end or o.start == m.end for o in s.all("organisation")):
            continue  # a think tank is none, nor is a drone brigade
        opening = _article(s, m.start) if m.kind == "articled" else m.start
        if opening is None or opening == end:
            continue
        start, end = m.start, m.end
        listed_here = _after_comma(s, opening)
        if any(k in taken for k in range(m.start, m.end)) and not listed_here:
            continue
        if s.match(m.start - 1, "determiner") or _acts(s, m.end):
            continue
        noun = s.match(m.end, "articled")
        if noun is not None and noun.meaning == m.meaning:
            end = noun.end  # "a Su-35 fighter" is one
        if m.start in named:
            continue
        named.update(range(start, end))
        if any(o.start <= m.start and o.end > m.end and is_attack(o) for o in s.all("metric")):
            continue  # "a drone attack"
        if (blow := s.match(m.end, "metric")) is not None and is_attack(blow):
            continue  # "a cruise missile attack"
        if _does_harm(s, opening, m) or _is_the_doer(s, m):
            continue
        if s.match(m.start - 1, "speech") or s.match(m.end, "speech") or s.match(m.end, "title"):
            continue  # "a soldier of the brigade writes"
        if s.kinds[m.start] == DESIGNATION and m.start - 1 in taken:
            continue
        listed_here = (listed_here and bool(here)) or _before_a_count(s, m.end)
        if m.kind == "single_by" and not (listed_here or _struck_with(s, m.start)):
            continue
        gap = min((abs(opening - f.end) for f in frames), default=0)
        if not frames and not listed_here:
            continue
        if not here and gap > 4:
            continue
        one = Quantity.exactly(1)
        n = NumberPhrase(start, start, end, one, words=True, rules=("number.singular",))
        thing = Thing(str(m.meaning), m.start, end, None, "metric.singular")
        claim = claim_of(n, thing, scene, chain_at(n, chains), context, state, here)
        if claim and all(c.span != claim.span for c in here):
            state.claims.append(claim)
            if not here:
                state.last, state.last_thing, state.last_paragraph = claim, thing, s.paragraph
            here.append(claim)


def _does_harm(s: Sentence, opening: int, m: Match) -> bool:
    """Whether a weapon is what hits, and not what was hit: "damaged by a missile"."""
    by = s.match(opening - 1, "agent") is not None
    harm = ("destroy", "kill", "wound", "strike", "launch")
    done = any(o.end in (opening - 1, opening) and o.meaning in harm for o in s.all("frame"))
    joined = s.match(m.end, "joiner") and any(o.start == m.end + 1 and is_attack(o)
                                              for o in s.all("metric"))  # fmt: skip
    return (by and done) or bool(joined)


def _is_the_doer(s: Sentence, m: Match) -> bool:
    """Whether a weapon is the subject of what is told: "a Russian missile destroyed a house"."""
    if not any((o := s.match(k, "doer")) is not None and o.end == m.end
               for k in range(m.start, m.end)):  # fmt: skip
        return False
    near = range(max(0, m.start - 4), min(len(s), m.end + 5))
    if any(s.match(k, "passive") or s.match(k, "attributive") for k in near):
        return False
    return s.has("frame", m.start - 2, m.start) or s.has("frame", m.end, m.end + 6)


def _struck_with(s: Sentence, k: int) -> bool:
    """Whether a weapon is what one blow was struck with: "hit the port with a missile"."""
    blows = [m for m in s.all("frame") if m.meaning in ("launch", "act") and m.end <= k]
    between = range(blows[-1].end, k) if blows else range(0)
    return (
        bool(blows)
        and len(between) <= A_BLOW
        and not any(
            s.words[j] in ",;:" or s.kinds[j] == NUMBER or s.match(j, "joiner") for j in between
        )
    )


A_BLOW = 4
"""So many tokens at most stand between the verb of a blow and what it was struck with."""


def _acts(s: Sentence, end: int) -> bool:
    """Whether a verb of attack follows a thing at once: it is who attacks."""
    frame = s.match(end, "frame")
    return (
        frame is not None and frame.meaning in ("launch", "strike") and not s.match(end, "passive")
    )


def _article(s: Sentence, i: int) -> int | None:
    """Where the article of a noun stands, a few words of description before the noun aside."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if s.match(k, "article") or s.match(k, "another"):
            return k
        if (
            s.kinds[k] not in (WORD, DESIGNATION, NUMBER)
            or s.match(k, "stop")
            or s.match(k, "frame")
        ):
            return None
    return None


def _end_of_thing(s: Sentence, n: NumberPhrase) -> int:
    """The token behind what a number counts."""
    thing = counted.thing_after(s, n)
    return thing.last if thing else n.last


def _after_comma(s: Sentence, i: int) -> bool:
    """Whether a noun opens an item of an enumeration, its calibre aside."""
    if i > 1 and s.match(i - 1, "unit"):
        i -= 2
    return i > 0 and (s.words[i - 1] in ",;:" or bool(s.match(i - 1, "joiner")))


def _before_a_count(s: Sentence, k: int) -> bool:
    """Whether an enumeration goes on with a count behind a noun: "a missile and 14 drones"."""
    for i in range(k, min(k + A_NAME, len(s) - 1)):
        if s.words[i] == "," or s.match(i, "joiner"):
            return s.kinds[i + 1] == NUMBER or s.match(i + 1, "value") is not None
        if s.words[i] in ".;:" or s.match(i, "frame") or s.kinds[i] == NUMBER:
            return False
    return False


A_NAME = 8
"""So many tokens the name of a weapon, and where it came from, may have behind its noun."""
