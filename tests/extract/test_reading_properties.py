"""What holds for every text: spans give back the words, and form does not change the reading."""

import unicodedata
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from lossledger.documents import document_from_bytes
from lossledger.errors import BadInput
from lossledger.extract import read
from lossledger.extract.numbers import number_phrases
from lossledger.extract.tokens import sentences
from lossledger.model import Reading
from lossledger.vocabulary.lexicon import lexicon

READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
PUBLISHED = datetime(2024, 2, 23, 12, tzinfo=UTC)

PIECES = {
    "en": """Russia|Ukraine|lost|destroyed|had lost|tanks|about|more than|at least|up to|soldiers|
        killed|wounded|drones|the General Staff said|according to the Ministry of Defence|on Monday|
        over the past day|since the invasion|including|of them|twenty-one|a tank|half a million|
        Su-34|M113|24 February 2022|24.02.22|24.02|6523|407,240|1 391 950|29.2 thousand|12k|(+7)|
        70-100|5%|$3 million|10:30|it could not be independently verified|personnel ‒ about|
        artillery systems –|café|naïve""",
    "uk": """Росія|Україна|втратила|знищено|танків|близько|понад|щонайменше|до|військових|загинуло|
        поранено|безпілотників|повідомив Генштаб|за даними Міноборони|у понеділок|за минулу добу|
        з початку вторгнення|зокрема|з них|двадцять один|танк|півтори тисячі|Су-34|24 лютого 2022
        року|24.02.22|6523|407\u00a0240|1\u202f391\u202f950|29,2 тис.|85 тисяч 410|(+7)|5 %|
        особового складу ‒ близько|артсистем –|їхній|й його""",
    "ru": """Россия|Украина|потеряла|уничтожено|танков|около|более|не менее|до|военнослужащих|погибли|
        ранены|беспилотников|сообщил Генштаб|по данным Минобороны|в понедельник|за минувшие сутки|
        с начала вторжения|в том числе|из них|двадцать один|танк|полторы тысячи|Су-34|24 февраля
        2022 года|24.02.22|6523|407 240|906,5 тысячи|(+7)|5 %|личного состава ‒ около|
        артиллерийских систем –|ёлка|йод""",
}
MARKS = [" ", " ", " ", " ", ", ", ". ", ": ", "; ", " — ", " – ", " (", ") ", "\n", "\n\n", "\n• ",
         " «", "» ", ' "', '" ', "\t", " | ", "! ", "… "]  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    """Texts of one language, put together from its phrases, numbers and marks in any order."""

    def joined(words: list[str]) -> st.SearchStrategy[str]:
        pair = st.tuples(st.sampled_from(words), st.sampled_from(MARKS))
        return st.lists(pair, min_size=4, max_size=40).map(lambda ps: "".join(a + b for a, b in ps))

    return st.sampled_from(sorted(PIECES)).flatmap(
        lambda code: joined([" ".join(p.split()) for p in PIECES[code].split("|")])
    )


def reading(text: str) -> Reading | None:
    """The reading of a text, ``None`` where the text is refused or its language unknown."""
    try:
        document = document_from_bytes(
            text.encode(), origin="test", retrieved_at=READ_AT, published_at=PUBLISHED,
            media_type="text/plain",
        )  # fmt: skip
    except BadInput:
        return None
    return None if document.language == "und" else read(document)


def said(found: Reading) -> list[object]:
    """What a reading says, without the places, which change with the bytes."""
    return [
        [(c.quote, c.metric, c.quantity, c.party, c.claimant, c.period, c.stance, c.scope)
         for c in found.claims],
        [(i.quote, i.reason) for i in found.ignored],
        [u.quote for u in found.unread],
        [(r.kind, len(r.targets)) for r in found.relations],
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(texts())
def test_spans_give_back_the_words_and_lead_to_their_bytes(text: str) -> None:
    found = reading(text)
    if found is None:
        return
    whole, content = found.document.text, found.document.content
    for c in found.claims:
        assert whole[c.span.start : c.span.end] == c.quote
        piece = content[c.byte_span.start : c.byte_span.end].decode()
        assert unicodedata.normalize("NFC", piece) == c.quote
    for other in (*found.ignored, *found.unread):
        assert whole[other.span.start : other.span.end] == other.quote


@settings(max_examples=150, deadline=None)
@given(texts())
def test_every_digit_is_claimed_ignored_or_unread(text: str) -> None:
    found = reading(text)
    if found is None:
        return
    spans = [x.span for x in (*found.claims, *found.ignored, *found.unread)]
    digits = [k for k, char in enumerate(found.document.text) if char.isdigit()]
    lost = [k for k in digits if not any(s.start <= k < s.end for s in spans)]
    assert lost == [], found.document.text


@settings(max_examples=150, deadline=None)
@given(texts())
def test_no_two_claims_share_a_number(text: str) -> None:
    found = reading(text)
    if found is None:
        return
    places = sorted((c.span.start, c.span.end) for c in found.claims)
    assert all(a[1] <= b[0] for a, b in pairwise(places)), found.document.text


@settings(max_examples=100, deadline=None)
@given(texts())
def test_composed_and_decomposed_letters_are_read_alike(text: str) -> None:
    composed = reading(unicodedata.normalize("NFC", text))
    decomposed = reading(unicodedata.normalize("NFD", text))
    if composed is None or decomposed is None:
        assert composed is decomposed
        return
    assert said(composed) == said(decomposed)


@settings(max_examples=100, deadline=None)
@given(texts())
def test_line_ends_of_every_system_are_read_alike(text: str) -> None:
    one, other = reading(text), reading(text.replace("\n", "\r\n"))
    if one is None or other is None:
        assert one is other
        return
    assert said(one) == said(other)


@settings(max_examples=60, deadline=None)
@given(texts())
def test_reading_twice_gives_the_same_claims(text: str) -> None:
    one, other = reading(text), reading(text)
    if one is not None and other is not None:
        assert one.claims == other.claims


SENTENCES = {
    "en": "Russia lost {} tanks on Monday.",
    "uk": "Росія втратила {} танків за добу.",
    "ru": "Россия потеряла {} танков за сутки.",
}
# Oblique hundreds and nineties of the library's Ukrainian are no Ukrainian ("двохста"), so of
# that language only the cases are asked for that it has right.
CASES = {
    "en": (None,),
    "uk": (None, "nominative", "dative", "accusative"),
    "ru": ("n", "g", "d", "a", "i", "p"),
}


@pytest.mark.parametrize(("code", "case"), [(c, k) for c, cases in CASES.items() for k in cases])
@settings(max_examples=120, deadline=None)
@given(st.one_of(st.integers(2, 130), st.integers(2, 10_000), st.integers(2, 10**9)))
def test_numbers_in_words_are_read_back(code: str, case: str | None, value: int) -> None:
    words = num2words(value, lang=code, **({"case": case} if case else {}))
    (s,) = sentences(SENTENCES[code].format(words), lexicon(code))
    found = [n.quantity.value if n.quantity else None for n in number_phrases(s, lexicon(code))]
    assert found == [value], words
