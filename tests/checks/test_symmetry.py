"""Nothing is kinder to one side: swapped parties give the mirrored findings."""

import random
from dataclasses import replace

from hand_made import day, real_figures, real_known
from planted import PLANTS, clean, reading

from lossledger.checks import Known, check
from lossledger.model import Claim, Reading
from lossledger.sources import definition

PARTIES = {"RU": "UA", "UA": "RU"}
SPEAKERS = {
    "ua_general_staff": "ru_general_staff",
    "ua_armed_forces": "ru_armed_forces",
    "ua_mod": "ru_mod",
}
SPEAKERS |= {theirs: ours for ours, theirs in SPEAKERS.items()}
NAMES = {"Russian": "Ukrainian", "Ukrainian": "Russian", "Russia": "Ukraine", "Ukraine": "Russia"}


def mirrored_claim(claim: Claim) -> Claim:
    party = PARTIES.get(claim.party or "", claim.party)
    return replace(claim, party=party, claimant=SPEAKERS.get(claim.claimant or "", claim.claimant))


def mirrored_known() -> Known:
    return Known.from_figures(
        f._replace(party=PARTIES[f.party or ""], claimant=SPEAKERS[f.claimant or ""])
        for f in real_figures()
    )


def mirrored_words(text: str | None) -> str | None:
    if text is None:
        return None
    return " ".join("".join(_swap(part) for part in word.split("'")) for word in text.split())


def _swap(word: str) -> str:
    for name, other in NAMES.items():
        if name in word:
            return word.replace(name, other)
    return word


def mirrored_definition(source: str, metric: str, on: object) -> object:
    return definition(SPEAKERS.get(source, source), metric, on)


def test_swapped_parties_give_mirrored_findings():
    known, mirror, dice, on = real_known(), mirrored_known(), random.Random(3), day("2024-02-22")
    figures = clean(known, on)
    figures += [p for _, _, plant in PLANTS for _ in "abc" if (p := plant(known, on, dice))]
    for speaker in ("ua_general_staff", "ua_armed_forces", "ua_mod", "uk_mod", None):
        story = reading(figures, on)
        claims = [
            c if c.claimant == "uk_mod" else replace(c, claimant=speaker) for c in story.claims
        ]
        swapped = [mirrored_claim(c) for c in claims]
        one = check(Reading(story.document, tuple(claims)), known, definitions=definition)
        two = check(
            Reading(story.document, tuple(swapped)), mirror, definitions=mirrored_definition
        )
        for left, right in zip(one, two, strict=True):
            said = (left.verdict, left.cause, left.arithmetic, [e.low for e in left.expected])
            assert said == (
                right.verdict, right.cause, right.arithmetic, [e.low for e in right.expected]
            )  # fmt: skip
            plain = left.message.split("Definition used")[0].split("No definition")[0]
            other = right.message.split("Definition used")[0].split("No definition")[0]
            assert mirrored_words(plain) == " ".join(other.replace("'", "").split())
