"""Since something began: a war, or an operation at one place, however it is put.

"Since the launch of its full-scale invasion", "from the first day of the incursion": a word for
since, one for the beginning, any adjectives and the name of what began. A war's beginning opens
a running total; that of an operation, or a war's with a place behind it ("since the fighting
began in the region"), opens a total of that place, whose first day the text does not tell.
"""

from lossledger.extract.tokens import NUMBER, Sentence
from lossledger.extract.when import When

REACH = 9
"""So many tokens may stand between "since" and the name of what began."""
BEHIND = 3
"""So many tokens may stand between what began and the word that it did, or its place."""


def begun_at(s: Sentence, i: int) -> When | None:
    """A running total's beginning that opens at a token, with no date of its own."""
    since = s.match(i, "since")
    if since is None:
        return _throughout(s, i)
    plain = s.match(i, "ever_since") is not None
    began = plain or s.has("outset", i, since.end)
    for k in range(since.end, min(len(s), since.end + REACH)):
        if s.words[k] in ",;:()" or s.kinds[k] == NUMBER:
            return None
        began = began or s.match(k, "outset") is not None
        month = s.match(k, "month") if k == since.end else None
        if month and not s.match(month.end, "campaign"):
            return None  # "since December in the war": no "since its February invasion"
        campaign = s.match(k, "campaign")
        if campaign is None:
            continue
        after = campaign.end
        fought = campaign.meaning == "battles" and not _on_its_land(s, after)
        local = campaign.meaning == "offensive" or fought or place_behind(s, i, after)
        verb = next((m for j in range(after, min(len(s), after + (REACH if local else BEHIND)))
                     if (m := s.match(j, "began"))), None)  # fmt: skip
        if verb is not None and not any(s.words[j] in ",;:" for j in range(after, verb.start)):
            began, after = True, verb.end
        if not began:
            return None
        local = local or place_behind(s, i, after)
        return When(i, after, "cumulative_here" if local else "cumulative")
    return None


def _on_its_land(s: Sentence, k: int) -> bool:
    """Whether the land that the war is fought on is named behind what began: the war is meant."""
    near = (s.match(j, "place") for j in range(k, min(len(s), k + BEHIND)))
    return any(
        m.meaning == s.war.land and s.match(m.end - 1, "party") for m in near if m is not None
    )


def _throughout(s: Sentence, i: int) -> When | None:
    """All of a war: "over the course of the full-scale war"."""
    time = s.match(i, "whole_time")
    if time is None:
        return None
    for k in range(time.end, min(len(s), time.end + BEHIND + 1)):
        if s.words[k] in ",;:()" or s.kinds[k] == NUMBER:
            return None
        campaign = s.match(k, "campaign")
        if campaign is not None:
            war = campaign.meaning == "war" and not place_behind(s, i, campaign.end)
            return When(i, campaign.end, "cumulative") if war else None
    return None


def place_behind(s: Sentence, start: int, k: int) -> bool:
    """Whether a place smaller than a country stands right behind a token, or "the region".

    A war began in the land that it is fought in, and fighting (told of from ``start`` on) at a
    place of it: "since the full-scale war in the Kherson region" is of the war.
    """
    for j in range(k, min(len(s), k + BEHIND)):
        if s.words[j] in ",;:." or s.kinds[j] == NUMBER:
            return False
        place = s.match(j, "place")
        if place is not None:
            abroad = str(place.meaning) != s.war.land or s.has("local_war", start, j + 1)
            return abroad and not s.match(place.end - 1, "party")
        if s.match(j, "area"):
            return True
    return False
