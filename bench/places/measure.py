"""Measure places: share found and resolved on texts labelled by hand, load time, cost of reading.

Run `python bench/places/measure.py [GOLD] [--errors]`. Gold is one JSON object a line: language,
text, and places as [words, name, kind]; the name "?" is a place that no table here has, which is
right when it is left out or given without an id. A place counts as found when its words are; as
right when name and kind are, or when it is given as ambiguous with the right name.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from lossledger.extract.places import Settled, mentions, place_of, resolved
from lossledger.extract.tokens import sentences
from lossledger.places import cues, gazetteer
from lossledger.vocabulary.lexicon import lexicon

GOLD = Path(__file__).with_name("gold.jsonl")
LOAD = (
    "import time; t = time.perf_counter(); from lossledger.places import gazetteer; "
    "g = gazetteer(); a = time.perf_counter(); g.settlements(['bakhmut'], ''); "
    "g.settlements(['бахмут'], 'uk'); g.settlements(['бахмут'], 'ru'); "
    "print(a - t, time.perf_counter() - a)"
)


def places(text, language):
    settled, known, found = Settled(), gazetteer(), []
    for s in sentences(text, lexicon(language)):
        named = mentions(s, cues((language,)), (language,))
        found += [place_of(m, s, known) for m in resolved(named, s, settled, known)]
    return found


def judged(rows, errors):
    """Counts by language: wanted, given, found, right, with an id, ambiguous."""
    counts = {}
    for row in rows:
        n = counts.setdefault(row["language"], Counter())
        given = {p.quote: p for p in places(row["text"], row["language"])}
        wanted = {words: (name, kind) for words, name, kind in row["places"]}
        for words, (name, kind) in wanted.items():
            place = given.get(words)
            if name == "?":
                n["unknown"] += 1
                n["unknown_wrong"] += place is not None and place.id is not None
                if place is not None and place.id is not None and errors:
                    print("  wrong id:", words, place.name, place.of)
                continue
            n["wanted"] += 1
            n["found"] += place is not None
            right = place and place.name == name and (place.kind == kind or place.ambiguous)
            n["right"] += bool(right)
            n["ambiguous"] += bool(place and place.ambiguous)
            if errors and not right:
                print("  not right:", words, "is", place and (place.name, place.kind), name, kind)
        for words in given.keys() - wanted.keys():
            n["too_many"] += 1
            if errors:
                print("  too many:", words, given[words].name)
    return counts


def main(arguments):
    errors = "--errors" in arguments
    paths = [a for a in arguments if not a.startswith("-")] or [GOLD]
    lines = Path(paths[0]).read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line]
    for language, n in sorted(judged(rows, errors).items()):
        print(
            f"{language}: {n['right']} of {n['wanted']} places right, {n['found']} found,"
            f" {n['ambiguous']} ambiguous, {n['too_many']} too many,"
            f" {n['unknown_wrong']} of {n['unknown']} unknown places given an id"
        )
    run = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True)
    loading, first = map(float, run.stdout.split())
    print(f"load {loading * 1000:.0f} ms, first names in three scripts {first * 1000:.0f} ms more")
    text = {}
    for row in rows:
        text[row["language"]] = text.get(row["language"], "") + row["text"] + "\n\n"
    for language, some in sorted(text.items()):
        whole = some * 20
        places(whole, language)
        begin = time.process_time()
        lexed = sentences(whole, lexicon(language))
        middle = time.process_time()
        for s in lexed:
            named = mentions(s, cues((language,)), (language,))
            resolved(named, s, Settled(), gazetteer())
        cost = time.process_time() - middle
        size = len(whole.encode()) / 1000
        print(
            f"{language}: {cost / size * 1000:.2f} ms a KB of such dense text"
            f" (sentences and phrases alone {(middle - begin) / size * 1000:.2f})"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
