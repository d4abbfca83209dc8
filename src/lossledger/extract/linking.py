"""Which places of a sentence belong to which of its figures.

A place named before the figures of a piece is that of all of them until another such place
begins; one named behind figures is that of the figures since the place before it. A figure
without a place in its piece has those of the pieces before it that hold no figure.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from lossledger.extract.places import Mention
from lossledger.extract.tokens import Sentence

MOST = 50
"""A figure has at most so many places."""


def linked(
    figures: Sequence[int], found: Sequence[Mention], s: Sentence, pieces: Sequence[tuple[int, int]]
) -> list[list[Mention]]:
    """The places of each figure, given by its token, in text order."""
    starts = [start for start, _ in pieces]

    def piece(token: int) -> int:
        return bisect_right(starts, token)

    named = {k: list(some) for k, some in groupby(found, lambda m: piece(m.first))}
    links: list[list[Mention]] = []
    counted: set[int] = set()
    for k, some in groupby(figures, piece):
        counted.add(k)
        here = _linked_in_piece(list(some), named.get(k, []), s)
        alone = [m for n, ms in named.items() if n < k and n not in counted for m in ms[:MOST]]
        links += [link or alone[-MOST:] for link in here] if len(counted) <= MOST else here
    return links


def _linked_in_piece(
    figures: Sequence[int], found: Sequence[Mention], s: Sentence
) -> list[list[Mention]]:
    """The places of the figures of one piece of a sentence."""
    links: list[list[Mention]] = []
    general: list[Mention] = []
    waiting = done = 0
    for group in _groups(found):
        while done < len(figures) and figures[done] < group[0].first:
            links.append(general)
            done += 1
        first_of_all = waiting == done
        if first_of_all or (done < len(figures) and _starts_anew(s, group[0].lead)):
            general = [*general, *group][:MOST] if done == 0 else group[:MOST]
        else:
            for n in range(waiting, done):
                links[n] = [*links[n], *group][:MOST]
        waiting = done
    return links + [general] * (len(figures) - done)


def _starts_anew(s: Sentence, lead: int) -> bool:
    """Whether a mark, or a mark and one word, or a word that joins stands before a place."""
    before = [s.words[k][0].isalnum() for k in range(max(0, lead - 2), lead)]
    return not all(before) or bool(lead and s.match(lead - 1, "joiner"))


def _groups(found: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Places that stand in one list or within each other: "near X and Y in the Z region"."""
    group: list[Mention] = []
    for m in found:
        if group and m.lead > group[-1].last + 2 and m.lead != group[-1].lead:
            yield group
            group = []
        group.append(m)
    if group:
        yield group
