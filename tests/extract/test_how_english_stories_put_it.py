"""Turns of phrase of English news stories, one family a table: the figure and one field of it.

All sentences are our own, published on Wednesday, 12 June 2024.
"""

from datetime import UTC, date, datetime, time

import pytest

from lossledger.documents import document_from_text
from lossledger.extract import read
from lossledger.model import Claim
from lossledger.period import KYIV

PUBLISHED = datetime.combine(date(2024, 6, 12), time(9), KYIV)

WHOM_AN_ATTACK_HURTS = """
Seven killed during Russian strikes, Ukraine says | Seven | civilians UA killed
Russia attacked Ukraine's capital with missiles on Tuesday, killing one person and wounding 27. \
| 27 | civilians UA wounded
Russia battered a market with drones overnight, killing 14 people. | 14 | civilians UA killed
Russia bombarded Kyiv, killing 12 in its deadliest assault on the capital. | 12 | civilians UA killed
More than 2,000 civilians have died since Russia launched its attack. | 2,000 | civilians UA killed
A drone attack on Odesa killed two men, the governor said. | two | civilians UA killed
In Kryvyi Rih, Zelensky's home town, 18 people were killed when a missile hit a playground. \
| 18 | civilians UA killed
Among the injured in Dnipro were 18 children, the mayor said. | 18 | civilians UA wounded
Strikes hit a house in Lviv, killing one and wounding 17. | one | civilians UA killed
"""
WHOSE = """
Ukraine repelled a large Russian assault, destroying 12 tanks. | 12 | tanks RU
Zelensky says 188 drones launched on Tuesday were a record. | 188 | drones_launched RU
Three missiles were launched from the Belgorod region, prosecutors said. | Three | missiles_launched RU
Some 117 drones smuggled in lorries hit 41 Russian warplanes. | 117 | drones_launched UA
Russia will probably pass the mark of one million soldiers killed. | one million | personnel RU killed
Russia will likely hit 1 million casualties this summer, a report says. | 1 million | personnel RU
The number of Russian soldiers killed in Ukraine has exceeded 100,000. | 100,000 | personnel RU killed
Putin kept silent on Russia's own losses, which Kyiv's General Staff puts at 280,470. \
| 280,470 | personnel RU
The Kremlin dismissed a report of 71,000 dead. | 71,000 | personnel RU killed
Moscow's ministry spoke. Air defence forces shot down 52 guided bombs, it said. \
| 52 | guided_bombs_downed UA
Units of the northern group repelled five attacks by Ukrainian troops, the ministry said. \
| five | assaults UA
Kyiv said six people died in Ukrainian strikes on Sunday, while Russian bombing of Kharkiv killed \
one person. | one | civilians UA killed
"""
WHAT = """
Some 200,000 Russian regular and private troops have been killed. | 200,000 | personnel RU killed
The ministry said six HIMARS missiles hit the depot. | six | missiles_launched
It shot down a Su-35 fighter. | Su-35 fighter | aircraft_downed
Russia has lost 1.2 million in killed, wounded and missing. | 1.2 million | personnel RU killed wounded missing
A spokesman said Moscow loses 1,100 a day, dead and wounded. | 1,100 | personnel RU killed wounded
Russia lost 2,270 tanks, 1,503 of them destroyed. Ukraine's losses are 655. | 655 | tanks UA
Of 300 soldiers of the unit, 40 were killed and two taken prisoner. | two | personnel captured
Nine Russian warplanes were destroyed in blasts at an air base, Ukraine's air force said. \
| Nine | aircraft RU
Some 20 people, nine of them children, died in Kryvyi Rih. | 20 | civilians UA killed
Four missiles were fired at Kharkiv. At least 19 were hurt. | 19 | civilians wounded
The injured included 19 officers, five rescuers and a child. | five | civilians wounded
"""
NO_CLAIM = """
Some 2,000 people died in the war, officials said, and about 90,000 have fled their homes. | 90,000
Three Ukrainian soldiers who crossed the river told reporters that it was cold. | Three
Some 11,000 North Korean troops have been moved to the Kursk region. | 11,000
Russia has suffered 600,000 casualties, more than in any conflict since World War Two. | Two
The exchange involved several hundred wounded soldiers; it was a prisoner swap. | several hundred
The toll is the highest since mid-2023. | 2023
A train carrying over 500 passengers was damaged in the attack. | 500
It was the worst strike on the city since June 7, when three people died. | 7
Losses in the 1979-89 war in Afghanistan were lower than those of the Russian army. | 1979
The shelling damaged 40 civilian facilities in Kherson. | 40
"""
WHO = """
Moscow claimed to have killed 300 Ukrainian soldiers. | 300 | ru_authorities
Russia admitted to having lost 30 tanks. | 30 | ru_authorities
Russia's defence ministry said it lost 40 men. President Zelensky went further, saying 600 \
Russians had been killed. | 600 | ua_president
Two American officials quoted by Reuters said 20 Russian planes were struck. | 20 | us_officials
A study published by the Center for Strategic and International Studies, a Washington think \
tank, says Russia lost 950,000 men. | 950,000 | csis
CSIS says Russia lost 950,000 men. For Ukraine the study gives 400,000 casualties. | 400,000 | csis
Mediazona, an outlet that works with BBC Russian, has confirmed 75,382 deaths of Russian soldiers. \
| 75,382 | mediazona
According to the independent news outlet Mediazona, Russia has lost 37,000 soldiers. \
| 37,000 | mediazona
NATO estimates that 7,000 Russian soldiers have died where resistance denied Moscow the victory. \
| 7,000 | nato
Kyiv's top general said that 9,000 soldiers had been killed. The General Staff said nothing. \
| 9,000 | ua_armed_forces
Dozens of people were injured in Kharkiv, said its mayor, Ihor Terekhov. \
| Dozens | ua_local_authorities
Ivan Fedorov, the governor, was there. Four people are wounded, Fedorov said. \
| Four | ua_local_authorities
Three soldiers were killed, the 28th Mechanised Brigade said. | Three | 28th Mechanised Brigade
Posts on X claim that 1,126,652 Ukrainian soldiers were killed. The White House denied it. \
| 1,126,652 | None
"""
WHEN = """
Russia lost 1,540 soldiers over the past day, bringing its total since the invasion to 784,200. \
It also lost nine tanks. | nine | day 2024-06-11
July was the worst month, the UN said. It verified 286 deaths of civilians, 22 per cent more than \
the 234 recorded in June. | 286 | month 2023-07-01 2023-07-31
Ukraine had lost 90,000 men since its push began on June 4, Putin said. He also spoke of 557 tanks. \
| 557 | interval 2024-06-04 2024-06-12
The death toll from Monday's strike on a house rose to 31. | 31 | day 2024-06-10
A report released on Tuesday said Russia suffered 1.2 million casualties between February 2022 \
and December 2023. | 1.2 million | cumulative 2022-02-24 2023-12-31
Russia had lost over 200,000 soldiers in 2024 as of June 4. | 200,000 | interval 2024-01-01 2024-06-04
Russia's losses had reached 520,000, up 1,260 from Tuesday. | 1,260 | day 2024-06-11
It was the worst strike since June 7, when three people died in Lviv. | three | day 2024-06-07
Russia lost 290,000 men in the first five months of 2024, compared with 185,000 in the same period \
of 2023. | 185,000 | interval 2023-01-01 2023-05-31
Ukraine's General Staff reported 1,770 losses on Tuesday alone; its own count stood at 523,060 \
that day. | 523,060 | cumulative 2022-02-24 2024-06-11
In all, 859 civilians were killed in May, more than in the same month a year earlier. \
| 859 | month 2024-05-01 2024-05-31
On Monday alone 1,110 Russian soldiers were lost; on Sunday it had been 1,180. \
| 1,180 | day 2024-06-09
By 1 June the toll of Russian soldiers had risen to 508,780; a month earlier it stood at 469,840 \
and a year ago at 208,910. | 469,840 | cumulative 2022-02-24 2024-05-01
"""
BETWEEN = """
The Russians had taken 70 or 80,000 casualties. | 70 or 80,000 | 70000 80000
Between 5 and 10,000 soldiers died. | 5 and 10,000 | 5000 10000
"""


def rows(table: str) -> list[tuple[str, ...]]:
    lines = [row for row in table.splitlines() if row.strip()]
    return [tuple(part.strip() for part in row.split("|")) for row in lines]


def claims(text: str) -> tuple[Claim, ...]:
    document = document_from_text(
        text,
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        published_at=PUBLISHED,
        origin="test",
        media_type="text/plain",
    )
    return read(document).claims


def claim(text: str, quote: str) -> Claim:
    found = [c for c in claims(text) if c.quote == quote]
    assert len(found) == 1, [c.quote for c in claims(text)]
    return found[0]


@pytest.mark.parametrize(("text", "quote", "told"), rows(WHOM_AN_ATTACK_HURTS + WHOSE + WHAT))
def test_what_is_counted_and_whose_it_is(text: str, quote: str, told: str) -> None:
    c = claim(text, quote)
    metric, *more = told.split()
    assert c.metric == metric
    if more and more[0].isupper():
        assert c.party == more.pop(0)
    if more:
        assert set(c.scope or ()) == set(more)


@pytest.mark.parametrize(("text", "quote"), rows(NO_CLAIM))
def test_what_is_no_loss_is_not_claimed(text: str, quote: str) -> None:
    assert quote not in {c.quote for c in claims(text)}


@pytest.mark.parametrize(("text", "quote", "claimant"), rows(WHO))
def test_who_says_a_figure(text: str, quote: str, claimant: str) -> None:
    assert str(claim(text, quote).claimant) == claimant


@pytest.mark.parametrize(("text", "quote", "days"), rows(WHEN))
def test_which_days_a_figure_is_of(text: str, quote: str, days: str) -> None:
    period = claim(text, quote).period
    kind, start, *end = days.split()
    told = (period.kind, str(period.start), str(period.end))
    assert told == (kind, start, end[0] if end else start)


@pytest.mark.parametrize(("text", "quote", "bounds"), rows(BETWEEN))
def test_the_ends_of_a_range_share_their_thousands(text: str, quote: str, bounds: str) -> None:
    quantity = claim(text, quote).quantity
    assert (quantity.low, quantity.high) == tuple(int(part) for part in bounds.split())
