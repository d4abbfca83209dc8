"""Whose a thing is by a name in the genitive beside it, or by a verb of having."""

from lossledger.extract import sides
from lossledger.extract.counted import Thing
from lossledger.extract.numbers import NumberPhrase
from lossledger.extract.tokens import NUMBER, Sentence

POSSESSIVE = ("'s", "’s")


def genitive(s: Sentence, thing: Thing) -> str | None:
    """The owner said right behind a thing: "soldiers of the Ukrainian army", "танків ворога"."""
    k = thing.last
    steps = 0
    while k < len(s) and steps < 4:
        found = sides.owner_words(s, k, k + 1)
        if found:
            return found if not s.match(k, "agent") else None
        plain = s.folded[k] in ("of", "the") or s.match(k, "modifier") or s.match(k, "attributive")
        if s.kinds[k] == NUMBER or not plain:
            return None
        k += 1
        steps += 1
    return None


def genitive_before(s: Sentence, thing: Thing) -> str | None:
    """The nearest owner in the few words before a label: "Russian losses"."""
    for k in range(thing.first - 1, max(-1, thing.first - 4), -1):
        found = sides.owner_words(s, k, k + 1)
        if found == "own":  # "Russia's own losses"
            found = sides.owner_words(s, k - 1, k) or found
        named = s.match(k, "party") or s.match(k, "party_adjective")
        if found and not named and "," in s.words[k : thing.first]:
            return None  # "in a category of their own, rocket launchers"
        if found or s.match(k, "speech") or s.match(k, "frame") or s.kinds[k] == NUMBER:
            return found
    return None


def who_has(s: Sentence, n: NumberPhrase) -> str | None:
    """The side that "has" dead or wounded: "Ukraine has close to 70,000 killed"."""
    verb = n.lead - 1 - bool(s.match(n.lead - 1, "between"))
    has = s.match(verb, "perfect") or s.match(verb - 1, "perfect")
    if has is None or has.end != verb + 1:
        return None
    verb = has.start - bool(s.match(has.start - 1, "perfect"))  # "Russia has had between"
    verb = next((m.start for m in s.all("passive_speech") if m.end == verb), verb)  # "is said to"
    end = before_commas(s, verb)
    named = (s.match(k, "party") for k in range(max(0, end - 3), end))
    return next(
        (
            str(m.meaning)
            for m in named
            if m and m.end == end and not s.match(m.start - 1, "adposition")
        ),
        None,
    )  # not "those killed in Ukraine have exceeded"


def owned_number(s: Sentence, n: NumberPhrase) -> str | None:
    """The side whose a bare number is: "compared to Russia's 1.2 million"."""
    m = s.match(n.lead - 1, "party_adjective")
    return str(m.meaning) if m and s.words[n.lead - 1].endswith(POSSESSIVE) else None


def before_commas(s: Sentence, index: int) -> int:
    """The comma that opens a clause of a few words which a comma before a verb closes."""
    if index < 1 or s.words[index - 1] != ",":
        return index
    back = range(index - 2, max(-1, index - 9), -1)
    comma = next((k for k in back if s.words[k] == ","), index)
    plain = all(s.kinds[k] != NUMBER and not s.match(k, "frame") for k in range(comma, index))
    return comma if plain else index
