"""Which side stands where: beside a noun, as a verb's subject, behind "by"."""

from lossledger.extract.counted import AIRBORNE
from lossledger.extract.tokens import DESIGNATION, NUMBER, QUOTES, WORD, Sentence, once
from lossledger.vocabulary import War, metrics, sources
from lossledger.vocabulary.lexicon import Match

POSSESSIVE = ("'s", "’s")


def owner_words(s: Sentence, first: int, last: int) -> str | None:
    """The party that an adjective or name between two tokens gives, "enemy" for the other side."""
    for k in range(first, min(last, len(s))):
        if not s.tags[k]:
            continue
        for kind in ("party_adjective", "party"):
            m = s.match(k, kind)
            if m:
                return str(m.meaning)
        if s.match(k, "enemy"):
            return "enemy"
        if s.match(k, "own"):
            return "own"
        if s.match(k, "whose"):
            return _meant_by_possessive(s, k, counted=True)
    return None


def _meant_by_possessive(s: Sentence, index: int, *, counted: bool = False) -> str | None:
    """The side that "its" points back to: the last one named before it in the sentence.

    Of people ``counted`` it may be that of who is cited: "by the data of the army, 5 of its men".
    """
    cited = None
    for k in range(index - 1, -1, -1):
        if not s.tags[k]:
            continue
        for kind in ("party", "party_adjective", "source"):
            m = s.match(k, kind)
            plain = m is not None and m.end <= index and not _oblique(s, m)
            plain = plain and m is not None and not _object(s, k) and not attacks(s, m)
            side = _side_named(m) if m and plain else None
            if side:
                return side
            if counted and cited is None and m and kind == "source" and _is_cited(s, m):
                cited = _side_named(m)
    return cited


def subject_before(s: Sentence, index: int) -> tuple[str, int] | None:
    """The nearest side named before a verb in its clause: a party, "enemy", or a source's side."""
    start = before_insertion(s, index)
    quoted = _quoted_word(s, index)
    for k in range(start - 1, max(-1, index - 26), -1):
        if s.words[k] in ";:" or (s.words[k] in QUOTES and k not in quoted):
            return None
        if not s.tags[k]:
            continue
        for kind in ("party", "enemy", "own", "party_adjective", "source", "whose"):
            m = s.match(k, kind)
            if kind == "whose" and m is not None and not _of_an_army(s, m.end):
                continue
            if m is None or m.end > index or _oblique(s, m) or _object(s, k, index):
                continue
            if kind != "source" and _of_an_office(s, k):
                continue
            if kind == "enemy" and k > 1 and s.kinds[k - 1] == NUMBER and len(s.words[k - 1]) != 4:
                continue  # "killed 54 occupiers, wounded 31"
            office = s.match(k, "source") or s.match(m.end, "source")
            if kind == "party_adjective" and office and _speaks(s, office, index):
                return None  # "the Ukrainian staff counted one missile strike"
            whose = s.match(k - 1, "party_adjective") if kind == "enemy" else None
            m = whose or m  # "the Russian occupiers"
            if kind == "whose":
                meant = _meant_by_possessive(s, k)
                return (meant, k) if meant else None
            inside = kind == "source" and any(
                o.start < m.start < o.end for o in s.all("air_defence")
            )  # "air defence forces shot down 52 bombs"
            side = None if inside or (kind == "source" and _speaks(s, m, index)) else _side_named(m)
            if side and s.has("admission", m.end, index):
                return None
            if side:
                return None if _subject_between(s, m.end, index) else (side, k)
    return None


def attacked(s: Sentence, at: int = 0) -> str | None:
    """Who suffers an attack: a side whose land it strikes, or the one that did not send it.

    "A Russian strike killed 43", "across Ukraine the barrage killed 43", "Russia shelled a town,
    killing four". Of two attacks that a contrast parts it is the one told of at a token.
    """
    told = _attacks(s)
    if len(told) < 2:
        return told[0][1] if told else None
    cuts = [m.start for m in s.all("contrast") if m.start > 2]
    part = sum(cut <= at for cut in cuts)
    here = (side for k, side in told if sum(cut <= k for cut in cuts) == part)
    return next(here, told[0][1])


@once
def _attacks(s: Sentence) -> list[tuple[int, str]]:
    """Where a sentence tells of attacks, and who suffers each; those by nouns first."""
    found: list[tuple[int, str]] = []
    for m in s.all("metric"):
        row = metrics().get(str(m.meaning))
        flown = m.meaning in AIRBORNE
        if not (m.meaning in ("strike", "attack") or flown or (row and row.party == "actor")):
            continue
        land = (o for o in s.all("party") if m.start - 5 <= o.start and o.end <= m.start)
        struck = _aimed_at(s, m) or next((o for o in land if is_land(s, o.start - 1)), None)
        attacker = None if struck else _attacker(s, m)
        side = str(struck.meaning) if struck else other_side(s.war, attacker) if attacker else None
        found += [(m.start, side)] if side else []
    for m in s.all("frame"):
        if m.meaning not in ("strike", "launch") or _is_passive(s, m):
            continue
        subject = subject_before(s, m.start)
        by_name = subject and any(s.match(subject[1], k) for k in ("party", "enemy", "own"))
        side = other_side(s.war, subject[0]) if subject and by_name else None
        if subject and side and not _owns_a_place(s, subject[1]):
            found.append((m.start, side))
    return found


def _owns_a_place(s: Sentence, k: int) -> bool:
    """Whether a name only says whose something is: "Zelensky's home town"."""
    return s.words[k].endswith(("'s", "’s"))


def _is_passive(s: Sentence, m: Match) -> bool:
    """Whether a verb tells what was done to its subject: "was hit", "hit by"."""
    verbs = ("be", "passive")
    near = range(max(0, m.start - 2), m.start)
    return bool(s.match(m.end, "agent")) or any(s.match(k, kind) for k in near for kind in verbs)


def _aimed_at(s: Sentence, m: Match) -> Match | None:
    """The side behind an attack that it is aimed at: "an attack on Ukraine"."""
    if s.match(m.end, "oblique"):
        return s.match(m.end, "party") or s.match(m.end + 1, "party")
    if s.match(m.end, "agent") or not s.match(m.end, "adposition"):
        return None
    return s.match(m.end + 1, "party") or s.match(m.end + 1, "party_adjective")


def _attacker(s: Sentence, m: Match) -> str | None:
    """Whose an attack is, by the words right before or behind its noun: "Russian drone strikes"."""
    behind = owner_words(s, m.end, m.end + 1)
    for k in range(m.start - 1, max(-1, m.start - AN_ATTACK), -1):
        ends = s.match(k, "stop") and not s.match(k, "whose")
        if s.words[k] in QUOTES:
            continue
        if ends or s.kinds[k] not in (WORD, DESIGNATION):
            break
        owner = owner_words(s, k, k + 1)
        if owner:
            return owner
    return behind


AN_ATTACK = 7
"""So many tokens the name of an attack may have: "Russian missile and drone attack"."""


def is_land(s: Sentence, before: int) -> bool:
    """Whether a preposition makes the side behind it a place: "in Ukraine", not "by Russia"."""
    return (
        s.match(before, "preposition") is not None
        and not s.match(before, "agent")
        and bool(s.match(before, "adposition") or s.match(before, "preposed"))
    )


@once
def labelled(s: Sentence) -> str | None:
    """The side that a line opens with before a colon: "Russia: 23,600 pieces, including"."""
    label = s.match(0, "party")
    if label is None or (label.end < len(s) and s.words[label.end] != ":"):
        return None
    speaker = s.match(0, "source")
    known = sources().get(str(speaker.meaning)) if speaker else None
    return None if known and not known.generic else str(label.meaning)


def _quoted_word(s: Sentence, index: int) -> tuple[int, ...]:
    """The marks around a word or two quoted right before a verb: 'it "bravely" lost'."""
    if index < 3 or s.words[index - 1] not in QUOTES:
        return ()
    opening = (k for k in (index - 3, index - 4) if k >= 0 and s.words[k] in QUOTES)
    return next(((k, index - 1) for k in opening), ())


def _of_an_army(s: Sentence, k: int) -> bool:
    """Whether soldiers or an army stand right behind "its": "its troops lost 12"."""
    m = s.match(k, "military") or s.match(k, "metric")
    return m is not None and str(m.meaning) in ("military", "personnel")


def _of_an_office(s: Sentence, k: int) -> bool:
    """Whether a side's name is part of an office's: "the Defence Ministry of Russia"."""
    return any(
        (m := s.match(j, "source")) is not None and m.end > k for j in range(max(0, k - 8), k)
    )


def _speaks(s: Sentence, m: Match, index: int) -> bool:
    """Whether a source only speaks of what the verb says, or of other things."""
    between = range(m.end, index)
    return any(s.match(k, kind) for k in between for kind in ("speech", "metric", "noun_of_loss"))


def _subject_between(s: Sentence, start: int, index: int) -> bool:
    """Whether a verb and then a subject of its own stand before a verb: "X fired and Y downed"."""
    joiner = next((k for k in range(index - 1, start, -1) if s.match(k, "joiner")), None)
    if joiner is None or not s.has("frame", start, joiner):
        return False
    light = ("copula", "perfect", "negation", "also", "stop", "frame")
    return any(
        s.kinds[k] == WORD and not any(s.match(k, kind) for kind in light)
        for k in range(joiner + 1, index)
    )


def _side_named(m: Match) -> str | None:
    """The side that a subject is or belongs to."""
    if m.kind in ("enemy", "own"):
        return m.kind
    if m.kind == "source":
        source = sources().get(str(m.meaning))
        return source.party if source else None
    return str(m.meaning)


def before_insertion(s: Sentence, index: int) -> int:
    """The token before a clause in commas that only tells who says it, else ``index`` itself.

    "Ukraine, as the Russian ministry claims, lost 300": Ukraine lost them.
    """
    if index < 1 or s.words[index - 1] != ",":
        return index
    for k in range(index - 2, max(-1, index - 14), -1):
        if s.words[k] == ",":
            told = any(s.match(i, "according") or s.match(i, "speech") for i in range(k, index))
            return k if told else index
    return index


def _acted_on(s: Sentence, k: int) -> bool:
    """Whether a verb of what one side does to another stands before an adjective's noun."""
    for j in range(k - 1, max(-1, k - 5), -1):
        verb = s.match(j, "frame")
        if verb:
            return verb.end <= k and str(verb.meaning) in VICTIMS and not s.match(j, "passive")
        if s.kinds[j] != WORD or (s.match(j, "stop") and not s.match(j, "article")):
            return False
    return False


VICTIMS = frozenset({"repel", "destroy", "down", "capture", "strike", "kill", "wound"})
"""Verbs of what one side does to the other."""


def _object(s: Sentence, k: int, index: int = 0) -> bool:
    """Whether a verb stands right before a name, so that the name is what it acts on."""
    participle = index > 0 and s.words[index - 1] == "," and s.match(k, "party_adjective")
    if participle and _acted_on(s, k):
        return True  # "Ukraine repelled a large Russian assault, destroying 12 tanks"
    return any(
        (f := s.match(j, "frame")) is not None
        and f.end == k
        and not s.match(j, "passive")
        and f.meaning in ("strike", "launch", "destroy")
        for j in range(max(0, k - 3), k)
    )


def _oblique(s: Sentence, m: Match) -> bool:
    """Whether a name stands in a form, or behind a preposition, that no subject has."""
    determined = s.match(m.start - 1, "determiner") or s.match(m.start - 1, "definite")
    before = m.start - (2 if determined else 1)
    clause = s.match(before, "since") or s.match(before, "relative")
    if clause and (s.match(m.end, "frame") or s.match(m.end, "perfect")):
        return False  # "since Russia launched its attack"
    if s.match(before, "adposition") or s.match(before, "preposed"):
        return True
    if m.kind == "party_adjective" and s.match(before, "of"):
        return True  # "a block in the centre of the Ukrainian capital"
    if m.kind == "party_adjective" and (of := s.match(before, "out_of")) and of.end == before + 1:
        return True  # "strikes on the positions of Ukrainian units"
    if _is_cited(s, m):
        return True
    return any(
        (o := s.match(k, "oblique")) is not None and o.end >= m.end
        for k in range(max(0, m.start - 2), m.start + 1)
    )


def _is_cited(s: Sentence, m: Match) -> bool:
    """Whether a source is named as one: "Russia, according to the ministry, lost"."""
    for k in range(m.start - 1, max(-1, m.start - 5), -1):
        if s.words[k] in ",:;":
            return False
        for kind in ("according", "citing"):
            word = s.match(k, kind)
            if word is not None and word.end <= m.start:
                return True
    return False


def agent_after(s: Sentence, index: int) -> str | None:
    """The side behind "by": "shot down by Ukrainian gunners"."""
    for k in range(index, min(index + 6, len(s))):
        if s.match(k, "agent"):
            counted = s.has("account", k + 1, k + 4) or s.has("tally", k + 1, k + 4)
            return None if counted else owner_words(s, k + 1, k + 7)  # "by his tally"
        if s.words[k] in ".;:":
            return None
    return None


def other_side(war: War, party: str | None) -> str | None:
    """The party that a party fights; "enemy" and "own" turn into each other."""
    if party in ("enemy", "own"):
        return "own" if party == "enemy" else "enemy"
    return war.opponent(party)


def owner_before(s: Sentence, start: int) -> str | None:
    """The owner in the words right before a noun of loss, no preposition or verb between."""
    for k in range(start - 1, max(-1, start - 4), -1):
        ends = s.words[k] in ",;:()" or s.match(k, "stop")
        if not ends and k > 0 and s.match(k, "speech") and s.words[k - 1].endswith(POSSESSIVE):
            return owner_words(s, k - 1, k)  # "Russia's estimated combat losses"
        if ends or s.match(k, "speech") or s.match(k, "frame"):
            return None
        found = owner_words(s, k, k + 1)
        if found == "own":  # "Russia's own losses"
            found = owner_words(s, k - 1, k) or found
        if found:
            return found
    return None


def owner_behind(s: Sentence, start: int, reach: int) -> str | None:
    """The owner in the words behind a noun of loss, before a comma, an attack and its own side.

    "The toll of a Russian strike" is none of the Russians'.
    """
    end = min(start + reach, len(s))
    end = next((k for k in range(start, end) if s.words[k] in ",;:"), end)
    blows = [m.start for m in s.all("metric") if start <= m.start <= end and is_blow(m)]
    if blows:
        end = blows[0]
        while end > start and (s.match(end - 1, "party_adjective") or s.match(end - 1, "enemy")):
            end -= 1
    return owner_words(s, start, end)


def attacks(s: Sentence, m: Match) -> bool:
    """Whether a side's adjective stands before an attack: "Utopian strikes", who is no subject."""
    blow = s.match(m.end, "metric") if m.kind == "party_adjective" else None
    return blow is not None and is_blow(blow)


def is_blow(m: Match) -> bool:
    """Whether a word is an attack, or what one side does to the other."""
    row = metrics().get(str(m.meaning))
    return m.meaning in ("strike", "attack") or (row is not None and row.party == "actor")


def is_attack(m: Match) -> bool:
    """Whether a noun is one of attacks: "a drone attack" counts no drone."""
    row = metrics().get(str(m.meaning))
    downed = str(m.meaning).endswith(("_downed", "_launched"))
    return row is not None and row.kind == "event" and not downed
