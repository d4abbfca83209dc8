"""Nothing that is not what it seems passes in silence, and nothing of it is changed."""

import random
import re
import unicodedata
from datetime import UTC, datetime

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.extract.disguise import ALIKE, DIGITS, HIDDEN
from lossledger.vocabulary import table

NOW = datetime(2024, 2, 22, 9, tzinfo=UTC)
SENTENCES = (
    "Ukraine's General Staff said Russia lost {number} soldiers and {other} tanks.",
    "Генштаб заявив, що росіяни втратили {number} військових і {other} танків.",
    "Генштаб заявил, что российская армия потеряла {number} военных и {other} танков.",
)
WORDS = ("soldiers", "tanks", "росіяни", "військових", "танків", "военных", "танков", "потеряла")


def code_points(rows):
    for row in rows:
        ends = [int(end, 16) for end in row.split("-")]
        yield from range(ends[0], ends[-1] + 1)


def hidden_cases(draw):
    points = [
        c
        for c in code_points(table("disguises")["invisible"]["ranges"])
        if unicodedata.category(chr(c)) != "Cn" or c < 0x3000
    ]
    for point in points * 3:
        number = str(draw.randrange(1000, 99999))
        at = draw.randrange(1, len(number))
        yield HIDDEN, chr(point), number[:at] + chr(point) + number[at:]


def digit_cases(draw):
    zeros = [c for c in range(0x80, 0x20000) if unicodedata.decimal(chr(c), -1) == 0]
    for zero in zeros * 8:
        number = str(draw.randrange(1000, 99999))
        at = draw.randrange(len(number))
        odd = chr(zero + int(number[at]))
        yield DIGITS, odd, number[:at] + odd + number[at + 1 :]


def figure_cases(draw):
    for letter in table("disguises")["figures"]["letters"] * 20:
        number = str(draw.randrange(1000, 99999))
        at = draw.randrange(len(number))
        yield ALIKE, letter, number[:at] + letter + number[at + 1 :]


def word_cases(draw):
    rows = table("disguises")["alike"]
    pairs = dict(zip(rows["latin"], rows["cyrillic"], strict=True))
    swap = pairs | {there: here for here, there in pairs.items()}
    while True:
        word = draw.choice(WORDS)
        places = [k for k, letter in enumerate(word) if letter in swap]
        at = draw.choice(places)
        yield ALIKE, swap[word[at]], word[:at] + swap[word[at]] + word[at + 1 :]


def cases():
    """2,000 disguises in sentences of three languages."""
    draw = random.Random(20240222)
    found = [*hidden_cases(draw), *digit_cases(draw), *figure_cases(draw)]
    words = word_cases(draw)
    found += [next(words) for _ in range(2000 - len(found))]
    for n, (kind, odd, disguised) in enumerate(found):
        sentence = SENTENCES[n % 3].format(number=disguised, other="12")
        if not any(c.isdigit() for c in disguised):
            sentence = SENTENCES[n % 3].format(number="1160", other="12") + f" {disguised}"
        yield kind, odd, disguised, sentence


def reading_of(sentence):
    document = document_from_text(sentence, retrieved_at=NOW, published_at=NOW)
    return read(document)


def test_2000_disguises_are_flagged_and_none_is_changed():
    unflagged, changed, trusted, tried = [], [], [], 0
    for kind, odd, disguised, sentence in cases():
        tried += 1
        text = unicodedata.normalize("NFC", sentence)
        found = reading_of(sentence)
        first = text.find(disguised)
        at = first + disguised.index(odd)
        if found.document.text != text or first < 0:
            changed.append(ascii(disguised))
        if not any(n.kind == kind and n.span.start <= at < n.span.end for n in found.notes):
            unflagged.append((kind, ascii(disguised)))
        last = first + len(disguised)
        touching = [c for c in found.claims if c.span.start <= last and first <= c.span.end]
        trusted += [c.quote for c in touching if c.confidence != "low"]
    assert tried == 2000
    assert (unflagged[:5], changed[:5], trusted[:5]) == ([], [], [])


@pytest.mark.parametrize(
    "text",
    [
        "The enemy lost 1,160 soldiers (+20), 12 T-90M tanks and Mi-8 helicopters 🇺🇦 ‼️ 👨\u200d✈️ 3️⃣.",
        "Втрати: 1 160 осіб, 5½ тис., 12 БПЛА Shahed-136/131, 45-та ОБр, 3-й АК, ТЕЦ-5, п'ять, зв’язок.",
        "Потери: 407\u202f240 чел., 12 Су-34, «Искандер-М», HIMARS, М777, 10 км², Wi-Fi и 1990-е.",
    ],
)
def test_ordinary_texts_have_no_such_notes(text):
    kinds = {note.kind for note in reading_of(text).notes}
    assert not kinds & {HIDDEN, DIGITS, ALIKE}


WHOLE = {
    "soap": "ѕоар",
    "hope": "һоре",
    "Pope": "Роре",
    "cash": "саѕһ",
    "copy": "сору",
    "peace": "реасе",
}


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_that_is_wholly_of_another_script_is_flagged(word):
    english = f"The staff said Russia lost 12 tanks and 7 {WHOLE[word]} boats in a day."
    assert [n.quote for n in reading_of(english).notes if n.kind == ALIKE] == [WHOLE[word]]
    assert not [n for n in reading_of(english.replace(WHOLE[word], word)).notes if n.kind == ALIKE]


@pytest.mark.parametrize(
    "word", {"соса": "coca", "рас": "pac", "осаха": "ocaxa", "хор": "xop"}.items()
)
def test_a_word_of_latin_twins_alone_in_a_cyrillic_line_is_flagged(word):
    own, disguised = word
    text = f"Генштаб заявив, що росіяни втратили 12 {disguised} і 7 танків за добу."
    assert [n.quote for n in reading_of(text).notes if n.kind == ALIKE] == [disguised]
    assert not [n for n in reading_of(text.replace(disguised, own)).notes if n.kind == ALIKE]


@pytest.mark.parametrize(
    "text",
    ["За даними BBC, втрачено 12 танків, 3 ATACMS і 1 HIMARS.", "Фото: пост у space opera, 12 танків.",
     "Подробиці на сайті https://a.example/space, 12 танків.", "The site ТАСС said 12 tanks were lost.",
     "Знищено 12 танків (Oryx) і 7 гармат, пише The Times."],
)  # fmt: skip
def test_names_in_the_other_script_are_ordinary(text):
    noted = [n.quote for n in reading_of(text).notes if n.kind == ALIKE]
    assert noted in ([], ["ТАСС"]), "an abbreviation in Cyrillic twins among English words is odd"


def test_a_note_shows_the_word_and_says_which_kind():
    found = reading_of("Ukraine's General Staff said Russia lost 1\u202e061 soldiers.")
    (note,) = [n for n in found.notes if n.kind == HIDDEN]
    assert note.quote == "1\u202e061"
    assert re.search("1\u202e061", found.document.text)
